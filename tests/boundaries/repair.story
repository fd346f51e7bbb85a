# Put right in time: a working day after it was marked, or noted; recorded before, or in the same second
staff Karim
as karim
POST /clients {"name": "Dubé", "state": "active"} -> 201 dube
contact Denise of dube

# 17.1: eight hours of work after the marking, whatever the day it was done.
rule 17.1: a mark goes within a working day
  POST /promises {"client_id": dube, "side": "us", "text": "Envoi $n", "due": "2027-04-30"} -> 201 one
  at 2027-03-<marked>
  POST /promises/$one/done {"done_at": "2027-03-01T09:00"} -> 200
  at 2027-03-<then>
  POST /promises/$one/reopen -> <answer>
| marked      | then        | answer            |
| 02T10:00:00 | 03T09:59:59 | 200               |
| 03T10:00:00 | 04T10:00:00 | 200               |
| 04T10:00:00 | 05T10:00:01 | 409 reopen_closed |
| 05T16:00:00 | 08T16:00:00 | 200               |
| 08T16:00:00 | 09T16:00:01 | 409 reopen_closed |

# 17.2: and after it was noted, whatever its hour.
rule 17.2: an exchange goes within a working day
  at 2027-03-<noted>
  POST /exchanges {"client_id": dube, "channel": "phone", "direction": "both", "at": "2027-03-01T09:00"} -> 201 call
  at 2027-03-<then>
  POST /exchanges/$call/erase -> <answer>
| noted       | then        | answer            |
| 10T14:00:00 | 11T13:59:59 | 200               |
| 11T14:00:00 | 12T14:00:00 | 200               |
| 12T14:00:00 | 15T14:00:01 | 409 reopen_closed |

# 17.2: never later than it was recorded.
at 2027-03-17T10:00
POST /exchanges {"client_id": dube, "channel": "phone", "direction": "both", "at": "2027-03-17T09:00"} -> 201 call
at 2027-03-17T11:00
rule 17.2: an hour corrected
  POST /exchanges/$call/correct_at {"at": "2027-03-17T<at>", "reason": "x"} -> <answer>
| at       | answer      |
| 10:00:00 | 200         |
| 10:00:01 | 422 invalid |
| 09:59:59 | 200         |
# An appointment was recorded before it was held.
POST /exchanges {"client_id": dube, "channel": "phone", "direction": "both", "planned": true, "at": "2027-03-17T11:30"} -> 201 visit
at 2027-03-17T12:00
rule 17.2: the hour of an appointment
  POST /exchanges/$visit/correct_at {"at": "2027-03-17T<at>", "reason": "x"} -> <answer>
| at       | answer      |
| 11:40:00 | 200         |
| 12:00:00 | 200         |
| 12:00:01 | 422 invalid |

# 5.3: recorded before they found out; the same second is not before.
at 2027-03-18T09:00
rule 5.3: told first is by what was recorded
  at 2027-03-18T<from>
  POST /matters {"client_id": dube, "title": "Le papier manque $n", "noticed_at": "2027-03-18T08:00:00"} -> 201 paper
  at 2027-03-18T<noted>
  POST /exchanges {"client_id": dube, "channel": "phone", "direction": "both", "at": "2027-03-18T08:30:00"} -> 201 call
  at 2027-03-18T<found>
  POST /matters/$paper/found {"at": "2027-03-18T08:30:00"} -> 200
  at 2027-03-18T<told>
  POST /matters/$paper/tell {"exchange_id": call} -> 200 {"record": {"told_at": "2027-03-18T08:30", "told_first": <first>}}
