/* Any bytes as a template: refused with a sentence, or rendered so that values
 * add not one sign that HTML gives a meaning to. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/asset.h"
#include "web/template.h"

#define FILE_OF(s) (const unsigned char *)(s), sizeof(s) - 1, "0"

const struct asset assets[] = {
    {"templates/p.html", FILE_OF("<a{{>q}}{{#l}} title=\"{{a}}\" id='{{.}}'{{/l}}>{{a}}</a>\n")},
    {"templates/q.html", FILE_OF(" href=\"{{u}}\"\n")},
    {"templates/r.html", FILE_OF("{{>r}}")},
    {NULL, NULL, 0, NULL},
};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static struct view *view_with(struct arena *arena, const char *text, const char *address)
{
	struct view *v = view_new(arena);
	view_text(v, "a", text);
	view_text(v, "u", address);
	view_text(v, "e", "");
	view_safe(v, "s", "<i></i>");
	view_int(v, "n", 7);
	view_flag(v, "f", true);
	view_text(view_map(v, "m"), "a", text);
	struct view *list = view_list(v, "l");
	view_text(view_add(list), "b", text);
	view_add_text(list, text);
	view_list(v, "none");
	return v;
}

static size_t count(const struct buf *b, char c)
{
	size_t found = 0;
	for (size_t i = 0; i < b->n; i++)
		found += b->p[i] == c;
	return found;
}

static void compare(struct arena *arena, const struct template *t, enum lang lang)
{
	struct buf harmless, hostile;
	harmless = (struct buf){.max = 1 << 20};
	hostile = (struct buf){.max = 1 << 20};
	template_render(&harmless, t, lang, view_with(arena, "text", "/address"));
	template_render(&hostile, t, lang, view_with(arena, "<x>\"'<!--", "javascript:\"'<x>"));
	for (const char *sign = "<>\"'"; *sign && !harmless.failed && !hostile.failed; sign++)
		if (count(&harmless, *sign) != count(&hostile, *sign))
			abort();
	buf_free(&harmless);
	buf_free(&hostile);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static struct arena *arena;
	char error[256] = "";
	if (!arena)
		arena = arena_new();
	struct template *t = template_compile("fuzz", (const char *)data, n, error);
	if (!t && !strstr(error, ".html:"))
		abort();
	for (enum lang lang = 0; t && lang < LANG_MAX; lang++)
		compare(arena, t, lang);
	template_free(t);
	arena_reset(arena);
	return 0;
}
