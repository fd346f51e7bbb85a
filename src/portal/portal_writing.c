/* /p/e/…: one writing, read by the client, who says yes or corrects it line by
 * line. */

#include "portal/as_read.h"
#include "portal/space.h"

SELECT(version_after, writing_kind, "WHERE parent_id = $1 AND state <> 'draft' ORDER BY id DESC LIMIT 1");

#define VERSIONS_MAX 20

/* ---- how it stands ------------------------------------------------------------------------ */

static const char *state_text(struct req *r, const struct writing *w)
{
	switch (w->state) {
	case WRITING_CONFIRMED:
		return phrase(r, N_("You agreed: %s."), said_fully(r, w->answered_at));
	case WRITING_CORRECTED:
		return tr(r->lang, w->answer_text ? N_("You corrected this version.")
						  : N_("A newer version has taken its place."));
	default:
		return NULL;
	}
}

/* What asks for no answer is not corrected; a tacit agreement is, for a while. */
static bool may_correct(struct req *r, const struct writing *w)
{
	return writing_asks_answer(w) &&
	       (writing_is_open(w) ||
		   (w->state == WRITING_TACIT && r->c->now <= silence_reopen_until(r->c, w)));
}

static void ways_view(struct reading *l, struct view *v)
{
	const struct writing *w = l->w;
	bool asks = writing_asks_answer(w) && writing_is_open(w), may_agree = l->r->who.can_agree;
	l->fix = may_correct(l->r, w);
	view_flag(v, "can_correct", l->fix);
	view_flag(v, "can_confirm", asks && may_agree);
	view_flag(v, "needs_other", asks && !may_agree);
}

static void version_view(struct req *r, struct view *v, const struct writing *w)
{
	view_text(v, "text", phrase(r, N_("version %d"), (int)w->version));
	view_text(v, "url", record_portal_page(r->c, &writing_kind, w->r.id));
	view_flag(v, "corrected", w->state == WRITING_CORRECTED);
}

/* The newest first: what it became, and what it was before. */
static void versions_view(struct req *r, struct view *v, const struct writing *w)
{
	struct view *before = view_list(v, "before");
	const struct writing *old = w;
	for (int i = 0; i < VERSIONS_MAX && (old = GET(r->c, writing, old->parent_id)); i++)
		if (record_visible(r->c, &writing_kind, old))
			version_view(r, view_add(before), old);
	const struct writing *parent = GET(r->c, writing, w->parent_id);
	if (parent && record_visible(r->c, &writing_kind, parent))
		difference_view(r, v, "since", parent, w);
	const struct writing *next = FIRST(r->c, writing, &version_after, "i", w->r.id);
	if (!next)
		return;
	if (record_visible(r->c, &writing_kind, next))
		version_view(r, view_map(v, "after"), next);
}

/* ---- the page --------------------------------------------------------------------------------- */

static void head_view(struct reading *l, struct view *v)
{
	struct req *r = l->r;
	const char *by = reading_text(l, "signed_by");
	const char *sent = said_date(r, day_at(r->c, l->w->sent_at));
	const char *title = writing_title(r->c, l->w);
	view_text(v, "title", title);
	view_text(v, "heading", title);
	view_text(v, "id", pub_of(r, &writing_kind, l->w->r.id));
	view_text(
	    v, "from", by ? phrase(r, N_("from %s, %s"), say_of(r->c->arena, r->lang, by), sent) : sent);
	view_text(v, "first_line", reading_text(l, "first_line"));
	view_text(v, "state", state_text(r, l->w));
	view_text(v, "answer", reading_text(l, "answer_text"));
	view_flag(v, "gift", l->w->kind == IDEAS);
}

void page_portal_writing(struct req *r)
{
	struct view *v = portal_begin_narrow(r, N_("A message"), NULL);
	if (!v)
		return;
	const struct writing *w = record_find(r->c, &writing_kind, r->arg[0]);
	if (!w) {
		answer_code(r, "not_found");
		return;
	}
	json_t *said = as_read(r, &writing_kind, w);
	struct reading l = {.r = r, .w = w, .said = said};
	head_view(&l, v);
	ways_view(&l, v);
	reading_view(&l, v);
	versions_view(r, v, w);
	page_send(r, "portal-writing", v, 200);
}
