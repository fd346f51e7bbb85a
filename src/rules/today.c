/* Today: running clocks as rows, in bands, folded and capped; and the three
 * things one can do to a row besides doing it.  What a row says is in
 * today_say.c. */
#include "rules/today.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "record/letter.h"
#include "record/store.h"

#define ROW_COLUMNS \
	"k.type, k.sub, k.kind, k.record_id, k.client_id, k.for_id, k.starts_at, k.shows_at, k.due, " \
	"k.about, " \
	"client.name "
/* Those put off come back at once when they turn urgent: urgent() tells. */
SQL(rows_of_person,
    "SELECT coalesce(k.snoozed_until, 0), " ROW_COLUMNS
    "FROM clock k LEFT JOIN client ON client.id = k.client_id "
    "WHERE k.for_id IN " LISTS_OF_PERSON "AND k.stopped_at IS NULL AND k.rings = 0 AND k.shows_at <= $3 "
    "AND (k.ends_at IS NULL OR k.ends_at > $3) AND (k.snoozed_until IS NULL OR k.snoozed_until <= $2 OR "
    "(k.due > 0 AND k.due < $3))");
SQL(rows_of_client,
    "SELECT CAST(0 AS BIGINT), " ROW_COLUMNS "FROM clock k LEFT JOIN client ON client.id = k.client_id "
    "WHERE k.client_id = $1 AND k.stopped_at IS NULL AND k.rings = 0 AND k.shows_at <= $2 "
    "AND (k.ends_at IS NULL OR k.ends_at > $2) AND (k.snoozed_until IS NULL OR k.snoozed_until < 1000000)");
/* Several people may have one of that name: the caller's own comes first. */
SQL(one_row, "SELECT n, for_id, due FROM clock WHERE type = $1 AND sub = $2 AND kind = $3 AND record_id = $4 "
	     "AND stopped_at IS NULL AND rings = 0 AND shows_at <= $5 AND (ends_at IS NULL OR ends_at > $5) "
	     "AND (snoozed_until IS NULL OR snoozed_until < 1000000) "
	     "ORDER BY CASE WHEN for_id = $6 THEN 0 ELSE 1 END, n LIMIT 1");
#define THAT_ROW "WHERE type = $1 AND sub = $2 AND kind = $3 AND record_id = $4 AND n = $5"
SQL(snooze_row, "UPDATE clock SET snoozed_until = $6, snooze_reason = $7 " THAT_ROW);
SQL(give_row, "UPDATE clock SET handed_to = $6, for_id = $6 " THAT_ROW);
SQL(quiet_types, "SELECT type FROM quiet WHERE person_id = $1 AND until > $2");
SQL(refusals_so_far, "SELECT refused FROM quiet WHERE person_id = $1 AND type = $2");
SQL(note_refusal,
    "INSERT INTO quiet (person_id, type, refused, until) VALUES ($1, $2, $3, nullif($4, CAST(0 AS BIGINT))) "
    "ON CONFLICT (person_id, type) DO UPDATE SET refused = excluded.refused, until = excluded.until");
/* One's own, or one that one takes notes of. */
SELECT(next_meeting, exchange_kind,
    "WHERE planned = 1 AND at >= $1 AND at <= $2 AND (our_person_id = $3 OR aid_notetaker_id = $3) "
    "AND cancelled_at IS NULL ORDER BY at LIMIT 1");
/* The active client spoken to longest ago, of this person or (0) of anybody. */
SQL(longest_unspoken,
    "SELECT id, name, spoke FROM (SELECT c.id, c.name, (SELECT x.at FROM exchange x WHERE x.client_id = c.id "
    "AND x.at <= $2 AND x.cancelled_at IS NULL AND x.channel IN ('in_person', 'phone', 'video') "
    "ORDER BY x.at DESC LIMIT 1) AS spoke FROM client c WHERE c.state = 'active' "
    "AND (c.responsible_id = $1 OR $1 = 0) ORDER BY c.id LIMIT 500) AS k ORDER BY coalesce(spoke, 0), id "
    "LIMIT 1");

/* What was looked after since an instant: one care a day is enough (5.7).  Those
 * types alone begin with e, as the index clock_care has it. */
