# Drafts make nothing visible (conversation 18.1): what the notes announce is made when it leaves, goes
# with the draft, and says from the start what is missing (18.5); what is asked saves first (18.2).
staff Karim, Inès
as karim
POST /clients {"name": "Café Lune", "state": "active"} -> 201 lune
contact Louise of lune agrees
POST /exchanges {"client_id": lune, "channel": "in_person", "direction": "both", "at": "2027-03-01T07:30", "minutes": 20, "text": "ICI"} -> 201 talk
PATCH /writings/$talk.recap_id {"notes": "> Inès : envoyer le plan, 12 mars\n< Louise : les visuels, 15 mars\n? combien d'invités\n! salle A ou salle B",
  "understood": {"facts": ["Le vernissage est le 20."], "emotions": ["contente"]}} -> 200
  {"announces": [{"mark": ">", "text": "envoyer le plan", "person_id": ines}, {"mark": "<", "text": "les visuels", "person_id": louise}, {}, {}]}
POST /writings {"client_id": lune, "kind": "recap", "notes": "x"} -> 422 invalid {"fields": {"notes": "not_settable"}}
PATCH /writings/$talk.recap_id {"announces": []} -> 422 invalid {"fields": {"announces": "not_settable"}}

# nobody sees any of it, no day passes for it, nothing counts it
at 2027-03-16T09:00
PATCH /writings/$talk.recap_id {"notes": "> Inès : envoyer le plan, 12 mars 2027\n< Louise : les visuels, 15 mars 2027"} -> 200
PAGE /ecrit/$talk.recap_id?relire=1 -> 200
has "cela demande quelque chose de nouveau au client"
GET /promises -> 200 {"items": []}
GET /matters -> 200 {"items": []}
GET /today -> 200 {"rows": [{"key": "c1:exchange:1"}, ...]}
GET /clients/$lune/say_do -> 200 {"us": {"n": 0}, "client": {"n": 0}}
as louise
GET /portal -> 200 {"we_owe_you": [], "you_owe_us": []}
as karim
# thrown away, it was never there
POST /writings/$talk.recap_id/discard -> 200
GET /promises -> 200 {"items": []}
GET /decisions -> 200 {"items": []}

# sent, each line is what it announced; a duty of theirs makes that only a yes counts
POST /exchanges {"client_id": lune, "channel": "video", "direction": "both", "at": "2027-03-16T08:00", "minutes": 20} -> 201 again
PATCH /writings/$again.recap_id {"notes": "Elle hésite.\n> Inès : le plan, 12 avril\n< les visuels, 15 avril\n? combien d'invités\n! salle A ou salle B\n> Zoé : venir, lundi",
  "questions": [{"text": "Qui filme ?"}], "body": "Bonjour."} -> 200
PAGE /ecrit/$again.recap_id?relire=1 -> 200
has "cela demande quelque chose de nouveau au client"
POST /writings/$again.recap_id/send -> 200 {"record": {"explicit_only": true, "explicit_why": ["new_duty"], "announces": [],
  "questions": [{"text": "Qui filme ?"}, {"text": "combien d'invités"}]},
  "created": [{"kind": "promise"}, {"kind": "promise"}, {"kind": "decision"}, {"kind": "promise"}]}
GET /promises?client_id=$lune -> 200 {"items": [{"text": "le plan", "due": "2027-04-12", "person_id": ines, "shared": true, "source": {"type": "exchange", "id": again}},
  {"side": "client", "text": "les visuels", "due": "2027-04-15", "person_id": null}, {"text": "Zoé : venir", "due": "2027-03-22", "person_id": karim}]}
GET /decisions?client_id=$lune -> 200 {"items": [{"about": "preference", "question": "salle A ou salle B", "state": "draft"}]}
GET /exchanges/$again -> 200 {"text": "Elle hésite.\n✓ Inès : le plan, 12 avril\n✓ les visuels, 15 avril\n✓ combien d'invités\n✓ salle A ou salle B\n✓ Zoé : venir, lundi"}
cli doctor -> 0
# taken back within the minute, they are drafts again, with the notes as they were typed
as karim
POST /writings/$again.recap_id/take_back -> 200 {"record": {"state": "draft", "promise_ids": [], "questions": [{"text": "Qui filme ?"}],
  "announces": [{"text": "le plan", "person_id": ines}, {"text": "les visuels"}, {"text": "combien d'invités"}, {"text": "salle A ou salle B"}, {"text": "Zoé : venir", "due": "2027-03-22"}]}}
GET /promises?client_id=$lune -> 200 {"items": []}
GET /decisions?client_id=$lune -> 200 {"items": []}
GET /exchanges/$again -> 200 {"text": "Elle hésite.\n> Inès : le plan, 12 avril\n< les visuels, 15 avril\n? combien d'invités\n! salle A ou salle B\n> Zoé : venir, lundi"}
cli doctor -> 0
# not once a colleague leaned on one of them
POST /writings/$again.recap_id/send -> 200
GET /promises?client_id=$lune -> 200 kept {"items": [{}, {}, {}]}
as ines
POST /promises/$kept.items.0.id/on_track -> 200
as karim
POST /writings/$again.recap_id/take_back -> 409 leaned_on
GET /promises?client_id=$lune -> 200 {"items": [{}, {}, {}]}
# corrected, the next version has them once
as louise
GET /writings -> 200 hers {"items": [{}]}
POST /writings/$hers.items.0.id/correct {"text": "Le 16."} -> 200
as karim
GET /writings?state=draft -> 200 next {"items": [{"promise_ids": [any, any, any], "announces": []}]}
POST /writings/$next.items.0.id/send -> 200
GET /promises?client_id=$lune -> 200 {"items": [{}, {}, {}]}

