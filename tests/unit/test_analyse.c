/* SPDX-License-Identifier: MIT */
/* What is found in a text, kind by kind, by the built-in lexicon. */
#include <stdio.h>
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
	*state = built_in_lexicon("xiaomi");
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

static const struct example deeds[] = {
    {"I led it", "I led"},
    {"I then decided", "I then decided"},
    {"I personally negotiated", "I personally negotiated"},
    {"I've since rebuilt, and i also cut", "I've since rebuilt | i also cut"},
    {"I set up a team, I took the lead", "I set up | I took the lead"},
    {"it was my decision", "my decision"},
    {"we led, they led, my team led", ""},
    {"I was led, I would lead, I should have decided, I did not decide", ""},
    {"I nearly cancelled it", ""},
    {"I and the team decided", ""},
    {"I worked with legal and helped design", ""},
    {"I managed to leave; I ran into her", ""},
    {"我主导，我后来决定，由我负责", "我主导 | 我后来决定 | 由我负责"},
    {"我亲自谈下来", "我亲自谈下"},
    {"我们决定，自我驱动，老板让我负责", ""},
    {"I'd pushed for it; I'd push for it", "I'd pushed for"},
    {"I devised a plan, I time-boxed it", "I devised | I time-boxed"},
    {"I wanted it, I need it, I assisted her, I tried", ""},
    {"I pitched in", ""},
    {"It was me who cut it", "It was me who"},
    {"我面试了三个人，我学到了很多", "我面试"},
};

static void
ownership_is_a_first_person_with_a_decisive_verb(void **state)
{
	ASSERT_ALL(state, FINDING_OWNERSHIP, deeds);
}

static const struct example together[] = {
    {"I worked with design", "worked with"},
    {"We contributed to it", "contributed to"},
    {"I helped with the plan", "helped with"},
    {"it helped users", ""},
    {"I supported the team", "I supported the team"},
    {"我参与了讨论，领导安排我协助测试", "参与了 | 领导安排 | 协助"},
};

static void
collaboration_hides_who_did_it(void **state)
{
	ASSERT_ALL(state, FINDING_COLLABORATION, together);
}

static const struct example hedges[] = {
    {"Maybe it was kind of late", "Maybe | kind of"},
    {"what kind of user, this kind of user", ""},
    {"I think so; I think about users", "I think"},
    {"也许是渠道的问题", "也许"},
    {"预算是多少", ""},
};

static void
hedges_soften(void **state)
{
	ASSERT_ALL(state, FINDING_HEDGE, hedges);
}

static const struct example fillers[] = {
    {"Um, you know, it was basically done", "Um | you know | basically"},
    {"did you know the number", ""},
    {"the drum and the umbrella", ""},
    {"嗯，说实话还没有", "嗯 | 说实话"},
};

static void
fillers_say_nothing(void **state)
{
	ASSERT_ALL(state, FINDING_FILLER, fillers);
}

static const struct example claims[] = {
    {"Strong retention; morale was high", "Strong retention | morale was high"},
    {"The feedback from the business side was good",
	"feedback from the business side was good"},
    {"Revenue went up a lot", "Revenue went up a lot"},
    {"口碑也不错，效果特别好", "口碑也不错 | 效果特别好"},
    {"improved customer sentiment", "improved customer sentiment"},
    {"It increased the weekly engagement", "increased the weekly engagement"},
    {"engagement went up", "engagement went up"},
    {"The launch went well", "went well"},
    {"significantly reduced it", "significantly reduced"},
    {"提升了用户的体验，效果很好", "提升了用户的体验 | 效果很好"},
    {"improved retention by 5 points", ""},
    {"improved satisfaction, with NPS up 12 points", ""},
    {"Great results: NPS 62", ""},
    {"I grew DAU by 20 % and we improved customer sentiment",
	"improved customer sentiment"},
    {"the goal was to improve retention", ""},
    {"the goal of improved retention", ""},
};

