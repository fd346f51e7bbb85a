# 3.2, 8.2, F5-6: silence is an agreement when all five conditions hold, and a call otherwise
staff Karim
as karim
POST /clients {"name": "Tout y est"} -> 201 full
POST /clients {"name": "Sans règle"} -> 201 norule
POST /clients {"name": "Jamais ouvert"} -> 201 unopened
POST /clients {"name": "Jamais rappelé"} -> 201 unreminded
POST /clients {"name": "Nouveau devoir"} -> 201 duty
POST /clients {"name": "Vu tard"} -> 201 late
contact Fanny of full agrees
contact Nora of norule agrees
contact Una of unopened agrees
contact Rémi of unreminded agrees
contact Dora of duty agrees
contact Luc of late agrees

# The rule: offered in writing, accepted by one who may; only then does silence count.
POST /writings {"client_id": full, "kind": "silence_rule", "body": "Si je ne réponds pas…"} -> 201 rule1
POST /writings {"client_id": unopened, "kind": "silence_rule", "body": "Si je ne réponds pas…"} -> 201 rule2
POST /writings {"client_id": unreminded, "kind": "silence_rule", "body": "Si je ne réponds pas…"} -> 201 rule3
POST /writings {"client_id": duty, "kind": "silence_rule", "body": "Si je ne réponds pas…"} -> 201 rule4
POST /writings {"client_id": late, "kind": "silence_rule", "body": "Si je ne réponds pas…"} -> 201 rule5
POST /writings/$rule1/send -> 200 {"record": {"explicit_only": true, "explicit_why": ["kind"], "tacit_due": null}}
POST /writings/$rule2/send -> 200
POST /writings/$rule3/send -> 200
POST /writings/$rule4/send -> 200
POST /writings/$rule5/send -> 200
GET /clients/$full -> 200 {"silence_rule": "offered", "silence_rule_at": null}
as fanny
POST /writings/$rule1.pub/confirm -> 200
as una
POST /writings/$rule2.pub/confirm -> 200
as remi
POST /writings/$rule3.pub/confirm -> 200
as dora
POST /writings/$rule4.pub/confirm -> 200
as luc
POST /writings/$rule5.pub/confirm -> 200
as karim
GET /clients/$full -> 200 {"silence_rule": "accepted", "silence_rule_at": "2027-03-01T08:00", "silence_rule_by": fanny}
# Who accepted it knows themselves; to the others they are no record that could be opened.
contact Félix of full
as fanny
GET /clients/$full.pub -> 200 {"silence_rule": "accepted", "silence_rule_by": any}
as felix
GET /clients/$full.pub -> 200 {"silence_rule": "accepted", "silence_rule_by": null}
as karim

# The same recap to each, on Thursday at one; one of them asks something of the client.
at 2027-03-04T13:00
POST /promises {"client_id": duty, "side": "client", "text": "Relire", "due": "2027-03-20"} -> 201 theirs
POST /writings {"client_id": full, "kind": "recap", "understood": "a"} -> 201 w1 {"first_line": "Sans réponse de votre part, ce récapitulatif vaudra accord le jeudi 11 mars à 13 h. Vous pourrez encore le rouvrir jusqu'au 25 mars."}
POST /writings {"client_id": norule, "kind": "recap", "understood": "a"} -> 201 w2
POST /writings {"client_id": unopened, "kind": "recap", "understood": "a"} -> 201 w3
POST /writings {"client_id": unreminded, "kind": "recap", "understood": "a"} -> 201 w4
POST /writings {"client_id": duty, "kind": "recap", "understood": "a", "promise_ids": [theirs]} -> 201 w5
POST /writings {"client_id": late, "kind": "recap", "understood": "a"} -> 201 w6
POST /writings/$w1/send -> 200 {"record": {"tacit_due": "2027-03-11T13:00", "remind_due": "2027-03-09T13:00"}}
POST /writings/$w2/send -> 200 {"record": {"tacit_due": null, "first_line": "Dites-nous si c'est bien cela. Sans réponse, nous vous appellerons : votre silence ne vaut pas accord."}}
POST /writings/$w3/send -> 200
POST /writings/$w4/send -> 200
POST /writings/$w5/send -> 200 {"record": {"explicit_only": true, "explicit_why": ["new_duty"], "first_line": "Dites-nous …"}}
POST /writings/$w6/send -> 200

# What its first line says holds, whatever the settings become; what is sent later goes by the new ones.
as claire
PATCH /settings {"tacit_wd": 3, "tacit_min_seen_wd": 1} -> 200
GET /writings/$w1 -> 200 {"tacit_due": "2027-03-11T13:00"}
PATCH /settings {"tacit_wd": 5, "tacit_min_seen_wd": 2} -> 200

# Withdrawn now, the rule still holds for what was sent under it.
as luc
POST /clients/$w6.pub/withdraw_silence_rule -> 404
as fanny
GET /clients -> 200 own
POST /clients/$own.items.0.id/withdraw_silence_rule -> 200 {"record": {"silence_rule": "withdrawn"}}
GET /writings/$w1.pub -> 200 {"first_line": "Sans réponse …"}
as nora
GET /writings/$w2.pub -> 200
as remi
GET /writings/$w4.pub -> 200
as dora
GET /writings/$w5.pub -> 200

