/* SPDX-License-Identifier: MIT */
/* Export from a screen: into the directory that the program runs in. */
#ifndef SCREENS_EXPORT_HERE_H
#define SCREENS_EXPORT_HERE_H

#include <stdio.h>

#include "base/clock.h"
#include "store/store.h"

enum { EXPORT_PATH_SIZE = 64 };

/* Writes `rehearse-progress-20261120T093000Z.csv`; `path` is its name.  Where
 * there is such a file already, `…Z-2.csv`.  `rater` NULL: one's own ratings.
 */
int export_progress_here(struct store *store, const struct store_filter *filter,
    const char *rater, struct instant now, char path[EXPORT_PATH_SIZE],
    struct err *err);

/* Writes `rehearse-NAME-….csv`: `write` puts its header and its rows. */
int export_rows_here(struct store *store, const char *name, struct instant now,
    void (*write)(const void *arg, FILE *to), const void *arg,
    char path[EXPORT_PATH_SIZE], struct err *err);

/* What a screen says then. */
void export_notice(char *notice, size_t size, int done,
    const char path[EXPORT_PATH_SIZE], const struct err *err);

#endif
