/* SPDX-License-Identifier: MIT */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "unit.h"
#include "store_fixture.h"

#include "base/str.h"
#include "core/period.h"
#include "store/history.h"
#include "store/judge.h"
#include "store/rater.h"
#include "store/record.h"
#include "store/review.h"

enum { SESSIONS = 6, ANSWERS = 3, SIGNALS = 4 };

static const char *const signals[SIGNALS] = {
    "situation", "task", "action", "result"};

static void
add_rating(struct str *csv, int s, int a, const char *rater, int signal,
    int rating, int minute)
{
	str_addf(csv, "a-%d%d,s-%d,%s,%s,%d,2026-01-0%dT11:%02d:00Z\r\n", s, a,
	    s, rater, signals[signal], rating, s, minute);
}

/* All kinds of them: rated anew, by peers, cold, in part, not at all. */
static void
import_ratings(struct fixture *fixture)
{
	struct str csv = STR_INIT;

	str_add(&csv, "answer_id,session_id,rater,signal,rating,rated_at\r\n");
	for (int s = 1; s < SESSIONS; s++)
		for (int a = 1; a <= ANSWERS; a++)
			for (int i = 0; i < SIGNALS; i++) {
				int rating = 1 + (s * 7 + a * 3 + i * 5) % 5;

				if (s == 2 && a == 2 && i == 3)
					continue;
				add_rating(&csv, s, a, "self", i, rating, 1);
				add_rating(&csv, s, a, "mei", i,
				    1 + (rating + 1) % 5, 2);
				add_rating(&csv, s, a, "jonas", i, 3, 3);
				add_rating(&csv, s, a, "cold", i, 4, 4);
				if (s == 3)
					add_rating(&csv, s, a, "self", i, 5, 5);
			}
	fixture_import(fixture->store, "ratings", csv.s);
	str_release(&csv);
}

static int
set_up(void **state)
{
	struct str csv = STR_INIT;

	if (fixture_set_up(state) != 0)
		return -1;
	str_add(&csv,
	    "session_id,started_at,ended_at,utc_offset_min,round,level\r\n");
	for (int s = 1; s <= SESSIONS; s++)
		str_addf(&csv,
		    "s-%d,2026-01-0%dT10:00:00Z,2026-01-0%dT11:00:00Z,480,"
		    "behavioural,%s\r\n",
		    s, s, s, s % 2 == 0 ? "apm" : "senior");
	fixture_import(((struct fixture *)*state)->store, "sessions", csv.s);
	str_clear(&csv);
	str_add(&csv,
	    "answer_id,session_id,question_id,started_at,rubric,mode,limit_s,"
	    "answer_s,splits,predicted,metric_given,skipped,answer\r\n");
	for (int s = 1; s <= SESSIONS; s++)
		for (int a = 1; a <= ANSWERS; a++)
			str_addf(&csv,
			    "a-%d%d,s-%d,q-%d,2026-01-0%dT10:0%d:00Z,star,"
			    "spoken,100,120,situation:30|action:50,4,%s,%s,"
			    "three plain words\r\n",
			    s, a, s, a, s, a, a == 1 ? "no" : "yes",
			    s == 6 ? "yes" : "no");
	fixture_import(((struct fixture *)*state)->store, "answers", csv.s);
	str_release(&csv);
	import_ratings(*state);
	return 0;
}

static void
read_all(struct fixture *fixture, struct record_reader *reader,
    const char *rater, int slice)
{
	struct err err = {0};

	record_reader_init(reader, rater);
	while (!reader->done)
		assert_done(
		    record_read(fixture->store, reader, slice, &err), &err);
}

static void
assert_near(double value, double expected)
{
	assert_true(fabs(value - expected) < 1e-9);
}

static void
assert_as_judged(struct fixture *fixture, const struct record *record,
    const struct record_session *session, const char *rater)
{
	struct session_judged judged;
	struct err err = {0};

	assert_done(
	    judge_session(fixture->store, session->pk, rater, &judged, &err),
	    &err);
	assert_int_equal(session->judged.verdict, judged.verdict);
	assert_int_equal(session->judged.overall.num, judged.overall.num);
	assert_int_equal(session->judged.overall.den, judged.overall.den);
	assert_string_equal(session->limiting < 0 ? ""
						  : intern_text(&record->names,
							session->limiting),
	    judged.limiting);
	session_judged_release(&judged);
}

