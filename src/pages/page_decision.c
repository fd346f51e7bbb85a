/* The page of a decision: the ways out side by side, what each changes and costs,
 * how the client is asked and chooses; and, for a demand, what accepting it as
 * asked goes through first (model 3.7; P11–13, T1, T6, T10–T17, R3.3). */
#include <string.h>

#include "base/text.h"
#include "pages/pages.h"
#include "pages/promises.h"
#include "rules/demand.h"
#include "rules/insight.h"
#include "rules/writing.h"
#include "pages/delivery.h"
#include "pages/exchanges.h"
#include "web/record.h"

SELECT(goals_of_client, insight_kind,
    "WHERE client_id = $1 AND question = 'goal' AND state <> 'refuted' ORDER BY id DESC LIMIT 20");
SELECT(impact_notice, writing_kind,
    "WHERE client_id = $1 AND about = $2 AND kind = 'impact' ORDER BY version DESC, id DESC LIMIT 1");
SELECT(promises_of_decision, promise_kind, "WHERE client_id = $1 AND source = $2 ORDER BY due, id LIMIT 50");

#define OPTIONS_FIRST 3 /* blank ones of a new decision */
#define OFFERS_BLANK 2  /* blank rows of an option's promises */

/* ---- one way out --------------------------------------------------------------------- */

static void goals_view(struct req *r, struct view *v, int64_t client, int64_t on)
{
	struct view *list = view_list(v, "goals");
	foreach (r->c, insight, i, &goals_of_client, "i", client)
		option_view(list, i->r.id, text_short(r->c->arena, i->text, 90), i->r.id == on);
}

/* A list of texts, and the same as lines of a form. */
static void texts_and_lines_view(
    struct req *r, struct view *v, const char *key, const char *lines_key, const json_t *texts)
{
	struct view *list = view_list(v, key);
	const char *lines = "";
	for (size_t i = 0; i < json_array_size(texts); i++) {
		const char *one = json_string_value(json_array_get(texts, i));
		view_add_text(list, one);
		lines = arena_printf(r->c->arena, "%s%s%s", lines, *lines ? "\n" : "", one);
	}
	view_text(v, lines_key, lines);
}

static void side_choice(struct req *r, struct view *v, int64_t on)
{
	static const struct choice sides[] = {
	    CHOICE("us", N_("We do")), CHOICE("client", N_("They do")), {0}};
	choices_view(r, v, "sides", sides, on == THEIRS ? "client" : "us");
}

/* The promises it makes once chosen, then some blank rows. */
static void offers_view(struct req *r, struct view *v, const struct option *o, const char *prefix)
{
	struct offer offers[OFFERS_MAX];
	int n = o ? option_offers(r->c, o, offers) : 0, rows = n + OFFERS_BLANK;
	bool ours = false, theirs = false;
	struct view *list = view_list(v, "offers"), *form = view_list(v, "offer_rows");
	for (int i = 0; i < rows && i < OFFERS_MAX; i++) {
		struct view *row = view_add(form);
		view_text(row, "row", arena_printf(r->c->arena, "%spromises.%d.", prefix, i));
		side_choice(r, row, i < n ? offers[i].side : OURS);
		view_text(row, "text", i < n ? offers[i].text : NULL);
		view_text(row, "due", i < n ? date_text(r, offers[i].due) : NULL);
		if (i >= n)
			continue;
		ours = ours || offers[i].side == OURS;
		theirs = theirs || offers[i].side == THEIRS;
		if (offers[i].person_id)
			view_int(row, "person_id", offers[i].person_id);
		view_flag(row, "deliverable", offers[i].deliverable);
		struct view *said = view_add(list);
		view_text(said, "side",
		    offers[i].side == OURS ? tr(r->lang, N_("We")) : tr(r->lang, N_("The client")));
		view_text(said, "text", offers[i].text);
		view_text(said, "due", said_date(r, offers[i].due));
	}
	view_flag(v, "our_side_empty", theirs && !ours);
}

static void worth_view(struct req *r, struct view *v, const struct decision *d, const struct option *o)
{
	day due;
	const json_t *price = json_object_get(o->json, "price_change_cents");
	const char *when = text_in(o->json, "due");
	view_text(v, "impacts", o->impacts);
	view_text(v, "gives_up_client", o->gives_up_client);
	view_text(v, "gives_up_us", o->gives_up_us);
	view_text(v, "price_text", price_change_text(r, d->mandate_id, price));
	view_text(v, "price", price_input(r, json_is_integer(price) ? json_integer_value(price) : NO_NUMBER));
	if (when && day_parse(when, &due)) {
		view_text(v, "due_text", said_date(r, due));
		view_text(v, "due", when);
	}
	const struct insight *goal =
	    GET(r->c, insight, json_integer_value(json_object_get(o->json, "serves")));
	if (goal)
		view_text(v, "serves", goal->text);
	goals_view(r, v, d->client_id, goal ? goal->r.id : 0);
}

