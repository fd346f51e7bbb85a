/* The kinds of the firm and what their rules share.  One header for the folder:
 * whoever reads one concept needs its neighbours. */
#ifndef RULES_RULES_H
#define RULES_RULES_H

#include "record/kind.h"
#include "rules/settings.h"

extern const struct kind person_kind, client_kind, mandate_kind, exchange_kind, promise_kind, matter_kind,
    term_kind, writing_kind, decision_kind, insight_kind, moment_kind, rating_kind, privacy_case_kind;

/* Numbers are stored: append, never renumber. */
enum kind_number {
	KIND_EXCHANGE = 1,
	KIND_PROMISE,
	KIND_MATTER,
	KIND_MANDATE,
	KIND_PERSON,
	KIND_CLIENT,
	KIND_TERM,
	KIND_WRITING,
	KIND_DECISION,
	KIND_INSIGHT,
	KIND_MOMENT,
	KIND_RATING,
	KIND_PRIVACY_CASE
};

#define WORKING_DAY 8              /* hours (model 1: 1 wd = 8 wh, whatever the periods) */
#define MORNING (9 * HOUR_SECONDS) /* on the wall clock: when a date begins to count */

/* ---- person (model 2.1) -------------------------------------------------- */

enum { ROLE_CONTACT = 1, ROLE_MEMBER, ROLE_LEAD };
enum { IN_FRENCH = 1, IN_ENGLISH };

#define PERSON_FIELDS(F, S) \
	F(S, text, name, .create = BY_STAFF, .patch = BY_STAFF, .required = true, .portal = true, \
	    .search = true) \
	F(S, text, email, .create = BY_STAFF, .patch = BY_STAFF, .required = true, .max = 254, \
	    .search = true) \
	F(S, choice, role, .choices = "contact member lead", .create = BY_STAFF, .patch = BY_LEAD, \
	    .required = true, .filter = true) \
	F(S, derived, side, .write = person_side) \
	F(S, ref, client_id, .to = &client_kind, .create = BY_STAFF, .filter = true) \
	F(S, choice, lang, .choices = "fr en", .create = BY_STAFF, .patch = BY_STAFF | BY_SELF, \
	    .portal = true) \
	F(S, text, phone, .create = BY_STAFF, .patch = BY_STAFF, .max = 60, .search = true) \
	F(S, flag, can_agree, .create = BY_STAFF, .patch = BY_STAFF) \
	F(S, flag, voice_ok, .create = BY_STAFF, .patch = BY_STAFF, .otherwise = "true") \
	F(S, flag, active, .otherwise = "true", .filter = true) \
	F(S, date, away_from) \
	F(S, date, away_to) \
	F(S, ref, cover_person_id, .to = &person_kind) \
	F(S, flag, privacy_officer) \
	F(S, instant, mail_failed_at) \
	F(S, text, name_key, .secret = true) \
	F(S, text, password, .secret = true)
struct person {
	struct record r;
	PERSON_FIELDS(FIELD_MEMBER, _)
};

bool person_is_staff(const struct ctx *c, const void *person); /* active, of us */
bool person_is_away(const struct person *p, day today);
/* Who leads the firm now: the first ones. */
#define LEADS_MAX 10
int leads_read(struct ctx *c, int64_t ret[LEADS_MAX]);
const char *first_name(struct arena *a, const char *name);
/* A letter reached somebody, or never will. */
void person_mail_noted(struct ctx *c, int64_t person, bool arrived);

/* ---- client (model 2.2) -------------------------------------------------- */

enum { CLIENT_EXTERNAL = 1, CLIENT_INTERNAL };
#define CLIENT_STATES "prospect active transition ended archived"
#define SILENCE_RULES "none offered accepted withdrawn"
enum { NO_SILENCE_RULE = 1, SILENCE_RULE_OFFERED, SILENCE_RULE_ACCEPTED, SILENCE_RULE_WITHDRAWN };
enum { CLIENT_PROSPECT = 1, CLIENT_ACTIVE, CLIENT_TRANSITION, CLIENT_ENDED, CLIENT_ARCHIVED };

