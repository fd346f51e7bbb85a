# P4, E8, E19: a client's word on something, in four ticks and from one to five
staff Karim
as karim
POST /clients {"name": "Atelier Nord"} -> 201 nord
contact Nora of nord
contact Noé of nord
POST /clients {"name": "Café Lune", "lang": "en"} -> 201 lune
contact Lou of lune
POST /mandates {"client_id": nord, "title": "Le site", "need": "Être trouvés"} -> 201 site
POST /exchanges {"client_id": nord, "channel": "phone", "direction": "both"} -> 201 call
POST /exchanges {"client_id": nord, "channel": "email", "direction": "both"} -> 201 mail

# By themselves; or noted by us, naming the call and who said it.
as nora
at 2027-03-02T10:00
POST /ratings {"about": "mandate", "value": 4} -> 422 invalid {"fields": {"about_id": "missing"}}
POST /ratings {"about": "trust", "value": 6} -> 422 invalid {"fields": {"value": "bad_value"}}
POST /ratings {"about": "trust", "value": 4, "by": "x"} -> 422 invalid {"fields": {"by": "not_settable"}}
POST /ratings {"about": "trust", "value": 4, "felt": {"loved": "yes"}} -> 422 invalid {"fields": {"felt": "bad_value"}}
POST /ratings {"about": "trust", "value": 4, "felt": {"valued": "maybe"}} -> 422 invalid {"fields": {"felt": "bad_value"}}
POST /ratings {"about": "trust", "value": 4, "felt": {"valued": "yes", "understood": null}, "text": "Merci"} -> 201 trust
  {"value": 4, "felt": {"valued": "yes"}, "text": "Merci", "via": "portal", "accept_as_is": false, "exchange_id": absent, "client_id": absent}
as noe
# Seen by its author and all of us, by nobody else.
GET /ratings -> 200 {"items": []}
GET /ratings/$trust.id -> 404
as karim
GET /ratings?client_id=$nord -> 200 {"items": [{"id": 1, "by": nora, "via": "portal", "at": "2027-03-02T10:00"}]}
PATCH /ratings/1 {"value": 5} -> 403
POST /ratings {"about": "mandate", "about_id": site, "value": 4} -> 422 invalid {"fields": {"by": "missing"}}
POST /ratings {"about": "mandate", "about_id": site, "value": 4, "by": nora} -> 422 invalid {"fields": {"exchange_id": "missing"}}
POST /ratings {"about": "mandate", "about_id": site, "value": 4, "by": karim, "exchange_id": call} -> 422 invalid {"fields": {"by": "bad_ref"}}
POST /ratings {"about": "mandate", "about_id": site, "value": 4, "by": lou, "exchange_id": call} -> 422 invalid
POST /ratings {"about": "mandate", "about_id": site, "value": 4, "by": nora, "exchange_id": call} -> 409 not_delivered
as claire
POST /mandates/$site/start {"override_reason": "Tout était prêt."} -> 200
POST /mandates/$site/deliver -> 200
as karim
POST /ratings {"about": "mandate", "about_id": site, "value": 4, "by": nora, "exchange_id": mail} -> 409 not_voice
POST /ratings {"about": "mandate", "about_id": site, "value": 4, "by": nora, "exchange_id": call} -> 201 {"via": "voice", "at": "2027-03-01T08:00"}

# A "no" is answered by voice, soon.
as nora
at 2027-03-02T11:00
POST /ratings {"about": "mandate", "about_id": site.pub, "value": 3, "felt": {"understood": "no", "valued": "yes"}} -> 201
as karim
GET /today -> 200 {"rows": [{"key": "c8.felt:rating:3", "band": 5, "due": "2027-03-03T11:00", "text": "Atelier Nord …compris…"}, {"type": "e5"}]}
GET /clients/$nord/felt -> 200 {"respected": {"yes": 0, "n": 0}, "understood": {"yes": 0, "n": 1}, "valued": {"yes": 2, "n": 2},
  "wants_me_to_succeed": {"yes": 0, "n": 0}}
POST /exchanges {"client_id": nord, "channel": "email", "direction": "out"} -> 201
POST /exchanges {"client_id": nord, "channel": "phone", "direction": "both", "at": "2027-03-02T09:00"} -> 201
GET /today -> 200 {"rows": [{"key": "c8.felt:rating:3"}, {"type": "e5"}]}
at 2027-03-02T15:00
POST /exchanges {"client_id": nord, "channel": "phone", "direction": "both"} -> 201 spoken
GET /today -> 200 {"rows": [{"type": "e5"}]}
GET /ratings/3 -> 200 {"clocks": [{"type": "c8", "sub": "felt", "stopped_at": "2027-03-02T15:00"}]}
cli doctor -> 0

GET /ratings?about_id=$site&about=mandate -> 200 {"items": [{"id": 2}, {"id": 3}]}
GET /ratings?about_id=99 -> 200 {"items": []}

# A low one about a mandate or trust is a problem that they raise.
as lou
POST /ratings {"about": "trust", "value": 2} -> 201 {"created": [{"kind": "matter"}]}
GET /matters -> 200 {"items": [{"title": "Something is wrong", "noticed_by_side": "client", "state": "noticed"}]}
as nora
POST /ratings {"about": "mandate", "about_id": site.pub, "value": 1, "text": "Rien n'est prêt"} -> 201
as karim
GET /matters?client_id=$nord -> 200 {"items": [{"title": "Rien n'est prêt", "body": "Rien n'est prêt", "mandate_id": site, "noticed_by_side": "client",
  "found_by_client_at": "2027-03-02T15:00", "first_ever": true, "clocks": [{"type": "a1c", "due": "2027-03-03T11:00"}, {"type": "c15"}]}]}
# Ours to write down without insult; their own words are theirs.
POST /exchanges {"client_id": nord, "channel": "phone", "direction": "both"} -> 201 late
POST /ratings {"about": "trust", "value": 3, "by": nora, "exchange_id": late, "text": "Elle dit que Karim est un idiot"} -> 409 confirm_hints
as nora
POST /ratings {"about": "trust", "value": 3, "text": "Quel idiot"} -> 201
cli doctor -> 0

# Whom a "no" waits for follows the engagement; and whoever cannot hear us is spoken with in writing.
as claire
POST /people {"name": "Inès", "email": "ines@mistral.example", "role": "member"} -> 201 ines
POST /mandates {"client_id": nord, "title": "La suite", "responsible_id": ines} -> 201 next
POST /matters {"client_id": nord, "title": "Lent"} -> 201 slow
at 2027-03-03T09:00
POST /exchanges {"client_id": nord, "channel": "phone", "direction": "both", "minutes": 5} -> 201 said
POST /matters/$slow/tell {"exchange_id": said} -> 200
sql "UPDATE matter SET state = 'applied', applied_at = told_at WHERE title = 'Lent'"
POST /ratings {"about": "matter", "about_id": slow, "value": 3, "by": nora, "exchange_id": said, "felt": {"valued": "no"}} -> 201 hurt
PATCH /matters/$slow {"mandate_id": next} -> 200
GET /today?person_id=$ines -> 200
has "c8.felt:rating:$hurt"
at 2027-03-03T11:00
POST /exchanges {"client_id": nord, "channel": "sms", "direction": "both", "contact_ids": [nora]} -> 201
GET /ratings/$hurt -> 200 {"clocks": [{"stopped_at": null}]}
PATCH /people/$nora {"voice_ok": false} -> 200
GET /ratings/$hurt -> 200 {"clocks": [{"stopped_at": "2027-03-03T11:00"}]}
cli doctor -> 0
