# R1.2, R1.3, T7, T8, T9, T20, F4, F5-6, 8.2: what is agreed, and what only a yes agrees
staff Karim
as karim
POST /clients {"name": "Girard"} -> 201 girard
contact Anne of girard agrees
POST /writings {"client_id": girard, "kind": "silence_rule", "body": "Si je ne réponds pas…"} -> 201 rule
POST /writings/$rule/send -> 200
as anne
POST /writings/$rule.pub/confirm -> 200
as karim

# Every guard in its order, with the page where it is mended.
POST /mandates {"client_id": girard, "title": "Migration"} -> 201 work
POST /writings {"client_id": girard, "kind": "entente", "mandate_id": work, "body": "Notre entente."} -> 201 v1
  {"version": 1, "parent_id": null, "mandate_id": work, "term_ids": [], "promise_ids": [], "snapshot": null, "last_line": any}
POST /writings/$v1/send -> 409 need_missing {"where": "/mandat/$work#need",
  "also": ["how_missing", "when_missing", "price_missing", "expectation_missing", "frame_missing"]}
PATCH /mandates/$work {"need": "Un seul outil.", "how": "Par étapes.", "when_due": "2027-06-30"} -> 200
POST /writings/$v1/send -> 409 price_missing
has "à quel prix"
PATCH /mandates/$work {"price_cents": 0} -> 200
POST /writings/$v1/send -> 409 expectation_missing {"also": ["frame_missing"]}
POST /terms {"mandate_id": work, "kind": "expectation", "owed_by": "us", "text": "L'outil remplace l'ancien"} -> 201 wish
PATCH /writings/$v1 {"term_ids": [wish]} -> 200
POST /writings/$v1/send -> 409 milestone_missing {"terms": [wish], "also": ["frame_missing"]}
POST /promises {"client_id": girard, "mandate_id": work, "side": "us", "text": "Livrer le plan", "due": "2027-04-15", "source": {"type": "term", "id": wish}} -> 201 plan
POST /writings/$v1/send -> 409 frame_missing
has "et le cadre ?"
POST /terms {"mandate_id": work, "kind": "rule", "owed_by": "us", "text": "Un point chaque mardi"} -> 201 point
POST /terms {"mandate_id": work, "kind": "condition", "owed_by": "us", "text": "Un environnement d'essai", "why": "Sans lui, on casse.", "clarity": "fuzzy"} -> 201 fog
PATCH /writings/$v1 {"term_ids": [wish, point, fog]} -> 200
POST /writings/$v1/send -> 409 why_missing {"terms": [point], "also": ["unclear_terms"]}
PATCH /terms/$point {"why": "On se voit."} -> 200
POST /writings/$v1/send -> 409 unclear_terms {"terms": [fog]}
PATCH /writings/$v1 {"to_clarify_ids": [fog]} -> 200
POST /mandates {"client_id": girard, "title": "Autre chose"} -> 201 aside
POST /terms {"mandate_id": aside, "kind": "rule", "owed_by": "us", "text": "D'un autre mandat"} -> 201 foreign
PATCH /writings/$v1 {"term_ids": [wish, foreign]} -> 422 invalid {"fields": {"term_ids": "bad_ref"}}
# What is dropped meanwhile is no part of it.
POST /terms {"mandate_id": work, "kind": "rule", "owed_by": "client", "text": "Une salle calme"} -> 201 room
PATCH /writings/$v1 {"term_ids": [wish, point, fog, room]} -> 200
POST /writings/$v1/send -> 409 why_missing {"terms": [room]}
POST /terms/$room/drop -> 200
as claire
POST /terms {"kind": "condition", "owed_by": "client", "text": "Un décideur désigné", "why": "Sinon rien ne se tranche."} -> 201 shelf
as karim
POST /writings/$v1/send -> 409 library_not_considered {"terms": [shelf]}
POST /mandates/$work/consider {"library_id": shelf, "answer": "not_needed"} -> 200

# Sent: its milestones are part of it; told and proposed; what it fixed stays.
POST /writings/$v1/send -> 200 v1 {"record": {"state": "sent", "explicit_only": false, "explicit_why": [], "promise_ids": [plan],
  "snapshot": {"need": "Un seul outil.", "how": "Par étapes.", "when_due": "2027-06-30", "price_cents": 0, "currency": "CAD",
   "terms": [{"id": wish, "kind": "expectation", "owed_by": "us", "text": "L'outil remplace l'ancien", "why": null, "needed_by": null, "lead_wd": null, "quota": null},
    {"id": point}, {"id": fog}], "promises": [{"id": plan, "side": "us", "text": "Livrer le plan", "due": "2027-04-15"}]}}}
GET /terms/$point -> 200 {"state": "proposed", "told_at": "2027-03-01T08:00"}
as anne
GET /terms -> 200 terms {"items": [{"text": "L'outil remplace l'ancien", "omitted_reason": absent}, {"why": "On se voit."}, {}]}
GET /writings/$v1.pub -> 200 {"snapshot": {"terms": [{"id": terms.items.0.id}, {}, {}]}, "last_line": "Ces conditions font partie de la valeur de ce que nous vous offrons.",
  "mandate_id": any, "explicit_why": absent}
