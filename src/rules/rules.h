/* The kinds of the firm and what their rules share.  One header for the folder:
 * whoever reads one concept needs its neighbours. */
#ifndef RULES_RULES_H
#define RULES_RULES_H

#include "record/kind.h"
#include "rules/clock_types.h"
#include "rules/settings.h"

extern const struct kind person_kind, client_kind, mandate_kind, exchange_kind, promise_kind, matter_kind,
    term_kind, writing_kind, decision_kind, insight_kind, moment_kind, rating_kind, privacy_case_kind,
    entry_kind;

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
	KIND_PRIVACY_CASE,
	KIND_ENTRY
};

#define WORKING_DAY 8              /* hours (model 1: 1 wd = 8 wh, whatever the periods) */
#define MORNING (9 * HOUR_SECONDS) /* on the wall clock: when a date begins to count */

/* ---- person (model 2.1) -------------------------------------------------- */

enum { ROLE_CONTACT = 1, ROLE_MEMBER, ROLE_LEAD };
enum { IN_FRENCH = 1, IN_ENGLISH };
#define LANGUAGES CHOICES(CHOICE("fr", N_("Français")), CHOICE("en", N_("English")))
#define YES_NO CHOICES(CHOICE("yes", N_("yes")), CHOICE("no", N_("no")))
/* Which side something is on. */
#define SIDES CHOICES(CHOICE("us", N_("us")), CHOICE("client", N_("the client")))

#define PERSON_FIELDS(F, S) \
	F(S, text, name, N_("Name"), .create = BY_STAFF, .patch = BY_STAFF, .required = true, \
	    .portal = true, .search = true) \
	F(S, text, email, N_("E-mail"), .look = "email", .create = BY_STAFF, .patch = BY_STAFF, .max = 254, \
	    .search = true) \
	F(S, json, emails, N_("E-mail addresses"), .parts = address_fields, .read = read_addresses, \
	    .write = write_addresses, .schema = "array", .search = true, .create = BY_STAFF, \
	    .patch = BY_STAFF) \
	F(S, choice, role, N_("Role"), \
	    .choices = CHOICES(CHOICE("contact", N_("contact")), CHOICE("member", N_("member of the team")), \
		CHOICE("lead", N_("lead"))), \
	    .create = BY_STAFF, .patch = BY_LEAD, .required = true, .filter = true) \
	F(S, derived, side, NULL, .write = person_side) \
	F(S, ref, client_id, N_("Client"), .to = &client_kind, .create = BY_STAFF, .filter = true) \
	F(S, choice, lang, N_("Language"), .choices = LANGUAGES, .create = BY_STAFF, \
	    .patch = BY_STAFF | BY_SELF, .portal = true) \
	F(S, text, phone, N_("Phone"), .look = "tel", .create = BY_STAFF, .patch = BY_STAFF, .max = 60, \
	    .search = true) \
	F(S, json, phones, N_("Telephone numbers"), .parts = number_fields, .read = read_numbers, \
	    .write = write_numbers, .schema = "array", .search = true, .create = BY_STAFF, \
	    .patch = BY_STAFF) \
	F(S, flag, can_agree, N_("Can agree for the client"), .create = BY_STAFF, .patch = BY_STAFF) \
	F(S, flag, voice_ok, N_("Can be reached by voice"), .create = BY_STAFF, .patch = BY_STAFF, \
	    .otherwise = "true") \
	F(S, flag, active, N_("Here"), .otherwise = "true", .filter = true) \
	F(S, json, absences, N_("Absences"), .write = person_absences, .schema = "array") \
	F(S, date, away_from, N_("Away from")) \
	F(S, date, away_to, N_("Away until")) \
	F(S, ref, cover_person_id, N_("Cover"), .to = &person_kind) \
	F(S, flag, privacy_officer, N_("Looks after privacy")) \
	F(S, choice, notify, N_("Letters about what clients do"), \
	    .choices = CHOICES(CHOICE("none", N_("none")), CHOICE("urgent", N_("what is urgent or wrong")), \
		CHOICE("messages", N_("each message, correction, yes and choice"))), \
	    .otherwise = "messages", .patch = BY_STAFF) \
	F(S, flag, digest, N_("A letter each morning with what waits that day"), .patch = BY_STAFF) \
	F(S, instant, digest_at, NULL, .secret = true) \
	F(S, instant, week_at, NULL, .secret = true)      /* the last Monday that began for them (T21) */ \
	F(S, instant, month_at, NULL, .secret = true)     /* the last month that did (T16–T19) */ \
	F(S, instant, questions_at, NULL, .secret = true) /* they answered the month’s questions */ \
	F(S, instant, mail_failed_at, N_("An e-mail came back")) \
	F(S, text, name_key, NULL, .secret = true) \
	F(S, text, password, NULL, .secret = true)
