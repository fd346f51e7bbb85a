# P15: about a problem the client reads "we", whatever way a colleague is written; what they wrote is theirs
staff Karim, Inès, Tom Pelletier, Rose
at 2027-03-08T10:00
as karim
POST /clients {"name": "Musée du Port", "state": "active"} -> 201 port
contact Nina of port agrees
POST /exchanges {"client_id": port, "channel": "phone", "direction": "both", "contact_ids": [nina]} -> 201 call
POST /matters {"client_id": port, "title": "TOM a perdu un fichier", "body": "Tom Pelletier l'a cherché avec “Inès” et inès ; Tomate non. rose, dit Karim.", "our_part": "tom-pelletier aurait dû le garder."} -> 201 lost
POST /matters/$lost/tell {"exchange_id": call} -> 200
as nina
GET /matters/$lost.pub -> 200 {"title": "Nous a perdu un fichier", "body": "Nous l'a cherché avec “nous” et nous ; Tomate non. rose, dit Karim.", "our_part": "Nous aurait dû le garder."}
PAGE /p -> 200
lacks "TOM"
lacks "Pelletier"

# A decision about it, whose every text she reads; her own way stays as she wrote it.
as karim
POST /writings {"client_id": port, "kind": "problem", "about": {"type": "matter", "id": lost}, "understood": {"facts": ["Le fichier manque."], "emotions": ["déçue"]}} -> 201 note
POST /writings/$note/send -> 200
as nina
POST /writings/$note.pub/confirm -> 200
as karim
POST /insights {"client_id": port, "question": "goal", "text": "Ouvrir."} -> 201 goal
POST /decisions {"client_id": port, "about": "problem", "about_id": lost, "question": "Demander à Tom ?", "recommended_option": 0, "options": [
  {"label": "TOM refait", "pros": ["inès aide"], "cons": ["tom est pris"], "impacts": "Tom veille", "gives_up_client": "Le soir de Tom", "serves": goal,
   "promises": [{"side": "us", "text": "Tom refait", "due": "2027-03-12"}]},
  {"label": "Attendre", "pros": ["rien"], "cons": ["tard"], "gives_up_us": "Le mois de Tom"}]} -> 201 way
POST /decisions/$way/ask -> 200
as nina
POST /decisions/$way.pub/add_option {"label": "Appeler Tom", "text": "INÈS aussi"} -> 200
GET /decisions/$way.pub -> 200 {"question": "Demander à nous ?", "options": [
  {"label": "Attendre"}, {"label": "Appeler Tom", "pros": ["INÈS aussi"]},
  {"label": "Nous refait", "pros": ["Nous aide"], "cons": ["Nous est pris"], "impacts": "Nous veille", "gives_up_client": "Le soir de nous", "promises": [{"text": "Nous refait"}]}]}
lacks "theirs"
PAGE /p/d/$way.pub -> 200
lacks "TOM"
has "Appeler Tom"
# Put otherwise by one of us, it is ours.
as karim
GET /decisions/$way -> 200 {"question": "Demander à Tom ?"}
POST /decisions/$way/edit_option {"n": 2, "label": "Téléphoner à Tom"} -> 200
as nina
GET /decisions/$way.pub -> 200 {"options": [{"label": "Attendre"}, {"label": "Téléphoner à nous", "pros": ["Nous aussi"]}, any]}

# A decision about anything else says who.
as karim
POST /decisions {"client_id": port, "about": "preference", "question": "Avec Tom ou Rose ?", "options": [{"label": "Tom"}, {"label": "Rose"}]} -> 201 with
POST /decisions/$with/ask -> 200
as nina
GET /decisions/$with.pub -> 200 {"question": "Avec Tom ou Rose ?", "options": [{"label": "Tom"}, {"label": "Rose"}]}

# What she raised stays in her words, until one of us puts it otherwise.
POST /matters {"title": "Tom a raccroché", "body": "Nous est impoli, INÈS aussi."} -> 201 rude
GET /matters/$rude -> 200 {"title": "Tom a raccroché", "body": "Nous est impoli, INÈS aussi."}
as karim
GET /matters/2 -> 200 {"title": "Tom a raccroché"}
PATCH /matters/2 {"our_part": "Tom aurait dû rappeler."} -> 200
as nina
GET /matters/$rude -> 200 {"title": "Tom a raccroché", "our_part": "Nous aurait dû rappeler."}
as karim
PATCH /matters/2 {"title": "Tom a coupé court"} -> 200
as nina
GET /matters/$rude -> 200 {"title": "Nous a coupé court", "body": "Nous est impoli, nous aussi."}

# A name that is a word too is asked about, once, and stays as it is; the signer's is no question.
as karim
POST /writings {"client_id": port, "kind": "problem", "about": {"type": "matter", "id": lost}, "body": "La ROSE du logo a pâli, dit Karim.", "understood": {"facts": ["La rose a pâli."], "emotions": ["déçue"]}} -> 201 flower
  {"hints": [{"code": "colleague", "field": "understood", "match": "Rose"}, {"code": "colleague", "field": "body"}]}
POST /writings/$flower/send -> 409 confirm_hints {"hints": [{"code": "colleague", "match": "Rose"}, any]}
POST /writings/$flower/send {"hints_ok": true} -> 200
as nina
GET /writings/$flower.pub -> 200 {"body": "La ROSE du logo a pâli, dit Karim.", "understood": {"facts": ["La rose a pâli."]}}
# In a decision about it too, whoever is meant.
as karim
POST /decisions {"client_id": port, "about": "problem", "about_id": lost, "question": "Demander à Rose ?", "options": [
  {"label": "Oui", "pros": ["vite"], "cons": ["cher"]}, {"label": "Non", "pros": ["moins cher"], "cons": ["long"]}]} -> 201 whom
POST /decisions/$whom/ask -> 409 confirm_hints {"hints": [{"code": "colleague", "field": "question", "match": "Rose"}]}
POST /decisions/$whom/ask {"hints_ok": true} -> 200
as nina
GET /decisions/$whom.pub -> 200 {"question": "Demander à Rose ?"}
