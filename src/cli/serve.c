/* entente serve: the pages and the API, until a signal ends it. */
#include "cli/cli.h"

#include <stdlib.h>
#include <string.h>

#include "web/app.h"

/* "127.0.0.1:8080", "[::1]:8080"; port 0 lets the system choose. */
static bool address_read(struct arena *a, const char *text, const char **ret_host, int *ret_port)
{
	const char *colon = strrchr(text, ':');
	size_t digits = colon ? strspn(colon + 1, "0123456789") : 0;
	if (!colon || colon == text || digits == 0 || digits > 5 || colon[1 + digits])
		return false;
	long port = strtol(colon + 1, NULL, 10);
	size_t n = (size_t)(colon - text);
	bool bracketed = text[0] == '[' && colon[-1] == ']';
	*ret_host = bracketed ? arena_strndup(a, text + 1, n - 2) : arena_strndup(a, text, n);
	*ret_port = (int)port;
	return port <= 65535;
}

int serve_command(const struct args *args)
{
	const char *host;
	int port;
	struct arena *a = arena_new();
	int status;
	if (address_read(a, args_text(args, "listen"), &host, &port))
		status = app_serve(args_text(args, "db"), host, port, args_text(args, "test-clock") != NULL);
	else
		status = misuse(args->command, "--listen is written HOST:PORT, such as 127.0.0.1:8080");
	arena_free(a);
	return status;
}
