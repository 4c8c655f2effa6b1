#!/bin/sh
# SPDX-License-Identifier: MIT
# What is printed, and where it can't be.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"
REHEARSE_DB=$tmp/output.db
export REHEARSE_DB
quietly rehearse demo

if [ -e /dev/full ]; then
	for command in 'export questions' 'questions --json' \
		'questions --plain' 'history --json' 'review --json' \
		'config' 'export --help' '--help' '--version'; do
		# shellcheck disable=SC2086 # the words of a command
		rehearse $command >/dev/full 2>err
		is "$command on a full disk" 1 $?
		is "$command says so in a line" 1 "$(wc -l <err)"
		has "$command names the reason" 'standard output' err
	done
	fails_with 1 'a file on a full disk' \
		rehearse export questions --output /dev/full
else
	skip 'a full disk (no /dev/full)'
fi

for command in 'export questions' 'questions --json' 'questions --plain'; do
	{
		# shellcheck disable=SC2086
		rehearse $command 2>err
		echo $? >status
	} | head -n 1 >line
	is "$command for a reader that leaves" 0 "$(cat status)"
	not "$command: without a word" test -s err
	ok "$command: the reader has a line" test -s line
done

rehearse export questions >&- 2>err
is 'a closed standard output' 1 $?
rehearse history --plain <&- >out 2>&1
is 'a closed standard input' 0 $?

# Text that would act on a terminal.
printf 'id,prompt\nevil,"\033[31mred\033]0;title\a \302\2332J \342\200\256right\bleft"\n' \
	>evil.csv
quietly rehearse import evil.csv
for command in 'questions --plain --search evil' \
	'practice --plain --question evil'; do
	# shellcheck disable=SC2086
	rehearse $command </dev/null >out 2>err
	not "$command prints no escape" grep -q "$(printf '\033')" out
	not "$command prints no bell or backspace" \
		grep -q "$(printf '[\a\b]')" out
	not "$command prints no bidi control" \
		grep -q "$(printf '\342\200\256')" out
	not "$command prints no C1 control" \
		grep -q "$(printf '\302\233')" out
done
ok 'a file has the text as it is' exports questions "$(printf '\033')\[31m"
fails_with 2 'an evil word' rehearse "$(printf '\033[31mred\nline')"
not 'is shown harmless' grep -q "$(printf '\033')" fails.err
fails_with 1 'an evil name of a session' \
	rehearse history "$(printf 'a\033[2J\nb')"

# A record is a line, whatever the text holds.
printf 'id,prompt\nsome-lines,"One\tand\nanother"\n' >lines.csv
quietly rehearse import lines.csv
is 'tabs and newlines of a text' 'some-lines general One and another' \
	"$(rehearse questions --search some-lines | cut -f 1,2,6 |
		tr '\t' ' ')"

# The locale changes nothing that is kept or exported.
rehearse export questions >utf8
LC_ALL=C rehearse export questions >c
ok 'an export in the locale C' cmp -s utf8 c
rehearse questions --plain >utf8
LC_ALL=C rehearse questions --plain >c
ok 'a list in the locale C' cmp -s utf8 c
printf 'Caf\303\251 \344\275\240\345\245\275\n.\n\n3\n3\n3\ny\n' |
	LC_ALL=C rehearse practice --plain \
		--question behavioural-concept-to-market >out
is 'an answer in the locale C' 0 $?
rehearse export answers --format jsonl | tail -n 1 >line
has 'is kept as it was typed' "$(printf 'Caf\303\251 \344\275\240')" line
finish
