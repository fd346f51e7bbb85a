# conversation 16.3: letters to us, when a client does something; the day's rows in one
staff Karim, Inès
lead Léa
as karim
POST /clients {"name": "Café Lune"} -> 201 lune
contact Noémie of lune agrees
at 2027-03-02T10:00
GET /people/$karim -> 200 {"notify": "messages", "digest": false}
as noemie
POST /exchanges {"text": "SENTINELLE un"} -> 201

as karim
GET /exchanges?client_id=$lune -> 200 got
as claire
GET /test/outbox -> 200 {"items": [{"to": "karim@mistral.example", "subject": "Café Lune : un message de Noémie", "at": "2027-03-02T10:00"}]}
has "/echange/$got.items.0.id"
lacks "/l/"
lacks "SENTINELLE"

# Something wrong, a correction, a yes, a choice; nothing of what they say.
as noemie
POST /matters {"title": "SENTINELLE deux", "body": "SENTINELLE trois"} -> 201
as karim
POST /mandates {"client_id": lune, "title": "Vitrine", "need": "Une vitrine"} -> 201 window
as noemie
POST /mandates/$window.pub/confirm_need -> 200
as karim
POST /writings {"client_id": lune, "kind": "recap", "understood": "Le lancement est en mai."} -> 201 one
POST /writings {"client_id": lune, "kind": "recap", "understood": "La vitrine est prête."} -> 201 two
POST /writings/$one/send -> 200
POST /writings/$two/send -> 200
at 2027-03-02T10:01
as noemie
POST /writings/$one.pub/correct {"text": "SENTINELLE quatre"} -> 200
POST /writings/$two.pub/confirm -> 200
as karim
POST /decisions {"client_id": lune, "about": "preference", "question": "SENTINELLE cinq ?", "options": [
  {"label": "Bleu", "pros": ["a"], "cons": ["b"]}, {"label": "Vert", "pros": ["c"], "cons": ["d"]}]} -> 201 colour
POST /decisions/$colour/ask -> 200
as noemie
POST /decisions/$colour.pub/choose {"n": 0} -> 200
# Reading is none of these.
PAGE /p -> 200
as claire
GET /test/outbox -> 200
has "Café Lune : quelque chose ne va pas, nous dit Noémie"
has "Café Lune : l’accord de Noémie"
has "Café Lune : une correction de Noémie"
has "Café Lune : Noémie a choisi"
lacks "SENTINELLE"
# What one of us does, or notes of them, is told to nobody.
as karim
POST /exchanges {"client_id": lune, "channel": "email", "direction": "in", "text": "Noté par nous"} -> 201
as claire
GET /test/outbox -> 200 all
has "\"at\":\"2027-03-02T10:01"

# Only what is urgent, or wrong; or nothing.
as karim
PATCH /people/$karim {"notify": "urgent"} -> 200 {"notify": "urgent"}
at 2027-03-03T10:00
as noemie
POST /exchanges {"text": "Bonjour."} -> 201
as claire
GET /test/outbox -> 200
lacks "\"at\":\"2027-03-03"
as noemie
POST /exchanges {"text": "Vite.", "urgent_said": true, "urgent_reason": "Il pleut."} -> 201
as claire
GET /test/outbox -> 200
has "Café Lune : un message urgent de Noémie"
as karim
PATCH /people/$karim {"notify": "none"} -> 200
PATCH /people/$karim {"notify": null} -> 200 {"notify": "messages"}
PATCH /people/$karim {"notify": "none"} -> 200
at 2027-03-04T10:00
as noemie
POST /matters {"title": "La vitrine"} -> 201
as claire
GET /test/outbox -> 200
lacks "\"at\":\"2027-03-04"
as karim
PATCH /people/$karim {"notify": "all"} -> 422 invalid {"fields": {"notify": "bad_value"}}

# Whose letters is theirs to say, and nobody else's.
as claire
PATCH /people/$karim {"notify": "messages"} -> 403 author_only
PATCH /people/$karim {"digest": true} -> 403 author_only
PATCH /people/$noemie {"notify": "none"} -> 403 author_only
POST /people {"name": "Tom", "email": "tom@mistral.example", "role": "member", "digest": true} -> 422 invalid {"fields": {"digest": "not_settable"}}
as ines
PATCH /people/$ines {"notify": "messages"} -> 200
PAGE /personne/$ines -> 200
has "Lettres pour vous"
has "name=\"notify\""
has "name=\"digest\""
PAGE /personne/$karim -> 200
lacks "Lettres pour vous"
as claire
PAGE /personne/$karim -> 200
lacks "Lettres pour vous"

# Away, the cover hears of it, as the cover asked.
as karim
PATCH /people/$karim {"notify": "messages"} -> 200
POST /people/$karim/away {"from": "2027-03-05", "to": "2027-03-05", "cover_person_id": ines} -> 200
at 2027-03-05T10:00
as noemie
POST /exchanges {"text": "Bonjour Inès."} -> 201
as claire
GET /test/outbox -> 200
has "\"to\":\"ines@mistral.example\""

# The day's rows: in one's own language; none on a day without, none for somebody away.
as ines
PATCH /people/$ines {"digest": true, "lang": "en"} -> 200
at 2027-03-08T09:00
GET /today -> 200 {"rows": []}
as claire
GET /test/outbox -> 200
lacks "\"at\":\"2027-03-08"
as ines
POST /clients {"name": "Librairie Sel", "state": "active"} -> 201 sel
POST /matters {"client_id": sel, "title": "Le papier manque"} -> 201
at 2027-03-09T09:00
as claire
GET /test/outbox -> 200
has "Agence Mistral: your day"
has "Librairie Sel: to be told by voice, “Le papier manque”."
has "/auj"
as ines
POST /people/$ines/away {"from": "2027-03-10", "to": "2027-03-10", "cover_person_id": karim} -> 200
at 2027-03-10T09:00
as claire
GET /test/outbox -> 200
lacks "\"at\":\"2027-03-10"
cli doctor -> 0