static void
a_claim_without_a_number_in_its_clause_is_vague(void **state)
{
	ASSERT_ALL(state, FINDING_VAGUE, claims);
}

static const struct example beliefs[] = {
    {"My hypothesis was price", "My hypothesis"},
    {"I assumed that they knew", "I assumed"},
    {"我怀疑是价格", "我怀疑"},
};

static void
a_hypothesis_is_a_belief_said_aloud(void **state)
{
	ASSERT_ALL(state, FINDING_HYPOTHESIS, beliefs);
}

static const struct example checks[] = {
    {"the test ran", "test"},
    {"the latest contest was detested", ""},
    {"an A/B test with a control group", "A/B test | control group"},
    {"a test engineer joined", ""},
    {"先做AB测试，再做灰度发布", "AB测试 | 灰度发布"},
};

static void
a_test_is_a_word_of_its_own(void **state)
{
	ASSERT_ALL(state, FINDING_TEST, checks);
}

static const struct example rounds[] = {
    {"Since then I ask first", "Since then"},
    {"we iterated and refined it", "iterated | refined"},
    {"复盘之后改成电话通知", "复盘 | 改成"},
};

static void
an_iteration_changes_something(void **state)
{
	ASSERT_ALL(state, FINDING_ITERATION, rounds);
}

static const struct example weighed[] = {
    {"the trade-off, the trade off and the tradeoff",
	"trade-off | trade off | tradeoff"},
    {"speed instead of polish", "instead of"},
    {"代价是少一个功能", "代价是"},
};

static void
a_tradeoff_names_both_sides(void **state)
{
	ASSERT_ALL(state, FINDING_TRADEOFF, weighed);
}

static const struct example questions[] = {
    {"Before I answer: is it for the consumer app?",
	"Before I answer: is it for the consumer app?"},
    {"What does \"active\" mean to us here?",
	"What does \"active\" mean to us here?"},
    {"I see. Who is the user? Then I begin.", "Who is the user?"},
    {"Before I start, do we have data?", "Before I start, do we have data?"},
    {"Why? Because. And the result?", ""},
    {"What did I do? I left.", ""},
    {"Nobody asked \"who owns this?\" at all", ""},
    {"请问目标用户是谁？ 为什么？", "请问目标用户是谁？"},
};

static void
a_question_asks_somebody(void **state)
{
	ASSERT_ALL(state, FINDING_QUESTION, questions);
}

static const struct example products[] = {
    {"in mi home on a Redmi", "mi home | Redmi"},
    {"用小爱同学打开米家", "小爱同学 | 米家"},
    {"familiar redmine homes", ""},
};

static void
the_companys_products_are_its_ecosystem(void **state)
{
	ASSERT_ALL(state, FINDING_ECOSYSTEM, products);
}

static void
white_space_and_case_do_not_matter_but_sentences_do(void **state)
{
	assert_found(*state, FINDING_VAGUE,
	    &(struct example){"it WENT\n very\twell", "WENT\n very\twell"});
	assert_found(
	    *state, FINDING_TEST, &(struct example){"a fake. Door", ""});
	assert_found(*state, FINDING_TEST,
	    &(struct example){"a fake\n  door", "fake\n  door"});
	assert_found(*state, FINDING_FILLER,
	    &(struct example){"that\xE2\x80\x99s what\xE2\x80\x99s the word",
		"what\xE2\x80\x99s the word"});
}

static void
findings_are_in_order_and_never_overlap_in_kind(void **state)
{
	const char *text = "I tested 20 % of it. 我决定 A/B 测试，提升20%。 "
			   "Who is the user? I doubled it, from 3 % to 6 %.";
	size_t ends[FINDING_KINDS] = {0};
	struct analysis analysis;
	size_t offset = 0;

	analyse(&analysis, text, strlen(text), *state, NULL);
	assert_true(analysis.n > 6);
	for (size_t i = 0; i < analysis.n; i++) {
		const struct finding *finding = &analysis.findings[i];

		assert_true(finding->offset >= offset);
		assert_true(finding->offset >= ends[finding->kind]);
		assert_true(finding->length > 0);
		assert_true(*finding->why != '\0');
		offset = finding->offset;
		ends[finding->kind] = finding->offset + finding->length;
		assert_true(ends[finding->kind] <= strlen(text));
	}
	analysis_release(&analysis);
}

