# What arrives and what is written to us: until when it stands beside, when the day's letter leaves
staff Karim
as karim
POST /clients {"name": "Café Lune", "state": "active"} -> 201 lune
contact Noémie of lune
at 2027-03-08T09:00
as noemie
POST /exchanges {"text": "Avez-vous reçu nos livres ?"} -> 201
as karim
rule 16.2: beside the list until it is a row, after four working hours
  at 2027-03-08T<at>
  GET /today -> 200 {"arrived": <arrived>, "rows": <rows>, "empty": null}
| at       | arrived                  | rows             |
| 12:59:59 | [{"client_id": lune}]    | [{"type": "c9"}] |
| 13:00:00 | []                       | [{}, {}]         |

# Asked for on Monday at one: from Tuesday on, as the first working period begins.
PATCH /people/$karim {"notify": "none", "digest": true} -> 200
as claire
rule 16.3: the day's letter leaves once, as the first working period begins
  at 2027-03-<at>
  GET /test/outbox -> 200 {"items": <letters>}
| at          | letters  |
| 08T16:59:59 | []       |
| 09T08:59:59 | []       |
| 09T09:00:00 | [{"to": "karim@mistral.example", "at": "2027-03-09T09:00"}] |
| 09T16:00:00 | [{}]     |
| 10T09:00:00 | [{}, {}] |
# Over the week-end nothing; jumping past days, none that is over is written.
rule 16.3: on working days alone, and never once the day is over
  at 2027-03-<at>
  GET /test/outbox -> 200 {"items": <letters>}
| at          | letters                     |
| 12T08:00:00 | [{}, {}]                    |
| 12T23:59:59 | [{}, {}, {"at": "2027-03-12T09:00"}] |
| 14T23:00:00 | [{}, {}, {}]                |
| 16T08:59:59 | [{}, {}, {}]                |
| 16T09:00:00 | [{}, {}, {}, {}]            |
as karim
PATCH /people/$karim {"digest": false} -> 200
as claire
at 2027-03-17T10:00
GET /test/outbox -> 200 {"items": [{}, {}, {}, {}]}
cli doctor -> 0
