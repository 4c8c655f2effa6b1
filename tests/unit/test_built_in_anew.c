/* SPDX-License-Identifier: MIT */
/* What is shipped is filled in once, and again by another program. */
#include <stdlib.h>
#include <string.h>

#include "unit.h"
#include "store_fixture.h"

#include "base/embed.h"
#include "base/str.h"
#include "store/question.h"

enum { SOME = 3 };

/* Of those that are shipped. */
static struct question questions[SOME];

static int
set_up(void **state)
{
	const struct fixture *fixture;
	struct err err = {0};
	int n;

	if (fixture_set_up_built_in(state) != 0)
		return -1;
	fixture = *state;
	return store_question_window(
	    fixture->store, NULL, 0, SOME, questions, &n, &err);
}

static int
tear_down(void **state)
{
	for (int i = 0; i < SOME; i++)
		question_release(&questions[i]);
	return fixture_tear_down(state);
}

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static const struct {
	const char *kind, *file;
} files[] = {
    {"rules", "data/rules.csv"},
    {"rubrics", "data/rubrics.csv"},
    {"rounds", "data/rounds.csv"},
    {"levels", "data/levels.csv"},
    {"companies", "data/companies.csv"},
    {"loops", "data/loops.csv"},
    {"lexicon", "data/lexicon.csv"},
    {"calibration", "data/calibration.csv"},
    {"questions", "questions.csv"},
    {"tables", "data/tables.csv"},
    {"backlogs", "data/backlogs.csv"},
    {"checklist", "data/checklist.csv"},
};

static void
importing_any_file_anew_changes_nothing(void **state)
{
	const struct fixture *fixture = *state;

	for (size_t i = 0; i < COUNT(files); i++) {
		const struct embedded *file = embedded_find(files[i].file);
		const struct import_options options = {
		    .name = file->name, .kind = kind_find(files[i].kind)};
		struct import_report report;
		struct err err = {0};

		assert_done(import_csv(fixture->store, &options, file->bytes,
				file->n, &report, &err),
		    &err);
		assert_true(report.rows > 0);
		assert_int_equal(report.unchanged, report.rows);
		assert_int_equal(report.n_problems, 0);
		import_report_release(&report);
	}
}

static char *
data_version(const struct fixture *fixture)
{
	struct err err = {0};
	char *version;

	assert_done(store_data_version(fixture->store, &version, &err), &err);
	return version;
}

static void
filling_it_again_changes_nothing(void **state)
{
	const struct fixture *fixture = *state;
	struct err err = {0};
	char *questions_before = fixture_export(fixture->store, "questions");
	char *version_before = data_version(fixture);
	char *questions_after, *version_after;

	assert_non_null(strstr(version_before, embedded_version));
	assert_done(import_built_in(fixture->store, &err), &err);
	questions_after = fixture_export(fixture->store, "questions");
	version_after = data_version(fixture);
	assert_string_equal(questions_before, questions_after);
	assert_string_equal(version_before, version_after);
	free(questions_before);
	free(questions_after);
	free(version_before);
	free(version_after);
}

/* A newer program brings newer data, and leaves the user's own alone. */
static void
newer_data_replaces_what_is_shipped_only(void **state)
{
	const struct fixture *fixture = *state;
	struct err err = {0};
	const char *own = questions[0].id, *shipped = questions[1].id;
	struct str csv = STR_INIT;
	struct question question;

	str_addf(&csv, "id,prompt,round\r\n%s,My own words?,general\r\n", own);
	fixture_import(fixture->store, "questions", csv.s);
	str_release(&csv);
	str_addf(&csv,
	    "UPDATE question SET prompt = 'Old?' WHERE id = '%s';"
	    "UPDATE meta SET value = 'old' WHERE key = 'data'",
	    shipped);
	fixture_sql(fixture->path, csv.s);
	str_release(&csv);
	assert_done(import_built_in(fixture->store, &err), &err);
	assert_int_equal(
	    store_question(fixture->store, own, &question, &err), 1);
	assert_string_equal(question.prompt, "My own words?");
	question_release(&question);
	assert_int_equal(
	    store_question(fixture->store, shipped, &question, &err), 1);
	assert_string_equal(question.prompt, questions[1].prompt);
	question_release(&question);
}

/* A phrase that is shipped no longer is found no longer. */
static void
withdrawn_phrases_go_and_the_users_stay(void **state)
{
	const struct fixture *fixture = *state;
	struct err err = {0};

	fixture_import(fixture->store, "lexicon",
	    "kind,language,phrase,why\r\nhedge,en,so they say,Mine\r\n");
	fixture_sql(fixture->path,
	    "INSERT INTO lexicon VALUES ('hedge', 'en', 'gone', '', 'shipped');"
	    "UPDATE meta SET value = 'old' WHERE key = 'data'");
	assert_done(import_built_in(fixture->store, &err), &err);
	assert_int_equal(
	    fixture_sql_int(fixture->path, "SELECT count(*) FROM lexicon"
					   " WHERE phrase = 'gone'"),
	    0);
	assert_int_equal(
	    fixture_sql_int(fixture->path, "SELECT count(*) FROM lexicon"
					   " WHERE phrase = 'so they say'"),
	    1);
	assert_true(fixture_sql_int(
			fixture->path, "SELECT count(*) FROM lexicon") > 1000);
}

static void
an_older_program_puts_nothing_back(void **state)
{
	const struct fixture *fixture = *state;
	const char *id = questions[2].id;
	struct err err = {0};
	struct str sql = STR_INIT;
	struct question question;

	str_addf(&sql,
	    "UPDATE question SET prompt = 'Newer?' WHERE id = '%s';"
	    "UPDATE meta SET value = '99.0.0 x' WHERE key = 'data'",
	    id);
	fixture_sql(fixture->path, sql.s);
	str_release(&sql);
	assert_done(import_built_in(fixture->store, &err), &err);
	assert_int_equal(
	    store_question(fixture->store, id, &question, &err), 1);
	assert_string_equal(question.prompt, "Newer?");
	question_release(&question);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(importing_any_file_anew_changes_nothing),
	    cmocka_unit_test(filling_it_again_changes_nothing),
	    cmocka_unit_test(newer_data_replaces_what_is_shipped_only),
	    cmocka_unit_test(withdrawn_phrases_go_and_the_users_stay),
	    cmocka_unit_test(an_older_program_puts_nothing_back),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name(
	    "built_in_anew", tests, set_up, tear_down);
}
