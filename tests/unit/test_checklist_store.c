/* SPDX-License-Identifier: MIT */
/* What the checklist counts, on histories that can be counted by hand. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "unit.h"
#include "store_fixture.h"

#include "base/date.h"
#include "base/str.h"
#include "store/checklist.h"

enum { NOW_S = 1795167000, DAY_S = 86400, SIGNALS = 4 };

static const char rubrics[] =
    "rubric,position,signal,label,weight,metric,asks,"
    "anchor_1,anchor_2,anchor_3,anchor_4,anchor_5\r\n"
    "learning-loop,1,situation,Situation,1,yes,What?,a,b,c,d,e\r\n"
    "learning-loop,2,task,Task,1,yes,What?,a,b,c,d,e\r\n"
    "learning-loop,3,action,Action,1,yes,What?,a,b,c,d,e\r\n"
    "learning-loop,4,result,Result,1,yes,What?,a,b,c,d,e\r\n";

/* So many of each that nothing that is told here is ever enough. */
static const char items[] = "item,position,label,check,need,how\r\n"
			    "metric,1,Stories,stories-with-metric,9,Do it.\r\n"
			    "time,2,In time,stories-in-time,9,Do it.\r\n"
			    "peer,3,Peer,peer-debrief,9,Do it.\r\n"
			    "system,4,System,practice-system,9,Do it.\r\n"
			    "loop,5,Loop,learning-loop,9,Do it.\r\n"
			    "pay,6,Pay,self,,Do it.\r\n";

/* An answer.  A session begins where `days_ago` is not 0; else the answer is
 * one more of the session before.  What is NULL or 0 is a story at hire, told
 * in time: on star, behavioural, 100 s, a measured result given. */
struct told {
	int days_ago;
	const char *question;
	const char *self; /* digits; NULL: 4444 */
	const char *mei, *jonas;
	const char *cold;
	const char *round, *rubric, *answer_s, *paused_s;
	bool no_metric, skipped, no_time;
};

struct telling {
	struct str sessions, answers, ratings;
	int session;
};

static const char *
or_else(const char *text, const char *otherwise)
{
	return text != NULL ? text : otherwise;
}

static void
add_ratings(
    struct telling *to, int answer, const char *rater, const char *digits)
{
	static const char *const signals[SIGNALS] = {
	    "situation", "task", "action", "result"};

	for (size_t i = 0; digits != NULL && digits[i] != '\0'; i++)
		if (digits[i] != '-')
			str_addf(&to->ratings,
			    "a-%d,s-%d,%s,%s,%c,2026-11-01T00:00:00Z\r\n",
			    answer, to->session, rater, signals[i], digits[i]);
}

static void
add_answer(struct telling *to, int i, const struct told *told, const char *at)
{
	str_addf(&to->answers, "a-%d,s-%d,%s,%s,%s,%s,180,%s,%s,%s,%s\r\n", i,
	    to->session, told->question, at,
	    or_else(told->round, "behavioural"), or_else(told->rubric, "star"),
	    told->no_time ? "" : or_else(told->answer_s, "100"),
	    or_else(told->paused_s, "0"), told->skipped ? "yes" : "no",
	    told->no_metric ? "no" : "yes");
	if (told->skipped)
		return;
	add_ratings(to, i, "self", or_else(told->self, "4444"));
	add_ratings(to, i, "Mei", told->mei);
	add_ratings(to, i, "Jonas", told->jonas);
	add_ratings(to, i, "cold", told->cold);
}

