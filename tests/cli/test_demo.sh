#!/bin/sh
# SPDX-License-Identifier: MIT
# demo: made history, the same for the same number, with all that can be.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"

# everything DB: all that is kept of its history.
everything() {
	for kind in sessions answers ratings; do
		rehearse export "$kind" --db "$1"
	done
}

is 'it says what it did' '12 sessions of 3 answers made in one.db' \
	"$(rehearse demo --db one.db)"
is 'sessions' 12 "$(rehearse export sessions --db one.db | sed 1d | wc -l)"
is 'answers' 36 "$(rehearse export answers --db one.db --format jsonl | wc -l)"
quietly rehearse demo --db two.db --seed 1
quietly rehearse demo --db three.db --seed 2
everything one.db >one
everything two.db >two
everything three.db >three
ok 'the same number, the same bytes' cmp -s one two
not 'another number, other bytes' cmp -s one three

fails_with 1 'history that is there' rehearse demo --db one.db
has 'the way out is named' '--db' fails.err
everything one.db >again
ok 'it is left alone' cmp -s one again

quietly rehearse demo --db all.db --sessions 40 --answers 5
rehearse export answers --format jsonl --db all.db >all.jsonl
rehearse export ratings --db all.db >all.csv
is 'as many as were asked for' 200 "$(wc -l <all.jsonl)"
ok 'ids differ' test "$(cut -d, -f1 all.jsonl | sort -u | wc -l)" -eq 200

# The made history holds it: a pattern in a file.
holds() {
	ok "it holds $1" grep -Eq -e "$2" "$3"
}
holds 'single 1s' ',self,[a-z-]+,1,' all.csv
holds 'a 5' ',self,[a-z-]+,5,' all.csv
holds 'rejects' '"verdict":"reject"' all.jsonl
holds 'hires' '"verdict":"hire"' all.jsonl
holds 'answers without a measured result' '"metric_given":"no"' all.jsonl
holds 'answers with one' '"metric_given":"yes"' all.jsonl
holds 'pauses' '"paused_s":[1-9]' all.jsonl
holds 'hints' '"hint":"yes"' all.jsonl
holds 'skips' '"skipped":"yes"' all.jsonl
holds 'overtime' '"overtime_s":[1-9]' all.jsonl
holds 'repeated questions' '"attempt":[2-9]' all.jsonl
holds 'spoken answers with splits' '"mode":"spoken".*"splits":\["' all.jsonl
holds 'and their opening' '"mode":"spoken".*"opening_s":[0-9]' all.jsonl
holds 'typed answers' '"mode":"typed"' all.jsonl
holds 'predictions' '"predicted":[1-5]' all.jsonl
holds 'probes' '"probes":\["' all.jsonl
holds "a peer's ratings" ',(Mei|Jonas),' all.csv
holds "the level's ratings" '^,[^,]*,,self,' all.csv
holds 'clean answers' '"clean":"yes"' all.jsonl
for level in apm pm2 senior staff; do
	holds "the level $level" "\"level\":\"$level\"" all.jsonl
done
not 'a skipped answer is not rated' \
	grep -q '"skipped":"yes","clean":"yes"' all.jsonl

# Attempts are told by the demo and counted by an import.
rehearse export sessions --db all.db >s.csv
rehearse export answers --db all.db >a.csv
ok 'it can be imported' quietly rehearse import --kind sessions s.csv \
	--db counted.db
ok 'with its answers' quietly rehearse import --kind answers a.csv \
	--db counted.db
# attempts DB
attempts() {
	rehearse export answers --format jsonl --db "$1" |
		grep -o '"attempt":[^,]*'
}
is 'attempts are as they are counted' "$(attempts counted.db)" \
	"$(attempts all.db)"

# Some signal rises for certain, and one stays under the bar.
rehearse review --db all.db >signals
# of CONDITION: a signal's record meets it.
of() {
	awk -F '\t' "$1 { found = 1 } END { exit !found }" signals
}
# shellcheck disable=SC2016 # the fields are awk's
{
	ok 'a signal rises' of '$7 > 0'
	ok 'one does not, and is under the bar' \
		of '$1 == "result" && $7 <= 0 && $8 >= 0 && $4 < 3.5'
}

# Ended in the middle, by a signal or a kill: all or nothing.
# begun DB: rows were written, within half a minute.
begun() {
	tries=0
	until [ -s "$1-journal" ]; do
		tries=$((tries + 1))
		[ $tries -lt 300 ] || return 1
		sleep 0.1
	done
}
# A job behind the shell's back ignores INT.
for signal in HUP TERM KILL; do
	"$REHEARSE" demo --db $signal.db --sessions 20000 --answers 50 \
		>out 2>err &
	ok "$signal: it is at it" begun $signal.db
	kill -$signal $!
	wait $! 2>/dev/null
	status=$?
	case $signal in
	HUP) is 'hung up: the status' 129 $status ;;
	TERM) is 'terminated: the status' 143 $status ;;
	KILL) is 'killed: the status' 137 $status ;;
	esac
	[ $signal = KILL ] ||
		has "$signal: it says so" 'cancelled; nothing was made' err
	is "$signal: nothing is kept" 1 \
		"$(rehearse export sessions --db $signal.db | wc -l)"
	ok "$signal: it can be filled anew" \
		quietly rehearse demo --db $signal.db --sessions 1
done

# As early as can be: while the database itself is being made.
if strace -o /dev/null true 2>/dev/null; then
	strace -o /dev/null -e trace=pwrite64 \
	    -e inject=pwrite64:signal=HUP:when=1 env ASAN_OPTIONS=detect_leaks=0 \
	    "$REHEARSE" demo --db early.db >out 2>err
	is 'hung up at the first write: the status' 129 $?
	has 'it says so, too' 'cancelled; nothing was made' err
	is 'no session is kept' 1 \
	    "$(rehearse export sessions --db early.db | wc -l)"
fi

ok 'one answer in one session' \
	quietly rehearse demo --db least.db --sessions 1 --answers 1
is 'is one' 1 "$(rehearse export answers --db least.db --format jsonl | wc -l)"
finish
