// The command line, on SQLite and on PostgreSQL ($ENTENTE_TEST_PG), as TAP:
//   node tests/cli.mjs PROGRAM
import { spawn } from "node:child_process";
import { access, chmod, copyFile, mkdir, mkdtemp, open, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Firm, command } from "./firm.mjs";

const [program] = process.argv.slice(2);
if (!program) {
	console.error("usage: node tests/cli.mjs PROGRAM");
	process.exit(2);
}

const MISTRAL = { name: "Agence Mistral", tz: "America/Montreal", lang: "en", clock: "2027-03-01T08:00",
	lead: "Claire", email: "claire@mistral.example" };

let count = 0, failures = 0;

function ok(good, what, seen) {
	console.log(`${good ? "" : "not "}ok ${++count} - ${what}`);
	if (good)
		return;
	failures++;
	console.log(`# ${JSON.stringify(seen)}`);
}

// What a command should answer; texts are parts of what it says.
async function answers(what, asked, { code = 0, out, err }) {
	const seen = await asked;
	const said = (text, wanted) => wanted === undefined || (wanted instanceof RegExp ? wanted.test(text) : text === wanted);
	ok(seen.code === code && said(seen.stdout, out) && said(seen.stderr, err), what, seen);
	return seen;
}

const exists = (path) => access(path).then(() => true, () => false);

// An empty database beside the firm's own.
async function another(firm, name) {
	if (!firm.database)
		return `sqlite:${join(firm.folder, `${name}.db`)}`;
	const database = `${firm.database}_${name}`;
	await firm.psql(`CREATE DATABASE ${database}`);
	return firm.base.replace(/[^/]*$/, database);
}

async function remove(firm, name) {
	if (firm.database)
		await firm.psql(`DROP DATABASE ${firm.database}_${name} WITH (FORCE)`);
}

// -- what is typed

async function typing() {
	const run = (...args) => command(program, args);
	await answers("--version", run("--version"), { out: /^entente \d/ });
	await answers("help lists the commands", run("help"), { out: /init[^]*import csv[^]*doctor/, err: "" });
	await answers("help of one", run("help", "import", "csv"), { out: /usage: entente import csv FILE --as KIND --db URL/ });
	await answers("--help is the same", run("import", "csv", "--help"), { out: /usage: entente import csv FILE/ });
	await answers("help of a family", run("help", "import"), { out: /import csv[^]*import undo/ });
	await answers("no command", run(), { code: 2, out: "", err: /usage: entente COMMAND/ });
	await answers("an unknown command", run("sing"), { code: 2, out: "", err: /there is no command "sing"/ });
	await answers("half a command", run("person"), { code: 2, out: "", err: /person add/ });
	await answers("a missing option", run("doctor"), { code: 2, out: "", err: /--db is missing\nusage: entente doctor --db URL/ });
	await answers("an unknown option", run("doctor", "--db", "x", "--fast"), { code: 2, err: /there is no option --fast/ });
	await answers("an option without its value", run("doctor", "--db"), { code: 2, err: /--db needs a value/ });
	await answers("an option given twice", run("doctor", "--db=a", "--db=b"), { code: 2, err: /--db is given twice/ });
	await answers("a flag with a value", run("serve", "--db=a", "--listen=h:1", "--test-clock=now"), { code: 2, err: /takes no value/ });
	await answers("a word too many", run("doctor", "now", "--db", "x"), { code: 2, err: /"now" is one word too many/ });
	await answers("a missing file", run("import", "csv", "--as", "clients", "--db", "x"), { code: 2, err: /FILE is missing/ });
	await answers("no such database", run("doctor", "--db", "sqlite:/nowhere/x"), { code: 1, out: "", err: /\/nowhere\/x/ });
	await answers("no address of a database", run("doctor", "--db", "x"), { code: 1, err: /sqlite:PATH/ });
	await answers("an address to listen at", run("serve", "--db", "x", "--listen", "8080"), { code: 2, err: /HOST:PORT/ });
}

// The manual page heads each command with its usage.
async function manual() {
	const page = await readFile(new URL("../docs/entente.1", import.meta.url), "utf8");
	const heads = [...page.matchAll(/^\.It Ic (.*)$/gm)].map(([, head]) =>
		head.replaceAll("Ar ", "").replaceAll("Fl -", "--").replaceAll("Oo ", "[").replaceAll(" Oc", "]"));
	const usage = async (name) => {
		const { stdout } = await command(program, ["help", ...name.split(" ")]);
		return /usage: entente ([^]*?)\n\n/.exec(stdout)[1].replace(/\s+/g, " ");
	};
	const { stdout } = await command(program, ["help"]), names = [...stdout.matchAll(/^ {2}(\w+(?: \w+)?) {2,}/gm)];
	const usages = await Promise.all(names.map(([, name]) => usage(name)));
	const apart = [...usages.filter((one) => !heads.includes(one)), ...heads.filter((one) => !usages.includes(one))];
	ok(usages.length > 10 && apart.length === 0, "the manual page tells every command as help does, and no other", apart);
}

