# E13, E14: "I am stuck", one tap, before it is late
staff Karim, Tom
as karim
POST /clients {"name": "Fonderie Saguenay", "state": "active"} -> 201 foundry
POST /promises {"client_id": foundry, "side": "us", "text": "Le plan de salle", "due": "2027-03-10", "person_id": tom} -> 201 plan
POST /promises {"side": "us", "text": "Entre nous", "due": "2027-03-10"} -> 201 inside

at 2027-03-08T09:00
as tom
GET /today -> 200 {"rows": [{"type": "b2", "record": {"id": plan}}]}
POST /promises/$plan/stuck {"text": "il manque les mesures"} -> 200 stuck {"record": {"id": plan, "state": "open"}, "created": [{"kind": "matter"}]}
GET /matters?client_id=$foundry -> 200 {"items": [{"nature": "problem", "severity": 2, "state": "noticed", "promise_id": plan,
  "title": "Je bloque : Le plan de salle", "body": "il manque les mesures", "noticed_at": "2027-03-08T09:00", "created_by": tom,
  "clocks": [{"type": "a1", "due": "2027-03-08T13:00"}, {"type": "c15"}]}]}
# It asks no more of Tom, and is Karim's to tell.
GET /today -> 200 {"rows": []}
as karim
GET /today -> 200 {"rows": [{"type": "a1", "band": 3, "client_name": "Fonderie Saguenay"}, ...]}
# Named, so the date passes without a second problem.
at 2027-03-11T09:00
GET /matters?client_id=$foundry -> 200 {"items": [any]}
POST /promises/$inside/stuck -> 409
cli doctor -> 0
