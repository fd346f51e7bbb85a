/* Finds a built-in file by its name.  There are a few dozen, and whoever needs
 * one often keeps what was found, so the list is simply walked. */
#include "base/asset.h"

#include <string.h>

const struct asset *asset_find(const char *name)
{
	for (const struct asset *a = assets; a->name; a++)
		if (strcmp(a->name, name) == 0)
			return a;
	return NULL;
}
