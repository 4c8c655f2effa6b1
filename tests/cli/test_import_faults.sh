#!/bin/sh
# SPDX-License-Identifier: MIT
# Whatever ends an import, a kill, a full disk, an interrupt, the database holds
# what it held before or all of the file.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"

# Enough rows that the indexes are made afterwards, some of them repeated.
awk 'BEGIN {
	print "Question,Category"
	for (i = 0; i < 6000; i++)
		printf "\"Question %d: what would you do first, and why?\",%s\n",
		    i % 5900, i % 3 ? "technical" : "strategy"
}' >bank.csv
rehearse --db old.db export questions >old.csv
cp old.db new.db
is 'without a fault' 'added 5900, updated 0, unchanged 0, skipped 100' \
	"$(rehearse --db new.db import bank.csv 2>err)"
has 'the first repeat' 'bank.csv:5902:0: same as line 2; skipped' err
rehearse --db new.db export questions >new.csv
is 'the same again' 'added 0, updated 0, unchanged 5900, skipped 100' \
	"$(rehearse --db new.db import bank.csv 2>again)"
ok 'with the same lines told' cmp -s err again

# old_or_new WHAT: the database here.db is one or the other, and whole.
old_or_new() {
	ok "$1: it can be read" quietly rehearse --db here.db export questions \
	    --output here.csv
	if ! cmp -s here.csv old.csv; then
		ok "$1: it is the old state or the new one" cmp -s here.csv new.csv
	fi
	is "$1: it takes the file" 5900 "$(rehearse --db here.db import --json \
	    bank.csv 2>/dev/null | sed 's/.*"added":\([0-9]*\).*"unchanged":\([0-9]*\).*/\1 \2/' |
	    awk '{print $1 + $2}')"
}

# A file may grow so far; the import needs more.
size=$(wc -c <old.db)
for more in 0 16 600; do
	cp old.db here.db
	(
		ulimit -f $((size / 512 + more))
		rehearse --db here.db import bank.csv >out 2>err
	)
	is "full after $more blocks: the status" 1 $?
	has "full after $more blocks: it says so" 'free some space' err
	not "full after $more blocks: nothing is left" test -e here.db-journal
	rehearse --db here.db export questions >here.csv
	ok "full after $more blocks: the old state" cmp -s here.csv old.csv
done

if ! strace -o /dev/null true 2>/dev/null; then
	skip 'strace is not here, or may not trace: no kills, no interrupt'
	finish
fi

# The threads that sort are not followed: what is counted is the program's own.
# What looks for leaks when built with sanitizers can't do so while traced.
ASAN_OPTIONS=detect_leaks=0
export ASAN_OPTIONS

# killed_at CALL N: at its N-th, which it has.
killed_at() {
	cp old.db here.db
	rm -f here.db-journal
	strace -o /dev/null -e trace="$1" -e inject="$1:signal=KILL:when=$2" \
	    "$REHEARSE" --db here.db import bank.csv >out 2>/dev/null
	is "killed at $1 $2" 137 $?
	old_or_new "killed at $1 $2"
}

cp old.db here.db
strace -o trace -e trace=pwrite64,fdatasync,unlink \
    "$REHEARSE" --db here.db import bank.csv >out 2>/dev/null
writes=$(grep -c '^pwrite64(' trace)
syncs=$(grep -c '^fdatasync(' trace)
not 'an import writes and syncs' [ "$writes" -lt 10 ] || [ "$syncs" -lt 2 ]
for part in 1 2 3 4 5 6 7 8; do
	killed_at pwrite64 $((writes * part / 8))
done
n=1
while [ $n -le "$syncs" ]; do
	killed_at fdatasync $n
	n=$((n + 1))
done
killed_at unlink 1

for signal in INT TERM; do
	cp old.db here.db
	strace -o /dev/null -P bank.csv -e trace=read \
	    -e inject=read:signal=$signal:when=4 \
	    "$REHEARSE" --db here.db import bank.csv >out 2>err
	status=$?
	case $signal in
	INT) is 'interrupted: the status' 130 $status ;;
	TERM) is 'terminated: the status' 143 $status ;;
	esac
	has "$signal: it says so" 'rehearse: cancelled; nothing was imported' err
	not "$signal: no journal is left" test -e here.db-journal
	rehearse --db here.db export questions >here.csv
	ok "$signal: the old state" cmp -s here.csv old.csv
done
finish
