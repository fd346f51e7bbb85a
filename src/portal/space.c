/* The client's space: who may look, the frame, what its pages share. */
#include "portal/space.h"

#include <string.h>

#include "base/text.h"
#include "rules/privacy_case.h"
#include "rules/writing.h"
#include "web/api.h"
#include "web/parts.h"
#include "web/session.h"
#include "web/typed.h"

/* ---- who looks ------------------------------------------------------------------- */

/* What one of us reads above the page, in their own language. */
struct watched {
	const char *client;             /* as the address has it */
	const char *label, *back, *url; /* label NULL: it is the client who reads */
};

/* One of us, through the client's eyes: from here on the page is read by them. */
static bool look_through(struct req *r, struct watched *ret)
{
	const char *asked = query_value(r, "client_id");
	const struct client *k = asked ? record_find(r->c, &client_kind, asked) : NULL;
	struct ctx *seen = k ? portal_through_eyes_of(r->c, k->r.id) : NULL;
	if (!seen)
		return false;
	ret->client = asked;
	ret->label = phrase(r, N_("You see what %s sees."), k->name);
	ret->back = tr(r->lang, N_("Back to the client’s page"));
	ret->url = path_of(r, &client_kind, k->r.id);
	r->c = seen;
	r->who = seen->who;
	r->lang = seen->lang;
	r->csrf = NULL;
	return true;
}

/* False: answered already. */
static bool enter(struct req *r, bool narrow, struct watched *ret_watched)
{
	*ret_watched = (struct watched){0};
	if (r->who.role != CONTACT) {
		if (look_through(r, ret_watched))
			return true;
		answer_code(r, "not_found");
		return false;
	}
	if (r->who.only_kind && !narrow) {
		answer_redirect(r, arena_printf(r->c->arena, "/p/entrer?next=%s", http_path(r->x)));
		return false;
	}
	return true;
}

/* ---- what was just done ------------------------------------------------------------ */

/* "promise.done" or, once one was made, "rating"; said only to who did it. */
static const char *notice_of(struct req *r)
{
	const char *done = query_value(r, "fait");
	size_t n = done ? strcspn(done, ".") : 0;
	const struct kind *k = done ? kind_named(arena_strndup(r->c->arena, done, n)) : NULL;
	if (!k)
		return NULL;
	const char *verb = done[n] ? done + n + 1 : "create";
	const struct action *a = action_named(k, verb);
	const char *noted = a                             ? a->noted
			    : strcmp(verb, "create") == 0 ? k->noted
			    : strcmp(verb, "patch") == 0  ? N_("Noted.")
							  : NULL;
	bool so = noted && audit_just_did(r->c, &(struct audit_line){.action = verb, .kind = k}, NULL);
	return so ? tr(r->lang, noted) : NULL;
}

/* ---- the frame ------------------------------------------------------------------------ */

static void officer_view(struct req *r, struct view *v)
{
	const struct person *p = privacy_officer(r->c);
	if (!p)
		return;
	struct view *officer = view_map(v, "officer");
	view_text(officer, "name", p->name);
	view_text(officer, "mailto", arena_printf(r->c->arena, "mailto:%s", p->email));
}

static void watched_view(struct req *r, struct view *v, const struct watched *w)
{
	struct view *bar = view_map(v, "watched");
	view_text(bar, "label", w->label);
	view_text(bar, "back", w->back);
	view_text(bar, "url", w->url);
	view_text(
	    v, "watch", arena_printf(r->c->arena, "?client_id=%s", url_encoded(r->c->arena, w->client)));
}

static struct view *frame(struct req *r, const char *title, const char *at, const struct watched *watched)
{
	bool cover;
	const struct client *k = GET(r->c, client, r->who.client_id);
	struct view *v = page_begin(r, tr(r->lang, title), at);
	view_text(v, "firm", r->c->firm->name);
	view_flag(v, "inside", !r->who.only_kind);
	view_flag(v, "may", !watched->label);
	if (watched->label)
		watched_view(r, v, watched);
	view_text(v, "notice", notice_of(r));
	const struct person *p = person_reachable(r->c, k->responsible_id, &cover);
	view_text(v, "help",
	    phrase(r, N_("“Something is wrong”: press that button, and %s will call you."),
		p ? first_name(r->c->arena, p->name) : r->c->firm->name));
	officer_view(r, v);
	return v;
}

struct view *portal_begin(struct req *r, const char *title, const char *at)
{
	struct watched watched;
	return enter(r, false, &watched) ? frame(r, title, at, &watched) : NULL;
}

struct view *portal_begin_narrow(struct req *r, const char *title, const char *at)
{
	struct watched watched;
	return enter(r, true, &watched) ? frame(r, title, at, &watched) : NULL;
}

/* ---- a refusal --------------------------------------------------------------------------- */

/* It may be said before anybody knows whose space this is, or once the desk has
 * gone on to others: it leans on nothing but the request. */
void portal_refusal(struct req *r, const struct refusal *why, const char *sentence)
{
	struct view *v = page_frame(r, sentence, NULL);
	const char *back = input_value(r, "next");
	view_text(v, "firm", r->firm);
	view_text(v, "sentence", sentence);
	if (why)
		refused_fields_view(r, v, why);
	view_text(v, "back", is_portal_path(back) ? back : "/p");
	view_flag(v, "inside", r->who.role == CONTACT);
	if (why && why->code->status == 401)
		carried_view(r, view_map(v, "come_in"));
	else
		typed_view(r, v, why);
	page_send(r, "portal-refusal", v, why ? why->code->status : 200);
}

