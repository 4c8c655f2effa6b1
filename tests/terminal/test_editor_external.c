/* SPDX-License-Identifier: MIT */
/* Ctrl-G: the answer goes to an editor of the user's and comes back, the
 * terminal with it, and the clock runs on meanwhile. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "unit/unit.h"

#include "round.h"

/* A question that is worked on over days. */
#define OVER_DAYS "take-home-grocery-substitutions"

/* Each says that it runs and waits for a line, as an editor waits for keys. */
#define BEGIN "#!/bin/sh\necho ready; read -r line; "

static const char appends[] = BEGIN "printf ' and %s' \"$line\" >> \"$1\"\n";
static const char fails[] = BEGIN "echo spoilt > \"$1\"; exit 3\n";

static const char dies[] = BEGIN "echo spoilt > \"$1\"; kill -9 $$\n";
static const char removes[] = BEGIN "rm \"$1\"\n";
static const char spoils[] = BEGIN "printf 'grew \\377 up\\n' > \"$1\"\n";
static const char overfills[] =
    BEGIN "head -c 2097152 /dev/zero | tr '\\0' a > \"$1\"\n";

/* Raw, on another screen, without a caret, reversed, inserting, and scrolling
 * in three rows. */
static const char runs_wild[] = BEGIN
    "printf ' and more' >> \"$1\"; stty raw -echo; "
    "printf '\\033[?1049h\\033[?25l\\033[7m\\033[4h\\033[5;7r\\033[?7l'\n";

/* The mode of the file that it gets, and where it is. */
static const char tells[] =
    BEGIN "ls -l \"$1\" | cut -c1-10 > \"$1\"; echo \"$1\" >> \"$1\"\n";

static bool
has_caret(struct vt *vt)
{
	return vt_has_caret(vt);
}

static struct vt *
begin_for(const struct place *place, const char *editor, const char *seconds)
{
	char visual[PLACE_PATH * 2];
	const struct vt_options options = {
	    .call.arguments = LIST("practice", "--question", ROUND_QUESTION,
		"--seconds", seconds, "--think", "0"),
	    .call.changes = LIST(visual, "EDITOR=false"),
	};

	snprintf(visual, sizeof(visual), "VISUAL=%s", editor);
	struct vt *vt = vt_open(place, &options);

	vt_await(vt, " left");
	vt_await_caret(vt, ROUND_TEXT_ROW, 0);
	round_say(vt, "I led it");
	return vt;
}

static struct vt *
begin(const struct place *place, const char *editor)
{
	return begin_for(place, editor, "90");
}

static struct vt *
begin_with(const struct place *place, const char *script)
{
	return begin(place, place_write(place, "editor", script).s);
}

/* The editor runs in the terminal as it was found. */
static void
open_editor(struct vt *vt)
{
	vt_type(vt, CTRL_G);
	vt_await(vt, "ready");
	assert_false(vt_is_alternate(vt));
	assert_false(vt_takes_pastes(vt));
	assert_true(vt_is_given_back(vt));
}

static void
assert_back(struct vt *vt)
{
	vt_await(vt, "What did you launch?");
	vt_await(vt, "Ctrl-D done  Esc stop");
	assert_true(vt_is_alternate(vt));
	assert_true(vt_takes_pastes(vt));
	assert_false(vt_is_given_back(vt));
}

static void
what_it_wrote_is_the_answer(void **state)
{
	enum { EDITING_MS = 1100 };
	struct vt *vt = begin_with(*state, appends);
	int64_t before = vt_now_ms();
	int shown_s = round_clock_s(vt);

	open_editor(vt);
	vt_pass(vt, EDITING_MS);
	vt_type(vt, "grew 增长\r");
	vt_await(vt, "I led it and grew 增长");
	round_await_clock(vt, shown_s - EDITING_MS / 1000);
	assert_back(vt);
	vt_await_caret(
	    vt, ROUND_TEXT_ROW, (int)strlen("I led it and grew 1234"));
	round_say(vt, "!");
	int64_t least_ms = vt_now_ms() - before;

	round_rate(vt, "4534");
	round_leave(vt);
	assert_sql(*state, ANSWER_TEXT, "I led it and grew 增长!");
	assert_at_least(*state, "SELECT 1000 * answer_s FROM answer", least_ms);
	assert_sql(*state, "SELECT paused_s FROM answer", "0.0");
}

