// Letters that really leave: `serve --smtp` beside a mail server that takes,
// refuses, or is not there; a server killed while letters leave; `--mail-dir`.
// Prints TAP:
//   node tests/mail.mjs PROGRAM
import { spawn } from "node:child_process";
import { createServer, connect } from "node:net";
import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { once } from "node:events";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Firm, command } from "./firm.mjs";
import { done, ok as tell } from "./tap.mjs";

const [program] = process.argv.slice(2);
if (!program) {
	console.error("usage: node tests/mail.mjs PROGRAM");
	process.exit(2);
}

const here = dirname(fileURLToPath(import.meta.url));
const LEAD = "claire@mistral.example";

const ok = (good, what, seen) => tell(good, what, JSON.stringify(seen));

// Waits for what must come; the last value either way.
async function until(good, look, seconds = 20) {
	const end = Date.now() + seconds * 1000;
	for (;;) {
		const value = await look();
		if (good(value) || Date.now() > end)
			return value;
		await sleep(100);
	}
}

// -- the other side

class MailServer {
	async start(folder, ...options) {
		this.folder = folder;
		await mkdir(folder, { recursive: true });
		const probe = createServer().listen(0, "127.0.0.1");
		await once(probe, "listening");
		this.port ??= probe.address().port;
		probe.close();
		this.process = spawn("/usr/bin/python3", ["-B", "-m", "aiosmtpd", "-n", "-l", `127.0.0.1:${this.port}`,
			"-c", "mailserver.Server", ...options, folder], { cwd: here, stdio: "ignore" });
		await until(Boolean, () => new Promise((resolve) => {
			const socket = connect(this.port, "127.0.0.1", () => resolve(true));
			socket.on("error", () => resolve(false)).on("close", () => resolve(true)).unref();
			socket.on("connect", () => socket.destroy());
		}));
		return this;
	}

	get url() {
		return `smtp://127.0.0.1:${this.port}`;
	}

	refuse(...lines) {
		return writeFile(join(this.folder, "refusals"), lines.map((line) => `${line}\n`).join(""));
	}

	async taken() {
		const names = (await readdir(this.folder)).filter((name) => name.endsWith(".json"));
		return Promise.all(names.map(async (name) => JSON.parse(await readFile(join(this.folder, name), "utf8"))));
	}

	// The letters to one address, once there are so many.
	async to(address, n = 1) {
		const mine = async () => (await this.taken()).filter((mail) => mail.to.includes(address));
		return until((mails) => mails.length >= n, mine);
	}

	async stop() {
		this.process.kill("SIGKILL");
		await once(this.process, "exit");
	}
}

// -- our side: a firm whose clock runs, since a test database sends nothing

async function found(...options) {
	const firm = await Firm.empty(program, null);
	await firm.must("init", "--firm", 'Agence "Mistral", été', "--tz", "America/Montreal", "--lead", "Claire",
		"--lead-email", LEAD);
	firm.serveOptions = ["--site", "https://clients.mistral.example", "--mail-from", "bonjour@mistral.example", "--proxy", "127.0.0.1", ...options];
	const lead = (firm.lead = await firm.token(LEAD));
	firm.api = async (path, body, method = body ? "POST" : "GET") => {
		const response = await fetch(`http://127.0.0.1:${firm.port}/api/v1${path}`, { method,
			headers: { Authorization: `Bearer ${lead}`, "Content-Type": "application/json" },
			body: body && JSON.stringify(body) });
		return response.json();
	};
	firm.letter = async (id) => (await firm.sql(`SELECT state, tries, next_at > strftime('%s'), error FROM letter WHERE id = ${id}`)).stdout.trim();
	await firm.serve();
	firm.client = (await firm.api("/clients", { name: "Dubé" })).id;
	return firm;
}

async function contact(firm, name, email) {
	const person = await firm.api("/people", { name, email, role: "contact", client_id: firm.client, lang: "en" });
	return { ...person, ask: () => ask(firm, email) };
}

