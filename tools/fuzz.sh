#!/bin/sh
# Runs every fuzz target of build/fuzz for some seconds, from its corpus.  What
# it newly reaches stays in build/corpus; a crash is kept in tests/fuzz/corpus,
# where `make test` replays it.
#
#   tools/fuzz.sh SECONDS
set -eu

seconds=${1:?"usage: tools/fuzz.sh SECONDS"}
for program in build/fuzz/fuzz/*; do
	name=$(basename "$program")
	case $name in *.*) continue ;; esac
	seeds=tests/fuzz/corpus/$name
	mkdir -p "build/corpus/$name" "$seeds"
	echo "$name, $seconds s"
	# What the sanitizer itself keeps grows for minutes: one allocation is judged, not the sum of all.
	"$program" -max_total_time="$seconds" -max_len=65536 -timeout=10 -malloc_limit_mb=256 -rss_limit_mb=4096 -verbosity=0 \
		-print_final_stats=1 -artifact_prefix="$seeds/" "build/corpus/$name" "$seeds"
done
