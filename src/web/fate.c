/* What became of a letter, and why it waits. */
#include "web/fate.h"

#include "rules/refs.h"
#include "web/parts.h"

/* It cannot leave, however long one waits: known from how the server was started. */
static const char *held_by(struct req *r)
{
	if (app_post(r->app) == POST_NONE)
		return N_("no mail server is set up");
	return app_links(r->app) ? NULL : N_("the address of this site is not set up");
}

/* What the last try met; NULL: it has not had its turn. */
static const char *met_by(struct req *r, const char *why)
{
	if (!why)
		return app_post(r->app) == POST_PLAYED ? N_("no mail server is set up") : NULL;
	if (app_post(r->app) == POST_FOLDER)
		return N_("the folder of letters cannot be written to");
	return *why >= '4' && *why <= '5' ? N_("the mail server does not take it yet")
					  : N_("the mail server does not answer");
}

static const char *waiting_text(struct req *r, const struct letter_fate *l)
{
	const char *held = held_by(r);
	if (!l->late && !held)
		return tr(r->lang, N_("leaves in a moment"));
	const char *why = held ? held : met_by(r, l->why), *until = said_near(r, l->until);
	return why ? phrase(r, N_("has not left yet: %s (waits until %s)"), tr(r->lang, why), until)
		   : phrase(r, N_("has not left yet (waits until %s)"), until);
}

const char *fate_text(struct req *r, const struct letter_fate *l)
{
	switch (l->state) {
	case LETTER_LEFT:
		return day_at(r->c, l->at) == r->c->today
			   ? phrase(r, N_("left at %s"),
				 say_time(r->c->arena, r->lang, &r->c->firm->calendar.zone, l->at))
			   : phrase(r, N_("left, %s"), said_near(r, l->at));
	case LETTER_REFUSED:
		return tr(r->lang, N_("the address was refused"));
	case LETTER_EXPIRED:
		return tr(r->lang, N_("could not leave for three days"));
	case LETTER_WAITING:
		break;
	}
	return waiting_text(r, l);
}

static int told_first(const struct letter_fate *l)
{
	return l->state == LETTER_LEFT ? 0 : l->state == LETTER_WAITING ? 1 : 2;
}

const struct letter_fate *fate_about(struct req *r, const struct kind *k, int64_t id)
{
	struct letter_fate *all = ARENA_ARRAY(r->c->arena, struct letter_fate, REFS_MAX);
	int n = letters_about(r->c, k, id, all, REFS_MAX);
	const struct letter_fate *chief = n ? all : NULL;
	for (int i = 1; i < n; i++)
		if (told_first(&all[i]) < told_first(chief))
			chief = &all[i];
	return chief;
}
