#!/bin/sh
# Writes what the pages need from npm into a folder, as it is served: the base
# style, htmx, the typeface, and the icons as one sprite.
#   tools/page-assets.sh build/page
set -eu

out=${1:?"usage: tools/page-assets.sh FOLDER"}
root=$(cd "$(dirname "$0")/.." && pwd)
npm=$root/node_modules

icons='calendar check clock ellipsis file-text hand-helping handshake inbox lock mail message-circle pen-line phone
	search speech sun user users-round video'

if [ ! "$npm/.package-lock.json" -nt "$root/package-lock.json" ]; then
	(cd "$root" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error)
	touch "$npm/.package-lock.json"
fi

mkdir -p "$out"
cp "$npm/@picocss/pico/css/pico.fluid.classless.min.css" "$out/pico.css"
cp "$npm/htmx.org/dist/htmx.min.js" "$out/htmx.js"
for subset in latin latin-ext; do
	cp "$npm/@fontsource-variable/inter/files/inter-$subset-opsz-normal.woff2" "$out/inter-$subset.woff2"
done

# An icon file is a comment, an <svg …> over several lines, and its shapes; a
# symbol keeps the shapes, and the page's style says how they are drawn.
{
	echo '<svg xmlns="http://www.w3.org/2000/svg">'
	for icon in $icons; do
		echo "<symbol id=\"$icon\" viewBox=\"0 0 24 24\">"
		sed -e '1,/^>/d' -e '/<\/svg>/d' "$npm/lucide-static/icons/$icon.svg"
		echo '</symbol>'
	done
	echo '</svg>'
} >"$out/icons.svg"
