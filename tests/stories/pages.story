# The pages of the day: what waits, one client, one exchange, in the reader's words.
staff Karim
as karim
POST /clients {"name": "Café Lune", "state": "active", "responsible_id": karim} -> 201 lune
contact Louise of lune
POST /writings {"client_id": lune, "kind": "welcome", "body": "Nous serons là."} -> 201 welcome
POST /writings/$welcome/send -> 200
at 2027-03-01T09:00
POST /exchanges {"client_id": lune, "channel": "sms", "direction": "in",
  "text": "Peut-on parler de la <terrasse> ?"} -> 201 mail
PAGE /c/$lune -> 200
has "attend une réponse depuis 9 h"
has "Peut-on parler de la &lt;terrasse&gt; ?"
has "Message reçu"
lacks "<terrasse>"
PAGE /auj -> 200
has "Vient d’arriver"
has "Peut-on parler de la &lt;terrasse&gt; ?"
lacks "Rien n’attend"

# four working hours later it is on the list, and may be parked on an appointment
POST /exchanges {"client_id": lune, "channel": "phone", "direction": "both", "planned": true,
  "at": "2027-03-03T10:00", "subject": "Point de mars"} -> 201 visit
at 2027-03-01T14:00
PAGE /auj -> 200
has "Une chose aujourd’hui."
has "Café Lune attend une réponse depuis 9 h."
has "« Peut-on parler de la &lt;terrasse&gt; ? »"
has "/noter?reply=$mail"
has "mercredi 10 h, au téléphone"
PAGE /noter?reply=$mail -> 200
has "Café Lune a écrit, 9 h"
has "name=\"in_reply_to_id\" value=\"$mail\""
PAGE /echange/$mail -> 200
has "Café Lune attend une réponse depuis 9 h."
has "Donner une date"
POST /exchanges/$mail/park {"appointment_id": visit} -> 200
PAGE /echange/$mail -> 200
has "À l’ordre du jour : mercredi 10 h"
lacks "Donner une date"
PAGE /echange/$visit -> 200
has "Peut-on parler de la &lt;terrasse&gt; ?"
has "Déplacer le rendez-vous"
PAGE /c/$lune -> 200
has "Rien n’attend ici."
has "à l’ordre du jour de mercredi 10 h"

# several things of one client are one row, done on its page
POST /promises {"client_id": lune, "side": "us", "text": "Le plan", "due": "2027-03-02"} -> 201 plan
POST /promises {"client_id": lune, "side": "us", "text": "La liste", "due": "2027-03-02"} -> 201 liste
PAGE /auj -> 200
has "Café Lune : 2 choses à la fois."
has "« Le plan »"
has "href=\"/c/$lune\""
PAGE /c/$lune?volet=promesses -> 200
has "La liste"
has "/promesse/$plan"

PAGE /clients?q=lun -> 200
has "Café Lune"
has "Un client"
PAGE /clients?q=zzz -> 200
has "Personne de ce nom pour l’instant."
PAGE /recherche?q=terrasse -> 200
has "Un résultat"
has "/echange/$mail"
PAGE /probleme?client_id=$lune -> 200
has "Je perçois un problème"
has "Le plan"

# nothing that is not there, nothing that is not theirs
PAGE /c/999 -> 404
PAGE /echange/x -> 404
PAGE /noter?reply=999&then=matters/9/drop -> 200
as louise
PAGE /c/$lune -> 404
PAGE /echange/$mail -> 404
