# One care a day, also after it is done, and none while someone waits too long (model 5.7).
firm lang=en
staff Karim
as karim
POST /clients {"name": "Fonderie", "responsible_id": karim} -> 201 fonderie
POST /moments {"client_id": fonderie, "kind": "win", "title": "On the front page", "happened_on": "2027-02-26"} -> 201 first
POST /moments {"client_id": fonderie, "kind": "win", "title": "A prize"} -> 201 second
POST /moments {"kind": "win", "title": "Ten years of us"} -> 201 ours
at 2027-03-01T10:00
GET /today -> 200 {"more": 0, "rows": [{"type": "e4", "band": 7, "record": {"kind": "moment", "id": first},
  "text": "Celebrate: “On the front page”, with Fonderie.", "where": "/moment/$first"}]}
PAGE /moment/$first -> 200
has "Celebrate it"
lacks "findings, not culprits"
POST /moments/$first/done {"form": "croissants"} -> 200
GET /today -> 200 {"rows": []}
at 2027-03-02T09:00
GET /today -> 200 {"rows": [{"type": "e4", "record": {"kind": "moment", "id": second}}]}
# so as to vary, the form used last time is shown
PAGE /moment/$second -> 200
has "Last time: croissants. Something else this time?"

# Somebody waits too long: no care before that.
POST /matters {"client_id": fonderie, "title": "The mould is cracked", "noticed_at": "2027-03-01T09:00"} -> 201 mould
GET /today -> 200 {"care_withheld": true, "rows": [{"type": "a1", "band": 1}]}
POST /exchanges {"client_id": fonderie, "channel": "phone", "direction": "both"} -> 201 call
POST /matters/$mould/tell {"exchange_id": call} -> 200
PATCH /matters/$mould {"update_due": "2027-03-09"} -> 200
GET /today -> 200 {"care_withheld": false, "rows": [{"type": "e4", "record": {"kind": "moment", "id": second}}]}
# A client's page shows what can be looked after with them.
PAGE /c/$fonderie -> 200
has "Celebrate: “A prize”, with Fonderie."
cli doctor -> 0
