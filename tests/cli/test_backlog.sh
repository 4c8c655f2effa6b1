#!/bin/sh
# SPDX-License-Identifier: MIT
# A backlog in lines: its order, its trade-offs, the notes.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"
REHEARSE_DB=$tmp/backlog.db
export REHEARSE_DB

question=prioritisation-photo-app-second-week

practise() {
	rehearse practice --plain --question "$question" "$@"
}

# The last answer's field, as JSON has it.
last() {
	rehearse export answers --format jsonl | tail -n 1 |
		sed 's/.*"'"$1"'":\("\(\\.\|[^"\\]\)*"\|[^,}]*\).*/\1/'
}

# The names and texts of its parts.
parts() {
	rehearse export parts | tr -d '\r' | cut -d, -f2- | tail -n 5
}

rated='\n3\n3\n3\n3\n'
printf '%b' '?\n1 2\n2 4 x\n2 4 4 1 3\n2, 4 3 1 5\nno search, 22 % lost\n' \
	'?\nnot tested\n\nchat goes on\n\nI stop at 9 days.\n.\n' "$rated" |
	practise --think 0 >out 2>err
is 'an order through a pipe' 0 $?
not 'without a complaint' test -s err
has 'the backlog is numbered' '  2  Faster first start: effort 6 days; reach' \
	out
has 'too few numbers are said' '5 numbers are wanted' out
has 'and words' "'x' is no number from 1 to 5." out
has 'and repetitions' '4 is named twice.' out
is 'the time is told at both prompts' 2 "$(grep -c ' left\.' out)"
has 'each feature is asked for in its place' \
	'4. Shared albums: what do you trade for it?' out
is 'the parts are the order' 'priority,1,Faster first start,"no search, 22 % lost"
priority,2,Backup reminder,not tested
priority,3,Dark theme,
priority,4,Shared albums,chat goes on
priority,5,Automatic captions,' "$(parts)"
is 'the answer says it too' '"1. Faster first start: no search, 22 % lost'\
'\n2. Backup reminder: not tested\n3. Dark theme\n4. Shared albums: chat goes'\
' on\n5. Automatic captions\n\nI stop at 9 days."' "$(last answer)"
last prompt >said
has 'the prompt keeps the figures' \
	'Automatic captions: effort 15 days; reach 10% of weekly users' said
is 'it was answered' '"no"' "$(last skipped)"

# What ends the thinking is the order where it is not empty.
printf '%b' '5 4 3 2 1\n\n\n\n\n\nnotes\n.\n' "$rated" |
	practise --think 9 >out
is 'an order while thinking' 'Automatic captions' \
	"$(parts | sed -n 's/priority,1,\(.*\),/\1/p')"
last answer >said
has 'the notes end it' '5. Shared albums\n\nnotes"' said

# The end of input, ever later.
practise --think 0 </dev/null >/dev/null 2>err
is 'no input is a skipped answer' '"yes"' "$(last skipped)"
is 'without an order' null "$(last answer)"
before=$(rehearse export parts | wc -l)
printf '1 2 3 5 4\n' | practise --think 0 >/dev/null 2>err
is 'an order alone is kept' '"no"' "$(last skipped)"
is 'with its parts' 5 $(($(rehearse export parts | wc -l) - before))
printf '1 2 3 4 5\nlate' | practise --think 0 >/dev/null 2>err
last answer >said
has 'a trade-off cut short too' '1. Shared albums: late\n2.' said

# Out and in again.
rehearse export sessions >sessions.csv
rehearse export answers >answers.csv
rehearse export parts >parts.csv
for kind in sessions answers parts; do
	rehearse --db other.db import --kind $kind $kind.csv >/dev/null
done
rehearse --db other.db export parts >back.csv
ok 'the parts come back as they were' cmp -s parts.csv back.csv

finish
