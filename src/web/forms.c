/* From a browser's form to the door: its texts are made into what the door
 * takes, and whoever asked is sent to the page where the answer shows. */
#include "web/forms.h"

#include <string.h>

#include "base/text.h"
#include "web/form_names.h"
#include "web/parts.h"
#include "web/record.h"
#include "web/session.h"
#include "web/told.h"

/* ---- from texts to inputs ------------------------------------------------------- */

/* Where to go and what to do afterwards are no fields of the record. */
static const char *take(struct req *r, const char *name)
{
	const char *value = arena_strdup(http_arena(r->x), input_value(r, name));
	json_object_del(r->input, name);
	return value && *value ? value : NULL;
}

/* Boxes left empty in a list of boxes say nothing. */
static void drop_blanks(json_t *input)
{
	const char *name;
	json_t *list;
	void *next;
	json_object_foreach_safe(input, next, name, list)
	{
		if (!json_is_array(list))
			continue;
		json_t *said = json_array(), *one;
		size_t i;
		json_array_foreach(list, i, one) if (json_string_length(one)) json_array_append(said, one);
		json_object_set(input, name, said);
		if (json_array_size(said) == 0)
			json_object_set_new(input, name, json_string(""));
		json_decref(said);
	}
}

/* Where to go afterwards; a writing has words of that name too: what happens next. */
static const char *take_next(struct req *r, const struct kind *k)
{
	const char *next = input_value(r, "next");
	return k == &writing_kind && !is_own_path(next) ? NULL : take(r, "next");
}

static void split_emotions(struct req *r)
{
	json_t *sent = json_object_get(r->input, "emotions");
	if (sent)
		json_object_set_new(r->input, "emotions", form_words(sent));
}

/* A client corrects line by line, each beside what it is about; those that they left
 * as they are say nothing. */
static void drop_uncorrected(struct req *r)
{
	json_t *lines = json_object_get(r->input, "corrections");
	for (size_t i = json_array_size(lines); i > 0; i--)
		if (!json_object_get(json_array_get(lines, i - 1), "now"))
			json_array_remove(lines, i - 1);
	if (lines && json_array_size(lines) == 0)
		json_object_del(r->input, "corrections");
}

static void read_texts(struct req *r, const struct kind *k)
{
	drop_blanks(r->input);
	form_unfold(r->input);
	if (k == &exchange_kind)
		split_emotions(r);
	else if (k == &writing_kind)
		drop_uncorrected(r);
}

/* Where a client's form leads once a record was made (no verb), or something done
 * to one: its page says so. */
static const char *page_after(struct req *r, const char *next, const struct kind *k, const char *verb)
{
	const char *page = is_portal_path(next) ? next : "/p";
	return arena_printf(http_arena(r->x), "%.*s?fait=%s%s%s", (int)strcspn(page, "?#"), page, k->name,
	    verb ? "." : "", verb ? verb : "");
}

/* Where ours lead when the record is gone: not to its page. */
static const char *page_of_client(struct req *r, const struct kind *k, int64_t client)
{
	return client && !k->is_client ? path_of(r, &client_kind, client) : "/auj";
}

/* ---- asking the door ------------------------------------------------------------ */

/* What a colleague left there meanwhile, to stand beside what was typed. */
static json_t *what_stands(struct req *r, const struct kind *k, const char *id)
{
	const struct record *rec = record_find(r->c, k, id);
	json_t *now = rec ? record_kept(r, k, rec) : NULL;
	if (now)
		json_object_set_new(
		    now, "rev", json_string(arena_printf(r->c->arena, "%lld", (long long)rec->rev)));
	return now;
}

/* Whether it holds what is worth a second look: only then may one say that it was
 * had. */
static bool looks_twice(const struct kind *k, const char *verb)
{
	const struct action *action = action_named(k, verb);
	return action ? action->hints : k->hints;
}

bool form_asks(struct req *r, const struct kind *k, const char *verb, const char *id, json_t *input,
    const char *rev, struct outcome *ret)
{
	if (looks_twice(k, verb))
		json_object_set(input, "hints_ok", json_object_get(r->input, "hints_ok"));
	struct call call = {.kind = k, .verb = verb, .id = id, .input = input, .form = true};
	if (rev)
		call.if_match = arena_printf(r->c->arena, "\"%s\"", rev);
	bool done = act(r->c, &call, ret);
	json_decref(input);
	return done;
}

/* False, always: answered with the refusal, whose page offers the way back to `next`. */
static bool answer_back(
    struct req *r, const struct kind *k, const char *id, const char *next, const struct outcome *o)
{
	if (next)
		json_object_set_new(r->input, "next", json_string(next));
	if (o->refusal.code->status == 412 && r->who.role != CONTACT)
		r->form.now = what_stands(r, k, id);
	answer_refusal(r, &o->refusal);
	return false;
}

bool form_does(
    struct req *r, const struct kind *k, const char *verb, const char *id, json_t *input, struct outcome *ret)
{
	const char *rev = strcmp(verb, "patch") == 0 ? input_value(r, "rev") : NULL;
	return form_asks(r, k, verb, id, input, rev, ret) ||
	       answer_back(r, k, id, input_value(r, "next"), ret);
}

/* What an exchange was for, "matters/17/tell": done with it, or neither is.
 * Gives the page where it shows; NULL: refused. */
