/* Finding words: what was found, kind by kind. */
#include "base/text.h"
#include "pages/pages.h"
#include "record/search.h"
#include "rules/writing.h"
#include "web/parts.h"

#define HITS_MAX 60

/* When it was; a name has no time. */
static const char *when_text(struct req *r, const struct kind *k, const void *rec)
{
	if (k == &exchange_kind)
		return said_date(r, day_at(r->c, ((const struct exchange *)rec)->at));
	if (k == &promise_kind)
		return said_date(r, ((const struct promise *)rec)->due);
	return k == &matter_kind ? said_date(r, day_at(r->c, ((const struct matter *)rec)->noticed_at))
				 : NULL;
}

static void hit_view(struct req *r, struct view *v, const struct kind *k, const void *rec)
{
	const struct client *of = k == &client_kind ? NULL : GET(r->c, client, record_client(k, rec));
	const char *about = k == &writing_kind ? writing_title(r->c, rec) : record_about(r->c, k, rec);
	view_text(v, "text", text_short(r->c->arena, about ? about : "", 160));
	view_text(v, "url", path_of(r, k, ((const struct record *)rec)->id));
	view_text(v, "client", of ? of->name : NULL);
	view_text(v, "when", when_text(r, k, rec));
}

static int group_view(struct req *r, struct view *list, const struct kind *k, const struct hit *hits, int n)
{
	struct view *items = NULL;
	int shown = 0;
	for (int i = 0; i < n; i++) {
		const void *rec = hits[i].kind == k ? record_get(r->c, k, hits[i].id) : NULL;
		if (!rec || !record_visible(r->c, k, rec))
			continue;
		if (!items) {
			struct view *group = view_add(list);
			view_text(group, "heading", tr(r->lang, k->title));
			items = view_list(group, "items");
		}
		hit_view(r, view_add(items), k, rec);
		shown++;
	}
	return shown;
}

static const char *count_text(struct req *r, int n, bool more)
{
	if (more)
		return phrase(r, N_("The first %d results"), n);
	return n == 1 ? tr(r->lang, N_("One result")) : phrase(r, N_("%d results"), n);
}

void page_search(struct req *r)
{
	struct view *v = page_begin(r, tr(r->lang, N_("Search")), "search");
	const char *q = query_value(r, "q");
	struct hit hits[HITS_MAX];
	int64_t next = 0;
	int n = q ? search(r->c, q, 0, HITS_MAX, hits, &next) : 0, shown = 0;
	struct view *found = view_list(v, "kinds");
	for (int i = 0; kinds[i]; i++)
		shown += group_view(r, found, kinds[i], hits, n);
	view_text(v, "q", q);
	view_text(v, "count", shown ? count_text(r, shown, next != 0) : NULL);
	view_flag(v, "none", q && *text_fold(r->c->arena, q) && shown == 0);
	page_send(r, "search", v, 200);
}
