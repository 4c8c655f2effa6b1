/* SPDX-License-Identifier: MIT */
#include "store/doctor.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "store/backup.h"
#include "store/db.h"
#include "store/doctor_parts.h"

struct doctor_check *
doctor_add(struct doctor *doctor, const char *name, bool ok, struct str *detail,
    const char *fix)
{
	struct doctor_check *check = &doctor->checks[doctor->n++];

	*check = (struct doctor_check){
	    .name = name,
	    .ok = ok,
	    .detail = str_detach(detail),
	    .fix = mem_text(ok ? "" : fix),
	};
	return check;
}

void
doctor_release(struct doctor *doctor)
{
	for (int i = 0; i < doctor->n; i++) {
		free(doctor->checks[i].detail);
		free(doctor->checks[i].fix);
	}
	*doctor = (struct doctor){0};
}

bool
doctor_ok(const struct doctor *doctor)
{
	for (int i = 0; i < doctor->n; i++)
		if (!doctor->checks[i].ok)
			return false;
	return true;
}

/* The rows of a statement that has no place in the table: what is looked at
 * may be anything.  NULL where it can't be asked. */
static sqlite3_stmt *
ask(struct store *store, const char *sql)
{
	sqlite3_stmt *stmt = NULL;

	if (sqlite3_prepare_v2(store->db, sql, -1, &stmt, NULL) == SQLITE_OK)
		return stmt;
	sqlite3_finalize(stmt);
	return NULL;
}

/* `ok` is the only row of a sound one. */
bool
store_is_sound(struct store *store, struct str *problem)
{
	sqlite3_stmt *stmt = ask(store, "PRAGMA integrity_check(1)");
	bool sound = false;

	if (stmt != NULL && sqlite3_step(stmt) == SQLITE_ROW) {
		sound = strcmp(column_text(stmt, 0), "ok") == 0;
		if (!sound)
			str_add(problem, column_text(stmt, 0));
	} else {
		str_add(problem, sqlite3_errmsg(store->db));
	}
	sqlite3_finalize(stmt);
	return sound;
}

static void
check_integrity(struct doctor *doctor, struct store *store)
{
	struct str detail = STR_INIT, fix = STR_INIT;
	bool ok = store_is_sound(store, &detail);

	if (ok)
		str_add(&detail, "every page and index is as it must be");
	else
		doctor->status = ERR_DATABASE;
	store_way_back(store->path, &fix);
	doctor_add(doctor, "integrity", ok, &detail, fix.s);
	str_release(&fix);
}

static void
check_schema(struct doctor *doctor, struct store *store)
{
	struct str detail = STR_INIT;
	struct err err = {0};
	int version = 0, newest = schema_newest();
	bool known = schema_check(store, &version, &err) == 0;

	str_addf(&detail, "version %d of %d", version, newest);
	doctor_add(doctor, "schema", known && version == newest, &detail,
	    "rehearse doctor --fix, or any other command, brings it up to "
	    "date and keeps a backup")
	    ->mends = known && version != newest;
}

static void
check_orphans(struct doctor *doctor, struct store *store)
{
	sqlite3_stmt *stmt = ask(store, "PRAGMA foreign_key_check");
	struct str detail = STR_INIT, fix = STR_INIT;
	int n = 0;

	while (stmt != NULL && sqlite3_step(stmt) == SQLITE_ROW)
		if (n++ == 0)
			str_addf(
			    &detail, "first one in %s: ", column_text(stmt, 0));
	sqlite3_finalize(stmt);
	str_addf(&detail, "%d rows without the one that they belong to", n);
	store_way_back(store->path, &fix);
	doctor_add(doctor, "orphans", n == 0, &detail, fix.s);
	str_release(&fix);
}

static int
wrong_texts(sqlite3_stmt *stmt)
{
	int columns = sqlite3_column_count(stmt), n = 0;

	while (sqlite3_step(stmt) == SQLITE_ROW)
		for (int i = 0; i < columns; i++) {
			const char *text;

			if (sqlite3_column_type(stmt, i) != SQLITE_TEXT)
				continue;
			text = column_text(stmt, i);
			n += !utf8_valid(
			    text, (size_t)sqlite3_column_bytes(stmt, i), NULL);
		}
	return n;
}

