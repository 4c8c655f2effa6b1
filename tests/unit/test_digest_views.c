/* SPDX-License-Identifier: MIT */
/* What is read from the digests: times, sections, days, signals, the bank. */
#include <math.h>
#include <stdlib.h>

#include "unit.h"
#include "digest_fixture.h"

#include "base/str.h"
#include "store/fresh.h"
#include "store/judge.h"
#include "store/rater.h"
#include "store/review.h"
#include "store/schedule.h"
#include "store/views.h"

enum {
	TODAY = 20466,     /* 2026-01-13 */
	TRAVELLED = 20494, /* 2026-02-10 */
};

static const struct store_filter all;

static void
assert_near(double value, double expected)
{
	assert_true(fabs(value - expected) < 1e-5);
}

static void
freshen_all(struct fixture *fixture)
{
	struct err err = {0};

	assert_done(store_freshen_all(fixture->store, NULL, NULL, &err), &err);
}

static double
judged_overall(struct fixture *fixture, int64_t pk, const char *rater)
{
	struct answer_judged judged;
	struct err err = {0};

	assert_done(
	    judge_answer(fixture->store, pk, rater, &judged, &err), &err);
	return score_exists(judged.judged.overall)
		   ? score_value(judged.judged.overall)
		   : 0;
}

/* Each pair, by the answers one after the other. */
static void
ratings_are_paired_as_answers_are_judged(void **state)
{
	struct judgement_view view;
	struct sample pairs[JUDGEMENT_PAIRS] = {{0}};
	struct fixture *fixture = *state;
	struct err err = {0};

	for (int64_t pk = 1; pk <= (int64_t)SESSIONS * ANSWERS; pk++) {
		double self = judged_overall(fixture, pk, "self");
		double cold = judged_overall(fixture, pk, "cold");
		double peers = judged_overall(fixture, pk, NULL);

		if (self > 0) {
			sample_add(&pairs[PREDICTED_AND_SELF], 4 - self);
			sample_add(&pairs[SELF_AND_COLD], self - cold);
			sample_add(&pairs[SELF_AND_PEERS], self - peers);
		}
	}
	assert_done(
	    store_view_judgements(fixture->store, &all, &view, &err), &err);
	for (int i = 0; i < JUDGEMENT_PAIRS; i++) {
		assert_int_equal(view.pairs[i].n, 14);
		assert_int_equal(pairs[i].n, 14);
		assert_near(view.pairs[i].mean, pairs[i].mean);
		assert_true(
		    fabs(view.pairs[i].squares - pairs[i].squares) < 1e-3);
	}
}

static void
times_and_sections_are_those_of_the_answers(void **state)
{
	struct store_filter apm = {.level = "apm"};
	struct fixture *fixture = *state;
	struct digest_sections sections;
	struct time_view times;
	struct split_row row;
	struct err err = {0};

	assert_done(store_view_times(fixture->store, &all, &times, &err), &err);
	assert_int_equal(times.n, (SESSIONS - 1) * ANSWERS);
	assert_int_equal(times.over, times.n);
	assert_int_equal(times.counts[12], times.n);
	assert_near(times.mean, 1.2);
	assert_near(times.late_s, 20);
	assert_done(store_view_times(fixture->store, &apm, &times, &err), &err);
	assert_int_equal(times.n, 2 * ANSWERS);
	assert_done(
	    store_view_sections(fixture->store, &all, &sections, &err), &err);
	assert_int_equal(sections.n, 2);
	row = view_section(&sections.rows[0]);
	assert_string_equal(row.signal, "situation");
	assert_int_equal(row.n, (SESSIONS - 1) * ANSWERS);
	assert_near(row.used, 30.0 / 80);
	assert_near(row.target, 20.0 / 80);
	digest_sections_release(&sections);
}

