/* SPDX-License-Identifier: MIT */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "unit.h"
#include "store_fixture.h"

#include "base/file.h"
#include "base/str.h"
#include "io/export.h"

static int
set_up(void **state)
{
	const struct fixture *fixture;

	if (fixture_set_up(state) != 0)
		return -1;
	fixture = *state;
	fixture_import(fixture->store, "sessions",
	    "session_id,started_at,ended_at,utc_offset_min,mode,round,company,"
	    "level,questions\r\n"
	    "s-1,2026-01-01T10:00:00Z,2026-01-01T10:20:00Z,480,typed,"
	    "behavioural,xiaomi,apm,2\r\n"
	    "s-2,2026-01-02T10:00:00Z,,-210,spoken,general,,,3\r\n");
	fixture_import(fixture->store, "answers",
	    "answer_id,session_id,question_id,started_at,round,company,level,"
	    "rubric,mode,limit_s,think_s,answer_s,paused_s,opening_s,splits,"
	    "predicted,metric_given,hint,skipped,prompt,answer,probes\r\n"
	    "a-1,s-1,q-1,2026-01-01T10:00:05Z,behavioural,xiaomi,apm,star,"
	    "typed,180,12.5,187,0,4.25,situation:15.75|task:1,4,yes,no,no,"
	    "A failure?,\"I led 12 people, 我们 won.\",Which data?=A \\| B\r\n"
	    "a-2,s-1,q-4,2026-01-01T10:10:00Z,behavioural,,,star,typed,90,30,"
	    "5.5,0,,,,,no,yes,A deadline?,,\r\n"
	    "b-1,s-2,g-1,2026-01-02T10:00:00Z,general,,,plain,spoken,120,0,"
	    "100,0,,,,,no,no,Why you?,,\r\n"
	    "b-2,s-2,g-1,2026-01-02T10:05:00Z,general,,,plain,spoken,120,0,"
	    "100,0,,,,,no,no,Why you?,,\r\n"
	    "b-3,s-2,g-1,2026-01-02T10:10:00Z,general,,,plain,spoken,120,0,"
	    "100,0,,,,,yes,no,Why you?,,\r\n");
	fixture_import(fixture->store, "ratings",
	    "answer_id,session_id,rater,signal,rating,rated_at,note\r\n"
	    "a-1,s-1,self,situation,5,2026-01-01T10:05:00Z,\r\n"
	    "a-1,s-1,self,task,4,2026-01-01T10:05:00Z,\"\"\"I led\"\"\"\r\n"
	    "a-1,s-1,self,action,2,2026-01-01T10:05:00Z,\r\n"
	    "a-1,s-1,self,result,4,2026-01-01T10:05:00Z,\r\n"
	    ",s-1,self,structure,3,2026-01-01T10:20:00Z,\r\n"
	    "b-1,s-2,self,clarity,3,2026-01-02T10:04:00Z,\r\n"
	    "b-1,s-2,self,result,3,2026-01-02T10:04:00Z,\r\n"
	    "b-2,s-2,self,clarity,4,2026-01-02T10:09:00Z,\r\n"
	    "b-2,s-2,self,result,3,2026-01-02T10:09:00Z,\r\n"
	    "b-3,s-2,self,clarity,5,2026-01-02T10:14:00Z,\r\n"
	    "b-3,s-2,self,result,4,2026-01-02T10:14:00Z,\r\n"
	    "b-3,s-2,Mei,result,1,2026-01-02T10:14:00Z,\r\n");
	return 0;
}

static char *
export_as(const struct fixture *fixture, struct row_writer writer,
    const struct store_filter *filter)
{
	struct err err = {0};
	char *text = NULL;
	size_t n;

	writer.to = open_memstream(&text, &n);
	assert_done(export_rows(fixture->store, filter, &writer, &err), &err);
	assert_int_equal(fclose(writer.to), 0);
	return text;
}

