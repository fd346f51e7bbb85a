/* entente demo: a firm with a year behind it.  The story is a file of what its
 * people and their clients did; it is played through the door with the clock
 * standing at each moment, so that everything that happens by time happens then.
 *
 *   {"at": "work:-3 14:20", "as": "noemie", "do": "writings/lune-entente/confirm"}
 *
 * "ref" names the record it makes, "made" those that follow from it; "@lune" is
 * that record, "@lune-visit.recap_id" the one that its field leads to. */
#include "cli/cli.h"

#include <string.h>

#include "base/asset.h"
#include "base/text.h"
#include "record/letter.h"
#include "record/visitor.h"
#include "rules/portal.h"
#include "rules/rules.h"

#define STORY "demo/mistral.json"
#define PASSWORD "entente-demo"
#define SITE "http://127.0.0.1:8080" /* where `make run` serves */

struct player {
	struct ctx *c;
	const json_t *people, *guests, *story;
	json_t *links; /* what each name in the story stands for, as link_to() makes it */
	day zero;      /* the story's last day: today, or Friday on a weekend */
	instant real;  /* nothing happens later than now */
	char error[256];
};

/* ---- times and values --------------------------------------------------- */

static day workday(const struct player *p, int n)
{
	const struct calendar *cal = &p->c->firm->calendar;
	return n > 0 ? working_days_after(cal, p->zero, n) : working_days_before(cal, p->zero, -n);
}

/* "work:-3 14:20" */
static bool moment_read(const struct player *p, const char *s, instant *ret)
{
	int n, hour, minute, end = 0;
	if (sscanf(s, "work:%d %2d:%2d%n", &n, &hour, &minute, &end) != 3 || s[end])
		return false;
	*ret = zone_instant(&p->c->firm->calendar.zone, workday(p, n), hour * HOUR_SECONDS + minute * 60);
	return true;
}

/* "workday:+5", "day:-900" */
static bool date_read(const struct player *p, const char *s, day *ret)
{
	int n, end = 0;
	if (sscanf(s, "workday:%d%n", &n, &end) == 1 && end && !s[end])
		*ret = workday(p, n);
	else if (sscanf(s, "day:%d%n", &n, &end) == 1 && end && !s[end])
		*ret = p->zero + n;
	else
		return false;
	return true;
}

/* The record behind "lune", or behind "lune-visit.recap_id"; 0: nothing has that name. */
static int64_t link_named(const struct player *p, const char *name)
{
	size_t n = strcspn(name, ".");
	const char *whole = arena_strndup(p->c->arena, name, n);
	int64_t link = json_integer_value(json_object_get(p->links, whole));
	if (!link || !name[n])
		return link;
	const struct kind *k = link_kind(link);
	p->c->cache = NULL;
	const void *rec = record_get(p->c, k, link_id(link));
	for (const struct field *f = k->fields; f->name; f++)
		if (f->type == FT_ref && strcmp(f->name, name + n + 1) == 0)
			return link_to(f->to, field_int(f, rec));
	return 0;
}

/* As whoever acts would write it: a contact knows no number. */
static const char *id_of(const struct player *p, int64_t link)
{
	struct ctx *c = p->c;
	if (c->who.role == CONTACT)
		return pub_name(c->arena, &c->firm->key, (int)link_kind(link)->number, link_id(link));
	return arena_printf(c->arena, "%lld", (long long)link_id(link));
}

static json_t *input_of(const struct player *p, const json_t *in);

static json_t *value_of(const struct player *p, json_t *v)
{
	struct arena *a = p->c->arena;
	const char *s = json_string_value(v);
	int64_t link = s && s[0] == '@' ? link_named(p, s + 1) : 0;
	instant at;
	day d;
	if (json_is_array(v)) {
		json_t *list = json_array();
		for (size_t i = 0; i < json_array_size(v); i++)
			json_array_append_new(list, value_of(p, json_array_get(v, i)));
		return list;
	}
	if (json_is_object(v))
		return input_of(p, v);
	if (link)
		return p->c->who.role == CONTACT ? json_string(id_of(p, link)) : json_integer(link_id(link));
	if (s && moment_read(p, s, &at))
		return json_string(instant_text(a, &p->c->firm->calendar.zone, at));
	if (s && date_read(p, s, &d))
		return json_string(day_text(a, d));
	return json_incref(v);
}

static json_t *input_of(const struct player *p, const json_t *in)
{
	const char *key;
	json_t *v, *input = json_object();
	json_object_foreach((json_t *)in, key, v)
	{
		json_object_set_new(input, key, value_of(p, v));
	}
	return input;
}

