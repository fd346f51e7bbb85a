/* entente audit verify and entente doctor: is the journal whole, do the clocks
 * say what the records say.  Both only read, and may run beside the server. */
#include "cli/cli.h"

#include <inttypes.h>
#include <stdarg.h>
#include <string.h>

#include "record/letter.h"
#include "record/schema.h"

SQL(officers, "SELECT count(*) FROM person WHERE privacy_officer = 1 AND active = 1 AND role <> 'contact'");
SQL(leads, "SELECT count(*) FROM person WHERE role = 'lead' AND active = 1");
SQL(astray, "SELECT count(*) FROM person WHERE (role = 'contact') <> (client_id IS NOT NULL)");
SQL2(damage, "SELECT integrity_check FROM pragma_integrity_check(1)", "SELECT 'ok'");
SQL(search_left, "SELECT count(*) FROM search_queue");

int audit_verify_command(const struct args *args)
{
	const struct desk *desk = args->desk;
	int64_t lines = 0;
	const char *head = "";
	int64_t broken = audit_verify(desk->db, desk->arena, &lines, &head);
	if (db_failed(desk->db))
		return fail("the journal could not be read: %s", db_error(desk->db));
	if (broken) {
		fprintf(stderr, "line %" PRId64 "\n", broken);
		return FAILED;
	}
	return printf("ok %" PRId64 " lines %s\n", lines, head) > 0 ? DONE : FAILED;
}

/* ---- the doctor --------------------------------------------------------- */

/* One finding: an "ok" line among the results, or a sentence about what is wrong. */
static bool found(bool good, const char *format, ...) __attribute__((format(printf, 2, 3)));
static bool found(bool good, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	fputs(good ? "ok " : "entente: ", good ? stdout : stderr);
	vfprintf(good ? stdout : stderr, format, args);
	fputc('\n', good ? stdout : stderr);
	va_end(args);
	return good;
}

static void difference_tell(const char *line)
{
	fprintf(stderr, "%s\n", line);
}

/* A page that the disk gives back otherwise than it was written; on PostgreSQL its own business. */
static bool file_is_whole(struct ctx *c)
{
	if (db_engine(c->db) != DB_SQLITE)
		return true;
	const char *said = db_text(c->db, &damage, "");
	bool whole = said && strcmp(said, "ok") == 0;
	return found(whole, whole ? "file: whole" : "file: damaged: %.200s", said ? said : db_error(c->db));
}

static bool tables_are_ours(struct ctx *c)
{
	int64_t version = schema_version(c->db);
	return found(version == SCHEMA_VERSION, "tables: version %" PRId64 " (this program's is %d)", version,
	    SCHEMA_VERSION);
}

static bool journal_is_whole(struct ctx *c)
{
	int64_t lines = 0;
	const char *head;
	int64_t broken = audit_verify(c->db, c->arena, &lines, &head);
	if (broken)
		return found(false, "journal: line %" PRId64 " is not what was written", broken);
	return found(true, "journal: %" PRId64 " lines", lines);
}

static bool clocks_agree(struct ctx *c)
{
	int64_t differ = clocks_doctor(c, difference_tell);
	return found(differ == 0, "clocks: %" PRId64 " differ from what the records say", differ);
}

static bool people_are_in_order(struct ctx *c)
{
	int64_t o = db_int(c->db, &officers, 0, ""), l = db_int(c->db, &leads, 0, "");
	int64_t lost = db_int(c->db, &astray, 0, "");
	bool good = found(o == 1, "people: %" PRId64 " privacy officer", o);
	good = found(l > 0, "people: %" PRId64 " leads", l) && good;
	return found(lost == 0, "people: %" PRId64 " contacts without a client, or colleagues with one",
		   lost) &&
	       good;
}

/* What waits is read in before the next search, so it is no fault. */
static bool search_is_there(struct ctx *c)
{
	return found(
	    true, "search: %" PRId64 " changes wait to be read in", db_int(c->db, &search_left, 0, ""));
}

/* Neither is a fault of the records; who could not be reached is said on their page. */
static bool letters_are_there(struct ctx *c)
{
	return found(true,
	    "letters: %" PRId64 " wait to leave, %" PRId64 " came back, %" PRId64 " could not leave",
	    letters_that(c, LETTER_WAITING), letters_that(c, LETTER_REFUSED),
	    letters_that(c, LETTER_EXPIRED));
}

int doctor_command(const struct args *args)
{
	static bool (*const checks[])(struct ctx *) = {file_is_whole, tables_are_ours, journal_is_whole,
	    clocks_agree, people_are_in_order, search_is_there, letters_are_there};
	struct ctx *c = desk_begin(args->desk, NULL, args->desk->firm->lang);
	bool sound = true;
	db_read_begin(c->db); /* one state of the records, whatever the server does meanwhile */
	for (size_t i = 0; i < sizeof checks / sizeof *checks; i++)
		sound = checks[i](c) && sound;
	if (db_failed(c->db))
		sound = found(false, "the records could not be read: %s", db_error(c->db));
	db_read_end(c->db);
	return sound ? DONE : FAILED;
}
