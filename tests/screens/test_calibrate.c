/* SPDX-License-Identifier: MIT */
/* Rating again, against a reference, and as a peer; and what that shows. */
#include <stdlib.h>
#include <string.h>

#include "past.h"
#include "stage.h"

#include "base/str.h"
#include "store/session.h"

static const char item[] =
    "item,position,rubric,prompt,answer,metric,scores,why\r\n"
    "a-item,0,star,What did you launch?,I launched a thing.,no,"
    "situation:2|task:3|action:4|result:1,"
    "situation=Short.|task=Own part told.|action=Steps told.|"
    "result=No figure.\r\n";

static int64_t
count(const char *sql)
{
	return fixture_sql_int(store_path(stage_store()), sql);
}

/* On the built-in test answers stands this one first. */
static void
calibrate(void)
{
	fixture_import(stage_store(), "calibration", item);
	stage_open(&home_screen, NULL);
	stage_key('c');
	assert_screen("calibration");
}

static void
home_tells_what_waits_and_nothing_else(void **state)
{
	(void)state;
	past_add(&(struct past){.days_ago = 1, .ratings = "4444"});
	stage_open(&home_screen, NULL);
	assert_sees("c rate answers again a day later");
	assert_sees_not("rate again:");
	past_add(&(struct past){.days_ago = 2, .ratings = "4444"});
	past_add(&(struct past){.days_ago = 3, .ratings = "4444"});
	past_add(&(struct past){.days_ago = 4, .ratings = "4444"});
	stage_open(&home_screen, NULL);
	assert_sees("c rate again: 2 answers wait");
}

static void
whoever_is_new_is_told_what_comes(void **state)
{
	(void)state;
	calibrate();
	assert_sees("An answer that you rate waits here a day later.");
	assert_sees("> test not rated What did you launch?");
	assert_sees_not("drift");
}

static void
the_next_answer_is_told_by_its_hour(void **state)
{
	(void)state;
	past_add(&(struct past){.days_ago = 1, .ratings = "4444"});
	calibrate();
	assert_sees("The next answer waits to be rated again from "
		    "2026-11-20 09:31 on.");
	stage_wait_s(100);
	stage_keys("qc");
	assert_sees("1 answer waits to be rated again, the old scores hidden.");
}

static void
old_scores_are_hidden_until_the_new_are_kept(void **state)
{
	(void)state;
	past_add(&(struct past){
	    .days_ago = 2, .ratings = "5421", .text = "I owned it all."});
	calibrate();
	assert_sees("> again 2026-11-18 09:30 Tell me about a failure");
	assert_sees_not("3.");
	stage_key('\n');
	assert_sees("Once more: your answer of 2026-11-18");
	assert_sees("Tell me about a failure that you owned.");
	assert_sees("I owned it all.");
	assert_sees("- Situation");
	assert_sees("- Result");
	stage_key('v');
	assert_sees_not("I owned it all.");
	stage_keys("4\n");
	stage_keys("4\n");
	assert_sees("4 Situation");
	assert_sees("- Result");
	stage_keys("2");
	stage_key('\n');
	assert_sees("rate every signal first");
	assert_int_equal(
	    count("SELECT count(*) FROM rating WHERE rater = 'cold'"), 0);
	stage_keys("2\n");
	assert_screen("comparison");
	assert_sees("then now");
	assert_sees("Situation 5 4 1 higher when it was fresh");
	assert_sees("Task 4 4 the same both times");
	assert_sees("Result 1 2 1 lower when it was fresh");
	assert_sees("Over all: no higher when fresh, 0.50 apart.");
	assert_int_equal(
	    count("SELECT sum(rating) FROM rating WHERE rater = 'cold'"), 12);
	assert_int_equal(
	    count("SELECT sum(rating) FROM rating WHERE rater = 'self'"), 12);
	stage_key('\n');
	assert_screen("calibration");
	assert_sees_not("again 2026");
	assert_sees("drift Situation 1 of 5 rated twice");
}

static void
words_are_kept_with_a_cold_rating(void **state)
{
	char *note;

	(void)state;
	past_add(&(struct past){.days_ago = 2, .ratings = "1111"});
	calibrate();
	stage_keys("\n5emy own words\n333\n");
	assert_screen("comparison");
	note = fixture_sql_text(store_path(stage_store()),
	    "SELECT note FROM rating WHERE rater = 'cold' AND rating = 5");
	assert_string_equal(note, "my own words");
	free(note);
}