struct person {
	struct record r;
	PERSON_FIELDS(FIELD_MEMBER, _)
};

/* A field `lang`, of whatever kind. */
static inline enum lang lang_chosen(int64_t choice)
{
	return choice == IN_ENGLISH ? LANG_EN : LANG_FR;
}

bool person_is_staff(const struct ctx *c, const void *person); /* active, of us */
bool person_is_away(const struct person *p, day today);
/* Who answers for one of us now: they, or while they are away (*ret_cover) who stands
 * in.  NULL: it is nobody. */
const struct person *person_reachable(struct ctx *c, int64_t person, bool *ret_cover);
/* An absence, its first and last day in it; cover 0: nobody. */
struct absence {
	day from, to;
	int64_t cover;
};
#define ABSENCES_MAX 50
/* The present one and those to come, in order: the first is away_from, away_to and
 * cover_person_id too. */
int absences_read(const struct ctx *c, const struct person *p, struct absence ret[ABSENCES_MAX]);
const char *person_name(const struct ctx *c, int64_t id); /* NULL for 0 */
/* Who leads the firm now: the first ones. */
#define LEADS_MAX 10
int leads_read(struct ctx *c, int64_t ret[LEADS_MAX]);
const char *first_name(struct arena *a, const char *name);
/* "Noémie, Paul and Ana"; "" for nobody. */
const char *first_names(const struct ctx *c, const int64_t *ids, int n);
/* The person of theirs who made this record; NULL: one of us, or the program. */
const struct person *contact_who_made(const struct ctx *c, const void *rec);
/* Whoever of us has this address gets a letter to choose a new password; nothing tells
 * whether anybody has. */
void person_forgot_password(struct ctx *c, const char *email);
/* A letter reached somebody, or never will. */
void person_mail_noted(struct ctx *c, int64_t person, bool arrived);

/* ---- client (model 2.2) -------------------------------------------------- */

/* When it passed to who is in charge now, from whom, and what went with it (charge.h). */
#define HANDED_FIELDS(F, S) \
	F(S, instant, handed_at, NULL, .secret = true) \
	F(S, ref, handed_from_id, NULL, .to = &person_kind, .secret = true) \
	F(S, json, handed_passed, NULL, .secret = true)

enum { CLIENT_EXTERNAL = 1, CLIENT_INTERNAL };
enum { NO_SILENCE_RULE = 1, SILENCE_RULE_OFFERED, SILENCE_RULE_ACCEPTED, SILENCE_RULE_WITHDRAWN };
enum { CLIENT_PROSPECT = 1, CLIENT_ACTIVE, CLIENT_TRANSITION, CLIENT_ENDED, CLIENT_ARCHIVED };

