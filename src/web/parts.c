/* Pieces that several pages show.  What a page names again and again (the
 * team, a client's contacts and engagements) is read once, by one statement. */
#include "web/parts.h"

#include <string.h>

#define NAMES_MAX 500
#define CONTACTS_MAX 200

/* Ours have no client, which an index knows. */
SQL(team_named, "SELECT id, name, active FROM person WHERE client_id IS NULL AND role <> 'contact' "
		"ORDER BY name_key, id LIMIT 500");
SQL(mandates_named, "SELECT id, title, CASE WHEN state = 'closed' THEN 0 ELSE 1 END FROM mandate WHERE client_id = $1 "
		    "ORDER BY id DESC LIMIT 500");
SQL(clients_named, "SELECT id, name FROM client WHERE state <> 'archived' AND state <> 'ended' ORDER BY name_key, id LIMIT 501");
SQL(contacts_of_client, "SELECT client_id, id, name, email, phone, lang, active FROM person WHERE client_id = $1 "
			"ORDER BY id LIMIT 200");
SELECT(past_exchanges, exchange_kind,
    "WHERE client_id = $1 AND at >= $2 AND at <= $3 AND cancelled_at IS NULL ORDER BY at DESC, id DESC LIMIT 30");
SQL(record_history, "SELECT a.at, p.name, a.rule, a.action, a.reason FROM audit a LEFT JOIN person p ON p.id = a.who_id "
		    "WHERE a.kind = $1 AND a.record_id = $2 ORDER BY a.id LIMIT 500");

/* ---- saying ----------------------------------------------------------------- */

const char *said_near(struct req *r, instant at)
{
	return say_near(r->c->arena, r->lang, &r->c->firm->calendar.zone, at, r->c->now);
}

#define NEAR_DAYS 6 /* as near as a weekday alone would say it */

const char *said_date(struct req *r, day d)
{
	day away = d > r->c->today ? d - r->c->today : r->c->today - d;
	if (away == 0 || away > NEAR_DAYS)
		return say_near_day(r->c->arena, r->lang, d, r->c->today);
	return say_day(r->c->arena, r->lang, d);
}

const char *as_minute(struct req *r, instant at)
{
	return arena_strndup(r->c->arena, instant_text(r->c->arena, &r->c->firm->calendar.zone, at), strlen("2027-03-08T09:04"));
}

const char *path_of(struct req *r, const struct kind *k, int64_t id)
{
	return k->page(r->c->arena, &(struct record){.id = id});
}

void link_view(struct view *v, const char *key, const char *text, const char *url)
{
	struct view *link = view_map(v, key);
	view_text(link, "text", text);
	view_text(link, "url", url);
}

/* ---- choices ------------------------------------------------------------------ */

const struct choice channels[] = {
    {"phone", N_("Phone"), "phone"},
    {"in_person", N_("In person"), "handshake"},
    {"video", N_("Video"), "video"},
    {"email", N_("E-mail"), "mail"},
    {"sms", N_("Text message"), "message-circle"},
    {"letter", N_("Letter"), "file-text"},
    {0},
};

const struct choice directions[] = {
    {"in", N_("They did"), NULL},
    {"out", N_("We did"), NULL},
    {"both", N_("Both of us"), NULL},
    {0},
};

const struct choice natures[] = {
    {"problem", N_("a problem"), NULL},
    {"bad_news", N_("bad news"), NULL},
    {"good_news", N_("good news"), NULL},
    {"idea", N_("an idea"), NULL},
    {"standard", N_("what is usual in our trade"), NULL},
    {0},
};

const struct choice severities[] = {
    {"1", N_("a small worry"), NULL},
    {"2", N_("in the way"), NULL},
    {"3", N_("major"), NULL},
    {0},
};

const struct choice causes[] = {
    {"us", N_("from us"), NULL},
    {"client", N_("from the client"), NULL},
    {"both", N_("from both"), NULL},
    {"neither", N_("from elsewhere"), NULL},
    {"unknown", N_("not known"), NULL},
    {0},
};

const struct choice languages[] = {
    {"fr", "Français", NULL},
    {"en", "English", NULL},
    {0},
};

