/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "unit.h"

#include "base/csv.h"
#include "base/mem.h"
#include "base/str.h"

/*
 * Records are compared as text, one a line: `LINE:field|field`, an empty field
 * as `-`, a line break within a field as `/`.
 */
struct seen {
	struct str text;
	size_t records;
	size_t stop_after; /* 0: never */
};

static int
note_record(void *arg, const struct csv_record *record, struct err *err)
{
	struct seen *seen = arg;

	str_addf(&seen->text, "%zu:", record->line);
	for (size_t i = 0; i < record->n; i++) {
		const char *field = record->fields[i];

		if (i > 0)
			str_ch(&seen->text, '|');
		if (field == NULL)
			str_ch(&seen->text, '-');
		else
			for (; *field != '\0'; field++)
				str_ch(&seen->text,
				    *field == '\n' || *field == '\r' ? '/'
								     : *field);
	}
	str_ch(&seen->text, '\n');
	if (++seen->records == seen->stop_after)
		return fail(err, "enough");
	return 0;
}

static void
assert_reads_n(const char *csv, size_t n, char delimiter, const char *records)
{
	struct seen seen = {.text = STR_INIT};
	struct err err = {.text = "untouched"};

	assert_int_equal(csv_read("t.csv", csv, n, delimiter, note_record,
			     &seen, NULL, &err),
	    0);
	assert_string_equal(seen.text.s, records);
	assert_string_equal(err.text, "untouched");
	str_release(&seen.text);
}

static void
assert_reads(const char *csv, const char *records)
{
	assert_reads_n(csv, strlen(csv), '\0', records);
}

struct refusal {
	const char *csv;
	const char *records; /* those that came before */
	size_t line, offset;
	const char *reason; /* a part of the message */
};

static void
assert_refuses_n(const struct refusal *refusal, size_t n)
{
	struct seen seen = {.text = STR_INIT};
	struct csv_problem problem = {.line = 99, .offset = 99};
	struct err err = {0};

	assert_int_equal(csv_read("t.csv", refusal->csv, n, ',', note_record,
			     &seen, &problem, &err),
	    -1);
	assert_string_equal(seen.text.s, refusal->records);
	assert_int_equal(problem.line, refusal->line);
	assert_int_equal(problem.offset, refusal->offset);
	if (strstr(err.text, refusal->reason) == NULL)
		assert_string_equal(err.text, refusal->reason);
	str_release(&seen.text);
}

static void
assert_refuses(const struct refusal *refusal)
{
	assert_refuses_n(refusal, strlen(refusal->csv));
}

static void
records_are_read(void **state)
{
	(void)state;
	assert_reads("a,b\r\n1,2\r\n", "1:a|b\n2:1|2\n");
	assert_reads("a,b\n1,2", "1:a|b\n2:1|2\n");
	assert_reads("one", "1:one\n");
	assert_reads("", "");
}

static void
quoted_fields_hold_anything(void **state)
{
	(void)state;
	assert_reads("\"a,b\",\"say \"\"hi\"\"\"\r\n", "1:a,b|say \"hi\"\n");
	assert_reads("\"two\r\nlines\",x", "1:two//lines|x\n");
	assert_reads("\"\"\"\"", "1:\"\n");
}

static void
white_space_belongs_to_the_field(void **state)
{
	(void)state;
	assert_reads(" a ,\tb\t,\" c \"\n", "1: a |\tb\t| c \n");
	assert_reads("a, \n", "1:a| \n");
	assert_reads_n(" a\tb \t\"c\td\"\n", 12, '\t', "1: a|b |c\td\n");
	assert_reads_n("\t\t\n", 3, '\t', "1:-|-|-\n");
}

static void
empty_fields_are_null(void **state)
{
	(void)state;
	assert_reads("a,,\"\"\n", "1:a|-|-\n");
	assert_reads(",,\n", "1:-|-|-\n");
	assert_reads(",", "1:-|-\n");
	assert_reads("\"\"\n", "1:-\n");
	assert_reads("x,\n", "1:x|-\n");
}

