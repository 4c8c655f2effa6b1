/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "core/score.h"
#include "store/told.h"

static const double bar = 3.5;

/* Texts that are owned elsewhere. */
static char behavioural[] = "behavioural";
static char none[] = "";
static char pm2[] = "pm2";
static char unheard[] = "unheard";
static char splits[] = "situation:30|action:100";
static char question[] = "Here is a funnel. Where would you act?";
static char situation[] = "situation";
static char situation_label[] = "Situation";
static char task[] = "task";
static char task_label[] = "Task";
static char action[] = "action";
static char action_label[] = "Action";
static char result[] = "result";
static char result_label[] = "Result";
static char behavioural_label[] = "Behavioural";
static char pm2_label[] = "PM II";
static char xiaomi[] = "xiaomi";
static char xiaomi_label[] = "Xiaomi";

static char *round_keys[] = {behavioural},
	    *round_labels[] = {behavioural_label};
static char *level_keys[] = {pm2}, *level_labels[] = {pm2_label};
static char *company_keys[] = {xiaomi}, *company_labels[] = {xiaomi_label};

static const struct told_names names = {
    .rounds = {1, round_keys, round_labels, round_labels},
    .levels = {1, level_keys, level_labels, level_labels},
    .companies = {1, company_keys, company_labels, company_labels},
};

/* 2026-11-20T09:30:00Z, in a zone two hours ahead. */
enum { BEGAN = 1795167000, AHEAD_MIN = 120 };

static struct session_row
a_row(void)
{
	return (struct session_row){
	    .started_at = BEGAN,
	    .utc_offset_min = AHEAD_MIN,
	    .round = behavioural,
	    .level = none,
	    .company = none,
	    .questions = 3,
	};
}

/* Compares, and clears the line for the next one. */
static void
assert_told(struct str *line, const char *expected)
{
	assert_string_equal(line->s, expected);
	str_release(line);
}

static void
a_session_is_one_line(void **state)
{
	struct session_judged judged = {.overall = score_of(15, 4),
	    .verdict = VERDICT_HIRE,
	    .answered = 2,
	    .clean = true};
	struct session_row row = a_row();
	struct str line = STR_INIT;

	(void)state;
	told_session(&line, &names, &row, &judged, "Impact");
	assert_told(&line, "2026-11-20 11:30, Behavioural: 3.75 of 5, hire, "
			   "clean, limited by Impact");
	told_answered(&line, &row, &judged);
	assert_told(&line, "2 of 3 answered, a clean mock");
	row.level = pm2;
	row.company = unheard;
	judged = (struct session_judged){0};
	told_session(&line, &names, &row, &judged, "");
	assert_told(&line, "2026-11-20 11:30, Behavioural, PM II, unheard: not "
			   "rated");
	row.round = none;
	told_place(&line, &names, &row);
	assert_told(&line, "2026-11-20 11:30, mixed rounds, PM II, unheard");
}

static void
a_filter_is_told_in_full(void **state)
{
	struct store_filter filter = {0};
	struct str line = STR_INIT;

	(void)state;
	told_filter(&line, &names, &filter);
	assert_told(&line, "");
	filter.company = "xiaomi";
	filter.level = "pm2";
	filter.search = "churn";
	filter.has_since = true;
	filter.since = BEGAN;
	told_filter(&line, &names, &filter);
	assert_told(&line, " of PM II, Xiaomi since 2026-11-20T09:30:00Z with "
			   "'churn'");
	filter = (struct store_filter){
	    .tag = "with-mei",
	    .has_since = true,
	    .has_until = true,
	    .days = {true, true, 20768, 20770},
	};
	told_filter(&line, &names, &filter);
	assert_told(
	    &line, " since 2026-11-11 until 2026-11-12 tagged 'with-mei'");
}

static struct answer
an_answer(void)
{
	return (struct answer){
	    .attempt = 2,
	    .started_at = BEGAN,
	    .limit_s = 180,
	    .answer_s = 167,
	    .splits = splits,
	    .prompt = question,
	};
}

static void
an_answer_is_known_by_its_first_sentence(void **state)
{
	struct answer_judged judged = {
	    .judged = {score_of(3, 1), VERDICT_REINTERVIEW, 0, 0}};
	struct answer answer = an_answer();
	struct str line = STR_INIT;

	(void)state;
	told_answer(&line, &answer, &judged);
	assert_told(&line, "3.00 of 5, re-interview, 2:47: Here is a funnel.");
	told_attempt(&line, &answer, &judged, AHEAD_MIN);
	assert_told(
	    &line, "Attempt 2, 2026-11-20 11:30: 3.00 of 5, re-interview");
	answer.skipped = true;
	answer.prompt = none;
	told_answer(&line, &answer, &judged);
	assert_told(&line, "skipped, 2:47: ");
}

static void
times_are_told_where_there_are_some(void **state)
{
	struct answer answer = an_answer();
	struct str line = STR_INIT;

	(void)state;
	told_times(&line, &answer);
	assert_told(&line, "Time 2:47 of 3:00");
	answer.answer_s = 190;
	answer.think_s = 12;
	answer.paused_s = 61;
	answer.hint = true;
	told_times(&line, &answer);
	assert_told(&line, "Time 3:10 of 3:00, over by 0:10, to think 0:12, "
			   "paused 1:01, hint opened");
	answer = an_answer();
	answer.limit_s = 0;
	told_times(&line, &answer);
	assert_told(&line, "Time 2:47");
}

