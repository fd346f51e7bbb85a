/* Follows the HTML standard's tokenizer as far as templates need it.  Where it
 * is simpler than a browser it errs towards refusing. */
#include "web/htmlstate.h"

#include <string.h>
#include <strings.h>

static const char *const raw_elements[] = {
    "script",
    "style",
    "iframe",
    "xmp",
    "noembed",
    "noframes",
    "plaintext",
    NULL,
};
static const char *const plain_elements[] = {"title", "textarea", NULL};

static const char *const address_attributes[] = {
    "href",
    "src",
    "action",
    "formaction",
    "poster",
    "data",
    "xlink:href",
    NULL,
};

/* What a browser or htmx would run as code or style; a prefix ends in "*". */
static const char *const code_attributes[] = {
    "on*",
    "style",
    "srcdoc",
    "hx-on*",
    "hx-vals",
    "hx-vars",
    "hx-headers",
    "hx-request",
    "hx-trigger",
    NULL,
};

static const char *const schemes[] = {"http", "https", "mailto", "tel", NULL};

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

static bool is_one_of(const char *name, const char *const *list)
{
	for (; *list; list++) {
		size_t n = strlen(*list);
		if ((*list)[n - 1] == '*' ? strncmp(name, *list, n - 1) == 0 : strcmp(name, *list) == 0)
			return true;
	}
	return false;
}

static void add_char(char *name, size_t max, char c)
{
	size_t n = strlen(name);
	if (n + 1 < max) {
		name[n] = lower(c);
		name[n + 1] = '\0';
	}
}

static bool scheme_ok(const char *s, size_t n)
{
	for (const char *const *known = schemes; *known; known++)
		if (strlen(*known) == n && strncasecmp(s, *known, n) == 0)
			return true;
	return false;
}

bool html_address_ok(const char *address)
{
	while (*address && (unsigned char)*address <= ' ')
		address++;
	size_t n = strcspn(address, ":/?#");
	return address[n] != ':' || scheme_ok(address, n);
}

static bool is_code_attribute(const struct htmlstate *h)
{
	const char *name = h->attribute;
	if (strncmp(name, "data-hx-", 8) == 0)
		name += 5;
	return is_one_of(name, code_attributes);
}

static void begin_tag(struct htmlstate *h, char c)
{
	h->place = HTML_TAG_NAME;
	h->tag[0] = '\0';
	add_char(h->tag, sizeof h->tag, c);
}

static void end_tag(struct htmlstate *h)
{
	h->matched = 0;
	if (!h->closing && is_one_of(h->tag, raw_elements))
		h->place = HTML_RAW;
	else if (!h->closing && is_one_of(h->tag, plain_elements))
		h->place = HTML_PLAIN;
	else
		h->place = HTML_TEXT;
}

static void begin_quoted(struct htmlstate *h, enum html_place place)
{
	h->place = place;
	h->address_open = is_one_of(h->attribute, address_attributes);
	h->scheme[0] = '\0';
}

static void read_text(struct htmlstate *h, char c)
{
	if (c == '<') {
		h->place = HTML_LESS;
		h->closing = false;
	}
}

static void read_less(struct htmlstate *h, char c)
{
	h->matched = 0;
	if (is_letter(c)) {
		begin_tag(h, c);
	} else if (c == '/' && !h->closing) {
		h->closing = true;
	} else if (h->closing && c != '>') {
		h->place = HTML_DECLARATION;
		h->matched = -1;
	} else if (c == '!' || c == '?') {
		h->place = HTML_DECLARATION;
		h->matched = c == '!' ? 0 : -1;
	} else if (c != '<') {
		h->place = HTML_TEXT;
	}
}

/* `matched` counts the dashes right after "<!", -1 when no comment can begin. */
static void read_declaration(struct htmlstate *h, char c)
{
	if (c == '>') {
		h->place = HTML_TEXT;
	} else if (c != '-' || h->matched < 0) {
		h->matched = -1;
	} else if (++h->matched == 2) {
		h->place = HTML_COMMENT; /* with both dashes matched: "<!-->" is a whole one */
	}
}