static void
assert_csv(const struct fixture *fixture, const char *kind,
    const struct store_filter *filter, const char *expected)
{
	const struct row_writer csv = {.kind = kind_find(kind)};
	char *text = export_as(fixture, csv, filter);

	assert_string_equal(text, expected);
	free(text);
}

/* The contract's columns. */
static const struct {
	const char *kind, *columns;
} headers[] = {
    {"progress",
	"session_id,started_at,round,company,level,signal,answers,mean,min,"
	"overall,verdict,clean"},
    {"sessions",
	"session_id,started_at,ended_at,utc_offset_min,mode,round,company,"
	"level,questions,answered,overall,verdict,limiting_signal,clean"},
    {"answers",
	"answer_id,session_id,question_id,attempt,started_at,round,company,"
	"level,rubric,mode,limit_s,think_s,answer_s,overtime_s,paused_s,"
	"opening_s,splits,words,predicted,overall,verdict,limiting_signal,"
	"metric_given,hint,skipped,clean,prompt,answer,probes"},
    {"ratings",
	"answer_id,session_id,question_id,rater,signal,rating,rated_at,note"},
    {"questions",
	"id,prompt,round,rubric,company,level,seconds,tags,probes,hint,"
	"look_for"},
    {"rubrics",
	"rubric,position,signal,label,weight,metric,asks,anchor_1,anchor_2,"
	"anchor_3,anchor_4,anchor_5"},
    {"rounds", "round,label,aliases,rubric,seconds,think_s,questions"},
    {"companies", "company,label,tier,ecosystem,profile"},
    {"loops", "loop,company,position,day,round,minutes,gate,interviewer,rubric,"
	      "questions"},
    {"lexicon", "kind,language,phrase,why"},
    {"calibration", "item,position,rubric,prompt,answer,metric,scores,why"},
    {"calibration-ratings", "item,signal,rating,rated_at"},
    {"parts", "answer_id,part,position,name,text"},
    {"backlogs", "question_id,position,feature,effort,reach,evidence"},
    {"tables", "question_id,position,cells"},
    {"interruptions", "interruption,round,left_s,text"},
    {"checklist", "item,position,label,check,need,how"},
    {"checked", "item,checked_at,done"},
    {"loop-runs", "run_id,loop,started_at,position,session_id"},
    {"session-notes", "session_id,noted_at,note"},
    {"session-tags", "session_id,tag,tagged_at,tagged"},
    {"deletions", "session_id,deleted_at"},
};

static void
every_kind_has_the_contracts_columns(void **state)
{
	const struct fixture *fixture = *state;

	assert_string_equal(kinds[0].name, "progress");
	for (size_t i = 0; i < sizeof(headers) / sizeof(headers[0]); i++) {
		char *text = fixture_export(fixture->store, headers[i].kind);
		size_t n = strlen(headers[i].columns);

		assert_memory_equal(text, headers[i].columns, n);
		assert_memory_equal(text + n, "\r\n", 2);
		free(text);
	}
}

static void
a_kind_is_found_by_its_name(void **state)
{
	const struct kind *answers = kind_find("answers");

	(void)state;
	assert_int_equal(kind_columns(answers), 29);
	assert_int_equal(kind_column(answers, "answer_id"), 0);
	assert_int_equal(kind_column(answers, "probes"), 28);
	assert_int_equal(kind_column(answers, "Probes"), -1);
	assert_null(kind_find("answer"));
	assert_null(kind_find(""));
}

static void
sessions_are_written_with_their_verdict(void **state)
{
	assert_csv(*state, "sessions", NULL,
	    "session_id,started_at,ended_at,utc_offset_min,mode,round,company,"
	    "level,questions,answered,overall,verdict,limiting_signal,clean\r\n"
	    "s-1,2026-01-01T10:00:00Z,2026-01-01T10:20:00Z,480,typed,"
	    "behavioural,xiaomi,apm,2,1,3.5,hire,action,no\r\n"
	    "s-2,2026-01-02T10:00:00Z,,-210,spoken,general,,,3,3,3.6667,hire,"
	    "result,no\r\n");
}

