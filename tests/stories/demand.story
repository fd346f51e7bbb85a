# T6, T10–T14: "for Friday, please", against the notice that was agreed
staff Karim, Inès
as karim
at 2027-03-01T09:00
POST /clients {"name": "Groupe Boréal", "state": "active"} -> 201 boreal
contact Lise of boreal agrees
POST /mandates {"client_id": boreal, "title": "Campagne", "need": "Être vus.", "how": "Par étapes.", "when_due": "2027-06-01", "price_cents": 100000} -> 201 work
POST /terms {"mandate_id": work, "kind": "expectation", "owed_by": "us", "text": "Une campagne"} -> 201 wish
POST /promises {"client_id": boreal, "mandate_id": work, "side": "us", "text": "La campagne", "due": "2027-05-14", "source": {"type": "term", "id": wish}} -> 201 stone
POST /terms {"mandate_id": work, "kind": "rule", "owed_by": "client", "text": "Trois jours de préavis", "why": "Le soin.", "lead_wd": 3} -> 201 short
POST /terms {"mandate_id": work, "kind": "rule", "owed_by": "client", "text": "Huit jours pour l'imprimeur", "why": "Le soin.", "lead_wd": 8} -> 201 notice
POST /terms {"mandate_id": work, "kind": "condition", "owed_by": "client", "text": "Un relecteur", "why": "Les fautes."} -> 201 reader
POST /writings {"client_id": boreal, "mandate_id": work, "kind": "entente", "body": "Notre entente."} -> 201 entente
POST /writings/$entente/send -> 200
as lise
GET /writings -> 200 hers
POST /writings/$hers.items.0.id/confirm -> 200
as karim

# Its date is asked for; four ways out come by themselves, one of them is not to do it.
at 2027-03-01T11:00
POST /decisions {"client_id": boreal, "mandate_id": work, "about": "demand"} -> 422 invalid {"fields": {"asked_due": "missing"}}
POST /decisions {"client_id": boreal, "mandate_id": work, "about": "demand", "asked_due": "2027-03-05", "demanded_at": "2027-03-02T09:00"} -> 422 invalid {"fields": {"demanded_at": "in_future"}}
POST /decisions {"client_id": boreal, "mandate_id": work, "about": "demand", "question": "La campagne pour vendredi ?", "asked_due": "2027-03-05"} -> 201 friday
  {"demanded_at": "2027-03-01T11:00", "feasible_due": "2027-03-11", "touches": [{"term_id": notice, "text": "Huit jours pour l'imprimeur", "agreed_on": "2027-03-01"}],
   "options": [{"n": 0, "type": "as_asked", "breaks_term_ids": [notice]}, {"n": 1, "type": "reduced", "breaks_term_ids": []}, {"n": 2, "type": "later", "due": "2027-03-11"}, {"n": 3, "type": "decline"}],
   "clocks": [{"type": "c7", "starts_at": "2027-03-01T11:00", "due": "2027-03-03T11:00", "stopped_at": null}]}
# A date that respects every notice breaks none; one sooner breaks both.
POST /decisions {"client_id": boreal, "mandate_id": work, "about": "demand", "asked_due": "2027-03-11"} -> 201 fair {"feasible_due": null, "touches": [], "options": [{"breaks_term_ids": []}, any, {"due": null}, any]}
PATCH /decisions/$fair {"asked_due": "2027-03-03"} -> 200 {"feasible_due": "2027-03-11", "touches": [{"term_id": short}, {"term_id": notice}], "options": [{"breaks_term_ids": [short, notice]}, any, any, any]}
PATCH /decisions/$fair {"asked_due": "2027-03-12", "feasible_due": "2027-03-15"} -> 200 {"feasible_due": "2027-03-15", "options": [{"breaks_term_ids": []}, any, any, any]}
POST /decisions/$fair/cancel {"reason": "Noté deux fois."} -> 200 {"record": {"clocks": [{"type": "c7", "stopped_at": "2027-03-01T11:00"}]}}
# What it breaks is computed and cannot be written away; what else it breaks is added.
POST /decisions/$friday/edit_option {"n": 0, "breaks_term_ids": [reader]} -> 200 {"record": {"options": [{"breaks_term_ids": [notice, reader]}, any, any, any]}}
POST /decisions/$friday/edit_option {"n": 0, "breaks_term_ids": []} -> 200 {"record": {"options": [{"breaks_term_ids": [notice]}, any, any, any]}}
# Exactly one way declines.
PATCH /decisions/$friday {"options": [{"label": "Oui", "type": "as_asked"}]} -> 422 invalid {"fields": {"options": "bad_value"}}
PATCH /decisions/$friday {"options": []} -> 422 invalid {"fields": {"options": "bad_value"}}
PATCH /decisions/$friday {"options": [{"label": "Non", "type": "decline"}, {"label": "Vraiment pas", "type": "decline"}]} -> 422 invalid {"fields": {"options": "bad_value"}}

