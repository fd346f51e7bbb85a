// What people do with Entente, in a browser, on the demonstration firm.
import { PASSWORD, Visit, program, words } from "../visit.mjs";

const visit = await Visit.begin(program());
// Vanel waits for nothing; Café Lune for an answer, since two working days.
const vanel = await visit.value("SELECT id FROM client WHERE name = 'Vanel'");
const lune = await visit.value("SELECT id FROM client WHERE name = 'Café Lune'");

// Karim looks after Librairie Sel.
const sel = await visit.value("SELECT id FROM client WHERE name = 'Librairie Sel'");

const opened = (page, summary) => page.locator("details", { has: page.locator("summary", { hasText: summary }) }).first();

async function open(page, summary) {
	const details = opened(page, summary);
	await details.locator("summary").first().click();
	return details.locator("form").first();
}

// A date as an input takes it, so many days from today.
const day = (ahead) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);

await visit.journey("log in", async (ok) => {
	const page = await visit.page();
	await page.goto("/clients");
	ok(new URL(page.url()).pathname === "/connexion", "a stranger is asked who they are", page.url());
	await page.fill("[name=email]", "karim@mistral.example");
	await page.fill("[name=password]", "something else");
	await page.click("form button");
	await page.waitForSelector("#refused");
	ok((await words(page, "#refused")).length > 20, "a wrong password is said in a sentence");
	ok(await page.inputValue("[name=email]") === "karim@mistral.example", "the address that was typed stays");
	await page.fill("[name=password]", PASSWORD);
	await page.click("form button");
	await page.waitForURL("**/clients");
	ok((await words(page, "h1")) === "Clients", "then the page that was asked for opens");
	await page.click("[popovertarget=person-menu]");
	await page.click("#person-menu form button");
	await page.waitForURL("**/connexion");
	await page.goto("/auj");
	ok(new URL(page.url()).pathname === "/connexion", "whoever logged out is a stranger again");
});

await visit.journey("note an exchange", async (ok) => {
	const page = await visit.as("karim");
	await page.click(".main-nav a[href='/noter']");
	await page.fill("[name=client]", "vanel");
	await page.click("form.card button");
	await page.locator("label:has([name=channel][value=phone])").click();
	await page.locator("label:has([name=direction][value=out])").click();
	await page.fill("[name=text]", "La visite commence à 10 h, la salle du haut est libre.");
	await page.click("form.card button");
	await page.waitForURL((url) => url.pathname !== "/noter");
	await page.goto(`/c/${vanel}`);
	ok((await words(page)).includes("la salle du haut est libre"), "three fields are enough, and the thread shows it");
});

await visit.journey("waiting refused", async (ok) => {
	const page = await visit.as("karim");
	const row = page.locator(".row", { has: page.locator("form[action$='/snooze']") }).first();
	await row.locator("details.more summary").click();
	const form = row.locator("form[action$='/snooze']");
	await form.locator("[name=until]").evaluate((input, far) => { input.max = ""; input.value = far; }, day(30));
	await form.locator("[name=reason]").fill("Le papier arrive mardi.");
	await form.locator("button").click();
	await page.waitForSelector("#refusal");
	ok((await words(page, "#refusal")).includes("deux jours"), "thirty days are refused in a sentence",
		await words(page, "#refusal"));
	ok(await form.locator("[name=reason]").inputValue() === "Le papier arrive mardi.", "what was typed stays");
	ok(await page.evaluate(() => document.activeElement.id) === "refusal", "the keyboard is taken to it");
	ok(new URL(page.url()).pathname === "/auj", "the page stays the same", page.url());

	const waits = await visit.value("SELECT 'a2:exchange:' || record_id FROM clock WHERE type = 'a2' " +
		"AND stopped_at IS NULL AND due < unixepoch() AND for_id = (SELECT id FROM person WHERE email LIKE 'karim@%')");
	await page.route("**/a/today/*/snooze", (route) => route.continue({ url: `${visit.root}/a/today/${waits}/snooze` }));
	await form.locator("button").click();
	await page.waitForFunction(() => document.getElementById("refusal").textContent.includes("Quelqu"));
	ok((await words(page, "#refusal h1")) ===
		"Quelqu'un attend. On peut répondre, en parler au prochain rendez-vous, ou passer la main.",
		"where someone waits, the doors are named", await words(page, "#refusal h1"));
});

