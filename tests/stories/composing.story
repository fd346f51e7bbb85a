# Composing a recap beside the notes of the talk: what marked lines announce, all that is
# still missing, what two people typed at once.
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
has "maxlength=\"200200\""
# what misses is said from the start
has "Avant qu’il puisse partir"
has "Il n’y a encore rien"
has "/ecrit/$talk.recap_id#words"
read rev "name=\"rev\" value=\"(\\d+)\""

# what the notes of the talk announce is said before they are first kept
POST /exchanges {"client_id": lune, "channel": "phone", "direction": "in", "minutes": 30, "at": "2027-03-02T13:00",
  "text": "Elle rappelle.\n> rendre les clés, vendredi"} -> 201 rang
PAGE /ecrit/$rang.recap_id -> 200
has "<span class=\"quiet\">nous promettons</span> rendre les clés"
POST /writings/$rang.recap_id/discard -> 200

# a promise without its day: kept as it was typed, and said to miss
FORM /a/writings/$talk.recap_id/compose {"rev": "$rev",
  "notes": "? combien de tables\n> envoyer le plan", "facts:lines": "Le samedi compte"} -> 303
PAGE /ecrit/$talk.recap_id -> 200
has "&gt; envoyer le plan"
has "« envoyer le plan » : pour quand ?"
has "/ecrit/$talk.recap_id#notes"
lacks "Il n’y a encore rien"
read rev "name=\"rev\" value=\"(\\d+)\""
POST /writings/$talk.recap_id/send -> 409 when_missing {"where": "/ecrit/$talk.recap_id#notes"}
GET /promises?client_id=$lune -> 200 {"items": []}

# with it, each line says on the page what it will be, and is nothing yet
FORM /a/writings/$talk.recap_id/compose {"rev": "$rev",
  "notes": "Elle craint le samedi.\n> Karim : envoyer le plan, vendredi\n< les photos, 12 mars\n? combien de tables\n! salle A ou B",
  "facts:lines": "Le samedi compte\nElle veut du monde", "emotions": "inquiète, pressée",
  "what_now": "Karim envoie le plan.", "questions:lines": "Qui filme ?"} -> 303
header Location "/ecrit/$talk.recap_id?fait=writing.patch:$talk.recap_id"
GET /promises?client_id=$lune -> 200 {"items": []}
GET /decisions?client_id=$lune -> 200 {"items": []}
GET /writings/$talk.recap_id -> 200 {"understood": {"facts": ["Le samedi compte", "Elle veut du monde"],
  "emotions": ["inquiète", "pressée"]}, "next": "Karim envoie le plan.", "questions": [{"text": "Qui filme ?"}],
  "notes": "Elle craint le samedi.\n> Karim : envoyer le plan, vendredi\n< les photos, 12 mars\n? combien de tables\n! salle A ou B",
  "announces": [{"mark": ">", "text": "envoyer le plan", "side": "us", "due": "2027-03-05", "person_id": karim},
    {"mark": "<", "text": "les photos", "side": "client", "due": "2027-03-12", "person_id": null},
    {"mark": "?", "text": "combien de tables", "side": null, "due": null}, {"mark": "!", "text": "salle A ou B"}]}
GET /exchanges/$talk -> 200 {"text": "Elle craint que le samedi tombe à plat."}
PAGE /ecrit/$talk.recap_id -> 200
has "vendredi 5 mars"
lacks "Avant qu’il puisse partir"

# somebody else has kept it since: nothing is put back, both stand there, and may be kept
FORM /a/writings/$talk.recap_id/compose {"rev": "$rev", "notes": "> tout refaire, vendredi", "what_now": "Tout est à refaire."} -> 412
has "Quelqu’un l’a modifié entre-temps"
has "<del>Karim envoie le plan.</del>"
has "<ins>Tout est à refaire.</ins>"
has ">Tout est à refaire.</textarea>"
has "&gt; tout refaire, vendredi"
GET /writings/$talk.recap_id -> 200 {"next": "Karim envoie le plan."}
# refused, what was typed stands where it was typed
PAGE /ecrit/$talk.recap_id -> 200
read rev "name=\"rev\" value=\"(\\d+)\""
FORM /a/writings/$talk.recap_id/compose {"rev": "$rev", "facts:lines": "SENTINELLE-TAPEE", "emotions": long(101)} -> 422
has "SENTINELLE-TAPEE"
has "prend trop de place"
GET /writings/$talk.recap_id -> 200 {"understood": {"facts": ["Le samedi compte", "Elle veut du monde"]}}

# kept again on another day, "Friday" stays the one that was meant
at 2027-03-08T09:00
FORM /a/writings/$talk.recap_id/compose {"rev": "$rev", "then": "read",
  "notes": "> Karim : envoyer le plan, vendredi\n> rappeler vendredi\n? Qui filme ?", "facts:lines": "Le samedi compte", "emotions": "inquiète",
  "questions:lines": "Qui filme ?"} -> 303
header Location "/ecrit/$talk.recap_id?relire=1&fait=writing.patch:$talk.recap_id"
GET /writings/$talk.recap_id -> 200 {"promise_ids": [], "questions": [{"text": "Qui filme ?"}],
  "announces": [{"due": "2027-03-05"}, {"text": "rappeler", "due": "2027-03-12", "person_id": karim}, {"text": "Qui filme ?"}]}

# read once as the client will, word for word, then sent; what silence means stands above it
PAGE /ecrit/$talk.recap_id?relire=1 -> 200
has "votre silence ne vaut pas accord"
has "Le samedi compte"
has "rappeler"
read letter "<article class=\"letter\" lang=\"fr\">\\s*<p class=\"lead\">[^<]*</p>\\s*((?:.|\\n)*?)\\s*<p class=\"signed\">"
FORM /a/writings/$talk.recap_id/send -> 303
GET /promises?client_id=$lune -> 200 {"items": [
  {"side": "us", "text": "envoyer le plan", "due": "2027-03-05", "person_id": karim, "source": {"type": "exchange", "id": talk}},
  {"side": "us", "text": "rappeler", "due": "2027-03-12", "person_id": karim, "source": {"type": "exchange", "id": talk}}]}
GET /writings/$talk.recap_id -> 200 sent {"announces": [], "questions": [{"text": "Qui filme ?"}], "promise_ids": [1, 2]}
GET /exchanges/$talk -> 200
has "✓ Karim : envoyer le plan, vendredi"
PAGE /p/e/$sent.pub?client_id=$lune -> 200
holds letter
PAGE /ecrit/$talk.recap_id -> 200
lacks "name=\"notes\""
holds letter
PAGE /c/$lune -> 200
has "/ecrit/$talk.recap_id"
# what was typed while it left is not lost
FORM /a/writings/$talk.recap_id/compose {"rev": "$rev", "facts:lines": "autre"} -> 412
has "<ins>autre</ins>"
PATCH /writings/$talk.recap_id {"notes": "> encore, vendredi"} -> 409 writing_sent
as louise
POST /writings/$sent.pub/confirm -> 200
PAGE /p/e/$sent.pub -> 200
holds letter
GET /writings/$sent.pub -> 200 {"notes": absent, "announces": absent, "beside": absent}
PAGE /ecrit/$talk.recap_id -> 404
FORM /a/writings/$talk.recap_id/compose {"rev": "1"} -> 404
as claire
cli doctor -> 0
