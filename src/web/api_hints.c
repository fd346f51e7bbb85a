/* POST /hints: what a text would call for, before anything is saved (api.md 0). */
#include "rules/hints.h"
#include "web/api.h"

void api_hints(struct req *r)
{
	const char *text = input_value(r, "text"), *context = input_value(r, "context");
	int64_t what = choice_number(hint_contexts, context);
	if (!text || !what) {
		parameter_refuse(r, text ? "context" : "text", text && context ? "bad_value" : "missing");
		return;
	}
	struct hints *hints = ARENA_NEW(r->c->arena, struct hints);
	hint_text(r->c, (enum hint_context)(what - 1), "text", text, hints);
	struct jw j = jw_to(r->out);
	jw_object(&j);
	hints_json(hints, jw_key(&j, "hints"));
	jw_end_object(&j);
	answer_json(r, 200);
}
