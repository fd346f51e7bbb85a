# The picture of a relation: communication and listening, at each of their cut-offs (5.1, R1, R2)
staff Karim, Inès
as claire
POST /clients {"name": "Dubé", "state": "active"} -> 201 dube
contact Denis of dube agrees
check R1a of dube {"state": "N", "sentence": "Aucun mandat n'est en cours"}
check R1c of dube {"state": "N"}
check R2c of dube {"state": "N"}
POST /mandates {"client_id": dube, "title": "Le site", "need": "Un seul site", "need_said_by": "Denis", "how": "Par étapes", "when_due": "2028-06-30", "price_cents": 0} -> 201 site
POST /mandates/$site/start {"override_reason": "essai"} -> 200
# A client to whom somebody spoke on the first day, and one to whom nobody did.
POST /clients {"name": "Muet", "state": "active"} -> 201 mute
POST /mandates {"client_id": mute, "title": "Le site"} -> 201 mutesite
POST /mandates/$mutesite/start {"override_reason": "essai"} -> 200
POST /exchanges {"client_id": dube, "channel": "phone", "direction": "both", "contact_ids": [denis]} -> 201 call
check R1c of dube {"state": "G", "value": 0, "ids": [{"kind": "exchange", "id": call}]}

# R1a: running since the first of March at nine, ten working days are over on Friday the 12th.
rule R1a: ten working days without an agreement ask for care, more hurt
  at 2027-03-<at>
  check R1a of dube {"k": 0, "n": 1, "state": "<state>"}
| at          | state |
| 01T08:00:00 | A     |
| 12T17:00:00 | A     |
| 15T09:00:00 | A     |
| 15T09:00:01 | B     |
POST /terms {"mandate_id": site, "kind": "expectation", "owed_by": "us", "text": "Un site clair"} -> 201 wish
POST /terms {"mandate_id": site, "kind": "rule", "owed_by": "us", "text": "Un point chaque mardi", "why": "On se voit."} -> 201 point
POST /promises {"client_id": dube, "mandate_id": site, "side": "us", "text": "Le plan", "due": "2027-12-01", "source": {"type": "term", "id": wish}} -> 201 plan
POST /writings {"client_id": dube, "kind": "entente", "mandate_id": site, "body": "Notre entente."} -> 201 entente
POST /writings/$entente/send -> 200
GET /writings/$entente -> 200 entente
as denis
POST /writings/$entente.pub/confirm -> 200
as claire
check R1a of dube {"k": 1, "n": 1, "state": "G"}

# R1c: thirty and sixty days of the calendar since somebody spoke, or since the work began.
rule R1c: thirty days, sixty days
  at 2027-<at>
  check R1c of dube {"state": "<spoken>", "value": <days>}
  check R1c of mute {"state": "<unspoken>", "value": null}
| at             | spoken | days | unspoken |
| 03-30T23:59:59 | G      | 29   | U        |
| 03-31T00:00:00 | G      | 30   | A        |
| 03-31T23:59:59 | G      | 30   | A        |
| 04-01T00:00:00 | A      | 31   | A        |
| 04-30T23:59:59 | A      | 60   | A        |
| 05-01T00:00:00 | B      | 61   | B        |

# R1b: what was not written up within eight working hours is late.
at 2027-05-03T11:00
rule ★R1b: eight hours of work after the end
  POST /clients {"name": "Récap $n"} -> 201 one
  repeat 3 POST /exchanges {"client_id": one, "channel": "phone", "direction": "both", "at": "2027-05-03T10:00", "minutes": 60} -> 201
  sql "UPDATE writing SET state = 'sent', sent_at = (SELECT at FROM exchange WHERE recap_id = writing.id) + 3600 + <after> WHERE client_id = (SELECT max(id) FROM client)"
  at 2027-<now>
  check R1b of one {"k": <k>, "n": <n>, "state": "<state>"}
