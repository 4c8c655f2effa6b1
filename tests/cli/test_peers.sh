#!/bin/sh
# SPDX-License-Identifier: MIT
# Other programs read what is exported: every record, and in each the same
# cells.  What one of them writes again is imported: nothing has changed.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"
REHEARSE_DB=$tmp/peers.db
export REHEARSE_DB
quietly rehearse demo --sessions 12 --answers 4

mark=$(printf '\357\273\277')
printf '%s\r\n' 'id,prompt,company,tags,probes,hint,look_for' \
	'p-1,"Say ""no"", and why?",any,a|b\|c,,"""","a ""b"""' \
	"p-2,\"One line
and another, \"\"quoted\"\"
\",,,,'=1+1,''" \
	'p-3,=1+1,@sum,-1,+2,"=HYPERLINK(""x"")",-' \
	"p-4,naïve 漢字 👍 שלום,,é|漢,,${mark}mark in front,a${mark}b" \
	'p-5,  spaces around  ,,,,"	tab",";,|"' \
	"p-6,\"\"\"'=\"\"\",,,,\"'\",\"''=a\"" \
	'p-7,0012,,1e5,,007,1/2' |
	quietly rehearse import --kind questions -
is 'awkward texts are there' 7 "$(rehearse export questions --format jsonl |
	grep -c '"id":"p-')"

kinds='progress sessions answers ratings parts questions backlogs tables
	interruptions rubrics rounds levels companies loops lexicon calibration
	calibration-ratings rules checklist checked loop-runs session-notes
	session-tags'
for kind in $kinds; do
	rehearse export "$kind" >"$kind.csv"
	rehearse export "$kind" --bom >"$kind.bom.csv"
	rehearse export "$kind" --format jsonl >"$kind.jsonl"
done

# same_back PEER KIND FILE: importing the file would change nothing.
same_back() {
	n=$(wc -l <"$2.jsonl")
	is "$1: $2 come back the same" \
		"added 0, updated 0, unchanged $n, skipped 0" \
		"$(rehearse import --dry-run --kind "$2" "$3" 2>&1)"
}

if command -v python3 >/dev/null 2>&1; then
	cat >compare.py <<'EOF'
import csv, json, sys

def cell(value):
    """A JSON value as the CSV has it."""
    if value is None:
        return ''
    if isinstance(value, list):
        return '|'.join(v.replace('\\', '\\\\').replace('|', '\\|')
                        for v in value)
    return value if isinstance(value, str) else None

kind, encoding, path = sys.argv[1], sys.argv[2], sys.argv[3]
with open(path, newline='', encoding=encoding) as file:
    table = list(csv.reader(file, strict=True))
with open(kind + '.jsonl', encoding='utf-8') as file:
    rows = [json.loads(line) for line in file]
header = table.pop(0)
assert len(table) == len(rows), (len(table), len(rows))
for cells, row in zip(table, rows):
    assert list(row) == header, (header, row)
    for name, text in zip(header, cells, strict=True):
        value = row[name]
        if isinstance(value, (int, float)):
            assert not isinstance(value, bool), name
            assert abs(float(text) - value) <= 5.1e-5, (name, text, value)
        else:
            assert text == cell(value), (name, text, value)
EOF
	for kind in $kinds; do
		ok "python: $kind as JSON lines and CSV are the same" \
			python3 compare.py "$kind" utf-8 "$kind.csv"
		ok "python: $kind with a mark too" \
			python3 compare.py "$kind" utf-8-sig "$kind.bom.csv"
	done
	cat >types.py <<'EOF'
import json
for line in open('answers.jsonl', encoding='utf-8'):
    row = json.loads(line)
    for name in 'limit_s', 'think_s', 'answer_s', 'overtime_s', 'words':
        assert isinstance(row[name], (int, float)), (name, row[name])
    for name in 'splits', 'probes':
        assert isinstance(row[name], list), (name, row[name])
EOF
	ok 'python: numbers are numbers, lists are arrays' python3 types.py
else
	skip 'python3 is not there'
fi

if command -v sqlite3 >/dev/null 2>&1; then
	for kind in questions answers ratings sessions; do
		sqlite3 :memory: ".import --csv $kind.csv t" '.mode csv' \
			'.headers on' 'SELECT * FROM t' >"$kind.sqlite.csv"
		same_back sqlite3 "$kind" "$kind.sqlite.csv"
	done
else
	skip 'sqlite3 is not there'
fi

if command -v mlr >/dev/null 2>&1; then
	for kind in questions answers ratings sessions; do
		mlr --csv cat "$kind.bom.csv" >"$kind.mlr.csv"
		same_back Miller "$kind" "$kind.mlr.csv"
	done
	for kind in questions answers; do
		is "Miller: each of $kind as JSON lines" \
			"$(wc -l <"$kind.jsonl")" \
			"$(mlr --json filter true "$kind.jsonl" |
				mlr --ijson --onidx count)"
	done
else
	skip 'Miller is not there'
fi

if command -v vd >/dev/null 2>&1; then
	for kind in questions ratings; do
		# It would take off spaces at the start of a field.
		vd -b "$kind.csv" -o "$kind.vd.csv" \
			--csv-skipinitialspace=False >vd.log 2>&1 </dev/null
		same_back visidata "$kind" "$kind.vd.csv"
	done
else
	skip 'visidata is not there'
fi

# A spreadsheet gets it made safe, with every column as text.
if command -v soffice >/dev/null 2>&1; then
	for kind in questions ratings; do
		rehearse export "$kind" --spreadsheet-safe --output "$kind.csv"
		columns=$(head -n 1 "$kind.csv" | awk -F, '{
			for (i = 1; i <= NF; i++)
				printf "%s%d/2", (i > 1 ? "/" : ""), i
		}')
		soffice "-env:UserInstallation=file://$tmp/office" --headless \
			--infilter="CSV:44,34,76,1,$columns" --convert-to \
			'csv:Text - txt - csv (StarCalc):44,34,76,1' \
			--outdir office "$kind.csv" >office.log 2>&1
		n=$(wc -l <"$kind.jsonl")
		is "LibreOffice: $kind come back the same" \
			"added 0, updated 0, unchanged $n, skipped 0" \
			"$(rehearse import --dry-run --spreadsheet-safe \
				--kind "$kind" "office/$kind.csv" 2>&1)"
	done
else
	skip 'LibreOffice is not there'
fi
finish
