/* Lists of ids, read from a record and named in a refusal. */
#include "rules/refs.h"

int refs_read(const char *refs, int64_t ret[REFS_MAX])
{
	json_t *list = refs ? json_loads(refs, 0, NULL) : NULL;
	int n = 0;
	for (size_t i = 0; i < json_array_size(list) && n < REFS_MAX; i++)
		ret[n++] = json_integer_value(json_array_get(list, i));
	json_decref(list);
	return n;
}

bool refs_have(const char *refs, int64_t id)
{
	int64_t ids[REFS_MAX];
	for (int i = refs_read(refs, ids); i > 0; i--)
		if (ids[i - 1] == id)
			return true;
	return false;
}

const char *refs_text(struct arena *a, const int64_t *ids, int n)
{
	const char *text = "";
	for (int i = 0; i < n; i++)
		text = arena_printf(a, "%s%s%lld", text, i ? "," : "", (long long)ids[i]);
	return n ? arena_printf(a, "[%s]", text) : NULL;
}

const char *refs_with(struct arena *a, const char *refs, int64_t id)
{
	int64_t ids[REFS_MAX + 1];
	int n = refs_read(refs, ids);
	if (n == REFS_MAX || refs_have(refs, id))
		return refs;
	ids[n] = id;
	return refs_text(a, ids, n + 1);
}

const char *refs_without(struct arena *a, const char *refs, int64_t id)
{
	int64_t ids[REFS_MAX];
	int n = refs_read(refs, ids), left = 0;
	for (int i = 0; i < n; i++)
		if (ids[i] != id)
			ids[left++] = ids[i];
	return refs_text(a, ids, left);
}

int refs_found(struct db_query *q, int64_t ret[REFS_MAX])
{
	int n = 0;
	int64_t id;
	while (db_row(q, "i", &id))
		if (n < REFS_MAX)
			ret[n++] = id;
	return n;
}

void refuse_naming(struct act *a, const char *list, const int64_t *ids, int n)
{
	if (n > 0)
		refuse_listing(a, list, refs_text(a->ctx->arena, ids, n));
}

void refuse_leaned_on(struct act *a, const struct naming *by, int n)
{
	if (n == 0)
		return;
	mended_at(a, by[0].kind, by[0].id);
	json_t *records = json_array();
	for (int i = 0; i < n; i++)
		if (i == 0 || by[i].kind != by[i - 1].kind || by[i].id != by[i - 1].id)
			json_array_append_new(records,
			    json_pack("{s:s, s:I}", "kind", by[i].kind->name, "id", (json_int_t)by[i].id));
	refuse_listing(a, "records", json_kept(a->ctx->arena, records));
}

const char *list_with(struct arena *a, const char *list, json_t *one)
{
	json_t *all = list ? json_loads(list, 0, NULL) : json_array();
	json_array_append_new(all, one);
	return json_kept(a, all);
}
