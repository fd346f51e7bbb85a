// Two browsers at once, on a firm of its own whose clock a test moves: ours, and on a
// phone, without any script, a client's, let in by letters as they come.  Every page
// that is read here is looked at by axe.
import { Firm, MISTRAL } from "./firm.mjs";
import { PASSWORD, Visit, broken, words } from "./visit.mjs";

// -- what a hand does

// A tab has a number after its name; an apostrophe may be straight, a space may not break.
function exactly(text) {
	const pattern = text.replace(/[.?()]/g, "\\$&").replace(/’/g, "[’']").replace(/ /g, "\\s");
	return new RegExp(`^\\s*${pattern}\\s*\\d*$`);
}

const main = (place) => (place.mainFrame ? place.locator("main") : place);
const named = (place, text) => main(place).locator("button:visible, a:visible", { hasText: exactly(text) }).first();

// Presses what reads so, and waits for the page it leads to, or for what is said instead.
export async function press(place, text, how = (one) => one.click()) {
	const page = place.mainFrame ? place : place.page();
	await page.evaluate(() => document.querySelectorAll("main, #refusal").forEach((seen) => (seen.dataset.left = "")));
	await how(named(place, text));
	await page.locator(":is(main, #refusal):not([data-left])").first().waitFor();
}

// … unless it stands open already.
export async function unfold(place, text) {
	const summary = main(place).locator("summary:visible", { hasText: exactly(text) }).first();
	if (!(await summary.evaluate((one) => one.parentElement.open)))
		await summary.click();
}

export const pick = (place, name, value) => place.locator(`label:has([name="${name}"][value="${value}"])`).first().click();

export async function fill(place, fields) {
	for (const [name, value] of Object.entries(fields))
		await place.locator(`:is(input, textarea)[name="${name}"]:visible`).last().fill(value);
}

// -- who they are

export async function pair(program, { undo_s }) {
	const visit = await Visit.begin(program, await Firm.found(program, null, MISTRAL)), { firm } = visit;
	await firm.cli(["person", "password", "--person", MISTRAL.email], PASSWORD);
	const headers = { Authorization: `Bearer ${await firm.token(MISTRAL.email)}`, "Content-Type": "application/json" };
	const ask = (method, where, body) => fetch(`${visit.root}${where}`, { method, headers, body: JSON.stringify(body) });
	await ask("PATCH", "/api/v1/settings", { undo_s });

	const letters = async (to) =>
		(await (await ask("GET", "/test/outbox")).json()).items.filter((letter) => letter.to === to);
	const lastLetter = async (to) => (await letters(to)).at(-1).text;

	// axe waits for promises, which a page without scripts never keeps: a browser that has them is
	// shown the same page.
	const twins = { 390: await visit.page({ phone: true }), 1280: await visit.page() };

	async function flaws(page) {
		const twin = twins[page.viewportSize().width], html = await page.content(), url = page.url();
		await twin.route(url, (route) => route.fulfill({ contentType: "text/html", body: html }));
		await twin.goto(url);
		const found = await broken(twin);
		await twin.unroute(url);
		return found;
	}

	// What somebody reads on the page as it stands; "-…" must not be there.
	function reader(ok) {
		return async (page, ...sentences) => {
			const text = await words(page, "body"), found = await flaws(page);
			for (const sentence of sentences) {
				const [, not, wanted] = /^(-?)(.*)$/.exec(sentence.replace(/’/g, "'"));
				ok(text.includes(wanted) === !not, not ? `not “${wanted}”` : `“${wanted}”`, text);
			}
			ok(found.length === 0, `accessible: ${new URL(page.url()).pathname}`, found);
		};
	}

	return {
		visit, firm, letters, lastLetter,
		at: (now) => ask("POST", "/test/clock", { now }),
		mailServer: (to, answer) => ask("POST", "/test/letter", { to, answer }),
		phone: (options) => visit.page({ phone: true, script: false, ...options }),
		journey: (title, walk) => visit.journey(title, (ok) => walk(reader(ok), ok)),

		async byLetter(page, email, button = "Lire") {
			await page.goto(new URL(/https?:\S+/.exec(await lastLetter(email))[0]).pathname);
			await press(page, button);
		},

		async byCode(page, email, [send, enter] = ["Envoyez-moi un code", "Entrer"]) {
			await page.goto("/p/entrer");
			if (await page.locator("[name=email]").count()) /* not yet known by a letter */
				await fill(page, { email });
			await press(page, send);
			await fill(page, { code: /\d{6,}/.exec(await lastLetter(email))[0] });
			await press(page, enter);
		},
	};
}
