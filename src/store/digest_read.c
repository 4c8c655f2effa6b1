/* SPDX-License-Identifier: MIT */
/* What is told and thought of a session, row by row. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "core/period.h"
#include "core/split.h"
#include "store/digest_parts.h"

/* The latest rating of an answer by a rater, and those before it. */
struct latest {
	int64_t answer_pk;       /* 0: the session itself */
	int answer;              /* of the session's; -1: none */
	struct opinion *opinion; /* NULL: nothing was read yet */
	char *signal;            /* owned */
	int rating, ratings[RUBRIC_SIGNALS];
};

static bool
is_yes(sqlite3_stmt *stmt, int column)
{
	return strcmp(column_text(stmt, column), "yes") == 0;
}

/* Columns of STMT_DIGEST_ANSWERS. */
enum {
	ANSWER_PK,
	STARTED_AT,
	RUBRIC,
	LIMIT,
	ANSWER_TIME,
	PAUSED,
	SPLITS,
	PREDICTED,
	METRIC,
	SKIPPED,
	HINT,
};

/* Shares of what was marked: a section that was left out takes no time, and
 * has no target then. */
static void
add_sections(struct making *making, const struct told *told, const char *splits)
{
	const struct rubric *rubric = told->rubric;
	double limit_s = told->clean.limit_s, used = 0, target = 0;
	double its[RUBRIC_SIGNALS]; /* negative: was not marked */

	if (*splits == '\0' || rubric == NULL || limit_s <= 0)
		return;
	for (size_t i = 0; i < rubric->n; i++) {
		its[i] = split_used_s(splits, rubric->signals[i].key);
		if (its[i] >= 0) {
			used += its[i];
			target += split_target_s(rubric, i, limit_s);
		}
	}
	if (!(used > 0) || !(target > 0))
		return;
	for (size_t i = 0; i < rubric->n; i++)
		if (its[i] >= 0)
			digest_section(&making->sections,
			    rubric->signals[i].key, its[i] / used,
			    split_target_s(rubric, i, limit_s) / target);
}

static int
add_answer(struct making *making, sqlite3_stmt *stmt, struct err *err)
{
	struct told *told;

	making->told = mem_grow(
	    making->told, (size_t)making->n + 1, sizeof(*making->told));
	told = &making->told[making->n++];
	*told = (struct told){
	    .pk = sqlite3_column_int64(stmt, ANSWER_PK),
	    .metric = is_yes(stmt, METRIC),
	    .clean =
		{
		    .skipped = is_yes(stmt, SKIPPED),
		    .hint = is_yes(stmt, HINT),
		    .limit_s = sqlite3_column_double(stmt, LIMIT),
		    .answer_s = sqlite3_column_double(stmt, ANSWER_TIME),
		    .paused_s = sqlite3_column_double(stmt, PAUSED),
		},
	    .scores.predicted = sqlite3_column_int(stmt, PREDICTED),
	};
	if (store_rubric(making->store, column_text(stmt, RUBRIC),
		&told->rubric, err) != 0)
		return -1;
	making->skipped += told->clean.skipped;
	if (told->clean.skipped)
		return 0;
	digest_day(
	    &making->days, period_day(sqlite3_column_int64(stmt, STARTED_AT),
			       making->utc_offset_min));
	digest_time(making->times, told->clean.limit_s, told->clean.answer_s);
	add_sections(making, told, column_text(stmt, SPLITS));
	return 0;
}

int
digest_read_answers(struct making *making, struct err *err)
{
	sqlite3_stmt *stmt = store_use(making->store, STMT_DIGEST_ANSWERS, err);
	int rc;

	if (stmt == NULL)
		return -1;
	bind_int(stmt, ":session", making->session_pk);
	while ((rc = store_step(making->store, stmt, err)) == 1)
		if (add_answer(making, stmt, err) != 0) {
			sqlite3_reset(stmt);
			return -1;
		}
	return rc;
}

static struct opinion *
opinion_of(struct making *making, const char *rater)
{
	struct opinion *opinion;

	for (int i = 0; i < making->n_opinions; i++)
		if (strcmp(making->opinions[i]->rater, rater) == 0)
			return making->opinions[i];
	making->opinions = mem_grow(making->opinions,
	    (size_t)making->n_opinions + 1, sizeof(struct opinion *));
	opinion = mem_zero(1, sizeof(*opinion));
	opinion->rater = mem_text(rater);
	opinion->rated =
	    mem_zero((size_t)making->n + 1, sizeof(*opinion->rated));
	making->opinions[making->n_opinions++] = opinion;
	return opinion;
}

