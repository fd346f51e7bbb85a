# What silence means: recalled, agreed or not, reopened (3.2, F5–6)
staff Karim
as karim

# Each accepted the silence rule, then got a recap on Thursday the 4th at one.
at 2027-03-04T13:00
rule F5-6: prepared
  POST /clients {"name": "<name>"} -> 201 one
  POST /people {"name": "Anne", "email": "<name>@client.example", "role": "contact", "client_id": one, "can_agree": true} -> 201 anne
  POST /exchanges {"client_id": one, "channel": "phone", "direction": "both", "minutes": 5} -> 201 call
  POST /writings {"client_id": one, "kind": "silence_rule", "body": "Si je ne réponds pas…"} -> 201 accepted
  POST /writings/$accepted/send -> 200
  POST /writings/$accepted/confirm {"exchange_id": call, "contact_id": anne} -> 200
  POST /writings {"client_id": one, "kind": "recap", "understood": {"facts": ["Le lancement est en mai."], "emotions": ["pressé"]}} -> 201 <name>
  POST /writings/$<name>/send -> 200
  GET /writings/$<name> -> 200 {"remind_due": "2027-03-09T13:00:00-05:00", "tacit_due": "2027-03-11T13:00:00-05:00"}
| name       |
| prompt     |
| just       |
| second     |
| slow       |
| unopened   |
| unrecalled |
# One accepts it only once the recap has left.
POST /clients {"name": "Dubé"} -> 201 dube
contact Denise of dube agrees
POST /exchanges {"client_id": dube, "channel": "phone", "direction": "both", "minutes": 5} -> 201 call
POST /writings {"client_id": dube, "kind": "recap", "understood": "Le lancement est en mai."} -> 201 afterwards
POST /writings/$afterwards/send -> 200
POST /writings {"client_id": dube, "kind": "silence_rule", "body": "Si je ne réponds pas…"} -> 201 accepted
POST /writings/$accepted/send -> 200
POST /writings/$accepted/confirm {"exchange_id": call, "contact_id": denise} -> 200
as denise
GET /writings/$afterwards.pub -> 200

# Recalled from the third working day on: a row for us, a look of theirs, a call that says so.
rule 3.2: recalled after three working days, not sooner
  at 2027-03-09T<at>
  as denise
  GET /portal -> 200
  as karim
  GET /writings/$afterwards -> 200 {"reminded_at": <reminded>}
  GET /today -> 200 as list
  <row> "c2.remind:writing:$unrecalled"
  GET /writings/$prompt -> 200 known
  POST /exchanges {"client_id": known.client_id, "channel": "phone", "direction": "both", "minutes": 5} -> 201 recall
  POST /writings/$prompt/remind {"exchange_id": recall} -> <recalled>
| at       | reminded                    | row   | recalled      |
| 12:59:59 | null                        | lacks | 409 too_early |
| 13:00:00 | "2027-03-09T13:00:00-05:00" | has   | 200           |

# Opened when it was read aloud: two working days to think it over.
at 2027-03-10T16:00
rule F5-6: read, and recalled
  GET /writings/$<name> -> 200 known
  POST /exchanges {"client_id": known.client_id, "channel": "phone", "direction": "both", "minutes": 5, "at": "2027-03-<seen>"} -> 201 aloud
  POST /exchanges {"client_id": known.client_id, "channel": "phone", "direction": "both", "minutes": 5, "at": "2027-03-09T13:00:00"} -> 201 recall
  POST /writings/$<read>/read_aloud {"exchange_id": aloud} -> 200
  POST /writings/$<recalled>/remind {"exchange_id": recall} -> 200
  GET /writings/$<name> -> 200 {"tacit_due": "2027-03-<due>-05:00"}
