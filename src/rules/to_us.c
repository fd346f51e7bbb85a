/* What reaches us by letter: no content of what a client says, the rows of one's own
 * day. */
#include "rules/to_us.h"

#include "rules/today.h"

/* ---- what a contact did ---------------------------------------------------------- */

/* Whom a letter about it goes to; 0: nobody who is there. */
static int64_t who_listens(struct ctx *c, const struct heard *what)
{
	bool cover;
	const struct person *p = person_reachable(c, in_charge(c, what->client_id, what->mandate_id), &cover);
	bool wants = p && (p->notify == NOTIFY_MESSAGES || (p->notify == NOTIFY_URGENT && what->urgent));
	return wants ? p->r.id : 0;
}

void heard(struct act *a, enum letter_event event, const struct heard *what)
{
	struct ctx *c = a->ctx;
	int64_t to = c->who.role == CONTACT ? who_listens(c, what) : 0;
	if (!to)
		return;
	letter_send(c, event,
	    &(struct letter_about){.to = to,
		.from = c->who.id,
		.what = GET(c, client, what->client_id)->name,
		.path = record_page(c, what->kind, what->id)});
}

/* ---- the rows of the day ------------------------------------------------------------ */

static instant day_begins(const struct calendar *cal, day d)
{
	int weekday = day_weekday(d);
	return cal->week[weekday].n ? zone_instant(&cal->zone, d, cal->week[weekday].period[0].from) : 0;
}

/* The first beginning of a working day after an instant; 0: there are none. */
static instant next_beginning(const struct calendar *cal, instant after)
{
	day d = zone_day(&cal->zone, after);
	bool works = working_days_before(cal, d + 1, 1) == d;
	if (!works || day_begins(cal, d) <= after)
		d = working_days_after(cal, d, 1);
	return day_begins(cal, d);
}

void digest_clock(struct ctx *c, const struct person *p, struct clocks *out)
{
	instant at = p->digest && p->active ? next_beginning(&c->firm->calendar, p->digest_at) : 0;
	if (at)
		clock_add(out, RING_DIGEST, 0, p->digest_at)->due = at;
}

/* One paragraph each, in their language. */
static const char *rows_said(struct ctx *c, const struct person *p)
{
	struct ctx theirs = *c;
	theirs.lang = lang_chosen(p->lang);
	const struct today *t = today_read(&theirs, p->r.id, false);
	const char *all = NULL;
	for (int i = 0; i < t->n; i++)
		all = all ? arena_printf(c->arena, "%s\n\n%s", all, t->row[i].text) : t->row[i].text;
	if (t->more == 0)
		return all;
	return arena_printf(c->arena, "%s\n\n%s", all,
	    t->more == 1 ? tr(theirs.lang, N_("and one more"))
			 : phrased(&theirs, N_("and %d more"), t->more));
}

/* Nobody away is written to; what could not leave that day is of no use the next. */
void digest_leaves(struct act *a)
{
	struct person *p = a->rec;
	struct ctx *c = a->ctx;
	p->digest_at = c->now;
	const char *rows = person_is_away(p, c->today) ? NULL : rows_said(c, p);
	if (rows)
		letter_send(c, LETTER_DIGEST,
		    &(struct letter_about){.to = p->r.id,
			.what = rows,
			.path = "/auj",
			.good_until = day_end(&c->firm->calendar, c->today) + 1});
}
