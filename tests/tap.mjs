// Results as TAP: ok() for each, done() at the end.
let count = 0, failures = 0;

export function ok(good, what, details = "") {
	console.log(`${good ? "ok" : "not ok"} ${++count} - ${what}`);
	if (good)
		return;
	failures++;
	console.log(String(details).trimEnd().replace(/^/gm, "# "));
}

export function done() {
	console.log(`1..${count}`);
	process.exit(failures ? 1 : 0);
}
