/* The client's space, read as one of their people would: every record passes
 * record_visible(), so that what is counted is what can be opened. */
#include "rules/portal.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "rules/decision.h"
#include "rules/privacy_case.h"
#include "rules/rating.h"
#include "rules/writing.h"

/* Somebody whose eyes to look through: first who may agree. */
SELECT(contact_to_be, person_kind,
    "WHERE client_id = $1 AND role = 'contact' AND active = 1 ORDER BY can_agree DESC, id LIMIT 1");
SELECT(messages_waiting, exchange_kind,
    "WHERE client_id = $1 AND needs_reply = 1 AND answered_at IS NULL ORDER BY at, id LIMIT 100");
SELECT(matters_said, matter_kind,
    "WHERE client_id = $1 AND state <> 'dropped' AND (told_at IS NOT NULL OR noticed_by_side = 'client') "
    "AND ((nature = 'problem' AND state <> 'closed') OR told_at > $2 OR closed_at > $2) "
    "ORDER BY noticed_at DESC, id DESC LIMIT 200");
SELECT(writings_open, writing_kind,
    "WHERE client_id = $1 AND state IN ('sent', 'unanswered') ORDER BY sent_at, id LIMIT 200");
SELECT(decisions_asked, decision_kind,
    "WHERE client_id = $1 AND state = 'asked' ORDER BY asked_at, id LIMIT 100");
SELECT(mandates_delivered, mandate_kind, "WHERE client_id = $1 AND state = 'delivered' ORDER BY id LIMIT 50");
SELECT(promises_shared, promise_kind,
    "WHERE client_id = $1 AND shared = 1 AND state = 'open' ORDER BY due, id LIMIT 400");
SELECT(promises_received, promise_kind,
    "WHERE client_id = $1 AND shared = 1 AND side = 'us' AND done_at > $2 ORDER BY done_at DESC, id DESC "
    "LIMIT 100");

#define RECEIVED_DAYS 30 /* how long what we handed over stays in sight */

/* ---- who ------------------------------------------------------------------------- */

struct ctx *portal_through_eyes_of(struct ctx *c, int64_t client)
{
	const struct client *k = GET(c, client, client);
	if (!k)
		return NULL;
	struct ctx *seen = ARENA_NEW(c->arena, struct ctx);
	*seen = *c;
	seen->lang = lang_chosen(k->lang);
	seen->who = (struct who){.role = CONTACT, .client_id = client, .can_agree = true};
	const struct person *p = FIRST(c, person, &contact_to_be, "i", client);
	if (p) {
		seen->who.id = p->r.id;
		seen->who.name = p->name;
		seen->who.can_agree = p->can_agree;
		seen->lang = lang_chosen(p->lang);
	}
	return seen;
}

/* ---- what waits for us ------------------------------------------------------------- */

static instant due_of(struct ctx *c, const struct kind *k, int64_t id, enum clock_name type)
{
	const struct clock_row *running = running_clock(c, k, id, type);
	return running ? running->due : 0;
}

/* Which message of theirs; what we noted of it is ours. */
static const char *message_named(struct ctx *c, const struct exchange *x)
{
	static const char *const names[] = {[IN_PERSON] = N_("Your question"),
	    [PHONE] = N_("Your call"),
	    [VIDEO] = N_("Your call"),
	    [EMAIL] = N_("Your e-mail"),
	    [SMS] = N_("Your text message"),
	    [PORTAL] = N_("Your message"),
	    [LETTER] = N_("Your letter")};
	return phrased(c, N_("%s of %s"), tr(c->lang, names[x->channel]), instant_near(c, x->at));
}

static const char *message_text(struct ctx *c, const struct exchange *x)
{
	bool own = x->channel == PORTAL && record_visible(c, &exchange_kind, x);
	const char *said = x->text ? x->text : x->subject;
	return own && said ? text_short(c->arena, said, TEXT_SHOWN) : message_named(c, x);
}

static const char *waited_text(struct ctx *c, const struct portal_wait *w)
{
	if (w->parked_to)
		return phrased(c, N_("we talk about it: %s"), instant_near(c, w->parked_to));
	if (w->kind == &matter_kind && w->before > c->now)
		return phrased(c, N_("%s is calling you before %s"), w->who, instant_near(c, w->before));
	if (w->seconds < 60)
		return tr(c->lang, N_("waiting for an answer"));
	return phrased(c, N_("has waited %s for an answer"), say_hours(c->arena, c->lang, w->seconds));
}