#define CLIENT_FIELDS(F, S) \
	F(S, text, name, N_("Name"), .create = BY_STAFF, .patch = BY_STAFF, .required = true, \
	    .portal = true, .search = true) \
	F(S, choice, kind, N_("Kind"), \
	    .choices = \
		CHOICES(CHOICE("external", N_("outside the firm")), CHOICE("internal", N_("in-house"))), \
	    .otherwise = "external", .create = BY_STAFF, .patch = BY_LEAD, .filter = true) \
	F(S, choice, state, N_("Where we are"), \
	    .choices = CHOICES(CHOICE("prospect", N_("introduced")), CHOICE("active", N_("active")), \
		CHOICE("transition", N_("in transition")), CHOICE("ended", N_("ended")), \
		CHOICE("archived", N_("archived"))), \
	    .otherwise = "prospect", .create = BY_STAFF, .filter = true) \
	F(S, ref, responsible_id, N_("Person in charge"), .to = &person_kind, .accepts = person_is_staff, \
	    .create = BY_STAFF, .filter = true) \
	F(S, derived, responsible, NULL, .write = client_responsible, .portal = true) \
	F(S, choice, lang, N_("Language"), .choices = LANGUAGES, .create = BY_STAFF, .patch = BY_STAFF, \
	    .portal = true) \
	F(S, date, started_on, N_("Since"), .create = BY_STAFF, .past = true) \
	F(S, date, ended_on, N_("Ended on")) \
	F(S, ref, referred_by_client_id, N_("Who introduced us?"), .to = &client_kind, .create = BY_STAFF) \
	F(S, text, referred_by_text, N_("Or someone else"), .create = BY_STAFF) \
	F(S, instant, referred_at, NULL, .secret = true) \
	F(S, instant, referral_thanked_at, N_("Thanked")) \
	F(S, instant, activated_at, NULL, .secret = true) \
	F(S, instant, welcomed_at, NULL, .secret = true) \
	F(S, choice, silence_rule, N_("Silence rule"), \
	    .choices = CHOICES(CHOICE("none", N_("none")), CHOICE("offered", N_("offered")), \
		CHOICE("accepted", N_("accepted")), CHOICE("withdrawn", N_("withdrawn"))), \
	    .otherwise = "none", .portal = true) \
	F(S, instant, silence_rule_at, N_("Silence rule since"), .portal = true) \
	F(S, ref, silence_rule_by, N_("Silence rule accepted by"), .to = &person_kind, .portal = true) \
	HANDED_FIELDS(F, S) \
	F(S, text, name_key, NULL, .secret = true)
struct client {
	struct record r;
	CLIENT_FIELDS(FIELD_MEMBER, _)
};

enum lang client_lang(struct ctx *c, int64_t client_id);
/* When they became one: the morning of the day said, or when it was noted, if sooner; 0:
 * they are none yet. */
instant client_began(const struct ctx *c, const struct client *k);

/* Whose clocks a record's are: the mandate's person in charge, else the client's. */
int64_t in_charge(struct ctx *c, int64_t client_id, int64_t mandate_id);

/* ---- mandate (model 2.3) ------------------------------------------------- */

#define RESULTS \
	CHOICES(CHOICE("reached", N_("The need was met.")), \
	    CHOICE("partly", N_("The need was met in part.")), CHOICE("not", N_("The need was not met.")))
enum { MANDATE_DRAFT = 1, MANDATE_RUNNING, MANDATE_DELIVERED, MANDATE_CLOSED };

#define MANDATE_FIELDS(F, S) \
	F(S, ref, client_id, N_("Client"), .to = &client_kind, .create = BY_STAFF, .required = true, \
	    .filter = true) \
	F(S, text, title, N_("Title"), .create = BY_STAFF, .patch = BY_STAFF, .required = true, \
	    .portal = true, .search = true) \
	F(S, longtext, need, N_("The need, in the client’s words"), .create = BY_STAFF, .patch = BY_STAFF, \
	    .max = 4000, .portal = true, .search = true) \
	F(S, text, need_said_by, N_("Said by"), .create = BY_STAFF, .patch = BY_STAFF) \
	F(S, instant, need_confirmed_at, N_("Need confirmed"), .portal = true) \
	F(S, longtext, how, N_("How we answer it"), .create = BY_STAFF, .patch = BY_STAFF, .max = 4000, \
	    .portal = true) \
	F(S, date, when_due, N_("For"), .create = BY_STAFF, .patch = BY_STAFF, .portal = true) \
	F(S, number, price_cents, N_("Price"), .create = BY_STAFF, .patch = BY_STAFF, .portal = true) \
	F(S, text, currency, N_("Currency"), .create = BY_STAFF, .patch = BY_STAFF, .max = 3, \
	    .pattern = "[A-Z][A-Z][A-Z]", .portal = true) \
	F(S, number, budget_minutes, N_("Planned hours"), .in_hours = true, .create = BY_STAFF, \
	    .patch = BY_STAFF, .low = 0, .high = 100000000) \
	F(S, longtext, strategy, N_("The direction agreed"), .create = BY_STAFF, .patch = BY_STAFF, \
	    .max = 4000) \
	F(S, ref, responsible_id, N_("Person in charge"), .to = &person_kind, .accepts = person_is_staff, \
	    .create = BY_STAFF) \
	F(S, derived, responsible, NULL, .write = mandate_responsible, .portal = true) \
	F(S, choice, state, N_("Where we are"), \
	    .choices = CHOICES(CHOICE("draft", N_("in preparation")), CHOICE("running", N_("running")), \
		CHOICE("delivered", N_("all handed over")), CHOICE("closed", N_("closed"))), \
	    .otherwise = "draft", .portal = true, .filter = true) \
	F(S, ref, entente_id, N_("Agreement"), .to = &writing_kind) \
	F(S, instant, reviewed_at, NULL, .secret = true) \
	F(S, date, started_on, N_("Begun")) \
	F(S, date, delivered_on, N_("Delivered")) \
	F(S, instant, delivered_at, NULL, .secret = true) \
	F(S, choice, result, N_("Result"), .choices = RESULTS, .portal = true) \
	F(S, date, closed_on, N_("Closed on")) \
	F(S, flag, closed_without_answer, N_("Closed without an answer")) \
	F(S, instant, look_since, NULL, .secret = true) /* the Monday it was chosen to be looked at (T21) */ \
	F(S, date, busy_from, N_("Intense from"), .create = BY_STAFF, .patch = BY_STAFF) \
	F(S, date, busy_to, N_("Until"), .create = BY_STAFF, .patch = BY_STAFF) \
	HANDED_FIELDS(F, S)
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

