/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "core/sheet.h"

static char task[] = "task", action[] = "action", result[] = "result";

static const struct rubric rubric = {
    .n = 3,
    .metric = true,
    .signals = {{.key = task}, {.key = action}, {.key = result}},
};

static void
a_high_rating_asks_for_the_words_that_earn_it(void **state)
{
	struct sheet sheet;

	(void)state;
	sheet_init(&sheet);
	assert_int_equal(sheet.earning, -1);
	sheet_rate(&sheet, &rubric, 3);
	assert_int_equal(sheet.earning, -1);
	sheet_rate(&sheet, &rubric, 4);
	assert_int_equal(sheet.earning, 1);
	assert_int_equal(sheet.cursor, 2);
	sheet_earn(&sheet, "I cut it");
	assert_int_equal(sheet.earning, -1);
	assert_string_equal(sheet.notes[1], "I cut it");
	sheet_earn(&sheet, "nobody asked");
	assert_string_equal(sheet.notes[1], "I cut it");
	assert_null(sheet.notes[0]);
	sheet_release(&sheet);
}

static void
the_question_passes_when_something_else_is_done(void **state)
{
	struct sheet sheet;

	(void)state;
	sheet_init(&sheet);
	sheet_rate(&sheet, &rubric, 5);
	sheet_rate(&sheet, &rubric, 2);
	assert_int_equal(sheet.earning, -1);
	sheet_rate(&sheet, &rubric, 5);
	sheet_move(&sheet, &rubric, -1);
	assert_int_equal(sheet.earning, -1);
	sheet_rate(&sheet, &rubric, 5);
	sheet_give_metric(&sheet, &rubric, true);
	assert_int_equal(sheet.earning, -1);
	sheet_release(&sheet);
}

static void
words_go_with_a_rating_that_they_no_longer_earn(void **state)
{
	struct sheet sheet;
	struct rating ratings[3];

	(void)state;
	sheet_init(&sheet);
	for (int i = 0; i < 3; i++) {
		sheet_rate(&sheet, &rubric, 5);
		sheet_earn(&sheet, "these");
	}
	sheet_move(&sheet, &rubric, -3);
	sheet_rate(&sheet, &rubric, 3);
	sheet_undo(&sheet, &rubric);
	assert_int_equal(sheet.ratings[0], 5);
	assert_string_equal(sheet.notes[0], "these");
	sheet_rate(&sheet, &rubric, 3);
	sheet_move(&sheet, &rubric, -3);
	sheet_move(&sheet, &rubric, 1);
	sheet_rate(&sheet, &rubric, 4);
	sheet_earn(&sheet, "");
	sheet_ratings(&sheet, &rubric, ratings);
	assert_string_equal(ratings[0].note, "");
	assert_string_equal(ratings[1].note, "");
	assert_string_equal(ratings[2].note, "these");
	assert_int_equal(ratings[1].value, 4);
	assert_string_equal(ratings[2].signal, "result");
	sheet_release(&sheet);
}

static void
undo_gives_back_the_words_that_stood_there(void **state)
{
	struct sheet sheet;

	(void)state;
	sheet_init(&sheet);
	sheet_rate(&sheet, &rubric, 4);
	sheet_earn(&sheet, "the old ones");
	sheet_move(&sheet, &rubric, -1);
	sheet_rate(&sheet, &rubric, 5);
	sheet_earn(&sheet, "the new ones");
	assert_true(sheet_undo(&sheet, &rubric));
	assert_int_equal(sheet.ratings[0], 4);
	assert_string_equal(sheet.notes[0], "the old ones");
	assert_true(sheet_undo(&sheet, &rubric));
	assert_int_equal(sheet.ratings[0], 0);
	assert_null(sheet.notes[0]);
	for (int i = 0; i <= SHEET_UNDO; i++) {
		sheet_move(&sheet, &rubric, -3);
		sheet_rate(&sheet, &rubric, 5);
		sheet_earn(&sheet, "again");
	}
	for (int i = 0; i < SHEET_UNDO; i++)
		assert_true(sheet_undo(&sheet, &rubric));
	assert_string_equal(sheet.notes[0], "again");
	assert_false(sheet_undo(&sheet, &rubric));
	sheet_release(&sheet);
}

static void
without_the_measured_result_the_signals_are_all(void **state)
{
	struct sheet sheet;

	(void)state;
	sheet_init(&sheet);
	sheet.signals_only = true;
	for (int i = 0; i < 3; i++) {
		assert_false(sheet_rated(&sheet, &rubric));
		sheet_rate(&sheet, &rubric, 3);
	}
	assert_int_equal(sheet.cursor, 2);
	assert_true(sheet_rated(&sheet, &rubric));
	sheet_give_metric(&sheet, &rubric, true);
	assert_int_equal(sheet.metric, GIVEN_UNKNOWN);
	sheet_move(&sheet, &rubric, 5);
	assert_int_equal(sheet.cursor, 2);
	sheet_release(&sheet);
}

static void
what_is_presumed_was_not_said(void **state)
{
	struct sheet sheet;

	(void)state;
	sheet_init(&sheet);
	sheet_presume_metric(&sheet, &rubric);
	assert_int_equal(sheet.metric, GIVEN_YES);
	assert_int_equal(sheet_metric_said(&sheet), GIVEN_UNKNOWN);
	sheet_give_metric(&sheet, &rubric, true);
	assert_int_equal(sheet_metric_said(&sheet), GIVEN_YES);
	sheet_undo(&sheet, &rubric);
	assert_int_equal(sheet_metric_said(&sheet), GIVEN_UNKNOWN);
	sheet_clear(&sheet);
	assert_int_equal(sheet.metric, GIVEN_UNKNOWN);
	sheet_give_metric(&sheet, &rubric, false);
	sheet_presume_metric(&sheet, &rubric);
	assert_int_equal(sheet_metric_said(&sheet), GIVEN_NO);
	sheet_release(&sheet);
}

static void
clearing_keeps_the_measured_result(void **state)
{
	struct sheet sheet;

	(void)state;
	sheet_init(&sheet);
	sheet_rate(&sheet, &rubric, 5);
	sheet_earn(&sheet, "these");
	sheet_give_metric(&sheet, &rubric, true);
	sheet_clear(&sheet);
	assert_int_equal(sheet.ratings[0], 0);
	assert_null(sheet.notes[0]);
	assert_int_equal(sheet.metric, GIVEN_YES);
	assert_false(sheet_undo(&sheet, &rubric));
	sheet_release(&sheet);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_high_rating_asks_for_the_words_that_earn_it),
	    cmocka_unit_test(the_question_passes_when_something_else_is_done),
	    cmocka_unit_test(words_go_with_a_rating_that_they_no_longer_earn),
	    cmocka_unit_test(undo_gives_back_the_words_that_stood_there),
	    cmocka_unit_test(without_the_measured_result_the_signals_are_all),
	    cmocka_unit_test(what_is_presumed_was_not_said),
	    cmocka_unit_test(clearing_keeps_the_measured_result),
	};

	return cmocka_run_group_tests_name("sheet", tests, NULL, NULL);
}
