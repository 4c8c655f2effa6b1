# SPDX-License-Identifier: MIT
# shellcheck shell=sh
# What the tests of the commands share.  Each runs in a directory of its own,
# with a home there, and ends with `finish`.
set -u

# What runs the tests may ignore signals, which no shell can undo.
if [ -z "${SIGNALS_RESET:-}" ] &&
	env --default-signal=HUP,INT true 2>/dev/null; then
	SIGNALS_RESET=yes exec env --default-signal=HUP,INT sh "$0" "$@"
fi
unset SIGNALS_RESET

here=$(cd "$(dirname "$0")" && pwd)
test_name=cli/$(basename "$0")
checks=0
failures=0

: "${REHEARSE:?names the program to test}"

tmp=$(mktemp -d) || exit 1
trap 'rm -rf "$tmp"' EXIT
trap 'exit 1' HUP INT TERM
cd "$tmp" || exit 1

unset REHEARSE_DB REHEARSE_CONFIG REHEARSE_THEME REHEARSE_CHART \
	REHEARSE_ASCII REHEARSE_COLOR REHEARSE_MOUSE REHEARSE_PROBES REHEARSE_PRIVATE \
	REHEARSE_PLAN REHEARSE_INTERRUPT ACCESSIBLE REHEARSE_LOG REHEARSE_RECORDER \
	REHEARSE_PLAYER REHEARSE_READER REHEARSE_TRANSCRIBER \
	REHEARSE_RECORD REHEARSE_READ_ALOUD NO_COLOR \
	XDG_DATA_HOME XDG_CONFIG_HOME XDG_STATE_HOME
HOME=$tmp/home
LC_ALL=C.UTF-8
TZ=UTC
SOURCE_DATE_EPOCH=1795168800 # 2026-11-20T10:00:00Z
export HOME LC_ALL TZ SOURCE_DATE_EPOCH
mkdir "$HOME"

rehearse() {
	"$REHEARSE" "$@"
}

failed() {
	failures=$((failures + 1))
	echo "$test_name: FAILED: $1" >&2
}

# ok WHAT COMMAND...: the command succeeds.
ok() {
	what=$1
	shift
	checks=$((checks + 1))
	"$@" || failed "$what"
}

# not WHAT COMMAND...: it does not.
not() {
	what=$1
	shift
	checks=$((checks + 1))
	if "$@"; then
		failed "$what"
	fi
}

# is WHAT EXPECTED ACTUAL
is() {
	checks=$((checks + 1))
	[ "$2" = "$3" ] && return
	failed "$1"
	printf 'expected: %s\n     got: %s\n' "$2" "$3" >&2
}

# has WHAT TEXT FILE: the file holds the text.
has() {
	checks=$((checks + 1))
	grep -qF -e "$2" "$3" && return
	failed "$1: no '$2' in:"
	cat "$3" >&2
}

# fails_with STATUS WHAT COMMAND...: the command ends with that status, says
# why on standard error (2 and 3: in exactly one line), and that line is the
# program's.  Leaves the line in $said.
fails_with() {
	wanted=$1
	what=$2
	shift 2
	checks=$((checks + 1))
	"$@" >"$tmp/fails.out" 2>"$tmp/fails.err" </dev/null
	status=$?
	lines=$(wc -l <"$tmp/fails.err")
	said=$(tail -n 1 "$tmp/fails.err")
	if [ "$status" -ne "$wanted" ]; then
		failed "$what: status $status, wanted $wanted: $said"
	elif [ "$wanted" -ge 2 ] && [ "$lines" -ne 1 ]; then
		failed "$what: $lines lines on standard error, wanted 1"
	else
		case $said in
		'rehearse: '?*) ;;
		*) failed "$what: standard error ends with '$said'" ;;
		esac
	fi
}

# is_json WHAT FILE: the file holds one JSON value and nothing else.
is_json() {
	checks=$((checks + 1))
	LC_ALL=C awk -f "$here/json.awk" "$2" || failed "$1 is no JSON"
}

# exports KIND PATTERN: an exported row matches, in the usual database.
exports() {
	rehearse export "$1" >"$tmp/exported"
	grep -q -e "$2" "$tmp/exported"
}

# utc SECONDS: that time as in a file (Howard Hinnant's civil_from_days).
utc() {
	awk -v t="$1" 'BEGIN {
		z = int(t / 86400) + 719468
		s = t % 86400
		era = int(z / 146097)
		doe = z - era * 146097
		yoe = int((doe - int(doe / 1460) + int(doe / 36524) - \
		    int(doe / 146096)) / 365)
		doy = doe - (365 * yoe + int(yoe / 4) - int(yoe / 100))
		mp = int((5 * doy + 2) / 153)
		m = mp < 10 ? mp + 3 : mp - 9
		printf "%04d-%02d-%02dT%02d:%02d:%02dZ\n", \
		    yoe + era * 400 + (m <= 2), m, \
		    doy - int((153 * mp + 2) / 5) + 1, \
		    int(s / 3600), int(s % 3600 / 60), s % 60
	}'
}
# Runs a command for its status alone.
quietly() {
	"$@" >/dev/null 2>&1
}

# mode FILE: its permissions, as ls shows them.
mode() {
	# shellcheck disable=SC2012 # one file with a plain name
	ls -ld "$1" | cut -c1-10
}

skip() {
	echo "$test_name: skipped: $1"
}

finish() {
	if [ "$failures" -ne 0 ]; then
		echo "$test_name: $failures of $checks checks failed" >&2
		exit 1
	fi
	echo "$test_name: $checks checks passed"
}
