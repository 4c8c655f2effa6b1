/* SPDX-License-Identifier: MIT */
#include "core/schedule.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { DAY_S = 86400 };

/* Whole days from one time to a later one; times of a history that was made
 * elsewhere may be far apart. */
static int64_t
days_between(int64_t from_s, int64_t to_s)
{
	if (to_s <= from_s)
		return 0;
	return (int64_t)(((uint64_t)to_s - (uint64_t)from_s) / DAY_S);
}

static int64_t
days_after(int64_t at_s, int days)
{
	int64_t by = (int64_t)days * DAY_S;

	return at_s > INT64_MAX - by ? INT64_MAX : at_s + by;
}

void
schedule_answer(struct schedule *schedule, int64_t started_at, int rating)
{
	const struct fsrs_state *before =
	    schedule->reviews > 0 ? &schedule->state : NULL;

	schedule->attempts++;
	if (rating == 0)
		return;
	schedule->grade = fsrs_grade(rating);
	schedule->state = fsrs_review(before, schedule->grade,
	    days_between(schedule->reviewed_at, started_at));
	schedule->reviews++;
	schedule->reviewed_at = started_at;
	schedule->due_at =
	    days_after(started_at, fsrs_interval_days(&schedule->state));
}

bool
schedule_due(const struct schedule *schedule, int64_t now_s)
{
	return schedule->reviews > 0 && schedule->due_at <= now_s;
}

bool
schedule_good(const struct schedule *schedule)
{
	return schedule->reviews > 0 && schedule->grade >= FSRS_GOOD;
}

int64_t
schedule_days(const struct schedule *schedule, int64_t now_s)
{
	return days_between(schedule->reviewed_at, now_s);
}

double
schedule_recall(const struct schedule *schedule, int64_t now_s)
{
	return fsrs_retrievability(
	    &schedule->state, schedule_days(schedule, now_s));
}

enum turn {
	TURN_DUE,
	TURN_LATER,
	TURN_NOT_RATED,
	TURN_NEW,
};

static enum turn
turn_of(const struct schedule *schedule, int64_t now_s)
{
	if (schedule->reviews > 0)
		return schedule_due(schedule, now_s) ? TURN_DUE : TURN_LATER;
	return schedule->attempts > 0 ? TURN_NOT_RATED : TURN_NEW;
}

static int
compare_times(int64_t a, int64_t b)
{
	return (a > b) - (a < b);
}

static int
compare_due(const struct schedule *a, const struct schedule *b, int64_t now_s)
{
	double x = schedule_recall(a, now_s), y = schedule_recall(b, now_s);

	if (x < y || x > y)
		return x < y ? -1 : 1;
	return compare_times(a->reviewed_at, b->reviewed_at);
}

int
schedule_compare(
    const struct schedule *a, const struct schedule *b, int64_t now_s)
{
	enum turn turn = turn_of(a, now_s);

	if (turn != turn_of(b, now_s))
		return turn < turn_of(b, now_s) ? -1 : 1;
	switch (turn) {
	case TURN_DUE:
		return compare_due(a, b, now_s);
	case TURN_LATER:
		return compare_times(a->due_at, b->due_at);
	case TURN_NOT_RATED:
	case TURN_NEW:
		break;
	}
	return 0;
}

static const char *
plural(int64_t n)
{
	return n == 1 ? "" : "s";
}

void
schedule_text(
    char out[SCHEDULE_TEXT], const struct schedule *schedule, int64_t now_s)
{
	int64_t days = 0;

	switch (turn_of(schedule, now_s)) {
	case TURN_DUE:
		days = schedule_days(schedule, now_s);
		snprintf(out, SCHEDULE_TEXT,
		    "due, answered %" PRId64 " day%s ago", days, plural(days));
		break;
	case TURN_LATER:
		/* Rounded up: within the last day it is due in 1 day. */
		days = days_between(now_s, schedule->due_at - 1) + 1;
		snprintf(out, SCHEDULE_TEXT, "due in %" PRId64 " day%s", days,
		    plural(days));
		break;
	case TURN_NOT_RATED:
		strcpy(out, "answered, not rated");
		break;
	case TURN_NEW:
		strcpy(out, "never answered");
		break;
	}
}
