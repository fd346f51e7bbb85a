# conversation 17.2: noted by mistake, it is erased while nothing leans on it; the journal keeps that it was
staff Karim, Inès
as karim
POST /clients {"name": "Champ", "state": "active"} -> 201 field
contact Zoé of field
at 2027-03-01T09:00
POST /exchanges {"client_id": field, "channel": "email", "direction": "in", "text": "Et le devis ?"} -> 201 asks
at 2027-03-01T10:00
POST /exchanges {"client_id": field, "channel": "phone", "direction": "both"} -> 201 call
GET /exchanges/$asks -> 200 {"answered_by_id": call}
POST /exchanges {"client_id": field, "channel": "phone", "direction": "both"} -> 201 second
POST /exchanges/$asks/not_an_answer {"exchange_id": call} -> 200 {"record": {"answered_by_id": second}}

# By who noted it; passing for an answer, or being said to be none, holds nothing.
as ines
PAGE /echange/$call -> 200
lacks "/erase"
POST /exchanges/$call/erase -> 403 author_only
as zoe
POST /exchanges/$call.pub/erase -> 404
as karim
PAGE /echange/$call -> 200
has "/a/exchanges/$call/erase"
FORM /a/exchanges/$call/erase {"next": "/c/$field"} -> 303
header Location "/c/$field?fait=exchange.erase"
GET /exchanges/$call -> 404
GET /exchanges/$asks -> 200 {"answered_by_id": second}
POST /exchanges/$second/erase -> 200
GET /exchanges/$asks -> 200 {"answered_by_id": null, "clocks": [{"type": "a2", "due": "2027-03-01T17:00", "stopped_at": null}]}
as claire
GET /audit?record=exchange:$call&action=erase -> 200 {"items": [{"field": null}]}
as karim
# What it named goes its own way; the number is never given again.
POST /exchanges {"client_id": field, "channel": "email", "direction": "out", "in_reply_to_id": asks} -> 201 named
POST /exchanges/$named/erase -> 200
GET /exchanges/$asks -> 200 {"answered_by_id": null}

# What leans on it is named: told in it, an answer to it, what was promised in it, a point on its agenda.
POST /matters {"client_id": field, "title": "Un souci"} -> 201 worry
POST /exchanges {"client_id": field, "channel": "phone", "direction": "both"} -> 201 told
POST /matters/$worry/tell {"exchange_id": told} -> 200
POST /exchanges/$told/erase -> 409 leaned_on
  {"records": [{"kind": "matter", "id": worry}]}
FORM /a/exchanges/$told/erase -> 409
has "/probleme/$worry"
POST /exchanges {"client_id": field, "channel": "email", "direction": "out"} -> 201 mail
POST /exchanges {"client_id": field, "channel": "email", "direction": "in", "in_reply_to_id": mail} -> 201 reply
POST /promises {"client_id": field, "side": "us", "text": "Le plan", "due": "2027-03-31", "source": {"type": "exchange", "id": mail}} -> 201 plan
POST /promises {"side": "us", "text": "Entre nous", "due": "2027-03-31", "source": {"type": "exchange", "id": mail}} -> 201 inside
POST /exchanges/$mail/erase -> 409 leaned_on
  {"records": [{"kind": "promise", "id": plan}, {"kind": "promise", "id": inside}, {"kind": "exchange", "id": reply}]}
POST /exchanges {"client_id": field, "channel": "video", "direction": "both", "planned": true, "at": "2027-03-05T10:00"} -> 201 visit
POST /exchanges/$reply/park {"appointment_id": visit} -> 200
POST /exchanges/$visit/erase -> 409 leaned_on
  {"records": [{"kind": "exchange", "id": reply}]}
POST /exchanges/$reply/erase -> 200
POST /exchanges/$visit/erase -> 200

# A recap that nobody wrote in goes with its meeting; one that was written in keeps it.
POST /exchanges {"client_id": field, "channel": "in_person", "direction": "both", "at": "2027-03-01T09:15", "minutes": 20} -> 201 met
GET /exchanges/$met -> 200 meeting
POST /exchanges/$met/erase -> 200
GET /writings/$meeting.recap_id -> 404
GET /today -> 200
lacks "c1"
POST /exchanges {"client_id": field, "channel": "in_person", "direction": "both", "at": "2027-03-01T09:15", "minutes": 20} -> 201 met
GET /exchanges/$met -> 200 meeting
PATCH /writings/$meeting.recap_id {"next": "Nous envoyons le plan."} -> 200
POST /exchanges/$met/erase -> 409 leaned_on
  {"records": [{"kind": "writing", "id": meeting.recap_id}]}
# What a client wrote is not ours to erase.
as zoe
POST /exchanges {"text": "Bonjour."} -> 201
as karim
GET /exchanges?client_id=$field&channel=portal -> 200 hers
POST /exchanges/$hers.items.0.id/erase -> 403 author_only
cli doctor -> 0
