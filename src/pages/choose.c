/* Which client it is about. */
#include "pages/choose.h"

#include <string.h>

#include "base/text.h"

#define FOUND_MAX 20
#define RECENT_MAX 8

#define INSIDE_LEAST 4 /* bytes: of fewer too many names have them somewhere */

/* The whole name first, then names with that word, then those that have it inside. */
SQL(clients_found,
    "SELECT id, name, name_key FROM client WHERE state <> 'archived' AND " NAME_FOUND
    " ORDER BY CASE WHEN name = $3 THEN 0 WHEN name_key = $4 THEN 1 WHEN ' ' || name_key LIKE $1 THEN 2 "
    "ELSE 3 END, name_key, id LIMIT 21");
SQL(clients_lately, "SELECT c.id, c.name FROM exchange x JOIN client c ON c.id = x.client_id "
		    "WHERE c.state <> 'archived' ORDER BY x.id DESC LIMIT 60");

static const char *url_with(struct req *r, const char *page, int64_t client)
{
	return arena_printf(r->c->arena, "%s?client_id=%lld", page, (long long)client);
}

static void link_add(struct req *r, struct view *list, const char *page, int64_t id, const char *name)
{
	struct view *one = view_add(list);
	view_text(one, "text", name);
	view_text(one, "url", url_with(r, page, id));
}

/* Those spoken with last, one touch away. */
static void lately_view(struct req *r, struct view *v, const char *page)
{
	struct view *list = view_list(v, "lately");
	struct db_query *q = db_query(r->c->db, &clients_lately, "");
	int64_t id, seen[RECENT_MAX];
	const char *name;
	int n = 0;
	while (db_row(q, "it", &id, &name)) {
		bool there = n == RECENT_MAX;
		for (int i = 0; i < n && !there; i++)
			there = seen[i] == id;
		if (there)
			continue;
		seen[n++] = id;
		link_add(r, list, page, id, name);
	}
}

/* A pattern for what stands anywhere, whatever it means to LIKE. */
static const char *anywhere(struct arena *a, const char *text)
{
	struct buf b = {.max = 4096};
	buf_puts(&b, "%");
	for (const char *s = text; *s; s++)
		buf_printf(&b, "%s%c", strchr("!%_", *s) ? "!" : "", *s);
	buf_puts(&b, "%");
	return buf_take(&b, a, "");
}

static const char *without_blanks(struct arena *a, const char *folded)
{
	char *kept = arena_strdup(a, folded), *end = kept;
	for (const char *s = folded; *s; s++)
		if (*s != ' ')
			*end++ = *s;
	*end = '\0';
	return kept;
}

struct name_sought name_sought(struct arena *a, const char *typed)
{
	if (!typed || !*text_trim(a, typed))
		return (struct name_sought){"%", ""};
	const char *folded = text_fold(a, typed), *one = without_blanks(a, folded);
	if (!*folded) /* "★" */
		return (struct name_sought){"", anywhere(a, text_trim(a, typed))};
	return (struct name_sought){
	    arena_printf(a, "%% %s%%", folded), strlen(one) >= INSIDE_LEAST ? anywhere(a, one) : ""};
}

/* The one whose name was typed, be it only as folding tells names apart; 0: several are
 * shown, or nobody. */
static int64_t find_named(struct req *r, struct view *v, const char *typed, const char *page)
{
	struct arena *a = r->c->arena;
	const char *folded = text_fold(a, typed), *same = text_name_key(a, typed), *name, *key;
	struct name_sought sought = name_sought(a, typed);
	struct view *list = view_list(v, "found");
	struct db_query *q =
	    db_query(r->c->db, &clients_found, "tttt", sought.words, sought.inside, typed, folded);
	int64_t id, exact = 0, alike = 0;
	int n = 0, exacts = 0, alikes = 0;
	while (db_row(q, "itt", &id, &name, &key)) {
		if (strcmp(text_name_key(a, name), same) == 0 && !exacts++)
			exact = id;
		if (*key && strcmp(key, folded) == 0 && !alikes++)
			alike = id;
		if (n++ < FOUND_MAX)
			link_add(r, list, page, id, name);
	}
	view_flag(v, "many", n > FOUND_MAX);
	return exacts == 1 ? exact : exacts == 0 && alikes == 1 ? alike : 0;
}

static void choose_view(struct req *r, struct view *v, const char *page, const char *typed)
{
	view_text(v, "page", page);
	view_text(v, "typed", typed);
	clients_view(r, v, "clients");
	if (typed)
		view_text(v, "next", arena_printf(r->c->arena, "%s?client_id={id}", page));
	else
		lately_view(r, v, page);
}

const struct client *client_chosen(struct req *r, struct view *v, const char *page)
{
	const char *asked = query_value(r, "client_id"), *typed = query_value(r, "client");
	const struct client *k = asked ? record_find(r->c, &client_kind, asked) : NULL;
	typed = typed && *text_trim(r->c->arena, typed) ? text_trim(r->c->arena, typed) : NULL;
	struct view *choose = k ? NULL : view_map(v, "choose");
	if (choose && typed)
		k = GET(r->c, client, find_named(r, choose, typed, page));
	if (!k) {
		choose_view(r, choose, page, typed);
		return NULL;
	}
	if (choose)
		view_flag(v, "choose", false);
	view_int(v, "client_id", k->r.id);
	view_text(v, "client_name", k->name);
	return k;
}