static void
a_rating_says_where_it_comes_from(void **state)
{
	struct str line = STR_INIT;

	(void)state;
	told_rating(&line, "Impact", 3, 0, false);
	assert_told(&line, "Impact 3");
	told_rating(&line, "Impact", 3, 2, true);
	assert_told(&line, "Impact 3, last time 2, up; limiting");
	told_rating(&line, "Impact", 3, 4, false);
	assert_told(&line, "Impact 3, last time 4, down");
	told_rating(&line, "Impact", 3, 3, false);
	assert_told(&line, "Impact 3, last time 3");
}

static void
a_section_has_its_target(void **state)
{
	const struct rubric rubric = {
	    .n = 4,
	    .signals =
		{
		    {.key = situation, .label = situation_label},
		    {.key = task, .label = task_label},
		    {.key = action, .label = action_label},
		    {.key = result, .label = result_label},
		},
	};
	struct answer answer = an_answer();
	struct str line = STR_INIT;

	(void)state;
	told_split(&line, &answer, &rubric, 0);
	assert_told(&line, "Situation took 0:30, target 0:36");
	told_split(&line, &answer, &rubric, 1);
	assert_told(&line, "");
}

static void
a_signal_is_held_against_the_bar(void **state)
{
	double smooth[] = {3, 2.7};
	struct review_signal signal = {
	    .n = 2,
	    .smooth = smooth,
	    .latest = 2.5,
	    .mean = 3.25,
	    .change = -1.5,
	    .at_bar_share = 0.5,
	};
	struct str line = STR_INIT;

	(void)state;
	told_signal(&line, "Impact", &signal, bar);
	assert_told(&line, "Impact: latest 2.50, under the bar, 1.50 lower "
			   "than before, 2 sessions");
	told_mean(&line, &signal, bar);
	assert_told(&line, "Mean 3.25, smoothed 2.70, 50 % of its ratings at "
			   "3.5 or more");
	signal.latest = bar;
	signal.change = 0.001;
	told_signal(&line, "Impact", &signal, bar);
	assert_told(
	    &line, "Impact: latest 3.50, the same as before, 2 sessions");
	signal.n = 1;
	told_signal(&line, "Impact", &signal, bar);
	assert_told(&line, "Impact: latest 3.50, 1 session");
}

static void
a_trend_is_told_once_there_is_one(void **state)
{
	struct str line = STR_INIT;
	struct slope slope = {0.2, 0.1, 0.3};

	(void)state;
	told_trend(&line, NULL);
	assert_told(&line, "Too few sessions for a trend");
	told_trend(&line, &slope);
	assert_told(
	    &line, "Rising by 0.20 a session, 95 % between +0.10 and +0.30");
	slope = (struct slope){-0.2, -0.3, -0.1};
	told_trend(&line, &slope);
	assert_told(
	    &line, "Falling by 0.20 a session, 95 % between -0.30 and -0.10");
	slope = (struct slope){0.1, -0.1, 0.3};
	told_trend(&line, &slope);
	assert_told(&line, "No clear trend, +0.10 a session, 95 % between "
			   "-0.10 and +0.30");
}

static void
a_change_is_told_without_signs(void **state)
{
	struct str line = STR_INIT;

	(void)state;
	told_change(&line, 0.354);
	assert_told(&line, "0.35 higher");
	told_change(&line, -1);
	assert_told(&line, "1.00 lower");
	told_change(&line, -0.004);
	assert_told(&line, "the same");
	told_interval(&line, -0.1, 0.6);
	assert_told(&line, "95 % between 0.10 lower and 0.60 higher");
	told_interval(&line, 0.1, 0.6);
	assert_told(&line, "95 % between 0.10 and 0.60 higher");
	told_interval(&line, -0.6, -0.1);
	assert_told(&line, "95 % between 0.60 and 0.10 lower");
}

static void
a_point_counts_what_is_behind_it(void **state)
{
	struct review_point point = {.answers = 1, .mean = 2, .min = 1};
	struct str line = STR_INIT;

	(void)state;
	told_point(&line, &point, bar);
	assert_told(&line, "mean 2.00, under the bar, lowest 1, 1 answer");
	point = (struct review_point){.answers = 3, .mean = 4, .min = 4};
	told_point(&line, &point, bar);
	assert_told(&line, "mean 4.00, lowest 4, 3 answers");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_session_is_one_line),
	    cmocka_unit_test(a_filter_is_told_in_full),
	    cmocka_unit_test(an_answer_is_known_by_its_first_sentence),
	    cmocka_unit_test(times_are_told_where_there_are_some),
	    cmocka_unit_test(a_rating_says_where_it_comes_from),
	    cmocka_unit_test(a_section_has_its_target),
	    cmocka_unit_test(a_signal_is_held_against_the_bar),
	    cmocka_unit_test(a_trend_is_told_once_there_is_one),
	    cmocka_unit_test(a_change_is_told_without_signs),
	    cmocka_unit_test(a_point_counts_what_is_behind_it),
	};

	return cmocka_run_group_tests_name("told", tests, NULL, NULL);
}
