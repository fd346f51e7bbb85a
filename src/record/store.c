/* Records in tables: the statements every kind needs, made once from its
 * fields, and the one place where a row becomes a struct and back. */
#include "record/store.h"
#include "record/wording.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"

SQL(note_removed,
    "INSERT INTO removed (kind, last_id) VALUES ($1, $2) ON CONFLICT (kind) DO UPDATE SET last_id = "
    "CASE WHEN removed.last_id < excluded.last_id THEN excluded.last_id ELSE removed.last_id END");

static struct store stores[LINK_KINDS];

const struct store *store_of(const struct kind *k)
{
	return &stores[k->number];
}

const struct kind *kind_named(const char *name)
{
	for (int i = 0; kinds[i]; i++)
		if (strcmp(kinds[i]->plural, name) == 0 || strcmp(kinds[i]->name, name) == 0)
			return kinds[i];
	return NULL;
}

const struct kind *kind_numbered(int64_t number)
{
	return number > 0 && number < LINK_KINDS ? stores[number].kind : NULL;
}

int64_t link_to(const struct kind *k, int64_t id)
{
	return id ? id * LINK_KINDS + k->number : 0;
}

const struct kind *link_kind(int64_t link)
{
	return kind_numbered(link % LINK_KINDS);
}

int64_t link_id(int64_t link)
{
	return link / LINK_KINDS;
}

int64_t link_of(int64_t link, const struct kind *k)
{
	return link_kind(link) == k ? link_id(link) : 0;
}

bool field_is_stored(const struct field *f)
{
	return f->type != FT_derived;
}

bool field_is_text(const struct field *f)
{
	return f->type == FT_text || f->type == FT_longtext || f->type == FT_refs || f->type == FT_words ||
	       f->type == FT_json;
}

int64_t field_int(const struct field *f, const void *rec)
{
	return *(const int64_t *)((const char *)rec + f->offset);
}

const char *field_text(const struct field *f, const void *rec)
{
	return *(const char *const *)((const char *)rec + f->offset);
}

void field_set_int(const struct field *f, void *rec, int64_t v)
{
	*(int64_t *)((char *)rec + f->offset) = v;
}

void field_set_text(const struct field *f, void *rec, const char *v)
{
	*(const char **)((char *)rec + f->offset) = v;
}

bool field_same(const struct field *f, const void *a, const void *b)
{
	if (!field_is_text(f))
		return field_int(f, a) == field_int(f, b);
	const char *x = field_text(f, a), *y = field_text(f, b);
	return x == y || (x && y && strcmp(x, y) == 0);
}

bool record_same(const struct kind *k, const void *a, const void *b)
{
	for (const struct field *f = k->fields; f->name; f++)
		if (field_is_stored(f) && !field_same(f, a, b))
			return false;
	return true;
}

const char *json_text(struct arena *a, const json_t *v)
{
	char *text = json_dumps(v, JSON_COMPACT);
	const char *copy = arena_strdup(a, text);
	free(text);
	return copy;
}

const char *text_in(const json_t *object, const char *key)
{
	return json_string_value(json_object_get(object, key));
}

const char *json_kept(struct arena *a, json_t *v)
{
	const char *text = json_text(a, v);
	json_decref(v);
	return text;
}

static void json_let_go(void *v)
{
	json_decref(v);
}

json_t *json_lent(struct arena *a, json_t *v)
{
	if (v)
		arena_later(a, json_let_go, v);
	return v;
}

json_t *json_of(struct arena *a, const char *kept)
{
	return kept ? json_lent(a, json_loads(kept, 0, NULL)) : NULL;
}

int64_t record_client(const struct kind *k, const void *rec)
{
	if (k->is_client)
		return ((const struct record *)rec)->id;
	return k->client ? *(const int64_t *)((const char *)rec + k->client) : 0;
}

const char *record_about_kept(const struct kind *k, const void *rec)
{
	const char *s = k->about ? *(const char *const *)((const char *)rec + k->about) : NULL;
	if (!s && k->about_else)
		s = *(const char *const *)((const char *)rec + k->about_else);
	return s ? s : "";
}

const char *record_about(const struct ctx *c, const struct kind *k, const void *rec)
{
	return text_said(c, record_about_kept(k, rec));
}

const struct field *field_named(const struct field *fields, const char *name)
{
	for (; fields && fields->name; fields++)
		if (strcmp(fields->name, name) == 0)
			return fields;
	return NULL;
}

const char *choice_name(const struct choice *choices, int64_t n)
{
	return n > 0 ? choices[n - 1].name : NULL;
}

