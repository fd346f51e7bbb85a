/* The OpenAPI 3.1 document, from the tables that the door obeys. */
#ifndef RECORD_DESCRIBE_H
#define RECORD_DESCRIBE_H

#include "record/kind.h"

/* `others`: what is read by handlers; only path and name are looked at. */
void openapi_json(struct arena *a, const struct read *others, struct jw *out);

#endif
