// What tests/golden/rights.txt says of rights, held against the program itself, on the
// demonstration firm, as TAP:
//   node tests/rights.mjs PROGRAM [--renew]
// Each kind is read by everybody who may stand there, in lists and opened: what is
// always read is there, what never is, is not.  Then everybody tries to set each field,
// to do each action, to take each road; nothing of it comes to pass.  --renew takes over
// what clients read inside values (tests/golden/inside.txt).
import { readFile, writeFile } from "node:fs/promises";
import { Firm } from "./firm.mjs";
import { done, ok } from "./tap.mjs";

const [program, renew] = process.argv.slice(2);
const NAME_WIDTH = 49, OWN_TO_ALL = ["id", "pub", "created_at", "created_by", "clocks"];
const BOGUS = "no_such_name", FIELDS_AT_ONCE = 20, CONTACTS = 12, STAFF_OPENS = 20;
const INSIDE = "tests/golden/inside.txt";
const INSIDE_SAYS = "# What a client reads inside the values of a record (tests/rights.mjs).";

// -- the file: kinds with their fields, actions and inputs, each by who asks

function parsed(text) {
	const found = { kinds: new Map(), settings: {}, reads: [], routes: [] };
	let columns = [];
	for (const line of text.split("\n")) {
		const name = line.slice(0, NAME_WIDTH).trim(), cells = line.slice(NAME_WIDTH).trim().split(/\s+/);
		if (/^(lead|whom)$/.test(cells[0])) {
			columns = cells;
			continue;
		}
		if (!name || name.startsWith("#"))
			continue;
		const row = Object.fromEntries(cells.map((cell, i) => [columns[i], cell]));
		const [, kind, member, input] = /^([a-z_]+)(?:\.([^(]+))?(?:\((.*)\))?/.exec(name) ?? [];
		const of = found.kinds.get(kind);
		if (/^[A-Z]/.test(name))
			found.routes.push({ method: name.split(/\s+/)[0], path: name.split(/\s+/)[1], need: cells[0].replace(",", "") });
		else if (name.startsWith("/"))
			found.reads.push({ path: name, row });
		else if (kind === "settings")
			found.settings[member] = row;
		else if (!member)
			found.kinds.set(kind, { kind, path: name.split(" ")[1], row, fields: {}, actions: {} });
		else if (input)
			of.actions[member].inputs[input] = row;
		else if (cells.some((cell) => /^(does|if)$/.test(cell)))
			of.actions[member] = { row, inputs: {} };
		else
			of.fields[member] = row;
	}
	return found;
}

const ofRecords = (rows) => Object.entries(rows).filter(([name]) => !name.includes("["));
const isContact = (name) => /^(contact|agreeing)/.test(name);

// -- who asks

class Caller {
	constructor(name, token, port) {
		Object.assign(this, { name, token, port });
	}

	async ask(method, path, body) {
		const headers = { ...(this.token && { Authorization: `Bearer ${this.token}` }), ...(body && { "Content-Type": "application/json" }) };
		const answer = await fetch(`http://127.0.0.1:${this.port}${path}`, { method, headers, redirect: "manual", body: body && JSON.stringify(body) });
		const text = await answer.text(), isJson = /json/.test(answer.headers.get("content-type"));
		return { status: answer.status, json: isJson ? JSON.parse(text) : null, text };
	}

	api(method, path, body) { return this.ask(method, `/api/v1${path}`, body); }

	async list(path) {
		const { status, json } = await this.api("GET", `${path}?limit=200`);
		return { status, items: json.items ?? [] };
	}
}

// Gathers what is wrong, to be one line each when nothing is.
function judge(what, wrong) {
	ok(!wrong.length, what, [...new Set(wrong)].join("\n"));
}

// -- reading

const isRead = (cell) => /^[Rr]/.test(cell);

function misread(fields, record, name, whole) {
	const wrong = [];
	for (const [field, { [name]: cell }] of ofRecords(fields)) {
		const there = field in record, never = !isRead(cell) || (cell[1] === "o" && !whole);
		if (never ? there : !there && cell[0] === "R")
			wrong.push(`${field} is ${there ? "" : "not "}read (${cell}), ${whole ? "opened" : "in a list"}`);
	}
	const own = isContact(name) ? ["id"] : OWN_TO_ALL;
	const unknown = Object.keys(record).filter((field) => !(field in fields || own.includes(field)));
	return wrong.concat(unknown.map((field) => `${field} has no row`));
}

// What stands inside values: "decision.options[].label".
function pathsInside(value, path, into, deep = false) {
	if (Array.isArray(value))
		value.forEach((one) => pathsInside(one, `${path}[]`, into, true));
	else if (value && typeof value === "object")
		for (const [key, one] of Object.entries(value)) {
			if (deep)
				into.add(`${path}.${key}`);
			pathsInside(one, `${path}.${key}`, into, true);
		}
}

// Everybody of that name together: what one has not, another may have.
async function reads({ kind, path, row, fields }, name, callers, inside) {
	const sometimes = new Set(ofRecords(fields).filter(([, cells]) => cells[name][0] === "r").map(([field]) => field));
	const wrong = [];
	let listed = 0, opened = 0;
	for (const caller of callers) {
		const { status, items } = await caller.list(path);
		if (row[name] === "-" ? status !== 404 : status !== 200)
			wrong.push(`a list: ${status}`);
		for (const item of items) {
			listed++;
			wrong.push(...misread(fields, item, name, false));
			[...sometimes].filter((field) => !(field in item)).forEach((field) => sometimes.delete(field));
			if (!isContact(name) && opened >= STAFF_OPENS)
				continue;
			opened++;
			const { status, json } = await caller.api("GET", `${path}/${item.id}`);
			wrong.push(...(status === 200 ? misread(fields, json, name, true) : [`opened: ${status}`]));
			if (isContact(name))
				pathsInside(json, kind, inside);
		}
	}
	wrong.push(...[...sometimes].map((field) => `${field} is read of every one (r)`));
	if (isRead(row[name]))
		ok(opened > 0, `${name}: there is a ${kind} to read`);
	judge(`${name} reads of a ${kind} what is theirs (${listed} listed, ${opened} opened)`, wrong);
}

// -- setting and doing: with a name that nothing has, so that all is refused

// The reasons of each field; or the status, when nothing was even looked at.
async function reasonsOf(caller, method, path, names) {
	const reasons = {}, statuses = new Set();
	for (let i = 0; i === 0 || i < names.length; i += FIELDS_AT_ONCE) {
		const body = { [BOGUS]: 1 };
		for (const name of names.slice(i, i + FIELDS_AT_ONCE))
			body[name] = null;
		const { status, json } = await caller.api(method, path, body);
		statuses.add(status);
		Object.assign(reasons, json.fields);
	}
	return { status: statuses.size === 1 ? [...statuses][0] : 0, reasons };
}

const refusedAs = (name) => (isContact(name) ? 404 : 403);

// may: what a cell says of whoever may, C, P or gives.  What is hidden from a client, or
// from everybody, is unknown.
function misset(rows, reasons, name, may) {
	const wrong = reasons[BOGUS] === "unknown" ? [] : [`${BOGUS} is ${reasons[BOGUS]}`];
	for (const [field, row] of ofRecords(rows)) {
		const cell = row[name], known = isContact(name) ? isRead(cell) : may === "gives" || isRead(row.lead);
		const want = cell.includes(may) || cell.includes(may.toLowerCase()) ? null : known ? "not_settable" : "unknown";
		const refused = /^(unknown|not_settable)$/.test(reasons[field]) ? reasons[field] : null;
		if (refused !== want)
			wrong.push(`${field} (${cell}): ${refused ?? "can be set"}`);
	}
	return wrong;
}

// What leads alone set: another of us lacks the role for it, whatever else is sent.
async function setsOfLeads(caller, method, path, names, what) {
	for (const name of names) {
		const { status } = await reasonsOf(caller, method, path, [name]);
		ok(status === 403, `${what}: ${name} is a lead's`, status);
	}
}

// letter: C or P, small when a function of the kind decides, whom this caller may fail.
async function sets({ kind, row, fields }, letter, caller, path) {
	const cell = row[caller.name], method = letter === "C" ? "POST" : "PATCH";
	const what = `${caller.name} ${letter === "C" ? "makes" : "changes"} a ${kind}`;
	const may = (one) => one.toUpperCase().includes(letter);
	const ofLeads = ofRecords(fields).filter(([, one]) => /^member/.test(caller.name) && may(cell) && may(one.lead) && !may(one[caller.name]));
	const others = Object.fromEntries(Object.entries(fields).filter((one) => !ofLeads.some(([name]) => name === one[0])));
	await setsOfLeads(caller, method, path, ofLeads.map(([name]) => name), what);
	const { status, reasons } = await reasonsOf(caller, method, path, ofRecords(others).map(([name]) => name));
	if (!cell.toUpperCase().includes(letter))
		ok(status === refusedAs(caller.name), `${what}: never`, status);
	else if (status === 403 && cell.includes(letter.toLowerCase()))
		ok(true, `${what}: not this one`);
	else
		judge(what, status === 422 ? misset(others, reasons, caller.name, letter) : [`${status}`]);
}

async function does({ kind, actions }, caller, path) {
	for (const [action, { row, inputs }] of Object.entries(actions)) {
		const ofLeads = ofRecords(inputs).filter(([, one]) => /^member/.test(caller.name) && one.lead === "gives" && one[caller.name] !== "gives" && row[caller.name] !== "-");
		const others = Object.fromEntries(Object.entries(inputs).filter((one) => !ofLeads.some(([name]) => name === one[0])));
		await setsOfLeads(caller, "POST", `${path}/${action}`, ofLeads.map(([name]) => name), `${caller.name} does ${kind}.${action}`);
		const { status, reasons } = await reasonsOf(caller, "POST", `${path}/${action}`, ofRecords(others).map(([name]) => name));
		if (row[caller.name] === "if" && status === refusedAs(caller.name))
			ok(true, `${caller.name} does ${kind}.${action}: not this one`);
		else if (row[caller.name] === "-")
			ok(status === refusedAs(caller.name), `${caller.name} does ${kind}.${action}: never`, status);
		else
			judge(`${caller.name} does ${kind}.${action}`, status === 422 ? misset(others, reasons, caller.name, "gives") : [`${status}`]);
	}
}

// A record that this caller finds; for whom there is none, one of others.
async function idOf({ path }, caller, lead) {
	const own = await caller.list(path), any = own.items.length ? own : await lead.list(path);
	return any.items[0].id;
}

async function changes(of, caller, lead) {
	const path = `${of.path}/${await idOf(of, caller, lead)}`;
	await sets(of, "C", caller, of.path);
	await sets(of, "P", caller, path);
	await does(of, caller, path);
}

// Who stands before the record of themselves.
async function oneself(of, caller, id) {
	const path = `${of.path}/${id}`, { json } = await caller.api("GET", path);
	judge(`${caller.name} reads what is theirs of themselves`, misread(of.fields, json, caller.name, true));
	await sets(of, "P", caller, path);
	await does(of, caller, path);
}

// -- settings, reads, roads

async function settings(rows, caller) {
	const { status, json } = await caller.api("GET", "/settings");
	const wrong = isContact(caller.name) ? [] : Object.entries(rows)
		.filter(([key, row]) => (key in json) !== isRead(row[caller.name])).map(([key]) => key);
	judge(`${caller.name} reads settings`, wrong.concat(status === (isContact(caller.name) ? 404 : 200) ? [] : [`${status}`]));
}

// A page follows the read that it shows; pages of ours are none of a client's.
async function derived(reads, kinds, caller, lead) {
	let id;
	for (const { path, row } of reads) {
		const of = kinds.find((one) => path.startsWith(`/api/v1${one.path}/`));
		if (of)
			id = await idOf(of, caller, lead);
		const { status } = await caller.ask("GET", path.replace("{id}", id)), ours = !path.startsWith("/api/");
		const may = isRead(row[caller.name]) && !(ours && isContact(caller.name));
		ok(status === (may ? 200 : refusedAs(caller.name)), `${caller.name} reads ${path}`, status);
	}
}

// Whom a road does not need is refused before anything is read of what they send.
async function road({ method, path, need }, caller) {
	const sent = method !== "GET" && path.startsWith("/api/") ? {} : undefined;
	const { status } = await caller.ask(method, path.replace(/\{[^}]+\}/g, "1"), sent);
	const { name } = caller, what = `${method} ${path}`;
	const out = name === "stranger" ? need !== "nobody" : isContact(name) ? /staff|lead/.test(need) : name === "member" && need === "lead";
	if (out)
		ok([303, 401].includes(status) ? name === "stranger" : status === refusedAs(name), `${name} is not let in: ${what}`, status);
	else if (method === "GET" && !path.includes("{") && need !== "anyone")
		ok(status !== 401 && status !== 403, `${name} is let in: ${what}`, status);
}

