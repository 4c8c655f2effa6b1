/* SPDX-License-Identifier: MIT */
/* A terminal that reports its mouse, where that is wanted and where not. */
#include <stdio.h>
#include <string.h>

#include "unit/unit.h"

#include "round.h"

#define WANTED "REHEARSE_MOUSE=yes"

/* libvterm 0.1.4 takes no second mode from one sequence, as xterm's is. */
#define KNOWN "TERM=screen"

enum {
	LIST_ROW = 4, /* of the bank: the first row of the list */
};

static struct vt *
open_bank(const struct place *place, const char *const *changes)
{
	struct vt_options options = {
	    .call.arguments = LIST(NULL),
	    .call.changes = changes,
	};
	struct vt *vt = vt_open(place, &options);

	vt_await(vt, "the question bank");
	vt_type(vt, "b");
	vt_await(vt, "Question bank");
	vt_await_caret(vt, LIST_ROW, 0);
	return vt;
}

static void
a_click_selects_and_opens(void **state)
{
	struct vt *vt = open_bank(*state, LIST(WANTED, KNOWN));

	assert_true(vt_takes_mouse(vt));
	vt_click(vt, LIST_ROW + 3, 20);
	vt_await_caret(vt, LIST_ROW + 3, 0);
	vt_wheel(vt, LIST_ROW, 20, -1);
	vt_await_caret(vt, LIST_ROW, 0);
	vt_click(vt, LIST_ROW + 1, 20);
	vt_await_caret(vt, LIST_ROW + 1, 0);
	vt_click(vt, LIST_ROW + 1, 20);
	vt_await_gone(vt, "Question bank");
}

/* What xterm and most others send. */
static void
sgr_sequences_are_asked_for_and_understood(void **state)
{
	struct vt *vt = open_bank(*state, LIST(WANTED));

	assert_non_null(strstr(vt_log(vt)->s, ESC "[?1006;1000h"));
	vt_type(vt, ESC "[<0;21;7M" ESC "[<0;21;7m");
	vt_await_caret(vt, LIST_ROW + 2, 0);
}

/* Nor does it report any more once the program is gone. */
static void
the_mouse_is_given_back(void **state)
{
	struct vt *vt = open_bank(*state, LIST(WANTED, KNOWN));

	vt_type(vt, "q");
	vt_await(vt, "the question bank");
	vt_type(vt, "q");
	assert_int_equal(vt_end(vt), 0);
	assert_false(vt_takes_mouse(vt));
}

static bool
takes_mouse(struct vt *vt)
{
	return vt_takes_mouse(vt);
}

static bool
takes_no_mouse(struct vt *vt)
{
	return !vt_takes_mouse(vt);
}

/* While a shell, or an editor, has the terminal it reports nothing. */
static void
the_mouse_is_lent_with_the_terminal(void **state)
{
	struct path go = place_path(*state, "go"), editor;
	char script[2 * PLACE_PATH], visual[2 * PLACE_PATH];
	struct vt_options options = {
	    .call.arguments =
		LIST("practice", "--question", ROUND_QUESTION, "--think", "0"),
	};
	struct vt *vt;

	snprintf(script, sizeof(script),
	    "#!/bin/sh\nuntil test -e %s; do sleep 0.01; done\n", go.s);
	editor = place_write(*state, "editor", script);
	snprintf(visual, sizeof(visual), "VISUAL=%s", editor.s);
	options.call.changes = LIST(WANTED, KNOWN, visual);
	vt = vt_open(*state, &options);
	vt_await(vt, " left");
	assert_true(vt_takes_mouse(vt));
	vt_type(vt, CTRL_G);
	vt_await_that(vt, takes_no_mouse);
	place_write(*state, "go", "");
	vt_await_that(vt, takes_mouse);
}

static void
without_the_setting_nothing_is_written(void **state)
{
	struct vt *vt = open_bank(*state, LIST("REHEARSE_MOUSE"));

	assert_false(vt_takes_mouse(vt));
	vt_type(vt, ESC "[<0;21;8M");
	vt_type(vt, "j");
	vt_await_caret(vt, LIST_ROW + 1, 0);
	vt_type(vt, "q");
	vt_await(vt, "the question bank");
	vt_type(vt, "q");
	assert_int_equal(vt_end(vt), 0);
	assert_null(strstr(vt_log(vt)->s, "?100"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    IN_ROUND(a_click_selects_and_opens),
	    IN_ROUND(sgr_sequences_are_asked_for_and_understood),
	    IN_ROUND(the_mouse_is_given_back),
	    IN_ROUND(the_mouse_is_lent_with_the_terminal),
	    IN_ROUND(without_the_setting_nothing_is_written),
	};

	return cmocka_run_group_tests_name("mouse", tests, NULL, NULL);
}
