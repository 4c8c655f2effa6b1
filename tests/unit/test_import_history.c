/* SPDX-License-Identifier: MIT */
/* Sessions, answers and ratings that come from a file. */
#include <stdlib.h>
#include <string.h>

#include "unit.h"
#include "store_fixture.h"

#include "base/str.h"
#include "store/annotate.h"
#include "store/history.h"

static const char sessions[] =
    "session_id,started_at,ended_at,questions\r\n"
    "s-1,2026-01-01T10:00:00Z,2026-01-01T10:20:00Z,2\r\n"
    "s-2,2026-01-02T10:00:00Z,,1\r\n";

static const char answers[] =
    "answer_id,session_id,question_id,started_at,rubric,skipped\r\n"
    "a-1,s-1,q-1,2026-01-01T10:00:00Z,star,no\r\n"
    "a-2,s-1,q-1,2026-01-01T10:05:00Z,star,yes\r\n";

static int
set_up(void **state)
{
	const struct fixture *fixture;

	if (fixture_set_up(state) != 0)
		return -1;
	fixture = *state;
	fixture_import(fixture->store, "sessions", sessions);
	fixture_import(fixture->store, "answers", answers);
	return 0;
}

static struct import_report
import(void **state, const char *kind, const char *csv, int expected)
{
	const struct fixture *fixture = *state;
	const struct import_options options = {
	    .name = "file.csv", .kind = kind_find(kind)};
	struct import_report report;
	struct err err = {0};
	int rc =
	    fixture_import_with(fixture->store, &options, csv, &report, &err);

	if (rc != expected)
		print_error("%s\n%s\n", csv, err.text);
	assert_int_equal(rc, expected);
	return report;
}

static char *
history(const struct fixture *fixture)
{
	char *parts[] = {
	    fixture_export(fixture->store, "sessions"),
	    fixture_export(fixture->store, "answers"),
	    fixture_export(fixture->store, "ratings"),
	};
	struct str all = STR_INIT;

	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
		str_add(&all, parts[i]);
		free(parts[i]);
	}
	return str_detach(&all);
}

#define SESSION                                                                \
	"session_id,started_at,ended_at,utc_offset_min,mode,questions\r\n"
#define ANSWER                                                                 \
	"answer_id,session_id,question_id,started_at,mode,limit_s,paused_s,"   \
	"predicted,hint,metric_given\r\n"
#define RATING "answer_id,session_id,rater,signal,rating,rated_at\r\n"

