/* The firm's library of conditions and rules beside one mandate: what is absent
 * there, and why somebody left it out (T4, T9). */
#include "rules/term.h"

SELECT(of_library, term_kind, "WHERE library = 1 AND state IN ('noted', 'agreed') ORDER BY id LIMIT $1");
SQL(last_answer, "SELECT omitted_reason FROM term WHERE mandate_id = $1 AND library_id = $2 "
		 "AND state = 'dropped' AND omitted_reason <> 'forgot' ORDER BY id DESC LIMIT 1");

static bool is_among(const struct term *const *terms, int n, int64_t library_id)
{
	for (int i = 0; i < n; i++)
		if (terms[i]->library_id == library_id)
			return true;
	return false;
}

int library_absent(struct ctx *c, int64_t mandate, const struct term **ret, int max)
{
	const struct term **there = ARENA_ARRAY(c->arena, const struct term *, TERMS_MAX);
	int nthere = terms_of(c, mandate, there, TERMS_MAX), n = 0;
	foreach (c, term, t, &of_library, "i", (int64_t)TERMS_MAX)
		if (n < max && !is_among(there, nthere, t->r.id))
			ret[n++] = t;
	return n;
}

const char *library_last_answer(struct ctx *c, int64_t mandate, int64_t library_id)
{
	return db_text(c->db, &last_answer, "ii", mandate, library_id);
}

int library_unconsidered(struct ctx *c, int64_t mandate, int64_t *ret, int max)
{
	const struct term *absent[TERMS_MAX];
	int n = 0, all = library_absent(c, mandate, absent, TERMS_MAX);
	for (int i = 0; i < all && n < max; i++)
		if (absent[i]->state == TERM_AGREED && !library_last_answer(c, mandate, absent[i]->r.id))
			ret[n++] = absent[i]->r.id;
	return n;
}
