# P1, P2, R4: told before they find out, by voice; the hour cannot be polished
staff Karim
as karim
POST /clients {"name": "Maison Tremblay"} -> 201 tremblay
contact Rose of tremblay
contact Paul of tremblay unvoiced

# One title is enough.
at 2027-03-04T11:00
POST /matters {"client_id": tremblay, "title": "Le papier manque"} -> 201 paper
  {"nature": "problem", "state": "noticed", "severity": 2, "cause": "unknown", "noticed_by_side": "us", "told_at": null,
   "found_by_client_at": null, "voice_owed": false, "at_least": true, "latency_wh": 0,
   "clocks": [{"type": "a1", "starts_at": "2027-03-04T11:00", "shows_at": "2027-03-04T11:00", "due": "2027-03-04T15:00"}, {"type": "c15"}]}
GET /today -> 200 {"rows": [{"type": "a1", "band": 3, "text": "Maison Tremblay : à dire de vive voix, « Le papier manque »."}]}

# E11: the hour of noticing moves earlier only, and is printed beside the figure.
POST /matters/$paper/set_noticed_at {"noticed_at": "2027-03-04T12:00", "reason": "x"} -> 422 invalid {"fields": {"noticed_at": "in_future"}}
at 2027-03-04T12:30
POST /matters/$paper/set_noticed_at {"noticed_at": "2027-03-04T12:00", "reason": "x"} -> 409 noticed_later
POST /matters/$paper/set_noticed_at {"noticed_at": "2027-03-04T10:00"} -> 422 invalid {"fields": {"reason": "missing"}}
POST /matters/$paper/set_noticed_at {"noticed_at": "2027-03-04T10:00", "reason": "vu au réveil"} -> 200
  {"record": {"noticed_at": "2027-03-04T10:00", "noticed_edits": [{"old": "2027-03-04T11:00", "new": "2027-03-04T10:00", "at": "2027-03-04T12:30"}],
   "clocks": [{"type": "a1", "starts_at": "2027-03-04T10:00", "due": "2027-03-04T14:00"}, {"type": "c15"}]}}
PATCH /matters/$paper {"noticed_at": "2027-03-04T12:00"} -> 422 invalid {"fields": {"noticed_at": "not_settable"}}
PATCH /matters/$paper {"told_at": "2027-03-04T10:00"} -> 422 invalid {"fields": {"told_at": "not_settable"}}

# Told in writing: told, and the voice is owed.
POST /exchanges {"client_id": tremblay, "channel": "phone", "direction": "both", "at": "2027-03-04T09:00"} -> 201 before
POST /matters/$paper/tell {"exchange_id": before} -> 409 told_before_noticed
POST /matters/$paper/news {"exchange_id": before} -> 409 not_told
POST /exchanges {"client_id": tremblay, "channel": "email", "direction": "out", "subject": "Papier"} -> 201 mail
POST /matters/$paper/tell {"exchange_id": mail} -> 200 {"record": {"state": "told", "told_at": "2027-03-04T12:30",
  "told_in_id": mail, "voice_owed": true, "latency_wh": 2.5, "at_least": false, "told_first": true}}
GET /matters/$paper -> 200 {"clocks": [{"type": "a1", "stopped_at": "2027-03-04T12:30"}, {"type": "c15"},
  {"type": "a3", "starts_at": "2027-03-04T12:30", "due": "2027-03-05T12:30", "stopped_at": null}, ...]}
POST /matters/$paper/tell {"exchange_id": mail} -> 409 already_told
PAGE /c/$tremblay -> 200
has "Le papier manque</a> heure modifiée le jeudi 4 mars"
lacks "heure de l’annonce corrigée"
POST /exchanges/$mail/correct_at {"at": "2027-03-04T12:15", "reason": "la montre"} -> 200
PAGE /c/$tremblay -> 200
has "Le papier manque</a> heure de l’annonce corrigée le jeudi 4 mars"
POST /exchanges/$mail/correct_at {"at": "2027-03-04T12:30", "reason": "non"} -> 200
POST /matters/$paper/found {} -> 409 already_told
POST /matters/$paper/speak {"exchange_id": mail} -> 409 not_voice
at 2027-03-05T10:00
POST /exchanges {"client_id": tremblay, "channel": "phone", "direction": "both", "minutes": 5} -> 201 call
POST /matters/$paper/speak {"exchange_id": call} -> 200 {"record": {"voice_owed": false, "clocks": [
  {"type": "a1"}, {"type": "c15"}, {"type": "a3", "stopped_at": "2027-03-05T10:00"}, ...]}}
POST /matters/$paper/speak {"exchange_id": call} -> 409 voice_not_owed

# For who cannot phone, a live exchange of messages is a voice; with others it is not.
POST /matters {"client_id": tremblay, "title": "Deux heures de retard"} -> 201 late
POST /exchanges {"client_id": tremblay, "channel": "sms", "direction": "both", "contact_ids": [paul]} -> 201 live
POST /matters/$late/tell {"exchange_id": live} -> 200 {"record": {"voice_owed": false}}
POST /matters {"client_id": tremblay, "title": "Et encore"} -> 201 again
POST /exchanges {"client_id": tremblay, "channel": "sms", "direction": "both", "contact_ids": [rose]} -> 201 typed
POST /matters/$again/tell {"exchange_id": typed} -> 200 {"record": {"voice_owed": true}}

