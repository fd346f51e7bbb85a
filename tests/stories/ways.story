# No way leads nowhere: where something must have been said first, the page says where to note it
staff Karim
at 2027-03-01T09:00
as karim
POST /clients {"name": "Dubé"} -> 201 dube
contact Denis of dube agrees
POST /promises {"client_id": dube, "side": "us", "text": "Le dossier", "due": "2027-03-12"} -> 201 kit
POST /matters {"client_id": dube, "title": "Le papier manque"} -> 201 paper
POST /writings {"client_id": dube, "kind": "impact", "body": "Deux relectures tombent."} -> 201 note

# Nothing was said yet: a link, and no empty choice.
PAGE /promesse/$kit -> 200
has "/noter?client_id=$dube"
lacks "name=\"exchange_id\""
PAGE /probleme/$paper -> 200
has "/noter?client_id=$dube"
lacks "name=\"exchange_id\""

# An e-mail lets a promise go; what is said by voice first is not offered one.
POST /exchanges {"client_id": dube, "channel": "email", "direction": "out", "subject": "Un mot écrit"} -> 201
PAGE /promesse/$kit -> 200
has "Un mot écrit"
PAGE /ecrit/$note -> 200
lacks "Un mot écrit"
POST /exchanges {"client_id": dube, "channel": "phone", "direction": "both", "minutes": 5, "subject": "Un mot dit"} -> 201
PAGE /ecrit/$note -> 200
has "Un mot dit"

# What a way changes of the price is said in the engagement's own currency on both sides, and half a euro less stays less.
POST /mandates {"client_id": dube, "title": "Salon", "currency": "EUR"} -> 201 salon
POST /decisions {"client_id": dube, "mandate_id": salon, "about": "preference", "question": "Quel carton ?", "options": [
  {"label": "Mince", "pros": ["léger"], "cons": ["plie"], "price_change_cents": -50},
  {"label": "Épais", "pros": ["tient"], "cons": ["lourd"], "price_change_cents": 12000}]} -> 201 card
PAGE /decision/$card -> 200
has "value=\"-0.50\""
POST /decisions/$card/ask -> 200
PAGE /decision/$card -> 200
has "0,50 EUR de moins"
as denis
PAGE /p/d/$card.pub -> 200
has "0,50 EUR de moins"
has "120 EUR de plus"
lacks "CAD"
