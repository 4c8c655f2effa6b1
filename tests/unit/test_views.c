/* SPDX-License-Identifier: MIT */
/* Views over a small record, with numbers worked out by hand. */
#include <math.h>
#include <string.h>

#include "unit.h"

#include "base/mem.h"
#include "core/views.h"

enum {
	TODAY = 20412, /* 2025-11-20, a Thursday */
	NOON_S = 43200,
	LIMIT_S = 100,
	MONDAY = TODAY - 3,
};

static const struct record_filter all;

static void
assert_near(double value, double expected)
{
	assert_true(fabs(value - expected) < 1e-9);
}

/* The newest comes first: call it from today backwards. */
static struct record_session *
session(struct record *record, int days_ago, const char *level,
    enum verdict verdict)
{
	struct record_session *added = record_add_session(record);

	added->started_at = (int64_t)(TODAY - days_ago) * DAY_S + NOON_S;
	added->round = intern_add(&record->names, "behavioural");
	added->company = intern_add(&record->names, "xiaomi");
	added->level = intern_add(&record->names, level);
	added->judged.verdict = verdict;
	return added;
}

static struct record_answer *
answer(struct record *record, const char *question, double answer_s)
{
	struct record_session *its = &record->sessions[record->n_sessions - 1];
	struct record_answer *added = record_add_answer(record);

	its->n++;
	added->question = intern_add(&record->names, question);
	added->round = its->round;
	added->rubric = intern_add(&record->names, "star");
	added->started_at = its->started_at + its->n;
	added->limit_s = LIMIT_S;
	added->answer_s = answer_s;
	return added;
}

static void
split(struct record *record, const char *signal, double used, double target)
{
	struct record_split *added = record_add_split(record);

	record->answers[record->n_answers - 1].splits++;
	added->signal = intern_add(&record->names, signal);
	added->used_s = used;
	added->target_s = target;
}

static void
verdicts_are_counted_by_week(void **state)
{
	struct record_filter apm = {.level = "apm"};
	struct record record = {0};
	struct verdict_view view;

	(void)state;
	session(&record, 0, "apm", VERDICT_STRONG_HIRE);
	session(&record, 3, "pm2", VERDICT_HIRE);
	session(&record, 4, "apm", VERDICT_REJECT);
	session(&record, 5, "apm", VERDICT_NONE);
	session(&record, 17, "apm", VERDICT_REINTERVIEW);
	view = view_verdicts(&record, &all);
	assert_int_equal(view.periods.days, 7);
	assert_int_equal(view.periods.n, 3);
	assert_int_equal(view.periods.from_day, MONDAY - 14);
	assert_int_equal(view.counts[2][VERDICT_STRONG_HIRE], 1);
	assert_int_equal(view.counts[2][VERDICT_HIRE], 1);
	assert_int_equal(view.counts[1][VERDICT_REJECT], 1);
	assert_int_equal(view.counts[1][VERDICT_NONE], 0);
	assert_int_equal(view.counts[0][VERDICT_REINTERVIEW], 1);
	assert_int_equal(view.rated, 4);
	assert_int_equal(view.at_bar, 2);
	assert_int_equal(view_verdicts(&record, &apm).rated, 3);
	record_release(&record);
}

static void
nothing_gives_nothing(void **state)
{
	struct record record = {0};

	(void)state;
	assert_int_equal(view_verdicts(&record, &all).periods.n, 0);
	assert_int_equal(view_times(&record, &all).n, 0);
	assert_int_equal(view_splits(&record, &all).n, 0);
	assert_int_equal(view_habit(&record, &all, TODAY).streak, 0);
	assert_int_equal(view_latest(&record, &all, NULL, 0), 0);
}

static void
time_is_counted_in_tenths_of_the_limit(void **state)
{
	struct record record = {0};
	struct time_view view;

	(void)state;
	session(&record, 0, "apm", VERDICT_HIRE);
	answer(&record, "q-1", 50);
	answer(&record, "q-2", 100); /* all of it is not over it */
	answer(&record, "q-3", 130);
	answer(&record, "q-4", 400);
	answer(&record, "q-5", 60)->skipped = true;
	answer(&record, "q-6", 60)->limit_s = 0;
	view = view_times(&record, &all);
	assert_int_equal(view.n, 4);
	assert_int_equal(view.counts[5], 1);
	assert_int_equal(view.counts[10], 1);
	assert_int_equal(view.counts[13], 1);
	assert_int_equal(view.counts[TIME_BUCKETS - 1], 1);
	assert_int_equal(view.over, 2);
	assert_near(view.mean, 1.7);
	assert_near(view.late_s, 165);
	record_release(&record);
}

