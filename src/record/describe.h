/* The OpenAPI 3.1 document, from the tables that the door obeys. */
#ifndef RECORD_DESCRIBE_H
#define RECORD_DESCRIBE_H

#include "record/kind.h"

/* A derived read below /api/v1. */
struct read_path {
	const char *path; /* "/clients/{id}/say_do"; the last has none */
	const char *name; /* "say_do" */
};

void openapi_json(struct arena *a, const struct read_path *reads, struct jw *out);

#endif
