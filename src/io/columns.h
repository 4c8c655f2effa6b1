/* SPDX-License-Identifier: MIT */
/*
 * Which columns of other people's files hold a question and what belongs to
 * it: by their names, and where several would do, by their texts.
 */
#ifndef IO_COLUMNS_H
#define IO_COLUMNS_H

#include <stdbool.h>
#include <stddef.h>

enum { COLUMN_NAME_WORDS = 6 }; /* of more, it is a sentence and no name */

/* A column as it was seen so far. */
struct column_seen {
	char *name;      /* as the header has it; "" when empty */
	char *words;     /* utf8_name() of it */
	char *letters;   /* the same without the spaces */
	long texts;      /* rows with a letter in it */
	long filled;     /* rows with anything in it */
	long numbered;   /* rows that begin with "1." or the like */
	long asking;     /* rows that ask something, as far as one looked */
	long figures;    /* rows that begin with a digit, as far as that */
	size_t bytes;    /* of all its texts */
	bool is_watched; /* it is counted, for a decision turns on it */
};

/* Takes over nothing: copies the name.  Release it with column_release(). */
void column_init(struct column_seen *column, const char *name);
void column_release(struct column_seen *column);

/* Counts one field; NULL is an empty one. */
void column_count(struct column_seen *column, const char *field);

enum { PROMPT_CLASSES = 5 };

/* True when numbers or dates stand below, and a name without any above them:
 * the first row is a header. */
bool column_has_name(const struct column_seen *column);

/* How well the name tells that the column holds the question: 0 best,
 * PROMPT_CLASSES not at all. */
int column_prompt_class(const struct column_seen *column);

/* The column of the question, -1 where none can be: the best class, and within
 * it the most text.  A lone column is it in any case.  `*n_alike`, the columns
 * of that class. */
int column_find_prompt(const struct column_seen *columns, int n, int *n_alike);

/* The column of another field of questions, -1: none; `is_taken` are not asked
 * again. */
int column_find_field(const struct column_seen *columns, int n,
    const bool *is_taken, const char *field);

/* Where a column of times says so in its name. */
bool column_in_minutes(const struct column_seen *column);

/* True when a header's cell reads as a row's text: a sentence, not a name. */
bool column_reads_as_text(const char *cell);

/* True when a lone cell reads as one of a list, and not as the list's name: it
 * has a number before it, or the mark of a sentence behind it. */
bool column_reads_as_item(const char *cell);

/* True when it has a few words and a question mark, of any script, at the
 * end. */
bool column_asks(const char *cell);

/* Bytes of a number before the text, as "12. ", "3) " or "Q4: "; 0: none. */
size_t column_numbering(const char *text);

#endif