static void
sections_are_shares_of_what_was_marked(void **state)
{
	struct record record = {0};
	struct split_view view;

	(void)state;
	session(&record, 0, "apm", VERDICT_HIRE);
	answer(&record, "q-1", 100);
	split(&record, "situation", 60, 20);
	split(&record, "action", 40, 60);
	answer(&record, "q-2", 100);
	split(&record, "situation", 20, 20);
	split(&record, "action", 60, 20);
	view = view_splits(&record, &all);
	assert_int_equal(view.n, 2);
	assert_string_equal(
	    intern_text(&record.names, view.rows[0].signal), "situation");
	assert_int_equal(view.rows[0].n, 2);
	assert_near(view.rows[0].used, (0.6 + 0.25) / 2);
	assert_near(view.rows[0].target, (0.25 + 0.5) / 2);
	assert_near(view.rows[1].used, (0.4 + 0.75) / 2);
	record_release(&record);
}

static void
judgements_are_paired_where_both_are_there(void **state)
{
	struct record record = {0};
	struct judgement_view view;
	struct record_answer *one;

	(void)state;
	session(&record, 0, "apm", VERDICT_HIRE);
	one = answer(&record, "q-1", 50);
	one->predicted = 5;
	one->self = 3;
	one->peers = 3.5;
	one = answer(&record, "q-2", 50);
	one->predicted = 2;
	one->self = 3;
	one = answer(&record, "q-3", 50);
	one->cold = 4;
	view = view_judgements(&record, &all);
	assert_int_equal(view.pairs[PREDICTED_AND_SELF].n, 2);
	assert_near(view.pairs[PREDICTED_AND_SELF].mean, 0.5);
	assert_near(view.apart[PREDICTED_AND_SELF], 1.5);
	assert_int_equal(view.pairs[SELF_AND_COLD].n, 0);
	assert_int_equal(view.pairs[SELF_AND_PEERS].n, 1);
	assert_near(view.pairs[SELF_AND_PEERS].mean, -0.5);
	record_release(&record);
}

/* Days in a row up to yesterday, a gap, then four of them, two on one day. */
static void
a_streak_reaches_to_today_or_yesterday(void **state)
{
	static const int days_ago[] = {1, 2, 4, 5, 5, 6, 7};
	struct record record = {0};
	struct habit_view view;

	(void)state;
	for (size_t i = 0; i < sizeof(days_ago) / sizeof(days_ago[0]); i++) {
		session(&record, days_ago[i], "apm", VERDICT_HIRE);
		answer(&record, "q-1", 50);
	}
	view = view_habit(&record, &all, TODAY);
	assert_int_equal(view.streak, 2);
	assert_int_equal(view.longest, 4);
	assert_int_equal(view.days, 6);
	assert_int_equal(view.answers[HABIT_WEEKS - 1][2], 1); /* Wednesday */
	assert_int_equal(view.answers[HABIT_WEEKS - 1][3], 0); /* today */
	assert_int_equal(view.answers[HABIT_WEEKS - 2][5], 2); /* Saturday */
	assert_int_equal(view_habit(&record, &all, TODAY + 1).streak, 0);
	record_release(&record);
}

/* Three days in a row, by the clocks of places 13 hours to the east and to the
 * west: in the order of time the days go to and fro. */
static void
days_are_those_of_the_clock_there(void **state)
{
	static const struct {
		int days_ago, offset_h;
	} sessions[] = {{0, 0}, {1, -13}, {1, 0}, {2, 13}, {2, 0}};
	struct record record = {0};
	struct habit_view view;

	(void)state;
	for (size_t i = 0; i < sizeof(sessions) / sizeof(sessions[0]); i++) {
		session(&record, sessions[i].days_ago, "apm", VERDICT_HIRE)
		    ->utc_offset_min = sessions[i].offset_h * 60;
		answer(&record, "q-1", 50);
	}
	view = view_habit(&record, &all, TODAY);
	assert_int_equal(view.days, 3);
	assert_int_equal(view.streak, 3);
	assert_int_equal(view.longest, 3);
	record_release(&record);
}

static void
an_answer_after_midnight_is_of_the_next_day(void **state)
{
	struct record record = {0};
	struct habit_view view;

	(void)state;
	session(&record, 1, "apm", VERDICT_HIRE);
	answer(&record, "q-1", 50);
	answer(&record, "q-2", 50)->started_at += DAY_S / 2;
	view = view_habit(&record, &all, TODAY);
	assert_int_equal(view.days, 2);
	assert_int_equal(view.streak, 2);
	assert_int_equal(view.answers[HABIT_WEEKS - 1][3], 1); /* today */
	record_release(&record);
}

static void
a_day_of_skipped_answers_is_no_practice(void **state)
{
	struct record record = {0};

	(void)state;
	session(&record, 0, "apm", VERDICT_NONE);
	answer(&record, "q-1", 50)->skipped = true;
	assert_int_equal(view_habit(&record, &all, TODAY).days, 0);
	assert_int_equal(view_habit(&record, &all, TODAY).streak, 0);
	record_release(&record);
}

