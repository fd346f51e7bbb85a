# What was agreed, and what moved since; what was asked, and what had been told
staff Karim
as karim
POST /clients {"name": "Dubé", "state": "active"} -> 201 dube
contact Denise of dube agrees

# F10: a move at the very instant of the agreement is part of it.
rule F10: what drifts is what moved after the agreement
  at 2027-03-<day>T09:00
  POST /clients {"name": "Client $n", "state": "active"} -> 201 one
  POST /people {"name": "Anne $n", "email": "anne$n@client.example", "role": "contact", "client_id": one, "can_agree": true} -> 201 anne
  POST /mandates {"client_id": one, "title": "La campagne", "need": "Être vus", "how": "Par étapes", "when_due": "2027-06-30", "price_cents": 0} -> 201 work
  POST /terms {"mandate_id": work, "kind": "expectation", "owed_by": "us", "text": "Une affiche"} -> 201 wish
  POST /terms {"mandate_id": work, "kind": "rule", "owed_by": "us", "text": "Un point le mardi", "why": "Rien ne se perd."} -> 201
  POST /promises {"client_id": one, "mandate_id": work, "side": "us", "text": "L'affiche", "due": "2027-05-10",
    "source": {"type": "term", "id": wish}} -> 201 poster
  POST /writings {"client_id": one, "mandate_id": work, "kind": "entente", "body": "Notre entente."} -> 201 paper
  POST /writings/$paper/send -> 200
  at 2027-03-<day>T<moved>
  POST /promises/$poster/move {"due": "2027-05-12", "reason": "convenu", "agreed": true} -> 200
  POST /terms {"mandate_id": work, "kind": "expectation", "owed_by": "us", "text": "Une vidéo"} -> 201
  at 2027-03-<day>T11:00
  POST /exchanges {"client_id": one, "channel": "phone", "direction": "both", "at": "2027-03-<day>T10:00:00"} -> 201 call
  POST /writings/$paper/confirm {"exchange_id": call, "contact_id": anne} -> 200
  as claire
  POST /mandates/$work/start -> 200
  as karim
  GET /clients/$one/drift -> 200 {"mandates": [{"ours": {"moves": <moves>}, "theirs": {"expectations_added": <added>}}]}
| day | moved    | moves | added |
| 02  | 09:59:59 | 0     | 0     |
| 03  | 10:00:00 | 0     | 0     |
| 04  | 10:00:01 | 1     | 1     |

# Agreed on the 4th: what was due before it is settled by it, what is due that day is missed once the day is over.
POST /promises {"client_id": one, "mandate_id": work, "side": "us", "text": "Le croquis", "due": "2027-03-03"} -> 201
POST /promises {"client_id": one, "mandate_id": work, "side": "us", "text": "L'épreuve", "due": "2027-03-04"} -> 201
rule F10: missed is what was due since the agreement, and whose day is over
  at 2027-03-<at>
  GET /clients/$one/drift -> 200 {"mandates": [{"ours": {"missed": <missed>}}]}
| at          | missed |
| 04T23:59:59 | 0      |
| 05T00:00:00 | 1      |

# The planned hours of a mandate are ours: of it, a contact reads what was agreed and its result.
POST /mandates {"client_id": dube, "title": "Le site", "need": "Vendre", "how": "Par étapes", "when_due": "2027-06-30", "price_cents": 500,
  "budget_minutes": 6000, "strategy": "Petit à petit", "busy_from": "2027-05-01", "busy_to": "2027-05-31"} -> 201 site
as denise
rule 8.1: what a contact reads of a mandate
  GET /mandates/$site.pub -> 200 {"<field>": <reads>}
| field                 | reads  |
| title                 | any    |
| need                  | any    |
| how                   | any    |
| when_due              | any    |
| price_cents           | any    |
| responsible           | any    |
| need_said_by          | absent |
| budget_minutes        | absent |
| strategy              | absent |
| responsible_id        | absent |
| entente_id            | absent |
| started_on            | absent |
| delivered_on          | absent |
| closed_on             | absent |
| closed_without_answer | absent |
| busy_from             | absent |
| busy_to               | absent |
| clocks                | absent |

