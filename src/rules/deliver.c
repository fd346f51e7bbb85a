#include "rules/deliver.h"
SQL(readers, "SELECT count(*) FROM person WHERE client_id = $1 AND active = 1 AND email <> ''");
bool deliver_has_reader(struct ctx *c, int64_t client_id)
{
	return db_int(c->db, &readers, 0, "i", client_id) > 0;
}
void deliver_message(struct act *a, int64_t client_id, int64_t mandate_id, int64_t from, const char *text)
{
	struct exchange *x = record_new(a->ctx, &exchange_kind);
	x->client_id = client_id;
	x->mandate_id = mandate_id;
	x->our_person_id = from;
	x->at = a->ctx->now;
	x->channel = PORTAL;
	x->direction = OUTBOUND;
	x->text = text;
	record_insert(a, &exchange_kind, x);
}
