/* SPDX-License-Identifier: MIT */
/* The rows of a file, one after the other. */
#include "io/import_run.h"

enum {
	PROGRESS_ROWS = 512,
	ROW_BYTES = 80, /* of a question, about */
};

static void
count_change(struct import_report *report, enum change change)
{
	switch (change) {
	case CHANGE_ADDED:
		report->added++;
		break;
	case CHANGE_UPDATED:
		report->updated++;
		break;
	case CHANGE_NONE:
	case CHANGE_KEPT:
		report->unchanged++;
		break;
	}
}

static void
on_loaded(void *arg, size_t line, size_t before, enum change change)
{
	struct import_run *run = arg;

	if (before == 0) {
		count_change(run->report, change);
		return;
	}
	run->report->skipped++;
	run->repeated++;
	import_note(run, line, 0, "same as line %zu; skipped", before);
}

/* The fields behind the last column hold something, so that they can't just be
 * left out. */
static bool
is_too_long(const struct import_run *run, const struct csv_record *record)
{
	for (size_t i = (size_t)run->survey.n; i < record->n; i++)
		if (record->fields[i] != NULL)
			return true;
	return false;
}

static void
refuse_long_row(struct import_run *run, const struct csv_record *record)
{
	const char *what = run->options->no_header ? "first row" : "header";

	import_problem(run, record->line, -1, "%zu fields, but the %s has %d%s",
	    record->n, what, run->survey.n,
	    run->survey.n == 1 && !run->options->lenient
		? "; --delimiter TAB would take each line as one field"
		: "");
}

/* Checks the row; its facts borrow from the record. */
static enum row_fate
judge_row(struct import_run *run, const struct csv_record *record,
    struct field_value *facts, struct err *err)
{
	enum row_fate fate = ROW_REFUSED;
	int problems = run->report->n_problems;

	if (is_too_long(run, record))
		refuse_long_row(run, record);
	else if (import_fields(run, record, facts))
		fate = import_check(run, record->line, facts, err);
	if (fate != ROW_REFUSED || !run->options->lenient ||
	    err->status != ERR_NONE)
		return fate;
	if (run->report->n_problems > problems)
		import_add_skipped(run->report);
	return ROW_SKIP;
}

static int
import_row(
    struct import_run *run, const struct csv_record *record, struct err *err)
{
	struct field_value facts[ENTITY_FIELDS];
	enum change change;

	run->report->rows++;
	if (!run->refused)
		str_clear(&run->why);
	switch (judge_row(run, record, facts, err)) {
	case ROW_REFUSED:
		run->refused = true;
		return err->status == ERR_NONE ? 0 : -1;
	case ROW_SKIP:
		run->report->skipped++;
		return 0;
	case ROW_PUT:
		break;
	}
	/* A refused file is read to its end for its problems, no more. */
	if (run->refused)
		return 0;
	if (run->load != NULL)
		return store_load_put(run->load, facts, record->line, err);
	if (store_put(run->store, run->kind->entity, facts,
		run->options->shipped, &change, err) != 0)
		return -1;
	count_change(run->report, change);
	return import_watch_repeats(run, record->line, facts, change, err);
}

static int
tell_share(struct import_run *run, double share, struct err *err)
{
	if (run->options->progress == NULL ||
	    run->options->progress(
		run->options->progress_arg, run->report->rows, share))
		return 0;
	run->report->cancelled = true;
	return fail(err, "cancelled; nothing was imported");
}

int
import_go_on(struct import_run *run, struct err *err)
{
	const struct source *source = run->source;

	return tell_share(run,
	    source->n > 0 ? (double)source->read / (double)source->n : 0, err);
}

static int
on_record(void *arg, const struct csv_record *record, struct err *err)
{
	struct import_run *run = arg;

	if (import_is_blank(record))
		return 0;
	if (!run->header_passed && !run->options->no_header) {
		run->header_passed = true;
		return 0;
	}
	import_confirm_row(run, record);
	if (run->report->rows % PROGRESS_ROWS == 0 &&
	    import_go_on(run, err) != 0)
		return -1;
	return import_row(run, record, err);
}

static void
on_repair(void *arg, size_t record, size_t line, size_t column, const char *how)
{
	struct import_run *run = arg;

	import_count_repair(run, record);
	import_note(run, line, column, "%s", how);
}

/* What is put, and how many rows of it are to be expected. */
static int
begin_load(struct import_run *run, struct err *err)
{
	if (run->kind->entity != ENTITY_QUESTIONS)
		return 0;
	return store_load_begin(run->store,
	    (int64_t)(run->source->n / ROW_BYTES), run->options->shipped,
	    on_loaded, run, &run->load, err);
}

int
import_rows_begin(struct import_run *run, struct err *err)
{
	const struct csv_options options = {
	    .delimiter = run->options->delimiter,
	    .find_delimiter = true,
	    .skip_lines = run->options->skip_lines,
	    .repaired = run->options->lenient ? on_repair : NULL,
	};

	if (begin_load(run, err) != 0)
		return -1;
	import_fields_begin(run);
	run->reader = csv_reader_new(run->source, &options, on_record, run);
	return 0;
}

int
import_rows_step(struct import_run *run, struct err *err)
{
	struct csv_problem place = {0};
	int rc = csv_reader_step(run->reader, &place, err);

	if (rc < 0 && !run->report->cancelled)
		import_note_error(run, place.line, place.column, err);
	return rc;
}

static int
fail_refused(const struct import_run *run, struct err *err)
{
	const struct import_report *report = run->report;

	return fail(err, "%s: refused, nothing was imported: %s (line %zu%s)%s",
	    run->options->name, run->why.s, run->why_line,
	    report->n_problems > 1 ? ", and more" : "",
	    run->options->lenient ? ""
				  : "; mend it, or let --lenient skip what "
				    "does not fit");
}

/* Where most rows ask the same, another column may be the one that asks. */
static void
note_repeats(struct import_run *run)
{
	if (run->is_own || run->prompt_given || run->survey.n == 1 ||
	    run->repeated * 2 <= run->report->rows)
		return;
	import_note(run, run->survey.line, (size_t)run->prompt + 1,
	    "most rows have the same text here; --map prompt=COLUMN takes "
	    "another column");
}

int
import_rows_judge(struct import_run *run, struct err *err)
{
	if (run->refused)
		return fail_refused(run, err);
	return import_confirm(run) ? 0 : 1;
}

static int
end_load(struct import_run *run, struct err *err)
{
	int rc = store_load_end(run->load, err);

	if (rc == 0)
		note_repeats(run);
	return rc == 1 && tell_share(run, IMPORT_INDEXING, err) != 0 ? -1 : rc;
}

int
import_rows_end(struct import_run *run, struct err *err)
{
	if (run->load != NULL)
		return end_load(run, err);
	if (run->kind->entity == ENTITY_ANSWERS ||
	    run->kind->entity == ENTITY_DELETIONS)
		return store_recount_attempts(run->store, err);
	if (run->kind->entity == ENTITY_RUBRICS)
		return store_check_rubrics(run->store, err);
	return 0;
}
