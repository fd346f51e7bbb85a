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
# A list that shows none of them finds nothing out.
as flo
GET /promises?state=dropped -> 200 {"items": []}
GET /promises?state=done -> 200 {"items": []}
as karim
GET /matters/3 -> 200 {"found_by_client_at": null}
# A list shows them all.
as flo
GET /promises -> 200
as karim
GET /matters?client_id=$foundry -> 200 {"items": [{"found_by_client_at": null}, {"found_by_client_at": "2027-03-03T10:00"},
  {"found_by_client_at": "2027-03-03T11:00"}, {"found_by_client_at": null, "told_first": true}]}
# Who came by a letter sees one record, and none of these; HEAD shows nothing at all.
as karim
POST /clients {"name": "Tannerie", "state": "active"} -> 201 tannery
contact Gil of tannery
POST /promises {"client_id": tannery, "side": "us", "text": "Le cuir", "due": "2027-03-04"} -> 201 leather
POST /writings {"client_id": tannery, "kind": "recap", "understood": "Le cuir vient de Lyon."} -> 201 recap
POST /writings/$recap/send -> 200
at 2027-03-05T09:00
as claire
GET /test/outbox -> 200
read link "(/l/[\\w-]{64})"
as browser
FORM $link -> 303
PAGE /p -> 200
lacks "Le cuir</p>"
GET /promises -> 200 {"items": []}
as gil
HEAD /promises -> 200
HEAD /promises/$leather.pub -> 200
HEAD /writings/$recap.pub -> 200
as karim
GET /writings/$recap -> 200 {"seen_at": null}
GET /matters?client_id=$tannery -> 200 {"items": [{"promise_id": leather, "found_by_client_at": null}]}
cli doctor -> 0
