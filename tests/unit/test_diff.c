/* SPDX-License-Identifier: MIT */
/* What of an old text was kept, what is gone, what is new. */
#include <stdlib.h>
#include <string.h>

#include "unit.h"

#include "base/mem.h"
#include "base/rand.h"
#include "base/str.h"
#include "core/diff.h"

/* The runs, `=kept`, `-removed`, `+added`, a `|` behind each: so that white
 * space at their ends is seen. */
static char *
told(const char *old_text, const char *new_text)
{
	struct str out = STR_INIT;
	struct diff diff;

	diff_words(
	    &diff, old_text, strlen(old_text), new_text, strlen(new_text));
	for (size_t i = 0; i < diff.n; i++) {
		const struct diff_run *run = &diff.runs[i];

		str_ch(&out, "=-+"[run->kind]);
		if (run->kind == DIFF_REMOVED)
			str_addn(&out, old_text + run->old_at, run->old_n);
		else
			str_addn(&out, new_text + run->new_at, run->new_n);
		str_ch(&out, '|');
	}
	diff_release(&diff);
	return str_detach(&out);
}

struct example {
	const char *old_text, *new_text, *told;
};

static void
assert_told(const struct example *examples, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		char *text = told(examples[i].old_text, examples[i].new_text);

		assert_string_equal(text, examples[i].told);
		free(text);
	}
}

#define ASSERT_TOLD(examples)                                                  \
	assert_told((examples), sizeof(examples) / sizeof((examples)[0]))

static void
what_is_equal_has_no_change(void **state)
{
	static const struct example examples[] = {
	    {"", "", ""},
	    {"I led it.", "I led it.", "=I led it.|"},
	    {"我负责。", "我负责。", "=我负责。|"},
	};

	(void)state;
	ASSERT_TOLD(examples);
}

static void
words_change_as_a_whole(void **state)
{
	static const struct example examples[] = {
	    {"", "new words", "+new words|"},
	    {"old words", "", "-old words|"},
	    {"I led the whole team.", "I ran the whole team.",
		"=I |-led |+ran |=the whole team.|"},
	    {"we cut cost by 3.5% there", "we cut cost by 3.7% there",
		"=we cut cost by |-3.5|+3.7|=% there|"},
	    {"I don't know that", "I do know that",
		"=I |-don't |+do |=know that|"},
	    {"So it ended", "so it ended", "-So |+so |=it ended|"},
	};

	(void)state;
	ASSERT_TOLD(examples);
}

static void
what_was_put_in_and_left_out_stands_alone(void **state)
{
	static const struct example examples[] = {
	    {"I cut churn by a third.", "In May I cut churn by a third.",
		"+In May |=I cut churn by a third.|"},
	    {"Well, maybe I cut the churn", "I cut the churn",
		"-Well, maybe |=I cut the churn|"},
	    {"We won the market.", "We won the market. Twice.",
		"=We won the market. |+Twice.|"},
	};

	(void)state;
	ASSERT_TOLD(examples);
}

static void
each_han_character_is_a_unit(void **state)
{
	static const struct example examples[] = {
	    {"我们负责整个漏斗", "我负责整个漏斗", "=我|-们|=负责整个漏斗|"},
	    {"转化率从三到五都提升了", "转化率从三到七都提升了",
		"=转化率从三到|-五|+七|=都提升了|"},
	    {"カメラの設定を直す", "カナラの設定を直す",
		"=カ|-メ|+ナ|=ラの設定を直す|"},
	    {"사용자가 늘었다 많이", "사용자는 늘었다 많이",
		"=사용자|-가 |+는 |=늘었다 많이|"},
	    {"用GPT4做的测试", "用GPT5做的测试", "=用|-GPT4|+GPT5|=做的测试|"},
	};

	(void)state;
	ASSERT_TOLD(examples);
}

static void
a_character_of_several_code_points_is_never_cut(void **state)
{
	static const struct example examples[] = {
	    {"so good \xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x92\xbb today",
		"so good \xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x9a\x80 today",
		"=so good "
		"|-\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x92\xbb "
		"|+\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x9a\x80 |=today|"},
	    {"か\xe3\x82\x99 なに", "か なに", "-か\xe3\x82\x99 |+か |=なに|"},
	};

	(void)state;
	ASSERT_TOLD(examples);
}

