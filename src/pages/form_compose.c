/* Keeping what was composed: the writing's parts, the notes of its talk, and what
 * their marks ask for, all of it or nothing. */
#include <string.h>

#include "base/text.h"
#include "pages/pages.h"
#include "feed/marks.h"
#include "rules/decision.h"
#include "rules/insight.h"
#include "rules/matter.h"
#include "rules/refs.h"
#include "pages/composer.h"
#include "web/form_names.h"
#include "web/forms.h"
#include "web/told.h"

struct composing {
	struct req *r;
	const struct writing *w;
	const struct exchange *talk; /* NULL: none */
	json_t *patch;               /* of the writing */
	struct marks marks;          /* of the notes */
};

/* One of several things done; the input is taken. */
static bool done(struct composing *c, const struct kind *k, const char *verb, int64_t id, json_t *input,
    struct outcome *ret)
{
	const char *name = id ? arena_printf(c->r->c->arena, "%lld", (long long)id) : NULL;
	return form_does(c->r, k, verb, name, input, ret);
}

static int64_t made(const struct outcome *o)
{
	return ((const struct record *)o->rec)->id;
}

static json_t *of_client(const struct composing *c)
{
	json_t *input = json_pack("{s:I}", "client_id", (json_int_t)c->w->client_id);
	if (c->w->mandate_id)
		json_object_set_new(input, "mandate_id", json_integer(c->w->mandate_id));
	return input;
}

static bool was_written(struct composing *c, const char *name)
{
	const char *text = input_value(c->r, name);
	return text && *text;
}

static bool has_part(const struct composing *c, unsigned part)
{
	return parts_of(c->w) & part;
}

/* ---- what the marks ask for ------------------------------------------------------------ */

/* A promise is for a day: whoever wrote it is asked which. */
static bool dates_are_given(struct composing *c)
{
	for (int i = 0; i < c->marks.n; i++) {
		const struct marked *m = &c->marks.line[i];
		if ((m->mark != MARK_OURS && m->mark != MARK_THEIRS) || m->due)
			continue;
		answer_refusal(
		    c->r, &(struct refusal){.code = code_find("invalid"),
			      .detail = phrase(c->r,
				  N_("“%s”: for when? Put a day at the end of the line, like “12 March” or "
				     "“Friday”."),
				  text_short(c->r->c->arena, m->text, 80))});
		return false;
	}
	return true;
}

/* Somebody of that side who is called so, by first or full name; 0: nobody. */
static int64_t person_called(struct composing *c, const struct marked *m)
{
	struct arena *a = c->r->c->arena;
	const char *who = m->who ? text_fold(a, m->who) : "";
	if (m->mark == MARK_OURS)
		for (const struct named *p = staff_named(c->r->c); p && *who; p = p->next)
			if (!p->over && (strcmp(text_fold(a, p->name), who) == 0 ||
					    strcmp(text_fold(a, first_name(a, p->name)), who) == 0))
				return p->id;
	if (m->mark == MARK_THEIRS)
		for (const struct contact *p = contacts_of(c->r, c->w->client_id); p && *who; p = p->next)
			if (!p->over && (strcmp(text_fold(a, p->name), who) == 0 ||
					    strcmp(text_fold(a, first_name(a, p->name)), who) == 0))
				return p->id;
	return 0;
}

/* Who is not known here is part of what was promised. */
static bool make_promise(struct composing *c, const struct marked *m)
{
	struct outcome o;
	json_t *input = of_client(c);
	int64_t by = person_called(c, m);
	json_object_set_new(input, "side", json_string(m->mark == MARK_OURS ? "us" : "client"));
	json_object_set_new(input, "text", json_string(by ? m->rest : m->text));
	json_object_set_new(input, "due", json_string(day_text(c->r->c->arena, m->due)));
	json_object_set_new(
	    input, "source", json_pack("{s:s, s:I}", "type", "exchange", "id", (json_int_t)c->talk->r.id));
	if (by)
		json_object_set_new(input, "person_id", json_integer(by));
	if (!done(c, &promise_kind, "create", 0, input, &o))
		return false;
	json_array_append_new(json_object_get(c->patch, "promise_ids"), json_integer(made(&o)));
	return true;
}

static bool make_decision(struct composing *c, const struct marked *m)
{
	struct outcome o;
	json_t *input = of_client(c);
	json_object_set_new(input, "about", json_string("preference"));
	json_object_set_new(input, "question", json_string(m->text));
	return done(c, &decision_kind, "create", 0, input, &o);
}

static bool make_marked(struct composing *c, const struct marked *m)
{
	switch (m->mark) {
	case MARK_OURS:
	case MARK_THEIRS:
		return make_promise(c, m);
	case MARK_DECISION:
		return make_decision(c, m);
	case MARK_QUESTION:
		break;
	}
	json_array_append_new(json_object_get(c->patch, "questions"), json_pack("{s:s}", "text", m->text));
	return true;
}

