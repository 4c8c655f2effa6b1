/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "unit.h"

#include "base/csv_repair.h"

/* What was reported: `LINE.COLUMN`, with a space after each. */
static void
note(void *arg, size_t record, size_t line, size_t column, const char *how)
{
	assert_non_null(how);
	assert_true(record <= line);
	str_addf(arg, "%zu.%zu ", line, column);
}

/* Feeds `step` bytes at a time. */
static void
mend(const char *csv, size_t step, struct str *out, struct str *notes)
{
	struct csv_repair repair;
	size_t n = strlen(csv);

	csv_repair_init(&repair, ',', 1, note, notes);
	for (size_t at = 0; at < n; at += step) {
		size_t some = n - at < step ? n - at : step;

		csv_repair_feed(&repair, csv + at, some, false, out);
	}
	csv_repair_feed(&repair, "", 0, true, out);
	csv_repair_release(&repair);
}

/* Whatever the size of the pieces, the same comes out. */
static void
assert_mends(const char *csv, const char *mended, const char *reports)
{
	for (size_t step = 1; step <= strlen(csv) + 1; step++) {
		struct str out = STR_INIT, notes = STR_INIT;

		mend(csv, step, &out, &notes);
		assert_string_equal(out.s, mended);
		assert_string_equal(notes.s, reports);
		str_release(&out);
		str_release(&notes);
	}
}

static void
what_is_right_stays_as_it_is(void **state)
{
	static const char *const right[] = {
	    "",
	    "a,b\r\n1,2\r\n",
	    "\"a,b\",\"say \"\"hi\"\"\"\n",
	    "\"two\r\nlines\",x\rnext,y",
	    "\"\",\"\"\n",
	    "\"\"\"\"\n",
	    " a , b \n",
	    "\n\n,,\n",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(right) / sizeof(right[0]); i++)
		assert_mends(right[i], right[i], "");
}

static void
a_quote_in_a_plain_field_is_literal(void **state)
{
	(void)state;
	assert_mends(
	    "1,a 12\" pizza,x\n2,b\n", "1,\"a 12\"\" pizza\",x\n2,b\n", "1.2 ");
	assert_mends("a\"", "\"a\"\"\"", "1.1 ");
}

static void
quotes_in_a_quoted_field_are_literal(void **state)
{
	(void)state;
	assert_mends("1,\"He said \"yes\" to me\",x\n",
	    "1,\"He said \"\"yes\"\" to me\",x\n", "1.2 ");
	assert_mends(
	    "\"He said \"yes\"\"\nb\n", "\"He said \"\"yes\"\"\"\nb\n", "1.1 ");
	assert_mends("\"a \"\"b\"\" \"c\" d\",2\n",
	    "\"a \"\"b\"\" \"\"c\"\" d\",2\n", "1.1 ");
}

static void
no_record_swallows_the_next(void **state)
{
	(void)state;
	assert_mends(
	    "\"a\"x,b\r\nc,d\r\n", "\"\"\"a\"\"x\",b\r\nc,d\r\n", "1.1 ");
	assert_mends("1,\"open\n2,fine\n3,\"good\"\n",
	    "1,\"\"\"open\"\n2,fine\n3,\"good\"\n", "1.2 ");
	assert_mends("1,\"open, and more\n2,\"\"\n",
	    "1,\"\"\"open\", and more\n2,\"\"\n", "1.2 ");
	assert_mends("x\n\"open", "x\n\"\"\"open\"", "2.1 ");
}

static void
spaces_around_quotes_go(void **state)
{
	(void)state;
	assert_mends("1, \"b, c\" ,2\n", "1,\"b, c\",2\n", "1.2 ");
	assert_mends("\"b\" \n", "\"b\"\n", "1.1 ");
	assert_mends(" \"b, c\n2\n", "\" \"\"b\", c\n2\n", "1.1 ");
}

static void
places_are_counted_through_every_line_end(void **state)
{
	(void)state;
	assert_mends("\"1\r\n2\r3\n4\",x\r\ny\"\r\rz,\"w\"w\n",
	    "\"1\r\n2\r3\n4\",x\r\n\"y\"\"\"\r\rz,\"\"\"w\"\"w\"\n",
	    "5.1 7.2 ");
}

/* An unclosed quote is looked for up to where no field could end: what is
 * waiting is bounded, and so is the time. */
static void
many_open_quotes_cost_no_more_than_their_bytes(void **state)
{
	struct str csv = STR_INIT, out = STR_INIT, notes = STR_INIT;

	(void)state;
	for (int i = 0; i < 200000; i++)
		str_add(&csv, i % 2 == 0 ? "\"\"\"\"open,1\n" : "x,\"\"y\n");
	mend(csv.s, 1 << 16, &out, &notes);
	assert_true(out.len > csv.len);
	assert_memory_equal(notes.s, "1.1 2.2 3.1 ", 12);
	str_release(&csv);
	str_release(&out);
	str_release(&notes);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_is_right_stays_as_it_is),
	    cmocka_unit_test(a_quote_in_a_plain_field_is_literal),
	    cmocka_unit_test(quotes_in_a_quoted_field_are_literal),
	    cmocka_unit_test(no_record_swallows_the_next),
	    cmocka_unit_test(spaces_around_quotes_go),
	    cmocka_unit_test(places_are_counted_through_every_line_end),
	    cmocka_unit_test(many_open_quotes_cost_no_more_than_their_bytes),
	};

	return cmocka_run_group_tests_name("csv_repair", tests, NULL, NULL);
}
