/* A record as a page shows it, name by name, made when a template asks:
 *
 *   {{said.due}}   a field in words, as its reader may read it; nothing of what they may not
 *   {{kept.due}}   the same as an input takes it back; a choice as {{#kept.side.us}};
 *                  {{kept.rev}} and {{kept.was}}: what a form opened on (typed.h)
 *   {{may.move}}   whether this reader may do that; and, where its row has a say, now */
#ifndef WEB_RECORD_H
#define WEB_RECORD_H

#include "web/app.h"
#include "web/view.h"

void record_view(struct req *r, struct view *v, const struct kind *k, const void *rec);
/* Every text that a correction may change, as its input takes it, by the input's name. */
json_t *record_kept(struct req *r, const struct kind *k, const void *rec);

#endif