// -- who is there

async function people(firm) {
	const init = (db, more) => command(program, ["init", "--db", db, "--firm", "F", "--tz", "Europe/Paris", "--lead", "Léa",
		"--lead-email", "lea@f.example", ...more]);
	await answers("init leaves a used database alone", init(firm.db, []), { code: 1, out: "", err: /already in use/ });

	const empty = await another(firm, "init");
	const bad = (what, more, err, code = 1) => answers(what, command(program, ["init", "--db", empty, "--firm", "F", ...more]), { code, out: "", err });
	await bad("a zone that is none", ["--tz", "Mars/Base", "--lead", "Léa", "--lead-email", "lea@f.example"], /tz/);
	await bad("an address that is none", ["--tz", "Europe/Paris", "--lead", "Léa", "--lead-email", "lea"], /^entente: email: .*\n$/);
	await bad("a currency that is none", ["--tz", "Europe/Paris", "--lead", "Léa", "--lead-email", "lea@f.example", "--currency", "euro"], /currency/);
	await bad("a language that is none", ["--tz", "Europe/Paris", "--lead", "Léa", "--lead-email", "lea@f.example", "--lang", "de"], /--lang/, 2);
	await answers("after refusals, init still works", init(empty, []), { out: "1\n", err: "" });
	await remove(firm, "init");

	const add = (...args) => firm.cli(["person", "add", ...args]);
	await answers("a colleague", add("--name", "Karim", "--email", "Karim@mistral.example", "--role", "member"), { out: "2\n" });
	await answers("the same address", add("--name", "K", "--email", "karim@mistral.example", "--role", "member"), { code: 1, out: "", err: /^entente: email: / });
	await answers("a role that is none", add("--name", "K", "--email", "k@mistral.example", "--role", "boss"), { code: 1, err: /^entente: role: / });
	await answers("a contact of nobody", add("--name", "K", "--email", "k@x.example", "--role", "contact"), { code: 1, err: /client_id: / });
	await answers("a name of broken letters", firm.cli(["person", "add", "--name", "a\x01b", "--email", "k@x.example", "--role", "member"]), { code: 1, err: /^entente: name: / });

	await answers("a token", firm.cli(["token", "create", "--person", "KARIM@mistral.example", "--days", "3"]), { out: /^[\w-]{32}\n$/ });
	await answers("a token for nobody", firm.cli(["token", "create", "--person", "no@x.example"]), { code: 1, out: "", err: /nobody/ });
	await answers("days that are none", firm.cli(["token", "create", "--person", "karim@mistral.example", "--days", "0"]), { code: 2 });
	const nowhere = ["--db", "sqlite:/nowhere/entente.db"];
	for (const misused of [["token", "create", "--person", "a@x.example", "--days", "0"], ["import", "undo", "abc"], ["import", "csv", "f.csv", "--as", "x"]])
		await answers(`${misused.join(" ")}: judged before the database is opened`, command(program, [...misused, ...nowhere]), { code: 2, out: "" });
	const password = (text) => firm.cli(["person", "password", "--person", "karim@mistral.example"], text);
	await answers("a password", password("rather a long one\n"), { out: "", err: "" });
	await answers("a short password", password("short\n"), { code: 1, err: /^entente: password: / });
	await answers("no password", password(""), { code: 1 });
}

// -- imports

const CONTACTS = `Nom;Courriel;Société;Langue;Téléphone
Élise Roy;elise@lune.example;Café Lune;fr;+1 514 555 0101
Zoé Roy;zoe@lune.example;CAFÉ  LUNE;;
Bob Lee;bob@pine.example;Harbour & Pine;en;
Nobody;;Café Lune;;
Claire;claire@mistral.example;New Company;;
`;