| name   | read   | recalled | seen        | due         |
| prompt | prompt | prompt   | 04T13:00:00 | 11T13:00:00 |
| just   | just   | just     | 09T13:00:00 | 11T13:00:00 |
| second | second | second   | 09T13:00:01 | 11T13:00:01 |
| slow   | slow   | slow     | 10T16:00:00 | 12T16:00:00 |
GET /writings/$unopened -> 200 known
POST /exchanges {"client_id": known.client_id, "channel": "phone", "direction": "both", "minutes": 5, "at": "2027-03-09T13:00:00"} -> 201 recall
POST /writings/$unopened/remind {"exchange_id": recall} -> 200
GET /writings/$unrecalled -> 200 known
POST /exchanges {"client_id": known.client_id, "channel": "phone", "direction": "both", "minutes": 5, "at": "2027-03-04T13:00:00"} -> 201 aloud
POST /writings/$unrecalled/read_aloud {"exchange_id": aloud} -> 200

rule F5-6: silence agrees when all five conditions hold, at its instant; else we call
  at 2027-03-<at>
  GET /writings/$<name> -> 200 {"state": "<state>"}
| at          | name       | state      |
| 11T12:59:59 | prompt     | sent       |
| 11T12:59:59 | unopened   | sent       |
| 11T13:00:00 | prompt     | tacit      |
| 11T13:00:00 | just       | tacit      |
| 11T13:00:00 | second     | sent       |
| 11T13:00:00 | unopened   | unanswered |
| 11T13:00:00 | unrecalled | unanswered |
| 11T13:00:00 | afterwards | unanswered |
| 11T13:00:01 | second     | tacit      |
| 12T15:59:59 | slow       | sent       |
| 12T16:00:00 | slow       | tacit      |
rule F5-6: a call is asked for from that instant
  GET /writings/$<name> -> 200 {"clocks": [{"type": "c2", "sub": "remind"}, {"type": "c2", "sub": "call", "starts_at": "2027-03-11T13:00:00-05:00", "due": "2027-03-11T13:00:00-05:00"}]}
| name       |
| unopened   |
| unrecalled |

# F7: what silence agreed to was not heard from them; what they confirm is.
GET /writings/$just -> 200 silent
GET /writings/$unopened -> 200 spoken
GET /people?client_id=$spoken.client_id -> 200 people
POST /exchanges {"client_id": spoken.client_id, "channel": "phone", "direction": "both", "minutes": 5} -> 201 said
POST /writings/$unopened/confirm {"exchange_id": said, "contact_id": people.items.0.id} -> 200
rule F7: heard is confirmed, never tacit
  POST /writings {"client_id": <of>, "kind": "feedback", "body": "De façon générale."} -> <answer>
| of               | answer              |
| silent.client_id | 409 not_heard_first |
| spoken.client_id | 201                 |

# Ten working days to reopen it; then the next version is sent within eight working hours.
rule F5-6: reopened within ten working days, not a second later
  at 2027-03-<at>
  POST /writings/$<name>/correct {"exchange_id": call, "contact_id": denise, "text": "Plutôt en juin."} -> 422
  GET /writings/$<name> -> 200 known
  GET /people?client_id=$known.client_id -> 200 people
  POST /exchanges {"client_id": known.client_id, "channel": "phone", "direction": "both", "minutes": 5} -> 201 said
  POST /writings/$<name>/correct {"exchange_id": said, "contact_id": people.items.0.id, "text": "Plutôt en juin."} -> <answer>
| at          | name   | answer            |
| 25T13:00:00 | prompt | 200               |
| 25T13:00:01 | just   | 409 reopen_closed |
| 25T13:00:01 | second | 200               |
GET /writings/$prompt -> 200 {"state": "corrected", "clocks": [{"type": "c2"}, {"type": "a4", "sub": "resend", "starts_at": "2027-03-25T13:00", "due": "2027-03-26T13:00:00-04:00"}]}

# What was given stays in sight for ninety days of 86,400 seconds.
at 2027-04-01T10:00
POST /writings {"client_id": dube, "kind": "ideas", "body": "Trois idées."} -> 201 gift
POST /writings/$gift/send -> 200
as denise
rule what they were given is good to know for ninety days
  at <at>
  GET /portal -> 200 {"good_to_know": <known>}
| at                  | known                               |
| 2027-06-30T09:59:59 | [{"kind": "writing", "gift": true}] |
| 2027-06-30T10:00:00 | []                                  |
cli doctor -> 0
