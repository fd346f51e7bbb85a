# api.md 0: how the API answers, and refuses
staff Karim
as nobody
GET /healthz -> 200 {"ok": true}
GET /clients -> 401 unauthenticated {"type": "about:blank", "status": 401, "detail": any}
header Content-Type "application/problem+json…"
PAGE /auj -> 303
header Location any
as karim

# What cannot be read.
POST /clients text "{" -> 400 bad_json
POST /clients text "[]" -> 400 bad_json
POST /clients text "\"x\"" -> 400 bad_json
POST /clients (Content-Type: text/plain) {"name": "x"} -> 415 unsupported_media_type
POST /clients (Content-Type: application/json; charset=utf-8) {"name": "Charset"} -> 201
POST /clients {"name": long(1100000)} -> 413 too_large
POST /people {} -> 422 invalid {"title": any, "detail": any, "fields": {"name": "missing", "role": "missing"}}
lacks "erreur"
lacks "invalide"
POST /clients {"name": "Dubé", "state": "active", "started_on": "2027-02-01"} -> 201 dube
header Location "/api/v1/clients/$dube"
header ETag any

# Each reason there is.
POST /clients {"name": "   "} -> 422 invalid {"fields": {"name": "missing"}}
POST /clients {"name": ""} -> 422 invalid {"fields": {"name": "missing"}}
POST /clients {"name": null} -> 422 invalid {"fields": {"name": "missing"}}
POST /clients {"name": 7} -> 422 invalid {"fields": {"name": "bad_value"}}
POST /clients {"name": "a\u0007b"} -> 422 invalid {"fields": {"name": "bad_value"}}
POST /clients {"name": long(201)} -> 422 invalid {"fields": {"name": "too_long"}}
POST /clients {"name": "x", "state": "ended"} -> 422 invalid {"fields": {"state": "bad_value"}}
POST /clients {"name": "x", "kind": "friend"} -> 422 invalid {"fields": {"kind": "bad_value"}}
POST /clients {"name": "x", "started_on": "2027-02-30"} -> 422 invalid {"fields": {"started_on": "bad_date"}}
POST /clients {"name": "x", "started_on": "2027-03-02"} -> 422 invalid {"fields": {"started_on": "in_future"}}
POST /clients {"name": "x", "responsible_id": 999} -> 422 invalid {"fields": {"responsible_id": "bad_ref"}}
POST /clients {"name": "x", "responsible_id": -1} -> 422 invalid {"fields": {"responsible_id": "bad_ref"}}
POST /clients {"name": "x", "responsible_id": true} -> 422 invalid {"fields": {"responsible_id": "bad_value"}}
POST /clients {"name": "x", "id": 5, "created_at": "2027-03-01T08:00", "clocks": []} -> 422 invalid
  {"fields": {"id": "not_settable", "created_at": "not_settable", "clocks": "not_settable"}}
POST /clients {"name": "x", "ended_on": "2027-03-01"} -> 422 invalid {"fields": {"ended_on": "not_settable"}}
POST /exchanges {"client_id": dube, "channel": "email", "direction": "in", "tags": ["thanks", "furious"]} -> 422 invalid {"fields": {"tags": "bad_value"}}
POST /exchanges {"client_id": dube, "channel": "pigeon", "direction": "in"} -> 422 invalid {"fields": {"channel": "bad_value"}}
POST /exchanges {"client_id": dube, "channel": "email", "direction": "in", "minutes": 1.5} -> 422 invalid {"fields": {"minutes": "bad_value"}}
POST /exchanges {"client_id": dube, "channel": "email", "direction": "in", "at": "hier"} -> 422 invalid {"fields": {"at": "bad_date"}}
POST /matters {"client_id": dube, "title": "x", "severity": 4} -> 422 invalid {"fields": {"severity": "bad_value"}}
POST /people {"name": "x", "email": "sans arobase", "role": "contact", "client_id": dube} -> 422 invalid {"fields": {"email": "bad_value"}}
POST /people {"name": "x", "email": "x@y.example", "role": "contact"} -> 422 invalid {"fields": {"client_id": "missing"}}
POST /people {"name": "x", "email": "KARIM@mistral.example", "role": "contact", "client_id": dube} -> 422 invalid {"fields": {"email": "bad_value"}}

# A date with its offset is an instant; a time without one is the firm's.
POST /exchanges {"client_id": dube, "channel": "letter", "direction": "out", "at": "2027-03-01T12:30:00Z"} -> 201 {"at": "2027-03-01T07:30:00-05:00"}
POST /exchanges {"client_id": dube, "channel": "letter", "direction": "out", "at": "2027-03-01T07:30"} -> 201 {"at": "2027-03-01T07:30:00-05:00"}

