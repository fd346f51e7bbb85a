/* Tokens, browser sessions, log-in and its limits. */
#include "web/session.h"

#include <string.h>

#include "base/text.h"
#include "record/visitor.h"
#include "web/crew.h"
#include "web/page.h"
#include "web/typed.h"

#define COOKIE "entente"
#define COOKIE_SECONDS (30 * DAY_SECONDS) /* the session behind it may end before */

/* ---- how often a door is tried ------------------------------------------------------- */

/* A caller's own network, or that of whom a proxy of ours speaks for. */
static network calls_from(struct req *r)
{
	network peer = network_of(http_peer(r->x));
	if (!network_is_proxy(peer))
		return peer;
	return network_behind(peer, http_header(r->x, "X-Real-IP"), http_header(r->x, "X-Forwarded-For"));
}

bool attempt_begins(struct req *r, enum door door, const char *account)
{
	const char *name = account ? text_lower(http_arena(r->x), account) : NULL;
	if (attempt_take(&r->attempt, door, calls_from(r), name))
		return true;
	answer_code(r, "too_many_requests");
	return false;
}

void attempt_does_not_count(struct req *r)
{
	attempt_give_back(&r->attempt);
}

bool password_try_begins(struct req *r, const char *verb)
{
	if (strcmp(verb, "set_password") != 0)
		return true;
	return attempt_begins(r, DOOR_PASSWORD, arena_printf(http_arena(r->x), "%lld", (long long)r->who.id));
}

void password_try_was_good(struct req *r, const char *verb)
{
	if (strcmp(verb, "set_password") == 0)
		attempt_does_not_count(r);
}

/* ---- who asks --------------------------------------------------------------------------- */

static const char *cookie_value(struct req *r)
{
	const char *header = http_header(r->x, "Cookie");
	for (const char *s = header; s && *s; s += strspn(s, "; ")) {
		size_t n = strcspn(s, ";");
		if (strncmp(s, COOKIE "=", sizeof COOKIE) == 0)
			return arena_strndup(http_arena(r->x), s + sizeof COOKIE, n - sizeof COOKIE);
		s += n;
	}
	return NULL;
}

/* The address as it came, made fit to stand in another's query. */
static const char *asked_for(struct req *r)
{
	struct buf b = {.max = 4096};
	const char *query = http_query(r->x), *parts[] = {http_path(r->x), *query ? "?" : "", query};
	for (int i = 0; i < 3; i++)
		for (const char *s = parts[i]; *s; s++)
			if (strchr("/-_.~", *s) || (*s >= '0' && *s <= '9') ||
			    ((*s | 32) >= 'a' && (*s | 32) <= 'z'))
				buf_char(&b, *s);
			else
				buf_printf(&b, "%%%02X", (unsigned char)*s);
	return buf_take(&b, http_arena(r->x), "/auj");
}

bool is_portal_path(const char *path)
{
	return is_own_path(path) && strncmp(path, "/p", 2) == 0 && (!path[2] || strchr("/?", path[2]));
}

bool is_for_clients(const struct req *r)
{
	const char *path = http_path(r->x), *page = input_value(r, "next");
	if (r->who.role != NOBODY)
		return r->who.role == CONTACT;
	return is_portal_path(path) || strncmp(path, "/l/", 3) == 0 || is_portal_path(page);
}

static const char *way_in(const struct req *r)
{
	return is_for_clients(r) ? "/p/entrer" : "/connexion";
}

static bool not_recognised(struct req *r)
{
	answer_code(r, "unauthenticated");
	http_set(r->x, "WWW-Authenticate", "Bearer");
	return false;
}

static bool ask_to_log_in(struct req *r)
{
	const char *method = http_method(r->x);
	if (!r->api && strcmp(method, "GET") == 0) {
		answer_redirect(r, arena_printf(http_arena(r->x), "%s?next=%s", way_in(r), asked_for(r)));
		return false;
	}
	/* The page that says so gives back what stood in a form. */
	if (!r->api && strcmp(method, "POST") == 0 && !read_input(r))
		return false;
	return not_recognised(r);
}

static bool recognise_token(struct req *r, const char *header)
{
	const char *token = strncasecmp(header, "Bearer ", 7) == 0 ? header + 7 : "";
	if (who_by_token(r->c, token, &r->who, &r->lang))
		return true;
	if (db_failed(r->c->db))
		return false; /* the caller says so */
	return attempt_begins(r, DOOR_TOKEN, NULL) && not_recognised(r);
}

bool recognise_browser(struct req *r)
{
	r->session = cookie_value(r);
	if (r->session && who_by_session(r->c, r->session, &r->who, &r->lang, &r->csrf))
		return true;
	r->session = NULL;
	return false;
}

