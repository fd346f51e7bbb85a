// What the program says of itself, beside what was agreed on: who may read, set and
// do what (by unit/rights, built beside it), the API's description, the settings, the
// tables.  A change shows in review.
//   node tests/golden.mjs PROGRAM [--renew]
// --renew shows the differences and takes them over.  PostgreSQL is at
// $ENTENTE_TEST_PG; without it its schema is left out.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Firm, MISTRAL, command } from "./firm.mjs";
import { faults } from "./openapi.mjs";
import { done, ok } from "./tap.mjs";

const [program, renew] = process.argv.slice(2);
const postgres = process.env.ENTENTE_TEST_PG;
if (!program || (renew && renew !== "--renew")) {
	console.error("usage: node tests/golden.mjs PROGRAM [--renew]");
	process.exit(2);
}

async function documents() {
	const firm = await Firm.found(program, null);
	try {
		const schema = await firm.schema(), version = await firm.version();
		const token = await firm.token(MISTRAL.email);
		await firm.serve();
		const get = async (path) => {
			const response = await fetch(`http://127.0.0.1:${firm.port}/api/v1${path}`, { headers: { Authorization: `Bearer ${token}` } });
			return response.json();
		};
		return { actions: await get("/actions"), openapi: await get("/openapi.json"), settings: await get("/settings"), schema, version };
	} finally {
		await firm.close();
	}
}

async function postgresSchema() {
	const firm = await Firm.found(program, postgres);
	try {
		return await firm.schema();
	} finally {
		await firm.close();
	}
}

// -- beside what is kept

const folder = await mkdtemp(join(tmpdir(), "entente-golden-"));

async function compare(name, text) {
	const kept = `tests/golden/${name}`, fresh = join(folder, name);
	await writeFile(fresh, text);
	if ((await readFile(kept, "utf8").catch(() => "")) === text)
		return ok(true, name);
	const { stdout } = await command("diff", ["-uN", kept, fresh]);
	if (renew) {
		console.log(stdout);
		await writeFile(kept, text);
	}
	ok(renew, name, `${stdout.split("\n").slice(0, 60).join("\n")}\nIf this is meant: make golden`);
}

const json = (value) => `${JSON.stringify(value, null, "\t")}\n`;
// One action a line: a change of who may do it is a line of the difference.
const rows = (value) => `[\n${value.map((row) => JSON.stringify(row)).join(",\n")}\n]\n`;

async function rights() {
	const { stdout, stderr } = await command(join(dirname(program), "unit/rights"), []);
	if (!stdout)
		throw new Error(`unit/rights says nothing: ${stderr}`);
	return stdout;
}

const found = await documents();
await compare("rights.txt", await rights());
await compare("actions.json", rows(found.actions));
await compare("openapi.json", json(found.openapi));
await compare("settings.json", json(found.settings));
// What an older version had stays there: tests/upgrade.mjs begins with it.
await compare(`schema-sqlite-${found.version}.sql`, found.schema);
if (postgres)
	await compare(`schema-postgres-${found.version}.sql`, await postgresSchema());
const wrong = faults(found.openapi);
ok(!wrong.length, "the API's description is sound OpenAPI 3.1", wrong.join("\n"));

// -- everything that works is described: each road of the API, each action

// Whether an address of the document is of that road, whose names stand for others.
function fits(road, path) {
	const steps = road.split("/"), said = path.split("/");
	return steps.length === said.length && steps.every((step, i) => /^\{/.test(step) || step === said[i]);
}

const { paths } = found.openapi, said = await rights();
const roads = [...said.matchAll(/^(GET|POST|PATCH) +\/api\/v1(\/\S+)/gm)].filter(([, , path]) => path !== "/openapi.json");
const silent = roads.filter(([, method, road]) => !Object.entries(paths)
	.some(([path, methods]) => fits(road, path) && methods[method.toLowerCase()]));
ok(roads.length > 15 && !silent.length, "every road of the API is described", silent.map(([road]) => road).join("\n"));
const actions = Object.values(paths).flatMap((methods) => Object.values(methods)).map((one) => one.operationId);
const unsaid = found.actions.filter(({ kind, action }) => !actions.includes(`${kind}_${action}`) && !actions.includes(`post_${kind}_${action}`));
ok(!unsaid.length, "every action is described", unsaid.map(({ kind, action }) => `${kind}.${action}`).join("\n"));
await rm(folder, { recursive: true });
done();
