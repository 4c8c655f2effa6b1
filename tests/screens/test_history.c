/* SPDX-License-Identifier: MIT */
/* Past sessions: list, filters, search, down to an answer and its attempts. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "past.h"
#include "scene.h"
#include "stage.h"

#include "base/mem.h"
#include "store/annotate.h"
#include "store/db.h"
#include "store/search.h"
#include "store/session.h"

static void
history(void)
{
	stage_open(&history_screen, NULL);
}

static void
three_sessions(void)
{
	past_add(&(struct past){.days_ago = 3,
	    .ratings = "55555",
	    .round = "estimation",
	    .rubric = "estimation",
	    .company = "tencent",
	    .level = "apm",
	    .question = "stage-estimate",
	    .prompt = "How many doors does this town have?",
	    .text = "Four a person, so 漏斗 a million."});
	past_add(&(struct past){.days_ago = 2,
	    .ratings = "2222",
	    .text = "We tried 100%_sure things."});
	past_add(&(struct past){.days_ago = 1, .ratings = "4445"});
}

static void
an_empty_history_says_how_to_fill_it(void **state)
{
	(void)state;
	history();
	assert_sees("No session yet.");
	assert_sees("Enter starts");
	stage_keys("\njkG");
	assert_screen("history");
}

/* More answers than a key can wait for. */
static void
a_long_history(void)
{
	struct answer answer = {
	    .started_at = STAGE_AT_S,
	    .question_id = str_empty,
	    .round = str_empty,
	    .company = str_empty,
	    .level = str_empty,
	    .rubric = str_empty,
	    .splits = str_empty,
	    .prompt = str_empty,
	    .probes = str_empty,
	};
	char session[] = "past-1", id[32], text[32];
	struct err err = {0};

	past_add(&(struct past){.days_ago = 1, .ratings = "4444"});
	past_add(&(struct past){.days_ago = 2, .ratings = "4444"});
	answer.session_id = session;
	answer.id = id;
	answer.text = text;
	assert_done(store_begin(stage_store(), &err), &err);
	for (int i = 0; i < SEARCH_SCANNED; i++) {
		snprintf(id, sizeof(id), "long-%d", i);
		snprintf(text, sizeof(text), "the %dth answer", i);
		assert_done(
		    store_answer_add(stage_store(), &answer, &err), &err);
	}
	assert_done(store_commit(stage_store(), &err), &err);
}

static void
a_long_history_is_indexed_while_no_key_is_pressed(void **state)
{
	(void)state;
	a_long_history();
	history();
	assert_sees("making search fast: 2002 left");
	for (int i = 0; i < 5; i++) {
		stage_wait_ms(200);
		stage_key('j');
	}
	assert_sees("making search fast: 2002 left");
	stage_wait_ms(1000);
	assert_sees_not("making search fast");
	stage_keys("/7th answer");
	assert_sees("1 session ");
	stage_keys("x");
	assert_sees("0 sessions");
}

static void
a_short_history_wakes_nobody(void **state)
{
	int before;

	(void)state;
	three_sessions();
	history();
	before = stage_ticks();
	stage_wait_s(60);
	assert_int_equal(stage_ticks(), before);
}

static void
sessions_stand_newest_first_with_their_verdicts(void **state)
{
	(void)state;
	three_sessions();
	history();
	assert_sees("3 sessions");
	assert_non_null(strstr(stage_row(4), "> 2026-11-19 09:30  4.40  hire"));
	assert_non_null(strstr(stage_row(5), "2026-11-18 09:30  2.00  reject"));
	assert_non_null(
	    strstr(stage_row(6), "2026-11-17 09:30  5.00  strong hire"));
	assert_int_equal(stage_caret_row(), 4);
}

static void
filters_go_through_the_values_and_are_stated(void **state)
{
	(void)state;
	three_sessions();
	history();
	for (int i = 0; i < 20 && !stage_sees("round Estimation"); i++)
		stage_key('r');
	assert_sees("1 session ");
	assert_sees("round Estimation");
	assert_sees("strong hire");
	stage_key('l');
	assert_sees("level APM");
	assert_sees("1 session ");
	stage_key('l');
	assert_sees("0 sessions");
	assert_sees("No session fits.");
	for (int i = 0; i < 20 && !stage_sees("level any"); i++)
		stage_key('l');
	assert_sees("1 session ");
	for (int i = 0; i < 20 && !stage_sees("company Tencent"); i++)
		stage_key('c');
	assert_sees("1 session ");
	for (int i = 0; i < 20 && !stage_sees("round any"); i++)
		stage_key('r');
	assert_sees("1 session ");
}

