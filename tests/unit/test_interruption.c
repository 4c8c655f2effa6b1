/* SPDX-License-Identifier: MIT */
/* Which interruption comes and when; and that it comes once. */
#include <math.h>
#include <string.h>

#include "unit.h"
#include "sample_session.h"

#include "base/mem.h"
#include "core/interruption.h"

enum { SEEDS = 4000, ANSWERING_MS = SAMPLE_THINK_S * 1000 };

static const char *const twists[] = {"a", "b", "c", "d", "e"};

enum { TWISTS = sizeof(twists) / sizeof(twists[0]) };

static struct interruptions
by_chance(void)
{
	struct interruptions list = {0};

	for (int i = 0; i < TWISTS; i++)
		interruptions_add(&list, twists[i], "Twist.", false, 0);
	return list;
}

static struct interruption
chosen_at(
    const struct interruptions *list, uint64_t seed, int nth, double limit_s)
{
	const struct rules rules = rules_built_in();
	struct interruption chosen;

	interruption_choose(list, &rules, seed, nth, limit_s, &chosen);
	return chosen;
}

static bool
gives_one(const struct interruptions *list, double limit_s)
{
	struct interruption chosen = chosen_at(list, 1, 0, limit_s);
	bool gives = chosen.text != NULL;

	interruption_release(&chosen);
	return gives;
}

static void
the_same_seed_gives_the_same(void **state)
{
	struct interruptions list = by_chance();

	(void)state;
	for (uint64_t seed = 0; seed < SEEDS; seed++) {
		struct interruption a = chosen_at(&list, seed, 2, 180);
		struct interruption b = chosen_at(&list, seed, 2, 180);

		assert_string_equal(a.name, b.name);
		assert_seconds(a.left_s, b.left_s);
		interruption_release(&a);
		interruption_release(&b);
	}
	interruptions_release(&list);
}

/* 0.35 to 0.7 of 180 s have passed: 54 to 117 are left. */
static void
chance_stays_within_its_shares_and_uses_them(void **state)
{
	enum { LEAST_S = 54, MOST_S = 117, MOMENTS = MOST_S - LEAST_S + 1 };
	struct interruptions list = by_chance();
	int names[TWISTS] = {0}, moments[MOMENTS] = {0};

	(void)state;
	for (uint64_t seed = 0; seed < SEEDS; seed++) {
		struct interruption one = chosen_at(&list, seed, 0, 180);
		int left_s = (int)one.left_s;

		assert_seconds(one.left_s, floor(one.left_s));
		assert_in_range(left_s, LEAST_S, MOST_S);
		moments[left_s - LEAST_S]++;
		names[*one.name - 'a']++;
		interruption_release(&one);
	}
	for (int i = 0; i < TWISTS; i++)
		assert_in_range(names[i], SEEDS / TWISTS * 8 / 10,
		    SEEDS / TWISTS * 12 / 10);
	for (int i = 0; i < MOMENTS; i++)
		assert_in_range(
		    moments[i], SEEDS / MOMENTS / 3, SEEDS / MOMENTS * 2);
	interruptions_release(&list);
}

/* The tasks of a session don't all get what the first one gets. */
static void
tasks_differ(void **state)
{
	struct interruptions list = by_chance();
	int same = 0;

	(void)state;
	for (uint64_t seed = 0; seed < SEEDS; seed++) {
		struct interruption a = chosen_at(&list, seed, 0, 180);
		struct interruption b = chosen_at(&list, seed, 1, 180);

		same += *a.name == *b.name;
		interruption_release(&a);
		interruption_release(&b);
	}
	assert_in_range(
	    same, SEEDS / TWISTS * 8 / 10, SEEDS / TWISTS * 12 / 10);
	interruptions_release(&list);
}

static void
a_given_moment_is_kept(void **state)
{
	struct interruptions list = {0};
	struct interruption one;

	(void)state;
	interruptions_add(&list, "last", "30 seconds left.", true, 30);
	one = chosen_at(&list, 7, 0, 180);
	assert_string_equal(one.name, "last");
	assert_string_equal(one.text, "30 seconds left.");
	assert_seconds(one.left_s, 30);
	assert_true(one.timed);
	interruption_release(&one);
	assert_true(gives_one(&list, 30.5));
	assert_false(gives_one(&list, 30));
	assert_false(gives_one(&list, 5));
	interruptions_release(&list);
}

static void
nothing_that_suits_gives_none(void **state)
{
	struct interruptions list = {0};

	(void)state;
	assert_false(gives_one(&list, 180));
	interruptions_add(&list, "silent", "", false, 0);
	interruptions_add(&list, "silent-too", "", true, 30);
	assert_false(gives_one(&list, 180));
	interruptions_add(&list, "twist", "Twist.", false, 0);
	assert_true(gives_one(&list, 180));
	assert_true(gives_one(&list, 2));
	/* No whole second lies between the shares. */
	assert_false(gives_one(&list, 1));
	assert_false(gives_one(&list, 0));
	interruptions_release(&list);
}

