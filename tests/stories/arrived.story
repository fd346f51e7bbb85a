# conversation 16.2: what was just received is seen at once, before it is a row
staff Karim, Inès, Léa
as karim
POST /clients {"name": "Café Lune"} -> 201 lune
POST /clients {"name": "Librairie Sel"} -> 201 sel
contact Noémie of lune
at 2027-03-08T09:00
PAGE /c/$lune -> 200
has "Rien n’attend"
lacks "Vient d’arriver"

as noemie
POST /exchanges {"text": "La vitrine sera-t-elle prête jeudi ?"} -> 201
as karim
GET /exchanges?client_id=$lune -> 200 got
GET /today -> 200 {"rows": [], "more": 0, "empty": null, "arrived": [{"exchange_id": got.items.0.id, "client_id": lune, "client_name": "Café Lune",
  "at": "2027-03-08T09:00", "text": "La vitrine sera-t-elle prête jeudi ?", "where": "/echange/$got.items.0.id"}]}
PAGE /auj -> 200
has "Vient d’arriver"
has "La vitrine sera-t-elle prête jeudi ?"
has "Noémie, Café Lune"
has "depuis 9 h"
has "/noter?reply=$got.items.0.id"
lacks "Rien n’attend"
# Whoever opens that client's page sees it; on a day's list it is for whom its row will be.
as ines
GET /today -> 200 {"arrived": []}
PAGE /c/$lune -> 200
has "Vient d’arriver"
lacks "Rien n’attend"
PAGE /c/$sel -> 200
lacks "Vient d’arriver"
as claire
GET /today?person_id=$karim -> 200 {"arrived": [{"client_id": lune}]}

# Away, it is the cover's; what is noted as needing no answer arrives nowhere.
as karim
POST /people/$karim/away {"from": "2027-03-08", "to": "2027-03-08", "cover_person_id": lea} -> 200
as lea
GET /today -> 200 {"arrived": [{"client_id": lune}], "empty": null}
POST /exchanges {"client_id": sel, "channel": "email", "direction": "in", "needs_reply": false, "text": "Bien reçu"} -> 201
as karim
GET /today -> 200 {"arrived": [{"client_id": lune}]}
# Parked, waived, answered: it waits no more.
POST /exchanges {"client_id": lune, "channel": "sms", "direction": "in", "subject": "Et la carte ?"} -> 201 card
GET /today -> 200 {"arrived": [{}, {"exchange_id": card, "text": "Et la carte ?"}]}
POST /exchanges/$card/waive_reply {"reason": "déjà dit"} -> 200
GET /today -> 200 {"arrived": [{"client_id": lune}]}
POST /exchanges {"client_id": lune, "channel": "phone", "direction": "both", "planned": true, "at": "2027-03-09T10:00"} -> 201 tuesday
POST /exchanges/$got.items.0.id/park {"appointment_id": tuesday} -> 200
GET /today -> 200 {"arrived": []}
PAGE /c/$lune -> 200
has "Rien n’attend"
# Said urgent, it is a row at once.
as noemie
POST /exchanges {"text": "Tout est fermé.", "urgent_said": true, "urgent_reason": "Il pleut."} -> 201
as karim
GET /today -> 200 {"arrived": [], "rows": [{"type": "a2"}]}
