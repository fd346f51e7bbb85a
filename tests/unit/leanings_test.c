/* What a leaning names is there: its fields, the way to mine, as many values as
 * its statement wants; and whoever leans has clocks. */
#include <stdlib.h>

#include "record/kind.h"
#include "tap.h"

#define WORD_MAX 64

static const char *word_take(const char *words, const char *end, char ret[WORD_MAX])
{
	size_t n = strcspn(words, end);
	snprintf(ret, WORD_MAX, "%.*s", (int)n, words);
	words += n;
	return words + strspn(words, end);
}

static const struct field *stored_field(const struct kind *k, const char *name)
{
	const struct field *f = field_named(k->fields, name);
	return f && f->type != FT_derived ? f : NULL;
}

static bool is_itself(const char *word)
{
	return strcmp(word, "id") == 0 || strcmp(word, "link") == 0;
}

static int words_known(const struct kind *k, const char *words, bool may_be_itself)
{
	char word[WORD_MAX];
	int n = 0;
	while (*words) {
		words = word_take(words, " ", word);
		if (!stored_field(k, word) && !(may_be_itself && is_itself(word)))
			return -1;
		n++;
	}
	return n;
}

/* Whether a field may lead to that kind: a link to any that it names. */
static bool leads_to(const struct field *f, const struct kind *mine)
{
	if (f->type != FT_link)
		return (f->type == FT_ref || f->type == FT_refs) && f->to == mine;
	return !f->kinds || strstr(f->kinds, mine->name);
}

static bool way_leads(const struct kind *k, const char *path, const struct kind *mine)
{
	char name[WORD_MAX];
	const char *rest = word_take(path, ".", name);
	const struct field *f = stored_field(k, name);
	if (!f || !*rest)
		return f && leads_to(f, mine);
	for (int i = 0; kinds[i]; i++)
		if (leads_to(f, kinds[i]) && way_leads(kinds[i], rest, mine))
			return true;
	return false;
}

static int values_wanted(const char *sql)
{
	long highest = 0;
	for (; (sql = strchr(sql, '$')); sql++) {
		long one = strtol(sql + 1, NULL, 10);
		highest = one > highest ? one : highest;
	}
	return (int)highest;
}

static void look_at(const struct kind *mine, const struct leaning *l)
{
	char what[200];
	int values = l->found ? words_known(l->on, l->by ? l->by : "", true) : 0;
	snprintf(what, sizeof what, "%s leans on %s: %s", mine->name, l->on->name, l->when);
	bool found = l->found ? values <= LEANING_VALUES_MAX && values == values_wanted(l->found->text)
			      : way_leads(l->on, l->by, mine);
	ok(mine->clocks && words_known(l->on, l->when, false) > 0 && found, what);
}

TEST(leanings)
{
	for (int i = 0; kinds[i]; i++)
		for (const struct leaning *l = kinds[i]->leans; l && l->on; l++)
			look_at(kinds[i], l);
}

TEST_MAIN()