await visit.journey("answer", async (ok) => {
	const page = await visit.as("karim"), hand = visit.hand().on(page);
	const row = page.locator(".row", { has: page.locator("a[href^='/noter?reply=']") }).first();
	const before = await row.locator(".row-text").innerText();
	await hand.click(row.locator("a[href^='/noter?reply=']"));
	await hand.fill("form:has([name=deliver]) [name=text]", "Oui, c'est réservé pour mardi.");
	await hand.click("form:has([name=deliver]) .actions button");
	await page.waitForSelector(".told");
	const { clicks, fields } = hand.said("answering");
	ok(clicks <= 2 && fields <= 1, "two clicks and a field", { clicks, fields });
	ok(await visit.value("SELECT count(*) FROM letter WHERE about_kind = 'exchange' AND about_id = (SELECT max(id) FROM exchange)") !== "0" ||
		(await words(page)).includes("part dans un instant"), "and it leaves");
	ok(await page.locator(".told form[action$='/take_back']").count() === 1, "unless it is taken back");
	await page.goto("/auj");
	ok(!(await page.locator(".row-text").allInnerTexts()).includes(before), "the row is gone from the list", before);
});

await visit.journey("an agreement, from the need to its beginning", async (ok) => {
	const page = await visit.as("karim"), hand = visit.hand().on(page);
	await page.goto(`/c/${lune}`);
	await hand.click(".tabs a[href*='volet=entente']");
	await page.waitForSelector("form[action='/a/mandates']", { state: "attached" });
	if (!(await page.isVisible("form[action='/a/mandates'] [name=title]")))
		await hand.click(opened(page, "Ajouter un mandat").locator("summary"));
	await hand.fill("form[action='/a/mandates'] [name=title]", "La terrasse");
	await hand.click("form[action='/a/mandates'] .actions button");
	await page.waitForURL("**/mandat/*");
	const work = page.url().match(/mandat\/(\d+)/)[1], form = `form[action='/a/mandates/${work}/write_down']`;
	await hand.fill(`${form} [name=need]`, "Que la terrasse soit pleine en juin.");
	await hand.fill(`${form} [name=how]`, "Une affiche et trois annonces.");
	await hand.fill(`${form} [name=when_due]`, day(90));
	await hand.fill(`${form} [name=price_cents]`, "2400");
	await hand.fill(`${form} [name=service]`, `Une affiche prête pour l'imprimeur, ${day(20)}\nTrois annonces parues, ${day(40)}`);
	await hand.fill(`${form} [name=frame]`, "Une seule personne qui relit : deux relectures se contredisent");
	if (await page.locator(`${form} [name=answer]`).count())
		await hand.click(`${form} label:has([name=answer][value=not_needed])`);
	await hand.click(`${form} .actions button`);
	await page.waitForURL("**/ecrit/*");
	await hand.click("form[action$='/send'] button");
	await page.waitForFunction(() => !document.querySelector("form[action$='/send']"));

	const theirs = await visit.page();
	await theirs.goto(visit.firm.said.match(/Noémie.*\n.*(\/l\/\S+)/)[1]);
	hand.on(theirs);
	await hand.click("form button");
	await theirs.waitForURL("**/p");
	const entente = await visit.value(`SELECT id FROM writing WHERE kind = 'entente' AND mandate_id = ${work}`);
	await hand.click(theirs.locator(":is(li, article, .sheet):has-text('La terrasse') a[href^='/p/e/']"));
	await hand.click("form[action$='/confirm'] button");
	await theirs.waitForURL("**fait=writing.confirm**").catch(() => {});
	ok(await visit.value(`SELECT state FROM writing WHERE id = ${entente}`) === "confirmed", "one yes agrees the need and all of it");

	hand.on(page);
	await page.goto(`/mandat/${work}`);
	await hand.click("form[action$='/start'] button");
	await page.waitForSelector(".told");
	ok(await visit.value(`SELECT state FROM mandate WHERE id = ${work}`) === "running", "it begins");
	const { clicks, fields } = hand.said("an agreement from need to start");
	ok(clicks <= 15 && fields <= 9, "fifteen clicks and nine fields at most", { clicks, fields });
});

