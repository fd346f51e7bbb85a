/* What every reader of another program's file needs: its bytes as text, its
 * lines counted, and what people spell freely: values that are none, companies,
 * telephone numbers, e-mail addresses, languages. */
#include "feed/reading.h"

#include <ctype.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>
#include <unistr.h>

#include "base/phone.h"
#include "base/text.h"

#define EMAIL_MAX 254 /* RFC 5321 */
#define EMAIL_LOCAL_MAX 64

static const char *from_utf16(
    struct arena *a, const char *charset, const char *bytes, size_t n, size_t *ret_n)
{
	iconv_t turn = iconv_open("UTF-8", charset);
	size_t room = n / 2 * 3 + 1, left = room;
	char *text = arena_alloc(a, room), *out = text, *in = (char *)bytes;

	if (turn == (iconv_t)-1)
		return NULL;
	size_t failed = iconv(turn, &in, &n, &out, &left);
	iconv_close(turn);
	if (failed == (size_t)-1)
		return NULL;
	*ret_n = room - left;
	return text;
}

const char *reading_unwrap(struct arena *a, const char *bytes, size_t n, size_t *ret_n)
{
	if (n >= 2 && memcmp(bytes, "\xff\xfe", 2) == 0)
		return from_utf16(a, "UTF-16LE", bytes + 2, n - 2, ret_n);
	if (n >= 2 && memcmp(bytes, "\xfe\xff", 2) == 0)
		return from_utf16(a, "UTF-16BE", bytes + 2, n - 2, ret_n);
	size_t mark = n >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
	*ret_n = n - mark;
	return bytes + mark;
}

void reading_lines(struct lines *ret, const char *p, size_t n)
{
	*ret = (struct lines){.at = p, .end = p + n};
}

/* The length of the line end at p, 0 when there is none. */
static size_t line_end(const char *p, const char *end)
{
	static const char *const ends[] = {"\r\r\n", "\r\n", "\n", "\r"};

	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
		size_t n = strlen(ends[i]);
		if (n <= (size_t)(end - p) && memcmp(p, ends[i], n) == 0)
			return n;
	}
	return 0;
}

bool reading_next_line(struct lines *l)
{
	if (l->at == l->end)
		return false;
	const char *p = l->at;
	while (p < l->end && *p != '\n' && *p != '\r')
		p++;
	l->line = l->at;
	l->n = (size_t)(p - l->at);
	l->at = p + line_end(p, l->end);
	l->number++;
	return true;
}

/* ---- cells ---------------------------------------------------------------- */

/* ="0418 ""x""" */
static const char *unwrap_formula(struct arena *a, const char *text)
{
	size_t n = strlen(text);
	if (n < 3 || strncmp(text, "=\"", 2) != 0 || text[n - 1] != '"')
		return text;
	char *inner = arena_strndup(a, text + 2, n - 3), *out = inner;
	for (const char *p = inner; *p; p++) {
		*out++ = *p;
		p += p[0] == '"' && p[1] == '"';
	}
	*out = '\0';
	return inner;
}

/* White, or nothing at all: a zero-width blank, a mark of direction. */
static bool is_around(ucs4_t c)
{
	return uc_is_property_white_space(c) || uc_is_general_category_withtable(c, UC_CATEGORY_MASK_Cf);
}

static const char *without_ends(struct arena *a, const char *text)
{
	const uint8_t *start = (const uint8_t *)text, *end = start + strlen(text), *before;
	ucs4_t c;

	for (int n; (n = u8_strmbtouc(&c, start)) > 0 && is_around(c);)
		start += n;
	while ((before = u8_prev(&c, end, start)) && is_around(c))
		end = before;
	return text_trim(a, arena_strndup(a, (const char *)start, (size_t)(end - start)));
}

const char *reading_cell(struct arena *a, const char *text)
{
	const char *cell = without_ends(a, unwrap_formula(a, without_ends(a, text)));

	return cell[0] == '\'' && cell[1] && strchr("=+-@0123456789", cell[1]) ? cell + 1 : cell;
}

/* "#N/A", "#REF!", "#NOM?", "#####" */
static bool is_spreadsheet_error(const char *text)
{
	if (*text != '#')
		return false;
	size_t n = strlen(text);
	return strspn(text, "#") == n || strchr("!?", text[n - 1]) || strcmp(text, "#N/A") == 0 ||
	       strcmp(text, "#NV") == 0;
}

bool reading_says_something(const char *text)
{
	static const char *const signs[] = {
	    "-", "‐", "–", "—", "_", ".", "…", "?", "*", "/", "\\", " ", NULL};
	const char *s = text;
	for (int i = 0; *s && signs[i]; i++)
		if (strncmp(s, signs[i], strlen(signs[i])) == 0) {
			s += strlen(signs[i]);
			i = -1;
		}
	return *s && !is_spreadsheet_error(text);
}

