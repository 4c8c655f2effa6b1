/* SPDX-License-Identifier: MIT */
/* What an import makes of a question. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "unit.h"
#include "store_fixture.h"

#include "base/str.h"
#include "store/question.h"

static struct import_report
import(void **state, const char *csv)
{
	const struct fixture *fixture = *state;
	const struct import_options options = {
	    .name = "file.csv", .kind = kind_find("questions")};
	struct import_report report;
	struct err err = {0};

	assert_done(
	    fixture_import_with(fixture->store, &options, csv, &report, &err),
	    &err);
	return report;
}

/* Imports it and forgets the report. */
static void
take(void **state, const char *csv)
{
	struct import_report report = import(state, csv);

	import_report_release(&report);
}

static struct question
question(void **state, const char *id)
{
	const struct fixture *fixture = *state;
	struct question question = {0};
	struct err err = {0};

	assert_int_equal(
	    store_question(fixture->store, id, &question, &err), 1);
	return question;
}

static int
count(void **state)
{
	const struct fixture *fixture = *state;
	struct err err = {0};
	int n;

	assert_done(store_question_count(fixture->store, NULL, &n, &err), &err);
	return n;
}

static void
every_field_is_kept(void **state)
{
	struct question q;

	take(state,
	    "id,prompt,round,rubric,company,level,seconds,tags,probes,hint,"
	    "look_for\r\n"
	    "n-1,\"Why, 小米?\",behavioural,plain,acme,apm,75.5,x|y \\| z,"
	    "One?|Two?,A hint,\"Looks \"\"good\"\"\"\r\n");
	q = question(state, "n-1");
	assert_string_equal(q.prompt, "Why, 小米?");
	assert_string_equal(q.round, "behavioural");
	assert_string_equal(q.rubric, "plain");
	assert_string_equal(q.company, "acme");
	assert_string_equal(q.level, "apm");
	assert_true(fabs(q.seconds - 75.5) < 1e-9);
	assert_string_equal(q.tags, "x|y \\| z");
	assert_string_equal(q.probes, "One?|Two?");
	assert_string_equal(q.hint, "A hint");
	assert_string_equal(q.look_for, "Looks \"good\"");
	question_release(&q);
}

static void
only_a_prompt_is_required(void **state)
{
	const struct fixture *fixture = *state;
	char *all;

	fixture_sql(fixture->path, "DELETE FROM question");
	take(state, "prompt\r\nWhy?\r\n");
	assert_int_equal(count(state), 1);
	all = fixture_export(fixture->store, "questions");
	assert_non_null(strstr(all, ",Why?,general,,,,,,,,\r\n"));
	free(all);
}

static void
an_edited_prompt_keeps_its_id(void **state)
{
	struct question q;

	take(state, "id,prompt\r\nq-1,A failure of yours?\r\n");
	q = question(state, "q-1");
	assert_string_equal(q.prompt, "A failure of yours?");
	question_release(&q);
	assert_int_equal(count(state), 5);
}

/* NFC, trimmed, inner white space as one: the same question. */
static void
without_an_id_the_prompt_tells(void **state)
{
	static const char *const same[] = {
	    "prompt\r\nA caf\xc3\xa9  launch?\r\n",
	    "prompt\r\nA cafe\xcc\x81 launch?\r\n",
	    "prompt\r\n  A caf\xc3\xa9\tlaunch? \r\n",
	    "prompt\r\n\"A caf\xc3\xa9\r\nlaunch?\"\r\n",
	};

	for (size_t i = 0; i < sizeof(same) / sizeof(same[0]); i++) {
		take(state, same[i]);
		assert_int_equal(count(state), 6);
	}
	take(state, "prompt\r\nA cafe launch?\r\n");
	assert_int_equal(count(state), 7);
}

/* Numbered banks of two people do not overwrite each other. */
static void
an_empty_id_is_derived(void **state)
{
	take(state, "id,prompt\r\n,One?\r\n,Two?\r\nq-1,A failure?\r\n");
	take(state, "id,prompt\r\n,Three?\r\n,One?\r\n");
	assert_int_equal(count(state), 8);
}

static void
a_repeated_question_is_skipped_and_reported(void **state)
{
	struct import_report report = import(state, "prompt\r\n"
						    "\"One\r\nline?\"\r\n"
						    "Two?\r\n"
						    "One  line?\r\n"
						    "Two?\r\n");

	assert_int_equal(report.rows, 4);
	assert_int_equal(report.added, 2);
	assert_int_equal(report.skipped, 2);
	assert_int_equal(report.n_problems, 2);
	assert_int_equal(report.problems[0].line, 5);
	assert_non_null(strstr(report.problems[0].message, "same as line 2"));
	assert_int_equal(report.problems[1].line, 6);
	assert_non_null(strstr(report.problems[1].message, "same as line 4"));
	import_report_release(&report);
	assert_int_equal(count(state), 7);
}

