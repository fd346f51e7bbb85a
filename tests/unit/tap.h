/* The smallest test harness that prints TAP.
 *
 * A file holds TEST(name) { ok(...); is_int(...); is_text(...); } blocks and
 * one TEST_MAIN(); the first argument of the program, if any, chooses the
 * tests whose name contains it. */
#ifndef TESTS_UNIT_TAP_H
#define TESTS_UNIT_TAP_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

struct tap_test {
	const char *name;
	void (*run)(void);
	struct tap_test *next;
};

static struct tap_test *tap_tests, **tap_end = &tap_tests;
static const char *tap_running;
static int tap_count, tap_failures;

/* Constructors run in the order of the file, so tests do too. */
#define TEST(test) \
	static void test_##test(void); \
	__attribute__((constructor)) static void tap_register_##test(void) \
	{ \
		static struct tap_test t = {.name = #test, .run = test_##test}; \
		*tap_end = &t; \
		tap_end = &t.next; \
	} \
	static void test_##test(void)

#define TEST_MAIN() \
	int main(int argc, char **argv) \
	{ \
		return tap_main(argc > 1 ? argv[1] : ""); \
	}

#define ok(cond, what) tap_ok((cond), (what), __FILE__, __LINE__)
#define is_int(got, want, what) tap_is_int((got), (want), (what), __FILE__, __LINE__)
#define is_text(got, want, what) tap_is_text((got), (want), (what), __FILE__, __LINE__)

__attribute__((unused)) static bool tap_ok(bool good, const char *what, const char *file, int line)
{
	printf("%sok %d - %s: %s\n", good ? "" : "not ", ++tap_count, tap_running, what);
	if (!good) {
		tap_failures++;
		printf("# at %s:%d\n", file, line);
	}
	return good;
}

__attribute__((unused)) static bool tap_is_int(
    int64_t got, int64_t want, const char *what, const char *file, int line)
{
	if (tap_ok(got == want, what, file, line))
		return true;
	printf("#  got %lld\n# want %lld\n", (long long)got, (long long)want);
	return false;
}

__attribute__((unused)) static bool tap_is_text(
    const char *got, const char *want, const char *what, const char *file, int line)
{
	bool same = got && want ? strcmp(got, want) == 0 : got == want;
	if (tap_ok(same, what, file, line))
		return true;
	printf("#  got %s\n# want %s\n", got ? got : "(null)", want ? want : "(null)");
	return false;
}

__attribute__((unused)) static int tap_main(const char *chosen)
{
	for (const struct tap_test *t = tap_tests; t; t = t->next) {
		if (!strstr(t->name, chosen))
			continue;
		tap_running = t->name;
		t->run();
		fflush(stdout);
	}
	printf("1..%d\n", tap_count);
	return tap_failures || !tap_count ? 1 : 0;
}

#endif
