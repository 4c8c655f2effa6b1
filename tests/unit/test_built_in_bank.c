/* SPDX-License-Identifier: MIT */
/* The questions that are shipped: enough, whole, and of all kinds that
 * interviews have. */
#include <string.h>

#include "unit.h"
#include "store_fixture.h"

#include "base/embed.h"
#include "base/list.h"
#include "store/material.h"
#include "store/question.h"

enum {
	LEAST_QUESTIONS = 180,
	MOST_QUESTIONS = 1000,
};

/* All questions, read once. */
static struct question questions[MOST_QUESTIONS];
static int n_questions;

static int
set_up(void **state)
{
	const struct fixture *fixture;
	struct err err = {0};

	if (fixture_set_up_built_in(state) != 0)
		return -1;
	fixture = *state;
	return store_question_window(fixture->store, NULL, 0, MOST_QUESTIONS,
	    questions, &n_questions, &err);
}

static int
tear_down(void **state)
{
	for (int i = 0; i < n_questions; i++)
		question_release(&questions[i]);
	return fixture_tear_down(state);
}

static const char *const rounds[] = {"behavioural", "product-sense",
    "execution", "estimation", "strategy", "technical", "prioritisation",
    "screen", "take-home", "general"};
static const char *const levels[] = {"apm", "pm2", "senior", "staff", "any"};
static const char *const companies[] = {
    "xiaomi", "bytedance", "alibaba", "tencent", "any"};
static const char *const rubrics[] = {"star", "three-p",
    "impact-ownership-scale", "learning-loop", "proposal", "circles",
    "execution", "prioritisation", "estimation", "strategy", "technical",
    "take-home", "apm", "pm2", "senior", "staff"};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static bool
is_among(const char *text, const char *const *texts, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(text, texts[i]) == 0)
			return true;
	return false;
}

static bool
has_tag(const struct question *question, const char *tag)
{
	struct list_of tags;
	bool found = false;

	list_of_parse(&tags, question->tags);
	for (size_t i = 0; i < tags.n; i++)
		found = found || strcmp(tags.items[i], tag) == 0;
	list_of_release(&tags);
	return found;
}

static int
count_tagged(const char *tag)
{
	int n = 0;

	for (int i = 0; i < n_questions; i++)
		n += has_tag(&questions[i], tag);
	return n;
}

static void
there_are_enough_questions_of_their_own(void **state)
{
	(void)state;
	assert_true(n_questions >= LEAST_QUESTIONS);
	assert_true(n_questions < MOST_QUESTIONS);
	for (int i = 0; i < n_questions; i++) {
		for (int k = 0; k < i; k++) {
			assert_string_not_equal(
			    questions[i].id, questions[k].id);
			assert_string_not_equal(
			    questions[i].prompt, questions[k].prompt);
		}
	}
}

/* As many as the file has rows: none is skipped, none overwrites another. */
static void
every_row_of_the_file_is_a_question(void **state)
{
	const struct fixture *fixture = *state;
	const struct embedded *file = embedded_find("questions.csv");
	const struct import_options options = {
	    .name = file->name, .kind = kind_find("questions")};
	struct import_report report;
	struct err err = {0};

	assert_done(import_csv(fixture->store, &options, file->bytes, file->n,
			&report, &err),
	    &err);
	assert_int_equal(report.rows, n_questions);
	assert_int_equal(report.added, 0);
	assert_int_equal(report.updated, 0);
	assert_int_equal(report.skipped, 0);
	assert_int_equal(report.unchanged, n_questions);
	assert_int_equal(report.n_problems, 0);
	import_report_release(&report);
}

static void
each_question_can_be_asked_and_rated(void **state)
{
	const struct fixture *fixture = *state;

	for (int i = 0; i < n_questions; i++) {
		const struct question *question = &questions[i];
		struct err err = {0};
		struct task task;

		assert_true(is_among(question->round, rounds, COUNT(rounds)));
		assert_true(is_among(question->level, levels, COUNT(levels)));
		assert_true(
		    is_among(question->company, companies, COUNT(companies)));
		if (*question->rubric != '\0')
			assert_true(is_among(
			    question->rubric, rubrics, COUNT(rubrics)));
		assert_done(
		    store_task(fixture->store, question->id, &task, &err),
		    &err);
		assert_true(task.limit_s > 0);
		question_release(&task.question);
		rubric_release(&task.rubric);
		material_release(&task.material);
	}
}

/* The screen shows it, so that the prompt does not name it again. */
static void
a_backlog_of_five_has_five_features_with_all_figures(void **state)
{
	const struct fixture *fixture = *state;
	int backlogs = 0;

	for (int i = 0; i < n_questions; i++) {
		struct material material;
		struct err err = {0};

		if (strstr(questions[i].tags, "backlog-of-five") == NULL)
			continue;
		backlogs++;
		assert_done(store_material(fixture->store, questions[i].id,
				&material, &err),
		    &err);
		assert_int_equal(material.n_features, 5);
		for (size_t k = 0; k < material.n_features; k++) {
			const struct feature *feature = &material.features[k];

			assert_true(*feature->effort != '\0');
			assert_true(*feature->reach != '\0');
			assert_true(*feature->evidence != '\0');
			assert_null(
			    strstr(questions[i].prompt, feature->label));
		}
		material_release(&material);
	}
	assert_true(backlogs >= 10);
}

static void
each_question_has_probes_hint_and_what_to_look_for(void **state)
{
	(void)state;
	for (int i = 0; i < n_questions; i++) {
		struct list_of probes;

		assert_true(*questions[i].hint != '\0');
		assert_true(*questions[i].look_for != '\0');
		list_of_parse(&probes, questions[i].probes);
		assert_true(probes.n >= 2 && probes.n <= SESSION_PROBES);
		for (size_t p = 0; p < probes.n; p++)
			assert_true(*probes.items[p] != '\0');
		list_of_release(&probes);
	}
}

