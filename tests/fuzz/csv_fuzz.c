/* Any bytes as a CSV of contacts, of clients, of a ledger and of calls. */
#include "feed/books.h"

#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct arena *a = arena_new();
	struct csv c;
	struct told_rows people, clients, ledger, calls;
	char error[PEOPLE_ERROR];

	if (csv_read(a, (const char *)bytes, n, &(struct csv_way){.heads = people_heads}, &c, error)) {
		for (int i = 0; i < c.rows; i++)
			for (int k = 0; k < c.columns; k++)
				csv_quote(a, c.row[i].cell[k]);
		people_contacts(a, &c, LANG_FR, &people, error);
		people_clients(a, &c, LANG_EN, &clients, error);
		books_ledger(a, &c, LANG_FR, &ledger, error);
		books_calls(a, &c, LANG_EN, &calls, error);
	}
	arena_free(a);
	return 0;
}
