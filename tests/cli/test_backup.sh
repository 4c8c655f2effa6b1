#!/bin/sh
# SPDX-License-Identifier: MIT
# backup, restore and doctor: there, back, and what to do where it is not well.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"
REHEARSE_DB=$tmp/mine.db
export REHEARSE_DB

sessions() {
	rehearse export sessions | sed 1d | wc -l
}

fails_with 1 'without a database there is nothing to back up' rehearse backup
not 'and none is made' test -e mine.db
fails_with 1 'the doctor has nobody to look at' rehearse doctor
not 'nor makes one' test -e mine.db

ok 'a history' quietly rehearse demo --sessions 4
backup=$(rehearse backup)
is 'a backup stands beside the database' "$tmp/backups/mine-2" \
	"$(echo "$backup" | sed 's/\(mine-2\).*/\1/')"
is 'it is private' '-rw-------' "$(mode "$backup")"
is 'its directory too' 'drwx------' "$(mode backups)"
is 'a backup may go elsewhere' far/away.db "$(rehearse backup far/away.db)"
is 'and is a database' 4 "$(REHEARSE_DB=far/away.db sessions)"
is 'it may be replaced' far/away.db "$(rehearse backup far/away.db)"
echo 'Dear mother' >letter
fails_with 1 'what is no backup may not' rehearse backup letter
is 'it is as it was' 'Dear mother' "$(cat letter)"
fails_with 1 'nor may the database itself' rehearse backup "$tmp/mine.db"
fails_with 2 'standard output is no place' rehearse backup -
fails_with 1 'nor is a directory that is a file' rehearse backup letter/x.db

printf 'More.\n.\n\n3\n3\n3\ny\n' |
	quietly rehearse practice --plain --question behavioural-concept-to-market
is 'a session more' 5 "$(sessions)"
rehearse restore "$backup" >out
is 'restore' 0 $?
is 'is as it was then' 4 "$(sessions)"
kept=$(sed 's/.* is kept in //' out)
is 'what was there is kept' 5 "$(REHEARSE_DB=$kept sessions)"
is 'and can be restored itself' 0 "$(rehearse restore "$kept" >out; echo $?)"
is 'which brings all of it back' 5 "$(sessions)"
is 'it is private' '-rw-------' "$(mode mine.db)"

mv backups aside
echo 'id,prompt
small-one,Why?' >small.csv
ok 'a small bank' quietly rehearse import small.csv
not 'is taken without ado' test -e backups
awk 'BEGIN { print "id,prompt"; for (i = 0; i < 3000; i++)
	print "large-" i ",Why is number " i " so?" }' >large.csv
ok 'a large one tried' quietly rehearse import --dry-run large.csv
not 'changes nothing' test -e backups
ok 'a large one' quietly rehearse import large.csv
kept=$(find backups -name 'mine-2*.db')
is 'first has the database copied, as it was' 0 \
	"$(rehearse questions --db "$kept" --plain | grep -c ^large-)"
is 'its history in it' 5 "$(REHEARSE_DB=$kept sessions)"
rm -r backups
mv aside backups

before=$(cksum <mine.db)
fails_with 2 'restore wants a file' rehearse restore
fails_with 3 'which is a backup' rehearse restore letter
fails_with 1 'and is there' rehearse restore nowhere.db
head -c 50000 mine.db >half.db
fails_with 3 'and whole' rehearse restore half.db
is 'else nothing changes' "$before" "$(cksum <mine.db)"
is 'and nothing is left behind' 0 \
	"$(find . -name '.rehearse-*' -o -name '*.before-*' | wc -l)"

rehearse doctor >out 2>err
is 'a sound database' 0 $?
not 'has nothing to say on standard error' test -s err
is 'each check is a record' 12 "$(grep -c '^[a-z]*	ok	..*	$' out)"
has 'the newest backup is named' "$tmp/backups/mine-2" out
rehearse doctor --json >out
is_json 'the doctor in JSON' out
ok 'says so' grep -q '^{"ok":true,"checks":\[{"name":"version","ok":true,' out

chmod 644 mine.db
fails_with 1 'a database that others may read' rehearse doctor
has 'is told' 'permissions: ' fails.err
has 'with what to do' 'doctor --fix' fails.err
rehearse doctor --json >out 2>/dev/null
is_json 'in JSON as well' out
ok 'it is not ok' grep -q '^{"ok":false,' out
is 'looking mends nothing' '-rw-r--r--' "$(mode mine.db)"
ok 'mending does' quietly rehearse doctor --fix
is 'and it is private' '-rw-------' "$(mode mine.db)"

