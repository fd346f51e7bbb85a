/* Every type of clock has all that its row of Today needs, in both languages;
 * what rings does something. */
#include "tap.h"

#include "rules/today.h"

static struct arena *mem;

__attribute__((constructor)) static void memory_new(void)
{
	mem = arena_new();
}

__attribute__((destructor)) static void memory_free(void)
{
	arena_free(mem);
}

static const char *nothing(const void *from)
{
	(void)from;
	return "";
}

/* All that stands between braces in it is a place. */
static bool places_known(const char *text)
{
	struct place empty[40] = {0};
	for (int i = 0; row_places[i].name; i++)
		empty[i] = (struct place){row_places[i].name, nothing};
	return !strpbrk(text_fill(mem, text, empty, NULL), "{}");
}

static bool has_same_places(const char *a, const char *b)
{
	for (int i = 0; row_places[i].name; i++) {
		const char *place = arena_printf(mem, "{%s}", row_places[i].name);
		if (!strstr(a, place) != !strstr(b, place))
			return false;
	}
	return true;
}

static void check_text(const char *name, const char *english)
{
	if (!ok(english && *english, arena_printf(mem, "%s has all its words", name)))
		return;
	const char *french = tr(LANG_FR, english);
	ok(french != english, arena_printf(mem, "%s has French for: %s", name, english));
	ok(places_known(english) && places_known(french) && has_same_places(english, french),
	    arena_printf(mem, "%s names places that there are: %s / %s", name, english, french));
}

static bool is_path(const char *where)
{
	return places_known(where) &&
	       (*where == '/' || strncmp(where, "{page}", 6) == 0 || strncmp(where, "{draft}", 7) == 0);
}

static bool is_action(const char *name)
{
	for (int i = 0; kinds[i]; i++)
		for (const struct action *a = kinds[i]->actions; a && a->name; a++)
			if (strcmp(a->name, name) == 0)
				return true;
	return false;
}

static void check_row(const char *name, const struct row_type *t)
{
	int says = 0;
	while (t->says && t->says[says])
		check_text(name, t->says[says++]);
	ok(t->which ? says > 1 : says == 1, arena_printf(mem, "%s says one sentence, or chooses", name));
	check_text(name, t->verb);
	if (t->several)
		check_text(name, t->several);
	ok(t->band >= TO_TELL && t->band <= TO_LOOK_AFTER && t->late <= NOT_KEPT,
	    arena_printf(mem, "%s stands in a band", name));
	ok((t->band == TO_LOOK_AFTER) == (*name == 'e'),
	    arena_printf(mem, "%s is found by clock_care", name));
	ok(is_path(t->where) && (!t->goes || is_path(t->goes)) && (!t->reads || is_path(t->reads)),
	    arena_printf(mem, "%s is done on a page", name));
	ok(!t->does || (is_action(t->does) && !t->goes), arena_printf(mem, "%s is done by an action", name));
}

TEST(clock_types)
{
	int rows = 0;
	for (int i = 0; clock_types[i].type; i++) {
		const struct clock_type *t = &clock_types[i];
		const char *name = arena_printf(mem, "%s %s", t->type, t->sub ? t->sub : "");
		is_int(clock_type_named(t->type, t->sub ? t->sub : ""), i,
		    arena_printf(mem, "%s is called so alone", name));
		if (t->effect) {
			ok(t->action && t->rule && !t->sub, arena_printf(mem, "%s keeps a rule", name));
			check_text(name, t->said);
			continue;
		}
		ok(i == rows++ && row_types[i].clock == t, arena_printf(mem, "%s is a row", name));
		check_row(name, &row_types[i]);
	}
	is_int(clock_type_named("a4", "resent"), -1, "what is called otherwise is none");
}

TEST(clock_add)
{
	struct clocks out = {.arena = mem};
	for (int i = 0; i < 500; i++)
		clock_add(&out, CLOCK_B1, i, i)->stopped = i;
	is_int(out.n, 500, "however many there are, none is lost");
	is_int(out.clock[7].owner + out.clock[499].stopped, 506, "and each is as it was");
}

TEST_MAIN()
