# Who waits for us: a message and its answer, an appointment, a meeting and what is owed after it
staff Karim, Inès, Tom
as karim
POST /clients {"name": "Dubé"} -> 201 dube
POST /clients {"name": "Café Lune"} -> 201 lune

at 2027-03-05T16:00
POST /exchanges {"client_id": dube, "channel": "email", "direction": "in"} -> 201 mail
rule R1.4: a message of Friday at four shows after four working hours, and is late after eight
  at 2027-03-08T<at>
  GET /today -> 200 {"rows": <rows>}
| at       | rows                                          |
| 11:59:59 | []                                            |
| 12:00:00 | [{"type": "a2", "band": 3, "overdue": false}] |
| 16:00:00 | [{"type": "a2", "band": 3, "overdue": false}] |
| 16:00:01 | [{"type": "a2", "band": 1, "overdue": true}]  |

as ines
POST /clients {"name": "Boréal"} -> 201 boreal
at 2027-03-09T10:00
POST /exchanges {"client_id": boreal, "channel": "sms", "direction": "in", "urgent_said": true, "urgent_reason": "salon"} -> 201
rule E16: said urgent, it shows at once, and is late after two hours
  at 2027-03-09T<at>
  GET /today -> 200 {"rows": [{"type": "a2", "band": <band>}]}
| at       | band |
| 10:00:00 | 3    |
| 12:00:00 | 3    |
| 12:00:01 | 1    |

as karim
at 2027-03-09T17:00
rule 5.4: an answer comes at the same instant or later, never before
  POST /clients {"name": "Client $n"} -> 201 one
  POST /exchanges {"client_id": one, "channel": "phone", "direction": "both", "at": "2027-03-09T<call>"} -> 201 call
  POST /exchanges {"client_id": one, "channel": "email", "direction": "in", "at": "2027-03-09T14:00:00"} -> 201 first
  POST /exchanges {"client_id": one, "channel": "phone", "direction": "out", "at": "2027-03-09T<call>"} -> 201 again
  GET /exchanges/$first -> 200 {"answered_by_id": <answer>}
| call     | answer |
| 13:59:59 | null   |
| 14:00:00 | again  |
| 14:00:01 | call   |

# What an urgency displaced: what was moved on its own day, whatever the hour.
rule E16: prepared
  at 2027-03-<moved>
  POST /promises {"client_id": lune, "side": "us", "text": "<name>", "due": "2027-04-01"} -> 201 <name>
  POST /promises/$<name>/move {"due": "2027-04-02", "reason": "une urgence", "agreed": true} -> 200
| name   | moved       |
| before | 10T23:59:59 |
| first  | 11T00:00:00 |
| last   | 11T23:59:59 |
| after  | 12T00:00:00 |
rule E16: what was moved on the day of an urgency stands beside it
  POST /exchanges {"client_id": lune, "channel": "sms", "direction": "in", "at": "2027-03-<at>", "urgent_said": true, "urgent_reason": "x"} -> 201
    {"displaced": <displaced>}
| at          | displaced     |
| 10T12:00:00 | [before]      |
| 11T00:00:00 | [first, last] |
| 11T23:59:59 | [first, last] |
| 12T00:00:00 | [after]       |

# Noted when it was, planned when it comes.
at 2027-03-15T10:00
rule a contact that lies ahead is an appointment
  POST /exchanges {"client_id": lune, "channel": "phone", "direction": "both", "planned": <planned>, "at": "2027-03-15T<at>"} -> <answer>
| planned | at       | answer      |
| false   | 09:59:59 | 201         |
| false   | 10:00:00 | 201         |
| false   | 10:00:01 | 422 invalid |
| true    | 10:00:01 | 201         |
POST /exchanges {"client_id": lune, "channel": "email", "direction": "in"} -> 201 letter
rule E17: an answer is promised for an instant that lies ahead
  POST /exchanges/$letter/give_date {"reply_by": "2027-03-15T<by>"} -> <answer>