/* One thing is wrong with each; where it stands. */
static const struct {
	const char *kind, *csv;
	size_t line;
	int column;
	const char *field;
} wrong[] = {
    {"sessions", SESSION "s-3,yesterday,,,,\r\n", 2, 2, "started_at"},
    {"sessions", SESSION "s-3,2026-02-30T00:00:00Z,,,,\r\n", 2, 2,
	"started_at"},
    {"sessions", SESSION "s-3,,,,,\r\n", 2, 2, "started_at"},
    {"sessions", SESSION ",2026-01-01T00:00:00Z,,,,\r\n", 2, 1, "session_id"},
    {"sessions", SESSION "s-3,2026-01-01T00:00:00Z,soon,,,\r\n", 2, 3,
	"ended_at"},
    {"sessions", SESSION "s-3,2026-01-01T00:00:00Z,,1.5,,\r\n", 2, 4,
	"utc_offset_min"},
    {"sessions", SESSION "s-3,2026-01-01T00:00:00Z,,,sung,\r\n", 2, 5, "mode"},
    {"sessions",
	SESSION "s-3,2026-01-01T00:00:00Z,,,,1\r\n"
		"s-4,2026-01-01T00:00:00Z,,,,two\r\n",
	3, 6, "questions"},
    {"answers", ANSWER "a-3,s-9,q-1,2026-01-01T00:00:00Z,,,,,,\r\n", 2, 2,
	"session_id"},
    {"answers", ANSWER "a-3,s-1,,2026-01-01T00:00:00Z,,,,,,\r\n", 2, 3,
	"question_id"},
    {"answers", ANSWER "a-3,s-1,q-1,2026-01-01T00:00:00Z,x,,,,,\r\n", 2, 5,
	"mode"},
    {"answers", ANSWER "a-3,s-1,q-1,2026-01-01T00:00:00Z,,\"1,5\",,,,\r\n", 2,
	6, "limit_s"},
    {"answers", ANSWER "a-3,s-1,q-1,2026-01-01T00:00:00Z,,1e3,,,,\r\n", 2, 6,
	"limit_s"},
    {"answers", ANSWER "a-3,s-1,q-1,2026-01-01T00:00:00Z,,nan,,,,\r\n", 2, 6,
	"limit_s"},
    {"answers", ANSWER "a-3,s-1,q-1,2026-01-01T00:00:00Z,,,-1,,,\r\n", 2, 7,
	"paused_s"},
    {"answers", ANSWER "a-3,s-1,q-1,2026-01-01T00:00:00Z,,,,6,,\r\n", 2, 8,
	"predicted"},
    {"answers", ANSWER "a-3,s-1,q-1,2026-01-01T00:00:00Z,,,,0,,\r\n", 2, 8,
	"predicted"},
    {"answers", ANSWER "a-3,s-1,q-1,2026-01-01T00:00:00Z,,,,,maybe,\r\n", 2, 9,
	"hint"},
    {"answers", ANSWER "a-3,s-1,q-1,2026-01-01T00:00:00Z,,,,,,12\r\n", 2, 10,
	"metric_given"},
    {"ratings", RATING "a-1,s-1,self,task,0,2026-01-01T00:00:00Z\r\n", 2, 5,
	"rating"},
    {"ratings", RATING "a-1,s-1,self,task,6,2026-01-01T00:00:00Z\r\n", 2, 5,
	"rating"},
    {"ratings", RATING "a-1,s-1,self,task,3.5,2026-01-01T00:00:00Z\r\n", 2, 5,
	"rating"},
    {"ratings", RATING "a-1,s-1,self,task,,2026-01-01T00:00:00Z\r\n", 2, 5,
	"rating"},
    {"ratings", RATING "a-1,s-1,,task,3,2026-01-01T00:00:00Z\r\n", 2, 3,
	"rater"},
    {"ratings", RATING "a-9,s-1,self,task,3,2026-01-01T00:00:00Z\r\n", 2, 1,
	"answer_id"},
    {"ratings", RATING "a-1,s-2,self,task,3,2026-01-01T00:00:00Z\r\n", 2, 2,
	"session_id"},
    {"ratings", RATING ",s-9,self,task,3,2026-01-01T00:00:00Z\r\n", 2, 2,
	"session_id"},
    /* a-2 was skipped. */
    {"ratings", RATING "a-2,s-1,self,task,3,2026-01-01T00:00:00Z\r\n", 2, 1,
	"answer_id"},
    {"rubrics",
	"rubric,position,signal,label,weight,metric,asks,anchor_1,anchor_2,"
	"anchor_3,anchor_4,anchor_5\r\nx,1,y,Y,0,no,?,a,b,c,d,e\r\n",
	2, 5, "weight"},
    {"rules", "rule,value\r\nhire,high\r\n", 2, 2, "value"},
    {"rules", "rule,value\r\nhire,6\r\n", 2, 2, "value"},
    {"rules", "rule,value\r\nmood,3\r\n", 2, 1, "rule"},
    {"rounds",
	"round,label,rubric,seconds,think_s,questions\r\nx,X,star,long,0,1\r\n",
	2, 4, "seconds"},
    {"loops", "loop,position,round,gate\r\nx,1,general,perhaps\r\n", 2, 4,
	"gate"},
    {"questions", "prompt,seconds\r\nHm?,0\r\n", 2, 2, "seconds"},
};

static void
a_wrong_field_is_named_with_line_and_column(void **state)
{
	const struct fixture *fixture = *state;
	char *before = history(fixture), *after;

	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		struct import_report report =
		    import(state, wrong[i].kind, wrong[i].csv, -1);

		assert_int_equal(report.n_problems, 1);
		if (report.problems[0].column != wrong[i].column)
			print_error("%s\n", wrong[i].csv);
		assert_int_equal(report.problems[0].line, wrong[i].line);
		assert_int_equal(report.problems[0].column, wrong[i].column);
		assert_string_equal(report.problems[0].field, wrong[i].field);
		import_report_release(&report);
	}
	after = history(fixture);
	assert_string_equal(before, after);
	free(after);
	free(before);
}

static void
every_wrong_field_of_a_file_is_reported(void **state)
{
	struct import_report report = import(state, "ratings",
	    RATING "a-1,s-1,self,task,x,never\r\n"
		   "a-1,s-1,self,task,4,2026-01-01T00:00:00Z\r\n"
		   "a-1,s-1,self,task,9,2026-01-01T00:00:00Z\r\n",
	    -1);

	assert_int_equal(report.n_problems, 3);
	assert_string_equal(report.problems[0].field, "rating");
	assert_string_equal(report.problems[1].field, "rated_at");
	assert_int_equal(report.problems[2].line, 4);
	import_report_release(&report);
}