static const char *text_at(const json_t *object, const char *key)
{
	const char *s = json_string_value(json_object_get(object, key));
	return s ? s : "";
}

/* ---- playing ------------------------------------------------------------ */

static bool stand_at(struct player *p, instant at)
{
	struct ctx *c = p->c;
	c->now = at < p->real ? at : p->real;
	c->today = day_at(c, c->now);
	return time_passes(c);
}

/* One of the firm, or of a client; nobody else ever acts. */
static struct who who_of(struct ctx *c, int64_t id)
{
	struct who who = {0};
	enum lang lang;
	const char *email;
	c->cache = NULL;
	const struct person *p = GET(c, person, id);
	if (p && p->role == ROLE_CONTACT)
		who_by_contact(c, id, &who, &lang, &email);
	else if (p)
		who = (struct who){.id = id, .role = p->role == ROLE_LEAD ? LEAD : MEMBER, .name = p->name};
	return who;
}

/* What the door refused, by its codes: whoever reads this mends the story. */
static void refuse_part(struct player *p, const char *where, const struct refusal *r)
{
	const char *said = r->code->code;
	for (int i = 0; i < r->nfields; i++)
		said = arena_printf(p->c->arena, "%s, %s %s", said, r->field[i].field, r->field[i].reason);
	snprintf(p->error, sizeof p->error, "the story is refused at %s: %s", where, said);
}

static bool broken(struct player *p, const char *where, const char *why)
{
	snprintf(p->error, sizeof p->error, "the story is broken at %s: %s", where, why);
	return false;
}

static void name_link(struct player *p, const char *name, const struct kind *k, int64_t id)
{
	json_object_set_new(p->links, name, json_integer(link_to(k, id)));
}

/* Does one thing as whoever stands there, and names what it made. */
static bool ask(struct player *p, const char *where, struct call call, const json_t *names)
{
	struct outcome done;
	bool played = act(p->c, &call, &done);
	json_decref(call.input);
	if (!played) {
		refuse_part(p, where, &done.refusal);
		return false;
	}
	const json_t *made = json_object_get(names, "made");
	if (*text_at(names, "ref"))
		name_link(p, text_at(names, "ref"), call.kind, ((const struct record *)done.rec)->id);
	for (int i = 0; i < done.nmade && json_array_get(made, (size_t)i); i++)
		name_link(p, json_string_value(json_array_get(made, (size_t)i)), done.made[i].kind,
		    done.made[i].id);
	return true;
}

/* A contact reads: what was sent to them, or (0) all that waits for them. */
static void look(struct player *p, int64_t link)
{
	if (!link) {
		portal_seen(p->c);
		return;
	}
	const struct kind *k = link_kind(link);
	record_open(p->c, k, record_get(p->c, k, link_id(link)));
}

/* "promises" creates, "promises/NAME/done" acts, "look" and "look/NAME" read. */
static bool play(struct player *p, int n, json_t *event)
{
	struct arena *a = p->c->arena;
	const char *what = text_at(event, "do"), *where = arena_printf(a, "event %d, %s", n, what);
	const char *first = arena_strndup(a, what, strcspn(what, "/")), *slash = strchr(what, '/');
	size_t length = slash ? strcspn(slash + 1, "/") : 0;
	int64_t link = slash ? link_named(p, arena_strndup(a, slash + 1, length)) : 0;
	if (slash && !link)
		return broken(p, where, "nothing has that name");
	if (strcmp(first, "look") == 0) {
		look(p, link);
		return true;
	}
	struct call call = {.kind = kind_named(first),
	    .verb = slash ? strrchr(what, '/') + 1 : "create",
	    .id = link ? id_of(p, link) : NULL};
	if (!call.kind)
		return broken(p, where, "there is no such kind");
	call.input = input_of(p, json_object_get(event, "in"));
	return ask(p, where, call, event);
}

static bool play_event(struct player *p, int n, json_t *event)
{
	instant at;
	if (!moment_read(p, text_at(event, "at"), &at))
		return broken(p, arena_printf(p->c->arena, "event %d", n), "it has no moment");
	if (!stand_at(p, at))
		return false;
	p->c->who = who_of(p->c, link_id(link_named(p, text_at(event, "as"))));
	return play(p, n, event);
}

/* ---- the people --------------------------------------------------------- */

