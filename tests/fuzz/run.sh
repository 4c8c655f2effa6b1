#!/bin/sh
# SPDX-License-Identifier: MIT
# run.sh SECONDS FUZZER.c...: builds each fuzzer with clang's libFuzzer under
# the sanitizers and runs it from its kept corpus (tests/fuzz/corpus/NAME).
# FUZZ_SEED repeats a run; 0 is a new one each time.
# A crash leaves its input in build/fuzz and fails.
set -eu
cd "$(dirname "$0")/../.."
seconds=$1
shift
out=build/fuzz
mkdir -p "$out"
for source in "$@"; do
	name=$(basename "$source" .c)
	case $name in
	fuzz_csv | fuzz_csv_repair | fuzz_input | fuzz_utf8) layers='base' ;;
	fuzz_editor | fuzz_editor_ops) layers='base tui' ;;
	*) layers='base core store io' ;;
	esac
	files=
	case $name in
	fuzz_editor_ops) files='tests/unit/editor_model.c' ;;
	fuzz_input) files='src/tui/term_input.c src/tui/term_mouse.c' ;;
	esac
	for layer in $layers; do
		for file in src/"$layer"/*.c; do
			case $file in
			src/tui/term*.c | src/base/embed.c) ;;
			*) files="$files $file" ;;
			esac
		done
	done
	case $layers in
	*store*) files="$files build/embedded.c src/base/embed.c" ;;
	esac
	# shellcheck disable=SC2086 # lists of files and flags
	clang -std=c17 ${CPPFLAGS:-} -Itests -g -O1 \
	    -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=all \
	    -o "$out/$name" "$source" $files ${LIBS:-}
	mkdir -p "$out/corpus/$name"
	kept=
	[ -d "tests/fuzz/corpus/$name" ] && kept="tests/fuzz/corpus/$name"
	# shellcheck disable=SC2086 # perhaps no kept corpus
	"$out/$name" -seed="${FUZZ_SEED:-0}" \
	    -max_total_time="$seconds" -max_len=4096 -timeout=10 \
	    -rss_limit_mb=512 -print_final_stats=0 -verbosity=0 \
	    -artifact_prefix="$out/" "$out/corpus/$name" $kept
	echo "$name: $seconds s, no crash"
done