| by       | answer                                          |
| 09:59:59 | 422 invalid {"fields": {"reply_by": "in_past"}} |
| 10:00:00 | 422 invalid {"fields": {"reply_by": "in_past"}} |
| 10:00:01 | 200                                             |

POST /exchanges {"client_id": dube, "channel": "video", "direction": "both", "planned": true, "at": "2027-03-16T14:00"} -> 201 visit
POST /matters {"client_id": dube, "nature": "idea", "title": "Un banc"} -> 201 bench
rule until its instant an appointment may be moved; from it on it was held, and may be named
  at 2027-03-16T<at>
  POST /exchanges/$visit/move {"at": "2027-03-16T14:00:00"} -> <moved>
  POST /matters/$bench/tell {"exchange_id": visit} -> <named>
| at       | moved                                     | named       |
| 13:59:59 | 200                                       | 422 invalid |
| 14:00:00 | 422 invalid {"fields": {"at": "in_past"}} | 200         |
POST /exchanges/$visit/move {"at": "2027-03-16T15:00"} -> 409 already_past

# R1.5: a thread of messages.
rule R1.5: from the fourth message on, a call is proposed
  POST /clients {"name": "Fil $n"} -> 201 one
  repeat <messages> POST /exchanges {"client_id": one, "channel": "email", "direction": "out", "subject": "Le menu"} -> 201 last
  PAGE /echange/$last -> 200
  <proposes> "sans vous parler"
| messages | proposes |
| 3        | lacks    |
| 4        | has      |
| 5        | has      |
# Forty working hours before this Tuesday at two is last Tuesday at two.
at 2027-03-16T14:00:00
rule R1.5: four in forty working hours, the oldest at their very beginning
  POST /clients {"name": "Fenêtre $n"} -> 201 one
  POST /exchanges {"client_id": one, "channel": "email", "direction": "in", "subject": "Le menu", "at": "2027-03-<first>"} -> 201
  repeat 3 POST /exchanges {"client_id": one, "channel": "email", "direction": "out", "subject": "Le menu", "at": "2027-03-10T10:00"} -> 201 last
  PAGE /echange/$last -> 200
  <proposes> "sans vous parler"
| first       | proposes |
| 09T13:59:59 | lacks    |
| 09T14:00:00 | has      |
rule R1.5: only what was written since somebody spoke
  POST /clients {"name": "Entre $n"} -> 201 one
  POST /people {"name": "Sourde", "email": "sourde$n@client.example", "role": "contact", "client_id": one, "voice_ok": false} -> 201 deaf
  repeat 2 POST /exchanges {"client_id": one, "channel": "email", "direction": "in", "subject": "Le menu", "at": "2027-03-15T10:00"} -> 201
  POST /exchanges {"client_id": one, "channel": "<channel>", "direction": "both", "contact_ids": [<whose>], "at": "2027-03-15T11:00"} -> 201
  repeat <since> POST /exchanges {"client_id": one, "channel": "email", "direction": "out", "subject": "Le menu", "at": "2027-03-15T12:00"} -> 201 last
  PAGE /echange/$last -> 200
  <proposes> "sans vous parler"
| channel | whose | since | proposes |
| phone   |       | 2     | lacks    |
| phone   |       | 3     | lacks    |
| phone   |       | 4     | has      |
| letter  |       | 2     | has      |
| sms     | deaf  | 2     | lacks    |

# R1.6: ten minutes make a meeting, which is over when it ends.
rule R1.6: who spoke for ten minutes owes a recap
  POST /exchanges {"client_id": lune, "channel": "phone", "direction": "both", "at": "2027-03-16T09:00", "minutes": <minutes>} -> 201 {"recap_id": <recap>}
| minutes | recap |
| 9       | null  |
| 10      | any   |
| 11      | any   |
as tom
POST /clients {"name": "Fonderie"} -> 201 foundry
POST /exchanges {"client_id": foundry, "channel": "in_person", "direction": "both", "planned": true, "at": "2027-03-17T14:00", "minutes": 60} -> 201 met
rule R2.3: today's next appointment, its sheet five minutes before it
  at 2027-03-<at>
  GET /today -> 200 {"next_meeting": <next>}
