// Two browsers at once, in French: Claire's and her client's.  They live through a
// first meeting and what was agreed of it, then through a problem, until it is excellent.
import { fill, pair, pick, press, unfold } from "../pair.mjs";
import { program } from "../visit.mjs";

const ELLA = "ella@nord.example", PAUL = "paul@port.example", IRIS = "iris@port.example";

// No minute for second thoughts: letters leave at once.
const { visit, firm, at, lastLetter, phone, byLetter, byCode, journey } = await pair(program(), { undo_s: 0 });
await firm.must("person", "add", "--name", "Léa Roy", "--email", "lea@mistral.example", "--role", "member");

// -- a first meeting

// The client's own page, on which Claire stands afterwards.
async function newClient(claire, name, contact, email) {
	await claire.goto("/clients");
	await unfold(claire, "Ajouter un client");
	const client = claire.locator("#new form");
	await fill(client, { name });
	await pick(client, "state", "active");
	await press(client, "Ajouter");
	await newContact(claire, contact, email);
}

async function newContact(claire, name, email) {
	await press(claire, "Contacts");
	await unfold(claire, "Ajouter un contact");
	const contact = claire.locator("form[action='/a/people']");
	await fill(contact, { name, email, phone: "514 555 0137" });
	await contact.locator("[name=can_agree]").check();
	await press(contact, "Ajouter");
	await press(claire, "Entente");
}

await journey("welcome", async (reads) => {
	const claire = await visit.as("claire"), ella = await phone();
	await newClient(claire, "Éditions Nord", "Ella Nord", ELLA);
	await reads(claire, "Souhaiter la bienvenue par écrit");
	await press(claire.locator(".section"), "Écrire la bienvenue");
	await press(claire, "Relire avant l’envoi");
	await reads(claire, "Voici ce que le client lira", "touchez ce bouton : Claire vous appelle");
	await press(claire, "Envoyer");
	await reads(claire, "Ce n’est pas encore ouvert", "-Souhaiter la bienvenue");
	await ella.goto(new URL(/https?:\S+/.exec(await lastLetter(ELLA))[0]).pathname);
	await reads(ella, "Agence Mistral vous a écrit", "-Claire");
	await press(ella, "Lire");
	await reads(ella, "Il y aura peut-être des imprévus", "Quelque chose ne va pas", "Voir tout votre espace");

	await press(claire, "Éditions Nord");
	await press(claire, "Entente");
	await press(claire, "Proposer la règle du silence");
	await press(claire, "Relire avant l’envoi");
	await reads(claire, "Voici ce que le client lira", "votre silence ne vaut pas accord");
	await press(claire, "Envoyer");
	await byLetter(ella, ELLA);
	await reads(ella, "votre silence ne vaut pas accord", "Est-ce bien cela ?");
	await press(ella, "C’est bien cela");
	await reads(ella, "C’est noté : nous sommes d’accord.", "Vous avez donné votre accord");
	await claire.goto("/c/1?volet=entente");
	await reads(claire, "La règle du silence est acceptée.");
});

await journey("the whole space, by a code", async (reads) => {
	const ella = await phone();
	await byLetter(ella, ELLA);
	await ella.locator("a.firm").click();
	await press(ella, "Voir tout votre espace");
	await reads(ella, "e…@nord.example");
	await press(ella, "Envoyez-moi un code");
	await fill(ella, { code: "00000000" });
	await press(ella, "Entrer");
	await reads(ella, "Ce code n’ouvre pas.");
	await byCode(ella, ELLA);
	await reads(ella, "Bonjour Ella,", "Rien ne vous attend");
	await ella.locator("nav a", { hasText: "Vous" }).click();
	await reads(ella, "Vous avez accepté la règle du silence");
});

