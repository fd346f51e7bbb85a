# conversation 18.6: one answer for all of the library that was not looked at one by one
staff Karim
as claire
POST /terms {"kind": "condition", "owed_by": "client", "text": "un décideur nommé", "why": "Sinon tout attend."} -> 201 decider
POST /terms {"kind": "condition", "owed_by": "client", "text": "un environnement de test", "why": "On n'essaie pas sur le vrai."} -> 201 bench
POST /terms {"kind": "rule", "owed_by": "both", "text": "huit jours de préavis", "why": "Le temps de bien faire."} -> 201 notice
as karim
POST /clients {"name": "Café Lune", "state": "active"} -> 201 lune
contact Luce of lune agrees
POST /mandates {"client_id": lune, "title": "La carte", "need": "Du monde à midi", "how": "Trois essais", "when_due": "2027-06-30", "price_cents": 0} -> 201 menu
POST /mandates/$menu/consider {"library_id": decider, "answer": "add"} -> 200
PAGE /mandat/$menu -> 200
has "La même réponse pour toutes les autres"
POST /mandates/$menu/consider_rest {} -> 422 invalid {"fields": {"answer": "missing"}}
# what was forgotten is added by its own answer, never with the rest
POST /mandates/$menu/consider_rest {"answer": "forgot"} -> 422 invalid {"fields": {"answer": "bad_value"}}
FORM /a/mandates/$menu/consider_rest {"answer": "to_please"} -> 303
GET /mandates/$menu/conditions -> 200 {"absent": [{"library_id": bench, "last_answer": "to_please"}, {"library_id": notice, "last_answer": "to_please"}]}
POST /mandates/$menu/consider_rest {"answer": "hurry"} -> 409 already_considered
PAGE /mandat/$menu -> 200
lacks "La même réponse pour toutes les autres"
# what joins the library afterwards is asked about
as claire
POST /terms {"kind": "condition", "owed_by": "client", "text": "un accès au lieu", "why": "On travaille sur place."} -> 201 access
as karim
POST /mandates/$menu/consider_rest {"answer": "not_needed"} -> 200 {"created": [{"kind": "term"}]}
GET /mandates/$menu/conditions -> 200 {"absent": [any, any, {"library_id": access, "last_answer": "not_needed"}]}
cli doctor -> 0
