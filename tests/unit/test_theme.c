/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "core/mark.h"
#include "core/verdict.h"
#include "tui/theme.h"

static void
every_scheme_has_a_name(void **state)
{
	(void)state;
	for (int i = 0; i < SCHEME_COUNT; i++)
		assert_non_null(scheme_names[i]);
	assert_null(scheme_names[SCHEME_COUNT]);
}

static void
colours_are_those_that_every_terminal_has(void **state)
{
	(void)state;
	for (int scheme = 0; scheme < SCHEME_COUNT; scheme++)
		for (int role = 0; role < ROLE_COUNT; role++) {
			const struct style *style =
			    theme_style((enum scheme)scheme, (enum role)role);

			assert_true(style->foreground >= COLOUR_DEFAULT &&
				    style->foreground <= COLOUR_WHITE);
			assert_true(style->background >= COLOUR_DEFAULT &&
				    style->background <= COLOUR_WHITE);
		}
}

/* An entry left out of a scheme would be black on black. */
static void
nothing_is_drawn_invisible(void **state)
{
	(void)state;
	for (int scheme = 0; scheme < SCHEME_COUNT; scheme++)
		for (int role = 0; role < ROLE_COUNT; role++) {
			const struct style *style =
			    theme_style((enum scheme)scheme, (enum role)role);

			if (style->foreground != COLOUR_DEFAULT)
				assert_int_not_equal(
				    style->foreground, style->background);
		}
}

/* term.c takes what it has not drawn for blank, whatever the scheme. */
static void
plain_text_is_as_the_terminal_has_it(void **state)
{
	(void)state;
	for (int scheme = 0; scheme < SCHEME_COUNT; scheme++) {
		const struct style *style =
		    theme_style((enum scheme)scheme, ROLE_TEXT);

		assert_int_equal(style->foreground, COLOUR_DEFAULT);
		assert_int_equal(style->background, COLOUR_DEFAULT);
		assert_int_equal(style->attributes, 0);
	}
}

static void
mono_has_no_colour(void **state)
{
	(void)state;
	for (int role = 0; role < ROLE_COUNT; role++) {
		const struct style *style =
		    theme_style(SCHEME_MONO, (enum role)role);

		assert_int_equal(style->foreground, COLOUR_DEFAULT);
		assert_int_equal(style->background, COLOUR_DEFAULT);
	}
}

/* The selection, and what is wrong, must stand out without any colour. */
static void
a_selection_never_rests_on_colour(void **state)
{
	(void)state;
	for (int scheme = 0; scheme < SCHEME_COUNT; scheme++) {
		enum scheme of = (enum scheme)scheme;

		assert_true(
		    theme_style(of, ROLE_SELECTED)->attributes & STYLE_REVERSE);
		assert_int_not_equal(theme_style(of, ROLE_BAD)->attributes, 0);
		assert_int_not_equal(theme_style(of, ROLE_KEY)->attributes, 0);
	}
}

struct pair {
	enum role one, other;
};

/* What the selection, a key, a field and the clock's urgency say. */
static const struct pair by_attribute[] = {
    {ROLE_TEXT, ROLE_SELECTED},
    {ROLE_TEXT, ROLE_TITLE},
    {ROLE_TEXT, ROLE_KEY},
    {ROLE_TEXT, ROLE_FIELD},
    {ROLE_TEXT, ROLE_WARN},
    {ROLE_TEXT, ROLE_BAD},
    {ROLE_SELECTED, ROLE_TITLE},
    {ROLE_SELECTED, ROLE_FIELD},
    {ROLE_SELECTED, ROLE_KEY},
    {ROLE_SELECTED, ROLE_WARN},
    {ROLE_SELECTED, ROLE_BAD},
    {ROLE_GOOD, ROLE_WARN},
    {ROLE_GOOD, ROLE_BAD},
};

/* Words or marks say these as well: the clock's `!`, a label behind what is
 * marked, the name of the bar at its end, dots for a smoothed line. */
static const struct pair by_look[] = {
    {ROLE_WARN, ROLE_BAD},
    {ROLE_TEXT, ROLE_ACCENT},
    {ROLE_SERIES, ROLE_SMOOTH},
    {ROLE_SERIES, ROLE_BAR},
    {ROLE_SMOOTH, ROLE_BAR},
};

#define N_PAIRS(table) (sizeof(table) / sizeof((table)[0]))

