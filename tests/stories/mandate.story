# R1.2, R5.3, R5.4, E19: a mandate, from the need to what it was worth
staff Karim, Inès
as karim
POST /clients {"name": "Éditions Nord", "state": "active"} -> 201 nord
contact Ella of nord agrees
contact Otto of nord
POST /mandates {"client_id": nord, "title": "Le lancement"} -> 201 work {"state": "draft", "need": null, "clocks": []}
POST /exchanges {"client_id": nord, "channel": "phone", "direction": "both"} -> 201 call
POST /exchanges {"client_id": nord, "channel": "email", "direction": "in", "needs_reply": false} -> 201 mail

# The need is theirs: confirmed by somebody who may, by voice or on their page.
POST /mandates/$work/confirm_need {"exchange_id": call, "contact_id": ella} -> 409 need_missing
PATCH /mandates/$work {"need": "Vendre mille livres", "need_said_by": "Ella"} -> 200
POST /mandates/$work/confirm_need -> 422 {"fields": {"exchange_id": "missing", "contact_id": "missing"}}
POST /mandates/$work/confirm_need {"exchange_id": call, "contact_id": otto} -> 409 cannot_agree
POST /mandates/$work/confirm_need {"exchange_id": call, "contact_id": karim} -> 422 {"fields": {"contact_id": "bad_ref"}}
POST /mandates/$work/confirm_need {"exchange_id": mail, "contact_id": ella} -> 409 not_voice
POST /mandates/$work/start -> 409 need_not_confirmed {"also": ["entente_not_agreed"]}
has "le besoin n'est pas encore confirmé par le client"
POST /mandates/$work/confirm_need {"exchange_id": call, "contact_id": ella} -> 200 {"record": {"need_confirmed_at": "2027-03-01T08:00"}}
PATCH /mandates/$work {"need": "Vendre deux mille livres"} -> 200 {"need_confirmed_at": null}
as otto
POST /mandates/$work.pub/confirm_need -> 409 cannot_agree
as ella
POST /mandates/$work.pub/confirm_need {"exchange_id": 1} -> 422
POST /mandates/$work.pub/confirm_need -> 200 {"record": {"need_confirmed_at": "2027-03-01T08:00"}}

# It starts on an agreed entente; a lead may start without, and says why.
as karim
POST /mandates/$work/start -> 409 entente_not_agreed
POST /mandates/$work/start {"override_reason": "c'est urgent"} -> 403 lead_only
POST /mandates/$work/review_entente -> 409 entente_not_agreed
POST /mandates/$work/deliver -> 409 wrong_state
POST /mandates/$work/set_result {"result": "reached", "exchange_id": call} -> 409 not_delivered
as claire
POST /mandates/$work/start {"override_reason": "parole donnée en 2026"} -> 200 {"record": {"state": "running", "started_on": "2027-03-01", "entente_id": null}}
GET /audit?record=mandate:$work&action=start -> 200 {"items": [{"reason": "parole donnée en 2026"}, any], "next": null}
POST /mandates/$work/start -> 409 wrong_state

# Looked at again every 180 days, from the agreement or the last look.
as karim
PATCH /mandates/$work {"how": "Par étapes", "when_due": "2027-12-15", "price_cents": 100000} -> 200
POST /terms {"mandate_id": work, "kind": "expectation", "owed_by": "us", "text": "Un dossier"} -> 201 wish
POST /terms {"mandate_id": work, "kind": "rule", "owed_by": "us", "text": "Un point chaque mardi", "why": "Rien ne se perd."} -> 201
POST /promises {"client_id": nord, "mandate_id": work, "side": "us", "text": "Le dossier", "due": "2027-03-19", "deliverable": true, "source": {"type": "term", "id": wish}} -> 201 file
POST /promises {"client_id": nord, "mandate_id": work, "side": "us", "text": "Le bilan", "due": "2027-03-19"} -> 201
POST /writings {"client_id": nord, "mandate_id": work, "kind": "entente", "body": "Notre entente."} -> 201 paper
POST /writings/$paper/send -> 200
at 2027-03-02T10:00
as ella
POST /writings/$paper.pub/confirm -> 200
as karim
GET /mandates/$work -> 200 {"entente_id": paper, "clocks": [{"type": "d4", "starts_at": "2027-08-29T11:00", "due": "2027-08-29T11:00"}]}
at 2027-03-10T10:00
POST /mandates/$work/review_entente -> 200 {"record": {"clocks": [{"type": "e7"}, {"type": "d4", "starts_at": "2027-09-06T11:00"}]}}

