/* Noting: an exchange, or a problem perceived. */
#include <string.h>

#include "base/text.h"
#include "pages/choose.h"
#include "pages/delivery.h"
#include "pages/exchanges.h"
#include "pages/pages.h"

SQL(open_promises_named,
    "SELECT id, text, 1 FROM promise WHERE client_id = $1 AND state = 'open' ORDER BY due, id LIMIT 200");

SELECT(messages_open, exchange_kind,
    "WHERE client_id = $1 AND direction = 'in' AND needs_reply = 1 AND answered_at IS NULL AND waived_at IS "
    "NULL "
    "ORDER BY at, id LIMIT 20");

#define WORDS_QUOTED 400 /* of a message that is being answered */
#define WORDS_CHOSEN 70  /* … of one among several */

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
	view_text(reply, "text", phrase(r, N_("%s wrote, %s"), k->name, said_near(r, x->at)));
	view_text(reply, "words", x->text ? text_short(r->c->arena, x->text, WORDS_QUOTED) : x->subject);
	view_text(reply, "url", path_of(r, &exchange_kind, x->r.id));
	view_int(v, "in_reply_to_id", x->r.id);
}

/* What of theirs waits for an answer, to be named by the exchange that gives it. */
static void waiting_view(struct req *r, struct view *v, int64_t client)
{
	struct view *list = view_list(v, "waiting");
	foreach (r->c, exchange, x, &messages_open, "i", client) {
		if (!exchange_awaits_reply(x))
			continue;
		const char *words = x->subject ? x->subject : x->text;
		option_view(list, x->r.id,
		    words ? arena_printf(r->c->arena, "%s, %s", said_near(r, x->at),
				text_short(r->c->arena, words, WORDS_CHOSEN))
			  : exchange_named(r, x),
		    false);
	}
}

/* With whom, about what, in answer to what. */
static void around_client_view(struct req *r, struct view *v, const struct client *k)
{
	client_choices_view(v, mandates_named(r, k->r.id), contacts_of(r, k->r.id));
	spoken_of_view(r, v, k->r.id, NULL);
	view_text(v, "back_here", arena_printf(r->c->arena, "/noter?client_id=%lld", (long long)k->r.id));
}

/* An answer goes out as the message came; the rest are talks. */
static const char *channel_of_reply(const struct exchange *x)
{
	return x->channel == PORTAL ? "email" : record_choice(&exchange_kind, "channel", x);
}

/* Whom it is about: the message, the matter, or whoever is chosen. */
static const struct client *client_of_note(
    struct req *r, struct view *v, const struct exchange *x, const struct matter *m)
{
	int64_t id = x ? x->client_id : m ? m->client_id : 0;
	const struct client *k = GET(r->c, client, id);
	if (!k)
		return client_chosen(r, v, "/noter");
	view_int(v, "client_id", k->r.id);
	view_text(v, "client_name", k->name);
	return k;
}

void page_note(struct req *r)
{
	const struct exchange *x = asked(r, "reply", &exchange_kind);
	struct view *v = page_begin(r, tr(r->lang, x ? N_("Answer") : N_("Note an exchange")), "note");
	const char *then = query_value(r, "then");
	const struct matter *m = matter_to_tell(r, then);
	const struct client *k = client_of_note(r, v, x, m);
	if (k)
		around_client_view(r, v, k);
	if (x) {
		reply_view(r, v, x);
		answer_view(r, v, x->client_id, x);
		call_prompt_view(r, v, x);
	} else if (k) {
		waiting_view(r, v, k->r.id);
	}
	if (m) {
		view_text(v, "then", then);
		link_view(v, "tell", matter_title(r->c, m), path_of(r, &matter_kind, m->r.id));
	}
	exchange_form_view(r, v, x ? channel_of_reply(x) : "phone", x ? "out" : "both");
	/* Once noted, it shows where it belongs. */
	view_text(v, "here", k ? path_of(r, &client_kind, k->r.id) : NULL);
	page_send(r, "note", v, 200);
}

/* ---- perceiving a problem -------------------------------------------------------------- */

void page_perceive(struct req *r)
{
	struct view *v = page_begin(r, tr(r->lang, N_("I sense a problem")), "perceive");
	const struct client *k = client_chosen(r, v, "/probleme");
	if (k) {
		const struct named *promises =
		    names_read(r->c, db_query(r->c->db, &open_promises_named, "i", k->r.id));
		client_choices_view(v, mandates_named(r, k->r.id), NULL);
		names_view(v, "promises", promises, 0);
		view_flag(v, "choose_promise", promises != NULL);
	}
	view_text(v, "here", NULL); /* once noted, its own page says what to do */
	page_send(r, "perceive", v, 200);
}
