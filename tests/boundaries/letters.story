# When letters leave (conversation 15.2, 15.6): the delay of what an act sends, three days at most, a code's use
staff Karim
as karim
POST /clients {"name": "Café Lune", "state": "active"} -> 201 lune
contact Noémie of lune agrees

rule undo_s: from 0 to 60 seconds, for what is sent from then on
  at 2027-03-<day>T10:00
  as claire
  PATCH /settings {"undo_s": <undo>} -> 200
  as karim
  POST /writings {"client_id": lune, "kind": "ideas", "body": "Une idée."} -> 201 one
  POST /writings/$one/send -> 200
  as claire
  PATCH /settings {"undo_s": 20} -> 200
  at 2027-03-<day>T<at>
  GET /test/outbox -> 200
  <sees> "2027-03-<day>T<left>"
| day | undo | at       | sees  | left     |
| 02  | 20   | 10:00:19 | lacks | 10:00:20 |
| 03  | 20   | 10:00:20 | has   | 10:00:20 |
| 04  | 0    | 10:00    | has   | 10:00:00 |
| 05  | 60   | 10:00:59 | lacks | 10:01:00 |
| 06  | 60   | 10:01    | has   | 10:01:00 |
rule undo_s: what it may be
  as claire
  PATCH /settings {"undo_s": <undo>} -> <answer>
| undo | answer                                        |
| -1   | 422 invalid {"fields": {"undo_s": "bad_value"}} |
| 61   | 422 invalid {"fields": {"undo_s": "bad_value"}} |
| 20   | 200                                           |

# With a mail server that says "later", and the night when clocks change in between.
as claire
POST /test/letter {"to": "noemie@client.example", "answer": "450"} -> 200
rule three days after it was written a letter expires, and does not leave by itself later
  at 2027-03-11T10:00:0<n>
  as karim
  POST /writings {"client_id": lune, "kind": "ideas", "body": "Une idée."} -> 201 one
  POST /writings/$one/send -> 200
| n |
| 0 |
| 1 |
rule … at the second
  at 2027-03-14T<at>
  cli doctor -> 0 "letters: <waiting> wait to leave, 0 came back, <gone> could not leave"
| at       | waiting | gone |
| 10:59:59 | 2       | 0    |
| 11:00:00 | 1       | 1    |
| 11:00:01 | 0       | 2    |
as claire
POST /test/letter {"to": "noemie@client.example", "answer": "250"} -> 200
at 2027-03-15T10:00
GET /test/outbox -> 200
lacks "\"at\":\"2027-03-15"

rule a code past its use is not sent late
  at 2027-03-<day>T10:00
  as claire
  POST /test/letter {"to": "noemie@client.example", "answer": "none"} -> 200
  as nobody
  FORM /p/entrer (X-Real-IP: 10.0.2.<day>) {"email": "noemie@client.example"} -> 200
  at 2027-03-<day>T<at>
  as claire
  POST /test/letter {"to": "noemie@client.example", "answer": "250"} -> 200
  GET /test/outbox -> 200
  <sees> "\"at\":\"2027-03-<day>"
| day | at       | sees  |
| 16  | 10:14:59 | has   |
| 17  | 10:15:00 | lacks |
