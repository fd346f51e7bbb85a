# An agreement written on one page: all of it or nothing, each record through the same door
staff Karim
as karim
POST /clients {"name": "Café Lune", "state": "active"} -> 201 lune
contact Louise of lune agrees
POST /mandates {"client_id": lune, "title": "Trois soirées"} -> 201 work
as claire
POST /terms {"kind": "condition", "owed_by": "client", "text": "Un décideur nommé", "why": "Sans lui, tout attend."} -> 201
as karim
PAGE /mandat/$work -> 200
has "action=\"/a/mandates/$work/write_down\""
has "name=\"service\""
has "name=\"answer\""

# a line without its day, or without its why: nothing is kept, all that was typed stands there
FORM /a/mandates/$work/write_down {"need": "Que le quartier vienne.", "how": "Trois soirées.", "when_due": "2027-05-01", "price_cents": "1 200,50",
  "service": "Une affiche prête, 12 mars\nUn programme", "frame": "Un seul relecteur : sinon les textes se contredisent", "answer": "not_needed"} -> 422
has "« Un programme » : pour quand ?"
has "Une affiche prête, 12 mars\nUn programme</textarea>"
has "value=\"1 200,50\""
GET /mandates/$work -> 200 {"need": null, "price_cents": null}
GET /terms?mandate_id=$work -> 200 {"items": []}
GET /promises -> 200 {"items": []}
FORM /a/mandates/$work/write_down {"need": "Que le quartier vienne.", "service": "Une affiche prête, 12 mars", "frame": "Un seul relecteur"} -> 422
has "« Un seul relecteur » : pourquoi ?"
FORM /a/mandates/$work/write_down {"need": "Que le quartier vienne.", "when_due": "bientôt", "service": "", "frame": ""} -> 422
has "value=\"bientôt\""

FORM /a/mandates/$work/write_down {"need": "Que le quartier vienne.", "how": "Trois soirées.", "when_due": "2027-05-01", "price_cents": "1 200,50",
  "service": "Une affiche prête, 12 mars\n\nUn programme imprimé, vendredi", "frame": "Un seul relecteur : sinon les textes se contredisent", "answer": "not_needed"} -> 303
header Location "/ecrit/1?relire=1&fait=writing.create:1"
GET /mandates/$work -> 200 {"need": "Que le quartier vienne.", "how": "Trois soirées.", "when_due": "2027-05-01", "price_cents": 120050}
GET /terms?mandate_id=$work -> 200 {"items": [{"kind": "expectation", "owed_by": "us", "text": "Une affiche prête"},
  {"kind": "expectation", "text": "Un programme imprimé"},
  {"kind": "condition", "owed_by": "client", "text": "Un seul relecteur", "why": "sinon les textes se contredisent"}, ...]}
GET /promises -> 200 {"items": [{"text": "Une affiche prête", "due": "2027-03-12", "side": "us", "mandate_id": work}, {"text": "Un programme imprimé", "due": "2027-03-05"}]}
PAGE /mandat/$work -> 200
lacks "write_down"

# one click sends it, one yes agrees the need and all of it, one begins
POST /writings/1/send -> 200 sent
as louise
POST /writings/$sent.pub/confirm -> 200
as karim
POST /mandates/$work/start -> 200
as louise
FORM /a/mandates/$work.pub/write_down {"need": "x"} -> 404
