/* The table of actions and the OpenAPI document, told from the same rows that
 * the door obeys. */
#include "record/describe.h"
#include "record/store.h"

#include <string.h>

static void who_json(unsigned who, struct jw *out)
{
	static const struct {
		unsigned bit;
		const char *name;
	} names[] = {{BY_MEMBER, "staff"}, {BY_LEAD, "lead"}, {BY_SELF, "self"}, {BY_CONTACT, "contact"},
	    {BY_AGREEING, "agreeing_contact"}};
	jw_array(out);
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		if ((who & names[i].bit) && !(names[i].bit == BY_LEAD && (who & BY_MEMBER)))
			jw_text(out, names[i].name);
	jw_end_array(out);
}

/* Of contacts, those alone who may agree, where a guard asks for it. */
static unsigned who_of(const struct action *action)
{
	for (const struct guard *g = action->guards; g && g->code; g++)
		if ((action->who & BY_CONTACT) && strcmp(g->code, "cannot_agree") == 0)
			return (action->who & ~(unsigned)BY_CONTACT) | BY_AGREEING;
	return action->who;
}

static void input_json(const char *name, bool required, struct jw *out)
{
	jw_object(out);
	jw_text_of(out, "name", name);
	jw_bool_of(out, "required", required);
	jw_end_object(out);
}

static void inputs_json(const struct field *fields, bool asks, struct jw *out)
{
	jw_array(jw_key(out, "inputs"));
	for (const struct field *f = fields; f && f->name; f++)
		input_json(f->name, f->required, out);
	if (asks)
		input_json(HINTS_OK, false, out);
	jw_end_array(out);
}

static void action_json(const struct kind *k, const struct action *action, struct jw *out)
{
	jw_object(out);
	jw_text_of(out, "kind", k->name);
	jw_text_of(out, "action", action->name);
	who_json(who_of(action), jw_key(out, "who"));
	inputs_json(action->inputs, action->hints != NULL, out);
	jw_array(jw_key(out, "codes"));
	for (const struct guard *g = action->guards; g && g->code; g++)
		jw_text(out, g->code);
	if (action->hints)
		jw_text(out, "confirm_hints");
	jw_end_array(out);
	jw_end_object(out);
}

/* The next word of *rest, which moves behind it; NULL: there is none. */
static const char *next_word(struct arena *a, const char **rest)
{
	const char *from = *rest;
	size_t n = from ? strcspn(from, " ") : 0;
	*rest = n ? from + n + (from[n] != 0) : NULL;
	return n ? arena_strndup(a, from, n) : NULL;
}

static void other_json(struct arena *a, const struct other_inputs *o, size_t kind, struct jw *out)
{
	const char *rest = o->codes;
	jw_object(out);
	jw_text_of(out, "kind", arena_strndup(a, o->name, kind));
	jw_text_of(out, "action", o->name + kind + 1);
	who_json(o->who, jw_key(out, "who"));
	inputs_json(o->fields, false, out);
	jw_array(jw_key(out, "codes"));
	for (const char *code; (code = next_word(a, &rest));)
		jw_text(out, code);
	jw_end_array(out);
	jw_end_object(out);
}

/* What is asked beside the door is an action where it changes something. */
void actions_json(struct arena *a, struct jw *out)
{
	jw_array(out);
	for (int i = 0; kinds[i]; i++)
		for (const struct action *action = kinds[i]->actions; action && action->name; action++)
			action_json(kinds[i], action, out);
	for (const struct other_inputs *o = other_inputs; o->name; o++)
		if (strchr(o->name, '.'))
			other_json(a, o, strcspn(o->name, "."), out);
	jw_end_array(out);
}

/* ---- OpenAPI 3.1 ----------------------------------------------------------- */

static void type_pair(struct jw *out, const char *type, bool nullable)
{
	if (!nullable) {
		jw_text_of(out, "type", type);
		return;
	}
	jw_array(jw_key(out, "type"));
	jw_text(out, type);
	jw_text(out, "null");
	jw_end_array(out);
}

