/* SPDX-License-Identifier: MIT */
/* Keys of the editor that a terminal might keep for itself, or send in its own
 * way. */
#include <string.h>

#include "unit/unit.h"

#include "round.h"

#define CTRL_S     "\x13"
#define SHIFT_LEFT "\x1b[1;2D"
#define END        "\x05" /* Ctrl-E */

static struct vt *
begin(const struct place *place)
{
	struct vt *vt = round_begin(place, "90");

	round_say(vt, "one two three");
	return vt;
}

static void
leave(struct vt *vt)
{
	round_rate(vt, "4534");
	round_leave(vt);
}

/* Not flow control. */
static void
ctrl_s_searches(void **state)
{
	struct vt *vt = begin(*state);

	vt_type(vt, CTRL_S "TWO");
	vt_await(vt, "search: TWO");
	vt_type(vt, ENTER);
	vt_await_gone(vt, "search:");
	vt_await_caret(vt, ROUND_TEXT_ROW, (int)strlen("one "));
	vt_type(vt, "!");
	vt_await(vt, "one !two three");
	leave(vt);
	assert_sql(*state, ANSWER_TEXT, "one !two three");
}

static void
arrows_with_shift_select(void **state)
{
	struct vt *vt = begin(*state);

	vt_type(vt, SHIFT_LEFT SHIFT_LEFT "x");
	vt_await(vt, "one two thrx");
	leave(vt);
	assert_sql(*state, ANSWER_TEXT, "one two thrx");
}

/* Which is a NUL. */
static void
ctrl_space_begins_a_selection(void **state)
{
	struct vt *vt = begin(*state);

	vt_type(vt, CTRL_A);
	vt_await_caret(vt, ROUND_TEXT_ROW, 0);
	vt_send(vt, "\0", 1);
	vt_type(vt, END);
	vt_await_caret(vt, ROUND_TEXT_ROW, (int)strlen("one two three"));
	vt_type(vt, "four");
	vt_await_gone(vt, "one two");
	leave(vt);
	assert_sql(*state, ANSWER_TEXT, "four");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    IN_ROUND(ctrl_s_searches),
	    IN_ROUND(arrows_with_shift_select),
	    IN_ROUND(ctrl_space_begins_a_selection),
	};

	return cmocka_run_group_tests_name("editor keys", tests, NULL, NULL);
}
