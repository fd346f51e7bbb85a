# 17.4: a client passes to somebody else, with what the former one held there; the client hears of it
staff Karim, Inès, Léa, Tom
as karim
at 2027-03-08T09:00
POST /clients {"name": "Café Lune"} -> 201 lune
POST /clients {"name": "Librairie Sel"} -> 201 sel
POST /mandates {"client_id": lune, "title": "Vitrine", "need": "Être vus"} -> 201 vitrine
POST /mandates {"client_id": lune, "title": "Carte"} -> 201 carte
POST /promises {"client_id": lune, "mandate_id": vitrine, "side": "us", "text": "Le plan", "due": "2027-03-31"} -> 201 plan
POST /promises {"client_id": lune, "side": "us", "text": "Relire", "due": "2027-03-30", "shared": false} -> 201 inner
POST /promises {"client_id": lune, "side": "us", "text": "Déjà faite", "due": "2027-03-30"} -> 201 kept
POST /promises/$kept/done -> 200
POST /promises {"client_id": sel, "side": "us", "text": "Ailleurs", "due": "2027-03-31"} -> 201 far
POST /exchanges {"client_id": lune, "channel": "video", "direction": "both", "planned": true, "minutes": 30, "at": "2027-03-16T10:00"} -> 201 met
POST /exchanges {"client_id": lune, "channel": "video", "direction": "both", "planned": true, "minutes": 30, "at": "2027-03-18T10:00"} -> 201 off
POST /exchanges/$off/cancel {"reason": "grippe"} -> 200
POST /writings {"client_id": lune, "kind": "recap", "understood": "Le vernissage est le 20."} -> 201 draft {"signed_by_id": karim}
POST /writings {"client_id": lune, "mandate_id": carte, "kind": "recap", "understood": "La carte."} -> 201 other_draft
as ines
POST /promises {"client_id": lune, "side": "us", "text": "Les photos", "due": "2027-03-31"} -> 201 photos
as claire
POST /mandates/$vitrine/start {"override_reason": "déjà commencé"} -> 200

# Nobody to write to: then nothing passes; nor when one thing named is not theirs, or no more to be passed.
as karim
POST /clients/$lune/hand_over {"responsible_id": lea, "tell": "Léa prend le relais."} -> 409 no_reader {"where": "/c/$lune…"}
contact Noémie of lune
POST /clients/$lune/hand_over {"responsible_id": lea, "promise_ids": [plan, far]} -> 422 invalid {"fields": {"promise_ids": "bad_ref"}}
POST /clients/$lune/hand_over {"responsible_id": lea, "promise_ids": [photos]} -> 422 invalid {"fields": {"promise_ids": "bad_ref"}}
POST /clients/$lune/hand_over {"responsible_id": lea, "promise_ids": [kept]} -> 422 invalid {"fields": {"promise_ids": "bad_ref"}}
POST /clients/$lune/hand_over {"responsible_id": lea, "exchange_ids": [off]} -> 422 invalid {"fields": {"exchange_ids": "bad_ref"}}
POST /mandates/$vitrine/hand_over {"responsible_id": lea, "promise_ids": [inner]} -> 422 invalid {"fields": {"promise_ids": "bad_ref"}}
POST /mandates/$vitrine/hand_over {"responsible_id": lea, "mandate_ids": []} -> 422 invalid {"fields": {"mandate_ids": "unknown"}}
GET /clients/$lune -> 200 {"responsible_id": karim}
GET /promises/$plan -> 200 {"person_id": karim}

# The moment: whom to, what goes with it, what the client reads.
PAGE /c/$lune -> 200
has "/c/$lune/passage"
PAGE /c/$lune/passage -> 200
has "/c/$lune/passage?a=$lea"
lacks "/c/$lune/passage?a=$karim"
PAGE /c/$lune/passage?a=$lea -> 200
has "Le plan"
has "Relire"
has "Vitrine"
has "Carte"
has "À partir d’aujourd’hui, Léa s’occupe de vous à ma place"
lacks "Les photos"
lacks "Ailleurs"
lacks "Déjà faite"

at 2027-03-08T10:00
POST /clients/$lune/hand_over {"responsible_id": lea, "reason": "congé", "tell": "Léa vous appelle mardi."} -> 200 {"record": {"responsible_id": lea}}
GET /mandates/$vitrine -> 200 {"responsible_id": lea}
GET /mandates/$carte -> 200 {"responsible_id": karim}
GET /promises/$plan -> 200 {"person_id": lea}
GET /promises/$inner -> 200 {"person_id": lea}
GET /promises/$kept -> 200 {"person_id": karim}
GET /promises/$photos -> 200 {"person_id": ines}
GET /promises/$far -> 200 {"person_id": karim}
GET /exchanges/$met -> 200 {"our_person_id": lea}
GET /exchanges/$off -> 200 {"our_person_id": karim}
GET /writings/$draft -> 200 {"signed_by_id": lea}
GET /writings/$other_draft -> 200 {"signed_by_id": karim}
GET /exchanges?client_id=$lune&channel=portal -> 200 {"items": [{"direction": "out", "our_person_id": karim, "text": "Léa vous appelle mardi."}]}
at 2027-03-08T10:01
as claire
GET /test/outbox -> 200 {"items": [{"to": "noemie@client.example", "subject": "Agence Mistral : un message de Karim"}]}