await journey("a meeting, and its recap", async (reads, ok) => {
	await at("2027-03-01T09:00");
	const claire = await visit.as("claire");
	await claire.goto("/c/1");
	await unfold(claire, "Rendez-vous");
	const appointment = claire.locator("form:has([name=planned][type=hidden])");
	await fill(appointment, { at: "2027-03-02T14:00", minutes: "60", subject: "première rencontre" });
	await pick(appointment, "channel", "in_person");
	await press(appointment, "Noter");
	await at("2027-03-02T13:55");
	await claire.goto("/auj");
	await press(claire, "Éditions Nord, première rencontre");
	await reads(claire, "Avant la rencontre", "Téléphone éteint", "Qui prend les notes ?");
	await claire.selectOption("[name=aid_notetaker_id]", { label: "Léa Roy" });
	await press(claire, "Garder");
	await at("2027-03-02T15:00");
	await claire.goto("/auj");
	await reads(claire, "le récapitulatif de 15 h est à envoyer", "avant mercredi 15 h");
	await press(claire, "Écrire le récapitulatif");
	await fill(claire, { notes: "Elle a hâte.\n> envoyer un plan, 12 mars\n? Qui valide la couverture chez vous ?",
		"facts:lines": "Le lancement est en mai.\nLe tirage est de 3 000 exemplaires.",
		emotions: "enthousiaste, pressée", what_now: "Nous envoyons un plan." });
	await at("2027-03-03T10:20");
	await press(claire, "Relire avant l’envoi");
	await reads(claire, "ce récapitulatif vaudra accord le mercredi 10 mars à 10 h 20", "envoyer un plan vendredi 12 mars",
		"Qui valide la couverture chez vous ?", "-Elle a hâte", "-Seul un oui");
	await press(claire, "Continuer à écrire");
	ok((await claire.inputValue("[name=notes]")).includes("> envoyer un plan, 12 mars"), "the notes stay as they were typed");
	await press(claire, "Relire avant l’envoi");
	await press(claire, "Envoyer");
	await reads(claire, "Ce n’est pas encore ouvert");
});

await journey("corrected, then a silence", async (reads, ok) => {
	await at("2027-03-03T16:00");
	const claire = await visit.as("claire"), ella = await phone();
	await byLetter(ella, ELLA);
	await reads(ella, "vaudra accord le mercredi 10 mars à 10 h 20", "Ce que nous promettons envoyer un plan");
	await at("2027-03-04T09:30");
	const line = ella.locator("li", { hasText: "en mai" });
	await line.locator("summary").click();
	await line.locator("input:visible").fill("Le lancement est en juin.");
	await press(line, "Envoyer mes corrections");
	await reads(ella, "Nous corrigeons et nous vous le renvoyons.", "« Le lancement est en mai. » : Le lancement est en juin.");
	await claire.goto("/auj");
	await reads(claire, "Éditions Nord nous a corrigés", "avant vendredi 9 h 30");
	await press(claire, "Corriger");
	await reads(claire, "Ella Nord a corrigé");
	await press(claire, "Poursuivre la prochaine version");
	await fill(claire, { "facts:lines": "Le lancement est en juin.\nLe tirage est de 3 000 exemplaires." });
	await press(claire, "Relire avant l’envoi");
	await at("2027-03-04T13:00");
	await press(claire, "Envoyer");
	await at("2027-03-04T15:00");
	await byLetter(ella, ELLA);
	await reads(ella, "vaudra accord le jeudi 11 mars à 13 h. Vous pourrez encore le rouvrir jusqu’au 25 mars.");
	await at("2027-03-09T13:00");
	await claire.goto("/auj");
	await reads(claire, "Éditions Nord n’a pas encore répondu");
	const later = await phone();
	await byCode(later, ELLA);
	await reads(later, "Une chose vous attend.", "vaudra accord le jeudi 11 mars à 13 h");
	await claire.goto("/auj");
	await reads(claire, "-n’a pas encore répondu");
	await at("2027-03-12T09:00");
	await later.goto("/p");
	await reads(later, "Rien ne vous attend", "envoyer un plan aujourd’hui");
	await later.locator("nav a", { hasText: "Notre entente" }).click();
	await press(later, "Récapitulatif du 2 mars");
	await reads(later, "Accord tacite depuis le jeudi 11 mars à 13 h. Vous pouvez encore rouvrir jusqu’au 25 mars.");
	await at("2027-03-15T10:00");
	await unfold(later, "Quelque chose n’est pas tout à fait juste");
	await fill(later, { text: "Finalement en juillet." });
	await press(later.locator("#correct"), "Envoyer mes corrections");
	await reads(later, "Vous avez corrigé cette version.", "Finalement en juillet.");
	ok(await visit.value("SELECT count(*) FROM promise WHERE state = 'open'") === "1", "what was promised stays promised");
});

