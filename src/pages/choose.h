/* Choosing a client by typing: every one is reached by a part of their name, without a
 * script; one who is not there yet is added, and the page goes on with them. */
#ifndef PAGES_CHOOSE_H
#define PAGES_CHOOSE_H

#include "web/parts.h"

/* The client that the address names, by id or by name, with client_id and client_name
 * in the view; NULL: choose (templates/choose-client.html) asks who it is. */
const struct client *client_chosen(struct req *r, struct view *v, const char *page);

#endif
