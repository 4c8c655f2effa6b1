/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "unit.h"

#include "base/mem.h"

enum { HOOK_RAN = 'h' };

static int hook_pipe[2];

static void
say_that_the_hook_ran(void)
{
	char byte = HOOK_RAN;

	assert_int_equal(write(hook_pipe[1], &byte, 1), 1);
	/* A hook that needs memory itself must not run again. */
	mem_zero(SIZE_MAX, 2);
}

static void
exhaust_zero(void)
{
	mem_zero(SIZE_MAX, 2);
}

static void
exhaust_grow(void)
{
	mem_grow(NULL, SIZE_MAX / 4, 8);
}

/* Runs it in a child with the hook set; returns how often the hook ran. */
static int
exhaust(void (*how)(void), int *status)
{
	char bytes[8];

	assert_int_equal(pipe(hook_pipe), 0);
	pid_t child = fork();

	assert_true(child >= 0);
	if (child == 0) {
		close(STDERR_FILENO);
		mem_on_exhausted(say_that_the_hook_ran);
		how();
		_exit(0);
	}
	close(hook_pipe[1]);
	assert_int_equal(waitpid(child, status, 0), child);
	ssize_t ran = read(hook_pipe[0], bytes, sizeof(bytes));

	close(hook_pipe[0]);
	return (int)ran;
}

static void
exhaustion_runs_the_hook_once_and_ends_with_status_1(void **state)
{
	void (*const ways[])(void) = {
	    exhaust_zero, exhaust_grow, mem_exhausted};
	int status;

	(void)state;
	for (size_t i = 0; i < sizeof(ways) / sizeof(ways[0]); i++) {
		assert_int_equal(exhaust(ways[i], &status), 1);
		assert_true(WIFEXITED(status));
		assert_int_equal(WEXITSTATUS(status), 1);
	}
}

static void
memory_of_no_bytes_is_not_null(void **state)
{
	void *one = mem_new(0), *two = mem_zero(0, 8);
	void *three = mem_grow(NULL, 0, 8);

	(void)state;
	assert_non_null(one);
	assert_non_null(two);
	assert_non_null(three);
	free(one);
	free(two);
	free(three);
}

static void
zeroed_memory_is_zero(void **state)
{
	static const char zeros[64];
	char *memory = mem_zero(8, 8);

	(void)state;
	assert_memory_equal(memory, zeros, sizeof(zeros));
	free(memory);
}

static void
growing_keeps_the_content(void **state)
{
	int *numbers = mem_grow(NULL, 2, sizeof(*numbers));

	(void)state;
	numbers[0] = 7;
	numbers[1] = 8;
	numbers = mem_grow(numbers, 1000, sizeof(*numbers));
	assert_int_equal(numbers[0], 7);
	assert_int_equal(numbers[1], 8);
	free(numbers);
}

static void
texts_are_copied(void **state)
{
	char text[] = "story";
	char *copy = mem_text(text), *part = mem_textn(text, 3);

	(void)state;
	text[0] = 'S';
	assert_string_equal(copy, "story");
	assert_string_equal(part, "sto");
	assert_null(mem_text(NULL));
	free(copy);
	free(part);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(
		exhaustion_runs_the_hook_once_and_ends_with_status_1),
	    cmocka_unit_test(memory_of_no_bytes_is_not_null),
	    cmocka_unit_test(zeroed_memory_is_zero),
	    cmocka_unit_test(growing_keeps_the_content),
	    cmocka_unit_test(texts_are_copied),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("mem", tests, NULL, NULL);
}
