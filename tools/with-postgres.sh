#!/bin/sh
# Runs a command beside a PostgreSQL of its own: tools/with-postgres.sh COMMAND...
# The cluster lives in a temporary folder, at $ENTENTE_TEST_PG, and goes when the
# command ends; its exit code is the command's.  No cluster of the system is touched.
set -eu

[ $# -gt 0 ] || { echo "usage: with-postgres.sh COMMAND..." >&2; exit 2; }

bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
[ -x "$bin/initdb" ] || { echo "with-postgres.sh: PostgreSQL is missing (apt install postgresql)" >&2; exit 2; }

# PostgreSQL refuses to run as root.
as=
if [ "$(id -u)" = 0 ]; then
	user=postgres
	id "$user" >/dev/null 2>&1 || user=nobody
	as="runuser -u $user --"
fi

# Not in the caller's folder, which the other user may be unable to enter.
run() {
	program=$bin/$1
	shift
	(cd / && $as "$program" "$@")
}

folder=$(mktemp -d "${TMPDIR:-/tmp}/entente-pg-XXXXXX")
started=
finish() {
	code=$?
	trap - EXIT INT TERM HUP
	[ -z "$started" ] || run pg_ctl -s -D "$folder/data" -m immediate stop || true
	rm -rf "$folder"
	exit "$code"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
trap 'exit 129' HUP
[ -z "$as" ] || chown "$user" "$folder"

run initdb -D "$folder/data" -U postgres --auth=trust -E UTF8 --locale=C.UTF-8 --no-sync >"$folder/log"

# A port that is taken is only known by trying.
for _ in 1 2 3 4 5 6 7 8 9 10; do
	port=$(shuf -i 20000-32000 -n 1)
	if run pg_ctl -s -w -D "$folder/data" -l "$folder/data/log" \
		-o "-h 127.0.0.1 -p $port -k '$folder' -F -c max_connections=50" start 2>/dev/null; then
		started=yes
		break
	fi
done
[ "$started" ] || { cat "$folder/data/log" >&2; exit 2; }

export ENTENTE_TEST_PG="postgresql://postgres@127.0.0.1:$port/postgres"
"$@"
