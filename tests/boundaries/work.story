# A mandate and its conditions: what stands still, what is looked at again, what was asked too soon
staff Karim, Inès
as karim
POST /clients {"name": "Dubé"} -> 201 dube
contact Denise of dube agrees
at 2027-03-15T10:00
POST /exchanges {"client_id": dube, "channel": "phone", "direction": "both", "minutes": 5} -> 201 call
POST /mandates {"client_id": dube, "title": "Migration", "need": "Un seul outil", "how": "Par étapes", "when_due": "2027-12-31", "price_cents": 0} -> 201 work
POST /terms {"mandate_id": work, "kind": "expectation", "owed_by": "us", "text": "Le nouvel outil"} -> 201 wish
POST /terms {"mandate_id": work, "kind": "condition", "owed_by": "client", "text": "un accès", "why": "Sans lui, rien.", "needed_by": "2027-03-26"} -> 201 access
POST /promises {"client_id": dube, "mandate_id": work, "side": "us", "text": "La bascule", "due": "2027-11-30", "source": {"type": "term", "id": wish}} -> 201 switch
POST /promises {"client_id": dube, "mandate_id": work, "side": "us", "text": "Le plan", "due": "2027-11-30"} -> 201 plan
POST /writings {"client_id": dube, "mandate_id": work, "kind": "entente", "body": "Notre entente."} -> 201 paper
POST /writings/$paper/send -> 200
POST /writings/$paper/confirm {"exchange_id": call, "contact_id": denise} -> 200
POST /mandates/$work/start -> 200
rule 4: a notice of one day to four hundred
  POST /terms {"mandate_id": work, "kind": "rule", "owed_by": "client", "text": "Un préavis", "why": "Le soin.", "lead_wd": <days>} -> <answer>
| days | answer      |
| 0    | 422 invalid |
| 1    | 201         |
| 400  | 201         |
| 401  | 422 invalid |
rule 3: an intense period ends on its first day or later
  PATCH /mandates/$work {"busy_from": "2027-06-02", "busy_to": "2027-06-<to>"} -> <answer>
| to | answer      |
| 01 | 422 invalid |
| 02 | 200         |
| 03 | 200         |

# Agreed on the 15th: needed the day before, it is missing at once; needed that day, it has until it ends.
rule 3.4: agreed after its day
  POST /mandates {"client_id": dube, "title": "Petit $n", "need": "Un outil", "how": "D'un coup", "when_due": "2027-12-31", "price_cents": 0} -> 201 small
  POST /terms {"mandate_id": small, "kind": "expectation", "owed_by": "us", "text": "Un outil"} -> 201 hope
  POST /promises {"client_id": dube, "mandate_id": small, "side": "us", "text": "L'outil $n", "due": "2027-11-30", "source": {"type": "term", "id": hope}} -> 201
  POST /terms {"mandate_id": small, "kind": "condition", "owed_by": "us", "text": "une salle", "why": "Le calme.", "needed_by": "2027-03-<needed>"} -> 201 room
  POST /writings {"client_id": dube, "mandate_id": small, "kind": "entente", "body": "Notre entente."} -> 201 small_paper
  POST /writings/$small_paper/send -> 200
  GET /terms/$room -> 200 {"state": "<state>"}
  POST /terms/$room/tick {"in_place": true} -> 200
| needed | state    |
| 14     | missing  |
| 15     | proposed |

# Asked for in the entente on the 15th; a second time on the 17th.
at 2027-03-17T10:00
rule T5: asked twice, we insist
  GET /terms/$access -> 200
  <before> "insist"
  POST /exchanges {"client_id": dube, "channel": "phone", "direction": "<direction>", "term_ids": [access], "needs_reply": false} -> 201
  GET /terms/$access -> 200
  <after> "\"sub\":\"insist\",\"starts_at\":\"2027-03-17T10:00:00-04:00\",\"shows_at\":\"2027-03-17T10:00:00-04:00\",\"due\":\"2027-03-17T10:00:00-04:00\""
