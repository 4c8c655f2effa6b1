/* SPDX-License-Identifier: MIT */
/* Files as a whole: taken or refused, what was counted, which column is which
 * field. */
#include <stdlib.h>
#include <string.h>

#include "unit.h"
#include "store_fixture.h"

#include "base/str.h"

static struct import_report
import_as(void **state, struct import_options options, const char *csv,
    int expected, struct err *err)
{
	const struct fixture *fixture = *state;
	struct import_report report;
	int rc;

	options.name = "file.csv";
	rc = fixture_import_with(fixture->store, &options, csv, &report, err);
	if (rc != expected)
		print_error("%s\n%s\n", csv, err->text);
	assert_int_equal(rc, expected);
	return report;
}

/* Taken, with these counts. */
static void
assert_taken(void **state, struct import_options options, const char *csv,
    long added, long updated, long unchanged, long skipped)
{
	struct err err = {0};
	struct import_report report = import_as(state, options, csv, 0, &err);

	assert_int_equal(report.added, added);
	assert_int_equal(report.updated, updated);
	assert_int_equal(report.unchanged, unchanged);
	assert_int_equal(report.skipped, skipped);
	assert_int_equal(report.rows, added + updated + unchanged + skipped);
	import_report_release(&report);
}

static struct import_options
as(const char *kind)
{
	return (struct import_options){.kind = kind_find(kind)};
}

static char *
export_all(void **state)
{
	const struct fixture *fixture = *state;
	struct str all = STR_INIT;

	for (const struct kind *kind = kinds; kind->name != NULL; kind++) {
		char *text = fixture_export(fixture->store, kind->name);

		str_add(&all, text);
		free(text);
	}
	return str_detach(&all);
}

/* Refused: the message holds `says`, nothing in the database has changed, and
 * nothing counts. */
static struct import_report
refused(void **state, struct import_options options, const char *csv,
    const char *says)
{
	char *before = export_all(state), *after;
	struct err err = {0};
	struct import_report report = import_as(state, options, csv, -1, &err);

	after = export_all(state);
	assert_string_equal(before, after);
	free(before);
	free(after);
	if (strstr(err.text, says) == NULL)
		print_error("%s\n", err.text);
	assert_non_null(strstr(err.text, says));
	assert_int_equal(report.rows + report.added + report.updated +
			     report.unchanged + report.skipped,
	    0);
	return report;
}

static void
assert_refused(void **state, struct import_options options, const char *csv,
    const char *says)
{
	struct import_report report = refused(state, options, csv, says);

	import_report_release(&report);
}

static void
assert_prompt(void **state, const char *id, const char *prompt)
{
	const struct fixture *fixture = *state;
	char *all = fixture_export(fixture->store, "questions");
	struct str row = STR_INIT;

	str_addf(&row, "\r\n%s,%s,", id, prompt);
	if (strstr(all, row.s) == NULL)
		print_error("%s\n", all);
	assert_non_null(strstr(all, row.s));
	str_release(&row);
	free(all);
}

static void
rows_are_added_updated_or_unchanged(void **state)
{
	assert_taken(state, as("questions"),
	    "id,prompt,round,company,level\r\n"
	    "q-3,A launch?,behavioural,,\r\n" /* lost its rubric */
	    "q-2,A conflict?,behavioural,tencent,senior\r\n"
	    "n-1,New?,general,,\r\n"
	    "n-2,Newer?,general,,\r\n"
	    "n-1,New again?,general,,\r\n",
	    2, 1, 1, 1);
}

static void
the_same_file_twice_adds_nothing(void **state)
{
	static const char csv[] = "prompt,hint\r\nOne?,a\r\nTwo?,b\r\n";

	assert_taken(state, as("questions"), csv, 2, 0, 0, 0);
	assert_taken(state, as("questions"), csv, 0, 0, 2, 0);
}

