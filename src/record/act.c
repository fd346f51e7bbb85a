/* The one door.  Load, may this person, is it what they last saw, are the
 * inputs sound, does every guard agree; then the change, its history and its
 * clocks, all or nothing. */
#include "record/search.h"
#include "record/store.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

/* What a contact may make in a day: many times what anybody writes by hand. */
#define MADE_IN_A_DAY 100
SQL(made_since, "SELECT count(*) FROM audit WHERE who_id = $1 AND action = 'create' AND at >= $2");

const struct code *code_find(const char *code)
{
	for (const struct code *c = codes; c->code; c++)
		if (strcmp(c->code, code) == 0)
			return c;
	abort(); /* a guard names a code that codes.c lacks */
}

day day_at(const struct ctx *c, instant at)
{
	return zone_day(&c->firm->calendar.zone, at);
}

const char *instant_near(const struct ctx *c, instant at)
{
	const struct zone *z = &c->firm->calendar.zone;
	return c->on_paper ? say_instant(c->arena, c->lang, z, at, c->now)
			   : say_near(c->arena, c->lang, z, at, c->now);
}

const char *day_near(const struct ctx *c, day d)
{
	return c->on_paper ? date_said(c, d) : say_near_day(c->arena, c->lang, d, c->today);
}

const char *date_said(const struct ctx *c, day d)
{
	return say_day(c->arena, c->lang, d, c->today);
}

const char *short_date_said(const struct ctx *c, day d)
{
	return say_mday(c->arena, c->lang, d, c->today);
}

const char *phrased(const struct ctx *c, const char *english, ...)
{
	va_list args;
	va_start(args, english);
	const char *text = arena_vprintf(c->arena, tr(c->lang, english), args);
	va_end(args);
	return text;
}

const char *reason_said(enum lang lang, const char *reason)
{
	for (const struct reason *r = reasons; r->reason; r++)
		if (strcmp(r->reason, reason) == 0)
			return tr(lang, r->sentence);
	return reason; /* tests/unit/names_test.c misses its sentence */
}

void refuse(struct act *a, const char *code)
{
	struct refusal *r = &a->refusal;
	if (!r->code)
		r->code = code_find(code);
	else if (r->nalso < REFUSAL_ALSO_MAX)
		r->also[r->nalso++] = code;
}

void refuse_listing(struct act *a, const char *name, const char *json)
{
	struct refusal *r = &a->refusal;
	for (int i = 0; i < r->nlists; i++)
		if (strcmp(r->list[i].name, name) == 0)
			return;
	if (r->nlists < REFUSAL_LISTS_MAX) {
		r->list[r->nlists].name = name;
		r->list[r->nlists++].json = json;
	}
}

void field_refuse(struct act *a, const char *field, const char *reason)
{
	struct refusal *r = &a->refusal;
	if (!r->code)
		r->code = code_find("invalid");
	const struct field *row = field_named(a->fields, field);
	if (r->nfields < REFUSAL_FIELDS_MAX) {
		r->field[r->nfields].label = row ? row->label : NULL;
		r->field[r->nfields].field = arena_strdup(a->ctx->arena, field);
		r->field[r->nfields++].reason = reason;
	}
}

bool refused(const struct act *a)
{
	return a->refusal.code != NULL;
}

bool given(const struct act *a, const char *field)
{
	const struct field *row = field_named(a->fields, field);
	return row && a->given[row - a->fields];
}

/* ---- who may ------------------------------------------------------------ */

static void refuse_role(struct act *a, unsigned who)
{
	if (a->ctx->who.role != MEMBER && a->ctx->who.role != LEAD)
		refuse(a, "not_found");
	else if (who & BY_LEAD)
		refuse(a, "lead_only");
	else
		refuse(a, "author_only");
}

/* What an act changes may change more; clocks are written once that is over. */
static void begin(struct ctx *c)
{
	c->acting++;
}

static void end(struct ctx *c)
{
	if (--c->acting == 0)
		clocks_settle(c);
}

/* ---- saving ------------------------------------------------------------- */

static void note_made(struct act *a, const struct kind *k, int64_t id)
{
	if (a->nmade < MADE_MAX) {
		a->made[a->nmade].kind = k;
		a->made[a->nmade++].id = id;
	}
}

