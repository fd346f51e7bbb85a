/* What a form's flat names mean. */
#include "tap.h"

#include <stdlib.h>

#include "web/form_names.h"

/* What the pairs of a form become, as JSON; a name that comes twice is given as a
 * list, as the reader of forms does. */
static const char *unfolded(const char *json)
{
	static char *text;
	free(text);
	json_t *input = json_loads(json, 0, NULL);
	form_unfold(input);
	text = json_dumps(input, JSON_COMPACT | JSON_SORT_KEYS);
	json_decref(input);
	return text;
}

static void check(const char *flat, const char *meant)
{
	is_text(unfolded(flat), meant, flat);
}

TEST(values)
{
	check("{\"title\":\"as it is\"}", "{\"title\":\"as it is\"}");
	check("{\"pros:lines\":\"quick\\r\\n\\n  cheap \\n\"}", "{\"pros\":[\"quick\",\"cheap\"]}");
	check("{\"pros:lines\":\"\"}", "{\"pros\":[]}");
	check("{\"n:number\":\"12\"}", "{\"n\":12}");
	check("{\"n:number\":\"twelve\"}", "{\"n\":\"twelve\"}");
	check("{\"price:cents\":\"1 200,50\"}", "{\"price\":120050}");
	check("{\"price:cents\":\"-80\"}", "{\"price\":-8000}");
	check("{\"price:cents\":\"dear\"}", "{\"price\":\"dear\"}");
	check("{\"ids:numbers\":[\"3\",\"\",\"5\"]}", "{\"ids\":[3,5]}");
	check("{\"ids:numbers\":\"3\"}", "{\"ids\":[3]}");
	check("{\"done:flag\":[\"false\",\"true\"]}", "{\"done\":true}");
}

TEST(nesting)
{
	check("{\"about.type\":\"matter\",\"about.id\":\"5\"}",
	    "{\"about\":{\"id\":\"5\",\"type\":\"matter\"}}");
	check("{\"o.0.label\":\"a\",\"o.0.cons:lines\":\"dear\",\"o.1.label\":\"b\"}",
	    "{\"o\":[{\"cons\":[\"dear\"],\"label\":\"a\"},{\"label\":\"b\"}]}");
	check("{\"o.0.label\":\"a\",\"o.0.p.0.text\":\"x\",\"o.0.p.0.side\":\"us\",\"o.0.p.1.text\":\"\","
	      "\"o.0.p.1.side\":\"us\"}",
	    "{\"o\":[{\"label\":\"a\",\"p\":[{\"side\":\"us\",\"text\":\"x\"}]}]}");
	/* a row of which the first text is empty was not filled in */
	check("{\"o.0.label\":\"\",\"o.0.type\":\"other\"}", "{\"o\":[]}");
	/* an empty text inside says nothing */
	check("{\"felt.understood\":\"\",\"felt.valued\":\"yes\"}", "{\"felt\":{\"valued\":\"yes\"}}");
}

TEST(nonsense)
{
	check("{\"a.b\":\"1\",\"a\":\"2\"}", "{\"a\":{\"b\":\"1\"}}");
	check("{\"a.\":\"1\"}", "{\"a\":{},\"a.\":\"1\"}");
	check("{\".a\":\"1\"}", "{\".a\":\"1\"}");
	check("{\"a.b.c.d.e.f.g.h\":\"1\"}", "{\"a\":{},\"a.b.c.d.e.f.g.h\":\"1\"}");
}

TEST_MAIN()
