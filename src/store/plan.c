/* SPDX-License-Identifier: MIT */
#include "store/plan.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "core/split.h"
#include "store/db.h"
#include "store/interruption.h"
#include "store/question.h"
#include "store/reference.h"
#include "store/recent.h"

enum { SECOND_MS = 1000 };

struct plan
plan_default(void)
{
	return (struct plan){.think_s = -1};
}

struct plan
plan_loop_round(const struct loop *loop, const struct loop_run *run, int probes,
    struct loop_place *place)
{
	const struct loop_round *round = &loop->rounds[run->next];
	struct plan plan = plan_default();

	*place = (struct loop_place){
	    .run_id = run->id,
	    .loop = loop->key,
	    .began_at = run->began_at,
	    .position = round->position,
	};
	plan.round = round->round;
	plan.questions = round->questions;
	plan.probes = probes;
	if (!question_any(loop->company))
		plan.company = loop->company;
	plan.loop = place;
	return plan;
}

static int
one_text(struct store *store, enum statement id, const char *parameter,
    const char *value, char **text, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, id, err);
	int rc;

	if (stmt == NULL)
		return -1;
	bind_text(stmt, parameter, value);
	rc = store_step(store, stmt, err);
	if (rc < 0)
		return -1;
	*text = rc == 1 ? column_copy(stmt, 0) : mem_text(value);
	sqlite3_reset(stmt);
	return 0;
}

int
store_signal_label(
    struct store *store, const char *signal, char **label, struct err *err)
{
	return one_text(
	    store, STMT_SIGNAL_LABEL, ":signal", signal, label, err);
}

int
store_round_label(
    struct store *store, const char *round, char **label, struct err *err)
{
	return one_text(store, STMT_ROUND_LABEL, ":round", round, label, err);
}

static uint64_t
seed_of(const struct plan *plan)
{
	uint64_t seed;

	if (plan->has_seed)
		return plan->seed;
	sqlite3_randomness(sizeof(seed), &seed);
	return seed;
}

static int
fail_none_fits(const struct plan *plan, const char *round, struct err *err)
{
	return fail(err,
	    "no question fits round %s, company %s, level %s; widen the "
	    "choice, or import more with rehearse import FILE",
	    round, plan->company ? plan->company : "any",
	    plan->level ? plan->level : "any");
}

static bool
suits(const char *wanted, const char *of_question)
{
	return wanted == NULL || question_any(of_question) ||
	       strcmp(wanted, of_question) == 0;
}

/* Adds the suggested question, "" is none, where it suits the plan. */
static int
add_suggested(struct store *store, const struct plan *plan,
    const char *question_id, struct session *session, struct err *err)
{
	struct question question;
	struct task task;
	bool suitable;

	if (*question_id == '\0')
		return 0;
	if (store_question(store, question_id, &question, err) < 0)
		return -1;
	suitable = suits(plan->company, question.company) &&
		   suits(plan->level, question.level);
	question_release(&question);
	if (!suitable)
		return 0;
	if (store_task(store, question_id, &task, err) != 0)
		return -1;
	session_add(session, &task);
	return 0;
}

static bool
is_asked(const struct session *session, const char *question_id)
{
	for (int i = 0; i < session->n_tasks; i++)
		if (strcmp(session->tasks[i].question.id, question_id) == 0)
			return true;
	return false;
}

/* Adds others until there are `count`. */
static int
add_picked(struct store *store, const struct plan *plan, const char *round,
    int count, struct session *session, struct err *err)
{
	struct store_filter filter = {
	    .round = round,
	    .company = plan->company,
	    .level = plan->level,
	};
	struct rand rand = {session->seed};
	char *ids[PLAN_QUESTIONS] = {0};
	struct task task;
	int n, rc;

	rc = store_question_pick(store, &filter, &rand, count, ids, &n, err);
	if (rc == 0 && n == 0 && session->n_tasks == 0)
		rc = fail_none_fits(plan, round, err);
	for (int i = 0; i < n; i++) {
		if (rc == 0 && session->n_tasks < count &&
		    !is_asked(session, ids[i])) {
			rc = store_task(store, ids[i], &task, err);
			if (rc == 0)
				session_add(session, &task);
		}
		free(ids[i]);
	}
	return rc;
}

/* The round asked for by its key, else the suggested one with its question. */
static int
choose_round(struct store *store, const struct plan *plan, struct instant now,
    struct suggestion *suggestion, struct round *round, struct err *err)
{
	const char *key = plan->round;
	int rc;

	suggestion->question[0] = '\0';
	if (key == NULL) {
		if (store_suggest(store, now, suggestion, err) != 0)
			return -1;
		key = suggestion->round;
	}
	rc = store_round(store, key, round, err);
	if (rc == 0)
		return fail(
		    err, "no round '%s'; see rehearse export rounds", key);
	return rc < 0 ? -1 : 0;
}

/* One that is chosen twice is asked once. */
static int
add_chosen(struct store *store, const char *const *ids, int n,
    struct session *session, struct err *err)
{
	struct task task;

	for (int i = 0; i < n && i < PLAN_QUESTIONS; i++) {
		if (is_asked(session, ids[i]))
			continue;
		if (store_task(store, ids[i], &task, err) != 0)
			return -1;
		session_add(session, &task);
	}
	return 0;
}

static int
add_tasks(struct store *store, const struct plan *plan, struct instant now,
    struct session *session, struct err *err)
{
	struct suggestion suggestion;
	struct round round = {0};
	int count, rc;

