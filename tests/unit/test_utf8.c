/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>
#include <unictype.h>
#include <uniwbrk.h>

#include "unit.h"

#include "base/rand.h"
#include "base/utf8.h"

#define FAMILY  "👨‍👩‍👧"
#define FRANCE  "🇫🇷"
#define GERMANY "🇩🇪"

static void
valid_text_is_valid(void **state)
{
	const char *text = "plain, é, 漢字, 👍 and some more plain text";

	(void)state;
	assert_true(utf8_valid(text, strlen(text), NULL));
	assert_true(utf8_valid("", 0, NULL));
	assert_true(utf8_valid("a\0b", 3, NULL));
}

static void
the_first_wrong_byte_is_found(void **state)
{
	static const struct {
		const char *text;
		size_t bad;
	} texts[] = {
	    {"abc\xE9", 3}, {"twelve bytes\xFFmore", 12}, {"é\x80", 2},
	    {"\xC0\xAF", 0},          /* longer than needed */
	    {"a\xED\xA0\x80", 1},     /* a surrogate */
	    {"a\xF4\x90\x80\x80", 1}, /* beyond Unicode */
	    {"ab\xE6\xBC", 2},        /* cut off */
	};

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		size_t bad = 99;
		const char *text = texts[i].text;

		assert_false(utf8_valid(text, strlen(text), &bad));
		assert_int_equal(bad, texts[i].bad);
	}
}

static void
code_points_survive_encoding(void **state)
{
	static const uint32_t points[] = {
	    1, 'a', 0x7F, 0x80, 0x7FF, 0x800, 0xFFFF, 0x10000, 0x10FFFF};
	char bytes[4];

	(void)state;
	for (size_t i = 0; i < sizeof(points) / sizeof(points[0]); i++) {
		size_t n = utf8_encode(bytes, points[i]);
		uint32_t cp;

		assert_int_equal(utf8_decode(bytes, n, &cp), n);
		assert_int_equal(cp, points[i]);
	}
}

static void
what_is_no_code_point_is_replaced(void **state)
{
	char bytes[4];
	uint32_t cp;

	(void)state;
	assert_int_equal(utf8_encode(bytes, 0xD800), 3);
	assert_memory_equal(bytes, "\uFFFD", 3);
	assert_int_equal(utf8_encode(bytes, 0x110000), 3);
	assert_int_equal(utf8_decode("\xFFz", 2, &cp), 1);
	assert_int_equal(cp, 0xFFFD);
	assert_int_equal(utf8_decode("\xE6\xBC", 2, &cp), 1);
	assert_int_equal(cp, 0xFFFD);
}

static void
repair_replaces_wrong_bytes_only(void **state)
{
	struct str out = STR_INIT;

	(void)state;
	utf8_repair(&out, "é\xFF漢\0a\xE6\xBC", 10);
	assert_string_equal(out.s, "é\uFFFD漢\uFFFDa\uFFFD\uFFFD");
	str_clear(&out);
	utf8_repair(&out, "plain é", 8);
	assert_string_equal(out.s, "plain é");
	str_release(&out);
}

/* The text in clusters, and the same way back. */
static void
assert_clusters(const char *const *clusters, size_t count)
{
	size_t ends[16], at = 0;
	struct str text = STR_INIT;

	assert_true(count <= 16);
	for (size_t i = 0; i < count; i++) {
		str_add(&text, clusters[i]);
		ends[i] = text.len;
	}
	for (size_t i = 0; i < count; i++) {
		at = utf8_next(text.s, text.len, at);
		assert_int_equal(at, ends[i]);
	}
	for (size_t i = count; i-- > 0;) {
		size_t start = i > 0 ? ends[i - 1] : 0;

		/* From its end, and from anywhere within. */
		for (size_t from = start + 1; from <= ends[i]; from++)
			assert_int_equal(
			    utf8_prev(text.s, text.len, from), start);
	}
	str_release(&text);
}

#define ASSERT_CLUSTERS(...)                                                   \
	assert_clusters((const char *const[]){__VA_ARGS__},                    \
	    sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *))

