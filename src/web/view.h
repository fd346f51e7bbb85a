/* What a page shows, as a tree of named values that a template reads.  Built in
 * an arena; keys are string literals (never copied), texts are not copied.  A
 * name given twice in a map keeps the later value. */
#ifndef WEB_VIEW_H
#define WEB_VIEW_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

struct view; /* a map of names to texts, numbers, flags, maps and lists */

struct view *view_new(struct arena *a);
void view_text(struct view *v, const char *key, const char *text); /* NULL or "" is false in a section */
void view_int(struct view *v, const char *key, int64_t n);         /* 0 is true in a section: use a flag */
void view_flag(struct view *v, const char *key, bool on);          /* shown as "true" or "false" */
void view_safe(struct view *v, const char *key, const char *html); /* already HTML: only icons and Markdown */
struct view *view_map(struct view *v, const char *key);            /* a map inside */
/* A list inside, empty at first; "has_KEY" beside it tells whether it is. */
struct view *view_list(struct view *v, const char *key);
struct view *view_add(struct view *list);                /* a map at the list's end */
void view_add_text(struct view *list, const char *text); /* shown with {{.}} */
/* A map whose values are made when a template first names them: `give` puts the
 * one of that name into it, or nothing. */
struct view *view_asked(struct view *v, const char *key,
    void (*give)(struct view *map, const char *name, const void *from), const void *from);

/* Reading, for template.c only; pages write. */

enum view_kind { VIEW_MAP, VIEW_LIST, VIEW_TEXT, VIEW_SAFE, VIEW_INT, VIEW_FLAG };

struct view {
	const char *key;   /* NULL in a list and at the root */
	uint64_t tag;      /* view_tag(key) */
	struct view *next; /* in the same map or list */
	enum view_kind kind;
	union {
		const char *text;
		int64_t number;
		bool flag;
		struct {
			struct view *first, *last;
			struct arena *arena;
			void (*give)(
			    struct view *map, const char *name, const void *from); /* NULL: all is there */
			const void *from;
		} inside;
	};
};

/* A name's first eight letters as a number: what most names are told apart by
 * without looking at their letters again. */
uint64_t view_tag(const char *key);
/* NULL when absent or no map; tag is view_tag(key). */
const struct view *view_get(const struct view *map, const char *key, uint64_t tag);
bool view_is_true(const struct view *v);

#endif
