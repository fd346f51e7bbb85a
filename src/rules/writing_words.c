/* What a writing says: facts and emotions understood, questions asked, as they
 * are written, kept and read.  About a problem the client reads "we" (P15), and
 * what points at somebody is shown before it leaves. */
#include <string.h>

#include "base/text.h"
#include "record/wording.h"
#include "rules/hints.h"
#include "rules/writing_parts.h"

#define FACTS_MAX 50
#define EMOTIONS_MAX 20
#define QUESTIONS_MAX 50

/* ---- reading what was sent ---------------------------------------------------------- */

struct texts {
	struct act *a;
	size_t most, longest; /* texts, and characters of one */
	const char *why;      /* the first that cannot be kept */
};

/* Blank ones are left out. */
static void add_text(struct texts *t, const char *s, size_t n, json_t *to)
{
	if (!text_is_sound(s, n)) {
		t->why = "bad_value";
		return;
	}
	s = text_trim(t->a->ctx->arena, s);
	if (t->a->ctx->who.role != CONTACT)
		s = text_kept(t->a->ctx->arena, s);
	if (text_length(s) > t->longest || json_array_size(to) >= t->most)
		t->why = "too_long";
	else if (*s)
		json_array_append_new(to, json_string(s));
}

/* An array of texts; nothing at all is none. */
static json_t *texts_of(struct texts *t, const json_t *from)
{
	json_t *to = json_lent(t->a->ctx->arena, json_array());
	if (from && !json_is_null(from) && !json_is_array(from))
		t->why = "bad_value";
	for (size_t i = 0; !t->why && i < json_array_size(from); i++) {
		const json_t *one = json_array_get(from, i);
		if (json_is_string(one))
			add_text(t, json_string_value(one), json_string_length(one), to);
		else
			t->why = "bad_value";
	}
	return to;
}

static bool has_other_keys(const json_t *object, const char *const *known)
{
	const char *key;
	json_t *v;
	json_object_foreach((json_t *)object, key, v)
	{
		int i = 0;
		while (known[i] && strcmp(known[i], key) != 0)
			i++;
		if (!known[i])
			return true;
	}
	return false;
}

/* ---- understood: {"facts": […], "emotions": […]} --------------------------------------- */

const char *understood_text(struct arena *a, const json_t *facts, const json_t *emotions)
{
	if (json_array_size(facts) + json_array_size(emotions) == 0)
		return NULL;
	json_t *both = json_object();
	json_object_set_new(both, "facts", facts ? json_deep_copy(facts) : json_array());
	json_object_set_new(both, "emotions", emotions ? json_deep_copy(emotions) : json_array());
	return json_kept(a, both);
}

/* A plain text is one fact. */
const char *understood_read(struct act *a, const json_t *v, const char **ret)
{
	static const char *const parts[] = {"facts", "emotions", NULL};
	if ((!json_is_string(v) && !json_is_object(v)) || has_other_keys(v, parts))
		return "bad_value";
	struct texts t = {.a = a, .most = FACTS_MAX, .longest = FACT_MAX};
	json_t *facts = texts_of(&t, json_object_get(v, "facts"));
	if (json_is_string(v))
		add_text(&t, json_string_value(v), json_string_length(v), facts);
	t.most = EMOTIONS_MAX;
	t.longest = EMOTION_MAX;
	json_t *emotions = texts_of(&t, json_object_get(v, "emotions"));
	*ret = t.why ? NULL : understood_text(a->ctx->arena, facts, emotions);
	return t.why;
}

int understood_count(const struct ctx *c, const struct writing *w, const char *part)
{
	return (int)json_array_size(json_object_get(json_of(c->arena, w->understood), part));
}

const char *writing_for_client(const struct ctx *c, const void *rec, const char *text)
{
	const struct writing *w = rec;
	return w->kind == REFORMULATION ? say_we(c, w->signed_by_id, text) : text;
}

static const char *as_read(const struct ctx *c, const struct writing *w, const json_t *text)
{
	const char *s = text_said(c, json_string_value(text));
	return c->who.role == CONTACT ? writing_for_client(c, w, s) : s;
}

void understood_write(const struct ctx *c, const void *rec, struct jw *out)
{
	static const char *const parts[] = {"facts", "emotions"};
	const struct writing *w = rec;
	json_t *both = json_of(c->arena, w->understood);
	jw_object(out);
	for (int p = 0; p < 2; p++) {
		const json_t *texts = json_object_get(both, parts[p]);
		jw_array(jw_key(out, parts[p]));
		for (size_t i = 0; i < json_array_size(texts); i++)
			jw_text(out, as_read(c, w, json_array_get(texts, i)));
		jw_end_array(out);
	}
	jw_end_object(out);
}

/* ---- questions: [{"text", "answered_at", "answer"}] --------------------------------------- */

const char *questions_text(struct arena *a, const json_t *texts)
{
	if (json_array_size(texts) == 0)
		return NULL;
	json_t *list = json_array();
	for (size_t i = 0; i < json_array_size(texts); i++)
		json_array_append_new(list, json_pack("{s:O}", "text", json_array_get(texts, i)));
	return json_kept(a, list);
}

/* The question as it was before, with its answer; else anew. */
static json_t *question_of(const json_t *before, json_t *text)
{
	for (size_t i = 0; i < json_array_size(before); i++)
		if (json_equal(json_object_get(json_array_get(before, i), "text"), text))
			return json_deep_copy(json_array_get(before, i));
	return json_pack("{s:O}", "text", text);
}

