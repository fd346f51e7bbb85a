/* entente serve: the pages and the API, and the letters, until a signal ends it. */
#include "cli/cli.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/log.h"
#include "mail/compose.h"
#include "mail/post.h"
#include "web/app.h"

#define URL_MAX 300
#define FROM_NOBODY "entente@localhost" /* of letters that go no further than a folder or a test */
#define PASSWORD_BYTES 300

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

static bool is_site(const char *s)
{
	size_t n = strlen(s);
	return (strncmp(s, "http://", 7) == 0 || strncmp(s, "https://", 8) == 0) && n < URL_MAX &&
	       strspn(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:/[]%") == n &&
	       s[n - 1] != '/';
}

static bool is_mail_address(const char *s)
{
	const char *at = strchr(s, '@');
	return at && at != s && at[1] && !strpbrk(s, " \t\r\n<>\",;") && !strchr(at + 1, '@');
}

/* The first line of a file. */
static const char *line_read(struct arena *a, const char *path)
{
	char line[PASSWORD_BYTES];
	FILE *f = fopen(path, "r");
	const char *got = f ? fgets(line, sizeof line, f) : NULL;
	if (f)
		fclose(f);
	return got ? arena_strndup(a, line, strcspn(line, "\r\n")) : NULL;
}

static bool is_folder(const char *path)
{
	struct stat s;
	return stat(path, &s) == 0 && S_ISDIR(s.st_mode) && access(path, W_OK | X_OK) == 0;
}

/* What goes with what; one sentence when it does not. */
static const char *fault_of(const struct args *args, const struct post_config *post)
{
	if (post->site && !is_site(post->site))
		return "--site is written https://HOST, without / at its end";
	if (post->smtp && post->folder)
		return "letters leave by --smtp or stay in --mail-dir, not both";
	if ((post->smtp && !post->from) || (post->from && !is_mail_address(post->from)))
		return "--mail-from is the firm's own e-mail address";
	if (args_text(args, "smtp-password-file") && !post->password)
		return "the file of --smtp-password-file cannot be read";
	if (post->folder && !is_folder(post->folder))
		return "--mail-dir is a folder that is there and can be written to";
	return NULL;
}

/* Nobody finds out by waiting that letters do not leave. */
static void tell_what_waits(const struct post_config *post)
{
	if (!post->smtp && !post->folder)
		log_line("level=warn what=\"letters wait: neither --smtp nor --mail-dir is given\"");
	else if (!post->site)
		log_line("level=warn what=\"letters with a link wait: --site is not given\"");
}

static bool clock_stands_right(const char *db_url, char error[256])
{
	struct desk d;
	if (!desk_open(&d, db_url, DB_WRITE, error))
		return true; /* which is said once it is needed */
	bool right = clock_is_believed(desk_begin(&d, NULL, d.firm->lang), error);
	desk_close(&d);
	return right;
}

/* A test database sends nothing: GET /test/outbox shows what would have left. */
static int serve(const struct app_config *app, const struct post_config *post)
{
	char error[256];
	struct post *thread = NULL;
	compose_init();
	if (!clock_stands_right(app->db_url, error))
		return fail("%s", error);
	if (app->test_clock)
		return app_serve(app);
	tell_what_waits(post);
	if ((post->smtp || post->folder) && !(thread = post_start(post, error)))
		return fail("%s", error);
	int status = app_serve(app);
	post_stop(thread);
	return status;
}

static bool proxies_read(const struct args *args)
{
	for (int i = 0; i < args->nagain; i++)
		if (!network_add_proxy(args->again[i]))
			return false;
	return true;
}

int serve_command(const struct args *args)
{
	struct arena *a = arena_new();
	const char *site = args_text(args, "site"), *listen = args_text(args, "listen");
	const char *password_file = args_text(args, "smtp-password-file");
	const char *from = args_text(args, "mail-from"), *folder = args_text(args, "mail-dir");
	struct app_config app = {.db_url = args_text(args, "db"),
	    .test_clock = args_text(args, "test-clock") != NULL,
	    .site = site ? site : arena_printf(a, "http://%s", listen),
	    .mail_from = from ? from : FROM_NOBODY};
	struct post_config post = {.db_url = app.db_url,
	    .from = from || !folder ? from : FROM_NOBODY,
	    .site = site,
	    .smtp = args_text(args, "smtp"),
	    .password = password_file ? line_read(a, password_file) : NULL,
	    .folder = folder};
	app.post = app.test_clock ? POST_PLAYED
		   : post.smtp    ? POST_SERVER
		   : post.folder  ? POST_FOLDER
				  : POST_NONE;
	app.links = app.test_clock || site;
	const char *fault = !address_read(a, listen, &app.host, &app.port)
				? "--listen is written HOST:PORT, such as 127.0.0.1:8080"
			    : !proxies_read(args)
				? "--proxy is an address in figures, such as 127.0.0.1 or ::1"
				: fault_of(args, &post);
	int status = fault ? misuse(args->command, "%s", fault) : serve(&app, &post);
	arena_free(a);
	return status;
}
