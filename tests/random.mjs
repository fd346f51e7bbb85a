// What nobody thought of: several people act at random on one small firm, through
// the same door as everybody, while time goes on.  Whatever is answered, the
// server lives, no answer is its own fault (5xx), every clock is what the records
// say (`entente doctor`), and time that passed in one jump or hour by hour left
// the same records.
//   node tests/random.mjs PROGRAM [SEED [STEPS]]
import { Firm, MISTRAL } from "./firm.mjs";

const [program, first = "1", length = "400"] = process.argv.slice(2);
const HOUR = 3600_000, START = Date.UTC(2027, 2, 1, 9);
const KINDS = ["people", "clients", "mandates", "terms", "exchanges", "writings", "promises", "matters", "decisions", "insights",
	"moments", "ratings", "privacy_cases"];

// -- chance, the same for the same seed

class Chance {
	constructor(seed) {
		this.state = seed >>> 0;
	}

	below(n) {
		this.state = (this.state + 0x6d2b79f5) >>> 0;
		let t = this.state;
		t = Math.imul(t ^ (t >>> 15), t | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) % n;
	}

	of(list) {
		return list[this.below(list.length)];
	}

	once(n) {
		return this.below(n) === 0;
	}
}

// The wall clock of the firm, as its inputs are written.
const wall = (ms) => new Date(ms).toISOString().slice(0, 19);
const day = (ms) => wall(ms).slice(0, 10);

// -- one life of the firm: `jumps`, time goes on in one step, else hour by hour

class Life {
	constructor(seed, jumps) {
		this.chance = new Chance(seed);
		this.jumps = jumps;
		this.now = START;
		this.told = [];
	}

	async begin() {
		this.firm = await Firm.found(program, null, { ...MISTRAL, clock: wall(START) });
		for (const name of ["Karim", "Inès"])
			await this.firm.must("person", "add", "--name", name, "--email", `${name}@mistral.example`, "--role", "member");
		await this.firm.serve();
		this.claire = await this.firm.token("claire@mistral.example");
		this.shapes = (await this.ask(this.claire, "GET", "/openapi.json")).json;
		await this.ask(this.claire, "PATCH", "/settings", { mail_reminders: false, condition_heads_up_wd: 3 });
		this.callers = [{ token: this.claire }, { token: await this.firm.token("Karim@mistral.example") }];
		for (const name of ["Boréal", "Café Lune"]) {
			const { id, pub } = await this.make("/clients", { name, state: "active", lang: "fr" });
			for (const agrees of [true, false]) {
				const email = `${agrees ? "a" : "b"}@c${id}.example`;
				await this.make("/people", { name: "Luce", email, role: "contact", client_id: id, can_agree: agrees, voice_ok: agrees });
				this.callers.push({ token: await this.firm.token(email), client: id, pub });
			}
			await this.make("/mandates", { client_id: id, title: "La refonte", need: "Être lus", how: "Par étapes", when_due: "2027-06-30",
				price_cents: 100000 });
		}
		await this.look();
	}

	async ask(token, method, path, body) {
		const answer = await fetch(`http://127.0.0.1:${this.firm.port}${path.startsWith("/test/") ? "" : "/api/v1"}${path}`, { method,
			headers: { Authorization: `Bearer ${token}`, ...(body && { "Content-Type": "application/json" }) },
			body: body && JSON.stringify(body) });
		const text = await answer.text();
		if (answer.status >= 500)
			throw new Error(`${method} ${path} ${JSON.stringify(body)}: ${answer.status} ${text}`);
		let json = null;
		try {
			json = JSON.parse(text);
		} catch {
			// pages and calendars are no JSON
		}
		return { status: answer.status, json };
	}

	async make(path, body) {
		const { status, json } = await this.ask(this.claire, "POST", path, body);
		if (status >= 300)
			throw new Error(`${path} ${JSON.stringify(body)}: ${status} ${JSON.stringify(json)}`);
		return json;
	}

	// Everything there is, as we read it.
	async look() {
		this.all = {};
		for (const kind of KINDS) {
			this.all[kind] = [];
			for (let cursor = ""; cursor !== null;) {
				const { json } = await this.ask(this.claire, "GET", `/${kind}?limit=200${cursor && `&cursor=${cursor}`}`);
				this.all[kind].push(...json.items);
				cursor = json.next;
			}
		}
	}

	async pass(hours) {
		const until = this.now + hours * HOUR;
		while (this.now < until) {
			this.now = this.jumps ? until : this.now + HOUR;
			await this.ask(this.claire, "POST", "/test/clock", { now: wall(this.now) });
		}
	}

