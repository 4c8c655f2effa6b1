/* SPDX-License-Identifier: MIT */
/* Two databases become one: the same one whichever is merged into which, and
 * however often. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "unit.h"
#include "store_fixture.h"

#include "base/embed.h"
#include "base/file.h"
#include "base/rand.h"
#include "base/str.h"
#include "store/annotate.h"
#include "store/backup.h"
#include "store/merge.h"
#include "store/merge_parts.h"

enum {
	HISTORIES = 12,
	SESSIONS = 8, /* ids that both may have */
	ROWS = 24,    /* of a kind, in each */
	WORDS = 3,
	DELETED_S = 1795200000,
	FILE_MAX = 1 << 24,
};

static const struct instant now = {.mono_ms = 1000, .wall_ms = 1795300000000};

static int
below(struct rand *rand, uint32_t n)
{
	return (int)rand_below(rand, n);
}

/* Few texts, so that rows with the same key often differ. */
static const char *
word(struct rand *rand)
{
	static const char *const words[WORDS] = {"", "short", "漢字 longer"};

	return words[rand_below(rand, WORDS)];
}

static void
add_sessions(struct rand *rand, struct str *csv)
{
	str_add(csv, "session_id,started_at,ended_at,utc_offset_min,mode,round,"
		     "company,level,questions\n");
	for (int i = 0; i < ROWS; i++) {
		str_addf(csv, "s-%d,2026-11-0%dT09:00:00Z,",
		    below(rand, SESSIONS), 1 + below(rand, 2));
		if (below(rand, 3) > 0)
			str_addf(csv, "2026-11-03T1%d:00:00Z", below(rand, 3));
		str_addf(csv, ",%d,typed,behavioural,,%s,%d\n",
		    60 * below(rand, 2), below(rand, 2) > 0 ? "apm" : "", 3);
	}
	/* All are there, so that what follows finds its own. */
	for (int i = 0; i < SESSIONS; i++)
		str_addf(csv,
		    "s-%d,2026-11-0%dT09:00:00Z,,0,typed,behavioural,,,3\n", i,
		    1 + below(rand, 2));
}

static void
add_answers(struct rand *rand, struct str *csv)
{
	str_add(csv, "answer_id,session_id,question_id,started_at,round,rubric,"
		     "mode,answer_s,skipped,prompt,answer\n");
	for (int i = 0; i < ROWS + SESSIONS; i++) {
		int n = i < ROWS ? below(rand, SESSIONS) : i - ROWS;

		str_addf(csv,
		    "a-%d,s-%d,q-%d,2026-11-0%dT09:10:00Z,behavioural,star,"
		    "typed,%s,no,Why?,%s\n",
		    n, n / 2, 1 + below(rand, 2), 1 + below(rand, 2),
		    below(rand, 2) > 0 ? "60.5" : "", word(rand));
	}
}

static void
add_ratings(struct rand *rand, struct str *csv)
{
	static const char *const signals[] = {"situation", "result"};

	str_add(
	    csv, "answer_id,session_id,rater,signal,rating,rated_at,note\n");
	for (int i = 0; i < 2 * ROWS; i++) {
		int n = below(rand, SESSIONS);

		if (below(rand, 5) > 0)
			str_addf(csv, "a-%d,s-%d,", n, n / 2);
		else
			str_addf(csv, ",s-%d,", n);
		str_addf(csv, "%s,%s,%d,2026-11-03T0%d:00:00Z,%s\n",
		    below(rand, 3) > 0 ? "self" : "Mei",
		    signals[below(rand, 2)], 1 + below(rand, 5), below(rand, 2),
		    word(rand));
	}
}

static void
add_parts(struct rand *rand, struct str *csv)
{
	str_add(csv, "answer_id,part,position,name,text\n");
	for (int i = 0; i < ROWS; i++)
		str_addf(csv, "a-%d,priority,%d,n%s,%s\n",
		    below(rand, SESSIONS), 1 + below(rand, 2), word(rand),
		    word(rand));
}

static void
add_notes(struct rand *rand, struct str *csv)
{
	str_add(csv, "session_id,noted_at,note\n");
	for (int i = 0; i < ROWS; i++)
		str_addf(csv, "s-%d,2026-11-03T0%d:00:00Z,%s\n",
		    below(rand, SESSIONS), below(rand, 2), word(rand));
}

static void
add_tags(struct rand *rand, struct str *csv)
{
	str_add(csv, "session_id,tag,tagged_at,tagged\n");
	for (int i = 0; i < ROWS; i++)
		str_addf(csv, "s-%d,t%d,2026-11-03T0%d:00:00Z,%s\n",
		    below(rand, SESSIONS), below(rand, 2), below(rand, 2),
		    below(rand, 2) > 0 ? "yes" : "no");
}

