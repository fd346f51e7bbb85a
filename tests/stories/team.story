# P8, R5.4, 8.4: away with a cover, one person in charge, exactly one privacy officer
staff Karim, Inès, Tom
as karim
POST /clients {"name": "Café Lune"} -> 201 lune {"responsible_id": karim, "responsible": "Karim"}
POST /clients {"name": "Dubé", "responsible_id": tom} -> 201 dube {"responsible_id": tom}
POST /mandates {"client_id": lune, "title": "La carte d'été"} -> 201 menu {"responsible_id": karim, "state": "draft", "currency": "CAD"}
contact Luce of lune
at 2027-03-08T09:00
POST /exchanges {"client_id": lune, "channel": "email", "direction": "in", "urgent_said": true, "urgent_reason": "presse"} -> 201 mail
POST /promises {"client_id": lune, "side": "us", "text": "Le menu", "due": "2027-03-12"} -> 201 menu_due

# Somebody waits: no leaving without a cover, nor covered by who is away.
POST /people/$karim/away {"from": "2027-03-08", "to": "2027-03-10"} -> 409 cover_missing
POST /people/$karim/away {"from": "2027-03-08", "to": "2027-03-10", "cover_person_id": karim} -> 409 cover_missing
POST /people/$karim/away {"from": "2027-03-08", "to": "2027-03-10", "cover_person_id": luce} -> 422 invalid {"fields": {"cover_person_id": "bad_ref"}}
POST /people/$karim/away {"from": "2027-03-10", "to": "2027-03-08", "cover_person_id": ines} -> 422 invalid {"fields": {"to": "bad_value"}}
POST /people/$karim/away {"to": "2027-03-08"} -> 422 invalid {"fields": {"from": "missing"}}
as tom
POST /people/$tom/away {"from": "2027-03-09", "to": "2027-03-09"} -> 200 {"record": {"away_from": "2027-03-09", "cover_person_id": null}}
POST /people/$karim/away {"from": "2027-03-08", "to": "2027-03-10", "cover_person_id": ines} -> 403
as karim
POST /people/$karim/away {"from": "2027-03-08", "to": "2027-03-10", "cover_person_id": tom} -> 409 cover_away
POST /people/$karim/away {"from": "2027-03-08", "to": "2027-03-10", "cover_person_id": ines} -> 200 {"record": {"away_from": "2027-03-08",
  "away_to": "2027-03-10", "cover_person_id": ines}}

# The cover sees what waits, and may hand it on; after the last day, no more.
as ines
GET /today -> 200 {"rows": [{"key": "a2:exchange:$mail"}]}
as karim
GET /today -> 200 {"rows": [{"key": "a2:exchange:$mail"}]}
at 2027-03-11T09:00
as ines
GET /today -> 200 {"rows": []}
as karim
POST /people/$karim/back -> 200 {"record": {"away_from": null, "away_to": null, "cover_person_id": null}}

# Replaced, never joined: what waits follows at once.
POST /clients/$lune/hand_over {"responsible_id": luce} -> 409 person_inactive
POST /clients/$lune/hand_over {} -> 422 invalid {"fields": {"responsible_id": "missing"}}
POST /clients/$lune/hand_over {"responsible_id": ines, "reason": "congé", "promise_ids": []} -> 200 {"record": {"responsible_id": ines, "responsible": "Inès"}}
as ines
GET /today -> 200 {"rows": [{"key": "a2:exchange:$mail"}, {"key": "c17:client:$lune"}]}
as karim
GET /today -> 200 {"rows": [{"type": "b2"}]}
GET /mandates/$menu -> 200 {"responsible_id": karim}
PATCH /clients/$lune {"responsible_id": karim} -> 422 invalid {"fields": {"responsible_id": "not_settable"}}
PATCH /clients/$lune {"responsible": [karim, ines]} -> 422 invalid {"fields": {"responsible": any}}
POST /clients {"name": "x", "vip": true, "tier": 1, "importance": 3, "size": "XL"} -> 422 invalid
  {"fields": {"vip": "unknown", "tier": "unknown", "importance": "unknown", "size": "unknown"}}
POST /people {"name": "Zoé", "email": "zoe@mistral.example", "role": "member"} -> 403 lead_only

# Leaving for good: everything handed over first.
as claire
POST /people/$karim/deactivate -> 409 still_responsible {"mandates": [menu], "also": ["open_promises"], "promises": [menu_due], "clients": absent, "where": "/mandat/$menu/passage#to-whom"}
POST /mandates {"client_id": dube, "title": "Le bilan", "responsible_id": tom} -> 201 review
POST /people/$tom/deactivate -> 409 still_responsible {"clients": [dube], "mandates": [review], "where": "/c/$dube/passage#to-whom"}
POST /mandates/$review/hand_over {"responsible_id": ines} -> 200
POST /people/$tom/deactivate -> 409 still_responsible {"clients": [dube]}
POST /mandates/$menu/hand_over {"responsible_id": ines} -> 200
POST /people/$karim/deactivate -> 409 open_promises {"promises": [menu_due]}
POST /promises/$menu_due/hand_over {"person_id": ines} -> 200
POST /people/$karim/deactivate -> 200 {"record": {"active": false}}
as karim
GET /today -> 401 unauthenticated
as claire
POST /clients/$lune/hand_over {"responsible_id": karim} -> 409 person_inactive
POST /people/$karim/activate -> 200 {"record": {"active": true}}

# Who joins, is renamed or leaves is so on the very next page, whichever program wrote it.
as claire
PAGE /c/$dube -> 200
lacks "Zoé Roy"
cli person add --name "Zoé Roy" --email zoe@mistral.example --role member -> 0
PAGE /c/$dube -> 200
has "Zoé Roy"
PATCH /people/$tom {"name": "Thomas Vézina"} -> 200
PAGE /c/$dube -> 200
has "Thomas Vézina"
POST /clients/$dube/hand_over {"responsible_id": karim} -> 200
POST /people/$tom/deactivate -> 200
PAGE /c/$lune -> 200
lacks "Thomas Vézina"

# The last lead stays; there is one privacy officer, and the flag only moves.
POST /people/$claire/deactivate -> 409 last_lead {"also": ["officer_needed"]}
PATCH /people/$claire {"role": "member"} -> 409 last_lead
GET /people/$claire -> 200 {"privacy_officer": true}
PATCH /people/$ines {"privacy_officer": true} -> 422 invalid {"fields": {"privacy_officer": "not_settable"}}
POST /people/$luce/make_officer -> 409 staff_only_role
POST /people/$ines/make_officer -> 200 {"record": {"privacy_officer": true}}
GET /people/$claire -> 200 {"privacy_officer": false}
# Only that one answers for privacy, and says how grave an incident was.
POST /privacy_cases {"kind": "incident", "text": "Un courriel parti ailleurs"} -> 201 leak
PATCH /privacy_cases/$leak {"serious_harm": "no"} -> 403 officer_only
POST /privacy_cases/$leak/close -> 403 officer_only
as ines
PATCH /privacy_cases/$leak {"serious_harm": "no"} -> 200
POST /privacy_cases/$leak/close -> 200
as claire
PATCH /people/$ines {"role": "lead"} -> 200 {"role": "lead"}
PATCH /people/$luce {"role": "member"} -> 422 invalid {"fields": {"role": "bad_value"}}
as ines
POST /people/$claire/deactivate -> 200
cli doctor -> 0
