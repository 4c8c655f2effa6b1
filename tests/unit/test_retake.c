/* SPDX-License-Identifier: MIT */
/* An attempt against an earlier one: what rose, fell, and stayed weak. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "unit.h"
#include "lexicon_fixture.h"

#include "base/str.h"
#include "core/retake.h"
#include "core/rules.h"

enum { SIGNALS = 3, LIMIT_S = 180, ANSWER_S = 100 };

/* What a test says of an attempt; the rest is as in a plain one. */
struct take {
	const char *text;
	const char *ratings; /* a digit a signal, NULL: not rated */
	enum given metric;
	double answer_s;
	const struct rubric *rubric; /* NULL: star */
};

static struct rubric
rubric_of(const char *const *keys, const char *const *labels)
{
	struct rubric rubric = {.n = SIGNALS, .metric = true};

	for (int i = 0; i < SIGNALS; i++) {
		rubric.signals[i].key = strdup(keys[i]);
		rubric.signals[i].label = strdup(labels[i]);
		rubric.signals[i].weight = SCORE_UNIT;
	}
	return rubric;
}

static struct rubric
star(void)
{
	static const char *const keys[] = {"task", "action", "result"};
	static const char *const labels[] = {"Task", "Action", "Result"};

	return rubric_of(keys, labels);
}

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

/* An attempt with what it borrows. */
struct made {
	struct rubric rubric;
	struct answer answer;
	struct analysis analysis;
	int ratings[RUBRIC_SIGNALS];
	struct attempt attempt;
};

static void
make(struct made *made, const struct lexicon *lexicon,
    const struct rules *rules, const struct take *take)
{
	*made = (struct made){.rubric = star()};
	const struct rubric *rubric =
	    take->rubric != NULL ? take->rubric : &made->rubric;

	for (int i = 0; take->ratings != NULL && i < SIGNALS; i++)
		made->ratings[i] = take->ratings[i] - '0';
	made->answer = (struct answer){
	    .text = strdup(take->text != NULL ? take->text : ""),
	    .metric = take->metric,
	    .limit_s = LIMIT_S,
	    .answer_s = take->answer_s > 0 ? take->answer_s : ANSWER_S,
	};
	analyse(&made->analysis, made->answer.text, strlen(made->answer.text),
	    lexicon, NULL);
	made->attempt = (struct attempt){
	    .answer = &made->answer,
	    .rubric = rubric,
	    .ratings = made->ratings,
	    .judged = verdict_answer(
		rules, rubric, made->ratings, take->metric == GIVEN_YES),
	    .analysis = &made->analysis,
	};
}

static void
unmake(struct made *made)
{
	analysis_release(&made->analysis);
	free(made->answer.text);
	rubric_release(&made->rubric);
}

/* All lines, each with the mark of its tone before it; the caller's to free. */
static char *
told_by(const struct lexicon *lexicon, const struct rules *rules,
    const struct take *before, const struct take *now, bool private)
{
	struct made old, new;
	struct str out = STR_INIT;
	struct retake retake;

	make(&old, lexicon, rules, before);
	make(&new, lexicon, rules, now);
	retake_tell(&retake, rules, &old.attempt, &new.attempt, private);
	for (size_t i = 0; i < retake.n; i++)
		str_addf(&out, "%c%s\n", " +-!"[retake.lines[i].tone],
		    retake.lines[i].text);
	retake_release(&retake);
	unmake(&old);
	unmake(&new);
	return str_detach(&out);
}

static char *
told(void **state, const struct take *before, const struct take *now)
{
	struct rules rules = rules_built_in();

	return told_by(*state, &rules, before, now, false);
}

#define assert_tells(state, before, now, expected)                             \
	do {                                                                   \
		char *told_ = told((state), (before), (now));                  \
                                                                               \
		assert_string_equal(told_, (expected));                        \
		free(told_);                                                   \
	} while (0)

/* The lines above the gap. */
#define assert_head(state, before, now, expected)                              \
	do {                                                                   \
		char *told_ = told((state), (before), (now));                  \
		char *gap_ = strstr(told_, "\n \n");                           \
                                                                               \
		assert_non_null(gap_);                                         \
		gap_[1] = '\0';                                                \
		assert_string_equal(told_, (expected));                        \
		free(told_);                                                   \
	} while (0)

static void
all_of_it_in_order(void **state)
{
	struct take before = {.text = "Maybe we improved it.",
	    .ratings = "342",
	    .metric = GIVEN_NO,
	    .answer_s = 195.9};
	struct take now = {.text = "I cut churn from 5 % to 3 % in May.",
	    .ratings = "334",
	    .metric = GIVEN_YES,
	    .answer_s = 150.2};

	assert_tells(state, &before, &now,
	    "+Better: overall 3.33 after 3.00 (+0.33), re-interview again.\n"
	    "-Fell: Action 3 after 4.\n"
	    "!Still weak: Task 3 again.\n"
	    " \n"
	    " Task             3 -> 3  =\n"
	    "-Action           4 -> 3  -1\n"
	    "+Result           2 -> 4  +2\n"
	    "+Measured result  no -> yes\n"
	    " Time             3:15 -> 2:30  -0:45\n"
	    "+Over the limit   0:15 -> 0:00  -0:15\n"
	    " Words            4 -> 9  +5\n");
}

