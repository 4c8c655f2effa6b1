#!/bin/sh
# SPDX-License-Identifier: MIT
# The program in lines, through a pipe: home, history, review, status, rating
# and practice as numbered choices.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"
REHEARSE_DB=$tmp/lines.db
export REHEARSE_DB

# say WORD...: each a line of input.
say() {
	printf '%s\n' "$@"
}

asked='chooses, ? repeats, q leaves:'

# An empty database.
rehearse --plain </dev/null >out 2>err
is 'the end of input leaves' 0 $?
not 'without a complaint' test -s err
has 'what is next' 'Next, ' out
has 'the first choice' '1. Practise what is next' out
has 'what may be replied' "1 to 9 $asked" out
ACCESSIBLE=1 rehearse </dev/null >same
ok 'ACCESSIBLE is the same' cmp -s out same
say 4 b 3 b 6 b 5 q | rehearse --plain >out
is 'nothing is there yet' 0 $?
has 'no session' 'No session.' out
has 'no rating' 'No rating by self.' out
has 'nothing to rate again' 'To be rated again: 0.' out
say '' '?' | rehearse --plain >out
is 'an empty line and ? repeat it' 3 "$(grep -c "$asked" out)"
is 'all of it' 3 "$(grep -c '^1\. ' out)"
say 10 nonsense n p /x | rehearse --plain >out
has 'no such number' 'There is no such number here.' out
has 'no such word' 'That is none of the choices.' out
has 'no next page' 'There is no next page.' out
has 'no page before' 'There is no page before.' out
has 'no search' 'Nothing is searched here.' out
is 'none of it repeats the menu' 1 "$(grep -c '^1\. ' out)"
for reply in q Q b 0; do
	say "$reply" 4 | rehearse --plain >out
	not "$reply leaves home" grep -q 'No session' out
done
say 4 q 3 | rehearse --plain >out
not 'q leaves from everywhere' grep -q 'No rating' out

# Practice: what is next, and a round and level that are chosen.
say 1 'I led it, and churn fell by 12 %.' . | rehearse --plain >out 2>err
is 'the end of input in a practice' 1 $?
has 'is told' 'end of input at question 1 of ' err
has 'the question was asked' 'Question 1 of ' out
ok 'the answer is kept' exports answers 'I led it, and churn fell by 12 %'
say 2 1 2 Mine. . | rehearse --plain >out 2>err
round=$(sed -n '/^Which round/,/chooses/s/^1\. //p' out)
level=$(sed -n '/^At which level/,/chooses/s/^2\. //p' out)
say 4 1 1 1 Again. . '' 4 4 4 4 4 4 y '' b b | rehearse --plain >out 2>err
has 'it is of that round and level' "$round, $level: not rated" out
has 'the same question again' 'Question 1 of 1: ' out
ok 'as a new attempt' exports answers ',2,.*Again\.'

# Made history, of which the export tells what is to be heard.
rehearse --db demo.db demo --sessions 23 >/dev/null
REHEARSE_DB=$tmp/demo.db
rehearse export sessions --format jsonl >rows
say 4 n n p 13 1 | rehearse --plain >out
has 'sessions are counted' '23 sessions, newest first.' out
is 'each is told once, the second page twice' 33 \
	"$(grep -c '^[0-9]*\. 2026-' out)"
has 'numbers go on' '11 to 20 chooses, n next page, p page before, ' out
has 'to the last' '21 to 23 chooses, p page before, ' out
# field ROW NAME: of a session of the export, the oldest is row 1.
field() {
	sed -n "$1p" rows | sed 's/.*"'"$2"'":\("[^"]*"\|[^,}]*\).*/\1/' |
		tr -d '"'
}
row() {
	grep "^$1\. 2026-" out | head -n 1
}
for n in 1 7 13 23; do
	overall=$(printf '%.2f' "$(field $((24 - n)) overall)")
	verdict=$(field $((24 - n)) verdict)
	ok "session $n has its verdict" \
		test "$(row $n | grep -c ": $overall of 5, $verdict")" = 1
done
has 'a session is opened' \
	"$(field 11 answered) of $(field 11 questions) answered, " out
has 'an answer is opened' 'Ratings, 1 to 5:' out
has 'with its text' 'Your notes:' out
has 'and notes' 'Notes on the text (hints, not a rating):' out
has 'and what can be done' '2. Have a peer rate this answer' out

# Notes and tags.
rehearse history "$(field 23 session_id)" --note 'Ran out of time' \
	--add-tag hard --add-tag mei
say 1 | rehearse history --lines >out
has 'a session has its tags' ', noted, tagged hard, mei' out
has 'told when it is opened' 'Tags: hard, mei' out
has 'with the note' 'Note: Ran out of time' out
is 'of no other' 1 "$(grep -c 'Note:' out)"

