/* The pre-meeting sheet: what to put away, and what to have in mind, five minutes
 * before sitting down with a client (R2.1, R2.3, E9). */
#include "pages/pages.h"
#include "record/wording.h"
#include "rules/sheet.h"
#include "pages/memory.h"
#include "pages/tabs.h"
#include "web/record.h"

static void understood_view(struct req *r, struct view *v, const struct writing *w)
{
	if (!w)
		return;
	json_t *understood = json_of(r->c->arena, w->understood);
	struct view *last = view_map(v, "understood");
	link_view(last, "writing", writing_title(r->c, w), path_of(r, &writing_kind, w->r.id));
	texts_view(last, "facts", texts_said(r->c, json_object_get(understood, "facts")));
	texts_view(last, "emotions", json_object_get(understood, "emotions"));
}

static void promises_view(
    struct req *r, struct view *v, const char *key, const struct promise *const *promises, int n)
{
	struct view *list = view_list(v, key);
	for (int i = 0; i < n; i++) {
		struct view *one = item_view(r, list, promises[i]->text, &promise_kind, promises[i]->r.id);
		view_text(one, "due", said_date(r, promises[i]->due));
	}
}

static void questions_view(struct req *r, struct view *v, const struct sheet *s)
{
	struct view *list = view_list(v, "questions");
	for (int i = 0; i < s->nquestions; i++)
		item_view(r, list, s->question[i].text, &writing_kind, s->question[i].writing_id);
}

static void unclear_view(struct req *r, struct view *v, const struct sheet *s)
{
	struct view *list = view_list(v, "unclear");
	for (int i = 0; i < s->nunclear; i++)
		item_view(r, list, s->unclear[i]->text, &mandate_kind, s->unclear[i]->mandate_id);
}

static void whys_view(struct req *r, struct view *v, const struct sheet *s)
{
	struct view *list = view_list(v, "whys");
	for (int i = 0; i < s->nwhys; i++) {
		struct view *one = view_add(list);
		view_text(one, "ask", why_asked(r, s->why[i].question));
		view_text(one, "guess", s->why[i].insight ? s->why[i].insight->text : NULL);
	}
}

/* Four of the five lines: the fifth is the first heading below. */
static void lines_view(struct req *r, struct view *v, const struct sheet *s)
{
	const char *const *lines = sheet_lines(r->c);
	struct view *room = view_list(v, "room");
	view_add_text(room, lines[SHEET_PHONE]);
	view_add_text(room, lines[SHEET_LAPTOP]);
	view_add_text(room, lines[SHEET_RECORDING]);
	view_text(v, "ask_notes", lines[SHEET_NOTES]);
	view_text(v, "ask_questions", lines[SHEET_QUESTIONS]);
	names_view(v, "people", staff_named(r->c), s->exchange->aid_notetaker_id);
	record_view(r, v, &exchange_kind, s->exchange);
}

/* /echange/{id}/fiche */
void page_sheet(struct req *r)
{
	const struct exchange *x = r->rec;
	const struct sheet *s = sheet_read(r->c, x);
	struct view *v = page_begin(r, tr(r->lang, N_("Before the meeting")), NULL);
	view_int(v, "id", x->r.id);
	around_view(r, v, x->client_id, x->mandate_id, 0);
	view_text(v, "when", said_near(r, x->at));
	view_text(v, "subject", x->subject);
	place_view(r, v, "place", x->place);
	lines_view(r, v, s);
	questions_view(r, v, s);
	understood_view(r, v, s->understood);
	promises_view(r, v, "ours", s->ours, s->nours);
	promises_view(r, v, "theirs", s->theirs, s->ntheirs);
	unclear_view(r, v, s);
	whys_view(r, v, s);
	memory_view(r, v, x->client_id);
	page_send(r, "sheet", v, 200);
}
