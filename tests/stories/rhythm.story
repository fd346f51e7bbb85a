# R2.2, R1.4, R1.5, R7.1: an unusual silence, long without a voice, a thread that only goes on in writing, a little extra
staff Karim
as claire
POST /clients {"name": "Port", "state": "active", "started_on": "2027-01-04", "responsible_id": karim} -> 201 port
as karim
POST /people {"name": "Marie Port", "email": "marie@client.example", "role": "contact", "client_id": port, "phone": "514 555 0101", "can_agree": true} -> 201 marie
GET /clients/$port -> 200 {"clocks": [{"type": "c9"}, {"type": "e5", "sub": "extra", "starts_at": "2027-03-05T00:00", "due": null, "stopped_at": null, "withheld": null}]}
POST /mandates {"client_id": port, "title": "Le quai"} -> 201 quay
as claire
POST /mandates/$quay/start {"override_reason": "essai"} -> 200
as karim
# thirty days without anybody speaking, counted from the first of the work
GET /clients/$port -> 200 {"clocks": [{"type": "c9"}, {"type": "e5"}, {"type": "e2", "sub": null, "starts_at": "2027-03-31T00:00"}]}
POST /writings {"client_id": port, "kind": "welcome", "body": "Il y aura des imprévus."} -> 201 hello
POST /writings/$hello/send {"by_hand": true} -> 200

# Their usual gap is five days: from the twenty-second day on their silence is unusual.
repeat 1 POST /exchanges {"client_id": port, "channel": "email", "direction": "in", "needs_reply": false, "subject": "Un", "at": "2027-02-04T10:00"} -> 201
repeat 1 POST /exchanges {"client_id": port, "channel": "email", "direction": "in", "needs_reply": false, "subject": "Deux", "at": "2027-02-09T10:00"} -> 201
repeat 1 POST /exchanges {"client_id": port, "channel": "email", "direction": "in", "needs_reply": false, "subject": "Trois", "at": "2027-02-14T10:00"} -> 201
repeat 1 POST /exchanges {"client_id": port, "channel": "email", "direction": "in", "needs_reply": false, "subject": "Quatre", "at": "2027-02-19T10:00"} -> 201
repeat 1 POST /exchanges {"client_id": port, "channel": "email", "direction": "in", "needs_reply": false, "subject": "Cinq", "at": "2027-02-24T10:00"} -> 201
GET /clients/$port -> 200 {"clocks": [{"type": "c9"}, {"type": "e5"}, {"type": "e2"}]}
repeat 1 POST /exchanges {"client_id": port, "channel": "email", "direction": "in", "needs_reply": false, "subject": "Six", "at": "2027-03-01T07:00"} -> 201
GET /clients/$port -> 200 {"clocks": [{"type": "c9"}, {"type": "e5"}, {"type": "e1", "sub": null, "starts_at": "2027-03-23T00:00", "shows_at": "2027-03-23T00:00", "due": null, "stopped_at": null}, {"type": "e2"}]}
cli doctor -> 0
at 2027-03-23T00:00:00
check R2c of port {"state": "A", "value": 22, "sentence": "Entendus il y a 22 jours ; d'habitude tous les 5 jours"}
# one care a day, the oldest first: the little extra has waited since the fifth
GET /today -> 200 {"rows": [{"type": "e5", "sub": "extra", "band": 7, "due": null, "where": "/c/$port?volet=moments#volet", "text": "Port : un petit plus, ou une rencontre hors cadre ?"}]}
POST /today/e5.extra:client:$port/useful {"useful": false} -> 200
at 2027-03-24T09:00
GET /today -> 200 {"rows": [{"key": "e1:client:$port", "type": "e1", "band": 7, "text": "Port : silence inhabituel. Et si vous appeliez ?", "call": {"name": "Marie Port", "phone": "514 555 0101"}}]}
PAGE /c/$port -> 200
has "silence inhabituel"
has "Entendus il y a 23 jours ; d'habitude tous les 5 jours"
# a call where we did not reach them changes nothing of it; both talking does
POST /exchanges {"client_id": port, "channel": "phone", "direction": "out", "at": "2027-03-24T08:30"} -> 201 voicemail
GET /today -> 200 {"rows": [{"type": "e1"}]}
POST /exchanges {"client_id": port, "channel": "phone", "direction": "both", "minutes": 5} -> 201 call
GET /clients/$port -> 200 {"clocks": [{"type": "c9"}, {"type": "e5"}, {"type": "e1", "starts_at": "2027-03-23T00:00", "stopped_at": "2027-03-24T09:00"}, {"type": "e1", "starts_at": "2027-04-15T00:00", "stopped_at": null}, {"type": "e2", "starts_at": "2027-04-24T00:00"}]}
# what was looked after today is enough for today
GET /today -> 200 {"rows": []}
cli doctor -> 0