/* The column is the file's, whatever the kind's order is. */
static void
the_column_is_the_files(void **state)
{
	struct import_report report = import(state, "ratings",
	    "rating,rated_at,x,signal,rater,session_id,answer_id\r\n"
	    "seven,2026-01-01T00:00:00Z,,task,self,s-1,a-1\r\n",
	    -1);

	assert_int_equal(report.problems[0].column, 1);
	import_report_release(&report);
}

static void
what_is_missing_has_its_usual_value(void **state)
{
	const struct fixture *fixture = *state;
	struct session_row session;
	struct answer_row answer;
	struct err err = {0};

	assert_int_equal(
	    store_session_get(fixture->store, "s-2", &session, &err), 1);
	assert_string_equal(session.mode, "typed");
	assert_int_equal(session.utc_offset_min, 0);
	assert_int_equal(session.ended_at, 0);
	session_row_release(&session);
	assert_int_equal(
	    store_answer_get(fixture->store, "a-1", &answer, &err), 1);
	assert_int_equal(answer.answer.mode, MODE_TYPED);
	assert_int_equal(answer.answer.metric, GIVEN_UNKNOWN);
	assert_false(answer.answer.hint);
	assert_int_equal(answer.answer.limit_s, 0);
	assert_true(answer.answer.opening_s < 0);
	answer_row_release(&answer);
}

static void
yes_and_no_may_be_written_otherwise(void **state)
{
	const struct fixture *fixture = *state;
	struct import_report report = import(state, "answers",
	    ANSWER "b-1,s-1,q-1,2026-01-01T00:00:00Z,,,,,TRUE,1\r\n"
		   "b-2,s-1,q-1,2026-01-01T00:00:00Z,,,,,Y,n\r\n"
		   "b-3,s-1,q-1,2026-01-01T00:00:00Z,,,,,0,False\r\n",
	    0);

	import_report_release(&report);
	assert_int_equal(fixture_sql_int(fixture->path,
			     "SELECT count(*) FROM answer WHERE id IN ('b-1',"
			     " 'b-2') AND hint = 'yes'"),
	    2);
	assert_int_equal(fixture_sql_int(fixture->path,
			     "SELECT count(*) FROM answer WHERE"
			     " id = 'b-1' AND metric_given = 'yes' OR"
			     " id IN ('b-2', 'b-3') AND metric_given = 'no'"),
	    3);
}

static void
a_time_may_have_an_offset(void **state)
{
	const struct fixture *fixture = *state;
	struct import_report report = import(state, "sessions",
	    "session_id,started_at\r\ns-3,2026-01-01T18:00:00.250+08:00\r\n",
	    0);

	import_report_release(&report);
	assert_int_equal(fixture_sql_int(fixture->path,
			     "SELECT started_at FROM session WHERE id = 's-3'"),
	    1767261600);
}

static void
history_can_be_mended_and_imported_again(void **state)
{
	static const char mended[] =
	    "answer_id,session_id,question_id,started_at,rubric,skipped,"
	    "answer\r\n"
	    "a-1,s-1,q-1,2026-01-01T10:00:00Z,star,no,mended\r\n"
	    "a-2,s-1,q-1,2026-01-01T10:05:00Z,star,yes,\r\n"
	    "a-3,s-1,q-1,2026-01-01T09:00:00Z,star,no,\r\n";
	const struct fixture *fixture = *state;
	struct import_report report = import(state, "answers", mended, 0);
	struct answer_row row;
	struct err err = {0};

	assert_int_equal(report.rows, 3);
	assert_int_equal(report.added, 1);
	assert_int_equal(report.updated, 1);
	assert_int_equal(report.unchanged, 1);
	import_report_release(&report);
	/* a-3 came before a-1, so a-1 is the second attempt now. */
	assert_int_equal(
	    store_answer_get(fixture->store, "a-1", &row, &err), 1);
	assert_string_equal(row.answer.text, "mended");
	assert_int_equal(row.answer.attempt, 2);
	answer_row_release(&row);
}

/* Columns that are computed are read over, even where they lie. */
static void
computed_columns_are_not_read(void **state)
{
	struct import_report report = import(state, "sessions",
	    "session_id,started_at,ended_at,questions,overall,verdict,clean,"
	    "answered\r\n"
	    "s-1,2026-01-01T10:00:00Z,2026-01-01T10:20:00Z,2,five,great,"
	    "perhaps,many\r\n",
	    0);

	assert_int_equal(report.unchanged, 1);
	import_report_release(&report);
}