static void
every_round_level_and_company_is_covered(void **state)
{
	(void)state;
	for (size_t r = 0; r < COUNT(rounds); r++) {
		int n = 0;

		for (int i = 0; i < n_questions; i++)
			n += strcmp(questions[i].round, rounds[r]) == 0;
		assert_true(n >= 1);
	}
	for (size_t l = 0; l < COUNT(levels); l++) {
		int n = 0;

		for (int i = 0; i < n_questions; i++)
			n += strcmp(questions[i].level, levels[l]) == 0;
		assert_true(n >= 1);
	}
	for (size_t c = 0; c < COUNT(companies); c++) {
		int n = 0;

		for (int i = 0; i < n_questions; i++)
			n += strcmp(questions[i].company, companies[c]) == 0;
		assert_true(n >= 1);
	}
}

/* With any company and level that one can choose, a round has questions. */
static void
no_choice_leaves_a_round_empty(void **state)
{
	const struct fixture *fixture = *state;

	for (size_t r = 0; r < COUNT(rounds); r++)
		for (size_t l = 0; l < COUNT(levels); l++)
			for (size_t c = 0; c < COUNT(companies); c++) {
				const struct store_filter filter = {
				    .round = rounds[r],
				    .level = levels[l],
				    .company = companies[c],
				};
				struct err err = {0};
				int n;

				assert_done(store_question_count(fixture->store,
						&filter, &n, &err),
				    &err);
				if (n == 0)
					print_error("%s %s %s\n", rounds[r],
					    levels[l], companies[c]);
				assert_true(n >= 1);
			}
}

/* The rows of the model page that are covered by kinds of questions. */
static const char *const tags[] = {
    "core-prompt",            /* A1 */
    "product-improvement",    /* B1 */
    "metrics-decision",       /* B1 */
    "ownership",              /* B1 */
    "collaboration",          /* B1 */
    "backlog-of-five",        /* B4 */
    "no-data",                /* B5 */
    "data-given",             /* B5 */
    "existing-product",       /* D6 */
    "follow-up-data",         /* D7 */
    "follow-up-alternatives", /* D7 */
    "concepts",               /* D9 */
};

static void
the_models_kinds_of_questions_are_there(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(tags); i++) {
		if (count_tagged(tags[i]) == 0)
			print_error("no question is tagged %s\n", tags[i]);
		assert_true(count_tagged(tags[i]) >= 3);
	}
}

/* Tags that belong to a round, a level or a company. */
static const struct {
	const char *tag, *round, *level;
} placed[] = {
    {"core-prompt", "behavioural", NULL},
    {"ownership", "behavioural", NULL},
    {"backlog-of-five", "prioritisation", NULL},
    {"concepts", "technical", "apm"},
    {"existing-product", NULL, "pm2"},
    {"follow-up-data", "behavioural", NULL},
    {"follow-up-alternatives", "behavioural", NULL},
};

static void
tagged_questions_stand_where_they_belong(void **state)
{
	(void)state;
	for (size_t t = 0; t < COUNT(placed); t++) {
		int n = 0;

		for (int i = 0; i < n_questions; i++) {
			const struct question *q = &questions[i];

			n += has_tag(q, placed[t].tag) &&
			     (placed[t].round == NULL ||
				 strcmp(q->round, placed[t].round) == 0) &&
			     (placed[t].level == NULL ||
				 strcmp(q->level, placed[t].level) == 0);
		}
		if (n == 0)
			print_error("%s is nowhere\n", placed[t].tag);
		assert_true(n >= 1);
	}
}

/* B5: its questions come with figures. */
static void
bytedance_gives_data(void **state)
{
	int given = 0;

	(void)state;
	for (int i = 0; i < n_questions; i++)
		given += has_tag(&questions[i], "data-given") &&
			 strcmp(questions[i].company, "bytedance") == 0;
	assert_true(given >= 1);
}

/* The figures are no longer in the words of the prompt. */
static void
data_that_is_given_is_a_table(void **state)
{
	const struct fixture *fixture = *state;
	struct material material;
	struct err err = {0};

	for (int i = 0; i < n_questions; i++) {
		if (!has_tag(&questions[i], "data-given"))
			continue;
		assert_done(store_material(fixture->store, questions[i].id,
				&material, &err),
		    &err);
		if (material.n_rows < 3 || material.rows[0].n < 2)
			print_error("no table for %s\n", questions[i].id);
		assert_true(material.n_rows >= 3);
		for (size_t row = 0; row < material.n_rows; row++)
			assert_int_equal(
			    material.rows[row].n, material.rows[0].n);
		assert_null(strchr(questions[i].prompt, '\n'));
		material_release(&material);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(there_are_enough_questions_of_their_own),
	    cmocka_unit_test(every_row_of_the_file_is_a_question),
	    cmocka_unit_test(each_question_can_be_asked_and_rated),
	    cmocka_unit_test(
		a_backlog_of_five_has_five_features_with_all_figures),
	    cmocka_unit_test(
		each_question_has_probes_hint_and_what_to_look_for),
	    cmocka_unit_test(every_round_level_and_company_is_covered),
	    cmocka_unit_test(no_choice_leaves_a_round_empty),
	    cmocka_unit_test(the_models_kinds_of_questions_are_there),
	    cmocka_unit_test(tagged_questions_stand_where_they_belong),
	    cmocka_unit_test(bytedance_gives_data),
	    cmocka_unit_test(data_that_is_given_is_a_table),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name(
	    "built_in_bank", tests, set_up, tear_down);
}
