/* One request from its arrival to its answer, whatever its face.
 *
 * A loop thread finds the route and who stands there.  Reads run at once on the
 * loop's own desk; what changes records goes to the writer, which commits
 * several requests together before any of them is answered. */
#ifndef WEB_APP_H
#define WEB_APP_H

#include "mail/post.h"
#include "record/desk.h"
#include "web/attempts.h"
#include "web/server.h"

struct app;
struct route;
struct writer;

/* A form that was sent: this request's own, or one that was carried through a log-in
 * (typed.h). */
struct sent_form {
	const char *path, *body; /* "/a/promises/7/move", "due=…&reason=…"; NULL: none */
	const json_t *now; /* what stands in the record meanwhile, by the form's names; NULL: as it opened */
};

struct req {
	struct http *x;
	struct app *app;
	const struct route *route;
	struct ctx *c; /* valid inside the handler only */
	struct who who;
	enum lang lang;
	const char *firm;           /* its name, for what is said when the desk has gone on to others */
	const char *session, *csrf; /* of a browser; NULL with a token */
	const char *password_hash;  /* while somebody logs in */
	struct attempt attempt;     /* … or tries another door */
	bool api;                   /* answers JSON */
	const char *arg[3];         /* what stood for {…} in the path */
	const struct read *read;    /* of a route with `fits` */
	const void *rec;            /* of a route, or of a page of a read, with `of` */
	json_t *input;              /* body, as an object; NULL before it is read */
	struct sent_form form;
	bool other_method; /* no route, but there is one of another method */
	struct buf *out;
	int status;      /* 0: not answered yet */
	const char *why; /* it is 503, in English; NULL: the database is away */
	bool keep;       /* a write: what was done is to be kept */
	bool changes_settings;
	bool marked;                               /* this read leaves its mark */
	const struct route *after;                 /* what to run once time has passed */
	struct req *next;                          /* in the writer's queue */
	void (*done)(struct req *);                /* what the writer calls once it is on the disk */
	void (*work)(struct req *, struct desk *); /* what a crew does (crew.h) */
};

typedef void handler(struct req *r);

enum need { NEED_NOBODY, NEED_ANYONE, NEED_STAFF, NEED_LEAD };

struct route {
	const char *method, *path; /* "/api/v1/clients/{id}"; {} takes one part */
	enum need need;
	handler *run;
	/* What the first {…} of the path is: read before the handler runs, which has it
	 * as r->rec; where there is none, the answer is 404. */
	const struct kind *of;
	bool writes;    /* runs on the writer */
	bool searches;  /* the index is caught up first */
	bool own_input; /* reads its body itself */
	bool slow;      /* a read that takes long: not on a loop */
	bool alone;     /* needs neither the database nor to know who asks: answered though it is away */
	/* What its form asks, where that is no record's action; NULL: what the path names. */
	const struct field *inputs;
	/* Rows of another table (rules/reads.c): finds the one of this path, and keeps it
	 * in r->read.  The path here only names them. */
	bool (*fits)(struct req *r);
	/* A read that may leave a mark (who opened what): when marks says so it goes
	 * by the writer, which calls mark before run. */
	bool (*marks)(struct req *r);
	handler *mark;
};

/* "/c/{id}" against "/c/12": fills arg; {key} takes one part of the path. */
bool path_matches(struct req *r, const char *pattern, const char *path);
/* The kind that a path names, "promises"; NULL: none. */
const struct kind *kind_of_path(const char *plural);
/* The row that a form sent there meets; NULL: none.  Fills arg. */
const struct route *route_of_form(struct req *r, const char *path);

void route_run(struct req *r);                /* on a desk */
void req_finish(struct http *x, void *state); /* answers; on the loop that got it */
void req_written(struct req *r);              /* answers, from any other thread */
void req_done(struct req *r);                 /* answers, from where a handler runs */

/* The site map: routes.c. */
extern const struct route routes[]; /* the last has no method */

/* How pages say a refusal, `sentence` in the reader's language: ours, and those of
 * the clients' space; or (why NULL) offer again what was typed before a log-in.  They
 * stand above this folder: routes.c names them. */
struct faces {
	void (*staff)(struct req *r, const struct refusal *why, const char *sentence);
	void (*clients)(struct req *r, const struct refusal *why, const char *sentence);
};
extern const struct faces faces;

struct crew;
struct writer *app_writer(struct app *app);
struct crew *app_slow(struct app *app);

struct app_config {
	const char *db_url, *host;
	int port; /* 0: the system chooses */
	bool test_clock;
	const char *site;      /* a test's: this server's address in letters */
	const char *mail_from; /* … and the firm's */
	enum post_way post;    /* how letters leave */
	bool links;            /* … those with a link too */
};

/* Serves until told to stop; the exit status.  Prints "listening on …". */
int app_serve(const struct app_config *config);
const char *app_site(const struct app *app);
const char *app_mail_from(const struct app *app);
enum post_way app_post(const struct app *app); /* NULL: a page without its server */
bool app_links(const struct app *app);

/* One page read and rendered without HTTP, for measuring: its size, 0 when it is
 * none.  templates_load must have been called. */
size_t app_page_bytes(struct desk *d, struct arena *a, const char *path, const struct who *who);

/* ---- answers --------------------------------------------------------------- */

void answer_json(struct req *r, int status);           /* r->out holds JSON */
void answer_redirect(struct req *r, const char *path); /* 303; only within this site */
bool is_own_path(const char *path);                    /* NULL is none */
/* A refusal in the face the caller uses: problem+json, or a page. */
void answer_refusal(struct req *r, const struct refusal *why);
void answer_code(struct req *r, const char *code);
/* What server.c itself refuses, before anybody knows the language. */
void refusal_before(int status, struct buf *out, const char **ret_type);

/* ---- input ------------------------------------------------------------------ */

/* One value of the query string, decoded; NULL when absent. */
const char *query_value(struct req *r, const char *name);
/* Each pair of it, in order; false when broken. */
bool query_each(
    struct req *r, bool (*visit)(struct req *r, const char *name, const char *value, void *user), void *user);
/* The same of a form's body, or of any text that is written so. */
bool pairs_each(struct req *r, const char *text,
    bool (*visit)(struct req *r, const char *name, const char *value, void *user), void *user);
/* The body as an object: JSON for the API, a form elsewhere.  False: refused. */
bool read_input(struct req *r);
const char *input_value(const struct req *r, const char *name);

/* ---- the writer (writer.c) ---------------------------------------------------- */

struct writer *writer_start(const char *db_url, char error[256]);
void writer_stop(struct writer *w); /* finishes what waits; NULL is accepted */
/* From any thread; then done(r) is called on the writer's thread, after the
 * commit (r->status 503 when it failed). */
void writer_submit(struct writer *w, struct req *r, void (*done)(struct req *r));
/* Lets time pass and the index catch up without a request. */
void writer_nudge(struct writer *w);
/* When the next rule of time acts; 0 none. And whether the index waits. */
instant writer_next_ring(const struct writer *w);
bool writer_index_waits(const struct writer *w);

#endif