/* ---- records as they read them -------------------------------------------------------------- */

json_t *as_read(struct req *r, const struct kind *k, const void *rec)
{
	struct buf b = {.max = 4 << 20};
	struct jw j = jw_to(&b);
	record_json(r->c, k, rec, &j);
	json_t *read = b.failed ? NULL : json_lent(r->c->arena, json_loadb(b.p, b.n, 0, NULL));
	buf_free(&b);
	return read;
}

const char *name_initial(struct req *r, const char *name)
{
	size_t n = *name != 0;
	while ((name[n] & 0xc0) == 0x80) /* the rest of a letter beyond ASCII */
		n++;
	return arena_strndup(r->c->arena, name, n);
}

void person_view(struct req *r, struct view *v, const struct person *p, bool cover)
{
	if (!p)
		return;
	struct view *who = view_map(v, "person");
	const char *first = first_name(r->c->arena, p->name);
	view_text(who, "name", p->name);
	view_text(who, "first", first);
	view_text(who, "letter", name_initial(r, first));
	view_text(who, "role",
	    tr(r->lang, cover ? N_("stands in while the person in charge is away") : N_("looks after you")));
	phone_view(r, who, p);
	view_text(who, "mailto", arena_printf(r->c->arena, "mailto:%s", p->email));
}

/* ---- promises ------------------------------------------------------------------------------------ */

#define MOVES_MAX 20

static const char *moved_text(struct req *r, const struct promise *p)
{
	struct promise_move moves[MOVES_MAX];
	int n = promise_moves_read(r->c, p, moves, MOVES_MAX);
	return n ? phrase(r, N_("first said for %s"), said_date(r, moves[0].old_due)) : NULL;
}

void promise_view(struct req *r, struct view *v, const struct promise *p)
{
	bool ours = p->side == OURS, open = p->state == PROMISE_OPEN, received = p->done_at && ours;
	bool late = open && p->due < r->c->today;
	bool finish = open && !ours, receive = received && !p->acknowledged_at;
	bool miss =
	    ours && p->deliverable && p->state != PROMISE_DROPPED; /* before it is handed over, too (F3) */
	view_text(v, "id", pub_of(r, &promise_kind, p->r.id));
	view_text(v, "text", p->text);
	view_text(v, "when", said_date(r, p->due));
	view_text(v, "date", day_text(r->c->arena, p->due));
	view_flag(v, "late", late);
	view_text(v, "moved", open ? moved_text(r, p) : NULL);
	if (p->done_at)
		view_text(v, "done",
		    phrase(r, ours ? N_("handed over %s") : N_("done %s"),
			said_date(r, day_at(r->c, p->done_at))));
	view_flag(v, "can_finish", finish);
	view_flag(v, "can_receive", receive);
	view_flag(v, "can_miss", miss);
	view_flag(v, "ways", finish || receive || miss);
}

/* ---- what a look leaves behind ---------------------------------------------------------------------- */

bool portal_marks(struct req *r)
{
	return portal_unseen(r->c);
}

void portal_mark(struct req *r)
{
	portal_seen(r->c);
}

bool talk_marks(struct req *r)
{
	return conversation_unseen(r->c);
}

void talk_mark(struct req *r)
{
	conversation_seen(r->c);
}

/* The answer for programs holds both pages. */
bool portal_api_marks(struct req *r)
{
	return portal_marks(r) || talk_marks(r);
}

void portal_api_mark(struct req *r)
{
	portal_mark(r);
	talk_mark(r);
}

bool portal_writing_marks(struct req *r)
{
	return record_unopened(r->c, &writing_kind, record_find(r->c, &writing_kind, r->arg[0]));
}

void portal_writing_mark(struct req *r)
{
	record_open(r->c, &writing_kind, record_find(r->c, &writing_kind, r->arg[0]));
}

bool portal_answer_marks(struct req *r)
{
	return r->who.only_kind &&
	       record_unopened(r->c, &exchange_kind, record_find(r->c, &exchange_kind, r->arg[0]));
}

void portal_answer_mark(struct req *r)
{
	record_open(r->c, &exchange_kind, record_find(r->c, &exchange_kind, r->arg[0]));
}

bool promises_marks(struct req *r)
{
	return late_promises_unseen(r->c);
}

void promises_mark(struct req *r)
{
	late_promises_seen(r->c);
}

/* ---- the same for programs ---------------------------------------------------------------------------- */

void api_portal(struct req *r)
{
	const char *asked = query_value(r, "client_id");
	struct ctx *c = r->c;
	if (r->who.role != CONTACT) {
		const struct client *k = asked ? record_find(c, &client_kind, asked) : NULL;
		c = k ? portal_through_eyes_of(c, k->r.id) : NULL;
	}
	if (!c || c->who.only_kind) {
		answer_code(r, "not_found");
		return;
	}
	struct jw j = jw_to(r->out);
	portal_json(c, portal_read(c), &j);
	answer_json(r, 200);
}