static void choices_schema(const struct field *f, struct jw *out)
{
	jw_array(jw_key(out, "enum"));
	for (const struct choice *one = f->choices; one->name; one++)
		jw_text(out, one->name);
	jw_end_array(out);
}

static void items_schema(struct jw *out, const struct field *f)
{
	jw_text_of(out, "type", "array");
	jw_object(jw_key(out, "items"));
	if (f->type == FT_refs)
		jw_raw(out, "\"type\":[\"integer\",\"string\"]");
	else if (f->choices)
		choices_schema(f, out);
	else
		jw_text_of(out, "type", "string");
	jw_end_object(out);
}

static void field_schema(const struct field *f, bool read, struct jw *out);

/* What each of a list is made of. */
static void parts_schema(const struct field *parts, bool read, struct jw *out)
{
	jw_object(jw_key(out, "items"));
	jw_text_of(out, "type", "object");
	jw_object(jw_key(out, "properties"));
	for (const struct field *f = parts; f->name; f++)
		field_schema(f, read, jw_key(out, f->name));
	jw_end_object(out);
	jw_end_object(out);
}

/* One field as a JSON schema; read: as answered, where what is unset is null. */
static void field_schema(const struct field *f, bool read, struct jw *out)
{
	jw_object(out);
	bool nullable = read && !f->required;
	switch (f->type) {
	case FT_text:
	case FT_longtext:
		type_pair(out, "string", nullable);
		jw_int_of(out, "maxLength", field_longest(f));
		break;
	case FT_ref: /* a number for staff, a public name for a contact */
		jw_raw(jw_key(out, "type"),
		    nullable ? "[\"integer\",\"string\",\"null\"]" : "[\"integer\",\"string\"]");
		break;
	case FT_link:
		jw_raw(jw_key(out, "type"),
		    f->kind_of ? "[\"integer\",\"string\",\"null\"]" : "[\"object\",\"null\"]");
		break;
	case FT_flag:
		jw_text_of(out, "type", "boolean");
		break;
	case FT_choice:
		if (!nullable)
			choices_schema(f, out);
		else
			type_pair(out, "string", true);
		break;
	case FT_instant:
		type_pair(out, "string", nullable);
		jw_text_of(out, "format", "date-time");
		break;
	case FT_date:
		type_pair(out, "string", nullable);
		jw_text_of(out, "format", "date");
		break;
	case FT_number:
		type_pair(out, "integer", nullable);
		break;
	case FT_refs:
	case FT_words:
		items_schema(out, f);
		break;
	case FT_json:
	case FT_derived:
		if (f->schema)
			type_pair(out, f->schema, strcmp(f->schema, "array") != 0);
		if (f->schema && f->parts && strcmp(f->schema, "array") == 0)
			parts_schema(f->parts, read, out);
		break;
	}
	jw_end_object(out);
}

static void required_list(const struct field *fields, struct jw *out)
{
	bool any = false;
	for (const struct field *f = fields; f && f->name; f++)
		any = any || f->required;
	if (!any)
		return;
	jw_array(jw_key(out, "required"));
	for (const struct field *f = fields; f->name; f++)
		if (f->required)
			jw_text(out, f->name);
	jw_end_array(out);
}

/* What the records of every kind have beside their own fields. */
static void common_properties(struct jw *out)
{
	jw_raw(jw_key(out, "id"), "{\"type\":[\"integer\",\"string\"]}");
	jw_raw(jw_key(out, "pub"), "{\"type\":\"string\"}");
	jw_raw(jw_key(out, "created_at"), "{\"type\":\"string\",\"format\":\"date-time\"}");
	jw_raw(jw_key(out, "created_by"), "{\"type\":[\"integer\",\"null\"]}");
	jw_raw(jw_key(out, "clocks"),
	    "{\"type\":\"array\",\"items\":{\"$ref\":\"#/components/schemas/clock\"}}");
	jw_raw(jw_key(out, "created"), "{\"$ref\":\"#/components/schemas/created\"}");
	jw_raw(jw_key(out, "hints"), "{\"$ref\":\"#/components/schemas/hints\"}");
}