static void
blank_lines_are_no_records_but_count(void **state)
{
	(void)state;
	assert_reads("\n\na\n\n\nb\n", "3:a\n6:b\n");
	assert_reads("a\r\n\r\nb\r\n", "1:a\n3:b\n");
	assert_reads("a\r\rb\r", "1:a\n3:b\n");
	assert_reads("\r\n", "");
}

static void
records_know_the_line_they_start_on(void **state)
{
	(void)state;
	assert_reads("h,i\r\n\"1\r\n2\r\n3\",x\r\nb,c\r\n",
	    "1:h|i\n2:1//2//3|x\n5:b|c\n");
	assert_reads("\"\n\n\",\"\n\"\nnext\n", "1://|/\n5:next\n");
	assert_reads("\"\r\"\n\"\n\"\r\nz", "1:/\n3:/\n5:z\n");
	assert_reads("mac\rold\runix\nwin\r\nend",
	    "1:mac\n2:old\n3:unix\n4:win\n5:end\n");
	/* A quoted LF right after a CR is a line end of its own. */
	assert_reads("a\r\"\n\"\rb", "1:a\n2:/\n4:b\n");
}

static void
lines_are_counted_across_the_chunks_that_are_fed(void **state)
{
	struct str csv = STR_INIT;
	struct seen seen = {.text = STR_INIT};
	struct err err;
	char last[64];

	(void)state;
	for (int i = 0; i < 100000; i++)
		str_add(&csv, i % 3 == 0 ? "\"a\r\nb\"\r\n" : "cd,e\r\n");
	assert_int_equal(csv_read("t.csv", csv.s, csv.len, ',', note_record,
			     &seen, NULL, &err),
	    0);
	assert_int_equal(seen.records, 100000);
	snprintf(last, sizeof(last), "\n%d:cd|e\n%d:a//b\n", 99999 + 33333,
	    100000 + 33333);
	assert_string_equal(seen.text.s + seen.text.len - strlen(last), last);
	str_release(&csv);
	str_release(&seen.text);
}

static void
a_byte_order_mark_is_passed_over(void **state)
{
	(void)state;
	assert_reads("\xEF\xBB\xBF\"id\",b\n", "1:id|b\n");
	assert_reads("\xEF\xBB\xBF", "");
}

static void
a_sep_line_sets_the_delimiter(void **state)
{
	(void)state;
	assert_reads("sep=;\r\na;b,c\r\n", "2:a|b,c\n");
	assert_reads("\xEF\xBB\xBFsep=|\na|b\n", "2:a|b\n");
	assert_reads("sep=\t\na\tb\n", "2:a|b\n");
	assert_reads("sep=,\ra,b\r", "2:a|b\n");
	assert_reads("sep=;\n", "");
	assert_reads("sep=ab\n", "1:sep=ab\n");
	assert_reads("sep=\r\n1\n", "1:sep=\n2:1\n");
	assert_reads("sep=;", "1:sep=;\n");
}

static void
another_delimiter_can_be_asked_for(void **state)
{
	(void)state;
	assert_reads_n("a;b,c\n", 6, ';', "1:a|b,c\n");
}

static void
a_trailing_ctrl_z_is_dropped(void **state)
{
	(void)state;
	assert_reads("a,b\r\n\x1A", "1:a|b\n");
	assert_reads("a\x1A,b", "1:a\x1A|b\n");
}

static void
stray_quotes_are_refused_where_they_stand(void **state)
{
	(void)state;
	assert_refuses(&(struct refusal){"a\n1,x\"y\nb\n", "1:a\n", 2, 5,
	    "t.csv, line 2: a quote inside a field"});
	assert_refuses(&(struct refusal){"h\n\"a\nb\" x,2\nc\n", "1:h\n", 3, 7,
	    "t.csv, line 3: text after the quote"});
	assert_refuses(&(struct refusal){
	    "\"a\"x,b\r\nc,d\r\n", "", 1, 3, "text after the quote"});
	assert_refuses(&(struct refusal){
	    "a, \"b\"\n", "", 1, 3, "a quote inside a field"});
}

static void
an_unclosed_quote_is_refused_where_it_opens(void **state)
{
	(void)state;
	assert_refuses(&(struct refusal){"a,b\n1,\"2\n3,4\n5,6\n", "1:a|b\n", 2,
	    4, "t.csv, line 2: a quote that opens a field is never closed"});
}