static void broken_view(struct view *v, const struct option *o)
{
	struct view *list = view_list(v, "breaks");
	const json_t *ids = json_object_get(o->json, "breaks_term_ids");
	for (size_t i = 0; i < json_array_size(ids); i++)
		view_int(view_add(list), "term_id", json_integer_value(json_array_get(ids, i)));
}

/* As asked and not at all: what the client would lose with it is to be said (T14). */
static bool may_cost_the_client(const struct option *o)
{
	return strcmp(o->type, "as_asked") == 0 || strcmp(o->type, "decline") == 0;
}

/* Of a folded one: what a request changes, or how much speaks for a way out. */
static const char *gist(struct req *r, const struct decision *d, const struct option *o)
{
	if (d->about == ABOUT_DEMAND)
		return o->impacts ? text_short(r->c->arena, o->impacts, 60)
				  : tr(r->lang, N_("What does it change?"));
	return phrase(r, N_("%d for, %d against"), (int)json_array_size(json_object_get(o->json, "pros")),
	    (int)json_array_size(json_object_get(o->json, "cons")));
}

/* prefix: of the names in its form, "options.0." or "". */
static void option_full_view(
    struct req *r, struct view *v, const struct decision *d, const struct option *o, const char *prefix)
{
	const json_t *pros = json_object_get(o->json, "pros"), *cons = json_object_get(o->json, "cons");
	view_text(v, "prefix", prefix);
	view_int(v, "n", o->n);
	view_text(v, "gist", gist(r, d, o));
	view_flag(v, "asks_loss", may_cost_the_client(o));
	view_text(v, "type", o->type);
	view_text(v, "label", o->label);
	texts_and_lines_view(r, v, "pros", "pros_lines", pros);
	texts_and_lines_view(r, v, "cons", "cons_lines", cons);
	worth_view(r, v, d, o);
	offers_view(r, v, o, prefix);
	broken_view(v, o);
	view_flag(v, "recommended", d->recommended_option == o->n);
	view_flag(v, "chosen", d->chosen_at && d->chosen_option == o->n);
}

static void blank_option_view(struct req *r, struct view *v, const struct decision *d, const char *prefix)
{
	view_text(v, "prefix", prefix);
	view_text(v, "type", "other");
	goals_view(r, v, d->client_id, 0);
	offers_view(r, v, NULL, prefix);
}

/* What a way out still lacks before it can be put to the client. */
static bool is_incomplete(const struct decision *d, const struct option *o)
{
	return d->about == ABOUT_DEMAND ? !o->impacts : !option_has(o, "pros") || !option_has(o, "cons");
}

/* Room for one more; for both when there is none yet, since a choice is between two. */
static void blanks_view(struct req *r, struct view *v, const struct decision *d, int n)
{
	struct view *list = view_list(v, "one_more");
	int last = n == 0 ? 2 : n + 1;
	for (int i = n; i < last && i < OPTIONS_MAX; i++) {
		struct view *one = view_add(list);
		blank_option_view(r, one, d, arena_printf(r->c->arena, "options.%d.", i));
		view_flag(one, "open", n == 0);
	}
}

/* Side by side to read; and in a draft the same as one form, open where it lacks
 * something. */
static void options_view(struct req *r, struct view *v, const struct decision *d)
{
	struct options *options = options_read(r->c, d->options);
	bool draft = d->state == DECISION_DRAFT, opened = false;
	struct view *list = view_list(v, "options");
	for (int i = 0; i < options->n; i++) {
		const struct option *o = &options->option[i];
		struct view *one = view_add(list);
		option_full_view(r, one, d, o, draft ? arena_printf(r->c->arena, "options.%d.", i) : "");
		view_flag(one, "open", !opened && is_incomplete(d, o));
		opened = opened || is_incomplete(d, o);
	}
	if (draft)
		blanks_view(r, v, d, options->n);
}

/* ---- a demand: what it touches, and the way to "as asked" ---------------------------------- */