static void
filters_leave_what_fits(void **state)
{
	struct store_filter filters[] = {
	    {.level = "apm"},
	    {.round = "behavioural"},
	    {.company = "xiaomi"},
	    {.has_until = true, .until = 1767348000}, /* the second */
	    {.has_since = true, .since = 1767348000},
	};
	static const int rated[] = {2, 5, 0, 1, 4};
	struct fixture *fixture = *state;
	struct verdict_view view;
	struct review review;
	struct err err = {0};

	for (size_t i = 0; i < sizeof(rated) / sizeof(rated[0]); i++) {
		assert_done(store_view_verdicts(fixture->store, &filters[i],
				"self", &view, &err),
		    &err);
		assert_int_equal(view.rated, rated[i]);
		assert_done(store_review_means(fixture->store, &filters[i],
				"self", NULL, &review, &err),
		    &err);
		assert_int_equal(review.overalls.n, rated[i]);
		review_release(&review);
	}
}

static void
days_are_those_of_the_clock_then(void **state)
{
	struct fixture *fixture = *state;
	struct habit_view view;
	struct err err = {0};

	assert_done(
	    store_view_habit(fixture->store, &all, TODAY, &view, &err), &err);
	assert_int_equal(view.days, SESSIONS - 1);
	assert_int_equal(view.longest, SESSIONS - 1);
	assert_int_equal(view.streak, 0);
	/* 2026-01-05 was a Monday. */
	assert_int_equal(view.answers[HABIT_WEEKS - 2][0], ANSWERS);
	assert_int_equal(view.answers[HABIT_WEEKS - 2][1], 0);
	/* Past midnight, eight hours ahead. */
	fixture_import(fixture->store, "answers",
	    "answer_id,session_id,question_id,started_at,rubric\r\n"
	    "a-53,s-5,q-3,2026-01-05T16:03:00Z,star\r\n");
	assert_done(
	    store_view_habit(fixture->store, &all, TODAY, &view, &err), &err);
	assert_int_equal(view.days, SESSIONS);
	assert_int_equal(view.answers[HABIT_WEEKS - 2][0], ANSWERS - 1);
	assert_int_equal(view.answers[HABIT_WEEKS - 2][1], 1);
}

/* Three days in a row, by the clocks of places 13 hours to the east and to the
 * west: in the order of time the days go to and fro. */
static void
import_travels(struct store *store)
{
	static const struct {
		int day, offset_h;
	} sessions[] = {{10, 0}, {9, -13}, {9, 0}, {8, 13}, {8, 0}};
	struct str rows = STR_INIT, answers = STR_INIT;

	str_add(&rows, "session_id,started_at,utc_offset_min,round\r\n");
	str_add(&answers, "answer_id,session_id,question_id,started_at\r\n");
	for (size_t i = 0; i < sizeof(sessions) / sizeof(sessions[0]); i++) {
		str_addf(&rows, "t-%zu,2026-02-%02dT12:00:00Z,%d,strategy\r\n",
		    i, sessions[i].day, sessions[i].offset_h * 60);
		str_addf(&answers, "u-%zu,t-%zu,q-9,2026-02-%02dT12:00:00Z\r\n",
		    i, i, sessions[i].day);
	}
	fixture_import(store, "sessions", rows.s);
	fixture_import(store, "answers", answers.s);
	str_release(&rows);
	str_release(&answers);
}

static void
days_are_those_of_the_clock_there(void **state)
{
	struct fixture *fixture = *state;
	struct store_filter filter = {.round = "strategy"};
	struct habit_view view;
	struct err err = {0};

	import_travels(fixture->store);
	assert_done(
	    store_view_habit(fixture->store, &filter, TRAVELLED, &view, &err),
	    &err);
	assert_int_equal(view.days, 3);
	assert_int_equal(view.streak, 3);
	assert_int_equal(view.longest, 3);
	/* So are those of a period: the day before, as it was shown. */
	filter.has_since = filter.has_until = true;
	filter.since = (int64_t)(TRAVELLED - 1) * DAY_S;
	filter.until = (int64_t)TRAVELLED * DAY_S;
	filter.days = (struct days){true, true, TRAVELLED - 1, TRAVELLED};
	assert_done(
	    store_view_habit(fixture->store, &filter, TRAVELLED, &view, &err),
	    &err);
	assert_int_equal(view.days, 1);
	assert_int_equal(view.answers[HABIT_WEEKS - 1][0], 2); /* a Monday */
}

