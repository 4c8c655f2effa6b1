/* SPDX-License-Identifier: MIT */
/* Changing the bank: the form, retiring, undoing, marking, a history. */
#include <stdlib.h>
#include <string.h>

#include "past.h"
#include "stage.h"

#include "base/mem.h"
#include "store/question.h"

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

/* At that question of the stage's. */
static void
at_question(const char *id)
{
	bank();
	search(id);
	assert_sees("1 question ");
}

static struct question
kept(const char *id)
{
	struct question question = {0};
	struct err err = {0};

	assert_int_equal(store_question(stage_store(), id, &question, &err), 1);
	return question;
}

static void
expect_prompt(const char *id, const char *prompt)
{
	struct question question = kept(id);

	assert_string_equal(question.prompt, prompt);
	question_release(&question);
}

static void
keep(void)
{
	stage_key(K_CTRL('d'));
}

static void
a_question_is_added_and_selected(void **state)
{
	int before;

	(void)state;
	bank();
	before = atoi(stage_row(2));
	stage_key('a');
	assert_sees("New question");
	stage_keys("Why this\nteam?");
	stage_press('\t', 3);
	stage_keys("acme");
	stage_press('\t', 2);
	stage_keys("95");
	stage_key('\t');
	stage_keys("one | two");
	stage_key('\t');
	stage_keys("result: And then?");
	stage_press('\t', 3);
	stage_keys("Think.");
	keep();
	assert_screen("bank");
	assert_int_equal(atoi(stage_row(2)), before + 1);
	assert_sees("> General any Why this team?");
	assert_sees("company acme limit 1:35 rubric the round's mine "
		    "tags one|two");
	stage_key('e');
	assert_sees("Probe 1 result: And then?");
	assert_sees("Hint Think.");
}

static void
the_form_says_what_is_wrong_and_goes_there(void **state)
{
	(void)state;
	bank();
	stage_key('a');
	stage_press('\t', 2);
	keep();
	assert_screen("question");
	assert_sees("> Question");
	assert_sees("the prompt is missing");
	stage_keys("What now?");
	assert_sees_not("the prompt is missing");
	stage_press('\t', 5);
	stage_keys("soon");
	stage_key('\t');
	keep();
	assert_sees("> Seconds");
	assert_sees("Seconds: a time such as 180");
	stage_press(K_BACKSPACE, 4);
	stage_keys("0");
	keep();
	assert_sees("seconds must be more than 0");
	stage_key(K_BACKSPACE);
	stage_keys("5 min");
	keep();
	assert_screen("bank");
	assert_sees("limit 5:00");
}

static void
what_is_there_already_is_not_added_again(void **state)
{
	(void)state;
	bank();
	stage_key('a');
	stage_keys("Only once?");
	keep();
	stage_key('y');
	assert_sees("New question");
	keep();
	assert_screen("question");
	assert_sees("this question is there already");
	stage_keys("Really, ");
	keep();
	assert_screen("bank");
	assert_sees("> General any Really, Only once?");
}

static void
an_edited_question_keeps_its_id(void **state)
{
	(void)state;
	at_question("stage-failure");
	stage_key('e');
	assert_sees("Edit stage-failure");
	stage_keys("Now: ");
	stage_press('\t', 4);
	stage_key(K_RIGHT);
	keep();
	assert_screen("bank");
	assert_sees("1 question ");
	expect_prompt(
	    "stage-failure", "Now: Tell me about a failure that you owned.");
}

static void
choices_go_round_and_the_company_is_free(void **state)
{
	struct question question;

	(void)state;
	at_question("stage-failure");
	stage_key('e');
	stage_key('\t');
	assert_sees("< Behavioural >");
	stage_key(K_RIGHT);
	assert_sees_not("< Behavioural >");
	stage_key(K_LEFT);
	assert_sees("< Behavioural >");
	stage_press(K_DOWN, 2);
	stage_press(K_BACKSPACE, 6);
	stage_key(K_DOWN);
	assert_sees("Company < any >");
	stage_key(K_UP);
	stage_key(K_RIGHT);
	assert_sees_not("Company < any >");
	stage_key(K_CTRL('u'));
	stage_keys("Some Company");
	keep();
	question = kept("stage-failure");
	assert_string_equal(question.company, "Some Company");
	assert_string_equal(question.round, "behavioural");
	question_release(&question);
}

