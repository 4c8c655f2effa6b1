#!/bin/sh
# SPDX-License-Identifier: MIT
# loop: round after round, where a run stands, and the debrief at its end.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"
REHEARSE_DB=$tmp/loop.db
REHEARSE_PROBES=0
export REHEARSE_DB REHEARSE_PROBES

rehearse loop >out
is 'every loop' "$(rehearse export loops | sed 1d | cut -d, -f1 | sort -u)" \
	"$(cut -f 1 out)"
is 'none is begun' '' "$(cut -f 4,5,7-10 out | tr -d '\t\n')"
rehearse loop --json >json
is_json 'all of them' json
rehearse loop core --json >json
is_json 'one of them' json
rehearse loop core >out
is 'its rounds' 'behavioural product-sense execution' \
	"$(cut -f 2 out | tr '\n' ' ' | sed 's/ $//')"
fails_with 2 'no such loop' rehearse loop gone
fails_with 2 'one loop' rehearse loop core xiaomi-pm
fails_with 2 'not both' rehearse loop --plain --json core
is 'looking begins no run' 1 "$(rehearse export loop-runs | wc -l)"

# A round of one question, through a pipe.  Where it wants questions back, the
# first two lines are these; else they belong to the answer.
replies() {
	printf 'For whom?\n\nI chose, and churn fell by 12 %%.\n.\n\n'
	yes "$1" | head -n "$2"
}
signals=$(rehearse export rubrics | grep -c '^circles,')
replies 4 "$signals" >reply
rehearse loop pm-onsite --plain <reply >out 2>err
is 'a round' 0 $?
not 'without a complaint' test -s err
has 'what it is' 'Round 1 of 5: Product sense, day 1, senior PM looks at ' out
has 'the session is told' 'The session 4: hire.' out
has 'then where the loop stands' 'Loop pm-onsite: 1 of 5 rounds done.' out
has 'round by round' ': 4.00 of 5, hire' out
has 'so far' 'So far: 4.00 of 5, hire.' out
is 'what comes next' 2 "$(rehearse loop | grep '^pm-onsite' | cut -f 7)"
is 'the session is its first round' \
	"$(rehearse history --plain | cut -f 1)" \
	"$(rehearse loop pm-onsite | head -n 1 | cut -f 7)"

# A round that was cut short is done again, in the same run.
printf 'Cut.' | rehearse loop pm-onsite --plain >out 2>err
is 'the end of input' 1 $?
is 'leaves the round to be done' 2 \
	"$(rehearse loop | grep '^pm-onsite' | cut -f 7)"
replies 3 "$signals" >reply
rehearse loop pm-onsite --plain <reply >out
has 'once more' 'Round 2 of 5: ' out
has 'a dip is told' ': 3.00 of 5, re-interview, below the round before' out
has 'one round caps it' 'So far: 3.50 of 5, re-interview.' out
has 'and says so' 'Capped: a round is under the bar' out
is 'one run' 1 "$(rehearse export loop-runs | sed 1d | cut -d, -f1 | sort -u |
	wc -l)"
is 'of two rounds' 2 "$(rehearse export loop-runs | sed 1d | wc -l)"
rehearse loop pm-onsite --plain --new <reply >out
has 'a new run begins at the first' 'Round 1 of 5: ' out
has 'with nothing done before' '1 of 5 rounds done' out
is 'two runs are kept' 2 "$(rehearse export loop-runs | sed 1d |
	cut -d, -f1 | sort -u | wc -l)"

# The same from the menu of line mode: the loops, one of them, its next round.
n=$(rehearse loop | grep -n '^pm-onsite' | cut -d: -f1)
printf '7\n%s\n' "$n" | rehearse --plain >out
has 'the loops' "$n. pm-onsite, Any company, 5 rounds: begun " out
has 'how it stands' 'Loop pm-onsite: 1 of 5 rounds done.' out
has 'what can be done' '1. Practise the next round' out
replies 5 "$signals" >reply
{ printf '7\n%s\n1\n' "$n" && cat reply; } | rehearse --plain >out
has 'the next round' 'Round 2 of 5: ' out
has 'is told after it' '2 of 5 rounds done' out
{ printf '7\n%s\n2\n' "$n" && cat reply; } | rehearse --plain >out
has 'a new run' 'Round 1 of 5: ' out
has 'has one round' '1 of 5 rounds done' out
is 'three runs are kept' 3 "$(rehearse export loop-runs | sed 1d |
	cut -d, -f1 | sort -u | wc -l)"

# A run that was made elsewhere: ratings of its five rounds, one a session.
begin=2026-01-05T10:00:00Z
run() {
	echo session_id,started_at,ended_at,questions >sessions.csv
	echo answer_id,session_id,question_id,started_at,rubric,metric_given \
		>answers.csv
	echo answer_id,session_id,rater,signal,rating,rated_at >ratings.csv
	echo run_id,loop,started_at,position,session_id >runs.csv
	i=0
	for rating in "$@"; do
		i=$((i + 1))
		at=2026-01-0${i}T10:00:00Z
		echo "s$i,$at,$at,1" >>sessions.csv
		echo "a$i,s$i,q$i,$at,star,yes" >>answers.csv
		for signal in situation task action result; do
			echo "a$i,s$i,self,$signal,$rating,$at" >>ratings.csv
		done
		echo "r,xiaomi-pm,$begin,$i,s$i" >>runs.csv
	done
	rm -f made.db
	for kind in sessions answers ratings; do
		quietly rehearse import --db made.db --kind $kind $kind.csv
	done
	quietly rehearse import --db made.db --kind loop-runs runs.csv
	rehearse loop xiaomi-pm --db made.db --plain </dev/null >out 2>err
}
run 4 4 4 4 5
has 'the debrief' 'The debrief: 4.20 of 5, hire.' out
not 'without a cap' grep -q Capped out
not 'nor a dip' grep -q dip out
has 'who owned which view' \
	'4. Behavioural, day 11, HR business partner looks at three-p: 4.00' out
has 'how to go on' '--new begins again' out
run 3 5 5 5 5
has 'a failed gate' 'The debrief: 4.60 of 5, reject.' out
has 'is why' 'Capped: a gate round is under hire' out
run 5 5 5 3 5
has 'another round' 'The debrief: 4.60 of 5, re-interview.' out
run 4 4
rehearse loop --db made.db >out
is 'the next round, and when' "3	2026-01-09T10:00:00Z" \
	"$(grep '^xiaomi-pm' out | cut -f 7,8)"
rehearse loop xiaomi-pm --db made.db --json >json
is_json 'as JSON' json
has 'with its run' '"run_id":"r","started_at":"2026-01-05T10:00:00Z","done":2' \
	json
finish
