# F7: our turn to speak, once they were heard, and not too often; thirty days of 86,400 seconds
staff Karim
as karim
POST /clients {"name": "Dubé", "state": "active"} -> 201 dube
contact Denise of dube agrees

# A recap of their concerns, confirmed at the hour of the call.
at 2027-04-01T10:00
POST /exchanges {"client_id": dube, "channel": "phone", "direction": "both", "minutes": 5} -> 201 call
POST /writings {"client_id": dube, "kind": "recap", "understood": {"facts": ["Les chiffres manquent."], "emotions": ["inquiet"]}} -> 201 heard
POST /writings/$heard/send -> 200
POST /writings/$heard/confirm {"exchange_id": call, "contact_id": denise} -> 200 {"record": {"answered_at": "2027-04-01T10:00"}}
rule F7: heard first, within thirty days
  at <at>
  POST /writings {"client_id": dube, "kind": "feedback", "body": "De façon générale."} -> <answer>
| at                  | answer              |
| 2027-04-30T10:00:01 | 201                 |
| 2027-05-01T09:59:59 | 201 draft           |
| 2027-05-01T10:00:00 | 409 not_heard_first |
| 2027-05-01T10:00:01 | 409 not_heard_first |

# Heard again, said by voice and sent; the next one waits thirty days.
at 2027-05-03T10:00
POST /writings {"client_id": dube, "kind": "recap", "understood": {"facts": ["Les délais."], "emotions": ["las"]}} -> 201 again
POST /writings/$again/send -> 200
POST /exchanges {"client_id": dube, "channel": "phone", "direction": "both", "minutes": 5} -> 201 spoken
POST /writings/$again/confirm {"exchange_id": spoken, "contact_id": denise} -> 200
PATCH /writings/$draft {"spoken_in_id": spoken} -> 200
POST /writings/$draft/send -> 200
at 2027-05-20T10:00
POST /writings {"client_id": dube, "kind": "recap", "understood": {"facts": ["Le ton."], "emotions": ["surpris"]}} -> 201 later
POST /writings/$later/send -> 200
POST /exchanges {"client_id": dube, "channel": "phone", "direction": "both", "minutes": 5} -> 201 spoken
POST /writings/$later/confirm {"exchange_id": spoken, "contact_id": denise} -> 200
rule F7: once in thirty days
  at <at>
  POST /writings {"client_id": dube, "kind": "feedback", "body": "Dans l'ensemble."} -> <answer>
| at                  | answer              |
| 2027-06-01T10:00:01 | 409 feedback_recent |
| 2027-06-02T09:59:59 | 409 feedback_recent |
| 2027-06-02T10:00:00 | 201                 |
