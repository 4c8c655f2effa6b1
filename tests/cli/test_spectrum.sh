#!/bin/sh
# SPDX-License-Identifier: MIT
# csv-spectrum, a set of CSV files with what they hold as JSON: read alike.
# `make conformance` fetches it and names the directory in CSV_SPECTRUM.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"
if [ ! -d "${CSV_SPECTRUM:-}/csvs" ]; then
	skip 'csv-spectrum (CSV_SPECTRUM names no directory)'
	exit 0
fi
if ! command -v python3 >/dev/null; then
	skip 'csv-spectrum (python3 is not there)'
	exit 0
fi

# Each column in turn as the hint of a question whose prompt is the first one.
cat >alike.py <<'END'
import json, sys
name, column, exported = sys.argv[1:]
rows = json.load(open(name, encoding='utf-8'))
rows = rows if isinstance(rows, list) else [rows]
keys = list(rows[0])
got = {}
for line in open(exported, encoding='utf-8'):
    question = json.loads(line)
    got[question['prompt']] = question['hint'] or ''
for row in rows:
    want, seen = row[keys[int(column) - 1]], got.get(row[keys[0]].strip())
    if want != seen and not (len(rows) == 1 and want in got.values()):
        sys.exit('%r is read as %r' % (want, seen))
sys.exit(0)
END

# alike FILE COLUMN OPTION...
alike() {
	file=$1
	column=$2
	shift 2
	rm -f here.db
	rehearse --db here.db import "$@" --map prompt=#1 \
		--map "hint=#$column" --map round= "$file" >/dev/null 2>err ||
		return 1
	rehearse --db here.db export questions --format jsonl >exported
	python3 alike.py "$CSV_SPECTRUM/json/$(basename "$file" .csv).json" \
		"$column" exported
}

files=0
for file in "$CSV_SPECTRUM"/csvs/*.csv; do
	name=$(basename "$file" .csv)
	columns=$(head -n 1 "$file" | tr -cd , | wc -c)
	lenient=
	column=0
	# Its coordinates have the seconds' sign, a quote, in a bare field; and
	# its JSON has another telephone number.
	if [ "$name" = location_coordinates ]; then
		lenient=--lenient
		column=1
	fi
	while [ "$column" -le "$columns" ]; do
		column=$((column + 1))
		ok "$name, column $column" alike "$file" "$column" $lenient
	done
	files=$((files + 1))
done
ok 'there are files' test "$files" -gt 9
finish
