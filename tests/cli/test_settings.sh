#!/bin/sh
# SPDX-License-Identifier: MIT
# A value is from the option, else the environment, else the file, else built
# in; `config` tells which.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"

# line KEY OPTION...: what config says of it.
line() {
	key=$1
	shift
	rehearse config "$@" | grep "^$key ="
}

mkdir -p "$HOME/.config/rehearse"
file=$HOME/.config/rehearse/config

is 'built in' 'chart = braille  # built-in' "$(line chart)"
is 'nothing is logged' 'log =  # built-in' "$(line log)"

cat >"$file" <<END
# a comment
db = $tmp/from-file.db
theme = light
chart=block
probes = 2
ascii = yes
END
is 'from the file' "chart = block  # $file, line 4" "$(line chart)"
is 'a file of one'"'"'s own' 'chart = ascii  # own, line 1' \
	"$(echo 'chart = ascii' >own && line chart --config own)"
is 'it takes the place of the usual one' 'probes = 0  # built-in' \
	"$(line probes --config own)"
is 'named in the environment' 'chart = ascii  # own, line 1' \
	"$(REHEARSE_CONFIG=own && export REHEARSE_CONFIG && line chart)"

REHEARSE_DB=$tmp/from-environment.db REHEARSE_PROBES=3 REHEARSE_ASCII=no
export REHEARSE_DB REHEARSE_PROBES REHEARSE_ASCII
is 'the environment beats the file' 'probes = 3  # REHEARSE_PROBES' \
	"$(line probes)"
is 'for the database too' "db = $tmp/from-environment.db  # REHEARSE_DB" \
	"$(line db)"
is 'the option beats both' "db = option.db  # --db" "$(line db --db option.db)"
is 'an option may stand before the command' 'ascii = yes  # --ascii' \
	"$(rehearse --ascii config | grep '^ascii')"
is 'with its value' 'db = a.db  # --db' \
	"$(rehearse --db a.db config | grep '^db')"
is 'or both in one word' 'db = a.db  # --db' \
	"$(rehearse --db=a.db config | grep '^db')"
is 'colour can be switched off' 'color = no  # --no-color' \
	"$(line color --no-color)"
is 'in the usual way as well' 'color = no  # NO_COLOR' \
	"$(NO_COLOR=1 && export NO_COLOR && line color)"
is 'private' 'private = yes  # --private' "$(line private --private)"

for theme in dark light high-contrast colour-blind mono; do
	is "$theme" "theme = $theme  # REHEARSE_THEME" \
		"$(REHEARSE_THEME=$theme && export REHEARSE_THEME && line theme)"
done

rehearse config --defaults >out
is 'the defaults are as built in' 'probes = 0  # built-in' \
	"$(grep '^probes' out)"
ok 'every key is listed' grep -q '^\[practice\] .*Ctrl-D.*: .' out
ok 'in the same way by config' sh -c "grep '^\[' out >keys &&
	\"\$REHEARSE\" config | grep '^\[' | cmp -s - keys"
not 'config makes no database' test -e "$tmp/from-environment.db"
unset REHEARSE_DB REHEARSE_PROBES REHEARSE_ASCII

ok 'the file says which database' quietly rehearse history --plain
ok 'it was made there' test -s "$tmp/from-file.db"

cat >voices <<'END'
recorder = sox -q -d '{file}'
player = none
reader = say -v "Ting Ting" {text}
transcriber =
record = yes
END
is 'an argument list' "recorder = sox -q -d '{file}'  # voices, line 1" \
	"$(line recorder --config voices)"
is 'with quotes of either kind' \
	'reader = say -v "Ting Ting" {text}  # voices, line 3' \
	"$(line reader --config voices)"
is 'an empty one is the usual program' 'transcriber =  # voices, line 4' \
	"$(line transcriber --config voices)"
is 'the environment beats it' 'player = play {file}  # REHEARSE_PLAYER' \
	"$(REHEARSE_PLAYER='play {file}' && export REHEARSE_PLAYER &&
		line player --config voices)"
is 'recording is wished' 'record = yes  # voices, line 5' \
	"$(line record --config voices)"
is 'but not by itself' 'record = no  # built-in' "$(line record)"
is 'nor is reading aloud' 'read_aloud = no  # built-in' "$(line read_aloud)"
echo "recorder = sox '{file}" >bad
fails_with 1 'a quote without an end' rehearse config --config bad
is 'its place is named' \
	"rehearse: bad, line 1: recorder: a quote in \`sox '{file}\` has no end" \
	"$said"
echo 'read_aloud = aloud' >bad
fails_with 1 'read_aloud is yes or no' rehearse config --config bad
REHEARSE_READER=' '
export REHEARSE_READER
fails_with 2 'a command without a program' rehearse config
unset REHEARSE_READER

echo 'chart = round' >bad
fails_with 1 'a wrong value in a file' rehearse config --config bad
is 'its place and the right ones are named' \
	"rehearse: bad, line 1: chart can't be 'round'; it can be braille, block, ascii" \
	"$said"
echo 'color = yes
colour = yes' >bad
fails_with 1 'a setting that is none' rehearse config --config bad
has 'its line is named' 'bad, line 2' fails.err
echo 'chart' >bad
fails_with 1 'a line that is none' rehearse config --config bad
fails_with 1 'a file that is not there' rehearse config --config missing
REHEARSE_CHART=round
export REHEARSE_CHART
fails_with 2 'a wrong value in the environment' rehearse config
finish
