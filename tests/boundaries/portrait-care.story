# The picture of a relation: empathy, sharing and the little extra, at each of their cut-offs (5.1, R3, R6, R7)
staff Karim
as karim

# R3a: distinct whys that were checked within 180 days; a relation of less than twenty working days is not judged.
POST /clients {"name": "Jeune", "state": "active"} -> 201 young
POST /clients {"name": "Pas encore"} -> 201 prospect
check R3a of prospect {"state": "U"}
rule R3a: twenty working days from the first of March at eight end on Friday the 26th at five
  at 2027-03-<at>
  check R3a of young {"k": 0, "n": 5, "state": "<state>"}
| at          | state |
| 26T16:59:59 | U     |
| 26T17:00:00 | B     |
rule R3.2: three, one or two, none, each question once
  POST /clients {"name": "Pourquoi $n", "state": "active", "started_on": "2027-01-04"} -> 201 one
  repeat <goals> POST /insights {"client_id": one, "question": "goal", "text": "le salon"} -> 201
  repeat <worries> POST /insights {"client_id": one, "question": "worry", "text": "le retard"} -> 201
  repeat <audiences> POST /insights {"client_id": one, "question": "audience", "text": "le conseil"} -> 201
  repeat 1 POST /insights {"client_id": one, "question": "pressure", "text": "supposé"} -> 201
  sql "UPDATE insight SET state = 'verified', verified_at = 1806000000 WHERE text <> 'supposé'"
  check R3a of one {"k": <k>, "state": "<state>", "sentence": "Pourquoi : <says>"}
| goals | worries | audiences | k | state | says                           |
| 0     | 0       | 0         | 0 | B     | 0 sur 5 vérifié récemment      |
| 2     | 0       | 0         | 1 | A     | 1 sur 5 vérifié récemment      |
| 1     | 1       | 0         | 2 | A     | 2 sur 5 vérifiés récemment     |
| 1     | 1       | 1         | 3 | G     | 3 sur 5 vérifiés récemment     |
rule R3a: what a young relation knows already is seen
  POST /clients {"name": "Neuf $n", "state": "active"} -> 201 one
  repeat <goals> POST /insights {"client_id": one, "question": "goal", "text": "le salon"} -> 201
  repeat <goals> POST /insights {"client_id": one, "question": "worry", "text": "le retard"} -> 201
  repeat <audiences> POST /insights {"client_id": one, "question": "audience", "text": "le conseil"} -> 201
  sql "UPDATE insight SET state = 'verified', verified_at = 1806000000 WHERE text <> 'supposé'"
  check R3a of one {"state": "<state>"}
| goals | audiences | state |
| 1     | 0         | U     |
| 1     | 1         | G     |
POST /clients {"name": "Vérifié", "state": "active", "started_on": "2027-01-04"} -> 201 known
POST /exchanges {"client_id": known, "channel": "phone", "direction": "both", "at": "2027-03-26T17:00:00"} -> 201 call
POST /insights {"client_id": known, "question": "goal", "text": "le salon"} -> 201 goal
POST /insights/$goal/verify {"exchange_id": call} -> 200

# R3b: what is not clear for more than ten working days.
at 2027-04-05T09:00
POST /mandates {"client_id": known, "title": "Le site"} -> 201 site
check R3b of known {"state": "U"}
POST /terms {"mandate_id": site, "kind": "rule", "owed_by": "us", "text": "Clair", "why": "On se voit."} -> 201
POST /terms {"mandate_id": site, "kind": "rule", "owed_by": "us", "text": "Flou", "why": "On se voit.", "clarity": "fuzzy"} -> 201 fuzzy
POST /terms {"mandate_id": site, "kind": "rule", "owed_by": "us", "text": "Devenu flou", "why": "On se voit."} -> 201 later
at 2027-04-06T09:00
PATCH /terms/$later {"clarity": "implicit"} -> 200
rule R3b: ten working days, counted from when it was said to be unclear
  at 2027-04-<at>
  check R3b of known {"state": "<state>", "sentence": "<says>"}
| at          | state | says                                                |
| 16T17:00:00 | G     | Rien ne reste flou longtemps                        |
| 19T09:00:01 | A     | Une attente ou condition reste floue depuis longtemps  |
| 19T17:00:00 | A     | Une attente ou condition reste floue depuis longtemps  |
| 20T09:00:01 | A     | 2 attentes ou conditions restent floues depuis longtemps |
POST /terms {"mandate_id": site, "kind": "rule", "owed_by": "us", "text": "Irréaliste", "why": "On se voit.", "clarity": "unrealistic"} -> 201
sql "UPDATE term SET unclear_at = 1806000000 WHERE text = 'Irréaliste'"
check R3b of known {"state": "B"}
PATCH /terms/$fuzzy {"clarity": "clear"} -> 200
check R3b of known {"state": "A"}

