/* Finding records by their words, without accents or case.
 *
 * A change only notes old and new text in a queue, in its own transaction; the
 * index is filled from there in batches and caught up before a search reads
 * it.  Two indexes: names, found by their first letters; and all other text,
 * read from the most recent back. */
#include "record/search.h"
#include "record/store.h"

#include <string.h>

#include "base/text.h"

SQL(queue_add, "INSERT INTO search_queue (seq, doc, old, new) "
	       "SELECT coalesce(max(seq), 0) + 1, CAST($1 AS BIGINT), $2, $3 FROM search_queue");
SQL(queue_read, "SELECT seq, doc, old, new FROM search_queue ORDER BY seq LIMIT $1");
SQL(queue_done, "DELETE FROM search_queue WHERE seq <= $1");
SQL(queue_waits, "SELECT count(*) FROM (SELECT seq FROM search_queue LIMIT 1) AS q");

SQL2(name_remove, "INSERT INTO search_name (search_name, rowid, words) VALUES ('delete', $1, $2)",
    "DELETE FROM search_name WHERE doc = $1 AND $2 <> ''");
SQL2(name_put, "INSERT INTO search_name (rowid, words) VALUES ($1, $2)",
    "INSERT INTO search_name (doc, words) VALUES ($1, to_tsvector('simple', $2))");
SQL2(text_remove, "INSERT INTO search_text (search_text, rowid, words) VALUES ('delete', $1, $2)",
    "DELETE FROM search_text WHERE doc = $1 AND $2 <> ''");
SQL2(text_put, "INSERT INTO search_text (rowid, words) VALUES ($1, $2)",
    "INSERT INTO search_text (doc, words) VALUES ($1, to_tsvector('simple', $2))");
SQL2(name_find,
    "SELECT rowid FROM search_name WHERE search_name MATCH $1 AND rowid < $2 ORDER BY rowid DESC LIMIT $3",
    "WITH hit AS MATERIALIZED (SELECT doc FROM search_name WHERE words @@ to_tsquery('simple', $1) AND doc < "
    "$2) "
    "SELECT doc FROM hit ORDER BY doc DESC LIMIT $3");
SQL2(text_find,
    "SELECT rowid FROM search_text WHERE search_text MATCH $1 AND rowid < $2 ORDER BY rowid DESC LIMIT $3",
    "WITH hit AS MATERIALIZED (SELECT doc FROM search_text WHERE words @@ to_tsquery('simple', $1) AND doc < "
    "$2) "
    "SELECT doc FROM hit ORDER BY doc DESC LIMIT $3");

#define WORDS_MAX 8
#define PREFIX_MIN 5 /* letters before a word of long texts may stand for its beginning */

/* Kind and id in one number, so that names come before texts and new before old. */
static int64_t doc_of(const struct kind *k, int64_t id)
{
	return (int64_t)k->number << 40 | id;
}

static bool is_name(const struct kind *k)
{
	return k->is_named;
}

static const char *words_of(struct arena *a, const struct kind *k, const void *rec)
{
	const char *all = NULL;
	for (const struct field *f = k->fields; rec && f->name; f++)
		if (f->search && field_text(f, rec))
			all = all ? arena_printf(a, "%s %s", all, field_text(f, rec)) : field_text(f, rec);
	return all;
}

void search_note(struct ctx *c, const struct kind *k, const void *before, const void *rec)
{
	const char *old = words_of(c->arena, k, before), *new = words_of(c->arena, k, rec);
	if ((!old && !new) || (old && new && (strcmp(old, new) == 0)))
		return;
	int64_t id = ((const struct record *)(rec ? rec : before))->id;
	db_run(c->db, &queue_add, "itt", doc_of(k, id), old, new);
}

bool search_waits(struct db *db)
{
	return db_int(db, &queue_waits, 0, "") > 0;
}

bool search_catch_up(struct db *db, struct arena *a, int most)
{
	int64_t seq = 0, doc;
	const char *old, *new;
	int n = 0;
	struct db_query *q = db_query(db, &queue_read, "i", (int64_t)most);
	while (db_row(q, "iitt", &seq, &doc, &old, &new)) {
		bool name = is_name(kind_numbered(doc >> 40));
		const char *gone = old ? text_fold(a, old) : "", *come = new ? text_fold(a, new) : "";
		if (*gone)
			db_run(db, name ? &name_remove : &text_remove, "it", doc, gone);
		if (*come)
			db_run(db, name ? &name_put : &text_put, "it", doc, come);
		n++;
	}
	if (n > 0)
		db_run(db, &queue_done, "i", seq);
	return n == most;
}

/* The folded words joined as the engine wants them; the last may be a beginning. */
static const char *match_text(struct arena *a, enum db_engine e, const char *folded, size_t prefix_min)
{
	struct buf b = {.max = 4096};
	int n = 0;
	for (const char *s = folded; *s && n < WORDS_MAX; n++) {
		size_t length = strcspn(s, " ");
		bool last = s[length] == 0 || n == WORDS_MAX - 1, begins = last && length >= prefix_min;
		if (e == DB_POSTGRES)
			buf_printf(&b, "%s%.*s%s", n ? " & " : "", (int)length, s, begins ? ":*" : "");
		else
			buf_printf(&b, "%s\"%.*s\"%s", n ? " " : "", (int)length, s, begins ? "*" : "");
		s += length + (s[length] == ' ');
	}
	return buf_take(&b, a, NULL);
}

static int find(struct ctx *c, const struct sql *s, const char *match, int64_t before, int limit,
    struct hit *ret, int64_t *last)
{
	int n = 0;
	struct db_query *q = db_query(c->db, s, "tii", match, before, (int64_t)limit);
	int64_t doc;
	while (db_row(q, "i", &doc)) {
		*last = doc;
		ret[n++] = (struct hit){kind_numbered(doc >> 40), doc & ((INT64_C(1) << 40) - 1)};
	}
	return n;
}

int search(struct ctx *c, const char *query, int64_t before, int limit, struct hit *ret, int64_t *ret_next)
{
	const char *folded = text_fold(c->arena, query);
	const char *names = match_text(c->arena, db_engine(c->db), folded, 1);
	const char *texts = match_text(c->arena, db_engine(c->db), folded, PREFIX_MIN);
	int64_t last = before ? before : INT64_MAX;
	*ret_next = 0;
	if (!names)
		return 0;
	int n = find(c, &name_find, names, last, limit, ret, &last);
	if (n < limit)
		n += find(c, &text_find, texts, last, limit - n, ret + n, &last);
	if (n == limit)
		*ret_next = last;
	return n;
}
