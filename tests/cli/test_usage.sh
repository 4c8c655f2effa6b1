#!/bin/sh
# SPDX-License-Identifier: MIT
# Values that options can't have: status 2, one line that says what can be.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"
REHEARSE_DB=$tmp/usage.db
export REHEARSE_DB

for command in 'practice --plain' review history 'history some-session' \
	questions report export; do
	# shellcheck disable=SC2086 # the words of a command
	fails_with 2 "$command --round" rehearse $command --round nowhere
	has "$command: the rounds are named" 'behavioural' fails.err
	# shellcheck disable=SC2086
	fails_with 2 "$command --level" rehearse $command --level royal
	has "$command: the levels are named" 'apm, pm2, senior, staff' fails.err
done
for command in review history questions report export; do
	fails_with 2 "$command --since" rehearse "$command" --since yesterday
	fails_with 2 "$command --until" rehearse "$command" --until 2026-02-30
done
for command in review history questions; do
	fails_with 2 "$command: --plain and --json" \
		rehearse "$command" --plain --json
done

fails_with 2 'no questions' rehearse practice --plain --questions 0
fails_with 2 'too many questions' rehearse practice --plain --questions 21
fails_with 2 'half a question' rehearse practice --plain --questions 1.5
fails_with 2 'no time' rehearse practice --plain --seconds 0
fails_with 2 'time in words' rehearse practice --plain --seconds long
fails_with 2 'time to think' rehearse practice --plain --think -1
fails_with 2 'too many probes' rehearse practice --plain --probes 4
fails_with 2 'an unknown mode' rehearse practice --plain --mode sung
fails_with 2 'a seed that is none' rehearse practice --plain --seed x
fails_with 2 'a session that is none' rehearse demo --sessions 0
fails_with 2 'an answer that is none' rehearse demo --answers none
fails_with 2 'an unknown kind to export' rehearse export things
has 'the kinds are named' 'progress, sessions, answers, ratings' fails.err
fails_with 2 'an unknown format' rehearse export --format xml
fails_with 2 'json is for history --json' rehearse export --format json
fails_with 2 'an unknown kind to import' rehearse import --kind things -
fails_with 2 'nothing to import' rehearse import
fails_with 1 'an unknown question' \
	rehearse practice --plain --question no-such-question

# Names of rounds and levels are taken as people write them.
rehearse questions --plain --round STAR --level 'PM II' >out
is 'aliases are taken' 0 $?
rehearse questions --plain --round behavioural --level pm2 >keys
ok 'and mean the same' cmp -s out keys
ok 'and something' test -s out
rehearse questions --plain --company Xiaomi >out
rehearse questions --plain --company xiaomi >keys
ok 'a company goes by its label too' cmp -s out keys
ok 'and has questions' test -s out
ok 'options may be cut short' \
	quietly rehearse questions --pla --rou star
finish
