/* entente bench: fills an empty database with a large firm, through the door
 * like everything else, and measures what the machine itself can do, so that
 * what the server does can be told as a ratio (tools/bench.sh). */
#include "cli/cli.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "record/desk.h"
#include "record/search.h"
#include "rules/entry.h"
#include "rules/portrait.h"
#include "web/app.h"
#include "web/template.h"

#define FIXED_BODY_MAX (1 << 20)
#define STAFF 50
#define BATCH 2000
#define WAITING_EVERY 17 /* one client in so many has an unanswered message */
#define DUE_EVERY 13     /* … and a promise due today */
#define BUSY_EXCHANGES 5000
#define BUSY_DAYS 90 /* … of one client more, so often */

static const char *const openings[] = {"Marie appelle au sujet du calendrier de lancement",
    "We went through the press list together", "Point du mardi sur la vitrine et les visuels",
    "Il manque encore les chiffres de la région", "They asked whether the invitation could leave on Thursday",
    "Relecture du dossier avec la direction", "Remerciements pour la rencontre de la semaine dernière",
    "Question sur le budget du second volet"};
static const char *const middles[] = {
    "nous avons convenu d'avancer par étapes et de confirmer chaque étape par écrit avant la suivante",
    "the printer confirmed the paper and we keep the date that was agreed in January",
    "le conseil se réunit le douze et la présentation doit tenir en une page, sans jargon",
    "she worries about the translation and would like to read it before it goes to the journalists",
    "la photo de couverture est choisie, il reste la légende et les droits à confirmer",
    "we promised two versions, a short one for the web and a long one for the annual report"};
static const char *const endings[] = {"À reprendre lundi.", "Nothing else is open.",
    "La suite dépend de leur réponse.", "Karim takes it from here.", "Prochain point fixé.",
    "They were happy with it."};

static const char *phrase(struct arena *a, int64_t n)
{
	return arena_printf(a, "%s ; %s. %s (dossier %lld) %s, %s. %s", openings[n % 8], middles[n % 6],
	    endings[n % 5], (long long)(n * 7919 % 100000), openings[(n / 8) % 8], middles[(n / 6) % 6],
	    endings[(n / 5) % 6]);
}

/* ---- seeding ---------------------------------------------------------------------- */

struct seeding {
	int64_t clients, exchanges; /* wanted */
	int64_t client, exchange;   /* done */
	int64_t staff[STAFF];
	int64_t client_ids[BATCH];
	const char *why;
};

/* Asks the door; the id of the record, 0 when refused. */
static int64_t ask(
    struct ctx *c, struct seeding *s, const struct kind *k, int64_t id, const char *verb, json_t *in)
{
	struct call call = {.kind = k,
	    .verb = verb,
	    .id = id ? arena_printf(c->arena, "%lld", (long long)id) : NULL,
	    .input = in};
	struct outcome o = {0};
	bool done = !s->why && act(c, &call, &o);
	json_decref(in);
	if (!done && !s->why)
		s->why = o.refusal.nfields ? o.refusal.field[0].field : o.refusal.code->code;
	return done ? outcome_id(&o) : 0;
}

static int64_t make(struct ctx *c, struct seeding *s, const struct kind *k, json_t *in)
{
	return ask(c, s, k, 0, "create", in);
}

static bool seed_staff(struct ctx *c, void *user)
{
	struct seeding *s = user;
	for (int i = 0; i < STAFF && !s->why; i++)
		s->staff[i] = make(c, s, &person_kind,
		    json_pack("{s:o, s:o, s:s}", "name", json_sprintf("Personne %02d", i + 1), "email",
			json_sprintf("p%02d@bench.example", i + 1), "role", i == 0 ? "lead" : "member"));
	return !s->why;
}

/* One in five comes from them and waits until the next one; of some clients the last has
 * no answer yet. */
static void seed_exchange(struct ctx *c, struct seeding *s, int64_t client, int64_t n, int64_t of)
{
	static const char *const channels[] = {"email", "phone", "video", "sms", "in_person"};
	bool waits = n == of - 1 && client % WAITING_EVERY == 0, comes = waits || n % 5 == 3;
	instant at = waits ? c->now - 6 * HOUR_SECONDS * (1 + client % 5)
			   : c->now - (of - n) * (400 * DAY_SECONDS / of) - 1;
	make(c, s, &exchange_kind,
	    json_pack("{s:I, s:s, s:s, s:s, s:s, s:s, s:b, s:I}", "client_id", (json_int_t)client, "channel",
		channels[n % 5], "direction",
		comes        ? "in"
		: n % 5 == 0 ? "out"
			     : "both",
		"at", instant_text(c->arena, &c->firm->calendar.zone, at), "subject",
		openings[(n + client) % 8], "text", phrase(c->arena, client * 31 + n), "needs_reply",
		(int)comes, "our_person_id", (json_int_t)s->staff[(n + client) % STAFF]));
}

