# How a client's people come in: the link of a letter, a code by mail, and what nobody learns at the door.
staff Karim
as karim
POST /clients {"name": "Dubé", "state": "active"} -> 201 dube

# whoever asks for the clients' space is led to its door, and goes on from there to what they asked for
as browser
PAGE /p -> 303
header Location "/p/entrer?next=/p"
PAGE /p/e/AAAAAAAAAAAAAAAAAAAAAA -> 303
header Location "/p/entrer?next=/p/e/AAAAAAAAAAAAAAAAAAAAAA"
PAGE /auj -> 303
header Location "/connexion?next=/auj"
PAGE /p/entrer?next=/p/moi -> 200
has "name=\"next\" value=\"/p/moi\""
has "Agence Mistral"
PAGE /p/entrer?next=//ailleurs.example -> 200
lacks "ailleurs"
PAGE /p/entrer (Accept-Language: de, en;q=0.9, fr;q=0.8) -> 200
has "Send me a code"
has "lang=\"en\""

# an address that is not known: the same answer, and no letter
FORM /p/entrer {"email": "louise@client.example"} -> 200 as unknown
has "louise@client.example"
FORM /p/entrer {"email": "claire@mistral.example"} -> 200
as claire
GET /test/outbox -> 200 {"items": []}
contact Louise of dube
as browser
FORM /p/entrer {"email": "louise@client.example"} -> 200
same as unknown
as claire
GET /test/outbox -> 200 {"items": [{"at": "2027-03-01T08:00:00-05:00", "to": "louise@client.example", "subject": "Agence Mistral : votre code", "text": any, "raw": any}]}
as karim
GET /test/outbox -> 403 lead_only
as louise
GET /test/outbox -> 404 not_found

# a link that opens nothing: the same page whatever is wrong with it
as nobody
PAGE /l/x -> 404 as bad
has "/p/entrer"
PAGE /l/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA -> 404
same as bad
PAGE /l/$dube.pub -> 404
same as bad
FORM /l/x -> 404
same as bad

