/* Files built into the program: templates, static files, translations, the
 * demonstration.  The table is generated at build time by tools/embed.sh. */
#ifndef BASE_ASSET_H
#define BASE_ASSET_H

#include <stddef.h>

struct asset {
	const char *name; /* "templates/today.html", "static/app.css", "fr.mo" */
	const unsigned char *p;
	size_t n;
	const char *hash; /* 16 hex digits of its content, for addresses that never go stale */
};

extern const struct asset assets[];               /* the last has no name */
const struct asset *asset_find(const char *name); /* NULL when there is none */

#endif