| after | now            | k | n | state |
| 0     | 05-04T10:59:59 | 0 | 0 | U     |
| 0     | 05-04T11:00:00 | 3 | 3 | G     |
| 86400 | 05-04T11:00:00 | 3 | 3 | G     |
| 86401 | 05-04T11:00:00 | 0 | 3 | B     |
rule ★R1b: 80 % and 50 % of at least three meetings
  POST /clients {"name": "Part $n"} -> 201 one
  repeat <in time> POST /exchanges {"client_id": one, "channel": "phone", "direction": "both", "at": "2027-05-03T10:00", "minutes": 10, "subject": "tôt"} -> 201
  repeat <late> POST /exchanges {"client_id": one, "channel": "phone", "direction": "both", "at": "2027-05-03T10:00", "minutes": 10, "subject": "tard"} -> 201
  repeat 1 POST /exchanges {"client_id": one, "channel": "phone", "direction": "both", "at": "2027-05-03T10:00", "minutes": 9} -> 201
  sql "UPDATE writing SET state = 'sent', sent_at = (SELECT at FROM exchange WHERE recap_id = writing.id) + CASE (SELECT subject FROM exchange WHERE recap_id = writing.id) WHEN 'tôt' THEN 3600 ELSE 200000 END WHERE kind = 'recap' AND state = 'draft'"
  check R1b of one {"k": <in time>, "state": "<state>", "would_tell": <tells>}
| in time | late | state | tells                          |
| 0       | 1    | U     | "notez 2 rencontres de plus"   |
| 2       | 0    | U     | "notez 1 rencontre de plus"    |
| 3       | 0    | G     | null                           |
| 4       | 1    | G     | null                           |
| 23      | 6    | A     | null                           |
| 2       | 2    | A     | null                           |
| 24      | 25   | B     | null                           |

# R1d: four messages of a thread in forty hours of work, and nobody speaks in the eight that follow.
at 2027-06-09T17:00:00
rule R1d: the oldest of four at the very beginning of five working days
  POST /clients {"name": "Fil $n"} -> 201 one
  POST /exchanges {"client_id": one, "channel": "email", "direction": "in", "subject": "Le menu", "at": "2027-06-<first>"} -> 201
  repeat 3 POST /exchanges {"client_id": one, "channel": "email", "direction": "out", "subject": "Re: Fw: Le menu", "at": "2027-06-08T15:00"} -> 201 fourth
  check R1d of one {"k": <k>, "n": <n>, "state": "<state>"}
| first       | k | n | state |
| 01T14:59:59 | 0 | 0 | G     |
| 01T15:00:00 | 1 | 1 | A     |
rule R1d: a call within eight working hours, or between the messages, breaks it
  POST /clients {"name": "Appel $n"} -> 201 one
  repeat 3 POST /exchanges {"client_id": one, "channel": "sms", "direction": "out", "subject": "Le menu", "at": "2027-06-07T10:00"} -> 201
  POST /exchanges {"client_id": one, "channel": "email", "direction": "in", "subject": "Le menu", "at": "2027-06-08T10:00"} -> 201 fourth
  POST /exchanges {"client_id": one, "channel": "<channel>", "direction": "both", "at": "2027-06-<at>"} -> 201
  check R1d of one {"k": <k>, "n": 1, "state": "<state>", "ids": [{"kind": "exchange", "id": fourth}]}
| channel | at          | k | state |
| phone   | 09T10:00:00 | 0 | G     |
| phone   | 09T10:00:01 | 1 | A     |
| phone   | 07T12:00:00 | 0 | G     |
| phone   | 07T09:59:59 | 1 | A     |
| letter  | 09T10:00:00 | 1 | A     |
rule R1d: not before these eight hours are over
  at 2027-06-<at>
  POST /clients {"name": "Encore $n"} -> 201 one
  repeat 4 POST /exchanges {"client_id": one, "channel": "email", "direction": "in", "subject": "Le menu", "at": "2027-06-10T10:00"} -> 201
  check R1d of one {"k": <k>, "n": 1, "state": "<state>"}
| at          | k | state |
| 11T09:59:59 | 0 | G     |
| 11T10:00:00 | 1 | A     |
rule R1d: none, one or two, three; fewer than four messages say nothing
  POST /clients {"name": "Fils $n"} -> 201 one
  repeat <written> POST /exchanges {"client_id": one, "channel": "email", "direction": "in", "subject": "seul $n", "at": "2027-06-08T10:00"} -> 201
  repeat <one> POST /exchanges {"client_id": one, "channel": "email", "direction": "in", "subject": "Un", "at": "2027-06-08T10:00"} -> 201
  repeat <two> POST /exchanges {"client_id": one, "channel": "email", "direction": "in", "subject": "Deux", "at": "2027-06-08T10:00"} -> 201
  repeat <three> POST /exchanges {"client_id": one, "channel": "email", "direction": "in", "subject": "Trois", "at": "2027-06-08T10:00"} -> 201
  check R1d of one {"state": "<state>"}
