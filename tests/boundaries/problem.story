# Problems: when the client is asked, what closes one and what brings it back, who looks back on it
staff Karim
as karim
POST /clients {"name": "Musée du Port", "state": "active"} -> 201 port
contact Paul of port agrees
POST /clients {"name": "Café Lune", "state": "active"} -> 201 lune
# The first of each client is behind them (E8).
POST /matters {"client_id": port, "title": "Le tout premier"} -> 201
POST /matters {"client_id": lune, "title": "Le tout premier"} -> 201

# Told, understood, decided on Wednesday the 17th at ten, and done at eleven.
at 2027-03-17T10:00
POST /exchanges {"client_id": port, "channel": "phone", "direction": "both", "minutes": 5} -> 201 call
rule P9, P11: a way for each problem
  POST /matters {"client_id": port, "title": "<name>", "category": "<name>", "severity": <severity>, "cause": "<cause>", "our_part": "Notre part."} -> 201 <name>
  POST /matters/$<name>/tell {"exchange_id": call} -> 200 {"record": {"decide_zone_end": "2027-03-24T10:00:00-04:00"}}
  POST /writings {"client_id": port, "kind": "problem", "about": {"type": "matter", "id": <name>},
    "understood": {"facts": ["Un fait."], "emotions": ["inquiet"]}} -> 201 note
  POST /writings/$note/send -> 200
  POST /writings/$note/confirm {"exchange_id": call, "contact_id": paul} -> 200
  POST /decisions {"client_id": port, "about": "problem", "about_id": <name>, "question": "Comment réparer ?", "options": [
    {"label": "Refaire", "pros": ["net"], "cons": ["long"], "promises": [{"side": "us", "text": "Refaire", "due": "2027-12-31"}]},
    {"label": "Laisser", "pros": ["vite"], "cons": ["flou"]}]} -> 201 choice
  POST /decisions/$choice/ask -> 200
  POST /decisions/$choice/choose {"n": 0, "chosen_by": "client", "exchange_id": call, "contact_id": paul} -> 200 chosen
  POST /promises/$chosen.created.0.id/done {"done_at": "2027-03-17T10:00"} -> 200
  GET /matters/$<name> -> 200 {"state": "applied", "verify_due": "2027-03-24T10:00:00-04:00"}
| name     | severity | cause   |
| one      | 2        | us      |
| two      | 2        | us      |
| three    | 2        | us      |
| four     | 2        | us      |
| five     | 2        | us      |
| plain    | 2        | us      |
| small    | 1        | client  |
| ours     | 1        | us      |
| shared   | 1        | both    |
| unknown  | 1        | unknown |
| severe   | 2        | client  |
| grave    | 3        | neither |

# P19: "that suits me as it is" closes from three on; without these words, only a five.
at 2027-03-17T12:00
as paul
GET /matters -> 200 theirs
as karim
rule P19: what a rating given in the portal makes of it
  GET /matters/$<name> -> 200 known
  as paul
  POST /ratings {"about": "matter", "about_id": "$known.pub", "value": <value>, "accept_as_is": <as it is>} -> 201
  as karim
  GET /matters/$<name> -> 200 {"state": "<state>", "closed_as": <closed as>, "loops": <loops>}
| name  | value | as it is | state   | closed as        | loops |
| one   | 1     | true     | options | null             | 1     |
| two   | 2     | true     | options | null             | 1     |
| three | 3     | true     | closed  | "accepted_as_is" | 0     |
| four  | 4     | true     | closed  | "accepted_as_is" | 0     |
| plain | 4     | false    | options | null             | 1     |
| five  | 5     | false    | closed  | "verified"       | 0     |

# R6.4: a severe one is looked back on, whoever caused it; a small one when it was ours.
POST /exchanges {"client_id": port, "channel": "phone", "direction": "both", "minutes": 5} -> 201 word
rule d3: who looks back, within ten working days
  POST /ratings {"about": "matter", "about_id": <name>, "value": 5, "by": paul, "exchange_id": word} -> 201
  GET /matters/$<name> -> 200 {"state": "closed", "closed_at": "2027-03-17T12:00:00-04:00", "verify2_due": "2027-04-14T12:00:00-04:00"}
  <has d3> "\"type\":\"d3\",\"sub\":null,\"starts_at\":\"2027-03-17T12:00:00-04:00\",\"shows_at\":\"2027-03-17T12:00:00-04:00\",\"due\":\"2027-03-31T12:00:00-04:00\""
| name    | has d3 |
| small   | lacks  |
| unknown | lacks  |
| ours    | has    |
| shared  | has    |
| severe  | has    |
| grave   | has    |

# R6.5: closed on the 17th at noon; in days of 86,400 seconds.
at 2027-09-20T12:00
rule R6.5: the same category again, at this client within 180 days, at another within 90
  POST /matters {"client_id": <client>, "title": "Encore", "category": "GRAVE", "noticed_at": "<noticed>"} -> 201 {"recurs_of_id": <again>}
| client | noticed             | again |
| lune   | 2027-03-17T11:59:59 | null  |
| lune   | 2027-03-17T12:00:00 | grave |
| lune   | 2027-06-15T11:59:59 | grave |
| lune   | 2027-06-15T12:00:00 | null  |
| lune   | 2027-06-20T12:00:00 | null  |
| port   | 2027-06-15T12:00:00 | grave |
| port   | 2027-09-13T11:59:59 | grave |
| port   | 2027-09-13T12:00:00 | null  |
cli doctor -> 0
