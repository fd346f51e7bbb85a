# T4, T7, T8, T10, model 3.4: a term, from a note to what is in place
staff Karim
as karim
POST /clients {"name": "Transports Girard", "state": "active"} -> 201 girard
contact Anne of girard agrees
POST /mandates {"client_id": girard, "title": "Migration", "need": "Un seul outil", "how": "Par étapes", "when_due": "2027-06-30", "price_cents": 100000} -> 201 work
POST /clients {"name": "Dubé", "state": "active"} -> 201 dube

# A note, as long as nobody else has read it.
POST /terms {"mandate_id": work, "kind": "condition", "owed_by": "client", "text": "un accès", "why": "Sans lui, rien ne bouge.", "needed_by": "2027-03-12"} -> 201 access
  {"state": "noted", "client_id": girard, "part": "frame", "library": false, "clarity": "clear", "told_at": null, "agreed_at": null, "clocks": []}
POST /terms {"mandate_id": work, "kind": "expectation", "owed_by": "us", "text": "Le nouvel outil"} -> 201 wish {"part": "service"}
POST /terms {"mandate_id": work, "kind": "rule", "owed_by": "both", "text": "Préavis", "why": "Le temps de bien faire.", "lead_wd": 8} -> 201 notice {"part": "frame", "lead_wd": 8}
PATCH /terms/$access {"text": "un accès aux serveurs", "why": "Sans lui, rien n'avance."} -> 200 {"text": "un accès aux serveurs"}
POST /terms/$access/tick {"in_place": true} -> 409 term_not_agreed
POST /terms/$wish/tick {"in_place": true} -> 409 not_a_condition
POST /terms {"mandate_id": work, "kind": "condition", "owed_by": "us", "text": "une salle"} -> 201 room
POST /terms/$room/drop -> 200 {"record": {"state": "dropped"}}
POST /terms/$room/drop -> 409 agreement_required
POST /terms {"kind": "condition", "owed_by": "us", "text": "rien", "state": "agreed"} -> 422 {"fields": {"state": "not_settable"}}
POST /terms {"mandate_id": work, "kind": "condition", "owed_by": "us", "text": "rien", "lead_wd": 0} -> 422 {"fields": {"lead_wd": "bad_value"}}
POST /terms {"kind": "condition"} -> 422 {"fields": {"owed_by": "missing", "text": "missing"}}
as anne
GET /terms -> 200 {"items": []}

# Sent: proposed, told, and from now on only clarity is ours to change.
as karim
POST /promises {"client_id": girard, "mandate_id": work, "side": "us", "text": "Le plan", "due": "2027-03-08", "source": {"type": "term", "id": wish}} -> 201 plan
POST /promises {"client_id": girard, "mandate_id": work, "side": "us", "text": "La bascule", "due": "2027-03-09", "source": {"type": "term", "id": wish}} -> 201 switch
POST /writings {"client_id": girard, "mandate_id": work, "kind": "entente", "body": "Notre entente."} -> 201 paper
POST /writings/$paper/send -> 200
GET /terms/$access -> 200 {"state": "proposed", "told_at": "2027-03-01T08:00", "agreed_at": null}
PATCH /terms/$access {"text": "autre chose", "clarity": "fuzzy"} -> 422 {"fields": {"text": "not_settable"}}
PATCH /terms/$access {"clarity": "fuzzy"} -> 200 {"clarity": "fuzzy"}
PATCH /terms/$access {"clarity": "clear"} -> 200
POST /terms/$access/drop -> 409 agreement_required
as anne
GET /terms -> 200 {"items": [{"text": "un accès aux serveurs", "why": "Sans lui, rien n'avance.", "state": "proposed", "omitted_reason": absent, "checked_at": absent},
  {"part": "service"}, {"lead_wd": 8}]}

