# 5.7: today's list, whom to call first and why
staff Karim, Inès
as karim
# Nothing to do: somebody to call, the one not spoken to for longest.
GET /today -> 200 {"person_id": karim, "at": "2027-03-01T08:00", "rows": [], "more": 0, "care_withheld": false, "next_meeting": null, "empty": null}
POST /clients {"name": "Dubé", "state": "active"} -> 201 dube
POST /clients {"name": "Café Lune", "state": "active"} -> 201 lune
POST /clients {"name": "Groupe Boréal", "state": "active"} -> 201 boreal
POST /clients {"name": "Librairie Sel", "state": "active"} -> 201 sel
repeat 4 POST /writings {"client_id": n, "kind": "welcome", "body": "Il y aura des imprévus : nous serons là."} -> 201
repeat 4 POST /writings/$n/send {"by_hand": true} -> 200
POST /exchanges {"client_id": dube, "channel": "phone", "direction": "both", "at": "2027-02-22T10:00"} -> 201
POST /exchanges {"client_id": lune, "channel": "phone", "direction": "both", "at": "2027-01-26T10:00"} -> 201
POST /exchanges {"client_id": boreal, "channel": "phone", "direction": "both", "at": "2027-02-26T10:00"} -> 201
POST /exchanges {"client_id": sel, "channel": "in_person", "direction": "both", "at": "2027-02-26T10:00"} -> 201
GET /today -> 200 {"rows": [], "empty": {"client_id": lune,
  "text": "Rien n'attend. Et si vous preniez des nouvelles de Café Lune ? Vous ne vous êtes pas parlé depuis 34 jours."}}

# One of each, in order: somebody waits too long, a promise late, somebody waits, promises, things to say.
POST /promises {"client_id": sel, "side": "us", "text": "La vitrine", "due": "2027-03-05"} -> 201 window
POST /promises {"client_id": dube, "side": "us", "text": "Le texte", "due": "2027-03-08"} -> 201 text
POST /promises {"client_id": boreal, "side": "us", "text": "Le plan", "due": "2027-03-09"} -> 201 plan
POST /promises {"side": "us", "text": "L'archive", "due": "2027-03-08"} -> 201 inside
POST /matters {"client_id": lune, "nature": "good_news", "title": "Un prix"} -> 201 prize
at 2027-03-04T15:00
POST /exchanges {"client_id": lune, "channel": "sms", "direction": "in"} -> 201 sms
at 2027-03-05T10:00
POST /matters {"client_id": dube, "title": "Le papier manque"} -> 201 paper
at 2027-03-05T16:00
POST /exchanges {"client_id": boreal, "channel": "email", "direction": "in"} -> 201 mail
at 2027-03-08T12:30
GET /today -> 200 {"more": 2, "care_withheld": true, "rows": [
  {"key": "a1:matter:$paper", "band": 1, "due": "2027-03-05T14:00"},
  {"key": "a2:exchange:$sms", "band": 1, "due": "2027-03-05T15:00", "text": "Café Lune attend une réponse depuis jeudi 15 h."},
  {"key": "b1:promise:$window", "band": 2, "due": "2027-03-05T23:59:59-05:00"},
  {"type": "a1", "client_id": sel, "band": 3, "due": "2027-03-08T13:00"},
  {"key": "a2:exchange:$mail", "band": 3, "due": "2027-03-08T16:00"},
  {"key": "b1:promise:$text", "band": 4},
  {"key": "b1:promise:$inside", "band": 4, "client_id": null, "client_name": null}]}
PAGE /auj -> 200
has "Café Lune"
has "Dubé"

# No field anywhere says what a client pays or weighs.
lacks "revenue"
GET /today -> 200
lacks "cents"
lacks "price"

# A lead may look at another's list; a member at their own.
as claire
GET /today?person_id=$karim -> 200 {"person_id": karim, "more": 2}
GET /today -> 200 {"person_id": claire, "rows": [{"type": "c15"}, {"type": "c15"}]}
as ines
GET /today?person_id=$karim -> 403 lead_only
GET /today?person_id=$ines -> 200 {"rows": []}

# Somebody waits: it is done or handed over, never put off; the rest for two working days, with a reason.
as karim
POST /today/a2:exchange:$sms/snooze {"until": "2027-03-09", "reason": "plus tard"} -> 409 someone_waits
  {"detail": "Quelqu'un attend. On peut répondre, en parler au prochain rendez-vous, ou passer la main."}
POST /today/b1:promise:$window/snooze {"until": "2027-03-09", "reason": "plus tard"} -> 409 someone_waits
POST /today/b1:promise:$text/snooze {"until": "2027-03-09"} -> 422 invalid {"fields": {"reason": "missing"}}
POST /today/b1:promise:$text/snooze {"until": "2027-03-11", "reason": "x"} -> 409 snooze_too_long
POST /today/b1:promise:$text/snooze {"until": "2027-03-08", "reason": "x"} -> 409 snooze_too_long
POST /today/c11:matter:$prize/snooze {"until": "2027-03-10", "reason": "à la rencontre"} -> 200
POST /today/b1:promise:$inside/snooze {"until": "2027-03-09", "reason": "demain"} -> 200
GET /today -> 200 {"more": 0, "rows": [{}, {}, {}, {}, {}, {"key": "b1:promise:$text"}, {"key": "b2:promise:$plan"}]}
POST /today/a2:exchange:999/snooze {"until": "2027-03-09", "reason": "x"} -> 404 not_found
POST /today/nonsense/snooze {"until": "2027-03-09", "reason": "x"} -> 404 not_found
POST /today/b1:promise:$text/forget -> 404 not_found
# On its day it comes back.
at 2027-03-09T09:00
GET /today -> 200 {"rows": [{"key": "a1:matter:$paper"}, {"key": "a2:exchange:$sms"}, {"type": "a1", "client_id": sel, "band": 1},
  {"key": "a2:exchange:$mail", "band": 1}, {"key": "b1:promise:$window"}, {"key": "b1:promise:$text"}, {"key": "b1:promise:$inside", "band": 2}], "more": 2}

# Handed over: somebody else's row, on their list at once.
POST /today/a2:exchange:$sms/hand_over {"person_id": ines} -> 200
as ines
GET /today -> 200 {"rows": [{"key": "a2:exchange:$sms", "band": 1}]}
POST /today/a2:exchange:$mail/hand_over {"person_id": ines} -> 404 not_found

# Same client and band: one row, with the others inside.
as karim
POST /exchanges {"client_id": boreal, "channel": "email", "direction": "in", "at": "2027-03-05T15:00"} -> 201 earlier
GET /today -> 200 {"rows": [{}, {"type": "a1"}, {"key": "a2:exchange:$earlier", "count": 2, "text": "Groupe Boréal : 2 réponses attendues.",
  "folded": [{"key": "a2:exchange:$mail", "count": 1, "folded": []}]}, ...]}

# The next appointment of the day; its sheet five minutes before.
POST /exchanges {"client_id": dube, "channel": "video", "direction": "both", "planned": true, "at": "2027-03-09T15:00"} -> 201 meeting
POST /exchanges {"client_id": dube, "channel": "video", "direction": "both", "planned": true, "at": "2027-03-10T09:00"} -> 201
GET /today -> 200 {"next_meeting": {"exchange_id": meeting, "at": "2027-03-09T15:00", "sheet": false}}
at 2027-03-09T14:55
GET /today -> 200 {"next_meeting": {"sheet": true}}
POST /exchanges/$meeting/cancel -> 200
GET /today -> 200 {"next_meeting": null}
cli doctor -> 0
