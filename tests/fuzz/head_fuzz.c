/* Any bytes as a request: what is sound is so however it comes in, at once or byte by
 * byte, and no body is longer than it may be. */
#include "web/head.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "web/chunks.h"

#define BODY_MAX 4096

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

static size_t limit(const char *path, const char *query, size_t query_n)
{
	return strlen(path) + query_n > 0 && memchr(query, 'x', query_n) ? BODY_MAX / 2 : BODY_MAX;
}

/* `some` bytes at a time; how it ends, and how much of it was body. */
static int body_read(const char *p, size_t n, size_t some, size_t *ret_data, size_t *ret_used)
{
	struct chunks c = {.max = BODY_MAX};
	const char *at = p, *data;
	int status = CHUNKS_MORE;
	*ret_data = 0;
	while (status == CHUNKS_MORE && at < p + n) {
		size_t left = (size_t)(p + n - at), now = left < some ? left : some, data_n;
		while ((status = chunks_read(&c, &at, &now, &data, &data_n)) == CHUNKS_DATA)
			*ret_data += data_n;
	}
	*ret_used = (size_t)(at - p);
	return status;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	const char *p = (const char *)bytes;
	struct head head, again;
	size_t data[2], used[2];
	if (head_read(p, n, limit, &head) != 0)
		return 0;
	if (head.size > n || head.size > HEAD_MAX || head.length > head.body_max ||
	    (head.chunked && (head.length > 0 || head.coding == 0)))
		abort();
	for (size_t i = 0; i < head.size; i++)
		if (head_read(p, i, limit, &again) != HEAD_MORE)
			abort();
	if (!head.chunked)
		return 0;
	const char *body = p + head.size;
	int at_once = body_read(body, n - head.size, n, &data[0], &used[0]);
	int byte_by_byte = body_read(body, n - head.size, 1, &data[1], &used[1]);
	if (at_once != byte_by_byte || (at_once == 0 && (data[0] != data[1] || used[0] != used[1])) ||
	    data[0] > BODY_MAX)
		abort();
	return 0;
}
