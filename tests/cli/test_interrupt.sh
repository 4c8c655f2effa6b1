#!/bin/sh
# SPDX-License-Identifier: MIT
# practice --interrupt in lines: the interviewer cuts in, by data of one's own.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"
REHEARSE_DB=$tmp/interrupt.db
export REHEARSE_DB

cat >rounds.csv <<'END'
round,label,rubric,seconds,think_s,questions
lone,Lone round,three-p,20,0,1
END
printf 'id,prompt,round\nlone-1,Why?,lone\n' >questions.csv
printf 'interruption,round,left_s,text\nlone,lone,28,"Says who, %s?"\n' \
	'and when' >interruptions.csv
for kind in rounds questions interruptions; do
	ok "$kind are imported" quietly rehearse import --kind $kind $kind.csv
done
ok 'with those that are built in beside them' exports interruptions \
	'^time-last,,30,30 seconds left: '
ok 'and can be taken along' exports interruptions \
	'^lone,lone,28,"Says who, and when?"'

# said FILE: it is there, within half a minute.
said() {
	tries=0
	until grep -q '^Interviewer: ' "$1"; do
		tries=$((tries + 1))
		[ $tries -lt 300 ] || return 1
		sleep 0.1
	done
}

# practise OPTION...: the round, its answer from the fifo.  Within 30 seconds
# nobody can say that 30 are left.
mkfifo slow
practise() {
	rm -f out
	rehearse practice --plain --round lone --seconds 30 "$@" \
		<slow >out &
	exec 3>slow
}

practise --interrupt
printf 'Before.\n' >&3
ok 'the interviewer cuts in' said out
printf 'After.\n.\n\n3\n3\n3\ny\n' >&3
exec 3>&-
wait $!
is 'and the round goes on' 0 $?
is 'once' 1 "$(grep -c '^Interviewer: ' out)"
ok 'with the words and the time' \
	grep -q '^Interviewer: Says who, and when? (0:[0-3][0-9] left)$' out
rehearse export answers | tr -d '\r' | tr '\n' ' ' >whole
has 'the answer is whole' 'Before. After.' whole
ok 'what was said is kept with it' exports parts \
	',interruption,1,lone,"Says who, and when? (0:[0-3][0-9] left)"'
ok 'and the mock is clean' grep -q '"clean":"yes"' <<-EOF
	$(rehearse export sessions --format jsonl)
EOF

# Asked for by a setting.
REHEARSE_INTERRUPT=yes
export REHEARSE_INTERRUPT
practise
ok 'the setting asks for it too' said out
printf 'Mine.\n.\n\n3\n3\n3\ny\n' >&3
exec 3>&-
wait $!
is 'and no more than once' 1 "$(grep -c '^Interviewer: ' out)"
unset REHEARSE_INTERRUPT

printf 'Mine.\n.\n\n3\n3\n3\ny\n' |
	rehearse practice --plain --round lone --seconds 30 --interrupt >out
is 'whoever is done before is not interrupted' 0 "$(grep -c Interviewer out)"
fails_with 2 'it takes no value' rehearse practice --interrupt=no
finish