static void
offsets_are_bytes_of_the_input(void **state)
{
	const char *text = "\xEF\xBB\xBF我负责，NPS +12 points";
	struct analysis analysis;

	analyse(&analysis, text, strlen(text), *state, NULL);
	assert_int_equal(analysis.n, 2);
	assert_int_equal(analysis.findings[0].offset, 3);
	assert_int_equal(analysis.findings[0].length, strlen("我负责"));
	assert_int_equal(
	    analysis.findings[1].offset, strlen("\xEF\xBB\xBF我负责，NPS "));
	assert_int_equal(analysis.findings[1].length, strlen("+12 points"));
	analysis_release(&analysis);
}

static const struct {
	const char *text;
	size_t words, i, we;
} counts[] = {
    {"", 0, 0, 0},
    {"I think we're late; I'm sure we said so", 9, 2, 2},
    {"my plan, our plan, us, me", 6, 0, 0},
    {"i.e. I/O in phase I, then i) left", 9, 0, 0},
    {"I managed to leave", 4, 1, 0},
    {"我觉得我们，咱们，自我", 9, 1, 2},
};

static void
words_i_and_we_are_counted(void **state)
{
	for (size_t i = 0; i < sizeof(counts) / sizeof(counts[0]); i++) {
		struct analysis analysis;

		analyse(&analysis, counts[i].text, strlen(counts[i].text),
		    *state, NULL);
		assert_int_equal(analysis.words, counts[i].words);
		assert_int_equal(analysis.i, counts[i].i);
		assert_int_equal(analysis.we, counts[i].we);
		analysis_release(&analysis);
	}
}

static void
any_metric_will_do(void **state)
{
	struct analysis analysis;

	analyse(&analysis, "20 %", 4, *state, NULL);
	assert_true(analysis.has_metric);
	analysis_release(&analysis);
	analyse(&analysis, "2024", 4, *state, NULL);
	assert_false(analysis.has_metric);
	analysis_release(&analysis);
}

static char signals[][2][16] = {
    {"hypothesis", "Hypothesis"},
    {"test", "Quick test"},
    {"iteration", "Iteration"},
    {"result", "Result"},
    {"charm", "Charm"},
};

enum { SIGNALS = sizeof(signals) / sizeof(signals[0]) };

static struct rubric
learning_loop(void)
{
	struct rubric rubric = {.n = SIGNALS};

	for (size_t i = 0; i < SIGNALS; i++) {
		rubric.signals[i].key = signals[i][0];
		rubric.signals[i].label = signals[i][1];
	}
	return rubric;
}

/* The keys of what is missing, joined with spaces; the caller's to free. */
static char *
missing(const struct lexicon *lexicon, const char *text)
{
	const struct rubric rubric = learning_loop();
	struct analysis analysis;
	char *keys = NULL;
	size_t n = 0;
	FILE *to = open_memstream(&keys, &n);

	assert_non_null(to);
	analyse(&analysis, text, strlen(text), lexicon, &rubric);
	for (size_t i = 0; i < analysis.n_missing; i++)
		fprintf(to, "%s ", analysis.missing[i]->key);
	analysis_release(&analysis);
	assert_int_equal(fclose(to), 0);
	return keys;
}

/* Nobody can tell charm from the words, so it is never missing. */
static const struct example loops[] = {
    {"It rained.", "hypothesis test iteration result "},
    {"I suspected the price, and a pilot showed it.", "iteration result "},
    {"My hypothesis failed the test. Since then churn is down 3 %.", ""},
    {"Hypothesis: price.\n2. Quick test\nWe asked.\n# Iteration\nResult: ok",
	""},
    {"the iteration, as a result, of a hypothesis", "test "},
    {"## Hypothesis\n\n## Quick test\n\n## Iteration\n\n# Result #\n",
	"hypothesis test iteration result "},
    {"## Hypothesis\nPrice.\n## Iteration\n\n## Result:\nok",
	"test iteration "},
};

