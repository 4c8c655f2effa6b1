#!/bin/sh
# SPDX-License-Identifier: MIT
# What a question brings beside its words, in lines.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"
REHEARSE_DB=$tmp/prompt.db
export REHEARSE_DB

# practise QUESTION: answered by standard input.
practise() {
	rehearse practice --plain --question "$1" --think 0
}

given=execution-checkout-funnel-by-device
printf '\n\n.\n' | practise $given >out 2>err
has 'each row of a table is a line' 'Device: iOS; Week: two; Basket: 20,400; Address: 17,300; Payment: 15,900; Paid: 14,630' out
is 'and all of them are there' 4 "$(grep -c '^Device: ' out)"
silent=execution-daily-users-fell
printf 'How many?\n?\nSince when?\n\nIt is real.\n.\n\n4\n4\n4\n4\n4\ny\n' |
	practise $silent >out 2>err
is 'questions back are taken first' 0 $?
has 'they are asked for' 'Ask before you answer: your questions' out
has 'the time left is told there too' ' left.' out
has 'and counted at the end' 'Asked before the answer: 2.' out
rehearse export answers --format jsonl >answers.jsonl
has 'they are not the text of the answer' '"answer":"It is real."' answers.jsonl
rehearse export parts >parts.csv
has 'they are exported' ',clarifying,2,,Since when?' parts.csv
printf '\nIt is real.\n.\n\n4\n4\n4\n4\n4\ny\n' | practise $silent >out
has 'that none was asked is said' 'You asked nothing before you answered.' out
printf 'How many?\n' | practise $silent >out 2>err
is 'the end of input ends them' 1 $?
has 'and the question is skipped' 'its answer was kept as skipped' err
rehearse export parts >parts.csv
is 'what was asked is kept' 2 "$(grep -c 'How many?' parts.csv)"

essay=take-home-vision-essay-weekly-product
cat >essay <<'END'
## Problem definition
Parents cook five days out of seven.
## User insight
They decide at six.
## Trade-offs
Fewer recipes.
.
END
{ cat essay; printf '\n4\n4\n4\n4\ny\n'; } | practise $essay >out 2>err
is 'an essay comes through a pipe' 0 $?
has 'its headings are named' '## Logic of the solution' out
has 'its words are counted by section' \
	'Problem definition: 7 words, 54% of them, of the weights 30%.' out
has 'those without any too' 'Logic of the solution: 0 words, 0% of them' out
has 'and in all' 'Words by section, 13 in all:' out
printf '## User insight\n\n.\n\n' | practise $essay >out 2>err
has 'headings alone are no text' 'its answer was kept as skipped' err

rehearse export tables >tables.csv
has 'tables are exported' "$given,2,\"Android|one|40,000|32,000|28,800|25,920\"" \
	tables.csv
rehearse import --kind tables tables.csv >out
has 'and imported' 'added 0, updated 0, unchanged' out

finish
