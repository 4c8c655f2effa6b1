/* SPDX-License-Identifier: MIT */
#include "store/suggest.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/rand.h"
#include "store/db.h"
#include "store/history.h"
#include "store/plan.h"
#include "store/question.h"
#include "store/reference.h"
#include "store/recent.h"
#include "store/schedule.h"

/* C1: what nearly every loop holds. */
static const char usual_plan[] = "core";

enum {
	SECOND_MS = 1000,
	LATE_SESSIONS = 30, /* what counts as practised lately */
	PLAN_ROUNDS = 16,   /* of the loop, at most */
	LOOK_FOR_NEW = 500, /* questions of the bank, in its order */
};

/* The rounds that are prepared for, and which were practised lately. */
struct plan_rounds {
	char *keys[PLAN_ROUNDS]; /* owned */
	bool practised[PLAN_ROUNDS];
	int n;
};

static void
plan_release(struct plan_rounds *plan)
{
	for (int i = 0; i < plan->n; i++)
		free(plan->keys[i]);
}

static bool
in_plan(const struct plan_rounds *plan, const char *round)
{
	for (int i = 0; i < plan->n; i++)
		if (strcmp(plan->keys[i], round) == 0)
			return true;
	return false;
}

/* A loop may hold a round twice: it counts where it comes first. */
static int
read_plan(struct store *store, enum statement id, const char *loop,
    struct plan_rounds *plan, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, id, err);
	int rc = 0;

	plan->n = 0;
	if (stmt == NULL)
		return -1;
	bind_text(stmt, ":loop", loop);
	bind_int(stmt, ":limit", PLAN_ROUNDS);
	while (
	    plan->n < PLAN_ROUNDS && (rc = store_step(store, stmt, err)) == 1)
		if (!in_plan(plan, column_text(stmt, 0)))
			plan->keys[plan->n++] = column_copy(stmt, 0);
	sqlite3_reset(stmt);
	return rc < 0 ? -1 : 0;
}

const char *
store_plan(const struct store *store)
{
	return store->plan != NULL ? store->plan : usual_plan;
}

/* A database without the usual loop has all its rounds for a plan, else the
 * one that stands for what is not known. */
static int
load_plan(struct store *store, struct plan_rounds *plan, struct err *err)
{
	*plan = (struct plan_rounds){0};
	if (read_plan(store, STMT_LOOP_ROUNDS, store_plan(store), plan, err))
		return -1;
	if (plan->n == 0 && strcmp(store_plan(store), usual_plan) != 0)
		return fail(err,
		    "plan = %s: there is no such loop, or none of its rounds "
		    "is known; see rehearse export loops",
		    store_plan(store));
	if (plan->n == 0 &&
	    read_plan(store, STMT_ANY_ROUNDS, "", plan, err) != 0)
		return -1;
	if (plan->n == 0)
		plan->keys[plan->n++] = mem_text("general");
	return 0;
}

/* Marks the round; returns whether it was of the plan and not marked yet. */
static bool
mark_practised(struct plan_rounds *plan, const char *round)
{
	for (int i = 0; i < plan->n; i++)
		if (!plan->practised[i] && strcmp(plan->keys[i], round) == 0) {
			plan->practised[i] = true;
			return true;
		}
	return false;
}

static int
practised_lately(struct store *store, struct plan_rounds *plan, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_RECENT_ROUNDS, err);
	int left = plan->n, rc = 0;

	if (stmt == NULL)
		return -1;
	bind_int(stmt, ":limit", LATE_SESSIONS);
	while (left > 0 && (rc = store_step(store, stmt, err)) == 1)
		left -= mark_practised(plan, column_text(stmt, 0));
	sqlite3_reset(stmt);
	return rc < 0 ? -1 : 0;
}

void
store_set_plan(struct store *store, const char *loop)
{
	free(store->plan);
	store->plan = mem_text(loop);
}

/* Sessions that were imported may be of a round that is not known, or of
 * several: then it is "". */
static int
forget_unknown(struct store *store, char *round, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_ROUND_LABEL, err);
	int rc;

	if (stmt == NULL)
		return -1;
	bind_text(stmt, ":round", round);
	rc = store_step(store, stmt, err);
	sqlite3_reset(stmt);
	if (rc == 0)
		*round = '\0';
	return rc < 0 ? -1 : 0;
}

/* One session is a bad day, two are a weakness: what was rated in one alone
 * comes behind, NULL where nothing was rated. */
static const struct recent_signal *
weakest_of(const struct recent_signal *recent, int n)
{
	for (int i = 0; i < n; i++)
		if (recent[i].rated > 1)
			return &recent[i];
	return n > 0 ? &recent[0] : NULL;
}

static int
set_signal(struct store *store, const struct recent_signal *weakest,
    struct suggest_facts *facts, char **label, struct err *err)
{
	if (weakest == NULL)
		return 0;
	if (forget_unknown(store, weakest->round, err) != 0 ||
	    store_signal_label(store, weakest->signal, label, err) != 0)
		return -1;
	facts->signal = *label;
	facts->signal_mean = weakest->mean;
	facts->signal_round = weakest->round;
	facts->sessions = weakest->sessions;
	facts->rated = weakest->rated;
	return 0;
}

static int
suggest_with(struct store *store, const struct rules *rules,
    struct suggest_facts *facts, struct suggestion *suggestion, struct err *err)
{
	struct recent_signal recent[RECENT_SIGNALS];
	char *label = NULL;
	int n, rc;

