/* A database that is thrown away when its work is done: in a folder of its own,
 * which nobody else can enter. */
#include "cli/cli.h"

#include <libgen.h>
#include <stdlib.h>
#include <unistd.h>

const char *scratch_make(struct arena *a, char error[256])
{
	const char *temporary = getenv("TMPDIR");
	char *folder = arena_printf(a, "%s/entente-XXXXXX", temporary && *temporary ? temporary : "/tmp");
	if (mkdtemp(folder))
		return arena_printf(a, "%s/scratch", folder);
	snprintf(error, 256, "cannot make a folder at %.200s", folder);
	return NULL;
}

void scratch_remove(struct arena *a, const char *path)
{
	database_remove(a, path);
	rmdir(dirname(arena_strdup(a, path)));
}

void database_remove(struct arena *a, const char *path)
{
	unlink(path);
	unlink(arena_printf(a, "%s-wal", path));
	unlink(arena_printf(a, "%s-shm", path));
}
