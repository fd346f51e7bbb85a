/* Everyone we look after, by name, found by the beginning of any word of it;
 * and the form that adds one. */
#include "pages/choose.h"
#include "pages/pages.h"
#include "web/parts.h"

#define CLIENTS_SHOWN 100

/* $1, $2: what is looked for; $3, $4: after this one; $5: now. */
#define RUNNING \
	"FROM clock k WHERE k.client_id = client.id AND k.stopped_at IS NULL AND k.rings = 0 AND " \
	"k.shows_at <= $5 " \
	"AND (k.ends_at IS NULL OR k.ends_at > $5)"
SQL(clients_page,
    "SELECT id, name, state, responsible_id, "
    "(SELECT max(x.at) FROM exchange x WHERE x.client_id = client.id AND x.at <= $5 AND x.cancelled_at IS "
    "NULL), "
    "(SELECT min(k.starts_at) " RUNNING " AND k.type = $7), (SELECT count(*) " RUNNING ") "
    "FROM client WHERE " NAME_FOUND " AND (name_key, id) > ($3, $4) ORDER BY name_key, id LIMIT $6");
SQL(clients_count, "SELECT count(*) FROM client WHERE " NAME_FOUND);

struct line {
	int64_t id, responsible, waiting;
	const char *name, *state;
	instant last, waits_since;
};

static const char *waits_text(struct req *r, const struct line *l)
{
	if (l->waits_since)
		return phrase(r, N_("waiting for an answer since %s"), said_near(r, l->waits_since));
	if (l->waiting == 0)
		return NULL;
	return l->waiting == 1 ? tr(r->lang, N_("one thing waits"))
			       : phrase(r, N_("%d things wait"), (int)l->waiting);
}

static const char *last_text(struct req *r, const struct line *l)
{
	if (!l->last)
		return tr(r->lang, N_("nothing noted yet"));
	return phrase(r, N_("last exchange: %s"), said_date(r, day_at(r->c, l->last)));
}

static void line_view(struct req *r, struct view *v, const struct line *l, const struct named *staff)
{
	view_text(v, "name", l->name);
	view_text(v, "url", path_of(r, &client_kind, l->id));
	const struct choice *states = choices_of(&client_kind, "state");
	int64_t state = choice_number(states, l->state);
	view_text(v, "state", state == CLIENT_ACTIVE ? NULL : tr(r->lang, states[state - 1].text));
	view_text(v, "responsible", name_of(staff, l->responsible));
	view_text(v, "last", last_text(r, l));
	view_text(v, "waits", waits_text(r, l));
}

static const char *url_of_more(struct req *r, const char *q, int64_t after)
{
	const char *words = q ? url_encoded(r->c->arena, q) : "";
	return arena_printf(r->c->arena, "/clients?q=%s&apres=%lld", words, (long long)after);
}

static void list_view(
    struct req *r, struct view *v, const struct named *staff, struct name_sought sought, const char *q)
{
	const char *asked = query_value(r, "apres");
	const struct client *after = asked ? record_find(r->c, &client_kind, asked) : NULL;
	struct view *list = view_list(v, "clients");
	struct line l;
	int64_t last = 0;
	int n = 0;
	struct db_query *rows = db_query(r->c->db, &clients_page, "tttiiit", sought.words, sought.inside,
	    after ? after->name_key : "", after ? after->r.id : INT64_C(0), r->c->now,
	    (int64_t)CLIENTS_SHOWN + 1, clock_types[CLOCK_A2].type);
	while (db_row(
	    rows, "ittiiii", &l.id, &l.name, &l.state, &l.responsible, &l.last, &l.waits_since, &l.waiting)) {
		if (n++ == CLIENTS_SHOWN)
			continue;
		line_view(r, view_add(list), &l, staff);
		last = l.id;
	}
	view_text(v, "more_url", n > CLIENTS_SHOWN ? url_of_more(r, q, last) : NULL);
	view_flag(v, "none", n == 0);
}

static const struct choice states_at_first[] = {
    CHOICE("active", N_("We are working together")),
    CHOICE("prospect", N_("Introduced to us")),
    {0},
};

static void new_view(struct req *r, struct view *v, const struct named *staff)
{
	struct view *new = view_map(v, "new");
	choices_view(r, new, "states", states_at_first, "active");
	choices_view(r, new, "languages", choices_of(&person_kind, "lang"), lang_code(r->c->firm->lang));
	names_view(new, "people", staff, r->who.id);
	clients_view(r, new, "referrers");
	view_text(new, "here", NULL); /* once added, its own page */
}

static const char *count_text(struct req *r, int64_t n)
{
	return n == 1 ? tr(r->lang, N_("One client"))
		      : phrase(r, N_("%s clients"), say_number(r->c->arena, r->lang, n));
}

void page_clients(struct req *r)
{
	struct view *v = page_begin(r, tr(r->lang, N_("Clients")), "clients");
	const struct named *staff = staff_named(r->c);
	const char *q = query_value(r, "q");
	struct name_sought sought = name_sought(r->c->arena, q), all = name_sought(r->c->arena, NULL);
	view_text(v, "q", q);
	view_flag(v, "nobody", !db_int(r->c->db, &clients_count, 0, "tt", all.words, all.inside));
	view_text(v, "count",
	    count_text(r, db_int(r->c->db, &clients_count, 0, "tt", sought.words, sought.inside)));
	list_view(r, v, staff, sought, q);
	if (!http_header(r->x, "HX-Request")) /* while one types, only what is found */
		new_view(r, v, staff);
	page_send(r, "clients", v, 200);
}
