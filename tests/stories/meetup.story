# R7.2: a time out of the frame is an appointment without agenda, by voice, without a recap unless
# something was promised there; R6.2: the form used last time is said; R7.3, R3.4: ideas and their echo
staff Karim
as karim
POST /clients {"name": "Musée du Port", "state": "active"} -> 201 port
contact Paul of port agrees
at 2027-03-01T09:00
FORM /a/clients/$port/meetup {"title": "Manger ensemble", "at": "2027-03-02T11:00", "minutes": "60", "place": "Chez Nino"} -> 303
GET /moments -> 200 lunch {"items": [{"kind": "meetup", "title": "Manger ensemble", "planned_on": "2027-03-02", "exchange_id": any}]}
GET /exchanges -> 200 {"items": [{"planned": true, "channel": "in_person", "subject": "Manger ensemble", "place": "Chez Nino", "at": "2027-03-02T11:00", "agenda": null}]}
PAGE /echange/$lunch.items.0.exchange_id -> 200
has "Rencontre hors cadre"
has "Sans ordre du jour"
# An hour long, over at noon: no recap is owed.
at 2027-03-02T12:00
GET /exchanges/$lunch.items.0.exchange_id -> 200 {"recap_id": null, "clocks": []}
# Something was promised there: then it is.
POST /promises {"client_id": port, "side": "us", "text": "Un devis", "due": "2027-03-12", "source": {"type": "exchange", "id": lunch.items.0.exchange_id}} -> 201
GET /exchanges/$lunch.items.0.exchange_id -> 200 {"recap_id": any, "clocks": [{"type": "c1", "starts_at": "2027-03-02T12:00"}]}
# A title is asked for, and nothing is kept without it.
FORM /a/clients/$port/meetup {"title": "", "at": "2027-03-09T11:00"} -> 422
GET /exchanges?limit=5 -> 200 {"items": [any]}
PAGE /c/$port?volet=moments -> 200
has "Planifier une rencontre hors cadre"
has "une rencontre hors cadre"

# R6.2: so as to vary, the row says how the last one was marked.
POST /moments {"kind": "win", "client_id": port, "title": "Un prix", "happened_on": "2027-03-02"} -> 201 prize
POST /moments/$prize/done {"form": "un gâteau"} -> 200
at 2027-03-03T09:00
POST /moments {"kind": "win", "client_id": port, "title": "Salle comble"} -> 201 full
PAGE /auj -> 200
has "La dernière fois : un gâteau. Autre chose cette fois ?"

# R7.3: three ideas gathered on the way, one delivery: the list is ready, and due ten working days later.
POST /mandates {"client_id": port, "title": "Affiches", "need": "Se voir"} -> 201 work
POST /mandates {"client_id": port, "title": "Autre"} -> 201 elsewhere
POST /matters {"client_id": port, "mandate_id": work, "nature": "idea", "title": "Un plan à emporter"} -> 201 map
POST /matters {"client_id": port, "nature": "idea", "title": "Une visite de nuit"} -> 201 night
POST /matters {"client_id": port, "nature": "idea", "title": "Un carnet"} -> 201 notes
POST /matters {"client_id": port, "mandate_id": elsewhere, "nature": "idea", "title": "Ailleurs"} -> 201 afar
POST /matters {"client_id": port, "nature": "standard", "title": "Deux tours"} -> 201 rounds
as claire
POST /mandates/$work/start {"override_reason": "urgent"} -> 200
as karim
at 2027-03-08T10:00
POST /mandates/$work/deliver -> 200 {"record": {"clocks": [{"type": "e5", "sub": "ideas", "due": "2027-03-22T23:59:59-04:00"}, ...]}}
POST /writings {"client_id": port, "mandate_id": work, "kind": "ideas"} -> 201 list {"matter_ids": [map, night, notes]}
POST /writings {"client_id": port, "kind": "ideas", "matter_ids": [afar]} -> 201 {"matter_ids": [afar]}
at 2027-03-17T10:00
POST /writings/$list/send -> 200
GET /matters/$map -> 200 {"state": "told", "told_at": "2027-03-17T10:00"}
GET /mandates/$work -> 200
has "\"stopped_at\":\"2027-03-17T10:00:00-04:00\""

# R3.4: twenty working days later, one question; the answer is read by us, and asked no more.
as paul
at 2027-04-14T09:59
GET /portal -> 200 as early
lacks "faciliter"
lacks "\"rating\",\"id\":\"$map.pub\""
at 2027-04-14T10:00
GET /portal -> 200 as asked
has "$map.pub"
POST /matters/$map.pub/echo {"eased": true, "stood_out": false, "text": "Les guides l'ont adopté."} -> 200
as karim
GET /matters/$map -> 200 {"eased": "yes", "stood_out": "no", "echo_text": "Les guides l'ont adopté."}
PAGE /probleme/$map -> 200
has "Leur travail en a été facilité, disent-ils."
has "Cela ne les a pas aidés à se démarquer, disent-ils."
has "Les guides l&#39;ont adopté."
cli doctor -> 0
