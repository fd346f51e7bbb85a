# 8.1: a contact reads what is theirs; what is not is not there at all
staff Karim
as karim
POST /clients {"name": "Café Lune", "state": "active"} -> 201 lune
POST /clients {"name": "Dubé", "state": "active"} -> 201 dube
contact Luce of lune agrees
contact Denis of dube agrees
POST /mandates {"client_id": lune, "title": "La carte", "need": "Plus de monde à midi", "strategy": "nos notes", "price_cents": 250000} -> 201 menu
POST /exchanges {"client_id": lune, "channel": "phone", "direction": "both", "text": "SECRET ce qu'elle a dit", "emotions": ["SECRET"], "tags": ["praise"]} -> 201 call
POST /exchanges {"client_id": lune, "channel": "video", "direction": "both", "planned": true, "at": "2027-03-09T10:00", "subject": "Point", "agenda": "SECRET"} -> 201 meeting
POST /promises {"client_id": lune, "side": "us", "text": "Le menu", "due": "2027-03-12"} -> 201 ours
POST /promises {"client_id": lune, "side": "client", "text": "Les photos", "due": "2027-03-12"} -> 201 theirs
POST /promises {"client_id": lune, "side": "us", "text": "SECRET entre nous", "due": "2027-03-12", "shared": false} -> 201 inside
POST /matters {"client_id": lune, "title": "SECRET pas encore dit", "cause": "us"} -> 201 untold
POST /matters {"client_id": lune, "title": "Le papier", "category": "SECRET"} -> 201 told
as claire
PATCH /matters/$told {"superior_reason": "SECRET"} -> 200
as luce
PATCH /matters/$told.pub {"superior_reason": "x"} -> 404
as karim
POST /matters/$told/tell {"exchange_id": call} -> 200 {"record": {"state": "told"}}
POST /promises {"client_id": dube, "side": "us", "text": "SECRET de Dubé", "due": "2027-03-12"} -> 201 foreign

# Their own, by public names; hidden fields are absent, never null.
as luce
GET /clients/$lune.pub -> 200 {"id": "$lune.pub", "name": "Café Lune", "responsible": "Karim", "pub": absent, "responsible_id": absent,
  "state": absent, "started_on": absent, "clocks": absent, "created_by": absent, "kind": absent}
GET /promises -> 200 {"items": [{"id": "$ours.pub", "text": "Le menu", "due": "2027-03-12", "side": "us", "person_id": absent, "shared": absent},
  {"id": "$theirs.pub"}], "next": null}
GET /matters -> 200 {"items": [{"id": "$told.pub", "title": "Le papier", "category": absent, "superior_reason": absent, "severity": absent, "noticed_at": absent}]}
GET /mandates -> 200 {"items": [{"id": "$menu.pub", "need": "Plus de monde à midi", "price_cents": 250000, "strategy": absent}]}
GET /exchanges -> 200 {"items": [{"id": "$meeting.pub", "at": "2027-03-09T10:00", "agenda": absent, "text": absent, "tags": absent}]}
lacks "SECRET"
GET /clients/$lune.pub/say_do -> 200 {"us": {"k": 0, "n": 0}, "client": absent}
GET /clients/$lune.pub/timeline -> 200
lacks "SECRET"

# Foreign, forbidden, unknown, ours: the same bytes.
GET /promises/AAAAAAAAAAAAAAAAAAAAAA -> 404 not_found as gone
GET /promises/1 -> 404 not_found
same as gone
GET /promises/$foreign.pub -> 404 not_found
same as gone
GET /promises/$inside.pub -> 404 not_found
same as gone
GET /matters/$untold.pub -> 404 not_found
same as gone
GET /exchanges/$call.pub -> 404 not_found
same as gone
GET /clients/$dube.pub -> 404 not_found
same as gone
GET /clients/$dube.pub/say_do -> 404 not_found
same as gone
GET /people -> 404 not_found
same as gone
GET /today -> 404 not_found
same as gone
GET /settings -> 404 not_found
same as gone
GET /transparency -> 404 not_found
same as gone
GET /search?q=menu -> 404 not_found
same as gone
GET /clients/$lune.pub/transparency -> 404 not_found
same as gone
GET /audit/verify -> 404 not_found
same as gone
POST /clients {"name": "x"} -> 404 not_found
same as gone
POST /promises {"side": "us", "text": "x", "due": "2027-03-12"} -> 404 not_found
same as gone
PATCH /promises/$ours.pub {"text": "x"} -> 404 not_found
same as gone
POST /promises/$ours.pub/on_track -> 404 not_found
same as gone
POST /promises/$ours.pub/stuck -> 404 not_found
same as gone
POST /matters/$told.pub/tell -> 404 not_found
same as gone
POST /exchanges/$meeting.pub/cancel -> 404 not_found
same as gone
PATCH /settings {"list_cap": 1} -> 404 not_found
same as gone
PAGE /auj -> 404

# What they may do: say what is wrong, write, answer for their own side.
POST /matters {"title": "La livraison est ouverte", "severity": 3} -> 422 invalid {"fields": {"severity": "unknown"}}
POST /matters {"title": "La livraison est ouverte", "client_id": "$dube.pub"} -> 422 invalid {"fields": {"client_id": "unknown"}}
POST /matters {"title": "La livraison est ouverte", "body": "Trois cartons"} -> 201 raised {"title": "La livraison est ouverte", "clocks": absent}
POST /exchanges {"text": "Bonjour", "subject": "La carte"} -> 201 message {"channel": "portal", "direction": "in", "text": "Bonjour"}
POST /exchanges {"subject": "La carte"} -> 422 invalid {"fields": {"text": "missing"}}
POST /exchanges {"text": "x", "in_reply_to_id": 1} -> 422 invalid {"fields": {"in_reply_to_id": "bad_ref"}}
POST /promises/$theirs.pub/move {"due": "2027-03-15", "reason": "malade", "agreed": true} -> 422 invalid {"fields": {"agreed": any}}
POST /promises/$theirs.pub/move {"due": "2027-03-15", "reason": "malade"} -> 200 {"record": {"due": "2027-03-15", "judged_due": "2027-03-12"}}
POST /promises/$ours.pub/done -> 404 not_found
POST /promises/$theirs.pub/done -> 200 {"record": {"state": "done"}}
POST /promises/$ours.pub/drop {"reason": "plus besoin"} -> 200 {"record": {"state": "dropped"}}
as karim
GET /today -> 200 {"rows": [{"type": "a1", "folded": [{"type": "a1c"}]}, ...]}
GET /exchanges?client_id=$lune&channel=portal -> 200 {"items": [{"needs_reply": true, "contact_ids": [luce]}]}
as denis
GET /promises -> 200 {"items": [{"id": "$foreign.pub"}]}
GET /exchanges/$message.id -> 404 not_found

# Bad tokens: ten a minute, then wait; a good one is never held up.
as stranger
repeat 10 GET /clients -> 401 unauthenticated
GET /clients -> 429 too_many_requests
header Retry-After any
as karim
GET /clients -> 200
