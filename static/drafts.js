/* What somebody types stays in this browser until it is sent or thrown away: whoever
 * leaves a page by mistake finds it there again.  Kept for one reader, on one page, in
 * one input; gone when they log out, when somebody else reads here, or after a week. */
"use strict";

const KEPT = "entente:", WEEK = 7 * 86_400_000, SENT = "entente-sent";
const TEXTS = "textarea, input:not([type]), input[type=text], input[type=email], input[type=tel]";

const mine = () => `${KEPT}${document.body.dataset.reader}:`;
const drafts = () => Object.keys(localStorage).filter((key) => key.startsWith(KEPT));
const place = () => location.pathname + location.search.replace(/(?<=[?&])fait=[^&]*&?/, "").replace(/[?&]$/, "");

/* A box emptied is a text too; NULL where nothing is kept. */
function keyOf(input) {
	const form = input.form;
	if (!document.body.dataset.reader || !form || !input.name || !input.matches(TEXTS) || form.method !== "post" ||
		form.matches(".typed"))
		return null;
	const same = [...form.elements].filter((other) => other.name === input.name);
	return `${mine()}${place()} ${form.getAttribute("action")} ${input.name} ${same.indexOf(input)}`;
}

function drop(keys) {
	keys.forEach((key) => localStorage.removeItem(key));
}

function keep(input) {
	const key = keyOf(input), draft = { text: input.value, over: input.defaultValue, at: Date.now() };
	try {
		if (key && input.value === input.defaultValue)
			localStorage.removeItem(key);
		else if (key)
			localStorage.setItem(key, JSON.stringify(draft));
	} catch {
		/* the browser keeps no more: what is typed stays on the page all the same */
	}
}

/* A quiet line under it.  Where somebody has changed the text since, theirs stays and the
 * draft stands below. */
function show(input, key, draft) {
	const line = document.createElement("div"), away = document.createElement("button"), { found, away: label } = document.body.dataset;
	line.className = "draft quiet";
	line.append(found, " ", away);
	Object.assign(away, { type: "button", className: "plain", textContent: label });
	if (draft.over === input.defaultValue)
		input.value = draft.text;
	else
		line.append(Object.assign(document.createElement("blockquote"), { textContent: draft.text }));
	away.addEventListener("click", () => {
		localStorage.removeItem(key);
		if (draft.over === input.defaultValue)
			input.value = input.defaultValue;
		line.remove();
		input.focus();
	});
	(input.closest("label") ?? input).after(line);
	for (let folded = input.closest("details"); folded; folded = folded.parentElement.closest("details"))
		folded.open = true;
}

function find(root) {
	for (const input of root.querySelectorAll(TEXTS)) {
		const key = keyOf(input), kept = key && localStorage.getItem(key);
		if (kept && input.value === input.defaultValue && !input.dataset.draft) {
			input.dataset.draft = "";
			show(input, key, JSON.parse(kept));
		}
	}
}

/* The page says what was done, once: what was sent for it is a draft no more. */
function arrived() {
	const told = /[?&]fait=/.test(location.search);
	if (told)
		drop(JSON.parse(sessionStorage.getItem(SENT) ?? "[]"));
	if (document.body.dataset.reader)
		drop(drafts().filter((key) => !key.startsWith(mine()) || JSON.parse(localStorage.getItem(key)).at < Date.now() - WEEK));
	if (told)
		history.replaceState(history.state, "", place() + location.hash);
	find(document);
}

document.addEventListener("input", (event) => keep(event.target));
document.addEventListener("submit", ({ target: form }) => {
	const action = form.getAttribute("action"), back = form.matches(".typed"); /* it came from another page */
	if (action === "/deconnexion")
		drop(drafts());
	else if (form.method === "post")
		sessionStorage.setItem(SENT, JSON.stringify(back ? drafts().filter((key) => key.includes(` ${action} `))
			: [...form.elements].map(keyOf).filter(Boolean)));
}, true);
document.addEventListener("DOMContentLoaded", arrived);
document.addEventListener("htmx:afterSettle", arrived);
