/* SPDX-License-Identifier: MIT */
/* The text of an answer: typed, pasted, saved on the way, kept to the byte. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "scene.h"
#include "stage.h"

#include "base/mem.h"

enum { NARROW_COLS = 50 };

/* Wide, of several code points, combining, and right to left. */
static const char many_scripts[] =
    "DAU 从 3% 到 5% 🎉 "
    "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x92\xbb "
    "e\xcc\x81t\xc3\xa9 \xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d\n第二行";

static void
assert_kept_text(const char *text)
{
	struct kept kept;

	kept_load(&kept);
	assert_int_equal(kept.n, 1);
	assert_string_equal(kept.rows[0].answer.text, text);
	kept_release(&kept);
}

static void
finish_and_rate(void)
{
	scene_done();
	stage_key('\n');
	scene_judge("3333", 'y');
}

static void
every_byte_of_every_script_is_kept(void **state)
{
	(void)state;
	scene_answer(many_scripts);
	assert_sees("DAU 从 3% 到 5% 🎉");
	assert_sees("第二行");
	finish_and_rate();
	assert_kept_text(many_scripts);
}

static void
scripts_survive_a_draft(void **state)
{
	(void)state;
	scene_answer(many_scripts);
	stage_wait_s(5);
	stage_kill();
	stage_open(&home_screen, NULL);
	stage_key('r');
	assert_sees("第二行");
	finish_and_rate();
	assert_kept_text(many_scripts);
}

static void
editing_keys_edit(void **state)
{
	(void)state;
	scene_answer("I led it");
	stage_key(K_CTRL('w'));
	stage_keys("them.");
	stage_key(K_HOME);
	stage_keys("So ");
	stage_press(K_ALT | 'u', 1);
	assert_sees("I led them.");
	stage_key(K_ALT | 'r');
	finish_and_rate();
	assert_kept_text("So I led them.");
}

static void
enter_and_the_letters_of_other_screens_are_text(void **state)
{
	struct plan plan = scene_plan();

	(void)state;
	plan.has_mode = true;
	scene_practise(&plan);
	stage_keys("q?jk/15y\nxrl\tend");
	assert_screen("practice");
	finish_and_rate();
	assert_kept_text("q?jk/15y\nxrl\tend");
}

static void
a_paste_never_acts_as_keys(void **state)
{
	(void)state;
	scene_answer("");
	stage_paste("one\ntwo\n\x04three\x1bx");
	assert_screen("practice");
	assert_sees("3:00 left");
	assert_sees_not("Stop this answer");
	assert_sees("two");
	assert_sees("three");
}

static void
a_paste_answers_no_question(void **state)
{
	(void)state;
	scene_answer("mine");
	stage_key(K_ESC);
	stage_paste("x");
	assert_sees("Stop this answer");
	stage_key(K_ESC);
	stage_key(K_F8);
	stage_paste("s");
	assert_screen("practice");
	stage_key(K_ESC);
	finish_and_rate();
	assert_kept_text("mine");
}

static void
a_paste_that_is_too_long_is_cut_and_said(void **state)
{
	enum { TOO_MUCH = (1 << 20) + 1000 };
	char *text = mem_new(TOO_MUCH + 1);
	struct kept kept;

	(void)state;
	memset(text, 'a', TOO_MUCH);
	text[TOO_MUCH] = '\0';
	scene_answer("");
	stage_paste(text);
	assert_sees("the answer is full");
	finish_and_rate();
	kept_load(&kept);
	assert_int_equal(strlen(kept.rows[0].answer.text), 1 << 20);
	kept_release(&kept);
	free(text);
}

static void
idle_text_is_saved_at_once(void **state)
{
	(void)state;
	scene_answer("");
	stage_wait_s(10);
	stage_keys("saved soon");
	stage_wait_ms(3000);
	assert_draft("saved soon");
}

/* Also where no clock wakes the screen. */
static void
idle_text_is_saved_behind_a_hidden_clock(void **state)
{
	(void)state;
	scene_answer("");
	stage_key(K_F3);
	stage_wait_s(10);
	stage_keys("saved soon");
	stage_wait_ms(2000);
	assert_draft("saved soon");
}

/* Who never stops typing loses five seconds at most. */
static void
text_is_saved_while_typing_goes_on(void **state)
{
	enum { PAUSE_MS = 500, KEYS = 100, LATE = 5000 / PAUSE_MS };

	(void)state;
	scene_answer("");
	stage_wait_s(5);
	for (int typed = 1; typed <= KEYS; typed++) {
		char *draft;

		stage_key('a');
		stage_wait_ms(PAUSE_MS);
		draft = kept_draft();
		assert_non_null(draft);
		assert_true((int)strlen(draft) >= typed - LATE);
		free(draft);
	}
}

static void
what_does_not_change_is_not_saved_again(void **state)
{
	struct fixture *fixture = *state;
	int64_t before;

	scene_answer("once");
	stage_wait_s(10);
	before =
	    fixture_sql_int(fixture->path, "SELECT saved_mono_ms FROM draft");
	stage_wait_s(60);
	assert_int_equal(
	    fixture_sql_int(fixture->path, "SELECT saved_mono_ms FROM draft"),
	    before);
}