static void
wrong_utf8_is_refused_before_any_record(void **state)
{
	(void)state;
	assert_refuses(&(struct refusal){"a\r\nb\r\ncaf\xE9\r\n", "", 3, 9,
	    "t.csv, line 3: byte 0xE9 at offset 9 is not UTF-8; --encoding "
	    "cp1252 would read it as é"});
	assert_refuses(&(struct refusal){"it\x92s", "", 1, 2, "read it as ’"});
	assert_refuses(&(struct refusal){
	    "a\x81", "", 1, 1, "--encoding MACINTOSH would read it as Å"});
	/* Another encoding would spoil what is right. */
	assert_refuses(&(struct refusal){"café, naïve, Öl, \xFC", "", 1, 20,
	    "two encodings were mixed; mend that line"});
}

static void
other_unicode_encodings_are_refused_by_name(void **state)
{
	(void)state;
	assert_refuses_n(&(struct refusal){"\xFF\xFE"
					   "a\0\n\0",
			     "", 0, 0, "UTF-16"},
	    6);
	assert_refuses_n(
	    &(struct refusal){"\xFE\xFF\0a\0\n", "", 0, 0, "UTF-16"}, 6);
	assert_refuses_n(
	    &(struct refusal){"\xFF\xFE\0\0a\0\0\0", "", 0, 0, "UTF-32"}, 8);
	assert_refuses_n(
	    &(struct refusal){"\0\0\xFE\xFF\0\0\0a", "", 0, 0, "UTF-32"}, 8);
}

static void
nul_bytes_are_refused(void **state)
{
	(void)state;
	assert_refuses_n(
	    &(struct refusal){"a\nb\0c", "", 2, 3, "line 2: a NUL byte"}, 5);
	assert_refuses_n(&(struct refusal){"a,b\nwhat is \0 that?\n", "", 2, 12,
			     "if this is a text file at all"},
	    20);
}

static void
what_is_no_csv_is_told_by_name(void **state)
{
	static const struct {
		const char *file, *says;
	} others[] = {
	    {"PK\3\4\24", "xlsx"},
	    {"\xD0\xCF\x11\xE0\xA1", "xls"},
	    {"%PDF-1.7\n", "a PDF"},
	    {"\x1F\x8B\b", "compressed"},
	    {"<!DOCTYPE html>\n<p>a</p>\n", "a web page"},
	    {"<html>\n", "a web page"},
	    {"<?xml version=\"1.0\"?>\n", "XML"},
	    {"[{\"question\":\"Why?\"}]\n", "JSON"},
	    {"{\"question\":\"Why?\"}\n", "JSON"},
	};
	static const char database[] = "SQLite format 3";

	(void)state;
	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
		assert_refuses(&(struct refusal){
		    others[i].file, "", 0, 0, others[i].says});
	assert_refuses_n(
	    &(struct refusal){database, "", 0, 0, "merge takes another"},
	    sizeof(database));
}

/* A field of `n` letters on line 2, quoted or not. */
static char *
long_field(size_t n, bool quoted)
{
	struct str csv = STR_INIT;

	str_add(&csv, quoted ? "h\n\"" : "h\n");
	for (size_t i = 0; i < n; i++)
		str_ch(&csv, 'x');
	str_add(&csv, quoted ? "\",y\n" : ",y\n");
	return str_detach(&csv);
}

static void
fields_are_taken_up_to_their_bound(void **state)
{
	(void)state;
	for (int quoted = 0; quoted <= 1; quoted++) {
		struct seen seen = {.text = STR_INIT};
		struct err err;
		char *csv = long_field(CSV_FIELD_MAX, quoted);

		assert_int_equal(csv_read("t.csv", csv, strlen(csv), ',',
				     note_record, &seen, NULL, &err),
		    0);
		assert_int_equal(seen.records, 2);
		free(csv);
		str_release(&seen.text);
	}
}

static void
longer_fields_are_refused(void **state)
{
	(void)state;
	for (size_t over = 1; over < 6; over++) {
		for (int quoted = 0; quoted <= 1; quoted++) {
			char *csv = long_field(CSV_FIELD_MAX + over, quoted);

			assert_refuses(&(struct refusal){csv, "1:h\n", 2, 2,
			    "t.csv, line 2: a field is longer than 1 MiB"});
			free(csv);
		}
	}
}

