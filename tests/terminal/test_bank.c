/* SPDX-License-Identifier: MIT */
/* A question of one's own, from the form to the database. */
#include <stdlib.h>
#include <string.h>

#include "unit/unit.h"

#include "round.h"

#define WHAT "Which of your habits would you keep?"

static void
expect_sql(const struct place *place, const char *sql, const char *expected)
{
	char *value = place_sql(place, sql);

	assert_non_null(value);
	assert_string_equal(value, expected);
	free(value);
}

static void
a_question_is_added_retired_and_taken_away(void **state)
{
	const struct place *place = *state;
	struct vt_options options = {.call.arguments = LIST("questions")};
	struct vt *vt = vt_open(place, &options);

	vt_await(vt, "Question bank");
	vt_type(vt, "a");
	vt_await(vt, "New question");
	vt_type(vt, WHAT "\t");
	vt_await(vt, "> Round");
	vt_type(vt, ESC "[Z");
	vt_await(vt, "> Question");
	vt_type(vt, CTRL_D);
	vt_await(vt, "Question bank");
	vt_await(vt, WHAT);
	expect_sql(place,
	    "SELECT count(*) FROM question WHERE prompt = '" WHAT
	    "' AND origin = 'user'",
	    "1");
	vt_type(vt, "d");
	vt_await(vt, "(retired) ");
	expect_sql(place, "SELECT tags FROM question WHERE prompt = '" WHAT "'",
	    "retired");
	vt_type(vt, "u");
	vt_await_gone(vt, "(retired) ");
	vt_type(vt, "u");
	vt_await_gone(vt, WHAT);
	expect_sql(place,
	    "SELECT count(*) FROM question WHERE prompt = '" WHAT "'", "0");
	vt_type(vt, "q");
	assert_int_equal(vt_end(vt), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    IN_ROUND(a_question_is_added_retired_and_taken_away),
	};

	return cmocka_run_group_tests_name(
	    "the bank at a terminal", tests, NULL, NULL);
}
