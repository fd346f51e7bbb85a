/* The team and its people: who is here, who is away and who stands in; and the
 * page of one person, of ours or of a client. */

#include "pages/pages.h"
#include "record/letter.h"
#include "record/visitor.h"
#include "web/fate.h"
#include "web/record.h"
#include "web/parts.h"

SELECT(whole_team, person_kind,
    "WHERE client_id IS NULL AND role <> 'contact' ORDER BY active DESC, name_key, id LIMIT 500");
SQL(in_charge_of,
    "SELECT 0, id, name FROM client WHERE responsible_id = $1 AND state NOT IN ('ended', 'archived') "
    "UNION ALL SELECT 1, id, title FROM mandate WHERE responsible_id = $1 AND state <> 'closed' ORDER BY 1, "
    "3, 2 LIMIT 500");

static bool is_ours(const struct person *p)
{
	return p->role != ROLE_CONTACT;
}

/* ---- the team ------------------------------------------------------------------- */

static void member_view(struct req *r, struct view *v, const struct person *p)
{
	view_text(v, "name", p->name);
	view_text(v, "url", path_of(r, &person_kind, p->r.id));
	view_text(v, "role",
	    p->active ? choice_text(r, &person_kind, "role", p) : tr(r->lang, N_("no longer in the team")));
	view_text(v, "away", p->active ? away_said(r, p) : NULL);
	view_text(v, "phone", p->phone);
	view_text(v, "tel", dialled(r, p->phone));
}

void page_people(struct req *r)
{
	struct view *v = page_begin(r, tr(r->lang, N_("The team")), NULL);
	struct view *people = view_list(v, "people");
	foreach (r->c, person, p, &whole_team, "")
		member_view(r, view_add(people), p);
	if (r->who.role == LEAD) {
		struct view *new = view_map(v, "new");
		choices_view(
		    r, new, "languages", choices_of(&person_kind, "lang"), lang_code(r->c->firm->lang));
		view_text(new, "here", NULL); /* on to the page of whoever was added */
	}
	page_send(r, "people", v, 200);
}

/* ---- one person ------------------------------------------------------------------- */

static void person_facts_view(struct req *r, struct view *v, const struct person *p)
{
	const struct client *client = GET(r->c, client, p->client_id);
	view_int(v, "id", p->r.id);
	view_text(v, "name", p->name);
	view_text(v, "role", choice_text(r, &person_kind, "role", p));
	view_text(v, "email", p->email);
	view_text(v, "phone", p->phone);
	view_text(v, "tel", dialled(r, p->phone));
	view_text(v, "language", tr(r->lang, p->lang == IN_ENGLISH ? N_("in English") : N_("in French")));
	if (person_is_away(p, r->c->today))
		view_text(v, "away_text", away_said(r, p));
	if (p->mail_failed_at)
		view_text(v, "unreached",
		    phrase(r, N_("Our e-mails have not reached this address since %s."),
			said_near(r, p->mail_failed_at)));
	if (!p->active)
		view_text(v, "inactive",
		    tr(r->lang, is_ours(p) ? N_("no longer in the team") : N_("no longer a contact")));
	if (p->privacy_officer)
		view_text(v, "officer_text", tr(r->lang, N_("answers for personal information")));
	if (client) {
		struct view *of = view_map(v, "client");
		view_text(of, "name", client->name);
		view_text(of, "url", path_of(r, &client_kind, client->r.id));
		view_int(v, "client_id", client->r.id);
	}
}

static void person_form_view(struct req *r, struct view *v, const struct person *p)
{
	struct view *form = view_map(v, "form");
	record_view(r, v, &person_kind, p);
	view_flag(form, "can_role", is_ours(p) && r->who.role == LEAD);
	if (!is_ours(p)) {
		struct view *contact = view_map(form, "contact");
		view_flag(contact, "can_agree", p->can_agree);
		view_flag(contact, "voice_ok", p->voice_ok);
	}
}

static void colleagues_view(struct req *r, struct view *v, const struct person *p)
{
	struct view *list = view_list(v, "people");
	for (const struct named *one = staff_named(r->c); one; one = one->next)
		if (!one->over && one->id != p->r.id)
			option_view(list, one->id, one->name, false);
}

