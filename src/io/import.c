/* SPDX-License-Identifier: MIT */
#include "io/import.h"

#include <stdlib.h>

#include "base/clock.h"
#include "base/mem.h"
#include "io/import_run.h"
#include "store/backup.h"

enum stage {
	STAGE_FIRST, /* nothing is done yet */
	STAGE_KEEP,  /* what is, in a copy */
	STAGE_BEGIN, /* an attempt */
	STAGE_ROWS,
	STAGE_JUDGE,
	STAGE_END,
	STAGE_OVER,
};

struct import_job {
	struct import_run run;
	struct backup_job *backup; /* NULL: none is being made */
	enum stage stage;
};

void
import_run_init(struct import_run *run)
{
	*run->report = (struct import_report){0};
	str_init(&run->why);
	for (int i = 0; i < IMPORT_OWNED; i++)
		str_init(&run->owned[i]);
}

static void
release_rows(struct import_run *run)
{
	csv_reader_free(run->reader);
	run->reader = NULL;
	store_load_free(run->load);
	run->load = NULL;
	import_forget_keys(run);
}

void
import_run_release(struct import_run *run)
{
	release_rows(run);
	survey_release(&run->survey);
	question_check_release(&run->questions);
	answer_known_release(&run->answer);
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
	run->repeated = 0;
	str_clear(&run->why);
	str_clear(&run->owned[OWN_SESSION]);
	answer_known_release(&run->answer);
	release_rows(run);
	import_decided(run);
	return source_rewind(run->source, err);
}

int
import_prepare(struct import_run *run, struct err *err)
{
	if (question_check_open(&run->questions, run->store, err) != 0)
		return -1;
	if (import_survey(run, err) == 0)
		return import_header(run, err);
	import_advise_lenient(run, err);
	return -1;
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
	import_run_release(run);
	return result;
}

static int
take_rows(struct import_run *run, struct err *err)
{
	int rc = import_rows_begin(run, err);

	if (rc == 0)
		do
			rc = import_rows_step(run, err);
		while (rc == 1);
	if (rc == 0)
		rc = import_rows_judge(run, err);
	if (rc == 0)
		do
			rc = import_rows_end(run, err);
		while (rc == 1);
	return rc;
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
	import_run_init(&run);
	result = import_prepare(&run, &local);
	if (result == 0)
		result = take_rows(&run, &local) == 0 ? 0 : -1;
	return conclude(&run, result, &local, err);
}

struct import_job *
import_job_new(struct store *store, const struct import_options *options,
    struct source *source, struct import_report *report)
{
	struct import_job *job = mem_zero(1, sizeof(*job));

	job->run.store = store;
	job->run.source = source;
	job->run.options = options;
	job->run.report = report;
	import_run_init(&job->run);
	return job;
}

static int
first_step(struct import_job *job, struct err *err)
{
	if (store_need_write(job->run.store, err) != 0 ||
	    import_prepare(&job->run, err) != 0)
		return -1;
	if (job->run.options->keep && store_backup_beside_begin(job->run.store,
					  clock_now(), &job->backup, err) != 0)
		return -1;
	job->stage = STAGE_KEEP;
	return 1;
}

static int
keep_step(struct import_job *job, struct err *err)
{
	int rc = job->backup != NULL ? store_backup_step(job->backup, err) : 0;

	if (rc == 1)
		return import_go_on(&job->run, err) == 0 ? 1 : -1;
	store_backup_free(job->backup);
	job->backup = NULL;
	job->stage = STAGE_BEGIN;
	return rc < 0 ? -1 : 1;
}

static int
begin_step(struct import_job *job, struct err *err)
{
	if (store_begin(job->run.store, err) != 0)
		return -1;
	job->stage = STAGE_ROWS;
	return import_rows_begin(&job->run, err) == 0 ? 1 : -1;
}

static int
rows_step(struct import_job *job, struct err *err)
{
	int rc = import_rows_step(&job->run, err);

	if (rc == 0)
		job->stage = STAGE_JUDGE;
	return rc < 0 ? -1 : 1;
}

/* The load may be at work in the transaction. */
static void
undo(struct import_job *job)
{
	release_rows(&job->run);
	store_rollback(job->run.store);
}

static int
judge_step(struct import_job *job, struct err *err)
{
	int rc = import_rows_judge(&job->run, err);

	if (rc < 0)
		return -1;
	if (rc == 0) {
		job->stage = STAGE_END;
		return 1;
	}
	undo(job);
	job->stage = STAGE_BEGIN;
	return begin_anew(&job->run, err) == 0 ? 1 : -1;
}

static int
end_step(struct import_job *job, struct err *err)
{
	struct store *store = job->run.store;
	int rc = import_rows_end(&job->run, err);

	if (rc != 0)
		return rc;
	if (job->run.options->dry_run)
		store_rollback(store);
	else if (store_commit(store, err) != 0)
		return -1;
	return 0;
}

static int
step(struct import_job *job, struct err *err)
{
	switch (job->stage) {
	case STAGE_FIRST:
		return first_step(job, err);
	case STAGE_KEEP:
		return keep_step(job, err);
	case STAGE_BEGIN:
		return begin_step(job, err);
	case STAGE_ROWS:
		return rows_step(job, err);
	case STAGE_JUDGE:
		return judge_step(job, err);
	case STAGE_END:
		return end_step(job, err);
	case STAGE_OVER:
		break;
	}
	return 0;
}

/* Undoes what was put, where it was not committed. */
static void
leave(struct import_job *job)
{
	store_backup_free(job->backup);
	job->backup = NULL;
	if (job->stage == STAGE_ROWS || job->stage == STAGE_JUDGE ||
	    job->stage == STAGE_END)
		undo(job);
	job->stage = STAGE_OVER;
}

int
import_job_step(struct import_job *job, struct err *err)
{
	struct err local = {0};
	int rc = step(job, &local);

	if (rc == 1)
		return 1;
	/* Rolling back after a commit is harmless. */
	leave(job);
	return conclude(&job->run, rc, &local, err);
}

bool
import_job_is_copying(const struct import_job *job)
{
	return job->stage == STAGE_KEEP && job->backup != NULL;
}

bool
import_job_is_indexing(const struct import_job *job)
{
	return job->stage == STAGE_END && job->run.load != NULL;
}

double
import_job_share(const struct import_job *job)
{
	const struct source *source = job->run.source;

	if (import_job_is_copying(job))
		return store_backup_share(job->backup);
	return source->n > 0 ? (double)source->read / (double)source->n : 0;
}

void
import_job_free(struct import_job *job)
{
	if (job == NULL)
		return;
	leave(job);
	import_run_release(&job->run);
	free(job);
}

int
import_source(struct store *store, const struct import_options *options,
    struct source *source, struct import_report *report, struct err *err)
{
	struct import_job *job = import_job_new(store, options, source, report);
	int rc;

	do
		rc = import_job_step(job, err);
	while (rc == 1);
	import_job_free(job);
	return rc;
}

int
import_csv(struct store *store, const struct import_options *options,
    const char *bytes, size_t n, struct import_report *report, struct err *err)
{
	struct source source;

	source_memory(&source, options->name, bytes, n);
	return import_source(store, options, &source, report, err);
}
