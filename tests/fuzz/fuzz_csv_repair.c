/* SPDX-License-Identifier: MIT */
/*
 * Any text mended as CSV, the first byte saying with which delimiter and in
 * which pieces.  What comes out must be CSV with as many lines, the same
 * whatever the pieces; and what was CSV before must stay as it was.
 */
#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/csv.h"
#include "base/csv_foreign.h"
#include "base/csv_repair.h"
#include "base/csv_text.h"
#include "base/str.h"
#include "base/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
note(void *arg, size_t record, size_t line, size_t column, const char *how)
{
	size_t *n = arg;

	assert(record >= 1 && record <= line && column >= 1);
	assert(*how != '\0');
	(*n)++;
}

static size_t
mend(const char *bytes, size_t n, size_t step, char delimiter, struct str *out)
{
	struct csv_repair repair;
	size_t notes = 0;

	csv_repair_init(&repair, delimiter, 1, note, &notes);
	for (size_t at = 0; at < n; at += step)
		csv_repair_feed(&repair, bytes + at,
		    n - at < step ? n - at : step, false, out);
	csv_repair_feed(&repair, "", 0, true, out);
	assert(repair.waiting.len == 0);
	csv_repair_release(&repair);
	return notes;
}

static int
count_record(void *arg, const struct csv_record *record, struct err *err)
{
	size_t *last = arg;

	(void)err;
	assert(record->n > 0);
	assert(record->line > *last);
	*last = record->line;
	return 0;
}

static int
read_strictly(const char *bytes, size_t n, char delimiter)
{
	struct err err = {0};
	size_t last = 0;

	return csv_read(
	    "fuzz", bytes, n, delimiter, count_record, &last, NULL, &err);
}

static void
check(const char *bytes, size_t n, size_t step, char delimiter)
{
	struct str whole = STR_INIT, pieces = STR_INIT;
	size_t notes = mend(bytes, n, n + 1, delimiter, &whole);

	assert(mend(bytes, n, step, delimiter, &pieces) == notes);
	assert(whole.len == pieces.len);
	assert(memcmp(whole.s, pieces.s, whole.len) == 0);
	assert(read_strictly(whole.s, whole.len, delimiter) == 0);
	assert(csv_text_count_lines(whole.s, whole.len) ==
	       csv_text_count_lines(bytes, n));
	if (read_strictly(bytes, n, delimiter) == 0) {
		assert(notes == 0);
		assert(whole.len == n && memcmp(whole.s, bytes, n) == 0);
	}
	str_release(&whole);
	str_release(&pieces);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char delimiters[] = ",;\t|";
	const char *text = (const char *)data + 1;

	if (size < 2 || memchr(text, '\0', size - 1) != NULL ||
	    !utf8_valid(text, size - 1, NULL))
		return 0;
	/* What stands around the records is taken off before. */
	if (strchr("\x1A\xEF\xFE\xFFs", *text) != NULL ||
	    memchr(text, 0x1A, size - 1) != NULL)
		return 0;
	/* What begins as another kind of file is refused before. */
	if (csv_foreign(text, size - 1) != NULL)
		return 0;
	check(text, size - 1, 1 + (data[0] >> 2), delimiters[data[0] & 3]);
	return 0;
}
