# The page of an engagement: the need, the two halves of its entente, what the library has beside.
staff Karim
as claire
POST /clients {"name": "Café Lune", "state": "active", "responsible_id": karim} -> 201 lune
contact Louise of lune agrees
POST /terms {"kind": "condition", "owed_by": "client", "text": "Un décideur désigné",
  "why": "Sans lui, tout attend."} -> 201 decider
POST /terms {"kind": "rule", "owed_by": "both", "text": "Huit jours de préavis", "why": "La qualité.", "lead_wd": 8} -> 201 notice
as karim
PAGE /bibliotheque -> 200
has "Un décideur désigné"
has "Proposer une condition ou une règle"
FORM /a/terms {"kind": "rule", "owed_by": "client", "text": "Deux tours de corrections", "why": "Sans fin, rien n’est fini.", "quota": "2"} -> 303
PAGE /bibliotheque -> 200
has "Deux tours de corrections"
lacks "/adopt"

POST /mandates {"client_id": lune, "title": "Portes ouvertes", "responsible_id": karim} -> 201 m
PAGE /mandat/$m -> 200
has "Commencez par le besoin"
FORM /a/mandates/$m/patch {"need": "Que le quartier vienne.", "how": "Trois visites.", "when_due": "2027-05-01",
  "price_cents": "1 200,50"} -> 303
GET /mandates/$m -> 200 {"price_cents": 120050}

# the service: an expectation, and by when
FORM /a/terms {"mandate_id": "$m", "kind": "expectation", "owed_by": "us", "text": "Du monde le samedi"} -> 303
GET /terms?mandate_id=$m -> 200 {"items": [{"text": "Du monde le samedi", "state": "noted"}]}
PAGE /mandat/$m -> 200
has "Pas encore de jalon"
read crowd "/a/terms/(\\d+)/patch"
FORM /a/promises {"client_id": "$lune", "mandate_id": "$m", "side": "us", "text": "Le déroulement",
  "due": "2027-03-19", "source.type": "term", "source.id:number": "$crowd"} -> 303
PAGE /mandat/$m -> 200
lacks "Pas encore de jalon"
has "Le déroulement"

# the framework: each condition of the library is added in one tap, or it is said why not
has "Un décideur désigné"
lacks "Deux tours de corrections"
FORM /a/mandates/$m/consider {"library_id": "$decider", "answer": "add"} -> 303
FORM /a/mandates/$m/consider {"library_id": "$notice", "answer": "to_please"} -> 303
PAGE /mandat/$m -> 200
has "du côté du client"
has "pour faire plaisir"
lacks "name=\"answer\" value=\"not_needed\""

# the agreement opens with what is live, is read, and leaves
FORM /a/writings {"client_id": "$lune", "kind": "entente", "mandate_id": "$m"} -> 303
GET /writings?mandate_id=$m -> 200
read w "\"id\": ?(\\d+)"
PAGE /ecrit/$w -> 200
has "Du monde le samedi"
has "Un décideur désigné"
PAGE /ecrit/$w?relire=1 -> 200
has "Que le quartier vienne."
has "Le déroulement"
has "Ces conditions font partie de la valeur de ce que nous vous offrons."
FORM /a/writings/$w/send -> 303
PAGE /mandat/$m -> 200
has "Le client n’a pas encore répondu à l’entente. L’écrit : part dans un instant."
POST /exchanges {"client_id": lune, "channel": "phone", "direction": "both"} -> 201 call
FORM /a/writings/$w/confirm {"exchange_id": "$call", "contact_id": "$louise"} -> 303
FORM /a/mandates/$m/start -> 303
GET /mandates/$m -> 200 {"state": "running"}

# a condition goes missing: who owes it, since when, and their promise of a date
at 2027-03-02T09:00
GET /terms?mandate_id=$m -> 200
read owed "\"id\": ?(\\d+)[^}]*Un décideur"
FORM /a/terms/$owed/tick {"in_place": "false"} -> 303
PAGE /mandat/$m -> 200
has "manquante depuis aujourd’hui"
has "Depuis notre accord"
FORM /a/promises {"client_id": "$lune", "mandate_id": "$m", "side": "client", "text": "Un décideur désigné",
  "due": "2027-03-05", "source.type": "term", "source.id:number": "$owed"} -> 303
PAGE /mandat/$m -> 200
has "vendredi 5 mars"
as louise
PAGE /mandat/$m -> 404
PAGE /bibliotheque -> 404
