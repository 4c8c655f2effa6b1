/* SPDX-License-Identifier: MIT */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "unit.h"
#include "store_fixture.h"

#include "base/date.h"
#include "base/rand.h"
#include "base/str.h"
#include "store/annotate.h"
#include "store/schedule.h"

/* 2026-01-01T00:00:00Z; the answers' hours are counted from here. */
#define START_S INT64_C(1767225600)

enum { HOUR_S = 3600, DAY_S = 86400, MOST = 300 };

/* An answer in a session of its own. */
struct told {
	const char *question;
	int hour;
	bool skipped;
	const char *ratings; /* by oneself, a digit a signal */
	const char *again;   /* a later set that counts instead; "": none */
	bool metric;
};

static const char *
rubric_of(const char *question)
{
	bool plain = strcmp(question, "q-3") == 0 ||
		     strcmp(question, "q-6") == 0 || *question == 'g';

	return plain ? "plain" : "star";
}

static const char *
signal_at(const char *rubric, size_t at)
{
	static const char *const star[] = {
	    "situation", "task", "action", "result"};
	static const char *const plain[] = {"clarity", "result"};

	return strcmp(rubric, "star") == 0 ? star[at] : plain[at];
}

static void
add_ratings(struct str *csv, const struct told *told, int number,
    const char *rater, const char *digits, int after_s)
{
	char at[DATE_SIZE];

	date_utc(at, START_S + (int64_t)told->hour * HOUR_S + after_s);
	for (size_t i = 0; digits[i] != '\0'; i++)
		str_addf(csv, "a-%03d,s-%03d,%s,%s,%c,%s\r\n", number, number,
		    rater, signal_at(rubric_of(told->question), i), digits[i],
		    at);
}

/* Others and the second look find every answer worst: that is no review. */
static void
tell(const struct fixture *fixture, const struct told *told, int n)
{
	struct str sessions = STR_INIT, answers = STR_INIT, ratings = STR_INIT;

	str_add(&sessions, "session_id,started_at,ended_at,round\r\n");
	str_add(&answers, "answer_id,session_id,question_id,started_at,round,"
			  "rubric,skipped,metric_given\r\n");
	str_add(&ratings, "answer_id,session_id,rater,signal,rating,rated_at"
			  "\r\n");
	for (int i = 0; i < n; i++) {
		const char *rubric = rubric_of(told[i].question);
		const char *round =
		    *told[i].question == 'g' ? "general" : "behavioural";
		char at[DATE_SIZE];

		date_utc(at, START_S + (int64_t)told[i].hour * HOUR_S);
		str_addf(&sessions, "s-%03d,%s,%s,%s\r\n", i, at, at, round);
		str_addf(&answers, "a-%03d,s-%03d,%s,%s,%s,%s,%s,%s\r\n", i, i,
		    told[i].question, at, round, rubric,
		    told[i].skipped ? "yes" : "no",
		    told[i].metric ? "yes" : "no");
		add_ratings(&ratings, &told[i], i, "self", told[i].ratings, 60);
		add_ratings(&ratings, &told[i], i, "self", told[i].again, 90);
		if (told[i].skipped)
			continue;
		add_ratings(&ratings, &told[i], i, "cold", "11", 120);
		add_ratings(&ratings, &told[i], i, "Mei", "11", 180);
	}
	fixture_import(fixture->store, "sessions", sessions.s);
	fixture_import(fixture->store, "answers", answers.s);
	fixture_import(fixture->store, "ratings", ratings.s);
	str_release(&sessions);
	str_release(&answers);
	str_release(&ratings);
}

static int
set_up(void **state)
{
	const struct fixture *fixture;

	if (fixture_set_up(state) != 0)
		return -1;
	fixture = *state;
	fixture_import(fixture->store, "questions",
	    "id,prompt,round,rubric\r\n"
	    "q-5,A rival?,behavioural,star\r\n"
	    "q-6,A figure?,behavioural,plain\r\n");
	return 0;
}

/* A history and where it leaves each question, in the order in which they
 * should be asked.  Worked out apart from the program, in Python, from the
 * published formulas and the rules of docs/SCORING.md. */
