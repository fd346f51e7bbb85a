# conversation 16.1, 16.5: the client's side of it: what they wrote stays, with what became of it
staff Karim, Inès
as karim
POST /clients {"name": "Café Lune", "state": "active"} -> 201 lune
POST /clients {"name": "Librairie Sel", "state": "active"} -> 201 sel
contact Noémie of lune
contact Paul of lune
contact Ida of sel

# before the first word, it is said what will stand here
as noemie
GET /portal -> 200 {"conversation": []}
PAGE /p/echanges -> 200
has "Rien n’est encore écrit ici."
has "/p/ecrire"

# there is room to write, and one lands on what one wrote, with what becomes of it
at 2027-03-08T09:30
PAGE /p/ecrire -> 200
has "Écrire à Karim"
has "Karim vous répond avant mardi 9 h 30."
has "<textarea name=\"text\""
has "name=\"urgent_reason\""
FORM /a/exchanges {"text": "Bonjour Karim,\nLa vitrine sera-t-elle prête jeudi ?", "next": "/p/echanges"} -> 303
header Location "/p/echanges?fait=exchange"
PAGE /p/echanges?fait=exchange -> 200
has "Votre message est arrivé."
has "Bonjour Karim,\nLa vitrine sera-t-elle prête jeudi ?"
has "Réponse d’ici mardi 9 h 30."
lacks "Rien n’"
GET /portal -> 200 talk {"conversation": [{"id": any, "at": "2027-03-08T09:30", "from": "client", "name": "Noémie",
  "text": "Bonjour Karim,\nLa vitrine sera-t-elle prête jeudi ?", "in_reply_to": null, "state": "waiting",
  "until": "2027-03-09T09:30", "parked_to": null, "text_state": "Réponse d’ici mardi 9 h 30."}]}

# nobody else of theirs reads it; one of us looks at it as they do, without a form
as paul
GET /portal -> 200 {"conversation": []}
PAGE /p/echanges -> 200
lacks "vitrine"
as ida
GET /portal -> 200 {"conversation": []}
as karim
PAGE /p/echanges?client_id=$lune -> 200
has "La vitrine sera-t-elle prête jeudi"
lacks "<form"
PAGE /p/echanges -> 404

# in the language of who reads
as noemie
PAGE /p/moi -> 200
read me "/a/people/([\\w-]+)/patch"
FORM /a/people/$me/patch {"lang": "en", "next": "/p/echanges"} -> 303
PAGE /p/echanges -> 200
has "An answer by Tuesday 9.30 am."
has "Write"
FORM /a/people/$me/patch {"lang": "fr", "next": "/p/echanges"} -> 303

# another date is given, with what we wait for; past it, that is said too
as karim
GET /exchanges?client_id=$lune -> 200 ours
POST /exchanges/$ours.items.0.id/give_date {"reply_by": "2027-03-10T15:00", "why": "il attend la photo."} -> 200
as noemie
GET /portal -> 200 {"conversation": [{"state": "waiting", "until": "2027-03-10T15:00", "text_state": "Réponse d’ici mercredi 15 h ; il attend la photo."}]}
at 2027-03-10T15:01
GET /portal -> 200 {"conversation": [{"state": "waiting", "until": "2027-03-10T15:00", "text_state": "La réponse était attendue avant 15 h : Karim le sait."}]}

# put on the agenda of a meeting; answered there by voice, which is said with its date, even months later
as karim
POST /exchanges {"client_id": lune, "channel": "in_person", "direction": "both", "planned": true, "at": "2027-03-12T10:00", "contact_ids": [noemie]} -> 201 point
POST /exchanges/$ours.items.0.id/park {"appointment_id": point} -> 200
as noemie
GET /portal -> 200 {"conversation": [{"state": "parked", "until": null, "parked_to": {"id": "$point.pub", "at": "2027-03-12T10:00"},
  "text_state": "Nous en parlons ensemble : vendredi 10 h."}]}
# what goes out before then passes for its answer among us, yet they still read that we talk about it there
as karim
POST /exchanges {"client_id": lune, "channel": "email", "direction": "out", "text": "Fermé lundi."} -> 201 word
GET /exchanges/$ours.items.0.id -> 200 {"answered_by_id": word}
as noemie
GET /portal -> 200 {"conversation": [{"state": "parked", "parked_to": {"id": "$point.pub"}}]}
as karim
POST /exchanges/$ours.items.0.id/not_an_answer {"exchange_id": word} -> 200
as noemie
at 2027-03-12T10:00
GET /portal -> 200 {"conversation": [{"state": "by_voice", "until": null, "parked_to": null, "text_state": "Karim vous a répondu de vive voix le vendredi 12 mars."}]}

