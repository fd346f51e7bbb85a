/* Pieces that several pages show.  What a page names again and again (a
 * client's contacts and engagements) is read once, by one statement. */
#include "web/parts.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "rules/reach.h"
#include "rules/today.h"

#define CLIENTS_MAX 500

SQL(engagements,
    "SELECT id, title, CASE WHEN state = 'closed' THEN 0 ELSE 1 END FROM mandate WHERE client_id = $1 "
    "ORDER BY id DESC LIMIT 500");
SQL(clients_named, "SELECT id, name FROM client WHERE state <> 'archived' AND state <> 'ended' ORDER BY "
		   "name_key, id LIMIT 501");
SELECT_ONLY(contacts_of_client, person_kind, "name email phone phones lang active",
    "WHERE client_id = $1 ORDER BY id LIMIT 200");
SQL(record_history,
    "SELECT a.at, p.name, a.rule, a.action, a.reason FROM audit a LEFT JOIN person p ON p.id = a.who_id "
    "WHERE a.kind = $1 AND a.record_id = $2 ORDER BY a.id LIMIT 500");

/* ---- saying ----------------------------------------------------------------- */

const char *said_near(struct req *r, instant at)
{
	return instant_near(r->c, at);
}

#define NEAR_DAYS 6 /* as near as a weekday alone would say it */

const char *said_date(struct req *r, day d)
{
	day away = d > r->c->today ? d - r->c->today : r->c->today - d;
	return away == 0 || away > NEAR_DAYS ? day_near(r->c, d) : date_said(r->c, d);
}

const char *said_fully(struct req *r, instant at)
{
	const struct zone *z = &r->c->firm->calendar.zone;
	return arena_printf(
	    r->c->arena, "%s, %s", said_date(r, day_at(r->c, at)), say_time(r->c->arena, r->lang, z, at));
}

const char *as_minute(struct req *r, instant at)
{
	return arena_strndup(r->c->arena, instant_text(r->c->arena, &r->c->firm->calendar.zone, at),
	    strlen("2027-03-08T09:04"));
}

const char *path_of(struct req *r, const struct kind *k, int64_t id)
{
	return record_page(r->c, k, id);
}

const char *pub_of(struct req *r, const struct kind *k, int64_t id)
{
	return pub_name(r->c->arena, &r->c->firm->key, (int)k->number, id);
}

const char *url_encoded(struct arena *a, const char *s)
{
	static const char hex[] = "0123456789ABCDEF",
			  plain[] = "-._~0123456789"
				    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
	char *out = arena_alloc(a, 3 * strlen(s) + 1), *end = out;
	for (; *s; s++) {
		unsigned char c = (unsigned char)*s;
		if (strchr(plain, c)) {
			*end++ = *s;
		} else {
			*end++ = '%';
			*end++ = hex[c >> 4];
			*end++ = hex[c & 15];
		}
	}
	return out;
}

void link_view(struct view *v, const char *key, const char *text, const char *url)
{
	struct view *link = view_map(v, key);
	view_text(link, "text", text);
	view_text(link, "url", url);
}

const char *date_text(struct req *r, day d)
{
	return d ? day_text(r->c->arena, d) : NULL;
}

void pieces_view(struct req *r, struct view *v, const char *text)
{
	const struct piece *piece = NULL;
	int n = text ? text_pieces(r->c->arena, text, &piece) : 0;
	struct view *list = view_list(v, "pieces");
	for (int i = 0; i < n; i++)
		view_text(view_add(list), piece[i].is_address ? "address" : "plain", piece[i].text);
}

void place_view(struct req *r, struct view *v, const char *key, const char *place)
{
	if (place)
		pieces_view(r, view_map(v, key), place);
}

void named_link(
    struct req *r, struct view *v, const char *key, const char *name, const struct kind *k, int64_t id)
{
	struct view *link = view_map(v, key);
	view_text(link, "name", name);
	view_text(link, "url", path_of(r, k, id));
}

struct view *item_view(struct req *r, struct view *list, const char *text, const struct kind *k, int64_t id)
{
	struct view *link = view_add(list);
	view_text(link, "text", text);
	view_text(link, "url", path_of(r, k, id));
	return link;
}

void around_view(struct req *r, struct view *v, int64_t client_id, int64_t mandate_id, int64_t person_id)
{
	const struct client *client = GET(r->c, client, client_id);
	const struct mandate *mandate = GET(r->c, mandate, mandate_id);
	const struct person *who = GET(r->c, person, person_id);
	if (client) {
		view_int(v, "client_id", client_id);
		view_text(v, "client_name", client->name);
	}
	if (mandate)
		named_link(r, v, "mandate", mandate->title, &mandate_kind, mandate_id);
	if (who)
		named_link(r, v, "who", who->name, &person_kind, person_id);
}

const char *promise_load_text(struct req *r, const struct promise *p)
{
	if (p->side != OURS || p->state != PROMISE_OPEN)
		return NULL;
	int64_t n = promises_that_week(r->c, p->person_id, p->due);
	return n >= LOAD_HINT_FROM ? phrase(r, N_("%d promises that week: realistic?"), (int)n) : NULL;
}

