# R1.5, R5.1, P7: a client's year at a glance, week by week, each opening on its facts
staff Karim
as karim
POST /clients {"name": "Dubé", "state": "active"} -> 201 dube
contact Denise of dube agrees
PAGE /c/$dube -> 200
lacks "L’année d’un coup d’œil"
PAGE /c/$dube/annee -> 200
has "Rien n’est noté de ces douze mois."

# The weeks are the firm's own: Sunday 23:59:59 and Monday 00:00 are two.
POST /exchanges {"client_id": dube, "channel": "phone", "direction": "both", "minutes": 5, "at": "2027-02-21T23:59:59"} -> 201 sunday
POST /exchanges {"client_id": dube, "channel": "email", "direction": "out", "at": "2027-02-22T00:00:00"} -> 201
POST /exchanges {"client_id": dube, "channel": "sms", "direction": "out", "at": "2027-02-28T23:59:59"} -> 201
POST /promises {"client_id": dube, "side": "us", "text": "Le plan <A>", "due": "2027-03-02"} -> 201 plan
POST /promises {"client_id": dube, "side": "us", "text": "La liste", "due": "2027-03-02"} -> 201 list
POST /promises {"client_id": dube, "side": "us", "text": "Pour nous", "due": "2027-03-02", "shared": false} -> 201
POST /promises {"client_id": dube, "side": "client", "text": "Les photos", "due": "2027-03-02"} -> 201
POST /matters {"client_id": dube, "title": "Le papier manque", "promise_id": list} -> 201 paper
POST /exchanges {"client_id": dube, "channel": "phone", "direction": "both", "minutes": 5} -> 201 call
POST /matters/$paper/tell {"exchange_id": call} -> 200
as denise
POST /matters {"title": "Rien n'arrive"} -> 201
as karim
at 2027-03-02T10:00
POST /promises/$plan/done -> 200
at 2027-03-03T10:00
PAGE /c/$dube -> 200
has "L’année d’un coup d’œil"
has "une colonne pleine vaut 4 échanges"
has "href=\"/c/$dube?semaine=2027-02-15#volet\""
has "href=\"/c/$dube/annee\""
PAGE /c/$dube/annee -> 200
has "<th scope=\"row\"><a href=\"/c/$dube?semaine=2027-02-15#volet\">15 février</a></th><td class=\"number\">1</td><td class=\"number\">0</td><td class=\"number\">0</td><td class=\"number\">0</td><td class=\"number\">0</td><td class=\"number\">0</td>"
has "semaine=2027-02-22#volet\">22 février</a></th><td class=\"number\">0</td><td class=\"number\">2</td>"
has "semaine=2027-03-01#volet\">1er mars</a></th><td class=\"number\">1</td><td class=\"number\">0</td><td class=\"number\">1</td><td class=\"number\">1</td><td class=\"number\">1</td><td class=\"number\">1</td>"

# One week: what it was made of, then the thread from there on.
PAGE /c/$dube?semaine=2027-03-01 -> 200
has "semaine du 1er mars"
has "Le plan &lt;A&gt;"
has "tenue"
has "manquée"
has "dit par nous d’abord"
has "le client l’a su avant"
lacks "L’année d’un coup d’œil"
lacks "la semaine d’après"
PAGE /c/$dube?semaine=2027-02-24 -> 200
has "semaine du 22 février"
has "la semaine d’après"
lacks "manquée"
lacks "/echange/$call\""
has "/echange/$sunday\""
PAGE /c/$dube?semaine=hier -> 200
has "L’année d’un coup d’œil"

# What was cancelled is not counted, nor what is yet to come or due today; a week that is 52 old is over.
POST /exchanges {"client_id": dube, "channel": "video", "direction": "both", "planned": true, "at": "2027-03-04T10:00"} -> 201 visit
POST /exchanges {"client_id": dube, "channel": "video", "direction": "both", "planned": true, "at": "2027-03-04T11:00"} -> 201 not_held
POST /exchanges/$not_held/cancel -> 200
POST /promises {"client_id": dube, "side": "us", "text": "Le devis", "due": "2027-03-05"} -> 201
PAGE /c/$dube/annee -> 200
has "semaine=2027-03-01#volet\">1er mars</a></th><td class=\"number\">1</td>"
at 2027-03-05T10:00
PAGE /c/$dube/annee -> 200
has "semaine=2027-03-01#volet\">1er mars</a></th><td class=\"number\">2</td><td class=\"number\">0</td><td class=\"number\">1</td><td class=\"number\">1</td>"
# The wall clock is set forward on 14 March: the week still ends with its Sunday.
at 2027-03-16T10:00
POST /exchanges {"client_id": dube, "channel": "email", "direction": "out", "at": "2027-03-08T00:00:00"} -> 201
POST /exchanges {"client_id": dube, "channel": "email", "direction": "out", "at": "2027-03-14T23:59:59"} -> 201
POST /exchanges {"client_id": dube, "channel": "email", "direction": "out", "at": "2027-03-15T00:00:00"} -> 201
PAGE /c/$dube/annee -> 200
has "semaine=2027-03-08#volet\">8 mars</a></th><td class=\"number\">0</td><td class=\"number\">2</td>"
has "semaine=2027-03-15#volet\">15 mars</a></th><td class=\"number\">0</td><td class=\"number\">1</td>"
rule R1.5: a week of the year, until 52 have begun since
  at 2028-02-<at>
  PAGE /c/$dube -> 200
  <first> "semaine=2027-02-15#volet"
  has "semaine=2027-02-22#volet"
| at          | first |
| 13T23:59:59 | has   |
| 14T00:00:00 | lacks |
# It is the team's: their own space says nothing of it.
as denise
PAGE /c/$dube/annee -> 404
PAGE /p -> 200
lacks "coup d’œil"
