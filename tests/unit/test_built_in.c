/* SPDX-License-Identifier: MIT */
/* The data that is shipped: complete, consistent, and covering the rows of
 * the interview model. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "unit.h"
#include "store_fixture.h"

#include "base/embed.h"
#include "base/list.h"
#include "base/str.h"
#include "store/material.h"
#include "store/question.h"
#include "store/reference.h"

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

static const struct {
	const char *kind, *file;
} files[] = {
    {"rules", "data/rules.csv"},
    {"rubrics", "data/rubrics.csv"},
    {"rounds", "data/rounds.csv"},
    {"levels", "data/levels.csv"},
    {"companies", "data/companies.csv"},
    {"loops", "data/loops.csv"},
    {"lexicon", "data/lexicon.csv"},
    {"calibration", "data/calibration.csv"},
    {"questions", "questions.csv"},
    {"tables", "data/tables.csv"},
    {"backlogs", "data/backlogs.csv"},
    {"checklist", "data/checklist.csv"},
};

static void
importing_any_file_anew_changes_nothing(void **state)
{
	const struct fixture *fixture = *state;

	for (size_t i = 0; i < COUNT(files); i++) {
		const struct embedded *file = embedded_find(files[i].file);
		const struct import_options options = {
		    .name = file->name, .kind = kind_find(files[i].kind)};
		struct import_report report;
		struct err err = {0};

		assert_done(import_csv(fixture->store, &options, file->bytes,
				file->n, &report, &err),
		    &err);
		assert_true(report.rows > 0);
		assert_int_equal(report.unchanged, report.rows);
		assert_int_equal(report.n_problems, 0);
		import_report_release(&report);
	}
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

static const struct rubric *
rubric(const struct fixture *fixture, const char *key)
{
	const struct rubric *rubric;
	struct err err = {0};

	assert_done(store_rubric(fixture->store, key, &rubric, &err), &err);
	if (rubric == NULL)
		print_error("no rubric %s\n", key);
	assert_non_null(rubric);
	return rubric;
}

static void
every_rubric_is_complete(void **state)
{
	for (size_t i = 0; i < COUNT(rubrics); i++) {
		const struct rubric *r = rubric(*state, rubrics[i]);

		assert_true(r->n >= 3 && r->n <= RUBRIC_SIGNALS);
		for (size_t s = 0; s < r->n; s++) {
			const struct signal_spec *signal = &r->signals[s];

			assert_true(*signal->label != '\0');
			assert_true(*signal->asks != '\0');
			assert_true(signal->weight > 0);
			for (int a = 0; a < RATING_HIGH; a++) {
				assert_true(*signal->anchors[a] != '\0');
				for (int b = 0; b < a; b++)
					assert_string_not_equal(
					    signal->anchors[a],
					    signal->anchors[b]);
			}
		}
	}
}

/* `metric` is yes on every row of a rubric that wants a measured result, or
 * on none. */
static void
a_rubric_wants_a_metric_or_does_not(void **state)
{
	const struct fixture *fixture = *state;

	assert_int_equal(
	    fixture_sql_int(fixture->path,
		"SELECT count(*) FROM (SELECT 1 FROM rubric_signal"
		" GROUP BY rubric HAVING count(DISTINCT metric) > 1)"),
	    0);
	assert_true(rubric(fixture, "star")->metric);
	assert_true(rubric(fixture, "three-p")->metric);
	assert_true(rubric(fixture, "impact-ownership-scale")->metric);
}

static const struct {
	const char *rubric;
	const char *signals[5];
} shapes[] = {
    {"star", {"situation", "task", "action", "result"}},
    {"three-p", {"problem", "process", "payoff"}},
    {"impact-ownership-scale", {"impact", "ownership", "scale"}},
};

