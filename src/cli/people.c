/* entente person add, person password and token create: who is there, and how
 * they come in. */
#include "cli/cli.h"

#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "record/visitor.h"
#include "rules/rules.h"

#define PASSWORD_BYTES 1024

int person_add_command(const struct args *args)
{
	static const char *const texts[] = {"name", "email", "role", "phone", "lang"};
	json_t *person = json_object();
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		input_text(person, texts[i], args_text(args, texts[i]));
	input_text(person, "client_id", args_text(args, "client"));
	if (args_text(args, "can-agree"))
		json_object_set_new(person, "can_agree", json_true());
	if (args_text(args, "no-voice"))
		json_object_set_new(person, "voice_ok", json_false());
	int64_t id = act_alone(args->desk, &person_kind, "create", 0, person);
	if (!id)
		return FAILED;
	printf("%lld\n", (long long)id);
	return DONE;
}

/* ---- passwords ---------------------------------------------------------- */

/* One line without its end; false when there is none or it is too long. */
static bool line_read(char line[PASSWORD_BYTES])
{
	if (!fgets(line, PASSWORD_BYTES, stdin))
		return false;
	size_t n = strcspn(line, "\r\n");
	bool whole = line[n] || feof(stdin);
	line[n] = 0;
	return whole && n > 0;
}

/* Asks at the terminal, which does not show what is typed. */
static bool line_ask(const char *question, char line[PASSWORD_BYTES])
{
	struct termios shown, hidden;
	if (tcgetattr(STDIN_FILENO, &shown) != 0)
		return false;
	hidden = shown;
	hidden.c_lflag &= ~(tcflag_t)ECHO;
	fputs(question, stderr);
	tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
	bool read = line_read(line);
	tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown);
	fputc('\n', stderr);
	return read;
}

/* NULL, or why there is no password. */
static const char *password_read(char password[PASSWORD_BYTES])
{
	char again[PASSWORD_BYTES];
	if (!isatty(STDIN_FILENO))
		return line_read(password) ? NULL : "the password is one line on standard input";
	if (!line_ask("New password: ", password) || !line_ask("Once more: ", again))
		return "no password was typed";
	bool same = strcmp(password, again) == 0;
	explicit_bzero(again, sizeof again);
	return same ? NULL : "these are two different passwords: nothing was changed";
}

int person_password_command(const struct args *args)
{
	struct desk *desk = args->desk;
	const char *email = args_text(args, "person");
	char password[PASSWORD_BYTES];
	const char *why;
	int64_t id = person_meant(desk_begin(desk, NULL, desk->firm->lang), email, &why);
	if (!id)
		return fail("%s: %.100s", why, email);
	why = password_read(password);
	if (why)
		return fail("%s", why);
	json_t *input = json_object();
	input_text(input, "password", password);
	explicit_bzero(password, sizeof password);
	return act_alone(desk, &person_kind, "set_password", id, input) ? DONE : FAILED;
}

/* ---- tokens ------------------------------------------------------------- */

#define DAYS_MAX 36500

struct token_call {
	const char *email;
	int64_t days;
	const char *token;
	char why[200]; /* it is for nobody */
};

static bool token_make(struct ctx *c, void *user)
{
	struct token_call *t = user;
	const char *why;
	int64_t person = person_meant(c, t->email, &why);
	if (person)
		t->token = token_create(c, person, t->days);
	else
		snprintf(t->why, sizeof t->why, "%s", why);
	return person != 0;
}

int token_create_judge(const struct args *args)
{
	int64_t days;
	return args_number(args, "days", 1, DAYS_MAX, 0, &days) ? DONE : MISUSED;
}

int token_create_command(const struct args *args)
{
	char error[256];
	struct token_call t = {.email = args_text(args, "person")};
	args_number(args, "days", 1, DAYS_MAX, 0, &t.days);
	if (!desk_write(args->desk, NULL, args->desk->firm->lang, token_make, &t, error))
		return fail("%s", error[0] ? error : t.why);
	puts(t.token);
	return DONE;
}

static const char *day_or_never(struct ctx *c, instant at)
{
	return at ? day_text(c->arena, day_at(c, at)) : "never";
}

int token_list_command(const struct args *args)
{
	struct ctx *c = desk_begin(args->desk, NULL, args->desk->firm->lang);
	const char *why;
	int64_t person = person_meant(c, args_text(args, "person"), &why);
	if (!person)
		return fail("%s", why);
	struct token t;
	struct db_query *q = tokens_of(c, person);
	while (token_row(q, &t))
		printf("%s made %s ends %s\n", t.name, day_text(c->arena, day_at(c, t.created_at)),
		    day_or_never(c, t.expires_at));
	return db_failed(c->db) ? fail("%s", db_error(c->db)) : DONE;
}

static bool token_stop(struct ctx *c, void *user)
{
	const struct args *args = user;
	const char *why;
	int64_t person = person_meant(c, args_text(args, "person"), &why);
	return person && token_end(c, person, args->operand);
}

int token_end_command(const struct args *args)
{
	char error[256];
	struct args own = *args;
	if (desk_write(args->desk, NULL, args->desk->firm->lang, token_stop, &own, error))
		return DONE;
	return fail("%s", error[0] ? error : "there is no such token: `entente token list` names them");
}
