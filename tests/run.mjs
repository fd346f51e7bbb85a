// Plays stories on the program and prints TAP:
//   node tests/run.mjs PROGRAM sqlite|postgres [STORY…]
// On PostgreSQL ($ENTENTE_TEST_PG) the clock is walked hour by hour, on SQLite it
// jumps: the same answers are expected.  STORY is part of a file's path under
// tests (`boundaries`, `stories/day`); all without it.
//
// A story is a text of tests/stories, or of tests/boundaries where it consists of
// rules and the values at their edges.  A line that begins with a blank belongs to
// the one before; `#` begins a remark.  Every story has the firm Agence Mistral of
// Montréal, French, with its lead Claire, on Monday 2027-03-01 at 08:00.
//
//   firm lang=en tz=Europe/Paris clock=2027-06-01T08:00   another one; comes first
//   staff Karim, Inès                  more of us, each with a token; `lead Léa`
//   contact Louise of boreal           a contact of a client; `agrees`, `unvoiced` may follow
//   at 2027-03-05T16:00                the clock stands there
//   as karim                           who speaks from here on; `nobody`; `stranger` has a bad token;
//                                      `browser` has the cookie it was given
//
//   METHOD PATH [(Header: value)] [BODY] -> STATUS [NAME] [JSON]
//       POST /clients {"name": "Dubé"} -> 201 dube {"state": "prospect"}
//       POST /exchanges/$mail/park {"appointment_id": meeting} -> 409 no_reply_owed
//     PATH is under /api/v1, but /healthz and /test/…; a page is asked with PAGE, and
//     FORM sends a page's form: FORM /p/entrer {"email": "louise@client.example"} -> 200;
//     a value in brackets is sent under its name so many times: {"tags": ["thanks", "doubt"]}
//     BODY is JSON, or `text "…"` as it is.  A bare word in JSON is the id behind a
//     name (`dube`, `karim`), or a part of what was answered (`dube.started_on`);
//     `long(300)` is a text of that many letters.  In paths, texts and headers names
//     are written $dube.  The NAME after a status keeps the answer; after a refusal
//     it is the code expected (`as NAME` keeps it).  The JSON expected is matched by tests/match.mjs:
//     `any` some value, `absent` none, `...` more members.  $NAME.etag is its ETag.
//
//   has "Café Lune"   lacks "vip"      in the body last answered
//   holds NAME                         what was read under that name is in it, byte for byte
//   header Location "/api/v1/…"        of the last answer; `header ETag any`
//   same as NAME                       the last answer is that one, byte for byte
//   read NAME "code: (\\d+)"            what the last answer has there gets that name
//   repeat 20 POST … -> …              so many times; $n counts them
//   rule R1.4: late after eight hours  what is played for each row of a table, a step
//     at 2027-03-<at>                  on each line that begins with two blanks; <at> is
//     GET /today -> 200 <answer>       the row's word under `at`, $n counts the rows.  The
//   | at       | answer        |       first row names the columns; each other one is a
//   | 01T17:00 | {"rows": any} |       check, with an end of its own
//   check R1b of lune {"state": "G"}   that check of the client's picture; `picture of lune GAAUAUG`,
//                                      the state of each of its rules
//   cli doctor -> 0 "ok"               the command line (--db is given) and what it says;
//                                      `cli ingest < "…" -> …` has that to read
//   sql "…" or "…"                     straight into SQLite, or PostgreSQL
//   restart   kill                     ends the server, gently or not, and starts it again
import { readFile, readdir } from "node:fs/promises";
import { Firm, MISTRAL } from "./firm.mjs";
import { ABSENT, ANY, MORE, difference, plain } from "./match.mjs";

const [program, engine, ...chosen] = process.argv.slice(2);
const postgres = engine === "postgres" ? process.env.ENTENTE_TEST_PG : undefined;
if (!program || (engine !== "sqlite" && !postgres)) {
	console.error("usage: node tests/run.mjs PROGRAM sqlite|postgres [STORY…]   (postgres: at $ENTENTE_TEST_PG)");
	process.exit(2);
}

const HOUR = 3600_000;

