/* What a firm may set (api.md 6): each is one row, on the settings page by that.  A
 * name's ending tells its unit: _wh working hours, _wd working days of 8 wh, _d
 * calendar days. */
#ifndef RULES_SETTINGS_H
#define RULES_SETTINGS_H

#include "record/kind.h"

/* S(type, name, default, lowest, highest, group and unit (settings.c has them), the
 * sentence that the number ends, more of struct setting) */
#define FIRM_SETTINGS(S) \
	S(number, reply_show_wh, 4, 0, 400, answering, hours, \
	    N_("A message without an answer shows in Today after")) \
	S(number, reply_due_wh, 8, 1, 400, answering, hours, \
	    N_("Someone who writes to us has an answer within")) \
	S(number, urgent_wh, 2, 1, 400, answering, hours, N_("When they say it is urgent, within")) \
	S(number, next_wh, 8, 1, 400, answering, hours, N_("What a client waits for has a date within")) \
	S(number, thread_max, 4, 2, 100, answering, messages, \
	    N_("In a thread without a word spoken for five working days, a call is suggested from")) \
\
	S(number, tell_problem_wh, 4, 1, 400, telling, hours, N_("A problem is told by voice within")) \
	S(number, voice_owed_wh, 8, 1, 400, telling, hours, \
	    N_("Told in writing first, it is said by voice within")) \
	S(number, tell_bad_wh, 8, 1, 400, telling, hours, N_("Bad news is told within")) \
	S(number, tell_good_wd, 5, 1, 400, telling, working_days, N_("Good news is told within")) \
	S(number, tell_idea_wd, 10, 1, 400, telling, working_days, N_("An idea is told within")) \
	S(number, idea_echo_wd, 20, 1, 400, telling, working_days, \
	    N_("Once an idea is told, we ask whether it helped after")) \
\
	S(number, options_wh, 16, 1, 400, problems, hours, \
	    N_("Once a problem is understood together, possible ways are proposed within")) \
	S(number, decide_zone_wd, 5, 1, 400, problems, working_days, \
	    N_("After a problem is told, a possible way is chosen within")) \
	S(number, verify_wd, 5, 1, 400, problems, working_days, \
	    N_("Once what was chosen is done, we ask whether it is right after")) \
	S(number, excellent, 5, 4, 5, problems, of_five, \
	    N_("A problem closes once it suits the client as it is, or they give our solution at least")) \
	S(number, adjust_wh, 8, 1, 400, problems, hours, \
	    N_("When a solution is not enough, others are proposed within")) \
	S(number, verify2_wd, 20, 1, 400, problems, working_days, \
	    N_("Once a problem is closed, we ask again after")) \
	S(number, retro_wd, 10, 1, 400, problems, working_days, \
	    N_("Once closed, a problem that weighed or was partly ours is looked back on within")) \
\
	S(number, recap_min_minutes, 10, 1, 600, writing, minutes, \
	    N_("Speaking together calls for a recap from")) \
	S(number, recap_wh, 8, 1, 400, writing, hours, N_("The recap is sent within")) \
	S(number, resend_wh, 8, 1, 400, writing, hours, \
	    N_("Corrected by the client, a written note is sent again within")) \
	S(number, remind_wd, 3, 1, 400, writing, working_days, \
	    N_("The client is reminded of a written note without an answer after")) \
	S(flag, mail_reminders, 0, 0, 1, writing, unitless, \
	    N_("Remind clients by e-mail before silence counts")) \
	S(number, tacit_wd, 5, 1, 400, writing, working_days, \
	    N_("Silence counts as agreement where that rule was accepted, and elsewhere we call, after")) \
	S(number, tacit_min_seen_wd, 2, 0, 400, writing, working_days, \
	    N_("Silence never counts before the note has been open for")) \
	S(number, undo_s, 20, 0, 60, writing, seconds, N_("What we send leaves after")) \
	S(number, reopen_wd, 10, 0, 400, writing, working_days, \
	    N_("What was agreed by silence can be reopened for")) \
	S(number, entente_review_d, 180, 1, 3650, writing, days, \
	    N_("An agreement is looked at again after")) \
\
	S(number, promise_heads_up_wd, 2, 0, 60, promises, working_days, \
	    N_("Is a promise still on track? We ask ahead of its date by")) \
	S(number, condition_heads_up_wd, 5, 0, 60, promises, working_days, \
	    N_("A condition not yet in place shows ahead of its date by")) \
	S(number, stall_wd, 15, 1, 400, promises, working_days, \
	    N_("With a condition missing, an engagement stands still once we kept no promise for")) \
	S(number, demand_answer_wh, 16, 1, 400, promises, hours, \
	    N_("A client’s request is settled, or goes back to them with possible ways, within")) \
