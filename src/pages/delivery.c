/* Who has what was sent, and the form of an answer. */
#include "pages/delivery.h"

#include "rules/deliver.h"
#include "web/fate.h"
#include "web/record.h"

#define NEWS_SECONDS (3 * DAY_SECONDS) /* by then every letter has left, or never will */

/* Given by hand, or to people who have all left. */
static const char *without_letters(struct req *r, const struct kind *k, const void *rec)
{
	const struct writing *w = k == &writing_kind ? rec : NULL;
	if (w && !w->sent_by_id)
		return NULL; /* of a time of which nothing is known */
	return w && w->by_hand ? tr(r->lang, N_("Given by hand: no letter left."))
			       : tr(r->lang, N_("Nobody received it."));
}

static void reader_view(struct req *r, struct view *v, const struct delivery *d)
{
	bool lost = d->letter.state == LETTER_REFUSED || d->letter.state == LETTER_EXPIRED;
	named_link(r, v, "whom", person_name(r->c, d->letter.person), &person_kind, d->letter.person);
	view_text(v, "fate", fate_text(r, &d->letter));
	view_text(v, "why", lost ? d->letter.why : NULL);
	view_text(v, "seen", d->seen ? phrase(r, N_("read %s"), said_near(r, d->seen)) : NULL);
}

bool letters_view(struct req *r, struct view *v, const struct kind *k, int64_t id)
{
	struct letter_fate all[REFS_MAX];
	struct view *readers = view_list(v, "readers");
	int n = letters_about(r->c, k, id, all, REFS_MAX);
	for (int i = 0; i < n; i++)
		reader_view(r, view_add(readers), &(struct delivery){.letter = all[i]});
	return n > 0;
}

void delivery_view(struct req *r, struct view *v, const struct kind *k, const void *rec)
{
	struct delivery one[REFS_MAX];
	int64_t again[REFS_MAX];
	if (!sending_of(r->c, k, rec).at)
		return;
	struct view *d = view_map(v, "delivery"), *readers = view_list(d, "readers");
	int n = delivery_read(r->c, k, rec, one), more = deliver_again_to(r->c, k, rec, again);
	bool lost = false;
	for (int i = 0; i < n; i++) {
		reader_view(r, view_add(readers), &one[i]);
		lost = lost || one[i].letter.state == LETTER_REFUSED;
	}
	view_text(d, "alone", n ? NULL : without_letters(r, k, rec));
	view_text(d, "mend", lost ? tr(r->lang, N_("Mend the address, then send it again.")) : NULL);
	view_text(d, "kinds", k->plural);
	view_int(d, "sent_id", ((const struct record *)rec)->id);
	view_text(d, "after",
	    k == &exchange_kind ? path_of(r, &client_kind, record_client(k, rec))
				: path_of(r, k, ((const struct record *)rec)->id));
	view_text(d, "again_to", phrase(r, N_("To %s"), first_names(r->c, again, more)));
	record_view(r, d, k, rec);
}

const char *delivery_text(struct req *r, const struct kind *k, const void *rec)
{
	struct delivery one[REFS_MAX];
	const struct sending s = sending_of(r->c, k, rec);
	if (!s.at || (r->c->now - s.at > NEWS_SECONDS && (!s.failed || s.left)))
		return NULL;
	int n = delivery_read(r->c, k, rec, one);
	const char *all = NULL;
	for (int i = 0; i < n; i++) {
		const char *name = first_name(r->c->arena, person_name(r->c, one[i].letter.person));
		const char *said = phrase(r, N_("%s: %s"), name,
		    one[i].seen ? phrase(r, N_("read %s"), said_near(r, one[i].seen))
				: fate_text(r, &one[i].letter));
		all = all ? arena_printf(r->c->arena, "%s · %s", all, said) : said;
	}
	return n ? all : without_letters(r, k, rec);
}

bool late_letters_view(struct req *r, struct view *v, int64_t client, int64_t sender)
{
	const struct letters_late late = letters_late(r->c, client, sender);
	if (!late.n)
		return false;
	const char *oldest = fate_text(r, &late.oldest);
	link_view(v, "late",
	    late.n == 1 ? phrase(r, N_("An e-mail %s."), oldest)
			: phrase(r, N_("%d e-mails wait to leave. The oldest %s."), (int)late.n, oldest),
	    path_of(r, late.kind, late.record));
	return true;
}

/* ---- an answer ------------------------------------------------------------------------- */

void answer_view(struct req *r, struct view *v, int64_t client_id, const struct exchange *to)
{
	int64_t all[REFS_MAX];
	int n = refs_read(deliver_readers(r->c, client_id, 0), all);
	const char *chosen = deliver_readers(r->c, client_id, to ? to->r.id : 0);
	struct view *answer = n ? view_map(v, "answer") : NULL;
	if (!answer) {
		struct view *nobody = view_map(v, "nobody");
		link_view(nobody, "door", tr(r->lang, N_("Add somebody, or an address")),
		    deliver_door(r->c, client_id));
		return;
	}
	struct view *readers = view_list(answer, "readers");
	for (int i = 0; n > 1 && i < n; i++)
		option_view(readers, all[i], person_name(r->c, all[i]), refs_have(chosen, all[i]));
	view_flag(answer, "several", n > 1);
	view_text(answer, "to",
	    n == 1 ? phrase(r, N_("%s reads it in their space, and a letter says that it is there."),
			 first_names(r->c, all, 1))
		   : tr(r->lang, N_("They read it in their space, and a letter says that it is there.")));
}