/* 187 s are 7 over; the words are I, led, 12, people, 我, 们 and won;
 * (5 + 8 + 6 + 16) / 10 is 3.5. */
static void
answers_are_written_with_what_follows_from_them(void **state)
{
	const struct store_filter filter = {.round = "behavioural"};

	assert_csv(*state, "answers", &filter,
	    "answer_id,session_id,question_id,attempt,started_at,round,company,"
	    "level,rubric,mode,limit_s,think_s,answer_s,overtime_s,paused_s,"
	    "opening_s,splits,words,predicted,overall,verdict,limiting_signal,"
	    "metric_given,hint,skipped,clean,prompt,answer,probes\r\n"
	    "a-1,s-1,q-1,1,2026-01-01T10:00:05Z,behavioural,xiaomi,apm,star,"
	    "typed,180,12.5,187,7,0,4.25,situation:15.75|task:1,7,4,3.5,hire,"
	    "action,yes,no,no,yes,A failure?,\"I led 12 people, 我们 won.\","
	    "Which data?=A \\| B\r\n"
	    "a-2,s-1,q-4,,2026-01-01T10:10:00Z,behavioural,,,star,typed,90,30,"
	    "5.5,0,0,,,0,,,,,,no,yes,no,A deadline?,,\r\n");
}

static void
progress_is_a_row_for_each_session_and_signal(void **state)
{
	assert_csv(*state, "progress", NULL,
	    "session_id,started_at,round,company,level,signal,answers,mean,min,"
	    "overall,verdict,clean\r\n"
	    "s-1,2026-01-01T10:00:00Z,behavioural,xiaomi,apm,action,1,2,2,3.5,"
	    "hire,no\r\n"
	    "s-1,2026-01-01T10:00:00Z,behavioural,xiaomi,apm,result,1,4,4,3.5,"
	    "hire,no\r\n"
	    "s-1,2026-01-01T10:00:00Z,behavioural,xiaomi,apm,situation,1,5,5,"
	    "3.5,hire,no\r\n"
	    "s-1,2026-01-01T10:00:00Z,behavioural,xiaomi,apm,structure,1,3,3,"
	    "3.5,hire,no\r\n"
	    "s-1,2026-01-01T10:00:00Z,behavioural,xiaomi,apm,task,1,4,4,3.5,"
	    "hire,no\r\n"
	    "s-2,2026-01-02T10:00:00Z,general,,,clarity,3,4,3,3.6667,hire,"
	    "no\r\n"
	    "s-2,2026-01-02T10:00:00Z,general,,,result,3,3.3333,3,3.6667,hire,"
	    "no\r\n");
}

static void
ratings_are_written_oldest_first(void **state)
{
	const struct store_filter filter = {.level = "apm"};

	assert_csv(*state, "ratings", &filter,
	    "answer_id,session_id,question_id,rater,signal,rating,rated_at,"
	    "note\r\n"
	    "a-1,s-1,q-1,self,action,2,2026-01-01T10:05:00Z,\r\n"
	    "a-1,s-1,q-1,self,result,4,2026-01-01T10:05:00Z,\r\n"
	    "a-1,s-1,q-1,self,situation,5,2026-01-01T10:05:00Z,\r\n"
	    "a-1,s-1,q-1,self,task,4,2026-01-01T10:05:00Z,\"\"\"I led\"\"\"\r\n"
	    ",s-1,,self,structure,3,2026-01-01T10:20:00Z,\r\n");
}

static void
questions_are_written_by_id(void **state)
{
	const struct store_filter filter = {.level = "senior"};

	assert_csv(*state, "questions", &filter,
	    "id,prompt,round,rubric,company,level,seconds,tags,probes,hint,"
	    "look_for\r\n"
	    "g-1,Why you?,general,,any,any,,,,,\r\n"
	    "q-1,A failure?,behavioural,,any,any,,,"
	    "Which data?|A \\| B?|Else?,,\r\n"
	    "q-2,A conflict?,behavioural,,tencent,senior,,,,,\r\n"
	    "q-3,A launch?,behavioural,plain,,,,,,,\r\n"
	    "q-4,A deadline?,behavioural,star,any,,90,,,,\r\n");
}

