/* What a row of Today says, and where it is done: who waits, for what, by when
 * (words.md 3.1).  One sentence a type of clock; the order is that of api.md 4. */
#include <string.h>

#include "rules/conditions.h"
#include "rules/insight.h"
#include "rules/privacy_case.h"
#include "rules/rating.h"
#include "rules/today.h"
#include "rules/writing.h"

/* A row about to speak. */
struct saying {
	struct ctx *c;
	const struct today_row *row;
	const char *who, *what;
};

static bool is(const struct saying *s, const char *type)
{
	return strcmp(s->row->type, type) == 0;
}

static bool is_sub(const struct saying *s, const char *type, const char *sub)
{
	return is(s, type) && s->row->sub && strcmp(s->row->sub, sub) == 0;
}

/* "%s: …, “%s”.", with the client and what the record is called. */
static const char *say(const struct saying *s, const char *english) __attribute__((format_arg(2)));

static const char *say(const struct saying *s, const char *english)
{
	return tr(s->c->lang, english);
}

static const char *due_day(const struct saying *s)
{
	const struct zone *z = &s->c->firm->calendar.zone;
	return say_near_day(s->c->arena, s->c->lang, zone_day(z, s->row->due), s->c->today);
}

static const char *since(const struct saying *s)
{
	return say_near(s->c->arena, s->c->lang, &s->c->firm->calendar.zone, s->row->starts, s->c->now);
}

/* ---- to tell, to answer ----------------------------------------------------------- */

static const char *say_a(const struct saying *s)
{
	struct arena *a = s->c->arena;
	if (is(s, "a2"))
		return arena_printf(
		    a, say(s, N_("%s has been waiting for an answer since %s.")), s->who, since(s));
	if (is(s, "a1"))
		return arena_printf(a, say(s, N_("%s: to be told by voice, “%s”.")), s->who, s->what);
	if (is(s, "a1c"))
		return arena_printf(
		    a, say(s, N_("%s says something is wrong, call back: “%s”.")), s->who, s->what);
	if (is(s, "a3"))
		return arena_printf(
		    a, say(s, N_("%s was told in writing; now say it by voice: “%s”.")), s->who, s->what);
	if (is_sub(s, "a4", "resend"))
		return arena_printf(
		    a, say(s, N_("%s corrected us, “%s”: correct it and send it again.")), s->who, s->what);
	return arena_printf(a, say(s, N_("For %s it is not excellent yet, “%s”: adjust.")), s->who, s->what);
}

/* ---- promised, and needed ----------------------------------------------------------- */

static const char *say_b4(const struct saying *s)
{
	struct arena *a = s->c->arena;
	if (is_sub(s, "b4", "stall"))
		return arena_printf(a, "%s, %s. %s", s->who, s->what, stall_text(s->c));
	if (is_sub(s, "b4", "insist"))
		return arena_printf(a, say(s, N_("%s: insist, with respect, on “%s”.")), s->who, s->what);
	if (s->row->overdue)
		return arena_printf(
		    a, say(s, N_("%s: condition missing since %s, “%s”.")), s->who, due_day(s), s->what);
	return arena_printf(a, say(s, N_("%s: condition needed by %s, “%s”.")), s->who, due_day(s), s->what);
}

static const char *say_b(const struct saying *s)
{
	struct arena *a = s->c->arena;
	if (is(s, "b1") && !s->row->client_id)
		return arena_printf(a, say(s, N_("Between us, due %s: “%s”.")), due_day(s), s->what);
	if (is(s, "b1") && s->row->overdue)
		return arena_printf(a, say(s, N_("%s is waiting for what we promised for %s: “%s”.")), s->who,
		    due_day(s), s->what);
	if (is(s, "b1"))
		return arena_printf(a, say(s, N_("%s: promised for today, “%s”.")), s->who, s->what);
	if (is(s, "b2"))
		return arena_printf(
		    a, say(s, N_("%s: still on track for %s? “%s”.")), s->who, due_day(s), s->what);
	if (is(s, "b3"))
		return arena_printf(
		    a, say(s, N_("%s is waiting for the news we announced: “%s”.")), s->who, s->what);
	return say_b4(s);
}

/* ---- to follow up --------------------------------------------------------------------- */

/* Who introduced the newcomer. */
static const char *introducer(const struct saying *s)
{
	const struct client *k = GET(s->c, client, s->row->record_id);
	const struct client *by = k ? GET(s->c, client, k->referred_by_client_id) : NULL;
	return by ? by->name : k && k->referred_by_text ? k->referred_by_text : "";
}

