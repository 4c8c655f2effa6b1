#!/bin/sh
# SPDX-License-Identifier: MIT
# history and questions: records for pipes, arrays for programs.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"
REHEARSE_DB=$tmp/history.db
export REHEARSE_DB

rehearse history >out
is 'an empty history' 0 $?
not 'has no records' test -s out
is 'and is an empty array' '[]' "$(rehearse history --json)"

quietly rehearse demo --sessions 10 --answers 3

# Fields of each line of a file, if all have the same number.
fields() {
	awk -F '\t' '{ print NF }' "$1" | sort -u
}

rehearse history >plain
is 'without a terminal: a record a session' 10 "$(wc -l <plain)"
is 'of thirteen fields' 13 "$(fields plain)"
rehearse history --plain >out
ok 'the same as with --plain' cmp -s plain out
ok 'oldest first' sh -c 'cut -f 2 plain | sort -c'

rehearse history --json >json
is_json 'the sessions' json
for field in session_id started_at ended_at utc_offset_min mode round company \
	level questions answered overall verdict limiting_signal clean; do
	has "a session has its $field" "\"$field\":" json
done
rehearse export sessions --format jsonl | sed 's/$/,/' | tr -d '\n' |
	sed 's/^/[/; s/,$/]/' >exported.json
is 'they are what the export has' "$(cat exported.json)" "$(cat json)"

is 'a round' "$(grep -c '	behavioural	' plain)" \
	"$(rehearse history --round star | wc -l)"
is 'a day that has none' 0 "$(rehearse history --until 2001-01-01 | wc -l)"

session=$(cut -f 1 plain | tail -n 1)
rehearse history "$session" >answers
is 'the answers of a session' 3 "$(wc -l <answers)"
is 'of twelve fields' 12 "$(fields answers)"
rehearse history --json "$session" >json
is_json 'the answers' json
for field in answer_id session_id question_id attempt started_at round company \
	level rubric mode limit_s think_s answer_s overtime_s paused_s \
	opening_s splits words predicted overall verdict limiting_signal \
	metric_given hint skipped clean prompt answer probes; do
	has "an answer has its $field" "\"$field\":" json
done
is 'of this session only' 3 \
	"$(grep -o "\"session_id\":\"$session\"" json | wc -l)"
ok 'a text is shown' test -n "$(cut -f 12 answers | head -n 1)"
is 'but not where it is private' '' \
	"$(rehearse history --private "$session" | cut -f 12 | tr -d '\n')"
fails_with 1 'a session that is not there' rehearse history nothing

# Notes, tags, order; deleting and undoing it.
column() {
	rehearse history --sort "$1" | cut -f "$2"
}
is 'newest first' "$(tac plain | cut -f 1)" "$(column newest 1)"
is 'oldest first' "$(cut -f 1 plain)" "$(column oldest 1)"
is 'by round' "$(cut -f 4 plain | sort)" "$(column round 4)"
is 'by level' "$(cut -f 6 plain | sort)" "$(column level 6)"
is 'by score, the best first' "$(cut -f 8 plain | grep . | sort -rn)" \
	"$(column best 8 | grep .)"
is 'or the worst' "$(cut -f 8 plain | grep . | sort -n)" \
	"$(column worst 8 | grep .)"
is 'what is not rated comes last' "$(column best 8 | grep -c '^$')" \
	"$(column best 8 | tail -n "$(cut -f 8 plain | grep -c '^$')" | grep -c '^$')"
fails_with 2 'no such order' rehearse history --sort luck
quietly rehearse history "$session" --note 'Lost the thread' \
	--add-tag with-mei --add-tag 'late, very'
is 'a tag finds it' "$session" \
	"$(rehearse history --tag with-mei | cut -f 1)"
is 'also words of its note and its answers' "$session" \
	"$(rehearse history --search 'thread the lost' | cut -f 1)"
is 'so does its note' "$session" \
	"$(rehearse history --search '"the THREAD"' | cut -f 1)"
is 'both stand at the end of its record' \
	'late, very|with-mei	Lost the thread' \
	"$(rehearse history --tag with-mei | cut -f 12,13)"
quietly rehearse history "$session" --note '' --remove-tag with-mei
is 'until it is taken off' '' "$(rehearse history --tag with-mei)"
is 'and the note away' '' "$(rehearse history --search 'lost the thread')"
is 'another tag stays' "$session" \
	"$(rehearse history --tag 'late, very' | cut -f 1)"
rehearse history "$session" --delete >said
has 'deleting says how to undo it' "rehearse history $session --undelete" said
is 'one session less' 9 "$(rehearse history | wc -l)"
fails_with 1 'it is not there' rehearse history "$session"
fails_with 1 'nor deleted twice' rehearse history "$session" --delete
is 'its id is found among the deleted' "$session" \
	"$(rehearse history --deleted | cut -f 1)"
is 'also by its tag' "$session" \
	"$(rehearse history --deleted --tag 'late, very' | cut -f 1)"
rehearse history --deleted --json >json
is_json 'what was deleted' json
has 'is the session' "\"session_id\":\"$session\"" json
fails_with 2 'a list has no session' rehearse history --deleted "$session"
quietly rehearse history "$session" --undelete
is 'undone' "$(cut -f 1-11 plain)" "$(rehearse history | cut -f 1-11)"
is 'and nothing is deleted' '' "$(rehearse history --deleted)"
fails_with 1 'only what was deleted' rehearse history "$session" --undelete
fails_with 2 'a change needs a session' rehearse history --note x
fails_with 2 'a tag needs a text' rehearse history "$session" --add-tag ''
fails_with 2 'one of the two' rehearse history "$session" --delete --undelete
fails_with 1 'nor with --json' rehearse history --json nothing

