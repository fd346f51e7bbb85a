# 5.2: k of n, a percent from five on, and Wilson's interval beside it
staff Karim
as karim
POST /clients {"name": "Onze", "state": "active"} -> 201 eleven
POST /clients {"name": "Quatre", "state": "active"} -> 201 four
at 2027-03-01T09:00
GET /clients/$eleven/say_do -> 200 {"us": {"k": 0, "n": 0, "percent": null}, "client": {"k": 0, "n": 0}}
repeat 11 POST /promises {"client_id": eleven, "side": "us", "text": "p$n", "due": "2027-03-03"} -> 201
repeat 4 POST /promises {"client_id": four, "side": "us", "text": "p$n", "due": "2027-03-03"} -> 201
POST /promises {"client_id": four, "side": "us", "text": "entre nous", "due": "2027-03-03", "shared": false} -> 201
POST /promises {"client_id": four, "side": "us", "text": "pas encore", "due": "2027-03-09"} -> 201

# Open, on its very day, it is not yet counted; done, it is.
at 2027-03-03T12:00
GET /clients/$eleven/say_do -> 200 {"us": {"n": 0}}
repeat 9 POST /promises/$n/done -> 200
GET /clients/$eleven/say_do -> 200 {"us": {"k": 9, "n": 9, "percent": 100}}
POST /promises/12/done -> 200
POST /promises/13/done -> 200
POST /promises/14/done -> 200
at 2027-03-04T00:00
GET /clients/$eleven/say_do -> 200 {"us": {"k": 9, "n": 11, "percent": 82, "wilson": [52, 95], "text": "9 sur 11 (82 %)"}}
GET /clients/$four/say_do -> 200 {"us": {"k": 3, "n": 4, "percent": null, "text": "3 sur 4"}}

# One more done the day after is late; ninety days on, nothing is left.
POST /promises/10/done -> 200
GET /clients/$eleven/say_do -> 200 {"us": {"k": 9, "n": 11}}
at 2027-06-01T12:00
GET /clients/$eleven/say_do -> 200 {"us": {"n": 11}}
at 2027-06-02T12:00
GET /clients/$eleven/say_do -> 200 {"us": {"n": 0}}
