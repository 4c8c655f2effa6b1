/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "unit.h"

#include "base/rand.h"
#include "core/verdict.h"

static char key_situation[] = "situation", key_task[] = "task",
	    key_action[] = "action", key_result[] = "result",
	    key_problem[] = "problem", key_payoff[] = "payoff";

/* Weights are written as in a file, times SCORE_UNIT. */
#define STAR(s, t, a, r)                                                       \
	{                                                                      \
		.metric = true, .n = 4,                                        \
		.signals = {                                                   \
		    {.key = key_situation, .weight = (s)},                     \
		    {.key = key_task, .weight = (t)},                          \
		    {.key = key_action, .weight = (a)},                        \
		    {.key = key_result, .weight = (r)},                        \
		},                                                             \
	}

static const struct rubric star = STAR(10000, 20000, 30000, 40000);

/* Shares its last signal with STAR, where it weighs less. */
static const struct rubric sharing = {
    .n = 3,
    .signals =
	{
	    {.key = key_problem, .weight = 20000},
	    {.key = key_payoff, .weight = 30000},
	    {.key = key_result, .weight = 30000},
	},
};

static struct judged
judge(const struct rubric *rubric, const int *ratings, bool metric_given)
{
	struct rules rules = rules_built_in();

	return verdict_answer(&rules, rubric, ratings, metric_given);
}

/* The band of sum / weights: the bars are 4.5, 3.5 and 2.5, so twice the sum
 * is compared with 9, 7 and 5 times the weights. */
static enum verdict
naive_band(int64_t sum, int64_t weights)
{
	if (2 * sum >= 9 * weights)
		return VERDICT_STRONG_HIRE;
	if (2 * sum >= 7 * weights)
		return VERDICT_HIRE;
	return 2 * sum >= 5 * weights ? VERDICT_REINTERVIEW : VERDICT_REJECT;
}

static bool
beats(const struct rubric *rubric, const int *ratings, int a, int b)
{
	const struct signal_spec *x = &rubric->signals[a];
	const struct signal_spec *y = &rubric->signals[b];

	if (ratings[a] != ratings[b])
		return ratings[a] < ratings[b];
	if (x->weight != y->weight)
		return x->weight > y->weight;
	return a < b;
}

/* The one signal that every other one gives way to. */
static int
naive_limiting(const struct rubric *rubric, const int *ratings)
{
	int n = (int)rubric->n;

	for (int i = 0; i < n; i++) {
		int beaten = 0;

		for (int k = 0; k < n; k++)
			beaten += k != i && beats(rubric, ratings, i, k);
		if (beaten == n - 1)
			return i;
	}
	return -1;
}

static void
check_answer(const struct rubric *rubric, const int *ratings, bool metric)
{
	struct judged judged = judge(rubric, ratings, metric);
	int64_t sum = 0, weights = 0;
	unsigned caps = 0;
	enum verdict band, expected;

	for (size_t i = 0; i < rubric->n; i++) {
		sum += rubric->signals[i].weight * ratings[i];
		weights += rubric->signals[i].weight;
		if (ratings[i] == 1)
			caps |= CAP_SINGLE_ONE;
	}
	if (rubric->metric && !metric)
		caps |= CAP_NO_METRIC;
	band = naive_band(sum, weights);
	expected = band;
	if (caps != 0 && band > VERDICT_REINTERVIEW)
		expected = VERDICT_REINTERVIEW;
	assert_int_equal(
	    judged.overall.num * weights, sum * judged.overall.den);
	assert_int_equal(judged.verdict, expected);
	assert_int_equal(judged.caps, expected == band ? 0 : caps);
	assert_int_equal(judged.limiting, naive_limiting(rubric, ratings));
}

static void
check_all_ratings(const struct rubric *rubric)
{
	int ratings[4];

	for (int code = 0; code < 5 * 5 * 5 * 5; code++) {
		for (int i = 0, rest = code; i < 4; i++, rest /= 5)
			ratings[i] = 1 + rest % 5;
		check_answer(rubric, ratings, true);
		check_answer(rubric, ratings, false);
	}
}

static void
every_star_answer_is_judged_by_the_rule(void **state)
{
	(void)state;
	check_all_ratings(&star);
}

static void
so_it_is_with_other_weights(void **state)
{
	const struct rubric rubrics[] = {
	    STAR(10000, 10000, 10000, 10000),
	    STAR(25000, 1, 33333, 99999),
	    STAR(300000, 250000, 300000, 150000),
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rubrics) / sizeof(rubrics[0]); i++)
		check_all_ratings(&rubrics[i]);
}

static void
a_rubric_without_metric_asks_for_none(void **state)
{
	struct rubric plain = STAR(10000, 20000, 30000, 40000);

	(void)state;
	plain.metric = false;
	check_all_ratings(&plain);
}

