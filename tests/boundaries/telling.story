# What there is to tell: who knew first, told in time, risen by itself
staff Karim
as karim
POST /clients {"name": "Dubé", "state": "active"} -> 201 dube
contact Denise of dube

# 5.3: told at the very instant at which the client found out is still told first.
at 2027-03-08T12:00
rule R4.1: told first when they had not found out before
  POST /matters {"client_id": dube, "title": "Le papier manque", "noticed_at": "2027-03-08T09:00"} -> 201 paper
  POST /exchanges {"client_id": dube, "channel": "phone", "direction": "both", "at": "2027-03-08T<told>"} -> 201 call
  at 2027-03-08T<then>
  POST /matters/$paper/found {"at": "2027-03-08T<found>"} -> 200
  POST /matters/$paper/tell {"exchange_id": call} -> 200 {"record": {"told_first": <first>}}
| told     | found    | then  | first |
| 10:00:00 | 10:00:01 | 13:00 | true  |
| 10:00:00 | 10:00:00 | 13:30 | true  |
| 10:00:01 | 10:00:00 | 14:00 | false |

# 5.3: exactly at the target is in time.
at 2027-03-12T17:00
rule R4a: told within its target, counted from noticing
  POST /clients {"name": "Client $n"} -> 201 one
  POST /matters {"client_id": one, "nature": "<nature>", "title": "À dire", "noticed_at": "2027-03-09T09:00"} -> 201 news
  POST /exchanges {"client_id": one, "channel": "phone", "direction": "both", "at": "2027-03-09T<told>"} -> 201 call
  POST /matters/$news/tell {"exchange_id": call} -> 200
  GET /clients/$one/transparency -> 200 {"within_target": {"k": <k>, "n": 1}}
| nature   | told     | k |
| problem  | 12:59:59 | 1 |
| problem  | 13:00:00 | 1 |
| problem  | 13:00:01 | 0 |
| bad_news | 16:59:59 | 1 |
| bad_news | 17:00:00 | 1 |
