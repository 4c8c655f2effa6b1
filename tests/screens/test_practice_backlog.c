/* SPDX-License-Identifier: MIT */
/* A backlog that is put in order against the clock, with a trade-off for each
 * feature and notes below. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "scene.h"
#include "stage.h"

#include "core/priority.h"
#include "store/part.h"

#define QUESTION "prioritisation-photo-app-second-week"

enum { FEATURES = 5 };

static const char *const features[FEATURES] = {
    "Shared albums",
    "Faster first start",
    "Dark theme",
    "Backup reminder",
    "Automatic captions",
};

static struct plan
backlog_plan(void)
{
	struct plan plan = scene_plan();

	plan.question = QUESTION;
	return plan;
}

static void
begin(void)
{
	struct plan plan = backlog_plan();

	scene_practise(&plan);
}

/* Orders by places of the backlog, as `21345`. */
static void
assert_order(const char *places)
{
	char line[16];

	for (int i = 0; i < FEATURES; i++) {
		const char *name = features[places[i] - '1'];

		snprintf(line, sizeof(line), "%d", i + 1);
		for (int row = 0; row < STAGE_ROWS; row++) {
			const char *text = stage_row(row);

			if (strlen(text) > 6 &&
			    strncmp(text + 6, name, strlen(name)) == 0)
				assert_int_equal(text[2], line[0]);
		}
		assert_sees(name);
	}
}

/* The text of the answer that was kept last, and its trade-offs, joined. */
static void
assert_kept(const char *text, const char *trade_offs)
{
	struct str joined = STR_INIT;
	struct parts parts;
	struct kept kept;
	struct err err = {0};

	kept_load(&kept);
	assert_string_equal(kept.rows[0].answer.text, text);
	assert_done(
	    store_parts(stage_store(), kept.rows[0].pk, &parts, &err), &err);
	for (size_t i = 0; i < priority_count(&parts); i++)
		str_addf(&joined, "%s%s", i > 0 ? "|" : "",
		    parts_nth(&parts, PART_PRIORITY, i)->text);
	assert_string_equal(joined.s, trade_offs);
	str_release(&joined);
	parts_release(&parts);
	kept_release(&kept);
}

/* Ends it though trade-offs are missing, and rates it: at the reveal. */
static void
finish_and_rate(void)
{
	scene_done();
	scene_done();
	assert_screen("rating");
	stage_keys("\n3333\n");
	assert_screen("reveal");
}

static void
the_question_shows_its_backlog(void **state)
{
	(void)state;
	begin();
	assert_sees("20 engineer-days in all");
	assert_sees("Feature Effort Reach");
	assert_sees("> 1 Shared albums 12 days 15% of weekly users");
	assert_sees("5 Automatic captions 15 days 10% of weekly users");
	assert_sees("evidence: 40 of 60 people interviewed send pictures");
	assert_sees_not("900 votes");
	assert_sees("trade-offs 0/5");
	assert_order("12345");
}

static void
it_can_be_read_while_thinking(void **state)
{
	struct plan plan = backlog_plan();

	(void)state;
	plan.think_s = 60;
	scene_practise(&plan);
	assert_sees("Dark theme: effort 4 days; reach all users; evidence: 900 "
		    "votes in the feedback forum");
	stage_key('\n');
	assert_sees("> 1 Shared albums");
	assert_sees_not("900 votes");
}

static void
the_selected_one_is_told_in_full(void **state)
{
	(void)state;
	begin();
	stage_keys("jj");
	assert_sees("> 3 Dark theme");
	assert_sees("evidence: 900 votes in the feedback forum");
	stage_keys("k");
	stage_key(K_UP);
	stage_key(K_UP);
	assert_sees("> 1 Shared albums");
	stage_press(K_DOWN, FEATURES + 2);
	assert_sees("> 5 Automatic captions");
}

static void
each_key_for_it_moves_a_feature(void **state)
{
	static const struct {
		int up, down;
	} keys[] = {
	    {'K', 'J'},
	    {K_SHIFT | K_UP, K_SHIFT | K_DOWN},
	    {K_ALT | K_UP, K_ALT | K_DOWN},
	};

	(void)state;
	begin();
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
		stage_key(keys[i].down);
		assert_order("21345");
		assert_sees("> 2 Shared albums");
		stage_key(keys[i].up);
		assert_order("12345");
	}
	stage_key('K');
	assert_order("12345");
	stage_press('J', FEATURES + 1);
	assert_order("23451");
	assert_sees("> 5 Shared albums");
}

static void
enter_writes_a_trade_off_and_goes_on(void **state)
{
	(void)state;
	begin();
	stage_keys("\nJust jk, 12 days?");
	assert_sees("Trade-off: Just jk, 12 days?");
	assert_sees("trade-offs 1/5");
	stage_keys("\n");
	assert_sees("1 + Shared albums");
	assert_sees("> 2 Faster first start");
	assert_order("12345");
	stage_keys("\nlate\n");
	finish_and_rate();
	assert_kept("1. Shared albums: Just jk, 12 days?\n"
		    "2. Faster first start: late\n3. Dark theme\n"
		    "4. Backup reminder\n5. Automatic captions",
	    "Just jk, 12 days?|late|||");
}

