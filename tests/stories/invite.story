# A colleague is invited by letter and chooses their own password; a forgotten one is reset by letter
staff Karim
as claire
POST /people/$karim/set_password {"password": "trois petits chats"} -> 200
PAGE /equipe -> 200
has "name=\"invite\""
POST /test/letter {"to": "zoe@mistral.example", "answer": "450"} -> 200
FORM /a/people/join {"name": "Zoé Roy", "email": "zoe@mistral.example", "role": "member", "invite": "true"} -> 303
header Location "/personne/3"
PAGE /personne/3 -> 200
has "Le courriel qui le permet n’est pas encore parti : le serveur de courrier ne le prend pas encore (en attente jusqu’à jeudi 8 h)."
POST /test/letter {"to": "zoe@mistral.example", "answer": "550"} -> 200
at 2027-03-01T08:02
PAGE /personne/3 -> 200
has "Cette adresse a refusé la lettre"
GET /test/outbox -> 200 {"items": []}
POST /test/letter {"to": "zoe@mistral.example", "answer": "250"} -> 200
POST /people/3/invite -> 200
PAGE /personne/3 -> 200
has "Invitation partie"
GET /test/outbox -> 200 {"items": [{"to": "zoe@mistral.example", "subject": "Agence Mistral : Claire vous invite dans Entente"}]}
read first "(/motdepasse/[\\w-]+)"
FORM /a/people/join {"name": "Sans Lettre", "email": "sans@mistral.example", "role": "member"} -> 303
FORM /a/people/join {"name": "Trop", "email": "zoe@mistral.example", "role": "member", "invite": "true"} -> 422
as karim
FORM /a/people/join {"name": "Trop", "email": "trop@mistral.example", "role": "member"} -> 403
POST /people/3/invite -> 403 lead_only

# Sent again: the earlier letter opens nothing any more.
as claire
POST /people/3/invite -> 200
GET /test/outbox -> 200 {"items": [{}, {"to": "zoe@mistral.example"}]}
read link ".*\"text\": ?\"[^\"]*?(/motdepasse/[\\w-]+)"
as nobody
PAGE $first -> 404 as over
has "/connexion/oubli"
PAGE /motdepasse/nimportequoi -> 404
same as over
PAGE $link -> 200
has "Bonjour Zoé,"
FORM $link {"password": "neuf-lett"} -> 422
has "10 caractères"
FORM $link {"password": "un secret à moi"} -> 303
header Location "/connexion?fait=motdepasse"
PAGE /connexion?fait=motdepasse -> 200
has "Votre mot de passe est gardé"
has "/connexion/oubli"
# It served once.
PAGE $link -> 404
FORM $link {"password": "un autre secret"} -> 404
FORM /connexion {"email": "zoe@mistral.example", "password": "un secret à moi"} -> 303
FORM /connexion {"email": "zoe@mistral.example", "password": "un autre secret"} -> 401
as claire
PAGE /personne/3 -> 200
lacks "Invitation"
lacks "mot de passe encore"

# Forgotten: the same answer whether the address is known or not, and no letter to a contact, nor to who left.
POST /clients {"name": "Café Lune"} -> 201 lune
contact Noémie of lune
as nobody
FORM /connexion/oubli {"email": "personne@ailleurs.example"} -> 200 as unknown
FORM /connexion/oubli {"email": "noemie@client.example"} -> 200
same as unknown
FORM /connexion/oubli {"email": "KARIM@mistral.example"} -> 200
same as unknown
as claire
GET /test/outbox -> 200 {"items": [{}, {}, {"to": "karim@mistral.example", "subject": "Agence Mistral : un nouveau mot de passe"}]}
read way ".*\"text\": ?\"[^\"]*?(/motdepasse/[\\w-]+)"
as nobody
FORM $way {"password": "quatre petits chats"} -> 303
FORM /connexion {"email": "karim@mistral.example", "password": "quatre petits chats"} -> 303
FORM /connexion {"email": "karim@mistral.example", "password": "trois petits chats"} -> 401
as claire
GET /test/outbox -> 200 {"items": [{}, {}, {}, {"to": "karim@mistral.example", "subject": "…mot de passe…"}]}

# Three at a time, no more; a way in is for the address it was sent to, and for who is here.
as nobody
repeat 5 FORM /connexion/oubli (X-Real-IP: 10.0.2.$n) {"email": "karim@mistral.example"} -> 200
as claire
GET /test/outbox -> 200 {"items": [{}, {}, {}, {}, {"to": "karim@mistral.example"}, {"to": "karim@mistral.example"}, {"to": "karim@mistral.example"}]}
read way ".*\"text\": ?\"[^\"]*?(/motdepasse/[\\w-]+)"
PATCH /people/$karim {"email": "k@mistral.example"} -> 200
as nobody
PAGE $way -> 404
as claire
PATCH /people/$karim {"email": "karim@mistral.example"} -> 200
as nobody
PAGE $way -> 200
as claire
POST /people/$karim/deactivate -> 200
POST /people/$karim/invite -> 409 person_inactive
as nobody
PAGE $way -> 404
as claire
POST /people/$noemie/invite -> 409 staff_only_role
GET /audit?action=password_asked -> 200 {"items": [{}, {}, {}, {}, {}, {}, {}, {}]}
cli doctor -> 0

# In English.
POST /people {"name": "Ann Lee", "email": "ann@mistral.example", "role": "member", "lang": "en"} -> 201 ann
POST /people/$ann/invite -> 200
GET /test/outbox -> 200
has "Agence Mistral: Claire invites you to Entente"
read way ".*\"text\": ?\"[^\"]*?(/motdepasse/[\\w-]+)"
as nobody
PAGE $way -> 200
has "Choose your password"

# What a client writes to somebody invited is another letter: it says nothing of the invitation,
# and goes to the address of now.
as claire
POST /people {"name": "Léo Roy", "email": "leo@mistral.example", "role": "member"} -> 201 leo
POST /people/$leo/invite -> 200
POST /clients {"name": "Cuisine Nour", "responsible_id": "$leo"} -> 201 nour
contact Nour of nour
POST /test/letter {"to": "leo@mistral.example", "answer": "450"} -> 200
as nour
POST /exchanges {"text": "Bonjour Léo."} -> 201
as claire
PAGE /personne/$leo -> 200
has "Invitation partie"
PATCH /people/$leo {"email": "leo.roy@mistral.example"} -> 200
at 2027-03-01T08:10
GET /test/outbox -> 200
has "\"to\":\"leo.roy@mistral.example\""
