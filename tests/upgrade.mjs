// What an older version left behind, opened by today's program, on SQLite and on
// PostgreSQL ($ENTENTE_TEST_PG), as TAP:
//   node tests/upgrade.mjs PROGRAM
// tests/golden keeps the tables of each version and, in rows-N.sql, a firm as the
// program of that version wrote it.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFile, readFile, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Firm, command } from "./firm.mjs";
import { done, ok } from "./tap.mjs";

const [program] = process.argv.slice(2);
if (!program) {
	console.error("usage: node tests/upgrade.mjs PROGRAM");
	process.exit(2);
}

// Karim's, in every rows-N.sql.
const TOKEN = "wPHrFAGrSPCnLQP6gCo0VfCxyGEiSjyE", COOKIE = "entente=vnO3flVcbphYI2zxMpwq0BHT0Beaq1P7";

const golden = (name) => readFile(`tests/golden/${name}`, "utf8");
const olderVersions = async () => (await readdir("tests/golden")).flatMap((name) => /^rows-(\d+)\.sql$/.exec(name)?.[1] ?? []);

// -- a firm of then

async function sqlRuns(firm, text) {
	const { code, stderr } = firm.file ? await command("sqlite3", ["-bail", firm.file], text)
		: await command("psql", ["-qX", "-v", "ON_ERROR_STOP=1", firm.db], `SET session_replication_role = replica;\n${text}`);
	if (code)
		throw new Error(stderr);
}

// `more`: what else is in it, as SQL.
async function ofVersion(version, postgres, more = "") {
	const firm = await Firm.empty(program, postgres);
	await sqlRuns(firm, await golden(`schema-${postgres ? "postgres" : "sqlite"}-${version}.sql`));
	await sqlRuns(firm, await golden(`rows-${version}.sql`) + more);
	return firm;
}

async function columnsOf(firm) {
	const { stdout } = await firm.sql(firm.file
		? "SELECT t.name || ' ' || group_concat(c.name) FROM pragma_table_list t JOIN pragma_table_info(t.name) c WHERE t.strict = 1 GROUP BY t.name"
		: "SELECT table_name || ' ' || string_agg(column_name, ',') FROM information_schema.columns WHERE table_schema = 'public' GROUP BY table_name");
	return stdout.trim().split("\n").map((line) => line.split(" "))
		.filter(([table]) => !/^(search|meta$|clock$)/.test(table)).sort();
}

// Every row, by the columns there were then.
async function rowsOf(firm, columns) {
	let rows = "";
	for (const [table, names] of columns)
		rows += `${table}\n${(await firm.sql(`SELECT ${names} FROM ${table} ORDER BY ${names}`)).stdout}`;
	return rows;
}

// Everything, to see that nothing has changed.
async function dump(firm) {
	const { stdout } = await (firm.file ? command("sqlite3", [firm.file, ".dump"])
		: command("pg_dump", ["--inserts", firm.db]));
	return stdout.replace(/^\\.*\n/gm, "");
}

// Columns come in another order where they were added later.
const sorted = (schema) => schema.split(/;\n/)
	.map((statement) => statement.split("\n").map((line) => line.replace(/,$/, "")).sort().join("\n")).sort().join(";\n");

// Opens it to write, and finds nothing to do.
const touch = (firm) => firm.cli(["token", "create", "--person", "nobody@nowhere.example"]);

// -- it is brought up to date, once

// As if the rule about good news were newer than that version, and every other one
// had reckoned otherwise then.
const LATER_RULES = "DELETE FROM clock WHERE type = 'c11'; UPDATE clock SET due = due + 1 WHERE stopped_at IS NULL;";

// Who has been there for years.
const LONG_THERE = "UPDATE person SET created_at = 1500000000;";

async function upgrading(version, postgres) {
	const firm = await ofVersion(version, postgres, LATER_RULES + LONG_THERE);
	try {
		const before = await dump(firm), columns = await columnsOf(firm), rows = await rowsOf(firm, columns);
		const { stderr } = await firm.cli(["doctor"]);
		ok(/older Entente/.test(stderr) && (await dump(firm)) === before, "who only reads changes nothing, and says so", stderr);

		const opened = await touch(firm);
		ok(/nobody/.test(opened.stderr), "who writes brings it up to date", opened.stderr);
		const doctor = await firm.cli(["doctor"]);
		ok(doctor.code === 0, "the doctor is content", doctor.stderr);
		ok((await rowsOf(firm, columns)) === rows, "every row is there as it was");

		const fresh = await Firm.found(program, postgres);
		const [is, shouldBe] = await Promise.all([firm, fresh].map((one) => one.schema())).finally(() => fresh.close());
		ok(sorted(is) === sorted(shouldBe), "the tables are those of a new firm", is);
		ok((await firm.version()) > version, "and say so");
		const kept = await firm.sql("SELECT snooze_reason FROM clock WHERE snooze_reason IS NOT NULL UNION ALL SELECT 'handed' FROM clock WHERE handed_to = 3");
		ok(kept.stdout === "au prochain appel\nhanded\n", "rows put off or passed on stay so", kept.stdout);

		const after = await dump(firm);
		await touch(firm);
		ok((await dump(firm)) === after, "the second time nothing changes");
		await serving(firm);
	} finally {
		await firm.close();
	}
}

