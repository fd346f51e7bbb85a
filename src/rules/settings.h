/* What a firm may set (api.md 6): whole numbers, their unit in the name's ending: _wh
 * working hours, _wd working days of 8 wh, _d calendar days. */
#ifndef RULES_SETTINGS_H
#define RULES_SETTINGS_H

#include "record/kind.h"

/* N(name, default, lowest, highest, more of struct setting) */
#define FIRM_NUMBERS(N) \
	N(reply_show_wh, 4, 0, 400) \
	N(reply_due_wh, 8, 1, 400) \
	N(urgent_wh, 2, 1, 400) \
	N(tell_problem_wh, 4, 1, 400) \
	N(tell_bad_wh, 8, 1, 400) \
	N(tell_good_wd, 5, 1, 400) \
	N(tell_idea_wd, 10, 1, 400) \
	N(voice_owed_wh, 8, 1, 400) \
	N(recap_wh, 8, 1, 400) \
	N(recap_min_minutes, 10, 1, 600) \
	N(remind_wd, 3, 1, 400) \
	N(tacit_wd, 5, 1, 400) \
	N(tacit_min_seen_wd, 2, 0, 400) \
	N(reopen_wd, 10, 0, 400) \
	N(options_wh, 16, 1, 400) \
	N(resend_wh, 8, 1, 400) \
	N(adjust_wh, 8, 1, 400) \
	N(next_wh, 8, 1, 400) \
	N(decide_zone_wd, 5, 1, 400) \
	N(verify_wd, 5, 1, 400) \
	N(verify2_wd, 20, 1, 400) \
	N(excellent, 5, 4, 5) \
	N(retro_wd, 10, 1, 400) \
	N(demand_answer_wh, 16, 1, 400) \
	N(condition_heads_up_wd, 5, 0, 60) \
	N(stall_wd, 15, 1, 400) \
	N(promise_heads_up_wd, 2, 0, 60) \
	N(welcome_wd, 5, 1, 400) \
	N(referral_thanks_wh, 16, 1, 400) \
	N(standard_every_d, 90, 1, 3650) \
	N(entente_review_d, 180, 1, 3650) \
	N(insight_stale_d, 180, 1, 3650) \
	N(silence_floor_d, 21, 1, 3650) \
	N(silence_factor, 3, 1, 100) \
	N(thread_max, 4, 2, 100) \
	N(window_d, 90, 7, 3650) \
	N(win_celebrate_wd, 15, 1, 400) \
	N(extra_every_d, 180, 1, 3650) \
	N(idea_after_delivery_wd, 10, 1, 400) \
	N(k_anon, 3, 3, 100, .below = "k_floor") \
	N(fair_window_d, 180, 7, 3650) \
	N(fair_min_msgs, 5, 1, 1000) \
	N(fair_min_clients, 8, 4, 1000) \
	N(idea_echo_wd, 20, 1, 400) \
	N(trust_every_d, 182, 1, 3650) \
	N(plan_review_wd, 10, 1, 400) \
	N(plan_min_reviews, 2, 1, 50) \
	N(list_cap, 7, 1, 100) \
	N(care_per_day, 1, 0, 20) \
	N(recording_days, 90, 1, 3650) \
	N(pulse_days, 365, 1, 3650) \
	N(pulse_max_per_week, 3, 0, 20) \
	N(inactive_years, 3, 1, 50) \
	N(incident_years, 5, 1, 50) \
	N(audit_years, 5, 1, 50) \
	N(cost_rate_cents, 0, 0, 100000000)

#define SETTING_MEMBER(name, ...) int64_t name;
struct settings {
	FIRM_NUMBERS(SETTING_MEMBER)
	int64_t voice_gap_d[2];
	double fair_ratio;
	bool mail_reminders;
};

static inline const struct settings *settings_of(const struct ctx *c)
{
	return c->firm->settings;
}

#endif
