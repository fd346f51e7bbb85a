# A form field sent twice is read once: guard and door see the same value
staff Karim
as karim
POST /clients {"name": "Café Lune", "state": "active"} -> 201 lune
contact Louise of lune
contact Paul of lune

# Who may is asked of the role that would be kept.
FORM /a/people {"name": "Mallory", "email": "mallory@x.example", "role": ["contact", "lead"]} -> 403
FORM /a/people {"name": "Mallory", "email": "mallory@x.example", "role": ["contact", "member"]} -> 403
FORM /a/people {"name": "Mallory", "email": "mallory@x.example", "role:lines": "contact\nlead"} -> 422
FORM /a/people {"name": "Mallory", "email": "mallory@x.example", "role:flag": ["contact", "lead"]} -> 422
GET /people?role=lead -> 200 {"items": [{"name": "Claire"}]}
GET /people?role=member -> 200 {"items": [{"name": "Karim"}]}
FORM /a/people {"name": "Sol", "email": "sol@x.example", "role": ["lead", "contact"], "client_id": "$lune"} -> 303
GET /people?role=contact -> 200 {"items": [{}, {}, {"name": "Sol", "role": "contact"}]}
FORM /a/people/$louise/patch {"role": ["contact", "lead"]} -> 403
POST /people {"name": "Mallory", "email": "mallory@x.example", "role": ["lead"]} -> 422 invalid {"fields": {"role": "bad_value"}}
POST /people text "{\"name\": \"Mallory\", \"email\": \"m@x.example\", \"role\": \"contact\", \"role\": \"lead\"}" -> 400 bad_json

# What is a list is one, blanks left out; a tick comes after its "false".
FORM /a/exchanges {"client_id": ["999", "$lune"], "channel": ["email", "phone"], "direction": "both", "minutes": ["", "5"],
  "contact_ids": ["", "$louise", "$paul"], "tags": ["thanks", "", "doubt"], "emotions": ["inquiète, pressée", "ravie"],
  "aid_no_devices": ["false", "true"], "next": ["/c/999", "/c/$lune"]} -> 303
header Location "/c/$lune?…"
GET /exchanges -> 200 calls {"items": [{"client_id": lune, "channel": "phone", "minutes": 5, "contact_ids": [louise, paul],
  "tags": ["thanks", "doubt"], "emotions": ["inquiète", "pressée", "ravie"], "aid_no_devices": true}]}
FORM /a/exchanges/$calls.items.0.id/patch {"contact_ids": ["", ""], "tags": "praise", "aid_no_devices": ["true", "false"]} -> 303
GET /exchanges/$calls.items.0.id -> 200 {"contact_ids": [], "tags": ["praise"], "aid_no_devices": false}

# The same for what is no record: a row of the day, a month, the notes of a talk, the firm's numbers.
FORM /a/today/c9:client:$lune/hand_over {"person_id": ["$louise", "$karim"], "next": ["/x", "/auj"]} -> 303
header Location "/auj?…"
FORM /a/me/questions {"fear": ["9", "3"]} -> 303
GET /me/questions -> 200 {"q3": {"curve": [{"fear": 3}]}}
POST /exchanges {"client_id": lune, "channel": "video", "direction": "both", "at": "2027-02-26T09:00", "minutes": 60, "text": "Rien."} -> 201 talk
GET /exchanges/$talk -> 200 as talk
FORM /a/writings/$talk.recap_id/compose {"rev": ["0", "1"], "notes": ["Autre chose.", "Elle craint le samedi."], "emotions": ["inquiète", "lasse"]} -> 303
GET /writings/$talk.recap_id -> 200 {"notes": "Elle craint le samedi.", "understood": {"emotions": ["inquiète", "lasse"]}}
as claire
FORM /a/settings/patch {"firm_name": ["Mistral", "Agence du Nord"], "mail_reminders": ["false", "true"], "reply_due_wh": ["4", "6"],
  "holidays": ["", "2027-06-24", "2027-07-01"], "working_periods.mon": ["09:00", "12:00", "13:00", "17:00"],
  "working_periods.tue": ["09:00", "17:00", "", ""], "working_periods.wed": ["", ""], "working_periods.thu": ["", ""], "working_periods.fri": ["", ""],
  "working_periods.sat": ["", ""], "working_periods.sun": ["", ""]} -> 303
GET /settings -> 200 {"firm_name": "Agence du Nord", "mail_reminders": true, "reply_due_wh": 6, "holidays": ["2027-06-24", "2027-07-01"],
  "working_periods": {"mon": [["09:00", "12:00"], ["13:00", "17:00"]], "tue": [["09:00", "17:00"]], "wed": []}}
