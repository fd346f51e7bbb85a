/* The pages of the team, as the site map names them: one function a path, each in
 * page_*.c. */
#ifndef PAGES_PAGES_H
#define PAGES_PAGES_H

#include "web/page.h"

handler page_today, page_note, page_clients, page_client, page_promise, page_matter, page_exchange,
    page_sheet, page_mandate, page_writing, page_library, page_perceive, page_call, page_decision,
    page_decide, page_why, page_moment, page_rating, page_point, page_privacy, page_people, page_person,
    page_settings, page_journal, page_search, page_passing, page_gone, page_equity, page_tree, page_hours,
    page_year;
handler page_read; /* every row of rules/reads.c that names a page */
bool page_read_fits(struct req *r);

/* A password chosen by letter: asked for, and chosen. */
handler forgot_page, forgot_ask, password_page, password_choose;

/* What their forms post to that is more than one record's action: forms.h has the
 * others. */
handler form_today, form_settings, form_call, form_compose, form_questions, form_join, form_write_down,
    form_meetup;
extern const struct field agreement_fields[]; /* what form_write_down asks beside the engagement's own */

#endif
