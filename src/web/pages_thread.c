/* Exchanges: noting one, reading one; perceiving a problem; finding words. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "web/as_read.h"
#include "rules/writing.h"
#include "web/thread.h"

SQL(points_of_agenda,
    "SELECT id, subject, text FROM exchange WHERE parked_to_id = $1 ORDER BY at, id LIMIT 100");
SQL(appointments_ahead,
    "SELECT " APPOINTMENT_COLUMNS " FROM exchange WHERE client_id = $1 AND at > $2 AND planned = 1 "
    "AND cancelled_at IS NULL ORDER BY at, id LIMIT 20");
SQL(open_promises_named,
    "SELECT id, text, 1 FROM promise WHERE client_id = $1 AND state = 'open' ORDER BY due, id LIMIT 200");

#define WORDS_QUOTED 400 /* of a message that is being answered */

/* ---- noting an exchange ----------------------------------------------------------- */

/* A record named in the query, as the caller may see it. */
static const void *asked(struct req *r, const char *name, const struct kind *k)
{
	const char *id = query_value(r, name);
	return id ? record_find(r->c, k, id) : NULL;
}

/* "matters/17/tell": what the exchange is noted for. */
static const struct matter *matter_to_tell(struct req *r, const char *then)
{
	static const char *const verbs[] = {"tell", "speak", "news"};
	size_t n = strlen("matters/");
	if (!then || strncmp(then, "matters/", n) != 0)
		return NULL;
	const char *slash = strchr(then + n, '/');
	for (size_t i = 0; slash && i < sizeof verbs / sizeof verbs[0]; i++)
		if (strcmp(slash + 1, verbs[i]) == 0)
			return record_find(r->c, &matter_kind,
			    arena_strndup(r->c->arena, then + n, (size_t)(slash - then) - n));
	return NULL;
}

static void reply_view(struct req *r, struct view *v, const struct exchange *x)
{
	const struct client *k = GET(r->c, client, x->client_id);
	struct view *reply = view_map(v, "reply");
	view_text(reply, "text",
	    arena_printf(r->c->arena, tr(r->lang, N_("%s wrote, %s")), k->name, said_near(r, x->at)));
	view_text(reply, "words", x->text ? text_short(r->c->arena, x->text, WORDS_QUOTED) : x->subject);
	view_text(reply, "url", path_of(r, &exchange_kind, x->r.id));
	view_int(v, "in_reply_to_id", x->r.id);
}

/* The client is known, or one of all is chosen. */
static void client_view(struct req *r, struct view *v, const struct client *k)
{
	if (k) {
		view_int(v, "client_id", k->r.id);
		view_text(v, "client_name", k->name);
	} else {
		view_flag(v, "many", clients_view(r, v, "clients"));
	}
}

/* An answer goes out as the message came; the rest are talks. */
static const char *channel_of_reply(struct req *r, const struct exchange *x)
{
	return x->channel == PORTAL ? "email" : choice_name(r->c->arena, CHANNELS, x->channel);
}

/* "Four messages without speaking", and whom to ring (R1.5). */
static void call_prompt_view(struct req *r, struct view *v, const struct exchange *x)
{
	int written = thread_unspoken(r->c, x);
	if (!written)
		return;
	struct view *prompt = view_map(v, "call_prompt");
	view_text(prompt, "text",
	    written == 4
		? tr(r->lang, N_("Four messages without speaking. A call is often easier than it seems."))
		: arena_printf(r->c->arena,
		      tr(r->lang, N_("%d messages without speaking. A call is often easier than it seems.")),
		      written));
	call_view(r, prompt, contacts_of(r, x->client_id), x->client_id);
}

void page_note(struct req *r)
{
	struct view *v = page_begin(r, tr(r->lang, N_("Note an exchange")), "note");
	const struct exchange *x = asked(r, "reply", &exchange_kind);
	const char *then = query_value(r, "then");
	const struct matter *m = matter_to_tell(r, then);
	const struct client *k = x   ? GET(r->c, client, x->client_id)
				 : m ? GET(r->c, client, m->client_id)
				     : asked(r, "client_id", &client_kind);
	client_view(r, v, k);
	if (k)
		client_choices_view(v, mandates_named(r, k->r.id), contacts_of(r, k->r.id));
	if (x) {
		reply_view(r, v, x);
		call_prompt_view(r, v, x);
	}
	if (m) {
		view_text(v, "then", then);
		link_view(v, "tell", m->title, path_of(r, &matter_kind, m->r.id));
	}
	exchange_form_view(r, v, x ? channel_of_reply(r, x) : "phone", x ? "out" : "both");
	/* Once noted, it shows where it belongs. */
	view_text(v, "here", k ? path_of(r, &client_kind, k->r.id) : NULL);
	page_send(r, "note", v, 200);
}