static void
add_runs(struct rand *rand, struct str *csv)
{
	str_add(csv, "run_id,loop,started_at,position,session_id\n");
	for (int i = 0; i < ROWS; i++)
		str_addf(csv, "r-%d,l,2026-11-0%dT08:00:00Z,%d,s-%d\n",
		    below(rand, 3), 1 + below(rand, 2), 1 + below(rand, 2),
		    below(rand, SESSIONS));
}

static void
add_questions(struct rand *rand, struct str *csv)
{
	str_add(csv, "id,prompt,round,seconds,hint\n");
	for (int i = 0; i < ROWS; i++)
		str_addf(csv, "own-%d,Why%s?,general,%s,%s\n",
		    below(rand, SESSIONS), word(rand),
		    below(rand, 2) > 0 ? "90" : "", word(rand));
}

static void
add_rules(struct rand *rand, struct str *csv)
{
	str_addf(csv, "rule,value,why\nclean_overtime_s,%d,%s\n",
	    below(rand, 3), word(rand));
}

static const struct {
	const char *kind;
	void (*add)(struct rand *rand, struct str *csv);
} makers[] = {
    {"sessions", add_sessions},
    {"answers", add_answers},
    {"ratings", add_ratings},
    {"parts", add_parts},
    {"session-notes", add_notes},
    {"session-tags", add_tags},
    {"loop-runs", add_runs},
    {"questions", add_questions},
    {"rules", add_rules},
};

static void
make_history(struct store *store, struct rand *rand)
{
	struct err err = {0};

	for (size_t i = 0; i < sizeof(makers) / sizeof(makers[0]); i++) {
		struct str csv = STR_INIT;

		makers[i].add(rand, &csv);
		fixture_import(store, makers[i].kind, csv.s);
		str_release(&csv);
	}
	for (int i = 0; i < SESSIONS; i++) {
		char id[16];

		snprintf(id, sizeof(id), "s-%d", i);
		if (below(rand, 4) == 0)
			assert_int_equal(store_session_delete(store, id,
					     DELETED_S + below(rand, 9), &err),
			    1);
	}
}

/* Every kind as CSV, and what no export tells: tombstones, attempts. */
static char *
all_of(struct store *store)
{
	struct str all = STR_INIT;

	for (const struct kind *kind = kinds; kind->name != NULL; kind++) {
		char *csv = fixture_export(store, kind->name);

		str_addf(&all, "== %s\n%s", kind->name, csv);
		free(csv);
	}
	char *hidden = fixture_sql_text(store_path(store),
	    "SELECT group_concat(id || ':' || ifnull(deleted_at, '-'), ' ')"
	    " FROM (SELECT id, deleted_at FROM session ORDER BY id)");

	str_addf(&all, "== hidden\n%s\n", hidden);
	free(hidden);
	return str_detach(&all);
}

static struct merge_report
merge(struct store *store, const char *file, bool dry_run)
{
	struct merge_report report;
	struct err err = {0};

	assert_done(
	    store_merge(store, file, dry_run, now, &report, &err), &err);
	return report;
}

static char *
copy_of(const struct fixture *fixture, struct store *store, const char *name)
{
	char *path = fixture_path(fixture, name);
	struct err err = {0};

	assert_done(store_backup(store, path, &err), &err);
	return path;
}

static void
assert_same(struct store *a, struct store *b)
{
	char *x = all_of(a), *y = all_of(b);

	assert_string_equal(x, y);
	free(x);
	free(y);
}

static void
check_histories(const struct fixture *fixture, uint64_t seed)
{
	struct rand rand = {seed};
	char name[2][32];
	char *copies[2];
	struct store *stores[2];

	for (int i = 0; i < 2; i++) {
		snprintf(name[i], sizeof(name[i]), "%d-%d.db", (int)seed, i);
		stores[i] = fixture_another(fixture, name[i]);
		make_history(stores[i], &rand);
		snprintf(name[i], sizeof(name[i]), "c%d-%d.db", (int)seed, i);
		copies[i] = copy_of(fixture, stores[i], name[i]);
	}
	merge(stores[0], copies[1], false);
	merge(stores[1], copies[0], false);
	assert_same(stores[0], stores[1]);
	for (int i = 0; i < 2; i++) {
		struct merge_report report =
		    merge(stores[i], copies[1 - i], false);

		assert_int_equal(
		    report.added + report.updated + report.deleted, 0);
	}
	assert_same(stores[0], stores[1]);
	for (int i = 0; i < 2; i++) {
		store_close(stores[i]);
		free(copies[i]);
	}
}

