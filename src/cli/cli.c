/* The table of commands, and finding the one that is meant.  Help is printed
 * from the rows that are obeyed. */
#include "cli/cli.h"

#include <string.h>

#define DATABASE "db", "URL", "the database: sqlite:PATH or postgresql://USER@HOST/NAME", MUST
#define OPTIONS(...) ((const struct option[]){__VA_ARGS__, {0}})

static const struct command commands[] = {
    {"init", NULL, "makes a firm in an empty database; prints the first lead's id", init_command,
	OPTIONS({DATABASE}, {"firm", "NAME", "the firm's name", MUST},
	    {"tz", "TZ", "its time zone, such as America/Montreal", MUST},
	    {"lead", "NAME", "who leads it; also its privacy officer", MUST},
	    {"lead-email", "EMAIL", "the lead's e-mail address", MUST},
	    {"lang", "LANG", "fr (the default) or en", MAY},
	    {"currency", "CODE", "three capital letters; CAD by default", MAY},
	    {"test-clock", "INSTANT", "a database for tests, whose clock stands there until it is moved",
		MAY}),
	.desk = NO_DESK},
    {"serve", NULL, "serves the pages and the API until it is told to end", serve_command,
	OPTIONS({"listen", "HOST:PORT", "where, such as 127.0.0.1:8080", MUST}, {DATABASE},
	    {"test-clock", NULL, "for a test database, and only there", MAY},
	    {"proxy", "ADDRESS",
		"a web server before this one: what it says of who calls is believed; may be given again",
		OFTEN},
	    {"site", "URL",
		"its address for those who get letters; until it is given, those with a link wait", MAY},
	    {"smtp", "URL", "the mail server letters leave by: smtp://[USER@]HOST[:PORT] or smtps://…", MAY},
	    {"smtp-password-file", "FILE", "holds that user's password", MAY},
	    {"mail-from", "ADDRESS", "the firm's own address; needed to send", MAY},
	    {"mail-dir", "DIR", "letters become files there, instead of leaving", MAY}),
	.desk = NO_DESK},
    {"ingest", NULL, "reads one message from standard input; for now only letters that came back are read",
	ingest_command, OPTIONS({DATABASE}), .desk = NO_DESK},
    {"demo", NULL, "makes a firm with a year of history in an empty database; prints who can log in",
	demo_command, OPTIONS({DATABASE}), .desk = NO_DESK},
    {"person add", NULL, "adds somebody of the firm or of a client; prints the id", person_add_command,
	OPTIONS({DATABASE}, {"name", "NAME", "first and last name", MUST},
	    {"role", "ROLE", "lead, member or contact", MUST},
	    {"email", "EMAIL", "e-mail address; a contact may have none", MAY},
	    {"client", "ID", "whose contact it is", MAY},
	    {"can-agree", NULL, "this contact may agree to writings", MAY},
	    {"no-voice", NULL, "this contact cannot talk by voice", MAY},
	    {"phone", "PHONE", "telephone number", MAY}, {"lang", "LANG", "fr or en", MAY}),
	.desk = WRITES},
    {"person password", NULL, "sets a password, asked for or read as one line from standard input",
	person_password_command, OPTIONS({DATABASE}, {"person", "EMAIL", "whose; or their number", MUST}),
	.desk = WRITES},
    {"token create", NULL, "makes a token for the API; prints it, once", token_create_command,
	OPTIONS({DATABASE}, {"person", "EMAIL", "for whom; or their number", MUST},
	    {"days", "N", "ends after so many days", MAY}),
	.desk = WRITES, .judge = token_create_judge},
    {"token list", NULL, "lists somebody's tokens: a name for each, since when, until when",
	token_list_command, OPTIONS({DATABASE}, {"person", "EMAIL", "whose; or their number", MUST}),
	.desk = READS},
    {"token end", "NAME", "ends the token that token list calls so", token_end_command,
	OPTIONS({DATABASE}, {"person", "EMAIL", "whose; or their number", MUST}), .desk = WRITES},
    {"import csv", "FILE",
	"takes in contacts, clients, a ledger or calls, all or nothing; what is skipped goes to FILE.skipped",
	import_csv_command,
	OPTIONS({"as", "KIND", "contacts, clients, ledger or calls", MUST}, {DATABASE},
	    {"client", "ID", "all rows are of this client; else of the one that each names", MAY},
	    {"responsible", "EMAIL",
		"in charge of new clients whose row names nobody of us; else the first lead", MAY},
	    {"encoding", "NAME", "what is not in UTF-8 is written in this character set; else it is guessed",
		MAY},
	    {"dry-run", NULL, "only tells what would be taken in", MAY}),
	.desk = WRITES, .judge = import_csv_judge},
    {"import vcard", "FILE",
	"takes in contacts of an address book, all or nothing; what is skipped goes to FILE.skipped",
	import_vcard_command,
	OPTIONS({DATABASE},
	    {"client", "ID", "all are of this client; else of the company their card names", MAY},
	    {"responsible", "EMAIL", "in charge of new clients; else the first lead", MAY},
	    {"encoding", "NAME", "what is not in UTF-8 is written in this character set; else it is guessed",
		MAY},
	    {"dry-run", NULL, "only tells what would be taken in", MAY}),
	.desk = WRITES},
    {"import undo", "N", "removes what import N made, if nobody has worked with it since",
	import_undo_command, OPTIONS({DATABASE}), .desk = WRITES, .judge = import_undo_judge},
    {"backup", NULL, "writes everything to one SQLite file, from either engine", backup_command,
	OPTIONS({DATABASE}, {"out", "FILE", "must not exist yet", MUST}), .desk = READS},
    {"restore", NULL, "fills an empty database, on either engine, from a backup", restore_command,
	OPTIONS({DATABASE}, {"in", "FILE", "written by entente backup", MUST}), .desk = NO_DESK},
    {"audit verify", NULL, "checks that no line of the journal was changed", audit_verify_command,
	OPTIONS({DATABASE}), .desk = READS},
    {"clock confirm", NULL, "says that this machine's clock is right, after a jump or a long silence",
	clock_confirm_command, OPTIONS({DATABASE}), .desk = WRITES},
    {"doctor", NULL, "checks the records against the rules; may run beside the server", doctor_command,
	OPTIONS({DATABASE}), .desk = READS},
    {"bench", NULL, "fills an empty database with a large firm, or measures the machine (see tools/bench.sh)",
	bench_command,
	OPTIONS({"db", "URL", "an empty database", MAY}, {"clients", "N", "how many (10000)", MAY},
	    {"exchanges", "N", "how many in all (1000000)", MAY},
	    {"read", "PATH", "prints how many such pages a second two threads render", MAY},
	    {"pictures", NULL,
		"prints how many ms a picture of a relation takes: middle, 99 of 100, a busy one", MAY},
	    {"time", "PATH", "prints how many milliseconds that one page takes", MAY},
	    {"fdatasync", NULL, "prints how many small durable appends a second this disk takes", MAY},
	    {"fixed", "BYTES", "serves one fixed page of that size instead", MAY},
	    {"port", "N", "where (8090)", MAY}),
	.desk = NO_DESK},
    {0},
};

