/* The rows of the derived reads: each is told apart from the others, and its
 * address says what it is of. */
#include "tap.h"

#include "record/kind.h"

static bool address_fits(const struct read *read)
{
	const char *after = strstr(read->path, "/{id}/");
	if (!read->of)
		return read->path[0] == '/' && !after;
	size_t n = strlen(read->of->plural);
	return after && (size_t)(after - read->path) == n + 1 &&
	       strncmp(read->path + 1, read->of->plural, n) == 0;
}

static int same(const struct read *one)
{
	int n = 0;
	for (const struct read *read = reads; read->path; read++)
		n += strcmp(read->path, one->path) == 0 || strcmp(read->name, one->name) == 0;
	return n;
}

TEST(rows)
{
	for (const struct read *read = reads; read->path; read++) {
		ok(address_fits(read), read->path);
		is_int(same(read), 1, "is one read");
		ok(read->json && (read->who & BY_LEAD), "answers, at least a lead");
	}
}

TEST_MAIN()
