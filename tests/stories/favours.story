# R2.4: notes are taken for a colleague, and the favour is offered back
staff Karim, Inès, Léa
as karim
POST /clients {"name": "Dubé"} -> 201 dube
POST /clients {"name": "Atelier Nord", "responsible_id": lea} -> 201 nord
at 2027-03-01T09:00
# Invited: on the appointment, and in the day of who takes notes.
POST /exchanges {"client_id": dube, "channel": "in_person", "direction": "both", "planned": true, "at": "2027-03-01T10:00", "minutes": 60, "aid_notetaker_id": lea} -> 201 first
as lea
GET /today -> 200 {"next_meeting": {"exchange_id": first}}
PAGE /echange/$first -> 200
has "Vous prenez les notes."
GET /calendar.ics -> 200
has "DTSTART:20270301T150000Z"
as karim
PAGE /echange/$first -> 200
has "Léa prend les notes."
POST /exchanges {"client_id": dube, "channel": "video", "direction": "both", "planned": true, "at": "2027-03-02T10:00", "minutes": 9} -> 201 second
PATCH /exchanges/$second {"aid_notetaker_id": lea} -> 200 {"aid_notetaker_id": lea}

# Twice, and never the reverse: Léa has a meeting in three working days, and nobody.
at 2027-03-03T09:00
as lea
POST /exchanges {"client_id": nord, "channel": "in_person", "direction": "both", "planned": true, "at": "2027-03-08T14:00", "minutes": 30, "subject": "Le plan"} -> 201 hers
  {"clocks": [{"type": "e9", "starts_at": "2027-03-03T09:00", "due": null, "stopped_at": null}]}
GET /today -> 200 as own
lacks "e9"
as ines
GET /today -> 200 as others
lacks "e9"
as karim
GET /today -> 200 as his
has "e9:exchange:$hers"
has "Rendre la pareille : Léa n’a personne pour prendre des notes, lundi 14 h, avec Atelier Nord."
# Once: her next meeting without anybody waits its turn.
as lea
POST /exchanges {"client_id": nord, "channel": "phone", "direction": "both", "planned": true, "at": "2027-03-09T14:00", "minutes": 30} -> 201 later
  {"clocks": [{"type": "e9", "starts_at": "2027-03-08T14:00"}]}
as karim
GET /today -> 200 as his
lacks "e9:exchange:$later"
PAGE /echange/$hers -> 200
has "Je prends les notes"
# Offered: it stops, and the favour is given back already.
PATCH /exchanges/$hers {"aid_notetaker_id": karim} -> 200 {"clocks": [{"type": "e9", "stopped_at": "2027-03-03T09:00"}]}
GET /exchanges/$later -> 200 {"clocks": []}
GET /today -> 200 as his
lacks "e9"
# The offer taken back, it is owed again; cancelled, it is not.
PATCH /exchanges/$hers {"aid_notetaker_id": null} -> 200 {"clocks": [{"type": "e9", "stopped_at": null}]}
POST /exchanges/$hers/cancel -> 200 {"record": {"clocks": []}}
GET /exchanges/$later -> 200 {"clocks": [{"type": "e9", "starts_at": "2027-03-03T09:00"}]}
# She took notes for one of them only, after all.
PATCH /exchanges/$second {"aid_notetaker_id": ines} -> 200
GET /exchanges/$later -> 200 {"clocks": []}
PATCH /exchanges/$second {"aid_notetaker_id": lea} -> 200
# The meeting comes: nobody is asked any more.
at 2027-03-09T14:00
GET /today -> 200 as his
lacks "e9"
cli doctor -> 0