int64_t choice_number(const struct choice *choices, const char *name)
{
	for (int64_t n = 1; name && choices[n - 1].name; n++)
		if (strcmp(choices[n - 1].name, name) == 0)
			return n;
	return 0;
}

const struct choice *choices_of(const struct kind *k, const char *field)
{
	return field_named(k->fields, field)->choices;
}

const char *record_choice(const struct kind *k, const char *field, const void *rec)
{
	const struct field *f = field_named(k->fields, field);
	return choice_name(f->choices, field_int(f, rec));
}

/* "/mandat/{mandate_id}#conditions": what the record's field leads to. */
static int64_t leads_to(struct ctx *c, const struct kind *k, int64_t id, const char *name, size_t n)
{
	const struct field *f = field_named(k->fields, arena_strndup(c->arena, name, n));
	const void *rec = record_get(c, k, id);
	return f && rec ? field_int(f, rec) : 0;
}

const char *record_page(struct ctx *c, const struct kind *k, int64_t id)
{
	const char *open = strchr(k->page, '{'), *close = strchr(open, '}');
	bool own = strncmp(open, "{id}", strlen("{id}")) == 0;
	int64_t to = own ? id : leads_to(c, k, id, open + 1, (size_t)(close - open) - 1);
	return to ? arena_printf(
			c->arena, "%.*s%lld%s", (int)(open - k->page), k->page, (long long)to, close + 1)
		  : k->page_else;
}

const char *record_place(struct ctx *c, const struct kind *k, int64_t id, const char *part)
{
	const char *page = record_page(c, k, id);
	if (!page || (!*part && !k->ways))
		return page;
	return arena_printf(c->arena, "%.*s%s", (int)strcspn(page, "#"), page, *part ? part : k->ways);
}

const char *record_portal_page(const struct ctx *c, const struct kind *k, int64_t id)
{
	return arena_printf(c->arena, "%.*s%s", (int)strcspn(k->portal_page, "{"), k->portal_page,
	    pub_name(c->arena, &c->firm->key, k->number, id));
}

/* ---- statements -------------------------------------------------------- */

#define UNSET "-9223372036854775807 - 1" /* NO_NUMBER, as both engines count it */

/* How field n is written: "none" is NULL in the table. */
static void add_value(struct buf *b, const struct field *f, int n)
{
	if (field_is_text(f) || f->type == FT_choice)
		buf_printf(b, "nullif($%d, '')", n);
	else if (f->type == FT_flag)
		buf_printf(b, "$%d", n);
	else if (f->type == FT_number)
		buf_printf(b, "nullif($%d, " UNSET ")", n);
	else
		buf_printf(b, "nullif($%d, CAST(0 AS BIGINT))", n);
}

const char *column_of(const struct field *f)
{
	return f->column ? f->column : f->name;
}

/* And read: an unset number is not 0. */
static void add_column(struct buf *b, const struct field *f)
{
	if (f->type == FT_number)
		buf_printf(b, ", coalesce(%s, " UNSET ")", column_of(f));
	else
		buf_printf(b, ", %s", column_of(f));
}

/* Statements live as long as the program. */
static const char *kept(struct buf *b)
{
	char *s = b->failed ? NULL : strdup(b->p);
	if (!s)
		abort();
	buf_clear(b);
	return s;
}

static struct sql statement(const char *name, const char *text)
{
	return (struct sql){.name = name, .text = text};
}

bool is_among(const char *names, const char *name)
{
	size_t n = strlen(name);
	for (const char *s = names; *s; s += strcspn(s, " ,"), s += strspn(s, " ,"))
		if (strncmp(s, name, n) == 0 && strchr(" ,", s[n]))
			return true;
	return false;
}

/* "SELECT … FROM table " of all stored fields, or only of those named. */
static void columns_make(struct columns *cols, const struct kind *k, const char *only, struct buf *b)
{
	buf_puts(b, "SELECT id, rev, created_at, created_by");
	memcpy(cols->types, "iiii", 4);
	for (const struct field *f = k->fields; f->name; f++) {
		if (!field_is_stored(f) || (only && !is_among(only, f->name)))
			continue;
		if (cols->n == STORE_COLUMNS_MAX - 4)
			abort(); /* a kind has grown beyond what a row holds */
		add_column(b, f);
		cols->types[4 + cols->n] = field_is_text(f) || f->type == FT_choice ? 't' : 'i';
		cols->field[cols->n++] = f;
	}
	buf_printf(b, " FROM %s ", k->name);
}

static const struct field *client_field(const struct kind *k)
{
	for (const struct field *f = k->fields; k->client && f->name; f++)
		if (f->offset == k->client)
			return f;
	return NULL;
}

