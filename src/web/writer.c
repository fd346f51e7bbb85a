/* The one thread that changes records.  It takes whatever waits, does each in
 * a savepoint of its own, commits them together, and only then lets them be
 * answered; a second thread moves the write-ahead log into the database beside
 * it, so that no commit waits for that, and sees what is due though nobody asks. */
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <time.h>

#include "base/log.h"
#include "base/when.h"
#include "record/search.h"
#include "web/app.h"

#define BATCH_MAX 256
#define INDEX_BATCH 500
#define INDEX_EVERY 32 /* batches of requests before the index gets its turn */
#define BEAT_SECONDS 1
#define HELD_MS 50 /* nobody waits longer for one other's change; else it is said */

#define DISK_FULL N_("The disk is full: nothing was changed. Whoever looks after this server can make room.")
#define CLOCK_DOUBTED \
	N_("The clock of this server has jumped far ahead: nothing was changed. Whoever looks after the " \
	   "server can set it, or say that it is right.")

struct writer {
	pthread_t thread, heart;
	pthread_mutex_t lock;
	pthread_cond_t wake, tick;
	struct req *first, **last; /* what waits */
	bool stopping, nudged;
	/* The writer's own: rules that nobody waits for are still to act; the clock is not believed. */
	bool lags, doubts;
	struct desk desk, heart_desk;
	atomic_llong next_ring;
	atomic_bool index_waits;
};

static struct req *take_batch(struct writer *w, int *ret_n)
{
	struct req *batch = w->first, *r = batch;
	int n = 0;
	for (; r && n < BATCH_MAX - 1 && r->next; r = r->next)
		n++;
	if (r) {
		n++;
		w->first = r->next;
		r->next = NULL;
		if (!w->first)
			w->last = &w->first;
	}
	*ret_n = n;
	return batch;
}

/* The whole index, a batch of memory at a time. */
static void catch_up(struct db *db, struct arena *own)
{
	struct arena *page = arena_new();
	db_set_arena(db, page);
	while (search_catch_up(db, page, INDEX_BATCH))
		arena_reset(page);
	db_set_arena(db, own);
	arena_free(page);
}

static void run_one(struct writer *w, struct req *r)
{
	struct db *db = w->desk.db;
	if (!db_savepoint(db))
		return;
	r->c = desk_begin_in(&w->desk, http_arena(r->x), &r->who, r->lang);
	if (r->route->searches)
		catch_up(db, r->c->arena);
	r->keep = r->route->searches || r->marked;
	if (r->marked)
		r->route->mark(r);
	route_run(r);
	if (r->keep && !db_failed(db)) {
		db_release(db);
		if (r->changes_settings)
			firm_changed(); /* the rest of this batch goes by the new ones */
	} else {
		if (db_failed(db))
			r->status = 0;
		db_rollback_to(db);
	}
}

static void look_ahead(struct writer *w)
{
	/* All clocks are renewed: nobody need ask any more whether one is. */
	if (w->desk.firm->renewal.under_way && !firm_renewal(w->desk.db).under_way)
		firm_changed();
	struct ahead next = time_ahead(w->desk.db, w->desk.firm->test, firm_now(w->desk.db, w->desk.firm));
	atomic_store(&w->next_ring, next.at);
	atomic_store(&w->index_waits, search_waits(w->desk.db));
	w->lags = next.lags;
}

/* Said once, and again when it was set right in between. */
static bool clock_is_doubted(struct writer *w, const struct ctx *c)
{
	char error[256];
	bool doubted = !clock_is_believed(c, error);
	if (doubted && !w->doubts)
		log_line("level=error what=\"%s\"", error);
	w->doubts = doubted;
	return doubted;
}

static bool let_time_pass(struct writer *w, const char **ret_why)
{
	struct ctx *c = desk_begin(&w->desk, NULL, LANG_FR);
	if (clock_is_doubted(w, c)) {
		*ret_why = CLOCK_DOUBTED;
		return false;
	}
	return time_passes(c) && firm_clock_seen(c->db, c->firm, c->now);
}

/* Nobody is told "done" before it is on the disk. */
static void run_batch(struct writer *w, struct req *batch)
{
	struct db *db = w->desk.db;
	const char *why = NULL;
	bool settings = false, done = db_begin(db);
	firm_watch(db);
	done = done && let_time_pass(w, &why);
	for (struct req *r = batch; r && done; r = r->next) {
		int64_t from = now_ms();
		run_one(w, r);
		if (now_ms() - from > HELD_MS)
			log_line("level=warn what=\"a change held the writer\" ms=%lld method=%s route=%s",
			    (long long)(now_ms() - from), r->route->method, r->route->path);
		settings = settings || (r->keep && r->changes_settings);
		done = !db_failed(db);
	}
	if (done)
		done = db_commit(db);
	else
		db_rollback(db);
	if (settings) /* kept or taken back: what others read meanwhile was neither */
		firm_changed();
	if (!done && db_disk_full(db)) {
		why = DISK_FULL;
		log_line("level=error what=\"the disk is full: nothing is changed\"");
	}
	db_set_arena(db, w->desk.arena);
	look_ahead(w);
	w->lags = w->lags && done; /* what fails is tried again with the next change or second */
	for (struct req *r = batch, *next; r; r = next) {
		next = r->next;
		if (!done || r->status == 0)
			r->status = 503;
		r->why = why;
		r->done(r);
	}
}

