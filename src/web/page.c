/* The frame of every page, the refusal, the log-in, and built-in files. */
#include "web/page.h"

#include <string.h>

#include "base/asset.h"
#include "base/text.h"
#include "web/parts.h"
#include "web/session.h"
#include "web/template.h"
#include "web/told.h"
#include "web/typed.h"

/* ---- the frame ------------------------------------------------------------------ */

static const struct {
	const char *key, *file, *asset;
} statics[] = {
    {"pico", "pico.css", "page/pico.css"},
    {"css", "app.css", "static/app.css"},
    {"pages", "pages.css", "static/pages.css"},
    {"agree", "agree.css", "static/agree.css"},
    {"portal", "portal.css", "static/portal.css"},
    {"paper", "paper.css", "static/paper.css"},
    {"htmx", "htmx.js", "page/htmx.js"},
    {"js", "app.js", "static/app.js"},
    {"drafts", "drafts.js", "static/drafts.js"},
    {"icons", "icons.svg", "page/icons.svg"},
    {"mark", "mark.svg", "static/mark.svg"},
};

static void add_assets(struct req *r, struct view *v)
{
	struct view *a = view_map(v, "assets");
	for (size_t i = 0; i < sizeof statics / sizeof statics[0]; i++) {
		const struct asset *file = asset_find(statics[i].asset);
		view_text(a, statics[i].key,
		    arena_printf(
			http_arena(r->x), "/static/%s?v=%s", statics[i].file, file ? file->hash : "0"));
	}
}

struct view *page_frame(struct req *r, const char *title, const char *at)
{
	struct view *v = view_new(http_arena(r->x));
	add_assets(r, v);
	view_text(v, "lang", lang_code(r->lang));
	view_text(v, "title", title);
	view_text(v, "csrf", r->csrf);
	view_flag(v, "is_lead", r->who.role == LEAD);
	if (at)
		view_text(view_map(v, "at"), at, "page");
	if (strcmp(http_method(r->x), "GET") == 0) {
		const char *query = http_query(r->x);
		view_text(v, "here",
		    untold(http_arena(r->x),
			arena_printf(http_arena(r->x), "%s%s%s", http_path(r->x), *query ? "?" : "", query)));
	}
	if (r->who.role == MEMBER || r->who.role == LEAD) {
		struct view *me = view_map(v, "me");
		view_text(me, "name", r->who.name);
		view_text(me, "url", arena_printf(http_arena(r->x), "/personne/%lld", (long long)r->who.id));
	}
	return v;
}

/* Whom the page is about: who reads their own space, or the client of its record. */
static const struct client *client_of_page(struct req *r)
{
	const struct kind *of = r->read ? r->read->of : r->route->of;
	int64_t id = r->who.role == CONTACT ? r->who.client_id : of && r->rec ? record_client(of, r->rec) : 0;
	return GET(r->c, client, id);
}

/* A sheet of paper lies about: it says of whom it is, and of which day. */
static void paper_view(struct req *r, struct view *v)
{
	int year, month, mday;
	const struct client *k = client_of_page(r);
	const char *head = r->c->firm->name, *query = http_query(r->x);
	if (k)
		head = arena_printf(r->c->arena, "%s · %s", head, k->name);
	view_text(v, "letterhead", head);
	if (!r->c->on_paper) {
		view_text(v, "print_url",
		    arena_printf(r->c->arena, "%s?%s%sprint=1", http_path(r->x), query, *query ? "&" : ""));
		return;
	}
	day_split(r->c->today, &year, &month, &mday);
	view_text(v, "paper", arena_printf(r->c->arena, "%s %d", date_said(r->c, r->c->today), year));
}

/* Whose drafts a browser keeps (static/drafts.js); of a client's people no number shows. */
static const char *reader(struct req *r)
{
	if (r->who.role == NOBODY || !r->csrf) /* nobody, or one of us through their eyes */
		return NULL;
	return r->who.role == CONTACT ? pub_of(r, &person_kind, r->who.id)
				      : arena_printf(r->c->arena, "%lld", (long long)r->who.id);
}

struct view *page_begin(struct req *r, const char *title, const char *at)
{
	struct view *v = page_frame(r, title, at);
	view_text(v, "now", as_minute(r, r->c->now));
	view_text(v, "today", day_text(r->c->arena, r->c->today));
	paper_view(r, v);
	told_view(r, v);
	view_text(v, "reader", reader(r));
	return v;
}

static const char policy[] =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

void page_send(struct req *r, const char *template, const struct view *v, int status)
{
	template_render(r->out, template_find(template), r->lang, v);
	http_set(r->x, "Content-Type", "text/html; charset=utf-8");
	http_set(r->x, "Cache-Control", "no-store");
	http_set(r->x, "Content-Security-Policy", policy);
	http_set(r->x, "Referrer-Policy", "same-origin");
	http_set(r->x, "X-Robots-Tag", "noindex");
	r->status = r->out->failed ? 503 : status;
}

const char *phrase(struct req *r, const char *english, ...)
{
	va_list args;
	va_start(args, english);
	const char *text = arena_vprintf(http_arena(r->x), tr(r->lang, english), args);
	va_end(args);
	return text;
}

