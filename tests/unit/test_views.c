/* SPDX-License-Identifier: MIT */
/* Views of sums, with numbers worked out by hand. */
#include <math.h>
#include <string.h>

#include "unit.h"

#include "base/str.h"
#include "core/views.h"

enum {
	TODAY = 20412, /* 2025-11-20, a Thursday */
	LIMIT_S = 100,
	MONDAY = TODAY - 3,
};

static void
assert_near(double value, double expected)
{
	assert_true(fabs(value - expected) < 1e-6);
}

static void
verdicts_are_counted_by_week(void **state)
{
	static const struct verdict_day days[] = {
	    {TODAY, VERDICT_STRONG_HIRE},
	    {TODAY - 17, VERDICT_REINTERVIEW},
	    {TODAY - 3, VERDICT_HIRE},
	    {TODAY - 4, VERDICT_REJECT},
	};
	struct verdict_view view = view_verdicts(days, 4);

	(void)state;
	assert_int_equal(view.periods.days, 7);
	assert_int_equal(view.periods.n, 3);
	assert_int_equal(view.periods.from_day, MONDAY - 14);
	assert_int_equal(view.counts[2][VERDICT_STRONG_HIRE], 1);
	assert_int_equal(view.counts[2][VERDICT_HIRE], 1);
	assert_int_equal(view.counts[1][VERDICT_REJECT], 1);
	assert_int_equal(view.counts[0][VERDICT_REINTERVIEW], 1);
	assert_int_equal(view.rated, 4);
	assert_int_equal(view.at_bar, 2);
}

static void
nothing_gives_nothing(void **state)
{
	const int64_t none[TIME_SUMS] = {0};
	const int64_t no_pairs[JUDGEMENT_PAIRS * PAIR_SUMS] = {0};
	struct habit habit;

	(void)state;
	assert_int_equal(view_verdicts(NULL, 0).periods.n, 0);
	assert_int_equal(view_times(none).n, 0);
	assert_near(view_times(none).mean, 0);
	assert_int_equal(view_judgements(no_pairs).pairs[0].n, 0);
	habit_begin(&habit, TODAY);
	assert_int_equal(habit_end(&habit).streak, 0);
}

static void
time_is_counted_in_tenths_of_the_limit(void **state)
{
	int64_t sums[TIME_SUMS] = {0};
	struct time_view view;

	(void)state;
	digest_time(sums, LIMIT_S, 50);
	digest_time(sums, LIMIT_S, 100); /* all of it is not over it */
	digest_time(sums, LIMIT_S, 130);
	digest_time(sums, LIMIT_S, 400);
	digest_time(sums, 0, 60);
	view = view_times(sums);
	assert_int_equal(view.n, 4);
	assert_int_equal(view.counts[5], 1);
	assert_int_equal(view.counts[10], 1);
	assert_int_equal(view.counts[13], 1);
	assert_int_equal(view.counts[TIME_BUCKETS - 1], 1);
	assert_int_equal(view.over, 2);
	assert_near(view.mean, 1.7);
	assert_near(view.late_s, 165);
}

/* Whatever a file may say. */
static void
a_time_beyond_all_use_stays_a_number(void **state)
{
	int64_t sums[TIME_SUMS] = {0};

	(void)state;
	digest_time(sums, 1e-300, 1e300);
	digest_time(sums, 10, -1e300);
	assert_int_equal(sums[TIME_ANSWERS], 2);
	assert_int_equal(sums[TIME_COUNTS + TIME_BUCKETS - 1], 1);
	assert_int_equal(sums[TIME_COUNTS], 1);
	assert_int_equal(sums[TIME_SHARES], 0);
}

static void
sections_are_shares_of_what_was_marked(void **state)
{
	struct digest_sections sections = {0};
	struct split_row row;

	(void)state;
	digest_section(&sections, "situation", 0.6, 0.25);
	digest_section(&sections, "action", 0.4, 0.75);
	digest_section(&sections, "situation", 0.25, 0.5);
	assert_int_equal(sections.n, 2);
	row = view_section(&sections.rows[0]);
	assert_string_equal(row.signal, "situation");
	assert_int_equal(row.n, 2);
	assert_near(row.used, (0.6 + 0.25) / 2);
	assert_near(row.target, (0.25 + 0.5) / 2);
	row = view_section(&sections.rows[1]);
	assert_near(row.used, 0.4);
	digest_sections_release(&sections);
}

static void
more_sections_than_fit_are_left_out(void **state)
{
	struct digest_sections sections = {0};
	char name[] = "a";

	(void)state;
	for (int i = 0; i < DIGEST_SECTIONS + 3; i++) {
		name[0] = (char)('0' + i);
		digest_section(&sections, name, 1, 1);
	}
	assert_int_equal(sections.n, DIGEST_SECTIONS);
	digest_section(&sections, "0", 1, 1);
	assert_int_equal(sections.rows[0].sums[SECTION_ANSWERS], 2);
	digest_sections_release(&sections);
}

