/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "unit.h"
#include "store_fixture.h"

/* A field from what stands between two commas of a file. */
static struct field_value
text(const char *s)
{
	return (struct field_value){
	    .kind = *s == '\0' ? VALUE_NONE : VALUE_TEXT, .s = s};
}

static struct field_value
number(double r)
{
	return (struct field_value){.kind = VALUE_REAL, .r = r};
}

static struct field_value
whole(int64_t i)
{
	return (struct field_value){.kind = VALUE_INT, .i = i};
}

static const struct field_value missing = {.kind = VALUE_NONE};

static enum change
put(struct fixture *fixture, enum entity entity,
    const struct field_value *fields, bool shipped)
{
	enum change change = CHANGE_NONE;
	struct err err = {0};

	assert_done(
	    store_put(fixture->store, entity, fields, shipped, &change, &err),
	    &err);
	return change;
}

static enum change
put_company(struct fixture *fixture, const char *label, bool shipped)
{
	const struct field_value fields[] = {text("acme"), text(label),
	    whole(2), text("Anvil|Rocket"), text("")};

	return put(fixture, ENTITY_COMPANIES, fields, shipped);
}

/* The ids, or first columns, of what the filter leaves, joined with spaces. */
static void
list(struct fixture *fixture, enum entity entity,
    const struct store_filter *filter, char *out)
{
	struct field_value fields[ENTITY_FIELDS];
	struct err err = {0};
	struct rows *rows;
	int n, rc;

	*out = '\0';
	assert_done(
	    rows_open(fixture->store, entity, filter, &rows, &err), &err);
	while ((rc = rows_next(rows, fields, &n, &err)) == 1) {
		if (*out != '\0')
			strcat(out, " ");
		strcat(out, fields[0].s);
	}
	assert_done(rc, &err);
	rows_close(rows);
}

static void
assert_listed(struct fixture *fixture, enum entity entity,
    struct store_filter filter, const char *expected)
{
	char listed[512];

	list(fixture, entity, &filter, listed);
	assert_string_equal(listed, expected);
}

static void
a_row_is_added_once(void **state)
{
	assert_int_equal(put_company(*state, "Acme", false), CHANGE_ADDED);
	assert_int_equal(put_company(*state, "Acme", false), CHANGE_NONE);
	assert_int_equal(put_company(*state, "ACME", false), CHANGE_UPDATED);
	assert_int_equal(put_company(*state, "ACME", false), CHANGE_NONE);
}

static void
a_users_row_is_his_own(void **state)
{
	assert_int_equal(put_company(*state, "Mine", false), CHANGE_ADDED);
	assert_int_equal(put_company(*state, "Shipped", true), CHANGE_KEPT);
	assert_listed(
	    *state, ENTITY_COMPANIES, (struct store_filter){0}, "acme");
	assert_int_equal(put_company(*state, "Mine", false), CHANGE_NONE);
}

static void
a_users_edit_of_a_shipped_row_is_his_own(void **state)
{
	assert_int_equal(put_company(*state, "Old", true), CHANGE_ADDED);
	assert_int_equal(put_company(*state, "New", true), CHANGE_UPDATED);
	assert_int_equal(put_company(*state, "Mine", false), CHANGE_UPDATED);
	assert_int_equal(put_company(*state, "Newer", true), CHANGE_KEPT);
	assert_int_equal(put_company(*state, "Mine", true), CHANGE_NONE);
}

/* To import what is shipped already is not an edit. */
static void
an_unchanged_shipped_row_stays_shipped(void **state)
{
	assert_int_equal(put_company(*state, "Old", true), CHANGE_ADDED);
	assert_int_equal(put_company(*state, "Old", false), CHANGE_NONE);
	assert_int_equal(put_company(*state, "New", true), CHANGE_UPDATED);
}

static void
values_come_back_as_they_were(void **state)
{
	struct fixture *fixture = *state;
	const struct field_value fields[] = {text("acme"), text("Äpfel \"🚀\""),
	    missing, text("a|b\\|c"), text("")};
	struct field_value out[ENTITY_FIELDS];
	struct err err = {0};
	struct rows *rows;
	int n;

	put(fixture, ENTITY_COMPANIES, fields, false);
	assert_done(
	    rows_open(fixture->store, ENTITY_COMPANIES, NULL, &rows, &err),
	    &err);
	assert_int_equal(rows_next(rows, out, &n, &err), 1);
	assert_int_equal(n, 5);
	assert_string_equal(out[1].s, "Äpfel \"🚀\"");
	assert_int_equal(out[2].kind, VALUE_NONE);
	assert_null(out[2].s);
	assert_string_equal(out[3].s, "a|b\\|c");
	assert_int_equal(out[4].kind, VALUE_NONE);
	assert_string_equal(out[4].s, "");
	assert_int_equal(rows_next(rows, out, &n, &err), 0);
	rows_close(rows);
}

