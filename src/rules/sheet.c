/* The pre-meeting sheet, gathered from what is recorded. */
#include "rules/sheet.h"

#include "rules/options.h"

SELECT(last_understood, writing_kind,
    "WHERE client_id = $1 AND kind IN ('recap', 'problem') AND understood IS NOT NULL AND sent_at > 0 "
    "ORDER BY sent_at DESC, id DESC LIMIT 1");
SELECT(open_between_us, promise_kind,
    "WHERE client_id = $1 AND shared = 1 AND state = 'open' ORDER BY due, id LIMIT 200");
SELECT(unclear_of, term_kind,
    "WHERE client_id = $1 AND clarity <> 'clear' AND state NOT IN ('dropped', 'waived') ORDER BY id LIMIT "
    "$2");
SELECT(last_low_rating, rating_kind, "WHERE client_id = $1 AND value <= 2 ORDER BY at DESC, id DESC LIMIT 1");
SELECT(last_closed_problem, matter_kind,
    "WHERE client_id = $1 AND nature = 'problem' AND state = 'closed' ORDER BY closed_at DESC, id DESC LIMIT "
    "1");

const char *const *sheet_lines(const struct ctx *c)
{
	static const char *const lines[SHEET_LINES] = {[SHEET_PHONE] = N_("Phone off"),
	    [SHEET_LAPTOP] = N_("Laptop closed"),
	    [SHEET_NOTES] = N_("Who takes notes?"),
	    [SHEET_RECORDING] = N_("May we record?"),
	    [SHEET_QUESTIONS] = N_("Open questions")};
	const char **said = ARENA_ARRAY(c->arena, const char *, SHEET_LINES);
	for (int i = 0; i < SHEET_LINES; i++)
		said[i] = tr(c->lang, lines[i]);
	return said;
}

/* ---- the last let-down (E9) ------------------------------------------------------- */

/* What was chosen about a problem. */
static const char *way_chosen(struct ctx *c, const struct matter *m)
{
	const struct decision *d = decision_of_problem(c, m->r.id);
	if (!d || d->chosen_option == NO_NUMBER)
		return NULL;
	const struct option *chosen = option_numbered(options_read(c, d->options), d->chosen_option);
	return chosen ? chosen->label : NULL;
}

struct let_down let_down_last(struct ctx *c, int64_t client)
{
	const struct rating *low = FIRST(c, rating, &last_low_rating, "i", client);
	const struct matter *problem = FIRST(c, matter, &last_closed_problem, "i", client);
	struct let_down last = {0};
	if (low && (!problem || low->at >= problem->told_at)) {
		last.at = low->at;
		last.rating = low;
		last.matter = GET(c, matter, link_of(low->about_id, &matter_kind));
	} else if (problem) {
		last.at = problem->told_at;
		last.matter = problem;
	}
	if (last.matter) {
		const struct rating *rated = rating_latest(c, &matter_kind, last.matter->r.id);
		last.way = way_chosen(c, last.matter);
		last.rated = rated && rated->at > last.at ? rated : NULL;
	}
	return last;
}

/* ---- reading ------------------------------------------------------------------------ */

static void read_promises(struct ctx *c, struct sheet *s)
{
	foreach (c, promise, p, &open_between_us, "i", s->exchange->client_id) {
		if (p->side == OURS && s->nours < SHEET_MAX)
			s->ours[s->nours++] = p;
		if (p->side == THEIRS && s->ntheirs < SHEET_MAX)
			s->theirs[s->ntheirs++] = p;
	}
}

static void read_whys(struct ctx *c, struct sheet *s)
{
	instant stale = c->now - settings_of(c)->insight_stale_d * DAY_SECONDS;
	for (int64_t question = WHY_GOAL; question <= WHY_AUDIENCE; question++) {
		const struct insight *known = insight_on(c, s->exchange->client_id, question);
		if (known && known->state == INSIGHT_VERIFIED && known->verified_at > stale)
			continue;
		s->why[s->nwhys].question = question;
		s->why[s->nwhys++].insight = known;
	}
}

struct sheet *sheet_read(struct ctx *c, const struct exchange *x)
{
	struct sheet *s = ARENA_NEW(c->arena, struct sheet);
	s->exchange = x;
	s->notetaker = GET(c, person, x->aid_notetaker_id);
	s->understood = FIRST(c, writing, &last_understood, "i", x->client_id);
	read_promises(c, s);
	foreach (c, term, t, &unclear_of, "ii", x->client_id, (int64_t)SHEET_MAX)
		s->unclear[s->nunclear++] = t;
	read_whys(c, s);
	s->nquestions = open_questions(c, x->client_id, s->question, SHEET_MAX);
	s->let_down = let_down_last(c, x->client_id);
	return s;
}

