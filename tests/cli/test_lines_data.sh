#!/bin/sh
# SPDX-License-Identifier: MIT
# What goes in and out in lines, through a pipe: export, report,
# backup and import.
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
say 1 1 '' '' | rehearse --plain >out 2>err
is 'an export' 0 $?
has 'which rows' '1. progress: a row for each session and signal' out
usual=$(sed -n 's/^An empty line takes \(.*\), b goes back, q leaves:$/\1/p' out)
has 'of all sessions' 'From all sessions: an empty line takes that, f ' out
is 'a name by the day' rehearse-progress-D-D-D.csv \
	"$(echo "$usual" | sed 's/[0-9][0-9]*/D/g')"
has 'where it went' "Written: $tmp/$usual" out
is 'then the page before' 2 "$(grep -c '^Your data' out)"
rehearse export >progress.csv
ok 'as the command writes it' cmp -s progress.csv "$usual"
# shellcheck disable=SC2088 # the program knows it
say 1 2 '' rows.txt '~/rows.jsonl' | rehearse --plain >out
has 'a name tells the format' 'The name must end in .csv, for a spreadsheet, or in .jsonl, for' out
has 'the home directory is known' "Written: $HOME/rows.jsonl" out
rehearse export sessions --format jsonl >sessions.jsonl
ok 'JSON lines' cmp -s sessions.jsonl "$HOME/rows.jsonl"
say 1 2 '' progress.csv n other.csv | rehearse --plain >out
has 'what is there is not written over' 'progress.csv is there already.' out
has 'unasked' "Written: $tmp/other.csv" out
ok 'it is as it was' cmp -s progress.csv "$usual"
say 1 2 '' progress.csv y | rehearse --plain >out
rehearse export sessions >sessions.csv
ok 'but it is where that is wished' cmp -s progress.csv sessions.csv
say 1 2 '' b b 4 | rehearse --plain >out
has 'b leads back from a name' "Written: $tmp/backups/lines-" out
say 1 2 '' no/where.csv b | rehearse --plain >out
has 'what fails is told' 'no/where.csv' out
not 'nothing is written' grep -q 'Written' out
say 1 2 '' lines.db q | rehearse --plain >out
has 'nor does the database' 'The name must end in' out

# The report, with and without what was said.
say 2 '' page.md n 2 '' '' y | rehearse --plain >out
has 'as Markdown' "Written: $tmp/page.md" out
page=$(sed -n 's/^An empty line takes \(.*\), b goes .*/\1/p' out | tail -n 1)
has 'and HTML' "Written: $tmp/$page" out
rehearse report >same.md
ok 'as the command writes it' cmp -s page.md same.md
rehearse report --with-answers --output same.html
ok 'the answers, too' cmp -s same.html "$page"
say 2 '' hidden.md | rehearse --private --plain >out
has 'private is private' 'The answers are left out: they are private.' out
ok 'in the report' cmp -s hidden.md same.md

# Fewer rows, by what the commands take: the number behind a name is that of
# its choice.
choice() {
	sed -n "s/^\([0-9]*\)\. $1\$/\1/p" out | tail -n 1
}
fit='From the sessions of Behavioural since 2026-10-01: an empty line takes'
say 1 1 f 1 | rehearse --plain >out
round=$(choice Behavioural)
say 1 1 f 1 "$round" 4 2026-10-01 b '' few.csv | rehearse --plain >out
has 'what is taken is told' "$fit" out
rehearse export --round behavioural --since 2026-10-01 >same.csv
ok 'as the command has it' cmp -s same.csv few.csv
not 'which is less' cmp -s same.csv progress.csv
say 2 f 1 "$round" 4 2026-10-01 b '' few.md n | rehearse --plain >out
has 'so is the report' "$fit" out
rehearse report --round behavioural --since 2026-10-01 >same.md
ok 'of as much' cmp -s same.md few.md
say 1 2 f b nonsense b b 4 | rehearse --plain >out
is 'b leads back from there' 1 "$(grep -c 'Written' out)"
has 'nonsense is none of it' 'That is none of the choices.' out
say 1 6 f 4 | rehearse --plain >out
has 'questions have no day' 'There is no such number here.' out
say 1 10 rubrics.csv | rehearse --plain >out
not 'rubrics have nothing to be limited by' grep -q 'From all' out
rehearse export rubrics >same.csv
ok 'they go whole' cmp -s same.csv rubrics.csv

# A copy of the database.
say 4 | rehearse --plain >out
copy=$(sed -n 's/^Written: //p' out)
is 'a copy beside it' "$(rehearse export)" "$(rehearse --db "$copy" export)"
say 5 mine.db 5 mine.db y 5 page.md y | rehearse --plain >out 2>err
is 'a copy by name' "$(rehearse export)" "$(rehearse --db mine.db export)"
is 'written again' 2 "$(grep -c "Written: $tmp/mine.db" out)"
rehearse report >same.md
ok 'but over nothing else' cmp -s page.md same.md

# Import: a look, a column that is chosen, the rows.
cat >good.csv <<'E'
Question text,Area
How do you say no to a director?,behavioural
"What would you cut, and why?",product
E
cat >odd.csv <<'E'
Foo;Bar
How would you halve churn?;product
E
cat >gap.csv <<'E'
prompt,hint
How would you name a cat?,Short
,Nothing
E
questions() {
	rehearse export questions | grep -c "$1"
}
say 3 nope.csv b | rehearse --plain >out
has 'is told' 'cannot read nope.csv' out
say 3 good.csv b | rehearse --plain >out
is 'a look' 0 $?
has 'what it is' 'good.csv is read as questions' out
has 'what would become of it' 'Of 2 rows, 2 would be added, 0 updated, 0 left unchanged, 0 skipped. Nothing is done yet.' out
has 'which column is which' '2. Columns: prompt from Question text, round from Area' out
is 'nothing is done' 0 "$(questions 'say no to a director')"
say 3 good.csv 1 3 good.csv | rehearse --plain >out
has 'the import' 'Imported: 2 added, 0 updated, 0 left unchanged, 0 skipped.' out
is 'has brought them' 1 "$(questions 'say no to a director')"
has 'and does so once' 'Of 2 rows, 0 would be added, 0 updated, 2 left unchanged' out
has 'there is nothing to import then' '1. Look at the file again' out
say 3 odd.csv 2 2 1 1 | rehearse --plain >out
has 'a refusal' 'It would be refused: no column can be the prompt' out
has 'what to do' 'What helps is 2, the columns.' out
has 'which columns there are' '1. Foo, as in: How would you halve churn?' out
has 'one is chosen' '2. Columns: prompt from Foo (chosen)' out
has 'and imported' 'Imported: 1 added' out
is 'from there' 1 "$(questions 'halve churn')"
say 3 odd.csv 5 many b 5 0 5 back b | rehearse --plain >out
has 'lines before the header' 'That is no such number.' out
is 'b leaves that' 4 "$(grep -c '^odd.csv is read' out)"
say 3 gap.csv 8 b | rehearse --plain >out
has 'where it fails' 'prompt is missing (line 3)' out
has 'where the remedy is' 'What helps is 8, Lenient.' out
has 'what fails is skipped' 'Of 2 rows, 1 would be added, 0 updated, 0 left unchanged, 1 skipped.' out
is 'not without a yes' 0 "$(questions 'name a cat')"

finish
