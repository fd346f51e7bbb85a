# How people are reached: by several addresses and numbers, or by none.
staff Karim, Inès
as karim
POST /clients {"name": "Café Lune", "state": "active"} -> 201 lune

# 20.1: the first of a list is the one that the plain field says.
POST /people {"name": "Luce Roy", "role": "contact", "client_id": lune, "can_agree": true, "emails": [{"address": "Luce@Lune.example"}, {"address": "luce@maison.example", "label": "home"}], "phones": [{"number": "418 555-0100", "extension": "12", "label": "work"}, {"number": "+33 (0)6 12 34 56 78", "label": "mobile"}]} -> 201 luce
  {"email": "luce@lune.example", "phone": "418 555-0100", "emails": [{"address": "luce@lune.example", "label": "work"}, {"address": "luce@maison.example", "label": "home"}], "phones": [{"number": "418 555-0100", "extension": "12", "label": "work"}, {"number": "+33 (0)6 12 34 56 78", "extension": null, "label": "mobile"}]}
POST /people {"name": "Paul Roy", "role": "contact", "client_id": lune, "email": "paul@lune.example", "phone": "418-555-0101 poste 7"} -> 201 paul
  {"emails": [{"address": "paul@lune.example", "label": "work"}], "phones": [{"number": "418-555-0101 poste 7", "extension": "7", "label": "work"}]}

# A correction of the plain field replaces the first, and leaves the others.
PATCH /people/$luce {"email": "Luce.Roy@lune.example"} -> 200 {"email": "luce.roy@lune.example", "emails": [{"address": "luce.roy@lune.example", "label": "work"}, {"address": "luce@maison.example", "label": "home"}]}
PATCH /people/$luce {"phone": "1-800-FLOWERS"} -> 200 {"phones": [{"number": "1-800-FLOWERS", "extension": null, "label": "work"}, {"number": "+33 (0)6 12 34 56 78", "label": "mobile", "extension": null}]}
PATCH /people/$luce {"email": "luce@maison.example"} -> 200 {"emails": [{"address": "luce@maison.example", "label": "work"}]}
PATCH /people/$luce {"emails": [{"address": "luce@lune.example", "label": "other"}, {"address": "luce@maison.example", "label": "home"}]} -> 200 {"email": "luce@lune.example"}
PATCH /people/$luce {"email": null} -> 200 {"email": "luce@maison.example", "emails": [{"address": "luce@maison.example", "label": "home"}]}
PATCH /people/$luce {"email": "luce@lune.example", "emails": [{"address": "LUCE@lune.example"}, {"address": "luce@lune.example", "label": "home"}, {"address": "luce@maison.example", "label": "home"}]} -> 200
  {"email": "luce@lune.example", "emails": [{"address": "luce@lune.example", "label": "work"}, {"address": "luce@maison.example", "label": "home"}]}
PATCH /people/$luce {"email": "autre@lune.example", "emails": [{"address": "luce@lune.example"}]} -> 422 invalid {"fields": {"email": "bad_value"}}
rule 20.1: what reaches nobody is refused, and what was there stays
  PATCH /people/$luce {"<field>": <value>} -> 422 invalid {"title": any, "detail": any, "fields": {"<field>": "<why>"}}
  GET /people/$luce -> 200 {"email": "luce@lune.example", "phone": "1-800-FLOWERS"}
| field  | value                                                  | why       |
| email  | "luce"                                                 | bad_value |
| email  | "luce @lune.example"                                   | bad_value |
| email  | "luce\u00a0@lune.example"                              | bad_value |
| emails | "luce@lune.example"                                    | bad_value |
| emails | ["luce@lune.example"]                                  | bad_value |
| emails | [{"label": "home"}]                                    | missing   |
| emails | [{"address": "luce@lune.example"}, {"address": "luce"}] | bad_value |
| emails | [{"address": "luce@lune.example", "label": "car"}]     | bad_value |
| emails | [{"address": "luce@lune.example", "since": "2020"}]    | unknown   |
| phone  | "#N/A"                                                 | bad_value |
| phones | [{"number": "4.18E+09"}]                               | bad_value |
| phones | [{"number": "418 555-0100", "extension": "douze"}]     | bad_value |
| phones | [{"number": "418 555-0100 #7", "extension": "8"}]      | bad_value |
PATCH /people/$luce {"phones": [{"number": "418 555-0100 #7", "extension": "7"}, {"number": "(418) 555-0100 poste 7", "label": "home"}]} -> 200 {"phones": [{"number": "418 555-0100 #7", "extension": "7", "label": "work"}]}
PATCH /people/$luce {"phones": [{"number": "418 555-0100", "extension": "12"}, {"number": "+33 (0)6 12 34 56 78", "label": "mobile"}]} -> 200

