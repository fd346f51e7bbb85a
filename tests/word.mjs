// True to its word: what pages claim to have happened, as TAP:
//   node tests/word.mjs PROGRAM [--renew]
// The same things are sent to five clients: all goes well; their address refuses; there
// is no mail server; they have nobody; it is given by hand.  Each page's sentences that
// say that something left, was read, answered, applied, or that nothing waits, stand word
// for word in tests/golden/words.txt, in both languages, to be read by a person; --renew
// takes them over.  Then what « ce que le client lira » shows is held against what the
// client reads, byte for byte, for each kind of writing.
import { readFile, writeFile } from "node:fs/promises";
import { Firm, MISTRAL } from "./firm.mjs";
import { done, ok } from "./tap.mjs";

const [program, renew] = process.argv.slice(2);
if (!program || (renew && renew !== "--renew")) {
	console.error("usage: node tests/word.mjs PROGRAM [--renew]");
	process.exit(2);
}

const KEPT = "tests/golden/words.txt";
const KEPT_SAYS = "# What each page claims to have happened, and to whom it did not (tests/word.mjs).\n";
const SITUATIONS = ["well", "refused", "none", "nobody", "hand"];
const NAMES = { well: "Karim", refused: "Inès", none: "Tom", nobody: "Léa", hand: "Zoé" };
const CLIENTS = { well: "Lune", refused: "Sel", none: "Bise", nobody: "Orme", hand: "Nord" };
const key = (name) => name.normalize("NFD").replace(/[^A-Za-z]/g, "").toLowerCase();

const CLAIMS = {
	fr: /envoy|\bpart(i|ie|is|ies|ent|ir)?\b|répon|appliqu|attend|reçu|confirm|\blue?s?\b|lira|remis|refus|arriv|rappel|lettre|courriel|espace|écrit/i,
	en: /\bsent\b|\bleft\b|leave|wait|answer|appl(y|ied)|wait|receiv|confirm|put|reach|\bread\b|given|refus|arriv|remind|letter|e-mail|page|writ/i,
};
// What may be said of what left, and of nothing else.
const LEFT = {
	fr: /(^| )(parti à|parti, |envoyé, |Envoyé|Courriel envoyé)/,
	en: /(^| )(left at|left, |sent (at|today|Monday|Thursday|\d)|Sent)/,
};

// -- the firm of one language

class Stage {
	async open(postgres, lang) {
		this.lang = lang;
		this.firm = await Firm.found(program, postgres, { ...MISTRAL, lang });
		await this.firm.serve();
		this.tokens = { claire: await this.firm.token(MISTRAL.email) };
		this.contacts = {};
		for (const who of Object.values(NAMES)) {
			await this.firm.must("person", "add", "--name", who, "--email", `${key(who)}@mistral.example`, "--role", "member");
			this.tokens[key(who)] = await this.firm.token(`${key(who)}@mistral.example`);
		}
		return this;
	}

	async ask(who, method, path, body, accept = "application/json") {
		const answer = await fetch(`http://127.0.0.1:${this.firm.port}${path}`, { method, redirect: "manual",
			headers: { Authorization: `Bearer ${this.tokens[who]}`, Accept: accept, "Accept-Language": this.lang,
				...(body && { "Content-Type": "application/json" }) }, body: body && JSON.stringify(body) });
		return { status: answer.status, text: await answer.text() };
	}

	async must(who, method, path, body) {
		const { status, text } = await this.ask(who, method, path, body);
		if (status >= 300)
			throw new Error(`${who}: ${method} ${path}: ${status} ${text}`);
		const json = text && JSON.parse(text);
		return json?.record ?? json;
	}

	make(who, path, body) { return this.must(who, "POST", `/api/v1${path}`, body ?? {}); }
	see(who, path) { return this.must(who, "GET", `/api/v1${path}`); }
	at(now) { return this.must("claire", "POST", "/test/clock", { now }); }
	async page(who, path) { return (await this.ask(who, "GET", path, undefined, "text/html")).text; }

	async contact(name, client) {
		const email = `${key(name)}@client.example`;
		const id = Number(await this.firm.must("person", "add", "--name", name, "--email", email, "--role", "contact", "--client", String(client), "--can-agree"));
		this.tokens[key(name)] = await this.firm.token(email);
		return { id, email, who: key(name) };
	}
}

// -- what is done for each client

async function recap(stage, us, client, contact, more) {
	const met = await stage.make(us, "/exchanges", { client_id: client, channel: "in_person", direction: "both", at: "2027-03-01T08:10", minutes: 20,
		subject: "Rencontre", contact_ids: contact ? [contact.id] : [] });
	await stage.must(us, "PATCH", `/api/v1/writings/${met.recap_id}`, { understood: { facts: ["Le lancement est en mai."], emotions: [] }, next: "Un plan vendredi." });
	await stage.make(us, `/writings/${met.recap_id}/send`, more);
	return met.recap_id;
}

