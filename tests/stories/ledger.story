# model 2.15, 8.1: hours are everybody's to note, what was paid is the leads'
staff Karim, Inès
as karim
POST /clients {"name": "Café Lune", "state": "active"} -> 201 lune
contact Noémie of lune
POST /mandates {"client_id": lune, "title": "Carte d'été"} -> 201 work

# What a line is of, it has: a time or an amount, never both.
POST /entries {"client_id": lune, "kind": "hours"} -> 422 invalid {"fields": {"minutes": "missing"}}
POST /entries {"client_id": lune, "kind": "hours", "minutes": -1} -> 422 invalid {"fields": {"minutes": "bad_value"}}
POST /entries {"client_id": lune, "kind": "hours", "minutes": 90, "mandate_id": work, "note": "Maquette"} -> 201 hours
  {"on": "2027-03-01", "minutes": 90, "mandate_id": work, "cents": absent}
POST /entries {"client_id": lune, "kind": "extra_hours", "minutes": 30, "on": "2027-02-26"} -> 201 extra {"on": "2027-02-26"}
# Without a word of its own, the journal names what it is.
PAGE /journal -> 200
has ">Registre</a>"
lacks ">entry:"
# Money is a lead's to note.
POST /entries {"client_id": lune, "kind": "revenue", "cents": 320000} -> 403 lead_only
POST /entries {"client_id": lune, "kind": "hours", "minutes": 90, "cents": 1} -> 403 lead_only
PATCH /entries/$hours {"minutes": 120} -> 403 lead_only
as claire
POST /entries {"client_id": lune, "kind": "revenue"} -> 422 invalid {"fields": {"cents": "missing"}}
POST /entries {"client_id": lune, "kind": "revenue", "cents": 320000, "minutes": 5} -> 422 invalid {"fields": {"minutes": "bad_value"}}
POST /entries {"client_id": lune, "kind": "revenue", "cents": 320000, "note": "Premier acompte"} -> 201 paid {"cents": 320000, "minutes": null}
PATCH /entries/$hours {"minutes": 120} -> 200 {"minutes": 120, "cents": null}
PATCH /entries/$hours {"minutes": 60000} -> 200
PATCH /entries/$hours {"minutes": 60001} -> 422 invalid {"fields": {"minutes": "bad_value"}}
PATCH /entries/$hours {"minutes": 1} -> 200
PATCH /entries/$hours {"minutes": 0} -> 422 invalid {"fields": {"minutes": "bad_value"}}
PATCH /entries/$hours {"on": null} -> 422 invalid {"fields": {"on": "missing"}}
PATCH /entries/$hours {"on": "2027-03-02"} -> 422 invalid {"fields": {"on": "in_future"}}
PATCH /entries/$hours {"on": "2027-03-01"} -> 200
GET /entries?client_id=$lune -> 200 {"items": [{"kind": "hours"}, {"kind": "extra_hours"}, {"kind": "revenue", "cents": 320000}]}

# A member reads the hours they noted; of what was paid, not even that it was.
as karim
GET /entries -> 200 {"items": [{"kind": "hours", "cents": absent}, {"kind": "extra_hours"}], "next": null}
GET /entries?kind=revenue -> 200 {"items": []}
GET /entries/$paid -> 404
as ines
GET /entries -> 200 {"items": []}
GET /entries/$hours -> 404
as noemie
GET /entries -> 404
GET /entries/$hours.pub -> 404
POST /entries {"kind": "hours", "minutes": 5} -> 404
as claire
GET /audit?record=entry:$paid -> 200 {"items": [{"action": "create"}]}
cli doctor -> 0