static void
a_search_finds_with_every_key(void **state)
{
	(void)state;
	three_sessions();
	history();
	stage_key('/');
	stage_keys("d");
	assert_sees("3 sessions");
	stage_keys("oors");
	assert_sees("1 session ");
	assert_sees("search: doors");
	stage_keys("z");
	assert_sees("0 sessions");
	assert_sees("No session fits.");
	stage_press(K_BACKSPACE, 6);
	assert_sees("3 sessions");
	stage_keys("漏斗");
	assert_sees("1 session ");
}

/* As a history would that takes longer to read than a frame. */
static void
the_first_that_are_found_show_before_the_last(void **state)
{
	int ticks;

	(void)state;
	three_sessions();
	stage_store()->portion = 1;
	history();
	ticks = stage_ticks();
	stage_keys("/stage");
	assert_int_equal(stage_ticks(), ticks);
	assert_sees("1 session so far");
	assert_non_null(strstr(stage_row(4), "> 2026-11-19 09:30  4.40  hire"));
	stage_wait_ms(1);
	assert_sees("2 sessions so far");
	stage_wait_ms(10);
	assert_sees("3 sessions ");
	assert_sees_not("so far");
	ticks = stage_ticks();
	stage_wait_s(10);
	assert_int_equal(stage_ticks(), ticks);
	stage_keys("x");
	assert_sees("0 sessions so far");
	assert_sees_not("No session fits");
	stage_wait_ms(10);
	assert_sees("No session fits");
}

static void
what_means_something_to_sql_is_text(void **state)
{
	(void)state;
	three_sessions();
	history();
	stage_key('/');
	stage_keys("100%_s");
	assert_sees("1 session ");
	stage_press(K_BACKSPACE, 6);
	stage_keys("1%");
	assert_sees("0 sessions");
	stage_press(K_BACKSPACE, 2);
	stage_keys("'\"\\");
	assert_sees("0 sessions");
}

/* Another answer of the newest session. */
static void
one_more_answer(const char *id, const char *prompt, const char *text)
{
	struct answer answer = {
	    .id = mem_text(id),
	    .session_id = mem_text("past-1"),
	    .question_id = mem_text("stage-other"),
	    .started_at = STAGE_AT_S,
	    .round = str_empty,
	    .company = str_empty,
	    .level = str_empty,
	    .rubric = str_empty,
	    .splits = str_empty,
	    .prompt = mem_text(prompt),
	    .text = mem_text(text),
	    .probes = str_empty,
	};
	struct err err = {0};

	assert_done(store_begin(stage_store(), &err), &err);
	assert_done(store_answer_add(stage_store(), &answer, &err), &err);
	assert_done(store_commit(stage_store(), &err), &err);
	free(answer.id);
	free(answer.session_id);
	free(answer.question_id);
	free(answer.prompt);
	free(answer.text);
}

static void
a_search_leads_to_the_answer(void **state)
{
	(void)state;
	three_sessions();
	one_more_answer("more-1", "Which doors?", "We sold a family plan.");
	one_more_answer("more-2", "And then?", "Nothing more.");
	history();
	stage_keys("/Family Plan");
	assert_sees("1 session ");
	assert_sees("found in answer 2, its text");
	stage_keys("\n\n");
	assert_screen("session");
	assert_sees("'Family Plan' found in answer 2, its text");
	assert_sees("* Which doors?");
	assert_sees_not("* And then?");
	stage_key('\n');
	assert_screen("answer");
	assert_sees("We sold a family plan.");
	stage_keys("qq");
	assert_screen("history");
	stage_key('/');
	stage_key(K_CTRL('u'));
	stage_keys("which doors\n");
	assert_sees("found in answer 2, its question");
	stage_key(K_ESC);
	stage_keys("\n");
	assert_screen("session");
	assert_sees_not("found in");
	assert_sees("> 4.40");
}

static void
a_search_says_that_it_is_the_note(void **state)
{
	(void)state;
	three_sessions();
	history();
	stage_keys("jmRan out of ketchup\n");
	stage_keys("/KETCHUP");
	assert_sees("1 session ");
	assert_sees("found in the note");
	stage_keys("\n\n");
	assert_sees("'KETCHUP' found in the note");
}

