/* What people wrote: is it sound, how long is it, how does it sort and match.
 *
 * Folding is the hot one; it works a character at a time from a table of the
 * alphabets people here write in, filled from libunistring at the first use. */
#include "base/text.h"

#include <errno.h>
#include <iconv.h>
#include <pthread.h>
#include <stdint.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>
#include <unistr.h>

static bool is_control(uint8_t u)
{
	return (u < 0x20 && u != '\t' && u != '\n' && u != '\r') || u == 0x7f;
}

/* C2 80 to C2 9F are the other thirty-two controls. */
static bool is_second_of_control(const uint8_t *u, size_t i)
{
	return i > 0 && u[i - 1] == 0xc2 && u[i] >= 0x80 && u[i] < 0xa0;
}

bool text_is_sound(const char *s, size_t n)
{
	const uint8_t *u = (const uint8_t *)s;
	for (size_t i = 0; i < n; i++)
		if (is_control(u[i]) || is_second_of_control(u, i))
			return false;
	return !u8_check(u, n);
}

void text_blank_controls(char *s, size_t n)
{
	uint8_t *u = (uint8_t *)s;
	for (size_t i = 0; i < n; i++)
		if (is_control(u[i]))
			u[i] = ' ';
		else if (is_second_of_control(u, i))
			u[i] = 0xa0; /* C2 A0 is a blank too */
}

size_t text_length(const char *s)
{
	size_t n = 0;
	for (; *s; s++)
		n += ((unsigned char)*s & 0xc0) != 0x80;
	return n;
}

bool text_same(const char *a, const char *b)
{
	return a == b || (a && b && strcmp(a, b) == 0);
}

/* -- folding */

#define FOLD_KNOWN 0x530 /* up to here: Latin, Greek, Cyrillic */
#define FOLD_PART 4      /* bytes of one letter */
#define FOLD_MOST 96     /* bytes one character can become: U+FDFA becomes eighteen letters */

enum { FOLD_BREAK = 255 }; /* not part of a word */

struct fold {
	uint8_t n; /* or FOLD_BREAK; 0 leaves nothing, as an accent */
	char text[7];
};

static struct fold folds[FOLD_KNOWN];
static pthread_once_t folds_once = PTHREAD_ONCE_INIT;

/* Letters that Unicode does not take apart but readers do. */
static const char *letter_apart(ucs4_t c)
{
	switch (c) {
	case U'æ':
		return "ae";
	case U'œ':
		return "oe";
	case U'ø':
		return "o";
	case U'ł':
		return "l";
	case U'đ':
	case U'ð':
		return "d";
	case U'þ':
		return "th";
	case U'ı':
		return "i";
	default:
		return NULL;
	}
}

/* What stays of a character that is already lower case and taken apart. */
static size_t fold_part(ucs4_t c, uint8_t out[FOLD_PART])
{
	const char *apart = letter_apart(c);
	if (apart) {
		memcpy(out, apart, strlen(apart));
		return strlen(apart);
	}
	if (!uc_is_general_category_withtable(
		c, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_N | UC_CATEGORY_MASK_Mc))
		return 0;
	int n = u8_uctomb(out, c, FOLD_PART);
	return n > 0 ? (size_t)n : 0;
}

/* Folds one character into out; the number of bytes or FOLD_BREAK. */
static size_t fold_character(ucs4_t c, char out[FOLD_MOST])
{
	const uint32_t invisible = UC_CATEGORY_MASK_Mn | UC_CATEGORY_MASK_Me | UC_CATEGORY_MASK_Cf;
	uint32_t parts[FOLD_MOST];
	size_t n = 0, count = sizeof parts / sizeof *parts;
	uint32_t *p = u32_casefold(&c, 1, NULL, UNINORM_NFKD, parts, &count);
	if (!p)
		return 0;
	for (size_t i = 0; i < count && n + FOLD_PART <= FOLD_MOST; i++)
		n += fold_part(p[i], (uint8_t *)out + n);
	if (p != parts)
		free(p);
	return n || uc_is_general_category_withtable(c, invisible) ? n : FOLD_BREAK;
}

