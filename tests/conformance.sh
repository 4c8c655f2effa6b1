#!/bin/sh
# SPDX-License-Identifier: MIT
# conformance.sh DIRECTORY: fetches sets of files that others have agreed on
# there, and reads them.  REHEARSE names the program.
set -eu
if ! command -v npm >/dev/null; then
	echo "conformance: skipped: npm is not here"
	exit 0
fi
mkdir -p "$1"
if ! npm install --prefix "$1" --no-save --no-audit --no-fund \
	--ignore-scripts --loglevel error csv-spectrum@2.0.0; then
	echo "conformance: skipped: csv-spectrum cannot be fetched"
	exit 0
fi
CSV_SPECTRUM=$(cd "$1/node_modules/csv-spectrum" && pwd)
export CSV_SPECTRUM
exec sh "$(dirname "$0")/cli/test_spectrum.sh"