/* The program itself stands there, as at the founding of every firm. */
static bool person_make(struct player *p, const json_t *row)
{
	static const char *const keys[] = {"name", "email", "role", "lang", "phone"};
	const char *name = text_at(row, "name");
	struct call create = {.kind = &person_kind, .verb = "create", .input = json_object()};
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		input_text(create.input, keys[i], text_at(row, keys[i]));
	if (!ask(p, name, create, row))
		return false;
	struct call secure = {.kind = &person_kind, .verb = "set_password", .input = json_object()};
	secure.id = id_of(p, link_named(p, text_at(row, "ref")));
	input_text(secure.input, "password", PASSWORD);
	return ask(p, name, secure, NULL);
}

/* They are there from the first day of the story. */
static bool people_make(struct player *p)
{
	instant first;
	if (!moment_read(p, text_at(json_array_get(p->story, 0), "at"), &first) || !stand_at(p, first))
		return false;
	for (size_t i = 0; i < json_array_size(p->people); i++)
		if (!person_make(p, json_array_get(p->people, i)))
			return false;
	return true;
}

/* ---- who can come in ------------------------------------------------------ */

static int name_width(const struct player *p)
{
	size_t width = 0;
	for (size_t i = 0; i < json_array_size(p->people); i++) {
		size_t n = text_length(text_at(json_array_get(p->people, i), "name"));
		width = n > width ? n : width;
	}
	return (int)width;
}

static void logins_print(const struct player *p)
{
	int width = name_width(p);
	for (size_t i = 0; i < json_array_size(p->people); i++) {
		const json_t *row = json_array_get(p->people, i);
		const char *name = text_at(row, "name");
		printf("%s%*s  %-26s  %s  %s\n", name, width - (int)text_length(name), "",
		    text_at(row, "email"), PASSWORD, text_at(row, "role"));
	}
}

/* Clients have no password: the way in that a letter would bring them, to all
 * of their space. */
static void guests_print(struct player *p)
{
	struct ctx *c = p->c;
	c->cache = NULL;
	for (size_t i = 0; i < json_array_size(p->guests); i++) {
		int64_t id = link_id(link_named(p, json_string_value(json_array_get(p->guests, i))));
		const struct person *guest = GET(c, person, id);
		const struct client *of = guest ? GET(c, client, guest->client_id) : NULL;
		struct pass pass = {.person = id, .day = c->today};
		if (of)
			printf("%s, %s\n  " SITE "/l/%s\n", guest->name, of->name,
			    pass_name(c->arena, &c->firm->key, &pass));
	}
}

/* ---- the whole ---------------------------------------------------------- */

static bool play_all(struct player *p)
{
	if (!people_make(p))
		return false;
	for (size_t i = 0; i < json_array_size(p->story); i++)
		if (!play_event(p, (int)i + 1, json_array_get(p->story, i)))
			return false;
	return stand_at(p, p->real);
}

/* One transaction for the year: the demonstration is whole or absent. */
static int story_play(struct desk *desk, const json_t *demo)
{
	struct ctx *c = desk_begin(desk, NULL, desk->firm->lang);
	struct player p = {.c = c,
	    .people = json_object_get(demo, "people"),
	    .guests = json_object_get(demo, "guests"),
	    .story = json_object_get(demo, "story"),
	    .links = json_object(),
	    .zero = working_days_before(&c->firm->calendar, c->today + 1, 1),
	    .real = c->now};
	c->plays_post = true; /* the letters of the year have been read long since */
	bool played = db_begin(desk->db) && play_all(&p) && db_commit(desk->db);
	if (played) {
		logins_print(&p);
		guests_print(&p);
	} else {
		fail("%s", p.error[0] ? p.error : db_error(desk->db));
	}
	db_rollback(desk->db);
	json_decref(p.links);
	return played ? DONE : FAILED;
}

static int demo_make(const char *url, const json_t *demo)
{
	char error[256];
	struct desk desk;
	const json_t *firm = json_object_get(demo, "firm");
	if (!desk_found(url, text_at(firm, "name"), text_at(firm, "tz"), lang_of(text_at(firm, "lang")),
		text_at(firm, "currency"), NULL, error) ||
	    !desk_open(&desk, url, DB_WRITE, error))
		return fail("%s", error);
	int status = story_play(&desk, demo);
	desk_close(&desk);
	return status;
}

int demo_command(const struct args *args)
{
	const struct asset *file = asset_find(STORY);
	json_t *demo = file ? json_loadb((const char *)file->p, file->n, 0, NULL) : NULL;
	if (!demo)
		return fail("this program was built without its demonstration");
	int status = demo_make(args_text(args, "db"), demo);
	json_decref(demo);
	return status;
}
