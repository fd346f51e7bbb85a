// T18: how afraid somebody is to lose a client is their own to know.  Everything that a
// lead can read, every page that links lead to and every answer of the API, is read
// twice: between the two, what all the others said of themselves is another thing.
//   node tests/own.mjs PROGRAM
import { Firm, MISTRAL } from "./firm.mjs";
import { done, ok } from "./tap.mjs";

const [program] = process.argv.slice(2);
const firm = await Firm.found(program, null);
firm.serveOptions = ["--test-clock"];

const reader = (token) => async (path, method = "GET", body = undefined) => {
	const answer = await fetch(`http://127.0.0.1:${firm.port}${path}`, { method, redirect: "manual",
		headers: { Authorization: `Bearer ${token}`, ...(body && { "Content-Type": "application/json" }) },
		body: body && JSON.stringify(body) });
	return { status: answer.status, body: await answer.text() };
};

// Every page within reach, and every read of the API, of the first records of each kind.
async function crawl(read) {
	const seen = new Map(), waiting = ["/auj", "/clients", "/point", "/equipe", "/reglages", "/vieprivee",
		"/bibliotheque", "/journal", "/recherche?q=peur", "/recherche?q=fear", "/auj?person_id=2", "/auj?person_id=3", "/auj?print=1"];
	const api = JSON.parse((await read("/api/v1/openapi.json")).body);
	for (const [path, methods] of Object.entries(api.paths))
		if (methods.get)
			for (const id of path.includes("{") ? [1, 2, 3, 4] : [0])
				waiting.push(`/api/v1${path.replace(/\{[^}]+\}/g, id)}`);
	for (const path of waiting) {
		if (seen.has(path))
			continue;
		const { status, body } = await read(path);
		seen.set(path, `${status}\n${body}`);
		for (const [, link] of path.startsWith("/api") ? [] : body.matchAll(/href="(\/[^"#]*)/g))
			if (!/^\/(static|deconnexion)/.test(link) && waiting.length < 600)
				waiting.push(link.replaceAll("&amp;", "&"));
	}
	return seen;
}

try {
	for (const name of ["Karim", "Inès", "Tom", "Léa", "Hugo"])
		await firm.must("person", "add", "--name", name, "--email", `${name.normalize("NFD").replace(/[^A-Za-z]/g, "").toLowerCase()}@mistral.example`, "--role", "member");
	await firm.serve();
	const lead = reader(await firm.token(MISTRAL.email)), karim = reader(await firm.token("karim@mistral.example"));
	const others = await Promise.all(["ines", "tom", "lea", "hugo"].map(async (name) => reader(await firm.token(`${name}@mistral.example`))));
	await karim("/api/v1/clients", "POST", { name: "Dubé", state: "active" });
	await karim("/api/v1/mandates", "POST", { client_id: 1, title: "Le site" });
	await karim("/api/v1/moments", "POST", { client_id: 1, kind: "win", title: "Un prix" });
	await lead("/test/clock", "POST", { now: "2027-04-05T09:00" });
	for (const [i, one] of [karim, ...others].entries())
		await one("/api/v1/me/questions", "POST", { fear: 1 + (i % 5) });
	await lead("/api/v1/me/questions", "POST", { fear: 2 });

	const before = await crawl(lead), theirs = await crawl(karim);
	ok(before.size > 80, `a lead can look at ${before.size} things`);
	ok((await karim("/point")).body.includes('<meter min="0" max="5" value="1">'), "everybody reads their own");
	await firm.sql("UPDATE fear SET fear = 6 - fear WHERE person_id <> 1; INSERT INTO fear SELECT id, '2027-03', 5 FROM person WHERE id <> 1 AND role <> 'contact'");
	const after = await crawl(lead);
	const moved = [...after].filter(([path, answer]) => before.get(path) !== answer).map(([path]) => path);
	ok(after.size === before.size && moved.length === 0, "nothing of it changes with what the others said of their fear", moved);
	const mine = [...await crawl(karim)].filter(([path, answer]) => theirs.get(path) !== answer).map(([path]) => path);
	ok(mine.length > 1 && mine.every((path) => /^\/(point|api\/v1\/me\/questions)/.test(path)), "one's own page and answer do, and no other", mine);
} catch (error) {
	ok(false, "everything could be tried", error.stack);
} finally {
	await firm.close();
}
done();
