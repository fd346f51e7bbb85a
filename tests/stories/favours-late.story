# R2.4: what is noted late, a meeting that moves and a colleague who leaves change who is asked, and nothing that is over
staff Karim, Inès, Léa
as karim
POST /clients {"name": "Dubé", "responsible_id": claire} -> 201 dube
POST /exchanges {"client_id": dube, "channel": "in_person", "direction": "both", "at": "2027-02-25T10:00", "minutes": 9} -> 201 first
POST /exchanges {"client_id": dube, "channel": "in_person", "direction": "both", "at": "2027-02-26T10:00", "minutes": 9} -> 201 second
as lea
POST /exchanges {"client_id": dube, "channel": "video", "direction": "both", "planned": true, "at": "2027-03-02T10:00", "minutes": 9} -> 201 over
at 2027-03-04T09:00
# Only now is it said that Léa took notes then: her meeting of Tuesday asked nobody.
as karim
PATCH /exchanges/$first {"aid_notetaker_id": lea} -> 200
PATCH /exchanges/$second {"aid_notetaker_id": lea} -> 200
GET /exchanges/$over -> 200 {"clocks": []}
cli doctor -> 0

# The first of hers to come asks, whichever that is after one was moved.
as lea
POST /exchanges {"client_id": dube, "channel": "video", "direction": "both", "planned": true, "at": "2027-03-05T10:00", "minutes": 9} -> 201 friday
POST /exchanges {"client_id": dube, "channel": "video", "direction": "both", "planned": true, "at": "2027-03-08T10:00", "minutes": 9} -> 201 monday
GET /exchanges/$friday -> 200 {"clocks": [{"type": "e9", "starts_at": "2027-03-04T09:00"}]}
GET /exchanges/$monday -> 200 {"clocks": [{"type": "e9", "starts_at": "2027-03-05T10:00"}]}
POST /exchanges/$friday/move {"at": "2027-03-09T10:00"} -> 200
GET /exchanges/$monday -> 200 {"clocks": [{"type": "e9", "starts_at": "2027-03-04T09:00"}]}
cli doctor -> 0

# Who has left is asked nothing, and is again once back.
as claire
POST /people/$karim/deactivate -> 200
GET /exchanges/$monday -> 200 {"clocks": []}
cli doctor -> 0
POST /people/$karim/activate -> 200
GET /exchanges/$monday -> 200 {"clocks": [{"type": "e9", "starts_at": "2027-03-04T09:00"}]}
at 2027-03-12T09:00
cli doctor -> 0
