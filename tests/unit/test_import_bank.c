/* SPDX-License-Identifier: MIT */
/* Banks so large that their index is made afterwards, and what is decided by
 * the first rows but told otherwise by all. */
#include <stdlib.h>
#include <string.h>

#include "unit.h"
#include "store_fixture.h"

#include "base/str.h"

enum { MANY = 6000 };

static struct import_report
import(void **state, struct import_options options, const char *csv)
{
	const struct fixture *fixture = *state;
	struct import_report report;
	struct err err = {0};

	options.name = "bank.csv";
	assert_done(
	    fixture_import_with(fixture->store, &options, csv, &report, &err),
	    &err);
	assert_int_equal(report.rows,
	    report.added + report.updated + report.unchanged + report.skipped);
	return report;
}

static void
assert_counts(const struct import_report *report, long added, long updated,
    long unchanged, long skipped)
{
	assert_int_equal(report->added, added);
	assert_int_equal(report->updated, updated);
	assert_int_equal(report->unchanged, unchanged);
	assert_int_equal(report->skipped, skipped);
}

static int64_t
number(void **state, const char *sql)
{
	const struct fixture *fixture = *state;

	return fixture_sql_int(fixture->path, sql);
}

/* The index is there, and holds every row. */
static void
assert_indexed(void **state, int64_t rows)
{
	assert_int_equal(number(state, "SELECT count(*) FROM sqlite_schema"
				       " WHERE name = 'question_by_id'"),
	    1);
	assert_int_equal(
	    number(state, "SELECT count(*) FROM question"
			  " INDEXED BY question_by_id WHERE id > ''"),
	    rows);
	assert_int_equal(
	    number(state, "SELECT count(*) FROM pragma_integrity_check"
			  " WHERE integrity_check <> 'ok'"),
	    0);
}

/* Long enough rows that their number is guessed to be large. */
static void
add_row(struct str *csv, const char *id, int i)
{
	str_addf(csv,
	    "%s%d,\"Question %d, which is asked in a good many words, "
	    "so that the file is a long one?\",behavioural\n",
	    id, i, i);
}

static char *
bank(void)
{
	struct str csv = STR_INIT;

	str_add(&csv, "id,prompt,round\n");
	for (int i = 0; i < MANY; i++)
		add_row(&csv, "b-", i);
	return str_detach(&csv);
}

static void
a_large_bank_is_indexed_in_the_end(void **state)
{
	char *csv = bank();
	struct import_report report =
	    import(state, (struct import_options){0}, csv);

	assert_counts(&report, MANY, 0, 0, 0);
	assert_indexed(state, MANY + 5);
	import_report_release(&report);
	report = import(state, (struct import_options){0}, csv);
	assert_counts(&report, 0, 0, MANY, 0);
	assert_indexed(state, MANY + 5);
	import_report_release(&report);
	free(csv);
}

/* A file that comes again is gone through beside the bank; what is new in it,
 * changed, or twice there is found all the same. */
static void
a_file_that_comes_again_is_followed(void **state)
{
	struct str again = STR_INIT;
	char *csv = bank();
	struct import_report report =
	    import(state, (struct import_options){0}, csv);

	import_report_release(&report);
	str_add(&again, "id,prompt,round\n");
	for (int i = 0; i < MANY; i++) {
		if (i % 1000 == 500)
			add_row(&again, "new-", i);
		if (i % 1000 == 600)
			str_addf(&again, "b-%d,Edited?,behavioural\n", i);
		else
			add_row(&again, "b-", i);
		if (i % 1000 == 700)
			add_row(&again, "b-", i - 50);
	}
	report = import(state, (struct import_options){0}, again.s);
	assert_counts(&report, 6, 6, MANY - 6, 6);
	assert_string_equal(
	    report.problems[0].message, "same as line 653; skipped");
	assert_indexed(state, MANY + 5 + 6);
	assert_int_equal(number(state, "SELECT count(*) FROM question"
				       " WHERE prompt = 'Edited?'"),
	    6);
	import_report_release(&report);
	str_release(&again);
	free(csv);
}