| written | one | two | three | state |
| 3       | 0   | 0   | 0     | N     |
| 4       | 0   | 0   | 0     | G     |
| 0       | 4   | 0   | 0     | A     |
| 0       | 4   | 4   | 0     | A     |
| 0       | 4   | 4   | 3     | A     |
| 0       | 4   | 4   | 4     | B     |

# R1e: who begins; an answer, the same subject again, and what both began are none.
rule R1.1: R1e, between 20 % and 80 % of at least ten subjects
  POST /clients {"name": "Sujets $n"} -> 201 one
  repeat <theirs> POST /exchanges {"client_id": one, "channel": "email", "direction": "in", "subject": "leur $n"} -> 201 mail
  repeat <ours> POST /exchanges {"client_id": one, "channel": "phone", "direction": "out", "subject": "notre $n"} -> 201
  POST /exchanges {"client_id": one, "channel": "email", "direction": "out", "subject": "Re: leur 1"} -> 201
  POST /exchanges {"client_id": one, "channel": "email", "direction": "out", "in_reply_to_id": mail, "subject": "réponse"} -> 201
  POST /exchanges {"client_id": one, "channel": "phone", "direction": "both", "subject": "ensemble"} -> 201 talk
  POST /exchanges {"client_id": one, "channel": "email", "direction": "out", "in_reply_to_id": talk, "subject": "suite"} -> 201
  check R1e of one {"k": <theirs>, "state": "<state>"}
| theirs | ours | state |
| 1      | 8    | U     |
| 5      | 4    | U     |
| 1      | 11   | A     |
| 2      | 8    | G     |
| 2      | 9    | A     |
| 8      | 2    | G     |
| 9      | 2    | A     |
rule R1.1: the sentence says which way it leans
  POST /clients {"name": "Penche $n"} -> 201 one
  repeat <theirs> POST /exchanges {"client_id": one, "channel": "email", "direction": "in", "subject": "leur $n"} -> 201
  repeat <ours> POST /exchanges {"client_id": one, "channel": "email", "direction": "out", "subject": "notre $n"} -> 201
  check R1e of one {"sentence": "<says>"}
| theirs | ours | says                                                                            |
| 1      | 11   | C'est presque toujours nous qui commençons ; sujets venus d'eux : 1 sur 12 (8 %)   |
| 11     | 1    | C'est presque toujours eux qui commencent ; sujets venus d'eux : 11 sur 12 (92 %)  |
| 6      | 6    | Sujets venus d'eux : 6 sur 12 (50 %)                                             |

# R2a: recaps whose time to be answered is over.
at 2027-06-28T10:00
rule ★R2a: 67 % and 34 % of at least three, understood and answered
  POST /clients {"name": "Compris $n"} -> 201 one
  repeat <confirmed> POST /writings {"client_id": one, "kind": "recap", "body": "c", "understood": {"facts": ["Vu."], "emotions": []}} -> 201
  repeat <corrected> POST /writings {"client_id": one, "kind": "recap", "body": "k", "understood": {"facts": ["Vu."], "emotions": []}} -> 201
  repeat <tacit> POST /writings {"client_id": one, "kind": "recap", "body": "t", "understood": {"facts": [], "emotions": ["serein"]}} -> 201
  repeat <empty> POST /writings {"client_id": one, "kind": "recap", "body": "c", "next": "La suite."} -> 201
  repeat <silent> POST /writings {"client_id": one, "kind": "recap", "body": "u", "understood": {"facts": ["Vu."], "emotions": []}} -> 201
  sql "UPDATE writing SET sent_at = 1812800000, answered_at = 1812803600, state = CASE body WHEN 'c' THEN 'confirmed' WHEN 'k' THEN 'corrected' WHEN 't' THEN 'tacit' ELSE 'unanswered' END WHERE body IN ('c', 'k', 't', 'u') AND state = 'draft'"
  check R2a of one {"state": "<state>", "sentence": "Compris et validés : <says>"}
