/* SPDX-License-Identifier: MIT */
/* A backlog that is put in order, and what its answer says. */
#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "core/priority.h"
#include "sample_session.h"
#include "store/draft.h"
#include "store/history.h"
#include "store/part.h"
#include "store/plan.h"
#include "store/session.h"
#include "store_fixture.h"

enum { WALL_MS = 5000, DONE_MS = 10000 };

static void
add_features(struct material *material)
{
	material_add_feature(
	    material, "Search", "8 days", "1 in 9", "asked for twice");
	material_add_feature(material, "Offline", "3 days", "", "a test");
	material_add_feature(material, "Theme", "", "", "");
}

static void
begin(struct parts *parts, struct material *material)
{
	*parts = (struct parts){0};
	*material = (struct material){0};
	add_features(material);
	priority_begin(parts, material);
}

/* `Search, Offline, Theme` */
static void
assert_order(const struct parts *parts, const char *expected)
{
	struct str order = STR_INIT;

	for (size_t i = 0; i < priority_count(parts); i++)
		str_addf(&order, "%s%s", i > 0 ? ", " : "",
		    parts_nth(parts, PART_PRIORITY, i)->name);
	assert_string_equal(order.s, expected);
	str_release(&order);
}

static void
an_order_begins_as_the_backlog_and_only_once(void **state)
{
	struct material material;
	struct parts parts;

	(void)state;
	begin(&parts, &material);
	assert_order(&parts, "Search, Offline, Theme");
	assert_int_equal(priority_unsaid(&parts), 3);
	assert_true(priority_move(&parts, 0, 1));
	priority_begin(&parts, &material);
	assert_order(&parts, "Offline, Search, Theme");
	parts_release(&parts);
	material_release(&material);
}

static void
features_move_to_the_ends_and_no_further(void **state)
{
	struct material material;
	struct parts parts;

	(void)state;
	begin(&parts, &material);
	parts_add(&parts, PART_CLARIFYING, "", "who?");
	assert_false(priority_move(&parts, 0, -1));
	assert_false(priority_move(&parts, 2, 1));
	assert_false(priority_move(&parts, 3, -1));
	assert_true(priority_move(&parts, 2, -1));
	assert_true(priority_move(&parts, 1, -1));
	assert_order(&parts, "Theme, Search, Offline");
	parts_release(&parts);
	material_release(&material);
}

static void
a_trade_off_moves_with_its_feature(void **state)
{
	struct material material;
	struct parts parts;
	struct str text = STR_INIT;

	(void)state;
	begin(&parts, &material);
	assert_false(priority_touched(&parts, &material));
	priority_say(&parts, 0, "first");
	priority_say(&parts, 0, "no search on trains");
	assert_true(priority_touched(&parts, &material));
	assert_true(priority_move(&parts, 0, 1));
	assert_int_equal(priority_unsaid(&parts), 2);
	priority_text(&parts, &text);
	assert_string_equal(
	    text.s, "1. Offline\n2. Search: no search on trains\n3. Theme\n");
	str_release(&text);
	parts_release(&parts);
	material_release(&material);
}

static void
moved_there_and_back_it_is_untouched(void **state)
{
	struct material material;
	struct parts parts;

	(void)state;
	begin(&parts, &material);
	priority_move(&parts, 0, 1);
	assert_true(priority_touched(&parts, &material));
	priority_move(&parts, 1, -1);
	assert_false(priority_touched(&parts, &material));
	parts_release(&parts);
	material_release(&material);
}

static void
a_line_of_numbers_is_an_order(void **state)
{
	struct material material;
	struct parts parts;
	struct err err = {0};

	(void)state;
	begin(&parts, &material);
	priority_say(&parts, 2, "cheap");
	assert_done(priority_arrange(&parts, " 3,1  2 ", &err), &err);
	assert_order(&parts, "Theme, Search, Offline");
	assert_string_equal(parts.at[0].text, "cheap");
	parts_release(&parts);
	material_release(&material);
}

static void
a_line_that_is_none_says_why_and_changes_nothing(void **state)
{
	static const struct {
		const char *line, *why;
	} wrong[] = {
	    {"", "3 numbers are wanted, one for each feature; here are 0"},
	    {"2", "3 numbers are wanted, one for each feature; here is 1"},
	    {"3 1", "here are 2"},
	    {"3 1 4", "'4' is no number from 1 to 3"},
	    {"3 1 0", "'0' is no number from 1 to 3"},
	    {"3 one 2", "'one' is no number from 1 to 3"},
	    {"3 1 3", "3 is named twice"},
	    {"3 1 2 1", "1 is named twice"},
	    {"3 1 99999999999999999999", "is no number from 1 to 3"},
	};
	struct material material;
	struct parts parts;

	(void)state;
	begin(&parts, &material);
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		struct err err = {0};

		assert_int_equal(
		    priority_arrange(&parts, wrong[i].line, &err), -1);
		assert_non_null(strstr(err.text, wrong[i].why));
		assert_order(&parts, "Search, Offline, Theme");
	}
	parts_release(&parts);
	material_release(&material);
}

