# A way out that promises nothing is applied when somebody says so (conversation 18.3): c19, matter apply.
staff Karim
as karim
POST /clients {"name": "Café Lune", "state": "active"} -> 201 lune
POST /clients {"name": "Autre", "state": "active"} -> 201 autre
contact Louise of lune agrees
contact Anne of autre
POST /writings {"client_id": lune, "kind": "welcome", "body": "Bonjour."} -> 201 hello
POST /writings/$hello/send -> 200
POST /writings {"client_id": autre, "kind": "welcome", "body": "Bonjour."} -> 201 other
POST /writings/$other/send -> 200
POST /exchanges {"client_id": autre, "channel": "phone", "direction": "both", "minutes": 5} -> 201 elsewhere
POST /matters {"client_id": lune, "title": "Les affiches sont floues", "cause": "client"} -> 201 blurred
POST /exchanges {"client_id": lune, "channel": "phone", "direction": "both", "minutes": 5} -> 201 call
POST /matters/$blurred/apply {"text": "fait"} -> 409 wrong_state
POST /matters/$blurred/tell {"exchange_id": call} -> 200
POST /writings {"client_id": lune, "kind": "problem", "about": {"type": "matter", "id": blurred}, "understood": {"facts": ["Floues."], "emotions": ["déçue"]}} -> 201 note
POST /writings/$note/send -> 200
POST /writings/$note/confirm {"exchange_id": call, "contact_id": louise} -> 200
POST /decisions {"client_id": lune, "about": "problem", "about_id": blurred, "question": "Que faire ?", "options": [
  {"label": "Laisser", "pros": ["simple"], "cons": ["flou"]},
  {"label": "Refaire", "pros": ["net"], "cons": ["long"], "promises": [{"side": "client", "text": "Valider", "due": "2027-03-20"}]}]} -> 201 way
POST /decisions/$way/ask -> 200
GET /decisions/$way -> 200 way
at 2027-03-03T14:00
as louise
POST /decisions/$way.pub/choose {"n": 0} -> 200
POST /matters/$blurred/apply {"text": "fait"} -> 404
as karim
GET /matters/$blurred -> 200 matter {"state": "decided", "verify_due": null, "clocks": [{"type": "a1"}, {"type": "c12"}, {"type": "c15"},
  {"type": "c19", "starts_at": "2027-03-03T14:00", "due": "2027-03-10T14:00", "stopped_at": null}, {"type": "c8"}]}
GET /today -> 200 {"rows": [{"key": "c19:matter:1", "band": 5, "text": "Dire que c’est appliqué pour Café Lune : « Les affiches sont floues ».", "due": "2027-03-10T14:00"}]}
PAGE /probleme/$blurred -> 200
has "C’est appliqué"
has "/a/matters/$blurred/apply"
POST /matters/$blurred/apply -> 422 invalid {"fields": {"text": "missing"}}
POST /matters/$blurred/apply {"exchange_id": elsewhere} -> 422 invalid {"fields": {"exchange_id": "bad_ref"}}
POST /ratings {"about": "matter", "about_id": blurred, "value": 5, "by": louise, "exchange_id": call} -> 409 not_applied
at 2027-03-04T10:00
FORM /a/matters/$blurred/apply {"text": "Elles sont rangées."} -> 303
GET /matters/$blurred -> 200 {"state": "applied", "verify_due": "2027-03-11T10:00", "applied_text": "Elles sont rangées.", "applied_in_id": null,
  "clocks": [{"type": "a1"}, {"type": "c12"}, {"type": "c15"}, {"type": "c19", "stopped_at": "2027-03-04T10:00"}, {"type": "d1"}, {"type": "d1", "sub": "call"}]}
PAGE /probleme/$blurred -> 200
has "Elles sont rangées."
POST /matters/$blurred/apply {"text": "fait"} -> 409 wrong_state
cli doctor -> 0

# said in an exchange, it counts from that hour, and never from before the choice
POST /matters {"client_id": lune, "title": "Une faute", "cause": "client"} -> 201 typo
POST /exchanges {"client_id": lune, "channel": "phone", "direction": "both", "minutes": 5} -> 201 told
POST /matters/$typo/tell {"exchange_id": told} -> 200
POST /writings {"client_id": lune, "kind": "problem", "about": {"type": "matter", "id": typo}, "understood": {"facts": ["Une lettre."], "emotions": ["amusée"]}} -> 201 letter
POST /writings/$letter/send -> 200
POST /writings/$letter/confirm {"exchange_id": told, "contact_id": louise} -> 200
POST /decisions {"client_id": lune, "about": "problem", "about_id": typo, "question": "Que faire ?", "options": [
  {"label": "Laisser", "pros": ["simple"], "cons": ["faux"]},
  {"label": "Refaire", "pros": ["net"], "cons": ["long"], "promises": [{"side": "client", "text": "Valider", "due": "2027-03-20"}]}]} -> 201 second
POST /decisions/$second/ask -> 200
POST /decisions/$second/choose {"n": 0, "chosen_by": "us", "reason": "Louise préfère."} -> 200
at 2027-03-05T11:00
POST /exchanges {"client_id": lune, "channel": "phone", "direction": "both", "minutes": 5, "at": "2027-03-05T09:00"} -> 201 seen
POST /matters/$typo/apply {"exchange_id": seen} -> 200 {"record": {"state": "applied", "applied_in_id": seen, "verify_due": "2027-03-11T17:00"}}

# where somebody promised, on either side, the promise tells, and nobody is asked to say it
POST /matters {"client_id": lune, "title": "Un retard", "cause": "client"} -> 201 late
POST /matters/$late/tell {"exchange_id": seen} -> 409 told_before_noticed
POST /exchanges {"client_id": lune, "channel": "phone", "direction": "both", "minutes": 5} -> 201 now
POST /matters/$late/tell {"exchange_id": now} -> 200
POST /writings {"client_id": lune, "kind": "problem", "about": {"type": "matter", "id": late}, "understood": {"facts": ["Un jour."], "emotions": ["pressée"]}} -> 201 third
POST /writings/$third/send -> 200
POST /writings/$third/confirm {"exchange_id": now, "contact_id": louise} -> 200
POST /decisions {"client_id": lune, "about": "problem", "about_id": late, "question": "Que faire ?", "options": [
  {"label": "Laisser", "pros": ["simple"], "cons": ["tard"]},
  {"label": "Valider", "pros": ["net"], "cons": ["long"], "promises": [{"side": "client", "text": "Valider", "due": "2027-03-20"}]}]} -> 201 choice
POST /decisions/$choice/ask -> 200
POST /decisions/$choice/choose {"n": 1, "chosen_by": "us", "reason": "Louise préfère."} -> 200
GET /matters/$late -> 200 {"state": "decided", "clocks": [{"type": "a1"}, {"type": "c12"}, {"type": "c8"}]}
POST /matters/$late/apply {"text": "fait"} -> 409 wrong_state
PAGE /probleme/$late -> 200
lacks "/a/matters/$late/apply"
GET /promises?client_id=$lune -> 200 made {"items": [{"text": "Valider"}]}
POST /promises/$made.items.0.id/done -> 200
GET /matters/$late -> 200 {"state": "applied"}
cli doctor -> 0
