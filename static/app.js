/* Pages work without this file.  With it, a form that htmx sent comes back in
 * place, and whoever reads with the keyboard is taken where the answer is. */
"use strict";

let path = location.pathname;

document.addEventListener("htmx:afterSettle", (event) => {
	const refusal = document.getElementById("refusal");
	if (event.detail.target.id === "notice" && refusal) {
		refusal.focus();
		refusal.scrollIntoView({ block: "center" });
	} else if (location.pathname !== path) {
		path = location.pathname;
		window.scrollTo(0, 0);
		document.getElementById("main").focus({ preventScroll: true });
	}
});
