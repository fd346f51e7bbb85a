# P11–13, R3.3, R4.2, T1, F13–14: ways out with for and against, put to the client, chosen with them
staff Karim, Inès
as karim
POST /clients {"name": "Librairie Sel", "state": "active"} -> 201 sel
POST /clients {"name": "Café Lune", "state": "active"} -> 201 lune
contact Sol of sel agrees
contact Max of sel
contact Zoé of lune agrees
POST /promises {"client_id": sel, "side": "us", "text": "Peindre l'enseigne", "due": "2027-03-12"} -> 201 sign
POST /insights {"client_id": sel, "question": "goal", "text": "Ouvrir à l'heure."} -> 201 goal
POST /insights {"client_id": sel, "question": "worry", "text": "La pluie."} -> 201 worry
POST /insights {"client_id": lune, "question": "goal", "text": "Être vu."} -> 201 foreign

# What it is about is said; a task is one of the client's promises.
POST /decisions {"client_id": sel, "about": "task", "question": "Laquelle ?"} -> 422 invalid {"fields": {"about_id": "missing"}}
POST /decisions {"client_id": lune, "about": "task", "about_id": sign} -> 422 invalid {"fields": {"about_id": "bad_ref"}}
POST /decisions {"client_id": sel, "about": "future", "about_id": sign} -> 422 invalid {"fields": {"about_id": "bad_ref"}}
POST /decisions {"client_id": sel, "about": "weather"} -> 422 invalid {"fields": {"about": "bad_value"}}
POST /decisions {"client_id": sel, "about": "preference", "state": "chosen"} -> 422 invalid {"fields": {"state": "not_settable"}}

# Options are read whole, or not at all.
POST /decisions {"client_id": sel, "about": "preference", "options": "rouge"} -> 422 invalid {"fields": {"options": "bad_value"}}
POST /decisions {"client_id": sel, "about": "preference", "options": [{"pros": ["vif"]}]} -> 422 invalid {"fields": {"options": "missing"}}
POST /decisions {"client_id": sel, "about": "preference", "options": [{"label": "Rouge", "price": 3}]} -> 422 invalid {"fields": {"options": "unknown"}}
POST /decisions {"client_id": sel, "about": "preference", "options": [{"label": long(201)}]} -> 422 invalid {"fields": {"options": "too_long"}}
POST /decisions {"client_id": sel, "about": "preference", "options": [{"label": "Rouge", "due": "demain"}]} -> 422 invalid {"fields": {"options": "bad_date"}}
POST /decisions {"client_id": sel, "about": "preference", "options": [{"label": "Rouge", "serves": worry}]} -> 422 invalid {"fields": {"options": "bad_ref"}}
POST /decisions {"client_id": sel, "about": "preference", "options": [{"label": "Rouge", "serves": foreign}]} -> 422 invalid {"fields": {"options": "bad_ref"}}
POST /decisions {"client_id": sel, "about": "preference", "options": [{"n": 1, "label": "Rouge"}, {"n": 1, "label": "Bleu"}]} -> 422 invalid {"fields": {"options": "bad_value"}}
POST /decisions {"client_id": sel, "about": "preference", "options": [{"label": "Rouge", "promises": [{"side": "us", "text": "Peindre"}]}]} -> 422 invalid {"fields": {"options": "missing"}}
POST /decisions {"client_id": sel, "about": "preference", "options": [{"label": "Rouge", "promises": [{"side": "us", "text": "Peindre", "due": "2027-03-12", "person_id": sol}]}]} -> 422 invalid {"fields": {"options": "bad_ref"}}
POST /decisions {"client_id": sel, "about": "preference", "recommended_option": 2, "options": [{"label": "Rouge"}]} -> 422 invalid {"fields": {"recommended_option": "bad_value"}}

POST /decisions {"client_id": sel, "about": "preference", "recommended_option": 2} -> 422 invalid {"fields": {"recommended_option": "bad_value"}}

# A draft: numbers are given and kept; nobody outside knows of it.
POST /decisions {"client_id": sel, "about": "task", "about_id": sign, "options": [{"label": "Rouge", "pros": ["vif"], "serves": goal, "gives_up_us": "Notre marge.",
  "promises": [{"side": "us", "text": "Peindre en rouge", "due": "2027-03-12"}, {"side": "client", "text": "Choisir le mur", "due": "2027-03-10", "person_id": sol}]}]} -> 201 colour
  {"state": "draft", "options": [{"n": 0, "type": "other", "label": "Rouge", "pros": ["vif"], "cons": [], "impacts": null, "serves": goal, "due": null, "breaks_term_ids": []}],
   "touches": [], "concession": false, "clocks": []}
