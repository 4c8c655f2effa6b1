/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "unit.h"
#include "store_fixture.h"

#include "base/str.h"
#include "store/question.h"

enum { MOST = 64 };

struct picked {
	int n;
	char *ids[MOST];
};

static struct picked
pick(struct fixture *fixture, const struct store_filter *filter, uint64_t seed,
    int room)
{
	struct rand rand = {seed};
	struct picked picked = {0};
	struct err err = {0};

	assert_done(store_question_pick(fixture->store, filter, &rand, room,
			picked.ids, &picked.n, &err),
	    &err);
	assert_true(picked.n <= room);
	return picked;
}

static void
release(struct picked *picked)
{
	for (int i = 0; i < picked->n; i++)
		free(picked->ids[i]);
}

static bool
holds(const struct picked *picked, const char *id)
{
	for (int i = 0; i < picked->n; i++)
		if (strcmp(picked->ids[i], id) == 0)
			return true;
	return false;
}

/* Answers to questions, one a word: each is an hour after the one before. */
static void
practise(struct fixture *fixture, const char *ids, bool skipped)
{
	struct str csv = STR_INIT;
	static int hours;

	str_add(
	    &csv, "answer_id,session_id,question_id,started_at,skipped\r\n");
	fixture_import(fixture->store, "sessions",
	    "session_id,started_at\r\ns-1,2026-01-01T00:00:00Z\r\n");
	for (const char *id = ids; *id != '\0'; id += strspn(id, " ")) {
		int n = (int)strcspn(id, " ");

		hours++;
		str_addf(&csv, "a-%d,s-1,%.*s,2026-01-%02dT%02d:00:00Z,%s\r\n",
		    hours, n, id, 1 + hours / 24, hours % 24,
		    skipped ? "yes" : "no");
		id += n;
	}
	fixture_import(fixture->store, "answers", csv.s);
	str_release(&csv);
}

static void
picked_questions_differ_and_fit(void **state)
{
	const struct store_filter filter = {.round = "behavioural"};

	for (uint64_t seed = 0; seed < 50; seed++) {
		struct picked picked = pick(*state, &filter, seed, 3);

		assert_int_equal(picked.n, 3);
		assert_string_not_equal(picked.ids[0], picked.ids[1]);
		assert_string_not_equal(picked.ids[0], picked.ids[2]);
		assert_string_not_equal(picked.ids[1], picked.ids[2]);
		assert_false(holds(&picked, "g-1"));
		release(&picked);
	}
}

static void
there_are_no_more_than_fit(void **state)
{
	const struct store_filter filter = {
	    .round = "behavioural",
	    .company = "xiaomi",
	    .level = "apm",
	};
	struct picked picked = pick(*state, &filter, 7, MOST);

	assert_int_equal(picked.n, 3);
	assert_true(holds(&picked, "q-1"));
	assert_true(holds(&picked, "q-3"));
	assert_true(holds(&picked, "q-4"));
	release(&picked);
}

static void
a_company_and_level_of_ones_own_fit(void **state)
{
	const struct store_filter filter = {
	    .round = "behavioural",
	    .company = "tencent",
	    .level = "senior",
	};
	struct picked picked = pick(*state, &filter, 7, MOST);

	assert_int_equal(picked.n, 4);
	release(&picked);
}

static void
none_fits(void **state)
{
	const struct store_filter filter = {.round = "estimation"};

	assert_int_equal(pick(*state, &filter, 1, 3).n, 0);
}

static void
an_empty_bank_gives_none(void **state)
{
	const struct fixture *fixture = *state;

	fixture_sql(fixture->path, "DELETE FROM question");
	assert_int_equal(pick(*state, NULL, 1, 3).n, 0);
}

static void
the_same_seed_picks_the_same(void **state)
{
	const struct store_filter filter = {.round = "behavioural"};

	for (uint64_t seed = 0; seed < 20; seed++) {
		struct picked a = pick(*state, &filter, seed, 3);
		struct picked b = pick(*state, &filter, seed, 3);

		for (int i = 0; i < 3; i++)
			assert_string_equal(a.ids[i], b.ids[i]);
		release(&a);
		release(&b);
	}
}

static void
each_question_has_its_chance(void **state)
{
	enum { SEEDS = 400, AT_LEAST = SEEDS / 20 };
	static const char *const ids[] = {"q-1", "q-2", "q-3", "q-4"};
	const struct store_filter filter = {.round = "behavioural"};
	int first[4] = {0};

	for (uint64_t seed = 0; seed < SEEDS; seed++) {
		struct picked picked = pick(*state, &filter, seed, 1);

		for (int i = 0; i < 4; i++)
			first[i] += strcmp(picked.ids[0], ids[i]) == 0;
		release(&picked);
	}
	for (int i = 0; i < 4; i++)
		assert_true(first[i] >= AT_LEAST);
}