/* ---- finding ------------------------------------------------------------ */

/* How many words of argv are this command's name; 0: it is another one. */
static int words_matched(const struct command *c, int argc, char **argv)
{
	size_t first = strcspn(c->name, " ");
	if (argc < 1 || strlen(argv[0]) != first || strncmp(argv[0], c->name, first) != 0)
		return 0;
	if (!c->name[first])
		return 1;
	return argc >= 2 && strcmp(argv[1], c->name + first + 1) == 0 ? 2 : 0;
}

static const struct command *command_find(int argc, char **argv, int *ret_words)
{
	for (const struct command *c = commands; c->name; c++)
		if ((*ret_words = words_matched(c, argc, argv)))
			return c;
	return NULL;
}

static bool is_family(const struct command *c, const char *word)
{
	size_t n = strlen(word);
	return strncmp(c->name, word, n) == 0 && c->name[n] == ' ';
}

/* ---- help --------------------------------------------------------------- */

/* All commands, or those of one family ("import"); false: there is none. */
static bool list_print(FILE *to, const char *family)
{
	bool found = false;
	for (const struct command *c = commands; c->name; c++)
		if (!family || is_family(c, family)) {
			fprintf(to, "  %-16s %s\n", c->name, c->help);
			found = true;
		}
	return found;
}