static void
the_models_rubrics_have_its_signals_in_order(void **state)
{
	for (size_t i = 0; i < COUNT(shapes); i++) {
		const struct rubric *r = rubric(*state, shapes[i].rubric);
		size_t n = 0;

		for (; shapes[i].signals[n] != NULL; n++)
			assert_string_equal(
			    r->signals[n].key, shapes[i].signals[n]);
		assert_int_equal(r->n, n);
	}
}

/* D4 */
static void
the_take_home_is_weighted_30_25_30_15(void **state)
{
	static const int64_t weights[] = {30, 25, 30, 15};
	const struct rubric *r = rubric(*state, "take-home");

	assert_int_equal(r->n, 4);
	for (size_t i = 0; i < 4; i++)
		assert_int_equal(r->signals[i].weight, weights[i] * SCORE_UNIT);
}

static const struct {
	const char *round;
	int limit_s, think_s;
} times[] = {
    {"behavioural", 180, 30},
    {"product-sense", 1200, 60},
    {"execution", 1200, 60},
    {"estimation", 600, 60},
    {"strategy", 1200, 60},
    {"technical", 600, 60},
    {"prioritisation", 600, 60},
    {"screen", 120, 60},
    {"take-home", 3600, 60},
    {"general", 180, 60},
};

static void
rounds_have_their_default_times(void **state)
{
	const struct fixture *fixture = *state;

	for (size_t i = 0; i < COUNT(times); i++) {
		struct round round;
		struct err err = {0};

		assert_int_equal(
		    store_round(fixture->store, times[i].round, &round, &err),
		    1);
		assert_int_equal(round.limit_s, times[i].limit_s);
		assert_int_equal(round.think_s, times[i].think_s);
		rubric(fixture, round.rubric);
		round_release(&round);
	}
}

static void
the_rules_are_the_models(void **state)
{
	const struct fixture *fixture = *state;
	const struct rules built_in = rules_built_in();
	const struct rules *rules;
	struct err err = {0};

	assert_done(store_rules(fixture->store, &rules, &err), &err);
	assert_int_equal(rules->strong_hire, 45000);
	assert_int_equal(rules->hire, 35000);
	assert_int_equal(rules->reinterview, 25000);
	assert_int_equal(rules->clean_overtime_s, 15);
	assert_int_equal(rules->ewma_alpha * 10, 3);
	assert_int_equal(rules->trend_sessions, built_in.trend_sessions);
	assert_int_equal(rules->suggest_sessions, built_in.suggest_sessions);
	assert_int_equal(rules->story_s, built_in.story_s);
	assert_int_equal(rules->practice_days, built_in.practice_days);
	assert_int_equal(rules->interruption_from * 100, 35);
	assert_int_equal(rules->interruption_until * 100, 70);
}

/* Each round that is talked has several to be surprised by, and one that tells
 * the time; a take-home has nobody who could cut in. */
static void
each_round_that_is_talked_has_interruptions(void **state)
{
	enum { LEAST = 6 };
	const struct fixture *fixture = *state;
	char sql[256];

	for (size_t i = 0; i < COUNT(rounds); i++) {
		bool talked = strcmp(rounds[i], "take-home") != 0;

		snprintf(sql, sizeof(sql),
		    "SELECT count(*) FROM interruption WHERE round = '%s'"
		    " AND left_s IS NULL",
		    rounds[i]);
		assert_true(fixture_sql_int(fixture->path, sql) >=
			    (talked ? LEAST : 0));
		snprintf(sql, sizeof(sql),
		    "SELECT count(*) FROM interruption WHERE round = '%s'"
		    " AND left_s > 30",
		    rounds[i]);
		assert_int_equal(fixture_sql_int(fixture->path, sql), talked);
	}
	assert_int_equal(
	    fixture_sql_int(fixture->path,
		"SELECT count(*) FROM interruption WHERE round = ''"
		" AND left_s = 30 AND text LIKE '30 seconds left: %'"),
	    1);
}