/* READY, the first of its questions with a backlog. */
static void
backlog_session(struct session *session)
{
	sample_session(session, 2);
	add_features(&session->tasks[0].material);
}

static void
answering(struct session *session)
{
	backlog_session(session);
	session_begin(session, 0, SAMPLE_NOW_S);
	assert_int_equal(priority_count(&session->take.parts), 0);
	session_answer_now(session, 0);
}

static void
assert_answers(const struct session *session, bool skipped, const char *text)
{
	struct answer answer;

	session_answer(session, skipped, DONE_MS, &answer);
	assert_string_equal(answer.text, text);
	answer_release(&answer);
}

static void
the_answer_is_the_order_and_the_notes(void **state)
{
	struct session session;

	(void)state;
	answering(&session);
	assert_true(session_is_empty(&session));
	assert_answers(&session, false, "1. Search\n2. Offline\n3. Theme");
	priority_say(&session.take.parts, 1, "late");
	assert_false(session_is_empty(&session));
	str_add(&session.take.text, "I stop there.\n");
	assert_answers(&session, false,
	    "1. Search\n2. Offline: late\n3. Theme\n\nI stop there.\n");
	/* What was written stays as it was: nothing is said twice. */
	assert_string_equal(session.take.text.s, "I stop there.\n");
	session_release(&session);
}

static void
an_order_that_nobody_touched_is_not_of_a_skipped_answer(void **state)
{
	struct session session;
	struct parts parts;

	(void)state;
	answering(&session);
	str_add(&session.take.text, "no idea");
	assert_answers(&session, true, "no idea");
	session_parts(&session, true, &parts);
	assert_int_equal(parts.n, 0);
	parts_release(&parts);
	session_parts(&session, false, &parts);
	assert_int_equal(parts.n, 3);
	parts_release(&parts);
	priority_move(&session.take.parts, 0, 1);
	assert_answers(
	    &session, true, "1. Offline\n2. Search\n3. Theme\n\nno idea");
	session_release(&session);
}

static void
a_question_without_a_backlog_has_no_order(void **state)
{
	struct session session;

	(void)state;
	answering(&session);
	session_next(&session);
	session_begin(&session, 0, SAMPLE_NOW_S);
	session_answer_now(&session, 0);
	str_add(&session.take.text, "plain");
	assert_int_equal(session.take.parts.n, 0);
	assert_answers(&session, false, "plain");
	session_release(&session);
}

static void
what_is_asked_holds_every_figure(void **state)
{
	struct session session;
	struct answer answer;
	char *asked;

	(void)state;
	answering(&session);
	asked = session_asked(&session);
	assert_string_equal(asked,
	    "Tell me about a failure.\n\n"
	    "Search: effort 8 days; reach 1 in 9; evidence: asked for twice\n"
	    "Offline: effort 3 days; evidence: a test\n"
	    "Theme");
	session_answer(&session, false, DONE_MS, &answer);
	assert_string_equal(answer.prompt, asked);
	answer_release(&answer);
	free(asked);
	session_release(&session);
}

static void
trade_offs_are_typed(void **state)
{
	struct session session;

	(void)state;
	answering(&session);
	session.mode = MODE_SPOKEN;
	assert_int_equal(session_mode(&session), MODE_SPOKEN);
	priority_say(&session.take.parts, 0, "late");
	assert_int_equal(session_mode(&session), MODE_TYPED);
	session_release(&session);
}

/* Of the bank, since a draft names its questions. */
static void
plan_it(struct store *store, struct session *session)
{
	struct plan plan = plan_default();
	struct err err = {0};

	plan.question = "prioritisation-photo-app-second-week";
	assert_done(store_plan_session(store, &plan,
			(struct instant){.wall_ms = WALL_MS}, session, &err),
	    &err);
	session_begin(session, 0, WALL_MS / 1000);
	session_answer_now(session, 0);
}

static void
load_draft(struct store *store, struct session *session)
{
	struct err err = {0};
	char id[ID_SIZE];

	assert_int_equal(
	    store_draft_get(store, 0, (struct instant){.wall_ms = WALL_MS},
		session, id, &err),
	    1);
}