# After three working days: a reminder row; their own page reminds them, once.
at 2027-03-09T12:59
as fanny
GET /portal -> 200
as karim
GET /writings/$w1 -> 200 {"reminded_at": null}
at 2027-03-09T13:00
GET /today -> 200 {"rows": [{"type": "c2", "sub": "remind"}, ...]}
as fanny
GET /portal -> 200
as nora
GET /portal -> 200
as una
GET /portal -> 200
as dora
GET /portal -> 200
as luc
GET /portal -> 200
as karim
GET /writings/$w1 -> 200 {"reminded_at": "2027-03-09T13:00", "clocks": [{"type": "c2", "sub": "remind", "stopped_at": "2027-03-09T13:00"}]}
at 2027-03-10T16:00
as luc
GET /writings/$w6.pub -> 200 {"first_line": "Sans réponse de votre part, ce récapitulatif vaudra accord le vendredi 12 mars à 16 h…"}

# One second before, all wait; then each goes its way, at its own instant.
at 2027-03-11T12:59
as karim
GET /writings?state=sent -> 200 {"items": [{"id": w1}, {"id": w2}, {"id": w3}, {"id": w4}, {"id": w5}, {"id": w6}]}
at 2027-03-12T09:00
GET /writings/$w1 -> 200 {"state": "tacit", "answered_at": "2027-03-11T13:00", "answered_by": null, "reopen_until": "2027-03-25T13:00",
  "first_line": "…jeudi 11 mars…13 h…25 mars."}
GET /writings/$w2 -> 200 {"state": "unanswered", "answered_at": null, "clocks": [{"sub": "remind"}, {"type": "c2", "sub": "call", "starts_at": "2027-03-11T13:00", "stopped_at": null}]}
GET /writings/$w3 -> 200 {"state": "unanswered"}
GET /writings/$w4 -> 200 {"state": "unanswered"}
GET /writings/$w5 -> 200 {"state": "unanswered"}
GET /writings/$w6 -> 200 {"state": "sent"}
as claire
GET /audit?record=writing:$w1&action=tacit -> 200 {"items": [{"at": "2027-03-11T13:00", "who": null, "rule": "F5-6", "field": "state"}]}
GET /audit?record=writing:$w3&action=unanswered -> 200 {"items": [{"at": "2027-03-11T13:00", "who": null}]}
GET /audit?record=writing:$w3&action=tacit -> 200 {"items": []}
# Opening it later revives nothing; it can still be confirmed, and the call is done.
as una
GET /writings/$w3.pub -> 200 {"state": "unanswered"}
at 2027-03-12T16:00
as karim
GET /writings/$w3 -> 200 {"state": "unanswered"}
GET /writings/$w6 -> 200 {"state": "tacit", "answered_at": "2027-03-12T16:00"}
as una
POST /writings/$w3.pub/confirm -> 200
as karim
GET /writings/$w3 -> 200 {"state": "confirmed", "clocks": [{"sub": "remind"}, {"sub": "call", "stopped_at": "2027-03-12T16:00"}]}

# A tacit agreement can be reopened for ten working days, not a second longer.
at 2027-03-25T13:00
as fanny
POST /writings/$w1.pub/correct {"text": "Finalement en juillet."} -> 200 {"record": {"state": "corrected"}}
at 2027-03-26T16:01
as luc
POST /writings/$w6.pub/correct {"text": "Trop tard."} -> 409 reopen_closed

# Switched on, a letter reminds them, at its hour; it agrees to nothing by itself.
as claire
PATCH /settings {"mail_reminders": true} -> 200
as karim
at 2027-04-01T13:00
POST /writings {"client_id": late, "kind": "recap", "understood": "b"} -> 201 mailed
POST /writings/$mailed/send -> 200
# Nor does it ever say that a problem was understood (P5): here all else would be there.
POST /matters {"client_id": late, "title": "La teinte", "cause": "client"} -> 201 tint
POST /exchanges {"client_id": late, "channel": "phone", "direction": "both", "minutes": 5} -> 201 call
POST /matters/$tint/tell {"exchange_id": call} -> 200
POST /writings {"client_id": late, "kind": "problem", "about": {"type": "matter", "id": tint}, "understood": {"facts": ["La teinte déçoit."], "emotions": ["déçu"]}} -> 201 note
POST /writings/$note/send -> 200 {"record": {"explicit_why": ["kind"], "tacit_due": null}}
POST /writings {"client_id": late, "kind": "recap", "understood": "c"} -> 201 beside
POST /writings/$beside/send -> 200
as luc
GET /writings/$note.pub -> 200
GET /writings/$beside.pub -> 200
as karim
at 2027-04-06T13:00
GET /writings/$mailed -> 200 {"reminded_at": "2027-04-06T13:00", "state": "sent"}
at 2027-04-08T13:00
GET /writings/$mailed -> 200 {"state": "unanswered"}
GET /writings/$beside -> 200 {"state": "tacit"}
GET /writings/$note -> 200 {"state": "unanswered", "seen_at": "2027-04-01T13:00", "reminded_at": "2027-04-06T13:00"}
GET /matters/$tint -> 200 {"state": "told"}
cli doctor -> 0
cli audit verify -> 0 "ok"

# A reminder that is refused says nothing of what was given by hand: no letter of that failed.
as claire
at 2027-04-12T13:00
POST /test/letter {"to": "luc@client.example", "answer": "550"} -> 200
as karim
POST /writings {"client_id": late, "kind": "recap", "understood": "d"} -> 201 hand
POST /writings/$hand/send {"by_hand": true} -> 200
at 2027-04-16T13:00
GET /writings/$hand -> 200 {"state": "sent", "reminded_at": null}
lacks "c16"
GET /today -> 200
lacks "c16"
cli doctor -> 0
