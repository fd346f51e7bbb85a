// A hostile network, and parts of the machine that fail: whoever is not concerned is
// served as before.  As TAP:
//   node tests/siege.mjs PROGRAM [PART…]
// A PostgreSQL that falls silent is the one at $ENTENTE_TEST_PG, without which it is left out.
import net from "node:net";
import { once } from "node:events";
import { readFile, readdir } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { Firm, command } from "./firm.mjs";
import { done, ok } from "./tap.mjs";

const [program, ...chosen] = process.argv.slice(2);
const PASSWORD = "la bonne phrase de Claire";

async function withFirm(options, work, postgres = null, files = 0) {
	const firm = await Firm.found(program, postgres);
	try {
		await firm.cli(["person", "password", "--person", "claire@mistral.example"], PASSWORD + "\n");
		firm.serveOptions = ["--test-clock", ...options];
		if (files)
			firm.within = ["sh", "-c", `ulimit -n ${files}; exec "$0" "$@"`];
		await firm.serve();
		firm.at = `http://127.0.0.1:${firm.port}`;
		await work(firm);
	} finally {
		await firm.close();
	}
}

async function ask(firm, path, { from, ...init } = {}) {
	const answer = await fetch(firm.at + path, { redirect: "manual", ...init,
		headers: { ...(from && { "X-Real-IP": from }), ...init.headers } });
	return { status: answer.status, text: await answer.text() };
}

const form = (fields) => ({ method: "POST", body: new URLSearchParams(fields) });

const logIn = async (firm, headers, password, email = "claire@mistral.example") =>
	(await ask(firm, "/connexion", { ...form({ email, password }), headers })).status;

async function tally(n, one) {
	const seen = {};
	for (let i = 0; i < n; i++) {
		const status = await one(i);
		seen[status] = (seen[status] ?? 0) + 1;
	}
	return seen;
}

// The counts begin anew with each minute: what is compared happens within one.
async function earlyInTheMinute(seconds) {
	const left = 60 - (Date.now() / 1000) % 60;
	if (left < seconds)
		await sleep(left * 1000 + 50);
}

const seconds = (since) => (performance.now() - since) / 1000;

// All processes of a PostgreSQL stand still, or go on.
async function everyProcess(postgres) {
	const { stdout } = await command("psql", ["-qtAX", postgres, "-c", "SHOW data_directory"]);
	const first = (await readFile(`${stdout.trim()}/postmaster.pid`, "utf8")).split("\n")[0];
	return async (signal) => {
		const others = (await command("pgrep", ["-P", first])).stdout.trim().split("\n");
		for (const pid of [first, ...others])
			process.kill(Number(pid), signal);
	};
}