static void
ascii_is_a_byte_a_cluster_but_for_crlf(void **state)
{
	(void)state;
	ASSERT_CLUSTERS("a", "b", " ", "\n", "\n", "\t", "c");
	ASSERT_CLUSTERS("a", "\r\n", "\r\n", "b", "\r", "c");
}

static void
marks_belong_to_their_letter(void **state)
{
	(void)state;
	ASSERT_CLUSTERS("a", "e\u0301", "e\u0301\u0302\u0303", "x");
	ASSERT_CLUSTERS("\u0301", "a");
	ASSERT_CLUSTERS("漢", "字", "é");
	ASSERT_CLUSTERS("각", "\u1100\u1161\u11A8", "x");
}

static void
emoji_are_one_cluster_each(void **state)
{
	(void)state;
	ASSERT_CLUSTERS(FAMILY, FAMILY, "x");
	ASSERT_CLUSTERS("x", "👍🏽", "❤️‍🔥", "a");
	/* A joiner joins pictographs only. */
	ASSERT_CLUSTERS("a\u200D", "👍", "👍\u200D", "b");
}

static void
flags_are_pairs(void **state)
{
	(void)state;
	ASSERT_CLUSTERS(FRANCE, GERMANY, FRANCE, "x");
	ASSERT_CLUSTERS("x", FRANCE, GERMANY, "🇮");
	ASSERT_CLUSTERS(FRANCE "\u0301", GERMANY, "y");
}

static void
wrong_bytes_are_clusters_of_their_own(void **state)
{
	(void)state;
	ASSERT_CLUSTERS("a", "\xFF", "\xFF", "b");
	ASSERT_CLUSTERS("\xE6", "\xBC", "é");
	ASSERT_CLUSTERS("\x80", "\x80", "\x80", "\x80", "\x80", "\x80", "a");
}

static void
motion_stops_at_both_ends(void **state)
{
	(void)state;
	assert_int_equal(utf8_next("ab", 2, 1), 2);
	assert_int_equal(utf8_next("ab", 2, 2), 2);
	assert_int_equal(utf8_prev("ab", 2, 0), 0);
	assert_int_equal(utf8_prev("é", 2, 2), 0);
}

static void
assert_cells(const char *text, int cells)
{
	assert_int_equal(utf8_cells(text, strlen(text)), cells);
}

static void
cells_are_counted_as_ncurses_counts(void **state)
{
	(void)state;
	assert_cells("", 0);
	assert_cells("plain", 5);
	assert_cells("e\u0301", 1);
	assert_cells("漢字", 4);
	assert_cells("a漢b", 4);
	assert_cells(FAMILY, 6);
	assert_int_equal(utf8_cluster_cells("a", 1), 1);
	assert_int_equal(utf8_cluster_cells("漢", 3), 2);
	assert_int_equal(utf8_cluster_cells("\u0301", 2), 0);
	assert_int_equal(utf8_cluster_cells("\n", 1), 1);
}

static void
an_unknown_character_takes_one_cell(void **state)
{
	(void)state;
	setlocale(LC_ALL, "C");
	assert_cells("é漢", 2);
	setlocale(LC_ALL, "C.UTF-8");
	assert_cells("\xFF", 1);
}

static void
assert_visible(const char *text, bool keep_lines, const char *visible)
{
	struct str out = STR_INIT;

	str_add(&out, "> ");
	utf8_visible(&out, text, strlen(text), keep_lines);
	assert_string_equal(out.s + 2, visible);
	assert_int_equal(
	    utf8_cells(text, strlen(text)), utf8_cells(out.s + 2, out.len - 2));
	str_release(&out);
}

static void
visible_text_can_do_nothing_to_a_terminal(void **state)
{
	(void)state;
	assert_visible("plain é 漢", false, "plain é 漢");
	assert_visible("a\033[2Jb", false, "a\uFFFD[2Jb");
	assert_visible("a\bb\rc\x7F", false, "a\uFFFDb\uFFFDc\uFFFD");
	assert_visible("\xC2\x85\xC2\x9B", false, "\uFFFD\uFFFD");
	assert_visible("a\u202Eb\u2066", false, "a\uFFFDb\uFFFD");
	assert_visible("\u200Bzero\uFEFF", false, "\uFFFDzero\uFFFD");
	assert_visible("wrong\xE9", false, "wrong\uFFFD");
	assert_visible("a\tb\nc\r\nd", false, "a b c d");
	assert_visible("a\tb\nc\r\nd", true, "a b\nc\nd");
	assert_visible(FAMILY "❤️", false, FAMILY "❤️");
}

