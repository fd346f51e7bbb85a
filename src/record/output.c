/* Records as a caller may read them.  What a contact sees is declared on the
 * field; what is hidden is absent, never null (api.md 0). */
#include "record/store.h"
#include "record/wording.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

void instant_json(const struct ctx *c, instant at, struct jw *out)
{
	if (at)
		jw_text(out, instant_text(c->arena, &c->firm->calendar.zone, at));
	else
		jw_null(out);
}

void date_json(const struct ctx *c, day d, struct jw *out)
{
	if (d)
		jw_text(out, day_text(c->arena, d));
	else
		jw_null(out);
}

void number_json(int64_t n, struct jw *out)
{
	if (n == NO_NUMBER)
		jw_null(out);
	else
		jw_int(out, n);
}

void id_json(const struct ctx *c, const struct kind *k, int64_t id, struct jw *out)
{
	if (!id)
		jw_null(out);
	else if (c->who.role == CONTACT)
		jw_text(out, pub_name(c->arena, &c->firm->key, (int)k->number, id));
	else
		jw_int(out, id);
}

void hints_json(const struct hints *h, struct jw *out)
{
	jw_array(out);
	for (int i = 0; h && i < h->n; i++) {
		const struct hint *one = &h->hint[i];
		jw_object(out);
		jw_text_of(out, "code", one->code);
		jw_text_of(out, "field", one->field);
		jw_text_of(out, "text", one->text);
		jw_text_of(out, "match", one->match);
		if (one->n != NO_NUMBER)
			jw_int_of(out, "n", one->n);
		jw_end_object(out);
	}
	jw_end_array(out);
}

static const char *text_told(const struct ctx *c, const struct field *f, const void *rec)
{
	const char *text = text_said(c, field_text(f, rec));
	bool told = f->portal_text && text && c->who.role == CONTACT;
	return told ? f->portal_text(c, rec, text) : text;
}

static bool knows_of(const struct ctx *c, const struct kind *k, int64_t id)
{
	if (c->who.role != CONTACT)
		return true;
	const void *rec = record_get((struct ctx *)c, k, id);
	return rec && record_visible(c, k, rec);
}

void ref_json(const struct ctx *c, const struct kind *k, int64_t id, struct jw *out)
{
	id_json(c, k, id && knows_of(c, k, id) ? id : 0, out);
}

static void link_json(const struct ctx *c, const struct field *f, int64_t link, struct jw *out)
{
	const struct kind *k = link_kind(link);
	int64_t id = link_id(link);
	if (f->kind_of || !link || !knows_of(c, k, id)) {
		ref_json(c, k, id, out);
		return;
	}
	jw_object(out);
	jw_text_of(out, "type", k->name);
	id_json(c, k, id, jw_key(out, "id"));
	jw_end_object(out);
}

static void refs_json(const struct ctx *c, const struct field *f, const char *text, struct jw *out)
{
	json_t *ids = json_of(c->arena, text);
	jw_array(out);
	for (size_t i = 0; i < json_array_size(ids); i++) {
		int64_t id = json_integer_value(json_array_get(ids, i));
		if (knows_of(c, f->to, id))
			id_json(c, f->to, id, out);
	}
	jw_end_array(out);
}

static void value_json(const struct ctx *c, const struct field *f, const void *rec, struct jw *out)
{
	if (f->write) {
		f->write(c, rec, out);
		return;
	}
	switch (f->type) {
	case FT_text:
	case FT_longtext:
		jw_text(out, text_told(c, f, rec));
		break;
	case FT_ref:
		ref_json(c, f->to, field_int(f, rec), out);
		break;
	case FT_link:
		link_json(c, f, field_int(f, rec), out);
		break;
	case FT_flag:
		jw_bool(out, field_int(f, rec) != 0);
		break;
	case FT_choice:
		jw_text(out, choice_name(f->choices, field_int(f, rec)));
		break;
	case FT_instant:
		instant_json(c, field_int(f, rec), out);
		break;
	case FT_date:
		date_json(c, field_int(f, rec), out);
		break;
	case FT_number:
		number_json(field_int(f, rec), out);
		break;
	case FT_refs:
		refs_json(c, f, field_text(f, rec), out);
		break;
	case FT_words:
		jw_raw(out, field_text(f, rec) ? field_text(f, rec) : "[]");
		break;
	case FT_json:
	case FT_derived:
		jw_raw(out, field_is_text(f) ? field_text(f, rec) : NULL);
		break;
	}
}

