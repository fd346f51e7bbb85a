// Whether a document is a sound OpenAPI 3.1 description: the parts that must be
// there, references that lead somewhere, paths whose parameters are described.

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];
const TYPES = ["null", "boolean", "object", "array", "number", "string", "integer"];

const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);

function resolve(document, reference) {
	if (!reference.startsWith("#/"))
		return undefined;
	const steps = reference.slice(2).split("/").map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
	return steps.reduce((at, step) => at?.[step], document);
}

// Every sentence says where, and what is missing there.
export function faults(document) {
	const found = [];
	const want = (condition, where, what) => condition || found.push(`${where}: ${what}`);
	const ids = new Set();

	const references = (value, where) => {
		if (Array.isArray(value))
			return value.forEach((one, i) => references(one, `${where}/${i}`));
		if (!isObject(value))
			return;
		if (typeof value.$ref === "string")
			want(resolve(document, value.$ref) !== undefined, where, `${value.$ref} leads nowhere`);
		for (const [key, one] of Object.entries(value))
			references(one, `${where}/${key}`);
	};

	const schema = (value, where) => {
		if (typeof value === "boolean")
			return;
		if (!isObject(value))
			return want(false, where, "is no schema");
		for (const type of [value.type ?? []].flat())
			want(TYPES.includes(type), where, `no type is called ${type}`);
		want(value.required === undefined || Array.isArray(value.required), where, "required is no list");
		want(value.enum === undefined || (Array.isArray(value.enum) && value.enum.length), where, "enum is no list");
		for (const [name, one] of Object.entries(value.properties ?? {}))
			schema(one, `${where}/properties/${name}`);
		if (value.items !== undefined)
			schema(value.items, `${where}/items`);
		for (const key of ["allOf", "anyOf", "oneOf"])
			(value[key] ?? []).forEach((one, i) => schema(one, `${where}/${key}/${i}`));
	};

	const content = (value, where) => {
		for (const [type, media] of Object.entries(value ?? {})) {
			want(type.includes("/"), where, `${type} is no media type`);
			if (media.schema !== undefined)
				schema(media.schema, `${where}/${type}`);
		}
	};

	const parameters = (list, path, where) => {
		const described = list.map((one) => (one.$ref ? resolve(document, one.$ref) : one) ?? {});
		for (const { name, in: place, required, schema: of } of described) {
			want(name && ["query", "header", "path", "cookie"].includes(place), where, "a parameter without name or place");
			want(place !== "path" || (required === true && path.includes(`{${name}}`)), where, `{${name}} is not in the path, or not required`);
			want(of !== undefined, where, `parameter ${name} has no schema`);
		}
		for (const [, name] of path.matchAll(/\{(\w+)\}/g))
			want(described.some((one) => one.in === "path" && one.name === name), where, `{${name}} is not described`);
	};

	const operation = (value, shared, path, where) => {
		want(isObject(value.responses) && Object.keys(value.responses).length, where, "no responses");
		for (const [status, response] of Object.entries(value.responses ?? {})) {
			want(/^([1-5]\d\d|[1-5]XX|default)$/.test(status), where, `${status} is no status`);
			want(response.$ref || typeof response.description === "string", `${where}/${status}`, "no description");
			content(response.content, `${where}/${status}`);
		}
		if (value.requestBody && !value.requestBody.$ref) {
			want(isObject(value.requestBody.content), where, "a body without content");
			content(value.requestBody.content, `${where}/body`);
		}
		if (value.operationId) {
			want(!ids.has(value.operationId), where, `${value.operationId} is used twice`);
			ids.add(value.operationId);
		}
		parameters([...shared, ...(value.parameters ?? [])], path, where);
	};

	if (!isObject(document))
		return ["the document is no object"];
	want(/^3\.1\.\d+$/.test(document.openapi), "openapi", "is not 3.1");
	want(typeof document.info?.title === "string" && typeof document.info?.version === "string", "info", "no title or version");
	want(isObject(document.paths) && Object.keys(document.paths).length, "paths", "none");
	for (const [path, item] of Object.entries(document.paths ?? {})) {
		want(path.startsWith("/"), path, "does not begin with /");
		const methods = Object.keys(item).filter((key) => METHODS.includes(key));
		want(methods.length, path, "nothing can be done there");
		for (const method of methods)
			operation(item[method], item.parameters ?? [], path, `${method} ${path}`);
	}
	for (const [name, one] of Object.entries(document.components?.schemas ?? {}))
		schema(one, `schema ${name}`);
	for (const scheme of (document.security ?? []).flatMap(Object.keys))
		want(document.components?.securitySchemes?.[scheme], "security", `${scheme} is not described`);
	references(document, "#");
	return found;
}
