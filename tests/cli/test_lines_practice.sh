#!/bin/sh
# SPDX-License-Identifier: MIT
# What can be said during a practice in lines beside the answer: the hint, a
# pause, and every way out.  Nothing that was said is lost.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"
REHEARSE_DB=$tmp/practice.db
export REHEARSE_DB

# say WORD...: each a line of input to a practice of two questions.
say() {
	printf '%s\n' "$@" |
		rehearse practice --plain --round behavioural --questions 2 \
			--probes 0 --seed 1 >out 2>err
}

# column NAME: of the answers, the newest last, by the name of its column.
column() {
	rehearse export answers --format jsonl |
		sed 's/.*"'"$1"'":\("[^"]*"\|[^,}]*\).*/\1/' | tr -d '"'
}

say .help
has 'how to ask for help is told' 'A line .help tells how to pause' out
for word in . '?' .hint .pause .skip .later .stop .help; do
	has "$word is explained" "
$word " out
done
has 'the end of input is told' 'end of input at question 1 of 2: ' err

# The hint and a pause count, and are no part of the text.
say 'Before.' .hint .pause '' 'After.' .stop
is 'stopping is no failure' 0 $?
has 'a hint' 'Hint, so that the mock is not clean: ' out
has 'a pause' 'Paused, so that the mock is not clean.' out
has 'of which nothing was rated' 'Session: nothing was rated.' out
has 'a stop' 'Stopped at question 1 of 2: its answer was kept without' out
is 'the text' 'Before.\nAfter.' "$(column answer | tail -n 1)"
is 'with its hint' true "$(column hint | tail -n 1 | sed 's/yes/true/')"
is 'unrated' null "$(column overall | tail -n 1)"
not 'no second question was asked' grep -q 'Question 2' out

say .skip 'The second.' . '' 2 2 2 2 2 2 2 2 n
has 'one is skipped' 'Skipped.' out
has 'the next is asked' 'Question 2 of 2: ' out
is 'one is kept as skipped' 'true false' \
	"$(column skipped | tail -n 2 | sed 's/yes/true/; s/no/false/' | xargs)"

# Put down, and gone on with.
say 'The first half.' .later
is 'putting it down is no failure' 0 $?
has 'is told' 'Put down.' out
printf '%s\n' 10 1 'The second.' .stop q | rehearse --plain >out
has 'its clock stood' '3 words, its clock paused' out
has 'what was said' 'The first half.' out
is 'is kept whole' 'The first half.\nThe second.' "$(column answer | tail -n 1)"
has 'then nothing is open' 'Nothing is left open.' out
printf '%s\n' 10 q | rehearse --plain >out
has 'and not offered' 'There is no such number here.' out

# Ratings: one is taken back; q stops.
say 'Rated.' . '' u 5 u 1 maybe q
has 'nothing to take back' 'Nothing is rated yet.' out
is 'the signal is asked again, then the next one' 2 \
	"$(grep '^[A-Z].*: .*?$' out | LC_ALL=C sort | uniq -d | wc -l)"
has 'what is no rating is answered' 'from 1 to 5; q stops.' out
has 'the answer is kept' 'its answer was kept without ratings' out
say 'Rated.' . quit
has 'q at the prediction too' 'its answer was kept without ratings' out
say 'Rated.' . '' 5 u 1 1 1 1 1 1 1 1 1 n '' .stop
is 'a rating taken back is gone' 0 \
	"$(rehearse export ratings | tail -n 8 | grep -c ',5,')"

# Within the program q leads back to where it was begun.
printf '%s\n' 1 'Mine.' . '' q q | rehearse --plain >out 2>err
is 'without a failure' 0 $?
has 'back home' 'Stopped at question 1 of ' out
is 'told again' 2 "$(grep -c '^1\. Practise' out)"
printf '%s\n' 6 >six
first=$(rehearse --plain <six | grep -m 1 'Calibration: ' | cut -d. -f1)
printf '%s\n' 6 "$first" 3 q b q | rehearse --plain >out
has 'a rating is given up' 'Nothing was kept: not every signal was' out
has 'and back' 'To be rated again: ' out

finish
