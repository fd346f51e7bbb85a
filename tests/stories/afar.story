# conversation 16.6, words 5: a day that lies afar carries its year; a price is read as it is typed, in either language
staff Karim
as karim
POST /clients {"name": "Dubé", "state": "active"} -> 201 dube
contact Nina of dube agrees
POST /promises {"client_id": dube, "side": "us", "text": "Le plan", "due": "2028-03-12"} -> 201 plan
PAGE /promesse/$plan -> 200
has "dimanche 12 mars 2028"
PAGE /c/$dube?volet=promesses -> 200
has "12 mars 2028"
POST /exchanges {"client_id": dube, "channel": "phone", "direction": "both", "planned": true, "at": "2028-01-05T10:00", "minutes": 30} -> 201 x
PAGE /echange/$x -> 200
has "janvier 2028"
PAGE /c/$dube -> 200
has "janvier 2028"
as nina
PAGE /p -> 200
has "12 mars 2028"
has "janvier 2028"
as karim
FORM /a/promises/$plan/move {"due": "2026-01-12", "reason": "x"} -> 303
PAGE /auj -> 200
has "2026"
GET /today -> 200
has "janvier 2026"
POST /mandates {"client_id": dube, "title": "M", "when_due": "2029-02-03"} -> 201 m
PAGE /mandat/$m -> 200
has "3 février 2029"
FORM /a/mandates/$m/patch {"price_cents": "1,234.50"} -> 303
GET /mandates/$m -> 200 {"price_cents": 123450}
FORM /a/mandates/$m/patch {"price_cents": "1 234,50"} -> 303
GET /mandates/$m -> 200 {"price_cents": 123450}
POST /decisions {"client_id": dube, "about": "demand", "question": "Pour quand ?", "asked_due": "2028-03-09"} -> 201 d
PAGE /decision/$d -> 200
has "mars 2028"
