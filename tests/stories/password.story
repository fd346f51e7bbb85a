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