static void
nul_is_shown_too(void **state)
{
	struct str out = STR_INIT;

	(void)state;
	utf8_visible(&out, "a\0b", 3, false);
	assert_string_equal(out.s, "a\uFFFDb");
	str_release(&out);
}

static void
unsafe_characters_are_known(void **state)
{
	static const uint32_t unsafe[] = {0, 7, '\n', 0x1B, 0x7F, 0x80, 0x9F,
	    0xAD, 0x61C, 0x180E, 0x200B, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A,
	    0x202E, 0x2060, 0x2064, 0x2066, 0x2069, 0xFEFF, 0xFFF9, 0xFFFB,
	    0xE0001, 0xE0041, 0xE007F};
	static const uint32_t safe[] = {' ', '~', 0xA0, 0xAC, 0xAE, 0xE9, 0x301,
	    0x200A, 0x200C, 0x200D, 0x2010, 0x202F, 0x2027, 0x4E00, 0xE000,
	    0xFE0F, 0xFFFD, 0x1F600, 0xE0100, 0x10FFFD};

	(void)state;
	for (size_t i = 0; i < sizeof(unsafe) / sizeof(unsafe[0]); i++)
		assert_true(utf8_is_unsafe(unsafe[i]));
	for (size_t i = 0; i < sizeof(safe) / sizeof(safe[0]); i++)
		assert_false(utf8_is_unsafe(safe[i]));
}

