# Moving the clock in one jump or in many steps gives the same records (played both ways)
staff Karim
as karim
POST /clients {"name": "Dubé", "state": "active"} -> 201 dube
at 2027-03-01T09:00
POST /promises {"client_id": dube, "side": "us", "text": "un", "due": "2027-03-03"} -> 201 one
POST /promises {"client_id": dube, "side": "us", "text": "deux", "due": "2027-03-05"} -> 201 two
POST /matters {"client_id": dube, "title": "petit", "severity": 1} -> 201 small
POST /exchanges {"client_id": dube, "channel": "email", "direction": "in", "subject": "?"} -> 201 mail
POST /exchanges {"client_id": dube, "channel": "phone", "direction": "both", "planned": true, "at": "2027-03-04T10:00"} -> 201 call
POST /test/clock {"now": "2027-03-02T09:00"} -> 403 lead_only
as claire
POST /test/clock {"now": "2027-02-01T09:00"} -> 409 clock_backwards
POST /test/clock {"now": "2027-03-01T09:00"} -> 200 {"now": "2027-03-01T09:00"}
POST /test/clock {"now": "demain"} -> 422
at 2027-04-30T17:30
as karim
GET /matters -> 200 {"items": [
  {"id": small, "severity": 2, "noticed_at": "2027-03-01T09:00", "kept_quiet": any},
  {"promise_id": one, "noticed_at": "2027-03-03T23:59:59-05:00", "created_at": "2027-03-04T00:00:00-05:00", "severity": 2, "clocks": [{"due": "2027-03-04T13:00"}]},
  {"promise_id": two, "noticed_at": "2027-03-05T23:59:59-05:00", "severity": 2, "kept_quiet": any, "clocks": [{"due": "2027-03-08T13:00"}]}]}
GET /exchanges/$mail -> 200 {"answered_by_id": call, "clocks": [{"stopped_at": "2027-03-04T10:00"}]}
as claire
GET /audit?since=2027-03-01T09:01 -> 200 {"items": [
  {"at": "2027-03-04T00:00:00-05:00", "who": null, "rule": "P7", "action": "create", "record": {"kind": "matter"}},
  {"at": "2027-03-04T00:00:00-05:00", "who": null, "rule": "P7", "action": "missed", "record": {"kind": "promise", "id": one}},
  {"at": "2027-03-04T10:00", "who": null, "action": "held", "record": {"kind": "exchange", "id": call}},
  {"at": "2027-03-04T10:00", "who": null, "field": "answered_by_id", "new": "$call", "record": {"kind": "exchange", "id": mail}}, ...]}
GET /audit/verify -> 200 {"ok": true}
cli doctor -> 0
