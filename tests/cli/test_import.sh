#!/bin/sh
# SPDX-License-Identifier: MIT
# Files that are imported, and files that are refused.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"
REHEARSE_DB=$tmp/import.db
export REHEARSE_DB

# said_of FILE OPTION...: what import prints.
said_of() {
	rehearse import "$@" 2>err
}

printf 'id,prompt,round,level,tags\nq1,Why this product?,behavioural,apm,a|b
q2,"How many, about?",estimation,,\n' >bank.csv
is 'a bank of our own' 'added 2, updated 0, unchanged 0, skipped 0' \
	"$(said_of bank.csv)"
not 'without a complaint' test -s err
is 'the same once more' 'added 0, updated 0, unchanged 2, skipped 0' \
	"$(said_of bank.csv)"
sed 's/Why this/Why that/' bank.csv >edited.csv
is 'an edit' 'added 0, updated 1, unchanged 1, skipped 0' \
	"$(said_of --kind questions edited.csv)"
rehearse questions --json --search 'Why that' >out
has 'keeps its id' '"id":"q1"' out

is 'from standard input' 'added 0, updated 1, unchanged 1, skipped 0' \
	"$(rehearse import - <bank.csv)"

printf 'prompt\nWhich one?\nWhich  one?\n' >twice.csv
is 'a question twice in one file' \
	'added 1, updated 0, unchanged 0, skipped 1' "$(said_of twice.csv)"
is 'is reported with its place' 'twice.csv:3:0: same as line 2; skipped' \
	"$(cat err)"

printf 'nr,Frage\n1,Warum?\n2,Wozu?\n' >map.csv
is 'a column by its name' 'added 2, updated 0, unchanged 0, skipped 0' \
	"$(said_of --map prompt=Frage map.csv)"
is 'a column by its number' 'added 0, updated 0, unchanged 2, skipped 0' \
	"$(said_of --map 'prompt=#2' map.csv)"
is 'several columns' 'added 2, updated 0, unchanged 0, skipped 0' \
	"$(said_of --map 'prompt=#2' --map id=nr map.csv)"
fails_with 2 'a field that is none' rehearse import --map nothing=nr map.csv
fails_with 2 'a map that is none' rehearse import --map prompt map.csv
fails_with 1 'a column that is none' rehearse import --map prompt=x map.csv
has 'the columns are named' 'nr, Frage' fails.err

printf 'id,prompt\nnew,What now?\n' >new.csv
rehearse export questions >before
is 'a dry run says what it would do' \
	'added 1, updated 0, unchanged 0, skipped 0' \
	"$(said_of --dry-run new.csv)"
rehearse export questions >after
ok 'and does not do it' cmp -s before after

printf "id,prompt\nsafe,'=1+1\n" >safe.csv
ok 'a safe text as it stands' quietly rehearse import safe.csv
ok 'keeps its mark' exports questions "^safe,'="
ok 'a safe text with the option' \
	quietly rehearse import --spreadsheet-safe safe.csv
ok 'loses it' exports questions '^safe,='

rehearse import --json bank.csv >out
is 'a report in JSON ends well' 0 $?
is_json 'the report' out
is 'it says all' '{"file":"bank.csv","kind":"questions","rows":2,"added":0,"updated":0,"unchanged":2,"skipped":0,"repaired":0,"error":null,"problems":[],"more_problems":0,"columns":{"id":"id","prompt":"prompt","round":"round","level":"level","tags":"tags"}}' \
	"$(cat out)"
rehearse import --json twice.csv >out 2>err
has 'a problem in JSON' \
	'"problems":[{"line":3,"column":0,"field":"","message":"same as line 2; skipped"}]' out
not 'is not on standard error as well' test -s err

# refused WHAT FILE PLACE: status 1, nothing changed, JSON all the same.
refused() {
	rehearse export questions >before
	fails_with 1 "$1" rehearse import "$2"
	ok "$1: its place is told" grep -q "^$2:$3: " fails.err
	rehearse import --json "$2" >out 2>err
	is "$1: the status with --json" 1 $?
	is_json "$1: the report" out
	has "$1: the report says why" '"error":"' out
	has "$1: the report counts nothing" '"rows":0,"added":0' out
	rehearse export questions >after
	ok "$1: nothing has changed" cmp -s before after
}