SQL(care_done,
    "SELECT count(*) FROM clock WHERE for_id = $1 AND stopped_at >= $2 AND type >= 'e' AND type < 'f' "
    "AND rings = 0 AND shows_at <= stopped_at");

#define USEFUL_AFTER_WD 5
#define SNOOZE_MAX_WD 2
#define QUIET_AFTER 3
#define QUIET_DAYS 30
#define FAR_AHEAD 1000000 /* a day nobody sees: not useful, so not shown again */
#define MEETING_SOON (5 * 60)

/* ---- bands and order ---------------------------------------------------------- */

static enum band band_of(const struct row_type *t, bool overdue)
{
	return overdue && t->late ? t->late : t->band;
}

/* Always on the list: never put off, never cut. */
static bool urgent(enum band band)
{
	return band <= NOT_KEPT;
}

/* NULL when no row has that type: of another version, or a ring. */
static const struct row_type *row_type_named(const char *type, const char *sub)
{
	int place = clock_type_named(type, sub);
	return place < 0 || clock_types[place].effect ? NULL : &row_types[place];
}

static int compare(int64_t a, int64_t b)
{
	return (a > b) - (a < b);
}

/* Band; the earliest due, none last; among nudges the oldest start; then id. */
static int by_order(const void *x, const void *y)
{
	const struct today_row *a = x, *b = y;
	int order = compare(a->band, b->band);
	if (order == 0 && a->band != TO_LOOK_AFTER)
		order = compare(a->due ? a->due : INT64_MAX, b->due ? b->due : INT64_MAX);
	if (order == 0 && a->band == TO_LOOK_AFTER)
		order = compare(a->starts, b->starts);
	if (order == 0)
		order = strcmp(a->is->clock->type, b->is->clock->type);
	return order ? order : compare(a->record_id, b->record_id);
}

/* ---- reading ---------------------------------------------------------------------- */

static struct today_row *read_rows(struct ctx *c, struct db_query *q, int *ret_n)
{
	struct today_row *rows = arena_grown(c->arena, NULL, 0, sizeof *rows), r = {0};
	const char *type, *sub;
	int64_t kind;
	day put_off;
	int n = 0;
	while (db_row(q, "ittiiiiiiitt", &put_off, &type, &sub, &kind, &r.record_id, &r.client_id, &r.owner,
	    &r.starts, &r.shows, &r.due, &r.about, &r.client_name)) {
		r.is = row_type_named(type, sub);
		r.overdue = r.due && r.due < c->now;
		r.band = r.is ? band_of(r.is, r.overdue) : AS_BEFORE;
		if (n == TODAY_ROWS_MAX || !r.is || (put_off > c->today && !urgent(r.band)))
			continue;
		r.kind = kind_numbered(kind);
		r.count = 1;
		r.still_useful = r.band >= TO_FOLLOW_UP && !r.is->news &&
				 hours_after(c, r.shows, USEFUL_AFTER_WD * WORKING_DAY) <= c->now;
		rows = arena_grown(c->arena, rows, n, sizeof *rows);
		rows[n++] = r;
	}
	*ret_n = n;
	return rows;
}

/* Some ask nothing of a record that is already on the list for something more
 * pressing (api.md 4, c8). */
static bool has_pressing_row(const struct today_row *rows, int n, const struct today_row *r)
{
	for (int i = 0; i < n; i++)
		if (rows[i].band <= TO_KEEP && rows[i].kind == r->kind && rows[i].record_id == r->record_id)
			return true;
	return false;
}

static bool is_quiet(const char *const *quiet, int n, const struct today_row *r)
{
	for (int i = 0; i < n; i++)
		if (r->band >= TO_FOLLOW_UP && strcmp(quiet[i], r->is->clock->type) == 0)
			return true;
	return false;
}

/* What is for its owner's eyes, on the list of somebody else. */
static bool is_for_another(const struct today_row *r, int64_t person)
{
	return r->is->personal && r->owner != person;
}