# What a killed run left beside it: a copy of what was said.
mkdir -p backups
cp mine.db .rehearse-abc123
: >.rehearse-abc123-journal
: >backups/.rehearse-xyz789
: >.rehearse-notours
rehearse doctor >out 2>&1
is 'a file that a killed run left is no fault' 0 $?
has 'it is named' "--fix removes what a run that was killed has left: $tmp/.rehearse-abc123 $tmp/backups/.rehearse-xyz789" out
if command -v flock >/dev/null; then
	flock .rehearse-abc123 "$REHEARSE" doctor >out 2>&1
	has 'one that is written is none' "left: $tmp/backups/.rehearse-xyz789" out
fi
ok 'mending removes them' quietly rehearse doctor --fix
is 'with the journal, and nothing else' .rehearse-notours \
	"$(find . -name '.rehearse-*' | sed 's,.*/,,')"
: >.rehearse-abc123
cp mine.db other.db
ok 'a merge does, too' quietly rehearse merge other.db
is 'and leaves none of its own' .rehearse-notours \
	"$(find . -name '.rehearse-*' | sed 's,.*/,,')"
rm .rehearse-notours other.db

# The way back from a damaged one is told, and works.
cp half.db mine.db
chmod 600 mine.db
fails_with 3 'a damaged database' rehearse doctor
has 'the newest backup is named' "rehearse restore --db $tmp/mine.db $tmp/backups/mine-" fails.err
fails_with 3 'by every other command too' rehearse history --plain
has 'with the same way back' "rehearse restore --db $tmp/mine.db $tmp/backups/mine-" fails.err
fails_with 3 'it can not be mended' rehearse doctor --fix
rehearse restore "$backup" >out
is 'it can be replaced' 0 $?
ok 'what was left of it is kept' cmp -s half.db "$(sed 's/.* in //' out)"
ok 'all is well' quietly rehearse doctor
: >mine.db
fails_with 3 'an empty one' rehearse history --plain
has 'has a way back too' "rehearse restore --db $tmp/mine.db $tmp/backups/mine-" fails.err

# A command that is told can be copied, whatever the path.
mkdir "it's here"
cp "$backup" "it's here/my own.db"
quietly rehearse --db "it's here/my own.db" backup
head -c 50000 mine.db >"it's here/my own.db"
fails_with 3 'a damaged one in an odd place' \
	rehearse --db "it's here/my own.db" doctor
sed -n "s|.*; rehearse restore|'$REHEARSE' restore|p" fails.err >way-back
ok 'its way back works as it is told' quietly sh ./way-back
ok 'and it is well' quietly rehearse --db "it's here/my own.db" doctor

# No other rehearse may be within a write meanwhile.
ok 'a sound one again' quietly rehearse restore "$backup"
if command -v sqlite3 >/dev/null; then
	mkfifo hold
	sqlite3 mine.db <hold >held &
	exec 3>hold
	echo "BEGIN IMMEDIATE; SELECT 'held';" >&3
	tries=0
	until [ -s held ] || [ $tries = 300 ]; do
		tries=$((tries + 1))
		sleep 0.1
	done
	before=$(cksum <mine.db)
	fails_with 1 'one that is being written' rehearse restore far/away.db
	has 'names who does' "in use by process $!" fails.err
	is 'and stays' "$before" "$(cksum <mine.db)"
	exec 3>&-
	wait $!

	{
		cat "$here/../../data/schema/001_start.sql"
		echo ';PRAGMA application_id = 0x72686561;'
		echo 'PRAGMA user_version = 1;'
		echo "INSERT INTO meta VALUES ('device', 'somebody');"
	} | sqlite3 old.db
	chmod 600 old.db
	fails_with 1 'an older schema' rehearse doctor --db old.db
	has 'is told' 'schema: version 1 of ' fails.err
	ok 'and brought up to date' quietly rehearse doctor --fix --db old.db
	ok 'for good' quietly rehearse doctor --db old.db
	is 'a backup of it is kept' 1 "$(echo backups/old-2* | wc -w)"
else
	skip 'a lock that another program holds (sqlite3 is not there)'
	skip 'an older schema (the same)'
fi
# What it says once is enough.
printf 'no database' >letter.txt
fails_with 3 'a file that is none' rehearse doctor --db letter.txt
is 'the way back is told once' 1 \
	"$(grep -o 'there is no backup' fails.err | wc -l | tr -d ' ')"
finish