static void
arrows_go_from_trade_off_to_trade_off(void **state)
{
	(void)state;
	begin();
	stage_keys("\none");
	stage_key(K_DOWN);
	stage_keys("two");
	stage_key(K_UP);
	stage_keys("!");
	stage_key(K_ESC);
	assert_sees("> 1 + Shared albums");
	assert_sees("Trade-off: one!");
	stage_keys("J");
	assert_order("21345");
	finish_and_rate();
	assert_kept("1. Faster first start: two\n2. Shared albums: one!\n"
		    "3. Dark theme\n4. Backup reminder\n5. Automatic captions",
	    "two|one!|||");
}

static void
tab_goes_to_the_notes_and_back(void **state)
{
	(void)state;
	begin();
	stage_keys("J\tKeep J and K.\nJ\t");
	stage_keys("K");
	assert_order("12345");
	assert_sees("Keep J and K.");
	finish_and_rate();
	assert_kept("1. Shared albums\n2. Faster first start\n3. Dark theme\n"
		    "4. Backup reminder\n5. Automatic captions\n\n"
		    "Keep J and K.\nJ",
	    "||||");
}

static void
letters_at_the_list_are_no_text_and_say_so(void **state)
{
	(void)state;
	begin();
	stage_keys("x");
	assert_sees("Enter writes its trade-off, Tab goes to the notes");
	stage_paste("pasted\nat once");
	assert_sees("Trade-off: pasted at once");
	stage_key(K_ESC);
	stage_key('?');
	assert_sees("in a backlog: move the feature up");
}

static void
missing_trade_offs_are_said_once(void **state)
{
	(void)state;
	begin();
	stage_keys("\nfirst\n\nsecond\n\nthird\n");
	scene_done();
	assert_screen("practice");
	assert_sees("2 features have no trade-off yet: Ctrl-D again to finish");
	stage_keys("\nfourth\n");
	scene_done();
	assert_screen("rating");
}

static void
one_that_is_complete_ends_at_once(void **state)
{
	(void)state;
	begin();
	stage_keys("\na\n\nb\n\nc\n\nd\n\ne");
	scene_done();
	assert_screen("rating");
}

static void
a_kill_keeps_order_trade_offs_and_selection(void **state)
{
	(void)state;
	begin();
	stage_keys("jJJ\nno votes");
	stage_key(K_ESC);
	stage_keys("\tnotes");
	stage_wait_s(5);
	stage_kill();
	stage_open(&start_screen, NULL);
	stage_keys("r");
	assert_screen("practice");
	assert_order("13425");
	assert_sees("> 4 + Faster first start");
	assert_sees("Trade-off: no votes");
	assert_sees("notes");
	finish_and_rate();
	assert_kept("1. Shared albums\n2. Dark theme\n3. Backup reminder\n"
		    "4. Faster first start: no votes\n5. Automatic captions"
		    "\n\nnotes",
	    "|||no votes|");
}

static void
strict_locks_order_and_trade_offs(void **state)
{
	struct plan plan = backlog_plan();

	(void)state;
	plan.strict = true;
	plan.seconds = 60;
	scene_practise(&plan);
	stage_keys("\nin time");
	stage_wait_s(61);
	stage_keys(", late");
	stage_key(K_ESC);
	stage_keys("J\nlate");
	stage_paste("late");
	assert_order("12345");
	scene_done();
	assert_screen("rating");
	stage_keys("\n3333\n");
	assert_kept("1. Shared albums: in time\n2. Faster first start\n"
		    "3. Dark theme\n4. Backup reminder\n5. Automatic captions",
	    "in time||||");
}

static void
a_pause_takes_no_change(void **state)
{
	(void)state;
	begin();
	stage_key(K_F2);
	stage_keys("J");
	assert_sees("paused; F2 or Alt-P goes on");
	stage_keys("\nx");
	assert_order("12345");
	assert_sees("Trade-off: none yet");
	stage_key(K_F2);
	stage_keys("J");
	assert_order("21345");
}

static void
question_and_hint_cover_it_and_take_its_keys(void **state)
{
	(void)state;
	begin();
	stage_key(K_F6);
	assert_sees("evidence: 900 votes in the feedback forum");
	stage_keys("J");
	stage_key(K_F6);
	assert_order("12345");
	stage_key(K_F4);
	assert_sees("Check every line against the goal first");
	stage_keys("J\n");
	stage_key(K_F4);
	assert_order("12345");
	assert_sees("> 1 Shared albums");
}

static void
spoken_it_is_marked_with_f5(void **state)
{
	struct plan plan = backlog_plan();

	(void)state;
	plan.has_mode = true;
	plan.mode = MODE_SPOKEN;
	scene_practise(&plan);
	assert_sees("F5 when you begin");
	stage_key('\t');
	assert_sees("F5 when you begin");
	stage_keys("12 %\t");
	stage_key(K_F5);
	assert_sees("F5: next section");
	stage_keys("J");
	assert_order("21345");
	/* Said aloud, trade-offs need no writing. */
	scene_done();
	assert_screen("rating");
}