async function imports(firm) {
	const file = join(firm.folder, "contacts.csv"), count = async (table) => Number((await firm.sql(`SELECT count(*) FROM ${table}`)).stdout);
	const csv = (...more) => firm.cli(["import", "csv", file, ...more]);
	await writeFile(file, CONTACTS);

	await answers("a dry run tells", csv("--as", "contacts", "--dry-run"),
		{ out: /line 2: Élise Roy <elise@lune.example>.*Café Lune[^]*skipped, line 6: [^]*\n4 would be imported, 1 skipped\n$/ });
	ok(await count("person") === 1 && await count("client") === 0, "and changes nothing");
	await answers("contacts", csv("--as", "contacts"), { out: "4 imported, 1 skipped\n", err: /import undo 1/ });
	ok(await count("client") === 2, "their companies become clients, each once");
	const skipped = await readFile(`${file}.skipped`, "utf8");
	ok(/^skipped because;Nom;Courriel[^\n]*\n[^\n]*e-mail[^\n]*;Claire;claire@/.test(skipped), "what was skipped is kept, with why", skipped);
	ok(((await stat(`${file}.skipped`)).mode & 0o777) === 0o600, "for its owner only");
	await answers("the same file again", csv("--as", "contacts"), { out: "0 imported, 5 skipped\n", err: "" });
	await answers("an unknown kind of file", csv("--as", "people"), { code: 2 });
	await answers("nobody in charge", csv("--as", "clients", "--responsible", "no@x.example"), { code: 1, out: "", err: /--responsible/ });
	await answers("a client that is none", csv("--as", "contacts", "--client", "99"), { code: 1, out: "", err: /--client/ });

	await writeFile(file, "Client,Introduced by,Type\nB,A,\nC,B,interne\nA,,\nD,Somebody,\n");
	await answers("clients, whoever introduced them further down", csv("--as", "clients"), { out: "4 imported, 0 skipped\n" });
	const { stdout } = await firm.sql("SELECT a.name, b.name FROM client a JOIN client b ON b.id = a.referred_by_client_id ORDER BY 1");
	ok(stdout.trim() === "B|A\nC|B", "each knows who introduced it", stdout);
	await answers("clients again", csv("--as", "clients"), { out: "0 imported, 4 skipped\n" });

	const cards = join(firm.folder, "cards.vcf");
	await writeFile(cards, "BEGIN:VCARD\nVERSION:3.0\nFN:Ann Poe\nEMAIL:ann@poe.example\nEND:VCARD\nBEGIN:VCARD\nVERSION:3.0\nFN:Bad Mail\nEMAIL:bad(a)poe.example\nEND:VCARD\n");
	await answers("cards", firm.cli(["import", "vcard", cards, "--client", "1"]), { out: "1 imported, 1 skipped\n", err: /import undo 3/ });
	const left = await readFile(`${cards}.skipped`, "utf8");
	ok(/^BEGIN:VCARD\r\nX-SKIPPED:[^\n]+\nVERSION:3.0\n/.test(left), "a skipped card says why", left);
	await answers("no card", firm.cli(["import", "vcard", file, "--client", "1"]), { code: 1, out: "" });
	await answers("no file", firm.cli(["import", "vcard", "/nowhere", "--client", "1"]), { code: 1, out: "", err: /\/nowhere/ });

	await undoing(firm, count);
	await realFiles(firm);
	await asTheyAre(firm, count);
}

// People with several addresses and numbers, with none, two at one address (conversation 20).
async function asTheyAre(firm, count) {
	const file = join(firm.folder, "ways.csv"), cards = join(firm.folder, "ways.vcf");
	await copyFile("tests/data/contacts_ways.csv", file);
	const csv = () => firm.cli(["import", "csv", file, "--as", "contacts", "--client", "1"]);
	const vcard = () => firm.cli(["import", "vcard", cards, "--client", "1"]);
	await answers("as many as they have, or none", csv(), { out: "4 imported, 0 skipped\n" });
	const { stdout } = await firm.sql("SELECT name, email, emails, phone, phones FROM person WHERE name LIKE '% Bee' ORDER BY name");
	ok(stdout === `Anne Bee|anne@bee.example|[{"address":"anne@bee.example","label":"work"},{"address":"anne@home.example","label":"home"}]|418 555-0100 ext. 12|[{"number":"418 555-0100 ext. 12","extension":null,"label":"work"},{"number":"+33 (0)6 12 34 56 78","extension":null,"label":"mobile"}]
Ben Bee|anne@bee.example|||
Cam Bee|||418 555-0177|
Dan Bee||||
`, "each as what it is", stdout);
	await answers("they are known again, by name and an address, or by having none", csv(), { out: "0 imported, 4 skipped\n" });
	const people = await count("person");
	await writeFile(cards, ["BEGIN:VCARD", "VERSION:3.0", "FN:ANNE BÉE", "EMAIL;TYPE=HOME:anne@home.example", "EMAIL;TYPE=WORK,PREF:anne@new.example", "END:VCARD",
		"BEGIN:VCARD", "VERSION:3.0", "FN:Anne Bee", "EMAIL;TYPE=HOME:another@home.example", "TEL;TYPE=CELL:418 555-0188", "TEL;TYPE=WORK,PREF:418 555-0189", "END:VCARD",
		"BEGIN:VCARD", "VERSION:3.0", "FN:Cam Bee", "TEL:+1 418 555-0166", "END:VCARD", ""].join("\n"));
	await answers("by any of their addresses, from another book", vcard(), { out: "2 imported, 1 skipped\n" });
	ok(await count("person") === people + 2, "and who only has the name is somebody else");
	const other = await firm.sql("SELECT email, phone, phones FROM person WHERE name = 'Anne Bee' AND email LIKE 'another%'");
	ok(other.stdout === 'another@home.example|418 555-0189|[{"number":"418 555-0189","extension":null,"label":"work"},{"number":"418 555-0188","extension":null,"label":"mobile"}]\n', "the preferred number first", other.stdout);
	await answers("at another client they are somebody else", firm.cli(["import", "csv", file, "--as", "contacts", "--client", "2"]), { out: "4 imported, 0 skipped\n" });
	await answers("the doctor is content with them", firm.cli(["doctor"]), { out: /ok people/, err: "" });
}