static void
a_ratings_question_is_its_answers(void **state)
{
	const struct fixture *fixture = *state;
	struct import_report report = import(state, "ratings",
	    "answer_id,session_id,question_id,rater,signal,rating,rated_at\r\n"
	    "a-1,s-1,q-77,self,task,3,2026-01-01T00:00:00Z\r\n"
	    ",s-1,q-77,self,task,4,2026-01-01T00:00:00Z\r\n",
	    0);
	char *ratings = fixture_export(fixture->store, "ratings");

	assert_int_equal(report.added, 2);
	import_report_release(&report);
	assert_non_null(strstr(ratings,
	    "\r\n,s-1,,self,task,4,2026-01-01T00:00:00Z,\r\n"
	    "a-1,s-1,q-1,self,task,3,2026-01-01T00:00:00Z,\r\n"));
	free(ratings);
}

static void
a_rating_is_the_same_by_rater_signal_and_time(void **state)
{
	struct import_report report = import(state, "ratings",
	    RATING "a-1,s-1,self,task,3,2026-01-01T00:00:00Z\r\n"
		   "a-1,s-1,self,task,4,2026-01-01T00:00:00Z\r\n"
		   "a-1,s-1,self,task,4,2026-01-01T00:00:01Z\r\n"
		   "a-1,s-1,Mei,task,4,2026-01-01T00:00:00Z\r\n"
		   ",s-1,self,task,4,2026-01-01T00:00:00Z\r\n"
		   "a-1,s-1,self,action,4,2026-01-01T00:00:00Z\r\n"
		   "a-1,s-1,self,action,4,2026-01-01T00:00:00Z\r\n",
	    0);

	assert_int_equal(report.added, 5);
	assert_int_equal(report.updated, 1);
	assert_int_equal(report.unchanged, 1);
	import_report_release(&report);
}

/* A skipped answer has no ratings, and they belong to its session. */
static const struct {
	const char *row, *field;
} torn[] = {
    {"a-1,s-1,q-1,2026-01-01T10:00:00Z,yes", "skipped"},
    {"a-1,s-2,q-1,2026-01-01T10:00:00Z,no", "session_id"},
};

static void
a_rated_answer_is_not_torn_from_its_ratings(void **state)
{
	struct import_report report = import(state, "ratings",
	    RATING "a-1,s-1,self,task,3,2026-01-01T00:00:00Z\r\n", 0);

	import_report_release(&report);
	for (size_t i = 0; i < sizeof(torn) / sizeof(torn[0]); i++) {
		struct str csv = STR_INIT;

		str_addf(&csv,
		    "answer_id,session_id,question_id,started_at,skipped\r\n"
		    "%s\r\n",
		    torn[i].row);
		report = import(state, "answers", csv.s, -1);
		assert_string_equal(report.problems[0].field, torn[i].field);
		import_report_release(&report);
		str_release(&csv);
	}
}

static void
an_unrated_answer_may_change_altogether(void **state)
{
	struct import_report report = import(state, "answers",
	    "answer_id,session_id,question_id,started_at,skipped\r\n"
	    "a-1,s-2,q-2,2026-01-01T10:00:00Z,yes\r\n",
	    0);

	assert_int_equal(report.updated, 1);
	import_report_release(&report);
}

/* Imports, and expects rows that change nothing and one word on the session. */
static void
assert_told_of_deletion(
    void **state, const char *kind, const char *csv, long rows, int column)
{
	struct import_report report = import(state, kind, csv, 0);

	assert_int_equal(report.unchanged, rows);
	assert_int_equal(report.n_problems, 1);
	assert_int_equal(report.problems[0].line, 2);
	assert_int_equal(report.problems[0].column, column);
	assert_non_null(strstr(report.problems[0].message,
	    "`rehearse history s-1 --undelete` brings it back"));
	import_report_release(&report);
}

static void
a_deleted_session_stays_deleted_and_that_is_said(void **state)
{
	static const char ratings[] =
	    "answer_id,session_id,rater,signal,rating,rated_at\r\n"
	    "a-1,s-1,self,task,3,2026-01-01T00:00:00Z\r\n"
	    "a-1,s-1,self,action,3,2026-01-01T00:00:00Z\r\n"
	    ",s-1,self,task,4,2026-01-01T00:00:00Z\r\n";
	const struct fixture *fixture = *state;
	struct err err = {0};
	char *left, *before;

	fixture_import(fixture->store, "ratings", ratings);
	before = history(fixture);
	assert_int_equal(
	    store_session_delete(fixture->store, "s-1", 1767999999, &err), 1);
	assert_told_of_deletion(state, "sessions", sessions, 2, 1);
	assert_told_of_deletion(state, "answers", answers, 2, 2);
	assert_told_of_deletion(state, "ratings", ratings, 3, 2);
	left = history(fixture);
	assert_null(strstr(left, "s-1"));
	assert_non_null(strstr(left, "s-2"));
	free(left);
	assert_int_equal(
	    store_session_undelete(fixture->store, "s-1", &err), 1);
	left = history(fixture);
	assert_string_equal(left, before);
	free(left);
	free(before);
}

