/* What all pages share: the frame, sending one, saying a refusal. */
#ifndef WEB_PAGE_H
#define WEB_PAGE_H

#include "rules/rules.h"
#include "web/app.h"
#include "web/view.h"

/* The frame (templates/head.html): title already in the reader's language;
 * `at`: which place of the navigation is open, NULL none.  It leans on nothing but
 * the request. */
struct view *page_frame(struct req *r, const char *title, const char *at);
/* … for a page that reads records: with the present, "now" (to the minute) and "today",
 * where inputs for instants and days end or begin. */
struct view *page_begin(struct req *r, const char *title, const char *at);
void page_send(struct req *r, const char *template, const struct view *v, int status);

void page_refusal(struct req *r, const struct refusal *why, const char *sentence);
/* Its inputs that need another look: has_fields; fields: name, text. */
void refused_fields_view(struct req *r, struct view *v, const struct refusal *why);
void page_login(struct req *r, const char *email, bool failed);

/* A sentence in the reader's language, filled in. */
const char *phrase(struct req *r, const char *english, ...) __attribute__((format(printf, 2, 3)));
handler page_static;

#endif
