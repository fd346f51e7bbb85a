/* What became of letters, in words: wherever one is said to have left, or to wait. */
#ifndef WEB_FATE_H
#define WEB_FATE_H

#include "record/letter.h"
#include "web/app.h"

/* "left at 2:54 pm", "leaves in a moment", "has not left yet: the mail server does not
 * answer (tried until …)", "the address was refused". */
const char *fate_text(struct req *r, const struct letter_fate *l);

/* Of the letters about a record the one that says how it stands: one that left, else one
 * that waits, else any.  NULL: nobody who is still there was sent one. */
const struct letter_fate *fate_about(struct req *r, const struct kind *k, int64_t id);

#endif
