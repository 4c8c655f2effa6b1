#!/bin/sh
# SPDX-License-Identifier: MIT
# What goes in and out in lines, through a pipe: export, report and backup.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"
REHEARSE_DB=$tmp/lines.db
export REHEARSE_DB

# say WORD...: each a line of input to the page of one's data.
say() {
	printf '%s\n' 9 "$@"
}

rehearse demo --sessions 7 >/dev/null

# Export: which rows, into which file.
say </dev/null | rehearse --plain >out 2>err
is 'the end of input leaves' 0 $?
has 'where the data is' "Your data is in $tmp/lines.db" out
say 1 1 '' | rehearse --plain >out 2>err
is 'an export' 0 $?
has 'which rows' '1. progress: a row for each session and signal' out
usual=$(sed -n 's/^An empty line takes \(.*\), b goes back, q leaves:$/\1/p' out)
is 'a name by the day' rehearse-progress-D-D-D.csv \
	"$(echo "$usual" | sed 's/[0-9][0-9]*/D/g')"
has 'where it went' "Written: $tmp/$usual" out
rehearse export >progress.csv
ok 'as the command writes it' cmp -s progress.csv "$usual"
# shellcheck disable=SC2088 # the program knows it
say 1 2 rows.txt '~/rows.jsonl' | rehearse --plain >out
has 'a name tells the format' 'The name must end in .csv or .jsonl.' out
has 'the home directory is known' "Written: $HOME/rows.jsonl" out
rehearse export sessions --format jsonl >sessions.jsonl
ok 'JSON lines' cmp -s sessions.jsonl "$HOME/rows.jsonl"
say 1 2 progress.csv n other.csv | rehearse --plain >out
has 'what is there is not written over' 'progress.csv is there already.' out
has 'unasked' "Written: $tmp/other.csv" out
ok 'it is as it was' cmp -s progress.csv "$usual"
say 1 2 progress.csv y | rehearse --plain >out
rehearse export sessions >sessions.csv
ok 'but it is where that is wished' cmp -s progress.csv sessions.csv
say 1 2 b b 3 | rehearse --plain >out
has 'b leads back from a name' "Written: $tmp/backups/lines-" out
say 1 2 no/where.csv b | rehearse --plain >out
has 'what fails is told' 'no/where.csv' out
not 'nothing is written' grep -q 'Written' out
say 1 2 lines.db q | rehearse --plain >out
has 'nor does the database' 'The name must end in' out

# The report, with and without what was said.
say 2 page.md n 2 '' y | rehearse --plain >out
has 'as Markdown' "Written: $tmp/page.md" out
page=$(sed -n 's/^An empty line takes \(.*\), b goes .*/\1/p' out | tail -n 1)
has 'and HTML' "Written: $tmp/$page" out
rehearse report >same.md
ok 'as the command writes it' cmp -s page.md same.md
rehearse report --with-answers --output same.html
ok 'the answers, too' cmp -s same.html "$page"
say 2 hidden.md | rehearse --private --plain >out
has 'private is private' 'The answers are left out: they are private.' out
ok 'in the report' cmp -s hidden.md same.md

# A copy of the database.
say 3 | rehearse --plain >out
copy=$(sed -n 's/^Written: //p' out)
is 'a copy beside it' "$(rehearse export)" "$(rehearse --db "$copy" export)"
say 4 mine.db 4 mine.db y 4 page.md y | rehearse --plain >out 2>err
is 'a copy by name' "$(rehearse export)" "$(rehearse --db mine.db export)"
is 'written again' 2 "$(grep -c "Written: $tmp/mine.db" out)"
ok 'but over nothing else' cmp -s page.md same.md

finish