#define CHANNELS \
	CHOICES({"in_person", N_("In person"), .theirs = N_("in person"), .icon = "handshake"}, \
	    {"phone", N_("Phone"), .theirs = N_("by phone"), .icon = "phone"}, \
	    {"video", N_("Video"), .theirs = N_("by video"), .icon = "video"}, \
	    {"email", N_("E-mail"), .theirs = N_("by e-mail"), .icon = "mail"}, \
	    {"sms", N_("Text message"), .theirs = N_("by text message"), .icon = "message-circle"}, \
	    {"portal", N_("Their page"), .theirs = N_("on the page"), .icon = "inbox"}, \
	    {"letter", N_("Letter"), .theirs = N_("by letter"), .icon = "file-text"})
enum { IN_PERSON = 1, PHONE, VIDEO, EMAIL, SMS, PORTAL, LETTER };
enum { INBOUND = 1, OUTBOUND, BOTH_WAYS };

#define EXCHANGE_FIELDS(F, S) \
	F(S, ref, client_id, N_("Client"), .to = &client_kind, .create = BY_STAFF, .required = true, \
	    .filter = true) \
	F(S, ref, mandate_id, N_("Engagement"), .to = &mandate_kind, .same_client = true, \
	    .create = BY_STAFF | BY_CONTACT, .patch = BY_STAFF, .filter = true) \
	F(S, instant, at, N_("When"), .create = BY_STAFF, .portal = true) \
	F(S, number, minutes, N_("Minutes"), .low = 0, .high = 6000, .create = BY_STAFF, .patch = BY_STAFF, \
	    .portal = true) \
	F(S, json, at_edits, N_("Its hour, corrected"), .write = exchange_at_edits, .schema = "array", \
	    .implied = true) \
	F(S, choice, channel, N_("How"), .choices = CHANNELS, .create = BY_STAFF, .patch = BY_STAFF, \
	    .required = true, .portal = true, .filter = true) \
	F(S, choice, direction, N_("Who reached out"), \
	    .choices = CHOICES(CHOICE("in", N_("They did")), CHOICE("out", N_("We did")), \
		CHOICE("both", N_("Both of us"))), \
	    .create = BY_STAFF, .patch = BY_STAFF, .required = true, .portal = true, .filter = true) \
	F(S, flag, planned, N_("It is an appointment to come"), .create = BY_STAFF, .portal = true) \
	F(S, refs, contact_ids, N_("Who was there"), .to = &person_kind, .same_client = true, \
	    .create = BY_STAFF, .patch = BY_STAFF) \
	F(S, ref, our_person_id, N_("Who of us"), .to = &person_kind, .accepts = person_is_staff, \
	    .create = BY_STAFF) \
	F(S, text, subject, N_("Subject"), .create = BY_STAFF | BY_CONTACT, .patch = BY_STAFF, \
	    .portal = true, .search = true) \
	F(S, longtext, text, N_("What was said"), .create = BY_STAFF | BY_CONTACT, .patch = BY_STAFF, \
	    .portal = true, .portal_if = exchange_words_theirs, .search = true) \
	F(S, text, place, N_("Where"), .max = 300, .create = BY_STAFF, .patch = BY_STAFF, .portal = true) \
	F(S, flag, needs_reply, N_("Needs an answer"), .create = BY_STAFF) \
	F(S, flag, reply_said, NULL, \
	    .secret = true) /* whether it does was said, not read off its direction */ \
	F(S, ref, in_reply_to_id, N_("Answers"), .to = &exchange_kind, .same_client = true, \
	    .create = BY_STAFF | BY_CONTACT) \
	F(S, flag, deliver, N_("The client reads it, and gets a letter"), .create = BY_STAFF) \
	F(S, derived, delivery, NULL, .write = exchange_delivery, .schema = "array") \
	F(S, json, seen, NULL, .secret = true) \
	F(S, instant, letter_failed_at, NULL, .secret = true) \
	F(S, instant, letter_left_at, NULL, .secret = true) \
	F(S, ref, answered_by_id, N_("Answered by"), .to = &exchange_kind) \
	F(S, instant, answered_at, NULL, .secret = true) \
	F(S, refs, not_answers, NULL, .to = &exchange_kind, .secret = true) \
	F(S, ref, parked_to_id, N_("Put on the agenda of"), .to = &exchange_kind, .portal = true) \
	F(S, instant, parked_at, NULL, .secret = true) \
	F(S, instant, waived_at, NULL, .secret = true) \
	F(S, instant, reply_by, N_("They will have an answer by"), .portal = true) \
	F(S, text, reply_why, N_("What we are waiting for"), .portal = true) \
	F(S, longtext, agenda, N_("On the agenda"), .create = BY_STAFF, .patch = BY_STAFF, .max = 4000) \
	F(S, choice, agenda_from, N_("What fills the agenda"), \
	    .choices = CHOICES(CHOICE("drift", N_("Where we stand, beside what was agreed"))), \
	    .create = BY_STAFF) \
	F(S, words, agenda_lines, NULL, .secret = true) /* as the drift was when it was planned */ \
	F(S, derived, agenda_points, NULL, .write = exchange_agenda_points, .schema = "array") \
	F(S, ref, recap_id, N_("Recap"), .to = &writing_kind) \
	F(S, refs, term_ids, N_("Conditions it was about"), .to = &term_kind, .same_client = true, \
	    .create = BY_STAFF, .patch = BY_STAFF) \
	F(S, flag, urgent_said, N_("It was said to be urgent"), .create = BY_STAFF | BY_CONTACT, \
	    .portal = true) \
	F(S, text, urgent_reason, N_("Why it is urgent"), .create = BY_STAFF | BY_CONTACT, .portal = true) \
	F(S, words, tags, N_("What to remember"), \
	    .choices = CHOICES(CHOICE("thanks", N_("thanks")), CHOICE("praise", N_("praise")), \
		CHOICE("criticism", N_("criticism")), CHOICE("doubt", N_("doubt")), \
		CHOICE("dissatisfied", N_("dissatisfied")), CHOICE("next_request", N_("a new request"))), \
	    .create = BY_STAFF, .patch = BY_STAFF) \
	F(S, words, emotions, N_("What the person feels, in a few words"), \
	    .example = N_("worried, relieved"), .create = BY_STAFF, .patch = BY_STAFF) \
	F(S, ref, aid_notetaker_id, N_("Who takes notes"), .to = &person_kind, .accepts = person_is_staff, \
	    .create = BY_STAFF, .patch = BY_STAFF) \
	F(S, instant, aid_named_at, NULL, .secret = true) /* when it was said who does */ \
	F(S, flag, aid_no_devices, N_("Without devices"), .create = BY_STAFF, .patch = BY_STAFF) \
	F(S, instant, cancelled_at, N_("Cancelled"), .portal = true) \
	F(S, flag, held, NULL, .secret = true) \
	F(S, flag, under_way, NULL, .secret = true) \
	F(S, instant, recap_owed_at, NULL, .secret = true) \
	F(S, derived, displaced, NULL, .write = exchange_displaced, .schema = "array") \
	F(S, derived, end_at, NULL, .write = exchange_end_at)
