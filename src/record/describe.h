/* The OpenAPI 3.1 document, from the tables that the door obeys. */
#ifndef RECORD_DESCRIBE_H
#define RECORD_DESCRIBE_H

#include "record/kind.h"

/* What is read by a handler of its own. */
struct road {
	const char *path, *name;
	const char *query;   /* parameters of its address, one blank between; NULL: none */
	const char *answers; /* NULL: JSON */
	bool patched;        /* it is changed there too, key by key */
};

/* A road may stand for a row of `reads`, whose parameters it tells. */
void openapi_json(struct arena *a, const struct road *others, struct jw *out);

#endif
