/* entente clock confirm: a machine's clock that has jumped far ahead is right all the
 * same, as when nobody has worked here for half a year. */
#include "cli/cli.h"

int clock_confirm_command(const struct args *args)
{
	struct desk *d = args->desk;
	struct ctx *c = desk_begin(d, NULL, d->firm->lang);
	bool done = db_begin(d->db) && firm_clock_seen(d->db, d->firm, c->now);
	if (done)
		audit_add(c, &(struct audit_line){.action = "clock_confirmed"});
	if (!done || !db_commit(d->db))
		return fail("nothing was changed: %s", db_error(d->db));
	return printf("the clock is right: %s\n", instant_near(c, c->now)) > 0 ? DONE : FAILED;
}
