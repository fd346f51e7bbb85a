# P3 to P19: a problem, from the call to excellent; the client confirms, chooses, closes
staff Karim, Tom
as karim
POST /clients {"name": "Musée du Port"} -> 201 port
contact Paul of port agrees
POST /clients {"name": "Café Lune"} -> 201 lune
contact Lou of lune agrees

# Raised by the client: theirs to read at once, and their first ever.
at 2027-03-02T10:00
as paul
POST /matters {"title": "Les affiches sont floues"} -> 201 raised {"state": "noticed", "noticed_by_side": "client", "loops": 0,
  "first_ever": absent, "recurs_of_id": absent, "cause": absent, "clocks": absent}
as karim
GET /matters?client_id=$port -> 200 list {"items": [{"first_ever": true, "recurs_of_id": null, "verify_due": null, "verify2_due": null,
  "clocks": [{"type": "a1c", "due": "2027-03-02T14:00"}, {"type": "c15"}]}]}
PAGE /probleme/1 -> 200
has "Première fois"
POST /matters {"client_id": port, "title": "Encore autre chose", "nature": "idea"} -> 201 idea {"first_ever": false}

# P3: the call sheet falls into the draft; what was not heard is asked.
at 2027-03-02T11:30
POST /exchanges {"client_id": port, "channel": "phone", "direction": "both", "minutes": 5} -> 201 call
POST /matters/1/call_sheet {"exchange_id": call, "effects": "x"} -> 409 not_told
POST /matters/1/tell {"exchange_id": call} -> 200
POST /matters/$idea/call_sheet {"exchange_id": call, "effects": "x"} -> 409 not_told
POST /matters/$idea/drop {"reason": "plus tard"} -> 200
POST /matters/1/call_sheet {"effects": "x"} -> 422 invalid {"fields": {"exchange_id": "missing"}}
POST /matters/1/call_sheet {"exchange_id": call, "what_happened": "Les affiches sont floues.", "since_when": "Depuis lundi.",
  "effects": "Le vernissage approche.", "worries_most": "Le conseil sera là."} -> 200
GET /writings?client_id=$port -> 200 draft {"items": [{"kind": "problem", "state": "draft", "spoken_in_id": call, "about": {"type": "matter", "id": 1},
  "understood": {"facts": ["Ce qui s’est passé : Les affiches sont floues.", "Depuis quand : Depuis lundi.",
  "Ce que cela change pour vous : Le vernissage approche.", "Ce qui vous inquiète le plus : Le conseil sera là."], "emotions": []},
  "questions": [{"text": "Qu’est-ce qui serait idéal ?"}, {"text": "Pour quand ?"}]}]}
# Called again: what was heard since joins, and is asked no more.
POST /matters/1/call_sheet {"exchange_id": call, "since_when": "Depuis lundi.", "by_when": "Le 12."} -> 200
GET /writings?client_id=$port -> 200 {"items": [{"understood": {"facts": ["Ce qui s’est passé : Les affiches sont floues.", "Depuis quand : Depuis lundi.",
  "Ce que cela change pour vous : Le vernissage approche.", "Ce qui vous inquiète le plus : Le conseil sera là.", "Pour quand : Le 12."]},
  "questions": [{"text": "Qu’est-ce qui serait idéal ?"}]}]}

# P15, P17: no finger is pointed; what superiors decided is explained, by a lead.
PATCH /matters/1 {"our_part": "c'est la faute de Tom", "category": "Épreuve sautée"} -> 200 {"hints": [{"code": "blame", "field": "our_part"}]}
as paul
GET /matters -> 200 {"items": [{"our_part": "c'est la faute de nous"}]}
as karim
PATCH /matters/1 {"our_part": "Nous avons sauté une épreuve.", "cause": "us"} -> 200 {"hints": []}
POST /matters/1/give_reason {"superior_reason": "x"} -> 403 lead_only
POST /matters/1/ask_reason -> 200 {"record": {"superior_decision": true}}
at 2027-03-02T12:30
as claire
GET /today -> 200 {"rows": [{"key": "c10:matter:1", "band": 5, "due": "2027-03-03T11:30"}]}
# Whoever becomes a lead meanwhile is asked too.
lead Léa
cli doctor -> 0
as lea
GET /today -> 200 {"rows": [{"key": "c10:matter:1"}]}
as claire
POST /matters/1/give_reason {"superior_reason": "Le papier a changé pour tous."} -> 200
GET /today -> 200 {"rows": [{"key": "c15:matter:1", "count": 1}]}
as karim
POST /matters/1/ask_reason -> 409 reason_known

