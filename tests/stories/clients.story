# R0.1, E5: clients, mandates, contacts; who introduced whom is a forest
staff Karim
as karim
POST /clients {"name": "  Café   Lune ", "referred_by_text": "une voisine"} -> 201 lune
  {"name": "Café   Lune", "kind": "external", "state": "prospect", "lang": "fr", "started_on": null, "ended_on": null, "referred_by_text": "une voisine"}
POST /clients {"name": "Groupe Boréal", "state": "active", "referred_by_client_id": lune, "kind": "internal"} -> 201 boreal
  {"started_on": "2027-03-01", "referred_by_client_id": lune}
POST /clients {"name": "Fonderie Saguenay", "referred_by_client_id": boreal} -> 201 foundry
POST /clients/$lune/set_referrer {"client_id": lune} -> 409 referral_self
POST /clients/$lune/set_referrer {"client_id": foundry} -> 409 referral_cycle
POST /clients/$foundry/set_referrer {"client_id": lune} -> 200 {"record": {"referred_by_client_id": lune, "referred_by_text": null}}
POST /clients/$foundry/set_referrer {} -> 200 {"record": {"referred_by_client_id": null}}
POST /clients/$lune/activate {"started_on": "2027-03-02"} -> 422 invalid {"fields": {"started_on": "in_future"}}
POST /clients/$lune/activate {"started_on": "2027-02-15"} -> 200 {"record": {"state": "active", "started_on": "2027-02-15"}}
POST /clients/$lune/activate -> 409 already_active
PATCH /clients/$lune {"name": "Café Lune", "lang": "en"} -> 200 {"name": "Café Lune", "lang": "en"}
PATCH /clients/$lune {"kind": "internal"} -> 403 lead_only
PATCH /clients/$lune {"state": "ended"} -> 422 invalid {"fields": {"state": "not_settable"}}
as claire
PATCH /clients/$lune {"kind": "internal"} -> 200 {"kind": "internal"}
as karim

# A contact is of one client, and speaks that client's language unless said otherwise.
POST /people {"name": "Luce Roy", "email": "Luce@Lune.example", "role": "contact", "client_id": lune, "phone": "514 555 0101"} -> 201 luce
  {"email": "luce@lune.example", "side": "client", "lang": "en", "voice_ok": true, "can_agree": false, "active": true}
PATCH /people/$luce {"voice_ok": false, "can_agree": true} -> 200 {"voice_ok": false, "can_agree": true}
GET /people?client_id=$lune -> 200 {"items": [{"name": "Luce Roy"}]}
GET /people?role=lead -> 200 {"items": [{"name": "Claire", "side": "us"}]}

# What is agreed is written in their words.
POST /mandates {"client_id": lune, "title": "La carte d'été", "need": "Plus de monde à midi", "price_cents": 0, "when_due": "2027-06-01", "budget_minutes": 600} -> 201 menu
  {"responsible_id": karim, "state": "draft", "currency": "CAD", "price_cents": 0, "need_confirmed_at": null}
PATCH /mandates/$menu {"price_cents": null, "how": "trois photos"} -> 200 {"price_cents": null, "how": "trois photos"}
PATCH /mandates/$menu {"price_cents": -1} -> 422 invalid {"fields": {"price_cents": "bad_value"}}
PATCH /mandates/$menu {"currency": "dollars"} -> 422 invalid {"fields": {"currency": any}}
PATCH /mandates/$menu {"state": "running"} -> 422 invalid {"fields": {"state": "not_settable"}}
# Within one client.
POST /exchanges {"client_id": boreal, "mandate_id": menu, "channel": "email", "direction": "out"} -> 422 invalid {"fields": {"mandate_id": "bad_ref"}}
POST /exchanges {"client_id": boreal, "contact_ids": [luce], "channel": "email", "direction": "out"} -> 422 invalid {"fields": {"contact_ids": "bad_ref"}}
POST /exchanges {"client_id": lune, "mandate_id": menu, "contact_ids": [luce], "channel": "email", "direction": "out", "subject": "Le menu", "tags": ["thanks"], "emotions": ["soulagée"]} -> 201 mail
  {"contact_ids": [luce], "tags": ["thanks"], "emotions": ["soulagée"]}
PATCH /exchanges/$mail {"mandate_id": null, "tags": [], "text": "Merci", "minutes": 12} -> 200 {"mandate_id": null, "tags": [], "text": "Merci", "minutes": 12}
PATCH /exchanges/$mail {"at": "2027-03-01T07:00"} -> 422 invalid {"fields": {"at": "not_settable"}}
GET /exchanges?mandate_id=$menu -> 200 {"items": []}

# P14: who is ours from today is welcomed in writing within five working days, or as many from when they were.
POST /clients {"name": "Dubé", "state": "active"} -> 201 dube {"clocks": [{"type": "c9", "starts_at": "2027-03-01T08:00", "due": "2027-03-05T17:00", "stopped_at": null}, ...]}
GET /clients/$lune -> 200 {"clocks": [{"type": "c9", "starts_at": "2027-02-15T09:00", "due": "2027-02-19T17:00"}, ...]}
POST /writings {"client_id": dube, "kind": "welcome", "body": "Il y aura peut-être des imprévus."} -> 201 hello
POST /writings/$hello/send {"by_hand": true} -> 200
GET /clients/$dube -> 200 {"clocks": [{"type": "c9", "stopped_at": "2027-03-01T08:00"}, ...]}

# F4: one more promise for somebody who has six that week is said, never held.
repeat 6 POST /promises {"client_id": lune, "side": "us", "text": "p$n", "due": "2027-03-10"} -> 201 {"hints": []}
POST /promises {"client_id": lune, "side": "us", "text": "p7", "due": "2027-03-12"} -> 201 {"hints": [{"code": "load", "n": 6, "field": any, "text": any}]}
POST /promises {"client_id": lune, "side": "us", "text": "p8", "due": "2027-03-15"} -> 201 {"hints": []}

# E6: whoever introduced them is thanked, once, within sixteen working hours.
at 2027-03-09T16:00
POST /clients/$dube/thank_referrer {"text": "un mot"} -> 409 no_referrer
POST /clients/$dube/set_referrer {"client_id": lune} -> 200 {"record": {"clocks": [{"type": "c9"}, {"type": "c6", "starts_at": "2027-03-09T16:00", "due": "2027-03-11T16:00", "stopped_at": null}, ...]}}
GET /today -> 200
has "c6:client:$dube"
POST /clients/$dube/thank_referrer {"text": "un mot à la main"} -> 200 {"record": {"referral_thanked_at": "2027-03-09T16:00", "clocks": [{"type": "c9"}, {"type": "c6", "stopped_at": "2027-03-09T16:00"}, ...]}}
POST /clients/$dube/thank_referrer {"text": "encore"} -> 409 already_thanked

# Everything in order, for one client.
GET /clients/$lune/timeline?limit=3 -> 200 first {"items": [{"at": any, "kind": any, "id": any, "what": any, "text": any}, {}, {}], "next": any}
GET /clients/$lune/timeline?limit=0 -> 422 invalid
GET /clients/999/timeline -> 404 not_found
cli doctor -> 0