	// -- values

	// One record of this kind, mostly of that client; as this caller names it.
	one(kind, caller, client) {
		const { chance } = this;
		const near = this.all[kind].filter((r) => (kind === "clients" ? r.id : r.client_id) === client);
		const record = chance.of(near.length && !chance.once(12) ? near.slice(-8) : this.all[kind].slice(-20));
		if (!record || chance.once(200))
			return chance.of([0, -1, 99999, "x", null, {}]);
		return caller.client ? record.pub ?? "none" : record.id;
	}

	kindOf(name) {
		return { client_id: "clients", mandate_id: "mandates", person_id: "people", contact_id: "people", contact_ids: "people",
			by: "people", responsible_id: "people", our_person_id: "people", cover_person_id: "people", aid_notetaker_id: "people",
			signed_by_id: "people", promise_id: "promises", promise_ids: "promises", solution_promise_ids: "promises",
			term_ids: "terms", to_clarify_ids: "terms", breaks_term_ids: "terms", blocked_by_term_ids: "terms", library_id: "terms",
			matter_id: "matters", matter_ids: "matters", decision_id: "decisions", referred_by_client_id: "clients",
			serves: "insights" }[name] ?? "exchanges";
	}

	words() {
		return this.chance.of(["Le texte", "inquiète", "C'est la faute de Karim.", "Vous appelez toujours le lundi à 9 h.", "oui", "<b>&", "é".repeat(40)]);
	}

	plainOption() {
		const { chance } = this;
		const option = { label: this.words(), pros: ["pour"], cons: ["contre"], gives_up_client: "du temps" };
		if (chance.once(2))
			option.promises = [{ side: chance.of(["us", "client"]), text: "Faire", due: day(this.now + chance.below(9) * 24 * HOUR) }];
		return option;
	}

	option(caller, client) {
		const { chance } = this, option = this.plainOption();
		if (chance.once(6))
			option.breaks_term_ids = [this.one("terms", caller, client)];
		if (chance.once(6))
			option.serves = this.one("insights", caller, client);
		return option;
	}

	special(name, caller, client, path) {
		const { chance } = this;
		const link = (...kinds) => {
			const kind = chance.of(kinds);
			return { type: { matters: "matter" }[kind] ?? kind.replace(/s$/, ""), id: this.one(kind, caller, client) };
		};
		switch (name) {
		case "understood": return chance.once(5) ? "Un fait" : { facts: ["Un fait"], emotions: chance.once(4) ? [] : ["inquiète"] };
		case "questions": return [{ text: chance.of(["Quand ?", "Où ?", "Qui ?"]) }];
		case "options": return [this.option(caller, client), this.option(caller, client)];
		case "felt": return { understood: chance.of(["yes", "no"]), valued: "yes" };
		case "about": return path.startsWith("/writings") ? link("exchanges", "matters", "decisions") : undefined;
		case "source": return link("terms", "decisions", "moments", "matters", "exchanges", "writings");
		case "about_id": return this.one(chance.of(["matters", "mandates", "promises", "exchanges"]), caller, client);
		case "value": return chance.of([5, 5, 5, 4, 3, 2, 1]);
		case "n": case "recommended_option": return chance.below(3);
		case "severity": return 1 + chance.below(3);
		case "minutes": return chance.of([5, 10, 30, 60]);
		case "lead_wd": case "quota": return 1 + chance.below(9);
		case "email": return `p${chance.below(1e6)}@x.example`;
		case "currency": return "CAD";
		case "worry_unknown": case "in_place": return !chance.once(3);
		default: return undefined;
		}
	}

	value(name, shape, caller, client, path) {
		const { chance } = this, types = [shape.type].flat();
		const special = this.special(name, caller, client, path);
		if (special !== undefined)
			return special;
		if (shape.enum)
			return chance.of(shape.enum);
		if (/_ids$/.test(name))
			return Array.from({ length: 1 + chance.below(3) }, () => this.one(this.kindOf(name), caller, client));
		if (/_id$|^by$|^serves$/.test(name))
			return this.one(this.kindOf(name), caller, client);
		if (shape.format === "date-time")
			return wall(this.now + (chance.once(4) ? 1 : -1) * chance.below(chance.once(3) ? 200 : 8) * HOUR);
		if (shape.format === "date")
			return day(this.now + (chance.below(20) - 4) * 24 * HOUR);
		if (types.includes("boolean"))
			return chance.once(2);
		if (types.includes("integer"))
			return chance.below(chance.once(3) ? 100000 : 20);
		if (types.includes("array"))
			return shape.items?.enum ? [chance.of(shape.items.enum)] : [this.words()];
		return this.words();
	}

