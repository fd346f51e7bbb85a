# E5: a chain of a thousand, and a circle found at its very end; growth of the tree
firm lang=en
as claire
POST /clients {"name": "Client 1", "state": "active"} -> 201 first
sql "WITH RECURSIVE n(i) AS (VALUES (2) UNION ALL SELECT i + 1 FROM n WHERE i < 1201) INSERT INTO client (id, rev, created_at, created_by, name, name_key, kind, state, responsible_id, lang, silence_rule, referred_by_client_id) SELECT i, 1, created_at, created_by, 'Client ' || i, name_key, kind, state, responsible_id, lang, silence_rule, i - 1 FROM n, client WHERE id = 1" or "WITH RECURSIVE n(i) AS (VALUES (CAST(2 AS BIGINT)) UNION ALL SELECT i + 1 FROM n WHERE i < 1201) INSERT INTO client (id, rev, created_at, created_by, name, name_key, kind, state, responsible_id, lang, silence_rule, referred_by_client_id) SELECT i, 1, created_at, created_by, 'Client ' || i, name_key, kind, state, responsible_id, lang, silence_rule, i - 1 FROM n, client WHERE id = 1"
POST /entries {"client_id": 1201, "kind": "revenue", "cents": 500} -> 201
GET /referrals -> 200 {"nodes": [{"client_id": 1, "direct_cents": 0, "indirect_cents": 500, "brought_cents": 500}, ...]}
POST /clients/1/set_referrer {"client_id": 1201} -> 409 referral_cycle
POST /clients {"name": "The last", "referred_by_client_id": 1201} -> 201 last
POST /clients/$last/set_referrer {"client_id": 600} -> 200
PAGE /arbre -> 200
has "/arbre?apres=200"
has "step 150"
PAGE /arbre?apres=200 -> 200
has "<a href=\"/c/201\">Client 201</a>"
lacks "<a href=\"/c/200\">"
PAGE /arbre?client=700&apres=1100 -> 200
has "<a href=\"/c/1201\">Client 1201</a>"
lacks "rel=\"next\""
