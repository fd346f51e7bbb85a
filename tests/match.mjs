// Whether an answer holds what a story expects of it.
//
// An object may hold more than is expected; a list has exactly as many members,
// or more where "..." ends what is expected.  A text matches whatever its
// apostrophes and kinds of space; `…` in it stands for anything; a minute
// (2027-03-08T16:00) matches an instant within it.

export const ANY = "\u0000any", ABSENT = "\u0000absent", MORE = "\u0000more";

// One typography for all.
export const plain = (text) =>
	text.normalize("NFC").replace(/[\u2019\u02bc]/g, "'").replace(/[\u00a0\u202f\u2009]/g, " ").replace(/[\u2011\u2212]/g, "-");

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

function sameText(want, got) {
	if (/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(want))
		return got.startsWith(want);
	const pattern = plain(want).split("…").map(escaped).join("[^]*");
	return new RegExp(`^${pattern}$`).test(plain(got));
}

const shown = (value) => {
	const text = value === undefined ? "nothing" : JSON.stringify(value);
	return text.length > 300 ? `${text.slice(0, 300)}…` : text;
};

// null, or a sentence that says where they part.
export function difference(want, got, path = "") {
	const parts = (expected) => `${path || "answer"}: got ${shown(got)}, expected ${expected}`;
	if (want === ANY)
		return got === undefined || got === null ? parts("something") : null;
	if (want === ABSENT)
		return got === undefined ? null : parts("nothing");
	if (typeof want === "string" && typeof got === "string")
		return sameText(want, got) ? null : parts(shown(want));
	if (typeof want === "number" && typeof got === "number")
		return Math.abs(want - got) < 0.0006 ? null : parts(want);
	if (Array.isArray(want)) {
		const more = want.at(-1) === MORE, n = more ? want.length - 1 : want.length;
		if (!Array.isArray(got) || got.length < n || (!more && got.length > n))
			return parts(`${n}${more ? " or more" : ""} members`);
		return first(want.slice(0, n).entries(), ([i, value]) => difference(value, got[i], `${path}[${i}]`));
	}
	if (want !== null && typeof want === "object") {
		if (got === null || typeof got !== "object" || Array.isArray(got))
			return parts("an object");
		return first(Object.entries(want), ([key, value]) => difference(value, got[key], path ? `${path}.${key}` : key));
	}
	return want === got ? null : parts(shown(want));
}

function first(entries, judge) {
	for (const entry of entries) {
		const found = judge(entry);
		if (found)
			return found;
	}
	return null;
}
