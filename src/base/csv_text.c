/* SPDX-License-Identifier: MIT */
#include "base/csv_text.h"

#include <stdlib.h>
#include <string.h>

#include "base/csv_foreign.h"
#include "base/encoding.h"
#include "base/mem.h"
#include "base/utf8.h"

enum {
	CTRL_Z = 0x1A, /* the end of a file, to programs of CP/M's days */
	CTRL_Z_MAX = 64,
	CUT_MAX = 3, /* bytes of a character that wait for its last */
};

void
csv_text_init(struct csv_text *text, struct source *source, char delimiter)
{
	*text = (struct csv_text){
	    .source = source,
	    .delimiter = delimiter,
	    .room = mem_new(SOURCE_BLOCK),
	    .line = 1,
	};
}

void
csv_text_release(struct csv_text *text)
{
	free(text->room);
	text->room = NULL;
}

size_t
csv_text_count_lines(const char *bytes, size_t n)
{
	const char *end = bytes + n;
	size_t lines = 0;

	for (const char *c = bytes; (c = memchr(c, '\n', (size_t)(end - c)));
	     c++)
		lines++;
	for (const char *c = bytes; (c = memchr(c, '\r', (size_t)(end - c)));
	     c++)
		lines += c + 1 == end || c[1] != '\n';
	return lines;
}

size_t
csv_text_line_at(const struct csv_text *text, size_t at)
{
	bool pair = text->after_cr && at > 0 && text->block[0] == '\n';

	return text->line + csv_text_count_lines(text->block, at) - pair;
}

size_t
csv_text_line_start(struct csv_text *text, size_t line)
{
	struct err ignored = {0};
	size_t at = 0, n = 0;
	bool after_cr = false;

	if (line <= 1 || source_rewind(text->source, &ignored) != 0)
		return 0;
	while (source_read(
		   text->source, text->room, SOURCE_BLOCK, &n, &ignored) == 0 &&
	       n > 0) {
		for (size_t i = 0; i < n; i++, at++) {
			char c = text->room[i];

			if (after_cr && c != '\n' && --line == 1)
				return at;
			after_cr = c == '\r';
			if (c == '\n' && --line == 1)
				return at + 1;
		}
	}
	return at;
}

static int
refuse(struct csv_text *text, size_t line, size_t offset, const char *reason,
    struct csv_problem *problem, struct err *err)
{
	*problem = (struct csv_problem){.line = line, .offset = offset};
	if (line == 0)
		return fail(err, "%s: %s", text->source->name, reason);
	return fail(err, "%s, line %zu: %s", text->source->name, line, reason);
}

static bool
starts_with(const struct csv_text *text, const char *mark, size_t n)
{
	return text->n >= n && memcmp(text->block, mark, n) == 0;
}

static int
check_marks(struct csv_text *text, struct csv_problem *problem, struct err *err)
{
	const char *reason = csv_foreign(text->block, text->n);

	return reason != NULL ? refuse(text, 0, 0, reason, problem, err) : 0;
}

static int
refuse_nul(struct csv_text *text, size_t at, struct csv_problem *problem,
    struct err *err)
{
	size_t offset = text->offset + at;

	return refuse(text, csv_text_line_at(text, at), offset,
	    csv_foreign_nul(text->block, text->n, offset), problem, err);
}

static int
refuse_byte(struct csv_text *text, size_t at, size_t n,
    struct csv_problem *problem, struct err *err)
{
	char reason[ENCODING_REASON];

	encoding_explain(reason, text->block, n, at, text->offset + at);
	return refuse(text, csv_text_line_at(text, at), text->offset + at,
	    reason, problem, err);
}

/* Bytes at the end that may go on in the next block: of a character, or those
 * that are dropped at the end of the file. */
static size_t
unfinished(const char *bytes, size_t n)
{
	size_t tail = 0;

	while (tail < n && tail < CTRL_Z_MAX && bytes[n - tail - 1] == CTRL_Z)
		tail++;
	if (tail > 0)
		return tail;
	for (size_t back = 1; back <= CUT_MAX && back <= n; back++) {
		unsigned char c = (unsigned char)bytes[n - back];

		if (c < 0x80)
			return 0;
		if (c >= 0xC0) {
			size_t whole = c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : 2;

			return whole > back ? back : 0;
		}
	}
	return 0;
}

