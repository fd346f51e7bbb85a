/* Matter: something to tell, from noticing to telling (model 2.8, 3.1, 5.3;
 * P1, P2, R4.1, R4.3, R4.4, E11).
 *
 *   noticed → told        by voice; a problem told in writing owes the voice
 *   noticed → dropped     never a problem: a problem must be told
 *
 * The hour of noticing can only move earlier, the hour of telling comes from an
 * exchange: what makes us look good cannot be polished. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "rules/rules.h"

bool matter_is_negative(const struct matter *m)
{
	return m->nature == PROBLEM || m->nature == BAD_NEWS;
}

bool matter_told_before_found(const struct matter *m)
{
	return m->noticed_by_side == OURS && m->told_at &&
	       (!m->found_by_client_at || m->told_at <= m->found_by_client_at);
}

int64_t matter_latency_seconds(const struct ctx *c, const struct matter *m)
{
	return worked(&c->firm->calendar, m->noticed_at, m->told_at ? m->told_at : c->now);
}

/* ---- what is derived ------------------------------------------------------------- */

#define QUIET_WD 5 /* R4.4: a small worry untold that long rises by itself */

const char *matter_quiet_text(const struct ctx *c, const struct matter *m)
{
	return m->kept_quiet_at ? arena_printf(c->arena, tr(c->lang, N_("kept quiet for %d days")), QUIET_WD)
				: NULL;
}

static void matter_kept_quiet(const struct ctx *c, const void *rec, struct jw *out)
{
	jw_text(out, matter_quiet_text(c, rec));
}

static bool has_latency(const struct matter *m)
{
	return matter_is_negative(m) && m->noticed_by_side == OURS;
}

static void matter_latency(const struct ctx *c, const void *rec, struct jw *out)
{
	const struct matter *m = rec;
	if (has_latency(m))
		jw_number(out, (double)matter_latency_seconds(c, m) / HOUR_SECONDS, 4);
	else
		jw_null(out);
}

static void matter_at_least(const struct ctx *c, const void *rec, struct jw *out)
{
	(void)c;
	const struct matter *m = rec;
	jw_bool(out, has_latency(m) && !m->told_at);
}

static void matter_told_first(const struct ctx *c, const void *rec, struct jw *out)
{
	(void)c;
	jw_bool(out, matter_told_before_found(rec));
}

static void matter_decide_zone_end(const struct ctx *c, const void *rec, struct jw *out)
{
	const struct matter *m = rec;
	bool zone = m->nature == PROBLEM && m->told_at;
	instant_json(c, zone ? hours_after(c, m->told_at, c->firm->decide_zone_wd * WORKING_DAY) : 0, out);
}

int matter_edits_read(const struct matter *m, struct noticed_edit *ret, int max)
{
	json_t *edits = m->noticed_edits ? json_loads(m->noticed_edits, 0, NULL) : NULL;
	int n = (int)json_array_size(edits), from = n > max ? n - max : 0;
	for (int i = from; i < n; i++) {
		const json_t *edit = json_array_get(edits, (size_t)i);
		ret[i - from] = (struct noticed_edit){.old = json_integer_value(json_object_get(edit, "old")),
		    .new = json_integer_value(json_object_get(edit, "new")),
		    .at = json_integer_value(json_object_get(edit, "at"))};
	}
	json_decref(edits);
	return n - from;
}

static void matter_noticed_edits(const struct ctx *c, const void *rec, struct jw *out)
{
	const struct matter *m = rec;
	json_t *edits = m->noticed_edits ? json_loads(m->noticed_edits, 0, NULL) : NULL;
	jw_array(out);
	for (size_t i = 0; i < json_array_size(edits); i++) {
		static const char *const keys[] = {"old", "new", "at"};
		jw_object(out);
		for (int k = 0; k < 3; k++) {
			jw_key(out, keys[k]);
			instant_json(
			    c, json_integer_value(json_object_get(json_array_get(edits, i), keys[k])), out);
		}
		jw_end_object(out);
	}
	jw_end_array(out);
	json_decref(edits);
}

static const struct field matter_fields[] = {MATTER_FIELDS(FIELD_ROW, struct matter){0}};

/* A JSON array kept as text, and one more object at its end. */
static const char *with_one_more(struct arena *a, const char *list, json_t *one)
{
	json_t *all = list ? json_loads(list, 0, NULL) : json_array();
	json_array_append_new(all, one);
	char *text = json_dumps(all, JSON_COMPACT);
	const char *kept = arena_strdup(a, text);
	free(text);
	json_decref(all);
	return kept;
}

/* ---- creation ---------------------------------------------------------------------- */

