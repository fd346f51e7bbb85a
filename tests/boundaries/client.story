# A client over time: trust, whys, moments, echoes, what surrounds a problem
staff Karim, Inès
as karim
at 2027-03-15T10:00
POST /clients {"name": "Dubé", "state": "active"} -> 201 dube
contact Denise of dube

# E19: twice a year, in days of 86,400 seconds.
POST /exchanges {"client_id": dube, "channel": "phone", "direction": "both", "minutes": 5} -> 201 call
POST /insights {"client_id": dube, "question": "goal", "text": "Ouvrir en mai"} -> 201 goal
POST /insights/$goal/verify {"exchange_id": call} -> 200 {"record": {"clocks": [{"type": "e3", "starts_at": "2027-09-11T10:00:00-04:00"}]}}

# R3.4: told on the 15th, asked twenty working days later.
POST /matters {"client_id": dube, "nature": "idea", "title": "Un emballage plat"} -> 201 idea
POST /matters/$idea/tell {"exchange_id": call} -> 200
as denise
rule R3.4: an idea's echo, after twenty working days
  at 2027-04-12T<at>
  GET /portal -> 200 {"waits_for_you": <asked>}
| at       | asked                                        |
| 09:59:59 | []                                           |
| 10:00:00 | [{"kind": "rating", "text": "Cette idée …"}] |
GET /portal -> 200 seen
GET /matters -> 200 theirs
POST /matters/$theirs.items.0.id/echo {"eased": true} -> 200

# The month's questions are answered, so that they are not the care of that day.
as karim
at 2027-09-02T10:00
POST /me/questions {"fear": 1} -> 200

# R3.2: a why grows stale, and is on the sheet of the next meeting.
as karim
POST /exchanges {"client_id": dube, "channel": "video", "direction": "both", "planned": true, "at": "2027-09-30T10:00"} -> 201 visit
rule R3.2: verified within 180 days, a why is known
  at 2027-09-11T<at>
  GET /exchanges/$visit/sheet -> 200 {"whys": <whys>}
  GET /today -> 200 as list
  <row> "e3:insight:$goal"
| at       | whys                                       | row   |
| 09:59:59 | [{"question": "pressure"}, any, any, any]  | lacks |
| 10:00:00 | [{"question": "goal"}, any, any, any, any] | has   |
as denise
rule E19: trust is asked about 182 days after they came
  at 2027-09-13T<at>
  GET /portal -> 200 {"waits_for_you": <asked>}
| at       | asked |
| 09:59:59 | [] |
| 10:00:00 | [{"kind": "rating", "text": "Pouvez-vous nous croire sur parole ?"}] |
POST /ratings {"about": "trust", "value": 4} -> 201
rule E19: and 182 days after they last answered
  at 2028-03-13T<at>
  GET /portal -> 200 {"waits_for_you": <asked>}
| at       | asked                |
| 09:59:59 | []                   |
| 10:00:00 | [{"kind": "rating"}] |

# P9: what surrounds a problem, thirty days before it was noticed.
as karim
at 2028-06-01T10:00
POST /matters {"client_id": dube, "title": "Le papier manque"} -> 201 paper
rule P9: what surrounds a problem begins thirty days before it
  POST /exchanges {"client_id": dube, "channel": "phone", "direction": "both", "subject": "n° $n", "at": "2028-05-02T<at>"} -> 201
  GET /clients/$dube/timeline?matter_id=$paper -> 200
  <says> "n° $n"
| at       | says  |
| 09:59:59 | lacks |
| 10:00:00 | has   |

# What was marked was so by now; so was what is answered.
rule a moment is marked today or before
  POST /moments {"kind": "win", "client_id": dube, "title": "Un prix", "happened_on": "2028-05-01"} -> 201 prize
  POST /moments/$prize/done {"done_on": "2028-<on>"} -> <answer>
| on    | answer      |
| 05-31 | 200         |
| 06-01 | 200         |
| 06-02 | 422 invalid |
rule T18: one to five, of a month that has come
  POST /me/questions {"fear": <fear>, "month": "<month>"} -> <answer>
| fear | month   | answer      |
| 0    | 2028-06 | 422 invalid |
| 1    | 2028-06 | 200         |
| 5    | 2028-05 | 200         |
| 6    | 2028-06 | 422 invalid |
| 3    | 2028-07 | 422 invalid |

# T9: why conditions were left out, over a year of 365 days.
as claire
POST /terms {"kind": "condition", "owed_by": "client", "text": "Un décideur désigné", "why": "Sinon rien ne se tranche."} -> 201 shelf
POST /mandates {"client_id": dube, "title": "Le site"} -> 201 site
POST /mandates/$site/consider {"library_id": shelf, "answer": "to_please"} -> 200
rule T9: the reasons of a year
  at 2029-06-01T<at>
  GET /questions/firm -> 200 {"omitted": {"to_please": <n>}}
| at       | n |
| 09:59:59 | 1 |
| 10:00:00 | 0 |
