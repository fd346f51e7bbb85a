/* From a browser's form to the door: its texts are made into what the door
 * takes, and whoever asked is sent to the page where the answer shows. */
#include "web/forms.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "rules/rules.h"
#include "web/session.h"

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
		for (size_t i = json_array_size(list); i-- > 0;)
			if (json_string_length(json_array_get(list, i)) == 0)
				json_array_remove(list, i);
		if (json_array_size(list) == 0)
			json_object_set_new(input, name, json_string(""));
	}
}

static void rename_input(json_t *input, const char *from, const char *to, json_t *value)
{
	if (value)
		json_object_set_new(input, to, value);
	json_object_del(input, from);
}

/* "worried, relieved" */
static void split_emotions(struct req *r)
{
	const char *s = input_value(r, "emotions");
	if (!s || !*s)
		return;
	json_t *words = json_array();
	while (*s) {
		size_t n = strcspn(s, ",");
		const char *word = text_trim(r->c->arena, arena_strndup(r->c->arena, s, n));
		if (*word)
			json_array_append_new(words, json_string(word));
		s += n + (s[n] == ',');
	}
	json_object_set_new(r->input, "emotions", words);
}

/* People plan in hours, "37,5"; what is no number is left for the door to refuse. */
static json_t *minutes_of(const char *hours)
{
	char number[16];
	size_t n = strlen(hours);
	if (n == 0 || n >= sizeof number || strspn(hours, "0123456789.,") != n)
		return json_string(hours);
	memcpy(number, hours, n + 1);
	char *comma = strchr(number, ','), *end;
	if (comma)
		*comma = '.';
	double minutes = strtod(number, &end) * 60;
	return *end ? json_string(hours) : json_integer(llround(minutes));
}

static void read_mandate(struct req *r)
{
	const char *price = input_value(r, "price"), *hours = input_value(r, "budget_hours");
	rename_input(r->input, "price", "price_cents", price ? json_string(price) : NULL);
	rename_input(r->input, "budget_hours", "budget_minutes", hours ? minutes_of(hours) : NULL);
}

static void read_texts(struct req *r, const struct kind *k)
{
	drop_blanks(r->input);
	if (k == &exchange_kind)
		split_emotions(r);
	else if (k == &mandate_kind)
		read_mandate(r);
}

/* ---- asking the door ------------------------------------------------------------ */

/* False: answered with the refusal, whose page offers the way back to `next`. */
static bool ask(struct req *r, const struct call *call, const char *next, struct outcome *ret)
{
	if (act(r->c, call, ret))
		return true;
	if (next)
		json_object_set_new(r->input, "next", json_string(next));
	answer_refusal(r, &ret->refusal);
	return false;
}

static const struct kind *kind_of_path(const char *plural)
{
	const struct kind *k = kind_named(plural);
	return k && strcmp(k->plural, plural) == 0 ? k : NULL;
}

static const char *page_of(struct req *r, const struct kind *k, int64_t id)
{
	struct record rec = {.id = id};
	return k->page(r->c->arena, &rec);
}

static int64_t id_of(const struct outcome *o)
{
	return ((const struct record *)o->rec)->id;
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
	struct call call = {.kind = k, .verb = verb, .id = id, .input = input, .form = true};
	bool done = ask(r, &call, next, &o);
	json_decref(input);
	return done ? page_of(r, k, id_of(&o)) : NULL;
}

void form_create(struct req *r)
{
	const struct kind *k = kind_of_path(r->arg[0]);
	if (!k) {
		answer_code(r, "not_found");
		return;
	}
	const char *next = take(r, "next"), *then = take(r, "then"), *page = next;
	read_texts(r, k);
	struct outcome o;
	struct call call = {.kind = k, .verb = "create", .input = r->input, .form = true};
	if (!ask(r, &call, next, &o))
		return;
	if (then && !(page = do_then(r, then, id_of(&o), next)))
		return;
	r->keep = true;
	answer_redirect(r, page ? page : page_of(r, k, id_of(&o)));
}

/* ---- actions -------------------------------------------------------------------- */

/* The action's name in the door; NULL when a form cannot ask for it. */
static const char *verb_of_path(const char *part)
{
	if (strcmp(part, "create") == 0)
		return NULL;
	return strcmp(part, "password") == 0 ? "set_password" : part;
}

void form_act(struct req *r)
{
	const struct kind *k = kind_of_path(r->arg[0]);
	const char *verb = verb_of_path(r->arg[2]);
	if (!k || !verb) {
		answer_code(r, "not_found");
		return;
	}
	if (!password_try_begins(r, verb))
		return;
	const char *next = take(r, "next");
	read_texts(r, k);
	struct outcome o;
	struct call call = {.kind = k, .verb = verb, .id = r->arg[1], .input = r->input, .form = true};
	if (!ask(r, &call, next, &o))
		return;
	r->keep = true;
	password_try_was_good(r, verb);
	if (o.nmade == 1) /* "I am stuck" leads to what is to be told now */
		next = page_of(r, o.made[0].kind, o.made[0].id);
	answer_redirect(r, next ? next : o.rec ? page_of(r, k, id_of(&o)) : "/auj");
}