/* From [{"text"}], as they are read too: answers come by an action of their own. */
static json_t *question_texts(struct texts *t, const json_t *from)
{
	static const char *const members[] = {"text", "answered_at", "answer", NULL};
	json_t *plain = json_lent(t->a->ctx->arena, json_array());
	for (size_t i = 0; !t->why && i < json_array_size(from); i++) {
		const json_t *one = json_array_get(from, i), *text = json_object_get(one, "text");
		if (json_is_string(text) && !has_other_keys(one, members))
			add_text(t, json_string_value(text), json_string_length(text), plain);
		else
			t->why = "bad_value";
	}
	return plain;
}

const char *questions_read(struct act *a, const json_t *v, const char **ret)
{
	if (!json_is_array(v))
		return "bad_value";
	struct texts t = {.a = a, .most = QUESTIONS_MAX, .longest = QUESTION_MAX};
	json_t *texts = question_texts(&t, v), *list = json_lent(a->ctx->arena, json_array()),
	       *before =
		   json_of(a->ctx->arena, a->before ? ((const struct writing *)a->before)->questions : NULL);
	for (size_t i = 0; i < json_array_size(texts); i++)
		json_array_append_new(list, question_of(before, json_array_get(texts, i)));
	*ret = !t.why && json_array_size(list) ? json_text(a->ctx->arena, list) : NULL;
	return t.why;
}

int questions_count(const struct ctx *c, const struct writing *w)
{
	return (int)json_array_size(json_of(c->arena, w->questions));
}

const char *questions_with_answer(
    struct arena *a, const struct writing *w, int64_t n, const char *answer, instant at)
{
	json_t *list = json_of(a, w->questions), *one = json_array_get(list, (size_t)n);
	json_object_set_new(one, "answered_at", json_integer(at));
	json_object_set_new(one, "answer", json_string(answer));
	return json_text(a, list);
}

/* What a contact answered is kept among us, as what they said is. */
void questions_write(const struct ctx *c, const void *rec, struct jw *out)
{
	const struct writing *w = rec;
	json_t *list = json_of(c->arena, w->questions);
	jw_array(out);
	for (size_t i = 0; i < json_array_size(list); i++) {
		const json_t *one = json_array_get(list, i);
		jw_object(out);
		jw_text_of(out, "text", as_read(c, w, json_object_get(one, "text")));
		instant_json(
		    c, json_integer_value(json_object_get(one, "answered_at")), jw_key(out, "answered_at"));
		if (c->who.role != CONTACT)
			jw_text_of(out, "answer", text_in(one, "answer"));
		jw_end_object(out);
	}
	jw_end_array(out);
}

/* Open questions travel until they are answered (R2.1): asked in several
 * writings, it is open in the newest, unless it was answered since that was
 * written. */
struct asked {
	struct question q;
	instant written, answered;
};
#define ASKED_MAX 500

SELECT(questions_of_client, writing_kind,
    "WHERE client_id = $1 AND questions IS NOT NULL ORDER BY id DESC LIMIT 200");

static int asked_of(struct ctx *c, int64_t client, struct asked *ret)
{
	int n = 0;
	foreach (c, writing, w, &questions_of_client, "i", client) {
		json_t *list = json_of(c->arena, w->questions);
		for (size_t i = 0; i < json_array_size(list) && n < ASKED_MAX; i++) {
			const json_t *one = json_array_get(list, i);
			ret[n++] = (struct asked){
			    .q = {.writing_id = w->r.id, .n = (int)i, .kept = text_in(one, "text")},
			    .written = w->r.created_at,
			    .answered = json_integer_value(json_object_get(one, "answered_at"))};
		}
	}
	return n;
}

static bool is_still_open(const struct asked *all, int n, int i)
{
	if (all[i].answered)
		return false;
	for (int j = 0; j < n; j++) {
		bool same = j != i && strcmp(all[j].q.kept, all[i].q.kept) == 0;
		if (same && (j < i || all[j].answered >= all[i].written))
			return false;
	}
	return true;
}

int open_questions(struct ctx *c, int64_t client, struct question *ret, int max)
{
	struct asked *all = ARENA_ARRAY(c->arena, struct asked, ASKED_MAX);
	int asked = asked_of(c, client, all), n = 0;
	for (int i = 0; i < asked && n < max; i++)
		if (is_still_open(all, asked, i)) {
			ret[n] = all[i].q;
			ret[n].text = text_said(c, ret[n].kept);
			n++;
		}
	return n;
}

/* ---- a second look -------------------------------------------------------------------------- */

static void hints_of_text(struct act *a, const struct writing *w, const char *field, const char *text)
{
	hint_text(a->ctx, HINT_PROBLEM, field, text, &a->hints);
	hint_colleague(a->ctx, field, text, w->signed_by_id, &a->hints);
}

static void hints_about_problem(struct act *a, const struct writing *w)
{
	json_t *both = json_of(a->ctx->arena, w->understood),
	       *questions = json_of(a->ctx->arena, w->questions);
	const json_t *facts = json_object_get(both, "facts");
	for (size_t i = 0; i < json_array_size(facts); i++)
		hints_of_text(
		    a, w, "understood", text_said(a->ctx, json_string_value(json_array_get(facts, i))));
	for (size_t i = 0; i < json_array_size(questions); i++)
		hints_of_text(
		    a, w, "questions", text_said(a->ctx, text_in(json_array_get(questions, i), "text")));
	hints_of_text(a, w, "body", w->body);
	hints_of_text(a, w, "next", w->next);
}

void writing_hints(struct act *a)
{
	const struct writing *w = a->rec;
	if (w->kind == REFORMULATION)
		hints_about_problem(a, w);
	if (w->kind == FEEDBACK)
		hint_text(a->ctx, HINT_FEEDBACK, "body", w->body, &a->hints);
}
