#!/bin/sh
# SPDX-License-Identifier: MIT
# A kill -9 at any write while a database is made and a round is kept leaves a
# database that opens, is whole, and holds every answer that was acknowledged.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"

if ! strace -o /dev/null true 2>/dev/null; then
	echo "$test_name: skipped: strace is not here, or may not trace"
	exit 0
fi

calls=pwrite64,write,fdatasync,fsync,unlink,link,rename,ftruncate
step=6 # every call would take a quarter of a minute

# What looks for leaks when built with sanitizers can't do so while traced.
ASAN_OPTIONS=detect_leaks=0
export ASAN_OPTIONS

# One round, killed at its N-th writing call; fails when that never came.
round_killed_at() {
	printf 'I led it.\n.\n4\n4\n3\n2\n5\n5\ny\n' |
	    strace -f -o /dev/null -e trace=$calls \
		-e inject=$calls:signal=KILL:when="$1" \
		"$REHEARSE" --db here/t.db practice --plain \
		--question behavioural-failure-owned >said 2>/dev/null
	killed=$?
	[ $killed = 137 ]
}

n=1
while
	rm -rf here
	mkdir here
	round_killed_at $n 2>/dev/null
do
	ok "killed at $n: the answers can be read" \
	    "$REHEARSE" --db here/t.db export answers --output answers.csv
	if grep -q 'The session' said; then
		has "killed at $n: what was shown is kept" 'I led it' answers.csv
	fi
	n=$((n + step))
done
not 'it was killed at least once' [ $n = 1 ]
finish
