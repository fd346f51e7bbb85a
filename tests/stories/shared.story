# Two at one address, at one client or at two: a link says whose it is, a code asks afterwards.
staff Karim
as karim
POST /clients {"name": "Dubé", "state": "active"} -> 201 dube
POST /clients {"name": "Café Lune", "state": "active"} -> 201 lune
contact Louise of dube
as karim
POST /people {"name": "Denis", "role": "contact", "client_id": dube, "emails": [{"address": "denis@dube.example"}, {"address": "Louise@client.example", "label": "home"}]} -> 201 denis
POST /people {"name": "Louise", "role": "contact", "client_id": lune, "email": "louise@client.example"} -> 201 other
POST /people {"name": "Louise", "role": "contact", "client_id": lune, "email": "claire@mistral.example"} -> 422 invalid {"fields": {"email": "bad_value"}}

# 20.2: each has a letter of their own, whose link is theirs.
POST /writings {"client_id": dube, "kind": "welcome", "body": "Il y aura des imprévus."} -> 201 hello
POST /writings/$hello/send -> 200
POST /writings {"client_id": lune, "kind": "welcome", "body": "Nous sommes là."} -> 201 there
POST /writings/$there/send -> 200
at 2027-03-01T08:05
GET /writings/$hello -> 200 {"delivery": [{"contact_id": louise, "state": "left"}, {"contact_id": denis, "state": "left"}]}
as claire
GET /test/outbox -> 200 {"items": [{"to": "louise@client.example"}, {"to": "denis@dube.example"}, {"to": "louise@client.example"}]}
read link "[^]*(/l/[\\w-]{64})"
as browser
FORM $link -> 303
header Location "/p/e/$there.pub"

# A code is asked for by the address alone, whoever has it; it goes where it was asked from.
as nobody
FORM /p/entrer {"email": "LOUISE@client.example"} -> 200 as asked
lacks "Denis"
lacks "Lune"
as claire
GET /test/outbox -> 200
has "Agence Mistral : votre code"
read code ".*\\D(\\d{8})\\D"
as nobody
FORM /p/code {"email": "louise@client.example", "code": "12345678"} -> 401
lacks "Denis"
FORM /p/code {"email": "louise@client.example", "code": "$code"} -> 200
has "Qui êtes-vous ?"
has "Louise, Dubé"
has "Denis, Dubé"
has "Louise, Café Lune"
read pub "[^]*value=\"([\\w-]+)\">Denis"
FORM /p/code {"email": "louise@client.example", "code": "$code", "person": "nobody"} -> 200
FORM /p/code {"email": "louise@client.example", "code": "12345678", "person": "$pub"} -> 401
as browser
FORM /p/code {"email": "louise@client.example", "code": "$code", "person": "$pub", "next": "/p/moi"} -> 303
header Location "/p/moi"
PAGE /p/moi -> 200
has "Denis"
# … and serves once, for all of them.
as nobody
FORM /p/code {"email": "louise@client.example", "code": "$code", "person": "$pub"} -> 401
# The address of one alone asks nothing; whichever of theirs it is, the code goes there.
as karim
PATCH /people/$denis {"emails": [{"address": "denis@dube.example"}, {"address": "Louise@client.example", "label": "home"}, {"address": "denis@chalet.example", "label": "other"}]} -> 200
as nobody
FORM /p/entrer (X-Real-IP: 10.0.0.2) {"email": "Denis@chalet.example"} -> 200
as claire
GET /test/outbox -> 200
has "denis@chalet.example"
read code ".*\\D(\\d{8})\\D"
as browser
FORM /p/code (X-Real-IP: 10.0.0.2) {"email": "louise@client.example", "code": "$code"} -> 303
PAGE /p/moi -> 200
has "Denis"

# Who left is asked for no more.
as claire
POST /people/$other/deactivate -> 200
POST /people/$denis/deactivate -> 200
as nobody
FORM /p/entrer (X-Real-IP: 10.0.0.3) {"email": "louise@client.example"} -> 200
as claire
GET /test/outbox -> 200
read code ".*\\D(\\d{8})\\D"
as browser
FORM /p/code (X-Real-IP: 10.0.0.3) {"email": "louise@client.example", "code": "$code"} -> 303

# The command line asks which.
as claire
POST /people/$denis/activate -> 200
cli token create --person louise@client.example -> 1 "several people"
cli token create --person $denis -> 0
cli token create --person 999 -> 1 "nobody"

# What was sent to an address opens nothing of whoever has it no more, nor does what it opened before.
as karim
POST /people {"name": "Paule", "role": "contact", "client_id": dube, "emails": [{"address": "bureau@client.example"}, {"address": "paule@client.example", "label": "home"}]} -> 201 paule
POST /people {"name": "Odile", "role": "contact", "client_id": lune, "email": "bureau@client.example"} -> 201 odile
as nobody
FORM /p/entrer (X-Real-IP: 10.0.0.4) {"email": "bureau@client.example"} -> 200
as claire
GET /test/outbox -> 200
read code ".*\\D(\\d{8})\\D"
as karim
PATCH /people/$paule {"emails": [{"address": "paule@client.example", "label": "home"}]} -> 200
as nobody
FORM /p/code (X-Real-IP: 10.0.0.4) {"email": "paule@client.example", "code": "$code"} -> 401
as browser
FORM /p/code (X-Real-IP: 10.0.0.4) {"email": "bureau@client.example", "code": "$code"} -> 303
PAGE /p/moi -> 200
has "Odile"
as karim
PATCH /people/$odile {"emails": [{"address": "bureau@client.example"}, {"address": "odile@client.example"}]} -> 200
as browser
PAGE /p/moi -> 200
as karim
PATCH /people/$odile {"emails": [{"address": "odile@client.example"}]} -> 200
as browser
PAGE /p/moi -> 303

# A code that waits to leave follows nobody to another address: it is of those who have that one too.
as karim
PATCH /people/$paule {"email": "bureau@client.example"} -> 200
PATCH /people/$odile {"email": "bureau@client.example"} -> 200
as claire
POST /test/letter {"to": "bureau@client.example", "answer": "450"} -> 200
as nobody
FORM /p/entrer (X-Real-IP: 10.0.0.5) {"email": "bureau@client.example"} -> 200
as karim
PATCH /people/$paule {"email": "paule@client.example"} -> 200
as claire
at 2027-03-01T08:15
GET /test/outbox -> 200
lacks "\"to\":\"paule@client.example\""
