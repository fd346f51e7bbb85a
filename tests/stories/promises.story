# P7, R5.1, 5.2: a promise is someone, something, a date; said and done are counted
staff Karim, Inès
as karim
POST /clients {"name": "Librairie Sel"} -> 201 sel
contact Sol of sel

at 2027-03-01T09:00
POST /promises {"client_id": sel, "side": "us", "text": "Livrer la vitrine", "due": "2027-03-05"} -> 201 window
  {"person_id": karim, "shared": true, "state": "open", "judged_due": "2027-03-05", "moves": [], "deliverable": false,
   "clocks": [{"type": "b2", "starts_at": "2027-03-03T00:00", "due": "2027-03-05T23:59:59-05:00"},
              {"type": "b1", "starts_at": "2027-03-05T00:00", "due": "2027-03-05T23:59:59-05:00"}]}
# On a Monday, two working days before is Thursday.
POST /promises {"client_id": sel, "side": "us", "text": "Le bilan", "due": "2027-03-08"} -> 201 report
  {"clocks": [{"type": "b2", "starts_at": "2027-03-04T00:00"}, {"type": "b1"}]}
# Theirs, and those between us, start no such question.
POST /promises {"client_id": sel, "side": "client", "person_id": sol, "text": "Envoyer les photos", "due": "2027-03-08"} -> 201 photos {"clocks": []}
POST /promises {"side": "us", "text": "Ranger l'archive", "due": "2027-03-08"} -> 201 inside
  {"shared": false, "client_id": null, "clocks": [{"type": "b1"}]}
POST /promises {"client_id": sel, "side": "us", "person_id": sol, "text": "x", "due": "2027-03-08"} -> 422 invalid {"fields": {"person_id": "bad_ref"}}
POST /promises {"side": "us", "shared": true, "text": "x", "due": "2027-03-08"} -> 422 invalid {"fields": {"client_id": "missing"}}
PATCH /promises/$window {"due": "2027-03-09"} -> 422 invalid {"fields": {"due": "not_settable"}}
PATCH /promises/$window {"shared": false} -> 422 invalid {"fields": {"shared": "bad_value"}}

# P7b: seen two working days before; "still tenable" puts the question to rest.
at 2027-03-03T09:00
GET /today -> 200 {"rows": [{"type": "b2", "band": 4, "record": {"kind": "promise", "id": window}}]}
POST /promises/$window/on_track -> 200 {"record": {"on_track_at": "2027-03-03T09:00"}}
GET /today -> 200 {"rows": []}

# Moved in time and with agreement: judged by the new date, and asked again before it.
POST /promises/$window/move {"due": "2027-03-05", "reason": "x"} -> 409 same_date
POST /promises/$window/move {"due": "2027-03-11"} -> 422 invalid {"fields": {"reason": "missing"}}
POST /promises/$window/move {"due": "2027-03-11", "reason": "verre attendu", "agreed": true} -> 200 {"record": {"due": "2027-03-11",
  "judged_due": "2027-03-11", "on_track_at": null, "moves": [{"old_due": "2027-03-05", "new_due": "2027-03-11", "at": "2027-03-03T09:00",
  "agreed": true, "reason": "verre attendu"}]}}
# A second move counts for nothing.
POST /promises/$window/move {"due": "2027-03-15", "reason": "encore", "agreed": true} -> 200 {"record": {"judged_due": "2027-03-11", "due": "2027-03-15"}}
# Nor does one without agreement.
POST /promises/$report/move {"due": "2027-03-10", "reason": "x", "agreed": false} -> 200 {"record": {"judged_due": "2027-03-08", "due": "2027-03-10"}}

# Done; what is done is not open; only its receiver says "bien reçu", or lets it go.
at 2027-03-08T10:00
POST /promises/$photos/done {"done_at": "2027-03-09T10:00"} -> 422 invalid {"fields": {"done_at": "in_future"}}
POST /promises/$photos/acknowledge -> 409 not_done
POST /promises/$photos/done {"done_at": "2027-03-05T10:00"} -> 200 {"record": {"state": "done", "done_at": "2027-03-05T10:00"}}
POST /promises/$photos/acknowledge -> 200 {"record": {"acknowledged_at": "2027-03-08T10:00"}}
POST /promises/$photos/done -> 409 not_open
POST /promises/$photos/on_track -> 409 not_open
POST /promises/$photos/stuck -> 409 not_open
POST /promises/$window/drop {"reason": "plus besoin"} -> 409 only_receiver_drops
POST /exchanges {"client_id": sel, "channel": "phone", "direction": "both"} -> 201 call
POST /promises/$window/start {"at": "2027-03-09T10:00"} -> 422 invalid {"fields": {"at": "in_future"}}
POST /promises/$window/start -> 200 {"record": {"task_started_at": "2027-03-08T10:00"}}
POST /promises/$window/start -> 409 already_started
POST /promises/$inside/hand_over {"person_id": ines} -> 200 {"record": {"person_id": ines}}
POST /promises/$inside/hand_over {"person_id": sol} -> 409 person_inactive

# Missed and untold: it becomes a problem at the last second of its date.
at 2027-03-11T08:00
GET /matters?client_id=$sel -> 200 missed {"items": [{"title": "Promesse en retard : Le bilan", "nature": "problem", "severity": 1, "cause": "us",
  "noticed_at": "2027-03-10T23:59:59-05:00", "promise_id": report, "created_by": null,
  "clocks": [{"type": "a1", "due": "2027-03-11T13:00"}, {"type": "c15"}]}]}
GET /promises/$report -> 200 {"state": "open", "clocks": [{"type": "b2"}, {"type": "b1", "due": "2027-03-10T23:59:59-05:00"}]}
GET /today -> 200 {"rows": [{"type": "b1", "band": 2, "overdue": true, "record": {"id": report}}, {"type": "a1", "band": 3}, ...]}
# Moved when it was late, with agreement: no second problem, and judged as before.
POST /promises/$report/move {"due": "2027-03-16", "reason": "x", "agreed": true} -> 200 {"record": {"judged_due": "2027-03-08"}}
POST /promises/$window/drop {"reason": "plus besoin", "exchange_id": call} -> 200 {"record": {"state": "dropped"}}
at 2027-03-17T08:00
GET /matters?client_id=$sel -> 200 {"items": [{"promise_id": report}]}
# P9: what surrounds a problem, read from its page.
GET /clients/$sel/timeline?matter_id=$missed.items.0.id -> 200
has "Le bilan"
# Said and done: dropped by who received it does not count; theirs is theirs.
POST /promises/$report/done -> 200
GET /clients/$sel/say_do -> 200 {"us": {"k": 0, "n": 1, "percent": null, "text": "0 sur 1", "promises": [{"id": report, "judged_due": "2027-03-08", "kept": false, "moved": 2}]},
  "client": {"k": 1, "n": 1, "percent": null, "text": "1 sur 1"}}
cli doctor -> 0
# What it is made for is of the same client, or of nobody's.
POST /clients {"name": "Ailleurs"} -> 201 elsewhere
POST /exchanges {"client_id": elsewhere, "channel": "phone", "direction": "both"} -> 201 theirs
POST /promises {"client_id": sel, "side": "us", "text": "Le plan", "due": "2027-03-30", "source": {"type": "exchange", "id": theirs}} -> 422 invalid {"fields": {"source": "bad_ref"}}
POST /promises {"side": "us", "text": "Le plan", "due": "2027-03-30", "source": {"type": "exchange", "id": theirs}} -> 201
