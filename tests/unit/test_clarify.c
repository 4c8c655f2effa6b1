/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "sample_session.h"
#include "unit.h"

#include "base/mem.h"
#include "core/clarify.h"

/* A session of one question with the tags. */
static void
tagged(struct session *session, const char *tags)
{
	sample_session(session, 1);
	struct task task = session->tasks[0];

	free(task.question.tags);
	task.question.tags = mem_text(tags);
	session->n_tasks = 0;
	session_add(session, &task);
}

/* Its answer begun. */
static void
answering(struct session *session, const char *tags)
{
	tagged(session, tags);
	session_begin(session, 0, SAMPLE_NOW_S);
	session_tick(session, (int64_t)SAMPLE_THINK_S * 1000);
}

static void
assert_wanted(const char *tags, bool wanted)
{
	struct session session;

	answering(&session, tags);
	assert_int_equal(
	    clarify_wanted(&session_task(&session)->question), wanted);
	assert_int_equal(clarify_runs(&session), wanted);
	session_release(&session);
}

static void
three_tags_want_questions_back(void **state)
{
	(void)state;
	assert_wanted("no-data", true);
	assert_wanted("metrics|data-given|retention", true);
	assert_wanted("clarify", true);
	assert_wanted("", false);
	assert_wanted("no-data-at-all|data", false);
}

static void
they_are_asked_while_the_answer_begins(void **state)
{
	struct session session;

	(void)state;
	tagged(&session, "clarify");
	session_begin(&session, 0, SAMPLE_NOW_S);
	assert_int_equal(session.phase, PHASE_THINK);
	assert_false(clarify_runs(&session));
	session_tick(&session, (int64_t)SAMPLE_THINK_S * 1000);
	assert_true(clarify_runs(&session));
	clarify_end(&session);
	assert_false(clarify_runs(&session));
	session_release(&session);
}

static void
text_or_a_section_ends_them(void **state)
{
	struct session session;

	(void)state;
	answering(&session, "clarify");
	str_add(&session.take.text, "I");
	assert_false(clarify_runs(&session));
	str_clear(&session.take.text);
	assert_true(clarify_runs(&session));
	assert_true(session_split(&session, 40000));
	assert_false(clarify_runs(&session));
	session_release(&session);
}

static void
they_are_no_text_and_cost_nothing(void **state)
{
	struct session session;
	struct answer answer;

	(void)state;
	answering(&session, "clarify");
	clarify_put(&session.take.parts, 0, "Who?");
	session_answer(&session, false, 50000, &answer);
	assert_string_equal(answer.text, "");
	answer_release(&answer);
	session_release(&session);
}

static void
lines_are_added_changed_and_taken_out(void **state)
{
	struct parts parts = {0};

	(void)state;
	parts_add(&parts, PART_PRIORITY, "a", "");
	clarify_put(&parts, 0, "  Who   pays? ");
	clarify_put(&parts, 1, "Since when?");
	assert_int_equal(clarify_count(&parts), 2);
	assert_string_equal(clarify_text(&parts, 0), "Who pays?");
	clarify_put(&parts, 1, "Where?");
	assert_string_equal(clarify_text(&parts, 1), "Where?");
	assert_string_equal(clarify_text(&parts, 2), "");
	clarify_put(&parts, 0, " \t");
	assert_int_equal(clarify_count(&parts), 1);
	assert_string_equal(clarify_text(&parts, 0), "Where?");
	clarify_put(&parts, 1, "");
	assert_int_equal(clarify_count(&parts), 1);
	assert_int_equal(parts.n, 2);
	parts_release(&parts);
}

static void
there_is_a_most(void **state)
{
	struct parts parts = {0};

	(void)state;
	for (size_t i = 0; i < CLARIFY_MOST + 5; i++)
		clarify_put(&parts, i, "Why?");
	assert_int_equal(clarify_count(&parts), CLARIFY_MOST);
	parts_release(&parts);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(three_tags_want_questions_back),
	    cmocka_unit_test(they_are_asked_while_the_answer_begins),
	    cmocka_unit_test(text_or_a_section_ends_them),
	    cmocka_unit_test(they_are_no_text_and_cost_nothing),
	    cmocka_unit_test(lines_are_added_changed_and_taken_out),
	    cmocka_unit_test(there_is_a_most),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("clarify", tests, NULL, NULL);
}
