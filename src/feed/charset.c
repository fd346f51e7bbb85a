/* Each character set is judged by what its letters would be where they stand: "HŽlne"
 * has a capital inside a word, "Hélène" has not. */
#include "feed/charset.h"

#include <iconv.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <unictype.h>
#include <unistr.h>

#include "base/lang.h"
#include "base/text.h"

static const char *const charsets[] = {"WINDOWS-1252", "MACINTOSH", "CP850"};
#define CHARSETS ((int)(sizeof charsets / sizeof *charsets))

enum { IMPOSSIBLE = -1000000, WRONG = -4, ODD = -2, RIGHT = 2 };

/* What each byte is; 0: nothing. */
struct table {
	uint32_t letter[256];
};

static struct table table_of(const char *charset)
{
	struct table t = {{0}};
	iconv_t turn = iconv_open("UCS-4LE", charset);
	for (int byte = 1; byte < 256 && turn != (iconv_t)-1; byte++) {
		char in[1] = {(char)byte}, *from = in, *to = (char *)&t.letter[byte];
		size_t n = 1, room = sizeof t.letter[byte];
		if (iconv(turn, &from, &n, &to, &room) == (size_t)-1)
			t.letter[byte] = 0;
	}
	if (turn != (iconv_t)-1)
		iconv_close(turn);
	return t;
}

/* A character and what stands around it; 0 at an end. */
struct stand {
	uint32_t before_that, before, here, after, after_that;
};

static bool is_letter(uint32_t c)
{
	return c && uc_is_alpha(c);
}

static bool is_in(uint32_t c, const uint32_t *set)
{
	while (*set && *set != c)
		set++;
	return *set;
}

static bool stands_alone(const struct stand *p)
{
	return !is_letter(p->before) && !is_letter(p->after);
}

/* Words of these languages have accents here and there, never only. */
static bool among_foreign(const struct stand *p)
{
	return p->before > 0x7f && is_letter(p->before) && p->after > 0x7f && is_letter(p->after);
}

static int small_letter(const struct stand *p)
{
	static const uint32_t usual[] = U"éèêëàâçôîïûùüœöäñáíóúãõåøæß";
	if (!is_in(p->here, usual))
		return WRONG / 2;
	if (among_foreign(p))
		return WRONG;
	if (stands_alone(p))
		return p->here == U'à' ? RIGHT : ODD;
	bool capitals = uc_is_upper(p->before) &&
			(uc_is_upper(p->after) || (!is_letter(p->after) && uc_is_upper(p->before_that)));
	return capitals ? ODD : RIGHT;
}

static int capital_letter(const struct stand *p)
{
	static const uint32_t usual[] = U"ÉÈÊËÀÂÇÔÎÏÛÙÜŒÖÄÑÁÍÓÚÅØÆ";
	if (uc_is_lower(p->before) || among_foreign(p))
		return WRONG;
	if (!is_in(p->here, usual))
		return ODD;
	if (stands_alone(p))
		return p->here == U'À' ? RIGHT : ODD;
	return uc_is_upper(p->before) && uc_is_lower(p->after) ? ODD : RIGHT;
}

/* "l’été", "aujourd’hui", "O’Brien", "Anne’s": not anywhere in a word. */
static int apostrophe(const struct stand *p)
{
	if (!is_letter(p->before) || !is_letter(p->after))
		return 0;
	bool elided = !is_letter(p->before_that) || p->before == 'd' || p->before == 'u';
	return elided || (p->after == 's' && !is_letter(p->after_that)) ? RIGHT : 0;
}

static int likelihood(const struct stand *p)
{
	static const uint32_t signs[] = U"«»“”‘…–—€°ºª®©™•§²³½¼\u00a0";
	if (!p->here || (p->here >= 0x80 && p->here < 0xa0))
		return IMPOSSIBLE;
	if (p->here == U'’')
		return apostrophe(p);
	if (uc_is_lower(p->here))
		return small_letter(p);
	if (uc_is_upper(p->here))
		return capital_letter(p);
	bool inside = is_letter(p->before) && is_letter(p->after);
	return inside ? WRONG : is_in(p->here, signs) ? 0 : ODD;
}

static int64_t likelihood_of(const struct table *t, const char *bytes, size_t n)
{
	const unsigned char *b = (const unsigned char *)bytes;
	int64_t sum = 0;
	for (size_t i = 0; i < n; i++) {
		if (b[i] < 0x80)
			continue;
		struct stand p = {.before_that = i > 1 ? t->letter[b[i - 2]] : 0,
		    .before = i > 0 ? t->letter[b[i - 1]] : 0,
		    .here = t->letter[b[i]],
		    .after = i + 1 < n ? t->letter[b[i + 1]] : 0,
		    .after_that = i + 2 < n ? t->letter[b[i + 2]] : 0};
		sum += likelihood(&p);
	}
	return sum;
}

const char *charset_guess(const char *bytes, size_t n)
{
	int64_t best = -1, next = -1;
	int found = 0;
	for (int i = 0; i < CHARSETS; i++) {
		struct table t = table_of(charsets[i]);
		int64_t one = likelihood_of(&t, bytes, n) + (i == 0); /* of two alike, the common one */
		if (one > best) {
			next = best;
			best = one;
			found = i;
		} else if (one > next) {
			next = one;
		}
	}
	return best > next ? charsets[found] : NULL;
}

const char *charset_text(
    struct arena *a, const char *bytes, size_t n, const char *encoding, const char **ret_refused)
{
	if (!u8_check((const uint8_t *)bytes, n))
		return arena_strndup(a, bytes, n);
	const char *charset = encoding ? encoding : charset_guess(bytes, n);
	const char *text = charset ? text_to_utf8(a, bytes, n, charset) : NULL;
	if (text && !strstr(text, LETTER_LOST))
		return text;
	if (!encoding)
		*ret_refused = N_("In which character set this is written is not certain: say it with "
				  "--encoding, such as windows-1252, macintosh or cp850.");
	else if (text)
		*ret_refused = N_("This is not written in the character set after --encoding.");
	else
		*ret_refused = N_("The character set after --encoding is not known.");
	return NULL;
}
