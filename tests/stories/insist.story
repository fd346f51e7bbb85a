# T5: asked twice without effect, we insist, with respect, or a lead calls; T2-3: each missing
# condition becomes a dated promise of its owner
staff Karim, Inès
as karim
POST /clients {"name": "Dubé", "state": "active"} -> 201 dube
contact Denise of dube agrees
POST /exchanges {"client_id": dube, "channel": "phone", "direction": "both", "minutes": 5} -> 201 first
POST /mandates {"client_id": dube, "title": "Migration", "need": "Un seul outil", "how": "Par étapes", "when_due": "2027-12-31", "price_cents": 0} -> 201 work
POST /terms {"mandate_id": work, "kind": "expectation", "owed_by": "us", "text": "Le nouvel outil"} -> 201 wish
POST /promises {"client_id": dube, "mandate_id": work, "side": "us", "text": "La bascule", "due": "2027-11-30", "source": {"type": "term", "id": wish}} -> 201
POST /terms {"mandate_id": work, "kind": "condition", "owed_by": "client", "text": "un accès", "why": "Sans lui, la nuit se passe à attendre.", "needed_by": "2027-03-02"} -> 201 access
POST /terms {"mandate_id": work, "kind": "condition", "owed_by": "us", "text": "un banc d'essai", "why": "Rien ne casse chez eux.", "needed_by": "2027-03-02"} -> 201 bench
POST /terms {"mandate_id": work, "kind": "condition", "owed_by": "both", "text": "une heure ensemble", "why": "Voir.", "needed_by": "2027-03-02"} -> 201 hour
POST /writings {"client_id": dube, "mandate_id": work, "kind": "entente", "body": "Notre entente."} -> 201 paper
POST /writings/$paper/send -> 200
POST /writings/$paper/confirm {"exchange_id": first, "contact_id": denise} -> 200
POST /mandates/$work/start -> 200
at 2027-03-08T10:00
GET /today -> 200 as before
lacks "b4.insist"
POST /exchanges {"client_id": dube, "channel": "phone", "direction": "out", "term_ids": [access]} -> 201
GET /today -> 200 as his
has "b4"
PAGE /c/$dube -> 200
has "insister, avec respect"
has "Sans lui, la nuit se passe à attendre."
PAGE /mandat/$work -> 200
has "Un responsable appelle"
has "/a/today/b4.insist:term:$access/hand_over"
# Only whose row it is asks for it.
as ines
PAGE /mandat/$work -> 200
lacks "Un responsable appelle"
POST /today/b4.insist:term:$access/hand_over {"person_id": claire} -> 404
# Marked, it is on the lead's day and no longer on his.
as karim
POST /today/b4.insist:term:$access/hand_over {"person_id": claire} -> 200
GET /today -> 200 as his
lacks "b4.insist:term:$access"
as claire
GET /today -> 200 as hers
has "b4.insist:term:$access"
lacks "b4.condition:term:$access"
PAGE /mandat/$work -> 200
has "Claire prête sa voix et appelle."
# What is missing gets a date from whose it is: theirs, ours, or both.
as karim
PAGE /mandat/$work -> 200
has "Le client donne une date"
has "Nous donnons une date"
FORM /a/promises {"client_id": "$dube", "mandate_id": "$work", "side": "client", "source.type": "term", "source.id:number": "$access", "text": "un accès", "due": "2027-03-12"} -> 303
FORM /a/promises {"client_id": "$dube", "mandate_id": "$work", "side": "us", "source.type": "term", "source.id:number": "$bench", "text": "un banc d'essai", "due": "2027-03-12", "person_id": "$ines"} -> 303
GET /promises?client_id=$dube -> 200 {"items": [any, {"side": "client", "due": "2027-03-12", "shared": true, "source": {"type": "term", "id": access}},
  {"side": "us", "person_id": ines, "due": "2027-03-12", "source": {"type": "term", "id": bench}}]}
# In place: both rows are gone, on every list.
POST /terms/$access/tick {"in_place": true} -> 200
as claire
GET /today -> 200 as hers
lacks "b4.insist"
cli doctor -> 0
