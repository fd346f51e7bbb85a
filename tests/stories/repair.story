# conversation 17.1–17.3: marked or noted by mistake, it is put right, and what follows from it follows again
staff Karim, Inès, Tom
as karim
POST /clients {"name": "Café Lune", "state": "active"} -> 201 lune
contact Noémie of lune agrees
POST /exchanges {"client_id": lune, "channel": "phone", "direction": "both", "minutes": 5} -> 201 call

# 17.1: a promise marked done; the mark goes, and the ratio is as it was.
at 2027-03-02T10:00
POST /promises {"client_id": lune, "side": "us", "text": "Le dossier", "due": "2027-03-02", "person_id": tom} -> 201 kit
POST /promises/$kit/reopen -> 409 not_done
POST /promises/$kit/done -> 200
GET /clients/$lune/say_do -> 200 {"us": {"k": 1, "n": 1}}
as ines
PAGE /promesse/$kit -> 200
lacks "/reopen"
POST /promises/$kit/reopen -> 403 responsible_only
as noemie
POST /promises/$kit.pub/reopen -> 404
as karim
PAGE /promesse/$kit -> 200
has "Ce n’est pas fait, finalement"
FORM /a/promises/$kit/reopen -> 303
GET /promises/$kit -> 200 {"state": "open", "done_at": null, "clocks": [{"type": "b2"}, {"type": "b1", "stopped_at": null}]}
GET /clients/$lune/say_do -> 200 {"us": {"k": 0, "n": 0}}
as claire
GET /audit?record=promise:$kit&action=reopen -> 200 {"items": [{"field": "done_at", "old": "2027-03-02T10:00:00-05:00", "new": null}]}
# By whom it is promised, by who marked it, by a lead.
as tom
POST /promises/$kit/done -> 200
as claire
POST /promises/$kit/reopen -> 200
as ines
POST /promises/$kit/done -> 200
POST /promises/$kit/reopen -> 200
POST /promises/$kit/done -> 200
as tom
POST /promises/$kit/reopen -> 200
# Once the other side has it, it is talked about.
POST /promises/$kit/done -> 200
as noemie
POST /promises/$kit.pub/acknowledge -> 200
as tom
POST /promises/$kit/reopen -> 409 acknowledged
PAGE /promesse/$kit -> 200
lacks "/reopen"

# Open again after its date: the problem comes with its own last second, at the hour it was opened.
as karim
POST /promises {"client_id": lune, "side": "us", "text": "La carte", "due": "2027-03-03"} -> 201 card
at 2027-03-03T16:00
POST /promises/$card/done -> 200
at 2027-03-04T09:30
POST /promises/$card/reopen -> 200
GET /matters?client_id=$lune -> 200 {"items": [{"title": "Promesse en retard : La carte", "promise_id": card, "noticed_at": "2027-03-03T23:59:59-05:00",
  "created_at": "2027-03-04T09:30:00-05:00"}]}
cli doctor -> 0

# What it had carried out goes back: a way out applied is decided again; rated meanwhile, it stays.
POST /matters {"client_id": lune, "title": "Les affiches sont floues", "cause": "us"} -> 201 blur
POST /exchanges {"client_id": lune, "channel": "phone", "direction": "both"} -> 201 told
POST /matters/$blur/tell {"exchange_id": told} -> 200
PATCH /matters/$blur {"our_part": "Nous avons sauté l'épreuve."} -> 200
POST /writings {"client_id": lune, "kind": "problem", "about": {"type": "matter", "id": blur}, "understood": {"facts": ["Les affiches sont floues."], "emotions": ["déçue"]}, "next": "Deux voies."} -> 201 heard
POST /writings/$heard/send -> 200
as noemie
POST /writings/$heard.pub/confirm -> 200
as karim
POST /decisions {"client_id": lune, "about": "problem", "about_id": blur, "question": "Réimprimer ?", "options": [
  {"label": "Réimprimer", "pros": ["net"], "cons": ["deux jours"], "promises": [{"side": "us", "text": "Réimprimer", "due": "2027-03-05"}]},
  {"label": "Garder", "pros": ["rien à faire"], "cons": ["flou"]}]} -> 201 way
