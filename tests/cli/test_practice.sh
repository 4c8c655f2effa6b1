#!/bin/sh
# SPDX-License-Identifier: MIT
# practice --plain through a pipe, from the question to the verdict.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"
REHEARSE_DB=$tmp/practice.db
export REHEARSE_DB

question=behavioural-concept-to-market # impact 4, ownership 3, scale 2; metric

# practise OPTION...: that question, answered by standard input.
practise() {
	rehearse practice --plain --question "$question" "$@"
}

# The last row's field of a kind, as JSON has it.
last() {
	rehearse export "$1" --format jsonl | tail -n 1 |
		sed 's/.*"'"$2"'":\("[^"]*"\|[^,}]*\).*/\1/'
}

printf 'I led it.\nNPS rose by 12 points.\n?\n\nIt held.\n.\n4\n3\n4\n5\ny\n' |
	practise >out 2>err
is 'a session through a pipe' 0 $?
not 'without a complaint' test -s err
has 'the question is asked' 'Tell me about a product you drove' out
has 'with its limit' '3:00' out
has 'the time left is told' ' left.' out
has 'the anchors are shown' '  4  A user, growth or revenue metric moved' out
has 'the overall is told' 'Overall 3.7778: hire.' out
has 'the prediction beside it' 'You predicted 4.' out
has 'what to fix next' 'Fix this next: Impact.' out
has 'notes follow, as hints' 'Notes on the text (hints, not a rating):' out
has 'the figure is noted' '+ Figures 1: "12 points".' out
has 'own decisions too' '+ Own decisions 1 (I 1, we 0): "I led".' out
has 'the section without a word' '- Seems missing: Scale.' out
is 'the verdict stands above them' 'Overall Notes' "$(sed -n \
	's/^\(Overall\|Notes\) .*/\1/p' out | tr '\n' ' ' | sed 's/ $//')"
has 'the session has a verdict' 'The session 3.7778: hire.' out
not 'no escape sequence is printed' grep -q "$(printf '\033')" out
is 'the answer is kept' \
	'"I led it.\nNPS rose by 12 points.\n\nIt held."' \
	"$(last answers answer)"
is 'with its prediction' 4 "$(last answers predicted)"
is 'its measured result' '"yes"' "$(last answers metric_given)"
is 'its verdict' '"hire"' "$(last answers verdict)"
is 'no think time' 0 "$(last answers think_s)"
is 'the session has ended' '"yes"' "$(last sessions clean)"
is 'three ratings' 3 "$(rehearse export ratings | sed 1d | wc -l)"

printf 'Next.\n.\n\n5\n5\n1\nn\n' | practise >out
is 'a second attempt' 2 "$(last answers attempt)"
is 'no prediction' null "$(last answers predicted)"
has 'a single 1 caps' 'Capped: a single 1' out
has 'so does no measured result' 'Capped: no measured result' out
has 'the number stays' 'Overall 4.1111: re-interview.' out
has 'no figure is noted' '- No figure found: a claim without a number' out
has 'the lowest is what to fix' 'Fix this next: Scale.' out

printf 'Wrong replies.\n.\n9\nx\n5\n0\n6\n\n2\n3\n4\nmaybe\nYES\n' |
	practise >out
is 'wrong replies are asked for again' 0 $?
is 'the right ones count' '2,3,4' "$(rehearse export ratings | tail -n 3 |
	cut -d, -f5,6 | sort | cut -d, -f2 | tr '\n' ',' | sed 's/,$//')"

# The end of input, ever later.
printf 'Cut short.' | practise >out 2>err
is 'the end of input in an answer' 1 $?
has 'it is said' 'was kept without ratings' err
is 'in one line' 1 "$(wc -l <err)"
is 'the answer is kept' '"Cut short."' "$(last answers answer)"
is 'without a verdict' null "$(last answers verdict)"
printf 'Cut short.' | practise >both 2>&1
is 'it is said last, on a line of its own' 'rehearse: end of input' \
	"$(tail -n 1 both | cut -c 1-22)"
printf 'Cut later.\n.\n4\n3\n' | practise >/dev/null 2>err
is 'the end of input in the ratings' 1 $?
is 'none of them counts' null "$(last answers overall)"
is 'nor is any kept' '"no"' "$(last answers skipped)"
practise </dev/null >/dev/null 2>err
is 'no input at all' 1 $?
is 'is a skipped answer' '"yes"' "$(last answers skipped)"

printf '\nAfter thinking.\n.\n\n3\n3\n3\ny\n' | practise --think 9 >out
has 'time to think' 'Time to think: 0:09.' out
is 'ended by Enter' '"After thinking."' "$(last answers answer)"
printf 'At once.\n.\n\n3\n3\n3\ny\n' | practise --think 9 >out
is 'or by the first line' '"At once."' "$(last answers answer)"

printf 'Answer.\n.\nReply one.\n.\nReply two.\n.\n\n3\n3\n3\ny\n' |
	practise --probes 2 >out
