# What is counted of a year: word of mouth, hours inside the agreement
staff Karim
as karim
POST /clients {"name": "Café Lune", "state": "active"} -> 201 lune
POST /clients {"name": "Boréal", "state": "active", "referred_by_client_id": lune} -> 201 boreal
POST /mandates {"client_id": boreal, "title": "Quartier", "budget_minutes": 600} -> 201 work
as claire
POST /entries {"client_id": lune, "kind": "revenue", "cents": 1000, "on": "2027-02-01"} -> 201 own
POST /entries {"client_id": boreal, "kind": "revenue", "cents": 1000, "on": "2026-03-01"} -> 201 brought

rule E6: of the last twelve months, from the day after
  PATCH /entries/$brought {"on": <on>} -> 200
  GET /referrals -> 200 {"nodes": [{"direct_cents": 1000}, {}], "word_of_mouth": {"percent": <percent>}}
| on           | percent |
| "2026-03-01" | 0       |
| "2026-03-02" | 50      |

rule E6: a share, half a percent up
  PATCH /entries/$own {"cents": <own>} -> 200
  PATCH /entries/$brought {"cents": <brought>} -> 200
  GET /referrals -> 200 {"word_of_mouth": {"percent": <percent>}}
| own  | brought | percent |
| 1992 | 8       | 0       |
| 1990 | 10      | 1       |
| 10   | 1990    | 100     |
| 12   | 1988    | 99      |
| 0    | 0       | null    |

# R5.2: what was worked beyond the agreement is not of its hours; none noted is not none worked.
POST /mandates/$work/start {"override_reason": "essai"} -> 200
rule R5.2: hours inside the agreement
  POST /entries {"client_id": boreal, "mandate_id": work, "kind": <kind>, "minutes": 30} -> 201
  GET /clients/$boreal/drift -> 200 {"mandates": [{"minutes": {"budget": 600, "used": <used>}}]}
| kind          | used |
| "extra_hours" | null |
| "hours"       | 30   |
| "extra_hours" | 30   |
| "hours"       | 60   |

# The day of a date is not past it (F10).
POST /promises {"client_id": boreal, "mandate_id": work, "side": "us", "text": "Le plan", "due": "2027-03-03"} -> 201
rule F10: missed from the first instant after its date
  at 2027-03-<at>
  GET /clients/$boreal/drift -> 200 {"mandates": [{"ours": {"missed": <missed>, "facts": <facts>}}]}
| at          | missed | facts                       |
| 03T23:59:59 | 0      | []                          |
| 04T00:00:00 | 1      | [{"how": "sa date est passée"}] |
