# Conversation 15.6: taken back while its letters wait and nobody has relied on it
staff Karim, Inès
as karim
POST /clients {"name": "Atelier Nord", "state": "active"} -> 201 nord
contact Ella of nord agrees
contact Paul of nord
at 2027-03-01T11:00
as paul
POST /exchanges {"text": "Une question."} -> 201 question

# An answer: only by who sent it; then it is gone, and what it answered waits as before.
at 2027-03-01T11:05
as karim
POST /exchanges {"client_id": nord, "channel": "portal", "direction": "out", "text": "Parti trop vite.", "in_reply_to_id": 1, "deliver": true} -> 201 early
PAGE /echange/$early -> 200
has "/a/exchanges/$early/take_back"
as ines
POST /exchanges/$early/take_back -> 403 author_only
PAGE /echange/$early -> 200
lacks "/a/exchanges/$early/take_back"
as paul
POST /exchanges/$early.pub/take_back -> 404 not_found
as karim
POST /exchanges/$early/take_back -> 200 {"record": null}
GET /exchanges/$early -> 404 not_found
GET /exchanges/1 -> 200 {"answered_by_id": null, "clocks": [{"type": "a2", "due": "2027-03-02T11:00", "stopped_at": null}]}
as claire
GET /audit?record=exchange:$early&action=take_back -> 200 {"items": [{"action": "take_back"}]}
at 2027-03-01T11:10
GET /test/outbox -> 200
lacks "paul@client.example"
# A call noted meanwhile is the answer once that one is gone.
as karim
POST /exchanges {"client_id": nord, "channel": "portal", "direction": "out", "text": "Voici.", "in_reply_to_id": 1, "deliver": true} -> 201 second
POST /exchanges {"client_id": nord, "channel": "phone", "direction": "both"} -> 201 call
GET /exchanges/1 -> 200 {"answered_by_id": second}
POST /exchanges/$second/take_back -> 200
GET /exchanges/1 -> 200 {"answered_by_id": call}
# What was only noted was never sent.
POST /exchanges/$call/take_back -> 409 not_sent {"also": absent}

# Too late: it left; it was read; something builds on it.
POST /exchanges {"client_id": nord, "channel": "portal", "direction": "out", "text": "Et voilà.", "contact_ids": [paul], "deliver": true} -> 201 third
at 2027-03-01T11:10:20
POST /exchanges/$third/take_back -> 409 already_left {"also": absent}
PAGE /echange/$third -> 200
lacks "/a/exchanges/$third/take_back"
POST /exchanges {"client_id": nord, "channel": "portal", "direction": "out", "text": "Lu.", "contact_ids": [paul], "deliver": true} -> 201 fourth
as paul
GET /exchanges/$fourth.pub -> 200
as karim
POST /exchanges/$fourth/take_back -> 409 already_left
POST /exchanges {"client_id": nord, "channel": "portal", "direction": "out", "text": "Promis.", "contact_ids": [paul], "deliver": true} -> 201 fifth
POST /promises {"client_id": nord, "side": "us", "text": "Le plan", "due": "2027-03-05", "source": {"type": "exchange", "id": fifth}} -> 201
POST /exchanges/$fifth/take_back -> 409 leaned_on {"also": absent}
# It stays as it left; it is not erased either.
PATCH /exchanges/$fifth {"text": "Autre chose"} -> 409 already_left
PATCH /exchanges/$fifth {"tags": ["thanks"]} -> 200
POST /exchanges/$fifth/erase -> 409 already_left {"also": any}

# An entente: a draft again, its terms and promises as before; nothing of it shows to the client.
at 2027-03-01T14:00
POST /mandates {"client_id": nord, "title": "Site", "need": "Vendre.", "need_said_by": "Ella", "how": "Ensemble.", "when_due": "2027-12-01", "price_cents": 100000} -> 201 site
POST /terms {"mandate_id": site, "kind": "expectation", "owed_by": "us", "text": "Un site"} -> 201 wish
POST /terms {"mandate_id": site, "kind": "rule", "owed_by": "both", "text": "Un point le mardi", "why": "On se voit."} -> 201 rule
POST /terms {"mandate_id": site, "kind": "condition", "owed_by": "client", "text": "Les photos", "why": "Rien sans elles.", "needed_by": "2027-02-20"} -> 201 photos
POST /promises {"client_id": nord, "mandate_id": site, "side": "us", "text": "Livrer", "due": "2027-11-15", "shared": true, "source": {"type": "term", "id": wish}} -> 201 stone
POST /writings {"client_id": nord, "mandate_id": site, "kind": "entente"} -> 201 deal
POST /writings/$deal/take_back -> 409 not_sent {"also": absent}
POST /writings/$deal/send -> 200
GET /terms/$wish -> 200 {"state": "proposed", "told_at": "2027-03-01T14:00"}
GET /terms/$photos -> 200 {"state": "missing"}
POST /writings/$deal/take_back -> 200 {"record": {"state": "draft", "sent_at": null, "snapshot": null, "explicit_only": false, "delivery": null, "by_hand": false}}
GET /terms/$wish -> 200 {"state": "noted", "told_at": null}
GET /terms/$rule -> 200 {"state": "noted", "told_at": null}
GET /terms/$photos -> 200 {"state": "noted", "told_at": null, "missing_since": null}
GET /promises/$stone -> 200 {"state": "open"}
as ella
GET /writings/$deal.pub -> 404 not_found
GET /terms -> 200 {"items": []}
# Sent again and told, a later version leaves what was told before as it was; the one it closed stands again.
as karim
POST /writings/$deal/send -> 200
at 2027-03-01T14:02
POST /terms {"mandate_id": site, "kind": "rule", "owed_by": "both", "text": "Pas le soir", "why": "On dort."} -> 201 evening
POST /writings {"client_id": nord, "mandate_id": site, "kind": "entente"} -> 201 deal2 {"version": 2}
POST /writings/$deal2/send -> 200
GET /writings/$deal -> 200 {"state": "corrected"}
POST /writings/$deal2/take_back -> 200
GET /writings/$deal -> 200 {"state": "sent"}
GET /terms/$wish -> 200 {"state": "proposed", "told_at": "2027-03-01T14:00"}
GET /terms/$evening -> 200 {"state": "noted", "told_at": null}
# Looked at by a colleague meanwhile: it stays.
POST /writings/$deal2/send -> 200
as ines
POST /terms/$evening/tick {"in_place": true} -> 200
as karim
POST /writings/$deal2/take_back -> 409 leaned_on
# Agreed by voice in the same minute: it stays.
POST /writings {"client_id": nord, "kind": "recap", "understood": "a"} -> 201 said
POST /writings/$said/send -> 200
POST /exchanges {"client_id": nord, "channel": "phone", "direction": "both", "minutes": 5} -> 201 yes
POST /writings/$said/confirm {"exchange_id": yes, "contact_id": ella} -> 200
POST /writings/$said/take_back -> 409 leaned_on {"also": absent}