# What is not there, and what cannot be done to what is.
GET /clients/999 -> 404 not_found
GET /clients/0 -> 404 not_found
GET /clients/abc -> 404 not_found
GET /clients/$dube.pub -> 404 not_found
GET /unicorns -> 404 not_found
GET /client -> 404 not_found
POST /clients/$dube/vanish -> 404 not_found
POST /clients/999/activate -> 404 not_found
DELETE /clients/$dube -> 405 method_not_allowed
PUT /clients/$dube {"name": "x"} -> 405 method_not_allowed
GET /clients/$dube/activate -> 405 method_not_allowed
DELETE /clients/$dube/say_do -> 405 method_not_allowed
POST /clients/$dube/say_do -> 404 not_found
GET /exchanges/$dube/say_do -> 405 method_not_allowed
GET /clients/999/say_do -> 404 not_found
PATCH /clients -> 405 method_not_allowed

# Lists: filters, pages.
repeat 5 POST /clients {"name": "Client $n"} -> 201
GET /clients?limit=3 -> 200 first {"items": [{}, {}, {}], "next": any}
GET /clients?limit=3&cursor=$first.next -> 200 second {"items": [{"name": "Client 2"}, {"name": "Client 3"}, {"name": "Client 4"}], "next": any}
GET /clients?limit=3&cursor=$second.next -> 200 {"items": [{"name": "Client 5"}], "next": null}
GET /clients?state=active -> 200 {"items": [{"name": "Dubé"}], "next": null}
GET /clients?colour=blue -> 422 invalid {"fields": {"colour": "unknown"}}
GET /clients?limit=0 -> 422 invalid {"fields": {"limit": "bad_value"}}
GET /clients?limit=201 -> 422 invalid {"fields": {"limit": "bad_value"}}
GET /clients?cursor=x -> 422 invalid {"fields": {"cursor": "bad_value"}}
GET /exchanges?client_id=$dube -> 200 {"items": [{}, {}]}
GET /exchanges?client_id=999 -> 200 {"items": []}

# The same again costs nothing; a change that did not see the last one is held.
GET /clients/$dube -> 200 seen
GET /clients/$dube (If-None-Match: $seen.etag) -> 304
PATCH /clients/$dube (If-Match: $seen.etag) {"name": "Dubé et fils"} -> 200 {"name": "Dubé et fils"}
PATCH /clients/$dube (If-Match: $seen.etag) {"name": "Dubé"} -> 412 etag_mismatch
POST /clients/$dube/hand_over (If-Match: $seen.etag) {"responsible_id": claire} -> 412 etag_mismatch
GET /clients/$dube (If-None-Match: $seen.etag) -> 200 {"name": "Dubé et fils"}
PATCH /clients/$dube (If-Match: *) {"name": "Dubé"} -> 200
# In order: there, may, stale, sound, allowed.
POST /people/$karim/deactivate (If-Match: "0.x") {"x": 1} -> 403 lead_only
POST /people/999/deactivate (If-Match: "0.x") {"x": 1} -> 404 not_found
as claire
POST /people/$karim/deactivate (If-Match: "0.x") {"x": 1} -> 412 etag_mismatch
POST /people/$karim/deactivate {"x": 1} -> 422 invalid {"fields": {"x": "unknown"}}
POST /people/$karim/deactivate -> 409 still_responsible
as karim

# Sent twice, done once.
POST /clients (Idempotency-Key: abc) {"name": "Une fois"} -> 201 once
header Idempotent-Replay absent
POST /clients (Idempotency-Key: abc) {"name": "Une fois"} -> 201 {"id": once}
header Idempotent-Replay "true"
header Location "/api/v1/clients/$once"
POST /clients (Idempotency-Key: abc) {"name": "Deux fois"} -> 422 idempotency_mismatch
GET /clients?limit=200 -> 200 {"items": [{}, {}, {}, {}, {}, {}, {}, {"name": "Une fois"}]}
as claire
POST /clients (Idempotency-Key: abc) {"name": "Une autre personne"} -> 201
as karim
at 2027-03-02T08:01
POST /clients (Idempotency-Key: abc) {"name": "Le lendemain"} -> 201

# A refusal leaves no trace.
as claire
GET /audit?record=client:$dube -> 200 {"items": [{"action": "create"}, {"action": "patch", "field": "name"}, ...]}
GET /audit/verify -> 200 verified {"ok": true}
POST /clients {"name": ""} -> 422 invalid
POST /matters/1/tell -> 404 not_found
GET /audit/verify -> 200
same as verified
cli doctor -> 0
