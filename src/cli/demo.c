/* entente demo: a firm with a year behind it.  The story is a file of what
 * people did; it is played through the door with the clock standing at each
 * moment, so that everything that happens by time happens then. */
#include "cli/cli.h"

#include <string.h>

#include "base/asset.h"
#include "base/text.h"
#include "rules/rules.h"

#define STORY "demo/mistral.json"
#define PASSWORD "entente-demo"

struct player {
	struct ctx *c;
	const json_t *people, *story;
	json_t *ids;  /* what each name in the story stands for */
	day zero;     /* the story's last day: today, or Friday on a weekend */
	instant real; /* nothing happens later than now */
	char error[256];
};

/* ---- times and values --------------------------------------------------- */

static day workday(const struct player *p, int n)
{
	const struct calendar *cal = &p->c->firm->calendar;
	if (n <= 0)
		return working_days_before(cal, p->zero, -n);
	day d = p->zero;
	while (n > 0) {
		d++;
		n -= working_days_before(cal, d + 1, 1) == d;
	}
	return d;
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

static json_t *value_of(const struct player *p, json_t *v)
{
	struct arena *a = p->c->arena;
	const char *s = json_string_value(v);
	instant at;
	day d;
	if (json_is_array(v)) {
		json_t *list = json_array();
		for (size_t i = 0; i < json_array_size(v); i++)
			json_array_append_new(list, value_of(p, json_array_get(v, i)));
		return list;
	}
	if (s && s[0] == '@' && json_object_get(p->ids, s + 1))
		return json_incref(json_object_get(p->ids, s + 1));
	if (s && moment_read(p, s, &at))
		return json_string(instant_text(a, &p->c->firm->calendar.zone, at));
	if (s && date_read(p, s, &d))
		return json_string(day_text(a, d));
	return json_incref(v);
}

static json_t *input_of(const struct player *p, json_t *in)
{
	const char *key;
	json_t *v, *input = json_object();
	json_object_foreach(in, key, v)
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
	c->today = zone_day(&c->firm->calendar.zone, c->now);
	return time_passes(c);
}

static struct who who_of(struct ctx *c, int64_t id)
{
	c->cache = NULL;
	const struct person *p = GET(c, person, id);
	if (!p)
		return (struct who){0};
	return (struct who){.id = id, .role = p->role == ROLE_LEAD ? LEAD : MEMBER, .name = p->name};
}

/* What the door refused, by its codes: whoever reads this mends the story. */
static void refuse_part(struct player *p, const char *where, const struct refusal *r)
{
	const char *said = r->code->code;
	for (int i = 0; i < r->nfields; i++)
		said = arena_printf(p->c->arena, "%s, %s %s", said, r->field[i].field, r->field[i].reason);
	snprintf(p->error, sizeof p->error, "the story is refused at %s: %s", where, said);
}

/* Does one thing as whoever stands there; the record's id, or 0: refused. */
static int64_t ask(struct player *p, const char *where, struct call call)
{
	struct outcome done;
	bool played = act(p->c, &call, &done);
	json_decref(call.input);
	if (played)
		return ((const struct record *)done.rec)->id;
	refuse_part(p, where, &done.refusal);
	return 0;
}

static int64_t id_of(const struct player *p, const char *name)
{
	return json_integer_value(json_object_get(p->ids, name));
}

static void name_id(struct player *p, const json_t *what, int64_t id)
{
	if (*text_at(what, "ref"))
		json_object_set_new(p->ids, text_at(what, "ref"), json_integer(id));
}

/* "promises" creates, "promises/NAME/done" acts. */
static bool play(struct player *p, int n, json_t *event)
{
	struct arena *a = p->c->arena;
	const char *what = text_at(event, "do"), *where = arena_printf(a, "event %d, %s", n, what);
	const char *slash = strchr(what, '/');
	size_t plural = strcspn(what, "/"), name = slash ? strcspn(slash + 1, "/") : 0;
	const char *subject = slash ? arena_strndup(a, slash + 1, name) : "";
	struct call call = {.kind = kind_named(arena_strndup(a, what, plural)),
	    .verb = slash ? strrchr(what, '/') + 1 : "create",
	    .id = arena_printf(a, "%lld", (long long)id_of(p, subject))};
	if (!call.kind) {
		snprintf(
		    p->error, sizeof p->error, "the story is broken at %s: there is no such kind", where);
		return false;
	}
	call.input = input_of(p, json_object_get(event, "in"));
	int64_t id = ask(p, where, call);
	name_id(p, event, id);
	return id != 0;
}

static bool play_event(struct player *p, int n, json_t *event)
{
	instant at;
	if (!moment_read(p, text_at(event, "at"), &at)) {
		snprintf(p->error, sizeof p->error, "the story is broken at event %d: it has no moment", n);
		return false;
	}
	if (!stand_at(p, at))
		return false;
	p->c->who = who_of(p->c, id_of(p, text_at(event, "as")));
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
	int64_t id = ask(p, name, create);
	name_id(p, row, id);
	if (!id)
		return false;
	struct call secure = {.kind = &person_kind, .verb = "set_password", .input = json_object()};
	secure.id = arena_printf(p->c->arena, "%lld", (long long)id);
	input_text(secure.input, "password", PASSWORD);
	return ask(p, name, secure) != 0;
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
	    .story = json_object_get(demo, "story"),
	    .ids = json_object(),
	    .zero = working_days_before(&c->firm->calendar, c->today + 1, 1),
	    .real = c->now};
	bool played = db_begin(desk->db) && play_all(&p) && db_commit(desk->db);
	if (played)
		logins_print(&p);
	else
		fail("%s", p.error[0] ? p.error : db_error(desk->db));
	db_rollback(desk->db);
	json_decref(p.ids);
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