static void
white_space_alone_is_no_change(void **state)
{
	static const struct example examples[] = {
	    {"I led it.\nThen I left.", "I led  it. Then I left.\n",
		"=I led  it. Then I left.\n|"},
	    {"  in front", "in front", "=in front|"},
	    {"", " \n", "+ \n|"},
	    {" ", "\n\n", "=\n\n|"},
	    {"a\xc2\xa0"
	     "b",
		"a b", "=a b|"},
	};

	(void)state;
	ASSERT_TOLD(examples);
}

/* A space with a mark on it shows the mark. */
static void
a_mark_on_a_space_is_a_change(void **state)
{
	static const struct example examples[] = {
	    {"led \xcc\x8f it", "led it", "=led |- \xcc\x8f |=it|"},
	};

	(void)state;
	ASSERT_TOLD(examples);
}

static void
words_between_two_changes_join_them(void **state)
{
	static const struct example examples[] = {
	    /* no more of them than either change has */
	    {"I led the pilot in May", "I ran the trial in May",
		"=I |-led the pilot |+ran the trial |=in May|"},
	    {"old, first; end here", "new, second; end here",
		"-old, first|+new, second|=; end here|"},
	    /* more of them than one has */
	    {"I led the whole pilot in May", "I ran the whole trial in May",
		"=I |-led |+ran |=the whole |-pilot |+trial |=in May|"},
	    /* no mark is a word, and a Han character is one */
	    {"好的。坏的", "大的。小的", "-好的。坏|+大的。小|=的|"},
	    /* more than a phrase */
	    {"a b c 1 2 3 d e f", "k l m 1 2 3 p q r",
		"-a b c |+k l m |=1 2 3 |-d e f|+p q r|"},
	    {"a b c 1 2 d e f", "k l m 1 2 p q r",
		"-a b c 1 2 d e f|+k l m 1 2 p q r|"},
	};

	(void)state;
	ASSERT_TOLD(examples);
}

/* A change that grew by joining is heavy enough for what stands before it. */
static void
joined_changes_join_further(void **state)
{
	static const struct example examples[] = {
	    {"a b 1 2 c 3 d", "e f 1 2 g 3 h",
		"-a b 1 2 c 3 d|+e f 1 2 g 3 h|"},
	};

	(void)state;
	ASSERT_TOLD(examples);
}

static void
any_bytes_are_compared(void **state)
{
	static const struct example examples[] = {
	    {"\xff\xfe led it all", "\xff led it all",
		"=\xff |-\xfe |=led it all|"},
	};
	struct diff diff;

	(void)state;
	ASSERT_TOLD(examples);
	diff_words(&diff, "a\0b", 3, "a\0c", 3);
	assert_int_equal(diff.edits, 2);
	diff_release(&diff);
	diff_words(&diff, NULL, 0, NULL, 0);
	assert_int_equal(diff.n, 0);
	diff_release(&diff);
}

enum {
	SEED = 20261120,
	TRIALS = 4000,
	MOST_WORDS = 24,
	LETTERS = 5,
};

/* So few different words that much is equal; spaces vary. */
static size_t
random_text(struct rand *rand, char out[4 * MOST_WORDS])
{
	size_t words = rand_below(rand, MOST_WORDS), n = 0;

	for (size_t i = 0; i < words; i++) {
		out[n++] = "abc.,"[rand_below(rand, LETTERS)];
		out[n++] = " \n"[rand_below(rand, 2)];
		if (rand_below(rand, 2) == 0)
			out[n++] = ' ';
	}
	out[n] = '\0';
	return n;
}

/* The length of a longest common subsequence, by the textbook; white space is
 * no unit, everything else is one. */
static size_t
fewest_edits(const char *a, const char *b)
{
	size_t longest[MOST_WORDS + 1][MOST_WORDS + 1] = {0}, n = 0, m = 0;

	for (; *a != '\0'; a++) {
		if (*a == ' ' || *a == '\n')
			continue;
		n++;
		m = 0;
		for (const char *c = b; *c != '\0'; c++) {
			if (*c == ' ' || *c == '\n')
				continue;
			m++;
			size_t up = longest[n - 1][m], left = longest[n][m - 1];

			longest[n][m] = *a == *c    ? longest[n - 1][m - 1] + 1
					: up > left ? up
						    : left;
		}
	}
	for (m = 0; *b != '\0'; b++)
		m += *b != ' ' && *b != '\n';
	return n + m - 2 * longest[n][m];
}

static void
edits_are_as_few_as_can_be(void **state)
{
	struct rand rand = {SEED};
	char a[4 * MOST_WORDS], b[4 * MOST_WORDS];

	(void)state;
	for (int i = 0; i < TRIALS; i++) {
		size_t n = random_text(&rand, a), m = random_text(&rand, b);
		struct diff diff;

		diff_words(&diff, a, n, b, m);
		if (diff.edits != fewest_edits(a, b))
			print_error("old \"%s\", new \"%s\"\n", a, b);
		assert_int_equal(diff.edits, fewest_edits(a, b));
		diff_release(&diff);
	}
}

