/* The page on which a writing is composed: one field a part, and what could go
 * into it, ready to be ticked. */
#include "pages/composer.h"

#include <string.h>

#include "rules/announce.h"
#include "record/wording.h"
#include "rules/hints.h"
#include "rules/insight.h"
#include "rules/refs.h"
#include "rules/term.h"
#include "rules/matter.h"
#include "pages/exchanges.h"
#include "web/form_names.h"
#include "web/typed.h"

SELECT(promises_to_carry, promise_kind,
    "WHERE client_id = $1 AND state = 'open' AND shared = 1 ORDER BY due, id LIMIT 100");
SELECT(matters_to_offer, matter_kind,
    "WHERE client_id = $1 AND nature IN ('idea', 'standard') AND state = 'noticed' ORDER BY id LIMIT 100");

/* ---- kinds -------------------------------------------------------------------------- */

static const struct {
	unsigned parts;
	const char *lead, *body; /* what it is for; what its own words are */
} kinds_composed[] = {
    [WELCOME] = {PART_BODY | PART_MATTERS,
	N_("There may be surprises, and we will be there: said at the start, it is believed later."),
	N_("The welcome")},
    [SILENCE_RULE] = {PART_BODY,
	N_("Agreed once and out loud; only then does silence mean a yes, never for a price or a new duty."),
	N_("The rule, in one sentence")},
    [RECAP] = {PART_NOTES | PART_UNDERSTOOD | PART_NEXT | PART_QUESTIONS | PART_PROMISES,
	N_("First what we understood, in their words; then what happens now."), NULL},
    [ENTENTE] = {PART_BODY | PART_TERMS | PART_PROMISES | PART_NEXT,
	N_("The service and the framework, in black and white."), N_("A word before, if you like")},
    [REFORMULATION] = {PART_NOTES | PART_UNDERSTOOD | PART_OUR_PART | PART_NEXT | PART_QUESTIONS |
			   PART_PROMISES,
	N_("The facts, how it feels to them, and our part: they say whether that is it."), NULL},
    [IMPACT] = {PART_SPOKEN | PART_WORRY | PART_BODY | PART_NEXT,
	N_("Told by voice, then written: what their request changes, as facts."),
	N_("What it changes: quality, dates, price, what waits behind")},
    [FEEDBACK] = {PART_SPOKEN | PART_BODY,
	N_("They were heard first. Gently, in general, by voice and then in writing."),
	N_("What we would like to say")},
    [TRANSITION] = {PART_SPOKEN | PART_BODY | PART_NEXT,
	N_("Say it by voice first, in a sentence you would like to hear. Then the transition, with promises "
	   "on both sides."),
	N_("Why, in one tactful sentence")},
    [IDEAS] = {PART_MATTERS | PART_BODY, N_("A gift: it asks for nothing."), N_("A word with them")},
};

unsigned parts_of(const struct writing *w)
{
	return kinds_composed[w->kind].parts;
}

/* What a form being answered has of that name, else what is kept. */
static const char *typed_or(struct req *r, const char *name, const char *kept)
{
	const json_t *typed = r->input ? json_object_get(r->input, name) : NULL;
	return typed ? json_string_value(typed) : kept;
}

/* ---- words ---------------------------------------------------------------------------- */

static const char *joined(struct req *r, const json_t *texts, const char *between)
{
	const char *all = NULL;
	for (size_t i = 0; i < json_array_size(texts); i++) {
		const json_t *one = json_array_get(texts, i);
		const char *text = text_said(
		    r->c, json_string_value(json_is_object(one) ? json_object_get(one, "text") : one));
		all =
		    arena_printf(r->c->arena, "%s%s%s", all ? all : "", all ? between : "", text ? text : "");
	}
	return all;
}

static void understood_view(struct req *r, struct view *v, const struct writing *w)
{
	json_t *both = json_of(r->c->arena, w->understood);
	struct view *part = view_map(v, "understood");
	view_text(part, "facts", joined(r, json_object_get(both, "facts"), "\n"));
	view_text(part, "emotions", joined(r, json_object_get(both, "emotions"), ", "));
}

static void questions_view(struct req *r, struct view *v, const struct writing *w)
{
	json_t *list = json_of(r->c->arena, w->questions);
	view_text(view_map(v, "questions"), "lines", joined(r, list, "\n"));
}

/* What is said the first time, in the client's language; theirs to change. */
static const char *body_suggested(struct req *r, const struct writing *w)
{
	enum lang lang = client_lang(r->c, w->client_id);
	const struct person *who = GET(r->c, person, w->signed_by_id);
	if (w->kind == WELCOME && who)
		return arena_printf(r->c->arena,
		    tr(lang, N_("There may be surprises. We will be there, and we will tell you. If "
				"something is wrong, press this button: %s will call you.")),
		    first_name(r->c->arena, who->name));
	if (w->kind == SILENCE_RULE)
		return arena_printf(r->c->arena,
		    tr(lang, N_("If you do not answer within %d working days of opening a recap, it stands "
				"as agreed. It never counts for a price, a later date or a new duty of "
				"yours, and you can take this rule back at any time.")),
		    (int)settings_of(r->c)->tacit_wd);
	return NULL;
}

