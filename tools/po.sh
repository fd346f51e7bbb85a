#!/bin/sh
# Keeps po/fr.po in step with the English sentences of src/ and templates/.
# Run from the root of the repository.
#
#   tools/po.sh update   takes new sentences in, drops those no longer used
#   tools/po.sh check    fails, naming them, when any is missing, without
#                        French, or no longer used
#   tools/po.sh list     the sentences still without French
set -eu
export LC_ALL=C.UTF-8

po=po/fr.po
layout="--no-wrap --sort-output --add-location=file"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

# {{t "…"}}, and what {{input …}} and its like are told to say instead of the row's own
# words, as C that xgettext reads, one file beside each template's own name.
extract_templates()
{
	find templates -name '*.html' | while read -r file; do
		mkdir -p "$tmp/$(dirname "$file")"
		{ grep -oE '\{\{[[:blank:]]*(t|input|label)[[:blank:]][^}]*\}\}' "$file" |
			grep -oE '([[:blank:]]|empty=)"[^"]*"' || true; } |
			sed -E 's|^[^"]*(".*")$|/* xgettext:no-c-format */ tr(0, \1);|' > "$tmp/$file"
	done
}

# Without the lines that would make every run a change.
extract()
{
	extract_templates
	find src templates -name '*.[ch]' -o -name '*.html' | sort > "$tmp/files"
	# shellcheck disable=SC2086
	xgettext --language=C --from-code=UTF-8 --keyword --keyword=N_ --keyword=tr:2 $layout \
		-D "$tmp" -D . -f "$tmp/files" -o "$tmp/all.pot"
	sed -i -E '/^"(POT-Creation-Date|Report-Msgid-Bugs-To):/d' "$tmp/all.pot"
}

# What the French file would be: new sentences without French, unused ones as
# obsolete.
merge()
{
	extract
	# shellcheck disable=SC2086
	msgmerge --quiet --no-fuzzy-matching $layout -o "$tmp/merged.po" "$po" "$tmp/all.pot"
}

# The sentences of a catalogue, one a line; the header has an empty one.
sentences()
{
	sed 's/^#~ //' | awk '
	function finish() { if (text != "") print "  " text; text = ""; inside = 0 }
	/^msgid / { inside = 1; sub(/^msgid /, "") }
	/^msgstr/ { finish() }
	inside && /^"/ { text = text substr($0, 2, length($0) - 2) }'
}

untranslated()
{
	{
		msgattrib --untranslated --no-obsolete "$tmp/merged.po"
		msgattrib --only-fuzzy --no-obsolete "$tmp/merged.po"
	} | sentences
}

complain()
{
	printf '%s\n%s\n' "$1" "$2" >&2
}

check()
{
	good=true
	missing=$(untranslated)
	unused=$(msgattrib --only-obsolete "$tmp/merged.po" | sentences)
	if [ -n "$missing" ]; then
		good=false
		complain "These sentences have no French in $po (\`tools/po.sh update\`, then translate):" "$missing"
	fi
	if [ -n "$unused" ]; then
		good=false
		complain "These sentences of $po are no longer used (\`tools/po.sh update\` drops them):" "$unused"
	fi
	$good
}

case ${1-} in
update)
	merge
	msgattrib --no-obsolete --no-wrap -o "$po" "$tmp/merged.po"
	;;
check)
	merge
	check
	;;
list)
	merge
	untranslated
	;;
*)
	echo "usage: tools/po.sh update | check | list" >&2
	exit 2
	;;
esac
