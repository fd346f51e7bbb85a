# Composing a recap beside the notes of the talk: marked lines are done, all or none.
staff Karim
as karim
POST /clients {"name": "Café Lune", "state": "active", "responsible_id": karim} -> 201 lune
contact Louise of lune agrees
at 2027-03-02T15:10
POST /exchanges {"client_id": lune, "channel": "in_person", "direction": "both", "at": "2027-03-02T14:00",
  "minutes": 60, "text": "Elle craint que le samedi tombe à plat."} -> 201 talk
GET /exchanges/$talk -> 200 as talk
PAGE /ecrit/$talk.recap_id -> 200
has "Elle craint que le samedi tombe à plat."
has "Ce que nous avons compris"
read rev "name=\"rev\" value=\"(\\d+)\""

# a promise without its day: nothing at all is kept
FORM /a/writings/$talk.recap_id/compose {"rev": "$rev",
  "notes": "? combien de tables\n> envoyer le plan", "facts:lines": "Le samedi compte"} -> 422
has "« envoyer le plan » : pour quand ?"
GET /writings/$talk.recap_id -> 200 {"understood": {"facts": []}, "questions": []}
GET /promises?client_id=$lune -> 200 {"items": []}

# with it, each line becomes what it says, and is marked as taken
FORM /a/writings/$talk.recap_id/compose {"rev": "$rev",
  "notes": "Elle craint le samedi.\n> Karim : envoyer le plan, vendredi\n< les photos, 12 mars\n? combien de tables\n! salle A ou B",
  "facts:lines": "Le samedi compte\nElle veut du monde", "emotions": "inquiète, pressée",
  "what_now": "Karim envoie le plan.", "questions:lines": "Qui filme ?"} -> 303
header Location "/ecrit/$talk.recap_id?fait=writing.patch:$talk.recap_id"
GET /promises?client_id=$lune -> 200 {"items": [
  {"side": "us", "text": "envoyer le plan", "due": "2027-03-05", "person_id": karim,
   "source": {"type": "exchange", "id": talk}},
  {"side": "client", "text": "les photos", "due": "2027-03-12"}]}
GET /decisions?client_id=$lune -> 200 {"items": [{"question": "salle A ou B", "state": "draft"}]}
GET /writings/$talk.recap_id -> 200 {"understood": {"facts": ["Le samedi compte", "Elle veut du monde"],
  "emotions": ["inquiète", "pressée"]}, "next": "Karim envoie le plan.",
  "questions": [{"text": "Qui filme ?"}, {"text": "combien de tables"}]}
GET /exchanges/$talk -> 200
has "✓ Karim : envoyer le plan, vendredi"

# somebody else has kept it since: look again
FORM /a/writings/$talk.recap_id/compose {"rev": "$rev", "notes": "> tout refaire, vendredi"} -> 412
# kept again, nothing is done twice; what is unticked is left out
PAGE /ecrit/$talk.recap_id -> 200
read rev "name=\"rev\" value=\"(\\d+)\""
has "envoyer le plan"
FORM /a/writings/$talk.recap_id/compose {"rev": "$rev", "then": "read",
  "notes": "Elle craint le samedi.\n✓ Karim : envoyer le plan, vendredi", "facts:lines": "Le samedi compte",
  "emotions": "inquiète"} -> 303
header Location "/ecrit/$talk.recap_id?relire=1&fait=writing.patch:$talk.recap_id"
GET /writings/$talk.recap_id -> 200 {"promise_ids": [], "questions": []}

# read once as the client will, then sent; what silence means stands above it
PAGE /ecrit/$talk.recap_id?relire=1 -> 200
has "votre silence ne vaut pas accord"
has "Le samedi compte"
FORM /a/writings/$talk.recap_id/send -> 303
PAGE /ecrit/$talk.recap_id -> 200
lacks "name=\"notes\""
has "Le samedi compte"
PAGE /c/$lune -> 200
has "/ecrit/$talk.recap_id"
FORM /a/writings/$talk.recap_id/compose {"rev": "$rev", "facts:lines": "autre"} -> 412
as louise
PAGE /ecrit/$talk.recap_id -> 404
FORM /a/writings/$talk.recap_id/compose {"rev": "1"} -> 404