static int help_all(FILE *to)
{
	fputs("Entente looks after the relations with clients.\n\nusage: entente COMMAND [OPTIONS]\n\n", to);
	list_print(to, NULL);
	fputs("\nentente help COMMAND tells more, entente --version which one this is.\n", to);
	return DONE;
}

static int help_one(const struct command *c)
{
	printf("entente %s %s.\n\n", c->name, c->help);
	usage_print(stdout, c);
	fputc('\n', stdout);
	for (const struct option *o = c->options; o->name; o++) {
		char left[40];
		snprintf(
		    left, sizeof left, "--%s%s%s", o->name, o->value ? " " : "", o->value ? o->value : "");
		printf("  %-22s %s\n", left, o->help);
	}
	return DONE;
}

/* A name that is no command, or only the first word of some. */
static int unknown(const char *word)
{
	fprintf(stderr, "entente: there is no command \"%.40s\"\n", word);
	if (!list_print(stderr, word))
		help_all(stderr);
	return MISUSED;
}

static int help(int argc, char **argv)
{
	int words;
	if (argc == 0)
		return help_all(stdout);
	const struct command *c = command_find(argc, argv, &words);
	if (c)
		return help_one(c);
	return argc == 1 && list_print(stdout, argv[0]) ? DONE : unknown(argv[0]);
}

static bool asks_for_help(int argc, char **argv)
{
	for (int i = 0; i < argc; i++)
		if (strcmp(argv[i], "--help") == 0)
			return true;
	return false;
}

/* ---- running ------------------------------------------------------------ */

static int run(struct args *args)
{
	const struct command *c = args->command;
	char error[256];
	struct desk desk;
	if (c->judge && c->judge(args) != DONE)
		return MISUSED;
	if (c->desk == NO_DESK)
		return c->run(args);
	if (!desk_open(&desk, args_text(args, "db"), c->desk == WRITES ? DB_WRITE : DB_READ, error))
		return fail("%s", error);
	args->desk = &desk;
	int status = c->run(args);
	desk_close(&desk);
	return status;
}

static int dispatch(int argc, char **argv)
{
	if (argc == 0) {
		help_all(stderr);
		return MISUSED;
	}
	if (strcmp(argv[0], "help") == 0 || strcmp(argv[0], "--help") == 0)
		return help(argc - 1, argv + 1);
	if (strcmp(argv[0], "--version") == 0) {
		puts("entente " ENTENTE_VERSION);
		return DONE;
	}
	int words;
	const struct command *c = command_find(argc, argv, &words);
	if (!c)
		return argc > 1 && asks_for_help(argc, argv) ? help(1, argv) : unknown(argv[0]);
	if (asks_for_help(argc, argv))
		return help_one(c);
	struct args args;
	return args_read(&args, c, argc - words, argv + words) ? run(&args) : MISUSED;
}

/* A password in an address, "postgresql://USER:PASSWORD@HOST" or "?password=", is nothing
 * that `ps` should tell everybody on this machine: the command goes by a copy. */
static char *word_taken(struct arena *a, char *word)
{
	char *own = arena_strdup(a, word), *at = strstr(word, "://"), *more = strstr(word, "password=");
	if (at) {
		at += strlen("://");
		char *end = at + strcspn(at, "/?"), *colon = memchr(at, ':', (size_t)(end - at));
		char *last = memrchr(at, '@', (size_t)(end - at));
		if (colon && last && colon < last)
			memset(colon + 1, 'x', (size_t)(last - colon - 1));
	}
	if (at && more) {
		more += strlen("password=");
		memset(more, 'x', strcspn(more, "&"));
	}
	return own;
}

int cli_run(int argc, char **argv)
{
	char *words[ARGUMENTS_MAX];
	struct arena *a = arena_new();
	int n = argc - 1 < ARGUMENTS_MAX ? argc - 1 : ARGUMENTS_MAX;
	for (int i = 0; i < n; i++)
		words[i] = word_taken(a, argv[i + 1]);
	int status = dispatch(n, words);
	arena_free(a);
	if (fflush(stdout) != 0 && status == DONE)
		return fail("standard output cannot be written");
	return status;
}