static void
tell(struct store *store, const struct told *told, int n)
{
	struct telling to = {STR_INIT, STR_INIT, STR_INIT, -1};
	char at[DATE_SIZE] = "";

	str_add(&to.sessions, "session_id,started_at,ended_at,questions\r\n");
	str_add(&to.answers,
	    "answer_id,session_id,question_id,started_at,round,rubric,"
	    "limit_s,answer_s,paused_s,skipped,metric_given\r\n");
	str_add(&to.ratings,
	    "answer_id,session_id,rater,signal,rating,rated_at\r\n");
	for (int i = 0; i < n; i++) {
		if (told[i].days_ago != 0 || i == 0) {
			date_utc(at, NOW_S - told[i].days_ago * DAY_S);
			str_addf(&to.sessions, "s-%d,%s,%s,1\r\n", ++to.session,
			    at, at);
		}
		add_answer(&to, i, &told[i], at);
	}
	fixture_import(store, "sessions", to.sessions.s);
	fixture_import(store, "answers", to.answers.s);
	fixture_import(store, "ratings", to.ratings.s);
	str_release(&to.sessions);
	str_release(&to.answers);
	str_release(&to.ratings);
}

static int
set_up(void **state)
{
	const struct fixture *fixture;

	if (fixture_set_up(state) != 0)
		return -1;
	fixture = *state;
	fixture_import(fixture->store, "rubrics", rubrics);
	fixture_import(fixture->store, "checklist", items);
	return 0;
}

/* `metric time peer system loop`, and whether pay is ticked off. */
static void
assert_counts(const struct fixture *fixture, const char *expected)
{
	struct checklist_row *rows;
	struct str found = STR_INIT;
	struct err err = {0};
	int n;

	assert_done(
	    store_checklist(fixture->store, NOW_S, &rows, &n, &err), &err);
	assert_int_equal(n, 6);
	for (int i = 0; i < n; i++)
		if (rows[i].item.check == CHECK_SELF)
			str_add(&found, rows[i].state.done ? " yes" : " no");
		else
			str_addf(&found, "%s%d", i > 0 ? " " : "",
			    rows[i].state.have);
	assert_string_equal(found.s, expected);
	str_release(&found);
	checklist_rows_free(rows, n);
}

#define TOLD(days, id) .days_ago = (days), .question = (id)

#define TELL(fixture, ...)                                                     \
	do {                                                                   \
		static const struct told told[] = {__VA_ARGS__};               \
		tell((fixture)->store, told, sizeof(told) / sizeof(told[0]));  \
	} while (0)

static void
of_nothing_there_is_nothing(void **state)
{
	assert_counts(*state, "0 0 0 0 0 no");
}

/* Once at hire counts, however the question went before and after. */
static void
a_question_counts_once(void **state)
{
	TELL(*(struct fixture **)state, {TOLD(40, "q-1"), .self = "2222"},
	    {TOLD(39, "q-1")}, {TOLD(38, "q-1")},
	    {TOLD(37, "q-1"), .self = "2222"}, {TOLD(36, "q-2")});
	assert_counts(*state, "2 2 0 0 0 no");
}

static void
only_stories_at_hire_with_a_number_count(void **state)
{
	TELL(*(struct fixture **)state, {TOLD(40, "q-1")},
	    {TOLD(39, "q-2"), .no_metric = true}, /* capped */
	    {TOLD(38, "q-3"), .self = "3333"},
	    {TOLD(37, "q-4"), .self = "1555"},
	    {TOLD(36, "q-5"), .self = "555-"}, /* not rated in full */
	    {TOLD(35, "q-6"), .skipped = true},
	    {TOLD(34, "q-7"), .round = "general"},
	    {TOLD(33, "q-8"), .rubric = "gone"},
	    {TOLD(32, "q-9"), .self = "4343"},
	    {TOLD(31, "q-10"), .self = "4434"});
	/* q-9 has 3.4, q-10 3.7 */
	assert_counts(*state, "2 2 0 0 0 no");
}

/* A rubric that needs no measured result makes no story of an answer. */
static void
the_rubric_must_want_a_number(void **state)
{
	const struct fixture *fixture = *state;

	TELL(fixture, {TOLD(40, "q-1"), .rubric = "plain"});
	fixture_import(fixture->store, "ratings",
	    "answer_id,session_id,rater,signal,rating,rated_at\r\n"
	    "a-0,s-0,self,clarity,5,2026-11-01T00:00:00Z\r\n"
	    "a-0,s-0,self,result,5,2026-11-01T00:00:00Z\r\n");
	assert_counts(fixture, "0 0 0 0 0 no");
}

