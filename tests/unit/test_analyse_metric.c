/* SPDX-License-Identifier: MIT */
/* Which numbers of a text are metrics. */
#include <stdlib.h>
#include <string.h>

#include "unit.h"
#include "lexicon_fixture.h"

/* A text, and what is found in it of one kind. */
struct example {
	const char *text, *found;
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
assert_metrics(const struct lexicon *lexicon, const struct example *example)
{
	char *found = found_words(lexicon, FINDING_METRIC, example->text);

	if (strcmp(found, example->found) != 0)
		print_error("in: %s\n", example->text);
	assert_string_equal(found, example->found);
	free(found);
}

#define ASSERT_ALL(state, examples)                                            \
	for (size_t i_ = 0; i_ < sizeof(examples) / sizeof((examples)[0]);     \
	     i_++)                                                             \
	assert_metrics(*(state), &(examples)[i_])

static const struct example figures[] = {
    {"grew DAU by 20 %", "20 %"},
    {"NPS up 12 points", "12 points"},
    {"7 percentage points, 30 bps, 8pp", "7 percentage points | 30 bps | 8pp"},
    {"for $1.2M, US$200, ¥50万, RMB 300,000, 5 million euros",
	"$1.2M | US$200 | ¥50万 | RMB 300,000 | 5 million euros"},
    {"2.5x faster, 9 out of 10, 5 of 8, one in three, 4.6/5, 1/3 of users",
	"2.5x | 9 out of 10 | 5 of 8 | one in three | 4.6/5 | 1/3"},
    {"in six weeks, within 48 hours, a 6-week test, 3 hours 40 minutes",
	"six weeks | 48 hours | 6-week | 3 hours 40 minutes"},
    {"saved 11 hours a week at $4 per user", "11 hours a week | $4 per user"},
    {"2 million users, 1,200 support tickets, 40 daily active users",
	"2 million users | 1,200 support tickets | 40 daily active users"},
    {"twenty-five percent, half a million users, a dozen customers",
	"twenty-five percent | half a million users | a dozen customers"},
    {"it doubled, then tripled; costs halved", "doubled | tripled | halved"},
    {"we're at 4.6, it stood at 47, down from 11", "4.6 | 47 | 11"},
    {"in under an hour, late by a week", "an hour | a week"},
    {"four a day, 2.5 per household, 4 runs a week",
	"four a day | 2.5 per household | 4 runs a week"},
    {"$3-4bn, down by 2/3, 0.8 cars a head, an NPS of -8",
	"$3-4bn | 2/3 | 0.8 cars | -8"},
    {"grew by half to 1.5M subscribers", "by half | 1.5M subscribers"},
    {"从每月6起降到1起，从7天变成48小时", "从每月6起降到1 | 从7天变成48小时"},
    {"每5个人里有4个不会，8个人里有6个不会", "每5个人里有4 | 8个人里有6"},
    {"推迟了一周，每户2.6人，每周1.5杯", "一周 | 2.6人 | 1.5杯"},
    {"NPS of 62, DAU hit 50,000, rating: 4.8", "62 | 50,000 | 4.8"},
    {"up +12%, down \xE2\x88\x92"
     "8 points",
	"+12% | \xE2\x88\x92"
	"8 points"},
    {"our target is 15% by June and I estimate 40,000 riders",
	"15% | 40,000 riders"},
    {"300 people came", "300 people"},
    {"提升20％，涨了12个点，百分之二十，三成",
	"20％ | 12个点 | 百分之二十 | 三成"},
    {"月活突破500万，1.5亿元，2000条反馈，四百多人",
	"500万 | 1.5亿元 | 2000条反馈 | 四百多人"},
    {"两周内翻倍，半年后投诉减少一半", "两周 | 翻倍 | 一半"},
};

static void
a_number_with_what_it_counts_is_a_metric(void **state)
{
	ASSERT_ALL(state, figures);
}

static const struct example changes[] = {
    {"from 3.1 % to 4.4 %", "from 3.1 % to 4.4 %"},
    {"went from about five weeks in May to two",
	"from about five weeks in May to two"},
    {"from 9 screens to 4", "from 9 screens to 4"},
    {"3% -> 5%, 3%→5%, 10-15%, 10–15 minutes, between 20 and 30%",
	"3% -> 5% | 3%→5% | 10-15% | 10–15 minutes | between 20 and 30%"},
    {"sprints from 5 of 8 to 1 of 8", "from 5 of 8 to 1 of 8"},
    {"从3.1%提升到4.4%，由5天缩短至2天，从3.2提高到了4.5",
	"从3.1%提升到4.4% | 由5天缩短至2天 | 从3.2提高到了4.5"},
    {"10%到15%，两到三周", "10%到15% | 两到三周"},
};

static void
from_one_number_to_another_is_one_metric(void **state)
{
	ASSERT_ALL(state, changes);
}

static const struct example no_figures[] = {
    {"on 12 March 2024, May 5th, 2026-11-20, 3/5 and in the 1990s", ""},
    {"at 9:30, 10 am, 5pm", ""},
    {"Windows 11, iPhone 15, Mi 14, Redmi Note 12, GPT-4, Q3, P0, 5G, B2B", ""},
    {"version 2.0, v3.1, 17.4.1, iOS 18, Android 15, MIUI 14, Python 3.11", ""},
    {"the 3 of us, a team of 12, five engineers, 8 designers, 9 people", ""},
    {"1. first\n2. second\n3) third\n(4) fourth", ""},
    {"the 2nd time, the 21st century, number 7, step 4, week 6, top 10", ""},
    {"24/7, 2x2, 50/50, 1:1, from 0 to 1", ""},
    {"three reasons, 4 steps, two options, 5 features", ""},
    {"two years ago, 3 weeks later, the last 6 months, 25 years old", ""},
    {"one of them said one thing", ""},
    {"one of four, we met at 10 every day, three user groups", ""},
    {"1.0版本", ""},
    {"2024年3月5日下午3点，第3季度，双11，9点半", ""},
    {"小米14，红米Note 12，安卓14，版本2.0，iPhone 15", ""},
    {"3个人，5名工程师，两个同事，3个方案，第三，一次", ""},
    {"3年经验，2周后，3天前，最近3个月，十分重要，一起", ""},
    {"从0到1", ""},
};

static void
dates_names_lists_and_heads_are_no_metrics(void **state)
{
	ASSERT_ALL(state, no_figures);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_number_with_what_it_counts_is_a_metric),
	    cmocka_unit_test(from_one_number_to_another_is_one_metric),
	    cmocka_unit_test(dates_names_lists_and_heads_are_no_metrics),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("metrics", tests, load, unload);
}