POST /decisions/$way/ask -> 200
as noemie
POST /decisions/$way.pub/choose {"n": 0} -> 200
as karim
GET /promises?client_id=$lune&state=open -> 200 open {"items": [{"text": "La carte"}, {"text": "Réimprimer"}]}
POST /promises/$open.items.1.id/done -> 200
GET /matters/$blur -> 200 {"state": "applied", "verify_due": "2027-03-11T09:30"}
POST /promises/$open.items.1.id/reopen -> 200
GET /matters/$blur -> 200 {"state": "decided", "verify_due": null}
lacks "\"d1\""
as noemie
POST /ratings {"about": "matter", "about_id": blur.pub, "value": 3} -> 409 not_applied
as karim
POST /promises/$open.items.1.id/done -> 200
as noemie
POST /ratings {"about": "matter", "about_id": blur.pub, "value": 3} -> 201
as karim
POST /promises/$open.items.1.id/reopen -> 409 leaned_on
  {"records": [{"kind": "rating", "id": 1}]}
# An expectation that it had met is agreed again.
POST /mandates {"client_id": lune, "title": "Vitrine"} -> 201 work
POST /terms {"mandate_id": work, "kind": "expectation", "owed_by": "us", "text": "Une vitrine"} -> 201 wish
POST /promises {"client_id": lune, "mandate_id": work, "side": "us", "text": "La vitrine", "due": "2027-03-12", "source": {"type": "term", "id": wish}} -> 201 window
POST /writings {"client_id": lune, "mandate_id": work, "kind": "recap", "term_ids": [wish], "body": "Nous faisons la vitrine."} -> 201 note
POST /writings/$note/send -> 200
POST /promises/$window/done -> 200
GET /terms/$wish -> 200 {"state": "met"}
POST /promises/$window/reopen -> 200
GET /terms/$wish -> 200 {"state": "proposed"}

# 17.2: what was noted is corrected; what depends on it follows.
at 2027-03-08T10:30
POST /clients {"name": "Studio Vague", "state": "active"} -> 201 vague
contact Véra of vague
contact Léo of vague
POST /exchanges {"client_id": vague, "channel": "phone", "direction": "both", "at": "2027-03-08T09:00", "minutes": 5} -> 201 talk
PATCH /exchanges/$talk {"minutes": 60} -> 200 long {"clocks": [{"type": "c1", "starts_at": "2027-03-08T10:00", "due": "2027-03-09T10:00"}]}
# Shorter after all: none is owed, and the draft that nobody wrote in is gone.
PATCH /exchanges/$talk {"minutes": 5} -> 200 {"recap_id": null, "clocks": []}
GET /writings/$long.recap_id -> 404
PATCH /exchanges/$talk {"minutes": 40} -> 200 again {"clocks": [{"type": "c1", "due": "2027-03-09T09:40"}]}
PATCH /exchanges/$talk {"minutes": 50} -> 200 {"clocks": [{"type": "c1", "due": "2027-03-09T09:50"}]}
# … somebody wrote in it: it stays.
PATCH /writings/$again.recap_id {"next": "Nous envoyons le plan."} -> 200
PATCH /exchanges/$talk {"channel": "email"} -> 200 {"recap_id": again.recap_id, "clocks": []}
PATCH /exchanges/$talk {"channel": "in_person"} -> 200 {"recap_id": again.recap_id, "clocks": [{"type": "c1", "due": "2027-03-09T09:50"}]}

# Which way it went: what it asks for, and what it answers.
POST /exchanges {"client_id": vague, "channel": "email", "direction": "in", "at": "2027-03-08T10:10", "text": "Et le plan ?"} -> 201 asks
POST /exchanges {"client_id": vague, "channel": "email", "direction": "in", "at": "2027-03-08T10:20"} -> 201 wrong {"needs_reply": true}
PATCH /exchanges/$wrong {"direction": "out"} -> 200 {"needs_reply": false, "clocks": []}
GET /exchanges/$asks -> 200 {"answered_by_id": wrong, "clocks": [{"type": "a2", "stopped_at": "2027-03-08T10:20"}]}
PATCH /exchanges/$wrong {"direction": "in"} -> 200 {"needs_reply": true, "answered_by_id": null, "clocks": [{"type": "a2", "stopped_at": null}]}
GET /exchanges/$asks -> 200 {"answered_by_id": null, "clocks": [{"type": "a2", "stopped_at": null}]}
# What was said of it stands, whichever way it went.
POST /exchanges {"client_id": vague, "channel": "letter", "direction": "in", "needs_reply": false} -> 201 flyer
PATCH /exchanges/$flyer {"direction": "out"} -> 200 {"needs_reply": false}
PATCH /exchanges/$flyer {"direction": "in"} -> 200 {"needs_reply": false}
POST /exchanges {"client_id": vague, "channel": "email", "direction": "in", "needs_reply": true} -> 201 urgent
PATCH /exchanges/$urgent {"direction": "both"} -> 200 {"needs_reply": true}
# With whom, for what, where, what to remember.
POST /mandates {"client_id": vague, "title": "Salon"} -> 201 salon
PATCH /exchanges/$flyer {"contact_ids": [vera, leo], "mandate_id": salon, "place": "Chez eux", "tags": ["thanks"]} -> 200
  {"contact_ids": [vera, leo], "mandate_id": salon, "place": "Chez eux", "tags": ["thanks"]}
