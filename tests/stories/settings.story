# api.md 6: the firm's own numbers; what they say is said at once
staff Karim
as karim
GET /settings -> 200 {"reply_show_wh": 4, "reply_due_wh": 8, "urgent_wh": 2, "tell_problem_wh": 4, "tell_bad_wh": 8, "tell_good_wd": 5,
  "tell_idea_wd": 10, "voice_owed_wh": 8, "recap_wh": 8, "recap_min_minutes": 10, "remind_wd": 3, "tacit_wd": 5, "tacit_min_seen_wd": 2,
  "reopen_wd": 10, "options_wh": 16, "resend_wh": 8, "adjust_wh": 8, "next_wh": 8, "decide_zone_wd": 5, "verify_wd": 5, "verify2_wd": 20,
  "excellent": 5, "retro_wd": 10, "demand_answer_wh": 16, "condition_heads_up_wd": 5, "stall_wd": 15, "promise_heads_up_wd": 2,
  "welcome_wd": 5, "referral_thanks_wh": 16, "standard_every_d": 90, "entente_review_d": 180, "insight_stale_d": 180,
  "silence_floor_d": 21, "silence_factor": 3, "voice_gap_d": [30, 60], "thread_max": 4, "window_d": 90, "win_celebrate_wd": 15,
  "extra_every_d": 180, "idea_after_delivery_wd": 10, "k_anon": 3, "fair_window_d": 180, "fair_min_msgs": 5, "fair_min_clients": 8,
  "fair_ratio": 1.5, "idea_echo_wd": 20, "trust_every_d": 182, "plan_review_wd": 10, "plan_min_reviews": 2, "list_cap": 7,
  "care_per_day": 1, "recording_days": 90, "pulse_days": 365, "pulse_max_per_week": 3, "inactive_years": 3, "incident_years": 5,
  "audit_years": 5, "firm_name": "Agence Mistral", "tz": "America/Montreal", "lang": "fr", "currency": "CAD", "holidays": [],
  "working_periods": {"mon": [["09:00", "17:00"]], "fri": [["09:00", "17:00"]], "sat": [], "sun": []}, "cost_rate_cents": absent, "mail_reminders": false}
PATCH /settings {"reply_due_wh": 4} -> 403 lead_only
POST /clients {"name": "Dubé"} -> 201 dube
at 2027-03-01T10:00
POST /exchanges {"client_id": dube, "channel": "email", "direction": "in"} -> 201 mail {"clocks": [{"due": "2027-03-02T10:00"}]}
POST /promises {"client_id": dube, "side": "us", "text": "x", "due": "2027-03-10"} -> 201 promise

# What is open moves at once, and back.
as claire
PATCH /settings {"reply_due_wh": 4, "reply_show_wh": 1, "promise_heads_up_wd": 5} -> 200 {"reply_due_wh": 4, "reply_show_wh": 1}
GET /exchanges/$mail -> 200 {"clocks": [{"shows_at": "2027-03-01T11:00", "due": "2027-03-01T14:00"}]}
GET /promises/$promise -> 200 {"clocks": [{"type": "b2", "starts_at": "2027-03-03T00:00"}, {"type": "b1"}]}
PATCH /settings {"tz": "Europe/Paris"} -> 200 {"tz": "Europe/Paris"}
GET /exchanges/$mail -> 200 {"at": "2027-03-01T16:00:00+01:00", "clocks": [{"due": "2027-03-02T12:00:00+01:00"}]}
PATCH /settings {"tz": "America/Montreal"} -> 200
GET /audit?action=settings -> 200 {"items": [{"field": "reply_due_wh", "who": {"name": "Claire"}}, {}, {}, {"field": "tz"}, {}]}

# No other key, no nonsense; nothing of a refused request is kept.
PATCH /settings {"reply_due_wh": 6, "per_client_delay": 2} -> 422 invalid {"fields": {"per_client_delay": "unknown"}}
GET /settings -> 200 {"reply_due_wh": 4, "cost_rate_cents": 0}
PATCH /settings {"k_anon": 2} -> 409 k_floor
PATCH /settings {"reply_due_wh": 0} -> 422 invalid {"fields": {"reply_due_wh": "bad_value"}}
PATCH /settings {"reply_due_wh": "8"} -> 422 invalid {"fields": {"reply_due_wh": "bad_value"}}
PATCH /settings {"reply_due_wh": 1000000} -> 422 invalid {"fields": {"reply_due_wh": "bad_value"}}
PATCH /settings {"tz": "Mars/Olympus"} -> 422 invalid {"fields": {"tz": "bad_value"}}
PATCH /settings {"tz": "../../etc/passwd"} -> 422 invalid {"fields": {"tz": "bad_value"}}
PATCH /settings {"lang": "de"} -> 422 invalid {"fields": {"lang": "bad_value"}}
PATCH /settings {"currency": "dollars"} -> 422 invalid {"fields": {"currency": "bad_value"}}
PATCH /settings {"holidays": ["2027-02-30"]} -> 422 invalid {"fields": {"holidays": any}}
PATCH /settings {"holidays": "2027-03-01"} -> 422 invalid {"fields": {"holidays": "bad_value"}}
PATCH /settings {"working_periods": {"mon": [["09:00", "12:00"], ["11:00", "17:00"]]}} -> 422 invalid {"fields": {"working_periods": "bad_value"}}
PATCH /settings {"working_periods": {"mon": [["17:00", "09:00"]]}} -> 422 invalid {"fields": {"working_periods": "bad_value"}}
PATCH /settings {"working_periods": {"lundi": []}} -> 422 invalid {"fields": {"working_periods": "bad_value"}}
PATCH /settings {"voice_gap_d": [60, 30]} -> 422 invalid {"fields": {"voice_gap_d": "bad_value"}}
PATCH /settings {"mail_reminders": 1} -> 422 invalid {"fields": {"mail_reminders": "bad_value"}}
PATCH /settings {"firm_name": ""} -> 422 invalid {"fields": {"firm_name": any}}
PATCH /settings {"voice_gap_d": [20, 40], "fair_ratio": 2, "mail_reminders": true, "firm_name": "Mistral", "currency": "EUR"} -> 200
  {"voice_gap_d": [20, 40], "fair_ratio": 2, "mail_reminders": true, "firm_name": "Mistral", "currency": "EUR"}

