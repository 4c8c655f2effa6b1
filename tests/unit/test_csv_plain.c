/* SPDX-License-Identifier: MIT */
/* Records that go past the parser are read as it would read them. */
#include <stdlib.h>
#include <string.h>

#include "unit.h"

#include "base/csv.h"
#include "base/csv_plain.h"
#include "base/mem.h"
#include "base/rand.h"

enum { RECORDS = 8000, FIELDS_MAX = 5, PARTS_MAX = 6 };

static size_t
plain_bytes(const char *text)
{
	static struct csv_plain plain;
	char *bytes = mem_text(text);
	size_t used;

	csv_plain_init(&plain, ',');
	used = csv_plain_record(&plain, bytes, strlen(bytes));
	free(bytes);
	return used;
}

static void
a_plain_record_ends_with_its_line(void **state)
{
	(void)state;
	assert_int_equal(plain_bytes("a,b\nc\n"), 4);
	assert_int_equal(plain_bytes("a,b\r\nc\n"), 5);
	assert_int_equal(plain_bytes("\"a,\nb\",c\nd\n"), 9);
	assert_int_equal(plain_bytes(",\n"), 2);
	assert_int_equal(plain_bytes("\"\"\n"), 3);
}

static void
all_else_is_left_to_the_parser(void **state)
{
	static const char *const others[] = {"", "\n", "\r\n", "a", "a,", "a\r",
	    "a\rb\n", "a\"b\n", "\"a\"b\n", "\"a\" \n", "\"a\"\"b\"\n", "\"a\n",
	    "a,\"", "\"a\"", "\"a\"\r"};

	(void)state;
	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
		assert_int_equal(plain_bytes(others[i]), 0);
}

static void
fields_are_without_their_quotes(void **state)
{
	static struct csv_plain plain;
	char text[] = "a;\"b;\n\";;d e\n";

	(void)state;
	csv_plain_init(&plain, ';');
	assert_int_equal(
	    csv_plain_record(&plain, text, strlen(text)), strlen(text));
	assert_int_equal(plain.n, 4);
	assert_memory_equal(plain.fields[1].s, "b;\n", plain.fields[1].n);
	assert_int_equal(plain.fields[1].n, 3);
	assert_true(plain.fields[1].quoted);
	assert_int_equal(plain.fields[2].n, 0);
	assert_false(plain.fields[2].quoted);
	assert_memory_equal(plain.fields[3].s, "d e", 3);
}

static void
a_record_of_very_many_fields_is_not_plain(void **state)
{
	struct str text = STR_INIT;

	(void)state;
	for (int i = 1; i < CSV_PLAIN_FIELDS; i++)
		str_ch(&text, ',');
	str_ch(&text, '\n');
	assert_int_equal(plain_bytes(text.s), CSV_PLAIN_FIELDS);
	str_cut(&text, text.len - 1);
	str_add(&text, ",\n");
	assert_int_equal(plain_bytes(text.s), 0);
	str_release(&text);
}

/* What was read, as one text. */
static int
note_record(void *arg, const struct csv_record *record, struct err *err)
{
	struct str *seen = arg;

	(void)err;
	str_addf(seen, "%zu:", record->line);
	for (size_t i = 0; i < record->n; i++)
		str_addf(seen, "<%s>",
		    record->fields[i] != NULL ? record->fields[i] : "(none)");
	str_ch(seen, '\n');
	return 0;
}

static void
add_field(struct str *csv, struct rand *rand)
{
	static const char *const parts[] = {
	    "a", "bc", " ", "\xC3\xA9", ",", "\"\"", "\n", "\r\n", "\r", "?"};
	enum { PARTS = sizeof(parts) / sizeof(parts[0]), PLAIN_PARTS = 4 };
	bool quoted = rand_next(rand) % 2 == 0;
	uint64_t n = rand_next(rand) % PARTS_MAX;

	if (quoted)
		str_ch(csv, '"');
	for (uint64_t i = 0; i < n; i++)
		str_add(csv,
		    parts[rand_next(rand) % (quoted ? PARTS : PLAIN_PARTS)]);
	if (quoted)
		str_ch(csv, '"');
}

/* The same records with another line end; a lone CR is never plain. */
static void
make_records(struct str *csv, const char *line_end)
{
	struct rand rand = {.state = 7};

	for (int i = 0; i < RECORDS; i++) {
		uint64_t fields = 1 + rand_next(&rand) % FIELDS_MAX;

		for (uint64_t k = 0; k < fields; k++) {
			if (k > 0)
				str_ch(csv, ',');
			add_field(csv, &rand);
		}
		str_add(csv, line_end);
	}
}

static void
read_all(const char *line_end, struct str *seen)
{
	struct str csv = STR_INIT;
	struct err err = {0};

	make_records(&csv, line_end);
	assert_true(csv.len > SOURCE_BLOCK);
	assert_int_equal(csv_read("plain.csv", csv.s, csv.len, ',', note_record,
			     seen, NULL, &err),
	    0);
	str_release(&csv);
}

static void
they_are_read_as_the_parser_reads_them(void **state)
{
	static const char *const ends[] = {"\n", "\r\n"};
	struct str parsed = STR_INIT;

	(void)state;
	read_all("\r", &parsed);
	for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++) {
		struct str plain = STR_INIT;

		read_all(ends[i], &plain);
		assert_int_equal(plain.len, parsed.len);
		assert_memory_equal(plain.s, parsed.s, plain.len);
		str_release(&plain);
	}
	str_release(&parsed);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_plain_record_ends_with_its_line),
	    cmocka_unit_test(all_else_is_left_to_the_parser),
	    cmocka_unit_test(fields_are_without_their_quotes),
	    cmocka_unit_test(a_record_of_very_many_fields_is_not_plain),
	    cmocka_unit_test(they_are_read_as_the_parser_reads_them),
	};

	return cmocka_run_group_tests_name("csv_plain", tests, NULL, NULL);
}