PATCH /exchanges/$flyer {"contact_ids": [noemie]} -> 422 invalid {"fields": {"contact_ids": "bad_ref"}}
PATCH /exchanges/$flyer {"at": "2027-03-08T08:00"} -> 422 invalid {"fields": {"at": "not_settable"}}
PAGE /echange/$flyer -> 200
has "name=\"channel\" value=\"letter\" required checked"
has "name=\"contact_ids\" value=\"$vera\" checked"
FORM /a/exchanges/$flyer/patch {"channel": "letter", "direction": "in", "contact_ids": ["", "$leo"], "tags": ""} -> 303
GET /exchanges/$flyer -> 200 {"contact_ids": [leo], "tags": []}
# A problem told by e-mail owes the voice; it was a call.
POST /matters {"client_id": vague, "title": "Le papier manque", "noticed_at": "2027-03-08T09:30"} -> 201 paper
POST /exchanges {"client_id": vague, "channel": "email", "direction": "out", "at": "2027-03-08T10:25", "contact_ids": [vera]} -> 201 mail
POST /matters/$paper/tell {"exchange_id": mail} -> 200 {"record": {"voice_owed": true}}
PATCH /exchanges/$mail {"channel": "phone", "direction": "both"} -> 200
GET /matters/$paper -> 200 {"voice_owed": false}
PATCH /exchanges/$mail {"channel": "email"} -> 200
GET /matters/$paper -> 200 {"voice_owed": true}
# What was heard in a voice keeps the call a call.
POST /ratings {"about": "trust", "value": 4, "by": vera, "exchange_id": talk} -> 201 trust
PATCH /exchanges/$talk {"channel": "sms"} -> 409 leaned_on
  {"records": [{"kind": "rating", "id": trust}]}
# What they wrote is theirs, word for word; ours is to say for what.
as vera
POST /exchanges {"text": "Bonjour."} -> 201 hers
as karim
PATCH /exchanges/$hers.pub {"text": "Autre chose."} -> 404
GET /exchanges?client_id=$vague&channel=portal -> 200 theirs
PATCH /exchanges/$theirs.items.0.id {"text": "Autre chose."} -> 403 author_only
PATCH /exchanges/$theirs.items.0.id {"direction": "out"} -> 403 author_only
PATCH /exchanges/$theirs.items.0.id {"mandate_id": salon} -> 200
POST /exchanges/$theirs.items.0.id/correct_at {"at": "2027-03-08T09:00", "reason": "x"} -> 403 author_only
PAGE /echange/$theirs.items.0.id -> 200
lacks "/correct_at"
lacks "name=\"text\" rows=\"3\""

# 17.2: its hour, with a reason; shown, and never later than it was noted.
at 2027-03-08T11:30
POST /exchanges {"client_id": lune, "channel": "email", "direction": "in", "at": "2027-03-08T11:00"} -> 201 late
at 2027-03-08T11:35
POST /exchanges/$late/correct_at {"at": "2027-03-08T10:45"} -> 422 invalid {"fields": {"reason": "missing"}}
POST /exchanges/$late/correct_at {"at": "2027-03-08T11:31", "reason": "x"} -> 422 invalid {"fields": {"at": "in_future"}}
FORM /a/exchanges/$late/correct_at {"at": "2027-03-08T10:45", "reason": "vu sur le téléphone"} -> 303
GET /exchanges/$late -> 200 {"at": "2027-03-08T10:45", "at_edits": [{"old": "2027-03-08T11:00", "new": "2027-03-08T10:45", "at": "2027-03-08T11:35"}],
  "clocks": [{"type": "a2", "starts_at": "2027-03-08T10:45", "due": "2027-03-09T10:45"}]}
