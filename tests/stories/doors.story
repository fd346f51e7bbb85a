# words 3.5, api.md 0: a refusal offers the door, with its place on the page (tests/run.mjs goes through each)
lead Léa
staff Karim
as claire
POST /clients {"name": "Café Lune", "state": "active", "responsible_id": karim} -> 201 lune
contact Noémie of lune agrees
# Of us.
as lea
POST /people/$claire/deactivate -> 409 officer_needed {"where": "/equipe"}
as karim
POST /people/$karim/away {"from": "2027-03-03", "to": "2027-03-04"} -> 409 cover_missing {"where": "/personne/$karim#ways"}
# Of an agreement: what it still lacks is written on the page of its engagement.
POST /mandates {"client_id": lune, "title": "La carte", "need": "Du monde à midi"} -> 201 menu
POST /writings {"client_id": lune, "mandate_id": menu, "kind": "entente", "body": "Notre entente."} -> 201 paper
POST /writings/$paper/send -> 409 how_missing {"where": "/mandat/$menu#change"}
PATCH /mandates/$menu {"how": "Trois essais", "when_due": "2027-06-30", "price_cents": 0} -> 200
POST /writings/$paper/send -> 409 expectation_missing {"where": "/mandat/$menu#service"}
POST /exchanges {"client_id": lune, "channel": "phone", "direction": "both"} -> 201 call
POST /clients/$lune/withdraw_silence_rule {"exchange_id": call} -> 409 no_silence_rule {"where": absent}
# Of a problem: each step on its page, what the note lacks on the note's.
POST /matters {"client_id": lune, "title": "Les cartes sont floues", "cause": "us"} -> 201 blur
POST /matters/$blur/drop {"reason": "petit"} -> 409 problem_must_be_told {"where": "/probleme/$blur#steps"}
POST /matters/$blur/tell {"exchange_id": call} -> 200
POST /writings {"client_id": lune, "kind": "problem", "about": {"type": "matter", "id": blur}, "body": "Voici."} -> 201 note
POST /writings/$note/send -> 409 fact_missing {"where": "/ecrit/$note#facts"}
PATCH /writings/$note {"understood": {"facts": ["Les cartes sont floues."]}} -> 200
POST /writings/$note/send -> 409 emotion_missing {"where": "/ecrit/$note#emotions"}
PATCH /writings/$note {"understood": {"facts": ["Les cartes sont floues."], "emotions": ["déçue"]}} -> 200
POST /writings/$note/send -> 409 our_part_missing {"where": "/ecrit/$note#our-part"}
PATCH /matters/$blur {"our_part": "Nous n'avons pas relu.", "superior_decision": true} -> 200
POST /writings/$note/send -> 409 superior_reason_missing {"where": "/probleme/$blur#steps"}
POST /decisions {"client_id": lune, "about": "problem", "about_id": blur, "question": "Que faire ?", "options": [{"label": "Refaire", "pros": ["net"], "cons": ["long"]}, {"label": "Laisser", "pros": ["vite"]}]} -> 201 way
POST /decisions/$way/ask -> 409 pros_cons_missing {"options": [1], "where": "/decision/$way#options"}
# The page offers the same doors.
PAGE /ecrit/$note -> 200
has "href=\"/probleme/$blur#steps\""
PAGE /ecrit/$paper -> 200
has "href=\"/mandat/$menu#service\""
FORM /a/writings/$note/send -> 409
has "href=\"/probleme/$blur#steps\""
# To the client, no place of ours.
POST /promises {"client_id": lune, "side": "us", "text": "Rappeler", "due": "2027-06-10"} -> 201 ring
as noemie
POST /promises/$ring.pub/gap {"text": "x"} -> 409 not_a_deliverable {"where": absent}
