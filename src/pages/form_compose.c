/* Keeping what was composed: the writing with its notes, our part, the call in which
 * it was said; all of it or nothing.  What is refused stands again where it was typed
 * (conversation 18.2). */
#include <string.h>

#include "base/text.h"
#include "record/wording.h"
#include "pages/pages.h"
#include "rules/announce.h"
#include "rules/insight.h"
#include "rules/matter.h"
#include "pages/composer.h"
#include "web/form_names.h"
#include "web/forms.h"
#include "web/told.h"
#include "web/typed.h"

struct composing {
	struct req *r;
	const struct writing *w;
	json_t *patch;     /* of the writing */
	const json_t *now; /* what its inputs would hold, were it opened now */
	struct refusal refusal;
};

/* One of several things done, of the revision `rev` of it (NULL: any); the input is
 * taken. */
static bool done(struct composing *c, const struct kind *k, const char *verb, int64_t id, json_t *input,
    const char *rev, struct outcome *ret)
{
	const char *name = id ? arena_printf(c->r->c->arena, "%lld", (long long)id) : NULL;
	bool good = form_asks(c->r, k, verb, name, input, rev, ret);
	c->refusal = ret->refusal;
	return good;
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

static bool is_as_opened(struct composing *c, const char *name, const json_t *inputs)
{
	return text_is_as_opened(c->r, input_value(c->r, "was"), name, composed_text(c->r, inputs, name));
}

/* A colleague changed it since the form was opened, and whoever sent the form did not:
 * what the colleague wrote stays. */
static bool is_theirs(struct composing *c, const char *name)
{
	return is_as_opened(c, name, c->r->input) && !is_as_opened(c, name, c->now);
}

/* Both changed it, and not to the same. */
static bool is_torn(struct composing *c, const char *name)
{
	return input_value(c->r, "was") && json_object_get(c->r->input, name) &&
	       !is_as_opened(c, name, c->r->input) && !is_as_opened(c, name, c->now) &&
	       strcmp(composed_text(c->r, c->r->input, name), composed_text(c->r, c->now, name)) != 0;
}

/* ---- what is kept elsewhere --------------------------------------------------------------- */

static bool keep_our_part(struct composing *c)
{
	int64_t matter = link_of(c->w->about, &matter_kind);
	json_t *text = json_object_get(c->r->input, "our_part");
	struct outcome o;
	return !has_part(c, PART_OUR_PART) || !matter || !text || is_theirs(c, "our_part") ||
	       done(c, &matter_kind, "patch", matter, json_pack("{s:O}", "our_part", text), NULL, &o);
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
	if (!done(c, &exchange_kind, "create", 0, input, NULL, &o))
		return false;
	return done(c, &writing_kind, "patch", c->w->r.id,
	    json_pack("{s:I}", "spoken_in_id", (json_int_t)outcome_id(&o)), NULL, &o);
}

static bool keep_worry(struct composing *c)
{
	struct outcome o;
	if (!has_part(c, PART_WORRY) || !was_written(c, "worry"))
		return true;
	json_t *input = json_pack("{s:I, s:s, s:s}", "client_id", (json_int_t)c->w->client_id, "question",
	    "worry", "text", input_value(c->r, "worry"));
	return done(c, &insight_kind, "create", 0, input, NULL, &o);
}

/* ---- the writing itself ---------------------------------------------------------------------- */

static void take_text(struct composing *c, const char *name, const char *field)
{
	json_t *text = json_object_get(c->r->input, name);
	if (json_is_string(text) && !is_theirs(c, name))
		json_object_set(c->patch, field, text);
}

/* Lists of the form, already as lists; one that came empty is empty. */
static void take_list(struct composing *c, unsigned part, const char *name)
{
	json_t *list = json_object_get(c->r->input, name);
	if (has_part(c, part) && !is_theirs(c, name))
		json_object_set_new(c->patch, name, json_is_array(list) ? json_incref(list) : json_array());
}

static void take_understood(struct composing *c)
{
	const json_t *kept = json_of(c->r->c->arena, c->w->understood);
	bool facts = is_theirs(c, "facts"), emotions = is_theirs(c, "emotions");
	if (!has_part(c, PART_UNDERSTOOD) || (facts && emotions))
		return;
	json_t *both = json_object();
	if (facts)
		json_object_set(both, "facts", texts_said(c->r->c, json_object_get(kept, "facts")));
	else
		json_object_set(both, "facts", json_object_get(c->r->input, "facts"));
	if (emotions)
		json_object_set(both, "emotions", json_object_get(kept, "emotions"));
	else
		json_object_set_new(both, "emotions", form_words(json_object_get(c->r->input, "emotions")));
	json_object_set_new(c->patch, "understood", both);
}

static void take_questions(struct composing *c)
{
	json_t *lines = json_object_get(c->r->input, "questions"), *list = json_array();
	for (size_t i = 0; i < json_array_size(lines); i++)
		json_array_append_new(list, json_pack("{s:O}", "text", json_array_get(lines, i)));
	if (has_part(c, PART_QUESTIONS) && !is_theirs(c, "questions"))
		json_object_set(c->patch, "questions", list);
	json_decref(list);
}

static void take_parts(struct composing *c)
{
	take_text(c, "notes", "notes");
	take_text(c, "beside", "beside");
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

/* Only if nobody else has kept it since this page was opened. */
static bool keep_writing(struct composing *c)
{
	const char *rev = input_value(c->r, "rev");
	struct outcome o;
	return done(c, &writing_kind, "patch", c->w->r.id, json_incref(c->patch), rev ? rev : "", &o);
}

static bool keep_all(struct composing *c)
{
	return keep_writing(c) && keep_our_part(c) && keep_worry(c) && keep_call(c);
}

/* ---- refused ------------------------------------------------------------------------------------ */

/* What is not to be changed is as it is kept. */
static void type_text(struct composing *c, const char *name, const char **text)
{
	const json_t *typed = json_object_get(c->patch, name);
	if (typed)
		*text =
		    json_string_length(typed) ? arena_strdup(c->r->c->arena, json_string_value(typed)) : NULL;
}

static void type_list(struct composing *c, const char *name, const char **list)
{
	const json_t *typed = json_object_get(c->patch, name);
	if (typed)
		*list = json_array_size(typed) ? json_text(c->r->c->arena, typed) : NULL;
}

/* The writing as it was typed, whether it can be kept or not. */
static struct writing *as_typed(struct composing *c)
{
	struct writing *w = ARENA_NEW(c->r->c->arena, struct writing);
	const json_t *understood = json_object_get(c->patch, "understood");
	*w = *c->w;
	if (understood)
		w->understood = understood_text(c->r->c->arena, json_object_get(understood, "facts"),
		    json_object_get(understood, "emotions"));
	type_list(c, "questions", &w->questions);
	type_text(c, "body", &w->body);
	type_text(c, "next", &w->next);
	type_list(c, "promise_ids", &w->promise_ids);
	type_list(c, "term_ids", &w->term_ids);
	type_list(c, "to_clarify_ids", &w->to_clarify_ids);
	type_list(c, "matter_ids", &w->matter_ids);
	if (json_object_get(c->patch, "notes")) {
		type_text(c, "notes", &w->notes);
		announces_note(
		    &(struct act){.ctx = c->r->c, .kind = &writing_kind, .rec = w, .before = c->w});
	}
	return w;
}

/* What the difference of the two versions does not show. */
static const json_t *torn_beside(struct composing *c)
{
	static const char *const names[] = {"notes", "our_part"};
	json_t *beside = json_lent(c->r->c->arena, json_object());
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		if (is_torn(c, names[i]))
			json_object_set_new(
			    beside, names[i], json_string(composed_text(c->r, c->now, names[i])));
	return beside;
}

/* Nothing was kept: what was typed stands where it was, beside the reason. */
static void answer_typed(struct composing *c)
{
	const struct refusal *why = &c->refusal;
	if (is_theirs(c, "our_part"))
		json_object_del(c->r->input, "our_part");
	c->r->form.now = torn_beside(c);
	page_writing_again(
	    c->r, as_typed(c), why, why->detail ? why->detail : tr(c->r->lang, why->code->sentence));
}

void form_compose(struct req *r)
{
	const struct writing *w = r->rec;
	form_unfold(r->input);
	struct composing c = {.r = r, .w = w, .patch = json_object(), .now = composed_inputs(r, w)};
	take_parts(&c);
	if (is_torn(&c, "our_part"))
		c.refusal.code = code_find("etag_mismatch");
	else
		r->keep = keep_all(&c);
	if (c.refusal.code)
		answer_typed(&c);
	json_decref(c.patch);
	if (r->keep)
		answer_redirect(r, told_path(r,
				       arena_printf(r->c->arena, "/ecrit/%lld%s", (long long)w->r.id,
					   was_written(&c, "then") ? "?relire=1" : ""),
				       &writing_kind, "patch", w->r.id));
}
