# The problem page leads one step at a time: the step now says what is to be done.
firm lang=en
staff Karim
as karim
POST /clients {"name": "Maison Tremblay", "state": "active"} -> 201 tremblay
contact Rose of tremblay agrees
at 2027-03-01T10:00
POST /matters {"client_id": tremblay, "title": "The paper is missing", "cause": "us"} -> 201 paper
PAGE /probleme/$paper -> 200
has "Tell them, by voice"
has "href=\"/probleme/$paper/appel\""
has "First time: never before a problem with this client."
lacks "Understand together"

# Nothing moves on the call sheet; whom they must convince is asked once.
PAGE /probleme/$paper/appel -> 200
has "Let them finish. Silence speaks too."
has "name=\"worries_most\""
has "name=\"audience\""
POST /insights {"client_id": tremblay, "question": "audience", "text": "her board, on the 12th"} -> 201 board
PAGE /probleme/$paper/appel -> 200
lacks "name=\"audience\""
has "her board, on the 12th"

POST /exchanges {"client_id": tremblay, "channel": "email", "direction": "out"} -> 201 mail
POST /matters/$paper/tell {"exchange_id": mail} -> 200
PAGE /probleme/$paper -> 200
has "Told in writing; it is still owed by voice."
POST /exchanges {"client_id": tremblay, "channel": "phone", "direction": "both", "contact_ids": [rose]} -> 201 call
POST /matters/$paper/speak {"exchange_id": call} -> 200
PAGE /probleme/$paper -> 200
has "Understand together"
has "And on our side? One sentence about our part, and the note can go."
has "Write what we understood"

PATCH /matters/$paper {"our_part": "It is the fault of the printer"} -> 200
PAGE /probleme/$paper -> 200
lacks "And on our side? One sentence"
PATCH /matters/$paper {"our_part": "We did not check the stock."} -> 200
POST /writings {"client_id": tremblay, "kind": "problem", "about": {"type": "matter", "id": paper},
  "understood": {"facts": ["There is no paper"], "emotions": ["worried"]}, "next": "Two ways tomorrow."} -> 201 note
POST /writings/$note/send {} -> 200
PAGE /probleme/$paper -> 200
has "The client has not confirmed yet what we understood. In writing: "
as rose
POST /writings/$note.pub/confirm {} -> 200
as karim
PAGE /probleme/$paper -> 200
has "Propose possible ways"
has "/decision?about=problem&amp;about_id=$paper"
has "Best decided before"

# Options are written with the audience beside what they change.
PAGE /decision?about=problem&about_id=$paper -> 200
has "Does it help them convince: her board, on the 12th?"
has "name=\"options.0.pros:lines\""
PAGE /decision?about=problem&about_id=999 -> 404
POST /decisions {"client_id": tremblay, "about": "problem", "about_id": paper, "question": "How do we repair it?", "options": [
  {"label": "Wait", "pros": ["cheap"], "cons": ["late"], "gives_up_us": "our summer"},
  {"label": "Another paper", "pros": ["in time"], "cons": ["dearer"], "price_change_cents": 45000,
   "promises": [{"side": "client", "text": "Approve the sample", "due": "2027-03-03"}]}]} -> 201 ways
PAGE /decision/$ways -> 200
has "name=\"options.1.label\""
has "1 for, 1 against"
POST /decisions/$ways/ask {} -> 200
PAGE /decision/$ways -> 200
has "What we would give up"
has "And on our side?"
has "450 CAD more"
PAGE /probleme/$paper -> 200
has "Let them choose"
as rose
POST /decisions/$ways.pub/choose {"n": 1} -> 200
as karim
PAGE /probleme/$paper -> 200
has "Do what was chosen"
has "Approve the sample"
PAGE /decision/$ways -> 200
has "Chosen by the client"
lacks "For you alone"
GET /promises?client_id=$tremblay&state=open -> 200 open
POST /promises/$open.items.0.id/done {} -> 200
at 2027-03-08T10:00
PAGE /probleme/$paper -> 200
has "Check with them"
has "It is their first problem with us: check it by voice."
has "Asked since"
POST /exchanges {"client_id": tremblay, "channel": "phone", "direction": "both", "contact_ids": [rose]} -> 201 asked
POST /ratings {"about": "matter", "about_id": paper, "value": 2, "by": rose, "exchange_id": asked,
  "felt": {"understood": "no"}, "text": "Still late."} -> 201
PAGE /probleme/$paper -> 200
has "Not excellent yet"
has "2 of 5"
# E9: the last time they were let down stays in sight, and how it was repaired.
PAGE /c/$tremblay -> 200
has "2 of 5 for “The paper is missing”"
has "Not repaired yet."
has "understood: 0 of 1"
PAGE /auj -> 200
has "somebody did not feel understood. Call them."
