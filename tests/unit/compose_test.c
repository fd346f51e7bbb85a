/* Letters as mail: whatever stands in names and texts, the head holds our own
 * lines and no other. */
#include "tap.h"

#include <stdlib.h>

#include "mail/compose.h"

static struct arena *mem;
static struct firm firm;
static struct ctx c;

__attribute__((constructor)) static void world_new(void)
{
	secret_init();
	store_init();
	compose_init();
	mem = arena_new();
	firm = (struct firm){.name = "Agence Mistral", .lang = LANG_FR};
	if (!zone_load(&firm.calendar.zone, "America/Montreal"))
		exit(1);
	c = (struct ctx){.arena = mem, .firm = &firm};
}

__attribute__((destructor)) static void memory_free(void)
{
	arena_free(mem);
}

static struct posted letter(void)
{
	return (struct posted){.at = 1804291200,
	    .name = "Louise",
	    .address = "louise@dube.example",
	    .subject = "Entente: a message from Claire",
	    .text = "Hello.\n\nFor <you>:\na recap of été.",
	    .message = "abcdefghijklmnopqrstuvwxyz012345"};
}

static const char *mail_of(const struct posted *l)
{
	return compose(&c, &(struct letterhead){"bonjour@mistral.example", "https://m.example"}, l);
}

/* How many lines of the head begin with this. */
static int heads(const char *mail, const char *name)
{
	int n = 0;
	const char *end = strstr(mail, "\r\n\r\n");
	for (const char *line = mail; line && line < end;
	     line = strstr(line, "\r\n"), line = line ? line + 2 : NULL)
		n += strncasecmp(line, name, strlen(name)) == 0;
	return n;
}

TEST(compose)
{
	struct posted l = letter();
	const char *mail = mail_of(&l);
	ok(strstr(mail, "From: Agence Mistral <bonjour@mistral.example>\r\n"), "from the firm");
	ok(strstr(mail, "\r\nTo: Louise <louise@dube.example>\r\n"), "to them");
	ok(strstr(mail, "\r\nMessage-Id: <abcdefghijklmnopqrstuvwxyz012345@mistral.example>\r\n"),
	    "its own name");
	ok(strstr(mail, "Date: Fri, 05 Mar 2027 19:00:00 -0500\r\n"), "the firm's hour");
	ok(strstr(mail, "\r\nAuto-Submitted: auto-generated\r\n"), "nobody wrote it by hand");
	ok(strstr(mail, "text/plain; charset=utf-8\r\n") && strstr(mail, "recap of =C3=A9t=C3=A9.\r\n"),
	    "in UTF-8");
	ok(heads(mail, "Reply-To") == 0, "no answer but to the firm");
	ok(strstr(mail, ">For &lt;you&gt;:<br>a"), "HTML keeps its signs to itself");
	is_text(mail_of(&l), mail, "the same each time");
	bool alone = true;
	for (const char *s = mail; *s; s++)
		alone = alone && (*s != '\n' || (s > mail && s[-1] == '\r'));
	ok(alone, "every line ends as mail wants it");
}

TEST(compose_reply)
{
	struct posted l = letter();
	l.sender_name = "Claire Roy, associée";
	l.sender_address = "claire@mistral.example";
	const char *mail = mail_of(&l);
	ok(heads(mail, "Reply-To:") == 1 && strstr(mail, "<claire@mistral.example>"),
	    "an answer goes to who wrote");
}

TEST(compose_link)
{
	struct posted l = letter();
	l.button = "Read it <now>";
	const char *mail = mail_of(&l);
	ok(strstr(mail, "href=3D\"https://m.example/p\""), "a button");
	ok(strstr(mail, "Read it &lt;now&gt;</a>"), "with its label");
	ok(strstr(mail, "Read it <now>\r\nhttps://m.example/p\r\n"), "and plain");
}

TEST(compose_hostile)
{
	static const char *const names[] = {"Louise\r\nBcc: all@x.example", "\"Lou\" <x@x.example>, Paul",
	    "L\nBcc: x@x.example\n\nbody",
	    "=?utf-8?q?=0D=0ABcc:_x@x.example?=", "été\r\n\r\nBcc: a@x.example", "", ","};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		struct posted l = letter();
		l.name = l.subject = l.sender_name = names[i];
		l.sender_address = "claire@mistral.example";
		firm.name = names[i];
		const char *mail = mail_of(&l);
		firm.name = "Agence Mistral";
		ok(heads(mail, "Bcc") == 0 && heads(mail, "To:") == 1 && heads(mail, "From:") == 1,
		    arena_printf(mem, "name %zu", i));
	}
	struct posted l = letter();
	l.address = "louise@dube.example>\r\nBcc: x@x.example";
	ok(heads(mail_of(&l), "Bcc") == 0, "an address neither");
}

TEST_MAIN()
