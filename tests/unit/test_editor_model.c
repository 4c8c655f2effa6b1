/* SPDX-License-Identifier: MIT */
/* Some ten thousand operations, the same ones every time. */
#include "unit.h"

#include "base/rand.h"
#include "unit/editor_model.h"

enum { RUNS = 20, RUN_BYTES = 800 };

static void
the_editor_does_what_the_model_does(void **state)
{
	uint8_t bytes[RUN_BYTES];

	(void)state;
	for (uint64_t seed = 1; seed <= RUNS; seed++) {
		struct rand rand = {seed};

		for (size_t i = 0; i < RUN_BYTES; i++)
			bytes[i] = (uint8_t)rand_next(&rand);
		const char *wrong = editor_model_run(bytes, RUN_BYTES);

		if (wrong != NULL)
			print_error("seed %d: %s\n", (int)seed, wrong);
		assert_null(wrong);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_editor_does_what_the_model_does),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("editor model", tests, NULL, NULL);
}