await visit.journey("a decision put to the client", async (ok) => {
	const page = await visit.as("karim"), hand = visit.hand().on(page);
	await page.goto(`/c/${lune}`);
	await page.goto(`/decision?client_id=${lune}`);
	await hand.fill("[name=question]", "Rose ou bleu pour l'affiche ?");
	await hand.click("label:has([name=about][value=preference])");
	await hand.click("form.card > .actions button");
	await page.waitForURL(/\/decision\/\d+/);
	const ways = [["Un rose plus vif", "il se voit de loin", "il pâlit au soleil"], ["Du bleu", "il tient", "il se voit moins"]];
	for (const [i, [label, pro, con]] of ways.entries()) {
		const way = page.locator("details.way-out", { has: page.locator(`[name='options.${i}.label']`) });
		if (!(await way.locator(`[name='options.${i}.label']`).isVisible()))
			await hand.click(way.locator("summary").first());
		await hand.fill(`[name='options.${i}.label']`, label);
		await hand.fill(`[name='options.${i}.pros:lines']`, pro);
		await hand.fill(`[name='options.${i}.cons:lines']`, con);
	}
	await hand.click("button[name=then][value=ask]");
	await page.waitForSelector(".told");
	const { clicks, fields } = hand.said("a decision put to the client");
	ok(clicks <= 9 && fields <= 7, "nine clicks and seven fields at most", { clicks, fields });
	ok(await visit.value("SELECT state FROM decision ORDER BY id DESC LIMIT 1") === "asked", "it is put to them");
});

await visit.journey("a client handed over", async (ok) => {
	const page = await visit.as("karim"), hand = visit.hand().on(page);
	await page.goto(`/c/${sel}`);
	await hand.click("a[href$='/passage']");
	await page.waitForURL("**/passage");
	await hand.click("a[href*='/passage?a=']:has-text('Inès')");
	await page.waitForSelector("form.compose");
	await hand.click("form.compose .actions button");
	await page.waitForSelector(".told");
	const { clicks, fields } = hand.said("handing a client over");
	ok(clicks <= 3 && fields === 0, "three clicks, and no field", { clicks, fields });
	ok(await visit.value(`SELECT person.name FROM client JOIN person ON person.id = responsible_id WHERE client.id = ${sel}`) ===
		"Inès Carvalho", "somebody else looks after them");
	ok((await visit.value(`SELECT text FROM exchange WHERE client_id = ${sel} ORDER BY id DESC LIMIT 1`)).includes("Inès"),
		"which the client reads");
});

await visit.journey("two on one draft", async (ok) => {
	const draft = await visit.value("SELECT id FROM writing WHERE kind = 'recap' AND state = 'draft' ORDER BY id LIMIT 1");
	const [mine, theirs] = [await visit.as("karim"), await visit.as("ines")];
	const kept = () => visit.value(`SELECT understood || next FROM writing WHERE id = ${draft}`);
	await mine.goto(`/ecrit/${draft}`);
	await theirs.goto(`/ecrit/${draft}`);
	await theirs.fill("[name='facts:lines']", "Inès a compris le samedi");
	await theirs.click("form.compose .actions .soft");
	await theirs.waitForSelector(".told");
	await mine.fill("[name=what_now]", "Karim envoie le plan.");
	await mine.click("form.compose .actions .soft");
	await mine.waitForSelector("#refusal");
	ok(await mine.inputValue("[name='facts:lines']") === "Inès a compris le samedi", "what she wrote stands where he wrote nothing");
	ok(!(await kept()).includes("Karim envoie"), "nothing is put back by itself");
	await mine.click("form.compose .actions .soft");
	await mine.waitForSelector(".told");
	ok(/Inès a compris.*Karim envoie/.test(await kept()), "sent again, both are kept", await kept());
});

await visit.journey("a vacation, with a cover", async (ok) => {
	const page = await visit.as("tom"), hand = visit.hand().on(page);
	await hand.click("[popovertarget=person-menu]");
	await hand.click("#person-menu a[href^='/personne/']");
	await page.waitForURL("**/personne/*");
	await hand.click("details:has(form[action$='/away']) summary");
	await hand.fill("form[action$='/away'] [name=from]", day(30));
	await hand.fill("form[action$='/away'] [name=to]", day(44));
	await hand.choose("form[action$='/away'] [name=cover_person_id]", "Hugo Pelletier");
	await hand.click("form[action$='/away'] .actions button");
	await page.waitForSelector(".told");
	const { clicks, fields } = hand.said("a vacation with a cover");
	ok(clicks <= 4 && fields <= 3, "four clicks and three fields at most", { clicks, fields });
	ok((await words(page)).includes("relais : Hugo Pelletier"), "and the page says who covers", await words(page));
});