# the link of a letter: opening it notes nothing; its button opens that record, and no other
as karim
POST /mandates {"client_id": dube, "title": "Le lancement"} -> 201 launch
POST /writings {"client_id": dube, "mandate_id": launch, "kind": "recap", "understood": "Le lancement est en mai."} -> 201 recap
POST /writings/$recap/send -> 200
POST /writings {"client_id": dube, "kind": "recap", "understood": "Le prix est celui de mars."} -> 201 other
POST /writings/$other/send -> 200
at 2027-03-01T08:01
as claire
GET /test/outbox -> 200
read link "(/l/[\\w-]{64})"
as browser
PAGE $link -> 200
has "Agence Mistral"
has "action=\"$link\""
lacks "lancement"
header Set-Cookie absent
header X-Robots-Tag "noindex"
as karim
GET /writings/$recap -> 200 {"seen_at": null}
as browser
FORM $link (Sec-Fetch-Site: cross-site) -> 400
FORM $link (Origin: https://ailleurs.example) -> 400
FORM $link (Origin: null) -> 400
header Set-Cookie absent
FORM $link (Sec-Fetch-Site: same-origin) -> 303
header Location "/p/e/$recap.pub"
PAGE /p/e/$recap.pub -> 200
has "Le lancement est en mai."
PAGE /p/e/$other.pub -> 404
GET /mandates/$launch.pub -> 404
GET /writings/$recap.pub -> 200 {"mandate_id": null}
as louise
GET /writings/$recap.pub -> 200 {"mandate_id": "$launch.pub"}
as browser
PAGE /p/moi -> 303
header Location "/p/entrer?next=/p/moi"

# whoever reads it may say that something is wrong, and makes nothing else
PAGE /p/dire -> 200
read csrf "name=\"csrf\" value=\"([\\w-]+)\""
FORM /a/matters {"csrf": "$csrf", "title": "La date est fausse", "next": "/p"} -> 303
header Location "/p?fait=matter"
FORM /a/exchanges {"csrf": ["x", "$csrf"], "text": "Il pleut sur les cartons.", "next": "/p"} -> 303
FORM /a/privacy_cases {"csrf": "$csrf", "kind": "access"} -> 404
FORM /a/matters {"title": "Sans jeton"} -> 400
FORM /a/matters {"csrf": ["$csrf", "x"], "title": "Un autre jeton après le bon"} -> 400

# from there a code leads to the rest; the address is not shown again
PAGE /p/entrer -> 200
has "l…@client.example"
lacks "louise@"
FORM /p/entrer -> 200
lacks "louise@"
as claire
GET /test/outbox -> 200
read code ".*\\D(\\d{8})\\D"
as browser
FORM /p/code {"code": "$code", "next": "/p/moi"} -> 303
header Location "/p/moi"
PAGE /p/e/$other.pub -> 200
PAGE /p/entrer -> 303
header Location "/p"
PAGE /auj -> 404
FORM $link -> 303
PAGE /p/e/$other.pub -> 200

# a session that has ended costs nobody what they wrote
as nobody
FORM /a/exchanges {"text": "Le store est vert, pas bleu.", "next": "/p/dire"} -> 401
has "Le store est vert, pas bleu."
has "href=\"/p/dire\""
lacks "/connexion"
FORM /a/exchanges {"client_id": "1", "next": "/c/1"} -> 401
has "/connexion"

# a code opens once, for its own address
as nobody
FORM /p/entrer (X-Real-IP: 10.0.0.2) {"email": "louise@client.example"} -> 200
as claire
GET /test/outbox -> 200
read code ".*\\D(\\d{8})\\D"
as nobody
PAGE /p/code -> 200
has "name=\"email\""
FORM /p/code (X-Real-IP: 10.0.0.2) {"email": "karim@mistral.example", "code": "$code"} -> 401
header Set-Cookie absent
FORM /p/code (X-Real-IP: 10.0.0.2) {"email": "louise@client.example", "code": "12"} -> 401
has "role=\"alert\""
FORM /p/code (X-Real-IP: 10.0.0.2) {"email": "louise@client.example", "code": " $code "} -> 303
header Location "/p"
header Set-Cookie "entente=…"
FORM /p/code (X-Real-IP: 10.0.0.2) {"email": "louise@client.example", "code": "$code"} -> 401

# it is good for a quarter of an hour; three wait at a time; ten tries a minute from one place
FORM /p/entrer (X-Real-IP: 10.0.0.3) {"email": "louise@client.example"} -> 200
as claire
GET /test/outbox -> 200
read code ".*\\D(\\d{8})\\D"
at 2027-03-01T08:16
as nobody
FORM /p/code (X-Real-IP: 10.0.0.3) {"email": "louise@client.example", "code": "$code"} -> 401
repeat 5 FORM /p/entrer (X-Real-IP: 10.0.0.4) {"email": "louise@client.example"} -> 200
as claire
GET /test/outbox -> 200 {"items": [any, any, any, any, any, any, any, any, any, any, any]}
cli doctor -> 0 "letters: 0 wait to leave, 0 came back, 0 could not leave"
as nobody
repeat 10 FORM /p/code (X-Real-IP: 10.0.0.5) {"email": "louise@client.example", "code": "000000"} -> 401
FORM /p/code (X-Real-IP: 10.0.0.5) {"email": "louise@client.example", "code": "000000"} -> 429
header Retry-After "60"
lacks "/auj"

# ninety days, and the link is one of those that open nothing
at 2027-05-29T12:00
PAGE $link -> 200
at 2027-05-30T12:00
PAGE $link -> 404
same as bad
FORM $link -> 404
same as bad

# the journal knows who came, not who asked
as claire
GET /audit?action=login -> 200 {"items": [{"who": {"id": louise}}, {"who": {"id": louise}}, {"who": {"id": louise}}]}
GET /audit?action=code_asked -> 200 {"items": [{"who": null, "new": null, "reason": null}, ...]}

# they themselves read when they came, and nothing else of it
as louise
GET /audit -> 200 {"items": [{"action": "login", "who": absent, "id": absent, "record": null}], "next": null}

# who left gets nothing that still waited
as claire
POST /clients {"name": "Au revoir"} -> 201 parting
contact Fanny of parting agrees
as claire
POST /writings {"client_id": parting, "kind": "welcome", "body": "Bienvenue."} -> 201 hello
POST /writings/$hello/send -> 200
POST /people/$fanny/deactivate -> 200
at 2027-06-01T12:00
GET /test/outbox -> 200
lacks "fanny@"
