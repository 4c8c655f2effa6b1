#!/bin/sh
# SPDX-License-Identifier: MIT
# status: the checklist, what of it is counted, and ticks.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"
REHEARSE_DB=$tmp/checklist.db
export REHEARSE_DB

# item NAME: `done have need detail` of the item.
item() {
	rehearse status | awk -F '\t' -v item="$1" \
		'$1 == "checklist" && $2 == item { print $4, $5, $6, $7 }'
}

is 'the seven of the model' 7 "$(rehearse status | grep -c ^checklist)"
is 'nothing is counted yet' 'no 0 3 0 of 3 stories with a number' \
	"$(item stories-with-metric)"
is 'nothing is ticked yet' 'no   not ticked off yet' "$(item map-projects)"

# Ticks.
ok 'a tick' quietly rehearse status --tick map-projects
is 'is kept' 'yes   ticked off' "$(item map-projects)"
ok 'two at once' quietly rehearse status --tick map-projects \
	--tick pay-expectations
is 'the other one too' 'yes   ticked off' "$(item pay-expectations)"
ok 'one is taken back' quietly rehearse status --untick map-projects
is 'at once' 'no   not ticked off yet' "$(item map-projects)"
ok 'and ticked again' quietly rehearse status --tick map-projects
is 'within a second too' 'yes   ticked off' "$(item map-projects)"
rehearse status --json --untick pay-expectations >json
is_json 'the status after a tick' json
has 'it has the tick already' '{"item":"pay-expectations","label":"Bring your pay expectations into line with the facts","done":false,"have":null,"need":null,"detail":"not ticked off yet"}' json

fails_with 2 'what is counted is not ticked' \
	rehearse status --tick peer-debrief
is 'and why' "rehearse: --tick 'peer-debrief': this item is counted from your sessions, not ticked: 0 of 1 mock rated in full by a peer" \
	"$said"
fails_with 2 'an unknown item' rehearse status --untick nothing
is 'and the known ones' "rehearse: --untick 'nothing' is no item of the checklist; those to tick are map-projects, pay-expectations" \
	"$said"
fails_with 2 'both at once' \
	rehearse status --tick map-projects --untick map-projects
fails_with 2 'one of two is unknown' \
	rehearse status --tick pay-expectations --tick nothing
is 'so neither was ticked' 'no   not ticked off yet' "$(item pay-expectations)"

# What is counted: a1 is a story in time, a2 one that is not, a3 has no number.
at=2026-01-01T09:00:00Z
cat >sessions.csv <<EOF
session_id,started_at,ended_at,round,questions
s1,$at,$at,behavioural,4
EOF
cat >answers.csv <<EOF
answer_id,session_id,question_id,started_at,round,rubric,limit_s,answer_s,metric_given,skipped
a1,s1,q1,$at,behavioural,star,180,100,yes,no
a2,s1,q2,$at,behavioural,star,180,180,yes,no
a3,s1,q3,$at,behavioural,star,180,100,no,no
a4,s1,q4,$at,behavioural,star,180,100,,yes
EOF
echo answer_id,session_id,rater,signal,rating,rated_at >ratings.csv
for answer in a1 a2 a3; do
	for rater in self Mei; do
		for signal in situation task action result; do
			echo "$answer,s1,$rater,$signal,4,$at"
		done
	done
done >>ratings.csv
for kind in sessions answers ratings; do
	ok "the $kind" quietly rehearse import --kind "$kind" "$kind.csv"
done
is 'two with a number' 'no 2 3 2 of 3 stories with a number' \
	"$(item stories-with-metric)"
is 'one in time' 'no 1 3 1 of 3 stories told in under 3:00' \
	"$(item stories-in-time)"
is 'a peer rated all that was answered' \
	'yes 1 1 1 of 1 mock rated in full by a peer' "$(item peer-debrief)"
is 'too long ago for the system' \
	'no 0 3 0 of 3 clean mocks in the last 14 days' "$(item practice-system)"
printf 'rule,value\nstory_s,181\n' >rules.csv
ok 'another limit' quietly rehearse import --kind rules rules.csv
is 'both are in time' 'no 2 3 2 of 3 stories told in under 3:01' \
	"$(item stories-in-time)"

# Items of one's own.
printf 'item,position,label,check,need\nportfolio,8,Print it,self,\n' >own.csv
ok 'one more item' quietly rehearse import --kind checklist own.csv
ok 'can be ticked' quietly rehearse status --tick portfolio
is 'as any other' 'yes   ticked off' "$(item portfolio)"
printf 'item,position,label,check,need\nodd,9,Odd,guess,\n' >odd.csv
not 'a check that is not known is refused' \
	quietly rehearse import --kind checklist odd.csv
rehearse import --kind checklist odd.csv >/dev/null 2>said
has 'with its place' "odd.csv:2:4: there is no check 'guess'; there are stories-with-metric, " \
	said
finish
