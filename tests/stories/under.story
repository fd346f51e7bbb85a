# E12: kept under a problem: one told, and neither closed nor dropped, as the promise's day ends
staff Karim
as karim
POST /clients {"name": "Librairie Sel", "state": "active"} -> 201 sel
POST /clients {"name": "Café Lune", "state": "active"} -> 201 lune
at 2027-03-10T10:00
POST /promises {"client_id": sel, "side": "us", "text": "Livrer", "due": "2027-03-10"} -> 201 kept
POST /promises {"client_id": lune, "side": "us", "text": "Livrer", "due": "2027-03-10"} -> 201 late
POST /matters {"client_id": sel, "title": "La vitrine est fendue"} -> 201 crack
POST /promises/$kept/done -> 200
# Noticed is not told.
at 2027-03-12T09:00
GET /clients/$sel/say_do -> 200 {"us": {"k": 1, "n": 1}, "under_problem": {"k": 0, "n": 0}}
# The day ends at 23:59:59; told a second later, it was none of its problems.
POST /exchanges {"client_id": sel, "channel": "phone", "direction": "both", "at": "2027-03-11T00:00:00"} -> 201 call
POST /matters/$crack/tell {"exchange_id": call} -> 200
GET /clients/$sel/say_do -> 200 {"under_problem": {"n": 0}}
sql "UPDATE matter SET told_at = 1804741199 WHERE id = 1"
GET /clients/$sel/say_do -> 200 {"under_problem": {"k": 1, "n": 1, "percent": null, "text": "1 sur 1"}}
sql "UPDATE matter SET told_at = 1804741198 WHERE id = 1"
GET /clients/$sel/say_do -> 200 {"under_problem": {"n": 1}}
# Closed within the day, to its last second, or after it.
sql "UPDATE matter SET state = 'closed', closed_at = 1804741198 WHERE id = 1"
GET /clients/$sel/say_do -> 200 {"under_problem": {"n": 0}}
sql "UPDATE matter SET closed_at = 1804741199 WHERE id = 1"
GET /clients/$sel/say_do -> 200 {"under_problem": {"n": 0}}
sql "UPDATE matter SET closed_at = 1804741200 WHERE id = 1"
GET /clients/$sel/say_do -> 200 {"under_problem": {"n": 1}}
# Closed, and open again before the day ended, or only after it.
sql "UPDATE matter SET state = 'options', closed_at = 1804741000, rechecked_at = 1804741198 WHERE id = 1"
GET /clients/$sel/say_do -> 200 {"under_problem": {"n": 1}}
sql "UPDATE matter SET rechecked_at = 1804741199 WHERE id = 1"
GET /clients/$sel/say_do -> 200 {"under_problem": {"n": 1}}
sql "UPDATE matter SET rechecked_at = 1804741200 WHERE id = 1"
GET /clients/$sel/say_do -> 200 {"under_problem": {"n": 0}}
# Let go of, the same.
sql "UPDATE matter SET state = 'dropped', closed_at = NULL, rechecked_at = NULL, dropped_at = 1804741198 WHERE id = 1"
GET /clients/$sel/say_do -> 200 {"under_problem": {"n": 0}}
sql "UPDATE matter SET dropped_at = 1804741199 WHERE id = 1"
GET /clients/$sel/say_do -> 200 {"under_problem": {"n": 0}}
sql "UPDATE matter SET dropped_at = 1804741200 WHERE id = 1"
GET /clients/$sel/say_do -> 200 {"under_problem": {"n": 1}}
# What a late promise itself became is not what it was kept under; another client's problem neither.
GET /matters?client_id=$lune -> 200 {"items": [{"promise_id": late, "state": "noticed"}]}
sql "UPDATE matter SET state = 'told', told_at = noticed_at WHERE promise_id = 2"
GET /clients/$lune/say_do -> 200 {"us": {"k": 0, "n": 1}, "under_problem": {"n": 0}}