/* use: 'r' as answered, 'c' at creation, 'p' to patch, 'i' an action's inputs; asks: it
 * may be asked to look twice. */
static void object_schema(const struct field *fields, char use, bool asks, struct jw *out)
{
	jw_object(out);
	jw_text_of(out, "type", "object");
	jw_object(jw_key(out, "properties"));
	if (use == 'r')
		common_properties(out);
	for (const struct field *f = fields; f && f->name; f++) {
		bool in = use == 'i' || (use == 'r' && !f->secret) || (use == 'c' && f->create) ||
			  (use == 'p' && f->patch);
		if (in)
			field_schema(f, use == 'r', jw_key(out, f->name));
	}
	if (asks)
		jw_raw(jw_key(out, HINTS_OK), "{\"type\":\"boolean\"}");
	jw_end_object(out);
	if (use != 'r') {
		if (use != 'p')
			required_list(fields, out);
		jw_bool_of(out, "additionalProperties", false);
	}
	jw_end_object(out);
}

/* What a body or an answer is made of; its schema comes next. */
static struct jw *content(struct jw *out, const char *type)
{
	jw_object(jw_key(out, "content"));
	jw_object(jw_key(out, type));
	return jw_key(out, "schema");
}

static void content_end(struct jw *out)
{
	jw_end_object(out);
	jw_end_object(out);
}

#define JSON_TYPE "application/json"

/* schema: as JSON; NULL: an object. */
static void answers(struct jw *out, const char *status, const char *type, const char *schema)
{
	jw_object(jw_key(out, "responses"));
	jw_object(jw_key(out, status));
	jw_text_of(out, "description", "done");
	jw_raw(content(out, type), schema ? schema : "{\"type\":\"object\"}");
	content_end(out);
	jw_end_object(out);
	jw_raw(jw_key(out, "default"), "{\"$ref\":\"#/components/responses/problem\"}");
	jw_end_object(out);
}

static void body_of(struct jw *out, const struct field *fields, char use, bool asks)
{
	jw_object(jw_key(out, "requestBody"));
	object_schema(fields, use, asks, content(out, JSON_TYPE));
	content_end(out);
	jw_end_object(out);
}

static void parameter(struct jw *out, const char *place, const char *name)
{
	jw_object(out);
	jw_text_of(out, "name", name);
	jw_text_of(out, "in", place);
	if (strcmp(place, "path") == 0)
		jw_bool_of(out, "required", true);
	jw_raw(jw_key(out, "schema"), "{\"type\":\"string\"}");
	jw_end_object(out);
}

/* "{id}" and the like. */
static void path_parameters(struct arena *a, const char *path, struct jw *out)
{
	if (!strchr(path, '{'))
		return;
	jw_array(jw_key(out, "parameters"));
	for (const char *s = path; (s = strchr(s, '{')); s++)
		parameter(out, "path", arena_strndup(a, s + 1, strcspn(s + 1, "}")));
	jw_end_array(out);
}

static void query_parameters(struct arena *a, const char *names, struct jw *out)
{
	jw_array(jw_key(out, "parameters"));
	for (const char *name; (name = next_word(a, &names));)
		parameter(out, "query", name);
	jw_end_array(out);
}

static const char *list_query(struct arena *a, const struct kind *k)
{
	const char *names = "limit cursor";
	for (const struct field *f = k->fields; f->name; f++)
		if (f->filter)
			names = arena_printf(a, "%s %s", names, f->name);
	return names;
}

static void operation(struct jw *out, const char *method, const char *id)
{
	jw_object(jw_key(out, method));
	jw_text_of(out, "operationId", id);
}