static struct sql near(const struct store *s, const struct kind *k, struct buf *b)
{
	const struct field *client = client_field(k);
	if (!client)
		buf_printf(b, "%sWHERE id > $1 ORDER BY id", s->select);
	else if (client->required) /* asking for those of nobody would read the whole table */
		buf_printf(b, "%sWHERE %s = $1 ORDER BY id", s->select, column_of(client));
	else
		buf_printf(b, "%sWHERE %s = $1 OR %s IS NULL ORDER BY id", s->select, column_of(client),
		    column_of(client));
	return statement(k->name, kept(b));
}

static struct sql insertion(const struct kind *k, struct buf *b)
{
	int n = 5;
	buf_printf(b, "INSERT INTO %s (id, rev, created_at, created_by", k->name);
	for (const struct field *f = k->fields; f->name; f++)
		if (field_is_stored(f))
			buf_printf(b, ", %s", column_of(f));
	buf_puts(b, ") VALUES ($1, $2, $3, nullif($4, CAST(0 AS BIGINT))");
	for (const struct field *f = k->fields; f->name; f++)
		if (field_is_stored(f)) {
			buf_puts(b, ", ");
			add_value(b, f, n++);
		}
	buf_char(b, ')');
	return statement(k->name, kept(b));
}

static struct sql updating(const struct kind *k, struct buf *b)
{
	int n = 5;
	buf_printf(b, "UPDATE %s SET rev = $2, created_at = $3, created_by = nullif($4, CAST(0 AS BIGINT))",
	    k->name);
	for (const struct field *f = k->fields; f->name; f++)
		if (field_is_stored(f)) {
			buf_printf(b, ", %s = ", column_of(f));
			add_value(b, f, n++);
		}
	buf_puts(b, " WHERE id = $1");
	return statement(k->name, kept(b));
}

static void store_make(struct store *s, const struct kind *k, struct buf *b)
{
	int filters = 0;
	for (const struct field *f = k->fields; f->name; f++)
		filters += f->filter;
	if (filters > LIST_FILTERS_MAX)
		abort(); /* its lists would need more statements than are kept */
	if (k->number <= 0 || k->number >= LINK_KINDS || s->kind)
		abort(); /* its number is another one's, or fits in no link */
	s->kind = k;
	columns_make(&s->columns, k, NULL, b);
	s->select = kept(b);

	buf_printf(b, "%sWHERE id = $1", s->select);
	s->load = statement(k->name, kept(b));

	s->insert = insertion(k, b);
	s->update = updating(k, b);

	buf_printf(b,
	    "SELECT coalesce(max(id), 0) FROM (SELECT max(id) AS id FROM %s UNION ALL SELECT last_id FROM "
	    "removed "
	    "WHERE kind = %d) AS used",
	    k->name, (int)k->number);
	s->last_id = statement(k->name, kept(b));
	buf_printf(b, "DELETE FROM %s WHERE id = $1", k->name);
	s->remove = statement(k->name, kept(b));
	buf_printf(b, "%sWHERE id > $1 ORDER BY id LIMIT 500", s->select);
	s->walk = statement(k->name, kept(b));
	s->near = near(s, k, b);
}

void store_init(void)
{
	struct buf b = {.max = 1 << 20};
	for (int i = 0; kinds[i]; i++)
		store_make(&stores[kinds[i]->number], kinds[i], &b);
	struct sql *s;
	for (int i = 0; (s = db_statement(i)); i++) {
		if (!s->of || s->full[0])
			continue;
		struct columns *cols = calloc(1, sizeof *cols);
		if (!cols)
			abort();
		columns_make(cols, s->of, s->only, &b);
		buf_puts(&b, s->text);
		s->columns = cols;
		s->full[DB_SQLITE] = s->full[DB_POSTGRES] = kept(&b);
	}
	buf_free(&b);
}

/* ---- rows and structs -------------------------------------------------- */

static const void *from_values(
    struct ctx *c, const struct kind *k, const struct columns *cols, const union db_value *v)
{
	void *rec = arena_alloc(c->arena, k->size);
	struct record *r = rec;
	r->id = v[0].i;
	r->rev = v[1].i;
	r->created_at = v[2].i;
	r->created_by = v[3].i;
	for (int i = 0; i < cols->n; i++) {
		const struct field *f = cols->field[i];
		if (f->type == FT_choice)
			field_set_int(f, rec, choice_number(f->choices, v[4 + i].t));
		else if (cols->types[4 + i] == 't')
			field_set_text(f, rec, v[4 + i].t);
		else
			field_set_int(f, rec, v[4 + i].i);
	}
	return rec;
}

