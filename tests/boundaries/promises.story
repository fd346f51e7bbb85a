# Promises: the day that counts, what is counted, how long it is looked at
staff Karim
as karim
POST /clients {"name": "Dubé", "state": "active"} -> 201 dube
contact Denise of dube

# 5.2: on the due day itself it is still in time; a second move, or one without agreement, never counts.
rule R5.1: judged by the date of a first move, agreed, made no later than the old date
  POST /promises {"client_id": dube, "side": "us", "text": "La maquette $n", "due": "2027-03-10"} -> 201 promise
  at 2027-03-<moved>
  POST /promises/$promise/move {"due": "2027-03-15", "reason": "convenu", "agreed": <agreed>} -> 200 {"record": {"judged_due": "2027-03-<judged>"}}
| moved       | agreed | judged |
| 09T23:59:59 | true   | 15     |
| 10T00:00:00 | false  | 10     |
| 10T00:00:00 | true   | 15     |
| 10T23:59:59 | true   | 15     |
| 11T00:00:00 | true   | 10     |

# Thirty days of 86,400 seconds.
at 2027-05-03T12:00
rule what they received stays on their page for thirty days
  as karim
  POST /promises {"client_id": dube, "side": "us", "text": "Remis, n° $n", "due": "2027-05-31"} -> 201 promise
  POST /promises/$promise/done {"done_at": "<done>"} -> 200
  as denise
  PAGE /p -> 200
  <says> "Remis, n° $n"
| done                | says  |
| 2027-05-03T12:00:00 | has   |
| 2027-04-03T12:00:01 | has   |
| 2027-04-03T12:00:00 | lacks |
| 2027-04-03T11:59:59 | lacks |
