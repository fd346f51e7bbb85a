# Problems: when the client is asked, what closes one and what brings it back, who looks back on it
staff Karim, Inès
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
  GET /matters/$<name> -> 200 {"state": "understood"}
  has "\"type\":\"c12\",\"sub\":null,\"starts_at\":\"2027-03-17T10:00:00-04:00\",\"shows_at\":\"2027-03-17T10:00:00-04:00\",\"due\":\"2027-03-19T10:00:00-04:00\""
  POST /decisions {"client_id": port, "about": "problem", "about_id": <name>, "question": "Comment réparer ?", "options": [
    {"label": "Refaire", "pros": ["net"], "cons": ["long"], "promises": [{"side": "us", "text": "Refaire", "due": "2027-12-31"}]},
    {"label": "Laisser", "pros": ["vite"], "cons": ["flou"]}]} -> 201 choice
  POST /decisions/$choice/ask -> 200
  POST /decisions/$choice/choose {"n": 0, "chosen_by": "client", "exchange_id": call, "contact_id": paul} -> 200 chosen
  POST /promises/$chosen.created.0.id/done {"done_at": "2027-03-17T10:00"} -> 200
  GET /matters/$<name> -> 200 {"state": "applied", "verify_due": "2027-03-24T10:00:00-04:00"}
| name    | severity | cause   |
| one     | 2        | us      |
| two     | 2        | us      |
| three   | 2        | us      |
| four    | 2        | us      |
| five    | 2        | us      |
| plain   | 2        | us      |
| small   | 1        | client  |
| ours    | 1        | us      |
| shared  | 1        | both    |
| unknown | 1        | unknown |
| severe  | 2        | client  |
| grave   | 3        | neither |
| twice   | 2        | us      |
| once    | 2        | us      |
| nearly  | 2        | us      |
| early   | 2        | us      |
| asked   | 2        | us      |

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

# Rated as soon as it was done, not before; less than five is adjusted within eight hours.
rule P18: a rating counts from the instant at which it was done
  POST /exchanges {"client_id": port, "channel": "phone", "direction": "both", "minutes": 5, "at": "2027-03-17T<said>"} -> 201 said
  POST /ratings {"about": "matter", "about_id": early, "value": 4, "by": paul, "exchange_id": said} -> <answer>
| said     | answer          |
| 09:59:59 | 409 not_applied |
| 10:00:00 | 201             |
GET /matters/$early -> 200 {"state": "options"}
has "\"type\":\"a4\",\"sub\":\"adjust\",\"starts_at\":\"2027-03-17T10:00:00-04:00\",\"shows_at\":\"2027-03-17T10:00:00-04:00\",\"due\":\"2027-03-18T10:00:00-04:00\""

# P19: a second rating of two or less about one problem is shown to the leads.
POST /exchanges {"client_id": port, "channel": "phone", "direction": "both", "minutes": 5} -> 201 word
rule P19: let down twice
  POST /ratings {"about": "matter", "about_id": <name>, "value": <first>, "by": paul, "exchange_id": word} -> 201
  sql "UPDATE matter SET state = 'applied' WHERE title = '<name>'"
  POST /ratings {"about": "matter", "about_id": <name>, "value": <second>, "by": paul, "exchange_id": word} -> 201
  GET /matters/$<name> -> 200 {"double_deviation": <twice>}
| name   | first | second | twice |
| twice  | 2     | 2      | true  |
| once   | 2     | 3      | false |
| nearly | 3     | 2      | false |

# R6.4: a severe one is looked back on, whoever caused it; a small one when it was ours.
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

# P18: asked after five working days, called for after five more.
rule P18: what was done is asked about five working days later, from the start of that day among us
  at 2027-03-<at>
  as karim
  GET /today -> 200 as list
  <row> "d1:matter:$asked"
  <call> "d1.call:matter:$asked"
  as paul
  GET /portal -> 200 {"waits_for_you": <question>}
| at          | row   | call  | question             |
| 23T23:59:59 | lacks | lacks | []                   |
| 24T00:00:00 | has   | lacks | []                   |
| 24T09:59:59 | has   | lacks | []                   |
| 24T10:00:00 | has   | lacks | [{"kind": "rating"}] |
| 31T09:59:59 | has   | lacks | [{"kind": "rating"}] |
| 31T10:00:00 | has   | has   | [{"kind": "rating"}] |
as karim
POST /ratings {"about": "matter", "about_id": asked, "value": 5, "by": paul, "exchange_id": word} -> 201
# Closed on the 17th at noon, asked about again twenty working days later.
rule P18: and again after twenty, rated from the start of that day
  at 2027-04-<at>
  GET /today -> 200 as list
  <row> "d2:matter:$five"
  POST /exchanges {"client_id": port, "channel": "phone", "direction": "both", "minutes": 5} -> 201 said
  POST /ratings {"about": "matter", "about_id": five, "value": 5, "by": paul, "exchange_id": said} -> <answer>
| at          | row   | answer          |
| 13T23:59:59 | lacks | 409 not_applied |
| 14T00:00:00 | has   | 201             |

