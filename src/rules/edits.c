/* Hours corrected, kept as instants and written as such. */
#include "rules/edits.h"

#include "rules/refs.h"

const char *edits_with(const struct ctx *c, const char *edits, instant old, instant new)
{
	return list_with(c->arena, edits,
	    json_pack("{s:I, s:I, s:I}", "old", (json_int_t)old, "new", (json_int_t) new, "at",
		(json_int_t)c->now));
}

static struct hour_edit edit_at(const json_t *edits, size_t n)
{
	const json_t *one = json_array_get(edits, n);
	return (struct hour_edit){.old = json_integer_value(json_object_get(one, "old")),
	    .new = json_integer_value(json_object_get(one, "new")),
	    .at = json_integer_value(json_object_get(one, "at"))};
}

int edits_read(const struct ctx *c, const char *edits, struct hour_edit *ret, int max)
{
	json_t *all = json_of(c->arena, edits);
	int n = (int)json_array_size(all), from = n > max ? n - max : 0;
	for (int i = from; i < n; i++)
		ret[i - from] = edit_at(all, (size_t)i);
	return n - from;
}

void edits_write(const struct ctx *c, const char *edits, struct jw *out)
{
	json_t *all = json_of(c->arena, edits);
	jw_array(out);
	for (size_t i = 0; i < json_array_size(all); i++) {
		struct hour_edit one = edit_at(all, i);
		jw_object(out);
		instant_json(c, one.old, jw_key(out, "old"));
		instant_json(c, one.new, jw_key(out, "new"));
		instant_json(c, one.at, jw_key(out, "at"));
		jw_end_object(out);
	}
	jw_end_array(out);
}