/* Line ends, a byte order mark, quotes, commas, line breaks, blank lines. */
static const struct {
	const char *csv, *prompt;
} rfc_4180[] = {
    {"id,prompt\r\nn-1,Plain?\r\n", "Plain?"},
    {"id,prompt\nn-1,Plain?\n", "Plain?"},
    {"id,prompt\rn-1,Plain?\r", "Plain?"},
    {"id,prompt\r\nn-1,No end?", "No end?"},
    {"\xef\xbb\xbfid,prompt\r\nn-1,Mark?\r\n", "Mark?"},
    {"\xef\xbb\xbf\"id\",\"prompt\"\r\nn-1,Mark?\r\n", "Mark?"},
    {"id,prompt\r\n\r\nn-1,Blank?\r\n\r\n", "Blank?"},
    {"id,prompt\r\nn-1,\"A, b?\"\r\n", "\"A, b?\""},
    {"id,prompt\r\nn-1,\"Say \"\"go\"\"?\"\r\n", "\"Say \"\"go\"\"?\""},
    {"id,prompt\r\nn-1,\"Two\r\nlines?\"\r\n", "\"Two\r\nlines?\""},
    {"id,prompt\r\n\"n-1\",\"Quoted?\"\r\n", "Quoted?"},
    {"prompt,id\r\n 空格? ,n-1\r\n", " 空格? "},
    {" ID , Prompt \r\nn-1,Case?\r\n", "Case?"},
};

static void
csv_is_read_by_the_standard(void **state)
{
	const struct fixture *fixture = *state;

	for (size_t i = 0; i < sizeof(rfc_4180) / sizeof(rfc_4180[0]); i++) {
		assert_taken(
		    state, as("questions"), rfc_4180[i].csv, 1, 0, 0, 0);
		assert_prompt(state, "n-1", rfc_4180[i].prompt);
		fixture_sql(
		    fixture->path, "DELETE FROM question WHERE id = 'n-1'");
	}
}

/* What no reader should guess at; the line is the problem's. */
static const struct {
	const char *csv;
	size_t line;
	const char *says;
} broken[] = {
    {"id,prompt\r\nn-1,A \"stray\" quote\r\n", 2, "quote"},
    {"id,prompt\r\nn-1,\"closed\" then more\r\n", 2, "quote"},
    {"id,prompt\r\nn-1,ok\r\nn-2,\"never closed\r\nn-3,x\r\n", 3, "closed"},
    {"id,prompt\r\nn-1,ok\r\nn-2,caf\xe9\r\n", 3, "cp1252"},
    {"id,prompt\r\nn-1,ok\r\nn-2,too,many\r\n", 3, "3 fields"},
    {"id,prompt\r\nn-1,\"a\r\nb\"\r\nn-2,too,many\r\n", 4, "3 fields"},
    {"id,prompt\r\nn-1,ok\r\nn-2,\r\n", 3, "prompt is missing"},
    {"id,prompt,seconds\r\nn-1,ok,60\r\nn-2,ok,soon\r\n", 3, "seconds"},
    {"id,prompt,prompt\r\nn-1,a,b\r\n", 1, "two columns"},
    {"id,Prompt,PROMPT\r\nn-1,a,b\r\n", 1, "two columns"},
};

static void
a_broken_file_changes_nothing(void **state)
{
	for (size_t i = 0; i < sizeof(broken) / sizeof(broken[0]); i++) {
		struct import_report report = refused(
		    state, as("questions"), broken[i].csv, broken[i].says);

		assert_true(report.n_problems >= 1);
		assert_int_equal(report.problems[0].line, broken[i].line);
		assert_non_null(
		    strstr(report.problems[0].message, broken[i].says));
		import_report_release(&report);
	}
}

static void
a_file_without_a_header_is_refused(void **state)
{
	assert_refused(state, as("questions"), "", "no header row");
	assert_refused(state, as("questions"), "\r\n\r\n", "no header row");
	assert_refused(state, as("questions"), "\xef\xbb\xbf", "no header row");
}

static void
a_header_alone_is_an_empty_file(void **state)
{
	assert_taken(state, as("questions"), "id,prompt\r\n", 0, 0, 0, 0);
}

static void
a_file_without_a_prompt_names_its_columns(void **state)
{
	assert_refused(state, as("questions"), "Nr,Was\r\n1,Hm?\r\n",
	    "the columns are: Nr, Was");
	assert_refused(
	    state, as("questions"), "Nr,Was\r\n1,Hm?\r\n", "--map prompt=");
}

