/* SPDX-License-Identifier: MIT */
/* What is seen of a file before it is imported, and an import in steps. */
#include <stdlib.h>
#include <string.h>

#include "unit.h"
#include "store_fixture.h"

#include "base/str.h"
#include "io/import_look.h"

#define MESSY                                                                  \
	"my questions\n"                                                       \
	"Nr;Frage;Hinweis\n"                                                   \
	"1;Why us?;be honest\n"                                                \
	"\n"                                                                   \
	"2;Why you?\n"

enum { MANY = 20000 };

struct looked {
	struct import_look look;
	int rc;
	struct err err;
};

static struct looked
look_at(void **state, struct import_options options, const char *csv)
{
	const struct fixture *fixture = *state;
	struct looked looked = {.rc = 0};
	struct source source;

	options.name = "bank.csv";
	source_memory(&source, options.name, csv, strlen(csv));
	looked.rc = import_look(
	    fixture->store, &options, &source, &looked.look, &looked.err);
	return looked;
}

static const char *
column_of(const struct import_look *look, const char *field)
{
	int at = kind_column(look->kind, field);

	assert_true(at >= 0);
	return look->column_of[at] < 0 ? ""
				       : look->columns[look->column_of[at]];
}

static void
delimiter_columns_and_first_rows_are_seen(void **state)
{
	struct looked looked =
	    look_at(state, (struct import_options){.skip_lines = 1}, MESSY);
	struct import_look *look = &looked.look;

	assert_done(looked.rc, &looked.err);
	assert_int_equal(look->delimiter, ';');
	assert_string_equal(look->kind->name, "questions");
	assert_int_equal(look->n_columns, 3);
	assert_string_equal(column_of(look, "prompt"), "Frage");
	assert_string_equal(column_of(look, "company"), "");
	assert_int_equal(look->n_rows, 2);
	assert_string_equal(import_look_cell(look, 0, 2), "be honest");
	assert_string_equal(import_look_cell(look, 1, 1), "Why you?");
	assert_string_equal(import_look_cell(look, 1, 2), "");
	assert_string_equal(import_look_cell(look, 2, 0), "");
	assert_string_equal(import_look_cell(look, 0, 3), "");
	import_look_release(look);
}

static void
without_a_header_columns_are_numbers(void **state)
{
	struct looked looked = look_at(state,
	    (struct import_options){
		.no_header = true, .maps = {"prompt=#2"}, .n_maps = 1},
	    "1,Why us?\n2,Why you?\n");

	assert_done(looked.rc, &looked.err);
	assert_string_equal(column_of(&looked.look, "prompt"), "#2");
	assert_int_equal(looked.look.n_rows, 2);
	assert_string_equal(import_look_cell(&looked.look, 0, 1), "Why us?");
	import_look_release(&looked.look);
}

static void
what_would_be_refused_is_seen_all_the_same(void **state)
{
	struct looked looked =
	    look_at(state, (struct import_options){0}, "x,y\n1,2\n3,4\n");

	assert_int_equal(looked.rc, -1);
	assert_non_null(strstr(looked.err.text, "no column can be the prompt"));
	assert_int_equal(looked.look.n_columns, 2);
	assert_int_equal(looked.look.n_rows, 2);
	assert_string_equal(import_look_cell(&looked.look, 1, 1), "4");
	import_look_release(&looked.look);
}

static void
a_wrong_byte_is_told(void **state)
{
	struct looked looked = look_at(
	    state, (struct import_options){0}, "prompt\nna\xefve?\nfine?\n");

	assert_int_equal(looked.rc, -1);
	assert_non_null(strstr(looked.err.text, "--encoding"));
	import_look_release(&looked.look);
}

