/* Pieces that several pages show.  What a page names again and again (the
 * team, a client's contacts and engagements) is read once, by one statement. */
#include "web/parts.h"

#include <string.h>

#include "base/text.h"

#define CLIENTS_MAX 500

/* Ours have no client, which an index knows. */
SQL(team, "SELECT id, name, active FROM person WHERE client_id IS NULL AND role <> 'contact' "
		"ORDER BY name_key, id LIMIT 500");
SQL(engagements, "SELECT id, title, CASE WHEN state = 'closed' THEN 0 ELSE 1 END FROM mandate WHERE client_id = $1 "
		    "ORDER BY id DESC LIMIT 500");
SQL(clients_named, "SELECT id, name FROM client WHERE state <> 'archived' AND state <> 'ended' ORDER BY name_key, id LIMIT 501");
SQL(contacts_of_client, "SELECT " CONTACT_COLUMNS " FROM person WHERE client_id = $1 ORDER BY id LIMIT 200");
SELECT(past_exchanges, exchange_kind,
    "WHERE client_id = $1 AND at >= $2 AND at <= $3 AND cancelled_at IS NULL ORDER BY at DESC, id DESC LIMIT 30");
SQL(record_history, "SELECT a.at, p.name, a.rule, a.action, a.reason FROM audit a LEFT JOIN person p ON p.id = a.who_id "
		    "WHERE a.kind = $1 AND a.record_id = $2 ORDER BY a.id LIMIT 500");

/* ---- saying ----------------------------------------------------------------- */

const char *said_near(struct req *r, instant at)
{
	return say_near(r->c->arena, r->lang, &r->c->firm->calendar.zone, at, r->c->now);
}

#define NEAR_DAYS 6 /* as near as a weekday alone would say it */

const char *said_date(struct req *r, day d)
{
	day away = d > r->c->today ? d - r->c->today : r->c->today - d;
	if (away == 0 || away > NEAR_DAYS)
		return say_near_day(r->c->arena, r->lang, d, r->c->today);
	return say_day(r->c->arena, r->lang, d);
}

const char *as_minute(struct req *r, instant at)
{
	return arena_strndup(r->c->arena, instant_text(r->c->arena, &r->c->firm->calendar.zone, at), strlen("2027-03-08T09:04"));
}

const char *path_of(struct req *r, const struct kind *k, int64_t id)
{
	return k->page(r->c->arena, &(struct record){.id = id});
}

void link_view(struct view *v, const char *key, const char *text, const char *url)
{
	struct view *link = view_map(v, key);
	view_text(link, "text", text);
	view_text(link, "url", url);
}

/* ---- choices ------------------------------------------------------------------ */

const struct choice channels[] = {
    {"phone", N_("Phone"), "phone"},
    {"in_person", N_("In person"), "handshake"},
    {"video", N_("Video"), "video"},
    {"email", N_("E-mail"), "mail"},
    {"sms", N_("Text message"), "message-circle"},
    {"letter", N_("Letter"), "file-text"},
    {0},
};

const struct choice directions[] = {
    {"in", N_("They did"), NULL},
    {"out", N_("We did"), NULL},
    {"both", N_("Both of us"), NULL},
    {0},
};

const struct choice natures[] = {
    {"problem", N_("a problem"), NULL},
    {"bad_news", N_("bad news"), NULL},
    {"good_news", N_("good news"), NULL},
    {"idea", N_("an idea"), NULL},
    {"standard", N_("what is usual in our trade"), NULL},
    {0},
};

const struct choice severities[] = {
    {"1", N_("a small worry"), NULL},
    {"2", N_("in the way"), NULL},
    {"3", N_("major"), NULL},
    {0},
};

const struct choice causes[] = {
    {"us", N_("from us"), NULL},
    {"client", N_("from the client"), NULL},
    {"both", N_("from both"), NULL},
    {"neither", N_("from elsewhere"), NULL},
    {"unknown", N_("not known"), NULL},
    {0},
};

