#!/bin/sh
# SPDX-License-Identifier: MIT
# The review's views and its comparison in lines, against what the export
# holds.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"
REHEARSE_DB=$tmp/lines.db
export REHEARSE_DB

# say WORD...: each a line of input to the review.
say() {
	printf '%s\n' 3 "$@" | rehearse --plain >out
}

# choice TEXT: the number that it is told under.
choice() {
	sed -n "s/^\([0-9]*\)\. $1\$/\1/p" out | tail -n 1
}

say v q
is 'views of nothing' 0 $?
has 'are offered' 'f filters, v views, x compares, ' out
view=1
while [ "$view" -le 7 ]; do
	say v "$view" b b b
	is "view $view of nothing" 0 $?
	view=$((view + 1))
done
say v 1
has 'says so' 'No rated session here.' out
say x 1 1
has 'nothing to compare' 'Nothing to compare here.' out

rehearse demo --sessions 40 >/dev/null
rehearse export sessions >sessions.csv
rehearse export answers --format jsonl >answers.jsonl

# Verdicts: the sessions of the export, by verdict.
say v 1 n q
rated=$(tr -d '\r' <sessions.csv | awk -F, 'NR > 1 && $12 != ""' | wc -l)
hire=$(tr -d '\r' <sessions.csv |
	awk -F, '$12 == "hire" || $12 == "strong hire"' | wc -l)
has 'verdicts' "$hire of $rated rated sessions are hire or better" out
told=$(sed -n 's/^From 2026-.*: \([0-9]*\) sessions\{0,1\}\($\|,.*\)/\1/p' out |
	awk '{ n += $1 } END { print n }')
is 'by spans' "$rated" "$told"
reject=$(tr -d '\r' <sessions.csv | awk -F, '$12 == "reject"' | wc -l)
told=$(sed -n 's/^From 2026-.*, \([0-9]*\) reject$/\1/p' out |
	awk '{ n += $1 } END { print n + 0 }')
is 'each verdict' "$reject" "$told"
has 'by whom' 'Verdicts over time, rated by self.' out
not 'nothing is chosen' grep -q '^n next.*chooses' out

# Time used: every answer with a limit is in one of the spans.
say v 2 n q
timed=$(grep '"skipped":"no"\|"skipped":false' answers.jsonl |
	grep -c '"limit_s":[1-9]')
told=$(sed -n 's/.* of the limit: \([0-9]*\) answers\{0,1\}$/\1/p' out |
	awk '{ n += $1 } END { print n }')
is 'time used' "$timed" "$told"
has 'a range is read as one' ' to ' out

# The other views.
say v 3 q
has 'sections' ' % of the time, target ' out
say v 4 q
has 'pace' ' words a minute: ' out
say v 5 q
has 'agreement' 'predicted against self, ' out
has 'in words' ' higher on average, 95 % between ' out
say v 6 n n q
told=$(sed -n 's/^Week of .*, \([0-9]*\) answers\{0,1\}: .*/\1/p' out |
	awk '{ n += $1 } END { print n }')
practised=$(grep -c '"skipped":"no"\|"skipped":false' answers.jsonl)
is 'days with practice' "$practised" "$told"
has 'by weekday' 'day ' out
streak=$(rehearse status --json | sed 's/.*"streak_days":\([0-9]*\).*/\1/')
ok 'and the streak' grep -q "^A streak of $streak day" out
say v 7 n q
n=$(rehearse questions | wc -l)
ok 'the bank' grep -q " of $n questions seen, " out
has 'by round' 'Behavioural: ' out
has 'and level' 'any level: ' out

# What is shown can be changed there, and holds in the review and back.
say v 1 f 2 q
round=$(choice Behavioural)
say v 1 f 2 "$round" b b b q
of=$(tr -d '\r' <sessions.csv |
	awk -F, '$6 == "behavioural" && $12 != ""' | wc -l)
has 'of a round' "of $of rated sessions are" out
has 'is told' 'Verdicts over time of Behavioural, rated by self.' out
has 'also in the review' " sessions of Behavioural, rated by self; " out
say f 2 "$round" b v 7 q
not 'its company is not asked by the bank' grep -q 'rated by self\.$' out
has 'but its round is' 'question bank, all time of Behavioural.' out

