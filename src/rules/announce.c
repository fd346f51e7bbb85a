/* The marked lines of a writing's notes, from the page where they are typed to what
 * they become when it leaves (conversation 18.1; R1.6, R2.1). */
#include "rules/announce.h"

#include <string.h>

#include "base/text.h"
#include "rules/decision.h"
#include "rules/refs.h"
#include "rules/staff.h"
#include "rules/writing_parts.h"

SELECT(contacts_by_name, person_kind,
    "WHERE client_id = $1 AND role = 'contact' AND active = 1 ORDER BY name_key, id LIMIT 500");

/* ---- kept as [{"mark", "said", "text", "due", "person"}], once it left with "taken" and
 * the link to what it made ----------------------------------------------------------------- */

static const char *const mark_names[] = {
    [MARK_OURS] = ">", [MARK_THEIRS] = "<", [MARK_QUESTION] = "?", [MARK_DECISION] = "!"};

static enum mark mark_named(const char *name)
{
	enum mark mark = MARK_OURS;
	while (strcmp(mark_names[mark], name) != 0)
		mark++;
	return mark;
}

static int64_t number_in(const json_t *one, const char *key)
{
	return json_integer_value(json_object_get(one, key));
}

static struct announce announce_of(const json_t *one)
{
	return (struct announce){.mark = mark_named(text_in(one, "mark")),
	    .text = text_in(one, "text"),
	    .due = number_in(one, "due"),
	    .person = number_in(one, "person")};
}

int announces_read(const struct ctx *c, const struct writing *w, struct announce ret[MARKS_MAX])
{
	json_t *all = json_of(c->arena, w->announces);
	int n = 0;
	for (size_t i = 0; i < json_array_size(all) && n < MARKS_MAX; i++)
		if (!json_object_get(json_array_get(all, i), "taken"))
			ret[n++] = announce_of(json_array_get(all, i));
	return n;
}

void announces_write(const struct ctx *c, const void *rec, struct jw *out)
{
	struct announce all[MARKS_MAX];
	int n = announces_read(c, rec, all);
	jw_array(out);
	for (int i = 0; i < n; i++) {
		const struct announce *one = &all[i];
		jw_object(out);
		jw_text_of(out, "mark", mark_names[one->mark]);
		jw_text_of(out, "text", one->text);
		jw_text_of(out, "side",
		    mark_is_promise(one->mark) ? choice_name(choices_of(&promise_kind, "side"),
						     one->mark == MARK_OURS ? OURS : THEIRS)
					       : NULL);
		date_json(c, one->due, jw_key(out, "due"));
		id_json(c, &person_kind, one->person, jw_key(out, "person_id"));
		jw_end_object(out);
	}
	jw_end_array(out);
}

/* ---- noted -------------------------------------------------------------------------------- */

static bool is_called(struct arena *a, const char *name, const char *who)
{
	return strcmp(text_fold(a, name), who) == 0 || strcmp(text_fold(a, first_name(a, name)), who) == 0;
}

/* Somebody of that side who is called so, by first or full name; 0: nobody. */
static int64_t person_called(struct ctx *c, int64_t client, const struct marked *m)
{
	const char *who = m->who ? text_fold(c->arena, m->who) : "";
	if (!*who)
		return 0;
	if (m->mark == MARK_OURS) {
		for (const struct named *p = staff_named(c); p; p = p->next)
			if (!p->over && is_called(c->arena, p->name, who))
				return p->id;
		return 0;
	}
	int64_t found = 0;
	foreach (c, person, p, &contacts_by_name, "i", client)
		if (!found && is_called(c->arena, p->name, who))
			found = p->r.id;
	return found;
}

/* Who is not known here is part of what was promised; of ours, then, whoever notes
 * it keeps it. */
static json_t *announced(struct ctx *c, int64_t client, const struct marked *m)
{
	int64_t by = mark_is_promise(m->mark) ? person_called(c, client, m) : 0;
	const char *text = by ? m->rest : m->text;
	if (m->mark == MARK_OURS && !by)
		by = c->who.id;
	return json_pack("{s:s, s:s, s:s, s:I, s:I}", "mark", mark_names[m->mark], "said", m->said, "text",
	    text, "due", (json_int_t)m->due, "person", (json_int_t)by);
}

/* The same line as it was noted before; NULL: it is new. */
static json_t *noted_before(const json_t *before, const struct marked *m)
{
	for (size_t i = 0; i < json_array_size(before); i++) {
		json_t *one = json_array_get(before, i);
		if (strcmp(text_in(one, "said"), m->said) == 0 && mark_named(text_in(one, "mark")) == m->mark)
			return one;
	}
	return NULL;
}

/* Each fits what it will become. */
static bool fits(const struct marked *m)
{
	const struct kind *k = mark_is_promise(m->mark) ? &promise_kind : &decision_kind;
	const struct field *f = field_named(k->fields, mark_is_promise(m->mark) ? "text" : "question");
	int longest = m->mark == MARK_QUESTION ? QUESTION_MAX : field_longest(f);
	return text_length(m->text) <= (size_t)longest;
}

