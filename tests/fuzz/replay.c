/* Feeds a fuzz target with files: its corpus and past crashes, once each.
 * Linked with one target; the arguments are the files. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

#define FILE_MAX (1 << 20)

static uint8_t *contents(const char *path, size_t *ret_n)
{
	FILE *f = fopen(path, "rb");
	if (!f)
		return NULL;
	uint8_t *all = malloc(FILE_MAX);
	*ret_n = all ? fread(all, 1, FILE_MAX, f) : 0;
	fclose(f);
	/* Exactly as long as the file, so that a sanitizer sees a step beyond. */
	uint8_t *exact = all ? realloc(all, *ret_n ? *ret_n : 1) : NULL;
	return exact ? exact : all;
}

int main(int argc, char **argv)
{
	int failures = 0;
	for (int i = 1; i < argc; i++) {
		size_t n = 0;
		uint8_t *bytes = contents(argv[i], &n);
		if (bytes)
			LLVMFuzzerTestOneInput(bytes, n);
		else
			failures++;
		printf("%sok %d - %s\n", bytes ? "" : "not ", i, argv[i]);
		fflush(stdout);
		free(bytes);
	}
	return failures ? 1 : 0;
}
