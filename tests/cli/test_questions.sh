#!/bin/sh
# SPDX-License-Identifier: MIT
# The bank by lines: tags, retired questions, a round of several.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"
REHEARSE_DB=$tmp/questions.db
export REHEARSE_DB

cat >bank.csv <<'END'
id,prompt,round,tags
mine-1,What did you learn?,general,habit
mine-2,What did you leave?,general,habit|retired
mine-3,What did you lose?,general,habits
END
rehearse import bank.csv >/dev/null

# listed OPTION...: the ids of the listing, in one line.
listed() {
	rehearse questions "$@" | cut -f 1 | tr '\n' ' '
}

is 'a tag is a whole one' 'mine-1 ' "$(listed --tag habit)"
is 'what is retired is listed when it is asked for' 'mine-2 ' \
	"$(listed --retired)"
is 'both together' 'mine-2 ' "$(listed --retired --tag habit)"
is 'with another tag it is none' '' "$(listed --retired --tag habits)"
is 'the usual listing leaves it out' 'mine-1 mine-3 ' "$(listed --search mine-)"
rehearse questions --retired --json >out
has 'as JSON too' '"id":"mine-2"' out
rehearse next --all >out
not 'it is never due' grep -q 'mine-2' out
has 'the others may be' 'mine-3' out
rehearse export questions >all.csv
has 'an export keeps it' 'mine-2,' all.csv
REHEARSE_DB=$tmp/other.db
rehearse import all.csv >/dev/null
is 'it is retired after a round trip' 'mine-2 ' "$(listed --retired)"

printf 'One.\n.\n\n3\n3\nn\nTwo.\n.\n\n3\n3\nn\n' |
	rehearse practice --plain --question mine-3 --question mine-1 \
		>out 2>err
has 'the first that was named comes first' 'Question 1 of 2' out
is 'in that order' 'lose learn ' "$(sed -n \
	's/^What did you \([a-z]*\)?$/\1/p' out | tr '\n' ' ')"
fails_with 1 'one that is not there' \
	rehearse practice --plain --question mine-1 --question gone
ok 'is named' test "${said#*\'gone\'}" != "$said"
set --
for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21; do
	set -- "$@" --question mine-1
done
fails_with 2 'twenty are the most' rehearse practice --plain "$@"

finish
