/* The team by name; and "we" for failings, names for thanks (P15; words.md 3.2):
 * in what a client reads about a problem, colleagues are not named. */
#include <string.h>

#include "base/buf.h"
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

/* A letter or digit before or after makes another word of it.  Beyond ASCII
 * only what typography puts around words is none: ’ « » and the fixed spaces. */
static bool ends_in_letter(const char *text, const char *at)
{
	static const char *const around[] = {
	    "\u2019", "\u00ab", "\u00bb", "\u00a0", "\u202f", "\u2013", "\u2014", NULL};
	if (at == text)
		return false;
	unsigned char last = (unsigned char)at[-1];
	if (last < 0x80)
		return (last >= '0' && last <= '9') || ((last | 32) >= 'a' && (last | 32) <= 'z');
	for (int i = 0; around[i]; i++) {
		size_t n = strlen(around[i]);
		if ((size_t)(at - text) >= n && memcmp(at - n, around[i], n) == 0)
			return false;
	}
	return true;
}

static bool begins_with_letter(const char *at)
{
	static const char *const around[] = {
	    "\u2019", "\u00ab", "\u00bb", "\u00a0", "\u202f", "\u2013", "\u2014", "\u2026", NULL};
	unsigned char first = (unsigned char)*at;
	if (first < 0x80)
		return (first >= '0' && first <= '9') || ((first | 32) >= 'a' && (first | 32) <= 'z');
	for (int i = 0; around[i]; i++)
		if (strncmp(at, around[i], strlen(around[i])) == 0)
			return false;
	return true;
}

const char *name_in(const char *text, const char *name)
{
	size_t n = strlen(name);
	for (const char *at = text; n && (at = strstr(at, name)); at += n)
		if (!ends_in_letter(text, at) && !begins_with_letter(at + n))
			return at;
	return NULL;
}

static bool begins_sentence(const char *text, const char *at)
{
	while (at > text && at[-1] == ' ')
		at--;
	return at == text || strchr(".!?\n", at[-1]);
}

static const char *without(const struct ctx *c, const char *text, const char *name)
{
	const char *at = name_in(text, name);
	if (!at)
		return text;
	struct buf b = {.max = 1 << 20};
	const char *from = text;
	for (; at; at = name_in(from, name)) {
		buf_printf(&b, "%.*s%s", (int)(at - from), from,
		    begins_sentence(text, at) ? tr(c->lang, N_("We")) : tr(c->lang, N_("we")));
		from = at + strlen(name);
	}
	buf_puts(&b, from);
	return buf_take(&b, c->arena, text);
}

const char *say_we(const struct ctx *c, int64_t signer, const char *text)
{
	for (const struct named *one = staff_named((struct ctx *)c); one; one = one->next)
		if (one->id != signer)
			text = without(c, text, first_name(c->arena, one->name));
	return text;
}
