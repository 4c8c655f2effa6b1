/* SPDX-License-Identifier: MIT */
/* A clock that runs costs a few bytes a second, everything at rest nothing. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "unit/unit.h"

#include "round.h"

enum {
	TICKS = 2,
	TICK_BYTES_MOST = 48, /* there, a colour, two digits, back */
	/* Two big digits in each of five rows, at a change of the tens. */
	BIG_TICK_BYTES_MOST = 256,
	QUIET_MS = 100,
	REST_MS = 1100,
};

static void
assert_ticks_cost(struct vt *vt, size_t most)
{
	for (int i = 0; i < TICKS; i++) {
		size_t before = vt_log(vt)->len;
		int shown_s = round_clock_s(vt);

		round_await_clock(vt, shown_s - 1);
		size_t ticks = (size_t)(shown_s - round_clock_s(vt));
		size_t bytes = vt_log(vt)->len - before;

		print_message("%zu bytes in %zu tick(s)\n", bytes, ticks);
		assert_in_range(bytes, 1, most * ticks);
	}
}

static void
a_tick_is_a_few_bytes(void **state)
{
	struct vt *vt = round_begin(*state, "90");

	round_say(vt, "Said.");
	/* The first tick also counts the words. */
	round_await_clock(vt, round_clock_s(vt) - 1);
	vt_await(vt, "1 words");
	assert_ticks_cost(vt, TICK_BYTES_MOST);
}

static void
a_tick_of_the_big_clock_repaints_what_changed(void **state)
{
	struct vt *vt = round_begin_in(*state, "spoken", "90");

	vt_await(vt, "Tab when you begin");
	/* All of the first screen is there. */
	round_await_clock(vt, round_clock_s(vt) - 1);
	assert_ticks_cost(vt, BIG_TICK_BYTES_MOST);
}

/* How often a process has gone to sleep of itself: once for each time that it
 * was woken. */
static long
sleeps_of(const struct vt *vt)
{
	static const char field[] = "voluntary_ctxt_switches:";
	char path[64], line[128];
	long sleeps = -1;

	snprintf(path, sizeof(path), "/proc/%d/status", (int)vt_pid(vt));
	FILE *from = fopen(path, "r");

	assert_non_null(from);
	while (fgets(line, sizeof(line), from) != NULL)
		if (strncmp(line, field, strlen(field)) == 0)
			sleeps = strtol(line + strlen(field), NULL, 10);
	fclose(from);
	assert_true(sleeps >= 0);
	return sleeps;
}

static void
assert_rests(struct vt *vt)
{
	int64_t limit = vt_now_ms() + VT_LIMIT_MS;

	while (vt_pass(vt, QUIET_MS) > 0)
		assert_true(vt_now_ms() < limit);
	long sleeps = sleeps_of(vt);

	assert_int_equal(vt_pass(vt, REST_MS), 0);
	assert_int_equal(sleeps_of(vt), sleeps);
}

static void
home_at_rest_does_nothing(void **state)
{
	struct vt *vt = vt_rehearse(*state, LIST(NULL));

	vt_await(vt, "? shows every key");
	assert_rests(vt);
}

static void
a_hidden_clock_wakes_nobody(void **state)
{
	struct vt *vt = round_begin(*state, "90");

	vt_type(vt, ESC "c");
	vt_await(vt, "clock hidden");
	vt_await_sql(vt, *state, DRAFT_COUNT, "1");
	assert_rests(vt);
	vt_type(vt, ESC "c");
	vt_await(vt, " left");
}

static void
rating_at_rest_does_nothing(void **state)
{
	struct vt *vt = round_begin(*state, "90");

	vt_type(vt, "Said." CTRL_D ENTER "45");
	vt_await(vt, "> -  Action");
	vt_await_sql(
	    vt, *state, "SELECT substr(ratings, 1, 5) FROM draft", "4|5|0");
	assert_rests(vt);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    IN_ROUND(a_tick_is_a_few_bytes),
	    IN_ROUND(a_tick_of_the_big_clock_repaints_what_changed),
	    IN_ROUND(home_at_rest_does_nothing),
	    IN_ROUND(a_hidden_clock_wakes_nobody),
	    IN_ROUND(rating_at_rest_does_nothing),
	};

	return cmocka_run_group_tests_name("tick", tests, NULL, NULL);
}
