/* Derived reads of the JSON API that are one question and one answer (api.md 5). */
#include "rules/conditions.h"
#include "rules/demand.h"
#include "rules/derived.h"
#include "rules/drift.h"
#include "rules/questions.h"
#include "rules/rating.h"
#include "rules/sheet.h"
#include "web/api.h"

void api_conditions(struct req *r)
{
	const struct mandate *m = record_find(r->c, &mandate_kind, r->arg[0]);
	if (!m) {
		answer_code(r, "not_found");
		return;
	}
	struct jw j;
	jw_to(&j, r->out);
	conditions_json(r->c, m, &j);
	answer_json(r, 200);
}

void api_sheet(struct req *r)
{
	const struct exchange *x = record_find(r->c, &exchange_kind, r->arg[0]);
	if (!x) {
		answer_code(r, "not_found");
		return;
	}
	struct jw j;
	jw_to(&j, r->out);
	sheet_json(r->c, sheet_read(r->c, x), &j);
	answer_json(r, 200);
}

/* What is asked about one client, and nothing else. */
static void answer_about_client(struct req *r, void (*write)(struct ctx *, int64_t client, struct jw *))
{
	const struct client *k = client_of_path(r);
	if (!k)
		return;
	struct jw j;
	jw_to(&j, r->out);
	write(r->c, k->r.id, &j);
	answer_json(r, 200);
}

void api_say_do(struct req *r)
{
	answer_about_client(r, say_do_json);
}

void api_client_transparency(struct req *r)
{
	answer_about_client(r, transparency_json);
}

void api_drift(struct req *r)
{
	answer_about_client(r, drift_json);
}

void api_felt(struct req *r)
{
	answer_about_client(r, felt_json);
}

void api_demands(struct req *r)
{
	answer_about_client(r, demands_json);
}

void api_steering(struct req *r)
{
	answer_about_client(r, steering_json);
}

/* ---- my four questions, and the firm's ------------------------------------------ */

void api_questions(struct req *r)
{
	struct jw j;
	jw_to(&j, r->out);
	questions_json(r->c, &j);
	answer_json(r, 200);
}

void api_answer_questions(struct req *r)
{
	struct refusal why;
	if (!questions_answer(r->c, r->input, false, &why)) {
		answer_refusal(r, &why);
		return;
	}
	r->keep = true;
	api_questions(r);
}

void api_firm_questions(struct req *r)
{
	struct jw j;
	jw_to(&j, r->out);
	firm_questions_json(r->c, &j);
	answer_json(r, 200);
}
