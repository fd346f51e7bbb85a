/* What the server takes for a request head, and with what it refuses the rest. */
#include "tap.h"

#include "web/head.h"

static size_t limit(const char *path, const char *query, size_t query_n)
{
	return strcmp(path, "/door") == 0 && query_n != strlen("all") ? 10
	       : query_n > 500                                        ? strlen(query)
								      : 1000;
}

static struct head head;

static int status_of(const char *text)
{
	return head_read(text, strlen(text), limit, &head);
}

#define GET "GET / HTTP/1.1\r\nHost: a\r\n"
#define POST "POST / HTTP/1.1\r\nHost: a\r\n"

TEST(sound)
{
	is_int(status_of(GET "\r\nmore"), 0, "the least there is");
	is_int(head.size, strlen(GET "\r\n"), "it ends with its empty line");
	is_int(head.length, 0, "no body");
	is_int(status_of("GET / HTTP/1.0\r\n\r\n"), 0, "an old client names no host");
	is_int(status_of("GET http://a/b?c HTTP/1.1\r\nHost: [::1]:8080\r\n\r\n"), 0, "an absolute target");
	is_int(status_of(POST "content-length:\t12 \r\n\r\n"), 0, "a length, spaced");
	is_int(head.length, 12, "it is read");
	is_int(status_of(POST "Transfer-Encoding: Chunked\r\n\r\n"), 0, "chunks");
	ok(head.chunked, "they are seen");
	is_int(status_of(POST "Expect: 100-continue\r\nX: caf\xc3\xa9\t\r\n\r\n"), 0,
	    "tabs and UTF-8 in a value");
}

TEST(not_whole)
{
	const char *text = POST "Content-Length: 1\r\n\r\n";
	bool more = true;

	for (size_t n = 0; n < strlen(text); n++)
		more = more && head_read(text, n, limit, &head) == HEAD_MORE;
	ok(more, "every beginning of a sound head waits for more");
	is_int(head_read("GET \0", 5, limit, &head), 400, "a NUL is refused before the line ends");
	is_int(status_of("\x16\x03\x01"), 400, "so is TLS");
	is_int(status_of("GET /\r\n"), 400, "and HTTP/0.9");
}

TEST(request_line)
{
	is_int(status_of("\r\n" GET "\r\n"), 400, "an empty line in front");
	is_int(status_of("GET  / HTTP/1.1\r\n"), 400, "two spaces");
	is_int(status_of("GET / HTTP/1.1 \r\n"), 400, "a space at the end");
	is_int(status_of("GET / HTTP/2.0\r\n"), 505, "another version");
	is_int(status_of("GET / http/1.1\r\n"), 400, "no version");
	is_int(status_of("BREW / HTTP/1.1\r\n"), 501, "another method");
	is_int(status_of("get / HTTP/1.1\r\n"), 501, "methods are in capitals");
	is_int(status_of("G(T / HTTP/1.1\r\n"), 400, "no method");
	is_int(status_of("GET /%zz HTTP/1.1\r\n"), 400, "a bad escape");
	is_int(status_of("OPTIONS * HTTP/1.1\r\n"), 400, "no path");
}

TEST(lines)
{
	is_int(status_of("GET / HTTP/1.1\nHost: a\n\n"), 400, "bare line feeds");
	is_int(status_of(GET "X: a\rb\r\n\r\n"), 400, "a bare carriage return");
	is_int(status_of(GET "X: a\x7f\r\n\r\n"), 400, "a control character");
	is_int(status_of(GET "X: a\r\n b\r\n\r\n"), 400, "a value over two lines");
	is_int(status_of(GET "X : a\r\n\r\n"), 400, "a space in the name");
	is_int(status_of(GET ": a\r\n\r\n"), 400, "no name");
	is_int(status_of(GET "X\r\n\r\n"), 400, "no colon");
	is_int(status_of(GET "Expect: rain\r\n\r\n"), 417, "another expectation");
}

