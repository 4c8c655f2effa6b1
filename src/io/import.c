/* SPDX-License-Identifier: MIT */
#include "io/import.h"

#include "io/import_run.h"

static void
run_init(struct import_run *run)
{
	*run->report = (struct import_report){0};
	str_init(&run->why);
	for (int i = 0; i < IMPORT_OWNED; i++)
		str_init(&run->owned[i]);
}

static void
run_release(struct import_run *run)
{
	survey_release(&run->survey);
	store_load_free(run->load);
	run->load = NULL;
	question_check_release(&run->questions);
	str_release(&run->why);
	for (int i = 0; i < IMPORT_OWNED; i++)
		str_release(&run->owned[i]);
}

/* The rows taken in vain are forgotten; what was seen of them is not. */
static int
begin_anew(struct import_run *run, struct err *err)
{
	struct import_report *report = run->report;
	const struct kind *kind = report->kind;

	import_report_release(report);
	report->kind = kind;
	run->header_passed = run->refused = false;
	run->repaired = 0;
	str_clear(&run->why);
	store_load_free(run->load);
	run->load = NULL;
	import_decided(run);
	return source_rewind(run->source, err);
}

static int
prepare(struct import_run *run, struct err *err)
{
	return question_check_open(&run->questions, run->store, err) == 0 &&
		       import_survey(run, err) == 0
		   ? import_header(run, err)
		   : -1;
}

/* A refusal is told when all is known. */
static int
conclude(struct import_run *run, int result, const struct err *local,
    struct err *err)
{
	import_sort_problems(run->report);
	if (result != 0) {
		import_forget_counts(run->report);
		*err = *local;
	}
	run_release(run);
	return result;
}

int
import_within(struct store *store, const struct import_options *options,
    const char *bytes, size_t n, struct import_report *report, struct err *err)
{
	struct source source;
	struct import_run run = {
	    .store = store,
	    .source = &source,
	    .options = options,
	    .report = report,
	};
	struct err local = {0};
	int result;

	source_memory(&source, options->name, bytes, n);
	run_init(&run);
	result = prepare(&run, &local);
	if (result == 0)
		result = import_rows(&run, &local);
	return conclude(&run, result, &local, err);
}

/* One transaction; 1: another attempt is due. */
static int
import_once(struct import_run *run, struct err *err)
{
	if (store_begin(run->store, err) != 0)
		return -1;
	if (import_rows(run, err) != 0) {
		store_rollback(run->store);
		return err->status == ERR_NONE ? 1 : -1;
	}
	if (run->options->dry_run) {
		store_rollback(run->store);
		return 0;
	}
	if (store_commit(run->store, err) != 0) {
		store_rollback(run->store);
		return -1;
	}
	return 0;
}

int
import_source(struct store *store, const struct import_options *options,
    struct source *source, struct import_report *report, struct err *err)
{
	struct import_run run = {
	    .store = store,
	    .source = source,
	    .options = options,
	    .report = report,
	};
	struct err local = {0};
	int result;

	run_init(&run);
	result = store_need_write(store, &local);
	if (result == 0)
		result = prepare(&run, &local);
	if (result == 0)
		result = import_once(&run, &local);
	if (result == 1) {
		result = begin_anew(&run, &local);
		if (result == 0)
			result = import_once(&run, &local);
	}
	return conclude(&run, result, &local, err);
}

int
import_csv(struct store *store, const struct import_options *options,
    const char *bytes, size_t n, struct import_report *report, struct err *err)
{
	struct source source;

	source_memory(&source, options->name, bytes, n);
	return import_source(store, options, &source, report, err);
}