await visit.journey("tell a problem by call", async (ok) => {
	const page = await visit.as("karim");
	await page.click(".main-nav a.perceive");
	await page.fill("[name=client]", "café");
	await page.click("form.card button");
	await page.click(`a[href='/probleme?client_id=${lune}']`).catch(() => {});
	await page.fill("[name=title]", "L'affiche portera l'ancienne adresse");
	await page.click("form.card button");
	await page.waitForURL("**/probleme/*");
	ok(/À dire de vive voix/.test(await words(page)), "it says by when", await words(page, ".lead"));
	ok(await page.locator(".call a[href^='tel:']").count() > 0, "the number to ring comes first");
	await page.click("a:has-text('Noter l’appel maintenant')");
	await page.locator("label:has([name=channel][value=phone])").click();
	await page.locator("label:has([name=direction][value=out])").click();
	await page.fill("[name=text]", "Dit à Noémie ; nous réimprimons à nos frais.");
	await page.click("form.card button");
	await page.waitForURL("**/probleme/*");
	ok(/ · dit/.test(await words(page, ".eyebrow")), "one form notes the call and tells", await words(page, ".eyebrow"));
	ok(await page.locator("a[href^='/echange/']").count() > 0, "it leads to the call");
});

await visit.journey("told before it was noticed", async (ok) => {
	const page = await visit.as("karim");
	await page.goto(`/probleme?client_id=${lune}`);
	await page.fill("[name=title]", "Le menu d'été a deux fautes");
	await page.click("form.card button");
	await page.waitForURL("**/probleme/*");
	const exchanges = "SELECT count(*) FROM exchange";
	const before = await visit.value(exchanges);
	await page.click("a:has-text('Noter l’appel maintenant')");
	await page.locator("label:has([name=channel][value=phone])").click();
	await page.locator("label:has([name=direction][value=out])").click();
	await page.fill("[name=text]", "Rien de neuf.");
	await page.click("details.plus summary");
	await page.fill("[name=at]", `${day(-3)}T10:00`);
	await page.click("form.card button");
	await page.waitForSelector("#refusal");
	ok(await page.inputValue("[name=text]") === "Rien de neuf.", "it is refused, and what was typed stays");
	ok(await visit.value(exchanges) === before, "neither the call nor the telling was kept");
});

await visit.journey("stuck", async (ok) => {
	const page = await visit.as("tom");
	await page.goto(`/c/${lune}`);
	const form = await open(page, "Promettre");
	await form.locator("[name=text]").fill("La liste des voisins à inviter");
	await form.locator("[name=due]").fill(day(9));
	await form.locator("button").click();
	await page.waitForFunction(() => !document.querySelector(".quick details[open]"));
	await page.goto(`/promesse/${await visit.value("SELECT max(id) FROM promise")}`);
	ok((await words(page, "h1")) === "La liste des voisins à inviter", "the promise has its page");
	const stuck = await open(page, "Je bloque");
	await stuck.locator("button").click();
	await page.waitForURL("**/probleme/*");
	ok((await words(page, "h1")) === "Je bloque : La liste des voisins à inviter", "one tap makes it something to tell",
		await words(page, "h1"));
});