#define CLIENT_FIELDS(F, S) \
	F(S, text, name, .create = BY_STAFF, .patch = BY_STAFF, .required = true, .portal = true, \
	    .search = true) \
	F(S, choice, kind, .choices = "external internal", .otherwise = "external", .create = BY_STAFF, \
	    .patch = BY_LEAD, .filter = true) \
	F(S, choice, state, .choices = CLIENT_STATES, .otherwise = "prospect", .create = BY_STAFF, \
	    .filter = true) \
	F(S, ref, responsible_id, .to = &person_kind, .accepts = person_is_staff, .create = BY_STAFF, \
	    .filter = true) \
	F(S, derived, responsible, .write = client_responsible, .portal = true) \
	F(S, choice, lang, .choices = "fr en", .create = BY_STAFF, .patch = BY_STAFF, .portal = true) \
	F(S, date, started_on, .create = BY_STAFF, .past = true) \
	F(S, date, ended_on) \
	F(S, ref, referred_by_client_id, .to = &client_kind, .create = BY_STAFF) \
	F(S, text, referred_by_text, .create = BY_STAFF) \
	F(S, instant, referred_at, .secret = true) \
	F(S, instant, referral_thanked_at) \
	F(S, instant, activated_at, .secret = true) \
	F(S, instant, welcomed_at, .secret = true) \
	F(S, choice, silence_rule, .choices = SILENCE_RULES, .otherwise = "none", .portal = true) \
	F(S, instant, silence_rule_at, .portal = true) \
	F(S, ref, silence_rule_by, .to = &person_kind, .portal = true) \
	F(S, text, name_key, .secret = true)
struct client {
	struct record r;
	CLIENT_FIELDS(FIELD_MEMBER, _)
};

/* Passing it on, the same for a client and a mandate (charge.c). */
#define HAND_OVER_INPUTS(F, S) \
	F(S, ref, responsible_id, .to = &person_kind, .required = true) \
	F(S, text, reason)
struct hand_over_in {
	HAND_OVER_INPUTS(FIELD_MEMBER, _)
};
#define HAND_OVER_FIELDS 3
extern const struct field hand_over_in_fields[HAND_OVER_FIELDS];
bool next_in_charge_is_active(struct act *a);

enum lang client_lang(struct ctx *c, int64_t client_id);

/* Whose clocks a record's are: the mandate's person in charge, else the client's. */
int64_t in_charge(struct ctx *c, int64_t client_id, int64_t mandate_id);

/* ---- mandate (model 2.3) ------------------------------------------------- */

enum { MANDATE_DRAFT = 1, MANDATE_RUNNING, MANDATE_DELIVERED, MANDATE_CLOSED };

#define MANDATE_FIELDS(F, S) \
	F(S, ref, client_id, .to = &client_kind, .create = BY_STAFF, .required = true, .filter = true) \
	F(S, text, title, .create = BY_STAFF, .patch = BY_STAFF, .required = true, .portal = true, \
	    .search = true) \
	F(S, longtext, need, .create = BY_STAFF, .patch = BY_STAFF, .max = 4000, .portal = true, \
	    .search = true) \
	F(S, text, need_said_by, .create = BY_STAFF, .patch = BY_STAFF) \
	F(S, instant, need_confirmed_at, .portal = true) \
	F(S, longtext, how, .create = BY_STAFF, .patch = BY_STAFF, .max = 4000, .portal = true) \
	F(S, date, when_due, .create = BY_STAFF, .patch = BY_STAFF, .portal = true) \
	F(S, number, price_cents, .create = BY_STAFF, .patch = BY_STAFF, .portal = true) \
	F(S, text, currency, .create = BY_STAFF, .patch = BY_STAFF, .max = 3, .portal = true) \
	F(S, number, budget_minutes, .create = BY_STAFF, .patch = BY_STAFF, .low = 0, .high = 100000000) \
	F(S, longtext, strategy, .create = BY_STAFF, .patch = BY_STAFF, .max = 4000) \
	F(S, ref, responsible_id, .to = &person_kind, .accepts = person_is_staff, .create = BY_STAFF) \
	F(S, derived, responsible, .write = mandate_responsible, .portal = true) \
	F(S, choice, state, .choices = "draft running delivered closed", .otherwise = "draft", \
	    .portal = true, .filter = true) \
	F(S, ref, entente_id, .to = &writing_kind) \
	F(S, instant, reviewed_at, .secret = true) \
	F(S, date, started_on) \
	F(S, date, delivered_on) \
	F(S, instant, delivered_at, .secret = true) \
	F(S, choice, result, .choices = "reached partly not", .portal = true) \
	F(S, date, closed_on) \
	F(S, flag, closed_without_answer) \
	F(S, date, busy_from, .create = BY_STAFF, .patch = BY_STAFF) \
	F(S, date, busy_to, .create = BY_STAFF, .patch = BY_STAFF)