/* Nothing of what has no row, or more lines than one, is lost by an edit of
 * something else. */
static void
what_is_not_touched_stays_as_it_is(void **state)
{
	struct question before, after;
	struct err err = {0};

	(void)state;
	before = kept("stage-failure");
	free(before.hint);
	before.hint = mem_text("One line,\nand another.");
	free(before.level);
	before.level = mem_text("any");
	assert_done(store_question_save(stage_store(), &before, &err), &err);
	at_question("stage-failure");
	stage_key('e');
	stage_press('\t', 5);
	stage_keys("1");
	keep();
	after = kept("stage-failure");
	assert_string_equal(after.hint, before.hint);
	assert_string_equal(after.level, "any");
	assert_true(after.seconds > 1800 && after.seconds < 1802);
	question_release(&before);
	question_release(&after);
}

static void
what_helps_has_lines(void **state)
{
	struct question question;

	(void)state;
	at_question("stage-failure");
	stage_key('e');
	stage_press('\t', 7);
	assert_sees("> Probe 1");
	stage_press(K_CTRL('k'), 3);
	stage_keys("result: What was left,\nand why?");
	stage_press('\t', 3);
	assert_sees("> Hint");
	stage_press(K_CTRL('k'), 3);
	stage_keys("One.\nTwo.");
	stage_key('\t');
	stage_press(K_CTRL('k'), 3);
	stage_paste("First\nsecond");
	assert_sees("second");
	stage_press(K_UP, 2);
	assert_sees("> Hint");
	assert_sees_not("second");
	stage_press(K_DOWN, 2);
	assert_sees("> Look for");
	keep();
	question = kept("stage-failure");
	assert_string_equal(question.hint, "One.\nTwo.");
	assert_string_equal(question.look_for, "First\nsecond");
	assert_ptr_not_equal(
	    strstr(question.probes, "result: What was left,\nand why?"), NULL);
	question_release(&question);
}

/* The program is ended from outside in the middle of it. */
static void
what_was_typed_outlives_a_hang_up(void **state)
{
	(void)state;
	bank();
	stage_key('a');
	stage_keys("Half a que");
	stage_press('\t', 8);
	stage_keys("a | b\\c\nsecond");
	stage_hang_up();
	bank();
	assert_sees("left unfinished: a goes on with it");
	at_question("stage-failure");
	stage_key('e');
	assert_sees("Tell me about a failure");
	assert_sees_not("is back");
	stage_keys("Then: ");
	stage_wait_s(6);
	stage_kill();
	bank();
	stage_key('a');
	assert_sees("what you were writing is back");
	assert_sees("Half a que");
	assert_sees("a | b\\c");
	stage_keys("Now: ");
	keep();
	assert_screen("bank");
	assert_sees("Now: Half a que");
	bank();
	assert_sees("left unfinished: e on stage-failure");
	at_question("stage-failure");
	stage_key('e');
	assert_sees("Then: Tell me about a failure");
	stage_key(K_ESC);
	assert_sees("Keep it?");
	stage_key('x');
	assert_screen("bank");
	bank();
	assert_sees_not("unfinished");
	at_question("stage-failure");
	stage_key('e');
	assert_sees_not("Then:");
}

static void
leaving_a_changed_form_asks(void **state)
{
	(void)state;
	at_question("stage-failure");
	stage_key('e');
	stage_key(K_ESC);
	assert_screen("bank");
	stage_key('e');
	stage_keys("x");
	stage_key(K_ESC);
	assert_sees("Keep it?");
	stage_key(K_ESC);
	assert_sees_not("Keep it?");
	stage_key(K_ESC);
	stage_key('x');
	assert_screen("bank");
	expect_prompt(
	    "stage-failure", "Tell me about a failure that you owned.");
	stage_key('e');
	stage_keys("X");
	stage_key(K_ESC);
	keep();
	expect_prompt(
	    "stage-failure", "XTell me about a failure that you owned.");
}

static void
a_pasted_prompt_is_taken_whole(void **state)
{
	(void)state;
	bank();
	stage_key('a');
	stage_paste("First line\nsecond line");
	stage_press('\t', 6);
	stage_paste("tag\nline");
	keep();
	assert_sees("> General any First line second line");
	assert_sees("tags tag line");
}