	if (plan->question != NULL)
		return add_chosen(store, &plan->question, 1, session, err);
	if (plan->n_chosen > 0)
		return add_chosen(
		    store, plan->chosen, plan->n_chosen, session, err);
	if (choose_round(store, plan, now, &suggestion, &round, err) != 0)
		return -1;
	count = plan->questions > 0 ? plan->questions : round.questions;
	if (count > PLAN_QUESTIONS)
		count = PLAN_QUESTIONS;
	rc = add_suggested(store, plan, suggestion.question, session, err);
	if (rc == 0)
		rc = add_picked(store, plan, round.key, count, session, err);
	round_release(&round);
	return rc;
}

/* What all questions of the session have in common, "" where they differ. */
static void
set_common(char **to, const char *wanted, const char *of_first, bool common)
{
	const char *value = wanted;

	if (value == NULL && common && !question_any(of_first))
		value = of_first;
	free(*to);
	*to = mem_text(value == NULL ? "" : value);
}

static void
describe(struct session *session, const struct plan *plan)
{
	const struct question *first = &session->tasks[0].question;
	bool round = true, company = true, level = true;

	for (int i = 1; i < session->n_tasks; i++) {
		const struct question *q = &session->tasks[i].question;

		round = round && strcmp(q->round, first->round) == 0;
		company = company && strcmp(q->company, first->company) == 0;
		level = level && strcmp(q->level, first->level) == 0;
	}
	set_common(&session->round, NULL, first->round, round);
	set_common(&session->company, plan->company, first->company, company);
	set_common(&session->level, plan->level, first->level, level);
}

/*
 * A round that is rated on a story's elements (behavioural ones are) is told
 * aloud, as it will be to the panel; others are written.
 */
static int
set_mode(struct store *store, const struct plan *plan, struct session *session,
    struct err *err)
{
	const struct rubric *rubric = NULL;
	struct round round;
	int rc;

	session->mode = plan->mode;
	session->mode_asked = plan->has_mode;
	if (plan->has_mode)
		return 0;
	rc = store_round(store, session->tasks[0].question.round, &round, err);
	if (rc == 1) {
		rc = store_rubric(store, round.rubric, &rubric, err);
		round_release(&round);
	}
	if (rc == 0 && rubric != NULL && split_is_star(rubric))
		session->mode = MODE_SPOKEN;
	return rc;
}

/* What each signal of the rubric was rated lately, on the mean. */
static void
means_of(const struct rubric *rubric, const struct recent_signal *recent, int n,
    double *means)
{
	for (size_t i = 0; i < rubric->n; i++) {
		means[i] = 0;
		for (int r = 0; r < n; r++)
			if (strcmp(recent[r].signal, rubric->signals[i].key) ==
			    0)
				means[i] = recent[r].mean;
	}
}

/* Weak signals get their second chance first. */
static int
order_probes(struct store *store, struct session *session, struct err *err)
{
	struct recent_signal recent[RECENT_SIGNALS];
	double means[RUBRIC_SIGNALS];
	const struct rules *rules;
	int n;

	if (store_rules(store, &rules, err) != 0 ||
	    store_recent_signals(store, rules->suggest_sessions, RECENT_SIGNALS,
		recent, &n, err) != 0)
		return -1;
	for (int i = 0; i < session->n_tasks; i++) {
		struct task *task = &session->tasks[i];

		means_of(&task->rubric, recent, n, means);
		probes_weak_first(&task->rubric, task->question.probes, means,
		    task->probe_order);
	}
	for (int i = 0; i < n; i++)
		recent_signal_release(&recent[i]);
	return 0;
}

/* An interruption comes by the limits that were asked for. */
static int
set_pressure(struct store *store, const struct plan *plan,
    struct session *session, struct err *err)
{
	for (int i = 0; i < session->n_tasks; i++) {
		if (plan->seconds > 0)
			session->tasks[i].limit_s = plan->seconds;
		if (plan->think_s >= 0)
			session->tasks[i].think_s = plan->think_s;
	}
	session->interrupted = plan->interrupted;
	return store_plan_interruptions(store, session, err);
}

/* All that the session asks, as of one moment. */
static int
read_session(struct store *store, const struct plan *plan, struct instant now,
    struct session *session, struct err *err)
{
	int rc = 0;

	if (store_read_begin(store, err) != 0)
		return -1;
	if (add_tasks(store, plan, now, session, err) != 0 ||
	    set_mode(store, plan, session, err) != 0 ||
	    (plan->probes > 0 && order_probes(store, session, err) != 0) ||
	    set_pressure(store, plan, session, err) != 0)
		rc = -1;
	store_read_end(store);
	return rc;
}

int
store_plan_session(struct store *store, const struct plan *plan,
    struct instant now, struct session *session, struct err *err)
{
	session_init(session);
	session->seed = seed_of(plan);
	if (store_need_write(store, err) != 0 ||
	    read_session(store, plan, now, session, err) != 0) {
		session_release(session);
		return -1;
	}
	store_new_id(session->id, now.wall_ms);
	session->started_at = now.wall_ms / SECOND_MS;
	session->utc_offset_min = clock_utc_offset_min(session->started_at);
	session->strict = plan->strict;
	session->n_probes = plan->probes;
	describe(session, plan);
	if (plan->loop == NULL ||
	    store_loop_put(store, plan->loop, session->id, err) == 0)
		return 0;
	session_release(session);
	return -1;
}
