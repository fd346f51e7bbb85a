// Two browsers at once: Karim's, and his client's.  She writes, he answers, her address
// refuses him, he takes a word back, and somebody else takes over; in French, then a
// shorter way in English.  Each sees only what happened.
import { fill, pair, pick, press, unfold } from "../pair.mjs";
import { PASSWORD, program } from "../visit.mjs";

const NOEMIE = "noemie@lune.example", MENDED = "noemie@cafe-lune.example", JOHN = "john@field.example";

// Twenty seconds for second thoughts.
const { visit, firm, at, letters, mailServer, phone, byLetter, byCode, journey } = await pair(program(), { undo_s: 20 });

for (const [name, lang] of [["Karim Haddad", "fr"], ["Léa Roy", "fr"], ["Kate Webb", "en"]]) {
	const email = `${name.split(" ")[0].toLowerCase().replace("é", "e")}@mistral.example`;
	await firm.must("person", "add", "--name", name, "--email", email, "--role", "member", "--lang", lang);
	await firm.cli(["person", "password", "--person", email], PASSWORD);
}

async function newClient(of, client, contact) {
	const headers = { Authorization: `Bearer ${await firm.token(`${of}@mistral.example`)}`, "Content-Type": "application/json" };
	const make = async (where, body) =>
		(await fetch(`${visit.root}/api/v1${where}`, { method: "POST", headers, body: JSON.stringify(body) })).json();
	const { id } = await make("/clients", { state: "active", ...client });
	await make("/people", { role: "contact", client_id: id, can_agree: true, ...contact });
	return `/c/${id}`;
}

const lune = await newClient("karim", { name: "Café Lune" }, { name: "Noémie Marchand", email: NOEMIE });
const arrived = (page) => page.locator("section:has(#arrived)");
const row = (page, words) => page.locator(".row", { hasText: words });

// An answer, from where it is offered: what it takes.
async function answer(page, place, text, [button, send] = ["Répondre", "Répondre"]) {
	const hand = visit.hand().on(page);
	await press(place, button, hand.click);
	await hand.fill("form:has([name=deliver]) [name=text]", text);
	await press(page.locator("form:has([name=deliver])"), send, hand.click);
	return hand.said("answering");
}

await journey("she writes, he answers", async (reads, ok) => {
	await at("2027-03-08T09:30");
	const noemie = await phone(), karim = await visit.as("karim");
	await byCode(noemie, NOEMIE);
	await noemie.locator(".person a", { hasText: "Écrire" }).click();
	await reads(noemie, "Écrire à Karim", "Karim vous répond");
	await fill(noemie, { text: "Bonjour Karim,\nLa vitrine sera-t-elle prête jeudi ?" });
	await press(noemie, "Envoyer");
	await reads(noemie, "La vitrine sera-t-elle prête jeudi ?", "Réponse d’ici mardi 9 h 30.");
	await karim.goto(lune);
	await reads(karim, "Vient d’arriver", "-Rien n’attend");
	await karim.goto("/auj");
	await reads(karim, "Vient d’arriver", "Noémie Marchand", "La vitrine sera-t-elle prête jeudi ?", "-Rien n’attend");
	await at("2027-03-08T09:40");
	const { clicks, fields } = await answer(karim, arrived(karim), "Oui, jeudi à 10 h.");
	ok(clicks <= 2 && fields <= 1, "two clicks and one field at most", { clicks, fields });
	await reads(karim, "part dans un instant", "-Vient d’arriver", "-parti");
	ok((await letters(NOEMIE)).length === 1, "no letter yet but the code");
	await at("2027-03-08T09:40:20");
	await karim.goto(lune);
	await reads(karim, "parti à 9 h 40", "-part dans un instant", "-lu ");
	await noemie.goto("/p");
	await reads(noemie, "À lire", "Karim vous a répondu");
	await press(noemie.locator(".came"), "Lire");
	await reads(noemie, "Oui, jeudi à 10 h.");
	await karim.goto(lune);
	await reads(karim, "lu ");
});

await journey("from the letter, she answers", async (reads) => {
	const noemie = await phone(), karim = await visit.as("karim");
	await byLetter(noemie, NOEMIE);
	await reads(noemie, "Oui, jeudi à 10 h.", "Voir tout votre espace");
	await fill(noemie, { text: "Parfait. Et l’affiche ?" });
	await press(noemie, "Envoyer");
	await reads(noemie, "Votre message est arrivé.");
	await byCode(noemie, NOEMIE);
	await noemie.goto("/p/echanges");
	await reads(noemie, "La vitrine sera-t-elle prête jeudi ?", "Oui, jeudi à 10 h.", "Parfait. Et l’affiche ?");
	await karim.goto("/auj");
	await reads(karim, "Vient d’arriver", "Parfait. Et l’affiche ?");
});

