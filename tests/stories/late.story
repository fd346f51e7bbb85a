# model 5.2, 5.3, api.md 3: figures that do not flatter, words that stay ours, what is a lead's
staff Karim, Inès
as karim
POST /clients {"name": "Café Lune", "state": "active"} -> 201 lune
contact Noémie of lune agrees

# 5.2: noted afterwards, it counts late and says so; "received" settles it.
at 2027-03-01T10:00
POST /promises {"client_id": lune, "side": "us", "text": "L'envoi", "due": "2027-03-01"} -> 201 mail
POST /promises {"client_id": lune, "side": "us", "text": "Le colis", "due": "2027-03-01"} -> 201 parcel
at 2027-03-03T09:00
POST /promises/$mail/done {"done_at": "2027-03-01T16:00"} -> 200
POST /promises/$parcel/done {"done_at": "2027-03-01T16:00"} -> 200
GET /clients/$lune/say_do -> 200 {"us": {"k": 0, "n": 2, "promises": [{"kept": false, "noted_late": true}, {"kept": false, "noted_late": true}]}}
as noemie
POST /promises/$parcel.pub/acknowledge -> 200
GET /promises/$mail.pub -> 200 {"done_by": absent, "done_noted_at": absent}
as karim
GET /clients/$lune/say_do -> 200 {"us": {"k": 1, "n": 2, "promises": [{"id": mail, "kept": false, "noted_late": true}, {"id": parcel, "kept": true, "noted_late": false}]}}
PAGE /promesse/$mail -> 200
has "noté après coup"
PAGE /promesse/$parcel -> 200
lacks "noté après coup"
PAGE /c/$lune -> 200
has "1 fois noté après coup : compté en retard"
lacks "de leur côté"
# P7b: theirs is a ratio too, to us alone.
POST /promises {"client_id": lune, "side": "client", "text": "Les photos", "due": "2027-03-03"} -> 201 photos
POST /promises/$photos/done -> 200
PAGE /c/$lune -> 200
has "Dit, fait, de leur côté</h2>\n\t\t<p class=\"figure\">1 sur 1</p>"
as noemie
PAGE /p -> 200
lacks "1 sur 1"
as karim

# F3: what is wrong with it is a problem that they raise; nothing else is noted.
POST /promises {"client_id": lune, "side": "us", "text": "Le dossier", "due": "2027-03-31", "deliverable": true} -> 201 kit
as noemie
PAGE /p -> 200
has "Que manque-t-il à vos yeux"
has "Quelque chose n’y est pas juste"
FORM /a/promises/$kit.pub/gap {"text": "Les chiffres sont faux.", "wrong": "true", "next": "/p"} -> 303
as karim
GET /matters?client_id=$lune -> 200 {"items": [{}, {}, {"title": "Les chiffres sont faux.", "body": "Les chiffres sont faux.", "nature": "problem", "noticed_by_side": "client",
  "promise_id": kit, "state": "noticed", "found_by_client_at": "2027-03-03T09:00", "told_first": false, "clocks": [{"type": "a1c"}]}]}
GET /terms?client_id=$lune -> 200 {"items": []}
GET /exchanges?client_id=$lune -> 200 {"items": []}

