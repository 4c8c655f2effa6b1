#!/bin/sh
# SPDX-License-Identifier: MIT
# A file includes only what stands below it (docs/DESIGN.md), and each foreign
# library has one owner.
set -u
cd "$(dirname "$0")/.." || exit 1
bad=0

below() {
	case $1 in
	base) echo base ;;
	core) echo 'core base' ;;
	store) echo 'store core base' ;;
	io) echo 'io store core base' ;;
	tui) echo 'tui base' ;;
	screens) echo 'screens tui io store core base' ;;
	cli) echo 'cli screens tui io store core base' ;;
	esac
}

for layer in base core store io tui screens cli; do
	allowed=" $(below $layer) "
	for file in src/"$layer"/*.[ch]; do
		[ -e "$file" ] || continue
		# shellcheck disable=SC2013 # words are what is wanted
		for seen in $(sed -n 's|^#include "\([a-z]*\)/.*|\1|p' "$file" |
		    sort -u); do
			case $allowed in
			*" $seen "*) ;;
			*)
				echo "$file: $layer may not include $seen/" >&2
				bad=1
				;;
			esac
		done
	done
done

owner() {
	found=$(grep -rl "^#include <$1>" src | grep -v "^$2" | tr '\n' ' ')
	if [ -n "$found" ]; then
		echo "<$1> belongs to $2, but is in: $found" >&2
		bad=1
	fi
}
owner curses.h src/tui/term.c
owner ncurses.h src/tui/term.c
owner term.h src/tui/term.c
owner sqlite3.h src/store/
owner csv.h src/base/csv.c

[ $bad = 0 ] && echo "layers: every include points down"
exit $bad