static int without_idle_rows(struct ctx *c, struct today_row *rows, int n, int64_t person)
{
	const char *quiet[64], *type;
	int nquiet = 0, kept = 0;
	struct db_query *q = db_query(c->db, &quiet_types, "ii", person, c->now);
	while (db_row(q, "t", &type))
		if (nquiet < 64)
			quiet[nquiet++] = type;
	for (int i = 0; i < n; i++) {
		struct today_row *r = &rows[i];
		bool idle = is_for_another(r, person ? person : c->who.id) ||
			    (r->is->yields && has_pressing_row(rows, n, r));
		if (!idle && !is_quiet(quiet, nquiet, r))
			rows[kept++] = *r;
	}
	return kept;
}

/* While a rule holds it back (R7.1). */
static bool is_withheld(struct ctx *c, const struct today_row *r)
{
	const void *rec = r->kind->withheld ? record_get(c, r->kind, r->record_id) : NULL;
	return rec && r->kind->withheld(c, rec, (int)(r->is->clock - clock_types));
}

/* The first of these that are not held back, so many of them at most; how many rows are
 * left then. */
static int first_not_withheld(struct ctx *c, struct today_row *rows, int first, int n, int64_t most)
{
	int kept = first;
	for (int i = first; i < n && kept < first + most; i++)
		if (!is_withheld(c, &rows[i]))
			rows[kept++] = rows[i];
	return kept;
}

/* One care a day, also after it is done; none while someone waits too long.
 * Rows are in order, cares last. */
static int without_more_care(struct ctx *c, const struct today *t, int n)
{
	int first = n;
	while (first > 0 && t->row[first - 1].band == TO_LOOK_AFTER)
		first--;
	if (first == n || t->care_withheld)
		return first;
	int64_t left = settings_of(c)->care_per_day - db_int(c->db, &care_done, 0, "ii", t->person_id,
							  day_start(&c->firm->calendar, c->today));
	return first_not_withheld(c, t->row, first, n, left);
}

/* Same client and same band become one row. Rows are in order. */
static int fold(struct ctx *c, struct today_row *rows, int n)
{
	int kept = 0;
	for (int i = 0; i < n; i++) {
		struct today_row *first = NULL;
		for (int k = 0; k < kept && !first; k++)
			if (rows[k].band == rows[i].band && rows[i].client_id &&
			    rows[k].client_id == rows[i].client_id)
				first = &rows[k];
		if (!first) {
			rows[kept++] = rows[i];
			continue;
		}
		struct today_row *copy = ARENA_NEW(c->arena, struct today_row), *last = first;
		*copy = rows[i];
		while (last->folded)
			last = last->folded;
		last->folded = copy;
		first->count++;
		first->still_useful = first->still_useful && copy->still_useful; /* one of them is new */
	}
	return kept;
}

/* Which of n is cut next: what has stood there for days without anybody acting hides
 * nothing that is new; then the last. */
static int to_cut(const struct today_row *rows, int from, int n)
{
	for (int i = n - 1; i >= from; i--)
		if (rows[i].still_useful)
			return i;
	return n - 1;
}

/* What is urgent is all there, and the cap cuts the rest; what is only to be seen, and
 * has no due that would ever bring it up the list, stays behind it. */
static int shown(struct today_row *rows, int n, int64_t cap)
{
	int kept = n, pressing = 0;
	while (pressing < n && urgent(rows[pressing].band))
		pressing++;
	while (kept > pressing && kept > cap) {
		int out = to_cut(rows, pressing, kept--);
		struct today_row cut = rows[out];
		memmove(&rows[out], &rows[out + 1], (size_t)(kept - out) * sizeof cut);
		rows[kept] = cut;
	}
	for (int i = kept; i < n; i++)
		if (rows[i].is->news)
			rows[kept++] = rows[i];
	return kept;
}

static void find_meeting(struct ctx *c, struct today *t)
{
	instant end = day_end(&c->firm->calendar, c->today);
	t->meeting = FIRST(c, exchange, &next_meeting, "iii", c->now, end, t->person_id);
	t->sheet = t->meeting && t->meeting->at - c->now <= MEETING_SOON;
}

