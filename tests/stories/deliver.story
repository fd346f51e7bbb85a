# Conversation 15.1 – 15.4: answers that leave, who reads them, and an address that refuses
staff Karim, Inès
as karim
POST /clients {"name": "Café Lune", "state": "active"} -> 201 lune
POST /clients {"name": "Librairie Sel", "state": "active"} -> 201 sel
contact Noémie of lune agrees
contact Paul of lune
contact Ida of sel
as noemie
POST /exchanges {"text": "La vitrine sera-t-elle prête jeudi ?"} -> 201 hers
as karim
GET /exchanges/1 -> 200 {"deliver": false, "delivery": null}
POST /exchanges {"client_id": lune, "channel": "phone", "direction": "out", "text": "Appel"} -> 201 noted

# Only an answer of ours, written now, with words, to people of theirs.
POST /exchanges {"client_id": lune, "channel": "portal", "direction": "in", "text": "Oui", "deliver": true} -> 422 invalid {"fields": {"direction": "bad_value"}}
POST /exchanges {"client_id": lune, "channel": "phone", "direction": "out", "text": "Oui", "deliver": true} -> 422 invalid {"fields": {"channel": "bad_value"}}
POST /exchanges {"client_id": lune, "channel": "email", "direction": "out", "text": " ", "deliver": true} -> 422 invalid {"fields": {"text": "missing"}}
POST /exchanges {"client_id": lune, "channel": "email", "direction": "out", "text": "Oui", "at": "2027-02-28T10:00", "deliver": true} -> 422 invalid {"fields": {"at": "not_settable"}}
POST /exchanges {"client_id": lune, "channel": "email", "direction": "out", "text": "Oui", "planned": true, "deliver": true} -> 422 invalid {"fields": {"planned": "bad_value"}}
POST /exchanges {"client_id": lune, "channel": "email", "direction": "out", "text": "Oui", "contact_ids": [ida], "deliver": true} -> 422 invalid {"fields": {"contact_ids": "bad_ref"}}
as noemie
POST /exchanges {"text": "Bonjour", "deliver": true} -> 422 invalid {"fields": {"deliver": "unknown"}}

# By default to who wrote; [] is as absent.  Her message is answered.
at 2027-03-01T14:54
as karim
POST /exchanges {"client_id": lune, "channel": "portal", "direction": "out", "text": "SECRET, jeudi à dix heures.", "in_reply_to_id": 1, "contact_ids": [], "deliver": true} -> 201 reply
  {"contact_ids": [noemie], "deliver": true, "delivery": [{"contact_id": noemie, "state": "waiting", "at": "2027-03-01T14:54:20-05:00", "seen_at": null}]}
GET /exchanges/1 -> 200 {"answered_by_id": reply}
PAGE /echange/$reply -> 200
has "part dans un instant"
lacks "parti à"
at 2027-03-01T14:54:20
PAGE /echange/$reply -> 200
has "parti à 14 h 54"
PAGE /c/$lune -> 200
has "Noémie : parti à 14 h 54"

# Its reader alone has it before her; to another person of theirs it is not there.
as paul
GET /exchanges/$reply.pub -> 404 not_found
GET /exchanges -> 200 {"items": []}
as karim
GET /exchanges/$reply -> 200 {"delivery": [{"state": "left", "seen_at": null}]}
as noemie
GET /exchanges/$noted.pub -> 404 not_found
at 2027-03-01T15:10
GET /exchanges?limit=1 -> 200 {"items": [{"id": hers}]}
as karim
GET /exchanges/$reply -> 200 {"delivery": [{"seen_at": null}]}
as noemie
GET /exchanges -> 200 {"items": [{"id": hers}, {"id": reply.pub, "text": "SECRET, jeudi à dix heures.", "delivery": absent, "deliver": absent, "contact_ids": absent, "our_person_id": absent, "tags": absent}]}
as karim
GET /exchanges/$reply -> 200 {"delivery": [{"seen_at": "2027-03-01T15:10"}]}
PAGE /echange/$reply -> 200
has "lu 15 h 10"

# What is noted is not delivered, and says so by what it is called.
POST /exchanges {"client_id": lune, "channel": "email", "direction": "out", "text": "SECRET noté", "contact_ids": [noemie]} -> 201 elsewhere {"delivery": null}
PAGE /echange/$elsewhere -> 200
has "Courriel de notre part"
lacks "envoyé"
as noemie
GET /exchanges/$elsewhere.pub -> 404 not_found

# An answer is written where it is asked for; one already given is noted beside it.
POST /exchanges {"text": "Et la facture ?"} -> 201
as karim
PAGE /c/$lune -> 200
has "/noter?reply=5"
PAGE /noter?reply=5 -> 200
has "name=\"deliver\" value=\"true\""
has "Noter une réponse déjà donnée"
FORM /a/exchanges {"client_id": lune, "in_reply_to_id": 5, "channel": "portal", "direction": "out", "deliver": "true", "text": "La voici."} -> 303
GET /exchanges/6 -> 200 {"deliver": true, "contact_ids": [noemie]}

# Readers named, and all of theirs when it answers nothing.
# named twice, one gets one letter
POST /exchanges {"client_id": lune, "channel": "email", "direction": "out", "text": "Pour Paul", "contact_ids": [paul, paul], "deliver": true} -> 201 {"contact_ids": [paul], "delivery": [{"contact_id": paul}]}
POST /exchanges {"client_id": lune, "channel": "email", "direction": "out", "text": "Pour tous", "deliver": true} -> 201 all {"delivery": [{"contact_id": noemie}, {"contact_id": paul}]}
# Who left has no part in it any more; when nobody is left, it is said.
as claire
POST /people/$paul/deactivate -> 200
GET /exchanges/$all -> 200 {"delivery": [{"contact_id": noemie}]}