\
	S(number, welcome_wd, 5, 1, 400, relation, working_days, \
	    N_("A client who begins with us is welcomed in writing within")) \
	S(number, referral_thanks_wh, 16, 1, 400, relation, hours, \
	    N_("Whoever introduces someone to us is thanked within")) \
	S(pair, voice_gap_d, 30, 1, 3650, relation, days, \
	    N_("On a running engagement we speak about every, and without fail every"), .second = 60) \
	S(number, silence_floor_d, 21, 1, 3650, relation, days, N_("No silence is unusual before")) \
	S(number, silence_factor, 3, 1, 100, relation, unitless, \
	    N_("A silence is unusual once longer than the client’s usual gap, multiplied by")) \
	S(number, insight_stale_d, 180, 1, 3650, relation, days, N_("A why is to be checked again after")) \
	S(number, trust_every_d, 182, 1, 3650, relation, days, \
	    N_("We ask whether they can take us at our word every")) \
	S(number, win_celebrate_wd, 15, 1, 400, relation, working_days, N_("A win is celebrated within")) \
	S(number, extra_every_d, 180, 1, 3650, relation, days, \
	    N_("A little extra, or time out of the frame, comes at least every")) \
	S(number, idea_after_delivery_wd, 10, 1, 400, relation, working_days, \
	    N_("After a delivery, a list of ideas is sent within")) \
	S(number, standard_every_d, 90, 1, 3650, relation, days, \
	    N_("What is usual in our trade is shared with a client every")) \
	S(number, window_d, 90, 7, 3650, relation, days, \
	    N_("“Said, done” and what we count beside it look back over")) \
\
	S(number, fair_window_d, 180, 7, 3650, fairness, days, N_("Answers to clients are compared over")) \
	S(number, fair_min_msgs, 5, 1, 1000, fairness, messages, N_("A client is compared from")) \
	S(number, fair_min_clients, 8, 4, 1000, fairness, clients, \
	    N_("It is too early to speak of a difference below")) \
	S(ratio, fair_ratio, 150, 101, 1000, fairness, unitless, \
	    N_("A difference needs care once some wait longer than others by a factor of")) \
\
	S(number, pulse_max_per_week, 3, 0, 20, weighing, clients, \
	    N_("Each week, each of us is asked how it goes with at most"), .later = true) \
	S(number, k_anon, 3, 3, 100, weighing, people, N_("How the team fares with a client is shown from"), \
	    .below = "k_floor", .later = true) \
	S(number, plan_review_wd, 10, 1, 400, weighing, working_days, \
	    N_("A redirection plan is reviewed every"), .later = true) \
	S(number, plan_min_reviews, 2, 1, 50, weighing, reviews, \
	    N_("What a redirection plan led to is not judged before"), .later = true) \
	S(money, cost_rate_cents, 0, 0, 100000000, weighing, unitless, N_("An hour of our work costs us"), \
	    .leads = true, .later = true) \
\
	S(number, list_cap, 7, 1, 100, today, lines, N_("Beyond what is pressing, the list stops at")) \
	S(number, care_per_day, 1, 0, 20, today, lines, N_("Each day proposes little attentions, at most")) \
\
	S(number, recording_days, 90, 1, 3650, keeping, days, \
	    N_("A recording is deleted at the latest after"), .later = true) \
	S(number, pulse_days, 365, 1, 3650, keeping, days, \
	    N_("What each of us said in “my pulse” is kept for"), .later = true) \
	S(number, inactive_years, 3, 1, 50, keeping, years, \
	    N_("What we know of a client is kept, after the last contact, for"), .later = true) \
	S(number, incident_years, 5, 1, 50, keeping, years, N_("The register of incidents is kept for"), \
	    .later = true) \
	S(number, audit_years, 5, 1, 50, keeping, years, N_("The log is kept for"), .later = true)

#define SETTING_MEMBER(type, name, ...) int64_t name SETTING_COUNT_##type;
#define SETTING_COUNT_number
#define SETTING_COUNT_pair [2]
#define SETTING_COUNT_ratio
#define SETTING_COUNT_money
#define SETTING_COUNT_flag
struct settings {
	FIRM_SETTINGS(SETTING_MEMBER)
};

static inline const struct settings *settings_of(const struct ctx *c)
{
	return c->firm->settings;
}

/* The window of what is counted: what came after that instant, or on that day or later. */
static inline instant window_began(const struct ctx *c)
{
	return c->now - settings_of(c)->window_d * DAY_SECONDS;
}
static inline day window_first_day(const struct ctx *c)
{
	return c->today - settings_of(c)->window_d;
}

#endif
