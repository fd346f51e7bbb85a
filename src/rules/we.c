/* The team by name; and "we" for failings, names for thanks (P15; words.md 3.2):
 * in what a client reads about a problem, colleagues are not named. */
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "rules/staff.h"
#include "rules/writing.h"

/* Ours have no client, which an index knows. */
SQL(staff, "SELECT id, name, active FROM person WHERE client_id IS NULL AND role <> 'contact' "
	   "ORDER BY name_key, id LIMIT 2000");

const struct named *names_read(struct ctx *c, struct db_query *q)
{
	const struct named *first = NULL, **end = &first;
	struct named one = {0};
	int64_t current;
	while (db_row(q, "iti", &one.id, &one.name, &current)) {
		struct named *kept = ARENA_NEW(c->arena, struct named);
		one.over = !current;
		*kept = one;
		*end = kept;
		end = &kept->next;
	}
	return first;
}

const void *staff_read(struct ctx *c)
{
	return names_read(c, db_query(c->db, &staff, ""));
}

const struct named *staff_named(struct ctx *c)
{
	return kind_kept(c, &person_kind);
}

/* ---- a name in a text ------------------------------------------------------------ */

/* Bytes of what stands between two words of one name: a blank, a hyphen. */
#define BETWEEN_MAX 3

/* How much of the text, from this word on, says these words: 0, or the bytes. */
static size_t says(struct arena *a, const char *word, size_t n, const char *words)
{
	const char *from = word;
	for (;;) {
		const char *said = text_fold(a, arena_strndup(a, word, n));
		size_t long_ = strlen(said);
		if (strncmp(words, said, long_) != 0 || (words[long_] && words[long_] != ' '))
			return 0;
		const char *end = word + n;
		words += long_;
		if (!*words++)
			return (size_t)(end - from);
		word = text_word(end, &n);
		if (!word || word - end > BETWEEN_MAX)
			return 0;
	}
}

const char *name_in(struct arena *a, const char *text, const char *name, size_t *ret_n)
{
	const char *whole = text_fold(a, name), *first = text_fold(a, first_name(a, name));
	size_t n;
	if (!*first || !strstr(text_fold(a, text), first)) /* mostly they are not, and that is soon known */
		return NULL;
	for (const char *word = text_word(text, &n); word; word = text_word(word + n, &n)) {
		size_t said = says(a, word, n, whole);
		if (!said)
			said = says(a, word, n, first);
		if (said) {
			*ret_n = said;
			return word;
		}
	}
	return NULL;
}

static const char *const name_words[] = {
#include "rules/name_words.inc"
};

static int by_text(const void *a, const void *b)
{
	return strcmp(a, *(const char *const *)b);
}

bool name_is_a_word(struct arena *a, const char *name)
{
	return bsearch(text_fold(a, first_name(a, name)), name_words,
	    sizeof name_words / sizeof name_words[0], sizeof name_words[0], by_text);
}

/* ---- "we" ------------------------------------------------------------------------ */

static bool begins_sentence(const char *text, const char *at)
{
	while (at > text && at[-1] == ' ')
		at--;
	return at == text || strchr(".!?\n", at[-1]);
}

static const char *without(const struct ctx *c, const char *text, const char *name)
{
	size_t n;
	const char *at = name_in(c->arena, text, name, &n);
	if (!at)
		return text;
	struct buf b = {.max = 1 << 20};
	const char *from = text;
	for (; at; at = name_in(c->arena, from, name, &n)) {
		buf_printf(&b, "%.*s%s", (int)(at - from), from,
		    begins_sentence(text, at) ? tr(c->lang, N_("We")) : tr(c->lang, N_("we")));
		from = at + n;
	}
	buf_puts(&b, from);
	return buf_take(&b, c->arena, text);
}

const char *say_we(const struct ctx *c, int64_t signer, const char *text)
{
	for (const struct named *one = staff_named((struct ctx *)c); text && one; one = one->next)
		if (one->id != signer && !name_is_a_word(c->arena, one->name))
			text = without(c, text, one->name);
	return text;
}