/* What a client paid, four times in the year; hardly two pay the same. */
static void seed_revenue(struct ctx *c, struct seeding *s, int64_t client)
{
	for (int quarter = 0; quarter < 4; quarter++)
		make(c, s, &entry_kind,
		    json_pack("{s:I, s:s, s:I, s:s}", "client_id", (json_int_t)client, "kind", "revenue",
			"cents", (json_int_t)(10000 + client * 7919 % 5000000), "on",
			day_text(c->arena, c->today - 30 - 90 * quarter)));
}

/* ---- what a picture of the relation is made of ------------------------------------ */

#define MEETINGS 6
#define PROMISES 8
#define WHYS 3

static const char *instant_before(struct ctx *c, int64_t days)
{
	return instant_text(c->arena, &c->firm->calendar.zone, c->now - days * DAY_SECONDS);
}

/* The last one. */
static int64_t seed_meetings(struct ctx *c, struct seeding *s, int64_t client)
{
	int64_t last = 0;
	for (int i = 0; i < MEETINGS; i++)
		last = make(c, s, &exchange_kind,
		    json_pack("{s:I, s:s, s:s, s:i, s:s}", "client_id", (json_int_t)client, "channel",
			"in_person", "direction", "both", "minutes", 45, "at",
			instant_before(c, 5 + 14 * (MEETINGS - i))));
	return last;
}

static void seed_promises(struct ctx *c, struct seeding *s, int64_t client, int64_t mandate)
{
	for (int i = 0; i < PROMISES; i++) {
		int64_t days = 5 + 10 * i;
		int64_t id = make(c, s, &promise_kind,
		    json_pack("{s:I, s:I, s:s, s:s, s:s}", "client_id", (json_int_t)client, "mandate_id",
			(json_int_t)mandate, "side", "us", "text", middles[i % 6], "due",
			day_text(c->arena, c->today - days)));
		ask(c, s, &promise_kind, id, "done", json_pack("{s:s}", "done_at", instant_before(c, days)));
	}
}

static void seed_whys(struct ctx *c, struct seeding *s, int64_t client, int64_t met)
{
	static const char *const questions[WHYS] = {"goal", "worry", "audience"};
	for (int i = 0; i < WHYS; i++) {
		int64_t id = make(c, s, &insight_kind,
		    json_pack("{s:I, s:s, s:s}", "client_id", (json_int_t)client, "question", questions[i],
			"text", endings[i]));
		ask(c, s, &insight_kind, id, "verify", json_pack("{s:I}", "exchange_id", (json_int_t)met));
	}
}

static void seed_moments(struct ctx *c, struct seeding *s, int64_t client)
{
	static const char *const moments[] = {"win", "extra", "meetup"};
	for (int i = 0; i < 3; i++) {
		int64_t id = make(c, s, &moment_kind,
		    json_pack("{s:I, s:s, s:s, s:s}", "client_id", (json_int_t)client, "kind", moments[i],
			"title", openings[i], "happened_on", day_text(c->arena, c->today - 30)));
		ask(c, s, &moment_kind, id, "done", json_object());
	}
}

static void seed_relation(struct ctx *c, struct seeding *s, int64_t client)
{
	int64_t mandate = make(c, s, &mandate_kind,
	    json_pack("{s:I, s:s, s:i}", "client_id", (json_int_t)client, "title", openings[client % 8],
		"budget_minutes", 6000));
	ask(c, s, &mandate_kind, mandate, "start", json_pack("{s:s}", "override_reason", "banc"));
	int64_t met = seed_meetings(c, s, client);
	seed_promises(c, s, client, mandate);
	seed_whys(c, s, client, met);
	seed_moments(c, s, client);
	make(c, s, &term_kind,
	    json_pack("{s:I, s:s, s:s, s:s}", "mandate_id", (json_int_t)mandate, "kind", "rule", "owed_by",
		"us", "text", endings[1]));
	make(c, s, &entry_kind,
	    json_pack("{s:I, s:I, s:s, s:i}", "client_id", (json_int_t)client, "mandate_id",
		(json_int_t)mandate, "kind", "hours", "minutes", 3660));
	int64_t idea = make(c, s, &matter_kind,
	    json_pack("{s:I, s:s, s:s, s:s}", "client_id", (json_int_t)client, "nature", "idea", "title",
		middles[0], "noticed_at", instant_before(c, 30)));
	ask(c, s, &matter_kind, idea, "tell", json_pack("{s:I}", "exchange_id", (json_int_t)met));
}

