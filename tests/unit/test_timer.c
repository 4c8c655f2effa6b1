/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "core/timer.h"

static void
it_counts_from_its_start(void **state)
{
	struct timer timer = {0};

	(void)state;
	assert_int_equal(timer_elapsed(&timer, 5000), 0);
	timer_start(&timer, 1000);
	assert_int_equal(timer_elapsed(&timer, 1000), 0);
	assert_int_equal(timer_elapsed(&timer, 4500), 3500);
}

static void
stopped_it_keeps_its_time(void **state)
{
	struct timer timer = {0};

	(void)state;
	timer_start(&timer, 1000);
	timer_stop(&timer, 3000);
	assert_false(timer.running);
	assert_int_equal(timer_elapsed(&timer, 9000), 2000);
	timer_stop(&timer, 9000);
	assert_int_equal(timer_elapsed(&timer, 9000), 2000);
}

static void
started_again_it_starts_at_zero(void **state)
{
	struct timer timer = {0};

	(void)state;
	timer_start(&timer, 1000);
	timer_pause(&timer, 2000);
	timer_stop(&timer, 3000);
	timer_start(&timer, 10000);
	assert_int_equal(timer_elapsed(&timer, 10500), 500);
	assert_int_equal(timer_paused(&timer, 10500), 0);
}

static void
pauses_do_not_count(void **state)
{
	struct timer timer = {0};

	(void)state;
	timer_start(&timer, 0);
	timer_pause(&timer, 1000);
	assert_int_equal(timer_elapsed(&timer, 6000), 1000);
	assert_int_equal(timer_paused(&timer, 6000), 5000);
	timer_resume(&timer, 7000);
	assert_int_equal(timer_elapsed(&timer, 8000), 2000);
	timer_pause(&timer, 9000);
	timer_resume(&timer, 9500);
	assert_int_equal(timer_elapsed(&timer, 10000), 3500);
	assert_int_equal(timer_paused(&timer, 10000), 6500);
}

static void
pausing_twice_is_pausing_once(void **state)
{
	struct timer timer = {0};

	(void)state;
	timer_start(&timer, 0);
	timer_pause(&timer, 1000);
	timer_pause(&timer, 2000);
	timer_resume(&timer, 3000);
	timer_resume(&timer, 4000);
	assert_int_equal(timer_elapsed(&timer, 5000), 3000);
	assert_int_equal(timer_paused(&timer, 5000), 2000);
}

static void
only_a_running_timer_pauses(void **state)
{
	struct timer timer = {0};

	(void)state;
	timer_pause(&timer, 1000);
	assert_false(timer.paused);
	timer_resume(&timer, 2000);
	assert_int_equal(timer_paused(&timer, 3000), 0);
}

static void
a_stop_ends_a_pause(void **state)
{
	struct timer timer = {0};

	(void)state;
	timer_start(&timer, 0);
	timer_pause(&timer, 4000);
	timer_stop(&timer, 9000);
	assert_false(timer.paused);
	assert_int_equal(timer_elapsed(&timer, 20000), 4000);
	assert_int_equal(timer_paused(&timer, 20000), 5000);
}

static void
time_never_runs_backwards(void **state)
{
	struct timer timer = {0};

	(void)state;
	timer_start(&timer, 5000);
	assert_int_equal(timer_elapsed(&timer, 4000), 0);
}

/* Whatever the two clocks show, the timer goes on from where it was. */
static void
it_can_be_moved_to_another_clock(void **state)
{
	const int64_t by[] = {-100000, -1, 0, 1, 3600000};

	(void)state;
	for (size_t i = 0; i < sizeof(by) / sizeof(by[0]); i++) {
		struct timer timer = {0};

		timer_start(&timer, 1000);
		timer_pause(&timer, 3000);
		timer_shift(&timer, by[i]);
		assert_int_equal(timer_elapsed(&timer, 5000 + by[i]), 2000);
		assert_int_equal(timer_paused(&timer, 5000 + by[i]), 2000);
		timer_resume(&timer, 6000 + by[i]);
		assert_int_equal(timer_elapsed(&timer, 7000 + by[i]), 3000);
		timer_stop(&timer, 7000 + by[i]);
		timer_shift(&timer, by[i]);
		assert_int_equal(timer_elapsed(&timer, 0), 3000);
	}
}

