# The client's space (model 7; P8, E7, E17, E19, F3, R5.3): who to call, what waits on either side
staff Karim, Inès
as karim
POST /clients {"name": "Café Lune", "state": "active"} -> 201 lune
POST /clients {"name": "Dubé", "state": "active"} -> 201 dube
contact Luce of lune agrees
contact Denis of dube agrees

# An empty space says whom to call, and nothing else.
as luce
GET /portal -> 200 {"firm": "Agence Mistral", "person": {"name": "Karim", "cover": false},
  "privacy_officer": {"name": "Claire", "email": "claire@mistral.example"},
  "something_wrong": {"text": "Quelque chose ne va pas", "post": "/api/v1/matters"},
  "waiting": [], "waits_for_you": [], "we_owe_you": [], "you_owe_us": [], "good_to_know": [],
  "say_do": {"k": 0, "n": 0, "percent": null}, "silence_rule": {"state": "none", "at": null}}
PAGE /p -> 200
has "Karim"
has "Quelque chose ne va pas"
lacks "csrf"

# They write, and wait: since when, before when.  What we noted of a message is ours.
at 2027-03-01T10:00
POST /exchanges {"text": "Le store est-il prévu ?"} -> 201 question
as karim
POST /exchanges {"client_id": lune, "channel": "sms", "direction": "in", "at": "2027-03-01T10:00", "text": "SECRET noté par nous", "subject": "SECRET"} -> 201 sms
at 2027-03-01T16:00
as luce
GET /portal -> 200 {"waiting": [
  {"kind": "exchange", "id": "$question.id", "text": "Le store est-il prévu ?", "since": "2027-03-01T10:00", "wh": 6,
   "text_wait": "attend une réponse depuis 6 h", "before": "2027-03-02T10:00", "parked_to": null, "why": null},
  {"kind": "exchange", "id": "$sms.pub", "wh": 6}]}
lacks "SECRET"

# One of us looks through their eyes (E7): the same, without a trace.
as karim
GET /portal -> 404 not_found
GET /portal?client_id=999 -> 404 not_found
GET /portal?client_id=$lune -> 200 {"waiting": [{"text": "Le store est-il prévu ?"}, {"wh": 6}]}
PAGE /p?client_id=$lune -> 200
has "attend une réponse depuis 6"
lacks "<form"
PAGE /p -> 404

# A date and a reason are given; the rest is for the next appointment.
GET /exchanges?client_id=$lune&channel=portal -> 200 asked
POST /exchanges/$asked.items.0.id/give_date {"reply_by": "2027-03-03T15:00", "why": "il attend un chiffre."} -> 200
POST /exchanges {"client_id": lune, "channel": "phone", "direction": "both", "planned": true, "at": "2027-03-04T10:00", "subject": "Point"} -> 201 point
POST /exchanges/$sms/park {"appointment_id": point} -> 200
as luce
GET /portal -> 200 {"waiting": [{"before": "2027-03-03T15:00", "why": "il attend un chiffre."}, {"parked_to": "2027-03-04T10:00"}]}
PAGE /p -> 200
has "il attend un chiffre."

# Something is wrong: we call before four working hours are over.
at 2027-03-02T09:00
POST /matters {"title": "Les photos sont floues"} -> 201 blur
GET /portal -> 200 {"waiting": [any, any, {"kind": "matter", "id": "$blur.id", "text": "Les photos sont floues",
  "text_wait": "Karim vous appelle avant 13 h", "before": "2027-03-02T13:00"}]}

# Away, somebody else can be reached (P8).
as karim
POST /people/$karim/away {"from": "2027-03-02", "to": "2027-03-03", "cover_person_id": ines} -> 200
as luce
GET /portal -> 200 {"person": {"name": "Inès", "cover": true}}
as karim
POST /people/$karim/back -> 200

# Promises of both sides; what is between us is not there.
POST /promises {"client_id": lune, "side": "us", "text": "La carte", "due": "2027-03-02"} -> 201 card
POST /promises {"client_id": lune, "side": "client", "text": "La vaisselle", "due": "2027-03-12"} -> 201 plates
POST /promises {"client_id": lune, "side": "us", "text": "SECRET", "due": "2027-03-12", "shared": false} -> 201
as luce
GET /portal -> 200 {"we_owe_you": [{"kind": "promise", "id": "$card.pub", "text": "La carte", "due": "2027-03-02", "late": false, "why": null}],
  "you_owe_us": [{"id": "$plates.pub", "text": "La vaisselle"}]}

# Past its date it is shown as it is; a colleague's look finds nothing out, the client's own does.
at 2027-03-03T09:00
as karim
GET /portal?client_id=$lune -> 200 {"we_owe_you": [{"late": true}]}
GET /matters?client_id=$lune -> 200 {"items": [any, {"promise_id": card, "found_by_client_at": null}]}
as luce
GET /portal -> 200 {"we_owe_you": [{"late": true, "why": null}]}
as karim
GET /matters?client_id=$lune -> 200 {"items": [any, {"promise_id": card, "found_by_client_at": "2027-03-03T09:00"}]}

# Once told, it says why.
POST /exchanges {"client_id": lune, "channel": "phone", "direction": "both", "minutes": 5} -> 201 call
GET /matters?client_id=$lune -> 200 late
PATCH /matters/$late.items.1.id {"our_part": "Nous avons mal compté."} -> 200
POST /matters/$late.items.1.id/tell {"exchange_id": call} -> 200
as luce
GET /portal -> 200 {"we_owe_you": [{"late": true, "why": "Nous avons mal compté."}], "good_to_know": [{"kind": "matter"}]}

# A writing waits from the moment it leaves; their look reminds them once its day has come.
as karim
POST /writings {"client_id": lune, "kind": "recap", "about": {"type": "exchange", "id": call}, "understood": "Le café ouvre le 3 mai."} -> 201 recap
POST /writings/$recap/send -> 200
as luce
GET /portal -> 200 {"waits_for_you": [{"kind": "writing", "id": "$recap.pub", "banner": "attend votre réponse"}]}
PAGE /p/e/$recap.pub -> 200
has "Le café ouvre le 3 mai."
as karim
GET /writings/$recap -> 200 {"seen_at": "2027-03-03T09:00", "reminded_at": null}
at 2027-03-08T09:00
GET /portal?client_id=$lune -> 200
PAGE /p/e/$recap.pub?client_id=$lune -> 200
GET /writings/$recap -> 200 {"reminded_at": null}
as luce
PAGE /p -> 200
as karim
GET /writings/$recap -> 200 {"reminded_at": "2027-03-08T09:00"}

# What is foreign, ours or unknown is the same page that is not there.
as denis
PAGE /p/e/$recap.pub -> 404 as gone
PAGE /p/e/AAAAAAAAAAAAAAAAAAAAAA -> 404
same as gone
PAGE /p/d/$recap.pub -> 404
same as gone
PAGE /auj -> 404
same as gone
PAGE /c/$lune -> 404
same as gone
as luce
PAGE /p/entente -> 200
PAGE /p/dire -> 200
PAGE /p/moi -> 200
has "Luce"

# A calendar of theirs says when, never what; ours says both.
as luce
PAGE /calendar.ics -> 200
has "DTSTART:20270304T150000Z"
has "SUMMARY:Rendez-vous avec Agence Mistral"
lacks "Point"
lacks "La vaisselle"
as karim
GET /calendar.ics -> 200
has "Point"
has "La carte"
as denis
PAGE /calendar.ics -> 200
lacks "VEVENT"