static void
sessions_are_judged_as_everywhere(void **state)
{
	static const char *const raters[] = {"self", "mei", "cold", "nobody"};

	for (size_t i = 0; i < sizeof(raters) / sizeof(raters[0]); i++)
		for (int slice = 1; slice <= SESSIONS + 1; slice += 3) {
			struct record_reader reader;

			read_all(*state, &reader, raters[i], slice);
			assert_int_equal(reader.record.n_sessions, SESSIONS);
			for (int s = 0; s < SESSIONS; s++)
				assert_as_judged(*state, &reader.record,
				    &reader.record.sessions[s], raters[i]);
			record_reader_release(&reader);
		}
}

static double
judged_overall(struct fixture *fixture, int64_t pk, const char *rater)
{
	struct answer_judged judged;
	struct err err = {0};

	assert_done(
	    judge_answer(fixture->store, pk, rater, &judged, &err), &err);
	return score_exists(judged.judged.overall)
		   ? score_value(judged.judged.overall)
		   : 0;
}

static void
answers_have_what_each_rater_gave(void **state)
{
	struct record_reader reader;

	read_all(*state, &reader, "self", 4);
	assert_int_equal(reader.record.n_answers, SESSIONS * ANSWERS);
	for (int i = 0; i < reader.record.n_answers; i++) {
		const struct record_answer *answer = &reader.record.answers[i];

		assert_near(
		    answer->self, judged_overall(*state, answer->pk, "self"));
		assert_near(
		    answer->cold, judged_overall(*state, answer->pk, "cold"));
		assert_near(
		    answer->peers, judged_overall(*state, answer->pk, NULL));
		assert_int_equal(answer->predicted, 4);
		assert_true(answer->spoken);
	}
	record_reader_release(&reader);
}

static void
sections_have_their_time_and_target(void **state)
{
	struct record_reader reader;

	read_all(*state, &reader, "self", 4);
	assert_int_equal(reader.record.n_splits, SESSIONS * ANSWERS * 2);
	assert_near(reader.record.splits[0].used_s, 30);
	assert_near(reader.record.splits[0].target_s, 20);
	assert_near(reader.record.splits[1].used_s, 50);
	assert_near(reader.record.splits[1].target_s, 60);
	record_reader_release(&reader);
}

static void
the_newest_session_is_read_first(void **state)
{
	struct fixture *fixture = *state;
	struct record_reader reader;
	struct err err = {0};

	record_reader_init(&reader, "self");
	assert_done(record_read(fixture->store, &reader, 2, &err), &err);
	assert_int_equal(reader.record.n_sessions, 2);
	assert_false(reader.done);
	assert_true(reader.record.sessions[0].started_at >
		    reader.record.sessions[1].started_at);
	record_reader_release(&reader);
}

static void
filters_leave_what_fits(void **state)
{
	struct record_filter filter = {.level = "apm"};
	struct record_reader reader;
	int at = 0, n = 0;

	read_all(*state, &reader, "self", SESSIONS);
	while (record_next(&reader.record, &filter, &at) != NULL)
		n++;
	assert_int_equal(n, 3);
	assert_int_equal(record_overalls(&reader.record, &filter).n, 2);
	filter = (struct record_filter){
	    .has_until = true,
	    .until = reader.record.sessions[SESSIONS - 2].started_at,
	};
	assert_int_equal(record_overalls(&reader.record, &filter).n, 1);
	filter.has_until = false;
	filter.has_since = true;
	filter.since = reader.record.sessions[2].started_at;
	assert_int_equal(record_overalls(&reader.record, &filter).n, 2);
	record_reader_release(&reader);
}

