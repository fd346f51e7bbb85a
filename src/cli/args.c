/* Options as people type them: --name VALUE, --name=VALUE and flags, in any
 * order, at most one operand; and the usage that says which. */
#include "cli/cli.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#define USAGE_WIDTH 90

/* The option that is meant by "--name" or "--name=value", or -1. */
static int option_find(const struct command *c, const char *typed)
{
	if (strncmp(typed, "--", 2) != 0)
		return -1;
	size_t n = strcspn(typed + 2, "=");
	for (int i = 0; c->options[i].name; i++)
		if (strlen(c->options[i].name) == n && strncmp(c->options[i].name, typed + 2, n) == 0)
			return i;
	return -1;
}

/* One option at argv[*i] into value[n]; *i moves to the last word it took. */
static bool option_read(struct args *a, int n, int argc, char **argv, int *i)
{
	const struct option *o = &a->command->options[n];
	const char *after = strchr(argv[*i], '='), *value = NULL;
	if (o->given == OFTEN ? a->nagain == AGAIN_MAX : a->value[n] != NULL)
		misuse(a->command, "--%s is given %s", o->name, o->given == OFTEN ? "too often" : "twice");
	else if (!o->value && after)
		misuse(a->command, "--%s takes no value", o->name);
	else if (!o->value)
		value = "";
	else if (after)
		value = after + 1;
	else if (*i + 1 < argc && strncmp(argv[*i + 1], "--", 2) != 0)
		value = argv[++*i];
	else
		misuse(a->command, "--%s needs a value", o->name);
	if (value)
		a->value[n] = value;
	if (value && o->given == OFTEN)
		a->again[a->nagain++] = value;
	return value != NULL;
}

static bool nothing_is_missing(const struct args *a)
{
	const struct command *c = a->command;
	if (c->operand && !a->operand) {
		misuse(c, "%s is missing", c->operand);
		return false;
	}
	for (int i = 0; c->options[i].name; i++)
		if (c->options[i].given == MUST && (!a->value[i] || !*a->value[i])) {
			misuse(c, "--%s is missing", c->options[i].name);
			return false;
		}
	return true;
}

/* One word that is no option of this command. */
static bool word_read(struct args *a, const char *word)
{
	const struct command *c = a->command;
	if (strncmp(word, "--", 2) == 0)
		misuse(c, "there is no option %.40s", word);
	else if (!c->operand || a->operand)
		misuse(c, "\"%.40s\" is one word too many", word);
	else
		a->operand = word;
	return a->operand == word;
}

bool args_read(struct args *ret, const struct command *command, int argc, char **argv)
{
	*ret = (struct args){.command = command};
	for (int i = 0; i < argc; i++) {
		int n = option_find(command, argv[i]);
		if (n >= 0 ? !option_read(ret, n, argc, argv, &i) : !word_read(ret, argv[i]))
			return false;
	}
	return nothing_is_missing(ret);
}

const char *args_text(const struct args *args, const char *name)
{
	for (int i = 0; args->command->options[i].name; i++)
		if (strcmp(args->command->options[i].name, name) == 0)
			return args->value[i];
	abort(); /* a command asks for an option that its row lacks */
}

bool number_read(const char *text, int64_t *ret)
{
	if (!*text || strlen(text) > 15 || text[strspn(text, "0123456789")])
		return false;
	*ret = strtoll(text, NULL, 10);
	return *ret > 0;
}

bool args_number(
    const struct args *args, const char *name, int64_t low, int64_t high, int64_t otherwise, int64_t *ret)
{
	const char *text = args_text(args, name);
	*ret = otherwise;
	if (!text || (number_read(text, ret) && *ret >= low && *ret <= high))
		return true;
	misuse(
	    args->command, "--%s is a whole number from %lld to %lld", name, (long long)low, (long long)high);
	return false;
}

/* ---- usage -------------------------------------------------------------- */

/* One more word, on a new line where this one is full. */
static void word_print(FILE *to, int *column, const char *word)
{
	int n = (int)strlen(word);
	if (*column + 1 + n > USAGE_WIDTH) {
		fputs("\n      ", to);
		*column = 6;
	}
	*column += fprintf(to, " %s", word);
}

void usage_print(FILE *to, const struct command *command)
{
	int column = fprintf(to, "usage: entente %s", command->name);
	if (command->operand)
		word_print(to, &column, command->operand);
	for (const struct option *o = command->options; o->name; o++) {
		char word[80];
		snprintf(word, sizeof word, "%s--%s%s%s%s", o->given == MUST ? "" : "[", o->name,
		    o->value ? " " : "", o->value ? o->value : "", o->given == MUST ? "" : "]");
		word_print(to, &column, word);
	}
	fputc('\n', to);
}

int misuse(const struct command *command, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	say(format, args);
	va_end(args);
	usage_print(stderr, command);
	return MISUSED;
}