static void find_someone_to_call(struct ctx *c, struct today *t)
{
	const char *name;
	instant spoke;
	struct db_query *own = db_query(c->db, &longest_unspoken, "ii", t->person_id, c->now);
	if (!db_one(own, "iti", &t->empty_client, &name, &spoke) &&
	    !db_one(db_query(c->db, &longest_unspoken, "ii", INT64_C(0), c->now), "iti", &t->empty_client,
		&name, &spoke))
		return;
	const char *whom = say_of(c->arena, c->lang, name);
	int days = spoke ? (int)(c->today - day_at(c, spoke)) : 0;
	if (days > 1) /* so that no sentence says "1 days" */
		t->empty_text = phrased(c,
		    N_("Nothing is waiting. How about calling %s? You last spoke %d days ago."), whom, days);
	else
		t->empty_text = phrased(c, N_("Nothing is waiting. How about calling %s?"), whom);
}

struct today *today_read(struct ctx *c, int64_t person, bool whole)
{
	struct today *t = ARENA_NEW(c->arena, struct today);
	t->person_id = person ? person : c->who.id;
	struct db_query *q = db_query(c->db, &rows_of_person, "iii", t->person_id, c->today, c->now);
	int n;
	t->row = read_rows(c, q, &n);
	n = without_idle_rows(c, t->row, n, t->person_id);
	qsort(t->row, (size_t)n, sizeof t->row[0], by_order);
	t->care_withheld = n > 0 && t->row[0].band == SOMEONE_WAITS;
	n = fold(c, t->row, without_more_care(c, t, n));
	t->n = shown(t->row, n, whole ? n : settings_of(c)->list_cap);
	t->more = n - t->n;
	for (int i = 0; i < t->n; i++)
		today_say(c, &t->row[i]);
	find_meeting(c, t);
	t->arrived = arrived_at_person(c, t->person_id);
	if (n == 0 && !t->arrived && !letters_late(c, 0, t->person_id).n)
		find_someone_to_call(c, t);
	return t;
}

struct today_row *today_of_client(struct ctx *c, int64_t client, int *ret_n)
{
	int n;
	struct today_row *rows = read_rows(c, db_query(c->db, &rows_of_client, "ii", client, c->now), &n);
	n = without_idle_rows(c, rows, n, 0);
	qsort(rows, (size_t)n, sizeof rows[0], by_order);
	n = first_not_withheld(c, rows, 0, n, n);
	for (int i = 0; i < n; i++)
		today_say(c, &rows[i]);
	*ret_n = n;
	return rows;
}

/* ---- as JSON ------------------------------------------------------------------------ */

static void call_json(const struct ring_up *call, struct jw *out)
{
	if (!call) {
		jw_null(out);
		return;
	}
	jw_object(out);
	jw_text_of(out, "name", call->name);
	jw_text_of(out, "phone", call->phone);
	jw_end_object(out);
}

static void row_json(struct ctx *c, const struct today_row *r, bool alone, struct jw *out)
{
	jw_object(out);
	jw_text_of(out, "key", r->key);
	jw_text_of(out, "type", r->is->clock->type);
	jw_text_of(out, "sub", r->is->clock->sub);
	jw_int_of(out, "band", (int)r->band);
	instant_json(c, r->due, jw_key(out, "due"));
	jw_bool_of(out, "overdue", r->overdue);
	id_json(c, &client_kind, r->client_id, jw_key(out, "client_id"));
	jw_text_of(out, "client_name", r->client_name);
	jw_object(jw_key(out, "record"));
	jw_text_of(out, "kind", r->kind->name);
	jw_int_of(out, "id", r->record_id);
	jw_end_object(out);
	jw_text_of(out, "text", r->text);
	jw_text_of(out, "where", r->where);
	jw_int_of(out, "count", alone ? 1 : r->count);
	jw_array(jw_key(out, "folded"));
	for (const struct today_row *f = alone ? NULL : r->folded; f; f = f->folded)
		row_json(c, f, true, out);
	jw_end_array(out);
	jw_bool_of(out, "still_useful", r->still_useful);
	if (r->is->tells)
		r->is->tells(c, r, out);
	call_json(r->call, jw_key(out, "call"));
	jw_end_object(out);
}

