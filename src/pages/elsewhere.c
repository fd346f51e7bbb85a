/* Records that show on the page of another. */
#include "pages/pages.h"
#include "rules/insight.h"
#include "rules/rating.h"
#include "web/parts.h"

/* /pourquoi/{id}: its place among the client's. */
void page_why(struct req *r)
{
	const struct insight *i = r->rec;
	answer_redirect(r, arena_printf(r->c->arena, "/c/%lld?volet=pourquoi#why-%lld",
			       (long long)i->client_id, (long long)i->r.id));
}

/* /avis/{id}: what was rated. */
void page_rating(struct req *r)
{
	const struct rating *g = r->rec;
	const struct kind *k = link_kind(g->about_id);
	answer_redirect(r, k ? path_of(r, k, link_id(g->about_id)) : path_of(r, &client_kind, g->client_id));
}
