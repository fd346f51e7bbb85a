/* The rows of the derived reads: each is told apart from the others, and its
 * address says what it is of. */
#include "tap.h"

#include "base/asset.h"
#include "base/lang.h"
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

static bool has_template(const char *name)
{
	char file[100];
	snprintf(file, sizeof file, "templates/%s.html", name);
	return asset_find(file) != NULL;
}

TEST(pages)
{
	for (const struct read *read = reads; read->path; read++) {
		if (!read->page)
			continue;
		ok(read->title && tr(LANG_FR, read->title) != read->title, read->title);
		ok(has_template(read->template), read->template);
		is_int(
		    strstr(read->page, "{id}") != NULL, read->of != NULL, "is of a record when the read is");
	}
}

TEST_MAIN()