static void
three_minutes_are_not_under_three_minutes(void **state)
{
	TELL(*(struct fixture **)state, {TOLD(40, "q-1"), .answer_s = "180"},
	    {TOLD(39, "q-2"), .answer_s = "179.9999"},
	    {TOLD(38, "q-3"), .answer_s = "200"},
	    {TOLD(37, "q-4"), .no_time = true},
	    {TOLD(36, "q-5"), .answer_s = "180.0001"});
	assert_counts(*state, "5 1 0 0 0 no");
}

/* One telling has to be both: at hire and in time. */
static void
slow_at_hire_and_fast_below_it_is_no_story_in_time(void **state)
{
	TELL(*(struct fixture **)state, {TOLD(40, "q-1"), .answer_s = "190"},
	    {TOLD(39, "q-1"), .self = "2222", .answer_s = "60"});
	assert_counts(*state, "1 0 0 0 0 no");
}

static void
the_rule_says_what_is_in_time(void **state)
{
	const struct fixture *fixture = *state;

	TELL(fixture, {TOLD(40, "q-1"), .answer_s = "119"},
	    {TOLD(39, "q-2"), .answer_s = "120"});
	fixture_import(
	    fixture->store, "rules", "rule,value\r\nstory_s,120\r\n");
	assert_counts(fixture, "2 1 0 0 0 no");
}

/* In a session one peer must have rated every answer that there is. */
static void
one_peer_rates_all_of_a_session(void **state)
{
	TELL(*(struct fixture **)state,
	    {TOLD(40, "q-1"), .self = "2222", .mei = "2222"},
	    {TOLD(0, "q-2"), .self = "2222", .mei = "5555"},
	    {TOLD(39, "q-1"), .self = "2222", .mei = "4444"},
	    {TOLD(0, "q-2"), .self = "2222"}, /* one answer of two */
	    {TOLD(38, "q-1"), .self = "2222", .mei = "4444"},
	    {TOLD(0, "q-2"), .self = "2222", .jonas = "4444"}, /* each one */
	    {TOLD(37, "q-1"), .self = "2222", .mei = "444-"});
	assert_counts(*state, "0 0 1 0 0 no");
}

static void
a_session_counts_once_however_many_peers(void **state)
{
	TELL(*(struct fixture **)state,
	    {TOLD(40, "q-1"), .self = "2222", .mei = "2222", .jonas = "3333"},
	    {TOLD(39, "q-1"), .self = "2222", .mei = "22-2", .jonas = "3333"});
	assert_counts(*state, "0 0 2 0 0 no");
}

/* Nobody can rate what was skipped; and there must be something to rate. */
static void
what_was_skipped_needs_no_peer(void **state)
{
	TELL(*(struct fixture **)state,
	    {TOLD(40, "q-1"), .self = "2222", .mei = "4444"},
	    {TOLD(0, "q-2"), .skipped = true},
	    {TOLD(39, "q-1"), .skipped = true});
	assert_counts(*state, "0 0 1 0 0 no");
}

/* As a file from elsewhere may have it. */
static void
a_session_that_was_skipped_is_not_rated(void **state)
{
	const struct fixture *fixture = *state;

	TELL(fixture, {TOLD(40, "q-1"), .mei = "4444"});
	fixture_sql(fixture->path, "UPDATE answer SET skipped = 'yes';"
				   "INSERT INTO stale SELECT session_pk"
				   " FROM session");
	assert_counts(fixture, "0 0 0 0 0 no");
}

static void
oneself_is_no_peer(void **state)
{
	TELL(*(struct fixture **)state,
	    {TOLD(40, "q-1"), .self = "2222", .cold = "4444"});
	assert_counts(*state, "0 0 0 0 0 no");
}

