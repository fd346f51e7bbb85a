/* Any bytes as what stands in a letter's link: refused, or the one spelling of
 * what they say. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/secret.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	static const struct secret_key key = {{7}};
	struct arena *a = arena_new();
	const char *name = arena_strndup(a, (const char *)bytes, n);
	struct pass p;
	if (pass_read(&key, name, &p) && strcmp(pass_name(a, &key, &p), name) != 0)
		abort();
	arena_free(a);
	return 0;
}
