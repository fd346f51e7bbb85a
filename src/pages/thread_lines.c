/* What stands in a client's thread beside the exchanges: one thread for the whole
 * team, with what was written, what there is to tell, the moments and the whys (R6.1).
 * What is somebody's own is not in it. */
#include <stdlib.h>

#include "pages/delivery.h"
#include "pages/exchanges.h"
#include "portal/as_read.h"
#include "rules/insight.h"
#include "rules/moment.h"

SELECT(writings_between, writing_kind,
    "WHERE client_id = $1 AND sent_at < $2 AND sent_at >= $3 ORDER BY sent_at DESC, id DESC LIMIT 100");
SELECT(matters_between, matter_kind,
    "WHERE client_id = $1 AND noticed_at < $2 AND noticed_at >= $3 ORDER BY noticed_at DESC, id DESC LIMIT "
    "100");
SELECT(moments_between, moment_kind,
    "WHERE client_id = $1 AND happened_on <= $2 AND happened_on >= $3 ORDER BY id DESC LIMIT 100");
SELECT(whys_between, insight_kind,
    "WHERE client_id = $1 AND created_at < $2 AND created_at >= $3 ORDER BY id DESC LIMIT 100");

#define NOON (12 * HOUR_SECONDS)

struct lines {
	int n;
	struct thread_line *line;
	instant before, since;
};

static void add(struct lines *all, struct thread_line line)
{
	if (line.at < all->before && line.at >= all->since && all->n < THREAD_LINES_MAX)
		all->line[all->n++] = line;
}

/* It happened on a day: where it was noted then, else in the middle of it. */
static instant moment_at(struct req *r, const struct moment *m)
{
	if (m->happened_on == day_at(r->c, m->r.created_at))
		return m->r.created_at;
	return zone_instant(&r->c->firm->calendar.zone, m->happened_on, NOON);
}

static int by_newest(const void *a, const void *b)
{
	const struct thread_line *x = a, *y = b;
	if (x->at != y->at)
		return x->at < y->at ? 1 : -1;
	return x->kind->number - y->kind->number;
}

int thread_lines_read(
    struct req *r, int64_t client, instant before, instant since, struct thread_line ret[THREAD_LINES_MAX])
{
	struct ctx *c = r->c;
	struct lines all = {.line = ret, .before = before, .since = since};
	foreach (c, writing, w, &writings_between, "iii", client, before, since)
		add(&all, (struct thread_line){w->sent_at, &writing_kind, w});
	foreach (c, matter, m, &matters_between, "iii", client, before, since)
		add(&all, (struct thread_line){m->noticed_at, &matter_kind, m});
	foreach (c, moment, m, &moments_between, "iii", client, day_at(c, before),
	    since ? day_at(c, since) : since)
		if (!m->exchange_id) /* else its appointment stands there */
			add(&all, (struct thread_line){moment_at(r, m), &moment_kind, m});
	foreach (c, insight, i, &whys_between, "iii", client, before, since)
		add(&all, (struct thread_line){i->r.created_at, &insight_kind, i});
	qsort(ret, (size_t)all.n, sizeof ret[0], by_newest);
	return all.n;
}

/* ---- one line --------------------------------------------------------------------- */

static void time_view(struct req *r, struct view *v, instant at)
{
	view_text(v, "time", say_time(r->c->arena, r->lang, &r->c->firm->calendar.zone, at));
}

static void writing_line(struct req *r, struct view *v, const struct writing *w, const struct thread *t)
{
	view_text(v, "icon", "file-text");
	view_text(v, "how", writing_title(r->c, w));
	time_view(r, v, w->sent_at);
	view_text(v, "who", name_of(t->staff, w->signed_by_id));
	view_text(v, "mandate", name_of(t->mandates, w->mandate_id));
	const char *left = w->state == WRITING_SENT ? delivery_text(r, &writing_kind, w) : NULL;
	view_text(v, "said", left ? left : writing_state_text(r, w));
}

static void matter_line(struct req *r, struct view *v, const struct matter *m, const struct thread *t)
{
	view_text(v, "icon", "speech");
	view_text(v, "how", phrase(r, N_("To tell: %s"), choice_text(r, &matter_kind, "nature", m)));
	time_view(r, v, m->noticed_at);
	view_text(v, "mandate", name_of(t->mandates, m->mandate_id));
	view_text(v, "text", matter_title(r->c, m));
	view_text(v, "said", choice_text(r, &matter_kind, "state", m));
}

/* Of a stumble nobody is named, not even who noted it (R6.3). */
static void moment_line(struct req *r, struct view *v, const struct moment *m, const struct thread *t)
{
	view_text(v, "icon", m->kind == WIN ? "sun" : m->kind == SETBACK ? "search" : "hand-helping");
	view_text(v, "how", phrase(r, N_("A moment: %s"), choice_text(r, &moment_kind, "kind", m)));
	view_text(v, "mandate", name_of(t->mandates, m->mandate_id));
	view_text(v, "text", m->title);
	view_text(v, "said", moment_when(r, m));
}

static void why_line(struct req *r, struct view *v, const struct insight *i)
{
	view_text(v, "icon", "user");
	view_text(v, "how", phrase(r, N_("A why: %s"), choice_text(r, &insight_kind, "question", i)));
	time_view(r, v, i->r.created_at);
	view_text(v, "text", i->text);
	view_text(v, "said", choice_text(r, &insight_kind, "state", i));
}

void thread_add_line(struct req *r, struct thread *t, const struct thread_line *b)
{
	struct view *v = thread_entry(r, t, b->at);
	view_text(v, "url", path_of(r, b->kind, ((const struct record *)b->rec)->id));
	if (b->kind == &writing_kind)
		writing_line(r, v, b->rec, t);
	else if (b->kind == &matter_kind)
		matter_line(r, v, b->rec, t);
	else if (b->kind == &moment_kind)
		moment_line(r, v, b->rec, t);
	else
		why_line(r, v, b->rec);
}
