# conversation 17.6: a form keeps what was typed, without a script
staff Karim, Ann
as claire
PATCH /people/$ann {"lang": "en"} -> 200 {"lang": "en"}
POST /people/$karim/set_password {"password": "trois petits chats"} -> 200
as karim
POST /clients {"name": "Café Lune", "state": "active"} -> 201 lune
contact Louise of lune agrees
POST /mandates {"client_id": lune, "title": "Vitrine"} -> 201 shop

# what is missing has its input beside what was typed, and its reason
FORM /a/promises {"client_id": "$lune", "side": "us", "text": "Le dossier <b>\"de presse\"</b>", "due": "",
  "mandate_id": "$shop", "person_id": "$karim", "shared": ["false", "true"], "next": "/c/$lune?volet=promesses"} -> 422
has "<strong>Pour le</strong> à compléter"
has "action=\"/a/promises\""
has "Le dossier &lt;b&gt;&quot;de presse&quot;&lt;/b&gt;</textarea>"
has "<input type=\"date\" name=\"due\" value=\"\">"
has "<option value=\"us\" selected>"
has "<option value=\"$karim\" selected>Karim</option>"
has "<option value=\"$shop\" selected>Vitrine</option>"
has "<input type=\"hidden\" name=\"shared\" value=\"false\"><label class=\"tick\"><input type=\"checkbox\" name=\"shared\" value=\"true\" checked>"
has "<input type=\"hidden\" name=\"client_id\" value=\"$lune\">"
has "<input type=\"hidden\" name=\"next\" value=\"/c/$lune?volet=promesses\">"
has "Renvoyer"
GET /promises -> 200 {"items": []}
# … sent again as it stands there, with its day, it is done
FORM /a/promises {"client_id": "$lune", "side": "us", "text": "Le dossier <b>\"de presse\"</b>", "due": "2027-03-12",
  "mandate_id": "$shop", "person_id": "$karim", "shared": ["false", "true"], "next": "/c/$lune?volet=promesses"} -> 303
GET /promises -> 200 press {"items": [{"text": "Le dossier <b>\"de presse\"</b>", "mandate_id": shop}]}

# a date that is none stays as it was written; so do long texts, several lines and ticks
FORM /a/exchanges {"client_id": "$lune", "channel": "phone", "direction": "in", "at": "hier soir",
  "text": "Première ligne\nDeuxième", "tags": ["thanks", "doubt"], "emotions": "inquiète, pressée"} -> 422
has "<input type=\"text\" name=\"at\" value=\"hier soir\">"
has "Première ligne\nDeuxième</textarea>"
has "<input type=\"checkbox\" name=\"tags\" value=\"thanks\" checked>"
has "<input type=\"checkbox\" name=\"tags\" value=\"doubt\" checked>"
has "value=\"inquiète, pressée\""
FORM /a/exchanges {"client_id": "$lune", "channel": "phone", "direction": "in", "text": long(20001)} -> 422
has "aaaaaaaaaa</textarea>"
has "prend trop de place"

# things inside things keep their names
FORM /a/decisions {"client_id": "$lune", "about": "preference", "question": "Laquelle ?", "needed_by": "bientôt",
  "options.0.label": "Réimprimer", "options.0.pros:lines": "net\ndurable", "options.1.label": "Coller un cartel"} -> 422
has "name=\"options.0.label\" value=\"Réimprimer\""
has "name=\"options.0.pros:lines\" rows=\"3\">\nnet\ndurable</textarea>"
has "name=\"options.1.label\" value=\"Coller un cartel\""

# an action's form is the same
FORM /a/promises/1/move {"due": "", "reason": "Les adresses arrivent lundi.", "next": "/promesse/1"} -> 422
has "action=\"/a/promises/1/move\""
has "Les adresses arrivent lundi."
as ann
FORM /a/promises/1/move {"due": "", "reason": "The addresses come on Monday."} -> 422
has "The addresses come on Monday."
has "Send it again"
as karim

# what is worth a second look is asked with all of it, once
FORM /a/insights {"client_id": "$lune", "question": "pressure", "text": "Son patron est un idiot"} -> 409
has "La personne peut demander à lire ceci"
has "Son patron est un idiot</textarea>"
has "name=\"hints_ok\" value=\"true\""
FORM /a/insights {"client_id": "$lune", "question": "pressure", "text": "Son patron est un idiot", "hints_ok": "true"} -> 303

# a control that came along with what was pasted is a blank, and nothing is lost for it
FORM /a/exchanges {"client_id": "$lune", "channel": "phone", "direction": "out", "text": "Collé\u000bd’ailleurs,\u0000 avec\u0092 peu de soin"} -> 303
GET /exchanges/1 -> 200 {"text": "Collé d’ailleurs,  avec\u00a0 peu de soin"}