await visit.journey("a promise is moved, then kept", async (ok) => {
	const page = await visit.as("karim");
	await page.goto(`/promesse/${await visit.value("SELECT max(id) FROM promise")}`);
	const form = await open(page, "Ce ne sera pas prêt à temps");
	await form.locator("[name=due]").fill(day(12));
	await form.locator("[name=reason]").fill("Les adresses arrivent lundi.");
	await form.locator("[name=agreed]").check();
	await form.locator("button").click();
	await page.waitForFunction(() => document.body.innerText.includes("Les adresses arrivent lundi."));
	ok(/déplacée une fois/.test(await words(page)), "the move and its reason show");
	await page.click("form[action$='/done'] button");
	await page.waitForFunction(() => !document.querySelector("form[action$='/done']"));
	ok(/tenue aujourd'hui/.test(await words(page)), "then it is kept", await words(page, ".facts"));
});

await visit.journey("settings", async (ok) => {
	const member = await visit.as("hugo");
	await member.goto("/reglages");
	ok(await member.locator("main input").count() === 0, "a member reads them");
	const page = await visit.as("claire");
	await page.goto("/reglages");
	await page.fill("[name=reply_due_wh]", "6");
	await page.locator("[name='working_periods.mon']").nth(1).fill("12:00");
	await page.locator("[name='working_periods.mon']").nth(2).fill("13:00");
	await page.locator("[name='working_periods.mon']").nth(3).fill("17:30");
	await page.locator("[name=holidays]").first().fill("2027-06-24");
	ok(await page.locator("[name=voice_gap_d]").first().isHidden(), "most of them are folded");
	await opened(page, "Prendre soin de la relation").locator("summary").click();
	await page.locator("[name=voice_gap_d]").nth(1).fill("45");
	await page.click(".stay button");
	await page.waitForFunction(() => document.querySelectorAll("[name='working_periods.mon']").length === 6);
	ok(await page.inputValue("[name=reply_due_wh]") === "6", "a number is kept");
	ok(await page.locator("[name=voice_gap_d]").nth(1).inputValue() === "45", "so is a pair of numbers");
	ok(await page.locator("[name=holidays]").first().inputValue() === "2027-06-24", "and a holiday");
	await member.reload();
	ok((await words(member)).includes("09:00 – 12:00, 13:00 – 17:30"), "the hours of Monday are said to all");
	ok(await visit.value("SELECT count(*) FROM audit WHERE action = 'settings'") === "4", "only what changed is in the log");
	await page.locator("[name='working_periods.tue']").nth(1).fill("08:00");
	await page.click(".stay button");
	await page.waitForSelector("#refusal");
	ok((await words(page, "#refusal")).includes("Heures de travail"), "hours that end before they begin are refused by name",
		await words(page, "#refusal"));
	await page.reload();
	const folded = opened(page, "Quand quelque chose ne va pas"), verify = page.locator("[name=verify_wd]");
	await folded.locator("summary").click();
	await verify.fill("401");
	await folded.locator("summary").click();
	await page.click(".stay button");
	await verify.waitFor({ state: "visible" });
	ok(await verify.evaluate((input) => input === document.activeElement), "what does not fit is shown where it was folded");
});

await visit.journey("every setting", async (ok) => {
	const page = await visit.as("claire");
	await page.goto("/reglages");
	const headers = { Authorization: `Bearer ${await visit.firm.token("claire@mistral.example")}`, "Content-Type": "application/json" };
	const door = (method, body) => fetch(`${visit.root}/api/v1/settings`, { method, headers, body: body && JSON.stringify(body) });
	const settings = await (await door("GET")).json();
	const inputs = await page.locator("main [name]").evaluateAll((all) =>
		all.map(({ name, type, min, max, step }) => ({ name: name.split(".")[0], type, min: +min, max: +max, step: +step })));
	const missing = Object.keys(settings).filter((key) => !inputs.some(({ name }) => name === key));
	ok(!missing.length && Object.keys(settings).length >= 65, "the page has an input for each", missing);

	const numbers = inputs.filter(({ type }) => type === "number");
	const hundredths = (n) => Math.round(n * 100);
	const as = (name, n) => (Array.isArray(settings[name]) ? [n, n]
		: name.endsWith("_cents") ? hundredths(n) : hundredths(n) / 100);
	const all = (end) => Object.fromEntries(numbers.map((input) => [input.name, as(input.name, input[end])]));
	ok((await door("PATCH", all("min"))).ok, "the door takes the lowest that each input takes");
	ok((await door("PATCH", all("max"))).ok, "and the highest");
	ok((await door("PATCH", settings)).ok, "and all of it as it was");
	const taken = [];
	for (const { name, min, max, step } of numbers)
		for (const n of [min - step, max + step])
			if ((await door("PATCH", { [name]: as(name, n) })).ok)
				taken.push(`${name} ${n}`);
	ok(numbers.length > 55 && !taken.length, "and nothing one step beyond", taken);
});

await visit.journey("the reader's language", async (ok) => {
	const page = await visit.as("hugo");
	await page.click("[popovertarget=person-menu]");
	await page.click("#person-menu a[href^='/personne/']");
	const form = await open(page, "Modifier");
	await form.locator("[name=lang]").selectOption("en");
	await form.locator("button").click();
	await page.waitForFunction(() => document.querySelector("h1") && document.body.innerText.includes("An absence"));
	await page.goto("/auj");
	ok(await page.getAttribute("html", "lang") === "en", "the page is English");
	ok((await words(page, "h1")) === "Today", "Today is Today", await words(page, "h1"));
	ok((await words(page, ".main-nav")).includes("I sense a problem"), "so is the way to say a problem");
});

await visit.journey("one's own password", async (ok) => {
	const page = await visit.as("lea");
	await page.click("[popovertarget=person-menu]");
	await page.click("#person-menu a[href^='/personne/']");
	const form = await open(page, "Mot de passe");
	await form.locator("[name=current]").fill("not this one");
	await form.locator("[name=password]").fill("le vent tourne au nord");
	await form.locator("button").click();
	await page.waitForSelector("#refusal");
	ok((await words(page, "#refusal")).includes("mot de passe"), "the present one is asked for", await words(page, "#refusal"));
	await form.locator("[name=current]").fill(PASSWORD);
	await form.locator("button").click();
	await page.waitForURL((url) => url.pathname === "/connexion");
	await page.fill("[name=email]", "lea@mistral.example");
	await page.fill("[name=password]", "le vent tourne au nord");
	await page.click("form button");
	await page.waitForSelector(".main-nav");
	ok(true, "the new one opens");
});

await visit.journey("keyboard only", async (ok) => {
	const page = await visit.page();
	const focused = () => page.evaluate(() => document.activeElement.outerHTML.slice(0, 80));
	const tabTo = async (selector) => {
		for (let i = 0; i < 60; i++) {
			if (await page.evaluate((wanted) => document.activeElement.matches(wanted), selector))
				return true;
			await page.keyboard.press("Tab");
		}
		return false;
	};
	await page.goto("/connexion");
	await tabTo("[name=email]");
	await page.keyboard.type("ines@mistral.example");
	await page.keyboard.press("Tab");
	await page.keyboard.type(PASSWORD);
	await page.keyboard.press("Enter");
	await page.waitForURL("**/auj");
	await page.keyboard.press("Tab");
	ok(/class="skip"/.test(await focused()), "the first stop leads past the navigation", await focused());
	ok(await tabTo(".main-nav a[href='/noter']"), "the navigation is reached");
	await page.keyboard.press("Enter");
	await page.waitForURL("**/noter");
	ok(await tabTo("[name=client]"), "so is the client");
	await page.keyboard.type("Café Lune");
	await page.keyboard.press("Enter");
	await page.waitForSelector("[name=channel]");
	ok(await tabTo("[name=channel]"), "the channel");
	await page.keyboard.press("Space");
	ok(await tabTo("[name=direction]"), "the direction");
	await page.keyboard.press("Space");
	ok(await tabTo("[name=text]"), "the text");
	const ring = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle +
		getComputedStyle(document.activeElement).boxShadow);
	ok(ring !== "nonenone", "the place where one is shows");
	await page.keyboard.type("Noté sans souris.");
	ok(await tabTo("form.card .actions button"), "the button");
	await page.keyboard.press("Enter");
	await page.waitForURL((url) => url.pathname !== "/noter");
	ok(await visit.value("SELECT count(*) FROM exchange WHERE text = 'Noté sans souris.'") === "1", "it is noted");
});

