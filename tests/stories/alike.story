# E1, St11: no difference shown is no proof that there is none; and where all are the same there is nothing to compare
firm clock=2027-04-05T09:00 lang=en
staff Karim
rule E1: ten clients, now this one answered faster, now that one
  as claire
  POST /clients {"name": "Client <name>", "state": "active", "started_on": "2027-01-04"} -> 201 <name>
  POST /entries {"client_id": <name>, "kind": "revenue", "cents": <paid>00000, "on": "2027-01-15"} -> 201
  as karim
  repeat 5 POST /exchanges {"client_id": <name>, "channel": "email", "direction": "in", "at": "2027-01-11T09:00"} -> 201
  POST /exchanges {"client_id": <name>, "channel": "email", "direction": "out", "at": "2027-01-11T<at>"} -> 201
| name | paid | at    |
| a    | 120  | 13:00 |
| b    | 95   | 14:30 |
| c    | 80   | 12:00 |
| d    | 60   | 15:00 |
| e    | 45   | 13:30 |
| f    | 30   | 14:00 |
| g    | 22   | 12:30 |
| h    | 15   | 15:30 |
| i    | 9    | 13:12 |
| j    | 4    | 14:12 |
GET /equity -> 200 {"correlation": {"n": 10, "rho": -0.2, "low": -0.74, "high": 0.497, "state": "G",
  "text": "No difference is shown; with 10 clients, a difference of −0.74 to 0.50 remains possible."}, "ratio": {"ratio": 1.3, "state": "G"}}
lacks "equal"
PAGE /equite -> 200
has "This does not prove that all are treated alike"
has "The third who pay least wait 5.2"
# Not alive while the smallest third waits half as long again.
as claire
PATCH /settings {"fair_ratio": 1.3} -> 200
GET /equity -> 200 {"correlation": {"state": "A"}, "ratio": {"state": "A"}}
PATCH /settings {"fair_ratio": 1.5} -> 200
sql "UPDATE entry SET cents = 100"
GET /equity -> 200 {"correlation": {"n": 10, "rho": null, "low": null, "high": null, "state": "U", "text": "Nothing to compare: all pay the same, or all wait the same."}}
PAGE /equite -> 200
has "Nothing to compare"
lacks "ρ ="
sql "UPDATE client SET name = 'A <b>bold</b> & long name'"
PAGE /equite -> 200
lacks "<b>bold"
as karim
PAGE /equite -> 200
lacks "<b>bold"