static void
a_draft_keeps_order_trade_offs_and_selection(void **state)
{
	const struct fixture *fixture = *state;
	struct session session, back;
	struct err err = {0};

	plan_it(fixture->store, &session);
	priority_move(&session.take.parts, 1, -1);
	priority_say(&session.take.parts, 0, "22 %: \"a|b\"\\");
	session.take.selected = 3;
	str_add(&session.take.text, "notes");
	assert_done(store_draft_put(fixture->store, &session,
			(struct instant){.wall_ms = WALL_MS}, &err),
	    &err);
	load_draft(fixture->store, &back);
	assert_order(&back.take.parts,
	    "Faster first start, Shared albums, Dark theme, "
	    "Backup reminder, Automatic captions");
	assert_string_equal(back.take.parts.at[0].text, "22 %: \"a|b\"\\");
	assert_int_equal(back.take.selected, 3);
	assert_string_equal(back.take.text.s, "notes");
	session_release(&back);
	session_release(&session);
}

/* From before there was a backlog, or with one that nobody can have. */
static void
a_draft_without_an_order_begins_one(void **state)
{
	const struct fixture *fixture = *state;
	struct session session, back;
	struct err err = {0};

	plan_it(fixture->store, &session);
	parts_drop(&session.take.parts, PART_PRIORITY);
	session.take.selected = 77;
	assert_done(store_draft_put(fixture->store, &session,
			(struct instant){.wall_ms = WALL_MS}, &err),
	    &err);
	load_draft(fixture->store, &back);
	assert_int_equal(priority_count(&back.take.parts), 5);
	assert_int_equal(back.take.selected, 0);
	session_release(&back);
	session_release(&session);
}

static void
the_order_is_kept_with_the_answer(void **state)
{
	const struct fixture *fixture = *state;
	struct session session;
	struct answer_row row;
	struct parts parts;
	struct err err = {0};
	char id[ID_SIZE];

	plan_it(fixture->store, &session);
	priority_move(&session.take.parts, 4, -1);
	priority_say(&session.take.parts, 3, "nothing measured");
	session_finish(&session, DONE_MS);
	assert_done(store_keep_answer(fixture->store, &session, false, true,
			(struct instant){.wall_ms = WALL_MS}, id, &err),
	    &err);
	assert_int_equal(store_answer_get(fixture->store, id, &row, &err), 1);
	assert_string_equal(row.answer.text,
	    "1. Shared albums\n2. Faster first start\n3. Dark theme\n"
	    "4. Automatic captions: nothing measured\n5. Backup reminder");
	assert_done(store_parts(fixture->store, row.pk, &parts, &err), &err);
	assert_int_equal(parts.n, 5);
	assert_string_equal(parts.at[3].name, "Automatic captions");
	assert_string_equal(parts.at[3].text, "nothing measured");
	assert_int_equal(priority_text_len(&parts, row.answer.text),
	    strlen(row.answer.text));
	parts_release(&parts);
	answer_row_release(&row);
	session_release(&session);
}

static void
the_lines_of_an_order_are_found_in_its_text(void **state)
{
	struct parts parts = {0};
	const char *text = "1. A: x\n2. B\n\nnotes";

	(void)state;
	assert_int_equal(priority_text_len(&parts, text), 0);
	parts_add(&parts, PART_PRIORITY, "A", "x");
	parts_add(&parts, PART_PRIORITY, "B", "");
	assert_string_equal(text + priority_text_len(&parts, text), "notes");
	assert_int_equal(priority_text_len(&parts, "1. A: x\n2. C"), 0);
	assert_int_equal(priority_text_len(&parts, ""), 0);
	parts_release(&parts);
}

#define ON_STORE(test)                                                         \
	cmocka_unit_test_setup_teardown(                                       \
	    test, fixture_set_up_built_in, fixture_tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(an_order_begins_as_the_backlog_and_only_once),
	    cmocka_unit_test(features_move_to_the_ends_and_no_further),
	    cmocka_unit_test(a_trade_off_moves_with_its_feature),
	    cmocka_unit_test(moved_there_and_back_it_is_untouched),
	    cmocka_unit_test(a_line_of_numbers_is_an_order),
	    cmocka_unit_test(a_line_that_is_none_says_why_and_changes_nothing),
	    cmocka_unit_test(the_answer_is_the_order_and_the_notes),
	    cmocka_unit_test(
		an_order_that_nobody_touched_is_not_of_a_skipped_answer),
	    cmocka_unit_test(a_question_without_a_backlog_has_no_order),
	    cmocka_unit_test(what_is_asked_holds_every_figure),
	    cmocka_unit_test(trade_offs_are_typed),
	    cmocka_unit_test(the_lines_of_an_order_are_found_in_its_text),
	    ON_STORE(a_draft_keeps_order_trade_offs_and_selection),
	    ON_STORE(a_draft_without_an_order_begins_one),
	    ON_STORE(the_order_is_kept_with_the_answer),
	};

	return cmocka_run_group_tests_name("priority", tests, NULL, NULL);
}