struct mandate {
	struct record r;
	MANDATE_FIELDS(FIELD_MEMBER, _)
};

/* From when on it is said not to move; 0 when it is not running (T2, T3). */
instant mandate_stalls_at(struct ctx *c, const struct mandate *m);
/* They said what it was worth, since it was delivered. */
bool mandate_is_valued(struct ctx *c, const struct mandate *m);
/* The client said what it was worth: with the result, that closes it. */
void mandate_rated(struct act *a, int64_t id);

/* ---- exchange (model 2.5) ------------------------------------------------ */

#define CHANNELS "in_person phone video email sms portal letter"
enum { IN_PERSON = 1, PHONE, VIDEO, EMAIL, SMS, PORTAL, LETTER };
enum { INBOUND = 1, OUTBOUND, BOTH_WAYS };

#define EXCHANGE_FIELDS(F, S) \
	F(S, ref, client_id, .to = &client_kind, .create = BY_STAFF, .required = true, .filter = true) \
	F(S, ref, mandate_id, .to = &mandate_kind, .same_client = true, .create = BY_STAFF | BY_CONTACT, \
	    .patch = BY_STAFF, .filter = true) \
	F(S, instant, at, .create = BY_STAFF, .portal = true) \
	F(S, number, minutes, .low = 0, .high = 6000, .create = BY_STAFF, .patch = BY_STAFF, .portal = true) \
	F(S, choice, channel, .choices = CHANNELS, .create = BY_STAFF, .required = true, .portal = true, \
	    .filter = true) \
	F(S, choice, direction, .choices = "in out both", .create = BY_STAFF, .required = true, \
	    .portal = true, .filter = true) \
	F(S, flag, planned, .create = BY_STAFF, .portal = true) \
	F(S, refs, contact_ids, .to = &person_kind, .same_client = true, .create = BY_STAFF, \
	    .patch = BY_STAFF) \
	F(S, ref, our_person_id, .to = &person_kind, .accepts = person_is_staff, .create = BY_STAFF) \
	F(S, text, subject, .create = BY_STAFF | BY_CONTACT, .patch = BY_STAFF, .portal = true, \
	    .search = true) \
	F(S, longtext, text, .create = BY_STAFF | BY_CONTACT, .patch = BY_STAFF, .portal = true, \
	    .portal_if = exchange_is_own_message, .search = true) \
	F(S, flag, needs_reply, .create = BY_STAFF) \
	F(S, ref, in_reply_to_id, .to = &exchange_kind, .same_client = true, \
	    .create = BY_STAFF | BY_CONTACT) \
	F(S, ref, answered_by_id, .to = &exchange_kind) \
	F(S, instant, answered_at, .secret = true) \
	F(S, ref, parked_to_id, .to = &exchange_kind, .portal = true) \
	F(S, instant, parked_at, .secret = true) \
	F(S, instant, waived_at, .secret = true) \
	F(S, instant, reply_by, .portal = true) \
	F(S, text, reply_why, .portal = true) \
	F(S, longtext, agenda, .create = BY_STAFF, .patch = BY_STAFF, .max = 4000) \
	F(S, choice, agenda_from, .choices = "drift", .create = BY_STAFF) \
	F(S, words, agenda_lines, .secret = true) /* as the drift was when it was planned */ \
	F(S, derived, agenda_points, .write = exchange_agenda_points, .schema = "array") \
	F(S, ref, recap_id, .to = &writing_kind) \
	F(S, refs, term_ids, .to = &term_kind, .same_client = true, .create = BY_STAFF, .patch = BY_STAFF) \
	F(S, flag, urgent_said, .create = BY_STAFF | BY_CONTACT, .portal = true) \
	F(S, text, urgent_reason, .create = BY_STAFF | BY_CONTACT, .portal = true) \
	F(S, words, tags, .choices = "thanks praise criticism doubt dissatisfied next_request", \
	    .create = BY_STAFF, .patch = BY_STAFF) \
	F(S, words, emotions, .create = BY_STAFF, .patch = BY_STAFF) \
	F(S, ref, aid_notetaker_id, .to = &person_kind, .accepts = person_is_staff, .create = BY_STAFF, \
	    .patch = BY_STAFF) \
	F(S, flag, aid_no_devices, .create = BY_STAFF, .patch = BY_STAFF) \
	F(S, instant, cancelled_at, .portal = true) \
	F(S, flag, held, .secret = true) \
	F(S, flag, under_way, .secret = true) \
	F(S, instant, recap_owed_at, .secret = true) \
	F(S, derived, displaced, .write = exchange_displaced, .schema = "array") \
	F(S, derived, end_at, .write = exchange_end_at)