static void
a_byte_order_mark_is_written_when_asked_for(void **state)
{
	const struct row_writer writer = {
	    .kind = kind_find("rules"), .bom = true};
	char *text = export_as(*state, writer, NULL);

	assert_string_equal(text, "\xef\xbb\xbfrule,value,why\r\n");
	free(text);
}

static void
formats_have_names(void **state)
{
	enum format format = FORMAT_COUNT;

	(void)state;
	assert_true(format_parse("csv", &format));
	assert_int_equal(format, FORMAT_CSV);
	assert_true(format_parse("jsonl", &format));
	assert_int_equal(format, FORMAT_JSONL);
	assert_false(format_parse("xml", &format));
}

/* JSON, as SQLite reads it. */

static void
assert_json(const char *json, const char *sql, const char *expected)
{
	sqlite3 *db;
	sqlite3_stmt *stmt;

	assert_int_equal(sqlite3_open(":memory:", &db), SQLITE_OK);
	assert_int_equal(
	    sqlite3_prepare_v2(db, sql, -1, &stmt, NULL), SQLITE_OK);
	sqlite3_bind_text(stmt, 1, json, -1, SQLITE_STATIC);
	assert_int_equal(sqlite3_step(stmt), SQLITE_ROW);
	assert_non_null(sqlite3_column_text(stmt, 0));
	assert_string_equal(
	    (const char *)sqlite3_column_text(stmt, 0), expected);
	sqlite3_finalize(stmt);
	sqlite3_close(db);
}

/* Ends the line and returns the next one, NULL at the end. */
static char *
next_line(char *line)
{
	char *end = strchr(line, '\n');

	assert_non_null(end);
	*end = '\0';
	return end[1] == '\0' ? NULL : end + 1;
}

static void
each_line_of_jsonl_is_an_object_of_all_fields(void **state)
{
	const struct fixture *fixture = *state;

	for (const struct kind *kind = kinds; kind->name != NULL; kind++) {
		const struct row_writer writer = {
		    .kind = kind, .format = FORMAT_JSONL};
		char *text = export_as(fixture, writer, NULL), *next;
		char columns[8];

		snprintf(columns, sizeof(columns), "%d", kind_columns(kind));
		for (char *line = *text == '\0' ? NULL : text; line != NULL;
		     line = next) {
			next = next_line(line);
			assert_json(line, "SELECT json_valid(?)", "1");
			assert_json(
			    line, "SELECT count(*) FROM json_each(?)", columns);
		}
		free(text);
	}
}

static const struct {
	const char *sql, *value;
} first_answer[] = {
    {"SELECT json_extract(?, '$.answer_id')", "a-1"},
    {"SELECT json_type(?, '$.attempt')", "integer"},
    {"SELECT json_type(?, '$.limit_s')", "integer"},
    {"SELECT json_type(?, '$.opening_s')", "real"},
    {"SELECT json_extract(?, '$.opening_s')", "4.25"},
    {"SELECT json_type(?, '$.splits')", "array"},
    {"SELECT json_extract(?, '$.splits[1]')", "task:1"},
    {"SELECT json_extract(?, '$.probes[0]')", "Which data?=A | B"},
    {"SELECT json_array_length(?, '$.probes')", "1"},
    {"SELECT json_extract(?, '$.answer')", "I led 12 people, 我们 won."},
    {"SELECT json_extract(?, '$.started_at')", "2026-01-01T10:00:05Z"},
    {"SELECT json_extract(?, '$.clean')", "yes"},
};

static const struct {
	const char *sql, *value;
} second_answer[] = {
    {"SELECT json_type(?, '$.attempt')", "null"},
    {"SELECT json_type(?, '$.overall')", "null"},
    {"SELECT json_type(?, '$.verdict')", "null"},
    {"SELECT json_type(?, '$.company')", "null"},
    {"SELECT json_array_length(?, '$.splits')", "0"},
    {"SELECT json_extract(?, '$.words')", "0"},
    {"SELECT json_extract(?, '$.skipped')", "yes"},
};