static void set_defaults(const struct kind *k, void *rec)
{
	for (const struct field *f = k->fields; f->name; f++) {
		if (f->type == FT_number)
			field_set_int(f, rec, f->otherwise ? strtoll(f->otherwise, NULL, 10) : NO_NUMBER);
		else if (f->otherwise && f->type == FT_choice)
			field_set_int(f, rec, choice_number(f->choices, f->otherwise));
		else if (f->otherwise && f->type == FT_flag)
			field_set_int(f, rec, strcmp(f->otherwise, "true") == 0);
	}
}

void *record_new(struct ctx *c, const struct kind *k)
{
	void *rec = arena_alloc(c->arena, k->size);
	set_defaults(k, rec);
	return rec;
}

/* What stands in the cache never changes under its readers. */
static const void *keep(struct ctx *c, const struct kind *k, const void *rec)
{
	void *copy = arena_alloc(c->arena, k->size);
	memcpy(copy, rec, k->size);
	cache_put(c, k, copy);
	return copy;
}

static void insert(struct act *a, const struct kind *k, void *rec)
{
	struct ctx *c = a->ctx;
	struct record *r = rec;
	r->id = store_next_id(c, k);
	r->rev = 1;
	r->created_at = c->now;
	r->created_by = c->who.id;
	store_insert(c, k, rec);
	const void *kept = keep(c, k, rec);
	audit_add(c, &(struct audit_line){.action = "create", .kind = k, .id = r->id, .reason = a->reason});
	clocks_concern(c, k, NULL, kept);
	search_note(c, k, NULL, kept);
	if (k->after)
		k->after(a, NULL, kept);
}

void record_insert(struct act *a, const struct kind *k, void *rec)
{
	insert(a, k, rec);
	note_made(a, k, ((struct record *)rec)->id);
}

void *record_edit(struct act *a, const struct kind *k, int64_t id)
{
	if (k == a->kind && a->rec && REC(a, record)->id == id)
		return a->rec;
	time_catches_up(a->ctx, k, id);
	const void *rec = record_get(a->ctx, k, id);
	if (!rec)
		return NULL;
	void *copy = arena_alloc(a->ctx->arena, k->size);
	memcpy(copy, rec, k->size);
	return copy;
}

void record_save(struct act *a, const struct kind *k, void *rec)
{
	struct ctx *c = a->ctx;
	struct record *r = rec;
	const void *before = record_get(c, k, r->id);
	audit_changes(c, a, k, before, rec);
	if (record_same(k, before, rec))
		return;
	r->rev++;
	store_update(c, k, rec);
	const void *kept = keep(c, k, rec);
	clocks_concern(c, k, before, kept);
	search_note(c, k, before, kept);
	if (k->after)
		k->after(a, before, kept);
}

void record_remove(struct act *a, const struct kind *k, int64_t id)
{
	struct ctx *c = a->ctx;
	const void *before = record_get(c, k, id);
	begin(c);
	clocks_remove(c, k, id);
	search_note(c, k, before, NULL);
	store_remove(c, k, id);
	c->cache = NULL; /* it is gone */
	clocks_concern(c, k, before, NULL);
	audit_add(c, &(struct audit_line){.action = a->name, .kind = k, .id = id, .reason = a->reason});
	end(c);
}

void change_now(
    struct ctx *c, const struct kind *k, int64_t id, const char *name, void (*effect)(struct act *))
{
	const void *before = record_get(c, k, id);
	struct act *a = ARENA_NEW(c->arena, struct act);
	*a = (struct act){.ctx = c, .kind = k, .name = name, .before = before};
	a->rec = arena_alloc(c->arena, k->size);
	memcpy(a->rec, before, k->size);
	begin(c);
	effect(a);
	record_save(a, k, a->rec);
	end(c);
}

void change(struct ctx *c, const struct kind *k, int64_t id, const char *name, void (*effect)(struct act *))
{
	time_catches_up(c, k, id);
	change_now(c, k, id, name, effect);
}

bool record_unopened(struct ctx *c, const struct kind *k, const void *rec)
{
	return rec && k->unopened && k->unopened(c, rec);
}

void record_open(struct ctx *c, const struct kind *k, const void *rec)
{
	if (record_unopened(c, k, rec)) /* asked again: another may have been first */
		change(c, k, ((const struct record *)rec)->id, "open", k->opened);
}

/* ---- where it is mended --------------------------------------------------- */

#define CLIENT_PLACE "{client_id}"

