/* SPDX-License-Identifier: MIT */
/* kill -9 in every phase of a round: what was acknowledged is there after a
 * restart, the clocks went on, and the round can be ended. */
#include <stdlib.h>
#include <string.h>

#include "unit/unit.h"

#include "round.h"

/* A question that gives no data. */
#define CLARIFIED "execution-daily-users-fell"

/* One that is worked on over days. */
#define OVER_DAYS "take-home-grocery-substitutions"

/* Statements. */
#define ANSWER_COUNT "SELECT count(*) FROM answer"
#define RATINGS      "SELECT group_concat(rating, '') FROM rating"
#define DRAFT_PARTS  "SELECT parts FROM draft"
#define DRAFT_RATED  "SELECT substr(ratings, 1, 5) FROM draft"

static void
an_answer_is_resumed_where_it_was(void **state)
{
	struct vt *vt = round_begin(*state, "90");
	int64_t begun = vt_now_ms();

	round_say(vt, "My team grew 增长");
	vt_await_sql(vt, *state, DRAFT_TEXT, "My team grew 增长");
	int shown_s = round_clock_s(vt);

	round_kill(vt);
	vt = round_resume(*state);
	vt_await(vt, "My team grew 增长");
	vt_await_caret(vt, ROUND_TEXT_ROW, (int)strlen("My team grew 1234"));
	assert_in_range(round_clock_s(vt), 1, shown_s);
	round_say(vt, " by 12 %");
	int64_t least_ms = vt_now_ms() - begun;

	round_rate(vt, "4534");
	round_leave(vt);
	assert_sql(*state, ANSWER_TEXT, "My team grew 增长 by 12 %");
	assert_at_least(*state, "SELECT 1000 * answer_s FROM answer", least_ms);
	assert_sql(*state, ANSWER_COUNT, "1");
	assert_sql(*state, DRAFT_COUNT, "0");
}

/* The text is kept while it is typed too, not only at a rest. */
static void
typing_without_a_rest_is_kept(void **state)
{
	struct vt *vt = round_begin(*state, "90");
	int64_t limit = vt_now_ms() + VT_LIMIT_MS;
	char *kept = NULL;

	while (kept == NULL || strchr(kept, '.') == NULL) {
		assert_true(vt_now_ms() < limit);
		free(kept);
		vt_type(vt, ".");
		vt_pass(vt, 50);
		kept = place_sql(*state, DRAFT_TEXT);
	}
	round_kill(vt);
	vt = round_resume(*state);
	vt_await(vt, kept);
	free(kept);
}

static void
thinking_goes_on(void **state)
{
	struct vt *vt =
	    vt_rehearse(*state, LIST("practice", "--question", ROUND_QUESTION,
				    "--seconds", "90", "--think", "60"));

	vt_await(vt, "think ");
	int64_t begun = vt_now_ms();

	vt_await_sql(vt, *state, DRAFT_PHASE, "think");
	round_kill(vt);
	vt = round_resume(*state);
	vt_await(vt, "Think. Enter starts the answer.");
	vt_await(vt, "think 0:");
	int64_t least_ms = vt_now_ms() - begun;

	vt_type(vt, ENTER);
	vt_await(vt, " left");
	round_rate(vt, "4534");
	round_leave(vt);
	assert_at_least(*state, "SELECT 1000 * think_s FROM answer", least_ms);
}

static void
a_prediction_can_still_be_made(void **state)
{
	struct vt *vt = round_begin(*state, "90");

	round_say(vt, "Said and done");
	vt_type(vt, CTRL_D);
	vt_await(vt, ROUND_ASKS_OVERALL);
	round_kill(vt);
	assert_sql(*state, ANSWER_COUNT, "0");

	vt = round_resume(*state);
	vt_await(vt, ROUND_ASKS_OVERALL);
	vt_type(vt, "4");
	vt_await(vt, "> -  Situation");
	vt_type(vt, "4534y" ENTER);
	vt_await(vt, "You predicted 4;");
	round_leave(vt);
	assert_sql(*state, ANSWER_TEXT, "Said and done");
}

static void
ratings_that_were_given_stay(void **state)
{
	struct vt *vt = round_begin(*state, "90");

	vt_type(vt, "Said." CTRL_D "445");
	vt_await(vt, "> -  Action");
	vt_await_sql(vt, *state, DRAFT_RATED, "4|5|0");
	round_kill(vt);

	vt = round_resume(*state);
	vt_await(vt, "4  Situation");
	vt_await(vt, "5  Task");
	vt_await(vt, "> -  Action");
	vt_type(vt, "34y" ENTER);
	vt_await(vt, "You predicted 4;");
	round_leave(vt);
	assert_sql(*state, RATINGS, "4534");
	assert_sql(*state, ANSWER_TEXT, "Said.");
}