# No voice for thirty days: on the thirty-first.
at 2027-04-20T09:00
POST /me/questions {"fear": 1} -> 200
POST /exchanges {"client_id": port, "channel": "email", "direction": "in", "needs_reply": false, "subject": "Sept"} -> 201
at 2027-04-23T23:59:59
check R1c of port {"state": "G", "value": 30}
at 2027-04-24T09:00
check R1c of port {"state": "A", "value": 31}
GET /today -> 200 {"rows": [{"key": "e2:client:$port", "text": "Port : on ne s'est pas parlé de vive voix depuis longtemps. Et si vous appeliez ?"}]}
# neither a letter nor a text message is a voice, but for who hears only in writing
POST /exchanges {"client_id": port, "channel": "sms", "direction": "both", "contact_ids": [marie]} -> 201 text
check R1c of port {"state": "A"}
PATCH /people/$marie {"voice_ok": false} -> 200
check R1c of port {"state": "G", "value": 0}
GET /today -> 200 {"rows": []}
PATCH /people/$marie {"voice_ok": true} -> 200
GET /today -> 200 {"rows": [{"type": "e2"}]}
PATCH /exchanges/$text {"channel": "phone"} -> 200
GET /today -> 200 {"rows": []}
GET /clients/$port -> 200 {"clocks": [{"type": "c9"}, {"type": "e5"}, {"type": "e2", "stopped_at": "2027-04-24T09:00"}, ...]}
cli doctor -> 0

# Four messages of one thread, and nobody speaks in the eight hours that follow.
at 2027-04-27T10:00
repeat 4 POST /exchanges {"client_id": port, "channel": "email", "direction": "out", "subject": "La grue", "at": "2027-04-27T09:30"} -> 201 crane
PAGE /echange/$crane -> 200
has "sans vous parler"
GET /today -> 200 {"rows": []}
at 2027-04-28T09:29:59
check R1d of port {"k": 0, "n": 1, "state": "G"}
at 2027-04-28T09:30:00
check R1d of port {"k": 1, "n": 1, "state": "A", "sentence": "Un fil s'est étiré sans que personne se parle"}
GET /today -> 200 {"rows": [{"key": "e2:client:$port", "text": "Port : message sur message, sans se parler. Et si vous appeliez ?"}]}
# a promise of a meeting is none until it was held
POST /exchanges {"client_id": port, "channel": "in_person", "direction": "both", "planned": true, "at": "2027-04-28T14:00"} -> 201 visit
GET /today -> 200 {"rows": [{"type": "e2"}]}
at 2027-04-28T14:00
GET /today -> 200 {"rows": []}
check R1d of port {"k": 1, "state": "A"}
GET /clients/$port -> 200 {"clocks": [{"type": "c9"}, {"type": "e5"}, {"type": "e2", "starts_at": "2027-04-28T09:30", "stopped_at": "2027-04-28T14:00"}, ...]}
POST /exchanges/$visit/cancel -> 200
GET /today -> 200 {"rows": [{"type": "e2"}]}
cli doctor -> 0
# it is long ago when the window is over, were it not for the voice that is missed meanwhile
at 2027-05-25T09:00
GET /clients/$port -> 200 {"clocks": [{"type": "c9"}, {"type": "e5"}, {"type": "e2", "stopped_at": "2027-04-24T09:00"}, {"type": "e2", "starts_at": "2027-04-28T09:30", "stopped_at": "2027-05-25T00:00"}, {"type": "e1", "stopped_at": null}, {"type": "e2", "starts_at": "2027-05-25T00:00", "stopped_at": null}]}
# Work that stops misses nobody's voice.
as claire
POST /mandates/$quay/deliver -> 200
GET /clients/$port -> 200 {"clocks": [{"type": "c9"}, {"type": "e5"}, {"type": "e2", "starts_at": "2027-04-28T09:30", "stopped_at": null}]}
at 2027-07-26T09:30
GET /clients/$port -> 200 {"clocks": [{"type": "c9"}, {"type": "e5"}, {"type": "e2", "starts_at": "2027-04-28T09:30", "stopped_at": "2027-07-26T09:30"}]}
check R1d of port {"state": "N"}
cli doctor -> 0

# An extra, or a meetup, and the next is missed 180 days later.
as karim
POST /moments {"client_id": port, "kind": "extra", "title": "Une carte à la main"} -> 201 card
POST /moments/$card/done -> 200
GET /clients/$port -> 200 {"clocks": [{"type": "c9"}, {"type": "e5", "starts_at": "2027-03-05T00:00", "stopped_at": "2027-07-26T09:30"}, {"type": "e2"}, {"type": "e5", "starts_at": "2028-01-23T00:00", "stopped_at": null}]}
check R7a of port {"state": "G", "value": 0}
cli doctor -> 0
