# R3.2, E4, T6: whys are guessed, then asked; checked ones grow stale
staff Karim, Inès
as karim
POST /clients {"name": "Atelier Nord"} -> 201 nord
contact Nora of nord
POST /clients {"name": "Café Lune"} -> 201 lune
contact Lou of lune

at 2027-03-01T10:00
POST /insights {"client_id": nord, "question": "goal"} -> 422 invalid {"fields": {"text": "missing"}}
POST /insights {"client_id": nord, "question": "profile", "text": "x"} -> 422 invalid {"fields": {"question": "bad_value"}}
POST /insights {"client_id": nord, "question": "goal", "text": "Ouvrir en mai", "state": "verified"} -> 422 invalid {"fields": {"state": "not_settable"}}
POST /insights {"client_id": nord, "question": "goal", "text": "Ouvrir en mai"} -> 201 goal {"state": "guess", "verified_at": null, "clocks": []}
POST /insights {"client_id": nord, "question": "worry", "text": "Que la salle soit vide", "person_id": nora} -> 201 worry
POST /insights {"client_id": nord, "question": "audience", "text": "Son conseil", "person_id": lou} -> 422 invalid {"fields": {"person_id": "bad_ref"}}
PATCH /insights/$goal {"text": "Ouvrir le 3 mai"} -> 200 {"text": "Ouvrir le 3 mai", "hints": []}

# Until it was asked, it is ours alone.
as nora
GET /insights -> 200 {"items": []}
GET /insights/$goal.pub -> 404
as karim
POST /exchanges {"client_id": nord, "channel": "email", "direction": "out"} -> 201 mail
POST /exchanges {"client_id": lune, "channel": "phone", "direction": "both"} -> 201 elsewhere
POST /insights/$goal/verify -> 422 invalid {"fields": {"exchange_id": "missing"}}
POST /insights/$goal/verify {"exchange_id": elsewhere} -> 422 invalid {"fields": {"exchange_id": "bad_ref"}}
POST /insights/$goal/verify {"exchange_id": mail, "text": "Ouvrir le 3 mai, à l'heure"} -> 200
  {"record": {"state": "verified", "verified_at": "2027-03-01T10:00", "text": "Ouvrir le 3 mai, à l'heure",
   "clocks": [{"type": "e3", "starts_at": "2027-08-28T11:00", "due": null, "stopped_at": null}]}}
POST /insights/$goal/verify {"exchange_id": mail} -> 409 not_a_guess
POST /insights/$goal/refute -> 409 not_a_guess
PATCH /insights/$goal {"text": "Autre chose"} -> 409 not_a_guess
# A worry is asked by voice.
POST /insights/$worry/verify {"exchange_id": mail} -> 409 not_voice
POST /insights/$worry/refute -> 200 {"record": {"state": "refuted", "clocks": []}}
as nora
GET /insights -> 200 {"items": [{"question": "goal", "text": "Ouvrir le 3 mai, à l'heure", "state": "verified", "verified_at": any,
  "clocks": absent, "created_by": absent, "client_id": absent, "person_id": absent, "source_exchange_id": absent}]}
GET /insights/$goal.pub -> 200
POST /insights {"question": "goal", "text": "x"} -> 404
as lou
GET /insights/$goal.pub -> 404

# The month's questions are answered, so that they are not the care of that day.
as karim
at 2027-08-02T09:00
POST /me/questions {"fear": 1} -> 200

# Half a year later it is proposed to be asked again; a newer one takes its place.
as karim
at 2027-08-28T10:59
GET /today -> 200 {"rows": []}
at 2027-08-28T11:00
GET /today -> 200 {"rows": [{"key": "e3:insight:$goal", "band": 7}]}
POST /insights {"client_id": nord, "question": "goal", "text": "Rester ouvert l'hiver"} -> 201 winter
GET /today -> 200 {"rows": [{"key": "e3:insight:$goal"}]}
at 2027-08-30T09:00
POST /exchanges {"client_id": nord, "channel": "phone", "direction": "both"} -> 201 call
POST /insights/$winter/verify {"exchange_id": call} -> 200
GET /insights/$goal -> 200 {"clocks": [{"type": "e3", "stopped_at": "2027-08-30T09:00"}]}

# What is written of people may be read by them.
POST /insights {"client_id": nord, "question": "pressure", "text": "Son patron est un idiot"} -> 409 confirm_hints
  {"hints": [{"code": "insult", "field": "text", "match": "idiot"}]}
POST /insights {"client_id": nord, "question": "pressure", "text": "Son patron est un idiot", "hints_ok": true} -> 201
  {"hints": [{"code": "insult"}]}
POST /insights {"client_id": nord, "question": "pressure", "text": "Le conseil attend des chiffres"} -> 201
POST /exchanges {"client_id": nord, "channel": "phone", "direction": "both", "minutes": 5, "text": "C'est un idiot"} -> 409 confirm_hints
  {"hints": [{"code": "insult", "text": "Reformuler ? La personne peut demander à lire ceci."}]}
POST /exchanges {"client_id": nord, "channel": "phone", "direction": "both", "minutes": 5, "text": "C'est un idiot", "hints_ok": true} -> 201
as nora
POST /exchanges {"text": "Votre répondeur est idiot"} -> 201
as karim
cli doctor -> 0
