/* SPDX-License-Identifier: MIT */
/* How each theme looks in a terminal: the clock as it grows urgent, the
 * selected row, and the bar of a chart. */
#include <stdlib.h>
#include <string.h>

#include "unit/unit.h"

#include "round.h"

enum { OWN = VT_OWN_COLOUR, BLACK = 0, RED, GREEN, YELLOW, BLUE, WHITE = 7 };

#define TICK "+" /* of an axis, in ASCII */

/* Ink and paper, then bold, underline, reverse. */
struct looks {
	const char *theme;
	const char *change; /* to the environment as well; NULL: none */
	struct vt_style calm, warns, over, selected, bar;
};

static const struct looks themes[] = {
    {"dark", NULL, .calm = {GREEN, OWN, 0, 0, 0},
	.warns = {YELLOW, OWN, 1, 0, 0}, .over = {RED, OWN, 1, 0, 0},
	.selected = {OWN, OWN, 0, 0, 1}, .bar = {YELLOW, OWN, 0, 0, 0}},
    {"light", NULL, .calm = {GREEN, OWN, 0, 0, 0},
	.warns = {BLACK, YELLOW, 1, 0, 0}, .over = {RED, OWN, 1, 0, 0},
	.selected = {OWN, OWN, 0, 0, 1}, .bar = {RED, OWN, 0, 0, 0}},
    {"high-contrast", NULL, .calm = {OWN, OWN, 0, 0, 0},
	.warns = {BLACK, YELLOW, 1, 0, 0}, .over = {WHITE, RED, 1, 1, 0},
	.selected = {OWN, OWN, 1, 0, 1}, .bar = {OWN, OWN, 0, 1, 0}},
    {"colour-blind", NULL, .calm = {BLUE, OWN, 1, 0, 0},
	.warns = {YELLOW, BLACK, 0, 1, 0}, .over = {BLACK, YELLOW, 1, 1, 0},
	.selected = {OWN, OWN, 0, 0, 1}, .bar = {OWN, OWN, 0, 0, 0}},
    {"mono", NULL, .calm = {OWN, OWN, 0, 0, 0}, .warns = {OWN, OWN, 1, 0, 0},
	.over = {OWN, OWN, 1, 0, 1}, .selected = {OWN, OWN, 0, 0, 1},
	.bar = {OWN, OWN, 0, 0, 0}},
    {"dark", "NO_COLOR=1", .calm = {OWN, OWN, 0, 0, 0},
	.warns = {OWN, OWN, 1, 0, 0}, .over = {OWN, OWN, 1, 0, 1},
	.selected = {OWN, OWN, 0, 0, 1}, .bar = {OWN, OWN, 0, 0, 0}},
};

enum { THEMES = sizeof(themes) / sizeof(themes[0]) };

static const struct looks *looks;

static int
set_up(void **state)
{
	looks = *state;
	return round_set_up(state);
}

static struct vt *
start(const struct place *place, const char *const *arguments)
{
	char theme[64] = "REHEARSE_THEME=";
	struct vt_options options = {.call.arguments = arguments};

	strcat(theme, looks->theme);
	options.call.changes = LIST(theme, looks->change);
	return vt_open(place, &options);
}

static void
assert_look(struct vt *vt, const char *text, struct vt_style expected)
{
	struct vt_style seen = vt_style(vt, text);

	assert_int_equal(seen.ink, expected.ink);
	assert_int_equal(seen.paper, expected.paper);
	assert_int_equal(seen.bold, expected.bold);
	assert_int_equal(seen.underline, expected.underline);
	assert_int_equal(seen.reverse, expected.reverse);
}

static struct vt *
answer(const struct place *place, const char *seconds)
{
	return start(place, LIST("practice", "--question", ROUND_QUESTION,
				"--seconds", seconds, "--think", "0"));
}

static void
the_clock_warns(void **state)
{
	struct vt *vt = answer(*state, "3600");

	vt_await(vt, " left");
	assert_look(vt, " left", looks->calm);
	vt_key(vt, VTERM_KEY_FUNCTION(2));
	vt_await(vt, "paused");
	assert_look(vt, "paused", looks->warns);
}

static void
the_clock_says_that_time_is_over(void **state)
{
	struct vt *vt = answer(*state, "1");

	vt_await(vt, " over");
	assert_look(vt, " over", looks->over);
}

static void
the_selected_row_stands_out(void **state)
{
	struct vt *vt = start(*state, LIST(NULL));

	vt_await(vt, "the question bank");
	vt_type(vt, "b");
	vt_await(vt, "> Behavioural");
	assert_look(vt, "> Behavioural", looks->selected);
}

static void
the_bar_of_a_chart_is_drawn(void **state)
{
	struct vt *vt;

	free(place_output(*state, LIST("demo", "--sessions", "6")));
	vt = start(*state, LIST("--ascii", "review"));
	vt_await(vt, "Review: your signals");
	vt_type(vt, ENTER);
	vt_await_gone(vt, "at 3.5+");
	vt_await(vt, "older"); /* the footer, which comes last */
	assert_look(vt, "3.5" TICK, looks->bar);
}

static int
run(const char *name, CMUnitTestFunction test)
{
	struct CMUnitTest tests[THEMES];

	for (size_t i = 0; i < THEMES; i++)
		tests[i] = (struct CMUnitTest){
		    .name = themes[i].change != NULL ? themes[i].change
						     : themes[i].theme,
		    .test_func = test,
		    .setup_func = set_up,
		    .teardown_func = vt_tear_down,
		    .initial_state = (void *)(uintptr_t)&themes[i],
		};
	return cmocka_run_group_tests_name(name, tests, NULL, NULL);
}

int
main(void)
{
	int failed = run("a clock that warns", the_clock_warns);

	failed += run("time that is over", the_clock_says_that_time_is_over);
	failed += run("selection", the_selected_row_stands_out);
	return failed + run("bar", the_bar_of_a_chart_is_drawn);
}