# P9: understood when the client says so; a correction is a loop.
PATCH /writings/1 {"understood": {"facts": ["Les affiches sont floues."], "emotions": ["inquiet"]}, "questions": []} -> 200
POST /writings/1/send -> 200
GET /writings/1 -> 200 note
at 2027-03-02T14:00
as paul
POST /writings/$note.pub/correct {"text": "c'est le 12"} -> 200
as karim
GET /matters/1 -> 200 {"state": "told", "loops": 1}
POST /writings/2/send -> 200
GET /writings/2 -> 200 second
GET /matters/1 -> 200 {"clocks": [{"type": "a1c"}, {"type": "c15"}, {"type": "c15"}, {"type": "c10"}]}
at 2027-03-03T14:00
as paul
POST /writings/$second.pub/confirm -> 200
as karim
GET /matters/1 -> 200 {"state": "understood", "loops": 1, "decide_zone_end": "2027-03-09T11:30", "clocks": [{"type": "a1c"}, {"type": "c15"}, {"type": "c15"}, {"type": "c10"},
  {"type": "c12", "starts_at": "2027-03-03T14:00", "due": "2027-03-05T14:00", "stopped_at": null},
  {"type": "c8", "sub": "next", "starts_at": "2027-03-03T14:00", "shows_at": "2027-03-04T14:00"}]}

# P11, P13: chosen by the client; done, it is verified.
at 2027-03-04T10:00
POST /decisions {"client_id": port, "about": "problem", "about_id": 1, "question": "Comment réparer ?", "options": [
  {"label": "Réimprimer", "pros": ["net"], "cons": ["long"], "promises": [{"side": "us", "text": "Réimprimer", "due": "2027-03-08"}]},
  {"label": "Corriger en ligne", "pros": ["vite"], "cons": ["flou"], "promises": []}]} -> 201 choice
POST /decisions/$choice/ask -> 200
GET /matters/1 -> 200 {"state": "options", "clocks": [{"type": "a1c"}, {"type": "c15"}, {"type": "c15"}, {"type": "c10"}, {"type": "c12", "stopped_at": "2027-03-04T10:00"}]}
as paul
POST /decisions/$choice.pub/choose {"n": 0} -> 200
POST /ratings {"about": "matter", "about_id": raised.id, "value": 5} -> 409 not_applied
as karim
# What comes next is the promise; after its day, the question is asked again.
GET /matters/1 -> 200 {"state": "decided", "clocks": [{"type": "a1c"}, {"type": "c15"}, {"type": "c15"}, {"type": "c10"}, {"type": "c12"},
  {"type": "c8", "starts_at": "2027-03-08T23:59:59-05:00", "shows_at": "2027-03-09T17:00"}]}
at 2027-03-08T11:00
POST /promises/1/done -> 200
GET /matters/1 -> 200 {"state": "applied", "verify_due": "2027-03-15T11:00", "clocks": [{"type": "a1c"}, {"type": "c15"}, {"type": "c15"}, {"type": "c10"}, {"type": "c12"},
  {"type": "d1", "sub": null, "starts_at": "2027-03-08T11:00", "shows_at": "2027-03-15T00:00", "due": "2027-03-15T11:00"},
  {"type": "d1", "sub": "call", "starts_at": "2027-03-22T11:00"}]}
POST /matters/1/verify {"exchange_id": call} -> 409 no_rating
POST /matters/1/reopen {"text": "x"} -> 409 not_closed

