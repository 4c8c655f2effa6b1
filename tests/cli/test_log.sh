#!/bin/sh
# SPDX-License-Identifier: MIT
# --log: what happened, never what was answered.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"
REHEARSE_DB=$tmp/log.db
export REHEARSE_DB

printf 'Unforgettable words.\n.\n\n3\n3\n3\ny\n' >answer
rehearse practice --plain --question behavioural-concept-to-market --log log \
	<answer >out
is 'a practice with a log' 0 $?
ok 'the command is logged' \
	grep -Eqx '[0-9TZ:-]{20} [0-9]+ start practice' log
ok 'its database' grep -q " database $tmp/log.db\$" log
ok 'its status' grep -q ' exit 0$' log
not 'never the answer' grep -q 'Unforgettable' log

lines=$(wc -l <log)
fails_with 1 'a failure' rehearse history nope --log log
ok 'it is logged' grep -q " error no session 'nope'" log
ok 'with its status' grep -q ' exit 1$' log
ok 'after what was there' test "$(wc -l <log)" -gt "$lines"

printf 'answer_id,session_id,question_id,started_at,answer_s
a,s,q,2026-11-20T09:30:00Z,Unforgettable words\n' >bad.csv
fails_with 1 'an error that quotes a file' \
	rehearse import --kind answers bad.csv --log log
not 'the quotation is not logged' grep -q 'Unforgettable' log

fails_with 1 'a log that can not be written' rehearse history --log no/dir/log
finish