/* Whoever writes over days works there: that is no absence. */
static void
over_days_it_keeps_the_headings_and_counts_as_work(void **state)
{
	enum { EDITING_MS = 1100 };
	char visual[PLACE_PATH * 2];
	const struct vt_options options = {
	    .call.arguments = LIST("practice", "--question", OVER_DAYS,
		"--seconds", "90", "--think", "0"),
	    .call.changes = LIST(visual, "EDITOR=false"),
	};

	snprintf(visual, sizeof(visual), "VISUAL=%s",
	    place_write(*state, "editor", appends).s);
	struct vt *vt = vt_open(*state, &options);
	int64_t before = vt_now_ms();

	vt_await(vt, "## Trade-offs");
	round_say(vt, "A tenth");
	open_editor(vt);
	vt_pass(vt, EDITING_MS);
	vt_type(vt, "slower\r");
	vt_await(vt, " and slower");
	vt_await(vt, ">Trade-offs              2");
	int64_t least_ms = vt_now_ms() - before - EDITING_MS / 2;

	vt_type(vt, CTRL_D ENTER "4444y" ENTER);
	vt_await(vt, "Words by section: 4");
	round_leave(vt);
	assert_sql(*state, ANSWER_TEXT,
	    "## Problem definition\nA tenth\n\n## User insight\n\n\n"
	    "## Logic of the solution\n\n\n## Trade-offs\n\n and slower");
	assert_at_least(*state, "SELECT 1000 * answer_s FROM answer", least_ms);
}

static void
assert_unchanged(const struct place *place, struct vt *vt)
{
	assert_back(vt);
	vt_type(vt, ".");
	vt_await(vt, "I led it.");
	round_rate(vt, "4534");
	round_leave(vt);
	assert_sql(place, ANSWER_TEXT, "I led it.");
}

static void
one_that_fails_changes_nothing(void **state)
{
	struct vt *vt = begin_with(*state, fails);

	open_editor(vt);
	vt_type(vt, "\r");
	vt_await(vt, "ended with an error; your text is unchanged");
	assert_unchanged(*state, vt);
}

static void
one_that_is_killed_changes_nothing(void **state)
{
	struct vt *vt = begin_with(*state, dies);

	open_editor(vt);
	vt_type(vt, "\r");
	vt_await(vt, "ended with an error; your text is unchanged");
	assert_unchanged(*state, vt);
}

static void
one_that_removes_the_file_changes_nothing(void **state)
{
	struct vt *vt = begin_with(*state, removes);

	open_editor(vt);
	vt_type(vt, "\r");
	vt_await(vt, "No such file");
	assert_unchanged(*state, vt);
}

static void
wrong_bytes_are_made_right(void **state)
{
	struct vt *vt = begin_with(*state, spoils);

	open_editor(vt);
	vt_type(vt, "\r");
	vt_await(vt, "grew \uFFFD up");
	assert_back(vt);
	round_rate(vt, "4534");
	round_leave(vt);
	assert_sql(*state, ANSWER_TEXT, "grew \uFFFD up");
}

static void
what_is_too_long_is_cut_and_said(void **state)
{
	struct vt *vt = begin_with(*state, overfills);

	open_editor(vt);
	vt_type(vt, "\r");
	vt_await(vt, "the rest of the file was left out");
	vt_type(vt, CTRL_D);
	vt_await_sql(vt, *state, "SELECT length(text) FROM draft", "1048576");
	vt_signal(vt, SIGTERM);
	assert_int_equal(vt_end(vt), 128 + SIGTERM);
}

