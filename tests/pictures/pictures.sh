#!/bin/sh
# SPDX-License-Identifier: MIT
# pictures.sh BUILD: draws docs/*.svg from the real screens, on made history.
set -eu
build=$1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
export HOME="$dir" LC_ALL=C.UTF-8 TZ=UTC
rehearse="$build/rehearse --db $dir/made.db"
$rehearse demo --sessions 30 --seed 4 >/dev/null

"$build/picture" 24 80 'v' "$rehearse" >docs/review.svg
"$build/picture" 24 80 'vj\r' "$rehearse" >docs/signal.svg
"$build/picture" 24 80 'I led the pricing test for our family plan. Two weeks before launch the\rbaseline was 3.1 % conversion; I decided to drop the third tier and ran it\ron one market first. Conversion rose to 4.4 %~~' \
    "$rehearse practice --question behavioural-concept-to-market --think 0" \
    >docs/practice.svg
