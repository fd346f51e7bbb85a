/* What a request said, however many fields there are. */
#include "tap.h"

#include "record/kind.h"

#define MANY 80

static char names[MANY][16];
static struct field many[MANY + 1];
static int64_t into[MANY];

static void make_many(void)
{
	for (int n = 0; n < MANY; n++) {
		snprintf(names[n], sizeof names[n], "f%d", n);
		many[n] =
		    (struct field){.name = names[n], .type = FT_flag, .offset = (size_t)n * sizeof into[0]};
	}
}

TEST(more_fields_than_a_word_has_bits)
{
	make_many();
	struct ctx c = {.arena = arena_new(), .who = {.role = LEAD}};
	struct act a = {.ctx = &c};
	ok(!given(&a, "f0"), "nothing is given before anything is read");
	json_t *object = json_pack("{s:b, s:b, s:b}", "f0", 1, "f70", 1, "f79", 0);
	inputs_read(&a, many, false, object, into);
	json_decref(object);
	ok(!refused(&a), "all of it is read");
	int n = 0;
	for (int i = 0; i < MANY; i++)
		n += given(&a, names[i]);
	is_int(n, 3, "as many as were sent");
	ok(given(&a, "f0") && given(&a, "f70") && given(&a, "f79"), "those very ones");
	ok(into[70] == 1 && into[6] == 0 && into[79] == 0, "each in its place");
	arena_free(c.arena);
}

TEST(more_unknown_than_are_told)
{
	make_many();
	struct ctx c = {.arena = arena_new(), .who = {.role = LEAD}};
	struct act a = {.ctx = &c};
	json_t *object = json_object();
	for (int n = 0; n < 1000; n++)
		json_object_set_new(object, arena_printf(c.arena, "no%d", n), json_true());
	inputs_read(&a, many, false, object, into);
	json_decref(object);
	is_int(a.refusal.nfields, REFUSAL_FIELDS_MAX, "the first ones are named");
	ok(refused(&a), "and it is refused");
	arena_free(c.arena);
}

TEST_MAIN()