/* One who writes all the time. */
static bool seed_busy(struct ctx *c, void *user)
{
	c->takes_over = true;
	struct seeding *s = user;
	int64_t id = make(c, s, &client_kind,
	    json_pack("{s:s, s:s, s:I}", "name", "Client très occupé", "state", "active", "responsible_id",
		(json_int_t)s->staff[0]));
	for (int64_t n = 0; n < BUSY_EXCHANGES && !s->why; n++)
		make(c, s, &exchange_kind,
		    json_pack("{s:I, s:s, s:s, s:s, s:o, s:s, s:b}", "client_id", (json_int_t)id, "channel",
			n % 50 == 0 ? "phone" : "email", "direction", n % 2 ? "in" : "out", "at",
			instant_text(c->arena, &c->firm->calendar.zone,
			    c->now - (BUSY_EXCHANGES - n) * (BUSY_DAYS * DAY_SECONDS / BUSY_EXCHANGES)),
			"subject", json_sprintf("Re: dossier %lld", (long long)(n / 7)), "text",
			phrase(c->arena, n), "needs_reply", 0));
	seed_relation(c, s, id);
	return !s->why;
}

static void seed_client(struct ctx *c, struct seeding *s)
{
	int64_t n = s->client++, per = s->exchanges / s->clients;
	int64_t id = make(c, s, &client_kind,
	    json_pack("{s:o, s:s, s:I}", "name",
		json_sprintf("Client %05lld %s", (long long)n, openings[n % 8]), "state", "active",
		"responsible_id", (json_int_t)s->staff[n % STAFF]));
	for (int64_t i = 0; i < per && !s->why; i++)
		seed_exchange(c, s, id, i, per);
	seed_revenue(c, s, id);
	s->exchange += per;
	day due = n % DUE_EVERY == 0 ? c->today : c->today + 5 + n % 60;
	make(c, s, &promise_kind,
	    json_pack("{s:I, s:s, s:s, s:s, s:I}", "client_id", (json_int_t)id, "side", "us", "text",
		middles[n % 6], "due", day_text(c->arena, due), "person_id",
		(json_int_t)s->staff[n % STAFF]));
	seed_relation(c, s, id);
}

static bool seed_some(struct ctx *c, void *user)
{
	c->takes_over = true; /* a firm long at work: its past owes nothing */
	struct seeding *s = user;
	for (int64_t from = s->exchange; s->client < s->clients && s->exchange - from < BATCH && !s->why;)
		seed_client(c, s);
	return !s->why;
}

static bool fill_index(struct ctx *c, void *user)
{
	bool *more = user;
	*more = search_catch_up(c->db, c->arena, BATCH);
	return true;
}

static int seed(const char *url, int64_t clients, int64_t exchanges)
{
	char error[256];
	struct desk d;
	struct seeding s = {.clients = clients, .exchanges = exchanges};
	if (!desk_found(url, "Banc d'essai", "America/Montreal", LANG_FR, "CAD", NULL, error) ||
	    !desk_open(&d, url, DB_WRITE, error)) {
		fprintf(stderr, "%s\n", error);
		return 1;
	}
	bool done = desk_write(&d, NULL, LANG_FR, seed_staff, &s, error);
	while (done && s.client < s.clients) {
		done = desk_write(&d, NULL, LANG_FR, seed_some, &s, error);
		db_checkpoint(d.db);
		if (isatty(STDERR_FILENO))
			fprintf(
			    stderr, "\r%lld of %lld exchanges", (long long)s.exchange, (long long)exchanges);
	}
	done = done && desk_write(&d, NULL, LANG_FR, seed_busy, &s, error);
	for (bool more = true; done && more;) {
		done = desk_write(&d, NULL, LANG_FR, fill_index, &more, error);
		db_checkpoint(d.db);
	}
	if (isatty(STDERR_FILENO))
		fputc('\n', stderr);
	if (!done)
		fprintf(stderr, "%s %s\n", error, s.why ? s.why : "");
	desk_close(&d);
	return done ? 0 : 1;
}

