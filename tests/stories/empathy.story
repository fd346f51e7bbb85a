# R3.1, R3.2, E4: what stays unclear opens empathy mode; R6.1: one thread for the whole team
staff Karim, Inès, Tom
as karim
POST /clients {"name": "Atelier Nord", "state": "active"} -> 201 nord
contact Nora of nord agrees
POST /clients {"name": "Café Lune", "state": "active"} -> 201 lune
POST /mandates {"client_id": nord, "title": "La salle"} -> 201 work
POST /terms {"mandate_id": work, "kind": "expectation", "owed_by": "us", "text": "Une ambiance chaleureuse", "clarity": "fuzzy"} -> 201 warm
POST /terms {"mandate_id": work, "kind": "expectation", "owed_by": "us", "text": "Vingt places"} -> 201 seats
at 2027-03-01T10:00
POST /exchanges {"client_id": nord, "channel": "phone", "direction": "both", "term_ids": [warm, seats]} -> 201 call
PAGE /c/$nord -> 200
lacks "Mode empathie"
# A talk to come, or one that was called off, is none.
POST /exchanges {"client_id": nord, "channel": "in_person", "direction": "both", "planned": true, "at": "2027-03-02T10:00", "minutes": 5, "term_ids": [warm]} -> 201 visit
PAGE /c/$nord -> 200
lacks "Mode empathie"
at 2027-03-02T10:00
PAGE /c/$nord -> 200
has "Mode empathie"
has "Une ambiance chaleureuse"
has "évoqué 2 fois"
lacks "Vingt places"
has "Que veut atteindre le client"
has "Qu’est-ce qui inquiète le client"
# What is known of the whys stands beside.
POST /insights {"client_id": nord, "question": "audience", "text": "Son conseil, le 12"} -> 201 board
PAGE /c/$nord -> 200
has "Son conseil, le 12"
has "supposé"
PAGE /c/$lune -> 200
lacks "Mode empathie"
# Said to be clear, it is gone; so it is once the line is let go.
PATCH /terms/$warm {"clarity": "clear"} -> 200
PAGE /c/$nord -> 200
lacks "Mode empathie"
PATCH /terms/$warm {"clarity": "unrealistic"} -> 200
PAGE /c/$nord -> 200
has "Mode empathie"
POST /terms/$warm/drop -> 200
PAGE /c/$nord -> 200
lacks "Mode empathie"
# None of it is a client's to read.
PATCH /terms/$seats {"clarity": "implicit"} -> 200
POST /exchanges {"client_id": nord, "channel": "phone", "direction": "both", "term_ids": [seats]} -> 201
as nora
PAGE /p -> 200
lacks "empathie"
PAGE /c/$nord -> 404

# R6.1: a stumble noted by one is read by another on the client's page, with what there
# is to tell and the whys; nobody is named in it.
as tom
POST /moments {"kind": "setback", "client_id": nord, "title": "Affiches floues"} -> 201 blur
POST /moments {"kind": "extra", "client_id": nord, "title": "Une salle prêtée", "happened_on": "2027-02-26"} -> 201 room
POST /matters {"client_id": nord, "title": "Le vernis manque", "severity": 1} -> 201 paint
as ines
PAGE /c/$nord -> 200
has ">Un moment"
has "Affiches floues"
has "Une salle prêtée"
has "Le vernis manque"
has ">Un pourquoi"
has "/moment/$blur"
lacks "Tom a"
# E4: whom they must convince stands beside what each way changes.
POST /decisions {"client_id": nord, "about": "preference", "question": "Quel bois ?"} -> 201 wood
PAGE /decision/$wood -> 200
has "Cela aide-t-il le client à convaincre"
# … and is asked in the first call sheet, once.
PAGE /probleme/$paint/appel -> 200
lacks "name=\"audience\""
POST /matters {"client_id": lune, "title": "Le four"} -> 201 oven
PAGE /probleme/$oven/appel -> 200
has "name=\"audience\""

# Older talks, older lines: the page before has those of its time.
repeat 51 POST /exchanges {"client_id": nord, "channel": "sms", "direction": "out", "text": "n° $n"} -> 201
PAGE /c/$nord -> 200
read older "href=\"(/c/\\d+\\?avant=\\d+)\""
lacks "Une salle prêtée"
PAGE $older -> 200
has "Une salle prêtée"
