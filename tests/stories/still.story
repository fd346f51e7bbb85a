# P18: asked again weeks after it was closed; without an answer, by a call
staff Karim
as karim
POST /clients {"name": "Musée du Port", "state": "active"} -> 201 port
at 2027-03-01T10:00
POST /matters {"client_id": port, "title": "Les affiches sont floues"} -> 201 blur
sql "UPDATE matter SET state = 'closed', closed_as = 'verified', told_at = noticed_at, applied_at = noticed_at, rated_at = noticed_at, closed_at = noticed_at"
PATCH /matters/$blur {"category": "impression"} -> 200 {"clocks": [{}, {"type": "d1"}, {"type": "d2", "sub": null, "due": "2027-03-29T10:00"}, {"type": "d3"},
  {"type": "d2", "sub": "call", "starts_at": "2027-04-05T10:00", "due": "2027-04-05T10:00", "stopped_at": null}]}
at 2027-04-05T09:59:59
GET /today -> 200
has "d2:matter:1"
lacks "d2.call"
at 2027-04-05T10:00
GET /today -> 200
has "d2.call:matter:1"
has "Musée du Port n’a pas dit si cela tient encore, « Les affiches sont floues » : à vérifier par un appel."
cli doctor -> 0
