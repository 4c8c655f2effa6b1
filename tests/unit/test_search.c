/* SPDX-License-Identifier: MIT */
/*
 * Whatever the index does, the same is found as by LIKE for each word: texts
 * are made at
 * random from pieces that mean something to LIKE, to FTS5 or to Unicode, and
 * every search is compared with the plain query, while answers come and
 * change and the index lags behind, is whole, or is not there.
 */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "unit.h"
#include "store_fixture.h"

#include "base/mem.h"
#include "base/rand.h"
#include "base/str.h"
#include "core/query.h"
#include "store/annotate.h"
#include "store/db.h"
#include "store/history.h"
#include "store/question.h"
#include "store/search.h"

enum { SESSIONS = 80, START_S = 1767261600, SEARCHES = 60, QUESTIONS = 60 };

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static const char *const pieces[] = {"a", "b", "A", "B", "ab", "AB", " ", "%",
    "_", "\\", "\"", "'", "*", "^", "AND", " OR ", "NEAR(", ":", "-", "é", "É",
    "ſ", "s", "\u212a", "k", "产", "品", "产品", "の", "\n", "\x1f", "😀",
    "e\u0301", "abc"};

/* Ids of those that hold the text, a space after each, in the order of the
 * listing. */
static const char plain[] =
    "SELECT ifnull(group_concat(id || ' ', ''), '') FROM (SELECT s.id"
    " FROM session s WHERE s.deleted_at IS NULL AND (EXISTS (SELECT 1"
    "   FROM answer a WHERE a.session_pk = s.session_pk"
    "   AND (a.prompt LIKE ?1 ESCAPE '\\' OR a.answer LIKE ?1 ESCAPE '\\'"
    "     OR a.probes LIKE ?1 ESCAPE '\\'"
    "     OR a.question_id LIKE ?1 ESCAPE '\\'))"
    "   OR (SELECT note FROM session_note n"
    "     WHERE n.session_pk = s.session_pk ORDER BY noted_at DESC LIMIT 1)"
    "     LIKE ?1 ESCAPE '\\')"
    " ORDER BY s.started_at DESC, s.id DESC)";

static char *
some_text(struct rand *rand, int most)
{
	struct str text = STR_INIT;
	int n = (int)rand_below(rand, (uint32_t)most + 1);

	for (int i = 0; i < n; i++)
		str_add(&text, pieces[rand_below(rand, COUNT(pieces))]);
	return str_detach(&text);
}

static const char plain_questions[] =
    "SELECT ifnull(group_concat(id || ' ', ''), '') FROM (SELECT id"
    " FROM question WHERE (prompt LIKE ?1 ESCAPE '\\'"
    "   OR tags LIKE ?1 ESCAPE '\\' OR id LIKE ?1 ESCAPE '\\')"
    " ORDER BY id)";

static char *
plain_word(const struct fixture *fixture, const char *sql, const char *text)
{
	struct str pattern = STR_INIT;
	sqlite3_stmt *stmt;
	sqlite3 *db;
	char *found;

	str_ch(&pattern, '%');
	for (const char *p = text; *p != '\0'; p++) {
		if (strchr("%_\\", *p) != NULL)
			str_ch(&pattern, '\\');
		str_ch(&pattern, *p);
	}
	str_ch(&pattern, '%');
	assert_int_equal(sqlite3_open(fixture->path, &db), SQLITE_OK);
	assert_int_equal(
	    sqlite3_prepare_v2(db, sql, -1, &stmt, NULL), SQLITE_OK);
	sqlite3_bind_text(stmt, 1, pattern.s, -1, SQLITE_STATIC);
	assert_int_equal(sqlite3_step(stmt), SQLITE_ROW);
	found = mem_text((const char *)sqlite3_column_text(stmt, 0));
	sqlite3_finalize(stmt);
	sqlite3_close(db);
	str_release(&pattern);
	return found;
}

/* Leaves of the ids those that are among the others. */
static void
keep_common(char *ids, const char *others)
{
	char *to = ids, *from = ids;

	while (*from != '\0') {
		size_t n = strcspn(from, " ") + 1;
		char *id = mem_textn(from, n);
		const char *at = strstr(others, id);

		while (at != NULL && at > others && at[-1] != ' ')
			at = strstr(at + 1, id);
		if (at != NULL) {
			memmove(to, from, n);
			to += n;
		}
		from += n;
		free(id);
	}
	*to = '\0';
}