/* With `Interviewer: ` and `(19:12 left)` in two rows of 80 columns. */
static void
interruptions_are_short(void **state)
{
	enum { LONGEST = 130 };
	const struct fixture *fixture = *state;

	assert_in_range(fixture_sql_int(fixture->path,
			    "SELECT max(length(text)) FROM interruption"),
	    1, LONGEST);
	assert_int_equal(fixture_sql_int(fixture->path,
			     "SELECT count(*) - count(DISTINCT round || text)"
			     " FROM interruption"),
	    0);
}

/* A12: two technical gates of 45 minutes, three behavioural rounds of 60. */
static void
the_xiaomi_loop_is_the_models(void **state)
{
	const struct fixture *fixture = *state;

	assert_int_equal(
	    fixture_sql_int(fixture->path,
		"SELECT count(*) FROM loop_round WHERE loop = 'xiaomi-pm'"
		" AND round = 'technical' AND minutes = 45 AND gate = 'yes'"),
	    2);
	assert_int_equal(
	    fixture_sql_int(fixture->path,
		"SELECT count(*) FROM loop_round WHERE loop = 'xiaomi-pm'"
		" AND round = 'behavioural' AND minutes = 60"
		" AND gate = 'no'"),
	    3);
	assert_true(fixture_sql_int(fixture->path,
			"SELECT max(day) - min(day) FROM loop_round"
			" WHERE loop = 'xiaomi-pm'") <= 21);
	assert_int_equal(
	    fixture_sql_int(fixture->path,
		"SELECT count(*) FROM loop_round WHERE"
		" round NOT IN (SELECT round FROM round) OR"
		" company NOT IN (SELECT company FROM company) OR"
		" rubric NOT IN ('') AND"
		" rubric NOT IN (SELECT rubric FROM rubric_signal)"),
	    0);
}

static void
names_mean_one_thing(void **state)
{
	const struct fixture *fixture = *state;
	static const enum names_of all[] = {NAMES_ROUNDS, NAMES_LEVELS};

	for (size_t k = 0; k < COUNT(all); k++) {
		struct names names;
		struct err err = {0};

		assert_done(
		    store_names(fixture->store, all[k], &names, &err), &err);
		for (int i = 0; i < names.n; i++) {
			struct list_of aliases;

			list_of_parse(&aliases, names.aliases[i]);
			assert_string_equal(
			    names_find(&names, names.labels[i]), names.keys[i]);
			for (size_t a = 0; a < aliases.n; a++)
				assert_string_equal(
				    names_find(&names, aliases.items[a]),
				    names.keys[i]);
			list_of_release(&aliases);
		}
		names_release(&names);
	}
}

static char *
data_version(const struct fixture *fixture)
{
	struct err err = {0};
	char *version;

	assert_done(store_data_version(fixture->store, &version, &err), &err);
	return version;
}

static void
filling_it_again_changes_nothing(void **state)
{
	const struct fixture *fixture = *state;
	struct err err = {0};
	char *questions_before = fixture_export(fixture->store, "questions");
	char *version_before = data_version(fixture);
	char *questions_after, *version_after;

	assert_non_null(strstr(version_before, embedded_version));
	assert_done(import_built_in(fixture->store, &err), &err);
	questions_after = fixture_export(fixture->store, "questions");
	version_after = data_version(fixture);
	assert_string_equal(questions_before, questions_after);
	assert_string_equal(version_before, version_after);
	free(questions_before);
	free(questions_after);
	free(version_before);
	free(version_after);
}