void announces_note(struct act *a)
{
	struct writing *w = a->rec;
	struct ctx *c = a->ctx;
	struct marks marks, left;
	const char *notes = w->notes ? w->notes : "";
	marks_read(c->arena, notes, c->today, &marks);
	marks_read(c->arena, marks.notes, c->today, &left);
	bool fit = left.n == 0; /* so many at once are not all taken */
	json_t *list = json_lent(c->arena, json_array()),
	       *before = json_of(c->arena, ((const struct writing *)a->before)->announces);
	for (int i = 0; i < marks.n; i++) {
		json_t *same = noted_before(before, &marks.line[i]);
		fit = fit && fits(&marks.line[i]);
		json_array_append_new(
		    list, same ? json_deep_copy(same) : announced(c, w->client_id, &marks.line[i]));
	}
	if (!fit)
		field_refuse(a, "notes", "too_long");
	w->announces = marks.n ? json_text(c->arena, list) : NULL;
}

const char *notes_once_taken(const struct ctx *c, const char *notes)
{
	struct marks marks;
	if (!notes)
		return NULL;
	marks_read(c->arena, notes, c->today, &marks);
	return marks.notes;
}

#define LINE_QUOTED 80

const char *line_quoted(const struct ctx *c, const char *line)
{
	return text_short(c->arena, line, LINE_QUOTED);
}

const char *line_lacks_day(const struct ctx *c, const char *line)
{
	return phrased(c,
	    N_("“%s”: for when? Put a day at the end of the line, like “12 March” or “Friday”."),
	    line_quoted(c, line));
}

/* ---- while it is a draft --------------------------------------------------------------------- */

bool announces_have_days(struct act *a)
{
	struct ctx *c = a->ctx;
	struct announce all[MARKS_MAX];
	int n = announces_read(c, a->rec, all);
	for (int i = 0; i < n; i++) {
		if (!mark_is_promise(all[i].mark) || all[i].due)
			continue;
		if (!refused(a)) {
			a->refusal.detail = line_lacks_day(c, all[i].text);
			a->refusal.where = record_place(c, &writing_kind, REC(a, record)->id, "#notes");
		}
		return false;
	}
	return true;
}

bool announces_duty(const struct ctx *c, const struct writing *w)
{
	struct announce all[MARKS_MAX];
	for (int i = announces_read(c, w, all); i > 0; i--)
		if (all[i - 1].mark == MARK_THEIRS)
			return true;
	return false;
}

static int place_of_question(const json_t *list, const char *text)
{
	for (size_t i = 0; i < json_array_size(list); i++)
		if (strcmp(text_in(json_array_get(list, i), "text"), text) == 0)
			return (int)i;
	return -1;
}

/* False: it was asked already. */
static bool add_question(json_t *list, const char *text)
{
	if (place_of_question(list, text) >= 0)
		return false;
	json_array_append_new(list, json_pack("{s:s}", "text", text));
	return true;
}

static json_t *questions_of(const struct ctx *c, const struct writing *w)
{
	json_t *list = json_of(c->arena, w->questions);
	return list ? list : json_lent(c->arena, json_array());
}

const char *announces_questions(const struct ctx *c, const struct writing *w)
{
	struct announce all[MARKS_MAX];
	json_t *list = questions_of(c, w);
	int n = announces_read(c, w, all);
	for (int i = 0; i < n; i++)
		if (all[i].mark == MARK_QUESTION)
			add_question(list, all[i].text);
	return json_array_size(list) ? json_text(c->arena, list) : NULL;
}

/* ---- when it leaves --------------------------------------------------------------------------- */

const struct exchange *writing_talk(struct ctx *c, const struct writing *w)
{
	const struct matter *m = GET(c, matter, link_of(w->about, &matter_kind));
	return GET(c, exchange, m ? m->told_in_id : link_of(w->about, &exchange_kind));
}

/* Whoever was to keep it may have left since. */
static int64_t keeper(struct ctx *c, const struct writing *w, const struct announce *one)
{
	const struct person *p = GET(c, person, one->person);
	if (p && p->active)
		return p->r.id;
	return one->mark == MARK_OURS ? in_charge(c, w->client_id, w->mandate_id) : 0;
}

static int64_t make_promise(struct act *a, struct writing *w, const struct announce *one)
{
	struct ctx *c = a->ctx;
	const struct exchange *talk = writing_talk(c, w);
	struct promise *p = record_new(c, &promise_kind);
	p->client_id = w->client_id;
	p->mandate_id = w->mandate_id;
	p->side = one->mark == MARK_OURS ? OURS : THEIRS;
	p->person_id = keeper(c, w, one);
	p->text = one->text;
	p->due = p->judged_due = one->due;
	p->shared = 1;
	p->source = talk ? link_to(&exchange_kind, talk->r.id) : 0;
	record_insert(a, &promise_kind, p);
	w->promise_ids = refs_with(c->arena, w->promise_ids, p->r.id);
	return link_to(&promise_kind, p->r.id);
}

