/* How often a condition was asked for: in writings that were sent, and in what we
 * said to the client (T5); and what was talked about without becoming clear (R3.1). */
#include "rules/refs.h"
#include "rules/term.h"

SQL(asked_in_writings,
    "SELECT id, sent_at, term_ids FROM writing WHERE client_id = $1 AND term_ids IS NOT NULL "
    "AND sent_at IS NOT NULL ORDER BY sent_at, id");
SQL(asked_in_exchanges, "SELECT id, at, term_ids FROM exchange WHERE client_id = $1 AND term_ids IS NOT NULL "
			"AND held = 1 AND cancelled_at IS NULL AND direction <> 'in' ORDER BY at, id");

SELECT(unclear_terms, term_kind,
    "WHERE client_id = $1 AND clarity <> 'clear' AND state NOT IN ('dropped', 'waived') ORDER BY id LIMIT "
    "$2");
SQL(talked_about, "SELECT term_ids FROM exchange WHERE client_id = $1 AND term_ids IS NOT NULL AND held = 1 "
		  "AND cancelled_at IS NULL");

/* Keeps the first ones, by time. */
static int put_in_order(struct asking *all, int n, struct asking one)
{
	int at = n;
	while (at > 0 && all[at - 1].at > one.at)
		at--;
	if (at == ASKINGS_MAX)
		return n;
	int last = n < ASKINGS_MAX ? n : ASKINGS_MAX - 1;
	for (int i = last; i > at; i--)
		all[i] = all[i - 1];
	all[at] = one;
	return last + 1;
}

static int gather(
    struct ctx *c, const struct sql *s, const struct kind *k, const struct term *t, struct asking *all, int n)
{
	int64_t id;
	instant at;
	const char *ids;
	struct db_query *q = db_query(c->db, s, "i", t->client_id);
	while (db_row(q, "iit", &id, &at, &ids))
		if (refs_have(ids, t->r.id))
			n = put_in_order(all, n, (struct asking){.kind = k, .id = id, .at = at});
	return n;
}

int term_askings(struct ctx *c, const struct term *t, struct asking ret[ASKINGS_MAX])
{
	int n = gather(c, &asked_in_writings, &writing_kind, t, ret, 0);
	return gather(c, &asked_in_exchanges, &exchange_kind, t, ret, n);
}

instant term_asked_twice(struct ctx *c, const struct term *t)
{
	struct asking asked[ASKINGS_MAX];
	if (t->kind != CONDITION || t->owed_by != OWED_BY_CLIENT)
		return 0;
	return term_askings(c, t, asked) >= 2 ? asked[1].at : 0;
}

#define TALKS 2

int terms_still_unclear(struct ctx *c, int64_t client, struct unclear ret[UNCLEAR_MAX])
{
	int n = 0, kept = 0;
	const char *ids;
	foreach (c, term, t, &unclear_terms, "ii", client, (int64_t)UNCLEAR_MAX)
		ret[n++] = (struct unclear){.term = t};
	struct db_query *q = n ? db_query(c->db, &talked_about, "i", client) : NULL;
	while (q && db_row(q, "t", &ids))
		for (int i = 0; i < n; i++)
			ret[i].times += refs_have(ids, ret[i].term->r.id);
	for (int i = 0; i < n; i++)
		if (ret[i].times >= TALKS)
			ret[kept++] = ret[i];
	return kept;
}
