/* The command line: one table of commands, each a row with its options, so that
 * the parser, the usage and the help can only tell the truth.
 *
 * Results go to standard output and nothing else does; whatever goes wrong is
 * one sentence on standard error. */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include <stdarg.h>
#include <stdio.h>

#include "record/desk.h"

#define ENTENTE_VERSION "0.1"

enum exit_status { DONE, FAILED, MISUSED, TRY_LATER = 75 /* as mail servers understand it */ };

struct args;

struct option {
	const char *name;  /* "db", written --db */
	const char *value; /* what stands for its value in the usage; NULL: a flag */
	const char *help;
	enum { MAY, MUST, OFTEN } given; /* OFTEN: one of a command's options at most */
};

#define OPTIONS_MAX 16
#define AGAIN_MAX 16
#define ARGUMENTS_MAX 256

struct command {
	const char *name;    /* one word or two: "person add" */
	const char *operand; /* "FILE"; NULL: none */
	const char *help;    /* one line */
	int (*run)(const struct args *args);
	const struct option *options; /* ends with an empty row */
	enum { NO_DESK, READS, WRITES } desk;
	/* DONE, or MISUSED, which was said: before the database is opened, where more
	 * than its options can be wrong with what was typed. */
	int (*judge)(const struct args *args);
};

/* What was typed after a command's name. */
struct args {
	const struct command *command;
	const char *operand;
	const char *value[OPTIONS_MAX]; /* of each of its options; NULL: not given */
	const char *again[AGAIN_MAX];   /* each value of the one that may be given often */
	int nagain;
	struct desk *desk; /* at the database of --db, where the command's row says so */
};

/* Runs what argv asks for; the exit status. */
int cli_run(int argc, char **argv);

/* ---- args.c ------------------------------------------------------------- */

/* False: misused, which has been said. */
bool args_read(struct args *ret, const struct command *command, int argc, char **argv);

/* The value of an option, "" for a flag that is set, NULL when not given. */
const char *args_text(const struct args *args, const char *name);
/* A whole number in those bounds; `otherwise` when not given. False: said. */
bool args_number(
    const struct args *args, const char *name, int64_t low, int64_t high, int64_t otherwise, int64_t *ret);
/* A whole number above 0; false when the text is none. */
bool number_read(const char *text, int64_t *ret);

/* One sentence and the usage; returns MISUSED. */
int misuse(const struct command *command, const char *format, ...) __attribute__((format(printf, 2, 3)));
void usage_print(FILE *to, const struct command *command);

/* ---- say.c -------------------------------------------------------------- */

/* One sentence on standard error. */
void say(const char *format, va_list args) __attribute__((format(printf, 1, 0)));
/* The same; returns FAILED. */
int fail(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* A refusal in one sentence, in the firm's language: "email: …", as options are called,
 * or labelled, as people call what stands in a file: "Courriel : …". */
const char *refusal_sentence(struct ctx *c, const struct refusal *r, bool labelled);

/* ---- scratch.c ---------------------------------------------------------- */

/* The path of an SQLite database to be made and thrown away; NULL with one sentence. */
const char *scratch_make(struct arena *a, char error[256]);
void scratch_remove(struct arena *a, const char *path);
/* An SQLite file and the log beside it. */
void database_remove(struct arena *a, const char *path);

/* ---- what several commands need ----------------------------------------- */

/* Any text the caller typed; the door judges whether it is sound. NULL: left out. */
void input_text(json_t *input, const char *key, const char *text);

/* One call at the door as the program, in a transaction of its own. The id of
 * the record; 0: it was refused or failed, which has been said. */
int64_t act_alone(struct desk *d, const struct kind *k, const char *verb, int64_t id, json_t *input);

/* An active person by e-mail address, however it is spelled, or by number; 0: nobody, or
 * several share it, which *ret_why says. */
int64_t person_meant(struct ctx *c, const char *said, const char **ret_why);
/* … of us, whose addresses are their own; 0: nobody. */
int64_t colleague_meant(struct ctx *c, const char *email);

/* ---- the commands ------------------------------------------------------- */

int init_command(const struct args *args);
int serve_command(const struct args *args);
int ingest_command(const struct args *args);
int demo_command(const struct args *args);
int person_add_command(const struct args *args);
int person_password_command(const struct args *args);
int token_create_command(const struct args *args);
int token_list_command(const struct args *args);
int token_end_command(const struct args *args);
int import_csv_judge(const struct args *args);
int import_undo_judge(const struct args *args);
int token_create_judge(const struct args *args);
int import_csv_command(const struct args *args);
int import_vcard_command(const struct args *args);
int import_undo_command(const struct args *args);
int backup_command(const struct args *args);
int restore_command(const struct args *args);
int clock_confirm_command(const struct args *args);
int audit_verify_command(const struct args *args);
int doctor_command(const struct args *args);
int bench_command(const struct args *args);

#endif
