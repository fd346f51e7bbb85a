/* Pages as files that a designer can edit: mustache-shaped, compiled when
 * loaded, safe by default.
 *
 *   {{name}} {{a.b}} {{.}}     a value, escaped for the place it stands in
 *   {{#name}} … {{/name}}      for each of a list; with a map; when true
 *   {{^name}} … {{/name}}      when empty, false or absent
 *   {{>part}}                  another template, templates/part.html
 *   {{t "English sentence"}}   translated for the reader
 *   {{input promise.move.due}} what a row says (inputs.h)
 *   {{! a comment }}
 *
 * A name is looked for in the innermost map first, then outwards; one that is
 * nowhere prints nothing.  A section tag or comment alone on its line leaves
 * no empty line behind.
 *
 * There is no raw tag: unescaped is a property of the value (view_safe), and
 * holds only between tags.  Refused at load, with file and line: a value in a
 * script, style, comment, tag name, unquoted attribute, on*=, style=, srcdoc=
 * or an attribute that htmx runs; a section that closes in another HTML state
 * than it opened in.  In href, src and action only relative addresses, http,
 * https, mailto and tel pass; anything else becomes "#". */
#ifndef WEB_TEMPLATE_H
#define WEB_TEMPLATE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/lang.h"
#include "web/view.h"

struct template;

/* Compiles every built-in asset "templates/….html"; false with a sentence
 * (file:line: what) when one is refused.  Once, before any thread. */
bool templates_load(char error[256]);

/* One from text, for tests and fuzzing; NULL with a sentence when refused. */
struct template *template_compile(const char *name, const char *text, size_t n, char error[256]);
void template_free(struct template *t);

const struct template *template_find(const char *name); /* "today"; ends the process when unknown */
void template_render(struct buf *out, const struct template *t, enum lang lang, const struct view *v);

#endif