void today_json(struct ctx *c, const struct today *t, struct jw *out)
{
	jw_object(out);
	jw_int_of(out, "person_id", t->person_id);
	instant_json(c, c->now, jw_key(out, "at"));
	jw_array(jw_key(out, "rows"));
	for (int i = 0; i < t->n; i++)
		row_json(c, &t->row[i], false, out);
	jw_end_array(out);
	arrived_json(c, t->arrived, jw_key(out, "arrived"));
	jw_int_of(out, "more", t->more);
	jw_bool_of(out, "care_withheld", t->care_withheld);
	jw_key(out, "next_meeting");
	if (t->meeting) {
		jw_object(out);
		jw_int_of(out, "exchange_id", t->meeting->r.id);
		instant_json(c, t->meeting->at, jw_key(out, "at"));
		jw_bool_of(out, "sheet", t->sheet);
		jw_text_of(out, "line", NULL);
		jw_end_object(out);
	} else {
		jw_null(out);
	}
	jw_key(out, "empty");
	if (t->empty_text) {
		jw_object(out);
		jw_int_of(out, "client_id", t->empty_client);
		jw_text_of(out, "text", t->empty_text);
		jw_end_object(out);
	} else {
		jw_null(out);
	}
	jw_end_object(out);
}

/* ---- waiting, handing over, "is this still useful?" ------------------------------------ */

#define SNOOZE_INPUTS(F, S) \
	F(S, date, until, N_("Wait until"), .required = true) \
	F(S, text, reason, N_("Why it can wait"), .required = true)
#define GIVE_INPUTS(F, S) F(S, ref, person_id, N_("To whom"), .to = &person_kind, .required = true)
#define USEFUL_INPUTS(F, S) F(S, flag, useful, N_("Is this still useful?"), .required = true)
struct row_in {
	SNOOZE_INPUTS(FIELD_MEMBER, _) GIVE_INPUTS(FIELD_MEMBER, _) USEFUL_INPUTS(FIELD_MEMBER, _)
};

/* One input set a verb, so that each says what it needs. */
const struct field snooze_fields[] = {SNOOZE_INPUTS(FIELD_ROW, struct row_in){0}};
const struct field give_fields[] = {GIVE_INPUTS(FIELD_ROW, struct row_in){0}};
const struct field useful_fields[] = {USEFUL_INPUTS(FIELD_ROW, struct row_in){0}};

struct row_name {
	const char *type, *sub;
	const struct row_type *is;
	const struct kind *kind;
	int64_t id;
	int64_t n, owner; /* which of them, and on whose list */
};

/* "c8.next:matter:5" */
static bool read_key(struct arena *a, const char *key, struct row_name *ret)
{
	char *copy = arena_strdup(a, key), *kind = strchr(copy, ':'),
	     *id = kind ? strchr(kind + 1, ':') : NULL;
	if (!id)
		return false;
	*kind++ = *id++ = 0;
	char *sub = strchr(copy, '.');
	if (sub)
		*sub++ = 0;
	ret->type = copy;
	ret->sub = sub ? sub : "";
	ret->is = row_type_named(ret->type, ret->sub);
	ret->kind = kind_named(kind);
	char *end;
	ret->id = strtoll(id, &end, 10);
	return ret->is && ret->kind && ret->id > 0 && *end == 0;
}

day snooze_last(const struct ctx *c)
{
	day last = c->today;
	for (int n = 0; n < SNOOZE_MAX_WD; n++)
		do
			last++;
		while (working_days_before(&c->firm->calendar, last + 1, 1) != last && last < c->today + 60);
	return last;
}

static void put_off(struct ctx *c, const struct row_name *row, day until, const char *reason)
{
	db_run(c->db, &snooze_row, "ttiiiit", row->type, row->sub, (int64_t)row->kind->number, row->id,
	    row->n, until, reason);
}

/* Mended on the page of what the row is about, or on the list itself. */
static void refuse_on_page(struct act *a, const struct row_name *row, const char *code)
{
	refuse(a, code);
	a->refusal.where = record_place(a->ctx, row->kind, row->id, "");
}

static void refuse_on_list(struct act *a, const char *code)
{
	refuse(a, code);
	a->refusal.where = "/auj";
}

static void snooze(struct act *a, const struct row_name *row, const struct row_in *in, enum band band)
{
	if (urgent(band))
		refuse_on_page(a, row, "someone_waits");
	else if (in->until <= a->ctx->today || in->until > snooze_last(a->ctx))
		refuse_on_list(a, "snooze_too_long");
	else
		put_off(a->ctx, row, in->until, in->reason);
	a->reason = in->reason;
}

