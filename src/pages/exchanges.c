/* How exchanges are shown: what it was, who spoke with whom, what became of it. */
#include "pages/exchanges.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "pages/delivery.h"
#include "portal/as_read.h"
#include "rules/refs.h"
#include "rules/term.h"

SELECT(past_exchanges, exchange_kind,
    "WHERE client_id = $1 AND at >= $2 AND at <= $3 AND cancelled_at IS NULL ORDER BY at DESC, id DESC LIMIT "
    "30");

SELECT(to_speak_of, term_kind,
    "WHERE client_id = $1 AND state NOT IN ('dropped', 'waived') AND (clarity <> 'clear' OR (kind <> "
    "'expectation' AND state <> 'met')) ORDER BY id LIMIT 40");
SQL(answers_unnamed,
    "SELECT e.id, e.answered_by_id, e.subject, e.text FROM exchange e JOIN exchange x ON x.id = "
    "e.answered_by_id "
    "WHERE e.client_id = $1 AND e.needs_reply = 1 AND (x.id = $2 OR $2 = 0) AND x.created_at >= $3 "
    "AND x.in_reply_to_id IS DISTINCT FROM e.id ORDER BY e.at, e.id LIMIT 50");

#define WORDS_SHOWN 600 /* of an exchange in the thread */

/* ---- in words ---------------------------------------------------------------------- */

/* By the number of the channel. */
static const struct {
	const char *in, *out, *both, *icon;
} ways[] = {
    [IN_PERSON] = {N_("Meeting"), N_("Meeting"), N_("Meeting"), "handshake"},
    [PHONE] = {N_("Call received"), N_("Call made"), N_("Phone call"), "phone"},
    [VIDEO] = {N_("Video call"), N_("Video call"), N_("Video call"), "video"},
    [EMAIL] = {N_("E-mail received"), N_("E-mail from us"), N_("E-mails exchanged"), "mail"},
    [SMS] = {N_("Text received"), N_("Text from us"), N_("Texts exchanged"), "message-circle"},
    [PORTAL] = {N_("Message from their page"), N_("Message on their page"), N_("Messages on their page"),
	"inbox"},
    [LETTER] = {N_("Letter received"), N_("Letter from us"), N_("Letters exchanged"), "file-text"},
};

const char *channel_icon(int64_t channel)
{
	return ways[channel].icon;
}

static const char *how_without_minutes(const struct exchange *x, instant now)
{
	if (x->cancelled_at)
		return N_("Appointment cancelled");
	if (x->planned && x->at > now)
		return N_("Appointment");
	if (x->deliver) /* by whatever channel, that is where it is read */
		return ways[PORTAL].out;
	return x->direction == INBOUND    ? ways[x->channel].in
	       : x->direction == OUTBOUND ? ways[x->channel].out
					  : ways[x->channel].both;
}

const char *exchange_how(struct req *r, const struct exchange *x)
{
	const char *how = tr(r->lang, how_without_minutes(x, r->c->now));
	if (x->minutes == NO_NUMBER || x->minutes == 0 || x->cancelled_at)
		return how;
	return arena_printf(r->c->arena, "%s, %s", how, say_hours(r->c->arena, r->lang, x->minutes * 60));
}

/* Their names from "[11,12]". */
static const char *names_of_contacts(struct req *r, const struct contact *all, const char *ids)
{
	const char *names = NULL;
	for (const char *p = ids; p && *p; p += *p != 0) {
		char *end;
		int64_t id = strtoll(p, &end, 10);
		if (end == p)
			continue;
		const struct contact *one = all;
		while (one && one->id != id)
			one = one->next;
		if (one)
			names = names ? arena_printf(r->c->arena, "%s, %s", names, one->name) : one->name;
		p = end;
	}
	return names;
}

const char *exchange_who(
    struct req *r, const struct exchange *x, const struct contact *contacts, const char *ours)
{
	const char *theirs = names_of_contacts(r, contacts, x->contact_ids);
	if (ours)
		ours = first_name(r->c->arena, ours);
	bool letter = !channel_is_voice(x->channel);
	if (!ours || (letter && x->direction == INBOUND))
		return theirs;
	if (!theirs)
		return ours;
	if (letter && x->direction == OUTBOUND)
		return phrase(r, N_("%s to %s"), ours, theirs);
	return phrase(r, N_("%s, with %s"), theirs, ours);
}