# As asked is not accepted before the client knows what it changes.
POST /decisions/$friday/choose {"n": 0, "chosen_by": "us"} -> 409 impact_not_said {"also": ["impact_not_sent", "impact_not_seen", "client_must_choose"], "where": "/decision/$friday#gate"}
has "Avant d'accepter tel quel, votre client doit savoir ce que cela change"
# What the client would lose is asked once.
POST /decisions/$friday/ask -> 409 confirm_hints {"hints": [{"code": "loss_unsaid", "field": "options", "n": 0}, {"code": "loss_unsaid", "n": 3}]}
POST /decisions/$friday/edit_option {"n": 0, "gives_up_client": "Deux relectures."} -> 200
POST /decisions/$friday/ask -> 409 confirm_hints {"hints": [{"code": "loss_unsaid", "n": 3}]}
POST /decisions/$friday/ask {"hints_ok": true} -> 200 {"record": {"clocks": [{"type": "c7", "stopped_at": "2027-03-01T11:00"}]}}
GET /audit?record=decision:$friday&action=hints_ok -> 200 {"items": [{"new": "loss_unsaid"}]}

# Not by us, and not even by the client, until it was said, sent and seen.
as lise
GET /decisions -> 200 hers
GET /decisions/$hers.items.0.id -> 200 {"options": [{"type": "as_asked", "gives_up_client": "Deux relectures.", "gives_up_us": absent}, any, any, any]}
PAGE /p/d/$hers.items.0.id -> 200
has "Deux relectures."
POST /decisions/$hers.items.0.id/choose {"n": 0} -> 409 impact_not_said
lacks "votre client"
as karim
POST /writings {"client_id": boreal, "mandate_id": work, "kind": "impact", "about": {"type": "decision", "id": friday}, "body": "Deux relectures tombent."} -> 201 note
POST /exchanges {"client_id": boreal, "channel": "phone", "direction": "both", "minutes": 5, "contact_ids": [lise]} -> 201 call
PATCH /writings/$note {"spoken_in_id": call} -> 200
POST /decisions/$friday/choose {"n": 0, "chosen_by": "us"} -> 409 impact_not_sent
# First, what worries them: a guess made since they asked, or that nobody knows.
POST /writings/$note/send -> 409 worry_not_asked
POST /insights {"client_id": boreal, "question": "worry", "text": "Le salon du 6."} -> 201 fear
POST /writings/$note/send -> 200 {"record": {"explicit_only": true}}
POST /decisions/$friday/choose {"n": 0, "chosen_by": "us"} -> 409 impact_not_seen
as lise
GET /writings?kind=impact -> 200 sent
GET /writings/$sent.items.0.id -> 200
as karim
POST /decisions/$friday/choose {"n": 0, "chosen_by": "us"} -> 409 client_must_choose
as lise
POST /decisions/$hers.items.0.id/choose {"n": 0} -> 200 {"record": {"state": "chosen", "chosen_by": "client", "concession": absent}}
as karim
GET /decisions/$friday -> 200 {"concession": true, "override": null}
# T16, T17: given in to, once they knew what it changed.
GET /me/questions -> 200 {"q1": {"k": 1, "n": 1}, "q2": {"k": 1, "n": 1}}
# A term it breaks may now be waived, another not.
POST /terms/$short/waive {"decision_id": friday} -> 409 decision_required
POST /terms/$notice/waive {"decision_id": friday} -> 200 {"record": {"state": "waived"}}

# Choosing less concedes nothing and asks for nothing.
at 2027-03-02T09:00
POST /decisions {"client_id": boreal, "mandate_id": work, "about": "demand", "question": "Demain ?", "asked_due": "2027-03-03"} -> 201 morrow {"touches": [{"term_id": short}], "feasible_due": "2027-03-04"}
POST /decisions/$morrow/choose {"n": 1, "chosen_by": "us"} -> 200 {"record": {"concession": false}, "hints": []}
POST /decisions/$morrow/ask -> 409 already_asked

# The facts behind it: asked, against something told before, against something never told.
GET /clients/$boreal/demands -> 200 {"d": 2, "u": 2, "never_told": 0, "items": [
  {"decision_id": friday, "asked_due": "2027-03-05", "feasible_due": "2027-03-11", "terms": [{"term_id": notice, "told_at": "2027-03-01T09:00", "told_before": true}], "concession": true},
  {"decision_id": morrow, "terms": [{"term_id": short, "told_before": true}], "concession": false}]}
POST /clients {"name": "Café Tard", "state": "active"} -> 201 tard
POST /mandates {"client_id": tard, "title": "Menu"} -> 201 menu
POST /terms {"mandate_id": menu, "kind": "rule", "owed_by": "client", "text": "Huit jours", "why": "Le soin.", "lead_wd": 8} -> 201 untold
POST /decisions {"client_id": tard, "about": "demand", "question": "Demain ?", "asked_due": "2027-03-03"} -> 201 late {"touches": [], "options": [{"breaks_term_ids": []}, any, any, any]}
POST /decisions {"client_id": tard, "about": "demand", "question": "En avril ?", "asked_due": "2027-04-15"} -> 201 april
GET /clients/$tard/demands -> 200 {"d": 2, "u": 0, "never_told": 1, "items": [{"terms": [{"term_id": untold, "told_at": null, "told_before": false}]}, {"terms": []}]}
POST /decisions/$late/choose {"n": 0, "chosen_by": "us"} -> 200 {"record": {"concession": false}}
# Sixty days later they are of the past.
at 2027-05-03T09:00
GET /clients/$tard/demands -> 200 {"d": 0, "u": 0, "never_told": 0, "items": []}
as lise
GET /clients/$boreal/demands -> 404 not_found
cli doctor -> 0