	body(shape, caller, client, path, given) {
		const body = {};
		for (const [name, one] of Object.entries(shape.properties ?? {}))
			if (name in given)
				body[name] = given[name];
			else if (shape.required?.includes(name) ? !this.chance.once(60) : this.chance.once(8))
				body[name] = this.value(name, one, caller, client, path);
		return body;
	}

	shapeOf(path, method) {
		const answers = this.shapes.paths[path] ?? this.shapes.paths[`/api/v1${path}`];
		const schema = answers?.[method]?.requestBody?.content?.["application/json"]?.schema ?? {};
		return schema.$ref ? this.shapes.components.schemas[schema.$ref.split("/").at(-1)] : schema;
	}

	// -- what happens next

	// What every kind of record offers; creating is as likely as two of its actions.
	paths() {
		this.offered ??= Object.entries(this.shapes.paths).flatMap(([path, methods]) => Object.keys(methods)
			.filter((method) => method === "post" || method === "patch").map((method) => [path.replace(/^\/api\/v1/, ""), method]))
			.filter(([path]) => KINDS.includes(path.split("/")[1]) && !/deactivate|set_password/.test(path));
		return this.offered;
	}

	// What was held once, to be looked at again, is said again.
	async act(caller, method, path, body) {
		let { status, json } = await this.ask(caller.token, method, path, body);
		if (json?.code === "confirm_hints")
			({ status, json } = await this.ask(caller.token, method, path, { ...body, hints_ok: true }));
		// a public name depends on the firm's key
		this.told.push(`${wall(this.now)} ${this.callers.indexOf(caller)} ${method} ${path} ${JSON.stringify(body)} ${status} ${json?.code ?? ""}`
			.replace(/[\w-]{22}/g, "…"));
		return status < 300 ? json.record ?? json : null;
	}

	// Something that anybody tries; until it succeeds, for most of it makes no sense.
	async anything() {
		for (let i = 0; i < 8 && !await this.something(); i++);
	}

	async something() {
		const { chance } = this;
		const caller = chance.of(chance.once(4) ? this.callers : this.callers.slice(0, 2)), [path, method] = chance.of(this.paths());
		const client = caller.client ?? chance.of(this.all.clients).id, kind = path.split("/")[1];
		const body = this.body(this.shapeOf(path, method), caller, client, path, caller.client ? {} : { client_id: client });
		return this.act(caller, method.toUpperCase(), path.replace("{id}", this.one(kind, caller, client)), body);
	}

