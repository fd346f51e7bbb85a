/* The JSON writer: puts the commas, the quotes and the escapes, and trusts its
 * caller to open and close in order. */
#include "base/json.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

struct jw jw_to(struct buf *out)
{
	return (struct jw){.out = out};
}

/* Every value begins here. */
static void json_begin(struct jw *j)
{
	if (j->comma)
		buf_char(j->out, ',');
	j->comma = true;
}

static void json_open(struct jw *j, char bracket)
{
	json_begin(j);
	buf_char(j->out, bracket);
	j->comma = false;
}

static void json_close(struct jw *j, char bracket)
{
	buf_char(j->out, bracket);
	j->comma = true;
}

void jw_object(struct jw *j)
{
	json_open(j, '{');
}

void jw_array(struct jw *j)
{
	json_open(j, '[');
}

void jw_end_object(struct jw *j)
{
	json_close(j, '}');
}

void jw_end_array(struct jw *j)
{
	json_close(j, ']');
}

struct jw *jw_key(struct jw *j, const char *key)
{
	jw_text(j, key);
	buf_char(j->out, ':');
	j->comma = false;
	return j;
}

void jw_text(struct jw *j, const char *s)
{
	if (s)
		jw_text_n(j, s, strlen(s));
	else
		jw_null(j);
}

void jw_text_n(struct jw *j, const char *s, size_t n)
{
	json_begin(j);
	buf_char(j->out, '"');
	buf_json(j->out, s, n);
	buf_char(j->out, '"');
}

void jw_int(struct jw *j, int64_t v)
{
	json_begin(j);
	buf_int(j->out, v);
}

void jw_bool(struct jw *j, bool v)
{
	jw_raw(j, v ? "true" : "false");
}

void jw_null(struct jw *j)
{
	jw_raw(j, "null");
}

void jw_number(struct jw *j, double v, int decimals)
{
	char text[400]; /* the largest double has 309 digits before the point */
	if (!isfinite(v)) {
		jw_null(j);
		return;
	}
	size_t n = (size_t)snprintf(text, sizeof text, "%.*f", decimals, v);
	if (n >= sizeof text)
		n = sizeof text - 1;
	if (memchr(text, '.', n)) {
		while (text[n - 1] == '0')
			n--;
		if (text[n - 1] == '.')
			n--;
	}
	text[n] = '\0';
	jw_raw(j, strcmp(text, "-0") == 0 ? "0" : text);
}

void jw_raw(struct jw *j, const char *json_value)
{
	json_begin(j);
	buf_puts(j->out, json_value ? json_value : "null");
}

void jw_text_of(struct jw *j, const char *key, const char *s)
{
	jw_text(jw_key(j, key), s);
}

void jw_int_of(struct jw *j, const char *key, int64_t v)
{
	jw_int(jw_key(j, key), v);
}

void jw_bool_of(struct jw *j, const char *key, bool v)
{
	jw_bool(jw_key(j, key), v);
}
