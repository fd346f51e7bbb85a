# R1.5: four written messages of one thread in five working days and nobody has
# spoken: at the moment of writing the fifth, a call is proposed.
staff Karim
at 2027-03-01T08:00
as karim
POST /clients {"name": "Café Lune"} -> 201 lune
at 2027-03-01T09:00
POST /exchanges {"client_id": lune, "channel": "email", "direction": "in", "subject": "Le menu"} -> 201 first
at 2027-03-01T11:00
POST /exchanges {"client_id": lune, "channel": "email", "direction": "out", "subject": "Re: Le menu", "in_reply_to_id": first} -> 201
at 2027-03-02T10:00
POST /exchanges {"client_id": lune, "channel": "email", "direction": "in", "subject": "RE: Le menu"} -> 201 third
PAGE /noter?reply=$third -> 200
lacks "sans vous parler"
at 2027-03-03T10:00
POST /exchanges {"client_id": lune, "channel": "email", "direction": "out", "subject": "Une autre chose"} -> 201
PAGE /noter?reply=$third -> 200
lacks "sans vous parler"
POST /exchanges {"client_id": lune, "channel": "sms", "direction": "in", "subject": "Tr: le menu"} -> 201 fourth
PAGE /noter?reply=$fourth -> 200
has "Quatre messages sans vous parler. Un appel prend souvent moins de temps qu"
PAGE /echange/$fourth -> 200
has "Quatre messages sans vous parler"
# Once somebody has spoken, nothing is proposed any more.
at 2027-03-03T11:00
POST /exchanges {"client_id": lune, "channel": "phone", "direction": "both"} -> 201
PAGE /echange/$fourth -> 200
lacks "sans vous parler"
