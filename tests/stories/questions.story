# T15–T19: what each of us conceded, and why, is theirs alone
staff Karim, Inès
as karim
at 2027-03-01T09:00
POST /clients {"name": "Groupe Boréal", "state": "active"} -> 201 boreal
contact Lise of boreal agrees
POST /mandates {"client_id": boreal, "title": "Campagne", "need": "Être vus.", "how": "Par étapes.", "when_due": "2027-06-01", "price_cents": 100000} -> 201 work
POST /terms {"mandate_id": work, "kind": "expectation", "owed_by": "us", "text": "Une campagne"} -> 201 wish
POST /promises {"client_id": boreal, "mandate_id": work, "side": "us", "text": "La campagne", "due": "2027-05-14", "source": {"type": "term", "id": wish}} -> 201 stone
POST /terms {"mandate_id": work, "kind": "rule", "owed_by": "client", "text": "Huit jours", "why": "Le soin.", "lead_wd": 8} -> 201 notice
POST /writings {"client_id": boreal, "mandate_id": work, "kind": "entente", "body": "Notre entente."} -> 201 entente
POST /writings/$entente/send -> 200
as lise
GET /writings -> 200 hers
POST /writings/$hers.items.0.id/confirm -> 200
as karim
GET /me/questions -> 200 {"month": "2027-03", "q1": {"k": 0, "n": 0, "by_fear": 0, "regretted": 0, "text": "aucune demande contre ce qui était convenu"},
  "q2": {"k": 0, "n": 0}, "q3": {"curve": []}, "to_review": [], "pulses_asked": []}

# Accepted as asked, as an urgency: it has its reason, and is a concession.
at 2027-03-01T11:00
POST /decisions {"client_id": boreal, "mandate_id": work, "about": "demand", "question": "Pour vendredi ?", "asked_due": "2027-03-05"} -> 201 friday
POST /decisions/$friday/reflect {"motive": "goodwill"} -> 409 not_a_concession
POST /decisions/$friday/choose {"n": 0, "chosen_by": "us", "override": "vital_urgency"} -> 409 reason_missing
POST /decisions/$friday/choose {"n": 0, "chosen_by": "us", "override": "vital_urgency", "reason": "Le salon ouvre."} -> 200
  {"record": {"concession": true, "override": "vital_urgency", "motive": null}, "hints": [{"code": "loss_unsaid"}]}
GET /audit?record=decision:$friday&action=choose -> 200 {"items": [{"reason": "Le salon ouvre."}, ...]}

# Why is asked of whoever recorded the choice; whether they would again, ten working days later.
POST /decisions/$friday/reflect {"motive": "fear_of_losing"} -> 200 {"record": {"motive": "fear_of_losing", "regret": null}}
POST /decisions/$friday/reflect {"regret": "yes"} -> 409 too_early
as claire
POST /decisions/$friday/reflect {"motive": "goodwill"} -> 403 author_only
GET /decisions/$friday -> 200 {"concession": true, "motive": absent, "regret": absent}
PAGE /decision/$friday -> 200
lacks "selected>peur de perdre"
at 2027-03-15T10:59
as karim
GET /me/questions -> 200 {"to_review": []}
at 2027-03-15T11:00
GET /me/questions -> 200 {"to_review": [friday], "q1": {"k": 1, "n": 1, "by_fear": 1, "regretted": 0, "text": "1 cédée sur 1, 1 par peur"}, "q2": {"k": 0, "n": 1}}
POST /decisions/$friday/reflect {"regret": "yes"} -> 200 {"record": {"regret": "yes", "motive": "fear_of_losing"}}
GET /me/questions -> 200 {"to_review": [], "q1": {"text": "1 cédée sur 1, 1 par peur, 1 regrettée"}}
as ines
GET /me/questions -> 200 {"q1": {"k": 0, "n": 0}}
GET /questions/firm -> 403 lead_only
as lise
GET /questions/firm -> 404 not_found
GET /me/questions -> 404 not_found
# The firm is told how often, never who nor why.
as claire
GET /questions/firm -> 200 {"q1": {"k": 1, "n": 1}, "q2": {"k": 0, "n": 1}, "omitted": {"forgot": 0, "hurry": 0, "to_please": 0, "not_needed": 0}}
GET /audit?record=decision:$friday&action=reflect -> 200 {"items": [{"field": "motive", "old": null, "new": null}, {"field": "regret", "old": null, "new": null}]}
lacks "fear"