| at          | next                                 |
| 16T23:59:59 | null                                 |
| 17T00:00:00 | {"exchange_id": met, "sheet": false} |
| 17T13:54:59 | {"exchange_id": met, "sheet": false} |
| 17T13:55:00 | {"exchange_id": met, "sheet": true}  |
| 17T14:00:00 | {"exchange_id": met, "sheet": true}  |
| 17T14:00:01 | null                                 |
rule R1.6: the recap is owed from the end of the meeting, within eight working hours
  at 2027-03-<at>
  GET /today -> 200 {"rows": <rows>}
| at          | rows |
| 17T14:59:59 | [] |
| 17T15:00:00 | [{"type": "c1", "band": 5, "due": "2027-03-18T15:00:00-04:00"}] |
| 18T15:00:00 | [{"type": "c1", "overdue": false}] |
| 18T15:00:01 | [{"type": "c1", "band": 5, "overdue": true}] |

# P14, E17: what they raised, and what they wrote, as their own page says it.
contact Denise of dube
at 2027-03-18T16:00
as denise
POST /matters {"title": "Les photos sont floues"} -> 201
rule E17: we call before an hour that is still to come, or they have waited
  at 2027-03-<at>
  GET /portal -> 200 {"waiting": [{"text_wait": "<wait>"}]}
| at          | wait                                   |
| 18T16:00:00 | Karim vous appelle avant vendredi 12 h |
| 19T11:59:59 | Karim vous appelle avant 12 h          |
| 19T12:00:00 | attend une réponse depuis 4 h          |
as karim
GET /matters?client_id=$dube -> 200 raised
POST /exchanges {"client_id": dube, "channel": "phone", "direction": "both", "minutes": 5} -> 201 told
POST /matters/$raised.items.1.id/tell {"exchange_id": told} -> 200

# E16: how often they said so, in 90 days of 86,400 seconds.
as karim
POST /clients {"name": "Toujours pressé"} -> 201 hurried
at 2027-03-22T10:00
repeat 2 POST /exchanges {"client_id": hurried, "channel": "sms", "direction": "in", "urgent_said": true, "urgent_reason": "x"} -> 201
rule E16: urgencies are counted over ninety days
  at <at>
  PAGE /c/$hurried -> 200
  <says> "2 urgences en 90 jours"
| at                  | says  |
| 2027-03-22T10:00:00 | has   |
| 2027-06-20T09:59:59 | has   |
| 2027-06-20T10:00:00 | lacks |
cli doctor -> 0

as karim
at 2027-10-04T09:00
POST /clients {"name": "Café Nord"} -> 201 nord
contact Noémie of nord
rule prepared: a question asked on Monday at nine, and our next appointment
  as noemie
  POST /exchanges {"text": "La carte ?"} -> 201 asked
  as karim
  POST /exchanges {"client_id": nord, "channel": "video", "direction": "both", "planned": true, "at": "2027-10-06T10:00"} -> 201 next
| once |
| yes  |
rule conversation 16.1: their message says until when an answer comes, and after that second that it did not
  at 2027-10-04T<at>
  as noemie
  GET /portal -> 200 {"conversation": [{"state": "waiting", "until": "2027-10-04T17:00", "text_state": <text>}]}
| at       | text                                                    |
| 16:59:59 | "Réponse d’ici 17 h."                                   |
| 17:00:00 | "Réponse d’ici 17 h."                                   |
| 17:00:01 | "La réponse était attendue avant 17 h : Karim le sait." |
rule conversation 16.5: another time is proposed until the appointment begins
  at 2027-10-06T<at>
  as noemie
  POST /exchanges/$next.pub/propose {"text": "Plutôt jeudi ?"} -> <answer>
| at       | answer           |
| 09:59:59 | 200              |
| 10:00:00 | 409 already_past |
