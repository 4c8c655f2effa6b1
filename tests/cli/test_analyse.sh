#!/bin/sh
# SPDX-License-Identifier: MIT
# analyse: what is found in a text, as JSON, as records and for people.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"
REHEARSE_DB=$tmp/analyse.db
export REHEARSE_DB

printf 'Um, I led the move and grew DAU by 20 %%.\nWe worked with Mi Home.\n' \
	>text

rehearse analyse --json text >json
is_json 'the findings' json
is 'the whole object' '{"words":15,"i":1,"we":1,"has_metric":true,"missing":[],"findings":[{"kind":"filler","offset":0,"length":2,"text":"Um","why":"A sound in place of a pause; stay silent instead"},{"kind":"ownership","offset":4,"length":5,"text":"I led","why":"Says that you were in front"},{"kind":"metric","offset":35,"length":4,"text":"20 %","why":"A share or change that can be checked"},{"kind":"collaboration","offset":44,"length":11,"text":"worked with","why":"Hides what you did; say your own part"}]}' \
	"$(cat json)"

rehearse analyse - <text >records
is 'records, from standard input' 'filler	0	2	Um	A sound in place of a pause; stay silent instead
ownership	4	5	I led	Says that you were in front
metric	35	4	20 %	A share or change that can be checked
collaboration	44	11	worked with	Hides what you did; say your own part
words	15
i	1
we	1
has_metric	yes' "$(cat records)"
rehearse analyse --plain text >out
ok 'the same with --plain' cmp -s records out

rehearse analyse --company Xiaomi text >out
has 'a product of the company, by its label' \
	'ecosystem	56	7	Mi Home	Builds on what Xiaomi has' out
rehearse analyse --company tencent text >out
not 'of another company it is none' grep -q '^ecosystem' out

rehearse analyse --rubric learning-loop --json text >json
has 'sections that are not there' \
	'"missing":["accountability","hypothesis","test","iteration"]' json
rehearse analyse --rubric 'Learning Loop' text >out
has 'and as records' 'missing	iteration' out
echo 'My mistake: I assumed it. A pilot showed 3 %. Since then I ask.' |
	rehearse analyse --rubric learning-loop - >out
not 'all sections are there' grep -q '^missing' out

: >empty
is 'an empty text' '{"words":0,"i":0,"we":0,"has_metric":false,"missing":[],"findings":[]}' \
	"$(rehearse analyse --json empty)"
printf '\377 I led\033[31m\n' | rehearse analyse --json - >json
is_json 'wrong bytes' json
has 'offsets count them' '"offset":2,"length":5,"text":"I led"' json
printf 'um\342\200\256 I personally\033[31m led\n' | rehearse analyse - >out
not 'nothing reaches the terminal raw' grep -q "$(printf '\033')" out

echo 'I outdid it' >own
rehearse analyse own >out
not 'a phrase that is not known' grep -q '^ownership' out
printf 'kind,language,phrase,why\nownership,en,outdid,Well done\n' |
	rehearse import --kind lexicon - >/dev/null
rehearse analyse own >out
has 'a phrase of the user' 'ownership	0	8	I outdid	Well done' out

fails_with 2 'no file' rehearse analyse
fails_with 2 'two files' rehearse analyse text own
fails_with 2 'an unknown rubric' rehearse analyse --rubric stars text
is 'it names those that are' \
	"rehearse: --rubric 'stars' is not known; there are apm, circles, estimation, execution, impact-ownership-scale, learning-loop, pm2, prioritisation, proposal, senior, staff, star, strategy, take-home, technical, three-p" \
	"$said"
fails_with 2 'an unknown company' rehearse analyse --company nobody text
fails_with 2 'two forms' rehearse analyse --json --plain text
fails_with 1 'no such file' rehearse analyse nowhere
fails_with 1 'a directory' rehearse analyse .
finish