/* As its code says it of this record; NULL: nowhere, or nothing is there yet. */
static const char *where_of(struct act *a, const struct code *code)
{
	const struct record *r = a->rec;
	const char *where = r ? code->where : NULL, *place = where ? strstr(where, CLIENT_PLACE) : NULL;
	if (place) {
		bool named = a->refusal.at.kind && a->refusal.at.kind->is_client;
		int64_t client = named ? a->refusal.at.id : record_client(a->kind, r);
		return client ? arena_printf(a->ctx->arena, "%.*s%lld%s", (int)(place - where), where,
				    (long long)client, place + strlen(CLIENT_PLACE))
			      : NULL;
	}
	if (!where || *where == '/')
		return where;
	const struct kind *k = a->refusal.at.kind ? a->refusal.at.kind : a->kind;
	int64_t id = a->refusal.at.kind ? a->refusal.at.id : r->id;
	return id && k->page ? record_place(a->ctx, k, id, where) : NULL;
}

void mended_at(struct act *a, const struct kind *k, int64_t id)
{
	if (refused(a))
		return;
	a->refusal.at.kind = k;
	a->refusal.at.id = id;
}

/* ---- hints --------------------------------------------------------------- */

void hint_add(struct hints *h, const struct hint *one)
{
	if (h->n < HINTS_MAX)
		h->hint[h->n++] = *one;
}

/* What was written is looked at once everything else agrees. */
static void look_twice(struct act *a, void (*hints)(struct act *))
{
	if (!hints || refused(a))
		return;
	hints(a);
	for (int i = 0; i < a->hints.n && !a->hints_ok; i++)
		if (a->hints.hint[i].asks && !refused(a)) {
			refuse(a, "confirm_hints");
			a->refusal.detail = a->hints.hint[i].text;
			a->refusal.hints = &a->hints;
		}
}

/* That it was said all the same is kept. */
static void note_insistence(struct act *a)
{
	for (int i = 0; i < a->hints.n; i++)
		if (a->hints.hint[i].asks)
			audit_add(a->ctx, &(struct audit_line){.action = "hints_ok",
					      .field = a->hints.hint[i].field,
					      .new_value = a->hints.hint[i].code,
					      .kind = a->kind,
					      .id = REC(a, record)->id});
}

/* ---- the three verbs ---------------------------------------------------- */

static void do_create(struct act *a, const struct call *call)
{
	const struct kind *k = a->kind;
	unsigned bits = caller_bits(a->ctx, k, NULL);
	bool came_for_another = a->ctx->who.only_kind && !k->by_letter;
	if (came_for_another || !(k->create_by & bits)) {
		refuse_role(a, k->create_by);
		return;
	}
	const char *fault = k->may ? k->may(a, call->input) : NULL;
	if (fault) {
		refuse(a, fault);
		return;
	}
	struct input_rules rules = {
	    .fields = k->fields, .kind = k, .creating = true, .form = call->form, .hints = k->hints};
	if (input_is_for_leads(a, &rules, call->input)) {
		refuse(a, "lead_only");
		return;
	}
	a->rec = record_new(a->ctx, k);
	if (a->ctx->who.role == CONTACT) /* for their own client, whatever else */
		*(int64_t *)((char *)a->rec + k->client) = a->ctx->who.client_id;
	input_read(a, &rules, call->input, a->rec);
	if (k->check && !refused(a))
		k->check(a);
	if (k->begin && !refused(a))
		k->begin(a);
	look_twice(a, k->hints);
	if (!refused(a))
		insert(a, k, a->rec);
}

static void load(struct act *a, const struct call *call)
{
	const struct record *found = record_find(a->ctx, a->kind, call->id);
	if (!found) {
		refuse(a, "not_found");
		return;
	}
	time_catches_up(a->ctx, a->kind, found->id);
	a->before = record_get(a->ctx, a->kind, found->id);
	a->rec = arena_alloc(a->ctx->arena, a->kind->size);
	memcpy(a->rec, a->before, a->kind->size);
}

#define ETAG_BODY_MAX (4 << 20)

static bool is_as_read(struct act *a, const char *etag)
{
	struct buf b = {.max = ETAG_BODY_MAX};
	struct jw j = jw_to(&b);
	record_json(a->ctx, a->kind, a->before, &j);
	bool same = !b.failed && strcmp(etag, record_etag(a->ctx, a->before, &b)) == 0;
	buf_free(&b);
	return same;
}