# S2: what was told at the very instant of a demand was not told before it.
as karim
at 2027-03-05T09:00
POST /terms {"mandate_id": site, "kind": "expectation", "owed_by": "us", "text": "Un site"} -> 201 wish
POST /promises {"client_id": dube, "mandate_id": site, "side": "us", "text": "Le site", "due": "2027-05-10", "source": {"type": "term", "id": wish}} -> 201
POST /terms {"mandate_id": site, "kind": "rule", "owed_by": "client", "text": "Huit jours de préavis", "why": "Le soin.", "lead_wd": 8} -> 201 notice
POST /writings {"client_id": dube, "mandate_id": site, "kind": "entente", "body": "Notre entente."} -> 201 paper
at 2027-03-05T10:00
POST /writings/$paper/send -> 200
at 2027-03-05T11:00
rule S2: a demand is against what was told before it, not with it
  POST /decisions {"client_id": dube, "mandate_id": site, "about": "demand", "question": "Pour lundi ?", "asked_due": "2027-03-08",
    "demanded_at": "2027-03-05T<demanded>"} -> 201 demand
  GET /clients/$dube/demands -> 200 {"d": 1, "u": <u>, "never_told": <never>, "items": [{"terms": [{"term_id": notice, "told_before": <before>}]}]}
  POST /decisions/$demand/cancel {"reason": "Noté pour voir."} -> 200
| demanded | u | never | before |
| 09:59:59 | 0 | 1     | false  |
| 10:00:00 | 0 | 1     | false  |
| 10:00:01 | 1 | 0     | true   |

# T10: eight working days after Friday the 5th at eleven is Wednesday the 17th; agreed meanwhile, at noon.
POST /exchanges {"client_id": dube, "channel": "phone", "direction": "both", "minutes": 5, "at": "2027-03-05T10:30:00"} -> 201 yes
POST /writings/$paper/confirm {"exchange_id": yes, "contact_id": denise} -> 200
rule T10: a date that leaves the notice its days breaks nothing, one day sooner does
  POST /decisions {"client_id": dube, "mandate_id": site, "about": "demand", "question": "Pour quand ?", "asked_due": "2027-03-<asked>",
    "demanded_at": "2027-03-05T11:00:00"} -> 201 demand {"feasible_due": <feasible>, "touches": <touches>,
    "clocks": [{"type": "c7", "starts_at": "2027-03-05T11:00", "shows_at": "2027-03-05T11:00", "due": "2027-03-09T11:00:00-05:00"}]}
  POST /decisions/$demand/cancel {"reason": "Noté pour voir."} -> 200
| asked | feasible     | touches               |
| 16    | "2027-03-17" | [{"term_id": notice}] |
| 17    | null         | []                    |
| 18    | null         | []                    |
rule T10: a rule binds from the instant at which it was agreed
  POST /decisions {"client_id": dube, "mandate_id": site, "about": "demand", "question": "Pour lundi ?", "asked_due": "2027-03-08",
    "demanded_at": "2027-03-05T<demanded>"} -> 201 demand {"touches": <touches>}
  POST /decisions/$demand/cancel {"reason": "Noté pour voir."} -> 200
| demanded | touches               |
| 10:29:59 | []                    |
| 10:30:00 | [{"term_id": notice}] |
| 10:30:01 | [{"term_id": notice}] |

# T6: what worries them, asked since they demanded it.
at 2027-03-08T10:00
POST /insights {"client_id": dube, "question": "worry", "text": "Le salon du 6."} -> 201
at 2027-03-08T10:00:01
rule T6: a worry noted since the demand, not before it
  POST /decisions {"client_id": dube, "mandate_id": site, "about": "demand", "question": "Pour mardi ?", "asked_due": "2027-03-09",
    "demanded_at": "2027-03-08T<demanded>"} -> 201 demand
  POST /writings {"client_id": dube, "kind": "impact", "about": {"type": "decision", "id": demand}, "body": "Moins de soin.", "spoken_in_id": yes} -> 201 impact
  POST /writings/$impact/send -> <answer>
  POST /decisions/$demand/cancel {"reason": "Noté pour voir."} -> 200
| demanded | answer              |
| 09:59:59 | 200                 |
| 10:00:00 | 200                 |
| 10:00:01 | 409 worry_not_asked |

