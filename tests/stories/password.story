# Whose password is changed hears of it by a letter; a first one is no change
staff Karim
as claire
POST /people/$karim/set_password {"password": "trois petits chats"} -> 200
GET /test/outbox -> 200 {"items": []}
as karim
POST /people/$karim/set_password {"password": "quatre petits chats"} -> 409 password_unknown
POST /people/$karim/set_password {"password": "quatre petits chats", "current": "trois petits chats"} -> 200
as claire
GET /test/outbox -> 200 {"items": [{"to": "karim@mistral.example", "subject": "Agence Mistral : votre mot de passe a changé"}]}
lacks "petits chats"
as karim
GET /today -> 401

# one's tokens are listed, and ended by whom they are of
staff Inès
as ines
GET /me/tokens -> 200 mine {"items": [{"id": any, "created_at": "2027-03-01T08:00:00-05:00", "expires_at": null}]}
read id "\"id\":\"([0-9a-f]{8})\""
cli token list --person ines@mistral.example -> 0 "$id made 2027-03-01 ends never"
as claire
POST /me/tokens/$id/end -> 404
as ines
POST /me/tokens/$id/end -> 200 {"items": []}
GET /today -> 401
