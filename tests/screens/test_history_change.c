/* SPDX-License-Identifier: MIT */
/* Notes, tags, deleting and what brings it back. */
#include <stdlib.h>

#include "past.h"
#include "stage.h"

#include "store/annotate.h"

static void
history(void)
{
	stage_open(&history_screen, NULL);
}

static void
a_deleted_session_comes_back_with_undo(void **state)
{
	(void)state;
	past_add_three();
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
	past_add_three();
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
	past_add_three();
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
	past_add_three();
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
	past_add_three();
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
	past_add_three();
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
	past_add_three();
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
	past_add_three();
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
	past_add_three();
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
	past_add_three();
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

int
main(void)
{
	const struct CMUnitTest tests[] = {
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
	};

	return cmocka_run_group_tests_name("history_change", tests, NULL, NULL);
}