static const char *types_and_values(const struct kind *k, const void *rec, union db_value *v)
{
	const struct record *r = rec;
	v[0].i = r->id;
	v[1].i = r->rev;
	v[2].i = r->created_at;
	v[3].i = r->created_by;
	const struct columns *cols = &store_of(k)->columns;
	for (int i = 0; i < cols->n; i++) {
		const struct field *f = cols->field[i];
		if (f->type == FT_choice)
			v[4 + i].t = choice_name(f->choices, field_int(f, rec));
		else if (cols->types[4 + i] == 't')
			v[4 + i].t = field_text(f, rec);
		else
			v[4 + i].i = field_int(f, rec);
	}
	return cols->types;
}

const void *record_next(struct ctx *c, const struct kind *k, struct db_query *q)
{
	union db_value v[STORE_COLUMNS_MAX];
	const struct columns *cols = q ? db_query_sql(q)->columns : NULL; /* no query: the database failed */
	if (!cols)
		cols = &store_of(k)->columns;
	return db_row_values(q, cols->types, v) ? from_values(c, k, cols, v) : NULL;
}

const void *record_first(struct ctx *c, const struct kind *k, struct db_query *q)
{
	const void *rec = record_next(c, k, q);
	if (rec)
		db_done(q);
	return rec;
}

static bool changed(struct ctx *c, const struct kind *k)
{
	return !k->kept || changes_count(c->db, k->name);
}

bool store_insert(struct ctx *c, const struct kind *k, const void *rec)
{
	union db_value v[STORE_COLUMNS_MAX];
	const char *types = types_and_values(k, rec, v);
	return db_run_values(c->db, &store_of(k)->insert, types, v) && changed(c, k);
}

bool store_update(struct ctx *c, const struct kind *k, const void *rec)
{
	union db_value v[STORE_COLUMNS_MAX];
	const char *types = types_and_values(k, rec, v);
	return db_run_values(c->db, &store_of(k)->update, types, v) && changed(c, k);
}

/* The number of what is gone is never given again. */
bool store_remove(struct ctx *c, const struct kind *k, int64_t id)
{
	db_run(c->db, &note_removed, "ii", (int64_t)k->number, id);
	return db_run(c->db, &store_of(k)->remove, "i", id) && changed(c, k);
}

/* One writer at a time, so the next number is the last one and one more. */
int64_t store_next_id(struct ctx *c, const struct kind *k)
{
	return db_int(c->db, &store_of(k)->last_id, 0, "") + 1;
}

/* ---- reading, once in one act ------------------------------------------ */

struct cached {
	struct cached *next;
	const struct kind *kind;
	const struct record *rec;
};

const void *record_get(struct ctx *c, const struct kind *k, int64_t id)
{
	if (id <= 0)
		return NULL;
	for (struct cached *e = c->cache; e; e = e->next)
		if (e->kind == k && e->rec->id == id)
			return e->rec;
	const void *rec = record_first(c, k, db_query(c->db, &store_of(k)->load, "i", id));
	if (rec)
		cache_put(c, k, rec);
	return rec;
}

void cache_put(struct ctx *c, const struct kind *k, const void *rec)
{
	struct cached *e = ARENA_NEW(c->arena, struct cached);
	*e = (struct cached){c->cache, k, rec};
	c->cache = e;
}

int ids_found(struct ctx *c, struct db_query *q, const int64_t **ret)
{
	int n = 0;
	int64_t *ids = NULL, id;
	while (db_row(q, "i", &id)) {
		ids = arena_grown(c->arena, ids, n, sizeof *ids);
		ids[n++] = id;
	}
	*ret = ids;
	return n;
}

/* ---- every record ------------------------------------------------------ */

static int64_t page_visit(struct ctx *c, const struct kind *k, int64_t after,
    void (*visit)(struct ctx *, const struct kind *, const void *, void *), void *user)
{
	int64_t last = 0;
	const struct record *rec;
	struct db_query *q = db_query(c->db, &store_of(k)->walk, "i", after);
	while ((rec = record_next(c, k, q))) {
		last = rec->id;
		visit(c, k, rec, user);
	}
	return last;
}

void record_each(
    struct ctx *c, void (*visit)(struct ctx *, const struct kind *, const void *, void *), void *user)
{
	struct arena *own = c->arena, *page = arena_new();
	c->arena = page;
	db_set_arena(c->db, page);
	for (int i = 0; kinds[i]; i++)
		for (int64_t last = 0; (last = page_visit(c, kinds[i], last, visit, user));) {
			c->cache = NULL;
			arena_reset(page);
		}
	c->cache = NULL;
	c->arena = own;
	db_set_arena(c->db, own);
	arena_free(page);
}