	// A way that things often go, each step of which may be left out or come late.
	async *usually(client) {
		const { chance } = this, [claire, karim] = this.callers, contact = this.callers.find((one) => one.client === client);
		const of = { client_id: client }, luce = this.all.people.find((p) => p.client_id === client && p.can_agree);
		const mandate = this.all.mandates.find((m) => m.client_id === client);
		const post = (who, path, body = {}) => this.act(who, "POST", path, body);
		const call = await post(karim, "/exchanges", { ...of, mandate_id: mandate?.id, channel: chance.of(["phone", "phone", "in_person", "email"]), direction: "both",
			minutes: 20, contact_ids: luce ? [luce.id] : [] });
		yield;
		switch (chance.below(4)) {
		case 0: { // a problem, to its end
			const problem = await post(karim, "/matters", { ...of, title: "En panne", cause: "us", our_part: "Notre oubli.", severity: 1 + chance.below(3), category: "panne" });
			yield await post(karim, `/matters/${problem?.id}/tell`, { exchange_id: call?.id });
			yield await post(karim, `/matters/${problem?.id}/speak`, { exchange_id: call?.id });
			const words = await post(karim, "/writings", { ...of, kind: "problem", about: { type: "matter", id: problem?.id },
				understood: { facts: ["En panne"], emotions: ["agacée"] } });
			yield await post(claire, `/writings/${words?.id}/send`);
			await this.act(karim, "PATCH", `/matters/${problem?.id}`, { mandate_id: mandate.id, update_due: chance.once(2) ? day(this.now + 72 * HOUR) : null });
			if (chance.once(4)) {
				await post(contact, `/writings/${words?.pub}/correct`, { text: "Non." });
				break;
			}
			yield await post(contact, `/writings/${words?.pub}/confirm`);
			for (let turn = 0; turn < 3; turn++) {
				const choice = await post(karim, "/decisions", { ...of, about: "problem", about_id: problem?.id, question: "Que faire ?",
					options: [this.plainOption(), this.plainOption()] });
				yield await post(karim, `/decisions/${choice?.id}/ask`);
				yield await post(contact, `/decisions/${choice?.pub}/choose`, { n: chance.below(2) });
				for (const p of (await this.ask(this.claire, "GET", `/promises?client_id=${client}&state=open&limit=200`)).json.items)
					if (p.source?.type === "decision" && p.source.id === choice?.id)
						yield await post(karim, `/promises/${p.id}/${chance.of(["done", "done", "drop"])}`, {});
				yield;
				yield await post(contact, "/ratings", { about: "matter", about_id: problem?.pub, value: chance.of([5, 5, 3, 2]), felt: { understood: chance.of(["yes", "no"]) } });
				const check = await post(karim, "/exchanges", { ...of, channel: "phone", direction: "both", minutes: 5 });
				yield await post(karim, `/matters/${problem?.id}/verify`, { exchange_id: check?.id });
			}
			yield await post(contact, `/matters/${problem?.pub}/reopen`, { text: "Encore." });
			break;
		}
		case 1: { // an entente, and what becomes of it
			const wish = await post(karim, "/terms", { mandate_id: mandate.id, kind: "expectation", owed_by: "us", text: "Un site" });
			const frame = await post(karim, "/terms", { mandate_id: mandate.id, kind: chance.of(["condition", "rule"]), owed_by: chance.of(["client", "us"]), text: "Des accès", why: "Sinon rien.",
				needed_by: chance.once(2) ? day(this.now + chance.below(20) * 24 * HOUR) : null, lead_wd: chance.once(2) ? 8 : null });
			yield await post(karim, "/promises", { ...of, mandate_id: mandate.id, side: "us", text: "La page", due: day(this.now + 9 * 24 * HOUR),
				deliverable: true, source: { type: "term", id: wish?.id } });
			const entente = await post(karim, "/writings", { ...of, mandate_id: mandate.id, kind: "entente", body: "Notre entente." });
			yield await post(claire, `/writings/${entente?.id}/send`);
			yield chance.once(2) && await this.act(contact, "GET", `/writings/${entente?.pub}`);
			yield await post(contact, `/writings/${entente?.pub}/confirm`);
			yield await post(contact, `/mandates/${mandate.pub}/confirm_need`);
			yield await post(claire, `/mandates/${mandate.id}/start`, { override_reason: "Il le faut." });
			yield await post(karim, `/terms/${frame?.id}/tick`, { in_place: chance.once(2) });
			yield await post(karim, "/decisions", { ...of, mandate_id: mandate.id, about: "demand", asked_due: day(this.now + 3 * 24 * HOUR), question: "Pour vendredi ?" });
			yield await post(karim, `/mandates/${mandate.id}/deliver`);
			yield await post(contact, `/mandates/${mandate.pub}/set_result`, { result: "reached" });
			yield await post(contact, "/ratings", { about: "mandate", about_id: mandate.pub, value: 4 });
			break;
		}
		case 2: { // what was said, and silence
			const rule = await post(karim, "/writings", { ...of, kind: "silence_rule", body: "Si je ne réponds pas…" });
			yield await post(claire, `/writings/${rule?.id}/send`);
			yield await post(contact, `/writings/${rule?.pub}/confirm`);
			const recap = await post(karim, "/writings", { ...of, kind: "recap", about: { type: "exchange", id: call?.id }, understood: { facts: ["Dit"], emotions: ["contente"] },
				questions: [{ text: "Quand ?" }] });
			yield await post(claire, `/writings/${recap?.id}/send`);
			yield chance.once(3) || await this.act(contact, "GET", `/writings/${recap?.pub}`);
			yield;
			yield chance.once(3) || await this.act(contact, "GET", "/portal");
			yield;
			yield chance.once(2) && await post(contact, `/writings/${recap?.pub}/correct`, { text: "Pas tout à fait." });
			break;
		}
		default: { // a meeting to come, and a why
			const meeting = await post(karim, "/exchanges", { ...of, mandate_id: mandate.id, channel: "in_person", direction: "both", planned: true, at: wall(this.now + (1 + chance.below(60)) * HOUR),
				minutes: 60, agenda_from: "drift" });
			await post(contact, "/exchanges", { text: "Et alors ?" });
			const asked = (await this.ask(this.claire, "GET", `/exchanges?client_id=${client}&channel=portal&limit=200`)).json.items.at(-1);
			yield await post(karim, `/exchanges/${asked?.id}/${chance.of(["park", "give_date", "mark_urgent", "waive_reply"])}`,
				chance.once(2) ? { appointment_id: meeting?.id } : { reason: "Il le faut." });
			yield await post(karim, `/exchanges/${meeting?.id}/${chance.of(["move", "cancel"])}`, chance.once(2) ? {} : { at: wall(this.now + 50 * HOUR) });
			await this.act(karim, "PATCH", `/exchanges/${call?.id}`, { minutes: chance.of([5, 40]), contact_ids: luce ? [luce.id] : [] });
			yield await post(contact, "/ratings", { about: "trust", value: 3, felt: { valued: "no" } });
			await post(karim, "/exchanges", { ...of, channel: "sms", direction: "both", contact_ids: luce ? [luce.id] : [] });
			await this.act(claire, "PATCH", `/people/${luce?.id}`, { voice_ok: chance.once(2) });
			const why = await post(karim, "/insights", { ...of, question: chance.of(["goal", "worry"]), text: "Une peur", source_exchange_id: call?.id });
			yield await post(karim, `/insights/${why?.id}/verify`, { exchange_id: call?.id });
			yield await post(karim, "/moments", { ...of, kind: "meetup", title: "Un verre", exchange_id: meeting?.id });
			break;
		}
		}
	}

