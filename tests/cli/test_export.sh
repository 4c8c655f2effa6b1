#!/bin/sh
# SPDX-License-Identifier: MIT
# The columns of each kind, the formats, the filters, and whole files.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"
REHEARSE_DB=$tmp/export.db
export REHEARSE_DB
quietly rehearse demo --sessions 20 --answers 4

# The header of a kind, which people's scripts rest on.
columns() {
	is "the columns of $1" "$2" \
		"$(rehearse export "$1" | head -n 1 | tr -d '\r')"
}
columns progress session_id,started_at,round,company,level,signal,answers,mean,min,overall,verdict,clean
columns sessions session_id,started_at,ended_at,utc_offset_min,mode,round,company,level,questions,answered,overall,verdict,limiting_signal,clean
columns answers answer_id,session_id,question_id,attempt,started_at,round,company,level,rubric,mode,limit_s,think_s,answer_s,overtime_s,paused_s,opening_s,splits,words,predicted,overall,verdict,limiting_signal,metric_given,hint,skipped,clean,prompt,answer,probes
columns ratings answer_id,session_id,question_id,rater,signal,rating,rated_at,note
columns questions id,prompt,round,rubric,company,level,seconds,tags,probes,hint,look_for
columns rubrics rubric,position,signal,label,weight,metric,asks,anchor_1,anchor_2,anchor_3,anchor_4,anchor_5
columns rounds round,label,aliases,rubric,seconds,think_s,questions
columns companies company,label,tier,ecosystem,profile
columns loops loop,company,position,day,round,minutes,gate,interviewer,rubric,questions
columns lexicon kind,language,phrase,why

rehearse export >default
rehearse export progress >named
ok 'progress is what is exported' cmp -s default named
rehearse export progress >again
ok 'the same database gives the same bytes' cmp -s named again
is 'every line ends in CRLF' "$(wc -l <named)" \
	"$(grep -c "$(printf '\r')\$" named)"

rehearse export sessions --format jsonl >sessions.jsonl
is 'JSON lines: a line a session' 20 "$(wc -l <sessions.jsonl)"
head -n 1 sessions.jsonl >line
is_json 'the first line' line
tail -n 1 sessions.jsonl >line
is_json 'the last line' line
ok 'numbers are numbers' grep -q '"questions":4,' line

rehearse export questions --bom | head -c 3 >bom
is 'a byte order mark' "$(printf '\357\273\277')" "$(cat bom)"
printf 'id,prompt\nevil,=cmd()\n' >evil.csv
quietly rehearse import evil.csv
ok 'a formula is left alone' exports questions '^evil,=cmd'
rehearse export questions --spreadsheet-safe >safe
ok 'but defused on request' grep -q "^evil,'=cmd" safe

# Rows after filtering, without the header.
rows() {
	rehearse export "$@" | sed 1d | wc -l
}
all=$(rows sessions)
some=$(rows sessions --round behavioural)
ok 'a round leaves some' test "$some" -gt 0
ok 'and takes some' test "$some" -lt "$all"
day=$(rehearse export sessions | sed -n '11s/[^,]*,\([0-9-]*\)T.*/\1/p')
since=$(rows sessions --since "$day")
until=$(rows sessions --until "$day")
of_day=$(rows sessions --since "$day" --until "$day")
ok 'a day holds something' test "$of_day" -gt 0
is 'a day belongs to what is since and until it' $((all + of_day)) \
	$((since + until))
is 'a time is taken as well' "$since" "$(rows sessions --since "${day}T00:00:00Z")"
is 'levels' "$(rehearse export sessions | grep -c ',staff,')" \
	"$(rows sessions --level Staff+)"

rehearse export ratings --output ratings.csv >out
is 'into a file' 0 $?
not 'without a word' test -s out
rehearse export ratings >expected
ok 'the file is the same' cmp -s ratings.csv expected
rehearse export ratings --output - >out
ok 'a dash is standard output' cmp -s out expected

fails_with 1 'into a directory that is not there' \
	rehearse export --output no/such/file.csv
rehearse export ratings --output /dev/stdout | cat >out
ok 'the name of standard output is it, too' cmp -s out expected
fails_with 1 'over the database' \
	rehearse export --output "$tmp/../${tmp##*/}/export.db"
ok 'which stays' quietly rehearse doctor
ln -s export.db page.html
fails_with 1 'nor a report over it' rehearse report --output page.html
ok 'it stays then, too' quietly rehearse doctor
echo old >kept.csv
(
	ulimit -f 8
	exec "$REHEARSE" export questions --output kept.csv
) 2>err
is 'a file that grows too large' 1 $?
is 'leaves the old one' old "$(cat kept.csv)"
is 'and no temporary one' '' "$(find . -name '.rehearse-*')"
finish
