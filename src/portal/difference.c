/* What one version of a writing changes in the one before, line by line, in the words
 * that its client reads (conversation 18.4). */
#include "base/text.h"
#include "rules/portal.h"
#include "portal/as_read.h"
#include "portal/space.h"

/* ---- the lines of a version, part by part ---------------------------------------------- */

static const char *const part_titles[] = {N_("What we understood"), N_("How it feels to you"), N_("Our part"),
    N_("In words"), N_("The service and the framework"), N_("What is promised"), N_("What happens now"),
    N_("What we still ask ourselves")};
#define PARTS ((int)(sizeof part_titles / sizeof part_titles[0]))

struct version {
	json_t *part[PARTS]; /* texts */
};

static void add_line(json_t *part, const char *line)
{
	if (line && *line)
		json_array_append_new(part, json_string(line));
}

static void add_texts(json_t *part, const json_t *texts)
{
	for (size_t i = 0; i < json_array_size(texts); i++) {
		const json_t *one = json_array_get(texts, i);
		add_line(part, json_string_value(json_is_object(one) ? json_object_get(one, "text") : one));
	}
}

static void add_words(struct req *r, json_t *part, const char *text)
{
	for (const char *line; (line = text_line(r->c->arena, &text));)
		add_line(part, line);
}

static void add_terms(struct reading *l, json_t *part)
{
	int64_t ids[REFS_MAX];
	int n = refs_read(l->w->term_ids, ids);
	for (int i = 0; i < n; i++) {
		const struct term *t = GET(l->r->c, term, ids[i]);
		if (t && reading_shows(l, &term_kind, t))
			add_line(part, t->text);
	}
}

static void add_promises(struct reading *l, json_t *part)
{
	struct promised all[PROMISED_MAX];
	int n = reading_promises(l, all);
	for (int i = 0; i < n; i++)
		add_line(part, all[i].due ? arena_printf(l->r->c->arena, "%s, %s", all[i].text,
						said_date(l->r, all[i].due))
					  : all[i].text);
}

static void version_read(struct req *r, const struct writing *w, struct version *ret)
{
	const struct writing *read = writing_leaving(r->c, w);
	struct reading l = {.r = r, .w = read, .said = as_read(r, &writing_kind, read), .ahead = read != w};
	const json_t *understood = json_object_get(l.said, "understood");
	int n = 0;
	for (int i = 0; i < PARTS; i++)
		ret->part[i] = json_lent(r->c->arena, json_array());
	add_texts(ret->part[n++], json_object_get(understood, "facts"));
	add_texts(ret->part[n++], json_object_get(understood, "emotions"));
	add_words(r, ret->part[n++], reading_text(&l, "our_part"));
	add_words(r, ret->part[n++], reading_text(&l, "body"));
	add_terms(&l, ret->part[n++]);
	add_promises(&l, ret->part[n++]);
	add_words(r, ret->part[n++], reading_text(&l, "next"));
	add_texts(ret->part[n++], json_object_get(l.said, "questions"));
}

/* ---- beside each other -------------------------------------------------------------------- */

static bool has_line(const json_t *part, const json_t *line)
{
	for (size_t i = 0; i < json_array_size(part); i++)
		if (json_equal(json_array_get(part, i), line))
			return true;
	return false;
}

/* The lines of one that the other lacks. */
static void lines_only_in(struct view *v, const char *key, const json_t *part, const json_t *other)
{
	struct view *list = view_list(v, key);
	for (size_t i = 0; i < json_array_size(part); i++)
		if (!has_line(other, json_array_get(part, i)))
			view_add_text(list, json_string_value(json_array_get(part, i)));
}

static bool same_lines(const json_t *a, const json_t *b)
{
	bool same = true;
	for (size_t i = 0; i < json_array_size(a); i++)
		same = same && has_line(b, json_array_get(a, i));
	for (size_t i = 0; i < json_array_size(b); i++)
		same = same && has_line(a, json_array_get(b, i));
	return same;
}

void difference_view(
    struct req *r, struct view *v, const char *key, const struct writing *old, const struct writing *now)
{
	struct ctx *own = r->c;
	struct version was, is;
	if (own->who.role != CONTACT)
		r->c = portal_through_eyes_of(own, now->client_id);
	version_read(r, old, &was);
	version_read(r, now, &is);
	r->c = own;
	struct view *changes = NULL;
	for (int i = 0; i < PARTS; i++) {
		if (same_lines(was.part[i], is.part[i]))
			continue;
		if (!changes)
			changes = view_list(view_map(v, key), "changes");
		struct view *one = view_add(changes);
		view_text(one, "part", tr(r->lang, part_titles[i]));
		lines_only_in(one, "gone", was.part[i], is.part[i]);
		lines_only_in(one, "come", is.part[i], was.part[i]);
	}
}
