/* What a writing says: its words from the record as its reader may read it, its
 * ideas, its terms and promises in two halves each. */
#include "portal/as_read.h"

#include "record/letter.h"
#include "rules/portal.h"
#include "portal/space.h"
#include "web/fate.h"
#include "web/template.h"

#define LINES_MAX 100 /* that can each be corrected on its own */

const char *reading_text(struct reading *l, const char *field)
{
	const char *text = text_in(l->said, field);
	return text && *text ? text : NULL;
}

/* ---- lines, each with its own correction -------------------------------------------- */

static void line_view(struct reading *l, struct view *line, const char *text)
{
	view_text(line, "text", text);
	if (l->fix && l->lines < LINES_MAX)
		view_int(view_map(line, "fix"), "n", l->lines++);
}

static void lines_view(struct reading *l, struct view *v, const char *key, const json_t *texts)
{
	struct view *list = view_list(v, key);
	for (size_t i = 0; i < json_array_size(texts); i++) {
		const json_t *one = json_array_get(texts, i);
		const char *text =
		    json_string_value(json_is_object(one) ? json_object_get(one, "text") : one);
		if (text)
			line_view(l, view_add(list), text);
	}
}

/* ---- what it says ---------------------------------------------------------------------- */

static void words_view(struct reading *l, struct view *v)
{
	const json_t *understood = json_object_get(l->said, "understood");
	texts_view(v, "emotions", json_object_get(understood, "emotions"));
	lines_view(l, v, "facts", json_object_get(understood, "facts"));
	lines_view(l, v, "questions", json_object_get(l->said, "questions"));
	view_text(v, "our_part", reading_text(l, "our_part"));
	view_text(v, "body", reading_text(l, "body"));
	view_text(v, "next_step", reading_text(l, "next"));
	if (l->w->kind == ENTENTE)
		view_text(v, "last_line", entente_last_line(l->r->lang));
}

/* Its sending tells them of it. */
static bool comes_to_be_seen(const struct reading *l, const struct kind *k, const void *rec)
{
	return (k == &term_kind && term_is_live(rec)) || (k == &matter_kind && writing_tells(l->w, rec));
}

/* What it carries is part of it, also for somebody whom a letter let in to it alone. */
bool reading_shows(const struct reading *l, const struct kind *k, const void *rec)
{
	if (l->ahead && comes_to_be_seen(l, k, rec))
		return true;
	struct ctx eyes = *l->r->c;
	eyes.who.only_kind = NULL;
	return record_visible(&eyes, k, rec);
}

/* The ideas it gives, or what is usual in our trade. */
static void told_view(struct reading *l, struct view *v)
{
	int64_t ids[REFS_MAX];
	int n = refs_read(l->w->matter_ids, ids);
	struct view *told = view_list(v, "told");
	for (int i = 0; i < n; i++) {
		const struct matter *m = GET(l->r->c, matter, ids[i]);
		if (!m || !reading_shows(l, &matter_kind, m))
			continue;
		struct view *one = view_add(told);
		view_text(one, "text", record_text(l->r->c, &matter_kind, m, "title"));
		view_text(one, "more", record_text(l->r->c, &matter_kind, m, "body"));
	}
	view_flag(v, "standards", l->w->kind == WELCOME);
}

const char *owed_of_them(struct req *r, const struct term *t)
{
	return tr(r->lang, choices_of(&term_kind, "owed_by")[t->owed_by - 1].theirs);
}

static void term_view(struct reading *l, struct view *line, const struct term *t)
{
	struct req *r = l->r;
	line_view(l, line, t->text);
	view_text(line, "why", t->why);
	view_text(line, "owed", owed_of_them(r, t));
	view_text(line, "by", t->needed_by ? phrase(r, N_("for %s"), said_date(r, t->needed_by)) : NULL);
}

/* The service and the frame, side by side as they were agreed. */
static void terms_view(struct reading *l, struct view *v)
{
	int64_t ids[REFS_MAX];
	int n = refs_read(l->w->term_ids, ids);
	struct view *service = view_list(v, "service"), *frame = view_list(v, "frame"),
		    *unclear = view_list(v, "unclear");
	for (int i = 0; i < n; i++) {
		const struct term *t = GET(l->r->c, term, ids[i]);
		if (!t || !reading_shows(l, &term_kind, t))
			continue;
		bool apart = refs_have(l->w->to_clarify_ids, t->r.id);
		term_view(l, view_add(apart ? unclear : term_is_frame(t) ? frame : service), t);
	}
}

int reading_promises(struct reading *l, struct promised ret[PROMISED_MAX])
{
	int64_t ids[REFS_MAX];
	struct announce more[MARKS_MAX];
	int n = refs_read(l->w->promise_ids, ids), kept = 0;
	for (int i = 0; i < n; i++) {
		const struct promise *p = GET(l->r->c, promise, ids[i]);
		if (p && reading_shows(l, &promise_kind, p))
			ret[kept++] = (struct promised){p->side == OURS, p->text, p->due};
	}
	n = announces_read(l->r->c, l->w, more); /* what left has them among its promises */
	for (int i = 0; i < n; i++)
		if (mark_is_promise(more[i].mark))
			ret[kept++] = (struct promised){more[i].mark == MARK_OURS, more[i].text, more[i].due};
	return kept;
}

