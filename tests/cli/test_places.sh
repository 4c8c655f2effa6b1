#!/bin/sh
# SPDX-License-Identifier: MIT
# Where files are made, and who may read them.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"

# The setting's line, without where it is from.
setting() {
	rehearse config | sed -n "s/^$1 = \(.*\)  # .*/\1/p"
}

is 'the database is below the home directory' \
	"$HOME/.local/share/rehearse/rehearse.db" "$(setting db)"
is 'and the configuration' "$HOME/.config/rehearse/config" \
	"$(setting config)"

export XDG_DATA_HOME="$tmp/data" XDG_CONFIG_HOME="$tmp/conf"
is 'XDG_DATA_HOME moves the database' "$tmp/data/rehearse/rehearse.db" \
	"$(setting db)"
is 'XDG_CONFIG_HOME moves the configuration' "$tmp/conf/rehearse/config" \
	"$(setting config)"

XDG_DATA_HOME=data XDG_CONFIG_HOME=conf
is 'a relative one is ignored' "$HOME/.local/share/rehearse/rehearse.db" \
	"$(setting db)"
is 'and the other too' "$HOME/.config/rehearse/config" "$(setting config)"
unset XDG_DATA_HOME XDG_CONFIG_HOME

if command -v getent >/dev/null; then
	entry=$(getent passwd "$(id -u)" | cut -d: -f6)
	is 'without HOME the password entry counts' \
		"$entry/.local/share/rehearse/rehearse.db" \
		"$(unset HOME && setting db)"
else
	skip 'HOME unset (no getent to ask for the password entry)'
fi

umask 000
ok 'a history in the usual place' quietly rehearse demo
is 'the database is private' '-rw-------' \
	"$(mode "$HOME/.local/share/rehearse/rehearse.db")"
is 'its directory is private' 'drwx------' \
	"$(mode "$HOME/.local/share/rehearse")"
ok 'an export' quietly rehearse export --output export.csv --log log
is 'an export is private' '-rw-------' "$(mode export.csv)"
is 'a log is private' '-rw-------' "$(mode log)"

mkdir elsewhere && cd elsewhere || exit 1
ok 'the program runs from anywhere' quietly rehearse export questions
is 'and leaves nothing behind' '*' "$(echo *)"
finish