static const char *do_then(struct req *r, const char *then, int64_t exchange_id, const char *next)
{
	char *kind = arena_strdup(r->c->arena, then), *id = strchr(kind, '/'),
	     *verb = id ? strchr(id + 1, '/') : NULL;
	if (verb)
		*id++ = *verb++ = 0;
	const struct kind *k = verb ? kind_of_path(kind) : NULL;
	if (!k) {
		answer_code(r, "not_found");
		return NULL;
	}
	struct outcome o;
	json_t *input = json_pack("{s:I}", "exchange_id", (json_int_t)exchange_id);
	bool done = form_asks(r, k, verb, id, input, NULL, &o) || answer_back(r, k, id, next, &o);
	return done ? path_of(r, k, outcome_id(&o)) : NULL;
}

/* What was made is shown where the form says, "/noter?client_id={id}" with its id; a
 * talk that asks for a recap leads there. */
static const char *page_of_new(struct req *r, const char *next, const struct outcome *o)
{
	const char *place = next ? strstr(next, "{id}") : NULL;
	if (place)
		return arena_printf(r->c->arena, "%.*s%lld%s", (int)(place - next), next,
		    (long long)outcome_id(o), place + strlen("{id}"));
	for (int i = 0; i < o->nmade && o->kind == &exchange_kind; i++)
		if (o->made[i].kind == &writing_kind)
			return path_of(r, &writing_kind, o->made[i].id);
	return next ? next : path_of(r, o->kind, outcome_id(o));
}

void form_create(struct req *r)
{
	const struct kind *k = kind_of_path(r->arg[0]);
	if (!k) {
		answer_code(r, "not_found");
		return;
	}
	const char *next = take_next(r, k), *then = take(r, "then"), *page = next;
	read_texts(r, k);
	struct outcome o;
	if (!form_asks(r, k, "create", NULL, json_incref(r->input), NULL, &o) &&
	    !answer_back(r, k, NULL, next, &o))
		return;
	if (then && !(page = do_then(r, then, outcome_id(&o), next)))
		return;
	r->keep = true;
	if (r->who.role == CONTACT)
		page = page_after(r, next, k, NULL);
	else
		page = told_path(r, then ? page : page_of_new(r, page, &o), k, "create", outcome_id(&o));
	answer_redirect(r, page);
}

/* ---- actions -------------------------------------------------------------------- */

/* Not to promises that came of it, nor to what the client was told beside. */
static bool leads_on(const struct outcome *o)
{
	return o->nmade == 1 && o->made[0].kind != &promise_kind && o->made[0].kind != &exchange_kind;
}

/* Where ours lead: what was begun comes first, "I am stuck" leads to what to tell; a
 * record that is gone has no page (`page` was its own). */
static const char *page_then(
    struct req *r, const char *next, const char *page, int64_t client, const struct outcome *o)
{
	if (leads_on(o))
		return path_of(r, o->made[0].kind, o->made[0].id);
	if (!o->rec && (!next || strncmp(next, page, strcspn(next, "?#")) == 0))
		return page_of_client(r, o->kind, client);
	return next ? next : o->rec ? path_of(r, o->kind, outcome_id(o)) : "/auj";
}

/* The inputs of what a form asks once it was kept: it calls them "asked.…". */
static json_t *take_asked(struct req *r)
{
	json_t *asked = json_object_get(r->input, "asked");
	asked = json_lent(r->c->arena, json_is_object(asked) ? json_incref(asked) : json_object());
	json_object_del(r->input, "asked");
	return asked;
}

/* Refused, what was kept stays.  False: answered with the refusal. */
static bool asks_then(struct req *r, const struct kind *k, const char *then, json_t *input, struct outcome *o)
{
	const char *page = path_of(r, k, outcome_id(o)), *id = r->arg[1];
	r->keep = true;
	r->form.now = what_stands(r, k, id);
	return form_asks(r, k, then, id, json_incref(input), NULL, o) || answer_back(r, k, id, page, o);
}

void form_act(struct req *r)
{
	const struct kind *k = kind_of_path(r->arg[0]);
	const char *id = r->arg[1], *verb = r->arg[2];
	if (!k || strcmp(verb, "create") == 0) {
		answer_code(r, "not_found");
		return;
	}
	if (!password_try_begins(r, verb))
		return;
	const char *next = take_next(r, k), *then = strcmp(verb, "patch") == 0 ? take(r, "then") : NULL;
	const char *rev = take(r, "rev");
	json_object_del(r->input, "was");
	read_texts(r, k);
	const void *rec = record_find(r->c, k, id);
	int64_t client = rec ? record_client(k, rec) : 0;
	const char *page = rec ? path_of(r, k, ((const struct record *)rec)->id) : "";
	struct outcome o;
	json_t *asked = take_asked(r);
	if (!form_asks(r, k, verb, id, json_incref(r->input), rev, &o) && !answer_back(r, k, id, next, &o))
		return;
	if (then && !asks_then(r, k, then, asked, &o))
		return;
	r->keep = true;
	password_try_was_good(r, verb);
	if (r->who.role == CONTACT)
		next = page_after(r, next, k, verb);
	else
		next = told_path(r, page_then(r, next, page, client, &o), k, then ? then : verb,
		    o.rec ? outcome_id(&o) : 0);
	answer_redirect(r, next);
}
