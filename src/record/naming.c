/* Which records name another one: read off the rows of every kind, so that a new
 * reference is found like all others. */
#include "record/store.h"

static bool may_lead_to(const struct field *f, const struct kind *k)
{
	return f->type == FT_link || ((f->type == FT_ref || f->type == FT_refs) && f->to == k);
}

static bool leads_to(struct ctx *c, const struct field *f, const void *rec, const struct kind *k, int64_t id)
{
	if (f->type == FT_link)
		return field_int(f, rec) == link_to(k, id);
	if (f->type == FT_ref)
		return field_int(f, rec) == id;
	json_t *ids = json_of(c->arena, field_text(f, rec));
	for (size_t i = 0; i < json_array_size(ids); i++)
		if (json_integer_value(json_array_get(ids, i)) == id)
			return true;
	return false;
}

static bool names_any(const struct kind *in, const struct kind *k)
{
	for (const struct field *f = in->fields; f->name; f++)
		if (may_lead_to(f, k))
			return true;
	return false;
}

int records_naming(struct ctx *c, const struct kind *k, int64_t id, const struct naming **ret)
{
	int64_t client = record_client(k, record_get(c, k, id));
	struct naming *all = NULL;
	int n = 0;
	for (int i = 0; kinds[i]; i++) {
		const struct kind *in = kinds[i];
		const void *rec;
		struct db_query *q = names_any(in, k) ? db_query(c->db, &store_of(in)->near, "i",
							    in->client ? client : INT64_C(0))
						      : NULL;
		while (q && (rec = record_next(c, in, q)))
			for (const struct field *f = in->fields; f->name; f++)
				if (may_lead_to(f, k) && leads_to(c, f, rec, k, id)) {
					all = arena_grown(c->arena, all, n, sizeof *all);
					all[n++] = (struct naming){in, ((const struct record *)rec)->id, f};
				}
	}
	*ret = all;
	return n;
}