static void wait_add(struct ctx *c, struct portal *p, struct portal_wait w, int64_t mandate)
{
	bool cover;
	const struct person *who = person_reachable(c, in_charge(c, c->who.client_id, mandate), &cover);
	if (p->nwaiting == PORTAL_MAX)
		return;
	w.who = who ? first_name(c->arena, who->name) : c->firm->name;
	w.seconds = worked(&c->firm->calendar, w.since, c->now);
	w.waited = waited_text(c, &w);
	p->waiting[p->nwaiting++] = w;
}

static void waiting_messages(struct ctx *c, struct portal *p)
{
	foreach (c, exchange, x, &messages_waiting, "i", c->who.client_id) {
		const struct exchange *to = GET(c, exchange, x->parked_to_id);
		wait_add(c, p,
		    (struct portal_wait){.kind = &exchange_kind,
			.id = x->r.id,
			.text = message_text(c, x),
			.since = x->at,
			.before = x->reply_by ? x->reply_by : due_of(c, &exchange_kind, x->r.id, CLOCK_A2),
			.parked_to = to ? to->at : 0,
			.why = x->reply_why},
		    x->mandate_id);
	}
}

static void waiting_problem(struct ctx *c, struct portal *p, const struct matter *m)
{
	wait_add(c, p,
	    (struct portal_wait){.kind = &matter_kind,
		.id = m->r.id,
		.text = record_text(c, &matter_kind, m, "title"),
		.since = m->noticed_at,
		.before = due_of(c, &matter_kind, m->r.id, CLOCK_A1C)},
	    m->mandate_id);
}

/* ---- what waits for them ------------------------------------------------------------ */

static const char *const questions[] = {[ASKED_TO_ANSWER] = N_("Did we get it right?"),
    [ASKED_TO_CHOOSE] = N_("The choice is yours."),
    [ASKED_VERIFY] = N_("Is the solution truly right for you? We keep adjusting until it is excellent."),
    [ASKED_VALUE] = N_("What is this work worth to you?"),
    [ASKED_RESULT] = N_("Is your need met?"),
    [ASKED_TRUST] = N_("Can you take us at our word?"),
    [ASKED_ECHO] = N_("Did this idea ease your work, or help you stand out?")};

static void ask(struct ctx *c, struct portal *p, enum portal_question question, const struct kind *k,
    int64_t id, const char *title)
{
	if (p->nasked < PORTAL_MAX)
		p->asked[p->nasked++] =
		    (struct portal_asked){question, k, id, title, tr(c->lang, questions[question])};
}

/* Those that want an answer wait; those that were given are good to know. */
static void sent_writings(struct ctx *c, struct portal *p)
{
	instant lately = window_began(c);
	foreach (c, writing, w, &writings_open, "i", c->who.client_id) {
		if (!record_visible(c, &writing_kind, w))
			continue;
		const char *title = writing_title(c, w);
		if (writing_asks_answer(w))
			ask(c, p, ASKED_TO_ANSWER, &writing_kind, w->r.id, title);
		else if (w->sent_at > lately && p->nknown < PORTAL_MAX)
			p->known[p->nknown++] = (struct portal_known){
			    &writing_kind, w->r.id, w, w->sent_at, title, w->kind == IDEAS};
	}
}

static void asked_decisions(struct ctx *c, struct portal *p)
{
	foreach (c, decision, d, &decisions_asked, "i", c->who.client_id)
		if (record_visible(c, &decision_kind, d))
			ask(c, p, ASKED_TO_CHOOSE, &decision_kind, d->r.id,
			    record_text(c, &decision_kind, d, "question"));
}

/* E19, R5.3: what the work was worth, and whether the need is met. */
static void delivered_mandates(struct ctx *c, struct portal *p)
{
	foreach (c, mandate, m, &mandates_delivered, "i", c->who.client_id) {
		if (!record_visible(c, &mandate_kind, m))
			continue;
		if (!mandate_is_valued(c, m))
			ask(c, p, ASKED_VALUE, &mandate_kind, m->r.id, m->title);
		if (!m->result)
			ask(c, p, ASKED_RESULT, &mandate_kind, m->r.id, m->title);
	}
}

/* Twice a year (E19). */
static void trust(struct ctx *c, struct portal *p)
{
	const struct client *k = p->client;
	const struct rating *last = rating_latest(c, NULL, k->r.id);
	instant since = last              ? last->at
			: k->activated_at ? k->activated_at
					  : day_start(&c->firm->calendar, k->started_on);
	if (k->state == CLIENT_ACTIVE && (last || k->started_on) &&
	    c->now >= since + settings_of(c)->trust_every_d * DAY_SECONDS)
		ask(c, p, ASKED_TRUST, &client_kind, k->r.id, c->firm->name);
}

