# What looks after a relation: when each row comes, and when it goes
staff Karim, Inès, Léa, Tom
as karim
POST /clients {"name": "Dubé"} -> 201 dube
contact Denise of dube agrees
POST /clients {"name": "Sel"} -> 201 sel

# T18: the first of the month, 00:00; an answer of that month ends it.
at 2027-03-15T10:00
rule T18: asked on the first of the month
  at 2027-<at>
  GET /people/$tom -> 200 {"clocks": <clocks>}
| at             | clocks |
| 03-31T23:59:59 | [] |
| 04-01T00:00:00 | [{"type": "e8", "starts_at": "2027-04-01T00:00:00-04:00", "stopped_at": null}] |
| 04-30T23:59:59 | [{"type": "e8", "starts_at": "2027-04-01T00:00:00-04:00"}] |
| 05-01T00:00:00 | [{"type": "e8", "starts_at": "2027-05-01T00:00:00-04:00"}] |
as tom
rule T18: answered for another month, it still waits
  POST /me/questions {"fear": 3, "month": "2027-<month>"} -> 200
  GET /people/$tom -> 200 {"clocks": [{"type": "e8", "stopped_at": <stopped>}]}
| month | stopped                     |
| 04    | null                        |
| 05    | "2027-05-01T00:00:00-04:00" |

# R2.4: two favours owed, counted over 180 days before the meeting came in sight.
as karim
at 2027-05-10T10:00
POST /exchanges {"client_id": dube, "channel": "phone", "direction": "both", "minutes": 5, "aid_notetaker_id": lea} -> 201
POST /exchanges {"client_id": dube, "channel": "phone", "direction": "both", "minutes": 5, "aid_notetaker_id": lea} -> 201
rule R2.4: of the last 180 days
  at 2027-11-06T<at>
  POST /exchanges {"client_id": sel, "our_person_id": lea, "channel": "phone", "direction": "both", "planned": true, "at": "2027-11-09T10:00"} -> 201 far
  GET /exchanges/$far -> 200 {"clocks": <clocks>}
  POST /exchanges/$far/cancel -> 200
| at       | clocks          |
| 09:59:59 | [{"type": "e9"}] |
| 10:00:00 | []              |

# … one is not enough, nor are two that were given back once.
at 2027-11-15T10:00
rule R2.4: two more than the other way round
  POST /exchanges {"client_id": dube, "channel": "phone", "direction": "both", "minutes": 5, "our_person_id": <for>, "aid_notetaker_id": <by>} -> 201
  POST /exchanges {"client_id": sel, "our_person_id": ines, "channel": "video", "direction": "both", "planned": true, "at": "2027-11-17T10:00"} -> 201 soon
  GET /exchanges/$soon -> 200 {"clocks": <clocks>}
  POST /exchanges/$soon/cancel -> 200
| for   | by    | clocks           |
| karim | ines  | []               |
| karim | ines  | [{"type": "e9"}] |
| ines  | karim | []               |
| karim | ines  | [{"type": "e9"}] |
| tom   | ines  | [{"type": "e9"}] |
| ines  | ines  | [{"type": "e9"}] |

# … and the meeting comes within five working days, by voice, with nobody yet.
rule R2.4: in sight five working days before
  POST /exchanges {"client_id": sel, "our_person_id": ines, "channel": "<channel>", "direction": "both", "planned": true, "at": "2027-11-<day>T10:00"} -> 201 next
  GET /exchanges/$next -> 200
  <row> "\"starts_at\":\"2027-11-<from>\""
  POST /exchanges/$next/cancel -> 200
| channel   | day | row   | from              |
| in_person | 22  | has   | 15T10:00:00-05:00 |
| in_person | 23  | has   | 16T00:00:00-05:00 |
| in_person | 29  | has   | 22T00:00:00-05:00 |
| portal    | 22  | lacks | 15T10:00:00-05:00 |

# R3.1: talked about twice, and still not clear.
POST /mandates {"client_id": dube, "title": "La salle"} -> 201 work
POST /terms {"mandate_id": work, "kind": "expectation", "owed_by": "us", "text": "Chaleureuse", "clarity": "fuzzy"} -> 201 warm
rule R3.1: two talks without clarity
  POST /exchanges {"client_id": dube, "channel": "phone", "direction": "<direction>", "minutes": 5, "needs_reply": false, "term_ids": [warm]} -> 201
  PAGE /c/$dube -> 200
  <banner> "Mode empathie"
| direction | banner |
| in        | lacks  |
| out       | has    |
rule R3.1: cleared, it is gone
  PATCH /terms/$warm {"clarity": "<clarity>"} -> 200
  PAGE /c/$dube -> 200
  <banner> "Mode empathie"
| clarity     | banner |
| implicit    | has    |
| clear       | lacks  |
| unrealistic | has    |

# R7.2: an hour together without a promise owes no recap; nine minutes never do.
rule R7.2: a time out of the frame
  POST /exchanges {"client_id": dube, "channel": "in_person", "direction": "both", "planned": true, "at": "2027-11-16T1<n>:00", "minutes": <minutes>} -> 201 lunch
  POST /moments {"kind": "<kind>", "client_id": dube, "title": "Ensemble"<of>} -> 201
  at 2027-11-16T1<n>:59:59
  at 2027-11-16T1<then>:00
  GET /exchanges/$lunch -> 200
  <recap> "\"type\":\"c1\""
| n | then | kind   | of                         | minutes | recap |
| 1 | 2    | meetup | , "exchange_id": lunch     | 60      | lacks |
| 3 | 4    | win    |                            | 60      | has   |
| 5 | 6    | win    |                            | 9       | lacks |

# F12: ninety days of 86,400 seconds after the last one was told.
at 2027-11-22T10:00
POST /clients {"name": "Ailleurs", "state": "active"} -> 201 away
POST /exchanges {"client_id": away, "channel": "phone", "direction": "both", "minutes": 5} -> 201 said
POST /matters {"client_id": away, "nature": "standard", "title": "Deux tours"} -> 201 rounds
POST /matters/$rounds/tell {"exchange_id": said} -> 200
rule F12: every ninety days
  at 2028-02-20T<at>
  GET /clients/$away -> 200 {"clocks": [{"type": "c9"}, {"type": "e5"}, {"type": "e6", "starts_at": "2028-02-20T10:00:00-05:00"}]}
  PAGE /c/$away -> 200
  <row> "redire ce qui est d’usage"
| at       | row   |
| 09:59:59 | lacks |
| 10:00:00 | has   |
as claire
rule F12: … as the firm has it
  PATCH /settings {"standard_every_d": <days>} -> 200
  GET /clients/$away -> 200
  has "\"type\":\"e6\",\"sub\":null,\"starts_at\":\"<starts>\""
| days | starts                    |
| 1    | 2027-11-23T10:00:00-05:00 |
| 180  | 2028-05-20T11:00:00-04:00 |
| 90   | 2028-02-20T10:00:00-05:00 |
cli doctor -> 0
