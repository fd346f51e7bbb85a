// What a hostile or broken client may send, against a running server:
//   node tests/abuse.mjs HOST PORT [--pid PID] [--slow]
// --pid also watches the server's memory, --slow waits a minute for slow bodies.
import net from "node:net";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";

const { values: options, positionals } = parseArgs({
	allowPositionals: true,
	options: { pid: { type: "string" }, slow: { type: "boolean" } },
});
const [host, port] = [positionals[0], Number(positionals[1])];
if (!host || !port) {
	console.error("usage: node tests/abuse.mjs HOST PORT [--pid PID] [--slow]");
	process.exit(2);
}

const KiB = 1024, MiB = 1024 * KiB;
const GET = "GET /healthz HTTP/1.1\r\nHost: a\r\n";
const POST = "POST /healthz HTTP/1.1\r\nHost: a\r\n";
const LAST = "Connection: close\r\n";

// -- talking

function connect() {
	const client = { text: "", closed: false, since: Date.now(), socket: net.connect({ host, port }) };
	client.socket.setNoDelay(true);
	client.socket.on("data", (bytes) => (client.text += bytes.toString("latin1")));
	client.socket.on("error", () => {});
	client.done = new Promise((resolve) =>
		client.socket.on("close", () => {
			client.closed = true;
			client.seconds = (Date.now() - client.since) / 1000;
			resolve();
		}));
	return client;
}

const statuses = (client) => [...client.text.matchAll(/HTTP\/1\.[01] (\d{3}) /g)].map((m) => Number(m[1]));

// Says everything at once, then listens until the server closes.
async function say(bytes, seconds = 15) {
	const client = connect();
	client.socket.write(bytes);
	await Promise.race([client.done, sleep(seconds * 1000, null, { ref: false })]);
	client.socket.destroy();
	return client;
}

// Says a beginning, then one byte a second.
async function drip(beginning, seconds) {
	const client = connect();
	client.socket.write(beginning);
	for (let i = 0; i < seconds && !client.closed; i++) {
		await Promise.race([client.done, sleep(1000)]);
		if (!client.closed)
			client.socket.write("a");
	}
	client.socket.destroy();
	return client;
}

// -- expecting: each gives null, or what is wrong

const answers = (...wanted) => (client) => {
	const got = statuses(client);
	return wanted.join() === got.join() ? null : `answered ${got.join() || "nothing"}, not ${wanted.join()}`;
};

// Refused: an answer of 4xx or 5xx, or none, and the connection closed.
const refused = (client) => {
	const got = statuses(client);
	if (got.length > 1 || got.some((status) => status < 400))
		return `answered ${got.join()}`;
	return client.closed ? null : "left open";
};

const closedBy = (seconds) => (client) =>
	client.closed && client.seconds < seconds ? null : `not closed within ${seconds} s`;

// -- the checks