const parts = {
	// -- tries at the doors are counted by account and by network

	async attempts() {
		await withFirm(["--proxy", "127.0.0.1", "--proxy", "::1"], async (firm) => {
			await earlyInTheMinute(40);
			const elsewhere = await tally(1000, (i) => logIn(firm, { "X-Real-IP": `10.1.0.${i % 50}` }, "faux"));
			ok(elsewhere[401] < 250 && elsewhere[401] + elsewhere[429] === 1000, "1,000 wrong log-ins from elsewhere: most are not even looked at", JSON.stringify(elsewhere));
			ok(await logIn(firm, { "X-Real-IP": "10.2.0.1" }, PASSWORD) === 303, "they lock nobody out: Claire logs in meanwhile");
			const one = await tally(11, () => logIn(firm, { "X-Real-IP": "10.2.0.2" }, "faux", "karim@mistral.example"));
			ok(one[401] === 10 && one[429] === 1, "ten wrong log-ins a minute at one account from one network", JSON.stringify(one));
			ok(await logIn(firm, { "X-Real-IP": "10.2.0.2" }, PASSWORD) === 303, "a colleague beside them is not concerned");

			const subscriber = await tally(11, (i) => logIn(firm, { "X-Forwarded-For": `203.0.113.9, 2001:db8:1:2::${i}` }, "faux", "a@b.example"));
			ok(subscriber[429] === 1, "one subscriber's IPv6 network is one, whatever address it takes", JSON.stringify(subscriber));
			const lies = await tally(11, (i) => logIn(firm, { "X-Forwarded-For": `10.9.0.${i}, 10.2.0.4` }, "faux", "a@b.example"));
			ok(lies[429] === 1, "what a client says of itself before the proxy does not count", JSON.stringify(lies));

			const wrong = (from) => ask(firm, "/api/v1/today", { from, headers: { Authorization: "Bearer faux" } });
			ok((await wrong("10.2.0.2")).status === 401, "tokens are counted apart from log-ins");
			const tokens = await tally(11, async () => (await wrong("10.2.0.5")).status);
			ok(tokens[401] === 10 && tokens[429] === 1, "ten wrong ones a minute", JSON.stringify(tokens));
			const good = await firm.token("claire@mistral.example");
			ok((await ask(firm, "/api/v1/today", { from: "10.2.0.5", headers: { Authorization: `Bearer ${good}` } })).status === 200, "a good one is taken all the same");
			ok(await logIn(firm, { "X-Real-IP": "10.2.0.5" }, PASSWORD) === 303, "and a log-in from there");

			const links = await tally(61, async () => (await ask(firm, "/l/personne", { from: "10.2.0.6" })).status);
			ok(links[404] === 60 && links[429] === 1, "sixty letters' links a minute from one network", JSON.stringify(links));
			ok((await ask(firm, "/l/personne", { from: "10.2.0.7" })).status === 404, "and from another one");
			await earlyInTheMinute(20);
			const many = await Promise.all(Array.from({ length: 90 }, (_, i) => logIn(firm, { "X-Real-IP": `10.3.0.${i % 3}` }, "faux", `p${i}@mistral.example`)));
			const full = many.lastIndexOf(429);
			ok(full >= 0, `ninety at once: the queue had no room for ${many.filter((status) => status === 429).length}`, many);
			ok(await logIn(firm, { "X-Real-IP": `10.3.0.${full % 3}` }, PASSWORD) === 303, "and these were not counted as tries");
		});
		await withFirm([], async (firm) => {
			await earlyInTheMinute(20);
			const own = await tally(11, (i) => logIn(firm, { "X-Real-IP": `10.4.0.${i}`, "X-Forwarded-For": `10.4.0.${i}` }, "faux"));
			ok(own[429] === 1, "without a proxy named, nobody is believed about their address", JSON.stringify(own));
		});
	},
};

// -- connections: everybody has a share, and whoever keeps us waiting makes room

const GET = "GET /healthz HTTP/1.1\r\nHost: a\r\n", LAST = "Connection: close\r\n\r\n";

function connect(firm, from, bytes) {
	const socket = net.connect({ host: "127.0.0.1", port: firm.port, localAddress: from });
	const client = { socket, text: "", closed: false };
	socket.on("data", (some) => (client.text += some)).on("error", () => {}).on("close", () => (client.closed = true));
	if (bytes)
		socket.write(bytes);
	return client;
}

async function served(firm, from) {
	const client = connect(firm, from, GET + LAST);
	await Promise.race([once(client.socket, "close"), sleep(3000)]);
	client.socket.destroy();
	return client.text.startsWith("HTTP/1.1 200 ");
}

const open = (clients) => clients.filter(({ closed }) => !closed).length;
const end = (clients) => clients.forEach(({ socket }) => socket.destroy());

async function othersAreServed(firm, what) {
	const since = performance.now(), answers = [];
	for (let i = 0; i < 20; i++)
		answers.push(await served(firm, `127.0.9.${1 + i % 3}`));
	ok(answers.every(Boolean) && seconds(since) < 5, `${what}: others are served`, `${answers} after ${seconds(since)} s`);
}

const cpuTicks = async (pid) => (await readFile(`/proc/${pid}/stat`, "utf8")).split(") ")[1].split(" ").slice(11, 13).reduce((a, b) => a + Number(b), 0);