await visit.journey("a problem, from the call to the ways out", async (ok) => {
	const page = await visit.as("karim");
	await page.goto(`/probleme?client_id=${vanel}`);
	await page.fill("[name=title]", "Les affiches sont floues");
	await page.click("form.card > .actions button");
	await page.waitForURL(/\/probleme\/\d+$/);
	const id = page.url().match(/\d+$/)[0];
	await page.click(`a[href="/probleme/${id}/appel"]`);
	await page.waitForURL("**/appel");
	await page.fill("[name=what_happened]", "Le logo est illisible.");
	await page.fill("[name=worries_most]", "Le vernissage est jeudi.");
	if (await page.locator("[name=audience]").count())
		await page.fill("[name=audience]", "son conseil");
	await page.fill("[name=minutes]", "6");
	await page.click("form[action$='/call'] .actions button");
	await page.waitForURL(`**/probleme/${id}`);
	ok(await visit.value(`SELECT state FROM matter WHERE id = ${id}`) === "told", "the call tells it");
	ok((await visit.value("SELECT understood FROM writing WHERE kind = 'problem' ORDER BY id DESC LIMIT 1"))
		.includes("Le logo est illisible."), "what was heard is in the note");

	await page.goto(`/decision?about=problem&about_id=${id}`);
	await page.fill("[name=question]", "Comment réparer ?");
	await page.fill("[name='options.0.label']", "Réimprimer");
	await page.fill("[name='options.0.pros:lines']", "net\ndurable");
	await page.fill("[name='options.1.label']", "Coller un cartel");
	await page.click("form.card > .actions button");
	await page.waitForURL(/\/decision\/\d+$/);
	const kept = JSON.parse(await visit.value("SELECT options FROM decision ORDER BY id DESC LIMIT 1"));
	ok(kept.length === 2 && kept[0].pros.length === 2, "two ways are kept, the blank third is not", JSON.stringify(kept));
	await page.click("button[name=then][value=ask]");
	await page.waitForSelector("#refusal");
	ok((await words(page, "#refusal")).length > 20, "what is missing before the client reads it is said");
});