static void
shorter_rows_are_read_with_empty_fields(void **state)
{
	assert_taken(state, as("questions"),
	    "id,prompt,round,hint\r\nn-1,Short?\r\n", 1, 0, 0, 0);
	assert_prompt(state, "n-1", "Short?,general");
}

/* Columns that are not ours are passed over. */
static void
unknown_columns_are_left_alone(void **state)
{
	assert_taken(state, as("questions"),
	    "author,id,prompt,votes\r\nJo,n-1,Theirs?,12\r\n", 1, 0, 0, 0);
	assert_prompt(state, "n-1", "Theirs?");
}

static void
columns_are_mapped_by_name_and_by_number(void **state)
{
	struct import_options options = as("questions");

	options.maps[0] = "prompt=Die Frage";
	options.maps[1] = "id=#3";
	options.maps[2] = "hint=#1";
	options.n_maps = 3;
	assert_taken(state, options,
	    "Tipp,die frage,Nr.\r\nTief atmen,Warum?,w-1\r\n", 1, 0, 0, 0);
	assert_prompt(state, "w-1", "Warum?");
}

/* A map wins over the column that is called like the field. */
static void
a_map_wins_over_the_headers_name(void **state)
{
	struct import_options options = as("questions");

	options.maps[0] = "prompt=#3";
	options.n_maps = 1;
	assert_taken(state, options, "id,prompt,text\r\nn-1,Not this,This?\r\n",
	    1, 0, 0, 0);
	assert_prompt(state, "n-1", "This?");
}

static void
a_field_can_be_left_out(void **state)
{
	struct import_options options = as("questions");

	options.maps[0] = "hint=";
	options.n_maps = 1;
	assert_taken(state, options, "id,prompt,hint\r\nn-1,Why?,Because\r\n",
	    1, 0, 0, 0);
	const struct fixture *fixture = *state;
	char *hint = fixture_sql_text(
	    fixture->path, "SELECT hint FROM question WHERE id = 'n-1'");

	assert_string_equal(hint, "");
	free(hint);
}

static const struct {
	const char *map, *says;
	enum err_status status;
} bad_maps[] = {
    {"prompt", "FIELD=COLUMN", ERR_USAGE},
    {"colour=Was", "no field 'colour'", ERR_USAGE},
    {"prompt=Wer", "no such column", ERR_FAILED},
    {"prompt=#0", "no such column", ERR_FAILED},
    {"prompt=#3", "no such column", ERR_FAILED},
    {"prompt=#1x", "no such column", ERR_FAILED},
    {"prompt=", "no such column", ERR_FAILED},
};

static void
a_map_that_leads_nowhere_is_refused(void **state)
{
	for (size_t i = 0; i < sizeof(bad_maps) / sizeof(bad_maps[0]); i++) {
		struct import_options options = as("questions");
		struct import_report report;
		struct err err = {0};

		options.maps[0] = bad_maps[i].map;
		options.n_maps = 1;
		report =
		    import_as(state, options, "Nr,Was\r\n1,Hm?\r\n", -1, &err);
		assert_non_null(strstr(err.text, bad_maps[i].says));
		assert_int_equal(err.status, bad_maps[i].status);
		import_report_release(&report);
	}
}

static void
a_computed_column_cannot_be_mapped(void **state)
{
	struct import_options options = as("sessions");

	options.maps[0] = "overall=#1";
	options.n_maps = 1;
	assert_refused(
	    state, options, "session_id,started_at\r\n", "no field 'overall'");
}

static void
the_kind_is_found_by_the_header(void **state)
{
	static const char rules[] = "rule,value,why\r\nhire,3.25,try\r\n";
	const struct import_options guess = {0};
	struct err err = {0};
	struct import_report report = import_as(state, guess, rules, 0, &err);

	assert_string_equal(report.kind->name, "rules");
	assert_int_equal(report.added, 1);
	import_report_release(&report);
	report = import_as(state, guess, "prompt\r\nHm?\r\n", 0, &err);
	assert_string_equal(report.kind->name, "questions");
	import_report_release(&report);
}

static void
progress_is_computed_and_not_imported(void **state)
{
	const struct fixture *fixture = *state;
	char *progress = fixture_export(fixture->store, "progress");

	assert_refused(state, as("progress"), progress, "computed");
	assert_refused(state, (struct import_options){0}, progress, "computed");
	free(progress);
}

