/* An agreement written down on one page: the need and how it is answered, what they
 * expect with its days, what it takes with its whys; all of it or nothing.  Each record
 * goes through the door as if it had been noted on its own. */
#include <string.h>

#include "base/text.h"
#include "pages/pages.h"
#include "rules/announce.h"
#include "rules/term.h"
#include "web/forms.h"
#include "web/parts.h"
#include "web/told.h"

const struct field agreement_fields[] = {
    {.name = "service", .label = N_("What they expect: one a line, its day at the end"), .type = FT_longtext},
    {.name = "frame",
	.label = N_("What it takes from them: one a line, then a colon, and why"),
	.type = FT_longtext},
    {0},
};

/* A line that does not say all that it should. */
static bool refuse_line(struct req *r, const char *sentence)
{
	answer_refusal(r, &(struct refusal){.code = code_find("invalid"), .detail = sentence});
	return false;
}

static bool add_term(
    struct req *r, const struct mandate *m, const char *kind, const char *side, json_t *words, int64_t *ret)
{
	struct outcome o;
	json_t *input =
	    json_pack("{s:I, s:s, s:s}", "mandate_id", (json_int_t)m->r.id, "kind", kind, "owed_by", side);
	json_object_update(input, words);
	json_decref(words);
	if (!form_does(r, &term_kind, "create", NULL, input, &o))
		return false;
	*ret = outcome_id(&o);
	return true;
}

/* "Une affiche prête, 12 mars": what they expect, and the day on which it will be there. */
static bool add_expectation(struct req *r, const struct mandate *m, const char *line)
{
	struct marks marks;
	struct outcome o;
	int64_t term;
	marks_read(r->c->arena, arena_printf(r->c->arena, "> %s", line), r->c->today, &marks);
	if (marks.n != 1 || !marks.line[0].due)
		return refuse_line(r, line_lacks_day(r->c, line));
	const struct marked *one = &marks.line[0];
	return add_term(r, m, "expectation", "us", json_pack("{s:s}", "text", one->text), &term) &&
	       form_does(r, &promise_kind, "create", NULL,
		   json_pack("{s:s, s:I, s:I, s:s, s:s, s:{s:s, s:I}}", "side", "us", "client_id",
		       (json_int_t)m->client_id, "mandate_id", (json_int_t)m->r.id, "text", one->text, "due",
		       day_text(r->c->arena, one->due), "source", "type", "term", "id", (json_int_t)term),
		   &o);
}

/* "Un seul relecteur : sinon les textes se contredisent." */
static bool add_condition(struct req *r, const struct mandate *m, const char *line)
{
	const char *colon = strchr(line, ':');
	int64_t term;
	const char *what =
	    colon ? text_trim(r->c->arena, arena_strndup(r->c->arena, line, (size_t)(colon - line))) : "";
	const char *why = colon ? text_trim(r->c->arena, colon + 1) : "";
	if (!*what || !*why)
		return refuse_line(
		    r, phrase(r,
			   N_("“%s”: why? Say it after a colon: what it protects, what happens without it."),
			   line_quoted(r->c, line)));
	return add_term(
	    r, m, "condition", "client", json_pack("{s:s, s:s}", "text", what, "why", why), &term);
}

static bool each_line(struct req *r, const struct mandate *m, const char *name,
    bool (*add)(struct req *, const struct mandate *, const char *line))
{
	const char *text = input_value(r, name);
	for (const char *line; (line = text_line(r->c->arena, &text));) {
		const char *said = text_trim(r->c->arena, line);
		if (*said && !add(r, m, said))
			return false;
	}
	return true;
}

/* The need and how it is answered: what was typed there corrects the engagement. */
static bool keep_need(struct req *r)
{
	static const char *const parts[] = {"need", "need_said_by", "how", "when_due", "price_cents"};
	json_t *patch = json_object();
	struct outcome o;
	for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
		json_t *value = json_object_get(r->input, parts[i]);
		if (json_string_length(value))
			json_object_set(patch, parts[i], value);
	}
	return form_does(r, &mandate_kind, "patch", r->arg[0], patch, &o);
}

/* One answer for what stands in the library and not here. */
static bool keep_answer(struct req *r, const struct mandate *m)
{
	const char *answer = input_value(r, "answer");
	struct lack lacks[LACKS_MAX];
	struct outcome o;
	return !answer || !*answer || guards_lacking(r->c, &mandate_kind, "consider_rest", m, lacks) ||
	       form_does(
		   r, &mandate_kind, "consider_rest", r->arg[0], json_pack("{s:s}", "answer", answer), &o);
}

void form_write_down(struct req *r)
{
	const struct mandate *m = r->rec;
	struct outcome o;
	if (!keep_need(r) || !each_line(r, m, "service", add_expectation) ||
	    !each_line(r, m, "frame", add_condition) || !keep_answer(r, m) ||
	    !form_does(r, &writing_kind, "create", NULL,
		json_pack("{s:I, s:s, s:I}", "client_id", (json_int_t)m->client_id, "kind", "entente",
		    "mandate_id", (json_int_t)m->r.id),
		&o))
		return;
	r->keep = true;
	answer_redirect(r,
	    told_path(r, arena_printf(r->c->arena, "%s?relire=1", path_of(r, &writing_kind, outcome_id(&o))),
		&writing_kind, "create", outcome_id(&o)));
}
