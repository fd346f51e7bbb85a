// Thousands of small worries fall due at one instant (R4.4), as on the Monday when
// every detector looks at every client.  Whoever writes meanwhile waits a moment at
// most; all of them rise soon, by themselves, each at its rule's own instant; and
// the records are those of a firm where time went by in small steps.  On SQLite and
// on PostgreSQL ($ENTENTE_TEST_PG):
//   node tests/rush.mjs PROGRAM [WORRIES]
import { setTimeout as sleep } from "node:timers/promises";
import { Firm } from "./firm.mjs";
import { done, ok } from "./tap.mjs";

const [program, many = "3000"] = process.argv.slice(2);
const WORRIES = Number(many), AT_ONCE = 60, CLIENTS = 20, CALM = 20;
const NOTICED = "2027-03-01T08:00", RISES = "2027-03-05T17:00", LATER = "2027-03-05T18:00";
const PROMPT_MS = 500; // on a slow machine: a quarter of what all of them take

class Town {
	async begin(postgres) {
		this.firm = await Firm.found(program, postgres);
		await this.firm.serve();
		this.token = await this.firm.token("claire@mistral.example");
		for (let i = 1; i <= CLIENTS; i++)
			await this.ask("POST", "/clients", { name: `Client ${i}`, state: "active" });
		for (let i = 0; i < WORRIES; i += AT_ONCE)
			await Promise.all(Array.from({ length: Math.min(AT_ONCE, WORRIES - i) }, () =>
				this.ask("POST", "/matters", { client_id: 1 + ((i / AT_ONCE) % CLIENTS), title: "petit", severity: 1, noticed_at: NOTICED })));
	}