static void
a_dry_run_reports_and_changes_nothing(void **state)
{
	static const char csv[] = "id,prompt\r\nq-1,Changed?\r\nn-1,New?\r\n";
	struct import_options options = as("questions");
	char *before = export_all(state), *after;

	options.dry_run = true;
	assert_taken(state, options, csv, 1, 1, 0, 0);
	after = export_all(state);
	assert_string_equal(before, after);
	free(before);
	free(after);
	options.dry_run = false;
	assert_taken(state, options, csv, 1, 1, 0, 0);
}

/* What was only skipped or noted is not why a file was refused. */
static void
the_message_names_the_problem_that_refused_it(void **state)
{
	assert_refused(state, as("questions"),
	    "id,prompt,rubric,seconds\r\n"
	    "n-1,One?,,\r\n"
	    "n-1,One?,,\r\n"
	    "n-2,Two?,unknown,\r\n"
	    "n-3,Three?,,minus one\r\n",
	    "seconds is 'minus one'");
	assert_refused(state, as("questions"),
	    "id,prompt,rubric,seconds\r\n"
	    "n-1,One?,,\r\n"
	    "n-1,One?,,\r\n"
	    "n-3,Three?,,-1\r\n",
	    "(line 4");
}

static void
the_first_thousand_problems_are_kept(void **state)
{
	struct str csv = STR_INIT;
	struct import_report report;

	str_add(&csv, "id,prompt,seconds\r\n");
	for (int i = 0; i < 1500; i++)
		str_addf(&csv, "n-0,Same?,%s\r\n", i < 1499 ? "60" : "soon");
	report = refused(state, as("questions"), csv.s, "seconds is 'soon'");
	assert_int_equal(report.n_problems, IMPORT_PROBLEMS);
	assert_int_equal(report.problems[999].line, 1002);
	assert_int_equal(report.n_more, 499);
	import_report_release(&report);
	str_release(&csv);
}

static void
a_user_keeps_what_is_his_when_data_is_shipped(void **state)
{
	struct import_options options = as("questions");

	options.shipped = true;
	assert_taken(state, options,
	    "id,prompt\r\nq-1,Shipped?\r\nn-1,New?\r\n", 1, 0, 1, 0);
	assert_prompt(state, "q-1", "A failure?");
	assert_taken(state, options, "id,prompt\r\nn-1,Newer?\r\n", 0, 1, 0, 0);
	assert_prompt(state, "n-1", "Newer?");
}

#define ON_A_DATABASE(test)                                                    \
	cmocka_unit_test_setup_teardown(test, fixture_set_up, fixture_tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ON_A_DATABASE(rows_are_added_updated_or_unchanged),
	    ON_A_DATABASE(the_same_file_twice_adds_nothing),
	    ON_A_DATABASE(csv_is_read_by_the_standard),
	    ON_A_DATABASE(a_broken_file_changes_nothing),
	    ON_A_DATABASE(a_file_without_a_header_is_refused),
	    ON_A_DATABASE(a_header_alone_is_an_empty_file),
	    ON_A_DATABASE(a_file_without_a_prompt_names_its_columns),
	    ON_A_DATABASE(shorter_rows_are_read_with_empty_fields),
	    ON_A_DATABASE(unknown_columns_are_left_alone),
	    ON_A_DATABASE(columns_are_mapped_by_name_and_by_number),
	    ON_A_DATABASE(a_map_wins_over_the_headers_name),
	    ON_A_DATABASE(a_field_can_be_left_out),
	    ON_A_DATABASE(a_map_that_leads_nowhere_is_refused),
	    ON_A_DATABASE(a_computed_column_cannot_be_mapped),
	    ON_A_DATABASE(the_kind_is_found_by_the_header),
	    ON_A_DATABASE(progress_is_computed_and_not_imported),
	    ON_A_DATABASE(a_dry_run_reports_and_changes_nothing),
	    ON_A_DATABASE(the_message_names_the_problem_that_refused_it),
	    ON_A_DATABASE(the_first_thousand_problems_are_kept),
	    ON_A_DATABASE(a_user_keeps_what_is_his_when_data_is_shipped),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("import", tests, NULL, NULL);
}