const checks = [
	["a sound request", () => say(GET + LAST + "\r\n"), answers(200)],
	["two different lengths", () => say(GET + "Content-Length: 5\r\nContent-Length: 0\r\n\r\nhello"), answers(400)],
	["two equal lengths", () => say(GET + "Content-Length: 5\r\nContent-Length: 5\r\n\r\nhello"), answers(400)],
	["a length beside chunks",
		() => say(GET + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"), answers(400)],
	["length +5", () => say(GET + "Content-Length: +5\r\n\r\nhello"), answers(400)],
	["length 5 ,5", () => say(GET + "Content-Length: 5 ,5\r\n\r\nhello"), answers(400)],
	["a space before the colon", () => say(GET + "Content-Length : 5\r\n\r\nhello"), answers(400)],
	["an unknown coding", () => say(GET + "Transfer-Encoding: xchunked\r\n\r\n"), refused],
	["no Host", () => say("GET /healthz HTTP/1.1\r\n\r\n"), answers(400)],
	["two Hosts", () => say(GET + "Host: b\r\n\r\n"), answers(400)],
	["NUL in a value", () => say(GET + "X: a\0b\r\n\r\n"), answers(400)],
	["a bare carriage return", () => say(GET + "X: a\rb\r\n\r\n"), answers(400)],
	["bare line feeds", () => say("GET /healthz HTTP/1.1\nHost: a\n\n"), answers(400)],
	["a folded header", () => say(GET + "X: a\r\n b\r\n\r\n"), answers(400)],
	["10,000 headers", () => say(GET + "X: a\r\n".repeat(10000) + "\r\n"), answers(431)],
	["a header of 200 KiB", () => say(GET + "X: " + "a".repeat(200 * KiB) + "\r\n\r\n"), answers(431)],
	["a target of 200 KiB", () => say("GET /" + "a".repeat(200 * KiB) + " HTTP/1.1\r\n\r\n"), answers(414)],
	["a bad escape", () => say("GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n"), answers(400)],
	["broken UTF-8 in the path", () => say("GET /%c3%28 HTTP/1.1\r\nHost: a\r\n\r\n"), answers(400)],
	["NUL in the path", () => say("GET /%00 HTTP/1.1\r\nHost: a\r\n\r\n"), answers(400)],
	["HTTP/0.9", () => say("GET /healthz\r\n"), answers(400)],
	["HTTP/2", () => say("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"), refused],
	["TLS", () => say(Buffer.from("160301020001fc0303", "hex")), refused],
	["garbage", () => say(Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919) % 251))), refused],
	["a body of 2 MiB where 1 MiB is the limit",
		() => say(POST + `Content-Length: ${2 * MiB}\r\n\r\n` + "a".repeat(2 * MiB)), answers(413)],
	["chunks of 2 MiB together",
		() => say(POST + "Transfer-Encoding: chunked\r\n\r\n" + `10000\r\n${"a".repeat(64 * KiB)}\r\n`.repeat(32)),
		refused],
	["a length beyond any number", () => say(POST + `Content-Length: ${"9".repeat(30)}\r\n\r\n`), refused],
	["a body shorter than its length, then the end", async () => {
		const client = connect();
		client.socket.end(POST + "Content-Length: 50\r\n\r\nhello");
		await Promise.race([client.done, sleep(5000)]);
		return client;
	}, refused],
	["chunks", () => say(GET + LAST + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n"), answers(200)],
	["chunks with extensions, and lines after the last", () => say(GET + LAST + 'Transfer-Encoding: chunked\r\n\r\n5;a=b;c="d e"\r\nhello\r\n00\r\nX: a\r\n\r\n'), answers(200)],
	["chunks in pieces, and the next request", async () => {
		const client = connect();
		const text = POST + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n3;x\r\nyou\r\n0\r\n\r\n" + GET + LAST + "\r\n";
		for (let at = 0; at < text.length; at += 7) {
			client.socket.write(text.slice(at, at + 7));
			await sleep(10);
		}
		await Promise.race([client.done, sleep(5000)]);
		return client;
	}, answers(415, 200)],
	["chunks that wait for leave", async () => {
		const client = connect();
		client.socket.write(GET + LAST + "Expect: 100-continue\r\nTransfer-Encoding: chunked\r\n\r\n");
		for (let i = 0; i < 100 && !client.text; i++)
			await sleep(50);
		client.socket.write("5\r\nhello\r\n0\r\n\r\n");
		await Promise.race([client.done, sleep(5000)]);
		return client;
	}, answers(100, 200)],
	...[["a chunk size of 0x5", "0x5\r\nhello\r\n"], ["a chunk size with a blank", "5 \r\nhello\r\n"], ["a chunk size of +5", "+5\r\nhello\r\n"],
		["no chunk size", "\r\nhello\r\n"], ["a chunk line ended by a bare line feed", "5\nhello\r\n"], ["a chunk longer than it says", "4\r\nhello\r\n"],
		["a chunk ended by a bare line feed", "5\r\nhello\n"], ["a control character in an extension", "5;\x01\r\nhello\r\n"],
		["a chunk size beyond any number", "fffffffffffffffff\r\n"]].map(([what, bytes]) =>
		[what, () => say(POST + `Transfer-Encoding: chunked\r\n\r\n${bytes}0\r\n\r\n`), answers(400)]),
	["a chunk of more than may be", () => say(POST + "Transfer-Encoding: chunked\r\n\r\nfffffff\r\n"), answers(413)],
	["a folded line after the last chunk", () => say(POST + "Transfer-Encoding: chunked\r\n\r\n0\r\n a\r\n\r\n"), answers(400)],
	["a bad chunk size", () => say(GET + "Transfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n0\r\n\r\n"), refused],
	["a negative chunk size", () => say(GET + "Transfer-Encoding: chunked\r\n\r\n-5\r\nhello\r\n0\r\n\r\n"), refused],
	["three requests at once", () => say((GET + "\r\n").repeat(2) + GET + LAST + "\r\n"), answers(200, 200, 200)],
	["the second of two is unsound", () => say(GET + "\r\n" + GET + "Host: b\r\n\r\n"), answers(200, 400)],
	["two requests in seven pieces", async () => {
		const client = connect();
		const text = GET + "\r\n" + GET + LAST + "\r\n";
		for (let at = 0; at < text.length; at += 16) {
			client.socket.write(text.slice(at, at + 16));
			await sleep(20);
		}
		await Promise.race([client.done, sleep(5000)]);
		return client;
	}, answers(200, 200)],
	["a client that has said all it has to say", async () => {
		const client = connect();
		client.socket.end(GET + "\r\n");
		await Promise.race([client.done, sleep(5000)]);
		return client;
	}, answers(200)],
	["requests without end, answers never read", async () => {
		const client = connect();
		client.socket.pause();
		const many = (GET + "\r\n").repeat(1000);
		for (let i = 0; i < 500 && !client.closed; i++) {
			client.socket.write(many);
			await sleep(2);
		}
		client.socket.destroy();
		return client;
	}, () => null],
	["half a request, then silence", () => say(GET + "X: a"), closedBy(12)],
	["nothing at all", () => say(""), closedBy(12)],
	["a head of one byte a second", () => drip(GET + "X: ", 14), closedBy(12)],
];
if (options.slow)
	checks.push(["a body of one byte a second", () => drip(POST + "Content-Length: 1000\r\n\r\n", 65), closedBy(62)]);

// -- counting

let passed = 0, failed = 0;

function report(name, wrong) {
	wrong ? failed++ : passed++;
	console.log(`${wrong ? "FAILED" : "ok    "} ${name}${wrong ? `: ${wrong}` : ""}`);
}

const memory = () =>
	options.pid ? Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${options.pid}/status`, "latin1"))[1]) * KiB : 0;

const alive = async () => {
	const client = await say(GET + LAST + "\r\n");
	const wrong = answers(200)(client);
	return wrong ?? (client.text.endsWith('{"ok":true}') ? null : "another body");
};

// More connections than are let in; those let in stay silent.
async function crowd(n) {
	const clients = Array.from({ length: n }, connect);
	await sleep(2000);
	const open = clients.filter((client) => !client.closed).length;
	clients.forEach((client) => client.socket.destroy());
	await sleep(500);
	return open > 0 && open <= 250 ? null : `${open} left open`;
}

await alive();
const before = memory();
await Promise.all(checks.map(async ([name, act, expect]) => report(name, expect(await act()))));
report("2,000 connections from one address, 250 of them kept", await crowd(2000));
report("it still answers", await alive());
if (options.pid) {
	const grown = memory() - before;
	report(`its memory grew by ${(grown / MiB).toFixed(1)} MiB`, grown < 20 * MiB ? null : "20 MiB is the bound");
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
