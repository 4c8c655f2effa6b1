/* SPDX-License-Identifier: MIT */
#include "unit.h"

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

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_scheme_has_a_name),
	    cmocka_unit_test(colours_are_those_that_every_terminal_has),
	    cmocka_unit_test(nothing_is_drawn_invisible),
	    cmocka_unit_test(mono_has_no_colour),
	    cmocka_unit_test(a_selection_never_rests_on_colour),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("theme", tests, NULL, NULL);
}
