/* What a page shows, as a tree of named values that a template reads.  Built in
 * an arena; keys are string literals (never copied), texts are not copied. */
#ifndef WEB_VIEW_H
#define WEB_VIEW_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

struct view; /* a map of names to texts, numbers, flags, maps and lists */

struct view *view_new(struct arena *a);
void view_text(struct view *v, const char *key, const char *text); /* NULL or "" is false in a section */
void view_int(struct view *v, const char *key, int64_t n);         /* 0 is true in a section: use a flag */
void view_flag(struct view *v, const char *key, bool on);
void view_safe(struct view *v, const char *key, const char *html); /* already HTML: only icons and Markdown */
struct view *view_map(struct view *v, const char *key);            /* a map inside */
struct view *view_list(struct view *v, const char *key);           /* an empty list: false in a section */
struct view *view_add(struct view *list);                          /* a map at the list's end */
void view_add_text(struct view *list, const char *text);           /* shown with {{.}} */

#endif
