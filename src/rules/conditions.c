/* The conditions of a mandate, gathered from its terms, its promises and the
 * library.  A mandate that does not move is looked at from here, not from its
 * tasks (T2). */
#include "rules/conditions.h"

#include <stdlib.h>

#include "rules/refs.h"

SELECT(held_back, promise_kind,
    "WHERE mandate_id = $1 AND state = 'open' AND blocked_by_term_ids IS NOT NULL "
    "ORDER BY id");

const char *stall_text(const struct ctx *c)
{
	return phrased(c,
	    N_("This engagement has not moved for %d working days: let us look at the "
	       "conditions rather than at the engagement."),
	    (int)settings_of(c)->stall_wd);
}

static int by_since(const void *a, const void *b)
{
	const struct term *x = ((const struct missing *)a)->term, *y = ((const struct missing *)b)->term;
	if (x->missing_since != y->missing_since)
		return x->missing_since < y->missing_since ? -1 : 1;
	return x->r.id < y->r.id ? -1 : 1;
}

static void find_blocked(struct ctx *c, const struct mandate *m, struct conditions *all)
{
	foreach (c, promise, p, &held_back, "i", m->r.id)
		for (int i = 0; i < all->nmissing; i++) {
			struct missing *one = &all->missing[i];
			if (one->nblocks < BLOCKS_MAX && refs_have(p->blocked_by_term_ids, one->term->r.id))
				one->blocks[one->nblocks++] = p->r.id;
		}
}

static void sort_out(struct conditions *all, const struct term *t)
{
	switch (t->state) {
	case TERM_MISSING:
		all->missing[all->nmissing++].term = t;
		break;
	case TERM_MET:
		all->in_place[all->nin_place++] = t;
		break;
	case TERM_PROPOSED:
	case TERM_AGREED:
		all->pending[all->npending++] = t;
		break;
	case TERM_WAIVED:
		all->waived[all->nwaived++] = t;
		break;
	default:
		break; /* only noted so far */
	}
}

struct conditions *conditions_read(struct ctx *c, const struct mandate *m)
{
	struct conditions *all = ARENA_NEW(c->arena, struct conditions);
	const struct term **terms = ARENA_ARRAY(c->arena, const struct term *, TERMS_MAX);
	int n = terms_of(c, m->r.id, terms, TERMS_MAX);
	all->missing = ARENA_ARRAY(c->arena, struct missing, n + 1);
	all->in_place = ARENA_ARRAY(c->arena, const struct term *, n + 1);
	all->pending = ARENA_ARRAY(c->arena, const struct term *, n + 1);
	all->waived = ARENA_ARRAY(c->arena, const struct term *, n + 1);
	for (int i = 0; i < n; i++)
		if (term_is_frame(terms[i]))
			sort_out(all, terms[i]);
	qsort(all->missing, (size_t)all->nmissing, sizeof all->missing[0], by_since);
	for (int i = 0; i < all->nmissing; i++) {
		all->missing[i].nasked = term_askings(c, all->missing[i].term, all->missing[i].asked);
		all->missing[i].insist = term_asked_twice(c, all->missing[i].term) != 0;
	}
	find_blocked(c, m, all);
	all->absent = ARENA_ARRAY(c->arena, const struct term *, TERMS_MAX);
	all->nabsent = library_absent(c, m->r.id, all->absent, TERMS_MAX);
	instant at = mandate_stalls_at(c, m);
	if (at && at <= c->now && all->nmissing > 0)
		all->stalled_at = at;
	all->question = at && at <= c->now && all->nmissing == 0;
	return all;
}

/* ---- as JSON ------------------------------------------------------------------- */

static void term_begin(const struct term *t, struct jw *out)
{
	jw_object(out);
	jw_int_of(out, "term_id", t->r.id);
	jw_text_of(out, "text", t->text);
}

static void missing_json(struct ctx *c, const struct missing *one, struct jw *out)
{
	const struct term *t = one->term;
	term_begin(t, out);
	jw_text_of(out, "why", t->why);
	jw_text_of(out, "owed_by", record_choice(&term_kind, "owed_by", t));
	date_json(c, t->missing_since, jw_key(out, "since"));
	jw_array(jw_key(out, "blocks"));
	for (int i = 0; i < one->nblocks; i++)
		jw_int(out, one->blocks[i]);
	jw_end_array(out);
	jw_array(jw_key(out, "asked"));
	for (int i = 0; i < one->nasked; i++) {
		jw_object(out);
		jw_text_of(out, "kind", one->asked[i].kind->name);
		jw_int_of(out, "id", one->asked[i].id);
		instant_json(c, one->asked[i].at, jw_key(out, "at"));
		jw_end_object(out);
	}
	jw_end_array(out);
	jw_bool_of(out, "insist", one->insist);
	jw_end_object(out);
}

static void terms_json(const char *key, const struct term *const *terms, int n, struct jw *out)
{
	jw_array(jw_key(out, key));
	for (int i = 0; i < n; i++) {
		term_begin(terms[i], out);
		jw_end_object(out);
	}
	jw_end_array(out);
}

static void absent_json(struct ctx *c, int64_t mandate, const struct term *t, struct jw *out)
{
	jw_object(out);
	jw_int_of(out, "library_id", t->r.id);
	jw_text_of(out, "text", t->text);
	jw_text_of(out, "why", t->why);
	jw_text_of(out, "last_answer", library_last_answer(c, mandate, t->r.id));
	jw_end_object(out);
}

void conditions_json(struct ctx *c, const void *rec, struct jw *out)
{
	const struct mandate *m = rec;
	const struct conditions *all = conditions_read(c, m);
	jw_object(out);
	jw_int_of(out, "mandate_id", m->r.id);
	jw_bool_of(out, "stalled", all->stalled_at != 0);
	instant_json(c, all->stalled_at, jw_key(out, "stalled_at"));
	jw_text_of(out, "text", all->stalled_at ? stall_text(c) : NULL);
	jw_array(jw_key(out, "missing"));
	for (int i = 0; i < all->nmissing; i++)
		missing_json(c, &all->missing[i], out);
	jw_end_array(out);
	terms_json("in_place", all->in_place, all->nin_place, out);
	terms_json("pending", all->pending, all->npending, out);
	terms_json("waived", all->waived, all->nwaived, out);
	jw_object(jw_key(out, "count"));
	jw_int_of(out, "in_place", all->nin_place);
	jw_int_of(out, "n", all->nin_place + all->nmissing + all->npending);
	jw_end_object(out);
	jw_array(jw_key(out, "absent"));
	for (int i = 0; i < all->nabsent; i++)
		absent_json(c, m->r.id, all->absent[i], out);
	jw_end_array(out);
	jw_text_of(out, "question", all->question ? tr(c->lang, N_("Which condition did we forget?")) : NULL);
	jw_end_object(out);
}
