/* What a sound request head is: a pure look at its bytes, stricter than
 * evhttp's.  Nothing here knows of sockets, so all of it is tested on text. */
#ifndef WEB_HEAD_H
#define WEB_HEAD_H

#include <stdbool.h>
#include <stddef.h>

#define HEAD_MAX 16384     /* bytes, the empty line included */
#define HEAD_LINES_MAX 100 /* without the request line */
#define HEAD_MORE (-1)     /* nothing wrong so far, but it is not whole */

struct head {
	size_t size;   /* up to and with the empty line */
	size_t length; /* of the body that follows, when it is not chunked */
	bool chunked;

	size_t body_max;       /* what the limit says */
	size_t coding, expect; /* where the line of each begins; 0: there is none */

	/* What one line says and only the whole head can judge. */
	bool is_head, is_old, has_host, has_length; /* old: HTTP/1.0 */
};

/* How large a body may be there; query: raw, what stands behind "?". */
typedef size_t body_limit(const char *path, const char *query, size_t query_n);

/* Reads the head at the front of p.  Returns 0 when it is whole and sound,
 * HEAD_MORE, or the status to refuse it with; *ret is set only with 0. */
int head_read(const char *p, size_t n, body_limit *limit, struct head *ret);

/* Splits a request target, "/path?query" or "http://host/path?query".  The path
 * is percent-decoded into `path` (room for n + 1) and is sound UTF-8 without
 * control characters; the query is raw and points into the target.  NULL when
 * there is no such path, else the query, "" when none. */
const char *head_target(const char *target, size_t n, char *path);

#endif
