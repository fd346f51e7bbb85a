/* The entrance of the clients' space.  Opening a letter's link shows a page with
 * one button and notes nothing, because mail scanners open every link and press
 * no button.  Whoever asks for a code is told the same, known or not. */
#include "portal/entrance.h"

#include <string.h>

#include "base/text.h"
#include "record/letter.h"
#include "record/visitor.h"
#include "portal/space.h"
#include "rules/letters.h"
#include "web/session.h"
#include "web/typed.h"

/* ---- who reads, before anybody is known ------------------------------------------- */

/* The first language of the browser's list that we speak, else the firm's. */
static enum lang language_asked(struct req *r)
{
	const char *s = http_header(r->x, "Accept-Language");
	while (s && *s) {
		s += strspn(s, " ,");
		if (strncasecmp(s, "fr", 2) == 0)
			return LANG_FR;
		if (strncasecmp(s, "en", 2) == 0)
			return LANG_EN;
		s += strcspn(s, ",");
	}
	return r->c->firm->lang;
}

/* Whose session the browser has, if any; the page is in their language. */
static void look_around(struct req *r)
{
	if (!recognise_browser(r))
		r->lang = language_asked(r);
}

static struct view *entrance_begin(struct req *r, const char *title)
{
	struct view *v = page_begin(r, title, NULL);
	view_text(v, "firm", r->c->firm->name);
	return v;
}

/* Where they wanted to go goes with them, and what they had written. */
static void next_view(struct req *r, struct view *v)
{
	const char *next = r->input ? input_value(r, "next") : query_value(r, "next");
	view_text(v, "next", is_own_path(next) ? next : NULL);
	carried_view(r, v);
}

/* ---- the bare address ------------------------------------------------------------------ */

/* Whoever is known goes to their place; to others it shows the way of the clients, and
 * that of the team. */
void home_page(struct req *r)
{
	look_around(r);
	if (r->who.role != NOBODY) {
		answer_redirect(r, r->who.role == CONTACT ? "/p" : "/auj");
		return;
	}
	struct view *v = entrance_begin(r, phrase(r, N_("Welcome")));
	page_send(r, "home", v, 200);
}

/* ---- the link of a letter ----------------------------------------------------------- */

/* Whom the link in the path lets in, and to what.  A letter's leads to one record,
 * the demonstration's to all of their space.  False: to nobody, or no more, which is
 * said, in the same bytes whatever is wrong with it; or too many were tried. */
static bool link_who(struct req *r, struct who *ret)
{
	struct pass pass;
	const char *email;
	if (!attempt_begins(r, DOOR_LINK, NULL))
		return false;
	if (letter_pass(r->c, r->arg[0], &pass) && who_by_contact(r->c, pass.person, ret, &r->lang, &email)) {
		ret->only_kind = kind_numbered(pass.kind);
		ret->only_id = pass.id;
		if (ret->only_kind || !pass.kind)
			return true;
	}
	r->lang = language_asked(r);
	struct view *v = entrance_begin(r, phrase(r, N_("This link no longer opens")));
	page_send(r, "entrance-over", v, 404);
	return false;
}

void link_page(struct req *r)
{
	struct who who;
	if (!link_who(r, &who))
		return;
	const char *sentence = phrase(r, N_("%s wrote to you"), r->c->firm->name);
	struct view *v = entrance_begin(r, sentence);
	view_text(v, "sentence", sentence);
	view_text(v, "pass", r->arg[0]);
	page_send(r, "entrance-link", v, 200);
}

void link_open(struct req *r)
{
	struct who who;
	if (!link_who(r, &who))
		return;
	bool has_page = who.only_kind && who.only_kind->portal_page;
	bool sees_all = recognise_browser(r) && r->who.id == who.id && !r->who.only_kind;
	if (!sees_all)
		session_begin(r, &who);
	r->keep = true;
	answer_redirect(r, has_page ? record_portal_page(r->c, who.only_kind, who.only_id) : "/p");
}

/* ---- a code by mail --------------------------------------------------------------------- */

/* "m…@dube.example": enough for its owner. */
static const char *veiled(struct req *r, const char *email)
{
	const char *at = strchr(email, '@');
	int first = 1;
	while ((email[first] & 0xc0) == 0x80) /* the rest of a letter beyond ASCII */
		first++;
	return at ? arena_printf(r->c->arena, "%.*s…%s", first, email, at) : "…";
}

/* The address of the contact whose letter opened this browser's session, NULL. */
static const char *address_known(struct req *r)
{
	struct who who;
	enum lang lang;
	const char *email;
	return r->who.role == CONTACT && who_by_contact(r->c, r->who.id, &who, &lang, &email) ? email : NULL;
}

