/* What silence means (model 3.2, 8.2): when a writing that nobody answered is
 * agreed, when we call instead, and the sentence that said so from the start.
 *
 *   sent ──► tacit        the rule was accepted before it was sent, no duty, price or
 *     │                   delay was added, it was opened, and they were reminded
 *     └────► unanswered   anything else */
#include "rules/deliver.h"
#include "rules/writing_parts.h"

SQL(next_sent, "SELECT min(sent_at) FROM writing WHERE parent_id = $1 AND sent_at > 0");

bool writing_asks_answer(const struct writing *w)
{
	return w->kind != WELCOME && w->kind != IDEAS;
}

/* ---- the dates --------------------------------------------------------------------- */

static instant days_after(const struct ctx *c, instant from, int64_t working_days)
{
	return hours_after(c, from, working_days * WORKING_DAY);
}

/* What its first line said holds, whatever the settings become. */
static int64_t as_said(int64_t when_sent, int64_t today)
{
	return when_sent != NO_NUMBER ? when_sent : today;
}

/* Sent, and tacit_wd more. */
static instant silence_over(const struct ctx *c, const struct writing *w)
{
	return days_after(c, w->sent_at, as_said(w->silent_wd, settings_of(c)->tacit_wd));
}

instant silence_remind_due(const struct ctx *c, const struct writing *w)
{
	return days_after(c, w->sent_at, settings_of(c)->remind_wd);
}

bool writing_is_to_remind(const struct ctx *c, const struct writing *w)
{
	return w->state == WRITING_SENT && writing_asks_answer(w) && !w->reminded_at &&
	       c->now >= silence_remind_due(c, w);
}

instant silence_tacit_due(const struct ctx *c, const struct writing *w)
{
	instant over = silence_over(c, w);
	int64_t days = as_said(w->read_wd, settings_of(c)->tacit_min_seen_wd);
	instant read = w->seen_at ? days_after(c, w->seen_at, days) : over;
	return read > over ? read : over;
}

instant silence_reopen_until(const struct ctx *c, const struct writing *w)
{
	return w->state == WRITING_TACIT ? days_after(c, w->answered_at, settings_of(c)->reopen_wd) : 0;
}

bool silence_may_agree(const struct writing *w)
{
	return writing_asks_answer(w) && w->silence_counts && !w->explicit_only;
}

struct silence silence_end(const struct ctx *c, const struct writing *w)
{
	bool may = silence_may_agree(w) && w->seen_at;
	return (struct silence){
	    .at = may ? silence_tacit_due(c, w) : silence_over(c, w), .agrees = may && w->reminded_at};
}

/* ---- clocks -------------------------------------------------------------------------- */

/* c2: they were not heard from; first a reminder, then a call. */
static void c2(enum clock_name type, int64_t owner, instant from, instant stopped, struct clocks *out)
{
	if (!from || (stopped && stopped < from))
		return;
	struct clock *k = clock_add(out, type, owner, from);
	k->due = from;
	k->stopped = stopped;
}

/* a4: corrected; the next version is sent. */
static void a4_resend(struct ctx *c, const struct writing *w, int64_t owner, struct clocks *out)
{
	if (w->state != WRITING_CORRECTED || !w->answer_text)
		return;
	struct clock *k = clock_add(out, CLOCK_A4_RESEND, owner, w->answered_at);
	k->due = hours_after(c, w->answered_at, settings_of(c)->resend_wh);
	k->stopped = db_int(c->db, &next_sent, 0, "i", w->r.id);
}

static void ring_at(instant at, enum clock_name type, struct clocks *out)
{
	struct clock *k = clock_add(out, type, 0, at);
	k->due = at;
}

static void silence_rings(const struct ctx *c, const struct writing *w, struct clocks *out)
{
	struct silence end = silence_end(c, w);
	ring_at(end.at, end.agrees ? RING_TACIT : RING_UNANSWERED, out);
	instant remind = silence_remind_due(c, w);
	if (settings_of(c)->mail_reminders && !w->reminded_at && !w->reminder_at && remind < end.at)
		ring_at(remind, RING_REMIND, out);
}