static void
judgements_are_paired_where_both_are_there(void **state)
{
	static const struct digest_scores answers[] = {
	    {.predicted = 5, .self = 3, .peers = 3.5},
	    {.predicted = 2, .self = 3},
	    {.cold = 4},
	};
	int64_t sums[JUDGEMENT_PAIRS][PAIR_SUMS] = {{0}};
	struct judgement_view view;

	(void)state;
	for (size_t i = 0; i < sizeof(answers) / sizeof(answers[0]); i++)
		digest_pairs(sums, &answers[i]);
	view = view_judgements((const int64_t *)sums);
	assert_int_equal(view.pairs[PREDICTED_AND_SELF].n, 2);
	assert_near(view.pairs[PREDICTED_AND_SELF].mean, 0.5);
	assert_near(view.pairs[PREDICTED_AND_SELF].squares, 4.5);
	assert_near(view.apart[PREDICTED_AND_SELF], 1.5);
	assert_int_equal(view.pairs[SELF_AND_COLD].n, 0);
	assert_int_equal(view.pairs[SELF_AND_PEERS].n, 1);
	assert_near(view.pairs[SELF_AND_PEERS].mean, -0.5);
}

static void
sums_are_added_up_from_their_texts(void **state)
{
	const int64_t first[] = {1, -20, 300}, second[] = {4, 5, -600};
	const int64_t none[3] = {0};
	int64_t sums[3] = {0};
	struct str text = STR_INIT;

	(void)state;
	digest_write(&text, first, 3);
	assert_string_equal(text.s, "1,-20,300");
	digest_add(text.s, sums, 3);
	str_clear(&text);
	digest_write(&text, second, 3);
	digest_add(text.s, sums, 3);
	assert_int_equal(sums[0], 5);
	assert_int_equal(sums[1], -15);
	assert_int_equal(sums[2], -300);
	str_clear(&text);
	digest_write(&text, none, 3);
	assert_string_equal(text.s, "");
	digest_add(text.s, sums, 3);
	digest_add("7,x,9", sums, 3);
	digest_add("1,1,1,1,1", sums, 2);
	assert_int_equal(sums[0], 13);
	assert_int_equal(sums[1], -14);
	assert_int_equal(sums[2], -300);
	str_release(&text);
}

static void
sections_are_read_from_their_text(void **state)
{
	static const char *const damaged[] = {
	    "1,2,3,9:action", "1,2,3,-1:x", "1,2,:x", "1,2,3,x", "1,2,3,4"};
	struct digest_sections sections = {0}, read = {0};
	struct str text = STR_INIT;

	(void)state;
	digest_section(&sections, "task, 1:x", 0.25, 0.5);
	digest_section(&sections, "构思", 0.75, 0.5);
	digest_write_sections(&text, &sections);
	digest_add_sections(text.s, &read);
	digest_add_sections(text.s, &read);
	assert_int_equal(read.n, 2);
	assert_string_equal(read.rows[0].signal, "task, 1:x");
	assert_string_equal(read.rows[1].signal, "构思");
	assert_int_equal(read.rows[1].sums[SECTION_ANSWERS], 2);
	assert_int_equal(read.rows[1].sums[SECTION_USED], 1500000);
	for (size_t i = 0; i < sizeof(damaged) / sizeof(damaged[0]); i++)
		digest_add_sections(damaged[i], &read);
	assert_int_equal(read.n, 2);
	digest_sections_release(&sections);
	digest_sections_release(&read);
	str_release(&text);
}

/* Days in a row up to yesterday, a gap, then four of them, two on one day. */
static void
a_streak_reaches_to_today_or_yesterday(void **state)
{
	static const int days_ago[] = {2, 1, 4, 5, 7, 5, 6};
	struct habit habit, tomorrow;
	struct habit_view view;

	(void)state;
	habit_begin(&habit, TODAY);
	habit_begin(&tomorrow, TODAY + 1);
	for (size_t i = 0; i < sizeof(days_ago) / sizeof(days_ago[0]); i++) {
		habit_add(&habit, TODAY - days_ago[i], 1);
		habit_add(&tomorrow, TODAY - days_ago[i], 1);
	}
	view = habit_end(&habit);
	assert_int_equal(view.streak, 2);
	assert_int_equal(view.longest, 4);
	assert_int_equal(view.days, 6);
	/* Wednesday, today, Saturday. */
	assert_int_equal(view.answers[HABIT_WEEKS - 1][2], 1);
	assert_int_equal(view.answers[HABIT_WEEKS - 1][3], 0);
	assert_int_equal(view.answers[HABIT_WEEKS - 2][5], 2);
	assert_int_equal(habit_end(&tomorrow).streak, 0);
}