// A code by mail is the letter of these tests; each asks from another address.
let guests = 0;
async function ask(firm, email) {
	const response = await fetch(`http://127.0.0.1:${firm.port}/p/entrer`, { method: "POST",
		headers: { "X-Real-IP": `10.0.0.${++guests}` }, body: new URLSearchParams({ email }) });
	return response.status;
}

// A letter with a link, to all of the client's people.
async function send(firm) {
	const writing = await firm.api("/writings", { client_id: firm.client, kind: "ideas", body: "Une idée." });
	return firm.api(`/writings/${writing.id}/send`, {});
}

// What a page says, to the lead: of the last writing.
async function said(firm) {
	const id = (await firm.sql("SELECT max(id) FROM writing")).stdout.trim();
	const response = await fetch(`http://127.0.0.1:${firm.port}/ecrit/${id}`, { headers: { Authorization: `Bearer ${firm.lead}`, Accept: "text/html" } });
	return (await response.text()).replace(/<[^>]*>/g, " ").replace(/[\s\u00a0\u202f]+/g, " ");
}

const later = (row) => /^queued\|1\|1\|./.test(row);

// What waits for its next try need not wait for the clock.
const hurry = (firm) => firm.sql("UPDATE letter SET next_at = 1 WHERE state = 'queued'");

// -- stories