# Nobody to write to: the door is the client's people.
POST /people/$ida/deactivate -> 200
as karim
POST /exchanges {"client_id": sel, "channel": "portal", "direction": "out", "text": "Bonjour", "deliver": true} -> 409 no_reader {"where": "/c/$sel?volet=contacts#volet"}
PAGE /c/$sel -> 200
has "Il n’y a personne à qui écrire ici."
POST /writings {"client_id": sel, "kind": "welcome", "body": "Bienvenue"} -> 201 hello
POST /writings/$hello/send -> 409 no_reader {"where": "/c/$sel?volet=contacts#volet", "also": absent}
POST /writings {"client_id": sel, "kind": "welcome"} -> 201 empty
POST /writings/$empty/send -> 409 empty_writing {"also": ["no_reader"]}
PAGE /ecrit/$hello?relire=1 -> 200
has "name=\"by_hand\""
POST /writings/$hello/send {"by_hand": true} -> 200 {"record": {"state": "sent", "by_hand": true, "delivery": []}}
PAGE /ecrit/$hello -> 200
has "Remis en main propre"
lacks "Envoyé"
as claire
GET /audit?record=writing:$hello&action=send -> 200
has "\"field\":\"by_hand\",\"old\":\"false\",\"new\":\"true\""

# Afterwards it can still go by letter, to whoever is there then.
as karim
POST /writings/$hello/resend -> 409 no_reader
contact Lou of sel
POST /writings/$hello/resend -> 200 {"record": {"delivery": [{"contact_id": lou, "state": "waiting"}]}}

# An address that refuses: a row of whoever sent it, a sentence on the page, and the way to mend it.
contact Ana of sel
at 2027-03-01T15:11
as claire
POST /test/letter {"to": "lou@client.example", "answer": "550"} -> 200
POST /test/letter {"to": "ana@client.example", "answer": "550"} -> 200
as karim
at 2027-03-02T10:00
POST /writings {"client_id": sel, "kind": "recap", "understood": "Le lancement est en mai."} -> 201 recap
POST /writings/$recap/resend -> 409 not_sent
POST /writings/$recap/send -> 200
POST /writings/$recap/resend -> 409 still_waiting {"also": absent}
at 2027-03-02T10:01
GET /writings/$recap -> 200 {"delivery": [{"contact_id": lou, "state": "refused", "at": "2027-03-02T10:00:20-05:00", "why": any}, {"contact_id": ana, "state": "refused"}],
  "clocks": [{"type": "c16", "starts_at": "2027-03-02T10:00:20-05:00", "due": "2027-03-03T10:00:20-05:00", "stopped_at": null}, ...]}
GET /today -> 200 {"rows": [{"key": "c16:writing:$recap", "band": 4, "text": "Les adresses de Lou et Ana ont refusé le récapitulatif.", "where": "/ecrit/$recap"}, {"type": "c9"}]}
PAGE /ecrit/$recap -> 200
has "l’adresse a été refusée"
has "Personne ne l’a reçu."
has "/a/writings/$recap/resend"
lacks "parti à"
as ines
GET /today -> 200 {"rows": []}
# Mended and sent again: one of them that leaves is enough.
as karim
PATCH /people/$ana {"email": "ana2@client.example"} -> 200
POST /writings/$recap/resend -> 200
GET /today -> 200 {"rows": [{"key": "c16:writing:$recap"}, {"type": "c9"}]}
at 2027-03-02T10:02
GET /writings/$recap -> 200 {"delivery": [{"state": "refused"}, {"state": "left"}], "clocks": [{"type": "c16", "stopped_at": "2027-03-02T10:01:20-05:00"}, ...]}
GET /today -> 200 {"rows": [{"type": "c9"}]}
as claire
GET /audit?record=writing:$recap&action=letter_left -> 200 {"items": [{}]}

# An answer too; it goes again to whoever came since, who reads it from then on, and to nobody else.
as karim
PATCH /people/$ana {"email": "ana@client.example"} -> 200
POST /exchanges {"client_id": sel, "channel": "portal", "direction": "out", "text": "Le plan est prêt.", "contact_ids": [ana], "deliver": true} -> 201 plan
at 2027-03-02T10:03
GET /today -> 200 {"rows": [{"key": "c16:exchange:$plan", "text": "L’adresse d’Ana a refusé la réponse."}, {"type": "c9"}]}
as claire
POST /test/letter {"to": "ana@client.example", "answer": "250"} -> 200
as karim
contact Zoé of sel
POST /exchanges/$plan/resend -> 200 {"record": {"contact_ids": [ana, zoe], "delivery": [{"contact_id": ana, "state": "waiting"}, {"contact_id": zoe, "state": "waiting"}]}}
at 2027-03-02T10:04
GET /today -> 200 {"rows": [{"type": "c9"}]}
POST /exchanges/$plan/resend -> 409 no_reader
POST /exchanges/$noted/resend -> 409 not_sent
as lou
GET /exchanges/$plan.pub -> 404 not_found
as zoe
GET /exchanges/$plan.pub -> 200 {"text": "Le plan est prêt."}
cli doctor -> 0 "clocks: 0 differ"
