# conversation 17.6: two people on one record; what a colleague changed is shown, never put back
staff Karim, Inès
as karim
POST /clients {"name": "Café Lune", "state": "active"} -> 201 lune
contact Louise of lune agrees
POST /mandates {"client_id": lune, "title": "Vitrine", "need": "Que le quartier vienne.", "how": "Trois visites.", "price_cents": 120000} -> 201 shop
PAGE /mandat/$shop -> 200
read rev "name=\"rev\" value=\"(\\d+)\""
read was "name=\"was\" value=\"([^\"]*)\""
as ines
PATCH /mandates/$shop {"how": "LE-COMMENT-DE-INES", "price_cents": 150000, "strategy": "Doucement."} -> 200 now

# what only one of both touched stays as that one left it; what both did stands side by side
as karim
FORM /a/mandates/$shop/patch {"rev": "$rev", "was": "$was", "title": "Vitrine", "need": "LE-BESOIN-DE-KARIM", "how": "LE-COMMENT-DE-KARIM",
  "price_cents": "1200", "strategy": "", "next": "/mandat/$shop"} -> 412
has "LE-BESOIN-DE-KARIM</textarea>"
has "LE-COMMENT-DE-KARIM</textarea>"
has "C’est maintenant écrit :</p><blockquote>LE-COMMENT-DE-INES</blockquote>"
has "name=\"price_cents\" value=\"1500\""
has "Doucement."
lacks "<blockquote>1500"
lacks "<blockquote>Que le quartier"
read rev2 "name=\"rev\" value=\"(\\d+)\""
read was2 "name=\"was\" value=\"([^\"]*)\""
GET /mandates/$shop -> 200 {"need": "Que le quartier vienne.", "how": "LE-COMMENT-DE-INES", "price_cents": 150000}
# whoever has seen both may send theirs
FORM /a/mandates/$shop/patch {"rev": "$rev2", "was": "$was2", "title": "Vitrine", "need": "LE-BESOIN-DE-KARIM", "how": "LE-COMMENT-DE-KARIM",
  "price_cents": "1500", "strategy": "Doucement.", "next": "/mandat/$shop"} -> 303
GET /mandates/$shop -> 200 {"need": "LE-BESOIN-DE-KARIM", "how": "LE-COMMENT-DE-KARIM", "price_cents": 150000, "strategy": "Doucement."}
FORM /a/mandates/$shop/patch {"rev": "$rev2", "title": "Encore"} -> 412

# a list, a choice and a tick are compared like texts
POST /exchanges {"client_id": lune, "channel": "phone", "direction": "in", "minutes": 4, "text": "Elle hésite."} -> 201 call
PAGE /echange/$call -> 200
read rev "name=\"rev\" value=\"(\\d+)\""
read was "name=\"was\" value=\"([^\"]*)\""
as ines
PATCH /exchanges/$call {"subject": "LE-SUJET-DE-INES", "emotions": ["inquiète"]} -> 200
as karim
FORM /a/exchanges/$call/patch {"rev": "$rev", "was": "$was", "subject": "", "text": "Elle hésite, puis dit oui.", "emotions": "", "minutes": "4"} -> 412
has "value=\"LE-SUJET-DE-INES\""
has "value=\"inquiète\""
has "Elle hésite, puis dit oui.</textarea>"

# a draft composed by two
at 2027-03-02T15:10
POST /exchanges {"client_id": lune, "channel": "in_person", "direction": "both", "at": "2027-03-02T14:00", "minutes": 60, "text": "ICI"} -> 201 talk
PATCH /writings/$talk.recap_id {"understood": {"facts": ["Le vernissage est le 20."], "emotions": ["contente"]}, "next": "Nous envoyons le plan."} -> 200
PAGE /ecrit/$talk.recap_id -> 200
read rev "name=\"rev\" value=\"(\\d+)\""
as ines
PATCH /writings/$talk.recap_id {"next": "LA-SUITE-DE-INES"} -> 200
as karim
FORM /a/writings/$talk.recap_id/compose {"rev": "$rev", "notes": "ICI", "facts:lines": "FAIT-DE-KARIM", "emotions": "contente",
  "what_now": "LA-SUITE-DE-KARIM", "promise_ids:numbers": "", "questions:lines": "", "then": "read"} -> 412
has "LA-SUITE-DE-INES"
has "LA-SUITE-DE-KARIM</textarea>"
has "FAIT-DE-KARIM"
GET /writings/$talk.recap_id -> 200 {"next": "LA-SUITE-DE-INES"}

