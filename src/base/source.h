/* SPDX-License-Identifier: MIT */
/*
 * The bytes of a file, from its start to its end and from the start again,
 * however long it is: a block at a time, decoded to UTF-8 where an encoding is
 * named (iconv).  What can't be read twice, as a pipe, is first put into a
 * private file without a name, so that nothing of it is ever left behind.
 */
#ifndef BASE_SOURCE_H
#define BASE_SOURCE_H

#include <iconv.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"

enum { SOURCE_BLOCK = 1 << 16 };

struct source {
	const char *name; /* for messages, borrowed */
	int fd;           /* -1: `bytes` */
	const char *bytes;
	size_t n;    /* bytes in all */
	size_t read; /* of them, so far */

	const char *encoding; /* NULL: as they are */
	iconv_t decoder;
	char *coded; /* a block that waits to be decoded */
	size_t coded_n;
};

/* "-" is standard input.  Fails with ERR_USAGE for an encoding that iconv does
 * not know.  Close it also after a failure. */
int source_open(struct source *source, const char *path, const char *encoding,
    struct err *err);

/* Bytes that the caller keeps; nothing to fail or to close. */
void source_memory(
    struct source *source, const char *name, const char *bytes, size_t n);

void source_close(struct source *source);

/* Goes back to the first byte. */
int source_rewind(struct source *source, struct err *err);

/*
 * Puts up to `room` bytes (at least SOURCE_ROOM) into `to`; `*n` is 0 at the
 * end only.  Bytes that are none of the encoding fail after all before them
 * were given.
 */
enum { SOURCE_ROOM = 16 };
int source_read(
    struct source *source, char *to, size_t room, size_t *n, struct err *err);

#endif
