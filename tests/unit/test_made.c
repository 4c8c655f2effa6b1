/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include <string.h>

#include "core/made.h"

enum { DAY_S = 86400, NOW_S = 20000 * DAY_S + 12345 };

static char empty[] = "", any[] = "any", senior[] = "senior";
static char behavioural[] = "behavioural", strategy[] = "strategy";
static char action[] = "action", result[] = "result", star[] = "star";
static char id_1[] = "q1", id_2[] = "q2", id_3[] = "q3";
static char prompt[] = "Tell me.", probes[] = "And then?|a=b\\|c";

static struct task
task_of(char *id, char *round, char *level)
{
	return (struct task){
	    .question = {.id = id,
		.prompt = prompt,
		.round = round,
		.rubric = empty,
		.company = any,
		.level = level,
		.tags = empty,
		.probes = probes,
		.hint = empty,
		.look_for = empty},
	    .rubric = {.key = star,
		.metric = true,
		.n = 2,
		.signals = {{.key = action, .weight = 10000},
		    {.key = result, .weight = 20000}}},
	    .limit_s = 180,
	    .think_s = 30,
	};
}

static struct task tasks[3];
static const struct made_level levels[] = {{senior, &tasks[0].rubric}};

static struct made_plan
plan_of(int sessions, int answers)
{
	tasks[0] = task_of(id_1, behavioural, any);
	tasks[1] = task_of(id_2, behavioural, senior);
	tasks[2] = task_of(id_3, strategy, any);
	return (struct made_plan){.seed = 7,
	    .now_s = NOW_S,
	    .sessions = sessions,
	    .answers = answers,
	    .tasks = tasks,
	    .n_tasks = 3,
	    .levels = levels,
	    .n_levels = 1};
}

static void
assert_same_answer(const struct made_answer *a, const struct made_answer *b)
{
	assert_string_equal(a->answer.id, b->answer.id);
	assert_string_equal(a->answer.question_id, b->answer.question_id);
	assert_string_equal(a->answer.text, b->answer.text);
	assert_string_equal(a->answer.splits, b->answer.splits);
	assert_int_equal(a->answer.started_at, b->answer.started_at);
	assert_int_equal(a->self.n, b->self.n);
	for (int i = 0; i < a->self.n; i++)
		assert_int_equal(
		    a->self.ratings[i].value, b->self.ratings[i].value);
}

static void
the_same_plan_makes_the_same_facts(void **state)
{
	struct made_plan plan = plan_of(20, 4);

	(void)state;
	for (int i = 0; i < plan.sessions; i++) {
		struct made_session a, b;

		made_session(&plan, i, &a);
		made_session(&plan, i, &b);
		assert_string_equal(a.id, b.id);
		for (int at = 0; at < a.n; at++)
			assert_same_answer(&a.answers[at], &b.answers[at]);
		made_session_release(&a);
		made_session_release(&b);
	}
}

static void
another_seed_makes_other_facts(void **state)
{
	struct made_plan plan = plan_of(1, 1);
	struct made_session a, b;

	(void)state;
	made_session(&plan, 0, &a);
	plan.seed++;
	made_session(&plan, 0, &b);
	assert_string_not_equal(a.id, b.id);
	assert_string_not_equal(a.answers[0].answer.id, a.id);
	made_session_release(&a);
	made_session_release(&b);
}

/* Also where there are so many that each has but a few hours. */
static void
sessions_follow_each_other_and_end_before_the_day(void **state)
{
	static const struct {
		int sessions, answers;
	} sizes[] = {{1, 1}, {12, 3}, {2000, 10}, {30, 200}};

	(void)state;
	for (size_t s = 0; s < sizeof(sizes) / sizeof(sizes[0]); s++) {
		struct made_plan plan =
		    plan_of(sizes[s].sessions, sizes[s].answers);
		int64_t before = 0;

		for (int i = 0; i < plan.sessions; i++) {
			struct made_session session;

			made_session(&plan, i, &session);
			assert_true(session.started_at >= before);
			before = session.ended_at;
			made_session_release(&session);
		}
		assert_true(before < NOW_S - NOW_S % DAY_S);
	}
}