static void
days_are_read_from_their_text(void **state)
{
	struct digest_days days = {.text = STR_INIT};
	const char *at;
	int64_t day;
	int answers;

	(void)state;
	digest_day(&days, 7);
	digest_day(&days, 7);
	digest_day(&days, -8);
	digest_end_days(&days);
	assert_string_equal(days.text.s, "7,2,-8,1");
	at = days.text.s;
	assert_true(digest_next_day(&at, &day, &answers));
	assert_int_equal(day, 7);
	assert_int_equal(answers, 2);
	assert_true(digest_next_day(&at, &day, &answers));
	assert_int_equal(day, -8);
	assert_false(digest_next_day(&at, &day, &answers));
	at = "7,-2";
	assert_false(digest_next_day(&at, &day, &answers));
	at = "7";
	assert_false(digest_next_day(&at, &day, &answers));
	str_release(&days.text);
}

static void
a_day_of_skipped_answers_is_no_practice(void **state)
{
	struct habit habit;
	struct habit_view view;

	(void)state;
	habit_begin(&habit, TODAY);
	habit_add(&habit, TODAY, 0);
	habit_add(&habit, TODAY + 1, 3); /* the clock went back since */
	view = habit_end(&habit);
	assert_int_equal(view.days, 0);
	assert_int_equal(view.streak, 0);
}

static void
the_bank_is_seen_due_and_mastered(void **state)
{
	char q1[] = "q-1", q2[] = "q-2", q3[] = "q-3", q4[] = "q-4";
	char round[] = "behavioural", other[] = "estimation";
	char any[] = "any", apm[] = "apm", none[] = "";
	struct bank_question bank[] = {
	    {.id = q1, .round = round, .level = any, .mastered = true},
	    {.id = q2, .round = round, .level = apm},
	    {.id = q3, .round = other, .level = none},
	    {.id = q4, .round = other, .level = apm},
	};
	struct coverage_view view;

	(void)state;
	schedule_answer(&bank[0].schedule, (int64_t)(TODAY - 2) * DAY_S, 5);
	schedule_answer(&bank[1].schedule, (int64_t)(TODAY - 1) * DAY_S, 5);
	schedule_answer(&bank[2].schedule, (int64_t)TODAY * DAY_S, 1);
	view = view_coverage(bank, 4, NULL, NULL, (int64_t)(TODAY + 3) * DAY_S);
	assert_int_equal(view.all.questions, 4);
	assert_int_equal(view.all.seen, 3);
	assert_int_equal(view.all.mastered, 1);
	assert_int_equal(view.all.due, 1); /* q-3 */
	assert_int_equal(view.n_rounds, 2);
	assert_string_equal(view.rounds[0].name, "behavioural");
	assert_int_equal(view.rounds[0].seen, 2);
	assert_int_equal(view.rounds[1].due, 1);
	assert_int_equal(view.n_levels, 2);
	assert_string_equal(view.levels[0].name, "any");
	assert_int_equal(view.levels[0].questions, 2);
	coverage_release(&view);
	view = view_coverage(bank, 4, "estimation", NULL, 0);
	assert_int_equal(view.all.questions, 2);
	coverage_release(&view);
	view = view_coverage(bank, 4, NULL, "senior", 0);
	assert_int_equal(view.all.questions, 2); /* for anyone */
	coverage_release(&view);
}

static void
periods_widen_with_the_history(void **state)
{
	struct periods periods = period_cut(MONDAY - 7, TODAY);

	(void)state;
	assert_int_equal(periods.n, 2);
	assert_int_equal(period_of(&periods, MONDAY), 1);
	assert_int_equal(period_of(&periods, MONDAY - 1), 0);
	assert_int_equal(period_of(&periods, MONDAY - 8), -1);
	assert_int_equal(period_of(&periods, MONDAY + 7), -1);
	periods = period_cut(TODAY - 24 * 7, TODAY);
	assert_int_equal(periods.days, 28);
	assert_int_equal(period_weekday(TODAY), 3);
	assert_int_equal(period_day((int64_t)TODAY * DAY_S - 1, 0), TODAY - 1);
	assert_int_equal(period_day((int64_t)TODAY * DAY_S - 1, 1), TODAY);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(verdicts_are_counted_by_week),
	    cmocka_unit_test(nothing_gives_nothing),
	    cmocka_unit_test(time_is_counted_in_tenths_of_the_limit),
	    cmocka_unit_test(a_time_beyond_all_use_stays_a_number),
	    cmocka_unit_test(sections_are_shares_of_what_was_marked),
	    cmocka_unit_test(more_sections_than_fit_are_left_out),
	    cmocka_unit_test(judgements_are_paired_where_both_are_there),
	    cmocka_unit_test(sums_are_added_up_from_their_texts),
	    cmocka_unit_test(sections_are_read_from_their_text),
	    cmocka_unit_test(a_streak_reaches_to_today_or_yesterday),
	    cmocka_unit_test(days_are_read_from_their_text),
	    cmocka_unit_test(a_day_of_skipped_answers_is_no_practice),
	    cmocka_unit_test(the_bank_is_seen_due_and_mastered),
	    cmocka_unit_test(periods_widen_with_the_history),
	};

	return cmocka_run_group_tests_name("views", tests, NULL, NULL);
}