static void read_comment(struct htmlstate *h, char c)
{
	if (c == '-')
		h->matched += h->matched < 2;
	else if (c == '>' && h->matched == 2)
		h->place = HTML_TEXT;
	else
		h->matched = 0;
}

/* Inside a tag, at any place where neither a name nor a value goes on. */
static void read_tag(struct htmlstate *h, char c)
{
	if (c == '>') {
		end_tag(h);
	} else if (is_blank(c) || c == '/') {
		h->place = HTML_TAG;
	} else {
		h->place = HTML_NAME;
		h->attribute[0] = '\0';
		add_char(h->attribute, sizeof h->attribute, c);
	}
}

/* Only "</name" and then no longer name ends such an element. */
static void read_element_text(struct htmlstate *h, char c)
{
	int whole = (int)strlen(h->tag) + 2;
	if (h->matched == whole && (is_blank(c) || c == '/' || c == '>')) {
		h->closing = true;
		read_tag(h, c);
		return;
	}
	char wanted = '\0';
	if (h->matched < 2)
		wanted = "</"[h->matched];
	else if (h->matched < whole)
		wanted = h->tag[h->matched - 2];
	if (wanted && lower(c) == wanted)
		h->matched++;
	else
		h->matched = c == '<';
}

static void read_tag_name(struct htmlstate *h, char c)
{
	if (is_blank(c) || c == '/' || c == '>')
		read_tag(h, c);
	else
		add_char(h->tag, sizeof h->tag, c);
}

static void read_equals(struct htmlstate *h)
{
	h->place = HTML_BEFORE_VALUE;
	h->values++;
}

static void read_name(struct htmlstate *h, char c)
{
	if (c == '=')
		read_equals(h);
	else if (is_blank(c))
		h->place = HTML_AFTER_NAME;
	else if (c == '/' || c == '>')
		read_tag(h, c);
	else
		add_char(h->attribute, sizeof h->attribute, c);
}

static void read_after_name(struct htmlstate *h, char c)
{
	if (c == '=')
		read_equals(h);
	else if (!is_blank(c))
		read_tag(h, c);
}

static void read_before_value(struct htmlstate *h, char c)
{
	if (c == '"')
		begin_quoted(h, HTML_DOUBLE_QUOTED);
	else if (c == '\'')
		begin_quoted(h, HTML_SINGLE_QUOTED);
	else if (c == '>')
		end_tag(h);
	else if (!is_blank(c))
		h->place = HTML_BARE;
}

/* A value, or what may be missing, is part of it. */
static void forget_scheme(struct htmlstate *h)
{
	h->scheme[0] = '{';
	h->scheme[1] = '\0';
}

static void read_scheme(struct htmlstate *h, char c)
{
	if (c == '&')
		h->why = "before \"&\" an address needs \"/\", \"?\" or \"#\"";
	else if (c == ':' && !scheme_ok(h->scheme, strlen(h->scheme)))
		h->why = "an address is relative or begins with http:, https:, mailto: or tel:";
	else if (strchr(":/?#", c))
		h->address_open = false;
	else
		add_char(h->scheme, sizeof h->scheme, c);
}

static void read_quoted(struct htmlstate *h, char c)
{
	if (c == (h->place == HTML_DOUBLE_QUOTED ? '"' : '\''))
		h->place = HTML_TAG;
	else if (h->address_open)
		read_scheme(h, c);
}

static void read_bare(struct htmlstate *h, char c)
{
	if (is_blank(c) || c == '>')
		read_tag(h, c);
}

static void read_gap(struct htmlstate *h, char c)
{
	if (is_blank(c) || c == '/' || c == '>')
		read_tag(h, c);
	else
		h->why = "after a section inside a tag comes white space or the tag's end";
}

