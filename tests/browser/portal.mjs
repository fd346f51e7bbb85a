// What a client's people do in their space, on a phone and without any script, let
// in by a code as they are; then what axe finds on every page of theirs.
import { Firm, MISTRAL } from "../firm.mjs";
import { Visit, broken, program, words } from "../visit.mjs";

const path = program();
const visit = await Visit.begin(path, await Firm.found(path, null, MISTRAL));
const { firm } = visit;

// -- the firm: Karim and Café Lune, with everything that can wait

await firm.must("person", "add", "--name", "Karim", "--email", "karim@mistral.example", "--role", "member");
const tokens = { claire: await firm.token("claire@mistral.example"), karim: await firm.token("karim@mistral.example") };

async function ask(who, method, where, body) {
	const answer = await fetch(`${visit.root}${where}`, { method, headers: { Authorization: `Bearer ${tokens[who]}`,
		"Content-Type": "application/json" }, body: method === "GET" ? undefined : JSON.stringify(body ?? {}) });
	const json = await answer.json();
	if (!answer.ok)
		throw new Error(`${method} ${where}: ${JSON.stringify(json)}`);
	return json.record ?? json;
}

const make = (where, body) => ask("karim", "POST", `/api/v1${where}`, body);
const see = (where) => ask("karim", "GET", `/api/v1${where}`);
const at = (now) => ask("claire", "POST", "/test/clock", { now });

await ask("claire", "PATCH", `/api/v1/people/${(await ask("claire", "GET", "/api/v1/people?role=member")).items[0].id}`, { phone: "514 555 0142" });
const lune = await make("/clients", { name: "Café Lune", state: "active" });
const of = { client_id: lune.id };
const luce = await make("/people", { name: "Luce Marchand", email: "luce@lune.example", role: "contact", client_id: lune.id, can_agree: true });
await make("/people", { name: "Paul Ricci", email: "paul@lune.example", role: "contact", client_id: lune.id });
const call = await make("/exchanges", { ...of, channel: "phone", direction: "both", minutes: 5, contact_ids: [luce.id] });
const recap = await make("/writings", { ...of, kind: "recap", about: { type: "exchange", id: call.id },
	understood: { facts: ["Le café ouvre le 3 mai.", "L’enseigne est posée le 28 avril."], emotions: ["pressée"] },
	body: "Le comptoir restera.", next: "Trois pistes mercredi.", questions: [{ text: "Quel nom sur l’enseigne ?" }] });
await make(`/writings/${recap.id}/send`);
const carte = await make("/promises", { ...of, side: "us", text: "La carte des cafés", due: "2027-03-10", deliverable: true });
await make("/promises", { ...of, side: "client", text: "Choisir la vaisselle", due: "2027-03-12" });
const choice = await make("/decisions", { ...of, about: "preference", question: "Quel papier ?", options: [
	{ label: "Le blanc", pros: ["prêt vendredi"], cons: ["plus froid"], promises: [{ side: "us", text: "Tirer une épreuve", due: "2027-03-15" }] },
	{ label: "Attendre", pros: ["le papier choisi"], cons: ["après la fête"] }] });
await make(`/decisions/${choice.id}/ask`);
await make("/promises/" + carte.id + "/done");

// -- the way in

let visitors = 0; // from a place each: ten ways in are tried a minute from one

async function letIn(email, options) {
	const page = await visit.page({ phone: true, script: false, ...options });
	await page.setExtraHTTPHeaders({ "X-Real-IP": `10.0.0.${++visitors}` });
	await page.goto("/p");
	await page.fill("[name=email]", email);
	await page.click("form button");
	const letters = (await ask("claire", "GET", "/test/outbox")).items.filter(({ to }) => to === email);
	await page.fill("[name=code]", /\d{8}/.exec(letters.at(-1).text)[0]);
	await page.click("form button");
	await page.waitForURL("**/p");
	return page;
}

const noted = (page) => words(page, ".noted");
const form = (page, action) => page.locator(`form[action$='${action}']`).first();

