# conversation 16.6: far dates carry their year; paper says of whom it is, and never "today"
staff Karim
as karim
POST /clients {"name": "Café Lune"} -> 201 lune
contact Noémie of lune
at 2027-03-08T09:00
POST /promises {"client_id": lune, "side": "us", "text": "Le menu", "due": "2027-03-08"} -> 201 menu
POST /promises {"client_id": lune, "side": "us", "text": "Le catalogue", "due": "2027-09-08"} -> 201 near
POST /promises {"client_id": lune, "side": "us", "text": "Les étiquettes", "due": "2027-09-09"} -> 201 far
PAGE /promesse/$near -> 200
has "mercredi 8 septembre"
lacks "8 septembre 2027"
PAGE /promesse/$far -> 200
has "jeudi 9 septembre 2027"
as noemie
PAGE /p -> 200
has "jeudi 9 septembre 2027"
lacks "8 septembre 2027"
has "aujourd’hui"

# As it is printed.
PAGE /p?print=1 -> 200
has "Agence Mistral · Café Lune"
has "lundi 8 mars 2027"
has "media=\"all\""
lacks "aujourd’hui"
PAGE /p/entente?print=1 -> 200
has "Agence Mistral · Café Lune"
lacks "aujourd’hui"
as karim
PAGE /auj -> 200
has "promis pour aujourd’hui"
has "media=\"print\""
has "/auj?print=1"
PAGE /auj?print=1 -> 200
has "Agence Mistral"
has "promis pour lundi 8 mars"
has "<h1>lundi 8 mars"
lacks "ujourd’hui"
PAGE /promesse/$menu?print=1 -> 200
has "Agence Mistral · Café Lune"
lacks "ujourd’hui"
PAGE /c/$lune?print=1&volet=promesses -> 200
has "Agence Mistral · Café Lune"
lacks "ujourd’hui"
PAGE /c/$lune/volant?print=1 -> 200
has "Agence Mistral · Café Lune"
# The answers of the API are no paper.
GET /today?print=1 -> 200 {"rows": [{"text": "Café Lune : promis pour aujourd'hui, « Le menu »."}]}

# In English.
as claire
PATCH /people/$claire {"lang": "en"} -> 200
PAGE /promesse/$far?print=1 -> 200
has "Thursday 9 September 2027"
lacks "oday"
PAGE /auj?print=1 -> 200
lacks "oday<"
# Six months behind.
at 2027-09-08T10:00
PAGE /c/$lune?volet=promesses -> 200
has "Monday 8 March"
lacks "8 March 2027"
at 2027-09-09T10:00
PAGE /c/$lune?volet=promesses -> 200
has "8 March 2027"
