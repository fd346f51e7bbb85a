/* Lists of ids as records keep them: a JSON array, as text. */
#ifndef RULES_REFS_H
#define RULES_REFS_H

#include "record/kind.h"

#define REFS_MAX 100 /* as many as a caller may send */

/* Their ids in order; how many. NULL text: none. */
int refs_read(const char *refs, int64_t ret[REFS_MAX]);
bool refs_have(const char *refs, int64_t id);
/* The other way round; NULL when there are none. */
const char *refs_text(struct arena *a, const int64_t *ids, int n);
/* The same with one more, unless it is there or they are too many. */
const char *refs_with(struct arena *a, const char *refs, int64_t id);
/* … with one less. */
const char *refs_without(struct arena *a, const char *refs, int64_t id);
/* The ids that a statement finds, its one column. */
int refs_found(struct db_query *q, int64_t ret[REFS_MAX]);

/* A JSON array kept as text, and one more at its end; takes `one` over. */
const char *list_with(struct arena *a, const char *list, json_t *one);

/* The refusal under way names these records: "terms", [3, 4]. */
void refuse_naming(struct act *a, const char *list, const int64_t *ids, int n);
/* … or these, of whatever kinds: "records", [{"kind":"matter","id":3}], each once. */
void refuse_leaned_on(struct act *a, const struct naming *by, int n);

#endif
