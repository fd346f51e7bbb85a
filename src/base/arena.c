/* The arena: blocks that double in size, filled from the front.
 *
 * Under AddressSanitizer every allocation is a block of its own, so that
 * writing past one is seen. */
#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#if defined(__SANITIZE_ADDRESS__)
#define EACH_ALONE 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define EACH_ALONE 1
#endif
#endif
#ifndef EACH_ALONE
#define EACH_ALONE 0
#endif

#define BLOCK_FIRST (64 * 1024)
#define BLOCK_LAST (256 * 1024) /* also what a reset may keep */
#define ALONE_FROM (16 * 1024)

struct block {
	struct block *next;
	size_t size, used;
	alignas(max_align_t) unsigned char bytes[];
};

struct later {
	struct later *next;
	void (*let_go)(void *);
	void *what;
};

struct arena {
	struct block *filling; /* and before it the full ones */
	struct block *alone;   /* large allocations, one each */
	struct later *later;   /* in the arena itself */
};

static void *memory_or_end(void *p)
{
	if (p)
		return p;
	fputs("Entente ends here: this machine has no memory left.\n", stderr);
	abort();
}

static struct block *block_push(struct block **list, size_t size)
{
	struct block *b = size < SIZE_MAX - sizeof *b ? malloc(sizeof *b + size) : NULL;
	b = memory_or_end(b);
	b->next = *list;
	b->size = size;
	b->used = 0;
	return *list = b;
}

static void blocks_free(struct block *b)
{
	while (b) {
		struct block *next = b->next;
		free(b);
		b = next;
	}
}

static void *block_take(struct block *b, size_t n)
{
	void *p = b->bytes + b->used;
	b->used += n;
	return memset(p, 0, n);
}

void arena_later(struct arena *a, void (*let_go)(void *what), void *what)
{
	struct later *l = ARENA_NEW(a, struct later);
	*l = (struct later){a->later, let_go, what};
	a->later = l;
}

static void let_go_of_all(struct arena *a)
{
	for (struct later *l = a->later; l; l = l->next)
		l->let_go(l->what);
	a->later = NULL;
}

struct arena *arena_new(void)
{
	return memory_or_end(calloc(1, sizeof(struct arena)));
}

void arena_free(struct arena *a)
{
	if (!a)
		return;
	let_go_of_all(a);
	blocks_free(a->filling);
	blocks_free(a->alone);
	free(a);
}

void arena_reset(struct arena *a)
{
	let_go_of_all(a);
	blocks_free(a->alone);
	a->alone = NULL;
	if (!a->filling)
		return;
	blocks_free(a->filling->next);
	a->filling->next = NULL;
	a->filling->used = 0;
}

void *arena_alloc(struct arena *a, size_t n)
{
	if (EACH_ALONE || n >= ALONE_FROM)
		return block_take(block_push(&a->alone, n), n);

	size_t room = (n + alignof(max_align_t) - 1) / alignof(max_align_t) * alignof(max_align_t);
	struct block *b = a->filling;
	if (!b)
		b = block_push(&a->filling, BLOCK_FIRST);
	else if (room > b->size - b->used)
		b = block_push(&a->filling, b->size < BLOCK_LAST ? b->size * 2 : BLOCK_LAST);
	return block_take(b, room);
}

void *arena_array(struct arena *a, size_t count, size_t size)
{
	size_t n;
	if (__builtin_mul_overflow(count, size, &n))
		n = SIZE_MAX;
	return arena_alloc(a, n);
}

void *arena_grown(struct arena *a, void *array, int n, size_t size)
{
	enum { FIRST = 8 }; /* then powers of two: how many it holds says how many fit */
	if (array && (n < FIRST || (n & (n - 1)) != 0))
		return array;
	void *longer = arena_array(a, n < FIRST ? FIRST : 2 * (size_t)n, size);
	if (array)
		memcpy(longer, array, (size_t)n * size);
	return longer;
}

char *arena_strdup(struct arena *a, const char *s)
{
	return s ? arena_strndup(a, s, strlen(s)) : NULL;
}

char *arena_strndup(struct arena *a, const char *s, size_t n)
{
	char *copy = arena_alloc(a, n < SIZE_MAX ? n + 1 : n);
	if (n)
		memcpy(copy, s, n);
	return copy;
}

char *arena_printf(struct arena *a, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	char *s = arena_vprintf(a, format, args);
	va_end(args);
	return s;
}

char *arena_vprintf(struct arena *a, const char *format, va_list args)
{
	char shortly[512]; /* most texts fit, and are then formatted only once */
	va_list again;
	va_copy(again, args);
	int n = vsnprintf(shortly, sizeof shortly, format, args);
	char *s;
	if (n < (int)sizeof shortly) {
		s = arena_strndup(a, shortly, n > 0 ? (size_t)n : 0);
	} else {
		s = arena_alloc(a, (size_t)n + 1);
		vsnprintf(s, (size_t)n + 1, format, again);
	}
	va_end(again);
	return s;
}
