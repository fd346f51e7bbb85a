/* The plot of "the same treatment", drawn as SVG: it prints, and needs no script. */
#ifndef PAGES_PLOT_H
#define PAGES_PLOT_H

#include "rules/equity.h"
#include "web/page.h"

/* plot: how long each client waits, to a lead beside what they pay, to others third by
 * third, with clients in-house beside (templates/plot.html); nothing when there is
 * nothing to draw. */
void plot_view(struct req *r, struct view *v, const struct equity *e);

#endif
