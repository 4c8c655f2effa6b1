/* SPDX-License-Identifier: MIT */
/*
 * The schema is the numbered files of data/schema; a new database runs the
 * same steps as an old one, from zero.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/embed.h"
#include "base/mem.h"
#include "base/str.h"
#include "store/backup.h"
#include "store/db.h"

enum {
	APPLICATION_ID = 0x72686561, /* "rhea" */
	SCHEMA_STEPS = 10,
};

static const char *const steps[SCHEMA_STEPS] = {
    "data/schema/001_start.sql",
    "data/schema/002_judgement.sql",
    "data/schema/003_room.sql",
    "data/schema/004_loop.sql",
    "data/schema/005_bank.sql",
    "data/schema/006_review.sql",
    "data/schema/007_review.sql",
    "data/schema/008_bank.sql",
    "data/schema/009_rated.sql",
    "data/schema/010_digest.sql",
};

/* Everything that a database of ours may hold, or one of an older schema,
 * beside SQLite's own objects; in the order of strcmp().
 * Triggers and views are never among it. */
static const char *const known_objects[] = {
    "answer",
    "answer_by_question",
    "answer_by_session",
    "answer_by_time",
    "backlog",
    "calibration",
    "calibration_rating",
    "checked",
    "checklist",
    "company",
    "digest",
    "digest_of_session",
    "draft",
    "figure_row",
    "grams",
    "grams_config",
    "grams_data",
    "grams_idx",
    "interruption",
    "level",
    "lexicon",
    "loop_round",
    "loop_session",
    "meta",
    "opinion",
    "opinion_of_session",
    "part",
    "question",
    "question_by_id",
    "question_by_round",
    "rated",
    "rating",
    "rating_by_time",
    "rating_fact",
    "review",
    "review_by_time",
    "round",
    "rubric_signal",
    "rule",
    "search",
    "search_config",
    "search_data",
    "search_idx",
    "session",
    "session_by_time",
    "session_note",
    "session_tag",
    "session_tag_by_name",
    "stale",
    "stale_question",
    "standing",
    "tally", /* 006 to 009 */
    "went_well",
};

/* Pragmas can't be in the statement table: they run before a schema is. */
static int
pragma_int(
    struct store *store, const char *sql, int64_t *value, struct err *err)
{
	sqlite3_stmt *stmt = NULL;
	int rc = sqlite3_prepare_v2(store->db, sql, -1, &stmt, NULL);

	if (rc == SQLITE_OK)
		rc = sqlite3_step(stmt);
	if (rc != SQLITE_ROW) {
		store_fail(store, err, "read");
		sqlite3_finalize(stmt);
		return -1;
	}
	*value = sqlite3_column_int64(stmt, 0);
	sqlite3_finalize(stmt);
	return 0;
}

static int
run_sql(struct store *store, const char *sql, struct err *err)
{
	if (sqlite3_exec(store->db, sql, NULL, NULL, NULL) != SQLITE_OK)
		return store_fail(store, err, "bring the schema up to date");
	return 0;
}

static int
run_step(struct store *store, int step, struct err *err)
{
	const struct embedded *file = embedded_find(steps[step]);
	struct str sql = STR_INIT;
	int rc;

	str_addn(&sql, file->bytes, file->n);
	str_addf(&sql,
	    ";PRAGMA application_id = %d; PRAGMA user_version = %d; COMMIT;",
	    APPLICATION_ID, step + 1);
	rc = run_sql(store, sql.s, err);
	str_release(&sql);
	return rc;
}

/* Another program may have taken the step since the version was read. */
static int
apply_step(struct store *store, int step, struct err *err)
{
	int64_t version;
	int rc = run_sql(store, "BEGIN IMMEDIATE", err);

	if (rc == 0)
		rc = pragma_int(store, "PRAGMA user_version", &version, err);
	if (rc == 0 && version == step)
		rc = run_step(store, step, err);
	if (sqlite3_get_autocommit(store->db) == 0)
		sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
	return rc;
}

static int
compare_name(const void *name, const void *object)
{
	return strcmp(name, *(const char *const *)object);
}