/* ---- one exchange ------------------------------------------------------------------- */

static const char *person_names(struct req *r, const struct exchange *x)
{
	const struct person *ours = GET(r->c, person, x->our_person_id);
	return exchange_who(r, x, contacts_of(r, x->client_id), ours ? ours->name : NULL);
}

static void waits_view(struct req *r, struct view *v, const struct exchange *x, const struct client *k)
{
	if (!exchange_awaits_reply(x))
		return;
	struct clock_row clocks[CLOCKS_MAX];
	int n = clocks_of(r->c, &exchange_kind, x->r.id, clocks, CLOCKS_MAX);
	view_text(v, "waits_text",
	    arena_printf(r->c->arena, tr(r->lang, N_("%s has been waiting for an answer since %s.")), k->name,
		said_near(r, x->at)));
	for (int i = 0; i < n; i++)
		if (strcmp(clocks[i].type, "a2") == 0)
			view_text(v, "before",
			    arena_printf(r->c->arena, tr(r->lang, N_("It is owed before %s.")),
				said_near(r, clocks[i].due)));
}

/* A link to another exchange: "Répondu vendredi 9 h, Courriel envoyé". */
static void exchange_link(struct req *r, struct view *v, const char *key, const char *sentence, int64_t id)
{
	const struct exchange *x = GET(r->c, exchange, id);
	if (!x)
		return;
	const char *what = arena_printf(r->c->arena, "%s, %s", said_near(r, x->at), exchange_how(r, x));
	link_view(v, key, arena_printf(r->c->arena, "%s %s", tr(r->lang, sentence), what),
	    path_of(r, &exchange_kind, id));
}

#define DISPLACED_SHOWN 10

/* An urgency and what it pushed aside that day (E16). */
static void urgency_view(struct req *r, struct view *v, const struct exchange *x)
{
	if (!x->urgent_said)
		return;
	view_text(v, "urgent_text",
	    arena_printf(r->c->arena, tr(r->lang, N_("Said to be urgent: %s")), x->urgent_reason));
	const struct promise *moved[DISPLACED_SHOWN];
	int n = promises_moved_on(r->c, zone_day(&r->c->firm->calendar.zone, x->at), moved, DISPLACED_SHOWN);
	struct view *list = view_list(v, "displaced");
	for (int i = 0; i < n; i++) {
		struct view *one = view_add(list);
		view_text(one, "text", text_short(r->c->arena, moved[i]->text, 80));
		view_text(one, "url", path_of(r, &promise_kind, moved[i]->r.id));
	}
	view_flag(v, "has_displaced", n > 0);
}

static void links_view(struct req *r, struct view *v, const struct exchange *x)
{
	exchange_link(r, v, "answers", N_("Answers:"), x->in_reply_to_id);
	exchange_link(r, v, "answered", N_("Answered:"), x->answered_by_id);
	exchange_link(r, v, "parked", N_("On the agenda:"), x->parked_to_id);
	if (x->reply_by && exchange_awaits_reply(x))
		view_text(v, "given_date",
		    arena_printf(r->c->arena, tr(r->lang, N_("An answer is announced before %s.")),
			said_near(r, x->reply_by)));
	urgency_view(r, v, x);
	const struct mandate *m = GET(r->c, mandate, x->mandate_id);
	if (m) {
		struct view *link = view_map(v, "mandate");
		view_text(link, "name", m->title);
		view_text(link, "url", path_of(r, &mandate_kind, m->r.id));
	}
}