/* As an input method leaves them, or a quick hand. */
static void
wide_letters_and_many_blanks_are_found(void **state)
{
	(void)state;
	three_sessions();
	history();
	stage_keys("/ＤＯＯＲＳ　 does");
	assert_sees("1 session ");
	assert_sees("> 2026-11-17");
	stage_keys(" ");
	assert_sees("1 session ");
}

static void
letters_are_text_while_a_search_is_typed(void **state)
{
	(void)state;
	three_sessions();
	history();
	stage_key('/');
	stage_keys("qjr?");
	assert_screen("history");
	assert_sees("search: qjr?");
	assert_sees("round any");
	stage_key('\n');
	assert_screen("history");
	stage_key(K_ESC);
	assert_sees("3 sessions");
	assert_screen("history");
	stage_key('q');
	assert_screen("");
}

static void
the_footer_has_the_keys_of_the_moment(void **state)
{
	(void)state;
	three_sessions();
	history();
	assert_sees("m note");
	stage_key('/');
	assert_sees_not("m note");
	assert_sees("Enter to the list Esc end search Ctrl-U empty");
	stage_keys("x");
	stage_key(K_CTRL('u'));
	assert_sees("3 sessions");
	stage_key('\n');
	assert_sees("m note");
	stage_key('m');
	assert_sees("Enter done Esc leave it");
	assert_sees_not("m note");
	stage_key(K_ESC);
	stage_keys("dD");
	assert_sees("u bring back / search D the others");
	assert_sees_not("m note");
}

static void
q_leaves_though_a_search_stands(void **state)
{
	(void)state;
	three_sessions();
	history();
	stage_keys("/nothing like it\n");
	assert_sees("0 sessions");
	stage_key('q');
	assert_screen("");
}

static void
a_paste_is_searched_for(void **state)
{
	(void)state;
	three_sessions();
	history();
	stage_key('/');
	stage_paste("how many\ndoors");
	assert_sees("search: how many doors");
	assert_sees("1 session ");
}

static void
escape_ends_the_search_first(void **state)
{
	(void)state;
	stage_open(&home_screen, NULL);
	three_sessions();
	stage_key('h');
	stage_key('/');
	stage_keys("doors");
	stage_key(K_ESC);
	assert_screen("history");
	assert_sees("3 sessions");
	stage_key(K_ESC);
	assert_screen("home");
}

static void
enter_opens_the_session_and_its_answers(void **state)
{
	(void)state;
	three_sessions();
	history();
	stage_key('j');
	stage_key('\n');
	assert_screen("session");
	assert_sees("2026-11-18 09:30");
	assert_sees("Session 2.00 of 5: reject");
	assert_sees("company Xiaomi level PM II");
	stage_key('\n');
	assert_screen("answer");
	assert_sees("Overall 2.00 of 5: reject");
	assert_sees("We tried 100%_sure things.");
	stage_key('q');
	assert_screen("session");
	stage_key('q');
	assert_screen("history");
	assert_non_null(strstr(stage_row(5), "> 2026-11-18"));
}

static void
an_answer_leads_to_the_attempt_before(void **state)
{
	(void)state;
	three_sessions();
	stage_open(&answer_screen, "past-answer-1");
	assert_sees("attempt 2");
	assert_sees("Situation ####- 4 last time 2, up");
	stage_key('b');
	assert_sees("attempt 1");
	assert_sees("We tried");
	stage_key('b');
	assert_sees("attempt 1");
	stage_key('q');
	assert_sees("attempt 2");
}

static void
an_answer_can_be_practised_again(void **state)
{
	(void)state;
	three_sessions();
	stage_open(&answer_screen, "past-answer-1");
	stage_key('p');
	stage_wait_ms(0);
	assert_screen("practice");
	assert_sees("Tell me about a failure that you owned.");
}

static void
a_session_of_just_now_is_in_the_list(void **state)
{
	(void)state;
	past_add(&(struct past){.days_ago = 1, .ratings = "4444"});
	history();
	stage_key('\n');
	stage_key('\n');
	stage_key('p');
	stage_wait_ms(0);
	stage_key('\n');
	scene_done();
	stage_key('\n');
	scene_judge("5555", 'y');
	stage_keys("\n\n");
	assert_screen("answer");
	stage_keys("qq");
	assert_screen("history");
	assert_sees("2 sessions");
	assert_sees("2026-11-20");
}

