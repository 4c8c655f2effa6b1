/* SPDX-License-Identifier: MIT */
#include "store/checklist_count.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "store/db.h"
#include "store/judge.h"

enum { DAY_S = 86400 };

/* The interview model's own words for what is counted. */
static const char story_round[] = "behavioural";
static const char loop_rubric[] = "learning-loop";

/* Questions that were met so far, each once. */
struct questions {
	char **ids; /* owned */
	int n;
};

struct counting {
	struct store *store;
	const struct rules *rules;
	const int *need;
	int *found;
	struct questions told[CHECK_COUNT];
};

static bool
is_enough(const struct counting *counting, enum check check)
{
	return counting->found[check] >= counting->need[check];
}

static void
count_question(struct counting *counting, enum check check, const char *id)
{
	struct questions *told = &counting->told[check];

	for (int i = 0; i < told->n; i++)
		if (strcmp(told->ids[i], id) == 0)
			return;
	told->ids = mem_grow(told->ids, (size_t)told->n + 1, sizeof(id));
	told->ids[told->n++] = mem_text(id);
	counting->found[check]++;
}

/* An answer that may be a story, a learning loop, or both. */
struct candidate {
	int64_t answer_pk;
	const char *question_id; /* borrowed from the statement */
	bool is_story, is_loop, in_time;
};

static struct candidate
read_candidate(const struct counting *counting, sqlite3_stmt *stmt)
{
	bool timed = sqlite3_column_type(stmt, 4) != SQLITE_NULL;
	double answer_s = sqlite3_column_double(stmt, 4);

	return (struct candidate){
	    .answer_pk = sqlite3_column_int64(stmt, 0),
	    .question_id = column_text(stmt, 1),
	    .is_story = strcmp(column_text(stmt, 2), story_round) == 0,
	    .is_loop = strcmp(column_text(stmt, 3), loop_rubric) == 0,
	    .in_time = timed && answer_s < counting->rules->story_s,
	};
}

/* What could still be counted: nothing else needs to be judged. */
static bool
is_wanted(const struct counting *counting, const struct candidate *answer)
{
	if (answer->is_loop && !is_enough(counting, CHECK_LEARNING_LOOP))
		return true;
	if (!answer->is_story)
		return false;
	return !is_enough(counting, CHECK_STORIES_WITH_METRIC) ||
	       (answer->in_time && !is_enough(counting, CHECK_STORIES_IN_TIME));
}

/* A story stands on a rubric that needs a measured result: at hire one was
 * given, without it the verdict is capped (A8). */
static int
count_answer(
    struct counting *counting, const struct candidate *answer, struct err *err)
{
	struct answer_judged judged;

	if (judge_answer(
		counting->store, answer->answer_pk, "self", &judged, err) != 0)
		return -1;
	if (judged.judged.verdict < VERDICT_HIRE)
		return 0;
	if (answer->is_loop)
		counting->found[CHECK_LEARNING_LOOP]++;
	if (!answer->is_story || !judged.rubric->metric)
		return 0;
	count_question(
	    counting, CHECK_STORIES_WITH_METRIC, answer->question_id);
	if (answer->in_time)
		count_question(
		    counting, CHECK_STORIES_IN_TIME, answer->question_id);
	return 0;
}

static bool
answers_wanted(const struct counting *counting)
{
	return !is_enough(counting, CHECK_STORIES_WITH_METRIC) ||
	       !is_enough(counting, CHECK_STORIES_IN_TIME) ||
	       !is_enough(counting, CHECK_LEARNING_LOOP);
}

static int
count_answers(struct counting *counting, struct err *err)
{
	struct store *store = counting->store;
	sqlite3_stmt *stmt = store_use(store, STMT_STORIES, err);
	int rc = 0;

	if (stmt == NULL)
		return -1;
	bind_text(stmt, ":round", story_round);
	bind_text(stmt, ":rubric", loop_rubric);
	while (answers_wanted(counting) &&
	       (rc = store_step(store, stmt, err)) == 1) {
		struct candidate answer = read_candidate(counting, stmt);

		if (!is_wanted(counting, &answer))
			continue;
		rc = count_answer(counting, &answer, err);
		if (rc != 0)
			break;
	}
	sqlite3_reset(stmt);
	return rc < 0 ? -1 : 0;
}

static int
is_rated_in_full(struct store *store, int64_t session_pk, const char *peer,
    bool *in_full, struct err *err)
{
	struct session_judged judged;

	if (judge_session(store, session_pk, peer, &judged, err) != 0)
		return -1;
	*in_full = judged.answered > 0 && judged.rated == judged.answered;
	session_judged_release(&judged);
	return 0;
}

/* A row is a session and one of its peers; a session counts once. */
static int
count_peers(struct counting *counting, struct err *err)
{
	struct store *store = counting->store;
	sqlite3_stmt *stmt = store_use(store, STMT_PEERS, err);
	int64_t counted = 0;
	int rc = 0;

	if (stmt == NULL)
		return -1;
	while (!is_enough(counting, CHECK_PEER_DEBRIEF) &&
	       (rc = store_step(store, stmt, err)) == 1) {
		int64_t session_pk = sqlite3_column_int64(stmt, 0);
		bool in_full;

		if (session_pk == counted)
			continue;
		rc = is_rated_in_full(
		    store, session_pk, column_text(stmt, 1), &in_full, err);
		if (rc != 0)
			break;
		if (in_full) {
			counting->found[CHECK_PEER_DEBRIEF]++;
			counted = session_pk;
		}
	}
	sqlite3_reset(stmt);
	return rc < 0 ? -1 : 0;
}

static int
count_mocks(struct counting *counting, int64_t now_s, struct err *err)
{
	struct store *store = counting->store;
	sqlite3_stmt *stmt = store_use(store, STMT_MOCKS_SINCE, err);
	int rc = 0;

	if (stmt == NULL)
		return -1;
	bind_int(stmt, ":since",
	    now_s - (int64_t)counting->rules->practice_days * DAY_S);
	while (!is_enough(counting, CHECK_PRACTICE_SYSTEM) &&
	       (rc = store_step(store, stmt, err)) == 1) {
		struct session_judged judged;

		rc = judge_session(
		    store, sqlite3_column_int64(stmt, 0), "self", &judged, err);
		if (rc != 0)
			break;
		counting->found[CHECK_PRACTICE_SYSTEM] += judged.clean;
		session_judged_release(&judged);
	}
	sqlite3_reset(stmt);
	return rc < 0 ? -1 : 0;
}

static void
release_told(struct counting *counting)
{
	for (int i = 0; i < CHECK_COUNT; i++) {
		for (int q = 0; q < counting->told[i].n; q++)
			free(counting->told[i].ids[q]);
		free(counting->told[i].ids);
	}
}

int
checklist_count(struct store *store, int64_t now_s, const int need[CHECK_COUNT],
    int found[CHECK_COUNT], struct err *err)
{
	struct counting counting = {
	    .store = store,
	    .need = need,
	    .found = found,
	};
	int rc = store_rules(store, &counting.rules, err);

	memset(found, 0, CHECK_COUNT * sizeof(*found));
	if (rc != 0 || count_answers(&counting, err) != 0 ||
	    count_peers(&counting, err) != 0 ||
	    count_mocks(&counting, now_s, err) != 0)
		rc = -1;
	release_told(&counting);
	return rc;
}
