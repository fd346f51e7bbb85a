# conversation 16.1: our answers on the client's page, read there or from their letter, and answered under them
staff Karim
as karim
POST /clients {"name": "Café Lune", "state": "active"} -> 201 lune
contact Noémie of lune
contact Paul of lune
as noemie
POST /exchanges {"text": "La vitrine sera-t-elle prête jeudi ?"} -> 201 ask
at 2027-03-01T14:54
as karim
GET /exchanges?client_id=$lune -> 200 ours
POST /exchanges {"client_id": lune, "channel": "portal", "direction": "out", "deliver": true, "in_reply_to_id": "$ours.items.0.id",
  "text": "Oui, jeudi à 10 h.\nLe plan : https://mistral.example/plan."} -> 201 yes

# her home says first that an answer came, without its words: looking there is not reading
as noemie
PAGE /p -> 200
has "Karim vous a répondu."
has "/p/echanges#$yes.pub"
has "La vitrine sera-t-elle prête jeudi ?"
lacks "Oui, jeudi"
as karim
PAGE /p?client_id=$lune -> 200
has "Karim vous a répondu."
PAGE /p/echanges?client_id=$lune -> 200
has "Oui, jeudi à 10 h."
GET /portal?client_id=$lune -> 200
at 2027-03-01T14:55
GET /exchanges/$yes -> 200 {"delivery": [{"contact_id": noemie, "state": "left", "seen_at": null}]}

# on the page of messages it stands under hers, and is read; hers says that it was answered
as noemie
at 2027-03-01T15:00
PAGE /p/echanges -> 200
has "Oui, jeudi à 10 h.\nLe plan : <a href=\"https://mistral.example/plan\" rel=\"noreferrer\">https://mistral.example/plan</a>."
has "id=\"$yes.pub\""
has "name=\"in_reply_to_id\" value=\"$yes.pub\""
GET /portal -> 200 {"conversation": [
  {"id": "$ask.id", "from": "client", "state": "answered", "text_state": "Karim vous a répondu le lundi 1er mars."},
  {"id": "$yes.pub", "at": "2027-03-01T14:54", "from": "us", "name": "Karim", "in_reply_to": "$ask.id", "state": absent, "until": absent, "parked_to": absent, "text_state": absent}]}
as karim
GET /exchanges/$yes -> 200 {"delivery": [{"seen_at": "2027-03-01T15:00"}]}
as noemie
PAGE /p -> 200
lacks "À lire"
has "Oui, jeudi à 10 h."
as paul
PAGE /p/echanges -> 200
lacks "jeudi"
PAGE /p -> 200
lacks "jeudi"
PAGE /p/r/$yes.pub -> 404

# her word goes under ours
as noemie
FORM /a/exchanges {"text": "Parfait, merci.", "in_reply_to_id": "$yes.pub", "next": "/p/echanges"} -> 303
GET /portal -> 200 {"conversation": [any, any, {"text": "Parfait, merci.", "in_reply_to": "$yes.pub", "state": "waiting"}]}

# an older question asked again stands with its answer, the newest word last
POST /exchanges {"text": "Et la facture ?"} -> 201 bill
as karim
POST /exchanges {"client_id": lune, "channel": "email", "direction": "out", "deliver": true, "contact_ids": [noemie], "text": "Voici la carte."} -> 201 card
as noemie
PAGE /p -> 200
has "Karim vous a écrit."
FORM /a/exchanges {"text": "Une précision.", "in_reply_to_id": "$yes.pub", "next": "/p/echanges"} -> 303
PAGE /p/echanges -> 200
read order "Et la facture \\?[^]*Voici la carte\\.[^]*La vitrine sera[^]*Parfait, merci\\.[^]*(Une précision)"

# by the letter alone: this answer, and her word under it; nothing else of hers
as karim
POST /exchanges {"client_id": lune, "channel": "portal", "direction": "out", "deliver": true, "contact_ids": [paul], "text": "Bonjour Paul."} -> 201 hello
at 2027-03-01T15:30
as claire
GET /test/outbox -> 200
read link "paul@client\\.example[^]*?(/l/[\\w-]{64})"
as browser
FORM $link (Sec-Fetch-Site: same-origin) -> 303
header Location "/p/r/$hello.pub"
PAGE /p/echanges -> 303
as karim
GET /exchanges/$hello -> 200 {"delivery": [{"state": "left", "seen_at": null}]}
as browser
PAGE /p/r/$hello.pub -> 200
has "Bonjour Paul."
has "href=\"/p/entrer\""
read csrf "name=\"csrf\" value=\"([\\w-]+)\""
as karim
GET /exchanges/$hello -> 200 {"delivery": [{"seen_at": "2027-03-01T15:30"}]}
as browser
PAGE /p/r/$yes.pub -> 404
PAGE /p/echanges -> 303
header Location "/p/entrer?next=/p/echanges"
PAGE /p/ecrire -> 200
has "<textarea"
FORM /a/exchanges {"csrf": "$csrf", "text": "Bonjour Karim.", "in_reply_to_id": "$hello.pub", "next": "/p/r/$hello.pub"} -> 303
header Location "/p/r/$hello.pub?fait=exchange"
PAGE /p/r/$hello.pub?fait=exchange -> 200
has "Votre message est arrivé."
as paul
GET /portal -> 200 {"conversation": [{"text": "Bonjour Paul."}, {"text": "Bonjour Karim.", "in_reply_to": "$hello.pub", "state": "waiting"}]}

# who is let in to all of theirs finds it where the others are
PAGE /p/r/$hello.pub -> 303
header Location "/p/echanges#$hello.pub"
as karim
PAGE /p/r/$hello.pub -> 404

# an answer given to another person of theirs is none to this reader
as noemie
GET /portal -> 200 {"conversation": [any, any, any, any, any, {"text": "Une précision.", "state": "answered", "text_state": "Karim a répondu à quelqu’un de chez vous le lundi 1er mars."}]}
lacks "Bonjour Paul"

# fifty are shown, the last ones, the oldest first
as karim
repeat 50 POST /exchanges {"client_id": lune, "channel": "portal", "direction": "out", "deliver": true, "contact_ids": [noemie], "text": "Note $n"} -> 201
as noemie
GET /portal -> 200 {"conversation": [{"text": "Note 1"}, ...]}
lacks "Une précision"