static void
count_rating(struct opinion *opinion, const char *signal, int rating)
{
	struct count *count = opinion->counts;
	int i = 0;

	if (rating < RATING_LOW || rating > RATING_HIGH)
		return;
	while (i < opinion->n_counts && strcmp(count[i].signal, signal) != 0)
		i++;
	if (i == opinion->n_counts) {
		opinion->counts = mem_grow(
		    opinion->counts, (size_t)i + 1, sizeof(*opinion->counts));
		opinion->counts[opinion->n_counts++] =
		    (struct count){.signal = mem_text(signal)};
	}
	opinion->counts[i].ratings[rating]++;
}

/* The signal's ratings are all read: its latest one counts. */
static void
end_signal(struct making *making, struct latest *latest)
{
	int at = -1;

	if (latest->opinion == NULL)
		return;
	count_rating(latest->opinion, latest->signal, latest->rating);
	if (latest->answer >= 0 && making->told[latest->answer].rubric != NULL)
		at = rubric_find(
		    making->told[latest->answer].rubric, latest->signal);
	if (at >= 0)
		latest->ratings[at] = latest->rating;
}

static void
keep_score(struct told *told, const char *rater, double overall)
{
	if (strcmp(rater, "self") == 0) {
		told->scores.self = overall;
	} else if (strcmp(rater, "cold") == 0) {
		told->scores.cold = overall;
	} else {
		told->scores.peers += overall;
		told->peers++;
	}
}

/* The rater's ratings of the answer are all read. */
static void
end_answer(struct making *making, const struct latest *latest)
{
	struct rated_answer *rated;
	struct clean_facts clean;
	struct told *told;

	if (latest->opinion == NULL || latest->answer < 0)
		return;
	told = &making->told[latest->answer];
	clean = told->clean;
	if (told->rubric == NULL || clean.skipped)
		return;
	rated = &latest->opinion->rated[latest->answer];
	rated->rubric = told->rubric;
	memcpy(rated->ratings, latest->ratings, sizeof(rated->ratings));
	rated->judged = verdict_answer(
	    making->rules, told->rubric, rated->ratings, told->metric);
	clean.rated = rated->judged.verdict != VERDICT_NONE;
	latest->opinion->clean += clean_answer(making->rules, &clean);
	if (clean.rated)
		keep_score(told, latest->opinion->rater,
		    score_value(rated->judged.overall));
}

static int
find_answer(const struct making *making, int64_t pk)
{
	for (int i = 0; i < making->n; i++)
		if (making->told[i].pk == pk)
			return i;
	return -1;
}

/* Columns of STMT_DIGEST_RATINGS: by answer, rater and signal, a signal's
 * oldest rating first. */
enum { RATED_ANSWER, RATER, SIGNAL, RATING };

static void
add_rating(struct making *making, struct latest *latest, sqlite3_stmt *stmt)
{
	int64_t pk = sqlite3_column_int64(stmt, RATED_ANSWER);
	const char *rater = column_text(stmt, RATER);
	const char *signal = column_text(stmt, SIGNAL);
	bool same = latest->opinion != NULL && latest->answer_pk == pk &&
		    strcmp(latest->opinion->rater, rater) == 0;

	if (!same || strcmp(latest->signal, signal) != 0) {
		end_signal(making, latest);
		free(latest->signal);
		latest->signal = mem_text(signal);
	}
	if (!same) {
		end_answer(making, latest);
		latest->answer_pk = pk;
		latest->answer = find_answer(making, pk);
		latest->opinion = opinion_of(making, rater);
		memset(latest->ratings, 0, sizeof(latest->ratings));
	}
	latest->rating = sqlite3_column_int(stmt, RATING);
}

int
digest_read_ratings(struct making *making, struct err *err)
{
	sqlite3_stmt *stmt = store_use(making->store, STMT_DIGEST_RATINGS, err);
	struct latest latest = {0};
	int rc;

	if (stmt == NULL)
		return -1;
	bind_int(stmt, ":session", making->session_pk);
	while ((rc = store_step(making->store, stmt, err)) == 1)
		add_rating(making, &latest, stmt);
	end_signal(making, &latest);
	end_answer(making, &latest);
	free(latest.signal);
	return rc;
}