GET /audit?record=decision:$colour -> 200 {"items": [{"action": "create"}]}
as sol
GET /decisions -> 200 {"items": []}
GET /decisions/$colour -> 404 not_found
as karim
POST /decisions/$colour/ask -> 409 question_missing {"also": ["two_options_needed"], "where": "/decision/$colour#options"}
POST /decisions/$colour/add_option {"label": "Bleu"} -> 409 not_asked
PATCH /decisions/$colour {"question": "Quelle couleur ?", "recommended_option": 1, "options": [
  {"label": "Bleu", "cons": ["froid"]}, {"n": 0, "label": "Rouge", "pros": ["vif"], "gives_up_us": "Notre marge.", "promises": [
  {"side": "us", "text": "Peindre en rouge", "due": "2027-03-12"}, {"side": "client", "text": "Choisir le mur", "due": "2027-03-10", "person_id": sol}]}]} -> 200
  {"options": [{"n": 0, "label": "Rouge"}, {"n": 1, "label": "Bleu", "pros": []}]}
POST /decisions/$colour/ask -> 409 serves_missing
has "quel but du client cette option sert-elle ?"
POST /decisions/$colour/edit_option {"n": 1, "type": "decline"} -> 422 invalid {"fields": {"type": "unknown"}}
POST /decisions/$colour/edit_option {"n": 4, "label": "Vert"} -> 422 invalid {"fields": {"n": "bad_value"}}
POST /decisions/$colour/edit_option {"n": 1, "serves": goal, "price_change_cents": -5000} -> 200 {"record": {"options": [any, {"n": 1, "label": "Bleu", "serves": goal, "price_change_cents": -5000, "cons": ["froid"]}]}}
at 2027-03-01T09:00
POST /decisions/$colour/ask -> 200 {"record": {"state": "asked", "asked_at": "2027-03-01T09:00"}, "hints": []}
POST /decisions/$colour/ask -> 409 already_asked
PATCH /decisions/$colour {"question": "Et sinon ?"} -> 409 already_asked

# Both sides read the same, the recommended way last; what it costs us, and who does what, is ours.
as sol
GET /decisions -> 200 mine {"items": [{"question": "Quelle couleur ?", "about": "task", "recommended_option": 1, "clocks": absent, "motive": absent, "touches": absent, "concession": absent}]}
GET /decisions/$mine.items.0.id -> 200 {"options": [{"n": 0, "label": "Rouge", "pros": ["vif"], "gives_up_us": absent,
  "promises": [{"text": "Peindre en rouge"}, {"text": "Choisir le mur", "person_id": absent}]}, {"n": 1, "serves": absent}]}
lacks "Notre marge"
POST /decisions/$mine.items.0.id/add_option {"label": "Vert", "text": "Comme nos volets."} -> 200 {"record": {"options": [{"n": 0}, {"n": 2, "label": "Vert", "pros": ["Comme nos volets."]}, {"n": 1}]}}
POST /decisions/$mine.items.0.id/add_option {"label": "Noir", "cons": ["triste"]} -> 422 invalid {"fields": {"cons": "unknown"}}
POST /decisions/$mine.items.0.id/edit_option {"n": 0, "label": "Rose"} -> 404 not_found
POST /decisions/$mine.items.0.id/cancel {"reason": "x"} -> 404 not_found
as zoe
GET /decisions/$mine.items.0.id -> 404 not_found
as max
POST /decisions/$mine.items.0.id/choose {"n": 0} -> 409 cannot_agree
as karim
GET /decisions/$colour -> 200 {"options": [{"label": "Rouge"}, {"label": "Bleu"}, {"label": "Vert"}]}

# The choice is a client's, by voice when one of us notes it.
POST /exchanges {"client_id": sel, "channel": "phone", "direction": "both", "minutes": 5, "contact_ids": [sol]} -> 201 call
POST /exchanges {"client_id": sel, "channel": "email", "direction": "in", "contact_ids": [sol]} -> 201 mail
POST /decisions/$colour/choose {"n": 0} -> 422 invalid {"fields": {"chosen_by": "missing"}}
POST /decisions/$colour/choose {"n": 7, "chosen_by": "us"} -> 422 invalid {"fields": {"n": "bad_value"}}
POST /decisions/$colour/choose {"n": 0, "chosen_by": "joint"} -> 422 invalid {"fields": {"exchange_id": "missing", "contact_id": "missing"}}
POST /decisions/$colour/choose {"n": 0, "chosen_by": "client", "exchange_id": mail, "contact_id": sol} -> 409 not_voice
POST /decisions/$colour/choose {"n": 0, "chosen_by": "client", "exchange_id": call, "contact_id": max} -> 409 cannot_agree
POST /decisions/$colour/review {"review": "both"} -> 409 not_chosen
POST /decisions/$colour/choose {"n": 0, "chosen_by": "joint", "exchange_id": call, "contact_id": sol} -> 200 chosen
  {"record": {"state": "chosen", "chosen_option": 0, "chosen_by": "joint", "chosen_at": "2027-03-01T09:00", "concession": false}, "created": [{"kind": "promise"}, {"kind": "promise"}]}
