#!/bin/sh
# What a reader would object to before reading: layout, arrows that point up,
# functions we do not use, sentences without French, rooms grown too large.
# Prints every objection; fails when there is any.
set -u
cd "$(dirname "$0")/.." || exit 2

objections=0
object()
{
	echo "$1"
	shift
	printf '%s\n' "$@" | sed 's/^/  /'
	objections=$((objections + 1))
}

# object_to SENTENCE LINES: nothing when there are no lines.
object_to()
{
	[ -z "$2" ] || object "$1" "$2"
}

sources=$(find src tests -name '*.[ch]' | sort)

# -- one layout
format=$(ls /usr/bin/clang-format-14 2>/dev/null || echo clang-format)
object_to "Not laid out as .clang-format says (make format):" \
	"$(for file in $sources; do "$format" --dry-run --Werror "$file" >/dev/null 2>&1 || echo "$file"; done)"

# -- a setting is for later (its row says so) exactly as long as no code reads it
settings_astray()
{
	awk -v RS='\tS[(]' 'NR > 1 { split($0, part, /, /); print part[2], /[.]later = true/ }' \
		src/rules/settings.h | while read -r key later; do
		unread=1
		! grep -rqw --exclude=settings.h "$key" src || unread=0
		[ "$unread" = "$later" ] || echo "$key"
	done
}
object_to "These settings say .later and are read, or are read by nothing and do not say so:" "$(settings_astray)"

# -- arrows point down only
#    who may include what, besides itself
allowed()
{
	case $1 in
	base) echo "" ;;
	feed | db) echo "base" ;;
	record) echo "base db" ;;
	rules) echo "base db record" ;;
	mail) echo "base db record rules feed" ;;
	web) echo "base db record rules mail feed" ;;
	portal) echo "base db record rules mail feed web" ;;
	pages) echo "base db record rules mail feed web portal" ;;
	cli) echo "base db record rules mail feed web" ;;
	*) echo "base db record rules mail feed web portal pages cli" ;;
	esac
}

arrows_up()
{
	for folder in src/*/; do
		layer=$(basename "$folder")
		may=" $layer $(allowed "$layer") "
		grep -nHE '^#include "[a-z]+/' "$folder"*.[ch] | while IFS= read -r line; do
			to=$(echo "$line" | sed -E 's/.*#include "([a-z]+)\/.*/\1/')
			case $may in *" $to "*) ;; *) echo "$line" ;; esac
		done
	done
}
object_to "These includes point up (docs/ARCHITECTURE.md, layers):" "$(arrows_up)"

# record/store.h is record's own
object_to "Only record/ and today's list know how rows are stored:" \
	"$(grep -lE '#include "record/store.h"' src/*/*.[ch] | grep -vE '^src/(record/|rules/today.c)')"
object_to "Libraries stay behind one face each:" \
	"$(grep -nE '#include <(sqlite3|libpq-fe)' src/*/*.[ch] | grep -v '^src/db/';
	   grep -nE '#include <(event2?/|evhttp)' src/*/*.[ch] | grep -v '^src/web/';
	   grep -nE '#include <(sodium|glib)' src/*/*.[ch] | grep -v '^src/base/';
	   grep -nE '#include <(gmime|curl)/' src/*/*.[ch] | grep -v '^src/mail/')"

# -- functions we do not use
# shellcheck disable=SC2086
object_to "These have bounded or reentrant cousins:" \
	"$(grep -nE '(^|[^[:alnum:]_])(sprintf|vsprintf|strcpy|strcat|strncpy|strncat|strtok|gets|atoi|atol|atof|alloca|rand|system|popen|tmpnam|mktemp|setjmp|longjmp|localtime|gmtime|ctime|asctime)[[:space:]]*\(' $sources)"
# shellcheck disable=SC2086
object_to "Left unfinished:" "$(grep -nwE 'TODO|FIXME|XXX|HACK' $sources templates/*.html static/*.js static/*.css tools/* tests/*.mjs | grep -v '^tools/check.sh')"

# -- SQL only where it is declared, prepared by a test
object_to "SQL outside SQL(), SQL2() and SELECT() is prepared by no test:" \
	"$(grep -nE 'sqlite3_(exec|prepare)|PQexec|PQprepare' src/*/*.c | grep -v '^src/db/')"

# -- rooms
object_to "Over 700 lines, perhaps two rooms in one:" \
	"$(find src tests tools templates static -type f \( -name '*.[ch]' -o -name '*.mjs' -o -name '*.sh' -o -name '*.html' \) -exec wc -l {} + |
		awk '$1 > 700 && $2 != "total" { print $2 ": " $1 }')"
# shellcheck disable=SC2086
object_to "A file begins by saying what it is for:" \
	"$(for file in $sources; do head -c 3 "$file" | grep -q '^/\* *' || echo "$file"; done)"

# -- a form's bounds are the door's
object_to "A bound is typed in a template; it stands in the field's row ({{input}}, {{bounds}}):" \
	"$(grep -nE '<(input|textarea)[^>]* (maxlength|minlength|min|max)="?[0-9]|attr="?(maxlength|minlength|min|max|pattern)=' templates/*.html templates/*/*.html;
	   grep -nE '<(input|textarea)[^>]* pattern=' templates/*.html templates/*/*.html)"

# -- what judges the tests keeps up with the code
object_to "A change of tests/mutants.txt is not to be made any more (make mutants):" "$(node tests/mutants.mjs --places)"

# -- both languages
french=$(tools/po.sh check 2>&1) || object "po/fr.po is behind:" "$french"

# -- shell
for script in tools/*.sh .ci/run; do
	sh -n "$script" || object "Not a shell script:" "$script"
done

[ "$objections" = 0 ]