static void folds_fill(void)
{
	char text[FOLD_MOST];
	for (ucs4_t c = 1; c < FOLD_KNOWN; c++) {
		size_t n = fold_character(c, text);
		folds[c].n = (uint8_t)n;
		if (n <= sizeof folds[c].text)
			memcpy(folds[c].text, text, n);
	}
}

/* The character at s, which is not at its end; a byte that is none reads as U+FFFD. */
static size_t next_character(const char *s, ucs4_t *ret)
{
	*ret = (unsigned char)*s;
	if (*ret < 0x80)
		return 1;
	int n = u8_strmbtouc(ret, (const uint8_t *)s);
	if (n > 0)
		return (size_t)n;
	*ret = 0xfffd;
	return 1;
}

/* Bytes that a character leaves, or FOLD_BREAK. */
static size_t fold_size(ucs4_t c)
{
	char fresh[FOLD_MOST];
	return c < FOLD_KNOWN ? folds[c].n : fold_character(c, fresh);
}

const char *text_word(const char *s, size_t *ret_n)
{
	pthread_once(&folds_once, folds_fill);
	const char *word = NULL, *end = s;
	while (*s) {
		ucs4_t c;
		s += next_character(s, &c);
		size_t size = fold_size(c);
		if (size == FOLD_BREAK && word)
			break;
		if (size != FOLD_BREAK && size > 0 && !word)
			word = end;
		end = s;
	}
	if (word)
		*ret_n = (size_t)(end - word);
	return word;
}

const char *text_fold(struct arena *a, const char *s)
{
	pthread_once(&folds_once, folds_fill);
	size_t n = 0, cap = strlen(s) + FOLD_MOST + 2;
	char *out = arena_alloc(a, cap);
	bool gap = false;
	while (*s) {
		ucs4_t c;
		s += next_character(s, &c);
		char fresh[FOLD_MOST];
		const char *text = c < FOLD_KNOWN ? folds[c].text : fresh;
		size_t size = c < FOLD_KNOWN ? folds[c].n : fold_character(c, fresh);
		if (size == FOLD_BREAK) {
			gap = n > 0;
			continue;
		}
		if (cap - n < size + 2) {
			char *wider = arena_alloc(a, cap *= 2);
			out = memcpy(wider, out, n);
		}
		if (gap && size)
			out[n++] = ' ';
		gap = gap && !size;
		memcpy(out + n, text, size);
		n += size;
	}
	return out;
}

/* -- shaping */

static bool is_white(ucs4_t c)
{
	return uc_is_property_white_space(c);
}

bool text_has_white(const char *s)
{
	ucs4_t c;
	for (size_t step; *s; s += step) {
		step = next_character(s, &c);
		if (is_white(c))
			return true;
	}
	return false;
}

const char *text_visible(struct arena *a, const char *s)
{
	char *out = arena_alloc(a, strlen(s) + 1), *o = out;
	ucs4_t c;
	for (size_t step; *s; s += step) {
		step = next_character(s, &c);
		if (!uc_is_general_category_withtable(c, UC_CATEGORY_MASK_Cf))
			o = (char *)memcpy(o, s, step) + step;
	}
	*o = '\0';
	return out;
}

const char *text_name_folded(struct arena *a, const char *name)
{
	const char *folded = text_fold(a, name);
	return *folded ? folded : text_name_key(a, name);
}

const char *text_name_key(struct arena *a, const char *s)
{
	const char *seen = text_trim(a, text_visible(a, s));
	char *out = arena_alloc(a, strlen(seen) + 1), *o = out;
	ucs4_t c;
	for (size_t step; *seen; seen += step) {
		step = next_character(seen, &c);
		if (!is_white(c))
			o = (char *)memcpy(o, seen, step) + step;
		else if (o == out || o[-1] != ' ')
			*o++ = ' ';
	}
	*o = '\0';
	size_t n;
	uint8_t *key = u8_casefold((const uint8_t *)out, (size_t)(o - out), NULL, UNINORM_NFC, NULL, &n);
	const char *kept = key ? arena_strndup(a, (const char *)key, n) : out;
	free(key);
	return kept;
}