static void
what_matters_differs_without_any_colour(void **state)
{
	(void)state;
	for (int scheme = 0; scheme < SCHEME_COUNT; scheme++)
		for (size_t i = 0; i < N_PAIRS(by_attribute); i++)
			assert_int_not_equal(theme_style((enum scheme)scheme,
						 by_attribute[i].one)
						 ->attributes,
			    theme_style(
				(enum scheme)scheme, by_attribute[i].other)
				->attributes);
}

static bool
is_same(const struct style *one, const struct style *other)
{
	return one->foreground == other->foreground &&
	       one->background == other->background &&
	       one->attributes == other->attributes;
}

static void
what_else_differs_does_so_in_every_theme(void **state)
{
	(void)state;
	for (int scheme = 0; scheme < SCHEME_COUNT; scheme++)
		for (size_t i = 0; i < N_PAIRS(by_look); i++)
			assert_false(is_same(
			    theme_style((enum scheme)scheme, by_look[i].one),
			    theme_style(
				(enum scheme)scheme, by_look[i].other)));
}

/* The roles of a verdict and of a mark may look the same without colour. */
static void
words_say_what_looks_the_same(void **state)
{
	(void)state;
	for (int one = VERDICT_NONE; one <= VERDICT_STRONG_HIRE; one++)
		for (int other = VERDICT_NONE; other < one; other++)
			assert_string_not_equal(verdict_name((enum verdict)one),
			    verdict_name((enum verdict)other));
	assert_string_not_equal(tone_sign(TONE_GOOD), tone_sign(TONE_DOUBT));
	assert_string_not_equal(tone_sign(TONE_GOOD), tone_sign(TONE_PLAIN));
	assert_string_not_equal(tone_sign(TONE_DOUBT), tone_sign(TONE_PLAIN));
}

static bool
is_of_the_colour_blind(int colour)
{
	switch (colour) {
	case COLOUR_DEFAULT:
	case COLOUR_BLACK:
	case COLOUR_WHITE:
	case COLOUR_BLUE:
	case COLOUR_YELLOW:
		return true;
	default:
		return false;
	}
}

static void
the_colour_blind_see_blue_and_orange_only(void **state)
{
	(void)state;
	for (int role = 0; role < ROLE_COUNT; role++) {
		const struct style *style =
		    theme_style(SCHEME_COLOUR_BLIND, (enum role)role);

		assert_true(is_of_the_colour_blind(style->foreground));
		assert_true(is_of_the_colour_blind(style->background));
	}
}

/* What the terminal's owner chose; ink that is not black or white has it. */
static void
text_keeps_the_terminals_own_colours(void **state)
{
	static const enum role roles[] = {
	    ROLE_TEXT, ROLE_DIM, ROLE_TITLE, ROLE_SELECTED, ROLE_FIELD};

	(void)state;
	for (int scheme = 0; scheme < SCHEME_COUNT; scheme++)
		for (size_t i = 0; i < sizeof(roles) / sizeof(roles[0]); i++) {
			const struct style *style =
			    theme_style((enum scheme)scheme, roles[i]);

			assert_int_equal(style->foreground, COLOUR_DEFAULT);
			assert_int_equal(style->background, COLOUR_DEFAULT);
		}
}

static void
high_contrast_dims_nothing(void **state)
{
	(void)state;
	for (int role = 0; role < ROLE_COUNT; role++)
		assert_int_equal(
		    theme_style(SCHEME_HIGH_CONTRAST, (enum role)role)
			    ->attributes &
			STYLE_DIM,
		    0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_scheme_has_a_name),
	    cmocka_unit_test(colours_are_those_that_every_terminal_has),
	    cmocka_unit_test(nothing_is_drawn_invisible),
	    cmocka_unit_test(plain_text_is_as_the_terminal_has_it),
	    cmocka_unit_test(mono_has_no_colour),
	    cmocka_unit_test(a_selection_never_rests_on_colour),
	    cmocka_unit_test(what_matters_differs_without_any_colour),
	    cmocka_unit_test(what_else_differs_does_so_in_every_theme),
	    cmocka_unit_test(words_say_what_looks_the_same),
	    cmocka_unit_test(the_colour_blind_see_blue_and_orange_only),
	    cmocka_unit_test(text_keeps_the_terminals_own_colours),
	    cmocka_unit_test(high_contrast_dims_nothing),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("theme", tests, NULL, NULL);
}