static void
exactly_three_and_a_half_is_hired(void **state)
{
	/* (1·5 + 2·4 + 3·2 + 4·4) / 10 = 35 / 10 */
	const int at_bar[] = {5, 4, 2, 4}, under[] = {4, 4, 2, 4};

	(void)state;
	assert_int_equal(judge(&star, at_bar, true).verdict, VERDICT_HIRE);
	assert_int_equal(
	    judge(&star, under, true).verdict, VERDICT_REINTERVIEW);
}

static void
a_cap_is_only_named_where_it_lowered_the_verdict(void **state)
{
	const int strong[] = {1, 5, 5, 5}, weak[] = {1, 3, 3, 3};
	const int fives[] = {5, 5, 5, 5}, twos[] = {2, 2, 2, 2};

	(void)state;
	assert_int_equal(
	    judge(&star, strong, true).verdict, VERDICT_REINTERVIEW);
	assert_int_equal(judge(&star, strong, true).caps, CAP_SINGLE_ONE);
	assert_int_equal(
	    judge(&star, strong, false).caps, CAP_SINGLE_ONE | CAP_NO_METRIC);
	assert_int_equal(
	    judge(&star, weak, false).verdict, VERDICT_REINTERVIEW);
	assert_int_equal(judge(&star, weak, false).caps, 0);
	assert_int_equal(judge(&star, fives, false).caps, CAP_NO_METRIC);
	assert_int_equal(judge(&star, twos, false).verdict, VERDICT_REJECT);
	assert_int_equal(judge(&star, twos, false).caps, 0);
}

static void
a_cap_never_lowers_the_number(void **state)
{
	const int ratings[] = {1, 5, 5, 5};
	struct judged judged = judge(&star, ratings, false);

	(void)state;
	assert_int_equal(judged.overall.num, 23);
	assert_int_equal(judged.overall.den, 5);
}

static void
an_incomplete_rating_is_none(void **state)
{
	(void)state;
	for (int missing = 0; missing < 4; missing++) {
		int ratings[] = {4, 4, 4, 4};
		struct judged judged;

		ratings[missing] = 0;
		judged = judge(&star, ratings, true);
		assert_int_equal(judged.verdict, VERDICT_NONE);
		assert_false(score_exists(judged.overall));
		assert_int_equal(judged.limiting, -1);
		assert_int_equal(judged.caps, 0);
		ratings[missing] = 6;
		assert_int_equal(
		    judge(&star, ratings, true).verdict, VERDICT_NONE);
	}
}

static void
a_rubric_without_signals_judges_nothing(void **state)
{
	const struct rubric none = {0};
	const int ratings[] = {5};

	(void)state;
	assert_int_equal(judge(&none, ratings, true).verdict, VERDICT_NONE);
}

static void
the_bars_are_data(void **state)
{
	struct rules rules = rules_built_in();
	const int fours[] = {4, 4, 4, 4};

	(void)state;
	assert_true(rules_set(&rules, "hire", 4.0001));
	assert_int_equal(verdict_answer(&rules, &star, fours, true).verdict,
	    VERDICT_REINTERVIEW);
	assert_true(rules_set(&rules, "strong_hire", 4));
	assert_int_equal(verdict_answer(&rules, &star, fours, true).verdict,
	    VERDICT_STRONG_HIRE);
}

static void
verdicts_have_the_panels_words(void **state)
{
	(void)state;
	assert_string_equal(verdict_name(VERDICT_NONE), "");
	assert_string_equal(verdict_name(VERDICT_REJECT), "reject");
	assert_string_equal(verdict_name(VERDICT_REINTERVIEW), "re-interview");
	assert_string_equal(verdict_name(VERDICT_HIRE), "hire");
	assert_string_equal(verdict_name(VERDICT_STRONG_HIRE), "strong hire");
}

static void
every_cap_has_a_reason_of_its_own(void **state)
{
	(void)state;
	assert_non_null(strstr(cap_reason(CAP_SINGLE_ONE), "single 1"));
	assert_non_null(strstr(cap_reason(CAP_NO_METRIC), "measured result"));
	assert_non_null(
	    strstr(cap_reason(CAP_REJECTED_ANSWER), "rejected answer"));
}

/* Sessions. */

static struct rated_answer
rated(const struct rubric *rubric, int a, int b, int c, int d)
{
	struct rated_answer answer = {
	    .rubric = rubric,
	    .ratings = {a, b, c, d},
	};

	answer.judged = judge(rubric, answer.ratings, true);
	return answer;
}

static struct judged_session
judge_all(const struct rated_answer *answers, int n)
{
	struct rules rules = rules_built_in();

	return verdict_session(&rules, answers, n);
}

