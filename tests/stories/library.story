# T4, T9: the firm's library, and what an entente leaves out of it
staff Karim
as karim
POST /terms {"kind": "condition", "owed_by": "client", "text": "un décideur désigné", "why": "Sinon tout attend."} -> 201 decider {"library": true, "state": "noted", "mandate_id": null, "client_id": null}
POST /terms/$decider/adopt -> 403 lead_only
PATCH /terms/$decider {"text": "un décideur nommé"} -> 200
POST /terms {"kind": "expectation", "owed_by": "us", "text": "la lune"} -> 422 {"fields": {"mandate_id": "missing"}}
# What the library holds says why.
POST /terms {"kind": "rule", "owed_by": "both", "text": "dix jours"} -> 422 {"fields": {"why": "missing"}}
POST /terms {"kind": "rule", "owed_by": "both", "text": "dix jours", "why": "  "} -> 422 {"fields": {"why": "missing"}}
PATCH /terms/$decider {"why": ""} -> 422 {"fields": {"why": "missing"}}
PATCH /terms/$decider {"why": null} -> 422 {"fields": {"why": "missing"}}
as claire
sql "UPDATE term SET why = NULL WHERE id = 1"
POST /terms/$decider/adopt -> 409 why_missing
PATCH /terms/$decider {"why": "Sinon tout attend."} -> 200
POST /terms/$decider/adopt -> 200 {"record": {"state": "agreed"}}
POST /terms/$decider/adopt -> 409 not_library
POST /terms {"kind": "rule", "owed_by": "both", "text": "huit jours de préavis", "why": "Le temps de bien faire.", "lead_wd": 8} -> 201 notice {"state": "agreed"}
POST /terms {"kind": "condition", "owed_by": "client", "text": "un environnement de test", "why": "On n'essaie pas sur le vrai."} -> 201 bench
PATCH /terms/$notice {"lead_wd": 10} -> 200 {"lead_wd": 10}
as karim
PATCH /terms/$notice {"lead_wd": 8} -> 403 lead_only
PATCH /terms/$notice {"clarity": "fuzzy"} -> 200
PATCH /terms/$notice {"clarity": "clear"} -> 200
POST /terms {"kind": "condition", "owed_by": "client", "text": "une proposition", "why": "Une idée."} -> 201 proposal {"state": "noted"}
GET /terms?library=1 -> 200 {"items": [{"id": decider}, {"id": notice}, {"id": bench}, {"id": proposal}], "next": null}

# A new mandate has them before its eyes, and none of them in it.
POST /clients {"name": "Café Lune", "state": "active"} -> 201 lune
contact Luce of lune agrees
POST /mandates {"client_id": lune, "title": "La carte", "need": "Du monde à midi", "how": "Trois essais", "when_due": "2027-06-30", "price_cents": 0} -> 201 menu
GET /terms?mandate_id=$menu -> 200 {"items": []}
GET /mandates/$menu/conditions -> 200 {"absent": [{"library_id": decider, "text": "un décideur nommé", "why": "Sinon tout attend.", "last_answer": null}, {"library_id": notice}, {"library_id": bench}, {"library_id": proposal}]}
POST /terms {"mandate_id": menu, "kind": "expectation", "owed_by": "us", "text": "Une carte courte"} -> 201 wish
POST /terms {"mandate_id": menu, "kind": "rule", "owed_by": "us", "text": "Un point chaque mardi", "why": "Rien ne se perd."} -> 201 weekly
POST /promises {"client_id": lune, "mandate_id": menu, "side": "us", "text": "La carte", "due": "2027-03-19", "source": {"type": "term", "id": wish}} -> 201 card
POST /writings {"client_id": lune, "mandate_id": menu, "kind": "entente", "body": "Notre entente."} -> 201 paper
POST /writings/$paper/send -> 409 library_not_considered {"terms": [decider, notice, bench]}

# Each is added, or left out for a reason; a proposal holds nobody back.
POST /mandates/$menu/consider {"library_id": wish, "answer": "add"} -> 422 {"fields": {"library_id": "bad_ref"}}
POST /mandates/$menu/consider {"library_id": decider, "answer": "perhaps"} -> 422 {"fields": {"answer": "bad_value"}}
POST /mandates/$menu/consider {"library_id": decider, "answer": "add", "owed_by": "both", "needed_by": "2027-03-12"} -> 200 {"created": [{"kind": "term"}]}
POST /mandates/$menu/consider {"library_id": decider, "answer": "hurry"} -> 409 already_considered
POST /mandates/$menu/consider {"library_id": notice, "answer": "forgot"} -> 200
POST /mandates/$menu/consider {"library_id": bench, "answer": "hurry"} -> 200
GET /terms?mandate_id=$menu -> 200 {"items": [any, any,
  {"library_id": decider, "state": "noted", "owed_by": "both", "needed_by": "2027-03-12", "why": "Sinon tout attend.", "omitted_reason": null},
  {"library_id": notice, "state": "noted", "owed_by": "both", "lead_wd": 10, "omitted_reason": "forgot"},
  {"library_id": bench, "state": "dropped", "omitted_reason": "hurry"}], "next": null}
GET /mandates/$menu/conditions -> 200 {"absent": [{"library_id": bench, "last_answer": "hurry"}, {"library_id": proposal, "last_answer": null}]}
# Answered again: another reason, then added after all.
POST /mandates/$menu/consider {"library_id": bench, "answer": "to_please"} -> 200
GET /mandates/$menu/conditions -> 200 {"absent": [{"library_id": bench, "last_answer": "to_please"}, any]}
POST /mandates/$menu/consider {"library_id": bench, "answer": "add"} -> 200
GET /mandates/$menu/conditions -> 200 {"absent": [{"library_id": proposal}]}
POST /writings/$paper/send -> 200
# The leads read how often which reason was given this year, not by whom.
as claire
GET /questions/firm -> 200 {"omitted": {"forgot": 1, "hurry": 1, "to_please": 1, "not_needed": 0}}
as luce
GET /terms -> 200
lacks "hurry"
lacks "to_please"
cli doctor -> 0
