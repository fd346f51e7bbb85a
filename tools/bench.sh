#!/bin/sh
# Measures a large firm: each kind of request against a fixed page of the same
# size from the same server, the same page rendered in-process on two threads,
# and what the disk does.  Machines are noisy: read the ratios of one run.
#   tools/bench.sh build/entente [CLIENTS EXCHANGES]
set -eu

bin=${1:?"usage: tools/bench.sh PROGRAM [CLIENTS EXCHANGES]"}
clients=${2:-10000}
exchanges=${3:-1000000}
seconds=${SECONDS_EACH:-4}
port=${PORT:-8097}
fixed_port=$((port + 1))
db=build/bench-$clients-$exchanges.db
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT

if [ ! -e "$db" ]; then
	echo "filling $db: $clients clients, $exchanges exchanges (a minute or two)"
	"$bin" bench --db "sqlite:$db" --clients "$clients" --exchanges "$exchanges" ||
		{ rm -f "$db" "$db"-*; exit 1; }
fi

# Waits until a server has said where it listens.
await() {
	n=0
	while ! grep -q listening "$1"; do
		n=$((n + 1))
		[ $n -lt 100 ] || { echo "a server did not start" >&2; exit 1; }
		sleep 0.1
	done
}

token=$("$bin" token create --db "sqlite:$db" --person p01@bench.example)
auth="Authorization: Bearer $token"
started=$(date +%s%N)
"$bin" serve --listen "127.0.0.1:$port" --db "sqlite:$db" >"$work/serve" 2>&1 &
server=$!
until curl -fs -o /dev/null "http://127.0.0.1:$port/healthz"; do sleep 0.002; done
first=$((($(date +%s%N) - started) / 1000000))

cat >"$work/client.lua" <<L
wrk.headers["Authorization"] = "Bearer $token"
request = function() return wrk.format("GET", "/c/" .. math.random(1, $clients)) end
L
cat >"$work/name.lua" <<L
wrk.headers["Authorization"] = "Bearer $token"
request = function() return wrk.format("GET", string.format("/api/v1/search?q=client%%20%05d&limit=20", math.random(1, $clients))) end
L
cat >"$work/write.lua" <<L
wrk.method = "POST"
wrk.headers["Authorization"] = "Bearer $token"
wrk.headers["Content-Type"] = "application/json"
request = function()
	return wrk.format(nil, "/api/v1/exchanges", nil, '{"client_id":' .. math.random(1, $clients) ..
		',"channel":"phone","direction":"both","minutes":5,"subject":"appel","text":"Nous avons parlé de la vitrine et du calendrier."}')
end
L

# Requests a second, refusing a run in which any answer was not what it should be.
rate() {
	out=$(wrk "$@")
	if echo "$out" | grep -q -e 'Non-2xx' -e 'Socket errors'; then
		echo "$out" >&2
		exit 1
	fi
	echo "$out" | awk '/Requests\/sec/ { printf "%d", $2 }'
}

# Called in a subshell, which takes its server with it.
fixed_rate() {
	: >"$work/fixed"
	"$bin" bench --fixed "$1" --port "$fixed_port" >"$work/fixed" &
	fixed=$!
	trap 'kill "$fixed"; wait "$fixed" 2>/dev/null || true' EXIT
	await "$work/fixed"
	rate -t1 -c16 -d"${seconds}s" "http://127.0.0.1:$fixed_port/"
}

size() {
	curl -fs -H "$auth" "http://127.0.0.1:$port$1" | wc -c
}

line() {
	printf '%-34s %9s /s   %s\n' "$1" "$2" "$3"
}

percent() {
	awk "BEGIN { printf \"%.1f %%\", 100 * $1 / $2 }"
}

page() {
	name=$1 path=$2 inside=$3
	shift 3
	bytes=$(size "$path")
	got=$(rate -t1 -c16 -d"${seconds}s" "$@")
	fixed=$(fixed_rate "$bytes")
	note="$bytes bytes; $(percent "$got" "$fixed") of a fixed page ($fixed/s)"
	if [ -n "$inside" ]; then
		own=$("$bin" bench --db "sqlite:$db" --clients "$clients" --read "$inside")
		note="$note; $(percent "$got" "$own") of two threads in-process ($own/s)"
	fi
	line "$name" "$got" "$note"
}

pictures=$("$bin" bench --db "sqlite:$db" --clients "$clients" --pictures)
base="http://127.0.0.1:$port"
echo "$clients clients, $exchanges exchanges; 16 connections, $seconds s each, wrk on the same $(nproc) cores"
line "first answer after start" "-" "$first ms"
page "client page, 50 entries" /c/1 /c/ -s "$work/client.lua" "$base"
page "Today" /auj /auj -H "$auth" "$base/auj"
page "search by name" "/api/v1/search?q=client%2000042&limit=20" "" -s "$work/name.lua" "$base"
page "search by a word of the texts" "/api/v1/search?q=vitrine&limit=20" "" -H "$auth" "$base/api/v1/search?q=vitrine&limit=20"
line "picture of a relation" "-" "$(echo "$pictures" | awk '{ printf "%s ms of computing, %s ms for 99 of 100, %s ms of a client with 5,000 exchanges in 90 days", $1, $2, $3 }')"
line "the same treatment, page" "-" "$("$bin" bench --db "sqlite:$db" --time /equite)"
line "the same treatment, API" "-" "$("$bin" bench --db "sqlite:$db" --time /api/v1/equity)"
disk=$("$bin" bench --fdatasync)
for writers in 1 16 64; do
	got=$(rate -t1 -c$writers -d"${seconds}s" -s "$work/write.lua" "$base")
	line "durable writes, $writers at once" "$got" "$(percent "$got" "$disk") of raw fdatasync of 4 KiB appends ($disk/s)"
done
line "the server's own memory" "-" "$(awk '/RssAnon/ { printf "%.1f MiB", $2 / 1024 }' "/proc/$server/status")"
