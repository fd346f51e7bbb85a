/* Who is in charge: exactly one person, of a client or of a mandate, replaced and
 * never joined (R5.4). */
#include "rules/rules.h"

int64_t in_charge(struct ctx *c, int64_t client_id, int64_t mandate_id)
{
	const struct mandate *m = GET(c, mandate, mandate_id);
	if (m)
		return m->responsible_id;
	const struct client *of = GET(c, client, client_id);
	return of ? of->responsible_id : 0;
}

bool next_in_charge_is_active(struct act *a)
{
	const struct person *p = GET(a->ctx, person, IN(a, hand_over_in)->responsible_id);
	return p && person_is_staff(a->ctx, p);
}
