/* SPDX-License-Identifier: MIT */
/* Every screen at every size, in UTF-8 and in ASCII; and what the smallest
 * one that is supported must show. */
#include <string.h>

#include "places.h"
#include "stage.h"

enum {
	SMALL_ROWS = 20,
	SMALL_COLS = 60,
	ASCII_STEP = 3, /* of the sizes, where lines are drawn in ASCII */
};

static const struct place *place;

static int
set_up(void **state)
{
	place = *state;
	return stage_set_up(state);
}

/* Every cluster stands in its own row, with its cells behind it. */
static void
assert_sound(const struct surface *surface)
{
	for (int row = 0; row < surface->rows; row++) {
		const struct cell *cells =
		    surface->cells + (size_t)row * (size_t)surface->cols;

		for (int col = 0; col < surface->cols; col++) {
			assert_in_range(cells[col].role, 0, ROLE_COUNT - 1);
			assert_in_range(cells[col].width, 1,
			    (unsigned)(surface->cols - col));
			for (int w = cells[col].width; w > 1; w--)
				assert_int_equal(cells[++col].width, 0);
		}
	}
}

/* Past the stack, which would say that it needs more room; on a surface that
 * the screen has not heard of. */
static void
draw_alone(int rows, int cols, bool ascii)
{
	const struct app *app = stage_app();
	const struct app_frame *top = &app->frames[app->depth - 1];
	struct surface surface;

	surface_init(&surface, rows, cols);
	surface.ascii = ascii;
	top->screen->draw(top->state, &surface, stage_now());
	assert_sound(&surface);
	surface_release(&surface);
}

static void
visit(int rows, int cols, bool ascii)
{
	static const int keys[] = {
	    K_DOWN, K_PAGE_DOWN, K_UP, K_PAGE_UP, K_END, K_HOME};

	draw_alone(rows, cols, ascii);
	stage_resize(rows, cols);
	draw_alone(rows, cols, ascii);
	stage_key(keys[(rows + cols) % (int)(sizeof(keys) / sizeof(keys[0]))]);
}

static void
visit_all(int step, bool ascii)
{
	for (int rows = 1; rows <= SMALL_ROWS; rows += step)
		for (int cols = 1; cols <= SMALL_COLS; cols += step)
			visit(rows, cols, ascii);
	visit(24, 80, ascii);
	visit(40, 120, ascii);
	visit(60, 200, ascii);
	visit(1, 200, ascii);
	visit(200, 1, ascii);
}

static void
it_is_drawn_at_every_size(void **state)
{
	(void)state;
	place->go();
	visit_all(1, false);
	stage_ascii();
	visit_all(ASCII_STEP, true);
}

static void
the_smallest_size_shows_what_matters(void)
{
	for (int i = 0; i < ESSENTIALS && place->sees[i] != NULL; i++)
		assert_sees(place->sees[i]);
}

static void
a_size_below_says_so_and_loses_nothing(void)
{
	char before[4096];

	strncpy(before, stage_text(), sizeof(before) - 1);
	before[sizeof(before) - 1] = '\0';
	stage_resize(APP_MIN_ROWS - 1, APP_MIN_COLS);
	assert_sees("needs 40x12, has 40x11");
	stage_resize(1, 1);
	stage_resize(APP_MIN_ROWS, APP_MIN_COLS);
	assert_string_equal(stage_text(), before);
}

static void
it_is_used_at_the_smallest_size(void **state)
{
	(void)state;
	place->go();
	stage_resize(APP_MIN_ROWS, APP_MIN_COLS);
	the_smallest_size_shows_what_matters();
	a_size_below_says_so_and_loses_nothing();
}

static int
run(const char *name, CMUnitTestFunction test)
{
	struct CMUnitTest tests[PLACES];

	for (size_t i = 0; i < PLACES; i++)
		tests[i] = (struct CMUnitTest){
		    .name = places[i].name,
		    .test_func = test,
		    .setup_func = set_up,
		    .teardown_func = stage_tear_down,
		    .initial_state = (void *)(uintptr_t)&places[i],
		};
	return cmocka_run_group_tests_name(name, tests, NULL, NULL);
}

int
main(void)
{
	int failed = run("every size", it_is_drawn_at_every_size);

	return failed + run("40x12", it_is_used_at_the_smallest_size);
}
