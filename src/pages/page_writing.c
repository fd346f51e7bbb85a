/* The page of a writing: a draft is composed, then read once as its client will;
 * a sent one is read with what became of it. */
#include <string.h>

#include "pages/pages.h"
#include "record/wording.h"
#include "pages/composer.h"
#include "pages/delivery.h"
#include "portal/as_read.h"
#include "portal/space.h"
#include "pages/exchanges.h"
#include "web/fate.h"

SELECT(next_version, writing_kind, "WHERE parent_id = $1 ORDER BY version DESC, id DESC LIMIT 1");

#define VERSIONS_MAX 20

/* ---- head ------------------------------------------------------------------------------ */

static void about_view(struct req *r, struct view *v, const struct writing *w)
{
	const struct kind *k = link_kind(w->about);
	const void *rec = k ? record_get(r->c, k, link_id(w->about)) : NULL;
	bool beside = w->state == WRITING_DRAFT && k == &exchange_kind; /* its notes are */
	if (!rec || beside)
		return;
	const char *text = k == &exchange_kind ? exchange_named(r, rec) : record_about(r->c, k, rec);
	link_view(v, "about", text, path_of(r, k, link_id(w->about)));
}

static void head_view(struct req *r, struct view *v, const struct writing *w)
{
	view_int(v, "id", w->r.id);
	view_text(v, "heading", writing_title(r->c, w));
	around_view(r, v, w->client_id, w->mandate_id, w->signed_by_id);
	about_view(r, v, w);
	if (w->version > 1)
		view_text(v, "version", phrase(r, N_("version %d"), (int)w->version));
}

/* What it says, as the client reads it. */
static void words_view(struct req *r, struct view *v, const struct writing *w)
{
	enum lang theirs;
	view_safe(v, "letter", letter_of(r, w, &theirs));
	view_text(v, "letter_lang", lang_code(theirs));
}

/* Why silence cannot stand for a yes here, in the words of writing.explicit_why. */
static const struct {
	const char *word, *said;
} whys[] = {
    {"price", N_("the price goes up")},
    {"later", N_("the date comes later")},
    {"expectation_removed", N_("an expectation is left out")},
    {"new_duty", N_("it asks something new of them")},
    {0},
};

static void explicit_view(struct req *r, struct view *v, const struct writing *w)
{
	json_t *words = json_of(r->c->arena, writing_leaving(r->c, w)->explicit_why);
	struct view *list = view_list(v, "whys");
	for (size_t i = 0; i < json_array_size(words); i++)
		for (int k = 0; whys[k].word; k++)
			if (strcmp(json_string_value(json_array_get(words, i)), whys[k].word) == 0)
				view_add_text(list, tr(r->lang, whys[k].said));
}

/* ---- before it leaves ---------------------------------------------------------------------- */

static void preview_view(struct req *r, struct view *v, const struct writing *w)
{
	struct view *preview = view_map(v, "preview");
	words_view(r, preview, w);
	explicit_view(r, preview, w);
	lacks_view(r, preview, w);
	view_flag(preview, "may_not_know_worry", parts_of(w) & PART_WORRY);
	const struct person *signer = GET(r->c, person, w->signed_by_id);
	view_text(preview, "signed", signer ? phrase(r, N_("Signed by %s"), signer->name) : NULL);
}

/* ---- once it left ------------------------------------------------------------------------------ */

static const char *answered_text(struct req *r, const struct writing *w)
{
	const struct person *by = GET(r->c, person, w->answered_by);
	const char *when = said_fully(r, w->answered_at);
	if (w->state == WRITING_TACIT)
		return phrase(r, N_("Tacit agreement: %s."), when);
	if (w->state == WRITING_CONFIRMED)
		return by ? phrase(r, N_("%s agreed: %s."), by->name, when)
			  : phrase(r, N_("Agreed: %s."), when);
	return by ? phrase(r, N_("%s corrected it: %s."), by->name, when)
		  : phrase(r, N_("Corrected: %s."), when);
}

/* Sent is what left. */
static const char *unopened_text(struct req *r, const struct writing *w)
{
	const char *when = said_fully(r, w->sent_at);
	enum went how = writing_went(r, w);
	if (how == WENT_BY_HAND)
		return phrase(r, N_("Given by hand: %s."), when);
	if (how == WENT_BY_LETTER)
		return phrase(r, N_("Sent: %s. It has not been opened yet."), when);
	const struct letter_fate *fate = fate_about(r, &writing_kind, w->r.id);
	return tr(r->lang,
	    fate && fate->state == LETTER_WAITING ? N_("It has not left yet.") : N_("Nobody received it."));
}

static const char *stands_text(struct req *r, const struct writing *w)
{
	switch (w->state) {
	case WRITING_SENT:
		if (!w->seen_at)
			return unopened_text(r, w);
		return writing_asks_answer(w) ? phrase(r, N_("Opened: %s. They have not answered yet."),
						    said_fully(r, w->seen_at))
					      : phrase(r, N_("Opened: %s."), said_fully(r, w->seen_at));
	case WRITING_UNANSWERED:
		return tr(r->lang, N_("We do not know whether they agree: call them."));
	case WRITING_CORRECTED:
		if (!w->answer_text)
			return tr(r->lang, N_("A newer version has taken its place."));
		return answered_text(r, w);
	default:
		return answered_text(r, w);
	}
}