void writing_clocks(struct ctx *c, const void *rec, struct clocks *out)
{
	const struct writing *w = rec;
	int64_t owner = in_charge(c, w->client_id, w->mandate_id);
	if (w->state == WRITING_DRAFT)
		return;
	a4_resend(c, w, owner, out);
	deliver_clock(c, &writing_kind, w, out);
	if (!writing_asks_answer(w))
		return;
	instant over = sooner(w->answered_at, w->superseded_at);
	c2(CLOCK_C2_REMIND, owner, silence_remind_due(c, w),
	    sooner(sooner(w->reminded_at, w->unanswered_at), over), out);
	c2(CLOCK_C2_CALL, owner, w->unanswered_at, over, out);
	if (w->state == WRITING_SENT)
		silence_rings(c, w, out);
}

/* ---- when it rings --------------------------------------------------------------------- */

void becomes_tacit(struct act *a)
{
	struct writing *w = a->rec;
	w->state = WRITING_TACIT;
	w->answered_at = a->ctx->now;
	agreement_holds(a);
}

void goes_unanswered(struct act *a)
{
	struct writing *w = a->rec;
	w->state = WRITING_UNANSWERED;
	w->unanswered_at = a->ctx->now;
}

/* It reminds once it has left (letters.c); past the end of silence it is of no use. */
void reminder_is_written(struct act *a)
{
	struct writing *w = a->rec;
	w->reminder_at = a->ctx->now;
	writing_letter(a, w, LETTER_REMINDER, NULL, silence_end(a->ctx, w).at);
}

/* ---- the first line (words.md 4 #9, #10) -------------------------------------------------- */

static const char *day_of_instant(const struct ctx *c, instant at)
{
	return date_said(c, day_at(c, at));
}

static const char *time_of(const struct ctx *c, instant at)
{
	return say_time(c->arena, c->lang, &c->firm->calendar.zone, at);
}

static const char *short_day(const struct ctx *c, instant at)
{
	return short_date_said(c, day_at(c, at));
}

static const char *line_while_open(const struct ctx *c, const struct writing *w)
{
	if (w->state == WRITING_UNANSWERED || !silence_may_agree(w))
		return tr(
		    c->lang, N_("Tell us if we got it right. If not, we will call: your silence does not "
				"count as agreement."));
	instant due = silence_tacit_due(c, w);
	const char *on = day_of_instant(c, due), *hour = time_of(c, due),
		   *until = short_day(c, days_after(c, due, settings_of(c)->reopen_wd));
	if (w->kind == ENTENTE)
		return phrased(c,
		    N_("If we don’t hear from you, this agreement will stand as agreed on %s at "
		       "%s. You can still reopen it until %s."),
		    on, hour, until);
	return phrased(c,
	    N_("If we don’t hear from you, this recap will stand as agreed on %s at %s. You can "
	       "still reopen it until %s."),
	    on, hour, until);
}

static const char *line_once_tacit(const struct ctx *c, const struct writing *w)
{
	instant until = silence_reopen_until(c, w);
	if (c->now > until)
		return phrased(c, N_("Tacit agreement since %s at %s."), day_of_instant(c, w->answered_at),
		    time_of(c, w->answered_at));
	return phrased(c, N_("Tacit agreement since %s at %s. You can still reopen it until %s."),
	    day_of_instant(c, w->answered_at), time_of(c, w->answered_at), short_day(c, until));
}

const char *writing_first_line_text(const struct ctx *c, const struct writing *w)
{
	if (!writing_asks_answer(w) || w->state == WRITING_CORRECTED)
		return NULL;
	if (w->state == WRITING_CONFIRMED)
		return phrased(c, N_("Confirmed on %s."), day_of_instant(c, w->answered_at));
	if (w->state == WRITING_TACIT)
		return line_once_tacit(c, w);
	return line_while_open(c, writing_leaving((struct ctx *)c, w)); /* a draft as if it left now */
}
