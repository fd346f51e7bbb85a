# R1.4: somebody wrote and waits, the same hours for every client
staff Karim, Inès
as karim
POST /clients {"name": "Groupe Boréal"} -> 201 boreal
POST /clients {"name": "Café Lune"} -> 201 lune

# Shown after four working hours, due after eight.
at 2027-03-05T16:00
POST /exchanges {"client_id": boreal, "channel": "email", "direction": "in", "subject": "Le devis"} -> 201 mail
  {"needs_reply": true, "planned": false, "our_person_id": karim, "answered_by_id": null, "clocks": [{"type": "a2",
   "starts_at": "2027-03-05T16:00", "shows_at": "2027-03-08T12:00", "due": "2027-03-08T16:00", "stopped_at": null}]}
at 2027-03-08T11:59
GET /today -> 200 {"rows": []}
at 2027-03-08T12:00
GET /today -> 200 {"person_id": karim, "rows": [{"key": "a2:exchange:$mail", "type": "a2", "sub": null, "band": 3,
  "due": "2027-03-08T16:00:00-05:00", "overdue": false, "client_id": boreal, "client_name": "Groupe Boréal",
  "record": {"kind": "exchange", "id": mail}, "text": "Groupe Boréal attend une réponse depuis vendredi 16 h.",
  "where": "/c/$boreal", "count": 1, "folded": []}]}
at 2027-03-08T16:01
GET /today -> 200 {"rows": [{"band": 1, "overdue": true}], "care_withheld": true}

# An answer stops it at its own instant, and is named.
POST /exchanges {"client_id": boreal, "channel": "phone", "direction": "out", "at": "2027-03-08T15:30"} -> 201 reply
GET /exchanges/$mail -> 200 {"answered_by_id": reply, "clocks": [{"type": "a2", "stopped_at": "2027-03-08T15:30"}]}
GET /today -> 200 {"rows": []}

# One answer answers what came before it, not what comes after, nor another client's.
POST /exchanges {"client_id": boreal, "channel": "sms", "direction": "in", "at": "2027-03-08T15:45"} -> 201 sms
  {"answered_by_id": null}
POST /exchanges {"client_id": lune, "channel": "email", "direction": "in", "at": "2027-03-08T15:00"} -> 201 other
  {"answered_by_id": null}
# A message noted late, which a call had answered already.
POST /exchanges {"client_id": boreal, "channel": "email", "direction": "in", "at": "2027-03-08T15:00"} -> 201 noted
  {"answered_by_id": reply}

# A named answer goes before the next one in time.
at 2027-03-09T09:00
POST /exchanges {"client_id": boreal, "channel": "email", "direction": "in", "subject": "A"} -> 201 first
POST /exchanges {"client_id": boreal, "channel": "email", "direction": "in", "subject": "B", "at": "2027-03-09T08:59"} -> 201 second
at 2027-03-09T10:00
POST /exchanges {"client_id": boreal, "channel": "email", "direction": "out", "subject": "Re: B"} -> 201 one
at 2027-03-09T11:00
POST /exchanges {"client_id": boreal, "channel": "email", "direction": "out", "subject": "Re: A", "in_reply_to_id": first} -> 201 two
GET /exchanges/$first -> 200 {"answered_by_id": two, "clocks": [{"stopped_at": "2027-03-09T11:00"}]}
GET /exchanges/$second -> 200 {"answered_by_id": one}
POST /exchanges {"client_id": lune, "channel": "email", "direction": "out", "in_reply_to_id": first} -> 422 invalid
  {"fields": {"in_reply_to_id": "bad_ref"}}

# Parked: "let us take it on Thursday" is an answer.
POST /exchanges {"client_id": lune, "channel": "email", "direction": "in", "subject": "La carte d'été"} -> 201 question
POST /exchanges {"client_id": lune, "channel": "video", "direction": "both", "planned": true, "at": "2027-03-11T10:00",
  "minutes": 30, "subject": "Point"} -> 201 meeting {"needs_reply": false, "agenda_points": []}
POST /exchanges {"client_id": boreal, "channel": "video", "direction": "both", "planned": true, "at": "2027-03-11T11:00"} -> 201 elsewhere
POST /exchanges/$question/park {"appointment_id": elsewhere} -> 409 appointment_required {"where": "/c/$lune#plan"}
POST /exchanges/$question/park {"appointment_id": reply} -> 409 appointment_required
POST /exchanges/$question/park {} -> 422 invalid {"fields": {"appointment_id": "missing"}}
POST /exchanges/$question/park {"appointment_id": meeting} -> 200 {"record": {"parked_to_id": meeting,
  "clocks": [{"type": "a2", "stopped_at": "2027-03-09T11:00"}]}}