/* q-1 and g-1 are there before. */
static void
what_was_there_is_met_also_without_an_index(void **state)
{
	struct str csv = STR_INIT;
	struct import_report report;

	str_add(&csv, "id,prompt,round\n");
	str_add(&csv, "q-1,Edited?,behavioural\n");
	for (int i = 0; i < MANY; i++)
		add_row(&csv, "b-", i);
	str_add(&csv, "q-1,Edited once more?,behavioural\n");
	add_row(&csv, "b-", 7);
	report = import(state, (struct import_options){0}, csv.s);
	assert_counts(&report, MANY, 1, 0, 2);
	assert_int_equal(report.n_problems, 2);
	assert_int_equal(report.problems[0].line, MANY + 3);
	assert_string_equal(
	    report.problems[0].message, "same as line 2; skipped");
	assert_string_equal(
	    report.problems[1].message, "same as line 10; skipped");
	assert_int_equal(number(state, "SELECT count(*) FROM question"
				       " WHERE id = 'q-1' AND prompt = "
				       "'Edited?'"),
	    1);
	assert_indexed(state, MANY + 5);
	import_report_release(&report);
	str_release(&csv);
}

/* More repeats than are put off: the rest goes row by row. */
static void
a_bank_of_repeats_is_taken_once(void **state)
{
	struct str csv = STR_INIT;
	struct import_report report;

	str_add(&csv, "id,prompt,round\n");
	for (int i = 0; i < MANY * 4; i++)
		add_row(&csv, "b-", i % MANY);
	report = import(state, (struct import_options){0}, csv.s);
	assert_counts(&report, MANY, 0, 0, MANY * 3);
	assert_string_equal(
	    report.problems[0].message, "same as line 2; skipped");
	assert_indexed(state, MANY + 5);
	import_report_release(&report);
	str_release(&csv);
}

static void
a_refused_bank_leaves_the_index(void **state)
{
	const struct fixture *fixture = *state;
	const struct import_options options = {.name = "bank.csv"};
	struct import_report report;
	struct str csv = STR_INIT;
	struct err err = {0};
	char *good = bank();

	str_addf(&csv, "%sx,y,z,too long\n", good);
	assert_int_equal(
	    fixture_import_with(fixture->store, &options, csv.s, &report, &err),
	    -1);
	assert_indexed(state, 5);
	import_report_release(&report);
	str_release(&csv);
	free(good);
}

static bool
stop_late(void *arg, long rows, double share)
{
	long *last = arg;

	assert_true(rows >= *last);
	assert_true(share >= 0 && share <= 1);
	*last = rows;
	return rows < MANY / 2;
}

/* How an import ends that is given up after so many steps: 1, or 0 where it was
 * done before. */
static int
give_up_after(void **state, const char *csv, int steps)
{
	const struct fixture *fixture = *state;
	const struct import_options options = {.name = "bank.csv"};
	struct import_report report = {0};
	struct err err = {0};
	struct source source;
	struct import_job *job;
	int rc = 1;

	source_memory(&source, options.name, csv, strlen(csv));
	job = import_job_new(fixture->store, &options, &source, &report);
	for (int i = 0; i < steps && rc == 1; i++)
		rc = import_job_step(job, &err);
	import_job_free(job);
	import_report_release(&report);
	assert_int_equal(err.status, ERR_NONE);
	return rc;
}

/* Also while rows are put and the index is made beside it. */
static void
it_can_be_given_up_after_any_step(void **state)
{
	char *csv = bank();
	int steps = 0;

	while (give_up_after(state, csv, steps) == 1) {
		assert_indexed(state, 5);
		steps++;
	}
	assert_true(steps > 10);
	assert_indexed(state, MANY + 5);
	free(csv);
}

