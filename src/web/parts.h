/* Pieces that several pages show: dates said, the choices of a form, who
 * surrounds a client, what happened to a record. */
#ifndef WEB_PARTS_H
#define WEB_PARTS_H

#include "rules/rules.h"
#include "rules/staff.h"
#include "web/page.h"

/* ---- saying --------------------------------------------------------------- */

const char *said_near(struct req *r, instant at); /* "jeudi 15 h" */
const char *said_date(struct req *r, day d);      /* "jeudi 11 mars", "aujourd'hui"; the year when far */
const char *said_fully(
    struct req *r, instant at);                   /* "jeudi 4 mars, 15 h": what is behind, among what comes */
const char *as_minute(struct req *r, instant at); /* as <input type="datetime-local"> takes it */
const char *path_of(struct req *r, const struct kind *k, int64_t id);
const char *pub_of(struct req *r, const struct kind *k, int64_t id); /* its public name */
const char *url_encoded(struct arena *a, const char *s);             /* as a value in a query */
const char *date_text(struct req *r, day d); /* as <input type="date"> takes it; NULL for 0 */
/* What a setting stands at: "8", "30 and 60", "65 CAD", "yes". */
const char *setting_said(struct req *r, const struct setting *s, const int64_t *numbers);
/* The present absence, else the next: "absence jusqu'à lundi 15 mars ; relais : Tom";
 * NULL: none is known. */
const char *away_said(struct req *r, const struct person *p);
/* A link: text and url. */
void link_view(struct view *v, const char *key, const char *text, const char *url);
void texts_view(
    struct view *v, const char *key, const json_t *texts); /* a list of those that are not empty */
/* What somebody wrote, its web addresses as links (templates/pieces.html). */
void pieces_view(struct req *r, struct view *v, const char *text);
/* The same of where one meets, under that key; nothing when it is not said. */
void place_view(struct req *r, struct view *v, const char *key, const char *place);
/* A link to somebody or something that has a name: name and url. */
void named_link(
    struct req *r, struct view *v, const char *key, const char *name, const struct kind *k, int64_t id);
/* One more of a list: text, url. */
struct view *item_view(struct req *r, struct view *list, const char *text, const struct kind *k, int64_t id);
/* client_id, client_name, mandate {name,url}, who {name,url}: what a record is
 * about; each absent for 0. */
void around_view(struct req *r, struct view *v, int64_t client_id, int64_t mandate_id, int64_t person_id);

/* "7 promises that week: realistic?" of an open one of ours; NULL: it is (F4). */
const char *promise_load_text(struct req *r, const struct promise *p);

/* ---- choices: lists of {value, text, icon, on} ------------------------------ */

void choices_view(struct req *r, struct view *v, const char *key, const struct choice *all, const char *on);
/* … of some of them, in the order in which they are named: "phone video". */
void choices_among(struct req *r, struct view *v, const char *key, const struct choice *all,
    const char *names, const char *on);
/* What a record's own choice is called; NULL when it has none. */
const char *choice_text(struct req *r, const struct kind *k, const char *field, const void *rec);

/* ---- who and what surrounds a client, read once for a page ------------------ */

const struct named *mandates_named(struct req *r, int64_t client);
const char *name_of(const struct named *all, int64_t id); /* NULL when it is not there */
void names_view(struct view *v, const char *key, const struct named *all, int64_t on);
void option_view(struct view *list, int64_t value, const char *text, bool on);
/* All clients for a choice; true: there are more. */
bool clients_view(struct req *r, struct view *v, const char *key);
bool clients_choice_view(
    struct req *r, struct view *v, const char *key, int64_t on); /* … one of them chosen */

struct contact {
	const struct contact *next;
	int64_t id;
	const char *name, *email, *phone,
	    *rung; /* the number as people say it, and as a telephone takes it */
	int64_t lang;
	bool over;
};

const struct contact *contacts_of(struct req *r, int64_t client);
/* People to ring, at most `most`: name, url, phone, tel, language. */
void reach_view(struct req *r, struct view *people, const struct contact *all, int most);
/* call: the first that has a number; nothing when none does. */
void call_view(struct req *r, struct view *v, const struct contact *all);
/* What may be named of a client: choose_mandate and mandates, choose_contacts and contacts. */
void client_choices_view(struct view *v, const struct named *mandates, const struct contact *contacts);
/* An amount as a form takes it back: "1200", "-0.50"; NULL for NO_NUMBER. */
const char *price_input(struct req *r, int64_t cents);
/* What a way out changes of the price, in the engagement's own currency: "120 CAD
 * less"; NULL when nothing. */
const char *price_change_text(struct req *r, int64_t mandate_id, const json_t *cents);
/* hints: what is worth a second look beside a field. */
void hints_view(struct view *v, const struct hints *hints);
/* phone, tel: the number that calls dial, in words and as a telephone takes it. */
void phone_view(struct req *r, struct view *v, const struct person *p);

/* ---- what happened to a record -------------------------------------------------- */

/* has_history and history, as templates/history.html takes them. */
void history_view(struct req *r, struct view *v, const struct kind *k, int64_t id);
/* What the journal tells that is no action of a record, and no rule of time: the
 * verbs of the door, and what else is noted under a name of its own. */
struct deed {
	const char *name, *said; /* said in English */
};
extern const struct deed deeds[]; /* the last has no name */
/* The first of that name: what follows in other records is told there under it. */
const struct action *action_of_any(const char *name);
/* What was done to a record of that kind (NULL: to the firm): "create" → "Noted". */
const char *action_said(struct req *r, const struct kind *k, const char *name);
/* … in English; NULL: no row has that name. */
const char *journal_says(const struct kind *k, const char *name);

#endif
