# The hours of each clock: from Monday at ten, when it shows and by when (model 4, api.md 4)
staff Karim
as karim
POST /clients {"name": "Dubé"} -> 201 dube
at 2027-03-01T10:00
rule model 4: hours and days of eight working hours
  POST <what> -> 201 {"clocks": [{"type": "<type>", "shows_at": "2027-03-<shows>:00-05:00", "due": "2027-03-<due>:00-05:00", "stopped_at": null}, ...]}
| type | shows    | due      | what |
| a1   | 01T10:00 | 01T14:00 | /matters {"client_id": dube, "title": "Un souci"} |
| a1   | 01T10:00 | 02T10:00 | /matters {"client_id": dube, "title": "Une nouvelle", "nature": "bad_news"} |
| a1c  | 01T10:00 | 01T14:00 | /matters {"client_id": dube, "title": "Un souci", "noticed_by_side": "client"} |
| c11  | 01T10:00 | 08T10:00 | /matters {"client_id": dube, "title": "Un prix", "nature": "good_news"} |
| a2   | 01T14:00 | 02T10:00 | /exchanges {"client_id": dube, "channel": "email", "direction": "in"} |
| a2   | 01T10:00 | 01T12:00 | /exchanges {"client_id": dube, "channel": "sms", "direction": "in", "urgent_said": true, "urgent_reason": "x"} |
| c1   | 01T10:00 | 02T10:00 | /exchanges {"client_id": dube, "channel": "phone", "direction": "both", "minutes": 30, "at": "2027-03-01T09:30"} |
| c6   | 01T10:00 | 03T10:00 | /clients {"name": "Sel", "referred_by_text": "une voisine"} |
| c7   | 01T10:00 | 03T10:00 | /decisions {"client_id": dube, "about": "demand", "question": "Demain ?", "asked_due": "2027-03-30"} |
# Past the 14th the clocks of Montréal are an hour ahead.
rule model 4: and those of several weeks
  POST <what> -> 201 {"clocks": [{"type": "<type>", "shows_at": "2027-03-01T<shows>:00-05:00", "due": "2027-03-<due>:00-04:00", "stopped_at": null}]}
| type | shows | due      | what |
| c11  | 10:00 | 15T10:00 | /matters {"client_id": dube, "title": "Un banc", "nature": "idea"} |
| e4   | 00:00 | 19T17:00 | /moments {"kind": "win", "title": "Salle comble"} |

# P14: welcomed within five working days, from nine of the day they became a client, or from when they were.
at 2027-03-02T08:00
rule c9: from the first working hour of the day they came, or from the instant they did
  at 2027-03-02T<at>
  POST /clients {"name": "Client $n", "state": "active"} -> 201 {"clocks": [{"type": "c9", "starts_at": "2027-03-02T<starts>:00-05:00", "due": "2027-03-<due>:00-05:00"}, ...]}
| at    | starts | due      |
| 08:59 | 08:59  | 08T17:00 |
| 09:00 | 09:00  | 08T17:00 |
| 09:01 | 09:00  | 08T17:00 |
| 12:00 | 09:00  | 08T17:00 |

# Day by day: asked two working days before, due to the last second; thirty days to answer, a warning half-way.
rule b2, b1: from the start of a day to its end
  POST /promises {"client_id": dube, "side": "us", "text": "n° $n", "due": "2027-03-<due>"} -> 201
    {"clocks": [{"type": "b2", "shows_at": "2027-03-<asked>T00:00:00-05:00", "due": "2027-03-<due>T23:59:59-05:00"},
     {"type": "b1", "shows_at": "2027-03-<due>T00:00:00-05:00", "due": "2027-03-<due>T23:59:59-05:00"}]}
| due | asked |
| 05  | 03    |
| 06  | 04    |
| 07  | 04    |
| 08  | 04    |
| 09  | 05    |
at 2027-04-05T09:00
contact Denise of dube
rule c5: thirty days of the calendar, a warning at fifteen
  POST /privacy_cases {"kind": "access", "person_id": denise, "received_at": "2027-04-<received>"} -> 201
    {"due": "2027-05-<due>", "warning_on": "2027-04-<warning>", "clocks": [{"type": "c5", "due": "2027-05-<due>T23:59:59-04:00"}]}
| received    | due | warning |
| 01T00:00:00 | 01  | 16      |
| 01T23:59:59 | 01  | 16      |
| 02T00:00:00 | 02  | 17      |
cli doctor -> 0