const char *tags_text(struct req *r, const char *words)
{
	const char *all = NULL;
	if (!words)
		return NULL;
	for (const struct choice *t = choices_of(&exchange_kind, "tags"); t->name; t++) {
		if (!strstr(words, arena_printf(r->c->arena, "\"%s\"", t->name)))
			continue;
		const char *one = tr(r->lang, t->text);
		all = all ? arena_printf(r->c->arena, "%s, %s", all, one) : one;
	}
	return all;
}

const char *words_text(struct req *r, const char *words)
{
	const char *all = NULL;
	json_t *list = json_of(r->c->arena, words);
	for (size_t i = 0; i < json_array_size(list); i++) {
		const char *one = json_string_value(json_array_get(list, i));
		all = all ? arena_printf(r->c->arena, "%s, %s", all, one) : arena_strdup(r->c->arena, one);
	}
	return all;
}

const char *exchange_named(struct req *r, const struct exchange *x)
{
	return arena_printf(r->c->arena, "%s, %s", said_near(r, x->at), exchange_how(r, x));
}

const char *reply_url(struct req *r, int64_t message)
{
	return arena_printf(r->c->arena, "/noter?reply=%lld", (long long)message);
}

/* ---- what passes for an answer -------------------------------------------------------- */

#define WORDS_QUOTED 80

const struct unnamed_answer *unnamed_answers_read(
    struct req *r, int64_t client, int64_t answer, instant since)
{
	const struct unnamed_answer *first = NULL, **end = &first;
	struct unnamed_answer one = {0};
	const char *subject, *text;
	struct db_query *q = db_query(r->c->db, &answers_unnamed, "iii", client, answer, since);
	while (db_row(q, "iitt", &one.message, &one.answer, &subject, &text)) {
		struct unnamed_answer *kept = ARENA_NEW(r->c->arena, struct unnamed_answer);
		one.text = text_short(r->c->arena, subject ? subject : text ? text : "…", WORDS_QUOTED);
		*kept = one;
		*end = kept;
		end = &kept->next;
	}
	return first;
}

void unnamed_answers_view(struct req *r, struct view *v, const struct unnamed_answer *all, int64_t answer)
{
	struct view *list = view_list(v, "passes_for");
	for (; all; all = all->next) {
		if (all->answer != answer)
			continue;
		struct view *one = item_view(r, list, all->text, &exchange_kind, all->message);
		view_int(one, "message", all->message);
		view_int(one, "answer", answer);
	}
}

/* ---- a line of the thread ------------------------------------------------------------ */

/* What became of a message that asked for an answer. */
static const char *said_text(struct req *r, const struct exchange *x, const struct thread *t)
{
	if (x->answered_at)
		return phrase(r, N_("answered, %s"), said_near(r, x->answered_at));
	if (x->waived_at)
		return tr(r->lang, N_("no answer needed"));
	for (const struct appointment *a = t->appointments; a; a = a->next)
		if (a->id == x->parked_to_id)
			return phrase(r, N_("on the agenda of %s"), said_near(r, a->at));
	return x->parked_to_id ? tr(r->lang, N_("taken to an appointment")) : NULL;
}

static void entry_view(struct req *r, struct view *v, const struct exchange *x, const struct thread *t)
{
	view_text(v, "icon", channel_icon(x->channel));
	view_text(v, "how", exchange_how(r, x));
	view_text(v, "time", say_time(r->c->arena, r->lang, &r->c->firm->calendar.zone, x->at));
	view_text(v, "url", path_of(r, &exchange_kind, x->r.id));
	view_text(v, "who", exchange_who(r, x, t->contacts, name_of(t->staff, x->our_person_id)));
	view_text(v, "mandate", name_of(t->mandates, x->mandate_id));
	view_text(v, "subject", x->subject);
	view_text(v, "text", x->text ? text_short(r->c->arena, x->text, WORDS_SHOWN) : NULL);
	view_text(v, "tagged", tags_text(r, x->tags));
	view_text(v, "waits",
	    exchange_awaits_reply(x) ? phrase(r, N_("waiting for an answer since %s"), said_near(r, x->at))
				     : NULL);
	view_text(v, "said",
	    x->deliver                ? delivery_text(r, &exchange_kind, x)
	    : x->direction == INBOUND ? said_text(r, x, t)
				      : NULL);
	if (exchange_awaits_reply(x))
		view_text(v, "reply_url", reply_url(r, x->r.id));
	view_flag(v, "ahead", x->at > r->c->now);
	unnamed_answers_view(r, v, t->unnamed_answers, x->r.id);
}

