# E1, E10, R0.1, St11: who waits how long, beside what they pay, and what may be said of it
firm clock=2027-04-05T09:00
staff Karim, Tom
as claire

# Nobody yet: said as that, and kindly.
GET /equity -> 200 {"window_d": 180, "heads": [{"name": "Claire", "reply": {"median_wh": null, "n": 0}}],
  "correlation": {"n": 0, "rho": null, "low": null, "high": null, "state": "U", "text": "Trop tôt pour le dire"},
  "ratio": {"k": 0, "lowest": {"median_wh": null, "n": 0, "interval": null}, "ratio": null, "state": "U"}, "table": [],
  "internal": {"n": 0, "median_wh": null}, "nuisance": {"ratio": null, "state": "U", "text": "Une nuisance ou pas, le même respect."},
  "postponed": [], "chasers": [], "repeat_business": {"k": 0, "n": 0, "percent": null}}
PAGE /equite -> 200
has "Trop tôt pour le dire"
has "Elle viendra d’elle-même"
has "Personne ne peut encore être comparé"
lacks "<svg viewBox"

# Five messages each, all answered at once: five medians of hours, and revenue in thousands.
rule E1: ten clients, those who pay more answered faster
  as claire
  POST /clients {"name": "Client <name>", "state": "active", "started_on": "2027-01-04"} -> 201 <name>
  POST /entries {"client_id": <name>, "kind": "revenue", "cents": <paid>00000, "on": "2027-01-15"} -> 201 paid_<name>
  as karim
  repeat 5 POST /exchanges {"client_id": <name>, "channel": "email", "direction": "in", "at": "2027-01-11T09:00", "subject": "Question $n"} -> 201
  POST /exchanges {"client_id": <name>, "channel": "email", "direction": "out", "at": "2027-01-<at>"} -> 201
| name | paid | at       |
| a    | 120  | 11T11:00 |
| b    | 95   | 11T12:30 |
| c    | 80   | 11T12:00 |
| d    | 60   | 11T13:00 |
| e    | 45   | 11T14:30 |
| f    | 30   | 11T14:00 |
| g    | 22   | 11T16:00 |
| h    | 15   | 11T15:30 |
| i    | 9    | 12T10:00 |
| j    | 4    | 11T17:00 |
as claire
GET /equity -> 200 {"correlation": {"n": 10, "rho": -0.952, "low": -0.992, "high": -0.742, "state": "B", "text": "Les clients qui paient plus sont répondus plus vite."},
  "ratio": {"k": 3, "lowest": {"median_wh": 8, "n": 15, "interval": [6.5, 9]}, "highest": {"median_wh": 3, "n": 15, "interval": [2, 3.5]}, "ratio": 2.67, "state": "B"},
  "table": [{"client_id": a, "name": "Client a", "third": "high", "n": 5, "median_wh": 2, "revenue_cents": 12000000}, {"third": "high"}, {"third": "high"},
    {"third": "mid"}, {"third": "mid"}, {"third": "mid"}, {"third": "mid", "median_wh": 7}, {"third": "low"}, {"third": "low"}, {"client_id": j, "third": "low", "median_wh": 8}],
  "footnote": {"excluded": 0, "internal": 0, "no_revenue": 0, "few_messages": 0}}
PAGE /equite -> 200
has "Les clients qui paient plus sont répondus plus vite."
has "ρ = −0,95 [−0,99 ; −0,74], 10 clients"
has "pas pourquoi"
has "Le tiers qui paie le moins attend 8,0 h, le tiers qui paie le plus 3,0 h : un rapport de 2,7."
has "<svg viewBox=\"0 0 420 270\" role=\"img\" aria-labelledby=\"plot-title plot-desc\">"
has "échelle logarithmique"
has "<a href=\"/c/$a/attente\">Client a</a>"
has "120 000"

# One client short of what the firm asks for, there is no sentence; the plain table stands.
PATCH /settings {"fair_min_clients": 11} -> 200
GET /equity -> 200 {"correlation": {"n": 10, "rho": null, "low": null, "high": null, "state": "U", "text": "Trop tôt pour le dire"}, "ratio": {"ratio": 2.67, "state": "A"}, "table": [any, any, any, any, any, any, any, any, any, any]}
PAGE /equite -> 200
has "Pour une phrase, il faut 11 clients"
PATCH /settings {"fair_min_clients": 8} -> 200

# A member: thirds and no amounts, neither in the answer nor in what is drawn.
as tom
GET /equity -> 200 mine {"table": [{"client_id": a, "third": "high", "revenue_cents": absent}, ...]}
lacks "_cents"
lacks "12000000"
PAGE /equite -> 200 mypage
lacks "120 000"
lacks "Revenu"
lacks "échelle logarithmique"
has "tiers du bas"
has "La moitié des réponses"