// A ledger and calls: each line once, whatever is taken in again.
async function booked(firm) {
	const people = join(firm.folder, "people.csv"), file = (name) => join(firm.folder, name);
	await writeFile(people, "Nom;Courriel;Société;Téléphone\nNoémie;noemie@ete.example;Café Été;+1 (514) 555-0111\nLou;lou@pin.example;Pin;450 555 0122\n");
	await firm.must("import", "csv", people, "--as", "contacts");
	for (const name of ["ledger_books.csv", "calls_log.csv", "calls_plain.csv"])
		await copyFile(`tests/data/${name}`, file(name));
	const csv = (name, as, ...more) => firm.cli(["import", "csv", file(name), "--as", as, ...more]);
	const rows = async (text) => (await firm.sql(text)).stdout;

	await answers("a ledger tells what it would take in", csv("ledger_books.csv", "ledger", "--dry-run"),
		{ out: /line 2: Café Été, 2027-02-26, revenue, 1234\.50\nline 3: Café Été, 2027-02-26, revenue, 1234\.50\nline 4: CAFÉ ÉTÉ, 2027-02-13, hours, 150 min[^]*\n6 would be imported, 8 skipped\n$/ });
	await answers("a ledger", csv("ledger_books.csv", "ledger"), { out: "6 imported, 8 skipped\n", err: /import undo \d+/ });
	const left = await readFile(file("ledger_books.csv.skipped"), "utf8");
	const why = ["no client called “Nobody inc.”", "“31/02/2027” is not a date", "“dix” is not an amount", "“Cadeau” is no kind of line", "does not say which it is of", "has no time", "has no date", "^\"?On: lies ahead"];
	ok(left.split("\n").slice(1, -1).every((line, i) => new RegExp(why[i]).test(line)) && left.startsWith("skipped because;Date;"), "each skipped line says why", left);
	ok(await rows("SELECT kind, sum(cents), sum(minutes), count(*) FROM entry GROUP BY kind ORDER BY kind") === "hours||390|3\nrevenue|246900||2\nwrite_off|30000||1\n", "amounts and times of either spelling", await rows("SELECT * FROM entry"));
	await answers("the same ledger again", csv("ledger_books.csv", "ledger"), { out: "0 imported, 14 skipped\n", err: "" });
	ok(/stands in the ledger already/.test(await readFile(file("ledger_books.csv.skipped"), "utf8")), "says that it was there");
	await writeFile(file("more.csv"), "Date,Client,Type,Hours\n2027-02-13,Café Été,hours,2.5\n2027-02-13,Café Été,hours,2.5\n2027-02-13,Café Été,hours,2.5\n2027-02-14,Café Été,hours,0\n");
	await answers("without its note it is another line", csv("more.csv", "ledger"), { out: "3 imported, 1 skipped\n" });
	await answers("once", csv("more.csv", "ledger"), { out: "0 imported, 4 skipped\n" });
	await writeFile(file("more.csv"), "Date,Client,Type,Hours\n" + "2027-02-13,Café Été,hours,2.5\n".repeat(5));
	await answers("a fourth and a fifth such line are new", csv("more.csv", "ledger"), { out: "2 imported, 3 skipped\n" });
	await answers("of one client, whoever it names", csv("more.csv", "ledger", "--client", "2"), { out: "5 imported, 0 skipped\n" });
	await answers("undone, all of it", firm.cli(["import", "undo", "5"]), { out: "5 removed\n" });
	await writeFile(file("none.csv"), "Date,Client\n2027-02-13,Café Été\n");
	await answers("a ledger of nothing", csv("none.csv", "ledger"), { code: 1, out: "", err: /amount or as hours/ });
	await writeFile(file("none.csv"), "Client,Hours\nCafé Été,2\n");
	await answers("a ledger without a date", csv("none.csv", "ledger"), { code: 1, out: "", err: /headed as a date/ });

	await answers("calls, by the number of either end", csv("calls_log.csv", "calls"), { out: "2 imported, 4 skipped\n" });
	const calls = await readFile(file("calls_log.csv.skipped"), "utf8");
	ok(/Nobody answered[^]*No contact has the number “418 555 0199”[^]*at what time[^]*is not a date/.test(calls), "each other one says why", calls);
	ok(await rows("SELECT direction, minutes, needs_reply, subject, contact_ids FROM exchange ORDER BY at") === "in|6|0|Les sacs|[2]\nout|13|0||[2]\n", "what was said, and with whom", await rows("SELECT * FROM exchange"));
	ok(await rows("SELECT count(*) FROM writing") === "0\n", "no recap is owed for what is past");
	await answers("the same calls again", csv("calls_log.csv", "calls"), { out: "0 imported, 6 skipped\n" });
	await answers("calls that name their client", csv("calls_plain.csv", "calls"), { out: "3 imported, 1 skipped\n" });
	ok(await rows("SELECT c.name, x.direction, x.minutes FROM exchange x JOIN client c ON c.id = x.client_id WHERE x.id > 2 ORDER BY x.at") === "Pin|out|1\nPin|both|3\nCafé Été|both|\n", "days first, since one of them can only be so", await rows("SELECT * FROM exchange"));
	await writeFile(file("none.csv"), "Date,Duration\n2027-02-13,2\n");
	await answers("calls of nobody", csv("none.csv", "calls"), { code: 1, out: "", err: /a client, a telephone number or an e-mail address/ });
	await answers("undone", firm.cli(["import", "undo", "6"]), { out: "2 removed\n" });
	await answers("the doctor is content", firm.cli(["doctor"]), { out: /ok clocks/, err: "" });
}