static void kind_paths(struct arena *a, const struct kind *k, struct jw *out)
{
	const char *schema = arena_printf(a, "{\"$ref\":\"#/components/schemas/%s\"}", k->name);
	bool asks = k->hints != NULL;
	jw_object(jw_key(out, arena_printf(a, "/%s", k->plural)));
	operation(out, "get", arena_printf(a, "list_%s", k->plural));
	query_parameters(a, list_query(a, k), out);
	answers(out, "200", JSON_TYPE,
	    arena_printf(a,
		"{\"type\":\"object\",\"properties\":{\"items\":{\"type\":\"array\",\"items\":%s},\"next\":{"
		"\"type\":[\"string\",\"null\"]}}}",
		schema));
	jw_end_object(out);
	operation(out, "post", arena_printf(a, "create_%s", k->name));
	body_of(out, k->fields, 'c', asks);
	answers(out, "201", JSON_TYPE, schema);
	jw_end_object(out);
	jw_end_object(out);

	const char *path = arena_printf(a, "/%s/{id}", k->plural);
	jw_object(jw_key(out, path));
	path_parameters(a, path, out);
	operation(out, "get", arena_printf(a, "get_%s", k->name));
	answers(out, "200", JSON_TYPE, schema);
	jw_end_object(out);
	operation(out, "patch", arena_printf(a, "patch_%s", k->name));
	body_of(out, k->fields, 'p', asks);
	answers(out, "200", JSON_TYPE, schema);
	jw_end_object(out);
	jw_end_object(out);

	for (const struct action *action = k->actions; action && action->name; action++) {
		const char *to = arena_printf(a, "%s/%s", path, action->name);
		jw_object(jw_key(out, to));
		path_parameters(a, to, out);
		operation(out, "post", arena_printf(a, "%s_%s", k->name, action->name));
		body_of(out, action->inputs, 'i', action->hints != NULL);
		answers(out, "200", JSON_TYPE,
		    arena_printf(a,
			"{\"type\":\"object\",\"properties\":{\"record\":%s,\"created\":{\"$ref\":\"#/"
			"components/"
			"schemas/created\"},\"hints\":{\"$ref\":\"#/components/schemas/hints\"}}}",
			schema));
		jw_end_object(out);
		jw_end_object(out);
	}
}

/* ---- what is read and asked beside the door -------------------------------------------- */

static const struct road *road_to(const struct road *others, const char *path)
{
	while (others->path && strcmp(others->path, path) != 0)
		others++;
	return others->path ? others : NULL;
}

static const struct other_inputs *asked_at(const char *path)
{
	const struct other_inputs *o = other_inputs;
	while (o->name && strcmp(o->path, path) != 0)
		o++;
	return o->name ? o : NULL;
}

static const char *operation_of(struct arena *a, const struct other_inputs *o)
{
	char *id = arena_strdup(a, o->name), *point = strchr(id, '.');
	if (point)
		*point = '_';
	return arena_printf(a, "post_%s", id);
}

/* read: NULL when nothing is read there; asked: the same of what is sent. */
static void other_path(
    struct arena *a, const struct road *read, const struct other_inputs *asked, struct jw *out)
{
	const char *path = read ? read->path : asked->path;
	jw_object(jw_key(out, path));
	path_parameters(a, path, out);
	if (read) {
		operation(out, "get", read->name);
		if (read->query)
			query_parameters(a, read->query, out);
		answers(out, "200", read->answers ? read->answers : JSON_TYPE,
		    read->answers ? "{\"type\":\"string\"}" : NULL);
		jw_end_object(out);
	}
	if (read && read->patched) {
		operation(out, "patch", arena_printf(a, "patch_%s", read->name));
		body_of(out, NULL, 'p', false);
		answers(out, "200", JSON_TYPE, NULL);
		jw_end_object(out);
	}
	if (asked) {
		operation(out, "post", operation_of(a, asked));
		body_of(out, asked->fields, 'i', false);
		answers(out, "200", JSON_TYPE, NULL);
		jw_end_object(out);
	}
	jw_end_object(out);
}

static bool is_read(const struct road *others, const char *path)
{
	for (const struct read *read = reads; read->path; read++)
		if (strcmp(read->path, path) == 0)
			return true;
	return road_to(others, path) != NULL;
}