parts.connections = () => withFirm([], async (firm) => {
	const one = Array.from({ length: 600 }, () => connect(firm, "127.0.0.2"));
	await sleep(1000);
	ok(open(one) === 250, "one address holds a quarter of the connections", open(one));
	await othersAreServed(firm, "one address holds all it may");
	const idle = Array.from({ length: 2000 }, (_, i) => connect(firm, `127.0.1.${1 + (i % 20)}`, i % 2 ? "" : GET + "X: "));
	await sleep(1000);
	await othersAreServed(firm, `2,000 idle connections, ${open(idle)} of them kept`);
	end(one), end(idle);
	await sleep(500);

	// no file is left
	const files = (await readdir(`/proc/${firm.server.pid}/fd`)).length, limit = async (n) =>
		(await command("prlimit", ["--pid", String(firm.server.pid), `--nofile=${n}:`])).stderr;
	const wrong = await limit(files + 3);
	const late = Array.from({ length: 40 }, () => connect(firm, "127.0.0.3", GET + LAST));
	const held = Array.from({ length: 40 }, () => connect(firm, "127.0.0.4", GET));
	await sleep(1500);
	const before = await cpuTicks(firm.server.pid);
	await sleep(2000);
	const busy = (await cpuTicks(firm.server.pid)) - before;
	ok(!wrong && busy < 60, `no file is left for a connection: the server rests (${busy} ticks of 200)`, wrong);
	ok((firm.log.match(/no connection is accepted/g) ?? []).length === 1 && firm.log.length < 2000, "and says so once", firm.log.slice(0, 2000));
	await limit(4096);
	end(held);
	for (let i = 0; i < 50 && open(late); i++)
		await sleep(100);
	ok(late.every(({ text }) => text.startsWith("HTTP/1.1 200 ")), "it goes on when there are some: whoever waited is served", open(late));
});

parts.few_files = () => withFirm([], async (firm) => {
	const idle = Array.from({ length: 400 }, (_, i) => connect(firm, `127.0.1.${1 + (i % 20)}`));
	for (let i = 0; i < 100 && open(idle) > 150; i++)
		await sleep(100);
	await othersAreServed(firm, `150 files in all, ${open(idle)} of 400 idle connections kept`);
	end(idle);
}, null, 150);

// -- large bodies: small ones at the doors, memory given back, nobody else waits

const MiB = 1 << 20;
const anonymous = async (firm) => Number(/RssAnon:\s+(\d+)/.exec(await readFile(`/proc/${firm.server.pid}/status`, "utf8"))[1]) * 1024;
const repeated = (n, name, value) => Array.from({ length: n }, (_, i) => `${name(i)}=${value}`).join("&").slice(0, MiB - 200);
const list = (n, what) => `[${Array(n).fill(what).join()}]`;

const LARGE = [
	["one text", "/a/exchanges", "client_id=1&channel=phone&direction=both&text=" + "a%20".repeat(MiB / 4 - 200)],
	["999 fields", "/a/exchanges", repeated(999, (i) => `f${i}`, "a%C3%A9".repeat(145))],
	["990 tags", "/a/exchanges", "client_id=1&" + repeated(990, () => "tags", "a".repeat(1000))],
	["990 numbers", "/a/exchanges", "client_id=1&" + repeated(990, () => "contact_ids:numbers", "1".repeat(1000))],
	["a page of settings", "/a/settings/patch", "firm_name=" + "a".repeat(MiB - 200)],
	["lines", "/a/writings", "client_id=1&kind=ideas&body=" + "a+b%0A".repeat(MiB / 6 - 200)],
	["400,000 numbers", "/api/v1/exchanges", `{"client_id":1,"channel":"phone","direction":"both","contact_ids":${list(400_000, 1)}}`],
	["200,000 facts", "/api/v1/writings", `{"client_id":1,"kind":"ideas","understood":{"facts":${list(200_000, '"a"')},"emotions":[]}}`],
	["60,000 questions", "/api/v1/writings", `{"client_id":1,"kind":"ideas","questions":${list(60_000, '{"text":"a"}')}}`],
];

