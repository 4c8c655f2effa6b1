#!/bin/sh
# SPDX-License-Identifier: MIT
# Banks of questions as people have them (tests/data/banks): taken, or refused
# with what would make them work.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"
cp "$here"/../data/banks/* .
rehearse --db new.db export questions >shipped || exit 1

# takes COUNTS OPTION... FILE: imported into a new database, without a
# complaint; what it added is in `taken`.
takes() {
	counts=$1
	shift
	rm -f here.db
	rehearse --db here.db export questions >/dev/null
	is "$*" "$counts" "$(rehearse --db here.db import "$@" 2>err)"
	not "$*: without a complaint" test -s err
	rehearse --db here.db export questions | tr -d '\r' |
	    grep -vxF -f bare >taken
}
tr -d '\r' <shipped >bare

# refuses SAYS OPTION... FILE: refused, with these words.
refuses() {
	says=$1
	shift
	rm -f here.db
	rehearse --db here.db export questions >/dev/null
	fails_with 1 "$*" rehearse --db here.db import "$@"
	has "$*: says what would do" "$says" fails.err
	rehearse --db here.db export questions >after
	ok "$*: nothing has changed" cmp -s shipped after
}

takes 'added 3, updated 0, unchanged 0, skipped 0' answers.csv
has 'level and round by other names' ',execution,,,pm2,,,,Tell activation' taken
takes 'added 3, updated 0, unchanged 0, skipped 0' semicolon.csv
has 'a comma in an unquoted text' '"Name a product that you stopped using, and say why",product-sense' taken
has 'a semicolon in a quoted one' ',Two features; one sprint: how do you choose?,' taken
has 'what is no round becomes a tag' ',general,,,,,experiments' taken
takes 'added 3, updated 0, unchanged 0, skipped 0' numbered.csv
has 'numbers are taken off' ',3.5 million people leave each month: what do you ask first?,' taken
takes 'added 2, updated 0, unchanged 0, skipped 0' spanish.csv
has 'a question in Spanish' ',¿Cómo decides qué construir primero?,general,,,,,Estrategia|media' taken
takes 'added 2, updated 0, unchanged 0, skipped 0' chinese.csv
has 'a question in Chinese, its round by an alias' ',请讲一次你说服团队的经历，结果如何？,behavioural,,,,,困难' taken
takes 'added 3, updated 0, unchanged 0, skipped 0' minutes.csv
has 'minutes' ',How many umbrellas are sold in Oslo a year?,estimation,,,,90,' taken
takes 'added 2, updated 0, unchanged 0, skipped 0' title-text.csv
has 'the longer of title and text' ',How would you price a seat for a team of three?,' taken
not 'the ids of somebody else are not taken' grep -q '^1,' taken
takes 'added 2, updated 0, unchanged 0, skipped 0' tab.tsv
has 'seconds by another name' ',Design an alarm clock for the deaf.,product-sense,,,,120,' taken
takes 'added 2, updated 0, unchanged 0, skipped 0' pipe.csv
takes 'added 2, updated 0, unchanged 0, skipped 0' lone-cr.csv
has 'lines that end with CR' ',Which one did you win?,general,,,apm,' taken
takes 'added 2, updated 0, unchanged 0, skipped 0' multi-line.csv
has 'a text of several lines' 'a decision' taken
takes 'added 1, updated 0, unchanged 0, skipped 0' sep.csv
has 'a line sep=;' ',Was würden Sie streichen?,' taken

refuses 'add --no-header' no-header.csv
takes 'added 3, updated 0, unchanged 0, skipped 0' --no-header no-header.csv
has 'the first row is one' 'How would you explain our product to a child?' taken
refuses 'line 4 looks like the header: add --skip-lines 3' preamble.csv
takes 'added 2, updated 0, unchanged 0, skipped 0' --skip-lines 3 preamble.csv
refuses '--encoding cp1252 would read it as ü' cp1252.csv
takes 'added 2, updated 0, unchanged 0, skipped 0' --encoding cp1252 cp1252.csv
has 'cp1252' 'Wie würden Sie eine „Tür“ für Katzen bewerten?' taken
refuses '--encoding UTF-16' utf16.csv
takes 'added 2, updated 0, unchanged 0, skipped 0' --encoding UTF-16 utf16.csv
has 'UTF-16' ',为什么选择我们？,' taken
refuses '--encoding GB18030 would read it as 问题' gb18030.csv
takes 'added 2, updated 0, unchanged 0, skipped 0' --encoding gb18030 gb18030.csv
has 'GB18030' ',请估算上海的咖啡馆数量。,estimation,' taken
fails_with 1 'the wrong encoding' rehearse --db here.db import --encoding ASCII cp1252.csv
has 'the byte is named' 'line 2: byte 0xFC at offset 27 is not ASCII' fails.err
fails_with 2 'an encoding that is none' rehearse --db here.db import --encoding klingon pipe.csv

refuses 'broken.csv:2:1: a quote inside a field' broken.csv
rehearse --db here.db import --lenient broken.csv >out 2>err
is 'mended: the status' 0 $?
is 'mended: the counts' 'added 5, updated 0, unchanged 0, skipped 1' "$(cat out)"
is 'mended: every place' 'broken.csv:2:1: broken.csv:3:1: broken.csv:4:1: broken.csv:6:0: ' \
	"$(grep -o '^[^ ]* ' err | tr -d '\n')"
has 'mended: what was skipped' '4 fields, but the header has 2; the row was skipped' err
rehearse --db here.db export questions >taken
has 'mended: a quote within' '"What is ""good enough"" for a beta?",execution' taken
has 'mended: quotes in quotes' '"She asked ""why now?"" and you said what?",behavioural' taken
has 'mended: an open one takes its own line only' '"""An open quote that nobody closed",strategy' taken
has 'mended: the line behind it' ',The row behind it?,strategy' taken
rehearse --db here.db import --lenient --json broken.csv >out 2>err
is_json 'mended: the report' out
has 'mended: it is counted' '"skipped":1,"repaired":3' out

refuses "choose one by its number with --map round=#2" ragged.csv
rehearse --db here.db import --map round=#2 ragged.csv >out 2>err
is 'ragged: short and empty rows' 'added 2, updated 0, unchanged 0, skipped 1' "$(cat out)"
has 'ragged: the same question again' 'ragged.csv:3:0: same as line 2; skipped' err
has 'ragged: a column without a name' 'ragged.csv:1:4: the column has no name' err

# Options that are wrong, and what is refused with a reason.
fails_with 2 'a delimiter of two' rehearse --db here.db import --delimiter ';;' pipe.csv
fails_with 2 'a quote as delimiter' rehearse --db here.db import --delimiter '"' pipe.csv
fails_with 2 'lines to skip that are no number' rehearse --db here.db import --skip-lines x pipe.csv
takes 'added 2, updated 0, unchanged 0, skipped 0' --delimiter '|' pipe.csv
takes 'added 2, updated 0, unchanged 0, skipped 0' --delimiter TAB tab.tsv
printf 'a,b\nWhat is it, then, and why?,1\n' >two.csv
refuses '--map prompt=#1' --no-header --skip-lines 1 two.csv
refuses 'the columns are: a, b' two.csv
printf 'My questions,,\nTopic,Question,Level\nB,How so?,easy\nC,And then?,hard\n' >title.csv
refuses 'line 2 looks like the header: add --skip-lines 1' title.csv
takes 'added 2, updated 0, unchanged 0, skipped 0' --skip-lines 1 title.csv
printf 'Question\nTell me about a time, if any, when you left.\nAnd one, when not?\nGo on, please.\n' >prose.csv
refuses 'most rows are longer than the first' prose.csv
has 'one column with commas' '--delimiter TAB' fails.err
takes 'added 3, updated 0, unchanged 0, skipped 0' --delimiter TAB prose.csv
printf 'Question,Minutes\nHow so?,5 min\nAnd then?,a while\n' >while.csv
refuses "while.csv:3:2: seconds is 'a while'" while.csv
is 'a time that is none, left empty' 'added 2, updated 0, unchanged 0, skipped 0' \
	"$(rehearse --db here.db import --lenient while.csv 2>err)"
has 'and told' 'while.csv:3:2:' err
rehearse --db here.db export questions >taken
has 'the time beside it' ',How so?,general,,,,300,' taken
mkdir spool
is 'from a pipe' 'added 0, updated 0, unchanged 2, skipped 0' \
	"$(tail -n +1 while.csv | TMPDIR=$tmp/spool rehearse --db here.db import --lenient - 2>err)"
is 'it leaves no file behind' '' "$(ls spool)"

# A refusal names all that the next try needs.
printf 'tides\t7\tHow would you time a ferry?\n' >quiz.tsv
printf 'tides\t8\tA pilot says "too late"; what now?\n' >>quiz.tsv
printf 'fares\t9\t(no question yet)\n' >>quiz.tsv
refuses 'quiz.tsv:2:3: a quote inside a field' quiz.tsv
has 'what is wrong behind the quote' '; then: no column can be the prompt' fails.err
has 'and what would do' 'add --no-header --map prompt=#3' fails.err
not 'a number in its row: no header' grep -q -- --skip-lines fails.err
is 'the next try' 'added 3, updated 0, unchanged 0, skipped 0' \
	"$(rehearse --db here.db import --lenient --no-header --map prompt=#3 \
	quiz.tsv 2>err)"
printf 'Time a ferry\tan answer, and longer\nWhich tide?\tlow\n' >short.tsv
refuses 'add --no-header --map prompt=#2 where the first row is' short.tsv
printf 'Time a ferry\tan answer that is longer\nWhich tide is it?\tlow\n' >asks.tsv
refuses 'add --no-header --map prompt=#1 where the first row is' asks.tsv
printf 'What is a tide?,the moon\nWhat is a wave?,a question\n' >below.csv
refuses 'add --no-header --map prompt=#1' below.csv
not 'no header below a row of a bank' grep -q -- --skip-lines fails.err
printf 'Sell me this ferry\nSell me that one\n' >lone.csv
rm -f here.db
rehearse --db here.db import lone.csv >out 2>err
has 'a lone header that may be a question is told' "lone.csv:1:1: 'Sell me this ferry' was taken for the header; --no-header" err
fails_with 2 'a field that there is not' rehearse --db here.db import --map minutes=Minutes minutes.csv
has 'those that there are' "no field 'minutes'; there are id, prompt, round, rubric, company, level, seconds, tags" fails.err
# Names that two columns have are all told at once.
printf 'Question,Question,Answer,Answer\nWhy?,Why ferries?,a,b\n' >twice.csv
refuses "two columns are named 'Question'; choose one by its number with --map prompt=" twice.csv
has 'the other name, too' "two columns are named 'Answer'; choose one by its number with --map hint=" fails.err
is 'each of them chosen' 'added 1, updated 0, unchanged 0, skipped 0' \
	"$(rehearse --db here.db import --map prompt=#2 --map hint=#3 twice.csv 2>err)"
# A history by hand, as docs/DATA.md writes it: no bank at all.
printf 'session_id,started_at,mode,round\ns1,2026-11-20T09:30:00Z,typed,behavioural\n' >history.csv
takes 'added 1, updated 0, unchanged 0, skipped 0' history.csv
printf 'session_id,started_at,mode,round,weather\ns2,2026-11-20T09:30:00Z,typed,behavioural,rain\n' >history.csv
refuses 'they look like those of sessions: add --kind sessions' history.csv
is 'with that' 'added 1, updated 0, unchanged 0, skipped 0' \
	"$(rehearse --db here.db import --kind sessions history.csv 2>err)"
printf 'rubric,position,signal,label,weight,metric,asks,anchor_1,anchor_2,anchor_3,anchor_4\nr,1,s,S,1,no,Q,a,b,c,d\n' >rubric.csv
refuses 'those of rubrics: add --kind rubrics' rubric.csv
refuses "no column 'anchor_5'" --kind rubrics rubric.csv
# What a form collects: sentences for names, and a column of times that says
# that they are names.
printf 'Timestamp,What was the interview question?,How long did you have to answer?\n2026/10/03 9:12:33,Why ferries?,10\n2026/10/04 9:12:33,Sell me one.,5\n' >form.csv
takes 'added 2, updated 0, unchanged 0, skipped 0' form.csv
has 'the column of the questions' ',Why ferries?,general,,,,,,,,' taken
printf 'Timestamp,What were you asked in that room?,And where?\n2026/10/03,Why ferries?,Oslo\n' >form.csv
refuses '--map prompt=#2' form.csv
not 'its header is no question' grep -q -e --no-header fails.err
# A list without a name: its first question is none.
printf '1. Sell me this ferry\n2. Sell me that one\n' >list.txt
refuses 'the file has no header row' list.txt
has 'a list with numbers' 'looks like a question: add --no-header' fails.err
takes 'added 2, updated 0, unchanged 0, skipped 0' --no-header list.txt
has 'the first one is there' 'Sell me this ferry' taken
printf 'Why ferries?\nSell me this one.\n' >list.txt
refuses 'the file has no header row' list.txt
printf 'Sell me this ferry.\nWhy ferries?\n' >list.txt
refuses 'the file has no header row' list.txt
printf '1. Why ferries?\n2. Sell me, if you can, this one.\n3. And that.\n' >list.txt
refuses 'add --no-header --delimiter TAB' list.txt
takes 'added 3, updated 0, unchanged 0, skipped 0' --no-header --delimiter TAB list.txt
printf 'Why ferries, and why now?\nSell me this one, please.\nWhy, if so, not?\n' >list.txt
refuses 'add --no-header --delimiter TAB' list.txt
takes 'added 3, updated 0, unchanged 0, skipped 0' --no-header --delimiter TAB list.txt
printf 'Thoughts\nSell me this ferry.\n' >thoughts.csv
rehearse --db here.db import thoughts.csv >out 2>err
has 'one that is no name of a question too' "'Thoughts' was taken for the header" err
printf 'My questions\nSell me a third.\n' >mine.csv
takes 'added 1, updated 0, unchanged 0, skipped 0' mine.csv

# What belongs to a question in other people's banks.
cat >quiz.csv <<'END'
question,answer 1,answer 2,link to answer,tags,keywords of the answer
How is a tide told?,by the sun,by the moon,https://example.org,"sea, moon;['sky', \"a b\"]","gravity, moon"
END
sed 's/\\"/""/g' quiz.csv >doubled.csv
takes 'added 1, updated 0, unchanged 0, skipped 0' doubled.csv
has 'tags with commas; the answer is none of several, and no address' \
	',sea|moon|sky|a b,,"gravity, moon",' taken
printf 'Question,Category\nHow is a tide told?, Open sea \nAnd a wave?, \n' >space.csv
takes 'added 2, updated 0, unchanged 0, skipped 0' space.csv
has 'no space around a tag' 'told?,general,,,,,Open sea,,,' taken
has 'and none of space' 'wave?,general,,,,,,,,' taken
printf 'Вопрос,Seconds\nПочему?,Деревня в янегском сельском поселении\n' >cut.csv
refuses "seconds is 'Деревня в янегском се', wanted" cut.csv
printf 'Question,Text\nWho?,Who are you?\nWho?,Who is it?\nWho?,Who asks?\n' >same.csv
rm -f here.db
rehearse --db here.db import same.csv >out 2>err
has 'one text in most rows is doubted' 'same.csv:1:1: most rows have the same text here; --map prompt=COLUMN' err
rehearse --db here.db import --map prompt=Text same.csv >out 2>err
is 'the other column has none' 'added 3, updated 0, unchanged 0, skipped 0' "$(cat out)"
not 'and no complaint' test -s err
finish
