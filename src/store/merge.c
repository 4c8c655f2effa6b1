/* SPDX-License-Identifier: MIT */
#include "store/merge.h"

#include <sys/stat.h>

#include "base/file.h"
#include "base/str.h"
#include "store/backup.h"
#include "store/db.h"
#include "store/digest.h"
#include "store/doctor.h"
#include "store/leftovers.h"
#include "store/merge_parts.h"

static int
run(struct store *store, const char *sql, const char *bound, struct err *err)
{
	sqlite3_stmt *stmt = NULL;
	int rc = sqlite3_prepare_v2(store->db, sql, -1, &stmt, NULL);

	if (rc == SQLITE_OK && bound != NULL)
		rc = sqlite3_bind_text(stmt, 1, bound, -1, SQLITE_STATIC);
	if (rc == SQLITE_OK)
		rc = sqlite3_step(stmt);
	if (rc != SQLITE_DONE)
		store_fail(store, err, "merge");
	sqlite3_finalize(stmt);
	return rc == SQLITE_DONE ? 0 : -1;
}

static int
count(struct store *store, const char *sql, long *n, struct err *err)
{
	sqlite3_stmt *stmt = NULL;
	int rc = sqlite3_prepare_v2(store->db, sql, -1, &stmt, NULL);

	if (rc == SQLITE_OK)
		rc = sqlite3_step(stmt);
	if (rc == SQLITE_ROW)
		*n = (long)sqlite3_column_int64(stmt, 0);
	else
		store_fail(store, err, "merge");
	sqlite3_finalize(stmt);
	return rc == SQLITE_ROW ? 0 : -1;
}

static int
count_rows(struct store *store, const struct mergeable *of, long *here,
    long *there, struct err *err)
{
	struct str sql = STR_INIT;
	int rc;

	str_addf(&sql, "SELECT count(*) FROM main.%s", of->table);
	rc = count(store, sql.s, here, err);
	str_clear(&sql);
	str_addf(&sql, "SELECT count(*) FROM theirs.%s%s", of->table,
	    of->is_reference ? " WHERE origin = 'user'" : "");
	if (rc == 0 && there != NULL)
		rc = count(store, sql.s, there, err);
	str_release(&sql);
	return rc;
}

static int
merge_table(struct store *store, const struct mergeable *of,
    struct merge_report *report, struct err *err)
{
	struct str sql = STR_INIT;
	long before, after, there, changed;
	int rc = count_rows(store, of, &before, &there, err);

	merge_statement(&sql, of);
	if (rc == 0)
		rc = run(store, sql.s, NULL, err);
	changed = sqlite3_changes(store->db);
	str_release(&sql);
	if (rc != 0 || count_rows(store, of, &after, NULL, err) != 0)
		return -1;
	report->added += after - before;
	report->updated += changed - (after - before);
	report->unchanged += there - changed;
	if (!of->is_reference || changed == 0)
		return 0;
	store_forget_reference(store);
	return digest_outdate(store, err);
}

/* Of two deletions the later one stays. */
static int
merge_deletions(
    struct store *store, struct merge_report *report, struct err *err)
{
	if (count(store,
		"SELECT count(*) FROM theirs.session t JOIN main.session o"
		" USING (id) WHERE t.deleted_at IS NOT NULL"
		" AND o.deleted_at IS NULL",
		&report->deleted, err) != 0)
		return -1;
	return run(store,
	    "UPDATE main.session AS o SET deleted_at = t.deleted_at"
	    " FROM theirs.session t WHERE t.id = o.id"
	    " AND t.deleted_at > ifnull(o.deleted_at, -1)",
	    NULL, err);
}

/* What is counted from the rows is counted anew. */
static int
recount(struct store *store, struct err *err)
{
	sqlite3_stmt *stmt = NULL;
	int rc = sqlite3_prepare_v2(
	    store->db, "SELECT id FROM theirs.session", -1, &stmt, NULL);

	if (rc != SQLITE_OK)
		return store_fail(store, err, "merge");
	while ((rc = sqlite3_step(stmt)) == SQLITE_ROW)
		if (digest_touch(store, column_text(stmt, 0), err) != 0)
			break;
	if (rc != SQLITE_DONE && rc != SQLITE_ROW)
		store_fail(store, err, "merge");
	sqlite3_finalize(stmt);
	if (rc != SQLITE_DONE)
		return -1;
	store_forget_lexicon(store);
	if (search_forget(store, err) != 0 ||
	    store_recount_attempts(store, err) != 0)
		return -1;
	return store_check_rubrics(store, err);
}

static int
merge_all(struct store *store, struct merge_report *report, struct err *err)
{
	for (const struct mergeable *of = mergeables; of->table != NULL; of++)
		if (merge_table(store, of, report, err) != 0)
			return -1;
	return merge_deletions(store, report, err) == 0 ? recount(store, err)
							: -1;
}

static int
merge_attached(struct store *store, bool dry_run, struct merge_report *report,
    struct err *err)
{
	if (store_begin(store, err) != 0)
		return -1;
	if (merge_all(store, report, err) != 0) {
		store_rollback(store);
		return -1;
	}
	if (dry_run) {
		store_rollback(store);
		return 0;
	}
	if (store_commit(store, err) != 0) {
		store_rollback(store);
		return -1;
	}
	return 0;
}

static int
attach(struct store *store, const char *copy, bool dry_run,
    struct merge_report *report, struct err *err)
{
	struct err ignored;
	int rc;

	if (run(store, "ATTACH ?1 AS theirs", copy, err) != 0)
		return -1;
	rc = merge_attached(store, dry_run, report, err);
	run(store, "DETACH theirs", NULL, &ignored);
	return rc;
}

/* Checks the other database to its last page and copies it. */
static int
copy_theirs(const char *file, const char *to, struct err *err)
{
	struct str problem = STR_INIT;
	struct store *theirs;
	int rc;

	if (store_open_to_read(file, &theirs, err) != 0)
		return -1;
	if (!store_is_sound(theirs, &problem))
		rc = fail_as(
		    err, ERR_DATABASE, "%s: damaged: %s", file, problem.s);
	else
		rc = store_copy_pages(theirs, to, err);
	store_close(theirs);
	str_release(&problem);
	return rc;
}

static int
bring_up_to_date(const char *copy, struct err *err)
{
	struct store *theirs;
	int rc;

	if (store_open_as_is(copy, &theirs, err) != 0)
		return -1;
	rc = schema_upgrade(theirs, err);
	store_close(theirs);
	return rc;
}

int
store_merge(struct store *store, const char *file, bool dry_run,
    struct instant now, struct merge_report *report, struct err *err)
{
	struct str name = STR_INIT;
	struct out_file copy;
	int rc;

	*report = (struct merge_report){0};
	if (file_is_same(store->path, file))
		return fail(err, "%s is the database itself", file);
	if (store_need_write(store, err) != 0 ||
	    store_leftovers_remove(store->path, err) != 0)
		return -1;
	str_addf(&name, "%s.merge", store->path);
	rc = out_file_open(&copy, name.s, err);
	str_release(&name);
	if (rc != 0)
		return -1;
	rc = copy_theirs(file, copy.temp, err);
	if (rc == 0)
		rc = bring_up_to_date(copy.temp, err);
	if (rc == 0 && !dry_run)
		rc = store_backup_beside(store, now, err);
	if (rc == 0)
		rc = attach(store, copy.temp, dry_run, report, err);
	out_file_abandon(&copy);
	return rc;
}
