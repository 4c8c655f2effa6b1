/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "unit.h"

#include "base/mem.h"
#include "core/section.h"

enum { UNIT = 10000 };

/* The labels and weights of the shipped rubric for take-homes (D4). */
static const struct {
	const char *key, *label;
	int weight;
} signals[] = {
    {"problem-definition", "Problem definition", 30},
    {"user-insight", "User insight", 25},
    {"solution-logic", "Logic of the solution", 30},
    {"tradeoffs", "Trade-offs", 15},
};

static struct rubric rubric;

static int
set_up(void **state)
{
	(void)state;
	rubric.n = sizeof(signals) / sizeof(signals[0]);
	for (size_t i = 0; i < rubric.n; i++) {
		rubric.signals[i].key = mem_text(signals[i].key);
		rubric.signals[i].label = mem_text(signals[i].label);
		rubric.signals[i].weight = signals[i].weight * UNIT;
	}
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	rubric_release(&rubric);
	return 0;
}

static struct sections
counted(const char *text)
{
	struct sections sections;

	sections_count(&rubric, text, strlen(text), &sections);
	return sections;
}

static void
words_are_counted_by_section(void **state)
{
	struct sections sections = counted("## Problem definition\n"
					   "One two, three.\nfour 4.5\n\n"
					   "## User insight\n\nsix\n"
					   "## Trade-offs\nseven eight\n");

	(void)state;
	assert_true(sections.headed);
	assert_int_equal(sections.words, 8);
	assert_int_equal(sections.at[0].words, 5);
	assert_int_equal(sections.at[1].words, 1);
	assert_int_equal(sections.at[3].words, 2);
	assert_int_equal(sections.at[0].share, 63);
	assert_int_equal(sections.at[1].share, 13);
	assert_int_equal(sections.at[3].share, 25);
	assert_true(sections.at[3].headed);
	assert_false(sections.at[2].headed);
	assert_int_equal(sections.at[2].words, 0);
}

static void
targets_are_the_shares_of_the_weights(void **state)
{
	static const int percent[] = {30, 25, 30, 15};
	struct sections sections = counted("");

	(void)state;
	for (size_t i = 0; i < rubric.n; i++)
		assert_int_equal(sections.at[i].target, percent[i]);
	assert_int_equal(sections.words, 0);
	assert_int_equal(sections.at[0].share, 0);
	assert_false(sections.headed);
}

static void
headings_are_known_in_many_forms(void **state)
{
	static const char *const headings[] = {"# user insight",
	    "###   USER INSIGHT: ", "  ## User insight ##", "##User insight\r"};

	(void)state;
	for (size_t i = 0; i < sizeof(headings) / sizeof(headings[0]); i++) {
		struct sections sections = counted(headings[i]);

		assert_true(sections.at[1].headed);
		assert_int_equal(sections.words, 0);
	}
}

static void
other_lines_are_words(void **state)
{
	static const char text[] = "User insight\n## User insights\n"
				   "We learned: ## User insight\n## \n#\n";
	struct sections sections = counted(text);

	(void)state;
	assert_false(sections.headed);
	assert_int_equal(sections.words, 8);
}

static void
a_sub_heading_belongs_to_its_section(void **state)
{
	struct sections sections =
	    counted("Before it.\n## User insight\n"
		    "### Three interviews\nOne said no.");

	(void)state;
	assert_int_equal(sections.at[1].words, 5);
	assert_int_equal(sections.words, 7);
	assert_int_equal(sections.at[1].share, 71);
}

static void
a_section_that_comes_twice_is_one(void **state)
{
	struct sections sections =
	    counted("## Trade-offs\none\n## User insight\ntwo\n"
		    "## Trade-offs\nthree 四五");

	(void)state;
	assert_int_equal(sections.at[3].words, 4);
	assert_int_equal(sections.at[1].words, 1);
}

static void
the_section_of_a_place_is_found(void **state)
{
	static const char text[] = "x\n## User insight\ny\n## Trade-offs";
	size_t n = strlen(text);

	(void)state;
	assert_int_equal(sections_find(&rubric, text, n, 0), -1);
	assert_int_equal(sections_find(&rubric, text, n, 1), -1);
	assert_int_equal(sections_find(&rubric, text, n, 2), 1);
	assert_int_equal(sections_find(&rubric, text, n, 18), 1);
	assert_int_equal(sections_find(&rubric, text, n, n), 3);
	assert_int_equal(sections_find(&rubric, "", 0, 0), -1);
}

static void
a_skeleton_is_no_text(void **state)
{
	size_t first;
	char *text = sections_skeleton(&rubric, &first);

	(void)state;
	assert_string_equal(text, "## Problem definition\n\n\n"
				  "## User insight\n\n\n"
				  "## Logic of the solution\n\n\n"
				  "## Trade-offs\n\n");
	assert_int_equal(first, strlen("## Problem definition\n"));
	assert_true(sections_bare(&rubric, text, strlen(text)));
	text[first] = 'a';
	assert_false(sections_bare(&rubric, text, strlen(text)));
	assert_true(sections_bare(&rubric, "", 0));
	assert_true(sections_bare(&rubric, " \n\t\n", 4));
	assert_false(sections_bare(&rubric, "## Mine\n", 8));
	free(text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(words_are_counted_by_section),
	    cmocka_unit_test(targets_are_the_shares_of_the_weights),
	    cmocka_unit_test(headings_are_known_in_many_forms),
	    cmocka_unit_test(other_lines_are_words),
	    cmocka_unit_test(a_sub_heading_belongs_to_its_section),
	    cmocka_unit_test(a_section_that_comes_twice_is_one),
	    cmocka_unit_test(the_section_of_a_place_is_found),
	    cmocka_unit_test(a_skeleton_is_no_text),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("section", tests, set_up, tear_down);
}