# P19: below excellent it loops, with what to adjust; silence never closes it.
at 2027-03-22T11:00
GET /today -> 200 {"rows": [{"key": "d1:matter:1", "count": 2, "folded": [{"key": "d1.call:matter:1"}]}]}
GET /matters/1 -> 200 {"state": "applied"}
as paul
POST /ratings {"about": "matter", "about_id": raised.id, "value": 2, "felt": {"understood": "no"}} -> 201
as karim
GET /matters/1 -> 200 {"state": "options", "loops": 2, "double_deviation": false, "verify_due": null}
GET /today -> 200 {"rows": [{"key": "a4.adjust:matter:1", "band": 3, "due": "2027-03-23T11:00"}, {"key": "c8.felt:rating:1", "band": 5}]}
cli doctor -> 0
POST /decisions {"client_id": port, "about": "problem", "about_id": 1, "question": "Et maintenant ?", "options": [
  {"label": "Retoucher", "pros": ["net"], "cons": ["long"]}, {"label": "Remplacer", "pros": ["vite"], "cons": ["cher"]}]} -> 201 again
POST /decisions/$again/ask -> 200
GET /today -> 200 {"rows": [{"key": "c8.felt:rating:1"}]}
as paul
POST /decisions/$again.pub/choose {"n": 0} -> 200
POST /ratings {"about": "matter", "about_id": raised.id, "value": 1} -> 409 not_applied
as karim
POST /matters/1/apply {"text": "Retouchées."} -> 200
as paul
POST /ratings {"about": "matter", "about_id": raised.id, "value": 1} -> 201
as lea
# Let down twice: the leads see it too.
GET /today -> 200 {"rows": [{"key": "a4.adjust:matter:1", "band": 3}, {"key": "c15:matter:1"}]}
GET /matters/1 -> 200 {"state": "options", "loops": 3, "double_deviation": true}
cli doctor -> 0

# E8: their first ever needs a voice to close.
as karim
POST /decisions {"client_id": port, "about": "problem", "about_id": 1, "question": "Enfin ?", "options": [
  {"label": "Venir", "pros": ["net"], "cons": ["long"]}, {"label": "Rembourser", "pros": ["vite"], "cons": ["cher"]}]} -> 201 third
POST /decisions/$third/ask -> 200
as paul
POST /decisions/$third.pub/choose {"n": 0} -> 200
as karim
POST /matters/1/apply {"text": "Nous sommes venus."} -> 200
as paul
POST /ratings {"about": "matter", "about_id": raised.id, "value": 5} -> 201
as karim
GET /matters/1 -> 200 {"state": "applied", "closed_at": null}
POST /exchanges {"client_id": port, "channel": "email", "direction": "out"} -> 201 mail
POST /matters/1/verify {"exchange_id": mail} -> 409 not_voice
POST /exchanges {"client_id": port, "channel": "phone", "direction": "both", "minutes": 5} -> 201 check
POST /matters/1/verify {"exchange_id": check} -> 200 {"record": {"state": "closed", "closed_as": "verified", "closed_at": "2027-03-22T11:00",
  "verify2_due": "2027-04-19T11:00"}}
GET /today -> 200 {"rows": [{"key": "d3:matter:1", "band": 6, "due": "2027-04-05T11:00"}]}
POST /matters/1/verify {"exchange_id": check} -> 409 not_applied

# The second check, from the start of its day; less than excellent reopens it.
as paul
POST /ratings {"about": "matter", "about_id": raised.id, "value": 5} -> 409 not_applied
at 2027-04-19T08:00
POST /ratings {"about": "matter", "about_id": raised.id, "value": 4} -> 201
as karim
GET /matters/1 -> 200 {"state": "options", "loops": 4, "closed_at": null, "closed_as": null, "verify2_due": null}
cli doctor -> 0

# R6.5: the same again is linked to the last one; it is no longer the first.
POST /decisions {"client_id": port, "about": "problem", "about_id": 1, "question": "Encore ?", "options": [
  {"label": "Venir", "pros": ["net"], "cons": ["long"]}, {"label": "Rembourser", "pros": ["vite"], "cons": ["cher"]}]} -> 201 fourth
