/* POST /hints: what a text would call for, before anything is saved (api.md 0). */
#include "rules/hints.h"
#include "web/api.h"

void api_hints(struct req *r)
{
	struct act *a = ARENA_NEW(r->c->arena, struct act);
	*a = (struct act){.ctx = r->c, .name = "hints"};
	struct hint_in in = {0};
	inputs_read(a, hint_fields, false, r->input, &in);
	if (refused(a)) {
		answer_refusal(r, &a->refusal);
		return;
	}
	hint_text(r->c, (enum hint_context)(in.context - 1), "text", in.text, &a->hints);
	struct jw j = jw_to(r->out);
	jw_object(&j);
	hints_json(&a->hints, jw_key(&j, "hints"));
	jw_end_object(&j);
	answer_json(r, 200);
}