const char *away_said(struct req *r, const struct person *p)
{
	struct absence all[ABSENCES_MAX];
	if (absences_read(r->c, p, all) == 0)
		return NULL;
	const struct absence one = all[0];
	const char *cover = person_name(r->c, one.cover), *to = said_date(r, one.to);
	const char *away = one.from <= r->c->today ? phrase(r, N_("away until %s"), to)
			   : one.from == one.to
			       ? phrase(r, N_("away %s"), to)
			       : phrase(r, N_("away from %s to %s"), said_date(r, one.from), to);
	return cover ? phrase(r, N_("%s; %s stands in"), away, cover) : away;
}

static const char *said_number(struct req *r, const struct setting *s, int64_t n)
{
	switch (s->type) {
	case SETTING_money:
		return say_money(r->c->arena, r->lang, n, r->c->firm->currency);
	case SETTING_ratio:
		return phrase(r, N_("%d.%02d"), (int)(n / 100), (int)(n % 100));
	case SETTING_flag:
		return tr(r->lang, n ? N_("yes") : N_("no"));
	case SETTING_number:
	case SETTING_pair:
		break;
	}
	return say_number(r->c->arena, r->lang, n);
}

const char *setting_said(struct req *r, const struct setting *s, const int64_t *n)
{
	const char *first = said_number(r, s, n[0]);
	return s->type == SETTING_pair ? phrase(r, N_("%s and %s"), first, said_number(r, s, n[1])) : first;
}

/* ---- choices ------------------------------------------------------------------ */

static void choice_view(struct req *r, struct view *list, const struct choice *one, const char *on)
{
	struct view *o = view_add(list);
	view_text(o, "value", one->name);
	view_text(o, "text", tr(r->lang, r->who.role == CONTACT && one->theirs ? one->theirs : one->text));
	view_text(o, "icon", one->icon);
	view_flag(o, "on", on && strcmp(on, one->name) == 0);
}

void choices_view(struct req *r, struct view *v, const char *key, const struct choice *all, const char *on)
{
	struct view *list = view_list(v, key);
	for (; all->name; all++)
		choice_view(r, list, all, on);
}

void choices_among(struct req *r, struct view *v, const char *key, const struct choice *all,
    const char *names, const char *on)
{
	struct view *list = view_list(v, key);
	for (const char *s = names; *s; s += strcspn(s, " "), s += *s == ' ')
		choice_view(r, list,
		    &all[choice_number(all, arena_strndup(r->c->arena, s, strcspn(s, " "))) - 1], on);
}

const char *choice_text(struct req *r, const struct kind *k, const char *field, const void *rec)
{
	const struct field *f = field_named(k->fields, field);
	int64_t n = field_int(f, rec);
	if (n == 0)
		return NULL;
	const struct choice *one = &f->choices[n - 1];
	return tr(r->lang, r->who.role == CONTACT && one->theirs ? one->theirs : one->text);
}

/* ---- who and what surrounds a client --------------------------------------------- */

const struct named *mandates_named(struct req *r, int64_t client)
{
	return names_read(r->c, db_query(r->c->db, &engagements, "i", client));
}

const char *name_of(const struct named *all, int64_t id)
{
	for (; all; all = all->next)
		if (all->id == id)
			return all->name;
	return NULL;
}

void texts_view(struct view *v, const char *key, const json_t *texts)
{
	struct view *list = view_list(v, key);
	for (size_t i = 0; i < json_array_size(texts); i++) {
		const char *text = json_string_value(json_array_get(texts, i));
		if (text && *text)
			view_add_text(list, text);
	}
}

void option_view(struct view *list, int64_t value, const char *text, bool on)
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

bool clients_choice_view(struct req *r, struct view *v, const char *key, int64_t on)
{
	struct view *list = view_list(v, key);
	struct db_query *q = db_query(r->c->db, &clients_named, "");
	int64_t id;
	const char *name;
	int n = 0;
	while (db_row(q, "it", &id, &name))
		if (n++ < CLIENTS_MAX)
			option_view(list, id, name, id == on);
	return n > CLIENTS_MAX;
}

bool clients_view(struct req *r, struct view *v, const char *key)
{
	return clients_choice_view(r, v, key, 0);
}

const struct contact *contacts_of(struct req *r, int64_t client)
{
	const struct contact *first = NULL, **end = &first;
	foreach (r->c, person, p, &contacts_of_client, "i", client) {
		struct contact *kept = ARENA_NEW(r->c->arena, struct contact);
		*kept = (struct contact){.id = p->r.id,
		    .name = p->name,
		    .email = p->email,
		    .phone = phone_said(r->c, p),
		    .rung = phone_rung(r->c, p),
		    .lang = p->lang,
		    .over = !p->active};
		*end = kept;
		end = &kept->next;
	}
	return first;
}

