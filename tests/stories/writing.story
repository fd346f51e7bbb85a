# R1.7, R2.1, P5, P6, P15: what is written leaves once, is read, and is answered
staff Karim, Tom
as karim
POST /clients {"name": "Dubé", "state": "active"} -> 201 dube
POST /clients {"name": "Ailleurs"} -> 201 elsewhere
contact Denis of dube agrees
contact Lise of dube

# A draft is ours: its words, its signer, nothing for the client.
POST /writings {"client_id": dube, "kind": "recap", "understood": "Le lancement est en mai."} -> 201 draft
  {"state": "draft", "version": 1, "parent_id": null, "signed_by_id": karim, "signed_by": "Karim", "sent_at": null,
   "understood": {"facts": ["Le lancement est en mai."], "emotions": []}, "questions": [], "remind_due": null, "clocks": []}
POST /writings {"kind": "recap"} -> 422 invalid {"fields": {"client_id": "missing"}}
POST /writings {"client_id": dube, "kind": "transition"} -> 422 invalid {"fields": {"kind": "bad_value"}}
POST /writings {"client_id": dube, "kind": "recap", "state": "sent"} -> 422 invalid {"fields": {"state": "not_settable"}}
POST /writings {"client_id": dube, "kind": "recap", "understood": {"facts": [7]}} -> 422 invalid {"fields": {"understood": "bad_value"}}
POST /writings {"client_id": dube, "kind": "recap", "understood": {"facts": [], "mood": []}} -> 422 invalid {"fields": {"understood": "bad_value"}}
POST /writings {"client_id": dube, "kind": "recap", "understood": {"emotions": ["long(101)"], "facts": "x"}} -> 422 invalid
POST /writings {"client_id": dube, "kind": "recap", "questions": ["Quand ?"]} -> 422 invalid {"fields": {"questions": "bad_value"}}
POST /writings {"client_id": dube, "kind": "recap", "questions": [{"text": "Quand ?", "due": "demain"}]} -> 422 invalid {"fields": {"questions": "bad_value"}}
POST /writings {"client_id": dube, "kind": "entente"} -> 422 invalid {"fields": {"mandate_id": "missing"}}
PATCH /writings/$draft {"understood": {"facts": ["  Le lancement est en mai. ", " "], "emotions": ["enthousiaste"]}, "next": "Nous envoyons un plan.",
  "questions": [{"text": "Qui relit ?"}, {"text": "Quel budget ?"}]} -> 200
  {"understood": {"facts": ["Le lancement est en mai."], "emotions": ["enthousiaste"]}, "questions": [{"text": "Qui relit ?", "answered_at": null, "answer": null}, {"text": "Quel budget ?"}]}
PATCH /writings/$draft {"kind": "ideas"} -> 422 invalid {"fields": {"kind": "not_settable"}}
as denis
GET /writings -> 200 {"items": []}
GET /writings/$draft.pub -> 404 not_found
POST /writings {"kind": "recap"} -> 404 not_found
as karim
POST /writings/$draft/confirm {} -> 422 invalid {"fields": {"exchange_id": "missing", "contact_id": "missing"}}
POST /exchanges {"client_id": dube, "channel": "phone", "direction": "both", "minutes": 5} -> 201 call
POST /exchanges {"client_id": dube, "channel": "email", "direction": "in", "needs_reply": false} -> 201 mail
POST /exchanges {"client_id": elsewhere, "channel": "phone", "direction": "both"} -> 201 other
POST /writings/$draft/confirm {"exchange_id": call, "contact_id": denis} -> 409 writing_closed
POST /writings/$draft/read_aloud {"exchange_id": call} -> 409 not_sent

# Sent: one line in the journal, a letter to each of their people, and it stays as it is.
at 2027-03-01T10:00
POST /writings/$draft/send -> 200 {"record": {"state": "sent", "sent_at": "2027-03-01T10:00", "seen_at": null, "explicit_only": false, "explicit_why": [],
  "remind_due": "2027-03-04T10:00", "tacit_due": null, "clocks": [{"type": "c2", "sub": "remind", "starts_at": "2027-03-04T10:00"}]}}
