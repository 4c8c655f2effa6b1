/* SPDX-License-Identifier: MIT */
/*
 * One page that tells how practice went, to keep, to print, or to send to a
 * coach: HTML with charts inside it, without scripts or anything from
 * elsewhere, or Markdown.
 */
#ifndef IO_REPORT_H
#define IO_REPORT_H

#include <stdio.h>

#include "base/clock.h"
#include "store/store.h"

enum report_format {
	REPORT_HTML,
	REPORT_MARKDOWN,
};

/* By the end of the file's name: .html, .htm, .md or .markdown.  False where
 * it is none of them. */
bool report_format_of(const char *path, enum report_format *format);

struct report_options {
	struct store_filter filter;
	bool with_answers; /* what was said stands in it, else only how well */
	struct instant now;
};

/*
 * Writes the page.  What it shows are one's own ratings.  The caller checks
 * the stream afterwards (out_file_commit() does).
 */
int report_write(struct store *store, const struct report_options *options,
    enum report_format format, FILE *to, struct err *err);

/* The same into a file that appears whole or not at all; NULL is standard
 * output. */
int report_file(struct store *store, const struct report_options *options,
    enum report_format format, const char *path, struct err *err);

#endif
