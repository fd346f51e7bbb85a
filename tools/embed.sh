#!/bin/sh
# Writes an assembler file that builds files into the program, with the table
# `assets` of src/base/asset.h.  Run from the root of the repository, where the
# file is assembled too.  What was built loses its folder: build/fr.mo is "fr.mo".
#
#   tools/embed.sh OUT.S FILE…
set -eu
export LC_ALL=C

out=$1
shift
mkdir -p "$(dirname "$out")"

sums=$(sha256sum -- "$@") # not in the pipe, so that a missing file stops here

# NAME HASH PATH, by name as strcmp orders it.
printf '%s\n' "$sums" |
	sed -E 's|^([0-9a-f]{16})[0-9a-f]* [ *]((build/)?(.*))$|\4 \1 \2|' |
	sort |
	awk '
	function emit(line) { print "\t" line }
	BEGIN {
		emit(".section .rodata")
	}
	{
		print ".Lfile" NR ":"
		emit(".incbin \"" $3 "\"")
		print ".Lend" NR ":"
		emit(".byte 0")
		print ".Lname" NR ":"
		emit(".asciz \"" $1 "\"")
		print ".Lhash" NR ":"
		emit(".asciz \"" $2 "\"")
	}
	END {
		# Weak, so that a unit test may bring its own.
		emit(".section .data.rel.ro, \"aw\"")
		emit(".balign 8")
		emit(".weak assets")
		emit(".type assets, %object")
		print "assets:"
		for (i = 1; i <= NR; i++)
			emit(".quad .Lname" i ", .Lfile" i ", .Lend" i " - .Lfile" i ", .Lhash" i)
		emit(".quad 0, 0, 0, 0")
		emit(".size assets, . - assets")
		emit(".section .note.GNU-stack, \"\", %progbits")
	}' > "$out.new"
mv "$out.new" "$out"