struct exchange {
	struct record r;
	EXCHANGE_FIELDS(FIELD_MEMBER, _)
};

bool term_is_of_library(const struct ctx *c, const void *term);   /* of the firm's, and still there */
bool exchange_is_past(const struct ctx *c, const void *exchange); /* what may be named in an action */
bool channel_is_voice(int64_t channel);
/* By voice, or as live as this contact can (person.voice_ok). */
bool exchange_is_voice(struct ctx *c, const struct exchange *x);
instant exchange_end(const struct exchange *x);
instant exchange_latest_hour(const struct ctx *c, const struct exchange *x); /* it was ever said to have */
bool exchange_awaits_reply(const struct exchange *x);
/* Written messages of its thread in forty working hours since somebody last spoke, when
 * there are too many; else 0 (R1.5, thread.c). */
int thread_unspoken(struct ctx *c, const struct exchange *x);
/* How often this client's messages were said to be urgent, in the window (E16). */
int64_t urgencies_of(struct ctx *c, int64_t client);

/* ---- promise (model 2.7, 5.2) -------------------------------------------- */

enum { OURS = 1, THEIRS };
enum { PROMISE_OPEN = 1, PROMISE_DONE, PROMISE_DROPPED };

#define PROMISE_FIELDS(F, S) \
	F(S, ref, client_id, N_("Client"), .to = &client_kind, .create = BY_STAFF, .filter = true) \
	F(S, ref, mandate_id, N_("Engagement"), .to = &mandate_kind, .same_client = true, \
	    .create = BY_STAFF, .portal = true, .filter = true) \
	F(S, choice, side, N_("Who promises"), .choices = SIDES, .create = BY_STAFF, .required = true, \
	    .portal = true, .filter = true) \
	F(S, ref, person_id, N_("By whom"), .to = &person_kind, .create = BY_STAFF, .filter = true) \
	F(S, longtext, text, N_("What is promised"), .max = 500, .create = BY_STAFF, .patch = BY_STAFF, \
	    .required = true, .portal = true, .search = true) \
	F(S, date, due, N_("For"), .create = BY_STAFF, .required = true, .portal = true) \
	F(S, date, judged_due, N_("Judged by"), .portal = true) \
	F(S, flag, deliverable, N_("It is something we hand over"), .create = BY_STAFF, .patch = BY_STAFF, \
	    .portal = true) \
	F(S, flag, shared, N_("The client knows of it"), .create = BY_STAFF, .patch = BY_STAFF) \
	F(S, choice, state, N_("Where we are"), \
	    .choices = CHOICES( \
		CHOICE("open", N_("open")), CHOICE("done", N_("done")), CHOICE("dropped", N_("let go"))), \
	    .otherwise = "open", .portal = true, .implied = true, .filter = true) \
	F(S, instant, task_started_at, N_("Begun")) \
	F(S, instant, on_track_at, N_("On track")) \
	F(S, instant, done_at, N_("Done on"), .portal = true) \
	F(S, ref, done_by, NULL, .to = &person_kind, .secret = true) \
	F(S, instant, done_noted_at, NULL, .secret = true) \
	F(S, instant, reopened_at, NULL, .secret = true) \
	F(S, instant, dropped_at, NULL, .secret = true) \
	F(S, instant, acknowledged_at, N_("Received"), .portal = true) \
	F(S, json, moves, N_("Its dates"), .write = promise_moves, .schema = "array", .portal = true) \
	F(S, date, moved_on, NULL, .secret = true) \
	F(S, instant, shared_at, NULL, .secret = true) \
	F(S, link, source, N_("What it is for"), .kinds = "term decision moment matter exchange writing", \
	    .create = BY_STAFF) \
	F(S, ref, stuck_id, NULL, .to = &matter_kind, .secret = true) \
	F(S, refs, blocked_by_term_ids, N_("Conditions it waits for"), .to = &term_kind, \
	    .same_client = true, .create = BY_STAFF, .patch = BY_STAFF)
