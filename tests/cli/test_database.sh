#!/bin/sh
# SPDX-License-Identifier: MIT
# Files that are no database of ours: status 3, one line, not a byte changed.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"

# refused FILE WHAT: every kind of command refuses the file.
refused() {
	before=$(cksum <"$1")
	fails_with 3 "$2: history" rehearse history --plain --db "$1"
	has "$2: the file is named" "$1" fails.err
	fails_with 3 "$2: export" rehearse export questions --db "$1"
	fails_with 3 "$2: practice" rehearse practice --plain --db "$1"
	fails_with 3 "$2: demo" rehearse demo --db "$1"
	printf 'prompt\nWhy?\n' >bank.csv
	fails_with 3 "$2: import" rehearse import --db "$1" bank.csv
	is "$2: no byte has changed" "$before" "$(cksum <"$1")"
	is "$2: nothing was put beside it" "$1" "$(echo "$1"*)"
}

# Bytes at an offset of a file, in octal as printf takes them.
patch() {
	# shellcheck disable=SC2059 # the format is the bytes
	printf "$3" | dd of="$1" bs=1 seek="$2" conv=notrunc 2>/dev/null
}

ok 'a database to spoil' quietly rehearse demo --db good.db

: >empty.db
refused empty.db 'an empty file'

echo 'This is a text and no database, though it is as long as the header of one
would have to be: a hundred bytes at least, and that much was reached.' >text.db
refused text.db 'a text'

head -c 20000 good.db >short.db
refused short.db 'a truncated file'

cp good.db newer.db
patch newer.db 60 '\000\000\000\143'
refused newer.db 'a newer version'
has 'it says what to do' 'newer rehearse' fails.err

cp good.db foreign.db
patch foreign.db 68 'othr'
refused foreign.db 'a database of another program'

cp good.db damaged.db
head -c 4000 /dev/zero | tr '\000' '\377' |
	dd of=damaged.db bs=1 seek=100 conv=notrunc 2>/dev/null
refused damaged.db 'a damaged file'

mkdir directory.db
fails_with 3 'a directory' rehearse history --plain --db directory.db

fails_with 1 'a directory that is not there and can not be made' \
	rehearse history --plain --db good.db/below/x.db

# plant SQL: into a copy of the database; false where no tool is there for it.
plant() {
	cp good.db planted.db
	if command -v sqlite3 >/dev/null; then
		sqlite3 planted.db "$1"
	elif command -v python3 >/dev/null; then
		python3 -c 'import sqlite3, sys
with sqlite3.connect("planted.db") as db: db.execute(sys.argv[1])' "$1"
	else
		return 1
	fi
}

if plant 'CREATE TRIGGER t AFTER INSERT ON session
    BEGIN DELETE FROM answer; END'; then
	refused planted.db 'a planted trigger'
	plant 'CREATE VIEW v AS SELECT * FROM session'
	refused planted.db 'a planted view'
	plant 'CREATE TABLE extra (x)'
	refused planted.db 'a planted table'
else
	skip 'planting a trigger (neither sqlite3 nor python3 is there)'
fi

ln -s good.db link.db
ok 'a link is followed' quietly rehearse history --plain --db link.db
ok 'and stays one' test -L link.db

ok 'a missing file is made' quietly rehearse history --plain --db new/a/b.db
ok 'and is a database' test -s new/a/b.db

cp good.db locked.db
chmod 400 locked.db
if [ -w locked.db ]; then
	skip 'a read-only database (permissions do not bind this user)'
else
	before=$(cksum <locked.db)
	ok 'a read-only database can be listed' \
		quietly rehearse history --plain --db locked.db
	ok 'and exported' quietly rehearse export --db locked.db
	fails_with 1 'but not practised with' \
		rehearse practice --plain --db locked.db
	fails_with 1 'nor imported into' rehearse import --db locked.db bank.csv
	is 'it did not change' "$before" "$(cksum <locked.db)"
fi
finish
