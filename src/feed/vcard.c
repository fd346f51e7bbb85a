/* vCard 2.1, 3.0 and 4.0, read leniently: physical lines become logical ones
 * (folds and soft line breaks undone), a logical line becomes a property, and
 * of the few properties wanted the best value is kept.  A line that is no
 * property, such as a picture's base64, is passed over. */
#include "feed/vcard.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/lang.h"
#include "base/text.h"
#include "feed/charset.h"
#include "feed/reading.h"

#define LOGICAL_MAX (64 * 1024) /* a longer logical line is cut: it is a picture */
#define WORD_MAX 40             /* of a property's or parameter's name, NUL included */

enum want { FN, N, ORG, TITLE, EMAIL, TEL, LANG, WANTS };

/* How much a value is preferred: 1 to 100 as PREF=1 says, then those that say
 * nothing, then numbers nobody answers. */
enum { RANK_PREF = 1, RANK_PLAIN = 101, RANK_SILENT = 1000, RANK_NONE = 10000 };

struct property {
	char name[WORD_MAX]; /* lower case, without its group */
	const char *value;
	size_t n;
	char charset[WORD_MAX];
	int rank;
	bool quoted_printable;
	bool voice, fax, pager;
};

struct reader {
	struct arena *a;
	const char *encoding; /* of what does not say its own; NULL: it is guessed */
	struct lines lines;
	struct cards cards;
	int room; /* for so many cards */

	struct buf logical;
	const char *logical_at; /* where it begins in the file */
	int logical_number;

	/* The card being read. */
	const char *began; /* NULL between cards */
	int line;
	bool v21;
	bool of_company;  /* FN is the company's name (X-ABShowAs) */
	bool agent_ahead; /* a BEGIN now opens a card inside this one */
	int agents;       /* cards inside this one not yet ended */
	const char *best[WANTS];
	int rank[WANTS];
	const char *no_phone; /* the last that cannot be rung */
	const char *why_not;
};

/* ---- a logical line as a property ------------------------------------- */

/* The length up to `stop` outside quotes. */
static size_t until(const char *s, size_t n, char stop)
{
	bool quoted = false;

	for (size_t i = 0; i < n; i++) {
		if (s[i] == '"')
			quoted = !quoted;
		else if (s[i] == stop && !quoted)
			return i;
	}
	return n;
}

/* In lower case without quotes and blanks; "" when too long to be known. */
static void read_word(char ret[WORD_MAX], const char *s, size_t n)
{
	size_t w = 0;

	for (size_t i = 0; i < n && w < WORD_MAX; i++)
		if (!strchr("\" \t", s[i]))
			ret[w++] = (char)tolower((unsigned char)s[i]);
	ret[w < WORD_MAX ? w : 0] = '\0';
}

static bool is_word(const char *word, const char *const *words)
{
	while (*words && strcmp(*words, word) != 0)
		words++;
	return *words;
}

/* One word of a parameter; vCard 2.1 writes types and encodings without key. */
static void take_parameter(struct property *p, const char *key, const char *word)
{
	static const char *const fax[] = {"fax", "modem", "bbs", NULL};

	if (strcmp(key, "charset") == 0)
		memcpy(p->charset, word, WORD_MAX);
	else if (strcmp(key, "pref") == 0 && isdigit((unsigned char)*word))
		p->rank = strlen(word) < 3 ? (int)strtol(word, NULL, 10) : RANK_PLAIN - 1;
	else if (strcmp(word, "pref") == 0)
		p->rank = RANK_PREF;
	else if (strcmp(word, "quoted-printable") == 0)
		p->quoted_printable = true;
	else if (strcmp(word, "voice") == 0)
		p->voice = true;
	else if (strcmp(word, "pager") == 0)
		p->pager = true;
	else if (is_word(word, fax))
		p->fax = true;
}

/* KEY=value,value or a bare value. */
static void read_parameter(struct property *p, const char *s, size_t n)
{
	char key[WORD_MAX] = "", word[WORD_MAX] = "";
	size_t equals = until(s, n, '=');

	if (equals < n) {
		read_word(key, s, equals);
		s += equals + 1;
		n -= equals + 1;
	}
	/* TYPE="work,voice" is a list too, whatever its quotes. */
	for (const char *end = s + n; s < end;) {
		const char *comma = memchr(s, ',', (size_t)(end - s));
		const char *stop = comma ? comma : end;
		read_word(word, s, (size_t)(stop - s));
		take_parameter(p, key, word);
		s = comma ? comma + 1 : end;
	}
}