quietly rehearse history "$session" --note 'late again'
is 'also by full-width letters and many blanks' "$session" \
	"$(rehearse history --search ' "ｌａｔｅ　　again" ' | cut -f 1)"
word=$(cut -f 3 answers | head -n 1)
rehearse history --search "$word" >found
has 'a search finds the session' "$session" found
is 'and nothing finds none' 0 \
	"$(rehearse history --search 'no such words' | wc -l)"
is 'a pattern is a text' 0 "$(rehearse history --search '%_%' | wc -l)"

# A day is the one that is shown: of a session from far away, the day there.
REHEARSE_DB=$tmp/days.db
cat >away <<'EOF'
session_id,started_at,ended_at,utc_offset_min,mode,round,questions
east,2026-11-10T22:30:00Z,2026-11-10T22:40:00Z,480,typed,behavioural,1
here,2026-11-10T22:31:00Z,2026-11-10T22:41:00Z,0,typed,behavioural,1
west,2026-11-12T05:00:00Z,2026-11-12T05:10:00Z,-480,typed,behavioural,1
EOF
cat >away-answers <<'EOF'
answer_id,session_id,question_id,started_at,round,rubric,mode,answer_s,prompt
e1,east,q,2026-11-10T22:30:10Z,behavioural,star,typed,60,Why?
w1,west,q,2026-11-12T05:00:10Z,behavioural,star,typed,60,Why?
EOF
cat >away-ratings <<'EOF'
answer_id,session_id,rater,signal,rating,rated_at
e1,east,self,action,4,2026-11-10T22:31:10Z
w1,west,self,action,2,2026-11-12T05:01:10Z
EOF
quietly rehearse import --kind sessions away
quietly rehearse import --kind answers away-answers
quietly rehearse import --kind ratings away-ratings
# on DAY UNTIL COMMAND...: names of what is of these days
on() {
	from=$1
	to=$2
	shift 2
	TZ=UTC0 rehearse "$@" --since "$from" --until "$to" | tr ',' '\t' |
		tr -d '"' | grep -o 'east\|here\|west' | uniq | xargs
}
is 'the day of each session' 'east west' "$(on 2026-11-11 2026-11-11 history)"
is 'the day before' here "$(on 2026-11-10 2026-11-10 history)"
is 'all of them' 'east here west' "$(on 2026-11-10 2026-11-11 history)"
is 'none' '' "$(on 2026-11-12 2026-11-12 history)"
for kind in progress sessions answers ratings; do
	is "and of $kind" 'east west' \
		"$(on 2026-11-11 2026-11-11 export $kind)"
done
is 'and of the review' 'east west' \
	"$(on 2026-11-11 2026-11-11 review --json)"
is 'a time is a time' west \
	"$(on 2026-11-11T00:00:00Z 2026-11-13T00:00:00Z history)"
is 'which it is everywhere' 'east west' \
	"$(TZ=EST5 rehearse history --since 2026-11-11 --until 2026-11-11 |
		cut -f 1 | xargs)"
TZ=EST5 rehearse history --lines --since 2026-11-11 --until 2026-11-11 \
	</dev/null >out
has 'the days are told' '2 sessions since 2026-11-11 until 2026-11-11,' out
TZ=EST5 rehearse report --since 2026-11-11 --until 2026-11-11 --output away.md
has 'also in a report' 'from 2026-11-11, to 2026-11-11' away.md

# The same question twice, in words that stay weak.
REHEARSE_DB=$tmp/retake.db
question=$(rehearse questions --round behavioural | cut -f 1 | head -n 1)
# attempt TEXT RATING METRIC
attempt() {
	printf '%s\n.\n\n%s\n%s\n%s\n%s\n%s\n' "$1" "$2" "$2" "$2" "$2" "$3" |
		rehearse practice --plain --question "$question" --probes 0 \
			>/dev/null
}
attempt 'Maybe it went well.' 2 n
attempt 'It went well, I decided.' 3 n
first=$(rehearse history | cut -f 1 | head -n 1)
second=$(rehearse history | cut -f 1 | tail -n 1)
rehearse history --retake "$second" >retake
is 'a retake names its attempts' "$question: attempt 2 against 1" \
	"$(head -n 1 retake)"
has 'it is better' 'Better: overall 3.00 after 2.00 (+1.00)' retake
has 'what is weak is named' 'Still no measured result.' retake
has 'in its words' 'Vague again, no number: "went well".' retake
has 'signals are compared' '2 -> 3  +1' retake
rehearse history --private --retake "$second" >retake
not 'private tells no words' grep -q 'went well' retake
is 'a first attempt has nothing to tell' '' \
	"$(rehearse history --retake "$first")"
fails_with 2 'which session' rehearse history --retake
fails_with 2 'a retake is no JSON' rehearse history --retake --json "$second"
REHEARSE_DB=$tmp/history.db

rehearse questions >plain
is 'a record a question' 6 "$(fields plain)"
ok 'by id' sh -c 'cut -f 1 plain | LC_ALL=C sort -c'
rehearse questions --json >json
is_json 'the questions' json
for field in id prompt round rubric company level seconds tags probes hint \
	look_for; do
	has "a question has its $field" "\"$field\":" json
done
rehearse questions --search concept-to-market >out
has 'a search by id' 'behavioural-concept-to-market' out
finish
