#!/bin/sh
# SPDX-License-Identifier: MIT
# Speed as ratios, measured side by side in one run: bare times mean nothing
# on a shared machine.  Each line says what is measured and the bar it stands
# against.  The floor is the least that an ncurses program can do (floor.c).
# REHEARSE names the binary.
set -eu
cd "$(dirname "$0")/../.."
out=build/bench
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
mkdir -p "$out"
cc=${CC:-cc}
$cc -O2 -o "$out/floor" tests/bench/floor.c -lncursesw -ltinfo
$cc -O2 -o "$out/ttytime" tests/bench/ttytime.c -lutil
export HOME="$dir" LC_ALL=C.UTF-8
question=$("$REHEARSE" --db "$dir/a.db" export questions |
    sed -n '2s/,.*//p')

median() {
	sort -n | awk '{v[NR]=$1} END {print NR ? v[int((NR+1)/2)] : 0}'
}

worst() {
	sort -n | tail -n 1
}

ratio() {
	awk -v a="$1" -v b="$2" 'BEGIN {printf "%.2f", (b > 0 ? a / b : 0)}'
}

# WHAT VALUE [BAR]: more than the bar is marked.
say() {
	awk -v what="$1:" -v value="$2" -v bar="${3:-}" 'BEGIN {
		if (bar == "")
			printf "%-46s %8s\n", what, value
		else
			printf "%-46s %8s  (bar %s)%s\n", what, value, bar, (value + 0 > bar + 0 ? " over" : "")
	}'
}

# A and B in turn, so that a drift of the machine meets both.
paired() {
	: >"$dir/A"
	: >"$dir/B"
	for _ in 1 2 3 4 5 6 7 8 9; do
		"$out/ttytime" "$1" "$2" "$3" >>"$dir/A"
		"$out/ttytime" "$1" "$2" "$4" >>"$dir/B"
	done
	ratio "$(median <"$dir/A")" "$(median <"$dir/B")"
}

# A bank of ours, or one from elsewhere, whose ids come from the prompts.
bank_csv() {
	awk -v bank="$1" -v n="$2" 'BEGIN {
		split("Behavioral,System Design,Product sense,Leadership", kind, ",")
		print bank == "own" ? "id,prompt,round,company,level,tags" : "question,category,difficulty"
		for (i = 1; i <= n; i++)
			if (bank == "own")
				printf "q-%d,\"Question %d, asked in a few words more?\",general,any,any,bench\n", i * 7919 % 9999991, i
			else
				printf "\"Tell me about situation %d, and what you learned from it?\",%s,Hard\n", i, kind[i % 4 + 1]
	}'
}

# Some imports take less than the hundredths that time(1) tells.
microseconds() {
	from=$(date +%s%N)
	"$@" >/dev/null
	echo $((($(date +%s%N) - from) / 1000))
}

# MB that a command takes at most.
memory() {
	/usr/bin/env time -f %M "$@" 2>&1 >/dev/null |
	    awk 'END {printf "%.1f\n", $1 / 1024}'
}

fresh() {
	cp "$dir/a.db" "$dir/$1.db"
	echo "$REHEARSE --db $dir/$1.db"
}

# Each start of practice leaves a draft, which a later one would offer.
practice() {
	echo "$(fresh "$1") practice --question $question --think 0 --seconds 3600"
}

bench_start() {
	say "start, home / floor" \
	    "$(paired start 3 "$REHEARSE --db $dir/a.db" "$out/floor")" 1.7
	say "start, practice / floor" \
	    "$(paired start 3 "$(fresh p) practice --question $question --think 0" "$out/floor")" 1.8
	"$REHEARSE" --db "$dir/old.db" demo --sessions 10000 --answers 10 >/dev/null
	say "start, 100,000 answers / floor" \
	    "$(paired start 3 "$REHEARSE --db $dir/old.db" "$out/floor")" 1.8
	fresh bank >/dev/null
	bank_csv own 100000 >"$dir/q.csv"
	"$REHEARSE" --db "$dir/bank.db" import "$dir/q.csv" >/dev/null
	say "start, 100,000 questions / floor" \
	    "$(paired start 3 "$REHEARSE --db $dir/bank.db" "$out/floor")" 1.8
}

bench_memory() {
	say "memory, home / floor" \
	    "$(paired memory 0 "$REHEARSE --db $dir/a.db" "$out/floor")" 2.0
	say "memory, home, 100,000 answers / floor" \
	    "$(paired memory 0 "$REHEARSE --db $dir/old.db" "$out/floor")" 2.0
	say "memory, practice, 4000 keys / floor" \
	    "$(ratio "$("$out/ttytime" memory 4000 "$(practice m)")" \
		"$("$out/ttytime" memory 4000 "$out/floor")")" 2.5
}

# Output ends when an index is made; then keys are typed and deleted: common
# texts, a rare one, a phrase that each session might hold.
bench_search() {
	keys=$(printf '/the the%szzz%sdecided%s.' 1234567 123 1234567 | tr 1-7 '[\177*]')
	for list in old.db\ history bank.db\ questions; do
		"$out/ttytime" type "$keys" "$REHEARSE --db $dir/$list" |
		    sed 1d | awk '{print $1 / 1000}' >"$dir/A"
		say "search, ${list#* }, ms a key" "$(median <"$dir/A")" 16
		say "search, ${list#* }, ms for the slowest key" "$(worst <"$dir/A")" 16
	done
}

