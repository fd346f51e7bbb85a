/* Finding records by their words, without accents or case, a name without its
 * apostrophe, a number by its digits, a word of 田中 inside another.
 *
 * A change only notes old and new text in a queue, in its own transaction; the
 * index is filled from there in batches and caught up before a search reads
 * it.  Two indexes: names, found by their first letters; and all other text,
 * read from the most recent back. */
#include "record/search.h"
#include "record/wording.h"
#include "record/store.h"

#include <string.h>

#include "base/words.h"

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

#define WORDS_MAX 8  /* of a question, each of which may be several joined */
#define TELLS 9      /* the last digits of a number, apart from country and area */
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

static const char *and_words(struct arena *a, const char *all, const char *more)
{
	return all && more ? arena_printf(a, "%s %s", all, more) : all ? all : more;
}

/* What a rule wrote is found in every language. */
static const char *with_words(struct arena *a, const char *all, const char *text)
{
	for (int lang = 0; text && lang < LANG_MAX; lang++) {
		const char *said = text_said_in(a, (enum lang)lang, text);
		all = and_words(a, all, said);
		if (said == text) /* people wrote it */
			break;
	}
	return all;
}

/* Of a list of objects, the parts that find the whole. */
static const char *words_inside(struct arena *a, const struct field *f, const void *rec)
{
	const char *all = NULL;
	const json_t *list = json_of(a, field_text(f, rec));
	for (size_t i = 0; i < json_array_size(list); i++)
		for (const struct field *part = f->parts; part->name; part++)
			if (part->search)
				all = and_words(a, all, text_in(json_array_get(list, i), part->name));
	return all;
}

static const char *words_of(struct arena *a, const struct kind *k, const void *rec)
{
	const char *all = NULL;
	for (const struct field *f = k->fields; rec && f->name; f++)
		if (f->search)
			all = f->parts ? and_words(a, all, words_inside(a, f, rec))
				       : with_words(a, all, field_text(f, rec));
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
		const char *gone = old ? words_indexed(a, old) : "", *come = new ? words_indexed(a, new) : "";
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

/* A question in the words of one engine. */
struct match {
	struct buf b;
	bool pg;
	size_t prefix_min; /* bytes from which the last word may stand for its beginning */
};

/* A word, or letters one after another. */
static void match_phrase(struct match *m, const char *word, bool begins)
{
	buf_puts(&m->b, m->pg ? "" : "\"");
	for (const char *s = word; *s; s++)
		if (*s == ' ' && m->pg)
			buf_puts(&m->b, " <-> ");
		else
			buf_add(&m->b, s, 1);
	begins = begins && strlen(word) >= m->prefix_min;
	buf_puts(&m->b, m->pg ? begins ? ":*" : "" : begins ? "\"*" : "\"");
}

static const char *last_digits(const char *number)
{
	size_t n = strlen(number);
	return n > TELLS ? number + n - TELLS : number;
}

/* Its parts, wherever they stand, or the one word that they may be joined to. */
static void match_words(struct match *m, const struct words *w, bool last)
{
	const char *joined = w->is_number ? last_digits(w->joined) : w->joined;
	bool either = w->n > 1 || joined != w->joined;
	buf_puts(&m->b, either ? "((" : "");
	for (int i = 0; i < w->n; i++) {
		buf_puts(&m->b, i == 0 ? "" : m->pg ? " & " : " AND ");
		match_phrase(m, w->part[i], last && i == w->n - 1);
	}
	if (either) {
		buf_puts(&m->b, m->pg ? ") | " : ") OR ");
		match_phrase(m, joined, last);
		buf_puts(&m->b, ")");
	}
}

/* NULL when the question has no words; the last may be a beginning. */
static const char *match_text(struct arena *a, enum db_engine e, const char *query, size_t prefix_min)
{
	struct match m = {.b = {.max = 65536}, .pg = e == DB_POSTGRES, .prefix_min = prefix_min};
	struct words w, next;
	query = words_next(a, query, &w);
	for (int n = 1; query; n++, w = next) {
		query = n < WORDS_MAX ? words_next(a, query, &next) : NULL;
		match_words(&m, &w, !query);
		if (query)
			buf_puts(&m.b, m.pg ? " & " : " AND ");
	}
	return buf_take(&m.b, a, NULL);
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
	const char *names = match_text(c->arena, db_engine(c->db), query, 1);
	const char *texts = match_text(c->arena, db_engine(c->db), query, PREFIX_MIN);
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
