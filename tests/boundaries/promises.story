# Promises: the day that counts, what is counted, how long it is looked at
staff Karim, Inès
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

# Kept is done on that day; open, it is judged once the day is over.
as karim
POST /clients {"name": "Café Lune"} -> 201 lune
rule 5.2: counted from the day after, kept when done by the end of the day, for ninety days
  POST /clients {"name": "Client $n"} -> 201 one
  POST /promises {"client_id": one, "side": "us", "text": "Le plan", "due": "2027-03-15"} -> 201 plan
  POST /promises {"client_id": one, "side": "us", "text": "Jamais fait", "due": "2027-03-15"} -> 201
  at 2027-03-<done>
  POST /promises/$plan/done -> 200
  GET /clients/$one/say_do -> 200 {"us": {"k": <k>, "n": <n>}}
| done        | k | n |
| 15T00:00:00 | 1 | 1 |
| 15T23:59:59 | 1 | 1 |
| 16T00:00:00 | 0 | 2 |
rule 5.2: ninety days of the calendar
  at 2027-06-<at>
  GET /clients/$one/say_do -> 200 {"us": {"n": <n>}}
| at          | n |
| 13T23:59:59 | 2 |
| 14T00:00:00 | 0 |

# Thirty days of 86,400 seconds.
at 2027-06-14T12:00
rule what they received stays on their page for thirty days
  as karim
  POST /promises {"client_id": dube, "side": "us", "text": "Remis, n° $n", "due": "2027-06-30"} -> 201 promise
  POST /promises/$promise/done {"done_at": "<done>"} -> 200
  as denise
  PAGE /p -> 200
  <says> "Remis, n° $n"
| done                | says  |
| 2027-06-14T12:00:00 | has   |
| 2027-05-15T12:00:01 | has   |
| 2027-05-15T12:00:00 | lacks |
| 2027-05-15T11:59:59 | lacks |

# The question two days before, the promise of the day, the problem it becomes.
at 2027-06-15T09:00
as ines
POST /promises {"client_id": lune, "side": "us", "text": "La carte", "due": "2027-06-21"} -> 201 card
contact Luce of lune
rule P7: asked two working days before, on the list that day, late when it is over and then a problem
  at 2027-06-<at>
  as ines
  GET /today -> 200 as list
  <asked> "b2:promise:$card"
  <day> "b1:promise:$card"
  GET /matters?client_id=$lune -> 200 {"items": <problem>}
  as luce
  GET /portal -> 200 {"we_owe_you": [{"late": <late>}]}
  as ines
  GET /matters?client_id=$lune -> 200 {"items": <found>}
| at          | asked | day   | late  | problem                                                                   | found                                                 |
| 16T23:59:59 | lacks | lacks | false | []                                                                        | []                                                    |
| 17T00:00:00 | has   | lacks | false | []                                                                        | []                                                    |
| 20T23:59:59 | has   | lacks | false | []                                                                        | []                                                    |
| 21T00:00:00 | lacks | has   | false | []                                                                        | []                                                    |
| 21T23:59:59 | lacks | has   | false | []                                                                        | []                                                    |
| 22T00:00:00 | lacks | has   | true  | [{"noticed_at": "2027-06-21T23:59:59-04:00", "found_by_client_at": null}] | [{"found_by_client_at": "2027-06-22T00:00:00-04:00"}] |

# P7: noted on the 22nd, late from the first moment when its date was before.
as karim
rule P7: noted after its date
  POST /clients {"name": "Noté $n"} -> 201 one
  POST /promises {"client_id": one, "side": "us", "text": "Le plan", "due": "2027-06-<due>"} -> 201
  GET /matters?client_id=$one -> 200 {"items": <problem>}
| due | problem |
| 20  | [{"noticed_at": "2027-06-20T23:59:59-04:00", "created_at": "2027-06-22T00:00:00-04:00", "severity": 1}] |
| 21  | [{"noticed_at": "2027-06-21T23:59:59-04:00"}] |
| 22  | [] |
as ines

# 3.1: with a problem of ours untold about it, they find out when it is late, not on its day.
POST /promises {"client_id": lune, "side": "us", "text": "Le store", "due": "2027-06-25"} -> 201 awning
POST /promises/$awning/stuck -> 200 stuck
rule 3.1: a look at a promise finds out that it is late once its day is over
  at 2027-06-<at>
  as luce
  GET /promises -> 200 theirs
  GET /promises/$theirs.items.1.id -> 200 {"text": "Le store"}
  as ines
  GET /matters/$stuck.created.0.id -> 200 {"found_by_client_at": <found>}
| at          | found                       |
| 25T23:59:59 | null                        |
| 26T00:00:00 | "2027-06-26T00:00:00-04:00" |

# F4: six promises of one person in a week, Monday to Sunday.
as claire
rule F4: prepared
  repeat <promises> POST /promises {"client_id": lune, "side": "us", "text": "n° $n", "due": "2027-07-<day>"} -> 201
| promises | day |
| 5        | 12  |
| 1        | 18  |
rule F4: with six that week already, one more is asked about
  POST /promises {"client_id": lune, "side": "us", "text": "Encore", "due": "2027-07-<due>"} -> 201 {"hints": <hints>}
| due | hints                      |
| 11  | []                         |
| 12  | [{"code": "load", "n": 6}] |
| 18  | [{"code": "load", "n": 7}] |
| 19  | []                         |
rule F4: not with five
  repeat <promises> POST /promises {"client_id": lune, "side": "us", "text": "n° $n", "due": "2027-08-<due>"} -> 201
  POST /promises {"client_id": lune, "side": "us", "text": "Encore", "due": "2027-08-<due>"} -> 201 {"hints": <hints>}
| promises | due | hints                      |
| 5        | 04  | []                         |
| 6        | 11  | [{"code": "load", "n": 6}] |

# Nothing is done, nor begun, ahead of time.
at 2027-07-01T10:00
as karim
rule what was done or begun lies in the past
  POST /promises {"client_id": lune, "side": "us", "text": "Un plan", "due": "2027-08-31"} -> 201 plan
  POST /promises/$plan/start {"at": "2027-07-01T<at>"} -> <answer>
  POST /promises/$plan/done {"done_at": "2027-07-01T<at>"} -> <answer>
| at       | answer      |
| 09:59:59 | 200         |
| 10:00:00 | 200         |
| 10:00:01 | 422 invalid |
rule 1: a percent from five on, rounded half up
  POST /clients {"name": "Compte $n"} -> 201 one
  repeat <n> POST /promises {"client_id": one, "side": "us", "text": "n° $n", "due": "2027-06-30"} -> 201 last
  POST /promises/$last/done {"done_at": "2027-06-30T12:00"} -> 200
  GET /clients/$one/say_do -> 200 {"us": {"k": 1, "n": <n>, "percent": <percent>}}
| n | percent |
| 4 | null    |
| 5 | 20      |
| 7 | 14      |
| 8 | 13      |