# Who is of us has an address, and nobody else has it.
as claire
PATCH /people/$ines {"email": null} -> 422 invalid {"fields": {"email": "missing"}}
PATCH /people/$ines {"emails": []} -> 422 invalid {"fields": {"email": "missing"}}
PATCH /people/$ines {"emails": [{"address": "ines@mistral.example"}, {"address": "ines@maison.example", "label": "home"}]} -> 200
POST /people/$ines/set_password {"password": "un secret à moi"} -> 200
as nobody
FORM /connexion {"email": "ines@maison.example", "password": "un secret à moi"} -> 303
FORM /connexion {"email": "ines@mistral.example", "password": "un secret à moi"} -> 303
as claire
POST /people {"name": "Ana", "role": "member"} -> 422 invalid {"fields": {"email": "missing"}}
POST /people {"name": "Ana", "role": "member", "email": "ines@maison.example"} -> 422 invalid {"fields": {"email": "bad_value"}}
POST /people {"name": "Ana", "role": "member", "email": "luce@maison.example"} -> 422 invalid {"fields": {"email": "bad_value"}}
as karim
PATCH /people/$paul {"emails": [{"address": "paul@lune.example"}, {"address": "ines@maison.example"}]} -> 422 invalid {"fields": {"emails": "bad_value"}}

# They are found by any of them, and no more by what they had.
rule people are found by each address and number
  GET /search?q=<words> -> 200 {"items": <items>}
| words                | items                                |
| luce@maison.example  | [{"kind": "person", "id": luce}]     |
| 555-0100             | [{"kind": "person", "id": luce}]     |
| 0612345678           | [{"kind": "person", "id": luce}]     |
| flowers              | []                                   |
| autre                | []                                   |

# They are rung by the first, and every one is a link on their page.
POST /matters {"client_id": lune, "title": "Affiches floues", "cause": "us"} -> 201 blur
GET /today -> 200 {"rows": [{"type": "a1", "call": {"name": "Luce Roy", "phone": "418 555-0100"}}, ...]}
PAGE /auj -> 200
has "href=\"tel:4185550100,12\""
has "418 555-0100, poste 12"
PAGE /personne/$luce -> 200
has "href=\"tel:4185550100,12\">418 555-0100, poste 12</a> (travail)"
has "href=\"tel:+33612345678\">+33 (0)6 12 34 56 78</a> (mobile)"
has "href=\"mailto:luce@maison.example\""
has "name=\"emails.2.address\""
lacks "name=\"emails.3.address\""

# A form adds a row and empties another; one that is refused comes back as it was typed.
FORM /a/people/$luce/patch {"emails.0.address": "", "emails.0.label": "work", "emails.1.address": "luce@maison.example", "emails.1.label": "home", "emails.2.address": "l.roy@lune.example", "emails.2.label": "other"} -> 303
GET /people/$luce -> 200 {"email": "luce@maison.example", "emails": [{"address": "luce@maison.example", "label": "home"}, {"address": "l.roy@lune.example", "label": "other"}]}
FORM /a/people/$luce/patch {"name": "Luce Roy-Gagné", "emails.0.address": "luce@maison.example", "emails.0.label": "home", "emails.1.address": "l.roy", "emails.1.label": "other", "emails.2.address": "", "emails.2.label": "work"} -> 422
has "« l.roy » n’est pas une adresse de courriel."
has "name=\"emails.1.address\" value=\"l.roy\""
has "value=\"Luce Roy-Gagné\""
has "<option value=\"other\" selected>"
lacks "name=\"emails\""
has "type=\"hidden\" name=\"emails.2.label\" value=\"work\""
FORM /a/people/$luce/patch {"emails.0.address": "", "emails.0.label": "home", "emails.1.address": "", "emails.1.label": "other"} -> 303
GET /people/$luce -> 200 {"email": null, "emails": []}

# 20.4: without an address there are no letters and no space; what is written is given by hand.
PAGE /personne/$luce -> 200
has "Sans adresse"
PAGE /personne/$paul -> 200
lacks "Sans adresse"
PATCH /people/$paul {"email": null} -> 200
PAGE /c/$lune?volet=contacts -> 200
has "sans adresse : ni lettres, ni espace"
POST /writings {"client_id": lune, "kind": "welcome", "body": "Il y aura des imprévus."} -> 201 hello
POST /writings/$hello/send -> 409 no_reader {"where": "/c/$lune?volet=contacts#volet"}
POST /writings/$hello/send {"by_hand": true} -> 200 {"record": {"delivery": []}}
POST /exchanges {"client_id": lune, "channel": "email", "direction": "out", "deliver": true, "contact_ids": [luce], "text": "Bonjour."} -> 409 no_reader
# … and the day they have one, they are written to.
PATCH /people/$luce {"email": "luce@lune.example"} -> 200
POST /writings/$hello/resend -> 200
at 2027-03-01T08:05
GET /writings/$hello -> 200 {"delivery": [{"contact_id": luce, "state": "left"}]}
# A letter that waits goes to what is the first address now.
POST /exchanges {"client_id": lune, "channel": "email", "direction": "out", "deliver": true, "text": "Bonjour."} -> 201 mail
PATCH /people/$luce {"emails": [{"address": "luce@maison.example", "label": "home"}, {"address": "luce@lune.example"}]} -> 200
at 2027-03-01T08:10
as claire
GET /test/outbox -> 200 {"items": [{"to": "luce@lune.example"}, {"to": "luce@maison.example"}]}

