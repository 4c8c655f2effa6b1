#!/bin/sh
# SPDX-License-Identifier: MIT
# The manual has every command, option, kind, setting and key that the program
# has, in the same words, and none that it has lost.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"
manual=$here/../../docs/rehearse.1

# Lines of `section, tab, entry` from the --help of a command, '' for home's.
of_help() {
	rehearse ${1:+"$1"} --help | awk -v section="rehearse${1:+ $1}" '
		/^[A-Z].*:$/ {
			heading = $0
			place = heading == "Filters:" ? "Filters" : \
			    heading == "Everywhere:" ? "OPTIONS" : \
			    heading == "Kinds:" ? "rehearse export" : section
			next
		}
		/^$/ { heading = "" }
		match($0, /^  --[a-z-]+( [^ ]+)?/) {
			print place "\t" substr($0, 3, RLENGTH - 2)
		}
		heading == "Commands:" { print "rehearse " $1 "\t" }
		heading == "Kinds:" { print place "\t" $1 }
	'
}

# The same from `config --defaults`: `[screen] keys: help`, `key = value`.
of_config() {
	rehearse config --defaults | awk '
		sub(/^\[/, "") {
			sub(/\] /, " screen\t")
			print
			next
		}
		{ print "FILES\t" $1 }
	'
}

of_program() {
	of_help ''
	for command in $(of_help '' | sed -n 's/^rehearse \([a-z]*\)	$/\1/p'); do
		of_help "$command"
	done
	of_config
}

# The same from the manual: the tags of its lists, with the text of keys.
of_manual() {
	awk '
		function finish() {
			if (entry != "")
				print place "\t" entry
			entry = ""
		}
		/^\.S[hs] / {
			finish()
			place = substr($0, 5)
			checked = place ~ /^rehearse | screen$/ ||
			    place ~ /^(rehearse|Filters|OPTIONS|FILES)$/
			if (place ~ /^rehearse /)
				print place "\t"
			next
		}
		!checked { next }
		/^\./ { finish() }
		sub(/^\.It Fl -/, "--") {
			sub(/ Ar /, " ")
			print place "\t" $0
		}
		/^\.It Cm / { print place "\t" $3 }
		sub(/^\.It Ic /, "") {
			gsub(/\\&/, "")
			gsub(/ , /, ", ")
			entry = $0 ":"
			next
		}
		entry != "" { entry = entry " " $0 }
	' "$manual"
}

of_program | LC_ALL=C sort -u >program
of_manual | LC_ALL=C sort -u >manual

# Of each sort one, so that a changed layout of the help does not go unseen.
has 'commands are found' 'rehearse practice	' program
has 'their options' 'rehearse practice	--strict' program
has 'the options of all' 'OPTIONS	--db FILE' program
has 'filters' 'Filters	--since DATE' program
has 'kinds' 'rehearse export	progress' program
has 'settings' 'FILES	theme' program
has 'keys' 'home screen	q: leave rehearse' program

is 'nothing is missing from the manual' '' \
	"$(LC_ALL=C comm -23 program manual)"
is 'nothing in it has gone from the program' '' \
	"$(LC_ALL=C comm -13 program manual)"

if command -v mandoc >/dev/null; then
	ok 'mandoc has no warning' mandoc -T lint -W warning "$manual"
else
	skip 'no mandoc to check the manual with'
fi
finish