# what we only noted is told, our words for it are not
as noemie
POST /exchanges {"text": "Et la facture ?"} -> 201 bill
POST /exchanges {"text": "Et le logo ?"} -> 201 logo
as karim
GET /exchanges?client_id=$lune -> 200 ours
POST /exchanges {"client_id": lune, "channel": "email", "direction": "out", "in_reply_to_id": "$ours.items.2.id", "text": "SECRET-notée", "contact_ids": [noemie]} -> 201
POST /exchanges {"client_id": lune, "channel": "email", "direction": "in", "needs_reply": false, "text": "SECRET-reçue", "contact_ids": [noemie]} -> 201
as noemie
GET /portal -> 200 {"conversation": [any, {"id": "$bill.id", "state": "answered", "text_state": "Karim vous a répondu par courriel le vendredi 12 mars."}, {"id": "$logo.id", "state": "answered"}]}
lacks "SECRET"
PAGE /p/echanges -> 200
has "Et la facture ?"
lacks "SECRET"
PAGE /p -> 200
has "Et la facture ?"
has "par courriel le vendredi 12 mars"
lacks "SECRET"

# an answer given to somebody else of theirs is not said to have been given to them
POST /exchanges {"text": "Et l’enseigne ?"} -> 201 sign
as karim
POST /exchanges {"client_id": lune, "channel": "phone", "direction": "out", "contact_ids": [paul], "minutes": 5} -> 201
as noemie
GET /portal -> 200 {"conversation": [any, any, any, {"id": "$sign.id", "state": "by_voice", "text_state": "Karim a répondu à quelqu’un de chez vous le vendredi 12 mars."}]}

# no answer is needed: it was heard, and no more is said
POST /exchanges {"text": "Merci !"} -> 201 thanks
as karim
GET /exchanges?client_id=$lune&channel=portal -> 200 ours
POST /exchanges/$ours.items.4.id/waive_reply {"reason": "un merci"} -> 200
as noemie
GET /portal -> 200 {"conversation": [any, any, any, any, {"id": "$thanks.id", "state": null, "text_state": "Bien reçu."}]}

# an address of the web is a link, and nothing else is
POST /exchanges {"text": "Voir (https://lune.example/carte?a=1&b=2).\n<b>gras</b> javascript:alert(1)"} -> 201
PAGE /p/echanges -> 200
has "(<a href=\"https://lune.example/carte?a=1&amp;b=2\" rel=\"noreferrer\">https://lune.example/carte?a=1&amp;b=2</a>)."
has "&lt;b&gt;gras&lt;/b&gt; javascript:alert(1)"

# 16.5: when, where and with whom we meet; an address is a link here too
as karim
POST /exchanges {"client_id": lune, "channel": "video", "direction": "both", "planned": true, "at": "2027-03-23T10:00", "minutes": 30,
  "subject": "Le point", "contact_ids": [noemie, paul], "place": "https://visio.example/lune"} -> 201 call
as noemie
PAGE /p -> 200
has "mardi 23 mars à 10 h"
has "<a href=\"https://visio.example/lune\""
has "Karim"
has "Paul"
has "Proposer un autre moment"

# another time is proposed: a message about it, which waits; the appointment stays where it is
POST /exchanges/$call.pub/propose -> 422 invalid {"fields": {"text": "missing"}}
FORM /a/exchanges/$call.pub/propose {"text": "Plutôt mercredi à 14 h ?", "next": "/p"} -> 303
header Location "/p?fait=exchange.propose"
PAGE /p?fait=exchange.propose -> 200
has "Votre proposition est arrivée."
has "Vous avez proposé"
has "Plutôt mercredi à 14 h ?"
GET /exchanges/$call.pub -> 200 {"at": "2027-03-23T10:00"}
GET /portal -> 200 {"conversation": [any, any, any, any, any, any, {"text": "Plutôt mercredi à 14 h ?", "in_reply_to": "$call.pub", "state": "waiting"}]}
PAGE /p/echanges -> 200
has "Au sujet de notre rendez-vous du mardi 23 mars"
as karim
GET /exchanges?client_id=$lune&direction=in&channel=portal -> 200 asked
GET /exchanges/$asked.items.6.id -> 200 {"text": "Plutôt mercredi à 14 h ?", "channel": "portal", "direction": "in", "planned": false, "needs_reply": true,
  "in_reply_to_id": call, "contact_ids": [noemie], "clocks": [{"type": "a2"}]}

# ours to move, not to propose; somebody else's is not there; what was is not, what passed is past
POST /exchanges/$call/propose {"text": "x"} -> 403
as ida
POST /exchanges/$call.pub/propose {"text": "x"} -> 404
as noemie
POST /exchanges/$bill.id/propose {"text": "x"} -> 409 not_planned
POST /exchanges/$point.pub/propose {"text": "x"} -> 409 already_past
as karim
POST /exchanges/$call/cancel -> 200
as noemie
POST /exchanges/$call.pub/propose {"text": "x"} -> 409 not_planned

# on paper no day is "today", and it says whose it is and from whom
PAGE /p/echanges?print=1 -> 200
lacks "aujourd’hui"
has "Agence Mistral · Café Lune"
PAGE /p?print=1 -> 200
lacks "aujourd’hui"

# half a year later a date carries its year
at 2027-10-01T09:00
PAGE /p/echanges -> 200
has "vendredi 12 mars 2027"
