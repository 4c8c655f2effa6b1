#!/bin/sh
# SPDX-License-Identifier: MIT
# review: the numbers of a history that can be reckoned by hand.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"
REHEARSE_DB=$tmp/review.db
export REHEARSE_DB

is 'nothing was rated' '{"filters":{"round":null,"company":null,"level":null,"since":null,"until":null,"rater":"self","signal":null},"sessions":0,"signals":[]}' \
	"$(rehearse review --json)"

# Five sessions of one answer, in which `action` is rated 1 to 5, `task`
# always 3, and `result` in the last two only.
{
	echo session_id,started_at,ended_at,round
	for day in 1 2 3 4 5; do
		echo "s$day,2026-11-0${day}T09:00:00Z,2026-11-0${day}T09:10:00Z,behavioural"
	done
} >sessions.csv
{
	echo answer_id,session_id,question_id,started_at,rubric,metric_given
	for day in 1 2 3 4 5; do
		echo "a$day,s$day,q$day,2026-11-0${day}T09:00:00Z,star,yes"
	done
} >answers.csv
{
	echo answer_id,session_id,rater,signal,rating,rated_at
	for day in 1 2 3 4 5; do
		at=2026-11-0${day}T09:09:00Z
		echo "a$day,s$day,self,action,$day,$at"
		echo "a$day,s$day,self,task,3,$at"
		echo "a$day,s$day,Mei,action,2,$at"
		[ "$day" -lt 4 ] || echo "a$day,s$day,self,result,4,$at"
	done
} >ratings.csv
for kind in sessions answers ratings; do
	ok "the $kind" quietly rehearse import --kind "$kind" "$kind.csv"
done

rehearse review --json >json
is_json 'the review' json
has 'five sessions' '"sessions":5,"signals":[' json
has 'a signal that rises' '{"signal":"action","n":5,"latest":5,"mean":3,"ewma":3.2269,"slope_per_session":1,"slope_low":1,"slope_high":1,"at_bar_share":0.4,"series":[{"session_id":"s1","started_at":"2026-11-01T09:00:00Z","answers":1,"mean":1,"min":1},' json
has 'one that does not' '"signal":"task","n":5,"latest":3,"mean":3,"ewma":3,"slope_per_session":0,' json
has 'one with too few for a slope' '"signal":"result","n":2,"latest":4,"mean":4,"ewma":4,"slope_per_session":null,"slope_low":null,"slope_high":null,"at_bar_share":1,' json

rehearse review >plain
is 'a record a signal' 'action	5	5	3	3.2269	1	1	1	0.4
result	2	4	4	4				1
task	5	3	3	3	0	0	0	0' "$(cat plain)"
rehearse review --plain >out
ok 'the same with --plain' cmp -s plain out

is 'one signal' 'result	2	4	4	4				1' \
	"$(rehearse review --signal result)"
is 'by its label' "$(rehearse review --signal result)" \
	"$(rehearse review --signal Result)"
is 'another rater' 'action	5	2	2	2	0	0	0	0' \
	"$(rehearse review --rater Mei)"
is 'a few days' 'action	2	3	2.5	2.3				0
task	2	3	3	3				0' \
	"$(rehearse review --since 2026-11-02 --until 2026-11-03)"
rehearse review --json --round star --since 2026-11-02 >json
has 'the filters are told' '"filters":{"round":"behavioural","company":null,"level":null,"since":"2026-11-02T00:00:00Z","until":null,' json

# A name that is not known is a mistake, and no reason for an empty answer.
fails_with 2 'an unknown signal' rehearse review --signal nope
has 'says what' "--signal 'nope' is not known; there are " "$tmp/fails.err"
has 'and which there are' 'result, ' "$tmp/fails.err"
fails_with 2 'also for a program' rehearse review --json --signal nope
fails_with 2 'an unknown rater' rehearse review --rater nope
has 'those who have rated are told' 'there are self, cold, Mei' "$tmp/fails.err"
fails_with 2 'names are told apart by case' rehearse review --rater mei
ok 'nothing was rated again yet' quietly rehearse review --rater cold
is 'but is no mistake' '' "$(rehearse review --rater cold)"
for command in review history questions export report; do
	fails_with 2 "an unknown round of $command" rehearse $command --round nope
	has "$command says which" ', behavioural, ' "$tmp/fails.err"
	fails_with 2 "an unknown level of $command" rehearse $command --level nope
	has "$command says which levels" 'there are apm, pm2, ' "$tmp/fails.err"
	ok "a company is any text for $command" quietly rehearse $command --company nope
done
is 'a signal that no rubric has, but was rated' 'poise	1	4	4	4				1' "$({
	echo answer_id,session_id,rater,signal,rating,rated_at
	echo a1,s1,self,poise,4,2026-11-01T09:09:00Z
} >poise.csv && rehearse import --kind ratings poise.csv >/dev/null &&
	rehearse review --signal poise)"
is 'no such round was practised' '' "$(rehearse review --round strategy)"
finish