# P4: a "no" waits for a voice, at its own instant or later, but for the call where it was said.
at 2027-04-20T12:00
rule P4: a "no" is answered by voice within eight working hours
  POST /clients {"name": "Fonderie $n"} -> 201 one
  POST /people {"name": "Fanny", "email": "fanny$n@client.example", "role": "contact", "client_id": one} -> 201 fanny
  POST /exchanges {"client_id": one, "channel": "phone", "direction": "both", "minutes": 5, "at": "2027-04-19T10:00:00"} -> 201 told
  POST /exchanges {"client_id": one, "channel": "<channel>", "direction": "both", "minutes": 5, "at": "2027-04-19T<spoken>"} -> 201
  POST /ratings {"about": "trust", "value": 4, "by": fanny, "exchange_id": told, "felt": {"valued": "no"}} -> 201
    {"clocks": [{"type": "c8", "sub": "felt", "starts_at": "2027-04-19T10:00", "shows_at": "2027-04-19T10:00", "due": "2027-04-20T10:00:00-04:00",
     "stopped_at": <stopped>}]}
| channel | spoken   | stopped                     |
| email   | 10:00:01 | null                        |
| phone   | 09:59:59 | null                        |
| phone   | 10:00:00 | "2027-04-19T10:00:00-04:00" |
| phone   | 10:00:01 | "2027-04-19T10:00:01-04:00" |
rule 3.1: a rating of two or less about trust is a problem they raise
  POST /clients {"name": "Confiance $n"} -> 201 one
  POST /people {"name": "Zoé", "email": "zoe$n@client.example", "role": "contact", "client_id": one} -> 201 zoe
  POST /exchanges {"client_id": one, "channel": "phone", "direction": "both", "minutes": 5} -> 201 said
  POST /ratings {"about": "trust", "value": <value>, "by": zoe, "exchange_id": said} -> <answer>
  GET /matters?client_id=$one -> 200 {"items": <raised>}
| value | answer      | raised                                              |
| 0     | 422 invalid | []                                                  |
| 1     | 201         | [{"noticed_by_side": "client", "state": "noticed"}] |
| 2     | 201         | [{"noticed_by_side": "client", "state": "noticed"}] |
| 3     | 201         | []                                                  |
| 5     | 201         | []                                                  |
| 6     | 422 invalid | []                                                  |

# P2, P16, P17: by voice after writing, a next thing, a reason: eight working hours each.
at 2027-04-21T10:00
as ines
POST /clients {"name": "Éditions Nord"} -> 201 nord
POST /matters {"client_id": nord, "title": "Le papier manque"} -> 201 paper
POST /exchanges {"client_id": nord, "channel": "email", "direction": "out"} -> 201 mail
POST /matters/$paper/tell {"exchange_id": mail} -> 200
  {"record": {"clocks": [{"type": "a1", "due": "2027-04-21T14:00:00-04:00"}, {"type": "a3", "starts_at": "2027-04-21T10:00", "due": "2027-04-22T10:00:00-04:00"}, {"type": "c15"},
   {"type": "c8", "sub": "next", "starts_at": "2027-04-21T10:00", "shows_at": "2027-04-22T10:00:00-04:00", "due": "2027-04-22T10:00:00-04:00"}]}}
POST /matters/$paper/ask_reason -> 200
has "\"type\":\"c10\",\"sub\":null,\"starts_at\":\"2027-04-21T10:00:00-04:00\",\"shows_at\":\"2027-04-21T10:00:00-04:00\",\"due\":\"2027-04-22T10:00:00-04:00\""
POST /exchanges {"client_id": nord, "channel": "phone", "direction": "both", "minutes": 5} -> 201 spoken
POST /matters/$paper/speak {"exchange_id": spoken} -> 200
POST /matters/$paper/give_reason {"superior_reason": "Le prix."} -> 403 lead_only
POST /matters {"client_id": nord, "title": "L'encre aussi"} -> 201 ink
POST /exchanges {"client_id": nord, "channel": "email", "direction": "out"} -> 201 second
POST /matters/$ink/tell {"exchange_id": second} -> 200
rule P16: what next? nothing has a date for eight working hours
  at 2027-04-22T<at>
  GET /today -> 200 as list
  <row> "c8.next:matter:$paper"
  <row> "a3:matter:$ink\",\"type\":\"a3\",\"sub\":null,\"band\":<band>"
  lacks "c8.next:matter:$ink"
| at       | row   | band |
| 09:59:59 | lacks | 1    |
| 10:00:00 | has   | 3    |
| 10:00:01 | has   | 1    |
PATCH /matters/$paper {"update_due": "2027-04-26"} -> 200
rule b3: news are given on their day
  at 2027-04-<at>
  GET /today -> 200 as list
  <row> "\"type\":\"b3\",\"sub\":null,\"band\":<band>"
| at          | row   | band |
| 25T23:59:59 | lacks | 4    |
| 26T00:00:00 | has   | 4    |
| 26T23:59:59 | has   | 4    |
| 27T00:00:00 | has   | 2    |
as karim

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