static const char *body_shown(struct req *r, const struct writing *w)
{
	return w->body || w->r.rev > 1 ? w->body : body_suggested(r, w);
}

static void body_view(struct req *r, struct view *v, const struct writing *w)
{
	struct hints hints = {0};
	struct view *part = view_map(v, "body_part");
	if (w->kind == FEEDBACK)
		hint_text(r->c, HINT_FEEDBACK, "body", w->body, &hints);
	view_text(part, "label", tr(r->lang, kinds_composed[w->kind].body));
	view_text(part, "text", body_shown(r, w));
	hints_view(part, &hints);
}

static void our_part_view(struct req *r, struct view *v, const struct writing *w)
{
	const struct matter *m = GET(r->c, matter, link_of(w->about, &matter_kind));
	struct hints hints = {0};
	if (!m)
		return;
	struct view *part = view_map(v, "our_side");
	hint_text(r->c, HINT_PROBLEM, "our_part", m->our_part, &hints);
	view_text(part, "our_part", typed_or(r, "our_part", m->our_part));
	hints_view(part, &hints);
}

/* What each marked line becomes when it leaves. */
static void announces_view(struct req *r, struct view *v, const struct writing *w)
{
	static const char *const becomes[] = {[MARK_OURS] = N_("we promise"),
	    [MARK_THEIRS] = N_("they promise"),
	    [MARK_QUESTION] = N_("to ask"),
	    [MARK_DECISION] = N_("to decide")};
	struct announce all[MARKS_MAX];
	int n = announces_read(r->c, w, all);
	struct view *list = view_list(v, "announces");
	for (int i = 0; i < n; i++) {
		const struct announce *one = &all[i];
		struct promise to_be = {
		    .side = OURS, .state = PROMISE_OPEN, .person_id = one->person, .due = one->due};
		bool ours = one->mark == MARK_OURS;
		const struct person *by = GET(r->c, person, one->person);
		struct view *line = view_add(list);
		view_text(line, "becomes", tr(r->lang, becomes[one->mark]));
		view_text(line, "text", one->text);
		view_text(line, "by", by ? first_name(r->c->arena, by->name) : NULL);
		view_text(line, "when", one->due ? said_date(r, one->due) : NULL);
		view_flag(line, "no_day", mark_is_promise(one->mark) && !one->due);
		view_text(line, "load", ours && one->due ? promise_load_text(r, &to_be) : NULL);
	}
}

static const char *notes_shown(struct ctx *c, const struct writing *w)
{
	const struct exchange *x = writing_talk(c, w);
	return w->notes || !x ? w->notes : x->text;
}

/* Until the first time that they are kept, they are what was noted of the talk. */
static const struct writing *as_first_kept(struct ctx *c, const struct writing *w)
{
	struct writing *first = ARENA_NEW(c->arena, struct writing);
	*first = *w;
	first->notes = notes_shown(c, w);
	if (!w->notes)
		announces_note(&(struct act){.ctx = c, .kind = &writing_kind, .rec = first, .before = w});
	return first;
}

static void notes_view(struct req *r, struct view *v, const struct writing *w)
{
	const struct exchange *x = writing_talk(r->c, w);
	if (!x)
		return;
	struct view *notes = view_map(v, "notes");
	w = as_first_kept(r->c, w);
	view_text(notes, "text", w->notes);
	announces_view(r, notes, w);
	view_text(notes, "how", exchange_named(r, x));
	view_text(notes, "url", path_of(r, &exchange_kind, x->r.id));
	view_text(notes, "emotions", words_text(r, x->emotions));
}

/* ---- said by voice first ------------------------------------------------------------------ */

static void spoken_view(struct req *r, struct view *v, const struct writing *w)
{
	const struct exchange *x = GET(r->c, exchange, w->spoken_in_id);
	struct view *part = view_map(v, "spoken");
	if (x)
		link_view(part, "said", exchange_named(r, x), path_of(r, &exchange_kind, x->r.id));
	view_flag(part, "unsaid", !x);
	spoken_in_view(r, part, w->client_id, w->r.created_at - SAID_SINCE_DAYS * DAY_SECONDS);
	const json_t *call = r->input ? json_object_get(r->input, "call") : NULL;
	const char *channel = text_in(call, "channel");
	choices_among(r, part, "voices", choices_of(&exchange_kind, "channel"), "phone in_person video",
	    channel ? channel : "phone");
	view_text(part, "call_text", text_in(call, "text"));
	view_text(part, "call_minutes", text_in(call, "minutes"));
}

