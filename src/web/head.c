/* Reading a request head strictly: whatever two readers could understand
 * differently is refused, so that nobody in front of us (a proxy) or behind us
 * (evhttp) sees another request than the one that was judged. */
#include "web/head.h"

#include <string.h>
#include <strings.h>

#include "base/text.h"

struct span {
	const char *p;
	size_t n;
};

static bool span_is(struct span s, const char *text)
{
	return s.n == strlen(text) && memcmp(s.p, text, s.n) == 0;
}

static bool span_is_name(struct span s, const char *name)
{
	return s.n == strlen(name) && strncasecmp(s.p, name, s.n) == 0;
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_letter_or_digit(char c)
{
	return is_digit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

/* No control character but the tab; bytes beyond ASCII may pass. */
static bool is_text(struct span s)
{
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		if ((c < 0x20 && c != '\t') || c == 0x7f)
			return false;
	}
	return true;
}

/* Only letters, digits and `also`, and at least one of them. */
static bool is_made_of(struct span s, const char *also)
{
	for (size_t i = 0; i < s.n; i++)
		if (!is_letter_or_digit(s.p[i]) && !memchr(also, s.p[i], strlen(also)))
			return false;
	return s.n > 0;
}

static bool is_token(struct span s)
{
	return is_made_of(s, "!#$%&'*+-.^_`|~");
}

/* Takes what stands before the first c away from s; false when there is no c. */
static bool span_cut(struct span *s, char c, struct span *ret)
{
	const char *at = memchr(s->p, c, s->n);

	if (at == NULL)
		return false;
	*ret = (struct span){s->p, (size_t)(at - s->p)};
	s->n -= ret->n + 1;
	s->p = at + 1;
	return true;
}

static struct span span_trim(struct span s)
{
	while (s.n > 0 && (*s.p == ' ' || *s.p == '\t'))
		s.p++, s.n--;
	while (s.n > 0 && (s.p[s.n - 1] == ' ' || s.p[s.n - 1] == '\t'))
		s.n--;
	return s;
}

static int read_version(struct span version, struct head *h)
{
	bool is_http = version.n == 8 && memcmp(version.p, "HTTP/", 5) == 0 && is_digit(version.p[5]) &&
		       version.p[6] == '.' && is_digit(version.p[7]);

	h->is_old = span_is(version, "HTTP/1.0");
	if (h->is_old || span_is(version, "HTTP/1.1"))
		return 0;
	return is_http ? 505 : 400;
}

static int read_method(struct span method, struct head *h)
{
	static const char *const known[] = {"GET", "HEAD", "POST", "PATCH", "PUT", "DELETE", "OPTIONS"};

	h->is_head = span_is(method, "HEAD");
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (span_is(method, known[i]))
			return 0;
	return is_token(method) ? 501 : 400;
}

static int read_request_line(struct span line, body_limit *limit, struct head *h)
{
	char path[HEAD_MAX];
	const char *query;
	struct span method, target;
	int status;

	if (!span_cut(&line, ' ', &method) || !span_cut(&line, ' ', &target))
		return 400;
	if ((status = read_version(line, h)) != 0 || (status = read_method(method, h)) != 0)
		return status;
	if ((query = head_target(target.p, target.n, path)) == NULL)
		return 400;
	h->body_max = limit(path, query, target.n - (size_t)(query - target.p));
	return 0;
}

static int read_host(struct span value, struct head *h)
{
	if (h->has_host || !is_made_of(value, "-._:[]"))
		return 400;
	h->has_host = true;
	return 0;
}

/* Up to 18 digits, so that no length can overflow. */
static int read_length(struct span value, struct head *h)
{
	if (h->has_length || value.n == 0 || value.n > 18)
		return 400;
	for (size_t i = 0; i < value.n; i++) {
		if (!is_digit(value.p[i]))
			return 400;
		h->length = h->length * 10 + (size_t)(value.p[i] - '0');
	}
	h->has_length = true;
	return 0;
}

static int read_coding(struct span value, struct head *h)
{
	if (h->chunked)
		return 400;
	h->chunked = true;
	return span_is_name(value, "chunked") ? 0 : 501;
}

static int read_header(struct span line, size_t at, struct head *h)
{
	struct span name;

	/* Also refuses a line that goes on with the one before: it begins with a space. */
	if (!span_cut(&line, ':', &name) || !is_token(name))
		return 400;
	line = span_trim(line);
	if (span_is_name(name, "Host"))
		return read_host(line, h);
	if (span_is_name(name, "Content-Length"))
		return read_length(line, h);
	if (span_is_name(name, "Transfer-Encoding")) {
		h->coding = at;
		return read_coding(line, h);
	}
	if (span_is_name(name, "Expect")) {
		if (h->expect > 0)
			return 400;
		h->expect = at;
	}
	if (h->expect == at)
		return span_is_name(line, "100-continue") ? 0 : 417;
	return 0;
}

static int judge(const struct head *h)
{
	if (!h->has_host && !h->is_old)
		return 400;
	if (h->chunked && (h->has_length || h->is_old))
		return 400;
	/* evhttp does not read the body of a HEAD: it would become the next request. */
	if (h->is_head && (h->chunked || h->length > 0))
		return 400;
	return h->length > h->body_max ? 413 : 0;
}

/* The line at the front of s, without its end, and moves past it.  HEAD_MORE
 * when its end is still missing, else 0 or a status. */
static int next_line(struct span *s, struct span *ret)
{
	bool whole = span_cut(s, '\n', ret);

	if (!whole)
		*ret = *s;
	if (ret->n > 0 && ret->p[ret->n - 1] == '\r')
		ret->n--;
	else if (whole)
		return 400;
	if (!is_text(*ret))
		return 400;
	return whole ? 0 : HEAD_MORE;
}

int head_read(const char *p, size_t n, body_limit *limit, struct head *ret)
{
	struct head h = {0};
	struct span rest = {p, n < HEAD_MAX ? n : HEAD_MAX};

	for (int lines = 0;; lines++) {
		struct span line;
		int status = next_line(&rest, &line);

		if (status == HEAD_MORE && n >= HEAD_MAX)
			return lines == 0 ? 414 : 431;
		if (status == 0 && lines > 0 && line.n == 0)
			break;
		if (status == 0 && lines > HEAD_LINES_MAX)
			return 431;
		if (status == 0)
			status = lines == 0 ? read_request_line(line, limit, &h)
					    : read_header(line, (size_t)(line.p - p), &h);
		if (status != 0)
			return status;
	}
	h.size = (size_t)(rest.p - p);
	*ret = h;
	return judge(&h);
}

static int hex(char c)
{
	if (is_digit(c))
		return c - '0';
	c |= 0x20;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static bool decode(struct span s, char *to)
{
	char *at = to;

	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] != '%') {
			*at++ = s.p[i];
			continue;
		}
		if (i + 2 >= s.n || hex(s.p[i + 1]) < 0 || hex(s.p[i + 2]) < 0)
			return false;
		*at++ = (char)(hex(s.p[i + 1]) * 16 + hex(s.p[i + 2]));
		i += 2;
	}
	*at = '\0';

	struct span path = {to, (size_t)(at - to)};
	return is_text(path) && memchr(path.p, '\t', path.n) == NULL && text_is_sound(path.p, path.n);
}

const char *head_target(const char *target, size_t n, char *path)
{
	static const char scheme[] = "http://";
	const size_t scheme_n = sizeof scheme - 1;
	struct span rest = {target, n}, route;

	if (n > scheme_n && strncasecmp(target, scheme, scheme_n) == 0) {
		rest = (struct span){target + scheme_n, n - scheme_n};
		if (!span_cut(&rest, '/', &route))
			return NULL;
		rest.p--, rest.n++;
	}
	if (!span_cut(&rest, '?', &route)) {
		route = rest;
		rest.p += rest.n;
	}
	if (route.n == 0 || *route.p != '/' || !decode(route, path))
		return NULL;
	return rest.p;
}