static char *
plain_by(const struct fixture *fixture, const char *sql, const char *text)
{
	struct query query;
	char *found, *more;

	query_read(&query, text);
	found = plain_word(fixture, sql, query.n > 0 ? query.words[0] : "");
	for (int i = 1; i < query.n; i++) {
		more = plain_word(fixture, sql, query.words[i]);
		keep_common(found, more);
		free(more);
	}
	query_release(&query);
	return found;
}

static char *
plain_search(const struct fixture *fixture, const char *text)
{
	return plain_by(fixture, plain, text);
}

/* Ids of the window and their number, which the count says too. */
static char *
listed(struct store *store, const struct store_filter *filter, int *n)
{
	struct session_row rows[SESSIONS];
	struct str out = STR_INIT;
	struct err err = {0};
	int count;

	assert_done(
	    store_session_window(store, filter, 0, SESSIONS, rows, n, &err),
	    &err);
	assert_done(store_session_count(store, filter, &count, &err), &err);
	assert_int_equal(*n, count);
	for (int i = 0; i < *n; i++) {
		str_addf(&out, "%s ", rows[i].id);
		session_row_release(&rows[i]);
	}
	return str_detach(&out);
}

/* The same of the rows that commands print. */
static char *
rows_listed(
    struct store *store, enum entity entity, const struct store_filter *filter)
{
	struct field_value fields[ENTITY_FIELDS];
	struct str out = STR_INIT;
	struct err err = {0};
	struct rows *rows;
	int n;

	assert_done(rows_open(store, entity, filter, &rows, &err), &err);
	while (rows_next(rows, fields, &n, &err) == 1)
		str_addf(&out, "%s ", fields[0].s);
	rows_close(rows);
	return str_detach(&out);
}

static char *
kept_search(struct store *store, const char *text)
{
	const struct store_filter filter = {.search = text};
	int n;

	return listed(store, &filter, &n);
}

static void
assert_found(
    const struct fixture *fixture, struct store *store, const char *text)
{
	char *expected = plain_search(fixture, text);
	char *found = kept_search(store, text);

	if (strcmp(found, expected) != 0)
		print_error("searched: [%s]\n", text);
	assert_string_equal(found, expected);
	free(expected);
	free(found);
}

static void
search_some(const struct fixture *fixture, struct rand *rand)
{
	for (int i = 0; i < SEARCHES; i++) {
		char *text = some_text(rand, 3);

		if (*text != '\0')
			assert_found(fixture, fixture->store, text);
		free(text);
	}
}

/* Also of a session that has answers already. */
static void
add_answers(const struct fixture *fixture, struct rand *rand, int first, int n)
{
	struct err err = {0};

	assert_done(store_begin(fixture->store, &err), &err);
	for (int i = 0; i < n; i++) {
		char id[32], session[32];
		struct answer answer = {
		    .question_id = some_text(rand, 2),
		    .started_at = START_S + i,
		    .round = mem_text("general"),
		    .company = mem_text(""),
		    .level = mem_text(""),
		    .rubric = mem_text("plain"),
		    .splits = mem_text(""),
		    .prompt = some_text(rand, 8),
		    .text = some_text(rand, 20),
		    .probes = some_text(rand, 4),
		};

		snprintf(id, sizeof(id), "a-%d", first + i);
		snprintf(session, sizeof(session), "s-%d",
		    (int)rand_below(rand, SESSIONS));
		answer.id = mem_text(id);
		answer.session_id = mem_text(session);
		assert_done(
		    store_answer_add(fixture->store, &answer, &err), &err);
		answer_release(&answer);
	}
	assert_done(store_commit(fixture->store, &err), &err);
}

static void
index_some(struct store *store, int most)
{
	struct err err = {0};

	assert_done(store_search_index(store, most, &err), &err);
}

static int64_t
indexed(const struct fixture *fixture)
{
	return fixture_sql_int(fixture->path,
	    "SELECT ifnull((SELECT CAST(value AS INTEGER) FROM meta"
	    " WHERE key = 'indexed'), 0)");
}

