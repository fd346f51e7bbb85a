# conversation 16.5: an appointment says where; its client reads it
staff Karim
as karim
POST /clients {"name": "Café Lune", "state": "active"} -> 201 lune
contact Noémie of lune
POST /exchanges {"client_id": lune, "channel": "in_person", "direction": "both", "planned": true, "at": "2027-03-04T10:00", "place": "12, rue des Érables"} -> 201 visit
  {"place": "12, rue des Érables"}
PAGE /echange/$visit -> 200
has "12, rue des Érables"
PATCH /exchanges/$visit {"place": long(301)} -> 422 invalid {"fields": {"place": "too_long"}}
PATCH /exchanges/$visit {"place": long(300)} -> 200
FORM /a/exchanges/$visit/patch {"place": "Chez nous, au 3e"} -> 303
as noemie
GET /exchanges/$visit.pub -> 200 {"place": "Chez nous, au 3e", "agenda": absent}
PATCH /exchanges/$visit.pub {"place": "Ailleurs"} -> 404
PAGE /p -> 200
has "Chez nous, au 3e"
PAGE /calendar.ics -> 200
has "LOCATION:Chez nous\\, au 3e"
# what was only said has no place to go to
as karim
PAGE /c/$lune -> 200
has "Chez nous, au 3e"
PAGE /echange/$visit/fiche -> 200
has "Chez nous, au 3e"
POST /exchanges {"client_id": lune, "channel": "phone", "direction": "in", "place": "Au bureau"} -> 422 invalid {"fields": {"place": "bad_value"}}
POST /exchanges {"client_id": lune, "channel": "phone", "direction": "in"} -> 201 call
# … unless it is put right afterwards (17.2)
PATCH /exchanges/$call {"place": "Au bureau"} -> 200 {"place": "Au bureau"}
PAGE /echange/$call -> 200
has "Au bureau"
