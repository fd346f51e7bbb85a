// What a client's people must never read (model 8.1), looked for wherever they can
// look: every page, answer, refusal, header, calendar and letter.
//   node tests/leak.mjs PROGRAM
// Each secret is a word of its own that one of us does read.  While all of them
// are hidden, everything the client sees is the same, byte for byte, as without.
import { Firm, MISTRAL } from "./firm.mjs";

const [program] = process.argv.slice(2);
let passed = 0, failed = 0;

function ok(good, what, seen) {
	console.log(`${good ? "ok" : "not ok"} - ${what}`);
	good ? passed++ : failed++;
	if (!good && seen !== undefined)
		console.log(`# ${JSON.stringify(seen).slice(0, 600)}`);
}

class Caller {
	constructor(firm, token) {
		this.firm = firm;
		this.token = token;
	}

	async ask(method, path, body) {
		const answer = await fetch(`http://127.0.0.1:${this.firm.port}${path}`, { method, redirect: "manual",
			headers: { Authorization: `Bearer ${this.token}`, ...(body && { "Content-Type": "application/json" }) },
			body: body && JSON.stringify(body) });
		const headers = [...answer.headers].filter(([name]) => name !== "date").map((pair) => pair.join(": ")).sort();
		return { path, status: answer.status, headers: headers.join("\n"), body: await answer.text() };
	}

	async must(method, path, body) {
		const answer = await this.ask(method, `/api/v1${path}`, body ?? (method === "GET" ? undefined : {}));
		if (answer.status >= 300)
			throw new Error(`${method} ${path}: ${answer.status} ${answer.body}`);
		const json = JSON.parse(answer.body);
		return json.record ?? json;
	}

	see(path) { return this.must("GET", path); }
	make(path, body) { return this.must("POST", path, body); }
}

// -- everything one contact can reach, in an order of its own

const kinds = ["mandates", "writings", "promises", "terms", "matters", "decisions", "insights", "exchanges",
	"ratings", "privacy_cases", "clients", "people", "moments"];
const ours = ["/today", "/settings", "/transparency", "/search?q=a", "/audit", "/me/questions", "/questions/firm", "/nothing"];

