# Everybody reads their own language
staff Karim, Ann
as claire
PATCH /people/$ann {"lang": "en"} -> 200 {"lang": "en"}
as ann
POST /clients {"name": "Café Lune", "state": "active", "lang": "en"} -> 201 lune
POST /clients {"name": "Tea House", "state": "active", "lang": "en"} -> 201 tea
POST /clients {"name": "Dubé", "state": "active"} -> 201 dube {"lang": "fr"}
contact Luce of lune
at 2027-03-04T15:00
POST /exchanges {"client_id": lune, "channel": "sms", "direction": "in"} -> 201 sms
POST /promises {"client_id": tea, "side": "us", "text": "The menu", "due": "2027-03-04"} -> 201 menu
POST /promises {"client_id": dube, "side": "us", "text": "Le texte", "due": "2027-03-04"} -> 201 text
at 2027-03-08T09:00
GET /today -> 200 {"rows": [any, any, {"text": "Café Lune has been waiting for an answer since Thursday 3 pm."}, ...]}
GET /today -> 200 again
POST /today/a2:exchange:$sms/snooze {"until": "2027-03-09", "reason": "x"} -> 409 someone_waits
  {"detail": "Someone is waiting. You can answer, take it to the next meeting, or hand it over."}
# What the program writes is in the client's language.
GET /matters?client_id=$tea -> 200 {"items": [{"title": "Late promise: The menu"}]}
GET /matters?client_id=$dube -> 200 {"items": [{"title": "Promesse en retard : Le texte"}]}
GET /clients/$tea/say_do -> 200 {"us": {"text": "0 of 1"}}
as claire
GET /today?person_id=$ann -> 200 {"rows": [any, any, {"text": "Café Lune attend une réponse depuis jeudi 15 h."}, ...]}
GET /clients/$tea/say_do -> 200 {"us": {"text": "0 sur 1"}}
as luce
GET /promises/1 -> 404 not_found {"detail": "There is nothing here under this name."}
as karim
GET /promises/999 -> 404 not_found {"detail": "Il n'y a rien ici sous ce nom."}
as nobody
GET /promises -> 401 unauthenticated {"detail": "Veuillez d'abord vous identifier."}
