# F10, T5, P4, R0.1: what is counted of a client opens on what was counted
staff Karim
as karim
POST /clients {"name": "Finances", "state": "active"} -> 201 fin
contact Renaud of fin agrees

# Nothing is said of what nobody knows.
PAGE /c/$fin/derive -> 200
has "Aucun mandat n’est en cours"
PAGE /c/$fin/demandes -> 200
has "Aucune demande n’a été notée"
lacks "0 sur 0"
PAGE /c/$fin/ressenti -> 200
has "la question n’a été posée à personne"
lacks "class=\"figure\""
PAGE /c/$fin -> 200
has "href=\"/c/$fin/derive\""
has "href=\"/c/$fin/demandes\""
has "href=\"/c/$fin/ressenti\""
has "href=\"/c/$fin/volant\""

# Both sides alike, each line a record.
POST /mandates {"client_id": fin, "title": "Les <reçus>", "need": "Y voir clair", "how": "Par mois", "when_due": "2027-06-30", "price_cents": 0} -> 201 work
POST /terms {"mandate_id": work, "kind": "expectation", "owed_by": "us", "text": "Un tableau"} -> 201 wish
POST /terms {"mandate_id": work, "kind": "rule", "owed_by": "client", "text": "Huit jours de préavis", "why": "On relit.", "lead_wd": 8} -> 201 notice
POST /terms {"mandate_id": work, "kind": "condition", "owed_by": "both", "text": "Un dossier commun", "why": "On s'y retrouve.", "needed_by": "2027-03-02"} -> 201 folder
POST /promises {"client_id": fin, "mandate_id": work, "side": "us", "text": "Le tableau", "due": "2027-03-20", "source": {"type": "term", "id": wish}} -> 201 table
POST /promises {"client_id": fin, "mandate_id": work, "side": "client", "text": "Les pièces", "due": "2027-03-20"} -> 201 papers
POST /writings {"client_id": fin, "mandate_id": work, "kind": "entente", "body": "Notre entente."} -> 201 paper
POST /writings/$paper/send -> 200
at 2027-03-01T10:00
as renaud
POST /writings/$paper.pub/confirm -> 200
as karim
POST /mandates/$work/start -> 200
at 2027-03-03T10:00
POST /promises/$table/move {"due": "2027-03-21", "reason": "pluie", "agreed": true} -> 200
POST /promises/$table/move {"due": "2027-03-22", "reason": "pluie", "agreed": true} -> 200
POST /promises/$papers/move {"due": "2027-03-22", "reason": "pluie"} -> 200
GET /clients/$fin/drift -> 200 {"mandates": [{"ours": {"moves": 2, "conditions_missing": 1, "facts": [{"kind": "promise", "id": table, "what": "Le tableau", "how": "date déplacée 2 fois"}, {"kind": "term", "id": folder, "how": "condition manquante"}]},
  "theirs": {"moves": 1, "conditions_missing": 1, "facts": [{"kind": "promise", "id": papers, "how": "date déplacée"}, {"kind": "term", "id": folder}]}}]}
PAGE /c/$fin/derive -> 200
has "Les &lt;reçus&gt;"
has "<a href=\"/promesse/$table\">Le tableau</a>"
has "<a href=\"/promesse/$papers\">Les pièces</a>"
has "De notre côté"
PAGE /mandat/$work -> 200
has "href=\"/c/$fin/derive\""

# A request against a notice that was told, and what became of it.
POST /decisions {"client_id": fin, "mandate_id": work, "about": "demand", "question": "Pour vendredi ?", "asked_due": "2027-03-05"} -> 201 soon
GET /clients/$fin/demands -> 200 {"d": 1, "u": 1, "never_told": 0, "text": "Contre une condition déjà dite : 1 sur 1.", "ours": null, "items": [{"decision_id": soon, "told_before": true, "terms": [{"term_id": notice, "told_before": true}]}]}
PAGE /c/$fin/demandes -> 200
has "Contre une condition déjà dite : 1 sur 1."
has "<a class=\"line-main\" href=\"/decision/$soon\">Pour vendredi ?</a>"
has "Huit jours de préavis (dit"

# Each of the four questions apart, with whose words they were.
as renaud
POST /ratings {"about": "trust", "value": 4, "felt": {"respected": "yes", "understood": "no"}, "text": "On y <vient>"} -> 201
as karim
GET /clients/$fin/felt -> 200 {"respected": {"yes": 1, "n": 1}, "understood": {"yes": 0, "n": 1}, "valued": {"yes": 0, "n": 0}, "wants_me_to_succeed": {"n": 0},
  "answers": {"respected": {"text": "1 sur 1", "ratings": [{"kind": "rating", "id": any, "said": "oui", "by": "Renaud", "words": "On y <vient>"}]}, "valued": {"text": null, "ratings": []}}}
PAGE /c/$fin/ressenti -> 200
has "On y &lt;vient&gt;"
has "href=\"/avis/"
has "0 sur 1"
has "la question n’a été posée à personne"

# A condition that lacks opens on where it was asked for (T2–3).
POST /exchanges {"client_id": fin, "channel": "phone", "direction": "both", "minutes": 5, "term_ids": [folder]} -> 201 asked
PAGE /mandat/$work -> 200
has "<a href=\"/echange/$asked\">"
as renaud
PAGE /c/$fin/derive -> 404
PAGE /c/$fin/demandes -> 404
PAGE /c/$fin/ressenti -> 404
cli doctor -> 0
