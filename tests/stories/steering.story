# F13–14: the page of the shared wheel: how often they decide with us, and what that is made of
staff Inès
as ines
POST /clients {"name": "Librairie Sel", "state": "active"} -> 201 sel
contact Sol of sel agrees
PAGE /c/$sel?volet=decisions -> 200
has "href=\"/c/$sel/volant\""
has "Comment le volant est partagé"

# Nothing is said of what nobody knows.
PAGE /c/$sel/volant -> 200
has "<h1>Volant partagé</h1>"
has "au cours des 90 derniers jours"
has "On ne sait pas encore : rien n’a été décidé"
has "On ne sait pas encore : aucune tâche"
lacks "class=\"figure\""
lacks "0 sur 0"

# Asked at nine and begun at ten counts; asked at eleven does not: 2 of 3.
POST /promises {"client_id": sel, "side": "us", "text": "Poser l'enseigne", "due": "2027-03-19"} -> 201 hang
POST /promises {"client_id": sel, "side": "us", "text": "Peindre la porte", "due": "2027-03-19"} -> 201 paint
at 2027-03-01T09:00
POST /decisions {"client_id": sel, "about": "task", "about_id": hang, "question": "Où ?", "options": [{"label": "À gauche"}, {"label": "À droite"}]} -> 201 where
POST /decisions/$where/ask -> 200
at 2027-03-01T10:00
POST /promises/$hang/start -> 200
POST /promises/$paint/start -> 200
at 2027-03-01T11:00
POST /decisions {"client_id": sel, "about": "task", "about_id": paint, "question": "De quelle <couleur> ?", "options": [{"label": "Bleue"}, {"label": "Verte"}]} -> 201 colour
POST /decisions/$colour/ask -> 200
POST /decisions {"client_id": sel, "about": "preference", "question": "Mat ou brillant ?", "options": [{"label": "Mat"}, {"label": "Brillant"}]} -> 201 gloss
POST /exchanges {"client_id": sel, "channel": "phone", "direction": "both"} -> 201 call
POST /decisions/$gloss/choose {"n": 1, "chosen_by": "joint", "exchange_id": call, "contact_id": sol} -> 200
as sol
GET /decisions?state=asked -> 200 asked {"items": [any, any]}
POST /decisions/$asked.items.0.id/choose {"n": 0} -> 200
POST /decisions/$asked.items.1.id/choose {"n": 0} -> 200
as ines
GET /clients/$sel/steering -> 200 {"shared": {"k": 2, "n": 3, "percent": null, "text": "2 sur 3", "decisions": [
  {"decision_id": where, "how": "choisi par le client", "at": "2027-03-01T11:00"},
  {"decision_id": colour, "how": "choisi par le client, demandé une fois la tâche commencée"}, {"decision_id": gloss, "how": "choisi ensemble"}]},
  "before": {"k": 1, "n": 2, "text": "1 sur 2", "decisions": [{"decision_id": where, "how": "demandé avant que la tâche commence", "at": "2027-03-01T09:00"}, {"decision_id": colour}]}}
PAGE /c/$sel/volant -> 200
has "<a href=\"/c/$sel\">Librairie Sel</a>"
has "2 sur 3"
has "<a class=\"line-main\" href=\"/decision/$where\">Où ?</a>"
has "De quelle &lt;couleur&gt; ?"
has "choisi ensemble"
has "1 sur 2"
lacks "On ne sait pas encore"

# It is the team's.
PAGE /c/999/volant -> 404
as sol
PAGE /c/$sel/volant -> 404