/* The names of the tables are known ones: schema_check() saw to it. */
static void
check_encodings(struct doctor *doctor, struct store *store)
{
	sqlite3_stmt *tables =
	    ask(store, "SELECT name FROM sqlite_schema WHERE type = 'table'"
		       " AND name NOT LIKE 'sqlite_%'");
	struct str detail = STR_INIT, fix = STR_INIT, sql = STR_INIT;
	int wrong = 0;

	while (tables != NULL && sqlite3_step(tables) == SQLITE_ROW) {
		sqlite3_stmt *rows;
		int n;

		str_clear(&sql);
		str_addf(&sql, "SELECT * FROM \"%s\"", column_text(tables, 0));
		rows = ask(store, sql.s);
		n = rows != NULL ? wrong_texts(rows) : 0;
		if (n > 0)
			str_addf(
			    &detail, "%s: %d; ", column_text(tables, 0), n);
		wrong += n;
		sqlite3_finalize(rows);
	}
	sqlite3_finalize(tables);
	str_addf(&detail, "%d texts that are not UTF-8", wrong);
	store_way_back(store->path, &fix);
	doctor_add(doctor, "encodings", wrong == 0, &detail, fix.s);
	str_release(&fix);
	str_release(&sql);
}

static void
check_content(struct doctor *doctor, struct store *store)
{
	static const char sql[] =
	    "SELECT (SELECT count(*) FROM session WHERE deleted_at IS NULL),"
	    " (SELECT count(*) FROM answer), (SELECT count(*) FROM rating),"
	    " (SELECT count(*) FROM draft)";
	sqlite3_stmt *stmt = ask(store, sql);
	struct str detail = STR_INIT;
	bool ok = stmt != NULL && sqlite3_step(stmt) == SQLITE_ROW;

	if (ok)
		str_addf(&detail,
		    "%d sessions, %d answers, %d ratings, %d open drafts",
		    sqlite3_column_int(stmt, 0), sqlite3_column_int(stmt, 1),
		    sqlite3_column_int(stmt, 2), sqlite3_column_int(stmt, 3));
	else
		str_add(&detail, sqlite3_errmsg(store->db));
	sqlite3_finalize(stmt);
	doctor_add(doctor, "content", ok, &detail, "rehearse doctor --fix");
}

/* One that is not there is made; a link to nowhere, or a file of somebody
 * else, is there. */
static const char *
how_to_open(const char *path)
{
	struct stat st;

	return lstat(path, &st) != 0 ? "rehearse makes one"
				     : "see whose it is and where it leads, or "
				       "name another file with --db";
}

/* Opens it; NULL where that fails, which is the finding. */
static struct store *
check_database(struct doctor *doctor, const char *path)
{
	struct store *store = NULL;
	struct err err = {0};
	struct str detail = STR_INIT, fix = STR_INIT;
	bool ok = store_open_as_is(path, &store, &err) == 0;

	if (ok) {
		str_addf(&detail, "%s%s", path,
		    store->read_only ? ", which can only be read" : "");
	} else {
		doctor->status = err.status;
		str_add(&detail, err.text);
		if (err.status == ERR_DATABASE)
			store_way_back(path, &fix);
		else
			str_add(&fix, how_to_open(path));
	}
	doctor_add(doctor, "database", ok, &detail, fix.s);
	str_release(&fix);
	return store;
}

static void
check_version(struct doctor *doctor)
{
	struct str detail = STR_INIT;

	str_addf(&detail, "rehearse %s, SQLite %s", REHEARSE_VERSION,
	    sqlite3_libversion());
	doctor_add(doctor, "version", true, &detail, "");
}

void
store_doctor(const char *path, struct doctor *doctor)
{
	struct store *store;

	*doctor = (struct doctor){0};
	check_version(doctor);
	store = check_database(doctor, path);
	if (store != NULL) {
		check_integrity(doctor, store);
		check_schema(doctor, store);
		check_orphans(doctor, store);
		check_encodings(doctor, store);
		doctor_check_digests(doctor, store);
		check_content(doctor, store);
		store_close(store);
	}
	doctor_look_around(doctor, path);
}
