/* The journal: one line for every change, chained by SHA-256 so that a line
 * changed afterwards is found (model 8.3, E11).  It keeps dates, states, ids
 * and field names; of personal text only that it changed. */
#include "record/store.h"

#include <string.h>

SQL(last_audit, "SELECT id, hash FROM audit ORDER BY id DESC LIMIT 1");
SQL(add_audit, "INSERT INTO audit (id, at, who_id, rule, action, kind, record_id, field, old, new, reason, "
	       "prev_hash, hash) "
	       "VALUES ($1, $2, nullif($3, CAST(0 AS BIGINT)), $4, $5, $6, nullif($7, CAST(0 AS BIGINT)), "
	       "$8, $9, $10, $11, "
	       "$12, $13)");
SQL(last_of_mine, "SELECT coalesce(max(id), 0) FROM (SELECT id, at, action, kind, record_id FROM audit "
		  "WHERE who_id = $1 ORDER BY id DESC LIMIT 200) mine WHERE at > $2 AND action = $3 "
		  "AND (kind = $4 OR $4 = '') AND (record_id = $5 OR $5 = CAST(0 AS BIGINT))");
SQL(walk_audit, "SELECT id, at, who_id, rule, action, kind, record_id, field, old, new, reason, prev_hash, "
		"hash FROM audit "
		"WHERE id > $1 ORDER BY id LIMIT 1000");

#define JUST_SECONDS 600

struct line {
	int64_t id, at, who, record_id;
	const char *rule, *action, *kind, *field, *old, *new, *reason, *prev, *hash;
};

static const char *line_hash(struct arena *a, const struct line *l)
{
	struct buf b = {.max = 1 << 20};
	buf_puts(&b, l->prev);
	struct jw j = jw_to(&b);
	jw_array(&j);
	jw_int(&j, l->id);
	jw_int(&j, l->at);
	jw_int(&j, l->who);
	jw_text(&j, l->rule);
	jw_text(&j, l->action);
	jw_text(&j, l->kind);
	jw_int(&j, l->record_id);
	jw_text(&j, l->field);
	jw_text(&j, l->old);
	jw_text(&j, l->new);
	jw_text(&j, l->reason);
	jw_end_array(&j);
	const char *hash = secret_sha256(a, b.p, b.n);
	buf_free(&b);
	return hash;
}

void audit_add(struct ctx *c, const struct audit_line *line)
{
	struct line l = {.at = c->now,
	    .who = c->who.id,
	    .record_id = line->id,
	    .rule = c->rule,
	    .action = line->action,
	    .kind = line->kind ? line->kind->name : NULL,
	    .field = line->field,
	    .old = line->old_value,
	    .new = line->new_value,
	    .reason = line->reason,
	    .prev = ""};
	db_one(db_query(c->db, &last_audit, ""), "it", &l.id, &l.prev);
	l.id++;
	db_run(c->db, &add_audit,
	    "iiittti"
	    "tttttt",
	    l.id, l.at, l.who, l.rule, l.action, l.kind, l.record_id, l.field, l.old, l.new, l.reason, l.prev,
	    line_hash(c->arena, &l));
}

static int64_t last_of_mine_named(const struct ctx *c, const struct audit_line *line, const char *action)
{
	return db_int(c->db, &last_of_mine, 0, "iitti", c->who.id, c->now - JUST_SECONDS, action,
	    line->kind ? line->kind->name : "", line->id);
}

bool audit_just_did(const struct ctx *c, const struct audit_line *line, const char *undo)
{
	int64_t did = last_of_mine_named(c, line, line->action);
	return did > 0 && (!undo || last_of_mine_named(c, line, undo) < did);
}

/* What the journal says of a value; personal text is never repeated. */
static const char *value_said(struct ctx *c, const struct field *f, const void *rec)
{
	int64_t v = field_int(f, rec);
	switch (f->type) {
	case FT_link:
		return v ? arena_printf(c->arena, "%s:%lld", link_kind(v)->name, (long long)link_id(v))
			 : NULL;
	case FT_ref:
		return v ? arena_printf(c->arena, "%lld", (long long)v) : NULL;
	case FT_flag:
		return v ? "true" : "false";
	case FT_choice:
		return choice_name(f->choices, v);
	case FT_instant:
		return v ? instant_text(c->arena, &c->firm->calendar.zone, v) : NULL;
	case FT_date:
		return v ? day_text(c->arena, v) : NULL;
	case FT_number:
		return v != NO_NUMBER ? arena_printf(c->arena, "%lld", (long long)v) : NULL;
	case FT_refs:
		return field_text(f, rec);
	case FT_text:
	case FT_longtext:
	case FT_words:
	case FT_json:
	case FT_derived:
		break;
	}
	return NULL;
}

void audit_changes(
    struct ctx *c, const struct act *a, const struct kind *k, const void *before, const void *after)
{
	struct audit_line line = {
	    .action = a->name, .reason = a->reason, .kind = k, .id = ((const struct record *)after)->id};
	int lines = 0;
	for (const struct field *f = k->fields; f->name; f++) {
		/* What nobody reads only follows from what the action's name already says. */
		if (!field_is_stored(f) || f->secret || f->implied || field_same(f, before, after))
			continue;
		bool own = f->staff_if; /* its author's alone: only that it changed */
		line.field = f->name;
		line.old_value = own ? NULL : value_said(c, f, before);
		line.new_value = own ? NULL : value_said(c, f, after);
		audit_add(c, &line);
		lines++;
	}
	if (lines == 0 && k == a->kind && line.id == REC(a, record)->id)
		audit_add(c, &line); /* done, though nothing in the record itself changed */
}

int64_t audit_verify(struct db *db, struct arena *a, int64_t *ret_lines, const char **ret_head)
{
	struct line l = {0};
	char prev[65] = "";
	int64_t last = 0, lines = 0;
	struct arena *page = arena_new();
	for (bool more = true; more;) {
		db_set_arena(db, page);
		struct db_query *q = db_query(db, &walk_audit, "i", last);
		more = false;
		while (db_row(q, "iiitttitttttt", &l.id, &l.at, &l.who, &l.rule, &l.action, &l.kind,
		    &l.record_id, &l.field, &l.old, &l.new, &l.reason, &l.prev, &l.hash)) {
			more = true;
			bool follows = l.id == last + 1 && l.prev && l.hash && strcmp(l.prev, prev) == 0 &&
				       strcmp(l.hash, line_hash(page, &l)) == 0;
			last = l.id;
			lines++;
			if (!follows) {
				db_done(q);
				arena_free(page);
				db_set_arena(db, a);
				*ret_lines = lines;
				return last;
			}
			memcpy(prev, l.hash, sizeof prev);
		}
		arena_reset(page);
	}
	arena_free(page);
	db_set_arena(db, a);
	*ret_lines = lines;
	*ret_head = arena_strdup(a, prev);
	return 0;
}
