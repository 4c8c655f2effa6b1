/* SPDX-License-Identifier: MIT */
/* The inside of the store, for the files of this folder only. */
#ifndef STORE_DB_H
#define STORE_DB_H

#include <sqlite3.h>
#include <stdbool.h>

#include "core/lexicon.h"
#include "store/sought.h"
#include "store/pks.h"
#include "store/statements.h"
#include "store/store.h"

struct rubric_cached {
	struct rubric rubric;
	struct rubric_cached *next;
};

/* Sessions that the transaction has changed; see digest.h. */
struct touched {
	bool all;
	int64_t *session_pks;
	size_t n;
	char *last_id; /* of the last one */
};

struct found_session {
	int64_t pk;
	bool sure; /* need not be read */
};

/*
 * Sessions that hold a text, in order; see found.h.  The first `n` do; of
 * those from `at` to `end` it is not known yet.
 */
struct found {
	char *text;          /* NULL: nothing was looked for */
	char *limits;        /* what else the filter had */
	int64_t own, others; /* the state of the data that it was found in */
	struct pks all;      /* every session that the limits leave */
	struct found_session *sessions;
	size_t n, at, end;
	struct sought sought;
};

/*
 * Questions that hold a text, by id; see found_question.h.  The first `n` of
 * the list do; of the others from `at` on, and of all questions behind the id
 * `after`, it is not known yet.
 */
struct found_questions {
	char *text, *limits; /* as above */
	int64_t own, others;
	struct pks list;
	size_t n, at;
	char *after; /* NULL: there are none */
	struct sought sought;
};

/* Sessions by their overall, in the order of their numbers; see scored.h. */
struct session_score {
	int64_t session_pk;
	double overall;
};

struct scored {
	bool known;
	int64_t own, others; /* the state of the data that they are from */
	struct session_score *rows;
	size_t n;
};

/* Questions that are due; see due.h. */
struct due {
	bool known;
	int64_t own, others; /* the state of the data that they are from */
	int64_t as_of;
	char **ids; /* owned, in order */
	size_t n;
};

struct store {
	sqlite3 *db;
	char *path;
	char *plan; /* NULL: the usual one */
	bool read_only;
	int lock_fd; /* to look who holds a lock; -1 until it is needed */
	sqlite3_stmt *stmts[STMT_COUNT]; /* prepared when first used */
	bool has_rules;
	struct rules rules;
	struct rubric_cached *rubrics, *retired;
	struct lexicon *lexicon; /* NULL: not loaded */
	char *lexicon_company;
	struct touched touched;
	bool apart; /* digests are kept in temporary tables */
	struct found found;
	struct found_questions found_questions;
	struct scored scored;
	size_t portion; /* bytes that a search reads at once */
	struct due due;
	bool no_index; /* this SQLite can't make one (search.h) */
};

/* The statement, prepared, reset and with nothing bound; NULL with `err`. */
sqlite3_stmt *
store_use(struct store *store, enum statement id, struct err *err);

/* Binds by parameter name; a name that the statement lacks is ignored, so
 * that one filter serves all.  Texts must live until the statement is done. */
void bind_text(sqlite3_stmt *stmt, const char *name, const char *text);
void bind_int(sqlite3_stmt *stmt, const char *name, int64_t value);
void bind_filter(
    sqlite3_stmt *stmt, const struct store_filter *filter, char **pattern);

/* What a put of the facts would do to the row that is read: its columns are
 * the facts, then the origin. */
enum change compare_row(
    sqlite3_stmt *stmt, const struct field_value *fields, int n, bool shipped);

/* Binds a fact by position. */
void bind_value(sqlite3_stmt *stmt, int at, const struct field_value *value);

/* The column's text, "" for NULL; borrowed until the next step. */
const char *column_text(sqlite3_stmt *stmt, int column);
/* The same, owned. */
char *column_copy(sqlite3_stmt *stmt, int column);

/* 1 with a row, 0 at the end (the statement is reset), -1 with `err`. */
int store_step(struct store *store, sqlite3_stmt *stmt, struct err *err);

/* Runs a statement that gives no rows. */
int store_run(struct store *store, sqlite3_stmt *stmt, struct err *err);

/* The same of one that nothing is bound to. */
int store_run_alone(struct store *store, enum statement id, struct err *err);

/* Runs a statement that gives one number, and resets it; 0 where the row or
 * its value is missing. */
int store_number(
    struct store *store, sqlite3_stmt *stmt, int64_t *value, struct err *err);

/* The same for a count of the rows that a filter leaves. */
int store_count(struct store *store, enum statement id,
    const struct store_filter *filter, int *n, struct err *err);

/* A number that changes whenever another connection has written. */
int
store_others_version(struct store *store, int64_t *version, struct err *err);

/* Turns SQLite's present error into a sentence; returns -1. */
int store_fail(struct store *store, struct err *err, const char *doing);

/* Rules, rubrics and phrases are read anew from now on; frees them, when the
 * store is closed. */
void store_forget_reference(struct store *store);
void store_free_reference(struct store *store);
void store_forget_lexicon(struct store *store);

/* judging.c: the statement of an answer's ratings, by signal, oldest first. */
sqlite3_stmt *judge_use_ratings(struct store *store, int64_t session_pk,
    int64_t answer_pk, const char *rater, struct err *err);

/* search.c: the text of an answer has changed. */
int search_forget(struct store *store, struct err *err);

/* search.c: how many answers come after the number of the last indexed one,
 * or more. */
int search_unindexed(
    struct store *store, int64_t indexed, int *left, struct err *err);

/* open.c: whether to wait for another program that writes, or to fail. */
void store_wait(struct store *store, bool wait);

/* open.c: as store_open(), but a file that is not there is not made and an
 * older schema stays as it is. */
int store_open_as_is(const char *path, struct store **store, struct err *err);

/* The same for somebody else's file, of which no byte may change. */
int store_open_to_read(const char *path, struct store **store, struct err *err);

/* backup_beside.c: removes the backups that need not be kept.  One that can't
 * be removed does no harm; the one just made stays, whatever the clock says. */
void backup_rotate(const char *db, const char *made);

/* backup.c: page by page into a file that is there, under a read lock. */
int store_copy_pages(struct store *store, const char *path, struct err *err);

/* schema.c: checks that the file is ours and of a version that is known. */
int schema_check(struct store *store, int *version, struct err *err);

/* The newest schema that this program knows. */
int schema_newest(void);

/* schema.c: brings a checked file up to date, and keeps nothing of before. */
int schema_upgrade(struct store *store, struct err *err);

/* schema.c: checks that the file is ours and of a version that is known,
 * and brings it up to date. */
int schema_open(struct store *store, bool is_new, struct err *err);

#endif