/* ---- refusals --------------------------------------------------------------------- */

#define LEANING_SHOWN 120 /* characters of what leans on what was to go */

/* Those that say the same stand together, each with the words it is about; what the
 * sentence has said is not said again. */
static void hints_said(struct view *v, const struct hints *hints, const char *sentence)
{
	struct view *list = view_list(v, "hints"), *marks = NULL;
	const char *said = NULL;
	for (int i = 0; i < hints->n; i++) {
		const struct hint *one = &hints->hint[i];
		if (!said || strcmp(one->text, said) != 0) {
			struct view *item = view_add(list);
			said = one->text;
			view_text(item, "text", strcmp(said, sentence) == 0 ? NULL : said);
			marks = view_list(item, "marks");
		}
		if (one->match)
			view_add_text(marks, one->match);
	}
}

void refused_fields_view(struct req *r, struct view *v, const struct refusal *why)
{
	struct view *fields = view_list(v, "fields");
	for (int i = 0; i < why->nfields; i++) {
		struct view *f = view_add(fields);
		const char *label = why->field[i].label;
		view_text(f, "name", label ? tr(r->lang, label) : why->field[i].field);
		view_text(f, "text", reason_said(r->lang, why->field[i].reason));
	}
}

/* What leans on it, each with the way there. */
static void leaning_view(struct req *r, struct view *v, const struct refusal *why)
{
	json_t *records = NULL;
	for (int i = 0; i < why->nlists; i++)
		if (strcmp(why->list[i].name, "records") == 0)
			records = json_of(r->c->arena, why->list[i].json);
	struct view *list = view_list(v, "leaning");
	for (size_t i = 0; i < json_array_size(records); i++) {
		const json_t *one = json_array_get(records, i);
		const struct kind *k = kind_named(text_in(one, "kind"));
		int64_t id = json_integer_value(json_object_get(one, "id"));
		const char *about = record_about(r->c, k, record_get(r->c, k, id));
		item_view(r, list,
		    about ? text_short(r->c->arena, about, LEANING_SHOWN) : tr(r->lang, k->title), k, id);
	}
}

/* The door where it is mended, or the way back. */
static void where_view(struct req *r, struct view *v, const struct refusal *why)
{
	struct view *where = view_map(v, "where");
	const char *back = input_value(r, "next");
	if (why && why->where) {
		view_text(where, "url", why->where);
		view_text(where, "label", tr(r->lang, N_("Go there")));
	} else {
		view_text(where, "url", is_own_path(back) ? back : "/auj");
		view_text(where, "label",
		    is_own_path(back) ? tr(r->lang, N_("Go back")) : tr(r->lang, N_("To Today")));
	}
}

/* The log-in, with what was being sent. */
static void log_in_view(struct req *r, struct view *v)
{
	struct view *in = view_map(v, "log_in");
	view_text(in, "next", input_value(r, "next"));
	carried_view(r, in);
}

void page_refusal(struct req *r, const struct refusal *why, const char *sentence)
{
	struct view *v = page_frame(r, sentence, NULL);
	view_text(v, "sentence", sentence);
	if (why) {
		refused_fields_view(r, v, why);
		leaning_view(r, v, why);
	}
	if (why && why->hints)
		hints_said(v, why->hints, sentence);
	if (why && why->code->status == 401) {
		log_in_view(r, v);
	} else {
		where_view(r, v, why);
		typed_view(r, v, why);
	}
	page_send(r, "refusal", v, why ? why->code->status : 200);
}

void page_login(struct req *r, const char *email, bool failed)
{
	struct view *v = page_frame(r, tr(r->lang, N_("Log in")), NULL);
	const char *next = r->input ? input_value(r, "next") : query_value(r, "next");
	const char *done = query_value(r, "fait");
	view_text(v, "email", email);
	view_text(v, "next", next);
	if (done && strcmp(done, "motdepasse") == 0)
		view_text(v, "notice", tr(r->lang, N_("Your password is kept: log in with it.")));
	if (failed) {
		view_text(v, "refused",
		    tr(r->lang, N_("This address and password do not go together. Try again.")));
		carried_view(r, v);
	}
	page_send(r, "login", v, failed ? 401 : 200);
}

/* ---- built-in files ------------------------------------------------------------------------ */

static const char *type_of(const char *file)
{
	const char *dot = strrchr(file, '.');
	if (dot && strcmp(dot, ".css") == 0)
		return "text/css; charset=utf-8";
	if (dot && strcmp(dot, ".js") == 0)
		return "text/javascript; charset=utf-8";
	return dot && strcmp(dot, ".svg") == 0 ? "image/svg+xml" : "font/woff2";
}

void page_static(struct req *r)
{
	const char *file = r->arg[0];
	const struct asset *a = asset_find(arena_printf(http_arena(r->x), "static/%s", file));
	if (!a)
		a = asset_find(arena_printf(http_arena(r->x), "page/%s", file));
	if (!a) {
		answer_code(r, "not_found");
		return;
	}
	buf_add(r->out, a->p, a->n);
	http_set(r->x, "Content-Type", type_of(file));
	http_set(r->x, "Cache-Control", "public, max-age=31536000, immutable");
	r->status = 200;
}
