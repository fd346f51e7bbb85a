# conversation 17.6: the page one lands on says what was done, with the way to take it back
staff Karim, Ann
as claire
PATCH /people/$ann {"lang": "en"} -> 200
as karim
POST /clients {"name": "Café Lune", "state": "active"} -> 201 lune
contact Louise of lune agrees
POST /mandates {"client_id": lune, "title": "Vitrine"} -> 201 shop

# in one sentence, with what it was done to
FORM /a/promises {"client_id": "$lune", "side": "us", "text": "Envoyer le plan", "due": "2027-03-12", "next": "/c/$lune?volet=promesses#ours"} -> 303
header Location "/c/$lune?volet=promesses&fait=promise.create:1#ours"
PAGE /c/$lune?volet=promesses&fait=promise.create:1 -> 200
has "role=\"status\"><div class=\"told\"><p>Noté : « Envoyer le plan »</p>"
# … once: a form of that page comes back without it
has "name=\"next\" value=\"/c/$lune?volet=promesses\""
lacks "value=\"/c/$lune?volet=promesses&amp;fait"
PAGE /c/$lune?fait=promise.create:1&volet=promesses -> 200
has "name=\"next\" value=\"/c/$lune?volet=promesses\""
FORM /a/promises/1/done {"next": "/promesse/1?fait=promise.create:1"} -> 303
header Location "/promesse/1?fait=promise.done:1"
# … to who did it, and not to whom the address was sent
as ann
PAGE /promesse/1?fait=promise.done:1 -> 200
lacks "class=\"told\""
POST /promises {"client_id": lune, "side": "us", "text": "Send the list", "due": "2027-03-12"} -> 201 list
FORM /a/promises/$list/done {"next": "/promesse/$list"} -> 303
PAGE /promesse/$list?fait=promise.done:$list -> 200
has "<p>Done: “Send the list”</p>"
# … not once it was taken back, nor when it is long ago
FORM /a/promises/$list/reopen {"next": "/promesse/$list"} -> 303
PAGE /promesse/$list?fait=promise.done:$list -> 200
lacks "<p>Done"
PAGE /promesse/$list?fait=promise.reopen:$list -> 200
has "class=\"told\""
FORM /a/me/questions {"fear": "2"} -> 303
header Location "/point?fait=.questions"

# what is not done here is not said, whatever an address tells
as karim
PAGE /auj?fait=promise.vanish:1 -> 200
lacks "class=\"told\""
PAGE /auj?fait=<b>.done -> 200
lacks "class=\"told\""
PAGE /auj?fait=unicorn.done:1 -> 200
lacks "class=\"told\""
PAGE /auj?fait=promise.done:999 -> 200
lacks "class=\"told\""
as louise
PAGE /p?fait=promise.done:1 -> 200
lacks "Envoyer le plan »"
PAGE /p?fait=exchange -> 200
lacks "Votre message est arrivé."

# an answer goes out and is taken back from the page it was given on
as louise
POST /exchanges {"text": "Puis-je avoir le devis ?"} -> 201
as karim
FORM /a/exchanges {"client_id": "$lune", "channel": "portal", "direction": "out", "deliver": "true", "in_reply_to_id": "1",
  "text": "Il part demain.", "next": "/echange/2"} -> 303
header Location "/echange/2?fait=exchange.create:2"
PAGE /echange/2?fait=exchange.create:2 -> 200
has "action=\"/a/exchanges/2/take_back\""
has "Annuler"
as ann
PAGE /echange/2?fait=exchange.create:2 -> 200
lacks "class=\"told\"><p>Noted: “Il part demain.”</p><form"
as karim
FORM /a/exchanges/2/take_back {"next": "/echange/2"} -> 303
header Location "/c/$lune?fait=exchange.take_back"
PAGE /c/$lune?fait=exchange.take_back -> 200
has "class=\"told\""
GET /exchanges/2 -> 404
# … no longer once it is too late
FORM /a/exchanges {"client_id": "$lune", "channel": "portal", "direction": "out", "deliver": "true", "in_reply_to_id": "1", "text": "Il part ce soir."} -> 303
at 2027-03-01T08:02
PAGE /echange/3?fait=exchange.create:3 -> 200
has "class=\"told\""
lacks "action=\"/a/exchanges/3/take_back\""
at 2027-03-01T08:11
PAGE /echange/3?fait=exchange.create:3 -> 200
lacks "class=\"told\""

# a meeting leads to its recap
FORM /a/exchanges {"client_id": "$lune", "channel": "in_person", "direction": "both", "at": "2027-03-01T07:00", "minutes": "45",
  "text": "Vu les lieux.", "next": "/c/$lune"} -> 303
header Location "/ecrit/…"
