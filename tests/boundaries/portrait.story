# The picture of a relation: from which share on a rule is alive, to be cared for, hurting (5.1)
staff Karim
as karim
# What happened is written straight into the records: dozens of calls would say no more.
at 2027-03-12T17:00
rule ★R4a: told in time, 80 % and 50 %
  POST /clients {"name": "Un $n"} -> 201 one
  repeat <in time> POST /matters {"client_id": one, "nature": "bad_news", "title": "tôt", "noticed_at": "2027-03-09T09:00"} -> 201
  repeat <late> POST /matters {"client_id": one, "nature": "bad_news", "title": "tard", "noticed_at": "2027-03-09T09:00"} -> 201
  sql "UPDATE matter SET state = 'told', told_at = noticed_at + 3600 WHERE title = 'tôt'"
  sql "UPDATE matter SET state = 'told', told_at = noticed_at + 200000 WHERE title = 'tard'"
  GET /clients/$one/portrait -> 200 {"rules": [{"checks": [{"check": "R4a", "state": "<state>"}, any, any, any]}]}
| in time | late | state |
| 4       | 1    | G     |
| 23      | 6    | A     |
| 1       | 1    | A     |
| 24      | 25   | B     |
rule R4b: told first, from three on, 80 % and 50 %
  POST /clients {"name": "Deux $n"} -> 201 one
  repeat <first> POST /matters {"client_id": one, "nature": "bad_news", "title": "avant", "noticed_at": "2027-03-09T09:00"} -> 201
  repeat <found> POST /matters {"client_id": one, "nature": "bad_news", "title": "après", "noticed_at": "2027-03-09T09:00"} -> 201
  sql "UPDATE matter SET state = 'told', told_at = noticed_at + 3600 WHERE title IN ('avant', 'après')"
  sql "UPDATE matter SET found_by_client_at = told_at - 1 WHERE title = 'après'"
  GET /clients/$one/portrait -> 200 {"rules": [{"checks": [any, {"check": "R4b", "k": <first>, "state": "<state>"}, any, any]}]}
| first | found | state |
| 2     | 0     | U     |
| 3     | 0     | G     |
| 4     | 1     | G     |
| 23    | 6     | A     |
| 2     | 2     | A     |
| 24    | 25    | B     |
rule R4c: decided together, all or half; a single one without them only asks for care
  POST /clients {"name": "Trois $n"} -> 201 one
  POST /matters {"client_id": one, "title": "Un souci"} -> 201 worry
  repeat <together> POST /decisions {"client_id": one, "about": "problem", "about_id": worry, "question": "ensemble"} -> 201
  repeat <alone> POST /decisions {"client_id": one, "about": "problem", "about_id": worry, "question": "seuls"} -> 201
  sql "UPDATE decision SET state = 'chosen', chosen_at = created_at, chosen_by = CASE question WHEN 'seuls' THEN 'us' ELSE 'joint' END"
  GET /clients/$one/portrait -> 200 {"rules": [{"checks": [any, any, {"check": "R4c", "state": "<state>"}, any]}]}
| together | alone | state |
| 0        | 0     | N     |
| 1        | 0     | G     |
| 2        | 1     | A     |
| 1        | 1     | A     |
| 0        | 1     | A     |
| 0        | 2     | B     |
| 24       | 25    | B     |

at 2027-03-15T09:00
rule R4d: prepared
  POST /clients {"name": "<name>", "state": "active"} -> 201 <name>
  POST /writings {"client_id": <name>, "kind": "welcome", "body": "Il y aura des imprévus."} -> 201 hello_<name>
| name   |
| intime |
| late   |
| never  |
# With nothing to tell, its key check is not known: then a rule hurts, or asks for care, but is never alive.
rule R4d: welcomed within five working days, here until Friday at five
  at 2027-03-19T<at>
  POST /writings/$hello_<sent>/send {"by_hand": true} -> 200
  GET /clients/$<sent>/portrait -> 200 {"rules": [{"state": "<rule>", "checks": [any, any, any, {"check": "R4d", "state": "<state>"}]}]}
  GET /clients/$never/portrait -> 200 {"rules": [{"state": "<unsent>", "checks": [any, any, any, {"check": "R4d", "state": "<unsent>"}]}]}
| at       | sent   | state | rule | unsent |
| 17:00:00 | intime | G     | U    | U      |
| 17:00:01 | late   | A     | A    | B      |
