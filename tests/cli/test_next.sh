#!/bin/sh
# SPDX-License-Identifier: MIT
# next: what is due, by numbers that were worked out apart from the program.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"
REHEARSE_DB=$tmp/next.db
export REHEARSE_DB

rehearse next >out
is 'one line' 1 "$(wc -l <out)"
has 'the first round' '	behavioural	your first round' out
first=$(cut -f 1 out)
ok 'a question of the bank' quietly sh -c \
	"\"$REHEARSE\" questions --plain | cut -f 1 | grep -qx \"$first\""
is 'one that was never answered' \
	"{\"question_id\":\"$first\",\"stability\":null,\"difficulty\":null,\"due_at\":null,\"attempts\":0,\"reason\":\"your first round: one question against the clock, then you rate it\",\"round\":\"behavioural\",\"mastered\":false}" \
	"$(rehearse next --json)"
is 'the same when asked again' "$(cat out)" "$(rehearse next)"
questions=$(rehearse questions | wc -l)
is 'every question' "$questions" "$(rehearse next --all | wc -l)"
is 'none was answered' "$questions" \
	"$(rehearse next --all | grep -c '	0				no	never answered$')"

# The published vector on `twice`; `good` is remembered for two days, `once`
# was not fully rated, `skip` was skipped.
cat >questions.csv <<'END'
id,prompt,round,rubric
twice,A?,general,two
good,B?,general,two
once,C?,general,two
skip,D?,general,two
END
{
	echo 'rubric,position,signal,label,weight,metric,asks,anchor_1,anchor_2,anchor_3,anchor_4,anchor_5'
	echo 'two,1,clarity,Clarity,1,no,Clear?,a,b,c,d,e'
	echo 'two,2,depth,Depth,3,no,Deep?,a,b,c,d,e'
} >rubrics.csv

# answer ID QUESTION DATE CLARITY DEPTH
answer() {
	at=${3}T09:00:00Z
	echo "s$1,$at,$at,general" >>sessions.csv
	skipped=no
	[ "$4" != - ] || skipped=yes
	echo "a$1,s$1,$2,$at,general,two,$skipped" >>answers.csv
	[ "$4" = - ] || echo "a$1,s$1,self,clarity,$4,$at" >>ratings.csv
	[ "$5" = - ] || echo "a$1,s$1,self,depth,$5,$at" >>ratings.csv
	echo "a$1,s$1,cold,clarity,1,2025-03-01T00:00:00Z" >>ratings.csv
}
echo session_id,started_at,ended_at,round >sessions.csv
echo answer_id,session_id,question_id,started_at,round,rubric,skipped \
	>answers.csv
echo answer_id,session_id,rater,signal,rating,rated_at >ratings.csv
answer 1 twice 2025-01-01 5 1
answer 2 twice 2025-01-01 4 4
answer 3 twice 2025-01-02 4 5
answer 4 twice 2025-01-05 5 4
answer 5 twice 2025-01-13 4 4
answer 6 twice 2025-02-03 4 4
answer 7 good 2025-02-01 4 4
answer 8 once 2025-02-02 4 -
grep -v '^a8,s8,cold' ratings.csv >kept.csv
mv kept.csv ratings.csv
answer 9 skip 2025-02-02 - -
grep -v '^a9,' ratings.csv >kept.csv
mv kept.csv ratings.csv
for kind in rubrics questions sessions answers ratings; do
	ok "the $kind" quietly rehearse import --kind "$kind" "$kind.csv"
done

rehearse next --all --json >json
is_json 'the schedule' json
# An answer began the same day is 0 days later, so the vector is reached.
has 'the published vector' \
	'{"question_id":"twice","stability":53.6269029171' json
has 'its difficulty, when it is due, how often' \
	',"difficulty":6.35748708399' json
has 'due after 54 days' '"due_at":"2025-03-29T09:00:00Z","attempts":6,' json
has 'a single review' '{"question_id":"good","stability":2.3065,"difficulty":2.11810397' json
has 'due after two days' '"due_at":"2025-02-03T09:00:00Z","attempts":1,' json
has 'without a full rating there is no review' \
	'{"question_id":"once","stability":null,"difficulty":null,"due_at":null,"attempts":1,"reason":"answered, not rated","round":"general","mastered":false}' json
has 'nor without an answer' \
	'{"question_id":"skip","stability":null,"difficulty":null,"due_at":null,"attempts":0,"reason":"never answered","round":"general","mastered":false}' json

# `twice` went well after `good` was reviewed, and nothing after `twice`.
rehearse next --all >plain
is 'mastered is who can do another one too' 'good	yes
twice	no' "$(awk -F '\t' '$4 != "" { print $1 "\t" $7 }' plain)"
is 'what is due comes first' 'good
twice
once' "$(cut -f 1 plain | head -n 3)"
is 'of eight fields' 8 "$(awk -F '\t' '{ print NF }' plain | sort -u)"

rehearse next --json >json
is_json 'what is next' json
has 'the least remembered' '{"question_id":"good","stability":2.3065,' json
has 'why' '"reason":"a question that you answered ' json
is 'the same in one line' good "$(rehearse next | cut -f 1)"
is 'and in the status' good \
	"$(rehearse status | awk -F '\t' '$1 == "next" { print $2 }')"

printf 'Because.\n.\n\n4\n4\n' | rehearse practice --plain --questions 1 >out 2>&1
has 'practice asks it' 'B?' out
not 'then something else is next' test good = "$(rehearse next | cut -f 1)"

fails_with 2 'nothing else is taken' rehearse next good
finish
