/* SPDX-License-Identifier: MIT */
/* Questions on standard output, replies from standard input, line by line. */
#ifndef CLI_LINES_H
#define CLI_LINES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

struct lines {
	struct str line; /* the present one: valid UTF-8, without its end */
	bool ended;      /* there is no further line */
	char *buffer;    /* what was read, from `from` to `to` not yet taken */
	size_t from, to, room;
};

void lines_init(struct lines *lines);
void lines_release(struct lines *lines);

/* Shows what was printed and reads the next line; false at the end of input. */
bool lines_read(struct lines *lines);

enum lines_event {
	LINES_LINE,
	LINES_END,  /* of the input */
	LINES_TIME, /* is up, and no line is there */
};

/* The same, waiting at most so many milliseconds; negative: for ever. */
enum lines_event lines_wait(struct lines *lines, int64_t timeout_ms);

/* Asks until the reply is a whole number from `low` to `high`, or, where
 * `may_skip`, empty: then `*value` is 0.  False at the end of input, and where
 * the reply is to leave. */
bool lines_ask_digit(struct lines *lines, const char *prompt, int low, int high,
    bool may_skip, int *value);

/* Asks until the reply is y, yes, n or no; where `may_skip`, nothing is yes.
 * False as above. */
bool lines_ask_yes(
    struct lines *lines, const char *prompt, bool may_skip, bool *yes);

/* Asks once; true only for y or yes. */
bool lines_ask_begin(struct lines *lines, const char *prompt);

#endif
