# Somebody who works for another client now: a new contact there, the former one as they were.
staff Karim
as karim
POST /clients {"name": "Dubé", "state": "active"} -> 201 dube
POST /clients {"name": "Boréal", "state": "active"} -> 201 boreal
contact Louise of dube agrees
as karim
PATCH /people/$louise {"lang": "en", "emails": [{"address": "louise@client.example"}, {"address": "louise@maison.example", "label": "home"}], "phones": [{"number": "418 555-0100"}, {"number": "418 555-0199", "label": "mobile"}]} -> 200
POST /exchanges {"client_id": dube, "channel": "phone", "direction": "in", "contact_ids": [louise], "text": "Le papier manque."} -> 201 call
POST /writings {"client_id": dube, "kind": "welcome", "body": "Il y aura des imprévus."} -> 201 hello
POST /writings/$hello/send -> 200
at 2027-03-01T08:05
as claire
GET /test/outbox -> 200
read link "[^]*(/l/[\\w-]{64})"
as browser
FORM $link -> 303
PAGE /p/e/$hello.pub -> 200
as karim
POST /writings {"client_id": dube, "kind": "welcome", "body": "Encore."} -> 201 more
POST /writings/$more/send -> 200

# 20.3
POST /people/$louise/pass {"email": "louise@boreal.example"} -> 422 invalid {"fields": {"client_id": "missing"}}
POST /people/$louise/pass {"client_id": dube} -> 422 invalid {"fields": {"client_id": "bad_ref"}}
POST /people/$louise/pass {"client_id": boreal, "email": "louise"} -> 422 invalid {"fields": {"email": "bad_value"}}
POST /people/$louise/pass {"client_id": boreal, "email": "claire@mistral.example"} -> 422 invalid {"fields": {"email": "bad_value"}}
POST /people/$karim/pass {"client_id": boreal} -> 422 invalid {"fields": {"client_id": "bad_value"}}
PAGE /personne/$louise -> 200
has "/personne/$louise/ailleurs"
PAGE /personne/$karim -> 200
lacks "ailleurs"
PAGE /personne/$karim/ailleurs -> 404
PAGE /personne/$louise/ailleurs -> 200
has "action=\"/personne/$louise/ailleurs\""
PAGE /personne/$louise/ailleurs?client=Inconnu -> 200
has "Ajouter ce client"
PAGE /personne/$louise/ailleurs?client=boreal -> 200
has "action=\"/a/people/$louise/pass\""
has "name=\"client_id\" value=\"$boreal\""
POST /people/$louise/pass {"client_id": boreal, "email": "Louise@boreal.example"} -> 200 {"record": {"active": false, "client_id": dube, "email": "louise@client.example"}, "created": [{"kind": "person"}]}
GET /people?client_id=$boreal -> 200 {"items": [{"name": "Louise", "role": "contact", "lang": "en", "can_agree": false, "active": true, "emails": [{"address": "louise@boreal.example", "label": "work"}, {"address": "louise@maison.example", "label": "home"}], "phones": [{"number": "418 555-0199", "extension": null, "label": "mobile"}]}]}

# Their past is where it was; the ways in are closed, and what waited leaves no more.
GET /exchanges?client_id=$dube -> 200 {"items": [{"contact_ids": [louise]}]}
as browser
PAGE /p/e/$hello.pub -> 303
as nobody
PAGE $link -> 404
as louise
GET /portal -> 401 unauthenticated
as claire
at 2027-03-01T09:00
GET /test/outbox -> 200 {"items": [{"to": "louise@client.example"}]}
as karim
GET /writings/$more -> 200 {"delivery": []}
POST /people/$louise/pass {"client_id": boreal} -> 409 person_inactive
PAGE /personne/$louise -> 200
lacks "/ailleurs"
# A form leads to who they are now.
POST /people {"name": "Paul", "role": "contact", "client_id": dube, "email": "paul@dube.example"} -> 201 paul
FORM /a/people/$paul/pass {"client_id": "$boreal"} -> 303
GET /people?client_id=$boreal -> 200 {"items": [{"name": "Louise"}, {"name": "Paul", "email": null, "emails": []}]}
cli doctor -> 0 "ok clocks"
cli audit verify -> 0 "ok"