// Each code of a guard, and where its row says that it is mended; those met in the stories.
const rows = await readFile(new URL("../src/rules/codes.c", import.meta.url), "utf8");
const doors = new Map([...rows.matchAll(/\{"([a-z_]+)", 409,[^{}]*?(?:(\w+)|"([^"]*)")\}/g)].map(([, code, word, path]) => [code, word ?? path]));
const refused = new Set();

class Wrong extends Error {}

const key = (name) => name.normalize("NFD").replace(/[^A-Za-z]/g, "").toLowerCase();

// -- reading: statements with the number of their first line

function statements(text) {
	const found = [];
	text.split("\n").forEach((line, i) => {
		const last = found.at(-1), said = line.trim();
		if (!said || said.startsWith("#"))
			return;
		if (said.startsWith("|") && last?.steps)
			last.rows.push({ line: i + 1, words: said.split("|").slice(1, -1).map((word) => word.trim()) });
		else if (/^ {2}\S/.test(line) && last?.steps)
			last.steps.push(said);
		else if (/^\s/.test(line) && last?.steps?.length)
			last.steps.push(`${last.steps.pop()} ${said}`);
		else if (/^\s/.test(line) && last)
			last.text += ` ${said}`;
		else
			found.push({ line: i + 1, text: said, ...(said.startsWith("rule ") && { steps: [], rows: [] }) });
	});
	return found;
}

const title = (text) => /^#\s*(.*)/.exec(text)?.[1] ?? "";

// METHOD PATH (headers) BODY -> STATUS WORD as NAME JSON
const REQUEST = /^(GET|HEAD|POST|PATCH|PUT|DELETE|PAGE|FORM) (\S+)((?: \([^)]*\))*)(?: (?!->)(.*?))?(?: -> (\d{3})(?: (?!as )([a-z]\w*))?(?: as (\w+))?(?: ([[{].*))?)$/;

// -- playing

class Story {
	constructor(file) {
		this.file = file;
		this.names = new Map();
		this.tokens = new Map([["nobody", null], ["browser", null], ["stranger", "no-such-token"]]);
		this.checks = [];
	}

	// The value behind a name: an id, or a part of an answer.
	value(word) {
		const [name, ...path] = word.split(".");
		if (name === "n")
			return this.turn;
		if (!this.names.has(name))
			throw new Wrong(`nothing is called ${name} here`);
		const kept = this.names.get(name);
		if (path.length === 0)
			return kept.value.id;
		if (path[0] === "etag")
			return kept.headers.get("etag");
		return path.reduce((value, step) => value?.[step], kept.value);
	}

	fill(text) {
		return text.replace(/\$([a-z]\w*(?:\.\w+)*)/g, (_, word) => this.value(word));
	}

	json(text) {
		const words = /"(?:[^"\\]|\\.)*"|\.\.\.|[A-Za-z_]\w*(?:\.\w+)*(?:\(\d+\))?/g;
		const filled = text.replace(words, (word) => {
			const long = /^long\((\d+)\)$/.exec(word);
			if (word[0] === '"')
				return this.fill(word);
			if (["true", "false", "null"].includes(word))
				return word;
			if (word === "...")
				return JSON.stringify(MORE);
			if (word === "any" || word === "absent")
				return JSON.stringify(word === "any" ? ANY : ABSENT);
			return JSON.stringify(long ? "a".repeat(long[1]) : this.value(word));
		});
		try {
			return JSON.parse(filled);
		} catch (error) {
			throw new Wrong(`${error.message} in ${filled}`);
		}
	}

	async send(method, path, headers, body) {
		const page = method === "PAGE" || method === "FORM", outside = page || /^\/(healthz|test\/)/.test(path);
		const token = this.tokens.get(this.speaker), browser = this.speaker === "browser";
		const response = await fetch(`http://127.0.0.1:${this.firm.port}${outside ? "" : "/api/v1"}${path}`, {
			method: { PAGE: "GET", FORM: "POST" }[method] ?? method,
			redirect: "manual",
			body,
			headers: {
				Accept: page ? "text/html" : "application/json",
				...(token && { Authorization: `Bearer ${token}` }),
				...(browser && this.cookie && { Cookie: this.cookie }),
				...(typeof body === "string" && { "Content-Type": "application/json" }),
				...headers,
			},
		});
		if (browser && response.headers.has("set-cookie"))
			this.cookie = response.headers.get("set-cookie").split(";")[0];
		const text = await response.text();
		if (/\x01|\\u0001/.test(text)) // src/record/wording.c
			throw new Wrong(`what a rule wrote is answered as it is kept: ${path}`);
		return { status: response.status, headers: response.headers, text };
	}

	async request(text) {
		const parts = REQUEST.exec(text);
		if (!parts)
			throw new Wrong("this is no request that a story knows");
		const [, method, path, heads, body, status, word, name, expected] = parts;
		const headers = Object.fromEntries([...heads.matchAll(/\(([^:]+): ([^)]*)\)/g)].map(([, n, v]) => [n, this.fill(v)]));
		const pairs = method === "FORM" && Object.entries(body ? this.json(body) : {});
		const sent = pairs ? new URLSearchParams(pairs.flatMap(([name, value]) => [value].flat().map((one) => [name, one])))
			: body?.startsWith('text "') ? JSON.parse(this.fill(body.slice(5)))
			: body ? JSON.stringify(this.json(body)) : method === "POST" ? "{}" : undefined;
		const last = (this.last = await this.send(method, this.fill(path), headers, sent));
		try {
			last.json = JSON.parse(last.text);
		} catch {
			last.json = undefined;
		}
		const failed = last.status >= 400, code = failed ? word : undefined;
		if (last.status !== Number(status) || (code && last.json?.code !== code))
			throw new Wrong(`got ${last.status} ${last.text.slice(0, 400)}`);
		const parted = expected && difference(this.json(expected), last.json);
		if (parted)
			throw new Wrong(parted);
		if (last.status === 409 && last.json)
			await this.mended(last.json, this.names.get(this.speaker)?.value.role === "contact");
		if (name || (word && !code))
			this.keep(name ?? word, last);
	}

	// What is refused to staff says where it is mended, and that is a place there is; to a
	// client it says no place of ours.
	async mended({ code, where }, client) {
		refused.add(code);
		if (!where !== (client || doors.get(code) === "NOWHERE"))
			throw new Wrong(`${code} names ${where ? `${where}, and is mended nowhere` : "no place where it is mended"}`);
		for (let path = where?.replace(/#.*/, ""), anchor = /#(.*)/.exec(where)?.[1]; path; ) {
			const { status, headers, text } = await this.send("PAGE", path, {});
			const next = status === 303 && headers.get("location");
			if (status !== 200 && !next)
				throw new Wrong(`${code} is mended at ${where}: ${status}`);
			anchor = next && /#(.*)/.exec(next)?.[1] || anchor;
			if (!next && anchor && !text.includes(`id="${anchor}"`))
				throw new Wrong(`${code} is mended at ${where}, where nothing is called so`);
			path = next && next.replace(/#.*/, "");
		}
	}

	// An action answers with the record inside; a name means the record.
	keep(name, answer) {
		const { json } = answer;
		const value = json?.record?.id ? { ...json.record, created: json.created, hints: json.hints } : json;
		this.names.set(name, { value, headers: answer.headers, answer });
	}

	async person(name, role, more = []) {
		const plainName = key(name), email = `${plainName}@${role === "contact" ? "client" : "mistral"}.example`;
		const id = await this.firm.must("person", "add", "--name", name, "--email", email, "--role", role, ...more);
		this.tokens.set(plainName, await this.firm.token(email));
		this.names.set(plainName, { value: { id: Number(id), name, email, role } });
	}

	contact(text) {
		const [, name, client, rest] = /^(.+) of (\w+)(.*)$/.exec(text);
		const more = ["--client", String(this.value(client))];
		if (rest.includes("agrees"))
			more.push("--can-agree");
		if (rest.includes("unvoiced"))
			more.push("--no-voice");
		return this.person(name, "contact", more);
	}

	async at(instant) {
		const to = new Date(`${instant}Z`).getTime();
		const step = Math.max(HOUR, (to - this.now) / 200);
		for (let t = this.now + step; postgres && t < to; t += step)
			await this.moveClock(new Date(t).toISOString().slice(0, 19));
		await this.moveClock(instant);
		this.now = to;
	}

	async moveClock(instant) {
		const speaker = this.speaker;
		this.speaker = "claire";
		const { status, text } = await this.send("POST", "/test/clock", {}, JSON.stringify({ now: instant }));
		this.speaker = speaker;
		if (status !== 200)
			throw new Wrong(text);
	}

	async picture(client) {
		const { text } = await this.send("GET", `/clients/${this.value(client)}/portrait`, {});
		return JSON.parse(text).rules;
	}

	async pictured(text) {
		const [, name, client, want] = /^(\w+) of (\w+) (.*)$/.exec(text);
		const one = (await this.picture(client)).flatMap((rule) => rule.checks).find(({ check }) => check === name);
		const parted = difference(this.json(want), one);
		if (parted)
			throw new Wrong(`${parted} in ${JSON.stringify(one)}`);
	}

	async states(text) {
		const [, client, want] = /^of (\w+) (\w+)$/.exec(text);
		const got = (await this.picture(client)).map(({ state }) => state).join("");
		if (got !== want)
			throw new Wrong(`got ${got}`);
	}

	async cli(text) {
		const [, line, input, code, said] = /^(.*?)(?: < (".*?"))? -> (\d+)(?: (".*"))?$/.exec(text);
		const args = [...line.matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/g)].map(([, quoted, word]) => this.fill(quoted ?? word));
		const got = await this.firm.cli(args, input && this.fill(JSON.parse(input)));
		if (got.code !== Number(code) || (said && !plain(got.stdout + got.stderr).includes(plain(this.fill(JSON.parse(said))))))
			throw new Wrong(`got ${got.code} ${got.stdout}${got.stderr}`);
	}

	async sql(text) {
		const [sqlite, other] = text.split(" or ");
		const { code, stderr } = await this.firm.sql(JSON.parse(postgres && other ? other : sqlite));
		if (code)
			throw new Wrong(stderr);
	}

	body(text, wanted) {
		const part = plain(this.fill(JSON.parse(text)));
		if (plain(this.last.text).includes(part) !== wanted)
			throw new Wrong(`${wanted ? "not in" : "in"} ${this.last.text.slice(0, 600)}`);
	}

	header(text) {
		const [, name, want] = /^(\S+) (.*)$/.exec(text);
		const parted = difference(this.json(want), this.last.headers.get(name) ?? undefined, name);
		if (parted)
			throw new Wrong(parted);
	}

	read(text) {
		const [, name, quoted] = /^(\w+) (".*")$/.exec(text), found = new RegExp(JSON.parse(quoted)).exec(this.last.text);
		if (!found)
			throw new Wrong(`not in ${this.last.text.slice(0, 600)}`);
		this.names.set(name, { value: { id: found[1] } });
	}

	same(name) {
		const all = ({ status, headers, text }) =>
			JSON.stringify([status, [...headers].filter(([header]) => header !== "date"), text]);
		const want = all(this.names.get(name).answer), got = all(this.last);
		if (got !== want)
			throw new Wrong(`${got}\nis not\n${want}`);
	}

	async restart(signal) {
		const code = await this.firm.stop(signal);
		await this.firm.serve();
		if (signal === "SIGTERM" && code !== 0)
			throw new Wrong(`the server ended with ${code}`);
	}

	// Whether the statement was a check, worth a line.
	async say(text) {
		const [, verb, rest] = /^(\S+)\s*(.*)$/.exec(text);
		switch (verb) {
		case "staff":
		case "lead":
			for (const name of rest.split(/,\s*/))
				await this.person(name, verb === "staff" ? "member" : "lead");
			return false;
		case "contact":
			await this.contact(rest);
			return false;
		case "at":
			await this.at(rest);
			return false;
		case "as":
			if (!this.tokens.has(rest))
				throw new Wrong(`nobody is called ${rest} here`);
			this.speaker = rest;
			return false;
		case "check":
			await this.pictured(rest);
			return true;
		case "picture":
			await this.states(rest);
			return true;
		case "cli":
			await this.cli(rest);
			return true;
		case "sql":
			await this.sql(rest);
			return false;
		case "has":
		case "lacks":
			this.body(rest, verb === "has");
			return true;
		case "holds":
			if (!this.last.text.includes(this.value(rest)))
				throw new Wrong(`${this.value(rest)}\nis not in\n${this.last.text}`);
			return true;
		case "header":
			this.header(rest);
			return true;
		case "read":
			this.read(rest);
			return true;
		case "same":
			this.same(rest.replace(/^as /, ""));
			return true;
		case "restart":
		case "kill":
			await this.restart(verb === "kill" ? "SIGKILL" : "SIGTERM");
			return true;
		case "repeat": {
			const [, times, one] = /^(\d+) (.*)$/.exec(rest);
			for (this.turn = 1; this.turn <= Number(times); this.turn++)
				await this.say(one);
			return true;
		}
		default:
			await this.request(text);
			return true;
		}
	}

	async play() {
		const text = await readFile(new URL(this.file, import.meta.url), "utf8");
		const lines = statements(text);
		this.title = title(text);
		const settings = { ...MISTRAL };
		if (lines[0]?.text.startsWith("firm "))
			for (const [, name, value] of lines.shift().text.matchAll(/(\w+)=(\S+)/g))
				settings[name] = value;
		this.now = new Date(`${settings.clock}Z`).getTime();
		try {
			this.firm = await Firm.found(program, postgres, settings);
			this.tokens.set("claire", await this.firm.token(settings.email));
			await this.firm.serve();
			this.speaker = "claire";
			await this.request("GET /people -> 200 people");
			this.names.set("claire", { value: this.names.get("people").value.items[0] });
			for (const statement of lines)
				if (!(await (statement.steps ? this.rule(statement) : this.check(statement))))
					break;
		} catch (error) {
			this.note(0, "the story could not be played", error);
		} finally {
			await this.firm?.close();
		}
		return this;
	}

	// Each row is a check, whatever became of those before.
	async rule({ line, text, steps, rows: [names, ...rows] }) {
		if (!steps.length || !rows.length)
			throw new Wrong(`${line}: a rule has steps, columns and rows`);
		for (const [i, { line, words }] of rows.entries()) {
			const word = (all, name) => words[names.words.indexOf(name)] ?? all;
			const played = await this.check({ line, text: `${text.slice(5)} | ${words.join(" | ")} |` }, async () => {
				this.turn = i + 1;
				for (const step of steps)
					await this.step(step.replace(/<([^<>]+)>/g, word));
				return true;
			});
			if (!played)
				return false;
		}
		return true;
	}

	async step(text) {
		try {
			await this.say(text);
		} catch (error) {
			throw error instanceof Wrong ? new Wrong(`${text}\n${error.message}`) : error;
		}
	}

	// False when the server is no more: nothing further can be asked.
	async check({ line, text }, play = () => this.say(text)) {
		try {
			if (await play())
				this.note(line, text);
			return true;
		} catch (error) {
			const alive = error instanceof Wrong || (await this.firm.lives());
			this.note(line, text, alive ? error : new Wrong(`the server has ended: ${this.firm.log}`));
			return alive;
		}
	}

	note(line, text, error) {
		this.checks.push({ line, text: text.length > 110 ? `${text.slice(0, 110)}…` : text,
			wrong: error && (error instanceof Wrong ? error.message : error.stack) });
	}
}

const all = await Promise.all(["boundaries", "stories"].map(async (folder) =>
	(await readdir(new URL(folder, import.meta.url))).sort().map((file) => `${folder}/${file}`)));
const files = all.flat().filter((file) => file.endsWith(".story") && (!chosen.length || chosen.some((part) => file.includes(part))));
let n = 0, failed = 0;
for (const file of files) {
	const story = await new Story(file).play();
	console.log(`# ${file}: ${story.title}`);
	for (const { line, text, wrong } of story.checks) {
		console.log(`${wrong ? "not ok" : "ok"} ${++n} - ${file}:${line} ${text}`);
		if (wrong) {
			failed++;
			console.log(wrong.replace(/^/gm, "#   "));
		}
	}
}
if (!chosen.length) { // all of them together refuse by every code
	const never = [...doors.keys()].filter((code) => !refused.has(code));
	console.log(`${never.length ? "not ok" : "ok"} ${++n} - every code is met, and where it is mended${never.map((code) => `\n#   ${code} is not`).join("")}`);
	failed += never.length;
}
console.log(`1..${n}`);
process.exit(failed || !n ? 1 : 0);