async function arrives(firm, server) {
	const louise = await contact(firm, 'Louise "Lou" Dubé, directrice', "louise@dube.example");
	await louise.ask();
	const [mail] = await server.to(louise.email), head = mail?.headers ?? {};
	ok(mail, "a letter arrives");
	ok(mail?.from === "bonjour@mistral.example" && mail.to.length === 1, "from the firm, to one person", mail);
	ok(head.subject === "Agence \"Mistral\", été: your code", "its subject says who and what kind", head.subject);
	ok(head.from === '"Agence \\"Mistral\\", été" <bonjour@mistral.example>', "the firm's name, with its quotes and accents", head.from);
	ok(head.to === '"Louise \\"Lou\\" Dubé, directrice" <louise@dube.example>', "their name", head.to);
	ok(/^<[\w-]{32}@mistral\.example>$/.test(head["message-id"]), "a name of its own", head["message-id"]);
	ok(head["auto-submitted"] === "auto-generated" && !("reply-to" in head), "nobody's vacation answers it", head);
	ok(Math.abs(Date.parse(head.date) - Date.now()) < 60_000, "dated now", head.date);
	ok(mail?.type === "multipart/alternative" && mail.defects.length === 0 && mail.longest <= 76, "sound MIME", mail);
	ok(/: \d{8}\r?\n\r?\nIt is good for fifteen minutes\./.test(mail?.plain), "plain text", mail?.plain);
	ok(/<p style="[^"]*">Here is the code you asked for: \d{8}<\/p>/.test(mail?.html), "the same as HTML", mail?.html);
	ok(!/src=|http-equiv|<link|url\(|https?:/.test(mail?.html), "which fetches nothing", mail?.html);
	ok((await firm.sql("SELECT state, text FROM letter WHERE id = 1")).stdout === "sent|\n", "what has left keeps no words");
	const played = await fetch(`http://127.0.0.1:${firm.port}/test/letter`, { method: "POST",
		headers: { Authorization: `Bearer ${firm.lead}`, "Content-Type": "application/json" }, body: JSON.stringify({ to: louise.email, answer: "550" }) });
	ok(played.status === 404, "nobody plays the mail server of a firm that works", played.status);
}

async function refusedForGood(firm, server) {
	for (const [stage, reply] of [["rcpt", "550 5.1.1 nobody here"], ["data", "554 5.7.1 not this"]]) {
		const person = await contact(firm, `Paul ${stage}`, `paul.${stage}@dube.example`);
		await server.refuse(`${stage} ${person.email} ${reply}`);
		await person.ask();
		const seen = await until((p) => p.mail_failed_at, () => firm.api(`/people/${person.id}`));
		ok(seen.mail_failed_at, `${reply}: noted on the person`, seen);
		ok((await firm.sql(`SELECT state, error FROM letter ORDER BY id DESC LIMIT 1`)).stdout.trim() === `failed|${reply}`, "with what the server said");
		const lines = await firm.api(`/audit?record=person:${person.id}`);
		ok(lines.items.some((line) => line.action === "mail_failed" && line.who === null), "and in the journal", lines.items);
		await server.refuse();
		await person.ask();
		await server.to(person.email);
		ok(!(await until((p) => !p.mail_failed_at, () => firm.api(`/people/${person.id}`))).mail_failed_at, "until one arrives");
	}
	await server.refuse(`rcpt gone@dube.example 550 gone`);
	const gone = await contact(firm, "Gone", "gone@dube.example");
	await gone.ask();
	await until((p) => p.mail_failed_at, () => firm.api(`/people/${gone.id}`));
	ok(!(await firm.api(`/people/${gone.id}`, { email: "here@dube.example" }, "PATCH")).mail_failed_at, "or the address is another");
	const { stdout } = await firm.cli(["doctor"]);
	ok(/letters: 0 wait to leave, 3 came back, 0 could not leave/.test(stdout), "the doctor counts them", stdout);
}

async function refusedForNow(firm, server) {
	for (const [stage, reply] of [["rcpt", "450 4.2.0 busy"], ["data", "451 4.3.0 later"]]) {
		const person = await contact(firm, `Anne ${stage}`, `anne.${stage}@dube.example`);
		await server.refuse(`${stage} ${person.email} ${reply}`);
		await person.ask();
		const id = (await firm.sql("SELECT max(id) FROM letter")).stdout.trim();
		const waits = await until(later, () => firm.letter(id));
		ok(waits === `queued|1|1|${reply}`, `${reply}: waits`, waits);
		await server.refuse();
		await hurry(firm);
		ok((await server.to(person.email)).length === 1, "and leaves later");
		ok(!(await firm.api(`/people/${person.id}`)).mail_failed_at, "which is nobody's failure");
	}
}

async function serverAway(firm, server) {
	const person = await contact(firm, "Zoé", "zoe@dube.example"), { folder } = server;
	await server.stop();
	await person.ask();
	const id = (await firm.sql("SELECT max(id) FROM letter")).stdout.trim();
	const waits = await until(later, () => firm.letter(id));
	ok(later(waits), "no mail server: the letter waits", waits);
	await firm.api("/settings", { undo_s: 0 }, "PATCH");
	await send(firm);
	const page = await until((text) => !text.includes("part dans un instant"), () => said(firm));
	ok(/n’est pas encore parti : le serveur de courrier ne répond pas \(en attente jusqu’à .* h( \d\d)?\)/.test(page), "which the page says, with until when", page);
	await firm.api("/settings", { undo_s: 20 }, "PATCH");
	await server.start(folder);
	await hurry(firm);
	ok((await server.to(person.email)).length === 1, "until there is one");
}

// What an act sends waits a moment, and links carry the address of --site.
async function ofAnAct(firm, server) {
	const person = await contact(firm, "Eva", "eva@dube.example");
	await firm.api("/settings", { undo_s: 2 }, "PATCH");
	const before = Date.now();
	await send(firm);
	const [mail] = await server.to(person.email);
	ok(Date.now() - before > 1000 /* two seconds of the clock, begun by whatever is left of the first */, "what an act sends waits until it can no longer be taken back", Date.now() - before);
	ok(mail?.headers.subject === 'Agence "Mistral", été: a message from Claire', "its subject", mail?.headers.subject);
	ok(/https:\/\/clients\.mistral\.example\/l\/[\w-]{64}/.test(mail?.plain), "its link", mail?.plain);
	const link = /\/l\/[\w-]{64}/.exec(mail?.plain)?.[0], open = async () => (await fetch(`http://127.0.0.1:${firm.port}${link}`)).status;
	ok((await open()) === 200, "which opens");
	await firm.api(`/people/${person.id}`, { email: "eva.b@dube.example" }, "PATCH");
	ok((await open()) === 404, "as long as the address it went to is theirs");
	await firm.api("/settings", { undo_s: 20 }, "PATCH");
}

// The mail server says "later" for three days: the time is moved, not waited for.
async function expires(firm, server) {
	const person = await contact(firm, "Éva", "eva.c@dube.example");
	await server.refuse(`rcpt ${person.email} 450 busy`);
	await firm.api("/settings", { undo_s: 0 }, "PATCH");
	await send(firm);
	const id = (await firm.sql(`SELECT id FROM letter WHERE address = '${person.email}'`)).stdout.trim();
	await until(later, () => firm.letter(id));
	await firm.sql(`UPDATE letter SET at = at - 3 * 86400 + 2 WHERE id = ${id}`);
	ok((await said(firm)).includes("n’est pas encore parti : le serveur de courrier ne le prend pas encore (en attente jusqu’à"), "the page says that it is not taken yet");
	const ended = await until((row) => row.startsWith("expired"), () => firm.letter(id));
	ok(ended.startsWith("expired|1|") && ended.endsWith("|450 busy"), "after three days it expires, with what was said last", ended);
	const [at, done] = (await firm.sql(`SELECT at, done_at FROM letter WHERE id = ${id}`)).stdout.trim().split("|").map(Number);
	ok(done - at === 3 * 86400, "at that second", done - at);
	await server.refuse();
	await hurry(firm);
	await sleep(1500);
	ok((await server.taken()).every((mail) => !mail.to.includes(person.email)), "and does not leave by itself later");
	ok(!(await firm.api(`/people/${person.id}`)).mail_failed_at, "which is nobody's failure");
	await firm.api("/settings", { undo_s: 20 }, "PATCH");
}

async function killed(firm, server) {
	const people = [];
	for (let n = 0; n < 40; n++)
		people.push(await contact(firm, `Nº ${n}`, `n${n}@dube.example`));
	const before = (await server.taken()).length;
	for (const person of people)
		await person.ask();
	await until((n) => n >= before + 15, async () => (await server.taken()).length);
	await firm.stop("SIGKILL");
	const left = (await firm.sql("SELECT count(*) FROM letter WHERE state = 'queued'")).stdout.trim();
	ok(Number(left) > 0, "killed while letters leave", left);
	await hurry(firm); // also the one that was under way
	await firm.serve();
	for (const person of people)
		await server.to(person.email);
	await until((rows) => rows === "0", async () => (await firm.sql("SELECT count(*) FROM letter WHERE state = 'queued'")).stdout.trim());
	const mails = await server.taken();
	const missing = people.filter((person) => !mails.some((mail) => mail.to[0] === person.email));
	ok(missing.length === 0, "every letter arrives", missing);
	const named = new Map(people.map((person) => [person.email,
		new Set(mails.filter((mail) => mail.to[0] === person.email).map((mail) => mail.headers["message-id"]))]));
	ok([...named.values()].every((names) => names.size === 1), "one that left twice has one name", [...named]);
	ok(mails.length - before <= people.length + 1, "and at most the one under way did", mails.length - before);
}

async function discreet(server) {
	const folder = server.folder, certificate = join(folder, "cert.pem"), key = join(folder, "key.pem");
	await command("openssl", ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=mail.example", "-keyout", key, "-out", certificate]);
	const secure = await new MailServer().start(join(folder, "secure"), "--tlscert", certificate, "--tlskey", key, "--no-requiretls");
	const firm = await found("--smtp", secure.url);
	try {
		await (await contact(firm, "Léa", "lea@dube.example")).ask();
		ok((await secure.to("lea@dube.example"))[0]?.tls, "TLS where the server offers it");
		await firm.stop();
		const password = join(folder, "password");
		await writeFile(password, "a secret\n");
		for (const [what, mail] of [["a server that cannot prove its name", secure], ["a server without TLS", server]]) {
			firm.serveOptions = firm.serveOptions.map((word) => (word.startsWith("smtp:") ? mail.url.replace("//", "//karim@") : word));
			await firm.serve();
			const before = (await mail.taken()).length;
			await (await contact(firm, "Max", `max${before}@dube.example`)).ask();
			const id = (await firm.sql("SELECT max(id) FROM letter")).stdout.trim();
			const waits = await until(later, () => firm.letter(id));
			ok(later(waits) && (await mail.taken()).length === before, `${what} gets no password`, waits);
			await firm.stop();
			if (!firm.serveOptions.includes("--smtp-password-file"))
				firm.serveOptions.push("--smtp-password-file", password);
		}
	} finally {
		await firm.close();
		await secure.stop();
	}
}

// One that takes letters and then says nothing, not even to the farewell.
async function silent() {
	const answers = { EHLO: "250 here", MAIL: "250 OK", RCPT: "250 OK", DATA: "354 go on" };
	const server = createServer((socket) => socket.on("error", () => {}).on("data", (bytes) => {
		const answer = answers[bytes.toString().slice(0, 4)];
		if (answer)
			socket.write(`${answer}\r\n`);
	}).write("220 here\r\n")).listen(0, "127.0.0.1");
	await once(server, "listening");
	const firm = await found("--smtp", `smtp://127.0.0.1:${server.address().port}`);
	try {
		const spoken = once(server, "connection");
		await (await contact(firm, "Lia", "lia@dube.example")).ask();
		await spoken;
		await sleep(500);
		const begun = Date.now(), code = await firm.stop(), seconds = (Date.now() - begun) / 1000;
		ok(code === 0 && seconds < 5, "serve ends within five seconds though the mail server is silent", { code, seconds });
	} finally {
		await firm.close();
		server.close();
	}
}

async function files() {
	const box = await Firm.empty(program, null), folder = box.folder;
	const firm = await found("--mail-dir", folder);
	try {
		await (await contact(firm, "Ida", "ida@dube.example")).ask();
		const names = await until((list) => list.length > 0, async () => (await readdir(folder)).filter((name) => name.endsWith(".eml")));
		const text = names.length ? await readFile(join(folder, names[0]), "utf8") : "";
		ok(text.includes("\r\nTo: Ida <ida@dube.example>\r\n") && text.includes(`${names[0]?.replace(".eml", "")}@mistral.example`), "--mail-dir: a file named after it", text);
	} finally {
		await firm.close();
		await box.close();
	}
}

async function typed() {
	const serve = (...args) => command(program, ["serve", "--listen", "127.0.0.1:0", "--db", "sqlite:/nowhere/x", ...args]);
	const from = ["--mail-from", "a@b.example"], site = ["--site", "https://b.example"];
	for (const [what, args, code, said] of [
		["two ways out", ["--smtp", "smtp://h", "--mail-dir", "d", ...from, ...site], 2, /not both/],
		["no sender", ["--smtp", "smtp://h", ...site], 2, /--mail-from/],
		["a sender that is no address", ["--mail-dir", "d", "--mail-from", "Claire <c@b.example>"], 2, /--mail-from/],
		["a folder that is not there", ["--mail-dir", "/nowhere/mail", ...site], 2, /--mail-dir is a folder that is there/],
		["a file for a folder", ["--mail-dir", "/etc/hostname", ...site], 2, /--mail-dir is a folder that is there/],
		["nor before a test", ["--test-clock", "--mail-dir", "/nowhere/mail", ...site], 2, /--mail-dir is a folder that is there/],
		["a site that is no address", ["--site", "b.example"], 2, /--site is written/],
		["a password that cannot be read", ["--smtp", "smtp://h", "--smtp-password-file", "/nowhere/p", ...from, ...site], 2, /password-file/],
		["a password where all can read it", ["--smtp", "smtp://karim:secret@h", ...from, ...site], 1, /--smtp is written/],
		["a mail server that is none", ["--smtp", "http://h", ...from, ...site], 1, /--smtp is written/],
	]) {
		const seen = await serve(...args);
		ok(seen.code === code && said.test(seen.stderr), what, seen);
	}
}

async function waits() {
	const firm = await found();
	try {
		ok(/letters wait: neither --smtp nor --mail-dir/.test(firm.log), "without a way out, serve says so", firm.log);
		await (await contact(firm, "Bob", "bob@dube.example")).ask();
		const { stdout } = await firm.cli(["doctor"]);
		ok(/letters: 1 wait to leave, 0 came back/.test(stdout), "and the letter waits", stdout);
		const asked = await fetch(`http://127.0.0.1:${firm.port}/p/entrer`, { method: "POST", headers: { "Accept-Language": "fr" }, body: new URLSearchParams({ email: "bob@dube.example" }) });
		const page = await asked.text();
		ok(page.includes("Aucun courriel ne part d’ici pour l’instant") && !page.includes("en route"), "whoever asks for a code is told", page);
		await send(firm);
		ok((await said(firm)).includes("n’est pas encore parti : aucun serveur de courrier n’est réglé (en attente jusqu’à"), "and whoever sends, at once", await said(firm));
	} finally {
		await firm.close();
	}
}

// Nothing that leads to this machine ever leaves it.
async function withoutSite() {
	const box = await Firm.empty(program, null), firm = await found("--mail-dir", box.folder);
	const kept = async () => (await readdir(box.folder)).filter((name) => name.endsWith(".eml")).length;
	try {
		ok(!/wait/.test(firm.log), "with a way out and a site, nothing is to be said", firm.log);
		await firm.stop();
		firm.serveOptions = firm.serveOptions.slice(2);
		await firm.serve();
		ok(/letters with a link wait: --site is not given/.test(firm.log), "without --site, serve says so", firm.log);
		const person = await contact(firm, "Bob", "bob@dube.example");
		await firm.api("/settings", { undo_s: 0 }, "PATCH");
		await send(firm);
		await person.ask();
		ok((await until((n) => n > 0, kept)) === 1, "a code leaves", await kept());
		const doctor = async () => (await firm.cli(["doctor"])).stdout;
		await until((said) => /letters: 1 wait/.test(said), doctor);
		await sleep(1500);
		const waits = await doctor();
		ok(/letters: 1 wait to leave/.test(waits) && (await kept()) === 1, "a letter with a link waits", waits);
		ok((await said(firm)).includes("n’est pas encore parti : l’adresse de ce site n’est pas réglée (en attente jusqu’à"), "and its page says why", await said(firm));
		await firm.stop();
		firm.serveOptions.push("--site", "https://clients.mistral.example");
		await firm.serve();
		ok((await until((n) => n > 1, kept)) === 2, "until it is given");
	} finally {
		await firm.close();
		await box.close();
	}
}

await typed();
await waits();
await withoutSite();
await silent();
await files();
const box = await Firm.empty(program, null), server = await new MailServer().start(join(box.folder, "mail"));
const firm = await found("--smtp", server.url);
try {
	await arrives(firm, server);
	await refusedForGood(firm, server);
	await refusedForNow(firm, server);
	await serverAway(firm, server);
	await ofAnAct(firm, server);
	await expires(firm, server);
	await killed(firm, server);
	await discreet(server);
	ok((await firm.stop()) === 0, "serve ends");
} finally {
	await firm.close();
	await server.stop();
	await box.close();
}
done();