bench_keys() {
	: >"$dir/A"
	: >"$dir/B"
	for i in 1 2 3 4 5; do
		"$out/ttytime" key 60 "$(practice "k$i")" >>"$dir/A"
		"$out/ttytime" key 60 "$out/floor" >>"$dir/B"
	done
	say "key to echo / floor" "$(ratio "$(median <"$dir/A")" "$(median <"$dir/B")")" 1.2
	say "bytes a key" "$("$out/ttytime" echo 100 "$(practice e)" | median)" 19
	for mode in typed spoken; do
		say "bytes a second, clock, $mode" \
		    "$("$out/ttytime" tick 6 "$(practice $mode) --mode $mode" | median)" 16
	done
	say "bytes a second, home" \
	    "$("$out/ttytime" tick 3 "$REHEARSE --db $dir/a.db" | worst)" 0
}

bench_version() {
	: >"$dir/A"
	: >"$dir/B"
	for _ in 1 2 3 4 5 6 7 8 9; do
		"$out/ttytime" start 1 "$REHEARSE --version" >>"$dir/A"
		"$out/ttytime" start 1 "sqlite3 --version" >>"$dir/B"
	done
	say "--version / sqlite3 --version" "$(ratio "$(median <"$dir/A")" "$(median <"$dir/B")")" 1.2
}

# The same file into a bare table; both databases are there before.
bench_import() {
	rows=$1 bank=$2
	bank_csv "$bank" "$rows" >"$dir/q.csv"
	for list in A B again M; do
		: >"$dir/$list"
	done
	for _ in 1 2 3 4 5; do
		fresh i >/dev/null
		memory "$REHEARSE" --db "$dir/i.db" import "$dir/q.csv" >>"$dir/M"
		fresh i >/dev/null
		microseconds "$REHEARSE" --db "$dir/i.db" import "$dir/q.csv" >>"$dir/A"
		microseconds "$REHEARSE" --db "$dir/i.db" import "$dir/q.csv" >>"$dir/again"
		rm -f "$dir/s.db"
		microseconds sqlite3 "$dir/s.db" "create table q($(head -n 1 "$dir/q.csv" | tr -d '\r'))" \
		    ".mode csv" ".import --skip 1 $dir/q.csv q" >>"$dir/B"
	done
	bare=$(median <"$dir/B")
	say "import of $rows, $bank / .import" "$(ratio "$(median <"$dir/A")" "$bare")" 1.15
	say "import of $rows, $bank, again / .import" "$(ratio "$(median <"$dir/again")" "$bare")" 1.15
	say "import of $rows, $bank, MB" "$(median <"$dir/M")" 16
}

# KEYS: in ms, and against reading what is kept for it.
bench_press() {
	ms=$("$out/ttytime" press 20 "$REHEARSE --db $dir/old.db" "$2" |
	    median | awk '{print $1 / 1000}')
	say "review, $1, ms" "$ms" 16
	say "review, $1 / reading what is kept" "$(ratio "$ms" "$(median <"$dir/kept")")" 3
}

bench_review() {
	for _ in 1 2 3 4 5 6 7 8 9; do
		"$out/ttytime" start 1 "sqlite3 $dir/old.db \"select max(signals), max(counts), sum(num), max(limiting) from opinion where rater = 'self'\""
	done | awk '{print $1 / 1000}' >"$dir/kept"
	bench_press "opens" /vq
	for key in r c l p w; do
		bench_press "filter $key" "v/$key"
	done
}

# WHAT QUERY: against a query for what is written; answers have more columns
# than their table.
bench_export() {
	: >"$dir/A"
	: >"$dir/B"
	: >"$dir/M"
	for _ in 1 2 3; do
		memory "$REHEARSE" --db "$dir/h.db" export "$1" >>"$dir/M"
		microseconds "$REHEARSE" --db "$dir/h.db" export "$1" >>"$dir/A"
		microseconds sqlite3 -csv "$dir/h.db" "$2" >>"$dir/B"
	done
	say "export of $1 / sqlite3 -csv" "$(ratio "$(median <"$dir/A")" "$(median <"$dir/B")")" 0.6
	say "export of $1, MB" "$(median <"$dir/M")" 16
}

bench_exports() {
	"$REHEARSE" --db "$dir/h.db" demo --sessions 20000 --answers 10 >/dev/null
	bench_export answers "select * from answer"
	bench_export ratings "select a.id, s.id, a.question_id, r.rater,
	    r.signal, r.rating, datetime(r.rated_at, 'unixepoch'), r.note
	    from rating r join session s using (session_pk)
	    left join answer a using (answer_pk)"
}

bench_start
bench_memory
bench_search
bench_keys
if ! command -v sqlite3 >/dev/null 2>&1; then
	echo "(no sqlite3 shell: --version, import, review and export are not compared)"
	exit
fi
bench_version
for rows in 10000 100000 1000000; do
	bench_import "$rows" own
	bench_import "$rows" foreign
done
bench_review
bench_exports