/* The address in the form, else the one known from the session, else "". */
static const char *address_given(struct req *r)
{
	const char *typed = input_value(r, "email");
	const char *email = typed && *typed ? typed : address_known(r);
	return email ? email : "";
}

void ask_page(struct req *r)
{
	look_around(r);
	if (r->who.role == CONTACT && !r->who.only_kind) {
		answer_redirect(r, "/p");
		return;
	}
	const char *known = address_known(r);
	struct view *v = entrance_begin(r, phrase(r, N_("Your space")));
	next_view(r, v);
	view_text(v, "veiled", known ? veiled(r, known) : NULL);
	page_send(r, "entrance-ask", v, 200);
}

static void code_form(struct req *r, bool asked, bool refused)
{
	const char *typed = r->input ? input_value(r, "email") : NULL;
	bool known = r->who.role == CONTACT;
	struct view *v = entrance_begin(r, phrase(r, N_("Your code")));
	next_view(r, v);
	bool mute = app_post(r->app) == POST_NONE;
	view_flag(v, "asked", asked && !mute);
	view_flag(v, "mute", asked && mute);
	view_text(v, "email", typed);
	view_flag(v, "asks_email", !known && !(typed && *typed));
	if (refused)
		view_text(v, "refused",
		    phrase(r, N_("This code does not open. It may be too old: try again, or ask for another "
				 "one.")));
	page_send(r, "entrance-code", v, refused ? 401 : 200);
}

void ask_code(struct req *r)
{
	int64_t person;
	look_around(r);
	if (!attempt_begins(r, DOOR_LETTER, address_given(r)))
		return;
	r->keep = true;
	const char *address = text_lower(r->c->arena, address_given(r));
	const char *digits = code_give(r->c, address, &person);
	if (digits)
		letter_send(r->c, LETTER_CODE,
		    &(struct letter_about){.to = person,
			.what = digits,
			.good_until = r->c->now + CODE_SECONDS,
			.address = address});
	code_form(r, true, false);
}

void code_page(struct req *r)
{
	look_around(r);
	code_form(r, false, false);
}

/* People copy codes with blanks in them. */
static const char *digits_given(struct req *r)
{
	const char *s = input_value(r, "code");
	struct buf b = {.max = 32};
	for (; s && *s; s++)
		if (*s >= '0' && *s <= '9')
			buf_char(&b, *s);
	return buf_take(&b, r->c->arena, "");
}

/* Who shares an address says which of them they are, once the code has opened. */
static void whose_form(struct req *r, const int64_t *people, int n)
{
	struct view *v = entrance_begin(r, phrase(r, N_("Who are you?")));
	next_view(r, v);
	view_text(v, "email", input_value(r, "email"));
	view_text(v, "code", digits_given(r));
	struct view *list = view_list(v, "people");
	for (int i = 0; i < n; i++) {
		const struct person *p = GET(r->c, person, people[i]);
		const struct client *of = GET(r->c, client, p->client_id);
		struct view *one = view_add(list);
		view_text(one, "value", pub_name(r->c->arena, &r->c->firm->key, KIND_PERSON, people[i]));
		view_text(one, "name", p->name);
		view_text(one, "of", of ? of->name : NULL);
	}
	page_send(r, "entrance-whose", v, 200);
}

/* The one whom the code is of, or who was chosen among several; 0: that is to be asked. */
static int64_t who_of(struct req *r, const int64_t *people, int n)
{
	int64_t chosen = 0;
	const char *name = input_value(r, "person");
	if (n == 1)
		return people[0];
	if (name)
		pub_read(&r->c->firm->key, KIND_PERSON, name, &chosen);
	for (int i = 0; i < n; i++)
		if (people[i] == chosen)
			return chosen;
	return 0;
}

void enter(struct req *r)
{
	look_around(r);
	if (!attempt_begins(r, DOOR_CODE, address_given(r)))
		return;
	struct who who;
	const int64_t *people;
	const char *email, *next = input_value(r, "next");
	int n = code_opens(r->c, address_given(r), digits_given(r), &people);
	r->keep = true; /* a try that failed counts */
	if (n == 0) {
		session_refused(r);
		code_form(r, false, true);
		return;
	}
	attempt_does_not_count(r);
	int64_t person = who_of(r, people, n);
	if (!person || !who_by_contact(r->c, person, &who, &r->lang, &email)) {
		whose_form(r, people, n);
		return;
	}
	code_use(r->c, people, n);
	session_begin(r, &who);
	if (!carried_again(r))
		answer_redirect(r, is_own_path(next) ? next : "/p");
}