await visit.journey("a stumble names nobody, or is asked about", async (ok) => {
	const page = await visit.as("karim");
	await page.goto(`/c/${vanel}?volet=moments`);
	const form = page.locator("form[action='/a/moments']:has([name=kind][value=setback])").last(); // the tab's
	await form.evaluate((form) => { form.closest("details").open = true; });
	await form.locator("label:has([name=kind][value=setback])").click();
	await form.locator("[name=title]").fill("Affiches floues");
	await form.locator("button").click();
	await page.waitForURL(/\/moment\/\d+$/);
	await page.fill("[name='findings:lines']", "Tom a oublié l'épreuve.");
	await page.click("form[action$='/patch'] button");
	await page.waitForSelector("#refusal form button");
	ok((await words(page, "#refusal")).includes("pas des coupables"), "a name is asked about", await words(page, "#refusal"));
	await page.click("#refusal form button");
	await page.waitForFunction(() => !document.getElementById("refusal"));
	ok((await visit.value("SELECT findings FROM moment ORDER BY id DESC LIMIT 1")).includes("Tom"),
		"whoever means it says it anyway");
});

await visit.journey("what is typed is found again", async (ok) => {
	const page = await visit.as("karim");
	const typed = () => page.locator("form[action='/a/promises'] [name=text]");
	const line = page.locator(".draft");
	await page.goto(`/c/${vanel}`);
	await (await open(page, "Promettre")).locator("[name=text]").fill("La liste des fournisseurs");
	await page.goto("/auj");
	await page.goto(`/c/${lune}`);
	ok(await typed().inputValue() === "", "on that page only");
	await page.goto(`/c/${vanel}`);
	ok(await typed().inputValue() === "La liste des fournisseurs" && await typed().isVisible(), "whoever left by mistake finds it");
	ok((await words(page, ".draft")).includes("Brouillon retrouvé"), "which is said", await line.count());
	await line.locator("button").click();
	await page.reload();
	ok(await typed().inputValue() === "" && await line.count() === 0, "or throws it away");
	await (await open(page, "Promettre")).locator("[name=text]").fill("La liste des serveurs");
	await page.reload();
	await page.locator("form[action='/a/promises'] [name=due]").fill(day(9));
	await page.locator("form[action='/a/promises'] button:not(.plain)").click();
	await page.waitForSelector(".told");
	ok((await words(page, ".told")).includes("La liste des serveurs"), "what was done is said");
	ok(!page.url().includes("fait="), "once", page.url());
	await page.goto(`/c/${vanel}`);
	ok(await typed().inputValue() === "" && await line.count() === 0, "what was sent is a draft no more");
	await (await open(page, "Promettre")).locator("[name=text]").fill("Entre nous");
	await page.click("[popovertarget=person-menu]");
	await page.click("#person-menu form button");
	await page.waitForURL("**/connexion");
	ok(await page.evaluate(() => localStorage.length) === 0, "and nothing stays for whoever comes next");
});

