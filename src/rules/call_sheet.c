/* The call sheet: six lines to listen by (P3).  What was heard becomes facts of
 * the reformulation's draft, each with what it answers, as the client can read it; what
 * was not becomes a question to ask. */
#include <string.h>

#include "record/wording.h"
#include "rules/matter.h"
#include "rules/writing.h"

/* In the order of the sheet: the question, and what was heard under it, by the codes of
 * their wordings, as the client will read them. */
static const struct line {
	size_t heard;
	const char *ask, *answer;
} lines[] = {
    {offsetof(struct call_sheet_in, what_happened), "ask_what_happened", "heard_what_happened"},
    {offsetof(struct call_sheet_in, since_when), "ask_since_when", "heard_since_when"},
    {offsetof(struct call_sheet_in, effects), "ask_effects", "heard_effects"},
    {offsetof(struct call_sheet_in, worries_most), "ask_worries_most", "heard_worries_most"},
    {offsetof(struct call_sheet_in, ideal), "ask_ideal", "heard_ideal"},
    {offsetof(struct call_sheet_in, by_when), "ask_by_when", "heard_by_when"},
};
#define LINES ((int)(sizeof lines / sizeof lines[0]))

static const char *heard(const struct call_sheet_in *in, int n)
{
	return *(const char *const *)((const char *)in + lines[n].heard);
}

static int place_of(const json_t *texts, const char *text)
{
	for (size_t i = 0; i < json_array_size(texts); i++)
		if (strcmp(json_string_value(json_array_get(texts, i)), text) == 0)
			return (int)i;
	return -1;
}

static void add_once(json_t *texts, const char *text)
{
	if (place_of(texts, text) < 0)
		json_array_append_new(texts, json_string(text));
}

/* What the draft says already: a list, there even when empty. */
static json_t *said_before(struct arena *a, const json_t *understood, const char *what)
{
	json_t *list = json_object_get(understood, what);
	return list ? list : json_lent(a, json_array());
}

static json_t *asked_before(struct arena *a, const struct writing *w)
{
	json_t *all = json_of(a, w->questions), *texts = json_lent(a, json_array());
	for (size_t i = 0; i < json_array_size(all); i++)
		json_array_append(texts, json_object_get(json_array_get(all, i), "text"));
	return texts;
}

/* What the draft has of it already, in this call or an earlier one. */
static bool is_known(const json_t *facts, const char *answer)
{
	for (size_t i = 0; i < json_array_size(facts); i++)
		if (is_worded(json_string_value(json_array_get(facts, i)), answer))
			return true;
	return false;
}

/* Asked while it was not heard; gone once it was. */
static void sort_lines(struct arena *a, const struct call_sheet_in *in, json_t *facts, json_t *questions)
{
	for (int i = 0; i < LINES; i++) {
		const char *question = worded(a, lines[i].ask, NULL);
		int asked = place_of(questions, question);
		if (heard(in, i))
			add_once(facts, worded(a, lines[i].answer, heard(in, i)));
		bool known = is_known(facts, lines[i].answer);
		if (!known && asked < 0)
			json_array_append_new(questions, json_string(question));
		if (known && asked >= 0)
			json_array_remove(questions, (size_t)asked);
	}
}

void matter_call_sheet(struct act *a)
{
	const struct call_sheet_in *in = a->in;
	struct ctx *c = a->ctx;
	struct writing *w = reformulation_draft(a, a->rec);
	json_t *understood = json_of(a->ctx->arena, w->understood);
	json_t *facts = said_before(c->arena, understood, "facts"),
	       *emotions = said_before(c->arena, understood, "emotions"),
	       *questions = asked_before(c->arena, w);
	sort_lines(c->arena, in, facts, questions);
	w->understood = understood_text(c->arena, facts, emotions);
	w->questions = questions_text(c->arena, questions);
	if (!w->spoken_in_id)
		w->spoken_in_id = in->exchange_id;
	record_save(a, &writing_kind, w);
}
