#!/bin/sh
# SPDX-License-Identifier: MIT
# run.sh NAME PROGRAM...: runs test programs one after the other, shows what
# they print, and ends with one line.  Stops at nothing; fails if one failed.
set -u
name=$1
shift
failed=
for program in "$@"; do
	case $program in
	*.sh) sh "$program" ;;
	*) "$program" ;;
	esac || failed="$failed ${program##*/}"
done
if [ -n "$failed" ]; then
	echo "FAILED ($name):$failed" >&2
	exit 1
fi
echo "$name: $# test programs passed"