const struct choice languages[] = {
    {"fr", "Français", NULL},
    {"en", "English", NULL},
    {0},
};

const struct choice tags[] = {
    {"thanks", N_("thanks"), NULL},
    {"praise", N_("praise"), NULL},
    {"criticism", N_("criticism"), NULL},
    {"doubt", N_("doubt"), NULL},
    {"dissatisfied", N_("dissatisfied"), NULL},
    {"next_request", N_("a new request"), NULL},
    {0},
};

void choices_view(struct req *r, struct view *v, const char *key, const struct choice *choices, const char *on)
{
	struct view *list = view_list(v, key);
	for (const struct choice *c = choices; c->value; c++) {
		struct view *o = view_add(list);
		view_text(o, "value", c->value);
		view_text(o, "text", tr(r->lang, c->text));
		view_text(o, "icon", c->icon);
		view_flag(o, "on", on && strcmp(on, c->value) == 0);
	}
}

const char *choice_text(struct req *r, const struct choice *choices, int64_t n)
{
	return n > 0 ? tr(r->lang, choices[n - 1].text) : NULL;
}

/* ---- who and what surrounds a client --------------------------------------------- */

static const struct named *read_names(struct req *r, struct db_query *q)
{
	const struct named *first = NULL, **end = &first;
	struct named one = {0};
	int64_t current;
	while (db_row(q, "iti", &one.id, &one.name, &current)) {
		struct named *kept = ARENA_NEW(r->c->arena, struct named);
		one.over = !current;
		*kept = one;
		*end = kept;
		end = &kept->next;
	}
	return first;
}

const struct named *staff_named(struct req *r)
{
	return read_names(r, db_query(r->c->db, &team, ""));
}

const struct named *mandates_named(struct req *r, int64_t client)
{
	return read_names(r, db_query(r->c->db, &engagements, "i", client));
}

const char *name_of(const struct named *all, int64_t id)
{
	for (; all; all = all->next)
		if (all->id == id)
			return all->name;
	return NULL;
}

static void option_view(struct view *list, int64_t value, const char *text, bool on)
{
	struct view *o = view_add(list);
	view_int(o, "value", value);
	view_text(o, "text", text);
	view_flag(o, "on", on);
}

void names_view(struct view *v, const char *key, const struct named *all, int64_t on)
{
	struct view *list = view_list(v, key);
	for (; all; all = all->next)
		if (!all->over || all->id == on)
			option_view(list, all->id, all->name, all->id == on);
}

bool clients_view(struct req *r, struct view *v, const char *key)
{
	struct view *list = view_list(v, key);
	struct db_query *q = db_query(r->c->db, &clients_named, "");
	int64_t id;
	const char *name;
	int n = 0;
	while (db_row(q, "it", &id, &name))
		if (n++ < CLIENTS_MAX)
			option_view(list, id, name, false);
	return n > CLIENTS_MAX;
}

const struct contact *contacts_read(struct req *r, struct db_query *q)
{
	const struct contact *first = NULL, **end = &first;
	struct contact one = {0};
	int64_t active;
	while (db_row(q, "iitttti", &one.client_id, &one.id, &one.name, &one.email, &one.phone, &one.lang, &active)) {
		struct contact *kept = ARENA_NEW(r->c->arena, struct contact);
		one.over = !active;
		*kept = one;
		*end = kept;
		end = &kept->next;
	}
	return first;
}

const struct contact *contacts_of(struct req *r, int64_t client)
{
	return contacts_read(r, db_query(r->c->db, &contacts_of_client, "i", client));
}

const char *dialled(struct req *r, const char *phone)
{
	if (!phone)
		return NULL;
	char *kept = arena_strdup(r->c->arena, phone), *end = kept;
	for (const char *p = phone; *p; p++)
		if ((*p >= '0' && *p <= '9') || (*p == '+' && end == kept))
			*end++ = *p;
	*end = 0;
	return kept;
}

