/* Where in an HTML page a byte stands: the part of a browser's tokenizer that
 * a template needs to know how a value must be written, or that it must not
 * stand there at all.  Works on the literal text of templates, at load. */
#ifndef WEB_HTMLSTATE_H
#define WEB_HTMLSTATE_H

#include <stdbool.h>
#include <stddef.h>

enum html_place {
	HTML_TEXT,
	HTML_RAW,         /* inside script, style and their like: never decoded */
	HTML_PLAIN,       /* inside title and textarea: decoded, no tags */
	HTML_LESS,        /* after "<" or "</" */
	HTML_DECLARATION, /* <!doctype …>, <?…> */
	HTML_COMMENT,
	HTML_TAG_NAME,
	HTML_TAG, /* inside a tag, where an attribute may begin */
	HTML_GAP, /* the same, but white space or the tag's end must come first */
	HTML_NAME,
	HTML_AFTER_NAME,
	HTML_BEFORE_VALUE,
	HTML_BARE,
	HTML_DOUBLE_QUOTED,
	HTML_SINGLE_QUOTED,
};

/* How a value is written in the place where it stands. */
enum html_way {
	HTML_REFUSED,
	HTML_MARKUP,  /* escaped, or as it is when it is known to be HTML */
	HTML_ESCAPED, /* always escaped */
	HTML_ADDRESS, /* escaped, and only when html_address_ok */
};

struct htmlstate {
	enum html_place place;
	bool closing; /* the tag began with "</" */
	int matched;  /* bytes seen of what ends a raw element or a comment */
	char tag[12]; /* lower case; longer names are cut, none of interest is that long */
	char attribute[16];
	unsigned values;   /* of attributes, in the page so far */
	bool address_open; /* in an address whose scheme is not yet settled */
	char scheme[8];    /* what stands of it so far; never a known one once a value is part of it */
	const char *why;   /* the sentence of the last refusal */
};

/* A zeroed struct htmlstate is the start of a page.  Reads n bytes and returns
 * how many were accepted; less than n: see `why`. */
size_t htmlstate_read(struct htmlstate *h, const char *p, size_t n);

/* A value of unknown content stands here. */
enum html_way htmlstate_value(struct htmlstate *h);

/* What follows is shown never, once or several times; `other` is the state
 * that htmlstate_open left where it began.  Joined, h holds whichever way the
 * page came here; false when that cannot be said. */
void htmlstate_open(struct htmlstate *h);
bool htmlstate_join(struct htmlstate *h, const struct htmlstate *other);

/* False in the middle of a tag, comment or element without markup. */
bool htmlstate_may_end(const struct htmlstate *h);

/* Whether an address from outside may be followed: relative, http, https,
 * mailto or tel. */
bool html_address_ok(const char *address);

#endif
