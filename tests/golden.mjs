// What the program says of itself, beside what was agreed on: who may do what,
// the API's description, the settings, the tables.  A change shows in review.
//   node tests/golden.mjs PROGRAM [--renew]
// --renew shows the differences and takes them over.  PostgreSQL is at
// $ENTENTE_TEST_PG; without it its schema is left out.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Firm, MISTRAL, command } from "./firm.mjs";
import { faults } from "./openapi.mjs";

const [program, renew] = process.argv.slice(2);
const postgres = process.env.ENTENTE_TEST_PG;
if (!program || (renew && renew !== "--renew")) {
	console.error("usage: node tests/golden.mjs PROGRAM [--renew]");
	process.exit(2);
}

async function documents() {
	const firm = await Firm.found(program, null);
	try {
		const schema = await firm.sql("SELECT sql || ';' FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'search_%\\__%' ESCAPE '\\' ORDER BY rowid");
		const token = await firm.token(MISTRAL.email);
		await firm.serve();
		const get = async (path) => {
			const response = await fetch(`http://127.0.0.1:${firm.port}/api/v1${path}`, { headers: { Authorization: `Bearer ${token}` } });
			return response.json();
		};
		return { actions: await get("/actions"), openapi: await get("/openapi.json"), settings: await get("/settings"), schema: schema.stdout };
	} finally {
		await firm.close();
	}
}

// Without what depends on the installation.
async function postgresSchema() {
	const firm = await Firm.found(program, postgres);
	try {
		const { stdout, stderr, code } = await command("pg_dump", ["--schema-only", "--no-owner", "--no-privileges", "--no-comments", firm.db]);
		if (code)
			throw new Error(stderr);
		return stdout.split("\n").filter((line) => line && !/^(--|SET |SELECT pg_catalog|\\)/.test(line)).join("\n") + "\n";
	} finally {
		await firm.close();
	}
}

// -- beside what is kept

let n = 0, failed = 0;

function report(wrong, what, details = "") {
	console.log(`${wrong ? "not ok" : "ok"} ${++n} - ${what}`);
	if (wrong) {
		failed++;
		console.log(String(details).trimEnd().replace(/^/gm, "# "));
	}
}

const folder = await mkdtemp(join(tmpdir(), "entente-golden-"));

async function compare(name, text) {
	const kept = `tests/golden/${name}`, fresh = join(folder, name);
	await writeFile(fresh, text);
	if ((await readFile(kept, "utf8").catch(() => "")) === text)
		return report(false, name);
	const { stdout } = await command("diff", ["-uN", kept, fresh]);
	if (renew) {
		console.log(stdout);
		await writeFile(kept, text);
	}
	report(!renew, name, `${stdout.split("\n").slice(0, 60).join("\n")}\nIf this is meant: make golden`);
}

const json = (value) => `${JSON.stringify(value, null, "\t")}\n`;
// One action a line: a change of who may do it is a line of the difference.
const rows = (value) => `[\n${value.map((row) => JSON.stringify(row)).join(",\n")}\n]\n`;

const found = await documents();
await compare("actions.json", rows(found.actions));
await compare("openapi.json", json(found.openapi));
await compare("settings.json", json(found.settings));
await compare("schema-sqlite-1.sql", found.schema);
if (postgres)
	await compare("schema-postgres-1.sql", await postgresSchema());
const wrong = faults(found.openapi);
report(wrong.length, "the API's description is sound OpenAPI 3.1", wrong.join("\n"));
await rm(folder, { recursive: true });
console.log(`1..${n}`);
process.exit(failed ? 1 : 0);