/* An ETag is "rev.hash", and a change only has to have seen this rev; a contact's
 * is a hash of what they read. */
static void check_match(struct act *a, const char *if_match)
{
	if (!if_match || strcmp(if_match, "*") == 0)
		return;
	if (a->ctx->who.role == CONTACT) {
		if (!is_as_read(a, if_match))
			refuse(a, "etag_mismatch");
		return;
	}
	char *end;
	const char *s = *if_match == '"' ? if_match + 1 : if_match;
	long long rev = strtoll(s, &end, 10);
	if (end == s || (*end != '.' && *end != '"') || rev != ((const struct record *)a->before)->rev)
		refuse(a, "etag_mismatch");
}

static bool may_patch(const struct kind *k, unsigned bits)
{
	for (const struct field *f = k->fields; f->name; f++)
		if (f->patch & bits)
			return true;
	return false;
}

static void do_patch(struct act *a, const struct call *call)
{
	const struct kind *k = a->kind;
	if (!may_patch(k, caller_bits(a->ctx, k, a->before)))
		refuse_role(a, BY_LEAD);
	const char *fault = k->may && !refused(a) ? k->may(a, call->input) : NULL;
	struct input_rules rules = {
	    .fields = k->fields, .kind = k, .patching = true, .form = call->form, .hints = k->hints};
	if (fault)
		refuse(a, fault);
	else if (!refused(a) && input_is_for_leads(a, &rules, call->input))
		refuse(a, "lead_only");
	if (!refused(a))
		check_match(a, call->if_match);
	if (refused(a))
		return;
	input_read(a, &rules, call->input, a->rec);
	if (k->check && !refused(a))
		k->check(a);
	look_twice(a, k->hints);
	if (!refused(a) && !record_same(k, a->before, a->rec))
		record_save(a, k, a->rec);
}

/* A guard may say who may, as the row of an action does: it asks for none of its inputs. */
static bool is_about_role(const struct guard *g)
{
	int status = code_find(g->code)->status;
	return status == 403 || status == 404;
}

static void ask_guards(struct act *a, bool about_role)
{
	for (const struct guard *g = a->action->guards; g && g->code && !a->refusal.nfields; g++) {
		if (is_about_role(g) == about_role && !g->holds(a))
			refuse(a, g->code);
	}
}

/* In the order of api.md 0: who may, is it as they saw it, what they gave, the guards. */
static void do_action(struct act *a, const struct call *call)
{
	static const struct field no_inputs[] = {{0}};
	const struct action *action = a->action;
	struct input_rules rules = {.fields = action->inputs ? action->inputs : no_inputs,
	    .form = call->form,
	    .hints = action->hints};
	void *in = arena_alloc(a->ctx->arena, action->input_size ? action->input_size : 1);
	a->in = in;
	if (!(action->who & caller_bits(a->ctx, a->kind, a->before)))
		refuse_role(a, action->who);
	else if (input_is_for_leads(a, &rules, call->input))
		refuse(a, "lead_only");
	else
		ask_guards(a, true);
	if (!refused(a))
		check_match(a, call->if_match);
	if (refused(a))
		return;
	input_read(a, &rules, call->input, in);
	ask_guards(a, false);
	look_twice(a, action->hints);
	if (refused(a))
		return;
	action->effect(a);
	if (refused(a))
		return;
	if (a->removes)
		record_remove(a, a->kind, REC(a, record)->id);
	else
		record_save(a, a->kind, a->rec);
}

const struct action *action_named(const struct kind *k, const char *name)
{
	for (const struct action *action = k->actions; action && action->name; action++)
		if (strcmp(action->name, name) == 0)
			return action;
	return NULL;
}

bool action_offered(struct ctx *c, const struct kind *k, const struct action *action, const void *rec)
{
	struct act a = {
	    .ctx = c, .kind = k, .action = action, .name = action->name, .rec = (void *)rec, .before = rec};
	return (action->who & caller_bits(c, k, rec)) && (!action->offered || action->offered(&a));
}

bool guards_agree(struct act *a)
{
	for (const struct guard *g = a->action->guards; g->code; g++)
		if (!g->holds(a))
			return false;
	return true;
}

