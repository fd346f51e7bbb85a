# Who is compared, from when on a message counts, whose things are put off, what is a chaser (5.4, 5.5; E1, E15, E20)
firm clock=2027-04-05T09:00
staff Karim
as claire

rule E1: a client is compared from five messages on, and with revenue of the last twelve months
  POST /clients {"name": "<name>", "state": "active"} -> 201 one
  POST /entries {"client_id": one, "kind": "revenue", "cents": 100, "on": "<on>"} -> 201
  repeat <messages> POST /exchanges {"client_id": one, "channel": "email", "direction": "in", "at": "2027-02-01T09:00"} -> 201
  POST /exchanges {"client_id": one, "channel": "email", "direction": "out", "at": "2027-02-01T10:00"} -> 201
  GET /equity -> 200 {"correlation": {"n": <n>}, "footnote": {"few_messages": <few>, "no_revenue": <unpaid>, "excluded": <left out>}}
| name      | on         | messages | n | few | unpaid | left out |
| four      | 2027-04-05 | 4        | 0 | 1   | 0      | 1        |
| five      | 2027-04-05 | 5        | 1 | 1   | 0      | 1        |
| last year | 2026-04-05 | 5        | 1 | 1   | 1      | 2        |
| this year | 2026-04-06 | 5        | 2 | 1   | 1      | 2        |

# The window ends where it began, 180 days ago to the second (an hour of winter lies between); nothing is
# said of a client who was not active in it.
rule E1: in the window
  POST /clients {"name": "<name>", "state": "active", "started_on": "2026-09-01"} -> 201 one
  POST /exchanges {"client_id": one, "channel": "email", "direction": "in", "at": "2026-10-07T<at>"} -> 201
  POST /exchanges {"client_id": one, "channel": "email", "direction": "out", "at": "2026-10-07T10:00"} -> 201
  GET /clients/$one/equity -> 200 {"n": <counted>}
  sql "UPDATE client SET state = '<state>', ended_on = <ended> WHERE name = '<name>'"
  GET /equity -> 200 {"footnote": {"no_revenue": <listed>}}
  sql "UPDATE client SET state = 'prospect', ended_on = NULL WHERE name = '<name>'"
| name    | at       | counted | state      | ended | listed |
| before  | 09:00:00 | 0       | active     | NULL  | 2      |
| within  | 09:00:01 | 1       | transition | NULL  | 2      |
| ended   | 09:00:01 | 1       | ended      | 20732 | 1      |
| then    | 09:00:01 | 1       | archived   | 20733 | 2      |
| not yet | 09:00:01 | 1       | prospect   | NULL  | 1      |

at 2027-04-05T17:00
POST /clients {"name": "Qui attend", "state": "active"} -> 201 waits
POST /exchanges {"client_id": waits, "channel": "email", "direction": "in", "at": "2027-04-05T09:00", "subject": "Alors ?"} -> 201 question
rule E1: without an answer it counts once that is past due, as what it has waited
  at 2027-04-<at>
  GET /clients/$waits/equity -> 200 {"n": <n>, "messages": [{"wh": <wh>, "text": "<text>"}]}
| at       | n | wh     | text                                     |
| 05T17:00:00 | 0 | null   | pas encore compté : sa réponse n’est pas due |
| 05T17:00:01 | 1 | 8      | attend depuis 8,0 h                      |
| 06T13:00:00 | 1 | 12     | attend depuis 12,0 h                     |
# Put on an agenda, it stopped waiting then; an answer before that would have been first.
POST /exchanges {"client_id": waits, "channel": "phone", "direction": "both", "planned": true, "at": "2027-04-09T10:00", "minutes": 5} -> 201 soon
POST /exchanges/$question/park {"appointment_id": soon} -> 200
at 2027-04-08T09:00
GET /clients/$waits/equity -> 200 {"n": 1, "median_wh": 12, "messages": [{"wh": 12, "text": "mis à l’ordre du jour en 12,0 h"}]}
GET /equity -> 200 {"heads": [{"reply": {"n": any}}]}
# Said urgent, its answer is due two hours later; needing none, it counts no more.
POST /exchanges {"client_id": waits, "channel": "email", "direction": "in", "urgent_said": true, "urgent_reason": "La salle est inondée"} -> 201 urgent
rule E16: an urgent one is due sooner, and waits no less
  at 2027-04-08T<at>
  GET /clients/$waits/equity -> 200 {"n": <n>, "messages": [{"wh": <wh>}, any]}