	async step() {
		const { chance } = this;
		this.under ??= [];
		if (this.under.length < 4 && chance.once(4))
			this.under.push(this.usually(chance.of(this.callers.filter((one) => one.client)).client));
		if (this.under.length && chance.once(2)) {
			const at = chance.below(this.under.length);
			if ((await this.under[at].next()).done)
				this.under.splice(at, 1);
		} else {
			await this.anything();
		}
		if (chance.once(6))
			await this.pass(1 + chance.below(chance.once(6) ? 400 : 30));
		if (chance.once(8))
			await this.look();
	}

	async end() {
		await this.look();
		for (const kind of KINDS)
			for (const record of this.all[kind])
				delete record.pub; // by the firm's own key
		return this.all;
	}
}

// -- playing, twice over

let passed = 0, failed = 0;
function ok(good, what, seen) {
	console.log(`${good ? "ok" : "not ok"} - ${what}`);
	good ? passed++ : failed++;
	if (!good)
		console.log(`# ${seen}`);
}

function difference(one, other) {
	for (const kind of KINDS)
		for (let i = 0; i < Math.max(one[kind].length, other[kind].length); i++)
			for (const key of Object.keys({ ...one[kind][i], ...other[kind][i] })) {
				const [x, y] = [one[kind][i]?.[key], other[kind][i]?.[key]].map((v) => JSON.stringify(v));
				if (x !== y)
					return `${kind} ${i + 1} ${key}: ${x} / ${y}`;
			}
	return null;
}

async function play(seed, jumps) {
	const life = new Life(seed, jumps), how = jumps ? "in jumps" : "hour by hour";
	try {
		await life.begin();
		let fault = null;
		for (let i = 0; i < Number(length) && !fault; i++) {
			await life.step();
			if (i % 20 === 19 || i === Number(length) - 1) {
				const { code, stdout, stderr } = await life.firm.cli(["doctor"]);
				fault = code ? `step ${i}: ${stdout}${stderr}` : null;
			}
		}
		const all = await life.end();
		const held = await life.firm.cli(["audit", "verify"]);
		ok(!fault, `seed ${seed}, ${how}: the clocks are what the records say`, fault + life.told.slice(-25).join("\n# "));
		ok(!held.code, `seed ${seed}, ${how}: the journal holds`, held.stderr);
		const code = await life.firm.stop();
		ok(code === 0 && !/ERROR|runtime error/.test(life.firm.log), `seed ${seed}, ${how}: the server ends well`, life.firm.log.slice(0, 3000));
		return { all, told: life.told };
	} catch (error) {
		ok(false, `seed ${seed}, ${how}`, `${error.stack}\n# ${life.told.slice(-25).join("\n# ")}\n${life.firm?.log.slice(0, 4000)}`);
		return null;
	} finally {
		await life.firm?.close();
	}
}

for (const seed of first.split(",").map(Number)) {
	const jumped = await play(seed, true), walked = await play(seed, false);
	if (!jumped || !walked)
		continue;
	const at = jumped.told.findIndex((line, i) => line !== walked.told[i]);
	const differs = difference(jumped.all, walked.all);
	ok(at < 0 && !differs, `seed ${seed}: one jump or many leave the same records`,
		`${differs}\n# ${at < 0 ? "" : `${jumped.told[at]}\n# ${walked.told[at]}`}`);
	if (process.env.TOLD)
		console.log(jumped.told.map((line) => `# ${line}`).join("\n"));
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