int guards_lacking(
    struct ctx *c, const struct kind *k, const char *name, const void *rec, struct lack ret[LACKS_MAX])
{
	const struct action *action = action_named(k, name);
	static const struct field no_inputs[] = {{0}};
	struct act asked = {.ctx = c, .kind = k, .action = action, .name = name, .before = rec};
	void *copy = arena_alloc(c->arena, k->size);
	memcpy(copy, rec, k->size);
	asked.rec = copy;
	asked.in = arena_alloc(c->arena, action->input_size ? action->input_size : 1);
	input_read(&asked, &(struct input_rules){.fields = no_inputs}, NULL, NULL);
	int n = 0;
	for (const struct guard *g = action->guards; g && g->code && n < LACKS_MAX; g++) {
		struct act one = asked;
		if (g->holds(&one))
			continue;
		const struct code *code = code_find(g->code);
		const char *said = one.refusal.detail ? one.refusal.detail : tr(c->lang, code->sentence);
		const char *where = one.refusal.where ? one.refusal.where : where_of(&one, code);
		ret[n++] = (struct lack){code, said, where};
	}
	return n;
}

static bool is_too_much_for_a_day(const struct act *a)
{
	struct ctx *c = a->ctx;
	if (c->who.role != CONTACT || (a->nmade == 0 && strcmp(a->name, "create") != 0))
		return false;
	instant morning = zone_instant(&c->firm->calendar.zone, c->today, 0);
	return db_int(c->db, &made_since, 0, "ii", c->who.id, morning) > MADE_IN_A_DAY;
}

bool act(struct ctx *c, const struct call *call, struct outcome *ret)
{
	c->cache = NULL;
	struct act *a = ARENA_NEW(c->arena, struct act);
	a->ctx = c;
	a->kind = call->kind;
	a->name = call->verb;
	bool creates = strcmp(call->verb, "create") == 0, patches = strcmp(call->verb, "patch") == 0;
	begin(c);
	if (!creates && !patches && !(a->action = action_named(call->kind, call->verb)))
		refuse(a, "not_found");
	if (!creates && !refused(a))
		load(a, call);
	if (creates)
		do_create(a, call);
	else if (!refused(a) && patches)
		do_patch(a, call);
	else if (!refused(a))
		do_action(a, call);
	if (!refused(a) && is_too_much_for_a_day(a)) {
		refuse(a, "too_many_requests");
		a->refusal.detail =
		    tr(c->lang, N_("That is much for one day: please go on tomorrow, or call us."));
	}
	end(c);

	if (refused(a) && !a->refusal.where)
		a->refusal.where = where_of(a, a->refusal.code);
	memset(ret, 0, sizeof *ret);
	ret->refusal = a->refusal;
	ret->kind = call->kind;
	if (refused(a))
		return false;
	note_insistence(a);
	ret->hints = a->hints;
	ret->rec = a->removes ? NULL : record_get(c, a->kind, REC(a, record)->id);
	ret->nmade = a->nmade;
	memcpy(ret->made, a->made, sizeof ret->made);
	return true;
}

bool act_as_program(struct ctx *c, const struct call *call, struct outcome *ret)
{
	struct who who = c->who;
	c->who = (struct who){.role = LEAD};
	bool done = act(c, call, ret);
	c->who = who;
	return done;
}

/* ---- who sees what ------------------------------------------------------ */

bool record_visible(const struct ctx *c, const struct kind *k, const void *rec)
{
	const struct who *w = &c->who;
	if (w->role == MEMBER || w->role == LEAD)
		return !k->staff || k->staff(c, rec);
	if (w->role == CONTACT && k->is_person && ((const struct record *)rec)->id == w->id)
		return true; /* themselves */
	if (w->only_kind && (w->only_kind != k || w->only_id != ((const struct record *)rec)->id))
		return false;
	return w->role == CONTACT && k->portal && record_client(k, rec) == w->client_id && k->portal(c, rec);
}

static int64_t plain_id(const char *s)
{
	size_t n = strlen(s);
	if (n == 0 || n > 15 || strspn(s, "0123456789") != n || *s == '0')
		return 0;
	return strtoll(s, NULL, 10);
}

const void *record_find(struct ctx *c, const struct kind *k, const char *id)
{
	int64_t number = 0;
	if (c->who.role == CONTACT)
		pub_read(&c->firm->key, (int)k->number, id, &number);
	else
		number = plain_id(id);
	const void *rec = record_get(c, k, number);
	return rec && record_visible(c, k, rec) ? rec : NULL;
}