struct exchange {
	struct record r;
	EXCHANGE_FIELDS(FIELD_MEMBER, _)
};

bool exchange_is_past(const struct ctx *c, const void *exchange); /* what may be named in an action */
bool channel_is_voice(int64_t channel);
/* By voice, or as live as this contact can (person.voice_ok). */
bool exchange_is_voice(struct ctx *c, const struct exchange *x);
instant exchange_end(const struct exchange *x);
bool exchange_awaits_reply(const struct exchange *x);
/* Written messages of its thread in five working days, when there are too many
 * and nobody has spoken since; else 0 (R1.5, thread.c). */
int thread_unspoken(struct ctx *c, const struct exchange *x);
/* How often this client's messages were said to be urgent, in the window (E16). */
int64_t urgencies_of(struct ctx *c, int64_t client);

/* ---- promise (model 2.7, 5.2) -------------------------------------------- */

enum { OURS = 1, THEIRS };
enum { PROMISE_OPEN = 1, PROMISE_DONE, PROMISE_DROPPED };

#define PROMISE_FIELDS(F, S) \
	F(S, ref, client_id, .to = &client_kind, .create = BY_STAFF, .filter = true) \
	F(S, ref, mandate_id, .to = &mandate_kind, .same_client = true, .create = BY_STAFF, .portal = true, \
	    .filter = true) \
	F(S, choice, side, .choices = "us client", .create = BY_STAFF, .required = true, .portal = true, \
	    .filter = true) \
	F(S, ref, person_id, .to = &person_kind, .create = BY_STAFF, .filter = true) \
	F(S, longtext, text, .max = 500, .create = BY_STAFF, .patch = BY_STAFF, .required = true, \
	    .portal = true, .search = true) \
	F(S, date, due, .create = BY_STAFF, .required = true, .portal = true) \
	F(S, date, judged_due, .portal = true) \
	F(S, flag, deliverable, .create = BY_STAFF, .patch = BY_STAFF, .portal = true) \
	F(S, flag, shared, .create = BY_STAFF, .patch = BY_STAFF) \
	F(S, choice, state, .choices = "open done dropped", .otherwise = "open", .portal = true, \
	    .filter = true) \
	F(S, instant, task_started_at) \
	F(S, instant, on_track_at) \
	F(S, instant, done_at, .portal = true) \
	F(S, instant, dropped_at, .secret = true) \
	F(S, instant, acknowledged_at, .portal = true) \
	F(S, json, moves, .write = promise_moves, .schema = "array", .portal = true) \
	F(S, date, moved_on, .secret = true) \
	F(S, instant, shared_at, .secret = true) \
	F(S, link, source, .choices = "term decision moment matter exchange writing", .create = BY_STAFF) \
	F(S, refs, blocked_by_term_ids, .to = &term_kind, .same_client = true, .create = BY_STAFF, \
	    .patch = BY_STAFF)
struct promise {
	struct record r;
	PROMISE_FIELDS(FIELD_MEMBER, _)
};

bool promise_is_shared(const struct ctx *c, const void *promise); /* the client knows of it */
/* Done on or before the date it is judged by. */
bool promise_kept(const struct ctx *c, const struct promise *p);
int promise_move_count(const struct promise *p);