is 'with probes' 0 $?
rehearse export answers --format jsonl | tail -n 1 >line
ok 'the first reply is kept' grep -q '=Reply one\.' line
ok 'and the second' grep -q '=Reply two\.' line

# The words that earn a 4 or 5, behind it; empty lines do no harm.
question=behavioural-alibaba-peak-freeze
printf 'I cut churn by 12 %%.\n.\n\n3\n\n4 cut churn\n5x\n5\t I cut\n3\n\n' |
	rehearse practice --plain --question $question --db words.db >out
is 'words behind a rating' 0 $?
rehearse export ratings --db words.db >words.csv
ok 'are kept' grep -q ',self,task,4,.*,cut churn' words.csv
ok 'with a tab between' grep -q ',self,action,5,.*,I cut' words.csv
has 'what is no rating is said' 'That is no number from 1 to 5; q stops.' out
has 'a figure is found' 'Found in your text: 12 % (Enter: yes)' out
rehearse export answers --format jsonl --db words.db >line
ok 'and Enter takes it' grep -q '"metric_given":"yes"' line
not 'a first attempt has no change' grep -q 'attempt 1 against' out

# The level, once, at the end, by whoever wants to.
has 'the level is offered' 'Rate yourself as PM II' out
is 'and can be left' 0 "$(grep -c '^,' words.csv)"
printf 'Mine.\n.\n\n3\n3\n3\n3\nn\nyes\n3\n4 why\n2\n' |
	rehearse practice --plain --question $question --db words.db >out
is 'or taken' 0 $?
rehearse export ratings --db words.db >words.csv
is 'it belongs to the session alone' 3 "$(grep -c '^,' words.csv)"
ok 'with words' grep -q '^,.*,,self,data-driven,4,.*,why' words.csv
has 'an attempt is laid beside the one before' 'attempt 2 against 1' out

# Whoever can't see a clock is told, also while nothing is typed.
told() {
	tries=0
	until grep -q "$1" out; do
		tries=$((tries + 1))
		[ $tries -lt 300 ] || return 1
		sleep 0.1
	done
}
mkfifo slow
rehearse practice --plain --question $question --db slow.db --think 1 \
	--seconds 2 <slow >out &
exec 3>slow
ok 'the end of the thinking is told' told 'time to think is over'
ok 'and the quarters' told '^0:01 left'
ok 'to the last' told '^0:00 left'
printf 'Late.\n.\n\n3\n3\n3\n3\nn\n' >&3
exec 3>&-
wait $!
is 'and the round goes on' 0 $?
is 'once each' 1 "$(grep -c '^0:00 left' out)"
not 'not of the time to think' grep -q '^0:03 left' out
ok 'what was typed then is the answer' \
	grep -q ',Late\.,' <<-EOF
		$(rehearse export answers --db slow.db)
	EOF

printf 'Spoken.\n.\n\n3\n3\n3\ny\n' |
	practise --mode spoken --seconds 90 >out
is 'the mode is kept' '"spoken"' "$(last answers mode)"
is 'and the limit' 90 "$(last answers limit_s)"

printf 'Caf\351 \000 ok\r\n.\n\n3\n3\n3\ny\n' | practise >out
is 'wrong bytes and line ends become valid text' \
	"\"$(printf 'Caf\357\277\275 \357\277\275 ok')\"" "$(last answers answer)"

# In lines because the environment asks for it.
printf 'Mine.\n.\n\n3\n3\n3\n3\nn\n' >reply
ACCESSIBLE=1 rehearse practice --question $question --db words.db <reply >out
is 'ACCESSIBLE is --plain' 0 $?
has 'with the session' 'The session 3: ' out
ACCESSIBLE=1 rehearse --db words.db </dev/null >out
is 'and home in words' 0 $?
has 'with what is next' 'Next, ' out
ACCESSIBLE=0 fails_with 2 'but not where it is 0' rehearse --db words.db

# One number, one choice of questions.
rehearse practice --plain --round behavioural --questions 3 --seed 7 \
	--db one.db </dev/null >one 2>/dev/null
rehearse practice --plain --round behavioural --questions 3 --seed 7 \
	--db two.db </dev/null >two 2>/dev/null
ok 'the same seed asks the same' cmp -s one two

printf 'First.\n.\n\n3\n3\n3\n3\ny\n' >reply
cat reply reply |
	rehearse practice --plain --round behavioural --company any \
		--level senior --questions 2 --seed 1 >out 2>err
ok 'two questions are asked' grep -q '^Question 2 of 2: behavioural' out

if [ -e /dev/full ]; then
	printf 'x\n.\n\n3\n3\n3\ny\n' | practise >/dev/full 2>err
	is 'nowhere to print' 1 $?
	is 'the answer is kept all the same' '"x"' "$(last answers answer)"
else
	skip 'a full standard output (no /dev/full)'
fi
finish
