#!/bin/sh
# SPDX-License-Identifier: MIT
# The same filter leaves the same sessions, whichever command shows them, and
# what is wrong is refused in the same words.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"
REHEARSE_DB=$tmp/filters.db
export REHEARSE_DB

rehearse demo --sessions 60 >/dev/null

# column N: of CSV whose first columns hold no quotes.
column() {
	tr -d '\r' | sed 1d | cut -d, -f "$1" | LC_ALL=C sort -u
}

# same OPTION...: each command shows the same sessions.
same() {
	rehearse history "$@" | cut -f 1 | LC_ALL=C sort >ids
	n=$(wc -l <ids)
	ok "$*: some, not all" test "$n" -gt 0 -a "$n" -lt 60
	rehearse export sessions "$@" | column 1 >these
	ok "$*: export sessions" cmp -s ids these
	rehearse export "$@" | column 1 >these
	ok "$*: export" cmp -s ids these
	is "$*: review" "$n" "$(rehearse review --json "$@" |
		sed 's/.*"sessions":\([0-9]*\).*/\1/')"
	is "$*: report" "$n" \
		"$(rehearse report "$@" |
			sed -n 's/^\([0-9]*\) sessions* with .*/\1/p')"
}

# of_each OPTION...: and the same of their answers, which have a round, company
# and level of their own.
of_each() {
	same "$@"
	rehearse export answers "$@" | tr -d '\r' |
		sed -n 's/^[0-9a-f-]\{36\},\([0-9a-f-]\{36\}\),.*/\1/p' |
		LC_ALL=C sort -u >these
	ok "$*: export answers" cmp -s ids these
}

same --round behavioural
same --round STAR
same --level pm2
same --level 'PM II'
of_each --company xiaomi
same --company Xiaomi
of_each --since 2026-10-15
of_each --until 2026-10-15
of_each --since 2026-10-01 --until 2026-10-31
of_each --since 2026-10-01T12:00:00Z --until 2026-10-31T12:00:00Z
same --level pm2 --since 2026-09-15
rehearse export answers --level pm2 --format jsonl >out
ok 'answers go by their own level' test "$(wc -l <out)" = \
	"$(grep -c '"level":"pm2"' out)" -a -s out

# What is not known is told with what is, word for word the same.
for wrong in '--round nowhere' '--level royal' '--since yesterday' \
	'--until 2026-02-30' '--since 2026-10-01T25:00:00Z'; do
	words=
	for command in review history report export 'export answers' questions; do
		# shellcheck disable=SC2086 # words
		fails_with 2 "$command $wrong" rehearse $command $wrong
		: "${words:=$said}"
		is "$command $wrong, in the same words" "$words" "$said"
	done
done

# Of one session they choose among its answers.
session=$(rehearse history | head -n 1 | cut -f 1)
at=$(rehearse history "$session" | sed -n 2p | cut -f 2)
rehearse history "$session" >answers
is 'its later answers' "$(($(wc -l <answers) - 1))" \
	"$(rehearse history "$session" --since "$at" | wc -l)"
is 'its earlier ones' 1 "$(rehearse history "$session" --until "$at" | wc -l)"
level=$(rehearse history | head -n 1 | cut -f 6)
is 'all of its level' "$(wc -l <answers)" \
	"$(rehearse history "$session" --level "$level" | wc -l)"
other=$(rehearse history | cut -f 6 | grep -v "^$level$" | grep . | head -n 1)
is 'none of another' '[]' "$(rehearse history "$session" --level "$other" --json)"

finish
