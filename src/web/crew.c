/* A queue with an end, and threads that take from its front. */
#include "web/crew.h"

#include <pthread.h>
#include <stdlib.h>

struct hand {
	struct crew *crew;
	pthread_t thread;
	struct desk desk;
};

struct crew {
	pthread_mutex_t lock;
	pthread_cond_t wake;
	struct req *first, **last;
	int waiting, waiting_max;
	bool stopping;
	int n; /* hands */
	struct hand hand[];
};

static struct req *take(struct crew *w)
{
	while (!w->first && !w->stopping)
		pthread_cond_wait(&w->wake, &w->lock);
	struct req *r = w->first;
	if (!r)
		return NULL;
	w->first = r->next;
	if (!w->first)
		w->last = &w->first;
	w->waiting--;
	return r;
}

static void *hand_thread(void *user)
{
	struct hand *h = user;
	struct crew *w = h->crew;
	pthread_mutex_lock(&w->lock);
	for (struct req *r; (r = take(w));) {
		pthread_mutex_unlock(&w->lock);
		r->work(r, &h->desk);
		pthread_mutex_lock(&w->lock);
	}
	pthread_mutex_unlock(&w->lock);
	return NULL;
}

struct crew *crew_start(int threads, int waiting_max, const char *db_url, char error[256])
{
	struct crew *w = calloc(1, sizeof *w + (size_t)threads * sizeof *w->hand);
	if (!w)
		abort();
	w->last = &w->first;
	w->waiting_max = waiting_max;
	pthread_mutex_init(&w->lock, NULL);
	pthread_cond_init(&w->wake, NULL);
	while (w->n < threads && desk_open(&w->hand[w->n].desk, db_url, DB_READ, error)) {
		struct hand *h = &w->hand[w->n++];
		h->crew = w;
		pthread_create(&h->thread, NULL, hand_thread, h);
	}
	if (w->n == threads)
		return w;
	crew_stop(w);
	return NULL;
}

void crew_stop(struct crew *w)
{
	if (!w)
		return;
	pthread_mutex_lock(&w->lock);
	w->stopping = true;
	pthread_cond_broadcast(&w->wake);
	pthread_mutex_unlock(&w->lock);
	for (int i = 0; i < w->n; i++) {
		pthread_join(w->hand[i].thread, NULL);
		desk_close(&w->hand[i].desk);
	}
	free(w);
}

bool crew_submit(struct crew *w, struct req *r, void (*work)(struct req *r, struct desk *d))
{
	pthread_mutex_lock(&w->lock);
	bool room = w->waiting < w->waiting_max;
	if (room) {
		r->work = work;
		r->next = NULL;
		*w->last = r;
		w->last = &r->next;
		w->waiting++;
		pthread_cond_signal(&w->wake);
	}
	pthread_mutex_unlock(&w->lock);
	return room;
}
