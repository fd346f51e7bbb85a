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

# refused for another reason, it is still the same revision that is corrected
PAGE /mandat/$shop -> 200
read rev "name=\"rev\" value=\"(\\d+)\""
read was "name=\"was\" value=\"([^\"]*)\""
FORM /a/mandates/$shop/patch {"rev": "$rev", "was": "$was", "title": "", "need": "Autre chose"} -> 422
has "name=\"rev\" value=\"$rev\""
has "name=\"was\" value=\"$was\""