# The journal tells what somebody wrote; what follows from that is in the action's name and time.
PAGE /journal -> 200
has "Qui a choisi"
lacks "Ce qui est choisi"
lacks "Choisi,"
GET /promises/$chosen.created.0.id -> 200 {"text": "Peindre en rouge", "side": "us", "person_id": karim, "due": "2027-03-12", "shared": true, "source": {"type": "decision", "id": colour}}
GET /promises/$chosen.created.1.id -> 200 {"side": "client", "person_id": sol, "shared": true}
POST /decisions/$colour/choose {"n": 1, "chosen_by": "us"} -> 409 already_chosen
POST /decisions/$colour/add_option {"label": "Or"} -> 409 already_chosen
POST /decisions/$colour/edit_option {"n": 0, "label": "Or"} -> 409 already_chosen
POST /decisions/$colour/cancel {"reason": "x"} -> 409 already_chosen

# Looked back on, without gloating; the client reads no judgement.
POST /decisions/$colour/reflect {"motive": "goodwill"} -> 409 not_a_concession
POST /decisions/$colour/review {"review": "theirs_right"} -> 200 {"record": {"state": "reviewed", "review": "theirs_right"}}
as sol
GET /decisions/$mine.items.0.id -> 200 {"state": "chosen", "review": absent, "chosen_option": 0, "chosen_by": "joint"}

# One given up says why, and is no longer asked.
as ines
POST /decisions {"client_id": sel, "about": "future", "question": "Et l'an prochain ?"} -> 201 next
POST /decisions/$next/cancel -> 422 invalid {"fields": {"reason": "missing"}}
POST /decisions/$next/cancel {"reason": "Trop tôt."} -> 200 {"record": {"state": "cancelled"}}
POST /decisions/$next/choose {"n": 0, "chosen_by": "us"} -> 422 invalid
POST /decisions/$next/ask -> 409 already_asked

# There is an end to possible ways.
POST /decisions {"client_id": sel, "about": "future", "question": "Combien ?"} -> 201 many
POST /decisions/$many/ask -> 200
repeat 12 POST /decisions/$many/add_option {"label": "Voie $n"} -> 200
POST /decisions/$many/add_option {"label": "Une de trop"} -> 422 invalid {"fields": {"label": "bad_value"}}

# The shared wheel: asked before the task begins, and not chosen by us alone.
GET /clients/$sel/steering -> 200 {"shared": {"k": 1, "n": 1, "percent": null, "text": "1 sur 1"}, "before": {"k": 1, "n": 1}}
POST /promises {"client_id": sel, "side": "us", "text": "Poser l'enseigne", "due": "2027-03-19"} -> 201 hang
POST /promises/$hang/start -> 200
at 2027-03-02T09:00
POST /decisions {"client_id": sel, "about": "task", "about_id": hang, "question": "Où ?", "options": [{"label": "À gauche"}, {"label": "À droite"}]} -> 201 where
POST /decisions/$where/ask -> 200
GET /clients/$sel/steering -> 200 {"shared": {"k": 1, "n": 1}, "before": {"k": 1, "n": 2}}
as sol
GET /decisions?state=asked -> 200 asked {"items": [any, {"question": "Où ?"}]}
POST /decisions/$asked.items.1.id/choose {"n": 1} -> 200 {"record": {"chosen_by": "client"}}
as ines
GET /clients/$sel/steering -> 200 {"shared": {"k": 1, "n": 2, "text": "1 sur 2"}, "before": {"k": 1, "n": 2}}
POST /decisions {"client_id": sel, "about": "preference", "question": "Mat ?", "options": [{"label": "Mat"}, {"label": "Brillant"}]} -> 201 gloss
POST /decisions/$gloss/choose {"n": 1, "chosen_by": "us"} -> 200 {"record": {"chosen_by": "us"}}
GET /clients/$sel/steering -> 200 {"shared": {"k": 1, "n": 3}, "before": {"k": 1, "n": 2}}
at 2027-06-15T09:00
GET /clients/$sel/steering -> 200 {"shared": {"k": 0, "n": 0, "text": "0 sur 0"}, "before": {"k": 0, "n": 0}}