// … in what has to be unfolded first.
async function unfolded(page, action) {
	await page.locator("details", { has: page.locator(`form[action$='${action}']`) }).locator("summary").first().click();
	return form(page, action);
}

await visit.journey("the way in", async (ok) => {
	const page = await letIn("luce@lune.example");
	ok((await words(page, "h1")).startsWith("Bonjour Luce"), "she is called by her name");
	ok((await words(page)).includes("Karim"), "and sees whom to call");
	await page.goto("/");
	ok(new URL(page.url()).pathname === "/p", "her home is her space", page.url());
	ok((await page.goto("/auj")).status() === 404, "and our list is nothing that exists");
});

await visit.journey("correct, line by line", async (ok) => {
	const page = await letIn("luce@lune.example");
	await page.locator("a.button[href^='/p/e/']").first().click();
	ok((await words(page)).includes("Le café ouvre le 3 mai."), "what we understood is there to read");
	ok((await words(page)).includes("votre silence ne vaut pas accord"), "and what silence means");
	const line = page.locator("li", { hasText: "28 avril" });
	await line.locator("summary").click();
	await line.locator("input:not([type=hidden])").fill("elle est posée le 30");
	await line.locator("button").click();
	ok((await noted(page)).startsWith("C'est noté"), "it is noted", await noted(page));
	const was = await see(`/writings/${recap.id}`);
	ok(was.state === "corrected" && /28 avril.*posée le 30/s.test(was.answer_text) && !was.answer_text.includes("3 mai"),
		"with the line it is about", was.answer_text);
	const next = (await see(`/writings?client_id=${lune.id}&state=draft`)).items[0];
	await make(`/writings/${next.id}/send`);
	await page.goto("/p");
	await page.locator("a.button[href^='/p/e/']").first().click();
	ok((await words(page)).includes("corrigé"), "the next version shows the one before as corrected");
	await form(page, "/confirm").locator("button").click();
	ok((await see(`/writings/${next.id}`)).state === "confirmed", "and is agreed with one touch");
});

await visit.journey("choose", async (ok) => {
	const page = await letIn("luce@lune.example");
	await page.locator("a.button[href^='/p/d/']").first().click();
	const other = await unfolded(page, "/add_option");
	await other.locator("[name=label]").fill("Le recyclé");
	await other.locator("button").click();
	ok((await words(page)).includes("Le recyclé"), "a way of hers stands beside ours");
	const way = page.locator("section.option", { hasText: "Le blanc" });
	await way.locator("summary").click();
	await way.locator("form button").click();
	ok((await noted(page)).length > 10, "her choice is noted", await noted(page));
	ok((await see(`/decisions/${choice.id}`)).chosen_by === "client", "and is hers");
	await page.goto("/p");
	ok((await words(page)).includes("Tirer une épreuve"), "what it promises is there at once");
});

await visit.journey("promises of both sides", async (ok) => {
	const page = await letIn("luce@lune.example");
	await form(page, "/acknowledge").locator("button").click();
	ok((await see(`/promises/${carte.id}`)).acknowledged_at !== null, "what we handed over is received");
	const gap = await unfolded(page, "/gap");
	await gap.locator("textarea").fill("il manque les prix du midi");
	await gap.locator("button").click();
	ok((await words(page)).includes("il manque les prix du midi"), "what is missing waits for our answer, in her words");
	await form(page, "/done").locator("button").click();
	ok(!(await words(page)).includes("Choisir la vaisselle"), "what she promised is done");
});

await visit.journey("something is wrong", async (ok) => {
	const page = await letIn("luce@lune.example");
	await page.locator(".place > .button").click();
	await page.fill("[name=title]", "Les photos sont floues");
	await form(page, "/a/matters").locator("button").click();
	ok((await noted(page)).length > 10, "it is noted", await noted(page));
	ok(/Karim vous appelle avant \d/.test(await words(page)), "and before when");
});

