# Every row of Today leads where it is done; what has no page of its own shows on another's.
firm lang=en
staff Karim
as karim
POST /clients {"name": "Librairie Sel", "state": "active", "responsible_id": karim} -> 201 sel
contact Odile of sel agrees
POST /clients {"name": "Café Lune", "responsible_id": karim, "referred_by_client_id": sel} -> 201 lune
GET /today -> 200 {"rows": [
  {"type": "c6", "text": "Thank Librairie Sel, who introduced Café Lune to us.", "where": "/c/$lune#merci"},
  {"type": "c9", "text": "Welcome Librairie Sel, in writing.", "where": "/c/$sel?volet=entente#volet"}]}
POST /exchanges {"client_id": sel, "channel": "in_person", "direction": "both", "minutes": 45, "at": "2027-03-01T07:00"} -> 201 met
GET /exchanges/$met -> 200 {"recap_id": any}
POST /decisions {"client_id": sel, "about": "demand", "question": "A window by Friday?", "asked_due": "2027-03-05"} -> 201 asked
GET /today -> 200 {"rows": [
  {"type": "c1", "text": "Librairie Sel: 3 things at once.", "where": any, "count": 3, "folded": [
    {"type": "c7", "text": "Librairie Sel asks: “A window by Friday?”. To be decided.", "where": "/decision/$asked"}, {"type": "c9"}]},
  {"type": "c6"}]}
PAGE /decision/$asked -> 200
has "What does it change?"
has "asked_due"

# Whys and ratings are read among the client's.
POST /insights {"client_id": sel, "question": "worry", "text": "An empty window in spring"} -> 201 worry
PAGE /pourquoi/$worry -> 303
header Location "/c/$sel?volet=pourquoi#why-$worry"
PAGE /c/$sel?volet=pourquoi -> 200
has "An empty window in spring"
has "A worry is asked by voice."
PAGE /c/$sel?volet=moments -> 200
has "No moment is noted with them yet."
PAGE /c/$sel?volet=decisions -> 200
has "A window by Friday?"
# What somebody looks for is found in all of it.
PAGE /recherche?q=window -> 200
has "A window by Friday?"
has "An empty window in spring"
POST /privacy_cases {"kind": "access", "person_id": odile} -> 201 case
as claire
GET /today -> 200 {"rows": [{"type": "c5", "text": "Odile asks what we hold about them: answer by Wednesday 31 March.", "where": "/vieprivee#p$case"}]}
PAGE /vieprivee -> 200
has "a copy of their data"
PAGE /point -> 200
has "nobody else has a page that shows this"
