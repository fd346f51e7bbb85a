# R5.2, 8.1: hours are noted by anybody from the client's page, amounts by leads; each reads what is theirs
staff Karim, Inès
as karim
POST /clients {"name": "Café Lune", "state": "active"} -> 201 lune
POST /mandates {"client_id": lune, "title": "Carte d'été", "budget_minutes": 6000} -> 201 work
contact Noémie of lune agrees
PAGE /c/$lune -> 200
has "Noter les heures"
lacks "Noter un montant"
FORM /a/entries {"client_id": lune, "kind": "hours", "minutes": "37,5", "mandate_id": work, "note": "Maquette & essais", "next": "/c/$lune"} -> 303
FORM /a/entries {"client_id": lune, "kind": "extra_hours", "minutes": "0,25", "next": "/c/$lune"} -> 303
FORM /a/entries {"client_id": lune, "kind": "revenue", "cents": "12,50", "next": "/c/$lune"} -> 403
PAGE /c/$lune/heures -> 200
has "<h1>Mes heures</h1>"
has "37 h 30"
has "Maquette &amp; essais"
has "15 min"
lacks "CAD"
lacks "Corriger"
as ines
PAGE /c/$lune/heures -> 200
lacks "37 h 30"
has "Rien n’est encore noté."
as claire
PAGE /c/$lune -> 200
has "Noter un montant"
FORM /a/entries {"client_id": lune, "kind": "revenue", "cents": "1200,50", "on": "2027-02-26", "next": "/c/$lune/heures"} -> 303
PAGE /c/$lune/heures -> 200
has "<h1>Heures et montants</h1>"
has "1 200,50 CAD"
has "37 h 30"
has "Karim"
read entry "/a/entries/(\\d+)/patch"
GET /entries/$entry -> 200 {"minutes": 15}
FORM /a/entries/$entry/patch {"minutes": "0,5", "rev": "1", "next": "/c/$lune/heures"} -> 303
GET /entries/$entry -> 200 {"minutes": 30}

# The drift view says what was planned and what was worked inside the agreement.
POST /mandates/$work/start {"override_reason": "essai"} -> 200
GET /clients/$lune/drift -> 200 {"mandates": [{"mandate_id": work, "minutes": {"budget": 6000, "used": 2250}, "changes": ["37 h 30 de travail notées, sur 100 h prévues."]}]}
repeat 50 POST /entries {"client_id": lune, "kind": "hours", "minutes": 60} -> 201
PAGE /c/$lune/heures -> 200
has "/c/$lune/heures?avant="
as noemie
PAGE /c/$lune/heures -> 404