static void (*const readers[])(struct htmlstate *, char) = {
    [HTML_TEXT] = read_text,
    [HTML_RAW] = read_element_text,
    [HTML_PLAIN] = read_element_text,
    [HTML_LESS] = read_less,
    [HTML_DECLARATION] = read_declaration,
    [HTML_COMMENT] = read_comment,
    [HTML_TAG_NAME] = read_tag_name,
    [HTML_TAG] = read_tag,
    [HTML_GAP] = read_gap,
    [HTML_NAME] = read_name,
    [HTML_AFTER_NAME] = read_after_name,
    [HTML_BEFORE_VALUE] = read_before_value,
    [HTML_BARE] = read_bare,
    [HTML_DOUBLE_QUOTED] = read_quoted,
    [HTML_SINGLE_QUOTED] = read_quoted,
};

size_t htmlstate_read(struct htmlstate *h, const char *p, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		readers[h->place](h, p[i]);
		if (h->why)
			return i;
	}
	return n;
}

static enum html_way refuse(struct htmlstate *h, const char *why)
{
	h->why = why;
	return HTML_REFUSED;
}

static enum html_way quoted_value(struct htmlstate *h)
{
	if (is_code_attribute(h))
		return refuse(h, "a value cannot stand in an attribute that holds code or style");
	if (!h->address_open)
		return HTML_ESCAPED;
	forget_scheme(h);
	return HTML_ADDRESS;
}

enum html_way htmlstate_value(struct htmlstate *h)
{
	switch (h->place) {
	case HTML_TEXT:
		return HTML_MARKUP;
	case HTML_PLAIN:
		return h->matched ? refuse(h, "a value cannot stand in a closing tag") : HTML_ESCAPED;
	case HTML_DOUBLE_QUOTED:
	case HTML_SINGLE_QUOTED:
		return quoted_value(h);
	case HTML_RAW:
		return refuse(
		    h, "a value cannot stand in a script, a style or another element without markup");
	case HTML_DECLARATION:
	case HTML_COMMENT:
		return refuse(h, "a value cannot stand in an HTML comment or declaration; use {{! … }}");
	case HTML_BEFORE_VALUE:
	case HTML_BARE:
		return refuse(h, "put the attribute's value in quotes");
	case HTML_LESS:
	case HTML_TAG_NAME:
	case HTML_TAG:
	case HTML_GAP:
	case HTML_NAME:
	case HTML_AFTER_NAME:
		break;
	}
	return refuse(h, "a value cannot stand in the name of a tag or attribute");
}

/* Where an attribute may follow, or its name is being written. */
static bool is_between_attributes(const struct htmlstate *h)
{
	return h->place == HTML_TAG || h->place == HTML_GAP || h->place == HTML_TAG_NAME ||
	       h->place == HTML_NAME || h->place == HTML_AFTER_NAME;
}

void htmlstate_open(struct htmlstate *h)
{
	if (is_between_attributes(h) && h->place != HTML_TAG)
		h->place = HTML_GAP;
}

/* The section may be repeated: what it ends with must not run into what it
 * begins with and so make another name of an attribute with a value. */
static bool join_in_tag(struct htmlstate *h, const struct htmlstate *other)
{
	if (h->place == HTML_TAG && other->place == HTML_TAG)
		return true;
	h->place = HTML_GAP;
	return other->place == HTML_GAP || h->values == other->values;
}

bool htmlstate_join(struct htmlstate *h, const struct htmlstate *other)
{
	if (h->place == HTML_TEXT && other->place == HTML_TEXT)
		return true;
	if (h->closing != other->closing || strcmp(h->tag, other->tag) != 0)
		return false;
	if (is_between_attributes(h) && is_between_attributes(other))
		return join_in_tag(h, other);
	if (other->address_open) {
		h->address_open = true;
		forget_scheme(h);
	}
	return h->place == other->place && h->matched == other->matched &&
	       strcmp(h->attribute, other->attribute) == 0;
}

bool htmlstate_may_end(const struct htmlstate *h)
{
	return h->place == HTML_TEXT;
}