static void
nothing_that_changed_is_called_a_change(void **state)
{
	struct take same = {
	    .text = "It rained.", .ratings = "444", .metric = GIVEN_YES};

	assert_tells(state, &same, &same,
	    " The same: overall 4.00 after 4.00 (+0.00), hire again.\n"
	    "+No weak spot has stayed.\n"
	    " \n"
	    " Task             4 -> 4  =\n"
	    " Action           4 -> 4  =\n"
	    " Result           4 -> 4  =\n"
	    " Measured result  yes -> yes  =\n"
	    " Time             1:40 -> 1:40  =\n"
	    " Words            2 -> 2  =\n");
}

static void
a_cap_that_went_is_better(void **state)
{
	assert_head(state,
	    &((struct take){.ratings = "444", .metric = GIVEN_NO}),
	    &((struct take){.ratings = "444", .metric = GIVEN_YES}),
	    "+Better: overall 4.00 after 4.00 (+0.00), hire after "
	    "re-interview.\n"
	    "+No weak spot has stayed.\n");
	assert_head(state,
	    &((struct take){.ratings = "455", .metric = GIVEN_YES}),
	    &((struct take){.ratings = "155", .metric = GIVEN_YES}),
	    "-Worse: overall 3.67 after 4.67 (-1.00), re-interview after "
	    "strong hire.\n"
	    "-Fell: Task 1 after 4.\n"
	    "+No weak spot has stayed.\n");
}

/* Below the bar in both, and no higher: what rose is not weak unchanged. */
static void
a_signal_stays_weak_until_it_rises(void **state)
{
	assert_head(state,
	    &((struct take){.ratings = "223", .metric = GIVEN_YES}),
	    &((struct take){.ratings = "232", .metric = GIVEN_YES}),
	    " The same: overall 2.33 after 2.33 (+0.00), reject again.\n"
	    "!Still weak: Task 2 again, Result 2 after 3.\n");
}

static void
the_bar_is_a_rule(void **state)
{
	struct take take = {.ratings = "444", .metric = GIVEN_YES};
	struct rules rules = rules_built_in();
	char *text;

	assert_true(rules_set(&rules, "hire", 4.2));
	text = told_by(*state, &rules, &take, &take, false);
	assert_non_null(strstr(text,
	    "!Still weak: Task 4 again, Action 4 again, Result 4 again."));
	free(text);
	assert_true(rules_set(&rules, "hire", 4));
	text = told_by(*state, &rules, &take, &take, false);
	assert_null(strstr(text, "Still weak"));
	free(text);
}

static void
a_result_that_is_missing_again_is_named(void **state)
{
	struct take none = {.ratings = "555", .metric = GIVEN_NO};
	struct take unknown = {.ratings = "555"};
	struct rubric estimate = star();
	struct take needless = {
	    .ratings = "555", .metric = GIVEN_NO, .rubric = &estimate};

	assert_head(state, &none, &none,
	    " The same: overall 5.00 after 5.00 (+0.00), re-interview again.\n"
	    "!Still no measured result.\n");
	assert_head(state, &unknown, &none,
	    " The same: overall 5.00 after 5.00 (+0.00), re-interview again.\n"
	    "+No weak spot has stayed.\n");
	estimate.metric = false;
	assert_head(state, &needless, &needless,
	    " The same: overall 5.00 after 5.00 (+0.00), strong hire again.\n"
	    "+No weak spot has stayed.\n");
	rubric_release(&estimate);
}

static void
overtime_again_is_named(void **state)
{
	struct take over = {
	    .ratings = "555", .metric = GIVEN_YES, .answer_s = LIMIT_S + 75};
	struct take little = {
	    .ratings = "555", .metric = GIVEN_YES, .answer_s = LIMIT_S + 0.9};

	assert_head(state, &over, &over,
	    " The same: overall 5.00 after 5.00 (+0.00), strong hire again.\n"
	    "!Over the limit again: by 1:15 after 1:15.\n");
	/* less than a second is not shown anywhere */
	assert_head(state, &over, &little,
	    " The same: overall 5.00 after 5.00 (+0.00), strong hire again.\n"
	    "+No weak spot has stayed.\n");
}

