/* What may be done to a writing: sent (writing_send.c), confirmed, corrected,
 * recalled or read aloud; the client answers on their own page, or one of us
 * names the call where they did (api.md 3.6; R1.7, R2.1, P5). */
#include "rules/deliver.h"
#include "rules/said.h"
#include "rules/to_us.h"
#include "rules/writing_parts.h"

bool writing_is_open(const struct writing *w)
{
	return w->state == WRITING_SENT || w->state == WRITING_UNANSWERED;
}

static GUARD(awaits_answer, writing_is_open(a->rec));

/* ---- read aloud, recalled ------------------------------------------------------------- */

/* What was read aloud before it left was read when it left.  Seen already, it
 * stays so: a date that silence was said to count from never comes nearer. */
static void writing_read_aloud(struct act *a)
{
	struct writing *w = a->rec;
	instant at = named_exchange(a)->at;
	if (!w->seen_at)
		w->seen_at = at > w->sent_at ? at : w->sent_at;
}

static bool is_time_to_recall(struct act *a)
{
	const struct writing *w = a->rec;
	const struct exchange *x = named_exchange(a);
	return !x || !w->sent_at || x->at >= silence_remind_due(a->ctx, w);
}

static void writing_remind(struct act *a)
{
	struct writing *w = a->rec;
	instant at = named_exchange(a)->at;
	if (!w->reminded_at || at < w->reminded_at)
		w->reminded_at = at;
}

/* ---- confirmed ---------------------------------------------------------------------------- */

void note_answer(struct act *a, struct writing *w)
{
	instant at = said_at(a);
	w->answered_at = at > w->sent_at ? at : w->sent_at;
	w->answered_by = said_by(a);
	w->answered_in_id = a->ctx->who.role == CONTACT ? 0 : IN(a, said_in)->exchange_id;
}

void writing_heard(struct act *a, enum letter_event event)
{
	const struct writing *w = a->rec;
	heard(a, event,
	    &(struct heard){.client_id = w->client_id,
		.mandate_id = w->mandate_id,
		.kind = &writing_kind,
		.id = w->r.id});
}

static void writing_confirm(struct act *a)
{
	struct writing *w = a->rec;
	w->state = WRITING_CONFIRMED;
	note_answer(a, w);
	agreement_holds(a);
	writing_heard(a, LETTER_HEARD_CONFIRMED);
}

/* ---- a question answered ---------------------------------------------------------------------- */

#define ANSWER_INPUTS(F, S) \
	F(S, number, n, N_("Which one"), .low = 0, .high = 1000, .required = true) \
	F(S, longtext, text, N_("In their words"), .max = 2000, .required = true) \
	IN_EXCHANGE(F, S)
INPUTS_OF(answer_in, ANSWER_INPUTS);

/* An input that cannot be, rather than a state of things. */
static bool question_is_there(struct act *a)
{
	if (IN(a, answer_in)->n >= questions_count(a->ctx, a->rec))
		field_refuse(a, "n", "bad_value");
	return true;
}

static void writing_answer_question(struct act *a)
{
	struct writing *w = a->rec;
	const struct answer_in *in = a->in;
	const struct exchange *x = GET(a->ctx, exchange, in->exchange_id);
	w->untouched = 0;
	w->questions = questions_with_answer(a->ctx->arena, w, in->n, in->text, x ? x->at : a->ctx->now);
}

/* ---- a draft thrown away ------------------------------------------------------------------------ */

bool writing_is_draft(struct act *a)
{
	return REC(a, writing)->state == WRITING_DRAFT;
}

static void writing_discard(struct act *a)
{
	const struct writing *w = a->rec;
	struct exchange *x = EDIT(a, exchange, link_of(w->about, &exchange_kind));
	if (x && x->recap_id == w->r.id) {
		x->recap_id = w->parent_id; /* the recap is still owed */
		record_save(a, &exchange_kind, x);
	}
	a->removes = true;
}

const struct action writing_actions[] = {
    {"send", N_("Put on the client’s page"), N_("Send"), BY_STAFF, INPUTS(send_in), send_guards, writing_send,
	.hints = send_hints, .told = N_("Done: what becomes of it is said below"), .undo = "take_back"},
    {"resend", N_("A new letter leaves"), N_("Send it again"), BY_STAFF, .guards = resend_guards,
	.told = N_("Done: what becomes of it is said below"), .effect = deliver_again,
	.offered = guards_agree},
    {"take_back", N_("Taken back"), N_("Take it back"), BY_STAFF, .guards = take_back_guards,
	.effect = writing_take_back, .offered = guards_agree},
    {"read_aloud", N_("Read aloud"), N_("Keep"), BY_STAFF, INPUTS(named_in),
	GUARDS({"not_sent", awaits_answer}, {"not_voice", named_is_voice}), writing_read_aloud,
	.way = N_("We read it aloud to them")},
    {"remind", N_("Reminded"), N_("Keep"), BY_STAFF, INPUTS(named_in),
	GUARDS({"not_sent", awaits_answer}, {"too_early", is_time_to_recall}), writing_remind,
	.way = N_("We reminded them")},
    {"confirm", N_("Confirmed"), N_("They agree"), BY_STAFF | BY_CONTACT, INPUTS(said_in),
	GUARDS({"writing_closed", awaits_answer}, {"cannot_agree", said_by_one_who_may_agree},
	    {"not_voice", said_by_voice}),
	writing_confirm, .way = N_("They said yes by voice"), .noted = N_("Noted: we agree.")},
    {"correct", N_("Corrected by the client"), N_("Open the next version"), BY_STAFF | BY_CONTACT,
	INPUTS(correct_in),
	GUARDS({"invalid", correction_says_something}, {"writing_closed", may_still_be_corrected},
	    {"reopen_closed", may_still_be_reopened}),
	writing_correct, .noted = N_("Noted. We correct it and send it to you again.")},
    {"answer_question", N_("A question was answered"), N_("Keep"), BY_STAFF, INPUTS(answer_in),
	GUARDS({"invalid", question_is_there}), writing_answer_question,
	.way = N_("They answered a question")},
    {"discard", N_("The draft was put away"), N_("Throw it away"), BY_STAFF,
	.guards = GUARDS({"writing_sent", writing_is_draft}), .effect = writing_discard,
	.way = N_("Throw this draft away")},
    {0},
};