const struct choice tags[] = {
    {"thanks", N_("thanks"), NULL},
    {"praise", N_("praise"), NULL},
    {"criticism", N_("criticism"), NULL},
    {"doubt", N_("doubt"), NULL},
    {"dissatisfied", N_("dissatisfied"), NULL},
    {"next_request", N_("a new request"), NULL},
    {0},
};

void choices_view(struct req *r, struct view *v, const char *key, const struct choice *choices, const char *on)
{
	struct view *list = view_list(v, key);
	for (const struct choice *c = choices; c->value; c++) {
		struct view *o = view_add(list);
		view_text(o, "value", c->value);
		view_text(o, "text", tr(r->lang, c->text));
		view_text(o, "icon", c->icon);
		view_flag(o, "on", on && strcmp(on, c->value) == 0);
	}
}

const char *choice_text(struct req *r, const struct choice *choices, int64_t n)
{
	return n > 0 ? tr(r->lang, choices[n - 1].text) : NULL;
}

/* ---- who and what surrounds a client --------------------------------------------- */

static struct names read_names(struct req *r, struct db_query *q)
{
	struct named *one = ARENA_ARRAY(r->c->arena, struct named, NAMES_MAX), next;
	int64_t current;
	int n = 0;
	while (db_row(q, "iti", &next.id, &next.name, &current)) {
		next.over = !current;
		one[n++] = next;
	}
	return (struct names){n, one};
}

struct names staff_names(struct req *r)
{
	return read_names(r, db_query(r->c->db, &team_named, ""));
}

struct names mandate_names(struct req *r, int64_t client)
{
	return read_names(r, db_query(r->c->db, &mandates_named, "i", client));
}

const char *name_of(struct names all, int64_t id)
{
	for (int i = 0; i < all.n; i++)
		if (all.one[i].id == id)
			return all.one[i].name;
	return NULL;
}

static void option_view(struct view *list, int64_t value, const char *text, bool on)
{
	struct view *o = view_add(list);
	view_int(o, "value", value);
	view_text(o, "text", text);
	view_flag(o, "on", on);
}

void names_view(struct view *v, const char *key, struct names all, int64_t on)
{
	struct view *list = view_list(v, key);
	for (int i = 0; i < all.n; i++)
		if (!all.one[i].over || all.one[i].id == on)
			option_view(list, all.one[i].id, all.one[i].name, all.one[i].id == on);
}

bool clients_view(struct req *r, struct view *v, const char *key)
{
	struct view *list = view_list(v, key);
	struct db_query *q = db_query(r->c->db, &clients_named, "");
	int64_t id;
	const char *name;
	int n = 0;
	while (db_row(q, "it", &id, &name))
		if (n++ < NAMES_MAX)
			option_view(list, id, name, false);
	return n > NAMES_MAX;
}

struct contacts contacts_of(struct req *r, int64_t client)
{
	struct contact *one = ARENA_ARRAY(r->c->arena, struct contact, CONTACTS_MAX), next;
	int64_t active;
	int n = 0;
	struct db_query *q = db_query(r->c->db, &contacts_of_client, "i", client);
	while (db_row(q, "iittttti" + 0, &next.client_id, &next.id, &next.name, &next.email, &next.phone, &next.lang, &active)) {
		next.over = !active;
		one[n++] = next;
	}
	return (struct contacts){n, one};
}

const char *dialled(struct req *r, const char *phone)
{
	if (!phone)
		return NULL;
	char *kept = arena_strdup(r->c->arena, phone), *end = kept;
	for (const char *p = phone; *p; p++)
		if ((*p >= '0' && *p <= '9') || (*p == '+' && end == kept))
			*end++ = *p;
	*end = 0;
	return kept;
}

static void contact_view(struct req *r, struct view *v, const struct contact *one)
{
	view_text(v, "name", one->name);
	view_text(v, "url", path_of(r, &person_kind, one->id));
	view_text(v, "phone", one->phone);
	view_text(v, "tel", dialled(r, one->phone));
	view_text(v, "language", tr(r->lang, strcmp(one->lang, "en") == 0 ? N_("in English") : N_("in French")));
}

void reach_view(struct req *r, struct view *people, struct contacts all, int most)
{
	for (int i = 0; i < all.n && most > 0; i++)
		if (!all.one[i].over) {
			contact_view(r, view_add(people), &all.one[i]);
			most--;
		}
}
