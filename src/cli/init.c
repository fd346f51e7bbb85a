/* entente init: a firm and its first lead in an empty database. */
#include "cli/cli.h"

#include <string.h>

#include "rules/rules.h"

/* The lead's id; 0: refused, which has been said. */
static int64_t firm_make(const char *url, const struct args *args)
{
	char error[256];
	const char *lang = args_text(args, "lang"), *currency = args_text(args, "currency");
	if (!desk_found(url, args_text(args, "firm"), args_text(args, "tz"), lang_of(lang ? lang : "fr"),
		currency ? currency : "CAD", args_text(args, "test-clock"), error)) {
		fail("%s", error);
		return 0;
	}
	struct desk desk;
	if (!desk_open(&desk, url, DB_WRITE, error)) {
		fail("%s", error);
		return 0;
	}
	json_t *lead = json_object();
	input_text(lead, "name", args_text(args, "lead"));
	input_text(lead, "email", args_text(args, "lead-email"));
	input_text(lead, "role", "lead");
	int64_t id = act_alone(&desk, &person_kind, "create", 0, lead);
	desk_close(&desk);
	return id;
}

/* A database is used once its tables stand, so the firm is first made where it
 * can be thrown away: what is refused there leaves the real one untouched. */
static bool firm_try(struct arena *a, const struct args *args)
{
	char error[256];
	const char *path = scratch_make(a, error);
	if (!path) {
		fail("%s", error);
		return false;
	}
	int64_t id = firm_make(arena_printf(a, "sqlite:%s", path), args);
	scratch_remove(a, path);
	return id != 0;
}

int init_command(const struct args *args)
{
	const char *lang = args_text(args, "lang");
	if (lang && strcmp(lang, "fr") != 0 && strcmp(lang, "en") != 0)
		return misuse(args->command, "--lang is fr or en");
	struct arena *a = arena_new();
	int64_t id = firm_try(a, args) ? firm_make(args_text(args, "db"), args) : 0;
	arena_free(a);
	if (!id)
		return FAILED;
	printf("%lld\n", (long long)id);
	return DONE;
}