static const struct {
	const char *given_round, *given_level, *round, *level, *tags;
} rounds_and_levels[] = {
    {"behavioural", "apm", "behavioural", "apm", "own"},
    {"Behavioral", "Junior", "behavioural", "apm", "own"},
    {"行为", "Senior PM", "behavioural", "senior", "own"},
    {"", "", "general", "", "own"},
    {"", "any", "general", "any", "own"},
    {"Painting", "apm", "general", "apm", "own|Painting"},
    {"other", "Wizard", "general", "", "own|Wizard"},
    {"A | B", "C\\D", "general", "", "own|A \\| B|C\\\\D"},
};

static void
an_unknown_round_or_level_becomes_a_tag(void **state)
{
	enum {
		ROWS = sizeof(rounds_and_levels) / sizeof(rounds_and_levels[0])
	};

	for (size_t i = 0; i < ROWS; i++) {
		struct str csv = STR_INIT;
		struct question q;

		str_addf(&csv,
		    "id,prompt,round,level,tags\r\nn-1,Hm?,%s,%s,own\r\n",
		    rounds_and_levels[i].given_round,
		    rounds_and_levels[i].given_level);
		take(state, csv.s);
		q = question(state, "n-1");
		assert_string_equal(q.round, rounds_and_levels[i].round);
		assert_string_equal(q.level, rounds_and_levels[i].level);
		assert_string_equal(q.tags, rounds_and_levels[i].tags);
		question_release(&q);
		str_release(&csv);
	}
}

/* The same file again finds the tag that it made. */
static void
a_tag_is_made_once(void **state)
{
	static const char csv[] =
	    "id,prompt,round,tags\r\nn-1,Hm?,Painting,\r\n";
	struct import_report report;
	struct question q;

	take(state, csv);
	report = import(state, csv);
	assert_int_equal(report.unchanged, 1);
	import_report_release(&report);
	q = question(state, "n-1");
	assert_string_equal(q.tags, "Painting");
	question_release(&q);
}

static void
an_unknown_rubric_is_the_rounds_and_reported(void **state)
{
	struct import_report report = import(
	    state, "id,round,rubric,prompt\r\nn-1,general,ad-hoc,Hm?\r\n");
	struct question q = question(state, "n-1");

	assert_string_equal(q.rubric, "");
	assert_int_equal(report.added, 1);
	assert_int_equal(report.n_problems, 1);
	assert_int_equal(report.problems[0].line, 2);
	assert_int_equal(report.problems[0].column, 3);
	assert_string_equal(report.problems[0].field, "rubric");
	assert_non_null(strstr(report.problems[0].message, "ad-hoc"));
	question_release(&q);
	import_report_release(&report);
}

static void
three_probes_are_kept_and_more_reported(void **state)
{
	struct import_report report = import(
	    state, "id,prompt,probes\r\nn-1,Hm?,a|b \\| c|d\\\\|e|f\r\n");
	struct question q = question(state, "n-1");

	assert_string_equal(q.probes, "a|b \\| c|d\\\\");
	assert_int_equal(report.added, 1);
	assert_int_equal(report.n_problems, 1);
	assert_string_equal(report.problems[0].field, "probes");
	assert_non_null(strstr(report.problems[0].message, "5 probes"));
	question_release(&q);
	import_report_release(&report);
}

static void
a_company_is_any_text(void **state)
{
	struct question q;

	take(state, "id,prompt,company\r\nn-1,Hm?,Ærø & 子\r\n");
	q = question(state, "n-1");
	assert_string_equal(q.company, "Ærø & 子");
	question_release(&q);
}

#define ON_A_DATABASE(test)                                                    \
	cmocka_unit_test_setup_teardown(test, fixture_set_up, fixture_tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ON_A_DATABASE(every_field_is_kept),
	    ON_A_DATABASE(only_a_prompt_is_required),
	    ON_A_DATABASE(an_edited_prompt_keeps_its_id),
	    ON_A_DATABASE(without_an_id_the_prompt_tells),
	    ON_A_DATABASE(an_empty_id_is_derived),
	    ON_A_DATABASE(a_repeated_question_is_skipped_and_reported),
	    ON_A_DATABASE(an_unknown_round_or_level_becomes_a_tag),
	    ON_A_DATABASE(a_tag_is_made_once),
	    ON_A_DATABASE(an_unknown_rubric_is_the_rounds_and_reported),
	    ON_A_DATABASE(three_probes_are_kept_and_more_reported),
	    ON_A_DATABASE(a_company_is_any_text),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name(
	    "import_questions", tests, NULL, NULL);
}
