/* What waits, as rows of a page: templates/row.html. */
#ifndef PAGES_ROWS_H
#define PAGES_ROWS_H

#include "rules/today.h"
#include "pages/exchanges.h"

/* As templates/row.html takes it, with the appointments to come of its client.  The
 * page itself gives `people`, the team. */
void row_view(
    struct req *r, struct view *v, const struct today_row *row, const struct appointment *appointments);
/* What was just received: `arrived` of today.html and client.html. */
void arrived_view(struct req *r, struct view *v, const struct arrival *first);

#endif