await visit.journey("a session that is over", async (ok) => {
	const page = await visit.as("karim");
	await page.goto(`/c/${vanel}`);
	const form = await open(page, "Promettre");
	await form.locator("[name=text]").fill("Le plan de salle");
	await form.locator("[name=due]").fill(day(9));
	await page.context().clearCookies();
	await form.locator("button").click();
	await page.waitForSelector("#refusal [name=password]");
	await page.fill("#refusal [name=email]", "karim@mistral.example");
	await page.fill("#refusal [name=password]", PASSWORD);
	await page.click("#refusal form button");
	await page.waitForSelector("form.typed");
	ok(await page.inputValue("form.typed [name=text]") === "Le plan de salle", "what was typed comes through the log-in");
	ok(await visit.value("SELECT count(*) FROM promise WHERE text = 'Le plan de salle'") === "0", "and is not sent by itself");
	await page.click("form.typed button");
	await page.waitForSelector(".told");
	ok(await visit.value("SELECT count(*) FROM promise WHERE text = 'Le plan de salle'") === "1", "one button sends it");
});

await visit.journey("two on one record", async (ok) => {
	const [karim, claire] = [await visit.as("karim"), await visit.as("claire")];
	const work = await visit.value("SELECT min(id) FROM mandate");
	const change = async (page, how) => {
		const form = page.locator(`form[action='/a/mandates/${work}/patch']`);
		if (!(await form.isVisible()))
			await page.locator("details", { has: form }).locator("summary").first().click();
		await form.locator("[name=how]").fill(how);
		await form.locator(".actions button").click();
	};
	await karim.goto(`/mandat/${work}`);
	await claire.goto(`/mandat/${work}`);
	await change(claire, "En quatre visites.");
	await claire.waitForSelector(".told");
	await change(karim, "En deux visites.");
	await karim.waitForSelector("#refusal .typed.both");
	ok((await words(karim, "#refusal")).includes("En quatre visites."), "what she wrote stands beside", await words(karim, "#refusal"));
	ok(await karim.inputValue("#refusal [name=how]") === "En deux visites.", "what he wrote");
	await karim.click("#refusal .typed button");
	await karim.waitForSelector(".told");
	ok(await visit.value(`SELECT how FROM mandate WHERE id = ${work}`) === "En deux visites.", "having seen both, he decides");
});

await visit.journey("without JavaScript", async (ok) => {
	const page = await visit.as("karim", { script: false });
	await page.goto(`/noter?client_id=${lune}`);
	await page.locator("label:has([name=channel][value=email])").click();
	await page.locator("label:has([name=direction][value=in])").click();
	await page.fill("[name=text]", "Noémie demande trois affiches de plus.");
	await page.click("form.card button");
	await page.waitForURL((url) => url.pathname !== "/noter");
	ok(await visit.value("SELECT count(*) FROM exchange WHERE text LIKE '%trois affiches de plus.'") === "1",
		"an exchange is noted");
	await page.goto(`/promesse/${await visit.value("SELECT min(id) FROM promise WHERE state = 'open' AND side = 'us'")}`);
	await page.locator("details", { hasText: "Ce ne sera pas prêt à temps" }).first().locator("summary").click();
	const form = page.locator("form[action$='/move']");
	await form.locator("[name=reason]").fill("Un jour de plus.");
	await form.locator("button").click();
	await page.waitForSelector("#refusal");
	ok((await words(page, "#refusal h1")).length > 20, "a refusal is a page with a sentence");
	await page.click("#refusal a");
	ok(new URL(page.url()).pathname.startsWith("/promesse/"), "and a way back", page.url());
});

await visit.journey("a client's own page", async (ok) => {
	const page = await visit.page();
	await page.goto(visit.firm.said.match(/Noémie.*\n.*(\/l\/\S+)/)[1]);
	await page.click("form button");
	await page.waitForURL("**/p");
	ok((await words(page, "h1")) === "Bonjour Noémie,", "the link that the demonstration prints opens it",
		await words(page, "h1"));
	await page.goto("/p/entente");
	ok((await words(page)).includes("Petite torréfaction"), "all of it");
});

await visit.end();