static void
leaving_keeps_nothing(void **state)
{
	(void)state;
	past_add(&(struct past){.days_ago = 2, .ratings = "1111"});
	calibrate();
	stage_keys("\n33q");
	assert_sees("Leave without rating?");
	stage_key('x');
	assert_screen("calibration");
	assert_sees("again 2026-11-18");
	assert_int_equal(
	    count("SELECT count(*) FROM rating WHERE rater = 'cold'"), 0);
}

/* Five answers, one more than not enough. */
static void
drift_is_shown_from_five_answers_on(void **state)
{
	(void)state;
	for (int i = 1; i <= 5; i++) {
		char id[] = "past-answer-0", session[] = "past-0";
		char situation[] = "situation";
		struct rating rating = {
		    .signal = situation, .value = 3, .note = str_empty};
		struct err err = {0};

		id[sizeof(id) - 2] = session[sizeof(session) - 2] =
		    (char)('0' + i);
		past_add(&(struct past){
		    .days_ago = i, .ratings = i == 1 ? "2222" : "4444"});
		assert_done(store_ratings_add(stage_store(), session, id,
				"cold", &rating, 1, STAGE_AT_S, &err),
		    &err);
		calibrate();
		if (i < 5)
			assert_sees_not("when fresh");
		stage_keys("q");
	}
	calibrate();
	assert_sees("drift Situation 0.60 higher when fresh, 1.00 apart, n 5");
	stage_key('G');
	stage_key('\n');
	assert_screen("chart");
	assert_sees("n 5 mean 3.00");
}

/* Coming back to it, the names of the signals can't be read any more. */
static void
what_can_not_be_read_again_is_told(void **state)
{
	char situation[] = "situation";
	struct rating rating = {
	    .signal = situation, .value = 3, .note = str_empty};
	struct err err = {0};

	(void)state;
	past_add(&(struct past){.days_ago = 2, .ratings = "4444"});
	assert_done(store_ratings_add(stage_store(), "past-2", "past-answer-2",
			"cold", &rating, 1, STAGE_AT_S, &err),
	    &err);
	calibrate();
	assert_sees("drift Situation 1 of 5 rated twice");
	stage_key('\n');
	fixture_sql(store_path(stage_store()),
	    "ALTER TABLE rubric_signal RENAME COLUMN label TO called");
	stage_keys("q");
	assert_screen("calibration");
	assert_sees("can't read: no such column");
	assert_sees_not("drift");
}

static void
a_test_answer_is_held_against_its_reference(void **state)
{
	(void)state;
	calibrate();
	stage_key('\n');
	assert_sees("Rate this answer as a panel would");
	assert_sees("I launched a thing.");
	assert_sees_not("No figure.");
	stage_keys("3322\n");
	assert_screen("comparison");
	assert_sees("reference you");
	assert_sees("Situation 2 3 1 above the reference Short.");
	assert_sees("Action 4 2 2 under the reference Steps told.");
	assert_sees("Over all: level with the reference, 1.00 apart.");
	stage_keys("q");
	assert_sees("> test level with the reference What did you launch?");
	assert_sees("On the test answers you are level with the reference.");
	stage_keys("\n4\n3\n");
	stage_keys("x"); /* nothing asks: it is no key */
	assert_screen("rating what is kept");
	assert_sees_not("No figure.");
}

static void
private_texts_are_not_rated(void **state)
{
	(void)state;
	past_add(&(struct past){.days_ago = 2, .ratings = "4444"});
	stage_desk()->private = true;
	calibrate();
	stage_key('\n');
	assert_screen("calibration");
	assert_sees("--private hides its text");
	stage_keys("j\n");
	assert_screen("rating what is kept");
}

static void
a_narrow_screen_shows_question_and_answer_by_v(void **state)
{
	(void)state;
	past_add(&(struct past){.days_ago = 2, .ratings = "4444"});
	stage_resize(12, 40);
	calibrate();
	assert_sees("> 2026-11-18 09:30 Tell me about a fai");
	stage_key('\n');
	assert_sees("Tell me about a failure that you owned.");
	assert_sees("I owned it.");
	stage_key('v');
	assert_sees_not("I owned it.");
	stage_keys("3333\n");
	assert_screen("comparison");
	assert_sees("Situation 4 3 1 higher when it was fresh");
}

