/* What waits, as rows of a page: templates/row.html. */
#ifndef PAGES_ROWS_H
#define PAGES_ROWS_H

#include "rules/today.h"
#include "pages/exchanges.h"

/* What helps to do a row: whom to ring, which appointments come. */
struct help {
	const struct contact *contacts;
	const struct appointment *appointments;
};

/* As templates/row.html takes it.  The page itself gives `people`, the team. */
void row_view(struct req *r, struct view *v, const struct today_row *row, const struct help *help);

#endif
