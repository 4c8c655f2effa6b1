#!/bin/sh
# SPDX-License-Identifier: MIT
# The files of docs/examples, which docs/DATA.md tells how to use, are taken as
# they are, and a second time change nothing.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"
examples=$here/../../docs/examples

for kind in rubrics rounds questions; do
	rows=$(rehearse import --kind $kind --dry-run --json \
	    "$examples/$kind.csv" | sed 's/.*"rows":\([0-9]*\).*/\1/')
	not "example $kind hold rows" [ "$rows" = 0 ]
	is "example $kind are added" \
	    "added $rows, updated 0, unchanged 0, skipped 0" \
	    "$(rehearse import --kind $kind "$examples/$kind.csv")"
	is "example $kind are known then" \
	    "added 0, updated 0, unchanged $rows, skipped 0" \
	    "$(rehearse import --kind $kind "$examples/$kind.csv")"
done

# What leaves the shipped ones out.
is 'the loop that is suggested by is replaced' \
	'added 0, updated 3, unchanged 0, skipped 0' \
	"$(rehearse import --kind loops "$examples/loops.csv")"
rehearse next >out
has 'its round comes next' '	clinical	' out
finish