static void
on_a_wide_screen_they_stand_side_by_side(void **state)
{
	(void)state;
	past_add(&(struct past){.days_ago = 2, .ratings = "4444"});
	stage_resize(40, 120);
	calibrate();
	stage_key('\n');
	assert_sees("I owned it.");
	assert_sees(" 5 "); /* the anchors beside it */
}

/* As a peer. */

static void
answer(int days_ago)
{
	char id[] = "past-answer-0";

	id[sizeof(id) - 2] = (char)('0' + days_ago);
	stage_open(&answer_screen, id);
}

static void
a_peer_rates_unseen_what_oneself_gave(void **state)
{
	(void)state;
	past_add(&(struct past){.days_ago = 2, .ratings = "4321"});
	answer(2);
	stage_key('r');
	assert_sees("Which peer rates it?");
	stage_keys(" Mei q \n");
	assert_screen("rating what is kept");
	assert_sees("Mei q rates the answer");
	assert_sees_not("4");
	stage_keys("3333\n");
	assert_sees("you Mei q");
	assert_sees("Situation 4 3 1 lower than you");
	assert_int_equal(
	    count("SELECT count(*) FROM rating WHERE rater = 'Mei q'"), 4);
	stage_key('\n');
	assert_screen("answer");
	assert_sees("Situation ####- 4");
}

static void
nobody_is_no_peer(void **state)
{
	(void)state;
	past_add(&(struct past){.days_ago = 2, .ratings = "4321"});
	answer(2);
	stage_keys("r\n");
	assert_screen("answer");
	stage_keys("rcold\n");
	assert_screen("answer");
	assert_sees("a rater's name can't be 'cold'");
	stage_keys("rx");
	stage_key(K_ESC);
	assert_sees_not("Which peer");
	assert_screen("answer");
}

static void
what_was_left_unrated_can_be_rated(void **state)
{
	(void)state;
	past_add(
	    &(struct past){.days_ago = 2, .ratings = "", .no_metric = true});
	answer(2);
	assert_sees("Not rated.");
	stage_key('r');
	assert_sees("Who rates it? Enter alone: you.");
	stage_key('\n');
	assert_sees("Rate your answer of 2026-11-18");
	stage_keys("3333y\n");
	assert_screen("answer");
	assert_sees("Overall 3.00 of 5: re-interview");
	assert_sees("Measured result yes");
}

static void
the_session_tells_what_was_rated_meanwhile(void **state)
{
	(void)state;
	past_add(&(struct past){.days_ago = 2, .ratings = ""});
	stage_open(&session_screen, "past-2");
	assert_sees("Session: nothing was rated.");
	stage_keys("\nr\n3333y\n");
	assert_screen("answer");
	stage_key('q');
	assert_screen("session");
	assert_sees_not("nothing was rated");
	assert_sees("Session 3.00 of 5: re-interview");
	assert_sees("> 3.00 re-interview");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ON_STAGE(home_tells_what_waits_and_nothing_else),
	    ON_STAGE(whoever_is_new_is_told_what_comes),
	    ON_STAGE(the_next_answer_is_told_by_its_hour),
	    ON_STAGE(old_scores_are_hidden_until_the_new_are_kept),
	    ON_STAGE(words_are_kept_with_a_cold_rating),
	    ON_STAGE(leaving_keeps_nothing),
	    ON_STAGE(drift_is_shown_from_five_answers_on),
	    ON_STAGE(what_can_not_be_read_again_is_told),
	    ON_STAGE(a_test_answer_is_held_against_its_reference),
	    ON_STAGE(private_texts_are_not_rated),
	    ON_STAGE(a_narrow_screen_shows_question_and_answer_by_v),
	    ON_STAGE(on_a_wide_screen_they_stand_side_by_side),
	    ON_STAGE(a_peer_rates_unseen_what_oneself_gave),
	    ON_STAGE(nobody_is_no_peer),
	    ON_STAGE(what_was_left_unrated_can_be_rated),
	    ON_STAGE(the_session_tells_what_was_rated_meanwhile),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("calibrate", tests, NULL, NULL);
}