/* The runs tile both texts, in order, and alternate. */
static void
assert_tiles(const struct diff *diff, size_t old_n, size_t new_n)
{
	size_t old_at = 0, new_at = 0;

	for (size_t i = 0; i < diff->n; i++) {
		const struct diff_run *run = &diff->runs[i];

		assert_int_equal(run->old_at, old_at);
		assert_int_equal(run->new_at, new_at);
		assert_true(run->kind != DIFF_REMOVED || run->new_n == 0);
		assert_true(run->kind != DIFF_ADDED || run->old_n == 0);
		assert_true(run->old_n + run->new_n > 0);
		if (i > 0) {
			assert_true(run->kind != run[-1].kind);
			assert_true(run->kind != DIFF_REMOVED ||
				    run[-1].kind == DIFF_KEPT);
		}
		old_at += run->old_n;
		new_at += run->new_n;
	}
	assert_int_equal(old_at, old_n);
	assert_int_equal(new_at, new_n);
}

static void
the_runs_make_up_both_texts(void **state)
{
	struct rand rand = {SEED + 1};
	char a[4 * MOST_WORDS], b[4 * MOST_WORDS];

	(void)state;
	for (int i = 0; i < TRIALS; i++) {
		size_t n = random_text(&rand, a), m = random_text(&rand, b);
		struct diff diff;

		diff_words(&diff, a, n, b, m);
		assert_tiles(&diff, n, m);
		diff_release(&diff);
	}
}

enum { LONG_WORDS = 20000 };

/* A word of a big vocabulary after the other: about 100 KB. */
static char *
long_text(struct rand *rand, uint32_t words)
{
	struct str text = STR_INIT;

	for (int i = 0; i < LONG_WORDS; i++)
		str_addf(&text, "w%03u ", rand_below(rand, words));
	return str_detach(&text);
}

/* Past the bound of the search; that it ends is what is tested. */
static void
long_texts_that_are_quite_different_are_compared(void **state)
{
	static const uint32_t vocabularies[] = {2, 30, 999};
	struct rand rand = {SEED + 2};

	(void)state;
	for (size_t i = 0; i < 3; i++) {
		char *a = long_text(&rand, vocabularies[i]);
		char *b = long_text(&rand, vocabularies[i]);
		struct diff diff;

		diff_words(&diff, a, strlen(a), b, strlen(b));
		assert_tiles(&diff, strlen(a), strlen(b));
		assert_true(diff.edits <= 2 * LONG_WORDS);
		diff_release(&diff);
		free(a);
		free(b);
	}
}

/* A word in the middle of a long text is found exactly. */
static void
a_long_text_that_changed_little_is_exact(void **state)
{
	struct rand rand = {SEED + 3};
	char *a = long_text(&rand, 999), *b = mem_text(a);
	struct diff diff;

	(void)state;
	memcpy(b + strlen(b) / 2 / 5 * 5, "NEWS ", 5);
	memcpy(b + strlen(b) / 3 / 5 * 5, "ALSO ", 5);
	diff_words(&diff, a, strlen(a), b, strlen(b));
	assert_int_equal(diff.edits, 4);
	assert_int_equal(diff.n, 7);
	diff_release(&diff);
	free(a);
	free(b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_is_equal_has_no_change),
	    cmocka_unit_test(words_change_as_a_whole),
	    cmocka_unit_test(what_was_put_in_and_left_out_stands_alone),
	    cmocka_unit_test(each_han_character_is_a_unit),
	    cmocka_unit_test(a_character_of_several_code_points_is_never_cut),
	    cmocka_unit_test(white_space_alone_is_no_change),
	    cmocka_unit_test(a_mark_on_a_space_is_a_change),
	    cmocka_unit_test(words_between_two_changes_join_them),
	    cmocka_unit_test(joined_changes_join_further),
	    cmocka_unit_test(any_bytes_are_compared),
	    cmocka_unit_test(edits_are_as_few_as_can_be),
	    cmocka_unit_test(the_runs_make_up_both_texts),
	    cmocka_unit_test(long_texts_that_are_quite_different_are_compared),
	    cmocka_unit_test(a_long_text_that_changed_little_is_exact),
	};

	return cmocka_run_group_tests_name("diff", tests, NULL, NULL);
}
