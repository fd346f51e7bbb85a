/* One connection to the firm's mail server, kept while letters follow each
 * other.  A refusal is final only when the server has been told for whom the
 * letter is: what it refuses before is about us. */
#include "mail/smtp.h"

#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

#define CONNECT_SECONDS 20L
#define SEND_SECONDS 90L

struct smtp {
	CURL *curl;
	char *url, *user, *password;
	const atomic_bool *stopping;
	/* of the letter under way */
	const char *rest; /* not read yet */
	bool addressed;   /* the server knows for whom it is */
	char *why;
};

/* ---- what libcurl asks ------------------------------------------------------------ */

static size_t give(char *into, size_t size, size_t count, void *user)
{
	struct smtp *s = user;
	size_t n = strnlen(s->rest, size * count);
	memcpy(into, s->rest, n);
	s->rest += n;
	return n;
}

static int overhear(CURL *curl, curl_infotype type, char *line, size_t n, void *user)
{
	struct smtp *s = user;
	(void)curl;
	if (type == CURLINFO_HEADER_OUT && n > 4 && memcmp(line, "RCPT", 4) == 0)
		s->addressed = true;
	if (type == CURLINFO_HEADER_IN && n > 0 && line[0] >= '4') /* a refusal, not the farewell after it */
		snprintf(s->why, SMTP_WHY, "%.*s", (int)n, line);
	return 0;
}

static int may_go_on(void *user, curl_off_t a, curl_off_t b, curl_off_t c, curl_off_t d)
{
	const struct smtp *s = user;
	(void)a, (void)b, (void)c, (void)d;
	return atomic_load(s->stopping);
}

/* ---- a connection ------------------------------------------------------------------- */

static char *url_part(CURLU *u, CURLUPart part)
{
	char *text = NULL, *copy;
	if (curl_url_get(u, part, &text, CURLU_URLDECODE) != CURLUE_OK)
		return NULL;
	copy = strdup(text);
	curl_free(text);
	return copy;
}

static bool url_take(struct smtp *s, const char *url)
{
	CURLU *u = curl_url();
	bool sound = curl_url_set(u, CURLUPART_URL, url, 0) == CURLUE_OK &&
		     (strncmp(url, "smtp://", 7) == 0 || strncmp(url, "smtps://", 8) == 0);
	char *password = sound ? url_part(u, CURLUPART_PASSWORD) : NULL;
	if (password) /* every list of processes would show it */
		sound = false;
	if (sound) {
		s->user = url_part(u, CURLUPART_USER);
		curl_url_set(u, CURLUPART_USER, NULL, 0);
		s->url = url_part(u, CURLUPART_URL);
	}
	free(password);
	curl_url_cleanup(u);
	return sound;
}

struct smtp *smtp_new(const char *url, const char *password, const atomic_bool *stopping)
{
	struct smtp *s = calloc(1, sizeof *s);
	if (!s)
		abort();
	s->stopping = stopping;
	s->password = password ? strdup(password) : NULL;
	if (curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK && url_take(s, url))
		return s;
	smtp_free(s);
	return NULL;
}

/* Takes leave without listening for the answer: libcurl would wait two minutes
 * for that of a server that has fallen silent. */
void smtp_rest(struct smtp *s)
{
	curl_socket_t line;
	if (s->curl && curl_easy_getinfo(s->curl, CURLINFO_ACTIVESOCKET, &line) == CURLE_OK &&
	    line != CURL_SOCKET_BAD)
		shutdown(line, SHUT_RD);
	curl_easy_cleanup(s->curl);
	s->curl = NULL;
}

void smtp_free(struct smtp *s)
{
	if (!s)
		return;
	smtp_rest(s);
	free(s->url);
	free(s->user);
	free(s->password);
	free(s);
}

/* Among mail servers TLS is taken as it is offered; before a password goes out,
 * it must be there and the server must prove its name. */
