/* SPDX-License-Identifier: MIT */
#include "digest_fixture.h"

#include "unit.h"

#include "base/str.h"

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

static void
import_sessions(struct fixture *fixture)
{
	struct str csv = STR_INIT;

	str_add(&csv,
	    "session_id,started_at,ended_at,utc_offset_min,round,level\r\n");
	for (int s = 1; s <= SESSIONS; s++)
		str_addf(&csv,
		    "s-%d,2026-01-0%dT10:00:00Z,2026-01-0%dT11:00:00Z,480,"
		    "behavioural,%s\r\n",
		    s, s, s, s % 2 == 0 ? "apm" : "senior");
	fixture_import(fixture->store, "sessions", csv.s);
	str_release(&csv);
}

int
digest_set_up(void **state)
{
	struct str csv = STR_INIT;

	if (fixture_set_up(state) != 0)
		return -1;
	import_sessions(*state);
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
