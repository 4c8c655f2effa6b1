/* SPDX-License-Identifier: MIT */
/* Parts of answers and material of questions, from session to file and back. */
#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "core/priority.h"
#include "store/history.h"
#include "store/part.h"
#include "store/plan.h"
#include "store_fixture.h"

enum { WALL_MS = 5000 };

static void
parts_are_found_by_kind_and_place(void **state)
{
	struct parts parts = {0};

	(void)state;
	parts_add(&parts, PART_PRIORITY, "a", "x");
	parts_add(&parts, PART_CLARIFYING, "", "who?");
	parts_add(&parts, PART_PRIORITY, "b", "y");
	assert_string_equal(parts_nth(&parts, PART_PRIORITY, 1)->name, "b");
	assert_null(parts_nth(&parts, PART_PRIORITY, 2));
	assert_null(parts_nth(&parts, PART_INTERRUPTION, 0));
	parts_remove(&parts, PART_PRIORITY, 0);
	parts_remove(&parts, PART_PRIORITY, 1);
	assert_string_equal(parts_nth(&parts, PART_PRIORITY, 0)->name, "b");
	assert_int_equal(parts.n, 2);
	parts_drop(&parts, PART_PRIORITY);
	assert_int_equal(parts.n, 1);
	assert_string_equal(
	    parts_nth(&parts, PART_CLARIFYING, 0)->text, "who?");
	parts_release(&parts);
	assert_int_equal(parts.n, 0);
}

static void
every_kind_has_a_name_of_its_own(void **state)
{
	enum part_kind kind;

	(void)state;
	for (int i = PART_PRIORITY; i <= PART_INTERRUPTION; i++) {
		assert_true(
		    part_kind_parse(part_kind_name((enum part_kind)i), &kind));
		assert_int_equal(kind, i);
	}
	assert_false(part_kind_parse("order", &kind));
}

/* One question with a backlog and a table. */
static void
add_question(struct store *store)
{
	fixture_import(store, "rubrics",
	    "rubric,position,signal,label,weight,metric,asks,anchor_1,"
	    "anchor_2,anchor_3,anchor_4,anchor_5\r\n"
	    "one,1,s,S,1,no,a,1,2,3,4,5\r\n");
	fixture_import(store, "rounds",
	    "round,label,aliases,rubric,seconds,think_s,questions\r\n"
	    "general,General,,one,60,0,1\r\n");
	fixture_import(
	    store, "questions", "id,prompt,round\r\nq,What first?,general\r\n");
	fixture_import(store, "backlogs",
	    "question_id,position,feature,effort,reach,evidence\r\n"
	    "q,2,Search,8 days,1 in 9,\r\n"
	    "q,1,Offline,3 days,1 in 5,asked for twice\r\n");
	fixture_import(store, "tables",
	    "question_id,position,cells\r\n"
	    "q,1,Step|People\r\nq,2,\"Basket|20,400\"\r\n");
}

static void
plan_it(struct store *store, struct session *session)
{
	struct plan plan = plan_default();
	struct err err = {0};

	plan.question = "q";
	plan.has_seed = true;
	plan.seed = 7;
	assert_done(store_plan_session(store, &plan,
			(struct instant){.wall_ms = WALL_MS}, session, &err),
	    &err);
}

static void
a_task_has_its_material(void **state)
{
	const struct fixture *fixture = *state;
	const struct material *material;
	struct session session;

	add_question(fixture->store);
	plan_it(fixture->store, &session);
	material = &session_task(&session)->material;
	assert_int_equal(material->n_features, 2);
	assert_string_equal(material->features[0].label, "Offline");
	assert_string_equal(material->features[0].evidence, "asked for twice");
	assert_string_equal(material->features[1].effort, "8 days");
	assert_int_equal(material->n_rows, 2);
	assert_int_equal(material->rows[1].n, 2);
	assert_string_equal(material->rows[1].cells[1], "20,400");
	assert_int_equal(session.seed, 7);
	session_release(&session);
}

static void
they_are_kept_with_their_answer(void **state)
{
	const struct fixture *fixture = *state;
	struct answer_row row;
	struct session session;
	struct parts parts;
	struct err err = {0};
	char id[ID_SIZE], *csv;

	add_question(fixture->store);
	plan_it(fixture->store, &session);
	session_begin(&session, 0, 5);
	assert_true(priority_move(&session.take.parts, 1, -1));
	priority_say(&session.take.parts, 0, "no offline");
	parts_add(&session.take.parts, PART_CLARIFYING, "", "");
	session_finish(&session, 10);
	assert_done(store_keep_answer(fixture->store, &session, true, false,
			(struct instant){.wall_ms = WALL_MS}, id, &err),
	    &err);
	assert_int_equal(store_answer_get(fixture->store, id, &row, &err), 1);
	assert_done(store_parts(fixture->store, row.pk, &parts, &err), &err);
	assert_int_equal(parts.n, 2);
	assert_string_equal(parts.at[0].text, "no offline");
	assert_string_equal(parts.at[1].name, "Offline");
	csv = fixture_export(fixture->store, "parts");
	assert_non_null(strstr(csv, ",priority,1,Search,no offline\r\n"));
	assert_non_null(strstr(csv, ",priority,2,Offline,\r\n"));
	free(csv);
	parts_release(&parts);
	answer_row_release(&row);
	session_release(&session);
}

static void
what_can_not_be_is_refused_by_name(void **state)
{
	static const struct {
		const char *kind, *csv, *why;
	} wrong[] = {
	    {"parts", "answer_id,part,position\r\nno,order,1\r\n",
		"part is 'order'"},
	    {"parts", "answer_id,part,position\r\nno,priority,0\r\n",
		"counts from 1"},
	    {"parts", "answer_id,part,position\r\nno,priority,1\r\n",
		"answer 'no' is not there"},
	    {"backlogs", "question_id,position,feature\r\nq,0,x\r\n",
		"counts from 1"},
	    {"tables", "question_id,position,cells\r\nq,-1,a\r\n",
		"counts from 1"},
	    {"tables",
		"question_id,position,cells\r\nq,1,a|b|c|d|e|f|g|h|i\r\n",
		"9 cells"},
	    {"interruptions", "interruption,round,left_s,text\r\ni,,0,x\r\n",
		"left_s must be more than 0"},
	    {"interruptions", "interruption,round,text\r\ni,nowhere,x\r\n",
		"round 'nowhere' is not known"},
	};
	const struct fixture *fixture = *state;

	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		const struct import_options options = {
		    .name = "file", .kind = kind_find(wrong[i].kind)};
		struct import_report report;
		struct err err = {0};

		assert_int_equal(fixture_import_with(fixture->store, &options,
				     wrong[i].csv, &report, &err),
		    -1);
		assert_non_null(strstr(err.text, wrong[i].why));
		import_report_release(&report);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(parts_are_found_by_kind_and_place),
	    cmocka_unit_test(every_kind_has_a_name_of_its_own),
	    cmocka_unit_test_setup_teardown(
		a_task_has_its_material, fixture_set_up, fixture_tear_down),
	    cmocka_unit_test_setup_teardown(they_are_kept_with_their_answer,
		fixture_set_up, fixture_tear_down),
	    cmocka_unit_test_setup_teardown(what_can_not_be_is_refused_by_name,
		fixture_set_up, fixture_tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