/* A newer program brings newer data, and leaves the user's own alone. */
static void
newer_data_replaces_what_is_shipped_only(void **state)
{
	const struct fixture *fixture = *state;
	struct err err = {0};
	const char *own = questions[0].id, *shipped = questions[1].id;
	struct str csv = STR_INIT;
	struct question question;

	str_addf(&csv, "id,prompt,round\r\n%s,My own words?,general\r\n", own);
	fixture_import(fixture->store, "questions", csv.s);
	str_release(&csv);
	str_addf(&csv,
	    "UPDATE question SET prompt = 'Old?' WHERE id = '%s';"
	    "UPDATE meta SET value = 'old' WHERE key = 'data'",
	    shipped);
	fixture_sql(fixture->path, csv.s);
	str_release(&csv);
	assert_done(import_built_in(fixture->store, &err), &err);
	assert_int_equal(
	    store_question(fixture->store, own, &question, &err), 1);
	assert_string_equal(question.prompt, "My own words?");
	question_release(&question);
	assert_int_equal(
	    store_question(fixture->store, shipped, &question, &err), 1);
	assert_string_equal(question.prompt, questions[1].prompt);
	question_release(&question);
}

/* A phrase that is shipped no longer is found no longer. */
static void
withdrawn_phrases_go_and_the_users_stay(void **state)
{
	const struct fixture *fixture = *state;
	struct err err = {0};

	fixture_import(fixture->store, "lexicon",
	    "kind,language,phrase,why\r\nhedge,en,so they say,Mine\r\n");
	fixture_sql(fixture->path,
	    "INSERT INTO lexicon VALUES ('hedge', 'en', 'gone', '', 'shipped');"
	    "UPDATE meta SET value = 'old' WHERE key = 'data'");
	assert_done(import_built_in(fixture->store, &err), &err);
	assert_int_equal(
	    fixture_sql_int(fixture->path, "SELECT count(*) FROM lexicon"
					   " WHERE phrase = 'gone'"),
	    0);
	assert_int_equal(
	    fixture_sql_int(fixture->path, "SELECT count(*) FROM lexicon"
					   " WHERE phrase = 'so they say'"),
	    1);
	assert_true(fixture_sql_int(
			fixture->path, "SELECT count(*) FROM lexicon") > 1000);
}

static void
an_older_program_puts_nothing_back(void **state)
{
	const struct fixture *fixture = *state;
	const char *id = questions[2].id;
	struct err err = {0};
	struct str sql = STR_INIT;
	struct question question;

	str_addf(&sql,
	    "UPDATE question SET prompt = 'Newer?' WHERE id = '%s';"
	    "UPDATE meta SET value = '99.0.0 x' WHERE key = 'data'",
	    id);
	fixture_sql(fixture->path, sql.s);
	str_release(&sql);
	assert_done(import_built_in(fixture->store, &err), &err);
	assert_int_equal(
	    store_question(fixture->store, id, &question, &err), 1);
	assert_string_equal(question.prompt, "Newer?");
	question_release(&question);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(there_are_enough_questions_of_their_own),
	    cmocka_unit_test(every_row_of_the_file_is_a_question),
	    cmocka_unit_test(importing_any_file_anew_changes_nothing),
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
	    cmocka_unit_test(every_rubric_is_complete),
	    cmocka_unit_test(a_rubric_wants_a_metric_or_does_not),
	    cmocka_unit_test(the_models_rubrics_have_its_signals_in_order),
	    cmocka_unit_test(the_take_home_is_weighted_30_25_30_15),
	    cmocka_unit_test(rounds_have_their_default_times),
	    cmocka_unit_test(the_rules_are_the_models),
	    cmocka_unit_test(each_round_that_is_talked_has_interruptions),
	    cmocka_unit_test(interruptions_are_short),
	    cmocka_unit_test(the_xiaomi_loop_is_the_models),
	    cmocka_unit_test(names_mean_one_thing),
	    cmocka_unit_test(filling_it_again_changes_nothing),
	    cmocka_unit_test(newer_data_replaces_what_is_shipped_only),
	    cmocka_unit_test(withdrawn_phrases_go_and_the_users_stay),
	    cmocka_unit_test(an_older_program_puts_nothing_back),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name(
	    "built_in", tests, set_up, tear_down);
}