# R4.1: once the client has found out, the call is due four hours after that.
at 2027-03-08T09:00
POST /matters {"client_id": tremblay, "nature": "bad_news", "title": "Léa nous quitte"} -> 201 news
  {"clocks": [{"type": "a1", "due": "2027-03-08T17:00"}]}
at 2027-03-08T10:00
POST /matters/$news/found {"at": "2027-03-08T11:00"} -> 422 invalid {"fields": {"at": "in_future"}}
POST /matters/$news/found {"at": "2027-03-08T09:30"} -> 200 {"record": {"found_by_client_at": "2027-03-08T09:30",
  "told_first": false, "clocks": [{"type": "a1", "due": "2027-03-08T13:30"}]}}
POST /matters/$news/found {} -> 409 already_found
POST /exchanges {"client_id": tremblay, "channel": "email", "direction": "out"} -> 201 said
POST /matters/$news/tell {"exchange_id": said} -> 200 {"record": {"voice_owed": false, "latency_wh": 1, "told_first": false}}

# Raised by the client: a call back, and never told first.
POST /matters {"client_id": tremblay, "title": "La livraison est ouverte", "noticed_by_side": "client"} -> 201 raised
  {"found_by_client_at": "2027-03-08T10:00", "told_first": false, "clocks": [{"type": "a1c", "due": "2027-03-08T14:00"}]}
POST /matters {"client_id": tremblay, "nature": "idea", "title": "x", "noticed_by_side": "client"} -> 422 invalid
  {"fields": {"noticed_by_side": "bad_value"}}

# R4.3: good news and ideas are worth telling too, and may be dropped; a problem never.
POST /matters {"client_id": tremblay, "nature": "good_news", "title": "Prix gagné"} -> 201 prize
  {"clocks": [{"type": "c11", "due": "2027-03-15T10:00"}]}
POST /matters {"client_id": tremblay, "nature": "idea", "title": "Un emballage plat"} -> 201 idea
  {"clocks": [{"type": "c11", "due": "2027-03-22T10:00"}]}
POST /matters {"client_id": tremblay, "nature": "standard", "title": "Six semaines pour imprimer"} -> 201 {"clocks": []}
POST /matters/$idea/drop {} -> 422 invalid {"fields": {"reason": "missing"}}
POST /matters/$idea/drop {"reason": "déjà fait ailleurs"} -> 200 {"record": {"state": "dropped", "clocks": [{"stopped_at": "2027-03-08T10:00"}]}}
POST /matters/$raised/drop {"reason": "trop petit"} -> 409 problem_must_be_told
POST /matters/$prize/tell {"exchange_id": said} -> 200 {"record": {"state": "told", "voice_owed": false}}
POST /matters/$prize/drop {"reason": "x"} -> 409 already_told

# R4.4: a small worry kept quiet five working days rises by itself, once.
POST /matters {"client_id": tremblay, "title": "Un petit souci", "severity": 1} -> 201 small {"severity": 1, "kept_quiet": null}
at 2027-03-15T09:59
GET /matters/$small -> 200 {"severity": 1, "kept_quiet": null}
at 2027-03-15T10:00
GET /matters/$small -> 200 {"severity": 2, "kept_quiet": "tue depuis 5 jours"}
as claire
GET /audit?record=matter:$small -> 200 {"items": [{"action": "create"}, {"who": null, "rule": "R4.4", "at": "2027-03-15T10:00", "field": "severity", "old": any, "new": any}, ...]}
as karim
# A severe one does not rise further.
POST /matters {"client_id": tremblay, "title": "Grave", "severity": 3} -> 201 grave
at 2027-03-25T10:00
GET /matters/$grave -> 200 {"severity": 3, "kept_quiet": null}

# 5.3: how long we kept things to ourselves, and how often we spoke first.
GET /clients/$tremblay/transparency -> 200 {"proactive": {"k": 3, "n": 5}, "within_target": any, "latency": {"n": 6}}

# R3.4: an idea that was told has an echo: the client's to give.
POST /matters {"client_id": tremblay, "nature": "idea", "title": "Un emballage plat"} -> 201 flat
as rose
POST /matters/$flat.pub/echo {"eased": true} -> 404
as karim
POST /exchanges {"client_id": tremblay, "channel": "phone", "direction": "both"} -> 201 chat
POST /matters/$flat/tell {"exchange_id": chat} -> 200
POST /matters/$flat/echo {"eased": true} -> 403
as rose
POST /matters/$paper.pub/echo {"eased": true} -> 409 not_an_idea
POST /matters/$flat.pub/echo {"eased": true, "stood_out": false, "text": "On nous en a parlé"} -> 200
as karim
GET /matters/$flat -> 200 {"eased": "yes", "stood_out": "no", "echo_text": "On nous en a parlé"}
cli doctor -> 0