# Deleted, and brought back.
rehearse history "$(field 23 session_id)" --delete >/dev/null
say q | rehearse history --lines >out
has 'one less' '22 sessions, newest first.' out
say 1 q | rehearse history --lines --deleted >out
has 'it is among the deleted' '1 deleted session. A number brings one' out
has 'and comes back' 'Brought back.' out
has 'then nothing is deleted' 'No deleted session.' out
is 'all are there' 23 "$(rehearse history | wc -l)"

# The same without leaving: note, tag, delete, undo.
rehearse history --tag hard --plain >of_tag
say 4 2 m 'Ran long' b u q | rehearse --plain >out
has 'a session is noted' 'Noted; u takes it away.' out
has 'which is told' 'Note: Ran long' out
has 'and undone from the list' 'The note is as it was.' out
is 'it is gone' '' "$(rehearse history --sort newest | sed -n 2p | cut -f 13)"
say 4 1 m - t calm u t b t '' q | rehearse --plain >out
has 'a note is taken away' 'Note taken away; u brings it back.' out
has 'a tag is put on' 'Tag put on; u takes it off.' out
has 'and taken off' 'The tag is off again.' out
is 'an empty line leaves the tags' 'hard|mei' \
	"$(rehearse history --sort newest | sed -n 1p | cut -f 12)"
say 4 2 d u q | rehearse --plain >out
has 'a session is deleted' 'Deleted; u in the history brings it back.' out
has 'the list goes on without it' '22 sessions, newest first.' out
has 'u brings it back' 'Brought back.' out
is 'as it was' 23 "$(rehearse history | wc -l)"
say 4 2 d q | rehearse --plain >out
say 4 u u q | rehearse --plain >out
has 'later it is offered first' 'Deleted last: 2026-' out
has 'and then brought back' 'Brought back.' out
rehearse history --lines --deleted </dev/null >out
has 'nothing is left deleted' 'No deleted session.' out

# What is listed: by tag, order and what the commands take.
say 4 f b | rehearse --plain >out
has 'the filters of the history' '6. Tag: any or none' out
say 4 f 6 2 b q | rehearse --plain >out
has 'by tag' "$(wc -l <of_tag) session tagged 'hard'." out
say 4 f 7 4 b q | rehearse --plain >out
has 'by score' '23 sessions, best first.' out
best=$(rehearse history --sort best | head -n 1 | cut -f 8)
has 'the best one first' ": $(printf '%.2f' "$best") of 5" out
is 'is the first choice' "$(printf '%.2f' "$best")" \
	"$(sed -n 's/^1\. 2026.*: \([0-9.]*\) of 5.*/\1/p' out | tail -n 1)"
say 4 f 8 b q | rehearse --plain >out
has 'the deleted' 'No deleted session.' out
say 4 f 4 2026-11-10 b /led q | rehearse --plain >out
n=$(rehearse history --since 2026-11-10 --search led | wc -l)
has 'a search among them' "$n sessions since 2026-11-10 with 'led'" out

# Searching.
word=led
found=$(rehearse history --search $word | wc -l)
say 4 /$word / | rehearse --plain >out
has 'a search' "$found sessions with '$word', newest first." out
is 'is ended by an empty one' 2 "$(grep -c '^23 sessions' out)"
say 4 '/no such text' | rehearse --plain >out
has 'nothing found is said' "No session with 'no such text'." out
rehearse history --lines --round behavioural --search robot </dev/null >out
has 'filters are told' 'No session of Behavioural with ' out
rehearse history --lines --round behavioural </dev/null >out
has 'and hold' \
	"$(rehearse history --round behavioural | wc -l) sessions of Beh" out
say b | rehearse history --lines "$(field 23 session_id)" >out
has 'a session by its id' 'limited by' out
is 'and back' 0 $?
fails_with 1 'none of that id' rehearse history --lines gone
fails_with 2 'records are no dialogue' rehearse history --lines --plain
fails_with 2 'nor is JSON' rehearse review --lines --json

# Records stay records.
ACCESSIBLE=1 rehearse history </dev/null >out
is 'history in a pipe' 23 "$(grep -c '	' out)"
ACCESSIBLE=1 rehearse review --plain </dev/null >out
not 'review too' grep -q 'chooses' out

# Review: the weakest first.
rehearse review >records
say 3 1 1 | rehearse --plain >out
has 'the signals' 'Your signals, the weakest first, in 23 sessions' out
weakest=$(LC_ALL=C sort -t '	' -k5,5n records | head -n 1)
n=$(echo "$weakest" | cut -f 2)
latest=$(printf '%.2f' "$(echo "$weakest" | cut -f 3)")
has 'the weakest' "latest $latest" out
is 'is the first' 1 "$(grep '^1\. ' out | grep -c ": latest $latest.* $n ses")"
has 'its mean' "Mean $(printf '%.2f' "$(echo "$weakest" | cut -f 4)")" out
signal=$(awk -F '\t' '$2 >= 5 && $6 != "" { print; exit }' records)
rehearse review --lines --signal "$(echo "$signal" | cut -f 1)" \
	</dev/null >out