/* [group.]name;parameter;parameter:value */
static bool read_property(const char *s, size_t n, struct property *ret)
{
	size_t head = until(s, n, ':');
	const char *colon = head < n ? s + head : n ? memchr(s, ':', n) : NULL;

	*ret = (struct property){.rank = RANK_PLAIN};
	if (!colon)
		return false;
	ret->value = colon + 1;
	ret->n = (size_t)(s + n - ret->value);

	size_t name = until(s, (size_t)(colon - s), ';');
	const char *dot = memrchr(s, '.', name);
	const char *from = dot ? dot + 1 : s;
	read_word(ret->name, from, (size_t)(s + name - from));
	for (const char *p = s + name; p < colon;) {
		p++;
		size_t parameter = until(p, (size_t)(colon - p), ';');
		read_parameter(ret, p, parameter);
		p += parameter;
	}
	return *ret->name;
}

static bool value_is(const struct property *p, const char *word)
{
	char value[WORD_MAX];

	read_word(value, p->value, p->n);
	return strcmp(value, word) == 0;
}

/* ---- physical lines as a logical one ---------------------------------- */

static bool ends_softly(const char *s, size_t n)
{
	return n && s[n - 1] == '=';
}

/* A card's end is never taken for the rest of a soft line break. */
static bool at_end_line(const struct lines *l)
{
	return l->end - l->at >= 4 && strncasecmp(l->at, "END:", 4) == 0;
}

static bool at_fold(const struct lines *l)
{
	return l->at < l->end && (*l->at == ' ' || *l->at == '\t');
}

/* vCard 2.1 folds at a blank that belongs to the text, later ones add it. */
static bool next_logical(struct reader *r)
{
	struct lines *l = &r->lines;
	struct property p;

	if (!reading_next_line(l))
		return false;
	r->logical_at = l->line;
	r->logical_number = l->number;
	buf_clear(&r->logical);
	buf_add(&r->logical, l->line, l->n);

	bool soft = ends_softly(l->line, l->n) && read_property(l->line, l->n, &p) && p.quoted_printable;
	for (;;) {
		size_t skip = 0;
		bool goes_on = soft && ends_softly(r->logical.p, r->logical.n);
		if (goes_on)
			r->logical.n--;
		else if (at_fold(l))
			skip = r->v21 ? 0 : 1;
		else
			return true;
		if ((goes_on && at_end_line(l)) || !reading_next_line(l))
			return true;
		buf_add(&r->logical, l->line + skip, l->n - skip);
	}
}

/* ---- a property's value as text ---------------------------------------- */

static int hex_digit(char c)
{
	static const char digits[] = "0123456789abcdef";
	const char *at = c ? strchr(digits, tolower((unsigned char)c)) : NULL;

	return at ? (int)(at - digits) : -1;
}

/* NUL bytes are left out. */
static const char *unquote_printable(struct arena *a, const char *s, size_t n, size_t *ret_n)
{
	char *out = arena_alloc(a, n + 1), *o = out;

	for (size_t i = 0; i < n; i++) {
		int high = s[i] == '=' && n - i > 2 ? hex_digit(s[i + 1]) : -1;
		int low = high >= 0 ? hex_digit(s[i + 2]) : -1;
		char c = s[i];
		if (low >= 0) {
			c = (char)(high << 4 | low);
			i += 2;
		}
		if (c)
			*o++ = c;
	}
	*ret_n = (size_t)(o - out);
	return out;
}

/* Still escaped.  NULL when it cannot be read: broken text is passed over, an
 * unknown character set spoils the card. */
static const char *property_text(struct reader *r, const struct property *p)
{
	const char *bytes = p->value;
	size_t n = p->n;

	if (p->quoted_printable)
		bytes = unquote_printable(r->a, bytes, n, &n);
	const char *refused = N_("This card is written in a character set that is not known.");
	const char *text = *p->charset ? text_to_utf8(r->a, bytes, n, p->charset)
				       : charset_text(r->a, bytes, n, r->encoding, &refused);
	if (!text)
		r->why_not = refused;
	return text && text_is_sound(text, strlen(text)) ? text : NULL;
}

/* Without escapes, on one line, blanks single and none at the ends; NULL when
 * nothing is left.  A comma not escaped stands between values of a list. */
