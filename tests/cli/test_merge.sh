#!/bin/sh
# SPDX-License-Identifier: MIT
# merge: two histories become one, in either direction.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"

sessions() {
	rehearse --db "$1" export sessions | sed 1d | wc -l
}

ok 'a history' quietly rehearse --db a.db demo --sessions 3 --seed 1
ok 'and another one' quietly rehearse --db b.db demo --sessions 4 --seed 2
cp a.db a.copy
cp b.db b.copy

rehearse --db a.db merge --dry-run b.copy >told
has 'a dry run tells' ', updated 0, unchanged 0, deleted 0' told
is 'and does nothing' 3 "$(sessions a.db)"
not 'nor makes a backup' test -e backups
is 'merged, it says the same' "$(cat told)" "$(rehearse --db a.db merge b.copy)"
is 'all sessions are there' 7 "$(sessions a.db)"
is 'a backup stands beside it' 1 "$(find backups -name 'a-*.db' | wc -l)"
ok 'the other one is as it was' cmp b.db b.copy
rehearse --db a.db merge b.copy >told
has 'once more is nothing' 'added 0, updated 0, ' told
ok 'the other way round' quietly rehearse --db b.db merge a.copy
for kind in sessions answers ratings parts questions progress; do
	rehearse --db a.db export "$kind" >a.csv
	rehearse --db b.db export "$kind" >b.csv
	ok "$kind are the same" cmp a.csv b.csv
done
is 'readiness too' "$(rehearse --db a.db status --json)" \
	"$(rehearse --db b.db status --json)"
is 'no private copy is left' '' "$(find . -name '*merge*')"

echo 'Dear mother' >letter
fails_with 2 'merge wants a file' rehearse --db a.db merge
fails_with 3 'which is a database' rehearse --db a.db merge letter
fails_with 1 'and is there' rehearse --db a.db merge nowhere.db
not 'none is made' test -e nowhere.db
fails_with 1 'and is not the database itself' rehearse --db a.db merge ./a.db
is 'nothing was changed' 7 "$(sessions a.db)"
finish