/* Sessions 1 to 5 are a day apart: the third is the first of these 14 days. */
static void
two_spans_are_told_apart_at_their_edge(void **state)
{
	int64_t now_s = 1767434400 + (int64_t)FORTNIGHT_DAYS * DAY_S;
	struct store_filter apm = {
	    .level = "apm", .has_since = true, .since = now_s};
	struct fixture *fixture = *state;
	struct fortnight both;
	struct err err = {0};

	assert_done(
	    store_fortnight(fixture->store, &all, "self", now_s, &both, &err),
	    &err);
	assert_int_equal(both.now.n, 3);    /* 3, 4 and 5 */
	assert_int_equal(both.before.n, 2); /* 1 and 2 */
	assert_int_equal(fortnight_contrast(&both, 3).verdict, CONTRAST_FEW);
	assert_done(
	    store_fortnight(fixture->store, &apm, "self", now_s, &both, &err),
	    &err);
	assert_int_equal(both.now.n, 1);
	assert_int_equal(both.before.n, 1);
	assert_done(
	    store_fortnight(fixture->store, &all, "nobody", now_s, &both, &err),
	    &err);
	assert_int_equal(both.now.n, 0);
}

static void
a_signal_is_counted_where_it_limits(void **state)
{
	struct fixture *fixture = *state;
	struct review review;
	struct err err = {0};
	int sum = 0;

	assert_done(store_review_means(
			fixture->store, &all, "self", NULL, &review, &err),
	    &err);
	for (int i = 0; i < review.n; i++) {
		char *sql = NULL;
		struct str text = STR_INIT;

		str_addf(&text,
		    "SELECT count(*) FROM opinion WHERE rater = 'self'"
		    " AND limiting = '%s'",
		    review.signals[i].signal);
		sql = str_detach(&text);
		assert_int_equal(review.signals[i].limits,
		    fixture_sql_int(fixture->path, sql));
		free(sql);
		sum += review.signals[i].limits;
	}
	assert_int_equal(sum, SESSIONS - 1);
	review_release(&review);
}

static void
means_are_those_of_the_review(void **state)
{
	struct review full, means;
	struct fixture *fixture = *state;
	struct err err = {0};

	assert_done(
	    store_review(fixture->store, &all, "self", "task", &full, &err),
	    &err);
	assert_done(store_review_means(
			fixture->store, &all, "self", NULL, &means, &err),
	    &err);
	assert_int_equal(full.n, 1);
	assert_int_equal(means.n, SIGNALS);
	assert_null(means.signals[0].points);
	assert_string_equal(means.signals[3].signal, "task");
	assert_int_equal(means.signals[3].n, full.signals[0].n);
	for (int i = 0; i < full.signals[0].n; i++)
		assert_true(means.signals[3].means[i] ==
			    full.signals[0].points[i].mean);
	review_release(&full);
	review_release(&means);
}

static void
raters_are_listed_once(void **state)
{
	struct fixture *fixture = *state;
	struct raters found;
	struct err err = {0};

	assert_done(store_raters(fixture->store, &found, &err), &err);
	assert_int_equal(found.n, 4);
	assert_string_equal(found.names[0], "cold");
	assert_string_equal(found.names[1], "jonas");
	assert_string_equal(found.names[2], "mei");
	assert_string_equal(found.names[3], "self");
	raters_release(&found);
}

static void
the_latest_answers_are_counted_in_words(void **state)
{
	enum { ROOM = 4 };
	struct fixture *fixture = *state;
	struct paced answers[ROOM];
	struct err err = {0};
	int n;

	fixture_import(fixture->store, "answers",
	    "answer_id,session_id,question_id,started_at,rubric,mode,answer_s,"
	    "skipped,answer\r\n"
	    "a-51,s-5,q-1,2026-01-05T10:01:00Z,star,typed,60,no,one two\r\n"
	    "a-52,s-5,q-2,2026-01-05T10:02:00Z,star,typed,0,no,one\r\n");
	assert_done(
	    store_view_paces(fixture->store, &all, answers, ROOM, &n, &err),
	    &err);
	assert_int_equal(n, ROOM);
	assert_int_equal(answers[0].words, 2);
	assert_false(answers[0].spoken);
	assert_near(answers[0].answer_s, 60);
	assert_int_equal(answers[1].words, 3); /* a-53: a-52 took no time */
	assert_true(answers[1].spoken);
}

