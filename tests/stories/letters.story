# Conversation 15.2, 15.5, 15.7: what letters say, when they leave, what becomes of them
staff Karim, Inès
as karim
POST /clients {"name": "Café Lune", "state": "active"} -> 201 lune
contact Noémie of lune agrees
POST /people {"name": "John", "email": "john@client.example", "role": "contact", "client_id": lune, "lang": "en"} -> 201 john

# Who and what kind, by first name, in the reader's language; never what it says.
at 2027-03-01T09:00
POST /writings {"client_id": lune, "kind": "recap", "understood": "Le LANCEMENT est en mai."} -> 201 recap
POST /writings/$recap/send -> 200
POST /writings {"client_id": lune, "kind": "welcome", "body": "Le LANCEMENT vous accueille."} -> 201 hello
POST /writings/$hello/send -> 200
as claire
at 2027-03-01T09:00:19
GET /test/outbox -> 200 {"items": []}
# The clock jumps; each has left at its own instant.
at 2027-03-01T12:00
GET /test/outbox -> 200 {"items": [
  {"at": "2027-03-01T09:00:20-05:00", "to": "noemie@client.example", "subject": "Agence Mistral : un récapitulatif de Karim", "raw": any,
   "text": "Karim, d'Agence Mistral, vous a envoyé un récapitulatif.…Il n'y a rien à installer ni à retenir : le bouton ci-dessous vous ouvre la porte.…Lire et répondre…"},
  {"at": "2027-03-01T09:00:20-05:00", "to": "john@client.example", "subject": "Agence Mistral: a recap from Karim", "raw": any,
   "text": "Karim, of Agence Mistral, has sent you a recap.…There is nothing to install, and nothing to remember…"},
  {"subject": "Agence Mistral : un message de Karim", "text": "Karim, d'Agence Mistral, vous a envoyé un message.…"},
  {"subject": "Agence Mistral: a message from Karim", "text": "Karim, of Agence Mistral, has sent you a message.…"}]}
lacks "LANCEMENT"
has "Content-Type: multipart/alternative"
as ines
POST /clients {"name": "Boréal", "state": "active"} -> 201 boreal
contact Lise of boreal agrees
POST /decisions {"client_id": boreal, "about": "preference", "question": "Laquelle ?", "options": [{"label": "Rouge"}, {"label": "Verte"}]} -> 201 colour
POST /decisions/$colour/ask -> 200
at 2027-03-01T12:01
as claire
GET /test/outbox -> 200 last
has "Agence Mistral : un message d’Inès"

# What a mail server answers is played for an address; by leads, on a test database.
POST /test/letter {"to": "NOEMIE@client.example", "answer": "550"} -> 200
POST /test/letter {"to": "john@client.example", "answer": "450"} -> 200
POST /test/letter {"to": "john@client.example", "answer": "251"} -> 422 invalid {"fields": {"answer": "bad_value"}}
POST /test/letter {"to": "john@client.example"} -> 422 invalid {"fields": {"answer": "missing"}}
POST /test/letter {"answer": "250"} -> 422 invalid {"fields": {"to": "missing"}}
as karim
POST /test/letter {"to": "john@client.example", "answer": "250"} -> 403 lead_only
as noemie
POST /test/letter {"to": "john@client.example", "answer": "250"} -> 404 not_found

# Refused for good: noted on the person at that instant, whenever the clock comes by; what can leave later does.
at 2027-03-02T10:00
as karim
POST /writings {"client_id": lune, "kind": "ideas", "body": "Trois idées."} -> 201 ideas
POST /writings/$ideas/send -> 200
at 2027-03-02T10:30
GET /people/$noemie -> 200 {"mail_failed_at": "2027-03-02T10:00:20-05:00"}
GET /people/$john -> 200 {"mail_failed_at": null}
as claire
GET /audit?record=person:$noemie&action=mail_failed -> 200 {"items": [{"at": "2027-03-02T10:00:20-05:00", "who": null}]}
POST /test/letter {"to": "john@client.example", "answer": "250"} -> 200
GET /test/outbox -> 200 {"items": [any, any, any, any, any]}
# tried after 1, 5 and 30 minutes
at 2027-03-02T10:36:20
GET /test/outbox -> 200 {"items": [any, any, any, any, any, {"at": "2027-03-02T10:36:20-05:00", "to": "john@client.example"}]}
cli doctor -> 0 "letters: 0 wait to leave, 1 came back, 0 could not leave"
# One that arrives says that the address is good again.
POST /test/letter {"to": "noemie@client.example", "answer": "250"} -> 200
as karim
POST /writings {"client_id": lune, "kind": "ideas", "body": "Une autre."} -> 201 more
POST /writings/$more/send -> 200
at 2027-03-02T11:00
GET /people/$noemie -> 200 {"mail_failed_at": null}

