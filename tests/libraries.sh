#!/bin/sh
# SPDX-License-Identifier: MIT
# libraries.sh build    says which library is missing, and what installs it
# libraries.sh install  installs everything that building and testing needs
set -u

# One line a need: what it is tested by, then its package with each manager.
# columns: header|apt|dnf|pacman|apk|brew|pkg
needs='
curses.h|libncurses-dev|ncurses-devel|ncurses|ncurses-dev|ncurses|ncurses
sqlite3.h|libsqlite3-dev|sqlite-devel|sqlite|sqlite-dev|sqlite|sqlite3
csv.h|libcsv-dev|libcsv-devel|libcsv|libcsv-dev|libcsv|libcsv
unistr.h|libunistring-dev|libunistring-devel|libunistring|libunistring-dev|libunistring|libunistring
cmocka.h|libcmocka-dev|libcmocka-devel|cmocka|cmocka-dev|cmocka|cmocka
vterm.h|libvterm-dev|libvterm-devel|libvterm|libvterm-dev|libvterm|libvterm
'
tools='
cc|gcc|gcc|gcc|build-base|gcc|gcc
make|make|make|make|make|make|gmake
pkg-config|pkg-config|pkgconf-pkg-config|pkgconf|pkgconf|pkg-config|pkgconf
'

manager() {
	for m in apt-get dnf pacman apk brew pkg; do
		if command -v "$m" >/dev/null 2>&1; then
			echo "$m"
			return
		fi
	done
}

# The package of a line, for the manager.
package() {
	case $2 in
	apt-get) n=2 ;;
	dnf) n=3 ;;
	pacman) n=4 ;;
	apk) n=5 ;;
	brew) n=6 ;;
	*) n=7 ;;
	esac
	echo "$1" | cut -d'|' -f"$n"
}

install_command() {
	case $1 in
	apt-get) echo "apt-get install -y $2" ;;
	dnf) echo "dnf install -y $2" ;;
	pacman) echo "pacman -S --needed --noconfirm $2" ;;
	apk) echo "apk add $2" ;;
	brew) echo "brew install $2" ;;
	pkg) echo "pkg install -y $2" ;;
	*) echo "install $2" ;;
	esac
}

has_header() {
	case $1 in
	csv.h | cmocka.h) before='#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <setjmp.h>' ;;
	*) before= ;;
	esac
	# shellcheck disable=SC2086 # a compiler's flags are a list
	printf '%s\n#include <%s>\nint main(void) { return 0; }\n' \
	    "$before" "$1" |
	    ${CC:-cc} ${CFLAGS:-} -x c -fsyntax-only - 2>/dev/null
}

# Packages of the headers that are missing; $1: how many needs to look at.
missing() {
	m=$(manager)
	echo "$needs" | sed '/^$/d' | head -n "$1" | while read -r line; do
		has_header "${line%%|*}" || package "$line" "$m"
	done
}

missing_tools() {
	m=$(manager)
	echo "$tools" | sed '/^$/d' | while read -r line; do
		command -v "${line%%|*}" >/dev/null 2>&1 ||
		    package "$line" "$m"
	done
}

as_root() {
	if [ "$(id -u)" = 0 ] || [ "$(manager)" = brew ]; then
		"$@"
	elif command -v sudo >/dev/null 2>&1; then
		sudo "$@"
	else
		echo "make deps: not root and no sudo; as root run: $*" >&2
		return 1
	fi
}

case ${1:-} in
build)
	list=$(missing 4 | tr '\n' ' ')
	[ -z "$list" ] && exit 0
	echo "rehearse needs: $list" >&2
	echo "install it with:  make deps   (that is: $(install_command "$(manager)" "$list"))" >&2
	exit 1
	;;
install)
	list=$( (missing_tools; missing 6) | sort -u | tr '\n' ' ')
	if [ -z "$list" ]; then
		echo "make deps: everything is there"
		exit 0
	fi
	if [ -z "$(manager)" ]; then
		echo "make deps: no package manager that I know; install: $list" >&2
		exit 1
	fi
	echo "make deps: installing $list"
	[ "$(manager)" = apt-get ] && as_root apt-get -qq update
	# shellcheck disable=SC2046 # the command is meant to be split
	DEBIAN_FRONTEND=noninteractive \
	    as_root $(install_command "$(manager)" "$list") || {
		echo "make deps: could not install: $list" >&2
		exit 1
	}
	left=$( (missing_tools; missing 6) | sort -u | tr '\n' ' ')
	if [ -n "$left" ]; then
		echo "make deps: still missing: $left" >&2
		exit 1
	fi
	;;
*)
	echo "usage: libraries.sh build|install" >&2
	exit 2
	;;
esac