# E10: leads first; others' figures are theirs alone.
as claire
POST /clients {"name": "Client de Claire", "state": "active"} -> 201 talk
repeat 9 POST /exchanges {"client_id": talk, "channel": "email", "direction": "in", "at": "2027-02-01T09:00", "subject": "Question"} -> 201
POST /exchanges {"client_id": talk, "channel": "email", "direction": "out", "at": "2027-02-01T12:12"} -> 201
POST /exchanges {"client_id": talk, "channel": "email", "direction": "in", "at": "2027-02-08T09:00"} -> 201
as tom
POST /exchanges {"client_id": talk, "channel": "email", "direction": "out", "at": "2027-02-08T11:00"} -> 201
GET /equity -> 200 {"heads": [{"person_id": claire, "name": "Claire", "reply": {"median_wh": 3.2, "n": 9}}], "own": {"reply": {"median_wh": 2, "n": 1}, "say_do": {"k": 0, "n": 0}},
  "correlation": {"n": 10}, "footnote": {"excluded": 1, "no_revenue": 1}}
lacks "Karim"
lacks "\"Tom\""
PAGE /equite -> 200
has "<strong>Claire</strong>"
has "répond en 3,2 h (sur 9)"
has "Vous (visible de vous seulement)"
has "répond en 2,0 h (sur 1)"
lacks "Karim"
has "clients sans aucun revenu noté sur douze mois : 1"
as claire
GET /equity -> 200 {"own": {"reply": {"median_wh": 3.2, "n": 9}}}
PAGE /equite -> 200
lacks "visible de vous seulement"

# R0.1: a client in-house has a median of its own, and is not among the ten.
POST /clients {"name": "Finances", "state": "active", "kind": "internal"} -> 201 inside
repeat 6 POST /exchanges {"client_id": inside, "channel": "email", "direction": "in", "at": "2027-02-01T09:00"} -> 201
POST /exchanges {"client_id": inside, "channel": "email", "direction": "out", "at": "2027-02-01T11:00"} -> 201
GET /equity -> 200 {"internal": {"n": 6, "median_wh": 2}, "correlation": {"n": 10}, "footnote": {"excluded": 2, "internal": 1, "no_revenue": 1}}
PAGE /equite -> 200
has "Clients internes"
as tom
PAGE /equite -> 200 mypage
has ">interne</text>"
GET /equity -> 200 mine

# What stands behind a figure, message by message.
PAGE /c/$i/attente -> 200
has "<h1>Combien ils attendent</h1>"
has "5 messages ; la moitié ont attendu 9,0 h ou moins."
has "répondu en 9,0 h"
has "Question 3"
GET /clients/$i/equity -> 200 {"client_id": i, "n": 5, "median_wh": 9, "messages": [{"wh": 9, "text": "répondu en 9,0 h"}, ...], "moved": [], "chasers": []}
lacks "_cents"

# Money orders nothing: ten times as much changes no byte of a member's.
as claire
POST /promises {"client_id": a, "side": "us", "text": "La maquette", "due": "2027-04-05"} -> 201
POST /promises {"client_id": j, "side": "us", "text": "Le dépliant", "due": "2027-04-05"} -> 201
GET /today -> 200 day
PAGE /auj -> 200 daypage
as tom
GET /equity -> 200 mine
PAGE /equite -> 200 mypage
PAGE /clients -> 200 list
PAGE /c/$j -> 200 file
as claire
rule E1: revenues multiplied
  PATCH /entries/$paid_<name> {"cents": <paid>000000} -> 200
| name | paid |
| a    | 120  |
| b    | 95   |
| c    | 80   |
| d    | 60   |
| e    | 45   |
| f    | 30   |
| g    | 22   |
| h    | 15   |
| i    | 9    |
| j    | 4    |
as tom
GET /equity -> 200
same as mine
PAGE /equite -> 200
same as mypage

# … and swapped, the thirds change, as they must; no other page of anybody does.
as claire
rule E1: revenues swapped
  PATCH /entries/$paid_<name> {"cents": <paid>00000} -> 200
| name | paid |
| a    | 4    |
| b    | 9    |
| c    | 15   |
| d    | 22   |
| e    | 30   |
| f    | 45   |
| g    | 60   |
| h    | 80   |
| i    | 95   |
| j    | 120  |
GET /today -> 200
same as day
PAGE /auj -> 200
same as daypage
GET /equity -> 200 {"correlation": {"state": "A", "text": "Les clients qui paient moins sont répondus plus vite."}, "ratio": {"state": "G"}}
as tom
PAGE /clients -> 200
same as list
PAGE /c/$j -> 200
same as file

# It is the team's.
contact Noémie of a
as noemie
GET /equity -> 404
PAGE /equite -> 404
PAGE /c/$a/attente -> 404
as nobody
GET /equity -> 401