static void
the_terminal_comes_back_from_any_state(void **state)
{
	struct vt *vt = begin_with(*state, runs_wild);

	open_editor(vt);
	vt_type(vt, "\r");
	vt_await(vt, "I led it and more");
	assert_back(vt);
	vt_await_that(vt, has_caret);
	vt_type(vt, CTRL_A "!");
	vt_await(vt, "!I led it and more");
	assert_null(strstr(vt_screen(vt), "ready"));
	round_rate(vt, "4534");
	round_leave(vt);
	assert_false(vt_is_alternate(vt));
	assert_true(vt_is_given_back(vt));
	assert_true(vt_has_caret(vt));
	assert_sql(*state, ANSWER_TEXT, "!I led it and more");
}

/* The text is kept, whatever of it was late, and it is said. */
static void
the_time_may_run_out_meanwhile(void **state)
{
	struct vt *vt =
	    begin_for(*state, place_write(*state, "editor", appends).s, "8");

	open_editor(vt);
	vt_pass(vt, 8100);
	vt_type(vt, "grew\r");
	vt_await(vt, "the time ran out while you were away");
	vt_await(vt, "I led it and grew");
	vt_await(vt, " over");
	round_rate(vt, "4534");
	round_leave(vt);
	assert_sql(*state, ANSWER_TEXT, "I led it and grew");
	assert_at_least(*state, "SELECT 1000 * answer_s FROM answer", 8100);
}

static void
one_that_is_missing_is_named(void **state)
{
	struct vt *vt = begin(*state, "/nowhere/editor");

	vt_type(vt, CTRL_G);
	vt_await(vt, "/nowhere/editor: can't be started");
	assert_unchanged(*state, vt);
}

/* Ctrl-C is the editor's. */
static void
an_interrupt_ends_the_editor_only(void **state)
{
	struct vt *vt = begin_with(*state, appends);

	open_editor(vt);
	vt_type(vt, CTRL_C);
	vt_await(vt, "ended with an error; your text is unchanged");
	assert_unchanged(*state, vt);
}

static void
its_file_is_private_and_goes_away(void **state)
{
	struct vt *vt = begin_with(*state, tells);
	struct stat st;

	open_editor(vt);
	vt_type(vt, "\r");
	vt_await(vt, "-rw-------");
	assert_back(vt);
	round_rate(vt, "4534");
	round_leave(vt);
	char *name = place_sql(*state,
	    "SELECT substr(answer, instr(answer, char(10)) + 1) FROM answer");

	assert_non_null(name);
	assert_memory_equal(name, ((struct place *)*state)->dir,
	    strlen(((struct place *)*state)->dir));
	assert_int_equal(stat(name, &st), -1);
	free(name);
}

static void
a_terminal_that_goes_away_meanwhile_keeps_the_draft(void **state)
{
	struct vt *vt = begin_with(*state, fails);

	open_editor(vt);
	vt_hang_up(vt);
	assert_int_equal(vt_end(vt), 128 + SIGHUP);
	assert_sql(*state, DRAFT_TEXT, "I led it");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    IN_ROUND(what_it_wrote_is_the_answer),
	    IN_ROUND(over_days_it_keeps_the_headings_and_counts_as_work),
	    IN_ROUND(one_that_fails_changes_nothing),
	    IN_ROUND(one_that_is_killed_changes_nothing),
	    IN_ROUND(one_that_removes_the_file_changes_nothing),
	    IN_ROUND(wrong_bytes_are_made_right),
	    IN_ROUND(what_is_too_long_is_cut_and_said),
	    IN_ROUND(the_terminal_comes_back_from_any_state),
	    IN_ROUND(the_time_may_run_out_meanwhile),
	    IN_ROUND(one_that_is_missing_is_named),
	    IN_ROUND(an_interrupt_ends_the_editor_only),
	    IN_ROUND(its_file_is_private_and_goes_away),
	    IN_ROUND(a_terminal_that_goes_away_meanwhile_keeps_the_draft),
	};

	return cmocka_run_group_tests_name(
	    "external editor", tests, NULL, NULL);
}
