/* Any bytes as the notes of a talk: what was taken is not taken again, and every
 * date exists. */
#include "rules/marks.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct arena *a = arena_new();
	struct marks first, again;

	if (text_is_sound((const char *)bytes, n)) {
		marks_read(a, arena_strndup(a, (const char *)bytes, n), day_of(2027, 3, 1), &first);
		for (int i = 0; i < first.n; i++)
			if (!*first.line[i].text || first.line[i].due < 0)
				abort();
		marks_read(a, first.notes, day_of(2027, 3, 1), &again);
		if (first.n < MARKS_MAX && (again.n > 0 || strcmp(again.notes, first.notes) != 0))
			abort();
	}
	arena_free(a);
	return 0;
}