# The page says each in a sentence, to all; what an hour costs, to the leads.
as karim
PAGE /reglages -> 200
has "Une fois le problème clos, nous redemandons après"
has "<strong>20</strong> <span class=\"quiet\">jours ouvrables"
has "<strong>oui</strong> <span class=\"quiet\"> <small>non par défaut</small>"
has "<strong>20 et 40</strong> <span class=\"quiet\">jours <small>30 et 60 par défaut</small></span>"
has "rien n’en tient encore compte"
lacks "Une heure de notre travail nous coûte"
lacks "verify2_wd"
FORM /a/settings/patch {"verify2_wd": "10"} -> 403
as claire
PAGE /reglages -> 200
has "name=\"verify2_wd\" value=\"20\" min=\"1\" max=\"400\" step=\"1\""
has "name=\"mail_reminders\" value=\"true\" checked> Rappeler par courriel avant que le silence compte <small class=\"quiet\">non par défaut</small>"
has "name=\"fair_ratio\" value=\"2\" min=\"1.01\" max=\"10\" step=\"0.01\""
has "Une heure de notre travail nous coûte"
FORM /a/settings/patch {"verify2_wd": "10", "fair_ratio": "2", "list_cap": "7"} -> 303
GET /settings -> 200 {"verify2_wd": 10}
GET /audit?action=settings -> 200 {"items": [{}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {"field": "verify2_wd", "new": "10"}]}

# What the form takes is what the door takes: the ends, and nothing beyond.
FORM /a/settings/patch {"verify2_wd": "1", "excellent": "4", "recap_min_minutes": "600", "fair_min_clients": "4"} -> 303
FORM /a/settings/patch {"verify2_wd": "400", "excellent": "5", "recap_min_minutes": "1", "fair_min_clients": "1000"} -> 303
GET /settings -> 200 {"verify2_wd": 400, "excellent": 5, "recap_min_minutes": 1, "fair_min_clients": 1000}
FORM /a/settings/patch {"verify2_wd": "401"} -> 422
has "« Une fois le problème clos, nous redemandons après », de 1 à 400 :</strong> <span>ne convient pas"
FORM /a/settings/patch {"verify2_wd": "0"} -> 422
FORM /a/settings/patch {"verify2_wd": "1.5"} -> 422
FORM /a/settings/patch {"verify2_wd": ""} -> 422
FORM /a/settings/patch {"verify2_wd": "deux"} -> 422
FORM /a/settings/patch {"excellent": "3"} -> 422
FORM /a/settings/patch {"excellent": "6"} -> 422
FORM /a/settings/patch {"fair_min_clients": "3"} -> 422
FORM /a/settings/patch {"k_anon": "3"} -> 303
FORM /a/settings/patch {"k_anon": "2"} -> 409
has "Ce que l’équipe vit avec un client ne se montre qu’à partir de"
FORM /a/settings/patch {"fair_ratio": "1,01"} -> 303
GET /settings -> 200 {"fair_ratio": 1.01}
FORM /a/settings/patch {"fair_ratio": "10"} -> 303
FORM /a/settings/patch {"fair_ratio": "1"} -> 422
FORM /a/settings/patch {"fair_ratio": "10.01"} -> 422
FORM /a/settings/patch {"mail_reminders": "false"} -> 303
FORM /a/settings/patch {"cost_rate_cents": "65,5"} -> 303
GET /settings -> 200 {"fair_ratio": 10, "mail_reminders": false, "cost_rate_cents": 6550}
PAGE /reglages -> 200
has "name=\"cost_rate_cents\" value=\"65.50\" min=\"0\" max=\"1000000\" step=\"0.01\""
PAGE /journal -> 200
has "Une heure de notre travail nous coûte : 65,50 EUR"
FORM /a/settings/patch {"cost_rate_cents": "1 000 000"} -> 303
FORM /a/settings/patch {"cost_rate_cents": "1000000.01"} -> 422
FORM /a/settings/patch {"cost_rate_cents": "-0.01"} -> 422
GET /settings -> 200 {"cost_rate_cents": 100000000}

# The longest list is cut where the firm says.
PATCH /settings {"list_cap": 2} -> 200
as karim
repeat 4 POST /promises {"side": "us", "text": "x $n", "due": "2027-03-01"} -> 201
GET /today -> 200 {"rows": [{}, {}], "more": 2}
restart
GET /settings -> 200 {"list_cap": 2, "voice_gap_d": [20, 40]}
cli doctor -> 0
