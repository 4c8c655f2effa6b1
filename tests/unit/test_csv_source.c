/* SPDX-License-Identifier: MIT */
/* CSV from sources: files, pipes, encodings, delimiters, lines to skip. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "unit.h"

#include "base/csv.h"
#include "base/csv_text.h"
#include "base/mem.h"
#include "base/str.h"

static int
note(void *arg, const struct csv_record *record, struct err *err)
{
	(void)err;
	str_addf(arg, "%zu:", record->line);
	for (size_t i = 0; i < record->n; i++)
		str_addf(arg, "%s%s", i > 0 ? "|" : "",
		    record->fields[i] != NULL ? record->fields[i] : "-");
	str_ch(arg, '\n');
	return 0;
}

static char *
write_file(const char *bytes, size_t n)
{
	char *path = mem_text("/tmp/rehearse-source-XXXXXX");
	int fd = mkstemp(path);

	assert_true(fd >= 0);
	assert_int_equal(write(fd, bytes, n), n);
	close(fd);
	return path;
}

static int
read_file(const char *path, const char *encoding,
    const struct csv_options *options, struct str *seen, struct err *err)
{
	struct source source;
	int rc = source_open(&source, path, encoding, err);

	if (rc == 0)
		rc = csv_read_source(&source, options, note, seen, NULL, err);
	source_close(&source);
	return rc;
}

static void
assert_reads(const char *bytes, size_t n, const char *encoding,
    struct csv_options options, const char *records)
{
	char *path = write_file(bytes, n);
	struct str seen = STR_INIT;
	struct err err = {0};

	if (read_file(path, encoding, &options, &seen, &err) != 0)
		print_error("%s\n", err.text);
	assert_string_equal(seen.s, records);
	str_release(&seen);
	unlink(path);
	free(path);
}

static void
assert_fails(
    const char *bytes, size_t n, const char *encoding, const char *says)
{
	const struct csv_options options = {0};
	char *path = write_file(bytes, n);
	struct str seen = STR_INIT;
	struct err err = {0};

	assert_int_equal(read_file(path, encoding, &options, &seen, &err), -1);
	if (strstr(err.text, says) == NULL)
		print_error("%s\n", err.text);
	assert_non_null(strstr(err.text, says));
	str_release(&seen);
	unlink(path);
	free(path);
}

#define BYTES(text) text, sizeof(text) - 1

static void
other_encodings_are_decoded(void **state)
{
	const struct csv_options options = {0};

	(void)state;
	assert_reads(BYTES("caf\xE9,\x80\n"), "cp1252", options, "1:café|€\n");
	assert_reads(BYTES("\xFF\xFE"
			   "a\0,\0\xE9\0\n\0"),
	    "UTF-16", options, "1:a|é\n");
	assert_reads(
	    BYTES("\xFE\xFF\0a\0,\0b"), "UTF-16BE", options, "1:a|b\n");
	assert_reads(
	    BYTES("\xCE\xCA\xCC\xE2\n"), "GB18030", options, "1:问题\n");
	assert_reads(BYTES("a,b\n"), "utf-8", options, "1:a|b\n");
	assert_reads("", 0, "cp1252", options, "");
}

static void
a_wrong_encoding_names_line_and_byte(void **state)
{
	(void)state;
	assert_fails(BYTES("a\nb\xE9\n"), "ASCII",
	    "line 2: byte 0xE9 at offset 3 is not ASCII");
	assert_fails(BYTES("a\0b"), "UTF-16LE", "ends within a character");
	assert_fails(BYTES("a"), "klingon", "--encoding klingon: not known");
	assert_fails(BYTES("a\0,\0"), NULL, "--encoding UTF-16LE");
	assert_fails(BYTES("\0a\0,"), NULL, "--encoding UTF-16BE");
	assert_fails(BYTES("\xC2\xEE\xEF\xF0\xEE\xF1\n"), NULL,
	    "--encoding cp1251 would read it as Вопрос");
	/* Most words short, and one with a letter from elsewhere. */
	assert_fails(BYTES("\xD1\xE5\xEC\xB8\xED, \xEF\xEE\xF7\xE5\xEC\xF3 "
			   "\xE2\xFB \xE8 \xF1 \xF7\xE5\xEC \xEA \xED\xE0\xEC "
			   "\xEF\xF0\xE8\xF8\xEB\xE8?\n"),
	    NULL, "--encoding cp1251 would read it as Семён");
	/* Pairs whose second byte is of ASCII. */
	assert_fails(
	    BYTES("\x8E\xB8\x94s\x82\xB5\x82\xBD\x8Co\x8C\xB1\x82\xF0\x8B\xB3"
		  "\x82\xA6\x82\xC4\x82\xAD\x82\xBE\x82\xB3\x82\xA2\x81"
		  "B\x83\x5C\x95\x5C,\x8Ds\x93\xAE\n"),
	    NULL, "--encoding SHIFT_JIS would read it as 失敗");
	assert_fails(BYTES("\xCE\xCA\xCC\xE2,\xB7\xD6\xC0\xE0\n"), NULL,
	    "--encoding GB18030 would read it as 问题");
	assert_fails(BYTES("\xB9\xAE\xC1\xA6,\xC1\xA4\xB4\xE4"), NULL,
	    "--encoding EUC-KR would read it as 문제");
	assert_fails(BYTES("\xC3"
			   "D\xA5\xD8,\xC3\xFE\xA7O"),
	    NULL, "--encoding BIG5 would read it as 題");
	assert_fails(BYTES("\x82\xB1\x82\xEA\x82\xCD"), NULL,
	    "--encoding SHIFT_JIS would read it as これは");
}