/* Clean, whatever the verdict, and not a second older than the days. */
static void
clean_mocks_of_the_last_days_count(void **state)
{
	const struct fixture *fixture = *state;

	TELL(fixture, {TOLD(15, "q-1"), .self = "2222"},
	    {TOLD(14, "q-2"), .self = "2222"},
	    {TOLD(13, "q-3"), .self = "2222", .paused_s = "2"},
	    {TOLD(12, "q-4"), .self = "222-"},
	    {TOLD(11, "q-5"), .self = "2222"},
	    {TOLD(0, "q-6"), .skipped = true},
	    {TOLD(1, "q-7"), .self = "2222"});
	assert_counts(fixture, "0 0 0 2 0 no");
	fixture_sql(fixture->path,
	    "UPDATE session SET started_at = started_at - 1 WHERE id = 's-1'");
	assert_counts(fixture, "0 0 0 1 0 no");
	fixture_import(
	    fixture->store, "rules", "rule,value\r\npractice_days,16\r\n");
	assert_counts(fixture, "0 0 0 3 0 no");
}

static void
a_session_under_way_is_no_mock_yet(void **state)
{
	const struct fixture *fixture = *state;

	TELL(fixture, {TOLD(1, "q-1"), .self = "2222"});
	fixture_sql(fixture->path, "UPDATE session SET ended_at = NULL");
	assert_counts(fixture, "0 0 0 0 0 no");
}

/* In any round; a behavioural one is a story too.  Each answer counts. */
static void
learning_loops_count_answer_by_answer(void **state)
{
	TELL(*(struct fixture **)state,
	    {TOLD(40, "q-1"), .rubric = "learning-loop", .round = "general"},
	    {TOLD(39, "q-2"), .rubric = "learning-loop"},
	    {TOLD(38, "q-2"), .rubric = "learning-loop"},
	    {TOLD(37, "q-3"), .rubric = "learning-loop", .self = "3333"},
	    {TOLD(36, "q-4"), .rubric = "learning-loop", .no_metric = true});
	assert_counts(*state, "1 1 0 0 3 no");
}

static void
deleted_sessions_count_nowhere(void **state)
{
	const struct fixture *fixture = *state;

	TELL(fixture,
	    {TOLD(1, "q-1"), .mei = "4444", .rubric = "learning-loop"},
	    {TOLD(2, "q-2"), .mei = "4444"});
	assert_counts(fixture, "2 2 2 2 1 no");
	fixture_sql(fixture->path,
	    "UPDATE session SET deleted_at = 1 WHERE id = 's-0'");
	assert_counts(fixture, "1 1 1 1 0 no");
}

/* A rating that was made again: the latest one decides here too. */
static void
the_latest_rating_counts(void **state)
{
	const struct fixture *fixture = *state;

	TELL(fixture, {TOLD(40, "q-1")});
	fixture_import(fixture->store, "ratings",
	    "answer_id,session_id,rater,signal,rating,rated_at\r\n"
	    "a-0,s-0,self,task,1,2026-11-02T00:00:00Z\r\n");
	assert_counts(fixture, "0 0 0 0 0 no");
}

/* Two items may ask for the same, each for its own number. */
static void
every_item_has_its_own_need(void **state)
{
	const struct fixture *fixture = *state;
	struct checklist_row *rows;
	struct err err = {0};
	int n;

	fixture_import(fixture->store, "checklist",
	    "item,position,label,check,need\r\n"
	    "first,0,First,stories-with-metric,2\r\n"
	    "metric,1,Stories,stories-with-metric,4\r\n");
	TELL(fixture, {TOLD(40, "q-1")}, {TOLD(39, "q-2")}, {TOLD(38, "q-3")});
	assert_done(
	    store_checklist(fixture->store, NOW_S, &rows, &n, &err), &err);
	assert_string_equal(rows[0].item.item, "first");
	assert_string_equal(rows[0].text, "2 of 2 stories with a number");
	assert_true(rows[0].state.done);
	assert_string_equal(rows[1].item.label, "Stories");
	assert_string_equal(rows[1].text, "3 of 4 stories with a number");
	assert_false(rows[1].state.done);
	checklist_rows_free(rows, n);
}

