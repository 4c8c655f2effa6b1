/* SPDX-License-Identifier: MIT */
/* Whole rounds at the terminal, and what is kept of them. */
#include <stdlib.h>
#include <string.h>

#include "unit/unit.h"

#include "round.h"

/* Han, an emoji, a family of three joined into one, a combining accent; what
 * stands in quotes and after commas is what CSV has to quote. */
static const char spoken[] = "I led 增长 by 12 %, 🙂\nthe cafe\u0301 team "
			     "👨‍👩‍👧\n\nusers grew 3×\tin May";

static bool
holds(const char *text, const char *part)
{
	if (strstr(text, part) == NULL)
		print_error("not in the text: %s\n%s\n", part, text);
	return strstr(text, part) != NULL;
}

static int
lines_of(const char *text)
{
	int n = 0;

	for (; *text != '\0'; text++)
		n += *text == '\n';
	return n;
}

static void
assert_kept_progress(const struct place *place)
{
	char *progress = place_output(place, LIST("export", "progress"));

	assert_int_equal(lines_of(progress), 1 + 4);
	assert_true(holds(progress, ",situation,1,4,4,3.9,hire,yes\r\n"));
	assert_true(holds(progress, ",task,1,5,5,3.9,hire,yes\r\n"));
	assert_true(holds(progress, ",action,1,3,3,3.9,hire,yes\r\n"));
	assert_true(holds(progress, ",result,1,4,4,3.9,hire,yes\r\n"));
	free(progress);
}

static void
assert_kept_ratings(const struct place *place)
{
	char *ratings = place_output(place, LIST("export", "ratings"));

	assert_int_equal(lines_of(ratings), 1 + 4);
	assert_true(holds(ratings, "," ROUND_QUESTION ",self,situation,4,"));
	assert_true(holds(ratings, "," ROUND_QUESTION ",self,task,5,"));
	assert_true(holds(ratings, "," ROUND_QUESTION ",self,action,3,"));
	assert_true(holds(ratings, "," ROUND_QUESTION ",self,result,4,"));
	free(ratings);
}

static void
a_round_is_kept_as_it_was_answered(void **state)
{
	struct vt *vt = round_begin_in(*state, "typed", "20");

	vt_type(vt, spoken);
	vt_await(vt, "in May");
	vt_type(vt, CTRL_D);
	vt_await(vt, ROUND_ASKS_OVERALL);
	vt_type(vt, "4");
	vt_await(vt, "> -  Situation");
	vt_type(vt, "4");
	vt_await(vt, "> -  Task");
	vt_type(vt, "5");
	vt_await(vt, "> -  Action");
	vt_type(vt, "3");
	vt_await(vt, "> -  Result");
	vt_type(vt, "4");
	vt_await(vt, "> " ROUND_ASKS_METRIC);
	vt_type(vt, "y");
	vt_await(vt, "Measured result given?  yes");
	vt_type(vt, ENTER);
	vt_await(vt, "Overall 3.90 of 5: hire");
	vt_await(vt, "You predicted 4; the difference is -0.10.");
	vt_await(vt, "< limiting");
	round_leave(vt);

	assert_kept_progress(*state);
	assert_kept_ratings(*state);
	assert_sql(*state, ANSWER_TEXT, spoken);
	char *answers = place_output(*state, LIST("export", "answers"));

	assert_true(holds(answers, spoken));
	assert_true(holds(answers, ",typed,20,0,"));
	assert_true(holds(answers, ",4,3.9,hire,action,yes,no,no,yes,"));
	free(answers);
	assert_sql(*state, DRAFT_COUNT, "0");
}

/* In a round that is spoken by itself what is typed is kept as well. */
static void
notes_and_marks_are_kept_in_time(void **state)
{
	struct vt *vt = round_begin(*state, "20");

	round_say(vt, "a note");
	vt_type(vt, "\t");
	vt_await(vt, ">Situation");
	vt_type(vt, "\t");
	vt_await(vt, ">Task");
	round_rate(vt, "4534");
	vt_await(vt, "target against actual");
	round_leave(vt);
	assert_sql(*state, ANSWER_TEXT, "a note");
	assert_sql(*state, "SELECT mode FROM answer", "spoken");
	assert_sql(*state,
	    "SELECT opening_s >= 0 AND splits GLOB 'situation:*|task:*' "
	    "FROM answer",
	    "1");
}