static void
a_session_without_ratings_has_no_verdict(void **state)
{
	struct judged_session session = judge_all(NULL, 0);

	(void)state;
	assert_int_equal(session.verdict, VERDICT_NONE);
	assert_false(score_exists(session.overall));
	assert_null(session.limiting);
}

static void
a_sessions_mean_is_exact(void **state)
{
	/* 3.6 and 3.4: their mean is the bar itself. */
	const struct rated_answer answers[] = {
	    rated(&star, 4, 3, 2, 5),
	    rated(&star, 3, 4, 5, 2),
	};
	struct judged_session session = judge_all(answers, 2);

	(void)state;
	assert_int_equal(session.overall.num, 7);
	assert_int_equal(session.overall.den, 2);
	assert_int_equal(session.verdict, VERDICT_HIRE);
	assert_int_equal(session.caps, 0);
}

static void
one_rejected_answer_caps_the_session(void **state)
{
	const struct rated_answer answers[] = {
	    rated(&star, 5, 5, 5, 5),
	    rated(&star, 5, 5, 5, 5),
	    rated(&star, 2, 2, 2, 2),
	};
	struct judged_session session = judge_all(answers, 3);

	(void)state;
	assert_int_equal(session.overall.num, 4);
	assert_int_equal(session.overall.den, 1);
	assert_int_equal(session.verdict, VERDICT_REINTERVIEW);
	assert_int_equal(session.caps, CAP_REJECTED_ANSWER);
}

static void
the_sessions_cap_is_only_named_where_it_mattered(void **state)
{
	const struct rated_answer answers[] = {
	    rated(&star, 3, 3, 3, 3),
	    rated(&star, 2, 2, 2, 2),
	};
	struct judged_session session = judge_all(answers, 2);

	(void)state;
	assert_int_equal(session.verdict, VERDICT_REINTERVIEW);
	assert_int_equal(session.caps, 0);
}

/* A capped answer is no reject: only the mean counts. */
static void
a_capped_answer_does_not_cap_the_session(void **state)
{
	const struct rated_answer answers[] = {
	    rated(&star, 1, 5, 5, 5),
	    rated(&star, 5, 5, 5, 5),
	};

	(void)state;
	assert_int_equal(answers[0].judged.verdict, VERDICT_REINTERVIEW);
	assert_int_equal(judge_all(answers, 2).verdict, VERDICT_STRONG_HIRE);
}

static void
a_session_is_limited_by_the_lowest_mean(void **state)
{
	/* Means: situation 3.5, task 3, action 3.5, result 4. */
	const struct rated_answer answers[] = {
	    rated(&star, 2, 3, 3, 4),
	    rated(&star, 5, 3, 4, 4),
	};

	(void)state;
	assert_string_equal(judge_all(answers, 2).limiting, "task");
}

static void
then_by_the_largest_weight(void **state)
{
	/* Every mean is 3; `result` weighs most. */
	const struct rated_answer answers[] = {
	    rated(&sharing, 3, 3, 3, 0),
	    rated(&star, 3, 3, 3, 3),
	};

	(void)state;
	assert_string_equal(judge_all(answers, 2).limiting, "result");
}

static void
then_by_name(void **state)
{
	const struct rubric even = STAR(10000, 10000, 10000, 10000);
	const struct rated_answer answer = rated(&even, 3, 3, 3, 3);

	(void)state;
	assert_string_equal(judge_all(&answer, 1).limiting, "action");
}

/* The same rule once more, slowly: over the two rubrics of weight 10 and 8
 * all overalls are whole numbers of 1/40, of which two make a half. */
enum { NAIVE_UNIT = 40 };

static int64_t
overall_in_units(const struct rated_answer *answer)
{
	int64_t sum = 0, weights = 0;

	for (size_t i = 0; i < answer->rubric->n; i++) {
		sum += answer->rubric->signals[i].weight * answer->ratings[i];
		weights += answer->rubric->signals[i].weight;
	}
	assert_int_equal(sum * NAIVE_UNIT % weights, 0);
	return sum * NAIVE_UNIT / weights;
}

struct tally {
	int64_t sum, n, weight;
};

static struct tally
tally(const struct rated_answer *answers, int n, const char *key)
{
	struct tally all = {0};

	for (int i = 0; i < n; i++) {
		const struct rubric *rubric = answers[i].rubric;

		for (size_t s = 0; s < rubric->n; s++) {
			if (strcmp(rubric->signals[s].key, key) != 0)
				continue;
			all.sum += answers[i].ratings[s];
			all.n++;
			if (rubric->signals[s].weight > all.weight)
				all.weight = rubric->signals[s].weight;
		}
	}
	return all;
}

