#!/bin/sh
# SPDX-License-Identifier: MIT
# Speed as ratios, measured side by side in one run: bare times mean nothing
# on a shared machine.  REHEARSE names the binary.
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

ratio() {
	awk -v a="$1" -v b="$2" 'BEGIN {printf "%.2f", (b > 0 ? a / b : 0)}'
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

seconds() {
	/usr/bin/env time -p "$@" 2>&1 >/dev/null | awk '/^real/{print $2}'
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

fresh() {
	cp "$dir/a.db" "$dir/$1.db"
	echo "$REHEARSE --db $dir/$1.db"
}

questions() {
	awk -v n="$1" 'BEGIN {
		printf "id,prompt,round\r\n"
		for (i = 1; i <= n; i++)
			printf "q-%d,\"Question %d, asked in words\",general\r\n", i * 7919 % 9999991, i
	}'
}

echo "start, home / floor:       $(paired start 3 "$REHEARSE --db $dir/a.db" "$out/floor")"
echo "memory, home / floor:      $(paired memory 1 "$REHEARSE --db $dir/a.db" "$out/floor")"
"$REHEARSE" --db "$dir/old.db" demo --sessions 10000 --answers 10 >/dev/null
echo "with 100,000 answers:      $(paired start 3 "$REHEARSE --db $dir/old.db" "$out/floor")"
fresh bank >/dev/null
questions 100000 >"$dir/q.csv"
"$REHEARSE" --db "$dir/bank.db" import "$dir/q.csv" >/dev/null
echo "with 100,000 questions:    $(paired start 3 "$REHEARSE --db $dir/bank.db" "$out/floor")"
# Output ends when an index is made; then keys are typed and deleted: common
# texts, a rare one, a phrase that each session might hold.
keys=$(printf '/the the%szzz%sdecided%s.' 1234567 123 1234567 | tr 1-7 '[\177*]')
for list in old.db\ history bank.db\ questions; do
	"$out/ttytime" type "$keys" "$REHEARSE --db $dir/$list" | sed 1d >"$dir/A"
	"$out/ttytime" key 100 "$out/floor" >"$dir/B"
	echo "search, ${list#* }, a key / floor: $(ratio "$(median <"$dir/A")" "$(median <"$dir/B")"), worst / 16 ms: $(ratio "$(sort -n "$dir/A" | tail -n 1)" 16000)"
done
rm -rf "$dir/old.db" "$dir/bank.db" "$dir/backups"
# Each start leaves a draft, so the offer is what later starts show.
echo "start, practice / floor:   $(paired start 3 "$(fresh p) practice --question $question --think 0" "$out/floor")"
: >"$dir/A"
: >"$dir/B"
for i in 1 2 3; do
	"$out/ttytime" key 100 "$(fresh "k$i") practice --question $question --think 0 --seconds 3600" >>"$dir/A"
	"$out/ttytime" key 100 "$out/floor" >>"$dir/B"
done
echo "key to echo / floor:       $(ratio "$(median <"$dir/A")" "$(median <"$dir/B")")"
echo "bytes a key:               $("$out/ttytime" echo 100 "$(fresh e) practice --question $question --think 0 --seconds 3600" | median)"
for mode in typed spoken; do
	echo "bytes a tick, $mode:       $("$out/ttytime" tick 6 "$(fresh $mode) practice --question $question --think 0 --seconds 3600 --mode $mode" | median)"
done
echo "bytes a second, home idle: $("$out/ttytime" tick 3 "$REHEARSE --db $dir/a.db" | median)"

if command -v sqlite3 >/dev/null 2>&1; then
	for _ in 1 2 3 4 5 6 7 8 9; do
		"$out/ttytime" start 1 "$REHEARSE --version" >>"$dir/vA"
		"$out/ttytime" start 1 "sqlite3 --version" >>"$dir/vB"
	done
	echo "--version / sqlite3's:     $(ratio "$(median <"$dir/vA")" "$(median <"$dir/vB")")"
	# The same file into a bare table; both databases are there before.
	for rows in 10000 100000 1000000; do
		for bank in own foreign; do
			bank_csv $bank $rows >"$dir/q.csv"
			: >"$dir/iA"
			: >"$dir/iB"
			: >"$dir/iM"
			: >"$dir/iU"
			for _ in 1 2 3 4 5; do
				fresh i >/dev/null
				/usr/bin/env time -f %M "$REHEARSE" --db "$dir/i.db" \
				    import "$dir/q.csv" 2>&1 >/dev/null | tail -n 1 >>"$dir/iM"
				fresh i >/dev/null
				microseconds "$REHEARSE" --db "$dir/i.db" import "$dir/q.csv" >>"$dir/iA"
				microseconds "$REHEARSE" --db "$dir/i.db" import "$dir/q.csv" >>"$dir/iU"
				rm -f "$dir/s.db"
				microseconds sqlite3 "$dir/s.db" "create table q($(head -n 1 "$dir/q.csv" | tr -d '\r'))" \
				    ".mode csv" ".import --skip 1 $dir/q.csv q" >>"$dir/iB"
			done
			bare=$(median <"$dir/iB")
			echo "import of $rows, $bank / .import: $(ratio "$(median <"$dir/iA")" "$bare"), $(median <"$dir/iM") KB; again: $(ratio "$(median <"$dir/iU")" "$bare")"
		done
	done
	# A long history: the review, against reading what is kept for it.
	"$REHEARSE" --db "$dir/r.db" demo --sessions 10000 --answers 10 >/dev/null
	press() {
		"$out/ttytime" press 20 "$REHEARSE --db $dir/r.db" "$1" | median
	}
	for _ in 1 2 3 4 5 6 7 8 9; do
		"$out/ttytime" start 1 "sqlite3 $dir/r.db \"select max(signals), max(counts), sum(num), max(limiting) from opinion where rater = 'self'\""
	done >"$dir/rB"
	echo "review opens / sqlite3:    $(ratio "$(press /vq)" "$(median <"$dir/rB")")"
	for key in r c l p w; do
		echo "review, filter $key / sqlite3: $(ratio "$(press "v/$key")" "$(median <"$dir/rB")")"
	done
	# A history of that many answers, against its bare table.
	"$REHEARSE" --db "$dir/h.db" demo --sessions 20000 --answers 10 >/dev/null
	for kind in answers ratings; do
		: >"$dir/xA"
		: >"$dir/xB"
		for _ in 1 2 3; do
			/usr/bin/env time -f '%e %M' "$REHEARSE" --db "$dir/h.db" \
			    export $kind 2>&1 >/dev/null | tail -n 1 >"$dir/one"
			cut -d' ' -f1 "$dir/one" >>"$dir/xA"
			cut -d' ' -f2 "$dir/one" >>"$dir/xM"
			seconds sqlite3 -csv "$dir/h.db" "select * from ${kind%s}" >>"$dir/xB"
		done
		echo "export of $kind / sqlite3:  $(ratio "$(median <"$dir/xA")" "$(median <"$dir/xB")"), $(median <"$dir/xM") KB"
	done
else
	echo "(no sqlite3 shell: export, import and --version are not compared)"
fi