# S2, T15–T17: windows of sixty, of ninety days, of 86,400 seconds; ten working days to look back.
at 2027-03-15T10:00
POST /decisions {"client_id": dube, "mandate_id": site, "about": "demand", "question": "Pour demain ?", "asked_due": "2027-03-16"} -> 201 conceded
POST /decisions/$conceded/choose {"n": 0, "chosen_by": "us", "override": "vital_urgency", "reason": "Le salon ouvre."} -> 200 {"record": {"concession": true}}
rule T15: "would you do it again?" after ten working days
  at 2027-03-29T<at>
  GET /me/questions -> 200 {"to_review": <review>}
  POST /decisions/$conceded/reflect {"regret": "no"} -> <answer>
| at       | review     | answer        |
| 09:59:59 | []         | 409 too_early |
| 10:00:00 | [conceded] | 200           |
rule S2: demands are looked at over sixty days
  at 2027-05-14T<at>
  GET /clients/$dube/demands -> 200 {"d": <d>}
| at       | d |
| 09:59:59 | 1 |
| 10:00:00 | 0 |
as claire
rule T16: what the firm gave in to, over ninety days
  at 2027-06-13T<at>
  GET /questions/firm -> 200 {"q1": {"k": <k>, "n": <k>}}
| at       | k |
| 09:59:59 | 1 |
| 10:00:00 | 0 |

as karim

# F13: asked before the task began, not as it began.
at 2027-06-14T12:00
rule F13: a task is shared when it was asked about before it began
  POST /clients {"name": "Volant $n"} -> 201 one
  POST /promises {"client_id": one, "side": "us", "text": "La teinte", "due": "2027-07-30"} -> 201 task
  POST /promises/$task/start {"at": "2027-06-14T<begun>"} -> 200
  POST /decisions {"client_id": one, "about": "task", "about_id": task, "question": "Quelle teinte ?", "options": [{"label": "Bleu"}, {"label": "Vert"}]} -> 201 tint
  POST /decisions/$tint/ask -> 200
  sql "UPDATE decision SET asked_at = (SELECT task_started_at FROM promise WHERE text = 'La teinte' ORDER BY id DESC LIMIT 1) + (<after>) WHERE question = 'Quelle teinte ?'"
  GET /clients/$one/steering -> 200 {"before": {"k": <k>, "n": 1}}
| begun    | after | k |
| 11:00:00 | -1    | 1 |
| 11:00:00 | 0     | 0 |
| 11:00:00 | 1     | 0 |
POST /decisions {"client_id": dube, "about": "preference", "question": "Tard ?", "options": [{"label": "Bleu"}, {"label": "Vert"}]} -> 201 choice
POST /decisions/$choice/ask -> 200
POST /decisions/$choice/choose {"n": 0, "chosen_by": "us", "reason": "x"} -> 200
rule F13: over ninety days of 86,400 seconds
  at 2027-09-12T<at>
  GET /clients/$dube/steering -> 200 {"shared": {"n": <n>}}
| at       | n |
| 11:59:59 | 1 |
| 12:00:00 | 0 |

# P11: at least two ways, at most twelve.
rule P11: one way is no choice
  POST /decisions {"client_id": dube, "about": "preference", "question": "Quelle teinte ?", "options": [<options>]} -> 201 choice
  POST /decisions/$choice/ask -> <answer>
| options                              | answer                 |
| {"label": "Bleu"}                    | 409 two_options_needed |
| {"label": "Bleu"}, {"label": "Vert"} | 200                    |
rule P11: twelve ways are enough
  POST /decisions/$choice/add_option {"label": "Encore $n"} -> <answer>
| answer      |
| 200         |
| 200         |
| 200         |
| 200         |
| 200         |
| 200         |
| 200         |
| 200         |
| 200         |
| 200         |
| 422 invalid |

# 5.9: one's own, of the calendar month in which it was answered, in the firm's own days.
rule T16: what I gave in to, by month
  at 2027-<asked>T10:00:00
  POST /decisions {"client_id": dube, "mandate_id": site, "about": "demand", "question": "Pour demain ?", "asked_due": "2027-<asked>"} -> 201 demand
  at 2027-<chosen>
  POST /decisions/$demand/choose {"n": 3, "chosen_by": "us"} -> 200
  GET /me/questions -> 200 {"month": "2027-<month>", "q1": {"n": <now>}}
  GET /me/questions?month=2027-09 -> 200 {"q1": {"n": <september>}}
| asked | chosen         | month | now | september |
| 09-29 | 09-30T23:59:59 | 09    | 1   | 1         |
| 10-01 | 10-15T23:59:59 | 10    | 1   | 1         |
| 10-31 | 11-01T00:00:00 | 11    | 1   | 1         |