/* ---- what the machine does ------------------------------------------------------------ */

static double seconds_now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* Appends of 4 KiB, each made durable: what one commit alone would cost. */
static int measure_fdatasync(void)
{
	char name[] = "bench-fdatasync-XXXXXX", block[4096] = {1};
	int fd = mkstemp(name), n = 0;
	if (fd < 0) {
		fprintf(stderr, "no file can be made here: %s\n", strerror(errno));
		return 1;
	}
	unlink(name);
	double start = seconds_now(), end = start + 3;
	while (seconds_now() < end && write(fd, block, sizeof block) == (ssize_t)sizeof block &&
	       fdatasync(fd) == 0)
		n++;
	printf("%.0f\n", n / (seconds_now() - start));
	close(fd);
	return 0;
}

/* ---- the same pages without HTTP ------------------------------------------------- */

#define READERS 2
#define READ_SECONDS 3

struct reader {
	pthread_t thread;
	const char *url, *path; /* path: "/auj", or "/c/" and a client */
	int64_t clients, pages;
	unsigned seed;
	bool failed;
};

static void *read_pages(void *user)
{
	struct reader *r = user;
	char error[256];
	struct desk d;
	if (!desk_open(&d, r->url, DB_READ, error)) {
		r->failed = true;
		return NULL;
	}
	struct arena *a = arena_new();
	const struct who who = {.id = 1, .role = LEAD, .name = "Personne 01"};
	bool one_client = r->path[strlen(r->path) - 1] == '/';
	for (double end = seconds_now() + READ_SECONDS; seconds_now() < end && !r->failed; r->pages++) {
		arena_reset(a);
		int64_t id = 1 + rand_r(&r->seed) % r->clients;
		const char *path = one_client ? arena_printf(a, "%s%lld", r->path, (long long)id) : r->path;
		r->failed = app_page_bytes(&d, a, path, &who) == 0;
	}
	arena_free(a);
	desk_close(&d);
	return NULL;
}

/* Pages a second of one kind on two threads, read and rendered in-process. */
static int measure_pages(const char *url, const char *path, int64_t clients)
{
	char error[256];
	struct reader r[READERS];
	int64_t pages = 0;
	bool failed = false;
	if (!templates_load(error))
		return fail("%s", error);
	for (int i = 0; i < READERS; i++) {
		r[i] = (struct reader){.url = url, .path = path, .clients = clients, .seed = (unsigned)i + 1};
		pthread_create(&r[i].thread, NULL, read_pages, &r[i]);
	}
	for (int i = 0; i < READERS; i++) {
		pthread_join(r[i].thread, NULL);
		pages += r[i].pages;
		failed = failed || r[i].failed;
	}
	if (failed)
		return fail("%s could not be read from %s", path, url);
	printf("%lld\n", (long long)(pages / READ_SECONDS));
	return DONE;
}

/* ---- pictures of relations --------------------------------------------------------- */

#define PICTURES 2000

