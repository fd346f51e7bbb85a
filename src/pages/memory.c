/* What people remember: ratings and their ticks, kept in sight where we are about
 * to speak with them. */
#include "pages/memory.h"

#include "rules/sheet.h"

/* "understood: 3 of 4", for each of the four that was ever answered. */
static bool felt_lines(struct req *r, struct view *list, int64_t client)
{
	const struct felt felt = felt_read(r->c, client);
	const char *const names[FELT_TICKS] = {tr(r->lang, N_("respected")), tr(r->lang, N_("understood")),
	    tr(r->lang, N_("valued")), tr(r->lang, N_("that we want them to succeed"))};
	for (int i = 0; i < FELT_TICKS; i++)
		if (felt.n[i])
			view_add_text(list, phrase(r, N_("%s: %s"), names[i],
						say_ratio(r->c->arena, r->lang, felt.yes[i], felt.n[i])));
	return view_is_true(list);
}

/* What the rating was about, as a link. */
static void about_link(struct req *r, struct view *v, const struct rating *g)
{
	const struct kind *k = link_kind(g->about_id);
	const void *rec = k ? record_get(r->c, k, link_id(g->about_id)) : NULL;
	const char *when = said_date(r, day_at(r->c, g->at));
	if (rec)
		link_view(v, "let_down",
		    phrase(r, N_("%d of 5 for “%s”, %s"), (int)g->value, record_about(r->c, k, rec), when),
		    path_of(r, k, link_id(g->about_id)));
	else
		link_view(v, "let_down",
		    phrase(r, N_("%d of 5 for their trust in us, %s"), (int)g->value, when), NULL);
	if (g->text)
		view_text(v, "words", g->text);
}

static const char *repair_text(struct req *r, const struct let_down *l)
{
	const struct matter *m = l->matter;
	if (m->state != MATTER_CLOSED)
		return tr(r->lang, N_("Not repaired yet."));
	if (m->closed_as == CLOSED_VERIFIED && l->rated)
		return phrase(
		    r, N_("Repaired since: %d of 5, %s."), (int)l->rated->value, said_near(r, l->rated->at));
	return phrase(r, N_("Closed %s."), said_near(r, m->closed_at));
}

void memory_view(struct req *r, struct view *v, int64_t client)
{
	struct view *memory = view_map(v, "memory");
	bool any = felt_lines(r, view_list(memory, "felt"), client);
	const struct let_down last = let_down_last(r->c, client);
	if (last.rating)
		about_link(r, memory, last.rating);
	else if (last.matter)
		link_view(memory, "let_down",
		    phrase(r, N_("“%s”, %s"), matter_title(r->c, last.matter),
			said_date(r, day_at(r->c, last.at))),
		    path_of(r, &matter_kind, last.matter->r.id));
	if (last.matter) {
		view_text(memory, "way", last.way);
		view_text(memory, "repair", repair_text(r, &last));
	}
	view_flag(v, "has_memory", any || last.at);
}