| at       | n | wh   |
| 11:00:00 | 1 | null |
| 11:00:01 | 2 | 2.0003 |
POST /exchanges/$urgent/waive_reply {"reason": "Ils ont rappelé"} -> 200
GET /clients/$waits/equity -> 200 {"n": 1}

# Six clients, five messages each: two thirds of two, ten messages a side.
rule E1: two thirds
  POST /clients {"name": "<name>", "state": "active"} -> 201 <name>
  POST /entries {"client_id": <name>, "kind": "revenue", "cents": <paid>00, "on": "2027-04-01"} -> 201
  repeat 5 POST /exchanges {"client_id": <name>, "channel": "email", "direction": "in", "at": "2027-04-01T09:00", "subject": "<name>"} -> 201
  POST /exchanges {"client_id": <name>, "channel": "email", "direction": "out", "at": "2027-04-01T<at>"} -> 201
| name   | paid | at    |
| second | 20   | 12:00 |
| third  | 30   | 11:00 |
| fourth | 40   | 11:00 |
| fifth  | 50   | 10:00 |
| sixth  | 60   | 10:00 |
# The sixth of them, with the least revenue, is "five": it waited an hour too; the other, three.
GET /equity -> 200 {"ratio": {"k": 2, "lowest": {"median_wh": 2, "n": 10}, "highest": {"median_wh": 1, "n": 10}, "ratio": 2, "state": "A"}, "correlation": {"n": 6, "state": "U"}}
rule E1: from which factor on twice as long needs care
  PATCH /settings {"fair_ratio": <factor>} -> 200
  GET /equity -> 200 {"ratio": {"state": "<state>"}}
| factor | state |
| 2      | A     |
| 2.01   | G     |
| 1.5    | A     |
# Nine messages on one side say nothing, however few a client needs.
PATCH /settings {"fair_min_msgs": 4} -> 200
sql "UPDATE exchange SET needs_reply = 0 WHERE id = (SELECT min(id) FROM exchange WHERE subject = 'second')"
GET /equity -> 200 {"ratio": {"k": 2, "lowest": {"n": 9}, "highest": {"n": 10}, "ratio": null, "state": "U"}}
PATCH /settings {"fair_min_msgs": 5} -> 200
sql "UPDATE exchange SET needs_reply = 1 WHERE subject = 'second'"

at 2027-04-12T09:00
rule E15: put off three times in ninety days, and twice as often as half of the clients
  POST /clients {"name": "Remis $n", "state": "active"} -> 201 late
  POST /promises {"client_id": late, "side": "us", "text": "La carte", "due": "2027-05-01"} -> 201 card
  repeat <moves> POST /promises/$card/move {"due": "2027-06-1$n", "reason": "pluie", "agreed": true} -> 200
  GET /equity -> 200 {"postponed": <named>}
| moves | named |
| 2     | []    |
| 3     | [{"client_id": late, "name": "Remis 2", "n": 3, "text": "Ce qui est remis attend souvent : Remis 2, 3 reports."}] |
# A row that had to wait is put off too; and moves of more than ninety days ago are not.
POST /clients {"name": "Patience", "state": "active"} -> 201 patience
POST /promises {"client_id": patience, "side": "us", "text": "Le menu", "due": "2027-04-20"} -> 201 menu
POST /promises/$menu/move {"due": "2027-04-13", "reason": "pluie", "agreed": true} -> 200
POST /promises/$menu/move {"due": "2027-04-14", "reason": "pluie", "agreed": true} -> 200
POST /today/b2:promise:$menu/snooze {"until": "2027-04-13", "reason": "On attend le papier"} -> 200
GET /equity -> 200 {"postponed": [{"name": "Remis 2", "n": 3}, {"name": "Patience", "n": 3}],
  "comparisons": [{"what": "say_do"}, {"what": "tell_latency"}, {"what": "recaps"}, {"what": "extras", "lowest": {"k": 0, "n": 2}, "highest": {"k": 0, "n": 2}}, {"what": "postponements"}]}