static void
a_draft_that_cannot_be_saved_is_said_and_tried_again(void **state)
{
	(void)state;
	scene_answer("kept on screen");
	stage_break_table("draft");
	stage_wait_s(5);
	assert_sees("the draft is not saved");
	assert_sees("kept on screen");
	/* What went wrong, though the path leaves no room for it. */
	stage_resize(STAGE_ROWS, NARROW_COLS);
	assert_sees("the draft is not saved: rehearse.db: can't");
	stage_mend_table("draft");
	stage_wait_s(5);
	assert_draft("kept on screen");
}

static void
an_empty_answer_whose_clock_runs_has_a_draft(void **state)
{
	(void)state;
	scene_answer("");
	stage_wait_s(5);
	assert_draft("");
}

static void
a_hang_up_saves_the_last_key(void **state)
{
	(void)state;
	scene_answer("up to here");
	stage_hang_up();
	assert_draft("up to here");
}

static void
finishing_leaves_a_draft_until_it_is_rated(void **state)
{
	(void)state;
	scene_answer("answered");
	scene_done();
	assert_draft("answered");
	stage_key('\n');
	scene_judge("3333", 'y');
	assert_int_equal(kept_drafts(), 0);
}

static void
the_words_are_counted_once_a_second(void **state)
{
	(void)state;
	scene_answer("I cut churn by 12 % 留存");
	stage_wait_s(1);
	assert_sees("7 words");
}

static void
a_long_question_is_shown_whole_and_left_again(void **state)
{
	struct plan plan = scene_plan();

	(void)state;
	plan.question = "stage-long";
	scene_practise(&plan);
	stage_resize(APP_MIN_ROWS, APP_MIN_COLS);
	stage_keys("mine");
	assert_sees_not("Last words");
	stage_key(K_F6);
	stage_keys("    ");
	assert_sees("Last words of the long case.");
	stage_keys("no text");
	stage_key(K_ALT | 'q');
	assert_sees("mine");
	assert_sees_not("no text");
	stage_wait_s(5);
	assert_draft("mine");
}

/* However long the key is held, one press the other way shows. */
static void
the_question_does_not_scroll_out_of_sight(void **state)
{
	struct plan plan = scene_plan();

	(void)state;
	plan.question = "stage-long";
	scene_practise(&plan);
	stage_key(K_F6);
	stage_press(K_DOWN, 200);
	assert_sees("Last words of the long case.");
	stage_press(K_UP, 40);
	assert_sees("First row of a long case.");
}

static void
write_script(const char *path, const char *text)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	fputs(text, file);
	assert_int_equal(fclose(file), 0);
	assert_int_equal(chmod(path, 0700), 0);
}

static void
another_editor_takes_the_text_and_gives_it_back(void **state)
{
	(void)state;
	write_script(
	    "editor", "#!/bin/sh\nprintf ' and from outside' >>\"$1\"\n");
	setenv("VISUAL", "./editor", 1);
	scene_answer("typed");
	stage_key(K_CTRL('g'));
	assert_sees("typed and from outside");
	stage_wait_s(5);
	assert_draft("typed and from outside");
	stage_key(K_ALT | 'u');
	assert_sees_not("from outside");
}

static void
an_editor_that_fails_changes_nothing(void **state)
{
	(void)state;
	write_script("editor", "#!/bin/sh\necho rubbish >\"$1\"\nexit 1\n");
	setenv("VISUAL", "./editor", 1);
	scene_answer("typed");
	stage_key(K_CTRL('g'));
	assert_sees("your text is unchanged");
	assert_sees("typed");
	assert_sees_not("rubbish");
}

static void
controls_in_an_answer_do_nothing_to_the_screen(void **state)
{
	(void)state;
	scene_answer("");
	stage_paste("a\x1b[31mb\xe2\x80\xae"
		    "c\x07");
	for (const char *at = stage_text(); *at != '\0'; at++)
		assert_true((unsigned char)*at >= ' ' || *at == '\n');
	assert_null(strstr(stage_text(), "\xe2\x80\xae"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ON_STAGE(every_byte_of_every_script_is_kept),
	    ON_STAGE(scripts_survive_a_draft),
	    ON_STAGE(editing_keys_edit),
	    ON_STAGE(enter_and_the_letters_of_other_screens_are_text),
	    ON_STAGE(a_paste_never_acts_as_keys),
	    ON_STAGE(a_paste_answers_no_question),
	    ON_STAGE(a_paste_that_is_too_long_is_cut_and_said),
	    ON_STAGE(idle_text_is_saved_at_once),
	    ON_STAGE(idle_text_is_saved_behind_a_hidden_clock),
	    ON_STAGE(text_is_saved_while_typing_goes_on),
	    ON_STAGE(what_does_not_change_is_not_saved_again),
	    ON_STAGE(a_draft_that_cannot_be_saved_is_said_and_tried_again),
	    ON_STAGE(an_empty_answer_whose_clock_runs_has_a_draft),
	    ON_STAGE(a_hang_up_saves_the_last_key),
	    ON_STAGE(finishing_leaves_a_draft_until_it_is_rated),
	    ON_STAGE(the_words_are_counted_once_a_second),
	    ON_STAGE(a_long_question_is_shown_whole_and_left_again),
	    ON_STAGE(the_question_does_not_scroll_out_of_sight),
	    ON_STAGE(another_editor_takes_the_text_and_gives_it_back),
	    ON_STAGE(an_editor_that_fails_changes_nothing),
	    ON_STAGE(controls_in_an_answer_do_nothing_to_the_screen),
	};

	return cmocka_run_group_tests_name("practice text", tests, NULL, NULL);
}
