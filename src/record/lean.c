/* Leanings: what changes is noted with whoever leans on it, and their clocks are
 * written once, when all that an act changes has changed. */
#include "record/store.h"

#include <stdlib.h>
#include <string.h>

/* kind NULL: the running clocks of that client. */
struct pending {
	struct pending *next;
	const struct kind *kind;
	int64_t id;
	bool fresh; /* a new record: it has no stored clocks yet */
};

static void wait_for(struct ctx *c, const struct kind *k, int64_t id, bool fresh)
{
	if (id <= 0 || (k && !k->clocks))
		return;
	for (const struct pending *p = c->pending; p; p = p->next)
		if (p->kind == k && p->id == id)
			return;
	struct pending *p = ARENA_NEW(c->arena, struct pending);
	*p = (struct pending){c->pending, k, id, fresh};
	c->pending = p;
}

void clocks_wait(struct ctx *c, const struct kind *k, int64_t id)
{
	wait_for(c, k, id, false);
}

void act_begins(struct ctx *c)
{
	c->acting++;
}

void act_ends(struct ctx *c)
{
	if (--c->acting > 0)
		return;
	const struct pending *all = c->pending;
	c->pending = NULL;
	for (const struct pending *p = all; p; p = p->next) {
		const void *rec = p->kind ? record_get(c, p->kind, p->id) : NULL;
		if (rec)
			clocks_write(c, p->kind, rec, p->fresh);
	}
	for (const struct pending *p = all; p; p = p->next)
		if (!p->kind)
			clocks_refresh_running(c, p->id);
}

/* ---- whom a change concerns ------------------------------------------------ */

#define WORDS " "

/* The field that a word begins with: "source", "source.about_id"; NULL: none. */
static const struct field *field_of(const struct kind *k, const char *word)
{
	size_t n = strcspn(word, ". ");
	for (const struct field *f = k->fields; f->name; f++)
		if (strncmp(f->name, word, n) == 0 && f->name[n] == 0)
			return f;
	return NULL;
}

static const char *word_after(const char *word)
{
	word += strcspn(word, WORDS);
	return word + strspn(word, WORDS);
}

static bool is_word(const char *word, const char *one)
{
	size_t n = strlen(one);
	return strncmp(word, one, n) == 0 && strcspn(word, WORDS) == n;
}

static bool is_itself(const char *word)
{
	return is_word(word, "id") || is_word(word, "link");
}

static bool differs(const struct kind *k, const char *words, const void *one, const void *other)
{
	for (const char *w = words; *w; w = word_after(w)) {
		const struct field *f = field_of(k, w);
		if (f && !field_same(f, one, other))
			return true;
	}
	return false;
}

static void follow(
    struct ctx *c, const struct kind *mine, const struct kind *k, const void *rec, const char *path);

/* One record that a field leads to: mine, or on the way to mine. */
static void step(struct ctx *c, const struct kind *mine, const struct kind *to, int64_t id, const char *path)
{
	const char *rest = strchr(path, '.');
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
	if (f->type == FT_refs) {
		json_t *ids = json_of(field_text(f, rec));
		for (size_t i = 0; i < json_array_size(ids); i++)
			step(c, mine, f->to, json_integer_value(json_array_get(ids, i)), path);
		json_decref(ids);
	} else if (f->type == FT_link) {
		step(c, mine, link_kind(field_int(f, rec)), link_id(field_int(f, rec)), path);
	} else {
		step(c, mine, f->to, field_int(f, rec), path);
	}
}

#define VALUES_MAX 8

static char value_of(
    struct ctx *c, const struct kind *k, const void *rec, const char *word, union db_value *ret)
{
	const struct field *f = field_of(k, word);
	int64_t id = ((const struct record *)rec)->id;
	if (f && f->type == FT_choice)
		ret->t = choice_name(c->arena, f->choices, field_int(f, rec));
	else if (f && field_is_text(f))
		ret->t = field_text(f, rec);
	else
		ret->i = f ? field_int(f, rec) : is_word(word, "id") ? id : link_to(k, id);
	return f && (f->type == FT_choice || field_is_text(f)) ? 't' : 'i';
}

static void find(struct ctx *c, const struct kind *mine, const struct leaning *l, const void *rec)
{
	union db_value v[VALUES_MAX];
	char types[VALUES_MAX + 1] = "";
	int n = 0;
	for (const char *w = l->by ? l->by : ""; *w && n < VALUES_MAX; w = word_after(w), n++)
		types[n] = value_of(c, l->on, rec, w, &v[n]);
	const int64_t *ids;
	int found = ids_found(c, db_query_values(c->db, l->found, types, v), &ids);
	for (int i = 0; i < found; i++)
		wait_for(c, mine, ids[i], false);
}

static void concern(struct ctx *c, const struct kind *mine, const struct leaning *l, const void *rec)
{
	if (l->found)
		find(c, mine, l, rec);
	else
		follow(c, mine, l->on, rec, l->by);
}

/* A record that is made or removed changes from or to an empty one. */
static void lean(struct ctx *c, const struct kind *mine, const struct leaning *l, const void *before,
    const void *rec, const void *empty)
{
	bool stays = before && rec, other = stays && l->by && differs(l->on, l->by, before, rec);
	if (!other && !differs(l->on, l->when, before ? before : empty, rec ? rec : empty))
		return;
	if (!stays && l->by && is_itself(l->by))
		return;
	if (rec)
		concern(c, mine, l, rec);
	if (before && (!rec || other))
		concern(c, mine, l, before);
}

static int64_t in_charge_of(const struct kind *k, const void *rec)
{
	return *(const int64_t *)((const char *)rec + k->in_charge);
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
	if (k->in_charge && before && rec && in_charge_of(k, before) != in_charge_of(k, rec))
		wait_for(c, NULL, record_client(k, rec), false);
}