lacks "Claire, 3"
GET /clients/$patience/equity -> 200 {"moved": [{"promise_id": menu, "n": 2, "text": "déplacée 2 fois"}]}
POST /promises/$menu/done -> 200
at 2027-07-11T08:00
GET /equity -> 200 {"postponed": [any, any]}
at 2027-07-11T09:00
GET /equity -> 200 {"postponed": []}

# 5.5, X2: at the very second more than eight hours were worked, and not before.
at 2027-08-02T08:00
rule E16: a chaser of a message without an answer
  POST /clients {"name": "Relance <name>", "state": "active"} -> 201 one
  at 2027-08-0<day>T09:00
  POST /exchanges {"client_id": one, "channel": "email", "direction": "in"} -> 201
  at 2027-08-0<next>
  POST /exchanges {"client_id": one, "channel": "sms", "direction": "in", "needs_reply": false, "subject": "Et alors ?"} -> 201
  GET /clients/$one/equity -> 200 {"chasers": <chasers>}
  POST /exchanges {"client_id": one, "channel": "phone", "direction": "out"} -> 201
| name   | day | next       | chasers |
| at     | 2   | 2T17:00:00 | []      |
| night  | 3   | 4T09:00:00 | []      |
| second | 4   | 5T09:00:01 | [{"kind": "exchange", "text": "un message n’avait pas encore de réponse"}] |

rule E16: a chaser of a promise, from the day after its date until it is done
  POST /clients {"name": "Promise <name>", "state": "active"} -> 201 one
  POST /promises {"client_id": one, "side": "us", "text": "Le dépliant", "due": "<due>", "shared": <shared>} -> 201 flyer
  at 2027-08-<at>
  POST /exchanges {"client_id": one, "channel": "sms", "direction": "in", "needs_reply": false} -> 201
  GET /clients/$one/equity -> 200 {"chasers": <chasers>}
| name   | due        | shared | at          | chasers |
| day    | 2027-08-09 | true   | 09T23:59:59 | []      |
| after  | 2027-08-09 | true   | 10T00:00:00 | [{"kind": "promise", "id": flyer, "text": "une promesse de notre part avait passé sa date"}] |
| ours   | 2027-08-09 | false  | 10T09:00:00 | []      |

# Moved after its date, it was late until then; what is owed from then on is to say so.
POST /clients {"name": "Déplacée", "state": "active"} -> 201 moved
POST /promises {"client_id": moved, "side": "us", "text": "Le plan", "due": "2027-08-10"} -> 201 plan
at 2027-08-11T10:00
POST /exchanges {"client_id": moved, "channel": "sms", "direction": "in", "needs_reply": false} -> 201
at 2027-08-11T11:00
POST /promises/$plan/move {"due": "2027-09-10", "reason": "oubli", "agreed": true} -> 200
POST /exchanges {"client_id": moved, "channel": "sms", "direction": "in", "needs_reply": false} -> 201
GET /clients/$moved/equity -> 200 {"chasers": [{"kind": "matter", "text": "un problème n’était pas encore dit, ou pas tranché"}, {"kind": "promise", "id": plan}]}

# X1: what answers a question of ours within five working days chases nobody.
POST /clients {"name": "Questionné", "state": "active"} -> 201 asked
POST /promises {"client_id": asked, "side": "us", "text": "La liste", "due": "2027-08-10"} -> 201
rule E16: an answer to our question
  at 2027-08-<asked>
  POST /exchanges {"client_id": asked, "channel": "email", "direction": "out"} -> 201 ask
  at 2027-08-<at>
  POST /exchanges {"client_id": asked, "channel": "email", "direction": "in", "in_reply_to_id": ask, "needs_reply": false} -> 201
  GET /clients/$asked/equity -> 200 {"chasers": <chasers>}
