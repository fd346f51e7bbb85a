/* A body that comes in chunks, read as strictly as a head: sizes in plain digits, each
 * line ended as it has to be.  Extensions and what follows the last chunk are sound
 * text and then passed over.  Nothing here knows of sockets. */
#ifndef WEB_CHUNKS_H
#define WEB_CHUNKS_H

#include <stdbool.h>
#include <stddef.h>

#define CHUNKS_MORE (-1)       /* nothing wrong so far, but it is not whole */
#define CHUNKS_DATA (-2)       /* some of the body was read; there may be more */
#define CHUNKS_ASIDE_MAX 16384 /* bytes that are no data, all together */

struct chunks {
	size_t max; /* bytes the body may have; set by whoever begins */

	size_t total, left, aside; /* left: of the chunk under way */
	int at, digits;            /* chunks.c's own */
};

/* Reads on from *p, up to n bytes, and moves both.  Returns 0 when the body is whole,
 * CHUNKS_MORE, CHUNKS_DATA with what it is in *ret_data, or the status to refuse it with. */
int chunks_read(struct chunks *c, const char **p, size_t *n, const char **ret_data, size_t *ret_n);

#endif