# Two of the same in English, and a demand that was not given in to.
PATCH /people/$karim {"lang": "en"} -> 200
as karim
POST /decisions {"client_id": boreal, "mandate_id": work, "about": "demand", "question": "Encore ?", "asked_due": "2027-03-16"} -> 201 again
POST /decisions/$again/choose {"n": 0, "chosen_by": "us", "override": "vital_urgency", "reason": "x"} -> 200
POST /decisions {"client_id": boreal, "mandate_id": work, "about": "demand", "question": "Et demain ?", "asked_due": "2027-03-17"} -> 201 declined
POST /decisions/$declined/choose {"n": 3, "chosen_by": "us"} -> 200
GET /me/questions -> 200 {"q1": {"k": 2, "n": 3, "text": "2 requests of 3 given in to, 1 by fear, 1 regret"}}
# Given in to through their own page: the concession is whoever's was in charge then, its motive too.
POST /insights {"client_id": boreal, "question": "worry", "text": "Le salon"} -> 201
POST /exchanges {"client_id": boreal, "channel": "phone", "direction": "both"} -> 201 spoken
POST /decisions {"client_id": boreal, "mandate_id": work, "about": "demand", "question": "Pour jeudi ?", "asked_due": "2027-03-18"} -> 201 theirs
POST /writings {"client_id": boreal, "kind": "impact", "about": {"type": "decision", "id": theirs}, "body": "Moins de soin.", "spoken_in_id": spoken} -> 201 notice2
POST /writings/$notice2/send -> 200
POST /decisions/$theirs/ask {"hints_ok": true} -> 200
as lise
GET /writings/$notice2.pub -> 200
POST /decisions/$theirs.pub/choose {"n": 0} -> 200
as karim
POST /decisions/$theirs/reflect {"motive": "fear_of_losing"} -> 200
POST /mandates/$work/hand_over {"responsible_id": ines} -> 200
as ines
GET /decisions/$theirs -> 200 {"concession": true, "motive": absent}
POST /mandates/$work/hand_over {"responsible_id": karim} -> 200
as karim
GET /decisions/$theirs -> 200 {"motive": "fear_of_losing"}

# By client, of the month in which it was answered; a demand without an answer is not in it.
POST /decisions {"client_id": boreal, "mandate_id": work, "about": "demand", "question": "Et lundi ?", "asked_due": "2027-03-22"} -> 201
GET /me/questions -> 200 {"month": "2027-03", "q1": {"k": 3, "n": 4, "by_client": [{"client_id": boreal, "k": 3, "n": 4}]}, "q2": {"k": 1, "n": 4}}
GET /me/questions?month=2027-03 -> 200 {"month": "2027-03", "q1": {"k": 3, "n": 4}}
GET /me/questions?month=2027-02 -> 200 {"month": "2027-02", "q1": {"k": 0, "n": 0, "by_client": []}}
GET /me/questions?month=2027-04 -> 422 invalid {"fields": {"month": "in_future"}}
GET /me/questions?month=2027-00 -> 422 invalid {"fields": {"month": "bad_date"}}
GET /me/questions?month=mars -> 422 invalid {"fields": {"month": "bad_date"}}
PAGE /point -> 200
has "Groupe Boréal"
has "3 of 4"
has "href=\"/point?month=2027-02\""
PAGE /point?month=2027-02 -> 200
has "February 2027"
lacks "Groupe Boréal"

# Fear is asked once a month, of oneself; the last answer stands, and only its owner reads it.
POST /me/questions {"fear": 6} -> 422 invalid {"fields": {"fear": "bad_value"}}
POST /me/questions {"month": "2027-03"} -> 422 invalid {"fields": {"fear": "missing"}}
POST /me/questions {"fear": 2, "month": "2027-13"} -> 422 invalid {"fields": {"month": "bad_date"}}
POST /me/questions {"fear": 2, "month": "2027-04"} -> 422 invalid {"fields": {"month": "in_future"}}
POST /me/questions {"fear": 2, "of": karim} -> 422 invalid {"fields": {"of": "unknown"}}
POST /me/questions {"fear": 4} -> 200 {"q3": {"curve": [{"month": "2027-03", "fear": 4}]}}
POST /me/questions {"fear": 3, "month": "2027-02"} -> 200 {"q3": {"curve": [{"month": "2027-02", "fear": 3}, {"month": "2027-03", "fear": 4}]}}
POST /me/questions {"fear": 2} -> 200 {"q3": {"curve": [{"month": "2027-02", "fear": 3}, {"month": "2027-03", "fear": 2}]}}
as claire
GET /me/questions -> 200 {"q3": {"curve": []}}
GET /audit?action=questions -> 200 {"items": [{"field": null, "new": null}, {}, {}]}

# What my work rests on: of my running mandates only.
POST /terms {"kind": "condition", "owed_by": "client", "text": "Un décideur désigné", "why": "Sans lui, tout attend."} -> 201 library
as karim
GET /me/questions -> 200 {"q4": {"in_place": 0, "missing": 0, "never": 0}}
POST /mandates/$work/start -> 200
GET /me/questions -> 200 {"q4": {"in_place": 0, "missing": 0, "never": 1, "lists": {"never": [{"mandate_id": work, "term_id": library, "text": "Un décideur désigné"}]}}}
POST /terms/$notice/tick {"in_place": true} -> 200
GET /me/questions -> 200 {"q4": {"in_place": 1, "missing": 0, "never": 1}}
POST /terms/$notice/tick {"in_place": false} -> 200
GET /me/questions -> 200 {"q4": {"in_place": 0, "missing": 1, "never": 1}}
cli doctor -> 0