static bool keep_notes(struct composing *c)
{
	if (!c->talk || !json_object_get(c->r->input, "notes"))
		return true;
	struct outcome o;
	const char *notes = input_value(c->r, "notes");
	marks_read(c->r->c->arena, notes ? notes : "", c->r->c->today, &c->marks);
	if (!dates_are_given(c) ||
	    !done(c, &exchange_kind, "patch", c->talk->r.id, json_pack("{s:s}", "text", c->marks.notes), &o))
		return false;
	for (int i = 0; i < c->marks.n; i++)
		if (!make_marked(c, &c->marks.line[i]))
			return false;
	return true;
}

/* ---- what is kept elsewhere --------------------------------------------------------------- */

static bool keep_our_part(struct composing *c)
{
	int64_t matter = link_of(c->w->about, &matter_kind);
	json_t *text = json_object_get(c->r->input, "our_part");
	struct outcome o;
	return !has_part(c, PART_OUR_PART) || !matter || !text ||
	       done(c, &matter_kind, "patch", matter, json_pack("{s:O}", "our_part", text), &o);
}

/* The call in which it was said, noted on the same page. */
static bool keep_call(struct composing *c)
{
	json_t *call = json_object_get(c->r->input, "call");
	struct outcome o;
	if (!has_part(c, PART_SPOKEN) || !json_object_get(call, "text"))
		return true;
	json_t *input = of_client(c);
	json_object_update(input, call);
	json_object_set_new(input, "direction", json_string("both"));
	if (!done(c, &exchange_kind, "create", 0, input, &o))
		return false;
	json_object_set_new(c->patch, "spoken_in_id", json_integer(made(&o)));
	return true;
}

static bool keep_worry(struct composing *c)
{
	struct outcome o;
	if (!has_part(c, PART_WORRY) || !was_written(c, "worry"))
		return true;
	json_t *input = json_pack("{s:I, s:s, s:s}", "client_id", (json_int_t)c->w->client_id, "question",
	    "worry", "text", input_value(c->r, "worry"));
	return done(c, &insight_kind, "create", 0, input, &o);
}

/* ---- the writing itself ---------------------------------------------------------------------- */

static void take_text(struct composing *c, const char *name, const char *field)
{
	json_t *text = json_object_get(c->r->input, name);
	if (json_is_string(text))
		json_object_set(c->patch, field, text);
}

/* Lists of the form, already as lists; one that came empty is empty. */
static void take_list(struct composing *c, unsigned part, const char *name)
{
	json_t *list = json_object_get(c->r->input, name);
	if (has_part(c, part))
		json_object_set_new(c->patch, name, json_is_array(list) ? json_incref(list) : json_array());
}

static void take_understood(struct composing *c)
{
	if (has_part(c, PART_UNDERSTOOD))
		json_object_set_new(c->patch, "understood",
		    json_pack("{s:O*, s:o}", "facts", json_object_get(c->r->input, "facts"), "emotions",
			form_words(json_object_get(c->r->input, "emotions"))));
}

static void take_questions(struct composing *c)
{
	json_t *lines = json_object_get(c->r->input, "questions"), *list = json_array();
	for (size_t i = 0; i < json_array_size(lines); i++)
		json_array_append_new(list, json_pack("{s:O}", "text", json_array_get(lines, i)));
	if (has_part(c, PART_QUESTIONS))
		json_object_set(c->patch, "questions", list);
	json_decref(list);
}

static void take_parts(struct composing *c)
{
	take_text(c, "body", "body");
	take_text(c, "what_now", "next"); /* a form's "next" is where it leads */
	if (was_written(c, "spoken_in_id"))
		take_text(c, "spoken_in_id", "spoken_in_id");
	take_understood(c);
	take_questions(c);
	take_list(c, PART_PROMISES, "promise_ids");
	take_list(c, PART_TERMS, "term_ids");
	take_list(c, PART_TERMS, "to_clarify_ids");
	take_list(c, PART_MATTERS, "matter_ids");
}

static bool keep_all(struct composing *c)
{
	struct outcome o;
	take_parts(c);
	return keep_notes(c) && keep_our_part(c) && keep_call(c) && keep_worry(c) &&
	       done(c, &writing_kind, "patch", c->w->r.id, json_incref(c->patch), &o);
}

/* Somebody else has kept it since this page was opened. */
static bool is_as_it_was(struct req *r, const struct writing *w)
{
	const char *rev = input_value(r, "rev");
	return rev && strcmp(rev, arena_printf(r->c->arena, "%lld", (long long)w->r.rev)) == 0;
}

void form_compose(struct req *r)
{
	const struct writing *w = r->rec;
	if (!is_as_it_was(r, w)) {
		r->form.now = composed_kept(r, w);
		answer_code(r, "etag_mismatch");
		return;
	}
	form_unfold(r->input);
	struct composing c = {.r = r, .w = w, .talk = talk_of(r->c, w), .patch = json_object()};
	r->keep = keep_all(&c);
	json_decref(c.patch);
	if (r->keep)
		answer_redirect(r, told_path(r,
				       arena_printf(r->c->arena, "/ecrit/%lld%s", (long long)w->r.id,
					   was_written(&c, "then") ? "?relire=1" : ""),
				       &writing_kind, "patch", w->r.id));
}