static void
a_missing_number_differs_from_zero(void **state)
{
	struct field_value fields[] = {
	    text("acme"), text("Acme"), missing, text(""), text("")};

	assert_int_equal(
	    put(*state, ENTITY_COMPANIES, fields, false), CHANGE_ADDED);
	assert_int_equal(
	    put(*state, ENTITY_COMPANIES, fields, false), CHANGE_NONE);
	fields[2] = whole(0);
	assert_int_equal(
	    put(*state, ENTITY_COMPANIES, fields, false), CHANGE_UPDATED);
	fields[2] = missing;
	assert_int_equal(
	    put(*state, ENTITY_COMPANIES, fields, false), CHANGE_UPDATED);
}

/* A file writes 2 and 2.0 as it likes. */
static void
whole_and_decimal_numbers_compare(void **state)
{
	struct field_value fields[] = {text("hire"), number(4), text("")};

	assert_int_equal(
	    put(*state, ENTITY_RULES, fields, false), CHANGE_ADDED);
	fields[1] = whole(4);
	assert_int_equal(put(*state, ENTITY_RULES, fields, false), CHANGE_NONE);
	fields[1] = number(4.0001);
	assert_int_equal(
	    put(*state, ENTITY_RULES, fields, false), CHANGE_UPDATED);
	fields[1] = number(3);
	assert_int_equal(
	    put(*state, ENTITY_RULES, fields, false), CHANGE_UPDATED);
}

static void
a_new_rule_is_in_force_at_once(void **state)
{
	struct fixture *fixture = *state;
	const struct field_value fields[] = {text("hire"), number(3), text("")};
	const struct rules *rules;
	struct err err = {0};

	assert_done(store_rules(fixture->store, &rules, &err), &err);
	assert_int_equal(rules->hire, 35000);
	put(fixture, ENTITY_RULES, fields, false);
	assert_done(store_rules(fixture->store, &rules, &err), &err);
	assert_int_equal(rules->hire, 30000);
	assert_int_equal(rules->strong_hire, 45000);
}

static void
a_new_signal_is_in_force_at_once(void **state)
{
	struct fixture *fixture = *state;
	const struct field_value fields[] = {text("plain"), whole(3),
	    text("warmth"), text("Warmth"), number(0.25), text("no"), text("?"),
	    text("a"), text("b"), text("c"), text("d"), text("e")};
	const struct rubric *rubric;
	struct err err = {0};

	assert_done(store_rubric(fixture->store, "plain", &rubric, &err), &err);
	assert_int_equal(rubric->n, 2);
	put(fixture, ENTITY_RUBRICS, fields, false);
	assert_done(store_rubric(fixture->store, "plain", &rubric, &err), &err);
	assert_int_equal(rubric->n, 3);
	assert_string_equal(rubric->signals[2].key, "warmth");
	assert_int_equal(rubric->signals[2].weight, 2500);
}

static void
questions_are_filtered(void **state)
{
	const enum entity questions = ENTITY_QUESTIONS;

	assert_listed(
	    *state, questions, (struct store_filter){0}, "g-1 q-1 q-2 q-3 q-4");
	assert_listed(*state, questions,
	    (struct store_filter){.round = "general"}, "g-1");
	/* For tencent: its own, and those for anyone. */
	assert_listed(*state, questions,
	    (struct store_filter){.company = "tencent"}, "g-1 q-1 q-2 q-3 q-4");
	assert_listed(*state, questions,
	    (struct store_filter){.company = "xiaomi", .level = "apm"},
	    "g-1 q-1 q-3 q-4");
	assert_listed(*state, questions,
	    (struct store_filter){.search = "LAUNCH"}, "q-3");
	assert_listed(*state, questions, (struct store_filter){.search = "q-"},
	    "q-1 q-2 q-3 q-4");
}

/* % and _ are looked for as themselves. */
static void
a_search_has_no_wildcards(void **state)
{
	struct fixture *fixture = *state;

	fixture_import(fixture->store, "questions",
	    "id,prompt\r\nw-1,grew 20 %_x\r\nw-2,grew 200\r\nw-3,a\\b\r\n");
	assert_listed(fixture, ENTITY_QUESTIONS,
	    (struct store_filter){.search = "%_"}, "w-1");
	assert_listed(fixture, ENTITY_QUESTIONS,
	    (struct store_filter){.search = "20_"}, "");
	assert_listed(fixture, ENTITY_QUESTIONS,
	    (struct store_filter){.search = "\\"}, "w-3");
	assert_listed(fixture, ENTITY_QUESTIONS,
	    (struct store_filter){.search = ""},
	    "g-1 q-1 q-2 q-3 q-4 w-1 w-2 w-3");
}

