/* SPDX-License-Identifier: MIT */
/* Calibration answers from a file, and what one rated them. */
#include <stdlib.h>
#include <string.h>

#include "unit.h"
#include "store_fixture.h"

#include "base/str.h"
#include "store/calibration.h"

enum { AT_S = 1767261600 };

#define HEADER "item,position,rubric,prompt,answer,metric,scores,why\r\n"

static const char items[] =
    HEADER "second,2,plain,Why?,Because.,no,clarity:4|result:1,"
	   "clarity=Short = clear.|result=None.\r\n"
	   "first,1,star,What?,\"I did, I did.\",yes,"
	   "situation:2|task:3|action:4|result:5,"
	   "situation=a|task=b|action=c|result=d\r\n";

static int
set_up(void **state)
{
	const struct fixture *fixture;

	if (fixture_set_up(state) != 0)
		return -1;
	fixture = *state;
	fixture_import(fixture->store, "calibration", items);
	return 0;
}

static void
rate(struct store *store, const char *item, int clarity, int result)
{
	char c[] = "clarity", r[] = "result";
	const struct rating ratings[] = {
	    {.signal = c, .value = clarity, .note = str_empty},
	    {.signal = r, .value = result, .note = str_empty},
	};
	struct err err = {0};

	assert_done(
	    store_calibration_rate(store, item, ratings, 2, AT_S, &err), &err);
}

static void
they_come_in_their_order(void **state)
{
	const struct fixture *fixture = *state;
	struct calibration_row *rows;
	struct err err = {0};
	int n;

	assert_done(store_calibration(fixture->store, &rows, &n, &err), &err);
	assert_int_equal(n, 2);
	assert_string_equal(rows[0].item, "first");
	assert_string_equal(rows[0].prompt, "What?");
	assert_string_equal(rows[0].answer, "I did, I did.");
	assert_int_equal(rows[0].scores[0], 2);
	assert_int_equal(rows[0].scores[3], 5);
	assert_string_equal(rows[1].item, "second");
	assert_string_equal(rows[1].rubric->key, "plain");
	assert_false(calibration_rated(&rows[1]));
	assert_int_equal(calibration_drift(&rows[1]).n, 0);
	calibration_rows_free(rows, n);
}

static void
the_latest_rating_is_held_against_the_reference(void **state)
{
	const struct fixture *fixture = *state;
	struct store *store = fixture->store;
	struct calibration_row row;
	struct err err = {0};
	struct drift drift;

	rate(store, "second", 5, 5);
	rate(store, "second", 2, 2);
	assert_int_equal(store_calibration_get(store, "second", &row, &err), 1);
	assert_true(calibration_rated(&row));
	assert_int_equal(row.mine[0], 2);
	assert_int_equal(row.mine[1], 2);
	drift = calibration_drift(&row);
	assert_int_equal(drift.n, 2);
	assert_int_equal(drift.sum, -2 + 1);
	assert_int_equal(drift.apart, 2 + 1);
	calibration_row_release(&row);
}

static void
what_is_not_there_is_not_found(void **state)
{
	const struct fixture *fixture = *state;
	struct calibration_row row;
	struct err err = {0};

	assert_int_equal(
	    store_calibration_get(fixture->store, "third", &row, &err), 0);
	fixture_sql(fixture->path,
	    "UPDATE calibration SET rubric = 'gone' WHERE item = 'second'");
	assert_int_equal(
	    store_calibration_get(fixture->store, "second", &row, &err), 0);
}

static void
ratings_of_an_item_are_kept_when_it_is_gone(void **state)
{
	const struct fixture *fixture = *state;
	char *text;

	rate(fixture->store, "gone", 5, 1);
	text = fixture_export(fixture->store, "calibration-ratings");
	assert_string_equal(text, "item,signal,rating,rated_at\r\n"
				  "gone,clarity,5,2026-01-01T10:00:00Z\r\n"
				  "gone,result,1,2026-01-01T10:00:00Z\r\n");
	free(text);
}

#define SCORES "clarity:4|result:1"
#define WHY    "clarity=a|result=b"

static const struct {
	const char *kind, *csv;
	int column;
	const char *field, *message;
} wrong[] = {
    {"calibration", HEADER "x,1,none,P,A,no," SCORES "," WHY "\r\n", 3,
	"rubric", "rubric 'none' is not known; import the rubrics first"},
    {"calibration", HEADER "x,1,plain,P,A,no,clarity:4," WHY "\r\n", 7,
	"scores", "signal 'result' has no rating"},
    {"calibration", HEADER "x,1,plain,P,A,no,clarity:4|result:6," WHY "\r\n", 7,
	"scores",
	"'result' is '6', wanted a whole number from 1 to 5 after a colon"},
    {"calibration", HEADER "x,1,plain,P,A,no," SCORES "|task:3," WHY "\r\n", 7,
	"scores", "rubric 'plain' has no signal 'task'"},
    {"calibration", HEADER "x,1,plain,P,A,no," SCORES ",clarity=a\r\n", 8,
	"why", "signal 'result' has no sentence"},
    {"calibration", HEADER "x,1,plain,P,A,no," SCORES ",\r\n", 8, "why",
	"why is missing"},
    {"calibration", HEADER "x,one,plain,P,A,no," SCORES "," WHY "\r\n", 2,
	"position", "position is 'one', wanted a whole number"},
    {"calibration-ratings",
	"item,signal,rating,rated_at\r\nx,task,6,2026-01-01T00:00:00Z\r\n", 3,
	"rating", "rating must be 1 to 5"},
    {"calibration-ratings",
	"item,signal,rating,rated_at\r\nx,task,5,yesterday\r\n", 4, "rated_at",
	"rated_at is 'yesterday', wanted a UTC time such as "
	"2026-11-20T09:30:00Z"},
};

static void
a_wrong_row_is_refused_with_its_place(void **state)
{
	const struct fixture *fixture = *state;

	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		const struct import_options options = {
		    .name = "file.csv", .kind = kind_find(wrong[i].kind)};
		struct import_report report;
		struct err err = {0};

		assert_int_equal(fixture_import_with(fixture->store, &options,
				     wrong[i].csv, &report, &err),
		    -1);
		assert_int_equal(report.n_problems, 1);
		assert_int_equal(report.problems[0].line, 2);
		assert_int_equal(report.problems[0].column, wrong[i].column);
		assert_string_equal(report.problems[0].field, wrong[i].field);
		assert_string_equal(
		    report.problems[0].message, wrong[i].message);
		import_report_release(&report);
	}
}

static void
the_kinds_are_told_from_their_headers(void **state)
{
	const struct fixture *fixture = *state;
	const struct import_options options = {.name = "file.csv"};
	struct import_report report;
	struct err err = {0};

	assert_done(
	    fixture_import_with(fixture->store, &options, items, &report, &err),
	    &err);
	assert_string_equal(report.kind->name, "calibration");
	assert_int_equal(report.unchanged, 2);
	import_report_release(&report);
}

#define WITH_ITEMS(test)                                                       \
	cmocka_unit_test_setup_teardown(test, set_up, fixture_tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    WITH_ITEMS(they_come_in_their_order),
	    WITH_ITEMS(the_latest_rating_is_held_against_the_reference),
	    WITH_ITEMS(what_is_not_there_is_not_found),
	    WITH_ITEMS(ratings_of_an_item_are_kept_when_it_is_gone),
	    WITH_ITEMS(a_wrong_row_is_refused_with_its_place),
	    WITH_ITEMS(the_kinds_are_told_from_their_headers),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name(
	    "calibration store", tests, NULL, NULL);
}