TEST(host)
{
	is_int(status_of("GET / HTTP/1.1\r\n\r\n"), 400, "none");
	is_int(status_of(GET "Host: a\r\n\r\n"), 400, "two");
	is_int(status_of("GET / HTTP/1.1\r\nHost:\r\n\r\n"), 400, "empty");
	is_int(status_of("GET / HTTP/1.1\r\nHost: a/b\r\n\r\n"), 400, "not a name");
}

TEST(length)
{
	is_int(status_of(POST "Content-Length: 5\r\nContent-Length: 5\r\n\r\n"), 400, "two");
	is_int(status_of(POST "Content-Length: +5\r\n\r\n"), 400, "a sign");
	is_int(status_of(POST "Content-Length: 5 ,5\r\n\r\n"), 400, "a list");
	is_int(status_of(POST "Content-Length:\r\n\r\n"), 400, "empty");
	is_int(
	    status_of(POST "Content-Length: 99999999999999999999\r\n\r\n"), 400, "more than a number holds");
	is_int(status_of(POST "Content-Length: 1000\r\n\r\n"), 0, "at the limit");
	is_int(status_of(POST "Content-Length: 1001\r\n\r\n"), 413, "beyond the limit");
	is_int(
	    status_of(POST "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n"), 400, "beside chunks");
	is_int(status_of(POST "Transfer-Encoding: gzip, chunked\r\n\r\n"), 501, "another coding");
	is_int(status_of(POST "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n"), 400,
	    "chunks twice");
	is_int(status_of("POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n"), 400,
	    "chunks from an old client");
	is_int(
	    status_of("HEAD / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n"), 400, "a HEAD with a body");
}

static int with_headers(int n)
{
	static char text[HEAD_MAX];
	int at = snprintf(text, sizeof text, "GET / HTTP/1.0\r\n");

	while (n-- > 0)
		at += snprintf(text + at, sizeof text - (size_t)at, "X: %d\r\n", n);
	at += snprintf(text + at, sizeof text - (size_t)at, "\r\n");
	return head_read(text, (size_t)at, limit, &head);
}

TEST(size)
{
	static char text[2 * HEAD_MAX];

	memset(text, 'a', sizeof text);
	memcpy(text, "GET /", 5);
	is_int(head_read(text, HEAD_MAX - 1, limit, &head), HEAD_MORE, "a long target may still end");
	is_int(head_read(text, sizeof text, limit, &head), 414, "a longer one is refused");
	memcpy(text, GET "X:", strlen(GET "X:"));
	is_int(head_read(text, sizeof text, limit, &head), 431, "so is a long header");
	memcpy(text + HEAD_MAX - 4, "\r\n\r\n", 4);
	is_int(head_read(text, HEAD_MAX, limit, &head), 0, "the largest head");
	is_int(head.size, HEAD_MAX, "is whole");

	is_int(with_headers(HEAD_LINES_MAX), 0, "a hundred headers");
	is_int(with_headers(HEAD_LINES_MAX + 1), 431, "one more");
}

static const char *target(const char *text)
{
	static char path[100];
	static char both[250];
	const char *query = head_target(text, strlen(text), path);

	if (query == NULL)
		return NULL;
	snprintf(both, sizeof both, "%s|%s", path, query);
	return both;
}

TEST(target)
{
	is_text(target("/"), "/|", "the root");
	is_text(
	    target("/a%20b/caf%C3%a9?q=%20?"), "/a b/café|q=%20?", "the path is decoded, the query is not");
	is_text(target("/café"), "/café|", "UTF-8 as it is");
	is_text(target("HTTP://host:80/a?b"), "/a|b", "absolute");
	is_text(target("http://host"), NULL, "absolute without a path");
	is_text(target("host/"), NULL, "relative");
	is_text(target("?a"), NULL, "only a query");
	is_text(target("/%"), NULL, "half an escape");
	is_text(target("/%4"), NULL, "nearly an escape");
	is_text(target("/%00"), NULL, "NUL");
	is_text(target("/%0a"), NULL, "a line end");
	is_text(target("/%09"), NULL, "a tab");
	is_text(target("/%ff"), NULL, "not UTF-8");
	is_text(target("/%c0%af"), NULL, "a slash in disguise");
}

TEST_MAIN()