/* A virtual table acts by how it was made. */
static bool
is_known(const char *type, const char *name, const char *sql)
{
	if (strncmp(sql, "CREATE VIRTUAL", strlen("CREATE VIRTUAL")) == 0)
		return strcmp(sql, SEARCH_TABLE) == 0 ||
		       strcmp(sql, SEARCH_TABLE_BEFORE) == 0;
	if (strncmp(name, "sqlite_", 7) == 0)
		return strcmp(type, "table") == 0 || strcmp(type, "index") == 0;
	if (strcmp(type, "table") != 0 && strcmp(type, "index") != 0)
		return false;
	return bsearch(name, known_objects,
		   sizeof(known_objects) / sizeof(known_objects[0]),
		   sizeof(known_objects[0]), compare_name) != NULL;
}

static int
check_objects(struct store *store, struct err *err)
{
	sqlite3_stmt *stmt = NULL;
	int rc = sqlite3_prepare_v2(store->db,
	    "SELECT type, name, sql FROM sqlite_schema", -1, &stmt, NULL);
	int result = 0;

	while (rc == SQLITE_OK || rc == SQLITE_ROW) {
		rc = sqlite3_step(stmt);
		if (rc != SQLITE_ROW)
			break;
		if (!is_known(column_text(stmt, 0), column_text(stmt, 1),
			column_text(stmt, 2))) {
			result = fail_as(err, ERR_DATABASE,
			    "%s: holds a %s '%.64s' that rehearse did not "
			    "make; it was not opened",
			    store->path, column_text(stmt, 0),
			    column_text(stmt, 1));
			break;
		}
	}
	if (result == 0 && rc != SQLITE_DONE)
		result = store_fail(store, err, "read");
	sqlite3_finalize(stmt);
	return result;
}

static int
check_identity(struct store *store, int64_t version, struct err *err)
{
	int64_t application;

	if (pragma_int(store, "PRAGMA application_id", &application, err) != 0)
		return -1;
	if (application != APPLICATION_ID || version < 1)
		return fail_as(err, ERR_DATABASE,
		    "%s: a database of another program; name another file "
		    "with --db",
		    store->path);
	if (version > SCHEMA_STEPS)
		return fail_as(err, ERR_DATABASE,
		    "%s: written by a newer rehearse (schema %d, this one "
		    "knows %d); install that version",
		    store->path, (int)version, SCHEMA_STEPS);
	return check_objects(store, err);
}

int
schema_newest(void)
{
	return SCHEMA_STEPS;
}

static int
check(struct store *store, int *version, struct err *err)
{
	int64_t value;

	if (pragma_int(store, "PRAGMA user_version", &value, err) != 0 ||
	    check_identity(store, value, err) != 0)
		return -1;
	*version = (int)value;
	return 0;
}

int
schema_check(struct store *store, int *version, struct err *err)
{
	int rc;

	if (store_read_begin(store, err) != 0)
		return -1;
	rc = check(store, version, err);
	store_read_end(store);
	return rc;
}

static int
name_device(struct store *store, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_META_PUT, err);
	char id[37];

	if (stmt == NULL)
		return -1;
	store_new_id(id, clock_now().wall_ms);
	bind_text(stmt, ":key", "device");
	bind_text(stmt, ":value", id);
	return store_run(store, stmt, err);
}

/* What an older program wrote is kept as it was. */
static int
save_before(struct store *store, int version, struct err *err)
{
	if (store->read_only)
		return fail(err,
		    "%s: written by an older rehearse (schema %d, this one "
		    "writes %d), and it can't be brought up to date because "
		    "it can't be written; make it and its directory writable "
		    "once",
		    store->path, version, SCHEMA_STEPS);
	return store_backup_beside(store, clock_now(), err);
}

static int
take_steps(struct store *store, int version, struct err *err)
{
	for (int step = version; step < SCHEMA_STEPS; step++)
		if (apply_step(store, step, err) != 0)
			return -1;
	return 0;
}

int
schema_upgrade(struct store *store, struct err *err)
{
	int version;

	return schema_check(store, &version, err) == 0
		   ? take_steps(store, version, err)
		   : -1;
}

int
schema_open(struct store *store, bool is_new, struct err *err)
{
	int version = 0;

	if (!is_new && schema_check(store, &version, err) != 0)
		return -1;
	if (!is_new && version < SCHEMA_STEPS &&
	    save_before(store, version, err) != 0)
		return -1;
	if (take_steps(store, version, err) != 0)
		return -1;
	return is_new ? name_device(store, err) : 0;
}
