/* SPDX-License-Identifier: MIT */
/* Changing the bank by hand, and what a retired question is left out of. */
#include <stdlib.h>
#include <string.h>

#include "unit.h"
#include "store_fixture.h"

#include "base/mem.h"
#include "base/str.h"
#include "store/plan.h"
#include "store/question.h"
#include "store/schedule.h"

/* 2026-02-01T10:00:00Z */
#define NOW_S INT64_C(1769940000)

static const struct instant now = {.wall_ms = NOW_S * 1000};

static struct question
question_of(const struct fixture *fixture, const char *id)
{
	struct question question = {0};
	struct err err = {0};

	assert_int_equal(
	    store_question(fixture->store, id, &question, &err), 1);
	return question;
}

static void
retire(const struct fixture *fixture, const char *id, bool retired)
{
	struct question question = question_of(fixture, id);
	struct err err = {0};

	question_retire(&question, retired);
	assert_done(store_question_save(fixture->store, &question, &err), &err);
	question_release(&question);
}

/* Answers to q-1, a month ago and rated well: it is due. */
static void
answer_first(const struct fixture *fixture)
{
	fixture_import(fixture->store, "sessions",
	    "session_id,started_at,ended_at,round\r\n"
	    "s-1,2026-01-01T00:00:00Z,2026-01-01T00:10:00Z,behavioural\r\n");
	fixture_import(fixture->store, "answers",
	    "answer_id,session_id,question_id,started_at,round,rubric\r\n"
	    "a-1,s-1,q-1,2026-01-01T00:00:00Z,behavioural,plain\r\n");
	fixture_import(fixture->store, "ratings",
	    "answer_id,session_id,rater,signal,rating,rated_at\r\n"
	    "a-1,s-1,self,clarity,3,2026-01-01T00:10:00Z\r\n"
	    "a-1,s-1,self,result,3,2026-01-01T00:10:00Z\r\n");
}

/* The ids that the filter leaves, with a space between. */
static char *
listed(const struct fixture *fixture, const struct store_filter *filter)
{
	struct question questions[16];
	struct str ids = STR_INIT;
	struct err err = {0};
	int n, counted;

	assert_done(store_question_window(
			fixture->store, filter, 0, 16, questions, &n, &err),
	    &err);
	assert_done(
	    store_question_count(fixture->store, filter, &counted, &err), &err);
	assert_int_equal(counted, n);
	for (int i = 0; i < n; i++) {
		str_addf(&ids, "%s%s", i > 0 ? " " : "", questions[i].id);
		question_release(&questions[i]);
	}
	return str_detach(&ids);
}

static void
expect_listed(const struct fixture *fixture, const struct store_filter *filter,
    const char *expected)
{
	char *ids = listed(fixture, filter);

	assert_string_equal(ids, expected);
	free(ids);
}

static void
a_retired_question_is_listed_by_its_state(void **state)
{
	const struct store_filter all = {0};
	const struct store_filter in_use = {.state = QUESTIONS_IN_USE};
	const struct store_filter retired = {.state = QUESTIONS_RETIRED};

	retire(*state, "q-3", true);
	expect_listed(*state, &all, "g-1 q-1 q-2 q-3 q-4");
	expect_listed(*state, &in_use, "g-1 q-1 q-2 q-4");
	expect_listed(*state, &retired, "q-3");
	retire(*state, "q-3", false);
	expect_listed(*state, &retired, "");
}

static void
what_was_asked_is_no_new_question(void **state)
{
	const struct store_filter filter = {.state = QUESTIONS_NEVER_ASKED};

	answer_first(*state);
	retire(*state, "q-2", true);
	expect_listed(*state, &filter, "g-1 q-3 q-4");
}

static void
what_is_due_is_listed_until_it_is_retired(void **state)
{
	struct store_filter due = {.state = QUESTIONS_DUE, .as_of = NOW_S};

	expect_listed(*state, &due, "");
	answer_first(*state);
	expect_listed(*state, &due, "q-1");
	due.as_of = NOW_S - INT64_C(31) * 86400;
	expect_listed(*state, &due, "");
	due.as_of = NOW_S;
	retire(*state, "q-1", true);
	expect_listed(*state, &due, "");
}

static void
a_tag_is_a_whole_one(void **state)
{
	const struct fixture *fixture = *state;
	const struct store_filter one = {.tag = "one"};
	const struct store_filter bar = {.tag = "b|c"};

	fixture_import(fixture->store, "questions",
	    "id,prompt,tags\r\nt-1,First,one|two\r\nt-2,Second,onetwo\r\n"
	    "t-3,Third,a|b\\|c\r\n");
	expect_listed(fixture, &one, "t-1");
	expect_listed(fixture, &bar, "t-3");
}

static void
a_question_that_was_saved_is_the_users_own(void **state)
{
	const struct fixture *fixture = *state;
	const struct store_filter mine = {.origin = "user"};
	struct question question = question_of(fixture, "q-4");
	struct err err = {0};
	struct question saved;

	fixture_sql(fixture->path, "UPDATE question SET origin = 'shipped'");
	expect_listed(fixture, &mine, "");
	free(question.prompt);
	question.prompt = mem_text("Asked otherwise?");
	question.seconds = 0;
	question.shipped = false;
	assert_done(store_question_save(fixture->store, &question, &err), &err);
	expect_listed(fixture, &mine, "q-4");
	saved = question_of(fixture, "q-4");
	assert_true(question_same(&saved, &question));
	question_release(&saved);
	question_release(&question);
}