static const char *say_privacy(const struct saying *s)
{
	struct arena *a = s->c->arena;
	const struct privacy_case *p = GET(s->c, privacy_case, s->row->record_id);
	const struct person *by = p ? GET(s->c, person, p->person_id) : NULL;
	const char *who = by ? by->name : s->who, *when = due_day(s);
	switch (p ? p->kind : INCIDENT) {
	case ASKS_ACCESS:
		return arena_printf(
		    a, say(s, N_("%s asks what we hold about them: answer by %s.")), who, when);
	case ASKS_RECTIFY:
		return arena_printf(
		    a, say(s, N_("%s asks to have their data corrected: answer by %s.")), who, when);
	case ASKS_ERASE:
		return arena_printf(
		    a, say(s, N_("%s asks to have their data erased: answer by %s.")), who, when);
	case WITHDRAWS_CONSENT:
		return arena_printf(a, say(s, N_("%s takes a consent back: answer by %s.")), who, when);
	default:
		return arena_printf(
		    a, say(s, N_("A privacy incident, to be dealt with by %s: “%s”.")), when, s->what);
	}
}

static bool said_no(const json_t *felt, const char *tick)
{
	const char *said = json_string_value(json_object_get(felt, tick));
	return said && strcmp(said, "no") == 0;
}

/* The first "no" among the four ticks of a rating (P4). */
static const char *say_felt(const struct saying *s)
{
	const struct rating *rating = GET(s->c, rating, s->row->record_id);
	json_t *felt = rating ? json_of(rating->felt) : NULL;
	const char *text = arena_printf(s->c->arena,
	    say(s, said_no(felt, "respected")    ? N_("%s: somebody did not feel respected. Call them.")
		   : said_no(felt, "understood") ? N_("%s: somebody did not feel understood. Call them.")
		   : said_no(felt, "valued")
		       ? N_("%s: somebody did not feel valued. Call them.")
		       : N_("%s: somebody did not feel that we want them to succeed. Call them.")),
	    s->who);
	json_decref(felt);
	return text;
}

static const char *say_c8(const struct saying *s)
{
	struct arena *a = s->c->arena;
	if (is_sub(s, "c8", "felt"))
		return say_felt(s);
	if (is_sub(s, "c8", "date"))
		return arena_printf(
		    a, say(s, N_("%s: say when they will hear from us, “%s”.")), s->who, s->what);
	return arena_printf(a, say(s, N_("%s: what next? Nothing has a date after “%s”.")), s->who, s->what);
}

static const char *say_c(const struct saying *s)
{
	struct arena *a = s->c->arena;
	if (is(s, "c1"))
		return arena_printf(a, say(s, N_("%s: send the recap of %s.")), s->who, since(s));
	if (is_sub(s, "c2", "remind"))
		return arena_printf(
		    a, say(s, N_("%s has not answered yet, “%s”: remind them.")), s->who, s->what);
	if (is(s, "c2"))
		return arena_printf(
		    a, say(s, N_("%s, “%s”. Call: we do not know whether they agree.")), s->who, s->what);
	if (is(s, "c5"))
		return say_privacy(s);
	if (is(s, "c6"))
		return arena_printf(
		    a, say(s, N_("Thank %s, who introduced %s to us.")), introducer(s), s->who);
	if (is(s, "c7"))
		return arena_printf(a, say(s, N_("%s asks: “%s”. To be decided.")), s->who, s->what);
	if (is(s, "c8"))
		return say_c8(s);
	if (is(s, "c9"))
		return arena_printf(a, say(s, N_("Welcome %s, in writing.")), s->who);
	if (is(s, "c10"))
		return arena_printf(a, say(s, N_("%s: say why it was decided so, “%s”.")), s->who, s->what);
	if (is(s, "c12"))
		return arena_printf(a, say(s, N_("%s: propose ways out of “%s”.")), s->who, s->what);
	return arena_printf(a, say(s, N_("%s: worth telling, “%s”.")), s->who, s->what);
}

/* ---- to check ---------------------------------------------------------------------------- */

static const char *say_d(const struct saying *s)
{
	struct arena *a = s->c->arena;
	if (is_sub(s, "d1", "mandate"))
		return arena_printf(a, say(s, N_("%s: ask what it brought them, “%s”.")), s->who, s->what);
	if (is_sub(s, "d1", "call"))
		return arena_printf(a,
		    say(s, N_("%s has not said whether it suits them, “%s”: call to check.")), s->who,
		    s->what);
	if (is(s, "d1"))
		return arena_printf(
		    a, say(s, N_("%s: is the solution truly right for them? “%s”.")), s->who, s->what);
	if (is(s, "d2"))
		return arena_printf(a, say(s, N_("%s: does it still hold? “%s”.")), s->who, s->what);
	if (is(s, "d3"))
		return arena_printf(a, say(s, N_("%s: look for what was missing, “%s”.")), s->who, s->what);
	return arena_printf(a, say(s, N_("%s: go through the agreement again, “%s”.")), s->who, s->what);
}

