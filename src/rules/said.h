/* What a client says for the record: by themselves on their own page, or noted
 * by one of us, who names the call and the contact who said it. */
#ifndef RULES_SAID_H
#define RULES_SAID_H

#include "rules/rules.h"

/* The exchange that an action names, and more of its row; where it is the first of
 * the inputs, the functions below find it. */
#define IN_EXCHANGE(F, S, ...) \
	F(S, ref, exchange_id, N_("In which exchange"), .to = &exchange_kind, .accepts = exchange_is_past, \
	    .same_client = true, __VA_ARGS__)
#define NAMED_INPUTS(F, S) IN_EXCHANGE(F, S, .required = true)
INPUTS_OF(named_in, NAMED_INPUTS);
#define PERHAPS_NAMED_INPUTS(F, S) IN_EXCHANGE(F, S)
INPUTS_OF(perhaps_named_in, PERHAPS_NAMED_INPUTS);
const struct exchange *named_exchange(const struct act *a); /* NULL: none */
bool named_is_voice(struct act *a);

#define REASON_INPUTS(F, S) F(S, text, reason, N_("Why"), .required = true)
INPUTS_OF(reason_in, REASON_INPUTS);

#define SAID_INPUTS(F, S) \
	IN_EXCHANGE(F, S, .create = BY_STAFF, .required = true) \
	F(S, ref, contact_id, N_("Who said it"), .to = &person_kind, .same_client = true, \
	    .create = BY_STAFF, .required = true)
/* The inputs of an action that asks nothing more; others begin with the same. */
INPUTS_OF(said_in, SAID_INPUTS);

/* Of inputs that begin as named_in, or as said_in, and are read as these. */
#define BEGINS_AS_NAMED(S) _Static_assert(offsetof(struct S, exchange_id) == 0, "read by said.c")
#define BEGINS_AS_SAID(S) \
	BEGINS_AS_NAMED(S); \
	_Static_assert( \
	    offsetof(struct S, contact_id) == offsetof(struct said_in, contact_id), "read by said.c")
BEGINS_AS_NAMED(perhaps_named_in);
BEGINS_AS_SAID(said_in);

/* Guards.  Either holds for the client's own page. */
bool said_by_one_who_may_agree(struct act *a); /* cannot_agree */
bool said_by_voice(struct act *a);             /* not_voice; exchange_id, the first input, is enough */

/* When it was said, and by whom. */
instant said_at(const struct act *a);
int64_t said_by(const struct act *a);

#endif