# About a problem: only once it is understood, with something for and against each way (P9–13).
as karim
POST /matters {"client_id": sel, "title": "Mauvaise couleur", "cause": "us", "our_part": "Nous n'avons pas relu."} -> 201 stain
POST /matters {"client_id": sel, "title": "Une idée", "nature": "idea"} -> 201 idea
POST /decisions {"client_id": sel, "about": "problem", "about_id": idea} -> 422 invalid {"fields": {"about_id": "bad_ref"}}
POST /decisions {"client_id": sel, "about": "problem", "about_id": stain, "question": "Que faire ?", "options": [{"label": "Repeindre", "pros": [" "], "cons": ["long"]}]} -> 201 repair
POST /decisions/$repair/ask -> 409 two_options_needed {"also": ["pros_cons_missing", "matter_not_understood"], "options": [0], "where": "/decision/$repair#options"}
POST /decisions/$repair/choose {"n": 0, "chosen_by": "us", "reason": "x"} -> 409 not_asked
PATCH /decisions/$repair {"options": [{"label": "Repeindre", "pros": ["net"], "cons": ["long"], "promises": [{"side": "client", "text": "Ouvrir tôt", "due": "2027-06-18"}]},
  {"label": "Laisser", "pros": ["rapide"], "cons": ["on le voit"]}]} -> 200
POST /decisions/$repair/ask -> 409 matter_not_understood {"where": "/probleme/$stain#steps"}
POST /exchanges {"client_id": sel, "channel": "phone", "direction": "both", "minutes": 5, "contact_ids": [sol]} -> 201 told
POST /matters/$stain/tell {"exchange_id": told} -> 200
POST /writings {"client_id": sel, "kind": "problem", "about": {"type": "matter", "id": stain}, "understood": {"facts": ["Le mur est vert."], "emotions": ["déçu"]}} -> 201 note
POST /writings/$note/send -> 200
POST /writings/$note/confirm {"exchange_id": told, "contact_id": sol} -> 200
# Theirs to do and nothing of ours, though it may be our doing: said, never held.
POST /decisions/$repair/ask -> 200 {"hints": [{"code": "our_side_empty", "n": 0}]}
GET /matters/$stain -> 200 {"state": "options"}
# For the client about their own problem, a choice of ours says why.
POST /decisions/$repair/choose {"n": 1, "chosen_by": "us"} -> 409 reason_missing
POST /decisions/$repair/choose {"n": 0, "chosen_by": "client", "exchange_id": told, "contact_id": sol} -> 200 both
  {"record": {"chosen_by_id": sol}, "hints": [{"code": "our_side_empty", "n": 0}], "created": [{"kind": "promise"}]}
GET /matters/$stain -> 200 {"state": "decided"}
at 2027-06-16T10:00
POST /promises/$both.created.0.id/done -> 200
GET /matters/$stain -> 200 {"state": "applied", "verify_due": "2027-06-23T10:00"}
# Nothing had to be promised: it is applied once somebody says so.
POST /matters {"client_id": lune, "title": "Une faute", "cause": "client"} -> 201 typo
POST /exchanges {"client_id": lune, "channel": "phone", "direction": "both", "minutes": 5, "contact_ids": [zoe]} -> 201 spoken
POST /matters/$typo/tell {"exchange_id": spoken} -> 200
POST /writings {"client_id": lune, "kind": "problem", "about": {"type": "matter", "id": typo}, "understood": {"facts": ["Une lettre manque."], "emotions": ["amusée"]}} -> 201 letter
POST /writings/$letter/send -> 200
POST /writings/$letter/confirm {"exchange_id": spoken, "contact_id": zoe} -> 200
POST /decisions {"client_id": lune, "about": "problem", "about_id": typo, "question": "Corriger ?", "options": [{"label": "Oui", "pros": ["juste"], "cons": ["un jour"]}, {"label": "Non", "pros": ["rien"], "cons": ["faux"]}]} -> 201 fix
POST /decisions/$fix/ask -> 200 {"hints": []}
POST /decisions/$fix/choose {"n": 1, "chosen_by": "us", "reason": "Zoé préfère."} -> 200 {"record": {"chosen_by_id": null}}
GET /matters/$typo -> 200 {"state": "decided"}
POST /matters/$typo/apply {"text": "La lettre y est."} -> 200 {"record": {"state": "applied"}}
cli doctor -> 0
