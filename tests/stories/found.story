# Found as it is typed: numbers by their digits, words inside others where no blanks are written, names without their apostrophe
staff Karim
as karim
POST /clients {"name": "株式会社田中", "state": "active"} -> 201 tanaka
POST /clients {"name": "北京大学", "state": "active"} -> 201 beida
POST /clients {"name": "O'Brien & fils", "state": "active"} -> 201 obrien
POST /clients {"name": "Château d’Anjou", "state": "active"} -> 201 anjou
POST /clients {"name": "LOreal", "state": "active"} -> 201 loreal
contact Nina of obrien
contact Paul of anjou
contact Rose of loreal
PATCH /people/$nina {"phone": "+1 (418) 555-0101"} -> 200
PATCH /people/$paul {"phone": "4185550199"} -> 200
PATCH /people/$rose {"phone": "+33 (0)1 23 45 67 89"} -> 200
POST /exchanges {"client_id": beida, "channel": "email", "direction": "out", "subject": "Compte", "text": "Facture 2027-00123, à régler au 514 555 7788. 私は東京都に住んでいる"} -> 201 invoice

rule f19: one and only one is found
  GET /search?q=<typed> -> 200 {"items": [{"kind": "<kind>", "id": <which>}]}
| typed                 | kind     | which   |
| 4185550101            | person   | nina    |
| 418%20555%200101      | person   | nina    |
| 5550101               | person   | nina    |
| 555-010               | person   | nina    |
| 14185550101           | person   | nina    |
| %2B1%20418%20555.0101 | person   | nina    |
| 418%20555-0199        | person   | paul    |
| %2B14185550199        | person   | paul    |
| 0199                  | person   | paul    |
| 0123456789            | person   | rose    |
| 01%2023%2045%206789   | person   | rose    |
| 33123456789           | person   | rose    |
| 5145557788            | exchange | invoice |
| 202700123             | exchange | invoice |
| 田中                  | client   | tanaka  |
| 会社                  | client   | tanaka  |
| 大学                  | client   | beida   |
| 東京                  | exchange | invoice |
| obrien                | client   | obrien  |
| o’brien               | client   | obrien  |
| brien                 | client   | obrien  |
| danjou                | client   | anjou   |
| d'Anjou               | client   | anjou   |
| anjou                 | client   | anjou   |
| L’Oréal               | client   | loreal  |

GET /search?q=中田 -> 200 {"items": []}
GET /search?q=4185550102 -> 200 {"items": []}
# What was changed is no longer found by what it was.
PATCH /people/$nina {"phone": "418 555-0133"} -> 200
PATCH /clients/$tanaka {"name": "株式会社山田"} -> 200
GET /search?q=4185550101 -> 200 {"items": []}
GET /search?q=5550133 -> 200 {"items": [{"id": nina}]}
GET /search?q=田中 -> 200 {"items": []}
GET /search?q=山田 -> 200 {"items": [{"id": tanaka}]}
PAGE /recherche?q=5550133 -> 200
has "Nina"
# The list of clients and the choice of one are found by the same: every one is reached.
POST /clients {"name": "★", "state": "active"} -> 201 star
POST /clients {"name": "C++"} -> 201 cpp
POST /clients {"name": "C#"} -> 201 csharp
POST /clients {"name": "100%_"} -> 201 hundred
PAGE /noter?client=★ -> 200
has "name=\"client_id\" value=\"$star\""
PAGE /noter?client=C%2B%2B -> 200
has "name=\"client_id\" value=\"$cpp\""
PAGE /noter?client=c%23 -> 200
has "name=\"client_id\" value=\"$csharp\""
PAGE /noter?client=山田 -> 200
has "client_id=$tanaka\">"
lacks "client_id=$beida\">"
PAGE /noter?client=danjou -> 200
has "client_id=$anjou\">"
PAGE /noter?client=%25_ -> 200
has "client_id=$hundred\">"
lacks "client_id=$anjou\">"
PAGE /clients?q=山田 (HX-Request: true) -> 200
has "株式会社山田"
lacks "北京大学"
PAGE /clients?q=obrien (HX-Request: true) -> 200
has "O&#39;Brien"
lacks "Anjou"
PAGE /clients?q=★ (HX-Request: true) -> 200
has "Un client"
PAGE /clients (HX-Request: true) -> 200
has "★"
