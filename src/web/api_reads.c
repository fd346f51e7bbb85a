/* Derived reads of the JSON API: one question, one answer (rules/reads.c). */
#include <string.h>

#include "rules/questions.h"
#include "web/api.h"

bool api_read_fits(struct req *r)
{
	static const char below[] = "/api/v1";
	const char *path = http_path(r->x);
	if (strncmp(path, below, strlen(below)) != 0)
		return false;
	for (r->read = reads; r->read->path; r->read++)
		if (path_matches(r, r->read->path, path + strlen(below)))
			return true;
	return false;
}

bool read_admits(struct req *r, const void **ret_rec)
{
	const struct read *read = r->read;
	enum role role = r->who.role;
	unsigned as = role == LEAD ? BY_LEAD : role == MEMBER ? BY_MEMBER : BY_CONTACT;
	bool may = read->who & as;
	*ret_rec = may && read->of ? record_find(r->c, read->of, r->arg[0]) : NULL;
	if (!may || (read->of && !*ret_rec))
		answer_code(r, may || role == CONTACT ? "not_found" : "lead_only");
	return r->status == 0;
}

void api_read(struct req *r)
{
	const void *rec;
	if (!read_admits(r, &rec))
		return;
	struct jw j = jw_to(r->out);
	r->read->json(r->c, rec, &j);
	answer_json(r, 200);
}

/* Of the month that is asked, else of the present one. */
void api_my_questions(struct req *r)
{
	const char *month = query_value(r, "month"), *fault = month ? month_fault(r->c, month) : NULL;
	if (fault) {
		parameter_refuse(r, "month", fault);
		return;
	}
	struct jw j = jw_to(r->out);
	questions_of_month_json(r->c, month, &j);
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
	struct jw j = jw_to(r->out);
	questions_json(r->c, NULL, &j);
	answer_json(r, 200);
}
