# 5.7: what has stood on the list for five working days without anybody acting hides nothing that is new
staff Karim
as claire
PATCH /settings {"list_cap": 2} -> 200
as karim
POST /clients {"name": "Atelier Nord"} -> 201 nord
POST /clients {"name": "Maison Tremblay"} -> 201 tremblay
POST /clients {"name": "Café Lune"} -> 201 lune
at 2027-03-01T09:00
POST /matters {"client_id": nord, "nature": "idea", "title": "Un emballage plat"} -> 201 one
POST /matters {"client_id": tremblay, "nature": "idea", "title": "Une carte"} -> 201 two
at 2027-03-05T16:59
POST /matters {"client_id": lune, "nature": "idea", "title": "Un banc"} -> 201 three
GET /today -> 200 {"rows": [{"record": {"id": one}}, {"record": {"id": two}}], "more": 1}
at 2027-03-05T17:00
GET /today -> 200 {"rows": [{"record": {"id": one}}, {"record": {"id": three}}], "more": 1}
# Something new of the same client, folded with it, makes the row new.
POST /matters {"client_id": tremblay, "nature": "idea", "title": "Un carnet"} -> 201 four
GET /today -> 200 {"rows": [{"record": {"id": two}, "count": 2, "still_useful": false}, {"record": {"id": three}}], "more": 1}
# What is overdue is all there, whatever else is cut.
repeat 3 POST /promises {"client_id": lune, "side": "us", "text": "n° $n", "due": "2027-03-04", "shared": false} -> 201
GET /today -> 200 {"rows": [{"band": 2, "count": 3}, {"record": {"id": two}}], "more": 2}