# Delivered once nothing to deliver is open.
POST /mandates/$work/deliver -> 409 deliverables_open {"promises": [file]}
POST /promises/$file/done -> 200
POST /mandates/$work/deliver -> 200 {"record": {"state": "delivered", "delivered_on": "2027-03-10", "clocks": [
  {"type": "e5", "sub": "ideas", "starts_at": "2027-03-10T10:00", "due": "2027-03-24T23:59:59-04:00", "stopped_at": null},
  {"type": "d1", "sub": "mandate", "starts_at": "2027-03-17T10:00", "due": "2027-03-17T10:00"}]}}
# On their page: their need, in their words, and what it was worth.
as ella
PAGE /p -> 200
has "Avons-nous répondu à votre besoin ?"
has "Vendre deux mille livres"
as karim
at 2027-03-17T09:59
GET /today -> 200 as before
lacks "d1"
at 2027-03-17T10:00
GET /today -> 200
has "d1"
POST /writings {"client_id": nord, "mandate_id": work, "kind": "ideas", "body": "Trois idées."} -> 201 gift
POST /writings/$gift/send -> 200
GET /mandates/$work -> 200 {"clocks": [{"type": "e5", "stopped_at": "2027-03-17T10:00"}, {"type": "d1"}]}

# Closed by two facts, in either order; both are the client's.
POST /mandates/$work/set_result {"result": "reached"} -> 422 {"fields": {"exchange_id": "missing"}}
POST /mandates/$work/set_result {"result": "reached", "exchange_id": mail} -> 409 not_voice
as ella
POST /mandates/$work.pub/set_result {"result": "partly"} -> 200 {"record": {"state": "delivered", "result": "partly"}}
POST /ratings {"about": "mandate", "about_id": "$work.pub", "value": 4} -> 201
GET /mandates/$work.pub -> 200 {"state": "closed", "result": "partly"}
as karim
GET /mandates/$work -> 200 {"closed_on": "2027-03-17", "closed_without_answer": false, "clocks": [{"type": "e5"}]}

# Twenty working days without an answer: closed, and counted as unknown.
POST /mandates {"client_id": nord, "title": "Le suivi", "need": "Un bilan"} -> 201 next
as claire
POST /mandates/$next/start {"override_reason": "la suite"} -> 200
as ella
# Nothing is delivered yet: it is worth what it will be.
POST /ratings {"about": "mandate", "about_id": "$next.pub", "value": 3} -> 409 not_delivered
as karim
at 2027-03-18T10:00
POST /mandates/$next/deliver -> 200
as ella
GET /portal -> 200 {"waits_for_you": [{"text": "Que vaut ce travail pour vous ?"}, {"text": "Avons-nous répondu à votre besoin ?"}]}
as karim
at 2027-04-15T09:59
GET /mandates/$next -> 200 {"state": "delivered"}
at 2027-04-15T10:00
GET /mandates/$next -> 200 {"state": "closed", "closed_on": "2027-04-15", "closed_without_answer": true, "result": null}
# An answer that comes late is an answer.
at 2027-04-20T10:00
as ella
POST /ratings {"about": "mandate", "about_id": "$next.pub", "value": 5} -> 201
POST /mandates/$next.pub/set_result {"result": "reached"} -> 200 {"record": {"state": "closed"}}
as karim
GET /mandates/$next -> 200 {"closed_on": "2027-04-15", "closed_without_answer": false}

# Twice a year, one question about trust.
at 2027-08-30T07:59
as ella
GET /portal -> 200
lacks "croire sur parole"
at 2027-08-30T09:00
GET /portal -> 200 {"waits_for_you": [{"kind": "rating", "text": "Pouvez-vous nous croire sur parole ?"}]}
POST /ratings {"about": "trust", "value": 5} -> 201
GET /portal -> 200 {"waits_for_you": []}
as karim

# One person in charge: every row follows.
POST /mandates {"client_id": nord, "title": "Encore", "need": "Plus"} -> 201 third
POST /matters {"client_id": nord, "mandate_id": third, "title": "Un souci"} -> 201
POST /mandates/$third/hand_over {"responsible_id": ines, "reason": "vacances"} -> 200 {"record": {"responsible": "Inès"}}
as ines
GET /today -> 200 {"rows": [{"type": "a1"}, {"key": "c17:mandate:$third"}, {"type": "e8"}]}
cli doctor -> 0