static void
shares_that_leave_no_room_give_none(void **state)
{
	struct interruptions list = by_chance();
	struct rules rules = rules_built_in();
	struct interruption chosen;

	(void)state;
	rules.interruption_from = 0.8;
	rules.interruption_until = 0.2;
	interruption_choose(&list, &rules, 1, 0, 180, &chosen);
	assert_null(chosen.text);
	/* The very end and the very beginning are none either. */
	rules.interruption_from = 0;
	rules.interruption_until = 1;
	interruption_choose(&list, &rules, 1, 0, 180, &chosen);
	assert_null(chosen.text);
	interruptions_release(&list);
}

/* A session in ANSWER whose only task is interrupted at 60 s left. */
static void
answering(struct session *session, bool timed)
{
	sample_answering(session);
	session->interrupted = true;
	session->tasks[0].interruption = (struct interruption){
	    .name = mem_text("cut"),
	    .text = mem_text("The budget is halved."),
	    .timed = timed,
	    .left_s = 60,
	};
}

static int64_t
at_left_s(int64_t left_s)
{
	return ANSWERING_MS + (SAMPLE_LIMIT_S - left_s) * 1000;
}

static void
it_comes_once_at_its_moment(void **state)
{
	struct session session;

	(void)state;
	answering(&session, false);
	assert_int_equal(
	    session_interruption_ms(&session, at_left_s(180)), 120000);
	assert_false(session_interrupt(&session, at_left_s(60) - 1));
	assert_null(session_interruption(&session));
	assert_int_equal(
	    session_interruption_ms(&session, at_left_s(60) - 1), 1);
	assert_true(session_interrupt(&session, at_left_s(60)));
	assert_string_equal(session_interruption(&session),
	    "The budget is halved. (1:00 left)");
	assert_string_equal(
	    parts_nth(&session.take.parts, PART_INTERRUPTION, 0)->name, "cut");
	assert_int_equal(session_interruption_ms(&session, at_left_s(50)), -1);
	assert_false(session_interrupt(&session, at_left_s(50)));
	assert_null(parts_nth(&session.take.parts, PART_INTERRUPTION, 1));
	session_release(&session);
}

static void
a_moment_that_passed_is_made_up_for(void **state)
{
	struct session session;

	(void)state;
	answering(&session, false);
	assert_true(session_interrupt(&session, at_left_s(12)));
	assert_string_equal(session_interruption(&session),
	    "The budget is halved. (0:12 left)");
	session_release(&session);
	answering(&session, false);
	assert_true(session_interrupt(&session, at_left_s(-9)));
	assert_string_equal(session_interruption(&session),
	    "The budget is halved. (0:09 over)");
	session_release(&session);
}

static void
nothing_comes_too_late(void **state)
{
	struct session session;

	(void)state;
	answering(&session, false);
	session.strict = true;
	assert_int_equal(session_interruption_ms(&session, at_left_s(0)), -1);
	assert_false(session_interrupt(&session, at_left_s(0)));
	assert_true(session_interrupt(&session, at_left_s(1)));
	session_release(&session);
	answering(&session, true);
	assert_false(session_interrupt(&session, at_left_s(0)));
	assert_true(session_interrupt(&session, at_left_s(1)));
	session_release(&session);
}

static void
a_pause_puts_it_off(void **state)
{
	struct session session;

	(void)state;
	answering(&session, false);
	session_pause(&session, at_left_s(61));
	assert_int_equal(session_interruption_ms(&session, at_left_s(0)), -1);
	assert_false(session_interrupt(&session, at_left_s(0)));
	session_resume(&session, at_left_s(0));
	assert_int_equal(session_interruption_ms(&session, at_left_s(0)), 1000);
	session_release(&session);
}

static void
only_answers_are_interrupted(void **state)
{
	struct session session;

	(void)state;
	answering(&session, false);
	session.n_probes = 1;
	session_finish(&session, at_left_s(61));
	assert_int_equal(session.phase, PHASE_PROBE);
	for (int s = 0; s < 120; s++)
		assert_false(session_interrupt(&session, at_left_s(60 - s)));
	session_finish(&session, at_left_s(-60));
	assert_false(session_interrupt(&session, at_left_s(-60)));
	session_release(&session);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_same_seed_gives_the_same),
	    cmocka_unit_test(chance_stays_within_its_shares_and_uses_them),
	    cmocka_unit_test(tasks_differ),
	    cmocka_unit_test(a_given_moment_is_kept),
	    cmocka_unit_test(nothing_that_suits_gives_none),
	    cmocka_unit_test(shares_that_leave_no_room_give_none),
	    cmocka_unit_test(it_comes_once_at_its_moment),
	    cmocka_unit_test(a_moment_that_passed_is_made_up_for),
	    cmocka_unit_test(nothing_comes_too_late),
	    cmocka_unit_test(a_pause_puts_it_off),
	    cmocka_unit_test(only_answers_are_interrupted),
	};

	return cmocka_run_group_tests_name("interruption", tests, NULL, NULL);
}