static void contact_view(struct req *r, struct view *v, const struct contact *one)
{
	view_text(v, "name", one->name);
	view_text(v, "url", path_of(r, &person_kind, one->id));
	view_text(v, "phone", one->phone);
	view_text(v, "tel", dialled(r, one->phone));
	view_text(v, "language", tr(r->lang, strcmp(one->lang, "en") == 0 ? N_("in English") : N_("in French")));
}

void contacts_view(struct view *v, const struct contact *all)
{
	struct view *list = view_list(v, "contacts");
	for (; all; all = all->next)
		if (!all->over)
			option_view(list, all->id, all->name, false);
	view_flag(v, "choose_contacts", view_is_true(list));
}

void reach_view(struct req *r, struct view *people, const struct contact *all, int most)
{
	for (; all && most > 0; all = all->next)
		if (!all->over) {
			contact_view(r, view_add(people), all);
			most--;
		}
}

void call_view(struct req *r, struct view *v, const struct contact *all, int64_t client)
{
	while (all && (all->over || !all->phone || all->client_id != client))
		all = all->next;
	if (all)
		contact_view(r, view_map(v, "call"), all);
}

/* ---- exchanges ----------------------------------------------------------------------- */

/* By the number of the channel. */
static const struct { const char *in, *out, *both, *icon; } ways[] = {
    [IN_PERSON] = {N_("Meeting"), N_("Meeting"), N_("Meeting"), "handshake"},
    [PHONE] = {N_("Call received"), N_("Call made"), N_("Call"), "phone"},
    [VIDEO] = {N_("Video call"), N_("Video call"), N_("Video call"), "video"},
    [EMAIL] = {N_("E-mail received"), N_("E-mail sent"), N_("E-mails exchanged"), "mail"},
    [SMS] = {N_("Text received"), N_("Text sent"), N_("Texts exchanged"), "message-circle"},
    [PORTAL] = {N_("Message from their page"), N_("Message on their page"), N_("Messages on their page"), "inbox"},
    [LETTER] = {N_("Letter received"), N_("Letter sent"), N_("Letters exchanged"), "file-text"},
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
	return x->direction == INBOUND ? ways[x->channel].in
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

const char *appointment_text(struct req *r, instant at, int64_t channel)
{
	static const char *const by[] = {[IN_PERSON] = N_("in person"), [PHONE] = N_("by phone"), [VIDEO] = N_("by video")};
	const char *when = said_near(r, at);
	return channel_is_voice(channel) ? arena_printf(r->c->arena, "%s, %s", when, tr(r->lang, by[channel])) : when;
}

const struct appointment *appointments_of(struct req *r, struct db_query *q)
{
	const struct appointment *first = NULL, **end = &first;
	struct appointment one = {0};
	const char *channel;
	while (db_row(q, "iiit", &one.id, &one.client_id, &one.at, &channel)) {
		struct appointment *kept = ARENA_NEW(r->c->arena, struct appointment);
		one.channel = choice_number("in_person phone video email sms portal letter", channel);
		*kept = one;
		*end = kept;
		end = &kept->next;
	}
	return first;
}

bool exchanges_view(struct req *r, struct view *v, const char *key, int64_t client, instant since)
{
	struct view *list = view_list(v, key);
	struct db_query *q = db_query(r->c->db, &past_exchanges, "iii", client, since, r->c->now);
	const struct exchange *x;
	while ((x = record_next(r->c, &exchange_kind, q))) {
		const char *text = arena_printf(r->c->arena, "%s, %s", said_near(r, x->at), exchange_how(r, x));
		if (x->subject)
			text = arena_printf(r->c->arena, "%s, %s", text, text_short(r->c->arena, x->subject, 60));
		option_view(list, x->r.id, text, false);
	}
	return view_is_true(list);
}

/* ---- what waits ------------------------------------------------------------------------ */

/* An answer is read where its message is; the rest on its own page. */
static const char *row_url(struct req *r, const struct today_row *row)
{
	return path_of(r, row->kind, row->record_id);
}

static bool is(const struct today_row *row, const char *type)
{
	return strcmp(row->type, type) == 0;
}

/* Only where the hour counts: a promise says its day itself. */
static const char *due_text(struct req *r, const struct today_row *row)
{
	if (!row->due || (row->type[0] != 'a' && !is(row, "c11")))
		return NULL;
	return arena_printf(r->c->arena, tr(r->lang, N_("before %s")), said_near(r, row->due));
}

/* The words of a message; the other sentences hold theirs. */
static const char *about(struct req *r, const struct today_row *row)
{
	if (!is(row, "a2") || row->folded || !*row->about)
		return NULL;
	return arena_printf(r->c->arena, tr(r->lang, N_("“%s”")), row->about);
}

static void go_view(struct req *r, struct view *v, const char *label, const char *url)
{
	struct view *go = view_map(v, "go");
	view_text(go, "label", tr(r->lang, label));
	view_text(go, "url", url);
}

static void act_view(struct req *r, struct view *v, const char *label, const struct today_row *row, const char *verb)
{
	struct view *act = view_map(v, "act");
	view_text(act, "label", tr(r->lang, label));
	view_text(act, "action",
	    arena_printf(r->c->arena, "/a/%s/%lld/%s", row->kind->plural, (long long)row->record_id, verb));
}

/* The main thing to do, as a verb. */
static void verb_view(struct req *r, struct view *v, const struct today_row *row)
{
	if (is(row, "a2"))
		go_view(r, v, N_("Answer"), arena_printf(r->c->arena, "/noter?reply=%lld", (long long)row->record_id));
	else if (is(row, "b1"))
		act_view(r, v, N_("Done"), row, "done");
	else if (is(row, "b2"))
		act_view(r, v, N_("Yes, on track"), row, "on_track");
	else if (is(row, "b3"))
		go_view(r, v, N_("Give news"), row_url(r, row));
	else if (is(row, "c8"))
		go_view(r, v, N_("Give a date"), row_url(r, row));
	else
		go_view(r, v, is(row, "a1c") ? N_("Call back") : N_("Tell now"), row_url(r, row));
}

static bool is_done_by_voice(const struct today_row *row)
{
	return row->type[0] == 'a' && !is(row, "a2");
}

static const char *row_action(struct req *r, const struct today_row *row, const char *verb)
{
	return arena_printf(r->c->arena, "/a/today/%s/%s", row->key, verb);
}

static void park_view(struct req *r, struct view *v, const struct today_row *row, const struct appointment *all)
{
	struct view *park = NULL, *list = NULL;
	for (; all && is(row, "a2"); all = all->next) {
		if (all->client_id != row->client_id)
			continue;
		if (!park) {
			park = view_map(v, "park");
			view_text(park, "action", arena_printf(r->c->arena, "/a/exchanges/%lld/park", (long long)row->record_id));
			list = view_list(park, "appointments");
		}
		option_view(list, all->id, appointment_text(r, all->at, all->channel), false);
	}
}

static void snooze_view(struct req *r, struct view *v, const struct today_row *row)
{
	if (row->band <= 2)
		return;
	struct view *snooze = view_map(v, "snooze");
	view_text(snooze, "action", row_action(r, row, "snooze"));
	view_text(snooze, "first", day_text(r->c->arena, r->c->today + 1));
	view_text(snooze, "last", day_text(r->c->arena, snooze_last(r->c)));
}

static void folded_view(struct req *r, struct view *v, const struct today_row *row)
{
	struct view *list = view_list(v, "folded");
	for (; row; row = row->folded) {
		struct view *f = view_add(list);
		view_text(f, "text", row->own);
		view_text(f, "url", row_url(r, row));
		view_text(f, "due_text", due_text(r, row));
	}
}

void row_view(struct req *r, struct view *v, const struct today_row *row, const struct help *help)
{
	view_text(v, "key", row->key);
	view_text(v, "text", row->text);
	view_text(v, "url", row_url(r, row));
	view_text(v, "due_text", due_text(r, row));
	view_text(v, "about", about(r, row));
	view_text(v, "go", NULL); /* what is not there must not show through from around */
	view_text(v, "act", NULL);
	view_text(v, "call", NULL);
	view_text(v, "useful", NULL);
	verb_view(r, v, row);
	if (is_done_by_voice(row))
		call_view(r, v, help->contacts, row->client_id);
	if (row->folded)
		folded_view(r, v, row);
	if (row->still_useful)
		view_text(view_map(v, "useful"), "action", row_action(r, row, "useful"));
	view_text(view_map(v, "hand_over"), "action", row_action(r, row, "hand_over"));
	park_view(r, v, row, help->appointments);
	snooze_view(r, v, row);
}

/* ---- what happened to a record ------------------------------------------------------------ */

static const struct { const char *action, *said; } actions[] = {
    {"create", N_("Noted")},
    {"patch", N_("Corrected")},
    {"park", N_("Put on an agenda")},
    {"waive_reply", N_("No answer is needed")},
    {"give_date", N_("A date was given")},
    {"mark_urgent", N_("Said to be urgent")},
    {"move", N_("Moved")},
    {"cancel", N_("Cancelled")},
    {"held", N_("Took place")},
    {"done", N_("Done")},
    {"acknowledge", N_("Well received")},
    {"drop", N_("Let go")},
    {"start", N_("Begun")},
    {"on_track", N_("On track")},
    {"stuck", N_("Stuck")},
    {"missed", N_("The date passed")},
    {"hand_over", N_("Handed over")},
    {"tell", N_("Told")},
    {"speak", N_("Said by voice")},
    {"found", N_("The client found out")},
    {"news", N_("News given")},
    {"set_noticed_at", N_("Noticed earlier")},
    {"kept_quiet", N_("Rose by itself")},
    {"activate", N_("Active again")},
    {"set_referrer", N_("Introduced by")},
    {"away", N_("Away")},
    {"back", N_("Back")},
    {"deactivate", N_("Left the team")},
    {"make_officer", N_("Looks after privacy")},
    {"set_password", N_("New password")},
    {"snooze", N_("Can wait")},
    {"useful", N_("Looked at again")},
    {"login", N_("Logged in")},
    {"failed_login", N_("Could not log in")},
};

const char *action_said(struct req *r, const char *action)
{
	for (size_t i = 0; i < sizeof actions / sizeof actions[0]; i++)
		if (strcmp(actions[i].action, action) == 0)
			return tr(r->lang, actions[i].said);
	return action;
}

void history_view(struct req *r, struct view *v, const struct kind *k, int64_t id)
{
	struct view *list = view_list(v, "history");
	instant at, last_at = 0;
	const char *who, *rule, *action, *reason, *last_action = "";
	struct db_query *q = db_query(r->c->db, &record_history, "ti", k->name, id);
	while (db_row(q, "itttt", &at, &who, &rule, &action, &reason)) {
		if (at == last_at && strcmp(action, last_action) == 0)
			continue; /* the other fields of the same change */
		struct view *h = view_add(list);
		const char *said = action_said(r, action);
		view_text(h, "when", said_near(r, at));
		view_text(h, "who", rule ? NULL : who);
		view_text(h, "text", reason ? arena_printf(r->c->arena, tr(r->lang, N_("%s: “%s”")), said, reason) : said);
		last_at = at;
		last_action = action;
	}
	view_flag(v, "has_history", view_is_true(list));
}
