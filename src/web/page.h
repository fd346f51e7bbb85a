/* What all pages share: the frame, sending one, saying a refusal. */
#ifndef WEB_PAGE_H
#define WEB_PAGE_H

#include "rules/rules.h"
#include "web/app.h"
#include "web/view.h"

/* The frame (templates/head.html): title already in the reader's language;
 * `at`: which place of the navigation is open, NULL none. */
struct view *page_begin(struct req *r, const char *title, const char *at);
void page_send(struct req *r, const char *template, const struct view *v, int status);

void page_refusal(struct req *r, const struct refusal *why, const char *sentence);
/* Its inputs that need another look: has_fields; fields: name, text. */
void refused_fields_view(struct req *r, struct view *v, const struct refusal *why);
void page_login(struct req *r, const char *email, bool failed);

/* A sentence in the reader's language, filled in. */
const char *phrase(struct req *r, const char *english, ...) __attribute__((format(printf, 2, 3)));
/* The name of a field or reason as a person says it. */
const char *field_label(enum lang lang, const char *field);

/* What the settings page says of a number, in English; NULL: it says nothing. */
const char *setting_sentence(const char *key);

/* /a/today/{key}/{verb}, /a/settings/patch …; the others are in forms.h. */
handler form_today, form_settings, form_call, form_compose, form_questions;

/* Pages, one function a path: pages_*.c */
handler page_home, page_today, page_note, page_clients, page_client, page_promise, page_matter, page_exchange,
    page_sheet, page_mandate, page_writing, page_library, page_perceive, page_call, page_decision,
    page_decide, page_why, page_moment, page_rating, page_point, page_privacy, page_people, page_person,
    page_settings, page_journal, page_search, page_static;

#endif
