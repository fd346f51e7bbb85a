# What was answered is kept, whatever happens to the server
staff Karim
as karim
repeat 30 POST /clients {"name": "Client $n"} -> 201 last
kill
GET /clients/$last -> 200 {"name": "Client 30"}
GET /clients?limit=200 -> 200 before
restart
GET /clients?limit=200 -> 200
same as before
POST /clients (Idempotency-Key: k) {"name": "Une fois"} -> 201 once
kill
POST /clients (Idempotency-Key: k) {"name": "Une fois"} -> 201 {"id": once}
header Idempotent-Replay "true"
at 2027-03-02T09:00
kill
GET /today -> 200 {"at": "2027-03-02T09:00"}
cli audit verify -> 0 "ok "
cli doctor -> 0
