# The picture of a relation: transparency and rigour, at each of their cut-offs (5.1, R4, R5)
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
  check R4a of one {"state": "<state>"}
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
  check R4b of one {"k": <first>, "state": "<state>"}
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
  check R4c of one {"state": "<state>"}
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
  check R4d of <sent> {"state": "<state>"}
  check R4d of never {"state": "<unsent>"}
  picture of <sent> <sentrules>
  picture of never <unsentrules>
| at       | sent   | state | unsent | sentrules | unsentrules |
| 17:00:00 | intime | G     | U      | UUUUUUU   | UUUUUUU     |
| 17:00:01 | late   | A     | B      | UUUAUUU   | UUUBUUU     |

# R5a: kept promises of the window; below five it is not known.
at 2027-06-01T10:00
rule ★R5a: 90 % and 75 % of at least five
  POST /clients {"name": "Parole $n"} -> 201 one
  repeat <kept> POST /promises {"client_id": one, "side": "us", "text": "tenue", "due": "2027-06-10"} -> 201
  repeat <late> POST /promises {"client_id": one, "side": "us", "text": "manquée", "due": "2027-06-10"} -> 201
  sql "UPDATE promise SET judged_due = judged_due - 20, due = due - 20, state = 'done', done_at = 1779000000, done_noted_at = 1779000000 WHERE text = 'tenue' AND state = 'open'"
  sql "UPDATE promise SET judged_due = judged_due - 20, due = due - 20, state = 'done', done_at = 1811800000, done_noted_at = 1811800000 WHERE text = 'manquée' AND state = 'open'"
  check R5a of one {"k": <kept>, "state": "<state>"}
| kept | late | state |
| 4    | 0    | U     |
| 5    | 0    | G     |
| 9    | 1    | G     |
| 43   | 5    | A     |
| 3    | 1    | U     |
| 6    | 2    | A     |
| 23   | 8    | B     |

# R5b: who is in charge of what runs.
rule R5b: prepared
  as claire
  POST /clients {"name": "Charge"} -> 201 charge
  POST /mandates {"client_id": charge, "title": "Le site", "responsible_id": karim} -> 201 site
  check R5b of charge {"state": "N"}
  POST /mandates/$site/start {"override_reason": "essai"} -> 200
  check R5b of charge {"state": "G", "k": 1, "n": 1}
| once |
| so   |
rule R5b: away without a cover asks for care, gone hurts
  as claire
  sql "UPDATE person SET away_from = <from>, away_to = 21000, cover_person_id = <cover>, active = <active> WHERE name = 'Karim'"
  POST /people {"name": "Un de plus $n", "email": "plus$n@mistral.example", "role": "member"} -> 201
  check R5b of charge {"state": "<state>"}
| from  | cover | active | state |
| 20972 | NULL  | 1      | G     |
| 20970 | NULL  | 1      | A     |
| 20970 | 1     | 1      | G     |
| NULL  | NULL  | 0      | B     |
rule R5b: back again
  sql "UPDATE person SET away_from = NULL, away_to = NULL, cover_person_id = NULL, active = 1 WHERE name = 'Karim'"
  POST /people {"name": "Encore $n", "email": "encore$n@mistral.example", "role": "member"} -> 201
  check R5b of charge {"state": "G"}
| once |
| so   |

# R5c: hours against those agreed; above nine tenths with something left to deliver they should know.
rule R5.2: R5c, hours used of a hundred
  as claire
  POST /clients {"name": "Heures $n"} -> 201 one
  POST /mandates {"client_id": one, "title": "Le site", "budget_minutes": 6000} -> 201 site
  POST /mandates/$site/start {"override_reason": "essai"} -> 200
  repeat <left> POST /promises {"client_id": one, "mandate_id": site, "side": "us", "text": "La page", "due": "2027-07-30", "deliverable": true} -> 201
  repeat <told> POST /matters {"client_id": one, "mandate_id": site, "title": "Plus long que prévu"} -> 201 news
  repeat <told> POST /exchanges {"client_id": one, "channel": "phone", "direction": "both"} -> 201 call
  repeat <told> POST /matters/$news/tell {"exchange_id": call} -> 200
  repeat <entries> POST /entries {"client_id": one, "mandate_id": site, "kind": "hours", "minutes": <minutes>} -> 201
  check R5c of one {"state": "<state>", "value": <value>}
| entries | minutes | left | told | state | value |
| 0       | 1       | 2    | 0    | U     | null  |
| 1       | 5400    | 2    | 0    | G     | 90    |
| 1       | 5401    | 2    | 0    | A     | 90    |
| 1       | 5460    | 2    | 0    | A     | 91    |
| 1       | 5460    | 0    | 0    | G     | 91    |
| 1       | 5460    | 2    | 1    | G     | 91    |
| 1       | 6000    | 0    | 0    | G     | 100   |
| 1       | 6001    | 0    | 0    | B     | 100   |
| 1       | 6300    | 0    | 1    | B     | 105   |
rule R5c: no budget, no hours of the agreement
  as claire
  POST /clients {"name": "Sans $n"} -> 201 one
  POST /mandates {"client_id": one, "title": "Le site", "budget_minutes": <budget>, "when_due": "2027-<due>"} -> 201 site
  POST /mandates/$site/start {"override_reason": "essai"} -> 200
  POST /entries {"client_id": one, "mandate_id": site, "kind": "<kind>", "minutes": 60} -> 201
  check R5c of one {"state": "<state>"}
| budget | kind        | due   | state |
| null   | hours       | 06-01 | U     |
| 0      | hours       | 06-01 | U     |
| 60     | extra_hours | 06-01 | U     |
| 60     | hours       | 06-01 | G     |
| 60     | hours       | 05-31 | A     |

# R5d: whoever was told, or saw it moved, before its day began had been warned.
at 2027-06-07T08:00
as karim
POST /clients {"name": "Prévenu"} -> 201 warned
POST /promises {"client_id": warned, "side": "us", "text": "La première", "due": "2027-06-09"} -> 201 first
POST /promises/$first/move {"due": "2027-06-14", "reason": "papier", "agreed": true} -> 200
check R5d of warned {"state": "N"}
rule R5d: moved before the day begins
  POST /promises {"client_id": warned, "side": "us", "text": "n° $n", "due": "2027-06-10"} -> 201 promise
  at 2027-06-<at>
  POST /promises/$promise/move {"due": "2027-06-18", "reason": "papier", "agreed": true} -> 200
  check R5d of warned {"k": <k>, "n": <n>, "state": "<state>"}
| at          | k | n | state |
| 09T23:59:59 | 2 | 2 | G     |
| 10T00:00:00 | 2 | 3 | A     |
rule R5d: 80 % and 50 %
  POST /clients {"name": "Averti $n"} -> 201 one
  repeat <before> POST /promises {"client_id": one, "side": "us", "text": "avant", "due": "2027-06-20"} -> 201
  repeat <after> POST /promises {"client_id": one, "side": "us", "text": "après", "due": "2027-06-20"} -> 201
  sql "UPDATE promise SET moved_on = 20978, moves = '[{\"old\": ' || CASE text WHEN 'avant' THEN '20990' ELSE '20970' END || ', \"new\": 20991, \"at\": 1812550000, \"agreed\": true, \"reason\": \"x\"}]' WHERE text IN ('avant', 'après')"
  check R5d of one {"k": <before>, "state": "<state>"}
| before | after | state |
| 1      | 0     | N     |
| 4      | 1     | G     |
| 23     | 6     | A     |
| 1      | 1     | A     |
| 24     | 25    | B     |
