# 2.17: the journal is a chain; one line changed behind our back is found
staff Karim
as karim
POST /clients {"name": "Dubé", "state": "active"} -> 201 dube
at 2027-03-01T10:00
POST /matters {"client_id": dube, "title": "Le papier manque", "severity": 1} -> 201 paper
PATCH /matters/$paper {"title": "Le papier manquera", "cause": "us"} -> 200
PATCH /matters/$paper {"title": "Le papier manquera"} -> 200
GET /audit -> 200 {"items": [{"who": {"name": "Karim"}}, ...]}
GET /audit/verify -> 403 lead_only
as claire
GET /audit?record=matter:$paper -> 200 lines {"items": [
  {"who": {"id": karim, "name": "Karim"}, "rule": null, "action": "create", "record": {"kind": "matter", "id": paper}, "at": "2027-03-01T10:00:00-05:00"},
  {"action": "patch", "field": "title", "old": null, "new": null, "prev_hash": any, "hash": any},
  {"action": "patch", "field": "cause", "old": "unknown", "new": "us"}]}
# What people wrote stays in the record; the journal says that it changed.
lacks "papier"
GET /audit?action=patch -> 200 {"items": [{}, {}]}
GET /audit?since=2027-03-01T09:59 -> 200 {"items": [{"action": "create"}, {}, {}]}
GET /audit?record=nonsense -> 422 invalid
GET /audit/verify -> 200 {"ok": true, "lines": any, "head": any}
cli audit verify -> 0 "ok "
cli doctor -> 0
# The database itself refuses; where somebody takes that away, the chain still tells.
sql "DROP TRIGGER audit_is_append_only" or "DROP TRIGGER audit_is_append_only ON audit"
sql "UPDATE audit SET new = 'Rien' WHERE id = (SELECT max(id) - 1 FROM audit)"
GET /audit/verify -> 200 {"ok": false, "first_bad": any}
cli audit verify -> 1 "line "
cli doctor -> 1
