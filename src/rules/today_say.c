/* What a row of Today says, and where it is done: who waits, for what, by when
 * (words.md 3.1).  The sentences stand in clock_types.h; here is what they name. */
#include "record/wording.h"
#include "rules/care.h"
#include "rules/conditions.h"
#include "rules/deliver.h"
#include "rules/privacy_case.h"
#include "rules/reach.h"
#include "rules/today.h"
#include "rules/writing.h"

/* Who may agree and can be rung. */
SELECT(agreeing_of, person_kind,
    "WHERE client_id = $1 AND role = 'contact' AND active = 1 AND can_agree = 1 AND phone <> '' "
    "ORDER BY id LIMIT 1");

/* A row about to speak. */
struct saying {
	struct ctx *c;
	const struct today_row *row;
};

/* ---- people and things ------------------------------------------------------------ */

static const char *who(const void *from)
{
	const struct saying *s = from;
	return s->row->client_name ? s->row->client_name : "";
}

/* A writing is called by what it is. */
static const char *what(const void *from)
{
	const struct saying *s = from;
	const struct writing *w =
	    s->row->kind == &writing_kind ? GET(s->c, writing, s->row->record_id) : NULL;
	return w ? writing_title(s->c, w) : text_said(s->c, s->row->about);
}

/* Who introduced the newcomer. */
static const char *introducer(const void *from)
{
	const struct saying *s = from;
	const struct client *k = GET(s->c, client, s->row->record_id);
	const struct client *by = k ? GET(s->c, client, k->referred_by_client_id) : NULL;
	return by ? by->name : k && k->referred_by_text ? k->referred_by_text : "";
}

static const char *asker(const void *from)
{
	const struct saying *s = from;
	const struct privacy_case *p = GET(s->c, privacy_case, s->row->record_id);
	const struct person *by = p ? GET(s->c, person, p->person_id) : NULL;
	return by ? by->name : who(s);
}

/* Whose address did not take a letter, and what it was about. */
static const char *reader(const void *from)
{
	const struct saying *s = from;
	const char *names;
	deliver_failure(s->c, s->row->kind, s->row->record_id, &names);
	return names;
}

/* "Noémie’s", "de Noémie". */
static const char *whose(const void *from)
{
	const struct saying *s = from;
	const char *names = reader(from);
	return s->c->lang == LANG_EN ? arena_printf(s->c->arena, "%s’s", names)
				     : say_of(s->c->arena, s->c->lang, names);
}

static const char *letter(const void *from)
{
	const struct saying *s = from;
	const struct writing *w =
	    s->row->kind == &writing_kind ? GET(s->c, writing, s->row->record_id) : NULL;
	return tr(s->c->lang, !w                   ? N_("the answer")
			      : w->kind == RECAP   ? N_("the recap")
			      : w->kind == ENTENTE ? N_("the agreement")
						   : N_("the message"));
}

static const char *stall(const void *from)
{
	return stall_text(((const struct saying *)from)->c);
}

/* ---- looking after ---------------------------------------------------------------- */

static const char *standards(const void *from)
{
	const struct saying *s = from;
	return standards_untold_said(s->c, s->row->record_id);
}

static const char *in_place(const void *from)
{
	const struct saying *s = from;
	const struct mandate *m = GET(s->c, mandate, s->row->record_id);
	return m ? conditions_in_place(s->c, m) : "";
}

/* Whose meeting it is, and when. */
static const char *helper(const void *from)
{
	const struct saying *s = from;
	const struct exchange *x = GET(s->c, exchange, s->row->record_id);
	return x ? first_name(s->c->arena, person_name(s->c, x->our_person_id)) : "";
}

static const char *when(const void *from)
{
	const struct saying *s = from;
	const struct exchange *x = GET(s->c, exchange, s->row->record_id);
	return x ? instant_near(s->c, x->at) : "";
}

/* ---- times and numbers -------------------------------------------------------------- */

static const char *since(const void *from)
{
	const struct saying *s = from;
	return instant_near(s->c, s->row->starts);
}

static const char *due_day(const void *from)
{
	const struct saying *s = from;
	return day_near(s->c, day_at(s->c, s->row->due));
}