/* ---- as JSON ---------------------------------------------------------------------------- */

static void text_with_id(struct jw *out, int64_t id, const char *text)
{
	jw_object(out);
	jw_int_of(out, "id", id);
	jw_text_of(out, "text", text);
}

static void promises_json(
    struct ctx *c, const char *key, const struct promise *const *list, int n, struct jw *out)
{
	jw_array(jw_key(out, key));
	for (int i = 0; i < n; i++) {
		text_with_id(out, list[i]->r.id, list[i]->text);
		date_json(c, list[i]->due, jw_key(out, "due"));
		jw_end_object(out);
	}
	jw_end_array(out);
}

static void lines_json(struct ctx *c, const struct sheet *s, struct jw *out)
{
	const char *const *lines = sheet_lines(c);
	jw_array(jw_key(out, "lines"));
	for (int i = 0; i < SHEET_LINES; i++)
		jw_text(out, lines[i]);
	jw_end_array(out);
	jw_text_of(out, "notetaker", s->notetaker ? s->notetaker->name : NULL);
}

static void understood_json(struct ctx *c, const struct sheet *s, struct jw *out)
{
	jw_key(out, "understood");
	if (!s->understood) {
		jw_null(out);
		return;
	}
	jw_object(out);
	jw_int_of(out, "writing_id", s->understood->r.id);
	instant_json(c, s->understood->sent_at, jw_key(out, "sent_at"));
	understood_write(c, s->understood, jw_key(out, "what"));
	jw_end_object(out);
}

static void unclear_json(const struct sheet *s, struct jw *out)
{
	jw_array(jw_key(out, "unclear_terms"));
	for (int i = 0; i < s->nunclear; i++) {
		text_with_id(out, s->unclear[i]->r.id, s->unclear[i]->text);
		jw_text_of(out, "clarity", record_choice(&term_kind, "clarity", s->unclear[i]));
		jw_end_object(out);
	}
	jw_end_array(out);
}

static void whys_json(struct ctx *c, const struct sheet *s, struct jw *out)
{
	jw_array(jw_key(out, "whys"));
	for (int i = 0; i < s->nwhys; i++) {
		const struct insight *known = s->why[i].insight, asked = {.question = s->why[i].question};
		jw_object(out);
		jw_text_of(out, "question", record_choice(&insight_kind, "question", &asked));
		id_json(c, &insight_kind, known ? known->r.id : 0, jw_key(out, "id"));
		jw_text_of(out, "text", known ? known->text : NULL);
		jw_end_object(out);
	}
	jw_end_array(out);
}

static void questions_json_of(const struct sheet *s, struct jw *out)
{
	jw_array(jw_key(out, "questions"));
	for (int i = 0; i < s->nquestions; i++) {
		jw_object(out);
		jw_int_of(out, "writing_id", s->question[i].writing_id);
		jw_int_of(out, "n", s->question[i].n);
		jw_text_of(out, "text", s->question[i].text);
		jw_end_object(out);
	}
	jw_end_array(out);
}

static void let_down_json(struct ctx *c, const struct let_down *l, struct jw *out)
{
	jw_key(out, "let_down");
	if (!l->at) {
		jw_null(out);
		return;
	}
	jw_object(out);
	instant_json(c, l->at, jw_key(out, "at"));
	number_json(l->rating ? l->rating->value : NO_NUMBER, jw_key(out, "value"));
	jw_text_of(out, "words", l->rating ? l->rating->text : NULL);
	id_json(c, &matter_kind, l->matter ? l->matter->r.id : 0, jw_key(out, "matter_id"));
	jw_text_of(out, "text", l->matter ? matter_title(c, l->matter) : NULL);
	jw_text_of(out, "repair", l->way);
	number_json(l->rated ? l->rated->value : NO_NUMBER, jw_key(out, "rated"));
	jw_end_object(out);
}

void sheet_json(struct ctx *c, const void *rec, struct jw *out)
{
	const struct sheet *s = sheet_read(c, rec);
	jw_object(out);
	jw_int_of(out, "exchange_id", s->exchange->r.id);
	jw_int_of(out, "client_id", s->exchange->client_id);
	instant_json(c, s->exchange->at, jw_key(out, "at"));
	lines_json(c, s, out);
	understood_json(c, s, out);
	promises_json(c, "ours", s->ours, s->nours, out);
	promises_json(c, "theirs", s->theirs, s->ntheirs, out);
	unclear_json(s, out);
	whys_json(c, s, out);
	questions_json_of(s, out);
	let_down_json(c, &s->let_down, out);
	jw_end_object(out);
}
