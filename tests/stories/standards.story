# F12: what is usual in our trade is told to every client, regularly
staff Karim
as karim
POST /clients {"name": "Dubé", "state": "active"} -> 201 dube
contact Denise of dube agrees
POST /clients {"name": "Café Lune", "state": "active"} -> 201 lune
contact Noémie of lune
POST /clients {"name": "Librairie Sel", "state": "active"} -> 201 sel
contact Paul of sel
POST /clients {"name": "Personne", "state": "active"} -> 201 nobody
GET /clients/$dube -> 200 {"clocks": [{"type": "c9"}, {"type": "e5"}]}

# A rule of the library, once adopted, is a standard: from then on it is owed to every client.
POST /terms {"kind": "rule", "owed_by": "client", "text": "Huit jours ouvrables pour une campagne", "why": "Le soin.", "lead_wd": 8} -> 201 eight
GET /clients/$dube -> 200 {"clocks": [{"type": "c9"}, {"type": "e5"}]}
POST /terms/$eight/share {"client_ids": [dube], "text": "Huit jours."} -> 409 not_library
as claire
POST /terms/$eight/adopt -> 200
POST /terms {"kind": "condition", "owed_by": "client", "text": "Un décideur", "why": "Sinon tout attend."} -> 201 decider
as karim
GET /clients/$dube -> 200 {"clocks": [{"type": "c9"}, {"type": "e5"}, {"type": "e6", "starts_at": "2027-05-30T09:00", "due": null, "stopped_at": null}]}
POST /terms/$decider/share {"client_ids": [dube], "text": "x"} -> 409 not_library
POST /terms/$eight/share -> 422 invalid {"fields": {"client_ids": "missing", "text": "missing"}}
POST /terms/$eight/share {"client_ids": [dube, nobody], "text": "x"} -> 409 no_reader

# Told to three at once: one told_at each, read on their own page.
at 2027-03-01T10:00
POST /terms/$eight/share {"client_ids": [dube, lune, sel, dube], "text": "Pour information : une campagne demande huit jours ouvrables."} -> 200
GET /matters?nature=standard -> 200 {"items": [
  {"client_id": dube, "term_id": eight, "state": "told", "told_at": "2027-03-01T10:00", "title": "Huit jours ouvrables pour une campagne"},
  {"client_id": lune, "told_at": "2027-03-01T10:00"}, {"client_id": sel, "told_at": "2027-03-01T10:00"}]}
as noemie
GET /portal -> 200 {"good_to_know": [{"kind": "matter", "text": "Huit jours ouvrables pour une campagne"}],
  "conversation": [{"from": "us", "text": "Pour information : une campagne demande huit jours ouvrables."}]}
as karim
GET /clients/$lune -> 200 {"clocks": [{"type": "c9"}, {"type": "e5"}, {"type": "e6", "starts_at": "2027-05-30T11:00"}]}
# Only a standard names what it tells.
POST /matters {"client_id": dube, "title": "Un prix", "nature": "good_news", "term_id": eight} -> 422 invalid {"fields": {"term_id": "bad_value"}}

# Ninety days later it is time; what was not told yet is named.
as claire
POST /terms {"kind": "rule", "owed_by": "both", "text": "Deux tours de révision", "why": "Le budget."} -> 201 rounds
POST /terms {"kind": "rule", "owed_by": "us", "text": "Une réponse en un jour", "why": "Le respect."} -> 201 answer
as karim
at 2027-05-02T09:00
POST /me/questions {"fear": 1} -> 200
at 2027-05-30T10:59:59
GET /today -> 200 as list
lacks "e6:client:$dube"
at 2027-05-30T11:00
GET /clients/$dube -> 200 {"clocks": [{"type": "c9"}, {"type": "e5"}, {"type": "e6", "starts_at": "2027-05-30T11:00", "stopped_at": null}]}
PAGE /c/$dube -> 200
has "Dubé : dire ce qui est d’usage dans notre métier, « Deux tours de révision » et « Une réponse en un jour »."
PAGE /bibliotheque?client=$dube -> 200
has "Deux tours de révision"
# Said in a call, as any other thing to tell: the row is gone, and the next comes in ninety days.
POST /exchanges {"client_id": dube, "channel": "phone", "direction": "both", "minutes": 5} -> 201 call
POST /matters {"client_id": dube, "nature": "standard", "title": "Deux tours de révision", "term_id": rounds} -> 201 said
GET /clients/$dube -> 200 {"clocks": [{"type": "c9"}, {"type": "e5"}, {"type": "e6", "starts_at": "2027-05-30T11:00", "stopped_at": null}]}
at 2027-05-30T11:05
POST /exchanges {"client_id": dube, "channel": "phone", "direction": "both", "minutes": 5} -> 201 call
POST /matters/$said/tell {"exchange_id": call} -> 200
GET /clients/$dube -> 200 {"clocks": [{"type": "c9"}, {"type": "e5"}, {"type": "e6", "starts_at": "2027-05-30T11:00", "stopped_at": "2027-05-30T11:05"}, {"type": "e6", "starts_at": "2027-08-28T11:05", "stopped_at": null}]}

# All of them told: it is said again, with what has changed.
at 2027-05-31T09:00
POST /terms/$answer/share {"client_ids": [dube], "text": "Nous répondons en un jour ouvrable."} -> 200
POST /clients {"name": "Nouvelle", "state": "prospect"} -> 201 new
GET /clients/$new -> 200 {"clocks": []}
at 2027-09-02T09:00
POST /me/questions {"fear": 1} -> 200
PAGE /c/$dube -> 200
has "Dubé : redire ce qui est d’usage dans notre métier, et ce qui y change."

# Asked for against a rule that nobody told them: ours to say, at once (F1.2).
POST /mandates {"client_id": dube, "title": "Campagne", "need": "Être vus", "how": "Ainsi", "when_due": "2027-12-31", "price_cents": 0} -> 201 work
POST /terms/$answer/share {"client_ids": [dube], "text": "Encore."} -> 200
POST /terms {"mandate_id": work, "kind": "rule", "owed_by": "client", "text": "Dix jours", "why": "Le soin.", "lead_wd": 10} -> 201 ten
at 2027-09-03T09:00
POST /decisions {"client_id": dube, "mandate_id": work, "about": "demand", "question": "Pour lundi ?", "asked_due": "2027-09-06"} -> 201 demand
GET /clients/$dube -> 200 {"clocks": [{"type": "c9"}, {"type": "e5"}, any, {"type": "e6", "starts_at": "2027-09-03T09:00", "stopped_at": null}]}
POST /decisions/$demand/cancel {"reason": "retirée"} -> 200
GET /clients/$dube -> 200 {"clocks": [{"type": "c9"}, {"type": "e5"}, any, {"type": "e6", "starts_at": "2027-12-01T08:00", "stopped_at": null}]}
cli doctor -> 0