static void touches_view(struct req *r, struct view *v, const struct decision *d)
{
	const struct term *touched[TOUCHED_MAX];
	int n = demand_touches(r->c, d, touched);
	struct view *list = view_list(v, "touches");
	for (int i = 0; i < n; i++) {
		struct view *one = view_add(list);
		view_text(one, "text", touched[i]->text);
		view_text(one, "agreed",
		    phrase(r, N_("agreed %s"), said_date(r, day_at(r->c, touched[i]->agreed_at))));
		view_text(one, "url", path_of(r, &term_kind, touched[i]->r.id));
	}
}

/* Said by voice, written, seen: then the client may choose it as asked (T12). */
static void gate_view(struct req *r, struct view *v, const struct decision *d)
{
	if (!demand_is_against_terms(r->c, d))
		return;
	struct view *gate = view_map(v, "gate");
	enum impact stage = impact_stage(r->c, d->r.id);
	view_flag(gate, "said", stage > IMPACT_NOT_SAID);
	view_flag(gate, "sent", stage > IMPACT_NOT_SENT);
	view_flag(gate, "seen", stage > IMPACT_NOT_SEEN);
	view_flag(gate, "ask_worry", !demand_worry_is_known(r->c, d));
	const struct writing *w =
	    FIRST(r->c, writing, &impact_notice, "ii", d->client_id, link_to(&decision_kind, d->r.id));
	view_flag(gate, "none_written", !w);
	if (w)
		view_text(gate, "notice_url", path_of(r, &writing_kind, w->r.id));
}

static void demand_view(struct req *r, struct view *v, const struct decision *d)
{
	if (d->about != ABOUT_DEMAND)
		return;
	view_text(
	    v, "asked_for", d->asked_due ? phrase(r, N_("Asked for %s."), said_date(r, d->asked_due)) : NULL);
	view_text(v, "feasible",
	    d->feasible_due
		? phrase(r, N_("With the notice we agreed on: %s."), said_date(r, d->feasible_due))
		: NULL);
	touches_view(r, v, d);
	if (!d->chosen_at && d->state != DECISION_CANCELLED)
		gate_view(r, v, d);
}

/* ---- choosing, and afterwards -------------------------------------------------------------- */

static void choose_view(struct req *r, struct view *v, const struct decision *d)
{
	bool open = d->state == DECISION_ASKED || (d->state == DECISION_DRAFT && d->about != ABOUT_PROBLEM);
	if (!open)
		return;
	struct view *choose = view_map(v, "choose");
	client_choices_view(choose, NULL, contacts_of(r, d->client_id));
	spoken_in_view(r, choose, d->client_id, d->r.created_at - DAY_SECONDS);
	view_flag(choose, "demand", d->about == ABOUT_DEMAND);
}

static const char *chosen_text(struct req *r, const struct decision *d)
{
	return phrase(r,
	    d->chosen_by == CHOSEN_BY_US       ? N_("Chosen by us, %s.")
	    : d->chosen_by == CHOSEN_BY_CLIENT ? N_("Chosen by the client, %s.")
					       : N_("Chosen together, %s."),
	    said_near(r, d->chosen_at));
}

/* The author's own thoughts after a concession; nobody else's page has them (T15). */
static void reflection_view(struct req *r, struct view *v, const struct decision *d)
{
	if (!d->concession || decision_author(r->c, d) != r->who.id)
		return;
	struct view *own = view_map(v, "reflection");
	view_flag(own, "ask_regret", decision_regret_asked(r->c, d) <= r->c->now);
}

static void afterwards_view(struct req *r, struct view *v, const struct decision *d)
{
	if (!d->chosen_at)
		return;
	view_text(v, "chosen_text", chosen_text(r, d));
	view_flag(v, "conceded", d->concession);
	struct view *list = view_list(v, "promises");
	foreach (
	    r->c, promise, p, &promises_of_decision, "ii", d->client_id, link_to(&decision_kind, d->r.id))
		promise_item(r, list, p);
	view_flag(v, "can_review", d->state == DECISION_CHOSEN);
	view_text(v, "review_text", choice_text(r, &decision_kind, "review", d));
	reflection_view(r, v, d);
}

/* ---- the page ---------------------------------------------------------------------------------- */

static void about_view(struct req *r, struct view *v, const struct decision *d)
{
	const struct kind *k = link_kind(d->about_id);
	const void *rec = k ? record_get(r->c, k, link_id(d->about_id)) : NULL;
	if (rec)
		link_view(v, "about", record_about(r->c, k, rec), path_of(r, k, link_id(d->about_id)));
	view_text(v, "about_text", choice_text(r, &decision_kind, "about", d));
}

