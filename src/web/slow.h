/* What takes long, on purpose or by size, away from the loops and the writer: one
 * thread with a desk of its own (passwords, proving the journal). */
#ifndef WEB_SLOW_H
#define WEB_SLOW_H

#include "web/app.h"

bool slow_start(const char *db_url, char error[256]);
void slow_stop(void); /* finishes what waits */

/* Does work(r) there, which sees to the answer.  False: too much waits already. */
bool slow_submit(struct req *r, void (*work)(struct req *r));
/* Only inside such work. */
struct desk *slow_desk(void);

#endif
