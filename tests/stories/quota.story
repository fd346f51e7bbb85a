# What one contact can make in a day has an end, far above what anybody writes by hand (conversation 22)
staff Karim
as karim
POST /clients {"name": "Dubé", "state": "active"} -> 201 dube
contact Louise of dube
contact Denise of dube
as louise
repeat 99 POST /exchanges {"text": "Encore $n"} -> 201
POST /matters {"title": "Trop tard"} -> 201
POST /exchanges {"text": "Et encore"} -> 429 too_many_requests {"detail": "C’est beaucoup pour une journée : continuez demain, ou appelez-nous."}
# nothing of it is kept; what is not made anew goes on; her colleague is not concerned
GET /portal -> 200
lacks "Et encore"
as denise
POST /exchanges {"text": "Bonjour"} -> 201
# the next day begins anew
at 2027-03-01T23:59:59
as louise
POST /exchanges {"text": "Et encore"} -> 429 too_many_requests
at 2027-03-02T00:00:00
POST /exchanges {"text": "Et encore"} -> 201