// Files of tests/data, as other programs write them.
async function realFiles(firm) {
	const csv = (name, ...more) => firm.cli(["import", "csv", `tests/data/${name}`, "--as", "contacts", ...more]);
	await answers("companies whose names differ in accents or signs stay apart", csv("companies_apart.csv"), { out: "11 imported, 0 skipped\n" });
	const { stdout } = await firm.sql("SELECT c.name, count(*) FROM client c JOIN person p ON p.client_id = c.id WHERE p.name LIKE '% Roy' AND c.name NOT LIKE '%Lune' GROUP BY c.id, c.name ORDER BY c.id");
	ok(stdout === "Müller|1\nMuller|1\nAtelier C++|1\nAtelier C#|1\nAtelier C|1\nLes Pêches|2\nLes Péchés|1\n★ Forge|1\nForge|2\n", "nobody reads another's prices", stdout);
	await answers("addresses", csv("contacts_mails.csv", "--dry-run"), { out: /A <info@müller.example>[^]*9 would be imported, 4 skipped\n$/ });
	await answers("what cannot be rung is left out, and said", csv("phones_excel.csv"),
		{ out: "9 imported, 0 skipped\n", err: /line 2: “4\.18556E\+09” is no number[^]*line 8: “0”/ });
	await answers("a title above the table is said", csv("contacts_title.csv"),
		{ out: "1 imported, 0 skipped\n", err: /line 5 was taken for the heading: Nom, Courriel, Société\n/ });
	await answers("a Mac's letters", csv("contacts_mac.csv", "--dry-run"), { out: /Hélène Gagné <helene@lune.example>, of Café Lune/ });
	await answers("they are what one says", csv("contacts_mac.csv", "--dry-run", "--encoding", "koi8-r"), { out: /H▌l▐ne/ });
	await answers("placeholders are no company", csv("companies_none.csv", "--dry-run"), { out: /names no company[^]*0 would be imported, 9 skipped\n$/ });
	await answers("a card's company is believed", firm.cli(["import", "vcard", "tests/data/card_company.vcf"]), { out: "3 imported, 0 skipped\n" });
	await writeFile(join(firm.folder, "two.vcf"), "BEGIN:VCARD\nVERSION:3.0\nFN:Luc\nORG:Autre inc.\nEMAIL:luc@autre.example\nEND:VCARD\n");
	await answers("but whose contacts they are is said", firm.cli(["import", "vcard", join(firm.folder, "two.vcf"), "--client", "2", "--dry-run"]),
		{ out: /line 1: Its company is “Autre inc\.”: taken as a contact of “Harbour & Pine”\.\n1 would/ });
	const julie = await firm.sql("SELECT p.name, c.name FROM person p JOIN client c ON c.id = p.client_id WHERE p.email = 'julie@duval.example'");
	ok(julie.stdout === "Julie Roy|Imprimerie Duval inc.\n", "and the name is the person's", julie.stdout);
}