async function entente(stage, us, client, more) {
	const mandate = (await stage.make(us, "/mandates", { client_id: client, title: "Salon", need: "Être compris.", need_said_by: "la cliente", how: "Par étapes.",
		when_due: "2027-12-31", price_cents: 100000 })).id;
	const wish = (await stage.make(us, "/terms", { mandate_id: mandate, kind: "expectation", text: "Un livrable clair", owed_by: "us", why: "La qualité." })).id;
	const rule = (await stage.make(us, "/terms", { mandate_id: mandate, kind: "rule", text: "Un point le mardi", owed_by: "us", why: "La qualité." })).id;
	const stone = (await stage.make(us, "/promises", { client_id: client, mandate_id: mandate, side: "us", text: "Livrer le salon", due: "2027-12-15", shared: true,
		deliverable: true, source: { type: "term", id: wish } })).id;
	const writing = (await stage.make(us, "/writings", { client_id: client, mandate_id: mandate, kind: "entente", term_ids: [wish, rule], promise_ids: [stone], body: "Notre entente." })).id;
	if (more)
		await stage.make(us, `/writings/${writing}/send`, more);
	return { mandate, writing };
}

async function call(stage, us, client, contact) {
	return (await stage.make(us, "/exchanges", { client_id: client, channel: "phone", direction: "both", minutes: 5, contact_ids: contact ? [contact.id] : [] })).id;
}

async function told(stage, us, client, contact) {
	const matter = (await stage.make(us, "/matters", { client_id: client, title: "Le papier manque", cause: "us" })).id;
	await stage.make(us, `/matters/${matter}/tell`, { exchange_id: await call(stage, us, client, contact) });
	await stage.must(us, "PATCH", `/api/v1/matters/${matter}`, { our_part: "Nous avons tardé." });
	return matter;
}

async function problem(stage, us, client, contact, more) {
	const matter = await told(stage, us, client, contact);
	const writing = (await stage.make(us, "/writings", { client_id: client, kind: "problem", about: { type: "matter", id: matter },
		understood: { facts: ["Le papier manque."], emotions: ["inquiète"] }, next: "Deux solutions demain." })).id;
	if (more)
		await stage.make(us, `/writings/${writing}/send`, more);
	return { matter, writing };
}

const WAYS = ["Bleu", "Vert"].map((label) => ({ label, pros: ["rapide"], cons: ["plus cher"], impacts: "Aucun." }));

async function scene(stage, situation) {
	const us = key(NAMES[situation]), hand = situation === "nobody" || situation === "hand", more = hand ? { by_hand: true } : {};
	const client = (await stage.make(us, "/clients", { name: `Café ${CLIENTS[situation]}`, state: "active" })).id;
	const contact = situation === "nobody" ? null : await stage.contact(`Noé ${CLIENTS[situation]}`, client);
	if (situation === "refused" || situation === "none")
		await stage.must("claire", "POST", "/test/letter", { to: contact.email, answer: situation === "refused" ? "550" : "none" });
	const welcome = (await stage.make(us, "/writings", { client_id: client, kind: "welcome", body: "Bienvenue." })).id;
	if (!contact) {
		const refused = await stage.ask(us, "POST", `/api/v1/writings/${welcome}/send`, {});
		ok(refused.status === 409 && JSON.parse(refused.text).code === "no_reader", `${stage.lang}, ${situation}: a writing nobody can read does not leave`, refused.text);
	}
	await stage.make(us, `/writings/${welcome}/send`, more);
	const made = { us, client, contact, welcome, recap: await recap(stage, us, client, contact, more), entente: await entente(stage, us, client, more),
		problem: await problem(stage, us, client, contact, more) };
	if (contact)
		await stage.make(contact.who, "/exchanges", { text: "La vitrine est-elle prête ?" });
	const asked = contact && (await stage.see(us, `/exchanges?client_id=${client}&limit=200`)).items.at(-1).id;
	const answer = { client_id: client, channel: hand ? "email" : "portal", direction: "out", text: "Oui, jeudi.", ...(asked && { in_reply_to_id: asked }) };
	made.answer = (await stage.make(us, "/exchanges", hand ? { ...answer, contact_ids: contact ? [contact.id] : [] } : { ...answer, deliver: true })).id;
	made.decision = (await stage.make(us, "/decisions", { client_id: client, about: "preference", question: "Quelle couleur ?", options: WAYS })).id;
	await stage.make(us, `/decisions/${made.decision}/ask`);
	return made;
}

