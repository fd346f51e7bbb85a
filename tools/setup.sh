#!/bin/sh
# Installs what this Debian machine lacks for the named uses, and nothing else.
#
#   tools/setup.sh USE…        uses: build run test bench (tools/debian-packages)
set -eu

here=$(dirname "$0")

# What follows each use in the list: the package's name.
wanted()
{
	for use in "$@"; do
		awk -v use="$use" '$1 == use { print $2 }' "$here/debian-packages"
	done
}

missing()
{
	for package in $(wanted "$@"); do
		state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
		[ "$state" = installed ] || echo "$package"
	done
	node -e 'process.exit(parseInt(process.versions.node) < 18 ? 1 : 0)' 2>/dev/null || echo nodejs
	command -v npm >/dev/null || echo npm
}

# As root; asks for a password only where somebody can type it.
as_root()
{
	if [ "$(id -u)" = 0 ]; then
		"$@"
	elif [ -t 0 ]; then
		sudo "$@"
	else
		sudo -n "$@"
	fi
}

# A machine may be updating itself just then.  apt-get waits for dpkg's lock when
# it is told to, and for its own two not at all.
apt_is_busy()
{
	locks=$(stat -c ':%i ' /var/lib/apt/lists/lock /var/cache/apt/archives/lock 2>/dev/null)
	[ -n "$locks" ] && grep -qF "$locks" /proc/locks
}

apt()
{
	! apt_is_busy || echo "apt-get is busy with something else; waiting for it"
	while apt_is_busy; do sleep 1; done
	as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=-1 "$@"
}

# Debian makes and starts a cluster with the package; the tests have their own.
quiet_postgres=/etc/postgresql-common/createcluster.d/entente.conf

install()
{
	case " $* " in
	*" postgresql-15 "*)
		if [ ! -e /etc/postgresql-common ]; then
			trap 'as_root rm -f "$quiet_postgres"' EXIT
			as_root mkdir -p "$(dirname "$quiet_postgres")"
			echo "create_main_cluster = false" | as_root tee "$quiet_postgres" >/dev/null
		fi
		;;
	esac
	apt update
	apt install -y --no-install-recommends "$@"
}

if ! command -v dpkg-query >/dev/null; then
	echo "Not a Debian machine: please see that these are there: $(wanted "$@" | tr '\n' ' ')nodejs npm" >&2
	exit 0
fi

packages=$(missing "$@" | tr '\n' ' ')
[ -n "$packages" ] || exit 0
echo "apt-get install --no-install-recommends $packages"
# shellcheck disable=SC2086
install $packages