parts.bodies = () => withFirm([], async (firm) => {
	const headers = { Authorization: `Bearer ${await firm.token("claire@mistral.example")}` };
	const send = (path, body, type) => ask(firm, path, { method: "POST", body, headers: { ...headers, "Content-Type": type ?? "application/x-www-form-urlencoded" } });
	const json = "application/json";
	ok((await send("/api/v1/clients", '{"name": "Dubé"}', json)).status === 201, "a client");

	for (const door of ["/connexion", "/connexion/oubli", "/motdepasse/x", "/p/entrer", "/p/code", "/l/x"]) {
		const seen = [4096, 4097].map((n) => ask(firm, door, form({ email: "a".repeat(n - "email=".length) })));
		const [fits, large] = (await Promise.all(seen)).map(({ status }) => status);
		ok(fits !== 413 && large === 413, `${door} takes a form of 4 KiB, and no larger one`, [fits, large]);
	}
	const chunked = connect(firm, "127.0.0.1", "POST /connexion HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1001\r\n");
	await Promise.race([once(chunked.socket, "close"), sleep(5000)]);
	ok(chunked.text.startsWith("HTTP/1.1 413 "), "in chunks neither", chunked.text);
	const written = "form_path=%2Fa%2Fexchanges&form_body=client_id%3D1%26text%3D" + "a".repeat(20_000);
	const kept = await ask(firm, "/connexion?avec", { method: "POST", body: `email=claire%40mistral.example&password=${encodeURIComponent(PASSWORD)}&${written}`,
		headers: { "Content-Type": "application/x-www-form-urlencoded" } });
	ok(kept.status === 200 && kept.text.includes("a".repeat(20_000)), "what was written before a log-in comes along", kept.status);

	const before = await anonymous(firm);
	let sent = 0;
	const seen = {};
	await Promise.all(Array.from({ length: 25 }, async () => {
		for (let i; (i = sent++) < 950;) {
			const [, path, body] = LARGE[i % LARGE.length];
			const { status } = await send(path, body, path.startsWith("/api") ? json : undefined);
			seen[status] = (seen[status] ?? 0) + 1;
		}
	}));
	const most = await anonymous(firm);
	let after = most;
	for (let i = 0; i < 50 && (after = await anonymous(firm)) > before + 10 * MiB; i++)
		await sleep(200);
	ok(after < Math.min(before + 10 * MiB, 64 * MiB), `memory comes back after 950 large bodies: ${[before, most, after].map((n) => (n / MiB).toFixed(0))} MiB before, with them, after`, JSON.stringify(seen));

	for (const [what, path, body] of LARGE) {
		let held = true;
		for (let i = 0; i < 5 && held; i++) {
			const so_far = firm.log.length;
			await send(path, body, path.startsWith("/api") ? json : undefined);
			await sleep(50);
			held = firm.log.slice(so_far).includes("held the writer");
		}
		ok(!held, `a megabyte of ${what} holds no writer for 50 ms`, firm.log.slice(-300));
	}
});

// -- what is hidden from a contact costs them nothing

