# A number is read as it was written, and dialled as a number
staff Karim
as karim
POST /clients {"name": "Musée du Port"} -> 201 port
contact Nina of port agrees
POST /matters {"client_id": port, "title": "Affiches floues", "cause": "us"} -> 201 blur

rule 20.1: every link of a telephone takes digits, a leading plus and an extension apart
  as karim
  PATCH /people/$nina {"phone": "<phone>"} -> 200
  GET /today -> 200 {"rows": [{"type": "a1", "call": {"phone": "<phone>"}}]}
  PAGE /auj -> 200
  has "href=\"tel:<dialled>\""
  PAGE /c/$port -> 200
  has "href=\"tel:<dialled>\">"
  PAGE /personne/$nina -> 200
  has "href=\"tel:<dialled>\"><phone></a>"
| phone                      | dialled       |
| +33 (0)1 23 45 67 89       | +33123456789  |
| 418-555-0100 poste 12      | 4185550100,12 |
| 1-800-FLOWERS              | 18003569377   |
| 555-0101 / 555-0102        | 5550101       |

# What is no number is read, and rings nobody.
PATCH /people/$nina {"phone": "demander Nina"} -> 200
GET /today -> 200 {"rows": [{"type": "a1", "call": null}]}
PAGE /personne/$nina -> 200
has "demander Nina"
lacks "tel:"
PAGE /c/$port -> 200
lacks "tel:"
# Ours, to the client.
as claire
PATCH /people/$karim {"phone": "+33 (0)1 23 45 67 80"} -> 200
as nina
PAGE /p -> 200
has "href=\"tel:+33123456780\">+33 (0)1 23 45 67 80</a>"
