# What stands on one line stays there: names, titles and subjects have no line ends and nothing that turns the direction of what is around them
as claire
POST /clients {"name": "Dubé\nGravel"} -> 201 dube {"name": "Dubé Gravel"}
POST /clients {"name": "Café\u202eenuL\u202c et \u2066fils\u2069"} -> 201 lune {"name": "CaféenuL et fils"}
POST /clients {"name": "Le\u2028Nord"} -> 201 {"name": "Le Nord"}
POST /matters {"client_id": dube, "title": "Trop\r\ntard"} -> 201 {"title": "Trop tard"}
POST /exchanges {"client_id": dube, "channel": "email", "direction": "in", "subject": "Re:\tBcc\r\nBcc: x", "text": "une\nautre"} -> 201 {"subject": "Re: Bcc Bcc: x", "text": "une\nautre"}
PATCH /clients/$dube {"name": "\u202e"} -> 422 invalid
# letters of right-to-left scripts need none of these marks
POST /clients {"name": "שלום עליכם"} -> 201 {"name": "שלום עליכם"}
