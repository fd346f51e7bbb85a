# conversation, the first hour: an empty firm, by its pages, without a script and without a dead end
as nobody
PAGE / -> 200
has "Vous êtes client ?"
has "href=\"/p/entrer\""
has "href=\"/connexion\""
PAGE / (Accept-Language: en) -> 200
has "You are a client?"

# Today says what to do first
as claire
PAGE /auj -> 200
has "Ajoutez votre premier client"
has "href=\"/clients#new\""
PAGE /clients -> 200
has "id=\"new\" open"
# so does noting: the client it needs is added there, and it goes on
PAGE /noter -> 200
has "Quel client ?"
lacks "name=\"text\""
PAGE /noter?client=%20Caf%C3%A9%20Lune%20 -> 200
has "Personne de ce nom"
has "name=\"name\" value=\"Café Lune\""
has "name=\"next\" value=\"/noter?client_id={id}\""
FORM /a/clients {"name": "Café Lune", "state": "active", "next": "/noter?client_id={id}"} -> 303
header Location "/noter?client_id=1&fait=client.create:1"
PAGE /noter?client_id=1&fait=client.create:1 -> 200
has "Noté : « Café Lune »"
has "Ajouter la personne à qui vous parlez"
FORM /a/people {"client_id": "1", "role": "contact", "name": "Noémie Roy", "email": "noemie@lune.example", "phone": "", "next": "/noter?client_id=1"} -> 303
header Location "/noter?client_id=1&fait=person.create:2"
PAGE /auj -> 200
has "Notez un premier échange"
has "href=\"/noter?client_id=1\""
# with whom, how long, when, in answer to what
PAGE /noter?client_id=1 -> 200
has "name=\"contact_ids\" value=\"2\""
has "name=\"minutes\""
has "name=\"at\""
lacks "name=\"in_reply_to_id\""
POST /exchanges {"client_id": 1, "channel": "email", "direction": "in", "subject": "Le menu", "contact_ids": [2]} -> 201
PAGE /noter?client_id=1 -> 200
has ", Le menu</option>"
FORM /a/exchanges {"client_id": "1", "channel": "email", "direction": "out", "text": "Le menu est prêt.", "in_reply_to_id": "1", "next": "/c/1"} -> 303
GET /exchanges/1 -> 200 {"answered_by_id": 2}

# a meeting leads to its recap, which is composed, read and sent
at 2027-03-01T10:00
FORM /a/exchanges {"client_id": "1", "channel": "in_person", "direction": "both", "at": "2027-03-01T09:00", "minutes": "45",
  "contact_ids": ["", "2"], "text": "Elle veut que le quartier vienne.", "mandate_id": "", "in_reply_to_id": "", "next": "/c/1"} -> 303
header Location "/ecrit/1?fait=exchange.create:3"
PAGE /auj -> 200
has "Envoyez ce qui a été compris"
has "href=\"/ecrit/1\""
PAGE /ecrit/1 -> 200
read rev "name=\"rev\" value=\"(\\d+)\""
FORM /a/writings/1/compose {"rev": "$rev", "notes": "Elle veut que le quartier vienne.", "facts:lines": "Le quartier ne vient pas le samedi",
  "emotions": "inquiète", "what_now": "Nous proposons trois soirées.", "questions:lines": "", "promise_ids:numbers": "", "then": "read"} -> 303
FORM /a/writings/1/send {"next": "/ecrit/1"} -> 303
PAGE /ecrit/1?fait=writing.send:1 -> 200
has "action=\"/a/writings/1/take_back\""

# the engagement, then its agreement
PAGE /auj -> 200
has "Ouvrez un mandat"
PAGE /c/1?volet=entente -> 200
has "action=\"/a/mandates\""
FORM /a/mandates {"client_id": "1", "title": "Trois soirées", "need": "Que le quartier vienne le samedi."} -> 303
header Location "/mandat/1?fait=mandate.create:1"
PAGE /auj -> 200
has "Envoyez l’entente"
has "href=\"/mandat/1\""

# a problem perceived adds the client it needs as well
PAGE /probleme?client=Boréal -> 200
has "name=\"next\" value=\"/probleme?client_id={id}\""
PAGE /probleme?client=lun -> 200
has "href=\"/probleme?client_id=1\""
PAGE /probleme?client=cafe%20lune -> 200
has "name=\"title\""
has "name=\"client_id\" value=\"1\""
PAGE /probleme?client=%25 -> 200
has "Quel client ?"

# who brought many clients from elsewhere is told nothing of the kind
repeat 4 POST /clients {"name": "Client $n", "state": "active"} -> 201
PAGE /auj -> 200
has "Envoyez l’entente"
POST /clients {"name": "Client 5", "state": "active"} -> 201
PAGE /auj -> 200
lacks "Envoyez l’entente"
# every one of them is found by typing
PAGE /noter?client=client%204 -> 200
has "name=\"text\""
PAGE /noter?client=clie -> 200
has "Client 1</a>"
has "Client 5</a>"
