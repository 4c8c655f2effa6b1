/* SPDX-License-Identifier: MIT */
/* Searching past sessions as one types, and the index that makes it fast. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "past.h"
#include "stage.h"

#include "base/mem.h"
#include "store/db.h"
#include "store/search.h"
#include "store/session.h"

static void
history(void)
{
	stage_open(&history_screen, NULL);
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
	past_add_three();
	history();
	before = stage_ticks();
	stage_wait_s(60);
	assert_int_equal(stage_ticks(), before);
}

static void
a_search_finds_with_every_key(void **state)
{
	(void)state;
	past_add_three();
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
	past_add_three();
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
	past_add_three();
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
	past_add_three();
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
	past_add_three();
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
	past_add_three();
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
	past_add_three();
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
	past_add_three();
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
	past_add_three();
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
	past_add_three();
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
	past_add_three();
	stage_key('h');
	stage_key('/');
	stage_keys("doors");
	stage_key(K_ESC);
	assert_screen("history");
	assert_sees("3 sessions");
	stage_key(K_ESC);
	assert_screen("home");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ON_STAGE(a_long_history_is_indexed_while_no_key_is_pressed),
	    ON_STAGE(a_short_history_wakes_nobody),
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
	};

	return cmocka_run_group_tests_name("history_search", tests, NULL, NULL);
}