/* ---- to look after -------------------------------------------------------------------------- */

static const char *say_stale_why(const struct saying *s)
{
	const struct insight *why = GET(s->c, insight, s->row->record_id);
	int64_t question = why ? why->question : WHY_GOAL;
	return arena_printf(s->c->arena,
	    say(s, question == WHY_GOAL        ? N_("%s: ask again about the goal, “%s”.")
		   : question == WHY_PRESSURE  ? N_("%s: ask again about the pressure, “%s”.")
		   : question == WHY_CRITERION ? N_("%s: ask again about the criterion, “%s”.")
		   : question == WHY_WORRY     ? N_("%s: ask again about the worry, “%s”.")
					       : N_("%s: ask again who must be convinced, “%s”.")),
	    s->who, s->what);
}

static const char *say_e(const struct saying *s)
{
	struct arena *a = s->c->arena;
	if (is(s, "e3"))
		return say_stale_why(s);
	if (is(s, "e4") && s->row->client_id)
		return arena_printf(a, say(s, N_("Celebrate: “%s”, with %s.")), s->what, s->who);
	if (is(s, "e4"))
		return arena_printf(a, say(s, N_("Celebrate: “%s”.")), s->what);
	return arena_printf(a, say(s, N_("%s: offer the ideas gathered on the way, “%s”.")), s->who, s->what);
}

/* ---- a row, and a folded one ------------------------------------------------------------------ */

/* A writing is called by what it is. */
static const char *called(struct ctx *c, const struct today_row *r)
{
	const struct writing *w = r->kind == &writing_kind ? GET(c, writing, r->record_id) : NULL;
	return w ? writing_title(c, w) : r->about;
}

static const char *sentence(struct ctx *c, const struct today_row *r)
{
	const struct saying s = {
	    .c = c, .row = r, .who = r->client_name ? r->client_name : "", .what = called(c, r)};
	switch (r->type[0]) {
	case 'a':
		return say_a(&s);
	case 'b':
		return say_b(&s);
	case 'c':
		return say_c(&s);
	case 'd':
		return say_d(&s);
	default:
		return say_e(&s);
	}
}

static const char *folded_sentence(struct ctx *c, const struct today_row *first)
{
	bool all_replies = true;
	for (const struct today_row *r = first; r; r = r->folded)
		all_replies = all_replies && strcmp(r->type, "a2") == 0;
	if (all_replies)
		return arena_printf(
		    c->arena, tr(c->lang, N_("%s: %d answers awaited.")), first->client_name, first->count);
	return arena_printf(
	    c->arena, tr(c->lang, N_("%s: %d things at once.")), first->client_name, first->count);
}

static const char *row_key(struct ctx *c, const struct today_row *r)
{
	return arena_printf(c->arena, "%s%s%s:%s:%lld", r->type, r->sub ? "." : "", r->sub ? r->sub : "",
	    r->kind->name, (long long)r->record_id);
}

/* A term shows on its mandate's page; of the others the id says it all. */
const char *page_of(struct ctx *c, const struct kind *k, int64_t id)
{
	return k->page(c->arena, k == &term_kind ? record_get(c, k, id) : &(struct record){.id = id});
}

/* Where on a client's page; a recap in its draft; the rest on the record's own
 * page. */
static const char *row_where(struct ctx *c, const struct today_row *r)
{
	if (strcmp(r->type, "a2") == 0 || r->kind == &rating_kind)
		return arena_printf(c->arena, "/c/%lld", (long long)r->client_id);
	if (strcmp(r->type, "c6") == 0)
		return arena_printf(c->arena, "/c/%lld#merci", (long long)r->client_id);
	if (strcmp(r->type, "c9") == 0)
		return arena_printf(c->arena, "/c/%lld?volet=entente#volet", (long long)r->client_id);
	const struct exchange *met = strcmp(r->type, "c1") == 0 ? GET(c, exchange, r->record_id) : NULL;
	if (met && met->recap_id)
		return arena_printf(c->arena, "/ecrit/%lld", (long long)met->recap_id);
	const char *page = page_of(c, r->kind, r->record_id);
	return strcmp(r->type, "b4") == 0 && r->kind == &mandate_kind
		   ? arena_printf(c->arena, "%s#conditions", page)
		   : page;
}

static void say_one(struct ctx *c, struct today_row *r)
{
	r->key = row_key(c, r);
	r->where = row_where(c, r);
	r->own = r->text = sentence(c, r);
}

void today_say(struct ctx *c, struct today_row *r)
{
	say_one(c, r);
	for (struct today_row *f = r->folded; f; f = f->folded)
		say_one(c, f);
	if (r->count > 1)
		r->text = folded_sentence(c, r);
}
