/* A password chosen by letter: by whoever was added to the team, or forgot theirs.
 * Asking says the same whether the address is known or not; opening the letter's link
 * notes nothing, since mail scanners open every link. */
#include "pages/pages.h"
#include "record/visitor.h"
#include "web/forms.h"
#include "web/parts.h"
#include "web/session.h"

/* ---- a new colleague ------------------------------------------------------------------ */

/* Added, and invited if the box was ticked: one without the other is refused. */
void form_join(struct req *r)
{
	const char *ticked = input_value(r, "invite");
	bool invited = ticked && *ticked;
	json_t *person = json_copy(r->input);
	json_object_del(person, "invite");
	json_object_del(person, "next");
	struct outcome o;
	if (!form_does(r, &person_kind, "create", NULL, person, &o))
		return;
	int64_t id = outcome_id(&o);
	const char *name = arena_printf(r->c->arena, "%lld", (long long)id);
	if (invited && !form_does(r, &person_kind, "invite", name, json_object(), &o))
		return;
	r->keep = true;
	answer_redirect(r, path_of(r, &person_kind, id));
}

/* ---- forgotten -------------------------------------------------------------------------- */

static void forgot_view(struct req *r, bool asked)
{
	struct view *v = page_frame(r, tr(r->lang, N_("A new password")), NULL);
	bool mute = app_post(r->app) == POST_NONE || !app_links(r->app);
	view_flag(v, "asked", asked && !mute);
	view_flag(v, "mute", asked && mute);
	page_send(r, "password-ask", v, 200);
}

void forgot_page(struct req *r)
{
	forgot_view(r, false);
}

void forgot_ask(struct req *r)
{
	const char *email = input_value(r, "email");
	if (!attempt_begins(r, DOOR_LETTER, email))
		return;
	r->keep = true;
	person_forgot_password(r->c, email ? email : "");
	forgot_view(r, true);
}

/* ---- the link of the letter ---------------------------------------------------------------- */

/* Whom it lets choose; NULL: nobody, or nobody any more, which is said in the same
 * bytes whatever is wrong with it. */
static const struct person *whose(struct req *r)
{
	const struct person *p = GET(r->c, person, renewal_of(r->c, r->arg[0]));
	if (p) {
		r->lang = lang_chosen(p->lang);
		return p;
	}
	struct view *v = page_frame(r, tr(r->lang, N_("This link no longer opens")), NULL);
	page_send(r, "password-over", v, 404);
	return NULL;
}

static void choose_view(struct req *r, const struct person *p, const struct refusal *why)
{
	struct view *v = page_frame(r, tr(r->lang, N_("Choose your password")), NULL);
	view_text(v, "way", r->arg[0]);
	view_text(v, "hello", phrase(r, N_("Hello %s,"), first_name(r->c->arena, p->name)));
	view_text(v, "email", p->email);
	if (why)
		view_text(v, "refused", why->detail ? why->detail : tr(r->lang, why->code->sentence));
	page_send(r, "password-choose", v, why ? why->code->status : 200);
}

void password_page(struct req *r)
{
	const struct person *p = whose(r);
	if (p)
		choose_view(r, p, NULL);
}

void password_choose(struct req *r)
{
	const struct person *p = attempt_begins(r, DOOR_CODE, r->arg[0]) ? whose(r) : NULL;
	if (!p)
		return;
	const char *password = input_value(r, "password");
	json_t *input = json_pack("{s:s}", "password", password ? password : "");
	struct outcome o;
	struct call call = {.kind = &person_kind,
	    .verb = "set_password",
	    .id = arena_printf(r->c->arena, "%lld", (long long)p->r.id),
	    .input = input,
	    .form = true};
	r->c->lang = r->lang;
	bool done = act_as_program(r->c, &call, &o);
	json_decref(input);
	if (!done) {
		choose_view(r, p, &o.refusal);
		return;
	}
	attempt_does_not_count(r);
	r->keep = true;
	answer_redirect(r, "/connexion?fait=motdepasse");
}