	if (store_recent_signals(store, rules->suggest_sessions, RECENT_SIGNALS,
		recent, &n, err) != 0)
		return -1;
	rc = set_signal(store, weakest_of(recent, n), facts, &label, err);
	if (rc == 0)
		suggest(rules, facts, suggestion);
	free(label);
	for (int i = 0; i < n; i++)
		recent_signal_release(&recent[i]);
	return rc;
}

static int
suggest_by(struct store *store, const struct suggest_due *due,
    struct plan_rounds *plan, struct suggestion *suggestion, struct err *err)
{
	struct suggest_facts facts = {
	    .any_history = true,
	    .due = due,
	    .plan = strcmp(store_plan(store), usual_plan) == 0
			? NULL
			: store_plan(store),
	    .rounds = (const char *const *)plan->keys,
	    .n_rounds = plan->n,
	    .practised = plan->practised,
	};
	const struct rules *rules;

	if (store_rules(store, &rules, err) != 0 ||
	    practised_lately(store, plan, err) != 0)
		return -1;
	return suggest_with(store, rules, &facts, suggestion, err);
}

static bool
set_question(struct suggestion *suggestion, const char *id)
{
	size_t n = strlen(id);

	if (n >= sizeof(suggestion->question))
		return false;
	memcpy(suggestion->question, id, n + 1);
	return true;
}

/* How widely a question serves, the widest first. */
enum reach {
	REACH_ALL,   /* any company and level */
	REACH_LEVEL, /* any company, one level */
	REACH_SOME,
	REACH_NONE, /* no question at all */
};

static enum reach
reach_of(const char *company, const char *level)
{
	if (!question_any(company))
		return REACH_SOME;
	return question_any(level) ? REACH_ALL : REACH_LEVEL;
}

/* Of the round's questions that were never asked, the first of those that
 * serve most widely. */
static int
choose_new(struct store *store, struct suggestion *suggestion, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_QUESTION_ASKED, err);
	enum reach best = REACH_NONE, reach;
	int rc = 0;

	if (stmt == NULL)
		return -1;
	bind_text(stmt, ":round", suggestion->round);
	bind_int(stmt, ":until", LOOK_FOR_NEW);
	while (best != REACH_ALL && (rc = store_step(store, stmt, err)) == 1) {
		reach = reach_of(column_text(stmt, 2), column_text(stmt, 3));
		if (sqlite3_column_int(stmt, 1) == 0 && reach < best &&
		    set_question(suggestion, column_text(stmt, 0)))
			best = reach;
	}
	sqlite3_reset(stmt);
	return rc < 0 ? -1 : 0;
}

/* The seed changes with every answer, and with nothing else. */
static int
seed_by_history(struct store *store, struct rand *rand, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_ANSWER_LAST, err);
	int64_t last;

	if (stmt == NULL || store_number(store, stmt, &last, err) != 0)
		return -1;
	rand->state = (uint64_t)last;
	return 0;
}

/* One of those that were practised least. */
static int
choose_known(
    struct store *store, struct suggestion *suggestion, struct err *err)
{
	struct store_filter filter = {.round = suggestion->round};
	struct rand rand;
	char *id;
	int n;

	if (seed_by_history(store, &rand, err) != 0 ||
	    store_question_pick(store, &filter, &rand, 1, &id, &n, err) != 0)
		return -1;
	if (n == 1) {
		set_question(suggestion, id);
		free(id);
	}
	return 0;
}

static int
suggest_question(
    struct store *store, struct suggestion *suggestion, struct err *err)
{
	if (*suggestion->question == '\0' &&
	    choose_new(store, suggestion, err) != 0)
		return -1;
	if (*suggestion->question == '\0')
		return choose_known(store, suggestion, err);
	return 0;
}

/* Everything but the question, unless one is due. */
static int
suggest_after(struct store *store, struct plan_rounds *plan, int64_t now_s,
    struct suggestion *suggestion, struct err *err)
{
	struct scheduled first;
	int rc = store_schedule_first(store, now_s, &first, err);
	struct suggest_due due;
	bool is_due;

	if (rc < 0)
		return -1;
	is_due = rc == 1 && strlen(first.question_id) < SUGGEST_QUESTION;
	if (is_due)
		due = (struct suggest_due){
		    .question = first.question_id,
		    .round = first.round,
		    .days = schedule_days(&first.schedule, now_s),
		};
	rc = suggest_by(store, is_due ? &due : NULL, plan, suggestion, err);
	scheduled_release(&first);
	return rc;
}

/* Without a history there is nothing more to look for. */
int
store_suggest_round(struct store *store, struct instant now,
    struct suggestion *suggestion, struct err *err)
{
	int64_t now_s = now.wall_ms / SECOND_MS;
	struct plan_rounds plan;
	bool any;
	int rc = load_plan(store, &plan, err);

	if (rc == 0)
		rc = store_any_history(store, &any, err);
	if (rc == 0 && any)
		rc = suggest_after(store, &plan, now_s, suggestion, err);
	else if (rc == 0)
		suggest_first(plan.keys[0], suggestion);
	plan_release(&plan);
	return rc;
}

int
store_suggest(struct store *store, struct instant now,
    struct suggestion *suggestion, struct err *err)
{
	if (store_suggest_round(store, now, suggestion, err) != 0)
		return -1;
	return suggest_question(store, suggestion, err);
}
