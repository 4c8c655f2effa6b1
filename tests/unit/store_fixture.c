/* SPDX-License-Identifier: MIT */
#include "store_fixture.h"

#include <ftw.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "unit.h"

#include "base/mem.h"
#include "base/str.h"
#include "io/export.h"
#include "io/rows.h"

static const char sample_rubrics[] =
    "rubric,position,signal,label,weight,metric,asks,"
    "anchor_1,anchor_2,anchor_3,anchor_4,anchor_5\r\n"
    "star,1,situation,Situation,1,yes,What was it?,a,b,c,d,e\r\n"
    "star,2,task,Task,2,yes,What was yours?,a,b,c,d,e\r\n"
    "star,3,action,Action,3,yes,What did you do?,a,b,c,d,e\r\n"
    "star,4,result,Result,4,yes,What came of it?,a,b,c,d,e\r\n"
    "plain,1,clarity,Clarity,1,no,Was it clear?,a,b,c,d,e\r\n"
    "plain,2,result,Result,1,no,What came of it?,a,b,c,d,e\r\n";

static const char sample_rounds[] =
    "round,label,aliases,rubric,seconds,think_s,questions\r\n"
    "behavioural,Behavioural,behavioral|行为,star,180,30,3\r\n"
    "general,General,other,plain,120,0,1\r\n";

static const char sample_levels[] = "level,label,aliases,rubric\r\n"
				    "apm,APM,junior,apm\r\n"
				    "senior,Senior PM,,senior\r\n";

static const char sample_questions[] =
    "id,prompt,round,rubric,company,level,seconds,probes\r\n"
    "q-1,A failure?,behavioural,,any,any,,Which data?|A \\| B?|Else?\r\n"
    "q-2,A conflict?,behavioural,,tencent,senior,,\r\n"
    "q-3,A launch?,behavioural,plain,,,,\r\n"
    "q-4,A deadline?,behavioural,star,any,,90,\r\n"
    "g-1,Why you?,general,,any,any,,\r\n";

void
assert_done(int result, const struct err *err)
{
	if (result != 0)
		print_error("%s\n", err->text);
	assert_int_equal(result, 0);
}

char *
fixture_path(const struct fixture *fixture, const char *name)
{
	struct str path = STR_INIT;

	str_addf(&path, "%s/%s", fixture->dir, name);
	return str_detach(&path);
}

static void
make_directory(struct fixture *fixture)
{
	const char *tmp = getenv("TMPDIR");
	struct str dir = STR_INIT;

	str_addf(&dir, "%s/rehearse-XXXXXX", tmp != NULL ? tmp : "/tmp");
	assert_non_null(mkdtemp(dir.s));
	fixture->dir = str_detach(&dir);
	fixture->path = fixture_path(fixture, "rehearse.db");
}

static void
import_sample(struct store *store)
{
	fixture_import(store, "rubrics", sample_rubrics);
	fixture_import(store, "rounds", sample_rounds);
	fixture_import(store, "levels", sample_levels);
	fixture_import(store, "questions", sample_questions);
}

static struct fixture *
start(void **state)
{
	struct fixture *fixture = mem_zero(1, sizeof(*fixture));
	struct err err = {0};

	make_directory(fixture);
	assert_done(store_open(fixture->path, &fixture->store, &err), &err);
	*state = fixture;
	return fixture;
}

int
fixture_set_up(void **state)
{
	import_sample(start(state)->store);
	return 0;
}

int
fixture_set_up_built_in(void **state)
{
	struct fixture *fixture = start(state);
	struct err err = {0};

	assert_done(import_built_in(fixture->store, &err), &err);
	return 0;
}

struct store *
fixture_another(const struct fixture *fixture, const char *name)
{
	char *path = fixture_path(fixture, name);
	struct err err = {0};
	struct store *store;

	assert_done(store_open(path, &store, &err), &err);
	import_sample(store);
	free(path);
	return store;
}

static int
remove_one(const char *path, const struct stat *st, int type, struct FTW *at)
{
	(void)st;
	(void)type;
	(void)at;
	return remove(path);
}

int
fixture_tear_down(void **state)
{
	enum { OPEN_AT_ONCE = 8 };
	struct fixture *fixture = *state;
	int result;

	store_close(fixture->store);
	result =
	    nftw(fixture->dir, remove_one, OPEN_AT_ONCE, FTW_DEPTH | FTW_PHYS);
	free(fixture->dir);
	free(fixture->path);
	free(fixture);
	return result;
}

int
fixture_import_with(struct store *store, const struct import_options *options,
    const char *csv, struct import_report *report, struct err *err)
{
	return import_csv(store, options, csv, strlen(csv), report, err);
}

void
fixture_import(struct store *store, const char *kind, const char *csv)
{
	const struct import_options options = {
	    .name = kind,
	    .kind = kind_find(kind),
	};
	struct import_report report;
	struct err err = {0};

	assert_done(
	    fixture_import_with(store, &options, csv, &report, &err), &err);
	import_report_release(&report);
}

char *
fixture_export(struct store *store, const char *kind)
{
	struct err err = {0};
	char *text = NULL;
	size_t n = 0;
	struct row_writer writer = {
	    .to = open_memstream(&text, &n),
	    .format = FORMAT_CSV,
	    .kind = kind_find(kind),
	};

	assert_non_null(writer.to);
	assert_done(export_rows(store, NULL, &writer, &err), &err);
	assert_int_equal(fclose(writer.to), 0);
	return text;
}

static sqlite3 *
connect_to(const char *path)
{
	sqlite3 *db;

	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	return db;
}

void
fixture_sql(const char *path, const char *sql)
{
	sqlite3 *db = connect_to(path);

	if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK)
		print_error("%s: %s\n", sql, sqlite3_errmsg(db));
	assert_int_equal(sqlite3_errcode(db), SQLITE_OK);
	assert_int_equal(sqlite3_close(db), SQLITE_OK);
}

int64_t
fixture_sql_int(const char *path, const char *sql)
{
	sqlite3 *db = connect_to(path);
	sqlite3_stmt *stmt;
	int64_t value;

	assert_int_equal(
	    sqlite3_prepare_v2(db, sql, -1, &stmt, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_step(stmt), SQLITE_ROW);
	value = sqlite3_column_int64(stmt, 0);
	sqlite3_finalize(stmt);
	assert_int_equal(sqlite3_close(db), SQLITE_OK);
	return value;
}

char *
fixture_sql_text(const char *path, const char *sql)
{
	sqlite3 *db = connect_to(path);
	sqlite3_stmt *stmt;
	char *text;

	assert_int_equal(
	    sqlite3_prepare_v2(db, sql, -1, &stmt, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_step(stmt), SQLITE_ROW);
	text = mem_text((const char *)sqlite3_column_text(stmt, 0));
	sqlite3_finalize(stmt);
	assert_int_equal(sqlite3_close(db), SQLITE_OK);
	return text;
}