/* The second answer of session 2 is not rated in full. */
static void
repeated_questions_have_a_first_and_a_latest_answer(void **state)
{
	struct store_filter apm = {.level = "apm"}, late = {.level = "senior"};
	struct fixture *fixture = *state;
	struct tries tries[ANSWERS];
	struct err err = {0};
	int n;

	assert_done(
	    store_view_tries(fixture->store, &all, tries, ANSWERS, &n, &err),
	    &err);
	assert_int_equal(n, ANSWERS);
	assert_int_equal(tries[0].last, 15);
	assert_int_equal(tries[0].first, 3);
	assert_int_equal(tries[2].last, 13);
	assert_int_equal(tries[2].first, 1);
	assert_done(
	    store_view_tries(fixture->store, &all, tries, 1, &n, &err), &err);
	assert_int_equal(n, 1);
	assert_done(
	    store_view_tries(fixture->store, &apm, tries, ANSWERS, &n, &err),
	    &err);
	assert_int_equal(n, 2); /* not the one of a-22 */
	assert_int_equal(tries[0].first, 6);
	assert_int_equal(tries[0].last, 12);
	late.has_since = true;
	late.since = 1767607200;
	assert_done(
	    store_view_tries(fixture->store, &late, tries, ANSWERS, &n, &err),
	    &err);
	assert_int_equal(n, 0);
}

/* As the schedule of each question says. */
static void
the_bank_stands_as_its_answers_left_it(void **state)
{
	struct fixture *fixture = *state;
	struct bank_question *bank;
	struct err err = {0};
	int n, seen = 0, mastered = 0;

	fixture_import(
	    fixture->store, "rules", "rule,value,why\r\nhire,1.5,try\r\n");
	freshen_all(fixture);
	assert_done(store_bank(fixture->store, &bank, &n, &err), &err);
	assert_int_equal(n, 5);
	for (int i = 0; i < n; i++) {
		struct scheduled one;

		assert_int_equal(store_schedule(fixture->store, bank[i].id,
				     NOW_S, &one, &err),
		    1);
		assert_int_equal(
		    bank[i].schedule.attempts, one.schedule.attempts);
		assert_int_equal(
		    bank[i].schedule.reviews, one.schedule.reviews);
		assert_true(bank[i].schedule.due_at == one.schedule.due_at);
		assert_true(bank[i].schedule.state.stability ==
			    one.schedule.state.stability);
		assert_int_equal(bank[i].mastered, one.mastered);
		seen += bank[i].schedule.attempts > 0;
		mastered += bank[i].mastered;
		scheduled_release(&one);
	}
	assert_int_equal(seen, ANSWERS);
	assert_true(mastered > 0 && mastered < ANSWERS);
	bank_free(bank, n);
}

#define ON_HISTORY(test)                                                       \
	cmocka_unit_test_setup_teardown(test, digest_set_up, fixture_tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ON_HISTORY(ratings_are_paired_as_answers_are_judged),
	    ON_HISTORY(times_and_sections_are_those_of_the_answers),
	    ON_HISTORY(filters_leave_what_fits),
	    ON_HISTORY(days_are_those_of_the_clock_then),
	    ON_HISTORY(days_are_those_of_the_clock_there),
	    ON_HISTORY(two_spans_are_told_apart_at_their_edge),
	    ON_HISTORY(a_signal_is_counted_where_it_limits),
	    ON_HISTORY(means_are_those_of_the_review),
	    ON_HISTORY(raters_are_listed_once),
	    ON_HISTORY(the_latest_answers_are_counted_in_words),
	    ON_HISTORY(repeated_questions_have_a_first_and_a_latest_answer),
	    ON_HISTORY(the_bank_stands_as_its_answers_left_it),
	};

	return cmocka_run_group_tests_name("digest_views", tests, NULL, NULL);
}