struct promise_move {
	day old_due, new_due;
	instant at;
	bool agreed;
	const char *reason;
};
/* Its last moves, oldest first. */
int promise_moves_read(struct ctx *c, const struct promise *p, struct promise_move *ret, int max);

/* Our promises to other clients or this one that were moved on that day: what an
 * urgency displaced (E16). */
int promises_moved_on(struct ctx *c, day d, const struct promise **ret, int max);
/* Open promises of a person due in the ISO week of d (F4, the load hint). */
int64_t promises_that_week(struct ctx *c, int64_t person, day d);
#define LOAD_HINT_FROM 6

/* ---- matter (model 2.8, 3.1, 5.3) ---------------------------------------- */

enum { PROBLEM = 1, BAD_NEWS, GOOD_NEWS, IDEA, STANDARD };
enum {
	MATTER_NOTICED = 1,
	MATTER_TOLD,
	MATTER_UNDERSTOOD,
	MATTER_OPTIONS,
	MATTER_DECIDED,
	MATTER_APPLIED,
	MATTER_CLOSED,
	MATTER_DROPPED
};
enum { CLOSED_VERIFIED = 1, CLOSED_AS_IS, CLOSED_UNVERIFIED };
enum { CAUSE_US = 1, CAUSE_CLIENT, CAUSE_BOTH, CAUSE_NEITHER, CAUSE_UNKNOWN };

#define MATTER_FIELDS(F, S) \
	F(S, ref, client_id, .to = &client_kind, .create = BY_STAFF, .required = true, .filter = true) \
	F(S, ref, mandate_id, .to = &mandate_kind, .same_client = true, .create = BY_STAFF | BY_CONTACT, \
	    .patch = BY_STAFF, .filter = true) \
	F(S, choice, nature, .choices = "problem bad_news good_news idea standard", .otherwise = "problem", \
	    .create = BY_STAFF, .portal = true, .filter = true) \
	F(S, text, title, .create = BY_STAFF | BY_CONTACT, .patch = BY_STAFF, .required = true, \
	    .portal = true, .portal_text = matter_for_client, .search = true) \
	F(S, longtext, body, .create = BY_STAFF | BY_CONTACT, .patch = BY_STAFF, .portal = true, \
	    .portal_text = matter_for_client, .search = true) \
	F(S, number, severity, .low = 1, .high = 3, .otherwise = "2", .create = BY_STAFF, .patch = BY_STAFF) \
	F(S, text, category, .create = BY_STAFF, .patch = BY_STAFF, .max = 80) \
	F(S, choice, state, .choices = "noticed told understood options decided applied closed dropped", \
	    .otherwise = "noticed", .portal = true, .filter = true) \
	F(S, instant, noticed_at, .create = BY_STAFF, .past = true) \
	F(S, choice, noticed_by_side, .choices = "us client", .otherwise = "us", .create = BY_STAFF, \
	    .portal = true) \
	F(S, instant, found_by_client_at) \
	F(S, instant, told_at, .portal = true) \
	F(S, ref, told_in_id, .to = &exchange_kind) \
	F(S, flag, voice_owed) \
	F(S, instant, spoken_at, .secret = true) \
	F(S, instant, dropped_at, .secret = true) \
	F(S, choice, cause, .choices = "us client both neither unknown", .otherwise = "unknown", \
	    .create = BY_STAFF, .patch = BY_STAFF) \
	F(S, longtext, our_part, .create = BY_STAFF, .patch = BY_STAFF, .max = 4000, .portal = true, \
	    .portal_text = matter_for_client) \
	F(S, flag, superior_decision, .create = BY_STAFF, .patch = BY_STAFF) \
	F(S, longtext, superior_reason, .create = BY_STAFF, .patch = BY_STAFF, .max = 4000) \
	F(S, ref, promise_id, .to = &promise_kind, .same_client = true, .create = BY_STAFF, \
	    .patch = BY_STAFF) \
	F(S, date, update_due, .create = BY_STAFF, .patch = BY_STAFF, .portal = true) \
	F(S, json, news, .secret = true) \
	F(S, json, noticed_edits, .write = matter_noticed_edits, .schema = "array", .implied = true) \
	F(S, number, loops, .otherwise = "0", .portal = true) \
	F(S, flag, first_ever) \
	F(S, flag, double_deviation) \
	F(S, ref, recurs_of_id, .to = &matter_kind) \
	F(S, instant, reason_asked_at, .secret = true) \
	F(S, instant, reason_given_at, .secret = true) \
	F(S, instant, understood_at, .secret = true) \
	F(S, instant, options_at, .secret = true) \
	F(S, instant, decided_at, .secret = true) \
	F(S, instant, applied_at, .secret = true) \
	F(S, instant, rated_at, .secret = true) \
	F(S, instant, adjust_at, .secret = true) \
	F(S, instant, adjusted_at, .secret = true) \
	F(S, ref, verified_in_id, .to = &exchange_kind, .secret = true) \
	F(S, instant, closed_at, .write = matter_closed_at) \
	F(S, choice, closed_as, .choices = "verified accepted_as_is unverified") \
	F(S, instant, rechecked_at, .secret = true) \
	F(S, longtext, reopened_why, .max = 2000) \
	F(S, choice, eased, .choices = "yes no") \
	F(S, choice, stood_out, .choices = "yes no") \
	F(S, longtext, echo_text, .max = 2000) \
	F(S, instant, echoed_at, .secret = true) \
	F(S, instant, kept_quiet_at, .secret = true) \
	F(S, derived, kept_quiet, .write = matter_kept_quiet) \
	F(S, derived, latency_wh, .write = matter_latency, .schema = "number") \
	F(S, derived, at_least, .write = matter_at_least, .schema = "boolean") \
	F(S, derived, told_first, .write = matter_told_first, .schema = "boolean") \
	F(S, derived, decide_zone_end, .write = matter_decide_zone_end) \
	F(S, derived, verify_due, .write = matter_verify_due) \
	F(S, derived, verify2_due, .write = matter_verify2_due)