static char *plain(struct arena *a, const char *s, size_t n, bool list)
{
	char *out = arena_alloc(a, n + 1), *o = out;

	for (size_t i = 0; i < n; i++) {
		bool escaped = s[i] == '\\' && i + 1 < n;
		char c = escaped ? s[++i] : s[i];
		if (isspace((unsigned char)c) || (escaped && (c == 'n' || c == 'N')) ||
		    (list && !escaped && c == ','))
			c = ' ';
		if (c != ' ' || (o > out && o[-1] != ' '))
			*o++ = c;
	}
	if (o > out && o[-1] == ' ')
		o--;
	*o = '\0';
	return o > out ? out : NULL;
}

static const char *read_line(struct arena *a, const char *text)
{
	return plain(a, text, strlen(text), false);
}

/* The length of a component, up to a semicolon that is not escaped. */
static size_t component(const char *s)
{
	size_t i = 0;

	while (s[i] && s[i] != ';')
		i += s[i] == '\\' && s[i + 1] ? 2 : 1;
	return i;
}

static const char *read_org(struct arena *a, const char *text)
{
	const char *org = plain(a, text, component(text), false);

	return org ? reading_company(a, org) : NULL;
}

/* Family;Given;Additional;Prefixes;Suffixes, spoken in the order of a name. */
static const char *read_name(struct arena *a, const char *text)
{
	enum { FAMILY, GIVEN, ADDITIONAL, PARTS };
	const char *part[PARTS];

	for (int i = 0; i < PARTS; i++) {
		size_t n = component(text);
		part[i] = plain(a, text, n, true);
		text += n + (text[n] == ';');
	}
	char *name = arena_printf(a, "%s %s %s", part[GIVEN] ? part[GIVEN] : "",
	    part[ADDITIONAL] ? part[ADDITIONAL] : "", part[FAMILY] ? part[FAMILY] : "");
	return plain(a, name, strlen(name), false);
}

static const char *read_email(struct arena *a, const char *text)
{
	const char *line = read_line(a, text);

	return line ? reading_email(a, line) : NULL;
}

/* A number, or a URI: "tel:+1-418-555-0100;ext=102". */
static const char *read_phone(struct arena *a, const char *text)
{
	char *phone = plain(a, text, strlen(text), false);

	if (!phone || strncasecmp(phone, "tel:", 4) != 0)
		return phone ? reading_phone(a, reading_cell(a, phone)) : NULL;
	phone += 4;
	const char *ext = strcasestr(phone, ";ext=");
	int n = (int)strcspn(phone, ";");
	if (!ext)
		return reading_phone(a, arena_strndup(a, phone, (size_t)n));
	ext += 5;
	return reading_phone(a, arena_printf(a, "%.*s ext. %.*s", n, phone, (int)strcspn(ext, ";"), ext));
}

/* ---- the card ----------------------------------------------------------- */

static void take_wanted(struct reader *r, const struct property *p)
{
	static const struct {
		const char *name;
		const char *(*read)(struct arena *a, const char *text);
	} wants[WANTS] = {
	    [FN] = {"fn", read_line},
	    [N] = {"n", read_name},
	    [ORG] = {"org", read_org},
	    [TITLE] = {"title", read_line},
	    [EMAIL] = {"email", read_email},
	    [TEL] = {"tel", read_phone},
	    [LANG] = {"lang", reading_lang},
	};
	int i = 0, rank = p->rank + (p->pager && !p->voice ? RANK_SILENT : 0);

	while (i < WANTS && strcmp(wants[i].name, p->name) != 0)
		i++;
	if (i == WANTS || rank >= r->rank[i] || (p->fax && !p->voice))
		return;
	const char *text = property_text(r, p);
	const char *value = text ? wants[i].read(r->a, text) : NULL;
	if (value) {
		r->best[i] = value;
		r->rank[i] = rank;
	} else if (i == TEL && text) {
		r->no_phone = read_line(r->a, text);
	}
}

static void begin_card(struct reader *r)
{
	r->began = r->logical_at;
	r->line = r->logical_number;
	r->v21 = r->of_company = r->agent_ahead = false;
	r->agents = 0;
	r->why_not = r->no_phone = NULL;
	for (int i = 0; i < WANTS; i++) {
		r->best[i] = NULL;
		r->rank[i] = RANK_NONE;
	}
}

static struct card *new_card(struct reader *r)
{
	if (r->cards.n == r->room) {
		int room = r->room ? 2 * r->room : 16;
		struct card *more = ARENA_ARRAY(r->a, struct card, room);
		if (r->room)
			memcpy(more, r->cards.card, sizeof *more * (size_t)r->room);
		r->cards.card = more;
		r->room = room;
	}
	return &r->cards.card[r->cards.n++];
}

