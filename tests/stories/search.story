# Found whatever the accents and the capitals; never by a contact
staff Karim
as karim
POST /clients {"name": "Café Lune", "state": "active"} -> 201 lune
POST /clients {"name": "Ærø Œuvres", "state": "active"} -> 201 aero
contact Zoé of lune
POST /promises {"client_id": lune, "side": "us", "text": "L'été à la plage", "due": "2027-03-12"} -> 201 beach
POST /matters {"client_id": lune, "title": "Le bruit de l'ÉTÉ"} -> 201 noise
POST /exchanges {"client_id": lune, "channel": "email", "direction": "out", "subject": "Menu", "text": "la carte de l'automne"} -> 201 menu
GET /search?q=CAFE -> 200 {"items": [{"kind": "client", "id": lune, "client_id": lune, "text": "Café Lune"}], "next": null}
GET /search?q=ete -> 200 {"items": [{}, {}]}
GET /search?q=oeuvres -> 200 {"items": [{"id": aero}]}
GET /search?q=zoe -> 200 {"items": [{"kind": "person"}]}
GET /search?q=automne -> 200 {"items": [{"kind": "exchange", "id": menu, "text": "Menu"}]}
GET /search?q=bruit%20ete -> 200 {"items": [{"kind": "matter", "id": noise}]}
GET /search?q=nulle%20part -> 200 {"items": []}
GET /search?q=ete&limit=1 -> 200 first {"items": [{}], "next": any}
GET /search?q=ete&limit=1&cursor=$first.next -> 200 {"items": [{}]}
# The page shows the clients first, then people, what is to tell, promises, exchanges.
POST /people {"name": "Été Roy", "email": "ete@lune.example", "role": "contact", "client_id": lune} -> 201
POST /clients {"name": "Été Clair"} -> 201
POST /exchanges {"client_id": lune, "channel": "email", "direction": "out", "subject": "Été"} -> 201
PAGE /recherche?q=ete -> 200
read promises "<h2>Clients</h2>[^]*<h2>Personnes</h2>[^]*<h2>À dire</h2>[^]*<h2>(Promesses)</h2>[^]*<h2>Échanges</h2>"
# Nothing in a question is a language.
GET /search?q=%22 -> 200 {"items": []}
GET /search?q=caf*%20OR%20(%22 -> 200
GET /search?q='%3B%20DROP%20TABLE%20client -> 200 {"items": []}
GET /search?q=%26%20%7C%20!%20%3A* -> 200 {"items": []}
GET /search?q= -> 200 {"items": []}
GET /search -> 422 invalid {"fields": {"q": "missing"}}
GET /search?q=x&limit=0 -> 422 invalid {"fields": {"limit": "bad_value"}}
# What was renamed is found by its new name only.
PATCH /clients/$lune {"name": "Bistro Soleil"} -> 200
GET /search?q=cafe -> 200 {"items": []}
GET /search?q=soleil -> 200 {"items": [{"id": lune, "text": "Bistro Soleil"}]}
restart
GET /search?q=soleil -> 200 {"items": [{"id": lune}]}
as zoe
GET /search?q=soleil -> 404 not_found