// -- a problem

// One way out in the form that is open.
async function wayOut(claire, n, label, pros, cons, promises = []) {
	await fill(claire, { [`options.${n}.label`]: label, [`options.${n}.pros:lines`]: pros, [`options.${n}.cons:lines`]: cons });
	if (promises.length)
		await unfold(claire.locator(".way-out").nth(n), "Plus sur cette solution");
	for (const [i, [side, text, due]] of promises.entries()) {
		const row = `options.${n}.promises.${i}`;
		await fill(claire, { [`${row}.text`]: text, [`${row}.due`]: due });
		await claire.selectOption(`[name="${row}.side"]`, side);
	}
}

async function choose(paul, label) {
	const way = paul.locator("section.option", { hasText: label });
	await unfold(way, "Choisir cette solution");
	await press(way, "Oui, c’est mon choix");
}

const now = (claire) => claire.locator("[data-step=now]");
let problem; /* the address of its page */

await journey("something is wrong", async (reads) => {
	await at("2027-04-05T09:00");
	const claire = await visit.as("claire"), paul = await phone();
	await newClient(claire, "Musée du Port", "Paul Port", PAUL);
	await press(claire.locator(".section"), "Écrire la bienvenue");
	await press(claire, "Relire avant l’envoi");
	await press(claire, "Envoyer");
	await at("2027-04-06T10:00");
	await byLetter(paul, PAUL);
	await paul.locator(".place > .button").click();
	await reads(paul, "Dites-le en une ligne : Claire vous appelle avant 14 h.");
	await fill(paul, { title: "Les affiches sont floues", body: "On ne lit pas la date." });
	await press(paul, "Le dire");
	await reads(paul, "C’est noté. Nous vous appelons.");
	await byCode(paul, PAUL);
	await reads(paul, "Nous vous devons une réponse", "Claire vous appelle avant 14 h.");
	await claire.goto("/auj");
	await reads(claire, "Musée du Port nous dit que quelque chose ne va pas", "avant 14 h");
	await at("2027-04-06T11:30");
	await press(claire.locator(".row", { hasText: "floues" }), "Rappeler");
	problem = claire.url();
	await reads(claire, "Notre appel est attendu avant 14 h.", "Appeler Paul Port 514 555 0137", "Première fois");
	await press(claire, "Ouvrir la fiche d’appel");
	await reads(claire, "Laisser finir. Le silence aussi parle.");
	await fill(claire, { what_happened: "Les affiches sont floues.", since_when: "Depuis lundi.",
		effects: "Le vernissage approche.", worries_most: "Le conseil sera là.", minutes: "8" });
	await press(claire, "Garder l’appel");
	await reads(claire, "redites ce que nous avons compris");
});

