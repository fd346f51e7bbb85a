/* A growing byte buffer with a limit and a sticky error: append freely, look
 * at `failed` once at the end.  Always NUL-terminated when not failed. */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

struct buf {      /* an empty one: {.max = …} */
	char *p;  /* NULL until the first byte */
	size_t n; /* bytes used, the closing NUL not counted */
	size_t cap;
	size_t max; /* appending past it sets `failed` and changes nothing more */
	bool failed;
};

void buf_free(struct buf *b);
void buf_clear(struct buf *b); /* keeps the memory */
/* Its text in the arena, `otherwise` when it failed or is empty; the buffer goes. */
const char *buf_take(struct buf *b, struct arena *a, const char *otherwise);

void buf_add(struct buf *b, const void *p, size_t n);
void buf_puts(struct buf *b, const char *s);
void buf_char(struct buf *b, char c);
void buf_int(struct buf *b, int64_t v);
void buf_printf(struct buf *b, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Appends s with & < > " ' made harmless in HTML text and quoted attributes. */
void buf_html(struct buf *b, const char *s, size_t n);

/* Appends s as it stands between the quotes of a JSON string. */
void buf_json(struct buf *b, const char *s, size_t n);

#endif
