/* What was just received: messages whose clock runs and does not show yet. */
#include "rules/today.h"

#define ARRIVED \
	"SELECT x.id, k.client_id, client.name, p.name, x.at, coalesce(x.text, x.subject) FROM " \
	"clock k JOIN exchange x ON x.id = k.record_id LEFT JOIN client ON client.id = k.client_id " \
	"LEFT JOIN person p ON p.id = x.created_by AND p.client_id = k.client_id WHERE "
#define NOT_SHOWN_YET \
	"AND k.type = 'a2' AND k.stopped_at IS NULL AND k.rings = 0 AND k.starts_at <= $3 " \
	"AND k.shows_at > $3 AND (k.ends_at IS NULL OR k.ends_at > $3) ORDER BY x.at, x.id LIMIT 50"
SQL(arrived_for, ARRIVED "k.for_id IN " LISTS_OF_PERSON NOT_SHOWN_YET);
SQL(arrived_from, ARRIVED "k.client_id = $1 AND $2 > CAST(0 AS BIGINT) " NOT_SHOWN_YET);

static const struct arrival *arrivals_read(struct ctx *c, const struct sql *s, int64_t of)
{
	struct arrival *first = NULL, **end = &first, one = {0};
	struct db_query *q = db_query(c->db, s, "iii", of, c->today, c->now);
	while (db_row(
	    q, "iittit", &one.exchange_id, &one.client_id, &one.client_name, &one.by, &one.at, &one.text)) {
		*end = ARENA_NEW(c->arena, struct arrival);
		**end = one;
		end = &(*end)->next;
	}
	for (struct arrival *a = first; a; a = a->next)
		a->where = record_page(c, &exchange_kind, a->exchange_id);
	return first;
}

const struct arrival *arrived_at_person(struct ctx *c, int64_t person)
{
	return arrivals_read(c, &arrived_for, person);
}

const struct arrival *arrived_at_client(struct ctx *c, int64_t client)
{
	return arrivals_read(c, &arrived_from, client);
}

void arrived_json(struct ctx *c, const struct arrival *first, struct jw *out)
{
	jw_array(out);
	for (const struct arrival *a = first; a; a = a->next) {
		jw_object(out);
		jw_int_of(out, "exchange_id", a->exchange_id);
		jw_int_of(out, "client_id", a->client_id);
		jw_text_of(out, "client_name", a->client_name);
		instant_json(c, a->at, jw_key(out, "at"));
		jw_text_of(out, "text", a->text);
		jw_text_of(out, "where", a->where);
		jw_end_object(out);
	}
	jw_end_array(out);
}