static void
an_import_can_be_cancelled(void **state)
{
	const struct fixture *fixture = *state;
	long last = 0;
	const struct import_options options = {
	    .name = "bank.csv",
	    .progress = stop_late,
	    .progress_arg = &last,
	};
	struct import_report report;
	struct err err = {0};
	char *csv = bank();

	assert_int_equal(
	    fixture_import_with(fixture->store, &options, csv, &report, &err),
	    -1);
	assert_true(report.cancelled);
	assert_int_equal(report.n_problems, 0);
	assert_string_equal(err.text, "cancelled; nothing was imported");
	assert_true(last >= MANY / 2 && last < MANY);
	assert_indexed(state, 5);
	import_report_release(&report);
	free(csv);
}

static int64_t
numbered(void **state)
{
	return number(state, "SELECT count(*) FROM question"
			     " WHERE prompt GLOB '[0-9]*'");
}

/* Of the first thousand rows none has a number, of all rows most have. */
static void
numbers_are_taken_off_where_most_rows_have_one(void **state)
{
	struct str csv = STR_INIT;
	struct import_report report;

	str_add(&csv, "Question\n");
	for (int i = 0; i < MANY; i++)
		str_addf(
		    &csv, i < 1500 ? "Asked as %d?\n" : "%d. Why so?\n", i);
	report = import(state, (struct import_options){0}, csv.s);
	assert_counts(&report, 1501, 0, 0, MANY - 1501);
	assert_int_equal(numbered(state), 0);
	import_report_release(&report);
	str_release(&csv);
}

static void
numbers_stay_where_most_rows_have_none(void **state)
{
	struct str csv = STR_INIT;
	struct import_report report;

	str_add(&csv, "Question\n");
	for (int i = 0; i < MANY; i++)
		str_addf(
		    &csv, i < 1500 ? "%d. Why so?\n" : "Asked as %d?\n", i);
	report = import(state, (struct import_options){0}, csv.s);
	assert_counts(&report, MANY, 0, 0, 0);
	assert_int_equal(numbered(state), 1500);
	import_report_release(&report);
	str_release(&csv);
}

/* In the first thousand rows the title is longer, in all of them the text. */
static void
the_column_with_the_most_text_in_all_rows_wins(void **state)
{
	struct str csv = STR_INIT;
	struct import_report report;

	str_add(&csv, "title,text\n");
	for (int i = 0; i < MANY; i++)
		str_addf(&csv,
		    i < 1500 ? "A title of some length %d,Short %d?\n"
			     : "T %d,A text that goes on for much longer %d?\n",
		    i, i);
	report = import(state, (struct import_options){0}, csv.s);
	assert_counts(&report, MANY, 0, 0, 0);
	assert_string_equal(report.columns[0].field, "prompt");
	assert_string_equal(report.columns[0].column, "text");
	assert_int_equal(number(state, "SELECT count(*) FROM question WHERE"
				       " prompt LIKE 'A t%'"),
	    MANY - 1500);
	import_report_release(&report);
	str_release(&csv);
}

#define ON_A_DATABASE(test)                                                    \
	cmocka_unit_test_setup_teardown(test, fixture_set_up, fixture_tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ON_A_DATABASE(a_large_bank_is_indexed_in_the_end),
	    ON_A_DATABASE(a_file_that_comes_again_is_followed),
	    ON_A_DATABASE(what_was_there_is_met_also_without_an_index),
	    ON_A_DATABASE(a_bank_of_repeats_is_taken_once),
	    ON_A_DATABASE(a_refused_bank_leaves_the_index),
	    ON_A_DATABASE(an_import_can_be_cancelled),
	    ON_A_DATABASE(it_can_be_given_up_after_any_step),
	    ON_A_DATABASE(numbers_are_taken_off_where_most_rows_have_one),
	    ON_A_DATABASE(numbers_stay_where_most_rows_have_none),
	    ON_A_DATABASE(the_column_with_the_most_text_in_all_rows_wins),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("import_bank", tests, NULL, NULL);
}