static const struct told told[] = {
    {"q-2", 5, false, "4445", "", true},
    {"q-6", 29, false, "44", "", true},
    {"q-3", 101, false, "43", "", true},
    {"q-4", 201, false, "5444", "5354", true},
    {"q-1", 273, false, "4524", "", false},
    {"q-6", 278, false, "34", "", true},
    {"q-3", 325, false, "52", "", true},
    {"g-1", 349, false, "3", "", true},
    {"q-4", 350, false, "5445", "", false},
    {"q-1", 520, false, "3255", "", true},
    {"q-3", 567, false, "54", "44", false},
    {"q-1", 614, false, "5335", "5224", true},
    {"q-6", 661, false, "55", "", false},
    {"q-4", 666, false, "233", "", true},
    {"q-2", 667, false, "3534", "", true},
    {"q-4", 767, false, "315", "", true},
    {"q-2", 792, true, "", "", true},
    {"q-3", 817, false, "55", "", true},
    {"q-1", 817, false, "1454", "4343", true},
    {"q-6", 987, true, "", "", true},
    {"q-1", 1012, false, "5552", "", true},
    {"q-2", 1060, false, "123", "", false},
    {"q-6", 1230, false, "55", "", true},
    {"q-1", 1278, false, "4412", "", true},
    {"q-1", 1279, false, "4534", "3354", true},
    {"q-3", 1326, false, "35", "", true},
    {"q-1", 1374, false, "4515", "", false},
    {"q-1", 1398, false, "552", "", true},
    {"q-4", 1422, false, "152", "", true},
    {"q-4", 1494, false, "5544", "", true},
};

static const int64_t later_s = START_S + 5639400;

static const struct {
	const char *question;
	int attempts;
	double stability, difficulty; /* 0: never reviewed */
	int64_t due_s;                /* from the start */
	double recall;
	bool mastered;
} expected[] = {
    {"q-1", 9, 0.067625158, 9.969370657, 5032800, 0.479844502, false},
    {"q-2", 3, 22.697482558, 4.752858489, 4388400, 0.863097972, false},
    {"q-3", 5, 31.745958112, 8.527773359, 7538400, 0.959351225, false},
    {"q-4", 6, 66.064694665, 5.092412987, 11080800, 0.993306304, false},
    {"q-6", 4, 191.138430184, 1.000000000, 20930400, 0.989363982, true},
    {"g-1", 1, 0, 0, 0, 0, false},
    {"q-5", 0, 0, 0, 0, 0, false},
};

enum {
	TOLD = sizeof(told) / sizeof(told[0]),
	EXPECTED = sizeof(expected) / sizeof(expected[0]),
};

static void
assert_near(double value, double wanted)
{
	double off = 1e-6 * fmax(1, fabs(wanted));

	if (fabs(value - wanted) >= off)
		print_error("%.9f, expected %.9f\n", value, wanted);
	assert_true(fabs(value - wanted) < off);
}

static void
assert_expected(const struct scheduled *row, int i)
{
	const struct schedule *schedule = &row->schedule;

	assert_string_equal(row->question_id, expected[i].question);
	assert_int_equal(schedule->attempts, expected[i].attempts);
	assert_int_equal(row->mastered, expected[i].mastered);
	if (expected[i].stability <= 0) {
		assert_int_equal(schedule->reviews, 0);
		return;
	}
	assert_near(schedule->state.stability, expected[i].stability);
	assert_near(schedule->state.difficulty, expected[i].difficulty);
	assert_int_equal(schedule->due_at, START_S + expected[i].due_s);
	assert_near(schedule_recall(schedule, later_s), expected[i].recall);
}

static void
every_question_is_scheduled_in_turn(void **state)
{
	const struct fixture *fixture = *state;
	struct err err = {0};
	struct scheduled *rows;
	int n;

	tell(fixture, told, TOLD);
	assert_done(
	    store_schedule_all(fixture->store, later_s, &rows, &n, &err), &err);
	assert_int_equal(n, EXPECTED);
	for (int i = 0; i < EXPECTED; i++)
		assert_expected(&rows[i], i);
	scheduled_free(rows, n);
}

static void
one_question_is_scheduled_alone(void **state)
{
	const struct fixture *fixture = *state;
	struct scheduled row;
	struct err err = {0};

	tell(fixture, told, TOLD);
	for (int i = 0; i < EXPECTED; i++) {
		assert_int_equal(store_schedule(fixture->store,
				     expected[i].question, later_s, &row, &err),
		    1);
		assert_expected(&row, i);
		assert_string_equal(row.round,
		    *row.question_id == 'g' ? "general" : "behavioural");
		scheduled_release(&row);
	}
	assert_int_equal(
	    store_schedule(fixture->store, "q-77", later_s, &row, &err), 0);
}

