/* Texts that a rule writes: kept as what they say, a code and its part, and said in the
 * language of whoever reads them.  What people write begins with no such mark: a text
 * with control characters is not taken from anybody (base/text.h). */
#include "record/wording.h"

#include <string.h>

#include "base/text.h"

#define MARK '\x01'
#define BEFORE_PART '\x1f'
#define PLACE "%s" /* of the part, in a sentence */

static const struct wording *wording_named(const char *code, size_t n)
{
	for (const struct wording *w = wordings; w->code; w++)
		if (strlen(w->code) == n && strncmp(w->code, code, n) == 0)
			return w;
	return NULL;
}

const char *worded(struct arena *a, const char *code, const char *part)
{
	return part ? arena_printf(a, "%c%s%c%s", MARK, code, BEFORE_PART, part)
		    : arena_printf(a, "%c%s", MARK, code);
}

bool is_worded(const char *text, const char *code)
{
	size_t n = strlen(code);
	return text && *text == MARK && strncmp(text + 1, code, n) == 0 &&
	       (!text[1 + n] || text[1 + n] == BEFORE_PART);
}

const char *text_said_in(struct arena *a, enum lang lang, const char *text)
{
	if (!text || *text != MARK)
		return text;
	const char *code = text + 1, *part = strchr(code, BEFORE_PART);
	const struct wording *w = wording_named(code, part ? (size_t)(part - code) : strlen(code));
	part = part ? part + 1 : "";
	if (!w) /* of a newer version: what it is about */
		return part;
	const char *sentence = tr(lang, w->sentence), *place = strstr(sentence, PLACE);
	return place ? arena_printf(
			   a, "%.*s%s%s", (int)(place - sentence), sentence, part, place + strlen(PLACE))
		     : sentence;
}

const char *text_said(const struct ctx *c, const char *text)
{
	return text_said_in(c->arena, c->lang, text);
}

json_t *texts_said(const struct ctx *c, const json_t *texts)
{
	json_t *said = json_lent(c->arena, json_array());
	for (size_t i = 0; i < json_array_size(texts); i++)
		json_array_append_new(
		    said, json_string(text_said(c, json_string_value(json_array_get(texts, i)))));
	return said;
}

static const char *after_characters(const char *s, size_t n)
{
	for (; *s && n > 0; n--)
		do
			s++;
		while (((unsigned char)*s & 0xc0) == 0x80);
	return s;
}

/* The part of a text that this sentence says, as it was written; NULL: it says another.
 * Both come with plain spaces, `text` as it was too: each space is one character there. */
static const char *part_in(struct arena *a, const char *sentence, const char *plain, const char *text)
{
	const char *place = strstr(sentence, PLACE);
	size_t before = place ? (size_t)(place - sentence) : strlen(sentence), n = strlen(plain);
	const char *after = place ? place + strlen(PLACE) : "";
	if (n < before + strlen(after) || strncmp(plain, sentence, before) != 0 ||
	    strcmp(plain + n - strlen(after), after) != 0)
		return NULL;
	const char *from = after_characters(text, text_length(arena_strndup(a, sentence, before)));
	const char *to = after_characters(text, text_length(plain) - text_length(after));
	return arena_strndup(a, from, (size_t)(to - from));
}

const char *text_kept(struct arena *a, const char *text)
{
	const char *plain = text ? text_plain_spaces(a, text) : NULL;
	for (const struct wording *w = wordings; plain && w->code; w++)
		for (int lang = 0; lang < LANG_MAX; lang++) {
			const char *part =
			    part_in(a, text_plain_spaces(a, tr((enum lang)lang, w->sentence)), plain, text);
			bool has_place = strstr(w->sentence, PLACE) != NULL;
			if (part && has_place == (*part != 0))
				return worded(a, w->code, has_place ? part : NULL);
		}
	return text;
}
