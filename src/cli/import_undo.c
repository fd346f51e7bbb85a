/* entente import undo: removes what an import made, as long as nobody has
 * worked with any of it; else it names some of that and changes nothing. */
#include "cli/cli.h"

#include <inttypes.h>

#include "rules/rules.h"

SQL(import_state, "SELECT undone_at FROM import WHERE id = $1");
SQL(import_records,
    "SELECT kind, record_id FROM import_row WHERE import_id = $1 ORDER BY kind, record_id DESC");
SQL(import_end, "UPDATE import SET undone_at = $2 WHERE id = $1");
SQL(import_actors,
    "SELECT r.record_id FROM import_row r WHERE r.import_id = $1 AND r.kind = $2 AND "
    "(r.record_id IN (SELECT person_id FROM token) OR r.record_id IN (SELECT person_id FROM session) OR "
    "r.record_id IN (SELECT person_id FROM letter) "
    "OR EXISTS (SELECT 1 FROM audit a WHERE a.who_id = r.record_id)) ORDER BY r.record_id LIMIT $3");

#define NAMED_MAX 5

struct undo {
	struct ctx *c;
	int64_t import;
	struct buf why; /* what stands in the way; empty: nothing */
	int named;
	int removed;
};

/* ---- what stands in the way --------------------------------------------- */

static const char *record_said(struct ctx *c, const struct kind *k, int64_t id)
{
	const void *rec = record_get(c, k, id);
	const char *about = rec ? record_about(c, k, rec) : "";
	return arena_printf(
	    c->arena, "%s %" PRId64 "%s%s%s", k->name, id, *about ? " (" : "", about, *about ? ")" : "");
}

static void obstacle_add(struct undo *u, const char *record, const char *what, const char *other)
{
	if (u->named++ < NAMED_MAX)
		buf_printf(&u->why, "%s%s %s%s", u->named > 1 ? "; " : "", record, what, other);
}

/* A statement made from the tables; it stays until the command ends, as the
 * arena of its desk does. */
static const struct sql *statement(struct ctx *c, const char *sqlite, const char *pg)
{
	struct sql *s = ARENA_NEW(c->arena, struct sql);
	*s = (struct sql){.name = "import_undo", .text = sqlite, .pg = pg};
	return s;
}

static void find_changed(struct undo *u, const struct kind *k)
{
	struct ctx *c = u->c;
	const struct sql *s = statement(c,
	    arena_printf(c->arena,
		"SELECT x.id FROM import_row r JOIN %s x ON x.id = r.record_id WHERE r.import_id = $1 AND "
		"r.kind = $2 "
		"AND x.rev > 1 ORDER BY x.id LIMIT $3",
		k->name),
	    NULL);
	int64_t id;
	struct db_query *q = db_query(c->db, s, "iii", u->import, (int64_t)k->number, (int64_t)NAMED_MAX);
	while (db_row(q, "i", &id))
		obstacle_add(u, record_said(c, k, id), "has changed since", "");
}

static void find_actors(struct undo *u)
{
	int64_t id;
	struct db_query *q =
	    db_query(u->c->db, &import_actors, "iii", u->import, (int64_t)KIND_PERSON, (int64_t)NAMED_MAX);
	while (db_row(q, "i", &id))
		obstacle_add(u, record_said(u->c, &person_kind, id), "has been here or written to since", "");
}

/* "exchange x JOIN import_row r ON …": what names one record in field f; a list
 * of ids is JSON, which each engine opens in its own words. */
static const char *joined(
    struct arena *a, const struct kind *of, const struct field *f, enum db_engine engine)
{
	if (f->type == FT_ref)
		return arena_printf(a, "%s x JOIN import_row r ON r.record_id = x.%s", of->name, f->name);
	if (f->type == FT_link)
		return arena_printf(a, "%s x JOIN import_row r ON r.record_id * %d + r.kind = x.%s", of->name,
		    LINK_KINDS, f->name);
	if (engine == DB_SQLITE)
		return arena_printf(a, "%s x, json_each(x.%s) e JOIN import_row r ON r.record_id = e.value",
		    of->name, f->name);
	return arena_printf(a,
	    "%s x CROSS JOIN LATERAL jsonb_array_elements_text(CAST(x.%s AS jsonb)) AS e(value) "
	    "JOIN import_row r ON r.record_id = CAST(e.value AS BIGINT)",
	    of->name, f->name);
}

