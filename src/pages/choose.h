/* Choosing a client by typing: every one is reached by a part of their name, without a
 * script; one who is not there yet is added, and the page goes on with them. */
#ifndef PAGES_CHOOSE_H
#define PAGES_CHOOSE_H

#include "web/parts.h"

/* What a name is looked for by: words of it from their beginning, whatever their case and
 * accents, $1; and the same written as one, anywhere in it, "danjou", 田中, or signs as
 * they are, $2. */
#define NAME_FOUND "(' ' || name_key LIKE $1 OR replace(name_key, ' ', '') || ' ' || name LIKE $2 ESCAPE '!')"
struct name_sought {
	const char *words, *inside; /* patterns; NULL typed: every name */
};
struct name_sought name_sought(struct arena *a, const char *typed);

/* The client that the address names, by id or by name, with client_id and client_name
 * in the view; NULL: choose (templates/choose-client.html) asks who it is. */
const struct client *client_chosen(struct req *r, struct view *v, const char *page);

#endif