static void
sections_are_seen_by_findings_cues_and_headings(void **state)
{
	for (size_t i = 0; i < sizeof(loops) / sizeof(loops[0]); i++) {
		char *keys = missing(*state, loops[i].text);

		assert_string_equal(keys, loops[i].found);
		free(keys);
	}
}

static const struct example headed[] = {
    {"## I led it\nand we did", ""},
    {"#1 goal: I led it", "I led"},
    {"# We did\nI led it", "I led"},
};

static const struct example headed_figures[] = {
    {"## 12 % more users", ""},
    {"## More users\n12 % more", "12 %"},
};

/* A number sign alone makes none. */
static void
nothing_is_found_in_a_heading(void **state)
{
	ASSERT_ALL(state, FINDING_OWNERSHIP, headed);
	ASSERT_ALL(state, FINDING_METRIC, headed_figures);
}

static void
any_bytes_will_do(void **state)
{
	static const char bytes[] = "\xFF I led\0 20 %\xE6\x88 \xC3";
	struct analysis analysis;

	analyse(&analysis, bytes, sizeof(bytes) - 1, *state, NULL);
	assert_int_equal(analysis.n, 2);
	assert_int_equal(analysis.findings[0].offset, 2);
	assert_int_equal(analysis.findings[1].offset, 9);
	analysis_release(&analysis);
}

static void
own_phrases_count_like_built_in_ones(void **state)
{
	struct lexicon *lexicon = lexicon_new();

	(void)state;
	lexicon_add(lexicon, "ownership", "en", "Juggled", "");
	lexicon_add(lexicon, "ownership", "zh", "我煎了", "");
	lexicon_add(lexicon, "ownership", "de", "leitete ich", "");
	lexicon_add(lexicon, "filler", "de", "äh", "");
	lexicon_add(lexicon, "filler", "de", "tja äh", "");
	lexicon_add(lexicon, "nonsense", "en", "plates", "");
	lexicon_add(lexicon, "filler", "en", " - ", "");
	lexicon_add(lexicon, "filler", "en", "", "");
	assert_found(lexicon, FINDING_OWNERSHIP,
	    &(struct example){"I juggled plates, we juggled, 我煎了蛋; dann "
			      "leitete ich",
		"I juggled | 我煎了 | leitete ich"});
	assert_found(lexicon, FINDING_FILLER,
	    &(struct example){"Äh, tja äh, zäh", "Äh | tja äh"});
	lexicon_free(lexicon);
}

#define TEST(test) cmocka_unit_test(test)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(ownership_is_a_first_person_with_a_decisive_verb),
	    TEST(collaboration_hides_who_did_it),
	    TEST(hedges_soften),
	    TEST(fillers_say_nothing),
	    TEST(a_claim_without_a_number_in_its_clause_is_vague),
	    TEST(a_hypothesis_is_a_belief_said_aloud),
	    TEST(a_test_is_a_word_of_its_own),
	    TEST(an_iteration_changes_something),
	    TEST(a_tradeoff_names_both_sides),
	    TEST(a_question_asks_somebody),
	    TEST(the_companys_products_are_its_ecosystem),
	    TEST(white_space_and_case_do_not_matter_but_sentences_do),
	    TEST(findings_are_in_order_and_never_overlap_in_kind),
	    TEST(offsets_are_bytes_of_the_input),
	    TEST(words_i_and_we_are_counted),
	    TEST(any_metric_will_do),
	    TEST(sections_are_seen_by_findings_cues_and_headings),
	    TEST(nothing_is_found_in_a_heading),
	    TEST(any_bytes_will_do),
	    TEST(own_phrases_count_like_built_in_ones),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("analyse", tests, load, unload);
}