/* What is enough for one item is looked at for the next one. */
static void
counting_goes_on_for_those_that_need_more(void **state)
{
	const struct fixture *fixture = *state;

	fixture_import(fixture->store, "checklist",
	    "item,position,label,check,need\r\n"
	    "metric,1,Stories,stories-with-metric,1\r\n"
	    "loop,5,Loop,learning-loop,1\r\n");
	TELL(fixture, {TOLD(40, "q-1")}, {TOLD(39, "q-2")},
	    {TOLD(38, "q-3"), .rubric = "learning-loop"},
	    {TOLD(37, "q-4"), .answer_s = "190"});
	assert_counts(fixture, "1 3 0 0 1 no");
}

static void
tick(const struct fixture *fixture, const char *item, bool done, int64_t at_s)
{
	struct err err = {0};

	assert_done(store_tick(fixture->store, item, done, at_s, &err), &err);
}

static void
the_latest_tick_counts(void **state)
{
	const struct fixture *fixture = *state;

	tick(fixture, "pay", true, NOW_S);
	assert_counts(fixture, "0 0 0 0 0 yes");
	tick(fixture, "pay", false, NOW_S + 5);
	assert_counts(fixture, "0 0 0 0 0 no");
	tick(fixture, "pay", true, NOW_S + 10);
	assert_counts(fixture, "0 0 0 0 0 yes");
	tick(fixture, "gone", false, NOW_S + 20);
	assert_counts(fixture, "0 0 0 0 0 yes");
}

/* Nothing is lost: they are facts, a second apart. */
static void
ticks_of_one_second_keep_their_order(void **state)
{
	const struct fixture *fixture = *state;
	char *ticks;

	tick(fixture, "pay", true, NOW_S);
	tick(fixture, "pay", false, NOW_S);
	assert_counts(fixture, "0 0 0 0 0 no");
	tick(fixture, "pay", true, NOW_S);
	assert_counts(fixture, "0 0 0 0 0 yes");
	/* the clock was set back */
	tick(fixture, "pay", false, NOW_S - DAY_S);
	assert_counts(fixture, "0 0 0 0 0 no");
	ticks = fixture_export(fixture->store, "checked");
	assert_string_equal(ticks, "item,checked_at,done\r\n"
				   "pay,2026-11-20T09:30:00Z,yes\r\n"
				   "pay,2026-11-20T09:30:01Z,no\r\n"
				   "pay,2026-11-20T09:30:02Z,yes\r\n"
				   "pay,2026-11-20T09:30:03Z,no\r\n");
	free(ticks);
}

/* A tick makes nothing done that is counted. */
static void
what_is_counted_is_not_ticked(void **state)
{
	const struct fixture *fixture = *state;

	fixture_import(fixture->store, "checked",
	    "item,checked_at,done\r\nmetric,2026-11-20T09:30:00Z,yes\r\n");
	assert_counts(fixture, "0 0 0 0 0 no");
}

static void
refuse(const struct fixture *fixture, const char *csv, size_t line, int column,
    const char *message)
{
	const struct import_options options = {
	    .name = "own.csv",
	    .kind = kind_find("checklist"),
	};
	char *before = fixture_export(fixture->store, "checklist"), *after;
	struct import_report report;
	struct err err = {0};

	assert_int_equal(
	    fixture_import_with(fixture->store, &options, csv, &report, &err),
	    -1);
	assert_int_equal(report.n_problems, 1);
	assert_int_equal(report.problems[0].line, line);
	assert_int_equal(report.problems[0].column, column);
	assert_string_equal(report.problems[0].message, message);
	import_report_release(&report);
	after = fixture_export(fixture->store, "checklist");
	assert_string_equal(after, before);
	free(before);
	free(after);
}

static void
an_unknown_check_is_refused_by_the_known_ones(void **state)
{
	refuse(*state,
	    "item,position,label,check,need\r\n"
	    "a,1,A,self,\r\n"
	    "b,2,B,stories,3\r\n",
	    3, 4,
	    "there is no check 'stories'; there are stories-with-metric, "
	    "stories-in-time, peer-debrief, practice-system, learning-loop, "
	    "self");
}

