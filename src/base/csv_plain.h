/* SPDX-License-Identifier: MIT */
/*
 * Records that need no parser: whole within a block, ended by LF or CR LF, each
 * field without a quote or between two.  Most records are, and libcsv, which
 * looks at each byte in turn, takes several times as long; all others, the
 * wrong ones above all, are left to it.
 */
#ifndef BASE_CSV_PLAIN_H
#define BASE_CSV_PLAIN_H

#include <stdbool.h>
#include <stddef.h>

enum { CSV_PLAIN_FIELDS = 64 };

struct csv_plain {
	bool ends[256]; /* the bytes at which a field without quotes is over */
	char delimiter;
	struct csv_span {
		char *s;
		size_t n;
		bool quoted;
	} fields[CSV_PLAIN_FIELDS];
	size_t n; /* of them */
};

void csv_plain_init(struct csv_plain *plain, char delimiter);

/* Finds the fields of the record that begins there; returns its bytes with its
 * line end, or 0 where it is another's to read, as a blank line is. */
size_t csv_plain_record(struct csv_plain *plain, char *bytes, size_t n);

#endif
