// What one request may cost, whatever it asks: lists full of what their reader does
// not see, forms and bodies of one megabyte, every way to narrow a list; as TAP:
//   node tests/weight.mjs PROGRAM [--unweighed]
// --unweighed: only what is answered, for a program slowed down by its checks.
import { readFileSync } from "node:fs";
import { Firm } from "./firm.mjs";
import { done, ok } from "./tap.mjs";

const [program, unweighed] = process.argv.slice(2);
const MiB = 1 << 20, HIDDEN = 8000, QUICK = 1000;

const firm = await Firm.found(program, null);
await firm.must("person", "add", "--name", "Karim", "--email", "karim@mistral.example", "--role", "member");
await firm.serve();
const token = { karim: await firm.token("karim@mistral.example") };

async function ask(who, method, path, body, type = "application/json") {
	const began = performance.now();
	const answer = await fetch(`http://127.0.0.1:${firm.port}${path}`, { method, redirect: "manual", body,
		headers: { Authorization: `Bearer ${token[who]}`, ...(body !== undefined && { "Content-Type": type }) } });
	const text = await answer.text();
	return { status: answer.status, text, ms: performance.now() - began };
}

async function make(who, path, body) {
	const { status, text } = await ask(who, "POST", `/api/v1${path}`, JSON.stringify(body));
	if (status !== 201)
		throw new Error(`${path}: ${status} ${text}`);
	return JSON.parse(text);
}

