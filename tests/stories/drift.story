# F10, F11: what was agreed beside what is, in two equal columns
firm lang=en
staff Karim
as karim
POST /clients {"name": "Maison Tremblay", "state": "active"} -> 201 tremblay
contact Jeanne of tremblay agrees
GET /clients/$tremblay/drift -> 200 {"mandates": []}
POST /mandates {"client_id": tremblay, "title": "La campagne", "need": "Être vus", "how": "Par étapes", "when_due": "2027-06-30", "price_cents": 100000, "budget_minutes": 6000} -> 201 work
POST /terms {"mandate_id": work, "kind": "expectation", "owed_by": "us", "text": "Une affiche"} -> 201 wish
POST /terms {"mandate_id": work, "kind": "condition", "owed_by": "client", "text": "un logo", "why": "On le pose partout.", "needed_by": "2027-03-05"} -> 201 logo
POST /promises {"client_id": tremblay, "mandate_id": work, "side": "us", "text": "L'affiche", "due": "2027-03-10", "source": {"type": "term", "id": wish}} -> 201 poster
POST /promises {"client_id": tremblay, "mandate_id": work, "side": "us", "text": "Le plan", "due": "2027-03-10"} -> 201 plan
POST /promises {"client_id": tremblay, "mandate_id": work, "side": "client", "text": "Les photos", "due": "2027-03-04"} -> 201 photos
# Moved while it was still being talked over: no drift.
POST /promises/$plan/move {"due": "2027-03-11", "reason": "à deux", "agreed": true} -> 200
POST /writings {"client_id": tremblay, "mandate_id": work, "kind": "entente", "body": "Notre entente."} -> 201 paper
POST /writings/$paper/send -> 200
at 2027-03-01T10:00
as jeanne
POST /writings/$paper.pub/confirm -> 200
as karim
POST /mandates/$work/start -> 200
GET /clients/$tremblay/drift -> 200 {"mandates": [{"mandate_id": work, "dates": {"agreed": "2027-06-30", "now": "2027-06-30"}, "minutes": {"budget": 6000, "used": null}, "price": {"agreed": 100000, "now": 100000},
  "ours": {"moves": 0, "missed": 0, "expectations_added": 0, "conditions_missing": 0}, "theirs": {"moves": 0, "missed": 0, "expectations_added": 0, "conditions_missing": 0}, "lines": []}]}

# Three moves of ours, two of theirs, a date of theirs missed, a wish of theirs, a condition of theirs.
at 2027-03-02T10:00
POST /promises/$poster/move {"due": "2027-03-12", "reason": "l'imprimeur", "agreed": true} -> 200
POST /promises/$poster/move {"due": "2027-03-15", "reason": "encore", "agreed": true} -> 200
POST /promises/$plan/move {"due": "2027-03-15", "reason": "encore", "agreed": true} -> 200
POST /promises/$photos/move {"due": "2027-03-08", "reason": "la pluie"} -> 200
POST /promises/$photos/move {"due": "2027-03-09", "reason": "encore"} -> 200
POST /terms {"mandate_id": work, "kind": "expectation", "owed_by": "us", "text": "Une vidéo aussi"} -> 201
PATCH /mandates/$work {"when_due": "2027-07-15"} -> 200
at 2027-03-08T10:00
GET /clients/$tremblay/drift -> 200 {"mandates": [{"dates": {"agreed": "2027-06-30", "now": "2027-07-15"},
  "ours": {"moves": 3, "missed": 0, "expectations_added": 0, "conditions_missing": 0}, "theirs": {"moves": 2, "missed": 1, "expectations_added": 1, "conditions_missing": 1},
  "lines": ["Agreed for Wednesday 30 June, now for Thursday 15 July.", "Dates moved on our side: 3.", "Dates moved on the client’s side: 2.",
  "Promises past their date on the client’s side: 1.", "Expectations added on the client’s side: 1.", "Conditions missing on the client’s side: 1."]}]}

# A meeting to realign has these lines on its agenda, as they were; its recap asks them.
POST /exchanges {"client_id": tremblay, "channel": "video", "direction": "both", "planned": true, "at": "2027-03-09T10:00", "minutes": 30, "agenda_from": "drift"} -> 201 meeting
  {"agenda_points": [{"text": "Agreed for Wednesday 30 June, now for Thursday 15 July.", "from": {"kind": "client", "id": tremblay}}, any, any, any, any, any]}
POST /terms/$logo/tick {"in_place": true} -> 200
GET /exchanges/$meeting -> 200 {"agenda_points": [any, any, any, any, any, {"text": "Conditions missing on the client’s side: 1."}]}
at 2027-03-09T10:30
GET /exchanges/$meeting -> 200 as held
GET /writings/$held.recap_id -> 200 {"questions": [{"text": "Agreed for Wednesday 30 June, now for Thursday 15 July."}, any, any, any, any, any]}
# On its page, both sides alike; back to the drawing board carries over what was agreed.
PAGE /mandat/$work -> 200
has "On our side"
has "On their side"
POST /writings {"client_id": tremblay, "kind": "entente", "mandate_id": work} -> 201 {"version": 2, "parent_id": paper, "term_ids": [wish, logo, any], "promise_ids": [poster, plan, photos]}
as jeanne
GET /clients/$tremblay.pub/drift -> 404 not_found
cli doctor -> 0
