/* SPDX-License-Identifier: MIT */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "unit.h"

#include "base/json.h"

/* A value that is written into memory. */
struct output {
	char *text;
	size_t n;
	FILE *to;
	struct json json;
};

static struct json *
begin(struct output *output)
{
	output->to = open_memstream(&output->text, &output->n);
	output->json = json_begin(output->to);
	return &output->json;
}

static void
assert_written(struct output *output, const char *text)
{
	fclose(output->to);
	assert_string_equal(output->text, text);
	free(output->text);
}

static void
objects_and_arrays_nest(void **state)
{
	struct output output;
	struct json *json = begin(&output);

	(void)state;
	json_object(json);
	json_key(json, "rows");
	json_int(json, 3);
	json_key(json, "skipped");
	json_array(json);
	json_int(json, -1);
	json_object(json);
	json_end(json);
	json_array(json);
	json_end(json);
	json_bool(json, true);
	json_bool(json, false);
	json_null(json);
	json_end(json);
	json_key(json, "name");
	json_text(json, "x");
	json_end(json);
	assert_written(&output,
	    "{\"rows\":3,\"skipped\":[-1,{},[],true,false,null],"
	    "\"name\":\"x\"}");
}

static void
a_value_may_stand_alone(void **state)
{
	struct output output;

	(void)state;
	json_text(begin(&output), "é");
	assert_written(&output, "\"é\"");
}

static void
it_goes_16_levels_deep(void **state)
{
	struct output output;
	struct json *json = begin(&output);

	(void)state;
	for (int i = 0; i < JSON_DEPTH; i++)
		json_array(json);
	json_int(json, 1);
	for (int i = 0; i < JSON_DEPTH; i++)
		json_end(json);
	assert_written(&output, "[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]");
}

static void
assert_text(const char *text, size_t n, const char *json)
{
	struct output output;

	json_textn(begin(&output), text, n);
	assert_written(&output, json);
}

static void
text_is_escaped_where_it_must_be(void **state)
{
	(void)state;
	assert_text("a\"b\\c/", 6, "\"a\\\"b\\\\c/\"");
	assert_text("\b\f\n\r\t", 5, "\"\\b\\f\\n\\r\\t\"");
	assert_text("\0\x1B[2J\x7F", 6, "\"\\u0000\\u001b[2J\\u007f\"");
	assert_text("漢\xFF字\xE6\xBC", 9, "\"漢\\ufffd字\\ufffd\\ufffd\"");
	assert_text("", 0, "\"\"");
}

static void
names_are_escaped_too(void **state)
{
	struct output output;
	struct json *json = begin(&output);

	(void)state;
	json_object(json);
	json_key(json, "a\"b");
	json_text(json, NULL);
	json_end(json);
	assert_written(&output, "{\"a\\\"b\":null}");
}

static void
numbers_keep_their_digits(void **state)
{
	struct output output;
	struct json *json = begin(&output);

	(void)state;
	json_array(json);
	json_int(json, INT64_MIN);
	json_number(json, 1.0 / 3);
	json_number(json, 3.5);
	json_number(json, 42);
	json_number(json, (double)NAN);
	json_number(json, (double)-INFINITY);
	json_end(json);
	assert_written(&output,
	    "[-9223372036854775808,0.333333333333333,3.5,42,null,null]");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(objects_and_arrays_nest),
	    cmocka_unit_test(a_value_may_stand_alone),
	    cmocka_unit_test(it_goes_16_levels_deep),
	    cmocka_unit_test(text_is_escaped_where_it_must_be),
	    cmocka_unit_test(names_are_escaped_too),
	    cmocka_unit_test(numbers_keep_their_digits),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("json", tests, NULL, NULL);
}