static void
words_are_counted_by_unicode(void **state)
{
	static const struct {
		const char *text;
		size_t words;
	} texts[] = {
	    {"", 0},
	    {"  \n ... -- !", 0},
	    {"I led a team", 4},
	    {"don't stop", 2},
	    {"3.5 million, 40%", 3},
	    {"state-of-the-art", 4},
	    {"one\ntwo\r\n\nthree", 3},
	    {"Größe naïve re\u0301sume\u0301", 3},
	    {"漢字", 2},
	    {"我 led 團隊", 4},
	    {"👍 well", 1},
	    {"wrong\xFF"
	     "bytes",
		2},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		assert_int_equal(
		    utf8_words(texts[i].text, strlen(texts[i].text)),
		    texts[i].words);
}

/* By the library alone, over the whole text. */
static size_t
words_of_library(const char *s, size_t n)
{
	char *breaks = malloc(n + 1);
	bool counted = false;
	size_t words = 0;
	uint32_t cp;

	u8_wordbreaks((const uint8_t *)s, n, breaks);
	for (size_t at = 0, next; at < n; at = next) {
		next = at + utf8_decode(s + at, n - at, &cp);
		counted = counted && !breaks[at];
		if (!counted && uc_is_general_category_withtable(cp,
				    UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_N)) {
			counted = true;
			words++;
		}
	}
	free(breaks);
	return words;
}

/* Whatever way is taken for the sake of speed. */
static void
made_texts_have_the_words_that_the_library_finds(void **state)
{
	static const char *const parts[] = {"a", "Z", "0", "9", ":", ",", ";",
	    ".", "'", "\"", "-", " ", "  ", "\n", "\r\n", "\t", "\v", "%", "@",
	    "/", "|", "\x7F", "\x1B", "_", "é", "\u0301", "\u200d", "\u00ad",
	    "\u00a0", "\u2019", "漢", "カ", "א", "\u0663", "👍", GERMANY};
	struct rand rand = {20260102};

	(void)state;
	for (int i = 0; i < 200000; i++) {
		/* Without _ and what comes after it, without the latter, and
		 * all; of each some are long. */
		static const uint32_t ofs[] = {
		    23, 24, sizeof(parts) / sizeof(*parts)};
		uint32_t of = ofs[i % 3], longest = i % 16 == 0 ? 300 : 12;
		struct str text = STR_INIT;

		for (uint32_t n = rand_below(&rand, longest); n > 0; n--)
			str_add(&text, parts[rand_below(&rand, of)]);
		if (utf8_words(text.s, text.len) !=
		    words_of_library(text.s, text.len))
			print_error("'%s'\n", text.s);
		assert_int_equal(utf8_words(text.s, text.len),
		    words_of_library(text.s, text.len));
		str_release(&text);
	}
}

static void
assert_normal(const char *text, const char *normal)
{
	struct str out = STR_INIT;

	str_add(&out, "e");
	utf8_normalise(&out, text, strlen(text));
	assert_string_equal(out.s + 1, normal);
	str_release(&out);
}

static void
equal_spellings_become_the_same_bytes(void **state)
{
	(void)state;
	assert_normal("  Tell\tme \n about  it ", "Tell me about it");
	assert_normal("re\u0301sume\u0301", "résumé");
	assert_normal("\u3000漢\u00A0字\u2003", "漢 字");
	assert_normal(" \n", "");
	assert_normal("", "");
	assert_normal("a\xFF", "a\uFFFD");
	/* What was there before is not composed with. */
	assert_normal("\u0301x", "\u0301x");
}

static void
assert_folds(const char *text, const char *folded)
{
	struct str out = STR_INIT;

	str_add(&out, "E");
	utf8_fold(&out, text, strlen(text));
	assert_string_equal(out.s + 1, folded);
	str_release(&out);
}

static void
folding_makes_case_irrelevant(void **state)
{
	(void)state;
	assert_folds("AMAZON Leadership [A-Z]", "amazon leadership [a-z]");
	assert_folds("ÉCOLE", "école");
	assert_folds("E\u0301COLE", "école");
	assert_folds("Straße", "strasse");
	assert_folds("ΣΊΣΥΦΟΣ", "σίσυφοσ");
	assert_folds("", "");
	assert_folds("A\xFF", "a\uFFFD");
}

static void
an_excerpt_holds_whole_clusters(void **state)
{
	const char *ascii = "0123456789012345678901234567890123456789012345";
	const char *cyrillic = "деревня в янегском поселении";
	const char *accents =
	    "e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301"
	    "e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301";

	(void)state;
	assert_string_equal(utf8_excerpt("").s, "");
	assert_string_equal(utf8_excerpt("short").s, "short");
	assert_int_equal(strlen(utf8_excerpt(ascii).s), EXCERPT_BYTES);
	assert_string_equal(utf8_excerpt(cyrillic).s, "деревня в янегском по");
	assert_int_equal(strlen(utf8_excerpt(accents).s), 39);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(an_excerpt_holds_whole_clusters),
	    cmocka_unit_test(valid_text_is_valid),
	    cmocka_unit_test(the_first_wrong_byte_is_found),
	    cmocka_unit_test(code_points_survive_encoding),
	    cmocka_unit_test(what_is_no_code_point_is_replaced),
	    cmocka_unit_test(repair_replaces_wrong_bytes_only),
	    cmocka_unit_test(ascii_is_a_byte_a_cluster_but_for_crlf),
	    cmocka_unit_test(marks_belong_to_their_letter),
	    cmocka_unit_test(emoji_are_one_cluster_each),
	    cmocka_unit_test(flags_are_pairs),
	    cmocka_unit_test(wrong_bytes_are_clusters_of_their_own),
	    cmocka_unit_test(motion_stops_at_both_ends),
	    cmocka_unit_test(cells_are_counted_as_ncurses_counts),
	    cmocka_unit_test(an_unknown_character_takes_one_cell),
	    cmocka_unit_test(visible_text_can_do_nothing_to_a_terminal),
	    cmocka_unit_test(nul_is_shown_too),
	    cmocka_unit_test(unsafe_characters_are_known),
	    cmocka_unit_test(words_are_counted_by_unicode),
	    cmocka_unit_test(made_texts_have_the_words_that_the_library_finds),
	    cmocka_unit_test(equal_spellings_become_the_same_bytes),
	    cmocka_unit_test(folding_makes_case_irrelevant),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("utf8", tests, NULL, NULL);
}
