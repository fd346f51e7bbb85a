/* Any text as a telephone number, as names, and as words to find: what is dialled has
 * digits, what is kept of a name is kept again. */
#include "base/phone.h"
#include "base/text.h"
#include "base/words.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct arena *a = arena_new();
	const char *text = arena_strndup(a, (const char *)bytes, n), *dialled = phone_dialled(a, text);
	const char *key = text_name_key(a, text), *words = words_indexed(a, text);
	struct words w;

	if (dialled && strspn(dialled, "+0123456789,") != strlen(dialled))
		abort();
	if (text_is_sound(text, strlen(text)) && strcmp(text_name_key(a, key), key) != 0)
		abort();
	while (words && (text = words_next(a, text, &w)))
		if (w.n < 1 || w.n > WORDS_PARTS_MAX)
			abort();
	arena_free(a);
	return 0;
}