static void asked_view(struct req *r, struct view *v, const struct writing *w)
{
	json_t *list = json_of(r->c->arena, w->questions);
	struct view *open = view_list(v, "open_questions"), *answered = view_list(v, "answers");
	for (size_t i = 0; i < json_array_size(list); i++) {
		const json_t *q = json_array_get(list, i);
		const char *text = text_said(r->c, text_in(q, "text")), *answer = text_in(q, "answer");
		struct view *one = view_add(answer ? answered : open);
		view_int(one, "n", (int64_t)i);
		view_text(one, "text", text);
		view_text(one, "answer", answer);
	}
}

static void version_view(struct req *r, struct view *v, const struct writing *w)
{
	view_text(v, "text", phrase(r, N_("version %d"), (int)w->version));
	view_text(v, "url", path_of(r, &writing_kind, w->r.id));
	view_text(v, "stands", w->state == WRITING_DRAFT ? tr(r->lang, N_("draft")) : stands_text(r, w));
}

/* The ones before, the nearest first. */
static void before_view(struct req *r, struct view *v, const struct writing *w)
{
	struct view *before = view_list(v, "before");
	const struct writing *old = w;
	for (int i = 0; i < VERSIONS_MAX && (old = GET(r->c, writing, old->parent_id)); i++) {
		struct view *one = view_add(before);
		version_view(r, one, old);
		view_text(one, "answer", old->answer_text);
	}
}

/* What the client said about it by voice, noted by one of us. */
static void by_voice_view(struct req *r, struct view *v, const struct writing *w)
{
	bool open = writing_is_open(w), asks = writing_asks_answer(w);
	instant until = silence_reopen_until(r->c, w);
	if (!open && r->c->now > until)
		return;
	struct view *ways = view_map(v, "by_voice");
	spoken_in_view(r, ways, w->client_id, w->sent_at - DAY_SECONDS);
	client_choices_view(ways, NULL, contacts_of(r, w->client_id));
	view_flag(ways, "can_confirm", open && asks);
	view_flag(ways, "can_read_aloud", open && !w->seen_at);
	view_flag(ways, "can_remind", open && asks && !w->reminded_at);
	view_text(ways, "until", until ? said_near(r, until) : NULL);
}

static void sent_view(struct req *r, struct view *v, const struct writing *w)
{
	struct view *sent = view_map(v, "sent");
	words_view(r, sent, w);
	view_text(sent, "stands", stands_text(r, w));
	view_text(sent, "answer", w->answer_text);
	explicit_view(r, sent, w);
	asked_view(r, sent, w);
	by_voice_view(r, sent, w);
	delivery_view(r, sent, &writing_kind, w);
	const struct writing *next = FIRST(r->c, writing, &next_version, "i", w->r.id);
	view_text(sent, "notes", w->notes);
	if (next) {
		difference_view(r, sent, "onward", w, next);
		struct view *after = view_map(sent, "after");
		version_view(r, after, next);
		view_flag(after, "draft", next->state == WRITING_DRAFT);
	}
}

/* ---- the page -------------------------------------------------------------------------------- */

static struct view *writing_view(struct req *r, const struct writing *w)
{
	struct view *v = page_begin(r, writing_title(r->c, w), "clients");
	const struct writing *parent = GET(r->c, writing, w->parent_id);
	head_view(r, v, w);
	before_view(r, v, w);
	if (parent)
		difference_view(r, v, "since", parent, w);
	return v;
}

static void draft_view(struct req *r, struct view *v, const struct writing *w)
{
	composer_view(r, v, w);
	lacks_view(r, v, w);
}

void page_writing(struct req *r)
{
	const struct writing *w = r->rec;
	struct view *v = writing_view(r, w);
	if (w->state != WRITING_DRAFT)
		sent_view(r, v, w);
	else if (query_value(r, "relire"))
		preview_view(r, v, w);
	else
		draft_view(r, v, w);
	history_view(r, v, &writing_kind, w->r.id);
	page_send(r, "writing", v, 200);
}

/* Beside what was typed, each under what its input is called. */
static void beside_view(struct req *r, struct view *v)
{
	struct view *list = view_list(v, "torn");
	for (const struct field *f = composed_fields; f->name; f++) {
		const char *now = text_in(r->form.now, f->name);
		if (!now)
			continue;
		struct view *one = view_add(list);
		view_text(one, "name", tr(r->lang, f->label));
		view_text(one, "text", now);
	}
}

void page_writing_again(
    struct req *r, const struct writing *typed, const struct refusal *why, const char *sentence)
{
	const struct writing *kept = r->rec;
	struct view *v = writing_view(r, kept);
	struct view *refused = view_map(v, "refused");
	view_text(refused, "sentence", sentence);
	refused_fields_view(r, refused, why);
	view_text(refused, "url", why->where);
	view_flag(refused, "asks", why->hints != NULL);
	if (why->code->status == 412) /* what is kept now beside what was typed */
		difference_view(r, refused, "meanwhile", kept, typed);
	beside_view(r, refused);
	if (kept->state == WRITING_DRAFT)
		draft_view(r, v, typed);
	else /* it left meanwhile */
		sent_view(r, v, kept);
	http_forget(r->x);
	page_send(r, "writing", v, why->code->status);
}