/* Times are seconds: 1 January 2026 10:00 and so on. */
enum { TEN_OCLOCK = 1767261600, HOUR = 3600 };

static void
import_sessions(struct fixture *fixture)
{
	fixture_import(fixture->store, "sessions",
	    "session_id,started_at,round,company,level\r\n"
	    "s-b,2026-01-01T10:00:00Z,behavioural,xiaomi,apm\r\n"
	    "s-a,2026-01-01T10:00:00Z,general,,apm\r\n"
	    "s-c,2026-01-01T11:00:00Z,behavioural,tencent,\r\n"
	    "s-0,2026-01-01T12:00:00Z,behavioural,,\r\n");
	fixture_import(fixture->store, "answers",
	    "answer_id,session_id,question_id,started_at,prompt,answer\r\n"
	    "a-1,s-c,q-1,2026-01-01T11:00:05Z,A failure?,We lost 我们 it\r\n");
}

static void
rows_are_oldest_first_then_by_id(void **state)
{
	import_sessions(*state);
	assert_listed(*state, ENTITY_SESSIONS, (struct store_filter){0},
	    "s-a s-b s-c s-0");
}

static void
sessions_are_filtered(void **state)
{
	struct store_filter hour = {
	    .has_since = true,
	    .since = TEN_OCLOCK + 1,
	    .has_until = true,
	    .until = TEN_OCLOCK + 2 * HOUR,
	};

	import_sessions(*state);
	assert_listed(*state, ENTITY_SESSIONS, hour, "s-c");
	hour.since--;
	assert_listed(*state, ENTITY_SESSIONS, hour, "s-a s-b s-c");
	hour.until++;
	assert_listed(*state, ENTITY_SESSIONS, hour, "s-a s-b s-c s-0");
	assert_listed(*state, ENTITY_SESSIONS,
	    (struct store_filter){.round = "behavioural", .level = "apm"},
	    "s-b");
	assert_listed(*state, ENTITY_SESSIONS,
	    (struct store_filter){.company = "tencent"}, "s-c");
	assert_listed(*state, ENTITY_SESSIONS,
	    (struct store_filter){.search = "我们"}, "s-c");
	assert_listed(*state, ENTITY_ANSWERS,
	    (struct store_filter){.search = "lost"}, "a-1");
	assert_listed(
	    *state, ENTITY_ANSWERS, (struct store_filter){.search = "won"}, "");
}

static void
an_imported_session_is_this_devices(void **state)
{
	struct fixture *fixture = *state;

	import_sessions(fixture);
	assert_int_equal(fixture_sql_int(fixture->path,
			     "SELECT count(*) FROM session WHERE device ="
			     " (SELECT value FROM meta WHERE key = 'device')"),
	    4);
}

static void
what_was_deleted_is_hidden(void **state)
{
	struct fixture *fixture = *state;

	import_sessions(fixture);
	fixture_sql(fixture->path,
	    "UPDATE session SET deleted_at = 1 WHERE id = 's-c'");
	assert_listed(
	    fixture, ENTITY_SESSIONS, (struct store_filter){0}, "s-a s-b s-0");
	assert_listed(fixture, ENTITY_ANSWERS, (struct store_filter){0}, "");
}

#define ON_A_DATABASE(test)                                                    \
	cmocka_unit_test_setup_teardown(test, fixture_set_up, fixture_tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ON_A_DATABASE(a_row_is_added_once),
	    ON_A_DATABASE(a_users_row_is_his_own),
	    ON_A_DATABASE(a_users_edit_of_a_shipped_row_is_his_own),
	    ON_A_DATABASE(an_unchanged_shipped_row_stays_shipped),
	    ON_A_DATABASE(values_come_back_as_they_were),
	    ON_A_DATABASE(a_missing_number_differs_from_zero),
	    ON_A_DATABASE(whole_and_decimal_numbers_compare),
	    ON_A_DATABASE(a_new_rule_is_in_force_at_once),
	    ON_A_DATABASE(a_new_signal_is_in_force_at_once),
	    ON_A_DATABASE(questions_are_filtered),
	    ON_A_DATABASE(a_search_has_no_wildcards),
	    ON_A_DATABASE(rows_are_oldest_first_then_by_id),
	    ON_A_DATABASE(sessions_are_filtered),
	    ON_A_DATABASE(an_imported_session_is_this_devices),
	    ON_A_DATABASE(what_was_deleted_is_hidden),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("facts", tests, NULL, NULL);
}
