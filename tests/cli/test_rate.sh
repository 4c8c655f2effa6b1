#!/bin/sh
# SPDX-License-Identifier: MIT
# rate through a pipe: cold, as a peer, against a reference; drift and what
# waits in status, held against a computation from the export.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"
REHEARSE_DB=$tmp/rate.db
export REHEARSE_DB

now=$(date +%s)

# An hour's grace: it is no matter how long this takes.
echo session_id,started_at,ended_at,round,questions >sessions.csv
echo answer_id,session_id,question_id,started_at,rubric,metric_given,prompt,answer \
	>answers.csv
echo answer_id,session_id,rater,signal,rating,rated_at >ratings.csv

# told ID HOURS_AGO RATINGS: an answer on star; RATINGS by oneself, - none.
told() {
	at=$(utc $((now - $2 * 3600)))
	echo "s-$1,$at,$at,behavioural,1" >>sessions.csv
	echo "$1,s-$1,q-$1,$at,star,,Why $1?,I said $1." >>answers.csv
	i=0
	[ "$3" = - ] || for signal in situation task action result; do
		i=$((i + 1))
		echo "$1,s-$1,self,$signal,$(echo "$3" | cut -c $i),$at" \
			>>ratings.csv
	done
}

told young 20 4444
told one 30 5432
told two 50 4444
told three 60 3333
told four 65 5511
told five 70 2345
told late 80 4444
told bare 30 -
for kind in sessions answers ratings; do
	ok "the $kind" quietly rehearse import --kind "$kind" "$kind.csv"
done

# status_of KEY: the value of a number in status --json.
status_of() {
	rehearse status --json | sed 's/.*"'"$1"'":\([0-9]*\).*/\1/'
}
is 'five wait' 5 "$(status_of cold_due)"
is 'also in records' 'cold_due	5' "$(rehearse status | grep '^cold_due')"
rehearse status --json >json
is_json 'the status' json
has 'no drift yet' '"drift":[]' json

printf '4 cut churn by 12 %%\n\n3\nx\n\n6\n2 not for a 2\n5\n' |
	rehearse rate --cold >out 2>err
is 'the first that waits' 0 $?
not 'without a complaint' test -s err
has 'is the oldest' 'Why five?' out
has 'its text is shown' 'I said five.' out
has 'then and now stand side by side' \
	'Situation: 4, then 2: 2 lower when it was fresh' out
has 'what is the same' 'Task: 3, then 3: the same both times' out
has 'what is lower' 'Action: 2, then 4: 2 higher when it was fresh' out
has 'over all' 'Over all: no higher when fresh, 1.00 apart.' out
ok 'nothing is told of then before that' \
	test "$(grep -n 'then' out | head -n 1 | cut -d: -f1)" -gt \
	"$(grep -n '^Result:' out | head -n 1 | cut -d: -f1)"
is 'four ratings are kept' 4 "$(rehearse export ratings | grep -c ',cold,')"
ok 'with the words' exports ratings ',cold,situation,4,.*,cut churn by 12 %'
not 'a 2 has none' exports ratings 'not for a 2'
is 'it waits no more' 4 "$(status_of cold_due)"
is 'and changes no verdict' reinterview \
	"$(rehearse history --plain s-five | cut -f 8 | tr -d -)"

printf '3\n3\n' | rehearse rate --cold >out 2>err
is 'the end of input' 1 $?
has 'is said' 'no rating was kept' err
is 'nothing is kept' 4 "$(rehearse export ratings | grep -c ',cold,')"

yes 3 | rehearse rate --cold --plain one >out 2>err
is 'one by its id' 0 $?
has 'that one' 'I said one.' out
yes 4 | quietly rehearse rate --cold
yes 5 | quietly rehearse rate --cold
rehearse status --json >json
has 'four are not enough' \
	'{"signal":"action","n":4,"drift":null,"spread":null}' json
yes 2 | quietly rehearse rate --cold
is 'none is left' 0 "$(status_of cold_due)"
fails_with 1 'none waits' rehearse rate --cold
ok 'what would do is told' test "${said##*--cold ID}" != "$said"
yes 1 | rehearse rate --cold two >/dev/null
rehearse status --json >json
is_json 'the status' json