/* Fills the room after what was kept. */
static int
fill(struct csv_text *text, struct csv_problem *problem, struct err *err)
{
	struct err why = {0};
	size_t have = text->kept_n, got = 1;

	if (have > 0)
		memmove(text->room, text->kept, have);
	/* Whole blocks, also from a pipe: the first is looked at. */
	while (SOURCE_BLOCK - have >= SOURCE_ROOM && got > 0) {
		if (source_read(text->source, text->room + have,
			SOURCE_BLOCK - have, &got, &why) != 0)
			break;
		have += got;
	}
	text->ended = got == 0;
	text->block = text->room;
	text->n = have;
	if (why.status == ERR_NONE)
		return 0;
	*problem = (struct csv_problem){
	    .line = csv_text_line_at(text, have),
	    .offset = text->offset + have,
	};
	return fail(err, "%s, line %zu: %s", text->source->name, problem->line,
	    why.text);
}

static int
check_bytes(struct csv_text *text, struct csv_problem *problem, struct err *err)
{
	size_t n = text->n, bad;
	const char *nul = memchr(text->block, '\0', n);

	text->kept_n = unfinished(text->block, n);
	text->kept = text->block + n - text->kept_n;
	if (text->ended && text->kept_n > 0 && *text->kept != CTRL_Z)
		text->kept_n = 0;
	text->n = n - text->kept_n;
	if (nul != NULL)
		return refuse_nul(
		    text, (size_t)(nul - text->block), problem, err);
	if (!utf8_valid(text->block, text->n, &bad))
		return refuse_byte(text, bad, n, problem, err);
	return 0;
}

static void
pass_over(struct csv_text *text, size_t n)
{
	if (n == 0)
		return;
	text->line = csv_text_line_at(text, n);
	text->after_cr = text->block[n - 1] == '\r';
	text->block += n;
	text->n -= n;
	text->offset += n;
}

/* `sep=;` and a line end, at the start: spreadsheets write it, and obey it. */
static void
take_separator_line(struct csv_text *text)
{
	const char *first = text->block;

	if (text->n < 6 || memcmp(first, "sep=", 4) != 0 ||
	    strchr("\"\r\n", first[4]) != NULL ||
	    (first[5] != '\r' && first[5] != '\n'))
		return;
	if (!text->delimiter_fixed)
		text->delimiter = first[4];
	pass_over(
	    text, text->n > 6 && first[5] == '\r' && first[6] == '\n' ? 7 : 6);
}

/* Up to the end of the line, or of the block. */
static size_t
line_length(const struct csv_text *text)
{
	for (size_t i = 0; i < text->n; i++) {
		if (text->block[i] == '\n')
			return i + 1;
		if (text->block[i] == '\r')
			return i + 1 < text->n && text->block[i + 1] == '\n'
				   ? i + 2
				   : i + 1;
	}
	return text->n;
}

static void
skip_lines(struct csv_text *text)
{
	while (text->line <= text->skip_lines && text->n > 0)
		pass_over(text, line_length(text));
	/* The second half of a line end whose first was the last skipped. */
	if (text->skip_lines > 0 && text->line == text->skip_lines + 1 &&
	    text->after_cr && text->n > 0 && text->block[0] == '\n')
		pass_over(text, 1);
}

static int
start(struct csv_text *text, struct csv_problem *problem, struct err *err)
{
	text->started = true;
	text->delimiter_fixed = text->delimiter != '\0';
	if (check_marks(text, problem, err) != 0)
		return -1;
	if (check_bytes(text, problem, err) != 0)
		return -1;
	if (starts_with(text, "\xEF\xBB\xBF", 3))
		pass_over(text, 3);
	take_separator_line(text);
	return 0;
}

int
csv_text_next(
    struct csv_text *text, struct csv_problem *problem, struct err *err)
{
	do {
		pass_over(text, text->n);
		if (text->ended) /* what was kept is a Ctrl-Z */
			return 0;
		if (fill(text, problem, err) != 0)
			return -1;
		if ((text->started ? check_bytes(text, problem, err)
				   : start(text, problem, err)) != 0)
			return -1;
		skip_lines(text);
	} while (text->n == 0 && !text->ended);
	if (text->delimiter == '\0')
		text->delimiter =
		    text->find_delimiter
			? csv_text_find_delimiter(text->block, text->n)
			: ',';
	return 0;
}