static bool echo_is_due(struct ctx *c, const struct matter *m)
{
	return m->nature == IDEA && !m->echoed_at &&
	       c->now >= hours_after(c, m->told_at, settings_of(c)->idea_echo_wd * WORKING_DAY);
}

/* ---- what they know ------------------------------------------------------------------ */

static void matter_said(struct ctx *c, struct portal *p, const struct matter *m)
{
	const char *title = record_text(c, &matter_kind, m, "title");
	if (!m->told_at) {
		waiting_problem(c, p, m);
		return;
	}
	if (matter_asks_rating(c, m))
		ask(c, p, ASKED_VERIFY, &matter_kind, m->r.id, title);
	if (echo_is_due(c, m))
		ask(c, p, ASKED_ECHO, &matter_kind, m->r.id, title);
	if (p->nknown < PORTAL_MAX)
		p->known[p->nknown++] =
		    (struct portal_known){&matter_kind, m->r.id, m, m->told_at, title, false};
}

static void said_matters(struct ctx *c, struct portal *p)
{
	foreach (c, matter, m, &matters_said, "ii", c->who.client_id, window_began(c))
		if (record_visible(c, &matter_kind, m))
			matter_said(c, p, m);
}

/* ---- promises -------------------------------------------------------------------------- */

static void promises(struct ctx *c, struct portal *p)
{
	foreach (c, promise, one, &promises_shared, "i", c->who.client_id)
		if (!record_visible(c, &promise_kind, one))
			continue;
		else if (one->side == OURS && p->nours < PORTAL_MAX)
			p->ours[p->nours++] = one;
		else if (one->side == THEIRS && p->ntheirs < PORTAL_MAX)
			p->theirs[p->ntheirs++] = one;
	foreach (
	    c, promise, one, &promises_received, "ii", c->who.client_id, c->now - RECEIVED_DAYS * DAY_SECONDS)
		if (record_visible(c, &promise_kind, one))
			p->received[p->nreceived++] = one;
}

/* What we told them of it: our part, else what happened. */
const char *portal_why_late(struct ctx *c, const struct portal *p, const struct promise *late)
{
	for (int i = 0; i < p->nknown; i++) {
		const struct matter *m = p->known[i].kind == &matter_kind ? p->known[i].rec : NULL;
		if (!m || m->promise_id != late->r.id || late->due >= c->today)
			continue;
		const char *ours = record_text(c, &matter_kind, m, "our_part");
		return ours ? ours : record_text(c, &matter_kind, m, "body");
	}
	return NULL;
}

static int by_newest(const void *a, const void *b)
{
	const struct portal_known *x = a, *y = b;
	if (x->since != y->since)
		return x->since < y->since ? 1 : -1;
	return (x->id < y->id) - (x->id > y->id);
}

struct portal *portal_read(struct ctx *c)
{
	struct portal *p = ARENA_NEW(c->arena, struct portal);
	p->client = GET(c, client, c->who.client_id);
	p->person = person_reachable(c, p->client->responsible_id, &p->cover);
	p->officer = privacy_officer(c);
	sent_writings(c, p);
	asked_decisions(c, p);
	if (c->who.only_kind)
		return p;
	waiting_messages(c, p);
	said_matters(c, p);
	qsort(p->known, (size_t)p->nknown, sizeof p->known[0], by_newest);
	delivered_mandates(c, p);
	trust(c, p);
	promises(c, p);
	p->nmeetings = appointments_read(c, c->who.client_id, p->meeting, MEETINGS_SHOWN);
	p->talk = conversation_read(c);
	p->say_do = say_do_read(c, c->who.client_id, OURS, false);
	return p;
}

/* ---- as JSON (api.md 5) ------------------------------------------------------------------ */

static void thing_json(const struct ctx *c, const char *called, const struct kind *k, int64_t id,
    const char *text, struct jw *out)
{
	jw_object(out);
	jw_text_of(out, "kind", called);
	id_json(c, k, id, jw_key(out, "id"));
	jw_text_of(out, "text", text);
}

static void wait_json(const struct ctx *c, const struct portal_wait *w, struct jw *out)
{
	thing_json(c, w->kind->name, w->kind, w->id, w->text, out);
	instant_json(c, w->since, jw_key(out, "since"));
	jw_number(jw_key(out, "wh"), (double)w->seconds / HOUR_SECONDS, 4);
	jw_text_of(out, "text_wait", text_plain_spaces(c->arena, w->waited));
	instant_json(c, w->before, jw_key(out, "before"));
	instant_json(c, w->parked_to, jw_key(out, "parked_to"));
	jw_text_of(out, "why", w->why);
	jw_end_object(out);
}

