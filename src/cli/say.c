/* What commands share: one sentence for what went wrong, and one call at the
 * door. */
#include "cli/cli.h"

#include <stdarg.h>
#include <string.h>

#include "base/text.h"

SQL(person_address, "SELECT id, role FROM person WHERE email = $1 AND active = 1");

void say(const char *format, va_list args)
{
	fputs("entente: ", stderr);
	vfprintf(stderr, format, args);
	fputc('\n', stderr);
}

int fail(const char *format, ...)
{
	va_list args;
	va_start(args, format);
	say(format, args);
	va_end(args);
	return FAILED;
}

const char *refusal_sentence(struct ctx *c, const struct refusal *r)
{
	const char *sentence = NULL;
	for (int i = 0; i < r->nfields; i++) {
		bool told = r->detail && i == r->nfields - 1; /* the detail is of the last one */
		const char *words = told ? r->detail : reason_said(c->lang, r->field[i].reason);
		sentence = arena_printf(c->arena, "%s%s%s: %s", sentence ? sentence : "",
		    sentence ? "; " : "", r->field[i].field, words);
	}
	if (sentence)
		return sentence;
	return r->detail ? r->detail : tr(c->lang, r->code->sentence);
}

void input_text(json_t *input, const char *key, const char *text)
{
	if (text)
		json_object_set_new_nocheck(input, key, json_string_nocheck(text));
}

struct alone {
	struct call call;
	struct outcome outcome;
};

static bool do_alone(struct ctx *c, void *user)
{
	struct alone *a = user;
	return act_as_program(c, &a->call, &a->outcome);
}

int64_t act_alone(struct desk *d, const struct kind *k, const char *verb, int64_t id, json_t *input)
{
	char error[256], path[24];
	snprintf(path, sizeof path, "%lld", (long long)id);
	struct alone a = {.call = {.kind = k, .verb = verb, .id = path, .input = input}};
	bool done = desk_write(d, NULL, d->firm->lang, do_alone, &a, error);
	json_decref(input);
	if (done)
		return ((const struct record *)a.outcome.rec)->id;
	fail("%s", error[0] ? error : refusal_sentence(&d->ctx, &a.outcome.refusal));
	return 0;
}

int64_t person_of_address(struct ctx *c, const char *email, bool staff_only)
{
	int64_t id;
	const char *role;
	if (!db_one(db_query(c->db, &person_address, "t", text_lower(c->arena, email)), "it", &id, &role))
		return 0;
	return staff_only && strcmp(role, "contact") == 0 ? 0 : id;
}
