/* What a client says for the record (model 8.2): who may say it, and how it was heard. */
#include "rules/said.h"

const struct exchange *named_exchange(const struct act *a)
{
	return GET(a->ctx, exchange, IN(a, named_in)->exchange_id);
}

bool named_is_voice(struct act *a)
{
	const struct exchange *x = named_exchange(a);
	return !x || exchange_is_voice(a->ctx, x);
}

bool said_by_one_who_may_agree(struct act *a)
{
	if (a->ctx->who.role == CONTACT)
		return a->ctx->who.can_agree;
	const struct person *p = GET(a->ctx, person, IN(a, said_in)->contact_id);
	return p && p->active && p->role == ROLE_CONTACT && p->can_agree;
}

bool said_by_voice(struct act *a)
{
	const struct exchange *x = named_exchange(a);
	return a->ctx->who.role == CONTACT || (x && exchange_is_voice(a->ctx, x));
}

instant said_at(const struct act *a)
{
	const struct exchange *x = named_exchange(a);
	return x ? x->at : a->ctx->now;
}

int64_t said_by(const struct act *a)
{
	return a->ctx->who.role == CONTACT ? a->ctx->who.id : IN(a, said_in)->contact_id;
}
