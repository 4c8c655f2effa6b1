#!/bin/sh
# SPDX-License-Identifier: MIT
# What is exported is imported again without loss, also a second time.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"

quietly rehearse demo --db from.db --sessions 24 --answers 4
printf '%s\r\n' item,signal,rating,rated_at \
	gone,task,4,2026-02-01T10:00:00Z gone,task,5,2026-02-02T10:00:00Z |
	quietly rehearse import --db from.db --kind calibration-ratings -

printf '%s\r\n' run_id,loop,started_at,position,session_id \
	r-1,core,2026-02-01T10:00:00Z,1,gone \
	r-1,core,2026-02-01T10:00:00Z,2,gone-too |
	quietly rehearse import --db from.db --kind loop-runs -
quietly rehearse status --tick map-projects --db from.db
quietly rehearse status --untick map-projects --db from.db

noted=$(rehearse history --db from.db | tail -n 1 | cut -f 1)
quietly rehearse history --db from.db "$noted" --note 'So, "so"' --add-tag late
gone=$(rehearse history --db from.db | head -n 1 | cut -f 1)
quietly rehearse history --db from.db "$gone" --delete

# In this order: a rating needs its answer, and that its session.
kinds='questions rubrics rounds levels companies loops lexicon calibration
	rules checklist sessions answers ratings calibration-ratings checked
	loop-runs session-notes session-tags'
for kind in $kinds; do
	rehearse export "$kind" --db from.db --output "$kind.csv"
	rows=$(rehearse export "$kind" --db from.db --format jsonl | wc -l)
	case $kind in
	sessions | answers | *ratings | checked | loop-runs | session-*)
		first="added $rows, updated 0, unchanged 0, skipped 0"
		;;
	*) first="added 0, updated 0, unchanged $rows, skipped 0" ;;
	esac
	is "$kind: imported" "$first" \
		"$(rehearse import --kind "$kind" --db to.db "$kind.csv")"
	is "$kind: and once more" \
		"added 0, updated 0, unchanged $rows, skipped 0" \
		"$(rehearse import --db to.db "$kind.csv")"
done

# Only now: what is computed of a session rests on its answers and ratings.
for kind in progress $kinds; do
	for format in csv jsonl; do
		rehearse export "$kind" --format $format --db from.db >from
		rehearse export "$kind" --format $format --db to.db >to
		ok "$kind as $format: the same bytes" cmp from to
	done
done
rehearse review --json --db from.db >from
rehearse review --json --db to.db >to
ok 'so is the review' cmp -s from to

# A deletion comes where its session is, and a deleted session does not return.
other=$(rehearse history --db to.db | tail -n 1 | cut -f 1)
rehearse export sessions --db to.db --output whole.csv
quietly rehearse history --db to.db "$other" --delete
rehearse export deletions --db to.db --output deletions.csv
is 'a deletion is imported' \
	'added 1, updated 0, unchanged 0, skipped 0' \
	"$(rehearse import --db from.db deletions.csv)"
rehearse export sessions --db from.db >rows
not 'and hides' grep -q "$other" rows
rehearse import --db to.db whole.csv >out 2>err
is 'an import that meets it' \
	"added 0, updated 0, unchanged $(sed 1d whole.csv | wc -l), skipped 0" \
	"$(cat out)"
has 'says so' "rehearse history $other --undelete" err
for db in from to; do
	quietly rehearse history --db $db.db "$other" --undelete
done

rehearse export answers --spreadsheet-safe --db from.db --output safe.csv
is 'safe texts come back' \
	"$(rehearse import --dry-run --db to.db answers.csv)" \
	"$(rehearse import --spreadsheet-safe --db to.db safe.csv)"

# A rubric of one's own stays when the built-in data is looked at again.
sed 's/,Situation,/,The scene,/' rubrics.csv >own.csv
is 'an edit of built-in data' \
	"added 0, updated 1, unchanged $(($(sed 1d rubrics.csv | wc -l) - 1)), skipped 0" \
	"$(rehearse import --db to.db own.csv)"
REHEARSE_DB=to.db
export REHEARSE_DB
ok 'stays' exports rubrics ',The scene,'

# In several runs: a part of each kind, the later part first, and parts that
# overlap.  Only what another needs must be there before it.
unset REHEARSE_DB
kinds='sessions answers parts ratings session-notes session-tags'
for kind in $kinds; do
	rehearse export "$kind" --db from.db --format jsonl >rows
	rows=$(wc -l <rows)
	middle=2026-10-23
	case $kind in
	sessions | answers | parts | ratings)
		rehearse export "$kind" --since $middle --db from.db >late
		rehearse export "$kind" --until $middle --db from.db >early
		;;
	*)
		rehearse export "$kind" --db from.db >early
		cp early late
		;;
	esac
	rehearse export "$kind" --db from.db >all
	for part in late early late all; do
		ok "$kind: $part" quietly rehearse import --kind "$kind" \
			--db runs.db $part
	done
	is "$kind: all of it, and once" "$rows" \
		"$(rehearse export "$kind" --format jsonl --db runs.db | wc -l)"
	is "$kind: nothing is new" \
		"added 0, updated 0, unchanged $rows, skipped 0" \
		"$(rehearse import --kind "$kind" --db runs.db all)"
done
for kind in progress $kinds; do
	rehearse export "$kind" --db from.db >from
	rehearse export "$kind" --db runs.db >runs
	ok "$kind: the same bytes after several runs" cmp from runs
done
finish
