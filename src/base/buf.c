/* The growing buffer, and the two escapes that most of an answer's bytes pass
 * through: both look for the next byte that needs escaping and copy the run
 * before it whole, four at a glance. */
#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CAP_FIRST 256

void buf_free(struct buf *b)
{
	free(b->p);
	*b = (struct buf){.max = b->max};
}

void buf_clear(struct buf *b)
{
	b->n = 0;
	b->failed = false;
	if (b->p)
		b->p[0] = '\0';
}

const char *buf_take(struct buf *b, struct arena *a, const char *otherwise)
{
	const char *text = b->failed || !b->n ? otherwise : arena_strdup(a, b->p);
	buf_free(b);
	return text;
}

/* Makes room for n more bytes and their NUL. */
static bool buf_reserve(struct buf *b, size_t n)
{
	if (b->failed || n > b->max - b->n) {
		b->failed = true;
		return false;
	}
	if (n < b->cap - b->n)
		return true;
	size_t cap = b->cap ? b->cap * 2 : CAP_FIRST;
	if (cap <= b->n + n)
		cap = b->n + n + 1;
	char *p = realloc(b->p, cap);
	if (!p) {
		b->failed = true;
		return false;
	}
	b->p = p;
	b->cap = cap;
	return true;
}

void buf_add(struct buf *b, const void *p, size_t n)
{
	if (!n || !buf_reserve(b, n))
		return;
	memcpy(b->p + b->n, p, n);
	b->n += n;
	b->p[b->n] = '\0';
}

void buf_puts(struct buf *b, const char *s)
{
	buf_add(b, s, strlen(s));
}

void buf_char(struct buf *b, char c)
{
	buf_add(b, &c, 1);
}

void buf_int(struct buf *b, int64_t v)
{
	char digits[20], *end = digits + sizeof digits, *p = end;
	uint64_t rest = v < 0 ? -(uint64_t)v : (uint64_t)v;
	do
		*--p = (char)('0' + rest % 10);
	while (rest /= 10);
	if (v < 0)
		*--p = '-';
	buf_add(b, p, (size_t)(end - p));
}

void buf_printf(struct buf *b, const char *format, ...)
{
	char shortly[256]; /* most texts fit, and are then formatted only once */
	va_list args, again;
	va_start(args, format);
	va_copy(again, args);
	int n = vsnprintf(shortly, sizeof shortly, format, args);
	if (n < (int)sizeof shortly) {
		buf_add(b, shortly, n > 0 ? (size_t)n : 0);
	} else if (buf_reserve(b, (size_t)n)) {
		vsnprintf(b->p + b->n, (size_t)n + 1, format, again);
		b->n += (size_t)n;
	}
	va_end(again);
	va_end(args);
}

/* What cannot stand in a text as it is, in HTML and in JSON. */
enum { IN_HTML = 1, IN_JSON = 2 };
static const unsigned char special[256] = {[0 ... 0x1f] = IN_JSON,
    ['\\'] = IN_JSON,
    ['"'] = IN_HTML | IN_JSON,
    ['&'] = IN_HTML,
    ['<'] = IN_HTML,
    ['>'] = IN_HTML,
    ['\''] = IN_HTML};

/* What stands before the next such character is added; where that is. */
static size_t add_plain(struct buf *b, const char *s, size_t from, size_t n, int where)
{
	const unsigned char *u = (const unsigned char *)s;
	size_t i = from;
	while (i + 4 <= n &&
	       !((special[u[i]] | special[u[i + 1]] | special[u[i + 2]] | special[u[i + 3]]) & where))
		i += 4;
	while (i < n && !(special[u[i]] & where))
		i++;
	buf_add(b, s + from, i - from);
	return i;
}

void buf_html(struct buf *b, const char *s, size_t n)
{
	static const char *const escapes[] = {
	    ['&'] = "&amp;", ['<'] = "&lt;", ['>'] = "&gt;", ['"'] = "&quot;", ['\''] = "&#39;"};
	for (size_t i = 0; (i = add_plain(b, s, i, n, IN_HTML)) < n; i++)
		buf_puts(b, escapes[(unsigned char)s[i]]);
}

static void json_escape(struct buf *b, char c)
{
	static const char plain[] = "\"\\\n\r\t", letters[] = "\"\\nrt";
	const char *at = c ? strchr(plain, c) : NULL;
	if (at)
		buf_add(b, (const char[]){'\\', letters[at - plain]}, 2);
	else
		buf_printf(b, "\\u%04x", (unsigned)c);
}

void buf_json(struct buf *b, const char *s, size_t n)
{
	for (size_t i = 0; (i = add_plain(b, s, i, n, IN_JSON)) < n; i++)
		json_escape(b, s[i]);
}
