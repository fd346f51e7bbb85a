# F3, E17, T5: "What is missing, in your eyes?"; nothing named stays without a date
staff Karim
as karim
POST /clients {"name": "Maison Tremblay"} -> 201 tremblay
contact Jeanne of tremblay
POST /mandates {"client_id": tremblay, "title": "Relations de presse"} -> 201 press
POST /promises {"client_id": tremblay, "mandate_id": press, "side": "us", "text": "Le dossier de presse", "due": "2027-06-10", "deliverable": true} -> 201 kit
POST /promises {"client_id": tremblay, "side": "us", "text": "Rappeler", "due": "2027-06-10"} -> 201 call

at 2027-03-02T10:00
POST /promises/$kit/gap {"text": "x"} -> 403
as jeanne
POST /promises/$call.pub/gap {"text": "x"} -> 409 not_a_deliverable
POST /promises/$kit.pub/gap {} -> 422 invalid {"fields": {"text": "missing"}}
POST /promises/$kit.pub/gap {"text": "il manque les chiffres régionaux"} -> 200
GET /exchanges -> 200 {"items": [{"text": "il manque les chiffres régionaux", "channel": "portal", "direction": "in"}]}
GET /terms -> 200 {"items": []}
as karim
GET /terms?mandate_id=$press -> 200 {"items": [{"id": 1, "kind": "expectation", "state": "noted", "text": "il manque les chiffres régionaux", "owed_by": "us",
  "clocks": [{"type": "c8", "sub": "date", "starts_at": "2027-03-02T10:00", "shows_at": "2027-03-03T10:00", "due": "2027-03-03T10:00"}]}]}
GET /exchanges?client_id=$tremblay -> 200 {"items": [{"needs_reply": true, "term_ids": [1], "mandate_id": press, "clocks": [{"type": "a2", "due": "2027-03-03T10:00"}]}]}
# Answered, no message waits; what they named still has no date.
POST /exchanges {"client_id": tremblay, "channel": "email", "direction": "out", "in_reply_to_id": 1} -> 201
at 2027-03-03T09:59
GET /today -> 200 {"rows": []}
at 2027-03-03T10:00
GET /today -> 200 {"rows": [{"key": "c8.date:term:1", "band": 5}]}
POST /promises {"client_id": tremblay, "mandate_id": press, "side": "us", "text": "Les chiffres", "due": "2027-03-08", "source": {"type": "term", "id": 1}} -> 201 figures
GET /today -> 200 {"rows": []}
POST /promises/$figures/move {"due": "2027-03-15", "reason": "attente des régions", "agreed": true} -> 200
GET /terms/1 -> 200 {"clocks": [{"type": "c8", "starts_at": "2027-03-15T23:59:59-04:00"}]}
# What was handed over asks for it on their page.
POST /promises/$kit/done -> 200
as jeanne
PAGE /p -> 200
has "Que manque-t-il à vos yeux ?"
cli doctor -> 0