static void
phrases_in_both_texts_are_named_with_their_words(void **state)
{
	struct take before = {.ratings = "555",
	    .metric = GIVEN_YES,
	    .text = "Maybe the launch WENT\nwell. I worked with design. "
		    "I helped with it. It was kind of late."};
	struct take now = {.ratings = "555",
	    .metric = GIVEN_YES,
	    .text = "The launch went well, it went well. I worked with legal. "
		    "Kind of early, I guess."};
	struct take chinese = {.ratings = "555",
	    .metric = GIVEN_YES,
	    .text = "也许效果很好，我参与了讨论。"};

	assert_head(state, &before, &now,
	    " The same: overall 5.00 after 5.00 (+0.00), strong hire again.\n"
	    "!Vague again, no number: \"went well\".\n"
	    "!Hedged again: \"Kind of\".\n"
	    "!Unclear again who did it: \"worked with\".\n");
	assert_head(state, &chinese, &chinese,
	    " The same: overall 5.00 after 5.00 (+0.00), strong hire again.\n"
	    "!Vague again, no number: \"效果很好\".\n"
	    "!Hedged again: \"也许\".\n"
	    "!Unclear again who did it: \"参与了\".\n");
}

static void
many_phrases_are_cut_short(void **state)
{
	struct take many = {.ratings = "555",
	    .metric = GIVEN_YES,
	    .text = "Maybe. Perhaps. Kind of. Sort of. I think. I guess. "
		    "Possibly. Probably."};
	char *text = told(state, &many, &many);

	assert_non_null(strstr(text,
	    "!Hedged again: \"Maybe\", \"Perhaps\", \"Kind of\", \"Sort of\", "
	    "\"I think\" and 3 more.\n"));
	free(text);
}

static void
private_tells_no_word_and_counts_none(void **state)
{
	struct take take = {.ratings = "555",
	    .metric = GIVEN_YES,
	    .text = "Maybe, perhaps, and it went well."};
	struct rules rules = rules_built_in();
	char *text = told_by(*state, &rules, &take, &take, true);

	assert_non_null(strstr(text, "!Vague again, no number: 1 phrase.\n"));
	assert_non_null(strstr(text, "!Hedged again: 2 phrases.\n"));
	assert_null(strstr(text, "went"));
	assert_null(strstr(text, "aybe"));
	assert_null(strstr(text, "Words"));
	free(text);
}

static void
what_was_not_rated_is_not_compared(void **state)
{
	struct take none = {.text = "Maybe."};
	struct take rated = {.ratings = "333", .metric = GIVEN_NO};

	assert_tells(state, &none, &rated,
	    " Overall 3.00; the attempt before was not rated.\n"
	    " \n"
	    " Time             1:40 -> 1:40  =\n"
	    " Words            1 -> 0  -1\n");
	assert_head(state, &rated, &none,
	    " This attempt is not rated; overall 3.00 before.\n");
	assert_head(state, &none, &none,
	    " Neither attempt is rated.\n"
	    "!Hedged again: \"Maybe\".\n");
}

/* A question that moved to another rubric: signals are shared by key. */
static void
signals_of_both_rubrics_are_compared(void **state)
{
	static const char *const keys[] = {"result", "charm", "task"};
	static const char *const labels[] = {"Outcome", "Charm", "Your part"};
	struct rubric other = rubric_of(keys, labels);
	struct take before = {.ratings = "513", .metric = GIVEN_YES};
	struct take now = {
	    .ratings = "423", .metric = GIVEN_YES, .rubric = &other};

	assert_tells(state, &before, &now,
	    " The same: overall 3.00 after 3.00 (+0.00), re-interview again.\n"
	    "-Fell: Your part 3 after 5.\n"
	    "+No weak spot has stayed.\n"
	    " \n"
	    "+Outcome          3 -> 4  +1\n"
	    "-Your part        5 -> 3  -2\n"
	    " Measured result  yes -> yes  =\n"
	    " Time             1:40 -> 1:40  =\n"
	    " Words            0 -> 0  =\n");
	rubric_release(&other);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(all_of_it_in_order),
	    cmocka_unit_test(nothing_that_changed_is_called_a_change),
	    cmocka_unit_test(a_cap_that_went_is_better),
	    cmocka_unit_test(a_signal_stays_weak_until_it_rises),
	    cmocka_unit_test(the_bar_is_a_rule),
	    cmocka_unit_test(a_result_that_is_missing_again_is_named),
	    cmocka_unit_test(overtime_again_is_named),
	    cmocka_unit_test(phrases_in_both_texts_are_named_with_their_words),
	    cmocka_unit_test(many_phrases_are_cut_short),
	    cmocka_unit_test(private_tells_no_word_and_counts_none),
	    cmocka_unit_test(what_was_not_rated_is_not_compared),
	    cmocka_unit_test(signals_of_both_rubrics_are_compared),
	};

	return cmocka_run_group_tests_name("retake", tests, load, unload);
}
