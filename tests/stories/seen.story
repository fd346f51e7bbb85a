# 3.1: a contact who opens a page showing what we are late with has found out
staff Karim
as karim
POST /clients {"name": "Fonderie Saguenay"} -> 201 foundry
contact Flo of foundry
POST /promises {"client_id": foundry, "side": "us", "text": "Le plan", "due": "2027-03-02"} -> 201 plan
POST /promises {"client_id": foundry, "side": "us", "text": "Le moule", "due": "2027-03-02"} -> 201 mould
POST /promises {"client_id": foundry, "side": "us", "text": "La pièce", "due": "2027-03-02"} -> 201 piece
POST /promises {"client_id": foundry, "side": "us", "text": "Plus tard", "due": "2027-03-30"} -> 201 later
POST /promises/$later/stuck -> 200
# On its day nothing is late yet.
as flo
GET /promises/$plan.pub -> 200
at 2027-03-03T09:00
as karim
GET /promises/$plan -> 200
GET /matters?client_id=$foundry -> 200 {"items": [{"promise_id": later}, {"promise_id": plan, "found_by_client_at": null}, {"found_by_client_at": null},
  {"found_by_client_at": null}]}
POST /exchanges {"client_id": foundry, "channel": "phone", "direction": "both"} -> 201 call
POST /matters/4/tell {"exchange_id": call} -> 200
at 2027-03-03T10:00
as flo
GET /promises/$later.pub -> 200
GET /promises/$plan.pub -> 200
at 2027-03-03T11:00
GET /promises/$plan.pub -> 200
as karim
GET /matters?client_id=$foundry -> 200 {"items": [{"found_by_client_at": null}, {"found_by_client_at": "2027-03-03T10:00", "told_first": false,
  "clocks": [{"type": "a1", "due": "2027-03-03T13:00"}]}, {"found_by_client_at": null}, {"told_first": true}]}
as claire
GET /audit?record=matter:2&action=open -> 200 {"items": [{"field": "found_by_client_at", "new": any, "who": {"name": "Flo"}}]}
# A list shows them all.
as flo
GET /promises -> 200
as karim
GET /matters?client_id=$foundry -> 200 {"items": [{"found_by_client_at": null}, {"found_by_client_at": "2027-03-03T10:00"},
  {"found_by_client_at": "2027-03-03T11:00"}, {"found_by_client_at": null, "told_first": true}]}
cli doctor -> 0