/* What was said in it, in writing; or the way to write it. */
static void recap_view(struct req *r, struct view *v, const struct exchange *x)
{
	const struct writing *w = GET(r->c, writing, x->recap_id);
	if (w)
		link_view(v, "recap",
		    w->state == WRITING_DRAFT ? tr(r->lang, N_("Write the recap"))
					      : arena_printf(r->c->arena, "%s, %s", writing_title(r->c, w),
						    writing_state_text(r, w)),
		    path_of(r, &writing_kind, w->r.id));
	view_flag(v, "recap_draft", w && w->state == WRITING_DRAFT);
	view_flag(v, "can_recap", !w && channel_is_voice(x->channel) && exchange_is_past(r->c, x));
}

static void owed_view(struct req *r, struct view *v, const struct exchange *x)
{
	if (!exchange_awaits_reply(x))
		return;
	struct view *owed = view_map(v, "owed");
	view_text(owed, "reply_url", arena_printf(r->c->arena, "/noter?reply=%lld", (long long)x->r.id));
	view_text(owed, "now", as_minute(r, r->c->now));
	view_flag(owed, "can_mark_urgent", !x->urgent_said);
	const struct appointment *ahead =
	    appointments_of(r, db_query(r->c->db, &appointments_ahead, "ii", x->client_id, r->c->now));
	if (ahead)
		appointments_view(r, view_map(owed, "park"), ahead, x->client_id);
}

static void ahead_view(struct req *r, struct view *v, const struct exchange *x)
{
	if (!x->planned || x->cancelled_at || x->at <= r->c->now)
		return;
	struct view *ahead = view_map(v, "ahead"), *points = view_list(ahead, "points");
	view_text(ahead, "agenda", x->agenda);
	view_text(ahead, "at", as_minute(r, x->at));
	json_t *lines = json_of(x->agenda_lines);
	for (size_t i = 0; i < json_array_size(lines); i++)
		view_text(view_add(points), "text",
		    arena_strdup(r->c->arena, json_string_value(json_array_get(lines, i))));
	json_decref(lines);
	struct db_query *q = db_query(r->c->db, &points_of_agenda, "i", x->r.id);
	int64_t id;
	const char *subject, *text;
	while (db_row(q, "itt", &id, &subject, &text)) {
		struct view *p = view_add(points);
		view_text(p, "text", subject ? subject : text ? text_short(r->c->arena, text, 120) : "…");
		view_text(p, "url", path_of(r, &exchange_kind, id));
	}
}

static void form_view(struct req *r, struct view *v, const struct exchange *x)
{
	struct view *form = view_map(v, "form");
	view_text(form, "subject", x->subject);
	view_text(form, "text", x->text);
	view_text(form, "emotions", words_text(r, x->emotions));
	view_text(form, "agenda", x->agenda);
	view_text(form, "minutes",
	    x->minutes == NO_NUMBER ? NULL : arena_printf(r->c->arena, "%lld", (long long)x->minutes));
}

void page_exchange(struct req *r)
{
	const struct exchange *x = record_find(r->c, &exchange_kind, r->arg[0]);
	if (!x) {
		answer_code(r, "not_found");
		return;
	}
	const struct client *k = GET(r->c, client, x->client_id);
	struct view *v = page_begin(r, x->subject ? x->subject : exchange_how(r, x), "clients");
	view_int(v, "id", x->r.id);
	view_int(v, "client_id", k->r.id);
	view_text(v, "client_name", k->name);
	view_text(v, "how", exchange_how(r, x));
	view_text(v, "icon", channel_icon(x->channel));
	view_text(v, "when", said_fully(r, x->at));
	view_text(v, "who", person_names(r, x));
	view_text(v, "subject", x->subject);
	view_text(v, "text", x->text);
	view_text(v, "tags", tags_text(r, x->tags));
	view_text(v, "emotions", words_text(r, x->emotions));
	waits_view(r, v, x, k);
	if (!channel_is_voice(x->channel))
		call_prompt_view(r, v, x);
	links_view(r, v, x);
	recap_view(r, v, x);
	owed_view(r, v, x);
	ahead_view(r, v, x);
	form_view(r, v, x);
	history_view(r, v, &exchange_kind, x->r.id);
	page_send(r, "exchange", v, 200);
}

/* ---- perceiving a problem -------------------------------------------------------------- */