const char *reading_company(struct arena *a, const char *text)
{
	static const char *const none[] = {"n a", "na", "n d", "s o", "none", "null", "nil", "nan",
	    "undefined", "unknown", "tbd", "not applicable", "no company", "aucun", "aucune", "inconnu",
	    "inconnue", "sans objet", "non applicable", "keine", NULL};
	if (!reading_says_something(text))
		return NULL;
	const char *folded = text_fold(a, text);
	for (int i = 0; none[i]; i++)
		if (strcmp(folded, none[i]) == 0)
			return NULL;
	return text;
}

#define PHONE_MAX 60 /* characters that a person's record keeps */

const char *reading_phone(struct arena *a, const char *text)
{
	const char *dialled = phone_dialled(a, text);
	return dialled && text_length(text) > PHONE_MAX ? dialled : dialled ? text : NULL;
}

/* ---- e-mail addresses ------------------------------------------------------- */

/* Dots stand between other characters, never at an end or side by side. */
static bool dots_are_inside(const char *s, size_t n)
{
	bool dot = true;

	for (size_t i = 0; i < n; i++) {
		if (dot && s[i] == '.')
			return false;
		dot = s[i] == '.';
	}
	return !dot;
}

static bool is_local_part(const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (!isalnum((unsigned char)s[i]) && !strchr("!#$%&'*+-/=?^_`{|}~.", s[i]))
			return false;
	return n <= EMAIL_LOCAL_MAX && dots_are_inside(s, n);
}

/* Letters of any alphabet: a name like müller.example is sent to as it is. */
static bool is_domain(const char *s, size_t n)
{
	ucs4_t c;
	int step;
	for (size_t i = 0; i < n; i += (size_t)step) {
		step = u8_strmbtouc(&c, (const uint8_t *)s + i);
		if (step <= 0 || (!uc_is_general_category_withtable(
				      c, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_M | UC_CATEGORY_MASK_Nd) &&
				     c != '-' && c != '.'))
			return false;
	}
	return memchr(s, '.', n) && dots_are_inside(s, n);
}

static const char *lower_case(struct arena *a, const char *text)
{
	size_t n;
	uint8_t *lower = u8_tolower((const uint8_t *)text, strlen(text), NULL, UNINORM_NFC, NULL, &n);
	const char *kept = lower ? arena_strndup(a, (const char *)lower, n) : text;

	free(lower);
	return kept;
}

/* One word as an address; NULL when it is none. */
static const char *address(struct arena *a, const char *word, size_t n)
{
	const char *email = arena_strndup(a, word, n);

	if (strncasecmp(email, "mailto:", 7) == 0)
		email += 7;
	n = strlen(email);
	if (n && email[n - 1] == '.')
		email = arena_strndup(a, email, --n);
	const char *at = strchr(email, '@');
	if (!at || n > EMAIL_MAX || !is_local_part(email, (size_t)(at - email)) ||
	    !is_domain(at + 1, n - (size_t)(at + 1 - email)))
		return NULL;
	return lower_case(a, email);
}

/* Between two of them, "a@x / b@x", or after it, "a@x (old)": its first word. */
static const char *first_word_address(struct arena *a, const char *text)
{
	const char *open = strchr(text, '<'), *close = open ? strchr(open, '>') : NULL;
	if (close)
		text = arena_strndup(a, open + 1, (size_t)(close - open - 1));
	text = text_trim(a, text);
	const char *comment = *text == '(' ? strchr(text, ')') : NULL;
	if (comment)
		text = comment + 1 + strspn(comment + 1, " ");
	size_t n = strcspn(text, " \t\n(");
	const char *whole = address(a, text, n), *slash = memchr(text, '/', n);
	return whole || !slash ? whole : address(a, text, (size_t)(slash - text));
}

const char *reading_email(struct arena *a, const char *text)
{
	const char *email = NULL;

	for (const char *s = text_plain_spaces(a, text_visible(a, text)); !email && *s;) {
		size_t n = strcspn(s, ",;|\n");
		email = first_word_address(a, arena_strndup(a, s, n));
		s += n + (s[n] != '\0');
	}
	return email;
}

/* ---- languages -------------------------------------------------------------- */

const char *reading_lang(struct arena *a, const char *text)
{
	static const struct {
		const char *word, *lang;
	} words[] = {
	    {"fr", "fr"},
	    {"fra", "fr"},
	    {"fre", "fr"},
	    {"francais", "fr"},
	    {"french", "fr"},
	    {"franzosisch", "fr"},
	    {"en", "en"},
	    {"eng", "en"},
	    {"ang", "en"},
	    {"anglais", "en"},
	    {"english", "en"},
	    {"englisch", "en"},
	};
	const char *folded = text_fold(a, text);
	size_t n = strcspn(folded, " ");

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strlen(words[i].word) == n && memcmp(words[i].word, folded, n) == 0)
			return words[i].lang;
	return NULL;
}