# Two change an address: what a colleague wrote stands beside, as of any other field.
PAGE /personne/$luce -> 200
read rev "name=\"rev\" value=\"(\\d+)\""
read was "name=\"was\" value=\"([^\"]+)\""
as karim
PATCH /people/$luce {"email": "luce@bureau.example"} -> 200
as claire
FORM /a/people/$luce/patch {"rev": "$rev", "was": "$was", "emails.0.address": "luce@studio.example", "emails.0.label": "home", "emails.1.address": "luce@lune.example", "emails.1.label": "work"} -> 412
has "<blockquote>luce@bureau.example</blockquote>"
has "value=\"luce@studio.example\""

# A file brings all of them, and knows again whoever is there by name and an address, or by having none.
POST /clients {"name": "Bee", "state": "active"} -> 201 bee
cli import csv tests/data/contacts_ways.csv --as contacts --client $bee -> 0 "4 imported, 0 skipped"
GET /people?client_id=$bee -> 200 {"items": [{"name": "Anne Bee", "emails": [{"label": "work"}, {"label": "home"}], "phones": [{"extension": "12", "label": "work"}, {"label": "mobile"}]}, {"name": "Ben Bee", "email": "anne@bee.example"}, {"name": "Cam Bee", "email": null}, {"name": "Dan Bee", "phones": []}]}
cli import csv tests/data/contacts_ways.csv --as contacts --client $bee --dry-run -> 0 "0 would be imported, 4 skipped"
cli doctor -> 0 "ok clocks"

# What nobody sees, and comes along when an address is copied, is none of it; with it one of us is still one of us.
as karim
POST /people {"name": "Copiée", "role": "contact", "client_id": lune, "email": "cop\u200biee@lune.example\ufeff"} -> 201 {"email": "copiee@lune.example"}
POST /people {"name": "Claire", "role": "contact", "client_id": lune, "email": "cla\u200bire@mistral.example"} -> 422 invalid {"fields": {"email": "bad_value"}}

# A refused form gives each row back in its order: what stands first says whether a row was filled in.
as claire
POST /people {"name": "Rangée", "role": "contact", "client_id": lune, "emails": [{"address": "r1@lune.example"}, {"address": "r2@lune.example", "label": "home"}], "phones": [{"number": "418 555-0100", "extension": "12"}]} -> 201 rows
FORM /a/people/$rows/patch {"emails.0.address": "r1", "phones.0.number": "418 555-0100", "phones.0.extension": "", "phones.0.label": "work"} -> 422
read number "name=\"phones.0.number\"[^]*name=\"(phones.0.extension)\"[^]*name=\"phones.0.label\""

# What a colleague took out of a list, or added to it, is not undone by whoever changed something else meanwhile.
PAGE /personne/$rows -> 200
read rev "name=\"rev\" value=\"(\\d+)\""
read was "name=\"was\" value=\"([^\"]+)\""
as karim
PATCH /people/$rows {"emails": [{"address": "r1@lune.example"}], "phones": [{"number": "418 555-0100"}, {"number": "418 555-0101", "label": "mobile"}, {"number": "418 555-0102", "extension": "3"}]} -> 200
as claire
FORM /a/people/$rows/patch {"rev": "$rev", "was": "$was", "name": "Rangée Roy", "emails.0.address": "r1@lune.example", "emails.0.label": "work", "emails.1.address": "r2@lune.example", "emails.1.label": "home", "emails.2.address": "", "emails.2.label": "work",
  "phones.0.number": "418 555-0100", "phones.0.extension": "12", "phones.0.label": "work", "phones.1.number": "", "phones.1.extension": "", "phones.1.label": "work"} -> 412
has "value=\"Rangée Roy\""
has "name=\"emails.1.address\" value=\"\""
has "name=\"phones.0.extension\" value=\"\""
has "name=\"phones.1.number\" value=\"418 555-0101\""
has "name=\"phones.2.number\" value=\"418 555-0102\""
has "name=\"phones.2.extension\" value=\"3\""
lacks "r2@lune.example"
lacks "<blockquote>"
# … and of what both changed both stand there.
FORM /a/people/$rows/patch {"rev": "$rev", "was": "$was", "emails.1.address": "r3@lune.example", "emails.1.label": "home", "phones.1.number": "418 555-0109", "phones.1.extension": "", "phones.1.label": "work"} -> 412
has "value=\"r3@lune.example\""
has "<blockquote>rien</blockquote>"
has "value=\"418 555-0109\""
has "<blockquote>418 555-0101</blockquote>"