// -- what stands inside values, which no row tells

async function keepInside(found) {
	const kept = (await readFile(INSIDE, "utf8").catch(() => "")).split("\n");
	const fresh = [...found].filter((path) => !kept.includes(path));
	if (renew)
		await writeFile(INSIDE, `${INSIDE_SAYS}\n${[...found].sort().join("\n")}\n`);
	ok(renew || !fresh.length, "inside values a client reads nothing new", `${fresh.join("\n")}\nIf this is meant: make golden`);
}

const firm = await Firm.demonstration(program);
try {
	const rights = parsed(await readFile("tests/golden/rights.txt", "utf8")), kinds = [...rights.kinds.values()];
	await firm.serve();
	const as = async (name, email) => new Caller(name, email && await firm.token(email), firm.port);
	const lead = await as("lead", "claire@mistral.example"), member = await as("member", "karim@mistral.example");
	const people = (await lead.list("/people")).items;
	const clients = { contact: [], agreeing: [] };
	for (const { email, can_agree } of people.filter((person) => person.role === "contact").slice(0, CONTACTS))
		clients[can_agree ? "agreeing" : "contact"].push(await as(can_agree ? "agreeing" : "contact", email));
	const [contact] = clients.contact, [agreeing] = clients.agreeing;
	// What the demonstration has none of, or none of theirs.
	const client_id = (await lead.list("/clients")).items[0].id;
	await lead.api("POST", "/entries", { client_id, kind: "revenue", cents: 100 });
	await member.api("POST", "/entries", { client_id, kind: "hours", minutes: 90 });
	for (const one of [contact, agreeing]) {
		await one.api("POST", "/exchanges", { text: "Bonjour" });
		await one.api("POST", "/privacy_cases", { kind: "access" });
	}

	const inside = new Set();
	for (const of of kinds)
		for (const [name, callers] of Object.entries({ lead: [lead], member: [member], ...clients }))
			await reads(of, name, callers, inside);
	await keepInside(inside);

	for (const of of kinds)
		for (const caller of [lead, member, contact, agreeing])
			await changes(of, caller, lead);
	const karim = people.find((person) => person.email === "karim@mistral.example").id;
	const me = /\/a\/people\/([^/"]+)/.exec((await contact.ask("GET", "/p/moi")).text)[1];
	await oneself(rights.kinds.get("person"), new Caller("member=", member.token, firm.port), karim);
	await oneself(rights.kinds.get("person"), new Caller("contact=", contact.token, firm.port), me);

	const stranger = await as("stranger");
	for (const caller of [lead, member, contact, agreeing]) {
		await settings(rights.settings, caller);
		await derived(rights.reads, kinds, caller, lead);
	}
	for (const route of rights.routes)
		for (const caller of [lead, member, contact, agreeing, stranger])
			await road(route, caller);
} catch (error) {
	ok(false, "everything could be tried", error.stack);
} finally {
	await firm.close();
}
done();
