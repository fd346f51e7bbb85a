# The list of the day: how long, how many, how long it waits (5.7)
staff Karim, Inès, Tom
as karim

# Two working days at most, with a reason: on Thursday the 4th, until Monday the 8th.
at 2027-03-04T10:00
rule 5.7: a row waits from tomorrow on, two working days at most
  POST /clients {"name": "Attente $n"} -> 201 one
  POST /matters {"client_id": one, "nature": "idea", "title": "Un banc"} -> 201 idea
  POST /today/c11:matter:$idea/snooze {"until": "2027-03-<until>", "reason": "à la rencontre"} -> <answer>
| until | answer              |
| 04    | 409 snooze_too_long |
| 05    | 200                 |
| 06    | 200                 |
| 08    | 200                 |
| 09    | 409 snooze_too_long |
as ines
POST /clients {"name": "Dubé"} -> 201 dube
POST /matters {"client_id": dube, "nature": "idea", "title": "Une carte"} -> 201 card
POST /today/c11:matter:$card/snooze {"until": "2027-03-08", "reason": "lundi"} -> 200
rule 5.7: put off until a day, it is back as that day begins
  at 2027-03-<at>
  GET /today -> 200 {"rows": <rows>}
| at          | rows              |
| 07T23:59:59 | []                |
| 08T00:00:00 | [{"type": "c11"}] |
POST /matters/$card/drop {"reason": "déjà fait"} -> 200

# Who waits too long, and a promise late, cannot be put off; at their due they still can.
at 2027-03-08T09:00
POST /matters {"client_id": dube, "title": "Le papier manque"} -> 201 paper
rule 5.7: past its due, a telling is in the first band and no longer waits
  at 2027-03-08T<at>
  GET /today -> 200 {"rows": [{"type": "a1", "band": <band>}], "care_withheld": <withheld>}
  POST /today/a1:matter:$paper/snooze {"until": "2027-03-09", "reason": "plus tard"} -> <answer>
  POST /today/a1:matter:$paper/useful {"useful": false} -> 409 always_useful
  sql "UPDATE clock SET snoozed_until = NULL"
| at       | band | withheld | answer            |
| 13:00:00 | 3    | false    | 200               |
| 13:00:01 | 1    | true     | 409 someone_waits |
POST /exchanges {"client_id": dube, "channel": "phone", "direction": "both", "minutes": 5} -> 201 call
POST /matters/$paper/tell {"exchange_id": call} -> 200
PATCH /matters/$paper {"update_due": "2027-12-31"} -> 200
POST /promises {"client_id": dube, "side": "us", "text": "Le menu", "due": "2027-03-12"} -> 201 menu
rule 5.7: a promise put off on its day is back when it is late
  at 2027-03-<at>
  POST /today/b1:promise:$menu/snooze {"until": "2027-03-16", "reason": "lundi"} -> <answer>
  GET /today -> 200 as list
  <row> "b1:promise:$menu"
| at          | answer            | row   |
| 12T23:59:59 | 200               | lacks |
| 13T00:00:00 | 409 someone_waits | has   |
POST /promises/$menu/done -> 200

# Still useful? from five working days on; quiet for thirty days of 86,400 seconds after three "no".
as tom
at 2027-03-15T10:00
POST /clients {"name": "Sel"} -> 201 sel
rule 5.7: prepared
  POST /matters {"client_id": sel, "nature": "idea", "title": "<name>"} -> 201 <name>
| name  |
| one   |
| two   |
| three |
| four  |
rule 5.7: "still useful?" from five working days on
  at 2027-03-22T<at>
  GET /today -> 200 {"rows": [{"type": "c11", "count": 4, "still_useful": <asks>}]}
| at       | asks  |
| 09:59:59 | false |
| 10:00:00 | true  |
rule 5.7: three "no" in a row make a type quiet
  POST /today/c11:matter:$<name>/useful {"useful": false} -> 200
  GET /today -> 200 {"rows": <rows>}
| name  | rows           |
| one   | [{"count": 3}] |
| two   | [{"count": 2}] |
| three | []             |
at 2027-04-02T10:00
POST /me/questions {"fear": 1} -> 200
rule 5.7: … for thirty days
  at 2027-04-21T<at>
  GET /today -> 200 {"rows": <rows>}
| at       | rows                       |
| 09:59:59 | []                         |
| 10:00:00 | [{"record": {"id": four}}] |
POST /matters/$four/drop {"reason": "déjà fait"} -> 200

# Seven rows, but everything of bands 1 and 2.
rule 5.7: seven rows at most, then "and n more"
  POST /clients {"name": "Client $n"} -> 201 one
  POST /matters {"client_id": one, "nature": "good_news", "title": "Un prix"} -> 201 last
  GET /today -> 200 {"more": <more>}
| more |
| 0    |
| 0    |
| 0    |
| 0    |
| 0    |
| 0    |
| 0    |
| 1    |
| 2    |
rule 5.7: what is late is always shown, and takes the place of the rest
  repeat <late> POST /promises {"side": "us", "text": "n° $n", "due": "2027-04-20"} -> 201
  GET /today -> 200 {"more": <more>}
| late | more |
| 6    | 8    |
| 1    | 9    |
| 2    | 9    |

# One care a day; the day ends at midnight.
lead Léa
as lea
POST /today/c15:matter:$paper/useful {"useful": false} -> 200
POST /moments {"kind": "win", "title": "Un prix"} -> 201 prize
POST /moments {"kind": "win", "title": "Dix ans"} -> 201 ten
at 2027-04-21T23:00
POST /moments/$prize/done -> 200
rule 5.7: one care a day, also after it is done
  at 2027-04-<at>
  GET /today -> 200 {"rows": <rows>}
| at          | rows                        |
| 21T23:59:59 | []                          |
| 22T00:00:00 | [{"key": "e4:moment:$ten"}] |