PAGE /echange/$late -> 200
has "heure corrigée"
has "vu sur le téléphone"
# An answer noted for an hour before the message is none.
POST /exchanges {"client_id": lune, "channel": "phone", "direction": "both", "at": "2027-03-08T11:20"} -> 201 reply
GET /exchanges/$late -> 200 {"answered_by_id": reply}
POST /exchanges/$reply/correct_at {"at": "2027-03-08T10:30", "reason": "c’était avant"} -> 200
GET /exchanges/$late -> 200 {"answered_by_id": null, "clocks": [{"stopped_at": null}]}
POST /exchanges/$reply/correct_at {"at": "2027-03-08T11:00", "reason": "non, après"} -> 200
GET /exchanges/$late -> 200 {"answered_by_id": reply, "clocks": [{"stopped_at": "2027-03-08T11:00"}]}
# A meeting's recap is owed from its end.
POST /exchanges {"client_id": vague, "channel": "video", "direction": "both", "at": "2027-03-08T10:00", "minutes": 30} -> 201 video {"clocks": [{"due": "2027-03-09T10:30"}]}
POST /exchanges/$video/correct_at {"at": "2027-03-08T09:30", "reason": "plus tôt"} -> 200 {"record": {"clocks": [{"due": "2027-03-09T10:00"}]}}
# What was told in it follows, and is not told before it was noticed.
POST /exchanges/$mail/correct_at {"at": "2027-03-08T10:00", "reason": "plus tôt"} -> 200
GET /matters/$paper -> 200 {"told_at": "2027-03-08T10:00"}
POST /exchanges/$mail/correct_at {"at": "2027-03-08T09:29", "reason": "plus tôt"} -> 409 told_before_noticed
# An appointment to come is moved.
POST /exchanges {"client_id": vague, "channel": "video", "direction": "both", "planned": true, "at": "2027-03-09T10:00"} -> 201 plan
POST /exchanges/$plan/correct_at {"at": "2027-03-08T09:00", "reason": "x"} -> 409 wrong_state

# 17.3: that was not the answer; the clock runs on as if it had not been.
at 2027-03-09T09:00
as noemie
POST /exchanges {"text": "Puis-je avoir le devis ?"} -> 201
as karim
GET /exchanges?client_id=$lune&channel=portal -> 200 hers
at 2027-03-09T10:00
POST /exchanges {"client_id": lune, "channel": "phone", "direction": "both", "text": "Parlé de la vitrine."} -> 201 first
GET /exchanges/$hers.items.0.id -> 200 {"answered_by_id": first}
# The page says what passed for its answer, and asks.
PAGE /c/$lune -> 200
has "Compte comme la réponse à"
has "/a/exchanges/$hers.items.0.id/not_an_answer"
PAGE /echange/$first -> 200
has "Ce n’en était pas une"
PAGE /echange/$hers.items.0.id -> 200
has "Ce n’était pas la réponse"
POST /exchanges/$hers.items.0.id/not_an_answer -> 422 invalid {"fields": {"exchange_id": "missing"}}
POST /exchanges/$hers.items.0.id/not_an_answer {"exchange_id": call} -> 422 invalid {"fields": {"exchange_id": "bad_ref"}}
FORM /a/exchanges/$hers.items.0.id/not_an_answer {"exchange_id": "$first", "next": "/c/$lune"} -> 303
GET /exchanges/$hers.items.0.id -> 200 {"answered_by_id": null, "clocks": [{"type": "a2", "due": "2027-03-09T17:00", "stopped_at": null}]}
POST /exchanges/$hers.items.0.id/not_an_answer {"exchange_id": first} -> 200
PAGE /c/$lune -> 200
lacks "/$hers.items.0.id/not_an_answer"
# The next one is; one that names it can be said not to be, too.
POST /exchanges {"client_id": lune, "channel": "email", "direction": "out", "in_reply_to_id": "$hers.items.0.id"} -> 201 named
GET /exchanges/$hers.items.0.id -> 200 {"answered_by_id": named}
PAGE /c/$lune -> 200
lacks "/$hers.items.0.id/not_an_answer"
POST /exchanges/$hers.items.0.id/not_an_answer {"exchange_id": named} -> 200
GET /exchanges/$hers.items.0.id -> 200 {"answered_by_id": null}
as noemie
POST /exchanges/$hers.items.0.pub/not_an_answer {"exchange_id": "x"} -> 404
cli doctor -> 0

# What was delivered stays as it left.
as claire
PATCH /people/$noemie {"email": "noemie@lune.example"} -> 200
as karim
POST /exchanges {"client_id": lune, "channel": "portal", "direction": "out", "text": "Voici le devis.", "deliver": true} -> 201 sent
PATCH /exchanges/$sent {"text": "Voici un autre devis."} -> 409 already_left
PATCH /exchanges/$sent {"tags": ["thanks"]} -> 200
POST /exchanges/$sent/erase -> 409 already_left
PAGE /echange/$sent -> 200
lacks "name=\"channel\""
lacks "/erase"
