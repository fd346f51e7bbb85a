/* Memory that lives as long as one request, one job or the process.
 *
 * Everything handed out is freed at once by arena_reset or arena_free; nothing
 * is freed singly.  Allocation never fails: out of memory ends the process
 * with a sentence (inputs are bounded, so this is a broken machine, not a
 * large request). */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

struct arena;

struct arena *arena_new(void);
void arena_free(struct arena *a); /* NULL is accepted */

/* Forgets everything but keeps one block, so that a request on a warm loop
 * allocates nothing from the system. */
void arena_reset(struct arena *a);

/* Zeroed, aligned for any type. */
void *arena_alloc(struct arena *a, size_t n);
void *arena_array(struct arena *a, size_t count, size_t size); /* a product too large ends the process */
/* Room for one more after the n things it holds: the same array, or when it is
 * full a copy twice as long.  NULL begins one. */
void *arena_grown(struct arena *a, void *array, int n, size_t size);
char *arena_strdup(struct arena *a, const char *s);            /* NULL gives NULL */
char *arena_strndup(struct arena *a, const char *s, size_t n); /* exactly n bytes and a NUL */
char *arena_printf(struct arena *a, const char *format, ...) __attribute__((format(printf, 2, 3)));
char *arena_vprintf(struct arena *a, const char *format, va_list args) __attribute__((format(printf, 2, 0)));

/* What comes from elsewhere and is let go of when the arena is reset or freed. */
void arena_later(struct arena *a, void (*let_go)(void *what), void *what);

#define ARENA_NEW(a, type) ((type *)arena_alloc((a), sizeof(type)))
#define ARENA_ARRAY(a, type, n) ((type *)arena_array((a), (size_t)(n), sizeof(type)))

#endif
