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

static void action_json(const struct kind *k, const struct action *action, struct jw *out)
{
	jw_object(out);
	jw_text_of(out, "kind", k->name);
	jw_text_of(out, "action", action->name);
	who_json(action->who, jw_key(out, "who"));
	jw_array(jw_key(out, "inputs"));
	for (const struct field *f = action->inputs; f && f->name; f++) {
		jw_object(out);
		jw_text_of(out, "name", f->name);
		jw_bool_of(out, "required", f->required);
		jw_end_object(out);
	}
	jw_end_array(out);
	jw_array(jw_key(out, "codes"));
	for (const struct guard *g = action->guards; g && g->code; g++)
		jw_text(out, g->code);
	jw_end_array(out);
	jw_end_object(out);
}

void actions_json(struct jw *out)
{
	jw_array(out);
	for (int i = 0; kinds[i]; i++)
		for (const struct action *action = kinds[i]->actions; action && action->name; action++)
			action_json(kinds[i], action, out);
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

/* use: 'r' as answered, 'c' at creation, 'p' to patch, 'i' an action's inputs. */
static void object_schema(const struct field *fields, char use, struct jw *out)
{
	jw_object(out);
	jw_text_of(out, "type", "object");
	jw_object(jw_key(out, "properties"));
	if (use == 'r')
		jw_raw(jw_key(out, "id"), "{\"type\":[\"integer\",\"string\"]}");
	for (const struct field *f = fields; f && f->name; f++) {
		bool in = use == 'i' || (use == 'r' && !f->secret) || (use == 'c' && f->create) ||
			  (use == 'p' && f->patch);
		if (in)
			field_schema(f, use == 'r', jw_key(out, f->name));
	}
	jw_end_object(out);
	if (use != 'r') {
		if (use != 'p')
			required_list(fields, out);
		jw_bool_of(out, "additionalProperties", false);
	}
	jw_end_object(out);
}

/* What a body or an answer is made of; its schema comes next. */
static struct jw *content(struct jw *out)
{
	jw_object(jw_key(out, "content"));
	jw_object(jw_key(out, "application/json"));
	return jw_key(out, "schema");
}

static void content_end(struct jw *out)
{
	jw_end_object(out);
	jw_end_object(out);
}

static void answers(struct jw *out, const char *status, const char *schema)
{
	jw_object(jw_key(out, "responses"));
	jw_object(jw_key(out, status));
	jw_text_of(out, "description", "done");
	jw_object(content(out));
	jw_text_of(out, schema ? "$ref" : "type", schema ? schema : "object");
	jw_end_object(out);
	content_end(out);
	jw_end_object(out);
	jw_raw(jw_key(out, "default"), "{\"$ref\":\"#/components/responses/problem\"}");
	jw_end_object(out);
}

static void body_of(struct jw *out, const struct field *fields, char use)
{
	jw_object(jw_key(out, "requestBody"));
	object_schema(fields, use, content(out));
	content_end(out);
	jw_end_object(out);
}

static void id_parameter(struct jw *out)
{
	jw_raw(jw_key(out, "parameters"),
	    "[{\"name\":\"id\",\"in\":\"path\",\"required\":true,\"schema\":{\"type\":\"string\"}}]");
}

static void query_parameter(struct jw *out, const char *name)
{
	jw_object(out);
	jw_text_of(out, "name", name);
	jw_text_of(out, "in", "query");
	jw_raw(jw_key(out, "schema"), "{\"type\":\"string\"}");
	jw_end_object(out);
}

static void list_parameters(const struct kind *k, struct jw *out)
{
	jw_array(jw_key(out, "parameters"));
	query_parameter(out, "limit");
	query_parameter(out, "cursor");
	for (const struct field *f = k->fields; f->name; f++)
		if (f->filter)
			query_parameter(out, f->name);
	jw_end_array(out);
}

static void operation(struct jw *out, const char *method, const char *id)
{
	jw_object(jw_key(out, method));
	jw_text_of(out, "operationId", id);
}

static void kind_paths(struct arena *a, const struct kind *k, struct jw *out)
{
	const char *schema = arena_printf(a, "#/components/schemas/%s", k->name);
	jw_object(jw_key(out, arena_printf(a, "/%s", k->plural)));
	operation(out, "get", arena_printf(a, "list_%s", k->plural));
	list_parameters(k, out);
	answers(out, "200", NULL);
	jw_end_object(out);
	operation(out, "post", arena_printf(a, "create_%s", k->name));
	body_of(out, k->fields, 'c');
	answers(out, "201", schema);
	jw_end_object(out);
	jw_end_object(out);

	jw_object(jw_key(out, arena_printf(a, "/%s/{id}", k->plural)));
	id_parameter(out);
	operation(out, "get", arena_printf(a, "get_%s", k->name));
	answers(out, "200", schema);
	jw_end_object(out);
	operation(out, "patch", arena_printf(a, "patch_%s", k->name));
	body_of(out, k->fields, 'p');
	answers(out, "200", schema);
	jw_end_object(out);
	jw_end_object(out);

	for (const struct action *action = k->actions; action && action->name; action++) {
		jw_object(jw_key(out, arena_printf(a, "/%s/{id}/%s", k->plural, action->name)));
		id_parameter(out);
		operation(out, "post", arena_printf(a, "%s_%s", k->name, action->name));
		body_of(out, action->inputs, 'i');
		answers(out, "200", NULL);
		jw_end_object(out);
		jw_end_object(out);
	}
}

static void read_paths(const struct read *read, struct jw *out)
{
	for (; read->path; read++) {
		jw_object(jw_key(out, read->path));
		if (strstr(read->path, "{id}"))
			id_parameter(out);
		operation(out, "get", read->name);
		answers(out, "200", NULL);
		jw_end_object(out);
		jw_end_object(out);
	}
}

void openapi_json(struct arena *a, const struct read *others, struct jw *out)
{
	jw_object(out);
	jw_text_of(out, "openapi", "3.1.0");
	jw_raw(jw_key(out, "info"), "{\"title\":\"Entente\",\"version\":\"1\"}");
	jw_raw(jw_key(out, "servers"), "[{\"url\":\"/api/v1\"}]");
	jw_raw(jw_key(out, "security"), "[{\"token\":[]}]");
	jw_object(jw_key(out, "paths"));
	for (int i = 0; kinds[i]; i++)
		kind_paths(a, kinds[i], out);
	read_paths(reads, out);
	read_paths(others, out);
	jw_end_object(out);
	jw_object(jw_key(out, "components"));
	jw_raw(jw_key(out, "securitySchemes"), "{\"token\":{\"type\":\"http\",\"scheme\":\"bearer\"}}");
	jw_raw(jw_key(out, "responses"), "{\"problem\":{\"description\":\"refused, in one "
					 "sentence\",\"content\":{\"application/problem+json\":"
					 "{\"schema\":{\"$ref\":\"#/components/schemas/problem\"}}}}}");
	jw_object(jw_key(out, "schemas"));
	jw_raw(jw_key(out, "problem"),
	    "{\"type\":\"object\",\"required\":[\"type\",\"title\",\"status\",\"code\",\"detail\"],"
	    "\"properties\":{"
	    "\"type\":{\"type\":\"string\"},\"title\":{\"type\":\"string\"},\"status\":{\"type\":"
	    "\"integer\"},"
	    "\"code\":{\"type\":\"string\"},\"detail\":{\"type\":\"string\"},\"fields\":{\"type\":"
	    "\"object\"},"
	    "\"also\":{\"type\":\"array\",\"items\":{\"type\":\"string\"}},\"where\":{\"type\":"
	    "\"string\"}}}");
	for (int i = 0; kinds[i]; i++)
		object_schema(kinds[i]->fields, 'r', jw_key(out, kinds[i]->name));
	jw_end_object(out);
	jw_end_object(out);
	jw_end_object(out);
}