static void matter_check(struct act *a)
{
	const struct matter *m = a->rec;
	if (m->noticed_by_side == THEIRS && m->nature != PROBLEM)
		field_refuse(a, "noticed_by_side", "bad_value");
}

static void matter_begin(struct act *a)
{
	struct matter *m = a->rec;
	struct ctx *c = a->ctx;
	if (c->who.role == CONTACT)
		m->noticed_by_side = THEIRS;
	if (!m->noticed_at)
		m->noticed_at = c->now;
	if (m->noticed_by_side == THEIRS)
		m->found_by_client_at = m->noticed_at;
}

/* A promise stops asking once something to tell names it. */
static void matter_after(struct act *a, const void *before, const void *rec)
{
	const struct matter *was = before, *is = rec;
	if (was && was->promise_id && was->promise_id != is->promise_id)
		clocks_refresh(a->ctx, &promise_kind, was->promise_id);
	if (is->promise_id && (!was || was->promise_id != is->promise_id))
		clocks_refresh(a->ctx, &promise_kind, is->promise_id);
}

/* ---- clocks -------------------------------------------------------------------------- */

static instant ended(const struct matter *m)
{
	return m->told_at ? m->told_at : m->dropped_at;
}

/* a1: a problem or bad news of ours; sooner once the client has found out. */
static void a1(struct ctx *c, const struct matter *m, int64_t owner, struct clocks *out)
{
	const struct firm *f = c->firm;
	struct clock *k = clock_add(out, "a1", NULL, owner, m->noticed_at);
	k->due = hours_after(c, m->noticed_at, m->nature == PROBLEM ? f->tell_problem_wh : f->tell_bad_wh);
	instant found =
	    m->found_by_client_at ? hours_after(c, m->found_by_client_at, f->tell_problem_wh) : k->due;
	if (found < k->due)
		k->due = found;
	k->stopped = ended(m);
}

/* a1c: the client raised it; call. */
static void a1c(struct ctx *c, const struct matter *m, int64_t owner, struct clocks *out)
{
	struct clock *k = clock_add(out, "a1c", NULL, owner, m->noticed_at);
	k->due = hours_after(c, m->noticed_at, c->firm->tell_problem_wh);
	k->stopped = ended(m);
}

/* c11: good news and ideas are worth telling too. */
static void c11(struct ctx *c, const struct matter *m, int64_t owner, struct clocks *out)
{
	int64_t wd = m->nature == IDEA ? c->firm->tell_idea_wd : c->firm->tell_good_wd;
	struct clock *k = clock_add(out, "c11", NULL, owner, m->noticed_at);
	k->due = hours_after(c, m->noticed_at, wd * WORKING_DAY);
	k->stopped = ended(m);
}

/* a3: told in writing; the voice is still owed (P2). */
static void a3(struct ctx *c, const struct matter *m, int64_t owner, struct clocks *out)
{
	if (!m->voice_owed && !m->spoken_at)
		return;
	struct clock *k = clock_add(out, "a3", NULL, owner, m->told_at);
	k->due = hours_after(c, m->told_at, c->firm->voice_owed_wh);
	k->stopped = m->spoken_at;
}

static void b3_one(struct ctx *c, day d, instant stopped, int64_t owner, struct clocks *out)
{
	instant starts = day_start(&c->firm->calendar, d);
	if (stopped && stopped < starts)
		return;
	struct clock *k = clock_add(out, "b3", NULL, owner, starts);
	k->by_day = true;
	k->due = day_end(&c->firm->calendar, d);
	k->stopped = stopped;
}

/* b3: news were announced for that day; returns when the last were given. */
static instant b3(struct ctx *c, const struct matter *m, int64_t owner, struct clocks *out)
{
	json_t *news = m->news ? json_loads(m->news, 0, NULL) : NULL;
	instant last = 0;
	for (size_t i = 0; i < json_array_size(news); i++) {
		const json_t *one = json_array_get(news, i);
		day d = json_integer_value(json_object_get(one, "due"));
		last = json_integer_value(json_object_get(one, "at"));
		if (d && i < CLOCKS_MAX / 3)
			b3_one(c, d, last, owner, out);
	}
	json_decref(news);
	if (m->update_due)
		b3_one(c, m->update_due, m->state == MATTER_DROPPED ? m->dropped_at : 0, owner, out);
	return last;
}

/* c8: a problem told always has a next thing: a date of news, or a promise with
 * a date (P16).  It is asked for some hours after the last one ended; a promise
 * kept since is the end of it. */