await journey("understood", async (reads) => {
	const claire = await visit.as("claire"), paul = await phone();
	await claire.goto(problem);
	await press(claire, "Poursuivre ce que nous avons compris");
	await fill(claire, { emotions: "inquiet, déçu", what_now: "Deux solutions vendredi." });
	await press(claire, "Relire avant l’envoi");
	await press(claire, "Envoyer");
	await reads(claire, "Et de notre côté ? Une phrase sur notre part, et l’écrit peut partir.");
	await press(claire.locator("#refusal"), "Y aller");
	await fill(claire.locator("#our-part"), { our_part: "Nous avons sauté une épreuve." });
	await press(claire, "Relire avant l’envoi");
	await press(claire, "Envoyer");
	await at("2027-04-07T14:00");
	await byLetter(paul, PAUL);
	await reads(paul, "Le conseil sera là.", "inquiet déçu", "Notre part Nous avons sauté une épreuve.", "Pour quand ?");
	await press(paul, "C’est bien cela");
	await reads(paul, "C’est noté : nous sommes d’accord.");
	await claire.goto("/auj");
	await reads(claire, "proposer des solutions à « Les affiches sont floues »", "avant vendredi 14 h");
});

await journey("chosen, done, not yet excellent", async (reads) => {
	await at("2027-04-08T10:00");
	const claire = await visit.as("claire"), paul = await phone();
	await claire.goto(problem);
	await press(claire, "Préparer les solutions");
	await fill(claire, { question: "Comment réparer ?" });
	await wayOut(claire, 0, "Réimprimer", "rapide", "plus cher",
		[["us", "Réimprimer", "2027-04-14"], ["client", "Valider l’épreuve", "2027-04-13"]]);
	await press(claire, "La préparer");
	await press(claire, "Soumettre au client");
	await reads(claire, "Une seule solution n’est pas un choix : écrivez-en au moins deux.");
	await unfold(claire, "Une solution de plus");
	await wayOut(claire, 1, "Corriger en ligne", "demain", "les murs restent");
	await press(claire, "Garder");
	await press(claire, "Soumettre au client");
	await reads(claire, "les murs restent", "Mis dans l'espace du client");
	await byLetter(paul, PAUL);
	await reads(paul, "Comment réparer ?", "Ce que vous promettez Valider l’épreuve, mardi 13 avril");
	await byCode(paul, PAUL);
	await press(paul, "Voir les solutions et choisir");
	await unfold(paul, "Je vois une autre solution");
	await fill(paul, { label: "Changer le visuel" });
	await press(paul, "La proposer");
	await reads(paul, "Votre proposition est là, à côté des autres.", "Changer le visuel");
	await at("2027-04-12T10:00");
	await choose(paul, "Réimprimer");
	await reads(paul, "Votre choix est noté, avec ce qu’il promet des deux côtés.", "-Choisir cette solution");
	await paul.goto("/p");
	await press(paul.locator(".promises"), "C’est fait");
	await reads(paul, "C’est noté. Merci.", "-Valider l’épreuve");
	await at("2027-04-14T16:00");
	await claire.goto(problem);
	await press(now(claire), "C’est fait");
	await reads(claire, "À demander : mercredi 21 avril à 16 h.");
	await paul.goto("/p");
	await reads(paul, "Rien ne vous attend", "C’est fait ; nous vérifions avec vous.");
	await at("2027-04-21T16:30");
	await paul.goto("/p");
	await reads(paul, "La solution vous convient-elle vraiment ? Nous continuons tant que ce n’est pas excellent.");
	await pick(paul, "value", "3");
	await unfold(paul, "Et ce que vous avez ressenti, en un mot");
	await paul.locator("[name='felt.understood'][value=no]").check();
	await press(paul.locator(".rate"), "Répondre");
	await reads(paul, "C’est noté. Merci de l’avoir dit.", "Rien ne vous attend");
	await claire.goto("/auj");
	await reads(claire, "quelqu’un ne s’est pas senti compris", "ce n’est pas encore excellent");
	await claire.goto(problem);
	await reads(claire, "Pas encore excellent", "Paul Port a répondu 3 sur 5", "Nous y sommes revenus une fois.");
});