| from     | noted    | found    | told     | first |
| 09:30:00 | 09:30:00 | 09:30:01 | 09:31:00 | true  |
| 10:30:00 | 10:30:00 | 10:30:00 | 10:31:00 | false |
# A call noted afterwards: the finding comes first.
POST /matters {"client_id": dube, "title": "Le délai", "noticed_at": "2027-03-18T08:00:00"} -> 201 delay
POST /matters/$delay/found {"at": "2027-03-18T09:00:00"} -> 200
at 2027-03-18T10:31:01
POST /exchanges {"client_id": dube, "channel": "phone", "direction": "both", "at": "2027-03-18T08:30:00"} -> 201 after
POST /matters/$delay/tell {"exchange_id": after} -> 200 {"record": {"told_first": false}}
# A correction of the hour gains nothing, made before it is named or after; it may lose.
at 2027-03-18T11:00
rule 5.3: the hour corrected, before it counts as told
  at 2027-03-18T<from>
  POST /exchanges {"client_id": dube, "channel": "phone", "direction": "both", "at": "2027-03-18T<at>"} -> 201 call
  POST /matters {"client_id": dube, "title": "L'heure $n", "noticed_at": "2027-03-18T08:00:00"} -> 201 hour
  at 2027-03-18T<found>
  POST /matters/$hour/found {"at": "2027-03-18T10:00:00"} -> 200
  POST /exchanges/$call/correct_at {"at": "2027-03-18T<corrected>", "reason": "x"} -> 200
  POST /matters/$hour/tell {"exchange_id": call} -> 200 {"record": {"told_first": <first>}}
| from     | at       | found    | corrected | first |
| 12:00:00 | 10:00:01 | 12:01:00 | 09:59:59  | false |
| 13:00:00 | 10:00:00 | 13:01:00 | 09:59:59  | true  |
| 14:00:00 | 09:00:00 | 14:01:00 | 10:00:01  | false |
rule 5.3: the hour corrected, once it was told
  at 2027-03-18T<from>
  POST /exchanges {"client_id": dube, "channel": "phone", "direction": "both", "at": "2027-03-18T<at>"} -> 201 call
  POST /matters {"client_id": dube, "title": "L'heure $n", "noticed_at": "2027-03-18T08:00:00"} -> 201 hour
  at 2027-03-18T<found>
  POST /matters/$hour/found {"at": "2027-03-18T10:00:00"} -> 200
  POST /matters/$hour/tell {"exchange_id": call} -> 200
  POST /exchanges/$call/correct_at {"at": "2027-03-18T<corrected>", "reason": "x"} -> 200
  GET /matters/$hour -> 200 {"told_at": "2027-03-18T<corrected>-04:00", "told_first": <first>}
| from     | at       | found    | corrected | first |
| 15:00:00 | 10:00:01 | 15:01:00 | 09:59:59  | false |
| 15:30:00 | 10:00:00 | 15:31:00 | 09:59:59  | true  |

# 5.2: done in time, and noted so by the end of the next working day; over a week-end, and a holiday.
at 2027-03-19T09:00
rule 5.2: noted afterwards, it counts late
  POST /clients {"name": "Client $n"} -> 201 one
  POST /promises {"client_id": one, "side": "us", "text": "Le plan", "due": "2027-<due>"} -> 201 plan
  at 2027-<noted>
  POST /promises/$plan/done {"done_at": "2027-<due>T16:00"} -> 200
  GET /clients/$one/say_do -> 200 {"us": {"k": <k>, "n": 1, "promises": [{"id": plan, "kept": <kept>, "noted_late": <late>}]}}
| due   | noted          | k | kept  | late  |
| 03-22 | 03-23T23:59:59 | 1 | true  | false |
| 03-23 | 03-25T00:00:00 | 0 | false | true  |
| 03-26 | 03-29T23:59:59 | 1 | true  | false |
| 03-27 | 03-29T23:59:59 | 1 | true  | false |
| 03-26 | 03-30T00:00:00 | 0 | false | true  |
as claire
PATCH /settings {"holidays": ["2027-04-05"]} -> 200
as karim
rule 5.2: noted afterwards, over a holiday
  POST /clients {"name": "Férié $n"} -> 201 one
  POST /promises {"client_id": one, "side": "us", "text": "Le plan", "due": "2027-04-02"} -> 201 plan
  at 2027-<noted>
  POST /promises/$plan/done {"done_at": "2027-04-02T16:00"} -> 200
  GET /clients/$one/say_do -> 200 {"us": {"k": <k>, "promises": [{"noted_late": <late>}]}}
| noted          | k | late  |
| 04-06T23:59:59 | 1 | false |
| 04-07T00:00:00 | 0 | true  |
