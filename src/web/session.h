/* Who stands there: tokens, browser sessions, log-in and its limits. */
#ifndef WEB_SESSION_H
#define WEB_SESSION_H

#include "web/app.h"

/* Sets r->who from a token or a cookie; false when it answered by itself. */
bool recognise(struct req *r);
/* A change from a browser carries what its session gave to its pages. */
bool csrf_ok(const struct req *r);

/* Ten wrong passwords or tokens a minute from one address, then a pause; guessing
 * the present password when changing it counts too.  False: answered. */
bool password_try_begins(struct req *r, const char *verb);
void password_try_was_good(struct req *r, const char *verb);

handler login_page, login, logout;

#endif
