# R0.2, R7.1, E12: the picture of a relation, its page, and what is held back while our word hurts
firm lang=en
staff Karim
as karim
POST /clients {"name": "Port", "state": "active", "started_on": "2026-11-02"} -> 201 port
contact Marie of port

# Nothing is known, and said so: seven rules, each with what would tell, no number over them all.
GET /clients/$port/portrait -> 200 {"client_id": port, "window_d": 90, "score": absent, "total": absent, "percent": absent,
  "rules": [{"rule": "R1", "name": "Communication", "state": "U", "checks": [{"check": "R1a", "key": false, "state": "N", "k": null, "n": null, "percent": null, "value": null, "would_tell": null, "ids": []},
      {"check": "R1b", "key": true, "state": "U", "k": 0, "n": 0, "percent": null, "sentence": "No meeting to write up", "would_tell": "note 3 more meetings"}, ...]},
    {"rule": "R2", "name": "Listening"}, {"rule": "R3", "name": "Empathy"}, {"rule": "R4", "name": "Transparency"}, {"rule": "R5", "name": "Rigour"}, {"rule": "R6", "name": "Sharing"}, {"rule": "R7", "name": "The little extra"}],
  "beside": {"r5a": null, "under_problem": null, "transparency": null}}
picture of port UUBUUUA
PAGE /c/$port?volet=portrait -> 200
has "Communication</span> <span class=\"state\">not known yet</span>"
has "To know: note 3 more meetings."
has "Empathy</span> <span class=\"state\">hurting</span>"
has "No bad news noted in 90 days; either all is well, or we are not noting it."
has "Rigour</span> <span class=\"state\">not known yet</span>"
has "class=\"open\""
has "The little extra</span> <span class=\"state\">needs care</span>"
lacks "%"

# The welcome is sent: what it rests on opens on the record.
POST /writings {"client_id": port, "kind": "welcome", "body": "There may be surprises."} -> 201 hello
POST /writings/$hello/send -> 200
check R4d of port {"state": "G", "ids": [{"kind": "writing", "id": hello}]}
PAGE /c/$port?volet=portrait -> 200
has "<a href=\"/ecrit/$hello\">"

# Nobody outside reads it, nor a client in their own space.
as marie
GET /clients/$port/portrait -> 404
as nobody
GET /clients/$port/portrait -> 401
as karim
PAGE /p?client_id=$port -> 200
lacks "hurting"

# Extras wait while R4 or R5 hurts; both rows of e5 are there, and on nobody's list (R7.1).
POST /mandates {"client_id": port, "title": "The quay", "budget_minutes": 600} -> 201 quay
as claire
POST /mandates/$quay/start {"override_reason": "it goes on"} -> 200
as karim
GET /today -> 200 {"rows": [{"type": "e5", "sub": "extra"}]}
POST /entries {"client_id": port, "mandate_id": quay, "kind": "hours", "minutes": 601} -> 201 hours
check R5c of port {"state": "B", "value": 100}
GET /today -> 200 {"rows": [], "empty": any}
GET /clients/$port -> 200 {"clocks": [{"type": "c9"}, {"type": "e5", "sub": "extra", "starts_at": "2027-01-01T00:00", "stopped_at": null, "withheld": "R5"}, {"type": "e2", "withheld": null}]}
PAGE /c/$port -> 200
lacks "a little extra, or time out of the frame?"
POST /mandates/$quay/deliver -> 200
GET /mandates/$quay -> 200 {"clocks": [{"type": "e5", "sub": "ideas", "withheld": "R5"}, {"type": "d1", "sub": "mandate", "withheld": null}]}
POST /matters {"client_id": port, "title": "The crane is late", "noticed_at": "2027-02-26T09:00"} -> 201 crane
GET /mandates/$quay -> 200 {"clocks": [{"type": "e5", "withheld": "R4"}, ...]}
check R4a of port {"state": "B", "sentence": "a problem known to us is not told yet"}
POST /exchanges {"client_id": port, "channel": "phone", "direction": "both", "contact_ids": [marie]} -> 201 call
POST /matters/$crane/tell {"exchange_id": call} -> 200
PATCH /matters/$crane {"update_due": "2027-03-09"} -> 200
check R4a of port {"state": "B", "k": 0, "n": 1, "sentence": "0 of 1 told in time"}
repeat 1 POST /matters {"client_id": port, "nature": "bad_news", "title": "The rope is worn"} -> 201 rope
POST /exchanges {"client_id": port, "channel": "phone", "direction": "both", "contact_ids": [marie]} -> 201 again
POST /matters/$rope/tell {"exchange_id": again} -> 200
check R4a of port {"state": "A", "k": 1, "n": 2, "sentence": "1 of 2 told in time"}
as claire
PATCH /entries/$hours {"minutes": 600} -> 200
as karim
GET /mandates/$quay -> 200 {"clocks": [{"type": "e5", "withheld": null}, ...]}
GET /today -> 200 {"rows": [{"type": "e5", "sub": "extra", "record": {"kind": "client", "id": port}}]}
cli doctor -> 0

# Our word while a problem was open, beside the general figure: a share only from five on (E12).
rule E12: promises that came to their date while the crane was late
  repeat <promised> POST /promises {"client_id": port, "side": "us", "text": "One of them", "due": "2027-03-01"} -> 201 promise
  repeat <kept> POST /promises/$promise/done -> 200
  GET /clients/$port/portrait -> 200 {"beside": {"under_problem": "<says>", "r5a": "<says>"}}
| promised | kept | says          |
| 1        | 1    | 1 of 1        |
| 1        | 1    | 2 of 2        |
| 1        | 1    | 3 of 3        |
| 1        | 1    | 4 of 4        |
| 1        | 1    | 5 of 5 (100%) |
PAGE /c/$port?volet=portrait -> 200
has "Promises kept while a problem was open: 5 of 5 (100%)"
has "Promises kept: 5 of 5 (100%)"
has "One of them"
has "kept</span>"