static void promises_view(struct reading *l, struct view *v)
{
	struct promised all[PROMISED_MAX];
	int n = reading_promises(l, all);
	struct view *ours = view_list(v, "ours"), *theirs = view_list(v, "theirs");
	for (int i = 0; i < n; i++) {
		struct view *line = view_add(all[i].ours ? ours : theirs);
		view_text(line, "when", all[i].due ? said_date(l->r, all[i].due) : NULL);
		line_view(l, line, all[i].text);
	}
}

/* ---- what an entente fixes beside its terms ----------------------------------------------- */

struct trade trade_now(const struct mandate *m)
{
	return (struct trade){m->need, m->how, m->when_due, m->price_cents, m->currency};
}

bool trade_fixed(const json_t *said, struct trade *ret)
{
	const json_t *fixed = json_object_get(said, "snapshot"),
		     *price = json_object_get(fixed, "price_cents");
	const char *when = text_in(fixed, "when_due");
	if (!json_is_object(fixed))
		return false;
	*ret = (struct trade){.need = text_in(fixed, "need"),
	    .how = text_in(fixed, "how"),
	    .price = json_is_integer(price) ? json_integer_value(price) : NO_NUMBER,
	    .currency = text_in(fixed, "currency")};
	if (when)
		day_parse(when, &ret->when);
	return true;
}

void trade_view(struct req *r, struct view *v, const struct trade *t)
{
	const char *currency = t->currency ? t->currency : r->c->firm->currency;
	view_text(v, "need", t->need);
	view_text(v, "how", t->how);
	view_text(v, "when", t->when ? said_date(r, t->when) : NULL);
	view_text(
	    v, "price", t->price != NO_NUMBER ? say_money(r->c->arena, r->lang, t->price, currency) : NULL);
}

/* As it is fixed when it leaves. */
static void agreed_view(struct reading *l, struct view *v)
{
	struct trade t;
	if (trade_fixed(l->said, &t))
		trade_view(l->r, view_map(v, "agreed"), &t);
}

void reading_view(struct reading *l, struct view *v)
{
	words_view(l, v);
	told_view(l, v);
	agreed_view(l, v);
	terms_view(l, v);
	promises_view(l, v);
}

#define LETTER_MAX_BYTES (4 << 20)

const char *letter_of(struct req *r, const struct writing *w, enum lang *ret_lang)
{
	struct ctx *ours = r->c, *eyes = portal_through_eyes_of(ours, w->client_id);
	enum lang lang = r->lang;
	r->c = eyes;
	r->lang = *ret_lang = eyes->lang;
	const struct writing *gone = writing_leaving(eyes, w);
	struct reading l = {.r = r, .w = gone, .said = as_read(r, &writing_kind, gone), .ahead = gone != w};
	struct view *v = view_new(http_arena(r->x));
	view_text(v, "first_line", reading_text(&l, "first_line"));
	reading_view(&l, v);
	struct buf b = {.max = LETTER_MAX_BYTES};
	template_render(&b, template_find("letter"), r->lang, v);
	r->c = ours;
	r->lang = lang;
	return buf_take(&b, http_arena(r->x), "");
}

enum went writing_went(struct req *r, const struct writing *w)
{
	if (w->by_hand)
		return WENT_BY_HAND;
	if (r->c->who.role == CONTACT || !w->sent_by_id) /* its reader has it before them */
		return WENT_BY_LETTER;
	return letters_left_about(r->c, &writing_kind, w->r.id) ? WENT_BY_LETTER : WENT_NOT;
}

const char *writing_went_text(struct req *r, const struct writing *w)
{
	enum went how = writing_went(r, w);
	if (how != WENT_NOT)
		return phrase(r, how == WENT_BY_HAND ? N_("given by hand %s") : N_("sent %s"),
		    said_near(r, w->sent_at));
	if (w->seen_at)
		return phrase(r, N_("read %s"), said_near(r, w->seen_at));
	const struct letter_fate *fate = fate_about(r, &writing_kind, w->r.id);
	return fate ? fate_text(r, fate) : tr(r->lang, N_("nobody received it"));
}

const char *writing_state_text(struct req *r, const struct writing *w)
{
	switch (w->state) {
	case WRITING_DRAFT:
		return tr(r->lang, N_("draft"));
	case WRITING_CONFIRMED:
		return phrase(r, N_("agreed %s"), said_near(r, w->answered_at));
	case WRITING_TACIT:
		return phrase(r, N_("tacit agreement, %s"), said_near(r, w->answered_at));
	case WRITING_CORRECTED:
		return tr(r->lang, w->answer_text ? N_("corrected by the client") : N_("replaced"));
	case WRITING_UNANSWERED:
		return tr(r->lang, N_("no answer: call them"));
	default:
		return writing_went_text(r, w);
	}
}
