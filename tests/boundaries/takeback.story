# When what was sent can still be taken back (conversation 15.6): a minute, and no letter left
staff Karim
as karim
POST /clients {"name": "Atelier Nord", "state": "active"} -> 201 nord
contact Ella of nord agrees

rule 15.6: given by hand, for sixty seconds
  at 2027-03-<day>T10:00
  POST /writings {"client_id": nord, "kind": "recap", "understood": "a"} -> 201 one
  POST /writings/$one/send {"by_hand": true} -> 200
  at 2027-03-<day>T<at>
  POST /writings/$one/take_back -> <answer>
| day | at       | answer           |
| 02  | 10:00:59 | 200              |
| 03  | 10:01:00 | 200              |
| 04  | 10:01:01 | 409 already_left |
rule 15.6: by letter, until the first one leaves
  at 2027-03-<day>T10:00
  as claire
  PATCH /settings {"undo_s": <undo>} -> 200
  as karim
  POST /exchanges {"client_id": nord, "channel": "portal", "direction": "out", "text": "Une minute.", "deliver": true} -> 201 one
  at 2027-03-<day>T<at>
  POST /exchanges/$one/take_back -> <answer>
| day | undo | at       | answer           |
| 08  | 20   | 10:00:19 | 200              |
| 09  | 20   | 10:00:20 | 409 already_left |
| 10  | 60   | 10:00:59 | 200              |
| 11  | 60   | 10:01:00 | 409 already_left |
| 12  | 0    | 10:00:00 | 409 already_left |
# One that was refused did not leave.
as claire
PATCH /settings {"undo_s": 5} -> 200
POST /test/letter {"to": "ella@client.example", "answer": "550"} -> 200
rule 15.6: refused, for sixty seconds; the row that says so goes with it
  at 2027-03-<day>T10:00
  as karim
  POST /exchanges {"client_id": nord, "channel": "portal", "direction": "out", "text": "Refusé.", "deliver": true} -> 201 one
  at 2027-03-<day>T<at>
  POST /exchanges/$one/take_back -> <answer>
| day | at       | answer           |
| 15  | 10:00:06 | 200              |
| 16  | 10:01:00 | 200              |
| 17  | 10:01:01 | 409 already_left |
at 2027-03-17T10:02
as karim
GET /clients/$nord -> 200
cli doctor -> 0 "clocks: 0 differ"

rule c16: shows at the refusal, due eight working hours later
  at 2027-03-18T<at>
  GET /exchanges/$one -> 200 {"clocks": [{"type": "c16", "starts_at": "2027-03-17T10:00:05-04:00", "due": "2027-03-18T10:00:05-04:00", "stopped_at": null}]}
  GET /today -> 200 {"rows": [{"type": "c16", "overdue": <overdue>}, ...]}
| at       | overdue |
| 10:00:05 | false   |
| 10:00:06 | true    |