# … and sent again after that, what the sender had not touched stays as the colleague left it
PATCH /writings/$talk.recap_id {"notes": "Des notes.", "understood": {"facts": ["Le vernissage est le 20."], "emotions": ["contente"]},
  "questions": [{"text": "Qui filme ?"}], "next": "Nous envoyons le plan."} -> 200
PAGE /ecrit/$talk.recap_id -> 200
read rev "name=\"rev\" value=\"(\\d+)\""
read was "name=\"was\" value=\"([^\"]*)\""
as ines
PATCH /writings/$talk.recap_id {"notes": "NOTES-DE-INES", "understood": {"facts": ["LE-FAIT-DE-INES"], "emotions": ["contente"]},
  "questions": [{"text": "LA-QUESTION-DE-INES"}], "next": "LA-SUITE-DE-INES"} -> 200
as karim
FORM /a/writings/$talk.recap_id/compose {"rev": "$rev", "was": "$was", "notes": "NOTES-DE-KARIM", "facts:lines": "Le vernissage est le 20.",
  "emotions": "contente, pressée", "what_now": "LA-SUITE-DE-KARIM", "promise_ids:numbers": "", "questions:lines": "Qui filme ?", "then": ""} -> 412
has "LE-FAIT-DE-INES</textarea>"
has "LA-QUESTION-DE-INES</textarea>"
has "LA-SUITE-DE-KARIM</textarea>"
has "<del>LA-SUITE-DE-INES</del>"
has "NOTES-DE-KARIM</textarea>"
has "C’est maintenant écrit :</p><blockquote class=\"words\">NOTES-DE-INES</blockquote>"
has "value=\"contente, pressée\""
read rev "name=\"rev\" value=\"(\\d+)\""
read was "name=\"was\" value=\"([^\"]*)\""
FORM /a/writings/$talk.recap_id/compose {"rev": "$rev", "was": "$was", "notes": "NOTES-DE-KARIM", "facts:lines": "LE-FAIT-DE-INES",
  "emotions": "contente, pressée", "what_now": "LA-SUITE-DE-KARIM", "promise_ids:numbers": "", "questions:lines": "LA-QUESTION-DE-INES", "then": ""} -> 303
GET /writings/$talk.recap_id -> 200 {"notes": "NOTES-DE-KARIM", "understood": {"facts": ["LE-FAIT-DE-INES"], "emotions": ["contente", "pressée"]},
  "questions": [{"text": "LA-QUESTION-DE-INES"}], "next": "LA-SUITE-DE-KARIM"}
# a body suggested the first time is kept, unless a colleague wrote another one meanwhile
POST /writings {"client_id": lune, "kind": "welcome"} -> 201 hello
PAGE /ecrit/$hello -> 200
read rev "name=\"rev\" value=\"(\\d+)\""
read was "name=\"was\" value=\"([^\"]*)\""
read body "<textarea name=\"body\"[^>]*>([^<]*)<"
as ines
PATCH /writings/$hello {"body": "LE-MOT-DE-INES"} -> 200
as karim
FORM /a/writings/$hello/compose {"rev": "$rev", "was": "$was", "body": "$body", "then": ""} -> 412
has "LE-MOT-DE-INES</textarea>"
POST /writings {"client_id": lune, "kind": "welcome"} -> 201 again
PAGE /ecrit/$again -> 200
read rev "name=\"rev\" value=\"(\\d+)\""
read was "name=\"was\" value=\"([^\"]*)\""
FORM /a/writings/$again/compose {"rev": "$rev", "was": "$was", "body": "$body", "then": ""} -> 303
GET /writings/$again -> 200 {"body": "$body"}

# … nor is what was empty when it was opened, and is not any more
POST /exchanges {"client_id": lune, "channel": "phone", "direction": "out", "at": "2027-03-02T13:00", "minutes": 30, "text": "ICI"} -> 201 rang
PAGE /ecrit/$rang.recap_id -> 200
read rev "name=\"rev\" value=\"(\\d+)\""
read was "name=\"was\" value=\"([^\"]*)\""
as ines
PATCH /writings/$rang.recap_id {"understood": {"facts": ["LE-FAIT-DE-INES"], "emotions": ["contente"]}} -> 200
as karim
FORM /a/writings/$rang.recap_id/compose {"rev": "$rev", "was": "$was", "notes": "ICI", "facts:lines": "", "emotions": "",
  "what_now": "LA-SUITE-DE-KARIM", "promise_ids:numbers": "", "questions:lines": "", "then": ""} -> 412
has "LE-FAIT-DE-INES</textarea>"
has "value=\"contente\""
has "LA-SUITE-DE-KARIM</textarea>"