| confirmed | corrected | tacit | empty | silent | state | says                                           |
| 2         | 1         | 1     | 1     | 0      | G     | 4 sur 5 (2 confirmés, 1 corrigé, 1 tacite)      |
| 2         | 0         | 0     | 0     | 0      | U     | 2 sur 2 (2 confirmés)                          |
| 3         | 0         | 0     | 0     | 0      | G     | 3 sur 3 (3 confirmés)                          |
| 2         | 0         | 0     | 0     | 1      | A     | 2 sur 3 (2 confirmés)                          |
| 21        | 0         | 0     | 0     | 10     | G     | 21 sur 31 (21 confirmés)                       |
| 0         | 2         | 2     | 4     | 4      | B     | 4 sur 12 (2 corrigés, 2 tacites)               |
| 1         | 0         | 0     | 1     | 1      | B     | 1 sur 3 (1 confirmé)                           |
| 11        | 0         | 0     | 0     | 21     | A     | 11 sur 32 (11 confirmés)                       |
rule R2a: not before silence would have an end
  POST /clients {"name": "Fenêtre $n"} -> 201 one
  repeat 3 POST /writings {"client_id": one, "kind": "recap", "body": "f", "understood": {"facts": ["Vu."], "emotions": []}} -> 201
  sql "UPDATE writing SET sent_at = 1814191200, answered_at = 1814194800, state = 'confirmed' WHERE body = 'f'"
  at 2027-07-<at>
  check R2a of one {"n": <n>, "state": "<state>"}
| at          | n | state |
| 05T09:59:59 | 0 | U     |
| 05T10:00:00 | 3 | G     |

# R2b: somebody else takes notes, or no devices, in the meetings that were planned.
rule R2b: half of at least three planned meetings
  POST /clients {"name": "Écoute $n"} -> 201 one
  repeat <notes> POST /exchanges {"client_id": one, "channel": "in_person", "direction": "both", "planned": true, "at": "2027-07-02T10:00", "minutes": 60, "our_person_id": karim, "aid_notetaker_id": ines} -> 201
  repeat <off> POST /exchanges {"client_id": one, "channel": "in_person", "direction": "both", "planned": true, "at": "2027-07-02T10:00", "minutes": 60, "aid_no_devices": true} -> 201
  repeat <self> POST /exchanges {"client_id": one, "channel": "in_person", "direction": "both", "planned": true, "at": "2027-07-02T10:00", "minutes": 60, "our_person_id": karim, "aid_notetaker_id": karim} -> 201
  repeat 3 POST /exchanges {"client_id": one, "channel": "phone", "direction": "both", "at": "2027-07-02T10:00", "minutes": 60} -> 201
  check R2b of one {"state": "<state>"}
| notes | off | self | state |
| 1     | 1   | 0    | U     |
| 1     | 1   | 1    | G     |
| 1     | 1   | 2    | G     |
| 24    | 0   | 25   | A     |
| 0     | 0   | 3    | A     |

# R2c: twenty-one days, or three times their usual gap; twice that hurts.  Five gaps are needed.
as claire
POST /clients {"name": "Rapide", "state": "active"} -> 201 fast
POST /clients {"name": "Lent", "state": "active"} -> 201 slow
POST /clients {"name": "Rare", "state": "active"} -> 201 rare
rule R2c: prepared
  POST /mandates {"client_id": <who>, "title": "Le site"} -> 201 job
  POST /mandates/$job/start {"override_reason": "essai"} -> 200
  POST /exchanges {"client_id": <who>, "channel": "email", "direction": "in", "at": "2027-<one>"} -> 201
  POST /exchanges {"client_id": <who>, "channel": "email", "direction": "in", "at": "2027-<two>"} -> 201
  POST /exchanges {"client_id": <who>, "channel": "email", "direction": "in", "at": "2027-<three>"} -> 201
  POST /exchanges {"client_id": <who>, "channel": "email", "direction": "in", "at": "2027-<four>"} -> 201
  POST /exchanges {"client_id": <who>, "channel": "email", "direction": "in", "at": "2027-<five>"} -> 201
  repeat <more> POST /exchanges {"client_id": <who>, "channel": "email", "direction": "in", "at": "2027-07-01T10:00"} -> 201