struct promise {
	struct record r;
	PROMISE_FIELDS(FIELD_MEMBER, _)
};

bool promise_is_shared(const struct ctx *c, const void *promise); /* the client knows of it */
/* Done on or before the date it is judged by, and noted so no later than the next
 * working day, unless the other side says that they have it (5.2, E11). */
bool promise_kept(const struct ctx *c, const struct promise *p);
/* The date it is judged by is over, or has come and it is done (5.2). */
bool promise_is_judged(const struct ctx *c, const struct promise *p);
/* Said to be done in time, too late to count as that. */
bool promise_noted_late(const struct ctx *c, const struct promise *p);
int promise_move_count(const struct ctx *c, const struct promise *p);

struct promise_move {
	day old_due, new_due;
	instant at;
	bool agreed;
	const char *reason;
};
/* Its last moves, oldest first. */
int promise_moves_read(struct ctx *c, const struct promise *p, struct promise_move *ret, int max);
bool promise_first_move(
    struct ctx *c, const struct promise *p, struct promise_move *ret);          /* false: never moved */
int promise_moves_since(struct ctx *c, const struct promise *p, instant since); /* later than that */

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
	F(S, ref, client_id, N_("Client"), .to = &client_kind, .create = BY_STAFF, .required = true, \
	    .filter = true) \
	F(S, ref, mandate_id, N_("Engagement"), .to = &mandate_kind, .same_client = true, \
	    .create = BY_STAFF | BY_CONTACT, .patch = BY_STAFF, .filter = true) \
	F(S, choice, nature, N_("What it is"), \
	    .choices = CHOICES(CHOICE("problem", N_("a problem")), CHOICE("bad_news", N_("bad news")), \
		CHOICE("good_news", N_("good news")), CHOICE("idea", N_("an idea")), \
		CHOICE("standard", N_("what is usual in our trade"))), \
	    .otherwise = "problem", .create = BY_STAFF, .portal = true, .filter = true) \
	F(S, text, title, N_("In one line"), .create = BY_STAFF | BY_CONTACT, .patch = BY_STAFF, \
	    .required = true, .portal = true, .portal_text = matter_for_client, .search = true) \
	F(S, longtext, body, N_("What we know"), .create = BY_STAFF | BY_CONTACT, .patch = BY_STAFF, \
	    .portal = true, .portal_text = matter_for_client, .search = true) \
	F(S, number, severity, N_("How much it is in the way"), \
	    .choices = CHOICES( \
		CHOICE("1", N_("a small worry")), CHOICE("2", N_("in the way")), CHOICE("3", N_("major"))), \
	    .low = 1, .high = 3, .otherwise = "2", .create = BY_STAFF, .patch = BY_STAFF) \
	F(S, text, category, N_("A word to find it again"), .example = N_("delays, invoices"), \
	    .create = BY_STAFF, .patch = BY_STAFF, .max = 80) \
	F(S, choice, state, N_("Where we are"), \
	    .choices = CHOICES(CHOICE("noticed", N_("not told yet")), CHOICE("told", N_("told")), \
		CHOICE("understood", N_("understood together")), \
		CHOICE("options", N_("looking for a way out")), CHOICE("decided", N_("decided")), \
		CHOICE("applied", N_("applied, to be checked")), CHOICE("closed", N_("closed")), \
		CHOICE("dropped", N_("let go"))), \
	    .otherwise = "noticed", .portal = true, .filter = true) \
	F(S, instant, noticed_at, N_("Noticed"), .create = BY_STAFF, .past = true) \
	F(S, choice, noticed_by_side, N_("Who noticed"), .choices = SIDES, .otherwise = "us", \
	    .create = BY_STAFF, .portal = true) \
	F(S, instant, found_by_client_at, N_("The client found out")) \
	F(S, instant, found_noted_at, NULL, .secret = true) \
	F(S, instant, told_at, N_("Told"), .portal = true) \
	F(S, ref, told_in_id, N_("Told in"), .to = &exchange_kind) \
	F(S, flag, voice_owed, N_("Still owed by voice")) \
	F(S, instant, spoken_at, NULL, .secret = true) \
	F(S, instant, dropped_at, NULL, .secret = true) \
	F(S, choice, cause, N_("Where it comes from"), \
	    .choices = CHOICES(CHOICE("us", N_("from us")), CHOICE("client", N_("from the client")), \
		CHOICE("both", N_("from both")), CHOICE("neither", N_("from elsewhere")), \
		CHOICE("unknown", N_("not known"))), \
	    .otherwise = "unknown", .create = BY_STAFF, .patch = BY_STAFF) \
	F(S, longtext, our_part, N_("Our part in it, as we would say it to the client"), .create = BY_STAFF, \
	    .patch = BY_STAFF, .max = 4000, .portal = true, .portal_text = matter_for_client) \
	F(S, flag, superior_decision, N_("It follows a decision made above us"), .create = BY_STAFF, \
	    .patch = BY_STAFF) \
	F(S, longtext, superior_reason, N_("The reason for that decision"), .create = BY_LEAD, \
	    .patch = BY_LEAD, .max = 4000) \
	F(S, ref, promise_id, N_("The promise it is about"), .to = &promise_kind, .same_client = true, \
	    .create = BY_STAFF, .patch = BY_STAFF) \
	F(S, ref, term_id, N_("From the library"), .to = &term_kind, .accepts = term_is_of_library, \
	    .create = BY_STAFF) /* the rule that a standard tells (F12) */ \
	F(S, date, update_due, N_("Next news on"), .create = BY_STAFF, .patch = BY_STAFF, .portal = true) \
	F(S, json, news, NULL, .secret = true) \
	F(S, json, noticed_edits, N_("When it was noticed"), .write = matter_noticed_edits, \
	    .schema = "array", .implied = true) \
	F(S, number, loops, N_("Times sent back to us"), .otherwise = "0", .portal = true) \
	F(S, flag, first_ever, N_("First time with this client")) \
	F(S, flag, double_deviation, N_("Let down twice")) \
	F(S, ref, recurs_of_id, N_("Happened before"), .to = &matter_kind) \
	F(S, instant, reason_asked_at, NULL, .secret = true) \
	F(S, instant, reason_given_at, NULL, .secret = true) \
	F(S, instant, understood_at, NULL, .secret = true) \
	F(S, instant, options_at, NULL, .secret = true) \
	F(S, instant, decided_at, NULL, .secret = true) \
	F(S, instant, applied_at, NULL, .secret = true) \
	F(S, ref, applied_in_id, N_("Applied in"), .to = &exchange_kind) \
	F(S, longtext, applied_text, N_("What was done"), .max = 2000) \
	F(S, instant, rated_at, NULL, .secret = true) \
	F(S, instant, adjust_at, NULL, .secret = true) \
	F(S, instant, adjusted_at, NULL, .secret = true) \
	F(S, ref, verified_in_id, NULL, .to = &exchange_kind, .secret = true) \
	F(S, instant, closed_at, N_("Closed"), .write = matter_closed_at) \
	F(S, choice, closed_as, N_("How it was closed"), \
	    .choices = CHOICES(CHOICE("verified", N_("Checked with the client: it is excellent.")), \
		CHOICE("accepted_as_is", N_("The client said it suits them as it is.")), \
		CHOICE("unverified", N_("Closed without having been checked.")))) \
	F(S, instant, rechecked_at, NULL, .secret = true) \
	F(S, flag, reworded, NULL, .secret = true) \
	F(S, longtext, reopened_why, N_("What is still not right?"), .max = 2000) \
	F(S, choice, eased, N_("It eased their work"), .choices = YES_NO) \
	F(S, choice, stood_out, N_("It helped them stand out"), .choices = YES_NO) \
	F(S, longtext, echo_text, N_("What the client said of it"), .max = 2000) \
	F(S, instant, echoed_at, NULL, .secret = true) \
	F(S, instant, kept_quiet_at, NULL, .secret = true) \
	F(S, derived, kept_quiet, NULL, .write = matter_kept_quiet) \
	F(S, derived, latency_wh, NULL, .write = matter_latency, .schema = "number") \
	F(S, derived, at_least, NULL, .write = matter_at_least, .schema = "boolean") \
	F(S, derived, told_first, NULL, .write = matter_told_first, .schema = "boolean") \
	F(S, derived, decide_zone_end, NULL, .write = matter_decide_zone_end) \
	F(S, derived, verify_due, NULL, .write = matter_verify_due) \
	F(S, derived, verify2_due, NULL, .write = matter_verify2_due)
struct matter {
	struct record r;
	MATTER_FIELDS(FIELD_MEMBER, _)
};

/* Its title as whoever reads it has it: a rule may have written it. */
const char *matter_title(const struct ctx *c, const struct matter *m);
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
void matter_unapplied(struct act *a, int64_t id);           /* … it is not, after all */
/* An exchange was corrected in what counts for those told in it: its hour, its channel. */
void matters_told_again(struct act *a, const struct exchange *was, const struct exchange *x);
/* Told by a writing that lists it (ideas, standards). */
void matter_told_by_writing(struct act *a, int64_t id, instant at);
void matter_untold(struct act *a, int64_t id); /* that writing was taken back */
/* Told before they found out, and recorded before (5.3): a later correction of the
 * hour gains nothing. */
bool matter_told_before_found(struct ctx *c, const struct matter *m);
/* Working seconds from noticing to telling, or to now. */
int64_t matter_latency_seconds(const struct ctx *c, const struct matter *m);
/* "kept quiet for 5 days", or NULL (R4.4). */
const char *matter_quiet_text(const struct ctx *c, const struct matter *m);

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