is 'each of its sessions' "$(echo "$signal" | cut -f 2)" \
	"$(grep -c '^[0-9]*\. 2026-.*: mean ' out)"
ok 'the slope in words' grep -q \
	"$(printf '%.2f' "$(echo "$signal" | cut -f 6)" | tr -d -) a session, 95 %" \
	out
rehearse review --lines --rater cold </dev/null >out
has 'nothing by that rater' 'No rating by cold.' out
rehearse review --lines </dev/null >out
rehearse report >page
for what in 'Last 14 days: ' 'Rounds: ' 'Signals: '; do
	is "what the report says, $what" \
		"$(grep "^$what" page | sed 's/ These are.*//')" \
		"$(grep "^$what" out)"
done

# A history too short to tell the rounds apart.
REHEARSE_DB=$tmp/short.db
now=$(date +%s)
echo session_id,started_at,ended_at,round,questions >sessions.csv
echo answer_id,session_id,question_id,started_at,rubric >answers.csv
echo answer_id,session_id,rater,signal,rating,rated_at >ratings.csv
for days in 1 2 3 4 5 16 17 18 19 20; do
	at=$(utc $((now - days * 86400)))
	round=behavioural
	[ $days -le 2 ] && round=strategy
	echo "s$days,$at,$at,$round,1" >>sessions.csv
	echo "a$days,s$days,q1,$at,star" >>answers.csv
	for signal in situation task action result; do
		echo "a$days,s$days,self,$signal,$((days > 14 ? 2 : 4)),$at"
	done >>ratings.csv
done
for kind in sessions answers ratings; do
	ok "the $kind" quietly rehearse import --kind "$kind" "$kind.csv"
done
rehearse review --lines </dev/null >out
rehearse report >page
for file in out page; do
	has "what it takes, $file" 'By round too early to tell: 2 more sessions of Behavioural will tell.' $file
	has "and what is known, $file" 'Signals: better ' $file
	not "nothing else of rounds, $file" grep -q '^Rounds: ' $file
done
REHEARSE_DB=$tmp/demo.db

# The ratings that are shown, and of what.
say 3 f b | rehearse --plain >out
has 'the filters' '1 to 10 chooses, n next page, f filters, ' out
has 'whose they are' '1. Rater: self' out
has 'of what' '2. Round: any round' out
rater=$(say 3 f 1 | rehearse --plain | sed -n 's/^\([0-9]*\)\. Mei$/\1/p')
say 3 f 1 "$rater" b | rehearse --plain >out
has 'a peer' ', rated by Mei; ' out
round=$(say 3 f 2 | rehearse --plain | sed -n 's/^3\. \(Behav.*\)/\1/p')
say 3 f 2 3 b | rehearse --plain >out
has 'a round' " of $round, rated by self; " out
rehearse review --round "$round" --lines </dev/null >same
is 'as the command has it' "$(grep '^1\. ' same)" \
	"$(sed -n '/^Your signals.* of /,$p' out | grep -m 1 '^1\. ')"
say 3 f 5 soon 2026-11-02 6 2026-11-03 b | rehearse --plain >out
has 'what is no day is asked again' 'That is no day.' out
has 'days' ' since 2026-11-02 until 2026-11-03' out
say 3 f 5 1999-01-01 5 '' b | rehearse --plain >out
has 'and all of them again' '5. First day: any' out
say 3 f 3 | rehearse --plain >out
is 'any company is told once' 1 "$(grep -c '[0-9]\. Any company$' out)"
say 3 f 5 2026-11-02 5 b 5 back b | rehearse --plain >out
has 'b leaves a day as it is' ' since 2026-11-02, rated by' out
say 3 f 5 quit 4 | rehearse --plain >out
not 'q leaves from there too' grep -q '^Which level' out
say f | rehearse review --lines --until 2026-11-03T12:00:00Z >out
has 'a time that was given is told' '6. Last day: 2026-11-03T12:00:00Z' out
say 5 f b | rehearse --plain >out
has 'not everywhere' 'Nothing is filtered here.' out

