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

# A restore is there or it is not: one round before it, two after.
sessions() {
	"$REHEARSE" --db "$1" export sessions | sed 1d | wc -l
}

practise_in() {
	printf 'I led it.\n.\n4\n4\n3\n2\n5\n5\ny\n' |
		quietly "$REHEARSE" --db "$1" practice --plain \
			--question behavioural-failure-owned
}

practise_in one.db
cp one.db two.db
practise_in two.db
is 'two can be told from one' '1 2' "$(sessions one.db) $(sessions two.db)"

restore_killed_at() {
	strace -f -o /dev/null -e trace=$calls \
		-e inject=$calls:signal=KILL:when="$1" \
		"$REHEARSE" --db here/t.db restore two.db >said 2>/dev/null
	[ $? = 137 ]
}

is_old_or_new() {
	[ "$1" = 1 ] || [ "$1" = 2 ]
}

step=29 # most of them write one page of the copy
n=1
while
	rm -rf here
	mkdir here
	cp one.db here/t.db
	restore_killed_at $n 2>/dev/null
do
	now=$(sessions here/t.db)
	ok "restore killed at $n: old or new" is_old_or_new "$now"
	if grep -q restored said; then
		is "restore killed at $n: what was said holds" 2 "$now"
	fi
	ok "restore killed at $n: it is whole" \
		quietly "$REHEARSE" --db here/t.db doctor
	n=$((n + step))
done
not 'it was killed as well' [ $n = 1 ]
is 'and at last it is there' 2 "$(sessions here/t.db)"

# A merge is one transaction: one round before it, two after.
merge_killed_at() {
	strace -f -o /dev/null -e trace=$calls \
		-e inject=$calls:signal=KILL:when="$1" \
		"$REHEARSE" --db here/t.db merge two.db >said 2>/dev/null
	[ $? = 137 ]
}

step=53 # most of them write pages of the copy and of the backup
n=1
while
	rm -rf here
	mkdir here
	cp one.db here/t.db
	merge_killed_at $n 2>/dev/null
do
	now=$(sessions here/t.db)
	ok "merge killed at $n: old or new" is_old_or_new "$now"
	if grep -q added said; then
		is "merge killed at $n: what was said holds" 2 "$now"
	fi
	ok "merge killed at $n: it is whole" \
		quietly "$REHEARSE" --db here/t.db doctor
	n=$((n + step))
done
not 'it was killed here too' [ $n = 1 ]
is 'and at last it is merged' 2 "$(sessions here/t.db)"
finish