static void be_discreet(struct smtp *s)
{
	bool strict = s->user || strncmp(s->url, "smtps", 5) == 0;
	curl_easy_setopt(s->curl, CURLOPT_USE_SSL, (long)(strict ? CURLUSESSL_ALL : CURLUSESSL_TRY));
	curl_easy_setopt(s->curl, CURLOPT_SSL_VERIFYPEER, (long)strict);
	curl_easy_setopt(s->curl, CURLOPT_SSL_VERIFYHOST, strict ? 2L : 0L);
	if (s->user)
		curl_easy_setopt(s->curl, CURLOPT_USERNAME, s->user);
	if (s->user && s->password)
		curl_easy_setopt(s->curl, CURLOPT_PASSWORD, s->password);
}

static void open_connection(struct smtp *s)
{
	s->curl = curl_easy_init();
	if (!s->curl)
		abort();
	be_discreet(s);
	curl_easy_setopt(s->curl, CURLOPT_URL, s->url);
	curl_easy_setopt(s->curl, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(s->curl, CURLOPT_QUICK_EXIT, 1L); /* does not stay for a name server */
	curl_easy_setopt(s->curl, CURLOPT_CONNECTTIMEOUT, CONNECT_SECONDS);
	curl_easy_setopt(s->curl, CURLOPT_TIMEOUT, SEND_SECONDS);
	curl_easy_setopt(s->curl, CURLOPT_UPLOAD, 1L);
	curl_easy_setopt(s->curl, CURLOPT_READFUNCTION, give);
	curl_easy_setopt(s->curl, CURLOPT_READDATA, s);
	curl_easy_setopt(s->curl, CURLOPT_VERBOSE, 1L);
	curl_easy_setopt(s->curl, CURLOPT_DEBUGFUNCTION, overhear);
	curl_easy_setopt(s->curl, CURLOPT_DEBUGDATA, s);
	curl_easy_setopt(s->curl, CURLOPT_NOPROGRESS, 0L);
	curl_easy_setopt(s->curl, CURLOPT_XFERINFOFUNCTION, may_go_on);
	curl_easy_setopt(s->curl, CURLOPT_XFERINFODATA, s);
}

/* ---- a letter ----------------------------------------------------------------------- */

/* What may stand between < and > of a command without ending it. */
static bool is_address(const char *s)
{
	for (const char *p = s; *p; p++)
		if ((unsigned char)*p <= ' ' || *p == 0x7f || *p == '<' || *p == '>')
			return false;
	return strchr(s, '@') != NULL;
}

static enum delivery judge(struct smtp *s, CURLcode result)
{
	long reply = 0;
	if (result == CURLE_OK) {
		s->why[0] = 0;
		return DELIVERED;
	}
	curl_easy_getinfo(s->curl, CURLINFO_RESPONSE_CODE, &reply);
	s->why[strcspn(s->why, "\r\n")] = 0;
	for (char *p = s->why; *p; p++)
		if ((unsigned char)*p < ' ' || (unsigned char)*p >= 0x7f) /* servers say it in any charset */
			*p = '?';
	if (s->addressed && reply >= 500 && reply < 600)
		return NOT_DELIVERABLE;
	if (reply < 400)
		snprintf(s->why, SMTP_WHY, "%s", curl_easy_strerror(result));
	return NOT_NOW;
}

enum delivery smtp_send(
    struct smtp *s, const char *from, const char *to, const char *mail, char why[SMTP_WHY])
{
	if (!is_address(to)) {
		snprintf(why, SMTP_WHY, "this is no address");
		return NOT_DELIVERABLE;
	}
	if (!s->curl)
		open_connection(s);
	s->rest = mail;
	s->addressed = false;
	s->why = why;
	why[0] = 0;
	struct curl_slist *recipients = curl_slist_append(NULL, to);
	curl_easy_setopt(s->curl, CURLOPT_MAIL_FROM, from);
	curl_easy_setopt(s->curl, CURLOPT_MAIL_RCPT, recipients);
	curl_easy_setopt(s->curl, CURLOPT_INFILESIZE_LARGE, (curl_off_t)strlen(mail));
	enum delivery d = judge(s, curl_easy_perform(s->curl));
	curl_easy_setopt(s->curl, CURLOPT_MAIL_RCPT, NULL);
	curl_slist_free_all(recipients);
	return d;
}
