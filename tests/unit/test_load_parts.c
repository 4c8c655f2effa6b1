/* SPDX-License-Identifier: MIT */
/* What loading a bank keeps in mind: which ids came, and on which lines. */
#include <stdio.h>

#include "unit.h"

#include "store/id_filter.h"
#include "store/line_map.h"

enum { MANY = 10000 };

static void
id_of(char id[32], int i)
{
	snprintf(id, 32, "id-%d", i);
}

static void
what_was_noted_is_known(void **state)
{
	struct id_filter filter;
	char id[32];

	(void)state;
	id_filter_init(&filter, MANY);
	for (int i = 0; i < MANY; i++) {
		id_of(id, i);
		id_filter_has(&filter, id);
	}
	for (int i = 0; i < MANY; i++) {
		id_of(id, i);
		assert_true(id_filter_has(&filter, id));
	}
	id_filter_release(&filter);
}

static void
hardly_anything_else_is(void **state)
{
	struct id_filter filter;
	char id[32];
	int taken = 0;

	(void)state;
	id_filter_init(&filter, MANY);
	for (int i = 0; i < MANY; i++) {
		id_of(id, i);
		taken += id_filter_has(&filter, id);
	}
	assert_true(taken < MANY / 100);
	id_filter_release(&filter);
}

/* One after the other, far apart, and back again. */
static size_t
line_of(size_t row)
{
	if (row % 1000 == 999)
		return row * 2 + 1;
	return row % 777 == 5 ? row * 2 + 100000 : row * 2 + 2;
}

static void
a_row_tells_its_line(void **state)
{
	struct line_map map;

	(void)state;
	line_map_init(&map);
	for (size_t row = 0; row < MANY; row++)
		line_map_add(&map, line_of(row));
	for (size_t row = 0; row < MANY; row++)
		assert_int_equal(line_map_at(&map, row), line_of(row));
	line_map_release(&map);
}

static void
lines_take_a_byte_a_row(void **state)
{
	struct line_map map;

	(void)state;
	line_map_init(&map);
	for (size_t row = 0; row < MANY; row++)
		line_map_add(&map, row * 3 + 2);
	assert_int_equal(map.steps.len, MANY);
	line_map_release(&map);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_was_noted_is_known),
	    cmocka_unit_test(hardly_anything_else_is),
	    cmocka_unit_test(a_row_tells_its_line),
	    cmocka_unit_test(lines_take_a_byte_a_row),
	};

	return cmocka_run_group_tests_name("load_parts", tests, NULL, NULL);
}