static void
spoken_at_forty_by_twelve_each_row_is_read(void **state)
{
	struct plan plan = backlog_plan();

	(void)state;
	plan.has_mode = true;
	plan.mode = MODE_SPOKEN;
	scene_practise(&plan);
	stage_resize(12, 40);
	assert_sees("F5 when you begin your first section > 1 Shared albums");
	stage_press('j', FEATURES);
	assert_sees("> 5 Automatic captions");
}

static void
a_skipped_one_has_no_order_unless_there_was_one(void **state)
{
	(void)state;
	begin();
	stage_key(K_F8);
	stage_key('s');
	assert_kept("", "");
	stage_wait_s(1);
	begin();
	stage_keys("J");
	stage_key(K_F8);
	stage_key('s');
	assert_kept("1. Faster first start\n2. Shared albums\n3. Dark theme\n"
		    "4. Backup reminder\n5. Automatic captions",
	    "||||");
}

static void
the_reveal_shows_a_list(void **state)
{
	(void)state;
	begin();
	stage_resize(60, STAGE_COLS);
	stage_keys("\nI give up the chat, which 40 of 60 people use for want "
		   "of anything better, until spring\n\tI stop here.");
	finish_and_rate();
	/* Its second row stands under the words, not under the number. */
	assert_sees("1. Shared albums: I give up [trade-off] the chat");
	bool hangs = false;

	for (int row = 1; row < 60; row++)
		if (strncmp(stage_row(row - 1), "1. Shared albums", 16) == 0)
			hangs = strncmp(stage_row(row), "   ", 3) == 0;
	assert_true(hangs);
	assert_sees("5. Automatic captions");
	assert_sees("I stop here.");
	assert_sees("Dark theme: effort 4 days");
}

static void
at_forty_by_twelve_all_five_can_be_ordered(void **state)
{
	(void)state;
	begin();
	stage_resize(12, 40);
	assert_order("12345");
	assert_sees("12 days");
	assert_sees("reach 15% of weekly users; evidence:");
	stage_keys("J\nlate chat");
	assert_sees("Why: late chat");
	stage_keys("\t");
	stage_keys("Stop.");
	assert_sees("Notes");
	assert_sees("Stop.");
	assert_sees("> 2 + Shared albums");
	stage_key('\t');
	assert_order("21345");
}

static void
with_room_every_figure_is_there(void **state)
{
	static const struct {
		int rows, cols;
	} sizes[] = {{40, 120}, {60, 200}};

	(void)state;
	begin();
	for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
		stage_resize(sizes[i].rows, sizes[i].cols);
		assert_sees("Feature Effort Reach Evidence");
		assert_sees("900 votes in the");
		assert_sees("nothing measured");
		assert_sees("Trade-off: none yet; Enter writes it");
		assert_sees("Notes (Tab)");
	}
}

/* No size draws outside of its panes, or stops. */
static void
it_can_be_drawn_at_any_size(void **state)
{
	(void)state;
	begin();
	stage_keys("\nwhy");
	for (int rows = 1; rows <= 40; rows += 3)
		for (int cols = 1; cols <= 130; cols += 7) {
			stage_resize(rows, cols);
			stage_key('\t');
			assert_non_null(stage_text());
		}
	stage_resize(STAGE_ROWS, STAGE_COLS);
	assert_sees("1 + Shared albums");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ON_STAGE(the_question_shows_its_backlog),
	    ON_STAGE(it_can_be_read_while_thinking),
	    ON_STAGE(the_selected_one_is_told_in_full),
	    ON_STAGE(each_key_for_it_moves_a_feature),
	    ON_STAGE(enter_writes_a_trade_off_and_goes_on),
	    ON_STAGE(arrows_go_from_trade_off_to_trade_off),
	    ON_STAGE(tab_goes_to_the_notes_and_back),
	    ON_STAGE(letters_at_the_list_are_no_text_and_say_so),
	    ON_STAGE(missing_trade_offs_are_said_once),
	    ON_STAGE(one_that_is_complete_ends_at_once),
	    ON_STAGE(a_kill_keeps_order_trade_offs_and_selection),
	    ON_STAGE(strict_locks_order_and_trade_offs),
	    ON_STAGE(a_pause_takes_no_change),
	    ON_STAGE(question_and_hint_cover_it_and_take_its_keys),
	    ON_STAGE(spoken_it_is_marked_with_f5),
	    ON_STAGE(spoken_at_forty_by_twelve_each_row_is_read),
	    ON_STAGE(a_skipped_one_has_no_order_unless_there_was_one),
	    ON_STAGE(the_reveal_shows_a_list),
	    ON_STAGE(at_forty_by_twelve_all_five_can_be_ordered),
	    ON_STAGE(with_room_every_figure_is_there),
	    ON_STAGE(it_can_be_drawn_at_any_size),
	};

	return cmocka_run_group_tests_name(
	    "practice_backlog", tests, NULL, NULL);
}
