/* Reading what mail servers report (RFC 3464).  Who wrote it is unknown and the bytes
 * may be anything, so the message is taken apart by its lines: nothing nests, each
 * line is looked at once, and of each part that says something only the beginning.
 * GMime reads what is written in more than one way: types and encodings. */
#include "mail/bounce.h"

#include <gmime/gmime.h>
#include <string.h>
#include <strings.h>

#define HEAD_MAX 65536 /* bytes of a head, or of a part, that are read */
#define VALUE_MAX 1000 /* … of one field */
#define PARTS_MAX 200
#define WHY_MAX 200

struct bytes {
	const char *p, *end;
};

static struct bytes first_of(struct bytes all)
{
	if (all.end - all.p > HEAD_MAX)
		all.end = all.p + HEAD_MAX;
	return all;
}

/* ---- heads: "Name: value", then an empty line --------------------------------------------- */

/* The line there, without its end; what is left begins behind it. */
static struct bytes line_next(struct bytes *left)
{
	const char *end = memchr(left->p, '\n', (size_t)(left->end - left->p));
	struct bytes line = {left->p, end ? end : left->end};
	left->p = end ? end + 1 : left->end;
	if (line.end > line.p && line.end[-1] == '\r')
		line.end--;
	return line;
}

static struct bytes head_next(struct bytes *left)
{
	struct bytes head = {left->p, left->p};
	while (left->p < left->end) {
		struct bytes line = line_next(left);
		if (line.p == line.end)
			break;
		head.end = left->p;
	}
	return first_of(head);
}

/* Without the spaces around it, in plain letters: servers say it in any charset. */
static const char *said(struct arena *a, const char *value, size_t n)
{
	char *copy = arena_strndup(a, value, n < VALUE_MAX ? n : VALUE_MAX);
	for (char *p = copy; *p; p++)
		if ((unsigned char)*p < ' ')
			*p = ' ';
		else if ((unsigned char)*p >= 0x7f)
			*p = '?';
	copy += strspn(copy, " ");
	for (size_t end = strlen(copy); end && copy[end - 1] == ' '; end--)
		copy[end - 1] = 0;
	return copy;
}

/* The first field of that name, with the lines that continue it; "": there is none. */
static const char *field(struct arena *a, struct bytes head, const char *name)
{
	size_t n = strlen(name);
	while (head.p < head.end) {
		struct bytes line = line_next(&head);
		if ((size_t)(line.end - line.p) <= n || line.p[n] != ':' || strncasecmp(line.p, name, n) != 0)
			continue;
		while (head.p < head.end && (*head.p == ' ' || *head.p == '\t'))
			line.end = line_next(&head).end;
		return said(a, line.p + n + 1, (size_t)(line.end - line.p) - n - 1);
	}
	return "";
}

/* What follows the kind of it: "rfc822; louise@dube.example". */
static const char *typed(const char *value)
{
	const char *mark = strchr(value, ';');
	return mark ? mark + 1 + strspn(mark + 1, " ") : value;
}

/* "abc" of "<abc@host>", of "Some name <abc@host>" and of "abc (Some name)". */
static const char *local_name(struct arena *a, const char *address)
{
	const char *mark = strrchr(address, '<');
	if (mark)
		address = mark + 1;
	return arena_strndup(a, address, strcspn(address, "@> "));
}

static const char *or_null(const char *text)
{
	return *text ? text : NULL;
}

/* ---- parts ----------------------------------------------------------------------------------- */

static GMimeContentType *type_of(struct arena *a, struct bytes head)
{
	return g_mime_content_type_parse(NULL, field(a, head, "Content-Type"));
}

/* The beginning of what a part holds. */
static struct bytes content_of(struct arena *a, struct bytes head, struct bytes body)
{
	GMimeEncoding state;
	GMimeContentEncoding how =
	    g_mime_content_encoding_from_string(field(a, head, "Content-Transfer-Encoding"));
	body = first_of(body);
	if (how != GMIME_CONTENT_ENCODING_BASE64 && how != GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE)
		return body;
	size_t n = (size_t)(body.end - body.p);
	g_mime_encoding_init_decode(&state, how);
	char *text = arena_alloc(a, g_mime_encoding_outlen(&state, n) + 1);
	return (struct bytes){text, text + g_mime_encoding_flush(&state, body.p, n, text)};
}

