# Conversation 15.2, arrivals 11.3: a letter that had left comes back
staff Karim
as karim
POST /clients {"name": "Café Lune", "state": "active"} -> 201 lune
contact Noémie of lune agrees
POST /clients {"name": "Boréal", "state": "active"} -> 201 boreal
contact Lise of boreal agrees
contact Lou of boreal
as claire
PATCH /settings {"mail_reminders": true} -> 200
as karim
at 2027-03-01T09:00
POST /writings {"client_id": lune, "kind": "recap", "understood": "a"} -> 201 recap
POST /writings/$recap/send -> 200
at 2027-03-01T09:01
GET /writings/$recap -> 200 {"delivery": [{"state": "left"}]}
as claire
GET /test/outbox -> 200
read name "Message-Id: <([^@]+)@"

# Late is not lost.
cli ingest < "Content-Type: multipart/report; report-type=delivery-status; boundary=B\n\n--B\nContent-Type: message/delivery-status\n\nFinal-Recipient: rfc822; noemie@client.example\nAction: delayed\nStatus: 4.4.1\n--B\nContent-Type: text/rfc822-headers\n\nMessage-ID: <$name@mistral.example>\n--B--\n" -> 0 "ignored bounce"
as karim
GET /writings/$recap -> 200 {"delivery": [{"state": "left"}], "clocks": any}
GET /today -> 200
lacks "c16:"

# Refused an hour later, in the server's words; whoever sent it is told, and the address is marked.
at 2027-03-01T10:00
cli ingest < "Content-Type: multipart/report; report-type=delivery-status; boundary=B\n\n--B\nContent-Type: message/delivery-status\n\nFinal-Recipient: rfc822; noemie@client.example\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 nobody here\n--B\nContent-Type: text/rfc822-headers\n\nMessage-ID: <$name@mistral.example>\n--B--\n" -> 0 "ignored bounce"
GET /writings/$recap -> 200 {"delivery": [{"contact_id": noemie, "state": "refused", "at": "2027-03-01T10:00:00-05:00", "why": "550 5.1.1 nobody here", "seen_at": null}]}
GET /people/$noemie -> 200 {"mail_failed_at": "2027-03-01T10:00:00-05:00"}
GET /today -> 200 {"rows": [{"key": "c16:writing:$recap", "text": "L’adresse de Noémie a refusé le récapitulatif.", "due": "2027-03-02T10:00:00-05:00"}, ...]}
PAGE /ecrit/$recap -> 200
has "l’adresse a été refusée"
lacks "parti à"
as claire
GET /audit?record=person:$noemie&action=mail_failed -> 200 {"items": [{"who": null}]}
cli ingest < "From: Noémie <noemie@client.example>\nSubject: Bonjour\n\nMerci !\n" -> 1 "only letters that came back are read"

# Mended and sent again, it left; the report of the former letter changes nothing of that.
as karim
PATCH /people/$noemie {"email": "noemie.roy@client.example"} -> 200
POST /writings/$recap/resend -> 200
at 2027-03-01T10:01
GET /writings/$recap -> 200 {"delivery": [{"state": "left"}]}
cli ingest < "Content-Type: multipart/report; report-type=delivery-status; boundary=B\n\n--B\nContent-Type: message/delivery-status\n\nFinal-Recipient: rfc822; noemie@client.example\nAction: failed\nStatus: 5.1.1\n--B\nContent-Type: text/rfc822-headers\n\nMessage-ID: <$name@mistral.example>\n--B--\n" -> 0 "ignored bounce"
GET /writings/$recap -> 200 {"delivery": [{"state": "left"}]}
GET /today -> 200
lacks "c16:"

# A reminder that came back has not reminded; of two, one is enough.
at 2027-03-08T09:00
POST /writings {"client_id": boreal, "kind": "recap", "understood": "b"} -> 201 second
POST /writings/$second/send -> 200
at 2027-03-11T10:00
GET /writings/$second -> 200 {"reminded_at": "2027-03-10T17:00:00-05:00"}
as claire
GET /test/outbox -> 200
read one "Message-Id: <([^@]+)@(?=[^]*Message-Id)(?![^]*Message-Id[^]*Message-Id)"
read two "Message-Id: <([^@]+)@(?![^]*Message-Id)"
cli ingest < "Content-Type: multipart/report; report-type=delivery-status; boundary=B\n\n--B\nContent-Type: message/delivery-status\n\nStatus: 5.1.1\n--B\nContent-Type: message/rfc822\n\nMessage-ID: <$one@mistral.example>\n\nBonjour.\n--B--\n" -> 0 "ignored bounce"
as karim
GET /writings/$second -> 200 {"reminded_at": "2027-03-10T17:00:00-05:00", "delivery": [{"state": "left"}, {"state": "left"}]}
cli ingest < "Content-Type: multipart/report; report-type=delivery-status; boundary=B\n\n--B\nContent-Type: message/delivery-status\n\nStatus: 5.1.1\n--B\nContent-Type: message/rfc822\n\nMessage-ID: <$two@mistral.example>\n\nBonjour.\n--B--\n" -> 0 "ignored bounce"
GET /writings/$second -> 200 {"reminded_at": null, "state": "sent"}
as claire
GET /audit?record=writing:$second&action=reminder_came_back -> 200 {"items": [any]}
PAGE /ecrit/$second -> 200
has "Le rappel est revenu"
cli doctor -> 0 "clocks: 0 differ"
