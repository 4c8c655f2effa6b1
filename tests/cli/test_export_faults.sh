#!/bin/sh
# SPDX-License-Identifier: MIT
# Whatever ends an export, its file is the old one or the new one, whole.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"
REHEARSE_DB=$tmp/faults.db
export REHEARSE_DB
quietly rehearse demo --sessions 200 --answers 5
rehearse export answers --output new.csv

temporaries() {
	find . -name '.rehearse-*'
}

rehearse export answers >piped
ok 'through a pipe or into a file, the same' cmp -s new.csv piped

# The reader is content with a line, long before the last one is written.
{
	rehearse export answers 2>err
	echo $? >status
} | head -n 1 >first
is 'a reader that goes away: the status' 0 "$(cat status)"
not 'nothing is said' test -s err
ok 'he has his line' cmp -s first "$(head -n 1 new.csv >line; echo line)"

{
	rehearse export answers --output /dev/stdout 2>err
	echo $? >status
} | head -n 1 >first
is 'nor where it is called by name' 0 "$(cat status)"
not 'nothing is said then either' test -s err

for limit in 1 8 64; do
	echo old >kept.csv
	(
		ulimit -f $limit
		exec "$REHEARSE" export answers --output kept.csv
	) 2>err
	is "no room beyond $limit blocks: the status" 1 $?
	has 'it says so' 'cannot write' err
	is 'the old file stays' old "$(cat kept.csv)"
	is 'and no temporary one' '' "$(temporaries)"
done
if [ -c /dev/full ]; then
	# shellcheck disable=SC2016 # for the shell within
	fails_with 1 'a full device' \
		sh -c '"$1" export answers >/dev/full' - "$REHEARSE"
	fails_with 1 'a full device by name' \
		rehearse export answers --output /dev/full
	rehearse export answers --output /dev/full 2>err
	has 'it says why' 'cannot write /dev/full: No space left' err
fi

if ! strace -o /dev/null true 2>/dev/null; then
	skip 'strace is not here, or may not trace'
	finish
	exit
fi
# What looks for leaks when built with sanitizers can't do so while traced.
ASAN_OPTIONS=detect_leaks=0
export ASAN_OPTIONS
# Sets $status: the N-th of these calls is met by that.
met_at() {
	echo old >kept.csv
	strace -f -o /dev/null -e "trace=$1" -e "inject=$1:$3:when=$2" \
		"$REHEARSE" export answers --output kept.csv 2>err
	status=$?
}

killed_at() {
	met_at "$1" "$2" signal=KILL 2>/dev/null
	[ $status = 137 ]
}

step=7 # every write would take a quarter of a minute
for call in write fsync rename; do
	n=1
	while killed_at $call $n; do
		if [ "$(cat kept.csv)" != old ]; then
			ok "killed at $call $n: the new file" \
				cmp -s kept.csv new.csv
		fi
		ok "killed at $call $n: one can export again" \
			quietly "$REHEARSE" export answers --output kept.csv
		ok "killed at $call $n: then it is there" \
			cmp -s kept.csv new.csv
		find . -name '.rehearse-*' -exec rm {} +
		n=$((n + step))
	done
	not "it was killed at a $call" [ $n = 1 ]
	is "past the last $call: it ends well" 0 $status
	ok "past the last $call: it is there" cmp -s kept.csv new.csv
done

for call in 'write 1' 'write 2' 'write 9' 'fsync 1' 'rename 1'; do
	# shellcheck disable=SC2086 # two words
	met_at $call error=ENOSPC
	is "a full disk at $call: the status" 1 $status
	has "a full disk at $call: it says so" 'cannot write' err
	is "a full disk at $call: the old file" old "$(cat kept.csv)"
	is "a full disk at $call: no temporary" '' "$(temporaries)"
done

for signal in HUP INT TERM; do
	met_at write 1 signal=$signal
	case $signal in
	HUP) is 'the terminal is gone: the status' 129 $status ;;
	INT) is 'interrupted: the status' 130 $status ;;
	TERM) is 'terminated: the status' 143 $status ;;
	esac
	has "$signal: it says so" 'rehearse: cancelled; nothing was written' err
	is "$signal: the old file" old "$(cat kept.csv)"
	is "$signal: no temporary" '' "$(temporaries)"
done
finish
