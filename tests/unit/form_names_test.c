/* What a form's flat names mean. */
#include "tap.h"

#include <stdlib.h>

#include "web/form_names.h"

/* What the pairs of a form become, as JSON; a name that comes twice is given as a
 * list where it is one, as the reader of forms does. */
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
	check("{\"done:flag\":\"true\"}", "{\"done\":true}");
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

/* What may come several times; of the others the last counts. */
TEST(lists)
{
	ok(form_is_list("contact_ids") && form_is_list("tags") && form_is_list("emotions"), "of records");
	ok(form_is_list("holidays") && form_is_list("working_periods.mon"), "of settings");
	ok(form_is_list("options.0.breaks_term_ids:numbers"), "called so");
	ok(!form_is_list("role") && !form_is_list("csrf") && !form_is_list("options"), "no list");
	ok(!form_is_list("contact_ids:flag") && !form_is_list("contact_ids.0"),
	    "nor what is called otherwise");
	json_t *several = json_pack("[s, s]", "worried, tired", "relieved"), *one = json_string(" worried ");
	json_t *words = form_words(several), *word = form_words(one), *none = form_words(NULL);
	ok(json_array_size(words) == 3 && json_array_size(word) == 1 && json_array_size(none) == 0, "words");
	json_decref(several);
	json_decref(one);
	json_decref(words);
	json_decref(word);
	json_decref(none);
}

TEST(nonsense)
{
	check("{\"a.b\":\"1\",\"a\":\"2\"}", "{\"a\":{\"b\":\"1\"}}");
	check("{\"a.\":\"1\"}", "{\"a\":{},\"a.\":\"1\"}");
	check("{\".a\":\"1\"}", "{\".a\":\"1\"}");
	check("{\"a.b.c.d.e.f.g.h\":\"1\"}", "{\"a\":{},\"a.b.c.d.e.f.g.h\":\"1\"}");
}

TEST_MAIN()