struct matter {
	struct record r;
	MATTER_FIELDS(FIELD_MEMBER, _)
};

/* A text of it as its client reads it: no colleague is named (P15). */
const char *matter_for_client(const struct ctx *c, const void *matter, const char *text);
bool matter_is_negative(const struct matter *m);
bool matter_is_open_problem(const struct matter *m); /* told, not closed */
/* A new one that no request made: what it is to earlier ones, then inserted. */
void matter_insert(struct act *a, struct matter *m);
/* P18: the client is asked whether it is right: once what was chosen is done, and
 * again later; not while an answer given in the portal waits for a voice (E8). */
bool matter_asks_rating(const struct ctx *c, const struct matter *m);
/* What its protocol hears from its neighbours (model 3.1). */
void matter_understood(struct act *a, int64_t id, instant at); /* the reformulation was confirmed */
void matter_corrected(struct act *a, int64_t id);              /* … corrected: a loop */
void matter_options_asked(struct act *a, int64_t id);
void matter_decided(struct act *a, int64_t id, instant at);
void matter_applied(struct act *a, int64_t id, instant at); /* what was chosen is done */
/* Told by a writing that lists it (ideas, standards). */
void matter_told_by_writing(struct act *a, int64_t id, instant at);
bool matter_told_before_found(const struct matter *m);
/* Working seconds from noticing to telling, or to now. */
int64_t matter_latency_seconds(const struct ctx *c, const struct matter *m);
/* "kept quiet for 5 days", or NULL (R4.4). */
const char *matter_quiet_text(const struct ctx *c, const struct matter *m);

struct noticed_edit {
	instant old, new, at;
};
/* The last corrections of the hour of noticing, oldest first. */
int matter_edits_read(const struct matter *m, struct noticed_edit *ret, int max);

/* When a matter first named this promise; 0 never. */
instant matter_names_promise(struct ctx *c, int64_t promise_id);
/* One of our promises that passed its date, whose problem nobody told: a contact
 * who opens a page showing it has found out (model 3.1). */
bool late_promises_unseen(struct ctx *c); /* of the contact's client */
void late_promises_seen(struct ctx *c);

/* The instant that many working hours after another, by the firm's calendar. */
static inline instant hours_after(const struct ctx *c, instant from, int64_t hours)
{
	return worked_until(&c->firm->calendar, from, hours * HOUR_SECONDS);
}

#endif