static void
a_long_cell_is_cut_between_characters(void **state)
{
	struct str csv = STR_INIT;

	str_add(&csv, "prompt\n");
	for (int i = 0; i < LOOK_CELL_BYTES; i++)
		str_add(&csv, "问");
	str_add(&csv, "?\n");
	struct looked looked =
	    look_at(state, (struct import_options){0}, csv.s);
	const char *cell = import_look_cell(&looked.look, 0, 0);

	assert_in_range(strlen(cell), LOOK_CELL_BYTES - 4, LOOK_CELL_BYTES);
	assert_int_equal(strlen(cell) % strlen("问"), 0);
	import_look_release(&looked.look);
	str_release(&csv);
}

/* A file of many blocks, as a job. */
struct work {
	struct str csv;
	struct source source;
	struct import_options options;
	struct import_report report;
	struct import_job *job;
};

static void
begin_work(void **state, struct work *work)
{
	const struct fixture *fixture = *state;

	*work = (struct work){.csv = STR_INIT};
	work->options.name = "bank.csv";
	str_add(&work->csv, "prompt\n");
	for (int i = 0; i < MANY; i++)
		str_addf(&work->csv, "Is this question number %d?\n", i);
	source_memory(&work->source, "bank.csv", work->csv.s, work->csv.len);
	work->job = import_job_new(
	    fixture->store, &work->options, &work->source, &work->report);
}

static void
end_work(struct work *work)
{
	import_job_free(work->job);
	import_report_release(&work->report);
	str_release(&work->csv);
}

static int64_t
kept(void **state)
{
	const struct fixture *fixture = *state;

	return fixture_sql_int(fixture->path,
	    "SELECT count(*) FROM question WHERE prompt LIKE 'Is this%'");
}

static void
a_job_goes_in_steps_and_keeps_all_at_its_end(void **state)
{
	struct work work;
	struct err err = {0};
	int steps = 0, rc;
	double share = 0;
	bool is_indexed = false;

	begin_work(state, &work);
	while ((rc = import_job_step(work.job, &err)) == 1) {
		steps++;
		/* Later what is put may not fit into memory, and is locked. */
		if (work.report.rows < MANY / 2)
			assert_int_equal(kept(state), 0);
		assert_true(import_job_share(work.job) <= 1);
		share = import_job_share(work.job);
		if (!import_job_is_indexing(work.job))
			continue;
		assert_int_equal(work.report.rows, MANY);
		is_indexed = true;
	}
	assert_done(rc, &err);
	assert_true(steps > MANY / 5000);
	assert_true(share > 0.99);
	assert_true(is_indexed);
	assert_int_equal(work.report.added, MANY);
	assert_int_equal(kept(state), MANY);
	end_work(&work);
}

static void
a_job_that_is_given_up_leaves_nothing(void **state)
{
	const struct fixture *fixture = *state;
	struct err err = {0};
	struct work work;

	begin_work(state, &work);
	while (work.report.added == 0)
		assert_int_equal(import_job_step(work.job, &err), 1);
	end_work(&work);
	assert_int_equal(kept(state), 0);
	/* The transaction is over: the next one begins. */
	assert_done(store_begin(fixture->store, &err), &err);
	store_rollback(fixture->store);
	begin_work(state, &work);
	while (import_job_step(work.job, &err) == 1)
		;
	end_work(&work);
	assert_int_equal(kept(state), MANY);
}

#define ON_A_DATABASE(test)                                                    \
	cmocka_unit_test_setup_teardown(test, fixture_set_up, fixture_tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ON_A_DATABASE(delimiter_columns_and_first_rows_are_seen),
	    ON_A_DATABASE(without_a_header_columns_are_numbers),
	    ON_A_DATABASE(what_would_be_refused_is_seen_all_the_same),
	    ON_A_DATABASE(a_wrong_byte_is_told),
	    ON_A_DATABASE(a_long_cell_is_cut_between_characters),
	    ON_A_DATABASE(a_job_goes_in_steps_and_keeps_all_at_its_end),
	    ON_A_DATABASE(a_job_that_is_given_up_leaves_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