/* What worries them about it: guessed here, checked by voice (T6). */
static void worry_view(struct req *r, struct view *v, const struct writing *w)
{
	const struct insight *known = insight_on(r->c, w->client_id, WHY_WORRY);
	struct view *part = view_map(v, "worry");
	view_text(part, "known", known ? known->text : NULL);
	view_text(part, "text", typed_or(r, "worry", NULL));
}

/* ---- what can be ticked ------------------------------------------------------------------------ */

static void promise_option(
    struct req *r, struct view *list, const struct promise *p, const struct named *team, bool on)
{
	struct view *o = view_add(list);
	view_int(o, "value", p->r.id);
	view_text(o, "text", p->text);
	view_text(o, "due_text", said_date(r, p->due));
	view_text(o, "by", p->side == OURS ? name_of(team, p->person_id) : tr(r->lang, N_("the client")));
	view_text(o, "load", promise_load_text(r, p));
	view_flag(o, "on", on);
}

/* Those it carries, whatever became of them, and the others that are open. */
static void promises_view(struct req *r, struct view *v, const struct writing *w)
{
	int64_t ids[REFS_MAX];
	int n = refs_read(w->promise_ids, ids);
	const struct named *team = staff_named(r->c);
	struct view *part = view_map(v, "promises"), *carried = view_list(part, "carried"),
		    *others = view_list(part, "others");
	for (int i = 0; i < n; i++) {
		const struct promise *p = GET(r->c, promise, ids[i]);
		if (p)
			promise_option(r, carried, p, team, true);
	}
	foreach (r->c, promise, p, &promises_to_carry, "i", w->client_id)
		if (!refs_have(w->promise_ids, p->r.id))
			promise_option(r, others, p, team, false);
}

/* One that was noted since is left out until somebody ticks it. */
static void term_option(struct req *r, struct view *list, const struct writing *w, const struct term *t)
{
	struct view *o = view_add(list);
	bool on = refs_have(w->term_ids, t->r.id);
	view_int(o, "value", t->r.id);
	view_text(o, "text", t->text);
	view_flag(o, "on", on);
	if (!on && t->r.created_at > w->r.created_at)
		view_text(o, "note", tr(r->lang, N_("noted since this draft was opened")));
	else if (t->needed_by)
		view_text(o, "note", phrase(r, N_("needed by %s"), said_date(r, t->needed_by)));
}

static void terms_view(struct req *r, struct view *v, const struct writing *w)
{
	const struct term **terms = ARENA_ARRAY(r->c->arena, const struct term *, TERMS_MAX);
	int n = terms_of(r->c, w->mandate_id, terms, TERMS_MAX);
	struct view *part = view_map(v, "terms"), *service = view_list(part, "service"),
		    *frame = view_list(part, "frame"), *unclear = view_list(part, "unclear");
	for (int i = 0; i < n; i++) {
		term_option(r, term_is_frame(terms[i]) ? frame : service, w, terms[i]);
		if (terms[i]->clarity != CLEAR)
			option_view(unclear, terms[i]->r.id, terms[i]->text,
			    refs_have(w->to_clarify_ids, terms[i]->r.id));
	}
	view_text(part, "url", path_of(r, &mandate_kind, w->mandate_id));
}

static void matters_view(struct req *r, struct view *v, const struct writing *w)
{
	struct view *part = view_map(v, "matters"), *list = view_list(part, "items");
	foreach (r->c, matter, m, &matters_to_offer, "i", w->client_id)
		if ((m->nature == IDEA) == (w->kind == IDEAS))
			option_view(list, m->r.id, matter_title(r->c, m), refs_have(w->matter_ids, m->r.id));
	view_flag(part, "none", !view_is_true(list));
	view_flag(part, "ideas", w->kind == IDEAS);
}

/* ---- what its inputs are called ------------------------------------------------------------ */

const struct field composed_fields[] = {
    {.name = "notes", .label = N_("Notes of the talk"), .type = FT_longtext},
    {.name = "facts", .label = N_("What we understood"), .type = FT_longtext},
    {.name = "emotions", .label = N_("What the person feels, in a few words"), .type = FT_text},
    {.name = "our_part", .label = N_("Our part, as the client will read it"), .type = FT_longtext},
    {.name = "body", .label = N_("In words"), .type = FT_longtext},
    {.name = "what_now", .label = N_("What happens now"), .type = FT_longtext},
    {.name = "questions", .label = N_("What we still ask ourselves"), .type = FT_longtext},
    {.name = "worry", .label = N_("What worries them?"), .type = FT_longtext},
    {0},
};

/* ---- what it opens on ---------------------------------------------------------------------- */

