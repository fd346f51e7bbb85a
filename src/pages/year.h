/* A client's year at the head of its thread, and one week of it. */
#ifndef PAGES_YEAR_H
#define PAGES_YEAR_H

#include "rules/year.h"
#include "web/app.h"
#include "web/view.h"

/* `year` as templates/year.html takes it; nothing while nothing happened. */
void year_view(struct req *r, struct view *v, int64_t client);
/* `week`: what was promised and told in the week that begins that Monday. */
void week_view(struct req *r, struct view *v, int64_t client, day monday);

#endif
