/* SPDX-License-Identifier: MIT */
/*
 * What a CSV file holds between its wrappings: valid UTF-8 without a byte order
 * mark, a `sep=` line, lines that are to be skipped, and a Ctrl-Z at the end;
 * by the block, with the number of its line.  For base/csv.c.
 */
#ifndef BASE_CSV_TEXT_H
#define BASE_CSV_TEXT_H

#include "base/csv.h"
#include "base/source.h"

struct csv_text {
	struct source *source;
	size_t skip_lines; /* still to be skipped */
	char delimiter;    /* 0 until the first block was looked at */
	bool delimiter_fixed, find_delimiter;

	char *room;       /* SOURCE_BLOCK bytes */
	char *block;      /* the reader may write on it but for line ends */
	size_t n;         /* bytes at `block` */
	size_t offset;    /* of `block` in the text */
	size_t line;      /* of `block` */
	bool after_cr;    /* what precedes the block is a CR */
	const char *kept; /* what came with the block and waits for more */
	size_t kept_n;
	bool started, ended;
};

void
csv_text_init(struct csv_text *text, struct source *source, char delimiter);
void csv_text_release(struct csv_text *text);

/* Moves on to the next block; `n` is 0 at the end only.  A refusal is told
 * with its place. */
int csv_text_next(
    struct csv_text *text, struct csv_problem *problem, struct err *err);

/* The line of the block's byte at `at`. */
size_t csv_text_line_at(const struct csv_text *text, size_t at);

/* Where the line begins: reads the source from its start, so that no block can
 * follow. */
size_t csv_text_line_start(struct csv_text *text, size_t line);

/* Line breaks in the bytes: LF, CR, or both together. */
size_t csv_text_count_lines(const char *bytes, size_t n);

/* The delimiter among , ; TAB and | by which most of the records have as many
 * fields as the first; the comma where none stands out. */
char csv_text_find_delimiter(const char *bytes, size_t n);

#endif