# R3c: an idea of ours told within ninety days; before sixty days as a client none is missed.
POST /clients {"name": "Sans idée", "state": "active", "started_on": "2027-04-20"} -> 201 plain
POST /clients {"name": "Avec idée", "state": "active", "started_on": "2027-01-04"} -> 201 idea
check R3c of idea {"state": "A"}
POST /exchanges {"client_id": idea, "channel": "email", "direction": "out", "at": "2027-04-20T09:00"} -> 201 mail
POST /matters {"client_id": idea, "nature": "idea", "title": "Une vitrine", "noticed_at": "2027-04-19T09:00"} -> 201 window
POST /matters/$window/tell {"exchange_id": mail} -> 200
rule R3.4: R3c, sixty days of the calendar, ninety of 86,400 seconds
  at 2027-<at>
  check R3c of plain {"state": "<none>"}
  check R3c of idea {"state": "<told>"}
| at             | none | told |
| 06-18T23:59:59 | U    | G    |
| 06-19T00:00:00 | A    | G    |
| 07-19T08:59:59 | A    | G    |
| 07-19T09:00:00 | A    | A    |

# R6a: wins marked within fifteen working days, or too late; younger ones have time.
at 2027-08-02T09:00
rule ★R6a: marked in time, half and less
  POST /clients {"name": "Bravo $n"} -> 201 one
  repeat <in time> POST /moments {"client_id": one, "kind": "win", "title": "tôt", "happened_on": "2027-07-05"} -> 201
  repeat <late> POST /moments {"client_id": one, "kind": "win", "title": "tard", "happened_on": "2027-07-05"} -> 201
  repeat <fresh> POST /moments {"client_id": one, "kind": "win", "title": "frais", "happened_on": "2027-08-01"} -> 201
  sql "UPDATE moment SET done_on = CASE title WHEN 'tôt' THEN 21022 ELSE 21023 END, done_at = 1816700000 WHERE title IN ('tôt', 'tard')"
  check R6a of one {"k": <in time>, "state": "<state>"}
| in time | late | fresh | state |
| 0       | 0    | 0     | U     |
| 0       | 0    | 1     | U     |
| 1       | 0    | 1     | G     |
| 1       | 1    | 0     | G     |
| 24      | 25   | 0     | A     |
| 0       | 1    | 0     | A     |
POST /clients {"name": "Oublié"} -> 201 forgotten
POST /moments {"client_id": forgotten, "kind": "win", "title": "à la une", "happened_on": "2027-07-13"} -> 201
rule R6.2: not marked in fifteen working days, it was not; not recorded, it is not known
  at 2027-<at>
  check R6a of forgotten {"state": "<state>"}
| at             | state |
| 08-02T17:00:00 | U     |
| 08-02T17:00:01 | A     |
| 10-11T23:59:59 | A     |
| 10-12T00:00:00 | U     |

# R6b: a problem that weighed, or was ours, is looked back on within ten working days.
rule R6b: all, half, less
  POST /clients {"name": "Regard $n"} -> 201 one
  repeat <done> POST /matters {"client_id": one, "title": "fait", "severity": 2} -> 201
  repeat <open> POST /matters {"client_id": one, "title": "pas fait", "severity": 1, "cause": "both"} -> 201
  repeat <fresh> POST /matters {"client_id": one, "title": "frais", "severity": 3} -> 201
  repeat <light> POST /matters {"client_id": one, "title": "léger", "severity": 1, "cause": "client"} -> 201
  sql "UPDATE matter SET state = 'closed', closed_as = 'verified', closed_at = CASE title WHEN 'frais' THEN 1823200000 ELSE 1821000000 END WHERE state = 'noticed'"
  sql "INSERT INTO moment (id, rev, created_at, created_by, client_id, kind, title, matter_id, happened_on, done_on, done_at, findings, solution_promise_ids) SELECT id + 10000, 1, 1821000000, 1, client_id, 'setback', 'relu', id, 21070, 21080, 1821100000, '[\"constat\"]', '[1]' FROM matter WHERE title = 'fait' AND client_id = (SELECT max(id) FROM client)"
  check R6b of one {"state": "<state>"}
| done | open | fresh | light | state |
| 0    | 0    | 1     | 1     | N     |
| 1    | 0    | 1     | 0     | G     |
| 1    | 1    | 0     | 1     | A     |
| 24   | 25   | 0     | 0     | B     |
| 0    | 1    | 0     | 0     | B     |
rule R6b: ten working days, with a finding and a solution
  POST /clients {"name": "Délai $n"} -> 201 one
  POST /matters {"client_id": one, "title": "délai", "severity": 2} -> 201
  sql "UPDATE matter SET state = 'closed', closed_as = 'verified', closed_at = 1821016800 WHERE title = 'délai'"
  sql "INSERT INTO moment (id, rev, created_at, created_by, client_id, kind, title, matter_id, happened_on, done_on, done_at, findings, solution_promise_ids) SELECT id + 20000, 1, 1821000000, 1, client_id, 'setback', 'relu', id, 21070, 21080, 1821016800 + <after>, <findings>, <solutions> FROM matter WHERE title = 'délai' AND client_id = (SELECT max(id) FROM client)"
  check R6b of one {"state": "<state>"}