static void
ignore_repair(
    void *arg, size_t record, size_t line, size_t column, const char *how)
{
	(void)arg;
	(void)record;
	(void)line;
	(void)column;
	(void)how;
}

static void
mending_lets_no_longer_field_through(void **state)
{
	(void)state;
	for (int quoted = 0; quoted <= 1; quoted++) {
		const struct csv_options options = {
		    .delimiter = ',',
		    .repaired = ignore_repair,
		};
		struct seen seen = {.text = STR_INIT};
		struct csv_problem problem = {0};
		struct source source;
		struct err err = {0};
		char *csv = long_field((size_t)2 * CSV_FIELD_MAX, quoted);

		source_memory(&source, "t.csv", csv, strlen(csv));
		assert_int_equal(csv_read_source(&source, &options, note_record,
				     &seen, &problem, &err),
		    -1);
		assert_non_null(strstr(err.text, "longer than 1 MiB"));
		assert_int_equal(problem.line, 2);
		free(csv);
		str_release(&seen.text);
	}
}

static void
the_callback_can_stop_the_reading(void **state)
{
	const char *csv = "a\nb\nc\nd\n";
	struct seen seen = {.text = STR_INIT, .stop_after = 2};
	struct csv_problem problem = {0};
	struct err err = {0};

	(void)state;
	assert_int_equal(csv_read("t.csv", csv, strlen(csv), ',', note_record,
			     &seen, &problem, &err),
	    -1);
	assert_string_equal(seen.text.s, "1:a\n2:b\n");
	assert_string_equal(err.text, "enough");
	assert_int_equal(problem.line, 2);
	assert_int_equal(problem.offset, 2);
	str_release(&seen.text);
}

static void
the_last_record_can_stop_it_too(void **state)
{
	struct seen seen = {.text = STR_INIT, .stop_after = 1};
	struct err err = {0};

	(void)state;
	assert_int_equal(
	    csv_read("t.csv", "a", 1, ',', note_record, &seen, NULL, &err), -1);
	assert_string_equal(err.text, "enough");
	str_release(&seen.text);
}

static void
a_record_may_have_many_fields(void **state)
{
	struct str csv = STR_INIT, records = STR_INIT;

	(void)state;
	str_add(&records, "1:");
	for (int i = 0; i < 1000; i++) {
		str_addf(&csv, "%s%d", i > 0 ? "," : "", i);
		str_addf(&records, "%s%d", i > 0 ? "|" : "", i);
	}
	str_add(&records, "\n");
	assert_reads(csv.s, records.s);
	str_release(&csv);
	str_release(&records);
}

static void
assert_writes(const char *text, bool safe, const char *csv)
{
	struct str written = STR_INIT;

	csv_add_text(&written, text, safe);
	assert_string_equal(written.s, csv);
	str_release(&written);
}

static void
fields_are_quoted_only_where_they_must_be(void **state)
{
	(void)state;
	assert_writes("plain text; é", false, "plain text; é");
	assert_writes(NULL, false, "");
	assert_writes("", false, "");
	assert_writes("a,b", false, "\"a,b\"");
	assert_writes("a\nb", false, "\"a\nb\"");
	assert_writes("a\rb", false, "\"a\rb\"");
	assert_writes("\"", false, "\"\"\"\"");
	assert_writes("say \"hi\" now", false, "\"say \"\"hi\"\" now\"");
	assert_writes("=1+1", false, "=1+1");
}

static const struct {
	const char *text;
	const char *safe;
} formulas[] = {
    {"=1+1", "'=1+1"},
    {"+1", "'+1"},
    {"-1", "'-1"},
    {"@x", "'@x"},
    {"\tx", "'\tx"},
    {"\rx", "\"'\rx\""},
    {"=a,b", "\"'=a,b\""},
    {"  =x", "'  =x"},
    {"\u00a0 =x", "'\u00a0 =x"},
    {"'=x", "''=x"},
    {"'' -x", "''' -x"},
    {"a=b", "a=b"},
    {"'quoted'", "'quoted'"},
    {"' '=", "' '="},
    {"", ""},
    {"' ", "' "},
};

