# R1.6, R2.1: a meeting is over, and what was said is written while it is fresh
staff Karim, Inès
as karim
POST /clients {"name": "Éditions Nord", "state": "active"} -> 201 nord
contact Ella of nord agrees

# Planned, it comes, it ends: the draft opens at its end, due eight working hours later.
POST /exchanges {"client_id": nord, "channel": "in_person", "direction": "both", "planned": true, "at": "2027-03-02T14:00", "minutes": 60} -> 201 met {"recap_id": null, "clocks": []}
at 2027-03-02T14:30
GET /exchanges/$met -> 200 {"recap_id": null, "clocks": []}
POST /promises {"client_id": nord, "side": "us", "text": "Envoyer le plan", "due": "2027-03-10", "source": {"type": "exchange", "id": met}} -> 201 plan
at 2027-03-02T17:30
GET /exchanges/$met -> 200 met {"recap_id": any, "clocks": [{"type": "c1", "starts_at": "2027-03-02T15:00", "due": "2027-03-03T15:00", "stopped_at": null}]}
GET /writings/$met.recap_id -> 200 recap {"kind": "recap", "about": {"type": "exchange", "id": met}, "state": "draft", "signed_by_id": karim,
  "promise_ids": [plan], "created_at": "2027-03-02T15:00"}
as claire
GET /audit?record=exchange:$met&action=over -> 200 {"items": [{"at": "2027-03-02T15:00", "who": null, "rule": "R1.6", "field": "recap_id"}]}
as karim
# What is promised in it since goes into the draft too; what is promised elsewhere does not.
POST /promises {"client_id": nord, "side": "us", "text": "Rappeler", "due": "2027-03-11", "source": {"type": "exchange", "id": met}} -> 201 more
POST /promises {"client_id": nord, "side": "us", "text": "Entre nous", "due": "2027-03-11", "shared": false, "source": {"type": "exchange", "id": met}} -> 201
POST /promises {"client_id": nord, "side": "us", "text": "Autre chose", "due": "2027-03-11"} -> 201
GET /writings/$recap -> 200 {"promise_ids": [plan, more]}
POST /writings {"client_id": nord, "kind": "recap", "about": {"type": "exchange", "id": met}} -> 409 draft_exists {"where": "/ecrit/$recap#words"}

# Sent, it is no longer owed.
at 2027-03-03T10:20
PATCH /writings/$recap {"understood": "Le lancement est en mai.", "questions": [{"text": "Qui relit ?"}, {"text": "Quel budget ?"}]} -> 200
POST /writings/$recap/send -> 200
GET /exchanges/$met -> 200 {"clocks": [{"type": "c1", "stopped_at": "2027-03-03T10:20"}]}

# Open questions travel to the next sheet, and into the next recap, until they are answered.
POST /exchanges {"client_id": nord, "channel": "video", "direction": "both", "planned": true, "at": "2027-03-04T10:00", "minutes": 30} -> 201 next
GET /exchanges/$next/sheet -> 200 {"exchange_id": next, "lines": [any, any, any, any, any], "notetaker": null,
  "understood": {"writing_id": recap, "what": {"facts": ["Le lancement est en mai."], "emotions": []}},
  "ours": [{"id": plan, "due": "2027-03-10"}, {"id": more}, {"text": "Autre chose"}], "theirs": [], "unclear_terms": [],
  "whys": [{"question": "goal", "text": null}, {}, {}, {}, {}], "let_down": null,
  "questions": [{"writing_id": recap, "n": 0, "text": "Qui relit ?"}, {"writing_id": recap, "n": 1, "text": "Quel budget ?"}]}
POST /writings/$recap/answer_question {"n": 0, "text": "Ella."} -> 200
PAGE /echange/$next/fiche -> 200
has "Quel budget ?"
has "Envoyer le plan"
PAGE /echange/999/fiche -> 404
PATCH /exchanges/$next {"aid_notetaker_id": ines} -> 200
GET /exchanges/$next/sheet -> 200 {"notetaker": "Inès", "questions": [{"text": "Quel budget ?"}]}
as ella
GET /exchanges/$next.pub/sheet -> 404 not_found
as karim
at 2027-03-04T10:30
GET /exchanges/$next -> 200 next
GET /writings/$next.recap_id -> 200 again {"questions": [{"text": "Quel budget ?", "answered_at": null}]}
POST /writings/$recap/answer_question {"n": 1, "text": "Vingt mille."} -> 200
GET /exchanges/$next/sheet -> 200 {"questions": []}