const char *text_lower(struct arena *a, const char *s)
{
	char *copy = arena_strdup(a, s);
	for (char *p = copy; *p; p++)
		if (*p >= 'A' && *p <= 'Z')
			*p = (char)(*p - 'A' + 'a');
	return copy;
}

const char *text_trim(struct arena *a, const char *s)
{
	ucs4_t c;
	size_t n = 0;
	for (size_t step; *s && (step = next_character(s, &c), is_white(c)); s += step)
		;
	const uint8_t *start = (const uint8_t *)s, *end = start + strlen(s), *before;
	while ((before = u8_prev(&c, end, start)) && is_white(c))
		end = before;

	char *out = arena_alloc(a, (size_t)(end - start) + 1);
	for (const uint8_t *p = start; p < end; p++) {
		if (*p == '\r' && p[1] == '\n')
			continue;
		out[n++] = *p == '\r' ? '\n' : (char)*p;
	}
	return out;
}

const char *text_short(struct arena *a, const char *s, size_t n)
{
	size_t bytes = strlen(s); /* never fewer than characters */
	if (bytes <= n || text_length(s) <= n)
		return arena_strndup(a, s, bytes);
	if (n == 0)
		return "";
	/* One of the n is the ellipsis. */
	const char *p = s, *hard = s, *word = s;
	bool white = false;
	for (size_t i = 0; i < n; i++) {
		ucs4_t c;
		size_t step = next_character(p, &c);
		bool was_white = white;
		white = is_white(c);
		if (white && !was_white)
			word = p;
		hard = p;
		p += step;
	}
	const char *cut = word > s ? word : hard;
	return arena_printf(a, "%.*s…", (int)(cut - s), s);
}

const char *text_line(struct arena *a, const char **rest)
{
	const char *s = *rest;
	if (!s || !*s)
		return NULL;
	size_t n = strcspn(s, "\n");
	*rest = s + n + (s[n] != 0);
	return arena_strndup(a, s, n);
}

/* -- for programs, and for pages */

const char *text_plain_spaces(struct arena *a, const char *s)
{
	static const char *const kept[] = {"\u00a0", "\u202f"};
	char *copy = arena_strdup(a, s);
	for (int i = 0; i < 2; i++)
		for (char *at; (at = strstr(copy, kept[i]));) {
			*at = ' ';
			memmove(at + 1, at + strlen(kept[i]), strlen(at + strlen(kept[i])) + 1);
		}
	return copy;
}

/* Quotes of every language, and "<" of an address in brackets. */
static bool ends_address(ucs4_t c)
{
	return is_white(c) || c < 0x20 || (c < 0x80 && strchr("<>\"", (int)c)) || c == U'«' || c == U'»' ||
	       (c >= 0x2000 && c < 0x2070);
}

/* "(see https://a.example/b)": the bracket is the sentence's, unless it was opened
 * inside the address. */
static bool is_of_sentence(const char *address, size_t n)
{
	char last = address[n - 1];
	if (strchr(".,;:!?'*", last))
		return true;
	if (last != ')' && last != ']')
		return false;
	char opens = last == ')' ? '(' : '[';
	int open = 0;
	for (size_t i = 0; i < n; i++)
		open += (address[i] == opens) - (address[i] == last);
	return open < 0;
}

#define ADDRESS_MAX 2000 /* bytes: whoever writes more to us is no address of a page */

/* Bytes of the web address that begins here; 0: none does. */
static size_t address_here(const char *s)
{
	size_t scheme = strncasecmp(s, "https://", 8) == 0 ? 8 : strncasecmp(s, "http://", 7) == 0 ? 7 : 0;
	size_t n = scheme;
	ucs4_t c;
	while (scheme && s[n] && n < ADDRESS_MAX) {
		size_t step = next_character(s + n, &c);
		if (ends_address(c))
			break;
		n += step;
	}
	while (n > scheme && is_of_sentence(s, n))
		n--;
	return n > scheme ? n : 0;
}