parts.hidden = () => withFirm([], async (firm) => {
	const token = { claire: await firm.token("claire@mistral.example") };
	const api = async (who, method, path, body) => {
		const answer = await ask(firm, path, { method, headers: { Authorization: `Bearer ${token[who]}`, "Content-Type": "application/json" }, body: body && JSON.stringify(body) });
		return { ...answer, json: answer.text.startsWith("{") ? JSON.parse(answer.text) : {} };
	};
	const { id } = (await api("claire", "POST", "/api/v1/clients", { name: "Dubé", state: "active" })).json;
	await api("claire", "POST", "/api/v1/people", { name: "Louise", email: "louise@client.example", role: "contact", client_id: id });
	token.louise = await firm.token("louise@client.example");
	const hidden = (await api("claire", "POST", "/api/v1/exchanges", { client_id: id, channel: "phone", direction: "both", minutes: 3, at: "2027-03-01T08:00", text: "Entre nous" })).json.id;
	const columns = (await firm.sql("SELECT group_concat(name) FROM pragma_table_info('exchange') WHERE name <> 'id'")).stdout.trim();
	const { code, stderr } = await firm.sql(`INSERT INTO exchange (id, ${columns}) SELECT ${hidden} + value, ${columns} FROM exchange, generate_series(1, 10000) WHERE id = ${hidden}`);
	ok(code === 0, "10,000 exchanges that the client does not see", stderr);
	for (let i = 0; i < 3; i++)
		await api("louise", "POST", "/api/v1/exchanges", { text: "Bonjour" });
	const { paths } = (await api("louise", "GET", "/api/v1/openapi.json")).json;
	const lists = Object.keys(paths).filter((path) => paths[path].get && !path.includes("{") && !/\.(json|ics)$/.test(path)).flatMap((path) => [`/api/v1${path}`, `/api/v1${path}?limit=200`, `/api/v1${path}?client_id=${id}`]);
	const all = [...lists, "/api/v1/exchanges?direction=in", "/api/v1/exchanges?channel=phone", `/api/v1/clients/${id}/timeline`, "/api/v1/search?q=nous",
		"/p", "/p/echanges", "/p/entente", "/p/dire", "/p/ecrire", "/p/moi", "/calendar.ics", `/api/v1/exchanges/${hidden}`];
	let [worst, where] = [0, ""];
	for (const path of all) {
		let best = Infinity;
		for (let i = 0; i < 12; i++) {
			const since = performance.now();
			await api("louise", "GET", path);
			best = Math.min(best, performance.now() - since);
		}
		if (best > worst)
			[worst, where] = [best, path];
	}
	ok(worst < 20, `the worst of ${all.length} requests of a contact takes ${worst.toFixed(1)} ms: ${where}`);
});

// -- a PostgreSQL that falls silent holds up whoever needs it, and nobody else

if (process.env.ENTENTE_TEST_PG)
	parts.silence = () => withFirm([], async (firm) => {
		const signal = await everyProcess(process.env.ENTENTE_TEST_PG);
		const headers = { Authorization: `Bearer ${await firm.token("claire@mistral.example")}`, "Content-Type": "application/json" };
		const today = () => ask(firm, "/api/v1/today", { headers }).then(({ status }) => status, () => 0);
		const note = () => ask(firm, "/api/v1/clients", { method: "POST", headers, body: '{"name": "Dubé"}' }).then(({ status }) => status, () => 0);
		const standing = async () => {
			const since = performance.now(), seen = [];
			for (let i = 0; i < 20; i++)
				for (const path of ["/healthz", "/static/drafts.js", "/static/nothing"])
					seen.push((await ask(firm, path)).status);
			return seen.join() === "200,200,404,".repeat(20).slice(0, -1) && seconds(since) < 4 ? null : `${seen} after ${seconds(since)} s`;
		};
		try {
			await signal("SIGSTOP");
			const waiting = [...Array.from({ length: 20 }, today), note()];
			await sleep(500);
			const wrong = await standing();
			ok(!wrong, "PostgreSQL stands still, and health and static files are served", wrong);
			await signal("SIGCONT");
			const then = await Promise.all(waiting);
			ok(then.every((status) => [200, 201].includes(status)), "it goes on, and whoever waited is answered", then);

			await signal("SIGSTOP");
			const since = performance.now(), long = await today();
			ok(long === 503 && seconds(since) < 25, `nobody waits for ever: 503 after ${seconds(since).toFixed(0)} s`, long);
			const still = await standing();
			ok(!still, "and the rest goes on", still);
			await signal("SIGCONT");
			let back;
			for (let i = 0; i < 100 && (back = await today()) !== 200; i++)
				await sleep(100);
			ok(back === 200 && await note() === 201, "it is found again", back);

			await signal("SIGSTOP");
			Array.from({ length: 20 }, today), note();
			await sleep(500);
			const end = performance.now(), code = await firm.stop();
			ok(code === 0 && seconds(end) < 5, `told to end, it ends: after ${seconds(end).toFixed(1)} s`, code);
		} finally {
			await signal("SIGCONT");
		}
		ok((await firm.cli(["doctor"])).code === 0, "the doctor is content");
	}, process.env.ENTENTE_TEST_PG);

for (const [name, part] of Object.entries(parts)) {
	if (chosen.length && !chosen.includes(name))
		continue;
	console.log(`# ${name}`);
	try {
		await part();
	} catch (error) {
		ok(false, `${name} could be tried`, error.stack);
	}
}
done();