/* One block of a report: of the server, or of one reader.  A delay says so and is no
 * failure, whatever its number; who says nothing of what was done is taken at the
 * number. */
static void block_read(struct arena *a, struct bytes block, struct bounce *ret)
{
	const char *action = field(a, block, "Action"), *status = field(a, block, "Status");
	bool failed = *action ? strcasecmp(action, "failed") == 0 : strncmp(status, "5.", 2) == 0;
	if (ret->failed || !failed)
		return;
	const char *words = typed(field(a, block, "Diagnostic-Code"));
	if (!*words)
		words = status;
	ret->failed = true;
	ret->address = or_null(typed(field(a, block, "Final-Recipient")));
	ret->why = or_null(arena_strndup(a, words, strnlen(words, WHY_MAX)));
}

static void part_read(struct arena *a, struct bytes part, struct bounce *ret)
{
	struct bytes head = head_next(&part), content = content_of(a, head, part);
	GMimeContentType *type = type_of(a, head);
	bool report = g_mime_content_type_is_type(type, "message", "delivery-status") ||
		      g_mime_content_type_is_type(type, "message", "global-delivery-status");
	bool letter = g_mime_content_type_is_type(type, "message", "*") ||
		      g_mime_content_type_is_type(type, "text", "rfc822-headers");
	g_object_unref(type);
	while (report && content.p < content.end)
		block_read(a, head_next(&content), ret);
	if (!report && letter && !ret->message)
		ret->message = or_null(local_name(a, field(a, head_next(&content), "Message-ID")));
}

/* A line between two parts: "--" and the boundary, or after the last one with "--" more. */
static bool is_between(struct bytes line, const char *boundary, size_t n, bool *ret_last)
{
	if ((size_t)(line.end - line.p) < n + 2 || memcmp(line.p, "--", 2) != 0 ||
	    memcmp(line.p + 2, boundary, n) != 0)
		return false;
	const char *rest = line.p + n + 2;
	*ret_last = line.end - rest >= 2 && memcmp(rest, "--", 2) == 0;
	while (rest < line.end && (*rest == ' ' || *rest == '\t'))
		rest++;
	return *ret_last || rest == line.end;
}

static void parts_read(struct arena *a, struct bytes body, const char *boundary, struct bounce *ret)
{
	size_t n = strlen(boundary);
	const char *begin = NULL; /* of the part under way */
	bool last = false;
	for (int parts = 0; body.p < body.end && parts < PARTS_MAX && !last;) {
		struct bytes line = line_next(&body);
		if (!is_between(line, boundary, n, &last))
			continue;
		if (begin)
			part_read(a, (struct bytes){begin, line.p}, ret);
		begin = body.p;
		parts++;
	}
	if (begin && !last)
		part_read(a, (struct bytes){begin, body.end}, ret);
}

/* ---- the message ----------------------------------------------------------------------------- */

static bool report_read(struct arena *a, struct bytes head, struct bytes body, struct bounce *ret)
{
	GMimeContentType *type = type_of(a, head);
	const char *of = g_mime_content_type_get_parameter(type, "report-type"),
		   *boundary = g_mime_content_type_get_parameter(type, "boundary");
	bool report = g_mime_content_type_is_type(type, "multipart", "report") && of &&
		      strcasecmp(of, "delivery-status") == 0;
	if (report && boundary && *boundary)
		parts_read(a, body, boundary, ret);
	g_object_unref(type);
	return report;
}

/* Nobody is to answer it, and it is from a server. */
static bool is_from_nobody(struct arena *a, struct bytes head)
{
	const char *from = local_name(a, field(a, head, "From"));
	return strcmp(field(a, head, "Return-Path"), "<>") == 0 &&
	       (strcasecmp(from, "mailer-daemon") == 0 || strcasecmp(from, "postmaster") == 0);
}

bool bounce_read(struct arena *a, const char *mail, size_t n, struct bounce *ret)
{
	struct bytes left = {mail, mail + n};
	if (n > 5 && memcmp(mail, "From ", 5) == 0) /* the envelope, as mailboxes have it */
		line_next(&left);
	struct bytes head = head_next(&left);
	*ret = (struct bounce){0};
	return report_read(a, head, left, ret) || is_from_nobody(a, head);
}
