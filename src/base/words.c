/* Words next to each other are joined by what stands between them: an apostrophe, or
 * between digits what people put into a telephone number. */
#include "base/words.h"

#include <string.h>
#include <unistr.h>

#include "base/buf.h"
#include "base/text.h"

#define NUMBER_MOST 15 /* digits, as E.164 has them */
#define NUMBER_LEAST 7 /* so many are a telephone number, or one like it */
#define END_LEAST 4    /* digits that anybody looks for */
#define INDEX_MOST (8 << 20)

/* Scripts that write no blank between words: Thai to Khmer, kana, Han, Hangul. */
static bool has_no_blanks(ucs4_t c)
{
	return (c >= 0x0e00 && c < 0x1200) || (c >= 0x1780 && c < 0x1800) || (c >= 0x3005 && c < 0xa000) ||
	       (c >= 0xac00 && c < 0xd7b0) || (c >= 0xf900 && c < 0xfb00) || (c >= 0x20000 && c < 0x40000);
}

/* Any of those letters begins with one of these. */
#define FIRST_BYTES "\xe0\xe1\xe3\xe4\xe5\xe6\xe7\xe8\xe9\xea\xeb\xec\xed\xef\xf0"

static const char *letters_apart(struct arena *a, const char *folded)
{
	size_t n = strlen(folded);
	bool wide = false;
	if (strpbrk(folded, FIRST_BYTES) == NULL)
		return folded;
	char *out = arena_alloc(a, 2 * n + 2), *o = out;
	ucs4_t c;
	for (size_t i = 0, step; i < n; i += step) {
		int bytes = u8_strmbtouc(&c, (const uint8_t *)folded + i);
		step = bytes > 0 ? (size_t)bytes : 1;
		bool apart = bytes > 0 && has_no_blanks(c);
		if (o > out && (apart || wide))
			*o++ = ' ';
		memcpy(o, folded + i, step);
		o += step;
		wide = apart;
	}
	*o = '\0';
	return out;
}

static bool is_digits(const char *s)
{
	return *s && s[strspn(s, "0123456789")] == '\0';
}

static bool is_apostrophe(const char *gap, size_t n)
{
	static const char *const all[] = {"'", "’", "‘", "`", "´", "′"};
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		if (strlen(all[i]) == n && memcmp(all[i], gap, n) == 0)
			return true;
	return false;
}

static bool is_in_number(const char *gap, size_t n)
{
	size_t i = 0;
	while (i < n)
		if (strchr(" .-()", gap[i]))
			i++;
		else if (n - i >= 2 && memcmp(gap + i, "\u00a0", 2) == 0)
			i += 2;
		else if (n - i >= 3 && (memcmp(gap + i, "\u202f", 3) == 0 || memcmp(gap + i, "‑", 3) == 0))
			i += 3;
		else
			return false;
	return n <= 4;
}

/* Whether what stands between the words read so far and the next one joins them. */
static bool joins(const struct words *w, const char *gap, const char *next)
{
	size_t n = (size_t)(next - gap);
	if (w->n == WORDS_PARTS_MAX)
		return false;
	return is_apostrophe(gap, n) ||
	       (w->is_number && *next >= '0' && *next <= '9' && is_in_number(gap, n));
}

static bool goes_on(const struct words *w, bool apostrophe, const char *folded)
{
	return apostrophe || (is_digits(folded) && strlen(w->joined) + strlen(folded) <= NUMBER_MOST);
}

const char *words_next(struct arena *a, const char *s, struct words *ret)
{
	size_t n;
	const char *word = text_word(s, &n), *end = s;
	*ret = (struct words){0};
	while (word && (!ret->n || joins(ret, end, word))) {
		const char *folded = text_fold(a, arena_strndup(a, word, n));
		if (ret->n && !goes_on(ret, is_apostrophe(end, (size_t)(word - end)), folded))
			break;
		ret->is_number = is_digits(folded) && (!ret->n || ret->is_number);
		ret->joined = ret->n ? arena_printf(a, "%s%s", ret->joined, folded) : folded;
		ret->part[ret->n++] = letters_apart(a, folded);
		end = word + n;
		word = text_word(end, &n);
	}
	if (ret->is_number && strlen(ret->joined) > NUMBER_MOST)
		ret->is_number = false;
	return ret->n ? end : NULL;
}

static void add_word(struct buf *b, const char *word)
{
	buf_puts(b, b->n ? " " : "");
	buf_puts(b, word);
}

static void add_ends(struct buf *b, const char *digits)
{
	size_t n = strlen(digits);
	for (size_t i = 1; n >= NUMBER_LEAST && i + END_LEAST <= n; i++)
		add_word(b, digits + i);
}

const char *words_indexed(struct arena *a, const char *text)
{
	struct buf words = {.max = INDEX_MOST}, joined = {.max = INDEX_MOST};
	struct words w;
	while ((text = words_next(a, text, &w))) {
		for (int i = 0; i < w.n; i++)
			add_word(&words, w.part[i]);
		if (w.n > 1)
			add_word(&joined, w.joined);
		if (w.is_number)
			add_ends(&joined, w.joined);
	}
	if (joined.n)
		add_word(&words, joined.p);
	buf_free(&joined);
	return buf_take(&words, a, "");
}
