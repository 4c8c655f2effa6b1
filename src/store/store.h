/* SPDX-License-Identifier: MIT */
/*
 * The one private file that everything is kept in: open, transactions, and
 * generic access to its rows.  The modules beside this one know the entities.
 *
 * A write is durable when the function returns 0 outside a transaction, or
 * when store_commit() does.
 */
#ifndef STORE_STORE_H
#define STORE_STORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "core/days.h"
#include "core/rubric.h"
#include "core/rules.h"

struct store;

/*
 * Opens the database at `path`, making it (mode 0600, its directory 0700)
 * when there is none.  Brings an older schema up to date.  Refuses with
 * ERR_DATABASE what is damaged, foreign, newer, empty, or holds objects that
 * this program did not make.  A file or directory that can't be written is
 * opened for reading; see store_read_only().
 */
int store_open(const char *path, struct store **store, struct err *err);

/* NULL is harmless. */
void store_close(struct store *store);

const char *store_path(const struct store *store);
bool store_read_only(const struct store *store);

/* Fails, saying why, when the store can only be read. */
int store_need_write(const struct store *store, struct err *err);

/* A write transaction.  They do not nest. */
int store_begin(struct store *store, struct err *err);
int store_commit(struct store *store, struct err *err);
/* Undoes everything since store_begin(); harmless outside a transaction. */
void store_rollback(struct store *store);

/*
 * What is read in between is of one moment, whatever other programs write,
 * and takes a lock once and not for each statement.  Nothing may be written in
 * between; they do not nest.
 */
int store_read_begin(struct store *store, struct err *err);
/* Harmless when none was begun. */
void store_read_end(struct store *store);

/* The same where somebody may have begun it already: then nothing is to be
 * ended, and it is false. */
bool store_read_join(struct store *store);
void store_read_leave(struct store *store, bool joined);

/* The version of the built-in files that the data tables were filled from;
 * "" for a new database.  Owned by the caller. */
int store_data_version(struct store *store, char **version, struct err *err);
int store_set_data_version(
    struct store *store, const char *version, struct err *err);

/* A new UUIDv7 (RFC 9562): `wall_ms`, then random bits. */
void store_new_id(char out[37], int64_t wall_ms);

/* How questions stand; those that are not retired may be asked. */
enum question_state {
	QUESTIONS_ALL,
	QUESTIONS_IN_USE,
	QUESTIONS_RETIRED,
	QUESTIONS_NEVER_ASKED, /* in use */
	QUESTIONS_DUE,         /* in use */
	QUESTION_STATES,
};

/* What a listing is limited to; a NULL or `has_` false limits nothing. */
struct store_filter {
	const char *round, *company, *level;
	const char *search; /* a text to be found; see search.h */
	bool at_once;       /* what is found within a frame; see search.h */
	const char *tag;    /* that the session or the question has */
	bool has_since, has_until;
	int64_t since, until; /* s since 1970; since ≤ started_at < until */
	/* Where a bound is a day: of sessions, and what belongs to them, their
	 * own local days count in place of it. */
	struct days days;
	bool deleted; /* of sessions: those that were deleted, and no others */
	/* Of sessions: newest, oldest, best, worst, round, company or level,
	 * within these newest first; NULL: the listing's own. */
	const char *order;
	/* Of questions: `shipped` or `user`; and how they stand at `as_of`, s
	 * since 1970. */
	const char *origin;
	enum question_state state;
	int64_t as_of;
};

/* What stands in the tables, by the names of CLI and export. */
enum entity {
	ENTITY_RULES,
	ENTITY_ROUNDS,
	ENTITY_LEVELS,
	ENTITY_COMPANIES,
	ENTITY_LOOPS,
	ENTITY_RUBRICS,
	ENTITY_LEXICON,
	ENTITY_CALIBRATION,
	ENTITY_QUESTIONS,
	ENTITY_BACKLOGS,
	ENTITY_TABLES,
	ENTITY_INTERRUPTIONS,
	ENTITY_SESSIONS,
	ENTITY_ANSWERS,
	ENTITY_PARTS,
	ENTITY_RATINGS,
	ENTITY_CALIBRATION_RATINGS,
	ENTITY_CHECKLIST,
	ENTITY_CHECKED,
	ENTITY_LOOP_RUNS,
	ENTITY_SESSION_NOTES,
	ENTITY_SESSION_TAGS,
	ENTITY_DELETIONS,
	ENTITY_COUNT,
};

enum { ENTITY_FIELDS = 32 };

/* One field of a row.  A missing field of a text column has kind VALUE_NONE
 * and s "", one of a number column s NULL. */
struct field_value {
	enum field_kind {
		VALUE_NONE,
		VALUE_INT,
		VALUE_REAL,
		VALUE_TEXT,
	} kind;
	int64_t i;
	double r;
	const char *s; /* borrowed */
};

enum change {
	CHANGE_NONE, /* the row was there, the same */
	CHANGE_ADDED,
	CHANGE_UPDATED,
	CHANGE_KEPT, /* shipped data met a row that the user made his own */
};

/*
 * Puts one row of facts, its fields in the order of the entity's fact columns
 * (statements.c).  A row with the same key is updated where a field differs.
 * `shipped` rows never replace rows of the user's.
 */
int store_put(struct store *store, enum entity entity,
    const struct field_value *fields, bool shipped, enum change *change,
    struct err *err);

/* Which of an entity's facts are its key: a bit each. */
int store_key_facts(
    struct store *store, enum entity entity, uint32_t *key, struct err *err);

/* Rows one after the other, in the order of the export. */
struct rows;

int rows_open(struct store *store, enum entity entity,
    const struct store_filter *filter, struct rows **rows, struct err *err);

/* 1 with a row, 0 at the end, -1 with `err`.  The fields are the fact columns
 * and are borrowed until the next call. */
int rows_next(
    struct rows *rows, struct field_value *fields, int *n, struct err *err);

/* Number of the row's answer or session, for the judge (judge.h). */
int64_t rows_pk(const struct rows *rows);

/* Of a row of answers: its session's number, and which attempt at the question
 * it was; 0 when it was skipped. */
int64_t rows_session_pk(const struct rows *rows);
int64_t rows_attempt(const struct rows *rows);

void rows_close(struct rows *rows);

/* Counts the attempts at each question anew: after an import. */
int store_recount_attempts(struct store *store, struct err *err);

/* Fails where a rubric has more signals than one can hold: after an import. */
int store_check_rubrics(struct store *store, struct err *err);

/* The rules and rubrics in force, cached.  A rubric is borrowed until the store
 * is closed, the rules until the next rollback or put of one.  An unknown
 * rubric is NULL without an error. */
int
store_rules(struct store *store, const struct rules **rules, struct err *err);
int store_rubric(struct store *store, const char *key,
    const struct rubric **rubric, struct err *err);

#endif
