/* Leanings: what changes waits with whoever leans on it, and their clocks are
 * written once, when all that an act changes has changed. */
#include "record/store.h"

#include <stdlib.h>
#include <string.h>

struct pending {
	struct pending *next;
	int64_t link; /* to the record; of no kind: the running clocks of that client */
	bool fresh;   /* a new record: it has no stored clocks yet */
};

static void wait_for(struct ctx *c, const struct kind *k, int64_t id, bool fresh)
{
	if (id <= 0 || (k && !k->clocks))
		return;
	struct pending *p = ARENA_NEW(c->arena, struct pending);
	*p = (struct pending){c->pending, k ? link_to(k, id) : id * LINK_KINDS, fresh};
	c->pending = p;
}

void clocks_wait(struct ctx *c, const struct kind *k, int64_t id)
{
	wait_for(c, k, id, false);
}

/* Of one that waits more than once, as a new one first. */
static int by_link(const void *a, const void *b)
{
	const struct pending *one = a, *other = b;
	if (one->link != other->link)
		return one->link < other->link ? -1 : 1;
	return other->fresh - one->fresh;
}

void clocks_settle(struct ctx *c)
{
	int n = 0;
	for (const struct pending *p = c->pending; p; p = p->next)
		n++;
	struct pending *all = ARENA_ARRAY(c->arena, struct pending, n + 1);
	for (n = 0; c->pending; c->pending = c->pending->next)
		all[n++] = *c->pending;
	qsort(all, (size_t)n, sizeof *all, by_link);
	for (int i = 0; i < n; i++) {
		const struct kind *k = link_kind(all[i].link);
		int64_t id = link_id(all[i].link);
		bool again = i > 0 && all[i].link == all[i - 1].link;
		const void *rec = k && !again ? record_get(c, k, id) : NULL;
		if (rec)
			clocks_write(c, k, rec, all[i].fresh);
		else if (!k && !again)
			clocks_renew_client(c, id);
	}
}

/* ---- words: "due state", "source.about_id", "id" ------------------------------ */

static const char *word_after(const char *word)
{
	word += strcspn(word, " ");
	return word + strspn(word, " ");
}

/* The field that a word begins with; NULL: none, so it is the record itself. */
static const struct field *field_of(const struct kind *k, const char *word)
{
	size_t n = strcspn(word, ". ");
	for (const struct field *f = k->fields; f->name; f++)
		if (strncmp(f->name, word, n) == 0 && f->name[n] == 0)
			return f;
	return NULL;
}

static bool differs(const struct kind *k, const char *words, const void *one, const void *other)
{
	for (const char *w = words; w && *w; w = word_after(w)) {
		const struct field *f = field_of(k, w);
		if (f && !field_same(f, one, other))
			return true;
	}
	return false;
}

/* ---- whom a change concerns ---------------------------------------------------- */

static void follow(
    struct ctx *c, const struct kind *mine, const struct kind *k, const void *rec, const char *path);

/* What a field leads to is mine, or leads on to mine. */
static void arrive(
    struct ctx *c, const struct kind *mine, const struct kind *to, int64_t id, const char *rest)
{
	const void *rec = rest && to && field_of(to, rest + 1) ? record_get(c, to, id) : NULL;
	if (rec)
		follow(c, mine, to, rec, rest + 1);
	else if (!rest && to == mine)
		wait_for(c, mine, id, false);
}

static void follow(
    struct ctx *c, const struct kind *mine, const struct kind *k, const void *rec, const char *path)
{
	const struct field *f = field_of(k, path);
	const char *rest = strchr(path, '.');
	if (f->type != FT_refs) {
		int64_t v = field_int(f, rec);
		bool link = f->type == FT_link;
		arrive(c, mine, link ? link_kind(v) : f->to, link ? link_id(v) : v, rest);
		return;
	}
	json_t *ids = json_of(c->arena, field_text(f, rec));
	for (size_t i = 0; i < json_array_size(ids); i++)
		arrive(c, mine, f->to, json_integer_value(json_array_get(ids, i)), rest);
}

static char value_of(const struct kind *k, const void *rec, const char *word, union db_value *ret)
{
	const struct field *f = field_of(k, word);
	int64_t id = ((const struct record *)rec)->id;
	bool choice = f && f->type == FT_choice;
	if (choice || (f && field_is_text(f))) {
		ret->t = choice ? choice_name(f->choices, field_int(f, rec)) : field_text(f, rec);
		return 't';
	}
	ret->i = f ? field_int(f, rec) : *word == 'l' ? link_to(k, id) : id;
	return 'i';
}

static void concern(struct ctx *c, const struct kind *mine, const struct leaning *l, const void *rec)
{
	if (l->by && !l->found) {
		follow(c, mine, l->on, rec, l->by);
		return;
	}
	union db_value v[LEANING_VALUES_MAX];
	char types[LEANING_VALUES_MAX + 1] = "";
	int n = 0;
	for (const char *w = l->by; w && *w; w = word_after(w), n++)
		types[n] = value_of(l->on, rec, w, &v[n]);
	const int64_t *ids;
	n = ids_found(c, db_query_values(c->db, l->found, types, v), &ids);
	for (int i = 0; i < n; i++)
		wait_for(c, mine, ids[i], false);
}

/* A record that is made or removed changes from or to an empty one, and nothing
 * names it. */
static void lean(struct ctx *c, const struct kind *mine, const struct leaning *l, const void *before,
    const void *rec, const void *empty)
{
	bool stays = before && rec, moves = stays && differs(l->on, l->by, before, rec);
	if (!moves && !differs(l->on, l->when, before ? before : empty, rec ? rec : empty))
		return;
	if (!stays && l->by && !field_of(l->on, l->by))
		return;
	if (rec)
		concern(c, mine, l, rec);
	if (before && (moves || !rec))
		concern(c, mine, l, before);
}

void clocks_concern(struct ctx *c, const struct kind *k, const void *before, const void *rec)
{
	const void *empty = before && rec ? NULL : record_new(c, k);
	if (rec)
		wait_for(c, k, ((const struct record *)rec)->id, !before);
	for (int i = 0; kinds[i]; i++)
		for (const struct leaning *l = kinds[i]->leans; l && l->on; l++)
			if (l->on == k)
				lean(c, kinds[i], l, before, rec, empty);
	if (k->in_charge && before && rec &&
	    memcmp((const char *)before + k->in_charge, (const char *)rec + k->in_charge, sizeof(int64_t)) !=
		0)
		wait_for(c, NULL, record_client(k, rec), false);
}