static void
a_need_must_make_sense(void **state)
{
	static const char none[] =
	    "nothing is counted where the check is self: leave need empty";
	static const char range[] =
	    "the check peer-debrief needs a number from 1 to 100";

	refuse(*state, "need,item,position,label,check\r\n1,a,1,A,self\r\n", 2,
	    1, none);
	refuse(*state,
	    "need,item,position,label,check\r\n"
	    ",a,1,A,peer-debrief\r\n",
	    2, 1, range);
	refuse(*state,
	    "need,item,position,label,check\r\n"
	    "0,a,1,A,peer-debrief\r\n",
	    2, 1, range);
	refuse(*state,
	    "item,position,label,check,need\r\n"
	    "a,1,A,peer-debrief,101\r\n",
	    2, 5, range);
}

/* The user's own items win over those that come with the program. */
static void
an_item_of_ones_own_stays(void **state)
{
	const struct fixture *fixture = *state;
	const struct import_options shipped = {
	    .name = "checklist",
	    .kind = kind_find("checklist"),
	    .shipped = true,
	};
	struct import_report report;
	struct err err = {0};
	char *after;

	assert_done(fixture_import_with(fixture->store, &shipped,
			"item,position,label,check,need,how\r\n"
			"new,7,New,self,,Do it.\r\n"
			"pay,6,Money,self,,Do it.\r\n",
			&report, &err),
	    &err);
	assert_int_equal(report.added, 1);
	assert_int_equal(report.updated, 0);
	import_report_release(&report);
	after = fixture_export(fixture->store, "checklist");
	assert_non_null(strstr(after, "pay,6,Pay,self,,Do it.\r\n"));
	assert_non_null(strstr(after, "new,7,New,self,,Do it.\r\n"));
	free(after);
}

static void
a_tick_that_is_not_kept_says_so(void **state)
{
	const struct fixture *fixture = *state;
	struct err err = {0};

	fixture_sql(fixture->path, "DROP TABLE checked");
	assert_int_equal(
	    store_tick(fixture->store, "pay", true, NOW_S, &err), -1);
	assert_int_not_equal(err.text[0], '\0');
}

#define COUNTED(test)                                                          \
	cmocka_unit_test_setup_teardown(test, set_up, fixture_tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    COUNTED(of_nothing_there_is_nothing),
	    COUNTED(a_question_counts_once),
	    COUNTED(only_stories_at_hire_with_a_number_count),
	    COUNTED(the_rubric_must_want_a_number),
	    COUNTED(three_minutes_are_not_under_three_minutes),
	    COUNTED(slow_at_hire_and_fast_below_it_is_no_story_in_time),
	    COUNTED(the_rule_says_what_is_in_time),
	    COUNTED(one_peer_rates_all_of_a_session),
	    COUNTED(a_session_counts_once_however_many_peers),
	    COUNTED(what_was_skipped_needs_no_peer),
	    COUNTED(a_session_that_was_skipped_is_not_rated),
	    COUNTED(oneself_is_no_peer),
	    COUNTED(clean_mocks_of_the_last_days_count),
	    COUNTED(a_session_under_way_is_no_mock_yet),
	    COUNTED(learning_loops_count_answer_by_answer),
	    COUNTED(deleted_sessions_count_nowhere),
	    COUNTED(the_latest_rating_counts),
	    COUNTED(every_item_has_its_own_need),
	    COUNTED(counting_goes_on_for_those_that_need_more),
	    COUNTED(the_latest_tick_counts),
	    COUNTED(ticks_of_one_second_keep_their_order),
	    COUNTED(what_is_counted_is_not_ticked),
	    COUNTED(an_unknown_check_is_refused_by_the_known_ones),
	    COUNTED(a_need_must_make_sense),
	    COUNTED(an_item_of_ones_own_stays),
	    COUNTED(a_tick_that_is_not_kept_says_so),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name(
	    "checklist, stored", tests, NULL, NULL);
}