static void c8_next(
    struct ctx *c, const struct matter *m, instant last_news, int64_t owner, struct clocks *out)
{
	if (m->state != MATTER_TOLD || m->nature != PROBLEM || m->update_due)
		return;
	instant from = last_news > m->told_at ? last_news : m->told_at, kept = 0;
	const struct promise *p = GET(c, promise, m->promise_id);
	if (p && p->state == PROMISE_OPEN && day_end(&c->firm->calendar, p->due) > from)
		from = day_end(&c->firm->calendar, p->due);
	if (p && p->state != PROMISE_OPEN)
		kept = p->done_at ? p->done_at : p->dropped_at;
	if (kept && kept <= from)
		return;
	struct clock *k = clock_add(out, "c8", "next", owner, from);
	k->shows = k->due = hours_after(c, from, c->firm->next_wh);
	k->stopped = kept;
}

/* R4.4 */
static void quiet(struct ctx *c, const struct matter *m, struct clocks *out)
{
	if (m->severity != 1 || m->kept_quiet_at || ended(m) || !has_latency(m))
		return;
	struct clock *k = clock_add(out, "quiet", NULL, 0, m->noticed_at);
	k->due = hours_after(c, m->noticed_at, QUIET_WD * WORKING_DAY);
	if (k->due < m->r.created_at)
		k->due = m->r.created_at;
	k->rings = true;
}

static void matter_clocks(struct ctx *c, const void *rec, struct clocks *out)
{
	const struct matter *m = rec;
	int64_t owner = in_charge(c, m->client_id, m->mandate_id);
	if (m->noticed_by_side == THEIRS)
		a1c(c, m, owner, out);
	else if (matter_is_negative(m))
		a1(c, m, owner, out);
	else if (m->nature != STANDARD)
		c11(c, m, owner, out);
	a3(c, m, owner, out);
	c8_next(c, m, b3(c, m, owner, out), owner, out);
	quiet(c, m, out);
}

static void worry_rises(struct act *a)
{
	struct matter *m = a->rec;
	m->severity = 2;
	m->kept_quiet_at = a->ctx->now;
}

/* ---- actions --------------------------------------------------------------------------- */

#define NAMED_INPUTS(F, S) \
	F(S, ref, exchange_id, .to = &exchange_kind, .accepts = exchange_is_past, .same_client = true, \
	    .required = true)
struct named_in {
	NAMED_INPUTS(FIELD_MEMBER, _)
};
static const struct field named_in_fields[] = {NAMED_INPUTS(FIELD_ROW, struct named_in){0}};

static const struct exchange *named(struct act *a)
{
	return GET(a->ctx, exchange, ((const struct named_in *)a->in)->exchange_id);
}

static bool is_untold(struct act *a)
{
	return ((const struct matter *)a->rec)->state == MATTER_NOTICED;
}

static bool is_told(struct act *a)
{
	return ((const struct matter *)a->rec)->state == MATTER_TOLD;
}

static bool told_after_noticing(struct act *a)
{
	const struct exchange *x = named(a);
	return !x || x->at >= ((const struct matter *)a->rec)->noticed_at;
}

static void matter_tell(struct act *a)
{
	struct matter *m = a->rec;
	const struct exchange *x = named(a);
	m->state = MATTER_TOLD;
	m->told_at = x->at;
	m->told_in_id = x->r.id;
	m->voice_owed = m->nature == PROBLEM && !exchange_is_voice(a->ctx, x);
}

static bool owes_the_voice(struct act *a)
{
	return ((const struct matter *)a->rec)->voice_owed != 0;
}

static bool named_is_voice(struct act *a)
{
	const struct exchange *x = named(a);
	return !x || exchange_is_voice(a->ctx, x);
}

static void matter_speak(struct act *a)
{
	struct matter *m = a->rec;
	m->voice_owed = 0;
	m->spoken_at = named(a)->at;
	if (m->spoken_at < m->told_at)
		m->spoken_at = m->told_at; /* spoken before it was written down */
}

#define FOUND_INPUTS(F, S) \
	F(S, instant, at, .past = true) \
	F(S, ref, exchange_id, .to = &exchange_kind, .accepts = exchange_is_past, .same_client = true)
struct found_in {
	FOUND_INPUTS(FIELD_MEMBER, _)
};
static const struct field found_in_fields[] = {FOUND_INPUTS(FIELD_ROW, struct found_in){0}};

static bool is_not_found(struct act *a)
{
	return !((const struct matter *)a->rec)->found_by_client_at;
}

static void matter_found(struct act *a)
{
	const struct found_in *in = a->in;
	const struct exchange *x = GET(a->ctx, exchange, in->exchange_id);
	((struct matter *)a->rec)->found_by_client_at = in->at ? in->at : x ? x->at : a->ctx->now;
}

#define NEWS_INPUTS(F, S) \
	NAMED_INPUTS(F, S) \
	F(S, date, update_due)
