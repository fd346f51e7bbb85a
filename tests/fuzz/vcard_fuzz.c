/* Any bytes as an address book: every card either has a name or says why not. */
#include "feed/vcard.h"

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct arena *a = arena_new();
	struct cards cards;
	char error[256];

	if (vcard_read(a, (const char *)bytes, n, NULL, &cards, error))
		for (int i = 0; i < cards.n; i++)
			if (!cards.card[i].name && !cards.card[i].why_not)
				abort();
	arena_free(a);
	return 0;
}
