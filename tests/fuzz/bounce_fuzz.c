/* Any bytes as what a mail server reports: an answer on one line of plain letters,
 * or none. */
#include "mail/bounce.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "mail/compose.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

static void judge(const char *text, size_t max)
{
	for (const char *s = text; s && *s; s++)
		if ((unsigned char)*s < ' ' || (unsigned char)*s >= 0x7f || (size_t)(s - text) >= max)
			abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	static bool ready;
	if (!ready)
		compose_init();
	ready = true;
	struct arena *a = arena_new();
	struct bounce b;
	bool came_back = bounce_read(a, (const char *)bytes, n, &b);
	if (!came_back && (b.failed || b.message))
		abort();
	judge(b.why, 200);
	judge(b.message, n);
	judge(b.address, n);
	arena_free(a);
	return 0;
}