const memory = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${firm.server.pid}/status`, "latin1"))[1]) * 1024;

// -- what a contact does not see costs them nothing: it could be counted by the time

async function clientWith(name) {
	const client = await make("karim", "/clients", { name, state: "active" });
	const email = `${name.toLowerCase()}@client.example`;
	client.person = await make("karim", "/people", { name, email, role: "contact", client_id: client.id });
	token[name] = await firm.token(email);
	return client;
}

// One that is hidden, and many like it.
async function hide(client, kind, plural, body, who = "karim") {
	const { id } = await make(who, `/${plural}`, { client_id: client.id, ...body });
	const { stdout } = await firm.sql(`SELECT name FROM pragma_table_info('${kind}') WHERE name <> 'id'`);
	const columns = stdout.trim().split("\n").join(", ");
	const { code, stderr } = await firm.sql(`INSERT INTO ${kind} (id, ${columns}) SELECT ${id} + value, ${columns}
		FROM ${kind}, generate_series(1, ${HIDDEN}) WHERE id = ${id}`);
	if (code)
		throw new Error(stderr);
}

async function fastest(who, path) {
	let best = Infinity;
	for (let i = 0; i < 15; i++)
		best = Math.min(best, (await ask(who, "GET", path)).ms);
	return best;
}

const hides = [
	["exchange", "exchanges", { channel: "phone", direction: "both", minutes: 3, at: "2027-03-01T08:00" }],
	["promise", "promises", { side: "us", text: "Entre nous", due: "2027-04-01", shared: false }],
	["matter", "matters", { title: "Pas encore dit" }],
	["decision", "decisions", { about: "preference", question: "Laquelle ?" }],
	["insight", "insights", { question: "goal", text: "Supposé" }],
	["writing", "writings", { kind: "ideas", body: "Brouillon" }],
];
try {
	const open = await clientWith("Ouvert"), shut = await clientWith("Secret");
	for (const [kind, plural, body] of hides)
		await hide(shut, kind, plural, body);
	for (const { person } of [open, shut])
		for (let i = 0; i < 3; i++)
			await make(person.name, "/exchanges", { text: "Bonjour" });
	for (const [, plural] of hides)
		for (const limit of [1, 200]) {
			const path = `/api/v1/${plural}?limit=${limit}`;
			const [without, beside] = [await fastest("Ouvert", path), await fastest("Secret", path)];
			ok(unweighed || beside < 4 * without + 1, `${path} costs as much beside ${HIDDEN} hidden as beside none`, `${beside} ms, not ${without} ms`);
		}
	const seen = JSON.parse((await ask("Secret", "GET", "/api/v1/exchanges?limit=2")).text);
	const rest = JSON.parse((await ask("Secret", "GET", `/api/v1/exchanges?limit=2&cursor=${seen.next}`)).text);
	ok(seen.items.length === 2 && rest.items.length === 1 && rest.next === null, "and all that is theirs is there", [seen, rest]);

	// -- what the leads keep for themselves is passed over in large steps, too

	token.lead = await firm.token("claire@mistral.example");
	await hide(shut, "entry", "entries", { kind: "revenue", cents: 100 }, "lead");
	for (let i = 0; i < 3; i++)
		await make("karim", "/entries", { client_id: shut.id, kind: "hours", minutes: 60 });
	for (const path of [`/api/v1/entries?client_id=${shut.id}&limit=1`, "/api/v1/entries?limit=1", `/api/v1/entries?client_id=${shut.id}&kind=hours&limit=2`]) {
		const { items } = JSON.parse((await ask("karim", "GET", path)).text), ms = await fastest("karim", path);
		console.log(`# ${path}: ${ms.toFixed(0)} ms`);
		ok(items.length > 0 && items.every(({ kind }) => kind === "hours"), `${path} shows a member their own hours`, items);
		ok(unweighed || ms < QUICK / 10, `… soon, past ${HIDDEN} lines of money`, `${ms} ms`);
	}

	// -- a megabyte of nonsense is refused before it keeps anybody waiting

	const form = "application/x-www-form-urlencoded";
	const fill = (part) => part.repeat(Math.floor((MiB - 200) / part.length));
	const many = (n, part) => `[${Array.from({ length: n }, part).join()}]`;
	const { id } = await make("karim", "/exchanges", { client_id: open.id, ...hides[0][2] });
	const option = '{"label":"a","pros":["a"],"cons":["b"],"promises":[{"side":"us","text":"a","due":"2027-04-01"}]}';
	const hostile = [
		["150,000 fields of one name, half of them blank", "/a/exchanges", form, `client_id=1${"&tags=".repeat(75_000)}${"&tags=x".repeat(75_000)}`, 413],
		["… each of a name of its own", "/a/exchanges", form, Array.from({ length: 100_000 }, (_, i) => `a${i}=`).join("&"), 413],
		["… of things inside things", "/a/decisions", form, Array.from({ length: 60_000 }, (_, i) => `o.${i}.label=a`).join("&"), 413],
		["a form that is one text", "/a/exchanges", form, `client_id=1&text=${fill("a")}`, 422],
		["lists in lists without end", "/api/v1/exchanges", undefined, `{"tags":${fill("[")}`, 400],
		["… with an end", "/api/v1/exchanges", undefined, `{"tags":${"[".repeat(MiB / 4)}${"]".repeat(MiB / 4)}}`, 400],
		["objects in objects", "/api/v1/exchanges", undefined, fill('{"a":'), 400],
		["100,000 unknown keys", "/api/v1/exchanges", undefined, `{${Array.from({ length: 80_000 }, (_, i) => `"a${i}":0`).join()}}`, 422],
		["a key that comes twice", "/api/v1/exchanges", undefined, '{"text":"a","text":"b"}', 400],
		["100,000 ids", "/api/v1/exchanges", undefined, `{"client_id":1,"channel":"phone","direction":"both","contact_ids":${many(100_000, () => 1)}}`, 422],
		["100,000 words", "/api/v1/exchanges", undefined, `{"client_id":1,"channel":"phone","direction":"both","emotions":${many(100_000, () => '"a"')}}`, 422],
		["100,000 facts", "/api/v1/writings", undefined, `{"client_id":1,"kind":"ideas","understood":{"facts":${many(100_000, () => '"a"')},"emotions":[]}}`, 422],
		["30,000 questions", "/api/v1/writings", undefined, `{"client_id":1,"kind":"ideas","questions":${many(30_000, () => '{"text":"a"}')}}`, 422],
		["9,000 ways out", "/api/v1/decisions", undefined, `{"client_id":1,"about":"preference","options":${many(9_000, () => option)}}`, 422],
		["9,000 ways out, numbered", "/api/v1/decisions", undefined,
			`{"client_id":1,"about":"preference","options":${many(9_000, (_, i) => `{"n":${i},${option.slice(1)}`)}}`, 422],
		["100,000 holidays", "/api/v1/settings", undefined, `{"holidays":${many(75_000, () => '"2027-03-01"')}}`, 422],
		["100,000 working hours", "/api/v1/settings", undefined, `{"working_periods":{"mon":${many(50_000, () => '["09:00","10:00"]')}}}`, 422],
		["one text of a megabyte", "/api/v1/exchanges", undefined, `{"text":"${fill("é")}"}`.slice(0, MiB / 2), 400],
		["a word of a megabyte", "/api/v1/exchanges", undefined, `{"client_id":1,"channel":"${"a".repeat(MiB - 200)}","direction":"both"}`, 422],
	];
	for (const [what, path, type, body, wanted] of hostile) {
		const patches = path.endsWith("settings");
		const { status, ms, text } = await ask(patches ? "lead" : "karim", patches ? "PATCH" : "POST", path, body, type);
		console.log(`# ${what}: ${ms.toFixed(0)} ms`);
		ok(status === wanted && (unweighed || ms < QUICK), what, `${status} after ${ms} ms: ${text.slice(0, 300)}`);
	}
	const patched = await ask("karim", "POST", `/a/exchanges/${id}/patch`, "subject=Un&subject=Deux&tags=&tags=thanks", form);
	ok(patched.status === 303, "and a sound form is kept", patched.text);

	// -- lists are narrowed in so many ways, and what is kept for them does not grow without end

	const { paths } = JSON.parse((await ask("karim", "GET", "/api/v1/openapi.json")).text);
	const sample = { state: "open", kind: "external", role: "lead", nature: "problem", channel: "phone", direction: "in", side: "us", about: "task", question: "goal" };
	const ways = [];
	for (const [path, { get }] of Object.entries(paths)) {
		const names = (get?.parameters ?? []).map(({ name }) => name).filter((name) => !["limit", "cursor"].includes(name));
		if (!get?.parameters?.some(({ name }) => name === "cursor") || path.includes("{"))
			continue;
		for (let set = 0; set < 1 << names.length; set++)
			ways.push(`/api/v1${path}?${names.filter((_, i) => set & (1 << i)).map((name) => `${name}=${sample[name] ?? 1}`).join("&")}`);
	}
	const walk = async () => {
		const wrong = [];
		for (const way of ways)
			for (const who of ["karim", "Ouvert"]) {
				const { status } = await ask(who, "GET", way);
				if (![200, 404, 422].includes(status))
					wrong.push(`${way}: ${status}`);
			}
		return wrong;
	};
	const wrong = [...await walk(), ...await walk()], before = memory();
	wrong.push(...await walk(), ...await walk());
	ok(ways.length > 150 && !wrong.length && firm.alive(), `${ways.length} ways to narrow a list are answered`, wrong.join("\n"));
	ok(unweighed || memory() - before < 2 * MiB, "the second time nothing more is kept", memory() - before);
} catch (error) {
	ok(false, "everything could be tried", error.stack);
} finally {
	await firm.close();
}
done();