/* More than are read at once. */
static void
a_long_history_is_scrolled_from_end_to_end(void **state)
{
	enum { MANY = 300 };

	(void)state;
	for (int i = 1; i <= MANY; i++)
		past_add(&(struct past){.days_ago = i, .ratings = "3333"});
	history();
	assert_sees("300 sessions");
	stage_key('G');
	assert_sees("> 2026-01-24 09:30");
	for (int i = 0; i < MANY; i++) {
		assert_sees("> 2026-");
		stage_key('k');
	}
	assert_sees("> 2026-11-19 09:30");
	stage_press(K_PAGE_DOWN, 9);
	assert_sees("> 2026-");
	stage_key('\n');
	assert_screen("session");
}

static void
the_verdict_is_seen_on_the_smallest_screen(void **state)
{
	(void)state;
	three_sessions();
	history();
	stage_resize(APP_MIN_ROWS, APP_MIN_COLS);
	assert_sees("> 2026-11-19 4.40 hire Behaviou");
	stage_key('\n');
	assert_sees("Session 4.40 of 5: hire");
	assert_sees("Limiting signal: Action");
	stage_key('\n');
	stage_key('G');
	assert_sees("I owned [own] it.");
}

static void
a_deleted_session_comes_back_with_undo(void **state)
{
	(void)state;
	three_sessions();
	history();
	stage_key('u');
	assert_sees("nothing was changed here");
	stage_keys("jd");
	assert_sees("2 sessions");
	assert_sees("deleted; u brings it back");
	stage_key('d');
	assert_sees("1 session ");
	stage_key('u');
	assert_sees("2 sessions");
	stage_key('u');
	assert_sees("3 sessions");
	assert_sees("brought back");
}

static void
what_was_deleted_can_be_looked_through(void **state)
{
	(void)state;
	three_sessions();
	history();
	stage_key('D');
	assert_sees("Deleted sessions");
	assert_sees("No session was deleted.");
	stage_keys("Djd");
	assert_sees("D lists the deleted");
	stage_key('d');
	stage_keys("qq");
	history();
	assert_sees("1 session ");
	stage_key('D');
	assert_sees("2 sessions");
	stage_keys("/doors\n");
	assert_sees("1 session ");
	assert_sees("> 2026-11-17");
	stage_key('\n');
	assert_screen("history");
	assert_sees("deleted: u brings it back first");
	stage_keys("mtd");
	assert_sees("deleted: u brings it back first");
	stage_key('u');
	assert_sees("brought back");
	assert_sees("0 sessions");
	stage_key(K_ESC);
	assert_sees("> 2026-11-18");
	stage_key(K_ESC);
	assert_sees_not("Deleted sessions");
	assert_sees("2 sessions");
	assert_screen("history");
}

/* The step of a session that was brought back elsewhere is none any more. */
static void
undo_goes_on_behind_what_is_back_already(void **state)
{
	(void)state;
	three_sessions();
	history();
	stage_keys("mfirst\nd");
	stage_keys("Duu");
	assert_sees("0 sessions");
	stage_keys("Du");
	assert_sees("the note is as it was");
}

static void
a_deletion_of_another_time_is_offered(void **state)
{
	(void)state;
	three_sessions();
	history();
	stage_key('d');
	stage_wait_s(1);
	stage_keys("jdq");
	history();
	stage_key('u');
	assert_sees("deleted last: 2026-11-17 09:30; u again brings it back");
	assert_sees("1 session ");
	stage_keys("ju");
	assert_sees("1 session ");
	stage_key('u');
	assert_sees("brought back");
	assert_sees("2 sessions");
	stage_keys("uu");
	assert_sees("3 sessions");
	stage_key('u');
	assert_sees("nothing was changed here");
}

static void
tags_are_gone_through(void **state)
{
	struct store_filter given = {.tag = "mei"};

	(void)state;
	three_sessions();
	history();
	stage_key('T');
	assert_sees("no session has a tag");
	stage_keys("tmei\njthard\n");
	stage_key('T');
	assert_sees("History, tag hard");
	assert_sees("1 session ");
	assert_sees("> 2026-11-18");
	stage_key('T');
	assert_sees("tag mei");
	assert_sees("> 2026-11-19");
	stage_keys("/nothing");
	assert_sees("No session fits.");
	assert_sees("History, tag mei");
	stage_key(K_ESC);
	stage_key('T');
	assert_sees_not(", tag");
	assert_sees("3 sessions");
	stage_key('q');
	stage_open(&history_screen, &given);
	assert_sees("tag mei");
	assert_sees("1 session ");
}

