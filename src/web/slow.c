/* The slow thread: a queue with an end, and one desk. */
#include "web/slow.h"

#include <pthread.h>

#define WAITING_MAX 64

static struct {
	pthread_t thread;
	pthread_mutex_t lock;
	pthread_cond_t wake;
	struct req *first, **last;
	int waiting;
	bool stopping;
	struct desk desk;
} slow = {.lock = PTHREAD_MUTEX_INITIALIZER, .wake = PTHREAD_COND_INITIALIZER};

struct desk *slow_desk(void)
{
	return &slow.desk;
}

static struct req *take(void)
{
	while (!slow.first && !slow.stopping)
		pthread_cond_wait(&slow.wake, &slow.lock);
	struct req *r = slow.first;
	if (!r)
		return NULL;
	slow.first = r->next;
	if (!slow.first)
		slow.last = &slow.first;
	slow.waiting--;
	return r;
}

static void *slow_thread(void *user)
{
	(void)user;
	pthread_mutex_lock(&slow.lock);
	for (struct req *r; (r = take());) {
		pthread_mutex_unlock(&slow.lock);
		r->work(r);
		pthread_mutex_lock(&slow.lock);
	}
	pthread_mutex_unlock(&slow.lock);
	return NULL;
}

bool slow_start(const char *db_url, char error[256])
{
	if (!desk_open(&slow.desk, db_url, DB_READ, error))
		return false;
	slow.last = &slow.first;
	slow.stopping = false;
	pthread_create(&slow.thread, NULL, slow_thread, NULL);
	return true;
}

void slow_stop(void)
{
	pthread_mutex_lock(&slow.lock);
	slow.stopping = true;
	pthread_cond_signal(&slow.wake);
	pthread_mutex_unlock(&slow.lock);
	pthread_join(slow.thread, NULL);
	desk_close(&slow.desk);
}

bool slow_submit(struct req *r, void (*work)(struct req *r))
{
	pthread_mutex_lock(&slow.lock);
	bool room = slow.waiting < WAITING_MAX;
	if (room) {
		r->work = work;
		r->next = NULL;
		*slow.last = r;
		slow.last = &r->next;
		slow.waiting++;
		pthread_cond_signal(&slow.wake);
	}
	pthread_mutex_unlock(&slow.lock);
	return room;
}