void phone_view(struct req *r, struct view *v, const struct person *p)
{
	view_text(v, "phone", phone_said(r->c, p));
	view_text(v, "tel", phone_rung(r->c, p));
}

static void contact_view(struct req *r, struct view *v, const struct contact *one)
{
	view_text(v, "name", one->name);
	view_text(v, "url", path_of(r, &person_kind, one->id));
	view_text(v, "phone", one->phone);
	view_text(v, "tel", one->rung);
	view_text(v, "language", tr(r->lang, one->lang == IN_ENGLISH ? N_("in English") : N_("in French")));
}

void reach_view(struct req *r, struct view *people, const struct contact *all, int most)
{
	for (; all && most > 0; all = all->next)
		if (!all->over) {
			contact_view(r, view_add(people), all);
			most--;
		}
}

void call_view(struct req *r, struct view *v, const struct contact *all)
{
	while (all && (all->over || !all->rung))
		all = all->next;
	if (all)
		contact_view(r, view_map(v, "call"), all);
}

void client_choices_view(struct view *v, const struct named *mandates, const struct contact *contacts)
{
	names_view(v, "mandates", mandates, 0);
	view_flag(v, "choose_mandate", mandates != NULL);
	struct view *list = view_list(v, "contacts");
	for (; contacts; contacts = contacts->next)
		if (!contacts->over)
			option_view(list, contacts->id, contacts->name, false);
	view_flag(v, "choose_contacts", view_is_true(list));
}

const char *price_input(struct req *r, int64_t cents)
{
	if (cents == NO_NUMBER)
		return NULL;
	const char *sign = cents < 0 ? "-" : ""; /* of "-0.50" too, whose whole part has none */
	long long whole = llabs(cents / 100);
	int rest = (int)llabs(cents % 100);
	return rest ? arena_printf(r->c->arena, "%s%lld.%02d", sign, whole, rest)
		    : arena_printf(r->c->arena, "%s%lld", sign, whole);
}

const char *price_change_text(struct req *r, int64_t mandate_id, const json_t *cents)
{
	int64_t n = json_integer_value(cents);
	const struct mandate *m = GET(r->c, mandate, mandate_id);
	const char *sum = say_money(r->c->arena, r->lang, llabs(n), m ? m->currency : r->c->firm->currency);
	if (n == 0)
		return NULL;
	return phrase(r, n < 0 ? N_("%s less") : N_("%s more"), sum);
}

void hints_view(struct view *v, const struct hints *hints)
{
	struct view *list = view_list(v, "hints");
	for (int i = 0; i < hints->n; i++)
		view_add_text(list, hints->hint[i].text);
}

/* ---- what happened to a record ------------------------------------------------------------ */

const struct deed deeds[] = {
    {"create", N_("Noted")},
    {"patch", N_("Corrected")},
    {"open", N_("Seen by the client")},
    {"rated", N_("The client said what they think of it")},
    {"reminded", N_("Saw that an answer is awaited")},
    {"reminded_by_mail", N_("Reminded by e-mail")},
    {"reminder_came_back", N_("The reminder came back")},
    {"hints_ok", N_("Looked at twice")},
    {"snooze", N_("Can wait")},
    {"useful", N_("Looked at")},
    {"questions", N_("Answered for oneself")},
    {"settings", N_("Changed the settings")},
    {"login", N_("Logged in")},
    {"failed_login", N_("Could not log in")},
    {"logout", N_("Logged out")},
    {"code_asked", N_("Asked for a code by mail")},
    {"token_ended", N_("A token was ended")},
    {"clock_confirmed", N_("Said that the clock is right")},
    {"password_asked", N_("Asked for a new password by mail")},
    {"letter_failed", N_("A letter did not leave")},
    {"letter_left", N_("A letter left")},
    {"mail_failed", N_("An e-mail came back")},
    {"mail_arrived", N_("E-mails arrive again")},
    {0},
};

const struct action *action_of_any(const char *name)
{
	const struct action *a = NULL;
	for (int i = 0; kinds[i] && !a; i++)
		a = action_named(kinds[i], name);
	return a;
}

const char *journal_says(const struct kind *k, const char *name)
{
	const struct action *a = k ? action_named(k, name) : NULL;
	if (a || (a = action_of_any(name)))
		return a->said;
	for (const struct deed *d = deeds; d->name; d++)
		if (strcmp(d->name, name) == 0)
			return d->said;
	for (const struct clock_type *t = clock_types; t->type; t++)
		if (t->effect && strcmp(t->action, name) == 0)
			return t->said;
	return NULL;
}

const char *action_said(struct req *r, const struct kind *k, const char *name)
{
	const char *said = journal_says(k, name);
	return said ? tr(r->lang, said) : name;
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
		const char *said = action_said(r, k, action);
		view_text(h, "when", said_fully(r, at));
		view_text(h, "who", rule ? NULL : who);
		view_text(h, "text", reason ? phrase(r, N_("%s: “%s”"), said, reason) : said);
		last_at = at;
		last_action = action;
	}
}
