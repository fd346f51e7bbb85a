# R6.2 to R6.5: wins are marked, stumbles end in findings and solutions, without a culprit
staff Karim, Tom, Inès, Hugo
as karim
POST /clients {"name": "Musée du Port"} -> 201 port
contact Paul of port

at 2027-03-01T10:00
POST /moments {"kind": "setback", "client_id": port, "title": "Affiches floues", "person_id": tom} -> 422 invalid {"fields": {"person_id": "unknown"}}
POST /moments {"kind": "setback", "client_id": port, "title": "Affiches floues"} -> 201 blur
  {"happened_on": "2027-03-01", "done_on": null, "findings": [], "solution_promise_ids": [], "recurrences": null}
POST /moments/$blur/done -> 409 finding_missing {"also": ["solution_missing"]}

# R6.4: what says nothing is no finding.
PATCH /moments/$blur {"findings": ["", "  ", "\u00a0\t"]} -> 200 {"findings": []}
POST /moments/$blur/done -> 409 finding_missing {"also": ["solution_missing"]}

# A name is asked about, once; what was missing passes.
PATCH /moments/$blur {"findings": ["Tom a oublié le fichier"]} -> 409 confirm_hints
  {"hints": [{"code": "culprit", "field": "findings", "match": "Tom", "text": any}]}
GET /moments/$blur -> 200 {"findings": []}
# All that are named in it, however they are written.
PATCH /moments/$blur {"findings": [" Le fichier ", "TOM et “Hugo” l'ont oublié, inès aussi ; pas Tomas."]} -> 409 confirm_hints
  {"hints": [{"match": "Hugo"}, {"match": "Inès"}, {"match": "Tom"}]}
FORM /a/moments/$blur/patch {"findings:lines": "TOM et “Hugo” l'ont oublié, inès aussi ; pas Tomas."} -> 409
has "<p> <mark>Hugo</mark> <mark>Inès</mark> <mark>Tom</mark></p>"
PATCH /moments/$blur {"findings": [" Le fichier "]} -> 200 {"findings": ["Le fichier"]}
PATCH /moments/$blur {"findings": ["le fichier n'avait pas de gardien"]} -> 200 {"findings": ["le fichier n'avait pas de gardien"], "hints": []}
POST /moments/$blur/done -> 409 solution_missing

# A promise made for it is one of its solutions, were it between us.
POST /promises {"side": "us", "text": "Nommer un gardien", "due": "2027-03-12", "person_id": tom, "source": {"type": "moment", "id": blur}} -> 201 guard
GET /moments/$blur -> 200 {"solution_promise_ids": [guard]}
POST /moments/$blur/plan {} -> 422 invalid {"fields": {"planned_on": "missing"}}
POST /moments/$blur/plan {"planned_on": "2027-03-03", "form": "autour d'un café"} -> 200 {"record": {"planned_on": "2027-03-03", "form": "autour d'un café"}}
POST /moments/$blur/done {"done_on": "2027-03-02"} -> 422 invalid {"fields": {"done_on": "in_future"}}
POST /moments/$blur/done -> 200 {"record": {"done_on": "2027-03-01"}}

# Everyone of us reads it, no client ever does.
as tom
GET /moments?client_id=$port -> 200 {"items": [{"id": blur}]}
as paul
GET /moments -> 404
GET /moments/$blur -> 404

# A win: one nudge, until it was marked.
as karim
POST /moments {"kind": "win", "client_id": port, "title": "Salle comble"} -> 201 full
  {"clocks": [{"type": "e4", "starts_at": "2027-03-01T00:00", "due": "2027-03-19T17:00", "stopped_at": null}]}
