/* The table of clock types, for the engine and for Today; and which of several
 * sentences is true of a row. */
#include "rules/clock_types.h"

#include "rules/care.h"
#include "rules/charge.h"
#include "rules/deliver.h"
#include "rules/insight.h"
#include "rules/moment.h"
#include "rules/privacy_case.h"
#include "rules/rating.h"
#include "rules/rhythm.h"
#include "rules/today.h"
#include "rules/writing.h"

static int whose_promise(struct ctx *c, const struct today_row *r)
{
	return !r->client_id ? 2 : r->overdue ? 1 : c->on_paper ? 3 : 0;
}

static int whether_tacit(struct ctx *c, const struct today_row *r)
{
	const struct mandate *m = GET(c, mandate, r->record_id);
	const struct writing *agreed = m ? GET(c, writing, m->entente_id) : NULL;
	return agreed && agreed->state == WRITING_TACIT;
}

static int whether_overdue(struct ctx *c, const struct today_row *r)
{
	(void)c;
	return r->overdue;
}

static int whether_theirs(struct ctx *c, const struct today_row *r)
{
	(void)c;
	return r->client_id != 0;
}

static int whether_all_told(struct ctx *c, const struct today_row *r)
{
	const struct term *untold;
	return standards_untold(c, r->record_id, &untold, 1) == 0;
}

/* So as to vary (R6.2). */
static const char *marked_last_time(struct ctx *c, const struct today_row *r)
{
	return moment_last_form_said(c, GET(c, moment, r->record_id));
}

/* What a condition protects (T5). */
static const char *why_it_matters(struct ctx *c, const struct today_row *r)
{
	const struct term *t = GET(c, term, r->record_id);
	return t ? t->why : NULL;
}

static int which_privacy_case(struct ctx *c, const struct today_row *r)
{
	const struct privacy_case *p = GET(c, privacy_case, r->record_id);
	return (int)(p ? p->kind : INCIDENT) - 1;
}

static const char *quiet_in_words(struct ctx *c, const struct today_row *r)
{
	struct quiet s = quiet_read(c, r->record_id, BEFORE_NOTHING);
	return quiet_said(c, &s);
}

/* A row that began before no voice at all was missed is about a thread. */
static int voice_or_thread(struct ctx *c, const struct today_row *r)
{
	day works = works_since(c, r->record_id);
	day missed =
	    works ? voice_missed_from(c, voice_before(c, r->record_id, BEFORE_NOTHING).at, works) : 0;
	return !missed || day_at(c, r->starts) < missed;
}

static int which_why(struct ctx *c, const struct today_row *r)
{
	const struct insight *why = GET(c, insight, r->record_id);
	return (int)(why ? why->question : WHY_GOAL) - 1;
}

static int what_was_not_felt(struct ctx *c, const struct today_row *r)
{
	const struct rating *rating = GET(c, rating, r->record_id);
	return rating ? felt_first_no(c, rating) : 0;
}

/* c17 is of a client or of a mandate. */
static int client_or_mandate(struct ctx *c, const struct today_row *r)
{
	(void)c;
	return r->kind == &mandate_kind;
}

static struct handed handed_in(struct ctx *c, const struct today_row *r)
{
	return handed_of(c, r->kind, record_get(c, r->kind, r->record_id));
}

static const char *passed_in_words(struct ctx *c, const struct today_row *r)
{
	struct handed h = handed_in(c, r);
	return held_said(c, &h.with);
}

static void what_passed(struct ctx *c, const struct today_row *r, struct jw *out)
{
	jw_raw(jw_key(out, "passed"), handed_in(c, r).with_json);
}

static int how_it_failed(struct ctx *c, const struct today_row *r)
{
	const char *names;
	return (int)deliver_failure(c, r->kind, r->record_id, &names);
}

#define ROW_CLOCK(name, type_, sub_, ...) {.type = type_, .sub = sub_},
#define RING_CLOCK(name, type_, action_, said_, rule_, effect_, ...) \
	{.type = type_, .action = action_, .said = said_, .rule = rule_, .effect = effect_, __VA_ARGS__},
const struct clock_type clock_types[] = {CLOCK_ROWS(ROW_CLOCK) CLOCK_RINGS(RING_CLOCK){0}};

#define ROW_TYPE(name, type, sub, band, late, due, beside, where, verb, says, ...) \
	{band, late, due, beside, where, verb, says, .clock = &clock_types[CLOCK_##name], __VA_ARGS__},
const struct row_type row_types[] = {CLOCK_ROWS(ROW_TYPE)};