POST /writings/$draft/send -> 409 writing_sent
POST /writings/$draft/discard -> 409 writing_sent
PATCH /writings/$draft {"next": "Autre chose."} -> 409 writing_sent
as claire
GET /audit?record=writing:$draft&action=send -> 200 {"items": [{"field": "state", "old": "draft", "new": "sent"}]}
at 2027-03-01T10:00:20
GET /test/outbox -> 200 {"items": [{"to": "denis@client.example", "subject": "Agence Mistral…Karim"}, {"to": "lise@client.example"}]}
lacks "lancement"

# The client reads it when they open it, once; a list only says that it is there.
as denis
GET /writings -> 200 {"items": [{"id": draft.pub, "kind": "recap", "state": "sent", "understood": absent, "body": absent, "next": absent, "questions": absent,
  "reminded_at": absent, "clocks": absent, "spoken_in_id": absent, "author_id": absent}]}
at 2027-03-01T11:00
GET /writings/$draft.pub -> 200 {"understood": {"facts": ["Le lancement est en mai."]}, "signed_by": "Karim", "signed_by_id": absent,
  "questions": [{"text": "Qui relit ?", "answer": absent}, {"text": "Quel budget ?"}]}
at 2027-03-01T12:00
GET /writings/$draft.pub -> 200 {"seen_at": "2027-03-01T11:00"}
as claire
GET /audit?record=writing:$draft&action=open -> 200 {"items": [{"who": {"name": "Denis"}, "at": "2027-03-01T11:00", "field": null}]}

# A question is answered where it was asked.
as karim
POST /writings/$draft/answer_question {"n": 2, "text": "Denis"} -> 422 invalid {"fields": {"n": "bad_value"}}
POST /writings/$draft/answer_question {"n": 0, "text": "Denis", "exchange_id": other} -> 422 invalid {"fields": {"exchange_id": "bad_ref"}}
POST /writings/$draft/answer_question {"n": 0, "text": "Denis relit.", "exchange_id": call} -> 200
  {"record": {"questions": [{"text": "Qui relit ?", "answered_at": "2027-03-01T08:00", "answer": "Denis relit."}, {"answered_at": null}]}}

# Corrected by anybody of theirs: it keeps what it said, and a next version opens.
as lise
POST /writings/$draft.pub/confirm -> 409 cannot_agree
POST /writings/$draft.pub/correct {} -> 422 invalid {"fields": {"text": "missing"}}
POST /writings/$draft.pub/correct {"text": "Le lancement est en juin."} -> 200 {"record": {"state": "corrected", "answer_text": "Le lancement est en juin."}, "created": []}
POST /writings/$draft.pub/correct {"text": "encore"} -> 409 writing_closed
as karim
GET /writings/$draft -> 200 {"state": "corrected", "answered_at": "2027-03-01T12:00", "answered_by": lise, "understood": {"facts": ["Le lancement est en mai."]},
  "clocks": [{"type": "a4", "sub": "resend", "starts_at": "2027-03-01T12:00", "due": "2027-03-02T12:00", "stopped_at": null}]}
GET /writings?client_id=$dube&state=draft -> 200 drafts {"items": [{"version": 2, "parent_id": draft, "understood": {"emotions": ["enthousiaste"]},
  "questions": [{"answer": "Denis relit."}, {}]}]}
at 2027-03-02T09:00
POST /writings/$drafts.items.0.id/send -> 200 second {"record": {"version": 2, "parent_id": draft}}
GET /writings/$draft -> 200 {"clocks": [{"type": "a4", "stopped_at": "2027-03-02T09:00"}]}

# R1.7: both stay to be read, the newer one first; the journal has a line for each step.
as denis
GET /writings/$second.pub -> 200
PAGE /p/e/$second.pub -> 200
has "/p/e/$draft.pub"
has "corrigé"
PAGE /p/e/$draft.pub -> 200
has "Le lancement est en mai."
has "/p/e/$second.pub"
as claire
GET /audit?record=writing:$draft&action=correct -> 200 {"items": [{"who": {"name": "Lise"}, "field": "state", "new": "corrected"}, ...]}
GET /audit?record=writing:$second&action=create -> 200 {"items": [any]}
GET /audit?record=writing:$second&action=send -> 200 {"items": [any]}
as karim

