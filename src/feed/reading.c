/* What every reader of another program's file needs: its bytes as text, its
 * lines counted, and the two things people spell freely, e-mail addresses and
 * languages. */
#include "feed/reading.h"

#include <ctype.h>
#include <iconv.h>
#include <string.h>

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

static bool is_domain(const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (!isalnum((unsigned char)s[i]) && s[i] != '-' && s[i] != '.')
			return false;
	return memchr(s, '.', n) && dots_are_inside(s, n);
}

const char *reading_email(struct arena *a, const char *text)
{
	const char *open = strchr(text, '<'), *close = open ? strchr(open, '>') : NULL;
	const char *inner = close ? arena_strndup(a, open + 1, (size_t)(close - open - 1)) : text;
	char *email = (char *)text_trim(a, inner);

	if (strncasecmp(email, "mailto:", 7) == 0)
		email += 7;
	size_t n = strlen(email);
	const char *at = strchr(email, '@');
	if (!at || n > EMAIL_MAX || !is_local_part(email, (size_t)(at - email)) ||
	    !is_domain(at + 1, n - (size_t)(at + 1 - email)))
		return NULL;
	email = arena_strndup(a, email, n);
	for (char *p = email; *p; p++)
		*p = (char)tolower((unsigned char)*p);
	return email;
}

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
