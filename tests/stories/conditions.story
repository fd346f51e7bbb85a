# T2, T3, T5: a mandate that does not move is looked at through its conditions
firm lang=en
staff Karim
as karim
POST /clients {"name": "Transports Girard", "state": "active"} -> 201 girard
contact Anne of girard agrees
POST /mandates {"client_id": girard, "title": "Migration", "need": "Un seul outil", "how": "Par étapes", "when_due": "2027-06-30", "price_cents": 100000} -> 201 work
POST /terms {"mandate_id": work, "kind": "expectation", "owed_by": "us", "text": "Le nouvel outil"} -> 201 wish
POST /terms {"mandate_id": work, "kind": "condition", "owed_by": "client", "text": "un accès", "why": "Sans lui, rien.", "needed_by": "2027-03-10"} -> 201 access
POST /terms {"mandate_id": work, "kind": "condition", "owed_by": "us", "text": "un environnement", "why": "Pour essayer.", "needed_by": "2027-03-05"} -> 201 bench
POST /terms {"mandate_id": work, "kind": "rule", "owed_by": "client", "text": "un préavis", "why": "Le temps.", "lead_wd": 8} -> 201 notice
POST /promises {"client_id": girard, "mandate_id": work, "side": "us", "text": "Le plan", "due": "2027-03-02", "source": {"type": "term", "id": wish}} -> 201 plan
POST /promises {"client_id": girard, "mandate_id": work, "side": "us", "text": "La bascule", "due": "2027-04-30", "blocked_by_term_ids": [access]} -> 201 switch
POST /writings {"client_id": girard, "mandate_id": work, "kind": "entente", "body": "Notre entente."} -> 201 paper
POST /writings/$paper/send -> 200
as anne
POST /writings/$paper.pub/confirm -> 200
as karim
POST /mandates/$work/start -> 200 {"record": {"started_on": "2027-03-01"}}
POST /promises/$plan/done -> 200
GET /mandates/$work/conditions -> 200 {"mandate_id": work, "stalled": false, "stalled_at": null, "text": null, "missing": [], "in_place": [],
  "pending": [{"term_id": access, "text": "un accès"}, {"term_id": bench}, {"term_id": notice}], "waived": [], "count": {"in_place": 0, "n": 3}, "absent": [], "question": null}

# Asked once in writing, a second time by voice: insist, with respect.  A message from them asks nothing.
at 2027-03-08T10:00
POST /terms/$bench/tick {"in_place": true} -> 200
POST /exchanges {"client_id": girard, "channel": "email", "direction": "in", "needs_reply": false, "term_ids": [access]} -> 201
GET /terms/$access -> 200 {"clocks": [{"sub": "condition"}]}
POST /exchanges {"client_id": girard, "channel": "phone", "direction": "out", "planned": true, "at": "2027-03-09T10:00", "term_ids": [access, notice]} -> 201 call
GET /terms/$access -> 200 {"clocks": [{"sub": "condition"}]}
at 2027-03-09T10:00
GET /terms/$access -> 200 {"clocks": [any, {"type": "b4", "sub": "insist", "starts_at": "2027-03-09T10:00", "shows_at": "2027-03-09T10:00", "stopped_at": null}]}
GET /terms/$notice -> 200 {"clocks": []}
at 2027-03-11T09:00
GET /mandates/$work/conditions -> 200 {"missing": [{"term_id": access, "text": "un accès", "why": "Sans lui, rien.", "owed_by": "client", "since": "2027-03-10", "blocks": [switch],
  "asked": [{"kind": "writing", "id": paper, "at": "2027-03-01T08:00"}, {"kind": "exchange", "id": call, "at": "2027-03-09T10:00"}], "insist": true}],
  "in_place": [{"term_id": bench}], "pending": [{"term_id": notice}], "count": {"in_place": 1, "n": 3}}

# Fifteen working days since something was last kept.
at 2027-03-19T16:59
GET /today -> 200 as early
lacks "stall"
GET /mandates/$work/conditions -> 200 {"stalled": false, "question": null}
at 2027-03-19T17:00
GET /mandates/$work -> 200 {"clocks": [{"type": "e7"}, {"type": "b4", "sub": "stall", "starts_at": "2027-03-19T17:00", "due": "2027-03-19T17:00"}, ...]}
GET /mandates/$work/conditions -> 200 {"stalled": true, "stalled_at": "2027-03-19T17:00",
  "text": "This engagement has not moved for 15 working days: let us look at the conditions rather than at the engagement."}
# The condition comes: the row goes, though no task was touched; the page asks what was forgotten.
POST /terms/$access/tick {"in_place": true} -> 200
GET /terms/$access -> 200 {"clocks": [{"stopped_at": "2027-03-19T17:00"}, {"sub": "insist", "stopped_at": "2027-03-19T17:00"}]}
GET /today -> 200 as then
lacks "stall"
GET /mandates/$work/conditions -> 200 {"stalled": false, "text": null, "question": "Which condition did we forget?", "count": {"in_place": 2, "n": 3}}
# No longer there: the row is back; a promise kept ends it too.
POST /terms/$access/tick {"in_place": false} -> 200
GET /mandates/$work/conditions -> 200 {"stalled": true, "missing": [{"since": "2027-03-19"}]}
POST /promises/$switch/done -> 200
GET /mandates/$work/conditions -> 200 {"stalled": false, "question": null, "missing": [{"blocks": []}]}
GET /mandates/$work -> 200 {"clocks": [{"type": "e7"}, {"type": "b4", "starts_at": "2027-04-09T17:00"}, ...]}
# The call did not take place after all: asked once only.
POST /exchanges {"client_id": girard, "channel": "phone", "direction": "out", "planned": true, "at": "2027-03-23T10:00", "term_ids": [bench]} -> 201 moved
POST /exchanges/$moved/cancel -> 200
at 2027-03-24T09:00
GET /terms/$bench -> 200 {"clocks": [{"sub": "condition"}]}
as anne
GET /mandates/$work.pub/conditions -> 404
# Delivered and closed: nobody is asked for a condition any more.
as karim
POST /mandates/$work/deliver -> 200
GET /terms/$access -> 200 {"state": "missing", "clocks": [{"stopped_at": null}, {"stopped_at": null}]}
at 2027-04-30T09:00
GET /mandates/$work -> 200 {"state": "closed"}
GET /terms/$access -> 200 {"state": "missing", "clocks": []}
cli doctor -> 0