# A row for the new one, until they have seen it; "seen" says nothing against such rows.
as lea
GET /today -> 200 {"rows": [{"key": "c17:client:$lune", "band": 5, "due": null, "text": "Café Lune vous est confié.", "where": "/c/$lune#passage",
  "passed": {"promises": [inner, plan], "mandates": [vitrine], "exchanges": [met]}}]}
PAGE /auj -> 200
has "2 promesses, 1 mandat, 1 rendez-vous"
PAGE /c/$lune -> 200
has "id=\"passage\""
has "Karim a confié Café Lune à Léa"
POST /today/c17:client:$lune/useful {"useful": false} -> 200
GET /today -> 200 {"rows": []}
PAGE /c/$lune -> 200
lacks "/a/today/c17:client:$lune"
# What was seen waits for nobody.
POST /people/$lea/away {"from": "2027-03-09", "to": "2027-03-09"} -> 409 cover_missing
as noemie
PAGE /p -> 200
has "Léa prend la suite de Karim."

# Only what is named; nothing is named by an empty list.  A second one ends what was said of the first.
at 2027-03-10T10:00
as lea
POST /clients/$lune/hand_over {"responsible_id": tom, "promise_ids": [plan], "mandate_ids": [], "exchange_ids": []} -> 200
GET /promises/$plan -> 200 {"person_id": tom}
GET /promises/$inner -> 200 {"person_id": lea}
GET /mandates/$vitrine -> 200 {"responsible_id": lea}
GET /exchanges/$met -> 200 {"our_person_id": lea}
as tom
GET /today -> 200 {"rows": [{"key": "c17:client:$lune", "passed": {"promises": [plan], "mandates": [], "exchanges": []}}]}
as noemie
PAGE /p -> 200
has "Tom prend la suite de Léa."
lacks "suite de Karim"

# A mandate alone: what belongs to it.
as lea
POST /promises {"client_id": lune, "mandate_id": vitrine, "side": "us", "text": "La pose", "due": "2027-04-15"} -> 201 pose
POST /mandates/$vitrine/hand_over {"responsible_id": ines} -> 200
GET /promises/$pose -> 200 {"person_id": ines}
GET /promises/$inner -> 200 {"person_id": lea}
as ines
GET /today -> 200 {"rows": [{"key": "c17:mandate:$vitrine", "text": "Café Lune, « Vitrine » : ce mandat vous est confié.", "where": "/mandat/$vitrine#passage",
  "passed": {"promises": [pose], "mandates": [], "exchanges": []}}]}
PAGE /mandat/$vitrine/passage -> 200
has "/mandat/$vitrine/passage?a=$tom"
as noemie
PAGE /p -> 200
has "Inès prend la suite de Léa pour « Vitrine »."

# To who leads it already: nothing passed, nothing is said of it.
as tom
POST /clients/$lune/hand_over {"responsible_id": tom} -> 200
GET /today -> 200 {"rows": [{"passed": {"promises": [plan]}}]}

# By the form: a box unticked stays, and none ticked is none.
as claire
FORM /a/clients/$lune/hand_over {"responsible_id": "$lea", "promise_ids:numbers": "", "mandate_ids:numbers": "", "exchange_ids:numbers": "", "tell": "Léa revient.", "next": "/c/$lune"} -> 303
header Location "/c/$lune?fait=client.hand_over:$lune"
GET /promises/$plan -> 200 {"person_id": tom}
GET /clients/$lune -> 200 {"responsible_id": lea}
cli doctor -> 0

# In English, the client still reads their own language.
as claire
PATCH /people/$claire {"lang": "en"} -> 200
PAGE /c/$lune/passage?a=$karim -> 200
has "Hand over Café Lune"
has "À partir d’aujourd’hui, Karim s’occupe de vous à ma place"
PATCH /clients/$lune {"lang": "en"} -> 200
PAGE /c/$lune/passage?a=$karim -> 200
has "From today on, Karim looks after you in my place"
PATCH /people/$noemie {"lang": "en"} -> 200
as noemie
PAGE /p -> 200
has "Léa takes over from Tom."

# What they asked waits for the new one: a word of leave is nobody's answer.  What was said by voice is, when it is.
POST /exchanges {"text": "And the invoice?"} -> 201
at 2027-03-10T10:05
as claire
POST /clients/$lune/hand_over {"responsible_id": karim, "tell": "Karim looks after you."} -> 200
GET /exchanges?client_id=$lune&direction=in -> 200 {"items": [{"answered_by_id": null}]}
at 2027-03-10T14:00
as karim
GET /today -> 200 {"rows": [{"key": "a2:exchange:…"}, {"key": "c17:client:$lune"}]}
POST /exchanges {"client_id": lune, "channel": "phone", "direction": "both"} -> 201 call
GET /exchanges?client_id=$lune&direction=in -> 200 {"items": [{"answered_by_id": call}]}
cli doctor -> 0