static void put_list(json_t *inputs, const char *name, json_t *list)
{
	if (list)
		json_object_set(inputs, name, list);
	else
		json_object_set_new(inputs, name, json_array());
}

static void put_text(json_t *inputs, const char *name, const char *text)
{
	json_object_set_new(inputs, name, json_string(text ? text : ""));
}

json_t *composed_inputs(struct req *r, const struct writing *w)
{
	json_t *inputs = json_lent(r->c->arena, json_object()), *both = json_of(r->c->arena, w->understood);
	const struct matter *m = GET(r->c, matter, link_of(w->about, &matter_kind));
	put_text(inputs, "notes", notes_shown(r->c, w));
	put_list(inputs, "facts", json_object_get(both, "facts"));
	put_list(inputs, "emotions", json_object_get(both, "emotions"));
	put_text(inputs, "our_part", m ? m->our_part : NULL);
	put_text(inputs, "body", body_shown(r, w));
	put_text(inputs, "what_now", w->next);
	put_list(inputs, "questions", json_of(r->c->arena, w->questions));
	put_list(inputs, "promise_ids", json_of(r->c->arena, w->promise_ids));
	put_list(inputs, "term_ids", json_of(r->c->arena, w->term_ids));
	put_list(inputs, "to_clarify_ids", json_of(r->c->arena, w->to_clarify_ids));
	put_list(inputs, "matter_ids", json_of(r->c->arena, w->matter_ids));
	return inputs;
}

static const char *ids_sorted(struct arena *a, const json_t *ids)
{
	const char *lines = "";
	for (size_t i = 0; i < json_array_size(ids); i++)
		lines = arena_printf(
		    a, "%s%" JSON_INTEGER_FORMAT "\n", lines, json_integer_value(json_array_get(ids, i)));
	return lines_sorted(a, lines);
}

const char *composed_text(struct req *r, const json_t *inputs, const char *name)
{
	const json_t *value = json_object_get(inputs, name);
	if (strcmp(name, "emotions") == 0 && json_is_string(value))
		value = json_lent(r->c->arena, form_words(value));
	bool ids = json_is_integer(json_array_get(value, 0)); /* ticked: their order says nothing */
	const char *text = ids                    ? ids_sorted(r->c->arena, value)
			   : json_is_array(value) ? joined(r, value, "\n")
						  : json_string_value(value);
	return text ? text : "";
}

static const char *opened_on(struct req *r, const struct writing *kept)
{
	json_t *inputs = composed_inputs(r, kept), *texts = json_lent(r->c->arena, json_object());
	const char *name;
	json_t *value;
	json_object_foreach(inputs, name, value) put_text(texts, name, composed_text(r, inputs, name));
	return texts_digest(r->c->arena, texts);
}

void composer_view(struct req *r, struct view *v, const struct writing *w)
{
	static const struct {
		unsigned part;
		void (*view)(struct req *, struct view *, const struct writing *);
	} parts[] = {{PART_NOTES, notes_view}, {PART_UNDERSTOOD, understood_view},
	    {PART_OUR_PART, our_part_view}, {PART_SPOKEN, spoken_view}, {PART_WORRY, worry_view},
	    {PART_BODY, body_view}, {PART_QUESTIONS, questions_view}, {PART_PROMISES, promises_view},
	    {PART_TERMS, terms_view}, {PART_MATTERS, matters_view}};
	struct view *draft = view_map(v, "draft");
	for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
		if (parts_of(w) & parts[i].part)
			parts[i].view(r, draft, w);
	if (parts_of(w) & PART_NEXT)
		view_text(view_map(draft, "next_part"), "text", w->next);
	view_int(draft, "rev", w->r.rev);
	view_text(draft, "was", opened_on(r, r->rec));
	view_text(draft, "beside", w->beside);
	view_text(draft, "lead", tr(r->lang, kinds_composed[w->kind].lead));
}

/* ---- what still misses ------------------------------------------------------------------- */

/* Here, or on the page where it is mended. */
void lacks_view(struct req *r, struct view *v, const struct writing *w)
{
	struct lack lacks[LACKS_MAX];
	int n = guards_lacking(r->c, &writing_kind, "send", w, lacks);
	const char *own = path_of(r, &writing_kind, w->r.id);
	struct view *list = view_list(v, "lacks");
	for (int i = 0; i < n; i++) {
		const char *where = lacks[i].where;
		size_t n_own = strlen(own);
		bool here = where && strncmp(where, own, n_own) == 0 && where[n_own] == '#';
		struct view *one = view_add(list);
		view_text(one, "text", lacks[i].sentence);
		view_text(one, "url", where);
		view_text(
		    one, "label", here ? tr(r->lang, N_("Write it here")) : tr(r->lang, N_("Go there")));
	}
}