# too many at once, or too long for what they would be
POST /writings {"client_id": lune, "kind": "recap", "body": "Bonjour."} -> 201 more
PATCH /writings/$more {"notes": "? a\n? b\n? c\n? d\n? e\n? f\n? g\n? h\n? i\n? j\n? k\n? l\n? m\n? n\n? o\n? p\n? q\n? r\n? s\n? t\n? u\n? v\n? w\n? x\n? y\n? z\n? aa\n? bb\n? cc\n? dd"} -> 200
PATCH /writings/$more {"notes": "? a\n? b\n? c\n? d\n? e\n? f\n? g\n? h\n? i\n? j\n? k\n? l\n? m\n? n\n? o\n? p\n? q\n? r\n? s\n? t\n? u\n? v\n? w\n? x\n? y\n? z\n? aa\n? bb\n? cc\n? dd\n? ee"} -> 422 invalid {"fields": {"notes": "too_long"}}

# all that an agreement misses, at once, each with its door
POST /mandates {"client_id": lune, "title": "Site", "need": "Vendre."} -> 201 site
POST /writings {"client_id": lune, "mandate_id": site, "kind": "entente", "body": "Notre entente."} -> 201 deal
PAGE /ecrit/$deal -> 200
has "comment nous nous y prendrons"
has "pour quand"
has "à quel prix"
has "et le cadre ?"
has "/mandat/$site"
PAGE /ecrit/$deal?relire=1 -> 200
has "et le cadre ?"

# "what they will read" is that, with our part, in their language, whoever of us looks
POST /clients {"name": "Harbour", "state": "active", "lang": "en"} -> 201 harbour
POST /people {"name": "Margaret Hill", "email": "margaret@client.example", "role": "contact", "client_id": harbour, "lang": "en", "can_agree": true} -> 201 margaret
POST /matters {"client_id": harbour, "title": "The cards", "cause": "us", "our_part": "We printed before the proof."} -> 201 cards
POST /exchanges {"client_id": harbour, "channel": "phone", "direction": "both", "minutes": 5} -> 201 call
POST /matters/$cards/tell {"exchange_id": call} -> 200
POST /matters/$cards/call_sheet {"exchange_id": call, "worries_most": "The rehearsal."} -> 200
GET /writings?client_id=$harbour -> 200 sheet {"items": [{"understood": {"facts": ["Ce qui vous inquiète le plus : The rehearsal."]}}]}
PATCH /writings/$sheet.items.0.id {"understood": {"facts": ["Inès saw it."], "emotions": ["worried"]}, "questions": [],
  "notes": "> print them again, 2027-03-20"} -> 200
PAGE /ecrit/$sheet.items.0.id?relire=1 -> 200
has "Our part"
has "We printed before the proof."
has "We saw it."
has "print them again"
read letter "<article class=\"letter\" lang=\"en\">\\s*<p class=\"lead\">[^<]*</p>\\s*((?:.|\\n)*?)\\s*<p class=\"signed\">"
POST /writings/$sheet.items.0.id/send -> 200
GET /writings/$sheet.items.0.id -> 200 sent
PAGE /p/e/$sent.pub?client_id=$harbour -> 200
holds letter

# put to the client: what is on the screen is kept first, whatever is answered
POST /decisions {"client_id": lune, "about": "preference", "question": "Quelle salle ?"} -> 201 room
PAGE /decision/$room -> 200
has "value=\"ask\""
FORM /a/decisions/$room/patch {"then": "ask", "question": "Quelle salle, et quand ?", "options.0.label": "La grande"} -> 409
has "Une seule solution n’est pas un choix"
has "/decision/$room"
GET /decisions/$room -> 200 {"state": "draft", "question": "Quelle salle, et quand ?", "options": [{"label": "La grande"}]}
FORM /a/decisions/$room/patch {"then": "ask", "question": "Quelle salle ?", "options.0.label": "La grande", "options.1.label": "La petite"} -> 303
header Location "/decision/$room?fait=decision.ask:$room"
GET /decisions/$room -> 200 {"state": "asked"}

# the same of what was found after a stumble
POST /moments {"kind": "setback", "client_id": lune, "title": "Affiches floues"} -> 201 back
PAGE /moment/$back -> 200
has "form=\"finds\""
FORM /a/moments/$back/patch {"then": "done", "findings:lines": "Le fichier n'avait pas de gardien", "asked.done_on": "2027-03-15"} -> 409
GET /moments/$back -> 200 {"findings": ["Le fichier n'avait pas de gardien"], "done_on": null}
POST /promises {"side": "us", "text": "Nommer un gardien", "due": "2027-05-20", "shared": false, "source": {"type": "moment", "id": back}} -> 201
FORM /a/moments/$back/patch {"then": "done", "findings:lines": "Le fichier n'avait pas de gardien\nNi de relais", "asked.done_on": "2027-03-15"} -> 303
GET /moments/$back -> 200 {"findings": ["Le fichier n'avait pas de gardien", "Ni de relais"], "done_on": "2027-03-15"}