GET /today -> 200 {"rows": [{"key": "e4:moment:$full", "band": 7}]}
at 2027-03-02T15:00
POST /moments/$full/done {"form": "un gâteau"} -> 200 {"record": {"form": "un gâteau", "clocks": [{"type": "e4", "stopped_at": "2027-03-02T15:00"}]}}
GET /today -> 200 {"rows": []}
# Between us too; one nudge a day.
at 2027-03-03T09:00
POST /moments {"kind": "win", "title": "Dix ans de l'agence"} -> 201 ten
GET /today -> 200 {"rows": [{"key": "e4:moment:$ten"}]}
# A meetup may be an appointment; nothing else is.
POST /exchanges {"client_id": port, "channel": "in_person", "direction": "both", "planned": true, "at": "2027-03-09T12:00", "minutes": 60} -> 201 lunch
POST /moments {"kind": "extra", "client_id": port, "title": "Un livre", "exchange_id": lunch} -> 422 invalid {"fields": {"exchange_id": "bad_ref"}}
POST /moments {"kind": "meetup", "client_id": port, "title": "Manger ensemble", "exchange_id": lunch} -> 201
# Solutions are promised to the same client, or among ourselves.
POST /clients {"name": "Ailleurs"} -> 201 elsewhere
POST /promises {"client_id": elsewhere, "side": "us", "text": "Relire", "due": "2027-03-30"} -> 201 afar
POST /promises {"side": "us", "text": "Relire", "due": "2027-03-30"} -> 201 between
POST /moments {"kind": "setback", "client_id": port, "title": "Trop tard"} -> 201 late
PATCH /moments/$late {"solution_promise_ids": [afar]} -> 422 invalid {"fields": {"solution_promise_ids": "bad_ref"}}
PATCH /moments/$late {"solution_promise_ids": [between]} -> 200 {"solution_promise_ids": [between]}
cli doctor -> 0

# R6.5: the same again, once it was looked back on: the list asks for one thing more.
POST /clients {"name": "Café Lune"} -> 201 lune
contact Noémie of lune agrees
at 2027-04-01T10:00
POST /matters {"client_id": lune, "title": "Affiches floues", "category": "épreuve sautée", "cause": "us"} -> 201 blurred
POST /exchanges {"client_id": lune, "channel": "phone", "direction": "both"} -> 201 call
sql "UPDATE matter SET state = 'closed', told_at = noticed_at, closed_at = noticed_at, closed_as = 'accepted_as_is' WHERE title = 'Affiches floues'"
POST /moments {"kind": "setback", "client_id": lune, "matter_id": blurred, "title": "Trop vite", "findings": ["le fichier n'avait pas de gardien"]} -> 201 fast
POST /promises {"side": "us", "text": "Relire à deux", "due": "2027-04-12", "person_id": tom, "source": {"type": "moment", "id": fast}} -> 201
POST /moments/$fast/done -> 200 {"record": {"done_on": "2027-04-01"}}
GET /today -> 200
lacks "d3.again"
at 2027-04-06T10:00
POST /matters {"client_id": lune, "title": "Encore flou", "category": "épreuve sautée"} -> 201 still {"recurs_of_id": blurred}
GET /today -> 200
has "d3.again:moment:$fast"
GET /moments/$fast -> 200 {"recurrences": 1, "clocks": [{"type": "d3", "sub": "again", "starts_at": "2027-04-06T10:00", "due": "2027-04-20T10:00", "stopped_at": null}]}
PAGE /moment/$fast -> 200
has "Que manque-t-il encore ?"
has "type=\"submit\" form=\"finds\" name=\"then\" value=\"done\""
# Nothing added: it stays.
POST /moments/$fast/done -> 409 finding_missing
PATCH /moments/$fast {"findings": []} -> 200
POST /moments/$fast/done -> 409 finding_missing
PATCH /moments/$fast {"findings": ["le fichier n'avait pas de gardien", "le gardien n'avait pas de relais"]} -> 200
at 2027-04-07T09:00
POST /moments/$fast/done -> 200 {"record": {"done_on": "2027-04-01", "clocks": [{"type": "d3", "sub": "again", "stopped_at": "2027-04-07T09:00"}]}}
PAGE /moment/$fast -> 200
lacks "Que manque-t-il encore ?"
# And again; a solution will do.
at 2027-04-08T10:00
sql "UPDATE matter SET state = 'closed', told_at = noticed_at, closed_at = noticed_at, closed_as = 'accepted_as_is' WHERE title = 'Encore flou'"
POST /matters {"client_id": lune, "title": "Toujours flou", "category": "Épreuve sautée"} -> 201 {"recurs_of_id": still}
GET /moments/$fast -> 200 {"recurrences": 2, "clocks": [{"sub": "again", "starts_at": "2027-04-08T10:00", "stopped_at": null}]}
POST /moments/$fast/done -> 409 finding_missing
POST /promises {"side": "us", "text": "Un relais", "due": "2027-04-20", "person_id": tom, "source": {"type": "moment", "id": fast}} -> 201
POST /moments/$fast/done -> 200
GET /today -> 200
lacks "d3.again"