# Confirmed by one who may, by voice too; then it is closed.
POST /writings/$second/confirm {"exchange_id": mail, "contact_id": denis} -> 409 not_voice
POST /writings/$second/confirm {"exchange_id": call, "contact_id": lise} -> 409 cannot_agree
POST /writings/$second/confirm {"exchange_id": other, "contact_id": denis} -> 422 invalid {"fields": {"exchange_id": "bad_ref"}}
as denis
POST /writings/$second.pub/confirm -> 200 {"record": {"state": "confirmed", "answered_at": "2027-03-02T09:00"}}
POST /writings/$second.pub/correct {"text": "non"} -> 409 writing_closed
as karim
GET /writings/$second -> 200 {"answered_by": denis, "first_line": "…mardi 2 mars.", "clocks": []}

# Read aloud and recalled: by voice, and not before its day.
POST /writings {"client_id": dube, "kind": "recap", "body": "Deux mots."} -> 201 spoken
POST /writings/$spoken/send -> 200
POST /exchanges {"client_id": dube, "channel": "phone", "direction": "both", "minutes": 5} -> 201 now
POST /writings/$spoken/read_aloud {"exchange_id": mail} -> 409 not_voice
POST /writings/$spoken/read_aloud {"exchange_id": call} -> 200 {"record": {"seen_at": "2027-03-02T09:00"}}
POST /writings/$spoken/remind {"exchange_id": now} -> 409 too_early
at 2027-03-05T09:00
POST /exchanges {"client_id": dube, "channel": "email", "direction": "out"} -> 201 recalled
POST /writings/$spoken/remind {"exchange_id": recalled} -> 200 {"record": {"reminded_at": "2027-03-05T09:00",
  "clocks": [{"type": "c2", "sub": "remind", "stopped_at": "2027-03-05T09:00"}]}}

# Nothing in it, or signed by another: it stays here.
POST /writings {"client_id": dube, "kind": "recap"} -> 201 empty
POST /writings/$empty/send -> 409 empty_writing
POST /writings {"client_id": dube, "kind": "recap", "body": "x", "signed_by_id": tom} -> 201 foreign
POST /writings/$foreign/send -> 409 signed_by_other
POST /writings/$foreign/discard -> 200 {"record": null}
GET /writings/$foreign -> 404
POST /writings/$empty/discard -> 200

# Welcome and ideas ask for no answer; they can still be put right.
POST /writings {"client_id": dube, "kind": "welcome", "body": "Il y aura des imprévus."} -> 201 hello {"first_line": null}
POST /writings/$hello/send -> 200 {"record": {"remind_due": null, "clocks": []}}
at 2027-03-25T09:00
GET /writings/$hello -> 200 {"state": "sent"}
as denis
POST /writings/$hello.pub/correct {"text": "Denis, avec un seul n."} -> 200 {"record": {"state": "corrected"}}

# A problem says "we": facts, how they feel, our part; blame is asked about once.
as karim
POST /matters {"client_id": dube, "title": "Dossier en retard", "cause": "both"} -> 201 late
POST /writings {"client_id": dube, "kind": "problem", "about": {"type": "exchange", "id": call}} -> 422 invalid {"fields": {"about": "bad_ref"}}
POST /writings {"client_id": dube, "kind": "problem", "about": {"type": "matter", "id": late}, "body": "C'est la faute de Tom."} -> 201 note {"hints": [{"code": "blame"}]}
POST /writings/$note/send -> 409 not_told {"also": ["fact_missing", "emotion_missing", "our_part_missing"], "where": "/probleme/$late#steps"}
POST /exchanges {"client_id": dube, "channel": "email", "direction": "out"} -> 201 written
POST /matters/$late/tell {"exchange_id": written} -> 200
POST /writings/$note/send -> 409 voice_owed
POST /exchanges {"client_id": dube, "channel": "phone", "direction": "both", "minutes": 5} -> 201 voice
POST /matters/$late/speak {"exchange_id": voice} -> 200
POST /writings/$note/send -> 409 fact_missing
PATCH /writings/$note {"understood": {"facts": ["Tom attendait le papier. Tomate n'est personne."], "emotions": []}} -> 200
POST /writings/$note/send -> 409 emotion_missing {"detail": "Les faits y sont. Que ressent la personne ?"}
PATCH /writings/$note {"understood": {"facts": ["Tom attendait le papier. Tomate n'est personne."], "emotions": ["inquiet"]}} -> 200
POST /writings/$note/send -> 409 our_part_missing {"detail": "Et de notre côté ?…"}
PATCH /matters/$late {"our_part": "Karim et Tom n'ont rien vérifié.", "superior_decision": true} -> 200
POST /writings/$note/send -> 409 superior_reason_missing
has "Demander la raison à Claire"
PATCH /matters/$late {"superior_decision": false} -> 200
POST /writings/$note/send -> 409 confirm_hints {"hints": [{"code": "blame", "field": "body", "match": "c'est la faute de"}]}
POST /writings/$note/send {"hints_ok": true} -> 200 {"record": {"explicit_only": true, "explicit_why": ["kind"], "our_part": "Karim et Tom n'ont rien vérifié."}}
as denis
GET /writings/$note.pub -> 200 {"signed_by": "Karim"}
has "Karim et nous n'ont rien"
has "Tomate"
lacks "Tom "
lacks "Tom."
PAGE /p/e/$note.pub -> 200
has "Notre part"
has "Karim et nous"
lacks "Tom "