static void
check_limiting(const struct rated_answer *answers, int n, const char *limiting)
{
	static const char *const keys[] = {key_situation, key_task, key_action,
	    key_result, key_problem, key_payoff};
	struct tally mine = tally(answers, n, limiting);

	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
		struct tally other = tally(answers, n, keys[i]);
		int64_t mean = mine.sum * other.n, others = other.sum * mine.n;

		if (other.n == 0 || strcmp(keys[i], limiting) == 0)
			continue;
		assert_true(mean <= others);
		if (mean < others)
			continue;
		assert_true(mine.weight >= other.weight);
		if (mine.weight == other.weight)
			assert_true(strcmp(limiting, keys[i]) < 0);
	}
}

static void
check_session(const struct rated_answer *answers, int n)
{
	struct judged_session session = judge_all(answers, n);
	int64_t sum = 0;
	bool rejected = false;
	enum verdict band, expected;

	for (int i = 0; i < n; i++) {
		sum += overall_in_units(&answers[i]);
		rejected = rejected ||
			   overall_in_units(&answers[i]) < 5 * NAIVE_UNIT / 2;
	}
	band = naive_band(sum, n * NAIVE_UNIT);
	expected = band;
	if (rejected && band > VERDICT_REINTERVIEW)
		expected = VERDICT_REINTERVIEW;
	assert_int_equal(
	    session.overall.num * n * NAIVE_UNIT, sum * session.overall.den);
	assert_int_equal(session.verdict, expected);
	assert_int_equal(
	    session.caps, expected == band ? 0 : CAP_REJECTED_ANSWER);
	check_limiting(answers, n, session.limiting);
}

static void
thousands_of_sessions_are_judged_by_the_rule(void **state)
{
	enum { SESSIONS = 5000, ANSWERS = 5 };
	struct rand rand = {20261120};
	struct rated_answer answers[ANSWERS];

	(void)state;
	for (int s = 0; s < SESSIONS; s++) {
		int n = 1 + (int)rand_below(&rand, ANSWERS);

		for (int i = 0; i < n; i++) {
			bool is_star = rand_below(&rand, 2) == 0;
			int r[4];

			for (int k = 0; k < 4; k++)
				r[k] = 1 + (int)rand_below(&rand, 5);
			answers[i] = rated(
			    is_star ? &star : &sharing, r[0], r[1], r[2], r[3]);
		}
		check_session(answers, n);
	}
}

/* Clean mocks. */

static const struct clean_facts clean = {
    .rated = true,
    .limit_s = 180,
    .answer_s = 170,
};

static bool
is_clean(struct clean_facts facts)
{
	struct rules rules = rules_built_in();

	return clean_answer(&rules, &facts);
}

static void
each_condition_alone_breaks_a_clean_answer(void **state)
{
	struct clean_facts facts[6];

	(void)state;
	for (size_t i = 0; i < 6; i++)
		facts[i] = clean;
	facts[0].rated = false;
	facts[1].skipped = true;
	facts[2].hint = true;
	facts[3].limit_s = 0;
	facts[4].paused_s = 0.001;
	facts[5].answer_s = 195.001;
	assert_true(is_clean(clean));
	for (size_t i = 0; i < 6; i++)
		assert_false(is_clean(facts[i]));
}

static void
fifteen_seconds_over_are_clean(void **state)
{
	struct clean_facts facts = clean;

	(void)state;
	facts.answer_s = 195;
	assert_true(is_clean(facts));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_star_answer_is_judged_by_the_rule),
	    cmocka_unit_test(so_it_is_with_other_weights),
	    cmocka_unit_test(a_rubric_without_metric_asks_for_none),
	    cmocka_unit_test(exactly_three_and_a_half_is_hired),
	    cmocka_unit_test(a_cap_is_only_named_where_it_lowered_the_verdict),
	    cmocka_unit_test(a_cap_never_lowers_the_number),
	    cmocka_unit_test(an_incomplete_rating_is_none),
	    cmocka_unit_test(a_rubric_without_signals_judges_nothing),
	    cmocka_unit_test(the_bars_are_data),
	    cmocka_unit_test(verdicts_have_the_panels_words),
	    cmocka_unit_test(every_cap_has_a_reason_of_its_own),
	    cmocka_unit_test(a_session_without_ratings_has_no_verdict),
	    cmocka_unit_test(a_sessions_mean_is_exact),
	    cmocka_unit_test(one_rejected_answer_caps_the_session),
	    cmocka_unit_test(the_sessions_cap_is_only_named_where_it_mattered),
	    cmocka_unit_test(a_capped_answer_does_not_cap_the_session),
	    cmocka_unit_test(a_session_is_limited_by_the_lowest_mean),
	    cmocka_unit_test(then_by_the_largest_weight),
	    cmocka_unit_test(then_by_name),
	    cmocka_unit_test(thousands_of_sessions_are_judged_by_the_rule),
	    cmocka_unit_test(each_condition_alone_breaks_a_clean_answer),
	    cmocka_unit_test(fifteen_seconds_over_are_clean),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("verdict", tests, NULL, NULL);
}