# E13–14: stuck on what is ours alone, no word of it goes to the client; tapped twice, it is one.
POST /promises {"client_id": lune, "side": "us", "text": "SENTINELLE", "due": "2027-03-31", "shared": false} -> 201 inner
POST /promises/$inner/stuck {"text": "l'imprimeur n'a pas le papier"} -> 200 {"created": [{"kind": "matter", "id": 4}]}
POST /promises/$inner/stuck {"text": "l'imprimeur n'a pas le papier"} -> 200 {"created": [{"kind": "matter", "id": 4}]}
POST /promises/$inner/stuck {"text": "ni le carton"} -> 200 {"created": [{"kind": "matter", "id": 4}]}
POST /promises/$inner/stuck -> 200 {"created": [{"kind": "matter", "id": 4}]}
GET /matters/4 -> 200 {"title": "Je bloque : l'imprimeur n'a pas le papier", "body": "l'imprimeur n'a pas le papier\nni le carton", "promise_id": inner}
lacks "SENTINELLE"
POST /exchanges {"client_id": lune, "channel": "phone", "direction": "both"} -> 201 call
POST /matters/4/tell {"exchange_id": call} -> 200
as noemie
GET /matters -> 200
lacks "SENTINELLE"
PAGE /p -> 200
lacks "SENTINELLE"
as karim
POST /promises {"client_id": lune, "side": "us", "text": "SENTINELLE", "due": "2027-03-31", "shared": false} -> 201 silent
POST /promises/$silent/stuck -> 200 quiet
GET /matters/$quiet.created.0.id -> 200 {"title": "Je bloque", "body": null}
# Once it is over, stuck again is another.
POST /matters {"client_id": lune, "nature": "idea", "title": "Une idée"} -> 201
as claire
PATCH /clients/$lune {"lang": "en"} -> 200
as karim
POST /promises {"client_id": lune, "side": "us", "text": "SENTINELLE", "due": "2027-03-31", "shared": false} -> 201 english
POST /promises/$english/stuck {"text": "no paper"} -> 200 stuck
GET /matters/$stuck.created.0.id -> 200 {"title": "Je bloque : no paper"}
# Past its date, it becomes nobody's problem.
at 2027-04-02T09:00
GET /matters?client_id=$lune -> 200
lacks "SENTINELLE"

# P17: why those above us decided so is said by one of them; T4: what the library holds, a lead takes out.
POST /matters {"client_id": lune, "title": "Le prix monte", "superior_decision": true, "superior_reason": "Le papier a doublé."} -> 403 lead_only
POST /matters {"client_id": lune, "title": "Le prix monte", "superior_decision": true} -> 201 price
PATCH /matters/$price {"superior_reason": "Le papier a doublé."} -> 403 lead_only
PATCH /matters/$price {"superior_reason": null} -> 403 lead_only
# Who may is asked before what is given, and before what was seen.
PATCH /matters/$price (If-Match: "0") {"superior_reason": "x", "tier": 1, "severity": 9} -> 403 lead_only
POST /matters {"client_id": lune, "title": "", "superior_reason": "x"} -> 403 lead_only
PATCH /clients/$lune {"kind": "internal"} -> 403 lead_only
PATCH /clients/$lune {"state": "ended"} -> 422 invalid {"fields": {"state": "not_settable"}}
POST /mandates {"client_id": lune, "title": "La carte"} -> 201 menu
POST /mandates/$menu/start (If-Match: "0") {"override_reason": "x", "vip": true} -> 403 lead_only
POST /mandates/$menu/start {"override_reason": ""} -> 403 lead_only
POST /mandates/$menu/start (If-Match: "0") {"vip": true} -> 412 etag_mismatch
POST /mandates/$menu/start {"vip": true} -> 422 invalid {"fields": {"vip": "unknown"}}
POST /mandates/$menu/start -> 409 need_not_confirmed
POST /promises {"client_id": lune, "side": "us", "text": "La carte", "due": "2027-05-03"} -> 201 card
POST /promises/$card/acknowledge (If-Match: "0") {"vip": true} -> 403 author_only
as noemie
POST /promises/$card.pub/done {"vip": true} -> 404 not_found
POST /promises/$card.pub/move {} -> 404 not_found
as karim
PAGE /probleme/$price -> 200
lacks "name=\"superior_reason\""
FORM /a/matters/$price/patch {"title": "Le prix monte un peu"} -> 303
POST /terms {"kind": "condition", "owed_by": "client", "text": "Un décideur", "why": "Sinon rien."} -> 201 proposed {"state": "noted"}
POST /terms/$proposed/drop -> 403 lead_only
PAGE /bibliotheque -> 200
lacks "/a/terms/$proposed/drop"
as claire
PATCH /matters/$price {"superior_reason": "Le papier a doublé."} -> 200 {"superior_reason": "Le papier a doublé."}
PAGE /probleme/$price -> 200
has "name=\"superior_reason\""
PAGE /bibliotheque -> 200
has "/a/terms/$proposed/drop"
POST /terms/$proposed/adopt -> 200
as ines
POST /terms/$proposed/drop -> 403 lead_only
as claire
POST /terms/$proposed/drop -> 200 {"record": {"state": "dropped"}}
cli doctor -> 0