| after   | findings        | solutions | state |
| 1209600 | '[\"constat\"]' | '[1]'     | G     |
| 1209601 | '[\"constat\"]' | '[1]'     | B     |
| 1209600 | NULL            | '[1]'     | B     |
| 1209600 | '[\"constat\"]' | NULL      | B     |

# R6c: what was promised so that it would not happen again.
rule R6c: solutions done in time, 80 % and 50 %
  POST /clients {"name": "Solution $n"} -> 201 one
  repeat <kept> POST /promises {"client_id": one, "side": "us", "text": "faite", "due": "2027-10-20", "shared": false} -> 201
  repeat <late> POST /promises {"client_id": one, "side": "us", "text": "pas faite", "due": "2027-10-20", "shared": false} -> 201
  repeat <ahead> POST /promises {"client_id": one, "side": "us", "text": "à venir", "due": "2027-11-20", "shared": false} -> 201
  sql "UPDATE promise SET due = due - 20, judged_due = judged_due - 20, state = CASE text WHEN 'faite' THEN 'done' ELSE 'open' END, done_at = CASE text WHEN 'faite' THEN 1822000000 END, done_noted_at = 1822000000 WHERE state = 'open' AND text IN ('faite', 'pas faite')"
  sql "INSERT INTO moment (id, rev, created_at, created_by, client_id, kind, title, happened_on, done_on, done_at, findings, solution_promise_ids) SELECT 30000 + (SELECT max(id) FROM client), 1, 1821000000, 1, (SELECT max(id) FROM client), 'setback', 'relu', 21070, 21080, 1821100000, '[\"constat\"]', (SELECT '[' || group_concat(id) || ']' FROM promise WHERE client_id = (SELECT max(id) FROM client))" or "INSERT INTO moment (id, rev, created_at, created_by, client_id, kind, title, happened_on, done_on, done_at, findings, solution_promise_ids) SELECT 30000 + (SELECT max(id) FROM client), 1, 1821000000, 1, (SELECT max(id) FROM client), 'setback', 'relu', 21070, 21080, 1821100000, '[\"constat\"]', (SELECT '[' || string_agg(CAST(id AS TEXT), ',') || ']' FROM promise WHERE client_id = (SELECT max(id) FROM client))"
  check R6c of one {"k": <k>, "state": "<state>"}
| kept | late | ahead | k    | state |
| 0    | 0    | 1     | null | N     |
| 4    | 1    | 1     | 4    | G     |
| 23   | 6    | 0     | 23   | A     |
| 1    | 1    | 0     | 1    | A     |
| 24   | 25   | 0     | 24   | B     |

# R7a: a little extra or time out of the frame within 180 days; none is missed in the first sixty.
POST /clients {"name": "Ancien", "state": "active", "started_on": "2027-09-01"} -> 201 old
POST /clients {"name": "Choyé", "state": "active", "started_on": "2027-01-04"} -> 201 spoilt
check R7a of spoilt {"state": "A", "value": null}
POST /moments {"client_id": spoilt, "kind": "meetup", "title": "Un café dehors"} -> 201 coffee
POST /moments/$coffee/done {"done_on": "2027-10-11"} -> 200
check R7a of spoilt {"state": "G", "value": 1, "ids": [{"kind": "moment", "id": coffee}]}
rule R7.1: R7a, sixty days as a client, 180 since the last one
  at <at>
  check R7a of old {"state": "<none>"}
  check R7a of spoilt {"state": "<some>", "value": <days>}
| at                  | none | some | days |
| 2027-10-30T23:59:59 | U    | G    | 19   |
| 2027-10-31T00:00:00 | A    | G    | 20   |
| 2028-04-08T23:59:59 | A    | G    | 180  |
| 2028-04-09T00:00:00 | A    | A    | 181  |

# R7b: a list of ideas within ten working days of a delivery.
rule R7.3: R7b, ideas sent by the end of the tenth working day
  POST /clients {"name": "Livré $n"} -> 201 one
  POST /mandates {"client_id": one, "title": "Le site"} -> 201 site
  POST /writings {"client_id": one, "kind": "ideas", "mandate_id": site, "body": "Trois idées."} -> 201 ideas
  sql "UPDATE mandate SET state = 'delivered', delivered_on = <on>, delivered_at = <on> * CAST(86400 AS BIGINT) + 57600 WHERE title = 'Le site' AND delivered_at IS NULL"
  sql "UPDATE writing SET sent_at = <sent>, state = 'sent' WHERE kind = 'ideas' AND sent_at IS NULL"
  POST /people {"name": "Un $n", "email": "un$n@client.example", "role": "contact", "client_id": one} -> 201
  check R7b of one {"state": "<state>"}
| on    | sent       | state |
| 21262 | 1838174399 | G     |
| 21262 | 1838174400 | A     |
| 21262 | NULL       | A     |
| 21280 | NULL       | N     |
| 21000 | NULL       | N     |