static int64_t make_decision(struct act *a, const struct writing *w, const struct announce *one)
{
	struct decision *d = record_new(a->ctx, &decision_kind);
	d->client_id = w->client_id;
	d->mandate_id = w->mandate_id;
	d->about = ABOUT_PREFERENCE;
	d->question = one->text;
	record_insert(a, &decision_kind, d);
	return link_to(&decision_kind, d->r.id);
}

/* A question is asked in the writing itself: what it made there is the writing. */
static int64_t make_one(struct act *a, struct writing *w, const struct announce *one, json_t *questions)
{
	if (mark_is_promise(one->mark))
		return make_promise(a, w, one);
	if (one->mark == MARK_DECISION)
		return make_decision(a, w, one);
	return add_question(questions, one->text) ? link_to(&writing_kind, w->r.id) : 0;
}

/* The notes of a talk that we noted are its own, with what was taken of them. */
static void keep_with_talk(struct act *a, const struct writing *w)
{
	const struct exchange *talk = writing_talk(a->ctx, w);
	if (!w->notes || !talk || !channel_is_voice(talk->channel))
		return;
	struct exchange *x = EDIT(a, exchange, talk->r.id);
	x->text = notes_once_taken(a->ctx, w->notes);
	record_save(a, &exchange_kind, x);
}

void announces_make(struct act *a, struct writing *w)
{
	struct ctx *c = a->ctx;
	json_t *all = json_of(c->arena, w->announces), *questions = questions_of(c, w);
	for (size_t i = 0; i < json_array_size(all); i++) {
		json_t *one = json_array_get(all, i);
		struct announce is = announce_of(one);
		json_object_set_new(one, "taken", json_integer(make_one(a, w, &is, questions)));
	}
	w->questions = json_array_size(questions) ? json_text(c->arena, questions) : NULL;
	w->announces = all ? json_text(c->arena, all) : NULL;
	keep_with_talk(a, w);
}

/* ---- taken back --------------------------------------------------------------------------------- */

static bool was_answered(struct ctx *c, const struct writing *w, const char *question)
{
	json_t *list = questions_of(c, w);
	int n = place_of_question(list, question);
	return n >= 0 && number_in(json_array_get(list, (size_t)n), "answered_at");
}

/* By anything but the writing itself. */
static bool is_named(struct ctx *c, const struct writing *w, const struct kind *k, int64_t id)
{
	const struct naming *one;
	for (int n = records_naming(c, k, id, &one); n > 0; n--, one++)
		if (one->kind != &writing_kind || one->id != w->r.id)
			return true;
	return false;
}

/* Whether what one line made was touched, named, answered. */
static bool is_leaned_on(struct ctx *c, const struct writing *w, const json_t *one)
{
	int64_t made = number_in(one, "taken");
	const struct kind *k = link_kind(made);
	if (!k)
		return false;
	if (k == &writing_kind)
		return was_answered(c, w, text_in(one, "text"));
	const struct record *rec = record_get(c, k, link_id(made));
	return !rec || rec->rev > 1 || is_named(c, w, k, rec->id);
}

bool announces_stand(struct act *a, const struct writing *w)
{
	json_t *all = json_of(a->ctx->arena, w->announces);
	for (size_t i = 0; i < json_array_size(all); i++)
		if (is_leaned_on(a->ctx, w, json_array_get(all, i)))
			return false;
	return true;
}

/* Marked again, unless somebody has written more there. */
static void unmark_talk(struct act *a, const struct writing *w)
{
	const struct exchange *talk = writing_talk(a->ctx, w);
	const char *kept = notes_once_taken(a->ctx, w->notes);
	if (!kept || !talk || !talk->text || strcmp(talk->text, kept) != 0)
		return;
	struct exchange *x = EDIT(a, exchange, talk->r.id);
	x->text = w->notes;
	record_save(a, &exchange_kind, x);
}

void announces_undo(struct act *a, struct writing *w)
{
	struct ctx *c = a->ctx;
	json_t *all = json_of(c->arena, w->announces), *questions = questions_of(c, w);
	for (size_t i = 0; i < json_array_size(all); i++) {
		json_t *one = json_array_get(all, i);
		int64_t made = number_in(one, "taken");
		const struct kind *k = link_kind(made);
		if (k == &writing_kind)
			json_array_remove(
			    questions, (size_t)place_of_question(questions, text_in(one, "text")));
		else if (k)
			record_remove(a, k, link_id(made));
		if (k == &promise_kind)
			w->promise_ids = refs_without(c->arena, w->promise_ids, link_id(made));
		json_object_del(one, "taken");
	}
	unmark_talk(a, w);
	w->questions = json_array_size(questions) ? json_text(c->arena, questions) : NULL;
	w->announces = all ? json_text(c->arena, all) : NULL;
}
