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
# What a rule writes each reads in their own language, whosever client it is.
GET /matters?client_id=$tea -> 200 {"items": [{"title": "Late promise: The menu"}]}
GET /matters?client_id=$dube -> 200 {"items": [{"id": 2, "title": "Late promise: Le texte"}]}
GET /today -> 200
has "Late promise: Le texte"
GET /search?q=late -> 200 {"items": [{"text": "Late promise: Le texte"}, {"text": "Late promise: The menu"}]}
GET /search?q=retard -> 200 {"items": [any, any]}
PAGE /probleme/2 -> 200
has "<h1>Late promise: Le texte</h1>"
has "name=\"title\" value=\"Late promise: Le texte\""
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
as karim
GET /matters/2 -> 200 {"title": "Promesse en retard : Le texte"}
# Sent back as it was read, it stays what it says; put otherwise, it is theirs.
as ann
FORM /a/matters/2/patch {"title": "Late promise: Le texte", "severity": "2"} -> 303
as karim
GET /matters/2 -> 200 {"title": "Promesse en retard : Le texte", "severity": 2}
PAGE /c/$dube -> 200
has "Promesse en retard : Le texte"
PATCH /matters/1 {"title": "The menu came late"} -> 200 {"title": "The menu came late"}
# The contact's own language counts, not the firm's nor their client's.
contact Odile of dube agrees
PATCH /people/$odile {"lang": "en"} -> 200
POST /exchanges {"client_id": dube, "channel": "phone", "direction": "both"} -> 201 call
POST /matters/2/tell {"exchange_id": call} -> 200
POST /decisions {"client_id": dube, "about": "demand", "question": "Pour demain ?", "asked_due": "2027-03-09"} -> 201 ask
  {"options": [{"label": "Tel que demandé"}, {"label": "Moins, pour cette date"}, {"label": "Tout, plus tard"}, {"label": "Pas cette fois"}]}
POST /decisions/$ask/edit_option {"n": 1, "label": "Moins, pour cette date", "impacts": "Deux pages."} -> 200
POST /decisions/$ask/ask {"hints_ok": true} -> 200
POST /matters/2/call_sheet {"exchange_id": call, "what_happened": "Rien n'est venu."} -> 200 sheet
GET /writings?client_id=$dube -> 200 {"items": [{"id": 1, "understood": {"facts": ["Ce qui s'est passé : Rien n'est venu."]}, "questions": [{"text": "Depuis quand ?"}, any, any, any, any]}]}
as ann
GET /decisions/$ask -> 200 {"options": [{"label": "As asked"}, {"label": "Less, for that date", "impacts": "Deux pages."}, any, any]}
PAGE /decision/$ask -> 200
has "As asked"
GET /writings/1 -> 200 {"understood": {"facts": ["What happened: Rien n'est venu."]}, "questions": [{"text": "Since when?"}, any, any, any, any]}
PATCH /writings/1 {"understood": {"facts": ["What happened: Rien n'est venu."], "emotions": ["déçue"]}, "questions": [{"text": "Since when?"}]} -> 200
PATCH /matters/2 {"our_part": "Nous n'avons rien dit."} -> 200
POST /writings/1/send -> 200
as karim
GET /writings/1 -> 200 {"understood": {"facts": ["Ce qui s'est passé : Rien n'est venu."]}, "questions": [{"text": "Depuis quand ?"}]}
as odile
GET /matters -> 200 {"items": [{"title": "Late promise: Le texte"}]}
GET /decisions -> 200 {"items": [{"options": [{"label": "As asked"}, {"label": "Less, for that date"}, {"label": "All of it, later"}, {"label": "Not this time"}]}]}
GET /writings -> 200 hers
GET /writings/$hers.items.0.id -> 200 {"understood": {"facts": ["What happened: Rien n'est venu."]}, "questions": [{"text": "Since when?"}]}
PAGE /p/e/$hers.items.0.id -> 200
has "What happened: Rien n"
lacks "Depuis quand"
cli doctor -> 0

# What the sentence is about keeps the spaces it was written with.
as karim
POST /matters {"client_id": dube, "title": "Promesse en retard : 1\u202f000\u00a0€"} -> 201 spaced
GET /matters/$spaced -> 200
read space "1(\u202f)000\u00a0€"
