#!/bin/sh
# SPDX-License-Identifier: MIT
# Every file that the page on the design sends its reader to is there.  A name
# without a directory stands in that of the name before it, or in src/.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"
root=$here/../..

awk '
	/^## / { in_table = $0 == "## I am looking for …" }
	!in_table || !/^\| / { next }
	{
		dir = ""
		while (match($0, /`[^`]*`/)) {
			name = substr($0, RSTART + 1, RLENGTH - 2)
			$0 = substr($0, RSTART + RLENGTH)
			if (name !~ /^[a-z_\/*]+\.(c|h|csv|sql)$/)
				continue
			if (name ~ /^(src|data)\//) {
				dir = name
				sub(/[^\/]*$/, "", dir)
			} else if (name ~ /\//) {
				name = "src/" name
			} else if (name != "questions.csv") {
				name = dir name
			}
			print name
		}
	}
' "$root/docs/DESIGN.md" >named
ok "names many files" [ "$(wc -l <named)" -gt 200 ]
while read -r name; do
	found=no
	# shellcheck disable=SC2086
	for file in "$root"/$name; do
		[ -f "$file" ] && found=yes
	done
	[ $found = yes ] || echo "$name"
done <named >missing
is "names no file that is not there" "" "$(cat missing)"
finish
