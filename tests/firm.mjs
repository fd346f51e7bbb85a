// A fresh firm for one test: its own database, its people, its server.
import { spawn, execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";

// Exit code and both outputs of a command, whatever they are.
export function command(file, args, stdin, seconds = 120) {
	return new Promise((resolve) => {
		const child = execFile(file, args, { timeout: seconds * 1000, maxBuffer: 1 << 26 }, (error, stdout, stderr) =>
			resolve({ code: error ? (error.code ?? error.signal) : 0, stdout, stderr }));
		child.stdin.end(stdin);
	});
}

async function freePort() {
	const probe = createServer().listen(0, "127.0.0.1");
	await once(probe, "listening");
	const { port } = probe.address();
	probe.close();
	await once(probe, "close");
	return port;
}

let databases = 0;

export const MISTRAL = { name: "Agence Mistral", tz: "America/Montreal", lang: "fr", clock: "2027-03-01T08:00",
	lead: "Claire", email: "claire@mistral.example" };

export class Firm {
	serveOptions = ["--test-clock", "--proxy", "127.0.0.1"];
	within = []; // words before those that serve

	// A database without tables.  postgres: address of a cluster where databases
	// may be made; without it, SQLite.
	static async empty(program, postgres) {
		const firm = new Firm();
		firm.program = program;
		firm.folder = await mkdtemp(join(tmpdir(), "entente-"));
		if (postgres) {
			firm.base = postgres;
			firm.database = `entente_${process.pid}_${++databases}`;
			await firm.psql(`CREATE DATABASE ${firm.database}`);
			firm.db = postgres.replace(/[^/]*$/, firm.database);
		} else {
			firm.file = join(firm.folder, "entente.db");
			firm.db = `sqlite:${firm.file}`;
		}
		return firm;
	}

	static async found(program, postgres, { name, tz, lang, clock, lead, email } = MISTRAL) {
		const firm = await Firm.empty(program, postgres);
		await firm.must("init", "--firm", name, "--tz", tz, "--lang", lang, "--lead", lead, "--lead-email", email,
			"--test-clock", clock);
		return firm;
	}

	// The demonstration: a year of history, and a clock that runs.
	static async demonstration(program) {
		const firm = await Firm.empty(program, null);
		firm.serveOptions = ["--proxy", "127.0.0.1"];
		firm.said = await firm.must("demo");
		return firm;
	}

	async psql(sql) {
		const { code, stderr } = await command("psql", ["-qX", "-v", "ON_ERROR_STOP=1", this.base, "-c", sql]);
		if (code)
			throw new Error(stderr);
	}

	// Straight into the records, behind the program's back; the server may be writing.
	sql(text) {
		return this.file ? command("sqlite3", ["-bail", "-cmd", ".timeout 10000", this.file, text])
			: command("psql", ["-qtAX", "-v", "ON_ERROR_STOP=1", this.db, "-c", text]);
	}

	// What its tables are, as statements; without what depends on the installation.
	async schema() {
		const { stdout, stderr, code } = await (this.file
			? this.sql("SELECT sql || ';' FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'search_%\\__%' ESCAPE '\\' ORDER BY rowid")
			: command("pg_dump", ["--schema-only", "--no-owner", "--no-privileges", "--no-comments", this.db]));
		if (code)
			throw new Error(stderr);
		return this.file ? stdout
			: stdout.split("\n").filter((line) => line && !/^(--|SET |SELECT pg_catalog|\\)/.test(line)).join("\n") + "\n";
	}

	// … and of which version.
	async version() {
		return Number((await this.sql("SELECT value FROM meta WHERE key = 'schema'")).stdout);
	}

	cli(args, stdin) {
		return command(this.program, [...args, "--db", this.db], stdin);
	}

	async must(...args) {
		const { code, stdout, stderr } = await this.cli(args);
		if (code)
			throw new Error(`${args.slice(0, 2).join(" ")}: ${stderr || code}`);
		return stdout.trim();
	}

	token(email) {
		return this.must("token", "create", "--person", email);
	}

	async serve() {
		this.port = await freePort();
		const [first, ...words] = [...this.within, this.program, "serve", "--listen", `127.0.0.1:${this.port}`,
			"--db", this.db, ...this.serveOptions];
		this.server = spawn(first, words);
		this.log = "";
		const ready = new Promise((resolve, reject) => {
			for (const output of [this.server.stdout, this.server.stderr])
				output.on("data", (bytes) => (this.log += bytes) && this.log.includes("listening on ") && resolve());
			this.server.once("exit", (code) => reject(new Error(`serve ended with ${code}: ${this.log}`)));
			this.server.once("error", reject);
			setTimeout(() => reject(new Error("serve said nothing for 20 s")), 20_000).unref();
		});
		await ready;
	}

	alive() {
		return this.server?.exitCode === null && this.server.signalCode === null;
	}

	// The same after a moment: the news of an end comes late.
	async lives() {
		await sleep(300);
		return this.alive();
	}

	// Ends the server; its exit code, or the signal that ended it.
	async stop(signal = "SIGTERM") {
		const { server } = this, alive = this.alive();
		this.server = null;
		if (!server)
			return 0;
		if (alive) {
			const late = setTimeout(() => server.kill("SIGKILL"), 10_000);
			server.kill(signal);
			await once(server, "exit");
			clearTimeout(late);
		}
		return server.exitCode ?? server.signalCode;
	}

	async close() {
		await this.stop();
		if (this.database)
			await this.psql(`DROP DATABASE ${this.database} WITH (FORCE)`);
		await rm(this.folder, { recursive: true, force: true });
	}
}