/* An address book shows some people by their company, and then that is FN. */
static const char *card_name(const struct reader *r)
{
	const char *fn = r->best[FN], *n = r->best[N], *org = r->best[ORG];
	bool companys = fn && org && strcmp(text_name_key(r->a, fn), text_name_key(r->a, org)) == 0;

	if (n && (r->of_company || companys || !fn))
		return n;
	return fn ? fn : org;
}

static bool letters_are_lost(const char *text)
{
	return text && strstr(text, LETTER_LOST);
}

/* `end` is the first byte that is no longer the card's. */
static void end_card(struct reader *r, const char *end, const char *broken)
{
	const char *name = card_name(r), *why_not = r->why_not ? r->why_not : broken;

	if (!why_not && !name)
		why_not = N_("This card has no name.");
	if (!why_not && (letters_are_lost(name) || letters_are_lost(r->best[ORG])))
		why_not = N_("This card has letters that were lost when it was written.");
	*new_card(r) = (struct card){
	    .line = r->line,
	    .name = name,
	    .org = r->best[ORG],
	    .title = r->best[TITLE],
	    .email = r->best[EMAIL],
	    .phone = r->best[TEL],
	    .no_phone = r->best[TEL] ? NULL : r->no_phone,
	    .lang = r->best[LANG],
	    .raw = arena_strndup(r->a, r->began, (size_t)(end - r->began)),
	    .why_not = why_not,
	};
	r->began = NULL;
}

static void end_unfinished(struct reader *r, const char *end)
{
	if (r->began)
		end_card(r, end, N_("This card has no END:VCARD line."));
}

static void take_begin(struct reader *r)
{
	if (r->began && (r->agents || r->agent_ahead)) {
		r->agents++;
		r->agent_ahead = false;
		return;
	}
	end_unfinished(r, r->logical_at);
	begin_card(r);
}

static void take_end(struct reader *r)
{
	if (r->agents)
		r->agents--;
	else
		end_card(r, r->lines.at, NULL);
}

/* An assistant's card stands inside, after AGENT: or an AGENT:BEGIN:VCARD. */
static void take_agent(struct reader *r, const struct property *p)
{
	r->agent_ahead = value_is(p, "");
	r->agents = value_is(p, "begin:vcard");
}

static void take_property(struct reader *r, const struct property *p)
{
	bool card = value_is(p, "vcard");

	if (card && strcmp(p->name, "begin") == 0) {
		take_begin(r);
	} else if (!r->began) {
		return;
	} else if (card && strcmp(p->name, "end") == 0) {
		take_end(r);
	} else if (!r->agents) {
		r->agent_ahead = false;
		if (strcmp(p->name, "agent") == 0)
			take_agent(r, p);
		else if (strcmp(p->name, "version") == 0)
			r->v21 = value_is(p, "2.1");
		else if (strcmp(p->name, "x-abshowas") == 0)
			r->of_company = value_is(p, "company");
		else
			take_wanted(r, p);
	}
}

static const char *read_cards(struct reader *r)
{
	struct property p;

	while (next_logical(r)) {
		if (read_property(r->logical.p, r->logical.n, &p))
			take_property(r, &p);
		if (r->cards.n > VCARD_CARDS_MAX)
			return N_("This file has more than 20,000 cards: cut it into several.");
	}
	end_unfinished(r, r->lines.end);
	return r->cards.n ? NULL : N_("This is not a vCard file: it has no BEGIN:VCARD line.");
}

static const char *read_file(struct reader *r, const char *bytes, size_t n)
{
	if (n > READING_BYTES_MAX)
		return N_("This file is larger than 32 MB: cut it into several.");
	if (!(bytes = reading_unwrap(r->a, bytes, n, &n)))
		return N_("This file is in broken UTF-16.");
	if (memchr(bytes, '\0', n))
		return N_("This is not a vCard file: it holds NUL bytes.");
	reading_lines(&r->lines, bytes, n);
	return read_cards(r);
}

bool vcard_read(
    struct arena *a, const char *bytes, size_t n, const char *encoding, struct cards *ret, char error[256])
{
	struct reader r = {.a = a, .encoding = encoding};

	r.logical = (struct buf){.max = LOGICAL_MAX};
	const char *refused = read_file(&r, bytes, n);
	buf_free(&r.logical);
	if (refused) {
		snprintf(error, 256, "%s", refused);
		return false;
	}
	*ret = r.cards;
	return true;
}