const pagesOf = (made) => ({
	today: "/auj", thread: `/c/${made.client}`, agreed: `/c/${made.client}?volet=entente`, decisions: `/c/${made.client}?volet=decisions`,
	exchange: `/echange/${made.answer}`, recap: `/ecrit/${made.recap}`, entente: `/ecrit/${made.entente.writing}`, mandate: `/mandat/${made.entente.mandate}`,
	problem: `/probleme/${made.problem.matter}`, decision: `/decision/${made.decision}`, portrait: `/c/${made.client}/portrait`,
});
const THEIRS = { "their page": "/p", "their conversation": "/p/echanges", "their agreements": "/p/entente" };

// -- reading

const unnamed = (text) => text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => ({ amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" })[name]);

// The lines of a page, without what only asks: forms and their words.
function lines(page) {
	const main = /<main[^>]*>([^]*?)<\/main>/.exec(page)?.[1] ?? page;
	const bare = main.replace(/<(form|script|style|nav|svg|button|select|textarea|summary)\b[^]*?<\/\1>/g, "\n").replace(/<\/?(a|strong|em|b|i|time|abbr)\b[^>]*>/g, "")
		.replace(/\n/g, " ").replace(/<[^>]*>/g, "\n");
	return unnamed(bare).replace(/[ \t\u00a0\u202f]+/g, " ").split("\n").map((line) => line.trim()).filter(Boolean);
}

async function claims(stage, who, path) {
	const all = lines(await stage.page(who, path)).filter((line) => CLAIMS[stage.lang].test(line));
	return [...new Set(all)];
}

async function look(stage, made, situation, when, written) {
	const pages = Object.entries(pagesOf(made)).map(([name, path]) => [name, made.us, path]);
	if (made.contact)
		for (const [name, path] of Object.entries(THEIRS))
			pages.push([name, made.contact.who, path]);
	for (const [name, who, path] of pages) {
		const said = await claims(stage, who, path);
		written.push(`\n${stage.lang}, ${situation}${when}: ${name}`, ...said.map((line) => `  ${line}`));
		const left = situation === "well" || (situation === "hand" && name === "decision"); // which is given by no hand
		const untrue = left || who !== made.us ? [] : said.filter((line) => LEFT[stage.lang].test(line));
		ok(untrue.length === 0, `${stage.lang}, ${situation}${when}: ${name} says of nothing that it left`, untrue.join("\n"));
	}
}

// What is wrong comes with the door to mend it.
async function doors(stage, made, situation) {
	const page = async (path) => stage.page(made.us, path), title = `${stage.lang}, ${situation}`;
	if (situation === "refused") {
		ok((await page("/auj")).includes(`/ecrit/${made.recap}`), `${title}: the list of the day leads to what was refused`);
		for (const path of [`/ecrit/${made.recap}`, `/echange/${made.answer}`, `/decision/${made.decision}`])
			ok((await page(path)).includes(`/personne/${made.contact.id}`), `${title}: ${path} leads to the address`);
	}
	if (situation === "nobody") {
		ok((await page(`/decision/${made.decision}`)).includes(`/c/${made.client}?volet=contacts`), `${title}: the decision leads to their people`);
		ok((await page(`/c/${made.client}`)).includes(`/c/${made.client}?volet=contacts`), `${title}: so does their page`);
	}
}

// -- what is shown before is what is read

const READ = {
	recap: async (stage, us, client, contact) => {
		const met = await stage.make(us, "/exchanges", { client_id: client, channel: "in_person", direction: "both", at: "2027-03-01T08:10", minutes: 20, contact_ids: [contact.id],
			text: "> Karim : envoyer le plan, 12 mars\n" });
		await stage.must(us, "PATCH", `/api/v1/writings/${met.recap_id}`, { understood: { facts: ["Mai <& juin>."], emotions: ["inquiète"] }, next: "Un plan.\nPuis un autre.",
			questions: [{ text: "Qui filme ?" }] });
		return met.recap_id;
	},
	entente: async (stage, us, client) => (await entente(stage, us, client)).writing,
	problem: async (stage, us, client, contact) => (await problem(stage, us, client, contact)).writing,
	impact: async (stage, us, client, contact) => {
		const asked = (await stage.make(us, "/decisions", { client_id: client, about: "demand", question: "Vendredi ?", asked_due: "2027-03-12" })).id;
		await stage.make(us, "/insights", { client_id: client, question: "worry", text: "Le salon.", person_id: contact.id });
		return (await stage.make(us, "/writings", { client_id: client, kind: "impact", spoken_in_id: await call(stage, us, client, contact),
			about: { type: "decision", id: asked }, body: "Deux relectures tombent." })).id;
	},
	feedback: async (stage, us, client, contact) => {
		const heard = await problem(stage, us, client, contact, {});
		await stage.make(contact.who, `/writings/${(await stage.see(us, `/writings/${heard.writing}`)).pub}/confirm`);
		return (await stage.make(us, "/writings", { client_id: client, kind: "feedback", spoken_in_id: await call(stage, us, client, contact),
			body: "D'après mon expérience, un préavis aide." })).id;
	},
	welcome: async (stage, us, client) => (await stage.make(us, "/writings", { client_id: client, kind: "welcome", body: "Bienvenue.\n\nVoici." })).id,
	ideas: async (stage, us, client) => {
		const idea = (await stage.make(us, "/matters", { client_id: client, nature: "idea", title: "Une idée", body: "Pour mai." })).id;
		return (await stage.make(us, "/writings", { client_id: client, kind: "ideas", body: "Cueillie en chemin.", matter_ids: [idea] })).id;
	},
	silence_rule: async (stage, us, client) => (await stage.make(us, "/writings", { client_id: client, kind: "silence_rule", body: "Si je ne réponds pas…" })).id,
};

// The letter in a page of ours: its first line, and the rest, byte for byte.
function letter(page) {
	const inside = /<article class="letter"[^>]*>([^]*?)<\/article>/.exec(page)?.[1].replace(/<p class="signed">[^]*?<\/p>/, "").trim();
	const [, first, rest] = /^(?:<p class="lead">([^<]*)<\/p>)?([^]*)$/.exec(inside ?? "");
	return { first, rest: rest.trim() };
}

async function sameAsRead(stage, kind) {
	const us = "karim", client = (await stage.make(us, "/clients", { name: `Lu ${kind}`, state: "active" })).id;
	const contact = await stage.contact(`Lu ${kind}`, client), writing = await READ[kind](stage, us, client, contact);
	const before = letter(await stage.page(us, `/ecrit/${writing}?relire=1`));
	await stage.make(us, `/writings/${writing}/send`);
	const { pub } = await stage.see(us, `/writings/${writing}`);
	const after = letter(await stage.page(us, `/ecrit/${writing}`));
	const theirs = (await stage.page(contact.who, `/p/e/${pub}`)).replace(/<details class="fix">[^]*?<\/details>/g, "");
	const name = `${stage.lang}: ${kind}`;
	ok(before.rest.length > 20 && theirs.includes(before.rest), `${name}: what was shown before is what they read`, `${before.rest}\n---\n${theirs}`);
	ok(!before.first || theirs.includes(before.first), `${name}: its first line too`, `${before.first}\n---\n${theirs}`);
	ok(after.rest === before.rest && after.first === before.first, `${name}: and what we read afterwards`, `${before.rest}\n---\n${after.rest}`);
}

// -- all of it

async function everything(postgres) {
	const written = [];
	for (const lang of ["fr", "en"]) {
		const stage = await new Stage().open(postgres, lang);
		try {
			await stage.at("2027-03-01T09:00");
			const made = {};
			for (const situation of SITUATIONS)
				made[situation] = await scene(stage, situation);
			await look(stage, made.well, "well", ", at once", written);
			await stage.at("2027-03-01T09:05");
			for (const situation of SITUATIONS) {
				await look(stage, made[situation], situation, "", written);
				await doors(stage, made[situation], situation);
			}
			await stage.at("2027-03-04T09:05");
			await look(stage, made.none, "none", ", three days later", written);
			for (const kind of Object.keys(READ))
				await sameAsRead(stage, kind);
			const doctor = await stage.firm.cli(["doctor"]);
			ok(doctor.code === 0, `${lang}: every clock is what the records say`, doctor.stdout + doctor.stderr);
		} finally {
			await stage.firm.close();
		}
	}
	return `${KEPT_SAYS}${written.join("\n")}\n`;
}

for (const postgres of process.env.ENTENTE_TEST_PG ? [null, process.env.ENTENTE_TEST_PG] : [null]) {
	const now = await everything(postgres);
	if (renew && !postgres)
		await writeFile(KEPT, now);
	const old = renew && !postgres ? now : await readFile(KEPT, "utf8").catch(() => "");
	const apart = now.split("\n").filter((line, i) => line !== old.split("\n")[i]).slice(0, 20);
	ok(now === old, `${postgres ? "PostgreSQL" : "SQLite"}: each page says what ${KEPT} has, word for word`, `${apart.join("\n")}\nIf this is meant: make golden`);
}
done();
