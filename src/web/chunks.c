/* One state a kind of byte that may come next:
 *
 *   SIZE ─► (EXTENSION) ─► SIZE_LF ─► DATA ─► DATA_CR ─► DATA_LF ─► SIZE …
 *                             └ of size 0 ─► LINE ⇄ (TRAILER ─► TRAILER_LF)
 *                                              └─► END_LF ─► whole */
#include "web/chunks.h"

#define DIGITS_MAX 8

enum { SIZE, EXTENSION, SIZE_LF, DATA, DATA_CR, DATA_LF, LINE, TRAILER, TRAILER_LF, END_LF, WHOLE };

static int hex(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c |= 0x20;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* No control character but the tab. */
static bool is_text(char c)
{
	return c == '\t' || ((unsigned char)c >= 0x20 && c != 0x7f);
}

static int read_size(struct chunks *c, char byte)
{
	int digit = hex(byte);
	if (digit >= 0) {
		c->left = c->left * 16 + (size_t)digit;
		return ++c->digits <= DIGITS_MAX ? 0 : 400;
	}
	if (c->digits == 0 || (byte != ';' && byte != '\r'))
		return 400;
	c->at = byte == ';' ? EXTENSION : SIZE_LF;
	return 0;
}

static int size_is_read(struct chunks *c)
{
	if (c->left > c->max - c->total)
		return 413;
	c->total += c->left;
	c->at = c->left > 0 ? DATA : LINE;
	return 0;
}

/* A byte that is no data; 0 or a status. */
static int step(struct chunks *c, char byte)
{
	static const char wanted[] = {
	    [SIZE_LF] = '\n', [DATA_CR] = '\r', [DATA_LF] = '\n', [TRAILER_LF] = '\n', [END_LF] = '\n'};
	static const int then[] = {
	    [DATA_CR] = DATA_LF, [DATA_LF] = SIZE, [TRAILER_LF] = LINE, [END_LF] = WHOLE};
	int at = c->at;

	if (++c->aside > CHUNKS_ASIDE_MAX)
		return 400;
	switch (at) {
	case SIZE:
		return read_size(c, byte);
	case EXTENSION:
	case TRAILER:
		if (byte == '\r')
			c->at = at == EXTENSION ? SIZE_LF : TRAILER_LF;
		return byte == '\r' || is_text(byte) ? 0 : 400;
	case LINE: /* no trailer begins with a blank */
		c->at = byte == '\r' ? END_LF : TRAILER;
		return byte == '\r' || (is_text(byte) && byte != ' ' && byte != '\t') ? 0 : 400;
	default:
		if (byte != wanted[at])
			return 400;
		if (at == SIZE_LF)
			return size_is_read(c);
		c->at = then[at];
		c->left = 0;
		c->digits = 0;
		return 0;
	}
}

int chunks_read(struct chunks *c, const char **p, size_t *n, const char **ret_data, size_t *ret_n)
{
	while (c->at != WHOLE && *n > 0) {
		if (c->at == DATA) {
			size_t some = c->left < *n ? c->left : *n;
			*ret_data = *p;
			*ret_n = some;
			*p += some;
			*n -= some;
			c->left -= some;
			c->at = c->left > 0 ? DATA : DATA_CR;
			return CHUNKS_DATA;
		}
		int status = step(c, **p);
		if (status != 0)
			return status;
		++*p;
		--*n;
	}
	return c->at == WHOLE ? 0 : CHUNKS_MORE;
}
