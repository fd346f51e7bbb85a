/* Threads that work beside the loops, each with a desk of its own, on one queue
 * with an end: for what takes long (passwords, proving the journal), and for all
 * that waits for a database on another machine. */
#ifndef WEB_CREW_H
#define WEB_CREW_H

#include "web/app.h"

struct crew;

/* NULL with one sentence. */
struct crew *crew_start(int threads, int waiting_max, const char *db_url, char error[256]);
void crew_stop(struct crew *w); /* finishes what waits; NULL is accepted */

/* From any thread: work(r, a desk) soon, which sees to the answer.  False: too much
 * waits already. */
bool crew_submit(struct crew *w, struct req *r, void (*work)(struct req *r, struct desk *d));

#endif