static const char *referrers_text(struct arena *a, const char *from)
{
	return arena_printf(a,
	    "SELECT r.record_id, min(x.id) FROM %s WHERE r.import_id = $1 AND r.kind = $2 AND NOT EXISTS "
	    "(SELECT 1 FROM import_row o WHERE o.import_id = $1 AND o.kind = $3 AND o.record_id = x.id) "
	    "GROUP BY r.record_id ORDER BY r.record_id LIMIT $4",
	    from);
}

/* Records that are not of this import and name one of its records in field f. */
static void find_referrers(
    struct undo *u, const struct kind *of, const struct field *f, const struct kind *to)
{
	struct ctx *c = u->c;
	const struct sql *s = statement(c, referrers_text(c->arena, joined(c->arena, of, f, DB_SQLITE)),
	    referrers_text(c->arena, joined(c->arena, of, f, DB_POSTGRES)));
	int64_t id, by;
	struct db_query *q = db_query(
	    c->db, s, "iiii", u->import, (int64_t)to->number, (int64_t)of->number, (int64_t)NAMED_MAX);
	while (db_row(q, "ii", &id, &by))
		obstacle_add(u, record_said(c, to, id), "is named by ", record_said(c, of, by));
}

static void find_referrers_in(struct undo *u, const struct kind *of, const struct field *f)
{
	if (f->type == FT_ref || f->type == FT_refs)
		find_referrers(u, of, f, f->to);
	for (int i = 0; f->type == FT_link && kinds[i]; i++)
		find_referrers(u, of, f, kinds[i]);
}

static bool nothing_in_the_way(struct undo *u)
{
	for (int i = 0; kinds[i]; i++)
		find_changed(u, kinds[i]);
	find_actors(u);
	for (int i = 0; kinds[i]; i++)
		for (const struct field *f = kinds[i]->fields; f->name; f++)
			find_referrers_in(u, kinds[i], f);
	return u->named == 0;
}

/* ---- removing ----------------------------------------------------------- */

static void remove_one(struct undo *u, const struct kind *k, int64_t id)
{
	struct act a = {.ctx = u->c, .kind = k, .name = "undo_import"};
	u->c->cache = NULL;
	if (!k || !record_get(u->c, k, id))
		return; /* it has gone by another way */
	record_remove(&a, k, id);
	u->removed++;
}

/* Contacts before their clients, the newest first: who was introduced goes
 * before who introduced them. */
static void remove_all(struct undo *u)
{
	struct ctx *c = u->c;
	struct arena *own = c->arena, *page = arena_new();
	int64_t kind, id;
	struct db_query *q = db_query(c->db, &import_records, "i", u->import);
	c->arena = page;
	db_set_arena(c->db, page);
	while (db_row(q, "ii", &kind, &id)) {
		remove_one(u, kind_numbered(kind), id);
		arena_reset(page);
	}
	c->arena = own;
	c->cache = NULL;
	db_set_arena(c->db, own);
	arena_free(page);
	db_run(c->db, &import_end, "ii", u->import, c->now);
}

/* An import that can be undone; false: u->why says why not. */
static bool is_there(struct undo *u)
{
	int64_t undone;
	if (!db_one(db_query(u->c->db, &import_state, "i", u->import), "i", &undone)) {
		buf_printf(&u->why, "there is no import %" PRId64, u->import);
		return false;
	}
	if (undone)
		buf_printf(&u->why, "import %" PRId64 " was undone before", u->import);
	return !undone;
}

static bool work(struct ctx *c, void *user)
{
	struct undo *u = user;
	u->c = c;
	if (!is_there(u))
		return false;
	if (!nothing_in_the_way(u)) {
		buf_puts(&u->why, ": nothing was removed");
		return false;
	}
	remove_all(u);
	return true;
}

int import_undo_judge(const struct args *args)
{
	int64_t n;
	return number_read(args->operand, &n) ? DONE : misuse(args->command, "N is the number of an import");
}

int import_undo_command(const struct args *args)
{
	char error[256];
	struct undo u = {.why = {.max = 8192}};
	number_read(args->operand, &u.import);
	bool done = desk_write(args->desk, NULL, args->desk->firm->lang, work, &u, error);
	if (done)
		printf("%d removed\n", u.removed);
	else
		fail("%s", error[0] ? error : u.why.p);
	buf_free(&u.why);
	return done ? DONE : FAILED;
}