static void asked_json(const struct ctx *c, const struct portal_asked *q, struct jw *out)
{
	bool own = q->question == ASKED_TO_ANSWER || q->question == ASKED_TO_CHOOSE;
	thing_json(c, own ? q->kind->name : "rating", q->kind, q->id, own ? q->title : q->text, out);
	jw_text_of(out, "banner", tr(c->lang, N_("waiting for your answer")));
	jw_end_object(out);
}

static void promise_json(struct ctx *c, const struct portal *p, const struct promise *one, struct jw *out)
{
	thing_json(c, "promise", &promise_kind, one->r.id, one->text, out);
	date_json(c, one->due, jw_key(out, "due"));
	jw_bool_of(out, "late", one->due < c->today);
	jw_text_of(out, "why", portal_why_late(c, p, one));
	jw_end_object(out);
}

static void promises_json(struct ctx *c, const struct portal *p, const char *key,
    const struct promise *const *list, int n, struct jw *out)
{
	jw_array(jw_key(out, key));
	for (int i = 0; i < n; i++)
		promise_json(c, p, list[i], out);
	jw_end_array(out);
}

static void known_json(const struct ctx *c, const struct portal_known *k, struct jw *out)
{
	thing_json(c, k->kind->name, k->kind, k->id, k->text, out);
	if (k->gift)
		jw_bool_of(out, "gift", true);
	jw_end_object(out);
}

static void head_json(struct ctx *c, const struct portal *p, struct jw *out)
{
	jw_text_of(out, "firm", c->firm->name);
	jw_object(jw_key(out, "person"));
	jw_text_of(out, "name", p->person ? p->person->name : NULL);
	jw_bool_of(out, "cover", p->cover);
	jw_end_object(out);
	jw_object(jw_key(out, "privacy_officer"));
	jw_text_of(out, "name", p->officer ? p->officer->name : NULL);
	jw_text_of(out, "email", p->officer ? p->officer->email : NULL);
	jw_end_object(out);
	jw_object(jw_key(out, "something_wrong"));
	jw_text_of(out, "text", tr(c->lang, N_("Something is wrong")));
	jw_text_of(out, "post", "/api/v1/matters");
	jw_end_object(out);
}

static void foot_json(struct ctx *c, const struct portal *p, struct jw *out)
{
	jw_object(jw_key(out, "say_do"));
	ratio_json(p->say_do->k, p->say_do->n, out);
	jw_text_of(out, "text", say_ratio(c->arena, c->lang, p->say_do->k, p->say_do->n));
	jw_end_object(out);
	jw_object(jw_key(out, "silence_rule"));
	jw_text_of(out, "state", record_choice(&client_kind, "silence_rule", p->client));
	instant_json(c, p->client->silence_rule_at, jw_key(out, "at"));
	jw_end_object(out);
}

void portal_json(struct ctx *c, const struct portal *p, struct jw *out)
{
	jw_object(out);
	head_json(c, p, out);
	jw_array(jw_key(out, "waiting"));
	for (int i = 0; i < p->nwaiting; i++)
		wait_json(c, &p->waiting[i], out);
	jw_end_array(out);
	jw_array(jw_key(out, "waits_for_you"));
	for (int i = 0; i < p->nasked; i++)
		asked_json(c, &p->asked[i], out);
	jw_end_array(out);
	promises_json(c, p, "we_owe_you", p->ours, p->nours, out);
	promises_json(c, p, "you_owe_us", p->theirs, p->ntheirs, out);
	jw_array(jw_key(out, "good_to_know"));
	for (int i = 0; i < p->nknown; i++)
		known_json(c, &p->known[i], out);
	jw_end_array(out);
	conversation_json(c, p->talk, jw_key(out, "conversation"));
	foot_json(c, p, out);
	jw_end_object(out);
}

/* ---- what their look does ------------------------------------------------------------------ */

static int to_remind(struct ctx *c, int64_t ret[PORTAL_MAX])
{
	int n = 0;
	foreach (c, writing, w, &writings_open, "i", c->who.client_id)
		if (n < PORTAL_MAX && writing_is_to_remind(c, w) && record_visible(c, &writing_kind, w))
			ret[n++] = w->r.id;
	return n;
}

static void reminded(struct act *a)
{
	REC(a, writing)->reminded_at = a->ctx->now;
}

bool portal_unseen(struct ctx *c)
{
	int64_t ids[PORTAL_MAX];
	return to_remind(c, ids) > 0 || late_promises_unseen(c);
}

void portal_seen(struct ctx *c)
{
	int64_t ids[PORTAL_MAX];
	int n = to_remind(c, ids);
	for (int i = 0; i < n; i++)
		change(c, &writing_kind, ids[i], "reminded", reminded);
	late_promises_seen(c);
}