# No mail server: it waits, and leaves once there is one, never earlier; a code past its use does not.
at 2027-03-03T10:00
as claire
POST /test/letter {"to": "lise@client.example", "answer": "none"} -> 200
as ines
POST /writings {"client_id": boreal, "kind": "welcome", "body": "Bienvenue."} -> 201 welcome
POST /writings/$welcome/send -> 200
as nobody
FORM /p/entrer (X-Real-IP: 10.0.3.1) {"email": "lise@client.example"} -> 200
at 2027-03-03T18:00
cli doctor -> 0 "letters: 1 wait to leave, 1 came back, 0 could not leave"
as claire
POST /test/letter {"to": "lise@client.example", "answer": "250"} -> 200
GET /test/outbox -> 200
has "\"at\":\"2027-03-03T18:00:00-05:00\",\"to\":\"lise@client.example\""
lacks "code que vous avez demandé"

# A link is bound to the address it was mailed to, and what it opened as well.
read link "lise@client.example.*(/l/[\\w-]{64}).*raw"
as nobody
PAGE /l/x -> 404 as bad
PAGE $link -> 200
as browser
FORM $link -> 303
PAGE /p/e/$welcome.pub -> 200
as ines
PATCH /people/$lise {"email": "lise.b@client.example"} -> 200
as browser
PAGE /p/e/$welcome.pub -> 303
as nobody
PAGE $link -> 404
same as bad
FORM $link -> 404
same as bad
as ines
PATCH /people/$lise {"email": "lise@client.example"} -> 200
as nobody
PAGE $link -> 200

# What waits goes to the address of now; to who left meanwhile, nowhere.
as ines
contact Zoé of boreal
POST /writings {"client_id": boreal, "kind": "ideas", "body": "Trois idées."} -> 201 list
POST /writings/$list/send -> 200
at 2027-03-03T18:00:10
PATCH /people/$lise {"email": "lise2@client.example"} -> 200
as claire
POST /people/$zoe/deactivate -> 200
at 2027-03-03T18:01
GET /test/outbox -> 200
has "lise2@client.example"
lacks "zoe@client.example"

# Reminded means that the reminder left.
PATCH /settings {"mail_reminders": true} -> 200
POST /test/letter {"to": "lise2@client.example", "answer": "450"} -> 200
POST /test/letter {"to": "noemie@client.example", "answer": "550"} -> 200
POST /test/letter {"to": "john@client.example", "answer": "550"} -> 200
at 2027-03-08T09:00
as karim
POST /writings {"client_id": lune, "kind": "recap", "understood": "a"} -> 201 refused
POST /writings/$refused/send -> 200
as ines
POST /writings {"client_id": boreal, "kind": "recap", "understood": "b"} -> 201 late
POST /writings/$late/send -> 200
POST /exchanges {"client_id": boreal, "channel": "phone", "direction": "both", "minutes": 5} -> 201 call
at 2027-03-11T09:10
GET /writings/$refused -> 200 {"reminded_at": null, "state": "sent"}
GET /writings/$late -> 200 {"reminded_at": null}
# Answered meanwhile, nobody is reminded of it.
POST /writings/$late/confirm {"exchange_id": call, "contact_id": lise} -> 200
as claire
POST /test/letter {"to": "lise2@client.example", "answer": "250"} -> 200
at 2027-03-12T09:00
GET /test/outbox -> 200
lacks "Inès, d’Agence Mistral, attend votre réponse."
cli doctor -> 0 "clocks: 0 differ"
# And when it has left, at that instant.
as ines
POST /writings {"client_id": boreal, "kind": "recap", "understood": "c"} -> 201 third
POST /writings/$third/send -> 200
at 2027-03-20T09:00
GET /writings/$third -> 200 {"reminded_at": "2027-03-16T17:00", "state": "unanswered"}
as claire
GET /audit?record=writing:$third&action=reminded_by_mail -> 200 {"items": [{"at": "2027-03-16T17:00:00-04:00", "who": null}]}
GET /test/outbox -> 200
has "Inès, d’Agence Mistral, attend votre réponse."
cli doctor -> 0 "clocks: 0 differ"
