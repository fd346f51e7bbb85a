# Working hours: evenings, week-ends, holidays, two periods a day, summer time
staff Karim
as karim
POST /clients {"name": "Atelier Nord", "state": "active"} -> 201 nord
at 2027-03-19T18:00

# A problem is due four working hours after it was noticed.
POST /matters {"client_id": nord, "title": "Vendredi soir", "noticed_at": "2027-03-05T16:30"} -> 201
  {"clocks": [{"type": "a1", "sub": null, "starts_at": "2027-03-05T16:30", "due": "2027-03-08T12:30", "stopped_at": null}, {"type": "c15"}]}
POST /matters {"client_id": nord, "title": "Samedi", "noticed_at": "2027-03-06T11:00"} -> 201
  {"clocks": [{"type": "a1", "due": "2027-03-08T13:00"}]}
POST /matters {"client_id": nord, "title": "Juste à temps: 17 h, pas 9 h le lendemain", "noticed_at": "2027-03-09T13:00"} -> 201
  {"clocks": [{"type": "a1", "due": "2027-03-09T17:00"}]}
POST /matters {"client_id": nord, "title": "Avant l'ouverture", "noticed_at": "2027-03-09T06:00"} -> 201
  {"clocks": [{"type": "a1", "due": "2027-03-09T13:00"}]}

# The night to Sunday the 14th has 23 hours; nothing changes between 9 and 17.
POST /matters {"client_id": nord, "title": "Heure d'été", "noticed_at": "2027-03-12T15:00"} -> 201
  {"clocks": [{"type": "a1", "starts_at": "2027-03-12T15:00:00-05:00", "due": "2027-03-15T11:00:00-04:00"}]}

# From one instant to another.
POST /matters {"client_id": nord, "title": "Lundi à mardi", "noticed_at": "2027-03-01T14:30"} -> 201 spanned
POST /exchanges {"client_id": nord, "channel": "phone", "direction": "both", "minutes": 5, "at": "2027-03-02T09:15"} -> 201 call
POST /matters/$spanned/tell {"exchange_id": call} -> 200 {"record": {"latency_wh": 2.75, "at_least": false}}
POST /matters {"client_id": nord, "title": "Une minute", "noticed_at": "2027-03-01T16:59"} -> 201 minute
POST /exchanges {"client_id": nord, "channel": "phone", "direction": "both", "minutes": 5, "at": "2027-03-01T23:00"} -> 201 late
POST /matters/$minute/tell {"exchange_id": late} -> 200 {"record": {"latency_wh": 0.0167}}
POST /matters {"client_id": nord, "title": "La nuit", "noticed_at": "2027-03-01T19:00"} -> 201 night
POST /exchanges {"client_id": nord, "channel": "phone", "direction": "both", "minutes": 5, "at": "2027-03-02T08:30"} -> 201 early
POST /matters/$night/tell {"exchange_id": early} -> 200 {"record": {"latency_wh": 0}}

# A holiday counts for nothing, and what was open moves at once.
POST /matters {"client_id": nord, "title": "Ouvert", "noticed_at": "2027-03-19T16:00"} -> 201 open
  {"clocks": [{"type": "a1", "due": "2027-03-22T12:00"}]}
as claire
PATCH /settings {"holidays": ["2027-03-22"]} -> 200 {"holidays": ["2027-03-22"]}
as karim
GET /matters/$open -> 200 {"clocks": [{"type": "a1", "due": "2027-03-23T12:00"}]}
# What is over keeps the due it had.
GET /matters/$spanned -> 200 {"latency_wh": 2.75}

# Lunch does not count; nor does a week without Fridays.
as claire
PATCH /settings {"holidays": [], "working_periods": {
  "mon": [["09:00", "12:00"], ["13:00", "17:00"]], "tue": [["09:00", "12:00"], ["13:00", "17:00"]],
  "wed": [["09:00", "12:00"], ["13:00", "17:00"]], "thu": [["09:00", "12:00"], ["13:00", "17:00"]],
  "fri": [], "sat": [], "sun": []}} -> 200
as karim
POST /matters {"client_id": nord, "title": "Midi", "noticed_at": "2027-03-10T11:00"} -> 201 {"clocks": [{"due": "2027-03-10T16:00"}]}
POST /matters {"client_id": nord, "title": "Jeudi", "noticed_at": "2027-03-11T15:00"} -> 201 {"clocks": [{"due": "2027-03-15T11:00"}]}