# The same from the export: the latest of each answer, rater and signal.
rehearse export ratings | tr -d '\r' | awk -F, '
	NR > 1 && $5 == signal || NR > 1 && signal == "" {
		key = $1 SUBSEP $5
		if ($4 == "self" && $7 >= fresh_at[key]) {
			fresh[key] = $6
			fresh_at[key] = $7
		}
		if ($4 == "cold" && $7 >= cold_at[key]) {
			cold[key] = $6
			cold_at[key] = $7
		}
	}
	END {
		for (key in cold) {
			if (!(key in fresh))
				continue
			split(key, part, SUBSEP)
			d = cold[key] - fresh[key]
			n[part[2]]++
			sum[part[2]] += d
			apart[part[2]] += d < 0 ? -d : d
		}
		for (signal in n)
			printf "drift\t%s\t%d\t%.4f\t%.4f\n", signal, \
			    n[signal], sum[signal] / n[signal], \
			    apart[signal] / n[signal]
	}' | sed 's/\.\([0-9]*[1-9]\)0*\(	\|$\)/.\1\2/g; s/\.0*\(	\|$\)/\1/g' |
	LC_ALL=C sort >computed
rehearse status | grep '^drift' >told
ok 'drift is what the export says' diff computed told
is 'of five answers each' 5 "$(cut -f 3 told | sort -u)"

# As a peer.
yes 3 | rehearse rate --rater Mei two >out
has 'a peer rates' 'Situation: 3, you 4: 1 lower than you' out
is 'under the name' 4 "$(rehearse export ratings | grep -c ',Mei,')"
fails_with 2 'cold is no peer' rehearse rate --rater cold two
fails_with 2 'nor is self' rehearse rate --rater self two
fails_with 2 'nor is nobody' rehearse rate --rater '' two
fails_with 2 'nor what no file could hold' \
	rehearse rate --rater "$(printf 'Mei\377')" two
fails_with 2 'a peer rates one answer' rehearse rate --rater Mei
fails_with 2 'not both' rehearse rate --rater Mei --cold two
fails_with 1 'no such answer' rehearse rate --rater Mei gone

# As oneself, what was left unrated.
fails_with 1 'nothing to compare with' rehearse rate --cold bare
printf '4\n4\n4\n4\ny\n' | rehearse rate bare >out
has 'rated later' 'Overall 4: hire.' out
ok 'with its measured result' exports answers ',hire,.*,yes,no,no,'
fails_with 1 'once' rehearse rate bare
ok 'then comes cold' test "${said##*--cold bare}" != "$said"
fails_with 2 'one answer' rehearse rate
fails_with 1 'hidden texts are not rated' rehearse rate --private --cold one

# Against the references.
yes 3 | rehearse rate --calibration >out
has 'the first is rated' 'the reference' out
has 'its reasons are told' "'Nine swaps out of ten'" out
first=$(rehearse export calibration-ratings | tail -n 1 | cut -d, -f1)
n=$(rehearse export calibration --format jsonl | wc -l)
i=1
while [ $i -lt "$n" ]; do
	yes 2 | quietly rehearse rate --calibration
	i=$((i + 1))
done
is 'each is rated once' "$n" "$(rehearse export calibration-ratings |
	sed 1d | cut -d, -f1 | sort -u | wc -l)"
fails_with 1 'all are rated' rehearse rate --calibration
yes 4 | quietly rehearse rate --calibration "$first"
is 'one may be rated again' 8 \
	"$(rehearse export calibration-ratings | grep -c "^$first,")"
fails_with 1 'no such item' rehearse rate --calibration gone
yes 4 | rehearse rate --private --calibration "$first" >out
is 'no private text is in it' 0 $?

# Another database takes it all, twice.
kinds='sessions answers ratings calibration calibration-ratings'
for kind in $kinds; do
	rehearse export "$kind" --output "$kind.out"
	quietly rehearse import --db other.db --kind "$kind" "$kind.out"
	rehearse import --db other.db "$kind.out" >said
	ok "$kind: nothing new" grep -q '^added 0, updated 0' said
done
for kind in $kinds; do
	rehearse export "$kind" --db other.db >again
	ok "$kind: the same bytes" cmp "$kind.out" again
done
is 'the same drift' "$(cat told)" \
	"$(rehearse status --db other.db | grep '^drift')"
finish
