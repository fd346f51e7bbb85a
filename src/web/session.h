/* Who stands there: tokens, browser sessions, log-in and its limits. */
#ifndef WEB_SESSION_H
#define WEB_SESSION_H

#include "web/app.h"

/* Sets r->who from a token or a cookie; false when it answered by itself. */
bool recognise(struct req *r);
/* … from a cookie, if it can. */
bool recognise_browser(struct req *r);
/* Whether a client's people stand there, or somebody unknown at their door. */
bool is_for_clients(const struct req *r);
bool is_portal_path(const char *path);
/* A change from a browser carries what its session gave to its pages. */
bool csrf_ok(const struct req *r);
/* … where there is no session yet, no other site may have sent it. */
bool is_from_here(const struct req *r);

/* On the writer: a browser gets a session, or did not; a line in the journal
 * either way. */
void session_begin(struct req *r, const struct who *who);
void session_refused(struct req *r);

/* One more try at a door (attempts.h).  False: too many already, which was answered. */
bool attempt_begins(struct req *r, enum door door, const char *account);
void attempt_does_not_count(struct req *r); /* it was a good one, or nobody looked */
/* Guessing the present password when changing it counts too.  False: answered. */
bool password_try_begins(struct req *r, const char *verb);
void password_try_was_good(struct req *r, const char *verb);

handler login_page, login, logout;

#endif