static int
set_up(void **state)
{
	struct str csv = STR_INIT;
	struct fixture *fixture;

	if (fixture_set_up(state) != 0)
		return -1;
	fixture = *state;
	str_add(&csv, "session_id,started_at\r\n");
	for (int s = 0; s < SESSIONS; s++)
		str_addf(&csv, "s-%d,2026-%02d-%02dT10:00:00Z\r\n", s,
		    1 + s * 7 % SESSIONS / 28, 1 + s * 7 % SESSIONS % 28);
	fixture_import(fixture->store, "sessions", csv.s);
	str_release(&csv);
	return 0;
}

static void
the_same_is_found_as_by_like(void **state)
{
	const struct fixture *fixture = *state;
	struct rand rand = {20260101};
	int n = 0;

	for (int i = 0; i < 6; i++) {
		add_answers(fixture, &rand, n, 5);
		n += 5;
		search_some(fixture, &rand);
		index_some(fixture->store, 3);
		search_some(fixture, &rand);
	}
	index_some(fixture->store, 1000);
	search_some(fixture, &rand);
	if (!fixture->store->no_index)
		assert_int_equal(indexed(fixture), n);
}

/* A separator stands between texts: none is found across two of them. */
static void
each_text_is_searched_by_itself(void **state)
{
	struct fixture *fixture = *state;

	fixture_import(fixture->store, "answers",
	    "answer_id,session_id,question_id,started_at,prompt,answer\r\n"
	    "a,s-1,q-1,2026-01-01T10:00:00Z,abcd,efgh\r\n"
	    "b,s-1,q-1,2026-01-01T10:00:00Z,ijkl,\r\n");
	index_some(fixture->store, 10);
	assert_found(fixture, fixture->store, "cde");
	assert_found(fixture, fixture->store, "ghi");
	assert_found(fixture, fixture->store, "efgh");
	assert_found(fixture, fixture->store, "kl");
	assert_found(fixture, fixture->store, "l");
}

/* In any order, in several answers or in the note; a phrase as it stands. */
static void
words_are_found_in_any_text(void **state)
{
	static const char *const found[] = {"efgh abcd", "  ABCD   ijkl ",
	    "noted kl cd", "\"abcd x\" kl", "ａｂｃｄ　ijkl", "kl cd", "ed cd"};
	static const char *const missed[] = {
	    "efgh abcd zz", "\"x abcd\"", "noted zz", "cd zz", "ed bc ho"};
	struct fixture *fixture = *state;
	struct err err = {0};

	fixture_import(fixture->store, "answers",
	    "answer_id,session_id,question_id,started_at,prompt,answer\r\n"
	    "a,s-1,q-1,2026-01-01T10:00:00Z,abcd x,efgh\r\n"
	    "b,s-1,q-1,2026-01-01T10:00:00Z,ijkl,\r\n"
	    "c,s-2,q-1,2026-01-01T10:00:00Z,abcd,\r\n");
	assert_int_equal(store_session_note_set(
			     fixture->store, "s-1", "noted", START_S, &err),
	    1);
	for (int made = 0; made < 2; made++) {
		for (size_t i = 0; i < COUNT(found); i++) {
			char *ids = kept_search(fixture->store, found[i]);

			assert_string_equal(ids, "s-1 ");
			free(ids);
		}
		for (size_t i = 0; i < COUNT(missed); i++) {
			char *ids = kept_search(fixture->store, missed[i]);

			assert_string_equal(ids, "");
			free(ids);
		}
		index_some(fixture->store, 10);
	}
}

/* Each key narrows what the one before has found, or begins anew. */
static void
what_is_typed_is_found_at_every_key(void **state)
{
	const struct fixture *fixture = *state;
	struct rand rand = {77};

	add_answers(fixture, &rand, 0, 60);
	index_some(fixture->store, 100);
	for (int i = 0; i < SEARCHES; i++) {
		char *text = some_text(&rand, 6);

		for (size_t n = 1; n <= strlen(text); n++) {
			char *typed = mem_textn(text, n);

			if (((unsigned char)text[n] & 0xc0) != 0x80)
				assert_found(fixture, fixture->store, typed);
			free(typed);
		}
		free(text);
	}
}