# Confirmed: agreed. What is owed on a day is on the list five working days before, and missing when it ends.
POST /writings/$paper.pub/confirm -> 200
as karim
GET /terms/$access -> 200 {"state": "agreed", "agreed_at": "2027-03-01T08:00", "clocks": [{"type": "b4", "sub": "condition", "starts_at": "2027-03-05T00:00", "due": "2027-03-12T23:59:59-05:00", "stopped_at": null}]}
GET /terms/$notice -> 200 {"state": "agreed", "clocks": []}
at 2027-03-04T23:59
GET /today -> 200 as before
lacks "b4"
at 2027-03-05T00:00
GET /today -> 200
has "b4.condition:term:$access"
POST /mandates/$work/start -> 200
at 2027-03-12T23:59:58
GET /terms/$access -> 200 {"state": "agreed"}
at 2027-03-12T23:59:59
GET /terms/$access -> 200 {"state": "missing", "missing_since": "2027-03-12", "clocks": [{"type": "b4", "stopped_at": null}]}
as claire
GET /audit?record=term:$access&action=missing -> 200 {"items": [{"who": null, "rule": "model 3.4", "field": "state", "new": "missing", "at": "2027-03-12T23:59:59-05:00"}, ...]}
as karim

# Ticked: in place; no longer; in place again.
at 2027-03-16T10:00
POST /terms/$access/tick {"in_place": true, "on": "2027-03-17"} -> 422 {"fields": {"on": "in_future"}}
POST /terms/$access/tick {"in_place": true} -> 200 {"record": {"state": "met", "missing_since": null, "checked_at": "2027-03-16T10:00", "clocks": [{"stopped_at": "2027-03-16T10:00"}]}}
POST /terms/$access/tick {"in_place": false, "on": "2027-03-15"} -> 200 {"record": {"state": "missing", "missing_since": "2027-03-15", "clocks": [{"stopped_at": null}]}}
POST /terms/$notice/tick {"in_place": true} -> 200 {"record": {"state": "met"}}

# An expectation is met by all the promises made for it, and only so.
POST /promises/$plan/done -> 200
GET /terms/$wish -> 200 {"state": "agreed"}
POST /promises/$switch/done {"done_at": "2027-03-15T09:00"} -> 200
GET /terms/$wish -> 200 {"state": "met"}
POST /promises {"client_id": girard, "mandate_id": work, "side": "us", "text": "La suite", "due": "2027-04-08", "source": {"type": "term", "id": wish}} -> 201 more
GET /terms/$wish -> 200 {"state": "agreed"}
POST /promises/$more/drop {"reason": "plus besoin", "exchange_id": 1} -> 422

# Only a decision waives it.
POST /decisions {"client_id": girard, "mandate_id": work, "about": "preference", "question": "Sans accès ?", "options": [
  {"label": "Sans accès", "breaks_term_ids": [access]}, {"label": "Attendre"}]} -> 201 choice
POST /terms/$access/waive {"decision_id": choice} -> 409 decision_required
POST /decisions/$choice/ask -> 200
POST /decisions/$choice/choose {"n": 0, "chosen_by": "us", "reason": "convenu entre nous"} -> 200
POST /terms/$notice/waive {"decision_id": choice} -> 409 decision_required
POST /terms/$access/waive {"decision_id": choice} -> 200 {"record": {"state": "waived", "waived_in_id": choice, "clocks": [{"stopped_at": "2027-03-16T10:00"}]}}
POST /terms/$access/tick {"in_place": true} -> 409 term_not_agreed

# Left out of the next version agreed: dropped.
POST /writings {"client_id": girard, "mandate_id": work, "kind": "entente", "body": "La deuxième.", "term_ids": [wish, access]} -> 201 second {"version": 2}
POST /terms {"mandate_id": work, "kind": "rule", "owed_by": "us", "text": "Un point chaque mardi", "why": "Rien ne se perd."} -> 201 weekly
PATCH /writings/$second {"term_ids": [wish, weekly]} -> 200
POST /writings/$second/send -> 200
as anne
POST /writings/$second.pub/confirm -> 200
as karim
GET /terms/$notice -> 200 {"state": "dropped", "agreed_at": "2027-03-01T08:00"}
GET /terms/$weekly -> 200 {"state": "agreed", "agreed_at": "2027-03-16T10:00"}
cli doctor -> 0