/* The rule as people read it, in seconds. */
static enum urgency
urgency_by_the_book(double left_s, double limit_s)
{
	if (left_s < 0)
		return URGENCY_OVERTIME;
	if (limit_s < 300 ? left_s <= limit_s * 0.1 : left_s <= 30)
		return URGENCY_LAST;
	return left_s <= limit_s * 0.25 ? URGENCY_SOON : URGENCY_CALM;
}

static void
urgency_grows_as_time_runs_out(void **state)
{
	const int64_t limits_s[] = {
	    30, 60, 120, 180, 290, 300, 310, 1200, 3600};

	(void)state;
	for (size_t i = 0; i < sizeof(limits_s) / sizeof(limits_s[0]); i++) {
		int64_t limit_ms = limits_s[i] * 1000;

		for (int64_t ms = limit_ms; ms >= -2000; ms -= 250)
			assert_int_equal(timer_urgency(ms, limit_ms),
			    urgency_by_the_book(
				(double)ms / 1000, (double)limits_s[i]));
	}
}

static void
urgency_changes_at_the_very_millisecond(void **state)
{
	(void)state;
	assert_int_equal(timer_urgency(45001, 180000), URGENCY_CALM);
	assert_int_equal(timer_urgency(45000, 180000), URGENCY_SOON);
	assert_int_equal(timer_urgency(18001, 180000), URGENCY_SOON);
	assert_int_equal(timer_urgency(18000, 180000), URGENCY_LAST);
	assert_int_equal(timer_urgency(0, 180000), URGENCY_LAST);
	assert_int_equal(timer_urgency(-1, 180000), URGENCY_OVERTIME);
	assert_int_equal(timer_urgency(30001, 1200000), URGENCY_SOON);
	assert_int_equal(timer_urgency(30000, 1200000), URGENCY_LAST);
}

static const struct {
	int64_t left_ms, shown_s;
} shown[] = {
    {180000, 180},
    {179999, 180},
    {179001, 180},
    {179000, 179},
    {1001, 2},
    {1000, 1},
    {1, 1},
    {0, 0},
    {-1, 0},
    {-999, 0},
    {-1000, -1},
    {-1999, -1},
    {-2000, -2},
    {-7000, -7},
};

static void
the_countdown_shows_whole_seconds(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(shown) / sizeof(shown[0]); i++)
		assert_int_equal(
		    timer_shown_s(shown[i].left_ms), shown[i].shown_s);
}

static void
zero_shows_for_one_second(void **state)
{
	int zeros = 0;

	(void)state;
	for (int64_t ms = 5000; ms >= -5000; ms--)
		zeros += timer_shown_s(ms) == 0;
	assert_int_equal(zeros, 1000);
}

/* A clock that sleeps for exactly that long never misses a second and never
 * wakes in vain. */
static void
the_next_change_is_known(void **state)
{
	(void)state;
	for (int64_t left = 5000; left >= -5000; left--) {
		int64_t wait = timer_next_change_ms(left);

		assert_true(wait >= 1 && wait <= 1000);
		assert_int_equal(
		    timer_shown_s(left - wait), timer_shown_s(left) - 1);
		assert_int_equal(
		    timer_shown_s(left - wait + 1), timer_shown_s(left));
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(it_counts_from_its_start),
	    cmocka_unit_test(stopped_it_keeps_its_time),
	    cmocka_unit_test(started_again_it_starts_at_zero),
	    cmocka_unit_test(pauses_do_not_count),
	    cmocka_unit_test(pausing_twice_is_pausing_once),
	    cmocka_unit_test(only_a_running_timer_pauses),
	    cmocka_unit_test(a_stop_ends_a_pause),
	    cmocka_unit_test(time_never_runs_backwards),
	    cmocka_unit_test(it_can_be_moved_to_another_clock),
	    cmocka_unit_test(urgency_grows_as_time_runs_out),
	    cmocka_unit_test(urgency_changes_at_the_very_millisecond),
	    cmocka_unit_test(the_countdown_shows_whole_seconds),
	    cmocka_unit_test(zero_shows_for_one_second),
	    cmocka_unit_test(the_next_change_is_known),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("timer", tests, NULL, NULL);
}