static void
it_does_not_matter_which_goes_into_which(void **state)
{
	for (uint64_t seed = 1; seed <= HISTORIES; seed++)
		check_histories(*state, seed);
}

/* The fixture's database, and another one beside it. */
static struct store *
beside(void **state)
{
	return fixture_another(*state, "other.db");
}

#define SESSION                                                                \
	"session_id,started_at,mode,round,questions\n"                         \
	"s-1,2026-11-01T09:00:00Z,typed,behavioural,1\n"

static void
a_dry_run_tells_and_changes_nothing(void **state)
{
	const struct fixture *fixture = *state;
	struct store *other = beside(state);
	char *before = all_of(fixture->store), *after;
	struct merge_report report;

	fixture_import(other, "sessions", SESSION);
	report = merge(fixture->store, store_path(other), true);
	assert_int_equal(report.added, 1);
	after = all_of(fixture->store);
	assert_string_equal(before, after);
	free(after);
	report = merge(fixture->store, store_path(other), false);
	assert_int_equal(report.added, 1);
	after = all_of(fixture->store);
	assert_string_not_equal(before, after);
	free(after);
	free(before);
	store_close(other);
}

static void
a_deletion_comes_over_and_stays(void **state)
{
	const struct fixture *fixture = *state;
	struct store *other = beside(state);
	struct err err = {0};

	fixture_import(fixture->store, "sessions", SESSION);
	fixture_import(other, "sessions", SESSION);
	assert_int_equal(
	    store_session_delete(other, "s-1", DELETED_S, &err), 1);
	assert_int_equal(
	    merge(fixture->store, store_path(other), false).deleted, 1);
	assert_int_equal(
	    fixture_sql_int(fixture->path, "SELECT deleted_at FROM session"),
	    DELETED_S);
	merge(other, fixture->path, false);
	assert_int_equal(fixture_sql_int(store_path(other),
			     "SELECT deleted_at FROM session"),
	    DELETED_S);
	store_close(other);
}

static void
the_other_file_is_not_changed_and_a_backup_is_made(void **state)
{
	const struct fixture *fixture = *state;
	struct store *other = beside(state);
	char *path = copy_of(fixture, other, "copy.db"), *newest;
	struct str before = STR_INIT, after = STR_INIT;
	struct err err = {0};
	size_t n;

	store_close(other);
	assert_done(file_read(path, FILE_MAX, &before, &err), &err);
	assert_int_equal(chmod(path, 0400), 0);
	merge(fixture->store, path, false);
	assert_done(file_read(path, FILE_MAX, &after, &err), &err);
	assert_int_equal(before.len, after.len);
	assert_memory_equal(before.s, after.s, before.len);
	newest = store_backup_newest(fixture->path, &n);
	assert_non_null(newest);
	assert_int_equal(n, 1);
	free(newest);
	free(path);
	str_release(&before);
	str_release(&after);
}

/* As the first version of the program made it, with a session in it. */
static char *
old_database(const struct fixture *fixture)
{
	const struct embedded *step =
	    embedded_find("data/schema/001_start.sql");
	char *path = fixture_path(fixture, "old.db");
	struct str sql = STR_INIT;

	str_addn(&sql, step->bytes, step->n);
	str_add(&sql,
	    ";PRAGMA application_id = 0x72686561; PRAGMA user_version = 1;"
	    "INSERT INTO meta VALUES ('device', 'somebody');"
	    "INSERT INTO session (id, device, started_at, utc_offset_min,"
	    " mode, round, company, level, questions) VALUES"
	    " ('s', 'somebody', 1, 0, 'typed', 'general', '', '', 1);");
	fclose(fopen(path, "w"));
	fixture_sql(path, sql.s);
	str_release(&sql);
	return path;
}

static void
an_older_one_is_read_and_stays_as_it_is(void **state)
{
	const struct fixture *fixture = *state;
	char *path = old_database(fixture);

	assert_int_equal(merge(fixture->store, path, false).added, 1);
	assert_int_equal(fixture_sql_int(path, "PRAGMA user_version"), 1);
	assert_int_equal(fixture_sql_int(fixture->path,
			     "SELECT count(*) FROM session WHERE id = 's'"
			     " AND device = 'somebody'"),
	    1);
	free(path);
}

