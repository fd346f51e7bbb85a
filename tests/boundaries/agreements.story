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
