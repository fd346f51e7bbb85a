/* What a form's flat names mean: texts of a browser made into lists, numbers and
 * things inside things. */
#include "web/form_names.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "record/kind.h"

#define NAME_MAX_BYTES 120
#define PARTS_MAX 6

/* ---- one value -------------------------------------------------------------------- */

/* The texts between these, without blanks around them; empty ones say nothing. */
static json_t *texts_between(const char *text, const char *marks)
{
	json_t *texts = json_array();
	while (text && *text) {
		size_t n = strcspn(text, marks), from = strspn(text, " \t"), to = n;
		while (to > from && (text[to - 1] == ' ' || text[to - 1] == '\t'))
			to--;
		if (to > from)
			json_array_append_new(texts, json_stringn(text + from, to - from));
		text += n;
		text += strspn(text, marks);
	}
	return texts;
}

json_t *form_words(const json_t *sent)
{
	json_t *words = texts_between(json_string_value(sent), ",\r\n");
	for (size_t i = 0; i < json_array_size(sent); i++) {
		json_t *more = form_words(json_array_get(sent, i));
		json_array_extend(words, more);
		json_decref(more);
	}
	return words;
}

/* What is no number is left for the door to refuse. */
static json_t *number_of(const char *text)
{
	char *end;
	long long n = strtoll(text, &end, 10);
	return *text && !*end && strlen(text) < 16 ? json_integer(n) : json_string(text);
}

static json_t *cents_of(const char *text)
{
	int64_t cents;
	return text_cents(text, &cents) ? json_integer(cents) : json_string(text);
}

static json_t *numbers_of(const json_t *value)
{
	json_t *list = json_array();
	if (json_is_string(value) && json_string_length(value))
		json_array_append_new(list, number_of(json_string_value(value)));
	for (size_t i = 0; i < json_array_size(value); i++) {
		const char *one = json_string_value(json_array_get(value, i));
		if (one && *one)
			json_array_append_new(list, number_of(one));
	}
	return list;
}

static json_t *typed(const char *type, json_t *value)
{
	if (strcmp(type, "numbers") == 0)
		return numbers_of(value);
	const char *text = json_string_value(value);
	if (!text)
		return json_incref(value);
	if (strcmp(type, "lines") == 0)
		return texts_between(text, "\r\n");
	if (*text && strcmp(type, "number") == 0)
		return number_of(text);
	if (*text && strcmp(type, "cents") == 0)
		return cents_of(text);
	if (strcmp(type, "flag") == 0)
		return json_boolean(strcmp(text, "true") == 0);
	return json_incref(value);
}

bool form_is_list(const char *name)
{
	const char *type = strchr(name, ':');
	return type ? strcmp(type, ":numbers") == 0 : firm_is_list(name) || input_is_list(name);
}

/* ---- things inside things ------------------------------------------------------------ */

/* Puts it where the name says, as objects all the way; false: no such name. */
static bool place(json_t *into, char *name, json_t *value)
{
	char *dot;
	for (int depth = 0; (dot = strchr(name, '.')); depth++, name = dot + 1) {
		*dot = 0;
		json_t *inside = json_object_get(into, name);
		if (depth == PARTS_MAX || !*name || (inside && !json_is_object(inside)))
			return false;
		if (!inside)
			json_object_set_new(into, name, inside = json_object());
		into = inside;
	}
	return *name && json_object_set(into, name, value) == 0;
}

static bool is_blank(const json_t *v)
{
	return json_is_string(v) ? json_string_length(v) == 0 : json_is_object(v) && json_object_size(v) == 0;
}

static bool was_not_filled_in(json_t *element)
{
	void *first = json_object_iter(element);
	return is_blank(element) || (first && is_blank(json_object_iter_value(first)));
}

static bool is_numbered(json_t *object)
{
	const char *name;
	json_t *v;
	json_object_foreach(object, name, v) if (strspn(name, "0123456789") != strlen(name)) return false;
	return json_object_size(object) > 0;
}

/* Numbered members become a list, what is blank goes. */
static json_t *settled(json_t *v)
{
	if (!json_is_object(v))
		return json_incref(v);
	bool list = is_numbered(v);
	json_t *made = list ? json_array() : json_object();
	const char *name;
	json_t *inside;
	json_object_foreach(v, name, inside)
	{
		json_t *one = settled(inside);
		if (list && !was_not_filled_in(inside))
			json_array_append(made, one);
		else if (!list && !is_blank(one))
			json_object_set(made, name, one);
		json_decref(one);
	}
	return made;
}

/* Takes one name out of the input and puts its value where it belongs. */
static void unfold(json_t *input, const char *flat, json_t *nested)
{
	char name[NAME_MAX_BYTES];
	size_t length = strlen(flat);
	if (length >= sizeof name)
		return;
	memcpy(name, flat, length + 1);
	char *colon = strchr(name, ':');
	if (colon)
		*colon++ = 0;
	json_t *value = typed(colon ? colon : "", json_object_get(input, flat));
	if (place(nested, name, value))
		json_object_del(input, flat);
	json_decref(value);
}

void form_unfold(json_t *input)
{
	json_t *nested = json_object();
	const char *name;
	json_t *v;
	void *next;
	json_object_foreach_safe(input, next, name, v) if (strpbrk(name, ".:")) unfold(input, name, nested);
	json_object_foreach(nested, name, v) json_object_set_new(input, name, settled(v));
	json_decref(nested);
}