static void
what_is_no_database_of_ours_is_refused(void **state)
{
	const struct fixture *fixture = *state;
	char *path = fixture_path(fixture, "text.db");
	FILE *to = fopen(path, "w");
	struct merge_report report;
	struct err err = {0};
	struct stat st;

	assert_non_null(to);
	assert_true(fputs("not a database at all", to) >= 0);
	fclose(to);
	assert_int_equal(
	    store_merge(fixture->store, path, false, now, &report, &err), -1);
	assert_int_equal(err.status, ERR_DATABASE);
	assert_int_equal(store_merge(fixture->store, fixture->path, false, now,
			     &report, &err),
	    -1);
	assert_non_null(strstr(err.text, "is the database itself"));
	free(path);
	path = fixture_path(fixture, "nowhere.db");
	assert_int_equal(
	    store_merge(fixture->store, path, false, now, &report, &err), -1);
	assert_int_equal(stat(path, &st), -1);
	free(path);
}

/* A row of the user's own wins over a built-in one, whatever is in it. */
static void
own_reference_rows_come_over(void **state)
{
	const struct fixture *fixture = *state;
	struct store *other = beside(state);

	fixture_sql(fixture->path, "UPDATE question SET origin = 'shipped'");
	fixture_import(other, "questions",
	    "id,prompt,round\nq-1,Mine?,general\nown,My own?,general\n");
	merge(fixture->store, store_path(other), false);
	assert_int_equal(fixture_sql_int(fixture->path,
			     "SELECT count(*) FROM question WHERE prompt IN"
			     " ('Mine?', 'My own?') AND origin = 'user'"),
	    2);
	store_close(other);
}

static bool
lists(const char *list, const char *name)
{
	size_t n = strlen(name);

	for (; list != NULL; list = strchr(list, ',')) {
		list += *list == ',';
		if (strncmp(list, name, n) == 0 &&
		    (list[n] == ',' || list[n] == '\0'))
			return true;
	}
	return false;
}

/* Of each database: its own numbers, and what is counted anew. */
#define NOT_MERGED                                                             \
	"session.session_pk,answer.answer_pk,answer.attempt,rating.rating_pk," \
	"question.question_pk"

/* Whoever adds a column says here or there what becomes of it. */
static void
every_column_is_merged(void **state)
{
	const struct fixture *fixture = *state;

	for (const struct mergeable *of = mergeables; of->table != NULL; of++) {
		char sql[128], name[128];
		char *columns, *column;

		snprintf(sql, sizeof(sql),
		    "SELECT group_concat(name) FROM pragma_table_info('%s')",
		    of->table);
		columns = fixture_sql_text(fixture->path, sql);
		for (column = strtok(columns, ","); column != NULL;
		     column = strtok(NULL, ",")) {
			snprintf(
			    name, sizeof(name), "%s.%s", of->table, column);
			if (!lists(of->key, column) &&
			    !lists(of->values, column) &&
			    !lists(of->once, column) &&
			    !(of->is_reference &&
				strcmp(column, "origin") == 0) &&
			    !lists(NOT_MERGED, name))
				assert_string_equal(name, "a merged column");
		}
		free(columns);
	}
}

/* And every table is, but for what belongs to one computer. */
static void
every_table_is_merged(void **state)
{
	const struct fixture *fixture = *state;
	char *tables = fixture_sql_text(fixture->path,
	    "SELECT group_concat(name) FROM sqlite_schema WHERE type = 'table'"
	    " AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'search%'"
	    " AND name NOT IN ('meta', 'draft', 'opinion', 'digest',"
	    " 'standing', 'went_well', 'stale', 'stale_question', 'review',"
	    " 'rated')");

	for (char *table = strtok(tables, ","); table != NULL;
	     table = strtok(NULL, ",")) {
		const struct mergeable *of = mergeables;

		while (of->table != NULL && strcmp(of->table, table) != 0)
			of++;
		if (of->table == NULL)
			assert_string_equal(table, "a merged table");
	}
	free(tables);
}

#define ON_A_DATABASE(test)                                                    \
	cmocka_unit_test_setup_teardown(test, fixture_set_up, fixture_tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ON_A_DATABASE(it_does_not_matter_which_goes_into_which),
	    ON_A_DATABASE(a_dry_run_tells_and_changes_nothing),
	    ON_A_DATABASE(a_deletion_comes_over_and_stays),
	    ON_A_DATABASE(the_other_file_is_not_changed_and_a_backup_is_made),
	    ON_A_DATABASE(an_older_one_is_read_and_stays_as_it_is),
	    ON_A_DATABASE(what_is_no_database_of_ours_is_refused),
	    ON_A_DATABASE(own_reference_rows_come_over),
	    ON_A_DATABASE(every_column_is_merged),
	    ON_A_DATABASE(every_table_is_merged),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