async function crawl(contact, client) {
	const seen = [], known = new Set();
	const take = async (path) => {
		if (known.has(path))
			return undefined;
		known.add(path);
		const answer = await contact.ask("GET", path);
		seen.push(answer);
		for (const [, link] of answer.body.matchAll(/href="(\/(?:p|calendar)[^"#]*)/g))
			await take(link.replaceAll("&amp;", "&"));
		return answer;
	};
	for (const page of ["/p", "/p/dire", "/p/ecrire", "/p/echanges", "/p/entente", "/p/moi", "/calendar.ics", "/auj", "/c/1", "/journal", "/p/nothing"])
		await take(page);
	for (const path of ["/portal", "/calendar.ics", ...ours])
		await take(`/api/v1${path}`);
	for (const read of ["", "/timeline", "/say_do", "/transparency", "/demands", "/steering", "/felt", "/drift", "/portrait"])
		await take(`/api/v1/clients/${client}${read}`);
	for (const kind of kinds) {
		const list = await take(`/api/v1/${kind}?limit=200`);
		for (const { id } of list.status === 200 ? JSON.parse(list.body).items : [])
			await take(`/api/v1/${kind}/${id}`);
		await take(`/api/v1/${kind}/1`);
		seen.push(await contact.ask("POST", `/api/v1/${kind}/1/done`, {}));
	}
	return seen;
}

const where = (seen, word) => seen.filter((answer) => `${answer.headers}\n${answer.body}`.includes(word))
	.map((answer) => answer.path);

// -- the firm, its client, and what is theirs to read

const firm = await Firm.found(program, null, MISTRAL);
try {
	for (const [name, role] of [["Karim", "member"], ["Philibert", "member"]])
		await firm.must("person", "add", "--name", name, "--email", `${name.toLowerCase()}@mistral.example`, "--role", role);
	await firm.serve();
	const as = async (email) => new Caller(firm, await firm.token(email));
	const claire = await as("claire@mistral.example"), karim = await as("karim@mistral.example");
	const at = (now) => claire.ask("POST", "/test/clock", { now });

	const client = await karim.make("/clients", { name: "Café Lune", state: "active" });
	const other = await karim.make("/clients", { name: "SECRET-autre-client", state: "active" });
	const luce = await karim.make("/people", { name: "Luce", email: "luce@lune.example", role: "contact", client_id: client.id, can_agree: true });
	const contact = await as("luce@lune.example");
	const paul = await karim.make("/people", { name: "Paul", email: "paul@lune.example", role: "contact", client_id: client.id });
	const of = { client_id: client.id };

	await at("2027-03-01T10:00");
	const call = await karim.make("/exchanges", { ...of, channel: "phone", direction: "both", minutes: 5, contact_ids: [luce.id] });
	const work = await karim.make("/mandates", { ...of, title: "La carte", need: "Du monde à midi", how: "Par étapes", when_due: "2027-06-30", price_cents: 120000 });
	const wish = await karim.make("/terms", { mandate_id: work.id, kind: "expectation", owed_by: "us", text: "Une carte claire" });
	const rule = await karim.make("/terms", { mandate_id: work.id, kind: "rule", owed_by: "both", text: "Un point le mardi", why: "Moins de surprises." });
	const stone = await karim.make("/promises", { ...of, mandate_id: work.id, side: "us", text: "Livrer la carte", due: "2027-06-15", deliverable: true, source: { type: "term", id: wish.id } });
	const entente = await karim.make("/writings", { ...of, mandate_id: work.id, kind: "entente", body: "Notre entente.", term_ids: [wish.id, rule.id], promise_ids: [stone.id] });
	await karim.make(`/writings/${entente.id}/send`);
	await contact.make(`/writings/${entente.pub}/confirm`);
	await karim.make(`/mandates/${work.id}/start`);
	await contact.make("/exchanges", { text: "Le store est-il prévu ?" });
	const news = await karim.make("/matters", { ...of, nature: "good_news", title: "La terrasse est permise" });
	await karim.make(`/matters/${news.id}/tell`, { exchange_id: call.id });
	await karim.make("/exchanges", { ...of, channel: "in_person", direction: "both", planned: true, at: "2027-03-09T10:00", minutes: 45, subject: "Point" });
	await karim.make("/promises", { client_id: other.id, side: "us", text: "SECRET-promesse-ailleurs", due: "2027-03-12" });

	await crawl(contact, client.pub); // the first look leaves its marks
	const before = await crawl(contact, client.pub);
	ok(before.filter(({ status }) => status === 200).length > 20, "they can look at many things", before.map(({ path, status }) => `${status} ${path}`));

	// -- what is hidden whole

	const secrets = [];
	const secret = (name) => {
		secrets.push(`SECRET-${name}`);
		return secrets.at(-1);
	};
	for (const n of [1, 2, 3])
		await karim.make("/matters", { ...of, title: secret(`problème-${n}`), body: secret(`suite-${n}`), category: secret(`sorte-${n}`) });
	await karim.make("/matters", { ...of, nature: "bad_news", title: secret("mauvaise-nouvelle") });
	await karim.make("/matters", { ...of, nature: "idea", title: secret("idée-à-venir") });
	const draft = await karim.make("/writings", { ...of, kind: "recap", about: { type: "exchange", id: call.id },
		understood: { facts: [secret("fait")], emotions: [secret("émotion-comprise")] }, body: secret("brouillon"), next: secret("suite"), questions: [{ text: secret("question") }] });
	await karim.make("/exchanges", { ...of, at: "2027-03-01T09:00", channel: "phone", direction: "out", minutes: 5, subject: secret("sujet"), text: secret("échange"),
		agenda: secret("ordre-du-jour"), tags: ["criticism"], emotions: [secret("émotion")] });
	const inside = await karim.make("/promises", { ...of, side: "us", text: secret("promesse-interne"), due: "2027-03-12", shared: false });
	await karim.make("/insights", { ...of, question: "audience", text: secret("supposé") });
	await karim.make("/moments", { ...of, kind: "setback", title: secret("revers"), findings: [secret("constat")] });
	await karim.make("/moments", { ...of, kind: "win", title: secret("victoire"), form: secret("gâteau") });
	await karim.make("/terms", { mandate_id: work.id, kind: "condition", owed_by: "client", text: secret("condition"), why: secret("pourquoi") });
	await karim.make("/decisions", { ...of, about: "preference", question: secret("décision"), options: [
		{ label: secret("solution"), pros: ["a"], cons: ["b"], gives_up_us: secret("notre-perte") }, { label: "autre", pros: ["a"], cons: ["b"] }] });
	await karim.must("PATCH", `/mandates/${work.id}`, { strategy: secret("stratégie") });

	const after = await crawl(contact, client.pub);
	const moved = after.filter((answer, i) => JSON.stringify(answer) !== JSON.stringify(before[i]));
	ok(after.length === before.length && moved.length === 0, "with all of it hidden, what they see is the same byte for byte",
		moved.map(({ path, body }) => [path, body.slice(0, 200)]));

	// -- what stands inside something that they do read

	const colleague = "Philibert";
	const problem = await karim.make("/matters", { ...of, title: `Le fichier de ${colleague} est perdu`, cause: "us", category: secret("catégorie"), severity: 3 });
	const later = await karim.make("/exchanges", { ...of, channel: "phone", direction: "both", minutes: 5, contact_ids: [luce.id] });
	await karim.make(`/matters/${problem.id}/tell`, { exchange_id: later.id });
	await karim.must("PATCH", `/matters/${problem.id}`, { our_part: `Nous, et ${colleague}, avons perdu une copie.` });
	await claire.must("PATCH", `/matters/${problem.id}`, { superior_reason: secret("raison") });
	const note = await karim.make("/writings", { ...of, kind: "problem", about: { type: "matter", id: problem.id },
		understood: { facts: [`${colleague} n’a plus le fichier.`], emotions: ["inquiète"] }, next: "Deux solutions demain." });
	await karim.make(`/writings/${note.id}/send`, { hints_ok: true });
	await contact.make(`/writings/${note.pub}/confirm`);
	const choice = await karim.make("/decisions", { ...of, about: "problem", about_id: problem.id, question: "Que faire ?",
		options: ["Refaire", "Retrouver"].map((label) => ({ label, pros: ["a"], cons: ["b"], gives_up_us: secret(`perte-${label}`) })) });
	await karim.make(`/decisions/${choice.id}/ask`);
	await karim.make("/exchanges", { ...of, channel: "portal", direction: "out", subject: secret("objet"), text: secret("réponse-à-paul"), contact_ids: [paul.id], deliver: true });
	await karim.make("/exchanges", { ...of, channel: "email", direction: "out", text: secret("réponse-notée"), contact_ids: [luce.id] });
	await karim.make("/exchanges", { ...of, channel: "portal", direction: "out", text: "Voici.", emotions: [secret("émotion-à-elle")], contact_ids: [luce.id, paul.id], deliver: true });
	const moving = await karim.make("/promises", { ...of, side: "us", text: "Le plan", due: "2027-03-20" });
	await karim.make(`/promises/${moving.id}/move`, { due: "2027-03-22", reason: secret("raison-du-report") });

	const page = await contact.see("/matters?limit=1");
	ok(page.next === page.items[0].id, "where a list goes on names what they read, not what is hidden behind it", page);

	const last = await crawl(contact, client.pub);
	const staff = [];
	for (const path of [...kinds, "audit"])
		staff.push(await claire.ask("GET", `/api/v1/${path}?limit=200`));
	for (const word of secrets)
		ok(where(staff, word).length > 0, `${word} is there for us to read`);
	await at("2027-03-01T10:01"); // what was sent has left
	const team = /@mistral\.example$/; // who hear of what a client did
	const letters = JSON.parse((await claire.ask("GET", "/test/outbox")).body).items.filter(({ to }) => !team.test(to));
	ok(letters.length > 1, "letters left", letters);
	for (const word of [...secrets, "SECRET-autre-client", "SECRET-promesse-ailleurs", colleague]) {
		ok(where(last, word).length === 0, `they read no ${word}`, where(last, word));
		ok(!JSON.stringify(letters).includes(word), `no letter says ${word}`);
	}
	for (const name of ["gives_up_us", "severity", "noticed_edits", "clocks", "created_by", "created_at", "\"tags\"",
		"person_id", "responsible_id", "omitted_reason", "strategy", "latency_wh", "motive", "regret", "hidden_from", "delivery", "contact_ids", "our_person"])
		ok(where(last, name).length === 0, `nothing of theirs has ${name}`, where(last, name));
	ok(where(last, `"id":${client.id},`).length + where(last, `"client_id":`).length === 0, "no number stands for a record");
	const kinds_of = /^Agence Mistral\u00a0: (un récapitulatif|une réponse|un message) (de |d’)\S+$|^Agence Mistral\u00a0: (une entente à lire|votre code)$/;
	const theirs = letters.filter(({ to }) => !to.endsWith("@mistral.example")).map(({ subject }) => subject);
	ok(theirs.every((subject) => kinds_of.test(subject)), "subjects of letters say who and what kind, no more", theirs);

	// -- hidden, foreign and unknown: one answer

	const shapes = new Map();
	for (const path of [`/promises/${inside.pub}`, `/writings/${draft.pub}`, "/promises/AAAAAAAAAAAAAAAAAAAAAA", "/promises/1", "/writings/x", "/signs/1", "/nothing/at/all"]) {
		const { status, headers, body } = await contact.ask("GET", `/api/v1${path}`);
		shapes.set(`${status}\n${headers}\n${body}`, path);
	}
	ok(shapes.size === 1 && [...shapes.keys()][0].startsWith("404"), "a hidden record, a foreign one and none give the same answer", [...shapes]);
	const pages = new Map();
	for (const path of [`/p/e/${draft.pub}`, "/p/e/AAAAAAAAAAAAAAAAAAAAAA", `/p/d/${draft.pub}`, "/p/nothing", "/auj", "/c/1", "/vieprivee"]) {
		const { status, headers, body } = await contact.ask("GET", path);
		pages.set(`${status}\n${headers}\n${body}`, path);
	}
	ok(pages.size === 1 && [...pages.keys()][0].startsWith("404"), "… and the same page", [...pages.values()]);
} catch (error) {
	ok(false, "everything could be tried", error.message);
} finally {
	await firm.close();
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