# Rating: calibration by its number, a peer by name.
say 6 >six
first=$(rehearse --plain <six | grep -m 1 'Calibration: ' | cut -d. -f1)
say 6 "$first" 3 3 3 3 q | rehearse --plain >out
has 'a calibration answer' ', the reference ' out
say 4 1 1 2 Mei 3 3 3 3 3 3 3 3 | rehearse --plain >out
has 'a peer rates' 'lower than you' out
ok 'under the name' exports ratings ',Mei,'
say 4 1 1 2 '' | rehearse --plain >out
is 'nobody rates' 2 "$(grep -c 'Have a peer rate' out)"
say 4 1 1 2 self b | rehearse --plain >out
has 'nor does oneself again' "'self'" out
say 4 1 1 2 Mei b | rehearse --private --plain >out
has 'nor anybody unread' 'rated unread' out
has 'hidden texts are not told' 'The answer is hidden by --private.' out
not 'nor what was found in them' grep -q 'Notes on the text' out

# Status: what is not counted is ticked off.
item=$(say 5 | rehearse --plain | sed -n 's/^2\. Tick off: //p')
say 5 2 | rehearse --plain >out
has 'a tick' "Done, $item: ticked off" out
say 5 2 | rehearse --plain >out
has 'is taken back' "Open, $item: not ticked off yet" out
say 5 1 | rehearse --plain >out
has 'how ready one is' ', rated by yourself: ' out

# Each line can do nothing to a terminal, and stands alone.
say 4 1 1 b b b 3 1 b b 5 1 b b 6 q | rehearse --plain >out
not 'no escape byte' grep -q "$(printf '\033')" out
not 'no carriage return' grep -q "$(printf '\r')" out
not 'no line drawn' grep -q '[-=_]\{8\}' out
# The bank: a question is written, changed, retired.
say 8 2 'How is a tide' 'told?' . galactic behavioural '' Acme 'pm ii' soon \
	'sea|moon' 'result: And then?' 'action: You?' '' Think. . '' 240 y |
	rehearse --plain >out 2>err
is 'a question is added' 0 $?
has 'a name that is none' 'That is none of the names.' out
has 'is told those there are' 'There are: Recruiter' out
has 'what is no number is asked again' 'Seconds: a number such as 180' out
has 'it is kept' 'The question is kept.' out
rehearse export questions | tr -d '\r' | sed -n '/^q-.*"How is a tide$/,/told/p' >tide
has 'as it was written' 'told?",behavioural,,Acme,pm2,240,sea|moon,result: And then?|action: You?,Think.,' tide
say 8 2 'How is a tide told?' . '' '' '' '' '' '' '' '' '' 'Or a wave?' . y |
	rehearse --plain >out 2>err
has 'the same is not added again' 'this question is there already' out
has 'another wording is' 'The question is kept.' out
say 8 1 /wave 1 2 '' '' '' Acme '' '' - '' '' '' n |
	rehearse --plain >out
has 'what was changed is not kept unasked' 'Nothing was changed.' out
say 8 1 '/is a tide' 1 2 '' '' '' - '' '' wave '' '' '' y 3 b q |
	rehearse --plain >out
has 'it is changed' 'The question is kept.' out
has 'and retired' '3. Ask it again' out
rehearse export questions | tr -d '\r' | sed -n '/^q-.*"How is a tide$/,/told/p' >tide
has 'under its id' 'told?",behavioural,,,pm2,240,wave|retired,' tide
say 8 2 'Half of a' | rehearse --plain >out
is 'the input ends in the middle' 0 $?
say 8 2 'And half of another' .stop b q | rehearse --plain >out
has '.stop goes back' 'What was written waits.' out
is 'to the bank' 2 "$(grep -c '^2\. Add a question' out)"
say 8 2 'Half of a' .stop q | rehearse --plain >out
say 8 2 '' '' '' '' '' '' '' '' '' '' y | rehearse --plain >out
has 'what was written is back' 'What you were writing is back.' out
has 'all of it' 'Question, what the interviewer asks. Now: Half of a' out
has 'and kept' 'The question is kept.' out
say 8 2 | rehearse --plain >out
not 'once' grep -q 'is back' out


# The bank by what the screen limits it to, and by the command.
n=$(rehearse questions --round behavioural --tag data-given | wc -l)
rehearse questions --lines --round star --tag data-given </dev/null >out
ok 'a filter of the command' \
	grep -q "^$n questions\{0,1\} of Behavioural tagged 'data-given'\.$" out
say f 5 3 b | rehearse questions --lines >out
has 'the retired' ', retired.' out
say f 5 4 b | rehearse questions --lines >out
has 'those never asked' ', never asked.' out
say f 6 2 b | rehearse questions --lines >out
ok 'what was written here' grep -q '^[1-9] questions\{0,1\}, mine\.$' out
say f 4 2 b | rehearse questions --lines >out
tag=$(sed -n 's/^2\. \([a-z-]*\)$/\1/p' out | head -n 1)
has 'by a tag' " tagged '$tag'." out
fails_with 2 'lines are no records' rehearse questions --lines --plain

finish