static void
what_was_practised_least_comes_first(void **state)
{
	const struct store_filter filter = {.round = "behavioural"};

	practise(*state, "q-1 q-1 q-2 q-4 q-4 q-4", false);
	for (uint64_t seed = 0; seed < 20; seed++) {
		struct picked picked = pick(*state, &filter, seed, 4);

		assert_string_equal(picked.ids[0], "q-3");
		assert_string_equal(picked.ids[1], "q-2");
		assert_string_equal(picked.ids[2], "q-1");
		assert_string_equal(picked.ids[3], "q-4");
		release(&picked);
	}
}

static void
then_what_was_practised_longest_ago(void **state)
{
	const struct store_filter filter = {.round = "behavioural"};

	practise(*state, "q-3 q-1 q-4 q-2", false);
	for (uint64_t seed = 0; seed < 20; seed++) {
		struct picked picked = pick(*state, &filter, seed, 4);

		assert_string_equal(picked.ids[0], "q-3");
		assert_string_equal(picked.ids[1], "q-1");
		assert_string_equal(picked.ids[2], "q-4");
		assert_string_equal(picked.ids[3], "q-2");
		release(&picked);
	}
}

static void
a_skipped_question_was_not_practised(void **state)
{
	const struct store_filter filter = {.round = "behavioural"};

	practise(*state, "q-1 q-2 q-3", false);
	practise(*state, "q-4", true);
	for (uint64_t seed = 0; seed < 20; seed++) {
		struct picked picked = pick(*state, &filter, seed, 1);

		assert_string_equal(picked.ids[0], "q-4");
		release(&picked);
	}
}

/* In a large bank the pick begins anywhere, and goes round at its end. */
static void
a_large_bank_is_picked_from_everywhere(void **state)
{
	enum { QUESTIONS = 1000, QUARTERS = 4 };
	const struct fixture *fixture = *state;
	const struct store_filter filter = {.round = "general"};
	struct str csv = STR_INIT;
	bool quarter[QUARTERS] = {0};

	str_add(&csv, "id,prompt\r\n");
	for (int i = 0; i < QUESTIONS; i++)
		str_addf(&csv, "n-%d,Number %d?\r\n", i, i);
	fixture_import(fixture->store, "questions", csv.s);
	str_release(&csv);
	for (uint64_t seed = 0; seed < 200; seed++) {
		struct picked picked = pick(*state, &filter, seed, 20);

		assert_int_equal(picked.n, 20);
		for (int i = 0; i < picked.n; i++)
			if (picked.ids[i][0] == 'n')
				quarter[atoi(picked.ids[i] + 2) * QUARTERS /
					QUESTIONS] = true;
		release(&picked);
	}
	for (int i = 0; i < QUARTERS; i++)
		assert_true(quarter[i]);
}

static void
questions_are_counted_and_listed_in_windows(void **state)
{
	const struct fixture *fixture = *state;
	const struct store_filter filter = {.round = "behavioural"};
	struct question questions[2];
	struct err err = {0};
	int n;

	assert_done(
	    store_question_count(fixture->store, &filter, &n, &err), &err);
	assert_int_equal(n, 4);
	assert_done(store_question_window(
			fixture->store, &filter, 3, 2, questions, &n, &err),
	    &err);
	assert_int_equal(n, 1);
	assert_string_equal(questions[0].id, "q-4");
	assert_int_equal((int)questions[0].seconds, 90);
	question_release(&questions[0]);
	assert_int_equal(
	    store_question(fixture->store, "q-1", &questions[0], &err), 1);
	assert_string_equal(questions[0].prompt, "A failure?");
	assert_string_equal(questions[0].probes, "Which data?|A \\| B?|Else?");
	question_release(&questions[0]);
	assert_int_equal(
	    store_question(fixture->store, "q-9", &questions[0], &err), 0);
}

#define ON_A_DATABASE(test)                                                    \
	cmocka_unit_test_setup_teardown(test, fixture_set_up, fixture_tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ON_A_DATABASE(picked_questions_differ_and_fit),
	    ON_A_DATABASE(there_are_no_more_than_fit),
	    ON_A_DATABASE(a_company_and_level_of_ones_own_fit),
	    ON_A_DATABASE(none_fits),
	    ON_A_DATABASE(an_empty_bank_gives_none),
	    ON_A_DATABASE(the_same_seed_picks_the_same),
	    ON_A_DATABASE(each_question_has_its_chance),
	    ON_A_DATABASE(what_was_practised_least_comes_first),
	    ON_A_DATABASE(then_what_was_practised_longest_ago),
	    ON_A_DATABASE(a_skipped_question_was_not_practised),
	    ON_A_DATABASE(a_large_bank_is_picked_from_everywhere),
	    ON_A_DATABASE(questions_are_counted_and_listed_in_windows),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("question_pick", tests, NULL, NULL);
}
