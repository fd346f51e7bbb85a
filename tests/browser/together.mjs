// Two browsers at once, in French: Claire's, and on a phone, without any script,
// her client's, let in by letters as they come.  They live through a first meeting
// and what was agreed of it, then through a problem, until it is excellent.
import { readFile } from "node:fs/promises";
import { Firm, MISTRAL } from "../firm.mjs";
import { PASSWORD, Visit, program, words } from "../visit.mjs";

const axe = await readFile(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
const path = program();
const visit = await Visit.begin(path, await Firm.found(path, null, { ...MISTRAL, clock: "2027-02-22T09:00" }));
const { firm } = visit;
await firm.cli(["person", "password", "--person", "claire@mistral.example"], PASSWORD);
await firm.must("person", "add", "--name", "Léa Roy", "--email", "lea@mistral.example", "--role", "member");
await firm.must("person", "add", "--name", "Tom Vidal", "--email", "tom@mistral.example", "--role", "member");
const headers = { Authorization: `Bearer ${await firm.token("claire@mistral.example")}`, "Content-Type": "application/json" };

const now = (instant) => fetch(`${visit.root}/test/clock`, { method: "POST", headers, body: JSON.stringify({ now: instant }) });
const letters = async () => (await (await fetch(`${visit.root}/test/outbox`, { headers })).json()).items;

// -- what people do

const plain = (text) => text.replace(/[’']/g, "[’']").replace(/[.?()]/g, "\\$&").replace(/ /g, "\\s");
const reads = (text) => new RegExp(`^\\s*${plain(text)}\\s*$`);

// The first thing in sight that reads so and can be pressed.
const within = (place, text) => place.locator("button:visible, a:visible, summary:visible", { hasText: reads(text) }).first();

// Presses it, and waits for the page it leads to, or for what is said instead.
async function press(place, text) {
	const page = place.page?.() ?? place, wanted = within(place === page ? page.locator("main") : place, text);
	await page.evaluate(() => {
		document.querySelector("#refusal")?.remove();
		document.querySelector("main").dataset.left = "";
	});
	await wanted.click();
	await page.locator("main:not([data-left]), #refusal").first().waitFor();
}

const unfold = (place, text) => place.locator("summary:visible", { hasText: reads(text) }).first().click();

// What axe finds on the page as it stands: in a browser with scripts, without asking the server again.
let shot = 0;
async function passes(page, ok, what) {
	if (process.env.PICTURES) {
		const phone = page.viewportSize().width < 500;
		await page.screenshot({ path: `${process.env.PICTURES}/${String(++shot).padStart(2, "0")}-${phone ? "p" : "w"}-${what.replace(/\W+/g, "_")}.png`, fullPage: true });
	}
	const html = await page.content(), url = page.url();
	const twin = await visit.page({ phone: page.viewportSize().width < 500 });
	await twin.route(url, (route) => route.fulfill({ contentType: "text/html", body: html }));
	await twin.goto(url);
	await twin.evaluate(axe);
	const { violations } = await twin.evaluate(() => window.axe.run());
	ok(violations.length === 0, `axe: ${what}`, violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 160)}`));
	await twin.context().close();
}

// … the way in: by the last letter to that address.
async function byLetter(page, email) {
	const letter = (await letters()).filter(({ to }) => to === email).at(-1);
	await page.goto(new URL(/https?:\S+\/l\/\S+/.exec(letter.text)[0]).pathname);
	return letter;
}

async function byCode(page, email) {
	await page.goto("/p/entrer");
	if (await page.locator("[name=email]").count()) /* a letter's reader is known */
		await page.fill("[name=email]", email);
	await press(page, "Envoyez-moi un code");
	const letter = (await letters()).filter(({ to }) => to === email).at(-1);
	await page.fill("[name=code]", /\d{8}/.exec(letter.text)[0]);
	await press(page, "Entrer");
}

const pick = (page, name, value) => page.locator(`label:has([name="${name}"][value="${value}"])`).first().click();

async function newClient(page, name, contact, email) {
	await page.goto("/clients");
	await unfold(page, "Ajouter un client");
	const form = page.locator("#new form");
	await form.locator("[name=name]").fill(name);
	await pick(form, "state", "active");
	await press(form, "Ajouter");
	await press(page, "Contacts");
	await unfold(page, "Ajouter un contact");
	const card = page.locator("form[action='/a/people']");
	await card.locator("[name=name]").fill(contact);
	await card.locator("[name=email]").fill(email);
	await card.locator("[name=phone]").fill("514 555 0137");
	await card.locator("[name=can_agree]").check();
	await press(card, "Ajouter");
}

let claire = await visit.as("claire");
let ella = await visit.page({ phone: true, script: false });
const ELLA = "ella@nord.example";

// -- a first meeting, its recap, a correction, a silence

await visit.journey("welcome", async (ok) => {
	await newClient(claire, "Éditions Nord", "Ella Nord", ELLA);
	await passes(claire, ok, "client contacts");
	await press(claire, "Entente");
	await passes(claire, ok, "client entente tab");
	await press(claire.locator(".tabs ~ section, .section"), "Écrire la bienvenue");
	await passes(claire, ok, "welcome composer");
	ok((await claire.inputValue("[name=body]")).startsWith("Il y aura peut-être des imprévus."), "is there to be sent as it is", await claire.inputValue("[name=body]"));
	await press(claire, "Relire avant l’envoi");
	await passes(claire, ok, "welcome preview");
	await press(claire, "Envoyer");
	await passes(claire, ok, "welcome sent");
	await byLetter(ella, ELLA);
	await passes(ella, ok, "link");
	await press(ella, "Lire");
	await passes(ella, ok, "welcome read");
	await claire.goto("/c/1?volet=entente");
	await press(claire, "Proposer la règle du silence");
	await passes(claire, ok, "silence composer");
	await press(claire, "Relire avant l’envoi");
	await passes(claire, ok, "silence preview");
	await press(claire, "Envoyer");
	await byLetter(ella, ELLA);
	await press(ella, "Lire");
	await passes(ella, ok, "silence read");
	await press(ella, "C’est bien cela");
	await passes(ella, ok, "silence accepted");
	await claire.goto("/c/1?volet=entente");
	await passes(claire, ok, "entente tab after");
	await ella.locator(".firm").click();
	await press(ella, "Voir tout votre espace");
	await passes(ella, ok, "ask for a code");
	await press(ella, "Envoyez-moi un code");
	await passes(ella, ok, "code");
	const letter = (await letters()).filter(({ to }) => to === ELLA).at(-1);
	await ella.fill("[name=code]", "000000");
	await press(ella, "Entrer");
	await passes(ella, ok, "wrong code");
	await ella.fill("[name=code]", /\d{8}/.exec(letter.text)[0]);
	await press(ella, "Entrer");
	await passes(ella, ok, "home");
	await ella.goto("/p/entente");
	await passes(ella, ok, "portal entente");
	await ella.goto("/p/moi");
	await passes(ella, ok, "portal moi");
	await ella.goto("/p/dire");
	await passes(ella, ok, "portal dire");
	console.log((await letters()).map((l) => JSON.stringify(l)).join("\n"));
});

const see = (page, where) => page.goto(where);

await visit.journey("meeting", async (ok) => {
	await now("2027-03-01T09:00");
	claire = await visit.as("claire");
	await claire.goto("/c/1");
	await unfold(claire, "Rendez-vous");
	const form = claire.locator("form:has([name=planned][type=hidden])");
	await form.locator("[name=at]").fill("2027-03-02T14:00");
	await form.locator("[name=minutes]").fill("60");
	await pick(form, "channel", "in_person");
	await form.locator("[name=subject]").fill("première rencontre");
	await passes(claire, ok, "appointment form");
	await press(form, "Noter");
	await passes(claire, ok, "appointment noted");
	await now("2027-03-02T13:55");
	await claire.goto("/auj");
	await passes(claire, ok, "today before meeting");
	await claire.locator(".slip a").first().click();
	await claire.waitForURL("**/fiche");
	await passes(claire, ok, "sheet");
	await claire.selectOption("[name=aid_notetaker_id]", { label: "Léa Roy" });
	await claire.locator("[name=aid_no_devices][type=checkbox]").check();
	await press(claire, "Garder");
	await passes(claire, ok, "sheet kept");
	await now("2027-03-02T15:00");
	await claire.goto("/auj");
	await passes(claire, ok, "today after meeting");
	await press(claire, "Écrire le récapitulatif");
	await passes(claire, ok, "recap composer");
	await claire.fill("[name=notes]", "Le lancement est en mai.\nElle a hâte, mais craint le budget.\n> envoyer un plan, 12 mars\n? Qui valide la couverture chez vous ?");
	await claire.fill("[name='facts:lines']", "Le lancement est en mai.\nLe tirage est de 3 000 exemplaires.");
	await claire.fill("[name=emotions]", "enthousiaste, pressée");
	await claire.fill("[name=what_now]", "Nous envoyons un plan.");
	await press(claire, "Relire avant l’envoi");
	await passes(claire, ok, "recap preview");
	await now("2027-03-03T10:20");
	await claire.goto("/auj");
	await press(claire, "Écrire le récapitulatif");
	await passes(claire, ok, "recap composer again");
	await press(claire, "Relire avant l’envoi");
	await passes(claire, ok, "recap preview again");
	await press(claire, "Envoyer");
	await passes(claire, ok, "recap sent");
	await now("2027-03-03T16:00");
	ella = await visit.page({ phone: true, script: false });
	await byLetter(ella, ELLA);
	await press(ella, "Lire");
	await passes(ella, ok, "recap read");
	await claire.goto("/auj");
	await passes(claire, ok, "today quiet");
	await now("2027-03-04T09:30");
	const line = ella.locator("li", { hasText: "en mai" });
	await line.locator("summary").click();
	await line.locator("input:not([type=hidden])").fill("Le lancement est en juin.");
	await passes(ella, ok, "recap line open");
	await press(line, "Envoyer mes corrections");
	await passes(ella, ok, "recap corrected");
	await claire.goto("/auj");
	await passes(claire, ok, "today correct");
	await press(claire, "Corriger");
	await passes(claire, ok, "corrected writing");
	await press(claire, "Poursuivre la prochaine version");
	await passes(claire, ok, "v2 composer");
	await claire.fill("[name='facts:lines']", "Le lancement est en juin.\nLe tirage est de 3 000 exemplaires.");
	await press(claire, "Relire avant l’envoi");
	await now("2027-03-04T13:00");
	await press(claire, "Envoyer");
	await passes(claire, ok, "v2 sent");
	await now("2027-03-04T15:00");
	await byLetter(ella, ELLA);
	await press(ella, "Lire");
	await passes(ella, ok, "v2 read");
	await now("2027-03-09T13:00");
	await claire.goto("/auj");
	await passes(claire, ok, "today remind");
	ella = await visit.page({ phone: true, script: false });
	await byCode(ella, ELLA);
	await passes(ella, ok, "home banner");
	await now("2027-03-12T09:00");
	await ella.goto("/p");
	await passes(ella, ok, "home after tacit");
	await ella.goto("/p/entente");
	await passes(ella, ok, "portal entente after tacit");
	await press(ella, "Récapitulatif du 2 mars");
	await passes(ella, ok, "tacit read");
	await claire.goto("/c/1?volet=entente");
	await passes(claire, ok, "client tab tacit");
});

const PAUL = "paul@port.example";

await visit.journey("problem", async (ok) => {
	await now("2027-04-05T09:00");
	claire = await visit.as("claire");
	await newClient(claire, "Musée du Port", "Paul Port", PAUL);
	const cid = /\/c\/(\d+)/.exec(claire.url())[1];
	await claire.goto(`/c/${cid}?volet=entente`);
	await press(claire.locator(".section"), "Écrire la bienvenue");
	await press(claire, "Relire avant l’envoi");
	await press(claire, "Envoyer");
	await now("2027-04-06T10:00");
	const paul = await visit.page({ phone: true, script: false });
	await byLetter(paul, PAUL);
	await press(paul, "Lire");
	await paul.locator(".place > .button").click();
	await passes(paul, ok, "p dire");
	await paul.fill("[name=title]", "Les affiches sont floues");
	await paul.fill("[name=body]", "On ne lit pas la date, et le vernissage est dans dix jours.");
	await press(paul, "Le dire");
	await passes(paul, ok, "p said narrow");
	await byCode(paul, PAUL);
	await passes(paul, ok, "p home problem");
	await claire.goto("/auj");
	await passes(claire, ok, "w today call");
	await now("2027-04-06T11:30");
	await press(claire, "Rappeler");
	await passes(claire, ok, "w matter told step");
	await press(claire, "Ouvrir la fiche d’appel");
	await passes(claire, ok, "w call sheet");
	await claire.fill("[name=what_happened]", "Les affiches sont floues.");
	await claire.fill("[name=since_when]", "Depuis lundi.");
	await claire.fill("[name=effects]", "Le vernissage approche.");
	await claire.fill("[name=worries_most]", "Le conseil sera là.");
	await pick(claire, "channel", "phone");
	await claire.fill("[name=minutes]", "8");
	await press(claire, "Garder l’appel");
	await passes(claire, ok, "w after call");
	await claire.locator(".step[data-step=now] a.button").first().click();
	await claire.waitForURL("**/ecrit/*");
	await passes(claire, ok, "w reformulation composer");
	await claire.fill("[name=emotions]", "inquiet, déçu");
	await claire.fill("[name=what_now]", "Deux solutions vendredi.");
	await press(claire, "Relire avant l’envoi");
	await passes(claire, ok, "w reformulation preview without part");
	await press(claire, "Envoyer");
	await passes(claire, ok, "w refused without our part");
	await claire.locator("#refusal a.button").click();
	await claire.waitForLoadState();
	await passes(claire, ok, "w where it is mended");
	await claire.locator("[name=our_part]").first().fill("Nous avons sauté une épreuve.");
	await claire.locator("[name=cause]").first().selectOption("us");
	await press(claire.locator("[data-step=now]"), "Garder");
	await passes(claire, ok, "w our part kept");
	await press(claire, "Poursuivre ce que nous avons compris");
	await press(claire, "Relire avant l’envoi");
	await passes(claire, ok, "w reformulation preview");
	await press(claire, "Envoyer");
	await passes(claire, ok, "w reformulation sent");
	await paul.goto("/p");
	await passes(paul, ok, "p home reformulation");
	await press(paul, "Lire et répondre");
	await passes(paul, ok, "p reformulation");
	await now("2027-04-07T14:00");
	await press(paul, "C’est bien cela");
	await passes(paul, ok, "p reformulation confirmed");
	await now("2027-04-08T10:00");
	await claire.goto("/auj");
	await passes(claire, ok, "w today propose");
	await claire.locator(".row", { hasText: "Musée du Port" }).locator("a.button").first().click();
	await claire.waitForURL("**/probleme/*");
	await passes(claire, ok, "w matter propose");
	await press(claire, "Préparer les solutions");
	await passes(claire, ok, "w decide form");
await claire.fill("[name=question]", "Comment réparer ?");
	const way = (n) => ({
		fill: (name, value) => claire.locator(`[name^="options.${n}.${name}"]`).first().fill(value) });
	await way(0).fill("label", "Réimprimer");
	await way(0).fill("pros", "rapide");
	await way(0).fill("cons", "plus cher");
	await unfold(claire.locator(".way-out").first(), "Plus sur cette solution");
	await claire.fill("[name='options.0.promises.0.text']", "Réimprimer");
	await claire.fill("[name='options.0.promises.0.due']", "2027-04-14");
	await claire.fill("[name='options.0.promises.1.text']", "Valider l’épreuve");
	await claire.selectOption("[name='options.0.promises.1.side']", "client");
	await claire.fill("[name='options.0.promises.1.due']", "2027-04-13");
	await passes(claire, ok, "w decide form filled");
	await press(claire, "La préparer");
	await passes(claire, ok, "w decision draft");
	await press(claire, "Soumettre au client");
	await passes(claire, ok, "w one way refused");
	await unfold(claire, "Une solution de plus");
	await way(1).fill("label", "Corriger en ligne");
	await way(1).fill("pros", "demain");
	await way(1).fill("cons", "les murs restent");
	await claire.locator(".way-out summary").first().click();
	await claire.locator("[name=recommended_option]").first().check();
	await press(claire, "Garder");
	await passes(claire, ok, "w decision two ways");
	await press(claire, "Soumettre au client");
	await passes(claire, ok, "w goal refused");
	await claire.locator(".way-out summary").first().click();
	await unfold(claire.locator(".way-out").first(), "Plus sur cette solution");
	await press(claire, "Les pourquoi de ce client");
	const why = claire.locator(".why").first();
	await why.locator("summary").last().click();
	await why.locator("[name=text]").last().fill("Ouvrir à l’heure.");
	await press(why, "Noter");
	await passes(claire, ok, "w whys tab");
	await claire.goto("/decision/1");
	await claire.locator(".way-out summary").first().click();
	await unfold(claire.locator(".way-out").first(), "Plus sur cette solution");
	await claire.locator("[name^='options.0.serves']").selectOption({ label: "Ouvrir à l’heure." });
	await press(claire, "Garder");
	await press(claire, "Soumettre au client");
	await passes(claire, ok, "w decision asked");
	await byLetter(paul, PAUL);
	await press(paul, "Lire");
	await passes(paul, ok, "p decision");
	await unfold(paul, "Je vois une autre solution");
	await paul.fill("[name=label]", "Changer le visuel");
	await press(paul, "La proposer");
	await passes(paul, ok, "p decision third");
	await now("2027-04-12T10:00");
	const chosen = paul.locator("section.option", { hasText: "Réimprimer" });
	await unfold(chosen, "Choisir cette solution");
	await passes(paul, ok, "p choose open");
	await press(chosen, "Oui, c’est mon choix");
	await passes(paul, ok, "p chosen");
	await paul.goto("/p");
	await passes(paul, ok, "p home promises");
	await press(paul.locator(".promises"), "C’est fait");
	await passes(paul, ok, "p promise done");
	await now("2027-04-14T16:00");
	claire = await visit.as("claire");
	await claire.goto("/probleme/2");
	await passes(claire, ok, "w matter apply");
	await press(claire.locator("[data-step=now]"), "C’est fait");
	await passes(claire, ok, "w matter check later");
	await paul.goto("/p");
	await passes(paul, ok, "p home received");
	await now("2027-04-21T16:30");
	await paul.goto("/p");
	await passes(paul, ok, "p home verify");
	await paul.locator("label:has([name=value][value='3'])").click();
	await unfold(paul, "Et ce que vous avez ressenti, en un mot");
	await passes(paul, ok, "p rate open");
	await paul.locator("[name='felt.understood'][value=no]").check();
	await press(paul, "Répondre");
	await passes(paul, ok, "p rated");
	await claire.goto("/auj");
	await passes(claire, ok, "w today adjust");
	await claire.goto("/probleme/2");
	await passes(claire, ok, "w matter second round");
	await press(claire, "Préparer les solutions");
	await claire.fill("[name=question]", "Et maintenant ?");
	await way(0).fill("label", "Retoucher");
	await way(0).fill("pros", "rapide");
	await way(0).fill("cons", "une nuit de travail");
	await unfold(claire.locator(".way-out").first(), "Plus sur cette solution");
	await claire.fill("[name='options.0.promises.0.text']", "Retoucher");
	await claire.fill("[name='options.0.promises.0.due']", "2027-04-23");
	await way(1).fill("label", "Remplacer");
	await way(1).fill("pros", "neuf");
	await way(1).fill("cons", "plus long");
	await press(claire, "La préparer");
	await press(claire, "Soumettre au client");
	await passes(claire, ok, "w second asked");
	await byLetter(paul, PAUL);
	await press(paul, "Lire");
	const again = paul.locator("section.option", { hasText: "Retoucher" });
	await unfold(again, "Choisir cette solution");
	await press(again, "Oui, c’est mon choix");
	await now("2027-04-23T12:00");
	await claire.goto("/probleme/2");
	await press(claire.locator("[data-step=now]"), "C’est fait");
	await now("2027-04-30T15:00");
	claire = await visit.as("claire");
	await claire.goto("/auj");
	await passes(claire, ok, "w today verify");
	await claire.goto("/probleme/2");
	await passes(claire, ok, "w matter verify");
	await press(claire.locator("[data-step=now]"), "Noter d’abord l’appel");
	await passes(claire, ok, "w note call");
	await pick(claire, "channel", "phone");
	await pick(claire, "direction", "out");
	await claire.fill("[name=text]", "Tout est net, le conseil est content.");
	await press(claire.locator("form.card"), "Noter");
	await passes(claire, ok, "w call noted");
	await claire.goto("/probleme/2");
	await pick(claire.locator("[data-step=now]"), "value", "5");
	await passes(claire, ok, "w rating form");
	await press(claire.locator("[data-step=now]"), "Garder sa réponse");
	await passes(claire, ok, "w closed");
	await press(claire, "Chercher ce qui manquait");
	await passes(claire, ok, "w stumble");
	await claire.fill("textarea[name='findings:lines']", "Tom a oublié le fichier");
	await press(claire, "Garder");
	await passes(claire, ok, "w culprit");
	await claire.fill("textarea[name='findings:lines']", "Le fichier n’avait pas de gardien.");
	await press(claire.locator("section", { hasText: "Constats" }), "Garder");
	await press(claire.locator("form.inline"), "C’est fait");
	await passes(claire, ok, "w solution missing");
	await unfold(claire, "Promettre une solution");
	const fix = claire.locator("form[action='/a/promises']");
	await fix.locator("[name=text]").fill("Nommer un gardien des fichiers");
	await fix.locator("[name=due]").fill("2027-05-20");
	await press(fix, "Promettre");
	await passes(claire, ok, "w solution");
	await claire.goto("/moment/1");
	await press(claire.locator("form.inline"), "C’est fait");
	await passes(claire, ok, "w stumble done");
	await paul.goto("/p");
	await passes(paul, ok, "p home closed");
});
await visit.end();