static void fill_index(struct writer *w)
{
	struct db *db = w->desk.db;
	struct ctx *c = desk_begin(&w->desk, NULL, LANG_FR);
	bool more = false;
	if (db_begin(db)) {
		more = search_catch_up(db, c->arena, INDEX_BATCH);
		if (!db_commit(db))
			more = false; /* the next change or second tries again */
	}
	atomic_store(&w->index_waits, more);
}

static void *writer_thread(void *user)
{
	struct writer *w = user;
	int since_index = 0;
	pthread_mutex_lock(&w->lock);
	for (;;) {
		while (!w->first && !w->nudged && !w->stopping && !w->lags && !atomic_load(&w->index_waits))
			pthread_cond_wait(&w->wake, &w->lock);
		if (!w->first && w->stopping)
			break;
		int n;
		struct req *batch = take_batch(w, &n);
		bool nudged = w->nudged || w->lags;
		w->nudged = false;
		pthread_mutex_unlock(&w->lock);
		if (batch || nudged)
			run_batch(w, batch);
		bool idle = !batch && !nudged, behind = ++since_index >= INDEX_EVERY;
		if (atomic_load(&w->index_waits) && (idle || behind)) {
			fill_index(w);
			since_index = 0;
		}
		pthread_mutex_lock(&w->lock);
	}
	pthread_mutex_unlock(&w->lock);
	return NULL;
}

/* Another process (the command line) may have changed when time is next due. */
static void look_around(struct writer *w)
{
	struct ctx *c = desk_begin(&w->heart_desk, NULL, LANG_FR);
	db_read_begin(c->db);
	struct ahead next = time_ahead(c->db, c->plays_post, c->now);
	bool waits = search_waits(c->db) || next.lags || (next.at && next.at <= c->now);
	firm_watch(c->db);
	bool away = db_failed(c->db);
	db_read_end(c->db);
	if (!away && (waits || next.at != writer_next_ring(w)))
		writer_nudge(w);
}

static void *heart_thread(void *user)
{
	struct writer *w = user;
	pthread_mutex_lock(&w->lock);
	while (!w->stopping) {
		struct timespec until;
		clock_gettime(CLOCK_REALTIME, &until);
		until.tv_sec += BEAT_SECONDS;
		pthread_cond_timedwait(&w->tick, &w->lock, &until);
		pthread_mutex_unlock(&w->lock);
		db_checkpoint(w->heart_desk.db);
		look_around(w);
		pthread_mutex_lock(&w->lock);
	}
	pthread_mutex_unlock(&w->lock);
	return NULL;
}

struct writer *writer_start(const char *db_url, char error[256])
{
	struct writer *w = calloc(1, sizeof *w);
	if (!w)
		abort();
	if (!desk_open(&w->desk, db_url, DB_WRITE, error) ||
	    !desk_open(&w->heart_desk, db_url, DB_WRITE, error)) {
		desk_close(&w->desk);
		free(w);
		return NULL;
	}
	w->last = &w->first;
	pthread_mutex_init(&w->lock, NULL);
	pthread_cond_init(&w->wake, NULL);
	pthread_cond_init(&w->tick, NULL);
	look_ahead(w);
	pthread_create(&w->thread, NULL, writer_thread, w);
	pthread_create(&w->heart, NULL, heart_thread, w);
	return w;
}

void writer_stop(struct writer *w)
{
	if (!w)
		return;
	pthread_mutex_lock(&w->lock);
	w->stopping = true;
	pthread_cond_signal(&w->wake);
	pthread_cond_signal(&w->tick);
	pthread_mutex_unlock(&w->lock);
	pthread_join(w->thread, NULL);
	pthread_join(w->heart, NULL);
	desk_close(&w->heart_desk);
	desk_close(&w->desk);
	free(w);
}

void writer_submit(struct writer *w, struct req *r, void (*done)(struct req *r))
{
	r->done = done;
	r->next = NULL;
	pthread_mutex_lock(&w->lock);
	*w->last = r;
	w->last = &r->next;
	pthread_cond_signal(&w->wake);
	pthread_mutex_unlock(&w->lock);
}

void writer_nudge(struct writer *w)
{
	pthread_mutex_lock(&w->lock);
	w->nudged = true;
	pthread_cond_signal(&w->wake);
	pthread_mutex_unlock(&w->lock);
}

instant writer_next_ring(const struct writer *w)
{
	return atomic_load(&w->next_ring);
}

bool writer_index_waits(const struct writer *w)
{
	return atomic_load(&w->index_waits);
}