# a password is never given back
FORM /a/people/$karim/set_password {"current": "le chien dort", "password": "quatre petits chats"} -> 409
lacks "le chien dort"
lacks "quatre petits chats"

# a session that is over: what was typed goes through the log-in, and is shown, not sent
as browser
FORM /connexion {"email": "karim@mistral.example", "password": "trois petits chats", "next": "/auj"} -> 303
header Location "/auj"
sql "DELETE FROM session" or "DELETE FROM session"
FORM /a/promises {"csrf": "x", "client_id": "$lune", "side": "us", "text": "La liste des voisins à inviter",
  "due": "2027-03-20", "next": "/c/$lune"} -> 401
has "<blockquote>La liste des voisins à inviter</blockquote>"
has "action=\"/connexion?avec\""
read path "name=\"form_path\" value=\"([^\"]*)\""
read body "name=\"form_body\" value=\"([^\"]*)\""
lacks "csrf="
FORM /connexion {"email": "karim@mistral.example", "password": "je ne sais plus", "next": "/c/$lune",
  "form_path": "/a/promises", "form_body": "client_id=$lune&side=us&text=La%20liste%20des%20voisins&due=2027-03-20"} -> 401
has "name=\"form_path\" value=\"/a/promises\""
FORM /connexion {"email": "karim@mistral.example", "password": "trois petits chats", "next": "/c/$lune",
  "form_path": "/a/promises", "form_body": "client_id=$lune&side=us&text=La%20liste%20des%20voisins&due=2027-03-20&next=%2Fc%2F$lune"} -> 200
has "rien n’est encore parti"
has "La liste des voisins</textarea>"
has "<input type=\"date\" name=\"due\" value=\"2027-03-20\">"
read csrf "name=\"csrf\" value=\"([\\w-]+)\""
as karim
GET /promises -> 200 {"items": [any]}
as browser
FORM /a/promises {"csrf": "$csrf", "client_id": "$lune", "side": "us", "text": "La liste des voisins", "due": "2027-03-20"} -> 303
# … only to a door of ours, and never from another site
FORM /connexion {"email": "karim@mistral.example", "password": "trois petits chats",
  "form_path": "//ailleurs.example/a/promises", "form_body": "text=x"} -> 303
FORM /connexion {"email": "karim@mistral.example", "password": "trois petits chats",
  "form_path": "/connexion", "form_body": "text=x"} -> 303
sql "DELETE FROM session" or "DELETE FROM session"
FORM /a/promises (Sec-Fetch-Site: cross-site) {"text": "Virez-moi mille dollars tout de suite"} -> 401
lacks "mille"
# a form opened before another log-in is offered with what that one gave its pages
FORM /connexion {"email": "karim@mistral.example", "password": "trois petits chats", "next": "/auj"} -> 303
FORM /a/promises {"csrf": "ancien", "client_id": "$lune", "side": "us", "text": "Écrit dans l’autre onglet", "due": "2027-03-21"} -> 400
has "Écrit dans l’autre onglet</textarea>"
read csrf "name=\"csrf\" value=\"([\\w-]+)\""
FORM /a/promises {"csrf": "$csrf", "client_id": "$lune", "side": "us", "text": "Écrit dans l’autre onglet", "due": "2027-03-21"} -> 303

# the clients' side: the same
as louise
FORM /a/exchanges {"text": "L’imprimeur demande les fichiers avant ce soir.", "urgent_said": "true", "urgent_reason": "", "next": "/p/dire"} -> 422
has "L’imprimeur demande les fichiers avant ce soir.</textarea>"
has "name=\"urgent_reason\" value=\"\""
has "href=\"/p/dire\""
lacks "/connexion"
as nobody
FORM /a/exchanges {"text": "Le store est vert, pas bleu.", "next": "/p/dire"} -> 401
has "<blockquote>Le store est vert, pas bleu.</blockquote>"
has "action=\"/p/entrer?avec\""
as browser
sql "DELETE FROM session" or "DELETE FROM session"
FORM /p/entrer {"email": "louise@client.example", "next": "/p/dire", "form_path": "/a/exchanges", "form_body": "text=Le%20store%20est%20vert"} -> 200
has "name=\"form_body\" value=\"text=Le%20store%20est%20vert\""
as claire
GET /test/outbox -> 200
read code ".*\\D(\\d{8})\\D"
as browser
FORM /p/code {"email": "louise@client.example", "code": "$code", "next": "/p/dire", "form_path": "/a/exchanges",
  "form_body": "text=Le%20store%20est%20vert&next=%2Fp%2Fdire"} -> 200
has "Le store est vert</textarea>"
read csrf "name=\"csrf\" value=\"([\\w-]+)\""
as louise
GET /exchanges -> 200 {"items": []}
as browser
FORM /a/exchanges {"csrf": "$csrf", "text": "Le store est vert", "next": "/p/dire"} -> 303
as louise
GET /exchanges -> 200 {"items": [{"text": "Le store est vert"}]}