static void give(struct act *a, const struct row_name *row, const struct row_in *in)
{
	if (!person_is_staff(a->ctx, GET(a->ctx, person, in->person_id)))
		refuse_on_list(a, "person_inactive");
	else
		db_run(a->ctx->db, &give_row, "ttiiii", row->type, row->sub, (int64_t)row->kind->number,
		    row->id, row->n, in->person_id);
}

/* Three "no" in a row for one type make it quiet for that person. */
static void count_answer(struct ctx *c, const struct row_name *row, const struct row_in *in)
{
	int64_t refused_before = db_int(c->db, &refusals_so_far, 0, "it", c->who.id, row->type);
	int64_t times = in->useful ? 0 : refused_before + 1;
	instant until = times >= QUIET_AFTER ? c->now + QUIET_DAYS * DAY_SECONDS : 0;
	db_run(c->db, &note_refusal, "itii", c->who.id, row->type, until ? INT64_C(0) : times, until);
}

/* Having seen news is no judgement of them. */
static void say_useful(struct act *a, const struct row_name *row, const struct row_in *in, enum band band)
{
	if (band <= TO_KEEP) {
		refuse_on_page(a, row, "always_useful");
		return;
	}
	if (!row->is->news)
		count_answer(a->ctx, row, in);
	if (!in->useful)
		put_off(a->ctx, row, FAR_AHEAD, NULL);
}

/* On the caller's own list, or on that of somebody they cover; leads reach all but
 * what is for another's eyes. */
static bool is_on_list_of(struct ctx *c, const struct row_type *is, int64_t owner)
{
	const struct person *p = GET(c, person, owner);
	if (owner == c->who.id || is->personal)
		return owner == c->who.id;
	return c->who.role == LEAD || (p && p->cover_person_id == c->who.id && person_is_away(p, c->today));
}

int64_t today_holder(struct ctx *c, const struct today_row *r)
{
	const struct clock_type *t = r->is->clock;
	int64_t n = 0, holder = 0;
	instant due = 0;
	db_one(db_query(c->db, &one_row, "ttiiii", t->type, t->sub ? t->sub : "", (int64_t)r->kind->number,
		   r->record_id, c->now, c->who.id),
	    "iii", &n, &holder, &due);
	return holder;
}

bool today_may_change(struct ctx *c, const struct today_row *r)
{
	return is_on_list_of(c, r->is, r->owner);
}

bool today_change(
    struct ctx *c, const char *key, const char *verb, json_t *input, bool form, struct refusal *ret)
{
	c->cache = NULL;
	struct act *a = ARENA_NEW(c->arena, struct act);
	a->ctx = c;
	a->name = verb;
	struct row_name row = {0};
	instant due = 0;
	struct db_query *q = NULL;
	if (read_key(c->arena, key, &row))
		q = db_query(c->db, &one_row, "ttiiii", row.type, row.sub, (int64_t)row.kind->number, row.id,
		    c->now, c->who.id);
	const struct field *fields = strcmp(verb, "snooze") == 0      ? snooze_fields
				     : strcmp(verb, "hand_over") == 0 ? give_fields
				     : strcmp(verb, "useful") == 0    ? useful_fields
								      : NULL;
	if (!fields || !row.is || !db_one(q, "iii", &row.n, &row.owner, &due) ||
	    !is_on_list_of(c, row.is, row.owner)) {
		refuse(a, "not_found");
		*ret = a->refusal;
		return false;
	}
	a->kind = row.kind;
	struct row_in in = {0};
	input_read(a, &(struct input_rules){.fields = fields, .form = form}, input, &in);
	enum band band = band_of(row.is, due && due < c->now);
	if (!refused(a) && fields == snooze_fields)
		snooze(a, &row, &in, band);
	else if (!refused(a) && fields == give_fields)
		give(a, &row, &in);
	else if (!refused(a))
		say_useful(a, &row, &in, band);
	if (!refused(a))
		audit_add(c, &(struct audit_line){
				 .action = verb, .kind = row.kind, .id = row.id, .reason = a->reason});
	*ret = a->refusal;
	return !refused(a);
}