static void
changes_are_undone_one_by_one(void **state)
{
	(void)state;
	at_question("stage-failure");
	stage_key('d');
	stage_key('e');
	stage_keys("A ");
	keep();
	stage_key('e');
	stage_keys("B ");
	keep();
	assert_sees("(retired) B A Tell");
	stage_key('u');
	assert_sees("undone");
	assert_sees("(retired) A Tell");
	stage_key('u');
	assert_sees("(retired) Tell");
	stage_key('u');
	assert_sees_not("(retired)");
	stage_key('u');
	assert_sees("nothing was changed");
}

static void
an_added_question_is_taken_away_again(void **state)
{
	int before;

	(void)state;
	bank();
	before = atoi(stage_row(2));
	stage_key('a');
	stage_keys("A slip?");
	keep();
	stage_key('u');
	assert_int_equal(atoi(stage_row(2)), before);
	assert_sees_not("A slip?");
}

static void
a_retired_question_is_dimmed_and_brought_back(void **state)
{
	(void)state;
	bank();
	search("stage-");
	stage_key('d');
	stage_key('j');
	assert_sees("(retired)");
	assert_int_equal(stage_role("(retired)"), ROLE_DIM);
	stage_press('n', 2);
	assert_sees("1 question ");
	stage_key(K_DELETE);
	assert_sees("0 questions");
	stage_press('n', 3);
	assert_sees("3 questions");
	assert_sees_not("(retired)");
}

/* The row under the cursor is another one then: the key that takes it back
 * must not be the one that would retire that. */
static void
what_is_retired_out_of_a_filter_is_undone(void **state)
{
	(void)state;
	bank();
	search("stage-");
	stage_key('n');
	assert_sees("3 questions");
	stage_key('d');
	assert_sees("2 questions");
	assert_sees("u brings it back");
	stage_key('u');
	assert_sees("3 questions");
}

/* One of the program's own. */
static void
the_shipped_wording_comes_back(void **state)
{
	struct question shipped, now;

	(void)state;
	bank();
	search("behavioural-concept-to-market");
	shipped = kept("behavioural-concept-to-market");
	assert_true(shipped.shipped);
	assert_sees("shipped");
	stage_key('e');
	stage_keys("My ");
	keep();
	assert_sees("mine");
	stage_key('o');
	assert_sees("as it was shipped");
	now = kept("behavioural-concept-to-market");
	assert_true(now.shipped);
	assert_true(question_same(&now, &shipped));
	question_release(&now);
	question_release(&shipped);
	stage_key('/');
	stage_key(K_ESC);
	search("stage-failure");
	stage_key('o');
	assert_sees("not shipped");
}

/* Retired and brought back it is what it was, and follows later versions. */
static void
a_retired_shipped_question_is_shipped_once_more(void **state)
{
	struct question now;

	(void)state;
	bank();
	search("behavioural-concept-to-market");
	stage_key('d');
	now = kept("behavioural-concept-to-market");
	assert_false(now.shipped);
	question_release(&now);
	stage_key('d');
	now = kept("behavioural-concept-to-market");
	assert_true(now.shipped);
	question_release(&now);
}

static void
filters_of_state_origin_and_tag_count(void **state)
{
	int all;

	(void)state;
	past_add(&(struct past){.days_ago = 40, .ratings = "3333"});
	bank();
	all = atoi(stage_row(2));
	stage_key('m');
	assert_sees("origin shipped");
	assert_int_equal(atoi(stage_row(2)), all - 3);
	stage_key('m');
	assert_sees("origin mine");
	assert_sees("3 questions");
	stage_press('n', 3);
	assert_sees("state never asked");
	assert_sees("2 questions");
	stage_key('n');
	assert_sees("state due");
	assert_sees("1 question ");
	assert_sees("Tell me about a failure");
	stage_key('n');
	stage_key('m');
	assert_int_equal(atoi(stage_row(2)), all);
	stage_key('t');
	stage_keys("collaboration\n");
	assert_sees("tag collaboration");
	assert_in_range(atoi(stage_row(2)), 1, all - 1);
	stage_keys("t\n");
	assert_int_equal(atoi(stage_row(2)), all);
}