/* What a refused file is refused for is not that a session was deleted. */
static void
a_refusal_names_what_is_wrong(void **state)
{
	const struct import_options options = {
	    .name = "file.csv", .kind = kind_find("ratings")};
	const struct fixture *fixture = *state;
	struct import_report report;
	struct err err = {0};

	assert_int_equal(
	    store_session_delete(fixture->store, "s-1", 1767999999, &err), 1);
	assert_int_equal(
	    fixture_import_with(fixture->store, &options,
		"answer_id,session_id,rater,signal,rating,rated_at\r\n"
		"a-2,s-1,self,task,3,2026-01-01T00:00:00Z\r\n",
		&report, &err),
	    -1);
	assert_non_null(strstr(err.text, "the answer was skipped"));
	import_report_release(&report);
}

static void
deletions_move_too(void **state)
{
	const struct fixture *fixture = *state;
	struct import_report report;
	struct err err = {0};
	char *deletions, *left, *after;

	fixture_import(fixture->store, "answers",
	    "answer_id,session_id,question_id,started_at,rubric\r\n"
	    "b-1,s-2,q-1,2026-01-02T10:00:00Z,star\r\n");
	assert_int_equal(
	    store_session_delete(fixture->store, "s-1", 1767999999, &err), 1);
	left = history(fixture);
	/* Attempts are counted without those that are deleted. */
	assert_non_null(strstr(left, "b-1,s-2,q-1,1,"));
	deletions = fixture_export(fixture->store, "deletions");
	assert_string_equal(
	    deletions, "session_id,deleted_at\r\ns-1,2026-01-09T23:06:39Z\r\n");
	assert_int_equal(
	    store_session_undelete(fixture->store, "s-1", &err), 1);
	report = import(state, "deletions", deletions, 0);
	assert_int_equal(report.added, 1);
	assert_int_equal(report.n_problems, 0);
	import_report_release(&report);
	after = history(fixture);
	assert_string_equal(after, left);
	report = import(state, "deletions", deletions, 0);
	assert_int_equal(report.unchanged, 1);
	import_report_release(&report);
	free(deletions);
	free(left);
	free(after);
}

static void
what_was_never_there_is_not_deleted(void **state)
{
	const struct fixture *fixture = *state;
	struct import_report report = import(state, "deletions",
	    "session_id,deleted_at\r\nelsewhere,2026-01-09T23:06:39Z\r\n", 0);
	char *deletions = fixture_export(fixture->store, "deletions");

	assert_int_equal(report.skipped, 1);
	assert_string_equal(report.problems[0].message,
	    "session 'elsewhere' is not there; skipped");
	assert_string_equal(deletions, "session_id,deleted_at\r\n");
	import_report_release(&report);
	free(deletions);
}

#define ON_A_DATABASE(test)                                                    \
	cmocka_unit_test_setup_teardown(test, set_up, fixture_tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ON_A_DATABASE(a_wrong_field_is_named_with_line_and_column),
	    ON_A_DATABASE(every_wrong_field_of_a_file_is_reported),
	    ON_A_DATABASE(the_column_is_the_files),
	    ON_A_DATABASE(what_is_missing_has_its_usual_value),
	    ON_A_DATABASE(yes_and_no_may_be_written_otherwise),
	    ON_A_DATABASE(a_time_may_have_an_offset),
	    ON_A_DATABASE(history_can_be_mended_and_imported_again),
	    ON_A_DATABASE(computed_columns_are_not_read),
	    ON_A_DATABASE(a_ratings_question_is_its_answers),
	    ON_A_DATABASE(a_rating_is_the_same_by_rater_signal_and_time),
	    ON_A_DATABASE(a_rated_answer_is_not_torn_from_its_ratings),
	    ON_A_DATABASE(an_unrated_answer_may_change_altogether),
	    ON_A_DATABASE(a_deleted_session_stays_deleted_and_that_is_said),
	    ON_A_DATABASE(a_refusal_names_what_is_wrong),
	    ON_A_DATABASE(deletions_move_too),
	    ON_A_DATABASE(what_was_never_there_is_not_deleted),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("import_history", tests, NULL, NULL);
}
