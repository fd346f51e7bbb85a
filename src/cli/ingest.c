/* entente ingest: one message from a mail server, which tries again later when it is
 * told to.  What it is about is judged before the database is opened: only a letter
 * that came back for good changes anything. */
#include "cli/cli.h"

#include "base/buf.h"
#include "mail/bounce.h"
#include "mail/compose.h"
#include "record/letter.h"

#define MESSAGE_MAX (25 << 20)

static bool message_read(struct buf *ret)
{
	char piece[16384];
	size_t n;
	*ret = (struct buf){.max = MESSAGE_MAX};
	while (!ret->failed && (n = fread(piece, 1, sizeof piece, stdin)) > 0)
		buf_add(ret, piece, n);
	return !ret->failed && ret->n > 0 && !ferror(stdin);
}

static bool note(struct ctx *c, void *user)
{
	const struct bounce *b = user;
	letter_came_back(c, b->message, b->address, b->why);
	return true;
}

static int note_in(const char *db_url, struct bounce *b)
{
	char error[256];
	struct desk desk;
	if (!desk_open(&desk, db_url, DB_WRITE, error)) {
		fail("%s", error);
		return TRY_LATER;
	}
	bool noted = desk_write(&desk, NULL, desk.firm->lang, note, b, error);
	desk_close(&desk);
	if (noted)
		return DONE;
	fail("%s", error);
	return TRY_LATER;
}

int ingest_command(const struct args *args)
{
	struct arena *a = arena_new();
	struct buf message;
	struct bounce b;
	int status = DONE;
	compose_init();
	if (!message_read(&message))
		status = fail("a message comes on standard input, of 25 MiB at most");
	else if (!bounce_read(a, message.p, message.n, &b))
		status = fail("only letters that came back are read: this is no report of a mail server");
	else if (b.failed)
		status = note_in(args_text(args, "db"), &b);
	if (status == DONE)
		puts("ignored bounce");
	buf_free(&message);
	arena_free(a);
	return status;
}
