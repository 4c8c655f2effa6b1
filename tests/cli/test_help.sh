#!/bin/sh
# SPDX-License-Identifier: MIT
# --help and --version, and words that are no command or option.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"

commands='practice backup restore merge doctor next status review history questions analyse import export demo config'

rehearse --version >out 2>err
is 'version ends well' 0 $?
is 'version is one line' 1 "$(wc -l <out)"
ok 'version is a version' grep -Eqx 'rehearse [0-9]+\.[0-9]+\.[0-9]+' out
not 'version says nothing else' test -s err
is 'a command has the version too' "$(cat out)" \
	"$(rehearse history --version)"

rehearse --help >out 2>err
is 'help ends well' 0 $?
ok 'help says how to call it' grep -q '^usage: rehearse ' out
for command in $commands; do
	ok "help lists $command" grep -q "^  $command  " out
done
for option in db config no-color ascii private log help version; do
	ok "help lists --$option" grep -q "^  --$option " out
done

for command in $commands; do
	rehearse "$command" --help >out 2>err
	is "$command --help ends well" 0 $?
	not "$command --help is no error" test -s err
	ok "$command --help begins with its usage" \
		sh -c "head -n 1 out | grep -q '^usage: rehearse $command '"
	ok "$command --help has an example" grep -q '^Example:$' out
	ok "$command --help names --db" grep -q '^  --db FILE ' out
	not "$command --help fits 80 columns" grep -Eq '^.{81}' out
	fails_with 2 "$command has no option --bogus" \
		rehearse "$command" --bogus
	fails_with 2 "$command --db wants a value" rehearse "$command" --db
done
for command in review history questions export; do
	rehearse "$command" --help >out
	for filter in round company level since until; do
		ok "$command --help has --$filter" \
			grep -q "^  --$filter " out
	done
done

fails_with 2 'an unknown command' rehearse bogus
fails_with 2 'a mistyped command' rehearse histroy
is 'it names the nearest' \
	"rehearse: unknown command 'histroy'; did you mean 'history'? see \`rehearse --help\`" \
	"$said"
fails_with 2 'an unknown command after an option' \
	rehearse --db x.db bogus
fails_with 2 'an option that may be two' rehearse history --s x
fails_with 2 'a word too many' rehearse export progress sessions
fails_with 2 'a word where none is taken' rehearse review all
fails_with 2 'no terminal for the home screen' rehearse
has 'it names --plain' --plain fails.err
fails_with 2 'no terminal to practise on' rehearse practice
has 'it names --plain too' --plain fails.err

not 'nothing of this made a database but practising' test -e x.db
finish
