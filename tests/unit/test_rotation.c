/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "core/rotation.h"

enum {
	MOST = 4000,
	HOUR_S = 3600,
	DAY_S = 24 * HOUR_S,
	KEPT_MOST = ROTATION_RECENT + ROTATION_DAYS + ROTATION_WEEKS,
};

static const int64_t newest_s = INT64_C(1795167000); /* 09:30, a Friday */

static int64_t at_s[MOST];
static bool keep[MOST];

/* The newest `n`, each `step_s` older than the one before. */
static int
mark_every(int64_t step_s, int n)
{
	int kept = 0;

	for (int i = 0; i < n; i++)
		at_s[i] = newest_s - i * step_s;
	rotation_mark(at_s, (size_t)n, keep);
	for (int i = 0; i < n; i++)
		kept += keep[i];
	return kept;
}

static void
few_are_all_kept(void **state)
{
	(void)state;
	assert_int_equal(mark_every(60, 0), 0);
	assert_int_equal(mark_every(60, ROTATION_RECENT), ROTATION_RECENT);
}

static void
those_of_one_day_are_thinned(void **state)
{
	(void)state;
	assert_int_equal(mark_every(60, 30), ROTATION_RECENT);
	for (int i = 0; i < 30; i++)
		assert_int_equal(keep[i], i < ROTATION_RECENT);
}

/* The newest five, then seven days, then the newest of eight weeks. */
static void
daily_ones_become_weekly(void **state)
{
	int weekly = 0;

	(void)state;
	assert_int_equal(mark_every(DAY_S, 365), KEPT_MOST);
	for (int i = 0; i < ROTATION_RECENT + ROTATION_DAYS; i++)
		assert_true(keep[i]);
	for (int i = ROTATION_RECENT + ROTATION_DAYS; i < 365; i++) {
		if (!keep[i])
			continue;
		weekly++;
		/* A week's last day: the day after it is of another week. */
		assert_int_not_equal(
		    at_s[i] / (7 * DAY_S), at_s[i - 1] / (7 * DAY_S));
	}
	assert_int_equal(weekly, ROTATION_WEEKS);
}

static void
a_day_keeps_its_newest(void **state)
{
	(void)state;
	assert_int_equal(mark_every(HOUR_S, 48), ROTATION_RECENT + 2);
	/* 09:30 … 05:30, then the last hour of the day before and of the one
	 * before that. */
	assert_true(keep[10]);
	assert_true(keep[34]);
}

static void
a_backup_of_each_hour_keeps_few(void **state)
{
	(void)state;
	assert_int_equal(mark_every(HOUR_S, MOST), KEPT_MOST);
}

/* Once thinned, thinning again takes nothing more. */
static void
it_settles(void **state)
{
	int64_t kept_s[KEPT_MOST];
	int n = 0;

	(void)state;
	mark_every(HOUR_S, MOST);
	for (int i = 0; i < MOST; i++)
		if (keep[i])
			kept_s[n++] = at_s[i];
	rotation_mark(kept_s, (size_t)n, keep);
	for (int i = 0; i < n; i++)
		assert_true(keep[i]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(few_are_all_kept),
	    cmocka_unit_test(those_of_one_day_are_thinned),
	    cmocka_unit_test(daily_ones_become_weekly),
	    cmocka_unit_test(a_day_keeps_its_newest),
	    cmocka_unit_test(a_backup_of_each_hour_keeps_few),
	    cmocka_unit_test(it_settles),
	};

	return cmocka_run_group_tests_name("rotation", tests, NULL, NULL);
}