| direction | before | after |
| in        | lacks  | lacks |
| out       | lacks  | has   |

# 3.4: needed by Friday the 26th: on the list five working days before, missing as that day ends.
rule 3.4: a condition before its day, and after it
  at 2027-03-<at>
  GET /today -> 200 as list
  <row> "b4.condition:term:$access"
  GET /terms/$access -> 200 {"state": "<state>"}
| at          | row   | state   |
| 18T23:59:59 | lacks | agreed  |
| 19T00:00:00 | has   | agreed  |
| 26T23:59:58 | has   | agreed  |
| 26T23:59:59 | has   | missing |
rule 3.4: what was ticked was so by now
  POST /terms/$access/tick {"in_place": false, "on": "2027-03-<on>"} -> <answer>
| on | answer      |
| 25 | 200         |
| 26 | 200         |
| 27 | 422 invalid |

# T2, T3: begun on the 15th, when work began at nine; a promise kept on Monday the 29th at ten moves it.
at 2027-03-29T10:00
POST /promises/$plan/done -> 200
rule T3: a mandate stands still after fifteen working days without a promise kept
  at 2027-04-19T<at>
  GET /mandates/$work/conditions -> 200 {"stalled": <stalled>}
  GET /today -> 200 as list
  <row> "b4.stall:mandate:$work"
| at       | stalled | row   |
| 09:59:59 | false   | lacks |
| 10:00:00 | true    | has   |

# d4: agreed on the 15th of March at ten; in days of 86,400 seconds.
rule d4: the entente is looked at again after 180 days
  at 2027-09-11T<at>
  GET /today -> 200 as list
  <row> "d4:mandate:$work"
| at       | row   |
| 09:59:59 | lacks |
| 10:00:00 | has   |

# Delivered on Wednesday the 15th of September at ten.
at 2027-09-15T10:00
rule R5.3: prepared
  POST /mandates {"client_id": dube, "title": "<name>", "need": "Un bilan"} -> 201 <name>
  as claire
  POST /mandates/$<name>/start {"override_reason": "la suite"} -> 200
  POST /mandates/$<name>/deliver -> 200 {"record": {"clocks": [{"type": "e5", "due": "2027-09-29T23:59:59-04:00"}, {"type": "d1", "sub": "mandate", "due": "2027-09-22T10:00:00-04:00"}]}}
  as karim
| name   |
| first  |
| second |
| third  |
rule E19: its value said since it was delivered, with the result, closes it
  POST /exchanges {"client_id": dube, "channel": "phone", "direction": "both", "minutes": 5, "at": "2027-09-15T<said>"} -> 201 said
  POST /ratings {"about": "mandate", "about_id": <name>, "value": 4, "by": denise, "exchange_id": said} -> 201
  POST /mandates/$<name>/set_result {"result": "reached", "exchange_id": said} -> 200 {"record": {"state": "<state>"}}
| name   | said     | state     |
| first  | 09:59:59 | delivered |
| second | 10:00:00 | closed    |
# R7.3: ideas sent as it was delivered are sent since.
POST /writings {"client_id": dube, "mandate_id": third, "kind": "ideas", "body": "Trois idées."} -> 201 gift
POST /writings/$gift/send -> 200
GET /mandates/$third -> 200 {"clocks": [{"type": "e5", "stopped_at": "2027-09-15T10:00:00-04:00"}, {"type": "d1"}]}
rule R5.3, E19: asked by voice after five working days, closed without an answer after twenty
  at 2027-<at>
  GET /today -> 200 as list
  <row> "d1.mandate:mandate:$third"
  GET /mandates/$third -> 200 {"state": "<state>", "closed_without_answer": <unanswered>}
| at             | row   | state     | unanswered |
| 09-22T09:59:59 | lacks | delivered | false      |
| 09-22T10:00:00 | has   | delivered | false      |
| 10-13T09:59:59 | has   | delivered | false      |
| 10-13T10:00:00 | lacks | closed    | true       |
cli doctor -> 0