async function undoing(firm, count) {
	const undo = (n) => firm.cli(["import", "undo", String(n)]);
	await answers("there is nothing to undo", undo(9), { code: 1, err: /no import 9/ });
	await answers("a later contact is of that client", undo(1), { code: 1, out: "", err: /client 1 \(Café Lune\) is named by person/ });
	await firm.serve();
	const token = await firm.token("claire@mistral.example");
	const api = (method, path, body) => fetch(`http://127.0.0.1:${firm.port}/api/v1${path}`,
		{ method, headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" }, body: JSON.stringify(body) });
	const ann = Number((await firm.sql("SELECT id FROM person WHERE email = 'ann@poe.example'")).stdout);
	const call = await api("POST", "/exchanges", { client_id: 1, channel: "phone", direction: "both", contact_ids: [ann] });
	ok(call.status === 201, "a call with an imported contact", call.status);
	await answers("who was called stays", undo(3), { code: 1, out: "", err: /Ann Poe\) is named by exchange 1/ });
	await api("PATCH", "/clients/4", { name: "Beta" });
	await answers("what was changed stays", undo(2), { code: 1, out: "", err: /client 4 \(Beta\) has changed/ });
	ok(await count("client") === 6, "and with it the rest");
	await answers("the doctor beside the server", firm.cli(["doctor"]), { out: /ok clocks/, err: "" });

	const file = join(firm.folder, "more.csv");
	await writeFile(file, "name,email,company\nOne,one@x.example,X\nTwo,two@x.example,X\n");
	await firm.cli(["import", "csv", file, "--as", "contacts"]);
	const before = await count("person");
	await answers("an import nobody touched", undo(4), { out: "3 removed\n", err: "" });
	ok(await count("person") === before - 2, "is gone");
	await answers("once", undo(4), { code: 1, err: /undone before/ });
	const found = await (await api("GET", "/search?q=one")).json();
	ok(found.items?.length === 0, "and is no longer found", found);
	await answers("the journal is whole", firm.cli(["audit", "verify"]), { out: /^ok \d+ lines [0-9a-f]{64}\n$/ });
	await firm.stop();
}

// -- the demonstration, copies, and what the doctor sees

async function copies(firm) {
	const run = (...args) => command(program, args);
	const demo = await another(firm, "demo"), file = join(firm.folder, "copy.db"), back = join(firm.folder, "back.db");
	await answers("demo", run("demo", "--db", demo), { out: /^Claire Mistral +claire@mistral.example +\S{10,} +lead\n(.*member\n){5}(.+, .+\n +http:.+\/l\/\S{64}\n)+$/, err: "" });
	await answers("demo, in a used database", run("demo", "--db", demo), { code: 1, err: /already in use/ });
	await answers("the doctor is content", run("doctor", "--db", demo), { out: /^ok tables[^]*ok journal[^]*ok clocks[^]*ok people[^]*ok search/m, err: "" });

	await answers("backup", run("backup", "--db", demo, "--out", file), { out: "", err: "" });
	ok(!await exists(`${file}.part`), "leaves nothing else");
	await answers("backup over a file", run("backup", "--db", demo, "--out", file), { code: 1, err: /exists already/ });
	await answers("a backup is a database", run("doctor", "--db", `sqlite:${file}`), { out: /search: 0 changes/, err: "" });
	await answers("restore over a firm", run("restore", "--db", demo, "--in", file), { code: 1, err: /already in use/ });

	const fresh = await another(firm, "fresh");
	await answers("restore", run("restore", "--db", fresh, "--in", file), { out: "", err: "" });
	await answers("the doctor of what was restored", run("doctor", "--db", fresh), { out: /ok clocks/, err: "" });
	const heads = await Promise.all([demo, fresh].map((db) => run("audit", "verify", "--db", db)));
	ok(heads[0].stdout === heads[1].stdout, "the journal came along", heads);
	await run("backup", "--db", fresh, "--out", back);
	const dumps = await Promise.all([file, back].map((path) => command("sqlite3", [path, ".dump"])));
	const rows = dumps.map(({ stdout }) => stdout.split("\n").filter((line) => /^INSERT INTO (?!search_)/.test(line)).sort().join("\n"));
	ok(rows[0] === rows[1] && rows[0].length > 10_000, "and so did every row");

	const torn = join(firm.folder, "torn.db");
	await copyFile(file, torn);
	await command("sqlite3", [torn, "DELETE FROM client WHERE id = 3"]);
	const empty = await another(firm, "empty");
	await answers("a copy that lacks a client", run("restore", "--db", empty, "--in", torn), { code: 1, err: /nothing was copied/ });
	await answers("leaves the database empty", run("restore", "--db", empty, "--in", file), {});
	await answers("no copy at all", run("restore", "--db", empty, "--in", "/nowhere"), { code: 1 });
	if (firm.file)
		await rescued(firm);
	for (const name of ["demo", "fresh", "empty"])
		await remove(firm, name);
}

// A disk that takes no writes is played by a folder of somebody else's: nothing can lie
// beside the database there.
async function rescued(firm) {
	const outside = await mkdtemp(join(tmpdir(), "entente-")), disk = join(outside, "disk"), out = join(outside, "out");
	const file = join(disk, "a#b.db"), own = join(out, "entente"), isRoot = process.getuid() === 0;
	try {
		await mkdir(disk), await mkdir(out);
		await firm.must("backup", "--out", file);
		await command("sqlite3", [file, "PRAGMA journal_mode = WAL"]);
		await copyFile(program, own);
		for (const [path, mode] of [[outside, 0o755], [out, 0o777], [file, 0o444], [disk, 0o555]])
			await chmod(path, mode);
		const words = [own, "backup", "--db", `sqlite:${file}`, "--out", join(out, "saved.db")];
		await answers("a backup from a disk that takes no writes", isRoot ? command("runuser", ["-u", "nobody", "--", ...words]) : command(own, words.slice(1)), { err: "" });
		await answers("is whole", command(program, ["doctor", "--db", `sqlite:${join(out, "saved.db")}`]), { out: /^ok file: whole$/m, err: "" });
	} finally {
		await chmod(disk, 0o755);
		await rm(outside, { recursive: true });
	}
}

async function doctoring(firm) {
	const break_ = async (...texts) => {
		for (const text of texts)
			await firm.sql(text);
	};
	await firm.cli(["person", "add", "--name", "Karim", "--email", "karim@mistral.example", "--role", "member"]);
	await break_("UPDATE person SET privacy_officer = 1");
	await answers("two privacy officers", firm.cli(["doctor"]), { code: 1, err: /2 privacy officer/ });
	await break_("UPDATE person SET privacy_officer = 0 WHERE id = 2",
		firm.file ? "DROP TRIGGER audit_is_append_only" : "ALTER TABLE audit DISABLE TRIGGER ALL",
		"UPDATE audit SET action = 'patch' WHERE id = 2");
	await answers("a journal that was changed", firm.cli(["audit", "verify"]), { code: 1, out: "", err: "line 2\n" });
	await answers("the doctor sees it", firm.cli(["doctor"]), { code: 1, err: /journal: line 2/ });
	if (!firm.file)
		return;
	await firm.sql("PRAGMA wal_checkpoint(TRUNCATE)");
	await answers("a file that is whole", firm.cli(["doctor"]), { code: 1, out: /^ok file: whole$/m });
	const root = Number((await firm.sql("SELECT rootpage FROM sqlite_schema WHERE name = 'audit_by_record' OR type = 'index' AND tbl_name = 'audit' LIMIT 1")).stdout);
	const file = await open(firm.file, "r+");
	await file.write(Buffer.alloc(2048, 7), 0, 2048, (root - 1) * 4096 + 2048);
	await file.close();
	await answers("a page that the disk has spoilt", firm.cli(["doctor"]), { code: 1, err: /file: damaged/ });
}

// -- what a mail server hands over

const REPORT = `From: Mail Delivery System <MAILER-DAEMON@mx.example>
Content-Type: multipart/report; report-type=delivery-status; boundary=B

--B
Content-Type: message/delivery-status

Final-Recipient: rfc822; noemie@lune.example
Action: failed
Status: 5.1.1
--B
Content-Type: text/rfc822-headers

Message-ID: <NAME@mistral.example>
--B--
`;

async function letterBack(firm) {
	const secretive = spawn(program, ["ingest", "--db", "postgresql://karim:gehe:im@127.0.0.1:1/x?a=b&password=geheim&c=d"]);
	let seen = "";
	for (let i = 0; i < 100 && !/xxxx/.test(seen); i++, await sleep(20))
		seen = await readFile(`/proc/${secretive.pid}/cmdline`, "latin1");
	secretive.kill();
	ok(seen.includes("postgresql://karim:xxxxxxx@127.0.0.1:1/x?a=b&password=xxxxxx&c=d") && !seen.includes("gehe"), "ps tells nobody the password of a database", seen);
	const ingest = (mail, db = firm.db) => command(program, ["ingest", "--db", db], mail);
	const nowhere = "sqlite:/nowhere/entente.db", ignored = { out: "ignored bounce\n", err: "" };
	await answers("ingest says what it reads", command(program, ["help", "ingest"]), { out: /only letters that came back are read/ });
	await answers("a letter is refused, in one sentence", ingest("From: a@x.example\nSubject: s\n\nBonjour.\n"),
		{ code: 1, out: "", err: /^entente: only letters that came back are read[^\n]*\n$/ });
	await answers("nothing", ingest(""), { code: 1, out: "", err: /standard input/ });
	await answers("too much", ingest(Buffer.alloc((25 << 20) + 1, "a")), { code: 1, out: "", err: /25 MiB/ });
	await answers("no database", ingest(REPORT, nowhere), { code: 75, out: "", err: /\/nowhere/ });
	await answers("what is only late needs none", ingest(REPORT.replace("failed", "delayed"), nowhere), ignored);
	await answers("a report of nobody's letter", ingest(REPORT), ignored);

	await firm.serve();
	const token = await firm.token("claire@mistral.example");
	const api = async (path, body) => (await fetch(`http://127.0.0.1:${firm.port}${path}`, { method: body ? "POST" : "GET",
		headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" }, body: body && JSON.stringify(body) })).json();
	const client = (await api("/api/v1/clients", { name: "Café Lune" })).id;
	await api("/api/v1/people", { name: "Noémie", email: "noemie@lune.example", role: "contact", client_id: client });
	const record = await api("/api/v1/exchanges", { client_id: client, channel: "portal", direction: "out", text: "Oui.", deliver: true });
	await api("/test/clock", { now: "2027-03-01T08:01" });
	const { raw } = (await api("/test/outbox")).items[0], name = /^Message-Id: <([^@]+)@/m.exec(raw)[1];
	const report = REPORT.replace("NAME", name), fate = async () => (await api(`/api/v1/exchanges/${record.id}`)).delivery[0];
	await answers("late, it has left all the same", ingest(report.replace("failed", "delayed").replace("5.1.1", "4.4.1")), ignored);
	ok((await fate()).state === "left", "as it says", await fate());
	await answers("a letter that came back, beside the server", ingest(report), ignored);
	ok((await fate()).state === "refused" && (await fate()).why === "5.1.1", "was refused", await fate());
	const rows = (await api("/api/v1/today")).rows.filter(({ key }) => key.startsWith("c16"));
	ok(rows.length === 1, "and whoever sent it is told", rows);
	await answers("the same report again", ingest(report), ignored);
	await answers("the doctor is content", firm.cli(["doctor"]), { err: "" });
	await firm.stop();
}

// -- all of it

// -- a machine whose clock jumps

async function jumped(firm) {
	await firm.sql("DELETE FROM meta WHERE key = 'clock'"); // from here on it is the machine's
	firm.serveOptions = [];
	let n = 0;
	const add = () => firm.cli(["person", "add", "--name", "K", "--email", `k${++n}@mistral.example`, "--role", "member"]);
	await answers("the first change sees the clock", add(), { err: "" });
	const ago = (seconds) => firm.sql(`UPDATE meta SET value = '${Math.floor(Date.now() / 1000) - seconds}' WHERE key = 'seen'`);
	const HALF_A_YEAR = 180 * 86400;
	await ago(HALF_A_YEAR - 3600);
	await answers("it stands just under 180 days later", add(), { err: "" });

	const doubt = /^entente: this machine's clock says 20\d\d-\d\d-\d\d, and the firm was last at work on 20\d\d-\d\d-\d\d: set the clock, or say that it is right \(entente clock confirm\)\n$/;
	await ago(HALF_A_YEAR + 1);
	await answers("180 days later nothing is changed", add(), { code: 1, out: "", err: doubt });
	await answers("and the server does not start", firm.cli(["serve", "--listen", "127.0.0.1:0"]), { code: 1, err: doubt });
	await answers("what reads goes on", firm.cli(["doctor"]), { out: /ok clocks/ });
	await answers("somebody says that it is right", firm.cli(["clock", "confirm"]), { out: /^the clock is right: /, err: "" });
	await answers("and the firm goes on", add(), { err: "" });

	const token = await firm.token("claire@mistral.example");
	await firm.serve();
	const note = async () => {
		const answer = await fetch(`http://127.0.0.1:${firm.port}/api/v1/clients`, { method: "POST", body: '{"name": "Dubé"}',
			headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" } });
		return { status: answer.status, body: await answer.json() };
	};
	ok((await note()).status === 201, "the server runs", firm.log);
	await ago(HALF_A_YEAR + 1);
	const seen = await note();
	ok(seen.status === 503 && /clock of this server/.test(seen.body.detail), "it jumps under a running server: nothing is changed, and why", seen);
	await note();
	ok(firm.log.match(/this machine's clock says/g)?.length === 1, "the log says so once", firm.log);
	await answers("it is confirmed", firm.cli(["clock", "confirm"]), {});
	ok((await note()).status === 201, "and the server goes on", firm.log);
	await ago(-2 * HALF_A_YEAR);
	ok((await note()).status === 201, "a clock set back is believed", firm.log);
	await ago(HALF_A_YEAR + 1);
	ok((await note()).status === 503, "and what it shows now is what was last seen", firm.log);
}

await typing();
await manual();
for (const postgres of [null, process.env.ENTENTE_TEST_PG].slice(0, process.env.ENTENTE_TEST_PG ? 2 : 1))
	for (const part of [people, imports, booked, letterBack, copies, doctoring, jumped]) {
		const firm = await Firm.found(program, postgres, MISTRAL);
		console.log(`# ${part.name}, ${postgres ? "PostgreSQL" : "SQLite"}`);
		await part(firm).catch((error) => ok(false, part.name, error.stack)).finally(() => firm.close());
	}
console.log(`1..${count}`);
process.exit(failures ? 1 : 0);