static bool in_word(char before)
{
	return (before >= '0' && before <= '9') || (before >= 'A' && before <= 'Z') ||
	       (before >= 'a' && before <= 'z');
}

int text_pieces(struct arena *a, const char *s, const struct piece **ret)
{
	struct piece *all = NULL;
	int n = 0;
	for (const char *from = s, *at = s;;) {
		size_t address = *at && (at == s || !in_word(at[-1])) ? address_here(at) : 0;
		if (!address && *at) {
			at++;
			continue;
		}
		if (at > from) {
			all = arena_grown(a, all, n, sizeof *all);
			all[n++] = (struct piece){arena_strndup(a, from, (size_t)(at - from)), false};
		}
		if (!address)
			break;
		all = arena_grown(a, all, n, sizeof *all);
		all[n++] = (struct piece){arena_strndup(a, at, address), true};
		from = at += address;
	}
	*ret = all;
	return n;
}

/* -- other encodings */

/* The n bytes between two braces. */
static const struct place *place_named(const struct place *p, const char *name, size_t n)
{
	while (p->name && (strncmp(p->name, name, n) != 0 || p->name[n]))
		p++;
	return p->name ? p : NULL;
}

const char *text_fill(struct arena *a, const char *sentence, const struct place *places, const void *from)
{
	const char *filled = "", *open;
	while ((open = strchr(sentence, '{'))) {
		size_t n = strcspn(open, "}");
		const struct place *p = open[n] ? place_named(places, open + 1, n - 1) : NULL;
		size_t kept = (size_t)(open - sentence) + (p ? 0 : 1);
		filled = arena_printf(a, "%s%.*s%s", filled, (int)kept, sentence, p ? p->value(from) : "");
		sentence = p ? open + n + 1 : open + 1;
	}
	return arena_printf(a, "%s%s", filled, sentence);
}

static bool charset_is_sound(const char *name)
{
	size_t n = strspn(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.:");
	return n > 0 && n <= 40 && name[n] == '\0';
}

/* Converts into out, which has room for three bytes for each of s; a byte that
 * the charset does not know becomes U+FFFD. */
static void convert(iconv_t cd, const char *s, size_t n, char *out, size_t room)
{
	char *in = (char *)(uintptr_t)s;
	while (n && iconv(cd, &in, &n, &out, &room) == (size_t)-1 && errno != E2BIG && room >= 3) {
		memcpy(out, "\xef\xbf\xbd", 3);
		out += 3;
		room -= 3;
		in++;
		n--;
	}
	iconv(cd, NULL, NULL, &out, &room); /* some hold the last letter back, for an accent to come */
}

const char *text_to_utf8(struct arena *a, const char *s, size_t n, const char *charset)
{
	if (!u8_check((const uint8_t *)s, n))
		return arena_strndup(a, s, n);
	if (!charset)
		charset = "WINDOWS-1252";
	iconv_t cd = charset_is_sound(charset) ? iconv_open("UTF-8", charset) : (iconv_t)-1;
	if (cd == (iconv_t)-1)
		return NULL;
	size_t room = n * 3;
	char *out = arena_alloc(a, room + 1);
	convert(cd, s, n, out, room);
	iconv_close(cd);
	return out;
}

/* ---- numbers as people type them --------------------------------------------------- */

#define NUMBER_BYTES 32

/* A blank of any width or an apostrophe, which stand between thousands only: its bytes;
 * 0: it is another sign. */
static size_t between_thousands(const char *s)
{
	static const char *const signs[] = {" ", "\u00a0", "\u202f", "\u2009", "'", "’"};
	for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++)
		if (strncmp(s, signs[i], strlen(signs[i])) == 0)
			return strlen(signs[i]);
	return 0;
}

