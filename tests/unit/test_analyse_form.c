/* SPDX-License-Identifier: MIT */
/* What is found by the kinds of its words: no phrase of these is in the
 * lexicon as it stands. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "unit.h"
#include "lexicon_fixture.h"

struct example {
	const char *text, *found; /* joined by ` | ` */
};

static int
load(void **state)
{
	*state = built_in_lexicon("");
	return 0;
}

static int
unload(void **state)
{
	lexicon_free(*state);
	return 0;
}

static void
assert_found(const struct lexicon *lexicon, enum phrase_kind kind,
    const struct example *example)
{
	char *found = found_words(lexicon, kind, example->text);

	if (strcmp(found, example->found) != 0)
		print_error("in: %s\n", example->text);
	assert_string_equal(found, example->found);
	free(found);
}

#define ASSERT_ALL(state, kind, examples)                                      \
	for (size_t i_ = 0; i_ < sizeof(examples) / sizeof((examples)[0]);     \
	     i_++)                                                             \
	assert_found(*(state), kind, &(examples)[i_])

static const struct example qualities[] = {
    {"It became much smoother", "became much smoother"},
    {"Users were thrilled", "Users were thrilled"},
    {"新版很流畅", "很流畅"},
    {"操作快了很多", "快了很多"},
    {"I was really happy", ""},
    {"They were happy to help", ""},
    {"The first way was faster", ""},
    {"很大的压力", ""},
};

static void
a_quality_needs_a_degree_or_somebody_who_had_it(void **state)
{
	ASSERT_ALL(state, FINDING_VAGUE, qualities);
}

static const struct example outcomes[] = {
    {"We saw a fantastic turnaround", "fantastic turnaround"},
    {"Lots of wonderful comments", "Lots of wonderful comments"},
    {"The outcome was really encouraging", "outcome was really encouraging"},
    {"个人成长十分顺利", "成长十分顺利"},
    {"带来了很大的改观", "很大的改观"},
    {"明显的增长", "明显的增长"},
    {"口碑也非常好", "口碑也非常好"},
    {"A fantastic turnaround of 40%", ""},
    {"成长的过程", ""},
};

static void
an_outcome_is_praised_on_either_side(void **state)
{
	ASSERT_ALL(state, FINDING_VAGUE, outcomes);
}

static const struct example likings[] = {
    {"The community really loved it", "The community really loved it"},
    {"Nurses appreciated the change", "Nurses appreciated"},
    {"业务方都很认可", "业务方都很认可"},
    {"得到了一致好评", "得到了一致好评"},
    {"I loved the work", ""},
};

static void
what_others_liked_is_no_figure(void **state)
{
	ASSERT_ALL(state, FINDING_VAGUE, likings);
}

static const struct example shares[] = {
    {"I liaised very closely with Ann", "liaised very closely with"},
    {"I worked with SQL and Figma", ""},
    {"our VP then made the call", "our VP then made the call"},
    {"师姐拍板", "师姐拍板"},
    {"我和同事一起跑通了", "一起"},
    {"把两个表放在一起", ""},
    {"the feature helped users", ""},
};

static void
shared_work_needs_people(void **state)
{
	ASSERT_ALL(state, FINDING_COLLABORATION, shares);
}

static const struct example choices[] = {
    {"I made a plan and I chose Go", "I made | I chose"},
    {"I teamed up with Ann", ""},
    {"I made a mistake, I made it to the final", ""},
    {"我做了一版，我选方案", "我做了一版 | 我选"},
    {"我做了两年运营", ""},
};

static void
making_and_choosing_are_deeds(void **state)
{
	ASSERT_ALL(state, FINDING_OWNERSHIP, choices);
}

static const struct example names[] = {
    {"the 11.11 sale, 6.18 and Double 11 sales", ""},
    {"双11大促和618", ""},
    {"618 users and 6.18% of them", "618 users | 6.18%"},
    {"a_word_0123456 and 100%_sure", ""},
};

static void
sales_and_identifiers_are_no_figures(void **state)
{
	ASSERT_ALL(state, FINDING_METRIC, names);
}

static const struct example counts[] = {
    {"I ran 30 workshops and 12 experiments", "30 workshops | 12 experiments"},
    {"We drew fifteen screens", "fifteen screens"},
    {"We removed six of the ten fields", "six of the ten"},
    {"I wrote it in a week", "a week"},
    {"It took a month", "a month"},
    {"I saw three reasons", ""},
    {"I told the other thirty-four why", ""},
    {"12 engineers joined", ""},
    {"20个功能", "20个"},
};

static void
ten_of_anything_are_a_figure(void **state)
{
	ASSERT_ALL(state, FINDING_METRIC, counts);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_quality_needs_a_degree_or_somebody_who_had_it),
	    cmocka_unit_test(an_outcome_is_praised_on_either_side),
	    cmocka_unit_test(what_others_liked_is_no_figure),
	    cmocka_unit_test(shared_work_needs_people),
	    cmocka_unit_test(making_and_choosing_are_deeds),
	    cmocka_unit_test(sales_and_identifiers_are_no_figures),
	    cmocka_unit_test(ten_of_anything_are_a_figure),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("analyse_form", tests, load, unload);
}