static const char *how_many(const void *from)
{
	const struct saying *s = from;
	return arena_printf(s->c->arena, "%d", s->row->count);
}

/* ---- in paths ------------------------------------------------------------------------- */

static const char *client_id(const void *from)
{
	const struct saying *s = from;
	return arena_printf(s->c->arena, "%lld", (long long)s->row->client_id);
}

static const char *record_id(const void *from)
{
	const struct saying *s = from;
	return arena_printf(s->c->arena, "%lld", (long long)s->row->record_id);
}

static const char *page(const void *from)
{
	const struct saying *s = from;
	return record_page(s->c, s->row->kind, s->row->record_id);
}

/* The recap that was begun, else what it is to be about. */
static const char *draft(const void *from)
{
	const struct saying *s = from;
	const struct exchange *met = GET(s->c, exchange, s->row->record_id);
	return met && met->recap_id ? record_page(s->c, &writing_kind, met->recap_id) : page(s);
}

const struct place row_places[] = {
    {"who", who},
    {"what", what},
    {"introducer", introducer},
    {"asker", asker},
    {"reader", reader},
    {"whose", whose},
    {"letter", letter},
    {"stall", stall},
    {"standards", standards},
    {"in_place", in_place},
    {"helper", helper},
    {"when", when},
    {"since", since},
    {"due", due_day},
    {"n", how_many},
    {"client", client_id},
    {"id", record_id},
    {"page", page},
    {"draft", draft},
    {0},
};

/* ---- whom to ring ----------------------------------------------------------------------- */

static bool can_be_rung(struct ctx *c, const struct person *p)
{
	return phone_rung(c, p) != NULL;
}

/* Who said that something is wrong, and can be rung. */
static const struct person *raised_by(struct ctx *c, const struct today_row *r)
{
	const struct matter *m = r->kind == &matter_kind ? GET(c, matter, r->record_id) : NULL;
	const struct person *p = m ? contact_who_made(c, m) : NULL;
	return p && p->active && can_be_rung(c, p) ? p : NULL;
}

static const struct ring_up *whom_to_ring(struct ctx *c, const struct today_row *r)
{
	if (r->is->beside != BY_VOICE)
		return NULL;
	const struct person *p = raised_by(c, r);
	if (!p)
		p = FIRST(c, person, &agreeing_of, "i", r->client_id);
	struct ring_up *call = p && can_be_rung(c, p) ? ARENA_NEW(c->arena, struct ring_up) : NULL;
	if (call)
		*call = (struct ring_up){p->name, p->phone, phone_said(c, p), phone_rung(c, p)};
	return call;
}

/* ---- a row, and a folded one ------------------------------------------------------------ */

const char *row_said(struct ctx *c, const struct today_row *r, const char *text)
{
	return text_fill(c->arena, text, row_places, &(struct saying){c, r});
}

static const char *folded_sentence(struct ctx *c, const struct today_row *first)
{
	const char *several = first->is->several;
	for (const struct today_row *r = first; r; r = r->folded)
		if (r->is != first->is)
			several = NULL;
	return row_said(c, first, tr(c->lang, several ? several : N_("{who}: {n} things at once.")));
}

const char *today_key(struct ctx *c, const struct today_row *r)
{
	const struct clock_type *t = r->is->clock;
	return arena_printf(c->arena, "%s%s%s:%s:%lld", t->type, t->sub ? "." : "", t->sub ? t->sub : "",
	    r->kind->name, (long long)r->record_id);
}

static void say_one(struct ctx *c, struct today_row *r)
{
	const struct row_type *t = r->is;
	r->key = today_key(c, r);
	r->where = row_said(c, r, t->where);
	r->call = whom_to_ring(c, r);
	r->own = r->text = row_said(c, r, tr(c->lang, t->says[t->which ? t->which(c, r) : 0]));
}

void today_say(struct ctx *c, struct today_row *r)
{
	say_one(c, r);
	for (struct today_row *f = r->folded; f; f = f->folded)
		say_one(c, f);
	if (r->count > 1)
		r->text = folded_sentence(c, r);
}
