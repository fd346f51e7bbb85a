# What arrives and what is written to us: until when it stands beside, when the day's letter leaves
staff Karim
as karim
POST /clients {"name": "Café Lune", "state": "active"} -> 201 lune
contact Noémie of lune
PATCH /people/$karim {"notify": "none"} -> 200
at 2027-03-08T09:00
as noemie
POST /exchanges {"text": "Avez-vous reçu nos livres ?"} -> 201
as karim
rule 16.2: beside the list until it is a row, after four working hours
  at 2027-03-08T<at>
  GET /today -> 200 {"arrived": <arrived>, "rows": <rows>, "empty": null}
| at       | arrived               | rows                             |
| 12:59:59 | [{"client_id": lune}] | [{"type": "c9"}]                 |
| 13:00:00 | []                    | [{"type": "a2"}, {"type": "c9"}] |

# Asked for on Monday at one: from Tuesday on.
PATCH /people/$karim {"digest": true} -> 200
as claire
rule 16.3: the day's letter leaves once, as the first working period begins; on working days
  at 2027-03-<at>
  GET /test/outbox -> 200 {"items": <letters>}
| at          | letters                                                     |
| 08T16:59:59 | []                                                          |
| 09T08:59:59 | []                                                          |
| 09T09:00:00 | [{"to": "karim@mistral.example", "at": "2027-03-09T09:00"}] |
| 09T16:00:00 | [{}]                                                        |
| 10T08:59:59 | [{}]                                                        |
| 11T09:00:00 | [{}, {"at": "2027-03-10T09:00"}, {"at": "2027-03-11T09:00"}] |
| 12T09:00:00 | [{}, {}, {}, {"at": "2027-03-12T09:00"}]                    |
| 15T08:59:59 | [{}, {}, {}, {}]                                            |
| 15T09:00:00 | [{}, {}, {}, {}, {"at": "2027-03-15T09:00"}]                |
# The firm begins at eight from then on.
PATCH /settings {"working_periods": {"mon": [["08:00", "17:00"]], "tue": [["08:00", "12:00"], ["13:00", "17:00"]], "wed": [["08:00", "17:00"]], "thu": [["08:00", "17:00"]], "fri": [["08:00", "17:00"]], "sat": [], "sun": []}} -> 200
at 2027-03-16T08:00
GET /test/outbox -> 200 {"items": [{}, {}, {}, {}, {}, {"at": "2027-03-16T08:00"}]}
# The mail server takes nothing that day: the next has its own, that one never leaves.
POST /test/letter {"to": "karim@mistral.example", "answer": "none"} -> 200
rule 16.3: what could not leave on its day does not leave the next
  at 2027-03-<at>
  POST /test/letter {"to": "karim@mistral.example", "answer": "<mail>"} -> 200
  at 2027-03-<then>
  GET /test/outbox -> 200 {"items": <letters>}
| at          | mail | then        | letters                      |
| 17T08:00:00 | none | 17T23:59:58 | [{}, {}, {}, {}, {}, {}]     |
| 17T23:59:59 | 250  | 17T23:59:59 | [{}, {}, {}, {}, {}, {}, {}] |
| 18T07:59:59 | none | 18T23:59:59 | [{}, {}, {}, {}, {}, {}, {}] |
| 19T00:00:00 | 250  | 19T07:59:59 | [{}, {}, {}, {}, {}, {}, {}] |
as karim
PATCH /people/$karim {"digest": false} -> 200
as claire
at 2027-03-22T10:00
GET /test/outbox -> 200 {"items": [{}, {}, {}, {}, {}, {}, {}]}
cli doctor -> 0
