# E3: what is written of people may be read by them: an insult asks once, wherever it is written
staff Karim
as karim
POST /clients {"name": "Dubé", "state": "active"} -> 201 dube
contact Denise of dube agrees
POST /exchanges {"client_id": dube, "channel": "phone", "direction": "both", "minutes": 5, "text": "Un vrai con"} -> 409 confirm_hints
  {"hints": [{"code": "insult", "field": "text", "match": "con", "text": "Reformuler ? La personne peut demander à lire ceci."}]}
GET /exchanges -> 200 {"items": []}
POST /exchanges {"client_id": dube, "channel": "phone", "direction": "both", "minutes": 5, "text": "Un vrai con", "hints_ok": true} -> 201 call {"hints": [{"code": "insult"}]}
PATCH /exchanges/$call {"text": "Une connasse"} -> 409 confirm_hints
PATCH /exchanges/$call {"text": "Il conçoit des contrats"} -> 200 {"hints": []}
POST /matters {"client_id": dube, "title": "Quel crétin"} -> 409 confirm_hints {"hints": [{"field": "title", "match": "crétin"}]}
POST /insights {"client_id": dube, "question": "worry", "text": "C'est un abruti"} -> 409 confirm_hints {"hints": [{"field": "text"}]}
POST /insights {"client_id": dube, "question": "worry", "text": "Le salon"} -> 201 worry
POST /insights/$worry/verify {"exchange_id": call, "text": "Le salon de cet abruti"} -> 409 confirm_hints {"hints": [{"field": "text"}]}
GET /insights/$worry -> 200 {"state": "guess", "text": "Le salon"}
POST /moments {"client_id": dube, "kind": "win", "title": "Même cet imbécile a souri"} -> 409 confirm_hints {"hints": [{"field": "title"}]}
POST /moments {"client_id": dube, "kind": "win", "title": "Un sourire"} -> 201 smile
PATCH /moments/$smile {"client_reaction": "L'idiot a ri"} -> 409 confirm_hints {"hints": [{"field": "client_reaction"}]}
POST /moments {"client_id": dube, "kind": "setback", "title": "Flou"} -> 201 blur
PATCH /moments/$blur {"findings": ["un débile l'a relu"]} -> 409 confirm_hints {"hints": [{"field": "findings", "match": "débile"}, ...]}
POST /ratings {"about": "trust", "value": 2, "text": "Ce salaud a dit", "by": denise, "exchange_id": call} -> 409 confirm_hints {"hints": [{"field": "text"}]}
# Nobody is labelled: no field and no tag for it.
POST /clients {"name": "Lune", "difficult": true} -> 422 invalid {"fields": {"difficult": "unknown"}}
PATCH /exchanges/$call {"tags": ["difficile"]} -> 422 invalid {"fields": {"tags": "bad_value"}}
# The reminder stands beside the field.
PAGE /c/$dube?volet=pourquoi -> 200
has "Écrivez ce que vous accepteriez que la personne lise."
PAGE /c/$dube?volet=moments -> 200
has "Écrivez ce que vous accepteriez que la personne lise."
PAGE /noter?client_id=$dube -> 200
has "Écrivez ce que vous pourriez lire à voix haute au client."
