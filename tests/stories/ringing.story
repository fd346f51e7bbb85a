# P2, P3, P5b: the row shows the number first: who raised it, else who may agree
staff Karim
as karim
POST /clients {"name": "Musée du Port"} -> 201 port
contact Paul of port
contact Nina of port agrees
contact Lou of port agrees
POST /matters {"client_id": port, "title": "Affiches floues", "cause": "us"} -> 201 blur
GET /today -> 200 {"rows": [{"type": "a1", "call": null}]}
PATCH /people/$paul {"phone": "514 555-0111"} -> 200
GET /today -> 200 {"rows": [{"type": "a1", "call": null}]}
PATCH /people/$lou {"phone": "+33 6 12 34"} -> 200
GET /today -> 200 {"rows": [{"type": "a1", "call": {"name": "Lou", "phone": "+33 6 12 34"}}]}
PATCH /people/$nina {"phone": "(514) 555-0199"} -> 200
GET /today -> 200 {"rows": [{"type": "a1", "call": {"name": "Nina", "phone": "(514) 555-0199"}}]}
# Dialled are digits and a leading plus; read is what was written, before the name.
PAGE /auj -> 200
has "href=\"tel:5145550199\""
has "(514) 555-0199<span class=\"whom\"> · Nina</span>"
PAGE /c/$port -> 200
has "href=\"tel:5145550199\""
# Told in writing, the voice is owed.
POST /exchanges {"client_id": port, "channel": "email", "direction": "out"} -> 201 mail
POST /matters/$blur/tell {"exchange_id": mail} -> 200
GET /today -> 200 {"rows": [{"type": "a3", "call": {"name": "Nina"}}]}
# P3, P5b: the call sheet opens with the number, and one line stays on top of it.
PAGE /probleme/$blur/appel -> 200
has "href=\"tel:5145550199\""
has "Laisser finir. Le silence aussi parle."
# Who says that something is wrong is who is rung.
as paul
POST /matters {"title": "La porte est fermée"} -> 201
as karim
GET /today -> 200 {"rows": [{"type": "a1c", "count": 2, "call": {"name": "Paul", "phone": "514 555-0111"}, "folded": [{"type": "a3", "call": {"name": "Nina"}}]}]}
# Gone, it is somebody else; and nobody whom the client does not let agree.
as claire
POST /people/$paul/deactivate -> 200
GET /today?person_id=$karim -> 200 {"rows": [{"type": "a1c", "call": {"name": "Nina"}}]}
POST /people/$nina/deactivate -> 200
POST /people/$lou/deactivate -> 200
GET /today?person_id=$karim -> 200 {"rows": [{"type": "a1c", "call": null}]}
# What is not done by voice rings nobody.
as karim
POST /promises {"client_id": port, "side": "us", "text": "Le plan", "due": "2027-03-01"} -> 201
GET /today -> 200
has "\"type\":\"b1\""
GET /today -> 200 {"rows": [{}, {"type": "b1", "call": null}]}
