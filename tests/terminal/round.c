/* SPDX-License-Identifier: MIT */
#include "round.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "unit/unit.h"

static const char bank[] = "id,prompt,round,rubric\r\n" ROUND_QUESTION
			   ",What did you launch?,behavioural,star\r\n";

int
round_set_up(void **state)
{
	if (vt_set_up(state) != 0)
		return -1;
	struct path file = place_write(*state, "bank.csv", bank);

	free(place_output(*state, LIST("import", file.s)));
	return 0;
}

struct vt *
round_begin(const struct place *place, const char *seconds)
{
	struct vt *vt =
	    vt_rehearse(place, LIST("practice", "--question", ROUND_QUESTION,
				   "--seconds", seconds, "--think", "0"));

	vt_await(vt, "What did you launch?");
	vt_await(vt, " left");
	vt_await_caret(vt, ROUND_TEXT_ROW, 0);
	return vt;
}

struct vt *
round_begin_in(const struct place *place, const char *mode, const char *seconds)
{
	struct vt *vt = vt_rehearse(
	    place, LIST("practice", "--question", ROUND_QUESTION, "--seconds",
		       seconds, "--think", "0", "--mode", mode));

	vt_await(vt, "What did you launch?");
	vt_await(vt, " left");
	return vt;
}

void
round_say(struct vt *vt, const char *text)
{
	vt_type(vt, text);
	vt_await(vt, text);
}

void
round_rate(struct vt *vt, const char *ratings)
{
	vt_type(vt, CTRL_D);
	vt_await(vt, ROUND_ASKS_OVERALL);
	vt_type(vt, ENTER);
	vt_await(vt, "> -  Situation");
	vt_type(vt, ratings);
	vt_await(vt, "> " ROUND_ASKS_METRIC);
	vt_type(vt, "y");
	vt_await(vt, "Measured result given?  yes");
	vt_type(vt, ENTER);
	vt_await(vt, ROUND_REVEALS);
}

void
round_leave(struct vt *vt)
{
	vt_type(vt, ENTER);
	vt_await_gone(vt, ROUND_REVEALS);
	vt_type(vt, ENTER);
	assert_int_equal(vt_end(vt), 0);
	assert_false(vt_is_alternate(vt));
	assert_false(vt_takes_pastes(vt));
	assert_true(vt_has_caret(vt));
	assert_true(vt_is_given_back(vt));
}

int
round_clock_s(struct vt *vt)
{
	const char *row = vt_row(vt, 0);
	const char *left = strstr(row, " left");
	int minutes, seconds;

	while (left > row && left[-1] != ' ')
		left--;
	if (left == NULL || sscanf(left, "%d:%d", &minutes, &seconds) != 2)
		return -1;
	return minutes * 60 + seconds;
}

void
round_await_clock(struct vt *vt, int most_s)
{
	enum { LOOK_MS = 10 };
	int64_t limit = vt_now_ms() + VT_LIMIT_MS;
	int shown_s = round_clock_s(vt);

	while (shown_s < 0 || shown_s > most_s) {
		assert_true(vt_now_ms() < limit);
		vt_pass(vt, LOOK_MS);
		shown_s = round_clock_s(vt);
	}
}

void
assert_sql(const struct place *place, const char *sql, const char *value)
{
	char *found = place_sql(place, sql);

	assert_non_null(found);
	assert_string_equal(found, value);
	free(found);
}

void
assert_at_least(const struct place *place, const char *sql, int64_t least)
{
	char *found = place_sql(place, sql);

	assert_non_null(found);
	if (strtod(found, NULL) < (double)least)
		print_error("%s: %s, not %lld\n", sql, found, (long long)least);
	assert_true(strtod(found, NULL) >= (double)least);
	free(found);
}

void
round_kill(struct vt *vt)
{
	vt_signal(vt, SIGKILL);
	assert_int_equal(vt_end(vt), 128 + SIGKILL);
}

struct vt *
round_resume(const struct place *place)
{
	struct vt *vt = vt_rehearse(place, LIST("practice"));

	vt_await(vt, ROUND_OFFERS);
	assert_sql(place, "PRAGMA integrity_check", "ok");
	vt_type(vt, "r");
	vt_await_gone(vt, ROUND_OFFERS);
	return vt;
}

struct moment
round_press(struct vt *vt, const char *keys, const char *shows)
{
	struct moment moment = {.after = vt_now_ms()};

	vt_type(vt, keys);
	vt_await(vt, shows);
	moment.before = vt_now_ms();
	return moment;
}

struct range
range_between(struct moment from, struct moment to)
{
	return (struct range){
	    .least = to.after - from.before,
	    .most = to.before - from.after,
	};
}

void
assert_seconds(const char *of, double seconds, struct range range)
{
	const double second_ms = 1000, rounding_ms = 2;
	double ms = second_ms * seconds;

	print_message("%s: %.3f s, by the stopwatch %lld to %lld ms\n", of,
	    seconds, (long long)range.least, (long long)range.most);
	assert_true(ms >= (double)range.least - rounding_ms);
	assert_true(ms <= (double)range.most + rounding_ms);
}

void
assert_seconds_in(
    const struct place *place, const char *sql, struct range range)
{
	char *found = place_sql(place, sql);

	assert_non_null(found);
	assert_seconds(sql, strtod(found, NULL), range);
	free(found);
}
