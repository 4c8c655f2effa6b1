/* SPDX-License-Identifier: MIT */
#include "store/merge.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/str.h"
#include "store/backup.h"
#include "store/db.h"
#include "store/doctor.h"
#include "store/tally.h"

/*
 * What is merged, in an order in which nothing points ahead.  The statements
 * are made from this table: they name a second database, which is not there
 * when those of statements.c are prepared.
 */
struct mergeable {
	const char *table;
	const char *key;    /* the columns of its unique index, joined by `,` */
	const char *values; /* the others, the most telling first */
	const char *once;   /* comes with a new row only; NULL: nothing */
	const char *text;   /* of which the longest wins; NULL: none */
	bool is_reference;  /* has an origin */
};

static const struct mergeable mergeables[] = {
    {"session", "id",
	"ended_at,started_at,utc_offset_min,mode,round,company,level,questions",
	"device,deleted_at", NULL, false},
    {"answer", "id",
	"answer,started_at,question_id,round,company,level,rubric,mode,limit_s,"
	"think_s,answer_s,paused_s,opening_s,splits,predicted,metric_given,"
	"hint,skipped,prompt,probes",
	"session_pk", "answer", false},
    {"part", "answer_pk,kind,position", "text,name", NULL, "text", false},
    {"rating", "session_pk,answer_pk,rater,signal,rated_at", "note,rating",
	NULL, "note", false},
    {"session_note", "session_pk,noted_at", "note", NULL, "note", false},
    {"session_tag", "session_pk,tag,tagged_at", "tagged", NULL, NULL, false},
    {"calibration_rating", "item,rated_at,signal", "rating", NULL, NULL, false},
    {"checked", "item,checked_at", "done", NULL, NULL, false},
    {"loop_session", "run_id,position", "started_at,loop,session_id", NULL,
	NULL, false},
    {"rule", "rule", "value,why", NULL, NULL, true},
    {"round", "round", "label,aliases,rubric,seconds,think_s,questions", NULL,
	NULL, true},
    {"level", "level", "label,aliases,rubric,position", NULL, NULL, true},
    {"company", "company", "label,tier,ecosystem,profile", NULL, NULL, true},
    {"loop_round", "loop,position",
	"company,day,round,minutes,gate,interviewer,rubric,questions", NULL,
	NULL, true},
    {"rubric_signal", "rubric,signal",
	"position,label,weight,metric,asks,anchor_1,anchor_2,anchor_3,anchor_4,"
	"anchor_5",
	NULL, NULL, true},
    {"lexicon", "kind,language,phrase", "why", NULL, NULL, true},
    {"calibration", "item", "position,rubric,prompt,answer,metric,scores,why",
	NULL, NULL, true},
    {"question", "id",
	"prompt,round,rubric,company,level,seconds,tags,probes,hint,look_for",
	NULL, "prompt", true},
    {"backlog", "question_id,position", "feature,effort,reach,evidence", NULL,
	NULL, true},
    {"figure_row", "question_id,position", "cells", NULL, "cells", true},
    {"interruption", "interruption", "text,round,left_s", NULL, "text", true},
    {"checklist", "item", "position,label,known_by,need,how", NULL, NULL, true},
};

/* The same session or answer in this database. */
static const struct {
	const char *column, *here;
} links[] = {
    {"session_pk",
	"(SELECT o.session_pk FROM theirs.session t JOIN main.session o"
	" ON o.id = t.id WHERE t.session_pk = x.session_pk)"},
    {"answer_pk", "(SELECT o.answer_pk FROM theirs.answer t JOIN main.answer o"
		  " ON o.id = t.id WHERE t.answer_pk = x.answer_pk)"},
};

/* A number that is missing is less than any. */
#define KNOWN "ifnull(%s.%s, -1)"

enum { COLUMN_SIZE = 24 };

/* The next name of a list; false at its end. */
static bool
next_column(const char **list, char name[COLUMN_SIZE])
{
	size_t n;

	if (*list == NULL || **list == '\0')
		return false;
	n = strcspn(*list, ",");
	snprintf(name, COLUMN_SIZE, "%.*s", (int)n, *list);
	*list += n + ((*list)[n] == ',');
	return true;
}

static void
add_list(struct str *sql, const char *list)
{
	if (list != NULL)
		str_addf(sql, ", %s", list);
}

static void
add_selected(struct str *sql, const char *list, const char *between)
{
	char name[COLUMN_SIZE];

	while (next_column(&list, name)) {
		const char *here = NULL;

		for (size_t i = 0; i < sizeof(links) / sizeof(links[0]); i++)
			if (strcmp(links[i].column, name) == 0)
				here = links[i].here;
		if (here != NULL)
			str_addf(sql, "%s%s", between, here);
		else
			str_addf(sql, "%sx.%s", between, name);
		between = ", ";
	}
}