/* An absence and a password: of oneself, or of somebody whom a lead looks after. */
static void own_ways_view(struct req *r, struct view *v, const struct person *p, bool self)
{
	struct view *away = view_map(v, "away");
	view_text(away, "first", day_text(r->c->arena, r->c->today));
	colleagues_view(r, away, p);
	view_flag(v, "can_back", person_is_away(p, r->c->today));
	view_flag(v, "letters", self);
	view_flag(view_map(v, "password"), "own", self && p->password);
}

/* Those that have not begun can be called off by who may. */
static void absences_view(struct req *r, struct view *v, const struct person *p, bool may)
{
	struct absence all[ABSENCES_MAX];
	int n = absences_read(r->c, p, all);
	struct view *list = view_list(v, "absences");
	for (int i = 0; i < n; i++) {
		if (all[i].from <= r->c->today)
			continue; /* said above */
		struct view *one = view_add(list);
		const char *first = said_date(r, all[i].from), *last = said_date(r, all[i].to);
		const char *cover = person_name(r->c, all[i].cover);
		view_text(one, "text",
		    all[i].from == all[i].to ? first : phrase(r, N_("from %s to %s"), first, last));
		view_text(one, "cover", cover ? phrase(r, N_("%s stands in"), cover) : NULL);
		view_text(one, "from", day_text(r->c->arena, all[i].from));
		view_flag(one, "can_cancel", may);
	}
}

/* What became of the letter with which somebody new chooses a password. */
static const char *invited_text(struct req *r, const struct person *p)
{
	struct letter_fate letter;
	instant until = renewal_until(r->c, p->r.id);
	if (!letter_last_about(r->c, &person_kind, p->r.id, &letter) ||
	    (letter.state == LETTER_LEFT && !until))
		return tr(r->lang, N_("Has not chosen a password yet."));
	switch (letter.state) {
	case LETTER_WAITING:
		return phrase(r, N_("Has not chosen a password yet. The e-mail that lets them %s."),
		    fate_text(r, &letter));
	case LETTER_LEFT:
		return phrase(r, N_("Invited by letter: the way to choose a password is good until %s."),
		    said_near(r, until));
	case LETTER_REFUSED:
		return tr(r->lang, N_("This address refused the letter: correct it, then send it again."));
	case LETTER_EXPIRED:
		break;
	}
	return tr(r->lang, N_("The letter could not leave: give a first password here, or send it again."));
}

static void lead_ways_view(struct view *v, const struct person *p, bool self)
{
	view_flag(v, "can_deactivate", p->active && !self);
	view_flag(v, "can_activate", !p->active);
	view_flag(v, "can_make_officer", is_ours(p) && p->active && !p->privacy_officer);
}

static void in_charge_view(struct req *r, struct view *v, const struct person *p)
{
	struct view *list = view_list(v, "in_charge");
	struct db_query *q = db_query(r->c->db, &in_charge_of, "i", p->r.id);
	int64_t is_mandate, id;
	const char *name;
	while (db_row(q, "iit", &is_mandate, &id, &name))
		item_view(r, list, name, is_mandate ? &mandate_kind : &client_kind, id);
	view_flag(v, "has_charge", view_is_true(list));
}

void page_person(struct req *r)
{
	const struct person *p = r->rec;
	bool self = p->r.id == r->who.id, lead = r->who.role == LEAD;
	struct view *v = page_begin(r, p->name, NULL);
	person_facts_view(r, v, p);
	if (p->active && (lead || self || !is_ours(p)))
		person_form_view(r, v, p);
	if (p->active && is_ours(p) && (lead || self))
		own_ways_view(r, v, p, self);
	if (lead)
		lead_ways_view(v, p, self);
	if (is_ours(p)) {
		absences_view(r, v, p, p->active && (lead || self));
		in_charge_view(r, v, p);
	}
	if (is_ours(p) && p->active && lead && !p->password)
		view_text(v, "invited", invited_text(r, p));
	page_send(r, "person", v, 200);
}