/* Of a clock that would be a row now. */
static const char *clock_withheld(
    struct ctx *c, const struct kind *k, const void *rec, const struct clock_row *row)
{
	return k->withheld && !row->stopped && row->shows <= c->now ? k->withheld(c, rec, row->type) : NULL;
}

static void clocks_json(struct ctx *c, const struct kind *k, const void *rec, struct jw *out)
{
	const struct clock_row *rows;
	int n = clocks_of(c, k, ((const struct record *)rec)->id, &rows);
	jw_array(jw_key(out, "clocks"));
	for (int i = 0; i < n; i++) {
		jw_object(out);
		jw_text_of(out, "type", clock_types[rows[i].type].type);
		jw_text_of(out, "sub", clock_types[rows[i].type].sub);
		instant_json(c, rows[i].starts, jw_key(out, "starts_at"));
		instant_json(c, rows[i].shows, jw_key(out, "shows_at"));
		instant_json(c, rows[i].due, jw_key(out, "due"));
		instant_json(c, rows[i].stopped, jw_key(out, "stopped_at"));
		jw_text_of(out, "withheld", clock_withheld(c, k, rec, &rows[i]));
		jw_end_object(out);
	}
	jw_end_array(out);
}

bool field_shown(const struct ctx *c, const struct field *f, const void *rec, bool whole)
{
	if (f->secret)
		return false;
	if (c->who.role != CONTACT)
		return (!f->leads || c->who.role == LEAD) && (!f->staff_if || f->staff_if(c, rec));
	return f->portal && (whole || !f->opened) && (!f->portal_if || f->portal_if(c, rec));
}

const char *record_text(const struct ctx *c, const struct kind *k, const void *rec, const char *field)
{
	const struct field *f = field_named(k->fields, field);
	return field_shown(c, f, rec, true) ? text_told(c, f, rec) : NULL;
}

static void write_json(struct ctx *c, const struct kind *k, const void *rec, bool whole, struct jw *out)
{
	const struct record *r = rec;
	bool staff = c->who.role != CONTACT;
	jw_object(out);
	id_json(c, k, r->id, jw_key(out, "id"));
	if (staff && k->portal)
		jw_text_of(out, "pub", pub_name(c->arena, &c->firm->key, (int)k->number, r->id));
	for (const struct field *f = k->fields; f->name; f++)
		if (field_shown(c, f, rec, whole))
			value_json(c, f, rec, jw_key(out, f->name));
	if (staff) {
		instant_json(c, r->created_at, jw_key(out, "created_at"));
		number_json(r->created_by ? r->created_by : NO_NUMBER, jw_key(out, "created_by"));
		if (k->clocks)
			clocks_json(c, k, rec, out);
	}
	jw_end_object(out);
}

void record_json(struct ctx *c, const struct kind *k, const void *rec, struct jw *out)
{
	write_json(c, k, rec, true, out);
}

const char *record_etag(const struct ctx *c, const void *rec, const struct buf *body)
{
	const char *hash = secret_sha256(c->arena, body->p, body->n);
	if (c->who.role == CONTACT)
		return arena_printf(c->arena, "\"%.32s\"", hash);
	return arena_printf(c->arena, "\"%lld.%.16s\"", (long long)((const struct record *)rec)->rev, hash);
}

/* ---- lists --------------------------------------------------------------- */

/* The id alone: the kind it is of is another field, and another filter. */
static int64_t linked_id(struct ctx *c, const char *value)
{
	const struct record *to = NULL;
	for (int i = 0; kinds[i] && !to; i++)
		to = record_find(c, kinds[i], value);
	return to ? to->id : -1;
}

bool list_filter(struct ctx *c, struct list_query *l, const char *name, const char *value)
{
	const struct field *f = l->kind->fields;
	while (f->name && !(f->filter && strcmp(f->name, name) == 0))
		f++;
	bool hidden = (c->who.role == CONTACT && !f->portal) || (c->who.role == MEMBER && f->leads);
	if (!f->name || hidden)
		return false;
	/* Each once and in the order of the fields: few statements for all callers. */
	int at = l->nfilters;
	for (; at > 0 && l->filter[at - 1].field >= f; at--) {
		if (l->filter[at - 1].field == f)
			return false;
		l->filter[at] = l->filter[at - 1];
	}
	l->filter[at].field = f;
	l->filter[at].i = 0;
	l->filter[at].t = value;
	if (f->type == FT_ref) {
		const struct record *to = record_find(c, f->to, value);
		l->filter[at].i = to ? to->id : -1; /* nothing of an unknown one */
	} else if (f->type == FT_link) {
		l->filter[at].i = linked_id(c, value) * LINK_KINDS;
	} else if (f->type == FT_choice && !choice_number(f->choices, value)) {
		return false;
	} else if (f->type == FT_flag) {
		l->filter[at].i = strcmp(value, "1") == 0 || strcmp(value, "true") == 0;
	}
	l->nfilters++;
	return true;
}

