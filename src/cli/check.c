/* entente audit verify and entente doctor: is the journal whole, do the clocks
 * say what the records say.  Both only read, and may run beside the server. */
#include "cli/cli.h"

#include <inttypes.h>

SQL(officers, "SELECT count(*) FROM person WHERE privacy_officer = 1 AND active = 1 AND role <> 'contact'");
SQL(leads, "SELECT count(*) FROM person WHERE role = 'lead' AND active = 1");
SQL(astray, "SELECT count(*) FROM person WHERE (role = 'contact') <> (client_id IS NOT NULL)");
SQL(search_left, "SELECT count(*) FROM search_queue");

int audit_verify_command(const struct args *args)
{
	char error[256];
	struct desk desk;
	if (!desk_open(&desk, args_text(args, "db"), DB_READ, error))
		return fail("%s", error);
	int64_t lines = 0;
	const char *head = "";
	int64_t broken = audit_verify(desk.db, desk.arena, &lines, &head);
	int status = FAILED;
	if (db_failed(desk.db))
		fail("the journal could not be read: %s", db_error(desk.db));
	else if (broken)
		fprintf(stderr, "line %" PRId64 "\n", broken);
	else
		status = printf("ok %" PRId64 " lines %s\n", lines, head) > 0 ? DONE : FAILED;
	desk_close(&desk);
	return status;
}

/* ---- the doctor ------------------------------------------------------------------ */

static void difference_tell(const char *line)
{
	fprintf(stderr, "%s\n", line);
}

static bool schema_is_ours(struct ctx *c)
{
	int64_t version = schema_version(c->db);
	if (version != SCHEMA_VERSION)
		return fail("the tables are of version %" PRId64 ", this program's of version %d", version, SCHEMA_VERSION), false;
	printf("ok tables: version %d\n", SCHEMA_VERSION);
	return true;
}

static bool journal_is_whole(struct ctx *c)
{
	int64_t lines = 0;
	const char *head;
	int64_t broken = audit_verify(c->db, c->arena, &lines, &head);
	if (broken)
		return fail("the journal was changed at line %" PRId64, broken), false;
	printf("ok journal: %" PRId64 " lines\n", lines);
	return true;
}

static bool clocks_agree(struct ctx *c)
{
	int64_t differ = clocks_doctor(c, difference_tell);
	if (differ)
		return fail("%" PRId64 " clocks are not what their records say", differ), false;
	puts("ok clocks: all as their records say");
	return true;
}

static bool people_are_in_order(struct ctx *c)
{
	int64_t officer = db_int(c->db, &officers, 0, ""), lead = db_int(c->db, &leads, 0, "");
	int64_t lost = db_int(c->db, &astray, 0, "");
	if (officer != 1)
		return fail("there are %" PRId64 " privacy officers, not one", officer), false;
	if (lead < 1)
		return fail("there is no lead"), false;
	if (lost)
		return fail("%" PRId64 " people are contacts without a client, or of us with one", lost), false;
	printf("ok people: one privacy officer, %" PRId64 " leads\n", lead);
	return true;
}

/* What waits is read in before the next search, so it is told and no fault. */
static bool search_is_there(struct ctx *c)
{
	printf("ok search: %" PRId64 " changes wait to be read in\n", db_int(c->db, &search_left, 0, ""));
	return true;
}

int doctor_command(const struct args *args)
{
	static bool (*const checks[])(struct ctx *) = {
	    schema_is_ours, journal_is_whole, clocks_agree, people_are_in_order, search_is_there};
	char error[256];
	struct desk desk;
	if (!desk_open(&desk, args_text(args, "db"), DB_READ, error))
		return fail("%s", error);
	struct ctx *c = desk_begin(&desk, NULL, desk.firm->lang);
	bool sound = true;
	db_read_begin(desk.db); /* one state of the records, whatever the server does meanwhile */
	for (size_t i = 0; i < sizeof checks / sizeof *checks; i++)
		sound = checks[i](c) && sound;
	if (db_failed(desk.db))
		sound = fail("the records could not be read: %s", db_error(desk.db)), false;
	db_read_end(desk.db);
	desk_close(&desk);
	return sound ? DONE : FAILED;
}
