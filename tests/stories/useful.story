# 5.7: "is this still useful?"; three times no, and that type is quiet for a month
staff Karim
as karim
POST /clients {"name": "Atelier Nord"} -> 201 nord
POST /clients {"name": "Maison Tremblay"} -> 201 tremblay
POST /clients {"name": "Café Lune"} -> 201 lune
POST /clients {"name": "Dubé"} -> 201 dube
at 2027-03-01T09:00
POST /matters {"client_id": nord, "nature": "idea", "title": "Un emballage plat"} -> 201 one
POST /matters {"client_id": tremblay, "nature": "idea", "title": "Une carte"} -> 201 two
POST /matters {"client_id": lune, "nature": "idea", "title": "Un banc"} -> 201 three
POST /promises {"client_id": dube, "side": "us", "text": "Le texte", "due": "2027-03-01"} -> 201 text
GET /today -> 200 {"rows": [{"type": "b1"}, {"type": "c11", "band": 5, "still_useful": false}, {}, {}]}
POST /promises/$text/done -> 200
# Five working days without a step: it asks.
at 2027-03-08T09:00
GET /today -> 200 {"rows": [{"type": "c11", "still_useful": true}, {}, {}]}
POST /today/c11:matter:$one/useful {} -> 422 invalid {"fields": {"useful": "missing"}}
POST /today/c11:matter:$one/useful {"useful": false} -> 200
POST /today/c11:matter:$two/useful {"useful": true} -> 200
GET /today -> 200 {"rows": [{"record": {"id": two}}, {"record": {"id": three}}]}
# A yes between breaks the row of noes.
POST /today/c11:matter:$two/useful {"useful": false} -> 200
POST /today/c11:matter:$three/useful {"useful": false} -> 200
GET /today -> 200 {"rows": []}
POST /matters {"client_id": dube, "nature": "idea", "title": "Une affiche"} -> 201 four
POST /matters {"client_id": lune, "nature": "good_news", "title": "Un prix"} -> 201 five
GET /today -> 200 {"rows": [{"record": {"id": five}}, {"record": {"id": four}}]}
POST /today/c11:matter:$four/useful {"useful": false} -> 200
GET /today -> 200 {"rows": []}
# Who waits always counts.
POST /matters {"client_id": dube, "title": "Le papier manque"} -> 201 paper
POST /today/a1:matter:$paper/useful {"useful": false} -> 409 always_useful
GET /today -> 200 {"rows": [{"type": "a1"}]}
# Quiet for a month, then heard again; what was said to be useless stays away.
POST /exchanges {"client_id": dube, "channel": "phone", "direction": "both"} -> 201 call
POST /matters/$paper/tell {"exchange_id": call} -> 200
POST /matters/$paper/news {"exchange_id": call, "update_due": "2027-06-01"} -> 200
at 2027-04-02T09:00
POST /me/questions {"fear": 1} -> 200
at 2027-04-07T09:59
GET /today -> 200 {"rows": []}
at 2027-04-07T10:00
GET /today -> 200 {"rows": [{"record": {"id": five}}]}
