/* What a client says for the record (model 8.2): who may say it, and how it was heard. */
#include "rules/said.h"

const struct field said_in_fields[SAID_FIELDS] = {SAID_INPUTS(FIELD_ROW, struct said_in){0}};

bool said_by_one_who_may_agree(struct act *a)
{
	if (a->ctx->who.role == CONTACT)
		return a->ctx->who.can_agree;
	const struct person *p = GET(a->ctx, person, ((const struct said_in *)a->in)->contact_id);
	return p && p->active && p->role == ROLE_CONTACT && p->can_agree;
}

static const struct exchange *said_in(const struct act *a)
{
	return GET(a->ctx, exchange, ((const struct said_in *)a->in)->exchange_id);
}

bool said_by_voice(struct act *a)
{
	const struct exchange *x = said_in(a);
	return a->ctx->who.role == CONTACT || (x && exchange_is_voice(a->ctx, x));
}

instant said_at(const struct act *a)
{
	const struct exchange *x = said_in(a);
	return x ? x->at : a->ctx->now;
}

int64_t said_by(const struct act *a)
{
	return a->ctx->who.role == CONTACT ? a->ctx->who.id : ((const struct said_in *)a->in)->contact_id;
}
