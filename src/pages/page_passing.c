/* Handing over is a moment, not a rename (conversation 17.4): whom to, what goes with
 * it, and what the client reads of it.  Of a client, or of one of its engagements. */
#include "pages/passing.h"

#include <stdlib.h>

#include "pages/exchanges.h"
#include "pages/pages.h"
#include "pages/promises.h"
#include "rules/charge.h"
#include "rules/deliver.h"

struct handing {
	const struct kind *kind;
	int64_t id, client_id, mandate_id, responsible_id;
	const char *name;
	struct held held;
};

static struct handing handing_read(struct req *r)
{
	struct handing p = {.kind = r->route->of};
	if (p.kind == &client_kind) {
		const struct client *k = r->rec;
		p.id = p.client_id = k->r.id;
		p.responsible_id = k->responsible_id;
		p.name = k->name;
	} else {
		const struct mandate *m = r->rec;
		p.id = p.mandate_id = m->r.id;
		p.client_id = m->client_id;
		p.responsible_id = m->responsible_id;
		p.name = m->title;
	}
	p.held = held_read(r->c, p.responsible_id, p.client_id, p.mandate_id);
	return p;
}

/* ---- whom to ----------------------------------------------------------------------- */

static const char *passing_url(struct req *r, const struct handing *p, int64_t to)
{
	const char *page = path_of(r, p->kind, p->id);
	return to ? arena_printf(r->c->arena, "%s/passage?a=%lld", page, (long long)to)
		  : arena_printf(r->c->arena, "%s/passage", page);
}

static void people_view(struct req *r, struct view *v, const struct handing *p)
{
	struct view *people = view_list(v, "people");
	for (const struct named *one = staff_named(r->c); one; one = one->next)
		if (!one->over && one->id != p->responsible_id) {
			struct view *person = view_add(people);
			view_text(person, "name", one->name);
			view_text(person, "url", passing_url(r, p, one->id));
			view_text(person, "away", away_said(r, GET(r->c, person, one->id)));
		}
}

/* Who was chosen; NULL: nobody yet. */
static const struct named *chosen(struct req *r, const struct handing *p)
{
	const char *id = query_value(r, "a");
	for (const struct named *one = staff_named(r->c); id && one; one = one->next)
		if (!one->over && one->id != p->responsible_id && one->id == strtoll(id, NULL, 10))
			return one;
	return NULL;
}

/* ---- what goes with it ---------------------------------------------------------------- */

static struct view *part_view(struct view *list, int64_t value, const char *text, const char *note)
{
	struct view *one = view_add(list);
	view_int(one, "value", value);
	view_text(one, "text", text);
	view_text(one, "note", note);
	return one;
}

static void held_view(struct req *r, struct view *v, const struct held *h)
{
	struct view *promises = view_list(v, "promises"), *mandates = view_list(v, "mandates"),
		    *exchanges = view_list(v, "exchanges");
	for (int i = 0; i < h->npromises; i++) {
		const struct promise *p = GET(r->c, promise, h->promises[i]);
		part_view(promises, p->r.id, p->text, said_date(r, p->due));
	}
	for (int i = 0; i < h->nmandates; i++) {
		const struct mandate *m = GET(r->c, mandate, h->mandates[i]);
		part_view(mandates, m->r.id, m->title, choice_text(r, &mandate_kind, "state", m));
	}
	for (int i = 0; i < h->nexchanges; i++) {
		const struct exchange *x = GET(r->c, exchange, h->exchanges[i]);
		part_view(exchanges, x->r.id, appointment_text(r, x->at, x->channel), x->subject);
	}
	view_flag(v, "holds", h->npromises + h->nmandates + h->nexchanges > 0);
}

/* ---- what the client reads of it --------------------------------------------------------- */

/* In their language, signed by the one who leaves it. */
static const char *suggestion(struct req *r, const struct handing *p, const char *to)
{
	enum lang theirs = client_lang(r->c, p->client_id);
	struct ctx c = *r->c;
	c.lang = theirs;
	return p->mandate_id ? phrased(&c,
				   N_("From today on, %s looks after “%s” in my place, and knows what we "
				      "agreed and what is "
				      "under way. Nothing changes in your space."),
				   to, p->name)
			     : phrased(&c,
				   N_("From today on, %s looks after you in my place, and knows what we "
				      "agreed and what is "
				      "under way. Nothing changes in your space."),
				   to);
}

static void tell_view(struct req *r, struct view *v, const struct handing *p, const char *to)
{
	int64_t ids[REFS_MAX];
	int n = refs_read(deliver_readers(r->c, p->client_id, 0), ids);
	if (n == 0)
		return;
	struct view *tell = view_map(v, "tell");
	const char *from = person_name(r->c, p->responsible_id);
	view_text(tell, "text", suggestion(r, p, first_name(r->c->arena, to)));
	view_text(tell, "note",
	    phrase(r, N_("A letter goes to %s; it is signed by %s. Leave it empty to write nothing."),
		first_names(r->c, ids, n), first_name(r->c->arena, from)));
}

/* ---- afterwards -------------------------------------------------------------------------- */

/* What was erased since is no more in it. */
static void passed_view(struct req *r, struct view *list, const struct held *with)
{
	for (int i = 0; i < with->nmandates; i++)
		item_view(
		    r, list, GET(r->c, mandate, with->mandates[i])->title, &mandate_kind, with->mandates[i]);
	for (int i = 0; i < with->npromises; i++) {
		const struct promise *p = GET(r->c, promise, with->promises[i]);
		if (p)
			promise_item(r, list, p);
	}
	for (int i = 0; i < with->nexchanges; i++) {
		const struct exchange *x = GET(r->c, exchange, with->exchanges[i]);
		if (x)
			item_view(r, list, appointment_text(r, x->at, x->channel), &exchange_kind, x->r.id);
	}
}

void passage_view(struct req *r, struct view *v, const struct kind *k, const void *rec)
{
	if (!handed_is_shown(r->c, k, rec))
		return;
	const struct handed handed = handed_of(r->c, k, rec);
	struct view *passed = view_map(v, "passed");
	const char *name = record_about(r->c, k, rec);
	view_text(passed, "text",
	    phrase(r, N_("%s handed %s over to %s, %s."), person_name(r->c, handed.from),
		k == &mandate_kind ? phrase(r, N_("“%s”"), name) : name, person_name(r->c, handed.to),
		said_near(r, handed.at)));
	passed_view(r, view_list(passed, "items"), &handed.with);
}

/* ---- the page -------------------------------------------------------------------------------- */

void page_passing(struct req *r)
{
	const struct handing p = handing_read(r);
	const struct named *to = chosen(r, &p);
	const char *title = phrase(r, p.mandate_id ? N_("Hand over “%s”") : N_("Hand over %s"), p.name);
	struct view *v = page_begin(r, title, "clients");
	view_text(v, "title", title);
	view_text(v, "page", path_of(r, p.kind, p.id));
	view_text(
	    v, "action", arena_printf(r->c->arena, "/a/%s/%lld/hand_over", p.kind->plural, (long long)p.id));
	around_view(r, v, p.client_id, p.mandate_id, p.responsible_id);
	if (!to) {
		people_view(r, v, &p);
		view_flag(v, "whom", true);
	} else {
		struct view *form = view_map(v, "form");
		view_int(form, "to", to->id);
		view_text(form, "to_name", to->name);
		view_text(form, "other_url", passing_url(r, &p, 0));
		held_view(r, form, &p.held);
		tell_view(r, form, &p, to->name);
	}
	page_send(r, "passing", v, 200);
}
