/* How a client's people come in: by the link of a letter, to what it was about;
 * by a code sent to their address, to everything of theirs. */
#ifndef PORTAL_ENTRANCE_H
#define PORTAL_ENTRANCE_H

#include "web/app.h"

handler home_page;            /* / */
handler link_page, link_open; /* /l/{pass} */
handler ask_page, ask_code;   /* /p/entrer */
handler code_page, enter;     /* /p/code */

#endif
