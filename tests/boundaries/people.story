# People: away from a day to a day, both included
staff Karim, Inès, Tom
as karim
POST /clients {"name": "Dubé", "state": "active"} -> 201 dube
contact Denise of dube
POST /writings {"client_id": dube, "kind": "welcome", "body": "Il y aura des imprévus."} -> 201 welcome
POST /writings/$welcome/send -> 200
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
| 13   | 17 | 409 cover_away |
| 18   | 18 | 409 cover_away |
| 19   | 22 | 409 cover_away |
| 20   | 22 | 200            |
| 24   | 24 | 200            |
| 28   | 27 | 422 invalid    |

# Ten characters make a password.
staff Léa
as claire
rule a password has at least ten characters
  POST /people/$lea/set_password {"password": "<password>"} -> <answer>
| password   | answer      |
| neuf-lettr | 200         |
| neuf-lett  | 422 invalid |
| étéétéétéé | 200         |
| étéétéété  | 422 invalid |

# Inès is away twice, the second time from the 10th to the 12th of May; Tom stands in then.
as ines
at 2027-05-03T09:00
POST /people/$ines/away {"from": "2027-05-04", "to": "2027-05-05", "cover_person_id": karim} -> 200
POST /people/$ines/away {"from": "2027-05-10", "to": "2027-05-12", "cover_person_id": tom} -> 200
rule 17.5: absences do not share a day
  POST /people/$ines/away {"from": "2027-05-<from>", "to": "2027-05-<to>", "cover_person_id": claire} -> <answer>
| from | to | answer               |
| 06   | 06 | 200                  |
| 08   | 10 | 409 absence_overlaps |
| 12   | 14 | 409 absence_overlaps |
| 13   | 13 | 200                  |
| 01   | 01 | 422 invalid          |
rule 17.5: whoever stands in does not leave meanwhile
  as tom
  POST /people/$tom/away {"from": "2027-05-<from>", "to": "2027-05-<to>"} -> <answer>
| from | to | answer         |
| 08   | 09 | 200            |
| 07   | 10 | 409 cover_away |
| 12   | 15 | 409 cover_away |
| 13   | 14 | 200            |
rule 17.5: when one is over the next one shows
  at 2027-05-<at>
  GET /people/$ines -> 200 {"away_from": "2027-05-<from>", "cover_person_id": <cover>}
| at          | from | cover  |
| 05T23:59:59 | 04   | karim  |
| 06T00:00:00 | 06   | claire |
| 07T00:00:00 | 10   | tom    |
| 12T23:59:59 | 10   | tom    |
| 13T00:00:00 | 13   | claire |
