/* JSON out, appended straight to a buffer; commas are kept by the writer.
 * JSON in is read with jansson. */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include "base/buf.h"

struct jw {
	struct buf *out;
	bool comma; /* a value stands before this place */
};

struct jw jw_to(struct buf *out);
void jw_object(struct jw *j);
void jw_array(struct jw *j);
void jw_end_object(struct jw *j);
void jw_end_array(struct jw *j);
struct jw *jw_key(struct jw *j, const char *key); /* the place behind it: jw_array(jw_key(j, "items")) */
void jw_text(struct jw *j, const char *s);        /* NULL gives null */
void jw_text_n(struct jw *j, const char *s, size_t n);
void jw_int(struct jw *j, int64_t v);
void jw_bool(struct jw *j, bool v);
void jw_null(struct jw *j);
void jw_number(struct jw *j, double v, int decimals); /* rounded, no trailing zeros; NAN gives null */
void jw_raw(struct jw *j, const char *json_value);    /* already JSON; NULL gives null */

/* A member of the object under way: its key and its value. */
void jw_text_of(struct jw *j, const char *key, const char *s);
void jw_int_of(struct jw *j, const char *key, int64_t v);
void jw_bool_of(struct jw *j, const char *key, bool v);

#endif