/* The id of what should be asked first; "" when nothing is due. */
static const char *
first_at(const struct fixture *fixture, int64_t now_s)
{
	static char id[32];
	struct err err = {0};
	struct scheduled first;
	int rc = store_schedule_first(fixture->store, now_s, &first, &err);

	assert_true(rc >= 0);
	snprintf(id, sizeof(id), "%s", rc == 1 ? first.question_id : "");
	if (rc == 1) {
		assert_true(schedule_due(&first.schedule, now_s));
		scheduled_release(&first);
	}
	return id;
}

static void
the_first_is_the_first_of_all(void **state)
{
	const struct fixture *fixture = *state;

	assert_string_equal(first_at(fixture, later_s), "");
	tell(fixture, told, TOLD);
	assert_string_equal(first_at(fixture, later_s), expected[0].question);
}

/* Both ways through the answers agree, whatever the history. */
static void
one_and_all_agree(void **state)
{
	enum { ROUNDS = 12, ANSWERS = 60 };
	static const char *const questions[] = {
	    "q-1", "q-2", "q-3", "q-4", "q-6"};
	static char digits[ANSWERS][5];
	const struct fixture *fixture = *state;
	struct rand rand = {7};
	struct err err = {0};
	int mastered = 0;

	for (int round = 0; round < ROUNDS; round++) {
		struct told random[ANSWERS];
		struct scheduled *rows, one;
		int64_t now_s = START_S + 100 * DAY_S;
		int n;

		for (int i = 0; i < ANSWERS; i++) {
			const char *question = questions[rand_below(&rand, 5)];
			bool plain = strcmp(rubric_of(question), "plain") == 0;

			for (int s = 0; s < 4; s++)
				digits[i][s] =
				    (char)('2' + rand_below(&rand, 4));
			digits[i][plain ? 2 : 4] = '\0';
			random[i] = (struct told){
			    .question = question,
			    .hour = (int)rand_below(&rand, 2000),
			    .ratings = digits[i],
			    .again = "",
			    .metric = true,
			};
		}
		tell(fixture, random, ANSWERS);
		assert_done(
		    store_schedule_all(fixture->store, now_s, &rows, &n, &err),
		    &err);
		for (int i = 0; i < n; i++) {
			mastered += rows[i].mastered;
			assert_int_equal(
			    store_schedule(fixture->store, rows[i].question_id,
				now_s, &one, &err),
			    1);
			assert_memory_equal(&one.schedule, &rows[i].schedule,
			    sizeof(one.schedule));
			assert_int_equal(one.mastered, rows[i].mastered);
			scheduled_release(&one);
		}
		assert_string_equal(
		    first_at(fixture, now_s), rows[0].question_id);
		scheduled_free(rows, n);
	}
	assert_in_range(mastered, 1, ROUNDS * 5 - 1);
}

static void
assert_mastered(const struct fixture *fixture, const char *id, bool wanted)
{
	struct err err = {0};
	struct scheduled one, *rows;
	int n;

	assert_int_equal(
	    store_schedule(fixture->store, id, later_s, &one, &err), 1);
	assert_int_equal(one.mastered, wanted);
	scheduled_release(&one);
	assert_done(
	    store_schedule_all(fixture->store, later_s, &rows, &n, &err), &err);
	for (int i = 0; i < n; i++)
		if (strcmp(rows[i].question_id, id) == 0)
			assert_int_equal(rows[i].mastered, wanted);
	scheduled_free(rows, n);
}

static void
mastery_wants_another_question_to_go_well_later(void **state)
{
	static const struct told mastered[] = {
	    {"q-3", 10, false, "44", "", true},
	    {"q-6", 10, false, "44", "", true},
	    {"q-1", 20, false, "4444", "", true},
	    {"q-2", 30, false, "5555", "", false}, /* no metric: no hire */
	    {"q-6", 40, false, "44", "", true},
	    {"q-2", 50, false, "4444", "", true},
	};
	const struct fixture *fixture = *state;

	tell(fixture, mastered, 4);
	assert_mastered(fixture, "q-3", false);
	assert_mastered(fixture, "q-6", false);
	assert_mastered(fixture, "q-1", false);
	tell(fixture, mastered, 6);
	assert_mastered(fixture, "q-3", true);
	assert_mastered(fixture, "q-6", false);
	assert_mastered(fixture, "q-1", true);
	assert_mastered(fixture, "q-2", false);
	assert_mastered(fixture, "q-5", false);
}

