# Conversation 15.2: a letter that waits is said to leave in a moment, for a minute; then why it waits, and until when
staff Karim
as karim
POST /clients {"name": "Café Lune", "state": "active"} -> 201 lune
contact Noémie of lune
at 2027-03-01T09:00
as claire
POST /test/letter {"to": "noemie@client.example", "answer": "none"} -> 200
as karim
POST /exchanges {"client_id": lune, "channel": "portal", "direction": "out", "text": "Bonjour.", "deliver": true} -> 201 hello
POST /writings {"client_id": lune, "kind": "welcome", "body": "Bienvenue."} -> 201 welcome
POST /writings/$welcome/send -> 200
# Twenty seconds, and the minute.
at 2027-03-01T09:01:20
GET /today -> 200 {"rows": [], "empty": {"client_id": lune}}
PAGE /c/$lune -> 200
has "Noémie : part dans un instant"
has "Rien n’attend ici."
PAGE /c/$lune?volet=entente -> 200
has "part dans un instant"
lacks "envoyé"
at 2027-03-01T09:01:21
GET /today -> 200 {"rows": [], "empty": null}
PAGE /auj -> 200
has "2 courriels attendent de partir. Le plus ancien n’est pas encore parti : aucun serveur de courrier n’est réglé (en attente jusqu’à jeudi 9 h)."
has "/echange/$hello"
lacks "Rien n’attend"
PAGE /c/$lune -> 200
has "Noémie : n’est pas encore parti : aucun serveur de courrier n’est réglé (en attente jusqu’à jeudi 9 h)"
lacks "Rien n’attend"
lacks "part dans un instant"
PAGE /ecrit/$welcome -> 200
has "Ce n’est pas encore parti."
lacks "Envoyé"
# Somebody else’s day is not theirs.
as claire
PAGE /auj -> 200
lacks "attendent de partir"
# The mail server is there, and says "later".
POST /test/letter {"to": "noemie@client.example", "answer": "450"} -> 200
at 2027-03-01T09:02
as karim
PAGE /ecrit/$welcome -> 200
has "n’est pas encore parti : le serveur de courrier ne le prend pas encore (en attente jusqu’à jeudi 9 h)"
as claire
POST /test/letter {"to": "noemie@client.example", "answer": "250"} -> 200
at 2027-03-01T09:10
as karim
PAGE /auj -> 200
has "Rien n’attend"
lacks "attendent de partir"
PAGE /c/$lune -> 200
has "Noémie : parti à 9 h"
cli doctor -> 0 "clocks: 0 differ"
