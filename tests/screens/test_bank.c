/* SPDX-License-Identifier: MIT */
/* The question bank: browse, search, practise one. */
#include <stdlib.h>
#include <string.h>

#include "scene.h"
#include "stage.h"

#include "store/db.h"

static void
bank(void)
{
	stage_open(&bank_screen, NULL);
}

static void
search(const char *text)
{
	stage_key('/');
	stage_keys(text);
	stage_key('\n');
}

static void
questions_are_counted_and_the_first_is_shown_whole(void **state)
{
	(void)state;
	bank();
	assert_true(atoi(stage_row(2)) > 100);
	assert_int_equal(stage_caret_row(), 4);
	assert_sees("rubric");
}

static void
a_search_finds_by_prompt_and_by_id(void **state)
{
	(void)state;
	bank();
	search("stage-");
	assert_sees("3 questions");
	stage_key(K_ESC);
	search("\"Many DOORS\"");
	assert_sees("1 question ");
	assert_sees("limit 6:40");
	stage_key(K_ESC);
	search("door town many");
	assert_sees("1 question ");
	assert_sees("> Estimation any How many");
	stage_key(K_ESC);
	search("stage-failure");
	assert_sees("> Behavioural PM II Tell me");
	assert_sees("company Xiaomi");
}

static void
the_footer_has_the_keys_of_the_moment(void **state)
{
	(void)state;
	bank();
	assert_sees("e edit");
	stage_keys("/x");
	assert_sees("Enter to the list");
	assert_sees_not("e edit");
	stage_key('\n');
	assert_sees("e edit");
}

static void
a_search_that_finds_nothing_says_what_to_do(void **state)
{
	(void)state;
	bank();
	search("xyzzy");
	assert_sees("No question fits.");
	assert_sees("i brings in a file");
	stage_keys("\njG");
	assert_screen("bank");
}

/* As a bank would that takes longer to read than a frame. */
static void
a_search_goes_on_while_no_key_waits(void **state)
{
	(void)state;
	bank();
	stage_store()->portion = 1;
	search("stage-");
	assert_sees("0 questions so far");
	assert_sees_not("No question fits");
	stage_wait_s(1);
	assert_sees("3 questions ");
	assert_sees_not("so far");
}

static void
filters_keep_what_fits_everybody(void **state)
{
	int all, of_apm;

	(void)state;
	bank();
	search("stage-");
	stage_key('l');
	assert_sees("level APM");
	assert_sees("2 questions");
	for (int i = 0; i < 20 && !stage_sees("company Tencent"); i++)
		stage_key('c');
	assert_sees("2 questions");
	for (int i = 0; i < 20 && !stage_sees("round Estimation"); i++)
		stage_key('r');
	assert_sees("1 question ");
	stage_key(K_ESC);
	of_apm = atoi(stage_row(2));
	for (int i = 0; i < 20 && !stage_sees("level any"); i++)
		stage_key('l');
	all = atoi(stage_row(2));
	assert_in_range(of_apm, 1, all);
}

static void
enter_practises_just_this_question(void **state)
{
	(void)state;
	bank();
	search("stage-f");
	stage_key('\n');
	stage_wait_ms(0);
	assert_screen("practice");
	assert_sees("Behavioural 1/1");
	assert_sees("Tell me about a failure that you owned.");
}

static void
after_the_session_the_bank_is_as_it_was(void **state)
{
	(void)state;
	bank();
	search("stage-");
	stage_key('j');
	stage_key('p');
	stage_wait_ms(0);
	stage_key('\n');
	stage_key(K_F8);
	stage_key('s');
	stage_key('\n');
	assert_screen("bank");
	assert_sees("search: stage-");
	assert_sees("> Behavioural");
}

static void
a_long_bank_is_scrolled_from_end_to_end(void **state)
{
	int n;

	(void)state;
	bank();
	n = atoi(stage_row(2));
	for (int i = 0; i < n; i++) {
		assert_int_equal(stage_row(stage_caret_row())[0], '>');
		assert_true(strlen(stage_row(stage_caret_row())) > 20);
		stage_key('j');
	}
	stage_key('g');
	stage_key('G');
	assert_true(strlen(stage_row(stage_caret_row())) > 20);
}

static void
the_selected_question_is_read_on_the_smallest_screen(void **state)
{
	(void)state;
	bank();
	stage_resize(APP_MIN_ROWS, APP_MIN_COLS);
	search("stage-est");
	assert_sees("> Estimation");
	assert_sees("How many");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ON_STAGE(questions_are_counted_and_the_first_is_shown_whole),
	    ON_STAGE(a_search_finds_by_prompt_and_by_id),
	    ON_STAGE(the_footer_has_the_keys_of_the_moment),
	    ON_STAGE(a_search_that_finds_nothing_says_what_to_do),
	    ON_STAGE(a_search_goes_on_while_no_key_waits),
	    ON_STAGE(filters_keep_what_fits_everybody),
	    ON_STAGE(enter_practises_just_this_question),
	    ON_STAGE(after_the_session_the_bank_is_as_it_was),
	    ON_STAGE(a_long_bank_is_scrolled_from_end_to_end),
	    ON_STAGE(the_selected_question_is_read_on_the_smallest_screen),
	};

	return cmocka_run_group_tests_name("bank", tests, NULL, NULL);
}
