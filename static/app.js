/* Pages work without this file.  With it, a refusal that htmx brought back shows
 * above the form that asked, which keeps what was typed; and whoever reads with
 * the keyboard is taken where the answer is. */
"use strict";

let path = location.pathname;

document.addEventListener("htmx:beforeHistoryUpdate", (event) => {
	if (event.detail.xhr.status >= 400)
		Object.assign(event.detail.history, { type: "replace", path: location.pathname + location.search });
});

document.addEventListener("htmx:afterSettle", (event) => {
	const refusal = document.getElementById("refusal");
	if (event.detail.target.id === "notice" && refusal) {
		/* The way back to this very page would only lose what was typed. */
		const door = refusal.querySelector("a.button");
		if (door?.href === location.href.split("#")[0])
			door.remove();
		refusal.focus({ preventScroll: true });
		refusal.scrollIntoView({ block: "center" });
	} else if (location.pathname !== path) {
		path = location.pathname;
		window.scrollTo(0, 0);
		document.getElementById("main").focus({ preventScroll: true });
	}
});

/* Where a part is folded, only what follows here unfolds it: else the door alone judges. */
document.addEventListener("htmx:load", (event) => {
	for (const form of event.detail.elt.querySelectorAll("form[novalidate]"))
		form.noValidate = false;
});

/* What does not fit is shown, in a part of the form that was folded too. */
document.addEventListener("invalid", (event) => {
	event.target.closest("details:not([open])")?.setAttribute("open", "");
}, true);