# Our turn to speak: once theirs was heard and confirmed, by voice, once in thirty days.
as karim
POST /writings {"client_id": dube, "kind": "feedback", "body": "Un préavis aide tout le monde."} -> 201 turn
POST /writings/$turn/send -> 409 voice_first
PATCH /writings/$turn {"spoken_in_id": mail} -> 200
POST /writings/$turn/send -> 409 voice_first
PATCH /writings/$turn {"spoken_in_id": voice} -> 200
POST /writings/$turn/send -> 200 {"record": {"explicit_why": ["kind"]}}
POST /writings {"client_id": dube, "kind": "feedback", "body": "Encore."} -> 409 feedback_recent
POST /writings {"client_id": elsewhere, "kind": "feedback", "body": "Un mot."} -> 409 not_heard_first {"where": "/c/$elsewhere?volet=entente#volet"}
# Corrected, it is the same one that leaves again.
as denis
GET /writings?kind=feedback -> 200 said
POST /writings/$said.items.0.id/correct {"text": "Deux semaines."} -> 200
as karim
GET /writings?kind=feedback&state=draft -> 200 again {"items": [{"version": 2}]}
POST /writings/$again.items.0.id/send -> 200

# What the client may not open is not named to them: a promise among us, a term nobody proposed.
POST /promises {"client_id": dube, "side": "us", "text": "Entre nous", "due": "2027-09-01", "shared": false} -> 201 inside
POST /writings {"client_id": dube, "kind": "recap", "body": "Dit.", "promise_ids": [inside]} -> 422 invalid {"fields": {"promise_ids": "bad_ref"}}
POST /mandates {"client_id": dube, "title": "La suite"} -> 201 next
POST /terms {"mandate_id": next, "kind": "condition", "owed_by": "client", "text": "Des accès"} -> 201 gone
POST /terms {"mandate_id": next, "kind": "condition", "owed_by": "client", "text": "Des fichiers"} -> 201 kept
POST /writings {"client_id": dube, "kind": "recap", "body": "Dit.", "term_ids": [gone, kept]} -> 201 brief
POST /terms/$gone/drop -> 200
POST /writings/$brief/send -> 200
as denis
GET /writings/$brief.pub -> 200 {"term_ids": ["$kept.pub"]}

# Ideas are read where they are given.
as karim
POST /matters {"client_id": dube, "nature": "idea", "title": "Un papier plus léger", "body": "Il coûte moins à la poste."} -> 201 idea
POST /writings {"client_id": dube, "kind": "ideas", "body": "Cueillie en chemin.", "matter_ids": [idea]} -> 201 gift
PAGE /ecrit/$gift?relire=1 -> 200
has "Un papier plus léger"
POST /writings/$gift/send -> 200
as denis
PAGE /p/e/$gift.pub -> 200
has "Un papier plus léger"
has "Il coûte moins à la poste."
lacks "Quelque chose n’est pas tout à fait juste"

# Opened by them, then said to have been read aloud earlier: silence counts from when they opened it.
as karim
POST /exchanges {"client_id": dube, "channel": "phone", "direction": "both"} -> 201 before
at 2027-10-01T09:00
POST /writings {"client_id": dube, "kind": "recap", "body": "Encore."} -> 201 opened
POST /writings/$opened/send -> 200
as denis
at 2027-10-04T09:00
GET /writings/$opened.pub -> 200
as karim
POST /writings/$opened/read_aloud {"exchange_id": before} -> 200 {"record": {"seen_at": "2027-10-04T09:00"}}
cli doctor -> 0
cli audit verify -> 0 "ok"