static void
what_is_gone_is_not_scheduled(void **state)
{
	static const struct told gone[] = {
	    {"q-1", 0, false, "2222", "", true},
	    {"q-2", 1, false, "2222", "", true},
	};
	const struct fixture *fixture = *state;
	struct scheduled row;
	struct err err = {0};

	tell(fixture, gone, 2);
	assert_string_equal(first_at(fixture, later_s), "q-1");
	assert_int_equal(
	    store_session_delete(fixture->store, "s-000", 1, &err), 1);
	assert_string_equal(first_at(fixture, later_s), "q-2");
	assert_int_equal(
	    store_schedule(fixture->store, "q-1", later_s, &row, &err), 1);
	assert_int_equal(row.schedule.attempts, 0);
	assert_int_equal(row.schedule.reviews, 0);
	scheduled_release(&row);
	fixture_sql(
	    fixture->path, "UPDATE question SET round = 'x' WHERE id = 'q-2'");
	assert_string_equal(first_at(fixture, later_s), "");
	fixture_sql(fixture->path, "DELETE FROM question WHERE id = 'q-2'");
	assert_string_equal(first_at(fixture, later_s), "");
}

/* Nobody wants a question again that he just skipped. */
static void
what_was_asked_within_a_day_waits(void **state)
{
	static const struct told asked[] = {
	    {"q-1", 0, false, "2222", "", true},
	    {"q-1", 100, true, "", "", true},
	};
	const struct fixture *fixture = *state;
	const int64_t skipped_at = START_S + INT64_C(100) * HOUR_S;

	tell(fixture, asked, 1);
	assert_string_equal(first_at(fixture, START_S + DAY_S - 1), "");
	assert_string_equal(first_at(fixture, START_S + DAY_S), "q-1");
	tell(fixture, asked, 2);
	assert_string_equal(first_at(fixture, skipped_at), "");
	assert_string_equal(first_at(fixture, skipped_at + DAY_S - 1), "");
	assert_string_equal(first_at(fixture, skipped_at + DAY_S), "q-1");
}

/* Two questions in one session. */
static void
what_a_deleted_session_asked_does_not_wait(void **state)
{
	static const struct told asked[] = {
	    {"q-1", 0, false, "2222", "", true},
	};
	const struct fixture *fixture = *state;
	const int64_t both_at = START_S + INT64_C(30) * DAY_S;
	struct err err = {0};

	tell(fixture, asked, 1);
	fixture_import(fixture->store, "sessions",
	    "session_id,started_at\r\nboth,2026-01-31T00:00:00Z\r\n");
	fixture_import(fixture->store, "answers",
	    "answer_id,session_id,question_id,started_at,skipped\r\n"
	    "one,both,q-1,2026-01-31T00:00:00Z,yes\r\n"
	    "two,both,q-3,2026-01-31T00:10:00Z,yes\r\n");
	assert_string_equal(first_at(fixture, both_at + HOUR_S), "");
	assert_int_equal(
	    store_session_delete(fixture->store, "both", 1, &err), 1);
	assert_string_equal(first_at(fixture, both_at + HOUR_S), "q-1");
}

/* One answer to q-1, then `later` ones to `question`. */
static const char *
first_after(const struct fixture *fixture, const char *question, int later,
    const char *ratings)
{
	static struct told many[MOST];

	many[0] = (struct told){"q-1", 0, false, "2222", "", true};
	for (int i = 1; i <= later; i++)
		many[i] = (struct told){
		    .question = question,
		    .hour = i,
		    .skipped = *ratings == '\0',
		    .ratings = ratings,
		    .again = "",
		    .metric = true,
		};
	tell(fixture, many, later + 1);
	return first_at(fixture, later_s);
}

static void
the_latest_200_answers_are_looked_at(void **state)
{
	const struct fixture *fixture = *state;

	assert_string_equal(first_after(fixture, "g-1", 199, ""), "q-1");
	assert_string_equal(first_after(fixture, "g-1", 200, ""), "");
}

/* A history of less than 200 answers is gone through whole; of a longer one,
 * 50 answers. */
static void
a_long_replay_is_not_begun(void **state)
{
	const struct fixture *fixture = *state;
	static struct told many[MOST];
	int n = 0;

	for (int i = 0; i < 51; i++)
		many[n++] = (struct told){"q-2", i, false, "2222", "", true};
	for (int i = 0; i < 148; i++)
		many[n++] = (struct told){"g-1", 60 + i, true, "", "", true};
	tell(fixture, many, n);
	assert_string_equal(first_at(fixture, later_s), "q-2");
	many[n++] = (struct told){"g-1", 300, true, "", "", true};
	tell(fixture, many, n);
	assert_string_equal(first_at(fixture, later_s), "");
	many[0].skipped = true;
	many[0].ratings = "";
	fixture_sql(fixture->path, "DELETE FROM rating; DELETE FROM answer");
	tell(fixture, many, n);
	assert_string_equal(first_at(fixture, later_s), "q-2");
}