/* Every such sign made one blank; false: something else stands in it, or it is too long. */
static bool signs_made_plain(const char *s, char ret[NUMBER_BYTES])
{
	size_t n = 0;
	for (size_t step; *s; s += step) {
		step = between_thousands(s);
		if (n == NUMBER_BYTES - 1 || (!step && !strchr("0123456789,.", *s)))
			return false;
		ret[n++] = step ? ' ' : *s;
		step += !step;
	}
	ret[n] = 0;
	return true;
}

static size_t digits_at(const char *s)
{
	return strspn(s, "0123456789");
}

/* Takes the marks between thousands out, in place: one mark throughout, three digits
 * after each; false: it is not written so. */
static bool thousands_joined(char *whole)
{
	size_t n = digits_at(whole), out = n;
	char mark = whole[n];
	if (n == 0 || (mark && n > 3))
		return false;
	for (const char *s = whole + n; *s; s += 4) {
		if (*s != mark || digits_at(s + 1) < 3 || (s[4] && s[4] != mark))
			return false;
		memmove(whole + out, s + 1, 3);
		out += 3;
	}
	whole[out] = 0;
	return true;
}

/* "1,234.50" and "1 234,50" as "1234" and "50": in either language the last comma or
 * point begins the fraction when at most so many digits follow and no other of its kind
 * stands before; else it stands between thousands. */
static bool number_typed(const char *s, size_t decimals, char whole[NUMBER_BYTES], const char **ret_fraction)
{
	if (!signs_made_plain(s, whole))
		return false;
	char *comma = strrchr(whole, ','), *point = strrchr(whole, '.'),
	     *last = comma > point ? comma : point;
	*ret_fraction = "";
	if (last && strchr(whole, *last) == last && strlen(last + 1) <= decimals &&
	    last[1 + digits_at(last + 1)] == 0) {
		*ret_fraction = last + 1;
		*last = 0;
	}
	return thousands_joined(whole);
}

#define CENTS_DIGITS 13 /* of what is whole in it */

bool text_cents(const char *s, int64_t *ret)
{
	char whole[NUMBER_BYTES];
	const char *fraction;
	bool less = *s == '-';
	if (!number_typed(s + less, 2, whole, &fraction) || strlen(whole) > CENTS_DIGITS)
		return false;
	int64_t cents = strtoll(whole, NULL, 10) * 100;
	if (*fraction)
		cents += strtoll(fraction, NULL, 10) * (fraction[1] ? 1 : 10);
	*ret = less ? -cents : cents;
	return true;
}

bool text_minutes(const char *s, int64_t *ret)
{
	char whole[NUMBER_BYTES], number[2 * NUMBER_BYTES];
	const char *fraction;
	if (!number_typed(s, NUMBER_BYTES, whole, &fraction))
		return false;
	snprintf(number, sizeof number, "%s.%s", whole, fraction);
	*ret = llround(strtod(number, NULL) * 60);
	return true;
}

static bool turns_direction(const unsigned char mark[3])
{
	return (mark[1] == 0x80 && mark[2] >= 0xaa && mark[2] <= 0xae) ||
	       (mark[1] == 0x81 && mark[2] >= 0xa6 && mark[2] <= 0xa9);
}

static bool ends_line(const unsigned char mark[3])
{
	return mark[1] == 0x80 && (mark[2] == 0xa8 || mark[2] == 0xa9);
}

const char *text_one_line(struct arena *a, const char *s)
{
	char *line = arena_alloc(a, strlen(s) + 1), *to = line;
	for (; *s; s++) {
		const unsigned char *u = (const unsigned char *)s;
		bool three = u[0] == 0xe2 && u[1] && u[2], line_end = *s == '\n' || *s == '\t';
		if (three && (turns_direction(u) || ends_line(u))) {
			line_end = ends_line(u);
			s += 2;
			if (!line_end)
				continue;
		}
		*to++ = line_end ? ' ' : *s;
	}
	*to = '\0';
	return line;
}