static void
tags_are_offered(void **state)
{
	(void)state;
	bank();
	stage_key('a');
	stage_keys("A tide?");
	stage_press('\t', 6);
	stage_keys("ferry|big ferry|retired");
	keep();
	stage_key('y');
	stage_keys("Once more: ");
	keep();
	stage_key('t');
	assert_sees("> any tag");
	assert_sees_not("retired 2");
	stage_keys("FERRY");
	assert_sees("> 2 big ferry");
	assert_sees(" 2 ferry");
	stage_press(K_BACKSPACE, 5);
	stage_keys("ferry");
	assert_sees("> 2 ferry");
	stage_key(K_UP);
	stage_key('\n');
	assert_sees("tag big ferry");
	stage_keys("tno such");
	assert_sees("No tag holds that.");
	stage_key(K_ESC);
	assert_sees("tag big ferry");
	stage_keys("t\n");
	assert_sees("tag any");
}

static void
a_question_has_a_history(void **state)
{
	(void)state;
	past_add(&(struct past){.days_ago = 3, .ratings = "3333"});
	past_add(&(struct past){.days_ago = 1, .ratings = "5555"});
	at_question("stage-failure");
	stage_key('h');
	assert_screen("attempts");
	assert_sees("> 2026-11-19");
	assert_sees("2026-11-17");
	stage_key('j');
	stage_key('\n');
	assert_screen("answer");
	stage_key(K_ESC);
	stage_key(K_ESC);
	assert_screen("bank");
	stage_key(K_ESC);
	search("stage-estimate");
	stage_key('h');
	assert_sees("Not answered yet.");
	stage_key('\n');
	assert_screen("attempts");
}

static void
what_is_marked_is_practised_in_its_order(void **state)
{
	(void)state;
	bank();
	search("stage-");
	stage_key('j');
	stage_keys(" ");
	stage_keys("kk ");
	assert_sees("2 marked");
	stage_key('s');
	assert_screen("practice");
	assert_sees("1/2");
	stage_wait_s(600);
	assert_sees("How many");
}

static void
a_mark_is_taken_off_again(void **state)
{
	(void)state;
	bank();
	stage_keys(" k ");
	assert_sees_not("marked");
	for (int i = 0; i < 25; i++)
		stage_key(' ');
	assert_sees("20 marked");
	assert_sees("20 questions at most");
}

static void
a_click_goes_to_a_row_of_the_form(void **state)
{
	(void)state;
	at_question("stage-failure");
	stage_key('e');
	stage_click_on("Behavioural");
	assert_sees("> Round");
	stage_click_on("Behavioural");
	assert_sees_not("< Behavioural >");
}

static void
nothing_is_changed_where_it_cannot_be_written(void **state)
{
	(void)state;
	at_question("stage-failure");
	stage_key('e');
	stage_keys("X");
	stage_break_table("question");
	keep();
	assert_screen("question");
	stage_mend_table("question");
	keep();
	assert_screen("bank");
	expect_prompt(
	    "stage-failure", "XTell me about a failure that you owned.");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ON_STAGE(a_question_is_added_and_selected),
	    ON_STAGE(the_form_says_what_is_wrong_and_goes_there),
	    ON_STAGE(what_is_there_already_is_not_added_again),
	    ON_STAGE(an_edited_question_keeps_its_id),
	    ON_STAGE(choices_go_round_and_the_company_is_free),
	    ON_STAGE(what_is_not_touched_stays_as_it_is),
	    ON_STAGE(what_helps_has_lines),
	    ON_STAGE(what_was_typed_outlives_a_hang_up),
	    ON_STAGE(leaving_a_changed_form_asks),
	    ON_STAGE(a_pasted_prompt_is_taken_whole),
	    ON_STAGE(changes_are_undone_one_by_one),
	    ON_STAGE(an_added_question_is_taken_away_again),
	    ON_STAGE(a_retired_question_is_dimmed_and_brought_back),
	    ON_STAGE(what_is_retired_out_of_a_filter_is_undone),
	    ON_STAGE(the_shipped_wording_comes_back),
	    ON_STAGE(a_retired_shipped_question_is_shipped_once_more),
	    ON_STAGE(filters_of_state_origin_and_tag_count),
	    ON_STAGE(tags_are_offered),
	    ON_STAGE(a_question_has_a_history),
	    ON_STAGE(what_is_marked_is_practised_in_its_order),
	    ON_STAGE(a_mark_is_taken_off_again),
	    ON_STAGE(a_click_goes_to_a_row_of_the_form),
	    ON_STAGE(nothing_is_changed_where_it_cannot_be_written),
	};

	return cmocka_run_group_tests_name(
	    "changing the bank", tests, NULL, NULL);
}