static void
a_changed_answer_is_found_by_its_new_text(void **state)
{
	const struct fixture *fixture = *state;
	struct rand rand = {5};
	char *found;

	add_answers(fixture, &rand, 0, 10);
	index_some(fixture->store, 100);
	fixture_import(fixture->store, "answers",
	    "answer_id,session_id,question_id,started_at,answer\r\n"
	    "a-3,s-3,q-1,2026-01-01T10:00:00Z,quite another text\r\n");
	found = kept_search(fixture->store, "another");
	assert_string_equal(found, "s-3 ");
	free(found);
	assert_int_equal(indexed(fixture), 0);
	search_some(fixture, &rand);
	index_some(fixture->store, 100);
	search_some(fixture, &rand);
	assert_found(fixture, fixture->store, "another");
}

/* What was found is kept while nothing changes, and no longer. */
static void
a_search_sees_what_was_written_since(void **state)
{
	struct fixture *fixture = *state;
	struct store *other;
	struct err err = {0};

	assert_found(fixture, fixture->store, "later");
	assert_int_equal(store_session_note_set(
			     fixture->store, "s-2", "Later!", START_S, &err),
	    1);
	assert_found(fixture, fixture->store, "later");
	assert_done(store_open(fixture->path, &other, &err), &err);
	assert_int_equal(
	    store_session_note_set(other, "s-5", "even later", START_S, &err),
	    1);
	assert_int_equal(
	    store_session_note_set(other, "s-2", "", START_S, &err), 1);
	assert_found(fixture, fixture->store, "later");
	assert_found(fixture, other, "later");
	store_close(other);
}

static void
without_an_index_everything_is_read(void **state)
{
	struct fixture *fixture = *state;
	struct rand rand = {9};
	int left;
	struct err err = {0};

	add_answers(fixture, &rand, 0, 10);
	fixture->store->no_index = true;
	index_some(fixture->store, 100);
	assert_done(store_search_left(fixture->store, &left, &err), &err);
	assert_int_equal(left, 0);
	assert_int_equal(indexed(fixture), 0);
	search_some(fixture, &rand);
}

/* Portion by portion, the first of them with the listing: what is there
 * stays, more comes behind it. */
static void
what_is_found_at_once_comes_first(void **state)
{
	const struct fixture *fixture = *state;
	const struct store_filter filter = {.search = "a", .at_once = true};
	struct store *store = fixture->store;
	struct rand rand = {10};
	struct err err = {0};
	int portions = 0, n = 0, before;
	char *expected;

	add_answers(fixture, &rand, 0, 60);
	expected = plain_search(fixture, "a");
	store->portion = 1;
	do {
		char *found = listed(store, &filter, &n);

		assert_memory_equal(found, expected, strlen(found));
		free(found);
		before = n;
		assert_done(store_search_on(store, &filter, &err), &err);
		portions++;
		free(listed(store, &filter, &n));
		assert_in_range(n, before, before + 1);
	} while (store_search_going(store));
	assert_int_equal(portions, SESSIONS - 1);
	assert_found(fixture, store, "a");
	free(expected);
}

/* A listing that does not ask for it at once has all. */
static void
an_order_and_filters_hold_for_what_is_found(void **state)
{
	const struct fixture *fixture = *state;
	struct store_filter filter = {.search = "b"};
	struct store *store = fixture->store;
	struct rand rand = {11};
	struct err err = {0};
	char *newest, *oldest, *exported;
	int n, all;

	add_answers(fixture, &rand, 0, 60);
	index_some(store, 50);
	store->portion = 1;
	newest = listed(store, &filter, &all);
	filter.order = "oldest";
	oldest = listed(store, &filter, &n);
	assert_int_equal(n, all);
	assert_string_not_equal(newest, oldest);
	filter.order = NULL;
	exported = rows_listed(store, ENTITY_SESSIONS, &filter);
	assert_string_equal(exported, oldest);
	filter.has_since = true;
	filter.since = START_S + 30 * 86400;
	free(newest);
	newest = listed(store, &filter, &n);
	assert_in_range(n, 1, all - 1);
	filter.round = "general";
	free(newest);
	newest = listed(store, &filter, &n);
	assert_int_equal(n, 0);
	assert_done(store_session_count(store, &filter, &n, &err), &err);
	assert_int_equal(n, 0);
	free(newest);
	free(oldest);
	free(exported);
}