void page_perceive(struct req *r)
{
	struct view *v = page_begin(r, tr(r->lang, N_("I sense a problem")), "perceive");
	const struct client *k = asked(r, "client_id", &client_kind);
	client_view(r, v, k);
	if (k) {
		const struct named *promises =
		    names_read(r, db_query(r->c->db, &open_promises_named, "i", k->r.id));
		client_choices_view(v, mandates_named(r, k->r.id), NULL);
		names_view(v, "promises", promises, 0);
		view_flag(v, "choose_promise", promises != NULL);
	}
	choices_view(r, v, "natures", natures, "problem");
	choices_view(r, v, "severities", severities, "2");
	choices_view(r, v, "causes", causes, "unknown");
	view_text(v, "now", as_minute(r, r->c->now));
	view_text(v, "here", NULL); /* once noted, its own page says what to do */
	page_send(r, "perceive", v, 200);
}

/* ---- finding words ------------------------------------------------------------------------ */

#define HITS_MAX 60

/* In the order in which they are shown. */
static const struct group {
	const struct kind *kind;
	const char *heading;
} groups[] = {
    {&client_kind, N_("Clients")},
    {&person_kind, N_("People")},
    {&mandate_kind, N_("Engagements")},
    {&matter_kind, N_("To tell")},
    {&promise_kind, N_("Promises")},
    {&exchange_kind, N_("Exchanges")},
    {&writing_kind, N_("Written notes")},
    {&decision_kind, N_("Decisions")},
    {&term_kind, N_("Expectations and conditions")},
    {&insight_kind, N_("Whys")},
    {&moment_kind, N_("Moments")},
    {&rating_kind, N_("What clients said")},
};

/* When it was; a name has no time. */
static const char *when_text(struct req *r, const struct kind *k, const void *rec)
{
	const struct zone *z = &r->c->firm->calendar.zone;
	if (k == &exchange_kind)
		return said_date(r, zone_day(z, ((const struct exchange *)rec)->at));
	if (k == &promise_kind)
		return said_date(r, ((const struct promise *)rec)->due);
	return k == &matter_kind ? said_date(r, zone_day(z, ((const struct matter *)rec)->noticed_at)) : NULL;
}

static void hit_view(struct req *r, struct view *v, const struct kind *k, const void *rec)
{
	const struct client *of = k == &client_kind ? NULL : GET(r->c, client, record_client(k, rec));
	const char *about = k == &writing_kind ? writing_title(r->c, rec) : record_about(k, rec);
	view_text(v, "text", text_short(r->c->arena, about ? about : "", 160));
	view_text(v, "url", k->page(r->c->arena, rec));
	view_text(v, "client", of ? of->name : NULL);
	view_text(v, "when", when_text(r, k, rec));
}

static int group_view(struct req *r, struct view *list, const struct group *g, const struct hit *hits, int n)
{
	struct view *items = NULL;
	int shown = 0;
	for (int i = 0; i < n; i++) {
		const void *rec = hits[i].kind == g->kind ? record_get(r->c, g->kind, hits[i].id) : NULL;
		if (!rec)
			continue;
		if (!items) {
			struct view *group = view_add(list);
			view_text(group, "heading", tr(r->lang, g->heading));
			items = view_list(group, "items");
		}
		hit_view(r, view_add(items), g->kind, rec);
		shown++;
	}
	return shown;
}

static const char *count_text(struct req *r, int n, bool more)
{
	if (more)
		return arena_printf(r->c->arena, tr(r->lang, N_("The first %d results")), n);
	return n == 1 ? tr(r->lang, N_("One result"))
		      : arena_printf(r->c->arena, tr(r->lang, N_("%d results")), n);
}

void page_search(struct req *r)
{
	struct view *v = page_begin(r, tr(r->lang, N_("Search")), "search");
	const char *q = query_value(r, "q");
	struct hit hits[HITS_MAX];
	int64_t next = 0;
	int n = q ? search(r->c, q, 0, HITS_MAX, hits, &next) : 0, shown = 0;
	struct view *found = view_list(v, "kinds");
	for (size_t i = 0; i < sizeof groups / sizeof groups[0]; i++)
		shown += group_view(r, found, &groups[i], hits, n);
	view_text(v, "q", q);
	view_text(v, "count", shown ? count_text(r, shown, next != 0) : NULL);
	view_flag(v, "none", q && *text_fold(r->c->arena, q) && shown == 0);
	page_send(r, "search", v, 200);
}
