/* SPDX-License-Identifier: MIT */
/* A clock that runs costs a few bytes a second, everything at rest nothing. */
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "unit/unit.h"

#include "round.h"

enum {
	TICKS = 2,
	TICK_BYTES_MOST = 16, /* there, a cell or two, and back */
	TICK_WRITES_MOST = 2, /* curses writes once for each motion */
	TEN_S = 10,
	LOOK_MS = 5,
	QUIET_MS = 100,
	REST_MS = 1100,
};

/* A number that the kernel keeps of a process; -1 where it keeps none. */
static long
number_of(const struct vt *vt, const char *file, const char *field)
{
	char path[64], line[128];
	long number = -1;

	snprintf(path, sizeof(path), "/proc/%d/%s", (int)vt_pid(vt), file);
	FILE *from = fopen(path, "r");

	if (from == NULL)
		return -1;
	while (fgets(line, sizeof(line), from) != NULL)
		if (strncmp(line, field, strlen(field)) == 0)
			number = strtol(line + strlen(field), NULL, 10);
	fclose(from);
	return number;
}

/* How often it has gone to sleep of itself: once for each time that it was
 * woken. */
static long
sleeps_of(const struct vt *vt)
{
	return number_of(vt, "status", "voluntary_ctxt_switches:");
}

static long
writes_of(const struct vt *vt)
{
	return number_of(vt, "io", "syscw:");
}

/* The seconds on the clock in the first row, without its minutes. */
static int
shown_s(struct vt *vt)
{
	const char *colon = strrchr(vt_row(vt, 0), ':');

	return colon == NULL ? -1 : (int)strtol(colon + 1, NULL, 10);
}

struct cost {
	long bytes, writes, sleeps;
};

static struct cost
cost_so_far(struct vt *vt)
{
	return (struct cost){
	    (long)vt_log(vt)->len, writes_of(vt), sleeps_of(vt)};
}

/* What the next tick costs that changes no tens: those, which the big clock
 * shows, are drawn anew.  Looks are many a second, so that a tick that is seen
 * together with another one is rare, and left out. */
static struct cost
next_tick(struct vt *vt)
{
	int64_t limit = vt_now_ms() + VT_LIMIT_MS;

	for (;;) {
		int before_s = shown_s(vt);
		struct cost before = cost_so_far(vt);

		while (shown_s(vt) == before_s) {
			assert_true(vt_now_ms() < limit);
			vt_pass(vt, LOOK_MS);
		}
		vt_pass(vt, QUIET_MS); /* all of it */
		int after_s = shown_s(vt);
		struct cost after = cost_so_far(vt);

		if (abs(after_s - before_s) == 1 &&
		    after_s / TEN_S == before_s / TEN_S)
			return (struct cost){after.bytes - before.bytes,
			    after.writes - before.writes,
			    after.sleeps - before.sleeps};
	}
}

static void
await_quiet(struct vt *vt)
{
	int64_t limit = vt_now_ms() + VT_LIMIT_MS;

	while (vt_pass(vt, QUIET_MS) > 0)
		assert_true(vt_now_ms() < limit);
}

/* A process may also be put to sleep by what it waits for in the kernel: of
 * several ticks the quietest tells how often it wakes. */
static void
assert_ticks_cost_little(struct vt *vt, const struct place *place)
{
	struct cost least = {.sleeps = LONG_MAX};

	vt_await_sql(vt, place, DRAFT_COUNT, "1"); /* which is written too */
	await_quiet(vt);
	for (int i = 0; i < TICKS; i++) {
		struct cost cost = next_tick(vt);

		print_message("%ld bytes, %ld writes, %ld wake-ups\n",
		    cost.bytes, cost.writes, cost.sleeps);
		assert_in_range(cost.bytes, 1, TICK_BYTES_MOST);
		assert_true(cost.writes <= TICK_WRITES_MOST);
		if (cost.sleeps < least.sleeps)
			least = cost;
	}
	assert_true(least.sleeps <= 1);
}

static void
a_tick_is_a_few_bytes(void **state)
{
	struct vt *vt = round_begin_in(*state, "typed", "90");

	round_say(vt, "Said.");
	/* The first tick also counts the words. */
	vt_await(vt, "1 word ");
	vt_await_sql(vt, *state, DRAFT_TEXT, "Said.");
	assert_ticks_cost_little(vt, *state);
}

static void
a_tick_beside_the_big_clock_is_too(void **state)
{
	struct vt *vt = round_begin_in(*state, "spoken", "90");

	vt_await(vt, "Tab when you begin");
	assert_ticks_cost_little(vt, *state);
}

static void
a_tick_while_thinking_is_too(void **state)
{
	struct vt *vt = vt_rehearse(
	    *state, LIST("practice", "--question", ROUND_QUESTION, "--seconds",
			"90", "--think", "60", "--mode", "spoken"));

	vt_await(vt, "think ");
	assert_ticks_cost_little(vt, *state);
}

static void
a_tick_in_overtime_is_too(void **state)
{
	struct vt *vt = round_begin_in(*state, "typed", "1");

	vt_await(vt, " over");
	assert_ticks_cost_little(vt, *state);
}

static void
a_tick_while_recording_is_too(void **state)
{
	struct path recorder = place_write(
	    *state, "recorder", "#!/bin/sh\n: >\"$1\"\nexec sleep 60\n");
	char variable[PLACE_PATH * 2];
	const struct vt_options options = {
	    .call.arguments = LIST("practice", "--question", ROUND_QUESTION,
		"--seconds", "90", "--think", "0", "--mode", "spoken"),
	    .call.changes = LIST("REHEARSE_RECORD=yes", variable),
	};

	snprintf(variable, sizeof(variable), "REHEARSE_RECORDER=%s {file}",
	    recorder.s);
	struct vt *vt = vt_open(*state, &options);

	vt_await(vt, " left");
	vt_await(vt, "recording");
	assert_ticks_cost_little(vt, *state);
}

/* The section that runs counts in steps: only some ticks show it too. */
static void
most_ticks_of_a_section_show_in_one_place(void **state)
{
	struct vt *vt = round_begin_in(*state, "spoken", "90");
	struct cost cost;

	vt_type(vt, "\t");
	vt_await(vt, ">Situation");
	vt_await(vt, "0:00/");
	await_quiet(vt);
	for (int i = 0; i < TICKS; i++) {
		cost = next_tick(vt);
		if (cost.bytes <= TICK_BYTES_MOST)
			break;
	}
	assert_in_range(cost.bytes, 1, TICK_BYTES_MOST);
}

static void
assert_rests(struct vt *vt)
{
	await_quiet(vt);
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
	    IN_ROUND(a_tick_beside_the_big_clock_is_too),
	    IN_ROUND(a_tick_while_thinking_is_too),
	    IN_ROUND(a_tick_in_overtime_is_too),
	    IN_ROUND(a_tick_while_recording_is_too),
	    IN_ROUND(most_ticks_of_a_section_show_in_one_place),
	    IN_ROUND(home_at_rest_does_nothing),
	    IN_ROUND(a_hidden_clock_wakes_nobody),
	    IN_ROUND(rating_at_rest_does_nothing),
	};

	return cmocka_run_group_tests_name("tick", tests, NULL, NULL);
}