static void
a_deleted_session_is_found_no_more(void **state)
{
	const struct fixture *fixture = *state;
	struct store *store = fixture->store;
	struct rand rand = {12};
	struct err err = {0};
	const struct store_filter filter = {.search = "a"};
	struct session_row row;
	int n;

	add_answers(fixture, &rand, 0, 60);
	index_some(store, 100);
	assert_found(fixture, store, "a");
	assert_done(
	    store_session_window(store, &filter, 0, 1, &row, &n, &err), &err);
	assert_int_equal(n, 1);
	assert_int_equal(store_session_delete(store, row.id, START_S, &err), 1);
	assert_found(fixture, store, "a");
	assert_int_equal(store_session_undelete(store, row.id, &err), 1);
	assert_found(fixture, store, "a");
	session_row_release(&row);
}

/* The index changes nothing of what was found, so it stays. */
static void
a_slice_does_not_begin_the_search_anew(void **state)
{
	const struct fixture *fixture = *state;
	const struct store_filter filter = {.search = "a", .at_once = true};
	struct store *store = fixture->store;
	struct rand rand = {13};
	struct err err = {0};
	size_t at;
	int n;

	add_answers(fixture, &rand, 0, 60);
	store->portion = 1;
	free(listed(store, &filter, &n));
	assert_done(store_search_on(store, &filter, &err), &err);
	at = store->found.at;
	index_some(store, 30);
	free(listed(store, &filter, &n));
	assert_int_equal(store->found.at, at);
	assert_found(fixture, store, "a");
}

/* Ids of the window of questions. */
static char *
questions_listed(struct store *store, const struct store_filter *filter, int *n)
{
	static struct question rows[2 * QUESTIONS];
	struct str out = STR_INIT;
	struct err err = {0};
	int count;

	assert_done(store_question_window(
			store, filter, 0, 2 * QUESTIONS, rows, n, &err),
	    &err);
	assert_done(store_question_count(store, filter, &count, &err), &err);
	assert_int_equal(*n, count);
	for (int i = 0; i < *n; i++) {
		str_addf(&out, "%s ", rows[i].id);
		question_release(&rows[i]);
	}
	return str_detach(&out);
}

/* The round is looked at by no LIKE: only without one are they compared. */
static void
assert_asked(const struct fixture *fixture, const struct store_filter *filter)
{
	char *printed = rows_listed(fixture->store, ENTITY_QUESTIONS, filter);
	char *expected = plain_by(fixture, plain_questions, filter->search);
	int n;
	char *found = questions_listed(fixture->store, filter, &n);

	if (filter->round == NULL && strcmp(found, expected) != 0)
		print_error("searched: [%s]\n", filter->search);
	if (filter->round == NULL)
		assert_string_equal(found, expected);
	assert_string_equal(found, printed);
	free(expected);
	free(printed);
	free(found);
}

static void
add_questions(const struct fixture *fixture, struct rand *rand, int from)
{
	struct err err = {0};

	for (int i = from; i < QUESTIONS; i += 2) {
		char id[32];
		struct question question = {
		    .prompt = some_text(rand, 8),
		    .round = mem_text(i % 3 == 0 ? "general" : "product"),
		    .rubric = mem_text(""),
		    .company = mem_text(""),
		    .level = mem_text(""),
		    .tags = some_text(rand, 2),
		    .probes = mem_text(""),
		    .hint = mem_text(""),
		    .look_for = mem_text(""),
		};

		snprintf(id, sizeof(id), "q-%d", i);
		question.id = mem_text(id);
		assert_done(
		    store_question_save(fixture->store, &question, &err), &err);
		question_release(&question);
	}
}