struct news_in {
	NEWS_INPUTS(FIELD_MEMBER, _)
};
static const struct field news_in_fields[] = {NEWS_INPUTS(FIELD_ROW, struct news_in){0}};

static void matter_news(struct act *a)
{
	struct matter *m = a->rec;
	const struct news_in *in = a->in;
	instant at = GET(a->ctx, exchange, in->exchange_id)->at;
	m->news = with_one_more(a->ctx->arena, m->news,
	    json_pack("{s:I, s:I}", "due", (json_int_t)m->update_due, "at", (json_int_t)at));
	m->update_due = in->update_due;
}

#define NOTICED_INPUTS(F, S) \
	F(S, instant, noticed_at, .required = true, .past = true) \
	F(S, text, reason, .required = true)
struct noticed_in {
	NOTICED_INPUTS(FIELD_MEMBER, _)
};
static const struct field noticed_in_fields[] = {NOTICED_INPUTS(FIELD_ROW, struct noticed_in){0}};

static bool is_earlier(struct act *a)
{
	return ((const struct noticed_in *)a->in)->noticed_at <= ((const struct matter *)a->rec)->noticed_at;
}

static void matter_set_noticed_at(struct act *a)
{
	struct matter *m = a->rec;
	const struct noticed_in *in = a->in;
	m->noticed_edits = with_one_more(a->ctx->arena, m->noticed_edits,
	    json_pack("{s:I, s:I, s:I}", "old", (json_int_t)m->noticed_at, "new", (json_int_t)in->noticed_at,
		"at", (json_int_t)a->ctx->now));
	if (m->noticed_by_side == THEIRS && m->found_by_client_at == m->noticed_at)
		m->found_by_client_at = in->noticed_at;
	m->noticed_at = in->noticed_at;
	a->reason = in->reason;
}

#define REASON_INPUTS(F, S) F(S, text, reason, .required = true)
struct reason_in {
	REASON_INPUTS(FIELD_MEMBER, _)
};
static const struct field reason_in_fields[] = {REASON_INPUTS(FIELD_ROW, struct reason_in){0}};

static bool may_go_untold(struct act *a)
{
	return ((const struct matter *)a->rec)->nature != PROBLEM;
}

static void matter_drop(struct act *a)
{
	struct matter *m = a->rec;
	m->state = MATTER_DROPPED;
	m->dropped_at = a->ctx->now;
	a->reason = ((const struct reason_in *)a->in)->reason;
}

static const struct action matter_actions[] = {
    {"tell", BY_STAFF, INPUTS(named_in),
	GUARDS({"already_told", is_untold}, {"told_before_noticed", told_after_noticing}), matter_tell},
    {"speak", BY_STAFF, INPUTS(named_in),
	GUARDS({"voice_not_owed", owes_the_voice}, {"not_voice", named_is_voice}), matter_speak},
    {"found", BY_STAFF, INPUTS(found_in),
	GUARDS({"already_told", is_untold}, {"already_found", is_not_found}), matter_found},
    {"news", BY_STAFF, INPUTS(news_in), GUARDS({"not_told", is_told}), matter_news},
    {"set_noticed_at", BY_STAFF, INPUTS(noticed_in), GUARDS({"noticed_later", is_earlier}),
	matter_set_noticed_at},
    {"drop", BY_STAFF, INPUTS(reason_in),
	GUARDS({"problem_must_be_told", may_go_untold}, {"already_told", is_untold}), matter_drop},
    {0},
};

static const struct ring matter_rings[] = {
    {"quiet", "kept_quiet", "R4.4", worry_rises},
    {0},
};

/* Told, or raised by themselves; before telling, nothing. */
static bool matter_portal(const struct ctx *c, const void *rec)
{
	(void)c;
	const struct matter *m = rec;
	return m->state == MATTER_TOLD || m->noticed_by_side == THEIRS;
}

static const char *matter_page(struct arena *a, const void *rec)
{
	return arena_printf(a, "/probleme/%lld", (long long)((const struct matter *)rec)->r.id);
}

const struct kind matter_kind = {
    .name = "matter",
    .plural = "matters",
    .number = KIND_MATTER,
    .size = sizeof(struct matter),
    .fields = matter_fields,
    .actions = matter_actions,
    .rings = matter_rings,
    .create_by = BY_STAFF | BY_CONTACT,
    .indexes = (const char *const[]){"client_id, noticed_at", "promise_id WHERE promise_id IS NOT NULL",
	"mandate_id WHERE mandate_id IS NOT NULL", "noticed_at", NULL},
    .client = offsetof(struct matter, client_id),
    .about = offsetof(struct matter, title),
    .check = matter_check,
    .begin = matter_begin,
    .after = matter_after,
    .clocks = matter_clocks,
    .portal = matter_portal,
    .page = matter_page,
};
