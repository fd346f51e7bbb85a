/* GMime writes the mail: it folds and encodes, so that no name or subject can
 * make a header of its own.  The HTML has its style inside and fetches nothing,
 * so that nobody learns whether or when it was read. */
#include "mail/compose.h"

#include <gmime/gmime.h>
#include <string.h>

#include "base/buf.h"

#define HTML_MAX 200000

void compose_init(void)
{
	g_mime_init();
}

/* ---- the two texts ------------------------------------------------------------------ */

static void paragraph(struct buf *b, const char *s, size_t n)
{
	buf_puts(b, "<p style=\"margin:0 0 1em\">");
	for (size_t i = 0; i < n; i++)
		if (s[i] == '\n')
			buf_puts(b, "<br>");
		else
			buf_html(b, s + i, 1);
	buf_puts(b, "</p>\n");
}

static void button(struct buf *b, const char *label, const char *link)
{
	buf_puts(b, "<p style=\"margin:1.5em 0\"><a style=\"display:inline-block;padding:.7em 1.3em;"
		    "border-radius:.6em;background:#17595a;color:#fffdf9;text-decoration:none\" href=\"");
	buf_html(b, link, strlen(link));
	buf_puts(b, "\">");
	buf_html(b, label, strlen(label));
	buf_puts(b, "</a></p>\n");
}

static const char *html_of(struct ctx *c, const struct letterhead *head, const struct posted *l)
{
	struct buf b = {.max = HTML_MAX};
	buf_printf(&b, "<!doctype html>\n<html lang=\"%s\"><head><meta charset=\"utf-8\"><title>",
	    lang_code(l->lang));
	buf_html(&b, l->subject, strlen(l->subject));
	buf_puts(&b, "</title></head>\n<body style=\"margin:0;background:#faf6ee\">"
		     "<div style=\"max-width:34em;margin:0 auto;padding:2em 1.25em;color:#2b2620;"
		     "font:16px/1.55 Inter,system-ui,sans-serif\">\n");
	for (const char *s = l->text, *end; *s; s = end + strspn(end, "\n")) {
		end = strstr(s, "\n\n");
		if (!end)
			end = s + strlen(s);
		paragraph(&b, s, (size_t)(end - s));
	}
	const char *link = letter_link(c, head->site, l);
	if (link)
		button(&b, l->button, link);
	buf_puts(&b, "</div></body></html>\n");
	return buf_take(&b, c->arena, "");
}

/* ---- the mail ----------------------------------------------------------------------- */

/* A name or subject on one line. */
static const char *one_line(struct ctx *c, const char *s)
{
	char *copy = arena_strdup(c->arena, s);
	for (char *p = copy; *p; p++)
		if ((unsigned char)*p < ' ' || *p == 0x7f)
			*p = ' ';
	return copy;
}

static void add_address(
    struct ctx *c, GMimeMessage *m, GMimeAddressType type, const char *name, const char *address)
{
	g_mime_message_add_mailbox(m, type, one_line(c, name), one_line(c, address));
}

static void set_date(struct ctx *c, GMimeMessage *m, instant at)
{
	instant until;
	GTimeZone *zone = g_time_zone_new_offset(zone_offset(&c->firm->calendar.zone, at, &until));
	GDateTime *utc = g_date_time_new_from_unix_utc(at), *local = g_date_time_to_timezone(utc, zone);
	g_mime_message_set_date(m, local);
	g_date_time_unref(local);
	g_date_time_unref(utc);
	g_time_zone_unref(zone);
}

static void set_head(struct ctx *c, GMimeMessage *m, const struct letterhead *head, const struct posted *l)
{
	add_address(c, m, GMIME_ADDRESS_TYPE_FROM, c->firm->name, head->from);
	add_address(c, m, GMIME_ADDRESS_TYPE_TO, l->name, l->address);
	if (l->sender_address)
		add_address(c, m, GMIME_ADDRESS_TYPE_REPLY_TO, l->sender_name, l->sender_address);
	g_mime_message_set_subject(m, one_line(c, l->subject), "utf-8");
	set_date(c, m, l->at);
	g_mime_message_set_message_id(m, arena_printf(c->arena, "%s%s", l->message, strchr(head->from, '@')));
	g_mime_object_set_header(GMIME_OBJECT(m), "Auto-Submitted", "auto-generated", NULL);
}

/* Always in UTF-8: left to itself, GMime picks an older charset where one does. */
static void add_part(GMimeMultipart *both, const char *subtype, const char *text)
{
	GMimePart *part = g_mime_part_new_with_type("text", subtype);
	GMimeStream *bytes = g_mime_stream_mem_new_with_buffer(text, strlen(text));
	GMimeDataWrapper *content =
	    g_mime_data_wrapper_new_with_stream(bytes, GMIME_CONTENT_ENCODING_DEFAULT);
	g_mime_object_set_content_type_parameter(GMIME_OBJECT(part), "charset", "utf-8");
	g_mime_part_set_content(part, content);
	g_mime_part_set_content_encoding(part, GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
	g_mime_multipart_add(both, GMIME_OBJECT(part));
	g_object_unref(content);
	g_object_unref(bytes);
	g_object_unref(part);
}

const char *compose(struct ctx *c, const struct letterhead *head, const struct posted *l)
{
	GMimeMessage *m = g_mime_message_new(TRUE);
	set_head(c, m, head, l);
	GMimeMultipart *both = g_mime_multipart_new_with_subtype("alternative");
	g_mime_multipart_set_boundary(both, arena_printf(c->arena, "=_%s", l->message));
	add_part(both, "plain", letter_plain(c, head->site, l));
	add_part(both, "html", html_of(c, head, l));
	g_mime_message_set_mime_part(m, GMIME_OBJECT(both));
	g_object_unref(both);

	GMimeFormatOptions *as_mail = g_mime_format_options_new();
	g_mime_format_options_set_newline_format(as_mail, GMIME_NEWLINE_FORMAT_DOS);
	char *text = g_mime_object_to_string(GMIME_OBJECT(m), as_mail);
	const char *mail = arena_strdup(c->arena, text);
	g_free(text);
	g_mime_format_options_free(as_mail);
	g_object_unref(m);
	return mail;
}
