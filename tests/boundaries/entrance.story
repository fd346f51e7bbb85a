# How long a way in stays open: a code, a letter's link, the sessions behind them; seconds of 86,400 a day
staff Karim
as karim
at 2027-03-15T10:00
POST /clients {"name": "Dubé", "state": "active"} -> 201 dube
contact Louise of dube
POST /writings {"client_id": dube, "kind": "recap", "understood": "Le lancement est en mai."} -> 201 recap
POST /writings/$recap/send -> 200
at 2027-03-15T10:01
as claire
GET /test/outbox -> 200
read link "(/l/[\\w-]{64})"

rule a code is good for a quarter of an hour
  at 2027-03-<day>T10:00
  as nobody
  FORM /p/entrer (X-Real-IP: 10.0.1.<day>) {"email": "louise@client.example"} -> 200
  as claire
  GET /test/outbox -> 200
  read code ".*\\D(\\d{8})\\D"
  at 2027-03-<day>T<at>
  as nobody
  FORM /p/code (X-Real-IP: 10.0.1.<day>) {"email": "louise@client.example", "code": "$code"} -> <answer>
| day | at       | answer |
| 16  | 10:14:59 | 303    |
| 17  | 10:15:00 | 401    |
rule a code is good for five tries
  at 2027-03-<day>T10:00
  as nobody
  FORM /p/entrer (X-Real-IP: 10.0.1.<day>) {"email": "louise@client.example"} -> 200
  as claire
  GET /test/outbox -> 200
  read code ".*\\D(\\d{8})\\D"
  as nobody
  repeat <wrong> FORM /p/code (X-Real-IP: 10.0.1.<day>) {"email": "louise@client.example", "code": "12"} -> 401
  FORM /p/code (X-Real-IP: 10.0.1.<day>) {"email": "louise@client.example", "code": "$code"} -> <answer>
| day | wrong | answer |
| 18  | 4     | 303    |
| 19  | 5     | 401    |

# The link of a letter lets in for a day, to what it is about; a code for thirty days, to all of it.
at 2027-03-20T10:00
as browser
FORM $link -> 303
rule what a letter opens stays open for a day
  at 2027-03-21T<at>
  PAGE /p/e/$recap.pub -> <answer>
| at       | answer |
| 09:59:59 | 200    |
| 10:00:00 | 303    |
at 2027-03-22T10:00
FORM /p/entrer (X-Real-IP: 10.0.1.22) {"email": "louise@client.example"} -> 200
as claire
GET /test/outbox -> 200
read code ".*\\D(\\d{8})\\D"
as browser
FORM /p/code (X-Real-IP: 10.0.1.22) {"email": "louise@client.example", "code": "$code"} -> 303
rule what a code opens stays open for thirty days
  at 2027-04-21T<at>
  PAGE /p/moi -> <answer>
| at       | answer |
| 09:59:59 | 200    |
| 10:00:00 | 303    |
as nobody
rule a letter's link opens for ninety days of the calendar, its own among them
  at 2027-06-<at>
  PAGE $link -> <answer>
| at          | answer |
| 12T23:59:59 | 200    |
| 13T00:00:00 | 404    |

# A letter lets somebody of the team choose a password: an hour when theirs was forgotten, seven days when they are new.
as claire
rule a forgotten password's link is good for an hour
  at 2027-07-<day>T10:00
  as nobody
  FORM /connexion/oubli (X-Real-IP: 10.0.3.<day>) {"email": "karim@mistral.example"} -> 200
  as claire
  at 2027-07-<day>T10:00:01
  GET /test/outbox -> 200
  read way ".*\"text\": ?\"[^\"]*?(/motdepasse/[\\w-]+)"
  at 2027-07-<day>T<at>
  as nobody
  FORM $way (X-Real-IP: 10.0.3.<day>) {"password": "un secret à moi"} -> <answer>
| day | at       | answer |
| 05  | 10:59:59 | 303    |
| 06  | 11:00:00 | 404    |
rule an invitation is good for seven days
  as claire
  at 2027-07-<day>T10:00
  POST /people/$karim/invite -> 200
  at 2027-07-<day>T10:00:01
  GET /test/outbox -> 200
  read way ".*\"text\": ?\"[^\"]*?(/motdepasse/[\\w-]+)"
  at 2027-07-<then>
  as nobody
  PAGE $way -> <answer>
| day | then        | answer |
| 07  | 14T09:59:59 | 200    |
| 15  | 22T10:00:00 | 404    |