# our part stands in the problem: changed there meanwhile, it is not put back from here
POST /matters {"client_id": lune, "nature": "problem", "title": "Le kakémono", "our_part": "Nous avons tardé."} -> 201 stand
POST /exchanges {"client_id": lune, "channel": "phone", "direction": "out", "minutes": 4} -> 201 told
POST /matters/$stand/tell {"exchange_id": told} -> 200
POST /matters/$stand/call_sheet {"exchange_id": told, "what_happened": "Il manque."} -> 200 sheet
GET /writings/5 -> 200 ours
PAGE /ecrit/$ours -> 200
read rev "name=\"rev\" value=\"(\\d+)\""
read was "name=\"was\" value=\"([^\"]*)\""
as ines
PATCH /matters/$stand {"our_part": "LA-PART-DE-INES"} -> 200
as karim
FORM /a/writings/$ours/compose {"rev": "$rev", "was": "$was", "facts:lines": "Il manque.", "our_part": "Nous avons tardé.", "then": ""} -> 303
GET /matters/$stand -> 200 {"our_part": "LA-PART-DE-INES"}
PAGE /ecrit/$ours -> 200
read rev "name=\"rev\" value=\"(\\d+)\""
FORM /a/writings/$ours/compose {"rev": "$rev", "was": "$was", "facts:lines": "Il manque.", "our_part": "LA-PART-DE-KARIM", "then": ""} -> 412
has "LA-PART-DE-KARIM</textarea>"
has "<blockquote class=\"words\">LA-PART-DE-INES</blockquote>"
GET /matters/$stand -> 200 {"our_part": "LA-PART-DE-INES"}

# an agreement written down on one page corrects the engagement too
POST /mandates {"client_id": lune, "title": "Affiches", "need": "Du monde.", "how": "Trois affiches.", "price_cents": 120000} -> 201 posters
PAGE /mandat/$posters -> 200
read rev "write_down(?:.|\\n)*?name=\"rev\" value=\"(\\d+)\""
read was "write_down(?:.|\\n)*?name=\"was\" value=\"([^\"]*)\""
as ines
PATCH /mandates/$posters {"how": "LE-COMMENT-DE-INES"} -> 200
as karim
FORM /a/mandates/$posters/write_down {"rev": "$rev", "was": "$was", "need": "LE-BESOIN-DE-KARIM", "how": "Trois affiches.", "when_due": "",
  "price_cents": "1200", "service": "Une affiche, 12 mars", "frame": "Un seul relecteur : sinon ils se contredisent"} -> 412
has "LE-BESOIN-DE-KARIM</textarea>"
has "LE-COMMENT-DE-INES"
lacks "Trois affiches."
has "Une affiche, 12 mars"
GET /mandates/$posters -> 200 {"need": "Du monde.", "how": "LE-COMMENT-DE-INES"}

# refused for another reason, it is still the same revision that is corrected
PAGE /mandat/$shop -> 200
read rev "name=\"rev\" value=\"(\\d+)\""
read was "name=\"was\" value=\"([^\"]*)\""
FORM /a/mandates/$shop/patch {"rev": "$rev", "was": "$was", "title": "", "need": "Autre chose"} -> 422
has "name=\"rev\" value=\"$rev\""
has "name=\"was\" value=\"$was\""

# the settings of the firm: two leads with the page open
as claire
PAGE /reglages -> 200
read was "name=\"was\" value=\"([^\"]*)\""
PATCH /settings {"list_cap": 9, "fair_ratio": 2.5} -> 200
FORM /a/settings/patch {"was": "$was", "firm_name": "Agence Mistral", "list_cap": "7", "fair_ratio": "1.5", "recap_min_minutes": "45"} -> 303
GET /settings -> 200 {"list_cap": 9, "fair_ratio": 2.5, "recap_min_minutes": 45}
FORM /a/settings/patch {"was": "$was", "list_cap": "8", "fair_ratio": "1.5", "recap_min_minutes": "50"} -> 412
has "name=\"list_cap\" value=\"8\""
has "C’est maintenant écrit :</p><blockquote>9</blockquote>"
read was "name=\"was\" value=\"([^\"]*)\""
GET /settings -> 200 {"list_cap": 9, "recap_min_minutes": 45}
FORM /a/settings/patch {"was": "$was", "rev": "now", "list_cap": "8", "fair_ratio": "2.5", "recap_min_minutes": "50"} -> 303
GET /settings -> 200 {"list_cap": 8, "fair_ratio": 2.5, "recap_min_minutes": 50}
