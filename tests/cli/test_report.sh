#!/bin/sh
# SPDX-License-Identifier: MIT
# report: one page, whole by itself, that says what review and export say.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"
REHEARSE_DB=$tmp/report.db
export REHEARSE_DB

# Nothing is practised yet.
rehearse report >empty.md
has 'nothing is said of nothing' 'No session fits.' empty.md
ok 'as a page too' quietly rehearse report --output empty.html
has 'whole' '</html>' empty.html

# Two sessions, with texts that would be markup or turn a line around.
now=$(date +%s)
first=$(utc $((now - 20 * 86400)))
second=$(utc $((now - 2 * 86400)))
cat >sessions.csv <<EOF
session_id,started_at,ended_at,round,level,questions
s1,$first,$first,behavioural,pm2,1
s2,$second,$second,behavioural,pm2,1
EOF
cat >answers.csv <<EOF
answer_id,session_id,question_id,started_at,rubric,limit_s,answer_s,paused_s,metric_given,prompt,answer
a1,s1,q1,$first,star,180,100,0,yes,Tell me.,"1. I led <script>alert(1)</script>
# not a heading & *not* strong"
a2,s2,q1,$second,star,180,200,0,yes,Tell me.,$(printf 'turned \342\200\256around')
EOF
{
	echo answer_id,session_id,rater,signal,rating,rated_at
	for signal in situation task action result; do
		echo "a1,s1,self,$signal,2,$first"
		echo "a2,s2,self,$signal,4,$second"
		echo "a2,s2,Mei,$signal,1,$second"
	done
} >ratings.csv
for kind in sessions answers ratings; do
	ok "the $kind" quietly rehearse import --kind "$kind" "$kind.csv"
done

ok 'a page' quietly rehearse report --output page.html
is 'that nobody else reads' -rw------- "$(stat -c %A page.html 2>/dev/null || stat -f %Sp page.html)"
has 'counts' '2 sessions with 2 answers' page.html
has 'the change, as the review says it' 'Last 14 days: too few to tell. 4.00 (n 1), before 2.00 (n 1); 5 of each tell.' page.html
has 'the bar' 'under the bar of 3.5' page.html
has 'charts' '<svg class="chart"' page.html
not 'no answer unless asked for' grep -q 'script' page.html
not 'nothing from elsewhere' grep -Eq 'src=|href=|url\(|@import' page.html
is 'no address but the names of formats' 0 \
	"$(grep -o 'http[^"]*' page.html | grep -cv '^http://www.w3.org/')"
rehearse review --json >review.json
is 'the mean that review says' 1 \
	"$(grep -c '"signal":"action","n":2,"latest":4,"mean":3,' review.json)"
rehearse report >page.md
has 'and the report too' '| Action | 2.60 | 4.00 | +2.00 | 3.00 | 50 % | 2 |' page.md
has 'both verdicts' '| hire |' page.md
has 'the lower one too' '| reject |' page.md

ok 'with answers' quietly rehearse report --with-answers --output said.html
has 'tags are text' 'I led &lt;script&gt;alert(1)&lt;/script&gt;' said.html
not 'nothing turns the line around' grep -q "$(printf '\342\200\256')" said.html
rehearse report --with-answers >said.md
has 'a number is no list' "> 1\\. I led \\<script\\>" said.md
has 'a mark is no heading' "> \\# not a heading \\& \\*not\\* strong" said.md
# Days are those of the session's clock: 23:30 UTC is the next day in Tokyo.
late=$(utc $((now - 3 * 86400)) | cut -c 1-10)T23:30:00Z
next=$(utc $((now - 2 * 86400)) | cut -c 1-10)
cat >tokyo.csv <<EOF
session_id,started_at,ended_at,utc_offset_min,round,level,questions
t1,$late,$late,540,behavioural,apm,1
EOF
cat >tokyo-answers.csv <<EOF
answer_id,session_id,question_id,started_at,rubric,limit_s,answer_s,prompt,answer
t1a,t1,q1,$late,star,180,100,Tell me.,In Tokyo
EOF
rehearse import --kind sessions tokyo.csv >/dev/null
rehearse import --kind answers tokyo-answers.csv >/dev/null
rehearse report --with-answers --level apm >tokyo.md
has 'the day of the session' "| $next 08:30 |" tokyo.md
has 'is that of its answers' "$next, 1:40 of 3:00" tokyo.md
has 'and of the span' "1 answer, on $next." tokyo.md
rehearse history --delete t1 >/dev/null

rehearse --private report --with-answers >private.md
not 'private leaves them out' grep -q 'I led' private.md

rehearse report --level apm >none.md
has 'filters are told' 'APM' none.md
has 'and hold' 'No session fits.' none.md
rehearse report --since "$(echo "$second" | cut -c 1-10)" >late.md
has 'from a day on' '1 session with 1 answer' late.md

fails_with 2 'another format' rehearse report --output page.pdf
has 'says which' '.html or .md' "$tmp/fails.err"
not 'nothing is written' test -e page.pdf
fails_with 1 'a place that is not there' rehearse report --output none/page.html

# A long history: what is listed has an end, and points are taken together.
REHEARSE_DB=$tmp/long.db
rehearse demo --sessions 700 --answers 1 >/dev/null
ok 'a long one' quietly rehearse report --output long.html
has 'says what it leaves out' '640 earlier sessions are not listed' long.html
points=$(awk '/<svg class="chart"/ { n = 0 } /<circle/ { n++ }
	/<\/svg>/ { if (n > most) most = n } END { print most }' long.html)
ok 'few points' test "$points" -le 240
ok 'but many' test "$points" -gt 20
rehearse report >again.md
rehearse report | cmp -s - again.md
is 'the same twice' 0 $?

if command -v xmllint >/dev/null 2>&1; then
	for page in empty page said long; do
		ok "$page is well-formed" xmllint --noout "$page.html"
	done
fi
if command -v chromium >/dev/null 2>&1; then
	# --dump-dom: what a real browser made of it
	if chromium --headless --no-sandbox --disable-gpu --dump-dom \
		"file://$tmp/said.html" >dom.html 2>/dev/null; then
		has 'a browser draws it' '<polyline class="smooth"' dom.html
		has 'and shows the text' 'I led &lt;script&gt;' dom.html
	fi
fi
finish
