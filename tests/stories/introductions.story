# E5, E6: who introduced whom; amounts are a lead's alone, and order nothing
staff Karim
as karim
POST /clients {"name": "Café Lune", "state": "active"} -> 201 lune
POST /clients {"name": "Groupe Boréal", "state": "active", "referred_by_client_id": lune} -> 201 boreal
POST /clients {"name": "Fonderie Saguenay", "state": "active", "referred_by_client_id": boreal} -> 201 foundry
POST /clients {"name": "Librairie Sel", "referred_by_client_id": lune} -> 201 sel
POST /clients {"name": "Dubé", "state": "active", "referred_by_text": "Une <voisine>"} -> 201 dube
POST /clients {"name": "Vanel", "state": "active"} -> 201 vanel
POST /clients {"name": "Verger", "referred_by_client_id": sel} -> 201 orchard
contact Noémie of lune

# Model 5.8: 3 200, 84 000, 21 000; the bookshop is only introduced so far, and counts as that.
as claire
POST /entries {"client_id": lune, "kind": "revenue", "cents": 320000, "on": "2027-01-15"} -> 201 small
POST /entries {"client_id": boreal, "kind": "revenue", "cents": 8400000} -> 201 large
POST /entries {"client_id": foundry, "kind": "revenue", "cents": 2100000} -> 201
POST /entries {"client_id": foundry, "kind": "hours", "minutes": 600} -> 201
POST /entries {"client_id": lune, "kind": "write_off", "cents": 7} -> 201
GET /referrals -> 200 {"nodes": [
  {"client_id": lune, "name": "Café Lune", "state": "active", "parent_id": null, "own_cents": 320000, "direct_cents": 8400000, "indirect_cents": 2100000, "brought_cents": 10500000, "brought_text": null},
  {"client_id": boreal, "parent_id": lune, "own_cents": 8400000, "direct_cents": 2100000, "indirect_cents": 0, "brought_cents": 2100000, "brought_text": null},
  {"client_id": foundry, "parent_id": boreal, "own_cents": 2100000, "direct_cents": 0, "brought_cents": 0, "brought_text": "pas encore"},
  {"client_id": sel, "name": "Librairie Sel", "state": "prospect", "parent_id": lune, "own_cents": 0, "brought_cents": 0, "brought_text": "pas encore"},
  {"client_id": dube, "parent_id": null, "own_cents": 0, "brought_text": "pas encore"}, {"client_id": vanel}, {"client_id": orchard, "parent_id": sel}], "word_of_mouth": {"percent": 97}}
PAGE /arbre -> 200
has "en propre 3 200 CAD"
has "amené 105 000 CAD"
has "Bouche à oreille : 97 %"
has "a présenté 2 clients"
has "Une &lt;voisine&gt;"
has "D’un client, personne n’a dit"
lacks "<voisine>"

# A member sees the same shape, and of no amount a trace: not in a name, nor in a share.
as karim
GET /referrals -> 200 shape {"nodes": [{"client_id": lune, "parent_id": null, "own_cents": absent, "brought_cents": absent, "brought_text": null},
  {"client_id": boreal, "parent_id": lune, "brought_text": null}, {"client_id": foundry, "brought_text": "pas encore"}, {"client_id": sel, "parent_id": lune, "brought_text": "pas encore"}, {}, {}, {}], "word_of_mouth": absent}
lacks "_cents"
PAGE /arbre -> 200 drawn
has "Fonderie Saguenay"
lacks "CAD"
lacks "105 000"
lacks "97 %"
lacks "en propre"

# Money orders nothing: with all of it the other way round, a member's answers are the same byte for byte.
as claire
PATCH /entries/$small {"cents": 8400000} -> 200
PATCH /entries/$large {"cents": 0} -> 200
as karim
GET /referrals -> 200
same as shape
PAGE /arbre -> 200
same as drawn
as claire
GET /referrals -> 200 {"nodes": [{"client_id": lune, "direct_cents": 0, "indirect_cents": 2100000}, {"client_id": boreal}, ...], "word_of_mouth": {"percent": 20}}

# Of a year that is over, nothing; of one in which nothing was paid, no share.
at 2028-03-01T09:00
GET /referrals -> 200 {"nodes": [{"own_cents": 8400000, "indirect_cents": 2100000}, ...], "word_of_mouth": {"percent": null}}
PAGE /arbre -> 200
lacks "Bouche à oreille"

# From a client's page to its own tree, and who introduced them is said there.
as karim
PAGE /c/$lune -> 200
has "Ils nous ont présenté"
has "Groupe Boréal"
has "/arbre?client=$lune"
PAGE /c/$vanel -> 200
lacks "Ils nous ont présenté"
PAGE /arbre?client=$foundry -> 200
has "Qui nous les a présentés ?"
has "aria-current=\"true\""
has "Café Lune"
lacks "Dubé</a>"
PAGE /arbre?client=$vanel -> 200
has "<a href=\"/c/$vanel\">Vanel</a>"
lacks "Fonderie Saguenay</a>"
FORM /a/clients/$vanel/set_referrer {"client_id": foundry, "next": "/arbre?client=$vanel"} -> 303
PAGE /arbre?client=$vanel -> 200
has "Fonderie Saguenay</a>"
FORM /a/clients/$lune/set_referrer {"client_id": vanel, "next": "/arbre?client=$lune"} -> 409
POST /clients/$lune/set_referrer {"client_id": sel} -> 409 referral_cycle
POST /clients/$lune/set_referrer {"client_id": lune} -> 409 referral_self {"also": ["referral_cycle"]}

# It is the team's.
as noemie
GET /referrals -> 404 not_found
PAGE /arbre -> 404
cli doctor -> 0