static void
answers_lie_in_order_within_their_session(void **state)
{
	struct made_plan plan = plan_of(20, 5);

	(void)state;
	for (int i = 0; i < plan.sessions; i++) {
		struct made_session session;
		int64_t before = -1;

		made_session(&plan, i, &session);
		for (int at = 0; at < session.n; at++) {
			const struct answer *answer =
			    &session.answers[at].answer;

			assert_true(answer->started_at > before);
			assert_true(answer->started_at >= session.started_at);
			assert_true(answer->started_at < session.ended_at);
			assert_string_equal(answer->session_id, session.id);
			before = answer->started_at;
		}
		made_session_release(&session);
	}
}

static void
assert_opinion(const struct made_opinion *opinion)
{
	for (int i = 0; i < opinion->n; i++)
		assert_in_range(
		    opinion->ratings[i].value, RATING_LOW, RATING_HIGH);
}

static void
every_answer_but_a_skipped_one_is_rated(void **state)
{
	struct made_plan plan = plan_of(40, 4);
	int skipped = 0, by_peers = 0;

	(void)state;
	for (int i = 0; i < plan.sessions; i++) {
		struct made_session session;

		made_session(&plan, i, &session);
		for (int at = 0; at < session.n; at++) {
			const struct made_answer *made = &session.answers[at];

			assert_int_equal(
			    made->self.n, made->answer.skipped ? 0 : 2);
			assert_opinion(&made->self);
			assert_opinion(&made->peer);
			skipped += made->answer.skipped;
			by_peers += made->peer.n > 0;
		}
		assert_int_equal(session.level_opinion.n, 2);
		made_session_release(&session);
	}
	assert_true(skipped > 0);
	assert_true(by_peers > 0);
}

static void
ids_are_uuids_of_version_7(void **state)
{
	struct made_plan plan = plan_of(1, 1);
	struct made_session session;

	(void)state;
	made_session(&plan, 0, &session);
	assert_int_equal(strlen(session.id), ID_SIZE - 1);
	assert_int_equal(strspn(session.id, "0123456789abcdef-"), ID_SIZE - 1);
	assert_int_equal(session.id[14], '7');
	assert_non_null(strchr("89ab", session.id[19]));
	made_session_release(&session);
}

/* Three questions: the fourth answer has none left but the very first. */
static void
no_question_is_asked_twice_while_others_are_left(void **state)
{
	struct made_plan plan = plan_of(40, 5);

	(void)state;
	for (int i = 0; i < plan.sessions; i++) {
		struct made_session session;
		int asked[3] = {0};

		made_session(&plan, i, &session);
		for (int at = 0; at < session.n; at++) {
			int task = session.answers[at].task;

			assert_in_range(task, 0, 2);
			assert_string_equal(
			    session.answers[at].answer.question_id,
			    tasks[task].question.id);
			asked[task]++;
		}
		assert_int_equal(asked[0], 3);
		assert_int_equal(asked[1], 1);
		assert_int_equal(asked[2], 1);
		made_session_release(&session);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_same_plan_makes_the_same_facts),
	    cmocka_unit_test(another_seed_makes_other_facts),
	    cmocka_unit_test(sessions_follow_each_other_and_end_before_the_day),
	    cmocka_unit_test(answers_lie_in_order_within_their_session),
	    cmocka_unit_test(every_answer_but_a_skipped_one_is_rated),
	    cmocka_unit_test(ids_are_uuids_of_version_7),
	    cmocka_unit_test(no_question_is_asked_twice_while_others_are_left),
	};

	return cmocka_run_group_tests_name("made", tests, NULL, NULL);
}
