/* Noting: an exchange, or a problem perceived. */
#include <string.h>

#include "base/text.h"
#include "pages/delivery.h"
#include "pages/exchanges.h"
#include "pages/pages.h"

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
	view_text(reply, "text", phrase(r, N_("%s wrote, %s"), k->name, said_near(r, x->at)));
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
static const char *channel_of_reply(const struct exchange *x)
{
	return x->channel == PORTAL ? "email" : record_choice(&exchange_kind, "channel", x);
}

void page_note(struct req *r)
{
	const struct exchange *x = asked(r, "reply", &exchange_kind);
	struct view *v = page_begin(r, tr(r->lang, x ? N_("Answer") : N_("Note an exchange")), "note");
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
		answer_view(r, v, k->r.id, x);
		call_prompt_view(r, v, x);
	}
	if (m) {
		view_text(v, "then", then);
		link_view(v, "tell", m->title, path_of(r, &matter_kind, m->r.id));
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
	const struct client *k = asked(r, "client_id", &client_kind);
	client_view(r, v, k);
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