# Export: as the screen writes it.
say v 1 e few.csv q
has 'a view is exported' "Written: $tmp/few.csv" out
is 'a header' 'from,strong_hire,hire,re_interview,reject' \
	"$(head -n 1 few.csv | tr -d '\r')"
told=$(tr -d '\r' <few.csv |
	awk -F, 'NR > 1 { n += $2 + $3 + $4 + $5 } END { print n }')
is 'and every session' "$rated" "$told"
say v 1 e few.txt b q
has 'a name tells the format' 'The name must end in .csv, for a spreadsheet.' out

# Comparing: two rounds, as the review has each.
say x 2 q
one=$(choice Behavioural)
other=$(choice Technical)
say x 2 "$one" "$other" e pair.csv q
has 'two rounds' 'Compared: Behavioural against Technical, rated by self' out
mean() {
	tr -d '\r' <sessions.csv | awk -F, -v r="$1" 'NR > 1 && $6 == r && $11 {
		n++; t += $11 } END { printf "%.2f, n %d", t / n, n }'
}
ok 'the overalls' grep -q "^Overall, .*: Behavioural $(mean behavioural); Technical $(mean technical); " out
line=$(tr -d '\r' <pair.csv | sed -n 2p)
is 'exported' 'overall,Technical' "$(echo "$line" | cut -d, -f1,2)"
is 'with the same means' "$(mean behavioural)" \
	"$(echo "$line" | awk -F, '{ printf "%.2f, n %d", $7, $6 }')"
say x 3 1 2 q
has 'two levels' 'Compared: ' out
say x 1 2 q
has 'two periods' 'Compared: last 28 days against 28 days before, ' out
say x 4 q
has 'attempts' 'Compared: latest tries against first tries, ' out
has 'in words' ' higher, 95 % between ' out
say x 5 1 q
ok 'question by question' grep -q '^1\. [0-9.]* [a-z]*, [0-9.]* after [0-9.]*, [0-9]* attempts: ' out
has 'leads to its attempts' 'Ratings, 1 to 5:' out
say x 2 b b b 4 q
has 'b leads back from each' ' sessions, newest first.' out
say x 2 "$one" quit 4
not 'and q leaves' grep -q 'newest first' out

# What is shown of the signals is exported too.
say f 2 "$round" b e shown.csv q
has 'the signals are exported' "Written: $tmp/shown.csv" out
rehearse export --round behavioural >same.csv
ok 'of what is shown' cmp -s same.csv shown.csv
say f 1 q
mei=$(choice Mei)
say f 1 "$mei" b e mei.csv q
n=$(rehearse review --rater Mei | awk -F '\t' '{ n += $2 } END { print n }')
is 'by whom it is shown' $((1 + n)) "$(wc -l <mei.csv)"
say 1 e chart.csv q
signal=$(head -n 1 chart.csv | tr -d '\r' | cut -d, -f 3)
is 'a signal' "$(rehearse review --signal "${signal% by self}" | cut -f 2)" \
	$(($(wc -l <chart.csv) - 1))
say 1 f 2 "$round" b b q
has 'what is shown is changed there' ' of Behavioural' out
has 'and holds in the review' ' sessions of Behavioural, rated by self; ' out
has 'from session to session' "$(rehearse review --json \
	--signal "${signal% by self}" |
	sed 's/.*"series":\[{"session_id":"\([^"]*\)".*/\1/')," chart.csv

for i in 1 2 3 4 5 6 7; do
	printf '3\nv\n%s\nb\nb\nx\n%s\n1\n2\n' "$i" "$i"
done | rehearse --plain >out
not 'no escape byte' grep -q "$(printf '\033')" out
not 'no line drawn' grep -q '[-=_#]\{8\}' out

# A database may have a name that ends as a table's does.
quietly rehearse demo --db mine.csv --sessions 4
cp mine.csv before.csv
printf '%s\n' 3 v 1 e mine.csv y q |
	rehearse --plain --db mine.csv >out
has 'no table is written over the database' 'is the database itself' out
ok 'which is as it was' cmp -s before.csv mine.csv

finish