await journey("excellent", async (reads) => {
	const claire = await visit.as("claire"), paul = await phone();
	await claire.goto(problem);
	await press(claire, "Préparer les solutions");
	await fill(claire, { question: "Et maintenant ?" });
	await wayOut(claire, 0, "Retoucher", "rapide", "une nuit de travail", [["us", "Retoucher", "2027-04-23"]]);
	await wayOut(claire, 1, "Remplacer", "neuf", "plus long");
	await press(claire, "La préparer");
	await press(claire, "Soumettre au client");
	await byLetter(paul, PAUL);
	await choose(paul, "Retoucher");
	await at("2027-04-23T12:00");
	await claire.goto(problem);
	await press(now(claire), "C’est fait");
	await at("2027-04-30T15:00");
	const then = await visit.as("claire");
	await then.goto(problem);
	await reads(then, "vérifiez de vive voix");
	await press(now(then), "Noter d’abord l’appel");
	await pick(then, "channel", "phone");
	await pick(then, "direction", "out");
	await fill(then, { text: "Tout est net." });
	await press(then.locator("form.card"), "Noter");
	await then.goto(problem);
	await pick(now(then), "value", "5");
	await press(now(then), "Garder sa réponse");
	await reads(then, "Vérifié avec le client : c’est excellent.", "vendredi 28 mai à 15 h");
});

await journey("findings, not culprits", async (reads) => {
	const claire = await visit.as("claire"), paul = await phone();
	await claire.goto(problem);
	await press(claire, "Chercher ce qui manquait");
	await fill(claire, { "findings:lines": "Léa a oublié le fichier" });
	await press(claire.locator("section", { hasText: "Constats" }), "Garder");
	await reads(claire, "Cherchons des constats, pas des coupables.", "Le dire tel quel");
	await fill(claire, { "findings:lines": "Le fichier n’avait pas de gardien." });
	await press(claire.locator("section", { hasText: "Constats" }), "Garder");
	const stumble = claire.url();
	await unfold(claire, "Promettre une solution");
	const promise = claire.locator("form[action='/a/promises']");
	await fill(promise, { text: "Nommer un gardien des fichiers", due: "2027-05-20" });
	await press(promise, "Promettre");
	await claire.goto(stumble);
	await press(claire.locator(".inline"), "C’est fait");
	await reads(claire, "Le fichier n’avait pas de gardien.", "Nommer un gardien des fichiers", "-Promettre une solution");
	await byCode(paul, PAUL);
	await reads(paul, "Les affiches sont floues", "C’est réglé.", "-gardien");
});

// -- two of them, and a page that is no longer true

await journey("two answer the same writing", async (reads) => {
	const claire = await visit.as("claire"), paul = await phone(), iris = await phone();
	await claire.goto(problem);
	await press(claire, "Musée du Port");
	await newContact(claire, "Iris Port", IRIS);
	await press(claire, "Proposer la règle du silence");
	await press(claire, "Relire avant l’envoi");
	await press(claire, "Envoyer");
	await byLetter(paul, PAUL);
	await byLetter(iris, IRIS);
	await press(iris, "C’est bien cela");
	await press(paul, "C’est bien cela");
	await reads(paul, "Ceci n’attend plus de réponse.");
	await press(paul, "Revenir");
	await reads(paul, "Vous avez donné votre accord");
	await iris.goBack();
	await reads(iris, "Vous avez donné votre accord", "-Est-ce bien cela ?");
});

await journey("quick", async (_, ok) => {
	const paul = await phone();
	await byCode(paul, PAUL);
	for (const where of ["/p", "/p/entente", "/p/moi"]) {
		const times = [];
		for (let i = 0; i < 9; i++) {
			const { requestStart, responseStart } = (await paul.goto(where)).request().timing();
			times.push(responseStart - requestStart);
		}
		const usual = times.sort((a, b) => a - b)[4];
		console.log(`# ${where}: ${usual.toFixed(1)} ms`);
		ok(usual < 100, `${where} comes within 100 ms`, times);
	}
});

await visit.end();
