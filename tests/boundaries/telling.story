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

# What they raise themselves is never told first, even in the call in which they did.
rule R4.1: raised by the client
  POST /matters {"client_id": dube, "title": "La livraison est ouverte", "noticed_by_side": "<side>", "noticed_at": "2027-03-08T13:00:00"} -> 201 open
  POST /exchanges {"client_id": dube, "channel": "phone", "direction": "both", "at": "2027-03-08T13:00:00"} -> 201 call
  POST /matters/$open/tell {"exchange_id": call} -> 200 {"record": {"told_first": <first>}}
| side   | first |
| us     | true  |
| client | false |

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
| bad_news | 17:00:01 | 1 |

# Told after hours, nothing is lost; told at the next hour of work, it is late.
rule R4a: bad news of the morning, told the next day
  POST /clients {"name": "Lendemain $n"} -> 201 one
  POST /matters {"client_id": one, "nature": "bad_news", "title": "À dire", "noticed_at": "2027-03-09T09:00"} -> 201 news
  POST /exchanges {"client_id": one, "channel": "phone", "direction": "both", "at": "2027-03-10T<told>"} -> 201 call
  POST /matters/$news/tell {"exchange_id": call} -> 200 {"record": {"latency_wh": <wh>}}
  GET /clients/$one/transparency -> 200 {"within_target": {"k": <k>, "n": 1}}
| told     | wh     | k |
| 09:00:00 | 8      | 1 |
| 09:00:01 | 8.0003 | 0 |

# Noticed first, then told; and the hour of noticing only moves earlier.
POST /exchanges {"client_id": dube, "channel": "phone", "direction": "both", "at": "2027-03-11T10:00:00"} -> 201 call
rule R4.1: an exchange tells what was noticed by then
  POST /matters {"client_id": dube, "nature": "bad_news", "title": "À dire", "noticed_at": "2027-03-11T<noticed>"} -> 201 news
  POST /matters/$news/tell {"exchange_id": call} -> <answer>
| noticed  | answer                  |
| 09:59:59 | 200                     |
| 10:00:00 | 200                     |
| 10:00:01 | 409 told_before_noticed |
rule E11: we may have noticed it earlier, never later
  POST /matters {"client_id": dube, "nature": "idea", "title": "Un banc", "noticed_at": "2027-03-11T10:00:00"} -> 201 idea
  POST /matters/$idea/set_noticed_at {"noticed_at": "2027-03-11T<noticed>", "reason": "vu"} -> <answer>
| noticed  | answer            |
| 09:59:59 | 200               |
| 10:00:00 | 200               |
| 10:00:01 | 409 noticed_later |
rule nothing is noticed, or found out, ahead of time
  POST /matters {"client_id": dube, "nature": "bad_news", "title": "À dire", "noticed_at": "2027-03-12T<at>"} -> <made>
  POST /matters {"client_id": dube, "nature": "bad_news", "title": "À dire", "noticed_at": "2027-03-12T09:00"} -> 201 news
  POST /matters/$news/found {"at": "2027-03-12T<at>"} -> <found>
| at       | made        | found       |
| 17:00:00 | 201         | 200         |
| 17:00:01 | 422 invalid | 422 invalid |

# R4.4: kept quiet for forty working hours; only ours, only small, only problems and bad news.
at 2027-03-15T09:00
POST /clients {"name": "Fonderie"} -> 201 foundry
rule R4.4: prepared
  POST /matters {"client_id": foundry, "title": "<name>", "nature": "<nature>", "severity": <severity>, "noticed_by_side": "<side>"} -> 201 <name>
| name   | nature   | severity | side   |
| small  | problem  | 1        | us     |
| news   | bad_news | 1        | us     |
| middle | problem  | 2        | us     |
| theirs | problem  | 1        | client |
| idea   | idea     | 1        | us     |
rule R4.4: a small worry rises after five working days
  at 2027-03-19T<at>
  GET /matters/$<name> -> 200 {"severity": <severity>, "kept_quiet": <quiet>}
| name   | at       | severity | quiet                |
| small  | 16:59:59 | 1        | null                 |
| small  | 17:00:00 | 2        | "tue depuis 5 jours" |
| news   | 17:00:00 | 2        | "tue depuis 5 jours" |
| middle | 17:00:00 | 2        | null                 |
| theirs | 17:00:00 | 1        | null                 |
| idea   | 17:00:00 | 1        | null                 |

# Past its target and untold, the picture says so; at the target it still has time.
at 2027-03-22T09:00
POST /clients {"name": "Librairie Sel"} -> 201 sel
POST /matters {"client_id": sel, "title": "Le papier manque"} -> 201 paper
POST /matters {"client_id": sel, "nature": "bad_news", "title": "Léa nous quitte"} -> 201 news
POST /exchanges {"client_id": sel, "channel": "phone", "direction": "both"} -> 201 call
POST /matters/$news/tell {"exchange_id": call} -> 200
rule R4a: untold, it is held against us from the first second past its target
  at 2027-03-22T<at>
  check R4a of sel {"state": "<state>", "n": <n>}
  GET /matters/$paper -> 200 {"latency_wh": <wh>, "at_least": true}
| at       | state | n | wh     |
| 13:00:00 | G     | 1 | 4      |
| 13:00:01 | B     | 2 | 4.0003 |

# 5.3: what was noticed in the last ninety days of 86,400 seconds.
rule 5.3: the window
  at <at>
  GET /clients/$sel/transparency -> 200 {"latency": {"n": <n>}}
| at                  | n |
| 2027-06-20T08:59:59 | 2 |
| 2027-06-20T09:00:00 | 0 |
cli doctor -> 0