	async ask(method, path, body) {
		const from = performance.now();
		const answer = await fetch(`http://127.0.0.1:${this.firm.port}${path.startsWith("/test/") ? "" : "/api/v1"}${path}`,
			{ method, headers: { Authorization: `Bearer ${this.token}`, "Content-Type": "application/json" }, body: body && JSON.stringify(body) });
		const json = await answer.json();
		if (!answer.ok)
			throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(json)}`);
		return { json, ms: performance.now() - from };
	}

	at(now) {
		return this.ask("POST", "/test/clock", { now });
	}

	async count(where) {
		return Number((await this.firm.sql(`SELECT count(*) FROM ${where}`)).stdout);
	}

	risen() {
		return this.count("matter WHERE severity = 2");
	}

	async wait(worries) {
		for (let i = 0; i < 600 && (await this.risen()) < worries; i++)
			await sleep(50);
		return (await this.risen()) === worries;
	}

	// All that is known, but for the order in which equal instants came.
	async records() {
		return (await this.firm.sql(`SELECT * FROM matter ORDER BY id; SELECT kind, record_id, type, sub, n, client_id, owner_id, starts_at, shows_at,
			due, stopped_at, ends_at, rings, about FROM clock ORDER BY 1, 2, 3, 4, 5;
			SELECT at, who_id, rule, action, kind, record_id, field, old, new FROM audit WHERE rule IS NOT NULL ORDER BY record_id, field`)).stdout;
	}
}

// One of them is spoken of while it lags: it had risen before that.
async function tell(town, id) {
	const { client_id } = (await town.ask("GET", `/matters/${id}`)).json;
	const call = (await town.ask("POST", "/exchanges", { client_id, channel: "phone", direction: "both", subject: "appel" })).json;
	const told = await town.ask("POST", `/matters/${id}/tell`, { exchange_id: call.id });
	ok(told.json.record.severity === 2 && told.json.record.kept_quiet, "who speaks of one finds that it has risen", JSON.stringify(told.json));
	return told.ms;
}

async function rush(postgres) {
	const jumped = new Town(), walked = new Town();
	try {
		await jumped.begin(postgres);
		const from = performance.now(), waits = [(await jumped.at(LATER)).ms];
		ok((await jumped.risen()) > 0, "some have risen when the next request is served");
		waits.push(await tell(jumped, WORRIES));
		const left = WORRIES - (await jumped.risen());
		for (let i = 0; i < CALM; i++)
			waits.push((await jumped.ask("POST", "/exchanges", { client_id: 1, channel: "email", direction: "out", at: NOTICED })).ms);
		ok(left > 0, `${left} still wait to rise while others write`);
		ok(await jumped.wait(WORRIES), "all of them rise by themselves", `${await jumped.risen()} of ${WORRIES}`);
		const longest = Math.max(...waits), all = performance.now() - from;
		ok(longest < Math.max(PROMPT_MS, all / 4), `nobody waited longer than ${longest.toFixed(0)} ms, all of them took ${all.toFixed(0)}`);
		ok((await jumped.count("matter JOIN audit ON kind = 'matter' AND record_id = matter.id AND field = 'severity' WHERE rule = 'R4.4' AND audit.at = kept_quiet_at")) === WORRIES,
			"the journal has the rule's own instant");
		ok((await jumped.firm.cli(["doctor"])).code === 0 && (await jumped.firm.cli(["audit", "verify"])).code === 0, "the doctor is content, the journal holds");

		await walked.begin(postgres);
		for (const now of ["2027-03-03T12:00", "2027-03-05T16:59:59", RISES]) {
			await walked.at(now);
			await walked.wait(now === RISES ? WORRIES : 0);
		}
		await walked.at(LATER);
		await tell(walked, WORRIES);
		for (let i = 0; i < CALM; i++)
			await walked.ask("POST", "/exchanges", { client_id: 1, channel: "email", direction: "out", at: NOTICED });
		const [one, other] = [await jumped.records(), await walked.records()].map((text) => text.split("\n"));
		const at = one.findIndex((line, i) => line !== other[i]);
		ok(at < 0 && one.length === other.length, "small steps leave the same records", `${one[at]}\n${other[at]}`);
	} finally {
		await jumped.firm?.close();
		await walked.firm?.close();
	}
}

// Settings move every clock there is: some at once, the others soon, none rings as the
// former ones said, and a server that is killed in between goes on.
async function settings(postgres) {
	const town = new Town();
	try {
		await town.begin(postgres);
		const right = () => town.count("clock WHERE type = 'a1' AND due = starts_at + 7 * 3600"); // noticed at 8:00
		const changing = town.ask("PATCH", "/settings", { holidays: ["2027-03-05"], tell_problem_wh: 6 });
		await sleep(10); // it is the first to be heard
		const [patch, clock] = await Promise.all([changing, town.at(LATER)]);
		ok(patch.ms < Math.max(PROMPT_MS, clock.ms * 2), `settings that move ${WORRIES} clocks are kept after ${patch.ms.toFixed(0)} ms`);
		ok((await town.risen()) === 0, "a day that is none now makes none rise", await town.risen());
		ok((await right()) >= 500, "some are right at once", await right());
		await town.firm.stop("SIGKILL");
		await town.firm.serve();
		for (let i = 0; i < 200 && ((await right()) < WORRIES || (await town.count("meta WHERE key = 'renewal' AND value <> ''"))); i++)
			await sleep(50);
		ok((await right()) === WORRIES, "all are right soon, though the server was killed in between", await right());
		ok((await town.firm.cli(["doctor"])).code === 0, "the doctor is content");
		await town.at("2027-03-08T18:00");
		ok(await town.wait(WORRIES), "they rise on the next day that counts", await town.risen());
		ok((await town.count(`audit WHERE field = 'severity' AND at <> (SELECT max(kept_quiet_at) FROM matter)`)) === 0, "each at the instant that the new settings say");
	} finally {
		await town.firm?.close();
	}
}

for (const postgres of [null, process.env.ENTENTE_TEST_PG].slice(0, process.env.ENTENTE_TEST_PG ? 2 : 1)) {
	console.log(`# ${postgres ? "PostgreSQL" : "SQLite"}`);
	await rush(postgres);
	await settings(postgres);
}
done();