/* The sessions of a day are those that show it, however late it was here. */
static void
a_day_is_that_of_the_session(void **state)
{
	struct record_filter filter = {0};
	struct record_session *session;
	struct record_reader reader;
	int at = 0;

	read_all(*state, &reader, "self", SESSIONS);
	session = &reader.record.sessions[1];
	session[-1].utc_offset_min = session->utc_offset_min = 14 * 60;
	filter.has_since = filter.has_until = true;
	filter.since = session->started_at + 1; /* by the clock of here */
	filter.until = session->started_at;
	filter.days.has_first = filter.days.has_end = true;
	filter.days.first = period_day(session->started_at, 14 * 60);
	filter.days.end = filter.days.first + 1;
	assert_ptr_equal(record_next(&reader.record, &filter, &at), session);
	session->utc_offset_min = -12 * 60;
	at = 0;
	assert_ptr_not_equal(
	    record_next(&reader.record, &filter, &at), session);
	record_reader_release(&reader);
}

static void
the_last_fortnight_is_beside_the_one_before(void **state)
{
	struct record_filter all = {0};
	struct record_reader reader;
	struct fortnight both;
	int64_t first, last;
	int rated;

	read_all(*state, &reader, "self", SESSIONS);
	rated = record_overalls(&reader.record, &all).n;
	last = reader.record.sessions[0].started_at;
	first = reader.record.sessions[reader.record.n_sessions - 1].started_at;
	both = record_fortnight(&reader.record, &all, last);
	assert_int_equal(both.now.n, rated);
	assert_int_equal(both.before.n, 0);
	both = record_fortnight(&reader.record, &all, first - 1);
	assert_int_equal(both.now.n + both.before.n, 0);
	all.has_since = true; /* the filter's own period does not matter */
	all.since = last + 1;
	both = record_fortnight(&reader.record, &all, last);
	assert_int_equal(both.now.n, rated);
	all.level = "senior"; /* the others do */
	both = record_fortnight(&reader.record, &all, last);
	assert_in_range(both.now.n, 1, rated - 1);
	record_reader_release(&reader);
}

static void
a_signal_is_counted_where_it_limits(void **state)
{
	struct record_filter all = {0}, senior = {.level = "senior"};
	struct record_reader reader;
	int limited[64] = {0}, sum = 0;

	read_all(*state, &reader, "self", SESSIONS);
	assert_in_range(reader.record.names.n, 1, 64);
	assert_int_equal(record_limits(&reader.record, &senior, limited), 3);
	memset(limited, 0, sizeof(limited));
	assert_int_equal(
	    record_limits(&reader.record, &all, limited), SESSIONS - 1);
	for (int i = 0; i < SIGNALS; i++) {
		int at = intern_find(&reader.record.names, signals[i]);

		sum += at < 0 ? 0 : limited[at];
	}
	assert_int_equal(sum, SESSIONS - 1);
	record_reader_release(&reader);
}

static void
raters_are_listed_once(void **state)
{
	struct fixture *fixture = *state;
	struct raters raters;
	struct err err = {0};

	assert_done(store_raters(fixture->store, &raters, &err), &err);
	assert_int_equal(raters.n, 4);
	assert_string_equal(raters.names[0], "cold");
	assert_string_equal(raters.names[1], "jonas");
	assert_string_equal(raters.names[2], "mei");
	assert_string_equal(raters.names[3], "self");
	raters_release(&raters);
}

static void
words_are_counted_on_demand(void **state)
{
	struct fixture *fixture = *state;
	struct record_reader reader;
	struct err err = {0};
	int words;

	read_all(*state, &reader, "self", SESSIONS);
	assert_done(store_answer_words(fixture->store,
			reader.record.answers[0].pk, &words, &err),
	    &err);
	assert_int_equal(words, 3);
	record_reader_release(&reader);
}

#define ON_RECORD(test)                                                        \
	cmocka_unit_test_setup_teardown(test, set_up, fixture_tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ON_RECORD(sessions_are_judged_as_everywhere),
	    ON_RECORD(answers_have_what_each_rater_gave),
	    ON_RECORD(sections_have_their_time_and_target),
	    ON_RECORD(the_newest_session_is_read_first),
	    ON_RECORD(filters_leave_what_fits),
	    ON_RECORD(a_day_is_that_of_the_session),
	    ON_RECORD(the_last_fortnight_is_beside_the_one_before),
	    ON_RECORD(a_signal_is_counted_where_it_limits),
	    ON_RECORD(raters_are_listed_once),
	    ON_RECORD(words_are_counted_on_demand),
	};

	return cmocka_run_group_tests_name("record", tests, NULL, NULL);
}
