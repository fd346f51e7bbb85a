# E8, conversation 16.4: rows that are only seen: a client's first problem, an agreement that can begin
staff Karim, Tom
lead Rita
as karim
POST /clients {"name": "Café Lune", "state": "active"} -> 201 lune
contact Noémie of lune agrees
POST /writings {"client_id": lune, "kind": "welcome", "body": "Nous serons là."} -> 201 hello
POST /writings/$hello/send -> 200
at 2027-03-02T10:00
POST /matters {"client_id": lune, "title": "Les affiches sont floues"} -> 201 blur {"first_ever": true}
# Each lead has it, whoever is in charge; nobody else.
GET /today -> 200 {"rows": [{"key": "a1:matter:$blur"}]}
as claire
GET /today -> 200 {"rows": [{"key": "c15:matter:$blur", "band": 5, "due": null, "still_useful": false,
  "text": "Café Lune : leur premier problème avec nous, « Les affiches sont floues »."}]}
PAGE /auj -> 200
has ">Vu</button>"
has "name=\"useful\" value=\"false\""
as rita
GET /today -> 200 {"rows": [{"key": "c15:matter:$blur"}]}
# The client's page shows it to them alone, and once.
PAGE /c/$lune -> 200
has "leur premier problème avec nous"
as tom
PAGE /c/$lune -> 200
lacks "leur premier problème avec nous"
POST /today/c15:matter:$blur/useful {"useful": false} -> 404 not_found
# Seen by one of them, it stays with the other, and cannot be seen for them.
as claire
FORM /a/today/c15:matter:$blur/useful {"useful": "false"} -> 303
GET /today -> 200 {"rows": []}
POST /today/c15:matter:$blur/useful {"useful": false} -> 404 not_found
PATCH /matters/$blur {"severity": 3} -> 200
GET /today -> 200 {"rows": []}
as rita
GET /today -> 200 {"rows": [{"key": "c15:matter:$blur"}]}
# One more lead has it; one who is a lead no more has it no more.
lead Léa
as lea
GET /today -> 200 {"rows": [{"key": "c15:matter:$blur"}]}
as claire
PATCH /people/$rita {"role": "member"} -> 200
cli doctor -> 0
GET /today -> 200 {"rows": []}
as rita
GET /today -> 200 {"rows": []}
as lea
GET /today -> 200 {"rows": [{"key": "c15:matter:$blur"}]}
# … and what that one had seen is not seen for those who come after.
PATCH /people/$claire {"role": "member"} -> 200
GET /today -> 200 {"rows": [{"key": "c15:matter:$blur"}]}
cli doctor -> 0
# Having seen news is no judgement: after three, the fourth still comes.
POST /clients {"name": "Client 1"} -> 201 ka
POST /clients {"name": "Client 2"} -> 201 kb
POST /clients {"name": "Client 3"} -> 201 kc
POST /clients {"name": "Client 4"} -> 201 kd
POST /matters {"client_id": ka, "title": "Un"} -> 201 ma
POST /matters {"client_id": kb, "title": "Deux"} -> 201 mb
POST /matters {"client_id": kc, "title": "Trois"} -> 201 mc
POST /today/c15:matter:$ma/useful {"useful": false} -> 200
POST /today/c15:matter:$mb/useful {"useful": false} -> 200
POST /today/c15:matter:$mc/useful {"useful": false} -> 200
as karim
POST /matters {"client_id": kd, "title": "Quatre"} -> 201 md
as lea
GET /today -> 200
has "c15:matter:$md"
# A second problem is not the first; closed, it is shown no more.
as karim
POST /matters {"client_id": lune, "title": "Encore"} -> 201 {"first_ever": false}
POST /exchanges {"client_id": lune, "channel": "phone", "direction": "both"} -> 201 call
POST /matters/$blur/tell {"exchange_id": call} -> 200
as lea
GET /today -> 200
has "c15:matter:$blur"

# Agreed, and not begun: on the list of whoever is in charge, in these words.
as karim
POST /mandates {"client_id": lune, "title": "Vitrine", "need": "Une vitrine", "how": "Dessin", "when_due": "2027-05-01", "price_cents": 100000} -> 201 window
POST /terms {"mandate_id": window, "kind": "expectation", "owed_by": "us", "text": "Une maquette"} -> 201 wish
POST /terms {"mandate_id": window, "kind": "rule", "owed_by": "us", "text": "Un point le mardi", "why": "Pour ne rien laisser traîner"} -> 201
POST /promises {"client_id": lune, "mandate_id": window, "side": "us", "text": "La maquette", "due": "2027-04-01", "source": {"type": "term", "id": wish}} -> 201
POST /writings {"client_id": lune, "mandate_id": window, "kind": "entente"} -> 201 deal
POST /writings/$deal/send -> 200
GET /today -> 200
lacks "c18"
as noemie
POST /writings/$deal.pub/confirm -> 200
POST /mandates/$window.pub/confirm_need -> 200
as karim
GET /today -> 200
has "c18:mandate:$window"
has "Café Lune a confirmé l’entente"
PAGE /c/$lune -> 200
has "Café Lune a confirmé l’entente : on peut commencer."
# On the client's page everybody reads it; who is not concerned is led to it.
as tom
PAGE /c/$lune -> 200
has "on peut commencer."
lacks ">Vu</button>"
POST /today/c18:mandate:$window/useful {"useful": false} -> 404 not_found
# Seen, it is gone; so is it once the work begins.
as karim
POST /today/c18:mandate:$window/useful {"useful": false} -> 200
GET /today -> 200
lacks "c18"
POST /mandates/$window/start -> 200
GET /mandates/$window -> 200
lacks "c18"
cli doctor -> 0