/* Key by key and back, at once and in portions, while questions change. */
static void
questions_are_found_as_by_like(void **state)
{
	const struct fixture *fixture = *state;
	struct store *store = fixture->store;
	struct store_filter filter = {0};
	struct rand rand = {15};
	struct err err = {0};

	for (int i = 0; i < SEARCHES; i++) {
		char *text = some_text(&rand, 4);
		size_t len = strlen(text);

		if (i % 8 == 0)
			add_questions(fixture, &rand, i / 8 % 2);
		store->portion = i % 3 == 0 ? 1 : 1 << 20;
		filter.round = i % 5 == 0 ? "general" : NULL;
		filter.at_once = i % 2 == 0;
		filter.search = text;
		for (size_t n = 1; n <= len; n++) {
			char *typed = mem_textn(text, n);
			int found;

			filter.search = typed;
			free(questions_listed(store, &filter, &found));
			if (n % 2 == 0)
				assert_done(
				    store_questions_on(store, &filter, &err),
				    &err);
			filter.search = text;
			free(typed);
		}
		filter.at_once = false;
		if (*text != '\0')
			assert_asked(fixture, &filter);
		free(text);
	}
}

static void
questions_that_are_found_at_once_come_first(void **state)
{
	const struct fixture *fixture = *state;
	const struct store_filter filter = {.search = "q-", .at_once = true};
	struct store *store = fixture->store;
	struct rand rand = {16};
	struct err err = {0};
	char *all;
	int n = 0, portions = 0, before;

	add_questions(fixture, &rand, 0);
	add_questions(fixture, &rand, 1);
	all = rows_listed(store, ENTITY_QUESTIONS, &filter);
	store->portion = 1;
	do {
		char *found = questions_listed(store, &filter, &n);

		assert_memory_equal(found, all, strlen(found));
		free(found);
		before = n;
		assert_done(store_questions_on(store, &filter, &err), &err);
		free(questions_listed(store, &filter, &n));
		assert_in_range(n, before, before + 1);
		portions++;
	} while (store_questions_going(store));
	assert_int_equal(n, QUESTIONS);
	assert_in_range(portions, QUESTIONS - 1, QUESTIONS + 1);
	free(all);
}

/* It is as good as none. */
static void
a_damaged_index_is_done_without(void **state)
{
	struct fixture *fixture = *state;
	struct rand rand = {11};

	add_answers(fixture, &rand, 0, 10);
	index_some(fixture->store, 100);
	if (fixture->store->no_index)
		skip();
	fixture_sql(fixture->path,
	    "UPDATE grams_data SET block = x'ffffffffffffffffff'");
	search_some(fixture, &rand);
}

static void
a_file_that_is_only_read_is_searched(void **state)
{
	struct fixture *fixture = *state;
	struct rand rand = {12};
	struct err err = {0};
	int left;

	add_answers(fixture, &rand, 0, SEARCH_SCANNED + 20);
	index_some(fixture->store, 10);
	fixture_sql(fixture->path, "UPDATE meta SET value = '5'"
				   " WHERE key = 'indexed'");
	fixture->store->read_only = true;
	assert_found(fixture, fixture->store, "产品 OR");
	assert_found(fixture, fixture->store, "ab");
	assert_done(store_search_left(fixture->store, &left, &err), &err);
	assert_int_equal(left, 0);
	assert_int_equal(store_search_index(fixture->store, 10, &err), -1);
}

/* The index waits for a better time; a search does not. */
static void
another_program_that_writes_stops_the_index_alone(void **state)
{
	const struct fixture *fixture = *state;
	struct rand rand = {17};
	struct store *other;
	struct err err = {0};

	add_answers(fixture, &rand, 0, 60);
	index_some(fixture->store, 20);
	assert_done(store_open(fixture->path, &other, &err), &err);
	assert_done(store_begin(other, &err), &err);
	assert_int_equal(store_search_index(fixture->store, 20, &err), -1);
	assert_found(fixture, fixture->store, "ab");
	search_some(fixture, &rand);
	store_rollback(other);
	store_close(other);
	index_some(fixture->store, 100);
	if (!fixture->store->no_index)
		assert_int_equal(indexed(fixture), 60);
	search_some(fixture, &rand);
}

/* Few answers are read faster than anybody types. */
static void
only_a_long_history_wants_an_index(void **state)
{
	const struct fixture *fixture = *state;
	struct rand rand = {13};
	struct err err = {0};
	int left, before;

	add_answers(fixture, &rand, 0, SEARCH_SCANNED);
	assert_done(store_search_left(fixture->store, &left, &err), &err);
	assert_int_equal(left, 0);
	add_answers(fixture, &rand, SEARCH_SCANNED, 1);
	assert_done(store_search_left(fixture->store, &left, &err), &err);
	assert_int_equal(left, SEARCH_SCANNED + 1);
	/* Once begun, to the end. */
	index_some(fixture->store, 10);
	assert_done(store_search_left(fixture->store, &left, &err), &err);
	if (fixture->store->no_index)
		return;
	assert_int_equal(left, SEARCH_SCANNED + 1 - 10);
	for (before = left + 1; left > 0 && left < before;) {
		before = left;
		index_some(fixture->store, SEARCH_SCANNED);
		assert_done(
		    store_search_left(fixture->store, &left, &err), &err);
	}
	assert_int_equal(left, 0);
}