/* What this thread has computed, whatever else the machine does. */
static double seconds_computed(void)
{
	struct timespec t;
	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static double one_picture(struct desk *d, int64_t client)
{
	const struct who who = {.id = 1, .role = LEAD, .name = "Personne 01"};
	struct ctx *c = desk_begin(d, &who, LANG_FR);
	double start = seconds_computed();
	const struct client *k = GET(c, client, client);
	if (!k || !portrait_read(c, k))
		return -1;
	return 1000 * (seconds_computed() - start);
}

#define TIMES_READ 5

static int by_length(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

/* Milliseconds of computing: of clients at random the middle one and 99 of a hundred, then
 * of the busy one. */
static int measure_pictures(const char *url, int64_t clients)
{
	char error[256];
	struct desk d;
	double took[PICTURES];
	unsigned seed_of_chance = 1;
	if (!desk_open(&d, url, DB_READ, error))
		return fail("%s", error);
	for (int i = 0; i < PICTURES; i++)
		took[i] = one_picture(&d, 1 + rand_r(&seed_of_chance) % clients);
	double busy = one_picture(&d, clients + 1);
	for (int i = 0; i < 20; i++)
		busy = busy < 0 ? busy : (busy * i + one_picture(&d, clients + 1)) / (i + 1);
	desk_close(&d);
	qsort(took, PICTURES, sizeof *took, by_length);
	if (took[0] < 0 || busy < 0)
		return fail("a picture could not be read from %s", url);
	printf("%.2f %.2f %.2f\n", took[PICTURES / 2], took[PICTURES * 99 / 100], busy);
	return DONE;
}

/* Milliseconds for one page that reads much: the middle of five, and the first one, when
 * nothing of it was in memory of ours. */
static int measure_one(const char *url, const char *path)
{
	char error[256];
	struct desk d;
	double ms[TIMES_READ], first;
	if (!templates_load(error) || !desk_open(&d, url, DB_READ, error))
		return fail("%s", error);
	struct arena *a = arena_new();
	const struct who who = {.id = 1, .role = LEAD, .name = "Personne 01"};
	bool read = true;
	for (int i = 0; i < TIMES_READ && read; i++) {
		arena_reset(a);
		double start = seconds_now();
		read = app_page_bytes(&d, a, path, &who) > 0;
		ms[i] = 1000 * (seconds_now() - start);
	}
	first = ms[0];
	qsort(ms, TIMES_READ, sizeof ms[0], by_length);
	arena_free(a);
	desk_close(&d);
	if (!read)
		return fail("%s could not be read from %s", path, url);
	printf("%.0f ms (the first time %.0f)\n", ms[TIMES_READ / 2], first);
	return DONE;
}

/* A page of fixed bytes from the same server: what HTTP alone costs. */
static void fixed_page(struct http *x, void *state)
{
	size_t n = *(size_t *)state;
	static const char line[] =
	    "The quick brown fox jumps over the lazy dog, again and again and again.\n";
	for (size_t k = 0; k + sizeof line - 1 <= n; k += sizeof line - 1)
		buf_add(http_out(x), line, sizeof line - 1);
	http_set(x, "Content-Type", "text/html; charset=utf-8");
	http_answer(x, 200);
}

static void *fixed_start(int loop, void *user)
{
	(void)loop;
	return user;
}

static void fixed_end(void *state)
{
	(void)state;
}

static void fixed_ready(int port, void *user)
{
	(void)user;
	printf("listening on http://127.0.0.1:%d\n", port);
	fflush(stdout);
}

static size_t fixed_limit(const char *path, const char *query, size_t query_n)
{
	(void)path, (void)query, (void)query_n;
	return FIXED_BODY_MAX;
}

static void fixed_refusal(int status, struct buf *out, const char **ret_type)
{
	buf_int(out, status);
	*ret_type = "text/plain";
}

static int serve_fixed(size_t bytes, int port)
{
	char error[256];
	struct server_config c = {.host = "127.0.0.1",
	    .port = port,
	    .user = &bytes,
	    .loop_start = fixed_start,
	    .loop_end = fixed_end,
	    .handle = fixed_page,
	    .ready = fixed_ready,
	    .body_max = FIXED_BODY_MAX,
	    .body_limit = fixed_limit,
	    .refusal = fixed_refusal};
	if (server_run(&c, error))
		return 0;
	fprintf(stderr, "%s\n", error);
	return 1;
}

/* ---- the command --------------------------------------------------------------------------- */

int bench_command(const struct args *args)
{
	int64_t clients, exchanges, fixed, port;
	if (!args_number(args, "clients", 1, 1000000, 10000, &clients) ||
	    !args_number(args, "exchanges", 1, 100000000, 1000000, &exchanges) ||
	    !args_number(args, "fixed", 1, 1 << 20, 0, &fixed) ||
	    !args_number(args, "port", 1, 65535, 8090, &port))
		return MISUSED;
	if (fixed)
		return serve_fixed((size_t)fixed, (int)port);
	if (args_text(args, "fdatasync"))
		return measure_fdatasync();
	const char *url = args_text(args, "db");
	if (!url)
		return misuse(args->command, "--db is missing: an empty database to fill");
	if (args_text(args, "read"))
		return measure_pages(url, args_text(args, "read"), clients);
	if (args_text(args, "pictures"))
		return measure_pictures(url, clients);
	if (args_text(args, "time"))
		return measure_one(url, args_text(args, "time"));
	return seed(url, clients, exchanges);
}
