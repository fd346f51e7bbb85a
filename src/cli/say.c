/* What commands share: one sentence for what went wrong, and one call at the
 * door. */
#include "cli/cli.h"

#include <stdarg.h>
#include <string.h>

#include "base/text.h"
#include "record/visitor.h"
#include "rules/rules.h"

SQL(people_at, "SELECT id FROM person WHERE id IN " PEOPLE_AT " AND active = 1 ORDER BY id");
SQL(colleagues_at,
    "SELECT id FROM person WHERE id IN " PEOPLE_AT " AND active = 1 AND role <> 'contact' ORDER BY id");

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

const char *refusal_sentence(struct ctx *c, const struct refusal *r, bool labelled)
{
	const char *sentence = NULL;
	for (int i = 0; i < r->nfields; i++) {
		bool told = r->detail && i == r->nfields - 1; /* the detail is of the last one */
		const char *words = told ? r->detail : reason_said(c->lang, r->field[i].reason);
		const char *label =
		    labelled && r->field[i].label ? tr(c->lang, r->field[i].label) : r->field[i].field;
		const char *one =
		    arena_printf(c->arena, labelled ? tr(c->lang, N_("%s: %s")) : "%s: %s", label, words);
		sentence = sentence ? arena_printf(c->arena, "%s; %s", sentence, one) : one;
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
	fail("%s", error[0] ? error : refusal_sentence(&d->ctx, &a.outcome.refusal, false));
	return 0;
}

static int people_of_address(struct ctx *c, const struct sql *s, const char *email, const int64_t **ret)
{
	const char *address = text_lower(c->arena, email);
	return ids_found(c, db_query(c->db, s, "tt", address, address_inside(c->arena, address)), ret);
}

int64_t colleague_meant(struct ctx *c, const char *email)
{
	const int64_t *ids;
	return people_of_address(c, &colleagues_at, email, &ids) ? ids[0] : 0;
}

int64_t person_meant(struct ctx *c, const char *said, const char **ret_why)
{
	const int64_t *ids;
	int64_t id;
	if (number_read(said, &id)) {
		const struct person *p = GET(c, person, id);
		*ret_why = "nobody has this number";
		return p && p->active ? id : 0;
	}
	int n = people_of_address(c, &people_at, said, &ids);
	*ret_why = "nobody has this e-mail address";
	if (n > 1)
		*ret_why = arena_printf(c->arena,
		    "several people have this e-mail address: name one by their number, %lld or %lld",
		    (long long)ids[0], (long long)ids[1]);
	return n == 1 ? ids[0] : 0;
}