static void
expect_note(const char *expected)
{
	struct err err = {0};
	char *note;

	assert_done(store_session_note(stage_store(), 3, &note, &err), &err);
	assert_string_equal(note, expected);
	free(note);
}

static void
a_session_is_noted(void **state)
{
	(void)state;
	three_sessions();
	history();
	stage_key('m');
	assert_sees("note (empty: none):");
	stage_keys("q? better");
	assert_screen("history");
	stage_key('\n');
	assert_sees("noted");
	expect_note("q? better");
	stage_key('m');
	stage_key(K_ESC);
	expect_note("q? better");
}

/* Who looks at a note and leaves with Enter has not changed it. */
static void
a_note_is_there_to_be_changed(void **state)
{
	(void)state;
	three_sessions();
	history();
	stage_keys("mq? better\n");
	stage_key('m');
	assert_sees("none): q? better");
	stage_key('\n');
	assert_sees_not("note taken away");
	expect_note("q? better");
	stage_keys("mx\n");
	expect_note("q? betterx");
	stage_key('m');
	stage_press(K_BACKSPACE, 20);
	stage_key('\n');
	assert_sees("note taken away; u brings it back");
	expect_note("");
	stage_key('u');
	assert_sees("the note is as it was");
	expect_note("q? betterx");
	stage_key('u');
	expect_note("q? better");
	stage_key('u');
	expect_note("");
	stage_key('u');
	assert_sees("nothing was changed here");
}

static void
notes_and_tags_are_seen(void **state)
{
	(void)state;
	three_sessions();
	history();
	assert_sees_not("*");
	stage_keys("mLost the thread after the second question\nthard\n");
	assert_sees("> 2026-11-19 09:30* 4.40");
	assert_sees("* hard: Lost the thread after the second question");
	stage_key('j');
	assert_sees_not("Lost the thread");
	stage_key('k');
	stage_key('\n');
	assert_screen("session");
	assert_sees("Tags: hard");
	assert_sees("Note: Lost the thread after the second question");
	stage_resize(APP_MIN_ROWS, APP_MIN_COLS);
	assert_sees("Tags: hard");
	assert_sees("> 4.40 hire");
	stage_key('q');
	assert_sees("> 2026-11-19*4.40");
	stage_resize(40, 200);
	stage_key('j');
	stage_key('k');
	assert_sees("Note: Lost the thread after the second question");
	assert_sees("Tags: hard");
	assert_sees_not("* hard");
}

/* A note from the command line may have several lines. */
static void
looking_at_a_note_of_two_lines_leaves_them(void **state)
{
	struct err err = {0};

	(void)state;
	three_sessions();
	assert_int_equal(store_session_note_set(stage_store(), "past-1",
			     " one\ntwo ", STAGE_AT_S, &err),
	    1);
	history();
	stage_keys("m\n");
	expect_note(" one\ntwo ");
}

static void
a_tag_is_put_on_and_taken_off(void **state)
{
	struct str tags = STR_INIT;
	struct err err = {0};

	(void)state;
	three_sessions();
	history();
	stage_keys("thard\n");
	assert_sees("tag put on");
	assert_done(store_session_tags(stage_store(), 3, &tags, &err), &err);
	assert_string_equal(tags.s, "hard");
	stage_wait_s(1);
	stage_keys("thard\n");
	assert_sees("tag taken off");
	str_clear(&tags);
	assert_done(store_session_tags(stage_store(), 3, &tags, &err), &err);
	assert_string_equal(tags.s, "");
	stage_key('u');
	assert_sees("the tag is back");
	assert_done(store_session_tags(stage_store(), 3, &tags, &err), &err);
	assert_string_equal(tags.s, "hard");
	stage_key('u');
	assert_sees("the tag is off again");
	assert_done(store_session_tags(stage_store(), 3, &tags, &err), &err);
	assert_string_equal(tags.s, "");
	str_release(&tags);
}

static void
sessions_are_put_in_another_order(void **state)
{
	(void)state;
	three_sessions();
	history();
	assert_non_null(strstr(stage_row(4), "2026-11-19"));
	stage_key('o');
	assert_sees("3 sessions oldest first");
	assert_non_null(strstr(stage_row(4), "2026-11-17"));
	stage_key('o');
	assert_sees("worst first");
	assert_non_null(strstr(stage_row(4), "2.00"));
	assert_non_null(strstr(stage_row(6), "5.00"));
	stage_key('o');
	assert_sees("best first");
	assert_non_null(strstr(stage_row(4), "5.00"));
	stage_press('o', 4);
	assert_sees_not(" first");
	assert_non_null(strstr(stage_row(4), "2026-11-19"));
}

