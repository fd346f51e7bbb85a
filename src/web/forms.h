/* What browsers post: the same door as the API, asked with texts, answered by
 * going to a page. */
#ifndef WEB_FORMS_H
#define WEB_FORMS_H

#include "web/app.h"

/* /a/{kinds}, /a/{kinds}/{id}/{action}; "patch" is an action here. */
handler form_create, form_act;

/* One of the things that a form does at once; takes the input.  Of the revision it was
 * opened on, if that matters (rev, else NULL).  False: refused; the caller answers. */
bool form_asks(struct req *r, const struct kind *k, const char *verb, const char *id, json_t *input,
    const char *rev, struct outcome *ret);

/* The same, of the form's own "rev" where it corrects.  False: answered with the
 * refusal, and nothing of it is to be kept. */
bool form_does(struct req *r, const struct kind *k, const char *verb, const char *id, json_t *input,
    struct outcome *ret);

#endif
