# People: away from a day to a day, both included
staff Karim, Inès, Tom
as karim
POST /clients {"name": "Dubé", "state": "active"} -> 201 dube
POST /writings {"client_id": dube, "kind": "welcome", "body": "Il y aura des imprévus."} -> 201 welcome
POST /writings/$welcome/send {"by_hand": true} -> 200
contact Denise of dube
POST /matters {"client_id": dube, "title": "Le papier manque"} -> 201 paper
POST /people/$karim/away {"from": "2027-03-08", "to": "2027-03-10", "cover_person_id": ines} -> 200

rule P8: from the first day to the last, the cover has the list and answers the client
  at 2027-03-<at>
  as ines
  GET /today -> 200 {"rows": <rows>}
  POST /today/a1:matter:$paper/useful {"useful": true} -> <touched>
  as denise
  GET /portal -> 200 {"person": {"name": "<name>", "cover": <cover>}}
| at          | rows                          | touched           | name  | cover |
| 07T23:59:59 | []                            | 404 not_found     | Karim | false |
| 08T00:00:00 | [{"key": "a1:matter:$paper"}] | 409 always_useful | Inès  | true  |
| 10T23:59:59 | [{"key": "a1:matter:$paper"}] | 409 always_useful | Inès  | true  |
| 11T00:00:00 | []                            | 404 not_found     | Karim | false |

# Tom is away from the 17th to the 19th.
as claire
POST /people/$tom/away {"from": "2027-03-17", "to": "2027-03-19"} -> 200
rule P8: nobody covers who is away on one of these days
  POST /people/$karim/away {"from": "2027-03-<from>", "to": "2027-03-<to>", "cover_person_id": tom} -> <answer>
| from | to | answer         |
| 15   | 16 | 200            |
| 15   | 17 | 409 cover_away |
| 18   | 18 | 409 cover_away |
| 19   | 22 | 409 cover_away |
| 20   | 22 | 200            |
| 22   | 22 | 200            |
| 22   | 21 | 422 invalid    |

# Ten characters make a password.
as claire
rule a password has at least ten characters
  POST /people/$ines/set_password {"password": "<password>"} -> <answer>
| password   | answer      |
| neuf-lettr | 200         |
| neuf-lett  | 422 invalid |
| étéétéétéé | 200         |
| étéétéété  | 422 invalid |