static void
a_narrow_screen_keeps_what_matters_most(void **state)
{
	(void)state;
	three_sessions();
	history();
	assert_sees("session of 5 verdict round fix next clean");
	assert_sees("> 2026-11-19 09:30 4.40 hire Behavioural Action");
	stage_resize(APP_MIN_ROWS, APP_MIN_COLS);
	assert_sees("day of 5 verdict round");
	assert_sees("> 2026-11-19 4.40 hire Behaviou");
	assert_sees_not("Action");
	stage_resize(24, 140);
	assert_sees("clean done level company");
	stage_keys("/failure");
	assert_sees_not("verdict"); /* the search line takes that row */
}

static void
an_unscored_session_is_the_last_by_score(void **state)
{
	(void)state;
	three_sessions();
	past_add(&(struct past){.days_ago = 9, .ratings = ""});
	history();
	stage_press('o', 2);
	assert_non_null(strstr(stage_row(7), "not rated"));
	stage_key('o');
	assert_non_null(strstr(stage_row(4), "5.00"));
	assert_non_null(strstr(stage_row(7), "not rated"));
}

static void
a_company_that_nobody_knows_has_no_session(void **state)
{
	const struct store_filter acme = {.company = "acme"};

	(void)state;
	three_sessions();
	stage_open(&history_screen, &acme);
	assert_sees("0 sessions");
	assert_sees("company acme");
	stage_key('c');
	assert_sees("3 sessions");
	assert_sees("company any");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ON_STAGE(an_empty_history_says_how_to_fill_it),
	    ON_STAGE(a_long_history_is_indexed_while_no_key_is_pressed),
	    ON_STAGE(a_short_history_wakes_nobody),
	    ON_STAGE(sessions_stand_newest_first_with_their_verdicts),
	    ON_STAGE(filters_go_through_the_values_and_are_stated),
	    ON_STAGE(a_search_finds_with_every_key),
	    ON_STAGE(the_first_that_are_found_show_before_the_last),
	    ON_STAGE(what_means_something_to_sql_is_text),
	    ON_STAGE(a_search_leads_to_the_answer),
	    ON_STAGE(a_search_says_that_it_is_the_note),
	    ON_STAGE(wide_letters_and_many_blanks_are_found),
	    ON_STAGE(letters_are_text_while_a_search_is_typed),
	    ON_STAGE(the_footer_has_the_keys_of_the_moment),
	    ON_STAGE(q_leaves_though_a_search_stands),
	    ON_STAGE(a_paste_is_searched_for),
	    ON_STAGE(escape_ends_the_search_first),
	    ON_STAGE(enter_opens_the_session_and_its_answers),
	    ON_STAGE(an_answer_leads_to_the_attempt_before),
	    ON_STAGE(an_answer_can_be_practised_again),
	    ON_STAGE(a_session_of_just_now_is_in_the_list),
	    ON_STAGE(a_long_history_is_scrolled_from_end_to_end),
	    ON_STAGE(the_verdict_is_seen_on_the_smallest_screen),
	    ON_STAGE(a_deleted_session_comes_back_with_undo),
	    ON_STAGE(what_was_deleted_can_be_looked_through),
	    ON_STAGE(undo_goes_on_behind_what_is_back_already),
	    ON_STAGE(a_deletion_of_another_time_is_offered),
	    ON_STAGE(tags_are_gone_through),
	    ON_STAGE(a_session_is_noted),
	    ON_STAGE(a_note_is_there_to_be_changed),
	    ON_STAGE(notes_and_tags_are_seen),
	    ON_STAGE(looking_at_a_note_of_two_lines_leaves_them),
	    ON_STAGE(a_tag_is_put_on_and_taken_off),
	    ON_STAGE(sessions_are_put_in_another_order),
	    ON_STAGE(a_narrow_screen_keeps_what_matters_most),
	    ON_STAGE(an_unscored_session_is_the_last_by_score),
	    ON_STAGE(a_company_that_nobody_knows_has_no_session),
	};

	return cmocka_run_group_tests_name("history", tests, NULL, NULL);
}
