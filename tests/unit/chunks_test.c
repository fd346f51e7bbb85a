/* Bodies in chunks: what is taken, and what is refused. */
#include "tap.h"

#include "web/chunks.h"

static char body[2000];
static size_t body_n;

static int read_all(const char *p, size_t n)
{
	struct chunks c = {.max = 1000};
	const char *data;
	size_t some;
	int status;

	body_n = 0;
	while ((status = chunks_read(&c, &p, &n, &data, &some)) == CHUNKS_DATA) {
		memcpy(body + body_n, data, some);
		body_n += some;
	}
	body[body_n] = '\0';
	return status;
}

static int status_of(const char *text)
{
	return read_all(text, strlen(text));
}

TEST(sound)
{
	is_int(status_of("5\r\nhello\r\n0\r\n\r\n"), 0, "one chunk");
	is_text(body, "hello", "is read");
	is_int(status_of("5\r\nhello\r\n00a\r\n, is there\r\n0\r\n\r\n"), 0, "two");
	is_text(body, "hello, is there", "are one body");
	is_int(status_of("0\r\n\r\n"), 0, "none");
	is_int(status_of("5;a=b;c=\"d e\"\r\nhello\r\n0;\r\nX: a\r\nY:\r\n\r\n"), 0,
	    "extensions, and lines after the last");
	is_text(body, "hello", "are passed over");

	const char *text = "5;a\r\nhello\r\n0\r\nX: a\r\n\r\n";
	bool more = true;
	for (size_t n = 0; n < strlen(text); n++)
		more = more && read_all(text, n) == CHUNKS_MORE;
	ok(more, "every beginning waits for more");
}

TEST(refused)
{
	static const char *const unsound[] = {"\r\n", "5 \r\n", " 5\r\n", "+5\r\n", "-5\r\n", "0x5\r\n",
	    "g\r\n", "5\nhello", "5\rhello", "5\r\nhello\n", "5\r\nhello!", "4\r\nhello\r\n", ";a\r\n",
	    "5;\x01", "5;\x7f", "0\r\n\n", "0\r\n a\r\n", "0\r\nX: \x02\r\n", "0\r\n\r\r", "000000005\r\n"};
	for (size_t i = 0; i < sizeof unsound / sizeof *unsound; i++)
		if (!is_int(status_of(unsound[i]), 400, "unsound"))
			printf("# number %zu\n", i);
	is_int(status_of("3e8\r\n"), CHUNKS_MORE, "a thousand bytes may be");
	is_int(status_of("3e9\r\n"), 413, "and no more");
	is_int(status_of("1\r\na\r\n3e8\r\n"), 413, "all together");
}

TEST(aside)
{
	static char text[CHUNKS_ASIDE_MAX + 100];
	memset(text, 'a', sizeof text);
	memcpy(text, "5;", 2);
	is_int(read_all(text, CHUNKS_ASIDE_MAX), CHUNKS_MORE, "a long extension may still end");
	is_int(read_all(text, CHUNKS_ASIDE_MAX + 1), 400, "a longer one is refused");
}

TEST_MAIN()
