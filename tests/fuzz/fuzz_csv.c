/* SPDX-License-Identifier: MIT */
/*
 * Any bytes read as CSV, the first of them the delimiter.  What is read must be
 * within the promises of base/csv.h, and must survive being written and read
 * again.
 */
#include <assert.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/csv.h"
#include "base/str.h"
#include "base/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The records as one text: a NUL after each field, a newline after each
 * record, and the same written as CSV. */
struct copy {
	struct str text;
	struct str csv;
	bool safe; /* write with ' before formulas, or take them off */
	size_t last_line;
};

static int
check_record(void *arg, const struct csv_record *record, struct err *err)
{
	size_t *last_line = arg;

	(void)err;
	assert(record->n > 0);
	assert(record->line > *last_line);
	*last_line = record->line;
	for (size_t i = 0; i < record->n; i++) {
		const char *field = record->fields[i];

		if (field == NULL)
			continue;
		assert(*field != '\0');
		assert(strlen(field) <= CSV_FIELD_MAX);
		assert(utf8_valid(field, strlen(field), NULL));
	}
	return 0;
}

static int
copy_record(void *arg, const struct csv_record *record, struct err *err)
{
	struct copy *copy = arg;

	check_record(&copy->last_line, record, err);
	/* Alone in its record, an empty field is a blank line. */
	if (record->n == 1 && record->fields[0] == NULL)
		return 0;
	for (size_t i = 0; i < record->n; i++) {
		const char *field = record->fields[i];

		if (field != NULL)
			str_add(&copy->text, field);
		str_ch(&copy->text, '\0');
		if (i > 0)
			str_ch(&copy->csv, ',');
		csv_add_text(&copy->csv, field, copy->safe);
	}
	str_ch(&copy->text, '\n');
	str_add(&copy->csv, "\r\n");
	return 0;
}

/* Reads what copy_record() wrote; the header line is not of it. */
static int
compare_record(void *arg, const struct csv_record *record, struct err *err)
{
	struct copy *copy = arg;

	(void)err;
	if (record->line == 1)
		return 0;
	for (size_t i = 0; i < record->n; i++) {
		const char *field = record->fields[i];

		if (field != NULL && copy->safe)
			field = csv_unsafe(field);
		if (field != NULL)
			str_add(&copy->text, field);
		str_ch(&copy->text, '\0');
	}
	str_ch(&copy->text, '\n');
	return 0;
}

static void
check_refusal(
    const struct csv_problem *problem, const struct err *err, size_t n)
{
	assert(err->status == ERR_FAILED);
	assert(err->text[0] != '\0');
	assert(utf8_valid(err->text, strlen(err->text), NULL));
	assert(problem->offset <= n);
	assert(problem->line <= n + 1);
}

static void
check(const char *bytes, size_t n, char delimiter, bool safe)
{
	struct copy first = {.text = STR_INIT, .safe = safe};
	struct copy second = {.text = STR_INIT, .safe = safe};
	struct csv_problem problem = {.line = SIZE_MAX, .offset = SIZE_MAX};
	struct err err = {0};

	str_init(&first.csv);
	str_add(&first.csv, "header\r\n");
	int result = csv_read(
	    "fuzz", bytes, n, delimiter, copy_record, &first, &problem, &err);

	if (result != 0)
		check_refusal(&problem, &err, n);
	else
		assert(err.text[0] == '\0');
	result = csv_read("copy", first.csv.s, first.csv.len, ',',
	    compare_record, &second, NULL, &err);
	assert(result == 0);
	assert(first.text.len == second.text.len);
	assert(memcmp(first.text.s, second.text.s, first.text.len) == 0);
	str_release(&first.text);
	str_release(&second.text);
	str_release(&first.csv);
}

static void
check_repair(
    void *arg, size_t record, size_t line, size_t column, const char *how)
{
	(void)arg;
	assert(record >= 1 && record <= line && column >= 1 && *how != '\0');
}

/* As an import reads a file that it knows nothing of: leniently. */
static void
check_found(const char *bytes, size_t n, size_t skip_lines)
{
	const struct csv_options options = {
	    .find_delimiter = true,
	    .skip_lines = skip_lines,
	    .repaired = check_repair,
	};
	struct csv_problem problem = {.line = SIZE_MAX, .offset = SIZE_MAX};
	struct source source;
	struct err err = {0};
	size_t last_line = skip_lines;

	source_memory(&source, "fuzz", bytes, n);
	if (csv_read_source(&source, &options, check_record, &last_line,
		&problem, &err) != 0)
		check_refusal(&problem, &err, n);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char delimiters[] = ",;\t|";

	if (size == 0)
		return 0;
	char delimiter = delimiters[data[0] % 4];

	check((const char *)data + 1, size - 1, delimiter, data[0] & 4);
	check_found((const char *)data + 1, size - 1, data[0] >> 5);
	return 0;
}