static void
keys_typed_ahead_are_not_lost(void **state)
{
	struct vt *vt = round_begin_in(*state, "typed", "20");

	vt_type(vt, spoken);
	vt_type(vt, CTRL_D "44534y" ENTER ENTER ENTER);
	assert_int_equal(vt_end(vt), 0);
	assert_kept_progress(*state);
	assert_sql(*state, ANSWER_TEXT, spoken);
}

static void
the_caret_stands_where_text_goes(void **state)
{
	struct vt *vt = round_begin(*state, "20");

	/* Two cells for a Han character and an emoji, none for an accent. */
	vt_type(vt, "增长🙂e\u0301");
	vt_await_caret(vt, ROUND_TEXT_ROW, 2 + 2 + 2 + 1);
	vt_key(vt, VTERM_KEY_LEFT);
	vt_key(vt, VTERM_KEY_LEFT);
	vt_await_caret(vt, ROUND_TEXT_ROW, 2 + 2);
	vt_type(vt, "\x7f!");
	vt_await_caret(vt, ROUND_TEXT_ROW, 2 + 1);
	vt_key(vt, VTERM_KEY_END);
	vt_type(vt, "\x7f.");
	round_rate(vt, "4534");
	round_leave(vt);
	assert_sql(*state, ANSWER_TEXT, "增!🙂.");
}

static void
answer_once(const struct place *place, const char *ratings)
{
	struct vt *vt = round_begin(place, "20");

	vt_type(vt, "Done." CTRL_D ENTER);
	vt_type(vt, ratings);
	vt_type(vt, "y" ENTER ENTER ENTER);
	assert_int_equal(vt_end(vt), 0);
}

/* Any pattern of the Braille block, U+2801 to U+28FF, in UTF-8. */
static bool
shows_braille(struct vt *vt)
{
	const char *at = vt_screen(vt);

	while ((at = strchr(at, '\xe2')) != NULL && *++at != '\0')
		if (*at >= '\xa0' && *at <= '\xa3')
			return true;
	return false;
}

static struct vt *
review(const struct place *place)
{
	struct vt *vt = vt_rehearse(place, LIST("review"));

	vt_await(vt, "Review: your signals");
	return vt;
}

static void
leave_review(struct vt *vt)
{
	vt_type(vt, "q");
	vt_await(vt, "Review: your signals");
	vt_type(vt, "q");
	assert_int_equal(vt_end(vt), 0);
}

static void
a_review_shows_whether_the_ratings_rise(void **state)
{
	static const char *const rising[] = {"1111", "2222", "3333", "4444"};
	struct vt *vt;

	for (size_t i = 0; i < sizeof(rising) / sizeof(rising[0]); i++)
		answer_once(*state, rising[i]);
	vt = review(*state);
	vt_await(vt, "4 sessions rated by self");
	vt_await(vt, "▁▃▅▆");
	vt_type(vt, ENTER);
	vt_await(vt, "n 4: too few sessions for a trend; mean 2.50");
	vt_await_that(vt, shows_braille);
	leave_review(vt);

	answer_once(*state, "5555");
	vt = review(*state);
	vt_await(vt, "5 sessions rated by self");
	vt_type(vt, ENTER);
	vt_await(vt, "n 5  mean 3.00  rising: +1.00 a session");
	leave_review(vt);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    IN_ROUND(a_round_is_kept_as_it_was_answered),
	    IN_ROUND(notes_and_marks_are_kept_in_time),
	    IN_ROUND(keys_typed_ahead_are_not_lost),
	    IN_ROUND(the_caret_stands_where_text_goes),
	    IN_ROUND(a_review_shows_whether_the_ratings_rise),
	};

	return cmocka_run_group_tests_name("round", tests, NULL, NULL);
}
