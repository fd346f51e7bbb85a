/* JSON out, appended straight to a buffer; commas are kept by the writer.
 * JSON in is read with jansson. */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include "base/buf.h"

struct json {
	struct buf *out;
	bool comma; /* a value stands before this place */
};

void json_to(struct json *j, struct buf *out);
void json_object(struct json *j);
void json_array(struct json *j);
void json_end_object(struct json *j);
void json_end_array(struct json *j);
void json_key(struct json *j, const char *key);
void json_text(struct json *j, const char *s); /* NULL gives null */
void json_text_n(struct json *j, const char *s, size_t n);
void json_int(struct json *j, int64_t v);
void json_bool(struct json *j, bool v);
void json_null(struct json *j);
void json_number(struct json *j, double v, int decimals); /* rounded, no trailing zeros */
void json_raw(struct json *j, const char *json_value);    /* already JSON; NULL gives null */

#endif
