# A correction comes into the next version where it belongs, and both versions show it (conversation 18.4).
staff Karim, Tom
as karim
POST /clients {"name": "Dubé", "state": "active"} -> 201 dube
contact Denis of dube agrees
POST /exchanges {"client_id": dube, "channel": "phone", "direction": "both", "minutes": 5} -> 201 call
POST /promises {"client_id": dube, "side": "us", "text": "Envoyer le plan", "due": "2027-03-12"} -> 201 plan
POST /writings {"client_id": dube, "kind": "recap", "understood": {"facts": ["Le salon est le 20.", "Il y aura du vin."], "emotions": ["content"]},
  "body": "Bonjour.\nNous serons trois.", "next": "Nous envoyons le plan.", "questions": [{"text": "Qui filme ?"}, {"text": "Quel budget ?"}], "promise_ids": [plan]} -> 201 one
POST /writings/$one/send -> 200
GET /writings/$one -> 200 one

# line by line, with words of their own beside
as denis
POST /writings/$one.pub/correct {} -> 422 invalid {"fields": {"text": "missing"}}
POST /writings/$one.pub/correct {"corrections": []} -> 422 invalid {"fields": {"text": "missing"}}
POST /writings/$one.pub/correct {"corrections": [{"was": "Le salon est le 20."}]} -> 422 invalid {"fields": {"corrections": "missing"}}
POST /writings/$one.pub/correct {"corrections": [{"was": "x", "now": "y", "why": "z"}]} -> 422 invalid {"fields": {"corrections": "unknown"}}
POST /writings/$one.pub/correct {"corrections": "x"} -> 422 invalid {"fields": {"corrections": "bad_value"}}
PAGE /p/e/$one.pub -> 200
has "corrections.0.was"
FORM /a/writings/$one.pub/correct {"corrections.0.was": "Le salon est le 20.", "corrections.0.now": "Le salon est le 21.",
  "corrections.1.was": "Il y aura du vin.", "corrections.1.now": "", "corrections.2.was": "Envoyer le plan", "corrections.2.now": "Envoyer deux plans",
  "corrections.3.was": "Qui filme ?", "corrections.3.now": "Qui filme, et avec quoi ?", "text": "Et merci pour les fleurs."} -> 303
GET /writings/$one.pub -> 200 {"state": "corrected",
  "answer_text": "« Le salon est le 20. » : Le salon est le 21.\n« Envoyer le plan » : Envoyer deux plans\n« Qui filme ? » : Qui filme, et avec quoi ?\nEt merci pour les fleurs."}
as karim
GET /writings?state=draft -> 200 all {"items": [{"parent_id": one, "version": 2, "understood": {"facts": ["Le salon est le 21.", "Il y aura du vin."], "emotions": ["content"]},
  "body": "Bonjour.\nNous serons trois.", "questions": [{"text": "Qui filme, et avec quoi ?"}, {"text": "Quel budget ?"}], "promise_ids": [plan],
  "beside": "« Envoyer le plan » : Envoyer deux plans\nEt merci pour les fleurs."}]}
# what found no place stands beside, until it is taken in or put aside
PAGE /ecrit/$all.items.0.id -> 200
has "Et merci pour les fleurs."
has "<del>Le salon est le 20.</del>"
has "<ins>Le salon est le 21.</ins>"
read rev "name=\"rev\" value=\"(\\d+)\""
PAGE /ecrit/$one -> 200
has "<del>Le salon est le 20.</del>"
has "<ins>Le salon est le 21.</ins>"
FORM /a/writings/$all.items.0.id/compose {"rev": "$rev", "facts:lines": "Le salon est le 21.\nIl y aura du vin.", "emotions": "content",
  "body": "Bonjour.\nNous serons trois.", "what_now": "Nous envoyons le plan.", "questions:lines": "Qui filme, et avec quoi ?", "promise_ids:numbers": "$plan", "beside": ""} -> 303
GET /writings/$all.items.0.id -> 200 two {"beside": null, "questions": [{"text": "Qui filme, et avec quoi ?"}]}
PAGE /ecrit/$two -> 200
lacks "name=\"beside\""

# a draft changes nothing that they see; sent, they see what changed
as denis
PAGE /p/e/$one.pub -> 200
lacks "<ins>"
as karim
POST /writings/$two/send -> 200
as denis
PAGE /p/e/$two.pub -> 200
has "<del>Le salon est le 20.</del>"
has "<ins>Le salon est le 21.</ins>"
has "<del>Quel budget ?</del>"
lacks "Il y aura du vin.</ins>"
# a line of a longer text is a line; the whole of it is all of it; words alone are as before
POST /writings/$two.pub/correct {"corrections": [{"was": "Nous serons trois.", "now": "Nous serons quatre."}, {"was": "Nous envoyons le plan.", "now": "Vous envoyez le plan."},
  {"was": "content", "now": "ravi"}]} -> 200
as karim
GET /writings?state=draft -> 200 last {"items": [{"version": 3, "body": "Bonjour.\nNous serons quatre.", "next": "Vous envoyez le plan.", "understood": {"emotions": ["ravi"]}, "beside": null}]}
POST /writings/$last.items.0.id/send -> 200
POST /writings/$last.items.0.id/correct {"exchange_id": call, "contact_id": denis, "text": "Enfin, trois."} -> 200
GET /writings?state=draft -> 200 {"items": [{"version": 4, "beside": "Enfin, trois.", "body": "Bonjour.\nNous serons quatre."}]}
as claire
cli doctor -> 0

# a colleague whom they read as "we" is found under "we"
as karim
POST /matters {"client_id": dube, "title": "Une tache", "cause": "us", "our_part": "Nous avons couru."} -> 201 stain
POST /matters/$stain/tell {"exchange_id": call} -> 200
POST /writings {"client_id": dube, "kind": "problem", "about": {"type": "matter", "id": stain}, "understood": {"facts": ["Tom a couru."], "emotions": ["déçu"]}} -> 201 note
POST /writings/$note/send -> 200
GET /writings/$note -> 200 note
as denis
GET /writings/$note.pub -> 200 {"understood": {"facts": ["Nous a couru."]}}
POST /writings/$note.pub/correct {"corrections": [{"was": "Nous a couru.", "now": "Vous avez couru."}]} -> 200
as karim
GET /writings?kind=problem&state=draft -> 200 {"items": [{"understood": {"facts": ["Vous avez couru."]}, "beside": null}]}
