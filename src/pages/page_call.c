/* The call sheet: what to listen for while the client speaks about a problem, and
 * nothing else (P3, P5b).  Kept in one go: the call, that it was told or said by
 * voice, what was heard, and whom they must convince. */

#include "pages/pages.h"
#include "rules/insight.h"
#include "rules/matter.h"
#include "web/forms.h"
#include "web/told.h"
#include "pages/memory.h"

#define CALLS_MAX 3

SELECT(guesses_of_client, insight_kind, "WHERE client_id = $1 AND state = 'guess' ORDER BY id DESC LIMIT 5");

/* What we suppose of them, to be asked while we speak. */
static void guesses_view(struct req *r, struct view *v, int64_t client)
{
	struct view *list = view_list(v, "guesses");
	foreach (r->c, insight, i, &guesses_of_client, "i", client)
		view_add_text(list, i->text);
}

void page_call(struct req *r)
{
	const struct matter *m = r->rec;
	if (m->nature != PROBLEM) {
		answer_code(r, "not_found");
		return;
	}
	struct view *v = page_begin(r, tr(r->lang, N_("Call sheet")), NULL);
	const struct contact *contacts = contacts_of(r, m->client_id);
	view_int(v, "id", m->r.id);
	view_text(v, "problem", matter_title(r->c, m));
	around_view(r, v, m->client_id, 0, 0);
	reach_view(r, view_list(view_map(v, "call"), "people"), contacts, CALLS_MAX);
	client_choices_view(v, NULL, contacts);
	view_flag(v, "ask_audience", !insight_on(r->c, m->client_id, WHY_AUDIENCE));
	guesses_view(r, v, m->client_id);
	memory_view(r, v, m->client_id);
	page_send(r, "call-sheet", v, 200);
}

/* ---- keeping it --------------------------------------------------------------------- */

static void copy_input(struct req *r, json_t *to, const char *name)
{
	json_t *value = json_object_get(r->input, name);
	if (value && (!json_is_string(value) || json_string_length(value)))
		json_object_set(to, name, value);
}

/* The call itself; 0: refused. */
static int64_t keep_call(struct req *r, const struct matter *m)
{
	json_t *x = json_pack("{s:I, s:s, s:s}", "client_id", (json_int_t)m->client_id, "direction", "both",
	    "subject", matter_title(r->c, m));
	static const char *const parts[] = {"channel", "minutes", "contact_ids"};
	for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
		copy_input(r, x, parts[i]);
	struct outcome o;
	return form_does(r, &exchange_kind, "create", NULL, x, &o) ? ((const struct exchange *)o.rec)->r.id
								   : 0;
}

static bool keep_told(struct req *r, const struct matter *m, int64_t exchange)
{
	const char *verb = m->state == MATTER_NOTICED ? "tell" : m->voice_owed ? "speak" : NULL;
	struct outcome o;
	return !verb || form_does(r, &matter_kind, verb, r->arg[0],
			    json_pack("{s:I}", "exchange_id", (json_int_t)exchange), &o);
}

static bool keep_heard(struct req *r, int64_t exchange)
{
	json_t *heard = json_pack("{s:I}", "exchange_id", (json_int_t)exchange);
	for (const struct field *f = action_named(&matter_kind, "call_sheet")->inputs; f->name; f++)
		if (f->type == FT_longtext)
			copy_input(r, heard, f->name);
	if (json_object_size(heard) == 1) {
		json_decref(heard);
		return true;
	}
	struct outcome o;
	return form_does(r, &matter_kind, "call_sheet", r->arg[0], heard, &o);
}

/* E4: whom they must convince, as a guess that came from this call. */
static bool keep_audience(struct req *r, const struct matter *m, int64_t exchange)
{
	const char *text = input_value(r, "audience");
	struct outcome o;
	return !text || !*text ||
	       form_does(r, &insight_kind, "create", NULL,
		   json_pack("{s:I, s:s, s:s, s:I}", "client_id", (json_int_t)m->client_id, "question",
		       "audience", "text", text, "source_exchange_id", (json_int_t)exchange),
		   &o);
}

void form_call(struct req *r)
{
	const struct matter *m = r->rec;
	int64_t exchange = keep_call(r, m);
	if (!exchange || !keep_told(r, m, exchange) || !keep_heard(r, exchange) ||
	    !keep_audience(r, m, exchange))
		return;
	r->keep = true;
	answer_redirect(
	    r, told_path(r, path_of(r, &matter_kind, m->r.id), &matter_kind, "call_sheet", m->r.id));
}