| who  | one         | two         | three       | four        | five        | more |
| fast | 06-06T10:00 | 06-11T10:00 | 06-16T10:00 | 06-21T10:00 | 06-26T10:00 | 1    |
| slow | 05-12T10:00 | 05-22T10:00 | 06-01T10:00 | 06-11T10:00 | 06-21T10:00 | 1    |
| rare | 06-06T10:00 | 06-11T10:00 | 06-16T10:00 | 06-21T10:00 | 06-26T10:00 | 0    |
check R2c of rare {"state": "U", "would_tell": "1 message d'eux de plus"}
rule R2.2: silent for twenty-one days, or three times ten
  at 2027-<at>
  check R2c of fast {"state": "<fast>", "value": <days>}
  check R2c of slow {"state": "<slow>"}
  check R2c of rare {"state": "U"}
| at             | days | fast | slow |
| 07-22T23:59:59 | 21   | G    | G    |
| 07-23T00:00:00 | 22   | A    | G    |
| 07-31T23:59:59 | 30   | A    | G    |
| 08-01T00:00:00 | 31   | A    | A    |
| 08-12T23:59:59 | 42   | A    | A    |
| 08-13T00:00:00 | 43   | B    | A    |
| 08-30T23:59:59 | 60   | B    | A    |
| 08-31T00:00:00 | 61   | B    | B    |
check R2c of fast {"sentence": "Entendus il y a 61 jours ; d'habitude tous les 5 jours"}

# R2d: what they corrected is sent again within eight hours of work.
rule R2d: sent again in time, late, not yet
  at 2027-09-06T10:00:00
  POST /clients {"name": "Corrigé $n"} -> 201 one
  POST /people {"name": "Marie", "email": "marie$n@client.example", "role": "contact", "client_id": one} -> 201 marie
  POST /exchanges {"client_id": one, "channel": "phone", "direction": "both", "contact_ids": [marie]} -> 201 call
  POST /writings {"client_id": one, "kind": "recap", "body": "Vu.", "understood": {"facts": ["Vu."], "emotions": []}} -> 201 recap
  POST /writings/$recap/send {"by_hand": true} -> 200
  check R2d of one {"state": "N"}
  POST /writings/$recap/correct {"exchange_id": call, "contact_id": marie, "text": "Le 12."} -> 200
  check R2d of one {"state": "N"}
| once |
| so   |
GET /writings?state=draft -> 200 drafts
rule R2d: eight hours of work
  at 2027-09-<at>
  sql "UPDATE writing SET sent_at = nullif(<sent>, 0), state = 'draft' WHERE version = 2"
  check R2d of <whom> {"state": "<state>"}
| at          | sent       | whom | state |
| 07T10:00:00 | 0          | one  | N     |
| 07T10:00:01 | 0          | one  | B     |
| 07T10:00:02 | 1820325600 | one  | G     |
| 07T10:00:03 | 1820325601 | one  | A     |

# R1a: an agreement is to be gone through again after 180 days.
rule R1a: 180 days of 86,400 seconds after it was agreed
  at 2027-09-<at>
  check R1a of dube {"k": <k>, "n": 1, "state": "<state>"}
| at          | k | state |
| 11T09:00:00 | 1 | G     |
| 11T09:00:01 | 0 | A     |
POST /mandates/$site/review_entente -> 200
check R1a of dube {"state": "G"}

# A recap that they corrected counts once, whatever becomes of its next version.
rule R2.1: the next version of what was corrected is the same recap
  at 2027-10-<at>
  POST /exchanges {"client_id": dube, "channel": "phone", "direction": "both", "at": "2027-10-04T09:00", "contact_ids": [denis]} -> 201 call
  POST /writings {"client_id": dube, "kind": "recap", "about": {"type": "exchange", "id": call}, "body": "Vu.", "understood": {"facts": ["Vu."], "emotions": []}} -> 201 one
  POST /writings/$one/send -> 200
  POST /writings/$one/correct {"exchange_id": call, "contact_id": denis, "text": "Le 12."} -> 200
  GET /writings?state=draft&client_id=$dube -> 200 next
  POST /writings/$next.items.0.id/send -> 200
  POST /writings/$next.items.0.id/confirm {"exchange_id": call, "contact_id": denis} -> 200
| at          |
| 04T10:00:00 |
at 2027-10-20T10:00
check R2a of dube {"k": 1, "n": 1, "sentence": "Compris et validés : 1 sur 1 (1 corrigé)"}