await journey("her address refuses, and is mended", async (reads, ok) => {
	await at("2027-03-08T10:00");
	await mailServer(NOEMIE, "550");
	const noemie = await phone(), karim = await visit.as("karim");
	await karim.goto("/auj");
	await answer(karim, arrived(karim), "L’affiche part mercredi.");
	await at("2027-03-08T10:00:20");
	await karim.goto(lune);
	await reads(karim, "l’adresse a été refusée", "L’adresse de Noémie a refusé la réponse", "-parti à 10 h");
	await karim.goto("/auj");
	await press(row(karim, "L’adresse de Noémie a refusé la réponse"), "Renvoyer");
	await reads(karim, "l’adresse a été refusée", "Corrigez l’adresse, puis renvoyez.");
	const sent = karim.url();
	await press(karim.locator("section.slip"), "Noémie Marchand");
	await reads(karim, "Nos courriels n’arrivent plus à cette adresse depuis 10 h.");
	await unfold(karim, "Modifier");
	await fill(karim, { "emails.0.address": MENDED });
	await press(karim.locator("form[action$='/patch']").first(), "Garder");
	await karim.goto(sent);
	await press(karim, "Renvoyer");
	await reads(karim, "part dans un instant");
	await at("2027-03-08T10:00:40");
	await karim.goto(sent);
	await reads(karim, "parti à 10 h", "-refusée");
	await karim.goto("/auj");
	await reads(karim, "-a refusé");
	ok((await letters(MENDED)).length === 1, "one letter, to the address that was mended");
	await byLetter(noemie, MENDED);
	await reads(noemie, "L’affiche part mercredi.");
});

await journey("taken back within the minute", async (reads, ok) => {
	await at("2027-03-08T11:00");
	const noemie = await phone(), karim = await visit.as("karim");
	await byCode(noemie, MENDED);
	await noemie.goto("/p/ecrire");
	await fill(noemie, { text: "Et la facture ?" });
	await press(noemie, "Envoyer");
	const before = (await letters(MENDED)).length;
	await karim.goto("/auj");
	await answer(karim, arrived(karim), "Parti trop vite.");
	await at("2027-03-08T11:00:15");
	await press(karim.locator("#notice"), "Annuler");
	await reads(karim, "-Parti trop vite.");
	await karim.goto("/auj");
	await reads(karim, "Vient d’arriver", "Et la facture ?");
	await at("2027-03-08T11:05");
	await noemie.goto("/p/echanges");
	await reads(noemie, "Et la facture ?", "-Parti trop vite.");
	ok((await letters(MENDED)).length === before, "no letter left");
});

await journey("somebody else takes over", async (reads, ok) => {
	await at("2027-03-09T09:00");
	const claire = await visit.as("claire"), lea = await visit.as("lea"), noemie = await phone();
	await claire.goto(lune);
	await press(claire, "Confier ce client à quelqu’un d’autre");
	await press(claire, "Léa Roy");
	await reads(claire, "Désormais : Léa Roy", "elle est signée Karim", "Entre nous");
	await fill(claire, { tell: "Bonjour Noémie, Léa s’occupe de vous dès aujourd’hui." });
	await press(claire, "Passer la main");
	await reads(claire, "Karim Haddad a confié Café Lune à Léa Roy");
	await at("2027-03-09T09:00:20");
	ok((await letters(MENDED)).at(-1).subject.endsWith("un message de Karim"), "a letter signed by the former one");
	await byLetter(noemie, MENDED);
	await reads(noemie, "Léa s’occupe de vous dès aujourd’hui.");
	await byCode(noemie, MENDED);
	await noemie.goto("/p");
	await reads(noemie, "Léa prend la suite de Karim.");
	await lea.goto("/auj");
	await reads(lea, "Café Lune vous est confié", "Et la facture ?");
	await press(row(lea, "vous est confié"), "Voir");
	await reads(lea, "Karim Haddad a confié Café Lune à Léa Roy");
	await press(row(lea, "vous est confié"), "Vu");
	await reads(lea, "-vous est confié");
});

// -- in English

await newClient("kate", { name: "Field & Co", lang: "en" }, { name: "John Field", email: JOHN, lang: "en" });

await journey("the same in English", async (reads, ok) => {
	await at("2027-03-10T10:00");
	const john = await phone({ locale: "en-CA" }), kate = await visit.as("kate");
	await byCode(john, JOHN, ["Send me a code", "Come in"]);
	await john.goto("/p/ecrire");
	await reads(john, "Write to Kate");
	await fill(john, { text: "Is the sign ready?" });
	await press(john, "Send");
	await kate.goto("/auj");
	await reads(kate, "Just arrived", "Is the sign ready?");
	const { clicks, fields } = await answer(kate, arrived(kate), "It is.", ["Answer", "Answer"]);
	ok(clicks <= 2 && fields <= 1, "two clicks and one field at most", { clicks, fields });
	await reads(kate, "leaves in a moment");
	await mailServer(JOHN, "550");
	await at("2027-03-10T10:00:20");
	await kate.goto("/auj");
	await reads(kate, "John’s address refused the answer");
	await mailServer(JOHN, "250");
	await press(row(kate, "refused the answer"), "Send it again");
	await press(kate, "Send it again");
	await at("2027-03-10T10:00:40");
	await byLetter(john, JOHN, "Read it");
	await reads(john, "It is.");
	await kate.goto("/auj");
	await reads(kate, "-refused");
});

await visit.end();