GET /exchanges/$meeting -> 200 {"agenda_points": [{"text": "La carte d'été", "from": {"kind": "exchange", "id": question}}]}
POST /exchanges/$question/park {"appointment_id": meeting} -> 409 no_reply_owed

# Moved, the question stays on it; cancelled, it waits again as if never parked.
POST /exchanges/$meeting/move {"at": "2027-03-12T10:00"} -> 200 {"record": {"at": "2027-03-12T10:00", "end_at": "2027-03-12T10:30"}}
GET /exchanges/$question -> 200 {"parked_to_id": meeting}
POST /exchanges/$meeting/cancel {"reason": "grippe"} -> 200 {"record": {"cancelled_at": "2027-03-09T11:00"}}
GET /exchanges/$question -> 200 {"parked_to_id": null, "clocks": [{"type": "a2", "stopped_at": null, "due": "2027-03-10T11:00"}]}
POST /exchanges/$meeting/cancel {} -> 409 not_planned
POST /exchanges/$meeting/move {"at": "2027-03-15T10:00"} -> 409 not_planned
POST /exchanges/$mail/move {"at": "2027-03-15T10:00"} -> 409 not_planned
POST /exchanges/$elsewhere/move {"at": "2027-03-08T10:00"} -> 422 invalid {"fields": {"at": "in_past"}}

# An appointment that comes is presumed held, and answers.
POST /exchanges {"client_id": lune, "channel": "phone", "direction": "both", "planned": true, "at": "2027-03-09T14:00"} -> 201 held
at 2027-03-09T14:00
GET /exchanges/$question -> 200 {"answered_by_id": held, "clocks": [{"stopped_at": "2027-03-09T14:00"}]}
POST /exchanges/$held/move {"at": "2027-03-16T10:00"} -> 409 already_past

# Waived with a reason; a date given; said urgent.
as ines
POST /exchanges {"client_id": lune, "channel": "email", "direction": "in", "subject": "Merci !"} -> 201 thanks
POST /exchanges/$thanks/waive_reply {} -> 422 invalid {"fields": {"reason": "missing"}}
POST /exchanges/$thanks/waive_reply {"reason": "simple merci"} -> 200 {"record": {"needs_reply": false, "clocks": [{"stopped_at": "2027-03-09T14:00"}]}}
POST /exchanges/$thanks/waive_reply {"reason": "encore"} -> 409 no_reply_owed
as claire
GET /audit?record=exchange:$thanks&action=waive_reply -> 200 {"items": [{"reason": "simple merci", "who": {"name": "Inès"}}, ...]}
as karim
POST /exchanges {"client_id": lune, "channel": "letter", "direction": "in", "subject": "Contrat"} -> 201 letter
POST /exchanges/$letter/give_date {"reply_by": "2027-03-08T10:00"} -> 422 invalid {"fields": {"reply_by": "in_past"}}
POST /exchanges/$letter/give_date {"reply_by": "2027-03-12T15:00", "why": "l'imprimeur répond jeudi"} -> 200
  {"record": {"reply_by": "2027-03-12T15:00", "reply_why": "l'imprimeur répond jeudi", "clocks": [{"type": "a2", "stopped_at": null, "due": "2027-03-10T14:00"}]}}
POST /exchanges/$letter/mark_urgent {"reason": "salon demain"} -> 200 {"record": {"urgent_said": true,
  "clocks": [{"type": "a2", "shows_at": "2027-03-09T14:00", "due": "2027-03-09T16:00"}]}}
POST /exchanges {"client_id": boreal, "channel": "sms", "direction": "in", "urgent_said": true} -> 422 invalid
  {"fields": {"urgent_reason": "missing"}}
POST /exchanges {"client_id": boreal, "channel": "sms", "direction": "in", "urgent_said": true, "urgent_reason": "presse"} -> 201
  {"clocks": [{"type": "a2", "shows_at": "2027-03-09T14:00", "due": "2027-03-09T16:00"}]}

# Said to need none, it starts nothing; an appointment never does.
POST /exchanges {"client_id": boreal, "channel": "sms", "direction": "in", "needs_reply": false} -> 201 {"clocks": []}
POST /exchanges {"client_id": boreal, "channel": "phone", "direction": "in", "planned": true, "at": "2027-03-15T09:00"} -> 201
  {"needs_reply": false}
POST /exchanges {"client_id": boreal, "channel": "phone", "direction": "both", "at": "2027-03-15T09:00"} -> 422 invalid
  {"fields": {"at": any}}
cli doctor -> 0
