/* A client's correction comes into the next version where it belongs (conversation
 * 18.4; R1.7): a line that they replaced is replaced, their other words stand beside
 * the new draft until somebody has taken them in. */
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "record/wording.h"
#include "rules/announce.h"
#include "rules/writing_parts.h"

#define CORRECTIONS_MAX 100
#define WORDS_MAX_BYTES (4 << 20)

/* ---- what they sent --------------------------------------------------------------------- */

/* Kept for the act as [{"was", "now"}]. */
const char *corrections_read(struct act *a, const json_t *v, const char **ret)
{
	if (!json_is_array(v) || json_array_size(v) > CORRECTIONS_MAX)
		return "bad_value";
	const char *why = NULL;
	json_t *list = json_lent(a->ctx->arena, json_array());
	for (size_t i = 0; !why && i < json_array_size(v); i++) {
		struct correction one = {0};
		why = part_read(a, correction_fields, json_array_get(v, i), &one);
		if (!why)
			json_array_append_new(list, json_pack("{s:s, s:s}", "was", one.was, "now", one.now));
	}
	*ret = json_array_size(list) ? json_text(a->ctx->arena, list) : NULL;
	return why;
}

bool correction_says_something(struct act *a)
{
	const struct correct_in *in = a->in;
	if (!in->text && !in->corrections)
		field_refuse(a, "text", "missing");
	return true;
}

GUARD(may_still_be_corrected, writing_is_open(a->rec) || REC(a, writing)->state == WRITING_TACIT);

bool may_still_be_reopened(struct act *a)
{
	const struct writing *w = a->rec;
	return w->state != WRITING_TACIT || a->ctx->now <= silence_reopen_until(a->ctx, w);
}

/* ---- into the next version -------------------------------------------------------------- */

/* Lines being put in their places; those that found one are marked "taken". */
struct taking {
	struct ctx *c;
	const struct writing *w; /* that was corrected */
	json_t *lines;
};

static bool is_same_line(const struct taking *t, const char *ours, const char *was)
{
	const char *own = text_trim(t->c->arena, text_said(t->c, ours));
	return strcmp(own, was) == 0 || strcmp(writing_for_client(t->c, t->w, own), was) == 0;
}

/* What stands in its place; NULL: it stays. */
static const char *line_instead(const struct taking *t, const char *ours)
{
	for (size_t i = 0; i < json_array_size(t->lines); i++) {
		json_t *one = json_array_get(t->lines, i);
		if (!is_same_line(t, ours, text_in(one, "was")))
			continue;
		json_object_set_new(one, "taken", json_true());
		return text_in(one, "now");
	}
	return NULL;
}

static json_t *texts_corrected(const struct taking *t, json_t *texts)
{
	for (size_t i = 0; i < json_array_size(texts); i++) {
		const char *now = line_instead(t, json_string_value(json_array_get(texts, i)));
		if (now)
			json_array_set_new(texts, i, json_string(now));
	}
	return texts;
}

static const char *understood_corrected(const struct taking *t, const char *understood)
{
	json_t *both = json_of(t->c->arena, understood);
	return understood_text(t->c->arena, texts_corrected(t, json_object_get(both, "facts")),
	    texts_corrected(t, json_object_get(both, "emotions")));
}

/* Another question is not answered yet. */
static const char *questions_corrected(const struct taking *t, const char *questions)
{
	json_t *list = json_of(t->c->arena, questions);
	for (size_t i = 0; i < json_array_size(list); i++) {
		const char *now = line_instead(t, text_in(json_array_get(list, i), "text"));
		if (now)
			json_array_set_new(list, i, json_pack("{s:s}", "text", now));
	}
	return list ? json_text(t->c->arena, list) : NULL;
}

/* Of a longer text: all of it, or its lines. */
static const char *words_corrected(const struct taking *t, const char *text)
{
	const char *now = text ? line_instead(t, text) : NULL;
	if (!text || now)
		return now;
	struct buf b = {.max = WORDS_MAX_BYTES};
	while (*text) {
		size_t n = strcspn(text, "\n");
		const char *line = arena_strndup(t->c->arena, text, n);
		now = *line ? line_instead(t, line) : NULL;
		buf_puts(&b, now ? now : line);
		text += n;
		if (*text)
			buf_char(&b, *text++);
	}
	return buf_take(&b, t->c->arena, NULL);
}

/* Their lines, one after the other (all, or those that found no place), then their
 * own words. */
static const char *in_words(const struct taking *t, const char *text, bool all)
{
	enum lang lang = client_lang(t->c, t->w->client_id);
	struct buf b = {.max = WORDS_MAX_BYTES};
	for (size_t i = 0; i < json_array_size(t->lines); i++) {
		const json_t *one = json_array_get(t->lines, i);
		if (all || !json_object_get(one, "taken"))
			buf_printf(&b, tr(lang, N_("“%s”: %s\n")), text_in(one, "was"), text_in(one, "now"));
	}
	buf_puts(&b, text ? text : "");
	return text_trim(t->c->arena, buf_take(&b, t->c->arena, ""));
}

static void open_next_version(struct act *a, const struct taking *t)
{
	const struct writing *w = t->w;
	struct writing *next = record_new(a->ctx, &writing_kind);
	*next = (struct writing){.client_id = w->client_id,
	    .mandate_id = w->mandate_id,
	    .kind = w->kind,
	    .about = w->about,
	    .version = w->version + 1,
	    .parent_id = w->r.id,
	    .understood = understood_corrected(t, w->understood),
	    .body = words_corrected(t, w->body),
	    .next = words_corrected(t, w->next),
	    .questions = questions_corrected(t, w->questions),
	    .notes = notes_once_taken(a->ctx, w->notes),
	    .term_ids = w->term_ids,
	    .promise_ids = w->promise_ids,
	    .matter_ids = w->matter_ids,
	    .to_clarify_ids = w->to_clarify_ids,
	    .spoken_in_id = w->spoken_in_id,
	    .signed_by_id = writing_signer(a->ctx, w),
	    .silent_wd = NO_NUMBER,
	    .read_wd = NO_NUMBER,
	    .state = WRITING_DRAFT};
	const char *beside = in_words(t, IN(a, correct_in)->text, false);
	next->beside = *beside ? beside : NULL;
	record_insert(a, &writing_kind, next);
}

void writing_correct(struct act *a)
{
	struct writing *w = a->rec;
	bool was_agreed = w->state == WRITING_TACIT;
	const struct correct_in *in = a->in;
	struct taking t = {.c = a->ctx, .w = w, .lines = json_of(a->ctx->arena, in->corrections)};
	w->state = WRITING_CORRECTED;
	w->answer_text = in_words(&t, in->text, true);
	note_answer(a, w);
	if (was_agreed)
		agreement_undone(a);
	if (w->kind == REFORMULATION && w->about)
		matter_corrected(a, link_of(w->about, &matter_kind));
	open_next_version(a, &t);
	writing_heard(a, LETTER_HEARD_CORRECTED);
}