static void
only_what_was_never_answered_can_be_taken_away(void **state)
{
	const struct fixture *fixture = *state;
	struct err err = {0};

	answer_first(fixture);
	assert_int_equal(store_question_remove(fixture->store, "q-1", &err), 0);
	assert_int_equal(store_question_remove(fixture->store, "q-2", &err), 1);
	assert_int_equal(store_question_remove(fixture->store, "q-2", &err), 0);
	expect_listed(fixture, NULL, "g-1 q-1 q-3 q-4");
}

static void
its_place_is_among_those_that_are_listed(void **state)
{
	const struct fixture *fixture = *state;
	const struct store_filter filter = {.round = "behavioural"};
	struct err err = {0};
	int place;

	assert_done(
	    store_question_place(fixture->store, &filter, "q-3", &place, &err),
	    &err);
	assert_int_equal(place, 2);
}

static void
a_retired_question_is_never_picked(void **state)
{
	const struct fixture *fixture = *state;
	struct err err = {0};
	char *ids[8];
	int n;

	retire(fixture, "q-1", true);
	for (uint64_t seed = 0; seed < 20; seed++) {
		struct rand rand = {seed};

		assert_done(store_question_pick(
				fixture->store, NULL, &rand, 8, ids, &n, &err),
		    &err);
		assert_int_equal(n, 4);
		for (int i = 0; i < n; i++) {
			assert_string_not_equal(ids[i], "q-1");
			free(ids[i]);
		}
	}
}

/* The one that would be next, due or new, is not while it is retired. */
static void
a_retired_question_is_never_suggested(void **state)
{
	const struct fixture *fixture = *state;
	struct suggestion suggestion;
	struct err err = {0};
	char *id;

	answer_first(fixture);
	for (int i = 0; i < 4; i++) {
		assert_done(
		    store_suggest(fixture->store, now, &suggestion, &err),
		    &err);
		if (i == 0)
			assert_string_equal(suggestion.question, "q-1");
		assert_true(*suggestion.question != '\0');
		id = mem_text(suggestion.question);
		retire(fixture, id, true);
		assert_done(
		    store_suggest(fixture->store, now, &suggestion, &err),
		    &err);
		assert_string_not_equal(suggestion.question, id);
		free(id);
	}
}

static void
a_retired_question_has_no_schedule(void **state)
{
	const struct fixture *fixture = *state;
	struct scheduled *rows, first;
	struct err err = {0};
	int n;

	answer_first(fixture);
	retire(fixture, "q-1", true);
	assert_int_equal(
	    store_schedule_first(fixture->store, NOW_S, &first, &err), 0);
	assert_done(
	    store_schedule_all(fixture->store, NOW_S, &rows, &n, &err), &err);
	assert_int_equal(n, 4);
	for (int i = 0; i < n; i++)
		assert_string_not_equal(rows[i].question_id, "q-1");
	scheduled_free(rows, n);
}

static void
what_was_chosen_is_asked_in_that_order(void **state)
{
	static const char *const chosen[] = {"q-3", "g-1", "q-3", "q-2"};
	const struct fixture *fixture = *state;
	struct plan plan = plan_default();
	struct session session;
	struct err err = {0};

	plan.chosen = chosen;
	plan.n_chosen = 4;
	assert_done(
	    store_plan_session(fixture->store, &plan, now, &session, &err),
	    &err);
	assert_int_equal(session.n_tasks, 3);
	assert_string_equal(session.tasks[0].question.id, "q-3");
	assert_string_equal(session.tasks[1].question.id, "g-1");
	assert_string_equal(session.tasks[2].question.id, "q-2");
	session_release(&session);
}

static void
a_chosen_question_that_is_not_there_is_named(void **state)
{
	static const char *const chosen[] = {"q-3", "gone"};
	const struct fixture *fixture = *state;
	struct plan plan = plan_default();
	struct session session;
	struct err err = {0};

	plan.chosen = chosen;
	plan.n_chosen = 2;
	assert_int_equal(
	    store_plan_session(fixture->store, &plan, now, &session, &err), -1);
	assert_non_null(strstr(err.text, "'gone'"));
}

#define ON_SAMPLE(test)                                                        \
	cmocka_unit_test_setup_teardown(test, fixture_set_up, fixture_tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ON_SAMPLE(a_retired_question_is_listed_by_its_state),
	    ON_SAMPLE(what_was_asked_is_no_new_question),
	    ON_SAMPLE(what_is_due_is_listed_until_it_is_retired),
	    ON_SAMPLE(a_tag_is_a_whole_one),
	    ON_SAMPLE(a_question_that_was_saved_is_the_users_own),
	    ON_SAMPLE(only_what_was_never_answered_can_be_taken_away),
	    ON_SAMPLE(its_place_is_among_those_that_are_listed),
	    ON_SAMPLE(a_retired_question_is_never_picked),
	    ON_SAMPLE(a_retired_question_is_never_suggested),
	    ON_SAMPLE(a_retired_question_has_no_schedule),
	    ON_SAMPLE(what_was_chosen_is_asked_in_that_order),
	    ON_SAMPLE(a_chosen_question_that_is_not_there_is_named),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name(
	    "changing questions", tests, NULL, NULL);
}