/* Characters and line ends that lie across the blocks. */
static void
long_files_are_read_in_blocks(void **state)
{
	const struct csv_options options = {0};
	struct str csv = STR_INIT, utf16 = STR_INIT, expected = STR_INIT;

	(void)state;
	for (int i = 1; i <= 40000; i++) {
		str_add(&csv, "é,ü\r\n");
		str_addn(&utf16, "\xE9\0,\0\xFC\0\r\0\n\0", 10);
		str_addf(&expected, "%d:é|ü\n", i);
	}
	assert_reads(csv.s, csv.len, NULL, options, expected.s);
	assert_reads(utf16.s, utf16.len, "UTF-16LE", options, expected.s);
	str_ch(&csv, '\xC3');
	assert_fails(csv.s, csv.len, NULL, "line 40001: byte 0xC3");
	str_release(&csv);
	str_release(&utf16);
	str_release(&expected);
}

static void
lines_are_skipped_and_counted(void **state)
{
	struct csv_options options = {.skip_lines = 2};

	(void)state;
	assert_reads(BYTES("x \"y\nz\na,b\n"), NULL, options, "3:a|b\n");
	assert_reads(BYTES("x\r\n\r\na\r\n"), NULL, options, "3:a\n");
	assert_reads(BYTES("x\r\ra\r"), NULL, options, "3:a\n");
	assert_reads(BYTES("x\n"), NULL, options, "");
	options.skip_lines = 1;
	assert_reads(BYTES("\xEF\xBB\xBFx\na\n"), NULL, options, "2:a\n");
}

static const struct {
	const char *csv;
	char delimiter;
} delimiters[] = {
    /* Lists within the fields, as regular as they, and more of them. */
    {"Why me?,general,a|b|c|d\nWhy now?,general,e|f|g|h\n", ','},
    {"Why me?\ta|b|c\nWhy now?\te|f|g\n", '\t'},
    {"Why me?,a|b|c\n", ','},
    /* What the quotes say. */
    {"\"Why me, of all?\", a;b;c\n\"And why, now?\", e;f;g\n", ','},
    {"\"One, two\"|three,a,b\n\"Four, five\"|six,c,d\n", '|'},
    {"\"a;b\" ,\"c;d\" ;e\n", ','},
    /* A comma that a space follows is one of the text. */
    {"Why, of all, you?|general|apm|a\n"
     "And why, if at all, now?|general|pm|b\n",
	'|'},
    {"What, in short, would you do?;general\n"
     "And why, if at all, now?;coding\n",
	';'},
    {"Why me?, general, senior\nWhy now?, general, apm\n", ','},
    {"a,b\n1,2\n", ','},
    {"a;b\n1;2\n", ';'},
    {"a;b\nOne, two, three;2\nFour, five;3\n", ';'},
    {"a\tb\n1, 2\t2\n", '\t'},
    {"a|b\n1|2\n", '|'},
    {"q,tags\nWhy?,a|b\nHow?,c|d\n", ','},
    {"\"a;b\",c\n\"d;e\",f\n", ','},
    {"\"x\ny\";b\n1;2\n", ';'},
    {"Question\nOne, or two?\nThree?\n", ','},
    {"exported\nq;c\n1;2\n3;4\n5;6\n", ';'},
    {"alone\n", ','},
    {"", ','},
    {"\"open", ','},
};

static void
the_delimiter_is_the_regular_one(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(delimiters) / sizeof(delimiters[0]);
	     i++) {
		char found = csv_text_find_delimiter(
		    delimiters[i].csv, strlen(delimiters[i].csv));

		if (found != delimiters[i].delimiter)
			print_error("%s\n", delimiters[i].csv);
		assert_int_equal(found, delimiters[i].delimiter);
	}
}

static void
what_is_asked_for_wins_over_what_is_found(void **state)
{
	struct csv_options options = {.find_delimiter = true};

	(void)state;
	assert_reads(BYTES("a;b\n1;2\n"), NULL, options, "1:a|b\n2:1|2\n");
	assert_reads(BYTES("sep=,\na;b,c\n"), NULL, options, "2:a;b|c\n");
	options.delimiter = ';';
	assert_reads(BYTES("sep=,\na;b,c\n"), NULL, options, "2:a|b,c\n");
}

static void
a_pipe_is_read_as_often_as_a_file(void **state)
{
	struct source source;
	struct err err = {0};
	char first[8], again[8];
	int ends[2], saved = dup(STDIN_FILENO);
	size_t n;

	(void)state;
	assert_int_equal(pipe(ends), 0);
	assert_int_equal(write(ends[1], "a,b\n", 4), 4);
	close(ends[1]);
	dup2(ends[0], STDIN_FILENO);
	close(ends[0]);
	assert_int_equal(source_open(&source, "-", NULL, &err), 0);
	dup2(saved, STDIN_FILENO);
	close(saved);
	assert_int_equal(source.n, 4);
	char room[SOURCE_ROOM];

	assert_int_equal(source_read(&source, room, sizeof(room), &n, &err), 0);
	assert_int_equal(n, 4);
	memcpy(first, room, n);
	assert_int_equal(source_rewind(&source, &err), 0);
	assert_int_equal(source_read(&source, room, sizeof(room), &n, &err), 0);
	memcpy(again, room, n);
	assert_memory_equal(first, again, 4);
	source_close(&source);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(other_encodings_are_decoded),
	    cmocka_unit_test(a_wrong_encoding_names_line_and_byte),
	    cmocka_unit_test(long_files_are_read_in_blocks),
	    cmocka_unit_test(lines_are_skipped_and_counted),
	    cmocka_unit_test(the_delimiter_is_the_regular_one),
	    cmocka_unit_test(what_is_asked_for_wins_over_what_is_found),
	    cmocka_unit_test(a_pipe_is_read_as_often_as_a_file),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("csv_source", tests, NULL, NULL);
}
