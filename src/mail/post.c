/* Each letter is taken, handed over, and marked, in that order: one that the
 * server took and that could not be marked leaves once more under the same name,
 * and none is lost. */
#include "mail/post.h"

#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "base/log.h"
#include "mail/compose.h"
#include "mail/smtp.h"
#include "record/desk.h"
#include "rules/rules.h"

#define LOOK_SECONDS 1

struct post {
	struct post_config config;
	struct smtp *smtp;
	struct desk desk;
	pthread_t thread;
	pthread_mutex_t lock;
	pthread_cond_t wake;
	atomic_bool stopping;
};

/* One letter on its way. */
struct errand {
	bool links; /* those that have one may leave too */
	struct posted letter;
	enum delivery end;
	char why[SMTP_WHY];
};

static bool take(struct ctx *c, void *user)
{
	struct errand *e = user;
	return letter_take(c, e->links, &e->letter);
}

static bool mark(struct ctx *c, void *user)
{
	struct errand *e = user;
	if (e->end == DELIVERED)
		letter_left(c, &e->letter);
	else if (e->end == NOT_NOW)
		letter_wait(c, &e->letter, e->why);
	else
		letter_refused(c, &e->letter, e->why);
	return true;
}

/* Whole or not at all: whoever looks into the folder meets no half of a letter. */
static enum delivery keep_as_file(
    struct ctx *c, const char *folder, const char *name, const char *mail, char why[SMTP_WHY])
{
	const char *path = arena_printf(c->arena, "%s/%s.eml", folder, name);
	const char *draft = arena_printf(c->arena, "%s.part", path);
	int fd = open(draft, O_WRONLY | O_CREAT | O_TRUNC, 0600); /* its link lets in whoever reads it */
	FILE *f = fd >= 0 ? fdopen(fd, "w") : NULL;
	bool written = f && fputs(mail, f) >= 0;
	if (f && fclose(f) != 0)
		written = false;
	if (written && rename(draft, path) == 0)
		return DELIVERED;
	unlink(draft);
	snprintf(why, SMTP_WHY, "%.150s cannot be written", path);
	return NOT_NOW;
}

static void hand_over(struct post *p, struct ctx *c, struct errand *e)
{
	const struct post_config *k = &p->config;
	const char *mail = compose(c, &(struct letterhead){k->from, k->site}, &e->letter);
	e->end = p->smtp ? smtp_send(p->smtp, k->from, e->letter.address, mail, e->why)
			 : keep_as_file(c, k->folder, e->letter.message, mail, e->why);
}

static bool some_is_due(struct post *p)
{
	struct ctx *c = desk_begin(&p->desk, NULL, LANG_EN);
	db_read_begin(c->db);
	bool due = letter_is_due(c, p->config.site != NULL);
	db_read_end(c->db);
	return due;
}

/* False: nothing more can leave now. */
static bool one_letter(struct post *p)
{
	struct errand e = {.links = p->config.site != NULL};
	char error[256];
	if (!some_is_due(p) || !desk_write(&p->desk, NULL, LANG_EN, take, &e, error))
		return false;
	hand_over(p, &p->desk.ctx, &e);
	if (e.end != DELIVERED)
		log_line("level=warn what=\"a letter did not leave\" letter=%lld again=%s",
		    (long long)e.letter.id, e.end == NOT_NOW ? "yes" : "no");
	if (!desk_write(&p->desk, NULL, LANG_EN, mark, &e, error))
		log_line(
		    "level=warn what=\"a letter could not be marked\" letter=%lld", (long long)e.letter.id);
	return true;
}

/* False: it is time to end. */
static bool rest(struct post *p)
{
	struct timespec until;
	if (p->smtp)
		smtp_rest(p->smtp);
	clock_gettime(CLOCK_REALTIME, &until);
	until.tv_sec += LOOK_SECONDS;
	pthread_mutex_lock(&p->lock);
	if (!atomic_load(&p->stopping))
		pthread_cond_timedwait(&p->wake, &p->lock, &until);
	pthread_mutex_unlock(&p->lock);
	return !atomic_load(&p->stopping);
}

static void *post_thread(void *user)
{
	struct post *p = user;
	do
		while (!atomic_load(&p->stopping) && one_letter(p))
			;
	while (rest(p));
	return NULL;
}

struct post *post_start(const struct post_config *c, char error[256])
{
	struct post *p = calloc(1, sizeof *p);
	if (!p)
		abort();
	p->config = *c;
	if (c->smtp && !(p->smtp = smtp_new(c->smtp, c->password, &p->stopping)))
		snprintf(error, 256,
		    "--smtp is written smtp://[USER@]HOST[:PORT] or smtps://…, and its password is in "
		    "--smtp-password-file");
	else if (desk_open(&p->desk, c->db_url, DB_WRITE, error)) {
		pthread_mutex_init(&p->lock, NULL);
		pthread_cond_init(&p->wake, NULL);
		pthread_create(&p->thread, NULL, post_thread, p);
		return p;
	}
	smtp_free(p->smtp);
	free(p);
	return NULL;
}

void post_stop(struct post *p)
{
	if (!p)
		return;
	pthread_mutex_lock(&p->lock);
	atomic_store(&p->stopping, true);
	pthread_cond_signal(&p->wake);
	pthread_mutex_unlock(&p->lock);
	pthread_join(p->thread, NULL);
	smtp_free(p->smtp);
	desk_close(&p->desk);
	free(p);
}