static void
jsonl_has_numbers_lists_and_nulls(void **state)
{
	const struct row_writer writer = {
	    .kind = kind_find("answers"), .format = FORMAT_JSONL};
	char *text = export_as(*state, writer, NULL);
	char *second = next_line(text);

	next_line(second);
	for (size_t i = 0; i < sizeof(first_answer) / sizeof(first_answer[0]);
	     i++)
		assert_json(text, first_answer[i].sql, first_answer[i].value);
	for (size_t i = 0; i < sizeof(second_answer) / sizeof(second_answer[0]);
	     i++)
		assert_json(
		    second, second_answer[i].sql, second_answer[i].value);
	free(text);
}

static void
one_json_array_holds_all_rows(void **state)
{
	const struct fixture *fixture = *state;
	const struct row_writer writer = {
	    .kind = kind_find("sessions"), .format = FORMAT_JSON};
	const struct store_filter none = {.round = "none"};
	char *text = export_as(fixture, writer, NULL);

	assert_json(text, "SELECT json_array_length(?)", "2");
	assert_json(text, "SELECT json_extract(?, '$[1].session_id')", "s-2");
	/* 11 / 3 with at least 9 digits. */
	assert_json(text,
	    "SELECT abs(json_extract(?, '$[1].overall') - 11 / 3.0) < 1e-9",
	    "1");
	free(text);
	text = export_as(fixture, writer, &none);
	assert_string_equal(text, "[]\n");
	free(text);
}

static void
a_file_appears_whole_or_not_at_all(void **state)
{
	const struct fixture *fixture = *state;
	struct row_writer writer = {.kind = kind_find("sessions")};
	char *path = fixture_path(fixture, "out.csv");
	char *nowhere = fixture_path(fixture, "none/out.csv");
	char *expected = fixture_export(fixture->store, "sessions");
	struct str bytes = STR_INIT;
	struct err err = {0};

	assert_done(
	    export_file(fixture->store, NULL, &writer, path, &err), &err);
	assert_done(file_read(path, 1 << 20, &bytes, &err), &err);
	assert_string_equal(bytes.s, expected);
	assert_int_equal(
	    export_file(fixture->store, NULL, &writer, nowhere, &err), -1);
	/* The rows can't be read: what was there stays. */
	fixture_sql(fixture->path, "DROP TABLE rating");
	assert_int_equal(
	    export_file(fixture->store, NULL, &writer, path, &err), -1);
	str_clear(&bytes);
	assert_done(file_read(path, 1 << 20, &bytes, &err), &err);
	assert_string_equal(bytes.s, expected);
	str_release(&bytes);
	free(expected);
	free(nowhere);
	free(path);
}

#define ON_A_DATABASE(test)                                                    \
	cmocka_unit_test_setup_teardown(test, set_up, fixture_tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ON_A_DATABASE(every_kind_has_the_contracts_columns),
	    ON_A_DATABASE(a_kind_is_found_by_its_name),
	    ON_A_DATABASE(sessions_are_written_with_their_verdict),
	    ON_A_DATABASE(answers_are_written_with_what_follows_from_them),
	    ON_A_DATABASE(progress_is_a_row_for_each_session_and_signal),
	    ON_A_DATABASE(ratings_are_written_oldest_first),
	    ON_A_DATABASE(questions_are_written_by_id),
	    ON_A_DATABASE(a_byte_order_mark_is_written_when_asked_for),
	    ON_A_DATABASE(formats_have_names),
	    ON_A_DATABASE(each_line_of_jsonl_is_an_object_of_all_fields),
	    ON_A_DATABASE(jsonl_has_numbers_lists_and_nulls),
	    ON_A_DATABASE(one_json_array_holds_all_rows),
	    ON_A_DATABASE(a_file_appears_whole_or_not_at_all),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("export", tests, NULL, NULL);
}