# A recap is owed again, with the hour it had.
POST /exchanges {"client_id": nord, "channel": "phone", "direction": "both", "at": "2027-03-01T13:00", "minutes": 20} -> 201 met
GET /exchanges/$met -> 200 with
PATCH /writings/$with.recap_id {"understood": "Le lancement est en mai."} -> 200
POST /writings/$with.recap_id/send -> 200
GET /exchanges/$met -> 200 {"clocks": [{"type": "c1", "stopped_at": "2027-03-01T14:02"}]}
POST /writings/$with.recap_id/take_back -> 200
GET /exchanges/$met -> 200 {"clocks": [{"type": "c1", "due": "2027-03-02T13:20", "stopped_at": null}]}

# What its notes announced goes with it, and is announced again; touched by a colleague, it stays.
PATCH /writings/$with.recap_id {"notes": "> Karim : envoyer le plan, 12 mars\n? combien d'invités\n! salle A ou salle B"} -> 200
POST /writings/$with.recap_id/send -> 200 {"record": {"questions": [{"text": "combien d'invités"}], "promise_ids": [3]}}
GET /promises/3 -> 200 {"text": "envoyer le plan", "due": "2027-03-12"}
POST /writings/$with.recap_id/take_back -> 200 {"record": {"questions": [], "promise_ids": [], "announces": [{"text": "envoyer le plan", "due": "2027-03-12"}, {}, {}]}}
GET /promises/3 -> 404 not_found
GET /decisions -> 200 {"items": []}
POST /writings/$with.recap_id/send -> 200 {"record": {"promise_ids": [4]}}
as ines
POST /promises/4/start -> 200
as karim
POST /writings/$with.recap_id/take_back -> 409 leaned_on {"also": absent}

# A welcome, the silence rule, ideas: as if they had not been.
POST /writings {"client_id": nord, "kind": "welcome", "body": "Bienvenue"} -> 201 hello
POST /writings/$hello/send -> 200
GET /clients/$nord -> 200 {"clocks": [{"type": "c9", "stopped_at": "2027-03-01T14:02"}, ...]}
POST /writings/$hello/take_back -> 200
GET /clients/$nord -> 200 {"clocks": [{"type": "c9", "stopped_at": null}, ...]}
POST /writings {"client_id": nord, "kind": "silence_rule", "body": "Sans réponse, nous appelons."} -> 201 quiet
POST /writings/$quiet/send -> 200
GET /clients/$nord -> 200 {"silence_rule": "offered"}
POST /writings/$quiet/take_back -> 200
GET /clients/$nord -> 200 {"silence_rule": "none"}
POST /matters {"client_id": nord, "nature": "idea", "title": "Un carnet"} -> 201 idea
POST /writings {"client_id": nord, "kind": "ideas", "matter_ids": [idea], "body": "Une idée"} -> 201 list
POST /writings/$list/send -> 200
GET /matters/$idea -> 200 {"state": "told"}
POST /writings/$list/take_back -> 200
GET /matters/$idea -> 200 {"state": "noticed", "told_at": null}
# Read: too late, aloud as by eye.
POST /writings/$list/send -> 200
POST /writings/$list/read_aloud {"exchange_id": yes} -> 200
POST /writings/$list/take_back -> 409 already_left
POST /writings/$quiet/send -> 200
PAGE /ecrit/$quiet -> 200
has "/a/writings/$quiet/take_back"
as ella
PAGE /p/e/$quiet.pub -> 200
as karim
POST /writings/$quiet/take_back -> 409 already_left
cli doctor -> 0 "clocks: 0 differ"
