/* SPDX-License-Identifier: MIT */
/*
 * Import: a CSV file of one kind into the store, all or nothing, in one
 * transaction.  rows = added + updated + unchanged + skipped.
 */
#ifndef IO_IMPORT_H
#define IO_IMPORT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/source.h"
#include "io/kind.h"
#include "store/store.h"

enum {
	IMPORT_MAPS = 32,
	IMPORT_PROBLEMS = 1000,
	IMPORT_INDEXING = 2, /* a share beyond the file's: see `progress` */
};

struct import_options {
	const char *name;        /* of the file, for messages */
	const struct kind *kind; /* NULL: found by the header */
	const char
	    *maps[IMPORT_MAPS]; /* `FIELD=COLUMN`, `FIELD=#3`, `FIELD=` */
	int n_maps;
	bool no_header;    /* the first row is a row; columns are #1, #2 … */
	size_t skip_lines; /* before the header */
	char delimiter;    /* 0: found */
	bool lenient;      /* mend quotes, skip rows that don't fit */
	bool safe;         /* take one ' off texts that were made safe */
	bool dry_run;      /* report, change nothing */
	bool shipped;      /* built-in data: a user's own rows win */
	bool keep;         /* copy the database beside itself before */
	/* Called every now and then with the rows so far and the share of the
	 * file that is read, 0 to 1, or IMPORT_INDEXING while the bank's index
	 * is made of them; false: give up.  May be NULL. */
	bool (*progress)(void *arg, long rows, double share);
	void *progress_arg;
};

struct import_problem {
	size_t line;   /* from 1; 0: the whole file */
	int column;    /* from 1; 0: the whole line */
	char *field;   /* owned; "" when none */
	char *message; /* owned */
};

struct import_report {
	const struct kind *kind; /* NULL when the file was refused early */
	long rows, added, updated, unchanged, skipped, repaired;
	struct import_problem *problems; /* the first IMPORT_PROBLEMS */
	int n_problems;
	long n_more;    /* problems that were not kept */
	bool cancelled; /* by `progress` */
	/* Which column was taken for which field: the column's name, or "#2".
	 */
	struct import_column {
		const char *field;
		char *column; /* owned */
	} columns[KIND_COLUMNS];
	int n_columns;
};

/*
 * Imports a file in one transaction; it is read more than once.  -1: refused or
 * cancelled, nothing has changed; `err` says why in one sentence and the report
 * holds the places.  The report is filled in either way; release it.
 */
int import_source(struct store *store, const struct import_options *options,
    struct source *source, struct import_report *report, struct err *err);

/*
 * The same in steps of a few milliseconds, for a screen: 1 there is more, 0
 * done, -1 refused.  In between the transaction stays open, so that nothing
 * else may be written; the report counts the rows so far.  What has not ended
 * when it is freed leaves nothing behind.  All that is handed over must live as
 * long; `source` is closed by its owner, after it.
 */
struct import_job;

struct import_job *
import_job_new(struct store *store, const struct import_options *options,
    struct source *source, struct import_report *report);
int import_job_step(struct import_job *job, struct err *err);
/* The database is being copied, before a row is taken. */
bool import_job_is_copying(const struct import_job *job);
/* All rows are taken, and the bank's index is being made. */
bool import_job_is_indexing(const struct import_job *job);
/* How much of it is copied, then how much of the file is read, 0 to 1. */
double import_job_share(const struct import_job *job);
/* NULL is harmless. */
void import_job_free(struct import_job *job);

/* The same with bytes in memory. */
int import_csv(struct store *store, const struct import_options *options,
    const char *bytes, size_t n, struct import_report *report, struct err *err);

/* The same inside a transaction of the caller's, which he must roll back on
 * -1, with a file of our own making; `dry_run` is his to obey. */
int import_within(struct store *store, const struct import_options *options,
    const char *bytes, size_t n, struct import_report *report, struct err *err);

void import_report_release(struct import_report *report);

/* So many rows came in, or would, that nobody takes them away again by hand:
 * the database is worth keeping before. */
bool import_is_bulk(const struct import_report *report);

/* Fills the data tables from the built-in files when they are of another
 * version than the database's.  The user's own rows stay as they are. */
int import_built_in(struct store *store, struct err *err);

#endif