PAGE /p/entente -> 200
has "On se voit."
PAGE /p/e/$v1.pub -> 200
has "font partie de la valeur"
at 2027-03-01T08:01
as claire
GET /test/outbox -> 200 {"items": [{"to": "karim@mistral.example", "subject": "Girard : l’accord d’Anne"}, {"subject": "Agence Mistral : un message de Karim"}, {"subject": "Agence Mistral : une entente à lire",
  "text": "Karim, d'Agence Mistral, vous a envoyé une entente à lire.…"}]}
as anne

# Silence agrees: the mandate knows, and its terms; the need is not confirmed by it.
at 2027-03-04T10:00
GET /portal -> 200
at 2027-03-08T12:00
as karim
GET /writings/$v1 -> 200 {"state": "tacit", "answered_at": "2027-03-05T17:00"}
GET /mandates/$work -> 200 {"entente_id": v1, "need_confirmed_at": null}
POST /mandates/$work/start -> 409 need_not_confirmed {"also": absent}
GET /terms/$wish -> 200 {"state": "agreed", "agreed_at": "2027-03-05T17:00"}

# Against it: a price, a later date, an expectation gone, a duty of theirs need a yes; better for them does not.
POST /terms {"mandate_id": work, "kind": "expectation", "owed_by": "us", "text": "Une formation"} -> 201 extra
POST /promises {"client_id": girard, "mandate_id": work, "side": "us", "text": "Former", "due": "2027-05-15", "source": {"type": "term", "id": extra}} -> 201 train
PATCH /mandates/$work {"when_due": "2027-06-15"} -> 200
POST /writings {"client_id": girard, "kind": "entente", "mandate_id": work, "to_clarify_ids": [fog]} -> 201 v2
  {"version": 2, "parent_id": v1, "term_ids": [wish, point, fog, extra], "promise_ids": [plan, train]}
POST /writings/$v2/send -> 200 {"record": {"explicit_only": false}}
PATCH /mandates/$work {"price_cents": 1, "when_due": "2027-07-01"} -> 200
POST /terms {"mandate_id": work, "kind": "rule", "owed_by": "client", "text": "Deux jours de préavis", "why": "Le soin.", "lead_wd": 2} -> 201 notice
POST /writings {"client_id": girard, "kind": "entente", "mandate_id": work, "to_clarify_ids": [fog],
  "term_ids": [extra, point, fog, notice], "promise_ids": [train]} -> 201 v3 {"version": 3, "parent_id": v2}
POST /writings/$v3/send -> 200 v3 {"record": {"explicit_only": true, "explicit_why": ["price", "later", "expectation_removed", "new_duty"]}}
# The newer one closed the older.
GET /writings/$v2 -> 200 {"state": "corrected", "answer_text": null, "answered_at": null, "clocks": []}
as anne
POST /writings/$v2.pub/confirm -> 409 writing_closed

# A yes agrees all of it, the need too; what it leaves out is dropped.
POST /writings/$v3.pub/confirm -> 200
as karim
GET /mandates/$work -> 200 {"entente_id": v3, "need_confirmed_at": "2027-03-08T12:00"}
GET /terms/$wish -> 200 {"state": "dropped"}
GET /terms/$notice -> 200 {"state": "agreed"}
# What they agreed to once is no new duty; the same, harder, is.
POST /writings {"client_id": girard, "kind": "entente", "mandate_id": work, "to_clarify_ids": [fog]} -> 201 v4
POST /writings/$v4/send -> 200 v4 {"record": {"explicit_only": false}}
POST /terms {"mandate_id": work, "kind": "rule", "owed_by": "client", "text": "Deux jours de préavis", "why": "Le soin.", "lead_wd": 3} -> 201 harder
POST /writings {"client_id": girard, "kind": "entente", "mandate_id": work, "to_clarify_ids": [fog], "term_ids": [extra, point, fog, harder]} -> 201 v5
POST /writings/$v5/send -> 200 {"record": {"explicit_why": ["new_duty"]}}
# The same figure in another currency is another price.
PATCH /mandates/$work {"currency": "GBP"} -> 200
POST /writings {"client_id": girard, "kind": "entente", "mandate_id": work, "to_clarify_ids": [fog]} -> 201 pounds
POST /writings/$pounds/send -> 200 {"record": {"explicit_why": ["price", "new_duty"]}}
PATCH /mandates/$work {"currency": "CAD"} -> 200

# A tacit one reopened gives way to the one agreed before, with its terms.
POST /terms {"mandate_id": work, "kind": "rule", "owed_by": "us", "text": "Un compte rendu", "why": "La mémoire."} -> 201 minutes
POST /writings {"client_id": girard, "kind": "entente", "mandate_id": work, "to_clarify_ids": [fog], "term_ids": [extra, minutes, fog, notice]} -> 201 v6
POST /writings/$v6/send -> 200 v6 {"record": {"version": 7, "explicit_only": false}}
as anne
GET /writings/$v6.pub -> 200
at 2027-03-11T12:00
GET /portal -> 200
at 2027-03-15T12:00
as karim
GET /mandates/$work -> 200 {"entente_id": v6}
GET /terms/$point -> 200 {"state": "dropped"}
GET /terms/$minutes -> 200 {"state": "agreed"}
as anne
POST /writings/$v6.pub/correct {"text": "Un jour de préavis."} -> 200
as karim
GET /mandates/$work -> 200 {"entente_id": v3}
GET /terms/$point -> 200 {"state": "agreed"}
GET /terms/$minutes -> 200 {"state": "proposed", "agreed_at": null}
cli doctor -> 0
cli audit verify -> 0 "ok"
