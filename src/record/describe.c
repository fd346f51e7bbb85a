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
	} names[] = {{BY_MEMBER, "staff"}, {BY_LEAD, "lead"}, {BY_RESPONSIBLE, "responsible"},
	    {BY_SELF, "self"}, {BY_CONTACT, "contact"}, {BY_AGREEING, "agreeing_contact"}};
	jw_array(out);
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		if ((who & names[i].bit) && !(names[i].bit == BY_LEAD && (who & BY_MEMBER)))
			jw_text(out, names[i].name);
	jw_end_array(out);
}

static void action_json(const struct kind *k, const struct action *action, struct jw *out)
{
	jw_object(out);
	jw_key(out, "kind");
	jw_text(out, k->name);
	jw_key(out, "action");
	jw_text(out, action->name);
	jw_key(out, "who");
	who_json(action->who, out);
	jw_key(out, "inputs");
	jw_array(out);
	for (const struct field *f = action->inputs; f && f->name; f++) {
		jw_object(out);
		jw_key(out, "name");
		jw_text(out, f->name);
		jw_key(out, "required");
		jw_bool(out, f->required);
		jw_end_object(out);
	}
	jw_end_array(out);
	jw_key(out, "codes");
	jw_array(out);
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

static void pair(struct jw *out, const char *key, const char *value)
{
	jw_key(out, key);
	jw_text(out, value);
}

static void type_pair(struct jw *out, const char *type, bool nullable)
{
	jw_key(out, "type");
	if (!nullable) {
		jw_text(out, type);
		return;
	}
	jw_array(out);
	jw_text(out, type);
	jw_text(out, "null");
	jw_end_array(out);
}

static void choices_schema(const struct field *f, struct jw *out)
{
	jw_key(out, "enum");
	jw_array(out);
	for (const struct choice *one = f->choices; one->name; one++)
		jw_text(out, one->name);
	jw_end_array(out);
}

static void items_schema(struct jw *out, const struct field *f)
{
	pair(out, "type", "array");
	jw_key(out, "items");
	jw_object(out);
	if (f->type == FT_refs)
		jw_raw(out, "\"type\":[\"integer\",\"string\"]");
	else if (f->choices)
		choices_schema(f, out);
	else
		pair(out, "type", "string");
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
		jw_key(out, "maxLength");
		jw_int(out, field_longest(f));
		break;
	case FT_ref: /* a number for staff, a public name for a contact */
		jw_key(out, "type");
		jw_raw(out, nullable ? "[\"integer\",\"string\",\"null\"]" : "[\"integer\",\"string\"]");
		break;
	case FT_link:
		jw_key(out, "type");
		jw_raw(out, f->kind_of ? "[\"integer\",\"string\",\"null\"]" : "[\"object\",\"null\"]");
		break;
	case FT_flag:
		pair(out, "type", "boolean");
		break;
	case FT_choice:
		if (!nullable)
			choices_schema(f, out);
		else
			type_pair(out, "string", true);
		break;
	case FT_instant:
		type_pair(out, "string", nullable);
		pair(out, "format", "date-time");
		break;
	case FT_date:
		type_pair(out, "string", nullable);
		pair(out, "format", "date");
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
	jw_key(out, "required");
	jw_array(out);
	for (const struct field *f = fields; f->name; f++)
		if (f->required)
			jw_text(out, f->name);
	jw_end_array(out);
}

/* use: 'r' as answered, 'c' at creation, 'p' to patch, 'i' an action's inputs. */
static void object_schema(const struct field *fields, char use, struct jw *out)
{
	jw_object(out);
	pair(out, "type", "object");
	jw_key(out, "properties");
	jw_object(out);
	if (use == 'r') {
		jw_key(out, "id");
		jw_raw(out, "{\"type\":[\"integer\",\"string\"]}");
	}
	for (const struct field *f = fields; f && f->name; f++) {
		bool in = use == 'i' || (use == 'r' && !f->secret) || (use == 'c' && f->create) ||
			  (use == 'p' && f->patch);
		if (!in)
			continue;
		jw_key(out, f->name);
		field_schema(f, use == 'r', out);
	}
	jw_end_object(out);
	if (use != 'r') {
		if (use != 'p')
			required_list(fields, out);
		jw_key(out, "additionalProperties");
		jw_bool(out, false);
	}
	jw_end_object(out);
}

static void problems(struct jw *out)
{
	jw_key(out, "default");
	jw_raw(out, "{\"$ref\":\"#/components/responses/problem\"}");
}

static void answers(struct jw *out, const char *status, const char *schema)
{
	jw_key(out, "responses");
	jw_object(out);
	jw_key(out, status);
	jw_object(out);
	pair(out, "description", "done");
	jw_key(out, "content");
	jw_object(out);
	jw_key(out, "application/json");
	jw_object(out);
	jw_key(out, "schema");
	jw_object(out);
	if (schema)
		pair(out, "$ref", schema);
	else
		pair(out, "type", "object");
	jw_end_object(out);
	jw_end_object(out);
	jw_end_object(out);
	jw_end_object(out);
	problems(out);
	jw_end_object(out);
}

static void body_of(struct jw *out, const struct field *fields, char use)
{
	jw_key(out, "requestBody");
	jw_object(out);
	jw_key(out, "content");
	jw_object(out);
	jw_key(out, "application/json");
	jw_object(out);
	jw_key(out, "schema");
	object_schema(fields, use, out);
	jw_end_object(out);
	jw_end_object(out);
	jw_end_object(out);
}

static void id_parameter(struct jw *out)
{
	jw_key(out, "parameters");
	jw_raw(out, "[{\"name\":\"id\",\"in\":\"path\",\"required\":true,\"schema\":{\"type\":\"string\"}}]");
}

static void list_parameters(const struct kind *k, struct jw *out)
{
	jw_key(out, "parameters");
	jw_array(out);
	static const char *const always[] = {"limit", "cursor", NULL};
	for (int i = 0; always[i]; i++) {
		jw_object(out);
		pair(out, "name", always[i]);
		pair(out, "in", "query");
		jw_key(out, "schema");
		jw_raw(out, "{\"type\":\"string\"}");
		jw_end_object(out);
	}
	for (const struct field *f = k->fields; f->name; f++)
		if (f->filter) {
			jw_object(out);
			pair(out, "name", f->name);
			pair(out, "in", "query");
			jw_key(out, "schema");
			jw_raw(out, "{\"type\":\"string\"}");
			jw_end_object(out);
		}
	jw_end_array(out);
}

static void operation(struct jw *out, const char *method, const char *id)
{
	jw_key(out, method);
	jw_object(out);
	pair(out, "operationId", id);
}

static void kind_paths(struct arena *a, const struct kind *k, struct jw *out)
{
	const char *schema = arena_printf(a, "#/components/schemas/%s", k->name);
	jw_key(out, arena_printf(a, "/%s", k->plural));
	jw_object(out);
	operation(out, "get", arena_printf(a, "list_%s", k->plural));
	list_parameters(k, out);
	answers(out, "200", NULL);
	jw_end_object(out);
	operation(out, "post", arena_printf(a, "create_%s", k->name));
	body_of(out, k->fields, 'c');
	answers(out, "201", schema);
	jw_end_object(out);
	jw_end_object(out);

	jw_key(out, arena_printf(a, "/%s/{id}", k->plural));
	jw_object(out);
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
		jw_key(out, arena_printf(a, "/%s/{id}/%s", k->plural, action->name));
		jw_object(out);
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
		jw_key(out, read->path);
		jw_object(out);
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
	pair(out, "openapi", "3.1.0");
	jw_key(out, "info");
	jw_raw(out, "{\"title\":\"Entente\",\"version\":\"1\"}");
	jw_key(out, "servers");
	jw_raw(out, "[{\"url\":\"/api/v1\"}]");
	jw_key(out, "security");
	jw_raw(out, "[{\"token\":[]}]");
	jw_key(out, "paths");
	jw_object(out);
	for (int i = 0; kinds[i]; i++)
		kind_paths(a, kinds[i], out);
	read_paths(reads, out);
	read_paths(others, out);
	jw_end_object(out);
	jw_key(out, "components");
	jw_object(out);
	jw_key(out, "securitySchemes");
	jw_raw(out, "{\"token\":{\"type\":\"http\",\"scheme\":\"bearer\"}}");
	jw_key(out, "responses");
	jw_raw(out, "{\"problem\":{\"description\":\"refused, in one "
		    "sentence\",\"content\":{\"application/problem+json\":"
		    "{\"schema\":{\"$ref\":\"#/components/schemas/problem\"}}}}}");
	jw_key(out, "schemas");
	jw_object(out);
	jw_key(out, "problem");
	jw_raw(out, "{\"type\":\"object\",\"required\":[\"type\",\"title\",\"status\",\"code\",\"detail\"],"
		    "\"properties\":{"
		    "\"type\":{\"type\":\"string\"},\"title\":{\"type\":\"string\"},\"status\":{\"type\":"
		    "\"integer\"},"
		    "\"code\":{\"type\":\"string\"},\"detail\":{\"type\":\"string\"},\"fields\":{\"type\":"
		    "\"object\"},"
		    "\"also\":{\"type\":\"array\",\"items\":{\"type\":\"string\"}},\"where\":{\"type\":"
		    "\"string\"}}}");
	for (int i = 0; kinds[i]; i++) {
		jw_key(out, kinds[i]->name);
		object_schema(kinds[i]->fields, 'r', out);
	}
	jw_end_object(out);
	jw_end_object(out);
	jw_end_object(out);
}
