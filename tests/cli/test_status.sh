#!/bin/sh
# SPDX-License-Identifier: MIT
# status: readiness, streak and drafts of histories that can be counted by
# hand.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"
REHEARSE_DB=$tmp/status.db
export REHEARSE_DB

rehearse status --json >json
is_json 'the status of nothing' json
has 'all is nothing' '{"sessions":0,"answers":0,"streak_days":0,"open_drafts":0,"readiness":[],"next":{"question_id":"' json
has 'but what is next' '","reason":"your first round: ' json
has 'and the checklist is there' '"checklist":[{"item":"map-projects",' json
has 'counted' '{"item":"peer-debrief","label":"Hold one mock debrief that a peer rates","done":false,"have":0,"need":1,"detail":"0 of 1 mock rated in full by a peer"}' json
has 'or ticked off' '"done":false,"have":null,"need":null,"detail":"not ticked off yet"}' json

is 'times are made right' 2026-02-28T23:59:59Z "$(utc 1772323199)"
now=$(date +%s)

# mock ID DAYS_AGO RATINGS [PAUSED]: one behavioural answer at pm2, clean
# without a pause; RATINGS for situation, task, action, result.
mock() {
	at=$(utc $((now - $2 * 86400)))
	echo "$1,$at,$at,behavioural,pm2,1" >>sessions.csv
	echo "a-$1,$1,q-$1,$at,star,180,100,${4:-0},yes" >>answers.csv
	rate "$1" self "$3"
}

# rate ID RATER RATINGS
rate() {
	i=0
	for signal in situation task action result; do
		i=$((i + 1))
		echo "a-$1,$1,$2,$signal,$(echo "$3" | cut -c $i),2026-01-01T00:00:00Z" \
			>>ratings.csv
	done
}

begin() {
	echo session_id,started_at,ended_at,round,level,questions >sessions.csv
	echo answer_id,session_id,question_id,started_at,rubric,limit_s,answer_s,paused_s,metric_given \
		>answers.csv
	echo answer_id,session_id,rater,signal,rating,rated_at >ratings.csv
}

take() {
	for kind in sessions answers ratings; do
		ok "the $kind" quietly rehearse import --kind "$kind" "$kind.csv"
	done
}

begin
mock s1 9 2222
mock s2 4 4444
mock s3 2 5544
mock s4 1 1111 12
mock s5 0 4445
rate s3 Mei 4444
rate s5 Mei 5555
rate s5 Jonas 2222
take
rehearse status --json >json
is_json 'the status' json
has 'what was done' '{"sessions":5,"answers":5,"streak_days":3,"open_drafts":0,' json
has 'a run of three' '"readiness":[{"round":"behavioural","level":"pm2","rater":"self","state":"provisional","clean_in_row":3,"needed":1,"text":"1 more clean behavioural mock at hire"},' json
has 'peers apart' '{"round":"behavioural","level":"pm2","rater":"peer","state":"not yet","clean_in_row":2,"needed":2,"text":"2 more clean behavioural mocks at hire"}]' json
has 'what is next is as elsewhere' "\"next\":{\"question_id\":\"$(rehearse next | cut -f 1)\",\"reason\":\"$(rehearse next | cut -f 3)\"}" json

is 'records' "sessions	5
answers	5
streak_days	3
open_drafts	0
readiness	behavioural	pm2	self	provisional	3	1	1 more clean behavioural mock at hire
readiness	behavioural	pm2	peer	not yet	2	2	2 more clean behavioural mocks at hire
next	$(rehearse next | cut -f 1,3)
cold_due	0" "$(rehearse status | grep -v ^checklist)"

begin
mock s6 0 3545
take
rehearse status --json >json
has 'ready, but by whose word' '"rater":"self","state":"ready","clean_in_row":4,"needed":0,"text":"by your own ratings alone, and those mislead: ' json
has 'how little that says' 'correlates at about 0.2' json

# Other rules judge the past as well.
printf 'rule,value\nready_run,6\nprovisional_run,5\n' >rules.csv
ok 'the rules' quietly rehearse import --kind rules rules.csv
is 'six are wanted' 'not yet	4	2' \
	"$(rehearse status | awk '/\tself\t/' | cut -f 5-7)"

# Two days without an answer end a streak; a skipped question is none.
begin
at=$(utc $((now - 3 * 86400)))
echo "s7,$at,$at,general,,1" >>sessions.csv
REHEARSE_DB=$tmp/streak.db
echo 'answer_id,session_id,question_id,started_at,skipped' >answers.csv
echo "a7,s7,q7,$at,no" >>answers.csv
echo "a8,s7,q8,$(utc $((now - 86400))),yes" >>answers.csv
take
rehearse status --json >json
has 'the streak is over' '"sessions":1,"answers":2,"streak_days":0,' json
has 'a session without a level' '{"round":"general","level":null,"rater":"self","state":"not yet","clean_in_row":0,"needed":4,' json

# A round that is cut off leaves its draft open.
mkfifo keys
"$REHEARSE" practice --plain --questions 1 <keys >said 2>/dev/null &
pid=$!
exec 3>keys
printf 'Half of it.\n.\n' >&3
tries=0
until grep -q 'Your overall' said || [ $tries -ge 200 ]; do
	tries=$((tries + 1))
	sleep 0.1
done
kill -9 $pid
wait $pid 2>/dev/null
exec 3>&-
is 'an open draft' 1 \
	"$(rehearse status | awk -F '\t' '$1 == "open_drafts" { print $2 }')"

fails_with 2 'nothing is taken' rehearse status now
finish
