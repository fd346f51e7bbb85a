/* Counting tries, by the minute and in memory.  Names are kept as keyed hashes, so
 * that nobody can choose names that fall on one place. */
#include "web/attempts.h"

#include <pthread.h>
#include <string.h>
#include <time.h>

#include "base/secret.h"

#define PLACES 32768
#define NEIGHBOURS 8 /* a name stands at its place or within so many */
#define ACCOUNT_BYTES 320

/* So many a minute.  An account tried from everywhere at once leaves each network a few
 * tries, its owner's too: they only need one.  All tries of one network together stay
 * below what the slow thread lets wait, so that none can fill its queue. */
static const struct limits {
	int account_here, here, account_anywhere, account_here_then; /* 0: none */
} limits[] = {
    [DOOR_PASSWORD] = {10, 30, 100, 2},
    [DOOR_LETTER] = {10, 20, 0, 0},
    [DOOR_CODE] = {10, 30, 0, 0}, /* and five for each code, record/visitor.c */
    [DOOR_TOKEN] = {0, 10, 0, 0},
    [DOOR_LINK] = {0, 60, 0, 0},
};

enum { ACCOUNT_HERE, HERE, ACCOUNT_ANYWHERE };

static struct {
	pthread_mutex_t lock;
	struct count {
		uint64_t name;
		time_t minute;
		int n;
	} place[PLACES];
} counts = {.lock = PTHREAD_MUTEX_INITIALIZER};

/* Where the name is counted this minute.  Where all places near it are taken, the
 * smallest count there is forgotten. */
static struct count *count_of(uint64_t name, time_t minute)
{
	struct count *best = NULL;
	for (uint64_t i = 0; i < NEIGHBOURS; i++) {
		struct count *c = &counts.place[(name + i) % PLACES];
		if (c->minute != minute)
			c->n = 0;
		else if (c->name == name)
			return c;
		if (!best || c->n < best->n)
			best = c;
	}
	*best = (struct count){name, minute, 0};
	return best;
}

static uint64_t name_of(enum door door, int what, network from, const char *account)
{
	struct {
		int door, what;
		network from;
		char account[ACCOUNT_BYTES];
	} named = {.door = (int)door, .what = what, .from = from};
	memcpy(named.account, account, strnlen(account, sizeof named.account));
	return secret_place(&named, sizeof named);
}

/* Whether one more is let in; called under the lock. */
static bool has_room(const struct limits *l, const struct attempt *a, time_t minute)
{
	int here = count_of(a->counts[HERE], minute)->n;
	if (here >= l->here)
		return false;
	if (!l->account_here)
		return true;
	bool crowded =
	    l->account_anywhere && count_of(a->counts[ACCOUNT_ANYWHERE], minute)->n >= l->account_anywhere;
	return count_of(a->counts[ACCOUNT_HERE], minute)->n <
	       (crowded ? l->account_here_then : l->account_here);
}

bool attempt_take(struct attempt *ret, enum door door, network from, const char *account)
{
	const char *name = account ? account : "";
	*ret = (struct attempt){.door = door,
	    .counts = {name_of(door, ACCOUNT_HERE, from, name), name_of(door, HERE, from, ""),
		name_of(door, ACCOUNT_ANYWHERE, 0, name)}};
	time_t minute = time(NULL) / 60;
	pthread_mutex_lock(&counts.lock);
	bool allowed = has_room(&limits[door], ret, minute);
	for (int i = 0; i < 3 && allowed; i++)
		count_of(ret->counts[i], minute)->n++;
	pthread_mutex_unlock(&counts.lock);
	return allowed;
}

void attempt_give_back(const struct attempt *a)
{
	time_t minute = time(NULL) / 60;
	pthread_mutex_lock(&counts.lock);
	for (int i = 0; i < 3; i++) {
		struct count *c = count_of(a->counts[i], minute);
		c->n -= c->n > 0;
	}
	pthread_mutex_unlock(&counts.lock);
}