printf 'id,prompt\nx1,One\nx2,Two,three\n' >ragged.csv
refused 'a row that is too long' ragged.csv 3:0
printf 'id,prompt\nx1,One\nx2,"Two\n' >open.csv
refused 'a quote that is not closed' open.csv 3:2
printf 'id,prompt\nx1,One\nx2,"a"b\n' >stray.csv
refused 'a stray quote' stray.csv 3:2
printf 'id,prompt\nx1,Caf\351\n' >latin.csv
refused 'bytes that are no UTF-8' latin.csv 2:0
printf 'id,prompt,seconds\nx1,One,soon\n' >words.csv
refused 'a number in words' words.csv 2:3
printf 'answer_id,session_id,question_id,started_at\na,s,q,2026-11-20T09:30:00Z\n' \
	>orphan.csv
fails_with 1 'an answer without its session' \
	rehearse import --kind answers orphan.csv
has 'it says what to do' 'import the sessions first' fails.err

printf 'a,b\n1,2\n' >none.csv
fails_with 1 'no column that can be the prompt' rehearse import none.csv
has 'the way out is named' '--map prompt=' fails.err
: >nothing.csv
fails_with 1 'an empty file' rehearse import nothing.csv
fails_with 1 'a file that is not there' rehearse import missing.csv
rehearse import --json missing.csv >out 2>/dev/null
is_json 'the report on a file that is not there' out
fails_with 1 'a directory' rehearse import .
fails_with 1 'what is computed' rehearse import --kind progress bank.csv

# A rubric holds 16 signals at most, a round some time: refused whole.
{
	rehearse export rubrics | head -n 1
	for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17; do
		printf 'huge,%d,signal-%d,Label,1,no,Asks?,a,b,c,d,e\r\n' $i $i
	done
} >huge.csv
fails_with 1 'a rubric of 17 signals' rehearse import --kind rubrics huge.csv
is 'nothing of it is kept' 0 "$(rehearse export rubrics | grep -c '^huge')"
head -n 17 huge.csv >most.csv
ok 'a rubric of 16 signals' rehearse import --kind rubrics most.csv
printf 'round,label,rubric,seconds,think_s,questions\r\nnone,None,star,0,0,1\r\n' \
    >no-time.csv
fails_with 1 'a round without time' rehearse import --kind rounds no-time.csv
# What is named and not there yet is told, and does no harm.
cat >ward.csv <<'END'
round,label,rubric,seconds,think_s,questions
ward,Ward,bedside,120,0,2
END
is 'a round before its rubric' 'added 1, updated 0, unchanged 0, skipped 0' \
	"$(rehearse import --kind rounds ward.csv 2>err)"
has 'is told' "ward.csv:2:3: there is no rubric 'bedside' yet" err
cat >walk.csv <<'END'
loop,company,position,day,round,minutes,gate,interviewer,rubric,questions
walk,any,1,1,wrd,30,no,matron,star,2
END
rehearse import walk.csv >out 2>err
has 'a loop with a round that there is not' "walk.csv:2:5: there is no round 'wrd' yet" err
sed 's/wrd/ward/' walk.csv >there.csv
rehearse import there.csv >out 2>err
not 'one with a round that there is' test -s err

# A signal that stands twice in a rubric was meant to be two.
cat >twice.csv <<'END'
rubric,position,signal,label,weight,metric,asks,anchor_1,anchor_2,anchor_3,anchor_4,anchor_5
pair,1,first,First,1,no,Asks?,a,b,c,d,e
pair,2,other,Other,1,no,Asks?,a,b,c,d,e
pair,3,first,Third,1,no,Asks?,a,b,c,d,e
END
is 'the last one counts' 'added 2, updated 1, unchanged 0, skipped 0' \
	"$(rehearse import --kind rubrics twice.csv 2>err)"
is 'which is told' \
	'twice.csv:4:0: same rubric and signal as line 2, which no longer counts' \
	"$(cat err)"
head -n 3 twice.csv >once.csv
is 'a change is none' 'added 0, updated 1, unchanged 1, skipped 0' \
	"$(rehearse import --kind rubrics once.csv 2>err)"
is 'and not told' '' "$(cat err)"

printf 'rule,value\nhire,9\nready_run,2.5\nhiring,3\n' >wrong.csv
fails_with 1 'rules that can not be' rehearse import --kind rules wrong.csv
has 'its range' 'wrong.csv:2:2: hire must be 1 to 5' fails.err
has 'a whole one' 'wrong.csv:3:2: ready_run must be a whole number, 1 to 100' \
	fails.err
has 'their names' "there is no rule 'hiring'; the rules are strong_hire, hire, " \
	fails.err
finish
