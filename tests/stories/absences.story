# 17.5, P8: several absences are planned; the present or next one shows
staff Karim, Inès, Tom, Léa
as karim
at 2027-03-22T11:00
POST /clients {"name": "Café Lune"} -> 201 lune
POST /exchanges {"client_id": lune, "channel": "email", "direction": "in"} -> 201 mail
contact Luce of lune
POST /people/$karim/away {"from": "2027-04-05", "to": "2027-04-09", "cover_person_id": tom} -> 200
POST /people/$karim/away {"from": "2027-03-29", "to": "2027-04-02", "cover_person_id": ines} -> 200 {"record": {"absences": [
  {"from": "2027-03-29", "to": "2027-04-02", "cover_person_id": ines}, {"from": "2027-04-05", "to": "2027-04-09", "cover_person_id": tom}],
  "away_from": "2027-03-29", "away_to": "2027-04-02", "cover_person_id": ines}}

# They do not overlap; a cover is there, and does not leave meanwhile.
POST /people/$karim/away {"from": "2027-03-25", "to": "2027-04-15"} -> 409 cover_missing {"also": ["absence_overlaps"]}
as ines
POST /people/$ines/away {"from": "2027-04-02", "to": "2027-04-03"} -> 409 cover_away
POST /people/$ines/away {"from": "2027-04-03", "to": "2027-04-03"} -> 200
as lea
POST /people/$lea/away {"from": "2027-04-01", "to": "2027-04-01", "cover_person_id": karim} -> 409 cover_away
POST /people/$lea/away {"from": "2027-03-19", "to": "2027-03-21"} -> 422 invalid {"fields": {"to": "in_past"}}
POST /people/$karim/cancel_absence {"from": "2027-04-05"} -> 403 lead_only
as claire
POST /people/$tom/deactivate -> 409 still_cover {"people": [karim]}
PAGE /personne/$karim -> 200
has "du lundi 29 mars au vendredi 2 avril"
has "du lundi 5 avril au vendredi 9 avril"
has "name=\"from\" value=\"2027-04-05\""
as lea
PAGE /personne/$karim -> 200
has "du lundi 5 avril au vendredi 9 avril"
lacks "name=\"from\" value=\"2027-04-05\""

# One to come is called off; the one that has begun is ended by coming back.
as karim
POST /people/$karim/cancel_absence {} -> 422 invalid {"fields": {"from": "missing"}}
POST /people/$karim/cancel_absence {"from": "2027-05-05"} -> 422 invalid {"fields": {"from": "bad_ref"}}
at 2027-03-30T10:00
POST /people/$karim/cancel_absence {"from": "2027-03-29"} -> 422 invalid {"fields": {"from": "bad_ref"}}
as luce
GET /portal -> 200 {"person": {"name": "Inès", "cover": true}}
as ines
GET /today -> 200 {"rows": [{"key": "a2:exchange:$mail"}]}
as karim
POST /people/$karim/back -> 200 {"record": {"absences": [{"from": "2027-04-05"}], "away_from": "2027-04-05", "cover_person_id": tom}}
as luce
GET /portal -> 200 {"person": {"name": "Karim", "cover": false}}
as ines
GET /today -> 200 {"rows": []}
as karim
POST /people/$karim/back -> 200 {"record": {"away_from": "2027-04-05"}}
POST /people/$karim/cancel_absence {"from": "2027-04-05"} -> 200 {"record": {"absences": [], "away_from": null, "away_to": null, "cover_person_id": null}}
as claire
POST /people/$tom/deactivate -> 200
cli doctor -> 0

# An older database knows one absence, in three fields of its own.
sql "UPDATE person SET absences = NULL, away_from = 20911, away_to = 20912, cover_person_id = (SELECT id FROM person WHERE name = 'Inès') WHERE name = 'Karim'"
GET /people/$karim -> 200 {"absences": [{"from": "2027-04-03", "to": "2027-04-04", "cover_person_id": ines}]}
as karim
POST /people/$karim/away {"from": "2027-04-04", "to": "2027-04-06", "cover_person_id": lea} -> 409 absence_overlaps
POST /people/$karim/away {"from": "2027-04-06", "to": "2027-04-06", "cover_person_id": lea} -> 200 {"record": {"absences": [
  {"from": "2027-04-03"}, {"from": "2027-04-06"}], "away_from": "2027-04-03"}}
# Who leaves for good is not away any more.
as claire
POST /clients/$lune/hand_over {"responsible_id": lea} -> 200
POST /people/$karim/deactivate -> 200 {"record": {"absences": [], "away_from": null}}
cli doctor -> 0
