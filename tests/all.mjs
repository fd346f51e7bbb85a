// Runs everything that tests, shows what failed, and ends with one line that
// counts what ran:
//   node tests/all.mjs BUILD CHECKED [SUITE…]
// BUILD holds the program that is played with (build/dev), CHECKED the unit tests,
// the fuzz targets and the program once more, under the sanitizers.  PostgreSQL is at $ENTENTE_TEST_PG.  SUITE
// is how the names of some begin, "unit"; all run without it.
import { readdir } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { Firm, command } from "./firm.mjs";

const [build, checked, ...chosen] = process.argv.slice(2);
if (!build || !checked || !(chosen.length || process.env.ENTENTE_TEST_PG)) {
	console.error("usage: tools/with-postgres.sh node tests/all.mjs BUILD CHECKED [SUITE…]");
	process.exit(2);
}
const program = `${build}/entente`;

const files = async (folder, wanted) => (await readdir(folder).catch(() => [])).filter(wanted).sort();

// -- what there is to run: a name, and what answers { code, stdout, stderr }

const node = (...args) => () => command("node", args, undefined, 1200);

async function suites() {
	const found = [
		["stories, SQLite", node("tests/run.mjs", program, "sqlite")],
		["stories, PostgreSQL", node("tests/run.mjs", program, "postgres")],
		["golden files", node("tests/golden.mjs", program)],
		["rights", node("tests/rights.mjs", program)],
		["command line", node("tests/cli.mjs", program)],
		["older versions", node("tests/upgrade.mjs", program)],
		["mail", node("tests/mail.mjs", program)],
		["true to its word", node("tests/word.mjs", program)],
		["leaks", node("tests/leak.mjs", program)],
		["own", node("tests/own.mjs", program)],
		["thousands at once", node("tests/rush.mjs", program)],
		["weight", node("tests/weight.mjs", program, ...(build === checked ? ["--unweighed"] : []))],
		["chance", node("tests/random.mjs", program, "1,3,61", "300")],
		["abuse", abuse],
		["siege", node("tests/siege.mjs", program, ...(build === checked ? ["attempts", "connections", "few_files", "silence"] : []))],
	];
	if (build !== checked)
		found.splice(1, 0, ["stories, under the sanitizers", node("tests/run.mjs", `${checked}/entente`, "sqlite")]);
	for (const file of await files("tests/browser", (name) => name.endsWith(".mjs")))
		found.push([`browser, ${file.replace(".mjs", "")}`, node(`tests/browser/${file}`, program)]);
	for (const name of await files(`${checked}/unit`, (name) => name.endsWith("_test")))
		found.push([`unit, ${name.replace("_test", "")}`, () => command(`${checked}/unit/${name}`, [])]);
	for (const name of await files(`${checked}/replay`, () => true))
		found.push([`corpus, ${name}`, () => replay(name)]);
	return found.filter(([name]) => !chosen.length || chosen.some((start) => name.startsWith(start)));
}

async function replay(name) {
	const folder = `tests/fuzz/corpus/${name}`;
	return command(`${checked}/replay/${name}`, (await files(folder, () => true)).map((file) => `${folder}/${file}`));
}

// A server of its own, since what is sent to it is nobody's business.
async function abuse() {
	const firm = await Firm.found(program, null);
	firm.serveOptions = ["--test-clock"];
	try {
		await firm.serve();
		const watched = build === checked ? [] : ["--pid", String(firm.server.pid)];
		return await command("node", ["tests/abuse.mjs", "127.0.0.1", String(firm.port), ...watched], undefined, 300);
	} finally {
		await firm.close();
	}
}

// -- counting: TAP, or a last line "N passed, N failed"

function counted({ code, stdout, stderr }) {
	const lines = stdout.trimEnd().split("\n");
	const total = /^(\d+) passed, (\d+) failed$/.exec(lines.at(-1));
	let passed = total ? Number(total[1]) : 0, failed = total ? Number(total[2]) : 0;
	const shown = [];
	let showing = false;
	for (const line of lines) {
		const tap = !total && /^(not )?ok\b/.exec(line);
		if (tap)
			tap[1] ? failed++ : passed++;
		if (tap || !line.startsWith("#"))
			showing = tap ? Boolean(tap[1]) : total && /^(FAIL|not ok)/.test(line);
		if (showing)
			shown.push(line);
	}
	if ((code !== 0 && failed === 0) || passed + failed === 0) {
		failed++;
		shown.push(`ended with ${code}`, ...(stderr || stdout).trimEnd().split("\n").slice(-60));
	}
	return { passed, failed, shown };
}

const started = Date.now(), waiting = await suites();
let passed = 0, failed = 0;

async function worker() {
	for (let suite = waiting.shift(); suite; suite = waiting.shift()) {
		const [name, run] = suite, since = Date.now();
		const result = counted(await run().catch((error) => ({ code: 1, stdout: "", stderr: error.stack })));
		passed += result.passed;
		failed += result.failed;
		const seconds = ((Date.now() - since) / 1000).toFixed(1);
		console.log(`${result.failed ? "FAILED" : "ok    "} ${name}: ${result.passed} passed, ${result.failed} failed (${seconds} s)`);
		for (const line of result.shown)
			console.log(`       ${line}`);
	}
}

await Promise.all(Array.from({ length: availableParallelism() }, worker));
console.log(`${((Date.now() - started) / 1000).toFixed(0)} s in all`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed || !passed ? 1 : 0);