# A discarded draft leaves the recap owed; another one can be begun.
POST /writings/$again/discard -> 200
GET /exchanges/$next -> 200 {"recap_id": null, "clocks": [{"type": "c1", "stopped_at": null}]}
POST /writings {"client_id": nord, "kind": "recap", "about": {"type": "exchange", "id": next}, "body": "Presque rien."} -> 201 anew {"promise_ids": [], "questions": []}
GET /exchanges/$next -> 200 {"recap_id": anew}
POST /writings/$anew/send -> 200
GET /exchanges/$next -> 200 {"clocks": [{"type": "c1", "stopped_at": "2027-03-04T10:30"}]}

# Noted afterwards, it was over at its end; too short, or in writing, it owes none.
POST /exchanges {"client_id": nord, "channel": "phone", "direction": "both", "at": "2027-03-04T09:00", "minutes": 20} -> 201 noted
  {"recap_id": any, "created": [{"kind": "writing"}], "clocks": [{"type": "c1", "starts_at": "2027-03-04T09:20", "due": "2027-03-05T09:20"}]}
POST /exchanges {"client_id": nord, "channel": "phone", "direction": "both", "minutes": 9, "at": "2027-03-04T09:40"} -> 201 short {"recap_id": null, "clocks": []}
POST /exchanges {"client_id": nord, "channel": "email", "direction": "out", "minutes": 30, "at": "2027-03-04T09:40"} -> 201 {"recap_id": null}
# It was longer than it was said; or shorter.
PATCH /exchanges/$short {"minutes": 10} -> 200 {"recap_id": any, "clocks": [{"type": "c1", "starts_at": "2027-03-04T09:50"}]}
PATCH /exchanges/$short {"subject": "Suite"} -> 200 {"clocks": [{"type": "c1"}]}
PATCH /exchanges/$noted {"minutes": 5} -> 200 {"clocks": []}
# Noted as it begins, it ends later.
POST /exchanges {"client_id": nord, "channel": "video", "direction": "both", "minutes": 45} -> 201 live {"recap_id": null}
at 2027-03-04T11:14
GET /exchanges/$live -> 200 {"recap_id": null}
at 2027-03-04T11:15
GET /exchanges/$live -> 200 {"recap_id": any, "clocks": [{"type": "c1", "starts_at": "2027-03-04T11:15"}]}

# Moved, it ends elsewhere; cancelled, it never was.
POST /exchanges {"client_id": nord, "channel": "video", "direction": "both", "planned": true, "at": "2027-03-05T10:00", "minutes": 30} -> 201 moved
POST /exchanges {"client_id": nord, "channel": "video", "direction": "both", "planned": true, "at": "2027-03-05T10:00", "minutes": 30} -> 201 gone
POST /exchanges/$moved/move {"at": "2027-03-05T14:00"} -> 200
POST /exchanges/$gone/cancel {} -> 200
at 2027-03-05T12:00
GET /exchanges/$moved -> 200 {"recap_id": null}
at 2027-03-05T15:00
GET /exchanges/$moved -> 200 {"clocks": [{"type": "c1", "starts_at": "2027-03-05T14:30"}]}
GET /exchanges/$gone -> 200 {"recap_id": null, "clocks": []}
# It did not take place after all.
POST /exchanges/$moved/cancel {"reason": "grippe"} -> 200 {"record": {"clocks": []}}

# A time out of the frame, in which nothing was promised, is not written up.
POST /exchanges {"client_id": nord, "channel": "in_person", "direction": "both", "planned": true, "at": "2027-03-08T12:00", "minutes": 60} -> 201 lunch
POST /moments {"client_id": nord, "kind": "meetup", "title": "Un midi au marché", "exchange_id": lunch} -> 201
at 2027-03-08T13:00
GET /exchanges/$lunch -> 200 {"recap_id": null, "clocks": []}
cli doctor -> 0

# Something was promised there after all: that is written up.
POST /promises {"client_id": nord, "side": "us", "text": "Envoyer l'adresse du marché", "due": "2027-03-20",
  "source": {"type": "exchange", "id": lunch}} -> 201 address
GET /exchanges/$lunch -> 200 written {"clocks": [{"type": "c1", "due": "2027-03-09T13:00"}]}
GET /writings/$written.recap_id -> 200 {"promise_ids": [address]}
# Known as a meetup only once it was over: nothing is owed, either.
POST /exchanges {"client_id": nord, "channel": "in_person", "direction": "both", "planned": true, "at": "2027-03-09T12:00", "minutes": 60} -> 201 walk
at 2027-03-09T14:00
GET /exchanges/$walk -> 200 {"clocks": [{"type": "c1"}]}
POST /moments {"client_id": nord, "kind": "meetup", "title": "Une marche", "exchange_id": walk} -> 201
GET /exchanges/$walk -> 200 {"clocks": []}
cli doctor -> 0