| asked    | at          | chasers |
| 12T10:00 | 19T10:00:00 | []      |
| 19T11:00 | 26T11:00:01 | [{"kind": "promise"}] |

at 2027-09-06T09:00
rule E16: a chaser of a problem that is not theirs alone, untold, or told and not decided for five working days
  at 2027-09-<noticed>
  POST /clients {"name": "Souci <noticed>", "state": "active"} -> 201 one
  POST /matters {"client_id": one, "title": "Un souci", "cause": "<cause>"} -> 201 worry
  at 2027-09-<at>
  POST /exchanges {"client_id": one, "channel": "sms", "direction": "in", "needs_reply": false} -> 201
  GET /clients/$one/equity -> 200 {"chasers": <untold>}
  at 2027-09-<told>
  POST /exchanges {"client_id": one, "channel": "phone", "direction": "out"} -> 201 call
  POST /matters/$worry/tell {"exchange_id": call} -> 200
  at 2027-09-<later>
  POST /exchanges {"client_id": one, "channel": "sms", "direction": "in", "needs_reply": false} -> 201
  GET /clients/$one/equity -> 200 {"chasers": <undecided>}
| noticed  | cause   | at          | untold                            | told        | later       | undecided  |
| 06T09:00 | unknown | 06T09:00:00 | []                                | 06T09:00:00 | 13T09:00:00 | []         |
| 13T10:00 | unknown | 13T10:00:01 | [{"kind": "matter", "id": worry}] | 13T10:00:02 | 20T10:00:03 | [any, any] |
| 20T11:00 | client  | 20T11:00:01 | []                                | 20T11:00:02 | 27T17:00:00 | []         |
GET /equity -> 200 {"chasers": [{"n": 2, "text": "2 relances étaient de notre fait"}]}
# Twenty-eight days on, they are forgotten.
at 2027-10-18T10:00:03
GET /equity -> 200 {"chasers": []}

# E20: of eight mandates that ended a year ago or more, five were followed by another within twelve months.
sql "DELETE FROM mandate"
rule E20: ended a year ago, and followed
  POST /clients {"name": "<name>", "state": "active"} -> 201 one
  POST /mandates {"client_id": one, "title": "Premier <name>"} -> 201 first
  POST /mandates {"client_id": one, "title": "Second <name>"} -> 201 second
  sql "UPDATE mandate SET state = 'closed', started_on = 20000, delivered_on = <delivered>, closed_on = <closed> WHERE title = 'Premier <name>'"
  sql "UPDATE mandate SET started_on = <next> WHERE title = 'Second <name>'"
  GET /equity -> 200 {"repeat_business": {"k": <k>, "n": <n>, "percent": <percent>, "text": "<text>"}}
| name           | delivered | closed | next  | k | n | percent | text           |
| not yet a year | 20540     | 20745  | 20550 | 0 | 0 | null    | 0 sur 0        |
| a year         | 20540     | 20744  | 20550 | 1 | 1 | null    | 1 sur 1        |
| that day       | 20540     | 20560  | 20540 | 2 | 2 | null    | 2 sur 2        |
| before         | 20540     | 20560  | 20539 | 2 | 3 | null    | 2 sur 3        |
| never          | 20540     | 20560  | NULL  | 2 | 4 | null    | 2 sur 4        |
| last day       | NULL      | 20560  | 20925 | 3 | 5 | 60      | 3 sur 5 (60 %) |
| too late       | NULL      | 20560  | 20926 | 3 | 6 | 50      | 3 sur 6 (50 %) |
| undelivered    | NULL      | 20560  | 20560 | 4 | 7 | 57      | 4 sur 7 (57 %) |
| fifth          | 20540     | 20560  | 20570 | 5 | 8 | 63      | 5 sur 8 (63 %) |
PAGE /equite -> 200
has "Mandats terminés depuis un an ou plus, et suivis d’un autre : 5 sur 8 (63 %)"