static void other_paths(struct arena *a, const struct road *others, struct jw *out)
{
	for (const struct read *read = reads; read->path; read++)
		if (!road_to(others, read->path))
			other_path(a, &(struct road){.path = read->path, .name = read->name},
			    asked_at(read->path), out);
	for (const struct road *road = others; road->path; road++)
		other_path(a, road, asked_at(road->path), out);
	for (const struct other_inputs *o = other_inputs; o->name; o++)
		if (!is_read(others, o->path))
			other_path(a, NULL, o, out);
}

/* ---- the document ------------------------------------------------------------------------ */

static void schemas(struct jw *out)
{
	jw_object(jw_key(out, "schemas"));
	jw_raw(jw_key(out, "problem"),
	    "{\"type\":\"object\",\"required\":[\"type\",\"title\",\"status\",\"code\",\"detail\"],"
	    "\"properties\":{"
	    "\"type\":{\"type\":\"string\"},\"title\":{\"type\":\"string\"},\"status\":{\"type\":"
	    "\"integer\"},"
	    "\"code\":{\"type\":\"string\"},\"detail\":{\"type\":\"string\"},\"fields\":{\"type\":"
	    "\"object\"},"
	    "\"also\":{\"type\":\"array\",\"items\":{\"type\":\"string\"}},\"where\":{\"type\":"
	    "\"string\"},\"hints\":{\"$ref\":\"#/components/schemas/hints\"}}}");
	jw_raw(jw_key(out, "created"), "{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{"
				       "\"kind\":{\"type\":\"string\"},"
				       "\"id\":{\"type\":[\"integer\",\"string\"]}}}}");
	jw_raw(jw_key(out, "hints"),
	    "{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{\"code\":{\"type\":"
	    "\"string\"},"
	    "\"field\":{\"type\":[\"string\",\"null\"]},\"text\":{\"type\":\"string\"},\"match\":{\"type\":["
	    "\"string\",\"null\"]},\"n\":{\"type\":\"integer\"}}}}");
	jw_raw(jw_key(out, "clock"),
	    "{\"type\":\"object\",\"properties\":{\"type\":{\"type\":\"string\"},\"sub\":{\"type\":["
	    "\"string\","
	    "\"null\"]},\"starts_at\":{\"type\":\"string\"},\"shows_at\":{\"type\":\"string\"},\"due\":{"
	    "\"type\":"
	    "[\"string\",\"null\"]},\"stopped_at\":{\"type\":[\"string\",\"null\"]},\"withheld\":{\"type\":["
	    "\"string\",\"null\"]}}}");
	for (int i = 0; kinds[i]; i++)
		object_schema(kinds[i]->fields, 'r', false, jw_key(out, kinds[i]->name));
	jw_end_object(out);
}

void openapi_json(struct arena *a, const struct road *others, struct jw *out)
{
	jw_object(out);
	jw_text_of(out, "openapi", "3.1.0");
	jw_raw(jw_key(out, "info"), "{\"title\":\"Entente\",\"version\":\"1\"}");
	jw_raw(jw_key(out, "servers"), "[{\"url\":\"/api/v1\"}]");
	jw_raw(jw_key(out, "security"), "[{\"token\":[]}]");
	jw_object(jw_key(out, "paths"));
	for (int i = 0; kinds[i]; i++)
		kind_paths(a, kinds[i], out);
	other_paths(a, others, out);
	jw_end_object(out);
	jw_object(jw_key(out, "components"));
	jw_raw(jw_key(out, "securitySchemes"), "{\"token\":{\"type\":\"http\",\"scheme\":\"bearer\"}}");
	jw_raw(jw_key(out, "responses"), "{\"problem\":{\"description\":\"refused, in one "
					 "sentence\",\"content\":{\"application/problem+json\":"
					 "{\"schema\":{\"$ref\":\"#/components/schemas/problem\"}}}}}");
	schemas(out);
	jw_end_object(out);
	jw_end_object(out);
}
