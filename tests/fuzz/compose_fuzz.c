/* Any bytes as the names, subject and text of a letter: the head of the mail
 * holds our own lines and no other. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "mail/compose.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

static const char *const ours[] = {"From:", "To:", "Reply-To:", "Subject:", "Date:", "Message-Id:",
    "Auto-Submitted:", "MIME-Version:", "Content-Type:", " ", "\t", NULL};

static void judge_line(const char *line)
{
	for (int i = 0; ours[i]; i++)
		if (strncmp(line, ours[i], strlen(ours[i])) == 0)
			return;
	abort();
}

static void judge(const char *mail)
{
	const char *end = strstr(mail, "\r\n\r\n");
	if (!end)
		abort();
	for (const char *line = mail; line < end + 2; line = strstr(line, "\r\n") + 2)
		judge_line(line);
}

/* The bytes up to the next NUL; *s moves behind it. */
static const char *next_text(struct arena *a, const uint8_t **s, const uint8_t *end)
{
	size_t n = strnlen((const char *)*s, (size_t)(end - *s));
	const char *text = arena_strndup(a, (const char *)*s, n);
	*s += n + (*s + n < end);
	return text;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	static struct firm firm = {.name = "Agence Mistral"};
	if (!firm.calendar.zone.name[0]) {
		compose_init();
		if (!zone_load(&firm.calendar.zone, "America/Montreal"))
			abort();
	}
	struct arena *a = arena_new();
	struct ctx c = {.arena = a, .firm = &firm};
	const uint8_t *s = bytes, *end = bytes + n;
	struct posted l = {.name = next_text(a, &s, end),
	    .address = "louise@dube.example",
	    .sender_name = next_text(a, &s, end),
	    .sender_address = next_text(a, &s, end),
	    .subject = next_text(a, &s, end),
	    .text = next_text(a, &s, end),
	    .button = "Read it",
	    .message = "m"};
	judge(compose(&c, &(struct letterhead){"bonjour@mistral.example", "https://m.example"}, &l));
	arena_free(a);
	return 0;
}
