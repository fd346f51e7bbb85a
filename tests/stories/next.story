# P16: a problem told always has a next thing: a date of news, or a promise with a date
staff Karim
as karim
POST /clients {"name": "Dubé"} -> 201 dube
at 2027-03-01T10:00
POST /matters {"client_id": dube, "title": "Le papier manque"} -> 201 paper
POST /exchanges {"client_id": dube, "channel": "phone", "direction": "both"} -> 201 call
POST /matters/$paper/tell {"exchange_id": call} -> 200 {"record": {"clocks": [{"type": "a1"}, {"type": "c15"},
  {"type": "c8", "sub": "next", "starts_at": "2027-03-01T10:00", "shows_at": "2027-03-02T10:00", "due": "2027-03-02T10:00"}]}}
at 2027-03-02T09:59
GET /today -> 200 {"rows": []}
at 2027-03-02T10:00
GET /today -> 200 {"rows": [{"key": "c8.next:matter:$paper", "type": "c8", "sub": "next", "band": 5}]}
# A date of news answers it, and is a row on its day; given, the next one is asked for.
POST /matters/$paper/news {"exchange_id": call} -> 200 {"record": {"update_due": null}}
PATCH /matters/$paper {"update_due": "2027-03-04"} -> 200 {"update_due": "2027-03-04"}
GET /today -> 200 {"rows": []}
at 2027-03-04T09:00
GET /today -> 200 {"rows": [{"type": "b3", "band": 4, "due": "2027-03-04T23:59:59-05:00"}]}
at 2027-03-05T09:00
GET /today -> 200 {"rows": [{"type": "b3", "band": 2, "overdue": true}]}
POST /exchanges {"client_id": dube, "channel": "email", "direction": "out"} -> 201 mail
POST /matters/$paper/news {"exchange_id": mail} -> 200
GET /today -> 200 {"rows": []}
at 2027-03-08T09:00
GET /today -> 200 {"rows": [{"type": "c8"}]}
# A promise it is about is a next thing too; kept, the next one is asked for.
POST /promises {"client_id": dube, "side": "us", "text": "Du papier neuf", "due": "2027-03-09"} -> 201 promise
PATCH /matters/$paper {"promise_id": promise} -> 200
GET /today -> 200 {"rows": []}
at 2027-03-09T15:00
POST /promises/$promise/done -> 200
at 2027-03-10T15:00
GET /today -> 200 {"rows": [{"key": "c8.next:matter:$paper", "due": "2027-03-10T15:00"}]}
# One made for it, or news with a date, will do.
POST /promises {"client_id": dube, "side": "us", "text": "Trier les feuilles", "due": "2027-03-30", "source": {"type": "matter", "id": paper}} -> 201
GET /today -> 200 {"rows": []}
at 2027-03-15T15:00
# With a more pressing row of its own, a record does not ask twice.
POST /matters {"client_id": dube, "title": "L'encre aussi"} -> 201 ink
POST /matters/$ink/tell {"exchange_id": mail} -> 409 told_before_noticed
POST /exchanges {"client_id": dube, "channel": "email", "direction": "out"} -> 201 second
POST /matters/$ink/tell {"exchange_id": second} -> 200
at 2027-03-17T09:00
GET /today -> 200 {"rows": [{"key": "a3:matter:$ink", "count": 1}]}
POST /exchanges {"client_id": dube, "channel": "phone", "direction": "both"} -> 201 spoken
POST /matters/$ink/speak {"exchange_id": spoken} -> 200
GET /today -> 200 {"rows": [{"key": "c8.next:matter:$ink"}]}
cli doctor -> 0