/* Key by key, and back: each text narrows the one before, or does not. */
static void
typing_finds_what_each_text_finds(void **state)
{
	const struct fixture *fixture = *state;
	struct rand rand = {14};

	add_answers(fixture, &rand, 0, 60);
	index_some(fixture->store, 50);
	for (int i = 0; i < SEARCHES; i++) {
		char *text = some_text(&rand, 5);
		struct str typed = STR_INIT;

		for (const char *p = text; *p != '\0'; p++) {
			str_ch(&typed, *p);
			if (((unsigned char)p[1] & 0xc0) != 0x80)
				assert_found(fixture, fixture->store, typed.s);
		}
		str_release(&typed);
		free(text);
	}
}

/* Faster than the portions come: what was not looked at yet is not lost. */
static void
typing_on_before_the_search_has_ended_loses_nothing(void **state)
{
	const struct fixture *fixture = *state;
	struct store *store = fixture->store;
	struct rand rand = {18};

	add_answers(fixture, &rand, 0, 100);
	index_some(store, 90);
	store->portion = 1;
	for (int i = 0; i < SEARCHES; i++) {
		char *text = some_text(&rand, 4);
		size_t len = strlen(text);

		for (size_t at = 1; at <= len; at++) {
			char *typed = mem_textn(text, at);
			struct store_filter filter = {
			    .search = typed, .at_once = true};
			int n;

			free(listed(store, &filter, &n));
			free(typed);
		}
		if (len > 0)
			assert_found(fixture, store, text);
		free(text);
	}
}

/* Another virtual table under that name could act. */
static void
an_index_that_we_did_not_make_is_refused(void **state)
{
	struct fixture *fixture = *state;
	struct store *store = NULL;
	struct err err = {0};

	fixture_sql(fixture->path,
	    "CREATE VIRTUAL TABLE grams USING fts5(words, content='answer')");
	assert_int_equal(store_open(fixture->path, &store, &err), -1);
	assert_int_equal(err.status, ERR_DATABASE);
}

#define ON_A_DATABASE(test)                                                    \
	cmocka_unit_test_setup_teardown(test, set_up, fixture_tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ON_A_DATABASE(the_same_is_found_as_by_like),
	    ON_A_DATABASE(each_text_is_searched_by_itself),
	    ON_A_DATABASE(words_are_found_in_any_text),
	    ON_A_DATABASE(what_is_typed_is_found_at_every_key),
	    ON_A_DATABASE(a_changed_answer_is_found_by_its_new_text),
	    ON_A_DATABASE(a_search_sees_what_was_written_since),
	    ON_A_DATABASE(without_an_index_everything_is_read),
	    ON_A_DATABASE(what_is_found_at_once_comes_first),
	    ON_A_DATABASE(an_order_and_filters_hold_for_what_is_found),
	    ON_A_DATABASE(a_deleted_session_is_found_no_more),
	    ON_A_DATABASE(a_slice_does_not_begin_the_search_anew),
	    ON_A_DATABASE(questions_are_found_as_by_like),
	    ON_A_DATABASE(questions_that_are_found_at_once_come_first),
	    ON_A_DATABASE(a_damaged_index_is_done_without),
	    ON_A_DATABASE(a_file_that_is_only_read_is_searched),
	    ON_A_DATABASE(another_program_that_writes_stops_the_index_alone),
	    ON_A_DATABASE(only_a_long_history_wants_an_index),
	    ON_A_DATABASE(typing_finds_what_each_text_finds),
	    ON_A_DATABASE(typing_on_before_the_search_has_ended_loses_nothing),
	    ON_A_DATABASE(an_index_that_we_did_not_make_is_refused),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("search", tests, NULL, NULL);
}