static void
formulas_are_marked_where_asked(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(formulas) / sizeof(formulas[0]); i++)
		assert_writes(formulas[i].text, true, formulas[i].safe);
}

static int
compare_unmarked(void *arg, const struct csv_record *record, struct err *err)
{
	const char *text = arg;
	const char *field = record->fields[0] != NULL ? record->fields[0] : "";

	(void)err;
	assert_string_equal(csv_unsafe(field), text);
	return 0;
}

static void
marking_can_be_undone(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(formulas) / sizeof(formulas[0]); i++) {
		char *text = mem_text(formulas[i].text);
		struct err err;

		assert_int_equal(csv_read("t.csv", formulas[i].safe,
				     strlen(formulas[i].safe), ',',
				     compare_unmarked, text, NULL, &err),
		    0);
		free(text);
	}
}

/* What the vectors of csv-spectrum hold, in words of our own. */
static const struct {
	const char *csv, *records;
} shapes[] = {
    {"first,last,address\nAnn,Lee,\"12 Mill Lane, Flat 3\"\n",
	"1:first|last|address\n2:Ann|Lee|12 Mill Lane, Flat 3\n"},
    {"a,b,c\n1,\"\",\"\"\n2,3,4\n", "1:a|b|c\n2:1|-|-\n3:2|3|4\n"},
    {"a,b\n1,\"say \"\"what\"\" now\"\n", "1:a|b\n2:1|say \"what\" now\n"},
    {"key,val\n1,\"{\"\"at\"\": [1.5, 2]}\"\n",
	"1:key|val\n2:1|{\"at\": [1.5, 2]}\n"},
    {"a,b,c\n\"once\nupon\",5,6\n7,8,9\n",
	"1:a|b|c\n2:once/upon|5|6\n4:7|8|9\n"},
    {"a,b\r\n\"x\n\"\"y\"\"\",\"\"\"z\"\"\"\r\n", "1:a|b\n2:x/\"y\"|\"z\"\n"},
    {"a,b,c\n1,2,3\n4,5,\u0243\n", "1:a|b|c\n2:1|2|3\n3:4|5|\u0243\n"},
};

static void
known_shapes_are_read(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(shapes) / sizeof(shapes[0]); i++)
		assert_reads(shapes[i].csv, shapes[i].records);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(records_are_read),
	    cmocka_unit_test(known_shapes_are_read),
	    cmocka_unit_test(quoted_fields_hold_anything),
	    cmocka_unit_test(white_space_belongs_to_the_field),
	    cmocka_unit_test(empty_fields_are_null),
	    cmocka_unit_test(blank_lines_are_no_records_but_count),
	    cmocka_unit_test(records_know_the_line_they_start_on),
	    cmocka_unit_test(lines_are_counted_across_the_chunks_that_are_fed),
	    cmocka_unit_test(a_byte_order_mark_is_passed_over),
	    cmocka_unit_test(a_sep_line_sets_the_delimiter),
	    cmocka_unit_test(another_delimiter_can_be_asked_for),
	    cmocka_unit_test(a_trailing_ctrl_z_is_dropped),
	    cmocka_unit_test(stray_quotes_are_refused_where_they_stand),
	    cmocka_unit_test(an_unclosed_quote_is_refused_where_it_opens),
	    cmocka_unit_test(wrong_utf8_is_refused_before_any_record),
	    cmocka_unit_test(other_unicode_encodings_are_refused_by_name),
	    cmocka_unit_test(nul_bytes_are_refused),
	    cmocka_unit_test(what_is_no_csv_is_told_by_name),
	    cmocka_unit_test(fields_are_taken_up_to_their_bound),
	    cmocka_unit_test(longer_fields_are_refused),
	    cmocka_unit_test(mending_lets_no_longer_field_through),
	    cmocka_unit_test(the_callback_can_stop_the_reading),
	    cmocka_unit_test(the_last_record_can_stop_it_too),
	    cmocka_unit_test(a_record_may_have_many_fields),
	    cmocka_unit_test(fields_are_quoted_only_where_they_must_be),
	    cmocka_unit_test(formulas_are_marked_where_asked),
	    cmocka_unit_test(marking_can_be_undone),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("csv", tests, NULL, NULL);
}