bool recognise(struct req *r)
{
	const char *header = http_header(r->x, "Authorization");
	if (header)
		return recognise_token(r, header);
	return recognise_browser(r) || ask_to_log_in(r);
}

bool is_from_here(const struct req *r)
{
	const char *site = http_header(r->x, "Sec-Fetch-Site");
	if (site)
		return strcmp(site, "same-origin") == 0 || strcmp(site, "none") == 0;
	/* A browser that does not say so names where it comes from; a program says neither. */
	const char *origin = http_header(r->x, "Origin"), *host = http_header(r->x, "Host");
	const char *at = origin ? strstr(origin, "://") : NULL;
	return !origin || (at && host && strcasecmp(at + strlen("://"), host) == 0) ||
	       strcmp(origin, app_site(r->app)) == 0;
}

bool csrf_ok(const struct req *r)
{
	if (!r->session)
		return true;
	const char *sent = r->api ? http_header(r->x, "X-CSRF-Token") : input_value(r, "csrf");
	bool ok = sent && secret_equal(sent, r->csrf);
	if (!r->api)
		json_object_del(r->input, "csrf");
	return ok;
}

/* ---- log-in: loop (look up) → slow thread (password) → writer (session) → loop ------------- */

static void set_cookie(struct req *r, const char *secret, int64_t seconds)
{
	const char *proto = http_header(r->x, "X-Forwarded-Proto");
	bool secure = proto && strcmp(proto, "https") == 0;
	http_set(r->x, "Set-Cookie",
	    arena_printf(http_arena(r->x), COOKIE "=%s; Path=/; Max-Age=%lld; HttpOnly; SameSite=Lax%s",
		secret, (long long)seconds, secure ? "; Secure" : ""));
}

void session_begin(struct req *r, const struct who *who)
{
	r->c->who = *who;
	audit_add(r->c, &(struct audit_line){.action = "login"});
	r->session = session_create(r->c, who);
	who_by_session(r->c, r->session, &r->who, &r->lang, &r->csrf);
	set_cookie(r, r->session, COOKIE_SECONDS);
}

void session_refused(struct req *r)
{
	r->c->who = (struct who){0};
	audit_add(r->c, &(struct audit_line){.action = "failed_login"});
}

static const char *next_page(struct req *r)
{
	const char *next = input_value(r, "next");
	return is_own_path(next) ? next : "/auj";
}

/* On the writer: the session, and a line in the journal either way. */
static void write_session(struct req *r)
{
	r->keep = true;
	if (r->who.id) {
		session_begin(r, &r->who);
		if (!carried_again(r))
			answer_redirect(r, next_page(r));
	} else {
		session_refused(r);
		page_login(r, input_value(r, "email"), true);
	}
}

static const struct route write_session_route = {
    .method = "POST", .path = "/connexion", .run = write_session, .writes = true};

static void check_password(struct req *r, struct desk *d)
{
	(void)d;
	const char *password = input_value(r, "password");
	/* Somebody unknown costs as much time as somebody known. */
	static const char nobody[] = "$argon2id$v=19$m=19456,t=3,p=1$c29tZXNhbHRzb21lc2FsdA$"
				     "3mJyoT1H6vM6VFGVEqYzBw3tR2m5R5M5p2nQq3w0r4E";
	bool right =
	    secret_password_ok(r->password_hash ? r->password_hash : nobody, password ? password : "");
	if (right && r->password_hash)
		attempt_does_not_count(r);
	else
		r->who = (struct who){0};
	r->route = &write_session_route;
	writer_submit(app_writer(r->app), r, req_written);
}

/* False: it was answered. */
static bool login_begins(struct req *r)
{
	if (!read_input(r))
		return false;
	const char *typed = input_value(r, "email"), *email = typed ? typed : "";
	if (!attempt_begins(r, DOOR_PASSWORD, email))
		return false;
	db_read_begin(r->c->db);
	r->who = (struct who){.id = person_by_email(r->c, email, &r->password_hash), .role = MEMBER};
	bool away = db_failed(r->c->db);
	db_read_end(r->c->db);
	if (!away && crew_submit(app_slow(r->app), r, check_password))
		return true;       /* and r is another thread's now */
	attempt_does_not_count(r); /* nobody looked */
	answer_code(r, away ? "unavailable" : "too_many_requests");
	return false;
}

void login(struct req *r)
{
	if (!login_begins(r))
		req_done(r);
}

void login_page(struct req *r)
{
	page_login(r, NULL, false);
}

void logout(struct req *r)
{
	r->keep = true;
	if (r->session)
		session_end(r->c, r->session);
	audit_add(r->c, &(struct audit_line){.action = "logout"});
	set_cookie(r, "", 0);
	answer_redirect(r, way_in(r));
}
