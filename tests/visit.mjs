// A browser on the demonstration firm.  It watches for what must never happen
// on any page: an error in the console, something that the page's own policy
// held back, an input with an empty bound.  What fails is told by name; the last line counts.
import { chromium } from "playwright-core";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { Firm } from "./firm.mjs";

export const PASSWORD = "entente-demo";
const PHONE = { width: 390, height: 844 }, WIDE = { width: 1280, height: 900 };

// Pages that refuse are loaded on purpose; the browser notes them all the same.
const expected = /^Failed to load resource: the server responded with a status of 4\d\d/;

function chromiumPath() {
	return ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);
}

export class Visit {
	passed = 0;
	failed = 0;
	held = []; // what must never happen, with the page where it did

	// … or on a firm of its own.
	static async begin(program, firm) {
		const visit = new Visit();
		visit.firm = firm ?? await Firm.demonstration(program);
		try {
			await visit.firm.serve();
			visit.browser = await chromium.launch({ executablePath: chromiumPath(),
				args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"] });
		} catch (error) {
			await visit.firm.close();
			throw error;
		}
		visit.root = `http://127.0.0.1:${visit.firm.port}`;
		return visit;
	}

	// A page of a browser of its own; nobody is logged in.
	async page({ phone = false, scheme = "light", script = true, locale = "fr-CA" } = {}) {
		const context = await this.browser.newContext({ baseURL: this.root, locale,
			viewport: phone ? PHONE : WIDE, colorScheme: scheme, javaScriptEnabled: script, hasTouch: phone,
			reducedMotion: "reduce" });
		const page = await context.newPage();
		page.setDefaultTimeout(10_000);
		page.on("console", (message) => {
			if (message.type() === "error" && !expected.test(message.text()))
				this.held.push(`${page.url()}: ${message.text()}`);
		});
		page.on("pageerror", (error) => this.held.push(`${page.url()}: ${error}`));
		if (script)
			await page.addInitScript(() => {
				addEventListener("securitypolicyviolation", (event) =>
					console.error(`held back by ${event.violatedDirective}: ${event.blockedURI}`));
				addEventListener("DOMContentLoaded", () => document.querySelectorAll("[min=''], [max=''], [maxlength='']")
					.forEach((input) => console.error(`a bound fell away: ${input.outerHTML}`)));
			});
		return page;
	}

	// … where somebody of the firm has logged in: "karim".
	async as(name, options) {
		const page = await this.page(options);
		await page.goto("/connexion");
		await page.fill("[name=email]", `${name}@mistral.example`);
		await page.fill("[name=password]", PASSWORD);
		await page.click("form button");
		await page.waitForURL("**/auj");
		return page;
	}

	ok(good, what, seen) {
		console.log(`${good ? "ok" : "not ok"} - ${what}`);
		good ? this.passed++ : this.failed++;
		if (!good && seen !== undefined)
			console.log(`# ${typeof seen === "string" ? seen : JSON.stringify(seen)}`);
	}

	// One thing that a person does, from the first click to what it led to.
	async journey(title, walk) {
		const before = this.browser.contexts().length;
		try {
			await walk((good, what, seen) => this.ok(good, `${title}: ${what}`, seen));
		} catch (error) {
			this.ok(false, title, error.message);
		}
		await Promise.all(this.browser.contexts().slice(before).map((context) => context.close()));
	}

	// What a person's hand does, counted: clicks, and fields filled in; on one page after another.
	hand() {
		let clicks = 0, fields = 0;
		const of = (where) => (typeof where === "string" ? this.at.locator(where).first() : where);
		const hand = {
			on: (page) => ((this.at = page), hand),
			click: async (where) => (clicks++, of(where).click()),
			fill: async (where, text) => (fields++, of(where).fill(text)),
			choose: async (where, label) => (fields++, of(where).selectOption({ label })),
			said: (what) => (console.log(`clicks ${clicks} fields ${fields}: ${what}`), { clicks, fields }),
		};
		return hand;
	}

	// One value out of the records.
	async value(query) {
		return (await this.firm.sql(query)).stdout.trim().split("\n")[0];
	}

	async end() {
		this.ok(this.held.length === 0, "no error in any console, nothing held back by the policy", this.held);
		await this.browser.close();
		await this.firm.close();
		console.log(`${this.passed} passed, ${this.failed} failed`);
		process.exit(this.failed ? 1 : 0);
	}
}

// What a page says, spaces made plain.
export async function words(page, selector = "main") {
	const text = await page.locator(selector).first().innerText();
	return text.replace(/[\s\u00a0\u202f]+/g, " ").replace(/’/g, "'").trim();
}

const axe = readFile(new URL("../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");

// Each rule of axe that a page breaks, with the first place where it does.
export async function broken(page, options) {
	await page.evaluate(await axe);
	const { violations } = await page.evaluate((wanted) => window.axe.run(wanted), options);
	return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 160)}`);
}

export function program() {
	const [path] = process.argv.slice(2);
	if (!path) {
		console.error(`usage: node ${process.argv[1]} PROGRAM`);
		process.exit(2);
	}
	return path;
}