POST /decisions/$fourth/ask -> 200
at 2027-04-19T10:00
as paul
POST /decisions/$fourth.pub/choose {"n": 1} -> 200
as karim
POST /matters/1/apply {"text": "Remboursées."} -> 200
POST /exchanges {"client_id": port, "channel": "phone", "direction": "both", "minutes": 5} -> 201 asked
# The client alone says that it suits them as it is.
POST /ratings {"about": "matter", "about_id": 1, "value": 4, "accept_as_is": true, "by": paul, "exchange_id": asked} -> 201
GET /matters/1 -> 200 {"state": "options", "loops": 5}
POST /decisions {"client_id": port, "about": "problem", "about_id": 1, "question": "Alors ?", "options": [
  {"label": "Venir", "pros": ["net"], "cons": ["long"]}, {"label": "Rembourser", "pros": ["vite"], "cons": ["cher"]}]} -> 201 fifth
POST /decisions/$fifth/ask -> 200
as paul
POST /decisions/$fifth.pub/choose {"n": 1} -> 200
as karim
POST /matters/1/apply {"text": "Remboursées."} -> 200
as paul
POST /ratings {"about": "matter", "about_id": raised.id, "value": 4, "accept_as_is": true} -> 201
as karim
GET /matters/1 -> 200 {"state": "applied"}
POST /matters/1/verify {"exchange_id": asked} -> 200 {"record": {"state": "closed", "closed_as": "accepted_as_is", "closed_at": "2027-04-19T10:00"}}
POST /moments {"kind": "setback", "client_id": port, "matter_id": 1, "title": "Affiches floues", "findings": ["aucun gardien"]} -> 201 back
POST /promises {"side": "us", "text": "Nommer un gardien", "due": "2027-05-20", "source": {"type": "moment", "id": back}} -> 201
POST /moments/$back/done -> 200
GET /matters/1 -> 200 last
POST /matters {"client_id": port, "title": "Floues encore", "category": "EPREUVE SAUTEE"} -> 201 blurred {"first_ever": false, "recurs_of_id": 1}
GET /moments/$back -> 200 {"recurrences": 1}
POST /matters {"client_id": lune, "title": "Le menu"} -> 201 menu {"first_ever": true, "recurs_of_id": null}
PATCH /matters/$menu {"category": "épreuve sautée"} -> 200 {"recurs_of_id": 1}
GET /moments/$back -> 200 {"recurrences": 2}
PATCH /matters/$menu {"category": "impression"} -> 200 {"recurs_of_id": null}
# E9: before the next meeting, the last time they were let down, and how it was repaired.
POST /exchanges {"client_id": port, "channel": "video", "direction": "both", "planned": true, "at": "2027-04-22T10:00"} -> 201 visit
GET /exchanges/$visit/sheet -> 200 {"let_down": {"value": 1, "matter_id": 1, "text": "Les affiches sont floues", "repair": "Rembourser", "rated": 4}}
PAGE /echange/$visit/fiche -> 200
has "Rembourser"
as lou
GET /matters -> 200 {"items": []}

# Reopened by the client, in their words: a loop, and something to adjust.
as paul
at 2027-04-20T09:00
POST /matters/$last.pub/reopen {} -> 422 invalid {"fields": {"text": "missing"}}
POST /matters/$last.pub/reopen {"text": "Elles ont déteint"} -> 200 {"record": {"state": "options", "loops": 6, "closed_at": absent}}
POST /matters/$last.pub/reopen {"text": "Elles ont déteint"} -> 409 not_closed
as karim
GET /matters/1 -> 200 {"reopened_why": "Elles ont déteint", "closed_as": null}
as claire
GET /today -> 200 {"rows": [{"key": "a4.adjust:matter:1", "due": "2027-04-20T17:00"}, ...]}
as karim

# Same category, elsewhere: within three months only.
at 2027-07-20T09:00
POST /matters {"client_id": lune, "title": "La carte", "category": "épreuve sautée"} -> 201 {"recurs_of_id": null, "first_ever": false}
cli doctor -> 0