/* Two questions went well, each after the other: the older one is mastered by
 * the newer one.  The third was answered badly. */
static void
add_attempts(struct record *record)
{
	static const struct {
		const char *question;
		int rating;
		enum verdict verdict;
	} attempts[] = {
	    {"q-3", 1, VERDICT_REJECT},
	    {"q-2", 5, VERDICT_STRONG_HIRE},
	    {"q-1", 5, VERDICT_STRONG_HIRE},
	};

	for (int i = 0; i < 3; i++) {
		struct record_answer *its;

		session(record, i, "apm", attempts[i].verdict);
		its = answer(record, attempts[i].question, 50);
		its->limiting = attempts[i].rating;
		its->verdict = attempts[i].verdict;
	}
}

static void
the_bank_is_seen_due_and_mastered(void **state)
{
	char q1[] = "q-1", q2[] = "q-2", q3[] = "q-3", q4[] = "q-4";
	char round[] = "behavioural", other[] = "estimation";
	char any[] = "any", apm[] = "apm", none[] = "";
	const struct bank_question bank[] = {
	    {q1, round, any},
	    {q2, round, apm},
	    {q3, other, none},
	    {q4, other, apm},
	};
	struct record_filter estimation = {.round = "estimation"};
	struct record record = {0};
	struct coverage_view view;

	(void)state;
	add_attempts(&record);
	view =
	    view_coverage(&record, &all, bank, 4, (int64_t)(TODAY + 3) * DAY_S);
	assert_int_equal(view.all.questions, 4);
	assert_int_equal(view.all.seen, 3);
	assert_int_equal(view.all.mastered, 1); /* q-1, by q-2 */
	assert_int_equal(view.all.due, 1);      /* q-3 */
	assert_int_equal(view.n_rounds, 2);
	assert_string_equal(view.rounds[0].name, "behavioural");
	assert_int_equal(view.rounds[0].seen, 2);
	assert_int_equal(view.rounds[1].due, 1);
	assert_int_equal(view.n_levels, 2);
	assert_string_equal(view.levels[0].name, "any");
	assert_int_equal(view.levels[0].questions, 2);
	coverage_release(&view);
	view = view_coverage(
	    &record, &estimation, bank, 4, (int64_t)TODAY * DAY_S);
	assert_int_equal(view.all.questions, 2);
	coverage_release(&view);
	record_release(&record);
}

static void
the_latest_answers_come_first(void **state)
{
	struct record record = {0};
	int latest[2];

	(void)state;
	session(&record, 0, "apm", VERDICT_HIRE);
	answer(&record, "q-1", 0);
	answer(&record, "q-2", 50);
	session(&record, 1, "apm", VERDICT_HIRE);
	answer(&record, "q-3", 50);
	answer(&record, "q-4", 50);
	assert_int_equal(view_latest(&record, &all, latest, 2), 2);
	assert_int_equal(latest[0], 1);
	assert_int_equal(latest[1], 2);
	record_release(&record);
}

static void
repeated_questions_have_a_first_and_a_latest_answer(void **state)
{
	struct record record = {0};
	int first[4], last[4];

	(void)state;
	for (int i = 0; i < 3; i++) {
		session(&record, i, "apm", VERDICT_HIRE);
		answer(&record, "q-1", 50)->limiting = 3;
		answer(&record, i == 0 ? "q-2" : "q-3", 50)->limiting = i;
	}
	assert_int_equal(record_repeated(&record, &all, first, last, 4), 2);
	assert_int_equal(last[0], 0);
	assert_int_equal(first[0], 4);
	assert_int_equal(last[1], 3);
	assert_int_equal(first[1], 5);
	assert_int_equal(record_repeated(&record, &all, first, last, 1), 1);
	record_release(&record);
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
	    cmocka_unit_test(sections_are_shares_of_what_was_marked),
	    cmocka_unit_test(judgements_are_paired_where_both_are_there),
	    cmocka_unit_test(a_streak_reaches_to_today_or_yesterday),
	    cmocka_unit_test(days_are_those_of_the_clock_there),
	    cmocka_unit_test(an_answer_after_midnight_is_of_the_next_day),
	    cmocka_unit_test(a_day_of_skipped_answers_is_no_practice),
	    cmocka_unit_test(the_bank_is_seen_due_and_mastered),
	    cmocka_unit_test(the_latest_answers_come_first),
	    cmocka_unit_test(
		repeated_questions_have_a_first_and_a_latest_answer),
	    cmocka_unit_test(periods_widen_with_the_history),
	};

	return cmocka_run_group_tests_name("views", tests, NULL, NULL);
}