/* $1 is where it goes on, $2 how many; a contact's $3 is their client. */
static struct sql *list_statement_make(const struct list_query *l, bool contact)
{
	const struct kind *k = l->kind;
	struct buf b = {.max = 64 << 10};
	buf_printf(&b, "%sWHERE id > $1", store_of(k)->select);
	if (contact)
		buf_printf(&b, " AND %s = $3", k->is_client ? "id" : "client_id");
	if (contact && k->portal_rows)
		buf_printf(&b, " AND (%s)", k->portal_rows);
	for (int i = 0, n = 3 + contact; i < l->nfilters; i++, n++) {
		const char *name = column_of(l->filter[i].field);
		if (l->filter[i].field->type == FT_link) /* to that id, of whatever kind */
			buf_printf(&b, " AND %s >= $%d AND %s < CAST($%d AS BIGINT) + %d", name, n, name, n,
			    LINK_KINDS);
		else
			buf_printf(&b, " AND %s = $%d", name, n);
	}
	buf_puts(&b, " ORDER BY id LIMIT $2");
	struct sql *s = calloc(1, sizeof *s);
	if (!s || b.failed || !(s->text = strdup(b.p)))
		abort();
	s->name = "list";
	buf_free(&b);
	return s;
}

/* One for each kind, reader and set of filters, kept once for all: there are no more,
 * whatever is asked. */
static const struct sql *list_statement(const struct list_query *l, bool contact)
{
	static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
	static struct sql *kept[LINK_KINDS][2][1 << LIST_FILTERS_MAX];
	unsigned set = 0, bit = 1;
	for (const struct field *f = l->kind->fields; f->name; f++) {
		for (int i = 0; i < l->nfilters; i++)
			set |= l->filter[i].field == f ? bit : 0;
		bit <<= f->filter;
	}
	struct sql **at = &kept[l->kind->number][contact][set];
	pthread_mutex_lock(&lock);
	if (!*at)
		*at = list_statement_make(l, contact);
	pthread_mutex_unlock(&lock);
	return *at;
}

static struct db_query *list_page(struct ctx *c, const struct list_query *l, int64_t after, int64_t limit)
{
	union db_value v[3 + LIST_FILTERS_MAX] = {{.i = after}, {.i = limit}, {.i = c->who.client_id}};
	char types[sizeof v / sizeof v[0] + 1] = "iii";
	bool contact = c->who.role == CONTACT;
	for (int i = 0, n = 2 + contact; i < l->nfilters; i++, n++) {
		const struct field *f = l->filter[i].field;
		bool text = field_is_text(f) || f->type == FT_choice;
		types[n] = text ? 't' : 'i';
		if (text)
			v[n].t = l->filter[i].t;
		else
			v[n].i = l->filter[i].i;
	}
	types[2 + contact + l->nfilters] = 0;
	return db_query_values(c->db, list_statement(l, contact), types, v);
}

#define HIDDEN_STEP 200 /* rows read at once where some may be hidden */

void list_each(struct ctx *c, const struct list_query *l,
    void (*visit)(struct ctx *, const struct kind *, const void *rec, void *user), void *user,
    int64_t *ret_next)
{
	bool hides = c->who.role == CONTACT || l->kind->staff;
	int64_t after = l->after, last = 0, shown = 0, read, step = (hides ? HIDDEN_STEP : l->limit) + 1;
	*ret_next = 0;
	do { /* the page is filled past what is hidden */
		read = 0;
		struct db_query *q = list_page(c, l, after, step);
		const struct record *rec;
		while ((rec = record_next(c, l->kind, q))) {
			read++;
			if (!record_visible(c, l->kind, rec)) {
				after = rec->id;
			} else if (shown == l->limit) {
				*ret_next = last; /* not what is hidden behind it */
				db_done(q);
				break;
			} else {
				visit(c, l->kind, rec, user);
				after = last = rec->id;
				shown++;
			}
		}
	} while (read == step && *ret_next == 0);
}

static void list_one(struct ctx *c, const struct kind *k, const void *rec, void *out)
{
	write_json(c, k, rec, false, out);
}

void list_json(struct ctx *c, const struct list_query *l, struct jw *out, int64_t *ret_next)
{
	jw_array(out);
	list_each(c, l, list_one, out, ret_next);
	jw_end_array(out);
}
