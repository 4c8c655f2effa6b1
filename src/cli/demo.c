/* SPDX-License-Identifier: MIT */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/clock.h"
#include "base/mem.h"
#include "base/number.h"
#include "cli/command.h"
#include "cli/demo_plan.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "store/fresh.h"
#include "store/history.h"
#include "store/session.h"

enum {
	SECOND_MS = 1000,
	SESSIONS = 12,
	ANSWERS = 3,
	SEED = 1,
	MOST_SESSIONS = 100000,
	MOST_ANSWERS = 1000,
};

static const struct option_spec options[] = {
    {"sessions", "N", "how many (12)", OPTION_SESSIONS},
    {"answers", "N", "in each session (3)", OPTION_ANSWERS},
    {"seed", "N", "the same number makes the same history (1)", OPTION_SEED},
    {NULL, NULL, NULL, 0},
};

static int
keep_opinion(struct store *store, const char *session, const char *answer,
    const struct made_opinion *opinion, struct err *err)
{
	if (opinion->n == 0)
		return 0;
	return store_ratings_add(store, session, answer, opinion->rater,
	    opinion->ratings, opinion->n, opinion->rated_at, err);
}

/* To count the attempts before each answer would take longer with each. */
static int
keep_answer(struct store *store, struct demo *demo, struct made_answer *made,
    struct err *err)
{
	struct answer *answer = &made->answer;

	if (!answer->skipped)
		answer->attempt = ++demo->attempts[made->task];
	if (store_answer_add(store, answer, err) != 0 ||
	    keep_opinion(
		store, answer->session_id, answer->id, &made->self, err) != 0)
		return -1;
	return keep_opinion(
	    store, answer->session_id, answer->id, &made->peer, err);
}

static int
add_session(
    struct store *store, const struct made_session *session, struct err *err)
{
	struct session_row row = {
	    .id = mem_text(session->id),
	    .started_at = session->started_at,
	    .utc_offset_min = clock_utc_offset_min(session->started_at),
	    .mode = mem_text(mode_name(session->mode)),
	    .round = mem_text(session->round),
	    .company = mem_text(session->company),
	    .level = mem_text(session->level),
	    .questions = session->n,
	};
	int rc = store_session_add(store, &row, err);

	session_row_release(&row);
	return rc;
}

static int
keep_session(struct store *store, struct demo *demo,
    const struct made_session *session, struct err *err)
{
	if (add_session(store, session, err) != 0)
		return -1;
	for (int i = 0; i < session->n; i++)
		if (keep_answer(store, demo, &session->answers[i], err) != 0)
			return -1;
	if (keep_opinion(
		store, session->id, "", &session->level_opinion, err) != 0)
		return -1;
	return store_session_end(store, session->id, session->ended_at, err);
}

static int
go_on(const struct made_plan *plan, int made, struct progress *progress,
    struct err *err)
{
	if (progress_show(progress, (long)made * plan->answers,
		(double)made / plan->sessions))
		return 0;
	return fail(err, "cancelled; nothing was made");
}

/* All or nothing, also where it is killed. */
static int
keep_all(struct store *store, struct demo *demo, struct progress *progress,
    struct err *err)
{
	const struct made_plan *plan = &demo->plan;
	int rc = store_begin(store, err);

	for (int i = 0; i < plan->sessions && rc == 0; i++) {
		struct made_session session;

		made_session(plan, i, &session);
		rc = keep_session(store, demo, &session, err);
		made_session_release(&session);
		if (rc == 0)
			rc = go_on(plan, i + 1, progress, err);
	}
	if (rc == 0)
		rc = store_commit(store, err);
	if (rc != 0)
		store_rollback(store);
	return rc;
}

/* Made history among real history could not be told apart any more. */
static int
refuse_history(struct store *store, struct err *err)
{
	bool any;

	if (store_any_history(store, &any, err) != 0)
		return -1;
	if (!any)
		return 0;
	return fail(err,
	    "%s: already holds history, which made history would spoil; name "
	    "a new file with --db",
	    store_path(store));
}

/* https://reproducible-builds.org/specs/source-date-epoch/ */
static int64_t
now_s(void)
{
	const char *epoch = getenv("SOURCE_DATE_EPOCH");
	int64_t at_s;

	if (epoch != NULL && number_parse_int(epoch, 0, INT32_MAX, &at_s))
		return at_s;
	return clock_now().wall_ms / SECOND_MS;
}

static int
read_options(const struct args *args, struct made_plan *plan, struct err *err)
{
	int64_t sessions = SESSIONS, answers = ANSWERS, seed = SEED;

	if (args_int(args, OPTION_SESSIONS, 1, MOST_SESSIONS, &sessions, err) !=
		0 ||
	    args_int(args, OPTION_ANSWERS, 1, MOST_ANSWERS, &answers, err) !=
		0 ||
	    args_int(args, OPTION_SEED, 0, INT64_MAX, &seed, err) != 0)
		return -1;
	plan->sessions = (int)sessions;
	plan->answers = (int)answers;
	plan->seed = (uint64_t)seed;
	plan->now_s = now_s();
	return 0;
}

/* In an empty database, or not at all. */
static int
fill(struct context *context, struct demo *demo, struct progress *progress,
    struct err *err)
{
	struct store *store;

	if (context_open_store(context, err) != 0)
		return -1;
	store = context->store;
	if (store_need_write(store, err) != 0 ||
	    refuse_history(store, err) != 0 ||
	    demo_read(store, demo, err) != 0 ||
	    keep_all(store, demo, progress, err) != 0)
		return -1;
	/* The first look at it need not wait for what is kept of questions. */
	return store_freshen_all(store, NULL, NULL, err);
}

static int
run_demo(struct context *context, const struct args *args, struct err *err)
{
	struct demo demo = {0};
	struct progress progress;
	int result, number;

	if (read_options(args, &demo.plan, err) != 0)
		return -1;
	progress_begin(&progress);
	result = fill(context, &demo, &progress, err);
	number = progress_end(&progress);
	if (result == 0) {
		printf("%d sessions of %d answers made in ", demo.plan.sessions,
		    demo.plan.answers);
		output_text(store_path(context->store));
		putchar('\n');
	}
	demo_release(&demo);
	return result != 0 && number != 0 ? SIGNAL_BASE + number : result;
}

const struct command demo_command = {
    .name = "demo",
    .about = "Fill an empty database with made history, to look around in.",
    .operands = "",
    .options = options,
    .details = "The history ends yesterday.  On one day, or with the same\n"
	       "SOURCE_DATE_EPOCH, the same numbers make the same bytes.\n",
    .example = "rehearse demo --db demo.db && rehearse --db demo.db",
    .run = run_demo,
};
