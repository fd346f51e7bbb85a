/* What was just done, in one sentence. */
#include "web/told.h"

#include <string.h>

#include "base/text.h"
#include "web/page.h"
#include "web/parts.h"

#define NAME_SHOWN 80 /* letters of what it was done to */

const char *untold(struct arena *a, const char *path)
{
	const char *at = strstr(path, "fait=");
	if (!at || (at[-1] != '?' && at[-1] != '&'))
		return path;
	const char *rest = at + strcspn(at, "&#");
	if (*rest == '&')
		rest++;
	else
		at--; /* the mark before it goes too */
	return arena_printf(a, "%.*s%s", (int)(at - path), path, rest);
}

const char *told_path(struct req *r, const char *path, const struct kind *k, const char *verb, int64_t id)
{
	struct arena *a = http_arena(r->x);
	if (!is_own_path(path))
		path = "/auj";
	path = untold(a, path);
	int n = (int)strcspn(path, "#");
	return arena_printf(a, "%.*s%cfait=%s.%s%s%s", n, path, memchr(path, '?', (size_t)n) ? '&' : '?',
	    k ? k->name : "", verb, id ? arena_printf(a, ":%lld", (long long)id) : "", path + n);
}

/* "promise.done:17", understood; false: it is nothing that is done here. */
struct told {
	const struct kind *kind; /* NULL: of no record */
	const char *verb;
	const void *rec; /* NULL: gone, or none */
};

static bool told_read(struct req *r, struct told *ret)
{
	const char *said = query_value(r, "fait");
	char *kind = said ? arena_strdup(r->c->arena, said) : NULL, *verb = kind ? strchr(kind, '.') : NULL;
	if (!verb)
		return false;
	*verb++ = 0;
	char *id = strchr(verb, ':');
	if (id)
		*id++ = 0;
	ret->kind = *kind ? kind_named(kind) : NULL;
	ret->verb = verb;
	ret->rec = ret->kind && id ? record_find(r->c, ret->kind, id) : NULL;
	return (ret->kind || !*kind) && (ret->rec || !id) && journal_says(ret->kind, verb);
}

static const char *undone_by(const struct told *t)
{
	const struct action *done = t->kind ? action_named(t->kind, t->verb) : NULL;
	return done ? done->undo : NULL;
}

/* An address says it again when the page is loaded anew, to whomever it is sent, and once
 * it was taken back; the journal knows whether it is so. */
static bool is_so(const struct req *r, const struct told *t)
{
	int64_t id = t->rec ? ((const struct record *)t->rec)->id : 0;
	return audit_just_did(
	    r->c, &(struct audit_line){.action = t->verb, .kind = t->kind, .id = id}, undone_by(t));
}

/* "Kept: “Send the plan”" */
static const char *sentence(struct req *r, const struct told *t)
{
	const struct action *a = t->kind ? action_named(t->kind, t->verb) : NULL;
	if (a && a->told)
		return tr(r->lang, a->told);
	const char *said = action_said(r, t->kind, t->verb);
	const char *name = t->rec ? record_about(r->c, t->kind, t->rec) : NULL;
	if (!name || !*name)
		return said;
	return phrase(r, N_("%s: “%s”"), said, text_short(r->c->arena, name, NAME_SHOWN));
}

static void undo_view(struct req *r, struct view *v, const struct told *t)
{
	bool made = t->rec && strcmp(t->verb, "create") == 0;
	const char *name = made ? t->kind->undo : t->rec ? undone_by(t) : NULL;
	const struct action *undo = name ? action_named(t->kind, name) : NULL;
	struct lack lacks[LACKS_MAX];
	if (!undo || !action_offered(r->c, t->kind, undo, t->rec) ||
	    guards_lacking(r->c, t->kind, name, t->rec, lacks))
		return;
	view_text(view_map(v, "undo"), "action",
	    arena_printf(r->c->arena, "/a/%s/%lld/%s", t->kind->plural,
		(long long)((const struct record *)t->rec)->id, undo->name));
}

void told_view(struct req *r, struct view *v)
{
	struct told t;
	if ((r->who.role != MEMBER && r->who.role != LEAD) || !told_read(r, &t) || !is_so(r, &t))
		return;
	view_text(v, "notice", sentence(r, &t));
	undo_view(r, v, &t);
}
