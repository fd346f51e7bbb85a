/* Reads a number from left to right, a digit at a time; what stands between digits
 * decides whether the number goes on, an extension begins, or another number. */
#include "base/phone.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>
#include <unictype.h>
#include <unistr.h>

#define LEAST 3 /* digits of the shortest number: 911, or a line of the house */
#define MOST 18 /* E.164 has fifteen; words on a keypad run on */
#define WHOLE 7 /* a number without its area code */
#define WHOLE_FROM_1 11
#define EXTENSION_MOST 6

struct dial {
	const char *at; /* what is left of the text */
	char digits[MOST + 1], extension[EXTENSION_MOST + 1];
	int n;
	bool plus;
};

/* The character at s, 0 at its end, and its bytes. */
static ucs4_t character(const char *s, int *ret_n)
{
	ucs4_t c = 0;
	*ret_n = u8_strmbtouc(&c, (const uint8_t *)s);
	if (*ret_n < 0) {
		c = 0xfffd;
		*ret_n = 1;
	}
	return c;
}

static int digit_at(const char *s, int *ret_n)
{
	return uc_decimal_value(character(s, ret_n));
}

static bool is_whole(const struct dial *d)
{
	return d->n >= (d->digits[0] == '1' ? WHOLE_FROM_1 : WHOLE);
}

static size_t letters_at(const char *s)
{
	size_t n = 0;
	while ((s[n] >= 'A' && s[n] <= 'Z') || (s[n] >= 'a' && s[n] <= 'z'))
		n++;
	return n;
}

static bool is_extension_word(const char *s, size_t n)
{
	static const char *const words[] = {
	    "x", "p", "ext", "extn", "extension", "poste", "post", "int", "dw", "durchwahl", NULL};
	for (int i = 0; words[i]; i++)
		if (strlen(words[i]) == n && strncasecmp(words[i], s, n) == 0)
			return true;
	return false;
}

static int digits_in(const char *s)
{
	int count = 0;
	for (int n; *s; s += n)
		count += digit_at(s, &n) >= 0;
	return count;
}

/* So many digits without anything else between them. */
static int run_of_digits(const char *s, char *ret, int room)
{
	int count = 0, n, value;
	while ((value = digit_at(s, &n)) >= 0) {
		if (count < room)
			ret[count] = (char)('0' + value);
		count++;
		s += n;
	}
	return count;
}

/* "ext. 12", "#12", ",12": the first digits after the mark. */
static void take_extension(struct dial *d, const char *s)
{
	int n;
	for (; *s && digit_at(s, &n) < 0; s += n)
		if (letters_at(s) || strchr(",;/+", *s))
			return;
	int count = run_of_digits(s, d->extension, EXTENSION_MOST);
	d->extension[count <= EXTENSION_MOST ? count : 0] = 0;
}

/* Letters are on the keypad behind a hyphen, and while the number is not whole; any
 * other word is said about the number. */
static bool take_word(struct dial *d, size_t n)
{
	static const char keypad[] = "22233344455566677778889999";
	if (is_extension_word(d->at, n)) {
		take_extension(d, d->at + n);
		return false;
	}
	if (d->n < LEAST || (d->at[-1] != '-' && is_whole(d)))
		return d->n == 0;
	for (size_t i = 0; i < n && d->n < MOST; i++)
		d->digits[d->n++] = keypad[(d->at[i] | 0x20) - 'a'];
	return true;
}

/* The zero dialled only from within the country. */
static size_t trunk_zero(const struct dial *d)
{
	const char *s = d->at + 1;
	s += strspn(s, " ");
	if (!d->n || *s != '0')
		return 0;
	s++;
	s += strspn(s, " ");
	return *s == ')' ? (size_t)(s + 1 - d->at) : 0;
}

/* Between a number and what is about it or comes after it; false: it is over. */
static bool take_mark(struct dial *d, ucs4_t c)
{
	if (c == '+' || c == U'＋') {
		d->plus = d->plus || d->n == 0;
		return d->n == 0;
	}
	if (c == '#' && d->n >= LEAST) {
		take_extension(d, d->at + 1);
		return false;
	}
	if ((c == ',' || c == ';') && d->n >= LEAST) {
		const char *after = d->at + 1 + strspn(d->at + 1, " ");
		size_t word = letters_at(after);
		if (word ? is_extension_word(after, word) : digits_in(after) <= EXTENSION_MOST)
			take_extension(d, after + word);
		return false;
	}
	return !(c < 0x80 && strchr("/|&(\n", (int)c) && is_whole(d));
}

/* One more character, or several; false: the number is over. */
static bool take(struct dial *d)
{
	int n, value = digit_at(d->at, &n);
	size_t word = letters_at(d->at), zero = *d->at == '(' ? trunk_zero(d) : 0;
	if (value >= 0) {
		if (d->n == MOST)
			return false;
		d->digits[d->n++] = (char)('0' + value);
	} else if (word) {
		if (!take_word(d, word))
			return false;
		n = (int)word;
	} else if (zero) {
		n = (int)zero;
	} else if (!take_mark(d, character(d->at, &n))) {
		return false;
	}
	d->at += n;
	return true;
}

/* "4.18556E+09": a spreadsheet's, whose last digits are lost. */
static bool is_scientific(const char *s)
{
	const char *e = s + strspn(s, "0123456789.,");
	return e > s && (*e == 'e' || *e == 'E') && strspn(e + 1, "+-") == 1 && e[2] >= '0' && e[2] <= '9';
}

const char *phone_dialled(struct arena *a, const char *written)
{
	struct dial d = {.at = written};
	if (strncasecmp(written, "tel:", 4) == 0)
		d.at += 4;
	d.at += strspn(d.at, " ");
	if (is_scientific(d.at) || strchr(d.at, '@'))
		return NULL;
	while (*d.at && take(&d))
		;
	if (d.n < LEAST)
		return NULL;
	return arena_printf(a, "%s%s%s%s", d.plus ? "+" : "", d.digits, *d.extension ? "," : "", d.extension);
}
