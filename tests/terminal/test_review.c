/* SPDX-License-Identifier: MIT */
/* A walk through the review of a made history, at a real terminal. */
#include <stdlib.h>

#include "unit/unit.h"

#include "round.h"

static void
the_review_is_walked_through(void **state)
{
	struct vt *vt;

	free(place_output(*state, LIST("demo", "--sessions", "60")));
	vt = vt_rehearse(*state, LIST("review"));
	vt_await(vt, "60 sessions rated by self");
	vt_await(vt, "Last 14 days: ");
	vt_type(vt, "p");
	vt_await(vt, "period last 14 days");
	vt_type(vt, "pppp");
	vt_await(vt, "period all");
	vt_type(vt, "v");
	vt_await(vt, "Verdicts over time  1/7");
	vt_type(vt, "\t");
	vt_await(vt, "Time used of the limit  2/7");
	vt_type(vt, "\t\t\t\t");
	vt_await(vt, "A streak of ");
	vt_resize(vt, 12, 40);
	vt_await(vt, "Sun ");
	vt_resize(vt, 24, 80);
	vt_type(vt, "qx");
	vt_await(vt, "last 14 days against 14 days before");
	vt_type(vt, "q\n");
	vt_await(vt, "the bar at 3.5");
	vt_type(vt, "a");
	vt_await(vt, "▲ ");
	vt_type(vt, "q");
	vt_await(vt, "Review: your signals");
	vt_type(vt, "q");
	assert_int_equal(vt_end(vt), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    IN_ROUND(the_review_is_walked_through),
	};

	return cmocka_run_group_tests_name("review", tests, NULL, NULL);
}
