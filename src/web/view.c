/* The tree behind a page: chains of values in an arena.  A map is short, so a
 * name is found by walking it. */
#include "web/view.h"

#include <string.h>

uint64_t view_tag(const char *key)
{
	uint64_t tag = 0;
	for (int i = 0; i < 8 && key[i]; i++)
		tag = tag << 8 | (unsigned char)key[i];
	return tag;
}

static struct view *view_put(struct view *v, const char *key, enum view_kind kind)
{
	struct view *new = ARENA_NEW(v->inside.arena, struct view);
	new->key = key;
	new->tag = key ? view_tag(key) : 0;
	new->kind = kind;
	if (kind == VIEW_MAP || kind == VIEW_LIST)
		new->inside.arena = v->inside.arena;
	if (v->kind == VIEW_MAP) { /* in front: the later value of a name is found first */
		new->next = v->inside.first;
		v->inside.first = new;
	} else if (v->inside.last) {
		v->inside.last = v->inside.last->next = new;
	} else {
		v->inside.last = v->inside.first = new;
	}
	return new;
}

struct view *view_new(struct arena *a)
{
	struct view *v = ARENA_NEW(a, struct view);
	v->inside.arena = a;
	return v;
}

void view_text(struct view *v, const char *key, const char *text)
{
	view_put(v, key, VIEW_TEXT)->text = text ? text : "";
}

void view_int(struct view *v, const char *key, int64_t n)
{
	view_put(v, key, VIEW_INT)->number = n;
}

void view_flag(struct view *v, const char *key, bool on)
{
	view_put(v, key, VIEW_FLAG)->flag = on;
}

void view_safe(struct view *v, const char *key, const char *html)
{
	view_put(v, key, VIEW_SAFE)->text = html ? html : "";
}

struct view *view_map(struct view *v, const char *key)
{
	return view_put(v, key, VIEW_MAP);
}

struct view *view_list(struct view *v, const char *key)
{
	return view_put(v, key, VIEW_LIST);
}

struct view *view_add(struct view *list)
{
	return view_put(list, NULL, VIEW_MAP);
}

void view_add_text(struct view *list, const char *text)
{
	view_put(list, NULL, VIEW_TEXT)->text = text ? text : "";
}

struct view *view_asked(struct view *v, const char *key,
    void (*give)(struct view *map, const char *name, const void *from), const void *from)
{
	struct view *map = view_map(v, key);
	map->inside.give = give;
	map->inside.from = from;
	return map;
}

/* Shorter names than eight letters are their tag. */
static bool is_all_of(uint64_t tag)
{
	return tag >> 56 == 0;
}

static const struct view *find(const struct view *map, const char *key, uint64_t tag)
{
	for (const struct view *v = map->inside.first; v; v = v->next)
		if (v->tag == tag && (is_all_of(tag) || strcmp(v->key, key) == 0))
			return v;
	return NULL;
}

/* "has_waiting", unless it was given: whether the list "waiting" has anything. */
static const struct view *has_any(const struct view *map, const char *key)
{
	static const struct view any = {.kind = VIEW_FLAG, .flag = true}, none = {.kind = VIEW_FLAG};
	if (strncmp(key, "has_", 4) != 0)
		return NULL;
	const struct view *list = find(map, key + 4, view_tag(key + 4));
	return !list || list->kind != VIEW_LIST ? NULL : view_is_true(list) ? &any : &none;
}

const struct view *view_get(const struct view *map, const char *key, uint64_t tag)
{
	if (map->kind != VIEW_MAP)
		return NULL;
	const struct view *found = find(map, key, tag);
	if (!found && map->inside.give) {
		map->inside.give((struct view *)map, key, map->inside.from); /* from now on it is there */
		found = find(map, key, tag);
	}
	return found ? found : has_any(map, key);
}

bool view_is_true(const struct view *v)
{
	switch (v->kind) {
	case VIEW_TEXT:
	case VIEW_SAFE:
		return v->text[0] != '\0';
	case VIEW_FLAG:
		return v->flag;
	case VIEW_LIST:
		return v->inside.first != NULL;
	case VIEW_MAP:
	case VIEW_INT:
		break;
	}
	return true;
}