// Whoever was logged in still is; words find what is there, by what it says now.
async function serving(firm) {
	await firm.serve();
	const fetched = (path, headers, body) => fetch(`http://127.0.0.1:${firm.port}${path}`,
		{ method: body ? "PATCH" : "GET", headers: { "Content-Type": "application/json", ...headers }, body });
	const bearer = { Authorization: `Bearer ${TOKEN}` };
	const found = async (word) => (await (await fetched(`/api/v1/search?q=${word}`, bearer)).json()).items.length;
	ok((await fetched("/auj", { Cookie: COOKIE })).status === 200, "a browser's session holds");
	ok((await found("vitrine")) > 0 && (await found("librairie")) > 0, "old records are found");
	const paul = await (await fetched("/api/v1/people/5", bearer)).json();
	ok(paul.email && paul.emails.length === 1 && paul.emails[0].address === paul.email, "an old contact has a list of one address", paul);
	const renamed = await fetched("/api/v1/promises/2", bearer, JSON.stringify({ text: "Le compte rendu" }));
	ok(renamed.status === 200, "an old record changes", await renamed.text());
	const words = [await found("rendu"), await found("bilan")];
	ok(words[0] === 1 && words[1] === 1, "and is found by its new words only", words); // the problem it became still says "bilan"
	await firm.stop();
	const begun = await firm.sql("SELECT count(*) FROM audit WHERE action IN ('week', 'month')");
	ok(begun.stdout.trim() === "0", "the weeks before the look of the week are not made up for", begun.stdout);
	const verify = await firm.cli(["audit", "verify"]), doctor = await firm.cli(["doctor"]);
	ok(verify.code === 0 && doctor.code === 0, "the journal goes on from the old one", verify.stderr + doctor.stderr);
}

// -- cut short, or refused: it is what it was

// Enough letters that the log grows long before the end.
const LETTERS = `INSERT INTO exchange (id, rev, created_at, client_id, at, channel, direction, planned, text, needs_reply,
	urgent_said, aid_no_devices, held)
	WITH RECURSIVE n (i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n WHERE i < 40000)
	SELECT i, 1, 1803909600, 1, 1803909600 + i, 'letter', 'in', 0, printf('%.*c', 600, 'x'), 0, 0, 0, 0 FROM n;`;

const logGrows = async (firm) => {
	while ((await stat(`${firm.file}-wal`).catch(() => ({ size: 0 }))).size < 1 << 20)
		await sleep(2);
};

// Somebody holds a table that the upgrade needs, until the answer is called.
async function hold(firm) {
	const holder = spawn("psql", ["-qX", firm.db]);
	holder.stdin.write("BEGIN; LOCK TABLE promise;\n\\echo held\n");
	await once(holder.stdout, "data");
	return () => {
		holder.stdin.end();
		return once(holder, "exit");
	};
}

const waitsForIt = async (firm) => {
	while ((await firm.sql("SELECT count(*) FROM pg_locks WHERE NOT granted")).stdout.trim() === "0")
		await sleep(10);
};

async function interrupted(version, postgres) {
	const firm = await ofVersion(version, postgres, postgres ? "" : LETTERS);
	try {
		const before = await dump(firm), letGo = postgres ? await hold(firm) : () => {};
		const child = spawn(program, ["token", "create", "--person", "nobody@nowhere.example", "--db", firm.db]);
		const over = once(child, "exit");
		await Promise.race([over, postgres ? waitsForIt(firm) : logGrows(firm)]);
		child.kill("SIGKILL");
		const [, signal] = await over;
		await letGo();
		ok(signal === "SIGKILL", "killed on the way");
		ok((await dump(firm)) === before, "it is what it was");
		await touch(firm);
		const doctor = await firm.cli(["doctor"]);
		ok(doctor.code === 0, "and comes up to date the next time", doctor.stderr);
	} finally {
		await firm.close();
	}
}

async function refused(version) {
	const firm = await ofVersion(version, null, "UPDATE promise SET mandate_id = 77 WHERE id = 2;");
	try {
		const before = await dump(firm), { code, stderr } = await touch(firm);
		ok(code === 1 && /brought up to date: a record names another one that is not there/.test(stderr), "a firm that lacks a record is refused", stderr);
		ok((await dump(firm)) === before, "and left as it was");
		await sqlRuns(firm, "UPDATE meta SET value = '999' WHERE key = 'schema';");
		const newer = await touch(firm);
		ok(newer.code === 1 && /newer Entente/.test(newer.stderr), "a newer one is left alone", newer.stderr);
	} finally {
		await firm.close();
	}
}

// -- a backup of then

async function restoring(version, postgres) {
	const old = await ofVersion(version, null), back = await Firm.empty(program, postgres);
	try {
		const backup = join(old.folder, "backup.db");
		await copyFile(old.file, backup);
		const bytes = await readFile(backup), columns = await columnsOf(old), rows = await rowsOf(old, columns);
		const restore = await back.cli(["restore", "--in", backup]), doctor = await back.cli(["doctor"]);
		ok(restore.code === 0 && doctor.code === 0, "an old backup is restored", restore.stderr + doctor.stderr);
		ok((await rowsOf(back, columns)) === rows, "with every row");
		ok(bytes.equals(await readFile(backup)), "and stays what it was");
	} finally {
		await Promise.all([old.close(), back.close()]);
	}
}

for (const version of await olderVersions())
	for (const postgres of [null, process.env.ENTENTE_TEST_PG].slice(0, process.env.ENTENTE_TEST_PG ? 2 : 1)) {
		console.log(`# version ${version}, ${postgres ? "PostgreSQL" : "SQLite"}`);
		await upgrading(Number(version), postgres);
		await interrupted(version, postgres);
		await restoring(version, postgres);
		if (!postgres)
			await refused(version);
	}
done();