/* E4: whom they must convince, beside what each way changes. */
static void audience_view(struct req *r, struct view *v, int64_t client)
{
	const struct insight *whom = insight_on(r->c, client, WHY_AUDIENCE);
	if (whom)
		view_text(v, "audience", phrase(r, N_("Does it help them convince: %s?"), whom->text));
}

static void form_view(struct req *r, struct view *v, const struct decision *d)
{
	record_view(r, v, &decision_kind, d);
	view_flag(v, "is_demand", d->about == ABOUT_DEMAND);
	view_flag(v, "draft", d->state == DECISION_DRAFT);
	view_flag(v, "asked", d->state == DECISION_ASKED);
	view_flag(v, "undecided", d->state == DECISION_DRAFT || d->state == DECISION_ASKED);
	view_flag(v, "none_recommended", d->recommended_option == NO_NUMBER);
}

void page_decision(struct req *r)
{
	const struct decision *d = r->rec;
	const char *question = d->question ? d->question : tr(r->lang, N_("A decision to prepare"));
	struct view *v = page_begin(r, text_short(r->c->arena, question, 80), NULL);
	view_int(v, "id", d->r.id);
	view_text(v, "title", question);
	view_text(v, "question", d->question);
	around_view(r, v, d->client_id, d->mandate_id, 0);
	view_text(v, "state_text", choice_text(r, &decision_kind, "state", d));
	view_text(v, "needed_text",
	    d->needed_by ? phrase(r, N_("Needed by %s"), said_date(r, d->needed_by)) : NULL);
	view_text(v, "asked_text",
	    d->asked_at ? phrase(r, N_("On the client’s page since %s."), said_near(r, d->asked_at)) : NULL);
	about_view(r, v, d);
	audience_view(r, v, d->client_id);
	demand_view(r, v, d);
	options_view(r, v, d);
	form_view(r, v, d);
	choose_view(r, v, d);
	if (d->state == DECISION_ASKED) {
		view_flag(v, "untold", !letters_view(r, v, &decision_kind, d->r.id));
		answer_view(r, v, d->client_id, NULL);
	}
	afterwards_view(r, v, d);
	history_view(r, v, &decision_kind, d->r.id);
	page_send(r, "decision", v, 200);
}

/* ---- a new one ------------------------------------------------------------------------------------ */

/* /decision?client_id=, or ?about=problem&about_id=, ?about=task&about_id= (F13–14). */
void page_decide(struct req *r)
{
	const char *about = query_value(r, "about"), *id = query_value(r, "about_id"),
		   *client = query_value(r, "client_id");
	bool task = about && strcmp(about, "task") == 0, problem = about && strcmp(about, "problem") == 0;
	const struct kind *k = task ? &promise_kind : problem ? &matter_kind : NULL;
	const void *rec = k && id ? record_find(r->c, k, id) : NULL;
	const struct client *of = rec      ? GET(r->c, client, record_client(k, rec))
				  : client ? record_find(r->c, &client_kind, client)
					   : NULL;
	if (!of || (k && !rec)) {
		answer_code(r, "not_found");
		return;
	}
	struct view *v = page_begin(r, tr(r->lang, N_("A decision to prepare")), NULL);
	struct decision blank = {.client_id = of->r.id};
	around_view(r, v, of->r.id, 0, 0);
	choices_among(
	    r, v, "abouts", choices_of(&decision_kind, "about"), "demand task preference future", "demand");
	if (rec) {
		view_text(v, "about_value", about);
		view_int(v, "about_id", ((const struct record *)rec)->id);
		link_view(
		    v, "about", record_about(r->c, k, rec), path_of(r, k, ((const struct record *)rec)->id));
		view_text(v, "question", task ? tr(r->lang, N_("Before we begin: ")) : NULL);
	}
	view_flag(v, "asks_ways", k != NULL);
	client_choices_view(v, mandates_named(r, of->r.id), NULL);
	audience_view(r, v, of->r.id);
	struct view *list = view_list(v, "options");
	for (int i = 0; k && i < OPTIONS_FIRST; i++) {
		struct view *one = view_add(list);
		blank_option_view(r, one, &blank, arena_printf(r->c->arena, "options.%d.", i));
		view_flag(one, "open", i < 2);
	}
	page_send(r, "decide", v, 200);
}
