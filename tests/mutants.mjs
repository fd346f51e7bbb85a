// Changes the rules a little, one change at a time, in a copy of the tree under
// build/mutants, and runs the tests that could see it: each has to fail there.
//   node tests/mutants.mjs [NAME…]
//   node tests/mutants.mjs --places     only names those that stand nowhere, or twice
// The changes are in tests/mutants.txt.  NAME is part of a change's sentence, all
// without it.  A change that no test sees, that stands nowhere any more or that
// does not compile is a failure.
import { existsSync } from "node:fs";
import { copyFile, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { spawn } from "node:child_process";
import { dirname, join, resolve } from "node:path";

const chosen = process.argv.slice(2);
const place = resolve("build/mutants"), tree = join(place, "tree"), program = join(tree, "build/dev/entente");
const COPIED = ["Makefile", "package-lock.json", "src", "templates", "static", "demo", "po", "tools", "tests/unit", "tests/fuzz",
	"build/page"];
const STAMPS = ["build/.have-run", "build/.have-test", "build/page/.done"]; // nothing is set up or fetched there
// Seconds: a change may also make the program turn in a circle.
const ONE_TEST = 120, ALL_TESTS = 600, BUILD = 600;

// -- reading: a sentence; the file, and the tests that run first; what stands there, what instead

async function read(file) {
	const found = [];
	for (const line of (await readFile(file, "utf8")).split("\n")) {
		const text = line.slice(2);
		if (line.startsWith("= "))
			found.push({ name: text });
		else if (line.startsWith("  "))
			[found.at(-1).file, ...found.at(-1).tests] = (found.at(-1).tests = text.trim().split(/\s+/));
		else if (line.startsWith("- "))
			found.at(-1).stands = text;
		else if (line.startsWith("+ "))
			found.at(-1).instead = text;
	}
	return found;
}

// However it is broken into lines.
const pattern = (text) => new RegExp(text.trim().replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+"), "g");

// -- the copy: only what differs is written, so that only that is compiled

async function filesOf(path) {
	const entries = await readdir(path, { withFileTypes: true }).catch((error) => (error.code === "ENOTDIR" ? null : []));
	return entries === null ? [path] : (await Promise.all(entries.map((entry) => filesOf(join(path, entry.name))))).flat();
}

async function put(from, to) {
	const before = await readFile(to).catch(() => null);
	if (before?.equals(await readFile(from)))
		return;
	await mkdir(dirname(to), { recursive: true });
	await copyFile(from, to);
}

async function copy() {
	const wanted = (await Promise.all(COPIED.map(filesOf))).flat();
	const there = (await Promise.all(COPIED.map((path) => filesOf(join(tree, path))))).flat();
	const kept = new Set(wanted.map((file) => join(tree, file)));
	for (const file of there.filter((file) => !kept.has(file)))
		await rm(file, { force: true });
	for (const file of wanted)
		await put(file, join(tree, file));
	for (const stamp of STAMPS)
		await writeFile(join(tree, stamp), "");
}

// -- running: with all that it started, and no longer than it may

let running = null;

const end = () => running && process.kill(-running.pid, "SIGKILL");
for (const signal of ["SIGINT", "SIGTERM"])
	process.on(signal, () => process.exit(1));
process.on("exit", end);

function run(file, args, seconds) {
	const { MAKEFLAGS, MAKELEVEL, MFLAGS, ...env } = process.env;
	return new Promise((done) => {
		const child = (running = spawn(file, args, { detached: true, env: { ...env, TMPDIR: join(place, "tmp") } }));
		let said = "", late = false;
		const limit = setTimeout(() => (late = true) && end(), seconds * 1000);
		for (const output of [child.stdout, child.stderr])
			output.on("data", (bytes) => (said += bytes));
		child.on("close", (code) => {
			clearTimeout(limit);
			running = null;
			done({ passed: code === 0, said, late });
		});
	});
}

// Warnings are no errors here: a change may leave something unused.
const build = (...goals) => run("make", ["-j2", "-C", tree, "V=dev", "CFLAGS.dev=-O0", "WARN=-w", ...goals], BUILD);

// -- tests: `boundaries/promises`, `stories/drift`, `unit/silence`, `rush`; null, or who saw it

const FORMS = [(name) => `tests/${name}.story`, (name) => `tests/${name}.mjs`, (name) => `tests/${name}_test.c`];

function seen({ passed, said, late }, test) {
	if (late)
		return `${test}, out of time`;
	return passed ? null : (/^not ok \d+ - (\S+\.story:\d+)/m.exec(said)?.[1] ?? test);
}

async function seenBy(test) {
	const unit = /^unit\/(\w+)$/.exec(test)?.[1];
	if (existsSync(`tests/${test}.mjs`))
		return seen(await run("node", [`tests/${test}.mjs`, program], ONE_TEST), test);
	if (!unit)
		return seen(await run("node", ["tests/run.mjs", program, "sqlite", test], ONE_TEST), test);
	const built = await build(`build/dev/unit/${unit}_test`);
	if (!built.passed)
		throw new Error(built.said);
	return seen(await run(join(tree, `build/dev/unit/${unit}_test`), [], ONE_TEST), test);
}

const units = (await readdir("tests/unit")).filter((name) => name.endsWith("_test.c")).map((name) => `unit/${name.replace("_test.c", "")}`);

async function seenByAny() {
	let by = seen(await run("node", ["tests/run.mjs", program, "sqlite"], ALL_TESTS), "stories");
	for (let i = 0; !by && i < units.length; i++)
		by = await seenBy(units[i]);
	return by;
}

// -- one change

const stray = ({ file, stands, tests }, text) => {
	const nowhere = tests.find((name) => !FORMS.some((form) => existsSync(form(name))));
	if (nowhere)
		return `there is no test ${nowhere}`; // it would fail, and seem to see the change
	const n = [...text.matchAll(pattern(stands))].length;
	return n === 1 ? null : `stands ${n} times in ${file}: ${stands}`;
};

async function judge(change) {
	const { file, tests, stands, instead } = change;
	const path = join(tree, file), before = await readFile(path, "utf8").catch(() => ""), wrong = stray(change, before);
	if (wrong)
		return { wrong };
	await writeFile(path, before.replace(pattern(stands), () => instead));
	try {
		const built = await build("programs");
		if (!built.passed)
			return { wrong: `does not compile\n${built.said}` };
		let by = null;
		for (let i = 0; !by && i < tests.length; i++)
			by = await seenBy(tests[i]);
		by ??= await seenByAny();
		return by ? { by } : { wrong: "SURVIVES" };
	} finally {
		await writeFile(path, before);
	}
}

if (chosen[0] === "--places") {
	for (const change of await read("tests/mutants.txt")) {
		const wrong = stray(change, await readFile(change.file, "utf8").catch(() => ""));
		if (wrong)
			console.log(`${change.name}: ${wrong}`);
	}
	process.exit(0);
}

const changes = (await read("tests/mutants.txt")).filter(({ name }) => !chosen.length || chosen.some((part) => name.includes(part)));
const started = Date.now(), since = (then) => `${((Date.now() - then) / 1000).toFixed(1)} s`;
let passed = 0, failed = 0;

await mkdir(join(place, "tmp"), { recursive: true });
await copy();
const built = await build("programs"), by = built.passed && (await seenByAny());
if (!built.passed || by) {
	console.log(built.passed ? `Unchanged, it does not pass: ${by}` : built.said);
	failed++;
}
for (const change of failed ? [] : changes) {
	const then = Date.now(), { by, wrong } = await judge(change).catch((error) => ({ wrong: error.stack }));
	wrong ? failed++ : passed++;
	console.log(wrong ? `FAILED ${change.name}: ${wrong} (${since(then)})` : `ok     ${change.name}: ${by} (${since(then)})`);
}
await rm(join(place, "tmp"), { recursive: true, force: true });
console.log(`${since(started)} in all`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed || !passed ? 1 : 0);