/* q-2 is remembered less, but q-1 was not asked for longer, and after its 30
 * answers the other 30 are too many. */
static void
all_replays_together_have_a_bound(void **state)
{
	const struct fixture *fixture = *state;
	static struct told many[MOST];
	int n = 0;

	for (int i = 0; i < 30; i++)
		many[n++] = (struct told){"q-1", i, false, "3333", "", true};
	for (int i = 0; i < 30; i++)
		many[n++] =
		    (struct told){"q-2", 40 + i, false, "2222", "", true};
	for (int i = 0; i < 139; i++)
		many[n++] = (struct told){"g-1", 80 + i, true, "", "", true};
	tell(fixture, many, n);
	assert_string_equal(first_at(fixture, later_s), "q-2");
	many[n++] = (struct told){"g-1", 300, true, "", "", true};
	tell(fixture, many, n);
	assert_string_equal(first_at(fixture, later_s), "q-1");
}

static void
assert_text(const struct schedule *schedule, int64_t now_s, const char *text)
{
	char said[SCHEDULE_TEXT];

	schedule_text(said, schedule, now_s);
	assert_string_equal(said, text);
}

/* Good at first: 2.3065 days, so it is due after 2. */
static void
it_says_when_it_is_due(void **state)
{
	struct schedule schedule = {0};

	(void)state;
	assert_text(&schedule, START_S, "never answered");
	schedule_answer(&schedule, START_S, 0);
	assert_text(&schedule, START_S, "answered, not rated");
	schedule_answer(&schedule, START_S, 4);
	assert_int_equal(schedule.attempts, 2);
	assert_int_equal(schedule.reviews, 1);
	assert_text(&schedule, START_S, "due in 2 days");
	assert_text(&schedule, START_S + DAY_S - 1, "due in 2 days");
	assert_text(&schedule, START_S + DAY_S, "due in 1 day");
	assert_text(&schedule, START_S + 2 * DAY_S - 1, "due in 1 day");
	assert_false(schedule_due(&schedule, START_S + 2 * DAY_S - 1));
	assert_true(schedule_due(&schedule, START_S + 2 * DAY_S));
	assert_text(&schedule, START_S + 2 * DAY_S, "due, answered 2 days ago");
	schedule_answer(&schedule, START_S, 1);
	assert_text(&schedule, START_S + DAY_S, "due, answered 1 day ago");
}

/* Times that a clock set wrong, or a hand, may have written. */
static void
impossible_times_do_no_harm(void **state)
{
	struct schedule schedule = {0};

	(void)state;
	schedule_answer(&schedule, INT64_MIN, 5);
	schedule_answer(&schedule, INT64_MAX, 5);
	assert_int_equal(schedule.due_at, INT64_MAX);
	assert_false(schedule_due(&schedule, later_s));
	assert_int_equal(schedule_days(&schedule, later_s), 0);
	assert_near(schedule_recall(&schedule, later_s), 1);
}

#define ON_A_DATABASE(test)                                                    \
	cmocka_unit_test_setup_teardown(test, set_up, fixture_tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ON_A_DATABASE(every_question_is_scheduled_in_turn),
	    ON_A_DATABASE(one_question_is_scheduled_alone),
	    ON_A_DATABASE(the_first_is_the_first_of_all),
	    ON_A_DATABASE(one_and_all_agree),
	    ON_A_DATABASE(mastery_wants_another_question_to_go_well_later),
	    ON_A_DATABASE(what_is_gone_is_not_scheduled),
	    ON_A_DATABASE(what_was_asked_within_a_day_waits),
	    ON_A_DATABASE(what_a_deleted_session_asked_does_not_wait),
	    ON_A_DATABASE(the_latest_200_answers_are_looked_at),
	    ON_A_DATABASE(a_long_replay_is_not_begun),
	    ON_A_DATABASE(all_replays_together_have_a_bound),
	    cmocka_unit_test(it_says_when_it_is_due),
	    cmocka_unit_test(impossible_times_do_no_harm),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("schedule", tests, NULL, NULL);
}
