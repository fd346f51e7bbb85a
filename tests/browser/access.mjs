// Every page, in both languages, light and dark, wide and on a phone: what axe
// finds, what runs over the edge, what a thumb cannot hit.
import { Visit, broken, program } from "../visit.mjs";

const visit = await Visit.begin(program());

const first = (table, where) => visit.value(`SELECT id FROM ${table} WHERE ${where} ORDER BY id DESC LIMIT 1`);
const client = await first("client", "name = 'Café Lune'");

const paths = ["/auj", "/noter", `/noter?client_id=${client}`, "/clients", "/clients?q=zzz", `/c/${client}`,
	...["entente", "promesses", "a-dire", "decisions", "pourquoi", "moments", "portrait", "contacts"].map((tab) => `/c/${client}?volet=${tab}`),
	"/equite", "/arbre", `/arbre?client=${client}`, `/c/${client}?semaine=2026-01-01`,
	...["volant", "derive", "demandes", "ressenti", "attente", "heures", "annee"].map((facts) => `/c/${client}/${facts}`), `/promesse/${await first("promise", "state = 'open' AND side = 'us'")}`,
	`/promesse/${await first("promise", "state = 'done'")}`,
	`/promesse/${await first("promise", "side = 'client'")}`,
	"/probleme", `/probleme/${await first("matter", "state = 'noticed'")}`,
	`/probleme/${await first("matter", "voice_owed = 1")}`,
	`/echange/${await first("exchange", "needs_reply = 1 AND answered_at IS NULL")}`,
	`/echange/${await first("exchange", "planned = 1 AND at > unixepoch()")}`,
	`/mandat/${await first("mandate", "need IS NOT NULL")}`, "/bibliotheque",
	`/ecrit/${await first("writing", "kind = 'recap' AND state = 'draft'")}`,
	`/ecrit/${await first("writing", "kind = 'recap' AND state = 'draft'")}?relire=1`,
	"/equipe", `/personne/${await first("person", "role = 'lead'")}`, `/personne/${await first("person", "role = 'contact'")}`,
	"/reglages", "/journal", "/journal?verify=1", "/recherche?q=affiche", "/promesse/999999"];

const openAll = (page) => page.evaluate(() => document.querySelectorAll("details").forEach((details) => {
	details.removeAttribute("name");
	details.open = true;
}));

const tooSmall = (page) => page.evaluate(() => [...document.querySelectorAll("button, .button, summary, select, " +
	"input:not([type=hidden], [type=checkbox], [type=radio]), .chips label, .main-nav a")]
	.filter((element) => element.checkVisibility() && element.getBoundingClientRect().height < 44)
	.map((element) => element.outerHTML.slice(0, 80)));

const overTheEdge = (page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

async function look(page, lang, path) {
	const answer = await page.goto(path);
	const where = `${lang} ${path}`;
	visit.ok(answer.status() === (path.endsWith("999999") ? 404 : 200), `${where}: answers`, answer.status());
	visit.ok(await page.getAttribute("html", "lang") === lang, `${where}: says its language`);
	await openAll(page);
	const light = await broken(page);
	visit.ok(light.length === 0, `${where}: accessible`, light);
	await page.emulateMedia({ colorScheme: "dark" });
	const dark = await broken(page, { runOnly: ["color-contrast"] });
	visit.ok(dark.length === 0, `${where}: readable in the dark`, dark);
	await page.emulateMedia({ colorScheme: "light" });
}

async function lookOnPhone(page, lang, path) {
	await page.goto(path);
	await openAll(page);
	visit.ok(await overTheEdge(page) <= 0, `${lang} ${path}: fits a phone`);
	const small = await tooSmall(page);
	visit.ok(small.length === 0, `${lang} ${path}: a thumb can hit everything`, small);
}

for (const lang of ["fr", "en"]) {
	await visit.firm.sql(`UPDATE person SET lang = '${lang}' WHERE role = 'lead'`);
	const page = await visit.as("claire"), phone = await visit.as("claire", { phone: true });
	for (const path of paths) {
		await look(page, lang, path);
		await lookOnPhone(phone, lang, path);
	}
	const member = await visit.as("tom");
	await look(member, "fr", "/reglages");
	await member.context().clearCookies();
	await look(member, "fr", "/connexion");
}
const nav = await visit.as("karim", { phone: true });
const bottom = await nav.locator(".main-nav").boundingBox();
visit.ok(bottom.y > 700, "on a phone the navigation is at the bottom, under the thumb", bottom);
await visit.end();