struct view *thread_entry(struct req *r, struct thread *t, instant at)
{
	day date = day_at(r->c, at);
	if (!t->entries || date != t->last) {
		struct view *one = view_add(t->days);
		view_text(one, "day", said_date(r, date));
		t->entries = view_list(one, "entries");
		t->last = date;
	}
	return view_add(t->entries);
}

void thread_add(struct req *r, struct thread *t, const struct exchange *x)
{
	entry_view(r, thread_entry(r, t, x->at), x, t);
}

/* ---- appointments -------------------------------------------------------------------- */

const char *appointment_text(struct req *r, instant at, int64_t channel)
{
	const char *how = choices_of(&exchange_kind, "channel")[channel - 1].theirs;
	return arena_printf(r->c->arena, "%s, %s", said_near(r, at), tr(r->lang, how));
}

const struct appointment *appointments_of(struct req *r, struct db_query *q)
{
	const struct appointment *first = NULL, **end = &first;
	struct appointment one = {0};
	const char *channel;
	while (db_row(q, "iiit", &one.id, &one.client_id, &one.at, &channel)) {
		struct appointment *kept = ARENA_NEW(r->c->arena, struct appointment);
		one.channel = choice_number(choices_of(&exchange_kind, "channel"), channel);
		*kept = one;
		*end = kept;
		end = &kept->next;
	}
	return first;
}

const struct appointment *appointments_from(struct req *r, const struct exchange *const *x, int n)
{
	struct appointment *all = n ? ARENA_ARRAY(r->c->arena, struct appointment, n) : NULL;
	for (int i = 0; i < n; i++)
		all[i] = (struct appointment){
		    i + 1 < n ? &all[i + 1] : NULL, x[i]->r.id, x[i]->client_id, x[i]->channel, x[i]->at};
	return all;
}

void appointments_view(struct req *r, struct view *v, const struct appointment *all, int64_t client)
{
	struct view *list = view_list(v, "appointments");
	for (; all; all = all->next)
		if (all->client_id == client)
			option_view(list, all->id, appointment_text(r, all->at, all->channel), false);
}

/* ---- in forms ------------------------------------------------------------------------- */

static bool past_view(struct req *r, struct view *v, int64_t client, instant since, bool spoken)
{
	struct view *list = view_list(view_map(v, "choose_exchange"), "exchanges");
	foreach (r->c, exchange, x, &past_exchanges, "iii", client, since, r->c->now) {
		if (spoken && !exchange_is_voice(r->c, x))
			continue;
		const char *text = exchange_named(r, x);
		if (x->subject)
			text = arena_printf(
			    r->c->arena, "%s, %s", text, text_short(r->c->arena, x->subject, 60));
		option_view(list, x->r.id, text, false);
	}
	bool any = view_is_true(list);
	if (!any)
		view_flag(v, "choose_exchange", false);
	view_text(v, "note_url", arena_printf(r->c->arena, "/noter?client_id=%lld", (long long)client));
	return any;
}

bool said_in_view(struct req *r, struct view *v, int64_t client, instant since)
{
	return past_view(r, v, client, since, false);
}

bool spoken_in_view(struct req *r, struct view *v, int64_t client, instant since)
{
	return past_view(r, v, client, since, true);
}

#define TERM_SHOWN 80

void spoken_of_view(struct req *r, struct view *v, int64_t client, const char *on)
{
	struct view *list = view_list(v, "terms");
	int64_t ids[REFS_MAX];
	int n = refs_read(on, ids);
	foreach (r->c, term, t, &to_speak_of, "i", client)
		if (!refs_have(on, t->r.id))
			option_view(list, t->r.id, text_short(r->c->arena, t->text, TERM_SHOWN), false);
	for (int i = 0; i < n; i++)
		option_view(
		    list, ids[i], text_short(r->c->arena, GET(r->c, term, ids[i])->text, TERM_SHOWN), true);
}

void exchange_form_view(struct req *r, struct view *v, const char *channel, const char *direction)
{
	choices_among(r, v, "channels", choices_of(&exchange_kind, "channel"),
	    "phone in_person video email sms letter", channel);
	choices_view(r, v, "directions", choices_of(&exchange_kind, "direction"), direction);
}

void call_prompt_view(struct req *r, struct view *v, const struct exchange *x)
{
	int written = thread_unspoken(r->c, x);
	if (!written)
		return;
	struct view *prompt = view_map(v, "call_prompt");
	view_text(prompt, "text",
	    written == 4
		? tr(r->lang, N_("Four messages without speaking. A call is often easier than it seems."))
		: phrase(
		      r, N_("%d messages without speaking. A call is often easier than it seems."), written));
	call_view(r, prompt, contacts_of(r, x->client_id));
}