static void
add_set(struct str *sql, const char *list)
{
	const char *between = "";
	char name[COLUMN_SIZE];

	while (next_column(&list, name)) {
		str_addf(sql, "%s%s = excluded.%s", between, name, name);
		between = ", ";
	}
}

/* The values as a row, to be compared from the left. */
static void
add_row(struct str *sql, const struct mergeable *of, const char *whose)
{
	const char *list = of->values, *between = "(";
	char name[COLUMN_SIZE];

	if (of->text != NULL)
		str_addf(sql, "(length(%s.%s), ", whose, of->text);
	if (of->text != NULL)
		between = "";
	while (next_column(&list, name)) {
		str_addf(sql, "%s" KNOWN, between, whose, name);
		between = ", ";
	}
	str_ch(sql, ')');
}

/* The unique index of ratings has an expression in it. */
static void
add_target(struct str *sql, const struct mergeable *of)
{
	if (strcmp(of->table, "rating") == 0)
		str_add(sql, "session_pk, ifnull(answer_pk, 0), rater, signal, "
			     "rated_at");
	else
		str_add(sql, of->key);
}

static void
make_statement(struct str *sql, const struct mergeable *of)
{
	str_addf(
	    sql, "INSERT INTO main.%s (%s, %s", of->table, of->key, of->values);
	add_list(sql, of->once);
	add_list(sql, of->is_reference ? "origin" : NULL);
	str_add(sql, ") SELECT ");
	add_selected(sql, of->key, "");
	add_selected(sql, of->values, ", ");
	add_selected(sql, of->once, ", ");
	add_selected(sql, of->is_reference ? "origin" : NULL, ", ");
	str_addf(sql, " FROM theirs.%s x WHERE %s ON CONFLICT (", of->table,
	    of->is_reference ? "x.origin = 'user'" : "true");
	add_target(sql, of);
	str_add(sql, ") DO UPDATE SET ");
	add_set(sql, of->values);
	str_add(sql,
	    of->is_reference ? ", origin = excluded.origin WHERE " : " WHERE ");
	if (of->is_reference)
		str_addf(sql, "%s.origin <> 'user' OR ", of->table);
	add_row(sql, of, "excluded");
	str_add(sql, " > ");
	add_row(sql, of, of->table);
}

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

	make_statement(&sql, of);
	if (rc == 0)
		rc = run(store, sql.s, NULL, err);
	changed = sqlite3_changes(store->db);
	str_release(&sql);
	if (rc != 0 || count_rows(store, of, &after, NULL, err) != 0)
		return -1;
	report->added += after - before;
	report->updated += changed - (after - before);
	report->unchanged += there - changed;
	return 0;
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
	int rc = sqlite3_prepare_v2(store->db,
	    "SELECT id FROM theirs.session WHERE session_pk IN"
	    " (SELECT session_pk FROM theirs.rating)",
	    -1, &stmt, NULL);

	if (rc != SQLITE_OK)
		return store_fail(store, err, "merge");
	while ((rc = sqlite3_step(stmt)) == SQLITE_ROW)
		if (tally_touch(store, column_text(stmt, 0), err) != 0)
			break;
	if (rc != SQLITE_DONE && rc != SQLITE_ROW)
		store_fail(store, err, "merge");
	sqlite3_finalize(stmt);
	if (rc != SQLITE_DONE)
		return -1;
	store_forget_reference(store);
	store_forget_lexicon(store);
	if (search_forget(store, err) != 0 ||
	    store_recount_attempts(store, err) != 0)
		return -1;
	return store_check_rubrics(store, err);
}

static int
merge_all(struct store *store, struct merge_report *report, struct err *err)
{
	for (size_t i = 0; i < sizeof(mergeables) / sizeof(mergeables[0]); i++)
		if (merge_table(store, &mergeables[i], report, err) != 0)
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

static bool
is_same_file(const char *a, const char *b)
{
	struct stat x, y;

	return stat(a, &x) == 0 && stat(b, &y) == 0 && x.st_dev == y.st_dev &&
	       x.st_ino == y.st_ino;
}

int
store_merge(struct store *store, const char *file, bool dry_run,
    struct instant now, struct merge_report *report, struct err *err)
{
	struct str name = STR_INIT;
	struct out_file copy;
	int rc;

	*report = (struct merge_report){0};
	if (is_same_file(store->path, file))
		return fail(err, "%s is the database itself", file);
	if (store_need_write(store, err) != 0)
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