static void
an_answer_that_was_judged_is_there_once(void **state)
{
	struct vt *vt = round_begin(*state, "90");

	round_say(vt, "Said.");
	round_rate(vt, "4534");
	round_kill(vt);
	assert_sql(*state, RATINGS, "4534");
	assert_sql(*state, ANSWER_TEXT, "Said.");
	assert_sql(*state, DRAFT_COUNT, "0");

	/* There is nothing to resume: a new round begins. */
	vt = round_begin(*state, "90");
	assert_sql(*state, ANSWER_COUNT, "1");
}

static void
the_second_question_is_still_to_come(void **state)
{
	struct vt *vt = vt_rehearse(
	    *state, LIST("practice", "--round", "behavioural", "--questions",
			"2", "--seconds", "90", "--think", "0"));

	vt_await(vt, "Behavioural 1/2");
	vt_await(vt, " left");
	vt_type(vt, "The first." CTRL_D ENTER);
	vt_await(vt, ROUND_ASKS_SIGNALS);
	vt_await_gone(vt, ROUND_ASKS_OVERALL);
	vt_type(vt, "44444y" ENTER);
	vt_await(vt, ROUND_REVEALS);
	round_kill(vt);
	assert_sql(*state, ANSWER_TEXT, "The first.");

	vt = round_resume(*state);
	vt_await(vt, "Behavioural 2/2");
	vt_await(vt, "Enter shows the question and starts its clock.");
	vt_type(vt, ENTER);
	vt_await(vt, " left");
	vt_type(vt, "The second." CTRL_D ENTER "44444y" ENTER ENTER ENTER);
	assert_int_equal(vt_end(vt), 0);
	assert_sql(*state,
	    "SELECT group_concat(answer, ' ') FROM "
	    "(SELECT answer FROM answer ORDER BY answer_pk)",
	    "The first. The second.");
	assert_sql(*state, "SELECT count(*) FROM session", "1");
}

/* Questions back are kept like the text, and still asked for after it. */
static void
questions_back_are_kept(void **state)
{
	struct vt *vt =
	    vt_rehearse(*state, LIST("practice", "--question", CLARIFIED,
				    "--seconds", "90", "--think", "0"));

	vt_await(vt, "Ask before you answer");
	vt_type(vt, "Since when?" ENTER "Where");
	vt_await_sql(vt, *state, DRAFT_PARTS,
	    "clarifying||Since when?|clarifying||Where");
	round_kill(vt);

	vt = round_resume(*state);
	vt_await(vt, "Ask before you answer");
	vt_await(vt, "Since when?");
	vt_type(vt, "\x7f"
		    " from?" ENTER ENTER "It is real.");
	vt_await(vt, "? Where from?");
	vt_await_sql(vt, *state, DRAFT_TEXT, "It is real.");
	round_kill(vt);

	vt = round_resume(*state);
	vt_await(vt, "It is real.");
	vt_await(vt, "? Since when?");
	vt_type(vt, CTRL_D ENTER "44444y" ENTER);
	vt_await(vt, "Asked before the answer: 2");
	assert_sql(*state, ANSWER_TEXT, "It is real.");
	assert_sql(*state,
	    "SELECT group_concat(text, '|') FROM "
	    "(SELECT text FROM part ORDER BY position)",
	    "Since when?|Where from?");
}

/* Over days the text is taken up with its headings. */
static void
work_of_days_is_taken_up(void **state)
{
	struct vt *vt =
	    vt_rehearse(*state, LIST("practice", "--question", OVER_DAYS,
				    "--seconds", "90", "--think", "0"));

	vt_await(vt, "## Trade-offs");
	round_say(vt, "A third");
	vt_await_sql(
	    vt, *state, "SELECT substr(text, 23, 7) FROM draft", "A third");
	round_kill(vt);

	vt = round_resume(*state);
	vt_await(vt, "A third");
	vt_await(vt, "## User insight");
	round_say(vt, " is refused");
	vt_type(vt, ESC);
	vt_await(vt, "put it down until later");
	vt_type(vt, "l");
	vt_await_sql(vt, *state, "SELECT substr(text, 23, 18) FROM draft",
	    "A third is refused");
	assert_int_equal(vt_end(vt), 0);

	vt = round_resume(*state);
	vt_await(vt, "A third is refused");
	vt_type(vt, CTRL_D ENTER "4444y" ENTER);
	vt_await(vt, "Words by section: 4");
	round_leave(vt);
	assert_sql(*state, "SELECT paused_s FROM answer", "0.0");
	assert_sql(*state, "SELECT substr(answer, 23, 18) FROM answer",
	    "A third is refused");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    IN_ROUND(an_answer_is_resumed_where_it_was),
	    IN_ROUND(typing_without_a_rest_is_kept),
	    IN_ROUND(thinking_goes_on),
	    IN_ROUND(a_prediction_can_still_be_made),
	    IN_ROUND(ratings_that_were_given_stay),
	    IN_ROUND(an_answer_that_was_judged_is_there_once),
	    IN_ROUND(the_second_question_is_still_to_come),
	    IN_ROUND(questions_back_are_kept),
	    IN_ROUND(work_of_days_is_taken_up),
	};

	return cmocka_run_group_tests_name("kill", tests, NULL, NULL);
}