await visit.journey("a conversation", async (ok) => {
	const page = await letIn("luce@lune.example");
	await page.click("main a[href='/p/ecrire']");
	ok((await page.locator("textarea").boundingBox()).height > 180, "there is room to write");
	await page.fill("[name=text]", "Bonjour Karim,\nLa vitrine sera-t-elle prête jeudi ?");
	await form(page, "/a/exchanges").locator("button").click();
	ok(new URL(page.url()).pathname === "/p/echanges", "she lands where her message stands", page.url());
	ok(/La vitrine sera-t-elle.*Réponse d'ici/s.test(await words(page)), "and says until when it waits", await words(page));
	const asked = (await see(`/exchanges?client_id=${lune.id}&channel=portal`)).items.at(-1);
	const answer = await make("/exchanges", { ...of, channel: "portal", direction: "out", deliver: true, in_reply_to_id: asked.id,
		text: "Oui : https://mistral.example/plan" });
	await page.goto("/p");
	ok((await words(page)).includes("Karim vous a répondu."), "that an answer came is said first", await words(page));
	await page.click("main .came a.button");
	ok(new URL(page.url()).hash === `#${answer.pub}`, "one touch leads to it", page.url());
	ok(await page.locator("main a[href='https://mistral.example/plan']").count() === 1, "an address in it is a link");
	ok((await see(`/exchanges/${answer.id}`)).delivery[0].seen_at !== null, "and it is read");
	const under = page.locator(`li[id="${answer.pub}"]`);
	await under.locator("summary").click();
	await under.locator("textarea").fill("Parfait, merci.");
	await under.locator("button").click();
	const last = (await see(`/exchanges?client_id=${lune.id}&channel=portal&direction=in`)).items.at(-1);
	ok(last.in_reply_to_id === answer.id, "her word goes under it", last);
	await page.goto("/p");
	ok(!(await words(page)).includes("vous a répondu. Lire"), "and what was read is not said again", await words(page));
});

await visit.journey("from the letter", async (ok) => {
	const answer = await make("/exchanges", { ...of, channel: "portal", direction: "out", deliver: true, contact_ids: [luce.id], text: "Le plan est prêt." });
	await at("2027-03-01T08:01");
	const letter = (await ask("claire", "GET", "/test/outbox")).items.filter(({ to }) => to === "luce@lune.example").at(-1);
	const page = await visit.page({ phone: true });
	await page.goto(/\/l\/[\w-]{64}/.exec(letter.text)[0]);
	await page.click("form button");
	ok(new URL(page.url()).pathname === `/p/r/${answer.pub}`, "its button opens that answer", page.url());
	ok((await words(page)).includes("Le plan est prêt."), "which stands there");
	await page.fill("[name=text]", "Je le regarde ce soir.");
	await form(page, "/a/exchanges").locator("button").click();
	ok((await noted(page)).startsWith("Votre message est arrivé"), "it is answered there", await noted(page));
	const last = (await see(`/exchanges?client_id=${lune.id}&channel=portal&direction=in`)).items.at(-1);
	ok(last.in_reply_to_id === answer.id && last.text === "Je le regarde ce soir.", "and that stands under it", last);
	const found = await broken(page);
	ok(found.length === 0, "by everybody", found);
});

await visit.journey("another time", async (ok) => {
	const met = await make("/exchanges", { ...of, channel: "video", direction: "both", planned: true, at: "2027-03-23T10:00",
		contact_ids: [luce.id], place: "https://visio.example/lune" });
	const page = await letIn("luce@lune.example");
	ok(await page.locator("main a[href='https://visio.example/lune']").count() === 1, "where we meet is a link");
	const other = await unfolded(page, "/propose");
	await other.locator("textarea").fill("Plutôt mercredi à 14 h ?");
	await other.locator("button").click();
	ok((await noted(page)).startsWith("Votre proposition est arrivée"), "it is noted", await noted(page));
	ok((await words(page)).includes("Vous avez proposé : Plutôt mercredi à 14 h ?"), "and stands under the appointment", await words(page));
	await make(`/exchanges/${met.id}/cancel`);
});

await visit.journey("a refusal loses nothing", async (ok) => {
	const page = await letIn("luce@lune.example");
	await page.goto("/p/dire");
	await page.fill("[name=text]", "L’imprimeur demande les fichiers avant ce soir.");
	await page.check("[name=urgent_said]");
	await form(page, "/a/exchanges").locator("button").click();
	ok((await page.inputValue("[name=text]")).includes("demande les fichiers avant ce soir"), "what she had written is there", await words(page));
	await page.locator("main a.button").click();
	ok(new URL(page.url()).pathname === "/p/echanges", "and the way back", page.url());
});

await visit.journey("what is hers to decide", async (ok) => {
	const page = await letIn("luce@lune.example");
	await page.goto("/p/moi");
	await page.locator("button[value=en]").click();
	ok(await page.getAttribute("html", "lang") === "en", "her language");
	await page.locator("button[value=fr]").click();
	await (await unfolded(page, "/a/privacy_cases")).locator("button").click();
	const asked = (await ask("claire", "GET", "/api/v1/privacy_cases")).items;
	ok(asked.length === 1 && asked[0].kind === "access" && asked[0].person_id === luce.id, "what she asks of her data", asked);
	ok(await page.locator("#data ~ ul li").count() === 1, "is written there");
	await form(page, "/deconnexion").locator("button").click();
	ok(new URL(page.url()).pathname === "/p/entrer", "and to leave", page.url());
});

await visit.journey("somebody who may not agree", async (ok) => {
	const page = await letIn("paul@lune.example");
	const again = await make("/writings", { ...of, kind: "recap", about: { type: "exchange", id: call.id }, understood: "Il pleut." });
	await make(`/writings/${again.id}/send`);
	await page.goto(`/p/e/${again.pub}`);
	ok(await page.locator("form[action$='/confirm']").count() === 0, "is not asked to");
	ok(await page.locator("form[action$='/correct']").count() === 1, "but corrects all the same");
});

// -- every page, in both languages, light and dark

const tooSmall = (page) => page.evaluate(() => [...document.querySelectorAll("button, .button, summary, select, nav a, " +
	"textarea, input:not([type=hidden], [type=checkbox], [type=radio])")]
	.filter((element) => element.checkVisibility() && element.getBoundingClientRect().height < 44)
	.map((element) => element.outerHTML.slice(0, 80)));

// What lies over a thing that can be touched, wherever one has scrolled to.
const covered = (page) => page.evaluate(() => [...document.querySelectorAll("main button, main .button, main summary, main a, .end a")]
	.filter((element) => {
		element.scrollIntoView({ block: "end" });
		const box = element.getBoundingClientRect();
		const hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
		return element.checkVisibility() && hit && !element.contains(hit) && !hit.contains(element);
	}).map((element) => element.outerHTML.slice(0, 80)));

await at("2027-03-09T09:00");
const page = await letIn("luce@lune.example", { script: true });
const pages = ["/p", "/p/dire", "/p/ecrire", "/p/echanges", "/p/entente", "/p/moi", `/p/e/${recap.pub}`, `/p/d/${choice.pub}`, "/p/nothing"];
for (const lang of ["fr", "en"]) {
	await firm.sql(`UPDATE person SET lang = '${lang}' WHERE role = 'contact'`);
	for (const where of pages) {
		await page.goto(where);
		await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
		visit.ok(await page.getAttribute("html", "lang") === lang, `${lang} ${where}: says its language`);
		const light = await broken(page);
		visit.ok(light.length === 0, `${lang} ${where}: accessible`, light);
		await page.emulateMedia({ colorScheme: "dark" });
		const dark = await broken(page, { runOnly: ["color-contrast"] });
		visit.ok(dark.length === 0, `${lang} ${where}: readable in the dark`, dark);
		await page.emulateMedia({ colorScheme: "light" });
		visit.ok(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth) <= 0, `${lang} ${where}: fits a phone`);
		const small = await tooSmall(page);
		visit.ok(small.length === 0, `${lang} ${where}: a thumb can hit everything`, small);
		const under = await covered(page);
		visit.ok(under.length === 0, `${lang} ${where}: nothing lies over it`, under);
	}
}
await visit.end();
